"""Texts to figures, Arrow to Arrow, by hand and in Spark."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import vnplan
from tests.many import text_of
from vnplan import InvalidValueError, Report, read_batches, spark_schema

pa = pytest.importorskip("pyarrow")

TEXTS = [*map(text_of, range(30)), "", None, "Không có số liệu."]


def batches(size: int) -> Iterator[Any]:
    table = pa.table({"document": [f"d{number}" for number in range(len(TEXTS))], "text": TEXTS, "nguồn": [1] * 33})
    return iter(table.to_batches(max_chunksize=size))


def expected() -> Any:
    reports = [vnplan.loads(text, document=f"d{n}") for n, text in enumerate(TEXTS) if text is not None]
    return vnplan.to_arrow(reports)


class TestReadBatches:
    @pytest.mark.parametrize("size", [1, 7, 100])
    def test_gives_the_figures_of_all_texts(self, size: int) -> None:
        made = list(read_batches(batches(size)))
        assert len(made) == -(-len(TEXTS) // size)
        assert pa.Table.from_batches(made).equals(expected(), check_metadata=True)

    def test_of_directives(self) -> None:
        texts = pa.record_batch({"document": ["004"], "text": [vnplan.samples.text("004")]})
        (made,) = read_batches([texts], table="directives")
        report = vnplan.samples.load("004")
        assert made.column("text").to_pylist() == [one.text for one in report.directives]
        assert made.schema == vnplan.to_arrow(report, table="directives").schema
        assert spark_schema("directives").startswith("`document` string, `row` bigint, `issuer` string")

    @pytest.mark.parametrize("table", ["verdicts", ""])
    def test_of_tables_that_reports_do_not_make_one_by_one(self, table: str) -> None:
        with pytest.raises(InvalidValueError, match="one of figures, directives"):
            list(read_batches([], table=table))
        with pytest.raises(InvalidValueError, match="one of figures, directives"):
            spark_schema(table)

    def test_is_lazy(self) -> None:
        made = read_batches(batches(1))
        assert next(made).num_rows > 0

    def test_of_large_strings(self) -> None:
        batch = pa.record_batch({"document": pa.array(["d0"], pa.large_string()), "text": [TEXTS[0]]})
        (made,) = read_batches([batch])
        assert made.to_pylist() == vnplan.to_arrow(vnplan.loads(text_of(0), document="d0")).to_pylist()

    def test_a_text_without_id(self) -> None:
        (made,) = read_batches([pa.record_batch({"document": pa.array([None], pa.string()), "text": [TEXTS[0]]})])
        assert set(made.column("document").to_pylist()) == {""}

    def test_names_what_is_lacking(self) -> None:
        with pytest.raises(InvalidValueError, match="lacks text"):
            list(read_batches([pa.record_batch({"document": ["a"], "content": ["b"]})]))

    def test_of_no_batches(self) -> None:
        assert list(read_batches([])) == []


def test_spark_declares_the_same_columns() -> None:
    declared = [part.split("` ")[0].strip("` ") for part in spark_schema().split(", `")]
    assert declared == vnplan.to_arrow(Report(text="")).schema.names
    assert "`value` decimal(38, 12)" in spark_schema()


WHY = (
    "pyspark is not installed"
    if importlib.util.find_spec("pyspark") is None
    else "there is no Java for Spark to run on"
    if shutil.which("java") is None
    else ""
)


@pytest.mark.skipif(bool(WHY), reason=WHY)
@pytest.mark.filterwarnings("ignore")  # Spark's own
def test_spark_takes_it_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pyspark.sql import SparkSession

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(Path(vnplan.__file__).parents[1]), *sys.path)))
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", str(tmp_path))
        .getOrCreate()
    )
    try:
        rows = [(f"d{number}", text) for number, text in enumerate(TEXTS)]
        texts = spark.createDataFrame(rows, "document string, text string").repartition(2)
        found = texts.mapInArrow(read_batches, spark_schema()).collect()
    finally:
        spark.stop()
    told = sorted(tuple(row) for row in found)
    assert told == sorted(tuple(row.values()) for row in expected().to_pylist())
