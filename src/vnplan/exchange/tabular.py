"""Reports, scorecards and findings as rows of one table (bảng)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from attrs import frozen

from vnplan.audit import Finding
from vnplan.errors import InvalidValueError
from vnplan.exchange.columns import Row, columns_of
from vnplan.model.records import directive_rows
from vnplan.model.report import Report
from vnplan.scorecard import Entry, Scorecard
from vnplan.scorecard.rows import row_of
from vnplan.series import Observation, ReportSet, Series
from vnplan.series.rows import row_of as observation_row

Tabular = Report | Scorecard | Series | Iterable[Report | Entry | Finding | Series | Observation | Mapping[str, Any]]
"""What can be written as a table: reports, a scorecard, findings, series, observations, or rows of such a table."""

TABLES_OF_REPORTS = ("figures", "directives")
"""The tables to which each report adds rows of its own, whatever others there are."""

TABLES = (*TABLES_OF_REPORTS, "verdicts", "findings", "series")

_EXPECTED = "a report or several, a scorecard, findings of an audit, a series or several, or rows of such a table"
_TELLING = {
    "estimated": "figures",
    "issuer_kind": "directives",
    "outcome": "verdicts",
    "residual": "findings",
    "vintages": "series",
}
"""Columns that only one table has."""


@frozen
class Tabled:
    """Rows, and the table that they are rows of."""

    table: str
    rows: Iterable[Row]


def tabled(given: Tabular, table: str | None = None) -> Tabled:
    """The rows of what is given; its kind tells the table, but for the directives of reports and the series of a set of them.

    Raises:
        InvalidValueError: It is nothing that makes a table, or not that one.
    """
    if table is not None and table not in TABLES:
        raise InvalidValueError("table", table, f"one of {', '.join(TABLES)}")
    if table == "series" and isinstance(given, ReportSet):
        given = given.observations
    if not isinstance(given, Iterable | Report | Series):
        raise InvalidValueError("given", given, _EXPECTED)
    ones = iter((given,) if isinstance(given, Report | Series) else given)
    first = next(ones, None)
    if first is None:
        return Tabled(table or ("verdicts" if isinstance(given, Scorecard) else "figures"), ())
    found = table if table is not None else _table_of(first)
    return Tabled(found, chain.from_iterable(_rows_of(one, found) for one in chain((first,), ones)))


def checked_table(table: str) -> str:
    """The table, which must be one that reports make one by one.

    Raises:
        InvalidValueError: It is another.
    """
    if table not in TABLES_OF_REPORTS:
        raise InvalidValueError("table", table, f"one of {', '.join(TABLES_OF_REPORTS)}")
    return table


def rows_of(report: Report, table: str) -> Iterable[Row]:
    """The rows that a report adds to such a table."""
    return report.to_records() if table == "figures" else directive_rows(report)


def _table_of(one: object) -> str:
    """The table that an object makes when none is asked for."""
    match one:
        case Report():
            return "figures"
        case Entry():
            return "verdicts"
        case Finding():
            return "findings"
        case Series() | Observation():
            return "series"
        case Mapping():
            found = next((table for column, table in _TELLING.items() if column in one), None)
            if found is not None:
                return found
    raise InvalidValueError("given", one, _EXPECTED)


def _rows_of(one: object, table: str) -> Iterable[Row]:
    match one, table:
        case Report(), _ if table in TABLES_OF_REPORTS:
            return rows_of(one, table)
        case Entry(), "verdicts":
            return (row_of(one),)
        case Finding(), "findings":
            return (one.to_row(),)
        case Series(), "series":
            return one.rows()
        case Observation(), "series":
            return (observation_row(one),)
        case Mapping(), _:
            return _checked(one, table)
    raise InvalidValueError("given", one, f"what makes rows of the table {table}")


def _checked(row: Mapping[str, Any], table: str) -> Iterator[Row]:
    missing = [column.name for column in columns_of(table) if column.name not in row]
    if missing:
        raise InvalidValueError("given", row, f"a row of the table {table}; it lacks {', '.join(missing)}")
    yield row
