"""The Excel workbook for planners."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import vnplan
from tests.makers import revenue
from vnplan import Actual, Body, Deadline, Directive, MissingExtraError, Report, samples, write_workbook
from vnplan.exchange.columns import columns_of
from vnplan.exchange.workbook import shown_in

openpyxl = pytest.importorskip("openpyxl")

SHEETS = ["Số liệu", "Đánh giá", "Rà soát", "Chỉ đạo"]


def written(path: Path, reports: Any) -> Any:
    write_workbook(path / "sổ.xlsx", reports)
    return openpyxl.load_workbook(path / "sổ.xlsx")


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [samples.load(name) for name in samples.names()]


@pytest.fixture(scope="module")
def book(reports: list[Report], tmp_path_factory: pytest.TempPathFactory) -> Any:
    return written(tmp_path_factory.mktemp("book"), reports)


def column(sheet: Any, header: str) -> list[Any]:
    """The cells below a header."""
    (number,) = [cell.column for cell in sheet[1] if cell.value == header]
    return [row[number - 1] for row in sheet.iter_rows(min_row=2)]


class TestSheets:
    def test_one_a_table(self, book: Any, reports: list[Report]) -> None:
        assert book.sheetnames == SHEETS
        lengths = [sheet.max_row - 1 for sheet in book]
        figures = sum(len(report.to_records()) for report in reports)
        findings = sum(one.needs_attention for one in vnplan.audit(reports))
        assert lengths == [figures, len(vnplan.scorecard(reports)), findings, sum(len(r.directives) for r in reports)]

    def test_headers_stay_and_filter(self, book: Any) -> None:
        for sheet in book:
            assert sheet.freeze_panes == "A2"
            assert sheet.auto_filter.ref == sheet.dimensions
            assert sheet.print_title_rows == "$1:$1"
            assert all(cell.font.bold for cell in sheet[1])

    def test_widths_fit(self, book: Any) -> None:
        """No column is narrower than usual; one whose words are not wrapped holds all of them."""
        for sheet, table in zip(book, ("figures", "verdicts", "findings", "directives"), strict=True):
            usual = [one.width for one in columns_of(table) if one.width]
            for head, least in zip(sheet[1], usual, strict=True):
                width = sheet.column_dimensions[head.column_letter].width
                assert least <= width <= max(least, 30)
                cells = [row[head.column - 1] for row in sheet.iter_rows(min_row=2)]
                if width < 24:
                    assert max((len(str(cell.value)) for cell in cells if cell.value is not None), default=0) < width
                assert {cell.alignment.wrap_text for cell in cells if cell.value is not None} <= {width >= 24 or None}

    def test_rows_are_as_high_as_their_words(self, tmp_path: Path) -> None:
        words = " ".join(["chỉ tiêu"] * 20)  # 179 characters in a column of 44
        sheet = written(tmp_path, Report(text="", actuals=(Actual(name=words), Actual(name="thu"))))["Số liệu"]
        assert sheet.row_dimensions[2].height == 75
        assert sheet.row_dimensions[3].height is None

    def test_a_row_is_no_higher_than_a_sheet_allows(self, tmp_path: Path) -> None:
        sheet = written(tmp_path, Report(text="", actuals=(Actual(name="chỉ tiêu " * 2000),)))["Số liệu"]
        assert sheet.row_dimensions[2].height == 405

    def test_of_nothing_has_headers(self, tmp_path: Path) -> None:
        for sheet in written(tmp_path, []):
            assert sheet.max_row == 1
            assert sheet.auto_filter.ref.startswith("A1:")

    def test_of_one_report(self, tmp_path: Path, reports: list[Report]) -> None:
        assert written(tmp_path, reports[1])["Số liệu"].max_row - 1 == len(reports[1].to_records())


class TestNumbers:
    def test_are_numbers_with_the_decimals_printed(self, book: Any, reports: list[Report]) -> None:
        rows = [row for report in reports for row in report.to_records()]
        for row, cell in zip(rows, column(book["Số liệu"], "Giá trị"), strict=True):
            if row["value"] is None:
                assert cell.value is None
                continue
            assert cell.data_type == "n"
            assert Decimal(str(cell.value)) == Decimal(row["value"])
            decimals = len(row["value"].partition(".")[2])
            assert cell.number_format == "[$-42A]#,##0" + ("." + "0" * decimals if decimals else "")

    def test_shares_are_percentages(self, book: Any) -> None:
        shares = [cell for cell in column(book["Đánh giá"], "Tỷ lệ") if cell.value is not None]
        assert shares
        assert {cell.number_format for cell in shares} == {"[$-42A]0.0%"}
        assert min(cell.value for cell in shares) > 0

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            ("123456789012345", 123456789012345),
            ("1234567890123456", "1234567890123456"),  # a sheet would make the last digit 0
            ("0.1234567890123456", "0,1234567890123456"),
            ("1" + "0" * 40, 1e40),
        ],
    )
    def test_one_that_a_sheet_cannot_hold_is_text(self, tmp_path: Path, value: str, shown: Any) -> None:
        sheet = written(tmp_path, Report(text="", actuals=(revenue(value),)))["Số liệu"]
        assert column(sheet, "Giá trị")[0].value == shown

    def test_computed_bounds_are_numbers_rounded_outwards(self) -> None:
        computed = {one.name: one for one in columns_of("findings")}
        number = "0." + "6" * 34
        shown = {name: shown_in(computed[name], {name: number}) for name in ("computed_lower", "computed_upper")}
        assert {name: str(one.value) for name, one in shown.items() if one is not None} == {
            "computed_lower": "0.666666666666666",
            "computed_upper": "0.666666666666667",
        }

    def test_findings_hold_no_number_as_text(self, book: Any) -> None:
        for header in ("Số nêu, từ", "Số nêu, đến", "Số tính, từ", "Số tính, đến", "Chênh lệch"):
            cells = [cell for cell in column(book["Rà soát"], header) if cell.value is not None]
            assert {cell.data_type for cell in cells} == {"n"}

    def test_days_are_days(self, tmp_path: Path) -> None:
        deadline = Deadline(text="trước ngày 15/6/2024", date=date(2024, 6, 15), inclusive=False)
        directive = Directive(issuer=Body("UBND quận"), text="báo cáo", deadline=deadline)
        cell = column(written(tmp_path, Report(text="", directives=(directive,)))["Chỉ đạo"], "Ngày hết hạn")[0]
        assert (cell.value, cell.number_format) == (datetime(2024, 6, 15), "dd/mm/yyyy")  # noqa: DTZ001


class TestWords:
    def test_are_vietnamese(self, book: Any) -> None:
        figures, verdicts = book["Số liệu"], book["Đánh giá"]
        assert {cell.value for cell in column(figures, "Loại số liệu")} >= {"kế hoạch", "thực hiện", "tăng, giảm"}
        assert "quý I/2024" in {cell.value for cell in column(figures, "Kỳ")}
        assert "cùng kỳ năm trước" in {cell.value for cell in column(figures, "So với")}
        assert {cell.value for cell in column(figures, "Ước")} == {"ước", None}
        assert "=" not in {cell.value for cell in column(figures, "Giới hạn")}
        assert {cell.value for cell in column(verdicts, "Đánh giá")} >= {"vượt", "đang thực hiện"}
        findings = book["Rà soát"]
        assert "số công bố và số tìm thấy" in {cell.value for cell in column(findings, "Quy tắc")}
        name = vnplan.Catalogue.own().indicators["new_enterprises"].name
        assert name in {cell.value for cell in column(findings, "Nội dung")}
        assert "chưa có số liệu thực hiện" in {cell.value for cell in column(verdicts, "Lý do")}

    @pytest.mark.parametrize("name", ["=1+1", "=HYPERLINK(A1)", "+cmd", "@x", "-5", "'a"])
    def test_are_never_formulas(self, tmp_path: Path, name: str) -> None:
        cell = column(written(tmp_path, Report(text="", actuals=(Actual(name=name),)))["Số liệu"], "Chỉ tiêu")[0]
        assert (cell.value, cell.data_type) == (name, "s")

    def test_what_a_sheet_cannot_hold_is_marked(self, tmp_path: Path) -> None:
        sheet = written(tmp_path, Report(text="", actuals=(Actual(name="a\x00b\ud800c" + "d" * 40_000),)))["Số liệu"]
        told = column(sheet, "Chỉ tiêu")[0].value
        assert told.startswith("a\ufffdb\ufffdcd")
        assert len(told) == 32_000


def test_without_its_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'vnplan\[excel\]'"):
        write_workbook(tmp_path / "a.xlsx", [])


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_numbers_as_numbers(tmp_path: Path, reports: list[Report]) -> None:
    write_workbook(tmp_path / "so.xlsx", reports[1])
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,1"  # quote text, not numbers
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(tmp_path),
        str(tmp_path / "so.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (made,) = tmp_path.glob("*.csv")
    with made.open(encoding="utf-8", newline="") as file:
        shown = {row["Giá trị"] for row in csv.DictReader(file)}
    assert {"1.390,9", "5.208", "26,7"} <= shown  # what is text would be shown without these marks
