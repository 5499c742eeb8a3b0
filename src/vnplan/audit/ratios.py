"""Stated shares and changes against the levels that they compare (tỷ lệ, mức tăng giảm)."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from decimal import Decimal

from attrs import evolve

from vnplan.attainment import Consistency, growth, implied_base, realised_share, same_place
from vnplan.attainment.frames import frame_of
from vnplan.attainment.joining import indicator_key
from vnplan.attainment.numbers import agree, change_values, level_reading, share_values
from vnplan.audit.finding import Evidence, Fact, Finding, documents_of, smallest_change, sources_of, unless_revised
from vnplan.audit.named_parts import check_growth_of_parts
from vnplan.audit.part_shares import check_shares_of_parts
from vnplan.audit.passages import Level, Passages, Placed, pattern
from vnplan.audit.wording import (
    RESULT_EN,
    RESULT_VI,
    change_en,
    change_vi,
    interval_en,
    interval_vi,
    period_en,
    period_vi,
    share_en,
    share_vi,
    stated_en,
    stated_vi,
    subject_en,
)
from vnplan.model.actual import YEAR_ON_YEAR, Actual, Change, ChangeForm, Share, ShareForm
from vnplan.model.figure import Figure
from vnplan.model.interval import Interval, exact
from vnplan.model.period import Period
from vnplan.model.target import Frame, Target
from vnplan.model.units import PERCENT, PERCENTAGE_POINT, Unit


def bracketed(evidence: Evidence, fact: Fact[Figure], kind: str) -> Level | None:
    """The level in a bracket right after a figure: "đạt 69,5% chỉ tiêu giao (63.000 tỷ đồng)".

    Args:
        evidence: The reports.
        fact: A share or a change.
        kind: Kind of words, one of which must lead to the bracket.
    """
    passages = evidence.passages_of(fact)
    placed = passages.placed(fact.figure)
    after = None if placed is None else passages.after(placed)
    if placed is None or after is None or after.level is None:
        return None
    words = passages.flow[placed.end : after.start]
    leads, bracket, inside = words.rpartition("(")
    if set(";.\n") & set(words) or len(words) > _LONGEST_WAY or ("," in words and not _GIVEN.search(leads)):
        return None
    if bracket:
        found = pattern(kind).search(leads) is not None and len(inside) <= _LONGEST_LEAD and ")" not in inside
    else:
        found = kind == "planned_level" and _NAMED_AFTER.search(words) is not None
    return after.level if found else None


_NAMED_AFTER = re.compile(
    r"(?:so với|trên) (?:tổng )?(?:dự toán|kế hoạch|chỉ tiêu)(?: (?!với|và|trong)\w+){0,9}(?: là| cộng lại)?\s*$"
)
"""A target named after its share: "86,7% so với dự toán cả năm được giao là 405.000 tỷ đồng"."""
_GIVEN = re.compile(r"(?<!\w)giao\s*$")
"""Several who set a target may be parted by commas: "chỉ tiêu do Tổng cục, UBND tỉnh giao (10.500 tỷ đồng)"."""
_LONGEST_WAY = 110
_LONGEST_LEAD = 40


def same_setting(one: Fact[Figure], other: Fact[Figure]) -> bool:
    """Same indicator, and same place where both are known; texts that name no place are of different ones."""
    mine, theirs = one.figure, other.figure
    if not mine.same_indicator(theirs):
        return False
    if mine.locality is None or theirs.locality is None:
        return one.report is other.report or not (one.report.text and other.report.text)
    return same_place(mine.locality, theirs.locality)


# --- share ---------------------------------------------------------------------------------------


def check_shares(evidence: Evidence) -> Iterator[Finding]:
    """A stated share against result ÷ target, the target taken from whichever report states it, and against its parts."""
    by_parts = list(check_shares_of_parts(evidence))
    checked = {id(share) for share, _ in by_parts}
    yield from (finding for _, finding in by_parts)
    for fact in evidence.shares:
        actual, target = _level_of(evidence, fact), _target_of(evidence, fact)
        if actual is not None and target is None:
            target = _told_before(evidence, fact, actual)
        if actual is not None and (target is not None or id(fact.figure) not in checked):
            told = actual.figure
            finding = _no_target(fact, told) if target is None else _share(evidence, fact, actual, target)
            yield unless_revised(finding, actual, Fact(told, fact.report))


def _level_of(evidence: Evidence, fact: Fact[Share]) -> Fact[Actual] | None:
    """The result that a share belongs to: as read, else the one for its period, of its report or else of another."""
    share = fact.figure
    if isinstance(share.of, Actual):
        return Fact(share.of, fact.report)
    found = [
        one
        for one in evidence.actuals_by_indicator.get(indicator_key(share), ())
        if same_setting(fact, one) and one.figure.period == share.period and share.period is not None
    ]
    own = [one for one in found if one.report is fact.report]
    known = own or (found if share.indicator is not None else [])
    return known[0] if len(known) == 1 else None


def _target_of(evidence: Evidence, fact: Fact[Share]) -> Fact[Target] | None:
    """The target that a share is a share of.

    One of the same authority before one of an unknown and one of another, one of the same report before others.
    """
    share = fact.figure
    beside = bracketed(evidence, fact, "planned_level")
    if beside is not None:
        return Fact(_as_target(beside, share), fact.report)
    if isinstance(share.of, Target):
        return Fact(share.of, fact.report)
    found = [
        one
        for one in evidence.targets_by_indicator.get(indicator_key(share), ())
        if same_setting(fact, one) and _covers(one.figure, share) and frame_of(one.figure) is Frame.LEVEL
    ]
    return min(found, key=lambda one: (_distance(evidence, one, fact), one.report is not fact.report), default=None)


_NEAR_BEFORE = 250


def _told_before(evidence: Evidence, fact: Fact[Share], actual: Fact[Actual]) -> Fact[Target] | None:
    """A target told shortly before a result, of whatever name, where the share fits it: "được giao 20.000 tỷ đồng.

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
        return target if fits and all(each.is_bounded for each in found.intervals) else None
    return None


def _is_planned(passages: Passages, placed: Placed) -> bool:
    """Whether a level is a target, or told as what was planned."""
    start = max(passages.sentence(placed.start)[0], placed.start - _LONGEST_WAY)
    return (
        isinstance(placed.level, Target)
        or pattern("planned_level").search(passages.flow, start, placed.start) is not None
    )


def _as_target(level: Level, share: Share) -> Target:
    """The level in the bracket after a share, as the target that the share is of."""
    if isinstance(level, Target):
        return evolve(level, indicator=share.indicator, name=share.name, authority=share.basis, period=share.period)
    return Target(
        name=share.name,
        indicator=share.indicator,
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


def _belongs(
    evidence: Evidence, fact: Fact[Share], target: Fact[Target], pair: tuple[Interval | None, Interval | None]
) -> bool:
    """Whether the target is surely the one meant: of the plan, of the bracket after the share, or about fitting."""
    stated, computed = pair
    sure = target.is_planned or isinstance(fact.figure.of, Target)
    sure = sure or bracketed(evidence, fact, "planned_level") is not None
    if sure or stated is None or computed is None or computed.lower is None:
        return sure
    return smallest_change(stated, computed).copy_abs() <= exact().multiply(_FAR, computed.lower)


_FAR = Decimal("0.25")
"""Of a share: a stated one that is farther off is one of another target."""


def _is_striven_for(evidence: Evidence, target: Fact[Target]) -> bool:
    passages = evidence.passages_of(target)
    placed = passages.placed(target.figure)
    if placed is None:
        return False
    start, _ = passages.sentence(placed.start)
    return pattern("striving").search(passages.flow, start, placed.start) is not None


def _share(evidence: Evidence, fact: Fact[Share], result_told: Fact[Actual], target: Fact[Target]) -> Finding:
    share, actual = fact.figure, result_told.figure
    ratio = realised_share(
        target.figure,
        actual,
        stated=share,
        exact_target=True if target.is_planned else None,
        policy=evidence.policy,
    )
    stated, computed = share_values(share, evidence.policy), ratio.percent_interval
    result = ratio.consistency or Consistency.UNDECIDED
    missing = () if result is not Consistency.UNDECIDED else (ratio.reason or "figure",)
    if result is Consistency.INCONSISTENT and _distance(evidence, target, fact) == 2:
        result, missing = Consistency.UNDECIDED, ("target",)  # a share of another authority's target
    if result is Consistency.INCONSISTENT and not _belongs(evidence, fact, target, (stated, computed)):
        result, missing = Consistency.UNDECIDED, ("target",)  # so far off that it is a share of something else
    intervals = () if stated is None or computed is None else (stated, computed)
    shown = computed
    if computed is not None and share.form is ShareForm.MARGIN:
        shown = computed - Interval.point(Decimal(100))
    return Finding(
        rule="share",
        result=result,
        subject=share.label,
        documents=documents_of(fact, result_told, target),
        sources=sources_of(share, actual, target.figure),
        intervals=intervals,
        residual=smallest_change(*intervals) if intervals else None,
        missing=missing,
        message_vi=(
            f"{fact.label}: nêu {share_vi(share)}, {RESULT_VI[result]} kết quả {stated_vi(actual.stated)} "
            f"trên chỉ tiêu {stated_vi(target.figure.stated)}{_computed_vi(shown)}."
        ),
        message_en=(
            f"{subject_en(share)}: the stated {share_en(share)} {RESULT_EN[result]} the result of "
            f"{stated_en(actual.stated)} over the target of {stated_en(target.figure.stated)}{_computed_en(shown)}."
        ),
    )


def _computed_vi(computed: Interval | None, unit: Unit = PERCENT) -> str:
    return "" if computed is None else f", tính ra {interval_vi(computed, unit)}"


def _computed_en(computed: Interval | None, unit: Unit = PERCENT) -> str:
    return "" if computed is None else f"; the figures give {interval_en(computed, unit)}"


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


# --- growth and gap ------------------------------------------------------------------------------


def check_growth(evidence: Evidence) -> Iterator[Finding]:
    """A stated growth against the two levels, where both are known, and against the difference told beside it."""
    for fact, current, base in _with_base(evidence):
        if fact.figure.form is not ChangeForm.DIFFERENCE and not _in_points(evidence, fact, current, base):
            yield unless_revised(_growth(evidence, fact, current, base), Fact(current, fact.report), base)
    yield from _rates_beside_differences(evidence)
    yield from check_growth_of_parts(evidence)


def check_gaps(evidence: Evidence) -> Iterator[Finding]:
    """A stated difference ("tăng 35 doanh nghiệp") against the two levels, where both are known."""
    for fact, current, base in _with_base(evidence):
        if fact.figure.form is ChangeForm.DIFFERENCE or _in_points(evidence, fact, current, base):
            for finding in _gap(evidence, fact, current, base):
                yield unless_revised(finding, Fact(current, fact.report), base)


def _with_base(evidence: Evidence) -> Iterator[tuple[Fact[Change], Actual, Fact[Actual]]]:
    for fact in evidence.changes:
        current = fact.figure.of
        if isinstance(current, Actual) and not _is_yearly(evidence, fact):
            base = _base_of(evidence, fact, current)
            if base is not None:
                yield fact, current, base


def _base_of(evidence: Evidence, fact: Fact[Change], current: Actual) -> Fact[Actual] | None:
    """The level that a change is told against: in the bracket after it, the start of "từ … lên …", else by period."""
    beside = bracketed(evidence, fact, "compared") or _start_of(evidence, fact, current)
    if isinstance(beside, Actual):
        return Fact(evolve(beside, indicator=current.indicator, name=current.name), fact.report)
    before = _base_period(fact.figure)
    if before == current.period:
        return None  # against its own period: one of the two was told of another
    found = [
        one
        for one in evidence.actuals_by_indicator.get(indicator_key(current), ())
        if before is not None and one.figure.period == before
        if same_setting(Fact(current, fact.report), one)
    ]
    found = [one for one in found if _dimension(one.figure) == _dimension(current)] or found
    return found[-1] if found and not _is_share_of_whole(current) else None


def _dimension(level: Actual) -> str | None:
    told = level.stated.quantity
    return None if told is None else told.unit.dimension


def _is_share_of_whole(level: Actual) -> bool:
    """Whether a percentage stands for money or a count: its change is that of the money, not of the percentage."""
    told, known = level.stated.quantity, level.indicator
    percent = told is not None and told.unit.is_percent
    return percent and known is not None and not known.measures_in("percent")


_FROM_TO = re.compile(r"(?<!\w)từ\s*$")
_UP_TO = re.compile(r"[^,;.()\n]{0,40}?(?<!\w)(?:lên|xuống|còn|đến)(?: còn| đạt| mức)?\s*$")
_BESIDE = 60


def _is_yearly(evidence: Evidence, fact: Fact[Change]) -> bool:
    """Whether a change is an average of several years: "bình quân tăng 20,1%/năm"."""
    told, passages = fact.figure.stated.quantity, evidence.passages_of(fact)
    placed = passages.placed(fact.figure)
    if told is not None and "/" in told.unit.symbol and told.unit.is_percent:
        return True
    before = None if placed is None else passages.before(placed)
    if placed is None or before is None:
        return False
    start = max(passages.sentence(placed.start)[0], before.end)
    return pattern("average").search(passages.flow, start, placed.start) is not None


def _start_of(evidence: Evidence, fact: Fact[Change], current: Actual) -> Actual | None:
    """Of "tăng từ 38 trường lên 45 trường, tăng 7 trường" the 38."""
    passages = evidence.passages_of(fact)
    change, here = passages.placed(fact.figure), passages.placed(current)
    before = None if here is None else passages.before(here)
    if change is None or here is None or before is None or not isinstance(before.figure, Actual):
        return None
    flow = passages.flow
    leads = _FROM_TO.search(flow, max(0, before.start - 10), before.start) is not None
    ends = _UP_TO.fullmatch(flow, before.end, here.start) is not None
    near = here.end <= change.start <= here.end + _BESIDE and passages.before(change) is here
    return before.figure if leads and ends and near else None


def _in_points(evidence: Evidence, fact: Fact[Change], current: Actual, base: Fact[Actual]) -> bool:
    """Whether a change of a percentage told in per cent means points ("giảm 1,1%", from 4,2 % to 3,1 %)."""
    change, told = fact.figure, current.stated.quantity
    if change.form is not ChangeForm.RATE or told is None or not told.unit.is_percent:
        return False
    stated = change_values(change, evidence.policy)
    before, after = level_reading(base.figure, evidence.policy), level_reading(current, evidence.policy)
    if stated is None or before is None or after is None or before.values is None or after.values is None:
        return False
    rate = growth(base.figure, current, policy=evidence.policy).percent_interval
    points = smallest_change(stated, after.values - before.values)
    return rate is None or points.copy_abs() < smallest_change(stated, rate).copy_abs()


def _rates_beside_differences(evidence: Evidence) -> Iterator[Finding]:
    """One change told twice, "giảm 4,59%, tương ứng giảm 237,8 ha": the difference implies the base."""
    told: dict[tuple[int, Hashable], list[Fact[Change]]] = {}
    for fact in evidence.changes:
        if isinstance(fact.figure.of, Actual) and not _is_yearly(evidence, fact):
            told.setdefault((id(fact.figure.of), fact.figure.basis), []).append(fact)
    for facts in told.values():
        rates = [one for one in facts if one.figure.form is ChangeForm.RATE]
        differences = [one for one in facts if one.figure.form is ChangeForm.DIFFERENCE]
        if len(rates) == len(differences) == 1:
            yield from _rate_beside(evidence, rates[0], differences[0])


def _rate_beside(evidence: Evidence, rate: Fact[Change], difference: Fact[Change]) -> Iterator[Finding]:
    current = rate.figure.of
    assert isinstance(current, Actual)
    told = current.stated.quantity
    base = implied_base(current, difference.figure, policy=evidence.policy)
    if told is None or told.unit.is_percent or base.value is None or base.interval is None:
        return
    after = level_reading(current, evidence.policy)
    stated = change_values(rate.figure, evidence.policy)
    if after is None or after.values is None or stated is None or Decimal(0) in base.interval:
        return
    hundred = Interval.point(Decimal(100))
    computed = after.values * hundred / base.interval - hundred
    result = agree(stated, computed, rate.figure, evidence.policy)
    yield Finding(
        rule="growth",
        result=result,
        subject=rate.figure.label,
        documents=(rate.report.document,),
        sources=sources_of(rate.figure, difference.figure, current),
        intervals=(stated, computed),
        residual=smallest_change(stated, computed),
        message_vi=(
            f"{rate.label}: nêu {change_vi(rate.figure)}, {RESULT_VI[result]} mức {change_vi(difference.figure)} "
            f"nêu kèm{_computed_vi(computed)}."
        ),
        message_en=(
            f"{subject_en(rate.figure)}: the stated {change_en(rate.figure)} {RESULT_EN[result]} the "
            f"{change_en(difference.figure)} told beside it{_computed_en(computed)}."
        ),
    )


def _base_period(change: Change) -> Period | None:
    if isinstance(change.basis, Period):
        return change.basis
    if change.basis != YEAR_ON_YEAR or change.period is None:
        return None  # against which period the text does not say
    return change.period.year_before()


def _growth(evidence: Evidence, fact: Fact[Change], current: Actual, base: Fact[Actual]) -> Finding:
    change = fact.figure
    ratio = growth(base.figure, current, stated=change, policy=evidence.policy)
    result = ratio.consistency or Consistency.UNDECIDED
    missing = () if result is not Consistency.UNDECIDED else (ratio.reason or "figure",)
    if result is Consistency.INCONSISTENT and _at_other_prices(change, current, base.figure):
        result, missing = Consistency.UNDECIDED, ("price_base",)
    pair = (change_values(change, evidence.policy), ratio.percent_interval)
    if result is Consistency.INCONSISTENT and not _are_of_one_size(*pair):
        result, missing = Consistency.UNDECIDED, ("base",)  # so far off that the base is of something else
    return _change_finding(
        "growth",
        result,
        fact,
        levels=(base, current),
        pair=pair,
        missing=missing,
        unit=PERCENT,
    )


_SIZE = Decimal(2)
"""A base is of something else where it is so many times the one that the stated growth implies."""


def _are_of_one_size(stated: Interval | None, computed: Interval | None) -> bool:
    """Whether the base that a growth implies is about as large as the one told."""
    ends = [] if stated is None or computed is None else [stated.lower, stated.upper, computed.lower, computed.upper]
    factors = [exact().add(end, Decimal(100)) for end in ends if end is not None]
    return not factors or (min(factors) > 0 and max(factors) <= exact().multiply(_SIZE, min(factors)))


def _at_other_prices(change: Change, *levels: Actual) -> bool:
    """Growth is often told at constant prices beside levels at current ones."""
    return change.price_base is not None and any(level.price_base is not change.price_base for level in levels)


def _gap(evidence: Evidence, fact: Fact[Change], current: Actual, base: Fact[Actual]) -> Iterator[Finding]:
    """Current minus base; the unit of the difference is the stated one, points for percentages."""
    change = fact.figure
    quantity = change.stated.quantity
    if quantity is None:
        return
    before, after = level_reading(base.figure, evidence.policy), level_reading(current, evidence.policy)
    stated = change_values(change, evidence.policy)
    if before is None or after is None:
        return
    told = PERCENTAGE_POINT if quantity.unit.is_percent else quantity.unit
    comparable = _difference_dimension(base.figure, current) == told.dimension
    computed = None
    if comparable and before.values is not None and after.values is not None:
        computed = after.values - before.values
    if stated is None or computed is None:
        result = Consistency.UNDECIDED
    else:
        result = Consistency.CONSISTENT if stated.overlaps(computed) else Consistency.INCONSISTENT
    missing = ("figure",) if result is Consistency.UNDECIDED else ()
    pair = (stated, computed)
    yield _change_finding("gap", result, fact, levels=(base, current), pair=pair, missing=missing, unit=quantity.unit)


def _difference_dimension(base: Actual, current: Actual) -> str | None:
    one, other = base.stated.quantity, current.stated.quantity
    if one is None or other is None or one.unit.dimension != other.unit.dimension:
        return None
    return PERCENTAGE_POINT.dimension if one.unit.is_percent else one.unit.dimension


def _at_vi(level: Actual) -> str:
    return f"{stated_vi(level.stated)}{'' if level.period is None else f' ({period_vi(level.period)})'}"


def _at_en(level: Actual) -> str:
    return f"{stated_en(level.stated)}{'' if level.period is None else f' ({period_en(level.period)})'}"


def _change_finding(
    rule: str,
    result: Consistency,
    fact: Fact[Change],
    *,
    levels: tuple[Fact[Actual], Actual],
    pair: tuple[Interval | None, Interval | None],
    missing: tuple[str, ...],
    unit: Unit,
) -> Finding:
    change, (base, current), (stated, computed) = fact.figure, levels, pair
    intervals = () if stated is None or computed is None else (stated, computed)
    return Finding(
        rule=rule,
        result=result,
        subject=change.label,
        documents=documents_of(fact, base),
        sources=sources_of(change, current, base.figure),
        intervals=intervals,
        residual=smallest_change(*intervals) if intervals else None,
        missing=missing,
        message_vi=(
            f"{fact.label}: nêu {change_vi(change)}, {RESULT_VI[result]} mức "
            f"{_at_vi(base.figure)} và {_at_vi(current)}{_computed_vi(computed, unit)}."
        ),
        message_en=(
            f"{subject_en(change)}: the stated {change_en(change)} {RESULT_EN[result]} the levels "
            f"{_at_en(base.figure)} and {_at_en(current)}{_computed_en(computed, unit)}."
        ),
    )
