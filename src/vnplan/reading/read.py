"""text → raw reading: the steps in their order (đọc văn bản)."""

from __future__ import annotations

import re

from vnplan.reading.assembly import assemble
from vnplan.reading.clean import clean
from vnplan.reading.context import Context, main_year, of_many_years
from vnplan.reading.directives import read_directives
from vnplan.reading.documents import read_citations
from vnplan.reading.layout import read_layout
from vnplan.reading.ledger import claim_numbers
from vnplan.reading.periods import Mention, read_periods
from vnplan.reading.places import main_place, read_places
from vnplan.reading.plans import read_plan_parts
from vnplan.reading.raw import RawPeriod, Reading
from vnplan.reading.tables import read_tables

_DIGIT = re.compile(r"\d")


def read(text: str) -> Reading:
    """Everything that a text states, as raw records; never raises."""
    copy = clean(text)
    layout = read_layout(copy)
    reading = Reading(copy, layout)
    mentions = read_periods(layout.flow) if _DIGIT.search(copy.low) else []
    reading.citations = read_citations(copy, layout.flow)
    context = Context(copy, layout, mentions)
    context.year = main_year(mentions)
    context.many_years = of_many_years(mentions)
    reading.period = context.period = main_period(context)
    if context.period is not None and context.year is None:
        context.year = context.period.end.year
    places = read_places(context)
    reading.place, reading.province = main_place(context, places)
    reading.is_plan = is_plan(context)
    reading.parts = read_plan_parts(context, reading.citations, is_plan=reading.is_plan)
    reading.citations = list(reading.parts.citations)
    reading.directives = read_directives(context)
    reading.tables = read_tables(context, is_plan=reading.is_plan) if _DIGIT.search(copy.low) else []
    found = claim_numbers(context, reading)
    assemble(context, reading, found)
    return reading


_TITLE = re.compile(r"(?:kế hoạch|nghị quyết|báo cáo|tình hình|kết quả|chỉ tiêu|thực hiện|tổng kết|kinh tế)")
_OPENING = 700


def main_period(context: Context) -> RawPeriod | None:
    """The period that a text is mainly about: of its headline, else of its opening, else the commonest."""
    candidates = [
        m
        for m in context.mentions
        if not m.compared and m.kind != "day" and _open_bracket(context.flow, m.start) is False
    ]
    for block in context.layout.blocks[:12]:
        if block.end - block.start > 400 or not _TITLE.search(context.flow, block.start, block.end):
            continue
        inside = [
            m
            for m in candidates
            if block.start <= m.start < block.end and m.kind not in ("years", "up_to") and not m.limit
        ]
        done = _done(context, block.start, inside)
        if done:
            return _widest(context, done)
        terms = [m for m in candidates if block.start <= m.start < block.end and m.kind == "years"]
        if terms and block.end - block.start <= _LONGEST_TITLE and _TERM.search(context.flow, block.start, block.end):
            return context.resolve(terms[0])
    near = [m for m in candidates if m.start < _OPENING and m.kind not in ("years", "school_year") and not m.limit]
    for wanted in (
        lambda m: m.frames and m.year in (None, context.year),
        lambda m: m.year in (None, context.year),
        lambda _: True,
    ):
        for mention in filter(wanted, near):
            if (resolved := context.resolve(mention)) is not None:
                return resolved
    spans = [m for m in candidates if m.kind == "years" and m.start < _OPENING]
    for mention in [*spans, *candidates]:
        if not mention.limit and (resolved := context.resolve(mention)) is not None:
            return resolved
    if context.year is not None:
        return Mention(0, 0, "year", context.year).resolve(None)
    return next((r for m in candidates if (r := context.resolve(m)) is not None), None)


_LONGEST_TITLE = 160
_AHEAD = re.compile(r"(?<!\w)(?:phương hướng|nhiệm vụ|mục tiêu|giải pháp|kế hoạch(?= năm))")
_TERM = re.compile(r"(?<!\w)(?:nhiệm kỳ|giai đoạn|thời kỳ|đại hội)(?!\w)")


def _done(context: Context, start: int, mentions: list[Mention]) -> list[Mention]:
    """The mentions of a headline that tell what it reports on: of "kết quả năm 2022, phương hướng năm 2023" the first."""
    ahead = None
    for ahead in _AHEAD.finditer(context.flow, start, mentions[-1].start if mentions else start):
        break
    before = [m for m in mentions if ahead is not None and m.start < ahead.start()]
    return before or mentions


def _open_bracket(flow: str, position: int) -> bool:
    before = flow[max(0, position - 120) : position]
    return before.rfind("(") > before.rfind(")")


def _widest(context: Context, mentions: list[Mention]) -> RawPeriod | None:
    """The longest period of a headline: of "tháng 10 và 10 tháng" the ten months."""
    year = next((m.year for m in mentions if m.year is not None), context.year)
    resolved = [r for m in mentions if (r := context.resolve(m, m.year or year)) is not None]
    return max(resolved, key=lambda r: (r.end - r.start, r.end), default=None)


_LETTERHEAD = 400
"""Characters in which a text names its own kind."""
_PLAN_HEAD = re.compile(
    r"(?:^|\n)\W*(?:kế hoạch|nghị quyết|chương trình|đề án)\W*(?:\n|$)|kế hoạch phát triển|(?:^|\n)\W*kế hoạch\n"
)


def is_plan(context: Context) -> bool:
    """Whether a text is itself a plan or a resolution."""
    head = context.flow[:1500]
    return _PLAN_HEAD.search(head) is not None and "báo cáo kết quả" not in head[:_LETTERHEAD]
