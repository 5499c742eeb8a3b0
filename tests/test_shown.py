"""Every public class shows itself on one short line that tells what it is."""

from __future__ import annotations

import enum
import inspect
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest

import vnplan
from tests.page_makers import BOTH
from vnplan import Change, ChangeForm, Measure, Share, ShareForm, Stated, Target, samples
from vnplan.model.shown import LONGEST, clipped, short

RETOLD = [
    vnplan.loads(f"HUYỆN BÌNH AN\nBình An, ngày {day} năm 2024\nThu ngân sách năm 2023 đạt {amount} tỷ đồng.")
    for day, amount in (("15 tháng 01", "410"), ("15 tháng 6", "418,6"))
]
LONGEST_REPR = LONGEST + len("<ReportingDuty >")
CLASSES = [one for one in (getattr(vnplan, name) for name in vnplan.__all__) if inspect.isclass(one) and attrs.has(one)]


def parts(obj: Any) -> Iterator[Any]:
    """The object, and all that it holds."""
    if isinstance(obj, tuple | list | frozenset):
        for one in obj:
            yield from parts(one)
    elif isinstance(obj, dict):
        yield from parts(list(obj.values()))
    elif attrs.has(type(obj)):
        yield obj
        for one in attrs.fields(type(obj)):
            yield from parts(getattr(obj, one.name))


@pytest.fixture(scope="module")
def found() -> dict[type, list[Any]]:
    reports = [*samples.load_all(), *BOTH]
    together = vnplan.ReportSet(reports)
    everything = [
        *(together, vnplan.scorecard(reports), vnplan.Catalogue.own(), vnplan.Policy()),
        *(together.series("state_budget_revenue"), together.revised, list(vnplan.load_many(["nowhere.txt"]))),
        vnplan.parse_document_number("200/QĐ-UBND"),
        vnplan.Profile("2023", ((3, vnplan.parse_number("0,24")),)),
        *(
            vnplan.scorecard(reports).met,
            vnplan.audit(reports),
            together.series("total_fertility_rate", role=vnplan.Role.TARGET).left_out,
        ),
        *(vnplan.loads("").issues, *(fact.revisions for fact in vnplan.ReportSet(RETOLD).observations)),
        vnplan.loads("Cả nước thu 5 tỷ đồng."),
        vnplan.Deadline(text="trước ngày 15/6/2024", date=date(2024, 6, 15), inclusive=False),
        vnplan.Written(documents=3, rows=40, parts=1, failed={"nowhere.txt": "no such file"}),
    ]
    by_class: dict[type, list[Any]] = {}
    for one in parts(everything):
        by_class.setdefault(type(one), []).append(one)
    return by_class


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_repr_is_one_short_line_with_the_name_of_the_class(found: dict[type, list[Any]], cls: type) -> None:
    for one in found.get(cls, ()):
        shown = repr(one)
        assert len(shown) <= LONGEST_REPR
        assert "\n" not in shown
        assert cls.__name__ in shown


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_str_does_not_fall_back_on_the_fields(found: dict[type, list[Any]], cls: type) -> None:
    assert not [one for one in found.get(cls, ()) if str(one).startswith((f"{cls.__name__}(", f"<{cls.__name__}"))]


def test_every_class_is_looked_at(found: dict[type, list[Any]]) -> None:
    """`Figure` and `Locality` are bases alone."""
    missing = {cls.__name__ for cls in CLASSES} - {cls.__name__ for cls in found}
    assert missing == {"Figure", "Locality"}


def test_enums_show_as_enums() -> None:
    enums = [one for one in vars(vnplan).values() if inspect.isclass(one) and issubclass(one, enum.Enum)]
    assert all(str(member) == member.value for one in enums for member in one)


CHANGES = [
    ({}, "x: up 3%"),
    ({"measure": Measure.DECREASE, "basis": "yoy"}, "x: down 3% on the year before"),
    ({"basis": vnplan.Period.year(2022)}, "x: up 3% on 2022"),
    ({"form": ChangeForm.RATIO, "measure": Measure.LEVEL, "basis": "yoy"}, "x: 3% of the year before"),
    ({"form": ChangeForm.TIMES}, "x: 3% of before"),
]
SHARES = [
    ({"basis": vnplan.Basis.PLAN}, "x: 3% of plan"),
    ({}, "x: 3% of target"),
    ({"form": ShareForm.MARGIN, "measure": Measure.DECREASE}, "x: down 3% on target"),
]


@pytest.mark.parametrize(("given", "told"), CHANGES)
def test_change(given: dict[str, Any], told: str) -> None:
    assert str(Change(name="x", stated=Stated.of("3%"), **given)) == told


@pytest.mark.parametrize(("given", "told"), SHARES)
def test_share(given: dict[str, Any], told: str) -> None:
    assert str(Share(name="x", stated=Stated.of("3%"), **given)) == told


def test_target_on_a_change() -> None:
    assert str(Target(name="x", stated=Stated.of("3%"), measure=Measure.DECREASE)) == "x: down 3%"


def test_long_text_is_cut() -> None:
    assert clipped("a  b\nc", 10) == "a b c"
    assert clipped("abcdef", 4) == "abc…"
    assert short("a" * 500) == f"<str {'a' * (LONGEST - 1)}…>"


def test_computed_amounts_are_cut_to_what_people_read() -> None:
    report = samples.load("001")
    revenue = "state_budget_revenue"
    needed = vnplan.attainment.required_run_rate(report.target(revenue), report.actual(revenue))
    assert str(needed) == "≈ 424.1222 tỷ đồng per month"


def test_small_ones() -> None:
    issue = vnplan.Issue(vnplan.Severity.WARNING, "decimal point instead of comma", 3, 7)
    assert str(issue) == "warning at 3–7: decimal point instead of comma"
    assert str(vnplan.Ledger()) == "no numbers"
    assert repr(vnplan.Period.quarter(2024, 1)) == "<Period 2024-Q1>"
    written = vnplan.Written(documents=3, rows=40, parts=1, failed={"nowhere.txt": "no such file"})
    assert repr(written) == "<Written 3 documents, 40 rows, 1 parts, 1 could not be read>"
    assert str(vnplan.Written(documents=3, rows=40, parts=1, failed={})) == "3 documents, 40 rows, 1 parts"
    assert repr(vnplan.Quantity.of("1.390,9 tỷ đồng")) == "<Quantity 1390.9 tỷ đồng>"


def test_finding() -> None:
    found = vnplan.audit(
        vnplan.loads("Năm 2024, thu ngân sách đạt 418 tỷ đồng, đạt 26,7% so với dự toán năm là 5.208 tỷ đồng.")
    )
    wrong = [one for one in found if one.result.value == "inconsistent"]
    assert wrong
    for one in wrong:
        assert repr(one) == f"<Finding {clipped(str(one), LONGEST)}>"
