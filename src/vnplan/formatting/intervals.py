"""Sets of values and computed numbers in words (khoảng giá trị, số tính được)."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from vnplan.formatting.locales import Locale, Words, pick
from vnplan.formatting.numbers import format_percent, rounded
from vnplan.formatting.quantities import format_quantity
from vnplan.formatting.terms import format_enum
from vnplan.model.interval import Interval, exact
from vnplan.model.quantity import Quantity
from vnplan.model.units import PERCENT, Unit

if TYPE_CHECKING:
    from vnplan.attainment import Amount, Ratio

OUTWARD_DECIMALS = 4
"""Decimals of the ends of a computed interval, each rounded away from its middle."""

_MOST_DECIMALS = 6

_ONE_SIDED: dict[tuple[str, bool], Words] = {
    ("lower", True): ("từ {} trở lên", "{} or more"),
    ("lower", False): ("trên {}", "more than {}"),
    ("upper", True): ("không quá {}", "no more than {}"),
    ("upper", False): ("dưới {}", "less than {}"),
}
_TWO_SIDED: dict[tuple[bool, bool], Words] = {
    (True, True): ("từ {} đến {}", "{} to {}"),
    (False, True): ("trên {} đến {}", "above {} and up to {}"),
    (True, False): ("từ {} đến dưới {}", "{} to below {}"),
    (False, False): ("trên {} đến dưới {}", "above {} and below {}"),
}


def format_interval(
    interval: Interval, *, unit: Unit = PERCENT, decimals: int | None = None, locale: Locale = "vi"
) -> str:
    """A set of values (khoảng giá trị): "từ 5.574,45 đến 5.574,55 tỷ đồng", each end told with its closedness.

    Args:
        interval: Ends in base units of the unit's dimension; per cent for changes.
        unit: In which to tell them.
        decimals: Digits after the decimal mark, the ends rounded outwards; None tells all.
        locale: Vietnamese or English.

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """

    def told(end: Decimal, rounding: str) -> str:
        value = exact().scaleb(end, -unit.power)
        if decimals is not None and -int(value.as_tuple().exponent) > decimals:
            value = value.quantize(Decimal((0, (1,), -decimals)), rounding, exact())
        return format_quantity(Quantity(value, unit, None), locale=locale)

    lower, upper = interval.lower, interval.upper
    if interval.is_point and lower is not None:
        return pick(("đúng {}", "exactly {}"), locale).format(told(lower, ROUND_FLOOR))
    if lower is None and upper is None:
        return pick(("mọi giá trị", "any value"), locale)
    if lower is None and upper is not None:
        return pick(_ONE_SIDED["upper", interval.upper_closed], locale).format(told(upper, ROUND_CEILING))
    if upper is None and lower is not None:
        return pick(_ONE_SIDED["lower", interval.lower_closed], locale).format(told(lower, ROUND_FLOOR))
    assert lower is not None
    assert upper is not None
    pattern = pick(_TWO_SIDED[interval.lower_closed, interval.upper_closed], locale)
    return pattern.format(told(lower, ROUND_FLOOR), told(upper, ROUND_CEILING))


def format_ratio(ratio: Ratio, *, locale: Locale = "vi") -> str:
    """A computed ratio with what the printed figures allow: "26,7% (từ 26,7034% đến 26,7106%)".

    Without a value the reason is told.

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    allowed = ""
    if ratio.percent_interval is not None:
        allowed = format_interval(ratio.percent_interval, decimals=OUTWARD_DECIMALS, locale=locale)
    if ratio.value is None:
        reason = "—" if ratio.reason is None else format_enum(ratio.reason, locale=locale)
        return f"{allowed} ({reason})" if allowed else f"— ({reason})"
    point = ratio.interval is not None and ratio.interval.is_point
    return format_share_value(ratio.value, locale) + (f" ({allowed})" if allowed and not point else "")


def format_amount(amount: Amount, *, decimals: int | None = None, locale: Locale = "vi") -> str:
    """A computed amount (mức chênh lệch, mức cần đạt): "424,1 tỷ đồng mỗi tháng"; without one, the reason.

    Args:
        amount: In its own unit, for a stretch of time where it names one.
        decimals: Digits after the decimal mark, rounded half up; None keeps the digits.
        locale: Vietnamese or English.

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    if amount.value is None:
        return "—" if amount.reason is None else f"— ({format_enum(amount.reason, locale=locale)})"
    quantity = amount.value
    if decimals is not None and -int(quantity.value.as_tuple().exponent) > decimals:
        quantity = Quantity(rounded(quantity.value, decimals), quantity.unit, None)
    told = format_quantity(quantity, locale=locale)
    return told if amount.per is None else pick(_PER[amount.per], locale).format(told)


_PER: dict[str, Words] = {
    "month": ("{} mỗi tháng", "{} a month"),
    "day": ("{} mỗi ngày", "{} a day"),
}


def format_share_value(value: Decimal, locale: Locale = "vi") -> str:
    """A share to one decimal, or to as many as keep a share just short of 100 % from reading as 100 %."""
    decimals = 1
    while decimals < _MOST_DECIMALS and value != 1 and rounded(value, decimals + 2) == 1:
        decimals += 1
    return format_percent(value, decimals=decimals, locale=locale)
