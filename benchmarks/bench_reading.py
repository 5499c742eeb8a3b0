"""What reading a text costs, against a bare search for digits over the same text, side by side in one run.

    PYTHONPATH=src python benchmarks/bench_reading.py [--largest 10000]

Texts are the reports of tests/corpus, repeated to a size. Shown are the cost by size and by step, of hostile
inputs, and against quantulum3 where that is installed. Exit status 1 where the largest text costs more than
twice as much a character as the smallest.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from time import process_time
from typing import Any

import vnplan

CORPUS = Path(__file__).parents[1] / "tests" / "corpus" / "reports"
DIGITS = re.compile(r"\d[\d.,]*")
SIZES = (10, 100, 1000, 10_000)
"""In thousands of bytes."""
LINEAR = 2
"""Times that a character of the largest text may cost what one of the smallest does."""
STEPS = (
    "clean", "read_layout", "read_periods", "read_citations", "read_places", "read_issuer", "read_plan_parts",
    "read_directives", "read_tables", "claim_numbers", "assemble", "read_verdicts",
)  # fmt: skip
HOSTILE = {
    "a million digits": "1" * 1_000_000,
    "nested brackets": "(" * 50_000 + "12%" + ")" * 50_000,
    "one endless line": "thu ngân sách đạt 12,5 tỷ đồng, tăng 3% so với cùng kỳ " * 4000,
    "a million pipes": "|" * 1_000_000,
    "no digit": "Kinh tế của quận tiếp tục phát triển. " * 5000,
}


def seconds(work: Callable[[], object], repeats: int = 3) -> float:
    """Least time of the processor."""
    best = float("inf")
    for _ in range(repeats):
        started = process_time()
        work()
        best = min(best, process_time() - started)
    return best


def scan(text: str) -> Callable[[], None]:
    """The search that everything is measured against."""

    def work() -> None:
        for _ in DIGITS.finditer(text):
            pass

    return work


def sized(kilobytes: int) -> str:
    """A text of about that size."""
    reports = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    whole = sum(len(report.encode()) for report in reports)
    text = "\n\n".join(islice(cycle(reports), len(reports) * (kilobytes * 1000 // whole + 1)))
    return text.encode()[: kilobytes * 1000].decode(errors="ignore")


def line(name: str, text: str, took: float) -> None:
    """Print one measurement."""
    scans = took / seconds(scan(text), 5)
    megabytes = len(text.encode()) / took / 1e6
    print(f"{name:<18} {1e6 * took / len(text):8.2f} µs a character {megabytes:8.3f} MB/s {scans:8.1f} scans")


def by_size(largest: int) -> bool:
    """Whether the cost of a character stays within bounds as texts grow."""
    costs = []
    for kilobytes in (size for size in SIZES if size <= largest):
        text = sized(kilobytes)
        took = seconds(lambda text=text: vnplan.loads(text), 1 if kilobytes >= SIZES[-1] else 3)  # type: ignore[misc]
        line(f"{kilobytes} KB", text, took)
        costs.append(took / len(text))
    return costs[-1] <= LINEAR * costs[0]


def of_hostile() -> None:
    """What texts cost that were made to hurt."""
    for name, text in HOSTILE.items():
        line(name, text, seconds(lambda text=text: vnplan.loads(text), 1))  # type: ignore[misc]


def by_step(text: str) -> None:
    """The time of each step of one reading, in scans."""
    took: dict[str, float] = {}

    def timed(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(step)
        def work(*args: Any, **kwargs: Any) -> Any:
            started = process_time()
            try:
                return step(*args, **kwargs)
            finally:
                took[name] = took.get(name, 0.0) + process_time() - started

        return work

    reading, building = import_module("vnplan.reading.read"), import_module("vnplan.loading.build")
    whole = {(reading, name): getattr(reading, name) for name in STEPS} | {(building, "read"): building.read}
    for (module, name), step in whole.items():
        setattr(module, name, timed(name, step))
    all_of_it = seconds(lambda: vnplan.loads(text), 1)
    for (module, name), step in whole.items():
        setattr(module, name, step)
    once = seconds(scan(text), 5)
    read = took.pop("read")
    parts = took | {"other steps": read - sum(took.values()), "model": all_of_it - read}
    print("by step, in scans:", ", ".join(f"{name} {part / once:.1f}" for name, part in parts.items()))


def against_quantulum(text: str) -> None:
    """Times faster than quantulum3, which reads English quantities."""
    if find_spec("quantulum3") is None:
        print("quantulum3 is not installed: pip install quantulum3")
        return
    parse = import_module("quantulum3.parser").parse
    parse("5 km")
    ours, theirs = seconds(lambda: vnplan.loads(text)), seconds(lambda: parse(text), 1)
    print(f"quantulum3 takes {theirs / ours:.1f} times as long over {len(text)} characters")


def main() -> int:
    """Measure, print, judge."""
    options = argparse.ArgumentParser(description="What reading a text costs.")
    options.add_argument("--largest", type=int, default=SIZES[-1], help="largest text in KB (default %(default)s)")
    vnplan.loads(sized(10))
    linear = by_size(options.parse_args().largest)
    of_hostile()
    by_step(sized(100))
    against_quantulum(sized(20))
    return int(not linear)


if __name__ == "__main__":
    sys.exit(main())
