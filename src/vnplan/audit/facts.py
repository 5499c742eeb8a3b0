"""The same fact stated twice, and cumulative figures in order (số liệu nêu nhiều lần, lũy kế)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date
from itertools import pairwise

from vnplan.attainment import Consistency, Policy, frame_of, is_flow
from vnplan.attainment.frames import Result, reading_of, unit_of
from vnplan.attainment.joining import indicator_key
from vnplan.audit.finding import Evidence, Fact, Finding, documents_of, smallest_change, sources_of
from vnplan.audit.wording import RESULT_EN, RESULT_VI, period_vi, stated_vi
from vnplan.model.actual import Actual, Change, Status
from vnplan.model.figure import Figure
from vnplan.model.interval import Interval
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Comparator
from vnplan.model.target import Target

Told = Result | Target


def check_same_fact(evidence: Evidence) -> Iterator[Finding]:
    """One fact in two places: the possible values must overlap, and equally printed figures must be equal."""
    told: tuple[Fact[Told], ...] = (*evidence.targets, *evidence.actuals, *evidence.changes)
    groups: dict[Hashable, list[Fact[Told]]] = {}
    for fact in told:
        if fact.figure.period is not None and fact.figure.stated.quantity is not None:
            groups.setdefault(_fact_key(fact.figure), []).append(fact)
    for first, *others in groups.values():
        for other in others:
            yield from _same(evidence.policy, first, other)


def _place_key(figure: Figure) -> Hashable:
    place = figure.locality
    return None if place is None else (type(place), place.code or place.name.casefold(), place.valid_from)


def _fact_key(figure: Told) -> Hashable:
    """All that makes a figure another fact: indicator, place, period, unit, terms, and who set a target."""
    unit = unit_of(figure)
    terms: tuple[Hashable, ...] = (figure.price_base, figure.denominator, figure.accumulation, figure.as_of)
    if isinstance(figure, Target):
        terms += (figure.authority, figure.measure, figure.folded_name)
    elif isinstance(figure, Change):
        terms += (figure.basis, isinstance(figure.of, Target))
    return (
        isinstance(figure, Target),
        indicator_key(figure),
        _place_key(figure),
        figure.period,
        frame_of(figure),
        None if unit is None else unit.dimension,
        terms,
    )


def _same(policy: Policy, first: Fact[Told], other: Fact[Told]) -> Iterator[Finding]:
    one, two = reading_of(first.figure, policy), reading_of(other.figure, policy)
    if one is None or two is None or one.values is None or two.values is None:
        return
    agree = one.values.overlaps(two.values) and _same_if_printed_alike(first.figure, other.figure)
    result = Consistency.CONSISTENT if agree else _how_bad(first, other)
    yield _fact_finding(first, other, result, (one.values, two.values))


def _same_if_printed_alike(one: Figure, other: Figure) -> bool:
    """Two plain figures with the same last digit stand for one value only where they are equal."""
    mine, theirs = _plain(one), _plain(other)
    if mine is None or theirs is None or mine.resolution != theirs.resolution:
        return True
    return mine.same_amount(theirs)


def _plain(figure: Figure) -> Quantity | None:
    return figure.stated.quantity if figure.stated.comparator is Comparator.EQUAL else None


def _how_bad(first: Fact[Told], other: Fact[Told]) -> Consistency:
    """A later report may have revised a figure, and another wording in one report may mean another thing."""
    if first.report is other.report:
        same_name = first.figure.folded_name == other.figure.folded_name
        return Consistency.INCONSISTENT if same_name else Consistency.UNDECIDED
    if isinstance(first.figure, Target) or isinstance(other.figure, Target):
        return Consistency.UNDECIDED
    final = first.figure.status is other.figure.status and first.figure.status is not Status.ESTIMATED
    return Consistency.INCONSISTENT if final else Consistency.UNDECIDED


def _fact_finding(
    first: Fact[Told], other: Fact[Told], result: Consistency, pair: tuple[Interval, Interval]
) -> Finding:
    undecided = result is Consistency.UNDECIDED
    why_vi = "; có thể đã điều chỉnh hoặc là nội dung khác" if undecided else ""
    why_en = "; one may be revised, or mean another thing" if undecided else ""
    one, two = first.figure, other.figure
    return Finding(
        rule="same_fact",
        result=result,
        subject=one.label,
        documents=documents_of(first, other),
        sources=sources_of(one, two),
        intervals=pair,
        residual=smallest_change(*pair),
        missing=("revision",) if undecided else (),
        message_vi=f"{first.label} ({period_vi(one.period)}): {stated_vi(one.stated)} {RESULT_VI[result]} {stated_vi(two.stated)}{why_vi}.",
        message_en=f"{one.label} ({one.period}): {one.stated} {RESULT_EN[result]} {two.stated}{why_en}.",
    )


# --- cumulative order ----------------------------------------------------------------------------


def check_cumulative_order(evidence: Evidence) -> Iterator[Finding]:
    """A cumulative flow never falls: nine months hold at least what six months hold."""
    groups: dict[Hashable, list[Fact[Actual]]] = {}
    for fact in evidence.actuals:
        figure = fact.figure
        if figure.period is not None and figure.stated.quantity is not None and is_flow(figure, figure):
            groups.setdefault(_course_key(figure), []).append(fact)
    for facts in groups.values():
        facts.sort(key=lambda fact: _end(fact.figure))
        for earlier, later in pairwise(facts):
            if earlier.figure.period != later.figure.period:
                yield from _order(evidence.policy, earlier, later)


def _end(figure: Actual) -> date:
    assert figure.period is not None
    return figure.period.end


def _course_key(figure: Actual) -> Hashable:
    """Figures of one course: from the same first day on."""
    unit = unit_of(figure)
    assert figure.period is not None
    return (
        indicator_key(figure),
        _place_key(figure),
        figure.period.start,
        None if unit is None else unit.dimension,
        figure.price_base,
        figure.denominator,
    )


def _order(policy: Policy, earlier: Fact[Actual], later: Fact[Actual]) -> Iterator[Finding]:
    one, two = reading_of(earlier.figure, policy), reading_of(later.figure, policy)
    if one is None or two is None or one.values is None or two.values is None:
        return
    falls = two.values.upper is not None and one.values.lower is not None and two.values.upper < one.values.lower
    result = Consistency.INCONSISTENT if falls else Consistency.CONSISTENT
    before, after = earlier.figure, later.figure
    yield Finding(
        rule="cumulative_order",
        result=result,
        subject=before.label,
        documents=documents_of(earlier, later),
        sources=sources_of(after, before),
        intervals=(two.values, one.values),
        residual=smallest_change(two.values, one.values) if falls else None,
        message_vi=(
            f"{earlier.label}: lũy kế {period_vi(after.period)} {stated_vi(after.stated)} "
            f"{'nhỏ hơn' if falls else 'không nhỏ hơn'} {period_vi(before.period)} {stated_vi(before.stated)}."
        ),
        message_en=(
            f"{before.label}: {after.stated} up to {after.period} is "
            f"{'less' if falls else 'not less'} than {before.stated} up to {before.period}."
        ),
    )
