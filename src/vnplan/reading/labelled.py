"""Counts without a unit after them: "Bác sĩ: 249; dược sĩ: 106", "tổng số học sinh là 418" (số đếm theo nhãn)."""

from __future__ import annotations

import re

from vnplan.reading.figures import nouns
from vnplan.reading.numbers import parse_numeral
from vnplan.reading.raw import RawFigure, RawUnit

_LABEL = re.compile(r"(?:^|[(\n;,:•+-] ?|và )(?P<label>[^\W\d_][^\d:;,()\n]{1,40}): ?$")
_ENDS = re.compile(r" ?(?:[;)\n]|[,.](?!\d)|$)")
_NEXT = re.compile(r" ?[,;] ?(?:và )?[^\W\d_][^\d:;,()\n]{1,40}: ?\d")
_BEFORE = re.compile(r"\d ?[,;] ?(?:và )?$")
_WHOLE = re.compile(r"\d{1,6}|\d{1,3}(?:\.\d{3})+")
_NUMBERS_OF = re.compile(r"(?<!\w)(?:số (?P<noun>[^\W\d_])|dân số)[^;.:()\n]{0,90} (?:là|đạt|có|còn) $")
_OPENS_NUMBER_OF = re.compile(r"(?:^|[.;:\n] |[-+•] ?)(?:tổng )?số (?P<noun>[^\W\d_][^\d,;.:()\n]{2,60}) $")
"""As in "Số doanh nghiệp thành lập mới 1.305, tăng 18,5%"."""
_NO_COUNT = re.compile(r"(?:điện thoại|fax|mã|số|hotline|đt|tel|trang|lớp|khóa|năm|tháng|ngày)(?!\w)")
_BACK = 120
"""Characters before a number in which its label, or the words that say what is counted, are looked for."""
_NEAR = 260
"""Characters in which the count was told that a list takes apart."""


def read_labelled(flow: str, start: int, end: int, before: RawFigure | None) -> RawFigure | None:
    """The count that a bare number states by its label or by "số …" before it; None where neither says what is counted."""
    if not _WHOLE.fullmatch(flow, start, end) or _ENDS.match(flow, end) is None:
        return None
    unit = _of_a_list(flow, start, end, before) or _of_a_number(flow, start)
    numeral = None if unit is None else parse_numeral(flow[start:end])
    return None if numeral is None else RawFigure(start, end, start, end, numeral.value, unit)


def _of_a_list(flow: str, start: int, end: int, before: RawFigure | None) -> RawUnit | None:
    """What a list of labels counts: each what its label names, else a part of what was counted before it."""
    label = _LABEL.search(flow, max(0, start - _BACK), start)
    if label is None or _NO_COUNT.match(flow, label.start("label")):
        return None
    if _NEXT.match(flow, end) is None and _BEFORE.search(flow, max(0, start - _BACK), label.start("label")) is None:
        return None
    named = nouns().at(flow, label.start("label"), label.end("label"))
    if named is not None and named[0] == label.end("label") and named[1][0] == "figure":
        return RawUnit(label["label"], f"count:{named[1][1]}")
    counted = before is not None and before.unit is not None and before.unit.dimension.startswith("count:")
    return before.unit if before is not None and counted and before.end > start - _NEAR else None


def _of_a_number(flow: str, start: int) -> RawUnit | None:
    """What "số …" before a verb counts: pupils, of "tổng số học sinh là 418"."""
    low = max(0, start - _BACK)
    told = _NUMBERS_OF.search(flow, low, start) or _OPENS_NUMBER_OF.search(flow, low, start)
    if told is None:
        return None
    if told["noun"] is None:
        return RawUnit("người", "count:người")
    named = nouns().at(flow, told.start("noun"))
    return (
        RawUnit(flow[told.start("noun") : named[0]], f"count:{named[1][1]}")
        if named and named[1][0] == "figure"
        else None
    )
