"""Plain rows as JSON and CSV, written as they come."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence

Row = Mapping[str, object]

_BETWEEN = " | "
"""Between the items of a list in one cell."""


def write_rows(rows: Iterable[Row], columns: Sequence[str], options: object) -> None:
    """Write rows to standard output in the format of the options."""
    if getattr(options, "format", "") == "json":
        _write_json(rows)
    else:
        _write_csv(rows, columns, bom=getattr(options, "bom", False))


def _write_json(rows: Iterable[Row]) -> None:
    """One array, a row a line."""
    mark = "["
    for row in rows:
        sys.stdout.write(f"{mark}\n{json.dumps(row, ensure_ascii=False)}")
        mark = ","
    sys.stdout.write("[]\n" if mark == "[" else "\n]\n")


def _write_csv(rows: Iterable[Row], columns: Sequence[str], *, bom: bool) -> None:
    if bom:
        sys.stdout.write("\ufeff")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_plain(row[column]) for column in columns])


def _plain(value: object) -> object:
    if isinstance(value, list):
        return _BETWEEN.join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else value
