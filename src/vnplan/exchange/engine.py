"""Texts → figures, Arrow to Arrow: what Spark and other engines run (xử lý theo lô)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from vnplan.catalogue import Catalogue
from vnplan.errors import InvalidValueError
from vnplan.exchange.arrow import rows_batch
from vnplan.exchange.columns import PRECISION, SCALE, Kind, typed_columns
from vnplan.exchange.tabular import checked_table, rows_of
from vnplan.loading import loads

if TYPE_CHECKING:
    import pyarrow as pa

_SPARK = {
    Kind.TEXT: "string",
    Kind.INTEGER: "bigint",
    Kind.FLAG: "boolean",
    Kind.DECIMAL: f"decimal({PRECISION}, {SCALE})",
    Kind.LIST: "array<string>",
}


def read_batches(
    batches: Iterable[pa.RecordBatch], *, table: str = "figures", catalogue: Catalogue | None = None
) -> Iterator[pa.RecordBatch]:
    """The figures of many texts, batch by batch (đọc số liệu theo lô); pure, and what Spark's `mapInArrow` takes.

    Each batch of texts gives one batch of rows, in order. A text that is null gives no row, one without figures
    neither; any other text can be read. For other than the defaults use ``partial(read_batches, table="directives")``.

    Args:
        batches: Batches with the columns `document` (id) and `text`; others are passed over.
        table: "figures" or "directives".
        catalogue: The indicators and places to look names up in; None takes vnplan's own.

    Yields:
        Batches as of `to_arrow`.

    Raises:
        InvalidValueError: A batch lacks one of the two columns, or there is no such table.
        MissingExtraError: pyarrow is not installed: ``pip install 'vnplan[arrow]'``.
    """
    checked_table(table)
    for batch in batches:
        names = batch.schema.names
        missing = [name for name in ("document", "text") if name not in names]
        if missing:
            raise InvalidValueError("batch", names, f"columns document and text; it lacks {', '.join(missing)}")
        pairs = zip(batch.column("document").to_pylist(), batch.column("text").to_pylist(), strict=True)
        reports = (
            loads(text, document=document or "", catalogue=catalogue) for document, text in pairs if text is not None
        )
        yield rows_batch(table, (row for report in reports for row in rows_of(report, table)))


def spark_schema(table: str = "figures") -> str:
    """The columns of a table that `read_batches` makes, as Spark declares them (lược đồ cho Spark).

    Args:
        table: "figures" or "directives".

    Raises:
        InvalidValueError: There is no such table.
    """
    return ", ".join(f"`{column.name}` {_SPARK[column.kind]}" for column in typed_columns(checked_table(table)))
