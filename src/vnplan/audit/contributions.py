"""Growth against the points that its sectors contribute to it ("đóng góp 5,82 điểm phần trăm") (đóng góp vào tăng trưởng)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from vnplan.attainment import Consistency, Policy
from vnplan.attainment.agreement import smallest_change
from vnplan.attainment.frames import frame_of, reading_of
from vnplan.audit.finding import Evidence, Finding, compared
from vnplan.audit.passages import Passages, Placed, has_all_sectors, pattern, sector_of
from vnplan.audit.wording import (
    RESULT_EN,
    RESULT_VI,
    interval_en,
    interval_vi,
    stated_en,
    stated_vi,
    subject_en,
    subject_vi,
)
from vnplan.model.actual import Actual, Change
from vnplan.model.interval import Interval
from vnplan.model.report import Report
from vnplan.model.target import Frame
from vnplan.model.units import PERCENTAGE_POINT

_SLIP = Decimal(1)
"""Points by which contributions may miss a growth; farther off they are to another one."""


def check_contributions(evidence: Evidence) -> Iterator[Finding]:
    """The points that all three sectors contribute make the growth told before them.

    The growth is the one that fits, among those told before in the paragraph; where none fits, the first.
    """
    for report in evidence.reports:
        passages = evidence.passages[id(report)]
        for start, end in passages.sentences:
            parts = _contributions(passages, start, end)
            if len(parts) > 2 and has_all_sectors([one.figure for one in parts]):
                begin = passages.block(start)[0]
                totals = [one for one in passages.within(begin, parts[0].start) if _is_growth(one)]
                yield from _held(evidence.policy, report, totals, parts)


def _contributions(passages: Passages, start: int, end: int) -> list[Placed]:
    """Changes in points that are told as contributions; not those of parts of a sector, in a list within the list."""
    found: list[Placed] = []
    for one in passages.within(start, end):
        if not isinstance(one.figure, Change) or frame_of(one.figure) is not Frame.POINTS:
            continue
        before = passages.before(one)
        words = passages.flow[start if before is None else max(start, before.end) : one.start]
        between = _BRACKET.sub("", passages.flow[found[-1].end : one.start]) if found else ""
        if pattern("contribution").search(words) and not pattern("parts").search(between):
            found.append(one)
    return found


_BRACKET = re.compile(r"\([^()]*\)")


def _is_growth(placed: Placed) -> bool:
    """A growth in per cent, or a bare percentage ("trong mức tăng chung 9,6%"), not of a sector."""
    figure = placed.figure
    if sector_of(figure) is not None:
        return False
    if isinstance(figure, Change):
        return frame_of(figure) is Frame.RELATIVE_CHANGE
    return isinstance(figure, Actual) and placed.percentage is not None


def _values(policy: Policy, placed: Placed) -> Interval | None:
    assert isinstance(placed.figure, Actual | Change)
    reading = reading_of(placed.figure, policy)
    return None if reading is None else reading.values


def _held(policy: Policy, report: Report, totals: Sequence[Placed], parts: Sequence[Placed]) -> Iterator[Finding]:
    known = [one for part in parts if (one := _values(policy, part)) is not None]
    told = [(one, values) for one in totals if (values := _values(policy, one)) is not None and values.is_bounded]
    if len(known) < len(parts) or not told:
        return
    added = sum(known, Interval.point(Decimal(0)))
    total, stated = next((pair for pair in told if pair[1].overlaps(added)), told[0])
    residual = smallest_change(stated, added)
    if residual.copy_abs() > _SLIP or not isinstance(total.figure, Actual | Change):
        return
    result = Consistency.INCONSISTENT if residual else Consistency.CONSISTENT
    names_vi = "; ".join(f"{subject_vi(one.figure)} {stated_vi(one.figure.stated)}" for one in parts)
    names_en = "; ".join(f"{subject_en(one.figure)} {stated_en(one.figure.stated)}" for one in parts)
    yield compared(
        "contributions",
        result,
        (stated, added),
        told=total.figure,
        beside=[one.figure for one in parts],
        documents=(report.document,),
        message_vi=(
            f"{subject_vi(total.figure)}: mức tăng nêu {stated_vi(total.figure.stated)} {RESULT_VI[result]} tổng đóng góp "
            f"của các khu vực ({names_vi}), cộng lại {interval_vi(added, PERCENTAGE_POINT)}."
        ),
        message_en=(
            f"{subject_en(total.figure)}: the stated growth of {stated_en(total.figure.stated)} {RESULT_EN[result]} what "
            f"its sectors contribute ({names_en}), which makes {interval_en(added, PERCENTAGE_POINT)}."
        ),
    )
