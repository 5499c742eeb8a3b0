"""Which kind of file it is (định dạng tệp): by suffix, else by its first bytes."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import PurePath

from vnplan.errors import UnknownFormatError


class Format(StrEnum):
    """The kinds of file that vnplan reads."""

    TXT = "txt"
    MD = "md"
    HTML = "html"
    XLSX = "xlsx"
    CSV = "csv"


SUFFIXES = {
    ".txt": Format.TXT,
    ".text": Format.TXT,
    ".md": Format.MD,
    ".markdown": Format.MD,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".xlsx": Format.XLSX,
    ".xlsm": Format.XLSX,
    ".csv": Format.CSV,
}
"""What is read, by suffix."""

_NOT_YET = {
    ".docx": "Word",
    ".doc": "Word 97",
    ".odt": "OpenDocument",
    ".rtf": "RTF",
    ".pdf": "PDF",
    ".xls": "Excel 97",
    ".pptx": "PowerPoint",
    ".epub": "EPUB",
}
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Word or another zip"),
    (b"\xd0\xcf\x11\xe0", "old Word or Excel"),
    (b"{\\rtf", "RTF"),
)
_HTML = re.compile(
    rb"\s*(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html|head|body|\?xml[^>]*>\s*<(?:!doctype )?html)",
    re.IGNORECASE | re.DOTALL,
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SNIFFED = 4096
_KNOWN = ", ".join(sorted(SUFFIXES))


def format_of(data: bytes, *, name: str = "", file_format: str | None = None) -> Format:
    """The format of a document: as told, else by the suffix of its name, else by its first bytes.

    Raises:
        UnknownFormatError: It is none that vnplan reads.
    """
    if file_format is not None:
        return _named(file_format, name)
    suffix = PurePath(name).suffix.lower()
    if SUFFIXES.get(suffix) is Format.XLSX or (suffix not in SUFFIXES and _is_workbook(data)):
        return Format.XLSX
    if suffix in _NOT_YET:
        raise UnknownFormatError(name, _advice(_NOT_YET[suffix]))
    kind = foreign_kind(data)
    if kind is not None:
        raise UnknownFormatError(name, _advice(kind))
    return SUFFIXES.get(suffix) or _sniffed(data, name)


def foreign_kind(data: bytes) -> str | None:
    """The name of a format that vnplan does not read, where the first bytes tell it."""
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def _is_workbook(data: bytes) -> bool:
    if not data.startswith(b"PK"):
        return False
    from vnplan.files.xlsx import is_xlsx

    return is_xlsx(data)


def _named(file_format: str, name: str) -> Format:
    wanted = file_format.lower()
    found = SUFFIXES.get(wanted if wanted.startswith(".") else f".{wanted}")
    if found is None:
        raise UnknownFormatError(name, f"format {file_format!r} is none of {', '.join(Format)}")
    return found


def _advice(kind: str) -> str:
    return f"{kind} files are not read yet; save it as plain text, Markdown, HTML or .xlsx"


def _sniffed(data: bytes, name: str) -> Format:
    head = data[:_SNIFFED]
    if _HTML.match(head.removeprefix(codecs.BOM_UTF8)):
        return Format.HTML
    if not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and _BINARY.search(head):
        raise UnknownFormatError(name, f"holds bytes that are no text; what is read: {_KNOWN}")
    return Format.TXT
