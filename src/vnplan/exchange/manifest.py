"""What a run over many files has written, so that the next one goes on (sổ ghi tiến độ)."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from vnplan.errors import OutputFolderError

NAME = "manifest.jsonl"
_VERSION = 1
_PART = re.compile(r"part-\d{5,}\.\w+|\.part-\w+\.tmp")
_ENCODING = "utf-8", "surrogateescape"
"""Names of files may hold bytes that are no text; they come back as they were."""


class Manifest:
    """The list of parts of one folder: a line a part, written when the part is in place.

    Only one run at a time may hold it. What a killed run left behind, a part that is not listed or half a
    line, is taken away when it is opened. Of what is added only the counts are kept in memory.

    Attributes:
        done: Paths of the documents whose figures were in place when it was opened.
        failed: Why documents could not be read, by path, unless a later run could.
        documents, rows, parts: How many are in place by now.
    """

    def __init__(self, folder: Path, suffix: str, table: str = "figures") -> None:
        self.folder = folder
        self.head = {"vnplan": table, "version": _VERSION, "format": suffix.removeprefix(".")}
        self.suffix = suffix
        self.done: set[str] = set()
        self.failed: dict[str, str] = {}
        self.documents = self.rows = self.parts = 0
        self._lines = 0
        folder.mkdir(parents=True, exist_ok=True)
        self._file = (folder / NAME).open("a+b")
        try:
            _lock(self._file.fileno(), folder)
            self._clear(self._read())
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        self._file.close()

    def put_in_place(self, made: Path | None, documents: dict[str, int], failed: dict[str, str]) -> None:
        """Give a finished part its name, then list it; killed in between, it is taken away and made anew."""
        part = None if made is None else f"part-{self._lines:05}{self.suffix}"
        if made is not None and part is not None:
            made.replace(self.folder / part)
        rows = sum(documents.values())
        self._append({"part": part, "rows": rows, "documents": documents, "failed": failed})
        self._count(part, documents, failed)

    def _count(self, part: str | None, documents: dict[str, int], failed: dict[str, str]) -> None:
        """One line more; the rows of each document and the faults of others by path."""
        self._lines += 1
        self.parts += part is not None
        self.documents += len(documents)
        self.rows += sum(documents.values())
        self.failed |= failed
        for path in documents:
            self.failed.pop(path, None)

    def _append(self, line: dict[str, Any]) -> None:
        self._file.write(f"{_line(line)}\n".encode(*_ENCODING))
        self._file.flush()
        os.fsync(self._file.fileno())

    def _read(self) -> set[str | None]:
        """Count the parts listed, and name them; half a line at the end was being written when a run was killed."""
        self._file.seek(0)
        whole, newline, _ = self._file.read().rpartition(b"\n")
        self._file.truncate(len(whole) + len(newline))
        head, *lines = whole.decode(*_ENCODING).split("\n")
        if not newline:
            self._begin(self.head)
            return set()
        if head != _line(self.head):
            told = f"holds what another run wrote: {head}; asked for is {self.head}"
            raise OutputFolderError(str(self.folder), told)
        listed = set()
        for number, line in enumerate(lines, 2):
            try:
                entry = json.loads(line)
                self._count(entry["part"], entry["documents"], entry["failed"])
                self.done.update(entry["documents"])
                listed.add(entry["part"])
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise OutputFolderError(
                    str(self.folder), f"line {number} of {NAME} is none that a run wrote"
                ) from error
        return listed

    def _begin(self, head: dict[str, Any]) -> None:
        strangers = sorted(path.name for path in self.folder.iterdir() if _PART.fullmatch(path.name))
        if strangers:
            raise OutputFolderError(str(self.folder), f"holds {strangers[0]}, and no {NAME} that lists it")
        self._append(head)

    def _clear(self, listed: set[str | None]) -> None:
        """Take away what was being made when a run was killed."""
        for path in self.folder.iterdir():
            if _PART.fullmatch(path.name) and path.name not in listed:
                path.unlink()


def _line(entry: dict[str, Any]) -> str:
    return json.dumps(entry, ensure_ascii=False)


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
