"""Levels in a bracket after a figure, and what belongs to one setting (số trong ngoặc)."""

from __future__ import annotations

import re

from vnplan.attainment import frame_of, same_place
from vnplan.attainment.frames import unit_of
from vnplan.audit.finding import Evidence, Fact
from vnplan.audit.passages import Level, Placed, pattern
from vnplan.audit.wording import (
    interval_en,
    interval_vi,
)
from vnplan.model.actual import Actual, Change, Share
from vnplan.model.figure import Figure
from vnplan.model.interval import Interval
from vnplan.model.stated import Comparator
from vnplan.model.target import Frame, Target
from vnplan.model.units import PERCENT, Unit


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
    level = None if after is None else after.level or _percentage_beside(fact.figure, after)
    if placed is None or after is None or level is None:
        return None
    words = passages.flow[placed.end : after.start]
    leads, bracket, inside = words.rpartition("(")
    if set(";.\n") & set(words) or len(words) > LONGEST_WAY or ("," in words and not _GIVEN.search(leads)):
        return None
    if bracket:
        found = pattern(kind).search(leads) is not None and len(inside) <= _LONGEST_LEAD and ")" not in inside
    else:
        found = kind == "planned_level" and _NAMED_AFTER.search(words) is not None
    return level if found else None


def _percentage_beside(figure: Figure, after: Placed) -> Level | None:
    """A percentage after what is told of another one: "đạt 92,1%, vượt 0,1% so với kế hoạch (92%)"."""
    of = figure.of if isinstance(figure, Share | Change) else None
    told = after.figure
    if of is None or not isinstance(told, Actual | Target) or told.stated.comparator is not Comparator.EQUAL:
        return None
    both = all(unit is not None and unit.is_percent for unit in (unit_of(of), unit_of(told)))
    return told if both and frame_of(told) is Frame.LEVEL else None


_TARGET = r"(?:dự toán|kế hoạch|chỉ tiêu)(?: (?!với|và|trong|là)\w+){0,9}"
_NAMED_AFTER = re.compile(rf"(?:(?:so với|trên) (?:tổng )?{_TARGET}(?: là| cộng lại)?|^ {_TARGET} là)\s*$")
"""A target named after its share: "86,7% so với dự toán cả năm được giao là 405.000 tỷ đồng", "86,7% dự toán là 405.000"."""
_GIVEN = re.compile(r"(?<!\w)giao\s*$")
"""Several who set a target may be parted by commas: "chỉ tiêu do Tổng cục, UBND tỉnh giao (10.500 tỷ đồng)"."""
LONGEST_WAY = 110
"""Characters of words between a figure and the level that is told with it."""
_LONGEST_LEAD = 40


def same_setting(one: Fact[Figure], other: Fact[Figure]) -> bool:
    """Same indicator, and same place where both are known; texts that name no place are of different ones."""
    mine, theirs = one.figure, other.figure
    if not mine.same_indicator(theirs):
        return False
    if mine.locality is None or theirs.locality is None:
        return one.report is other.report or not (one.report.text and other.report.text)
    return same_place(mine.locality, theirs.locality)


def at_other_prices(change: Figure, *levels: Figure) -> bool:
    """Whether a change is told at prices that a level is not: growth often at constant ones beside levels at current ones."""
    return change.price_base is not None and any(level.price_base is not change.price_base for level in levels)


def computed_vi(computed: Interval | None, unit: Unit = PERCENT) -> str:
    """What two figures give, for the end of a Vietnamese sentence; empty where nothing was computed."""
    return "" if computed is None else f", tính ra {interval_vi(computed, unit)}"


def computed_en(computed: Interval | None, unit: Unit = PERCENT) -> str:
    """What two figures give, for the end of an English sentence; empty where nothing was computed."""
    return "" if computed is None else f"; the figures give {interval_en(computed, unit)}"
