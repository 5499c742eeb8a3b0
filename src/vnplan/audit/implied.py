"""Targets that stated shares imply, against one another (chỉ tiêu suy ra từ tỷ lệ thực hiện)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from decimal import Decimal

from vnplan.attainment import Consistency, Policy
from vnplan.attainment.numbers import level_reading, share_values
from vnplan.attainment.policy import truncating
from vnplan.audit.brackets import bracketed
from vnplan.audit.finding import Evidence, Fact, Finding, documents_of, smallest_change, sources_of
from vnplan.audit.sums import is_near
from vnplan.audit.wording import RESULT_EN, RESULT_VI, interval_en, interval_vi, stated_en, stated_vi, subject_en
from vnplan.model.actual import Actual, Share
from vnplan.model.interval import Interval
from vnplan.model.period import Period
from vnplan.model.stated import Comparator
from vnplan.model.units import Unit

_HUNDRED = Interval.point(Decimal(100))


def check_implied_targets(evidence: Evidence) -> Iterator[Finding]:
    """Results of one year with their shares of one target, which no report need state.

    310,5 tỷ at 24,8 % implies an estimate of 1.252 tỷ; 702,4 tỷ at 50,1 % one of 1.402 tỷ.
    """
    groups: dict[Hashable, list[Fact[Share]]] = {}
    for fact in evidence.shares:
        key = None if bracketed(evidence, fact, "planned_level") is not None else _key(fact.figure)
        if key is not None:
            groups.setdefault((fact.place, key), []).append(fact)
    for first, *others in groups.values():
        for other in others:
            if other.figure.period != first.figure.period:
                yield from _pair(evidence.policy, first, other)


def _key(share: Share) -> Hashable | None:
    """One target: indicator, place, year, and who set it, all known; the result in one unit."""
    level, period = share.of, share.period
    if not isinstance(level, Actual) or level.stated.quantity is None or share.indicator is None:
        return None
    if share.basis is None or period is None or period.start.year != period.end.year:
        return None
    year = Period.year(period.start.year)
    return share.indicator.id, year, share.basis, level.stated.quantity.unit.dimension


def implied_target(policy: Policy, share: Share) -> Interval | None:
    """The target that a plainly stated share of a result implies, in base units."""
    assert isinstance(share.of, Actual)
    level, stated = level_reading(share.of, policy), share_values(share, policy)
    plain = share.stated.comparator is Comparator.EQUAL
    if level is None or level.values is None or stated is None or not plain:
        return None
    return level.values * _HUNDRED / stated if stated.lower is not None and stated.lower > 0 else None


def _pair(policy: Policy, first: Fact[Share], other: Fact[Share]) -> Iterator[Finding]:
    one, two = implied_target(policy, first.figure), implied_target(policy, other.figure)
    if one is None or two is None:
        return
    cut_one, cut_two = (implied_target(truncating(policy), fact.figure) for fact in (first, other))
    if one.overlaps(two):
        result = Consistency.CONSISTENT
    elif cut_one is not None and cut_two is not None and cut_one.overlaps(cut_two):
        result = Consistency.ONLY_IF_TRUNCATED
    elif is_near(one, two):
        result = Consistency.INCONSISTENT
    else:
        return
    yield _finding(first, other, result, (one, two))


def _finding(first: Fact[Share], other: Fact[Share], result: Consistency, pair: tuple[Interval, Interval]) -> Finding:
    (level, unit), (level_2, _) = _level(first.figure), _level(other.figure)
    share, share_2 = first.figure.stated, other.figure.stated
    return Finding(
        rule="implied",
        result=result,
        subject=first.figure.label,
        documents=documents_of(first, other),
        sources=sources_of(first.figure, level, other.figure, level_2),
        intervals=pair,
        residual=smallest_change(*pair),
        message_vi=(
            f"{first.label}: {stated_vi(level.stated)} đạt {stated_vi(share)} suy ra chỉ tiêu {interval_vi(pair[0], unit)}, "
            f"{RESULT_VI[result]} {stated_vi(level_2.stated)} đạt {stated_vi(share_2)}, suy ra {interval_vi(pair[1], unit)}."
        ),
        message_en=(
            f"{subject_en(first.figure)}: {stated_en(level.stated)} at {stated_en(share)} implies a target of "
            f"{interval_en(pair[0], unit)}, which {RESULT_EN[result]} {stated_en(level_2.stated)} at "
            f"{stated_en(share_2)}, implying {interval_en(pair[1], unit)}."
        ),
    )


def _level(share: Share) -> tuple[Actual, Unit]:
    level = share.of
    assert isinstance(level, Actual)
    assert level.stated.quantity is not None
    return level, level.stated.quantity.unit
