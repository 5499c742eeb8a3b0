"""Many reports together: vintages of one fact, and one indicator over time."""

from __future__ import annotations

import json
import pickle
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

import vnplan
from tests.attainment_makers import (
    FLOW,
    QUAN_3,
    QUAN_7,
    SHARE_OF_WHOLE,
    YEAR,
    actual,
    change,
    growth_target,
    plan_report,
    report,
    target,
)
from vnplan.attainment import Assumption, Reason
from vnplan.errors import NoSuchFigureError, SeveralPlacesError
from vnplan.model.actual import Actual, Status
from vnplan.model.figure import Accumulation, Basis, PriceBase
from vnplan.model.period import Period, PeriodKind
from vnplan.model.report import Report
from vnplan.series import Observation, ReportSet, Role, Series
from vnplan.tables import Row, series_table

BEFORE = Period.year(2022)
EARLY, LATE = date(2024, 1, 10), date(2024, 6, 1)


def of(*reports: Report, **asked: Any) -> Series:
    return ReportSet(reports).series("x", **asked)


def only(series: Series) -> Observation:
    (one,) = series
    return one


class TestReportSet:
    def test_is_a_frozen_sequence_of_reports(self) -> None:
        held = ReportSet([report(actual("5 %"))])
        assert (len(held), list(held)) == (1, list(held.reports))
        with pytest.raises(FrozenInstanceError):
            held.reports = ()  # type: ignore[misc]

    def test_goes_wherever_reports_go(self) -> None:
        held = ReportSet([plan_report(target("5 %")), report(actual("6 %"))])
        assert vnplan.scorecard(held).met.face == 1
        assert vnplan.audit(held) == vnplan.audit(held.reports)

    def test_names_what_it_holds_most_told_first(self) -> None:
        other = actual("5 %", None)
        held = ReportSet([report(evolve(other, name="y")), report(actual("6 %")), report(actual("7 %"))])
        assert held.indicators == ("x", "y")

    def test_is_told_in_short(self) -> None:
        held = ReportSet([report(actual("6 %"), issued=EARLY), report(actual("8 %"), issued=LATE)])
        assert str(held) == "2 reports, 1 facts, 1 of them revised"
        assert [str(one) for one in held.revised] == ["x (2023): 8%"]

    def test_facts_differ_by_role_indicator_place_period_and_authority(self) -> None:
        told = report(
            target("5 %"),
            target("6 %", authority=Basis.PLAN),
            actual("5 %"),
            actual("5 %", period=BEFORE),
            actual("5 %", locality=QUAN_3),
            actual("5 %", locality=QUAN_7),
            actual("5 %", None),
            change("5 %"),
        )
        assert len(ReportSet([told]).observations) == 8


class TestVintages:
    def test_newest_counts_and_none_is_dropped(self) -> None:
        late = report(actual("9.2 tỷ đồng", status=Status.FINAL), document="late", issued=LATE)
        early = report(actual("9.4 tỷ đồng", status=Status.ESTIMATED), document="early", issued=EARLY)
        one = only(of(late, early))
        assert [each.document for each in one.vintages] == ["early", "late"]
        assert (one.latest.document, one.figure) == ("late", late.actuals[0])

    def test_without_dates_the_order_given_counts(self) -> None:
        one = only(of(report(actual("9.4 %"), document="a"), report(actual("9.2 %"), document="b")))
        assert one.latest.document == "b"

    def test_of_equally_new_ones_the_most_settled_counts(self) -> None:
        told = report(actual("9 %", status=Status.ESTIMATED), actual("9 %", status=Status.FINAL))
        assert only(of(told)).figure is told.actuals[1]

    def test_what_changed(self) -> None:
        early = report(actual("9.4 tỷ đồng", status=Status.ESTIMATED), issued=EARLY)
        (revision,) = only(of(early, report(actual("9.2 tỷ đồng", status=Status.FINAL), issued=LATE))).revisions
        assert revision.difference.value is not None
        assert revision.difference.value.value == Decimal("-0.2")
        assert revision.difference.interval is not None
        assert str(revision.difference.interval) == "[-300000000, -100000000]"
        assert not revision.is_within_rounding
        assert revision.is_settling
        assert str(revision) == "9.4 tỷ đồng → 9.2 tỷ đồng: -0.2 tỷ đồng"

    def test_fewer_digits_are_no_revision(self) -> None:
        one = only(of(report(actual("9.42 tỷ đồng"), issued=EARLY), report(actual("9.4 tỷ đồng"), issued=LATE)))
        assert [each.is_within_rounding for each in one.revisions] == [True]
        assert str(one.revisions[0]).endswith("within rounding")
        assert not one.is_revised

    def test_another_unit_of_the_same_amount_changes_nothing(self) -> None:
        told = (report(actual("9000 tỷ đồng"), issued=EARLY), report(actual("9 nghìn tỷ đồng"), issued=LATE))
        assert only(of(*told)).revisions == ()

    def test_percentages_differ_by_points(self) -> None:
        (revision,) = only(of(report(actual("9 %")), report(actual("12 %")))).revisions
        assert str(revision.difference) == "3 điểm phần trăm"

    def test_what_is_only_about_known_differs_by_nothing_told(self) -> None:
        (revision,) = only(of(report(actual("about 9 %")), report(actual("12 %")))).revisions
        assert (revision.difference.reason, revision.is_within_rounding) == (Reason.ABOUT, False)

    def test_a_bound_has_no_number_to_differ_by(self) -> None:
        (revision,) = only(of(report(actual("> 9 %")), report(actual("12 %")))).revisions
        assert revision.difference.value is None
        assert revision.is_within_rounding

    def test_a_plan_that_a_report_repeats_counts_as_decreed(self) -> None:
        plan = plan_report(target("9000 tỷ đồng"))
        one = only(of(plan, report(target("9 nghìn tỷ đồng"), issued=LATE), role=Role.TARGET))
        assert one.latest.document == "plan"
        assert one.latest.exact

    def test_a_figureless_statement_differs_by_nothing_told(self) -> None:
        (one,) = ReportSet([report(target("9 %")), report(target(""))]).observations[:1]
        assert one.revisions == ()
        held = ReportSet([report(actual("", None)), report(actual("", None))])
        assert [each.revisions for each in held.observations] == [()]

    @pytest.mark.parametrize("status", Status)
    def test_a_figure_as_settled_as_before_settles_nothing(self, status: Status) -> None:
        early = report(actual("9.4 tỷ đồng", status=status), issued=EARLY)
        late = report(actual("9.2 tỷ đồng", status=status), issued=LATE)
        (revision,) = only(of(early, late)).revisions
        assert not revision.is_settling

    def test_targets_settle_nothing(self) -> None:
        (revision,) = only(of(report(target("9 %")), report(target("8 %")), role=Role.TARGET)).revisions
        assert not revision.is_settling

    def test_two_figures_in_one_document_are_two_facts(self) -> None:
        told = report(actual("9 %"), evolve(actual("8 %"), name="other wording"))
        assert [str(one.figure.stated) for one in of(told)] == ["9%", "8%"]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ({"price_base": PriceBase.CURRENT}, {"price_base": PriceBase.CONSTANT}),
            ({"denominator": "dân số"}, {"denominator": "hộ dân"}),
            ({"accumulation": Accumulation.POINT}, {"accumulation": Accumulation.CUMULATIVE}),
        ],
    )
    def test_other_terms_make_another_fact(self, one: dict[str, Any], other: dict[str, Any]) -> None:
        assert len(of(report(actual("9 %", **one)), report(actual("8 %", **other)))) == 2
        assert len(of(report(actual("9 %", **one)), report(actual("8 %")))) == 1  # what is not said blocks nothing

    def test_without_a_period_documents_do_not_join(self) -> None:
        assert len(of(report(actual("9 %", period=None)), report(actual("8 %", period=None)))) == 2


class TestSeries:
    def test_is_in_order_of_time_with_sources(self) -> None:
        found = of(
            report(actual("6 tỷ đồng", FLOW, period=YEAR), document="b"),
            report(actual("5 tỷ đồng", FLOW, period=BEFORE), document="a"),
        )
        assert str(found) == "x · ?: 2022: 5 tỷ đồng; 2023: 6 tỷ đồng"
        assert [one.latest.document for one in found] == ["a", "b"]

    @pytest.mark.parametrize("name", ["state budget revenue in the area", "Thu ngân sách nhà nước trên địa bàn"])
    def test_by_a_name_of_the_catalogue(self, name: str) -> None:
        held = ReportSet([report(actual("9 tỷ đồng", vnplan.indicator("state_budget_revenue")))])
        assert held.series(name).label == "state_budget_revenue"
        assert held.places(name) == held.places("state_budget_revenue")

    def test_by_wording_where_the_catalogue_knows_none(self) -> None:
        found = ReportSet([report(actual("5 %", None))]).series("X")
        assert (found.label, found.indicator, len(found)) == ("x", None, 1)

    def test_of_targets_and_of_changes(self) -> None:
        told = report(target("5 %", authority=Basis.PLAN), target("6 %", authority=Basis.ESTIMATE), change("7 %"))
        assert [one.authority for one in of(told, role=Role.TARGET)] == [Basis.PLAN, Basis.ESTIMATE]
        assert str(only(of(told, role=Role.TARGET, authority=Basis.ESTIMATE)).figure.stated) == "6%"
        assert only(of(told, role=Role.CHANGE)).figure is told.changes[0]

    def test_only_whole_years_where_asked_for(self) -> None:
        told = report(actual("5 tỷ đồng"), actual("1 tỷ đồng", period=Period.quarter(2023, 1)))
        assert only(of(told, kind=PeriodKind.YEAR)).period == YEAR

    def test_nothing_there(self) -> None:
        with pytest.raises(NoSuchFigureError, match="no actual on z; the report holds: x") as caught:
            ReportSet([report(actual("5 %"), target("5 %", None))]).series("z")
        assert caught.value.known == ("x",)

    @pytest.mark.parametrize(
        ("asked", "wanted", "known"),
        [
            ({"kind": PeriodKind.MONTH}, " for a period of kind month", ("year 2023", "no period told")),
            ({"authority": Basis.PLAN}, " set as plan", ("estimate", "no authority told")),
            (
                {"kind": PeriodKind.MONTH, "authority": Basis.PLAN},
                " set as plan for a period of kind month",
                ("estimate for year 2023", "no authority told for no period told"),
            ),
        ],
    )
    def test_none_of_that_kind(self, asked: dict[str, Any], wanted: str, known: tuple[str, ...]) -> None:
        """The indicator is known: naming it among what is held would say that it is not."""
        told = report(target("5 %", authority=Basis.ESTIMATE), target("6 %", period=None))
        with pytest.raises(NoSuchFigureError) as caught:
            of(told, role=Role.TARGET, **asked)
        assert (caught.value.wanted, caught.value.known) == (f"target on x{wanted}", known)

    def test_unknown_things_are_named_in_short(self) -> None:
        told = report(*(evolve(actual("5 %", None), name=f"n{number}") for number in range(30)))
        with pytest.raises(NoSuchFigureError, match=r"n19, and 10 more$"):
            ReportSet([told]).series("z")

    def test_other_kinds_of_figures_are_left_out_with_the_reason(self) -> None:
        told = report(
            actual("5 tỷ đồng"),
            actual("6 tỷ đồng", period=BEFORE),
            actual("30 %"),
            actual(""),
        )
        found = of(told)
        assert [str(one.figure.stated) for one in found] == ["6 tỷ đồng", "5 tỷ đồng"]
        assert [one.reason for one in found.left_out] == [Reason.NO_ACTUAL_FIGURE, Reason.UNIT]
        assert str(only(of(told, dimension="percent")).figure.stated) == "30%"

    def test_levels_and_growth_do_not_mix(self) -> None:
        told = report(target("5 %"), target("6 %", period=BEFORE), growth_target("7 %"), target(""))
        found = of(told, role=Role.TARGET)
        assert len(found) == 2
        assert [one.reason for one in found.left_out] == [Reason.NO_TARGET_FIGURE, Reason.FRAME]

    def test_dimension_that_none_has(self) -> None:
        found = of(report(actual("5 %")), dimension="area")
        assert (len(found), [one.reason for one in found.left_out]) == (0, [Reason.UNIT])

    def test_pickles(self) -> None:
        found = of(report(actual("5 %")))
        assert pickle.loads(pickle.dumps(found)) == found


class TestPlaces:
    OLD = vnplan.locality("TP. Hồ Chí Minh", on=date(2024, 1, 1))
    NEW = vnplan.locality("TP. Hồ Chí Minh", on=date(2025, 12, 1))

    def test_are_never_mixed(self) -> None:
        told = report(actual("5 %", locality=QUAN_3), actual("6 %", locality=QUAN_7))
        with pytest.raises(SeveralPlacesError, match=r"2 places, name one as locality: Quận 3, Quận 7$") as caught:
            of(told)
        assert (caught.value.places, caught.value.successors) == ((QUAN_3, QUAN_7), False)
        assert ReportSet([told]).places("x") == (QUAN_3, QUAN_7)

    def test_one_is_named(self) -> None:
        found = of(report(actual("5 %", locality=QUAN_3), actual("6 %", locality=QUAN_7)), locality=QUAN_7)
        assert str(only(found).figure.stated) == "6%"
        assert [one.reason for one in found.left_out] == [Reason.PLACE]

    def test_a_figure_without_a_place_goes_by_its_report(self) -> None:
        found = of(report(actual("5 %"), locality=QUAN_3), report(actual("6 %", locality=QUAN_7)), locality=QUAN_3)
        assert only(found).locality == QUAN_3
        assert found.assumed == ()

    def test_an_unknown_place_is_assumed(self) -> None:
        found = of(report(actual("5 %")), report(actual("6 %", locality=QUAN_7, period=BEFORE)))
        assert (len(found), found.locality, found.assumed) == (2, QUAN_7, (Assumption.PLACE,))

    def told(self) -> tuple[Report, Report]:
        return (
            report(actual("5 %", locality=self.OLD, period=Period.year(2024))),
            report(actual("6 %", locality=self.NEW, period=Period.year(2025))),
        )

    def test_successors_are_refused(self) -> None:
        with pytest.raises(SeveralPlacesError, match=r"from 2025-07-01\); successors=True follows") as caught:
            of(*self.told())
        assert pickle.loads(pickle.dumps(caught.value)).successors is True
        found = of(*self.told(), locality=self.OLD)
        assert [one.reason for one in found.left_out] == [Reason.PLACE]

    def test_successors_come_in_where_asked_for(self) -> None:
        found = of(*self.told(), successors=True)
        assert [one.locality for one in found] == [self.OLD, self.NEW]
        assert found.locality == self.OLD

    def test_successors_over_several_steps(self) -> None:
        """District 9 became part of a city, and that of wards."""
        before = vnplan.locality("Quận 9, TP. Hồ Chí Minh", on=date(2020, 1, 1))
        after = vnplan.locality("Phường Long Bình, TP. Hồ Chí Minh", on=date(2025, 12, 1))
        told = (report(actual("5 %", locality=before)), report(actual("6 %", locality=after, period=BEFORE)))
        assert len(of(*told, locality=before, successors=True)) == 2

    def test_predecessors_do_not_come_in(self) -> None:
        found = of(*self.told(), locality=self.NEW, successors=True)
        assert [one.locality for one in found] == [self.NEW]


class TestGrowth:
    def test_on_the_same_stretch_of_the_year_before(self) -> None:
        q1, q1_before = Period.quarter(2023, 1), Period.quarter(2022, 1)
        found = of(report(actual("110 tỷ đồng", period=q1), actual("100 tỷ đồng", period=q1_before)))
        assert [found.growth_of(one).value for one in found] == [None, Decimal("0.1")]

    @pytest.mark.parametrize(
        ("figures", "reason"),
        [
            ((actual("5 tỷ đồng"),), Reason.NO_BASELINE),
            ((actual("5 tỷ đồng", period=None),), Reason.NO_PERIOD),
            (
                (
                    actual("5 tỷ đồng"),
                    actual("4 tỷ đồng", period=BEFORE),
                    evolve(actual("3 tỷ đồng", period=BEFORE), name="y"),
                ),
                Reason.NO_BASELINE,
            ),
        ],
    )
    def test_nothing_is_guessed(self, figures: tuple[Actual, ...], reason: Reason) -> None:
        found = of(report(*figures))
        assert found.growth_of(found.observations[-1]).reason is reason

    def test_of_a_target_there_is_none(self) -> None:
        found = of(report(target("5 tỷ đồng")), role=Role.TARGET)
        assert found.growth_of(only(found)).reason is Reason.FRAME


class TestRows:
    def test_a_result(self) -> None:
        (row,) = of(report(actual("9.4 tỷ đồng", locality=QUAN_3), document="a", issued=EARLY)).rows()
        assert row | {"name": "x", "quote": None} == {
            "indicator": "x",
            "name": "x",
            "role": "actual",
            "locality": "Quận 3",
            "locality_from": None,
            "locality_to": None,
            "period": "2023",
            "period_start": "2023-01-01",
            "period_end": "2023-12-31",
            "authority": None,
            "value": "9.4",
            "upper": None,
            "unit": "tỷ đồng",
            "comparator": "=",
            "least": "9350000000",
            "most": "9450000000",
            "status": "unspecified",
            "document": "a",
            "as_of": "2024-01-10",
            "quote": None,
            "start": None,
            "end": None,
            "vintages": 1,
            "revised": False,
        }

    def test_tell_the_version_of_the_place(self) -> None:
        old, new = TestPlaces.OLD, TestPlaces.NEW
        told = report(actual("5 %", locality=old, period=BEFORE), actual("6 %", locality=new))
        rows = of(told, successors=True).rows()
        assert [(row["locality"], row["locality_from"], row["locality_to"]) for row in rows] == [
            ("TP. Hồ Chí Minh", None, "2025-06-30"),
            ("TP. Hồ Chí Minh", "2025-07-01", None),
        ]

    def test_targets_and_declines_and_ranges(self) -> None:
        told = report(target("6.6–6.8 %", authority=Basis.PLAN), change("5 %", vnplan.Measure.DECREASE))
        (aim,) = of(told, role=Role.TARGET).rows()
        (fall,) = of(told, role=Role.CHANGE).rows()
        assert (aim["value"], aim["upper"], aim["authority"], aim["status"]) == ("6.6", "6.8", "plan", None)
        assert (fall["value"], fall["least"], fall["most"]) == ("-5", "-5.5", "-4.5")
        json.dumps([aim, fall])


class TestView:
    def told(self) -> Series:
        return ReportSet(
            [
                report(
                    actual("9.4 tỷ đồng", SHARE_OF_WHOLE, locality=QUAN_3, period=BEFORE),
                    document="a",
                    issued=EARLY,
                ),
                report(actual("9.2 tỷ đồng", SHARE_OF_WHOLE, period=BEFORE), document="b", issued=LATE),
                report(actual("9.25 tỷ đồng", SHARE_OF_WHOLE, period=BEFORE), document="c", issued=LATE),
                report(actual("about 10 tỷ đồng", SHARE_OF_WHOLE), actual("3 %", SHARE_OF_WHOLE), document="d"),
            ]
        ).series("x")

    def test_table(self) -> None:
        table = series_table(self.told())
        assert table.title == "X · Quận 3 · kết quả"
        assert [row.cells for row in table.rows if not isinstance(row, str)] == [
            (
                "2022",
                "9,25 tỷ đồng",
                "—",
                "c (01/6/2024)",
                "9,4 tỷ đồng (a), sau giảm 0,2 tỷ đồng; 9,2 tỷ đồng (b): khớp khi làm tròn",
            ),
            ("2023", "khoảng 10 tỷ đồng", "—", "d", ""),
        ]
        assert table.notes[0].startswith("Không đưa vào chuỗi: 1 số liệu (")
        assert table.notes[1].startswith("Giả định: ")

    def test_page(self) -> None:
        page = self.told()._repr_html_()
        ET.fromstring(page)  # noqa: S314  # of our own making
        assert "9,25 tỷ đồng" in page
        assert "9.25 billion" in vnplan.to_html(self.told(), locale="en")

    def test_growth_and_places(self) -> None:
        old, new = TestPlaces.OLD, TestPlaces.NEW
        told = report(
            actual("100 tỷ đồng", locality=old, period=BEFORE),
            actual("90 tỷ đồng", locality=new),
        )
        table = series_table(of(told, successors=True), "en")
        assert (table.columns[:3], table.right) == (("Period", "Place", "Figure"), frozenset((2, 3)))
        assert [row.cells[:3] for row in table.rows if isinstance(row, Row)] == [
            ("2022", "Ho Chi Minh City (to 30 Jun 2025)", "VND 100 billion"),
            ("2023", "Ho Chi Minh City (from 1 Jul 2025)", "VND 90 billion"),
        ]
        assert series_table(of(report(actual("5 %")))).columns[:2] == ("Kỳ", "Số liệu")
        aims = report(target("5 %", authority=Basis.PLAN))
        assert series_table(of(aims, role=Role.TARGET)).rows[0].cells[0] == "2023 (kế hoạch)"  # type: ignore[union-attr]
        levels = report(actual("90 tỷ đồng"), actual("100 tỷ đồng", period=BEFORE))
        assert series_table(of(levels)).rows[1].cells[2] == "giảm 10,0%"  # type: ignore[union-attr]


def test_of_the_samples() -> None:
    held = ReportSet(vnplan.samples.load_all())
    found = held.series("state_budget_revenue")
    assert str(found) == "state_budget_revenue · Quận 3: 2023: 5574.5 tỷ đồng; 2024-Q1: 1390.9 tỷ đồng"
    assert all(one.figure.source is not None for one in found)
