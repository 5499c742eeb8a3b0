"""Amounts with their units and bounds, as printed (số liệu)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnplan.formatting.locales import Locale, Words, is_vietnamese, pick
from vnplan.formatting.numbers import format_number
from vnplan.formatting.units import beside, is_tight
from vnplan.model.stated import Comparator, Hedge, Stated

if TYPE_CHECKING:
    from vnplan.model.quantity import Quantity

_BOUNDS: dict[Comparator | Hedge, Words] = {
    Comparator.EQUAL: ("{0}", "{0}"),
    Comparator.AT_LEAST: ("từ {0} trở lên", "{0} or more"),
    Comparator.MORE_THAN: ("trên {0}", "more than {0}"),
    Comparator.AT_MOST: ("không quá {0}", "no more than {0}"),
    Comparator.LESS_THAN: ("dưới {0}", "less than {0}"),
    Comparator.BETWEEN: ("từ {0} đến {1}", "between {0} and {1}"),
    Hedge.NEAR: ("gần {0}", "nearly {0}"),
    Hedge.ABOUT: ("khoảng {0}", "about {0}"),
}
_NO_FIGURE: Words = ("không nêu số liệu", "no figure given")


def format_quantity(quantity: Quantity, *, locale: Locale = "vi") -> str:
    """An amount with its unit (số liệu kèm đơn vị tính): ``5.208 tỷ đồng``, ``26,7%``.

    The scale word stays as it is, and so do the printed digits; a computed amount shows all
    its digits without trailing zeros. English: "VND 5,208 billion", "26.7%".

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    return beside(format_digits(quantity, locale=locale), quantity.unit.symbol, locale)


def format_digits(quantity: Quantity, *, locale: Locale = "vi") -> str:
    """The number of an amount without its unit: ``5.208``."""
    value, decimals = quantity.value, quantity.decimals
    if decimals is None:
        decimals = len(f"{value:f}".partition(".")[2].rstrip("0"))
    elif decimals <= -int(value.as_tuple().exponent):
        decimals = None
    return format_number(value, decimals=decimals, locale=locale)


def format_stated(stated: Stated, *, locale: Locale = "vi") -> str:
    """A figure with its bound words (số liệu như văn bản nêu): ``từ 75% trở lên``, ``gần 4``.

    A range names a unit once where it stands apart from the number ("từ 6,6 đến 6,8 tỷ đồng"),
    and % twice ("từ 5% đến 10%"). Without a figure it says so.

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    if stated.quantity is None:
        return pick(_NO_FIGURE, locale)
    pattern = pick(_BOUNDS[stated.hedge or stated.comparator], locale)
    if stated.upper is None:
        return pattern.format(format_quantity(stated.quantity, locale=locale))
    return _range(stated.quantity, stated.upper, pattern, locale)


def _range(lower: Quantity, upper: Quantity, pattern: str, locale: Locale) -> str:
    symbol = upper.unit.symbol
    if lower.unit != upper.unit or is_tight(symbol):
        return pattern.format(format_quantity(lower, locale=locale), format_quantity(upper, locale=locale))
    ends = format_digits(lower, locale=locale), format_digits(upper, locale=locale)
    if is_vietnamese(locale):
        return beside(pattern.format(*ends), symbol, locale)
    return f"between {beside(' and '.join(ends), symbol, locale)}"
