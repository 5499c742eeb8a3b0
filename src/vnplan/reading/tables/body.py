"""The rows under a head → figures (các dòng của bảng)."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import define, field

from vnplan.reading.numbers import NUMBER, claim_by_context
from vnplan.reading.periods import bare_year
from vnplan.reading.raw import NumberClaim, RawEntry, RawFigure, RawTable, RawUnit
from vnplan.reading.tables.cells import Value, is_blank, numbers_row
from vnplan.reading.tables.columns import Columns, is_place
from vnplan.reading.tables.grid import Cell, Row
from vnplan.reading.tables.header import Header
from vnplan.reading.tables.heads import Column
from vnplan.reading.tables.meaning import Line, give_meaning, level_of
from vnplan.reading.tables.naming import read_name, write_name

_MARKER = re.compile(
    r"(?:[-+•]\s*|\d{1,2}(?:\.\d{1,2}){1,3}\s+|\(?(?:\d{1,3}(?:\.\d{1,2}){0,4}|[ivx]{1,5}|[a-zđ])[.)](?!\d)\s*"
    r"|(?:trong đó|tr\.đó|gồm|bao gồm|trong đó có|chia ra)\s*(?::\s*|(?=[-+])|\s))+"
)

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")


def read_body(columns: Columns, header: Header, span: tuple[int, int]) -> RawTable | None:
    """The figures of a table; None where none was read."""
    rows = _Rows(columns)
    for cell in header.index:
        rows.claim(cell, "list_number", "numbers a column")
    for cells, column in zip(header.heads, columns.heads, strict=True):
        for cell in cells if column.period is not None else ():
            rows.claim(cell, "period", "names the period of a column")
    rows.read()
    return RawTable(*span, rows.figures, rows.claims, _numbered(rows.entries)) if rows.figures else None


def _numbered(entries: list[RawEntry]) -> list[RawEntry]:
    """The entries with their numbers, where these run on through the table; where each section begins anew, without."""
    numbers = [entry.number for entry in entries if entry.number is not None]
    if any(after != before + 1 for before, after in pairwise(numbers)):
        for entry in entries:
            entry.number = None
    return entries


@define
class _Rows:
    """The rows of a table, read one after the other."""

    columns: Columns
    figures: list[tuple[RawFigure, RawFigure | None]] = field(factory=list)
    claims: list[NumberClaim] = field(factory=list)
    unit: RawUnit | None = None
    """Unit of the row above, for the rows that detail it."""
    whole: RawUnit | None = None
    """Unit of the sum that the rows take apart: "Tổng thu ngân sách (tỷ đồng)"."""
    structure: bool = False
    entries: list[RawEntry] = field(factory=list)
    section: str | None = None
    marked: bool = False
    """Whether the last row with a unit of its own is numbered, so that rows without a number detail it."""
    below: RawUnit | None = None
    """Unit that the last row without figures names for those below it: "Diện tích gieo trồng (ha)"."""

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
                if self._is_heading(row):
                    self.below = line.unit
                elif self.columns.unit < 0:
                    line.unit = line.unit or self.below
                self._inherit(row, line)
                self._claim_name(line)
                self._read_row(row, line)
                self._list(row, line)

    def _is_heading(self, row: Row) -> bool:
        """Whether a row has nothing but its labels."""
        labels = (self.columns.name, self.columns.number, self.columns.unit)
        return all(cell.is_empty for n, cell in enumerate(row) if n not in labels)

    def _list(self, row: Row, line: Line) -> None:
        """Keep a row as an entry of a plan, or as the heading of those below."""
        text = " ".join(self.columns.context.copy.text[line.start : line.end].replace("*", " ").split())
        aims = [figure for figure in line.levels if figure.role == "target"]
        if aims:
            digits = self.columns.words(self.columns.cell(row, self.columns.number)).strip("(). ")
            number = int(digits) if digits.isascii() and digits.isdigit() else None
            self.entries.append(RawEntry(number, self.section, text, row[0].start, row[-1].end, aims))
        elif not line.levels and not self._details(row):
            self.section = text

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
        if cell.is_empty or is_place(self.columns.context, cell) or self.columns.value(cell) is not None:
            return None
        start = cell.start
        while start < cell.end and self.flow[start].isspace():
            start += 1
        marker = _MARKER.match(self.flow, start, cell.end)
        line = Line(start if marker is None else marker.end(), cell.end)
        line.unit = self.columns.unit_of(self.columns.cell(row, self.columns.unit))
        if not read_name(self.flow, line):
            return None
        self.claim(Cell(cell.start, line.start), "list_number", "numbers a row")
        self.claim(Cell(line.end, cell.end), "unit", "the unit of a row")
        return line

    def _claim_name(self, line: Line) -> None:
        """The numbers of a name are no figures: "… theo giá so sánh 2010", "xã đạt 19 tiêu chí".

        One of thousands at its end may be a figure that ran into it, and is left.
        """
        for number in NUMBER.finditer(self.flow, line.start, line.end):
            if number.end() == line.end and _THOUSANDS.fullmatch(number[0]):
                continue
            if claim_by_context(self.flow, *number.span()) is None:
                year = bare_year(self.flow, *number.span()) is not None
                self.claims.append(NumberClaim(*number.span(), "period" if year else "name", "in the name of a row"))

    def _inherit(self, row: Row, line: Line) -> None:
        """A row that details the one above has its unit, where it names none, and is part of its structure."""
        marked = line.start > self.columns.cell(row, self.columns.name).start or not self._is_unnumbered(row)
        details = self._details(row) or (self.marked and not marked)
        self.marked = marked or (self.marked and line.unit is None)
        repeats = self.columns.repeats(self.columns.cell(row, self.columns.unit))
        own = line.unit
        if own is None and (details or (repeats and self.columns.unit >= 0)):
            line.unit = self.unit
        if own is None and line.unit is None and line.counts is None and self.columns.unit < 0:
            line.unit = self.whole
        if own is not None and own.dimension.startswith("money") and self.flow.startswith("tổng", line.start):
            self.whole = own
        line.structure = line.structure or (self.structure and details)
        self.structure = line.structure
        self.unit = own or (self.unit if details or repeats else line.counts)

    def _is_unnumbered(self, row: Row) -> bool:
        return self.columns.cell(row, self.columns.number).is_empty

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
            elif column.is_value and (value := self.columns.value(cell)) is not None:
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
        if level is not None:
            figure.estimated = figure.estimated or level.estimated
            figure.period = column.period or level.period
        write_name(self.columns.context, line, figure)
        if figure.role in ("target", "actual"):
            line.levels.append(figure)
        self.figures.append((figure, level))
