"""The figures of very many files as part files, gone on with after a stop (ghi thành nhiều phần)."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from secrets import token_hex
from typing import IO, Any

from attrs import evolve, frozen

from vnplan.catalogue import Catalogue
from vnplan.errors import InvalidValueError
from vnplan.exchange.arrow import rows_file
from vnplan.exchange.cells import write_rows
from vnplan.exchange.columns import FILE_COLUMN, Row, columns_of
from vnplan.exchange.extras import optional
from vnplan.exchange.manifest import Manifest
from vnplan.exchange.tabular import checked_table, rows_of
from vnplan.loading.batch import LoadFailure, died_of, load_one
from vnplan.loading.pool import alone, in_order, usable_processors
from vnplan.loading.progress import told
from vnplan.model.checked import checked
from vnplan.model.shown import short

_PART = 250
"""Documents a part: some seconds of work, so that a stop costs little."""


@frozen(field_transformer=checked)
class Written:
    """What stands in the folder after a run, earlier runs included (kết quả ghi).

    Attributes:
        documents: Documents whose figures are in place.
        rows: Rows of all parts.
        parts: Part files.
        failed: Why documents could not be read, by path.
    """

    documents: int
    rows: int
    parts: int
    failed: Mapping[str, str]

    def __str__(self) -> str:
        left = f", {len(self.failed)} could not be read" if self.failed else ""
        return f"{self.documents} documents, {self.rows} rows, {self.parts} parts{left}"

    __repr__ = short


def write_parts(
    folder: str | os.PathLike[str],
    paths: Iterable[str | os.PathLike[str]],
    *,
    file_format: str = "parquet",
    table: str = "figures",
    bom: bool = False,
    workers: int | None = None,
    progress: bool = False,
    part_size: int = _PART,
    catalogue: Catalogue | None = None,
) -> Written:
    """Read many files and write their figures as part files (đọc hàng loạt, ghi thành nhiều phần).

    Each part is written under another name and renamed when it is whole; ``manifest.jsonl`` then lists it with
    its documents. A run that was stopped, however, is gone on with by the same call: what is listed is
    not read again, what is not is made anew, so that nothing is lost and nothing stands twice. Documents that
    could not be read are tried again. Memory does not grow with the number of files, but for their paths.

    Args:
        folder: Where the parts go; made where it is missing.
        paths: The files, of one folder or many.
        file_format: "parquet", "csv" or "jsonl".
        table: "figures" or "directives". Verdicts and findings are of several documents together: they are had
            from the figures, by `read_records`.
        bom: Begin each CSV file with a byte order mark, by which Excel knows UTF-8.
        workers: Processes; None takes as many as there are processors.
        progress: Show a bar on standard error, where that is a terminal.
        part_size: Documents a part.
        catalogue: The indicators and places to look names up in; None takes vnplan's own.

    Raises:
        InvalidValueError: There is no such format or table, or a part would hold nothing.
        OutputFolderError: The folder holds something else, or another run is writing there.
        MissingExtraError: Parquet is asked for, and pyarrow is not installed.
    """
    if file_format not in _WRITERS:
        raise InvalidValueError("file_format", file_format, f"one of {', '.join(_WRITERS)}")
    if part_size < 1:
        raise InvalidValueError("part_size", part_size, "at least 1")
    if file_format == "parquet":
        optional("pyarrow.parquet", feature="a Parquet file", extra="arrow")
    checked_table(table)
    wanted = list(dict.fromkeys(os.fspath(path) for path in paths))
    with Manifest(Path(folder), f".{file_format}", table) as manifest:
        left = [path for path in wanted if path not in manifest.done]
        made = _made(
            _tasks(left, _Task((), Path(folder), file_format, table, bom, catalogue), part_size),
            workers or usable_processors(),
        )
        if progress and sys.stderr.isatty():
            made = told(made, len(wanted), weight=lambda part: part.count, begun=len(wanted) - len(left))
        for part in made:
            manifest.put_in_place(part.made, part.documents, part.failed)
        return _written(manifest)


def _written(manifest: Manifest) -> Written:
    return Written(documents=manifest.documents, rows=manifest.rows, parts=manifest.parts, failed=dict(manifest.failed))


@frozen
class _Task:
    """The documents of one part to be."""

    paths: tuple[str, ...]
    folder: Path
    file_format: str
    table: str
    bom: bool
    catalogue: Catalogue | None


@frozen
class _Made:
    """A part as written, not yet in place; no file where none of its documents could be read."""

    made: Path | None
    documents: dict[str, int]
    failed: dict[str, str]

    @property
    def count(self) -> int:
        return len(self.documents) + len(self.failed)


def _tasks(paths: Iterable[str], like: _Task, size: int) -> Iterator[_Task]:
    rest = iter(paths)
    while held := tuple(islice(rest, size)):
        yield evolve(like, paths=held)


def _made(tasks: Iterator[_Task], workers: int) -> Iterator[_Made]:
    if workers <= 1:
        return map(_make, tasks)
    return in_order(_make, tasks, workers=workers, after_death=_make_alone, ahead=2)


def _make(task: _Task) -> _Made:
    """Read the documents of a part and write their rows, under a name that no reader takes for a part."""
    documents: dict[str, int] = {}
    failed: dict[str, str] = {}
    rows = _rows(task, documents, failed)
    path = task.folder / f".part-{token_hex(8)}.tmp"
    try:
        with path.open("xb") as file:
            _WRITERS[task.file_format](file, task, rows)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    if documents:
        return _Made(path, documents, failed)
    path.unlink()
    return _Made(None, documents, failed)


def _rows(task: _Task, documents: dict[str, int], failed: dict[str, str]) -> Iterator[Row]:
    for path in task.paths:
        found = load_one(Path(path), catalogue=task.catalogue)
        if isinstance(found, LoadFailure):
            failed[path] = str(found)
            continue
        rows = list(rows_of(found, task.table))
        documents[path] = len(rows)
        for row in rows:
            yield {**row, FILE_COLUMN: path}


def _make_alone(task: _Task) -> Iterator[_Made]:
    """A part of which a process died: in a process of its own, then by halves down to the document at fault."""
    try:
        yield alone(_make, task)
    except BrokenProcessPool as error:
        if len(task.paths) == 1:
            (path,) = task.paths
            yield _Made(None, {}, {path: str(died_of(Path(path), error))})
            return
        middle = len(task.paths) // 2
        for half in (task.paths[:middle], task.paths[middle:]):
            yield from _make_alone(evolve(task, paths=half))


# --- formats ---------------------------------------------------------------------------------------


def _parquet(file: IO[bytes], task: _Task, rows: Iterator[Row]) -> None:
    rows_file(file, task.table, rows, FILE_COLUMN)


def _csv(file: IO[bytes], task: _Task, rows: Iterator[Row]) -> None:
    names = [*(column.name for column in columns_of(task.table)), FILE_COLUMN]
    write_rows(_Text(file), rows, names, bom=task.bom)


def _jsonl(file: IO[bytes], _: _Task, rows: Iterator[Row]) -> None:
    text = _Text(file)
    for row in rows:
        text.write(f"{json.dumps(row, ensure_ascii=False)}\n")


@frozen
class _Text:
    """Text into a binary file."""

    file: IO[bytes]

    def write(self, text: str, /) -> int:
        return self.file.write(text.encode("utf-8", "replace"))


_WRITERS: dict[str, Callable[[IO[bytes], _Task, Iterator[Row]], Any]] = {
    "parquet": _parquet,
    "csv": _csv,
    "jsonl": _jsonl,
}
