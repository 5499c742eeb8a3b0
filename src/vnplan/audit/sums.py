"""Sums of parts as intervals (cộng các thành phần)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from vnplan.attainment import DEFAULT, Consistency, Policy
from vnplan.attainment.agreement import smallest_change
from vnplan.attainment.frames import unit_of
from vnplan.attainment.numbers import level_values
from vnplan.audit.finding import Finding, sources_of
from vnplan.audit.passages import Level, sort_of
from vnplan.audit.wording import interval_en, interval_vi, stated_en, stated_vi, subject_en
from vnplan.model.interval import Interval, exact
from vnplan.model.units import PERCENT

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
    whole, added = level_values(total, policy), _added(total, parts, policy)
    unit = unit_of(total) or PERCENT
    both = () if whole is None or added is None else (whole, added)
    result = Consistency.UNDECIDED if whole is None or added is None else _compare(whole, added, complete=complete)
    left = None if whole is None or added is None or complete else whole - added
    names = ", ".join(part.name for part in parts)
    names_en = ", ".join(subject_en(part) for part in parts)
    told_vi = "" if left is None else f"; còn lại {interval_vi(left, unit)}"
    told_en = "" if left is None else f"; the rest is {interval_en(left, unit)}"
    sum_vi = "chưa tính được" if added is None else interval_vi(added, unit)
    sum_en = "cannot be added" if added is None else f"make {interval_en(added, unit)}"
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
        message_en=f"{subject_en(total)}: the stated total is {stated_en(total.stated)}; the parts ({names_en}) {sum_en}{told_en}.",
    )


def check_structure(parts: Sequence[Level], *, policy: Policy = DEFAULT, documents: tuple[str, ...] = ()) -> Finding:
    """Shares of one whole ("cơ cấu") add up to 100 %."""
    added = _added(None, parts, policy)
    agree = added is not None and added.overlaps(_HUNDRED)
    result = Consistency.CONSISTENT if agree else Consistency.INCONSISTENT
    names = ", ".join(part.name for part in parts)
    names_en = ", ".join(subject_en(part) for part in parts)
    sum_vi = "chưa tính được" if added is None else interval_vi(added)
    sum_en = "cannot be added" if added is None else f"make {interval_en(added)}"
    return Finding(
        rule="parts",
        result=Consistency.UNDECIDED if added is None else result,
        subject=names,
        documents=documents,
        sources=sources_of(*parts),
        intervals=() if added is None else (_HUNDRED, added),
        residual=None if added is None else smallest_change(added, _HUNDRED),
        missing=("figure",) if added is None else (),
        message_vi=f"Cơ cấu ({names}) cộng lại {sum_vi}, cần bằng 100%.",
        message_en=f"The shares ({names_en}) {sum_en}; they should make 100%.",
    )


def _added(total: Level | None, parts: Sequence[Level], policy: Policy) -> Interval | None:
    """The sum of the parts; None where one has no set, or another unit."""
    units = {sort_of(unit) for one in (*parts, *((total,) if total else ())) if (unit := unit_of(one)) is not None}
    sets = [level_values(part, policy) for part in parts]
    known = [one for one in sets if one is not None]
    if len(known) < len(sets) or len(units) > 1:
        return None
    return sum(known, _ZERO)


def add(parts: Sequence[Level], policy: Policy = DEFAULT) -> Interval | None:
    """The sum of figures of one dimension; None where one has no set of values, or another unit."""
    return _added(None, parts, policy)


_FAR = Decimal("1.25")


def is_near(one: Interval, other: Interval) -> bool:
    """Whether two positive sets lie within a quarter of each other: farther apart they are of different things."""
    ends = [end for end in (one.lower, one.upper, other.lower, other.upper) if end is not None]
    return len(ends) == 4 and min(ends) > 0 and max(ends) <= exact().multiply(_FAR, min(ends))


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
