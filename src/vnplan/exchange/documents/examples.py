"""One example of each class, out of the packaged samples (ví dụ)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs
from attrs import evolve

from vnplan import samples
from vnplan.attainment import DEFAULT
from vnplan.audit import audit
from vnplan.catalogue import default
from vnplan.exchange.documents.classes import CLASSES
from vnplan.exchange.documents.whole import to_json
from vnplan.model.locality import Commune, Country, Province
from vnplan.parsing import parse_document_number
from vnplan.scorecard import scorecard
from vnplan.series import ReportSet

_SHORT, _PLAN = "004", "002"
"""The samples that stand as examples of a whole report and of a plan."""

_FEW = 2


def example_of(cls: type[Any]) -> Any:
    """A document that holds a value of exactly that class; None where the samples hold none."""
    found = _examples().get(cls)
    return None if found is None else json.loads(to_json(found))


@cache
def _examples() -> dict[type[Any], Any]:
    """The first value of each class."""
    found: dict[type[Any], Any] = {}
    for root in _roots():
        for value in _within(root):
            found.setdefault(type(value), value)
    return {cls: found[cls] for cls in CLASSES.values() if cls in found}


def _roots() -> Iterator[Any]:
    """The short ones first: a whole report, the beginning of a plan, a scorecard."""
    report, plan = samples.load(_SHORT), samples.load(_PLAN).plan
    assert plan is not None
    card = scorecard(report)
    yield from (report, evolve(plan, entries=plan.entries[:_FEW], tasks=plan.tasks[:_FEW]), card, card.met, DEFAULT)
    reports = list(samples.load_all())
    yield from (*reports, scorecard(reports), *audit(reports))
    alone = ReportSet((report,))
    yield from (alone, alone.series(alone.indicators[0]))
    yield from (revision for one in ReportSet(reports).observations for revision in one.revisions)
    yield from (parse_document_number(one.number) for one in plan.legal_basis if one.number is not None)
    yield Country(name="Cả nước", short_name="Việt Nam", kind="nước")
    for places in (Province, Commune):
        yield next(one for one in default().localities.values() if isinstance(one, places))


def _within(value: Any) -> Iterator[Any]:
    """A value and all values of classes inside it."""
    if isinstance(value, tuple):
        for one in value:
            yield from _within(one)
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from _within(getattr(value, field.name))
