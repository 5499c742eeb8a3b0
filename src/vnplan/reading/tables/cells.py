"""What stands in a cell: a figure, a unit, the number of a row, nothing (ô của bảng)."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import frozen

from vnplan.reading.figures import read_bounds, read_unit
from vnplan.reading.numbers import NUMBER, parse_numeral
from vnplan.reading.raw import RawFigure, RawUnit
from vnplan.reading.tables.grid import Cell

_BLANK = re.compile(r"[-–…._/ ]*|x|không có|chưa có(?: số liệu)?|n/a|nt")
DITTO = re.compile(r"[\"'″”]+|nt|-nt-|//")
"""The marks of a cell that only repeats the one above it."""
_NUMBER_OF_ROW = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,4}|[ivx]{1,5}|[a-zđ](?:\.\d{1,2})?)[.)]{0,2}|[-+*•]")
_LEAD = re.compile(r"(?:(?:ước |đã )?đạt |là |bằng |hoàn thành |gấp )")
_MOVE = re.compile(r"(?P<word>tăng|giảm|vượt|hụt|thấp hơn|cao hơn)(?: thêm| khoảng)? ")
_TO = re.compile(r"\s?(?:-|đến|~)\s?(?=\d)")
_OVER = re.compile(r"\s?/\s?(?=\d)")
_AFTER = re.compile(r"\s*\[\d{1,3}\]|\s*\(\*{1,3}\)|[\s*]+")
_SIZE = re.compile(r"(?P<size>100|1\.?000|10\.?000|1\.?000\.?000)\s+(?=[^\W\d])")
_SIZES = {"100": ("trăm", 2), "1000": ("nghìn", 3), "10000": ("vạn", 4), "1000000": ("triệu", 6)}
_DOWN = frozenset(["giảm", "hụt", "thấp hơn"])


def is_blank(flow: str, cell: Cell) -> bool:
    """Whether a cell says that there is no figure."""
    return _BLANK.fullmatch(flow, cell.start, cell.end) is not None


def numbers_row(flow: str, cell: Cell) -> bool:
    """Whether a cell holds the number of its row, or the mark of a point below it."""
    return _NUMBER_OF_ROW.fullmatch(flow, cell.start, cell.end) is not None


def unit_at(flow: str, start: int, end: int) -> RawUnit | None:
    """The unit that these characters name, all of them."""
    scale = _SIZE.match(flow, start, end)
    begin = start if scale is None else scale.end()
    found = read_unit(flow, begin) if begin < end else None
    if found is None or flow[found[0] : end].strip(" .*") or found[0] > end:
        return None
    unit = found[1]
    if scale is None:
        return unit
    word, power = _SIZES[scale["size"].replace(".", "")]
    return RawUnit(f"{word} {unit.symbol}", unit.dimension, unit.power + power)


@frozen
class Value:
    """The figure of a cell, its unit still open where the cell names none; `sign` is -1, 0 or 1 as printed."""

    figure: RawFigure
    sign: int = 0
    move: str = ""
    """ "tăng", "giảm", "vượt" and their like, as the cell says."""


def read_value(flow: str, cell: Cell) -> Value | None:
    """The figure that a cell holds and nothing else; None where it holds words or several figures."""
    bracketed = flow[cell.start : cell.start + 1] == "(" and flow[cell.end - 1] == ")"
    start, end = cell.start + bracketed, cell.end - bracketed
    first = NUMBER.search(flow, start, min(end, start + _LONGEST))
    if first is None:
        return None
    numeral = parse_numeral(first[0])
    if numeral is None:
        return None
    figure = RawFigure(first.start(), first.end(), *first.span(), numeral.value, None, fault=numeral.fault)
    _more(flow, figure, end)
    unit = read_unit(flow, figure.end)
    if unit is not None and unit[0] <= end and (unit[0] == end or not flow[unit[0] : unit[0] + 1].isalpha()):
        figure.unit, figure.end = unit[1], unit[0]
    sign = _sign(flow, figure, start)
    read_bounds(flow, figure)
    edge = figure.start
    verb = _MOVE.match(flow, start, edge) or _LEAD.match(flow, start, edge)
    after = _AFTER.match(flow, figure.end, end)
    if (start if verb is None else verb.end()) != edge or (figure.end if after is None else after.end()) < end:
        return None
    move = "" if verb is None else verb.groupdict().get("word", "")
    if move:
        sign = -1 if move in _DOWN else 1
    if bracketed and figure.upper is not None:
        return None
    if bracketed and sign == 0:  # a figure in brackets is one below zero
        sign = -1
    figure.start, figure.end = figure.start - bracketed, figure.end + bracketed
    return Value(figure, sign, move)


_LONGEST = 80
"""Characters of a cell in which its figure begins."""


def _more(flow: str, figure: RawFigure, end: int) -> None:
    """The second number of a cell: of "10-12" the upper end, of "18/24" the whole."""
    for pattern in (_TO, _OVER):
        mark = pattern.match(flow, figure.end, end)
        second = None if mark is None else NUMBER.match(flow, mark.end(), end)
        numeral = None if second is None else parse_numeral(second[0])
        if second is None or numeral is None:
            continue
        if pattern is _TO and Decimal(numeral.value) < Decimal(figure.value):
            return
        if pattern is _TO:
            figure.upper, figure.comparator = numeral.value, "between"
            figure.upper_start, figure.upper_end = second.span()
        else:
            figure.whole, figure.number_end = numeral.value, second.end()
        figure.end = second.end()
        return


def _sign(flow: str, figure: RawFigure, start: int) -> int:
    """The sign before the number, 0 where there is none; the figure's place widens over it."""
    position = figure.start
    while position > start and flow[position - 1] == " ":
        position -= 1
    if position == start or flow[position - 1] not in "-+±":
        return 0
    figure.start = position - 1
    return {"-": -1, "+": 1}.get(flow[position - 1], 0)
