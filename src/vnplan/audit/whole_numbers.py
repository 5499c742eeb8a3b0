"""Whether a whole number can give the stated percentage (tính khả thi của số nguyên)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from attrs import evolve

from vnplan.attainment import Consistency, Policy
from vnplan.attainment.agreement import smallest_change
from vnplan.attainment.frames import frame_of
from vnplan.attainment.numbers import change_values
from vnplan.attainment.policy import truncating
from vnplan.attainment.shares import is_open, share_values
from vnplan.audit.finding import Evidence, Fact, Finding, sources_of
from vnplan.audit.wording import change_en, change_vi, number_en, number_vi, stated_en, stated_vi, subject_en
from vnplan.model.actual import Actual, Change, Share
from vnplan.model.interval import Interval, exact
from vnplan.model.stated import Comparator
from vnplan.model.target import Frame

_HUNDRED = Fraction(100)
Part = Change | Share


def check_whole_numbers(evidence: Evidence) -> Iterator[Finding]:
    """A count and its printed growth or share: is there a whole base, or whole target, that gives it?

    In closed form: 534 firms at +73,3 % need a base between 100 × 534 ÷ 173,35 and 100 × 534 ÷ 173,25. An average
    of several years has no one base.
    """
    facts: tuple[Fact[Part], ...] = evidence.changes + evidence.shares
    for told in facts:
        if evidence.passages_of(told).is_yearly(told.figure):
            continue
        fact = _with_level(evidence, told)
        count = _count_of(fact.figure)
        if count is not None and _is_of_the_count(evidence, fact):
            finding = _feasible(evidence.policy, fact, count)
            if finding is not None and (not finding.is_contradiction or _is_slip(evidence, fact, finding)):
                yield finding


_RIGHT_AFTER = re.compile(r"[^\d,;.()\n]{0,25},\s*(?:tăng|giảm)\s*")


def _with_level(evidence: Evidence, fact: Fact[Part]) -> Fact[Part]:
    """A change that was joined to no level, with the one right before it: "23 hợp tác xã, tăng 30%"."""
    passages = evidence.passages_of(fact)
    placed = passages.placed(fact.figure)
    before = None if placed is None else passages.before(placed)
    if fact.figure.of is not None or placed is None or before is None or not isinstance(before.level, Actual):
        return fact
    if not isinstance(fact.figure, Change) or not _RIGHT_AFTER.fullmatch(passages.flow, before.end, placed.start):
        return fact
    return Fact(evolve(fact.figure, of=before.level), fact.report)


def _count_of(figure: Part) -> int | None:
    """The whole count that a plainly stated percentage belongs to; None for everything else."""
    level = figure.of
    if not isinstance(level, Actual) or figure.stated.comparator is not Comparator.EQUAL:
        return None
    if isinstance(figure, Change) and frame_of(figure) is not Frame.RELATIVE_CHANGE:
        return None
    quantity = level.stated.quantity
    if quantity is None or level.stated.comparator is not Comparator.EQUAL or not quantity.is_whole_count:
        return None
    return int(quantity.value) if quantity.value > 0 else None


_LONGEST_WAY = 60


def _is_of_the_count(evidence: Evidence, fact: Fact[Part]) -> bool:
    """Whether the percentage is set off from the count before it ("534 doanh nghiệp, tăng 73,3%").

    Without a comma or bracket it is of what the words between name ("1.261 doanh nghiệp đưa chỉ số tăng 9,86%").
    """
    passages = evidence.passages_of(fact)
    level, part = passages.placed(fact.figure.of), passages.placed(fact.figure)
    if level is None or part is None:  # made by hand, or joined by `_with_level`
        return True
    words = passages.flow[level.end : part.start]
    return 0 < len(words) <= _LONGEST_WAY and any(mark in words for mark in ",(;")


def _percentages(figure: Part, policy: Policy) -> Interval | None:
    """What the count is of the base, in per cent; None where that is left open."""
    if isinstance(figure, Share):
        return None if is_open(figure) else share_values(figure, policy)
    values = change_values(figure, policy)
    return None if values is None else values + Interval.point(Decimal(100))


_SLIP = Decimal(5)
"""Points by which a percentage may miss what a whole number gives: "ở cả 2 gốc so sánh (-7,55%)" is none of the two."""


def _is_slip(evidence: Evidence, fact: Fact[Part], finding: Finding) -> bool:
    """Whether a percentage that was read in a text is near enough to be one of the count."""
    assert finding.residual is not None
    made_by_hand = evidence.passages_of(fact).placed(fact.figure.of) is None
    return made_by_hand or finding.residual.copy_abs() <= _SLIP


def _feasible(policy: Policy, fact: Fact[Part], count: int) -> Finding | None:
    rounded = _percentages(fact.figure, policy)
    cut = _percentages(fact.figure, truncating(policy))
    if rounded is None or cut is None or rounded.lower is None or rounded.lower <= 0:
        return None
    base = _whole_between(count, rounded)
    if base is not None:
        return _finding(fact, count, Consistency.CONSISTENT, base, rounded)
    base = _whole_between(count, cut)
    result = Consistency.INCONSISTENT if base is None else Consistency.ONLY_IF_TRUNCATED
    return _finding(fact, count, result, base, rounded)


def _whole_between(count: int, percentages: Interval) -> int | None:
    """A whole number n with 100 × count ÷ n among the percentages; None where there is none."""
    lower, upper = percentages.lower, percentages.upper
    assert lower is not None
    assert upper is not None
    least, most = _HUNDRED * count / Fraction(upper), _HUNDRED * count / Fraction(lower)
    first = floor(least) + 1 if not percentages.upper_closed else ceil(least)
    last = ceil(most) - 1 if not percentages.lower_closed else floor(most)
    return first if max(first, 1) <= last else None


def _finding(fact: Fact[Part], count: int, result: Consistency, base: int | None, stated: Interval) -> Finding:
    near = _neighbours(count, stated)
    told_vi, told_en = _told(fact.figure)
    shift = Decimal(100 if isinstance(fact.figure, Change) else 0)
    vi = "; ".join(f"{number_vi(Decimal(n))} cho {number_vi(exact().subtract(p, shift))}%" for n, p in near)
    en = "; ".join(f"{number_en(Decimal(n))} gives {number_en(exact().subtract(p, shift))}%" for n, p in near)
    words_vi, words_en = _words(result, base)
    return Finding(
        rule="whole_numbers",
        result=result,
        subject=fact.figure.label,
        documents=(fact.report.document,),
        sources=sources_of(fact.figure, fact.figure.of),
        intervals=(stated, *(Interval.point(p) for _, p in near)),
        residual=_residual(stated, near),
        message_vi=f"{fact.label}: {number_vi(Decimal(count))}, nêu {told_vi}; {words_vi} ({vi}).",
        message_en=f"{subject_en(fact.figure)}: {number_en(Decimal(count))}, at a stated {told_en}; {words_en} ({en}).",
    )


def _told(figure: Part) -> tuple[str, str]:
    if isinstance(figure, Change):
        return change_vi(figure), change_en(figure)
    return f"đạt {stated_vi(figure.stated)}", f"share of {stated_en(figure.stated)}"


def _words(result: Consistency, base: int | None) -> tuple[str, str]:
    match result:
        case Consistency.CONSISTENT:
            return f"số gốc {base} cho đúng tỷ lệ này", f"a base of {base} gives it"
        case Consistency.ONLY_IF_TRUNCATED:
            return (
                f"chỉ có số gốc {base} cho tỷ lệ này, nếu bỏ bớt chữ số",
                f"only {base} gives it, if digits are cut off",
            )
        case _:
            return "không số nguyên nào cho tỷ lệ này", "no whole number gives it"


def _neighbours(count: int, stated: Interval) -> list[tuple[int, Decimal]]:
    """The whole bases on either side of the one implied, and the percentages that they give."""
    assert stated.lower is not None
    assert stated.upper is not None
    middle = 2 * _HUNDRED * count / (Fraction(stated.lower) + Fraction(stated.upper))
    bases = dict.fromkeys(max(n, 1) for n in (floor(middle), ceil(middle)))
    return [(n, _decimal(_HUNDRED * count / n)) for n in bases]


def _decimal(value: Fraction) -> Decimal:
    """To six decimals, for people."""
    return Decimal(round(value * 10**6)).scaleb(-6, exact())


def _residual(stated: Interval, near: list[tuple[int, Decimal]]) -> Decimal:
    """The smallest change of the stated percentage that a whole base allows."""
    return min((smallest_change(stated, Interval.point(p)) for _, p in near), key=lambda one: one.copy_abs())
