"""Targets joined to results across reports, and counted."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from attrs import evolve

from tests.attainment_makers import (
    DOWN,
    FLOW,
    QUAN_3,
    QUAN_7,
    YEAR,
    actual,
    change,
    growth_target,
    indicator,
    plan_report,
    report,
    source,
    target,
)
from vnplan.attainment import Certainty, Outcome, Pace, Policy, Reason
from vnplan.model.actual import Change, Status
from vnplan.model.figure import Basis
from vnplan.model.period import Period
from vnplan.model.plan import Plan, PlanEntry
from vnplan.model.report import Report
from vnplan.model.target import Measure, Target
from vnplan.scorecard import Entry, Scorecard, ScoreRow, scorecard

Q1 = Period.quarter(2023, 1)


def only(card: Scorecard) -> Entry:
    (entry,) = card
    return entry


class TestJoining:
    def test_across_reports(self) -> None:
        aim, result = target("5558 tỷ đồng", FLOW, source=source()), actual("5574.5 tỷ đồng", FLOW)
        entry = only(scorecard([plan_report(aim), report(result)]))
        assert entry.verdict.outcome is Outcome.EXCEEDED
        assert (entry.section, entry.item_number, entry.document) == ("kinh tế", 1, "plan")
        assert entry.actual is result
        assert str(entry) == str(entry.verdict)

    def test_a_plans_own_target_is_exact_and_a_quoted_one_is_printed(self) -> None:
        aim = target("91 %", source=source())
        held = report(actual("91.3 %"))
        assert only(scorecard([plan_report(aim), held])).verdict.certainty is Certainty.CERTAIN
        assert only(scorecard([report(aim), held])).verdict.certainty is Certainty.ROUNDING_SENSITIVE

    def test_within_one_report(self) -> None:
        """Quarter I against the annual estimate."""
        estimate = target("5208 tỷ đồng", FLOW, authority=Basis.ESTIMATE)
        entry = only(scorecard(report(estimate, actual("1390.9 tỷ đồng", FLOW, period=Q1))))
        assert (entry.verdict.outcome, entry.verdict.pace) == (Outcome.OPEN, Pace.AHEAD)

    def test_no_actual(self) -> None:
        verdict = only(scorecard([plan_report(target("5 %"))])).verdict
        assert (verdict.outcome, verdict.reasons) == (Outcome.NO_ACTUAL, (Reason.NO_ACTUAL,))

    def test_a_change_answers_a_target_on_the_change(self) -> None:
        aim = growth_target("10 %")
        held = report(actual("149740 tỷ đồng"), change("10.4 %", basis="yoy"))
        assert only(scorecard([plan_report(aim), held])).verdict.outcome is Outcome.EXCEEDED

    def test_a_change_of_a_planned_level_answers_nothing(self) -> None:
        level = target("110 tỷ đồng")
        planned: Change = change("10.4 %", of=level)
        card = scorecard([plan_report(growth_target("10 %")), report(planned)])
        assert only(card).verdict.outcome is Outcome.NO_ACTUAL

    def test_other_place_period_or_indicator_does_not_answer(self) -> None:
        aim = target("5 %", locality=QUAN_3)
        others = report(
            actual("6 %", locality=QUAN_7),
            actual("6 %", period=Period.year(2022)),
            actual("6 %", indicator("y")),
        )
        assert only(scorecard([plan_report(aim), others])).verdict.outcome is Outcome.NO_ACTUAL

    def test_unknown_place_answers(self) -> None:
        card = scorecard([plan_report(target("5 %", locality=QUAN_3)), report(actual("6 %"))])
        assert only(card).verdict.outcome is Outcome.EXCEEDED

    def test_place_without_a_code_is_found_by_its_name(self) -> None:
        bare = evolve(QUAN_3, code=None)
        for aim, result in ((QUAN_3, bare), (bare, QUAN_3)):
            card = scorecard([plan_report(target("5 %", locality=aim)), report(actual("6 %", locality=result))])
            assert only(card).verdict.outcome is Outcome.EXCEEDED

    def test_bounds_are_not_the_figure_that_they_bound(self) -> None:
        signed = report(target("9 tỷ đồng", authority=Basis.ESTIMATE), document="a")
        assert len(scorecard([signed, report(target(">= 9 tỷ đồng"), document="b")])) == 2

    def test_unknown_period_joins_within_a_document_only(self) -> None:
        aim, result = target("5 %"), actual("6 %", period=None)
        assert only(scorecard([plan_report(aim), report(result)])).verdict.outcome is Outcome.NO_ACTUAL
        assert only(scorecard(report(aim, result))).verdict.outcome is Outcome.EXCEEDED

    def test_same_wording_joins_where_the_catalogue_knows_neither(self) -> None:
        aim = target("5 %", None, maintain=True)
        assert only(scorecard([plan_report(aim), report(actual("5 %", None))])).verdict.outcome is Outcome.MET

    def test_a_figure_that_may_not_be_compared_says_so(self) -> None:
        card = scorecard([plan_report(target("5 tỷ đồng")), report(actual("6 USD"))])
        assert only(card).verdict.reasons == (Reason.UNIT,)

    def test_a_comparable_figure_is_preferred(self) -> None:
        held = report(actual("6 tỷ đồng", FLOW, period=Q1), actual("3 tỷ đồng", FLOW, period=Period.quarter(2023, 4)))
        entry = only(scorecard([plan_report(target("9 tỷ đồng", FLOW)), held]))
        assert entry.actual is held.actuals[0]
        assert len(entry.actuals) == 2

    def test_the_whole_period_is_preferred_to_a_part(self) -> None:
        held = report(actual("9 tỷ đồng", FLOW), actual("6 tỷ đồng", FLOW, period=Q1))
        assert only(scorecard([plan_report(target("9 tỷ đồng", FLOW)), held])).actual is held.actuals[0]


class TestVintages:
    """Several figures for one thing keep their vintages; the newest decides, none is dropped."""

    def test_of_the_result(self) -> None:
        late = report(actual("9.2 tỷ đồng", status=Status.FINAL), document="late", issued=date(2024, 6, 1))
        early = report(actual("9.4 tỷ đồng", status=Status.ESTIMATED), document="early", issued=date(2023, 12, 1))
        entry = only(scorecard([late, plan_report(target("9 tỷ đồng")), early]))
        assert entry.actual is late.actuals[0]
        assert [one.document for one in entry.actuals] == ["early", "late"]

    def test_without_dates_the_order_given_decides(self) -> None:
        first, second = report(actual("9.4 tỷ đồng"), document="a"), report(actual("9.2 tỷ đồng"), document="b")
        assert only(scorecard([plan_report(target("9 tỷ đồng")), first, second])).actual is second.actuals[0]

    def test_of_the_target(self) -> None:
        """A later report adjusts what the plan set; the item of the plan stays known."""
        plan = plan_report(target("9 tỷ đồng", source=source(1)))
        adjusted = report(target("8 tỷ đồng", source=source(2)), document="news", issued=date(2023, 9, 1))
        entry = only(scorecard([plan, adjusted]))
        assert str(entry.target.stated) == "8 tỷ đồng"
        assert (entry.item_number, len(entry.targets)) == (1, 2)

    def test_the_plans_figure_decides_where_a_report_repeats_it(self) -> None:
        plan = plan_report(target("9000 tỷ đồng", source=source(1)))
        news = report(target("9 nghìn tỷ đồng", source=source(2)), document="news", issued=date(2023, 9, 1))
        entry = only(scorecard([news, plan]))
        assert entry.target is plan.targets[0]

    def test_a_replaced_target_does_not_decide(self) -> None:
        old = target("9 tỷ đồng", source=source(1))
        new = target("8 tỷ đồng", source=source(2), supersedes=old)
        entry = only(scorecard(report(old, new)))
        assert entry.target is new
        assert len(entry.targets) == 2

    def test_two_figures_in_one_document_are_two_targets(self) -> None:
        """As in 12.000 lượt người, of them 2.000 in new jobs, where the catalogue has one entry for both."""
        one = target("12000 người", source=source(1))
        other = Target(name="y", indicator=one.indicator, period=YEAR, stated=target("2000 người").stated)
        assert len(scorecard(plan_report(one, other))) == 2
        same_name = target("2000 người", source=source(9))
        assert len(scorecard(plan_report(one, same_name))) == 2

    def test_a_repeated_target_is_one(self) -> None:
        assert len(scorecard(report(target("9 %", source=source(1)), target("9 %", source=source(2))))) == 1

    def test_authorities_are_rows_of_their_own(self) -> None:
        held = report(
            target("9 tỷ đồng", authority=Basis.ESTIMATE),
            target("8 tỷ đồng", authority=Basis.ASSIGNED),
            actual("8.5 tỷ đồng"),
        )
        assert [entry.verdict.outcome for entry in scorecard(held)] == [Outcome.NOT_MET, Outcome.EXCEEDED]

    def test_unsigned_target_joins_the_one_authority_that_set_the_same_figure(self) -> None:
        signed = report(target("9 tỷ đồng", authority=Basis.ESTIMATE), document="a")
        same = report(target("9.0 tỷ đồng"), document="b")
        other = report(target("8 tỷ đồng"), document="c")
        assert len(scorecard([signed, same])) == 1
        assert len(scorecard([signed, other])) == 2

    def test_levels_and_changes_are_rows_of_their_own(self) -> None:
        assert len(scorecard(plan_report(target("9 tỷ đồng"), growth_target("9 %")))) == 2


class TestCounts:
    def card(self, policy: Policy | None = None) -> Scorecard:
        plan = plan_report(
            target("5 %", indicator("exceeded")),
            target(">= 95 %", indicator("sensitive_met")),
            target("< 3 %", indicator("sensitive_not_met")),
            target(">= 10 %", indicator("not_met")),
            target("5 %", indicator("missing")),
            target("", indicator("qualitative")),
            target("100 %", indicator("one_sided")),
        )
        held = report(
            actual("6 %", indicator("exceeded")),
            actual("95 %", indicator("sensitive_met")),
            actual("3.0 %", indicator("sensitive_not_met")),
            actual("9 %", indicator("not_met")),
            actual("> 98 %", indicator("one_sided")),
        )
        return scorecard([plan, held]) if policy is None else scorecard([plan, held], policy=policy)

    def test_by_outcome(self) -> None:
        counts = {outcome: count for outcome, count in self.card().counts.items() if count}
        assert counts == {
            Outcome.EXCEEDED: 1,
            Outcome.MET: 1,
            Outcome.NOT_MET: 2,
            Outcome.INDETERMINATE: 1,
            Outcome.NO_ACTUAL: 1,
            Outcome.QUALITATIVE: 1,
        }

    def test_met_as_an_interval_over_all_targets(self) -> None:
        met = self.card().met
        assert (met.face, met.least, met.most, met.of) == (2, 1, 3, 7)
        assert str(met) == "2 of 7 met (1–3)"
        assert str(self.card()).startswith("2 of 7 met (1–3): 1 exceeded, 1 met")

    def test_unassessed_by_reason(self) -> None:
        found = {str(reason): len(entries) for reason, entries in self.card().unassessed.items()}
        assert found == {"no_actual": 1, "no_target_figure": 1, "one_sided": 1}

    def test_policy_is_named(self) -> None:
        assert self.card(Policy(bound_exceeds=True)).policy == "vnplan-1+bound_exceeds=true"

    def test_sections(self) -> None:
        entries = (
            PlanEntry(number=1, section="kinh tế", targets=(target("5 %", indicator("a")),)),
            PlanEntry(
                number=2, section="đô thị", targets=(target("5 %", indicator("b")), target("6 %", indicator("c")))
            ),
        )
        held = Report(text="", plan=Plan(entries=entries), targets=(target("7 %", indicator("d")),))
        sections = scorecard(held).sections
        assert {name: len(part) for name, part in sections.items()} == {"kinh tế": 1, "đô thị": 2, None: 1}

    def test_empty(self) -> None:
        assert str(scorecard([]).met) == "0 of 0 met (0–0)"


class TestRows:
    def row(self, *reports: Report) -> dict[str, Any]:
        (row,) = scorecard(reports).rows()
        return dict(row)

    def test_columns(self) -> None:
        aim = target("5558 tỷ đồng", FLOW, source=source(3, "plan"), locality=QUAN_3, authority=Basis.PLAN)
        row = self.row(plan_report(aim), report(actual("5574.5 tỷ đồng", FLOW, source=source(7)), document="year"))
        assert list(row) == list(ScoreRow.__annotations__)
        expected = {
            "document": "plan",
            "item_number": 1,
            "section": "kinh tế",
            "indicator": "x",
            "locality": "Quận 3",
            "period": "2023",
            "authority": "plan",
            "target": "5558 tỷ đồng",
            "target_value": "5558",
            "target_unit": "tỷ đồng",
            "target_comparator": "=",
            "actual_document": "year",
            "actual_value": "5574.5",
            "outcome": "exceeded",
            "certainty": "certain",
            "finality": "provisional",
            "share": "1.002969",
            "share_lower": "1.002959",
            "share_upper": "1.002978",
            "gap": "16.5",
            "gap_unit": "tỷ đồng",
            "elapsed": "1",
            "policy": "vnplan-1",
            "target_start": 3,
            "actual_start": 7,
        }
        assert {name: row[name] for name in expected} == expected

    def test_open_period(self) -> None:
        row = self.row(report(target("100 tỷ đồng", FLOW), actual("28 tỷ đồng", FLOW, period=Q1)))
        assert (row["pace"], row["pace_ratio"], row["run_rate"], row["run_rate_per"]) == ("ahead", "1.12", "8", "month")
        assert row["reasons"] == "period_open"

    def test_change_is_signed(self) -> None:
        fallen = report(change("7.1 %", Measure.DECREASE))
        row = self.row(plan_report(growth_target("5–10 %", Measure.DECREASE)), fallen)
        assert (row["actual_value"], row["target_upper"], row["measure"]) == ("-7.1", "10", "decrease")

    def test_nothing_to_show(self) -> None:
        row = self.row(plan_report(target("", DOWN)))
        assert (row["target"], row["actual"], row["share"], row["outcome"]) == ("—", None, None, "qualitative")

    def test_plain_values_only(self) -> None:
        row = self.row(plan_report(target("7–8 %")), report(actual("0 %")))
        assert json.loads(json.dumps(row)) == row
        assert row["share"] is None or row["share"] == "0"
