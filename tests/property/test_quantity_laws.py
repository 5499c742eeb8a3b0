"""Laws of Quantity."""

from __future__ import annotations

import copy
import pickle
from decimal import MAX_PREC, Clamped, Context, Decimal, FloatOperation, Inexact, Rounded, Subnormal, localcontext
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.property.strategies import UNITS, WIDE, alike, numbers, quantities, units
from vnplan.errors import UnitMismatchError
from vnplan.model.quantity import Quantity
from vnplan.model.units import PERCENT, PERCENTAGE_POINT, Unit

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = (
    Context(prec=3),
    Context(prec=3, traps=[Inexact, Rounded, Subnormal, Clamped, FloatOperation]),
    Context(prec=1, Emin=0, Emax=1),
    Context(prec=MAX_PREC // 2),
)
"""Decimal contexts that a caller may have set."""


class TestOrder:
    """Order is by amount: a total preorder within a dimension."""

    @given(alike(2))
    def test_any_two_compare(self, pair: tuple[Quantity, ...]) -> None:
        one, other = pair
        assert one <= other or other <= one

    @given(alike(3))
    def test_is_transitive(self, three: tuple[Quantity, ...]) -> None:
        low, middle, high = sorted(three)
        assert low <= middle <= high
        assert low <= high

    @given(alike(2))
    def test_operators_agree(self, pair: tuple[Quantity, ...]) -> None:
        one, other = pair
        assert (one < other) == (other > one) == (not one >= other) == (not other <= one)
        assert (one <= other <= one) == one.same_amount(other)

    @given(alike(2))
    def test_is_that_of_amounts(self, pair: tuple[Quantity, ...]) -> None:
        one, other = pair
        assert (one < other) == (one.amount < other.amount)

    @given(quantities(), quantities())
    def test_has_no_answer_across_dimensions(self, one: Quantity, other: Quantity) -> None:
        assume(one.unit.dimension != other.unit.dimension)
        with pytest.raises(UnitMismatchError):
            _ = one < other
        assert one != other


class TestEquality:
    """Equal: same dimension, same amount, same resolution."""

    @given(alike(2))
    def test_equal_values_have_equal_hashes(self, pair: tuple[Quantity, ...]) -> None:
        one, other = pair
        if one == other:
            assert hash(one) == hash(other)

    @given(alike(2))
    def test_is_same_amount_and_resolution(self, pair: tuple[Quantity, ...]) -> None:
        one, other = pair
        assert (one == other) == (one.same_amount(other) and one.resolution == other.resolution)

    @given(alike(2))
    def test_equal_values_stand_for_equal_sets(self, pair: tuple[Quantity, ...]) -> None:
        one, other = pair
        assume(one.unit.power == other.unit.power)
        if one == other:
            assert one.interval() == other.interval()

    @given(numbers(), st.integers(1, 6))
    def test_same_print_in_a_coarser_unit_is_equal(self, value: Decimal, power: int) -> None:
        """1,390 tỷ and 1.390 triệu are equal: same amount, last digit worth the same."""
        fine = Quantity(value, Unit("fine", "d", 0))
        coarse = Quantity(value.scaleb(-power, WIDE), Unit("coarse", "d", power), (fine.decimals or 0) + power)
        assert fine == coarse
        assert hash(fine) == hash(coarse)
        assert not fine.same_wording(coarse)

    @given(quantities())
    def test_same_wording_implies_equal(self, quantity: Quantity) -> None:
        twin = Quantity(quantity.value, quantity.unit, quantity.decimals)
        assert quantity.same_wording(twin)
        assert quantity == twin


class TestArithmetic:
    """Sums are exact, like ÷ like gives a number, percent − percent gives percentage points."""

    @given(alike(2))
    def test_addition_commutes(self, pair: tuple[Quantity, ...]) -> None:
        one, other = pair
        assert (one + other).same_amount(other + one)

    @given(alike(3))
    def test_addition_associates(self, three: tuple[Quantity, ...]) -> None:
        one, two, three_ = three
        assert ((one + two) + three_).same_amount(one + (two + three_))

    @given(alike(2))
    def test_addition_is_exact(self, pair: tuple[Quantity, ...]) -> None:
        one, other = pair
        assert (one + other).amount == WIDE.add(one.amount, other.amount)

    @given(alike(2))
    def test_subtraction_undoes_addition(self, pair: tuple[Quantity, ...]) -> None:
        one, other = pair
        assume(not one.unit.is_percent)
        assert ((one + other) - other).same_amount(one)

    @given(alike(2))
    def test_like_by_like_is_a_number(self, pair: tuple[Quantity, ...]) -> None:
        one, other = pair
        assume(other.value)
        share = one / other
        assert isinstance(share, Decimal)
        error = WIDE.subtract(WIDE.multiply(share, other.amount), one.amount)
        assert error.copy_abs() <= WIDE.multiply(one.amount.copy_abs(), Decimal("1e-33"))

    @given(quantities(st.just(PERCENT)), quantities(st.sampled_from([unit for unit in UNITS if unit.is_percent])))
    def test_percent_minus_percent_is_percentage_points(self, one: Quantity, other: Quantity) -> None:
        points = one - other
        assert points.unit == PERCENTAGE_POINT
        assert points.amount == WIDE.subtract(one.amount, other.amount)

    @given(alike(2))
    def test_computed_amounts_have_no_printed_precision(self, pair: tuple[Quantity, ...]) -> None:
        one, other = pair
        for result in (one + other, one - other, one * 3, one / 7, one.to(other.unit)):
            assert result.decimals is None
            assert result.interval().is_point

    @given(quantities())
    def test_negation_keeps_the_print(self, quantity: Quantity) -> None:
        assert (-quantity).resolution == quantity.resolution
        turned = -quantity
        assert -turned == quantity
        assert (-quantity).interval() == -quantity.interval()

    @given(alike(2))
    def test_conversion_keeps_the_amount(self, pair: tuple[Quantity, ...]) -> None:
        one, other = pair
        assert one.to(other.unit).same_amount(one)

    @given(quantities(), quantities())
    def test_dimensions_do_not_mix(self, one: Quantity, other: Quantity) -> None:
        assume(one.unit.dimension != other.unit.dimension)
        for operation in (lambda: one + other, lambda: one - other, lambda: one / other, lambda: one.to(other.unit)):
            with pytest.raises(UnitMismatchError):
                operation()


class TestInterval:
    """A printed figure stands for all values that round to it."""

    @given(quantities())
    def test_holds_the_figure(self, quantity: Quantity) -> None:
        assert quantity.amount in quantity.interval()

    @given(numbers(), numbers(places=12), units)
    def test_holds_what_rounds_to_it(self, printed: Decimal, possible: Decimal, unit: Unit) -> None:
        quantity = Quantity(printed, unit)
        assume(not quantity.is_whole_count)
        last = Decimal((0, (1,), -(quantity.decimals or 0)))
        rounded = possible.quantize(last, context=WIDE)
        moved = WIDE.add(WIDE.subtract(possible, rounded), printed)
        assert moved.scaleb(unit.power, WIDE) in quantity.interval()

    @given(numbers(), units)
    def test_is_one_unit_of_the_last_digit_wide(self, printed: Decimal, unit: Unit) -> None:
        quantity = Quantity(printed, unit)
        assume(not quantity.is_whole_count)
        interval = quantity.interval()
        assert interval.lower is not None
        assert interval.upper is not None
        assert quantity.resolution is not None
        assert WIDE.subtract(interval.upper, interval.lower) == Decimal((0, (1,), quantity.resolution))


def results(one: Quantity, other: Quantity) -> list[object]:
    """Everything that can be asked of two quantities of one dimension."""
    questions: list[Callable[[], object]] = [
        lambda: Quantity(one.value, one.unit).decimals,
        lambda: (one == other, hash(one), hash(other), one.same_amount(other), one.same_wording(other)),
        lambda: (one < other, one <= other, one > other, one >= other),
        lambda: (one.amount, one.resolution, one.is_whole_count, one.interval(), str(one)),
        lambda: [(each, str(each)) for each in (one + other, one - other, -one, one * 7, one / 7, one.to(other.unit))],
        lambda: one / other if other.value else None,
        lambda: pickle.loads(pickle.dumps(one)),
    ]
    return [question() for question in questions]


class TestContext:
    """Results do not depend on the caller's decimal context."""

    @pytest.mark.parametrize("context", HOSTILE, ids=str)
    @given(pair=alike(2))
    def test_changes_nothing(self, context: Context, pair: tuple[Quantity, ...]) -> None:
        expected = results(*pair)
        with localcontext(context) as hostile:
            assert results(*pair) == expected
            assert not any(hostile.flags.values())


@given(quantities())
def test_survives_pickling_and_copying(quantity: Quantity) -> None:
    for twin in (pickle.loads(pickle.dumps(quantity)), copy.copy(quantity), copy.deepcopy(quantity)):
        assert twin == quantity
        assert twin.same_wording(quantity)
