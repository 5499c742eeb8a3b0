"""Exports less imports against the stated balance (xuất siêu, nhập siêu)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from vnplan.attainment import Consistency, same_place
from vnplan.attainment.numbers import level_values
from vnplan.audit.finding import Evidence, Finding, compared
from vnplan.audit.passages import Passages, Placed, meanings
from vnplan.audit.sums import add, check_sum, is_near
from vnplan.audit.wording import RESULT_EN, RESULT_VI, interval_en, interval_vi, stated_en, stated_vi, subject_en
from vnplan.model.actual import Actual
from vnplan.model.interval import Interval
from vnplan.model.report import Report

_EXPORTS, _IMPORTS, _TURNOVER = "export_turnover", "import_turnover", "trade_turnover"
_SIDES = (_EXPORTS, _IMPORTS)
_REACH = 500
"""Characters before a balance in which its two sides are looked for."""
_FAR = Decimal("1.6")
"""Balances farther apart than this are of different things."""


def check_balances(evidence: Evidence) -> Iterator[Finding]:
    """A stated surplus or deficit against exports less imports of the same time, told shortly before."""
    for report in evidence.reports:
        passages = evidence.passages[id(report)]
        for balance in passages.figures:
            sign = _sign(balance)
            if sign is not None:
                sides = _side(passages, balance, _EXPORTS), _side(passages, balance, _IMPORTS)
                yield from _finding(evidence, report, balance, sign, sides)
            elif _is_on(balance, _TURNOVER):
                yield from _turnover(evidence, report, passages, balance)


def _sign(placed: Placed) -> int | None:
    """1 for a surplus, -1 for a deficit; None for all else, and for the balance of a part ("khu vực … xuất siêu")."""
    if placed.level is None:
        return None
    name = placed.figure.folded_name
    surplus = next((value for word, value in meanings("balance").items() if name.endswith(word)), None)
    whole = name in meanings("balance") or any(name.startswith(word) for word in meanings("balance_of_all"))
    return int(surplus) if surplus is not None and whole else None


def _side(passages: Passages, balance: Placed, indicator: str) -> Placed | None:
    """The nearest exports, or imports, of the same time and unit."""
    before = passages.within(max(0, balance.start - _REACH), balance.start)
    found = [one for one in before if _is_on(one, indicator) and _is_beside(one, balance) and not passages.is_part(one)]
    return found[-1] if found else None


def _is_on(placed: Placed, indicator: str) -> bool:
    known = placed.figure.indicator
    return isinstance(placed.level, Actual) and known is not None and known.id == indicator


def _is_beside(one: Placed, other: Placed) -> bool:
    """Whether two figures are of one time, in one unit, and not told of two places."""
    here, there = one.figure, other.figure
    places = [place for place in (here.locality, there.locality) if place is not None]
    return (here.period, one.sort) == (there.period, other.sort) and (len(places) < 2 or same_place(*places))


def _turnover(evidence: Evidence, report: Report, passages: Passages, total: Placed) -> Iterator[Finding]:
    """Exports and imports in the sentence of their total."""
    after = passages.within(total.end, passages.sentence(total.start)[1])
    sides = [next((one for one in after if _is_on(one, side) and _is_beside(one, total)), None) for side in _SIDES]
    levels = [one.level for one in sides if one is not None and one.level is not None]
    if len(levels) < len(_SIDES) or total.level is None:
        return
    whole, added = add((total.level,), evidence.policy), add(levels, evidence.policy)
    if whole is not None and added is not None and (whole.overlaps(added) or is_near(whole, added)):
        documents = (report.document,)
        yield check_sum(total.level, levels, complete=True, rule="balance", documents=documents, policy=evidence.policy)


def _finding(
    evidence: Evidence, report: Report, balance: Placed, sign: int, sides: tuple[Placed | None, Placed | None]
) -> Iterator[Finding]:
    exports, imports = sides
    if exports is None or imports is None or exports.level is None or imports.level is None or balance.level is None:
        return
    read = [level_values(one, evidence.policy) for one in (balance.level, exports.level, imports.level)]
    values = [one for one in read if one is not None]
    unit = balance.unit
    if len(values) < 3 or unit is None:
        return
    stated, computed = values[0] * Interval.point(Decimal(sign)), values[1] - values[2]
    if stated.overlaps(computed):
        result = Consistency.CONSISTENT
    elif _is_of_this_size(values[0], computed):
        result = Consistency.INCONSISTENT
    else:
        return
    told = balance.figure
    yield compared(
        "balance",
        result,
        (stated, computed),
        told=told,
        beside=(exports.figure, imports.figure),
        documents=(report.document,),
        message_vi=(
            f"{told.name}: mức nêu {stated_vi(told.stated)} {RESULT_VI[result]} xuất khẩu {stated_vi(exports.figure.stated)} "
            f"trừ nhập khẩu {stated_vi(imports.figure.stated)} (tính được {interval_vi(computed, unit)})."
        ),
        message_en=(
            f"{subject_en(told)}: the stated balance {stated_en(told.stated)} {RESULT_EN[result]} exports of "
            f"{stated_en(exports.figure.stated)} less imports of {stated_en(imports.figure.stated)} "
            f"(computed: {interval_en(computed, unit)})."
        ),
    )


def _is_of_this_size(balance: Interval, computed: Interval) -> bool:
    """Whether the computed balance is about as large as the stated one, whatever its sign."""
    ends = [abs(end) for end in (balance.lower, balance.upper, computed.lower, computed.upper) if end is not None]
    return len(ends) == 4 and min(ends) > 0 and max(ends) <= _FAR * min(ends)
