"""What many texts cost in a pool and in Spark, beside one process: python benchmarks/bench_many.py [--texts 6000].

Synthetic reports in files. Each way runs in a process of its own, over all of them and over a few; the difference
is what a document costs, in milliseconds of wall time and of processor time, and the rest is what starting costs.
Processor time holds on a busy machine too. Spark is left out where pyspark or Java is missing.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import vnplan  # noqa: E402
from tests.many import reports_in  # noqa: E402

BATCH = 1000
FEW = 40
WORKERS = os.cpu_count() or 1


def one_process(paths: list[str]) -> None:
    """`load` in a loop, rows of figures made and dropped."""
    for found in vnplan.load_many(paths, workers=1):
        assert isinstance(found, vnplan.Report)
        found.to_records()


def batches(paths: list[str]) -> None:
    """`read_batches` in one process, Arrow to Arrow."""
    for _ in vnplan.read_batches(_texts(paths)):
        pass


def pool_of_reports(paths: list[str]) -> None:
    """`load_many`: whole reports come back to one process."""
    for found in vnplan.load_many(paths, workers=WORKERS):
        assert isinstance(found, vnplan.Report)


def pool_of_parts(paths: list[str]) -> None:
    """`write_parts`: each process writes the part that it has read."""
    with tempfile.TemporaryDirectory() as folder:
        vnplan.write_parts(folder, paths, part_size=max(1, len(paths) // 16))


def spark(paths: list[str]) -> None:
    """`read_batches` in Spark, on as many processors."""
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = SparkSession.builder.master(f"local[{WORKERS}]").config("spark.ui.enabled", "false")
    for key in ("ui.showConsoleProgress", "python.use.daemon", "python.worker.reuse"):
        builder = builder.config(f"spark.{key}", "false")  # workers that end with their task are waited for too
    session = builder.getOrCreate()
    with tempfile.TemporaryDirectory() as folder:
        parquet.write_table(pa.Table.from_batches(list(_texts(paths))), f"{folder}/texts.parquet")
        texts = session.read.parquet(f"{folder}/texts.parquet").repartition(WORKERS)
        texts.mapInArrow(vnplan.read_batches, vnplan.spark_schema()).count()
    gateway = SparkContext._gateway  # noqa: SLF001  # its process must be waited for, or its time is lost
    session.stop()
    with suppress(Exception):
        gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait(30)


def _texts(paths: list[str]) -> Iterator[pa.RecordBatch]:
    for start in range(0, len(paths), BATCH):
        held = paths[start : start + BATCH]
        texts = [Path(path).read_text(encoding="utf-8") for path in held]
        yield pa.record_batch({"document": held, "text": texts})


WAYS: dict[str, Callable[[list[str]], None]] = {
    way.__name__: way for way in (one_process, batches, pool_of_reports, pool_of_parts, spark)
}


def cost(way: str, folder: str, count: int) -> tuple[float, float]:
    """Wall and processor seconds of one way over so many files, in a process of its own."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, __file__, "--way", way, "--folder", folder, "--texts", str(count)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        sys.exit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - started, used


def main() -> None:
    """Measure and print; with --way, be measured."""
    parser = argparse.ArgumentParser(description="What many texts cost in a pool and in Spark.")
    parser.add_argument("--texts", type=int, default=6000, help="how many (default %(default)s)")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", default="", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way is not None:
        WAYS[options.way]([str(path) for path in sorted(Path(options.folder).iterdir())[: options.texts]])
        return
    has_spark = importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None
    print(f"{'':<16}{'wall':>9}{'processor':>11}   ms a document{'':>3}start, s   processor beside one process")
    one = 0.0
    with tempfile.TemporaryDirectory() as folder:
        reports_in(Path(folder), options.texts)
        for way in WAYS if has_spark else [way for way in WAYS if way != "spark"]:
            few, all_ = cost(way, folder, FEW), cost(way, folder, options.texts)
            wall, used = (1000 * (all_[n] - few[n]) / (options.texts - FEW) for n in (0, 1))
            one = one or used
            print(f"{way:<16}{wall:9.2f}{used:11.2f}{'':>16}{few[0]:9.1f}   {used / one:5.2f}")


if __name__ == "__main__":
    main()
