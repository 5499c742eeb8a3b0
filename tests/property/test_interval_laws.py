"""Laws of Interval: the arithmetic of sets contains the arithmetic of their members."""

from __future__ import annotations

import copy
import pickle
from decimal import Context, Decimal, localcontext
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.property.strategies import WIDE, intervals, members, numbers
from tests.property.test_quantity_laws import HOSTILE
from vnplan.errors import DivisorError
from vnplan.model.interval import DIGITS, Interval

if TYPE_CHECKING:
    from collections.abc import Callable

with_member = intervals().flatmap(lambda interval: st.tuples(st.just(interval), members(interval)))
Held = tuple[Interval, Decimal]


class TestContainment:
    """A result of members is a member of the result."""

    @given(with_member, with_member)
    def test_sum(self, one: Held, other: Held) -> None:
        assert WIDE.add(one[1], other[1]) in one[0] + other[0]

    @given(with_member, with_member)
    def test_difference(self, one: Held, other: Held) -> None:
        assert WIDE.subtract(one[1], other[1]) in one[0] - other[0]

    @given(with_member, with_member)
    def test_product(self, one: Held, other: Held) -> None:
        assert WIDE.multiply(one[1], other[1]) in one[0] * other[0]

    @given(with_member, with_member)
    def test_quotient(self, one: Held, other: Held) -> None:
        """Rounding one quotient to 400 digits moves it less than any open end of 34 digits can tell."""
        assume(Decimal(0) not in other[0])
        exact_quotient = Context(prec=400).divide(one[1], other[1])
        assert exact_quotient in one[0] / other[0]

    @given(with_member)
    def test_negation(self, held: Held) -> None:
        assert held[1].copy_negate() in -held[0]

    @given(intervals(), numbers())
    def test_values_outside_are_not_held_after_a_shift(self, interval: Interval, value: Decimal) -> None:
        shift = Interval.point(Decimal("12.5"))
        assert (WIDE.add(value, Decimal("12.5")) in interval + shift) == (value in interval)


class TestDivision:
    """Quotients are rounded outwards to 34 digits; where the divisor may be zero there is none."""

    @given(intervals(), intervals())
    def test_by_a_set_that_holds_zero_is_refused(self, one: Interval, other: Interval) -> None:
        assume(Decimal(0) in other)
        with pytest.raises(DivisorError):
            _ = one / other

    @given(intervals(bounded=True), numbers().filter(bool))
    def test_ends_have_at_most_34_digits(self, one: Interval, divisor: Decimal) -> None:
        quotient = one / Interval.point(divisor)
        for end in (quotient.lower, quotient.upper):
            assert end is not None
            assert len(end.as_tuple().digits) <= DIGITS

    @given(numbers(), numbers().filter(bool))
    def test_ends_lie_outwards_and_close(self, dividend: Decimal, divisor: Decimal) -> None:
        quotient = Interval.point(dividend) / Interval.point(divisor)
        exact = Context(prec=400).divide(dividend, divisor)
        assert quotient.lower is not None
        assert quotient.upper is not None
        assert quotient.lower <= exact <= quotient.upper
        assert WIDE.subtract(quotient.upper, quotient.lower) <= WIDE.multiply(exact.copy_abs(), Decimal("1e-33"))

    @given(with_member, numbers().filter(bool))
    def test_undoes_multiplication(self, held: Held, factor: Decimal) -> None:
        point = Interval.point(factor)
        assert held[1] in held[0] * point / point


class TestOpenEnds:
    """An end belongs to a result only where members reach it."""

    @given(intervals(), intervals())
    def test_sum_is_closed_where_both_are(self, one: Interval, other: Interval) -> None:
        total = one + other
        assert total.lower_closed == (one.lower_closed and other.lower_closed)
        assert total.upper_closed == (one.upper_closed and other.upper_closed)

    @given(intervals(), intervals())
    def test_unbounded_ends_are_none_and_open(self, one: Interval, other: Interval) -> None:
        for interval in (one, -one, one + other, one - other, one * other):
            assert interval.lower is not None or not interval.lower_closed
            assert interval.upper is not None or not interval.upper_closed
            assert all(end is None or end.is_finite() for end in (interval.lower, interval.upper))

    @given(intervals(), numbers())
    def test_ends_of_a_product_are_reached_or_open(self, one: Interval, factor: Decimal) -> None:
        """By a number: each closed end of the product is that number times a closed end."""
        product = one * Interval.point(factor)
        closed_ends = [(one.lower, one.lower_closed), (one.upper, one.upper_closed)]
        reached = [WIDE.multiply(end, factor) for end, closed in closed_ends if end is not None and closed]
        for end, closed in ((product.lower, product.lower_closed), (product.upper, product.upper_closed)):
            assert not closed or not factor or end in reached


class TestSets:
    """Containment and intersection are those of sets."""

    @given(intervals(), with_member)
    def test_contains(self, one: Interval, held: Held) -> None:
        if one.contains(held[0]):
            assert held[1] in one

    @given(intervals())
    def test_contains_itself_and_everything_contains_it(self, one: Interval) -> None:
        assert one.contains(one)
        assert Interval().contains(one)

    @given(intervals(), intervals())
    def test_contains_each_other_only_if_equal(self, one: Interval, other: Interval) -> None:
        assert (one.contains(other) and other.contains(one)) == (one == other)

    @given(intervals(), intervals(), numbers())
    def test_intersection_holds_what_both_hold(self, one: Interval, other: Interval, value: Decimal) -> None:
        common = one.intersection(other)
        assert (common is not None and value in common) == (value in one and value in other)

    @given(intervals(), intervals())
    def test_intersection_lies_in_both(self, one: Interval, other: Interval) -> None:
        common = one.intersection(other)
        assert one.overlaps(other) == other.overlaps(one) == (common is not None)
        if common is not None:
            assert one.contains(common)
            assert other.contains(common)

    @given(intervals())
    def test_equal_values_have_equal_hashes(self, one: Interval) -> None:
        ends = [None if end is None else end.scaleb(0, WIDE).normalize(WIDE) for end in (one.lower, one.upper)]
        twin = Interval(ends[0], ends[1], one.lower_closed, one.upper_closed)
        assert one == twin
        assert hash(one) == hash(twin)


def results(one: Interval, other: Interval, value: Decimal) -> list[object]:
    """Everything that can be asked of two intervals."""
    questions: list[Callable[[], object]] = [
        lambda: (one == other, hash(one), value in one, one.contains(other), one.intersection(other)),
        lambda: [(each, str(each)) for each in (one, -one, one + other, one - other, one * other)],
        lambda: None if Decimal(0) in other else (one / other, str(one / other)),
    ]
    return [question() for question in questions]


@pytest.mark.parametrize("context", HOSTILE, ids=str)
@given(one=intervals(), other=intervals(), value=numbers())
def test_results_do_not_depend_on_the_callers_context(
    context: Context, one: Interval, other: Interval, value: Decimal
) -> None:
    expected = results(one, other, value)
    with localcontext(context) as hostile:
        assert results(one, other, value) == expected
        assert not any(hostile.flags.values())


@given(intervals())
def test_survives_pickling_and_copying(interval: Interval) -> None:
    for twin in (pickle.loads(pickle.dumps(interval)), copy.copy(interval), copy.deepcopy(interval)):
        assert twin == interval
