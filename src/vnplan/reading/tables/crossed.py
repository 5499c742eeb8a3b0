"""Tables whose columns are indicators and whose rows are times, places or kinds (bảng hai chiều)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from vnplan.reading.context import Context
from vnplan.reading.figures import nouns
from vnplan.reading.numbers import NUMBER
from vnplan.reading.periods import Mention, read_periods
from vnplan.reading.places import place_in
from vnplan.reading.raw import NumberClaim, RawFigure, RawPeriod, RawTable, RawUnit
from vnplan.reading.tables.cells import is_blank, numbers_row, read_value
from vnplan.reading.tables.columns import Frame, is_place
from vnplan.reading.tables.grid import Cell, Row
from vnplan.reading.tables.header import Header
from vnplan.reading.tables.heads import Column, head_words, read_head
from vnplan.reading.tables.meaning import Line, give_meaning
from vnplan.reading.tables.naming import read_name, write_name

_YEAR = re.compile(r"(?:19|20)\d\d")


@frozen
class _Named:
    """A column that names an indicator, and what else its head says."""

    line: Line
    column: Column


def read_crossed(context: Context, header: Header, frame: Frame, span: tuple[int, int]) -> RawTable | None:
    """The figures of a table such as "Năm | Thu ngân sách (tỷ đồng)", "Huyện | Dân số (người)"; None where it is none."""
    flow = context.flow
    labels = [read_head(_words(flow, *cells), frame.base).kind for cells in header.heads]
    at = next((n for n, label in enumerate(labels) if label != "number"), 0)
    body = [row for row in header.body if len(row) == len(labels)]
    periods = [_time(flow, row[at], frame) for row in body]
    timed = labels[at] in ("time", "") and sum(p is not None for p in periods) * 4 >= len(header.body) * 3
    placed = not timed and labels[at] != "name" and bool(body) and _are_places(context, body, at)
    things = "entity" in labels[at + 1 :] or ("entity" in labels and not placed)
    if things or not body or not (timed or placed or labels[at] == "class"):
        return None
    told = timed or placed
    named = [None if n <= at else _named(flow, cells, frame, told=told) for n, cells in enumerate(header.heads)]
    table = RawTable(*span, [], [])
    for row, period in zip(body, periods, strict=True):
        place = place_in(context.copy.text, row[at].start, row[at].end) if placed else None
        hamlet = placed and place is None and is_place(context, row[at])  # below a commune: part of the name
        if (timed and period is None) or (placed and place is None and not hamlet and not _sums_up(flow, row[at])):
            continue
        _claim(flow, table, row, at, timed=timed)
        holds = evolve(frame, base=period) if timed else frame
        for figure, level in _figures(context, row, named, holds, row[at] if hamlet or not told else None):
            figure.place = place
            table.figures.append((figure, level))
    return table if table.figures else None


def _words(flow: str, *cells: Cell) -> str:
    return " ".join(" ".join(flow[cell.start : cell.end] for cell in cells).split())


def _are_places(context: Context, body: list[Row], at: int) -> bool:
    named = [row[at] for row in body if not _sums_up(context.flow, row[at])]
    return sum(is_place(context, cell) for cell in named) * 2 > len(named)


_ALL = re.compile(r"(?:tổng(?: cộng| số)?|cộng|toàn (?:tỉnh|huyện|thành phố|quận|thị xã|xã))")


def _sums_up(flow: str, cell: Cell) -> bool:
    """Whether a row holds the sum of those of the places."""
    return _ALL.fullmatch(_words(flow, cell).strip(" :*")) is not None


def _time(flow: str, cell: Cell, frame: Frame) -> RawPeriod | None:
    words = _words(flow, cell)
    if _YEAR.fullmatch(words):
        return Mention(0, 0, "year", int(words)).resolve(None)
    mention = next(iter(read_periods(words + ")")), None)
    if mention is None or (mention.start, mention.end) != (0, len(words)):
        return None
    return mention.resolve(None if frame.base is None else frame.base.end.year)


def _whole_year(period: RawPeriod) -> RawPeriod:
    """The year that a plan is of, in a table on a part of it."""
    return RawPeriod(period.end.replace(month=1, day=1), period.end.replace(month=12, day=31), "year")


_DONE = re.compile(r"(?:đã )?giải ngân(?!\w)")
"""A head that says by itself what was done: "Giải ngân (triệu đồng)"."""
_PLANNED = re.compile(r"kế hoạch|dự toán|chỉ tiêu")


def _named(flow: str, cells: tuple[Cell, ...], frame: Frame, *, told: bool) -> _Named | None:
    """The indicator that a column names; None where it names none, or no unit.

    With `told` any words do, else those of a measure. A part of the head may say besides what the figures are: "Diện tích (ha)" over "Kế hoạch", "Thực hiện".
    """
    measures = [cell for cell in cells if head_words("measure").at(flow, cell.start, cell.end) is not None]
    if told and len(cells) == 1 and _DONE.match(flow, cells[0].start):
        head = read_head(_words(flow, *cells), frame.base)
        line = Line(cells[0].start, cells[0].end)
        return _Named(line, head) if head.kind == "level" and head.role and read_name(flow, line) else None
    if not measures and (not told or len(cells) != 1 or read_head(_words(flow, *cells), frame.base).kind):
        return None
    of = measures[0] if measures else cells[0]
    others = [cell for cell in cells if cell is not of]
    column = read_head(_words(flow, *others), frame.base) if others else Column("level")
    line = Line(of.start, of.end)
    if column.kind != "level" or not read_name(flow, line):
        return None
    if told and line.unit is None and line.counts is None:
        line.counts = _noun_first(flow, line)  # "Hộ nghèo" over numbers
    if line.unit is None and line.counts is None:
        return None
    return _Named(line, column)


def _noun_first(flow: str, line: Line) -> RawUnit | None:
    """The unit of a head that begins with what it counts."""
    noun = nouns().at(flow, line.start, line.end)
    if noun is None or noun[1][0] != "figure":
        return None
    return RawUnit(flow[line.start : noun[0]], f"count:{noun[1][1]}")


def _claim(flow: str, table: RawTable, row: Row, at: int, *, timed: bool) -> None:
    for number, cell in enumerate(row[: at + 1]):
        kind = "list_number" if number < at and numbers_row(flow, cell) else "period" if timed and number == at else ""
        if kind and NUMBER.search(flow, cell.start, cell.end):
            table.claims.append(NumberClaim(cell.start, cell.end, kind, "labels a row"))


def _figures(
    context: Context, row: Row, named: list[_Named | None], frame: Frame, kind: Cell | None
) -> Iterator[tuple[RawFigure, None]]:
    """The figures of a row; `kind` is the cell that says of which kind of things they are."""
    for cell, one in zip(row, named, strict=True):
        value = None if one is None or is_blank(context.flow, cell) else read_value(context.flow, cell)
        if one is None or value is None:
            continue
        planned = _PLANNED.match(context.flow, one.line.start)
        told = (
            one.column.role
            or ("target" if planned else "")
            or (frame.role_in(one.column.period or frame.base) if frame.planned else "actual")
        )
        basis = one.column.basis or (planned and ("estimate" if planned[0] == "dự toán" else "plan"))
        if not told or not give_meaning(value, evolve(one.column, role=told, basis=basis), one.line, frame):
            continue
        if planned and value.figure.period is not None and value.figure.period.kind not in ("year", "years"):
            value.figure.period = _whole_year(value.figure.period)
        write_name(context, one.line, value.figure)
        if kind is not None:
            words = " ".join(context.copy.text[kind.start : kind.end].replace("*", " ").split())
            value.figure.name = f"{words} {value.figure.name[:1].lower()}{value.figure.name[1:]}"
            value.figure.name_spans = ((kind.start, kind.end), *value.figure.name_spans)
        yield value.figure, None
