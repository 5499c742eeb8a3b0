"""Excel workbooks → text (sổ tính Excel)."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from importlib import import_module
from typing import Any

from vnplan.errors import MissingExtraError, UnknownFormatError, UnreadableTextError
from vnplan.files.sheets import SheetCell, SheetRow, SheetText, text_of_sheets

CREATOR = "vnplan"
"""Who made a workbook, as those that vnplan writes tell it; they hold what was read from reports already."""
_LARGEST = 500_000_000
"""Bytes that a workbook may unpack to."""
_MOST_DIGITS = 15
"""Digits that a sheet holds exactly; what stands behind them is noise of the arithmetic."""
_PLAIN = 9_999
"""Whole numbers up to this are written without dots, as years are."""
_SIMPLE_NAME = re.compile(r"[^\W\d][\w.]*")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')

Address = tuple[int, int]


def is_xlsx(data: bytes) -> bool:
    """Whether the bytes are an Excel workbook of the zipped kind."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def xlsx_text(data: bytes, name: str) -> SheetText:
    """The visible sheets of a workbook as text, one after the other.

    Numbers are written with Vietnamese marks, all digits that the cell holds, and per cent where it is shown so;
    days as day/month/year. A cell joined over rows counts in each of them where it holds words. Formulas count
    with the values last computed; one without a value is noted.

    Raises:
        MissingExtraError: openpyxl is not installed: ``pip install 'vnplan[excel]'``.
        UnknownFormatError: It is a workbook that vnplan wrote.
        UnreadableTextError: It is no workbook that can be read.
    """
    try:
        openpyxl = import_module("openpyxl")
    except ImportError as error:
        raise MissingExtraError("an Excel workbook", "excel") from error
    if not is_xlsx(data):
        raise UnreadableTextError(name, "is no Excel workbook (.xlsx); old or encrypted ones are not read")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
            raise UnreadableTextError(name, f"unpacks to more than {_LARGEST} bytes")
    try:
        values, formulas = (_workbook(openpyxl, data, computed=computed) for computed in (True, False))
        if values.properties.creator == CREATOR:
            raise UnknownFormatError(name, "is a workbook of tables that vnplan wrote, no report")  # noqa: TRY301
        return text_of_sheets(
            list(_rows(sheet, formulas[sheet.title])) for sheet in values.worksheets if sheet.sheet_state == "visible"
        )
    except UnknownFormatError:
        raise
    except Exception as error:
        raise UnreadableTextError(name, f"is no Excel workbook that can be read: {error}") from error


def _workbook(openpyxl: Any, data: bytes, *, computed: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that hold no text
        return openpyxl.load_workbook(io.BytesIO(data), data_only=computed)


def _rows(sheet: Any, formulas: Any) -> Iterator[SheetRow]:
    """The rows of a sheet from the first to the last that holds something."""
    prefix = sheet.title if _SIMPLE_NAME.fullmatch(sheet.title) else "'{}'".format(sheet.title.replace("'", "''"))
    rows: dict[int, dict[int, SheetCell]] = {}
    for (row, column), cell in _filled(sheet):
        found = _cell(cell, formulas._cells.get((row, column)), f"{prefix}!{cell.coordinate}")  # noqa: SLF001
        if found is not None:
            rows.setdefault(row, {})[column] = found
    _fill_down(sheet, rows)
    for number in range(min(rows, default=0), max(rows, default=-1) + 1):
        yield rows.get(number, {})


def _filled(sheet: Any) -> list[tuple[Address, Any]]:
    """The cells that the file has; asking for rows would make all those between them."""
    return sorted(sheet._cells.items())  # noqa: SLF001


def _fill_down(sheet: Any, rows: dict[int, dict[int, SheetCell]]) -> None:
    """Words of a cell joined over several rows stand in each of these; a number stands once."""
    for area in sheet.merged_cells.ranges:
        cell = rows.get(area.min_row, {}).get(area.min_col)
        if area.min_col == area.max_col and cell is not None and not cell.is_number:
            for row in range(area.min_row + 1, area.max_row + 1):
                rows.setdefault(row, {})[area.min_col] = cell


def _cell(cell: Any, formula: Any, place: str) -> SheetCell | None:
    value = cell.value
    if value is None or cell.data_type == "e":
        if formula is not None and formula.data_type == "f":
            return SheetCell("", place, note="a formula without a value; open and save the file where it computes")
        return None
    if isinstance(value, bool):
        return SheetCell(str(value).upper(), place)
    if isinstance(value, int | float | Decimal):
        return SheetCell(number_text(value, cell.number_format), place, is_number=True)
    text = _day(value, cell.number_format) if isinstance(value, date | time) else str(value)
    return SheetCell(text, place) if text.strip() else None


def number_text(value: float | Decimal, number_format: str = "General") -> str:
    """A number of a sheet with Vietnamese marks: 1390.9 is ``1.390,9``; 0.267 shown in per cent is ``26,7%``."""
    number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_MOST_DIGITS}g}")
    is_percent = "%" in _QUOTED.sub("", number_format)
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # no sheet holds an infinite number
    text = f"{Decimal((sign, digits, exponent + 2 * is_percent)):f}"
    whole, _, rest = text.removeprefix("-").partition(".")
    rest = rest.rstrip("0")
    if rest or int(whole) > _PLAIN:
        whole = f"{int(whole):,}".replace(",", ".")
    minus = "-" if sign and any(digits) else ""
    return f"{minus}{whole}{',' if rest else ''}{rest}{'%' if is_percent else ''}"


def _day(value: date | time, number_format: str) -> str:
    """A day as reports write it; only month and year where the cell shows no more."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    shown = _QUOTED.sub("", number_format).lower()
    if "d" not in shown and "y" in shown:
        return f"{value:%m/%Y}"
    has_time = isinstance(value, datetime) and value.time() != time()
    return f"{value:%H:%M %d/%m/%Y}" if has_time else f"{value:%d/%m/%Y}"
