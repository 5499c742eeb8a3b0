"""Dates as administrative documents write them (ngày, tháng, năm)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from vnplan.errors import InvalidValueError
from vnplan.formatting.cldr import date_in, weekday_in
from vnplan.formatting.locales import capitalised

if TYPE_CHECKING:
    from datetime import date

DateStyle = Literal["long", "short", "full"]
"""With words, with figures alone, or with words and the day of the week."""

_STYLES = ("long", "short", "full")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def format_date(day: date, *, style: DateStyle = "long", locale: str = "vi") -> str:
    """A date (ngày tháng năm): ``ngày 05 tháng 7 năm 2023``; short ``05/7/2023``.

    Days below 10 and the months 1 and 2 take a leading zero, since they could be forged into
    others; no other month does (Decree 30/2020/NĐ-CP, appendix I). English puts the day first
    too: "5 July 2023".

    Args:
        day: The date.
        style: long, short, or full with the day of the week: ``Thứ Tư, ngày 05 tháng 7 năm 2023``.
        locale: "vi", "en", or any other locale of the Unicode data.

    Raises:
        InvalidValueError: The style or the locale is unknown.
    """
    if style not in _STYLES:
        raise InvalidValueError("style", style, "'long', 'short' or 'full'")
    if locale == "vi":
        return _vietnamese(day, style)
    return _english(day, style) if locale == "en" else date_in(day, style, locale)


def padded_month(month: int) -> str:
    """The number of a month, with a leading zero where Decree 30/2020/NĐ-CP wants one."""
    return f"{month:02}" if month < 3 else str(month)


def month_name(month: int, *, short: bool = False) -> str:
    """The English name of a month, or its first three letters."""
    name = _MONTHS[month - 1]
    return name[:3] if short else name


def _vietnamese(day: date, style: DateStyle) -> str:
    if style == "short":
        return f"{day.day:02}/{padded_month(day.month)}/{day.year}"
    written = f"ngày {day.day:02} tháng {padded_month(day.month)} năm {day.year}"
    return written if style == "long" else f"{capitalised(weekday_in(day, 'vi'))}, {written}"


def _english(day: date, style: DateStyle) -> str:
    written = f"{day.day} {month_name(day.month, short=style == 'short')} {day.year}"
    return f"{weekday_in(day, 'en')}, {written}" if style == "full" else written
