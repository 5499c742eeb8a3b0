"""Paths of the command line → reports; what cannot be read is told on standard error."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from vnplan.catalogue import Catalogue
from vnplan.errors import ExtensionError, VnplanError
from vnplan.files.formats import SUFFIXES
from vnplan.files.read import read_bytes
from vnplan.loading import LoadFailure, load_many, loads
from vnplan.model.report import Report

STDIN = "-"


class Inputs:
    """The reports of some paths, in order.

    Attributes:
        without: A folder that is passed over.
        failed: Whether something could not be read so far.
    """

    def __init__(
        self,
        paths: Iterable[str],
        *,
        workers: int | None = None,
        without: str | None = None,
        catalogue: Catalogue | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.paths = tuple(paths)
        self.workers = workers
        self.without = without
        self.failed = False

    def __iter__(self) -> Iterator[Report]:
        wanted = list(self.expanded())
        files = [path for path in wanted if path != STDIN]
        loaded = load_many(files, workers=self.workers, progress=True, catalogue=self.catalogue)
        for path in wanted:
            found = _of_stdin(self.catalogue) if path == STDIN else next(loaded)
            if isinstance(found, LoadFailure):
                self._tell(str(found))
            else:
                yield found

    def expanded(self) -> Iterator[str]:
        """The files, those of folders in order of their names; what cannot be found is told."""
        for path in self.paths:
            if path == STDIN or not Path(path).is_dir():
                yield path
                continue
            found = sorted(_texts_in(path, self.without))
            if not found:
                self._tell(f"{path}: holds no {', '.join(sorted(SUFFIXES))}")
            yield from found

    def _tell(self, fault: str) -> None:
        self.failed = True
        sys.stderr.write(f"vnplan: {fault}\n")


def catalogue_of(options: argparse.Namespace) -> Catalogue | None:
    """What the options ask names to be looked up in; None for vnplan's own tables."""
    if not options.extensions:
        return None
    try:
        return Catalogue.installed()
    except ExtensionError as error:
        return options.command.error(str(error))  # type: ignore[no-any-return]  # it leaves


def _texts_in(folder: str, without: str | None) -> Iterator[str]:
    """The texts of a folder and those below it; what is hidden, and README files, are passed over."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_same(place, name, without)]
        for name in names:
            path = Path(name)
            if path.suffix.lower() in SUFFIXES and not name.startswith(".") and path.stem.lower() != "readme":
                yield str(Path(place, name))


def _is_same(place: str, name: str, folder: str | None) -> bool:
    return folder is not None and Path(place, name).resolve() == Path(folder).resolve()


def _of_stdin(catalogue: Catalogue | None) -> Report | LoadFailure:
    try:
        return loads(read_bytes(sys.stdin.buffer.read(), name="stdin").text, document="stdin", catalogue=catalogue)
    except VnplanError as error:
        return LoadFailure(Path("stdin"), error)
