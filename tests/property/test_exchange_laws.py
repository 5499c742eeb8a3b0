"""Laws of JSON documents: what is written comes back, digit by digit, and is written alike."""

from __future__ import annotations

import json
from decimal import Decimal
from random import Random
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange_makers import differences, report
from tests.property import strategies as some
from vnplan import from_json, to_json
from vnplan.errors import InvalidJsonError
from vnplan.model.actual import Change, Share
from vnplan.model.figure import Figure
from vnplan.model.interval import Interval
from vnplan.model.locality import Locality
from vnplan.model.period import Period
from vnplan.model.plan import Plan, PlanEntry
from vnplan.model.quantity import Quantity
from vnplan.model.report import Report
from vnplan.model.stated import Stated
from vnplan.scorecard import Scorecard, scorecard

values = st.one_of(
    some.quantities(),
    some.stated_figures(),
    some.intervals(),
    some.periods,
    some.localities,
    some.indicators,
    some.figures,
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Reports whose changes and shares hang on their own figures, and whose plan lists their targets."""
    targets = tuple(draw(st.lists(some.targets, max_size=3)))
    actuals = tuple(draw(st.lists(some.actuals, max_size=3)))
    held = st.sampled_from([*targets, *actuals, None])
    changes = tuple(_hung(one, draw(held)) for one in draw(st.lists(some.changes, max_size=2)))
    shares = tuple(_hung(one, draw(held)) for one in draw(st.lists(some.shares, max_size=2)))
    entries = (PlanEntry(number=1, targets=targets[:2]),) if targets else ()
    plan = draw(st.none() | st.just(Plan(entries=entries)))
    return Report(
        text=draw(st.text(max_size=50)),
        locality=draw(st.none() | some.localities),
        period=draw(st.none() | some.periods),
        plan=plan,
        targets=targets,
        actuals=actuals,
        changes=changes,
        shares=shares,
    )


def hanging(made: Report) -> list[Change | Share]:
    """The figures of a report that belong to others."""
    return [*made.changes, *made.shares]


def _hung(figure: Any, level: Any) -> Any:
    return evolve(figure, of=level)


def _thinned(pairs: list[tuple[str, Any]], random: Random) -> dict[str, Any]:
    """An object without some of the keys that hold null; of `decimals`, null is not the default."""
    return {key: value for key, value in pairs if value is not None or key == "decimals" or random.random() < 0.5}


class TestRoundTrip:
    """from_json(to_json(x)) is x: class, digits, resolution and wording."""

    @given(values)
    def test_values(self, value: Any) -> None:
        again = from_json(to_json(value))
        assert differences(value, again) == []
        assert again == value
        assert to_json(again) == to_json(value)

    @given(reports())
    def test_reports(self, made: Report) -> None:
        again = from_json(to_json(made), Report)
        assert differences(made, again) == []
        assert again == made
        assert to_json(again) == to_json(made)

    @given(reports())
    def test_links_stay_links(self, made: Report) -> None:
        again = from_json(to_json(made), Report)
        for before, after in zip(hanging(made), hanging(again), strict=True):
            places = [n for n, one in enumerate((*made.targets, *made.actuals)) if one is before.of]
            assert places == [n for n, one in enumerate((*again.targets, *again.actuals)) if one is after.of]

    @given(st.lists(reports(), max_size=3))
    def test_scorecards(self, made: list[Report]) -> None:
        held = scorecard(made)
        again = from_json(to_json(held), Scorecard)
        assert differences(held, again) == []
        assert to_json(again) == to_json(held)
        assert again.rows() == held.rows()

    @given(some.quantities(), some.stated_figures(), some.periods)
    def test_wording(self, quantity: Quantity, stated: Stated, period: Period) -> None:
        assert from_json(to_json(quantity), Quantity).same_wording(quantity)
        assert from_json(to_json(stated), Stated).same_wording(stated)
        assert from_json(to_json(period), Period).same_wording(period)

    @given(reports(), st.randoms(use_true_random=False))
    def test_keys_without_a_value_may_be_missing(self, made: Report, random: Random) -> None:
        """An object with all its keys, and one without some of them, are read alike."""
        document = json.loads(to_json(made), object_pairs_hook=lambda pairs: _thinned(pairs, random))
        again = from_json(json.dumps(document), Report)
        assert differences(made, again) == []
        assert to_json(again) == to_json(made)

    @given(some.figures, some.localities)
    def test_as_a_base_class(self, figure: Figure, place: Locality) -> None:
        assert from_json(to_json(figure), Figure) == figure
        assert from_json(to_json(place), Locality) == place

    @given(some.numbers(places=30, largest=10**40))
    def test_numbers(self, number: Decimal) -> None:
        again = from_json(to_json(Interval.point(number)), Interval).lower
        assert again is not None
        assert again.as_tuple() == number.as_tuple()


_plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_DOCUMENT = json.loads(to_json(report()))
_PLACES = [
    *("text", "targets", "plan", "locality", "period", "ledger", "changes", "version", "class"),
    *(
        "targets/0/stated",
        "targets/0/stated/quantity",
        "targets/0/supersedes",
        "plan/entries/0/targets",
        "changes/0/of",
    ),
]


class TestErrors:
    """Whatever a text holds, it loads or gives our error."""

    @given(st.text() | st.binary())
    def test_any_text(self, text: str | bytes) -> None:
        try:
            from_json(text)
        except InvalidJsonError as error:
            assert str(error)  # noqa: PT017

    @given(_plain)
    def test_any_json(self, found: Any) -> None:
        try:
            from_json(json.dumps(found))
        except InvalidJsonError as error:
            assert str(error)  # noqa: PT017

    @given(st.sampled_from(_PLACES), _plain)
    def test_anything_in_any_place(self, where: str, found: Any) -> None:
        document = json.loads(json.dumps(_DOCUMENT))
        *way, last = [int(key) if key.isdigit() else key for key in where.split("/")]
        held = document
        for key in way:
            held = held[key]
        held[last] = found
        try:
            again = from_json(json.dumps(document))
        except InvalidJsonError as error:
            assert str(error)  # noqa: PT017
        else:
            assert from_json(to_json(again)) == again
