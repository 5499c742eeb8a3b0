"""Writes docs/columns.md from the table of columns: ``python tools/columns.py``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vnplan.exchange.columns import Column, Kind, columns_of

PAGE = Path(__file__).parents[1] / "docs" / "columns.md"

_HEAD = """# Columns

What the columns of every table hold, with their Vietnamese headers; those of figures are told in the [data format](data-format.md).
Plain rows, JSON and CSV have numbers as decimal strings; frames, Arrow and Parquet have [types](data-format.md#typed-tables).
Columns may be added.

This page is written by `python tools/columns.py`, and the tests compare it with what the code gives."""

_TABLES = {
    "verdicts": ("Verdicts", "One row a target: `Scorecard.rows()`, `to_frame(scorecard)`; as a type, `ScoreRow`."),
    "findings": ("Findings", "One row a finding: `Finding.to_row()`, `to_frame(audit(…))`; as a type, `FindingRow`."),
    "series": ("Series", "One row an observation: `Series.rows()`, `to_frame(series)`; as a type, `SeriesRow`."),
    "directives": (
        "Directives",
        'One row a directive: `to_frame(reports, table="directives")`; as a type, `DirectiveRow`.',
    ),
}
_KINDS = {
    Kind.TEXT: "text",
    Kind.INTEGER: "whole number",
    Kind.FLAG: "yes or no",
    Kind.DECIMAL: "decimal",
    Kind.LIST: "texts",
}


def page() -> str:
    """The whole page."""
    return "\n\n".join([_HEAD, *(part for table in _TABLES for part in _section(table))]) + "\n"


def _section(table: str) -> Iterator[str]:
    title, where = _TABLES[table]
    yield f"## {title}"
    yield where
    yield "\n".join(["| column | header | holds | meaning |", "|---|---|---|---|", *map(_row, columns_of(table))])


def _row(one: Column) -> str:
    holds = f"{_KINDS[one.kind]}, none" if one.can_be_empty else _KINDS[one.kind]
    meaning = f"{one.meaning}; {one.unit}" if one.unit else one.meaning
    return f"| `{one.name}` | {one.header} | {holds} | {meaning} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
