"""Many documents, one after the other or side by side (nạp nhiều báo cáo)."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path

from attrs import field, frozen

from vnplan.errors import LoadError
from vnplan.loading.single import load
from vnplan.model.report import Report

FEW = 64
"""Up to so many files one process is the quickest."""

_AHEAD = 8
"""Files handed out before their turn, a worker: enough to keep all busy, few enough to keep memory small."""


@frozen
class LoadFailure:
    """A document that gave no report (tệp không nạp được).

    Attributes:
        path: The file as it was given.
        error: Why; mostly a `LoadError`.
    """

    path: Path
    error: Exception = field(eq=False)

    def __str__(self) -> str:
        return str(self.error) if isinstance(self.error, LoadError) else f"{self.path}: {self.error!r}"


def load_many(
    paths: Iterable[str | os.PathLike[str]], *, workers: int | None = None, progress: bool = False
) -> Iterator[Report | LoadFailure]:
    """Load many documents, in the order given; a bad one never stops the rest.

    Args:
        paths: The files; folders are not opened.
        workers: Processes to load in; None loads a few files in this process and more of them in as many
            processes as there are processors.
        progress: Count on standard error, where that is a terminal.

    Yields:
        For each file its report, or what kept it from being loaded.
    """
    files = [Path(path) for path in paths]
    wanted = _workers_for(len(files)) if workers is None else workers
    loaded = map(_load_one, files) if wanted <= 1 else _side_by_side(files, min(wanted, len(files)))
    return _counted(loaded, files) if progress and sys.stderr.isatty() else loaded


def _workers_for(count: int) -> int:
    if count <= FEW:
        return 1
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return usable or 1


def _load_one(path: Path) -> Report | LoadFailure:
    try:
        return load(path)
    except Exception as error:  # noqa: BLE001  # whatever one file does, the others still count
        return LoadFailure(path, error)


def _side_by_side(files: Sequence[Path], workers: int) -> Iterator[Report | LoadFailure]:
    """Files loaded in processes; where one of them dies, those in its hands are tried again one by one."""
    position = 0
    while position < len(files):
        with ProcessPoolExecutor(workers) as pool:
            for one in _through(pool, files[position:], _AHEAD * workers):
                if one is None:
                    break
                position += 1
                yield one
            else:
                return
        for path in files[position : position + _AHEAD * workers]:
            position += 1
            yield _load_alone(path)


def _through(pool: ProcessPoolExecutor, files: Sequence[Path], ahead: int) -> Iterator[Report | LoadFailure | None]:
    """What the pool makes of the files, in order; None at the end where the pool broke."""
    waiting: deque[Future[Report | LoadFailure]] = deque()
    rest = iter(files)
    try:
        waiting.extend(pool.submit(_load_one, path) for path in islice(rest, ahead))
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(pool.submit(_load_one, path) for path in islice(rest, 1))
    except BrokenProcessPool:
        yield None
    finally:
        for future in waiting:
            future.cancel()


def _load_alone(path: Path) -> Report | LoadFailure:
    """One file in a process of its own, which may die of it."""
    try:
        with ProcessPoolExecutor(1) as pool:
            return pool.submit(_load_one, path).result()
    except BrokenProcessPool as error:
        failure = LoadError(str(path), "the process that loaded it ended unexpectedly")
        failure.__cause__ = error
        return LoadFailure(path, failure)


def _counted(loaded: Iterator[Report | LoadFailure], files: Sequence[Path]) -> Iterator[Report | LoadFailure]:
    width = 0
    for number, one in enumerate(loaded, 1):
        told = f"{number}/{len(files)} {files[number - 1].name}"[:79]
        sys.stderr.write(f"\r{told:<{width}}")
        sys.stderr.flush()
        width = len(told)
        yield one
    sys.stderr.write(f"\r{'':<{width}}\r")
    sys.stderr.flush()
