"""Records → figures → records is the identity."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from attrs import evolve
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.property.strategies import actuals, changes, figures, shares, targets, words
from vnplan import catalogue as catalogues
from vnplan.exchange.read_back import read_records
from vnplan.model.actual import Actual, Change, Share, Tally
from vnplan.model.plan import Plan, PlanEntry
from vnplan.model.report import Report
from vnplan.model.target import Target

L = TypeVar("L", Target, Actual)
_TALLIES = st.builds(
    Tally, count=st.integers(0, 999), noun=st.sampled_from(["chỉ tiêu", "nhiệm vụ"]), scope=st.none() | words
)
_ENTRIES = st.builds(
    PlanEntry,
    number=st.none() | st.integers(1, 99),
    section=st.none() | words,
    targets=st.lists(targets, min_size=1, max_size=2).map(tuple),
)


def _numbered(levels: Iterable[L], lead: str) -> list[L]:
    """Levels that differ in what has a column, as those of a text do by their places."""
    return [evolve(one, name=f"{lead}{number} {one.name}") for number, one in enumerate(levels)]


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Reports of every kind of figure, some in a plan's list, some beside a level of the same report."""
    drawn = draw(st.lists(_ENTRIES, max_size=3))
    entries = tuple(
        evolve(entry, targets=tuple(_numbered(entry.targets, f"{place}."))) for place, entry in enumerate(drawn)
    )
    listed = [target for entry in entries for target in entry.targets]
    aims, results = draw(st.lists(targets, max_size=2)), draw(st.lists(actuals, max_size=3))
    levels: list[Target | Actual] = [*listed, *_numbered(aims, "t"), *_numbered(results, "a")]
    kinds: st.SearchStrategy[Change | Share] = st.one_of(changes, shares)
    beside = [
        evolve(one, of=draw(st.sampled_from(levels))) if levels and place % 2 else one
        for place, one in enumerate(draw(st.lists(kinds, max_size=4)))
    ]
    return Report(
        text="",
        document=draw(words),
        plan=Plan(entries=entries) if entries else None,
        targets=tuple(one for one in levels if isinstance(one, Target)),
        actuals=tuple(one for one in levels if isinstance(one, Actual)),
        changes=tuple(one for one in beside if isinstance(one, Change)),
        shares=tuple(one for one in beside if isinstance(one, Share)),
        tallies=tuple(draw(st.lists(_TALLIES, max_size=2))),
    )


def rows_of(found: tuple[Report, ...] | list[Report]) -> list[dict[str, Any]]:
    return [dict(row) for report in found for row in report.to_records()]


def catalogue_of(held: list[Report]) -> catalogues.Catalogue:
    named = [
        one.indicator for report in held for one in (*report.targets, *report.actuals, *report.changes, *report.shares)
    ]
    return catalogues.Catalogue().extended(indicators=[one for one in named if one is not None])


class TestRecords:
    """Records → figures → records is the identity."""

    @settings(phases=[Phase.explicit, Phase.reuse, Phase.generate])  # such reports shrink too slowly
    @given(st.lists(reports(), max_size=2, unique_by=lambda report: report.document))
    def test_of_reports(self, held: list[Report]) -> None:
        rows = rows_of(held)
        assert rows_of(read_records(rows, catalogue=catalogue_of(held))) == rows

    @given(figures)
    def test_of_one_figure(self, one: Target | Actual | Change | Share) -> None:
        fields: dict[str, Any] = {f"{type(one).__name__.lower()}s": (one,)}
        report = Report(text="", document="d", **fields)
        (row,) = rows_of([report])
        assert rows_of(read_records([row], catalogue=catalogue_of([report]))) == [row]
