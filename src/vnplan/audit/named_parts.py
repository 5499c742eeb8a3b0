"""Totals and the parts that the text itself names (tổng số và thành phần nêu trong câu)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import combinations

from attrs import evolve

from vnplan.attainment import Consistency, Policy, implied_base
from vnplan.attainment.agreement import agree, is_positive
from vnplan.attainment.numbers import change_values, level_values
from vnplan.attainment.policy import truncating
from vnplan.audit.brackets import at_other_prices
from vnplan.audit.breakdowns import Breakdown
from vnplan.audit.finding import Evidence, Finding, compared
from vnplan.audit.passages import Level, Passages, Placed, has_all_sectors, outside_brackets, pattern
from vnplan.audit.sums import add, check_structure, check_sum, is_near
from vnplan.audit.wording import RESULT_EN, RESULT_VI, change_en, change_vi, interval_en, interval_vi, subject_en
from vnplan.model.actual import Change, ChangeForm
from vnplan.model.interval import Interval, exact
from vnplan.model.report import Report
from vnplan.model.stated import Comparator

_MOST_PARTS = 9
"""Of more parts not all selections are tried."""


def check_named_parts(evidence: Evidence) -> Iterator[Finding]:
    """Wholes against the parts told after them: "gồm …", "trong đó …"; shares of a structure against 100 %."""
    for report in evidence.reports:
        passages = evidence.passages[id(report)]
        for one in evidence.breakdowns[id(report)]:
            yield from _sum(evidence.policy, report, passages, one)
        yield from _structures(evidence.policy, report, passages)


def check_growth_of_parts(evidence: Evidence) -> Iterator[Finding]:
    """The growth of a whole against that of all its parts: the bases that they imply must add up too."""
    for report in evidence.reports:
        changes = _changes(report, evidence.passages[id(report)])
        for one in evidence.breakdowns[id(report)]:
            yield from _growth_of_parts(evidence.policy, report, one, changes)


# --- sums ----------------------------------------------------------------------------------------


def _sum(policy: Policy, report: Report, passages: Passages, told: Breakdown) -> Iterator[Finding]:
    whole, added = add((told.total,), policy), add(told.figures, policy)
    if whole is None or added is None or _may_be_negative(passages, told):
        return
    finding = check_sum(told.total, told.figures, complete=told.complete, documents=(report.document,), policy=policy)
    if whole.overlaps(added):
        yield evolve(finding, result=Consistency.CONSISTENT, missing=())
    elif not is_near(whole, added) or _repeats(told.figures) or _some_of_them_fit(told.figures, whole, policy):
        return  # parts of parts, or of another whole: nothing can be told
    elif told.complete or _is_too_much(passages, told, whole, added, policy) or _is_transposed(told, added):
        wrong = check_sum(told.total, told.figures, complete=True, documents=(report.document,), policy=policy)
        yield evolve(wrong, result=_result(told, policy))
    elif _is_more(whole, added):
        yield evolve(finding, result=Consistency.UNDECIDED, missing=("part",))


def _may_be_negative(passages: Passages, told: Breakdown) -> bool:
    """Whether it is a balance, whose parts may be larger than the whole."""
    start, _ = passages.sentence(told.whole.start)
    return pattern("signed").search(passages.flow, start, told.parts[-1].end) is not None


def _repeats(parts: Sequence[Level]) -> bool:
    """Whether one name comes twice: two lists told in turn, "105 doanh nghiệp giải thể và 344 doanh nghiệp tạm ngừng"."""
    names = [part.folded_name for part in parts]
    return len(set(names)) < len(names)


def _is_more(whole: Interval, added: Interval) -> bool:
    """Whether the parts are more than the whole; that some are not told ("trong đó") is nothing to tell."""
    assert added.lower is not None  # figures that are plainly told are bounded
    assert whole.upper is not None
    return added.lower > whole.upper


def _some_of_them_fit(parts: Sequence[Level], whole: Interval, policy: Policy) -> bool:
    """Whether some of the figures alone make the whole: the others are parts of parts, or something else."""
    if not 2 < len(parts) <= _MOST_PARTS:
        return False
    values = [one for part in parts if (one := add((part,), policy)) is not None]
    chosen = (some for size in range(2, len(values)) for some in combinations(values, size))
    return any(sum(some, Interval.point(Decimal(0))).overlaps(whole) for some in chosen)


def _is_too_much(passages: Passages, told: Breakdown, whole: Interval, added: Interval, policy: Policy) -> bool:
    """Whether a part, or the sum of parts that do not overlap, is more than the whole."""
    for figure in told.figures:
        part = add((figure,), policy)
        if part is not None and _is_more(whole, part):
            return True
    words = passages.flow[told.whole.end : min(told.parts[-1].end + 40, passages.sentence(told.parts[-1].start)[1])]
    overlapping = pattern("overlap").search(words) is not None
    return _is_more(whole, added) and not overlapping


def _is_transposed(told: Breakdown, added: Interval) -> bool:
    """Whether the printed whole is the sum of the parts with two neighbouring digits changed over."""
    quantity = told.total.stated.quantity
    if quantity is None or quantity.resolution is None or len(told.parts) < 2:
        return False
    digits = str(int(exact().scaleb(quantity.value, quantity.decimals or 0)))
    for place in range(len(digits) - 1):
        swapped = f"{digits[:place]}{digits[place + 1]}{digits[place]}{digits[place + 2 :]}"
        meant = exact().scaleb(Decimal(swapped), quantity.resolution)
        if added.overlaps(Interval.point(meant)):
            return True
    return False


def _result(told: Breakdown, policy: Policy) -> Consistency:
    """Whether it fits if digits were cut off."""
    cut = truncating(policy)
    whole, added = add((told.total,), cut), add(told.figures, cut)
    single = [add((figure,), cut) for figure in told.figures]
    fits = whole is not None and any(one is not None and whole.overlaps(one) for one in (added, *single))
    return Consistency.ONLY_IF_TRUNCATED if fits else Consistency.INCONSISTENT


# --- structures ----------------------------------------------------------------------------------


def _structures(policy: Policy, report: Report, passages: Passages) -> Iterator[Finding]:
    """Shares of an economy in one sentence: called so ("cơ cấu kinh tế"), or those of its three sectors."""
    for start, end in passages.sentences:
        match = pattern("structure").search(passages.flow, start, end)
        parts = _percentages(passages, start if match is None else match.end(), end)
        if len(parts) > 2 and (match is not None or has_all_sectors(parts)):
            finding = check_structure(parts, policy=policy, documents=(report.document,))
            added = finding.intervals[1] if finding.intervals else None
            if added is not None and is_near(_HUNDRED, added) and not _some_of_them_fit(parts, _HUNDRED, policy):
                yield from _judged(passages, (start, end), finding, parts)


_HUNDRED = Interval.point(Decimal(100))


def _percentages(passages: Passages, start: int, end: int) -> list[Level]:
    flow = passages.flow
    return [
        level
        for first, last in outside_brackets(flow, start, end)
        for one in passages.within(first, last)
        if (level := _share_of_whole(flow, one)) is not None
    ]


def _share_of_whole(flow: str, placed: Placed) -> Level | None:
    figure = placed.percentage
    if not isinstance(figure, Level):
        return None
    return figure if not pattern("compared").search(flow[placed.end : placed.end + 12]) else None


_LEAST_REST = Decimal(1)
"""Per cent: the taxes on products that are left out beside three sectors are never so few."""


def _judged(passages: Passages, span: tuple[int, int], finding: Finding, parts: Sequence[Level]) -> Iterator[Finding]:
    """Less than 100 % is a contradiction only where the rest is named, product taxes or "khác", or too small to be one."""
    added = finding.intervals[1]
    less = added.upper is not None and added.upper < 100
    named = pattern("rest_of_structure").search(passages.flow, *span) is not None
    left = finding.residual or Decimal(0)
    if less and not named and not (has_all_sectors(parts) and left < _LEAST_REST):
        yield evolve(finding, result=Consistency.UNDECIDED, missing=("part",))
    else:
        yield finding


# --- growth of the parts ---------------------------------------------------------------------------

_Changes = dict[int, list[Change]]


def _changes(report: Report, passages: Passages) -> _Changes:
    """Plainly told rates by the level that they are of; averages of several years are none of one base."""
    found: _Changes = {}
    for change in report.changes:
        plain = change.stated.comparator is Comparator.EQUAL and change.form is not ChangeForm.DIFFERENCE
        if change.of is not None and plain and not passages.is_yearly(change):
            found.setdefault(id(change.of), []).append(change)
    return found


def _growth_of_parts(policy: Policy, report: Report, told: Breakdown, changes: _Changes) -> Iterator[Finding]:
    whole, added = add((told.total,), policy), add(told.figures, policy)
    if len(told.parts) < 2 or whole is None or added is None or not whole.overlaps(added):
        return
    for change in changes.get(id(told.total), ()):
        like = [_like(change, changes.get(id(part), ())) for part in told.figures]
        parts = [one for one in like if one is not None]
        if len(parts) == len(told.parts):
            yield from _against_parts(policy, report, told, change, parts)


def _like(change: Change, others: Sequence[Change]) -> Change | None:
    """The change of a part against the same time; in a list it is often told once for all."""
    same = [one for one in others if one.basis in (change.basis, None)]
    return same[0] if len(same) == 1 else None


def _against_parts(
    policy: Policy, report: Report, told: Breakdown, change: Change, parts: Sequence[Change]
) -> Iterator[Finding]:
    bases = [implied_base(level, one, policy=policy).interval for level, one in zip(told.figures, parts, strict=True)]
    known = [one for one in bases if one is not None]
    now, stated = level_values(told.total, policy), change_values(change, policy)
    if len(known) < len(bases) or now is None or stated is None:
        return
    before = sum(known, Interval.point(Decimal(0)))
    if not is_positive(before):
        return
    computed = now * _HUNDRED / before - _HUNDRED
    missing: tuple[str, ...] = ()
    result = agree(partial(change_values, change), computed, policy)
    told_at = zip((change, *parts), (told.total, *told.figures), strict=True)
    if result is Consistency.INCONSISTENT and any(at_other_prices(*pair) for pair in told_at):
        result, missing = Consistency.UNDECIDED, ("price_base",)
    names = ", ".join(part.name for part in told.figures)
    names_en = ", ".join(subject_en(part) for part in told.figures)
    yield compared(
        "growth",
        result,
        (stated, computed),
        told=change,
        beside=(told.total, *parts),
        documents=(report.document,),
        missing=missing,
        message_vi=(
            f"{change.name}: nêu {change_vi(change)}, {RESULT_VI[result]} mức tăng, giảm của các thành phần ({names}), tính ra {interval_vi(computed)}."
        ),
        message_en=(
            f"{subject_en(change)}: the stated {change_en(change)} {RESULT_EN[result]} the changes "
            f"of its parts ({names_en}), which give {interval_en(computed)}."
        ),
    )
