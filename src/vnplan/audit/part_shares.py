"""Shares of a whole and of its parts: the targets that they imply must add up too (tỷ lệ của tổng số và thành phần)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from vnplan.attainment import Policy
from vnplan.attainment.agreement import agree
from vnplan.attainment.shares import as_told, implied_target, is_in_units, margin_values, share_given_by, share_values
from vnplan.audit.breakdowns import Breakdown
from vnplan.audit.finding import Evidence, Finding, compared
from vnplan.audit.sums import add, is_near
from vnplan.audit.wording import RESULT_EN, RESULT_VI, interval_en, interval_vi, share_en, share_vi, subject_en
from vnplan.model.actual import Actual, Share
from vnplan.model.interval import Interval
from vnplan.model.report import Report
from vnplan.model.stated import Comparator
from vnplan.model.units import PERCENT

_Shares = dict[int, list[Share]]


def check_shares_of_parts(evidence: Evidence) -> Iterator[tuple[Share, Finding]]:
    """A share of a whole against those of all its parts, each with the share that it checks.

    29.909 tỷ at 69,29 % implies a plan of 43.165 tỷ; 17.476 tỷ at 64,86 % and 12.433 tỷ at 76,64 % imply 43.167 tỷ.
    """
    for report in evidence.reports:
        shares: _Shares = {}
        for share in report.shares:
            if isinstance(share.of, Actual) and share.stated.comparator is Comparator.EQUAL:
                shares.setdefault(id(share.of), []).append(share)
        for told in evidence.breakdowns[id(report)]:
            yield from _against_parts(evidence.policy, report, told, shares)


def _against_parts(policy: Policy, report: Report, told: Breakdown, shares: _Shares) -> Iterator[tuple[Share, Finding]]:
    whole, added = add((told.total,), policy), add(told.figures, policy)
    if len(told.parts) < 2 or whole is None or added is None or not whole.overlaps(added):
        return
    for share in shares.get(id(told.total), ()):
        like = [[one for one in shares.get(id(part), ()) if one.basis is share.basis] for part in told.figures]
        if all(len(same) == 1 for same in like):
            finding = _finding(policy, report, share, [one for same in like for one in same])
            if finding is not None:
                yield share, finding


def _finding(policy: Policy, report: Report, share: Share, parts: Sequence[Share]) -> Finding | None:
    assert isinstance(share.of, Actual)
    whole = implied_target(share, policy)
    known = [one for part in parts if (one := implied_target(part, policy)) is not None]
    if whole is None or len(known) < len(parts):
        return None
    planned = sum(known, Interval.point(Decimal(0)))
    if not (whole.overlaps(planned) or is_near(whole, planned)):
        return None  # so far apart that they are shares of different things
    values_of = partial(margin_values if is_in_units(share) else share_values, share)
    stated, computed = values_of(policy), share_given_by(share, planned, policy)
    if stated is None or computed is None:
        return None
    result = agree(values_of, computed, policy)
    told = share.stated.quantity
    unit = told.unit if told is not None and is_in_units(share) else PERCENT
    names_vi = ", ".join(f"{part.name} {share_vi(part)}" for part in parts)
    names_en = ", ".join(f"{subject_en(part)} {share_en(part)}" for part in parts)
    return compared(
        "share",
        result,
        (stated, computed),
        told=share,
        beside=(share.of, *parts),
        documents=(report.document,),
        message_vi=(
            f"{share.name}: nêu {share_vi(share)}, {RESULT_VI[result]} tỷ lệ của các thành phần ({names_vi}), "
            f"tính ra {interval_vi(as_told(share, computed), unit)}."
        ),
        message_en=(
            f"{subject_en(share)}: the stated {share_en(share)} {RESULT_EN[result]} the shares of its parts "
            f"({names_en}), which give {interval_en(as_told(share, computed), unit)}."
        ),
    )
