"""A scorecard as plain rows (bảng phẳng)."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import TypedDict

from vnplan.attainment import Amount, Ratio, Result
from vnplan.model.actual import Change
from vnplan.model.figure import Figure
from vnplan.model.interval import exact
from vnplan.model.quantity import Quantity
from vnplan.model.target import Target
from vnplan.scorecard.card import Entry

_PLACES = 6
"""Decimals of computed numbers in a row; the ends of intervals are rounded outwards."""


class ScoreRow(TypedDict):
    """One target of a scorecard; the page on columns in the docs tells what they hold, and further ones may follow.

    Figures stand as decimal strings in their own unit, declines negative. `share` and `pace_ratio` are ratios
    (0.267 is 26,7 %) to six decimals, their ends rounded outwards. Lists of words are joined by a space.
    Where the change that answers a target was computed from two levels, `actual` is the later one and `base` the
    one of the year before; None for all others.
    """

    document: str
    item_number: int | None
    section: str | None
    indicator: str | None
    name: str
    locality: str | None
    period: str | None
    authority: str | None
    measure: str
    target: str
    target_value: str | None
    target_upper: str | None
    target_unit: str | None
    target_comparator: str | None
    actual_document: str | None
    actual_name: str | None
    actual_period: str | None
    actual_status: str | None
    actual: str | None
    actual_value: str | None
    actual_upper: str | None
    actual_unit: str | None
    actual_comparator: str | None
    outcome: str
    certainty: str | None
    finality: str | None
    pace: str | None
    stated_word: str | None
    share: str | None
    share_lower: str | None
    share_upper: str | None
    gap: str | None
    gap_unit: str | None
    elapsed: str | None
    pace_ratio: str | None
    run_rate: str | None
    run_rate_per: str | None
    reasons: str
    assumed: str
    policy: str
    target_vintages: int
    actual_vintages: int
    target_quote: str | None
    target_start: int | None
    target_end: int | None
    actual_quote: str | None
    actual_start: int | None
    actual_end: int | None
    base: str | None
    base_document: str | None
    base_period: str | None
    base_quote: str | None
    base_start: int | None
    base_end: int | None


def row_of(entry: Entry) -> ScoreRow:
    """One entry of a scorecard as a plain row."""
    verdict = entry.verdict
    target, actual = verdict.target, verdict.actual
    base = verdict.base
    aim, result = _figure(target), _figure(actual)
    at, found_at, base_at = _place(target), _place(actual), _place(base)
    share, gap, rate = verdict.share or Ratio(), verdict.gap or Amount(), verdict.run_rate or Amount()
    pace = None if verdict.pace_reading is None else verdict.pace_reading.ratio.value
    return {
        "document": entry.document,
        "item_number": entry.item_number,
        "section": entry.section,
        "indicator": None if target.indicator is None else target.indicator.id,
        "name": target.name,
        "locality": None if target.locality is None else target.locality.name,
        "period": _word(target.period),
        "authority": _word(target.authority),
        "measure": str(target.measure),
        "target": str(target.stated),
        "target_value": aim[0],
        "target_upper": aim[1],
        "target_unit": aim[2],
        "target_comparator": aim[3],
        "actual_document": _document(entry, actual),
        "actual_name": None if actual is None else actual.name,
        "actual_period": None if actual is None else _word(actual.period),
        "actual_status": None if actual is None else str(actual.status),
        "actual": None if actual is None else str(actual.stated),
        "actual_value": result[0],
        "actual_upper": result[1],
        "actual_unit": result[2],
        "actual_comparator": result[3],
        "outcome": str(verdict.outcome),
        "certainty": _word(verdict.certainty),
        "finality": _word(verdict.finality),
        "pace": _word(verdict.pace),
        "stated_word": _word(verdict.stated_word),
        "share": _decimal(share.value),
        "share_lower": None if share.interval is None else _decimal(share.interval.lower, ROUND_FLOOR),
        "share_upper": None if share.interval is None else _decimal(share.interval.upper, ROUND_CEILING),
        "gap": _amount(gap.value),
        "gap_unit": None if gap.value is None else gap.value.unit.symbol,
        "elapsed": None if verdict.elapsed is None else _decimal(verdict.elapsed.share),
        "pace_ratio": _decimal(pace),
        "run_rate": _amount(rate.value),
        "run_rate_per": rate.per,
        "reasons": " ".join(verdict.reasons),
        "assumed": " ".join(verdict.assumed),
        "policy": verdict.policy,
        "target_vintages": len(entry.targets),
        "actual_vintages": len(entry.actuals),
        "target_quote": at[0],
        "target_start": at[1],
        "target_end": at[2],
        "actual_quote": found_at[0],
        "actual_start": found_at[1],
        "actual_end": found_at[2],
        "base": None if base is None else str(base.stated),
        "base_document": _document(entry, base),
        "base_period": None if base is None else _word(base.period),
        "base_quote": base_at[0],
        "base_start": base_at[1],
        "base_end": base_at[2],
    }


def _word(value: object) -> str | None:
    return None if value is None else str(value)


def _figure(figure: Target | Result | None) -> tuple[str | None, str | None, str | None, str | None]:
    """Value, upper end, unit and comparator, a decline negative."""
    if figure is None or figure.stated.quantity is None:
        return None, None, None, None
    stated = figure.stated
    quantity = figure.signed if isinstance(figure, Change) else stated.quantity
    assert quantity is not None
    upper = None if stated.upper is None else f"{stated.upper.value:f}"
    return f"{quantity.value:f}", upper, quantity.unit.symbol, str(stated.comparator)


def _place(figure: Figure | None) -> tuple[str | None, int | None, int | None]:
    source = None if figure is None else figure.source
    return (None, None, None) if source is None else (source.quote, source.start, source.end)


def _document(entry: Entry, figure: Result | None) -> str | None:
    """The document of a figure that decided."""
    return None if figure is None else next((one.document for one in entry.actuals if one.figure == figure), None)


def _amount(quantity: Quantity | None) -> str | None:
    return None if quantity is None else _decimal(quantity.value)


def _decimal(value: Decimal | None, rounding: str = ROUND_HALF_EVEN) -> str | None:
    """To six decimals at most, without trailing zeros."""
    if value is None:
        return None
    short = value.quantize(Decimal((0, (1,), -_PLACES)), rounding, exact())
    text = f"{short:f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
