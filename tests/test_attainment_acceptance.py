"""A target as the values that meet it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.attainment_makers import DOWN, KEEP, NEUTRAL, SHARE_OF_WHOLE, UP, growth_target, stated, target
from vnplan.attainment import Outcome, Policy, Reason, acceptance, frame_of, preferred_direction
from vnplan.model.actual import Change, ChangeForm
from vnplan.model.indicator import Direction, Indicator
from vnplan.model.target import Frame, Measure, Target

DECREASE, INCREASE = Measure.DECREASE, Measure.INCREASE


def zones(aim: Target, *values: str, policy: Policy | None = None) -> list[str]:
    accepted = acceptance(aim) if policy is None else acceptance(aim, policy=policy)
    assert accepted is not None
    return [str(accepted.outcome(Decimal(value))) for value in values]


class TestAccepted:
    """The table of wordings."""

    @pytest.mark.parametrize(
        ("aim", "accepted"),
        [
            (target("5558 tỷ đồng"), "[5558000000000, ∞)"),
            (target("5 %", DOWN), "(−∞, 5]"),
            (target(">= 95 %"), "[95, ∞)"),
            (target(">= 95 %", None), "[95, ∞)"),  # the wording alone suffices
            (target("> 95 %"), "(95, ∞)"),
            (target("< 3 %"), "(−∞, 3)"),  # giảm còn dưới 3%: a level
            (target("<= 3 %", UP), "(−∞, 3]"),  # and it overrules the indicator
            (growth_target(">= 5 %", DECREASE), "(−∞, -5]"),  # giảm từ 5% trở lên
            (growth_target("<= 5 %", DECREASE), "[-5, ∞)"),  # giảm không quá 5%
            (
                growth_target("<= 0.5 lần", DECREASE),
                "(−∞, -50.0]",
            ),  # giảm còn không quá 0,5 lần: a multiple, no decline
            (growth_target(">= 0.5 lần", DECREASE), "[-50.0, ∞)"),  # giảm còn ít nhất 0,5 lần
            (growth_target("<= 5 %"), "(−∞, 5]"),  # tăng không quá 5%
            (growth_target("10 %"), "[10, ∞)"),  # tốc độ tăng trưởng 10%/năm
            (growth_target("10 %", about=DOWN), "[10, ∞)"),
            (growth_target("150 hộ", DECREASE, frame=Frame.ABSOLUTE_CHANGE), "(−∞, -150]"),
            (growth_target("2 lần", frame=Frame.TIMES), "[100, ∞)"),  # twice is +100 %
            (target("0 người", None), "(−∞, 0]"),  # không để xảy ra: none is the fewest
        ],
    )
    def test_wordings(self, aim: Target, accepted: str) -> None:
        found = acceptance(aim)
        assert found is not None
        assert str(found.accepted) == accepted

    @pytest.mark.parametrize(
        ("aim", "core"),
        [
            (target("6.6–6.8 %"), "[6.6, 6.8]"),
            (growth_target("5–10 %", DECREASE), "[-10, -5]"),
            (
                growth_target("1–1.5 điểm phần trăm", DECREASE, frame=Frame.POINTS, about=DOWN),
                "[-1.5, -1]",
            ),
            (target("100 %", maintain=True), "{100}"),
        ],
    )
    def test_core(self, aim: Target, core: str) -> None:
        found = acceptance(aim)
        assert found is not None
        assert str(found.core) == core

    def test_no_figure_accepts_nothing(self) -> None:
        assert acceptance(target("")) is None

    def test_no_direction_accepts_nothing(self) -> None:
        found = acceptance(target("50 %", NEUTRAL))
        assert found is not None
        assert found.accepted is None
        assert found.reason is Reason.NO_DIRECTION


class TestOutcome:
    @pytest.mark.parametrize(
        ("aim", "values", "outcomes"),
        [
            (target("27 %"), "26.9 27 27.5", "not_met met exceeded"),
            (target("4 %", DOWN), "3.9 4 4.1", "exceeded met not_met"),
            (target(">= 27 %"), "26.9 27 27.5", "not_met met met"),
            (target("< 3 %"), "2.9 3 3.1", "met not_met not_met"),
            (target("> 95 %"), "95 95.1", "not_met met"),
            (target("7–8 %"), "6.9 7 8 8.1", "not_met met met exceeded"),
            (target("7–8 %", DOWN), "6.9 7 8 8.1", "exceeded met met not_met"),
            (target("7–8 %", KEEP), "6.9 7 8.1", "not_met met not_met"),
            (target("7–8 %", None), "6.9 7 8.1", "indeterminate met indeterminate"),
            (growth_target("5–10 %", DECREASE), "-4 -5 -10 -11", "not_met met met exceeded"),
            (target("98 %", maintain=True), "97 98 99", "not_met met exceeded"),
            (target("98 %", None, maintain=True), "97 98 99", "indeterminate met indeterminate"),
            (target("98 %", KEEP), "97 98 99", "not_met met not_met"),
            (target("98 %", None), "97 98 99", "indeterminate indeterminate indeterminate"),
            (target("about 4 %", DOWN), "2.79 4 4.1", "exceeded indeterminate indeterminate"),
            (target("about 4 %", UP), "3.9 4 4.1", "indeterminate indeterminate exceeded"),
            (target("near 4 %", UP), "3.9 4 4.1", "indeterminate indeterminate exceeded"),
            (target("about 4 %", None), "3.9 4 4.1", "indeterminate indeterminate indeterminate"),
        ],
    )
    def test_zones(self, aim: Target, values: str, outcomes: str) -> None:
        assert zones(aim, *values.split()) == outcomes.split()

    def test_tolerance_of_about(self) -> None:
        aim, policy = target("about 4 %", DOWN), Policy(about=Decimal(10))
        assert zones(aim, "3.5", "3.6", "4.4", "4.5", policy=policy) == ["exceeded", "met", "met", "not_met"]

    @pytest.mark.parametrize(
        ("aim", "accepted", "threshold"),
        [
            (target(">= 95 %", SHARE_OF_WHOLE), "[95, ∞)", 95),  # từ 95% trở lên: 100 % closes the far end
            (target("> 52 %", SHARE_OF_WHOLE), "(52, ∞)", 52),
            (target("< 3 %", SHARE_OF_WHOLE), "(−∞, 3)", 3),  # dưới 3%: 0 % closes the far end
            (target("<= 3 %", SHARE_OF_WHOLE), "(−∞, 3]", 3),
            (target("<= 0 %", SHARE_OF_WHOLE), "(−∞, 0]", 0),
            (target(">= 100 %", SHARE_OF_WHOLE), "[100, ∞)", 100),
            (target("<= 20 người", None), "(−∞, 20]", 20),
            (growth_target(">= 5 %", DECREASE, about=SHARE_OF_WHOLE), "(−∞, -5]", -5),
        ],
    )
    def test_a_natural_domain_turns_no_bound(self, aim: Target, accepted: str, threshold: int) -> None:
        found = acceptance(aim)
        assert found is not None
        assert str(found.accepted) == accepted
        assert found.threshold == threshold

    def test_a_share_short_of_its_bound_misses_it(self) -> None:
        aim = target(">= 95 %", SHARE_OF_WHOLE)
        assert zones(aim, "90", "95", "96", "100") == ["not_met", "met", "met", "met"]
        assert zones(target("< 3 %", SHARE_OF_WHOLE), "2", "3", "4") == ["met", "not_met", "not_met"]

    def test_bounds_can_be_exceeded_where_the_policy_says_so(self) -> None:
        policy = Policy(bound_exceeds=True)
        assert zones(target(">= 27 %"), "26.9", "27", "27.5", policy=policy) == ["not_met", "met", "exceeded"]
        assert zones(target("< 3 %"), "2.9", "3", policy=policy) == ["exceeded", "not_met"]

    def test_printed_target_widens_what_may_come_out(self) -> None:
        aim = target("91 %")
        exactly, printed = acceptance(aim, exact_target=True), acceptance(aim, exact_target=False)
        assert exactly is not None
        assert printed is not None
        near = stated("91.3 %").quantity
        assert near is not None
        assert exactly.outcomes(near.interval()) == {Outcome.EXCEEDED}
        assert printed.outcomes(near.interval()) == {Outcome.EXCEEDED, Outcome.MET, Outcome.NOT_MET}


class TestFrames:
    @pytest.mark.parametrize(
        ("figure", "frame"),
        [
            (target("3 %"), Frame.LEVEL),
            (target("3 %", measure=DECREASE), Frame.RELATIVE_CHANGE),  # the unit says what kind of change
            (target("3 điểm phần trăm", measure=DECREASE), Frame.POINTS),
            (target("3 hộ", measure=DECREASE), Frame.ABSOLUTE_CHANGE),
            (target("3 lần", measure=INCREASE, frame=Frame.TIMES), Frame.RELATIVE_CHANGE),
            (Change(name="x", stated=stated("3 %")), Frame.RELATIVE_CHANGE),
            (Change(name="x", stated=stated("103 %"), form=ChangeForm.RATIO), Frame.RELATIVE_CHANGE),
            (Change(name="x", stated=stated("3 hộ"), form=ChangeForm.DIFFERENCE), Frame.ABSOLUTE_CHANGE),
            (Change(name="x", stated=stated("3 điểm phần trăm"), form=ChangeForm.DIFFERENCE), Frame.POINTS),
        ],
    )
    def test_frame_of(self, figure: Target | Change, frame: Frame) -> None:
        assert frame_of(figure) is frame


class TestPreferredDirection:
    @pytest.mark.parametrize(
        ("about", "measure", "direction"),
        [
            (UP, Measure.LEVEL, Direction.HIGHER),
            (DOWN, Measure.LEVEL, Direction.LOWER),
            (NEUTRAL, Measure.LEVEL, None),
            (None, Measure.LEVEL, None),
            (UP, DECREASE, Direction.LOWER),  # the wording overrules
            (None, INCREASE, Direction.HIGHER),
        ],
    )
    def test_wording_then_indicator(
        self, about: Indicator | None, measure: Measure, direction: Direction | None
    ) -> None:
        assert preferred_direction(target("5 %", about, measure=measure)) is direction

    def test_growth_told_without_a_verb_takes_the_indicators(self) -> None:
        assert preferred_direction(target("5 %", UP, frame=Frame.RELATIVE_CHANGE)) is Direction.HIGHER
        assert preferred_direction(target("2 lần", None, frame=Frame.TIMES)) is Direction.HIGHER
