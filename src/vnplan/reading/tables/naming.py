"""The words that name a row or a column → name, unit, rise or fall (tên chỉ tiêu trong bảng)."""

from __future__ import annotations

import re

from vnplan.reading.context import Context
from vnplan.reading.figures import nouns
from vnplan.reading.raw import RawFigure, RawUnit
from vnplan.reading.statements import is_growth_name
from vnplan.reading.tables.cells import unit_at
from vnplan.reading.tables.heads import head_words
from vnplan.reading.tables.meaning import Line

_UNIT_BRACKET = re.compile(r"\s*\((?P<unit>[^()]{1,30})\)\s*[.:]?$")
_UNIT_COMMA = re.compile(r"\s*(?:,|:|\s-)\s*(?P<unit>[^,()]{1,24})[.:]?$")
_LONGEST_UNIT = 40
"""Characters at the end of a name in which its unit is looked for."""
_RISE = re.compile(r"(?P<verb>kéo giảm|giảm|tăng)\s+(?=\S)")
_RISES = re.compile(r"\s+(?P<verb>giảm|tăng)(?:\s+(?:thêm|bình quân|hằng năm|hàng năm|trong năm))*$")
_NUMBER_OF = re.compile(r"(?:tổng )?số (?:lượng )?(?:lượt )?")
_ENDS = " .:;,*\n"
_NOTE = re.compile(r"\s*(?:\(\s*\)|\[\d{1,3}\]|\(\d{1,2}\))$")
"""The mark of a note after a name; a star is a space in folded text."""


def read_name(flow: str, line: Line) -> bool:
    """Take from a name what it says besides; False where it has no words."""
    _cut_marks(flow, line)
    if (note := _NOTE.search(flow, max(line.start, line.end - _LONGEST_UNIT), line.end)) is not None:
        line.end = note.start()
    for pattern in (_UNIT_BRACKET, _UNIT_COMMA):
        found = pattern.search(flow, max(line.start, line.end - _LONGEST_UNIT), line.end)
        named = None if found is None else unit_at(flow, *found.span("unit"))
        if found is not None and named is not None and line.start < found.start():
            line.unit, line.end = line.unit or named, found.start()
            _cut_marks(flow, line)
            break
    words = flow[line.start : line.end]
    line.structure = words.startswith(("cơ cấu", "tỷ trọng"))
    line.counts = _counted(flow, line)
    _find_move(flow, line)
    return any(char.isalpha() for char in words)


def _cut_marks(flow: str, line: Line) -> None:
    while line.end > line.start and flow[line.end - 1] in _ENDS:
        line.end -= 1


def _counted(flow: str, line: Line) -> RawUnit | None:
    """The unit of a name that says what it counts: "số hợp tác xã thành lập mới", "dân số trung bình"."""
    counts = head_words("counts").at(flow, line.start, line.end)
    if counts is not None:
        return RawUnit(counts[1].value, f"count:{counts[1].value}")
    if flow.startswith("lượt ", line.start) and (visits := nouns().at(flow, line.start, line.end)) is not None:
        return RawUnit(flow[line.start : visits[0]], f"count:{visits[1][1]}")
    lead = _NUMBER_OF.match(flow, line.start, line.end)
    noun = None if lead is None else nouns().at(flow, lead.end(), line.end)
    if lead is None or noun is None or noun[1][0] == "tally":
        return None
    start = lead.start() if "lượt" not in lead[0] else flow.index("lượt", lead.start())
    written = flow[max(start, lead.end()) : noun[0]] if "lượt" not in lead[0] else flow[start : noun[0]]
    return RawUnit(written, f"count:{noun[1][1]}")


def _find_move(flow: str, line: Line) -> None:
    growth = is_growth_name(flow, line.start, line.end)
    if growth is not None:
        line.measure, line.growth = growth, True
        return
    verb = _RISE.match(flow, line.start, line.end)
    if verb is not None:
        line.rise_start = verb.end()
    else:
        verb = _RISES.search(flow, max(line.start, line.end - _LONGEST_UNIT), line.end)
        if verb is None:
            return
        line.rise_end = verb.start()
    line.measure = "increase" if verb["verb"] == "tăng" else "decrease"


def write_name(context: Context, line: Line, figure: RawFigure) -> None:
    """Name a figure; a verb of change is no part of the name of what changes."""
    start, end = line.start, line.end
    if line.measure != "level" and figure.measure == line.measure and not line.growth:
        start, end = line.rise_start or start, line.rise_end or end
    words = context.copy.text[start:end].replace("*", " ")
    figure.name = " ".join(words.split())
    figure.name_spans = ((start, end),)
    low = context.flow[start:end]
    if "giá hiện hành" in low or "giá hh" in low:
        figure.price_base = "current"
    elif "giá so sánh" in low or "giá cố định" in low or "giá ss" in low:
        figure.price_base = "constant"
