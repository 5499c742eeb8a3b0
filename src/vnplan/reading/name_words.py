"""A name as it is written: its head, its respect, its place, and names told in turn (cách ghi tên chỉ tiêu)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.reading.context import open_bracket
from vnplan.reading.naming import LONG_LIST, RESPECT, RESPECTS
from vnplan.reading.own_names import measured
from vnplan.reading.patterns import searched
from vnplan.reading.places import is_place
from vnplan.reading.raw import RawFigure
from vnplan.reading.scene import Sight
from vnplan.reading.statements import Span, trim

_CLAUSES = re.compile(
    r"(?<!tổng sản phẩm)\s(?:của các|của những|tại|(?<!thông )(?<!vượt )(?<!trải )qua|thuộc|do|trên địa bàn|nhằm|trong khi|(?<!đối )với các)\s|\s?\((?!\w{1,12}\))"
)
_IN_TURN = searched(r"(?<!\w)(?:lần lượt(?= (?:là|đạt|tăng|giảm|bằng|chiếm|ở mức|\d)|:)|tương ứng(?= là|:))")
_MEMBERS = re.compile(r",? và |, (?=\D)")
_NEXT_IN_TURN = re.compile(r"(?:; ?|, ?| và | ?[-–] ?)(?:và )?\d[\d.,]*\d? ?%")
_PARTS = re.compile(r"[, ]*chiếm(?: tỷ lệ)? ?")
_DASHED = re.compile(r"(?: ?[-–] ?\d[\d.,]*\d? ?%){2}")
"""Three percentages or more that are told in turn without a word: "(mục tiêu: 28% - 40% - 32%)"."""
_OPENS_LIST = searched(r"(?<!\w)(?:như sau|như|gồm|trong đó|cụ thể)(?!\w)|:(?!\d)")
_DEGREE = re.compile(r"(?P<word>mức độ|cấp độ|hạng|loại|lớp) \d+")
_TELLS = re.compile(
    r"\s(?:vẫn|đang|đều (?:đạt|vượt|tăng|giảm|hoàn thành)|đã (?:tăng|giảm)|còn (?:cao|thấp|nhiều|chậm|ít)|tiếp tục|chuyển dịch|sụt giảm|dao động|có (?:nhiều|xu hướng|chiều hướng|bước|sự)|gặp|có mức|đạt mức|tăng cao"
    r"|tăng trưởng (?:tốt|khá|cao|ổn định)|(?:tăng|giảm)(?: mạnh| nhẹ| sâu| khá| cao| chậm)? so (?:với|cùng)|tăng (?:vọt|đột biến)|(?:tăng|giảm) (?:mạnh|sâu|cao|nhiều) nhất|chiếm (?:tỷ (?:lệ|trọng)|phần|đa số|ưu thế)|không ngừng|không (?:đạt|hoàn thành)|ngày càng|tương đối|(?:ước )?đạt(?= \d)|cơ bản(?<!xây dựng cơ bản)|được (?:triển khai|đẩy mạnh|chú trọng|quan tâm|tăng cường)|luôn|là (?:điểm|lĩnh vực|mặt hàng|ngành|địa phương|thị trường|một|nhóm|nước))(?!\w)"
)
"""Words with which a clause begins to tell something of the phrase before."""
_ADJUSTS = re.compile(
    r"(?:điều chỉnh|thống nhất|thông qua|quy định) (?=(?:tỷ lệ|tốc độ|tổng|số|mức|diện tích|sản lượng|giá trị|grdp|thu|chi|vốn|dự toán)(?!\w))"
)
"""What a resolution does to what it names: "Điều chỉnh tốc độ tăng trưởng là 7,0 - 7,5%"."""
_ASIDE = re.compile(r" \((?:\d[\d.,]*%|\s*)\)")
_IN_A_TIME = re.compile(r" (?:ước(?: tính)? |dự ước )?(?:trong|của|vào|trong cả)?\s*$")
_RANKED = re.compile(r"\s(?:đứng|xếp|dẫn đầu)(?: thứ| hạng| vị trí|\s|$)")
_LEADS_IN = searched(r"(?<!\w)(?:dẫn đầu|đứng đầu|(?:đứng|xếp) (?:thứ|hạng) \w+)(?:,? \w+){0,12}? về (?=\w)")
_LONG_NAME = 12
"""Words from which a name is cut down to its head."""


def write_name(sight: Sight) -> None:
    """Give the figure its name as worded, and its places."""
    figure, span = sight.figure, sight.span
    if span[0] >= span[1]:
        return
    adjusts = _ADJUSTS.match(sight.flow, *span)
    span = span if adjusts is None else (adjusts.end(), span[1])
    if span[1] <= figure.start and sight.entry is None:
        head = _head_of(sight.flow, span)
        head = head if head == (sight.lead.start, sight.lead.end) else trim(sight.context, *head)
        span = head if head[0] < head[1] else span
    figure.name_spans = tuple(_worded(sight, span))
    text = sight.context.copy.text
    _leave_bound(sight)
    words = " ".join([text[start:end] for start, end in figure.name_spans]).replace("*", " ")
    figure.name = " ".join((_ASIDE.sub("", words) if "(" in words else words).split())
    _complete(sight)
    _add_respect(sight)
    _share_predicate(sight)
    if _changes_or_shares(sight) and is_place(sight.context, *span):
        _of_a_place(sight, span)
    else:
        sight.clause.head = span


_OR_MORE = " trở lên"
_BOUNDED = re.compile(r"\d|(?<!\w)(?:từ|thứ|cấp|bậc|mức|hạng)(?!\w)")
"""What "trở lên" at the end of a name belongs to, where it is not the figure."""


def _leave_bound(sight: Sight) -> None:
    """The second half of a bound is no part of the name: "từ 80% tổ chức đảng hoàn thành tốt nhiệm vụ trở lên"."""
    figure, flow = sight.figure, sight.flow
    start, end = figure.name_spans[-1]
    opened = figure.comparator == ">=" and flow.startswith("từ ", figure.start)
    if opened and flow.endswith(_OR_MORE, start, end) and not _BOUNDED.search(flow, start, end):
        figure.name_spans = (*figure.name_spans[:-1], (start, end - len(_OR_MORE)))


def _worded(sight: Sight, span: Span) -> Iterator[Span]:
    """The parts of a name without the figure itself and without a date in its midst: "đầu tư công … của huyện"."""
    figure, flow = sight.figure, sight.flow
    start, end = span
    parted = [told.name_spans for told in sight.reading.figures[-LONG_LIST:] if len(told.name_spans) > 1]
    for spans in reversed(parted):
        if (spans[0][0], spans[-1][1]) == span:
            yield from spans  # without the figure in its midst
            return
    if start < figure.start < end:
        own = not sight.is_counted and sight.lead.start <= start < sight.lead.end
        yield start, sight.lead.end if own else figure.start
        yield (sight.unit_start if sight.is_counted else figure.end), end
        return
    for mention in sight.context.mentions_between(start + 1, end - 1):
        if mention.base:
            continue
        before = _IN_A_TIME.search(flow, start, mention.start)
        if before is not None and flow.count(" ", start, before.start()) >= 1:
            yield start, before.start()
            start = mention.end
    yield start, end


def _add_respect(sight: Sight) -> None:
    """Whether it is the quantity or the value that changed: "giảm 14,5% về lượng và 10,8% về trị giá"."""
    figure = sight.figure
    respect = RESPECT.match(sight.flow, figure.end, sight.limit) if figure.role == "change" else None
    if respect is not None and respect["name"] in RESPECTS and figure.name and figure.name != respect["name"]:
        figure.name = f"{figure.name} ({respect['name']})"
        figure.name_spans = (*figure.name_spans, respect.span("name"))


_PREDICATE = re.compile(r"(?<=\w )(?:đạt|được|hoàn thành|tham gia|sử dụng|đi vào|vững mạnh)(?!\w)")
_UNITS_OF_PLACES = re.compile(r"count:(?:xã|phường|thị trấn|huyện|thị xã|thành phố|quận|thôn|ấp|bản|làng)(?!\w)")


def _share_predicate(sight: Sight) -> None:
    """Two things told of together share what is told of them: "88% làng và 90% gia đình đạt chuẩn văn hóa"."""
    before, figure, flow = sight.last, sight.figure, sight.flow
    if before is None or sight.own_words.strip() != "và" or before.role != figure.role or not before.name_spans:
        return
    alike = sight.is_percent and before.unit == figure.unit
    if not (alike or (_UNITS_OF_PLACES.match(sight.dimension) and _counts_places(before))):
        return
    start, end = figure.name_spans[-1]
    told = _PREDICATE.search(flow, max(start, figure.end), end)
    first = before.name_spans[-1]
    if told is None or first[1] < before.end or _PREDICATE.search(flow, first[0], first[1]):
        return
    before.name_spans = (*before.name_spans, (told.start(), end))
    before.name = f"{before.name} {' '.join(sight.context.copy.text[told.start() : end].split())}"


def _counts_places(figure: RawFigure) -> bool:
    return figure.unit is not None and _UNITS_OF_PLACES.match(figure.unit.dimension) is not None


def _changes_or_shares(sight: Sight) -> bool:
    return not sight.is_counted or sight.figure.role in ("change", "share")


def _of_a_place(sight: Sight, place: Span) -> None:
    """A list of places says once what it tells of them: "tăng trưởng các tỉnh như sau: Hà Nội tăng 7,92%; …"."""
    grown = sight.clause.start, sight.figure.start
    head = measured(sight, _list_opening(sight)) or measured(sight, sight.clause.head) or _growth(sight, *grown)
    if head is None:
        return
    figure, text = sight.figure, sight.context.copy.text
    figure.name = " ".join(f"{text[head[0] : head[1]]} {figure.name}".replace("*", " ").split())
    figure.name_spans = (head, place)


def _growth(sight: Sight, start: int, end: int) -> Span | None:
    found = sight.flow.rfind("tăng trưởng", start, end)
    return None if found < 0 else (found, found + len("tăng trưởng"))


def _list_opening(sight: Sight) -> Span | None:
    """The words of the sentence before the colon or word that opens the list in which a figure stands."""
    start = sight.clause.sentence_start
    opened = None
    for match in _OPENS_LIST.finditer(sight.flow, start, sight.lead.start or sight.figure.start):
        opened = match.start()
    return None if opened is None else (start, opened)


def name_respectively(sight: Sight) -> None:
    """Several figures told of several things in turn: "dịch vụ và nông nghiệp lần lượt tăng 8,4% và 1,1%"."""
    clause, figure = sight.clause, sight.figure
    told = "lần lượt" in sight.own_words or "tương ứng" in sight.own_words
    if told and _IN_TURN.search(sight.flow, clause.start, figure.start + 1):
        clause.turn = _told_in_turn(sight) or _named_before(sight)
    elif figure.role == "target" and _DASHED.match(sight.flow, figure.end):
        clause.turn = _named_before(sight)
    elif figure.role == "actual" and _PARTS.fullmatch(sight.own_words):
        clause.turn = _counted_in_turn(sight)
    elif sight.lead.names or sight.lead.verbs or sight.last is None or sight.last.unit != figure.unit:
        clause.turn = []
    if clause.turn:
        span = clause.turn.pop(0)
        figure.name = " ".join(sight.context.copy.text[span[0] : span[1]].split())
        figure.name_spans = (span,)


def _told_in_turn(sight: Sight) -> list[Span]:
    """The members of the phrase that the figures are told of, where it joins several."""
    start, end = sight.span
    parts, position = [], start
    for match in _MEMBERS.finditer(sight.flow, start, end):
        parts.append(trim(sight.context, position, match.start()))
        position = match.end()
    parts.append(trim(sight.context, position, end))
    return parts if len(parts) > 1 and all(part[0] < part[1] for part in parts) else []


def _named_before(sight: Sight) -> list[Span]:
    """The names of the levels before, as many as figures follow: "(cùng kỳ tương ứng là 23,9%; 39,8%; 31,6%)"."""
    follow, position = 1, sight.figure.end
    while (match := _NEXT_IN_TURN.match(sight.flow, position, sight.clause.block.end)) is not None:
        follow, position = follow + 1, match.end()
    levels = _alike_before(sight)
    return [f.name_spans[0] for f in levels[-follow:]] if 1 < follow <= len(levels) else []


def _counted_in_turn(sight: Sight) -> list[Span]:
    """The names of two counts whose parts of their wholes follow: "có 5 hộ nghèo và 22 hộ cận nghèo, chiếm 1,2% và 3,6%"."""
    follow = _NEXT_IN_TURN.match(sight.flow, sight.figure.end, sight.clause.block.end)
    start = max(sight.clause.sentence_start, sight.flow.rfind(";", 0, sight.figure.start))
    pair = [f for f in sight.reading.figures[-2:] if f.start >= start and len(f.name_spans) == 1]
    sorts = {_counts_like(f) for f in pair}
    alike = len(pair) > len(sorts) == 1 and "percent" not in sorts
    return [f.name_spans[0] for f in pair] if follow is not None and alike else []


def _alike_before(sight: Sight) -> list[RawFigure]:
    """The figures before of which others may be told in turn: of the same kind, or the levels that change.

    In "đàn trâu 3.120 con, đàn bò 12.480 con (bò lai 68%), tăng lần lượt 0,3% và 2,1%" the levels are the herds.
    """
    figure, clause = sight.figure, sight.clause
    named = [f for f in sight.reading.figures[-LONG_LIST:] if len(f.name_spans) == 1]
    if figure.role == "actual":
        return [f for f in named if f.role == figure.role and f.unit == figure.unit and f.start >= clause.block.start]
    told = [f for f in named if f.role in ("actual", "target") and f.start >= clause.sentence_start]
    told = [f for f in told if open_bracket(sight.flow, clause.sentence_start, f.start) is None]
    return [f for f in told if _counts_like(f) == _counts_like(told[-1])]


def _counts_like(figure: RawFigure) -> str | None:
    return None if figure.unit is None else figure.unit.dimension


def _complete(sight: Sight) -> None:
    """A name that only tells its degree takes its head from the name before: "mức độ 3 đạt …, mức độ 4 đạt …"."""
    figure, before = sight.figure, sight.last
    degree = _DEGREE.fullmatch(figure.name.lower()) if figure.name[-1:].isdigit() else None
    if degree is None or before is None or before.name_spans == figure.name_spans:
        return
    head, found, _ = before.name.lower().rpartition(degree["word"])
    if found:
        figure.name = before.name[: len(head)] + figure.name
        figure.name_spans = (*before.name_spans, *figure.name_spans)


def _head_of(flow: str, span: Span) -> Span:
    """A very long name without what only qualifies its head."""
    start, end = span
    leads = _LEADS_IN.search(flow, start, end)
    if leads is not None:
        return leads.end(), end
    ranked = _RANKED.search(flow, start + 1, end)
    if ranked is not None:
        joined = flow.find(" và ", ranked.end(), end)
        start, end = (start, ranked.start()) if joined < 0 else (joined + len(" và "), end)
    told = _TELLS.search(flow, start, end)
    if told is not None and flow.count(" ", start, told.start()) >= 1:
        end = told.start()
    if flow[start:end].count(" ") < _LONG_NAME:
        return start, end
    for match in _CLAUSES.finditer(flow, start, end):
        if flow[start : match.start()].count(" ") >= 2:
            return start, match.start()
    return start, end
