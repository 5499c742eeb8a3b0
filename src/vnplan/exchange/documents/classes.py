"""Which classes are exchanged, and what may stand where (các lớp trao đổi được)."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any, Union

import attrs

from vnplan.attainment import Amount, Policy, Ratio, Verdict
from vnplan.attainment.joining import Vintage
from vnplan.attainment.pace import Elapsed, PaceReading, Profile
from vnplan.audit import Finding
from vnplan.model.actual import Actual, Change, Share, Tally
from vnplan.model.directive import Body, Citation, Deadline, Directive, Person
from vnplan.model.document import DocumentNumber
from vnplan.model.figure import Figure
from vnplan.model.indicator import Indicator
from vnplan.model.interval import Interval
from vnplan.model.locality import Commune, Country, District, Locality, LocalityKey, Province
from vnplan.model.period import Period
from vnplan.model.plan import Plan, PlanEntry, ReportingDuty, Task
from vnplan.model.quantity import Quantity
from vnplan.model.report import Issue, Ledger, LedgerEntry, Report
from vnplan.model.source import Source
from vnplan.model.stated import Stated
from vnplan.model.target import Target
from vnplan.model.units import Unit
from vnplan.scorecard import Entry, MetCount, Scorecard
from vnplan.series import LeftOut, Observation, ReportSet, Revision, Series
from vnplan.series.observation import Told

CLASSES: dict[str, type[Any]] = {
    cls.__name__: cls
    for cls in (
        *(Unit, Quantity, Stated, Interval, Period, Source),
        *(Indicator, LocalityKey, Locality, Country, Province, District, Commune),
        *(Figure, Target, Actual, Change, Share, Tally),
        *(Person, Body, Deadline, Directive, Citation, DocumentNumber),
        *(Plan, PlanEntry, Task, ReportingDuty),
        *(Report, Ledger, LedgerEntry, Issue),
        *(Verdict, Ratio, Amount, Elapsed, PaceReading, Profile, Policy),
        *(Scorecard, Entry, MetCount, Vintage, Finding),
        *(ReportSet, Series, Observation, Revision, LeftOut),
    )
}
"""Every class that a document may hold at its root, by name."""

SUBCLASSES: dict[type[Any], tuple[type[Any], ...]] = {
    Locality: (Locality, Country, Province, District, Commune),
    Figure: (Figure, Target, Actual, Change, Share),
}
"""Where a base class is asked for, these may stand."""

_USUAL: dict[Any, Any] = {Vintage: Told}
"""What a generic class holds where its parameter is not given."""

LINKS = frozenset(
    {
        (PlanEntry, "targets"),
        (Target, "supersedes"),
        (Change, "of"),
        (Share, "of"),
        (Verdict, "target"),
        (Verdict, "actual"),
        (Vintage, "figure"),
    }
)
"""Fields whose figure may be a reference to where it stands in full."""

SHARING = frozenset({Verdict, Vintage})
"""Classes that share figures with their like: the first one holds the figure in full."""

SHARED = frozenset({Indicator, Country, Province, District, Commune, Period, Unit})
"""Values that many figures hold, and that are turned only once."""

MOST_KEPT = 256
"""So many of each of them are kept at hand."""

VERSION_KEY, CLASS_KEY, REFERENCE_KEY = "version", "class", "$ref"
"""Keys that are no fields; a Python keyword and a sign keep two of them apart from any field."""


def with_parameter(cls: Any) -> Any:
    """A generic class with what it usually holds, where it is not told; any other as it is."""
    return cls[_USUAL[cls]] if cls in _USUAL else cls


@cache
def fields_of(cls: type[Any]) -> dict[str, tuple[attrs.Attribute[Any], Any]]:
    """The fields that make a value of the class, with their types; a generic class may be given its parameter."""
    origin = typing.get_origin(cls) or cls
    hints = typing.get_type_hints(origin)
    told = dict(zip(getattr(origin, "__parameters__", ()), typing.get_args(with_parameter(cls)), strict=True))
    return {one.name: (one, told.get(hints[one.name], hints[one.name])) for one in attrs.fields(origin) if one.init}


def members(kind: Any) -> tuple[Any, ...]:
    """The parts of a union; of any other type the type itself."""
    return typing.get_args(kind) if typing.get_origin(kind) in {Union, types.UnionType} else (kind,)


def is_class(kind: Any) -> bool:
    """Whether a JSON object stands for it."""
    return attrs.has(typing.get_origin(kind) or kind)


@cache
def alternatives(kind: Any) -> tuple[type[Any], ...]:
    """The classes that may stand where the type is asked for; more than one must be told apart by name."""
    return tuple(one for part in members(kind) if is_class(part) for one in SUBCLASSES.get(part, (part,)))


def name_of(cls: Any) -> str:
    """The name of a class; of a generic one with its parameter."""
    told = [part.__name__ for one in typing.get_args(cls) for part in members(one)]
    return f"{(typing.get_origin(cls) or cls).__name__}{'Of' * bool(told)}{'Or'.join(told)}"


def parts(kind: Any) -> Iterator[Any]:
    """The plain types and classes that a type is made of."""
    inner = typing.get_args(kind)
    if is_class(kind):
        yield from alternatives(kind)
    elif inner:
        for one in inner:
            yield from parts(one)
    else:
        yield kind


@cache
def everything() -> tuple[Any, ...]:
    """Every type that documents are made of: classes, enums, scalars."""
    found: dict[Any, None] = dict.fromkeys(CLASSES.values())
    waiting = list(found)
    while waiting:
        for _, kind in fields_of(waiting.pop()).values():
            new = [one for one in parts(kind) if one not in found]
            found.update(dict.fromkeys(new))
            waiting += [one for one in new if is_class(one)]
    return tuple(found)


@cache
def named() -> frozenset[type[Any]]:
    """The classes that may stand where others may too, and therefore always name themselves."""
    kinds = [kind for cls in everything() if is_class(cls) for _, kind in fields_of(cls).values()]
    places = [*SUBCLASSES, *kinds, *(one for kind in kinds for one in typing.get_args(kind))]
    return frozenset(one for place in places if len(alternatives(place)) > 1 for one in alternatives(place))


def enums() -> tuple[type[StrEnum], ...]:
    """Every enum that documents hold."""
    return tuple(one for one in everything() if isinstance(one, type) and issubclass(one, StrEnum))
