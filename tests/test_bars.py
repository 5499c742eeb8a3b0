"""Where target, result and rounding interval stand on the line of a bar."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.attainment_makers import DOWN, FLOW, actual, change, growth_target, target
from vnplan.attainment import Policy, Rounding, assess
from vnplan.bars import Bar, bar_of
from vnplan.errors import InvalidValueError
from vnplan.model.actual import Actual, Change
from vnplan.model.interval import Interval
from vnplan.model.period import Period
from vnplan.model.target import Measure, Target


def drawn(aim: Target, result: Actual | Change) -> Bar:
    found = bar_of(assess(aim, result))
    assert found is not None
    return found


class TestValues:
    def test_are_in_the_targets_unit(self) -> None:
        bar = drawn(target("5 nghìn tỷ đồng"), actual("4900.5 tỷ đồng"))
        assert (bar.unit.symbol, bar.mark, bar.face) == ("nghìn tỷ đồng", Decimal(5), Decimal("4.9005"))
        assert bar.values == Interval(Decimal("4.90045"), Decimal("4.90055"))
        assert bar.accepted == Interval(Decimal(5), None)

    def test_declines_are_negative(self) -> None:
        bar = drawn(growth_target(">= 5 %", Measure.DECREASE), change("7.1 %", Measure.DECREASE))
        assert (bar.mark, bar.face, bar.accepted) == (Decimal(-5), Decimal("-7.1"), Interval(None, Decimal(-5)))
        assert bar.ends[0] < Decimal("-7.15")
        assert bar.place(Decimal(0)) == 1

    def test_even_pace_of_an_open_period(self) -> None:
        bar = drawn(target("100 tỷ đồng", FLOW), actual("20 tỷ đồng", FLOW, period=Period.quarter(2023, 1)))
        assert bar.even == 25

    def test_no_even_pace_once_the_period_is_over(self) -> None:
        assert drawn(target("100 tỷ đồng", FLOW), actual("90 tỷ đồng", FLOW)).even is None

    def test_about_bounds_nothing(self) -> None:
        assert drawn(target("5 %"), actual("about 5 %")).values is None


class TestLine:
    def test_holds_everything_with_a_margin(self) -> None:
        bar = drawn(target("50 %"), actual("100 %"))
        low, high = bar.ends
        assert low == 0
        assert high > Decimal("100.5")
        assert [bar.place(value) for value in (Decimal(0), high)] == [0, 1]
        assert bar.place(bar.mark) < bar.place(bar.face) < 1

    def test_is_never_capped(self) -> None:
        """A result of nine times the target is drawn nine times as long."""
        bar = drawn(target("10 %", DOWN), actual("90 %", DOWN))
        assert bar.place(bar.face) / bar.place(bar.mark) == pytest.approx(Decimal(9), rel=Decimal("0.01"))

    def test_an_open_end_stands_where_asked(self) -> None:
        bar = drawn(target("5 %"), actual("6 %"))
        assert [bar.place(None), bar.place(None, default=Decimal(1))] == [0, 1]

    def test_of_zeros(self) -> None:
        bar = drawn(target("0 hộ"), actual("0 hộ"))
        assert bar.place(bar.face) == 0


class TestNothingToDraw:
    @pytest.mark.parametrize(
        ("aim", "result"),
        [
            (target("5 %"), None),
            (target(""), actual("5 %")),
            (target("5 %"), actual("")),
            (target("5 %"), actual("5 tỷ đồng")),
        ],
    )
    def test_where_nothing_was_compared(self, aim: Target, result: Actual | None) -> None:
        assert bar_of(assess(aim, result)) is None


def test_the_policy_is_that_of_the_verdict() -> None:
    cut = Policy(rounding=Rounding.TRUNCATED)
    verdict = assess(target("5 %"), actual("6 %"), policy=cut)
    with pytest.raises(InvalidValueError, match="the policy of the verdict"):
        bar_of(verdict)
    bar = bar_of(verdict, policy=cut)
    assert bar is not None
    assert bar.values is not None
    assert str(bar.values) == "[6, 7)"
