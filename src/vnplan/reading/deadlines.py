"""By when a task is to be done (thời hạn)."""

from __future__ import annotations

import re
from datetime import date

from vnplan.reading.context import Context
from vnplan.reading.directive_words import before_spaces, table, words_of

_RECURRING = re.compile(
    r"(?<!\w)(?P<lead>trước|chậm nhất(?: là)?(?: vào| trước)?|đến hết|vào|muộn nhất(?: là)?) ngày (?:mùng )?(?P<day>\d{1,2})"
    r"(?P<rest>(?: (?:của )?(?:hàng|hằng|mỗi) (?:tháng|quý|năm)| (?:của )?tháng (?:cuối|đầu|tiếp theo|sau)[^,;.\n]{0,20}?(?:quý|kỳ)?))(?!\w)"
)
_SOFT_YEAR = re.compile(r"(?:chậm nhất|trước|ngay trong|hoàn thành|hết)")


def read_deadline(context: Context, start: int, end: int) -> tuple[str, date | None, bool] | None:
    """Wording, day and inclusiveness of the first deadline in a stretch; None where there is none."""
    text, flow = context.copy.text, context.flow
    match = _RECURRING.search(flow, start, end)
    if match is not None:
        return words_of(text, match.start(), match.end()), None, not match["lead"].startswith("trước")
    for mention in context.mentions_between(start, end):
        if mention.kind in ("years", "school_year") or mention.compared:
            continue
        back = before_spaces(flow, mention.start, start)
        if back > start and flow[back - 1] == ":":
            back = before_spaces(flow, back - 1, start)
        lead = table("deadline").before(flow, back, start)
        begin = mention.start
        if lead is None:
            lead = table("deadline").at(flow, mention.start, mention.end)
            if lead is None:
                continue
            inclusive = lead[1] == "yes"
            words = flow[mention.start : lead[0]]
        else:
            begin, inclusive = lead[0], lead[1] == "yes"
            words = flow[begin:back]
        if mention.kind == "year" and not _SOFT_YEAR.search(words):
            continue
        resolved = context.resolve(mention)
        day = None if resolved is None else resolved.end if inclusive or mention.is_date else resolved.start
        return words_of(text, begin, mention.end), day, inclusive
    return _day_of_month(context, start, end)


_SHORT = re.compile(
    r"(?<!\w)(?P<lead>trước|xong trước|hoàn thành trước|chậm nhất(?: là)?|muộn nhất(?: là)?|đến hết|hạn chót(?: là)?) "
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?![\d/.,%-]*\d|%| ?[a-zà-ỹ]+ chỉ tiêu)"
)


def _day_of_month(context: Context, start: int, end: int) -> tuple[str, date | None, bool] | None:
    """A deadline that is only a day and a month, "trước 15/5", in the year of the text."""
    match = _SHORT.search(context.flow, start, end)
    if match is None:
        return None
    words = words_of(context.copy.text, match.start(), match.end())
    try:
        day = date(context.year or 2000, int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return words, day if context.year else None, "trước" not in match["lead"]
