"""Tables: the head of a column says what its figures are, the row what they measure."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan import loads
from vnplan.model.report import Claim, Report

YEAR = """PHỤ LỤC
CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI CHỦ YẾU NĂM 2023

| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2023 | Ước thực hiện năm 2023 | TH/KH (%) | So với cùng kỳ (%) | Đánh giá |
|---|---|---|---|---|---|---|---|
| I | Về kinh tế | | | | | | |
| 1 | Tổng thu ngân sách nhà nước trên địa bàn | Tỷ đồng | 1.250 | 1.312,5 | 105,0 | 112,3 | Vượt |
| | Trong đó: Thu nội địa | " | 900 | 918 | 102 | 108,1 | Vượt |
| | - Thu thuế | | 300 | - | | | |
| 2 | Tốc độ tăng giá trị sản xuất | % | 8,5 | 9,1 | | | Vượt |
| 3 | Thu nhập bình quân đầu người (triệu đồng/người/năm) | | ≥ 62 | 63,5 | 102,4 | +8,5 | Đạt |
| II | Về xã hội | | | | | | |
| 4 | Số xã đạt chuẩn nông thôn mới | xã | 12 | 10/14 | 83,3 | x | Không đạt |
| 5 | Giảm tỷ lệ hộ nghèo | % | 0,5 | 0,4 | | … | Không đạt |
"""


def rows(text: str | Report) -> list[str]:
    """Each figure of a text in one line: role, name, value, unit, and what else it says."""
    report = loads(text) if isinstance(text, str) else text
    told = []
    for row in report.to_records():
        value = row["value"] if row["upper"] is None else f"{row['value']}..{row['upper']}"
        parts = [
            row["role"],
            row["name"],
            f"{'' if row['comparator'] == '=' else row['comparator']}{value}",
            row["unit"],
        ]
        parts += [row["form"], None if row["measure"] == "level" else row["measure"], row["period"], row["basis"]]
        parts += ["estimated" if row["estimated"] else None]
        told.append(" | ".join(str(part) for part in parts if part))
    return told


def claims(text: str, claim: Claim) -> list[str]:
    """The numbers of a text that are one thing."""
    report = loads(text)
    return [text[entry.start : entry.end] for entry in report.ledger if entry.claimed_by is claim]


class TestATableOfAYear:
    def test_every_column_gives_what_its_head_says(self) -> None:
        name = "Tổng thu ngân sách nhà nước trên địa bàn"
        assert rows(YEAR)[:4] == [
            f"target | {name} | 1250 | tỷ đồng | 2023 | plan",
            f"actual | {name} | 1312.5 | tỷ đồng | 2023 | estimated",
            f"share | {name} | 105.0 | % | ratio | 2023 | plan | estimated",
            f"change | {name} | 112.3 | % | ratio | 2023 | yoy | estimated",
        ]

    def test_every_figure_points_at_its_cell(self) -> None:
        for row in loads(YEAR).to_records():
            assert YEAR[row["start"] : row["end"]] == row["quote"]
            assert YEAR[: row["start"]].rstrip(" ")[-1] == "|"
            assert YEAR[row["end"] :].lstrip(" ")[0] == "|"

    def test_every_number_is_accounted_for(self) -> None:
        report = loads(YEAR)
        assert report.ledger.unread == ()
        assert claims(YEAR, Claim.LIST_NUMBER) == ["1", "2", "3", "4", "5"]
        assert claims(YEAR, Claim.PERIOD) == ["2023", "2023", "2023"]

    def test_a_share_and_a_change_belong_to_the_result_of_their_row(self) -> None:
        report = loads(YEAR)
        assert [share.of.stated.quantity for share in report.shares if share.of is not None] == [
            actual.stated.quantity for actual in report.actuals if not actual.name.startswith("Tỷ lệ")
        ]

    def test_a_word_of_verdict_stays_with_the_result(self) -> None:
        told = [(actual.name, actual.verdict_word) for actual in loads(YEAR).actuals]
        assert told == [
            ("Tổng thu ngân sách nhà nước trên địa bàn", "exceeded"),
            ("Thu nội địa", "exceeded"),
            ("Thu nhập bình quân đầu người", "met"),
            ("Số xã đạt chuẩn nông thôn mới", "not_met"),
        ]

    def test_a_row_below_has_the_unit_of_the_row_above_where_it_names_none(self) -> None:
        assert "target | Thu thuế | 300 | tỷ đồng | 2023 | plan" in rows(YEAR)

    def test_a_part_of_a_whole_keeps_the_part(self) -> None:
        assert "actual | Số xã đạt chuẩn nông thôn mới | 10 | xã | 2023 | estimated" in rows(YEAR)
        assert "10/14" in [row["quote"] for row in loads(YEAR).to_records()]

    def test_a_bound_in_the_cell_is_kept(self) -> None:
        assert "target | Thu nhập bình quân đầu người | >=62 | triệu đồng/người/năm | 2023 | plan" in rows(YEAR)

    def test_a_rise_or_fall_in_the_name_is_the_measure(self) -> None:
        told = [row for row in rows(YEAR) if "giá trị sản xuất" in row or "hộ nghèo" in row]
        assert told == [
            "target | Tốc độ tăng giá trị sản xuất | 8.5 | % | increase | 2023 | plan",
            "change | Tốc độ tăng giá trị sản xuất | 9.1 | % | rate | 2023 | estimated",
            "target | tỷ lệ hộ nghèo | 0.5 | % | decrease | 2023 | plan",
            "change | tỷ lệ hộ nghèo | -0.4 | % | rate | 2023 | estimated",
        ]


# --- layouts -------------------------------------------------------------------------------------

HEADS = ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2024", "Thực hiện năm 2024", "TH/KH (%)"]
CELLS = [
    ["1", "Diện tích gieo trồng", "ha", "1.250", "1.300", "104"],
    ["2", "Tỷ lệ che phủ rừng", "%", "52,5", "52,6", "100,2"],
    ["3", "Số hộ thoát nghèo", "hộ", "120", "90", "75"],
]


def piped(table: list[list[str]]) -> str:
    """As Markdown has it."""
    lines = ["| " + " | ".join(row) + " |" for row in table]
    return "\n".join([lines[0], "|---" * len(table[0]) + "|", *lines[1:]])


def bare_pipes(table: list[list[str]]) -> str:
    """Pipes between the cells only."""
    return "\n".join(" | ".join(row) for row in table)


def lone_pipes(table: list[list[str]]) -> str:
    """A line for each pipe, a line for each cell that is not empty."""
    return "\n".join("|\n" + "\n|\n".join(row) + "\n|" for row in table).replace("\n\n", "\n")


def tabbed(table: list[list[str]]) -> str:
    """Cells between tabs."""
    return "\n".join("\t".join(row) for row in table)


def spaced(table: list[list[str]]) -> str:
    """Columns of spaces."""
    widths = [max(len(row[n]) for row in table) + 3 for n in range(len(table[0]))]
    return "\n".join(
        "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table
    )


def stacked(table: list[list[str]]) -> str:
    """A line for each cell."""
    return "\n".join(cell for row in table for cell in row)


LAYOUTS = [piped, bare_pipes, lone_pipes, tabbed, spaced, stacked]
SEEN = [
    "target | Diện tích gieo trồng | 1250 | ha | 2024 | plan",
    "actual | Diện tích gieo trồng | 1300 | ha | 2024",
    "share | Diện tích gieo trồng | 104 | % | ratio | 2024 | plan",
    "target | Tỷ lệ che phủ rừng | 52.5 | % | 2024 | plan",
    "actual | Tỷ lệ che phủ rừng | 52.6 | % | 2024",
    "share | Tỷ lệ che phủ rừng | 100.2 | % | ratio | 2024 | plan",
    "target | Số hộ thoát nghèo | 120 | hộ | 2024 | plan",
    "actual | Số hộ thoát nghèo | 90 | hộ | 2024",
    "share | Số hộ thoát nghèo | 75 | % | ratio | 2024 | plan",
]


class TestLayouts:
    @pytest.mark.parametrize("layout", LAYOUTS)
    def test_the_marks_between_cells_do_not_matter(self, layout: Callable[[list[list[str]]], str]) -> None:
        assert rows(f"Biểu chỉ tiêu\n\n{layout([HEADS, *CELLS])}\n\nĐơn vị báo cáo đúng hạn.") == SEEN

    def test_an_empty_cell_moves_no_other(self) -> None:
        table = [HEADS, ["1", "Đàn bò", "con", "", "1.150", ""], ["", "- Bò sữa", "con", "200", "", ""], CELLS[0]]
        for layout in (piped, lone_pipes, tabbed, spaced):
            assert rows(layout(table))[:2] == [
                "actual | Đàn bò | 1150 | con | 2024",
                "target | Bò sữa | 200 | con | 2024 | plan",
            ]

    def test_rows_of_a_stack_may_lack_their_number(self) -> None:
        below = ["Trong đó: cây lâu năm", "ha", "50", "55", "110"]
        told = rows(stacked([HEADS, CELLS[0], below, *CELLS[1:]]))
        assert "share | cây lâu năm | 110 | % | ratio | 2024 | plan" in told
        assert len(told) == len(SEEN) + 3

    def test_a_heading_in_a_stack_is_no_row(self) -> None:
        told = rows(stacked([HEADS, ["I", "Kinh tế"], CELLS[0], ["II", "Xã hội"], *CELLS[1:]]))
        assert told == SEEN

    def test_a_stack_may_number_its_columns(self) -> None:
        assert rows(stacked([HEADS, ["A", "B", "C", "1", "2", "3=2/1"], *CELLS])) == SEEN
        assert rows(stacked([HEADS, ["1", "2", "3", "4", "5", "6"], *CELLS])) == SEEN

    def test_the_last_word_of_a_row_of_a_stack_may_be_missing(self) -> None:
        heads = [*HEADS, "Đánh giá"]
        report = loads(stacked([heads, [*CELLS[0], "Vượt"], CELLS[1], ["-", *CELLS[2][1:], "Chưa đạt"]]))
        assert rows(report) == SEEN
        assert [actual.verdict_word for actual in report.actuals] == ["exceeded", None, "not_met"]

    def test_a_stack_without_row_numbers(self) -> None:
        table = [row[1:] for row in [HEADS, *CELLS]]
        assert rows(stacked(table)) == SEEN
        assert rows(stacked([table[0], ["Nông nghiệp"], *table[1:]])) == SEEN

    def test_what_follows_a_stack_is_no_part_of_it(self) -> None:
        text = stacked([HEADS, *CELLS]) + "\nThu ngân sách đạt 520 tỷ đồng.\n4\nNơi nhận"
        assert rows(text)[:-1] == SEEN
        assert rows(text)[-1].startswith("actual | Thu ngân sách | 520 | tỷ đồng")

    def test_a_cell_may_go_on_over_lines_between_lone_pipes(self) -> None:
        text = lone_pipes(
            [["TT", "Chỉ\ntiêu", "ĐVT", "Kế hoạch\nnăm 2026"], ["1", "Kim ngạch\nxuất khẩu", "Triệu\nUSD", "2.600"]]
        )
        assert rows(text + "\n" + lone_pipes([["2", "Đàn bò", "con", "300"]])) == [
            "target | Kim ngạch xuất khẩu | 2600 | triệu USD | 2026 | plan",
            "target | Đàn bò | 300 | con | 2026 | plan",
        ]


# --- heads ---------------------------------------------------------------------------------------


def of_column(head: str, *cells: str, unit: str = "tỷ đồng", before: str = "Báo cáo 9 tháng năm 2024") -> list[str]:
    """What a column with that head gives, for rows called Aa, Bb and so on."""
    lines = [f"| {chr(65 + n)}{chr(97 + n)} | {unit} | {cell} |" for n, cell in enumerate(cells)]
    return rows("\n".join([before, "", f"| Chỉ tiêu | Đơn vị | {head} |", *lines]))


class TestHeads:
    @pytest.mark.parametrize(
        ("head", "told"),
        [
            ("Kế hoạch năm", "target | Aa | 105 | tỷ đồng | 2024 | plan"),
            ("KH 2024", "target | Aa | 105 | tỷ đồng | 2024 | plan"),
            ("Dự toán", "target | Aa | 105 | tỷ đồng | 2024-01/2024-09 | estimate"),
            ("Dự toán HĐND tỉnh giao năm 2024", "target | Aa | 105 | tỷ đồng | 2024 | assigned"),
            ("Chỉ tiêu năm 2024", "target | Aa | 105 | tỷ đồng | 2024 | plan"),
            ("Mục tiêu đến năm 2025", "target | Aa | 105 | tỷ đồng | 2025 | plan"),
            ("Thực hiện", "actual | Aa | 105 | tỷ đồng | 2024-01/2024-09"),
            ("Kết quả thực hiện kế hoạch", "actual | Aa | 105 | tỷ đồng | 2024-01/2024-09"),
            ("Ước TH cả năm 2024", "actual | Aa | 105 | tỷ đồng | 2024 | estimated"),
            ("ƯTH 6T/2024", "actual | Aa | 105 | tỷ đồng | 2024-H1 | estimated"),
            ("Thực hiện năm 2022", "actual | Aa | 105 | tỷ đồng | 2022"),
            ("Cùng kỳ năm 2023", "actual | Aa | 105 | tỷ đồng | 2023-01/2023-09"),
            ("Thực hiện cùng kỳ năm trước", "actual | Aa | 105 | tỷ đồng | 2023-01/2023-09"),
            ("TH/KH (%)", "share | Aa | 105 | % | ratio | 2024-01/2024-09 | plan"),
            ("Tỷ lệ % so KH", "share | Aa | 105 | % | ratio | 2024-01/2024-09 | plan"),
            ("% thực hiện dự toán", "share | Aa | 105 | % | ratio | 2024-01/2024-09 | estimate"),
            ("So với dự toán tỉnh giao (%)", "share | Aa | 105 | % | ratio | 2024-01/2024-09 | assigned"),
            ("Mức độ hoàn thành (%)", "share | Aa | 105 | % | ratio | 2024-01/2024-09"),
            ("Tăng, giảm so với KH (%)", "share | Aa | 105 | % | margin | 2024-01/2024-09 | plan"),
            ("So với cùng kỳ (%)", "change | Aa | 105 | % | ratio | 2024-01/2024-09 | yoy"),
            ("So với tháng trước (%)", "change | Aa | 105 | % | ratio | 2024-09 | 2024-08"),
            ("So sánh với năm 2020 (%)", "change | Aa | 105 | % | ratio | 2024-01/2024-09 | 2020"),
            ("9 tháng 2024/9 tháng 2023 (%)", "change | Aa | 105 | % | ratio | 2024-01/2024-09 | 2023-01/2023-09"),
            ("Tăng/giảm so cùng kỳ (%)", "change | Aa | 105 | % | rate | 2024-01/2024-09 | yoy"),
            ("Tăng trưởng (%)", "change | Aa | 105 | % | rate | 2024-01/2024-09"),
            ("Tăng, giảm so cùng kỳ", "change | Aa | 105 | tỷ đồng | difference | 2024-01/2024-09 | yoy"),
            ("Cơ cấu (%)", "actual | Aa | 105 | % | 2024-01/2024-09"),
        ],
    )  # fmt: skip
    def test_what_a_head_says(self, head: str, told: str) -> None:
        assert of_column(head, "105", "98")[0] == told

    @pytest.mark.parametrize(
        "head",
        [
            "Thời gian thực hiện",
            "Kinh phí thực hiện",
            "Địa bàn",
            "Tỷ lệ (%)",  # of what?
            "Hệ số",
            "",
            "KH 2024/KH 2023 (%)",  # one plan against another
        ],
    )
    def test_a_head_that_is_not_understood_gives_no_figures(self, head: str) -> None:
        assert of_column(head, "105", "98") == []

    def test_a_percentage_beside_levels_in_units_is_of_no_known_whole(self) -> None:
        text = "| Nội dung | KH 2024 (tỷ đồng) | Thực hiện (%) |\n| Thu | 12 | 95 |\n| Chi | 13 | 80 |"
        assert [row for row in rows(text) if not row.startswith("target")] == []
        assert of_column("Đạt (%)", "95")[0].startswith("share | Aa | 95 | % | ratio")

    def test_small_figures_beside_a_comparison_are_rates(self) -> None:
        assert of_column("So với cùng kỳ (%)", "5,2", "-3,1", "12") == [
            "change | Aa | 5.2 | % | rate | 2024-01/2024-09 | yoy",
            "change | Bb | -3.1 | % | rate | 2024-01/2024-09 | yoy",
            "change | Cc | 12 | % | rate | 2024-01/2024-09 | yoy",
        ]

    def test_moves_in_words(self) -> None:
        told = of_column("So với cùng kỳ", "Tăng 5,2%", "Giảm 3%", "gấp 1,2 lần", "105%")
        assert [row.split(" | ")[2:5] for row in told] == [
            ["5.2", "%", "rate"],
            ["-3", "%", "rate"],
            ["1.2", "lần", "times"],
            ["105", "%", "ratio"],
        ]

    def test_a_signed_figure_is_a_rate_among_ratios(self) -> None:
        told = of_column("So với cùng kỳ (%)", "105,2", "+3,1", "112")
        assert [row.split(" | ")[4] for row in told] == ["ratio", "rate", "ratio"]

    def test_two_rows_of_heads_are_one(self) -> None:
        text = """Kết quả 6 tháng đầu năm 2024
| TT | Nội dung | Năm 2024 | | So sánh (%) | |
| | | DT tỉnh giao | Thực hiện | TH/DT | Cùng kỳ |
| A | B | 1 | 2 | 3=2/1 | 4 |
| 1 | Thuế bảo vệ môi trường (triệu đồng) | 800 | 420 | 52,5 | 98 |
"""
        assert rows(text) == [
            "target | Thuế bảo vệ môi trường | 800 | triệu đồng | 2024 | assigned",
            "actual | Thuế bảo vệ môi trường | 420 | triệu đồng | 2024",
            "share | Thuế bảo vệ môi trường | 52.5 | % | ratio | 2024 | estimate",
            "change | Thuế bảo vệ môi trường | 98 | % | ratio | 2024 | yoy",
        ]
        assert claims(text, Claim.LIST_NUMBER) == ["1", "2", "3", "2", "1", "4", "1"]

    def test_joined_heads_that_are_written_once_spread_over_their_columns(self) -> None:
        text = """| TT | Chỉ tiêu | ĐVT | Năm 2023 | Năm 2024 |
| Kế hoạch | Thực hiện | Kế hoạch | Thực hiện |
| 1 | Đàn lợn | con | 900 | 950 | 1.000 | 980 |
"""
        assert rows(text) == [
            "target | Đàn lợn | 900 | con | 2023 | plan",
            "actual | Đàn lợn | 950 | con | 2023",
            "target | Đàn lợn | 1000 | con | 2024 | plan",
            "actual | Đàn lợn | 980 | con | 2024",
        ]

    @pytest.mark.parametrize("layout", [piped, stacked])
    def test_a_head_that_says_all_stands_over_no_others(self, layout: Callable[[list[list[str]]], str]) -> None:
        table = [
            ["TT", "Chỉ tiêu", "ĐVT", "NĂM 2023", "KH 2024"],
            ["KH", "Ước TH", "% TH/KH"],
            ["1", "Đàn lợn", "con", "900", "945", "105", "950"],
            ["2", "Đàn bò", "con", "100", "98", "98", "110"],
        ]
        assert rows(layout(table))[:4] == [
            "target | Đàn lợn | 900 | con | 2023 | plan",
            "actual | Đàn lợn | 945 | con | 2023 | estimated",
            "share | Đàn lợn | 105 | % | ratio | 2023 | plan | estimated",
            "target | Đàn lợn | 950 | con | 2024 | plan",
        ]

    def test_joined_heads_that_do_not_come_out_even_give_no_figures(self) -> None:
        text = "| TT | Chỉ tiêu | ĐVT | Năm 2023 | So sánh (%) |\n| KH | TH | TH/KH |\n| 1 | Đàn lợn | con | 900 | 950 | 105 |\n"
        assert rows(text) == []

    def test_years_are_results_until_the_year_of_the_text(self) -> None:
        text = "Tình hình năm 2023\n\n| Chỉ tiêu | ĐVT | 2021 | Năm 2022 | 2023 | 2024 |\n| Đàn bò | con | 5 | 6 | 7 | 8 |\n"
        assert rows(text) == [f"actual | Đàn bò | {n} | con | {2016 + n}" for n in (5, 6, 7)]
        assert claims(text, Claim.UNREAD) == ["8"]

    def test_years_of_a_plan_are_aims(self) -> None:
        text = "KẾ HOẠCH\nPhát triển giai đoạn 2024-2025\n\n| Chỉ tiêu | ĐVT | 2023 | 2024 | 2025 |\n| Đàn bò | con | 5 | 6 | 7 |\n"
        assert [row.split(" | ")[0] for row in rows(text)] == ["actual", "target", "target"]


# --- units, names, cells -------------------------------------------------------------------------


class TestUnits:
    @pytest.mark.parametrize(
        ("before", "name", "head"),
        [
            ("Đơn vị tính: Triệu đồng", "Thu nội địa", "Thực hiện 2023"),
            ("(ĐVT: triệu đồng)", "Thu nội địa", "Thực hiện 2023"),
            ("", "Thu nội địa (triệu đồng)", "Thực hiện 2023"),
            ("", "Thu nội địa, triệu đồng", "Thực hiện 2023"),
            ("Đơn vị: tỷ đồng", "Thu nội địa (triệu đồng)", "Thực hiện 2023"),  # the nearer one wins
            ("", "Thu nội địa", "Thực hiện 2023 (triệu đồng)"),
            ("", "Thu nội địa", "Thực hiện 2023, triệu đồng"),
        ],
    )
    def test_a_unit_may_stand_in_caption_name_or_head(self, before: str, name: str, head: str) -> None:
        text = f"{before}\n| Nội dung | {head} |\n| {name} | 12.500 |\n| {name} | 13.000 |"
        assert rows(text)[0] == "actual | Thu nội địa | 12500 | triệu đồng | 2023"

    def test_without_a_unit_nothing_is_read(self) -> None:
        text = "| Nội dung | Thực hiện 2023 |\n| Thu nội địa | 12.500 |\n| Chi | 9.000 |"
        assert rows(text) == []
        assert claims(text, Claim.UNREAD) == ["12.500", "9.000"]

    def test_a_name_that_counts_has_its_unit_in_itself(self) -> None:
        text = "| Chỉ tiêu | TH 2023 |\n| Số hợp tác xã thành lập mới | 12 |\n| Dân số trung bình | 85.000 |"
        assert rows(text) == [
            "actual | Số hợp tác xã thành lập mới | 12 | hợp tác xã | 2023",
            "actual | Dân số trung bình | 85000 | người | 2023",
        ]

    def test_a_thousand_before_a_unit_is_its_scale(self) -> None:
        assert of_column("TH 2023", "12,5", "3", unit="1.000 tấn")[0] == "actual | Aa | 12.5 | nghìn tấn | 2023"


class TestCells:
    @pytest.mark.parametrize(
        ("cell", "told"),
        [
            ("1.250,5", "1250.5 | tỷ đồng"),
            ("≥ 95", ">=95 | tỷ đồng"),
            ("Trên 85", ">85 | tỷ đồng"),
            ("dưới 3", "<3 | tỷ đồng"),
            ("từ 85 trở lên", ">=85 | tỷ đồng"),
            ("85 trở lên", ">=85 | tỷ đồng"),
            ("khoảng 12", "~12 | tỷ đồng"),
            ("10-12", "between10..12 | tỷ đồng"),
            ("6,5 – 7", "between6.5..7 | tỷ đồng"),
            ("95%", "95 | %"),
            ("12 triệu đồng", "12 | triệu đồng"),
            ("Đạt 86", "86 | tỷ đồng"),
            ("(5,2)", "-5.2 | tỷ đồng"),
            ("-5,2", "-5.2 | tỷ đồng"),
        ],
    )
    def test_what_a_cell_holds(self, cell: str, told: str) -> None:
        assert of_column("Kế hoạch 2024", cell, "7")[0] == f"target | Aa | {told} | 2024 | plan"

    @pytest.mark.parametrize(
        "cell", ["", "-", "–", "…", "...", "x", "X", "Không có", "5 và 6", "2024 - quý I", "12-10", "(5-7)"]
    )
    def test_what_holds_no_figure(self, cell: str) -> None:
        assert [row for row in of_column("Kế hoạch 2024", cell, "7") if "| Aa |" in row] == []

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("1. Thu nội địa", "Thu nội địa"),
            ("2.1 Thu nội địa", "Thu nội địa"),
            ("a) Thu nội địa", "Thu nội địa"),
            ("+ Thu nội địa:", "Thu nội địa"),
            ("Trong đó: Thu nội địa", "Thu nội địa"),
            ("- Trong đó: + Thu nội địa", "Thu nội địa"),
            ("**I. Thu nội địa**", "Thu nội địa"),
            ("TỔNG THU", "TỔNG THU"),
            ("Thu nội địa (*)", "Thu nội địa"),
            ("Thu nội địa [3]", "Thu nội địa"),
            ("Giá trị sản xuất (giá so sánh 2010)", "Giá trị sản xuất (giá so sánh 2010)"),
            ("Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng", "Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng"),
        ],
    )
    def test_the_name_is_the_wording_without_its_mark(self, name: str, told: str) -> None:
        text = f"| Chỉ tiêu | Kế hoạch 2024 (tỷ đồng) |\n| {name} | 12 |\n| Chi | 13 |"
        report = loads(text)
        assert report.targets[0].name == told
        source = report.targets[0].source
        assert source is not None
        assert [text[start:end] for start, end in source.name_spans] == [told]
        assert report.ledger.unread == ()

    def test_a_sign_turns_a_rise_into_a_fall(self) -> None:
        text = "| Chỉ tiêu | KH 2024 (%) | TH 2024 (%) |\n| Tốc độ tăng GRDP | 8,5 | -1,2 |\n| Mức giảm hộ nghèo | -0,5 | 1 |"
        assert rows(text) == [
            "target | Tốc độ tăng GRDP | 8.5 | % | increase | 2024 | plan",
            "change | Tốc độ tăng GRDP | -1.2 | % | rate | 2024",
            "target | Mức giảm hộ nghèo | 0.5 | % | increase | 2024 | plan",
            "change | Mức giảm hộ nghèo | -1 | % | rate | 2024",
        ]

    def test_a_cell_may_say_that_something_rises(self) -> None:
        assert of_column("KH 2024", "Tăng 5%", "7")[0] == "target | Aa | 5 | % | increase | 2024 | plan"

    def test_two_numbers_beside_a_comparison_are_no_figure(self) -> None:
        assert of_column("So với cùng kỳ (%)", "105-106", "98/100") == []

    def test_a_structure_goes_down_to_its_parts(self) -> None:
        text = "| Chỉ tiêu | ĐVT | TH 2023 |\n| Cơ cấu lao động | | |\n| - Nông nghiệp | % | 40 |\n| Tỷ lệ lao động | % | 60 |"
        assert rows(text) == ["actual | Nông nghiệp | 40 | % | 2023", "actual | Tỷ lệ lao động | 60 | % | 2023"]


class TestRowsOfTimes:
    def test_each_column_names_an_indicator(self) -> None:
        text = "Thu chi\n\n| Năm | Thu ngân sách (tỷ đồng) | Tỷ lệ hộ nghèo (%) | Dân số | Hạng |\n| 2020 | 120 | 3,2 | 84.000 | 5 |\n| 2021 | 131 | - | 84.500 | 4 |"
        assert rows(text) == [
            "actual | Thu ngân sách | 120 | tỷ đồng | 2020",
            "actual | Tỷ lệ hộ nghèo | 3.2 | % | 2020",
            "actual | Dân số | 84000 | người | 2020",
            "actual | Thu ngân sách | 131 | tỷ đồng | 2021",
            "actual | Dân số | 84500 | người | 2021",
        ]

    def test_a_column_without_a_head_names_nothing(self) -> None:
        text = "| Năm | Thu ngân sách (tỷ đồng) | |\n| 2020 | 120 | 5 |\n| 2021 | 131 | 6 |"
        assert rows(text) == [
            "actual | Thu ngân sách | 120 | tỷ đồng | 2020",
            "actual | Thu ngân sách | 131 | tỷ đồng | 2021",
        ]

    def test_rows_may_be_kinds_of_what_the_columns_measure(self) -> None:
        text = "Năm 2021\n\n| Cây trồng | Diện tích (ha) | Sản lượng (tấn) | Ghi chú |\n| Lúa mùa | 310 | 1.699 | |\n| Ngô | 25 | 100 | |"
        assert rows(text)[:2] == [
            "actual | Lúa mùa diện tích | 310 | ha | 2021",
            "actual | Lúa mùa sản lượng | 1699 | tấn | 2021",
        ]
        source = loads(text).actuals[0].source
        assert source is not None
        assert [text[start:end] for start, end in source.name_spans] == ["Lúa mùa", "Diện tích"]

    def test_plan_and_result_may_stand_under_each_measure(self) -> None:
        text = "| Vụ | Diện tích (ha) | |\n| | KH 2024 | TH 2024 |\n| Đông xuân | 310 | 305 |\n| Hè thu | 25 | 24 |"
        assert rows(text)[:2] == [
            "target | Đông xuân diện tích | 310 | ha | 2024 | plan",
            "actual | Đông xuân diện tích | 305 | ha | 2024",
        ]

    def test_a_head_torn_over_lines_is_put_together(self) -> None:
        text = "Lịch sử dân số\n| |||\nNăm |\nDân số\n| ||\n| 1995 | 94.700 | ||\n| 1996 | 95.800 | ||\n"
        assert rows(text) == ["actual | Dân số | 94700 | người | 1995", "actual | Dân số | 95800 | người | 1996"]


class TestPlans:
    PLAN = """KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

| TT | Chỉ tiêu | Đơn vị | Ước TH 2025 | KH 2026 |
|---|---|---|---|---|
| I | Kinh tế | | | |
| 1 | Thu ngân sách nhà nước trên địa bàn | tỷ đồng | 15.200 | 16.800 |
| | - Thu nội địa | tỷ đồng | 12.000 | 13.100 |
| 2 | Đàn bò | con | 900 | 950 |
"""

    def test_rows_with_aims_are_entries(self) -> None:
        plan = loads(self.PLAN).plan
        assert plan is not None
        assert [(entry.number, entry.section, entry.text, len(entry.targets)) for entry in plan.entries] == [
            (1, "Kinh tế", "Thu ngân sách nhà nước trên địa bàn", 1),
            (None, "Kinh tế", "Thu nội địa", 1),
            (2, "Kinh tế", "Đàn bò", 1),
        ]

    def test_numbers_that_begin_anew_in_each_section_are_none_of_an_entry(self) -> None:
        plan = loads(self.PLAN.replace("| 2 | Đàn bò", "| 1 | Đàn bò")).plan
        assert plan is not None
        assert [entry.number for entry in plan.entries] == [None, None, None]

    def test_a_further_table_that_counts_anew_gives_entries_without_numbers(self) -> None:
        more = "\nBiểu 2\n| TT | Chỉ tiêu | Đơn vị | KH 2026 |\n| 1 | Đàn gà | con | 90 |\n| 2 | Đàn vịt | con | 80 |\n"
        plan = loads(self.PLAN + more).plan
        assert plan is not None
        assert [entry.number for entry in plan.entries] == [1, None, 2, None, None]

    def test_a_report_with_such_a_table_is_no_plan(self) -> None:
        assert loads(YEAR).plan is None


class TestTablesBesideEachOther:
    TEXT = """| ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
|---|---|
| Số: 12/BC-UBND | Hà Nam, ngày 05 tháng 01 năm 2024 |

| TT | Chỉ tiêu | ĐVT | TH 2023 |
| 1 | Đàn bò | con | 900 |
| 2 | Than (1000 tấn) | | 12 |

| | Đơn vị: tỷ đồng | | |
| TT | Nội dung | Dự toán 2023 | TH 2023 |
| 1 | Thu nội địa | 900 | 918 |
Biểu 3	Đơn vị tính: tấn
TT	Chỉ tiêu	TH 2023
1	Sản lượng lúa	45.000
"""

    def test_each_has_its_own_heads_and_caption(self) -> None:
        assert rows(self.TEXT) == [
            "actual | Đàn bò | 900 | con | 2023",
            "actual | Than | 12 | nghìn tấn | 2023",
            "target | Thu nội địa | 900 | tỷ đồng | 2023 | estimate",
            "actual | Thu nội địa | 918 | tỷ đồng | 2023",
            "actual | Sản lượng lúa | 45000 | tấn | 2023",
        ]

    def test_the_size_of_a_unit_is_part_of_the_unit(self) -> None:
        assert claims(self.TEXT, Claim.UNIT) == ["1000"]


class TestTablesOfOtherThings:
    @pytest.mark.parametrize(
        "text",
        [
            "| TT | Tên dự án | Địa điểm | Kế hoạch vốn (tỷ đồng) |\n| 1 | Đường vành đai | Xã Tân An | 150 |\n| 2 | Trường mầm non | Xã Hòa Bình | 25 |",
            "| Mặt hàng | Đơn vị | Giá |\n| Gạo tẻ | đồng/kg | 15.000 |\n| Thịt lợn | đồng/kg | 110.000 |",
            "| Địa phương | Kế hoạch (ha) | Thực hiện (ha) |\n| Xã Tân An | 120 | 118 |\n| Xã Hòa Bình | 80 | 85 |",
            "| Đơn vị | Kế hoạch (ha) | Thực hiện (ha) |\n| Xã Tân An | 120 | 118 |\n| Phường 5 | 80 | 85 |",
            "| Nội dung | Kế hoạch (ha) | Thực hiện (ha) |\n| Xã Tân An | 120 | 118 |\n| Phường 5 | 80 | 85 |",
            "| Thửa đất | Tờ bản đồ | Diện tích (m²) |\n| 12 | 5 | 120 |\n| 13 | 5 | 80 |",
            "| Nội dung | Thời gian thực hiện | Cơ quan thực hiện |\n| Tập huấn | Quý I/2024 | Phòng 1 |\n| Kiểm tra | 15/3 | Phòng 2 |",
            "| ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n| Số: 12/KH-UBND | Quận 9, ngày 05 tháng 01 năm 2020 |",
            "STT\nHọ và tên\nKết quả\n1\nNguyễn Văn An\n9,5\n2\nTrần Thị Bình\n8",
        ],
    )  # fmt: skip
    def test_they_give_no_figures(self, text: str) -> None:
        assert rows(text) == []


# --- laws ----------------------------------------------------------------------------------------

NAMES = st.sampled_from(
    ["Thu ngân sách", "Diện tích lúa", "Đàn bò", "Tổng mức bán lẻ hàng hóa", "Thu nhập bình quân", "Sản lượng điện"]
)
UNITS = st.sampled_from(
    [("tỷ đồng", "tỷ đồng"), ("ha", "ha"), ("con", "con"), ("Tấn", "tấn"), ("Triệu USD", "triệu USD")]
)
NUMBERS = st.tuples(st.integers(0, 10**7), st.integers(0, 99)).map(
    lambda pair: f"{pair[0]:,}".replace(",", ".") + (f",{pair[1]}" if pair[1] else "")
)
COLUMNS = [
    ("Kế hoạch năm 2024", "target"),
    ("Ước thực hiện năm 2024", "actual"),
    ("Thực hiện năm 2023", "actual"),
    ("TH/KH (%)", "share"),
    ("So với cùng kỳ năm 2023 (%)", "change"),
]


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, list[tuple[str, str, str, int]]]:
    """A text with a table, and role, name, number and place of its figures."""
    columns = draw(st.permutations(COLUMNS))[: draw(st.integers(2, len(COLUMNS)))]
    layout = draw(st.sampled_from(LAYOUTS))
    table = [["TT", "Chỉ tiêu", "ĐVT", *(head for head, _ in columns)]]
    expected: list[tuple[str, str, str]] = []
    for number in range(1, draw(st.integers(2, 5)) + 1):
        name, (unit, _) = draw(NAMES), draw(UNITS)
        cells = [draw(NUMBERS) for _ in columns]
        table.append([str(number), name, unit, *cells])
        expected += [(role, name, cell) for (_, role), cell in zip(columns, cells, strict=True)]
    before = draw(st.sampled_from(["", "Biểu 1\n\n", "Kết quả thực hiện năm 2024.\n\n"]))
    text = before + layout(table) + draw(st.sampled_from(["", "\n\nNơi nhận: như trên."]))
    placed = []
    position = text.index(table[1][1])
    numbers = iter(expected)
    for row in table[1:]:
        position = text.index(row[1], position) + len(row[1])
        position = text.index(row[2], position) + len(row[2])
        for cell in row[3:]:
            position = text.index(cell, position)
            placed.append((*next(numbers), position))
            position += len(cell)
    return text, placed


class TestLaws:
    @given(tables())
    def test_the_known_cells_are_exactly_the_figures(self, made: tuple[str, list[tuple[str, str, str, int]]]) -> None:
        text, expected = made
        seen = [(row["role"], row["name"], row["quote"], row["start"]) for row in loads(text).to_records()]
        assert sorted(seen, key=lambda one: one[3] or 0) == expected

    @given(tables())
    def test_the_ledger_has_every_number(self, made: tuple[str, list[tuple[str, str, str, int]]]) -> None:
        text, _ = made
        ledger = loads(text).ledger
        assert [(e.start, e.end) for e in ledger] == [m.span() for m in re.finditer(r"[0-9]+(?:[.,][0-9]+)*", text)]
        assert ledger.unread == ()

    @given(st.text(alphabet="|\t\n 1,%aTHKỉ", max_size=300))
    def test_any_marks_are_read_without_an_error(self, text: str) -> None:
        assert len(loads(f"TT\tChỉ tiêu\tKế hoạch (%)\n{text}").ledger) == len(
            re.findall(r"[0-9]+(?:[.,][0-9]+)*", text)
        )


HOSTILE = [
    "|" * 200_000,
    "\t" * 200_000,
    " " * 200_000,
    "| a " * 20_000,
    "1\t" * 30_000,
    "x   1   " * 10_000,
    "|\n" * 30_000,
    "|\nx\n" * 15_000,
    "|\nTT\n|\nChỉ tiêu\n|\nKế hoạch\n|\n|\n1\n|\nx\n|\n5%\n|\n" * 1_000,
    "TT\tChỉ tiêu\tKế hoạch (%)\n" * 2_000,
    "| Chỉ tiêu | Kế hoạch (%) |\n| a | 5 |\n\n" * 1_000,
]


class TestHostileInput:
    @pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
    def test_costs_no_more_than_its_length(self, text: str) -> None:
        assert loads(text).text == text


NAMELESS = """Diện tích gieo trồng cây hàng năm quý I năm 2023

Thực hiện cùng kỳ năm trước
Ước thực hiện quý I năm 2023
Thực hiện so với cùng kỳ (%)
Diện tích gieo trồng (Ha)
Lúa đông xuân
2.450
2.610
106,5
Khoai lang
210
150
71,4
Sản lượng (Tấn)
Khoai lang
1.500
1.320
88,0
"""
IN_PARAGRAPHS = """Lượt khách tháng 9 và 9 tháng đầu năm 2018

Thực hiện
8 tháng
năm 2018

Ước tính tháng 9
năm 2018

So với cùng kỳ

năm 2017 (%)

Tháng 9
năm 2018

8 tháng
năm 2018

1. Lượt khách phục vụ (Lượt khách)

92.452

4.008

112,48

113,01

- Khách quốc tế

6.101

437

114,24

113,56

2. Lượt khách ngủ qua đêm

7.571

972

113,00

112,31
"""


class TestTablesWithoutAHeadOverTheNames:
    def test_rows_have_the_unit_of_the_heading_over_them(self) -> None:
        told = rows(NAMELESS)
        assert told[:3] == [
            "actual | Lúa đông xuân | 2450 | ha | 2022-Q1",
            "actual | Lúa đông xuân | 2610 | ha | 2023-Q1 | estimated",
            "change | Lúa đông xuân | 106.5 | % | ratio | 2023-Q1 | yoy | estimated",
        ]
        assert told[-3:-1] == [
            "actual | Khoai lang | 1500 | tấn | 2022-Q1",
            "actual | Khoai lang | 1320 | tấn | 2023-Q1 | estimated",
        ]

    def test_a_comparison_stands_over_the_times_that_it_is_of(self) -> None:
        told = rows(IN_PARAGRAPHS)
        assert told[:4] == [
            "actual | Lượt khách phục vụ | 92452 | lượt khách | 2018-01/2018-08",
            "actual | Lượt khách phục vụ | 4008 | lượt khách | 2018-09 | estimated",
            "change | Lượt khách phục vụ | 112.48 | % | ratio | 2018-09 | yoy | estimated",
            "change | Lượt khách phục vụ | 113.01 | % | ratio | 2018-01/2018-08 | yoy",
        ]
        assert told[4] == "actual | Khách quốc tế | 6101 | lượt khách | 2018-01/2018-08"
        assert len(told) == 12

    def test_a_column_of_units_may_repeat_them(self) -> None:
        text = (
            "Chỉ tiêu 6 tháng đầu năm 2021\n\nĐơn vị\ntính\n\nThực hiện\n5 tháng/2021\n\nƯớc\ntháng 6/2021\n\n"
            'Khách trong nước\n\nLượt khách\n\n260\n\n24\n\nKhách quốc tế\n\n"\n\n11\n\n16\n\nDoanh thu\n\nTỷ đồng\n\n120,5\n\n20,1\n'
        )
        assert [row.split(" | ")[3] for row in rows(text)] == ["lượt khách"] * 4 + ["tỷ đồng"] * 2

    def test_heads_that_do_not_fit_the_rows_give_nothing(self) -> None:
        assert rows(IN_PARAGRAPHS.replace("8 tháng\nnăm 2018\n\n1.", "1.")) == []

    def test_two_rows_are_no_table(self) -> None:
        text = "Năm 2021\n\nThực hiện\nKế hoạch\nLúa\n12\n13\nNgô\n14\n15\n"
        assert not [row for row in rows(text) if row.startswith("target")]


class TestTwoTablesSideBySide:
    TEXT = (
        "DỰ TOÁN THU, CHI NGÂN SÁCH XÃ NĂM 2021\nĐơn vị tính: 1000 đồng\n\n"
        "| Nội dung | Dự toán | Nội dung chi | Dự toán |\n|---|---|---|---|\n"
        "| Tổng số thu | 6.845.200 | Tổng số chi | 6.800.100 |\n| Thu bổ sung | 347.700 | Dự phòng | 136.900 |\n"
    )

    def test_each_half_is_read_by_itself(self) -> None:
        assert [row.rsplit(" | ", 3)[0] for row in rows(self.TEXT)] == [
            "target | Tổng số thu | 6845200",
            "target | Tổng số chi | 6800100",
            "target | Thu bổ sung | 347700",
            "target | Dự phòng | 136900",
        ]

    def test_the_unit_of_a_table_is_no_figure(self) -> None:
        assert claims(self.TEXT, Claim.UNIT) == ["1000"]

    def test_a_figure_that_ran_into_a_name_is_not_explained_away(self) -> None:
        text = self.TEXT.replace("| Thu bổ sung | 347.700 |", "| Thu bổ sung 347.700 | |")
        assert claims(text, Claim.UNREAD) == ["347.700"]


def test_lower_heads_behind_empty_cells_stand_under_the_last_head() -> None:
    text = (
        "Chỉ tiêu 9 tháng đầu năm 2020\n\n"
        "STT | Chỉ tiêu | Đơn vị tính | Năm 2019 | Kế hoạch năm 2020 | Ước TH 9 tháng | So sánh (%) |\n"
        " | | | | | | KH năm | Cùng kỳ |\n"
        "1 | Trồng rừng mới | ha | 850 | 900 | 712 | 79,1 | 106,0 |\n"
        "2 | Tạo việc làm mới | người | 210 | 250 | 180 | 72,0 | 92,5 |\n"
    )
    assert rows(text)[:5] == [
        "actual | Trồng rừng mới | 850 | ha | 2019",
        "target | Trồng rừng mới | 900 | ha | 2020 | plan",
        "actual | Trồng rừng mới | 712 | ha | 2020-01/2020-09 | estimated",
        "share | Trồng rừng mới | 79.1 | % | ratio | 2020-01/2020-09 | plan | estimated",
        "change | Trồng rừng mới | 106.0 | % | ratio | 2020-01/2020-09 | yoy | estimated",
    ]


class TestColumnsThatCount:
    def test_a_head_that_begins_with_what_it_counts(self) -> None:
        text = (
            "Kết quả rà soát hộ nghèo năm 2022 huyện Bắc Quang\n\n| STT | Xã | Hộ nghèo | Hộ cận nghèo |\n|---|---|---|---|\n"
            "| 1 | Xã Vĩnh Phúc | 96 | 110 |\n| 2 | Xã Đồng Yên | 121 | 98 |\n"
        )
        assert rows(text)[:2] == [
            "actual | Hộ nghèo | 96 | hộ nghèo | 2022",
            "actual | Hộ cận nghèo | 110 | hộ cận nghèo | 2022",
        ]

    def test_hamlets_are_part_of_the_name(self) -> None:
        text = (
            "KẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2022 của xã Hòa Bình\n\n| TT | Thôn | Diện tích lúa (ha) | Thu quỹ (triệu đồng) |\n"
            "|---|---|---|---|\n| 1 | Thôn Đông | 45,5 | 120 |\n| 2 | Thôn Đoài | 38 | 95 |\n| | Cộng | 83,5 | 215 |\n"
        )
        assert [row.split(" | ")[1] for row in rows(text)] == [
            "Thôn Đông diện tích lúa",
            "Thôn Đông thu quỹ",
            "Thôn Đoài diện tích lúa",
            "Thôn Đoài thu quỹ",
            "Diện tích lúa",
            "Thu quỹ",
        ]


class TestRowsUnderANumberedOne:
    TEXT = (
        "Các chỉ tiêu kinh tế - xã hội tỉnh Quảng Trị\n\n| | ĐVT | 2018 | 2019 |\n|---|---|---|---|\n"
        "| 1. Dân số trung bình | Người | 629734 | 633440 |\n| Thành thị | | 193247 | 196372 |\n| 2. Mật độ dân số | Ng/km2 | 133 | 135 |\n"
        "| Ghi chung | | 12 | 13 |\n"
    )

    def test_a_row_without_number_and_unit_details_the_one_above(self) -> None:
        told = rows(self.TEXT)
        assert "actual | Thành thị | 193247 | người | 2018" in told
        assert "actual | Mật độ dân số | 133 | người/km² | 2018" in told

    def test_without_numbers_the_unit_is_not_handed_on(self) -> None:
        text = self.TEXT.replace("1. ", "").replace("2. ", "")
        assert not [row for row in rows(text) if "Thành thị" in row]


def test_the_aim_of_a_congress_in_short() -> None:
    text = (
        "Thực hiện kế hoạch 5 năm 2016 - 2020\n\n| TT | Chỉ tiêu | ĐVT | MT ĐH | Thực hiện | |\n| | | | 2020 | 2016 | 2017 |\n|---|---|---|---|---|---|\n"
        "| 1 | Thu nhập bình quân đầu người | Tr.đ | 45 | 28 | 32 |\n| 2 | Tỷ lệ hộ nghèo | % | 3 | 7,1 | 5,8 |\n"
    )
    assert rows(text)[:2] == [
        "target | Thu nhập bình quân đầu người | 45 | triệu đồng | 2020 | plan",
        "actual | Thu nhập bình quân đầu người | 28 | triệu đồng | 2016",
    ]


def test_a_head_of_which_each_cell_stands_on_a_line() -> None:
    text = (
        "| Đơn vị hành chính | Thành phố Thủ Dầu Một |\nThành phố Bến Cát |\nHuyện Phú Giáo | ||\n|---|---|---|---|---|\n"
        "| Diện tích (km²) | 118,67 | 234,35 | 543 | ||\n| Dân số (người) | 336.705 | 355.663 | 95.433 | ||\n"
    )
    report = loads(text)
    assert [(row["value"], row["locality"]) for row in report.to_records()][:3] == [
        ("118.67", "Thành phố Thủ Dầu Một"),
        ("234.35", "Thành phố Bến Cát"),
        ("543", "Huyện Phú Giáo"),
    ]


_ASSIGNED = """| Mã | Chỉ tiêu | Đơn vị tính | Năm 2026 | Năm 2028 | {last} |
|---|---|---|---|---|---|
| KT01 | Tỷ lệ che phủ rừng | % | 48,5 | 49 | Phòng Kinh tế |
| KT02 | Doanh thu bán lẻ | Tỷ đồng | 300 | 370 | Phòng Kinh tế |
"""


@pytest.mark.parametrize(
    ("last", "role"), [("Chủ trì", "target"), ("Cơ quan phụ trách", "target"), ("Ghi chú", "actual")]
)
def test_a_table_that_says_who_answers_tells_what_is_aimed_at(last: str, role: str) -> None:
    found = loads("Báo cáo chỉ tiêu năm 2030\n\n" + _ASSIGNED.format(last=last)).to_records()
    assert [row["role"] for row in found] == [role] * 4


def test_who_answers_changes_nothing_where_heads_tell_plan_and_result_apart() -> None:
    text = _ASSIGNED.format(last="Chủ trì").replace("Năm 2026", "Thực hiện 2026").replace("Năm 2028", "Kế hoạch 2028")
    assert [row["role"] for row in loads("Báo cáo\n\n" + text).to_records()] == ["actual", "target"] * 2


def test_parts_of_a_sum_have_its_unit() -> None:
    text = """Kết quả thu ngân sách quý I năm 2024

| Nội dung | Dự toán năm 2024 | Thực hiện quý I | % DT |
|---|---|---|---|
| Tổng thu ngân sách (tỷ đồng) | 18.580 | 6.112 | 32,9 |
| 1. Thu nội địa | 16.380 | 5.530 | 33,8 |
| Trong đó: Thu tiền sử dụng đất | 3.200 | 1.110 | 34,7 |
| 2. Số doanh nghiệp nộp thuế | 2.200 | 2.140 | 97,3 |
"""
    levels = [(row["name"], row["unit"]) for row in loads(text).to_records() if row["role"] == "target"]
    assert levels == [
        ("Tổng thu ngân sách", "tỷ đồng"),
        ("Thu nội địa", "tỷ đồng"),
        ("Thu tiền sử dụng đất", "tỷ đồng"),
        ("Số doanh nghiệp nộp thuế", "doanh nghiệp"),
    ]


def test_plans_and_disbursements_of_places() -> None:
    text = """Tình hình giải ngân vốn đầu tư công đến 30/6/2023

| STT | Đơn vị | Kế hoạch vốn (triệu đồng) | Giải ngân (triệu đồng) | Tỷ lệ (%) |
|---|---|---|---|---|
| 1 | Huyện Bình Giang | 125.400 | 78.200 | 62,4 |
| 2 | Huyện Cẩm Giàng | 210.000 | 96.500 | 46,0 |
| | Tổng cộng | 335.400 | 174.700 | 52,1 |
"""
    found = loads(text).to_records()
    assert [(row["role"], row["name"], row["period"]) for row in found] == [
        ("target", "Kế hoạch vốn", "2023"),
        ("actual", "Giải ngân", "2023-H1"),
        ("actual", "Tỷ lệ", "2023-H1"),
    ] * 3
    assert [row["locality"] for row in found[::3]][:2] == ["Huyện Bình Giang", "Huyện Cẩm Giàng"]


def test_heads_with_short_years() -> None:
    text = """Các chỉ tiêu chủ yếu năm 2024

| Chỉ tiêu | ĐVT | KH23 | ƯTH23 | KH24 | So sánh (%) KH24/ƯTH23 |
|---|---|---|---|---|---|
| Thu nhập bình quân đầu người | Tr.đồng/năm | 35 | 35,4 | 38 | 107,3 |
"""
    found = loads(text).to_records()
    assert [(row["role"], row["period"], row["basis"], row["unit"]) for row in found] == [
        ("target", "2023", "plan", "triệu đồng/năm"),
        ("actual", "2023", None, "triệu đồng/năm"),
        ("target", "2024", "plan", "triệu đồng/năm"),
        ("change", "2024", "2023", "%"),
    ]
