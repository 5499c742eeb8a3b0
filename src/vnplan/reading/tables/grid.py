"""Lines → rows of cells (bảng biểu): what is a table by its marks alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from attrs import frozen

MOST_COLUMNS = 40
"""Cells beyond which a line is no row of a table."""

_RULE = re.compile(r"[\s:=_+-]+")
_PIECE = re.compile(r"\S+(?: \S+)*")
_GAP = "   "
"""Spaces that set columns apart."""


@frozen
class Cell:
    """A cell: its characters, without the spaces around them; `start` is `end` where it is empty."""

    start: int
    end: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.start >= self.end


Row = tuple[Cell, ...]
Line = tuple[int, int]


@frozen
class Grid:
    """Rows of cells as they stand, from top to bottom; a row may have fewer cells than another."""

    rows: tuple[Row, ...]
    start: int
    end: int


def lines_of(text: str) -> list[Line]:
    """Start and end of every line."""
    found = []
    start = 0
    for part in text.split("\n"):
        found.append((start, start + len(part)))
        start += len(part) + 1
    return found


def trimmed(text: str, start: int, end: int) -> Cell:
    """The cell between two places, without the spaces and stars around its words."""
    while start < end and (text[start].isspace() or text[start] == "*"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "*"):
        end -= 1
    return Cell(start, end)


def find_grids(text: str, lines: list[Line]) -> list[Grid]:
    """The tables that pipes, tabs or columns of spaces set, in order."""
    finders = [find for mark, find in _FINDERS if mark in text]
    found: list[Grid] = []
    index = 0
    while finders and index < len(lines):
        run = next((run for find in finders if (run := find(text, lines, index)) is not None), None)
        if run is None:
            index += 1
            continue
        rows, index = run
        kept = [row for row in rows if any(not cell.is_empty for cell in row)]
        if len(kept) > 1:
            width = max(n for row in kept for n, cell in enumerate(row, 1) if not cell.is_empty)
            kept = [row[:width] for row in kept]
            found.append(Grid(tuple(kept), kept[0][0].start, max(cell.end for cell in kept[-1])))
    return found


_Run = tuple[list[Row], int]
"""Rows, and the line after them."""


def _run(text: str, lines: list[Line], first: int, cells_of: Callable[[str, int, int], Row | None]) -> _Run | None:
    """The rows from a line on; one empty line between two of them does not end a table."""
    rows: list[Row] = []
    index = after = first
    while index < len(lines):
        start, end = lines[index]
        row = cells_of(text, start, end)
        if row is None and (index != after or text[start:end].strip() or not rows):
            break
        index += 1
        if row is not None:
            rows.append(row)
            after = index
    return (rows, after) if rows else None


# --- pipes, a row a line -------------------------------------------------------------------------


def _by_pipes(text: str, lines: list[Line], first: int) -> _Run | None:
    run = _run(text, lines, first, _pipe_row)
    if run is None:
        return None
    rows, after = run
    torn = _torn_row(text, lines, after)
    if torn is not None:
        more = _run(text, lines, after + 2, _pipe_row)
        rows, after = [*rows[:-1], torn, *(more[0] if more is not None else ())], after + 2 if more is None else more[1]
    rows = _with_head_in_one(text, rows)
    return [row for row in rows if not _is_rule(text, row)], after


def _with_head_in_one(text: str, rows: list[Row]) -> list[Row]:
    """The rows with the cells of the head in one row, where each of them stands on a line: "| Nội dung |", "Xã A |", "|---|"."""
    rule = next((n for n, row in enumerate(rows) if _is_rule(text, row)), 0)
    if rule < 2 or not _opens_with_pipe(text, rows[0]) or any(_opens_with_pipe(text, row) for row in rows[1:rule]):
        return rows
    head = [cell for row in rows[:rule] for cell in row]
    return [tuple(head), *rows[rule:]]


def _opens_with_pipe(text: str, row: Row) -> bool:
    start = row[0].start
    return "|" in text[text.rfind("\n", 0, start) + 1 : start]


def _torn_row(text: str, lines: list[Line], after: int) -> Row | None:
    """The row of three lines whose middle one is a cell alone: "Năm |", "Dân số", "| |"."""
    if not 0 < after < len(lines) - 1:
        return None
    before, cell, rest = lines[after - 1], lines[after], lines[after + 1]
    if (
        text[before[0] : before[0] + 1] == "|"
        or text[rest[0] : rest[0] + 1] != "|"
        or cell[1] - cell[0] > _LONGEST_TORN
    ):
        return None
    return _pipe_row(text, before[0], rest[1]) if text[cell[0] : cell[1]].strip() else None


_LONGEST_TORN = 80


def _pipe_row(text: str, start: int, end: int) -> Row | None:
    pipes = text.count("|", start, end)
    if not 1 <= pipes <= MOST_COLUMNS:
        return None
    whole = trimmed(text, start, end)
    if whole.end - whole.start <= pipes < 2:  # a pipe alone stands between two cells, not around one
        return None
    begin = whole.start + (text[whole.start] == "|")
    stop = whole.end - (text[whole.end - 1] == "|" and whole.end > begin)
    cells = []
    for part in text[begin:stop].split("|"):
        cells.append(trimmed(text, begin, begin + len(part)))
        begin += len(part) + 1
    return tuple(cells)


def _is_rule(text: str, row: Row) -> bool:
    """Whether a row only underlines: ``|---|:-:|``."""
    drawn = [text[cell.start : cell.end] for cell in row if not cell.is_empty]
    return any("--" in cell for cell in drawn) and all(_RULE.fullmatch(cell) for cell in drawn)


# --- pipes on lines of their own, a cell between two ---------------------------------------------


def _by_lone_pipes(text: str, lines: list[Line], first: int) -> _Run | None:
    """A table whose pipes stand on lines of their own, up to the next empty line.

    Where nothing stands between two pipes, there is an empty cell or the end of a row: the
    number of columns tells which.
    """
    if not _is_lone(text, lines[first]):
        return None
    cells: list[Cell] = []
    index = last = first
    while index < len(lines) and lines[index][0] < lines[index][1]:
        if _is_lone(text, lines[index]):
            if index > first:
                cells.append(trimmed(text, lines[last][1], lines[index][0]))
            last = index
        elif "|" in text[lines[index][0] : lines[index][1]]:
            return [], index
        index += 1
    width = next((number for number, cell in enumerate(cells) if cell.is_empty), len(cells))
    if not 2 <= width <= MOST_COLUMNS:
        return [], index
    sample = cells[:_SAMPLE]
    width = min(range(width, width + _SPLIT), key=lambda columns: (_cut(sample, columns)[1], columns))
    return _cut(cells, width)[0], index


_SAMPLE = 400
"""Cells from which the number of columns is told."""
_SPLIT = 8
"""Columns that a first row with joined cells may have less than the others."""


def _is_lone(text: str, line: Line) -> bool:
    return line[1] - line[0] < _SPLIT and text[line[0] : line[1]].strip() == "|"


def _cut(cells: list[Cell], columns: int) -> tuple[list[Row], int]:
    """The rows of a sequence in which an empty cell ends each, and how many cells fit none."""
    rows: list[Row] = []
    index = odd = 0
    while index < len(cells):
        stop = index + columns
        if stop > len(cells):
            odd += len(cells) - index
            break
        if stop < len(cells) and not cells[stop].is_empty:
            stop = next((place for place in range(index + 1, stop) if cells[place].is_empty), stop)
            odd += max(1, stop - index)
        rows.append(tuple(cells[index:stop]))
        index = stop + 1
    return rows, odd


# --- tabs ----------------------------------------------------------------------------------------


def _by_tabs(text: str, lines: list[Line], first: int) -> _Run | None:
    return _run(text, lines, first, _tab_row)


def _tab_row(text: str, start: int, end: int) -> Row | None:
    while end > start and text[end - 1].isspace():
        end -= 1
    if not 1 <= text.count("\t", start, end) < MOST_COLUMNS:
        return None
    cells = []
    for part in text[start:end].split("\t"):
        cells.append(trimmed(text, start, start + len(part)))
        start += len(part) + 1
    return tuple(cells)


# --- columns of spaces ---------------------------------------------------------------------------


def _by_spaces(text: str, lines: list[Line], first: int) -> _Run | None:
    run = _run(text, lines, first, _spaced_row)
    if run is None or len(run[0]) < 2:
        return None
    return _aligned([(text.rfind("\n", 0, row[0].start) + 1, row) for row in run[0]]), run[1]


def _spaced_row(text: str, start: int, end: int) -> Row | None:
    if _GAP not in text[start:end]:
        return None
    cells: list[Cell] = []
    for piece in _PIECE.finditer(text, start, end):
        if cells and piece.start() - cells[-1].end < 2:
            cells[-1] = Cell(cells[-1].start, piece.end())
        else:
            cells.append(Cell(piece.start(), piece.end()))
        if len(cells) > MOST_COLUMNS:
            return None
    return tuple(cells) if len(cells) > 1 else None


def _aligned(placed: list[tuple[int, Row]]) -> list[Row]:
    """The rows with each cell in the column that it stands under; `placed` has where each row's line begins."""
    widths = Counter(len(row) for _, row in placed)
    columns = max(widths, key=lambda width: (widths[width] if width > 2 else 0, width))
    full = [(at, row) for at, row in placed if len(row) == columns]
    reach = [
        (min(row[n].start - at for at, row in full), max(row[n].end - at for at, row in full)) for n in range(columns)
    ]
    rows = []
    for at, row in placed:
        if len(row) >= columns:
            rows.append(row)
            continue
        cells = [Cell(at, at)] * columns
        for cell in row:
            column = _under(reach, cell.start - at, cell.end - at)
            if cells[column].is_empty:
                cells[column] = cell
        rows.append(tuple(cells))
    return rows


def _under(reach: list[tuple[int, int]], start: int, end: int) -> int:
    """The first column that a cell overlaps, else the nearest."""
    over = [n for n, (low, high) in enumerate(reach) if start < high and low < end]
    return over[0] if over else min(range(len(reach)), key=lambda n: abs(reach[n][0] - start))


_FINDERS: tuple[tuple[str, Callable[[str, list[Line], int], _Run | None]], ...] = (
    ("|\n", _by_lone_pipes),
    ("|", _by_pipes),
    ("\t", _by_tabs),
    (_GAP, _by_spaces),
)
