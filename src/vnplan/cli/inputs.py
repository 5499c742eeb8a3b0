"""Paths of the command line → reports; what cannot be read is told on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from vnplan.errors import VnplanError
from vnplan.files.formats import SUFFIXES
from vnplan.files.read import read_bytes
from vnplan.loading import LoadFailure, load_many, loads
from vnplan.model.report import Report

STDIN = "-"


class Inputs:
    """The reports of some paths, in order.

    Attributes:
        failed: Whether something could not be read so far.
    """

    def __init__(self, paths: Iterable[str], *, workers: int | None = None) -> None:
        self.paths = tuple(paths)
        self.workers = workers
        self.failed = False

    def __iter__(self) -> Iterator[Report]:
        wanted = list(self._expanded())
        loaded = load_many([path for path in wanted if path != STDIN], workers=self.workers, progress=True)
        for path in wanted:
            found = _of_stdin() if path == STDIN else next(loaded)
            if isinstance(found, LoadFailure):
                self._tell(str(found))
            else:
                yield found

    def _expanded(self) -> Iterator[str]:
        for path in self.paths:
            if path == STDIN or not Path(path).is_dir():
                yield path
                continue
            found = sorted(_texts_in(path))
            if not found:
                self._tell(f"{path}: holds no {', '.join(sorted(SUFFIXES))}")
            yield from found

    def _tell(self, fault: str) -> None:
        self.failed = True
        sys.stderr.write(f"vnplan: {fault}\n")


def _texts_in(folder: str) -> Iterator[str]:
    """The texts of a folder and those below it; what is hidden, and README files, are passed over."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(name)
            if path.suffix.lower() in SUFFIXES and not name.startswith(".") and path.stem.lower() != "readme":
                yield str(Path(place, name))


def _of_stdin() -> Report | LoadFailure:
    try:
        return loads(read_bytes(sys.stdin.buffer.read(), name="stdin").text, document="stdin")
    except VnplanError as error:
        return LoadFailure(Path("stdin"), error)
