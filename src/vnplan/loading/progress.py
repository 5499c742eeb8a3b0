"""How far many files have come, on a terminal (tiến trình)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

_CELLS = 30
_BETWEEN = 0.1
"""Seconds between two looks, so that telling costs nothing."""


def told(
    results: Iterable[T], total: int | None, *, weight: Callable[[T], int] = lambda _: 1, begun: int = 0
) -> Iterator[T]:
    """The same results; meanwhile a bar on standard error, which goes away at the end.

    Args:
        results: What is passed on.
        total: How many files there are; None where nobody knows.
        weight: How many files a result stands for.
        begun: Files that were done before.
    """
    started, last, width, done = monotonic(), 0.0, 0, begun
    try:
        for one in results:
            done += weight(one)
            now = monotonic()
            if now - last >= _BETWEEN or done == total:
                last = now
                line = bar(done, total, (done - begun) / max(now - started, 1e-9))
                sys.stderr.write(f"\r{line:<{width}}")
                sys.stderr.flush()
                width = len(line)
            yield one
    finally:
        sys.stderr.write(f"\r{'':<{width}}\r")
        sys.stderr.flush()


def bar(done: int, total: int | None, rate: float) -> str:
    """One line: a bar, files done, files a second, time left."""
    if not total:
        return f"{done} files, {rate:.0f}/s"
    filled = _CELLS * done // total
    left = round((total - done) / rate) if rate else 0
    hours, seconds = divmod(left, 3600)
    clock = f"{hours}:{seconds // 60:02}:{seconds % 60:02}" if hours else f"{seconds // 60}:{seconds % 60:02}"
    return f"[{'#' * filled:.<{_CELLS}}] {done}/{total} {100 * done // total}%, {rate:.0f}/s, {clock} left"
