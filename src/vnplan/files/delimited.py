"""CSV tables → text (bảng CSV)."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from vnplan.errors import UnknownFormatError, UnreadableTextError
from vnplan.files.sheets import SheetCell, SheetRow, SheetText, text_of_sheets
from vnplan.lexicon import own_rows

_SEPARATORS = ";\t,"
_SAMPLE = 50
_NUMBER = re.compile(r"[-+(]?\s*\d[\d.,\s]*%?\)?")
_TELLING = 4
"""So many columns at the beginning tell a table that vnplan wrote."""


def csv_text(text: str, name: str) -> SheetText:
    """The cells of a CSV table as text; they stand as they are, and are placed as in a sheet: "C7".

    Raises:
        UnknownFormatError: It is a table that vnplan wrote.
        UnreadableTextError: It is no CSV.
    """
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)))
    except csv.Error as error:
        raise UnreadableTextError(name, f"is no CSV: {error}") from error
    table = _ours().get(tuple(rows[0][:_TELLING])) if rows else None
    if table is not None:
        told = "holds records, no report; read_records reads them"
        raise UnknownFormatError(name, told if table == "figures" else f"is a table of {table}, no report")
    return text_of_sheets([map(_row, range(1, len(rows) + 1), rows)])


def _ours() -> dict[tuple[str, ...], str]:
    """The tables that vnplan writes, by the columns that they begin with."""
    columns: dict[str, list[str]] = {}
    for row in own_rows("columns"):
        columns.setdefault(row["table"], []).append(row["column"])
    return {tuple(names[:_TELLING]): table for table, names in columns.items()}


def _separator(text: str) -> str:
    """The mark that cuts most lines into the same number of cells, and into most."""
    lines = [line for line in text.splitlines() if line.strip()][:_SAMPLE]

    def fitness(mark: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=mark))
        width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(0, 0))
        return (count, width) if width > 1 else (0, 0)

    return max(_SEPARATORS, key=fitness)


def _row(number: int, cells: list[str]) -> SheetRow:
    return {
        column: SheetCell(text, f"{_letters(column)}{number}", is_number=_NUMBER.fullmatch(text.strip()) is not None)
        for column, text in enumerate(cells)
        if text.strip()
    }


def _letters(column: int) -> str:
    """The letters of a column, the first being 0: A to Z, then AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
