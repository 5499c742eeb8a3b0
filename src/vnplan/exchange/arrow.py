"""Tables as Arrow and Parquet (bảng Arrow, Parquet)."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING, Any

from vnplan.exchange.columns import PRECISION, SCALE, Column, Columns, Kind, typed_columns, typed_rows
from vnplan.exchange.extras import optional
from vnplan.exchange.tabular import Tabular, tabled

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

    from vnplan.exchange.columns import Row

NAME = b"vnplan.table"
"""Key of the schema's metadata that names the table."""


def to_arrow(given: Tabular, *, table: str | None = None) -> pa.Table:
    """A table for Arrow (bảng Arrow): exact decimals, the meaning and unit of each column as its metadata.

    Numbers are decimal128(38, 12). Figures have their digits as printed in `value_text` and `upper_text`
    besides, since 1,40 is not 1,4; a number that does not fit the decimal stands there alone. In the other
    tables a column with such a number is text.

    Args:
        given: A report or several, a scorecard, findings of an audit, series, or rows of one of these tables.
        table: "directives" for the directives of reports instead of their figures; "series" for the observations
            of a `ReportSet`, each fact once.

    Raises:
        InvalidValueError: What is given makes no table.
        MissingExtraError: pyarrow is not installed: ``pip install 'vnplan[arrow]'``.
    """
    arrow = _arrow("an Arrow table")
    found = tabled(given, table)
    columns, rows = typed_rows(found.table, found.rows)
    return arrow.Table.from_batches([batch_of(columns, rows, found.table)])


def write_parquet(path: str | os.PathLike[str], given: Tabular, *, table: str | None = None) -> None:
    """Write a table as Parquet, as `to_arrow` makes it (ghi Parquet).

    Args:
        path: The file; one that is there is replaced.
        given: A report or several, a scorecard, findings of an audit, series, or rows of one of these tables.
        table: "directives" for the directives of reports instead of their figures; "series" for the observations
            of a `ReportSet`, each fact once.

    Raises:
        InvalidValueError: What is given makes no table.
        MissingExtraError: pyarrow is not installed: ``pip install 'vnplan[arrow]'``.
    """
    parquet = optional("pyarrow.parquet", feature="a Parquet file", extra="arrow")
    parquet.write_table(to_arrow(given, table=table), os.fspath(path), compression="zstd")


def rows_batch(table: str, rows: Iterable[Row]) -> pa.RecordBatch:
    """Rows of a table of reports, figures or directives, as one batch; all batches of a table have one schema."""
    columns, typed = typed_rows(table, rows)
    return batch_of(columns, typed, table)


def rows_file(file: IO[bytes], table: str, rows: Iterable[Row], further: str) -> None:
    """Rows of such a table as a Parquet file, with one further column of text at the end."""
    arrow = _arrow("a Parquet file")
    parquet = optional("pyarrow.parquet", feature="a Parquet file", extra="arrow")
    held = list(rows)
    more = arrow.array([row[further] for row in held], arrow.string())
    made = arrow.Table.from_batches([rows_batch(table, held)])
    parquet.write_table(made.append_column(arrow.field(further, arrow.string()), more), file, compression="zstd")


def figures_schema() -> pa.Schema:
    """The Arrow schema of the table of figures (lược đồ bảng số liệu).

    Raises:
        MissingExtraError: pyarrow is not installed: ``pip install 'vnplan[arrow]'``.
    """
    return _schema(typed_columns("figures"), "figures")


def batch_of(columns: Columns, rows: list[dict[str, Any]], table: str) -> pa.RecordBatch:
    """Typed rows as one batch."""
    arrow = _arrow("an Arrow table")
    return arrow.RecordBatch.from_pylist(rows, schema=_schema(columns, table))


def _schema(columns: Columns, table: str) -> pa.Schema:
    arrow = _arrow("an Arrow table")
    return arrow.schema([_field(arrow, column) for column in columns], metadata={NAME: table.encode()})


def _field(arrow: Any, column: Column) -> Any:
    told = {"meaning": column.meaning, "unit": column.unit, "vi": column.header}
    return arrow.field(
        column.name,
        _type(arrow, column.kind),
        nullable=column.can_be_empty,
        metadata={name: words for name, words in told.items() if words},
    )


def _type(arrow: Any, kind: Kind) -> Any:
    match kind:
        case Kind.TEXT:
            return arrow.string()
        case Kind.INTEGER:
            return arrow.int64()
        case Kind.FLAG:
            return arrow.bool_()
        case Kind.DECIMAL:
            return arrow.decimal128(PRECISION, SCALE)
        case Kind.LIST:
            return arrow.list_(arrow.string())


def _arrow(feature: str) -> Any:
    return optional("pyarrow", feature=feature, extra="arrow")
