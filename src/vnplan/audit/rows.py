"""Findings as plain rows (bảng kết quả rà soát)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from vnplan.audit.finding import Finding
    from vnplan.model.interval import Interval


class FindingRow(TypedDict):
    """One finding of an audit; further columns may follow.

    Attributes:
        rule: Name of the rule.
        result: `consistent`, `only_if_truncated`, `inconsistent` or `undecided`.
        subject: What it is about: the indicator's id or wording, a section, a document number.
        documents: Ids of the documents compared.
        stated_lower, stated_upper: What is stated, as decimal strings in the base unit.
        computed_lower, computed_upper: What follows from the other side, in the same unit.
        residual: The smallest change that reconciles the two, as a decimal string.
        missing: What an undecided case lacks.
        message_vi, message_en: One sentence in Vietnamese and in English.
        places: Where both sides were read: ``document:start–end``.
        quotes: The characters at these places.
    """

    rule: str
    result: str
    subject: str
    documents: list[str]
    stated_lower: str | None
    stated_upper: str | None
    computed_lower: str | None
    computed_upper: str | None
    residual: str | None
    missing: list[str]
    message_vi: str
    message_en: str
    places: list[str]
    quotes: list[str]


def row_of(finding: Finding) -> FindingRow:
    """The row of one finding."""
    stated, computed = (*finding.intervals, None, None)[:2]
    return FindingRow(
        rule=finding.rule,
        result=str(finding.result),
        subject=finding.subject,
        documents=list(finding.documents),
        stated_lower=_end(stated, upper=False),
        stated_upper=_end(stated, upper=True),
        computed_lower=_end(computed, upper=False),
        computed_upper=_end(computed, upper=True),
        residual=_plain(finding.residual),
        missing=list(finding.missing),
        message_vi=finding.message_vi,
        message_en=finding.message_en,
        places=[str(source) for source in finding.sources],
        quotes=[source.quote for source in finding.sources],
    )


def _end(interval: Interval | None, *, upper: bool) -> str | None:
    return None if interval is None else _plain(interval.upper if upper else interval.lower)


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"
