"""Totals and their parts (tổng số và các bộ phận).

Wholes that are known from the calendar and from the map: a year and stretches that make it up, a place and the
places below it; and those whose parts the text names. For lists that a caller knows to belong together there are
`check_sum` and `check_structure`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date, timedelta

from vnplan.attainment import Policy, is_flow
from vnplan.attainment.frames import unit_of
from vnplan.attainment.joining import indicator_key
from vnplan.audit.finding import Evidence, Fact, Finding, documents_of, is_dated, unless_revised
from vnplan.audit.named_parts import check_named_parts
from vnplan.audit.sums import check_sum, is_near
from vnplan.model.actual import Actual
from vnplan.model.figure import Accumulation, Figure
from vnplan.model.locality import Locality
from vnplan.model.period import Period


def check_parts(evidence: Evidence) -> Iterator[Finding]:
    """A flow over a period against stretches that make it up, a place against those below it, and parts named as such."""
    yield from check_named_parts(evidence)
    groups: dict[Hashable, list[Fact[Actual]]] = {}
    for fact in evidence.actuals:
        if fact.figure.period is not None and fact.figure.stated.quantity is not None:
            groups.setdefault(_kind(fact.figure), []).append(fact)
    for facts in groups.values():
        yield from _by_time(evidence, facts)
        yield from _by_place(evidence.policy, facts)


def _kind(figure: Figure) -> Hashable:
    return indicator_key(figure), figure.price_base, figure.denominator


def _by_time(evidence: Evidence, facts: list[Fact[Actual]]) -> Iterator[Finding]:
    flows = [fact for fact in facts if _adds_up_over_time(fact.figure) and is_dated(evidence, fact)]
    known = _last_of_each(flows)
    for whole in flows:
        parts = _tiling(whole, known[whole.place])
        if len(parts) > 1:
            finding = _summed(evidence.policy, whole, parts, complete=True)
            if not finding.needs_attention or is_near(*finding.intervals):
                yield finding


def _adds_up_over_time(figure: Actual) -> bool:
    unit = unit_of(figure)
    return unit is not None and not unit.is_percent and is_flow(figure, figure) is True


def _last_of_each(facts: list[Fact[Actual]]) -> dict[Hashable, list[Fact[Actual]]]:
    """The facts of each place, of those on one stretch of time and of one kind only the last."""
    found: dict[Hashable, dict[Hashable, Fact[Actual]]] = {}
    for one in facts:
        held, key = found.setdefault(one.place, {}), (_period(one), one.figure.accumulation)
        held.pop(key, None)  # its turn is that of the last
        held[key] = one
    return {place: list(held.values()) for place, held in found.items()}


def _tiling(whole: Fact[Actual], facts: list[Fact[Actual]]) -> list[Fact[Actual]]:
    """Stretches that follow on one another from the first to the last day of the whole; empty where there are none."""
    span = _period(whole)
    usable = {
        _period(one): one
        for one in facts
        if _period(one) != span and span.contains(_period(one))
        if one.figure.accumulation is not Accumulation.CUMULATIVE or _period(one).start == span.start
    }
    return _fill(span.start, span.end, usable)


def _fill(begin: date, end: date, usable: dict[Period, Fact[Actual]]) -> list[Fact[Actual]]:
    if begin > end:
        return []
    for period in sorted((one for one in usable if one.start == begin), key=lambda one: one.end):
        rest = _fill(period.end + timedelta(days=1), end, usable)
        if rest or period.end == end:
            return [usable[period], *rest]
    return []


def _period(fact: Fact[Actual]) -> Period:
    assert fact.figure.period is not None
    return fact.figure.period


def _by_place(policy: Policy, facts: list[Fact[Actual]]) -> Iterator[Finding]:
    """The places below are never known to be all: only more than the whole contradicts it."""
    below: dict[Hashable, dict[Locality, Fact[Actual]]] = {}
    for one in facts:
        place = one.figure.locality
        if place is not None and place.parent is not None:
            key = _period(one), place.parent.level, place.parent.code
            below.setdefault(key, {})[place] = one
    for whole in facts:
        place, indicator = whole.figure.locality, whole.figure.indicator
        if place is None or place.code is None or indicator is None or not indicator.additive:
            continue
        parts = list(below.get((_period(whole), place.level, place.code), {}).values())
        if parts:
            yield _summed(policy, whole, parts, complete=False)


def _summed(policy: Policy, whole: Fact[Actual], parts: list[Fact[Actual]], *, complete: bool) -> Finding:
    figures = [part.figure for part in parts]
    documents = documents_of(whole, *parts)
    finding = check_sum(whole.figure, figures, complete=complete, documents=documents, policy=policy)
    return unless_revised(finding, whole, *parts)
