"""Stretches of time that figures are about (kỳ báo cáo)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import StrEnum

from attrs import field, frozen

from vnplan.errors import InvalidValueError
from vnplan.model.checked import checked
from vnplan.model.shown import short

_FIRST_YEAR, _LAST_YEAR = 1900, 2200


class PeriodKind(StrEnum):
    """How the text names a period."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    MONTHS = "months"
    """The first n months of a year, or a run of months."""
    YEARS = "years"
    """A term or stage, inclusive of both years."""
    SCHOOL_YEAR = "school_year"
    UP_TO = "up_to"
    """From the start of the year up to a date."""
    DAY = "day"


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


@frozen(order=False, field_transformer=checked)
class Period:
    """A stretch of whole days (kỳ): year, quarter, first n months, term, a date.

    Equality is by first and last day: "quý I" and "3 tháng đầu năm" are one period.
    ``str(period)`` is the canonical form: ``2023``, ``2024-Q1``, ``2021-H1``,
    ``2024-01/2024-09``, ``2019-04``, ``2020/2025``, ``SY2023``,
    ``2024-01-01/2024-11-15``, ``2024-11-15``.

    Attributes:
        start: First day.
        end: Last day, inclusive.
        kind: How the text names it; no part of equality.
        wording: As printed, where it was read; no part of equality.

    Raises:
        InvalidValueError: The last day lies before the first.
    """

    start: date
    end: date
    kind: PeriodKind = field(default=PeriodKind.UP_TO, eq=False, kw_only=True)
    wording: str | None = field(default=None, eq=False, kw_only=True, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise InvalidValueError("end", self.end, f"a day not before {self.start}")

    # --- constructors ----------------------------------------------------------------------------

    @classmethod
    def of(cls, text: str) -> Period:
        """Read a period from Vietnamese text or its canonical form: ``Period.of("quý I năm 2024")``.

        Raises:
            ParseError: The text names no period that can be placed in time.
        """
        from vnplan.parsing import parse_period

        return parse_period(text)

    @classmethod
    def year(cls, year: int) -> Period:
        """A calendar year, which is the fiscal year too (năm 2023).

        Raises:
            InvalidValueError: The year is none from 1900 to 2200.
        """
        _check("year", year, _FIRST_YEAR, _LAST_YEAR)
        return cls(date(year, 1, 1), date(year, 12, 31), kind=PeriodKind.YEAR)

    @classmethod
    def half(cls, year: int, half: int) -> Period:
        """The first or second half of a year (6 tháng đầu năm, 6 tháng cuối năm).

        Raises:
            InvalidValueError: `half` is neither 1 nor 2, or a year is none from 1900 to 2200.
        """
        _check("half", half, 1, 2)
        return cls._run(year, 6 * half - 5, year, 6 * half, PeriodKind.HALF)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """A quarter (quý I … quý IV).

        Raises:
            InvalidValueError: `quarter` is none from 1 to 4, or a year is none from 1900 to 2200.
        """
        _check("quarter", quarter, 1, 4)
        return cls._run(year, 3 * quarter - 2, year, 3 * quarter, PeriodKind.QUARTER)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A month (tháng 4 năm 2019).

        Raises:
            InvalidValueError: `month` is none from 1 to 12, or a year is none from 1900 to 2200.
        """
        return cls._run(year, month, year, month, PeriodKind.MONTH)

    @classmethod
    def months(cls, year: int, count: int) -> Period:
        """The first `count` months of a year (9 tháng đầu năm 2024).

        Raises:
            InvalidValueError: `count` is none from 1 to 12, or a year is none from 1900 to 2200.
        """
        return cls._run(year, 1, year, count, PeriodKind.MONTHS)

    @classmethod
    def month_range(cls, start_year: int, start_month: int, end_year: int, end_month: int) -> Period:
        """A run of whole months.

        Raises:
            InvalidValueError: A month is none from 1 to 12, a year is none from 1900 to 2200, or the end lies before the start.
        """
        return cls._run(start_year, start_month, end_year, end_month, PeriodKind.MONTHS)

    @classmethod
    def years(cls, first: int, last: int) -> Period:
        """A term or stage, inclusive of both years (nhiệm kỳ 2020 – 2025, giai đoạn 2021-2025).

        Raises:
            InvalidValueError: `last` lies before `first`, or a year is none from 1900 to 2200.
        """
        _check("first", first, _FIRST_YEAR, _LAST_YEAR)
        _check("last", last, _FIRST_YEAR, _LAST_YEAR)
        return cls(date(first, 1, 1), date(last, 12, 31), kind=PeriodKind.YEARS)

    @classmethod
    def school_year(cls, year: int) -> Period:
        """The school year that begins in `year`: September to May (năm học 2023-2024).

        Raises:
            InvalidValueError: It begins or ends in no year from 1900 to 2200.
        """
        return cls._run(year, 9, year + 1, 5, PeriodKind.SCHOOL_YEAR)

    @classmethod
    def up_to(cls, day: date) -> Period:
        """From 1 January up to a day (tính đến ngày 15/11/2024)."""
        return cls(date(day.year, 1, 1), day, kind=PeriodKind.UP_TO)

    @classmethod
    def at(cls, day: date) -> Period:
        """One day (tại thời điểm 31/12/2024)."""
        return cls(day, day, kind=PeriodKind.DAY)

    @classmethod
    def _run(cls, start_year: int, start_month: int, end_year: int, end_month: int, kind: PeriodKind) -> Period:
        for year in (start_year, end_year):
            _check("year", year, _FIRST_YEAR, _LAST_YEAR)
        for month in (start_month, end_month):
            _check("month", month, 1, 12)
        return cls(date(start_year, start_month, 1), last_day(end_year, end_month), kind=kind)

    # --- relations -------------------------------------------------------------------------------

    def same_wording(self, other: Period) -> bool:
        """Whether both are the same days named the same way."""
        return self == other and self.kind is other.kind

    def contains(self, other: Period) -> bool:
        """Whether every day of `other` lies in this period."""
        return self.start <= other.start and other.end <= self.end

    @property
    def days(self) -> int:
        """Number of days, both ends counted."""
        return (self.end - self.start).days + 1

    @property
    def whole_months(self) -> int | None:
        """Number of months where the period begins and ends with one; else None."""
        if self.start.day != 1 or self.end != last_day(self.end.year, self.end.month):
            return None
        return 12 * (self.end.year - self.start.year) + self.end.month - self.start.month + 1

    def year_before(self) -> Period:
        """The same stretch one year earlier (cùng kỳ năm trước)."""
        return Period(_shift_year(self.start), _shift_year(self.end), kind=self.kind)

    @property
    def is_year(self) -> bool:
        """Whether this is one calendar year."""
        return self == Period(date(self.start.year, 1, 1), date(self.start.year, 12, 31))

    def __str__(self) -> str:
        start, end = self.start, self.end
        months = self.whole_months
        if months is None:
            return str(start) if start == end else f"{start}/{end}"
        if months == 9 and start.month == 9:
            return f"SY{start.year}"
        if months % 12 == 0 and start.month == 1:
            return str(start.year) if months == 12 else f"{start.year}/{end.year}"
        if months == 1:
            return f"{start:%Y-%m}"
        if months == 3 and start.month % 3 == 1:
            return f"{start.year}-Q{start.month // 3 + 1}"
        if months == 6 and start.month in (1, 7):
            return f"{start.year}-H{start.month // 6 + 1}"
        return f"{start:%Y-%m}/{end:%Y-%m}"

    __repr__ = short


def _shift_year(day: date) -> date:
    """The same day a year earlier; month ends stay month ends."""
    if day == last_day(day.year, day.month):
        return last_day(day.year - 1, day.month)
    return day.replace(year=day.year - 1)


def _check(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise InvalidValueError(name, value, f"a whole number from {least} to {most}")
