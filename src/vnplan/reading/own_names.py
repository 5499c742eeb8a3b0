"""The name of a figure out of the words before it, without the body that acts or the whole that it is out of."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from vnplan.lexicon import phrases
from vnplan.reading.clean import UPPER
from vnplan.reading.context import Context
from vnplan.reading.patterns import searched
from vnplan.reading.places import is_agent, is_place, is_reporter
from vnplan.reading.scene import Sight
from vnplan.reading.statements import MEASURES, Lead, Span, trim

HAVING = searched(
    r"(?<!\w)(?:có|hiện có|có thêm|có tới|thêm|với|gồm|xuất hiện|ghi nhận|xảy ra|thành lập|cấp phép|thu hút)"
    r"(?: (?:được|thêm|mới|tổng số|tổng cộng|khoảng|trên|hơn|gần))*\s*$"
)
COUNTED_NAME = re.compile(r"(?:tổng )?số |tỷ lệ |tổng |quy mô |(?:[^,;]* )?dân số$")
OF_A_WHOLE = re.compile(
    r" (?:của )?(?:grdp|gdp|tổng|dân số|diện tích|vốn đăng ký)(?!\w)(?![^,;.]{0,50} (?:giao|dự toán|kế hoạch)(?!\w))"
)
"""What a percentage is a part of: "bằng 38% GRDP", "35% tổng chi ngân sách"."""
_OF_PLACES = re.compile(
    r" (?:của|các|một số|những|tại|ở|trên|có|so với|tăng|giảm|đạt|là|như|cao|thấp|toàn|cả)(?!\w)|[(,;:]"
)
_SPACE = re.compile(" ")
_GOES_ON = re.compile(
    r"(?:tiếp tục|giữ vững|duy trì|vẫn|đang|cũng|đã|mới|chỉ|có(?! thu| việc| bằng| khả)|sẽ|phải|cố gắng|ước đạt|thống nhất|quyết nghị(?: thông qua)?|thông qua"
    r"|biểu quyết|đặt (?:mục tiêu|chỉ tiêu)|phấn đấu|ghi nhận|phát động|điều chỉnh|triển khai)(?!\w)"
)
_OPENS_LIST = re.compile(r"(?<!\w)(?:cụ thể|như sau|gồm|trong đó)$")
_GROUPS = re.compile(r"(?:nhóm|tiêu chí|nhóm tiêu chí|lĩnh vực|công tác|nội dung)(?!\w)")
"""What a label before a colon groups, without measuring it: "Nhóm tiêu chí về quy hoạch: 100% các xã …"."""
_WHOLE_BODY = re.compile(
    r"toàn (?:đảng bộ|ngành|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|vùng|trường|đảng|quốc)(?!\w)"
)
_ABOUT = searched(r"(?<!\w)(?:về|tại|ở|đối với) $")
_LONG_ACT = 4
"""Spaces in the words of an act that belongs to the name: "đầu tư nâng cấp, vận hành"."""
_LONG_AGENT = 9
"""Words in which the place or body that acts is looked for at the head of a name."""
_WITH = re.compile(r"[ ,]với $")
UNNAMED = ("count:lượt", "count:người", "count:trường hợp")
"""Counts that say little of what is counted."""


def is_name(span: Span) -> bool:
    """Whether any words were found."""
    return span[0] < span[1]


def own_name(sight: Sight, after: Span, *, relative: bool) -> Span:
    """The words before a figure that name it, those after it, or both: `relative` for what is held against another."""
    lead, figure, flow = sight.lead, sight.figure, sight.flow
    own = _without_agent(sight, _past_the_whole(sight), lead.end)
    counts = sight.is_percent and is_name(after) and not relative and OF_A_WHOLE.match(flow, figure.end) is None
    counts = counts and "chiếm" not in sight.own_words
    moved = sight.is_percent and is_name(after) and lead.has("up", "down") and is_agent(sight.context, *own)
    if moved or (counts and (_WITH.search(flow, lead.end, figure.start) or is_place(sight.context, *own))):
        return (
            after  # "nông thôn phát triển với 95,8% xã đạt chuẩn", "Ban ATGT đặt mục tiêu kéo giảm 5% cả ba tiêu chí"
        )
    if is_name(after) and lead.colon and _only_labels(sight, own):
        return (sight.unit_start, after[1]) if sight.is_counted else after
    if sight.is_percent and is_name(after) and not lead.verbs and phrases("doing").get(lead.text) is not None:
        return own[0], after[1]  # "Nâng cấp ít nhất 20% sản phẩm"
    counts_things = sight.dimension.startswith("count:")
    if relative or lead.colon or sight.is_percent or not (counts_things or is_name(after)):
        return _told_before_agent(sight, own) or own
    end = after[1] if is_name(after) else sight.unit_end
    if is_place(sight.context, *own) and ((counts_things and figure.number_end < figure.end) or is_name(after)):
        return (sight.unit_start, end) if counts_things else after
    if (act := _what_was_done(sight, own, after)) is not None:
        return act
    brought_in = sight.is_counted and (presents(flow, lead) or _only_acts(lead))
    proper = (
        _PROPER.fullmatch(sight.context.copy.text, *own) is not None
    )  # "ba xã Tân Lập và Đồng Tiến với 14.872 nhân khẩu"
    if brought_in and (
        is_name(after) or proper or _WHOLE_BODY.match(flow, *own) or flow.startswith("đảng bộ ", own[0])
    ):
        return sight.unit_start, end
    return own


_PROPER = re.compile(rf"(?:[{UPPER}]\w*,? )+và (?:[{UPPER}]\w*(?: |$))+")
"""Proper nouns and nothing else, which say of what several places the things are."""


def _what_was_done(sight: Sight, own: Span, after: Span) -> Span | None:
    """An act with what it was done to: "nâng cấp 12 km đường", "thu hút được 650 triệu USD vốn FDI"."""
    flow, verbs = sight.flow, sight.lead.verbs
    if states(sight.lead) or phrases("doing").at(flow, *own) is None:
        return None
    alone = phrases("doing").get(flow[slice(*own)]) is not None
    right_before = not flow[own[1] : sight.figure.start].strip(" :")
    if right_before and not alone and not is_name(after) and sight.dimension in UNNAMED:
        return own  # "xuất khẩu lao động 38 người"
    if flow.count(" ", *own) <= _LONG_ACT and (not verbs or not is_name(after)):
        return own[0], max(own[1], after[1] if is_name(after) else sight.unit_end)
    return (own[0], after[1]) if alone and is_name(after) and not sight.is_counted else None


def out_of_a_count(sight: Sight, after: Span) -> Span | None:
    """The name of so many out of a number that no figure is of: "trong 11 nhóm hàng, có 9 nhóm tăng giá"."""
    lead, unit = sight.lead, sight.flow[sight.unit_start : sight.unit_end]
    if not sight.is_counted or lead.colon or not lead.text[:1].isdigit():
        return None
    counted = lead.text.lstrip("0123456789.")
    if counted.startswith(f" {unit} "):
        return lead.end - len(counted) + 1, lead.end
    return sight.unit_start, max(after[1], sight.unit_end)


def in_a_whole(sight: Sight, after: Span) -> Span | None:
    """The name of the parts that a whole or a place is told to have: "Khu vực nội thị gồm 8 phường", "Toàn tỉnh có: 29 trường THPT"."""
    lead, flow = sight.lead, sight.flow
    if not sight.is_counted:
        return None
    says_what = sight.dimension not in UNNAMED and not (COUNTED_NAME.match(lead.text) or MEASURES.match(lead.text))
    whole = says_what and "gồm" in flow[lead.end : lead.stop]
    listed = lead.colon and is_name(after) and is_place(sight.context, lead.start, lead.end)
    return (sight.unit_start, after[1] if is_name(after) else sight.unit_end) if whole or listed else None


def _only_labels(sight: Sight, own: Span) -> bool:
    """Whether the words before a colon only say what follows is about: "Về chuyển đổi số: 85% hồ sơ …"."""
    lead, flow = sight.lead, sight.flow
    about = sight.is_percent and _ABOUT.search(flow, max(0, lead.start - 9), lead.start) is not None
    opens = sight.is_counted and _OPENS_LIST.search(flow, *own) is not None
    return about or opens or _GROUPS.match(lead.text) is not None


def _past_the_whole(sight: Sight) -> int:
    """Where a name begins after the whole that a percentage is of: "chiếm 26% tỷ trọng xuất khẩu và thâm hụt đạt"."""
    lead, before = sight.lead, sight.last
    joined = sight.flow.find(" và ", lead.start, lead.end) if before is not None else -1
    of_it = before is not None and before.part_of_whole and not sight.flow[before.end : lead.start].strip()
    return joined + len(" và ") if joined >= 0 and of_it else lead.start


def states(lead: Lead) -> bool:
    """Whether a verb of reaching stands between a name and its figure: "đạt", "là"."""
    return any(verb.kind == "verb" for verb in lead.verbs)


_MEASURED_FIRST = re.compile(r"[\s*_\"-]*(?:(?:dự kiến|ước|về|kết quả) )?(?P<name>[^,;:.()]{5,60}), ")


def _told_before_agent(sight: Sight, own: Span) -> Span | None:
    """What a sentence opens with, before the body that is told to reach so much: "Số thu năm 2020, Cục Thuế đạt 300 tỷ đồng"."""
    first = _MEASURED_FIRST.match(sight.flow, sight.clause.sentence_start, own[0])
    if first is None or first.end() != own[0] or sight.is_counted or not is_agent(sight.context, *own):
        return None
    return measured(sight, first.span("name"))


def _without_agent(sight: Sight, start: int, end: int) -> Span:
    """The words without the place or body that does what they tell: "TPHCM phê duyệt" of 936 procedures."""
    flow, text, doing, earning = sight.flow, sight.context.copy.text, phrases("doing"), phrases("earning")
    acting = is_agent if sight.is_counted else is_reporter
    for space in islice(_SPACE.finditer(flow, start, end), _LONG_AGENT):
        agent, rest = (start, space.start()), space.end()
        if text[rest].isupper():
            continue
        goes_on = _GOES_ON.match(flow, rest, end)
        if goes_on is None and doing.at(flow, rest, end) is None and earning.get(flow[rest:end]) is None:
            continue
        if _agent_before(goes_on, acting)(sight.context, *agent):
            told = trim(sight.context, rest, end) if goes_on else (rest, end)
            return told if is_name(told) else agent
    return start, end


def _agent_before(
    goes_on: re.Match[str] | None, acting: Callable[[Context, int, int], bool]
) -> Callable[[Context, int, int], bool]:
    """What is taken off before those words: only a place has things, and any body decrees."""
    if goes_on is None:
        return acting
    decrees = goes_on[0].startswith(("quyết nghị", "thông qua", "đặt", "phấn đấu"))
    return is_agent if decrees else is_place if goes_on[0] == "có" else acting


def _only_acts(lead: Lead) -> bool:
    """Whether a subject and its verb stand before a count, not the name of what is counted."""
    return not states(lead) and not COUNTED_NAME.match(lead.text)


def presents(flow: str, lead: Lead) -> bool:
    """Whether the words before a count only bring it in: "Đồng Nai có 1.000 dự án …"."""
    brings_in = HAVING.search(flow[lead.start : lead.stop].strip()) is not None
    return brings_in and not COUNTED_NAME.match(lead.text)


def measured(sight: Sight, span: Span | None) -> Span | None:
    """The noun in a stretch that says what is measured, without the places that it is measured of."""
    found = None if span is None else MEASURES.search(sight.flow, *span)
    if span is None or found is None:
        return None
    stop = _OF_PLACES.search(sight.flow, found.end(), span[1])
    end = span[1] if stop is None else stop.start()
    dates = sight.context.mentions_between(found.start(), end)
    return trim(sight.context, found.start(), dates[0].start if dates else end)
