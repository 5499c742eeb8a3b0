"""What is of another type is refused where an object is made, and never found out later."""

from __future__ import annotations

import inspect
import pickle
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

import vnplan
from tests.exchange_makers import YEAR, everything
from vnplan import (
    Actual,
    Catalogue,
    Change,
    Indicator,
    Interval,
    InvalidValueError,
    LoadFailure,
    Measure,
    Period,
    Policy,
    Report,
    Source,
    Tally,
    Target,
    Verdict,
    Written,
)

MADE: dict[str, Any] = everything() | {
    "Catalogue": Catalogue(),
    "Interval": Interval(Decimal(1), Decimal(2)),
    "LoadFailure": LoadFailure(Path("a.txt"), ValueError("x")),
    "Written": Written(1, 2, 3, {}),
}
"""An object of every public class that has fields."""


def fields() -> Iterator[tuple[str, str, str]]:
    """Every class with each of its fields and its annotation."""
    for name, made in MADE.items():
        for one in attrs.fields(type(made)):
            if one.init and not one.name.startswith("_"):
                yield name, one.name, written(type(made), one.name)


def written(cls: type, name: str) -> str:
    """The annotation as it stands in the class: that of the field may have been replaced by what its names stand for."""
    return str(
        next(base.__annotations__[name] for base in cls.__mro__ if name in vars(base).get("__annotations__", {}))
    )


FIELDS = list(fields())


def test_every_public_class_is_here() -> None:
    public = {name: getattr(vnplan, name) for name in vnplan.__all__}
    classes = {name for name, one in public.items() if inspect.isclass(one) and attrs.has(one)}
    assert classes <= set(MADE)


def refused(made: Any, name: str, value: object) -> InvalidValueError:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(made, **{name: value})
    assert caught.value.value is value or isinstance(made, vnplan.ReportSet)  # names the member
    assert caught.value.expected
    assert str(pickle.loads(pickle.dumps(InvalidValueError(name, str(value), caught.value.expected))))
    return caught.value


@pytest.mark.parametrize(("cls", "name", "annotation"), FIELDS)
class TestEveryField:
    def test_refuses_what_no_field_holds(self, cls: str, name: str, annotation: str) -> None:
        for value in (object(), b"text", 2.5, Target, [b"x"]):
            error = refused(MADE[cls], name, value)
            assert error.field == name, annotation

    def test_refuses_text_where_it_holds_none(self, cls: str, name: str, annotation: str) -> None:
        if annotation != "str" and "str " not in annotation and " str" not in annotation:
            assert refused(MADE[cls], name, "thu ngân sách").field == name

    def test_refuses_none_where_something_is_wanted(self, cls: str, name: str, annotation: str) -> None:
        if "None" not in annotation:
            assert refused(MADE[cls], name, None).field == name

    def test_looks_at_every_member(self, cls: str, name: str, annotation: str) -> None:
        if annotation.startswith("tuple"):
            value = (*getattr(MADE[cls], name), b"x")
            assert refused(MADE[cls], name, value).field == name

    def test_takes_what_it_has(self, cls: str, name: str, annotation: str) -> None:
        given = getattr(MADE[cls], name)
        assert getattr(attrs.evolve(MADE[cls], **{name: given}), name) == given, annotation


class TestWhatIsSaid:
    @pytest.mark.parametrize(
        ("cls", "given", "field", "expected"),
        [
            (
                Target,
                {"name": "Thu", "indicator": "state_budget_revenue"},
                "indicator",
                'an Indicator, such as vnplan.indicator("state_budget_revenue"), or None',
            ),
            (
                Actual,
                {"name": "Thu", "locality": "Quận 3"},
                "locality",
                'a Locality, such as vnplan.locality("Quận 3", on=…), or None',
            ),
            (Target, {"name": "Thu", "period": 2023}, "period", "a Period, such as Period.year(2023), or None"),
            (Target, {"name": "Thu", "stated": "5 tỷ đồng"}, "stated", 'a Stated, such as Stated.of("5.558 tỷ đồng")'),
            (Target, {"name": "Thu", "measure": "increase"}, "measure", "a Measure: level, increase, decrease"),
            (Change, {"name": "Thu", "of": "thu"}, "of", "an Actual, a Target or None"),
            (
                Change,
                {"name": "Thu", "basis": 2022},
                "basis",
                "text, a Period, such as Period.year(2023), or None",
            ),
            (Report, {"text": "", "targets": [Target(name="x")]}, "targets", "a tuple that holds a Target"),
            (
                Source,
                {"start": 1, "end": 2, "name_spans": ((1,),)},
                "name_spans",
                "a tuple that holds a tuple that holds a whole number, a whole number",
            ),
            (Policy, {"about": 2.5}, "about", "a Decimal; floats are not exact or None"),
        ],
    )
    def test_in_words(self, cls: type, given: dict[str, Any], field: str, expected: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            cls(**given)
        assert (caught.value.field, caught.value.expected) == (field, expected)
        assert str(caught.value).startswith(f"{field} is ")


class TestWhatStandsForSomethingElse:
    def test_true_is_no_number(self) -> None:
        with pytest.raises(InvalidValueError):
            Tally(count=True, noun="chỉ tiêu")
        with pytest.raises(InvalidValueError):
            Target(name="x", maintain=1)  # type: ignore[arg-type]

    def test_an_instant_is_no_day(self) -> None:
        with pytest.raises(InvalidValueError):
            Target(name="x", issued=datetime(2024, 1, 1))  # noqa: DTZ001
        with pytest.raises(InvalidValueError):
            Period(datetime(2024, 1, 1), datetime(2024, 2, 1))  # noqa: DTZ001
        assert Target(name="x", issued=date(2024, 1, 1)).issued == date(2024, 1, 1)

    def test_the_text_of_an_enum_is_none_of_it(self) -> None:
        with pytest.raises(InvalidValueError):
            Target(name="x", measure="increase")  # type: ignore[arg-type]
        assert Target(name="x", measure=Measure("increase")).measure is Measure.INCREASE

    def test_a_subclass_is_taken(self) -> None:
        class Text(str):
            __slots__ = ()

        assert Target(name=Text("x")).folded_name == "x"

    def test_a_set_holds_its_kind(self) -> None:
        verdict: Verdict = MADE["Verdict"]
        assert refused(verdict, "possible", frozenset({"met"})).field == "possible"

    def test_the_members_of_a_mapping(self) -> None:
        about: Indicator = MADE["Indicator"]
        assert refused(Catalogue(), "indicators", {"x": "y"}).field == "indicators"
        assert refused(Catalogue(), "indicators", {1: about}).field == "indicators"
        assert attrs.evolve(Catalogue(), indicators={"x": about}).indicators == {"x": about}


def test_an_object_is_checked_again_when_it_is_changed() -> None:
    made = Target(name="x", period=YEAR)
    with pytest.raises(InvalidValueError):
        attrs.evolve(made, period="2024")  # type: ignore[arg-type]
