"""Stated."""

from __future__ import annotations

from decimal import Decimal

import pytest

from vnplan.errors import InvalidValueError
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Comparator, Hedge, Stated
from vnplan.model.units import PERCENT, PERCENTAGE_POINT

FIVE, TEN = (Quantity(Decimal(value), PERCENT) for value in (5, 10))
POINTS = Quantity(Decimal(10), PERCENTAGE_POINT)


class TestMaking:
    def test_nothing_stated(self) -> None:
        nothing = Stated()
        assert (nothing.comparator, nothing.quantity, nothing.upper, nothing.hedge) == (
            Comparator.EQUAL,
            None,
            None,
            None,
        )

    @pytest.mark.parametrize(
        ("comparator", "quantity", "upper"),
        [
            (Comparator.BETWEEN, FIVE, None),  # a range without its far end
            (Comparator.EQUAL, FIVE, TEN),  # a far end without a range
            (Comparator.BETWEEN, TEN, FIVE),  # the wrong way round
            (Comparator.BETWEEN, None, FIVE),  # no near end
            (Comparator.BETWEEN, FIVE, POINTS),  # two dimensions
        ],
    )
    def test_refuses_half_ranges(
        self, comparator: Comparator, quantity: Quantity | None, upper: Quantity | None
    ) -> None:
        with pytest.raises(InvalidValueError) as caught:
            Stated(comparator=comparator, quantity=quantity, upper=upper)
        assert (caught.value.field, caught.value.value) == ("upper", upper)

    @pytest.mark.parametrize(("comparator", "hedge"), [(Comparator.ABOUT, None), (Comparator.EQUAL, Hedge.NEAR)])
    def test_a_hedge_stands_exactly_where_the_comparator_says_about(
        self, comparator: Comparator, hedge: Hedge | None
    ) -> None:
        with pytest.raises(InvalidValueError) as caught:
            Stated(comparator=comparator, quantity=FIVE, hedge=hedge)
        assert caught.value.field == "hedge"

    def test_a_range_may_be_a_point(self) -> None:
        assert Stated(comparator=Comparator.BETWEEN, quantity=FIVE, upper=FIVE).upper == FIVE


class TestOf:
    @pytest.mark.parametrize(
        ("text", "comparator", "value", "hedge"),
        [
            ("5.558 tỷ đồng", "=", "5558", None),
            ("từ 75% trở lên", ">=", "75", None),
            ("trên 99%", ">", "99", None),
            ("không quá 3%", "<=", "3", None),
            ("dưới 3%", "<", "3", None),
            ("gần 8%", "~", "8", "near"),
            ("khoảng 4%", "~", "4", "about"),
        ],
    )
    def test_keeps_the_printed_bound(self, text: str, comparator: str, value: str, hedge: str | None) -> None:
        stated = Stated.of(text)
        assert stated.quantity is not None
        assert (stated.comparator, str(stated.quantity.value), stated.hedge) == (comparator, value, hedge)

    def test_range(self) -> None:
        stated = Stated.of("từ 5% đến 10%")
        assert (stated.comparator, stated.quantity, stated.upper) == (Comparator.BETWEEN, FIVE, TEN)


class TestSameWording:
    def test_wants_bound_digits_and_unit(self) -> None:
        plain = Stated(quantity=FIVE)
        assert plain.same_wording(Stated(quantity=FIVE))
        assert not plain.same_wording(Stated(comparator=Comparator.AT_LEAST, quantity=FIVE))
        assert not plain.same_wording(Stated(quantity=TEN))
        assert not plain.same_wording(Stated())
        assert Stated().same_wording(Stated())


class TestStr:
    @pytest.mark.parametrize(
        ("stated", "expected"),
        [
            (Stated(), "—"),
            (Stated(quantity=FIVE), "5%"),
            (Stated(comparator=Comparator.AT_LEAST, quantity=FIVE), ">= 5%"),
            (Stated(comparator=Comparator.ABOUT, quantity=FIVE, hedge=Hedge.NEAR), "~ 5%"),
            (Stated(comparator=Comparator.BETWEEN, quantity=FIVE, upper=TEN), "5–10%"),
        ],
    )
    def test_shows_the_bound(self, stated: Stated, expected: str) -> None:
        assert str(stated) == expected
