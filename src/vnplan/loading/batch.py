"""Many documents, one after the other or side by side (nạp nhiều báo cáo)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain, islice
from pathlib import Path

from attrs import field, frozen

from vnplan.catalogue import Catalogue
from vnplan.errors import LoadError
from vnplan.loading.pool import alone, in_order, usable_processors
from vnplan.loading.progress import told
from vnplan.loading.single import load
from vnplan.model.checked import checked
from vnplan.model.report import Report

FEW = 64
"""Up to so many files one process is the quickest."""


@frozen(field_transformer=checked)
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
    paths: Iterable[str | os.PathLike[str]],
    *,
    workers: int | None = None,
    progress: bool = False,
    catalogue: Catalogue | None = None,
) -> Iterator[Report | LoadFailure]:
    """Load many documents, in the order given; a bad one never stops the rest.

    Paths are drawn and files read only as reports are taken, but for a few in flight, so that memory does
    not grow with their number.

    Args:
        paths: The files; folders are not opened.
        workers: Processes to load in; None loads a few files in this process and more of them in as many
            processes as there are processors.
        progress: Show a bar on standard error, where that is a terminal.
        catalogue: The indicators and places to look names up in; None takes vnplan's own.

    Yields:
        For each file its report, or what kept it from being loaded.
    """
    total = len(paths) if isinstance(paths, Sized) else None
    files: Iterator[Path] = map(Path, paths)
    first = list(islice(files, FEW + 1))
    wanted = _workers_for(len(first)) if workers is None else workers
    if len(first) <= FEW:
        wanted = min(wanted, len(first))
    files = chain(first, files)
    task = load_one if catalogue is None else partial(load_one, catalogue=catalogue)
    after_death = partial(_load_alone, task)
    loaded = in_order(task, files, workers=wanted, after_death=after_death) if wanted > 1 else map(task, files)
    return told(loaded, total) if progress and sys.stderr.isatty() else loaded


def _workers_for(count: int) -> int:
    return 1 if count <= FEW else usable_processors()


def load_one(path: Path, *, catalogue: Catalogue | None = None) -> Report | LoadFailure:
    """The report of a file, or why there is none; never raises."""
    try:
        return load(path, catalogue=catalogue)
    except Exception as error:  # noqa: BLE001  # whatever one file does, the others still count
        return LoadFailure(path, error)


def _load_alone(task: Callable[[Path], Report | LoadFailure], path: Path) -> Iterator[Report | LoadFailure]:
    """One file in a process of its own, which may die of it."""
    try:
        yield alone(task, path)
    except BrokenProcessPool as error:
        yield died_of(path, error)


def died_of(path: Path, error: BrokenProcessPool) -> LoadFailure:
    """The failure of a file whose reading ended its process."""
    failure = LoadError(str(path), "the process that loaded it ended unexpectedly")
    failure.__cause__ = error
    return LoadFailure(path, failure)
