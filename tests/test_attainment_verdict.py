"""Verdicts: the rules, the seeds, and the national targets of 2019."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext
from typing import Any

import pytest
from attrs import evolve

from tests.attainment_makers import (
    DOWN,
    FLOW,
    KEEP,
    QUAN_3,
    QUAN_7,
    SHARE_OF_WHOLE,
    STOCK,
    UP,
    actual,
    change,
    growth_target,
    indicator,
    source,
    target,
)
from vnplan.attainment import (
    Assumption,
    Certainty,
    Finality,
    Outcome,
    Pace,
    Policy,
    Reason,
    Result,
    Rounding,
    Verdict,
    assess,
)
from vnplan.errors import InvalidValueError, NotComparableError
from vnplan.model.actual import Actual, ChangeForm, Status, VerdictWord
from vnplan.model.figure import Accumulation, PriceBase
from vnplan.model.period import Period
from vnplan.model.target import Frame, Measure, Target

EXCEEDED, MET, NOT_MET = Outcome.EXCEEDED, Outcome.MET, Outcome.NOT_MET
CERTAIN, SENSITIVE = Certainty.CERTAIN, Certainty.ROUNDING_SENSITIVE
Q1 = Period.quarter(2023, 1)


def told(verdict: Verdict) -> tuple[str, str | None]:
    return str(verdict.outcome), None if verdict.certainty is None else str(verdict.certainty)


class TestOutcome:
    @pytest.mark.parametrize(
        ("aim", "result", "outcome", "certainty"),
        [
            (target(">= 95 %"), actual("95 %"), MET, SENSITIVE),  # 94.6 prints 95 too
            (target(">= 95 %"), actual("95.6 %"), MET, CERTAIN),
            (target("< 3 %"), actual("3.0 %"), NOT_MET, SENSITIVE),
            (target("< 3 %"), actual("2.9 %"), MET, CERTAIN),
            (target(">= 95 %"), actual("> 99 %"), MET, CERTAIN),
            (target("95 %"), actual("> 99 %"), EXCEEDED, CERTAIN),
            (target("95 %"), actual(">= 95 %"), MET, SENSITIVE),  # met at the least, perhaps exceeded
            (target("100 %", SHARE_OF_WHOLE), actual("100 %", SHARE_OF_WHOLE), MET, CERTAIN),
            (target("100 %"), actual("100 %"), MET, SENSITIVE),
            (target("15 %"), actual("15 %"), MET, SENSITIVE),  # 14.6 shown as 15
            (target("14.6 %"), actual("15 %"), EXCEEDED, SENSITIVE),
            (target("3000 doanh nghiệp"), actual("3000 doanh nghiệp"), MET, CERTAIN),
            (target("3000 doanh nghiệp"), actual("2999 doanh nghiệp"), NOT_MET, CERTAIN),
            (target(">= 10 %"), actual("9 %"), NOT_MET, CERTAIN),
            (target("0 người", None), actual("0 người", None), MET, CERTAIN),
            (target("0 người", None), actual("1 người", None), NOT_MET, CERTAIN),
            (target("60–62 %"), actual("61–62 %"), MET, CERTAIN),
            (target("7–8 %"), actual("8 %"), MET, SENSITIVE),  # bands touch at a boundary
            (target("98 %", KEEP), actual("98.0 %", KEEP), MET, SENSITIVE),
        ],
    )
    def test_at_face_value(self, aim: Target, result: Result, outcome: Outcome, certainty: Certainty) -> None:
        verdict = assess(aim, result)
        assert (verdict.outcome, verdict.certainty) == (outcome, certainty)
        assert outcome in verdict.possible
        assert (len(verdict.possible) == 1) == (certainty is CERTAIN)

    @pytest.mark.parametrize(
        ("aim", "result", "reason"),
        [
            (target("100 %"), actual("> 98 %"), Reason.ONE_SIDED),
            (target(">= 95 %"), actual("near 100 %"), Reason.ONE_SIDED),
            (target("60–62 %"), actual("59–61 %"), Reason.RANGE),
            (target(">= 95 %"), actual("about 99 %"), Reason.ABOUT),
            (target("about 4 %", DOWN), actual("4.2 %", DOWN), Reason.ABOUT),
            (target("98 %", None), actual("98 %", None), Reason.NO_DIRECTION),
            (target("98 %", None, maintain=True), actual("99 %", None), Reason.NO_DIRECTION),
        ],
    )
    def test_indeterminate(self, aim: Target, result: Result, reason: Reason) -> None:
        verdict = assess(aim, result)
        assert verdict.outcome is Outcome.INDETERMINATE
        assert verdict.reasons == (reason,)
        assert verdict.certainty is None

    def test_one_sided_wholly_outside_is_not_met(self) -> None:
        assert told(assess(target(">= 95 %"), actual("< 90 %"))) == ("not_met", "certain")

    def test_about_is_decided_by_a_tolerance(self) -> None:
        verdict = assess(target(">= 95 %"), actual("about 99 %"), policy=Policy(about=Decimal(1)))
        assert told(verdict) == ("met", "certain")
        assert verdict.policy == "vnplan-1+about=1"

    def test_no_actual(self) -> None:
        verdict = assess(target("95 %"), None)
        assert verdict.outcome is Outcome.NO_ACTUAL
        assert verdict.reasons == (Reason.NO_ACTUAL,)
        assert (verdict.share, verdict.finality, verdict.actual) == (None, None, None)

    @pytest.mark.parametrize("result", [None, actual("5 %")])
    def test_qualitative_target(self, result: Result | None) -> None:
        verdict = assess(target(""), result)
        assert verdict.outcome is Outcome.QUALITATIVE
        assert verdict.reasons == (Reason.NO_TARGET_FIGURE,)

    def test_actual_without_figure_keeps_its_word(self) -> None:
        verdict = assess(target("< 3 %"), actual("", verdict_word=VerdictWord.EXCEEDED))
        assert verdict.outcome is Outcome.QUALITATIVE
        assert verdict.reasons == (Reason.NO_ACTUAL_FIGURE,)
        assert verdict.stated_word is VerdictWord.EXCEEDED

    def test_stated_word_never_decides(self) -> None:
        verdict = assess(target(">= 95 %"), actual("80 %", verdict_word=VerdictWord.MET))
        assert verdict.outcome is NOT_MET
        assert verdict.stated_word is VerdictWord.MET

    def test_words_for_people(self) -> None:
        text = str(assess(target(">= 95 %"), actual("96 %")))
        assert text == "x (2023): >= 95%, actual 96%: met, certain, provisional"
        assert "no figure" in str(assess(target(">= 95 %"), None))


class TestChanges:
    """A target on a change is answered by a change."""

    @pytest.mark.parametrize(
        ("aim", "result", "outcome"),
        [
            (growth_target("10 %"), change("10.4 %"), EXCEEDED),
            (growth_target("10 %"), change("9.4 %"), NOT_MET),
            (growth_target(">= 5 %", Measure.DECREASE), change("7.1 %", Measure.DECREASE), MET),
            (growth_target(">= 5 %", Measure.DECREASE), change("7.1 %"), NOT_MET),  # it rose
            (growth_target("5–10 %", Measure.DECREASE), change("12.0 %", Measure.DECREASE), EXCEEDED),
            (growth_target("2 %"), change("102.7 %", Measure.LEVEL, form=ChangeForm.RATIO), EXCEEDED),
            (growth_target("2 %"), change("98.53 %", Measure.LEVEL, form=ChangeForm.RATIO), NOT_MET),
            (growth_target("100 %"), change("2.2 lần", form=ChangeForm.TIMES), EXCEEDED),
            (growth_target("2 lần", frame=Frame.TIMES), change("150 %"), EXCEEDED),
            (growth_target("2 lần", frame=Frame.TIMES), change("98 %"), NOT_MET),
            (
                growth_target("150 hộ", Measure.DECREASE, frame=Frame.ABSOLUTE_CHANGE),
                change("160 hộ", Measure.DECREASE, form=ChangeForm.DIFFERENCE),
                EXCEEDED,
            ),
        ],
    )
    def test_outcome(self, aim: Target, result: Result, outcome: Outcome) -> None:
        assert assess(aim, result).outcome is outcome

    def test_negative_values_under_truncation(self) -> None:
        truncated = Policy(rounding=Rounding.TRUNCATED)
        verdict = assess(growth_target(">= 5 %", Measure.DECREASE), change("5.0 %", Measure.DECREASE), policy=truncated)
        assert told(verdict) == ("met", "certain")  # (−5.1, −5.0]

    def test_numbers(self) -> None:
        verdict = assess(growth_target("10 %"), change("12.5 %"))
        assert verdict.share is not None
        assert verdict.share.reason is Reason.CHANGE
        assert str(verdict.gap) == "2.5 điểm phần trăm"


class TestComparability:
    @pytest.mark.parametrize(
        ("aim", "result", "reasons"),
        [
            (target("5 %"), actual("5 %", indicator("y")), {Reason.INDICATOR}),
            (target("5 %"), actual("5 %", None), {Reason.INDICATOR}),
            (target("5 %"), change("5 %"), {Reason.FRAME}),
            (growth_target("5 %"), actual("5 tỷ đồng"), {Reason.FRAME, Reason.UNIT}),
            (growth_target("5 %"), change("5 điểm phần trăm", form=ChangeForm.DIFFERENCE), {Reason.FRAME, Reason.UNIT}),
            (target("5 tỷ đồng"), actual("5 USD"), {Reason.UNIT}),
            (target("5 %"), actual("5 điểm"), {Reason.UNIT}),
            (target("5 %"), actual("5 %", period=Period.year(2022)), {Reason.PERIOD}),
            (target("5 %", period=Q1), actual("5 %", period=Period.quarter(2023, 2)), {Reason.PERIOD}),
            (target("5 %", FLOW), actual("5 %", FLOW, period=Period.quarter(2023, 2)), {Reason.PERIOD_START}),
            (target("5 %", locality=QUAN_3), actual("5 %", locality=QUAN_7), {Reason.PLACE}),
            (
                target("5 %", accumulation=Accumulation.POINT),
                actual("5 %", accumulation=Accumulation.CUMULATIVE),
                {Reason.BASIS},
            ),
            (
                target("5 tỷ đồng", price_base=PriceBase.CONSTANT),
                actual("5 tỷ đồng", price_base=PriceBase.CURRENT),
                {Reason.PRICE_BASE},
            ),
            (
                target("5 %", denominator="hộ dân"),
                actual("5 %", denominator="hộ  nghèo"),
                {Reason.DENOMINATOR},
            ),
            (growth_target("5 %"), change("5 %", basis=Period.year(2021)), {Reason.BASIS}),
            (growth_target("5 %"), change("5 %", basis="quý trước"), {Reason.BASIS}),
            (
                target("5 %", locality=QUAN_3),
                actual("5 tỷ đồng", indicator("y"), locality=QUAN_7, period=Period.year(2022)),
                {Reason.INDICATOR, Reason.UNIT, Reason.PLACE, Reason.PERIOD},
            ),
        ],
    )
    def test_all_reasons(self, aim: Target, result: Result, reasons: set[Reason]) -> None:
        verdict = assess(aim, result)
        assert verdict.outcome is Outcome.NOT_COMPARABLE
        assert set(verdict.reasons) == reasons
        with pytest.raises(NotComparableError) as caught:
            assess(aim, result, strict=True)
        assert set(caught.value.reasons) == reasons

    @pytest.mark.parametrize(
        ("aim", "result"),
        [
            (target("5 %", denominator="hộ dân"), actual("5 %", denominator="Hộ  dân")),
            (growth_target("5 %"), change("5 %", basis="yoy")),
            (growth_target("5 %"), change("5 %", basis=Period.year(2022))),
            (target("5 tỷ đồng", locality=QUAN_3), actual("5.1 nghìn tỷ đồng", locality=QUAN_3)),
            (target("5 %", None), actual("5 %", None)),
            (target("5 %", locality=evolve(QUAN_3, code=None)), actual("5 %", locality=QUAN_3)),  # by kind and name
            (
                target("5 %", accumulation=Accumulation.IN_PERIOD),
                actual("5 %", accumulation=Accumulation.CUMULATIVE),
            ),
        ],
    )
    def test_comparable(self, aim: Target, result: Result) -> None:
        assert assess(aim, result, strict=True).outcome is not Outcome.NOT_COMPARABLE

    def test_silence_is_listed(self) -> None:
        bare = assess(target("5 %", period=None), actual("5 %", period=None))
        assert set(bare.assumed) == {
            Assumption.PERIOD,
            Assumption.PLACE,
            Assumption.ACCUMULATION,
            Assumption.DENOMINATOR,
            Assumption.EXACT_TARGET,
        }
        told_all: dict[str, Any] = {
            "locality": QUAN_3,
            "accumulation": Accumulation.POINT,
            "price_base": PriceBase.CURRENT,
        }
        full = assess(target("5 tỷ đồng", **told_all), actual("5 tỷ đồng", **told_all), exact_target=False)
        assert full.assumed == (Assumption.PRINTED_TARGET,)

    def test_unknown_terms_of_change_and_start_are_listed(self) -> None:
        verdict = assess(growth_target("5 %"), change("5 %", period=Period.quarter(2023, 4)))
        assert {Assumption.BASIS, Assumption.PERIOD_START} <= set(verdict.assumed)

    def test_a_read_target_is_a_printed_figure_unless_told_otherwise(self) -> None:
        read = target("91 %", source=source())
        assert told(assess(read, actual("91.3 %"))) == ("exceeded", "rounding_sensitive")
        assert told(assess(read, actual("91.3 %"), exact_target=True)) == ("exceeded", "certain")


class TestTime:
    """No clock is read: a period is over when the actual's ends with the target's."""

    def test_open_period(self) -> None:
        verdict = assess(target("100 tỷ đồng", FLOW), actual("30 tỷ đồng", FLOW, period=Q1))
        assert (verdict.outcome, verdict.finality, verdict.certainty) == (Outcome.OPEN, Finality.PROVISIONAL, None)
        assert verdict.reasons == (Reason.PERIOD_OPEN,)
        assert verdict.pace is Pace.AHEAD
        assert str(verdict.elapsed) == "3/12 months"

    @pytest.mark.parametrize(
        ("aim", "text", "outcome"),
        [
            (target("100 tỷ đồng", FLOW), "101 tỷ đồng", EXCEEDED),
            (target(">= 100 tỷ đồng", FLOW), "101 tỷ đồng", MET),
            (target("<= 100 tỷ đồng", FLOW), "101 tỷ đồng", NOT_MET),  # the cap is broken for good
            (target("90–95 tỷ đồng", FLOW), "93 tỷ đồng", MET),
            (target("100 tỷ đồng", FLOW), "> 101 tỷ đồng", EXCEEDED),
        ],
    )
    def test_irreversible(self, aim: Target, text: str, outcome: Outcome) -> None:
        verdict = assess(aim, actual(text, FLOW, period=Q1))
        assert (verdict.outcome, verdict.finality) == (outcome, Finality.IRREVERSIBLE)

    @pytest.mark.parametrize(
        ("aim", "result"),
        [
            (target("<= 100 tỷ đồng", FLOW), actual("99 tỷ đồng", FLOW, period=Q1)),  # the cap may still break
            (target("100 tỷ đồng", STOCK), actual("101 tỷ đồng", STOCK, period=Q1)),  # a stock may fall
            (
                target("100 tỷ đồng", accumulation=Accumulation.POINT),
                actual("101 tỷ đồng", accumulation=Accumulation.POINT, period=Q1),
            ),
            (target("100 tỷ đồng", UP), actual("101 tỷ đồng", UP, period=Q1)),  # not known to be a flow
            (target("100 tỷ đồng", FLOW), actual("100 tỷ đồng", FLOW, period=Q1)),  # 99.6 prints 100
            (target("100 tỷ đồng", FLOW), actual("< 99 tỷ đồng", FLOW, period=Q1)),
            (growth_target("10 %", about=FLOW), change("12 %", about=FLOW, period=Q1)),
        ],
    )
    def test_still_open(self, aim: Target, result: Result) -> None:
        assert assess(aim, result).outcome is Outcome.OPEN

    @pytest.mark.parametrize(
        ("status", "as_of", "finality"),
        [
            (Status.FINAL, None, Finality.FINAL),
            (Status.FINAL, date(2023, 12, 10), Finality.PROVISIONAL),  # told before the year was over
            (Status.ESTIMATED, None, Finality.PROVISIONAL),
            (Status.PRELIMINARY, None, Finality.PROVISIONAL),
            (Status.UNSPECIFIED, None, Finality.PROVISIONAL),
        ],
    )
    def test_finality(self, status: Status, as_of: date | None, finality: Finality) -> None:
        assert assess(target("95 %"), actual("96 %", status=status, as_of=as_of)).finality is finality

    def test_a_stock_at_the_last_day_answers_the_year(self) -> None:
        result = actual("96 %", STOCK, period=Period.at(date(2023, 12, 31)))
        assert assess(target("95 %", STOCK), result).outcome is EXCEEDED


class TestSeeds:
    """What the five documents demand."""

    def test_revenue_of_2023(self) -> None:
        verdict = assess(target("5558 tỷ đồng", FLOW), actual("5574.5 tỷ đồng", FLOW))
        assert told(verdict) == ("exceeded", "certain")

    def test_revenue_of_quarter_one_2024(self) -> None:
        year, quarter = Period.year(2024), Period.quarter(2024, 1)
        estimate = target("5208 tỷ đồng", FLOW, period=year, source=source())
        verdict = assess(estimate, actual("1390.9 tỷ đồng", FLOW, period=quarter))
        assert (verdict.outcome, verdict.pace) == (Outcome.OPEN, Pace.AHEAD)
        assert verdict.pace_reading is not None
        assert verdict.pace_reading.ratio.value is not None
        assert round(verdict.pace_reading.ratio.value, 3) == Decimal("1.068")

    def test_independent_of_the_callers_decimal_context(self) -> None:
        aim, result = target("5208 tỷ đồng", FLOW), actual("1390.9 tỷ đồng", FLOW, period=Q1)
        expected = assess(aim, result)
        with localcontext(prec=3):
            assert assess(aim, result) == expected


class TestNationalTargetsOf2019:
    """Published with official verdicts; ten agree with the rules."""

    @pytest.mark.parametrize(
        ("aim", "result", "official"),
        [
            (target("6.6–6.8 %"), actual("7.02 %"), EXCEEDED),
            (target("about 4 %", DOWN), actual("2.79 %", DOWN), EXCEEDED),
            (target("7–8 %"), actual("8.1 %"), EXCEEDED),
            (target("33–34 %"), actual("33.9 %"), MET),
            (target("< 4 %", DOWN), actual("3.1 %", DOWN), MET),
            (target("60–62 %"), actual("61–62 %"), MET),
            (target("27 %"), actual("27.5 %"), EXCEEDED),
            (target("88.1 %"), actual("89.3 %"), EXCEEDED),
            (target("89 %"), actual("89 %"), MET),
            (target("41.85 %"), actual("41.85 %"), MET),
        ],
    )
    def test_agrees(self, aim: Target, result: Result, official: Outcome) -> None:
        assert assess(aim, result).outcome is official

    def test_poverty_was_met_and_not_exceeded(self) -> None:
        points: dict[str, Any] = {"frame": Frame.POINTS, "about": DOWN}
        aim = growth_target("1–1.5 điểm phần trăm", Measure.DECREASE, **points)
        result = change("1.1 điểm phần trăm", Measure.DECREASE, DOWN, form=ChangeForm.DIFFERENCE)
        assert told(assess(aim, result)) == ("met", "certain")

    def test_a_trade_surplus_is_no_figure(self) -> None:
        assert assess(target("< 3 %", DOWN), actual("", DOWN)).outcome is Outcome.QUALITATIVE


class TestDescendingGoals:
    @pytest.mark.parametrize(("text", "outcome"), [("7 điểm", NOT_MET), ("0 điểm", MET), ("-10 điểm", EXCEEDED)])
    def test_ten_to_zero(self, text: str, outcome: Outcome) -> None:
        verdict = assess(target("0 điểm", DOWN), actual(text, DOWN))
        assert verdict.outcome is outcome
        assert verdict.share is not None
        assert verdict.share.value is None  # no share of zero, no 0 %, no 100 %


def test_a_result_in_the_place_of_the_target_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="its result comes second"):
        assess(Actual(name="x"), Target(name="x"))  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [target("5 %"), "5 %"])
def test_what_is_no_result_is_refused(given: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        assess(target("5 %"), given)  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.value) == ("actual", given)


@pytest.mark.parametrize("given", [change("5 %"), "5 %"])
def test_what_is_no_level_is_no_base(given: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        assess(growth_target("5 %"), actual("6 %"), base=given)  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.value) == ("base", given)
