"""Tables: rows and columns understood by their heads (bảng biểu)."""

from __future__ import annotations

import re

from vnplan.reading.context import Context
from vnplan.reading.raw import RawPeriod, RawTable
from vnplan.reading.tables.body import read_body
from vnplan.reading.tables.cells import unit_at
from vnplan.reading.tables.columns import Frame, read_columns
from vnplan.reading.tables.grid import Cell, Grid, find_grids, lines_of
from vnplan.reading.tables.header import split_header

_ABOVE = 4
"""Lines over a table in which its caption stands."""
_LONGEST_CAPTION = 260
_UNIT = re.compile(r"(?<!\w)(?:đơn vị(?: tính)?|đvt|đv tính)\s*:\s*(?P<unit>[^);\n|]{1,40})")
_PLANNED = re.compile(r"(?<!\w)(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|định hướng|phấn đấu)(?!\w)")
_REACHED = re.compile(r"(?<!\w)(?:kết quả|thực hiện|tình hình|đánh giá|hiện trạng|thống kê)(?!\w)")


def read_tables(context: Context, *, is_plan: bool) -> list[RawTable]:
    """The tables of figures in a text, in order; what is not understood is left to the other steps."""
    text = context.copy.text
    tables = []
    for grid in find_grids(text, lines_of(text)):
        header = split_header(context.copy, grid)
        if header is None:
            continue
        frame = _frame(context, [*_captions(context, grid), *header.captions], is_plan=is_plan)
        columns = read_columns(context, header, frame)
        table = None if columns is None else read_body(columns, header, (grid.start, grid.end))
        if table is not None:
            tables.append(table)
    return tables


def _captions(context: Context, grid: Grid) -> list[Cell]:
    """The short lines over a table, the nearest last."""
    text = context.copy.text
    found: list[Cell] = []
    start = text.rfind("\n", 0, grid.start)
    while start > 0 and len(found) < _ABOVE:
        before = text.rfind("\n", 0, start)
        line = Cell(before + 1, start)
        if start - before > _LONGEST_CAPTION or "|" in text[line.start : line.end]:
            break
        if text[line.start : line.end].strip(" |\t"):
            found.append(line)
        start = before
    return found[::-1]


def _frame(context: Context, captions: list[Cell], *, is_plan: bool) -> Frame:
    """What caption and document say of a whole table."""
    flow = context.flow
    base = unit = None
    planned: bool | None = True if is_plan else None
    for cell in reversed(captions):
        named = _UNIT.search(flow, cell.start, cell.end)
        if unit is None and named is not None:
            unit = unit_at(flow, *named.span("unit")) or unit_at(flow, named.start("unit"), _comma(flow, named))
        base = base or _period(context, cell)
    words = " ".join(flow[cell.start : cell.end] for cell in captions)
    if _REACHED.search(words):
        planned = False
    elif _PLANNED.search(words):
        planned = True
    percent = unit is not None and unit.dimension == "percent"
    return Frame(base or context.period, unit, percent, planned)


def _comma(flow: str, named: re.Match[str]) -> int:
    comma = flow.find(",", named.start("unit"), named.end("unit"))
    return named.end("unit") if comma < 0 else comma


def _period(context: Context, cell: Cell) -> RawPeriod | None:
    for mention in context.mentions_between(cell.start, cell.end):
        if not mention.compared and mention.kind not in ("day", "at"):
            return context.resolve(mention)
    return None
