"""Results against targets, a bar a target (biểu đồ thực hiện chỉ tiêu)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import frozen

from vnplan.attainment import DEFAULT, Outcome, Policy
from vnplan.bars import Bar, bar_of
from vnplan.formatting import Locale, format_enum, format_period, format_scorecard
from vnplan.formatting.locales import Words, capitalised, pick
from vnplan.html import CLASSES
from vnplan.model.interval import nearest
from vnplan.plot.canvas import (
    INK,
    PALE,
    SOFT,
    axes_of,
    figure_of,
    legend,
    look_of,
    number,
    titled,
    words,
    wrapped,
    write_numbers,
)
from vnplan.plot.naming import names_of
from vnplan.scorecard import Entry, Scorecard
from vnplan.tables import NOTHING, aimed, reached, share_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_TITLE: Words = ("Kết quả so với mức cần đạt", "Results against the value to reach")
_AXIS: Words = ("% của mức cần đạt", "% of the value to reach")
_LEFT_OUT: Words = (
    "Không vẽ {} chỉ tiêu chưa có kết quả so sánh được.",
    "Not drawn: {} targets without a comparable result.",
)
_MARKS: tuple[Words, ...] = (
    ("mức cần đạt", "value to reach"),
    ("giá trị trước khi làm tròn", "values before rounding"),
    ("các giá trị được coi là đạt", "values that meet the target"),
    ("mức chia đều theo thời gian", "even pace"),
)
_ROW = 0.52
"""Inches that a bar takes."""


@frozen
class _Line:
    entry: Entry
    bar: Bar

    def percent(self, value: Decimal) -> float:
        """A value in per cent of the value to reach, which is 100 even where it is below zero."""
        return number(nearest().multiply(nearest().divide(value, self.bar.mark), Decimal(100)))


def bullets(
    card: Scorecard | Iterable[Entry],
    *,
    ax: Axes | None = None,
    policy: Policy = DEFAULT,
    locale: Locale = "vi",
) -> Figure:
    """Bars of results against their targets, with the rounding interval (biểu đồ thực hiện chỉ tiêu).

    Every bar is drawn in per cent of the value to reach, and none is cut. Targets without a comparable result, and
    those to reach zero, are not drawn; a note tells how many.

    Args:
        card: A scorecard, or some of its entries.
        ax: Axes to draw on; without, a new figure.
        policy: The policy of the verdicts.
        locale: Language of the words.

    Raises:
        MissingExtraError: matplotlib is not installed: ``pip install 'vnplan[plot]'``.
        InvalidValueError: The verdicts were made with another policy.
    """
    entries = tuple(card)
    found = [(entry, bar_of(entry.verdict, policy=policy)) for entry in entries]
    lines = [_Line(entry, bar) for entry, bar in found if bar is not None and bar.mark]
    ax = axes_of(ax, width=9, height=1.7 + _ROW * max(len(lines), 1))
    _set_up(ax, lines, locale)
    right = ax.get_xlim()[1]
    for row, line in enumerate(lines):
        _draw(ax, row, line, right)
        ax.text(right * 1.01, row, _told(line, locale), **words(fontsize=8, va="center", ha="left"))
    missing = len(entries) - len(lines)
    counted = format_scorecard(card, locale=locale) + "." if isinstance(card, Scorecard) else ""
    titled(ax, pick(_TITLE, locale), counted, pick(_LEFT_OUT, locale).format(missing) if missing else "")
    _legend(ax, lines, locale)
    return figure_of(ax)


def _set_up(ax: Axes, lines: list[_Line], locale: Locale) -> None:
    far = [100.0, *(line.percent(line.bar.face) for line in lines)]
    near = [0.0, *(line.percent(line.bar.face) for line in lines)]
    for line in lines:
        if line.bar.values is not None:
            ends = [line.percent(end) for end in (line.bar.values.lower, line.bar.values.upper) if end is not None]
            far += ends
            near += ends
    low, high = min(near), max(far)
    room = (high - low) * 0.06
    ax.set_xlim(low - room if low < 0 else 0, high + room)
    ax.set_ylim(max(len(lines), 1) - 0.4, -0.6)
    names = names_of((line.entry.target for line in lines), locale)
    ax.set_yticks(range(len(lines)), [_name(*pair, locale) for pair in zip(names, lines, strict=True)])
    ax.tick_params(axis="y", labelsize=9)
    ax.tick_params(axis="x", labelsize=8)
    ax.set_xlabel(pick(_AXIS, locale), **words(fontsize=8))
    write_numbers(ax.xaxis, locale)


def _name(name: str, line: _Line, locale: Locale) -> str:
    target = line.entry.target
    period = "" if target.period is None else f" ({format_period(target.period, style='short', locale=locale)})"
    return wrapped(f"{name or NOTHING}{period}", 38)


def _told(line: _Line, locale: Locale) -> str:
    entry = line.entry
    share = share_of(entry.verdict, locale)
    parts = [reached(entry.verdict, locale), f"/ {aimed(entry, locale)}"]
    outcome = format_enum(entry.verdict.outcome, locale=locale)
    second = outcome if share == NOTHING else f"{outcome}, {share}"
    return f"{wrapped(' '.join(parts), 44)}\n{second}"


def _draw(ax: Axes, row: int, line: _Line, right: float) -> None:
    bar, look = line.bar, look_of(line.entry.verdict.outcome)
    left = ax.get_xlim()[0]
    ax.barh(row, right - left, 0.5, left=left, color=PALE, zorder=1, gid="track")
    _zone(ax, row, line, left, right)
    ax.barh(
        row,
        line.percent(bar.face),
        0.34,
        color=look.face,
        edgecolor=look.edge,
        hatch=look.hatch,
        linewidth=0.8,
        zorder=2,
        gid="result",
    )
    _whisker(ax, row, line, left, right)
    if bar.even is not None:
        even = line.percent(bar.even)
        ax.vlines(even, row - 0.3, row + 0.3, colors=INK, linestyles=(0, (2, 1.5)), linewidth=1.4, zorder=4, gid="even")
    ax.vlines(100, row - 0.34, row + 0.34, colors=INK, linewidth=2.2, zorder=4, gid="mark")


def _zone(ax: Axes, row: int, line: _Line, left: float, right: float) -> None:
    """A thin band below the bar: the values that meet the target."""
    accepted = line.bar.accepted
    if accepted is None:
        return
    ends = (accepted.lower, accepted.upper)
    falls = line.bar.mark < 0
    open_ends = (right, left) if falls else (left, right)
    low, high = sorted(
        open_end if end is None else line.percent(end) for end, open_end in zip(ends, open_ends, strict=True)
    )
    ax.barh(row + 0.3, high - low or 0.4, 0.07, left=low, color=SOFT, zorder=3, gid="accepted")


def _whisker(ax: Axes, row: int, line: _Line, left: float, right: float) -> None:
    """The values that the printed result stands for; an open end has no cap."""
    values = line.bar.values
    if values is None:
        return
    open_ends = (right, left) if line.bar.mark < 0 else (left, right)
    ends = tuple(zip((values.lower, values.upper), open_ends, strict=True))
    low, high = sorted(open_end if end is None else line.percent(end) for end, open_end in ends)
    for width, colour in ((3.4, "white"), (1.5, INK)):
        ax.hlines(row, low, high, colors=colour, linewidth=width, zorder=5, gid="interval" if colour == INK else "halo")
    for end, _ in ends:
        if end is not None:
            ax.vlines(line.percent(end), row - 0.1, row + 0.1, colors=INK, linewidth=1.5, zorder=5, gid="cap")


def _legend(ax: Axes, lines: list[_Line], locale: Locale) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    outcomes = dict.fromkeys(line.entry.verdict.outcome for line in lines)
    kinds: dict[str, list[Outcome]] = {}
    for outcome in sorted(outcomes, key=list(Outcome).index):
        kinds.setdefault(CLASSES.get(outcome, "none"), []).append(outcome)
    handles: list[Patch | Line2D] = []
    for held in kinds.values():
        look = look_of(held[0])
        told = capitalised(", ".join(format_enum(one, locale=locale) for one in held))
        handles.append(Patch(facecolor=look.face, edgecolor=look.edge, hatch=look.hatch, label=told))
    looks: tuple[dict[str, Any], ...] = (
        {"marker": "|", "markersize": 12, "markeredgewidth": 2.6, "linestyle": ""},
        {"marker": "|", "markersize": 6, "linestyle": "-", "linewidth": 1.5},
        {"linestyle": "-", "linewidth": 3, "color": SOFT},
        {"linestyle": (0, (2, 1.5)), "linewidth": 1.4},
    )
    shown = len(looks) if any(line.bar.even is not None for line in lines) else len(looks) - 1
    for label, look_ in list(zip(_MARKS, looks, strict=True))[:shown]:
        handles.append(Line2D([], [], label=pick(label, locale), **{"color": INK, **look_}))
    legend(ax, handles)
