"""Totals and their parts (tổng số và các bộ phận).

No figure of the model is linked to a whole, so the rules look at wholes that are known otherwise: a year and
stretches that make it up, a place and the places below it. For lists that a caller knows to belong
together there are `check_sum` and `check_structure`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from vnplan.attainment import DEFAULT, Consistency, Policy, is_flow
from vnplan.attainment.frames import unit_of
from vnplan.attainment.joining import indicator_key
from vnplan.attainment.numbers import level_reading
from vnplan.audit.finding import Evidence, Fact, Finding, documents_of, smallest_change, sources_of, unless_revised
from vnplan.audit.wording import interval_en, interval_vi, stated_vi
from vnplan.model.actual import Actual
from vnplan.model.figure import Accumulation, Figure
from vnplan.model.interval import Interval
from vnplan.model.period import Period
from vnplan.model.target import Target
from vnplan.model.units import PERCENT

Level = Actual | Target

_HUNDRED = Interval.point(Decimal(100))
_ZERO = Interval.point(Decimal(0))


def check_sum(
    total: Level,
    parts: Sequence[Level],
    *,
    complete: bool,
    rule: str = "parts",
    documents: tuple[str, ...] = (),
    policy: Policy = DEFAULT,
) -> Finding:
    """A total against the sum of its parts ("trong đó").

    Args:
        total: The whole.
        parts: Its parts, in the same dimension.
        complete: Whether they are all; else the rest is the residual, and only parts that are more than the
            whole contradict it (for amounts that cannot be negative).
        rule: Name of the rule in the finding.
        documents: Ids of the documents, for the finding.
        policy: How printed figures were shortened.
    """
    whole, added = _values(total, policy), _added(total, parts, policy)
    unit = unit_of(total) or PERCENT
    both = () if whole is None or added is None else (whole, added)
    result = Consistency.UNDECIDED if whole is None or added is None else _compare(whole, added, complete=complete)
    left = None if whole is None or added is None or complete else whole - added
    names = ", ".join(part.name for part in parts)
    told_vi = "" if left is None else f"; còn lại {interval_vi(left, unit)}"
    told_en = "" if left is None else f"; the rest is {interval_en(left, unit)}"
    sum_vi = "chưa tính được" if added is None else interval_vi(added, unit)
    sum_en = "cannot be added" if added is None else f"add up to {interval_en(added, unit)}"
    return Finding(
        rule=rule,
        result=result,
        subject=total.label,
        documents=documents,
        sources=sources_of(total, *parts),
        intervals=both,
        residual=_residual(whole, added, complete=complete),
        missing=("figure",) if added is None or whole is None else ("part",) if not complete else (),
        message_vi=f"{total.name}: tổng số nêu {stated_vi(total.stated)}; các phần ({names}) cộng lại {sum_vi}{told_vi}.",
        message_en=f"{total.label}: the stated total is {total.stated}; the parts ({names}) {sum_en}{told_en}.",
    )


def check_structure(parts: Sequence[Level], *, policy: Policy = DEFAULT, documents: tuple[str, ...] = ()) -> Finding:
    """Shares of one whole ("cơ cấu") add up to 100 %."""
    added = _added(None, parts, policy)
    agree = added is not None and added.overlaps(_HUNDRED)
    result = Consistency.CONSISTENT if agree else Consistency.INCONSISTENT
    names = ", ".join(part.name for part in parts)
    sum_vi = "chưa tính được" if added is None else interval_vi(added)
    sum_en = "cannot be added" if added is None else f"add up to {interval_en(added)}"
    return Finding(
        rule="parts",
        result=Consistency.UNDECIDED if added is None else result,
        subject=names,
        documents=documents,
        sources=sources_of(*parts),
        intervals=() if added is None else (_HUNDRED, added),
        residual=None if added is None else smallest_change(added, _HUNDRED),
        missing=("figure",) if added is None else (),
        message_vi=f"Cơ cấu ({names}) cộng lại {sum_vi}, cần bằng 100 %.",
        message_en=f"The shares ({names}) {sum_en}; they should make 100 %.",
    )


def _values(figure: Level, policy: Policy) -> Interval | None:
    reading = level_reading(figure, policy)
    return None if reading is None else reading.values


def _added(total: Level | None, parts: Sequence[Level], policy: Policy) -> Interval | None:
    """The sum of the parts; None where one has no set, or another unit."""
    units = {unit.dimension for one in (*parts, *((total,) if total else ())) if (unit := unit_of(one)) is not None}
    sets = [_values(part, policy) for part in parts]
    known = [one for one in sets if one is not None]
    if len(known) < len(sets) or len(units) > 1:
        return None
    return sum(known, _ZERO)


def _compare(whole: Interval, added: Interval, *, complete: bool) -> Consistency:
    if complete:
        return Consistency.CONSISTENT if whole.overlaps(added) else Consistency.INCONSISTENT
    too_much = added.lower is not None and whole.upper is not None and added.lower > whole.upper
    return Consistency.INCONSISTENT if too_much else Consistency.UNDECIDED


def _residual(whole: Interval | None, added: Interval | None, *, complete: bool) -> Decimal | None:
    """What reconciles complete parts with the whole; the least that incomplete ones leave for the others."""
    if whole is None or added is None:
        return None
    return smallest_change(whole, added) if complete else (whole - added).lower


# --- wholes known from the calendar and from the map -----------------------------------------------


def check_parts(evidence: Evidence) -> Iterator[Finding]:
    """A flow over a period against stretches that make it up, and a place against the places below it."""
    groups: dict[Hashable, list[Fact[Actual]]] = {}
    for fact in evidence.actuals:
        if fact.figure.period is not None and fact.figure.stated.quantity is not None:
            groups.setdefault(_kind(fact.figure), []).append(fact)
    for facts in groups.values():
        yield from _by_time(evidence.policy, facts)
        yield from _by_place(evidence.policy, facts)


def _kind(figure: Figure) -> Hashable:
    return indicator_key(figure), figure.price_base, figure.denominator


def _by_time(policy: Policy, facts: list[Fact[Actual]]) -> Iterator[Finding]:
    flows = [fact for fact in facts if _adds_up_over_time(fact.figure)]
    for whole in flows:
        parts = _tiling(whole, flows)
        if len(parts) > 1:
            yield _summed(policy, whole, parts, complete=True)


def _adds_up_over_time(figure: Actual) -> bool:
    unit = unit_of(figure)
    return unit is not None and not unit.is_percent and is_flow(figure, figure) is True


def _tiling(whole: Fact[Actual], facts: list[Fact[Actual]]) -> list[Fact[Actual]]:
    """Stretches that follow on one another from the first to the last day of the whole; empty where there are none."""
    span = _period(whole)
    usable = {
        _period(one): one
        for one in facts
        if one.figure.locality == whole.figure.locality and _period(one) != span and span.contains(_period(one))
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
    for whole in facts:
        place, indicator = whole.figure.locality, whole.figure.indicator
        if place is None or place.code is None or indicator is None or not indicator.additive:
            continue
        below = [
            one
            for one in facts
            if _period(one) == _period(whole)
            and one.figure.locality is not None
            and one.figure.locality.parent is not None
            and (one.figure.locality.parent.level, one.figure.locality.parent.code) == (place.level, place.code)
        ]
        parts = list({one.figure.locality: one for one in below}.values())
        if parts:
            yield _summed(policy, whole, parts, complete=False)


def _summed(policy: Policy, whole: Fact[Actual], parts: list[Fact[Actual]], *, complete: bool) -> Finding:
    figures = [part.figure for part in parts]
    documents = documents_of(whole, *parts)
    finding = check_sum(whole.figure, figures, complete=complete, documents=documents, policy=policy)
    return unless_revised(finding, whole, *parts)
