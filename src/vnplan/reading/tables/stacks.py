"""Tables that were pasted so that each cell stands on a line of its own (bảng mỗi ô một dòng)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from vnplan.reading.clean import Clean
from vnplan.reading.tables.cells import DITTO, is_blank, numbers_row, read_value, unit_at
from vnplan.reading.tables.grid import Cell, Grid, Line, Row, trimmed
from vnplan.reading.tables.header import spans
from vnplan.reading.tables.heads import head_words, label_of, names_year, part_of_head, read_head

_LONGEST_LABEL = 24
_LONGEST_HEAD = 90
_LONGEST_UNIT = 40
_MOST_HEADS = 24
_FIRST = re.compile(r"\(?(?:0?1|i|a)[.)]{0,2}")
_INDEX = re.compile(r"\(?(?:[a-zđ]|\d{1,2})\)?(?:\s*=\s*[\d\s()/:x*+%-]{1,24})?")
_LEAST_ROWS = 2
_EMPTY_LINES = 4
_MOST_LINES = 6
"""Lines of a head that is broken over several."""


def find_stacks(copy: Clean, lines: list[Line]) -> list[Grid]:
    """The tables whose cells are lines: a run of heads, then rows of as many cells."""
    low = copy.low
    starts = [n for n, (start, end) in enumerate(lines) if 1 < end - start <= _LONGEST_HEAD and _opens(low[start:end])]
    found: list[Grid] = []
    reach = -1
    for first in starts:
        if lines[first][0] < reach:
            continue
        grid = _read_any(low, lines, first)
        if grid is not None:
            found.append(grid)
            reach = grid.end
    return found


_VALUE_HEADS = ("thực hiện", "kế hoạch", "dự toán", "ước", "dự ước", "chính thức", "cộng dồn", "đơn vị", "năm ")
"""How the heads of a table begin whose first column has none."""
_COMPARING_HEADS = ("so với", "so sánh", "tỷ lệ", "%", "tốc độ", "chỉ số")


def _opens(words: str) -> bool:
    if len(words) <= _LONGEST_LABEL and label_of(words) in ("number", "name"):
        return True
    return words.lstrip(" *").startswith(_VALUE_HEADS)


def _read_any(low: str, lines: list[Line], first: int) -> Grid | None:
    """The table that begins at a line: with a head over the names or without, a cell a line or a cell a paragraph."""
    if label_of(low[slice(*lines[first])].strip()) in ("number", "name"):
        return _read(low, _Stack(low, lines, first))
    if _heads_begin_before(low, lines, first):
        return None
    for joined in (False, True):
        grid = _read_nameless(_Stack(low, lines, first, joined=joined))
        if grid is not None:
            return grid
    return None


def _heads_begin_before(low: str, lines: list[Line], first: int) -> bool:
    """Whether the line before is a head as well, past a few empty ones."""
    for start, end in lines[max(0, first - _EMPTY_LINES) : first][::-1]:
        words = " ".join(low[start:end].split())
        if words:
            return words.startswith((*_VALUE_HEADS, *_COMPARING_HEADS)) and _kind(words) == "value"
    return False


def _read_nameless(stack: _Stack) -> Grid | None:
    """A table of which only the columns of figures have heads, as in statistical reports."""
    heads: list[Cell] = []
    kinds: list[str] = []
    while len(heads) < _MOST_HEADS and (cell := stack.peek()) is not None:
        words = stack.words(cell)
        kind = "" if "|" in words or len(words) > _LONGEST_HEAD else _kind(words)
        if kind not in ("value", "unit") or (kind == "unit" and heads):
            break
        heads.append(cell)
        kinds.append(kind)
        stack.place += 1
    if sum(kind == "value" for kind in kinds) < _LEAST_ROWS:
        return None
    start = heads[0].start
    for rows in _headed(stack, heads):
        width = len(rows[0])
        body = stack.body(["name", *kinds[: width - 1]])
        if sum(len(row) == width for row in body) > _LEAST_ROWS:
            empty = Cell(start, start)
            return Grid((*[(empty, *row[1:]) for row in rows], *body), start, body[-1][-1].end)
    return None


_LONGEST_GROUP = 2
"""Cells over which the head of a comparison may be broken: "So với cùng kỳ", "năm 2017 (%)"."""


def _headed(stack: _Stack, heads: list[Cell]) -> Iterator[list[Row]]:
    """The ways to arrange heads in one row, or under a comparison of several times that stands over the last of them."""
    empty = Cell(heads[0].start, heads[0].start)
    yield [(empty, *heads)]
    for broken in range(1, _LONGEST_GROUP + 1):
        for below in range(_LEAST_ROWS, len(heads) - broken):
            first = len(heads) - below - broken
            over = Cell(heads[first].start, heads[first + broken - 1].end)
            times = [read_head(stack.words(cell), None) for cell in heads[-below:]]
            compares = read_head(stack.words(over), None).kind in ("change", "share")
            if compares and all(t.kind == "level" and not t.role and not t.percent for t in times):
                yield [
                    (empty, *heads[:first], *[over] * below),
                    (empty, *[empty] * first, *heads[-below:]),
                ]


def _read(low: str, stack: _Stack) -> Grid | None:
    heads: list[Cell] = []
    kinds: list[str] = []
    first = stack.peek()
    numbered = first is not None and label_of(stack.words(first)) == "number"
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
    joined: bool = False
    """Whether lines that follow one another without an empty one are one cell."""
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
            last = self.line + _MOST_LINES
            while self.joined and not cell.is_empty and self.line < min(last, len(self.lines)):
                more = trimmed(self.low, *self.lines[self.line])
                if more.is_empty:
                    break
                cell = Cell(cell.start, more.end)
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
            told = unit_at(words, 0, len(words)) is not None or DITTO.fullmatch(words) is not None
            return len(words) < _LONGEST_UNIT and (told or is_blank(self.low, cell))
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
