"""Tables whose rows are indicators and whose columns are places (bảng so sánh địa phương)."""

from __future__ import annotations

from vnplan.reading.context import Context
from vnplan.reading.places import place_in
from vnplan.reading.raw import RawPlace, RawTable
from vnplan.reading.tables.cells import is_blank, read_value
from vnplan.reading.tables.columns import Frame
from vnplan.reading.tables.grid import Row
from vnplan.reading.tables.header import Header
from vnplan.reading.tables.heads import Column
from vnplan.reading.tables.meaning import Line, give_meaning
from vnplan.reading.tables.naming import read_name, write_name

_PLACES = 2
"""Places from which on the heads of a table are taken for such."""


def read_across(context: Context, header: Header, frame: Frame, span: tuple[int, int]) -> RawTable | None:
    """The figures of a table such as "Chỉ tiêu | Huyện A | Huyện B"; None where it is none."""
    text = context.copy.text
    heads = [place_in(text, cells[-1].start, cells[-1].end) if cells else None for cells in header.heads]
    first = next((n for n, place in enumerate(heads) if place is not None), 0)
    if first == 0 or len(heads) - first < _PLACES or any(place is None for place in heads[first:]):
        return None
    table = RawTable(*span, [], [])
    for row in header.body:
        if len(row) == len(heads):
            _read_row(context, frame, table, row, heads)
    return table if table.figures else None


def _read_row(context: Context, frame: Frame, table: RawTable, row: Row, heads: list[RawPlace | None]) -> None:
    flow = context.flow
    named = next(
        (
            cell
            for cell, place in zip(row, heads, strict=True)
            if place is None and _has_words(flow, cell.start, cell.end)
        ),
        None,
    )
    if named is None:
        return
    line = Line(named.start, named.end)
    if not read_name(flow, line):
        return
    role = "actual" if not frame.planned else frame.role_in(frame.base)
    for cell, place in zip(row, heads, strict=True):
        value = None if place is None or is_blank(flow, cell) else read_value(flow, cell)
        if value is None or not role:
            continue
        if give_meaning(value, Column("level", role=role), line, frame):
            write_name(context, line, value.figure)
            value.figure.place = place
            table.figures.append((value.figure, None))


def _has_words(flow: str, start: int, end: int) -> bool:
    return any(char.isalpha() for char in flow[start:end])
