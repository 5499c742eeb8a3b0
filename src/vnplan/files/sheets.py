"""Sheets → text: titles as lines, tables as rows of ``| cell | cell |`` (bảng tính thành văn bản)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from attrs import define, field, frozen

from vnplan.files.places import Note, Places

_TABLE_FROM = 3
"""Filled cells from which a row belongs to a table; two stand side by side in a letterhead too."""
_SPACES = re.compile(r"\s+")


@frozen
class SheetCell:
    """A filled cell.

    Attributes:
        text: What it shows.
        place: Its address: "Sheet1!C7".
        is_number: Whether it holds a number.
        note: What its reader should know, in words; empty mostly.
    """

    text: str
    place: str
    is_number: bool = False
    note: str = ""


SheetRow = Mapping[int, SheetCell]
"""The filled cells of a row, by column."""


@frozen
class SheetText:
    """The text of sheets, where each cell stands in it, and what is to be told of them."""

    text: str
    places: Places
    notes: tuple[Note, ...] = ()


def text_of_sheets(sheets: Iterable[Iterable[SheetRow]]) -> SheetText:
    """The rows of sheets as one text.

    Rows of few cells over a table are its titles, a cell a line; so are those that follow it. Within a table
    every row has all columns, so that each cell stands under its head. An empty row parts blocks: a block is a
    table of its own where its first full row holds no number, else it goes on with the table before.
    """
    writer = _Writer()
    for rows in sheets:
        writer.columns = None
        for block in _blocks(rows):
            writer.block(block)
    return SheetText(
        "".join(writer.parts).rstrip("\n") + "\n", Places(writer.starts, writer.ends, writer.names), tuple(writer.notes)
    )


def _blocks(rows: Iterable[SheetRow]) -> Iterable[list[SheetRow]]:
    """The rows between empty ones."""
    block: list[SheetRow] = []
    for row in rows:
        if any(cell.text for cell in row.values()):
            block.append(row)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _is_full(row: SheetRow) -> bool:
    return len(row) >= _TABLE_FROM


@define
class _Writer:
    """Writes lines and remembers where cells stand."""

    parts: list[str] = field(factory=list)
    length: int = 0
    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    names: list[str] = field(factory=list)
    notes: list[Note] = field(factory=list)
    columns: range | None = None
    """Columns of the table above, which a block may go on with."""

    def block(self, rows: list[SheetRow]) -> None:
        """Write the rows between two empty ones."""
        full = [number for number, row in enumerate(rows) if _is_full(row)]
        goes_on = bool(full) and _holds_number(rows[full[0]]) and self.takes(_columns(rows))
        if not full:
            self.columns = None
        first = 0 if goes_on else full[0] if full else len(rows)
        last = max((number for number, row in enumerate(rows) if len(row) > 1), default=-1)
        if not goes_on:
            self.write("\n" if self.length else "")
            self.columns = _columns(rows[first:]) if full else None
        self.write("\n" if self.length else "")
        for number, row in enumerate(rows):
            if first <= number <= last and self.columns is not None:
                self.row(row, self.columns)
            else:
                self.lines(row)

    def takes(self, columns: range) -> bool:
        """Whether the table above goes on with these columns; it grows to the right where they do."""
        if self.columns is None or columns.start < self.columns.start:
            return False
        self.columns = range(self.columns.start, max(self.columns.stop, columns.stop))
        return True

    def lines(self, row: SheetRow) -> None:
        """Each cell on a line of its own."""
        for column in sorted(row):
            self.cell(row[column])
            self.write("\n")

    def row(self, row: SheetRow, columns: range) -> None:
        """A row of a table, with all its columns."""
        self.write("|")
        for column in columns:
            self.write(" ")
            if column in row:
                self.cell(row[column])
                self.write(" ")
            self.write("|")
        self.write("\n")

    def cell(self, cell: SheetCell) -> None:
        """What a cell shows, on one line."""
        start = self.length
        self.write(_SPACES.sub(" ", cell.text).strip().replace("|", "/"))
        if self.length > start:
            self.starts.append(start)
            self.ends.append(self.length)
            self.names.append(cell.place)
        if cell.note:
            self.notes.append(Note(f"{cell.place}: {cell.note}", start, self.length))

    def write(self, text: str) -> None:
        """Put characters at the end."""
        self.parts.append(text)
        self.length += len(text)


def _holds_number(row: SheetRow) -> bool:
    return any(cell.is_number for cell in row.values())


def _columns(rows: list[SheetRow]) -> range:
    held = [column for row in rows for column in row]
    return range(min(held), max(held) + 1)
