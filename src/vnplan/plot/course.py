"""One indicator over time (biểu đồ chuỗi số liệu)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from vnplan.formatting import Locale
from vnplan.formatting.locales import Words, pick
from vnplan.formatting.units import beside
from vnplan.model.actual import Status
from vnplan.model.target import Target
from vnplan.model.units import Unit
from vnplan.plot.canvas import INK, PLATE, SOFT, axes_of, figure_of, legend, number, titled, words
from vnplan.plot.points import Point, column_of, columns_of, point_of, set_up, title_of, unit_of_series, whisker
from vnplan.series import Observation, Series
from vnplan.tables import value_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LEFT_OUT: Words = ("Không đưa vào chuỗi: {} số liệu.", "Left out of the series: {} figures.")


def series(one: Series, *, targets: Series | None = None, ax: Axes | None = None, locale: Locale = "vi") -> Figure:
    """The values of one indicator over time, with what rounding leaves open (biểu đồ chuỗi số liệu).

    Periods stand side by side in order of their ends, and a line joins periods of one length only. Estimates
    are hollow, and what was stated before is a small cross.

    Args:
        one: What `ReportSet.series` gives.
        targets: Targets on the same indicator, drawn as bars across their period.
        ax: Axes to draw on; without, a new figure.
        locale: Language of the words.

    Raises:
        MissingExtraError: matplotlib is not installed: ``pip install 'vnplan[plot]'``.
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    unit = unit_of_series(one)
    shown = _drawable(one, unit)
    aims = [] if targets is None else _drawable(targets, unit)
    columns = columns_of([each for each, _ in (*shown, *aims)], locale)
    ax = axes_of(ax, width=1.8 + 1.3 * max(len(columns), 4), height=4.8)
    places = {name: number_ for number_, name in enumerate(columns)}
    _join(ax, [(each, places[column_of(each, locale)], point) for each, point in shown])
    for each, point in shown:
        place = places[column_of(each, locale)]
        _before(ax, place, each, unit)
        _mark(ax, place, each, point, locale)
    for each, point in aims:
        _target(ax, places[column_of(each, locale)], point)
    ax.margins(y=0.15)
    set_up(ax, columns, " ".join(beside("", unit.symbol, locale).split()), locale)
    left = len(one.left_out)
    titled(ax, title_of(one, locale), pick(_LEFT_OUT, locale).format(left) if left else "")
    _legend(ax, locale)
    return figure_of(ax)


_Drawn = tuple[Observation, Point]


def _drawable(one: Series, unit: Unit) -> list[_Drawn]:
    points = [(each, point_of(each.figure, unit)) for each in one]
    return [(each, point) for each, point in points if point is not None]


def _join(ax: Axes, shown: Sequence[tuple[Observation, int, Point]]) -> None:
    """A line through all periods of one length: years to years, quarters to quarters."""
    runs: dict[object, list[tuple[int, float]]] = {}
    for each, place, point in shown:
        if each.period is not None:
            length = each.period.whole_months or each.period.days
            runs.setdefault((each.period.whole_months is None, length), []).append((place, number(point.face)))
    for run in runs.values():
        ax.plot(*zip(*run, strict=True), color=SOFT, linewidth=1.1, zorder=1, gid="run")


def _before(ax: Axes, place: int, each: Observation, unit: Unit) -> None:
    """What was stated before, where that was another amount."""
    for revision in each.revisions:
        for vintage in (revision.before, revision.after):
            point = None if vintage is each.latest else point_of(vintage.figure, unit)
            if point is not None:
                ax.plot([place], [number(point.face)], marker="x", color=SOFT, markersize=6, zorder=2, gid="before")


def _mark(ax: Axes, place: int, each: Observation, point: Point, locale: Locale) -> None:
    whisker(ax, place, point)
    ax.plot(
        [place],
        [number(point.face)],
        marker="o",
        markersize=7,
        color=INK,
        markerfacecolor="white" if _is_estimated(each) else INK,
        markeredgewidth=1.4,
        zorder=3,
        gid="figure",
    )
    ax.annotate(
        value_of(each.figure, locale),
        (place, number(point.top)),
        xytext=(0, 8),
        textcoords="offset points",
        **words(fontsize=8, ha="center", va="bottom", bbox=PLATE),
    )


def _is_estimated(each: Observation) -> bool:
    figure = each.figure
    return not isinstance(figure, Target) and figure.status in (Status.ESTIMATED, Status.PRELIMINARY)


def _target(ax: Axes, place: int, point: Point) -> None:
    value = number(point.face)
    ax.hlines(value, place - 0.3, place + 0.3, colors=INK, linewidth=2.4, zorder=2, gid="target")


_SIGNS: dict[str, Words] = {
    "figure": ("số liệu (rỗng: ước, sơ bộ)", "figure (hollow: estimated, preliminary)"),
    "interval": ("giá trị trước khi làm tròn", "values before rounding"),
    "before": ("lần công bố trước", "stated before"),
    "target": ("chỉ tiêu", "target"),
}


def _legend(ax: Axes, locale: Locale) -> None:
    """What is drawn, each once."""
    from matplotlib.lines import Line2D

    looks: dict[str, dict[str, Any]] = {
        "figure": {"marker": "o", "markersize": 7, "linestyle": ""},
        "interval": {"marker": "|", "markersize": 7, "linewidth": 1.5},
        "before": {"marker": "x", "markersize": 6, "linestyle": "", "color": SOFT},
        "target": {"linewidth": 2.4},
    }
    drawn = {artist.get_gid() for artist in ax.get_children()}
    legend(
        ax,
        [
            Line2D([], [], label=pick(told, locale), **{"color": INK, **looks[name]})
            for name, told in _SIGNS.items()
            if name in drawn
        ],
    )
