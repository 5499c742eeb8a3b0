"""Report, Plan, lookup of figures, the ledger and the tidy table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.makers import BILLION, ENTERPRISES, NEW_ENTERPRISES, REVENUE, at, revenue, revenue_target, stated
from vnplan import samples
from vnplan.errors import AmbiguousFigureError, NoSuchFigureError
from vnplan.model.actual import Actual, Change, Share, Status, Tally
from vnplan.model.directive import Body, Citation, Deadline, Directive, Person
from vnplan.model.figure import Basis
from vnplan.model.locality import District
from vnplan.model.period import Period
from vnplan.model.plan import Plan, PlanEntry, Recurrence, ReportingDuty, Task
from vnplan.model.quantity import Quantity
from vnplan.model.report import Claim, Issue, Ledger, LedgerEntry, Report, Severity
from vnplan.model.stated import Comparator, Hedge, Stated
from vnplan.model.target import Measure, Target
from vnplan.model.units import PERCENT

if TYPE_CHECKING:
    from vnplan.model.records import Record

Y2023, Y2024, Q1 = Period.year(2023), Period.year(2024), Period.quarter(2024, 1)
HERE = District(name="Quận 3", short_name="3", kind="quận", code="770")
THERE = District(name="Quận 7", short_name="7", kind="quận", code="778")

TEXT = (
    "Thu ngân sách 1.390,9 tỷ đồng, đạt 26,7% dự toán 5.208 tỷ đồng, giảm 2,5%; mở rộng khoảng 10 hẻm; 17/18 chỉ tiêu."
)

MONEY = revenue("1390.9", period=Q1, locality=HERE, source=at(TEXT, "1.390,9 tỷ đồng"), status=Status.ESTIMATED)
ESTIMATE = revenue_target(
    "5208", period=Y2024, locality=HERE, source=at(TEXT, "5.208 tỷ đồng"), authority=Basis.ESTIMATE
)
PART = Share(
    name="Thu ngân sách",
    indicator=REVENUE,
    period=Q1,
    stated=stated("26.7", PERCENT),
    source=at(TEXT, "26,7%"),
    basis=Basis.ESTIMATE,
    of=MONEY,
    status=Status.ESTIMATED,
)
FALL = Change(
    name="Thu ngân sách",
    indicator=REVENUE,
    period=Q1,
    stated=stated("2.5", PERCENT),
    source=at(TEXT, "2,5%"),
    measure=Measure.DECREASE,
    basis="yoy",
    of=MONEY,
)
ALLEYS = Target(
    name="mở rộng hẻm",
    stated=Stated(comparator=Comparator.ABOUT, quantity=Quantity(Decimal(10), BILLION), hedge=Hedge.ABOUT),
    source=at(TEXT, "khoảng 10 hẻm"),
)
COUNT = Tally(count=17, of=18, noun="chỉ tiêu", source=at(TEXT, "17/18 chỉ tiêu"))
SILENT = Target(name="giảm nghèo theo chỉ tiêu Thành phố giao")

PLAN = Plan(
    locality=HERE,
    period=Y2024,
    title="Kế hoạch",
    entries=(
        PlanEntry(number=3, section="kinh tế", text="Thu ngân sách", targets=(ESTIMATE,)),
        PlanEntry(number=9, section="đô thị", text="Mở rộng hẻm", targets=(ALLEYS, SILENT)),
        PlanEntry(section="đô thị", text="Không số"),
    ),
)
REPORT = Report(
    text=TEXT,
    document="q1",
    locality=HERE,
    period=Q1,
    plan=PLAN,
    targets=PLAN.targets,
    actuals=(MONEY,),
    changes=(FALL,),
    shares=(PART,),
    tallies=(COUNT,),
)


class TestLookup:
    @pytest.mark.parametrize("name", ["thu ngân sách nhà nước trên địa bàn", "State budget revenue in the area"])
    def test_by_the_names_of_the_catalogue(self, name: str) -> None:
        report = samples.load("001")
        assert report.actual(name) is report.actual("state_budget_revenue")

    def test_by_id_or_by_wording(self) -> None:
        assert REPORT.actual("state_budget_revenue") is MONEY
        assert REPORT.actual("thu  ngân sách") is MONEY
        assert REPORT.target("Mở rộng hẻm") is ALLEYS

    def test_repeats_of_the_same_fact_count_as_one_and_the_first_is_given(self) -> None:
        again = revenue("1390.9", name="Tổng thu", period=Q1, locality=HERE)
        report = Report(text="", actuals=(MONEY, again))
        assert report.actual("state_budget_revenue") is MONEY
        assert report.actuals_of("state_budget_revenue") == (MONEY, again)

    def test_several_facts_are_ambiguous_in_order(self) -> None:
        year, other = revenue("5574.5", period=Y2023), revenue("5575.0", period=Y2023)
        report = Report(text="", actuals=(year, other, MONEY, other))
        with pytest.raises(AmbiguousFigureError) as caught:
            report.actual("state_budget_revenue")
        assert caught.value.wanted == "state_budget_revenue"
        assert caught.value.candidates == (year, other, MONEY)

    def test_none_tells_what_is_held(self) -> None:
        report = Report(text="", actuals=(MONEY, revenue("1"), Actual(name="x", indicator=NEW_ENTERPRISES)))
        with pytest.raises(NoSuchFigureError) as caught:
            report.actual("poverty_rate")
        assert caught.value.wanted == "poverty_rate"
        assert caught.value.known == ("state_budget_revenue", "new_enterprises")

    def test_period_locality_and_authority_narrow(self) -> None:
        plan = revenue_target("5100", period=Y2023, locality=HERE, authority=Basis.PLAN)
        city = revenue_target("5200", period=Y2023, locality=HERE, authority=Basis.ASSIGNED)
        later = revenue_target("5300", period=Y2024, locality=HERE, authority=Basis.PLAN)
        theirs = revenue_target("5400", period=Y2023, locality=THERE, authority=Basis.PLAN)
        for holder in (
            Report(text="", targets=(plan, city, later, theirs)),
            Plan(entries=(PlanEntry(targets=(plan, city, later, theirs)),)),
        ):
            assert holder.target("state_budget_revenue", period=Y2024) is later
            assert holder.target("state_budget_revenue", locality=THERE) is theirs
            assert holder.target("state_budget_revenue", authority=Basis.ASSIGNED) is city
            assert holder.targets_of("state_budget_revenue", authority=Basis.PLAN) == (plan, later, theirs)
            assert holder.targets_of("nothing") == ()

    def test_actuals_narrow_too(self) -> None:
        other = revenue("900", period=Y2023, locality=THERE)
        report = Report(text="", actuals=(MONEY, other))
        assert report.actual("state_budget_revenue", period=Q1) is MONEY
        assert report.actual("state_budget_revenue", locality=THERE) is other


class TestPlan:
    def test_targets_in_order(self) -> None:
        assert PLAN.targets == (ESTIMATE, ALLEYS, SILENT)

    def test_sections_once_each(self) -> None:
        assert PLAN.sections == ("kinh tế", "đô thị")

    def test_str(self) -> None:
        assert str(PLAN) == "Kế hoạch · Quận 3 · 2024: 3 items, 3 targets"
        assert str(Plan()) == "Plan · ? · None: 0 items, 0 targets"
        assert str(PLAN.entries[0]) == "(3) Thu ngân sách"
        assert str(PLAN.entries[2]) == "Không số"
        assert str(Task(text="Mở rộng hẻm")) == "Mở rộng hẻm"

    def test_reporting_duty(self) -> None:
        duty = ReportingDuty(
            report="Báo cáo quý",
            due="trước ngày 10",
            every=Recurrence.QUARTER,
            day=10,
            month_of_quarter=3,
            inclusive=False,
        )
        assert str(duty) == "Báo cáo quý: trước ngày 10"


class TestLedger:
    LEDGER = Ledger(
        (
            LedgerEntry(0, 2, Claim.DATE, reason="a rule"),
            LedgerEntry(5, 9, Claim.FIGURE),
            LedgerEntry(10, 12, Claim.UNREAD),
            LedgerEntry(13, 15, Claim.FIGURE),
        )
    )

    def test_is_a_sequence_of_entries(self) -> None:
        assert len(self.LEDGER) == 4
        assert [entry.start for entry in self.LEDGER] == [0, 5, 10, 13]

    def test_counts_most_first(self) -> None:
        assert list(self.LEDGER.counts().items()) == [(Claim.FIGURE, 2), (Claim.DATE, 1), (Claim.UNREAD, 1)]

    def test_unread(self) -> None:
        assert [entry.start for entry in self.LEDGER.unread] == [10]

    def test_the_rule_is_no_part_of_equality(self) -> None:
        assert LedgerEntry(0, 2, Claim.DATE, reason="x") == LedgerEntry(0, 2, Claim.DATE)


class TestReport:
    def test_quote(self) -> None:
        assert REPORT.quote(MONEY.source) == "1.390,9 tỷ đồng"
        assert REPORT.quote(None) == ""

    def test_str(self) -> None:
        assert str(REPORT) == "q1 · Quận 3 · 2024-Q1: 3 targets, 1 actuals, 1 changes, 1 shares"
        assert str(Report(text="")) == "report · ? · None: 0 targets, 0 actuals, 0 changes, 0 shares"

    def test_can_be_a_key(self) -> None:
        assert {Report(text=""): 1, REPORT: 2}[REPORT] == 2

    def test_issues_default_to_the_start(self) -> None:
        assert Issue(Severity.INFO, "no figure") == Issue(Severity.INFO, "no figure", 0, 0)


class TestRecords:
    ROWS = REPORT.to_records()

    def row(self, role: str, value: str | None) -> Record:
        (found,) = [row for row in self.ROWS if (row["role"], row["value"]) == (role, value)]
        return found

    def test_one_row_a_figure_in_order_of_the_text_and_those_without_a_place_last(self) -> None:
        assert [row["role"] for row in self.ROWS] == [
            "actual",
            "share",
            "target",
            "change",
            "target",
            "tally",
            "target",
        ]
        assert [row["row"] for row in self.ROWS] == list(range(7))

    def test_actual(self) -> None:
        assert self.row("actual", "1390.9") == {
            "document": "q1",
            "row": 0,
            "of": None,
            "role": "actual",
            "indicator": "state_budget_revenue",
            "name": "Thu ngân sách",
            "value": "1390.9",
            "upper": None,
            "unit": "tỷ đồng",
            "comparator": "=",
            "hedge": None,
            "measure": "level",
            "form": None,
            "period": "2024-Q1",
            "basis": None,
            "estimated": True,
            "item_number": None,
            "section": None,
            "locality": "Quận 3",
            "quote": "1.390,9 tỷ đồng",
            "start": 14,
            "end": 29,
        }

    def test_target_of_a_plan_entry(self) -> None:
        row = self.row("target", "5208")
        assert (row["basis"], row["item_number"], row["section"]) == ("estimate", 3, "kinh tế")

    def test_target_without_a_figure(self) -> None:
        row = self.row("target", None)
        assert (row["name"], row["unit"], row["comparator"], row["start"]) == (SILENT.name, None, None, None)
        assert (row["item_number"], row["section"]) == (9, "đô thị")

    def test_change_belongs_to_its_level_and_a_decline_is_negative(self) -> None:
        row = self.row("change", "-2.5")
        assert (row["of"], row["form"], row["basis"], row["estimated"]) == (0, "rate", "yoy", False)

    def test_share_inherits_the_estimate(self) -> None:
        row = self.row("share", "26.7")
        assert (row["of"], row["form"], row["basis"], row["estimated"]) == (0, "ratio", "estimate", True)

    def test_hedge(self) -> None:
        row = self.row("target", "10")
        assert (row["comparator"], row["hedge"]) == ("~", "about")

    def test_tally(self) -> None:
        row = self.row("tally", "17")
        assert (row["name"], row["unit"], row["comparator"]) == ("chỉ tiêu", "chỉ tiêu", "=")

    def test_range_and_digits_as_printed(self) -> None:
        span = Stated(
            comparator=Comparator.BETWEEN,
            quantity=Quantity(Decimal("5.0"), PERCENT),
            upper=Quantity(Decimal("1E+1"), PERCENT),
        )
        (row,) = Report(text="", targets=(Target(name="x", stated=span, measure=Measure.DECREASE),)).to_records()
        assert (row["value"], row["upper"], row["comparator"], row["measure"]) == ("5.0", "10", "between", "decrease")

    def test_basis_of_a_change_may_be_a_period(self) -> None:
        (row,) = Report(text="", changes=(Change(name="x", basis=Period.year(2019)),)).to_records()
        assert row["basis"] == "2019"

    def test_level_that_the_report_does_not_hold(self) -> None:
        (row,) = Report(text="", shares=(PART,)).to_records()
        assert row["of"] is None

    def test_equal_figures_keep_their_own_rows(self) -> None:
        twin = Actual(name="x", stated=stated("5", ENTERPRISES))
        rows = Report(text="", actuals=(twin, twin), shares=(Share(name="x", of=twin),)).to_records()
        assert [(row["row"], row["of"]) for row in rows] == [(0, None), (1, None), (2, 0)]

    def test_empty(self) -> None:
        assert Report(text="").to_records() == []


class TestDirective:
    def test_str(self) -> None:
        person, body = Person("Nguyễn Văn A", "Bí thư"), Body("Phòng Kinh tế")
        assert (str(person), str(body)) == ("Nguyễn Văn A", "Phòng Kinh tế")
        assert str(Directive(issuer=person, text="rà soát", addressee=body)) == "Nguyễn Văn A → Phòng Kinh tế: rà soát"
        assert str(Directive(issuer=body, text="rà soát")) == "Phòng Kinh tế: rà soát"
        assert str(Deadline(text="trước ngày 15", date=date(2023, 1, 15), inclusive=False)) == "trước ngày 15"


class TestCitation:
    def test_is_resolved_with_number_type_issuer_and_date(self) -> None:
        full = Citation(number="19-CT/TU", type="Chỉ thị", issuer="Thành ủy", date=date(2016, 10, 19))
        assert full.resolved
        assert not Citation(number="19-CT/TU", type="Chỉ thị").resolved

    def test_str(self) -> None:
        assert str(Citation(number="19-CT/TU", type="Chỉ thị")) == "Chỉ thị 19-CT/TU"
        assert str(Citation(type="Chỉ thị")) == "Chỉ thị"
        assert str(Citation()) == "?"
