"""Whose figure it is: the place that its sentence, paragraph or heading tells of (số liệu của địa phương nào)."""

from __future__ import annotations

import re

from vnplan.reading.context import open_bracket
from vnplan.reading.named_places import COUNTRY, Places
from vnplan.reading.raw import RawPlace
from vnplan.reading.scene import Sight

_OPENS = r"(?:^|[.;:\n(•+*-]\s*)"
_SUBJECT = re.compile(
    rf"{_OPENS}(?:(?:riêng|trong đó|còn|và|tại|ở|trên địa bàn|về phía|đối với|cụ thể|như|là|có|đặc biệt|trong khi(?: đó)?)[ ,:]*)*$"
)
"""The words before a place that make it what the clause tells of."""
_INNER = re.compile(
    r"(?:,|(?<!\w)(?:và|còn|riêng|tại|ở|trên địa bàn|trong khi(?: đó)?))\s*(?:(?:riêng|tại|ở|trên địa bàn)\s*)*$"
)
_OF = re.compile(
    r"(?<!nhất )(?<!lớn )(?<!điểm )(?<!cáo )(?<!đạo )(?<!quyết )(?<!định )(?<!giao )(?<!liệu )(?<!tiêu )(?<!phía )của\s*$|(?:bình quân|trung bình|mức)(?: chung)?\s*$"
)
_TELLS = re.compile(
    r" ?(?:\([^()\n]{0,20}\) ?)?(?:(?:cũng|đã|vẫn|chỉ|mới|ước|lần lượt|hiện|tuy) )*(?:đạt|là|tăng|giảm|chiếm|còn|có|thu|chi|bằng|giữ|ở mức|gieo|trồng|giải ngân|thực hiện|hoàn thành|xuất khẩu|nhập khẩu|với)(?!\w)"
    r"| ?[:(]? ?(?:(?:trên|dưới|hơn|gần|khoảng|đạt) )?\d"
)
"""What follows a place of which something is told."""
_ACTS = re.compile(
    r" ?,? ?(?:đã )?(?:giao|ban hành|cho biết|cho hay|phê duyệt|yêu cầu|chỉ đạo|tổ chức|quyết định|đề nghị|báo cáo|thông tin|phối hợp)(?!\w)"
)
_JOINED = re.compile(r",? (?:và )?")
_BACK = 60
"""Characters before a place in which its clause opens."""


def find_place(sight: Sight) -> RawPlace | None:
    """The place that a figure is of; None where it is of the one that the text is about."""
    figure, clause, places = sight.figure, sight.clause, sight.section.places
    if figure.of is not None and (level := sight.reading.figures[figure.of]).start >= clause.sentence_start:
        return level.place
    if sight.is_percent and figure.role == "actual" and _is_only_a_place(places, sight):
        return None  # a part of what the text is about: "tập trung ở Quận 1 (9,68%)"
    own = _told_in(places, sight, clause.before, figure.start, inner=True)
    if own is None:
        own = _told_in(places, sight, clause.told_from, clause.before, inner=False)
    if own is None and clause.told_from > clause.block.start:
        own = _opening(places, sight)
    if own is None:
        own = sight.section.place()
    return places.other(own)


def _is_only_a_place(places: Places, sight: Sight) -> bool:
    """Whether a percentage only tells again of a place which part of the whole lies there."""
    start, end = sight.span
    named = places.between(start, end)
    opened = sight.flow.endswith(" (", 0, sight.figure.start)
    return any(place.end == end and (place.start == start or opened) for place in named if place != COUNTRY)


def _told_in(places: Places, sight: Sight, start: int, end: int, *, inner: bool) -> RawPlace | None:
    """The last place in a stretch of which something is told."""
    flow, low = sight.flow, sight.clause.told_from
    named = places.between(start, end)
    bracket = open_bracket(flow, low, sight.figure.start) if named else None
    for place in reversed(named):
        opened = open_bracket(flow, low, place.start)
        if opened is not None and opened != bracket:
            continue
        if _governs(places, sight, place, inner=inner):
            return place
    return None


def _governs(places: Places, sight: Sight, place: RawPlace, *, inner: bool) -> bool:
    flow, low = sight.flow, sight.clause.told_from
    if _ACTS.match(flow, place.end):
        return False
    before = flow[max(low, place.start - _BACK) : place.start]
    if place.start - _BACK > low:
        before = "~" + before  # no clause opens where the stretch is cut off
    if _without_time(places, low, place, before):
        return not _is_one_of_several(places, place, flow)
    if not inner or _is_one_of_several(places, place, flow):
        return False
    time = places.context.mention_starting(place.end + 1)
    told = _TELLS.match(flow, place.end if time is None else time.end)
    if told is None:
        return False
    return _INNER.search(before) is not None or (_OF.search(before) is not None and not told[0].endswith("với"))


def _without_time(places: Places, low: int, place: RawPlace, before: str) -> bool:
    """Whether a clause opens with a place, apart from its time: "Năm 2020, Gia Lai đạt …"."""
    if _SUBJECT.search(before):
        return True
    times = places.context.mentions_between(max(low, place.start - _BACK), place.start)
    if not times:
        return False
    between = places.context.flow[times[-1].end : place.start]
    return (
        not between.strip(" ,") and _SUBJECT.search(before[: len(before) - (place.start - times[-1].start)]) is not None
    )


def _is_one_of_several(places: Places, place: RawPlace, flow: str) -> bool:
    """Whether several places are told of together: "huyện A và huyện B đạt …"."""
    for other in places.between(max(0, place.start - _BACK), place.start):
        if other.end <= place.start and _JOINED.fullmatch(flow, other.end, place.start):
            return True
    return any(
        _JOINED.fullmatch(flow, place.end, other.start) for other in places.between(place.end, place.end + _BACK // 10)
    )


def _opening(places: Places, sight: Sight) -> RawPlace | None:
    """The place with which the paragraph opens, where no sentence since is told of another."""
    block, flow = sight.clause.block, sight.flow
    first = next(iter(places.between(block.body, min(sight.clause.told_from, block.body + _BACK))), None)
    if first is None or not _without_time(places, block.body, first, flow[block.body : first.start]):
        return None
    if _ACTS.match(flow, first.end) or _is_one_of_several(places, first, flow):
        return None
    since = [place for place in places.between(first.end, sight.figure.start) if place != first]
    return None if since else first
