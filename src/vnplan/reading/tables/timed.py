"""Tables whose rows are times and whose columns are indicators (bảng theo thời gian)."""

from __future__ import annotations

import re

from attrs import evolve

from vnplan.reading.context import Context
from vnplan.reading.numbers import NUMBER
from vnplan.reading.periods import Mention, read_periods
from vnplan.reading.raw import NumberClaim, RawFigure, RawPeriod, RawTable
from vnplan.reading.tables.cells import is_blank, numbers_row, read_value
from vnplan.reading.tables.columns import Frame
from vnplan.reading.tables.grid import Cell, Row
from vnplan.reading.tables.header import Header
from vnplan.reading.tables.heads import Column, read_head
from vnplan.reading.tables.meaning import Line, give_meaning
from vnplan.reading.tables.naming import read_name, write_name

_YEAR = re.compile(r"(?:19|20)\d\d")


def read_by_time(context: Context, header: Header, frame: Frame, span: tuple[int, int]) -> RawTable | None:
    """The figures of a table such as "Năm | Thu ngân sách (tỷ đồng)"; None where its rows are no times."""
    flow = context.flow
    heads = [read_head(" ".join(flow[c.start : c.end] for c in cells), frame.base) for cells in header.heads]
    at = next((n for n, head in enumerate(heads) if head.kind != "number"), 0)
    if heads[at].kind not in ("time", ""):
        return None
    rows = [(row, _time(flow, row[at], frame)) for row in header.body if len(row) == len(heads)]
    if sum(period is not None for _, period in rows) * 4 < len(header.body) * 3:
        return None
    lines = [None if n <= at else _line(flow, cells, heads[n]) for n, cells in enumerate(header.heads)]
    table = RawTable(*span, [], [])
    for row, period in rows:
        if period is None:
            continue
        _claim(flow, table, row, at)
        for cell, head, line in zip(row, heads, lines, strict=True):
            figure = None if line is None else _figure(flow, cell, evolve(frame, base=period), head, line)
            if figure is not None and line is not None:
                write_name(context, line, figure)
                table.figures.append((figure, None))
    return table if table.figures else None


def _time(flow: str, cell: Cell, frame: Frame) -> RawPeriod | None:
    words = " ".join(flow[cell.start : cell.end].split())
    if _YEAR.fullmatch(words):
        return Mention(0, 0, "year", int(words)).resolve(None)
    mention = next(iter(read_periods(words + ")")), None)
    if mention is None or (mention.start, mention.end) != (0, len(words)):
        return None
    return mention.resolve(None if frame.base is None else frame.base.end.year)


def _line(flow: str, cells: tuple[Cell, ...], head: Column) -> Line | None:
    """The indicator that a column names; None where it names none, or no unit."""
    if len(cells) != 1 or head.kind:
        return None
    line = Line(cells[0].start, cells[0].end)
    if not read_name(flow, line):
        return None
    return line if line.unit is not None or line.counts is not None else None


def _claim(flow: str, table: RawTable, row: Row, at: int) -> None:
    for number, cell in enumerate(row[: at + 1]):
        kind = "period" if number == at else "list_number" if numbers_row(flow, cell) else ""
        if kind and NUMBER.search(flow, cell.start, cell.end):
            table.claims.append(NumberClaim(cell.start, cell.end, kind, "the time of a row"))


def _figure(flow: str, cell: Cell, frame: Frame, head: Column, line: Line) -> RawFigure | None:
    value = None if is_blank(flow, cell) else read_value(flow, cell)
    column = Column("level", frame.role_in(frame.base) if frame.planned else "actual", period=frame.base)
    if value is None or not column.role or head.kind or not give_meaning(value, column, line, frame):
        return None
    return value.figure
