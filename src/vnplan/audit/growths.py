"""Stated changes against the levels that they compare (mức tăng giảm)."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from decimal import Decimal
from functools import partial

from attrs import evolve

from vnplan.attainment import Consistency, growth, implied_base
from vnplan.attainment.agreement import agree, is_positive, smallest_change
from vnplan.attainment.numbers import change_values, level_values
from vnplan.audit.brackets import at_other_prices, bracketed, computed_en, computed_vi, same_setting
from vnplan.audit.finding import Evidence, Fact, Finding, compared, documents_of, unless_revised
from vnplan.audit.named_parts import check_growth_of_parts
from vnplan.audit.wording import (
    RESULT_EN,
    RESULT_VI,
    change_en,
    change_vi,
    period_en,
    period_vi,
    stated_en,
    stated_vi,
    subject_en,
)
from vnplan.model.actual import YEAR_ON_YEAR, Actual, Change, ChangeForm
from vnplan.model.interval import Interval, exact
from vnplan.model.period import Period
from vnplan.model.units import PERCENT, PERCENTAGE_POINT, Unit


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
        if isinstance(current, Actual) and not evidence.passages_of(fact).is_yearly(fact.figure):
            base = _base_of(evidence, fact, current)
            if base is not None:
                yield fact, current, base


def _base_of(evidence: Evidence, fact: Fact[Change], current: Actual) -> Fact[Actual] | None:
    """The level that a change is told against: in the bracket after it, the start of "từ … lên …", else by period."""
    beside = bracketed(evidence, fact, "compared") or _start_of(evidence, fact, current)
    if isinstance(beside, Actual):
        return Fact(evolve(beside, indicator=current.indicator, name=current.name), fact.report)
    before = _base_period(fact.figure)
    if before is None or before == current.period:
        return None  # against its own period: one of the two was told of another
    found = [one for one in evidence.actuals_in(current, before) if same_setting(Fact(current, fact.report), one)]
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
    before, after = level_values(base.figure, evidence.policy), level_values(current, evidence.policy)
    if stated is None or before is None or after is None:
        return False
    rate = growth(base.figure, current, policy=evidence.policy).percent_interval
    points = smallest_change(stated, after - before)
    return rate is None or points.copy_abs() < smallest_change(stated, rate).copy_abs()


def _rates_beside_differences(evidence: Evidence) -> Iterator[Finding]:
    """One change told twice, "giảm 4,59%, tương ứng giảm 237,8 ha": the difference implies the base."""
    told: dict[tuple[int, Hashable], list[Fact[Change]]] = {}
    for fact in evidence.changes:
        if isinstance(fact.figure.of, Actual) and not evidence.passages_of(fact).is_yearly(fact.figure):
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
    after = level_values(current, evidence.policy)
    stated = change_values(rate.figure, evidence.policy)
    if after is None or stated is None or not is_positive(base.interval):
        return
    hundred = Interval.point(Decimal(100))
    computed = after * hundred / base.interval - hundred
    missing: tuple[str, ...] = ()
    result = agree(partial(change_values, rate.figure), computed, evidence.policy)
    told_at = at_other_prices(rate.figure, difference.figure, current) or at_other_prices(difference.figure, current)
    if result is Consistency.INCONSISTENT and told_at:
        result, missing = Consistency.UNDECIDED, ("price_base",)
    yield compared(
        "growth",
        result,
        (stated, computed),
        told=rate.figure,
        beside=(difference.figure, current),
        documents=(rate.report.document,),
        missing=missing,
        message_vi=(
            f"{rate.label}: nêu {change_vi(rate.figure)}, {RESULT_VI[result]} mức {change_vi(difference.figure)} "
            f"nêu kèm{computed_vi(computed)}."
        ),
        message_en=(
            f"{subject_en(rate.figure)}: the stated {change_en(rate.figure)} {RESULT_EN[result]} the "
            f"{change_en(difference.figure)} told beside it{computed_en(computed)}."
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
    if result is Consistency.INCONSISTENT and at_other_prices(change, current, base.figure):
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


def _gap(evidence: Evidence, fact: Fact[Change], current: Actual, base: Fact[Actual]) -> Iterator[Finding]:
    """Current minus base; the unit of the difference is the stated one, points for percentages."""
    change = fact.figure
    quantity = change.stated.quantity
    if quantity is None:
        return
    before, after = level_values(base.figure, evidence.policy), level_values(current, evidence.policy)
    stated = change_values(change, evidence.policy)
    if base.figure.stated.quantity is None or current.stated.quantity is None:
        return
    told = PERCENTAGE_POINT if quantity.unit.is_percent else quantity.unit
    comparable = _difference_dimension(base.figure, current) == told.dimension
    computed = after - before if comparable and before is not None and after is not None else None
    result = agree(partial(change_values, change), computed, evidence.policy)
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
    change, (base, current), (_, computed) = fact.figure, levels, pair
    return compared(
        rule,
        result,
        pair,
        told=change,
        beside=(current, base.figure),
        documents=documents_of(fact, base),
        missing=missing,
        message_vi=(
            f"{fact.label}: nêu {change_vi(change)}, {RESULT_VI[result]} mức "
            f"{_at_vi(base.figure)} và {_at_vi(current)}{computed_vi(computed, unit)}."
        ),
        message_en=(
            f"{subject_en(change)}: the stated {change_en(change)} {RESULT_EN[result]} the levels "
            f"{_at_en(base.figure)} and {_at_en(current)}{computed_en(computed, unit)}."
        ),
    )
