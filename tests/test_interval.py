"""Interval."""

from __future__ import annotations

import operator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from vnplan.errors import DivisorError, InvalidValueError
from vnplan.model.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Callable


def interval(text: str) -> Interval:
    """``[1, 2)`` as written; an end of ∞ is unbounded."""
    low, high = (part.strip() for part in text[1:-1].split(","))
    ends = [None if "∞" in end else Decimal(end) for end in (low, high)]
    return Interval(ends[0], ends[1], text[0] == "[", text[-1] == "]")


class TestMaking:
    def test_unbounded_ends_are_open(self) -> None:
        everything = Interval()
        assert (everything.lower_closed, everything.upper_closed) == (False, False)
        assert everything == interval("(-∞, ∞)")

    def test_point(self) -> None:
        assert Interval.point(Decimal(3)).is_point
        assert not interval("[1, 2]").is_point
        assert not Interval().is_point

    def test_bounded(self) -> None:
        assert interval("(1, 2)").is_bounded
        assert not interval("[1, ∞)").is_bounded
        assert not interval("(-∞, 1]").is_bounded

    @pytest.mark.parametrize("end", [Decimal("NaN"), Decimal("Infinity"), 1, 1.5, "1"])
    @pytest.mark.parametrize("name", ["lower", "upper"])
    def test_refuses_ends_that_are_no_finite_decimal(self, name: str, end: Any) -> None:
        with pytest.raises(InvalidValueError) as caught:
            Interval(**{name: end})
        assert caught.value.field == name

    @pytest.mark.parametrize(
        ("low", "high", "low_closed", "high_closed"),
        [
            (2, 1, True, True),  # ends in the wrong order
            (1, 1, True, False),  # empty
            (1, 1, False, True),
            (1, 1, False, False),
        ],
    )
    def test_refuses_the_empty_set(self, low: int, high: int, low_closed: bool, high_closed: bool) -> None:
        with pytest.raises(InvalidValueError) as caught:
            Interval(Decimal(low), Decimal(high), low_closed, high_closed)
        assert caught.value.field == "upper"


class TestContains:
    @pytest.mark.parametrize(
        ("text", "inside", "outside"),
        [
            ("[1, 2]", ["1", "1.5", "2"], ["0.9", "2.1"]),
            ("(1, 2)", ["1.5"], ["1", "2"]),
            ("[1, ∞)", ["1", "1E+99"], ["0"]),
            ("(-∞, 1)", ["-1E+99", "0"], ["1"]),
            ("(-∞, ∞)", ["0"], ["NaN", "Infinity", "-Infinity"]),  # members are numbers
        ],
    )
    def test_member(self, text: str, inside: list[str], outside: list[str]) -> None:
        assert all(Decimal(value) in interval(text) for value in inside)
        assert not any(Decimal(value) in interval(text) for value in outside)

    @pytest.mark.parametrize(
        ("outer", "inner", "expected"),
        [
            ("[1, 2]", "[1, 2]", True),
            ("[1, 2]", "(1, 2)", True),
            ("(1, 2)", "[1, 2)", False),
            ("(1, 2)", "(1, 2]", False),
            ("[1, ∞)", "[1, 5]", True),
            ("[1, 5]", "[1, ∞)", False),
            ("(-∞, ∞)", "(-∞, ∞)", True),
        ],
    )
    def test_subset(self, outer: str, inner: str, expected: bool) -> None:
        assert interval(outer).contains(interval(inner)) == expected


class TestIntersection:
    @pytest.mark.parametrize(
        ("one", "other", "common"),
        [
            ("[1, 3]", "[2, 4]", "[2, 3]"),
            ("[1, 3)", "(1, 3]", "(1, 3)"),
            ("[1, 2]", "[2, 3]", "[2, 2]"),  # a shared end
            ("[1, 2)", "[2, 3]", None),  # an end that one lacks
            ("(-∞, 2]", "(2, ∞)", None),
            ("[1, 2]", "[3, 4]", None),
            ("[3, 4]", "[1, 2]", None),
            ("(-∞, 2]", "[1, ∞)", "[1, 2]"),
            ("(-∞, ∞)", "(-∞, 2)", "(-∞, 2)"),
        ],
    )
    def test_holds_what_both_hold(self, one: str, other: str, common: str | None) -> None:
        expected = None if common is None else interval(common)
        assert interval(one).intersection(interval(other)) == expected
        assert interval(one).overlaps(interval(other)) == (common is not None)


class TestArithmetic:
    @pytest.mark.parametrize(
        ("one", "operation", "other", "expected"),
        [
            ("[1, 2]", operator.add, "(3, 4]", "(4, 6]"),
            ("[1, ∞)", operator.add, "[1, 2]", "[2, ∞)"),
            ("(-∞, 1]", operator.add, "[1, ∞)", "(-∞, ∞)"),
            ("[1, 2]", operator.sub, "(3, 4]", "[-3, -1)"),
            ("[1, ∞)", operator.sub, "[1, 2]", "[-1, ∞)"),
            ("[-1, 2]", operator.mul, "[3, 4]", "[-4, 8]"),
            ("(1, 2)", operator.mul, "[3, 4]", "(3, 8)"),
            ("[-2, -1]", operator.mul, "[1, ∞)", "(-∞, -1]"),
            ("[0, 1]", operator.mul, "[1, ∞)", "[0, ∞)"),
            ("[0, 0]", operator.mul, "(-∞, ∞)", "[0, 0]"),  # zero times any member is zero
            ("(0, 1]", operator.mul, "[0, 5]", "[0, 5]"),  # zero reached by the other
            ("(0, 1]", operator.mul, "(0, 5]", "(0, 5]"),
            ("[1, 2]", operator.truediv, "[4, 8]", "[0.125, 0.5]"),
            ("[1, 2]", operator.truediv, "(0, 4]", "[0.25, ∞)"),  # an open end at zero
            ("[1, 2]", operator.truediv, "[-4, 0)", "(-∞, -0.25]"),
            ("[1, 2]", operator.truediv, "[4, ∞)", "(0, 0.5]"),
            ("[1, ∞)", operator.truediv, "[4, ∞)", "(0, ∞)"),
            ("[-1, 2]", operator.truediv, "(0, 4]", "(-∞, ∞)"),
            ("[0, 2]", operator.truediv, "[4, ∞)", "[0, 0.5]"),
        ],
    )
    def test_of_sets(self, one: str, operation: Callable[[Any, Any], Any], other: str, expected: str) -> None:
        assert operation(interval(one), interval(other)) == interval(expected)

    def test_negation_swaps_the_ends(self) -> None:
        assert -interval("[1, 2)") == interval("(-2, -1]")
        assert -interval("[1, ∞)") == interval("(-∞, -1]")

    def test_zero_has_no_sign(self) -> None:
        assert str(-Interval.point(Decimal(0))) == "{0}"

    def test_quotients_are_rounded_outwards(self) -> None:
        third = Interval.point(Decimal(1)) / Interval.point(Decimal(3))
        assert str(third) == f"[0.{'3' * 34}, 0.{'3' * 33}4]"

    def test_share_of_the_estimate(self) -> None:
        """1.390,9 of 5.208 tỷ lies within what 26,7% stands for."""
        share = interval("[1390.85, 1390.95]") / interval("[5207.5, 5208.5]")
        assert interval("[0.2665, 0.2675]").contains(share)

    @pytest.mark.parametrize("divisor", ["[0, 1]", "[-1, 0]", "[-1, 1]", "[0, 0]", "(-∞, ∞)"])
    def test_a_divisor_that_may_be_zero_is_a_named_error(self, divisor: str) -> None:
        with pytest.raises(DivisorError, match="holds zero"):
            _ = interval("[1, 2]") / interval(divisor)

    @pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.mul, operator.truediv])
    def test_with_another_type_is_pythons_own_error(self, operation: Callable[[Any, Any], Any]) -> None:
        with pytest.raises(TypeError):
            operation(interval("[1, 2]"), Decimal(1))


class TestStr:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("[1.50, 2)", "[1.50, 2)"),
            ("[1E+3, ∞)", "[1000, ∞)"),
            ("(-∞, 2]", "(−∞, 2]"),
            ("[2, 2]", "{2}"),
        ],
    )
    def test_is_the_set_as_written(self, text: str, expected: str) -> None:
        assert str(interval(text)) == expected
