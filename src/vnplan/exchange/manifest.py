"""What a run over many files has written, so that the next one goes on (sổ ghi tiến độ)."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from attrs import frozen

from vnplan.errors import OutputFolderError

NAME = "manifest.jsonl"
_VERSION = 1
_PART = re.compile(r"part-\d{5,}\.\w+|\.part-\w+\.tmp")
_ENCODING = "utf-8", "surrogateescape"
"""Names of files may hold bytes that are no text; they come back as they were."""


@frozen
class PartEntry:
    """One part file, and the documents whose figures it holds.

    Attributes:
        part: Name of the file; None where none of the documents could be read.
        documents: Rows of each document, by path.
        failed: Why others could not be read, by path.
    """

    part: str | None
    documents: dict[str, int]
    failed: dict[str, str]

    @property
    def rows(self) -> int:
        """Rows of the file."""
        return sum(self.documents.values())


class Manifest:
    """The list of parts of one folder: a line a part, written when the part is in place.

    Only one run at a time may hold it. What a killed run left behind, a part that is not listed or half a
    line, is taken away when it is opened.
    """

    def __init__(self, folder: Path, suffix: str, table: str = "figures") -> None:
        self.folder = folder
        self.head = {"vnplan": table, "version": _VERSION, "format": suffix.removeprefix(".")}
        self.suffix = suffix
        self.entries: list[PartEntry] = []
        folder.mkdir(parents=True, exist_ok=True)
        self._file = (folder / NAME).open("a+b")
        try:
            _lock(self._file.fileno(), folder)
            self._read()
            self._clear()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        self._file.close()

    @property
    def done(self) -> set[str]:
        """Paths of the documents whose figures are in place."""
        return {path for entry in self.entries for path in entry.documents}

    @property
    def failed(self) -> dict[str, str]:
        """Why documents could not be read, by path, unless a later run could."""
        done = self.done
        return {path: why for entry in self.entries for path, why in entry.failed.items() if path not in done}

    def put_in_place(self, made: Path | None, documents: dict[str, int], failed: dict[str, str]) -> None:
        """Give a finished part its name, then list it; killed in between, it is taken away and made anew."""
        part = None if made is None else f"part-{len(self.entries):05}{self.suffix}"
        if made is not None and part is not None:
            made.replace(self.folder / part)
        entry = PartEntry(part, documents, failed)
        self._append({"part": part, "rows": entry.rows, "documents": documents, "failed": failed})
        self.entries.append(entry)

    def _append(self, line: dict[str, Any]) -> None:
        self._file.write(f"{json.dumps(line, ensure_ascii=False)}\n".encode(*_ENCODING))
        self._file.flush()
        os.fsync(self._file.fileno())

    def _read(self) -> None:
        """The parts listed; half a line at the end was being written when a run was killed."""
        self._file.seek(0)
        whole, newline, _ = self._file.read().rpartition(b"\n")
        self._file.truncate(len(whole) + len(newline))
        lines = whole.decode(*_ENCODING).split("\n")
        if not newline:
            self._begin(self.head)
        elif json.loads(lines[0]) != self.head:
            told = f"holds what another run wrote: {lines[0]}; asked for is {self.head}"
            raise OutputFolderError(str(self.folder), told)
        self.entries = [_entry(json.loads(line)) for line in lines[1:]]

    def _begin(self, head: dict[str, Any]) -> None:
        strangers = sorted(path.name for path in self.folder.iterdir() if _PART.fullmatch(path.name))
        if strangers:
            raise OutputFolderError(str(self.folder), f"holds {strangers[0]}, and no {NAME} that lists it")
        self._append(head)

    def _clear(self) -> None:
        """Take away what was being made when a run was killed."""
        listed = {entry.part for entry in self.entries}
        for path in self.folder.iterdir():
            if _PART.fullmatch(path.name) and path.name not in listed:
                path.unlink()


def _entry(line: dict[str, Any]) -> PartEntry:
    return PartEntry(line["part"], line["documents"], line["failed"])


def _lock(descriptor: int, folder: Path) -> None:
    """Hold the folder for this process alone, where the system can; a killed process lets go of it."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise OutputFolderError(str(folder), "is being written by another run") from error
