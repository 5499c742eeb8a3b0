"""Periods as reports name them (kỳ báo cáo): quý I năm 2024, 6 tháng đầu năm 2021."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from vnplan.errors import InvalidValueError
from vnplan.formatting.dates import format_date, month_name, padded_month
from vnplan.formatting.locales import Locale, Words, pick
from vnplan.model.period import Period, PeriodKind

if TYPE_CHECKING:
    from collections.abc import Callable

PeriodStyle = Literal["long", "short"]

_ROMAN = ("", "I", "II", "III", "IV")
_ORDINALS = ("", "first", "second", "third", "fourth")
_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@frozen
class _Wording:
    long: Words
    short: Words


def format_period(period: Period, *, style: PeriodStyle = "long", locale: Locale = "vi") -> str:
    """A period in words (kỳ): ``quý I năm 2024``; short ``quý I/2024``.

    A period is named by its kind where its days agree with that kind, else by its two days.
    A run of years is a term (nhiệm kỳ) where it was read as one, else a stage (giai đoạn).
    English: "the first quarter of 2024", "Q1 2024".

    Raises:
        InvalidValueError: The style or the locale is unknown.
    """
    wording = _NAMED[period.kind](period) or _days_named(period)
    if style == "long":
        return pick(wording.long, locale)
    if style == "short":
        return pick(wording.short, locale)
    raise InvalidValueError("style", style, "'long' or 'short'")


def _year(period: Period) -> _Wording | None:
    if not period.is_year:
        return None
    year = period.start.year
    return _Wording((f"năm {year}", f"{year}"), (f"{year}", f"{year}"))


def _half(period: Period) -> _Wording | None:
    year, half = period.start.year, (period.start.month + 5) // 6
    if period != Period.half(year, half):
        return None
    vietnamese = f"6 tháng {('đầu', 'cuối')[half - 1]} năm {year}"
    return _Wording((vietnamese, f"the {_ORDINALS[half]} half of {year}"), (vietnamese, f"H{half} {year}"))


def _quarter(period: Period) -> _Wording | None:
    year, quarter = period.start.year, (period.start.month + 2) // 3
    if period != Period.quarter(year, quarter):
        return None
    return _Wording(
        (f"quý {_ROMAN[quarter]} năm {year}", f"the {_ORDINALS[quarter]} quarter of {year}"),
        (f"quý {_ROMAN[quarter]}/{year}", f"Q{quarter} {year}"),
    )


def _month(period: Period) -> _Wording | None:
    start = period.start
    if period.whole_months != 1:
        return None
    month = padded_month(start.month)
    return _Wording(
        (f"tháng {month} năm {start.year}", f"{month_name(start.month)} {start.year}"),
        (f"tháng {month}/{start.year}", f"{month_name(start.month, short=True)} {start.year}"),
    )


def _months(period: Period) -> _Wording | None:
    count = period.whole_months
    if count is None or count == 1:
        return _month(period)
    if period.start.month == 1 and count <= 12:
        return _first_months(period.start.year, count)
    return _month_run(period)


def _first_months(year: int, count: int) -> _Wording:
    """Up to half a year "đầu năm" is said; nine months of a year speak for themselves."""
    vietnamese = f"{count} tháng {'đầu ' if count <= 6 else ''}năm {year}"
    return _Wording((vietnamese, f"the first {_COUNTS[count]} months of {year}"), (vietnamese, f"{count}M {year}"))


def _month_run(period: Period) -> _Wording:
    start, end = period.start, period.end
    first, last = padded_month(start.month), padded_month(end.month)
    names = month_name(start.month), month_name(end.month)
    one_year = start.year == end.year
    return _Wording(
        (
            f"từ tháng {first}{'' if one_year else f' năm {start.year}'} đến tháng {last} năm {end.year}",
            f"{names[0]}{'' if one_year else f' {start.year}'} to {names[1]} {end.year}",
        ),
        (
            f"tháng {first}{'' if one_year else f'/{start.year}'} – {last}/{end.year}",
            f"{names[0][:3]}{'' if one_year else f' {start.year}'} – {names[1][:3]} {end.year}",
        ),
    )


def _years(period: Period) -> _Wording | None:
    first, last = period.start.year, period.end.year
    if first == last or period != Period.years(first, last):
        return _year(period)
    span, english = f"{first} – {last}", f"{first}–{last}"
    if "nhiệm kỳ" in (period.wording or "").lower():
        return _Wording((f"nhiệm kỳ {span}", f"the {english} term"), (span, english))
    return _Wording((f"giai đoạn {span}", f"the {english} period"), (span, english))


def _school_year(period: Period) -> _Wording | None:
    year = period.start.year
    if period != Period.school_year(year):
        return None
    vietnamese, english = f"năm học {year} – {year + 1}", f"{year}–{year + 1} school year"
    return _Wording((vietnamese, f"the {english}"), (vietnamese, english))


def _up_to(period: Period) -> _Wording | None:
    if period.start != date(period.end.year, 1, 1):
        return None
    return _Wording(
        (f"tính đến {format_date(period.end)}", f"the year up to {format_date(period.end, locale='en')}"),
        (
            f"đến {format_date(period.end, style='short')}",
            f"up to {format_date(period.end, style='short', locale='en')}",
        ),
    )


def _days_named(period: Period) -> _Wording:
    start, end = period.start, period.end
    if start == end:
        return _Wording(
            (format_date(start), format_date(start, locale="en")),
            (format_date(start, style="short"), format_date(start, style="short", locale="en")),
        )
    return _Wording(
        (
            f"từ {format_date(start)} đến {format_date(end)}",
            f"{format_date(start, locale='en')} to {format_date(end, locale='en')}",
        ),
        (
            f"{format_date(start, style='short')} – {format_date(end, style='short')}",
            f"{format_date(start, style='short', locale='en')} – {format_date(end, style='short', locale='en')}",
        ),
    )


_NAMED: dict[PeriodKind, Callable[[Period], _Wording | None]] = {
    PeriodKind.YEAR: _year,
    PeriodKind.HALF: _half,
    PeriodKind.QUARTER: _quarter,
    PeriodKind.MONTH: _month,
    PeriodKind.MONTHS: _months,
    PeriodKind.YEARS: _years,
    PeriodKind.SCHOOL_YEAR: _school_year,
    PeriodKind.UP_TO: _up_to,
    PeriodKind.DAY: _days_named,
}
