"""Reports as an Excel workbook for planners (sổ tính Excel)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from textwrap import wrap
from typing import Any

from attrs import frozen

from vnplan.audit import Finding, audit
from vnplan.exchange.columns import Column, Kind, Row, columns_of
from vnplan.exchange.extras import optional
from vnplan.exchange.tabular import tabled
from vnplan.exchange.workbook_words import worded
from vnplan.files.xlsx import CREATOR
from vnplan.model.report import Report
from vnplan.scorecard import scorecard

MOST_DIGITS = 15
"""A sheet holds numbers of so many digits exactly; a longer one is written as text."""

_TITLES = {"figures": "Số liệu", "verdicts": "Đánh giá", "findings": "Rà soát", "directives": "Chỉ đạo"}
_LOCALE = "[$-42A]"
"""Vietnamese: dot before thousands, comma before decimals, wherever the program heeds it."""

_WRAPPED_FROM = 24
"""Columns of so many characters have their words wrapped."""
_WIDEST = 30
"""Characters beyond which no column grows to hold its words."""
_LINE_HEIGHT, _GREATEST_HEIGHT = 15.0, 405.0
"""In points; a row can be no higher than 409."""
_FONT = "Calibri"
_LONGEST_CELL = 32_000
"""A little less than the 32,767 characters that Excel takes."""

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_workbook(path: str | os.PathLike[str], reports: Report | Iterable[Report]) -> None:
    """Write an Excel workbook (ghi sổ tính Excel): figures, verdicts, findings and directives, a sheet each.

    Headers and words are Vietnamese, numbers are numbers with as many decimals as printed, shares are
    percentages. Headers stay in sight and filter their column. Of an audit, what agrees is left out.

    Args:
        path: The file; one that is there is replaced.
        reports: One report or several.

    Raises:
        MissingExtraError: openpyxl is not installed: ``pip install 'vnplan[excel]'``.
        InvalidValueError: `reports` holds what is no report.
    """
    openpyxl = optional("openpyxl", feature="an Excel workbook", extra="excel")
    held = (reports,) if isinstance(reports, Report) else tuple(reports)
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.creator = CREATOR
    for table, rows in _tables(held):
        _fill(book.create_sheet(_TITLES[table]), table, rows)
    book.save(os.fspath(path))


def _tables(reports: Sequence[Report]) -> Iterable[tuple[str, Iterable[Row]]]:
    findings: tuple[Finding, ...] = audit(reports)
    yield "figures", tabled(reports).rows
    yield "verdicts", tabled(scorecard(reports)).rows
    yield "findings", tabled([one for one in findings if one.needs_attention]).rows
    yield "directives", tabled(reports, "directives").rows


def _fill(sheet: Any, table: str, rows: Iterable[Row]) -> None:
    """Header and rows of one sheet, and what makes them handy."""
    columns = [column for column in columns_of(table) if column.width is not None]
    lines = [[shown_in(column, row) for column in columns] for row in rows]
    widths = [_width(column, [line[number] for line in lines]) for number, column in enumerate(columns)]
    _write_header(sheet, columns, widths)
    styles = optional("openpyxl.styles", feature="an Excel workbook", extra="excel")
    alignments = [styles.Alignment(vertical="top", wrap_text=width >= _WRAPPED_FROM) for width in widths]
    for row, line in enumerate(lines, 2):
        for number, shown in enumerate(line):
            if shown is not None:
                cell = sheet.cell(row, number + 1)
                cell.value = shown.value
                cell.number_format = shown.number_format
                cell.alignment = alignments[number]
                if isinstance(shown.value, str):
                    cell.data_type = "s"  # never a formula, whatever it begins with
        height = max(map(_lines_of, line, widths))
        if height > 1:  # programs differ in whether they make room themselves
            sheet.row_dimensions[row].height = min(height * _LINE_HEIGHT, _GREATEST_HEIGHT)
    last = sheet.cell(max(1, sheet.max_row), len(columns)).coordinate
    sheet.auto_filter.ref = f"A1:{last}"


def _write_header(sheet: Any, columns: Sequence[Column], widths: Sequence[int]) -> None:
    """The first row, which stays in sight and stands on every printed page."""
    styles = optional("openpyxl.styles", feature="an Excel workbook", extra="excel")
    letter = optional("openpyxl.utils", feature="an Excel workbook", extra="excel").get_column_letter
    for number, (column, width) in enumerate(zip(columns, widths, strict=True), 1):
        cell = sheet.cell(1, number, column.header)
        cell.font = styles.Font(name=_FONT, size=11, bold=True)
        cell.alignment = styles.Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.fill = styles.PatternFill("solid", fgColor="DDE8F3")
        sheet.column_dimensions[letter(number)].width = width
    height = max(_lines_of(Shown(column.header), width - 2) for column, width in zip(columns, widths, strict=True))
    sheet.row_dimensions[1].height = height * _LINE_HEIGHT
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _width(column: Column, cells: Sequence[Shown | None]) -> int:
    """Characters that the cells want, but not less than usual; words that want many more are wrapped."""
    usual = column.width or 0
    if usual >= _WRAPPED_FROM:
        return usual
    wanted = max((cell.length + 2 for cell in cells if cell is not None), default=0)
    return max(usual, min(wanted, _WIDEST))


def _lines_of(shown: Shown | None, width: int) -> int:
    """How many lines the words of a cell take at that width."""
    if shown is None or not isinstance(shown.value, str):
        return 1
    paragraphs = shown.value.split("\n")
    return sum(1 if len(one) < width else len(wrap(one, max(1, width - 1))) for one in paragraphs)


@frozen
class Shown:
    """What a cell holds, and how it shows it."""

    value: str | int | Decimal | date
    number_format: str = "General"

    @property
    def length(self) -> int:
        """Characters as shown: those of the longest line, or of a number with its marks."""
        if isinstance(self.value, Decimal):
            decimals = len(self.number_format.partition(".")[2])
            return len(f"{self.value:,.{decimals}f}")
        return max(map(len, str(self.value).split("\n")))


def shown_in(column: Column, row: Row) -> Shown | None:
    """The cell of a row in that column; None where it stays empty."""
    value = row[column.name]
    if value is None:
        return None
    if column.name == "deadline_date":
        return Shown(date.fromisoformat(str(value)), "dd/mm/yyyy")
    if column.kind is Kind.DECIMAL:
        return _number(str(value), is_ratio=column.unit.startswith("ratio"))
    if column.kind is Kind.TEXT and column.unit:
        return _number(_rounded(str(value), column), is_ratio=False)
    if column.kind is Kind.INTEGER:
        return Shown(int(str(value)), "0")
    text = worded(column.name, value, row)
    if text is None and isinstance(value, list):
        text = "\n".join(dict.fromkeys(map(str, value)))
    text = _ILLEGAL.sub("\ufffd", str(value) if text is None else text)[:_LONGEST_CELL]
    return Shown(text) if text else None


def _rounded(text: str, column: Column) -> str:
    """A computed number with the digits that a sheet holds; bounds are rounded outwards, as they were computed."""
    rounding = next((how for end, how in _OUTWARDS.items() if column.name.endswith(end)), ROUND_HALF_EVEN)
    number = Context(prec=MOST_DIGITS, rounding=rounding).create_decimal(text)
    return f"{number:f}"


_OUTWARDS = {"_lower": ROUND_FLOOR, "_upper": ROUND_CEILING}


def _number(text: str, *, is_ratio: bool) -> Shown:
    """A number with as many decimals as it has; one that a sheet cannot hold exactly as text."""
    number = Decimal(text)
    if len(text.replace("-", "").replace(".", "").strip("0")) > MOST_DIGITS:
        return Shown(text.replace(".", ","))
    if is_ratio:
        return Shown(number, f"{_LOCALE}0.0%")
    decimals = len(text.partition(".")[2])
    return Shown(number, f"{_LOCALE}#,##0.{'0' * decimals}" if decimals else f"{_LOCALE}#,##0")
