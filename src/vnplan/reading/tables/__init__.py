"""Tables: rows and columns understood by their heads (bảng biểu)."""

from __future__ import annotations

import re

from vnplan.reading.context import Context
from vnplan.reading.raw import RawPeriod, RawTable
from vnplan.reading.tables.across import read_across
from vnplan.reading.tables.body import read_body
from vnplan.reading.tables.cells import unit_at
from vnplan.reading.tables.columns import Frame, read_columns
from vnplan.reading.tables.crossed import read_crossed
from vnplan.reading.tables.grid import Cell, Grid, find_grids, lines_of
from vnplan.reading.tables.header import CAPTION_UNIT, Header, side_by_side, split_header, tables_of
from vnplan.reading.tables.stacks import find_stacks

_ABOVE = 4
"""Lines over a table in which its caption stands."""
_LONGEST_CAPTION = 260
_PLANNED = re.compile(r"(?<!\w)(?:kế hoạch|dự báo|chỉ tiêu kế hoạch|mục tiêu|dự toán|định hướng|phấn đấu)(?!\w)")
_REACHED = re.compile(r"(?<!\w)(?:kết quả|thực hiện|tình hình|đánh giá|hiện trạng|thống kê)(?!\w)")


def read_tables(context: Context, *, is_plan: bool) -> list[RawTable]:
    """The tables of figures in a text, in order; what is not understood is left to the other steps."""
    text = context.copy.text
    tables = []
    lines = lines_of(text)
    runs = [part for run in find_grids(text, lines) for part in tables_of(context.copy.low, run)]
    grids = sorted([*runs, *find_stacks(context.copy, lines)], key=lambda grid: grid.start)
    reach = 0
    for grid in grids:
        if grid.start < reach:
            continue
        header = split_header(context.copy, grid)
        if header is None:
            continue
        frame = _frame(context, [*_captions(context, grid), *header.captions], header, is_plan=is_plan)
        for part in side_by_side(context.flow, header):
            table = _read(context, part, frame, (grid.start, grid.end))
            if table is not None:
                tables.append(table)
                reach = table.end
    return tables


def _read(context: Context, header: Header, frame: Frame, span: tuple[int, int]) -> RawTable | None:
    columns = read_columns(context, header, frame)
    if columns is not None:
        return read_body(columns, header, span)
    return read_across(context, header, frame, span) or read_crossed(context, header, frame, span)


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


_ASSIGNED = re.compile(r"(?:cơ quan|đơn vị)? ?(?:chủ trì|phụ trách|theo dõi)(?:,? (?:thực hiện|phối hợp|đánh giá))?")
"""The head of a column that says who is to see to it, beside figures that are aimed at."""


def _assigns(context: Context, header: Header) -> bool:
    """Whether a table says who answers for each row, and no head tells what is reached from what is planned."""
    heads = [context.flow[cell.start : cell.end].strip(" *") for head in header.heads for cell in head]
    told = (*map(_REACHED.search, heads), *map(_PLANNED.search, heads))
    return any(map(_ASSIGNED.fullmatch, heads)) and not any(told)


def _frame(context: Context, captions: list[Cell], header: Header, *, is_plan: bool) -> Frame:
    """What caption and document say of a whole table."""
    flow = context.flow
    base = unit = None
    for cell in reversed(captions):
        named = CAPTION_UNIT.search(flow, cell.start, cell.end)
        if unit is None and named is not None:
            unit = unit_at(flow, *named.span("unit")) or unit_at(flow, named.start("unit"), _comma(flow, named))
        base = base or _period(context, cell)
    base = base or context.period
    words = " ".join(flow[cell.start : cell.end] for cell in captions)
    assigned = _assigns(context, header)
    planned = _REACHED.search(words) is None and (is_plan or assigned or _PLANNED.search(words) is not None)
    return Frame(base, unit, planned, 0 if assigned else _turn(context, base, planned=planned))


def _turn(context: Context, base: RawPeriod | None, *, planned: bool) -> int | None:
    """The year at which figures turn from results into aims, where the head of their column names only the year."""
    if base is None:
        return None
    if planned:
        return base.start.year
    return base.end.year if context.year is None or base.kind != "years" else context.year


def _comma(flow: str, named: re.Match[str]) -> int:
    comma = flow.find(",", named.start("unit"), named.end("unit"))
    return named.end("unit") if comma < 0 else comma


def _period(context: Context, cell: Cell) -> RawPeriod | None:
    for mention in context.mentions_between(cell.start, cell.end):
        if not mention.compared and mention.kind not in ("day", "at"):
            return context.resolve(mention)
    return None
