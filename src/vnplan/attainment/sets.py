"""A printed figure as the set of values that it may stand for (tập giá trị có thể)."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum

from attrs import frozen

from vnplan.attainment.policy import DEFAULT, Policy, Rounding
from vnplan.model.figure import Figure
from vnplan.model.indicator import NaturalDomain
from vnplan.model.interval import Interval, exact
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Comparator, Hedge, Stated
from vnplan.model.units import Unit

HUNDRED = Decimal(100)
ZERO = Decimal(0)

_WHOLE = Interval(ZERO, HUNDRED)
_NONNEGATIVE = Interval(ZERO, None)


class Shape(StrEnum):
    """What kind of set a stated figure stands for."""

    POINT = "point"
    """One printed number."""
    BOUND = "bound"
    """One-sided: trên, ít nhất, dưới, gần."""
    RANGE = "range"
    ABOUT = "about"
    """khoảng, xấp xỉ."""


@frozen
class Reading:
    """A stated figure as attainment sees it, in base units of its dimension.

    Attributes:
        shape: What kind of set it stands for.
        face: The printed number; of a range the lower end.
        values: The possible values; None where the wording bounds nothing ("khoảng" without a tolerance).
    """

    shape: Shape
    face: Decimal
    values: Interval | None


def possible_values(
    stated: Stated,
    *,
    policy: Policy = DEFAULT,
    exact_value: bool = False,
    domain: NaturalDomain = NaturalDomain.FREE,
) -> Interval | None:
    """The values that a printed figure may stand for (tập giá trị có thể), in base units.

    Args:
        stated: The figure as printed.
        policy: How figures are shortened, and what "khoảng" tolerates.
        exact_value: Whether a plain number is exact by decree, as in a plan's own target.
        domain: Natural domain of what it measures; a share of a whole is cut to 0–100 %.

    Returns:
        None where there is no figure, or where "khoảng" bounds nothing.
    """
    reading = read(stated, policy, exact_value=exact_value, domain=domain)
    return None if reading is None else reading.values


def read(
    stated: Stated,
    policy: Policy,
    *,
    exact_value: bool = False,
    domain: NaturalDomain = NaturalDomain.FREE,
) -> Reading | None:
    """A stated level as a set of values; None where the text gives no figure."""
    quantity = stated.quantity
    if quantity is None:
        return None
    shape = _shape(stated)
    if shape is Shape.POINT and (exact_value or _is_full_or_none(quantity, policy, domain)):
        values: Interval | None = Interval.point(quantity.amount)
    else:
        values = _values(stated, quantity, policy)
    return Reading(shape, quantity.amount, None if values is None else _cut(values, quantity, domain))


def read_signed(stated: Stated, policy: Policy, *, negative: bool, exact_value: bool = False) -> Reading | None:
    """A stated change as a set of values, negative for a decline; no natural domain cuts it."""
    quantity = stated.quantity
    if quantity is None:
        return None
    shape = _shape(stated)
    exactly = exact_value and shape is Shape.POINT
    values = Interval.point(quantity.amount) if exactly else _values(stated, quantity, policy)
    if not negative:
        return Reading(shape, quantity.amount, values)
    return Reading(shape, quantity.amount.copy_negate(), None if values is None else -values)


def domain_of(figure: Figure) -> NaturalDomain:
    """The natural domain of a figure's level, as far as its indicator tells."""
    return NaturalDomain.FREE if figure.indicator is None else figure.indicator.domain


def natural_domain(unit: Unit, domain: NaturalDomain) -> Interval | None:
    """The values that are possible at all, in base units; None where all are."""
    if domain is NaturalDomain.SHARE and unit.is_percent:
        return _WHOLE
    if domain in (NaturalDomain.COUNT, NaturalDomain.NONNEGATIVE) or counts_whole_things(unit):
        return _NONNEGATIVE
    return None


def counts_whole_things(unit: Unit) -> bool:
    """Whether the unit counts things, alone or by the thousand."""
    return unit.dimension.startswith("count:") and "/" not in unit.dimension


# --- the set of one wording ----------------------------------------------------------------------


def _shape(stated: Stated) -> Shape:
    match stated.comparator:
        case Comparator.EQUAL:
            return Shape.POINT
        case Comparator.BETWEEN:
            return Shape.RANGE
        case Comparator.ABOUT if stated.hedge is not Hedge.NEAR:
            return Shape.ABOUT
        case _:
            return Shape.BOUND


def _values(stated: Stated, quantity: Quantity, policy: Policy) -> Interval | None:
    x = quantity.amount
    if stated.comparator is Comparator.EQUAL:
        return _printed(quantity, policy.rounding)
    if stated.upper is not None:
        return Interval(x, stated.upper.amount)
    if stated.hedge is Hedge.ABOUT:
        return _around(x, policy)
    closed = stated.comparator in _INCLUSIVE
    if stated.comparator in _UPWARD:
        return Interval(x, None, lower_closed=closed)
    return Interval(None, x, upper_closed=closed)


_UPWARD = frozenset((Comparator.AT_LEAST, Comparator.MORE_THAN))
_INCLUSIVE = frozenset((Comparator.AT_LEAST, Comparator.AT_MOST))


def _around(x: Decimal, policy: Policy) -> Interval | None:
    if policy.about is None:
        return None
    width = exact().scaleb(exact().multiply(x.copy_abs(), policy.about), -2)
    return Interval(exact().subtract(x, width), exact().add(x, width))


def _printed(quantity: Quantity, rounding: Rounding) -> Interval:
    resolution = quantity.resolution
    if rounding is Rounding.ROUNDED or resolution is None or quantity.is_whole_count:
        return quantity.interval()
    x = quantity.amount
    if x < 0:  # mirrored: cutting and rounding half up go by the magnitude
        return -_printed(-quantity, rounding)
    if rounding is Rounding.HALF_UP:
        half = Decimal((0, (5,), resolution - 1))
        # Zero printed is symmetric: both ends round away from it.
        return Interval(exact().subtract(x, half), exact().add(x, half), lower_closed=x > 0, upper_closed=False)
    whole = Decimal((0, (1,), resolution))
    upper = exact().add(x, whole)
    return (
        Interval(x, upper, upper_closed=False)
        if x
        else Interval(whole.copy_negate(), upper, lower_closed=False, upper_closed=False)
    )


def _is_full_or_none(quantity: Quantity, policy: Policy, domain: NaturalDomain) -> bool:
    if not policy.full_and_none_exact or domain is not NaturalDomain.SHARE or not quantity.unit.is_percent:
        return False
    return quantity.amount in (ZERO, HUNDRED)


# --- the natural domain --------------------------------------------------------------------------


def _cut(values: Interval, quantity: Quantity, domain: NaturalDomain) -> Interval:
    """Cut to the natural domain; a figure outside it keeps its set, which the audit finds."""
    possible = natural_domain(quantity.unit, domain)
    if possible is not None:
        values = values.intersection(possible) or values
    return _whole_ends(values) if counts_whole_things(quantity.unit) and _is_whole(quantity.amount) else values


def _is_whole(amount: Decimal) -> bool:
    return amount == amount.to_integral_value()


def _whole_ends(values: Interval) -> Interval:
    """The same whole numbers between closed whole ends; the whole figure named is one of them, or next to one."""
    lower, upper = values.lower, values.upper
    if lower is not None:
        least = lower.to_integral_value(ROUND_CEILING)
        lower = exact().add(least, 1) if least == lower and not values.lower_closed else least
    if upper is not None:
        most = upper.to_integral_value(ROUND_FLOOR)
        upper = exact().subtract(most, 1) if most == upper and not values.upper_closed else most
    return Interval(lower, upper)
