"""Which noun phrase says what a figure measures (tên chỉ tiêu)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.lexicon import phrases
from vnplan.reading.places import is_place, is_reporter
from vnplan.reading.raw import RawFigure
from vnplan.reading.scene import CAPTION, Sight
from vnplan.reading.statements import MEASURES, Lead, Span, following_name, read_lead, trim

_ONLY_PLANNED = re.compile(
    r"(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu|kịch bản)(?: [\w ]{0,40})?(?: giao| đề ra| đặt ra| pháp lệnh)"
    r"|(?:[\w ]{0,40} )?(?:giao|đề ra)|(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)(?: (?:năm|cả năm|phấn đấu))*"
)
_HAVING = re.compile(
    r"(?<!\w)(?:có|hiện có|có thêm|có tới|thêm|với|gồm|xuất hiện|ghi nhận|xảy ra|thành lập|cấp phép|thu hút)"
    r"(?: (?:được|thêm|mới|tổng số|tổng cộng|khoảng|trên|hơn|gần))*\s*$"
)
_COUNTED_NAME = re.compile(r"(?:tổng )?số |tỷ lệ |tổng ")
_CLAUSES = re.compile(
    r"(?<!tổng sản phẩm)\s(?:của các|của những|tại|qua|thuộc|do|trên địa bàn|nhằm|trong khi|với các)\s|\s?\((?!\w{1,12}\))"
)
_SCALED = re.compile(r"[^\w]*(?:(?:nghìn|ngàn|vạn|triệu|tỷ) +)*")
_RESPECT = re.compile(
    r" về (?P<name>(?:số|tổng|sản lượng|khối lượng|giá trị|trị giá|kim ngạch|vốn|lượng|diện tích|năng suất|doanh thu|quy mô)"
    r"(?: (?!và |so |với |trong |tăng |giảm |nhưng )\w+){0,8})"
)
"""In which respect something changed: "tăng 12,9% về số doanh nghiệp và tăng 39% về số vốn"."""
_OF_PLACES = re.compile(
    r" (?:của|các|một số|những|tại|ở|trên|có|so với|tăng|giảm|đạt|là|như|cao|thấp|toàn|cả)(?!\w)|[(,;:]"
)
_IN_TURN = re.compile(r"(?<!\w)(?:lần lượt(?= (?:là|đạt|tăng|giảm|bằng|chiếm|ở mức|\d)|:)|tương ứng(?= là|:))")
_MEMBERS = re.compile(r",? và |, (?=\D)")
_NEXT_IN_TURN = re.compile(r"(?:; ?|, ?| và )(?:và )?\d[\d.,]*\d? ?%")
_LONG_LIST = 24
"""Figures before in which the members of a list are looked for."""
_OPENS_LIST = re.compile(r"(?<!\w)(?:như sau|như|gồm|trong đó|cụ thể)(?!\w)|:(?!\d)")
_RESPECTS = ("lượng", "số lượng", "sản lượng", "khối lượng", "trị giá", "giá trị", "kim ngạch")
"""Those that name nothing by themselves."""
_RANKS = re.compile(r"(?:xếp|đứng) (?:thứ|hạng|đầu|vị trí)|khá \w+ \w+$")
_DEGREE = re.compile(r"(?P<word>mức độ|cấp độ|hạng|loại|lớp) \d+")
_PART = re.compile(r"(?<!\w)chiếm(?: [^\W\d]+){0,3}\s*$")
_TELLS = re.compile(
    r"\s(?:vẫn|đang|tiếp tục|chuyển dịch|sụt giảm|dao động|có (?:nhiều|xu hướng|chiều hướng|bước|sự)|gặp|có mức|đạt mức|tăng cao"
    r"|không ngừng|không (?:đạt|hoàn thành)|ngày càng|tương đối|cơ bản|luôn|là (?:điểm|mặt hàng|ngành|địa phương|thị trường|một|nhóm|nước))(?!\w)"
)
"""Words with which a clause begins to tell something of the phrase before."""
_ASIDE = re.compile(r" \((?:\d[\d.,]*%|\s*)\)")
_ABOUT = re.compile(r"(?<!\w)(?:về|tại|ở|đối với) $")
_IN_A_TIME = re.compile(r" (?:trong|của|vào|trong cả)?\s*$")
_RANKED = re.compile(r"\s(?:đứng|xếp|dẫn đầu)(?: thứ| hạng| vị trí|\s|$)")
_LONG_ACT = 4
"""Spaces in the words of an act that belongs to the name: "đầu tư nâng cấp, vận hành"."""
_LONG_AGENT = 9
"""Words in which the place or body that acts is looked for at the head of a name."""
_LONG_NAME = 12
"""Words from which a name is cut down to its head."""
_NOWHERE: Span = (0, 0)


def find_name(sight: Sight) -> Span:
    """Where the noun phrase stands that says what a figure measures."""
    lead, clause = sight.lead, sight.clause
    respect = _RESPECT.match(sight.flow, sight.figure.end, sight.limit)
    if respect is not None and lead.has("up", "down", "ratio") and respect["name"] not in _RESPECTS:
        return respect.span("name")
    after = following_name(sight.context, sight.figure, sight.limit)
    if _moves_alone(sight, after):
        return _unit_start(sight.flow, sight.figure), max(after[1], sight.figure.end)
    relative = sight.tail.basis is not None or lead.has("up", "down", "ratio", "over", "under", "times")
    relative = relative or (
        clause.name is not None and "chiếm" in sight.own_words and _PART.search(sight.own_words) is not None
    )
    if (again := _counted_before(sight, after)) is not None:
        return again
    weak = _is_weak(sight)
    first = clause.before <= clause.sentence_start and not _is(after)
    if lead.names and not weak and (not lead.cut or first):
        return _own_name(sight, after, relative=relative)
    if lead.bracket and clause.name is not None and _of_the_plan(sight):
        return clause.name
    if lead.bracket and (outside := _before_bracket(sight)):
        return outside
    states = bool(lead.verbs)
    if _is_counted(sight):
        states = _states(lead) and _HAVING.search(sight.flow[lead.start : lead.stop].strip()) is None
    if clause.name is not None and (relative or weak or lead.bracket or (states and not _is(after))):
        return clause.name
    return _other_name(sight, after, relative=relative)


def _counted_before(sight: Sight, after: Span) -> Span | None:
    """The name of the count that a rise or fall is of, by its words after it or by its unit.

    In "31 vụ, làm chết 17 người; giảm 4 vụ, tăng 2 người chết" the fall is of the accidents, the rise of the dead.
    """
    if sight.lead.names or not _is_counted(sight) or not sight.lead.has("up", "down"):
        return None
    told = sight.flow[slice(*after)]
    levels = [figure for figure in _levels(sight) if figure.unit == sight.figure.unit and len(figure.name_spans) == 1]
    named = [f.name_spans[0] for f in levels if told and told in sight.flow[slice(*f.name_spans[0])]]
    if named:
        sight.told_to = after[1]
    elif not told and len(levels) == 1:
        named = [levels[0].name_spans[0]]
    return named[-1] if named else None


def _moves_alone(sight: Sight, after: Span) -> bool:
    """Whether a count rises or falls of which nothing was told before: "thu đạt 100%; giảm 10 hộ nghèo"."""
    if sight.lead.names or not _is_counted(sight) or not sight.lead.has("up", "down"):
        return False
    if sight.clause.before <= sight.clause.sentence_start:
        return True
    parted = ";" in sight.flow[sight.clause.before : sight.figure.start]
    told = _is(after) or " " in sight.flow[_unit_start(sight.flow, sight.figure) : sight.figure.end].strip()
    return parted and told and all(level.unit != sight.figure.unit for level in _levels(sight))


def _levels(sight: Sight) -> list[RawFigure]:
    """The levels of the sentence before a figure."""
    recent = sight.reading.figures[-_LONG_LIST:]
    return [f for f in recent if f.start >= sight.clause.sentence_start and f.role in ("actual", "target")]


def _is(span: Span) -> bool:
    return span[0] < span[1]


def _is_counted(sight: Sight) -> bool:
    return sight.dimension.startswith("count:") and "/" not in sight.dimension


def _is_weak(sight: Sight) -> bool:
    """Whether the phrase before only compares or plans, and so names nothing by itself."""
    lead = sight.lead
    if not lead.names:
        return False
    if phrases("weak").get(lead.text) is not None or _RANKS.match(lead.text):
        return True
    counts = sight.clause.name is not None or sight.is_percent or _is_counted(sight)
    return counts and _ONLY_PLANNED.fullmatch(lead.text) is not None


def _own_name(sight: Sight, after: Span, *, relative: bool) -> Span:
    lead, figure, flow = sight.lead, sight.figure, sight.flow
    own = _without_agent(sight, lead.start, lead.end)
    if lead.colon and sight.is_percent and _is(after) and _ABOUT.search(flow, max(0, lead.start - 9), lead.start):
        return after  # "Về chuyển đổi số: 85% hồ sơ được tiếp nhận trực tuyến"
    if relative or lead.colon or sight.is_percent or not (_is_counted(sight) or _is(after)):
        return own
    end = after[1] if _is(after) else figure.end
    if is_place(sight.context, *own) and (_is_counted(sight) or _is(after)):
        return (_unit_start(flow, figure), end) if _is_counted(sight) else after
    acts = not _states(lead) and phrases("doing").at(flow, *own) is not None
    if acts and flow.count(" ", *own) <= _LONG_ACT and (not lead.verbs or not _is(after)):
        return own[0], max(own[1], end)
    brought_in = _is_counted(sight) and (_presents(flow, lead) or _only_acts(lead))
    if brought_in and _is(after):
        return _unit_start(flow, figure), end
    return own


def _states(lead: Lead) -> bool:
    return any(verb.kind == "verb" for verb in lead.verbs)


def _without_agent(sight: Sight, start: int, end: int) -> Span:
    """The words without the place or body that does what they tell: "TPHCM phê duyệt" of 936 procedures."""
    flow, doing = sight.flow, phrases("doing")
    space = flow.find(" ", start, end)
    for _ in range(_LONG_AGENT):
        if space < 0:
            break
        if doing.at(flow, space + 1, end) is not None and is_reporter(sight.context, start, space):
            return space + 1, end
        space = flow.find(" ", space + 1, end)
    return start, end


def _only_acts(lead: Lead) -> bool:
    """Whether a subject and its verb stand before a count, not the name of what is counted."""
    return not _states(lead) and not _COUNTED_NAME.match(lead.text)


def _of_the_plan(sight: Sight) -> bool:
    """Whether a bracket only adds the plan of which a share was told: "đạt 68% chỉ tiêu giao của Bộ (5.250 tỷ đồng)"."""
    share = sight.last
    if share is None or share.role != "share" or share.start < sight.clause.sentence_start or sight.lead.verbs:
        return False
    return not re.search(r"[,;(\d]", sight.flow[share.end : sight.lead.edge])


def _before_bracket(sight: Sight) -> Span | None:
    opened = sight.flow.rfind("(", sight.clause.start, sight.figure.start)
    if opened <= 0:
        return None
    before = read_lead(sight.context, sight.clause.start, opened)
    return (before.start, before.end) if before.names else None


def _other_name(sight: Sight, after: Span, *, relative: bool) -> Span:
    """The name where the words before give none: after the figure, of the figure before, of the heading."""
    lead, carried = sight.lead, sight.clause.name
    if not relative:
        counts = _is_counted(sight) or _other_rate(sight)
        if counts and not (carried is not None and not _is(after) and _goes_on(sight)):
            return _unit_start(sight.flow, sight.figure), after[1] if _is(after) else sight.figure.end
        money = sight.dimension.startswith("money")
        if _is(after) and not (money and carried is not None and lead.verbs):
            return after
    if carried is not None:
        return carried
    if _is_weak(sight) and (subject := _measured(sight, (sight.clause.sentence_start, lead.start))) is not None:
        return subject
    if lead.names and not (_is(after) and _is_weak(sight)):
        return lead.start, lead.end
    return after if _is(after) else _heading_name(sight)


def _other_rate(sight: Sight) -> bool:
    """Whether other things are counted per head than right before: "8,5 bác sĩ và 34 giường bệnh/vạn dân"."""
    before, unit = sight.last, sight.figure.unit
    counts = sight.dimension.startswith("count:") and not sight.lead.verbs and not sight.lead.names
    return counts and before is not None and unit is not None and before.unit is not None and before.unit != unit


def _goes_on(sight: Sight) -> bool:
    """Whether a count goes on with the one before: "năm 2008 có 3.856.500 người, năm 2009 là 3.868.500 người"."""
    before = sight.last
    if before is None or before.unit != sight.figure.unit or before.start < sight.clause.sentence_start:
        return False
    return sight.lead.nearest in ("level", "to") and not _HAVING.search(sight.own_words.rstrip())


def _presents(flow: str, lead: Lead) -> bool:
    """Whether the words before a count only bring it in: "Đồng Nai có 1.000 dự án …"."""
    brings_in = _HAVING.search(flow[lead.start : lead.stop].strip()) is not None
    return brings_in and not _COUNTED_NAME.match(lead.text)


def _unit_start(flow: str, figure: RawFigure) -> int:
    """Where the counted noun of a figure begins: "lượt khách" of "5,5 triệu lượt khách"."""
    start = figure.upper_end if figure.upper_end > 0 else figure.number_end
    scale = _SCALED.match(flow, start, figure.end)
    return start if scale is None else scale.end()


def _heading_name(sight: Sight) -> Span:
    layout = sight.context.layout
    index = layout.index_at(sight.clause.block.start)
    for block in reversed(layout.blocks[max(0, index - 3) : index]):
        if block.is_heading and (block.level < CAPTION or sight.flow[block.end - 1] == ":"):
            return block.body, block.end
    return _NOWHERE


def write_name(sight: Sight) -> None:
    """Give the figure its name as worded, and its places."""
    figure, span = sight.figure, sight.span
    if not _is(span):
        return
    if span[1] <= figure.start and sight.entry is None:
        span = _head_of(sight.flow, span)
    figure.name_spans = tuple(_worded(sight, span))
    text = sight.context.copy.text
    words = " ".join(text[start:end] for start, end in figure.name_spans)
    figure.name = " ".join(_ASIDE.sub("", words.replace("*", " ")).split())
    _complete(sight)
    _add_respect(sight)
    if _changes_or_shares(sight) and is_place(sight.context, *span):
        _of_a_place(sight, span)
    else:
        sight.clause.head = span


def _worded(sight: Sight, span: Span) -> Iterator[Span]:
    """The parts of a name without the figure itself and without a date in its midst: "đầu tư công … của huyện"."""
    figure, flow = sight.figure, sight.flow
    start, end = span
    last = sight.last
    if last is not None and len(last.name_spans) > 1 and (last.name_spans[0][0], last.name_spans[-1][1]) == span:
        yield from last.name_spans  # without the figure in its midst
        return
    if start < figure.start < end:
        yield start, figure.start
        yield (_unit_start(flow, figure) if _is_counted(sight) else figure.end), end
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
    respect = _RESPECT.match(sight.flow, figure.end, sight.limit)
    if figure.role == "change" and respect is not None and respect["name"] in _RESPECTS and figure.name:
        figure.name = f"{figure.name} ({respect['name']})"
        figure.name_spans = (*figure.name_spans, respect.span("name"))


def _changes_or_shares(sight: Sight) -> bool:
    return not _is_counted(sight) or sight.figure.role in ("change", "share")


def _of_a_place(sight: Sight, place: Span) -> None:
    """A list of places says once what it tells of them: "tăng trưởng các tỉnh như sau: Hà Nội tăng 7,92%; …"."""
    grown = sight.clause.start, sight.figure.start
    head = _measured(sight, _list_opening(sight)) or _measured(sight, sight.clause.head) or _growth(sight, *grown)
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


def _measured(sight: Sight, span: Span | None) -> Span | None:
    """The noun in a stretch that says what is measured, without the places that it is measured of."""
    found = None if span is None else MEASURES.search(sight.flow, *span)
    if span is None or found is None:
        return None
    stop = _OF_PLACES.search(sight.flow, found.end(), span[1])
    end = span[1] if stop is None else stop.start()
    dates = sight.context.mentions_between(found.start(), end)
    return trim(sight.context, found.start(), dates[0].start if dates else end)


def name_respectively(sight: Sight) -> None:
    """Several figures told of several things in turn: "dịch vụ và nông nghiệp lần lượt tăng 8,4% và 1,1%"."""
    clause, figure = sight.clause, sight.figure
    told = "lần lượt" in sight.own_words or "tương ứng" in sight.own_words
    if told and _IN_TURN.search(sight.flow, clause.start, figure.start):
        clause.turn = _told_in_turn(sight) or _named_before(sight)
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
    return parts if len(parts) > 1 and all(_is(part) for part in parts) else []


def _named_before(sight: Sight) -> list[Span]:
    """The names of the levels before, as many as figures follow: "(cùng kỳ tương ứng là 23,9%; 39,8%; 31,6%)"."""
    follow, position = 1, sight.figure.end
    while (match := _NEXT_IN_TURN.match(sight.flow, position, sight.clause.block.end)) is not None:
        follow, position = follow + 1, match.end()
    levels = [
        f for f in sight.reading.figures[-_LONG_LIST:] if f.role == sight.figure.role and f.unit == sight.figure.unit
    ]
    levels = [f for f in levels if f.start >= sight.clause.block.start and len(f.name_spans) == 1]
    return [f.name_spans[0] for f in levels[-follow:]] if 1 < follow <= len(levels) else []


def _complete(sight: Sight) -> None:
    """A name that only tells its degree takes its head from the name before: "mức độ 3 đạt …, mức độ 4 đạt …"."""
    figure, before = sight.figure, sight.last
    degree = _DEGREE.fullmatch(figure.name.lower())
    if degree is None or before is None or before.name_spans == figure.name_spans:
        return
    head, found, _ = before.name.lower().rpartition(degree["word"])
    if found:
        figure.name = before.name[: len(head)] + figure.name
        figure.name_spans = (*before.name_spans, *figure.name_spans)


def _head_of(flow: str, span: Span) -> Span:
    """A very long name without what only qualifies its head."""
    start, end = span
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
