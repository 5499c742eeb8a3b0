"""Counts without a unit after them: "Bác sĩ: 249; dược sĩ: 106", "tổng số học sinh là 418" (số đếm theo nhãn)."""

from __future__ import annotations

import re

from vnplan.reading.figures import nouns, read_bounds
from vnplan.reading.numbers import parse_numeral
from vnplan.reading.raw import RawFigure, RawUnit

_LABEL = re.compile(r"(?:^|[(\n;,:•+-] ?|và )(?P<label>[^\W\d_][^\d:;,()\n]{1,40}): ?$")
_ENDS = re.compile(r" ?(?:[;)\n]|[,.](?!\d)|và (?!\d)|(?:với )?tổng (?:số )?vốn|$)")
_LINE = re.compile(r"(?:^|\n) *(?:[•+*-] *(?:(?:tổng )?số )?|(?:tổng )?số )(?P<label>[^\W\d_][^\d:;,()\n]{1,60}): ?$")
_PART = re.compile(
    r"[^\d;.\n(]{0,40}?(?P<opens>\(|,? (?:trong đó|gồm|bao gồm)(?: có)?:?)?[,; ]*(?:và )?(?P<label>[^\W\d_][^\d:;,.()\n]{1,40}?) "
)
_NEXT = re.compile(r" ?[,;] ?(?:và )?[^\W\d_][^\d:;,()\n]{1,40}: ?\d")
_BEFORE = re.compile(r"\d ?[,;] ?(?:và )?$")
_WHOLE = re.compile(r"\d{1,6}|\d{1,3}(?:\.\d{3})+")
_NUMBERS_OF = re.compile(
    r"(?<!\w)(?:số (?P<noun>[^\W\d_])|dân số)(?:(?!(?<!\w)số )[^;.:()\n]|\([^()\n]{0,30}\)){0,90} (?:là|đạt|có|còn|tăng|giảm) $"
)
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
    unit = _of_a_list(flow, start, end, before) or _of_a_number(flow, start) or _of_a_line(flow, start, end)
    unit = unit or _of_a_whole(flow, start, before)
    numeral = None if unit is None else parse_numeral(flow[start:end])
    return None if numeral is None else RawFigure(start, end, start, end, numeral.value, unit)


_YEARS = re.compile(r" ?(?:tuổi|năm)(?!\w)")
_STAYED = re.compile(r" ?(?:ngày|đêm)(?:/(?:lượt )?khách)?(?!\w)")
_STAY = re.compile(r"(?:thời gian|số ngày) lưu trú[^.;\d\n]{0,40}$")
_LIFE = "count:tuổi"
_SAME_SENTENCE = re.compile(r"[^.\n\d]{0,80}(?:là|đạt|nam|nữ|giới)(?: là| đạt)?:? ")
_LIVED = re.compile(r"tuổi thọ[^.;\d\n]{0,60}$")


def read_life_expectancy(flow: str, start: int, end: int, before: RawFigure | None) -> RawFigure | None:
    """The years that people live on average, which look like an age or a stretch of time: "tuổi thọ đạt 74,5 tuổi".

    They go on in the sentence: "trong đó nam giới là 72 tuổi".
    """
    unit = _YEARS.match(flow, end)
    if unit is None:
        return _stay(flow, start, end)
    goes_on = before is not None and before.unit is not None and before.unit.dimension == _LIFE
    goes_on = goes_on and before is not None and _SAME_SENTENCE.fullmatch(flow, before.end, start) is not None
    if not goes_on and _LIVED.search(flow, max(0, start - _BACK), start) is None:
        return None
    return _timed(flow, start, end, unit.end(), RawUnit(unit[0].strip(), _LIFE))


def _stay(flow: str, start: int, end: int) -> RawFigure | None:
    """The days that guests stay on average: "thời gian lưu trú bình quân 1,8 ngày/khách"."""
    unit = _STAYED.match(flow, end)
    if unit is None or _STAY.search(flow, max(0, start - _BACK), start) is None:
        return None
    return _timed(flow, start, end, unit.end(), RawUnit(unit[0].strip(), "count:ngày"))


def _timed(flow: str, start: int, end: int, stop: int, unit: RawUnit) -> RawFigure | None:
    numeral = parse_numeral(flow[start:end])
    if numeral is None:
        return None
    figure = RawFigure(start, stop, start, end, numeral.value, unit)
    read_bounds(flow, figure)
    return figure


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


def _of_a_line(flow: str, start: int, end: int) -> RawUnit | None:
    """What the label counts that fills a line with its number: "- Hợp tác xã thành lập mới: 2"."""
    label = _LINE.search(flow, max(0, start - _BACK), start)
    if label is None or flow[end : end + 1].strip(" .;\n"):
        return None
    named = nouns().at(flow, label.start("label"), label.end("label"))
    if named is None or named[1][0] != "figure":
        return None
    return RawUnit(flow[label.start("label") : named[0]], f"count:{named[1][1]}")


def _of_a_whole(flow: str, start: int, before: RawFigure | None) -> RawUnit | None:
    """What a bare number counts that takes the count before it apart: "57 trường (mầm non 18, tiểu học 19)"."""
    if (
        before is None
        or before.unit is None
        or not before.unit.dimension.startswith("count:")
        or before.end < start - _NEAR
    ):
        return None
    part = _PART.fullmatch(flow, before.end, start)
    if part is None:
        return None
    noun = f"{before.unit.symbol} "
    alike = part["label"].startswith(noun)  # "159 doanh nghiệp ngừng, doanh nghiệp chờ giải thể 121"
    if part["opens"] is None and before.end != before.number_end and not alike:
        return None
    named = nouns().at(flow, part.start("label"), part.end("label"))
    if named is not None and named[0] == part.end("label") and named[1][0] == "figure":
        return RawUnit(part["label"], f"count:{named[1][1]}")
    return before.unit


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
