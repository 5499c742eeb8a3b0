"""Growth of one indicator (biểu đồ tăng trưởng)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnplan.attainment import DEFAULT, Policy, Ratio, frame_of
from vnplan.formatting import Locale
from vnplan.formatting.locales import Words, pick
from vnplan.model.actual import Change
from vnplan.model.interval import exact
from vnplan.model.target import Frame
from vnplan.model.units import PERCENT
from vnplan.plot.canvas import FALL, INK, RISE, axes_of, figure_of, number, titled, words
from vnplan.plot.points import Point, column_of, columns_of, point_of, set_up, title_of, whisker
from vnplan.series import Observation, Series
from vnplan.tables import growth_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_AXIS: Words = ("so với cùng kỳ năm trước (%)", "on the same period of the year before (%)")
_STATED: Words = ("mức tăng, giảm như văn bản nêu (%)", "change as the texts state it (%)")


def growth(one: Series, *, ax: Axes | None = None, policy: Policy = DEFAULT, locale: Locale = "vi") -> Figure:
    """Growth, period by period, with what rounding leaves open (biểu đồ tăng trưởng).

    Of results it is computed on the same stretch of the year before, where both levels are known; of a series
    of changes those are drawn that the texts state.

    Args:
        one: What `ReportSet.series` gives.
        ax: Axes to draw on; without, a new figure.
        policy: How printed figures were shortened.
        locale: Language of the words.

    Raises:
        MissingExtraError: matplotlib is not installed: ``pip install 'vnplan[plot]'``.
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    found = [(each, _grown(one, each, policy)) for each in one]
    shown = [(each, point) for each, point in found if point is not None]
    columns = columns_of([each for each, _ in shown], locale)
    ax = axes_of(ax, width=1.8 + 1.3 * max(len(columns), 4), height=4.2)
    for each, point in shown:
        _bar(ax, columns.index(column_of(each, locale)), point, _told(each, point, locale))
    ax.axhline(0, color=INK, linewidth=1, zorder=3)
    ax.margins(y=0.18)
    stated = any(isinstance(each.figure, Change) for each, _ in shown)
    set_up(ax, columns, pick(_STATED if stated else _AXIS, locale), locale)
    titled(ax, title_of(one, locale))
    return figure_of(ax)


def _grown(one: Series, each: Observation, policy: Policy) -> Point | None:
    """A change as stated, or the growth of a level, in per cent."""
    if isinstance(each.figure, Change):
        relative = frame_of(each.figure) is Frame.RELATIVE_CHANGE
        return point_of(each.figure, PERCENT, policy) if relative else None
    ratio = one.growth_of(each, policy=policy)
    return None if ratio.percent is None else Point(ratio.percent, ratio.percent_interval)


def _told(each: Observation, point: Point, locale: Locale) -> str:
    """A stated change with the digits that the text prints, a computed one to one decimal."""
    decimals = None if isinstance(each.figure, Change) else 1
    return growth_of(Ratio(value=exact().scaleb(point.face, -2)), locale, decimals=decimals)


def _bar(ax: Axes, place: int, point: Point, told: str) -> None:
    falls = point.face < 0
    look = FALL if falls else RISE
    ax.bar(
        place,
        number(point.face),
        0.5,
        color=look.face,
        edgecolor=look.edge,
        hatch=look.hatch,
        linewidth=0.8,
        zorder=2,
        gid="growth",
    )
    whisker(ax, place, point)
    ax.annotate(
        told,
        (place, number(point.bottom if falls else point.top)),
        xytext=(0, -5 if falls else 5),
        textcoords="offset points",
        **words(fontsize=8, ha="center", va="top" if falls else "bottom"),
    )
