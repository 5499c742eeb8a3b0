"""Targets on a change that no text states, judged by two levels."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import hypothesis.strategies as st
import pytest
from attrs import evolve
from hypothesis import assume, given

from tests.attainment_makers import (
    BILLION,
    FLOW,
    QUAN_3,
    QUAN_7,
    UP,
    YEAR,
    actual,
    change,
    growth_target,
    indicator,
    plan_report,
    report,
    target,
)
from tests.property.attainment_strategies import policies, quantities
from vnplan import explain, from_json, scorecard, scorecard_page, to_json
from vnplan.attainment import (
    Assumption,
    Certainty,
    Finality,
    Outcome,
    Policy,
    Reason,
    Verdict,
    acceptance,
    assess,
    possible_values,
)
from vnplan.model.actual import Actual, Status, VerdictWord
from vnplan.model.figure import Accumulation, PriceBase
from vnplan.model.period import Period
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Stated
from vnplan.model.target import Frame, Measure, Target

BEFORE = YEAR.year_before()
FALL = Measure.DECREASE


def judged(aim: Target, before: str, now: str, **more: Any) -> Verdict:
    """The verdict on levels of the year before and of the year."""
    return assess(aim, actual(now), base=actual(before, period=BEFORE), **more)


class TestOutcome:
    @pytest.mark.parametrize(
        ("before", "now", "outcome", "certainty"),
        [
            ("640 tỷ đồng", "714 tỷ đồng", Outcome.EXCEEDED, Certainty.CERTAIN),  # 11,4–11,7 %
            ("640 tỷ đồng", "704 tỷ đồng", Outcome.MET, Certainty.ROUNDING_SENSITIVE),  # 10 % by the digits, 9,8–10,2
            ("640 tỷ đồng", "703.7 tỷ đồng", Outcome.NOT_MET, Certainty.ROUNDING_SENSITIVE),
            ("640.0 tỷ đồng", "690.0 tỷ đồng", Outcome.NOT_MET, Certainty.CERTAIN),
            ("640 tỷ đồng", "600 tỷ đồng", Outcome.NOT_MET, Certainty.CERTAIN),  # a fall
        ],
    )
    def test_of_a_growth(self, before: str, now: str, outcome: Outcome, certainty: Certainty) -> None:
        verdict = judged(growth_target("10 %"), before, now)
        assert (verdict.outcome, verdict.certainty) == (outcome, certainty)

    def test_of_a_fall(self) -> None:
        aim = growth_target(">= 5 %", FALL)
        assert judged(aim, "200 người", "189 người").outcome is Outcome.MET  # 5,5 % fewer
        assert judged(aim, "200 người", "191 người").outcome is Outcome.NOT_MET  # 4,5 % fewer
        assert judged(aim, "200 người", "230 người").outcome is Outcome.NOT_MET

    def test_of_whole_counts_is_certain(self) -> None:
        aim = target("150 hộ", measure=FALL, frame=Frame.ABSOLUTE_CHANGE)
        verdict = judged(aim, "1200 hộ", "1050 hộ")
        assert (verdict.outcome, verdict.certainty) == (Outcome.MET, Certainty.CERTAIN)
        assert judged(aim, "1200 hộ", "1051 hộ").outcome is Outcome.NOT_MET

    def test_of_points(self) -> None:
        aim = target("0.5 điểm phần trăm", measure=FALL, frame=Frame.POINTS)
        verdict = judged(aim, "2.5 %", "1.9 %")
        assert (verdict.outcome, verdict.certainty) == (Outcome.EXCEEDED, Certainty.ROUNDING_SENSITIVE)
        assert verdict.possible == {Outcome.MET, Outcome.EXCEEDED}  # 0,5 to 0,7 points

    def test_of_a_factor(self) -> None:
        aim = target("2 lần", frame=Frame.TIMES)
        assert judged(aim, "100 tỷ đồng", "203 tỷ đồng").outcome is Outcome.EXCEEDED
        assert judged(aim, "100 tỷ đồng", "190 tỷ đồng").outcome is Outcome.NOT_MET

    def test_of_a_bounded_level_only_where_all_values_agree(self) -> None:
        aim = growth_target("10 %")
        assert judged(aim, "640 tỷ đồng", "> 714 tỷ đồng").outcome is Outcome.EXCEEDED
        verdict = judged(aim, "640 tỷ đồng", "> 690 tỷ đồng")
        assert (verdict.outcome, verdict.reasons) == (Outcome.INDETERMINATE, (Reason.ONE_SIDED,))

    def test_keeps_both_levels_and_says_so(self) -> None:
        base = actual("640 tỷ đồng", period=BEFORE)
        now = actual("714 tỷ đồng", verdict_word=VerdictWord.NOT_MET)  # on the level, not on its growth
        verdict = assess(growth_target("10 %"), now, base=base)
        assert (verdict.actual, verdict.base, verdict.stated_word) == (now, base, None)
        assert assess(growth_target("10 %"), now, base=actual("", period=BEFORE)).stated_word is None
        assert Assumption.COMPUTED_CHANGE in verdict.assumed
        assert verdict.gap is not None
        assert verdict.gap.interval is not None
        assert verdict.gap.value is not None
        assert verdict.gap.value.unit.symbol == "điểm phần trăm"

    def test_is_not_looked_at_for_a_level(self) -> None:
        verdict = assess(target("700 tỷ đồng"), actual("714 tỷ đồng"), base=actual("640 tỷ đồng", period=BEFORE))
        assert (verdict.outcome, verdict.base) == (Outcome.EXCEEDED, None)

    def test_is_open_until_the_year_is_over(self) -> None:
        half = Period.months(2023, 6)
        verdict = assess(
            growth_target("10 %", about=FLOW),
            actual("300 tỷ đồng", FLOW, period=half),
            base=actual("250 tỷ đồng", FLOW, period=half.year_before()),
        )
        assert verdict.outcome is Outcome.OPEN
        assert verdict.run_rate is None  # growth does not come by the month

    @pytest.mark.parametrize(
        ("before", "now", "finality"),
        [
            (Status.FINAL, Status.FINAL, Finality.FINAL),
            (Status.FINAL, Status.ESTIMATED, Finality.PROVISIONAL),
            (Status.ESTIMATED, Status.FINAL, Finality.PROVISIONAL),
        ],
    )
    def test_is_as_final_as_both_levels(self, before: Status, now: Status, finality: Finality) -> None:
        base = actual("640 tỷ đồng", period=BEFORE, status=before)
        verdict = assess(growth_target("10 %"), actual("714 tỷ đồng", status=now), base=base)
        assert verdict.finality is finality


class TestNumbersThatAreMissing:
    @pytest.mark.parametrize(
        ("before", "now", "outcome", "reason"),
        [
            ("0 tỷ đồng", "714 tỷ đồng", Outcome.INDETERMINATE, Reason.ZERO_BASE),
            ("-3 tỷ đồng", "714 tỷ đồng", Outcome.INDETERMINATE, Reason.NEGATIVE_BASE),
            ("about 640 tỷ đồng", "714 tỷ đồng", Outcome.INDETERMINATE, Reason.ABOUT),
            ("640 tỷ đồng", "", Outcome.QUALITATIVE, Reason.NO_ACTUAL_FIGURE),
        ],
    )
    def test_are_told(self, before: str, now: str, outcome: Outcome, reason: Reason) -> None:
        verdict = judged(growth_target("10 %"), before, now)
        assert (verdict.outcome, verdict.reasons) == (outcome, (reason,))


class TestComparability:
    NOW = actual("714 tỷ đồng", locality=QUAN_3)
    BASE = actual("640 tỷ đồng", period=BEFORE, locality=QUAN_3)

    @pytest.mark.parametrize(
        ("changed", "reason"),
        [
            ({"about": indicator("other")}, Reason.INDICATOR),
            ({"period": Period.year(2021)}, Reason.BASIS),  # two years before
            ({"locality": QUAN_7}, Reason.PLACE),
        ],
    )
    def test_of_the_base(self, changed: dict[str, Any], reason: Reason) -> None:
        base = actual("640 tỷ đồng", **{"period": BEFORE, "locality": QUAN_3, **changed})
        verdict = assess(growth_target("10 %", locality=QUAN_3), self.NOW, base=base)
        assert (verdict.outcome, verdict.reasons) == (Outcome.NOT_COMPARABLE, (reason,))

    @pytest.mark.parametrize(
        ("one", "other", "reason"),
        [
            ({"price_base": PriceBase.CURRENT}, {"price_base": PriceBase.CONSTANT}, Reason.PRICE_BASE),
            ({"accumulation": Accumulation.POINT}, {"accumulation": Accumulation.CUMULATIVE}, Reason.BASIS),
            ({"denominator": "hộ"}, {"denominator": "dân"}, Reason.DENOMINATOR),
        ],
    )
    def test_of_the_terms(self, one: dict[str, Any], other: dict[str, Any], reason: Reason) -> None:
        base = actual("640 tỷ đồng", period=BEFORE, **one)
        verdict = assess(growth_target("10 %"), actual("714 tỷ đồng", **other), base=base)
        assert (verdict.outcome, verdict.reasons) == (Outcome.NOT_COMPARABLE, (reason,))

    @pytest.mark.parametrize(
        ("aim", "before", "now"),
        [
            (growth_target("10 %"), "640 USD", "714 tỷ đồng"),
            (target("150 hộ", measure=FALL, frame=Frame.ABSOLUTE_CHANGE), "1200 người", "1080 hộ"),
            (target("150 hộ", measure=FALL, frame=Frame.ABSOLUTE_CHANGE), "1200 người", "1080 người"),
        ],
    )
    def test_other_units(self, aim: Target, before: str, now: str) -> None:
        verdict = judged(aim, before, now)
        assert (verdict.outcome, verdict.reasons) == (Outcome.NOT_COMPARABLE, (Reason.UNIT,))

    def test_a_change_in_per_cent_of_a_percentage_is_not_guessed(self) -> None:
        assert judged(growth_target("1 %", FALL), "5 %", "3 %").reasons == (Reason.FRAME,)

    def test_a_change_over_several_years_is_not_that_of_one(self) -> None:
        aim = growth_target("10 %", period=Period.years(2021, 2023))
        assert Reason.PERIOD in judged(aim, "640 tỷ đồng", "714 tỷ đồng").reasons

    def test_cumulative_and_in_period_are_one_thing_from_the_first_day_on(self) -> None:
        base = actual("640 tỷ đồng", period=BEFORE, accumulation=Accumulation.IN_PERIOD)
        now = actual("714 tỷ đồng", accumulation=Accumulation.CUMULATIVE)
        assert assess(growth_target("10 %"), now, base=base).outcome is Outcome.EXCEEDED

    def test_without_periods_the_year_before_is_assumed(self) -> None:
        now, base = actual("714 tỷ đồng", period=None), actual("640 tỷ đồng", period=None)
        verdict = assess(growth_target("10 %"), now, base=base)
        assert verdict.outcome is Outcome.EXCEEDED
        assert Assumption.BASIS in verdict.assumed


class TestScorecard:
    AIM = growth_target("10 %")
    BASE, NOW = actual("640 tỷ đồng", period=BEFORE), actual("714 tỷ đồng")

    def test_joins_two_levels_across_reports(self) -> None:
        reports = [plan_report(self.AIM), report(self.BASE, document="2022"), report(self.NOW, document="2023")]
        card = scorecard(reports)
        (entry,) = card
        assert (entry.actual, entry.verdict.base, entry.verdict.outcome) == (self.NOW, self.BASE, Outcome.EXCEEDED)
        row = card.rows()[0]
        assert (row["actual_document"], row["base_document"], row["base_period"]) == ("2023", "2022", "2022")
        assert from_json(to_json(card)) == card

    def test_prefers_the_change_that_a_text_states(self) -> None:
        told = change("9 %", basis="yoy")
        (entry,) = scorecard([plan_report(self.AIM), report(self.BASE, self.NOW, told)])
        assert (entry.actual, entry.verdict.base) == (told, None)

    def test_passes_over_a_change_that_answers_another_question(self) -> None:
        told = change("9 %", basis=Period.year(2020))
        (entry,) = scorecard([plan_report(self.AIM), report(self.BASE, self.NOW, told)])
        assert entry.verdict.base == self.BASE

    def test_takes_the_newest_levels(self) -> None:
        revised = actual("660 tỷ đồng", period=BEFORE)
        reports = [
            plan_report(self.AIM),
            report(self.BASE, document="a", period=BEFORE),
            report(self.NOW, revised, document="b", period=YEAR),
        ]
        (entry,) = scorecard(reports)
        assert entry.verdict.base == revised

    @pytest.mark.parametrize("last", [False, True])
    def test_takes_levels_worded_alike(self, last: bool) -> None:
        """Of equally new ones: "thu nội địa" and "thu" may bear one id, and are of different things."""
        other = evolve(self.BASE, name="y", stated=actual("500 tỷ đồng").stated)
        bases = (other, self.BASE) if last else (self.BASE, other)
        (entry,) = scorecard([plan_report(evolve(self.AIM, name="y")), report(*bases, self.NOW)])
        assert entry.verdict.base == self.BASE

    def test_takes_the_longest_stretch_of_the_year(self) -> None:
        nine = Period.months(2023, 9)
        part, before = actual("500 tỷ đồng", period=nine), actual("400 tỷ đồng", period=nine.year_before())
        (entry,) = scorecard([plan_report(self.AIM), report(part, before, self.NOW, self.BASE)])
        assert entry.actual == self.NOW

    @pytest.mark.parametrize("missing", [0, 1])
    def test_needs_both(self, missing: int) -> None:
        held = [self.BASE, self.NOW]
        del held[missing]
        (entry,) = scorecard([plan_report(self.AIM), report(*held)])
        assert entry.verdict.outcome is Outcome.NO_ACTUAL

    def test_growth_is_not_meant_at_current_prices(self) -> None:
        base = actual("640 tỷ đồng", period=BEFORE, price_base=PriceBase.CURRENT)
        now = actual("714 tỷ đồng", price_base=PriceBase.CURRENT)
        (entry,) = scorecard([plan_report(self.AIM), report(base, now)])
        assert entry.verdict.outcome is Outcome.NO_ACTUAL


class TestWords:
    def test_tell_both_levels_and_what_follows(self) -> None:
        verdict = judged(growth_target("10 %"), "641 tỷ đồng", "714 tỷ đồng")
        told = explain(verdict)
        assert "Mức năm trước: X năm 2022 đạt 641 tỷ đồng" in told
        assert "tăng 11,39% (từ 641 tỷ đồng lên 714 tỷ đồng)" in told
        assert "tăng từ 11,2236% đến 11,5535%" in told  # 713,5 ÷ 641,5 and 714,5 ÷ 640,5, rounded outwards
        assert "cao hơn chỉ tiêu 1,39 điểm phần trăm" in told
        assert "mức tăng, giảm được tính từ hai số liệu" in told
        english = explain(verdict, locale="en")
        assert "Computed change: up 11.39% (from VND 641 billion to VND 714 billion)" in english

    def test_tell_a_fall(self) -> None:
        aim = target("150 hộ", measure=FALL, frame=Frame.ABSOLUTE_CHANGE)
        told = explain(judged(aim, "1200 hộ", "1080 hộ"))
        assert "giảm 120 hộ (từ 1.200 hộ xuống 1.080 hộ)" in told
        assert "giảm đúng 120 hộ" in told

    def test_tell_no_size_of_a_bounded_level(self) -> None:
        told = explain(judged(growth_target("10 %"), "640 tỷ đồng", "> 714 tỷ đồng"))
        assert "Mức tăng, giảm tính được: từ 640 tỷ đồng lên trên 714 tỷ đồng." in told

    @pytest.mark.parametrize("now", ["< 640 tỷ đồng", "600–640 tỷ đồng"])
    def test_tell_the_way_of_a_fall_without_its_size(self, now: str) -> None:
        verdict = assess(growth_target("10 %"), actual(now), base=actual("714 tỷ đồng", period=BEFORE))
        assert "Mức tăng, giảm tính được: từ 714 tỷ đồng xuống" in explain(verdict)

    def test_tell_a_gap_of_printed_figures_with_all_its_digits(self) -> None:
        told = explain(assess(growth_target("10.125 %"), change("10.001 %", basis="yoy")))
        assert "thấp hơn chỉ tiêu 0,124 điểm phần trăm" in told

    def test_tell_a_miss_too_small_for_two_decimals(self) -> None:
        verdict = judged(growth_target("10 %"), "640.00 tỷ đồng", "703.99 tỷ đồng")
        told = explain(verdict)
        assert verdict.outcome is Outcome.NOT_MET
        assert "tăng 9,998%" in told
        assert "thấp hơn chỉ tiêu 0,002 điểm phần trăm" in told

    def test_page_quotes_all_sides(self) -> None:
        page = scorecard_page([plan_report(growth_target("10 %")), report(TestScorecard.BASE, TestScorecard.NOW)])
        assert "Mức năm trước đọc từ" in page
        assert "tăng 11,56% (từ 640 tỷ đồng lên 714 tỷ đồng)" in page


class TestLaw:
    """CERTAIN: no pair of possible levels changes the outcome; possible outcomes hold what every pair gives."""

    @given(quantities(BILLION, 1), quantities(BILLION, 1), st.integers(-900, 900), st.booleans(), policies)
    def test_every_pair_of_levels(self, one: Quantity, other: Quantity, aim: int, fall: bool, policy: Policy) -> None:
        growth_aim = growth_target(f"{aim / 10} %", FALL if fall else Measure.INCREASE)
        base, now = levels(one, other)
        verdict = assess(growth_aim, now, base=base, policy=policy, exact_target=True)
        accepted = acceptance(growth_aim, policy=policy)
        assume(verdict.outcome.is_decided and accepted is not None)
        assert accepted is not None
        seen = set()
        for before in samples(base.stated, policy):
            for after in samples(now.stated, policy):
                seen.add(accepted.outcome(after * 100 / before - 100))
        assert seen <= verdict.possible
        if verdict.certainty is Certainty.CERTAIN:
            assert seen == {verdict.outcome}


def levels(one: Quantity, other: Quantity) -> tuple[Actual, Actual]:
    return (
        Actual(name="x", indicator=UP, period=BEFORE, stated=Stated(quantity=one)),
        Actual(name="x", indicator=UP, period=YEAR, stated=Stated(quantity=other)),
    )


def samples(stated: Stated, policy: Policy) -> list[Decimal]:
    """Values between the ends, and the ends that belong to the set."""
    values = possible_values(stated, policy=policy)
    assert values is not None
    assert values.lower is not None
    assert values.upper is not None
    width = values.upper - values.lower
    return [one for part in (0, 1, 500, 999, 1000) if (one := values.lower + width * part / 1000) in values and one > 0]


def test_a_relative_change_is_read_in_per_cent() -> None:
    reading = judged(growth_target("10 %"), "640 tỷ đồng", "704 tỷ đồng").reading()
    assert reading is not None
    assert reading.face == Decimal(10)
