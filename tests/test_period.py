"""Period."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from vnplan.errors import InvalidValueError
from vnplan.model.period import Period, PeriodKind, last_day

if TYPE_CHECKING:
    from collections.abc import Callable


class TestMaking:
    @pytest.mark.parametrize(
        ("period", "start", "end", "kind", "canonical"),
        [
            (Period.year(2023), (2023, 1, 1), (2023, 12, 31), "year", "2023"),
            (Period.half(2021, 1), (2021, 1, 1), (2021, 6, 30), "half", "2021-H1"),
            (Period.half(2021, 2), (2021, 7, 1), (2021, 12, 31), "half", "2021-H2"),
            (Period.quarter(2024, 1), (2024, 1, 1), (2024, 3, 31), "quarter", "2024-Q1"),
            (Period.quarter(2024, 4), (2024, 10, 1), (2024, 12, 31), "quarter", "2024-Q4"),
            (Period.month(2019, 4), (2019, 4, 1), (2019, 4, 30), "month", "2019-04"),
            (Period.month(2024, 2), (2024, 2, 1), (2024, 2, 29), "month", "2024-02"),  # a leap year
            (Period.months(2024, 9), (2024, 1, 1), (2024, 9, 30), "months", "2024-01/2024-09"),
            (Period.months(2024, 3), (2024, 1, 1), (2024, 3, 31), "months", "2024-Q1"),  # equal to the quarter
            (Period.months(2024, 12), (2024, 1, 1), (2024, 12, 31), "months", "2024"),
            (Period.month_range(2023, 11, 2024, 2), (2023, 11, 1), (2024, 2, 29), "months", "2023-11/2024-02"),
            (Period.years(2020, 2025), (2020, 1, 1), (2025, 12, 31), "years", "2020/2025"),
            (Period.years(2023, 2023), (2023, 1, 1), (2023, 12, 31), "years", "2023"),
            (Period.school_year(2023), (2023, 9, 1), (2024, 5, 31), "school_year", "SY2023"),
            (Period.up_to(date(2024, 11, 15)), (2024, 1, 1), (2024, 11, 15), "up_to", "2024-01-01/2024-11-15"),
            (Period.up_to(date(2024, 9, 30)), (2024, 1, 1), (2024, 9, 30), "up_to", "2024-01/2024-09"),
            (Period.at(date(2024, 11, 15)), (2024, 11, 15), (2024, 11, 15), "day", "2024-11-15"),
            (Period(date(2024, 4, 1), date(2024, 9, 30)), (2024, 4, 1), (2024, 9, 30), "up_to", "2024-04/2024-09"),
        ],
    )
    def test_days_kind_and_canonical_form(
        self, period: Period, start: tuple[int, int, int], end: tuple[int, int, int], kind: str, canonical: str
    ) -> None:
        assert (period.start, period.end) == (date(*start), date(*end))
        assert (period.kind, str(period)) == (kind, canonical)

    @pytest.mark.parametrize(
        ("make", "field", "value"),
        [
            (lambda: Period.year(1899), "year", 1899),
            (lambda: Period.year(2201), "year", 2201),
            (lambda: Period.half(2023, 3), "half", 3),
            (lambda: Period.quarter(2023, 0), "quarter", 0),
            (lambda: Period.quarter(2023, 5), "quarter", 5),
            (lambda: Period.month(2023, 13), "month", 13),
            (lambda: Period.months(2023, 0), "month", 0),
            (lambda: Period.month_range(2023, 5, 2201, 4), "year", 2201),
            (lambda: Period.years(1899, 2000), "first", 1899),
            (lambda: Period.years(2000, 2201), "last", 2201),
            (lambda: Period.years(2025, 2020), "end", date(2020, 12, 31)),  # the wrong way round
            (lambda: Period.month_range(2023, 5, 2023, 4), "end", date(2023, 4, 30)),
            (lambda: Period(date(2023, 1, 2), date(2023, 1, 1)), "end", date(2023, 1, 1)),
        ],
    )
    def test_refuses_what_is_no_period(self, make: Callable[[], Period], field: str, value: Any) -> None:
        with pytest.raises(InvalidValueError) as caught:
            make()
        assert (caught.value.field, caught.value.value) == (field, value)


class TestOf:
    @pytest.mark.parametrize(
        ("text", "canonical"),
        [
            ("năm 2023", "2023"),
            ("quý I năm 2024", "2024-Q1"),
            ("9 tháng đầu năm 2024", "2024-01/2024-09"),
            ("tháng 4 năm 2019", "2019-04"),
            ("nhiệm kỳ 2020 – 2025", "2020/2025"),
        ],
    )
    def test_reads_vietnamese_text(self, text: str, canonical: str) -> None:
        assert str(Period.of(text)) == canonical

    @pytest.mark.parametrize(
        "canonical",
        [
            "2023",
            "2024-Q1",
            "2021-H1",
            "2024-01/2024-09",
            "2019-04",
            "2020/2025",
            "SY2023",
            "2024-01-01/2024-11-15",
            "2024-11-15",
        ],
    )
    def test_reads_its_own_canonical_form(self, canonical: str) -> None:
        assert str(Period.of(canonical)) == canonical


class TestEquality:
    def test_is_by_days(self) -> None:
        assert Period.quarter(2024, 1) == Period.months(2024, 3) == Period.up_to(date(2024, 3, 31))
        assert Period.quarter(2024, 1) != Period.quarter(2024, 2)

    def test_wording_is_compared_apart(self) -> None:
        assert Period.quarter(2024, 1).same_wording(Period.quarter(2024, 1))
        assert not Period.quarter(2024, 1).same_wording(Period.months(2024, 3))

    def test_periods_have_no_order(self) -> None:
        with pytest.raises(TypeError):
            _ = Period.year(2023) < Period.year(2024)  # type: ignore[operator]


class TestRelations:
    def test_contains(self) -> None:
        year = Period.year(2024)
        assert year.contains(Period.quarter(2024, 1))
        assert year.contains(year)
        assert not year.contains(Period.quarter(2023, 4))
        assert not Period.quarter(2024, 1).contains(year)

    @pytest.mark.parametrize(
        ("period", "days", "months"),
        [
            (Period.year(2024), 366, 12),
            (Period.year(2023), 365, 12),
            (Period.quarter(2024, 1), 91, 3),
            (Period.school_year(2023), 274, 9),
            (Period.up_to(date(2024, 11, 15)), 320, None),
            (Period(date(2024, 1, 2), date(2024, 1, 31)), 30, None),
            (Period.at(date(2024, 11, 15)), 1, None),
        ],
    )
    def test_length(self, period: Period, days: int, months: int | None) -> None:
        assert (period.days, period.whole_months) == (days, months)

    @pytest.mark.parametrize(
        ("period", "before"),
        [
            (Period.quarter(2024, 1), "2023-Q1"),
            (Period.month(2024, 2), "2023-02"),  # the month ends on another day
            (Period.month(2025, 2), "2024-02"),
            (Period.up_to(date(2024, 11, 15)), "2023-01-01/2023-11-15"),
            (Period.at(date(2024, 2, 29)), "2023-02-28"),
            (Period.school_year(2023), "SY2022"),
            (Period.years(2021, 2025), "2020/2024"),
        ],
    )
    def test_year_before(self, period: Period, before: str) -> None:
        earlier = period.year_before()
        assert (str(earlier), earlier.kind) == (before, period.kind)

    def test_is_year(self) -> None:
        assert Period.months(2024, 12).is_year
        assert not Period.years(2024, 2025).is_year
        assert not Period.quarter(2024, 1).is_year


def test_last_day() -> None:
    assert last_day(2024, 2) == date(2024, 2, 29)
    assert last_day(2023, 12) == date(2023, 12, 31)


def test_kinds_are_words() -> None:
    assert all(kind == kind.lower() for kind in PeriodKind)
