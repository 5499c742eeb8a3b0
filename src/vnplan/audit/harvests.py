"""Area × yield against the output told beside them (diện tích, năng suất, sản lượng)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from attrs import frozen

from vnplan.attainment import Consistency, Policy
from vnplan.attainment.agreement import agree
from vnplan.attainment.numbers import level_values
from vnplan.audit.finding import Evidence, Finding, compared
from vnplan.audit.passages import Passages, Placed, meanings, outside_brackets, pattern
from vnplan.audit.sums import is_near
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
from vnplan.model.interval import Interval
from vnplan.model.report import Report

_AREA, _YIELD, _OUTPUT = "area", "mass/area", "mass"


@frozen(eq=False)
class Harvest:
    """What was grown of one crop: the area in ha, what a hectare gave (tạ/ha, tấn/ha), and what all gave (tấn).

    Attributes:
        area, each, output: The three figures.
    """

    area: Placed
    each: Placed
    output: Placed


def check_harvests(evidence: Evidence) -> Iterator[Finding]:
    """A stated output against area × yield, where one passage tells all three of one crop, season and period.

    Of a crop that stands for years only where the area is the one harvested: the rest gives nothing yet.
    """
    for report in evidence.reports:
        passages = evidence.passages[id(report)]
        for told in _harvests(passages):
            yield from _held(evidence.policy, report, told)


# --- what the text tells -------------------------------------------------------------------------


def _harvests(passages: Passages) -> Iterator[Harvest]:
    """An area, and right after it the yield and the output, in either order."""
    for levels in _paragraphs(passages):
        for number, (area, *two) in enumerate(zip(levels, levels[1:], levels[2:], strict=False)):
            each = next(filter(_is_yield, two), None)
            output = next((one for one in two if one.sort == _OUTPUT), None)
            if area.sort == _AREA and each is not None and output is not None:
                told = Harvest(area, each, output)
                before = levels[number - 1].end if number else 0
                if _is_of_one_time(told) and _is_of_one_crop(passages, told, before):
                    yield told


def _paragraphs(passages: Passages) -> Iterator[list[Placed]]:
    """The levels outside brackets of each paragraph that tells a yield, in order."""
    for block in dict.fromkeys(passages.block(one.start) for one in passages.figures if _is_yield(one)):
        yield [
            one
            for start, end in outside_brackets(passages.flow, *block)
            for one in passages.within(start, end)
            if one.is_level
        ]


def _is_yield(placed: Placed) -> bool:
    return placed.sort == _YIELD and placed.figure.folded_name.startswith("năng suất")


def _is_of_one_time(told: Harvest) -> bool:
    one, *others = (placed.figure for placed in (told.area, told.each, told.output))
    return all((type(other), other.period, other.locality) == (type(one), one.period, one.locality) for other in others)


def _is_of_one_crop(passages: Passages, told: Harvest, before: int) -> bool:
    """Whether the words around the three, from the level before them on, name one crop, or an area harvested, and no two seasons."""
    last = max(told.each, told.output, key=lambda one: one.start)
    start = max(passages.sentence(told.area.start)[0], before)
    words = passages.flow[start : last.start]
    crops, seasons = _named("crop", words), _named("season", words)
    harvested = pattern("harvested").search(passages.flow, start, told.each.start) is not None
    known = len(crops) == 1 or (harvested and not crops)
    return (
        known
        and len(seasons) <= 1
        and "sản lượng" in told.output.figure.folded_name
        and pattern("parts").search(passages.flow, told.area.end, last.start) is None
    )


def _named(kind: str, words: str) -> set[str]:
    return {meanings(kind)[match[0]] for match in pattern(kind).finditer(words)}


# --- what follows --------------------------------------------------------------------------------


def _held(policy: Policy, report: Report, told: Harvest) -> Iterator[Finding]:
    area, each = level_values(told.area.level, policy), level_values(told.each.level, policy)
    values_of = partial(level_values, told.output.level)
    stated, unit = values_of(policy), told.output.unit
    if area is None or each is None or stated is None or unit is None:
        return
    computed: Interval = area * each
    result = agree(values_of, computed, policy)
    if result is Consistency.INCONSISTENT and not is_near(stated, computed):
        return  # so far apart that they are of different things
    output = told.output.figure
    yield compared(
        "harvest",
        result,
        (stated, computed),
        told=output,
        beside=(told.area.figure, told.each.figure),
        documents=(report.document,),
        message_vi=(
            f"{subject_vi(told.area.figure)}: sản lượng nêu {stated_vi(output.stated)} {RESULT_VI[result]} diện tích "
            f"{stated_vi(told.area.figure.stated)} nhân năng suất {stated_vi(told.each.figure.stated)}, "
            f"tính ra {interval_vi(computed, unit)}."
        ),
        message_en=(
            f"{subject_en(told.area.figure)}: the stated output of {stated_en(output.stated)} {RESULT_EN[result]} an area of "
            f"{stated_en(told.area.figure.stated)} at a yield of {stated_en(told.each.figure.stated)}; the figures give "
            f"{interval_en(computed, unit)}."
        ),
    )
