"""Stated proportions against the part and the whole: "chiếm 61% tổng dư nợ", "14/18 xã, đạt 77,8%" (tỷ trọng)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from vnplan.attainment import Consistency, Policy
from vnplan.attainment.numbers import level_values
from vnplan.attainment.policy import truncating
from vnplan.attainment.sets import read
from vnplan.audit.breakdowns import Breakdown
from vnplan.audit.finding import Evidence, Finding, compared
from vnplan.audit.passages import Level, Passages, Placed, pattern, phrase_before
from vnplan.audit.sums import is_near
from vnplan.audit.wording import (
    RESULT_EN,
    RESULT_VI,
    interval_en,
    interval_vi,
    number_en,
    number_vi,
    stated_en,
    stated_vi,
    subject_en,
)
from vnplan.model.figure import Figure
from vnplan.model.interval import Interval
from vnplan.model.report import Report
from vnplan.model.units import PERCENT

_HUNDRED = Interval.point(Decimal(100))
_LONGEST_WAY = 100
"""Characters between a part and its proportion."""
_APART = 700
"""Characters between two proportions of one list."""
_AGREEING = 3
"""Proportions of one list that must imply one whole, before another is wrong for not implying it."""


@frozen(eq=False)
class Proportion:
    """A part and what the text says it is of its whole.

    Attributes:
        part: The part.
        told: The percentage.
        of: What it is a part of, as worded: "tổng vốn đăng ký"; empty where the text does not say.
        wholes: What may be the whole, the likeliest first.
    """

    part: Placed
    told: Placed
    of: str
    wholes: tuple[Placed, ...]

    @property
    def level(self) -> Level:
        """The figure of the part."""
        assert self.part.level is not None
        return self.part.level


def check_proportions(evidence: Evidence) -> Iterator[Finding]:
    """A stated proportion against part ÷ whole; in a list that names no whole, against what the others imply."""
    for report in evidence.reports:
        passages = evidence.passages[id(report)]
        yield from _fractions(evidence.policy, report, passages)
        for group in _lists(_proportions(passages, evidence.breakdowns[id(report)])):
            yield from _group(evidence.policy, report, group)


# --- what the text tells -------------------------------------------------------------------------


def _proportions(passages: Passages, told_parts: Sequence[Breakdown]) -> Iterator[Proportion]:
    wholes = {id(part): one.whole for one in told_parts for part in one.parts}
    for told in passages.figures:
        lead = None if told.percentage is None else phrase_before("proportion", passages.flow, told.start)
        part = None if lead is None else _part(passages, told, lead)
        if part is not None:
            of = _of(passages, told)
            yield Proportion(part, told, of, tuple(_wholes(passages, part, of, wholes.get(id(part)))))


_SEVERAL = re.compile(r"\s*(?:và|,|;)\s*(?:chiếm )?\d[\d.,]*\s?%")


def _part(passages: Passages, told: Placed, lead: int) -> Placed | None:
    """The level that the percentage is told of: the nearest before it, with nothing between but its own changes."""
    flow = passages.flow
    start, _ = passages.sentence(told.start)
    before = [one for one in passages.within(max(start, lead - _LONGEST_WAY), lead) if one.is_level]
    part = before[-1] if before else None
    if part is None or part.level is None or part.start < start:
        return None
    words = flow[part.end : lead]
    follows = words.rstrip(" (").endswith((",", " và")) or words.strip() in ("", "(") or flow[lead - 1] == "("
    several = _SEVERAL.match(flow, told.end) is not None or "lần lượt" in flow[part.end : told.end] or ";" in words
    return part if follows and not several and not pattern("parts").search(words) else None


_END = re.compile(r"[,;.()\n\[]| và ")


def _of(passages: Passages, told: Placed) -> str:
    """What the proportion is of, as worded after it."""
    stop = _END.search(passages.flow, told.end)
    words = passages.flow[told.end : stop.start() if stop else told.end + 60].split()
    while words and words[0] in ("trong", "so", "với", "của"):
        words = words[1:]
    return " ".join(words)


def _wholes(passages: Passages, part: Placed, of: str, named: Placed | None) -> Iterator[Placed]:
    """The level that the part is told to be a part of, and those named so before it in the paragraph."""
    total = of.startswith("tổng")
    wanted = of.removeprefix("tổng").removeprefix(" số").split() if total else []
    if named is not None and (not of or total) and _names(passages, named, wanted):
        yield named
    start, _ = passages.block(part.start)
    for one in reversed(passages.within(start, part.start)):
        like = one is not named and one.level is not None and one.sort == part.sort
        if like and wanted and _names(passages, one, wanted):
            yield one


def _names(passages: Passages, level: Placed, wanted: Sequence[str]) -> bool:
    """Whether the words before a level, or its own name, hold all that are wanted."""
    start, _ = passages.sentence(level.start)
    words = set(passages.flow[max(start, level.start - 100) : level.end].replace(",", " ").split())
    words |= set(level.figure.folded_name.split())
    return words.issuperset(wanted)


# --- lists -----------------------------------------------------------------------------------------


def _lists(proportions: Iterator[Proportion]) -> Iterator[list[Proportion]]:
    """Proportions of one thing that follow on one another."""
    group: list[Proportion] = []
    for one in proportions:
        if group and not _continues(group[-1], one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _continues(last: Proportion, one: Proportion) -> bool:
    alike = not one.of or not last.of or one.of.startswith(last.of) or last.of.startswith(one.of)
    return alike and last.part.sort == one.part.sort and one.told.start - last.told.end <= _APART


def _group(policy: Policy, report: Report, group: Sequence[Proportion]) -> Iterator[Finding]:
    parts = {id(one.part) for one in group}
    agreed = _agreed(policy, group)
    for one in group:
        implied = _implied(policy, one)
        told = [(whole, values) for whole in one.wholes if (values := level_values(whole.level, policy)) is not None]
        if implied is None:
            continue
        fitting = next((pair for pair in told if pair[1].overlaps(implied)), None)
        if fitting is not None:
            yield from _against(policy, report, one, fitting[1], fitting[0])
        elif agreed is not None:
            yield from _against(policy, report, one, agreed, None)
        else:
            near = [pair for pair in told if id(pair[0]) not in parts and is_near(pair[1], implied)]
            if near:
                yield from _against(policy, report, one, near[0][1], near[0][0])


def _agreed(policy: Policy, group: Sequence[Proportion]) -> Interval | None:
    """The whole that most proportions of a list imply together; None where they are too few."""
    implied = [one for one in (_implied(policy, proportion) for proportion in group) if one is not None]
    best: list[Interval] = []
    for first in implied:
        like = [one for one in implied if first.lower is not None and first.lower in one]
        best = max(best, like, key=len)
    if len(best) < _AGREEING or len(best) * 3 < len(implied) * 2:
        return None
    common = best[0]
    for one in best[1:]:
        both = common.intersection(one)
        common = common if both is None else both
    return common


def _implied(policy: Policy, proportion: Proportion) -> Interval | None:
    part, share = level_values(proportion.level, policy), _percentage(proportion.told.figure, policy)
    if part is None or share is None or share.lower is None or share.lower <= 0:
        return None
    return part * _HUNDRED / share


def _percentage(figure: Figure, policy: Policy) -> Interval | None:
    reading = read(figure.stated, policy)
    return None if reading is None else reading.values


def _against(
    policy: Policy, report: Report, told: Proportion, whole: Interval, named: Placed | None
) -> Iterator[Finding]:
    part, stated = level_values(told.level, policy), _percentage(told.told.figure, policy)
    if part is None or stated is None or whole.lower is None or whole.lower <= 0:
        return
    computed = part * _HUNDRED / whole
    if named is None:
        unit = told.part.unit or PERCENT
        of = (
            f"tổng số mà các tỷ trọng khác suy ra, {interval_vi(whole, unit)}",
            f"the whole that the other proportions imply, {interval_en(whole, unit)}",
        )
    else:
        of = (f"tổng số {stated_vi(named.figure.stated)}", f"the whole, {stated_en(named.figure.stated)}")
    sources = (told.told.figure, told.level, None if named is None else named.figure)
    part_words = stated_vi(told.level.stated), stated_en(told.level.stated)
    yield _finding(sources, report, (stated, computed), (part_words, of), policy)


_Words = tuple[str, str]


def _finding(
    figures: Sequence[Figure | None],
    report: Report,
    pair: tuple[Interval, Interval],
    words: tuple[_Words, _Words],
    policy: Policy,
) -> Finding:
    """The percentage is the first of the figures; words for part and whole in both languages."""
    figure, (stated, computed) = figures[0], pair
    assert figure is not None
    (part_vi, part_en), (of_vi, of_en) = words
    result = _result(policy, figure, stated, computed)
    return compared(
        "proportion",
        result,
        pair,
        told=figure,
        beside=figures[1:],
        documents=(report.document,),
        message_vi=(
            f"{figure.name}: tỷ trọng nêu {stated_vi(figure.stated)} {RESULT_VI[result]} {part_vi} trên {of_vi} "
            f"(tính được {interval_vi(computed)})."
        ),
        message_en=(
            f"{subject_en(figure)}: the stated proportion {stated_en(figure.stated)} {RESULT_EN[result]} {part_en} out of "
            f"{of_en} (computed: {interval_en(computed)})."
        ),
    )


def _result(policy: Policy, figure: Figure, stated: Interval, computed: Interval) -> Consistency:
    if stated.overlaps(computed):
        return Consistency.CONSISTENT
    cut = _percentage(figure, truncating(policy))
    fits = cut is not None and cut.overlaps(computed)
    return Consistency.ONLY_IF_TRUNCATED if fits else Consistency.INCONSISTENT


# --- fractions -------------------------------------------------------------------------------------

_FRACTION = re.compile(r"(\d{1,3}(?:\.\d{3})*|\d+)\s*/\s*(\d{1,3}(?:\.\d{3})*|\d+)(?!\d)")
_TOLD = re.compile(
    r"[^.;\n%\d]{0,60}?[,(]\s*(?:tương ứng |tương đương )?(?:chiếm |đạt |bằng )?(?:tỷ lệ |tỷ trọng )?\(?$"
)


def _fractions(policy: Policy, report: Report, passages: Passages) -> Iterator[Finding]:
    """As in "14/18 xã đạt chuẩn, đạt 77,8%"."""
    for told in passages.figures:
        before = None if told.percentage is None else passages.before(told)
        match = None if before is None else _FRACTION.match(passages.flow, before.start, before.end)
        if before is None or match is None or not _TOLD.fullmatch(passages.flow, before.end, told.start):
            continue
        if pattern("planned_level").search(passages.flow, told.end, told.end + 30) or pattern("compared").search(
            passages.flow, told.end, told.end + 12
        ):
            continue  # of the plan, not of the whole
        part, whole = (Decimal(number.replace(".", "")) for number in match.groups())
        stated = _percentage(told.figure, policy)
        if whole and stated is not None:
            computed = Interval.point(part) * _HUNDRED / Interval.point(whole)
            words = ((number_vi(part), number_en(part)), (number_vi(whole), number_en(whole)))
            yield _finding((told.figure, before.figure), report, (stated, computed), words, policy)
