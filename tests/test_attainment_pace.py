"""Pace, elapsed time, run-rate and profiles."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.attainment_makers import DOWN, FLOW, STOCK, UP, actual, change, growth_target, indicator, target
from vnplan.attainment import Elapsed, Pace, Policy, Profile, Reason, Result, assess, pace, required_run_rate
from vnplan.model.actual import Actual
from vnplan.model.figure import Accumulation
from vnplan.model.indicator import Direction, Measurement
from vnplan.model.period import Period
from vnplan.model.target import Target

YEAR = Period.year(2023)
Q1 = Period.quarter(2023, 1)
FALLING_FLOW = indicator(direction=Direction.LOWER, measurement=Measurement.FLOW)
RATIO = indicator(measurement=Measurement.RATIO)


class TestElapsed:
    @pytest.mark.parametrize(
        ("whole", "until", "parts", "days"),
        [
            (YEAR, Q1, (3, 12), (90, 365)),
            (YEAR, Period.months(2023, 9), (9, 12), (273, 365)),
            (YEAR, Period.quarter(2023, 2), (6, 12), (181, 365)),  # by its end
            (YEAR, Period.up_to(date(2023, 11, 15)), (319, 365), (319, 365)),
            (YEAR, Period.at(date(2023, 11, 30)), (11, 12), (334, 365)),
            (Period.year(2024), Period.months(2024, 2), (2, 12), (60, 366)),
            (Period.years(2020, 2025), Period.year(2022), (36, 72), (1096, 2192)),
            (Period.up_to(date(2023, 11, 15)), Period.month(2023, 1), (31, 319), (31, 319)),
        ],
    )
    def test_parts(self, whole: Period, until: Period, parts: tuple[int, int], days: tuple[int, int]) -> None:
        elapsed = Elapsed.of(whole, until)
        assert elapsed.parts == parts
        assert (elapsed.days, elapsed.of_days) == days
        assert not elapsed.is_over

    def test_shares_and_words(self) -> None:
        elapsed = Elapsed.of(YEAR, Q1)
        assert elapsed.share == Decimal("0.25")
        assert round(elapsed.by_days, 4) == Decimal("0.2466")
        assert str(elapsed) == "3/12 months"
        assert str(Elapsed.of(YEAR, Period.up_to(date(2023, 11, 15)))) == "319/365 days"
        assert Elapsed.of(YEAR, YEAR).is_over


class TestPace:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("27 tỷ đồng", Pace.AHEAD),
            ("26.25 tỷ đồng", Pace.AHEAD),  # 1.05 exactly: cuts belong to the better class
            ("26.2 tỷ đồng", Pace.ON_PACE),
            ("23.75 tỷ đồng", Pace.ON_PACE),
            ("23.7 tỷ đồng", Pace.BEHIND),
            ("15 tỷ đồng", Pace.BEHIND),
            ("14.9 tỷ đồng", Pace.FAR_BEHIND),
            ("0 tỷ đồng", Pace.FAR_BEHIND),
            ("-1 tỷ đồng", Pace.REGRESSING),
        ],
    )
    def test_classes(self, text: str, expected: Pace) -> None:
        assert pace(target("100 tỷ đồng", FLOW), actual(text, FLOW, period=Q1)).pace is expected

    def test_cuts_are_the_policys(self) -> None:
        policy = Policy(ahead=Decimal("1.2"), on_pace=Decimal("1.1"), behind=Decimal("1.05"))
        found = pace(target("100 tỷ đồng", FLOW), actual("27 tỷ đồng", FLOW, period=Q1), policy=policy)
        assert found.pace is Pace.BEHIND

    @pytest.mark.parametrize(
        ("aim", "result", "reason"),
        [
            (target("100 %", STOCK), actual("30 %", STOCK, period=Q1), Reason.NOT_A_FLOW),
            (target("100 %", RATIO), actual("30 %", RATIO, period=Q1), Reason.NOT_A_FLOW),
            (target("100 %", UP), actual("30 %", UP, period=Q1), Reason.FLOW_UNKNOWN),
            (target("100 %", FLOW, period=None), actual("30 %", FLOW), Reason.NO_PERIOD),
            (target("100 %", FLOW), actual("30 %", FLOW, period=Period.year(2022)), Reason.PERIOD),
            (target("100 hộ", FALLING_FLOW), actual("30 hộ", FALLING_FLOW, period=Q1), Reason.LOWER_IS_BETTER),
            (target("0 tỷ đồng", FLOW), actual("30 tỷ đồng", FLOW, period=Q1), Reason.ZERO_TARGET),
        ],
    )
    def test_undefined(self, aim: Target, result: Actual, reason: Reason) -> None:
        found = pace(aim, result)
        assert (found.pace, found.reason) == (Pace.UNDEFINED, reason)
        assert str(found) == f"undefined ({reason})"

    def test_cumulative_percentage_is_a_flow(self) -> None:
        """Disbursement: 30,37 % of the year's capital after a quarter."""
        found = pace(
            target(">= 95 %", RATIO),
            actual("30.37 %", RATIO, period=Q1, accumulation=Accumulation.CUMULATIVE),
        )
        assert found.pace is Pace.AHEAD

    def test_told_as_in_period_is_a_flow(self) -> None:
        aim = target("100 tỷ đồng", accumulation=Accumulation.IN_PERIOD)
        assert pace(aim, actual("25 tỷ đồng", period=Q1)).pace is Pace.ON_PACE

    def test_interval_and_label(self) -> None:
        found = pace(target("100 tỷ đồng", FLOW), actual("25 tỷ đồng", FLOW, period=Q1))
        assert str(found.ratio.interval) == "[0.980, 1.020]"
        assert str(found) == "on_pace: 1.000 of a linear pace"

    def test_one_sided_has_no_class(self) -> None:
        found = pace(target("100 tỷ đồng", FLOW), actual("> 25 tỷ đồng", FLOW, period=Q1))
        assert (found.pace, found.reason) == (Pace.UNDEFINED, Reason.ONE_SIDED)

    def test_no_pace_once_the_period_is_over(self) -> None:
        verdict = assess(target("100 tỷ đồng", FLOW), actual("90 tỷ đồng", FLOW))
        assert (verdict.pace, verdict.run_rate) == (None, None)


class TestRunRate:
    def test_per_month(self) -> None:
        rate = required_run_rate(target("100 tỷ đồng", FLOW), actual("28 tỷ đồng", FLOW, period=Q1))
        assert str(rate) == "8 tỷ đồng per month"
        assert str(rate.interval) == "[7944444444.444444444444444444444444, 8055555555.555555555555555555555556]"

    def test_per_day(self) -> None:
        until = Period.up_to(date(2023, 12, 21))
        rate = required_run_rate(target("100 tỷ đồng", FLOW), actual("90 tỷ đồng", FLOW, period=until))
        assert str(rate) == "1 tỷ đồng per day"

    def test_zero_where_reached(self) -> None:
        rate = required_run_rate(target("100 tỷ đồng", FLOW), actual("130 tỷ đồng", FLOW, period=Q1))
        assert str(rate) == "0 tỷ đồng per month"
        assert str(rate.interval) == "{0}"

    @pytest.mark.parametrize(
        ("aim", "result", "reason"),
        [
            (target("100 %", period=None), actual("5 %"), Reason.NO_PERIOD),
            (target("100 %"), actual("5 %"), Reason.PERIOD_OVER),
            (target(""), actual("5 %", period=Q1), Reason.NO_TARGET_FIGURE),
            (target("100 %"), actual("", period=Q1), Reason.NO_ACTUAL_FIGURE),
            (target("100 %"), actual("about 5 %", period=Q1), Reason.ABOUT),
            (growth_target("10 %"), change("5 %", period=Q1), Reason.NOT_A_FLOW),
        ],
    )
    def test_none(self, aim: Target, result: Result, reason: Reason) -> None:
        assert required_run_rate(aim, result).reason is reason


class TestProfile:
    """Last year's course replaces the line."""

    def profile(self) -> Profile:
        whole = actual("200 tỷ đồng", FLOW, period=Period.year(2022))
        parts = (
            actual("30 tỷ đồng", FLOW, period=Period.quarter(2022, 1)),
            actual("90 tỷ đồng", FLOW, period=Period.half(2022, 1)),
        )
        found = Profile.of("2022", whole, parts)
        assert found is not None
        return found

    def test_shares(self) -> None:
        assert self.profile().shares == ((3, Decimal("0.15")), (6, Decimal("0.45")))

    def test_replaces_the_line(self) -> None:
        aim, result = target("100 tỷ đồng", FLOW), actual("18 tỷ đồng", FLOW, period=Q1)
        assert pace(aim, result).pace is Pace.BEHIND
        found = pace(aim, result, profile=self.profile())
        assert (found.pace, found.against, found.ratio.value) == (Pace.AHEAD, "2022", Decimal("1.2"))
        assert assess(aim, result, profile=self.profile()).pace is Pace.AHEAD

    def test_falls_back_to_the_line(self) -> None:
        result = actual("18 tỷ đồng", FLOW, period=Period.months(2023, 4))
        assert pace(target("100 tỷ đồng", FLOW), result, profile=self.profile()).against == "linear"

    @pytest.mark.parametrize(
        ("whole", "part"),
        [
            (actual("0 tỷ đồng", FLOW), actual("5 tỷ đồng", FLOW, period=Q1)),
            (actual("9 tỷ đồng", FLOW, period=None), actual("5 tỷ đồng", FLOW, period=Q1)),
            (actual("9 tỷ đồng", FLOW), actual("5 tỷ đồng", FLOW, period=Period.up_to(date(2023, 5, 5)))),
            (actual("9 tỷ đồng", DOWN), actual("5 tỷ đồng", DOWN, period=Q1)),
        ],
    )
    def test_none_where_nothing_can_be_told(self, whole: Actual, part: Actual) -> None:
        assert Profile.of("2022", whole, (part,)) is None
