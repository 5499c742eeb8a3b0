"""Laws of Period."""

from __future__ import annotations

import copy
import pickle
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.property.strategies import days, periods
from vnplan.model.period import Period, last_day

pairs = st.tuples(periods, periods)


class TestEquality:
    """Equality is by first and last day."""

    @given(pairs)
    def test_str_is_injective_on_equality(self, pair: tuple[Period, Period]) -> None:
        one, other = pair
        assert (str(one) == str(other)) == (one == other)

    @given(pairs)
    def test_equal_values_have_equal_hashes(self, pair: tuple[Period, Period]) -> None:
        one, other = pair
        if one == other:
            assert hash(one) == hash(other)

    @given(periods, st.text(max_size=5))
    def test_kind_and_wording_are_no_part_of_it(self, period: Period, wording: str) -> None:
        twin = Period(period.start, period.end, wording=wording)
        assert twin == period
        assert str(twin) == str(period)
        assert hash(twin) == hash(period)

    @given(pairs)
    def test_same_wording_implies_equal(self, pair: tuple[Period, Period]) -> None:
        one, other = pair
        assert one.same_wording(one)
        if one.same_wording(other):
            assert one == other


class TestContainment:
    """A period contains another when it has all its days: a partial order."""

    @given(periods)
    def test_is_reflexive(self, period: Period) -> None:
        assert period.contains(period)

    @given(pairs)
    def test_is_antisymmetric(self, pair: tuple[Period, Period]) -> None:
        one, other = pair
        assert (one.contains(other) and other.contains(one)) == (one == other)

    @given(st.lists(days, min_size=6, max_size=6))
    def test_is_transitive(self, found: list[date]) -> None:
        first, second, third, fourth, fifth, sixth = sorted(found)
        outer, middle, inner = Period(first, sixth), Period(second, fifth), Period(third, fourth)
        assert outer.contains(middle)
        assert middle.contains(inner)
        assert outer.contains(inner)

    @given(pairs)
    def test_contained_is_never_longer(self, pair: tuple[Period, Period]) -> None:
        one, other = pair
        if one.contains(other):
            assert one.days >= other.days

    @given(periods, days)
    def test_is_about_days(self, period: Period, day: date) -> None:
        assert period.contains(Period.at(day)) == (period.start <= day <= period.end)


class TestLength:
    @given(periods)
    def test_days_are_counted_with_both_ends(self, period: Period) -> None:
        assert period.start + timedelta(days=period.days - 1) == period.end

    @given(periods)
    def test_whole_months_have_28_to_31_days(self, period: Period) -> None:
        months = period.whole_months
        if months is not None:
            assert 28 * months <= period.days <= 31 * months


class TestYearBefore:
    """The same stretch one year earlier."""

    @given(periods)
    def test_is_a_year_earlier(self, period: Period) -> None:
        before = period.year_before()
        assert (before.start.year, before.end.year) == (period.start.year - 1, period.end.year - 1)
        assert (before.start.month, before.end.month) == (period.start.month, period.end.month)
        assert before.kind is period.kind

    @given(st.lists(days, min_size=2, max_size=2).map(sorted))
    def test_whole_months_stay_whole(self, ends: list[date]) -> None:
        start, end = ends
        period = Period(start.replace(day=1), last_day(end.year, end.month))
        assert period.whole_months is not None
        assert period.year_before().whole_months == period.whole_months

    @given(st.builds(Period, days.map(lambda day: day.replace(day=1)), st.just(date(2151, 1, 1))) | periods)
    def test_length_changes_by_a_leap_day_at_most(self, period: Period) -> None:
        assert abs(period.year_before().days - period.days) <= 1


@given(periods)
def test_survives_pickling_and_copying(period: Period) -> None:
    for twin in (pickle.loads(pickle.dumps(period)), copy.copy(period), copy.deepcopy(period)):
        assert twin.same_wording(period)
