"""What a period that a text tells is of: the stretch that it stands in, or only an event, a document, a crop, a start."""

from __future__ import annotations

import re

from vnplan.reading.context import Context, open_bracket
from vnplan.reading.patterns import searched
from vnplan.reading.periods import Mention

PASSING = ("day", "years")
"""Kinds of periods that a text only passes by."""
_BACK = 50
"""Characters before a period in which it is told what it is of."""


_YEARS_PAST = re.compile(
    r"(?:(?:\d+|một|hai|ba|bốn|năm|mười) năm(?: (?:qua|vừa qua|gần đây|đầu|cuối))?|nhiệm kỳ(?: qua| vừa qua)?|trong kỳ|kỳ (?:này|báo cáo)|tuần(?: qua| này)?) ?[(]?$"
)


def bracket_of(context: Context, start: int, mention: Mention) -> int | None:
    """Where the bracket opens that a period stands in, unless it dates the words before: "Trong 5 năm qua (2016 - 2020), …"."""
    opened = open_bracket(context.flow, start, mention.start)
    if opened is None or mention.kind not in ("years", "up_to"):
        return opened
    return None if _YEARS_PAST.search(context.flow, max(start, opened - 24), opened) is not None else opened


_SINCE = searched(r"(?<!\w)(?:kể )?từ\s*$")
_UNTIL = re.compile(r"[ ,]*(?:đến|tới|trở (?:đi|về)|-)")


def only_starts(context: Context, mention: Mention) -> bool:
    """Whether a period only says since when: "nhập khẩu từ cuối năm 2019 giúp số thu tăng vọt"."""
    if mention.kind not in ("year", "month") or _UNTIL.match(context.flow, mention.end):
        return False
    return _SINCE.search(context.flow, max(0, mention.start - 8), mention.start) is not None


_FROM_A_LEVEL = re.compile(
    r"(?<!\w)từ (?:mức )?\d[\d.,]* ?(?:%|[^\W\d]+(?:[ /][^\W\d]+){0,3})?,? ?\(?(?:(?:vào|của|trong) )?$"
)
_A_LEVEL = 44
"""Characters in which it is told from which level something rose or fell."""


def _dates_a_start(context: Context, mention: Mention) -> bool:
    """Whether a period dates only what a change started from: "giảm từ 14,2% năm 2021 xuống còn 11,9%"."""
    if mention.kind != "year":
        return False
    return _FROM_A_LEVEL.search(context.flow, max(0, mention.start - _A_LEVEL), mention.start) is not None


_GOES_ON = re.compile(r"(?:[^.;\n]|[.;](?=\d))*?(?<!\w)(?:đến|lên|xuống|còn|tới)(?!\w)(?:[^.;\n]|[.;](?=\d))*")
_DEVELOPMENT = 100
"""Characters in which a development gets from its first year to its last."""


def _goes_on_to_another(context: Context, mention: Mention) -> bool:
    """Whether a year is only where a development begins: "năm 2004 đạt 10,3 triệu đồng, đến năm 2013 là 62,9 triệu đồng"."""
    if mention.kind != "year" or mention.year is None:
        return False
    later = next((m for m in context.mentions_between(mention.end, mention.end + _DEVELOPMENT) if not m.compared), None)
    if later is None or later.kind != "year" or later.year is None or later.year <= mention.year:
        return False
    return _GOES_ON.fullmatch(context.flow, mention.end, later.end) is not None


TILL_NOW = searched(r"[,;] (?:cho )?(?:đến nay|hiện nay|hiện tại)(?!\w)")


def is_past(context: Context, mention: Mention, end: int) -> bool:
    """Whether a sentence goes on to what is now: "chỉ đạt 2 tiêu chí năm 2010, đến nay đạt 15 tiêu chí"."""
    return TILL_NOW.search(context.flow, mention.end, end) is not None


def is_of_one(context: Context, mention: Mention, start: int) -> bool:
    """Whether a point in time is only of one thing among others: "…; đàn lợn tại thời điểm 1/4/2016 là 794 nghìn con; …"."""
    return mention.kind == "at" and context.flow.find(";", start, mention.start) >= 0


_TO_NOW = re.compile(r" (?:cho )?(?:đến|tới) nay(?!\w)")


def reaches_to_now(context: Context, mention: Mention) -> bool:
    """Whether a period begins with a year and ends with the text, which no period says: "từ năm 2011 đến nay"."""
    main = context.period
    this_year = main is not None and mention.year == main.end.year
    if mention.kind != "year" or this_year or _TO_NOW.match(context.flow, mention.end) is None:
        return False
    return _SINCE.search(context.flow, max(0, mention.start - 8), mention.start) is not None


_STRESSED = searched(r"(?<!\w)(?:đặc biệt|nhất là)(?: là)?(?: trong| vào| từ)?\s*$|[;,] riêng(?: trong| vào)?\s*$")


def _is_stressed(context: Context, mention: Mention) -> bool:
    """Whether a period is only a part that stands out: "nỗ lực của tỉnh, đặc biệt trong 4 tháng cuối năm"."""
    return _STRESSED.search(context.flow, max(0, mention.start - 24), mention.start) is not None


_OF_A_DOCUMENT = re.compile(r"\d/[^\W\d]+-[^\W\d]+ ?$")


_PLAN_FOR = searched(
    r"(?<!\w)(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu)(?: (?:[^\W\d]+ ){0,3}giao)?(?: (?:cả|của|cho|trong))? $"
)


def _is_of_a_plan(context: Context, mention: Mention) -> bool:
    """Whether a year is that of a plan told of in a report on a part of it: "Kế hoạch năm 2022 có thêm 2 xã"."""
    main = context.period
    part = mention.kind == "year" and main is not None and main.kind not in ("year", "years")
    return part and _PLAN_FOR.search(context.flow, max(0, mention.start - _BACK), mention.start) is not None


def names_a_document(context: Context, mention: Mention) -> bool:
    """Whether a year only dates a document: "Kế hoạch 88/KH-UBND năm 2025"."""
    return _OF_A_DOCUMENT.search(context.flow, max(0, mention.start - 14), mention.start) is not None


_CROP = searched(r"(?<!\w)(?:lúa|ngô|lạc|mía|lương thực|gieo trồng|rau màu)(?: các loại)? $")


def _is_of_a_crop(context: Context, mention: Mention) -> bool:
    """Whether a whole year is only that of a crop: "năng suất lúa cả năm đạt 54 tạ/ha"."""
    whole = context.flow.startswith("cả năm", mention.start)
    return whole and _CROP.search(context.flow, max(0, mention.start - 24), mention.start) is not None


def _is_one_of_several(context: Context, mention: Mention, start: int, end: int) -> bool:
    """Whether a quarter is told beside others: "Phân theo quý: quý I tăng 8,8%; quý II tăng 7,4%"."""
    if mention.kind != "quarter":
        return False
    others = (m for m in context.mentions_between(start, end) if m.kind == "quarter" and not m.compared)
    return any(m.first != mention.first and m.year in (None, mention.year) for m in others)


_EVENT = searched(r"(?<!\w)(?:đại hội|lần thứ|hội thi|hội khỏe|liên hoan|festival|sea games|olympic)[^,;.:\n]{0,40} $")
_EVENT_BACK = 60


def is_of_an_event(context: Context, mention: Mention) -> bool:
    """Whether a year is that of an event: "hướng tới Đại hội Thể thao toàn quốc lần thứ X năm 2026"."""
    back = max(0, mention.start - _EVENT_BACK)
    return mention.kind == "year" and _EVENT.search(context.flow, back, mention.start) is not None


def topic(context: Context, start: int, end: int, *, framing: bool = False, subject: bool = False) -> Mention | None:
    """The period of a stretch that later sentences may still be about.

    One that opens a clause goes before others; with `framing` only such a one counts,
    with `subject` the first of the others, else the last.
    """
    found = first = last = None
    for mention in context.mentions_between(start, end):
        passing = mention.compared or mention.limit or mention.aside or mention.kind in PASSING
        passing = passing or context.is_horizon(mention) or names_a_document(context, mention)
        passing = passing or only_starts(context, mention) or _dates_a_start(context, mention)
        passing = passing or _is_stressed(context, mention)
        passing = passing or is_past(context, mention, end) or _goes_on_to_another(context, mention)
        passing = passing or _is_of_a_plan(context, mention) or context.is_planned_for(mention)
        passing = passing or (mention.kind == "at" and (framing or subject))
        passing = passing or _is_of_a_crop(context, mention)
        passing = passing or is_of_one(context, mention, start)
        passing = passing or (mention.kind == "school_year" and not mention.frames)
        passing = passing or is_of_an_event(context, mention) or _is_one_of_several(context, mention, start, end)
        passing = passing or (mention.kind == "up_to" and not mention.frames and mention.since is None)
        if passing or bracket_of(context, start, mention) is not None:
            continue
        first, last = first or mention, mention
        if mention.frames:
            found = mention
    if found is not None or framing:
        return found
    return first if subject else last
