"""What the Unicode locale data knows (dữ liệu CLDR): the only module that imports babel, on first use."""

from __future__ import annotations

from copy import copy
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from vnplan.errors import InvalidValueError
from vnplan.model.interval import exact

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale as CldrLocale


def decimal_in(value: Decimal, locale: str) -> str:
    """The number with the marks of any CLDR locale, digits as they are."""
    places = max(0, -int(value.as_tuple().exponent))
    known = _locale(locale)
    pattern = copy(known.decimal_formats[None])
    pattern.frac_prec = (places, places)
    with localcontext(exact()):  # babel rounds in the caller's context
        return str(pattern.apply(value, known))


def date_in(day: date, style: str, locale: str) -> str:
    """The date in a style of any CLDR locale: short, long or full."""
    from babel.dates import format_date

    return format_date(day, style, locale=_locale(locale))


def weekday_in(day: date, locale: str) -> str:
    """The name of the day of the week."""
    from babel.dates import format_date

    return format_date(day, "EEEE", locale=_locale(locale))


def _locale(name: str) -> CldrLocale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(name, sep="-" if "-" in name else "_")
    except (UnknownLocaleError, ValueError, TypeError) as error:
        raise InvalidValueError("locale", name, "'vi', 'en' or another locale of the Unicode data") from error
