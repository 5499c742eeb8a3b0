"""A file, or its bytes, as text (đọc tệp thành văn bản)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from attrs import field, frozen

from vnplan.errors import InvalidValueError, LoadError, MissingFileError, NoTextError
from vnplan.files.encodings import decode
from vnplan.files.formats import Format, format_of
from vnplan.files.places import Note, Places

if TYPE_CHECKING:
    from vnplan.files.sheets import SheetText


@frozen
class TextFile:
    """The text of a document, decoded, otherwise as given.

    Attributes:
        text: The characters; of HTML the paragraphs, headings and tables, a line each.
        name: Path or name of the file; empty where it has none.
        format: What kind of file it was.
        places: Where in the file the characters come from, where it has cells.
        notes: What its reader should know.
    """

    text: str
    name: str
    format: Format
    places: Places = field(factory=Places)
    notes: tuple[Note, ...] = ()

    @property
    def document(self) -> str:
        """Id of the document: the file name without suffix."""
        return Path(self.name).stem


def read_file(source: str | os.PathLike[str] | BinaryIO, *, file_format: str | None = None) -> TextFile:
    """The text of a file, given by its path or open in binary mode.

    Raises:
        MissingFileError: There is no such file.
        LoadError: It is a folder, or may not be read.
        UnknownFormatError, UnreadableTextError, NoTextError: There is no text to be had.
    """
    if isinstance(source, str | os.PathLike):
        name = os.fspath(source)
        return read_bytes(_bytes_of(name), name=name, file_format=file_format)
    data = source.read()
    if not isinstance(data, bytes):
        raise InvalidValueError("source", source, "a path, or a file open in binary mode")
    name = getattr(source, "name", "")
    return read_bytes(data, name=name if isinstance(name, str) else "", file_format=file_format)


def _bytes_of(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except FileNotFoundError as error:
        raise MissingFileError(name) from error
    except IsADirectoryError as error:
        raise LoadError(name, "is a folder; give its files, or use load_many") from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise LoadError(name, getattr(error, "strerror", None) or str(error)) from error


def read_bytes(data: bytes, *, name: str = "", file_format: str | None = None) -> TextFile:
    """The text in the bytes of a file; `name` tells errors, the suffix and the document's id.

    Raises:
        UnknownFormatError, UnreadableTextError, NoTextError: There is no text to be had.
    """
    if not data:
        raise NoTextError(name, "is empty")
    found = format_of(data, name=name, file_format=file_format)
    sheets = _sheets(data, name, found)
    if sheets is not None:
        text = sheets.text
    elif found is Format.HTML:
        from vnplan.files.html import declared_encoding, html_text

        text = html_text(decode(data, name=name, declared=declared_encoding(data)))
    else:
        text = decode(data, name=name)
    if not text.strip():
        raise NoTextError(name)
    return TextFile(text, name, found) if sheets is None else TextFile(text, name, found, sheets.places, sheets.notes)


def _sheets(data: bytes, name: str, found: Format) -> SheetText | None:
    """The text of a file that has cells."""
    if found is Format.XLSX:
        from vnplan.files.xlsx import xlsx_text

        return xlsx_text(data, name)
    if found is Format.CSV:
        from vnplan.files.delimited import csv_text

        return csv_text(decode(data, name=name), name)
    return None
