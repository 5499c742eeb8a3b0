"""Amounts told in two currencies, and totals told per head (quy đổi, bình quân đầu người)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from vnplan.attainment import Consistency
from vnplan.attainment.numbers import level_values, nearest_of
from vnplan.audit.finding import Evidence, Finding, compared
from vnplan.audit.passages import Passages, Placed
from vnplan.audit.wording import interval_en, interval_vi, stated_en, stated_vi, subject_en, subject_vi
from vnplan.model.interval import Interval, exact
from vnplan.model.report import Report
from vnplan.model.units import Unit

_DONG, _DOLLAR, _PEOPLE = "money:VND", "money:USD", "count:người"
_EQUAL = re.compile(r"[\s,(]*(?:(?:tương (?:đương|ứng)|tức|quy đổi)(?: (?:với|là))?\s*)?")
_REACH = 400
"""Characters between two amounts that were converted at one rate."""
_SAME_RATE = Decimal("1.01")
"""Rates within a paragraph may differ by the day of conversion."""
_SAME_PEOPLE = Decimal("1.02")
"""The people of a year are counted on a day, or on average."""
_EACH = {"grdp_per_capita": "grdp", "gdp_per_capita": "gdp"}
"""What is told per head, and of what total."""
_FEWEST = Decimal(1000)


@frozen(eq=False)
class Converted:
    """An amount in đồng and the same in dollars."""

    dong: Placed
    dollars: Placed
    rate: Interval


# --- two currencies --------------------------------------------------------------------------------


def check_exchange(evidence: Evidence) -> Iterator[Finding]:
    """Amounts told as đồng "(tương đương … USD)": those of one time and paragraph imply one rate."""
    for report in evidence.reports:
        passages = evidence.passages[id(report)]
        pairs = list(_converted(evidence, passages))
        for one, other in pairwise(pairs):
            near = other.dong.start - one.dollars.end <= _REACH
            alike = one.dong.figure.period == other.dong.figure.period
            if near and alike and passages.block(one.dong.start) == passages.block(other.dong.start):
                yield _exchange(report, one, other)


def _converted(evidence: Evidence, passages: Passages) -> Iterator[Converted]:
    for dong, dollars in pairwise(passages.figures):
        if not (_is_in(dong, _DONG) and _is_in(dollars, _DOLLAR)):
            continue
        if _EQUAL.fullmatch(passages.flow, dong.end, dollars.start):
            one, other = (level_values(each.level, evidence.policy) for each in (dong, dollars))
            if one is not None and other is not None and other.lower is not None and other.lower > 0:
                yield Converted(dong, dollars, one / other)


def _is_in(placed: Placed, currency: str) -> bool:
    return placed.level is not None and placed.sort is not None and placed.sort.split("/")[0] == currency


def _exchange(report: Report, one: Converted, other: Converted) -> Finding:
    result = _result(one.rate, other.rate, _SAME_RATE)
    unit = Unit("đồng", _DONG, 0)
    told_vi = [
        f"{stated_vi(pair.dong.figure.stated)} ({stated_vi(pair.dollars.figure.stated)})" for pair in (one, other)
    ]
    told_en = [
        f"{stated_en(pair.dong.figure.stated)} ({stated_en(pair.dollars.figure.stated)})" for pair in (one, other)
    ]
    rates = [_in_whole_dong(pair.rate) for pair in (one, other)]
    rates_vi, rates_en = ([words(rate, unit) for rate in rates] for words in (interval_vi, interval_en))
    fits = result is Consistency.CONSISTENT
    return compared(
        "exchange",
        result,
        (other.rate, one.rate),
        told=other.dong.figure,
        beside=(other.dollars.figure, one.dong.figure, one.dollars.figure),
        documents=(report.document,),
        message_vi=(
            f"{subject_vi(other.dong.figure)}: {told_vi[1]} ứng với một USD bằng {rates_vi[1]}, "
            f"{'khớp' if fits else 'không khớp'} với {told_vi[0]}, ứng với {rates_vi[0]}."
        ),
        message_en=(
            f"{subject_en(other.dong.figure)}: {told_en[1]} makes a dollar {rates_en[1]}, which "
            f"{'agrees' if fits else 'disagrees'} with {told_en[0]}, which makes it {rates_en[0]}."
        ),
    )


def _in_whole_dong(rate: Interval) -> Interval:
    """A rate as people tell it."""
    assert rate.lower is not None
    assert rate.upper is not None
    return Interval(nearest_of(rate.lower, 0), nearest_of(rate.upper, 0))


def _result(one: Interval, other: Interval, tolerance: Decimal) -> Consistency:
    """Whether two sets overlap when each is that much wider."""
    if one.overlaps(other):
        return Consistency.CONSISTENT
    low, high = sorted((one, other), key=lambda interval: interval.lower or Decimal(0))
    assert low.upper is not None
    assert high.lower is not None
    return Consistency.CONSISTENT if high.lower <= exact().multiply(low.upper, tolerance) else Consistency.INCONSISTENT


# --- per head ----------------------------------------------------------------------------------------


def check_averages(evidence: Evidence) -> Iterator[Finding]:
    """Output per head against output over people, where one sentence tells all three."""
    for report in evidence.reports:
        passages = evidence.passages[id(report)]
        for start, end in passages.sentences:
            levels = [one for one in passages.within(start, end) if one.level is not None]
            people = [one for one in levels if one.sort == _PEOPLE and _is_many(one)]
            output = [one for one in levels if _is_in(one, _DONG) and _id(one) in _EACH.values()]
            each = [one for one in levels if _is_in(one, _DONG) and _id(one) in _EACH]
            if len(people) == len(output) == len(each) == 1 and _EACH[_id(each[0])] == _id(output[0]):
                yield from _average(evidence, report, (people[0], output[0], each[0]))


def _id(placed: Placed) -> str:
    known = placed.figure.indicator
    return "" if known is None else known.id


def _is_many(placed: Placed) -> bool:
    quantity = placed.figure.stated.quantity
    return quantity is not None and quantity.amount >= _FEWEST


def _average(evidence: Evidence, report: Report, told: Sequence[Placed]) -> Iterator[Finding]:
    people, output, each = told
    heads, total, stated = (level_values(one.level, evidence.policy) for one in told)
    if heads is None or total is None or stated is None or each.unit is None or output.unit is None:
        return
    computed = total / heads
    result = _result(stated, computed, _SAME_PEOPLE)
    unit = Unit(each.unit.symbol, output.unit.dimension, each.unit.power)
    fits = result is Consistency.CONSISTENT
    yield compared(
        "average",
        result,
        (stated, computed),
        told=each.figure,
        beside=(output.figure, people.figure),
        documents=(report.document,),
        message_vi=(
            f"{subject_vi(each.figure)}: mức nêu {stated_vi(each.figure.stated)} {'khớp' if fits else 'không khớp'} với "
            f"{stated_vi(output.figure.stated)} chia cho {stated_vi(people.figure.stated)}, tính ra {interval_vi(computed, unit)}."
        ),
        message_en=(
            f"{subject_en(each.figure)}: the stated {stated_en(each.figure.stated)} {'agrees' if fits else 'disagrees'} with "
            f"{stated_en(output.figure.stated)} over {stated_en(people.figure.stated)}; the figures give {interval_en(computed, unit)}."
        ),
    )
