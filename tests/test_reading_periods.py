"""Dates and periods as reports name them."""

from __future__ import annotations

from datetime import date

import pytest

from vnplan.loading import loads
from vnplan.reading.clean import fold
from vnplan.reading.periods import Mention, bare_year, read_periods


def mentions(text: str) -> list[Mention]:
    return read_periods(fold(text))


def only(text: str) -> Mention:
    (mention,) = mentions(text)
    return mention


class TestWordings:
    @pytest.mark.parametrize(
        ("text", "start", "end", "kind"),
        [
            ("năm 2023", (2023, 1, 1), (2023, 12, 31), "year"),
            ("cả năm 2023", (2023, 1, 1), (2023, 12, 31), "year"),
            ("năm tài chính 2023", (2023, 1, 1), (2023, 12, 31), "year"),
            ("cuối năm 2023", (2023, 1, 1), (2023, 12, 31), "year"),
            ("cả năm", (2022, 1, 1), (2022, 12, 31), "year"),
            ("quý I năm 2024", (2024, 1, 1), (2024, 3, 31), "quarter"),
            ("quý IV/2024", (2024, 10, 1), (2024, 12, 31), "quarter"),
            ("quý 2-2024", (2024, 4, 1), (2024, 6, 30), "quarter"),
            ("quí III năm 2024", (2024, 7, 1), (2024, 9, 30), "quarter"),
            ("quý III", (2022, 7, 1), (2022, 9, 30), "quarter"),
            ("quý I và quý II năm 2024", (2024, 1, 1), (2024, 6, 30), "quarter"),
            ("tháng 4 năm 2019", (2019, 4, 1), (2019, 4, 30), "month"),
            ("tháng 02/2024", (2024, 2, 1), (2024, 2, 29), "month"),
            ("tháng tư năm 2019", (2019, 4, 1), (2019, 4, 30), "month"),
            ("tháng giêng năm 2019", (2019, 1, 1), (2019, 1, 31), "month"),
            ("tháng chạp năm 2019", (2019, 12, 1), (2019, 12, 31), "month"),
            ("tháng mười hai năm 2019", (2019, 12, 1), (2019, 12, 31), "month"),
            ("tháng năm năm 2019", (2019, 5, 1), (2019, 5, 31), "month"),
            ("tháng 7", (2022, 7, 1), (2022, 7, 31), "month"),
            ("tháng 7, 8 và 9 năm 2022", (2022, 7, 1), (2022, 9, 30), "months"),
            ("6 tháng đầu năm 2021", (2021, 1, 1), (2021, 6, 30), "half"),
            ("6 tháng cuối năm 2021", (2021, 7, 1), (2021, 12, 31), "half"),
            ("sáu tháng đầu năm 2021", (2021, 1, 1), (2021, 6, 30), "half"),
            ("nửa đầu năm 2021", (2021, 1, 1), (2021, 6, 30), "half"),
            ("nửa cuối năm 2021", (2021, 7, 1), (2021, 12, 31), "half"),
            ("9 tháng đầu năm 2024", (2024, 1, 1), (2024, 9, 30), "months"),
            ("9 tháng năm 2024", (2024, 1, 1), (2024, 9, 30), "months"),
            ("9 tháng/2024", (2024, 1, 1), (2024, 9, 30), "months"),
            ("3 tháng cuối năm 2024", (2024, 10, 1), (2024, 12, 31), "months"),
            ("10 tháng đầu năm", (2022, 1, 1), (2022, 10, 31), "months"),
            ("giai đoạn 2021 - 2025", (2021, 1, 1), (2025, 12, 31), "years"),
            ("giai đoạn 2021–2025", (2021, 1, 1), (2025, 12, 31), "years"),
            ("nhiệm kỳ 2020-2025", (2020, 1, 1), (2025, 12, 31), "years"),
            ("từ năm 2021 đến năm 2025", (2021, 1, 1), (2025, 12, 31), "years"),
            ("năm học 2023 - 2024", (2023, 9, 1), (2024, 5, 31), "school_year"),
            ("niên khóa 2023-2024", (2023, 9, 1), (2024, 5, 31), "school_year"),
            ("vụ đông xuân 2023-2024", (2023, 1, 1), (2024, 12, 31), "years"),
            ("ngày 15 tháng 10 năm 2023", (2023, 10, 15), (2023, 10, 15), "day"),
            ("15/10/2023", (2023, 10, 15), (2023, 10, 15), "day"),
            ("ngày 05-11-2023", (2023, 11, 5), (2023, 11, 5), "day"),
            ("ngày 5.11.2023", (2023, 11, 5), (2023, 11, 5), "day"),
            ("sáng 11/1", (2022, 1, 11), (2022, 1, 11), "day"),  # its year is left to the context
            ("đến ngày 15/11/2023", (2023, 1, 1), (2023, 11, 15), "up_to"),
            ("tính đến hết ngày 15 tháng 11 năm 2023", (2023, 1, 1), (2023, 11, 15), "up_to"),
            ("tại thời điểm 01/4/2019", (2019, 4, 1), (2019, 4, 1), "day"),
            ("lũy kế đến tháng 9 năm 2023", (2023, 1, 1), (2023, 9, 30), "months"),
        ],
    )
    def test_days_and_kind(self, text: str, start: tuple[int, int, int], end: tuple[int, int, int], kind: str) -> None:
        period = only(text).resolve(2022)
        assert period is not None
        assert (period.start, period.end, period.kind) == (date(*start), date(*end), kind)

    @pytest.mark.parametrize(
        "text",
        [
            "ngày 32/01/2024",
            "ngày 15/13/2024",
            "tháng 13 năm 2024",
            "tháng 0",
            "13 tháng đầu năm 2024",
            "quý V năm 2024",
            "giai đoạn 2025 - 2021",
            "cho vay 12 tháng kể từ ngày nhận",
            "thời hạn 6 tháng",
            "trẻ dưới 24 tháng tuổi",
            "trên 6 tháng, chưa xong",
            "1.2023 tỷ",
            "tỷ lệ 2/5",
        ],
    )
    def test_what_is_none(self, text: str) -> None:
        assert [m for m in mentions(text) if m.kind != "year" or m.year != 2024] == []

    @pytest.mark.parametrize("text", ["ngày 31/02/2024", "ngày 30 tháng 02 năm 2023", "ngày 29/02/2023"])
    def test_a_day_that_never_was_has_no_days(self, text: str) -> None:
        assert only(text).resolve(None) is None

    def test_a_wording_without_a_year_needs_one(self) -> None:
        assert only("quý II").resolve(None) is None

    def test_in_order(self) -> None:
        text = "Năm 2023, so với năm 2022; quý I/2024 và ngày 5/3/2024"
        assert [m.year for m in mentions(text)] == [2023, 2022, 2024, 2024]


class TestWhatTheyDo:
    @pytest.mark.parametrize(
        ("text", "compared"),
        [
            ("tăng 5% so với năm 2022", True),
            ("tăng 5% so cùng kỳ năm 2022", True),
            ("theo giá so sánh năm 2010", True),
            ("bằng 98% cùng kỳ năm 2022", True),
            ("cùng thời điểm năm 2022", True),
            ("so với quý I năm 2022", True),
            ("tăng 5% trong năm 2022", False),
        ],
    )
    def test_what_something_is_compared_with(self, text: str, compared: bool) -> None:
        assert mentions(text)[-1].compared is compared

    @pytest.mark.parametrize(
        ("text", "limit"), [("đến năm 2030", True), ("trước năm 2030", True), ("trong năm 2030", False)]
    )
    def test_a_horizon(self, text: str, limit: bool) -> None:
        assert only(text).limit is limit

    @pytest.mark.parametrize(
        ("text", "frames"),
        [
            ("Năm 2023, thu ngân sách tăng", True),
            ("Trong quý I năm 2023, thu tăng", True),
            ("Tính chung 9 tháng năm 2023, thu tăng", True),
            ("- 6 tháng đầu năm 2023: thu tăng", True),
            ("thu ngân sách lũy kế 9 tháng năm 2023 tăng", True),
            ("thu ngân sách năm 2023 tăng", False),
        ],
    )
    def test_what_opens_its_clause_sets_the_time(self, text: str, frames: bool) -> None:
        assert only(text).frames is frames

    @pytest.mark.parametrize(
        ("text", "is_date"), [("15/10/2023", True), ("đến ngày 15/10/2023", True), ("tháng 10/2023", False)]
    )
    def test_days_are_dates(self, text: str, is_date: bool) -> None:
        assert only(text).is_date is is_date


class TestBareYears:
    @pytest.mark.parametrize("text", ["2019", "1986"])
    def test_a_year_alone(self, text: str) -> None:
        assert bare_year(text, 0, 4) == Mention(0, 4, "year", int(text))

    def test_compared(self) -> None:
        found = bare_year("so với 2019", 7, 11)
        assert found is not None
        assert found.compared

    @pytest.mark.parametrize(
        ("text", "start", "end"), [("3019", 0, 4), ("20195", 0, 5), ("1/2019", 2, 6), ("2019 tỷ", 0, 3)]
    )
    def test_what_is_none(self, text: str, start: int, end: int) -> None:
        assert bare_year(text, start, end) is None


def periods(text: str) -> list[str | None]:
    return [row["period"] for row in loads(text).to_records()]


class TestOfFigures:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            # the clause's own period before all others
            ("Năm 2023, quận thu được 50 tỷ đồng; quý I năm 2024 thu 12 tỷ đồng.", ["2023", "2024-Q1"]),
            # what a figure is compared with is not its period
            ("Năm 2023, thu ngân sách đạt 50 tỷ đồng, tăng 5% so với năm 2022.", ["2023", "2023"]),
            # of the paragraph
            ("Năm 2023, kinh tế ổn định. Thu ngân sách đạt 50 tỷ đồng.", ["2023"]),
            # of the headline
            ("KẾT QUẢ NĂM 2021\n\nThu ngân sách đạt 50 tỷ đồng.", ["2021"]),
            # a bracket speaks only for itself
            ("Năm 2023, thu ngân sách (năm 2022 là 45 tỷ đồng) đạt 50 tỷ đồng.", ["2022", "2023"]),
            # a date before which something stood
            ("Đến ngày 15/11/2023, giải ngân đạt 60%.", ["2023-01-01/2023-11-15"]),
            # since January
            ("Tháng 9 năm 2023, thu đạt 5 tỷ đồng; lũy kế từ đầu năm đạt 45 tỷ đồng.", ["2023-09", "2023-01/2023-09"]),
            # right behind the figure
            ("Tỷ lệ hộ nghèo là 5% năm 2021 và 3% năm 2023.", ["2021", "2023"]),
            # no time is named anywhere
            ("Thu ngân sách đạt 50 tỷ đồng.", [None]),
        ],
    )
    def test_nearest_first(self, text: str, expected: list[str | None]) -> None:
        assert periods(text) == expected

    @pytest.mark.parametrize(
        ("text", "main"),
        [
            ("Báo cáo tình hình tháng 10 và 10 tháng năm 2023\n\nThu đạt 5 tỷ đồng.", "2023-01/2023-10"),  # the widest
            ("Năm 2023, thu đạt 5 tỷ đồng, so với năm 2022 tăng 5%.", "2023"),
            ("Thu đạt 5 tỷ đồng, tăng 5% so với cùng kỳ năm 2022.", "2023"),  # the year after
            ("Nhiệm kỳ 2020 - 2025, thu đạt 5 tỷ đồng.", "2020/2025"),
            ("Thu đạt 5 tỷ đồng.", None),
            ("6 tháng đầu năm, thu đạt 5 tỷ đồng.", None),  # of which year?
            ("Ngày 15/3/2023, họp giao ban.", "2023"),
            ("Kế hoạch đến năm 2030.", "2030"),
        ],
    )
    def test_main_period_of_a_text(self, text: str, main: str | None) -> None:
        period = loads(text).period
        assert (None if period is None else str(period)) == main
