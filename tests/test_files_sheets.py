"""Workbooks and CSV tables: every cell under its head, every figure at its cell."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any

import pytest

import vnplan
from vnplan import MissingExtraError, Report, Severity, UnknownFormatError, UnreadableTextError, load
from vnplan.files import Format, read_bytes
from vnplan.files.delimited import csv_text
from vnplan.files.places import Places
from vnplan.files.xlsx import number_text

openpyxl = pytest.importorskip("openpyxl")

HEAD = ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2023", "Ước thực hiện năm 2023", "TH/KH", "So với cùng kỳ (%)"]
TITLES = [["UBND HUYỆN CỦ CHI"], ["TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2023"], []]
BODY: list[list[Any]] = [
    ["I", "Về kinh tế"],
    [1, "Tổng thu ngân sách nhà nước trên địa bàn", "tỷ đồng", 1250, 1390.9, 1.1127, 112.3],
    [2, "Giá trị sản xuất công nghiệp", "tỷ đồng", "25.000", 24500.25, 0.98001, 108],
    [],
    ["II", "Về xã hội"],
    [3, "Số lao động được giải quyết việc làm", "người", 12345, 12400, None, None],
]
RECORDS = [
    ("target", "1250", "tỷ đồng", "D5"),
    ("actual", "1390.9", "tỷ đồng", "E5"),
    ("share", "111.27", "%", "F5"),
    ("change", "112.3", "%", "G5"),
    ("target", "25000", "tỷ đồng", "D6"),
    ("actual", "24500.25", "tỷ đồng", "E6"),
    ("share", "98.001", "%", "F6"),
    ("change", "108", "%", "G6"),
    ("target", "12345", "người", "D9"),
    ("actual", "12400", "người", "E9"),
]


def workbook(rows: Sequence[Any], title: str = "Biểu_1", *, merged: tuple[str, ...] = ()) -> Any:
    book = openpyxl.Workbook()
    book.active.title = title
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                book.active.cell(number, column, value)
    for area in merged:
        book.active.merge_cells(area)
    return book


def saved(book: Any, path: Path) -> Path:
    book.save(path)
    return path


def told(report: Report) -> list[tuple[str, str | None, str | None, str | None]]:
    """Role, value, unit and cell of each figure, in order."""
    figures = sorted(
        (*report.targets, *report.actuals, *report.changes, *report.shares),
        key=lambda one: one.source.start if one.source is not None else 0,
    )
    cells = [None if one.source is None else one.source.locator for one in figures]
    return [
        (row["role"], row["value"], row["unit"], cell) for row, cell in zip(report.to_records(), cells, strict=True)
    ]


def with_percent(book: Any) -> Any:
    for row in book.active.iter_rows():
        for cell in row:
            if cell.column == 6 and isinstance(cell.value, float):
                cell.number_format = "0.0%"
    return book


class TestWorkbook:
    @pytest.fixture
    def report(self, tmp_path: Path) -> Report:
        rows = [*TITLES[:2], HEAD, *BODY]
        return load(saved(with_percent(workbook(rows, merged=("A1:G1", "A2:G2"))), tmp_path / "biểu.xlsx"))

    def test_every_figure_with_its_cell(self, report: Report) -> None:
        assert told(report) == [(*row[:3], f"Biểu_1!{row[3]}") for row in RECORDS]

    def test_titles_give_place_and_year(self, report: Report) -> None:
        assert str(report.locality) == "Huyện Củ Chi"
        assert {str(one.period) for one in (*report.targets, *report.actuals)} == {"2023"}
        assert {one.status for one in report.actuals} == {vnplan.Status.ESTIMATED}

    def test_names_of_the_rows(self, report: Report) -> None:
        assert [one.name for one in report.targets] == [row[1] for row in BODY if len(row) > 2]
        assert report.actual("state_budget_revenue").stated == vnplan.Stated.of("1.390,9 tỷ đồng")

    def test_every_number_is_accounted_for(self, report: Report) -> None:
        assert report.ledger.unread == ()

    def test_a_source_tells_its_cell(self, report: Report) -> None:
        assert str(report.targets[0].source) == "biểu:Biểu_1!D5"
        assert report.targets[0].source is not None
        assert report.targets[0].source.quote == "1250"

    def test_open_file_without_a_name(self, tmp_path: Path) -> None:
        data = saved(workbook([*TITLES, HEAD, *BODY]), tmp_path / "a.xlsx").read_bytes()
        assert told(load(io.BytesIO(data)))[0] == ("target", "1250", "tỷ đồng", "Biểu_1!D6")
        assert read_bytes(data).format is Format.XLSX


class TestMergedCells:
    def test_a_head_in_two_rows(self, tmp_path: Path) -> None:
        rows = [
            ["TÌNH HÌNH THỰC HIỆN CHỈ TIÊU NĂM 2023"],
            [],
            ["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2023", None, "TH/KH (%)"],
            [None, None, None, "Kế hoạch", "Thực hiện"],
            [1, "Tổng thu ngân sách", "tỷ đồng", 100, 120.5, 120.5],
            [2, "Số hộ nghèo", "hộ", 50, 45, 90],
        ]
        merged = ("A1:F1", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4")
        report = load(saved(workbook(rows, "Biểu 1", merged=merged), tmp_path / "a.xlsx"))
        assert told(report) == [
            ("target", "100", "tỷ đồng", "'Biểu 1'!D5"),
            ("actual", "120.5", "tỷ đồng", "'Biểu 1'!E5"),
            ("share", "120.5", "%", "'Biểu 1'!F5"),
            ("target", "50", "hộ", "'Biểu 1'!D6"),
            ("actual", "45", "hộ", "'Biểu 1'!E6"),
            ("share", "90", "%", "'Biểu 1'!F6"),
        ]

    def test_words_over_several_rows_stand_in_each_but_numbers_once(self, tmp_path: Path) -> None:
        rows = [["Chỉ tiêu", "ĐVT", "Kế hoạch"], ["a b", "hộ", 5], ["c d", None, None]]
        file = saved(workbook(rows, merged=("B2:B3", "C2:C3")), tmp_path / "a.xlsx")
        assert read_bytes(file.read_bytes(), name="a.xlsx").text.splitlines()[1:] == [
            "| a b | hộ | 5 |",
            "| c d | hộ | |",
        ]


USUAL = [
    ("Kế hoạch", "Thực hiện", "Tỷ lệ", "Đánh giá"),
    ("Kế hoạch", "Ước thực hiện", "Tỷ lệ (%)", "Đánh giá"),
    ("KH năm 2024", "TH năm 2024", "Tỉ lệ %", "Nhận xét"),
    ("Chỉ tiêu kế hoạch", "Kết quả thực hiện", "Tỷ lệ hoàn thành", "Kết quả đánh giá"),
    ("Mục tiêu", "Kết quả", "Tỷ lệ đạt được", "Đạt/Không đạt"),
    ("Kế hoạch", "Thực hiện", "TH/KH (%)", "Đánh giá (vượt, đạt, không đạt)"),
    ("Kế\nhoạch", "Thực\nhiện", "% hoàn thành", "Ý kiến"),
]


class TestUsualHeads:
    """Chỉ tiêu, đơn vị tính, kế hoạch, thực hiện, tỷ lệ, đánh giá, as sheets word them."""

    TITLE = "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2024"
    ROWS = (
        (1, "Thu ngân sách nhà nước", "tỷ đồng", 1250, 1390.9, 111.3, "Vượt"),
        (2, "Số lao động được giải quyết việc làm", "người", 12000, 11400, 95, "Không đạt"),
    )

    @pytest.mark.parametrize("heads", USUAL, ids=lambda heads: heads[2])
    @pytest.mark.parametrize("grouped", [False, True])
    def test_all_columns_are_read(self, tmp_path: Path, heads: tuple[str, ...], *, grouped: bool) -> None:
        labels = ("TT", "Chỉ tiêu", "Đơn vị tính")
        head = [(*labels, "Năm 2024"), ("", "", "", *heads)] if grouped else [(*labels, *heads)]
        book = workbook([(self.TITLE,), *head, *self.ROWS], merged=("D2:G2",) if grouped else ())
        report = vnplan.load(saved(book, tmp_path / "biểu.xlsx"))
        assert [str(one.stated) for one in report.targets] == ["1250 tỷ đồng", "12000 người"]
        assert [str(one.stated) for one in report.actuals] == ["1390.9 tỷ đồng", "11400 người"]
        assert [(str(one.stated), one.basis) for one in report.shares] == [("111.3%", "plan"), ("95%", "plan")]
        assert [one.verdict_word for one in report.actuals] == ["exceeded", "not_met"]
        assert report.ledger.unread == ()

    @pytest.mark.parametrize(
        "heads", [("Thực hiện", "Tỷ lệ (%)"), ("Kế hoạch", "Tỷ lệ (%)"), ("Thực hiện", "Kế hoạch", "Tỷ lệ (%)")]
    )
    def test_a_rate_that_may_be_of_anything_is_left_open(self, tmp_path: Path, heads: tuple[str, ...]) -> None:
        rows = [(self.TITLE,), ("TT", "Chỉ tiêu", "Đơn vị tính", *heads)]
        values = (1250, 1390.9)[: len(heads) - 1]
        report = vnplan.load(
            saved(workbook([*rows, (1, "Thu ngân sách", "tỷ đồng", *values, 111.3)]), tmp_path / "b.xlsx")
        )
        assert report.shares == ()
        assert [report.text[one.start : one.end] for one in report.ledger.unread] == ["111,3"]


class TestText:
    def text(self, tmp_path: Path, rows: Sequence[Any]) -> str:
        return read_bytes(saved(workbook(rows), tmp_path / "a.xlsx").read_bytes(), name="a.xlsx").text

    def test_titles_are_lines_and_tables_are_rows(self, tmp_path: Path) -> None:
        rows = [
            ["UBND HUYỆN A", None, "CỘNG HÒA"],
            ["Biểu 1"],
            ["TT", "Chỉ tiêu", "Kế hoạch"],
            [1, "Thu", 5],
            ["Ghi chú: tạm tính"],
        ]
        assert self.text(tmp_path, rows).splitlines() == [
            "UBND HUYỆN A",
            "CỘNG HÒA",
            "Biểu 1",
            "| TT | Chỉ tiêu | Kế hoạch |",
            "| 1 | Thu | 5 |",
            "Ghi chú: tạm tính",
        ]

    def test_an_empty_row_in_a_table_does_not_end_it(self, tmp_path: Path) -> None:
        rows = [["TT", "Chỉ tiêu", "Kế hoạch"], [1, "Thu", 5], [], ["II"], [2, "Chi", 4]]
        assert self.text(tmp_path, rows).splitlines()[2:] == ["", "| II | | |", "| 2 | Chi | 4 |"]

    def test_a_head_after_an_empty_row_begins_another_table(self, tmp_path: Path) -> None:
        rows = [["TT", "Chỉ tiêu", "Kế hoạch"], [1, "Thu", 5], [], ["Biểu 2"], ["a", "b", "c", "d"], [1, 2, 3, 4]]
        assert self.text(tmp_path, rows).splitlines()[2:] == [
            "",
            "",
            "Biểu 2",
            "| a | b | c | d |",
            "| 1 | 2 | 3 | 4 |",
        ]

    def test_marks_of_the_table_stay_out_of_cells(self, tmp_path: Path) -> None:
        assert self.text(tmp_path, [["a|b\nc  d", "x", "y"]]) == "| a/b c d | x | y |\n"

    def test_hidden_sheets_are_left_out(self, tmp_path: Path) -> None:
        book = workbook([["thấy", "được", "này"]])
        book.create_sheet("ẩn").append(["không", "thấy", "đâu"])
        book["ẩn"].sheet_state = "hidden"
        book.create_sheet("hai").append(["cũng", "thấy", "được"])
        text = read_bytes(saved(book, tmp_path / "a.xlsx").read_bytes(), name="a.xlsx").text
        assert text == "| thấy | được | này |\n\n\n| cũng | thấy | được |\n"

    def test_a_cell_far_away_costs_nothing(self, tmp_path: Path) -> None:
        book = workbook([["TT", "Chỉ tiêu", "Kế hoạch"], [1, "Thu", 5]])
        book.active.cell(1_000_000, 1).font = openpyxl.styles.Font(bold=True)
        assert len(read_bytes(saved(book, tmp_path / "a.xlsx").read_bytes(), name="a.xlsx").text.splitlines()) == 2

    def test_a_formula_without_a_value_is_told(self, tmp_path: Path) -> None:
        report = load(
            saved(workbook([["Chỉ tiêu", "Kế hoạch", "Thực hiện"], ["Thu", 5, "=B2*2"]]), tmp_path / "a.xlsx")
        )
        (issue,) = [one for one in report.issues if one.severity is Severity.WARNING]
        assert issue.reason.startswith("Biểu_1!C2: a formula without a value")


class TestNumbers:
    @pytest.mark.parametrize(
        ("value", "number_format", "expected"),
        [
            (1390.9, "General", "1.390,9"),
            (1390.9, "#,##0.00", "1.390,9"),
            (5208, "#,##0", "5208"),
            (2023, "General", "2023"),
            (12345, "General", "12.345"),
            (1234567.125, "General", "1.234.567,125"),
            (0.1 + 0.2, "General", "0,3"),  # noise of the arithmetic
            (26.700000000000003, "General", "26,7"),
            (0.267, "0.0%", "26,7%"),
            (1.1127, "0%", "111,27%"),
            (0.07, "0%", "7%"),
            (-5.5, "General", "-5,5"),
            (-12345, "General", "-12.345"),
            (0, "General", "0"),
            (-0.0, "General", "0"),
            (1e20, "General", "100.000.000.000.000.000.000"),
            (1e-7, "General", "0,0000001"),
            (5.0, "General", "5"),
            (0.5, '0.0"%"', "0,5"),  # a percent sign that is only written
            (0.5, r"0.0\%", "0,5"),
            (123456789012345, "0", "123.456.789.012.345"),
        ],
    )
    def test_are_written_as_vietnamese_prints_them(self, value: float, number_format: str, expected: str) -> None:
        with localcontext(prec=3):
            assert number_text(value, number_format) == expected

    @pytest.mark.parametrize("value", [1390.9, 0.1, 7, 123456.789, 1e15, 99999.99])
    def test_lose_nothing(self, value: float) -> None:
        assert vnplan.parse_number(number_text(value)) == Decimal(repr(value))

    @pytest.mark.parametrize(
        ("value", "number_format", "expected"),
        [
            (date(2024, 11, 5), "dd/mm/yyyy", "05/11/2024"),
            (datetime(2024, 11, 5, 14, 30), "yyyy-mm-dd hh:mm", "14:30 05/11/2024"),  # noqa: DTZ001
            (date(2024, 11, 5), "mm/yyyy", "11/2024"),
            (time(14, 30), "hh:mm", "14:30"),
            (True, "General", "TRUE"),
        ],
    )
    def test_days_and_others(self, tmp_path: Path, value: Any, number_format: str, expected: str) -> None:
        book = workbook([["a", "b", value]])
        book.active["C1"].number_format = number_format
        text = read_bytes(saved(book, tmp_path / "a.xlsx").read_bytes(), name="a.xlsx").text
        assert text == f"| a | b | {expected} |\n"


class TestFaults:
    def test_without_its_extra(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file = saved(workbook([["a", "b", "c"]]), tmp_path / "a.xlsx")
        monkeypatch.setitem(sys.modules, "openpyxl", None)
        with pytest.raises(MissingExtraError, match=r"pip install 'vnplan\[excel\]'"):
            load(file)

    @pytest.mark.parametrize("data", [b"x", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + b"x" * 100])
    def test_no_workbook(self, data: bytes) -> None:
        with pytest.raises(UnreadableTextError, match="old or encrypted"):
            read_bytes(data, name="a.xlsx")

    def test_a_broken_one(self) -> None:
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as archive:
            archive.writestr("xl/workbook.xml", "<workbook")
        with pytest.raises(UnreadableTextError, match="no Excel workbook that can be read") as caught:
            read_bytes(data.getvalue(), name="a.xlsx")
        assert caught.value.path == "a.xlsx"

    def test_one_that_unpacks_to_too_much(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr("vnplan.files.xlsx._LARGEST", 100)
        with pytest.raises(UnreadableTextError, match="unpacks to more"):
            load(saved(workbook([["a"]]), tmp_path / "a.xlsx"))

    def test_another_zip(self) -> None:
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as archive:
            archive.writestr("a", "b")
        with pytest.raises(UnknownFormatError):
            read_bytes(data.getvalue())


def as_csv(separator: str, rows: Sequence[Any], *, quote: str = '"') -> str:
    lines = []
    for row in rows:
        cells = ["" if value is None else str(value) for value in row]
        lines.append(separator.join(f"{quote}{cell}{quote}" if separator in cell else cell for cell in cells))
    return "\r\n".join(lines) + "\r\n"


VIETNAMESE = [
    [
        {1390.9: "1.390,9", 24500.25: "24.500,25", 1.1127: "111,27%", 0.98001: "98,001%", 112.3: "112,3"}.get(
            value, value
        )
        for value in row
    ]
    for row in BODY
]


class TestCsv:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    @pytest.mark.parametrize("separator", [";", ",", "\t"])
    def test_gives_the_same_as_a_workbook(self, tmp_path: Path, separator: str, encoding: str) -> None:
        text = as_csv(separator, [*TITLES[:2], HEAD, *VIETNAMESE])
        (tmp_path / "biểu.csv").write_bytes(text.encode(encoding))
        assert told(load(tmp_path / "biểu.csv")) == RECORDS

    def test_a_cell_of_several_lines(self) -> None:
        assert csv_text('"a\nb",c,d\n', "").text == "| a b | c | d |\n"

    def test_columns_beyond_z(self) -> None:
        found = csv_text(",".join(str(number) for number in range(30)), "")
        assert found.places.names[-1] == "AD1"

    def test_records_are_no_report(self, tmp_path: Path) -> None:
        vnplan.write_csv(tmp_path / "a.csv", vnplan.samples.load("001"), bom=True)
        with pytest.raises(UnknownFormatError, match="read_records"):
            load(tmp_path / "a.csv")

    def test_other_tables_of_vnplan_are_none_either(self, tmp_path: Path) -> None:
        """So that a folder may be read again that tables were written to."""
        report = vnplan.samples.load("001")
        vnplan.write_csv(tmp_path / "a.csv", vnplan.scorecard(report))
        with pytest.raises(UnknownFormatError, match="is a table of verdicts, no report"):
            load(tmp_path / "a.csv")
        vnplan.write_workbook(tmp_path / "a.xlsx", report)
        with pytest.raises(UnknownFormatError, match="tables that vnplan wrote"):
            load(tmp_path / "a.xlsx")

    def test_no_csv(self) -> None:
        with pytest.raises(UnreadableTextError, match="is no CSV"):
            csv_text("a" * 200_000, "a.csv")


class TestPlaces:
    def test_of_characters(self) -> None:
        places = Places([2, 5], [4, 9], ["A1", "B1"])
        assert [places.at(position) for position in range(10)] == [None, None, "A1", "A1", None, *["B1"] * 4, None]
        assert Places().at(0) is None
