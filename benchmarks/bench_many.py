"""What many texts cost in a pool and in Spark, beside one process: python benchmarks/bench_many.py [--texts 2000].

Synthetic reports in files; each way runs once over all of them after a start of its own, which is told apart.
Milliseconds of wall time a document, and how many times one process is outrun. Spark is left out where
pyspark or Java is missing.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import vnplan  # noqa: E402
from tests.many import reports_in  # noqa: E402

BATCH = 1000


def one_process(paths: list[str]) -> None:
    """`load` in a loop, rows of figures made and dropped."""
    for found in vnplan.load_many(paths, workers=1):
        assert isinstance(found, vnplan.Report)
        found.to_records()


def pool_of_reports(paths: list[str]) -> None:
    """`load_many`: whole reports come back to this process."""
    for found in vnplan.load_many(paths, workers=os.cpu_count()):
        assert isinstance(found, vnplan.Report)


def pool_of_parts(paths: list[str]) -> None:
    """`write_parts`: each process writes the part that it has read."""
    with tempfile.TemporaryDirectory() as folder:
        vnplan.write_parts(folder, paths, part_size=max(1, len(paths) // 16))


def batches(paths: list[str]) -> None:
    """`read_batches` in this process, Arrow to Arrow."""
    for _ in vnplan.read_batches(_texts(paths)):
        pass


def _texts(paths: list[str]) -> Iterator[pa.RecordBatch]:
    for start in range(0, len(paths), BATCH):
        held = paths[start : start + BATCH]
        texts = [Path(path).read_text(encoding="utf-8") for path in held]
        yield pa.record_batch({"document": held, "text": texts})


def spark_over(paths: list[str]) -> Callable[[], None]:
    """The same in Spark, once it has started and its workers have read a few texts."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        SparkSession.builder.master(f"local[{os.cpu_count()}]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    folder = tempfile.mkdtemp()
    parquet.write_table(pa.Table.from_batches(list(_texts(paths))), f"{folder}/texts.parquet")

    def run(limit: int | None = None) -> None:
        texts = session.read.parquet(f"{folder}/texts.parquet").repartition(2 * (os.cpu_count() or 1))
        texts = texts if limit is None else texts.limit(limit)
        texts.mapInArrow(vnplan.read_batches, vnplan.spark_schema()).count()

    run(8)
    return run


def seconds(run: Callable[[], object]) -> float:
    """Wall time of one run."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="What many texts cost in a pool and in Spark.")
    options.add_argument("--texts", type=int, default=2000, help="how many (default %(default)s)")
    count: int = options.parse_args().texts
    with tempfile.TemporaryDirectory() as folder:
        paths = reports_in(Path(folder), count)
        one_process(paths[:20])  # lexicons and regular expressions are made once
        took = {
            run.__name__: seconds(partial(run, paths)) for run in (one_process, batches, pool_of_reports, pool_of_parts)
        }
        if importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None:
            started = time.perf_counter()
            run = spark_over(paths)
            print(f"Spark started, its workers warm: {time.perf_counter() - started:.0f} s")
            took["spark"] = seconds(run)
    for name, wall in took.items():
        print(f"{name:<16} {1000 * wall / count:6.2f} ms a document, {took['one_process'] / wall:4.2f} times")


if __name__ == "__main__":
    main()
