"""Rows as lines of CSV (dòng CSV)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import Protocol

from vnplan.exchange.columns import Row

BETWEEN = " | "
"""Between the items of a list in one cell."""

BOM = "\ufeff"


class Writable(Protocol):
    """A text file."""

    def write(self, text: str, /) -> object:
        """Take the text."""


def write_rows(file: Writable, rows: Iterable[Row], columns: Sequence[str], *, bom: bool = False) -> None:
    """Write rows as CSV into an open file."""
    if bom:
        file.write(BOM)
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell_text(row[column]) for column in columns])


def cell_text(value: object) -> object:
    """A value as it stands in a cell: lists joined, true and false in lower case, nothing for None."""
    if isinstance(value, list):
        return BETWEEN.join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else value
