"""Codes of rows as Vietnamese words (từ ngữ trên bảng tính)."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from vnplan.attainment import Certainty, Consistency, Outcome, Pace, Reason
from vnplan.catalogue import default
from vnplan.exchange.columns import Row
from vnplan.formatting import format_enum, format_period
from vnplan.formatting.findings import rule_title
from vnplan.formatting.terms import TERMS, format_field
from vnplan.model.actual import YEAR_ON_YEAR, ChangeForm, ShareForm, Status
from vnplan.model.figure import Basis
from vnplan.parsing import parse_period

_ROLES = {
    "target": "kế hoạch",
    "actual": "thực hiện",
    "change": "tăng, giảm",
    "share": "tỷ lệ thực hiện",
    "tally": "số chỉ tiêu, nhiệm vụ",
}


def worded(column: str, value: object, row: Row) -> str | None:
    """The words for a code in that column; None where the column holds words already."""
    make = _WORDED.get(column)
    return None if make is None else make(str(value), row)


def _of(enum: type[StrEnum]) -> Callable[[str, Row], str]:
    return lambda value, _: format_enum(enum(value))


def _bound(value: str, _: Row) -> str:
    """The bound; the equals sign, which nearly all have, stays away."""
    return "" if value == "=" else TERMS["Comparator"][value][0]


def _period(value: str, _: Row) -> str:
    return format_period(parse_period(value), style="short")


def _basis(value: str, row: Row) -> str:
    if row["role"] != "change":
        return format_enum(Basis(value))
    return "cùng kỳ năm trước" if value == YEAR_ON_YEAR else _period(value, row)


def _form(value: str, row: Row) -> str:
    return format_enum(ChangeForm(value) if row["role"] == "change" else ShareForm(value))


def _subject(value: str, _: Row) -> str:
    """The Vietnamese name of an indicator of the catalogue; other subjects are words already."""
    found = default().indicators.get(value)
    return value if found is None else found.name


_WORDED: dict[str, Callable[[str, Row], str]] = {
    "role": lambda value, _: _ROLES.get(value, value),
    "comparator": _bound,
    "target_comparator": _bound,
    "form": _form,
    "basis": _basis,
    "period": _period,
    "actual_period": _period,
    "estimated": lambda value, _: "ước" if value == "True" else "",
    "section": lambda value, _: format_field(value),
    "authority": _of(Basis),
    "actual_status": _of(Status),
    "outcome": _of(Outcome),
    "certainty": _of(Certainty),
    "pace": _of(Pace),
    "reasons": lambda value, _: ", ".join(format_enum(Reason(code)) for code in value.split()),
    "result": _of(Consistency),
    "rule": lambda value, _: rule_title(value),
    "subject": _subject,
}
