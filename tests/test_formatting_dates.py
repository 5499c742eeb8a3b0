"""Dates and periods as administrative documents write them."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from vnplan.errors import InvalidValueError
from vnplan.formatting import format_date, format_period
from vnplan.model.period import Period, PeriodKind


class TestFormatDate:
    """Leading zeros for days below 10 and for the months 1 and 2 (Decree 30/2020/NĐ-CP, appendix I)."""

    @pytest.mark.parametrize(
        ("day", "long", "short"),
        (
            (date(2023, 1, 5), "ngày 05 tháng 01 năm 2023", "05/01/2023"),
            (date(2023, 7, 5), "ngày 05 tháng 7 năm 2023", "05/7/2023"),
            (date(2023, 2, 12), "ngày 12 tháng 02 năm 2023", "12/02/2023"),
            (date(2023, 3, 31), "ngày 31 tháng 3 năm 2023", "31/3/2023"),
            (date(2023, 11, 10), "ngày 10 tháng 11 năm 2023", "10/11/2023"),
        ),
    )
    def test_vietnamese(self, day: date, long: str, short: str) -> None:
        assert format_date(day) == long
        assert format_date(day, style="short") == short

    def test_day_of_the_week(self) -> None:
        assert format_date(date(2023, 4, 1), style="full") == "Thứ Bảy, ngày 01 tháng 4 năm 2023"
        assert format_date(date(2023, 4, 1), style="full", locale="en") == "Saturday, 1 April 2023"

    def test_english(self) -> None:
        assert format_date(date(2023, 7, 5), locale="en") == "5 July 2023"
        assert format_date(date(2023, 9, 5), style="short", locale="en") == "5 Sep 2023"

    def test_other_locales_go_through_babel(self) -> None:
        assert format_date(date(2023, 7, 5), locale="fr") == "5 juillet 2023"

    def test_unknown_style(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            format_date(date(2023, 7, 5), style="medium")  # type: ignore[arg-type]
        assert caught.value.field == "style"


class TestFormatPeriod:
    """Every kind, in both lengths and both languages."""

    @pytest.mark.parametrize(
        ("period", "long", "short", "english", "english_short"),
        (
            (Period.year(2023), "năm 2023", "2023", "2023", "2023"),
            (Period.half(2021, 1), "6 tháng đầu năm 2021", "6 tháng đầu năm 2021", "the first half of 2021", "H1 2021"),
            (
                Period.half(2021, 2),
                "6 tháng cuối năm 2021",
                "6 tháng cuối năm 2021",
                "the second half of 2021",
                "H2 2021",
            ),
            (Period.quarter(2024, 1), "quý I năm 2024", "quý I/2024", "the first quarter of 2024", "Q1 2024"),
            (Period.quarter(2024, 4), "quý IV năm 2024", "quý IV/2024", "the fourth quarter of 2024", "Q4 2024"),
            (Period.month(2019, 4), "tháng 4 năm 2019", "tháng 4/2019", "April 2019", "Apr 2019"),
            (Period.month(2019, 1), "tháng 01 năm 2019", "tháng 01/2019", "January 2019", "Jan 2019"),
            (
                Period.months(2024, 9),
                "9 tháng năm 2024",
                "9 tháng năm 2024",
                "the first nine months of 2024",
                "9M 2024",
            ),
            (
                Period.months(2024, 3),
                "3 tháng đầu năm 2024",
                "3 tháng đầu năm 2024",
                "the first three months of 2024",
                "3M 2024",
            ),
            (
                Period.months(2024, 1),  # a run of one month is that month
                "tháng 01 năm 2024",
                "tháng 01/2024",
                "January 2024",
                "Jan 2024",
            ),
            (
                Period.month_range(2024, 3, 2024, 5),
                "từ tháng 3 đến tháng 5 năm 2024",
                "tháng 3 – 5/2024",
                "March to May 2024",
                "Mar – May 2024",
            ),
            (
                Period.month_range(2023, 12, 2024, 2),
                "từ tháng 12 năm 2023 đến tháng 02 năm 2024",
                "tháng 12/2023 – 02/2024",
                "December 2023 to February 2024",
                "Dec 2023 – Feb 2024",
            ),
            (
                Period.years(2023, 2023),  # a run of one year is that year
                "năm 2023",
                "2023",
                "2023",
                "2023",
            ),
            (
                Period.years(2021, 2025),
                "giai đoạn 2021 – 2025",
                "2021 – 2025",
                "the 2021–2025 period",
                "2021–2025",
            ),
            (
                evolve(Period.years(2020, 2025), wording="Nhiệm kỳ 2020 - 2025"),
                "nhiệm kỳ 2020 – 2025",
                "2020 – 2025",
                "the 2020–2025 term",
                "2020–2025",
            ),
            (
                Period.school_year(2023),
                "năm học 2023 – 2024",
                "năm học 2023 – 2024",
                "the 2023–2024 school year",
                "2023–2024 school year",
            ),
            (
                Period.up_to(date(2024, 11, 15)),
                "tính đến ngày 15 tháng 11 năm 2024",
                "đến 15/11/2024",
                "the year up to 15 November 2024",
                "up to 15 Nov 2024",
            ),
            (
                Period.at(date(2024, 12, 31)),
                "ngày 31 tháng 12 năm 2024",
                "31/12/2024",
                "31 December 2024",
                "31 Dec 2024",
            ),
            (
                Period(date(2023, 12, 15), date(2024, 1, 14)),
                "từ ngày 15 tháng 12 năm 2023 đến ngày 14 tháng 01 năm 2024",
                "15/12/2023 – 14/01/2024",
                "15 December 2023 to 14 January 2024",
                "15 Dec 2023 – 14 Jan 2024",
            ),
        ),
        ids=lambda one: str(one) if isinstance(one, Period) else "",
    )
    def test_words(self, period: Period, long: str, short: str, english: str, english_short: str) -> None:
        assert format_period(period) == long
        assert format_period(period, style="short") == short
        assert format_period(period, locale="en") == english
        assert format_period(period, style="short", locale="en") == english_short

    @pytest.mark.parametrize("kind", list(PeriodKind))
    def test_days_that_do_not_fit_the_kind_are_told_as_days(self, kind: PeriodKind) -> None:
        odd = Period(date(2024, 1, 2), date(2024, 1, 9), kind=kind)
        assert format_period(odd, style="short") == "02/01/2024 – 09/01/2024"

    def test_unknown_style(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            format_period(Period.year(2023), style="full")  # type: ignore[arg-type]
        assert caught.value.field == "style"
