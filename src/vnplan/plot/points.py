"""Values of a series as points to draw (điểm trên biểu đồ)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from vnplan.attainment import DEFAULT, Policy
from vnplan.attainment.frames import reading_of
from vnplan.bars import scaled, scaled_values
from vnplan.formatting import Locale, format_locality, format_period
from vnplan.formatting.locales import capitalised, pick
from vnplan.model.interval import Interval
from vnplan.model.target import Target
from vnplan.model.units import PERCENT, Unit
from vnplan.plot.canvas import INK, SOFT, number, words, wrapped, write_numbers
from vnplan.series import Observation, Series
from vnplan.series.observation import Told
from vnplan.tables import NOTHING

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@frozen
class Point:
    """A value to draw.

    Attributes:
        face: The printed number.
        values: The values that it stands for; None where it bounds nothing.
    """

    face: Decimal
    values: Interval | None

    @property
    def top(self) -> Decimal:
        """The highest value; the printed number where that is open."""
        upper = None if self.values is None else self.values.upper
        return self.face if upper is None else upper

    @property
    def bottom(self) -> Decimal:
        """The lowest value; the printed number where that is open."""
        lower = None if self.values is None else self.values.lower
        return self.face if lower is None else lower


def point_of(figure: Told, unit: Unit, policy: Policy = DEFAULT) -> Point | None:
    """A figure in that unit; None where it has no number of that dimension."""
    reading = reading_of(figure, policy, exact_value=isinstance(figure, Target) and figure.decreed)
    quantity = figure.stated.quantity
    if reading is None or quantity is None or quantity.unit.dimension != unit.dimension:
        return None
    values = None if reading.values is None else scaled_values(reading.values, unit)
    return Point(scaled(reading.face, unit), values)


def unit_of_series(series: Series) -> Unit:
    """The unit of the newest figure; all others of a series have its dimension."""
    quantity = None if not series.observations else series.observations[-1].figure.stated.quantity
    return PERCENT if quantity is None else quantity.unit


def columns_of(observations: Iterable[Observation], locale: Locale) -> list[str]:
    """The periods of observations in words, each once, in order of their ends."""
    dated = sorted(observations, key=lambda one: () if one.period is None else (one.period.end, one.period.start))
    return list(dict.fromkeys(column_of(one, locale) for one in dated))


def column_of(one: Observation, locale: Locale) -> str:
    """The period in words."""
    return NOTHING if one.period is None else format_period(one.period, style="short", locale=locale)


def title_of(series: Series, locale: Locale) -> str:
    """The indicator, and the place."""
    known = series.indicator
    name = series.label if known is None else pick((known.name, known.english), locale)
    place = "" if series.locality is None else f" · {format_locality(series.locality, locale=locale)}"
    return wrapped(f"{capitalised(name)}{place}", 70)


def whisker(ax: Axes, x: float, point: Point) -> None:
    """The values that a printed figure stands for, with a cap at each closed end."""
    low, high = number(point.bottom), number(point.top)
    if low == high:
        return
    ax.vlines(x, low, high, colors=INK, linewidth=1.5, zorder=4, gid="interval")
    ax.hlines([low, high], x - 0.05, x + 0.05, colors=INK, linewidth=1.5, zorder=4, gid="cap")


def set_up(ax: Axes, columns: Sequence[str], label: str, locale: Locale) -> None:
    """Periods below, the unit at the left."""
    ax.set_xlim(-0.6, max(len(columns), 1) - 0.4)
    ax.set_xticks(range(len(columns)), [wrapped(one, 16) for one in columns])
    ax.tick_params(labelsize=9)
    ax.spines["left"].set_visible(True)
    ax.spines["left"].set_color(SOFT)
    ax.set_ylabel(wrapped(label, 50), **words(fontsize=9))
    write_numbers(ax.yaxis, locale)
