"""One document, or one text, as a report (nạp một báo cáo)."""

from __future__ import annotations

import os
from typing import BinaryIO

from vnplan.catalogue import Catalogue
from vnplan.errors import InvalidValueError, ReadingError, ReportIssuesError
from vnplan.files import read_file
from vnplan.loading.build import build
from vnplan.model.report import Report, Severity


def load(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    file_format: str | None = None,
    strict: bool = False,
    catalogue: Catalogue | None = None,
) -> Report:
    """Everything that a document states (nạp báo cáo).

    The document's id is its file name without suffix. Figures of an Excel workbook or a CSV table tell their
    cell in `Source.locator`.

    Args:
        source: A path, or a file open in binary mode.
        file_format: "txt", "md", "html", "xlsx" or "csv"; None goes by the suffix, else by the first bytes.
        strict: Raise what could not be read rightly.
        catalogue: The indicators and places to look names up in; None takes vnplan's own.

    Raises:
        MissingFileError: There is no such file.
        UnknownFormatError, UnreadableTextError, NoTextError: There is no text to be had from it.
        MissingExtraError: It is an Excel workbook, and openpyxl is not installed: ``pip install 'vnplan[excel]'``.
        LoadError: It is a folder, or may not be read; the base of those above.
        ReportIssuesError: Only with ``strict=True``: the issues of severity error, together.
        InvalidValueError: `source` is a file open in text mode.
    """
    file = read_file(source, file_format=file_format)
    report = build(file.text, document=file.document, catalogue=catalogue, places=file.places, notes=file.notes)
    return _checked(report) if strict else report


def loads(text: str, *, document: str = "", strict: bool = False, catalogue: Catalogue | None = None) -> Report:
    """Everything that a text states (đọc văn bản); any text gives a report, an empty one too.

    Args:
        text: The characters, as given; all offsets of the report count in them.
        document: Id of the document, which every source repeats.
        strict: Raise what could not be read rightly.
        catalogue: The indicators and places to look names up in; None takes vnplan's own.

    Raises:
        ReportIssuesError: Only with ``strict=True``: the issues of severity error, together.
        InvalidValueError: `text` is no string.
    """
    if not isinstance(text, str):
        raise InvalidValueError("text", text, "a string; vnplan.load reads files")
    report = build(text, document=document, catalogue=catalogue)
    return _checked(report) if strict else report


def _checked(report: Report) -> Report:
    """The report, unless it has issues of severity error."""
    faults = [
        ReadingError(issue.reason, issue.start, issue.end, report.text[issue.start : issue.end])
        for issue in report.issues
        if issue.severity is Severity.ERROR
    ]
    if faults:
        raise ReportIssuesError(f"{report.document or 'the text'} could not be read rightly", faults)
    return report
