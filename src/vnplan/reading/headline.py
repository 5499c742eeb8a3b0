"""What period a text is mainly about, as its headline or opening tells (kỳ báo cáo của văn bản)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.reading.context import Context, open_bracket
from vnplan.reading.layout import Block
from vnplan.reading.periods import Mention
from vnplan.reading.raw import RawPeriod

_TITLE = re.compile(r"(?:kế hoạch|nghị quyết|báo cáo|tình hình|kết quả|chỉ tiêu|thực hiện|tổng kết|kinh tế|nhiệm kỳ)")
_TERM = re.compile(r"(?<!\w)(?:nhiệm kỳ|giai đoạn|thời kỳ|đại hội)(?!\w)")
_AHEAD = re.compile(r"(?<!\w)(?:phương hướng|nhiệm vụ|mục tiêu|giải pháp|kế hoạch(?= năm))")
_OPENING = 700
_TITLES = 12
"""Blocks among which a headline is looked for."""
_LONGEST_HEAD, _LONGEST_TITLE = 400, 160
_SPANS = ("years", "school_year")


def main_period(context: Context) -> RawPeriod | None:
    """The period that a text is mainly about: of its headline, else of its opening, else the commonest."""
    told = [
        mention
        for mention in context.mentions
        if not mention.compared
        and not mention.aside
        and mention.kind != "day"
        and not _is_an_event(context, mention)
        and not _is_an_outlook(context, mention)
        and open_bracket(context.flow, 0, mention.start) is None
    ]
    titles = (_of_the_title(context, block, told) for block in _titles(context))
    found = next((period for period in titles if period is not None), None)
    return found or _of_the_news(context, told) or _of_the_opening(context, told) or _commonest(context, told)


_OUTLOOK = re.compile(r"(?:tầm\s+nhìn|\d{4},?\s+(?:và\s+)?định\s+hướng)(?:\s+phát\s+triển)?(?:\s+đến|\s+tới)?\s+$")


def _is_an_outlook(context: Context, mention: Mention) -> bool:
    """Whether a year is only looked out to, behind that of the aims: "đến năm 2030, tầm nhìn đến năm 2050"."""
    return _OUTLOOK.search(context.flow, max(0, mention.start - 40), mention.start) is not None


_FROM_A_DAY = re.compile(r"(?<!\w)từ (?:ngày )?\d{1,2} (?:đến |tới )?$")
_EVENT = 10
"""Days up to which a stretch of days is that of a meeting, not of a report."""


def _is_an_event(context: Context, mention: Mention) -> bool:
    """Whether a few days are told on which something took place: "diễn ra từ ngày 12 đến ngày 15 tháng 10"."""
    if mention.since is None:
        return _FROM_A_DAY.search(context.flow, max(0, mention.start - 20), mention.start) is not None
    days = mention.resolve(mention.year or context.year)
    return days is not None and (days.end - days.start).days <= _EVENT


_PLANNED = re.compile(r"(?:kế hoạch|phương hướng|nhiệm vụ|mục tiêu|chỉ tiêu|dự toán)[^.;:\n]{0,60}$")
_PLANNED_BACK = 80


def planned_period(context: Context) -> RawPeriod | None:
    """The year after the main period, where the opening names it as planned for: "…, kế hoạch phát triển năm 2021"."""
    main = context.period
    if main is None:
        return None
    for m in context.mentions:
        if m.start >= _OPENING:
            break
        ahead = m.kind == "year" and m.year == main.end.year + 1 and not m.compared
        if ahead and _PLANNED.search(context.flow, max(0, m.start - _PLANNED_BACK), m.start):
            return m.resolve(None)
    return None


def _titles(context: Context) -> Iterator[Block]:
    """The blocks that may be headlines, and the short sentences before the text itself begins."""
    begun = False
    for block in context.layout.blocks[:_TITLES]:
        length, told = block.end - block.start, context.flow[block.start : block.end].rstrip().endswith(".")
        begun = begun or length > _LONGEST_HEAD
        titled = length <= _LONGEST_HEAD and _TITLE.search(context.flow, block.start, block.end) is not None
        if (
            titled
            and not (told and _tells_what_was_done(context, block))
            and (not begun or block.is_heading or not told)
        ):
            yield block
        begun = begun or (told and length > _LONGEST_TITLE)


def _of_the_news(context: Context, told: list[Mention]) -> RawPeriod | None:
    """The part of a year that the headline of a news item names: "… tăng trưởng hai con số trong nửa đầu năm"."""
    block = context.layout.blocks[0] if context.layout.blocks else None
    if block is None or block.end - block.start > _LONGEST_TITLE:
        return None
    parts = [m for m in told if m.start < block.end and m.kind in ("half", "quarter", "months", "month")]
    return _widest(context, parts) if parts else None


def _of_the_title(context: Context, block: Block, told: list[Mention]) -> RawPeriod | None:
    inside = [mention for mention in told if block.start <= mention.start < block.end]
    plain = [mention for mention in inside if mention.kind not in ("years", "up_to") and not mention.limit]
    if plain and _SETS_OUT.search(context.flow, block.start, plain[0].start):
        reviewed = _reviewed(context, told)
        if reviewed:
            return _widest(context, reviewed)
    if plain:
        reported = _before_plans(context, block.start, plain)
        return _before(reported, plain[len(reported) :]) or _widest(context, reported)
    spans = context.mentions_between(block.start, block.end)  # in a bracket too: "(nhiệm kỳ 2020-2025)"
    term = next((m for m in spans if m.kind == "years" and not m.compared and not m.aside), None)
    short = block.end - block.start <= _LONGEST_TITLE
    if term and short and _TERM.search(context.flow, block.start, block.end):
        return context.resolve(term)
    aimed = next((m for m in inside if m.limit and m.kind == "year"), None)
    planned = aimed is not None and _OF_A_PLAN.match(context.flow, block.start, aimed.start) is not None
    return context.resolve(aimed) if aimed is not None and planned else None


_OF_A_PLAN = re.compile(
    r"(?![^\n]{0,40}(?:báo cáo|kết quả|tình hình|tổng kết|sơ kết|đánh giá))[^\n]{0,200}?(?:kế hoạch|chương trình|quy hoạch|đề án|chiến lược)(?!\w)"
)
"""The title of a plan whose aims reach up to a year: "Quy hoạch phát triển thương mại tỉnh đến năm 2020"."""
_SETS_OUT = re.compile(r"triển khai (?:\w+ ){0,3}?(?:kế hoạch|nhiệm vụ|phương hướng|giải pháp|công tác)(?!\w)")
_REVIEW = re.compile(r"(?:sơ kết|tổng kết) (?:[^\W\d]+ ){0,6}$")
_REVIEW_BACK = 60


def _reviewed(context: Context, told: list[Mention]) -> list[Mention]:
    """What the opening of a news item says was reviewed: "Hội nghị sơ kết 6 tháng đầu năm và triển khai …"."""
    near = (m for m in told if m.start < _OPENING and m.kind not in _SPANS)
    return [m for m in near if _REVIEW.search(context.flow, max(0, m.start - _REVIEW_BACK), m.start)]


def _tells_what_was_done(context: Context, block: Block) -> bool:
    """Whether a first sentence opens with its time and is no title: "Trong 9 tháng, UBND đã triển khai các nhiệm vụ năm 2019."."""
    first = next(iter(context.mentions_between(block.start, block.end)), None)
    opens = first is not None and first.frames and first.kind != "day"
    return opens and context.flow.find(" đã ", block.start, block.end) >= 0


def _before_plans(context: Context, start: int, mentions: list[Mention]) -> list[Mention]:
    """Those of a headline that tell what it reports on: of "kết quả năm 2022, phương hướng năm 2023" the first."""
    for ahead in _AHEAD.finditer(context.flow, start, mentions[-1].end):
        if before := [mention for mention in mentions if mention.start < ahead.start()]:
            return before
    return mentions


def _before(reported: list[Mention], planned: list[Mention]) -> RawPeriod | None:
    """What is reported on, where only what is planned names a year: it begins before the plan does.

    In "9 tháng đầu năm và nhiệm vụ quý IV năm 2023" the nine months are of 2023, before "nhiệm vụ năm 2024" too.
    """
    ahead = next((period for m in planned if m.year is not None and (period := m.resolve(None)) is not None), None)
    if ahead is None or any(m.year is not None for m in reported):
        return None
    told = [p for m in reported for year in (ahead.end.year, ahead.end.year - 1)
            if (p := m.resolve(year)) is not None and p.start < ahead.start]  # fmt: skip
    latest = max((p.end.year for p in told), default=None)
    return max((p for p in told if p.end.year == latest), key=lambda p: (p.end - p.start, p.end), default=None)


def _widest(context: Context, mentions: list[Mention]) -> RawPeriod | None:
    """The longest period of a headline: of "tháng 10 và 10 tháng" the ten months."""
    year = next((m.year for m in mentions if m.year is not None), context.year)
    resolved = [r for m in mentions if (r := context.resolve(m, m.year or year)) is not None]
    return max(resolved, key=lambda r: (r.end - r.start, r.end), default=None)


def _of_the_opening(context: Context, told: list[Mention]) -> RawPeriod | None:
    """The first mention of the opening: rather one that opens a clause, of the year that the text is about."""
    near = [m for m in told if m.start < _OPENING and m.kind not in _SPANS and not m.limit]
    own = [m for m in near if m.year in (None, context.year)]
    ranked = [*[m for m in own if m.frames], *own]
    if not ranked:
        opening = [m for m in near if m.frames]
        ranked = opening or ([Mention(0, 0, "year", context.year)] if context.many_years else near)
    return next((r for m in ranked if (r := context.resolve(m)) is not None), None)


def _commonest(context: Context, told: list[Mention]) -> RawPeriod | None:
    spans = [m for m in told if m.kind == "years" and m.start < _OPENING]
    dated = next((m for m in context.mentions if m.kind == "day" and m.year is not None and m.start < _OPENING), None)
    if dated is not None and spans and spans[0].start >= context.layout.blocks[0].end:
        return Mention(0, 0, "year", dated.year).resolve(None)  # the day on which the news was written
    ranked = [m for m in [*spans, *told] if not m.limit]
    found = next((r for m in ranked if (r := context.resolve(m)) is not None), None)
    if found is None and context.year is not None:
        found = Mention(0, 0, "year", context.year).resolve(None)
    return found or next((r for m in told if (r := context.resolve(m)) is not None), None)
