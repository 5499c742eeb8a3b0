"""Tables as CSV (bảng CSV)."""

from __future__ import annotations

import os
from pathlib import Path

from vnplan.exchange.cells import write_rows
from vnplan.exchange.columns import columns_of
from vnplan.exchange.tabular import Tabular, tabled


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
        given: A report or several, a scorecard, findings of an audit, series, or rows of one of these tables.
        table: "directives" for the directives of reports instead of their figures; "series" for the observations
            of a `ReportSet`, each fact once.
        bom: Begin with a byte order mark, by which Excel knows UTF-8.

    Raises:
        InvalidValueError: What is given makes no table.
    """
    found = tabled(given, table)
    with Path(path).open("w", encoding="utf-8", errors="replace", newline="") as file:
        write_rows(file, found.rows, [column.name for column in columns_of(found.table)], bom=bom)
