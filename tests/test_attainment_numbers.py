"""Shares, growth, gaps, bases and distances, each with its interval."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest

from tests.attainment_makers import (
    DOWN,
    FLOW,
    KEEP,
    NEUTRAL,
    UP,
    actual,
    change,
    growth_target,
    indicator,
    q,
    share,
    source,
    target,
)
from vnplan.attainment import (
    Consistency,
    Policy,
    Ratio,
    Reason,
    Result,
    Rounding,
    distance_travelled,
    gap,
    growth,
    implied_base,
    realised_share,
)
from vnplan.attainment.numbers import Level
from vnplan.errors import NotComparableError
from vnplan.model.actual import Actual, Change, ChangeForm, Share, ShareForm
from vnplan.model.figure import PriceBase
from vnplan.model.interval import Interval
from vnplan.model.period import Period
from vnplan.model.quantity import Quantity
from vnplan.model.target import Measure, Target


def rounded(interval: Interval | None, places: int) -> tuple[str, str]:
    assert interval is not None
    assert interval.lower is not None
    assert interval.upper is not None
    return f"{interval.lower:.{places}f}", f"{interval.upper:.{places}f}"


class TestRealisedShare:
    def test_quarter_one_of_2024(self) -> None:
        """Printed on both sides: 1.390,9 of 5.208 tỷ, stated as 26,7 %."""
        estimate = target("5208 tỷ đồng", FLOW, period=Period.year(2024), source=source())
        revenue = actual("1390.9 tỷ đồng", FLOW, period=Period.quarter(2024, 1), source=source())
        ratio = realised_share(estimate, revenue, stated=share("26.7 %"))
        assert rounded(ratio.percent_interval, 4) == ("26.7035", "26.7105")
        assert ratio.consistency is Consistency.CONSISTENT
        assert str(ratio) == "26.71 %, in [26.7034, 26.7106] %"  # ends rounded outwards
        assert ratio.value == q("1390.9 tỷ đồng") / q("5208 tỷ đồng")

    def test_revenue_of_2023(self) -> None:
        """The plan's own target is exact."""
        ratio = realised_share(
            target("5558 tỷ đồng", FLOW), actual("5574.5 tỷ đồng", FLOW, source=source()), stated=share("100.3 %")
        )
        assert rounded(ratio.percent_interval, 3) == ("100.296", "100.298")
        assert ratio.consistency is Consistency.CONSISTENT

    @pytest.mark.parametrize(
        ("result", "shown"),
        [("99999.9 tỷ đồng", "99.9999 %"), ("99996 tỷ đồng", "99.9960 %"), ("100000 tỷ đồng", "100.00 %")],
    )
    def test_what_falls_just_short_does_not_read_as_whole(self, result: str, shown: str) -> None:
        assert str(realised_share(target("100000 tỷ đồng", FLOW), actual(result, FLOW))).startswith(f"{shown}, in")

    @pytest.mark.parametrize(
        ("printed", "expected"),
        [
            ("0.4 tỷ đồng", Consistency.CONSISTENT),
            ("400 triệu đồng", Consistency.CONSISTENT),
            ("0.45 tỷ đồng", Consistency.CONSISTENT),  # 5,4 may be 5,449 and 0,45 0,445
            ("0.6 tỷ đồng", Consistency.INCONSISTENT),
            ("0.2 tỷ đồng", Consistency.INCONSISTENT),
            ("0.4 điểm phần trăm", Consistency.UNDECIDED),  # no difference of money
            ("8 %", Consistency.CONSISTENT),
            ("> 0.3 tỷ đồng", Consistency.CONSISTENT),
            ("about 0.4 tỷ đồng", Consistency.UNDECIDED),
        ],
    )
    def test_a_margin_in_units_is_a_difference(self, printed: str, expected: Consistency) -> None:
        beyond = share(printed, form=ShareForm.MARGIN, measure=Measure.INCREASE)
        ratio = realised_share(target("5 tỷ đồng", FLOW), actual("5.4 tỷ đồng", FLOW), stated=beyond)
        assert ratio.value == Decimal("1.08")
        assert ratio.consistency is expected

    def test_a_margin_may_have_been_cut_off(self) -> None:
        beyond = share("0.3 tỷ đồng", form=ShareForm.MARGIN, measure=Measure.INCREASE)
        ratio = realised_share(target("5 tỷ đồng", FLOW), actual("5.39 tỷ đồng", FLOW), stated=beyond)
        assert ratio.consistency is Consistency.ONLY_IF_TRUNCATED

    def test_a_margin_below_the_target(self) -> None:
        below = share("20 tỷ đồng", form=ShareForm.MARGIN, measure=Measure.DECREASE)
        aim = target("560 tỷ đồng", FLOW)
        assert realised_share(aim, actual("540 tỷ đồng", FLOW), stated=below).consistency is Consistency.CONSISTENT
        assert realised_share(aim, actual("580 tỷ đồng", FLOW), stated=below).consistency is Consistency.INCONSISTENT

    @pytest.mark.parametrize(
        ("aim", "result", "printed", "expected"),
        [
            # of percentages told in per cent: points, or per cent of the target, whichever comes nearer
            (target("60 %"), actual("65.0 %"), "5.0 %", Consistency.CONSISTENT),
            (target("60 %"), actual("65.0 %"), "8.3 %", Consistency.CONSISTENT),
            (target("60 %"), actual("65.0 %"), "6.0 %", Consistency.INCONSISTENT),
            (target("60 %"), actual("65.0 %"), "5.0 điểm phần trăm", Consistency.CONSISTENT),
            (target("60 %"), actual("65.0 %"), "8.3 điểm phần trăm", Consistency.INCONSISTENT),
            (
                target("80 %"),
                actual("87.19 %"),
                "8 %",
                Consistency.ONLY_IF_TRUNCATED,
            ),  # 8,99 % of it, though 7,19 points
            # told in times: so many times the target more, or so many times it in all
            (target("100 tỷ đồng"), actual("210 tỷ đồng"), "1.1 lần", Consistency.CONSISTENT),
            (target("100 tỷ đồng"), actual("210 tỷ đồng"), "2.1 lần", Consistency.CONSISTENT),
            (target("100 tỷ đồng"), actual("210 tỷ đồng"), "2 lần", Consistency.CONSISTENT),
            (target("100 tỷ đồng"), actual("210 tỷ đồng"), "1.6 lần", Consistency.INCONSISTENT),
            (target("100 tỷ đồng"), actual("218 tỷ đồng"), "2.1 lần", Consistency.ONLY_IF_TRUNCATED),
            # less is better: a target is exceeded on either side
            (target("2.5 %", DOWN), actual("2.1 %", DOWN), "0.4 điểm phần trăm", Consistency.CONSISTENT),
            (target("2.5 %", DOWN), actual("2.9 %", DOWN), "0.4 điểm phần trăm", Consistency.CONSISTENT),
            (target("2.5 %", DOWN), actual("2.1 %", DOWN), "0.4 %", Consistency.CONSISTENT),
            (target("2.5 %", DOWN), actual("2.1 %", DOWN), "0.6 điểm phần trăm", Consistency.INCONSISTENT),
            (target("2.5 %"), actual("2.1 %"), "0.4 điểm phần trăm", Consistency.INCONSISTENT),
        ],
    )
    def test_a_margin_of_percentages(self, aim: Target, result: Result, printed: str, expected: Consistency) -> None:
        beyond = share(printed, form=ShareForm.MARGIN, measure=Measure.INCREASE)
        assert realised_share(aim, result, stated=beyond).consistency is expected

    def test_a_margin_in_times_below_the_target_is_no_multiple_of_it(self) -> None:
        below = share("0.9 lần", form=ShareForm.MARGIN, measure=Measure.DECREASE)
        aim = target("100 tỷ đồng")
        assert realised_share(aim, actual("10 tỷ đồng"), stated=below).consistency is Consistency.CONSISTENT
        assert realised_share(aim, actual("90 tỷ đồng"), stated=below).consistency is Consistency.INCONSISTENT

    def test_what_may_not_be_compared_is_undecided(self) -> None:
        beyond = share("0.4 tỷ đồng", form=ShareForm.MARGIN, measure=Measure.INCREASE)
        elsewhere = actual("5.4 tỷ đồng", indicator("y"))
        assert realised_share(target("5 tỷ đồng"), elsewhere, stated=beyond).consistency is Consistency.UNDECIDED
        with pytest.raises(NotComparableError):
            realised_share(target("5 tỷ đồng"), elsewhere, stated=beyond, strict=True)

    def test_quantities_are_printed_figures(self) -> None:
        ratio = realised_share(q("5208 tỷ đồng"), q("1390.9 tỷ đồng"))
        assert rounded(ratio.percent_interval, 4) == ("26.7035", "26.7105")

    @pytest.mark.parametrize(
        ("aim", "result", "reason"),
        [
            (target("0 tỷ đồng"), actual("5 tỷ đồng"), Reason.ZERO_TARGET),
            (target("-5 tỷ đồng"), actual("5 tỷ đồng"), Reason.NEGATIVE_TARGET),
            (growth_target("5 %"), change("5 %"), Reason.CHANGE),
            (target("85 điểm"), actual("86 điểm"), Reason.SCORE),
            (target("100 %", maintain=True), actual("100 %"), Reason.MAINTAIN),
            (target("5 %", DOWN), actual("5 %", DOWN), Reason.LOWER_IS_BETTER),
            (target("< 5 %"), actual("5 %"), Reason.LOWER_IS_BETTER),
            (target("about 5 %"), actual("5 %"), Reason.ABOUT),
            (target(""), actual("5 %"), Reason.NO_TARGET_FIGURE),
            (target("5 %"), actual(""), Reason.NO_ACTUAL_FIGURE),
            (target("5 %"), actual("5 %", indicator("y")), Reason.INDICATOR),
            (target("95 %"), actual("> 98 %"), Reason.ONE_SIDED),
            (target("95 %"), actual("97–98 %"), Reason.RANGE),
            (target("95 %"), actual("about 98 %"), Reason.ABOUT),
        ],
    )
    def test_no_value(self, aim: Target, result: Result, reason: Reason) -> None:
        ratio = realised_share(aim, result)
        assert (ratio.value, ratio.reason) == (None, reason)

    def test_one_sided_still_bounds(self) -> None:
        assert str(realised_share(target("80 %"), actual(">= 98 %"))) == "in [122.5000, ∞) %"
        assert str(realised_share(target("80 %"), actual("< 100 %"))) == "in (−∞, 125.0000) %"

    @pytest.mark.parametrize("about", [UP, NEUTRAL, KEEP, None])
    def test_direction_need_not_be_known(self, about: None) -> None:
        assert realised_share(target("50 %", about), actual("25 %", about)).value == Decimal("0.5")

    def test_never_capped(self) -> None:
        assert realised_share(target("50 %"), actual("150 %")).value == 3

    def test_target_that_rounding_lets_be_zero(self) -> None:
        truncated = Policy(rounding=Rounding.TRUNCATED)
        assert realised_share(target("0 %"), actual("5 %"), policy=truncated).reason is Reason.ZERO_TARGET

    def test_strict(self) -> None:
        with pytest.raises(NotComparableError) as caught:
            realised_share(target("5 %"), actual("5 tỷ đồng"), strict=True)
        assert caught.value.reasons == (Reason.UNIT,)

    @pytest.mark.parametrize(
        ("stated", "consistency"),
        [
            (share("26.7 %"), Consistency.CONSISTENT),
            (share("26.8 %"), Consistency.INCONSISTENT),
            (share("> 26 %"), Consistency.CONSISTENT),
            (share("about 26 %"), Consistency.UNDECIDED),
            (share("73.3 %", form=ShareForm.MARGIN, measure=Measure.DECREASE), Consistency.CONSISTENT),
            (share("26 %"), Consistency.ONLY_IF_TRUNCATED),  # 26,7 cut to 26
        ],
    )
    def test_against_the_stated_share(self, stated: Share, consistency: Consistency) -> None:
        ratio = realised_share(target("5208 tỷ đồng"), actual("1390.9 tỷ đồng"), stated=stated)
        assert ratio.consistency is consistency
        assert ratio.stated == stated.stated

    def test_margin_above(self) -> None:
        above = share("19 %", form=ShareForm.MARGIN, measure=Measure.INCREASE)
        ratio = realised_share(target("100 tỷ đồng"), actual("119.2 tỷ đồng"), stated=above)
        assert ratio.consistency is Consistency.CONSISTENT

    def test_factor(self) -> None:
        ratio = realised_share(target("100 tỷ đồng"), actual("219 tỷ đồng"), stated=share("2.2 lần"))
        assert ratio.consistency is Consistency.CONSISTENT

    def test_words_for_people_without_a_number(self) -> None:
        assert str(Ratio(reason=Reason.ZERO_TARGET)) == "— (zero_target)"


class TestGrowth:
    def test_value_and_interval(self) -> None:
        ratio = growth(actual("100 tỷ đồng"), actual("114.1 tỷ đồng"))
        assert ratio.value == Decimal("0.141")
        assert rounded(ratio.interval, 4) == ("0.1348", "0.1472")

    @pytest.mark.parametrize(
        ("base", "current", "reason"),
        [
            (q("0 tỷ đồng"), q("5 tỷ đồng"), Reason.ZERO_BASE),
            (q("-1 tỷ đồng"), q("5 tỷ đồng"), Reason.NEGATIVE_BASE),
            (q("5 tỷ đồng"), q("5 USD"), Reason.UNIT),
            (actual("5 %"), actual("5 %", indicator("y")), Reason.INDICATOR),
            (growth_target("5 %"), actual("5 %"), Reason.FRAME),
            (
                actual("5 tỷ đồng", price_base=PriceBase.CONSTANT),
                actual("5 tỷ đồng", price_base=PriceBase.CURRENT),
                Reason.PRICE_BASE,
            ),
            (actual(""), actual("5 %"), Reason.NO_ACTUAL_FIGURE),
            (actual("about 4 %"), actual("5 %"), Reason.ABOUT),
            (actual("4 %"), actual("> 5 %"), Reason.ONE_SIDED),
            (actual("4–5 %"), actual("6 %"), Reason.RANGE),
            (actual("> 4 %"), actual("6 %"), Reason.ONE_SIDED),
            (actual("< 4 %"), actual("6 %"), Reason.DIVISOR_SPANS_ZERO),
        ],
    )
    def test_no_value(self, base: Level, current: Level, reason: Reason) -> None:
        ratio = growth(base, current)
        assert (ratio.value, ratio.reason) == (None, reason)

    @pytest.mark.parametrize(
        ("stated", "consistency"),
        [
            (change("73.4 %"), Consistency.CONSISTENT),
            (change("73.3 %"), Consistency.ONLY_IF_TRUNCATED),
            (change("72.8 %"), Consistency.INCONSISTENT),
            (change("173.4 %", Measure.LEVEL, form=ChangeForm.RATIO), Consistency.CONSISTENT),
            (change("73.4 %", Measure.DECREASE), Consistency.INCONSISTENT),
        ],
    )
    def test_against_the_stated_growth(self, stated: Change, consistency: Consistency) -> None:
        ratio = growth(q("308 doanh nghiệp"), q("534 doanh nghiệp"), stated=stated)
        assert ratio.consistency is consistency


class TestImpliedBase:
    def test_new_enterprises(self) -> None:
        """534, +73,3 %: no whole number lies between."""
        base = implied_base(q("534 doanh nghiệp"), change("73.3 %"))
        assert rounded(base.interval, 2) == ("308.05", "308.23")
        assert base.value is not None
        assert base.value.decimals is None

    def test_decline(self) -> None:
        base = implied_base(actual("50 tỷ đồng"), change("50 %", Measure.DECREASE))
        assert base.value is not None
        assert base.value.same_amount(q("100 tỷ đồng"))

    def test_ratio_and_quantity_say_the_same(self) -> None:
        by_ratio = implied_base(q("50 tỷ đồng"), change("125 %", Measure.LEVEL, form=ChangeForm.RATIO))
        assert by_ratio == implied_base(q("50 tỷ đồng"), q("25 %"))

    def test_difference(self) -> None:
        by = change("35 doanh nghiệp", form=ChangeForm.DIFFERENCE)
        assert str(implied_base(q("534 doanh nghiệp"), by)) == "499 doanh nghiệp"
        points = change("1.2 điểm phần trăm", form=ChangeForm.DIFFERENCE)
        assert str(implied_base(q("91.0 %"), points)) == "89.8%"

    @pytest.mark.parametrize(
        ("current", "by", "reason"),
        [
            (q("5 tỷ đồng"), change("100 %", Measure.DECREASE), Reason.DIVISOR_SPANS_ZERO),
            (q("5 tỷ đồng"), change("3 hộ", form=ChangeForm.DIFFERENCE), Reason.UNIT),
            (actual(""), change("3 %"), Reason.NO_ACTUAL_FIGURE),
            (actual("5 %"), change(""), Reason.NO_ACTUAL_FIGURE),
            (actual("5 %"), change("about 5 %"), Reason.ABOUT),
            (actual("5 %"), change("> 5 %"), Reason.ONE_SIDED),
            (actual("5 tỷ đồng"), change("about 2 lần", form=ChangeForm.TIMES), Reason.ABOUT),
            (Quantity(Decimal("1e100"), q("1 USD").unit), q("-99.9999999 %"), Reason.OUT_OF_RANGE),
        ],
    )
    def test_no_value(self, current: Level, by: Change, reason: Reason) -> None:
        base = implied_base(current, by)
        assert (base.value, base.reason) == (None, reason)

    def test_words_for_people(self) -> None:
        assert str(implied_base(actual(""), change("3 %"))) == "— (no_actual_figure)"


class TestGap:
    @pytest.mark.parametrize(
        ("aim", "result", "expected"),
        [
            (target("95 %"), actual("93.5 %"), "-1.5 điểm phần trăm"),
            (target(">= 95 %"), actual("96 %"), "1 điểm phần trăm"),
            (target("5558 tỷ đồng"), actual("5574.5 tỷ đồng"), "16.5 tỷ đồng"),
            (target("7–8 %"), actual("6 %"), "-1 điểm phần trăm"),
            (target("7–8 %", DOWN), actual("9 %", DOWN), "1 điểm phần trăm"),
            (target("85 điểm"), actual("86 điểm"), "1 điểm"),
            (growth_target("5 %", Measure.DECREASE), change("3 %", Measure.DECREASE), "2 điểm phần trăm"),
        ],
    )
    def test_value(self, aim: Target, result: Result, expected: str) -> None:
        assert str(gap(aim, result)) == expected

    def test_interval(self) -> None:
        assert str(gap(target("95 %"), actual("93.5 %")).interval) == "[-1.55, -1.45]"
        assert str(gap(q("95 %"), q("93.5 %")).interval) == "[-2.05, -0.95]"

    @pytest.mark.parametrize(
        ("aim", "result", "reason"),
        [
            (target("5 %"), actual("5 tỷ đồng"), Reason.UNIT),
            (target(""), actual("5 %"), Reason.NO_TARGET_FIGURE),
            (target("5 %"), actual(""), Reason.NO_ACTUAL_FIGURE),
            (target("5 %"), actual("about 5 %"), Reason.ABOUT),
        ],
    )
    def test_no_value(self, aim: Target, result: Result, reason: Reason) -> None:
        found = gap(aim, result)
        assert (found.value, found.reason) == (None, reason)


class TestDistanceTravelled:
    @pytest.mark.parametrize(
        ("baseline", "aim", "result", "expected"),
        [
            (actual("10 điểm", DOWN), target("0 điểm", DOWN), actual("7 điểm", DOWN), "0.3"),
            (actual("10 điểm", DOWN), target("0 điểm", DOWN), actual("-10 điểm", DOWN), "2"),
            (actual("200 điểm", DOWN), target("0 điểm", DOWN), actual("100 điểm", DOWN), "0.5"),
            (actual("8 %"), target("10 %"), actual("7 %"), "-0.5"),  # regression
            (q("8 %"), target("10 %"), actual("11 %"), "1.5"),
        ],
    )
    def test_value(self, baseline: Level, aim: Target, result: Actual, expected: str) -> None:
        assert distance_travelled(baseline, aim, result).value == Decimal(expected)

    @pytest.mark.parametrize(
        ("baseline", "aim", "result", "reason"),
        [
            (None, target("10 %"), actual("9 %"), Reason.NO_BASELINE),
            (actual("12 %"), target(">= 10 %"), actual("9 %"), Reason.REGRESSION),
            (actual("12 %"), target(">= 10 %"), actual("13 %"), Reason.BASELINE_REACHED),
            (actual("2 %", DOWN), target("3 %", DOWN), actual("4 %", DOWN), Reason.REGRESSION),
            (actual("10 %", None), target("10 %", None), actual("9 %", None), Reason.BASELINE_REACHED),
            (actual(""), target("10 %"), actual("9 %"), Reason.NO_BASELINE),
            (actual("5 %"), target(""), actual("9 %"), Reason.NO_TARGET_FIGURE),
            (actual("5 USD"), target("10 %"), actual("9 %"), Reason.UNIT),
            (actual("5 %"), target("10 %"), actual("9 USD"), Reason.UNIT),
            (actual("5 %"), target("10 %"), actual("> 9 %"), Reason.ONE_SIDED),
        ],
    )
    def test_no_value(self, baseline: Level | None, aim: Target, result: Actual, reason: Reason) -> None:
        ratio = distance_travelled(baseline, aim, result)
        assert (ratio.value, ratio.reason) == (None, reason)

    def test_interval_holds_the_value(self) -> None:
        ratio = distance_travelled(actual("8.0 %"), target("10 %"), actual("9.0 %"))
        assert ratio.interval is not None
        assert ratio.value is not None
        assert ratio.value in ratio.interval

    def test_no_interval_where_the_baseline_may_lie_on_the_target(self) -> None:
        assert distance_travelled(actual("9.9 %"), target("9.94 %"), actual("9.92 %")).interval is None
        assert distance_travelled(actual("about 9 %"), target("10 %"), actual("9.5 %")).interval is None


class TestDecimalContext:
    def test_does_not_matter(self) -> None:
        def all_numbers() -> list[object]:
            return [
                realised_share(q("5208 tỷ đồng"), q("1390.9 tỷ đồng")),
                growth(q("357519.7 tỷ đồng"), q("149740 tỷ đồng")),
                implied_base(q("357519.7 tỷ đồng"), change("14.53 %")),
                gap(q("357519.7 tỷ đồng"), q("149740 tỷ đồng")),
                distance_travelled(q("123.456 %"), target("100.01 %"), actual("111.111 %")),
            ]

        expected = all_numbers()
        with localcontext(prec=2):
            assert all_numbers() == expected
