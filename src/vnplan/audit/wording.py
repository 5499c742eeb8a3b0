"""Numbers in the sentences of findings (cách viết số trong câu)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from vnplan.attainment import Consistency
from vnplan.attainment.numbers import nearest_of
from vnplan.model.interval import Interval, exact
from vnplan.model.period import Period
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Comparator, Hedge, Stated
from vnplan.model.units import PERCENT, Unit

_PLACES = 4

RESULT_VI = {
    Consistency.CONSISTENT: "khớp với",
    Consistency.ONLY_IF_TRUNCATED: "chỉ khớp nếu bỏ bớt chữ số (không làm tròn) với",
    Consistency.INCONSISTENT: "không khớp với",
    Consistency.UNDECIDED: "chưa đủ căn cứ để đối chiếu với",
}
RESULT_EN = {
    Consistency.CONSISTENT: "agrees with",
    Consistency.ONLY_IF_TRUNCATED: "agrees, only if digits were cut off and not rounded, with",
    Consistency.INCONSISTENT: "disagrees with",
    Consistency.UNDECIDED: "cannot be held against",
}


def number_vi(value: Decimal) -> str:
    """A number as Vietnamese documents write it, to four decimals at most: 5.574,5."""
    return number_en(value).translate(str.maketrans(",.", ".,"))


def number_en(value: Decimal) -> str:
    """A number as English texts write it, to four decimals at most: 5,574.5."""
    text = f"{nearest_of(value, _PLACES):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


_BOUNDS_VI = {
    Comparator.EQUAL: "{}",
    Comparator.AT_LEAST: "từ {} trở lên",
    Comparator.MORE_THAN: "trên {}",
    Comparator.AT_MOST: "không quá {}",
    Comparator.LESS_THAN: "dưới {}",
}
_HEDGES_VI = {Hedge.NEAR: "gần {}", Hedge.ABOUT: "khoảng {}"}
_NUMERALS = ("I", "II", "III", "IV")


def stated_vi(stated: Stated, *, negative: bool = False) -> str:
    """A stated figure as Vietnamese documents write it, digits as printed: từ 75% trở lên."""
    if stated.quantity is None:
        return "—"
    if stated.upper is not None:
        return f"{_printed_vi(stated.quantity.value)}–{_quantity_vi(stated.upper)}"
    told = f"{'−' if negative else ''}{_quantity_vi(stated.quantity)}"
    frame = _HEDGES_VI[stated.hedge] if stated.hedge is not None else _BOUNDS_VI[stated.comparator]
    return frame.format(told)


def stated_en(stated: Stated, *, negative: bool = False) -> str:
    """A stated figure in its neutral form, negative where it tells a decline."""
    return f"−{stated}" if negative and stated.quantity is not None else str(stated)


def _printed_vi(value: Decimal) -> str:
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def _quantity_vi(quantity: Quantity) -> str:
    space = "" if quantity.unit.symbol.startswith(("%", "‰")) else " "
    return f"{_printed_vi(quantity.value)}{space}{quantity.unit}"


def period_vi(period: Period | None) -> str:
    """A period in Vietnamese: năm 2023, quý I năm 2024; others in canonical form."""
    if period is None:
        return "—"
    year, months = period.start.year, period.whole_months
    if months == 12 and period.is_year:
        return f"năm {year}"
    if months == 3 and period.start.month % 3 == 1:
        return f"quý {_NUMERALS[period.start.month // 3]} năm {year}"
    if months == 1:
        return f"tháng {period.start.month} năm {year}"
    return f"{months} tháng đầu năm {year}" if months and period.start.month == 1 and months < 12 else f"kỳ {period}"


def interval_vi(interval: Interval, unit: Unit = PERCENT) -> str:
    """An interval in a unit, as Vietnamese text: từ 26,7035 đến 26,7105 %."""
    lower, upper = _in_unit(interval.lower, unit), _in_unit(interval.upper, unit)
    if lower is not None and lower == upper:
        return f"{number_vi(lower)} {unit}"
    if lower is None or upper is None:
        return _one_sided(lower, upper, ("trên", "dưới", "mọi giá trị"), number_vi, unit)
    return f"từ {number_vi(lower)} đến {number_vi(upper)} {unit}"


def interval_en(interval: Interval, unit: Unit = PERCENT) -> str:
    """An interval in a unit, as English text: 26.7035 to 26.7105 %."""
    lower, upper = _in_unit(interval.lower, unit), _in_unit(interval.upper, unit)
    if lower is not None and lower == upper:
        return f"{number_en(lower)} {unit}"
    if lower is None or upper is None:
        return _one_sided(lower, upper, ("above", "below", "any value"), number_en, unit)
    return f"{number_en(lower)} to {number_en(upper)} {unit}"


def _one_sided(
    lower: Decimal | None,
    upper: Decimal | None,
    words: tuple[str, str, str],
    write: Callable[[Decimal], str],
    unit: Unit,
) -> str:
    above, below, anything = words
    if lower is not None:
        return f"{above} {write(lower)} {unit}"
    return f"{below} {write(upper)} {unit}" if upper is not None else anything


def _in_unit(amount: Decimal | None, unit: Unit) -> Decimal | None:
    return None if amount is None else exact().scaleb(amount, -unit.power)
