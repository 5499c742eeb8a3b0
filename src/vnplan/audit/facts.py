"""The same fact stated twice, and cumulative figures in order (số liệu nêu nhiều lần, lũy kế)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from vnplan.attainment import Consistency, Policy, frame_of, is_flow
from vnplan.attainment.agreement import smallest_change
from vnplan.attainment.frames import Result, reading_of, unit_of
from vnplan.attainment.joining import indicator_key, same_figure
from vnplan.attainment.sets import Reading
from vnplan.audit.finding import (
    Evidence,
    Fact,
    Finding,
    compared,
    documents_of,
    is_dated,
    sources_of,
    unless,
)
from vnplan.audit.wording import RESULT_EN, RESULT_VI, period_en, period_vi, stated_en, stated_vi, subject_en
from vnplan.model.actual import Actual, Change, Status
from vnplan.model.figure import Figure
from vnplan.model.interval import Interval, exact
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
            groups.setdefault((fact.place, _fact_key(fact.figure)), []).append(fact)
    for first, *others in groups.values():
        for other in others:
            yield from _same(evidence, first, other)


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
        figure.period,
        frame_of(figure),
        None if unit is None else unit.dimension,
        terms,
    )


def _same(evidence: Evidence, first: Fact[Told], other: Fact[Told]) -> Iterator[Finding]:
    one, two = reading_of(first.figure, evidence.policy), reading_of(other.figure, evidence.policy)
    if one is None or two is None or one.values is None or two.values is None:
        return
    if one.values.overlaps(two.values) and _same_if_printed_alike(first.figure, other.figure):
        yield _fact_finding(first, other, Consistency.CONSISTENT, (one.values, two.values))
    elif _is_one_thing(first, other) and not _stands_apart(evidence, first, other):
        result = _how_bad(first, other)
        if result is Consistency.INCONSISTENT and not _is_near(one, two):
            result = Consistency.UNDECIDED  # so far apart that they are hardly one thing
        yield _fact_finding(first, other, result, (one.values, two.values))


_FAR = Decimal("1.25")


def _is_near(one: Reading, two: Reading) -> bool:
    """Whether one figure is at most a quarter above the other, as slips of the pen are."""
    less, more = sorted((one.face.copy_abs(), two.face.copy_abs()))
    return more <= exact().multiply(less, _FAR)


def _stands_apart(evidence: Evidence, first: Fact[Told], other: Fact[Told]) -> bool:
    """Whether the text tells the figures apart where their names do not.

    One sentence lists different things. A part ("trong đó"), another counted noun ("con lợn nái") and a sentence
    that names no period mean what the words around them mean.
    """
    one, two = first.figure, other.figure
    if first.report is not other.report:
        return False
    passages = evidence.passages_of(first)
    here, there = passages.placed(one), passages.placed(two)
    if here is None or there is None:
        return False
    if passages.sentence(here.start) == passages.sentence(there.start) or _wording(one) != _wording(two):
        return True
    return any(passages.is_part(place) or not passages.names_period(place) for place in (here, there))


def _wording(figure: Told) -> tuple[str, str]:
    """The unit as printed, without its scale, and the name."""
    unit = unit_of(figure)
    return "" if unit is None else unit.symbol.split()[-1], figure.folded_name


def _is_one_thing(first: Fact[Told], other: Fact[Told]) -> bool:
    """Whether a disagreement can mean anything.

    One text words many things alike, so without a catalogue id only another report's figure counts; and a change
    is the same only of the same level ("tháng 5 tăng 2%, 5 tháng tăng 7%").
    """
    one, two = first.figure, other.figure
    if isinstance(one, Change) and isinstance(two, Change):
        return one.of is not None and two.of is not None and _is_same_level(one.of, two.of)
    return one.indicator is not None or first.report is not other.report


def _is_same_level(one: Figure, other: Figure) -> bool:
    return one.period == other.period and same_figure(one, other)


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
    one, two = first.figure, other.figure
    if one.indicator is None:
        return Consistency.UNDECIDED
    if first.report is other.report:
        return Consistency.INCONSISTENT if one.folded_name == two.folded_name else Consistency.UNDECIDED
    if isinstance(one, Target) or isinstance(two, Target):
        return Consistency.UNDECIDED
    settled = one.status is two.status and not first.is_provisional and not other.is_provisional
    return Consistency.INCONSISTENT if settled else Consistency.UNDECIDED


def _fact_finding(
    first: Fact[Told], other: Fact[Told], result: Consistency, pair: tuple[Interval, Interval]
) -> Finding:
    undecided = result is Consistency.UNDECIDED
    why_vi = "; có thể đã điều chỉnh hoặc là nội dung khác" if undecided else ""
    why_en = "; one may be revised, or mean another thing" if undecided else ""
    one, two = first.figure, other.figure
    return compared(
        "same_fact",
        result,
        pair,
        told=one,
        beside=(two,),
        documents=documents_of(first, other),
        missing=("revision",) if undecided else (),
        message_vi=f"{first.label} ({period_vi(one.period)}): {stated_vi(one.stated)} {RESULT_VI[result]} {stated_vi(two.stated)}{why_vi}.",
        message_en=f"{subject_en(one)} ({period_en(one.period)}): {stated_en(one.stated)} {RESULT_EN[result]} {stated_en(two.stated)}{why_en}.",
    )


# --- cumulative order ----------------------------------------------------------------------------


def check_cumulative_order(evidence: Evidence) -> Iterator[Finding]:
    """A cumulative flow never falls: nine months hold at least what six months hold."""
    groups: dict[Hashable, list[Fact[Actual]]] = {}
    for fact in evidence.actuals:
        figure = fact.figure
        known = figure.indicator is not None and figure.period is not None and figure.stated.quantity is not None
        if known and is_flow(figure, figure):
            groups.setdefault((fact.place, _course_key(figure)), []).append(fact)
    for facts in groups.values():
        for earlier, later in pairwise(_by_end(facts)):
            yield from _order(evidence, earlier, later)


def _by_end(facts: list[Fact[Actual]]) -> list[list[Fact[Actual]]]:
    """The figures of a course by the end of their period, in order."""
    found: dict[date, list[Fact[Actual]]] = {}
    for fact in facts:
        assert fact.figure.period is not None
        found.setdefault(fact.figure.period.end, []).append(fact)
    return [held for _, held in sorted(found.items())]


def _course_key(figure: Actual) -> Hashable:
    """Figures of one course: from the same first day on."""
    unit = unit_of(figure)
    assert figure.period is not None
    return (
        indicator_key(figure),
        figure.period.start,
        None if unit is None else unit.dimension,
        figure.price_base,
        figure.denominator,
    )


def _order(evidence: Evidence, earlier: list[Fact[Actual]], later: list[Fact[Actual]]) -> Iterator[Finding]:
    """The least of the earlier figures against the greatest of the later: several may stand for one period.

    A fall is told where both sentences name their periods, and where it is no more than a quarter: a greater one
    means another thing, or a part of it.
    """
    least = min(_bounded(evidence.policy, earlier), key=lambda one: one[1].face, default=None)
    most = max(_bounded(evidence.policy, later), key=lambda one: one[1].face, default=None)
    if least is None or most is None:
        return
    facts = (least[0], most[0])
    estimated = any(one.figure.status is Status.ESTIMATED for one in facts)
    finding = unless(_order_finding(least, most), revised=estimated, facts=facts)
    sure = _is_near(least[1], most[1]) and all(is_dated(evidence, one[0]) for one in (least, most))
    if sure or not finding.needs_attention:
        yield finding


_Bounded = tuple[Fact[Actual], Reading, Interval]


def _bounded(policy: Policy, facts: list[Fact[Actual]]) -> list[_Bounded]:
    read = [(fact, reading_of(fact.figure, policy)) for fact in facts]
    return [(fact, one, one.values) for fact, one in read if one is not None and one.values is not None]


def _order_finding(earlier: _Bounded, later: _Bounded) -> Finding:
    (first, _, one), (second, _, two) = earlier, later
    falls = two.upper is not None and one.lower is not None and two.upper < one.lower
    before, after = first.figure, second.figure
    return Finding(
        rule="cumulative_order",
        result=Consistency.INCONSISTENT if falls else Consistency.CONSISTENT,
        subject=before.label,
        documents=documents_of(first, second),
        sources=sources_of(after, before),
        intervals=(two, one),
        residual=smallest_change(two, one) if falls else None,
        message_vi=(
            f"{first.label}: lũy kế {period_vi(after.period)} {stated_vi(after.stated)} "
            f"{'nhỏ hơn' if falls else 'không nhỏ hơn'} {period_vi(before.period)} {stated_vi(before.stated)}."
        ),
        message_en=(
            f"{subject_en(before)}: {stated_en(after.stated)} in {period_en(after.period)} is "
            f"{'less' if falls else 'not less'} than {stated_en(before.stated)} in {period_en(before.period)}."
        ),
    )
