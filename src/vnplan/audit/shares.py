"""Stated shares against the results and targets that they compare (tỷ lệ thực hiện)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from vnplan.attainment import Consistency
from vnplan.attainment.agreement import smallest_change
from vnplan.attainment.frames import frame_of
from vnplan.attainment.joining import indicator_key
from vnplan.attainment.numbers import level_values
from vnplan.attainment.shares import HeldShare, as_told, hold_share, is_in_units
from vnplan.audit.brackets import LONGEST_WAY, bracketed, computed_en, computed_vi, same_setting
from vnplan.audit.finding import Evidence, Fact, Finding, compared, documents_of, sources_of, unless_revised
from vnplan.audit.part_shares import check_shares_of_parts
from vnplan.audit.passages import Level, Passages, Placed, pattern
from vnplan.audit.wording import (
    RESULT_EN,
    RESULT_VI,
    share_en,
    share_vi,
    stated_en,
    stated_vi,
    subject_en,
)
from vnplan.model.actual import Actual, Share
from vnplan.model.interval import exact
from vnplan.model.source import Source
from vnplan.model.target import Frame, Target
from vnplan.model.units import PERCENT


def check_shares(evidence: Evidence) -> Iterator[Finding]:
    """A stated share against result ÷ target, the target taken from whichever report states it, and against its parts."""
    by_parts = list(check_shares_of_parts(evidence))
    checked = {id(share) for share, _ in by_parts}
    yield from (finding for _, finding in by_parts)
    for fact in evidence.shares:
        actual, target = _level_of(evidence, fact), _target_of(evidence, fact)
        if actual is None:
            continue
        told = actual.figure
        finding = _told_before(evidence, fact, actual) if target is None else _share(evidence, fact, actual, target)
        if finding is None and id(fact.figure) not in checked:
            finding = _no_target(fact, told)
        if finding is not None:
            yield unless_revised(finding, actual, Fact(told, fact.report))


def _level_of(evidence: Evidence, fact: Fact[Share]) -> Fact[Actual] | None:
    """The result that a share belongs to: as read, else the one for its period, of its report or else of another."""
    share = fact.figure
    if isinstance(share.of, Actual):
        return Fact(share.of, fact.report)
    if share.period is None:
        return None
    found = [one for one in evidence.actuals_in(share, share.period) if same_setting(fact, one)]
    own = [one for one in found if one.report is fact.report]
    known = own or (found if share.indicator is not None else [])
    return known[0] if len(known) == 1 else None


def _target_of(evidence: Evidence, fact: Fact[Share]) -> Fact[Target] | None:
    """The target that a share is a share of.

    One of the same authority before one of an unknown and one of another, one for a year before one for several,
    one of the same report before others.
    """
    share = fact.figure
    beside = bracketed(evidence, fact, "planned_level")
    if beside is not None:
        return Fact(_as_target(beside, share), fact.report)
    if isinstance(share.of, Target):
        return Fact(share.of, fact.report)
    taken = _told_for_others(evidence, fact)
    found = [
        one
        for one in evidence.targets_by_indicator.get(indicator_key(share), ())
        if same_setting(fact, one) and _covers(one.figure, share) and frame_of(one.figure) is Frame.LEVEL
        if one.figure.source is None or one.figure.source not in taken
    ]

    def order(one: Fact[Target]) -> tuple[object, ...]:
        return _distance(evidence, one, fact), _is_for_a_term(one.figure, share), one.report is not fact.report

    return min(found, key=order, default=None)


def _told_for_others(evidence: Evidence, fact: Fact[Share]) -> set[Source]:
    """Where the targets stand that brackets give for other shares of the same result.

    "Đạt 59,9% chỉ tiêu Bộ giao (67.000 tỷ đồng), đạt 56,5% chỉ tiêu Tổng cục giao": the second is of another target.
    """
    others = (Fact(one, fact.report) for one in evidence.shares_beside(fact.figure))
    beside = [bracketed(evidence, one, "planned_level") for one in others]
    return {one.source for one in beside if one is not None and one.source is not None}


_YEAR = 366
"""Days of a year at most."""


def _is_for_a_term(target: Target, share: Share) -> bool:
    """Whether the target is for several years and the share is told of one, or of a part of it: it may be of the year's."""
    if target.period is None or share.period is None:
        return False
    return target.period.days > _YEAR >= share.period.days


_NEAR_BEFORE = 250


def _told_before(evidence: Evidence, fact: Fact[Share], actual: Fact[Actual]) -> Finding | None:
    """Of a target told shortly before a result, of whatever name, where the share fits it: "được giao 20.000 tỷ đồng.

    Đến 18/8 mới thu 10.236 tỷ đồng, hoàn thành 51%". One that does not fit may be of something else.
    """
    passages = evidence.passages_of(fact)
    here = passages.placed(actual.figure) if actual.report is fact.report else None
    if here is None:
        return None
    for one in reversed(passages.within(max(0, here.start - _NEAR_BEFORE), here.start)):
        if one.level is None or one.sort != here.sort or not _is_planned(passages, one):
            continue
        target = Fact(_as_target(one.level, fact.figure), fact.report)
        found = _share(evidence, fact, actual, target)
        fits = found.result in (Consistency.CONSISTENT, Consistency.ONLY_IF_TRUNCATED)
        return found if fits and all(each.is_bounded for each in found.intervals) else None
    return None


def _is_planned(passages: Passages, placed: Placed) -> bool:
    """Whether a level is a target, or told as what was planned."""
    start = max(passages.sentence(placed.start)[0], placed.start - LONGEST_WAY)
    return (
        isinstance(placed.level, Target)
        or pattern("planned_level").search(passages.flow, start, placed.start) is not None
    )


def _as_target(level: Level, share: Share) -> Target:
    """The level in the bracket after a share, as the target that the share is of: on what its result is on."""
    about = share if share.of is None else share.of
    if isinstance(level, Target):
        return evolve(level, indicator=about.indicator, name=about.name, authority=share.basis, period=share.period)
    return Target(
        name=about.name,
        indicator=about.indicator,
        period=share.period,
        stated=level.stated,
        source=level.source,
        authority=share.basis,
    )


def _covers(target: Target, share: Share) -> bool:
    return target.period is not None and share.period is not None and target.period.contains(share.period)


def _distance(evidence: Evidence, target: Fact[Target], share: Fact[Share]) -> int:
    """How sure it is that the share is one of this target: 0 same authority, 1 one of them unknown, 2 another.

    What is striven for ("phấn đấu") is another target than the one that binds.
    """
    mine, theirs = share.figure.basis, target.figure.authority
    if _is_striven_for(evidence, target) and mine is not None:
        return 2
    if mine is not None and mine is theirs:
        return 0
    return 1 if mine is None or theirs is None else 2


def _belongs(evidence: Evidence, fact: Fact[Share], target: Fact[Target], told: tuple[HeldShare, Actual]) -> bool:
    """Whether the target is surely the one meant: of the plan, of the bracket after the share, or about fitting."""
    held, actual = told
    sure = isinstance(fact.figure.of, Target) or (target.is_planned and not _is_for_a_term(target.figure, fact.figure))
    sure = sure or bracketed(evidence, fact, "planned_level") is not None
    if not sure and _is_for_a_term(target.figure, fact.figure):
        return False
    level = held.computed if held.unit is PERCENT else level_values(actual, evidence.policy)
    if sure or held.stated is None or held.computed is None or level is None or level.lower is None:
        return sure
    return smallest_change(held.stated, held.computed).copy_abs() <= exact().multiply(_FAR, level.lower)


_FAR = Decimal("0.25")
"""Of a share, or for a margin in units of the result: what is farther off is of another target."""


def _lacking(share: Share, held: HeldShare) -> str:
    """What an undecided share lacks."""
    return held.ratio.reason or ("unit" if is_in_units(share) and held.unit is PERCENT else "figure")


def _is_striven_for(evidence: Evidence, target: Fact[Target]) -> bool:
    passages = evidence.passages_of(target)
    placed = passages.placed(target.figure)
    if placed is None:
        return False
    start, _ = passages.sentence(placed.start)
    return pattern("striving").search(passages.flow, start, placed.start) is not None


def _share(evidence: Evidence, fact: Fact[Share], result_told: Fact[Actual], target: Fact[Target]) -> Finding:
    share, actual = fact.figure, result_told.figure
    exactly = True if target.is_planned else None
    held = hold_share(share, target.figure, actual, exact_target=exactly, policy=evidence.policy)
    computed, result = held.computed, held.consistency
    missing = () if result is not Consistency.UNDECIDED else (_lacking(share, held),)
    if result is Consistency.INCONSISTENT and _distance(evidence, target, fact) == 2:
        result, missing = Consistency.UNDECIDED, ("target",)  # a share of another authority's target
    if result is Consistency.INCONSISTENT and not _belongs(evidence, fact, target, (held, actual)):
        result, missing = Consistency.UNDECIDED, ("target",)  # so far off that it is a share of something else
    shown = as_told(share, computed) if computed is not None and held.unit is PERCENT else computed
    return compared(
        "share",
        result,
        (held.stated, computed),
        told=share,
        beside=(actual, target.figure),
        documents=documents_of(fact, result_told, target),
        missing=missing,
        message_vi=(
            f"{fact.label}: nêu {share_vi(share)}, {RESULT_VI[result]} kết quả {stated_vi(actual.stated)} "
            f"trên chỉ tiêu {stated_vi(target.figure.stated)}{computed_vi(shown, held.unit)}."
        ),
        message_en=(
            f"{subject_en(share)}: the stated {share_en(share)} {RESULT_EN[result]} the result of "
            f"{stated_en(actual.stated)} over the target of {stated_en(target.figure.stated)}{computed_en(shown, held.unit)}."
        ),
    )


def _no_target(fact: Fact[Share], actual: Actual) -> Finding:
    share = fact.figure
    return Finding(
        rule="share",
        result=Consistency.UNDECIDED,
        subject=share.label,
        documents=(fact.report.document,),
        sources=sources_of(share, actual),
        missing=("target",),
        message_vi=(
            f"{fact.label}: kết quả {stated_vi(actual.stated)}, nêu {share_vi(share)}, chưa đối chiếu được, "
            "vì không báo cáo nào nêu chỉ tiêu."
        ),
        message_en=(
            f"{subject_en(share)}: the stated {share_en(share)} by the result of {stated_en(actual.stated)} cannot be checked, "
            "since no report states the target."
        ),
    )
