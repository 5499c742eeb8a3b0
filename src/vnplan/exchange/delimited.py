"""Tables as CSV (bảng CSV)."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from vnplan.exchange.columns import Row, columns_of
from vnplan.exchange.tabular import Tabular, tabled

BETWEEN = " | "
"""Between the items of a list in one cell."""

BOM = "\ufeff"


class Writable(Protocol):
    """A text file."""

    def write(self, text: str, /) -> object:
        """Take the text."""


def write_csv(
    path: str | os.PathLike[str],
    given: Tabular,
    *,
    table: str | None = None,
    bom: bool = False,
) -> None:
    """Write a table as CSV: UTF-8, a header, commas, numbers with their digits as printed (ghi CSV).

    Rows are written as they come, so that an iterator of many reports takes no more memory than one.

    Args:
        path: The file; one that is there is replaced.
        given: A report or several, a scorecard, findings of an audit, or rows of one of these tables.
        table: "directives" for the directives of reports instead of their figures.
        bom: Begin with a byte order mark, by which Excel knows UTF-8.

    Raises:
        InvalidValueError: What is given makes no table.
    """
    found = tabled(given, table)
    with Path(path).open("w", encoding="utf-8", errors="replace", newline="") as file:
        write_rows(file, found.rows, [column.name for column in columns_of(found.table)], bom=bom)


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
