"""Shares realised against the time elapsed (biểu đồ tiến độ)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from vnplan.attainment import DEFAULT, Pace, Policy, Verdict
from vnplan.attainment.pace import LINEAR
from vnplan.formatting import Locale, format_enum, format_percent
from vnplan.formatting.locales import Words, pick
from vnplan.model.interval import exact
from vnplan.plot.canvas import (
    INK,
    PLATE,
    SOFT,
    axes_of,
    figure_of,
    legend,
    number,
    spread,
    titled,
    words,
    wrapped,
    write_numbers,
)
from vnplan.plot.naming import names_of
from vnplan.scorecard import Entry
from vnplan.tables import share_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_TITLE: Words = ("Tiến độ thực hiện so với thời gian đã qua", "Share realised against the time elapsed")
_X: Words = ("% thời gian của kỳ kế hoạch đã qua", "% of the target's period elapsed")
_Y: Words = ("% mức cần đạt đã thực hiện", "% of the target realised")
_EVEN: Words = ("chia đều", "even pace")
_CUTS: Words = ("{} của mức chia đều", "{} of the even pace")
_NOTE: Words = (
    "Đường chia đều không biết mùa vụ: thu ngân sách và giải ngân không đều trong năm.",
    "The even pace knows no seasons: revenue and disbursement are uneven over the year.",
)
_ROOM = 1.6
"""How far the axis reaches beyond the latest point, for the names."""
_MARKERS = {
    Pace.AHEAD: ("^", True),
    Pace.ON_PACE: ("o", True),
    Pace.BEHIND: ("v", False),
    Pace.FAR_BEHIND: ("X", False),
    Pace.REGRESSING: ("s", False),
}
"""Sign of each class of pace, and whether it is filled."""


def pace(
    verdicts: Iterable[Verdict | Entry],
    *,
    ax: Axes | None = None,
    policy: Policy = DEFAULT,
    locale: Locale = "vi",
) -> Figure:
    """Shares realised against the time elapsed, of all flows whose period is open (biểu đồ tiến độ).

    Lines show an even pace and the cuts of the policy. What has no pace, and what was measured by another
    year's profile, is not drawn.

    Args:
        verdicts: A scorecard, its entries, or verdicts.
        ax: Axes to draw on; without, a new figure.
        policy: Whose cuts are drawn.
        locale: Language of the words.

    Raises:
        MissingExtraError: matplotlib is not installed: ``pip install 'vnplan[plot]'``.
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    held = [one.verdict if isinstance(one, Entry) else one for one in verdicts]
    shown = sorted(filter(_is_shown, held), key=lambda one: _share(one)[1])
    ax = axes_of(ax, width=8, height=6)
    ends = [end for one in shown for end in _share(one)]
    right = min(100.0, _ROOM * max([*map(_elapsed, shown), 0.0]) or 100.0)
    ax.set_xlim(0, right)
    ax.set_ylim(min([0.0, *ends]), max([right, *ends]) * 1.08)
    _lines(ax, policy)
    for one in shown:
        _point(ax, one)
    _names(ax, shown, locale)
    ax.spines["left"].set_visible(True)
    ax.spines["left"].set_color(SOFT)
    ax.tick_params(labelsize=8)
    ax.set_xlabel(pick(_X, locale), **words(fontsize=9))
    ax.set_ylabel(pick(_Y, locale), **words(fontsize=9))
    for axis in (ax.xaxis, ax.yaxis):
        write_numbers(axis, locale)
    titled(ax, pick(_TITLE, locale), pick(_NOTE, locale))
    _legend(ax, shown, policy, locale)
    return figure_of(ax)


def _is_shown(one: Verdict) -> bool:
    reading = one.pace_reading
    return reading is not None and reading.ratio.value is not None and reading.against == LINEAR


def _share(one: Verdict) -> tuple[float, float, float]:
    """Least, printed and most share in per cent; a bound that is open counts as the printed one."""
    assert one.share is not None
    assert one.share.value is not None
    values, face = one.share.interval, one.share.value
    low = face if values is None or values.lower is None else values.lower
    high = face if values is None or values.upper is None else values.upper
    return _percent(low), _percent(face), _percent(high)


def _percent(value: Decimal) -> float:
    return number(exact().scaleb(value, 2))


def _lines(ax: Axes, policy: Policy) -> None:
    for cut in (policy.ahead, policy.on_pace, policy.behind):
        ax.axline((0, 0), slope=number(cut), color=SOFT, linestyle=_CUT, linewidth=1, zorder=1, gid="cut")
    ax.axline((0, 0), slope=1, color=SOFT, linewidth=1.4, zorder=1, gid="even")


_CUT = (0, (1, 2))


def _point(ax: Axes, one: Verdict) -> None:
    low, face, high = _share(one)
    x = _elapsed(one)
    ax.vlines(x, low, high, colors=INK, linewidth=1.5, zorder=2, gid="interval")
    ax.plot([x], [face], linestyle="", zorder=3, gid="share", **_sign(one.pace))


def _elapsed(one: Verdict) -> float:
    assert one.elapsed is not None
    return _percent(one.elapsed.share)


def _sign(pace: Pace | None) -> dict[str, Any]:
    assert pace is not None
    marker, filled = _MARKERS[pace]
    return {
        "marker": marker,
        "markersize": 9,
        "markerfacecolor": INK if filled else "white",
        "markeredgecolor": INK,
        "markeredgewidth": 1.4,
    }


def _names(ax: Axes, shown: Sequence[Verdict], locale: Locale) -> None:
    """Names beside the points, apart from one another where points lie close."""
    low, high = ax.get_ylim()
    right = float(ax.get_xlim()[1])
    names = dict(zip(map(id, shown), names_of((one.target for one in shown), locale), strict=True))
    for at_right in (False, True):
        held = [one for one in shown if (_elapsed(one) > _MIDDLE * right) is at_right]
        places = spread([_share(one)[1] for one in held], least=(high - low) * 0.055, top=high)
        for one, y in zip(held, places, strict=True):
            x = _elapsed(one) + (-_AWAY if at_right else _AWAY) * right
            told = f"{names[id(one)]}: {share_of(one, locale)}"
            ax.annotate(
                wrapped(told, 200),
                (_elapsed(one), _share(one)[1]),
                xytext=(x, y),
                arrowprops={"arrowstyle": "-", "color": SOFT, "linewidth": 0.7, "shrinkB": 6},
                **words(fontsize=8, va="center", ha="right" if at_right else "left", bbox=PLATE),
            )


_MIDDLE, _AWAY = 0.7, 0.04


def _legend(ax: Axes, shown: Sequence[Verdict], policy: Policy, locale: Locale) -> None:
    from matplotlib.lines import Line2D

    found = {one.pace for one in shown}
    signs = [
        Line2D([], [], linestyle="", label=format_enum(pace, locale=locale), **_sign(pace))
        for pace in _MARKERS
        if pace in found
    ]
    cuts = " · ".join(format_percent(cut, locale=locale) for cut in (policy.ahead, policy.on_pace, policy.behind))
    lines = [
        Line2D([], [], color=SOFT, linewidth=1.4, label=pick(_EVEN, locale)),
        Line2D([], [], color=SOFT, linewidth=1, linestyle=_CUT, label=pick(_CUTS, locale).format(cuts)),
    ]
    legend(ax, [*signs, *lines])
