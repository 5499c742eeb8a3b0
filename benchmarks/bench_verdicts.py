"""A verdict, and the bounds of a share, against the bare division of the same two Decimals, side by side in one run.

    PYTHONPATH=src python benchmarks/bench_verdicts.py

The core of a verdict (which side of the target) should cost no more than 3 divisions, the guaranteed bounds of a
share no more than 10; a whole `assess` is shown beside them. Exit status 1 where a ratio is missed.
"""

from __future__ import annotations

import sys
import timeit
from collections.abc import Callable
from decimal import Decimal

from vnplan import Actual, Period, Quantity, Stated, Target, assess, realised_share
from vnplan.attainment import DEFAULT, acceptance
from vnplan.attainment.acceptance import Acceptance
from vnplan.attainment.frames import reading_of
from vnplan.attainment.sets import Reading
from vnplan.model.interval import Interval

WANTED = {"core": 3, "bounds": 10}
YEAR = Period.year(2023)
TARGET = Target(name="Thu ngân sách", period=YEAR, stated=Stated.of("5.558 tỷ đồng"))
ACTUAL = Actual(name="Thu ngân sách", period=YEAR, stated=Stated(quantity=Quantity.of("5.574,5 tỷ đồng")))
DIVIDEND, DIVISOR = Decimal("5574.5"), Decimal(5558)


def _known() -> tuple[Acceptance, Reading, Interval]:
    accepted, reading = acceptance(TARGET), reading_of(ACTUAL, DEFAULT)
    assert accepted is not None
    assert reading is not None
    assert reading.values is not None
    return accepted, reading, reading.values


ACCEPTED, READING, VALUES = _known()
FACE, THRESHOLDS = READING.face, ACCEPTED.threshold_values


def division() -> None:
    """The two numbers of the figures, divided."""
    _ = DIVIDEND / DIVISOR


def core() -> None:
    """On which side of the target a value lies."""
    ACCEPTED.outcome(FACE)


def bounds() -> None:
    """All shares that the printed figures allow."""
    _ = VALUES / THRESHOLDS


def share() -> None:
    """A share with everything: comparability, sets, bounds."""
    realised_share(TARGET, ACTUAL)


def verdict() -> None:
    """A verdict with everything: numbers, reasons, pace."""
    assess(TARGET, ACTUAL)


STEPS: dict[str, Callable[[], None]] = {
    "core": core,
    "bounds": bounds,
    "realised_share": share,
    "assess": verdict,
}


def microseconds(repeats: int = 120) -> dict[str, float]:
    """Best time of each step, measured in turns."""
    rounds = {"division": 1000, "core": 500, "bounds": 100, "realised_share": 3, "assess": 3}
    timers = {name: timeit.Timer(step) for name, step in {"division": division, **STEPS}.items()}
    times = [
        {name: timer.timeit(rounds[name]) / rounds[name] for name, timer in timers.items()} for _ in range(repeats)
    ]
    return {name: 1e6 * min(one[name] for one in times) for name in timers}


def main() -> int:
    """Print every step and its ratio."""
    took = microseconds()
    ratios = {name: took[name] / took["division"] for name in STEPS}
    print(f"one division of Decimals: {took['division']:.3f} µs")
    for name, ratio in ratios.items():
        wanted = f" (wanted: {WANTED[name]})" if name in WANTED else ""
        print(f"{name}: {took[name]:.2f} µs, {ratio:.1f} divisions{wanted}")
    return int(any(ratios[name] > most for name, most in WANTED.items()))


if __name__ == "__main__":
    sys.exit(main())
