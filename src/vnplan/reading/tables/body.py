"""The rows under a head → figures (các dòng của bảng)."""

from __future__ import annotations

import re

from attrs import define, field

from vnplan.reading.numbers import NUMBER
from vnplan.reading.raw import NumberClaim, RawFigure, RawTable, RawUnit
from vnplan.reading.statements import is_growth_name
from vnplan.reading.tables.cells import Value, is_blank, numbers_row, read_value, unit_at
from vnplan.reading.tables.columns import Columns
from vnplan.reading.tables.grid import Cell, Row
from vnplan.reading.tables.header import Header
from vnplan.reading.tables.heads import Column
from vnplan.reading.tables.meaning import Line, give_meaning, level_of

_MARKER = re.compile(
    r"(?:[-+•.]\s*|\(?(?:\d{1,3}(?:\.\d{1,2}){0,4}|[ivx]{1,5}|[a-zđ])[.)]\s*|\d{1,2}(?:\.\d{1,2}){1,3}\s+"
    r"|(?:trong đó|tr\.đó|gồm|bao gồm|trong đó có|chia ra)\s*(?::\s*|(?=[-+])|\s))+"
)
_UNIT_BRACKET = re.compile(r"\s*\((?P<unit>[^()]{1,30})\)\s*[.:]?$")
_UNIT_COMMA = re.compile(r"\s*(?:,|:|\s-)\s*(?P<unit>[^,()]{1,24})[.:]?$")
_LONGEST_UNIT = 40
"""Characters at the end of a name in which its unit is looked for."""
_RISE = re.compile(r"(?P<verb>kéo giảm|giảm|tăng)\s+(?=\S)")
_ENDS = " .:;,*\n"


def read_body(columns: Columns, header: Header, span: tuple[int, int]) -> RawTable | None:
    """The figures of a table; None where none was read."""
    rows = _Rows(columns)
    for cell in header.index:
        rows.claim(cell, "list_number", "numbers a column")
    for cells, column in zip(header.heads, columns.heads, strict=True):
        for cell in cells if column.period is not None else ():
            rows.claim(cell, "period", "names the period of a column")
    rows.read()
    return RawTable(*span, rows.figures, rows.claims) if rows.figures else None


@define
class _Rows:
    """The rows of a table, read one after the other."""

    columns: Columns
    figures: list[tuple[RawFigure, RawFigure | None]] = field(factory=list)
    claims: list[NumberClaim] = field(factory=list)
    unit: RawUnit | None = None
    """Unit of the row above, for the rows that detail it."""
    structure: bool = False

    @property
    def flow(self) -> str:
        """The folded text."""
        return self.columns.flow

    def claim(self, cell: Cell, kind: str, reason: str) -> None:
        """Claim the numbers of a cell that are no figures."""
        if NUMBER.search(self.flow, cell.start, cell.end):
            self.claims.append(NumberClaim(cell.start, cell.end, kind, reason))

    def read(self) -> None:
        """Read all rows."""
        for row in self.columns.body:
            if len(row) > len(self.columns.heads):
                continue
            self._claim_labels(row)
            line = self._line(row)
            if line is not None:
                self._inherit(row, line)
                self._read_row(row, line)

    def _claim_labels(self, row: Row) -> None:
        number = self.columns.cell(row, self.columns.number)
        if numbers_row(self.flow, number):
            self.claim(number, "list_number", "numbers a row")
        unit = self.columns.cell(row, self.columns.unit)
        if self.columns.unit_of(unit) is not None:
            self.claim(unit, "unit", "the unit of a row")

    def _line(self, row: Row) -> Line | None:
        """What the labels of a row say; None where it has no name of its own."""
        cell = self.columns.cell(row, self.columns.name)
        if cell.is_empty or self.columns.is_place(cell) or read_value(self.flow, cell) is not None:
            return None
        marker = _MARKER.match(self.flow, cell.start, cell.end)
        line = Line(cell.start if marker is None else marker.end(), cell.end)
        line.unit = self.columns.unit_of(self.columns.cell(row, self.columns.unit))
        self._cut_unit(line)
        words = self.flow[line.start : line.end]
        if not any(char.isalpha() for char in words):
            return None
        line.structure = words.startswith(("cơ cấu", "tỷ trọng"))
        self._find_move(line)
        return line

    def _cut_unit(self, line: Line) -> None:
        """Take the unit off the end of a name: "Sản lượng thóc (tấn)", "Dân số, người"."""
        self._cut_marks(line)
        for pattern in (_UNIT_BRACKET, _UNIT_COMMA):
            found = pattern.search(self.flow, max(line.start, line.end - _LONGEST_UNIT), line.end)
            named = None if found is None else unit_at(self.flow, *found.span("unit"))
            if found is not None and named is not None and line.start < found.start():
                line.unit, line.end = line.unit or named, found.start()
                self._cut_marks(line)
                return

    def _cut_marks(self, line: Line) -> None:
        while line.end > line.start and self.flow[line.end - 1] in _ENDS:
            line.end -= 1

    def _find_move(self, line: Line) -> None:
        growth = is_growth_name(self.flow, line.start, line.end)
        if growth is not None:
            line.measure, line.growth = growth, True
            return
        verb = _RISE.match(self.flow, line.start, line.end)
        if verb is not None:
            line.measure = "increase" if verb["verb"] == "tăng" else "decrease"
            line.rise_end = verb.end()

    def _inherit(self, row: Row, line: Line) -> None:
        """A row that details the one above has its unit, where it names none, and is part of its structure."""
        details = self._details(row)
        repeats = self.columns.repeats(self.columns.cell(row, self.columns.unit))
        own = line.unit
        if own is None and self.columns.unit >= 0 and (details or repeats):
            line.unit = self.unit
        line.structure = line.structure or (self.structure and details)
        self.structure = line.structure
        self.unit = own or (self.unit if details or repeats else None)

    def _details(self, row: Row) -> bool:
        """Whether a row details the one above it."""
        name = self.columns.cell(row, self.columns.name)
        number = self.columns.cell(row, self.columns.number)
        mark = self.flow[name.start : name.start + 1] if number.is_empty else self.flow[number.start : number.end]
        return mark in ("-", "+", "•") or self.flow.startswith("trong đó", name.start)

    # --- cells -----------------------------------------------------------------------------------

    def _read_row(self, row: Row, line: Line) -> None:
        for number, column in enumerate(self.columns.heads):
            cell = self.columns.cell(row, number)
            if cell.is_empty or is_blank(self.flow, cell):
                continue
            if column.kind == "verdict":
                self._judge(line, cell)
            elif column.is_value and (value := read_value(self.flow, cell)) is not None:
                self._read_cell(line, column, value)

    def _judge(self, line: Line, cell: Cell) -> None:
        """A word such as "Đạt" speaks of the result before it."""
        word = self.columns.verdict(cell)
        result = next((figure for figure in reversed(line.levels) if figure.role == "actual"), None)
        if word is not None and result is not None:
            result.verdict = word

    def _read_cell(self, line: Line, column: Column, value: Value) -> None:
        if not give_meaning(value, column, line, self.columns.frame):
            return
        figure = value.figure
        level = level_of(figure, column, line)
        figure.estimated = figure.estimated or (level is not None and level.estimated)
        self._name(line, figure)
        if figure.role in ("target", "actual"):
            line.levels.append(figure)
        self.figures.append((figure, level))

    def _name(self, line: Line, figure: RawFigure) -> None:
        """Name a figure by its row; a verb of change is no part of the name of what changes."""
        start = line.rise_end if line.rise_end and figure.measure == line.measure else line.start
        words = self.columns.context.copy.text[start : line.end].replace("*", " ")
        figure.name = " ".join(words.split())
        figure.name_spans = ((start, line.end),)
        low = self.flow[start : line.end]
        if "giá hiện hành" in low:
            figure.price_base = "current"
        elif "giá so sánh" in low or "giá cố định" in low:
            figure.price_base = "constant"
