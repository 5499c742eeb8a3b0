"""Laws of attainment, over arbitrary figures."""

from __future__ import annotations

from decimal import Decimal, localcontext
from itertools import pairwise

import hypothesis.strategies as st
from hypothesis import assume, given

from tests.attainment_makers import BILLION, FIRMS, TRILLION, UP, YEAR, actual, plan_report, report, target
from tests.property.attainment_strategies import amounts, counts, indicators, points, policies, quantities, stateds
from vnplan.attainment import (
    DEFAULT,
    Certainty,
    Outcome,
    Policy,
    acceptance,
    assess,
    gap,
    growth,
    implied_base,
    possible_values,
    realised_share,
)
from vnplan.model.actual import Actual, Change
from vnplan.model.indicator import Indicator
from vnplan.model.interval import Interval
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Comparator, Stated
from vnplan.model.target import Target
from vnplan.model.units import PERCENT
from vnplan.scorecard import scorecard


def make_target(stated: Stated, indicator: Indicator | None, *, maintain: bool = False) -> Target:
    return Target(name="x", indicator=indicator, period=YEAR, stated=stated, maintain=maintain)


def make_actual(stated: Stated, indicator: Indicator | None) -> Actual:
    return Actual(name="x", indicator=indicator, period=YEAR, stated=stated)


def samples(values: Interval) -> list[Decimal]:
    """Both ends and values between; of an open or unbounded end values near it."""
    low = values.lower if values.lower is not None else (values.upper or Decimal(0)) - 10**6
    high = values.upper if values.upper is not None else low + 2 * 10**6
    steps = [low + (high - low) * part / 1000 for part in (0, 1, 250, 500, 750, 999, 1000)]
    return [value for value in steps if value in values]


figures = st.tuples(stateds(), stateds(), indicators, st.booleans())


class TestCertain:
    """CERTAIN: no value in the sets changes the outcome."""

    @given(figures, policies, st.booleans())
    def test_every_possible_value_has_a_possible_outcome(
        self,
        case: tuple[Stated, Stated, Indicator | None, bool],
        policy: Policy,
        exactly: bool,
    ) -> None:
        aim_stated, result_stated, indicator, maintain = case
        aim, result = make_target(aim_stated, indicator, maintain=maintain), make_actual(result_stated, indicator)
        verdict = assess(aim, result, policy=policy, exact_target=exactly)
        values = possible_values(result_stated, policy=policy)
        thresholds = possible_values(aim_stated, policy=policy, exact_value=exactly)
        if values is None or thresholds is None or not verdict.outcome.is_decided:
            return
        plain = aim_stated.comparator is Comparator.EQUAL
        seen = set()
        for threshold in samples(thresholds) if plain else [None]:
            moved = aim if threshold is None else make_target(at(threshold), indicator, maintain=maintain)
            accepted = acceptance(moved, policy=policy, exact_target=True)
            assert accepted is not None
            seen |= {accepted.outcome(value) for value in samples(values)}
        assert seen <= verdict.possible
        if verdict.certainty is Certainty.CERTAIN:
            assert seen == {verdict.outcome}

    @given(stateds(), indicators, st.booleans(), amounts())
    def test_the_zones_agree_with_the_sets(
        self,
        stated: Stated,
        indicator: Indicator | None,
        maintain: bool,
        value: Decimal,
    ) -> None:
        accepted = acceptance(make_target(stated, indicator, maintain=maintain))
        assert accepted is not None
        assert accepted.outcomes(Interval.point(value)) == {accepted.outcome(value)}
        if accepted.accepted is not None:
            assert (value in accepted.accepted) == accepted.outcome(value).is_met


def at(value: Decimal) -> Stated:
    return Stated(quantity=Quantity(value, PERCENT, None))


class TestPossibleValues:
    @given(points(), policies)
    def test_face_value_is_possible(self, stated: Stated, policy: Policy) -> None:
        values = possible_values(stated, policy=policy)
        assert values is not None
        assert stated.quantity is not None
        assert stated.quantity.amount in values

    @given(points(), policies)
    def test_mirrored_below_zero(self, stated: Stated, policy: Policy) -> None:
        assert stated.quantity is not None
        mirrored = possible_values(Stated(quantity=-stated.quantity), policy=policy)
        values = possible_values(stated, policy=policy)
        assert values is not None
        assert mirrored == -values

    @given(st.lists(st.integers(-500, 500), min_size=2, unique=True), policies)
    def test_neighbours_touch_and_never_cross(self, numbers: list[int], policy: Policy) -> None:
        sets = [possible_values(Stated(quantity=Quantity(Decimal(n), PERCENT)), policy=policy) for n in sorted(numbers)]
        for one, other in pairwise(sets):
            assert one is not None
            assert other is not None
            assert one.upper is not None
            assert other.lower is not None
            if 0 in numbers:  # cutting off maps all of (−1, 1) to zero
                continue
            assert one.upper <= other.lower


class TestMetAtFaceValue:
    """For a closed lower bound above zero, met at face value ⇔ share ≥ 1."""

    @given(amounts(1), amounts())
    def test_is_a_share_of_one_or_more(self, bound: Decimal, value: Decimal) -> None:
        stated = Stated(comparator=Comparator.AT_LEAST, quantity=Quantity(bound, BILLION))
        aim, result = make_target(stated, UP), make_actual(Stated(quantity=Quantity(value, BILLION)), UP)
        share = realised_share(aim, result).value
        assert share is not None
        assert assess(aim, result).outcome.is_met == (share >= 1)


class TestRewriting:
    """Writing a figure in another unit of the same resolution changes no verdict."""

    @given(st.integers(-(10**6), 10**6), st.integers(1, 10**6), policies)
    def test_changes_nothing(self, digits: int, aim_digits: int, policy: Policy) -> None:
        in_billions, in_trillions = Quantity(Decimal(digits), BILLION), Quantity(Decimal(digits).scaleb(-3), TRILLION)
        aim = make_target(Stated(quantity=Quantity(Decimal(aim_digits), BILLION)), UP)
        one = assess(aim, make_actual(Stated(quantity=in_billions), UP), policy=policy)
        other = assess(aim, make_actual(Stated(quantity=in_trillions), UP), policy=policy)
        assert (one.outcome, one.possible) == (other.outcome, other.possible)
        assert one.share == other.share


class TestGrowthAndBase:
    """Growth and implied base are inverse within their intervals."""

    @given(quantities(BILLION, 1), quantities(BILLION, 1))
    def test_base_is_found_again(self, base: Quantity, current: Quantity) -> None:
        rate = growth(base, current)
        assume(rate.value is not None and rate.interval is not None)
        assert rate.value is not None
        assert rate.interval is not None
        assert rate.value in rate.interval
        percent = rate.percent
        assert percent is not None
        found = implied_base(current, Change(name="", stated=Stated(quantity=Quantity(percent, PERCENT, None))))
        assert found.interval is not None
        assert found.interval.overlaps(base.interval())

    @given(counts(), counts())
    def test_a_rounded_rate_of_whole_counts_leads_back_to_the_base(self, base: Quantity, current: Quantity) -> None:
        rate = growth(base, current).percent
        assert rate is not None
        printed = Quantity(round(rate, 1), PERCENT)
        found = implied_base(current, printed)
        if found.interval is not None:
            assert base.amount in found.interval
        assert current.unit == FIRMS

    @given(quantities(BILLION, 1), quantities(BILLION, 1))
    def test_share_is_growth_plus_one(self, base: Quantity, current: Quantity) -> None:
        share, rate = realised_share(base, current), growth(base, current)
        if share.interval is not None and rate.interval is not None:
            assert share.interval == rate.interval + Interval.point(Decimal(1))


class TestGap:
    @given(quantities(BILLION), quantities(BILLION))
    def test_changes_sign_with_its_sides(self, one: Quantity, other: Quantity) -> None:
        there, back = gap(one, other), gap(other, one)
        assert there.interval is not None
        assert back.interval == -there.interval
        assert there.value is not None
        assert there.value.amount in there.interval


class TestDecimalContext:
    """Nothing depends on the caller's decimal context."""

    @given(figures, policies, st.integers(1, 6))
    def test_verdict(self, case: tuple[Stated, Stated, Indicator | None, bool], policy: Policy, precision: int) -> None:
        aim_stated, result_stated, indicator, maintain = case
        aim, result = make_target(aim_stated, indicator, maintain=maintain), make_actual(result_stated, indicator)
        expected = assess(aim, result, policy=policy)
        with localcontext(prec=precision):
            assert assess(aim, result, policy=policy) == expected


class TestCounts:
    """Outcomes add up to all targets, and the face count lies in its interval."""

    @given(st.lists(st.tuples(stateds(), st.none() | stateds()), max_size=8))
    def test_add_up(self, pairs: list[tuple[Stated, Stated | None]]) -> None:
        named = [Indicator(id=str(n), name="x", english="x", direction=UP.direction) for n in range(len(pairs))]
        targets = [make_target(aim, one) for (aim, _), one in zip(pairs, named, strict=True)]
        results = [make_actual(got, one) for (_, got), one in zip(pairs, named, strict=True) if got is not None]
        card = scorecard([plan_report(*targets), report(*results)])
        met = card.met
        assert sum(card.counts.values()) == len(card) == met.of == len(pairs)
        assert met.least <= met.face <= met.most <= met.of
        assert met.face == card.counts[Outcome.MET] + card.counts[Outcome.EXCEEDED]
        assert sum(len(held) for held in card.unassessed.values()) == sum(
            count for outcome, count in card.counts.items() if not outcome.is_decided
        )
        assert len(card.rows()) == len(pairs)


def test_default_policy_is_the_default() -> None:
    aim, result = target("5 %"), actual("6 %")
    assert assess(aim, result) == assess(aim, result, policy=DEFAULT)
