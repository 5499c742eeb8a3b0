"""Numbers as Vietnamese documents print them (chữ số, dấu phân cách).

A dot stands between groups of three digits, a comma before the decimals (Law on Accounting
88/2015/QH13, article 11). Digits are never rounded unless the caller says to how many.
"""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal

from vnplan.errors import InvalidValueError
from vnplan.formatting.cldr import decimal_in
from vnplan.formatting.locales import Locale, is_vietnamese

LARGEST_EXPONENT = 1000
"""Numbers beyond 10 to this power, or finer than its inverse, are not written out."""

_ROUNDING = Context(prec=2 * LARGEST_EXPONENT + 1, rounding=ROUND_HALF_UP, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])


def format_number(value: Decimal | int, *, decimals: int | None = None, locale: str = "vi") -> str:
    """A number with Vietnamese marks (số): ``1.390,9``; in English ``1,390.9``.

    A dot stands between groups of three digits, a comma before decimals: Law on Accounting 88/2015/QH13, article 11.

    Args:
        value: An exact number; its trailing zeros are printed too.
        decimals: Digits after the decimal mark; the last one is rounded half up. None
            keeps the digits as they are.
        locale: "vi", "en", or any other locale of the Unicode data, for which babel is asked.

    Raises:
        InvalidValueError: The value is no finite exact number, or absurdly long to write;
            the locale is unknown.
    """
    if type(value) is not Decimal:
        value = _exact_number(value)
    if not (value.is_finite() and -LARGEST_EXPONENT <= value.adjusted() <= LARGEST_EXPONENT):
        raise InvalidValueError("value", value, f"a finite number below 10**{LARGEST_EXPONENT}")
    if decimals is not None:
        value = rounded(value, decimals)
    if locale == "vi":
        return f"{value:,f}".replace(",", "_").replace(".", ",").replace("_", ".")
    return f"{value:,f}" if locale == "en" else decimal_in(value, locale)


def format_percent(ratio: Decimal | int, *, decimals: int | None = None, locale: str = "vi") -> str:
    """A ratio in per cent (phần trăm): ``Decimal("0.267")`` is ``26,7%``, without a space.

    Args:
        ratio: 1 is 100 %.
        decimals: Digits after the decimal mark, rounded half up; None keeps the digits.
        locale: As in `format_number`.

    Raises:
        InvalidValueError: As in `format_number`.
    """
    value = ratio if isinstance(ratio, Decimal) else _exact_number(ratio)
    return f"{format_number(_hundredfold(value), decimals=decimals, locale=locale)}%"


def format_points(points: Decimal | int, *, decimals: int | None = None, locale: Locale = "vi") -> str:
    """A difference of two percentages (điểm phần trăm): ``1,2 điểm phần trăm``, "1.2 percentage points".

    Args:
        points: The number of percentage points: 1.2, not 0.012.
        decimals: Digits after the decimal mark, rounded half up; None keeps the digits.
        locale: "vi" or "en".

    Raises:
        InvalidValueError: As in `format_number`.
    """
    number = format_number(points, decimals=decimals, locale=locale)
    if is_vietnamese(locale):
        return f"{number} điểm phần trăm"
    return f"{number} percentage {'point' if number in {'1', '-1'} else 'points'}"


def rounded(value: Decimal, decimals: int) -> Decimal:
    """The value with that many decimals, half up, whatever the caller's decimal context.

    Raises:
        InvalidValueError: That is absurdly many decimals.
    """
    if abs(decimals) > LARGEST_EXPONENT:
        raise InvalidValueError("decimals", decimals, f"at most {LARGEST_EXPONENT}")
    return value.quantize(Decimal((0, (1,), -decimals)), context=_ROUNDING)


def _hundredfold(value: Decimal) -> Decimal:
    if not value.is_finite():
        return value
    sign, digits, exponent = value.as_tuple()
    return Decimal((sign, digits, int(exponent) + 2))


def _exact_number(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    raise InvalidValueError("value", value, "a Decimal or an int; floats are not exact")
