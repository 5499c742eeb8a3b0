"""Tables as frames of pandas and polars (khung dữ liệu)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from vnplan.errors import InvalidValueError
from vnplan.exchange.columns import PRECISION, SCALE, Columns, Kind, typed_rows
from vnplan.exchange.extras import optional
from vnplan.exchange.tabular import Tabular, tabled

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


@overload
def to_frame(given: Tabular, backend: Literal["pandas"] = "pandas", *, table: str | None = None) -> pd.DataFrame: ...


@overload
def to_frame(given: Tabular, backend: Literal["polars"], *, table: str | None = None) -> pl.DataFrame: ...


def to_frame(given: Tabular, backend: str = "pandas", *, table: str | None = None) -> Any:
    """A table as a frame (khung dữ liệu), its columns those of `to_arrow`.

    Numbers are exact: Decimal objects in pandas, ``Decimal(38, 12)`` in polars. In pandas the meaning and
    unit of the columns stand in ``frame.attrs["columns"]``.

    Args:
        given: A report or several, a scorecard, findings of an audit, series, or rows of one of these tables.
        backend: "pandas" or "polars".
        table: "directives" for the directives of reports instead of their figures; "series" for the observations
            of a `ReportSet`, each fact once.

    Raises:
        InvalidValueError: What is given makes no table, or the backend is neither of the two.
        MissingExtraError: The library is not installed: ``pip install 'vnplan[pandas]'`` or ``[polars]``.
    """
    make = _BACKENDS.get(backend)
    if make is None:
        raise InvalidValueError("backend", backend, " or ".join(map(repr, _BACKENDS)))
    library = optional(backend, feature=f"a {backend} frame", extra=backend)
    found = tabled(given, table)
    columns, rows = typed_rows(found.table, found.rows)
    return make(library, columns, rows)


_PANDAS = {Kind.TEXT: "str", Kind.INTEGER: "Int64", Kind.FLAG: "boolean", Kind.DECIMAL: "object", Kind.LIST: "object"}


def _pandas(library: Any, columns: Columns, rows: list[dict[str, Any]]) -> Any:
    made = {
        column.name: library.Series([row[column.name] for row in rows], dtype=_PANDAS[column.kind])
        for column in columns
    }
    frame = library.DataFrame(made)
    frame.attrs["columns"] = {one.name: {"meaning": one.meaning, "unit": one.unit} for one in columns}
    return frame


def _polars(library: Any, columns: Columns, rows: list[dict[str, Any]]) -> Any:
    types = {
        Kind.TEXT: library.String,
        Kind.INTEGER: library.Int64,
        Kind.FLAG: library.Boolean,
        Kind.DECIMAL: library.Decimal(PRECISION, SCALE),
        Kind.LIST: library.List(library.String),
    }
    return library.DataFrame(
        {column.name: [row[column.name] for row in rows] for column in columns},
        schema={column.name: types[column.kind] for column in columns},
    )


_BACKENDS = {"pandas": _pandas, "polars": _polars}
