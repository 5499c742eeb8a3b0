"""Quantity and Unit."""

from __future__ import annotations

import operator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from vnplan.errors import DivisorError, InvalidValueError, UnitMismatchError
from vnplan.model.interval import Interval
from vnplan.model.quantity import MOST_DIGITS, Quantity, normal_form
from vnplan.model.units import PERCENT, PERCENTAGE_POINT, Unit

if TYPE_CHECKING:
    from collections.abc import Callable

DONG = Unit("đồng", "money:VND", 0)
MILLION = Unit("triệu đồng", "money:VND", 6)
BILLION = Unit("tỷ đồng", "money:VND", 9)
THOUSAND_BILLION = Unit("nghìn tỷ đồng", "money:VND", 12)
DOLLAR = Unit("USD", "money:USD", 0)
ENTERPRISE = Unit("doanh nghiệp", "count:doanh nghiệp", 0)
MILLION_PEOPLE = Unit("triệu người", "count:người", 6)
PER_HEAD = Unit("triệu đồng/người/năm", "money:VND/count:người/năm", 6)
PER_MILLE = Unit("‰", "percent", -1)


def of(value: str, unit: Unit = BILLION, **how: Any) -> Quantity:
    return Quantity(Decimal(value), unit, **how)


class TestMaking:
    @pytest.mark.parametrize(
        ("value", "decimals"),
        [
            ("1390.9", 1),
            ("5208", 0),
            ("30.00", 2),  # printed zeros count
            ("0.00", 2),
            ("1E+3", 0),  # no digit after the mark
        ],
    )
    def test_decimals_are_those_printed(self, value: str, decimals: int) -> None:
        assert of(value).decimals == decimals

    def test_decimals_may_be_told(self) -> None:
        assert of("5", decimals=2).resolution == 7

    def test_none_is_a_computed_amount(self) -> None:
        assert of("5", decimals=None).resolution is None

    @pytest.mark.parametrize(
        "value",
        [
            1.5,  # floats are not exact
            15,
            "1.5",
            True,
        ],
    )
    def test_refuses_what_is_no_decimal(self, value: Any) -> None:
        with pytest.raises(InvalidValueError) as caught:
            Quantity(value, BILLION)
        assert (caught.value.field, caught.value.value) == ("value", value)

    @pytest.mark.parametrize(
        ("value", "unit"),
        [
            ("NaN", DONG),
            ("sNaN", DONG),
            ("-Infinity", DONG),
            ("1E+101", DONG),
            ("1E+95", BILLION),  # the amount is what counts
            ("1E-101", DONG),
        ],
    )
    def test_refuses_what_is_not_finite_or_of_no_use(self, value: str, unit: Unit) -> None:
        with pytest.raises(InvalidValueError) as caught:
            of(value, unit)
        assert caught.value.field == "value"

    def test_refuses_more_digits_than_exact_sums_can_hold(self) -> None:
        assert of("1." + "1" * (MOST_DIGITS - 1)).decimals == MOST_DIGITS - 1
        with pytest.raises(InvalidValueError) as caught:
            of("1." + "1" * MOST_DIGITS)
        assert str(MOST_DIGITS) in caught.value.expected

    def test_refuses_negative_decimals(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            of("1", decimals=-1)
        assert caught.value.field == "decimals"


class TestOf:
    @pytest.mark.parametrize(
        ("text", "value", "unit"),
        [
            ("5.208 tỷ đồng", "5208", "tỷ đồng"),
            ("1.390,9 tỷ đồng", "1390.9", "tỷ đồng"),
            ("26,7%", "26.7", "%"),
            ("534 doanh nghiệp", "534", "doanh nghiệp"),
        ],
    )
    def test_reads_vietnamese_text(self, text: str, value: str, unit: str) -> None:
        quantity = Quantity.of(text)
        assert (str(quantity.value), quantity.unit.symbol) == (value, unit)


class TestEquality:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (of("1400"), of("1400")),
            (of("1400"), of("1.400", THOUSAND_BILLION)),  # last digit worth the same
            (of("0"), of("-0")),
        ],
    )
    def test_same_dimension_amount_and_resolution(self, one: Quantity, other: Quantity) -> None:
        assert one == other
        assert hash(one) == hash(other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (of("1400"), of("1.4", THOUSAND_BILLION)),  # same amount, other resolution
            (of("1400"), of("1400.0")),
            (of("1400"), of("1400", decimals=None)),  # computed
            (of("1400"), of("1401")),
            (of("5", DONG), of("5", DOLLAR)),  # other dimension
            (of("5", PERCENT), of("5", PERCENTAGE_POINT)),
        ],
    )
    def test_differs(self, one: Quantity, other: Quantity) -> None:
        assert one != other

    @pytest.mark.parametrize("other", [5, Decimal(5), "5 đồng", None])
    def test_never_raises_and_equals_no_other_type(self, other: object) -> None:
        assert of("5", DONG) != other

    def test_same_amount_ignores_resolution_and_unit(self) -> None:
        assert of("1400").same_amount(of("1.4", THOUSAND_BILLION))
        assert not of("5", DONG).same_amount(of("5", DOLLAR))

    def test_same_wording_wants_digits_and_unit(self) -> None:
        assert of("1.40").same_wording(of("1.40"))
        assert not of("1.40").same_wording(of("1.4"))
        assert not of("1400").same_wording(of("1.400", THOUSAND_BILLION))


class TestOrder:
    def test_is_by_amount(self) -> None:
        assert of("999", MILLION) < of("1") < of("1", THOUSAND_BILLION)

    def test_equal_amounts_are_neither_less_nor_more(self) -> None:
        rough, fine = of("1.4", THOUSAND_BILLION), of("1400")
        assert rough <= fine
        assert rough >= fine
        assert not rough < fine
        assert not rough > fine

    @pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
    def test_across_dimensions_is_a_named_error(self, compare: Callable[[Any, Any], bool]) -> None:
        with pytest.raises(UnitMismatchError) as caught:
            compare(of("1", DONG), of("1", DOLLAR))
        assert (caught.value.left, caught.value.right, caught.value.operation) == ("đồng", "USD", "order")

    @pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
    def test_with_another_type_is_pythons_own_error(self, compare: Callable[[Any, Any], bool]) -> None:
        with pytest.raises(TypeError) as caught:
            compare(of("1", DONG), 1)
        assert not isinstance(caught.value, UnitMismatchError)


class TestAmount:
    @pytest.mark.parametrize(
        ("quantity", "amount"),
        [
            (of("1390.9"), "1390900000000"),
            (of("5", PER_MILLE), "0.5"),
            (of("4.5", PER_HEAD), "4500000"),
        ],
    )
    def test_is_in_base_units(self, quantity: Quantity, amount: str) -> None:
        assert quantity.amount == Decimal(amount)

    @pytest.mark.parametrize(
        ("value", "power", "expected"),
        [
            ("1400", 9, (14, 11)),
            ("-0.50", 0, (-5, -1)),
            ("0.00", 9, (0, 0)),
        ],
    )
    def test_normal_form_has_no_trailing_zero(self, value: str, power: int, expected: tuple[int, int]) -> None:
        assert normal_form(Decimal(value), power) == expected

    def test_to_converts_within_a_dimension(self) -> None:
        converted = of("1.4", THOUSAND_BILLION).to(BILLION)
        assert (converted.value, converted.unit, converted.decimals) == (Decimal(1400), BILLION, None)

    def test_to_refuses_another_dimension(self) -> None:
        with pytest.raises(UnitMismatchError) as caught:
            of("1").to(DOLLAR)
        assert caught.value.operation == "convert"


class TestInterval:
    @pytest.mark.parametrize(
        ("quantity", "lower", "upper"),
        [
            (of("1390.9"), "1390850000000", "1390950000000"),
            (of("1.4", THOUSAND_BILLION), "1350000000000", "1450000000000"),
            (of("95", PERCENT), "94.5", "95.5"),
            (of("95.0", PERCENT), "94.95", "95.05"),
            (of("-2.5", PERCENT), "-2.55", "-2.45"),
            (of("5000", DONG), "4999.5", "5000.5"),  # trailing zeros of a whole number say nothing
            (of("1.2", MILLION_PEOPLE), "1150000", "1250000"),  # a scaled count is rounded
            (of("2.5", ENTERPRISE), "2.45", "2.55"),  # no whole count
        ],
    )
    def test_is_what_rounds_to_the_figure(self, quantity: Quantity, lower: str, upper: str) -> None:
        assert quantity.interval() == Interval(Decimal(lower), Decimal(upper))

    @pytest.mark.parametrize(
        "quantity",
        [
            of("534", ENTERPRISE),  # counted one by one
            of("5", decimals=None),  # computed: precision is never inferred
        ],
    )
    def test_is_the_figure_alone(self, quantity: Quantity) -> None:
        assert quantity.interval() == Interval.point(quantity.amount)


class TestArithmetic:
    def test_sum_in_the_unit_of_the_left(self) -> None:
        total = of("1.5") + of("250", MILLION)
        assert (total.value, total.unit, total.decimals) == (Decimal("1.75"), BILLION, None)

    def test_difference(self) -> None:
        assert (of("5574.5") - of("5558")).value == Decimal("16.5")

    def test_percent_minus_percent_is_percentage_points(self) -> None:
        points = of("30.4", PERCENT) - of("267", PER_MILLE)
        assert (points.value, points.unit) == (Decimal("3.7"), PERCENTAGE_POINT)

    @pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.truediv])
    def test_dimensions_do_not_mix(self, operation: Callable[[Any, Any], Any]) -> None:
        with pytest.raises(UnitMismatchError):
            operation(of("1", PERCENT), of("1", PERCENTAGE_POINT))

    def test_negation_keeps_the_digits(self) -> None:
        turned = -of("2.50", PERCENT)
        assert (str(turned.value), turned.decimals) == ("-2.50", 2)

    def test_zero_has_no_sign(self) -> None:
        assert str(-of("0.0", PERCENT)) == "0.0%"

    def test_times_a_number(self) -> None:
        for product in (of("1.5") * 4, 4 * of("1.5"), of("1.5") * Decimal(4)):
            assert (product.value, product.decimals) == (Decimal("6.0"), None)

    def test_like_by_like_is_a_decimal_of_34_digits(self) -> None:
        assert of("1390.9") / of("5208") == Decimal("0.2670698924731182795698924731182796")

    def test_by_a_number_is_a_quantity(self) -> None:
        assert (of("9") / 4).value == Decimal("2.25")

    @pytest.mark.parametrize("divisor", [0, Decimal(0), of("0"), of("-0.0", MILLION)])
    def test_by_zero_is_a_named_error(self, divisor: Any) -> None:
        with pytest.raises(DivisorError):
            _ = of("1") / divisor

    @pytest.mark.parametrize("operand", [1.5, True, "2", None])
    @pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.mul, operator.truediv])
    def test_with_another_type_is_pythons_own_error(self, operation: Callable[[Any, Any], Any], operand: Any) -> None:
        with pytest.raises(TypeError):
            operation(of("1"), operand)

    @pytest.mark.parametrize("operation", [operator.mul, operator.truediv])
    def test_with_no_number_is_refused(self, operation: Callable[[Any, Any], Any]) -> None:
        with pytest.raises(InvalidValueError):
            operation(of("1"), Decimal("NaN"))


class TestStr:
    @pytest.mark.parametrize(
        ("quantity", "expected"),
        [
            (of("1390.9"), "1390.9 tỷ đồng"),
            (of("26.70", PERCENT), "26.70%"),
            (of("5", PER_MILLE), "5‰"),
            (of("1E+3"), "1000 tỷ đồng"),
            (of("3.7", PERCENTAGE_POINT), "3.7 điểm phần trăm"),
        ],
    )
    def test_is_plain_digits_and_the_unit(self, quantity: Quantity, expected: str) -> None:
        assert str(quantity) == expected


class TestUnit:
    @pytest.mark.parametrize(
        ("unit", "is_count"),
        [
            (ENTERPRISE, True),
            (MILLION_PEOPLE, False),  # rounded to millions
            (Unit("hộ/phường", "count:hộ/count:phường"), False),  # a rate
            (BILLION, False),
        ],
    )
    def test_counts_whole_things(self, unit: Unit, is_count: bool) -> None:
        assert unit.is_count == is_count

    def test_percent_and_per_mille_are_one_dimension(self) -> None:
        assert PERCENT.is_percent
        assert PER_MILLE.is_percent
        assert not PERCENTAGE_POINT.is_percent
