"""Targets that stated shares imply, against one another (chỉ tiêu suy ra từ tỷ lệ thực hiện)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from vnplan.attainment import Consistency, Policy
from vnplan.attainment.policy import truncating
from vnplan.attainment.shares import implied_target
from vnplan.audit.brackets import bracketed
from vnplan.audit.finding import Evidence, Fact, Finding, compared, documents_of
from vnplan.audit.sums import is_near
from vnplan.audit.wording import (
    RESULT_EN,
    RESULT_VI,
    interval_en,
    interval_vi,
    share_en,
    share_vi,
    stated_en,
    stated_vi,
    subject_en,
)
from vnplan.model.actual import Actual, Share
from vnplan.model.interval import Interval
from vnplan.model.period import Period
from vnplan.model.units import Unit


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


def _pair(policy: Policy, first: Fact[Share], other: Fact[Share]) -> Iterator[Finding]:
    one, two = implied_target(first.figure, policy), implied_target(other.figure, policy)
    if one is None or two is None:
        return
    cut_one, cut_two = (implied_target(fact.figure, truncating(policy)) for fact in (first, other))
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
    return compared(
        "implied",
        result,
        pair,
        told=first.figure,
        beside=(level, other.figure, level_2),
        documents=documents_of(first, other),
        message_vi=(
            f"{first.label}: {stated_vi(level.stated)} {share_vi(first.figure)} suy ra chỉ tiêu {interval_vi(pair[0], unit)}, "
            f"{RESULT_VI[result]} {stated_vi(level_2.stated)} {share_vi(other.figure)}, suy ra {interval_vi(pair[1], unit)}."
        ),
        message_en=(
            f"{subject_en(first.figure)}: {stated_en(level.stated)} at a {share_en(first.figure)} implies a target of "
            f"{interval_en(pair[0], unit)}, which {RESULT_EN[result]} {stated_en(level_2.stated)} at a "
            f"{share_en(other.figure)}, implying {interval_en(pair[1], unit)}."
        ),
    )


def _level(share: Share) -> tuple[Actual, Unit]:
    level = share.of
    assert isinstance(level, Actual)
    assert level.stated.quantity is not None
    return level, level.stated.quantity.unit
