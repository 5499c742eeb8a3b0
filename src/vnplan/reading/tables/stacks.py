"""Tables that were pasted so that each cell stands on a line of its own (bảng mỗi ô một dòng)."""

from __future__ import annotations

import re

from attrs import define, field

from vnplan.reading.clean import Clean
from vnplan.reading.tables.cells import is_blank, numbers_row, read_value, unit_at
from vnplan.reading.tables.grid import Cell, Grid, Line, Row, trimmed
from vnplan.reading.tables.header import spans
from vnplan.reading.tables.heads import head_words, label_of, names_year, part_of_head, read_head

_LONGEST_LABEL = 24
_LONGEST_HEAD = 90
_MOST_HEADS = 24
_FIRST = re.compile(r"\(?(?:0?1|i|a)[.)]{0,2}")
_INDEX = re.compile(r"\(?(?:[a-zđ]|\d{1,2})\)?(?:\s*=\s*[\d\s()/:x*+%-]{1,24})?")
_LEAST_ROWS = 2


def find_stacks(copy: Clean, lines: list[Line]) -> list[Grid]:
    """The tables whose cells are lines: a run of heads, then rows of as many cells."""
    low = copy.low
    starts = [n for n, (start, end) in enumerate(lines) if 1 < end - start <= _LONGEST_LABEL and _opens(low[start:end])]
    found: list[Grid] = []
    reach = -1
    for first in starts:
        if lines[first][0] < reach:
            continue
        grid = _read(low, lines, first)
        if grid is not None:
            found.append(grid)
            reach = grid.end
    return found


def _opens(words: str) -> bool:
    return label_of(words) in ("number", "name")


def _read(low: str, lines: list[Line], first: int) -> Grid | None:
    heads: list[Cell] = []
    kinds: list[str] = []
    stack = _Stack(low, lines, first)
    numbered = label_of(low[slice(*lines[first])]) == "number"
    while len(heads) < _MOST_HEADS and (cell := stack.peek()) is not None:
        words = stack.words(cell)
        if "|" in words:
            return None
        kind = _kind(words)
        if len(words) > _LONGEST_HEAD or (_FIRST.fullmatch(words) if numbered and heads else not kind):
            break
        heads.append(cell)
        kinds.append(kind)
        stack.place += 1
    if len(heads) < 3 or "value" not in kinds or "name" not in kinds:
        return None
    index = stack.index_row()
    below = len(index) if index else 0
    for width in [below] if below else range(len(heads), 2, -1):
        columns, rows = _arranged(low, heads, kinds, width)
        body = [] if not columns else stack.body(columns)
        if sum(len(row) == width for row in body) >= _LEAST_ROWS:
            return Grid((*rows, *([index] if index else ()), *body), heads[0].start, body[-1][-1].end)
    return None


def _kind(words: str) -> str:
    """What a column holds: one of the labels, "value" or "verdict"; empty where its head is not understood."""
    column = read_head(words, None)
    return "value" if column.is_value else column.kind


def _arranged(low: str, heads: list[Cell], kinds: list[str], width: int) -> tuple[list[str], list[Row]]:
    """The kinds of the columns, and the one or two rows that the heads stand in; no kinds where they do not fit."""
    if len(heads) == width:
        return kinds, [tuple(heads)]
    words = [" ".join(low[cell.start : cell.end].split()) for cell in heads]
    parts = [part_of_head(head) for head in words]
    upper = max(n for n, head in enumerate(words) if parts[n] != "closed" or names_year(head)) + 1
    found = spans(parts[:upper], len(heads) - upper, width) if upper < len(heads) else None
    if found is None:
        return [], []
    columns: list[str] = []
    for kind, below in zip(kinds[:upper], found, strict=True):
        columns += ["value"] * below or [kind]
    return columns, [tuple(heads[:upper]), tuple(heads[upper:])]


@define
class _Stack:
    """The cells from a line on, a line each; empty lines are none."""

    low: str
    lines: list[Line]
    line: int
    cells: list[Cell] = field(factory=list)
    place: int = 0

    def words(self, cell: Cell) -> str:
        """The folded words of a cell."""
        return " ".join(self.low[cell.start : cell.end].split())

    def peek(self, ahead: int = 0) -> Cell | None:
        """The cell at the place, or after it; None at the end."""
        while len(self.cells) <= self.place + ahead and self.line < len(self.lines):
            cell = trimmed(self.low, *self.lines[self.line])
            self.line += 1
            if not cell.is_empty:
                self.cells.append(cell)
        return self.cells[self.place + ahead] if self.place + ahead < len(self.cells) else None

    def index_row(self) -> Row:
        """The row that only numbers the columns: "A, B, 1, 2, 3=2/1"; goes past it."""
        row: list[Cell] = []
        number = 0
        while (cell := self.peek(len(row))) is not None and _INDEX.fullmatch(words := self.words(cell)):
            digits = words.strip("()").split("=")[0].strip(" )")
            if digits.isdigit():
                if int(digits) != number + 1:
                    break
                number += 1
            elif number:
                break
            row.append(cell)
        if number < 3:
            return ()
        self.place += len(row)
        return tuple(row)

    def body(self, columns: list[str]) -> list[Row]:
        """The rows from the place on, each of the cells that fit its columns; stays at the place."""
        begin = self.place
        rows: list[Row] = []
        while (row := self._row(columns) or self._heading(columns)) is not None:
            rows.append(row)
        while rows and len(rows[-1]) < len(columns):
            rows.pop()
        self.place = begin
        return rows

    def _row(self, columns: list[str]) -> Row | None:
        """The next row, which may lack its number or its note."""
        without: list[tuple[int, ...]] = [()]
        if "number" in columns:
            without.append((columns.index("number"),))
        if columns[-1] in ("note", "verdict"):
            without += [(*gone, len(columns) - 1) for gone in without]
        for gone in without:
            row = self._fitting([kind for n, kind in enumerate(columns) if n not in gone])
            if row is not None:
                self.place += len(row)
                for column in gone:
                    row.insert(
                        column, Cell(row[0].start, row[0].start) if column == 0 else Cell(row[-1].end, row[-1].end)
                    )
                return tuple(row)
        return None

    def _fitting(self, columns: list[str]) -> list[Cell] | None:
        row: list[Cell] = []
        for ahead, kind in enumerate(columns):
            cell = self.peek(ahead)
            if cell is None or not self._fits(cell, kind):
                return None
            row.append(cell)
        return row

    def _fits(self, cell: Cell, kind: str) -> bool:
        words = self.words(cell)
        if kind == "number":
            return numbers_row(self.low, cell)
        if kind == "unit":
            return len(words) < 40 and (unit_at(words, 0, len(words)) is not None or is_blank(self.low, cell))
        if kind == "value":
            return is_blank(self.low, cell) or read_value(self.low, cell) is not None
        if kind == "verdict":
            return is_blank(self.low, cell) or head_words("verdict_word").get(words) is not None
        if kind == "name":
            return len(words) > 1 and read_value(self.low, cell) is None and not numbers_row(self.low, cell)
        return True

    def _heading(self, columns: list[str]) -> Row | None:
        """A heading among the rows: a number and words, or words, with a row after it."""
        for kinds in (["number", "name"], ["name"]):
            row = self._fitting(kinds)
            if row is None or ("number" not in columns and len(row) > 1):
                continue
            self.place += len(row)
            place = self.place
            follows = self._row(columns) is not None or (len(row) > 1 and self._fitting(kinds) is not None)
            self.place = place
            if follows:
                return tuple(row)
            self.place -= len(row)
        return None
