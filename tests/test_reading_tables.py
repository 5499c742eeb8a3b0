"""Tables: the head of a column says what its figures are, the row what they measure."""

from __future__ import annotations

import pytest

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
