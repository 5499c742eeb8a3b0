"""What the docstrings of public names must tell: the errors that can come, what numbers measure, what they rest on."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import attrs
import pytest

import vnplan
from tests.raising import ERRORS, home_of, method_of, raised

ROOMS = ("attainment", "audit", "catalogue", "plot", "samples")
"""Rooms that offer more than what `vnplan` itself does."""

NEVER = {
    # function: errors that its source shows, and that its own checks or data keep from coming
    "vnplan.samples.load": set(ERRORS) - {"MissingFileError"},  # the samples can be read
    "vnplan.samples.load_all": set(ERRORS),
    "vnplan.exchange.documents.schema.json_schema": set(ERRORS) - {"InvalidValueError"},  # its examples are its own
    "vnplan.attainment.numbers.distance_travelled": {"NotComparableError"},  # it does not ask for it
    "vnplan.audit.sums.check_sum": {"InvalidValueError"},  # its sentences are in languages that there are
    "vnplan.audit.sums.check_structure": {"InvalidValueError"},
}

MEASURES = re.compile(
    r"per cent|base unit|in that unit|\bunit\b|\bratio\b|\bshare\b|is \d|\bnumber\b|\bprinted\b", re.IGNORECASE
)
"""Words that say what a number is counted in."""

SOURCES = [
    ("DocumentNumber", "30/2020/NĐ-CP"),
    ("Locality", "19/2025/QĐ-TTg"),
    ("Level", "203/2025/QH15"),
    ("Indicator", "05/2023/QĐ-TTg"),
    ("format_citation", "30/2020/NĐ-CP"),
    ("format_date", "30/2020/NĐ-CP"),
    ("format_locality", "03/2009/TT-BNG"),
    ("format_number", "88/2015/QH13"),
    ("parse_number", "88/2015/QH13"),
    ("json_schema", "2020-12"),
]


def offered() -> Iterator[tuple[str, object]]:
    """Every public class and function by the full name of its home."""
    modules = [vnplan, *(importlib.import_module(f"vnplan.{room}") for room in ROOMS)]
    found = {
        f"{one.__module__}.{one.__qualname__}": one
        for module in modules
        for name in getattr(module, "__all__", None) or vars(module)
        for one in [getattr(module, name)]
        if not name.startswith("_") and (inspect.isclass(one) or inspect.isroutine(one))
        if one.__module__.startswith("vnplan")
    }
    yield from sorted(found.items())


OFFERED = dict(offered())
RAISED = raised()


def members(cls: type) -> Iterator[str]:
    """Names of the methods and properties that a class offers, inherited ones of ours too."""
    ours = [base for base in cls.__mro__ if base.__module__.startswith("vnplan")]
    for name in sorted({name for base in ours for name in vars(base)}):
        held = inspect.getattr_static(cls, name)
        if inspect.isroutine(held) or isinstance(held, property | cached_property | classmethod | staticmethod):
            yield name


def told_of() -> Iterator[tuple[str, str, set[str]]]:
    """Each public function and class with its docstring and the errors that can come."""
    for name, one in OFFERED.items():
        home = home_of(name)
        assert home is not None
        errors = set(RAISED[home])
        if inspect.isclass(one):
            for member in members(one):
                method = method_of(home, member)
                if method is None:
                    continue
                if member.startswith("__"):  # what operators raise is told of the class
                    errors |= RAISED[method]
                elif not member.startswith("_"):
                    yield method, inspect.getdoc(getattr(one, member)) or "", RAISED[method]
        yield name, inspect.getdoc(one) or "", errors - NEVER.get(name, set())


@pytest.mark.parametrize(("name", "told", "errors"), [*told_of()], ids=lambda one: one if isinstance(one, str) else "")
def test_errors_that_can_come_are_named(name: str, told: str, errors: set[str]) -> None:
    """Each by its own name or by that of a base that it shares with others."""
    assert name
    named = set(re.findall(r"\b\w+Error\b", told))
    assert [error for error in sorted(errors) if not named & _kinds(error)] == []


def _kinds(error: str) -> set[str]:
    return {base.__name__ for base in ERRORS[error].__mro__} & {*ERRORS} - {"VnplanError"}


@pytest.mark.parametrize(
    ("function", "error"),
    [
        ("vnplan.model.quantity._divide", "DivisorError"),  # raised there
        ("vnplan.model.quantity.Quantity.to", "UnitMismatchError"),  # by a method of its own
        ("vnplan.catalogue.locality", "UnknownLocalityError"),  # by a method of another class, through a function
        ("vnplan.formatting.quantities.format_stated", "InvalidValueError"),  # by another room
        ("vnplan.exchange.parts.write_parts", "MissingExtraError"),
        ("vnplan.exchange.read_back.read_records", "RecordError"),  # made by a helper
        ("vnplan.model.stated.Stated", "InvalidValueError"),  # by what it checks when it is made
        ("vnplan.series.reports.ReportSet", "InvalidValueError"),  # by a converter that a field names
        ("vnplan.attainment.verdict.assess", "NotComparableError"),  # on request
    ],
)
def test_errors_are_found(function: str, error: str) -> None:
    assert error in RAISED[function]


@pytest.mark.parametrize(
    ("function", "error"),
    [
        ("vnplan.scorecard.card.scorecard", "NotComparableError"),  # it does not ask for it
        ("vnplan.loading.batch.load_one", "MissingFileError"),  # it is caught, and told
    ],
)
def test_errors_that_cannot_come_are_not(function: str, error: str) -> None:
    assert error not in RAISED[function]


def numbers() -> Iterator[tuple[str, str, str]]:
    """Fields, properties and parameters that are numbers or sets of them, each with what is told of it."""
    for name, one in OFFERED.items():
        doc = inspect.getdoc(one) or ""
        if not inspect.isclass(one):
            for parameter in inspect.signature(one).parameters.values():  # type: ignore[arg-type]
                if _is_number(parameter.annotation):
                    yield f"{name}({parameter.name})", parameter.name, doc
        elif attrs.has(one):
            for field in attrs.fields(one):
                if _is_number(field.type) and not field.name.startswith("_"):
                    yield f"{name}.{field.name}", field.name, doc
            for member in members(one):
                held = inspect.getattr_static(one, member)
                if isinstance(held, property) and not member.startswith("_") and _is_number(_returned(held)):
                    yield f"{name}.{member}", "", f"{inspect.getdoc(held)} {doc}"


def _returned(held: property) -> object:
    return inspect.signature(held.fget).return_annotation if held.fget else None


def _is_number(annotation: object) -> bool:
    return re.search(r"\b(Decimal|Interval)\b", str(annotation)) is not None


def passage(field: str, doc: str) -> str:
    """What a docstring tells of one field; all of it where no field is meant."""
    found = re.search(rf"^ {{4}}(?:\w+, )*{field}(?:, \w+)*:(.*(?:\n {{8}}.*)*)", doc, re.MULTILINE)
    return doc if not field else " ".join(found[1].split()) if found else ""


@pytest.mark.parametrize(("name", "field", "doc"), [*numbers()], ids=lambda one: one.split("\n")[0][:40])
def test_numbers_say_what_they_are_counted_in(name: str, field: str, doc: str) -> None:
    """In their own passage, or for all of a class before them."""
    told = passage(field, doc)
    assert told, name
    assert MEASURES.search(f"{doc.partition('Attributes:')[0]} {told}")


@pytest.mark.parametrize(("name", "one"), [*OFFERED.items()], ids=[*OFFERED])
def test_arguments_are_told_whole(name: str, one: Any) -> None:
    """A docstring that tells arguments tells all of them."""
    doc = inspect.getdoc(one) or ""
    if "Args:" in doc:
        assert [word for word in inspect.signature(one).parameters if not passage(word, doc)] == [], name


@pytest.mark.parametrize(("name", "source"), SOURCES)
def test_what_rests_on_a_law_or_standard_cites_it(name: str, source: str) -> None:
    assert source in (inspect.getdoc(getattr(vnplan, name)) or "")
