"""Laws of Stated and of the figures that carry it."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from unicodedata import normalize

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.property.strategies import actuals, figures, stated_figures, targets
from vnplan.model.actual import Actual, Change, Share
from vnplan.model.figure import Figure
from vnplan.model.report import Report
from vnplan.model.stated import Comparator, Stated
from vnplan.model.target import Measure, Target

Known = Target | Actual | Change | Share


class TestStated:
    @given(stated_figures())
    def test_upper_end_stands_exactly_in_ranges(self, stated: Stated) -> None:
        assert (stated.upper is not None) == (stated.comparator is Comparator.BETWEEN)
        assert (stated.hedge is not None) == (stated.comparator is Comparator.ABOUT)
        if stated.upper is not None:
            assert stated.quantity is not None
            assert stated.quantity <= stated.upper

    @given(stated_figures(), stated_figures())
    def test_same_wording_implies_equal(self, one: Stated, other: Stated) -> None:
        assert one.same_wording(one)
        assert one.same_wording(other) == other.same_wording(one)
        if one.same_wording(other):
            assert one == other

    @given(stated_figures())
    def test_survives_pickling_and_copying(self, stated: Stated) -> None:
        for twin in (pickle.loads(pickle.dumps(stated)), copy.copy(stated), copy.deepcopy(stated)):
            assert twin == stated
            assert twin.same_wording(stated)


class TestFigures:
    @given(figures)
    def test_survive_pickling_and_copying(self, figure: Known) -> None:
        for twin in (pickle.loads(pickle.dumps(figure)), copy.copy(figure), copy.deepcopy(figure)):
            assert twin == figure
            assert hash(twin) == hash(figure)
            assert type(twin) is type(figure)

    @given(figures, figures)
    def test_same_indicator_is_symmetric(self, one: Known, other: Known) -> None:
        assert one.same_indicator(one)
        assert one.same_indicator(other) == other.same_indicator(one)

    @given(figures)
    def test_names_meet_however_their_letters_are_composed(self, figure: Known) -> None:
        nameless: Figure = evolve(figure, indicator=None)
        decomposed = evolve(nameless, name=f"  {normalize('NFD', figure.name).upper()} ")
        assert nameless.same_indicator(decomposed)

    @given(st.sampled_from([Change, Share]), stated_figures(), st.sampled_from(Measure))
    def test_signed_is_negative_exactly_for_a_decrease(
        self, kind: type[Change | Share], stated: Stated, measure: Measure
    ) -> None:
        signed = kind(name="x", stated=stated, measure=measure).signed
        if stated.quantity is None:
            assert signed is None
            return
        assert signed is not None
        factor = -1 if measure is Measure.DECREASE else 1
        assert signed.amount == stated.quantity.amount * Decimal(factor)
        assert signed.resolution == stated.quantity.resolution


class TestReport:
    @given(st.lists(targets, max_size=2), st.lists(actuals, max_size=2), st.data())
    def test_rows_depend_on_values_alone(self, aims: list[Target], found: list[Actual], data: st.DataObject) -> None:
        levels: list[Actual | Target | None] = [None, *aims, *found]
        change = Change(name="x", of=data.draw(st.sampled_from(levels)))
        report = Report(text="x" * 600, targets=tuple(aims), actuals=tuple(found), changes=(change,))
        twin = evolve(report, targets=copy.deepcopy(report.targets), actuals=pickle.loads(pickle.dumps(report.actuals)))
        assert twin == report
        assert hash(twin) == hash(report)
        assert twin.to_records() == report.to_records()

    @given(st.lists(figures, max_size=3))
    def test_one_row_a_figure_numbered_in_order_of_the_text(self, found: list[Known]) -> None:
        report = Report(
            text="x" * 600,
            targets=tuple(one for one in found if isinstance(one, Target)),
            actuals=tuple(one for one in found if isinstance(one, Actual)),
            changes=tuple(one for one in found if isinstance(one, Change)),
            shares=tuple(one for one in found if isinstance(one, Share)),
        )
        rows = report.to_records()
        assert [row["row"] for row in rows] == list(range(len(found)))
        starts = [row["start"] for row in rows]
        known = [start for start in starts if start is not None]
        assert known == sorted(known)
        assert starts[: len(known)] == known  # figures made by hand come last
