"""Figures to draw on, and the looks that all charts share (khung vẽ)."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import frozen

from vnplan.attainment import Outcome
from vnplan.exchange.extras import optional
from vnplan.formatting import Locale, format_number
from vnplan.html import CLASSES

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.figure import Figure

FONT = "DejaVu Sans"
"""Comes with matplotlib, and holds every Vietnamese letter."""

_MARGIN = 0.08
"""Inches around what is drawn."""

INK, SOFT, PALE = "#1a1a1a", "#5c5c5c", "#e4e4e2"


@frozen
class Look:
    """How results of one kind are filled: colours differ in lightness, and hatches tell them apart without."""

    face: str
    hatch: str
    edge: str


LOOKS: Mapping[str, Look] = {
    "met": Look("#2c7a4b", "", "#123a22"),
    "missed": Look("#e9a29b", "////", "#a8231c"),
    "open": Look("#bcd6ee", "....", "#1c5f9e"),
    "none": Look("#ffffff", "xx", "#5f5f5f"),
}


RISE, FALL = Look("#8f9ba6", "", INK), Look("#ffffff", "////", INK)
"""Growth and decline, neither of them good or bad by itself."""


def look_of(outcome: Outcome) -> Look:
    """How a result of that outcome is filled."""
    return LOOKS[CLASSES.get(outcome, "none")]


def axes_of(ax: Axes | None, *, width: float, height: float) -> Axes:
    """The axes given, or those of a new figure of that size in inches.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    optional("matplotlib", feature="a chart", extra="plot")
    if ax is None:
        from matplotlib.layout_engine import ConstrainedLayoutEngine

        from vnplan.plot.figure import Chart

        layout = ConstrainedLayoutEngine(w_pad=_MARGIN, h_pad=_MARGIN)
        ax = Chart(figsize=(width, height), layout=layout).add_subplot()
    ax.tick_params(labelfontfamily=FONT, colors=INK, length=0)
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    ax.spines["bottom"].set_color(SOFT)
    return ax


def figure_of(ax: Axes) -> Figure:
    """The figure that axes belong to."""
    found = ax.get_figure(root=True)
    assert found is not None
    return found


PLATE = {"facecolor": "white", "edgecolor": "none", "pad": 1.2, "alpha": 0.85}
"""Behind a text that may cross a line."""


def words(**more: Any) -> dict[str, Any]:
    """Arguments of a text: the font, and others."""
    return {"fontfamily": FONT, "color": INK, **more}


def titled(ax: Axes, title: str, *notes: str) -> None:
    """A title at the left, and notes below the axes."""
    ax.set_title(title, **words(loc="left", fontsize=12, fontweight="bold"))
    lines = [line for note in notes for line in textwrap.wrap(note, 84)]
    if lines:
        ax.set_xlabel("\n".join(filter(None, (ax.get_xlabel(), *lines))), **words(fontsize=8))


def write_numbers(axis: Axis, locale: Locale) -> None:
    """Numbers beside an axis with the marks of the language."""
    axis.set_major_formatter(lambda value, _: format_number(Decimal(f"{value:.10g}"), locale=locale))


def legend(ax: Axes, handles: Sequence[Artist]) -> None:
    """What the drawings mean, below the axes."""
    found = figure_of(ax).legend(
        handles=handles, loc="outside lower left", ncols=4, frameon=False, prop={"family": FONT, "size": 8}
    )
    found.set_gid("legend")


def spread(places: Sequence[float], *, least: float, top: float) -> list[float]:
    """Rising places moved apart to that distance, and down from the top where they would pass it."""
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + least) if found else place)
    for number_ in range(len(found) - 1, -1, -1):
        limit = top if number_ == len(found) - 1 else found[number_ + 1] - least
        found[number_] = min(found[number_], limit)
    return found


def wrapped(text: str, width: int) -> str:
    """A text on lines of at most that width; dollar signs are no formulas."""
    return "\n".join(textwrap.wrap(text, width)).replace("$", r"\$")


def number(value: Decimal) -> float:
    """A value as a place on paper; nothing is computed with it."""
    return float(value)
