"""Texts → figures, Arrow to Arrow: what Spark and other engines run (xử lý theo lô)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from vnplan.errors import InvalidValueError
from vnplan.exchange.arrow import figures_batch
from vnplan.exchange.columns import PRECISION, SCALE, Kind, typed_columns
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


def read_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The figures of many texts, batch by batch (đọc số liệu theo lô); pure, and what Spark's `mapInArrow` takes.

    Each batch of texts gives one batch of the table of figures, in order. A text that is null gives no row,
    one without figures neither; any other text can be read.

    Args:
        batches: Batches with the columns `document` (id) and `text`; others are passed over.

    Yields:
        Batches as of `to_arrow`.

    Raises:
        InvalidValueError: A batch lacks one of the two columns.
        MissingExtraError: pyarrow is not installed: ``pip install 'vnplan[arrow]'``.
    """
    for batch in batches:
        names = batch.schema.names
        missing = [name for name in ("document", "text") if name not in names]
        if missing:
            raise InvalidValueError("batch", names, f"columns document and text; it lacks {', '.join(missing)}")
        pairs = zip(batch.column("document").to_pylist(), batch.column("text").to_pylist(), strict=True)
        yield figures_batch(
            row
            for document, text in pairs
            if text is not None
            for row in loads(text, document=document or "").to_records()
        )


def spark_schema() -> str:
    """The columns of the table of figures as Spark declares them (lược đồ cho Spark)."""
    return ", ".join(f"`{column.name}` {_SPARK[column.kind]}" for column in typed_columns("figures"))
