"""Reports as an Excel workbook for planners (sổ tính Excel)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import frozen

from vnplan.audit import Finding, audit
from vnplan.exchange.columns import Column, Kind, Row, columns_of
from vnplan.exchange.extras import optional
from vnplan.exchange.tabular import tabled
from vnplan.exchange.workbook_words import worded
from vnplan.model.report import Report
from vnplan.scorecard import scorecard

MOST_DIGITS = 15
"""A sheet holds numbers of so many digits exactly; a longer one is written as text."""

_TITLES = {"figures": "Số liệu", "verdicts": "Đánh giá", "findings": "Rà soát", "directives": "Chỉ đạo"}
_LOCALE = "[$-42A]"
"""Vietnamese: dot before thousands, comma before decimals, wherever the program heeds it."""

_WRAPPED_FROM = 24
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
    """
    openpyxl = optional("openpyxl", feature="an Excel workbook", extra="excel")
    held = (reports,) if isinstance(reports, Report) else tuple(reports)
    book = openpyxl.Workbook()
    book.remove(book.active)
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
    styles = optional("openpyxl.styles", feature="an Excel workbook", extra="excel")
    letter = optional("openpyxl.utils", feature="an Excel workbook", extra="excel").get_column_letter
    columns = [column for column in columns_of(table) if column.width is not None]
    head = styles.Alignment(wrap_text=True, vertical="center", horizontal="center")
    for number, column in enumerate(columns, 1):
        cell = sheet.cell(1, number, column.header)
        cell.font, cell.alignment = styles.Font(bold=True), head
        cell.fill = styles.PatternFill("solid", fgColor="DDE8F3")
        sheet.column_dimensions[letter(number)].width = column.width
    plain = styles.Alignment(vertical="top")
    wrapped = styles.Alignment(vertical="top", wrap_text=True)
    for line, row in enumerate(rows, 2):
        for number, column in enumerate(columns, 1):
            shown = shown_in(column, row)
            if shown is not None:
                cell = sheet.cell(line, number)
                cell.value = shown.value
                cell.number_format = shown.number_format
                cell.alignment = wrapped if (column.width or 0) >= _WRAPPED_FROM else plain
                if isinstance(shown.value, str):
                    cell.data_type = "s"  # never a formula, whatever it begins with
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{letter(len(columns))}{max(1, sheet.max_row)}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


@frozen
class Shown:
    """What a cell holds, and how it shows it."""

    value: str | int | Decimal | date
    number_format: str = "General"


def shown_in(column: Column, row: Row) -> Shown | None:
    """The cell of a row in that column; None where it stays empty."""
    value = row[column.name]
    if value is None:
        return None
    if column.name == "deadline_date":
        return Shown(date.fromisoformat(str(value)), "dd/mm/yyyy")
    if column.kind is Kind.DECIMAL or (column.kind is Kind.TEXT and column.unit):
        return _number(str(value), is_ratio=column.unit.startswith("ratio"))
    if column.kind is Kind.INTEGER:
        return Shown(int(str(value)), "0")
    text = worded(column.name, value, row)
    if text is None and isinstance(value, list):
        text = "\n".join(dict.fromkeys(map(str, value)))
    text = _ILLEGAL.sub("\ufffd", str(value) if text is None else text)[:_LONGEST_CELL]
    return Shown(text) if text else None


def _number(text: str, *, is_ratio: bool) -> Shown:
    """A number with as many decimals as it has; one that a sheet cannot hold exactly as text."""
    number = Decimal(text)
    if len(text.replace("-", "").replace(".", "").strip("0")) > MOST_DIGITS:
        return Shown(text.replace(".", ","))
    if is_ratio:
        return Shown(number, f"{_LOCALE}0.0%")
    decimals = len(text.partition(".")[2])
    return Shown(number, f"{_LOCALE}#,##0.{'0' * decimals}" if decimals else f"{_LOCALE}#,##0")
