"""Numbers in Vietnamese marks against babel, side by side in one run: at least 12 times faster.

    PYTHONPATH=src python benchmarks/bench_formatting.py

Exit status 1 where the ratio is missed.
"""

from __future__ import annotations

import sys
import timeit
from decimal import Decimal

from babel.numbers import format_decimal

from vnplan.formatting import format_number

WANTED = 12
NUMBERS = [Decimal(text) for text in ("1390.9", "5208", "26.7", "357519.7", "-12.5", "3000000", "83", "14.53")]


def with_vnplan() -> None:
    """Every number through vnplan."""
    for number in NUMBERS:
        format_number(number)


def with_babel() -> None:
    """The same through babel, with all decimals."""
    for number in NUMBERS:
        format_decimal(number, locale="vi", decimal_quantization=False)


def microseconds(rounds: int = 300, repeats: int = 15) -> tuple[float, float]:
    """Best time a number of each, measured in turns."""
    timers = timeit.Timer(with_vnplan), timeit.Timer(with_babel)
    best = [min(times) for times in zip(*((t.timeit(rounds) for t in timers) for _ in range(repeats)), strict=True)]
    scale = 1e6 / rounds / len(NUMBERS)
    return best[0] * scale, best[1] * scale


def main() -> int:
    """Print both and the ratio."""
    ours, theirs = microseconds()
    print(f"vnplan {ours:.2f} µs, babel {theirs:.1f} µs a number: {theirs / ours:.1f} times faster (wanted: {WANTED})")
    return int(theirs / ours < WANTED)


if __name__ == "__main__":
    sys.exit(main())
