"""Planted contradictions and near misses, rule by rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from tests.attainment_makers import (
    DOWN,
    FLOW,
    QUAN_3,
    STOCK,
    UP,
    YEAR,
    actual,
    change,
    growth_target,
    indicator,
    plan_report,
    report,
    share,
    source,
    stated,
    target,
)
from vnplan.attainment import Consistency, Policy, Result, Rounding
from vnplan.audit import RULES, Evidence, Finding, audit, check_structure, check_sum
from vnplan.audit.wording import interval_en, interval_vi, period_vi, stated_vi
from vnplan.errors import InvalidValueError
from vnplan.model.actual import ChangeForm, ShareForm, Status, Tally, VerdictWord
from vnplan.model.directive import Citation
from vnplan.model.figure import Accumulation, Basis, PriceBase
from vnplan.model.indicator import Indicator, Measurement, NaturalDomain
from vnplan.model.interval import Interval
from vnplan.model.locality import Commune, Level, LocalityKey
from vnplan.model.period import Period
from vnplan.model.plan import Plan, PlanEntry
from vnplan.model.quantity import Quantity
from vnplan.model.report import Report
from vnplan.model.stated import Stated
from vnplan.model.target import Frame, Measure, Target
from vnplan.model.units import Unit

CONSISTENT, INCONSISTENT = Consistency.CONSISTENT, Consistency.INCONSISTENT
ONLY_IF_TRUNCATED, UNDECIDED = Consistency.ONLY_IF_TRUNCATED, Consistency.UNDECIDED
LAST_YEAR = Period.year(2022)
Q1 = Period.quarter(2023, 1)
PERCENT_OF_WHOLE = indicator(domain=NaturalDomain.SHARE)
COUNT = indicator(domain=NaturalDomain.COUNT)


def run(rule: str, *reports: Report) -> list[Finding]:
    return list(audit(reports, rules={rule: RULES[rule]}))


def only(rule: str, *reports: Report) -> Finding:
    (finding,) = run(rule, *reports)
    assert finding.rule == rule
    assert finding.message_vi
    assert finding.message_en
    return finding


def results(rule: str, *reports: Report) -> list[Consistency]:
    return [finding.result for finding in run(rule, *reports)]


class TestAudit:
    def test_nothing_to_find(self) -> None:
        assert audit([]) == ()
        assert audit(Report(text="")) == ()

    def test_rules_are_switched_off_by_name(self) -> None:
        held = plan_report(target("5 %", period=LAST_YEAR))
        assert "periods" in {finding.rule for finding in audit(held)}
        assert "periods" not in {finding.rule for finding in audit(held, without=["periods"])}
        with pytest.raises(InvalidValueError) as caught:
            audit(held, without=["period"])
        assert caught.value.value == "period"

    def test_a_package_brings_its_own_rule(self) -> None:
        def mine(evidence: Evidence) -> Iterator[Finding]:
            yield Finding(rule="mine", result=INCONSISTENT, message_en=f"{len(evidence.reports)} reports")

        findings = audit([Report(text=""), Report(text="")], rules={**RULES, "mine": mine})
        assert [str(finding) for finding in findings] == ["mine: inconsistent: 2 reports"]
        assert findings[0].needs_attention
        assert findings[0].is_contradiction

    def test_every_rule_copes_with_figures_that_say_nothing(self) -> None:
        bare: dict[str, Any] = {"period": None}
        held = report(
            target("", None, **bare),
            actual("", None, **bare),
            change("", about=None, **bare),
            share("", None, **bare),
            actual("about 5 %", None),
            actual("about 5 %", None),
            change("about 5 %", about=None, of=actual("5 người", None)),
            share("about 5 %", None, of=actual("5 người", None)),
        )
        assert not [finding for finding in audit([held, held]) if finding.result is INCONSISTENT]


class TestShare:
    def test_quarter_one_of_2024(self) -> None:
        level = actual("1390.9 tỷ đồng", FLOW, period=Q1, source=source(1))
        told = share("26.7 %", FLOW, period=Q1, of=level, basis=Basis.ESTIMATE, source=source(2))
        estimate = target("5208 tỷ đồng", FLOW, authority=Basis.ESTIMATE, source=source(3))
        finding = only("share", report(level, told, estimate, document="q1"))
        assert finding.result is CONSISTENT
        assert (finding.documents, finding.residual) == (("q1",), Decimal(0))
        assert finding.sources == (told.source, level.source, estimate.source)
        assert str(finding.intervals[0]) == "[26.65, 26.75]"
        assert "từ 26,70% đến 26,71%" in finding.message_vi
        assert "between 26.70% and 26.71%" in finding.message_en

    def test_target_is_found_in_the_other_report_and_exact_there(self) -> None:
        level = actual("5574.5 tỷ đồng", FLOW)
        told = share("100.3 %", FLOW, of=level, basis=Basis.ASSIGNED)
        plan = plan_report(target("5558 tỷ đồng", FLOW, source=source()))
        finding = only("share", plan, report(level, told, document="year"))
        assert (finding.result, finding.documents) == (CONSISTENT, ("year", "plan"))
        assert str(finding.intervals[1]).startswith("[100.29596977")

    @pytest.mark.parametrize(
        ("text", "result", "residual"),
        [
            ("26.8 %", INCONSISTENT, "-0.0395"),
            ("26 %", ONLY_IF_TRUNCATED, "0.2034"),
            ("27 %", CONSISTENT, "0"),
            ("> 27 %", INCONSISTENT, "-0.2895"),
        ],
    )
    def test_planted(self, text: str, result: Consistency, residual: str) -> None:
        level = actual("1390.9 tỷ đồng", FLOW)
        held = report(level, share(text, FLOW, of=level), target("5208 tỷ đồng", FLOW, source=source()))
        finding = only("share", held)
        assert finding.result is result
        assert finding.residual is not None
        assert abs(finding.residual - Decimal(residual)) < Decimal("0.0002")

    def test_another_authoritys_target_contradicts_nothing(self) -> None:
        level = actual("90 tỷ đồng", FLOW)
        told = share("100 %", FLOW, of=level, basis=Basis.ASSIGNED)
        finding = only("share", report(level, told, target("95 tỷ đồng", FLOW, authority=Basis.ESTIMATE)))
        assert (finding.result, finding.missing) == (UNDECIDED, ("target",))

    def test_the_authoritys_own_target_is_preferred(self) -> None:
        level = actual("90 tỷ đồng", FLOW)
        held = report(
            target("95 tỷ đồng", FLOW, authority=Basis.ESTIMATE),
            target("90 tỷ đồng", FLOW, authority=Basis.ASSIGNED),
            level,
            share("100 %", FLOW, of=level, basis=Basis.ASSIGNED),
        )
        assert only("share", held).result is CONSISTENT

    def test_without_a_target_it_says_what_is_missing(self) -> None:
        level = actual("90 tỷ đồng")
        finding = only("share", report(level, share("98 %", of=level)))
        assert (finding.result, finding.missing) == (UNDECIDED, ("target",))

    def test_a_share_beside_nothing_finds_the_result_of_its_period(self) -> None:
        held = report(actual("90 tỷ đồng"), share("98 %"), target("100 tỷ đồng"))
        assert only("share", held).result is INCONSISTENT

    def test_a_share_beside_the_target(self) -> None:
        aim = target("100 tỷ đồng")
        held = report(actual("90 tỷ đồng"), share("90 %", of=aim))
        assert only("share", held).result is CONSISTENT

    def test_hopeless_target(self) -> None:
        level = actual("90 tỷ đồng")
        finding = only("share", report(level, share("98 %", of=level), target("0 tỷ đồng")))
        assert (finding.result, finding.missing, finding.intervals) == (UNDECIDED, ("zero_target",), ())

    def test_nothing_to_compare(self) -> None:
        assert run("share", report(share("98 %"))) == []

    def test_margin(self) -> None:
        level = actual("119.4 tỷ đồng")
        above = share("19 %", of=level, form=ShareForm.MARGIN, measure=Measure.INCREASE)
        assert only("share", report(level, above, target("100 tỷ đồng"))).result is CONSISTENT

    @pytest.mark.parametrize(
        ("printed", "result", "residual"),
        [("20 tỷ đồng", CONSISTENT, "0"), ("25 tỷ đồng", INCONSISTENT, "-4.0E+9"), ("25 %", INCONSISTENT, "-4.0")],
    )
    def test_margin_in_units(self, printed: str, result: Consistency, residual: str) -> None:
        level = actual("120 tỷ đồng")
        above = share(printed, of=level, form=ShareForm.MARGIN, measure=Measure.INCREASE)
        finding = only("share", report(level, above, target("100 tỷ đồng")))
        assert finding.result is result
        assert finding.residual is not None
        assert finding.residual.quantize(Decimal("0.1")) == Decimal(residual)

    @pytest.mark.parametrize(
        ("printed", "words"),
        [("1.1 lần", "tính ra 110%"), ("2.1 lần", "tính ra 2,1 lần"), ("1.6 lần", "tính ra 110%")],
    )
    def test_margin_in_times(self, printed: str, words: str) -> None:
        level = actual("210.00 tỷ đồng")
        above = share(printed, of=level, form=ShareForm.MARGIN, measure=Measure.INCREASE)
        finding = only("share", report(level, above, target("100 tỷ đồng")))
        assert finding.result is (INCONSISTENT if printed == "1.6 lần" else CONSISTENT)
        assert words in finding.message_vi

    def test_margin_in_units_of_something_else(self) -> None:
        level = actual("120 tỷ đồng")
        above = share("20 người", of=level, form=ShareForm.MARGIN, measure=Measure.INCREASE)
        finding = only("share", report(level, above, target("100 tỷ đồng")))
        assert (finding.result, finding.missing, finding.intervals) == (UNDECIDED, ("unit",), ())

    def test_margin_over_a_far_target_is_of_another_one(self) -> None:
        level = actual("120 tỷ đồng", source=source(1))
        above = share("20 tỷ đồng", of=level, form=ShareForm.MARGIN, measure=Measure.INCREASE, source=source(2))
        far = target("60 tỷ đồng", source=source(3))
        assert only("share", report(level, above, far)).result is UNDECIDED

    def test_target_of_a_term_is_another_one_than_that_of_the_year(self) -> None:
        level = actual("92 tỷ đồng")
        told = share("102.2 %", of=level)
        of_term = target("100 tỷ đồng", period=Period.years(2021, 2025))
        finding = only("share", report(level, told, of_term))
        assert (finding.result, finding.missing) == (UNDECIDED, ("target",))
        assert only("share", report(level, told, of_term, target("90 tỷ đồng"))).result is CONSISTENT
        fitting = share("92 %", of=level)
        assert only("share", report(level, fitting, of_term)).result is CONSISTENT


class TestGrowthAndGap:
    @pytest.mark.parametrize(
        ("text", "result"),
        [("14.1 %", CONSISTENT), ("14.3 %", INCONSISTENT), ("14 %", CONSISTENT)],
    )
    def test_growth(self, text: str, result: Consistency) -> None:
        level = actual("357519.7 tỷ đồng")
        before = report(actual("313338 tỷ đồng", period=LAST_YEAR), document="2022")
        after = report(level, change(text, basis="yoy", of=level), document="2023")
        finding = only("growth", before, after)
        assert finding.result is result
        assert finding.documents == ("2023", "2022")

    def test_an_estimate_of_another_report_may_be_revised(self) -> None:
        level = actual("114 tỷ đồng")
        told = report(level, change("14.3 %", basis="yoy", of=level), document="2023")
        before = actual("100.5 tỷ đồng", period=LAST_YEAR, status=Status.ESTIMATED)
        finding = only("growth", report(before, document="2022"), told)
        assert (finding.result, finding.missing) == (UNDECIDED, ("revision",))
        assert finding.message_vi.endswith("; số ước thực hiện có thể đã được điều chỉnh.")
        assert only("growth", report(before, level, *told.changes)).result is INCONSISTENT

    def test_decline_told_as_a_ratio(self) -> None:
        level = actual("98.53 tỷ đồng")
        told = change("98.53 %", Measure.LEVEL, basis=LAST_YEAR, of=level, form=ChangeForm.RATIO)
        assert only("growth", report(level, told, actual("100.00 tỷ đồng", period=LAST_YEAR))).result is CONSISTENT

    def test_growth_at_constant_prices_beside_levels_at_current_ones(self) -> None:
        level = actual("114 tỷ đồng")
        told = change("7.3 %", basis="yoy", of=level, price_base=PriceBase.CONSTANT)
        finding = only("growth", report(level, told, actual("100 tỷ đồng", period=LAST_YEAR)))
        assert (finding.result, finding.missing) == (UNDECIDED, ("price_base",))

    @pytest.mark.parametrize(
        ("rate", "difference", "level", "result"),
        [
            (None, None, None, INCONSISTENT),
            (PriceBase.CONSTANT, PriceBase.CONSTANT, PriceBase.CONSTANT, INCONSISTENT),
            (PriceBase.CONSTANT, None, None, UNDECIDED),
            (PriceBase.CONSTANT, PriceBase.CURRENT, PriceBase.CURRENT, UNDECIDED),
            (None, PriceBase.CONSTANT, PriceBase.CURRENT, UNDECIDED),
        ],
    )
    def test_a_rate_beside_a_difference_at_other_prices(
        self, rate: PriceBase | None, difference: PriceBase | None, level: PriceBase | None, result: Consistency
    ) -> None:
        """1.050 less 80 is 970: + 8,2 %."""
        now = actual("1050 tỷ đồng", price_base=level)
        told = change("5 %", basis="yoy", of=now, price_base=rate)
        beside = change("80 tỷ đồng", basis="yoy", of=now, price_base=difference, form=ChangeForm.DIFFERENCE)
        finding = only("growth", report(now, told, beside))
        assert (finding.result, finding.missing) == (result, ("price_base",) if result is UNDECIDED else ())
        fitting = evolve(told, stated=stated("8.2 %"))
        assert only("growth", report(now, fitting, beside)).result is CONSISTENT

    @pytest.mark.parametrize("now", ["10 tỷ đồng", "-10 tỷ đồng"])
    def test_a_difference_that_leaves_no_base_above_zero(self, now: str) -> None:
        """Of a loss that turned into a gain no rate can be told."""
        level = actual(now)
        rate = change("20 %", basis="yoy", of=level)
        difference = change("50 tỷ đồng", basis="yoy", of=level, form=ChangeForm.DIFFERENCE)
        assert results("growth", report(level, rate, difference)) == []

    def test_so_much_a_year_is_no_growth_of_the_stretch(self) -> None:
        level, before = actual("121 tỷ đồng"), actual("100 tỷ đồng", period=LAST_YEAR)
        yearly = Stated(quantity=Quantity(Decimal(10), Unit("%/năm", "percent")))
        told = change("10 %", basis="yoy", of=level)
        assert results("growth", report(level, told, before)) == [INCONSISTENT]
        assert results("growth", report(level, evolve(told, stated=yearly), before)) == []

    def test_falling(self) -> None:
        level = actual("90 tỷ đồng")
        told = change("20 %", Measure.DECREASE, basis="yoy", of=level)
        finding = only("growth", report(level, told, actual("100 tỷ đồng", period=LAST_YEAR)))
        assert finding.result is INCONSISTENT
        assert "nêu giảm 20%" in finding.message_vi

    @pytest.mark.parametrize(
        "told",
        [
            change("14 %", basis=None, of=actual("5 tỷ đồng")),  # against what the text does not say
            change("14 %", basis="quý trước", of=actual("5 tỷ đồng")),
            change("14 %", basis="yoy"),  # of what neither
            change("14 %", basis="yoy", of=actual("5 tỷ đồng"), period=None),
        ],
    )
    def test_nothing_to_compare(self, told: Any) -> None:
        assert run("growth", report(told, actual("100 tỷ đồng", period=LAST_YEAR))) == []

    def test_undecided(self) -> None:
        level = actual("90 tỷ đồng")
        told = change("20 %", basis="yoy", of=level)
        finding = only("growth", report(level, told, actual("0 tỷ đồng", period=LAST_YEAR)))
        assert (finding.result, finding.missing) == (UNDECIDED, ("zero_base",))

    @pytest.mark.parametrize(
        ("now", "before", "text", "result"),
        [
            ("534 doanh nghiệp", "499 doanh nghiệp", "35 doanh nghiệp", CONSISTENT),
            ("534 doanh nghiệp", "500 doanh nghiệp", "35 doanh nghiệp", INCONSISTENT),
            ("91.2 %", "90.0 %", "1.2 điểm phần trăm", CONSISTENT),
            ("91.2 %", "90.0 %", "1.4 điểm phần trăm", INCONSISTENT),
            ("107.32 tỷ đồng", "100.02 tỷ đồng", "7.2 tỷ đồng", ONLY_IF_TRUNCATED),  # 7,30, give or take 0,01
            ("107.33 tỷ đồng", "100.01 tỷ đồng", "7.2 tỷ đồng", INCONSISTENT),
            ("91.2 %", "90.0 %", "1.2 hộ", UNDECIDED),
            ("91.2 %", "about 90.0 %", "1.2 điểm phần trăm", UNDECIDED),
            ("91.2 %", "90.0 hộ", "1.2 điểm phần trăm", UNDECIDED),
        ],
    )
    def test_gap(self, now: str, before: str, text: str, result: Consistency) -> None:
        level = actual(now)
        told = change(text, basis="yoy", of=level, form=ChangeForm.DIFFERENCE)
        held = report(level, told, actual(before, period=LAST_YEAR))
        assert only("gap", held).result is result
        assert run("growth", held) == []

    def test_gap_without_figures(self) -> None:
        level = actual("5 hộ")
        figureless = change("", basis="yoy", of=level, form=ChangeForm.DIFFERENCE)
        assert run("gap", report(level, figureless, actual("4 hộ", period=LAST_YEAR))) == []
        told = change("5 hộ", basis="yoy", of=level, form=ChangeForm.DIFFERENCE)
        assert run("gap", report(level, told, actual("", period=LAST_YEAR))) == []


class TestWholeNumbers:
    @pytest.mark.parametrize(
        ("count", "told", "result"),
        [
            ("534", {"text": "73.3 %"}, ONLY_IF_TRUNCATED),  # 308 gives 73,4 by rounding, 309 gives 72,8
            ("534", {"text": "73.4 %"}, CONSISTENT),
            ("534", {"text": "73.1 %"}, INCONSISTENT),
            ("534", {"text": "73 %"}, CONSISTENT),  # a printed digit fewer
            ("534", {"text": "173.3 %", "measure": Measure.LEVEL, "form": ChangeForm.RATIO}, ONLY_IF_TRUNCATED),
            ("3", {"text": "25 %", "measure": Measure.DECREASE}, CONSISTENT),  # of 4
            ("3", {"text": "27 %", "measure": Measure.DECREASE}, INCONSISTENT),
            ("6", {"text": "2.0 lần", "form": ChangeForm.TIMES}, CONSISTENT),
            ("5", {"text": "2.3 lần", "form": ChangeForm.TIMES}, INCONSISTENT),
        ],
    )
    def test_growth(self, count: str, told: dict[str, Any], result: Consistency) -> None:
        level = actual(f"{count} doanh nghiệp")
        assert only("whole_numbers", report(level, change(of=level, **told))).result is result

    def test_message_names_the_neighbours(self) -> None:
        level = actual("534 doanh nghiệp")
        finding = only("whole_numbers", report(level, change("73.3 %", of=level)))
        assert "only 308 gives it, if digits are cut off (308 gives 73.38%; 309 gives 72.82%)" in finding.message_en
        assert "chỉ có số gốc 308" in finding.message_vi
        assert finding.residual == Decimal("0.026623")

    def test_share(self) -> None:
        level = actual("534 doanh nghiệp")
        assert only("whole_numbers", report(level, share("17.8 %", of=level))).result is CONSISTENT  # of 3.000
        assert only("whole_numbers", report(actual("1 hộ"), share("34 %", of=actual("1 hộ")))).result is INCONSISTENT

    def test_a_base_at_an_open_end_gives_it_only_if_digits_are_cut_off(self) -> None:
        """3 is 37,5 % of 8: half up that is printed 38 %, with the tie unknown 37 % as well."""
        held = report(actual("3 doanh nghiệp"), share("37 %", of=actual("3 doanh nghiệp")))
        assert only("whole_numbers", held).result is CONSISTENT
        (finding,) = audit(held, rules={"x": RULES["whole_numbers"]}, policy=Policy(rounding=Rounding.HALF_UP))
        assert finding.result is ONLY_IF_TRUNCATED

    def test_half_up_ends_are_open(self) -> None:
        """40 is 25,0 % of 160, and 160 lies inside the open ends."""
        level = actual("40 doanh nghiệp")
        held = report(level, share("25.0 %", of=level))
        (finding,) = audit(held, rules={"x": RULES["whole_numbers"]}, policy=Policy(rounding=Rounding.HALF_UP))
        assert finding.result is CONSISTENT

    @pytest.mark.parametrize(
        "told",
        [
            change("73.3 %", of=actual("534 tỷ đồng")),  # money need not be whole
            change("73.3 %", of=actual("> 500 doanh nghiệp")),
            change("> 73.3 %", of=actual("534 doanh nghiệp")),
            change("73.3 %"),
            change("35 doanh nghiệp", of=actual("534 doanh nghiệp"), form=ChangeForm.DIFFERENCE),
            change("100 %", Measure.DECREASE, of=actual("534 doanh nghiệp")),
            change("10 %", of=actual("0 doanh nghiệp")),
            change("10 %", of=target("534 doanh nghiệp")),
            share("1.7 lần", form=ShareForm.MARGIN, measure=Measure.INCREASE, of=actual("12 doanh nghiệp")),
        ],
    )
    def test_does_not_apply(self, told: Any) -> None:
        assert run("whole_numbers", report(told)) == []

    def test_whole_share_of_last_year(self) -> None:
        """A base of one is the least: 1 household at "34 %" would need 2,94."""
        finding = only("whole_numbers", report(share("34 %", of=actual("1 hộ"))))
        assert "2 gives 50%; 3 gives 33.33%" in finding.message_en


class TestParts:
    def quarters(self, *texts: str, **more: Any) -> list[Any]:
        more.setdefault("accumulation", Accumulation.IN_PERIOD)
        return [
            actual(text, FLOW, period=Period.quarter(2023, number), **more)
            for number, text in enumerate(texts, start=1)
        ]

    @pytest.mark.parametrize(
        ("fourth", "result"),
        [("4.0 tỷ đồng", CONSISTENT), ("4.2 tỷ đồng", CONSISTENT), ("4.4 tỷ đồng", INCONSISTENT)],
    )
    def test_quarters_of_a_year(self, fourth: str, result: Consistency) -> None:
        quarters = self.quarters("1.0 tỷ đồng", "2.0 tỷ đồng", "3.0 tỷ đồng", fourth)
        finding = only("parts", report(actual("10.0 tỷ đồng", FLOW), *quarters))
        assert finding.result is result

    def test_halves_beside_quarters(self) -> None:
        """A first quarter alone leads nowhere; the halves fill the year."""
        held = report(
            actual("10.0 tỷ đồng", FLOW),
            actual("3.0 tỷ đồng", FLOW, period=Q1),
            actual("4.0 tỷ đồng", FLOW, period=Period.half(2023, 1)),
            actual("6.0 tỷ đồng", FLOW, period=Period.half(2023, 2)),
        )
        assert only("parts", held).result is CONSISTENT

    @pytest.mark.parametrize(
        "figures",
        [
            ["1.0 tỷ đồng", "2.0 tỷ đồng", "3.0 tỷ đồng"],  # a quarter is missing
            ["10 %", "20 %", "30 %", "40 %"],  # percentages do not add up over time
        ],
    )
    def test_does_not_apply(self, figures: list[str]) -> None:
        unit = figures[0].split(" ", 1)[1]
        assert run("parts", report(actual(f"10.0 {unit}", FLOW), *self.quarters(*figures))) == []

    def test_cumulative_figures_are_no_parts(self) -> None:
        held = report(
            actual("10.0 tỷ đồng", FLOW),
            *self.quarters(
                "1.0 tỷ đồng", "3.0 tỷ đồng", "6.0 tỷ đồng", "9.0 tỷ đồng", accumulation=Accumulation.CUMULATIVE
            ),
        )
        assert run("parts", held) == []

    @pytest.mark.parametrize("additive", [False, True])
    def test_places_below(self, additive: bool) -> None:
        about = Indicator(id="x", name="x", english="x", additive=additive, measurement=Measurement.FLOW)
        above = LocalityKey(Level.DISTRICT, "770")
        wards = [
            Commune(name=f"Phường {n}", short_name=str(n), kind="phường", code=f"2713{n}", parent=above)
            for n in range(3)
        ]

        def held(*texts: str) -> Report:
            parts = [actual(text, about, locality=ward) for text, ward in zip(texts, wards, strict=False)]
            return report(actual("10 người", about, locality=QUAN_3), *parts)

        if not additive:  # averages and rates of places do not add up
            assert run("parts", held("3 người", "4 người", "5 người")) == []
            return
        finding = only("parts", held("3 người", "4 người"))
        assert (finding.result, finding.residual, finding.missing) == (UNDECIDED, Decimal(3), ("part",))
        assert "còn lại 3 người" in finding.message_vi
        assert only("parts", held("3 người", "4 người", "5 người")).result is INCONSISTENT
        other = actual("50 người", about, locality=wards[2], period=LAST_YEAR)
        assert only("parts", held("3 người", "4 người"), report(other)).result is UNDECIDED  # not of that year

    def test_sum_of_a_list(self) -> None:
        whole, parts = actual("10.0 tỷ đồng"), [actual("4.0 tỷ đồng"), actual("6.0 tỷ đồng")]
        assert check_sum(whole, parts, complete=True).result is CONSISTENT
        assert check_sum(whole, [*parts, actual("1.0 tỷ đồng")], complete=True).result is INCONSISTENT
        assert check_sum(whole, parts[:1], complete=False).result is UNDECIDED
        undecided = check_sum(whole, [actual("about 4 tỷ đồng")], complete=True)
        assert (undecided.result, undecided.missing) == (UNDECIDED, ("figure",))
        assert check_sum(whole, [actual("4 USD")], complete=True).result is UNDECIDED

    def test_structure(self) -> None:
        """Cơ cấu: each share rounds, so that 33,3 three times is 100 too."""
        assert check_structure([actual("33.3 %")] * 3).result is CONSISTENT
        wrong = check_structure([actual("70.0 %"), actual("20.0 %"), actual("8.0 %")])
        assert (wrong.result, wrong.residual) == (INCONSISTENT, Decimal("1.85"))
        assert check_structure([actual("about 70 %"), actual("30 %")]).result is UNDECIDED


def section(name: str, numbers: range) -> tuple[PlanEntry, ...]:
    return tuple(PlanEntry(number=number, section=name, source=source(number)) for number in numbers)


class TestCounts:
    """The plan of Quận 3 announces 4 + 6 + 13 + 4 + 3; its items run from 1 to 31."""

    def plan(self) -> Report:
        sizes = {
            "kinh tế": (4, range(1, 5)),
            "đô thị và môi trường": (6, range(5, 11)),
            "văn hóa – xã hội": (13, range(11, 24)),
            "cải cách hành chính": (4, range(24, 29)),
            "quốc phòng an ninh": (3, range(29, 32)),
        }
        entries = tuple(one for name, (_, numbers) in sizes.items() for one in section(name, numbers))
        tallies = tuple(
            Tally(count=count, noun="chỉ tiêu", scope=name, source=source(100)) for name, (count, _) in sizes.items()
        )
        return Report(text="", document="plan", plan=Plan(entries=entries), tallies=tallies)

    def test_headings(self) -> None:
        wrong = [finding for finding in run("counts", self.plan()) if finding.needs_attention]
        assert [(one.subject, one.residual) for one in wrong] == [("cải cách hành chính", Decimal(1)), ("", Decimal(1))]
        located, total = wrong
        assert located.sources == (source(100), *(source(number) for number in range(24, 29)))
        assert "(24–28)" in located.message_vi
        assert "= 30 indicators; the lists hold 31 items" in total.message_en
        assert results("counts", self.plan()).count(CONSISTENT) == 4

    def test_no_total_where_a_heading_announces_nothing(self) -> None:
        entries = (*section("kinh tế", range(1, 3)), *section("đô thị", range(3, 5)))
        tally = Tally(count=2, noun="chỉ tiêu", scope="Kinh  tế")
        held = Report(text="", plan=Plan(entries=entries), tallies=(tally,))
        assert results("counts", held) == [CONSISTENT]

    def test_parts_of_a_whole(self) -> None:
        """Quận 7: 30 contents, of which 4 + 4 + 10 + 8 are named."""
        counts = (30, 30, 4, 4, 10, 8)
        held = Report(text="", tallies=tuple(Tally(count=count, noun="nội dung") for count in counts))
        finding = only("counts", held)
        assert (finding.result, finding.residual, finding.missing) == (UNDECIDED, Decimal(4), ("part",))

    def test_parts_that_fill_the_whole(self) -> None:
        held = Report(text="", tallies=tuple(Tally(count=count, noun="nội dung") for count in (30, 12, 18)))
        assert only("counts", held).result is CONSISTENT

    @pytest.mark.parametrize("counts", [(4, 30, 10), (30,), (30, 4), (30, 30)])
    def test_no_whole_with_parts(self, counts: tuple[int, ...]) -> None:
        held = Report(text="", tallies=tuple(Tally(count=count, noun="nội dung") for count in counts))
        assert run("counts", held) == []

    def test_more_than_all(self) -> None:
        held = Report(
            text="", tallies=(Tally(count=19, noun="chỉ tiêu", of=18), Tally(count=17, noun="chỉ tiêu", of=18))
        )
        finding = only("counts", held)
        assert (finding.result, finding.residual) == (INCONSISTENT, Decimal(-1))


class TestNumbering:
    @pytest.mark.parametrize(
        ("numbers", "result", "told"),
        [
            ([1, 2, 3], CONSISTENT, "numbered 1 to 3."),
            ([1, 2, 4], INCONSISTENT, "to 4; missing: 3."),
            ([1, 2, 2, 3], INCONSISTENT, "to 3; repeated: 2."),
        ],
    )
    def test_holes_and_repeats(self, numbers: list[int], result: Consistency, told: str) -> None:
        entries = tuple(PlanEntry(number=number, source=source(number)) for number in numbers)
        finding = only("numbering", Report(text="", plan=Plan(entries=entries)))
        assert finding.result is result
        assert told in finding.message_en

    def test_unnumbered(self) -> None:
        assert run("numbering", Report(text="", plan=Plan(entries=(PlanEntry(),)))) == []


class TestSameFact:
    @pytest.mark.parametrize(
        ("one", "other", "result"),
        [
            (actual("5574.5 tỷ đồng"), actual("5574.5 tỷ đồng"), CONSISTENT),
            (actual("5574.5 tỷ đồng"), actual("5575 tỷ đồng"), CONSISTENT),  # rounds to it
            (actual("5574.5 tỷ đồng"), actual("5.6 nghìn tỷ đồng"), CONSISTENT),
            (actual("5574.5 tỷ đồng"), actual("5574.6 tỷ đồng"), INCONSISTENT),  # the sets touch, the digits differ
            (actual("5574.5 tỷ đồng"), actual("5600 tỷ đồng"), INCONSISTENT),
            (actual("98.2 %"), actual("> 98 %"), CONSISTENT),
            (actual("97.2 %"), actual("> 98 %"), INCONSISTENT),
            (change("14.1 %"), change("14 %"), CONSISTENT),
            (
                change("14.1 %", of=actual("5 tỷ đồng")),
                change("14.1 %", Measure.DECREASE, of=actual("5 tỷ đồng")),
                INCONSISTENT,
            ),
        ],
    )
    def test_in_one_report(self, one: Result, other: Result, result: Consistency) -> None:
        assert only("same_fact", report(one, other)).result is result

    @pytest.mark.parametrize(
        ("first", "second", "result"),
        [
            (Status.ESTIMATED, Status.FINAL, UNDECIDED),
            (Status.ESTIMATED, Status.ESTIMATED, UNDECIDED),
            (Status.FINAL, Status.FINAL, INCONSISTENT),
            (Status.UNSPECIFIED, Status.UNSPECIFIED, INCONSISTENT),
        ],
    )
    def test_across_reports_a_figure_may_be_revised(self, first: Status, second: Status, result: Consistency) -> None:
        one = report(actual("5574.5 tỷ đồng", status=first), document="a")
        two = report(actual("5600.1 tỷ đồng", status=second), document="b")
        finding = only("same_fact", one, two)
        assert (finding.result, finding.documents) == (result, ("a", "b"))
        assert finding.residual == Decimal(25500000000)

    @pytest.mark.parametrize(
        ("told", "about", "result"),
        [
            (Period.half(2023, 1), Period.half(2023, 1), UNDECIDED),  # told as the months ended
            (Period.half(2023, 1), Period.quarter(2023, 2), UNDECIDED),
            (Period.half(2023, 1), Period.quarter(2023, 1), INCONSISTENT),  # three months later it had settled
            (Period.half(2023, 1), Period.year(2023), INCONSISTENT),  # told before the year was over: no running month
            (Period.year(2023), Period.year(2023), INCONSISTENT),
            (None, Period.half(2023, 1), INCONSISTENT),
        ],
    )
    def test_a_figure_of_the_months_that_just_end_may_be_revised(
        self, told: Period | None, about: Period, result: Consistency
    ) -> None:
        one = report(actual("5574.5 tỷ đồng", period=about), document="a", period=told)
        two = report(actual("5600.1 tỷ đồng", period=about), document="b", period=told)
        assert only("same_fact", one, two).result is result

    def test_another_wording_may_mean_another_thing(self) -> None:
        other = actual("6 %")
        held = report(actual("5 %"), type(other)(name="y", indicator=UP, period=YEAR, stated=other.stated))
        finding = only("same_fact", held)
        assert (finding.result, finding.missing) == (UNDECIDED, ("revision",))

    @pytest.mark.parametrize(
        "other",
        [
            actual("6 %", period=LAST_YEAR),
            actual("6 %", indicator("y")),
            actual("6 %", locality=QUAN_3),
            actual("6 %", denominator="hộ dân"),
            actual("6 tỷ đồng"),
            actual("6 %", accumulation=Accumulation.POINT),
            target("6 %"),
            change("6 %"),
            actual("6 %", period=None),
            actual(""),
        ],
    )
    def test_another_fact(self, other: Any) -> None:
        assert run("same_fact", report(actual("5 %"), other)) == []

    def test_a_change_of_another_level_or_of_none_is_another_fact(self) -> None:
        first = change("14.1 %", of=actual("5 tỷ đồng"))
        others = (
            change("2.1 %", of=actual("9 tỷ đồng")),
            change("2.1 %"),
            change("2.1 %", of=actual("5 tỷ đồng", period=Q1)),
        )
        for other in others:
            assert run("same_fact", report(first, other)) == []

    def test_without_a_catalogue_id_only_another_report_counts(self) -> None:
        one, other = actual("5 %", None), actual("6 %", None)
        assert run("same_fact", report(one, other)) == []
        assert only("same_fact", report(one), report(other)).result is UNDECIDED

    def test_targets(self) -> None:
        one, other = target("5 %", source=source(1)), target("6 %", source=source(2))
        assert only("same_fact", report(one, other)).result is INCONSISTENT
        assert only("same_fact", report(one), report(other)).result is UNDECIDED  # adjusted, perhaps
        held = report(one, target("6 %", authority=Basis.ASSIGNED))
        assert run("same_fact", held) == []


class TestShareThatStandsForMoney:
    """Budget revenue "đạt 98%, tăng 20%": the growth is that of the money, not of the percentage."""

    @pytest.mark.parametrize(("dimension", "expected"), [("money:VND", []), ("percent", [INCONSISTENT])])
    def test_grows_otherwise(self, dimension: str, expected: list[Consistency]) -> None:
        about = Indicator(id="x", name="x", english="x", dimensions=(dimension,))
        level = actual("100 %", about)
        held = report(
            level, actual("98 %", about, period=LAST_YEAR), change("20 %", about=about, of=level, basis="yoy")
        )
        assert results("growth", held) + results("gap", held) == expected


class TestChangeOfAPercentage:
    """Told in per cent it may mean points or per cent of it; what comes nearer is what is meant."""

    @pytest.mark.parametrize(
        ("now", "told", "growth", "gap"),
        [
            ("5.0 %", "25 %", [CONSISTENT], []),  # of 4,0 %
            ("5.0 %", "1.0 %", [], [CONSISTENT]),  # points
            ("5.0 %", "29.9 %", [INCONSISTENT], []),
            ("5.0 %", "1.3 %", [], [INCONSISTENT]),
        ],
    )
    def test_means_what_comes_nearer(
        self, now: str, told: str, growth: list[Consistency], gap: list[Consistency]
    ) -> None:
        level = actual(now)
        held = report(level, actual("4.0 %", period=LAST_YEAR), change(told, of=level, basis="yoy"))
        assert (results("growth", held), results("gap", held)) == (growth, gap)


class TestCumulativeOrder:
    @pytest.mark.parametrize(
        ("six", "nine", "result"),
        [
            ("4.0 tỷ đồng", "6.0 tỷ đồng", CONSISTENT),
            ("4.0 tỷ đồng", "4 tỷ đồng", CONSISTENT),
            ("4.0 tỷ đồng", "3.8 tỷ đồng", INCONSISTENT),
            ("4.0 tỷ đồng", "3.9 tỷ đồng", CONSISTENT),  # both may be 3,95
            ("about 4.0 tỷ đồng", "3.8 tỷ đồng", None),
        ],
    )
    def test_nine_months_after_six(self, six: str, nine: str, result: Consistency | None) -> None:
        earlier = report(actual(six, FLOW, period=Period.half(2023, 1)), document="six")
        later = report(actual(nine, FLOW, period=Period.months(2023, 9)), document="nine")
        assert results("cumulative_order", later, earlier) == ([] if result is None else [result])

    def test_message(self) -> None:
        held = report(
            actual("4.0 tỷ đồng", FLOW, period=Period.half(2023, 1)),
            actual("3.8 tỷ đồng", FLOW, period=Period.months(2023, 9)),
        )
        finding = only("cumulative_order", held)
        assert finding.message_vi == "x: lũy kế 9 tháng năm 2023 3,8 tỷ đồng nhỏ hơn 6 tháng đầu năm 2023 4,0 tỷ đồng."
        assert finding.residual == Decimal(100000000)

    def test_several_figures_of_one_period(self) -> None:
        """A month's figure told for the months so far is no fall, where the sum stands beside it."""
        may = Period.months(2023, 5)
        held = report(
            actual("5866 tỷ đồng", FLOW, period=Period.months(2023, 4)),
            actual("1583 tỷ đồng", FLOW, period=may),
            actual("7449 tỷ đồng", FLOW, period=may),
        )
        assert only("cumulative_order", held).result is CONSISTENT

    @pytest.mark.parametrize("about", [STOCK, UP])
    def test_only_flows(self, about: Indicator) -> None:
        held = report(actual("4 tỷ đồng", about, period=Q1), actual("3 tỷ đồng", about, period=Period.half(2023, 1)))
        assert run("cumulative_order", held) == []

    def test_other_start_or_same_period(self) -> None:
        held = report(
            actual("4 tỷ đồng", FLOW, period=Q1),
            actual("4 tỷ đồng", FLOW, period=Q1),
            actual("3 tỷ đồng", FLOW, period=Period.quarter(2023, 2)),
        )
        assert run("cumulative_order", held) == []


class TestVerdictWords:
    """The twelve national targets of 2019: ten words agree, two do not."""

    def test_poverty_was_met_and_not_exceeded(self) -> None:
        aim = growth_target("1–1.5 điểm phần trăm", Measure.DECREASE, frame=Frame.POINTS, about=DOWN)
        result = change(
            "1.1 điểm phần trăm",
            Measure.DECREASE,
            DOWN,
            form=ChangeForm.DIFFERENCE,
            verdict_word=VerdictWord.EXCEEDED,
        )
        finding = only("verdict_words", plan_report(aim), report(result))
        assert finding.result is INCONSISTENT
        assert "văn bản nêu “vượt”, tính được “đạt”" in finding.message_vi

    def test_a_bound_is_never_exceeded(self) -> None:
        """Dưới 3, and the result is words: "xuất siêu", told as exceeded."""
        held = report(actual("", DOWN, verdict_word=VerdictWord.EXCEEDED))
        assert only("verdict_words", plan_report(target("< 3 %", DOWN)), held).result is INCONSISTENT

    @pytest.mark.parametrize(
        ("aim", "text", "word", "result"),
        [
            (target("6.6–6.8 %"), "7.02 %", VerdictWord.EXCEEDED, CONSISTENT),
            (target("33–34 %"), "33.9 %", VerdictWord.MET, CONSISTENT),
            (target("89 %"), "89 %", VerdictWord.MET, CONSISTENT),
            (target("89 %"), "89 %", VerdictWord.NOT_MET, CONSISTENT),  # 88,6 prints 89 too
            (target("88.1 %"), "89.3 %", VerdictWord.MET, CONSISTENT),  # what is exceeded is met
            (target("88.1 %"), "89.3 %", VerdictWord.NOT_MET, INCONSISTENT),
            (target(">= 95 %"), "80 %", VerdictWord.MET, INCONSISTENT),
            (target(">= 95 %"), "", VerdictWord.MET, UNDECIDED),
            (target("100 %"), "> 98 %", VerdictWord.MET, UNDECIDED),
            (target("100 %", None), "98 %", VerdictWord.MET, UNDECIDED),
            (target(""), "98 %", VerdictWord.MET, UNDECIDED),
            (target("95 %"), "98 USD", VerdictWord.MET, UNDECIDED),
        ],
    )
    def test_words(self, aim: Target, text: str, word: VerdictWord, result: Consistency) -> None:
        held = report(actual(text, aim.indicator, verdict_word=word))
        assert only("verdict_words", plan_report(aim), held).result is result

    def test_of_two_targets_the_word_need_be_right_for_one(self) -> None:
        result = actual("8.5 tỷ đồng", verdict_word=VerdictWord.MET)
        aims = (target("9 tỷ đồng", authority=Basis.ESTIMATE), target("8 tỷ đồng", authority=Basis.ASSIGNED))
        assert results("verdict_words", report(*aims, result)) == [CONSISTENT]

    def test_no_word_no_finding(self) -> None:
        assert run("verdict_words", plan_report(target("5 %")), report(actual("6 %"))) == []


class TestDomain:
    @pytest.mark.parametrize(
        "figure",
        [
            actual("103.4 %", PERCENT_OF_WHOLE),
            actual("-3 %", PERCENT_OF_WHOLE),
            target("> 100 %", PERCENT_OF_WHOLE),
            actual("-5 doanh nghiệp"),
            actual("5.5 doanh nghiệp", COUNT),
            actual("5.5–7 người", COUNT),
            actual("0.0005 nghìn người", COUNT),
            actual("-2 tỷ đồng", indicator(domain=NaturalDomain.NONNEGATIVE)),
        ],
    )
    def test_impossible(self, figure: Any) -> None:
        assert only("domain", report(figure)).result is INCONSISTENT

    @pytest.mark.parametrize(
        "figure",
        [
            actual("100 %", PERCENT_OF_WHOLE),
            actual("100.3 %"),  # a ratio to the estimate
            actual("5.5 nghìn người"),
            actual("-2 tỷ đồng"),
            change("130 %", about=PERCENT_OF_WHOLE),
            growth_target("130 %", about=PERCENT_OF_WHOLE),
            actual(""),
            actual("about 5 %", PERCENT_OF_WHOLE),
        ],
    )
    def test_possible(self, figure: Any) -> None:
        assert run("domain", report(figure)) == []

    def test_may_be_an_average(self) -> None:
        finding = only("domain", report(actual("16.85 hộ")))
        assert (finding.result, finding.missing) == (UNDECIDED, ("denominator",))


class TestPeriods:
    def test_capital_of_the_year_before(self) -> None:
        """Item 4 of the plan for 2023: capital of 2022 disbursed."""
        finding = only("periods", plan_report(target(">= 95 %", period=LAST_YEAR)))
        assert finding.result is INCONSISTENT
        assert "năm 2022" in finding.message_vi

    @pytest.mark.parametrize("period", [YEAR, Q1, Period.years(2021, 2025), None])
    def test_fits(self, period: Period | None) -> None:
        assert run("periods", plan_report(target("5 %", period=period))) == []

    def test_a_year_to_compare_with(self) -> None:
        """A table of a plan shows the present year beside its own."""
        assert run("periods", plan_report(target("5 %", period=LAST_YEAR), target("6 %"))) == []
        other = target("6 %", indicator("y"))
        assert len(run("periods", plan_report(target("5 %", period=LAST_YEAR), other))) == 1

    def test_only_a_plans_own_targets(self) -> None:
        assert run("periods", report(target("5 %", period=LAST_YEAR))) == []


def citing(title: str | None, day: date | None, *, issued: date | None = None, period: Period | None = YEAR) -> Report:
    cited = Citation(number="200/QĐ-UBND", type="Quyết định", date=day, title=title, source=source())
    return Report(text="", issued=issued, plan=Plan(period=period, legal_basis=(cited,)), citations=(cited,))


class TestDates:
    ASSIGNS = "giao nhiệm vụ, chỉ tiêu phát triển kinh tế - xã hội năm 2023"

    def test_a_year_too_early(self) -> None:
        """Quyết định 200/QĐ-UBND of 18 January 2022 assigns the targets of 2023."""
        finding = only("dates", citing(self.ASSIGNS, date(2022, 1, 18)))
        assert finding.result is INCONSISTENT
        assert "ngày 18/01/2022 giao chỉ tiêu của năm 2023" in finding.message_vi

    def test_the_day_before_the_earliest(self) -> None:
        assert only("dates", citing(self.ASSIGNS, date(2022, 10, 31))).result is INCONSISTENT
        assert run("dates", citing(self.ASSIGNS, date(2022, 11, 1))) == []

    @pytest.mark.parametrize(
        ("title", "day"),
        [
            (ASSIGNS, date(2022, 12, 8)),
            (ASSIGNS, date(2022, 11, 9)),  # of the Prime Minister, after the vote of the National Assembly
            (ASSIGNS, date(2023, 1, 18)),
            (ASSIGNS, None),
            (None, date(2016, 10, 19)),
            ("tăng cường lãnh đạo năm 2023", date(2016, 10, 19)),  # assigns nothing
            ("giao chỉ tiêu đến năm 2023", date(2020, 5, 1)),  # the end of a stage
            ("giao chỉ tiêu năm 2022", date(2022, 1, 18)),
        ],
    )
    def test_plausible(self, title: str | None, day: date | None) -> None:
        assert run("dates", citing(title, day)) == []

    def test_later_than_the_document(self) -> None:
        finding = only("dates", citing("khác", date(2023, 2, 1), issued=date(2023, 1, 20)))
        assert "sau ngày văn bản" in finding.message_vi

    def test_plan_without_a_year(self) -> None:
        assert run("dates", citing(self.ASSIGNS, date(2020, 1, 1), period=None)) == []
        assert run("dates", citing("giao năm 2023", date(2020, 1, 1), period=Period.years(2023, 2025))) == []

    @pytest.mark.parametrize(("status", "count"), [(Status.FINAL, 1), (Status.ESTIMATED, 0)])
    def test_final_before_the_end(self, status: Status, count: int) -> None:
        held = report(actual("5 %", status=status), issued=date(2023, 12, 10))
        assert len(run("dates", held)) == count


class TestWording:
    @pytest.mark.parametrize(
        ("period", "text"),
        [
            (YEAR, "năm 2023"),
            (Q1, "quý I năm 2023"),
            (Period.quarter(2023, 4), "quý IV năm 2023"),
            (Period.month(2023, 4), "tháng 4 năm 2023"),
            (Period.months(2023, 9), "9 tháng năm 2023"),
            (Period.years(2021, 2025), "giai đoạn 2021 – 2025"),
            (Period.up_to(date(2023, 11, 15)), "tính đến ngày 15 tháng 11 năm 2023"),
            (None, "không nêu kỳ"),
        ],
    )
    def test_periods(self, period: Period | None, text: str) -> None:
        assert period_vi(period) == text

    @pytest.mark.parametrize(
        ("text", "vietnamese"),
        [
            ("5574.5 tỷ đồng", "5.574,5 tỷ đồng"),
            (">= 75 %", "từ 75% trở lên"),
            ("> 95 %", "trên 95%"),
            ("<= 3 %", "không quá 3%"),
            ("< 3 %", "dưới 3%"),
            ("6.6–6.8 %", "từ 6,6% đến 6,8%"),
            ("near 500 người", "gần 500 người"),
            ("about 4 %", "khoảng 4%"),
            ("", "—"),
        ],
    )
    def test_stated(self, text: str, vietnamese: str) -> None:
        assert stated_vi(stated(text)) == vietnamese

    def test_one_sided_intervals(self) -> None:
        assert interval_vi(Interval(Decimal(3), None)) == "trên 3%"
        assert interval_en(Interval(None, Decimal(3))) == "below 3%"
        assert interval_vi(Interval()) == "mọi giá trị"
