"""Bars and marks of the page, readable without colour (hình vẽ): inline SVG, nothing from outside."""

from __future__ import annotations

from decimal import Decimal

from vnplan.attainment import Outcome, Verdict
from vnplan.bars import Bar
from vnplan.formatting import Locale, format_interval, format_quantity
from vnplan.formatting.locales import pick
from vnplan.html import class_of
from vnplan.model.interval import Interval, exact
from vnplan.model.quantity import Quantity
from vnplan.page.markup import label

GLYPHS = {
    Outcome.EXCEEDED: "▲",
    Outcome.MET: "●",
    Outcome.NOT_MET: "✕",
    Outcome.OPEN: "◐",
    Outcome.INDETERMINATE: "?",
    Outcome.NOT_COMPARABLE: "≠",
    Outcome.NO_ACTUAL: "○",
    Outcome.QUALITATIVE: "¶",
}
"""A sign for each outcome, so that none is told by colour alone."""

_WIDTH, _HEIGHT = 240, 26
_THINNEST = Decimal(3)
"""Units of the drawing that even the narrowest rounding interval takes, so that it can be seen."""

PATTERNS = (
    '<svg class="defs" aria-hidden="true" focusable="false" width="0" height="0"><defs>'
    '<pattern id="ink-met" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<rect class="ink met" width="6" height="6"/></pattern>'
    '<pattern id="ink-missed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="ink missed" width="3.4" height="6"/></pattern>'
    '<pattern id="ink-open" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<rect class="ink open pale" width="5" height="5"/><circle class="ink open" cx="2.5" cy="2.5" r="1.5"/></pattern>'
    '<pattern id="ink-none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">'
    '<rect class="ink none" width="1.2" height="6"/></pattern>'
    "</defs></svg>"
)
"""How each kind of outcome is filled: plain, hatched, dotted, thinly hatched."""


def drawn(bar: Bar, verdict: Verdict) -> str:
    """The bar of one target: what meets it, the result, its rounding interval, the value to reach."""
    kind = class_of(verdict)
    zero, face, mark = _x(bar.place(Decimal(0))), _x(bar.place(bar.face)), _x(bar.place(bar.mark))
    pieces = [
        f'<rect class="track" y="8" width="{_WIDTH}" height="10"/>',
        _zone(bar),
        f'<rect class="fill" fill="url(#ink-{kind})" x="{min(zero, face)}" y="8" width="{abs(face - zero)}" height="10"/>',
        _whisker(bar),
        "" if bar.even is None else _even(_x(bar.place(bar.even))),
        f'<line class="mark" x1="{mark}" x2="{mark}" y1="2" y2="24"/>',
    ]
    said = label(lambda locale: _said(bar, locale))
    return (
        f'<svg class="bar {kind}" role="img" {said} viewBox="-2 0 {_WIDTH + 4} {_HEIGHT}" '
        f'width="{_WIDTH + 4}" height="{_HEIGHT}">{"".join(pieces)}</svg>'
    )


def _x(part: Decimal) -> Decimal:
    return exact().multiply(part, Decimal(_WIDTH)).quantize(Decimal("0.1"), context=exact())


def _zone(bar: Bar) -> str:
    """The values that meet the target."""
    if bar.accepted is None:
        return ""
    low, high = _x(bar.place(bar.accepted.lower)), _x(bar.place(bar.accepted.upper, default=Decimal(1)))
    return f'<rect class="zone" x="{low}" y="20" width="{max(high - low, _THINNEST)}" height="4"/>'


def _whisker(bar: Bar) -> str:
    """The values that the printed result stands for; an unbounded end has no cap."""
    if bar.values is None:
        return ""
    low, high = _x(bar.place(bar.values.lower)), _x(bar.place(bar.values.upper, default=Decimal(1)))
    if high - low < _THINNEST:
        middle = (low + high) / 2
        low, high = middle - _THINNEST / 2, middle + _THINNEST / 2
    caps = "".join(
        f'<line x1="{x}" x2="{x}" y1="9" y2="17"/>'
        for x, end in ((low, bar.values.lower), (high, bar.values.upper))
        if end is not None
    )
    halo = f'<line class="halo" x1="{low}" x2="{high}" y1="13" y2="13"/>'
    return f'<g class="whisker">{halo}<line x1="{low}" x2="{high}" y1="13" y2="13"/>{caps}</g>'


def _even(x: Decimal) -> str:
    return f'<line class="even" x1="{x}" x2="{x}" y1="4" y2="22"/>'


def _said(bar: Bar, locale: Locale) -> str:
    """The same in words."""
    told = pick(("Kết quả {}; mức cần đạt {}", "Result {}; to be reached {}"), locale).format(
        _amount(bar, bar.face, locale), _amount(bar, bar.mark, locale)
    )
    if bar.values is not None and not bar.values.is_point:
        told += pick(("; giá trị có thể: {}", "; possible values: {}"), locale).format(values_of(bar, locale))
    if bar.even is not None:
        told += pick(("; mức chia đều: {}", "; even pace: {}"), locale).format(_amount(bar, bar.even, locale))
    return told


def values_of(bar: Bar, locale: Locale) -> str:
    """The values that the printed result stands for, in the target's unit."""
    assert bar.values is not None
    whole = bar.values * Interval.point(Decimal((0, (1,), bar.unit.power)))
    return format_interval(whole, unit=bar.unit, decimals=4, locale=locale)


def _amount(bar: Bar, value: Decimal, locale: Locale) -> str:
    shown = value.quantize(Decimal("0.0001"), context=exact()).normalize(exact())
    return format_quantity(Quantity(shown, bar.unit, None), locale=locale)


# --- the same drawings, small, for the legend ----------------------------------------------------


def result_drawing() -> str:
    """A result with its rounding interval."""
    caps = "".join(f'<line x1="{x}" x2="{x}" y1="9" y2="17"/>' for x in (22, 38))
    whisker = f'<g class="whisker"><line x1="22" x2="38" y1="13" y2="13"/>{caps}</g>'
    return _small(f'<rect class="fill" fill="url(#ink-met)" y="8" width="30" height="10"/>{whisker}', "met")


def target_drawing() -> str:
    """The value to reach, and the values that meet the target."""
    zone = '<rect class="zone" x="20" y="20" width="20" height="4"/>'
    return _small(f'{zone}<line class="mark" x1="20" x2="20" y1="2" y2="24"/>', "none")


def even_drawing() -> str:
    """An even pace."""
    return _small(_even(Decimal(20)), "none")


def _small(drawing: str, kind: str) -> str:
    return (
        f'<svg class="bar {kind}" aria-hidden="true" focusable="false" viewBox="0 0 40 {_HEIGHT}" '
        f'width="40" height="{_HEIGHT}">{drawing}</svg>'
    )
