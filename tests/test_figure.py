"""Indicator, Source and what Target, Actual, Change, Share and Tally share."""

from __future__ import annotations

import pytest

from tests.makers import NEW_ENTERPRISES, REVENUE, revenue, revenue_target, stated
from vnplan.errors import InvalidValueError
from vnplan.model.actual import Actual, Change, ChangeForm, Share, ShareForm, Status, Tally
from vnplan.model.figure import Figure, fold
from vnplan.model.indicator import Indicator
from vnplan.model.period import Period
from vnplan.model.source import Source
from vnplan.model.stated import Stated
from vnplan.model.target import Frame, Measure, Target
from vnplan.model.units import PERCENT


class TestIndicator:
    @pytest.mark.parametrize(
        ("dimensions", "dimension", "expected"),
        [
            (("money:VND",), "money:VND", True),
            (("money:VND",), "percent", False),
            (("count",), "count:doanh nghiệp", True),  # any counted noun
            (("money:VND/count",), "money:VND/count:người", True),
            (("count",), "count:hộ/count:phường", False),  # a rate is no count
            ((), "area", True),  # nothing said, nothing refused
        ],
    )
    def test_measures_in(self, dimensions: tuple[str, ...], dimension: str, expected: bool) -> None:
        indicator = Indicator(id="x", name="x", english="x", dimensions=dimensions)
        assert indicator.measures_in(dimension) == expected

    def test_str_is_the_id(self) -> None:
        assert str(REVENUE) == "state_budget_revenue"


class TestFold:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Thu  ngân\u00a0sách", "thu ngân sách"),  # spaces of any kind, capitals
            ("Kế hoạch", "Kế hoạch"),  # letters composed or not
            ("ĐƯỜNG", "đường"),
        ],
    )
    def test_meets(self, one: str, other: str) -> None:
        assert fold(one) == fold(other)

    def test_keeps_tones_apart(self) -> None:
        assert fold("thu") != fold("thủ")


class TestSameIndicator:
    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (Figure(name="Thu NS", indicator=REVENUE), Figure(name="Thu ngân sách", indicator=REVENUE), True),
            (Figure(name="Thu NS", indicator=REVENUE), Figure(name="Thu NS", indicator=NEW_ENTERPRISES), False),
            (Figure(name="Thu NS", indicator=REVENUE), Figure(name="Thu NS"), False),  # one known, one not
            (Figure(name="Số hẻm mở rộng"), Figure(name="số hẻm  mở rộng"), True),
            (Figure(name="Số hẻm mở rộng"), Figure(name="Số hẻm"), False),
        ],
    )
    def test_same_id_or_same_wording(self, one: Figure, other: Figure, expected: bool) -> None:
        assert one.same_indicator(other) == other.same_indicator(one) == expected


class TestStr:
    @pytest.mark.parametrize(
        ("figure", "expected"),
        [
            (revenue("1390.9", period=Period.quarter(2024, 1)), "state_budget_revenue (2024-Q1): 1390.9 tỷ đồng"),
            (Target(name="Duy trì mức sinh hợp lý"), "Duy trì mức sinh hợp lý: —"),
        ],
    )
    def test_is_label_period_and_figure(self, figure: Figure, expected: str) -> None:
        assert str(figure) == expected


class TestDefaults:
    def test_of_a_target(self) -> None:
        target = Target(name="x")
        assert (target.frame, target.measure, target.maintain, target.authority) == (
            Frame.LEVEL,
            Measure.LEVEL,
            False,
            None,
        )
        assert target.stated == Stated()

    def test_what_the_text_does_not_say_is_none(self) -> None:
        actual = Actual(name="x")
        assert (actual.accumulation, actual.price_base, actual.denominator, actual.as_of) == (None, None, None, None)
        assert actual.status is Status.UNSPECIFIED


class TestSigned:
    @pytest.mark.parametrize(
        ("figure", "expected"),
        [
            (Change(name="x", stated=stated("14.1", PERCENT)), "14.1"),
            (Change(name="x", stated=stated("14.10", PERCENT), measure=Measure.DECREASE), "-14.10"),
            (Change(name="x", stated=stated("102.7", PERCENT), form=ChangeForm.RATIO, measure=Measure.LEVEL), "102.7"),
            (Change(name="x", stated=stated("0", PERCENT), measure=Measure.DECREASE), "0"),  # zero has no sign
            (Share(name="x", stated=stated("26.7", PERCENT)), "26.7"),
            (Share(name="x", stated=stated("3", PERCENT), form=ShareForm.MARGIN, measure=Measure.DECREASE), "-3"),
        ],
    )
    def test_a_decrease_is_negative(self, figure: Change | Share, expected: str) -> None:
        assert figure.signed is not None
        assert str(figure.signed.value) == expected

    @pytest.mark.parametrize("figure", [Change(name="x", measure=Measure.DECREASE), Share(name="x")])
    def test_no_figure_has_no_sign(self, figure: Change | Share) -> None:
        assert figure.signed is None


class TestTally:
    def test_str(self) -> None:
        assert str(Tally(count=4, noun="chỉ tiêu")) == "4 chỉ tiêu"
        assert str(Tally(count=17, of=18, noun="chỉ tiêu")) == "17/18 chỉ tiêu"


class TestSource:
    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            (Source(3, 9), "3–9"),
            (Source(3, 9, document="a"), "a:3–9"),
            (Source(3, 9, document="a", locator="Sheet1!C7"), "a:Sheet1!C7"),
        ],
    )
    def test_str(self, source: Source, expected: str) -> None:
        assert str(source) == expected


def test_figures_of_different_meaning_never_equal() -> None:
    result: Figure = revenue("5208")
    assert result != revenue_target("5208")
    assert result.stated == revenue_target("5208").stated


class TestGivenByHand:
    @pytest.mark.parametrize(("field", "value"), [("stated", "5.558 tỷ đồng"), ("stated", None), ("period", 2023)])
    def test_other_types_are_refused_with_an_example(self, field: str, value: object) -> None:
        with pytest.raises(InvalidValueError, match=r"such as (Stated\.of|Period\.year)") as caught:
            Target(name="x", **{field: value})  # type: ignore[arg-type]
        assert (caught.value.field, caught.value.value) == (field, value)
