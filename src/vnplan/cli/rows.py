"""Plain rows as JSON and CSV, written as they come."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence

from vnplan.exchange import cells

Row = Mapping[str, object]


def write_rows(rows: Iterable[Row], columns: Sequence[str], options: object) -> None:
    """Write rows to standard output in the format of the options."""
    match getattr(options, "format", ""):
        case "json":
            _write_json(rows)
        case "jsonl":
            sys.stdout.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        case _:
            cells.write_rows(sys.stdout, rows, columns, bom=getattr(options, "bom", False))


def _write_json(rows: Iterable[Row]) -> None:
    """One array, a row a line."""
    mark = "["
    for row in rows:
        sys.stdout.write(f"{mark}\n{json.dumps(row, ensure_ascii=False)}")
        mark = ","
    sys.stdout.write("[]\n" if mark == "[" else "\n]\n")
