"""Figures with their words → rows: what each is, of what, when (ghép số liệu)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from vnplan.lexicon import phrases
from vnplan.reading.context import Context
from vnplan.reading.layout import Block, sentences
from vnplan.reading.periods import Mention
from vnplan.reading.raw import RawEntry, RawFigure, RawPeriod, Reading
from vnplan.reading.statements import Lead, Tail, following_name, is_growth_name, read_lead, read_tail

_AIM_HEAD = re.compile(r"(?<!\w)(?:chỉ tiêu|mục tiêu|phương hướng|nhiệm vụ|kế hoạch|định hướng|giải pháp)(?!\w)")
_RESULT_HEAD = re.compile(r"(?<!\w)(?:kết quả|tình hình|đánh giá|thực hiện nhiệm vụ|đạt được|thực trạng|hiện trạng)(?!\w)")
_AIM = re.compile(r"(?<!\w)(?:ph[ấâ]n đ[ấầâ]u|mục tiêu|đặt (?:ra|chỉ tiêu)|đề ra|giao (?!thông|quân|dịch|ban|lưu|thương|đất|hàng|nhận|thừa)|quyết tâm|cần đạt|phải đạt|kế hoạch (?:là|đề|đặt)|chỉ tiêu (?:phấn đấu|đến|đề ra|là|đạt|năm \d{4} là)|tầm nhìn|định hướng|hướng tới|sẽ đạt|sẽ tăng|dự kiến)(?!\w)")
_DONE = re.compile(r"(?<!\w)(?:đã (?:đạt|thực hiện|hoàn thành|giải ngân|thu)|kết quả|so (?:với )?cùng kỳ|ước (?:đạt|thực hiện|tính)|hoàn thành (?:\d|chỉ tiêu|vượt)|vượt (?:chỉ tiêu|kế hoạch|mục tiêu)|thực hiện được|tính đến|đến nay|lũy kế)(?!\w)")
_ESTIMATED = re.compile(r"(?<!\w)(?:ước|ướt|dự ước)(?!\w)")
_PLANNED_NAME = re.compile(r"(?:^|\W)(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|kịch bản|kh|nghị quyết|pháp lệnh)(?: (?:năm|đầu|tư|công|tỉnh|huyện|thành phố|tp|tw|trung ương|quận|hđnd|ubnd|được|giao|vốn|cả|đề ra|đặt ra|thu|của|là|phấn đấu|pháp lệnh|\d{4}))*\W*$")
_YEAR_BEFORE = re.compile(r"(?<!\w)cùng (?:kỳ|thời điểm)(?: (?:năm (?:trước|ngoái)|(?:năm )?\d{4}))?(?!\w)")


_SUBJECT = 110
"""Characters of a paragraph in which a period still belongs to what it is about."""


@define
class _Clause:
    """What the figures of a block hand on to one another."""

    block: Block
    start: int = 0
    """Where the words of the next figure begin."""
    sentence_start: int = 0
    sentence_end: int = 0
    name: tuple[int, int] | None = None
    before: int = 0
    """End of the figure before."""
    level: int | None = None
    """Index of the last level."""
    last: int | None = None
    period: RawPeriod | None = None
    """Of the last figure of this sentence."""
    paragraph: Mention | None = None
    aim: bool = False
    estimated: bool = False
    names: list[tuple[int, int]] = field(factory=list)


@define
class _Section:
    """What the headings above a block say."""

    titles: list[tuple[int, Block]] = field(factory=list)

    def push(self, block: Block) -> None:
        """A further heading; it ends those of its level and below."""
        while self.titles and self.titles[-1][0] >= block.level:
            self.titles.pop()
        self.titles.append((block.level, block))

    def over(self) -> Iterator[Block]:
        """The headings above, the nearest first."""
        for _, block in reversed(self.titles):
            yield block


def assemble(context: Context, reading: Reading, found: list[RawFigure]) -> None:
    """Give every figure its meaning; fills `reading` with figures, tallies and entries."""
    section = _Section()
    carried: Mention | None = None
    index = 0
    entry: RawEntry | None = None
    for block in context.layout.blocks:
        if block.is_heading:
            section.push(block)
            if _topic(context, block.start, block.end) is not None:
                carried = None
        mine: list[RawFigure] = []
        while index < len(found) and found[index].start < block.end:
            mine.append(found[index])
            index += 1
        listed = not block.is_heading and block.number is not None and _lists_targets(context, section, block)
        if listed:
            entry = _entry(context, block, section)
            reading.entries.append(entry)
        if mine:
            _block(context, reading, block, section, mine, entry if listed else None, carried)
        if not block.is_heading and not block.mark and not block.bullet and not block.cell:
            carried = _topic(context, block.start, block.end, framing=True) or _topic(context, block.start, min(block.end, block.start + _SUBJECT), subject=True) or carried


def _lists_targets(context: Context, section: _Section, block: Block) -> bool:
    for heading in section.over():
        title = context.flow[heading.start : heading.end]
        if "chỉ tiêu" in title or "mục tiêu cụ thể" in title:
            return True
        if heading.level <= 3 and (_RESULT_HEAD.search(title) or "nhiệm vụ" in title):
            return False
    return False


_SECTION_NOISE = re.compile(r"^\W*(?:\d+[.)]\s*)?(?:các\s+)?(?:nhóm\s+)?chỉ tiêu(?:\s+(?:về|lĩnh vực|chủ yếu))*(?:\s+lĩnh vực)?\s*|\s*[(:]?\s*\(?\d+\s*chỉ tiêu\)?.*$|[\W_]+$")


def _entry(context: Context, block: Block, section: _Section) -> RawEntry:
    title = None
    for heading in section.over():
        words = context.flow[heading.body : heading.end]
        if "chỉ tiêu" in words:
            text = context.copy.text[heading.body : heading.end]
            cut = _cut(words)
            title = text[cut[0] : cut[1]] if cut[0] < cut[1] else None
            break
    return RawEntry(block.number, title, context.copy.text[block.body : block.end].strip(), block.body, block.end)


def _cut(words: str) -> tuple[int, int]:
    start, end = 0, len(words)
    head = re.match(r"\W*(?:các\s+)?(?:nhóm\s+)?chỉ tiêu(?:\s+chủ yếu)?(?:\s+về)?(?:\s+lĩnh vực)?\s*", words)
    if head:
        start = head.end()
    tail = re.search(r"\s*(?:\(\s*\d+\s+chỉ tiêu\s*\))?[\W_]*$", words)
    if tail and tail.start() > start:
        end = tail.start()
    return start, end


def _block(
    context: Context, reading: Reading, block: Block, section: _Section, mine: list[RawFigure], entry: RawEntry | None, carried: Mention | None
) -> None:
    clause = _Clause(block, paragraph=carried)
    heading_aim = _heading_aim(context, section)
    body = block.body if block.body < mine[0].start else block.start
    position = 0
    for start, end in sentences(context.copy.text, context.flow, body, block.end):
        clause.start = clause.sentence_start = clause.before = start
        clause.sentence_end = end
        clause.period = None
        clause.aim = clause.estimated = False
        clause.level = None
        clause.names = []
        first = len(reading.figures)
        group = []
        while position < len(mine) and mine[position].start < end:
            group.append(mine[position])
            position += 1
        for number, figure in enumerate(group):
            limit = _next_start(context, group, number, end)
            _figure(context, reading, clause, section, figure, limit, heading_aim, entry)
        clause.paragraph = _topic(context, start, end) or clause.paragraph
        _share_basis(context, reading, first, start)


def _topic(context: Context, start: int, end: int, *, framing: bool = False, subject: bool = False) -> Mention | None:
    """The period of a stretch that later sentences may still be about.

    One that opens a clause goes before others; with `framing` only such a one counts,
    with `subject` the first of the others, else the last.
    """
    found = first = last = None
    for mention in context.mentions_between(start, end):
        if mention.compared or mention.kind in ("day", "years", "at") or mention.limit or _bracketed(context.flow, start, mention.start):
            continue
        first, last = first or mention, mention
        if mention.frames:
            found = mention
    if found is not None or framing:
        return found
    return first if subject else last


def _share_basis(context: Context, reading: Reading, first: int, start: int) -> None:
    """A comparison named once in a sentence holds for the changes beside it."""
    changes = [f for f in reading.figures[first:] if f.role == "change"]
    known: RawFigure | None = None
    for figure in [*reversed(changes), *changes]:
        if figure.basis is not None:
            known = figure
        elif known is not None:
            figure.basis, figure.basis_period = known.basis, known.basis_period
    for figure in changes:
        if figure.basis is None and _YOY.search(context.flow, start, figure.start):
            figure.basis = "yoy"


_YOY = re.compile(r"(?<!\w)so (?:với )?(?:cùng kỳ|cùng thời điểm)|(?<!\w)so (?:với )?năm (?:trước|ngoái)")


def _next_start(context: Context, group: list[RawFigure], number: int, end: int) -> int:
    return group[number + 1].start if number + 1 < len(group) else end


_WINDOW = 600
"""Characters within which a bracket, a comparison or a mood is looked for."""


def _bracketed(flow: str, start: int, position: int) -> int | None:
    """The bracket that is open at a place, or None."""
    low = max(start, position - _WINDOW)
    opened = flow.rfind("(", low, position)
    if opened < 0 or flow.find(")", opened, position) >= 0:
        return None
    return opened + 1


def _heading_aim(context: Context, section: _Section) -> bool | None:
    for heading in section.over():
        title = context.flow[heading.start : heading.end]
        if _RESULT_HEAD.search(title):
            return False
        if _AIM_HEAD.search(title):
            return True
    return None


def _figure(
    context: Context,
    reading: Reading,
    clause: _Clause,
    section: _Section,
    figure: RawFigure,
    limit: int,
    heading_aim: bool | None,
    entry: RawEntry | None,
) -> None:
    lead = read_lead(context, clause.start, figure.start)
    tail = read_tail(context, figure, limit)
    if figure.kind == "tally":
        _tally(context, reading, figure, limit)
        clause.start = figure.end
        return
    if entry is not None:
        figure.entry = len(reading.entries) - 1
    span = _name(context, clause, figure, lead, tail, limit)
    _role(context, clause, figure, lead, tail, span)
    _like_before(reading, clause, figure, lead)
    _mood(context, reading, clause, figure, lead, heading_aim, entry, span)
    figure.period = _period(context, clause, section, figure, lead, limit)
    _finish(context, clause, figure, lead, tail, span)
    if entry is not None:
        entry.figures.append(figure)
    reading.figures.append(figure)
    here = len(reading.figures) - 1
    if figure.role in ("actual", "target"):
        clause.level = here
    elif clause.level is not None and reading.figures[clause.level].name == figure.name:
        figure.of = clause.level
        if figure.role in ("change", "share"):
            figure.estimated = figure.estimated or reading.figures[clause.level].estimated
    clause.last = here
    clause.start = max(figure.end, tail.end, span[1] if span[0] >= figure.start else 0)
    clause.before = figure.end
    if span[0] < span[1]:
        clause.name = span


def _tally(context: Context, reading: Reading, figure: RawFigure, limit: int) -> None:
    """A count of indicators or tasks, with the field that it counts."""
    start, end = following_name(context, figure, limit)
    figure.name = context.copy.text[start:end]
    figure.name_spans = ((start, end),) if start < end else ()
    if not figure.name:
        block = context.layout.block_at(figure.start)
        if block is not None and block.is_heading:
            cut = _cut(context.flow[block.body : block.end])
            figure.name = context.copy.text[block.body + cut[0] : block.body + cut[1]]
    figure.role = "tally"
    reading.tallies.append(figure)


# --- the name ------------------------------------------------------------------------------------


def _name(context: Context, clause: _Clause, figure: RawFigure, lead: Lead, tail: Tail, limit: int) -> tuple[int, int]:
    """Where the noun phrase stands that says what a figure measures."""
    flow = context.flow
    unit = figure.unit
    counted = unit is not None and unit.dimension.startswith("count:") and "/" not in unit.dimension
    money = unit is not None and unit.dimension.startswith("money")
    relative = tail.basis is not None or any(v.value in ("up", "down", "ratio", "over", "under", "times") for v in lead.verbs)
    own = (lead.start, lead.end)
    weak = own[0] < own[1] and (phrases("weak").get(lead.text) is not None or (clause.name is not None and _ONLY_PLANNED.fullmatch(lead.text) is not None))
    after = following_name(context, figure, limit)
    follows = after[0] < after[1]
    if own[0] < own[1] and not weak and not lead.cut:
        if counted and not relative and not lead.colon:
            if _presents(context, lead) and follows:
                return _unit_start(flow, figure), after[1]
            if _is_doing(flow, own) and not lead.verbs:
                return own[0], max(own[1], after[1] if follows else figure.end)
        return own
    if lead.bracket:
        opened = flow.rfind("(", clause.start, figure.start)
        before = read_lead(context, clause.start, opened) if opened > 0 else lead
        if before.start < before.end:
            return before.start, before.end
    if clause.name is not None and (relative or weak or lead.bracket or (lead.verbs and not follows)):
        return clause.name
    if counted and not relative:
        return _unit_start(flow, figure), after[1] if follows else figure.end
    if follows and not relative and not (money and clause.name is not None and lead.verbs):
        return after
    if clause.name is not None:
        return clause.name
    if own[0] < own[1]:
        return own
    return after if follows else _heading_name(context, clause)


_ONLY_PLANNED = re.compile(r"(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu|kịch bản)(?: [\w ]{0,40})?(?: giao| đề ra| đặt ra| pháp lệnh)|(?:[\w ]{0,40} )?(?:giao|đề ra)|(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)(?: (?:năm|cả năm|phấn đấu))*")


_HAVING = re.compile(r"(?<!\w)(?:có|hiện có|có thêm|có tới|thêm|với|gồm|xuất hiện|ghi nhận|xảy ra|thành lập|cấp phép|thu hút)(?: (?:được|thêm|mới|tổng số|tổng cộng|khoảng|trên|hơn|gần))*\s*$")
_COUNTED_NAME = re.compile(r"(?:tổng )?số |tỷ lệ |tổng ")


def _presents(context: Context, lead: Lead) -> bool:
    """Whether the words before a count only bring it in: "Đồng Nai có 1.000 dự án …"."""
    return _HAVING.search(context.flow[lead.start : lead.stop].strip()) is not None and not _COUNTED_NAME.match(lead.text)


def _unit_start(flow: str, figure: RawFigure) -> int:
    start = figure.upper_end if figure.upper_end > 0 else figure.number_end
    while start < figure.end and not flow[start].isalpha():
        start += 1
    return start


def _is_doing(flow: str, span: tuple[int, int]) -> bool:
    return phrases("doing").at(flow, span[0], span[1]) is not None


def _heading_name(context: Context, clause: _Clause) -> tuple[int, int]:
    index = context.layout.index_at(clause.block.start)
    for block in reversed(context.layout.blocks[max(0, index - 3) : index]):
        if block.is_heading:
            return block.body, block.end
    return 0, 0


# --- the role ------------------------------------------------------------------------------------


def _role(context: Context, clause: _Clause, figure: RawFigure, lead: Lead, tail: Tail, span: tuple[int, int]) -> None:
    """What a figure is, by its nearest verb, its unit and what it is compared with."""
    unit = figure.unit
    dimension = unit.dimension if unit is not None else ""
    percent = dimension == "percent"
    planned = tail.basis in ("plan", "estimate", "assigned")
    compared = tail.basis in ("yoy", "previous", "period")
    verb = lead.nearest
    before = next((v.value for v in lead.verbs if v.kind == "basis"), None)
    leading = _leading_change(context, lead, span)
    growth = is_growth_name(context.flow, *span) if span[0] < span[1] else None
    figure.basis = tail.basis or before
    figure.basis_period = tail.period
    if before is not None and tail.basis is None:
        planned, compared = before in ("plan", "estimate", "assigned"), before in ("yoy", "previous")
    if verb == "up" and not percent and not planned and _ADDED.search(context.flow, max(0, figure.start - 40), figure.start):
        figure.role, figure.basis = "actual", None
    elif verb in ("up", "down", "fromto") or (verb is None and leading and not planned):
        _change(figure, "decrease" if verb == "down" or (verb is None and leading == "decrease") else "increase", percent, dimension)
        if planned:
            figure.role, figure.form = "share", "margin"
    elif verb == "times" or (dimension == "times" and compared):
        figure.role, figure.form, figure.measure = "change", "times", "level"
    elif verb in ("over", "under"):
        figure.measure = "increase" if verb == "over" else "decrease"
        if compared or (dimension in ("percentage_point", "score") and not planned):
            _change(figure, figure.measure, percent, dimension)
        else:
            figure.role, figure.form = "share", "margin"
    elif dimension == "percentage_point" and verb != "to":
        _change(figure, "increase", percent, dimension)
    elif percent and planned and verb != "to":
        figure.role, figure.form = "share", "ratio"
    elif percent and compared and verb in ("ratio", "level", None):
        figure.role, figure.form = "change", "ratio"
    elif percent and verb == "ratio" and clause.level is not None:
        figure.role, figure.form = "share", "ratio"
    elif percent and growth and verb in ("level", None):
        _change(figure, growth, percent, dimension)
    else:
        figure.role = "actual"
        figure.basis = None


_ADDED = re.compile(r"(?:vốn|vốn đăng ký|số tiền|kinh phí|tổng vốn) (?:đầu tư )?tăng thêm(?: là| đạt)?\s*$")


def _like_before(reading: Reading, clause: _Clause, figure: RawFigure, lead: Lead) -> None:
    """A list leaves the verb out after its first member: "công nghiệp tăng 12,2%, xây dựng 10,1%"."""
    if clause.last is None or any(v.kind == "verb" for v in lead.verbs) or figure.role != "actual" or lead.colon:
        return
    before = reading.figures[clause.last]
    same = before.unit is not None and figure.unit is not None and before.unit.symbol == figure.unit.symbol
    if before.start < clause.sentence_start or before.role != "change" or before.form != "rate" or not same:
        return
    figure.role, figure.form, figure.measure = before.role, before.form, before.measure


def _change(figure: RawFigure, measure: str, percent: bool, dimension: str) -> None:
    figure.role = "change"
    figure.measure = measure
    figure.form = "rate" if percent else "times" if dimension == "times" else "difference"


_LEADING = re.compile(r"(?:tiếp tục |phấn đấu |phân đầu |phân đấu |thực hiện |hàng năm,? ?)*(?P<verb>kéo giảm|giảm|tăng)(?= (?!trưởng|cường|nghèo|thêm|so))")


def _leading_change(context: Context, lead: Lead, span: tuple[int, int]) -> str | None:
    """A verb of change at the head of the clause: "Giảm phạm pháp hình sự từ 5%"."""
    if span != (lead.start, lead.end):
        return None
    start = span[0]
    window = context.flow[max(0, start - 40) : start]
    match = re.search(r"(?<!\w)(kéo giảm|giảm|tăng)\s*$", window)
    if match:
        return "increase" if match[1] == "tăng" else "decrease"
    return None


# --- target or result ----------------------------------------------------------------------------


def _mood(
    context: Context,
    reading: Reading,
    clause: _Clause,
    figure: RawFigure,
    lead: Lead,
    heading_aim: bool | None,
    entry: RawEntry | None,
    span: tuple[int, int],
) -> None:
    """Whether a figure is aimed at, or reached."""
    flow = context.flow
    own = flow[clause.start : figure.start]
    figure.estimated = _ESTIMATED.search(own) is not None
    own_aim = _AIM.search(own)
    own_done = _DONE.search(own)
    planned = _planned_level(flow, clause, figure, lead) or _in_bracket_of_share(reading, clause, figure, lead, span)
    if planned and figure.role in ("actual", "change") and figure.form != "ratio":
        figure.role, figure.basis, figure.aim, figure.form = "target", planned, True, None
        figure.planned = True
        return
    if own_aim and not (own_done and own_done.start() > own_aim.start()):
        clause.aim = True
    elif own_done:
        clause.aim = False
    if figure.role == "share" and (clause.level is not None or figure.form != "ratio" or not (own_aim or entry or reading.is_plan)):
        return
    aim = clause.aim
    if entry is not None:
        aim = True
    elif not aim and not own_done and not figure.estimated and (heading_aim is True or (reading.is_plan and heading_aim is not False)):
        aim = not _DONE.search(flow, clause.sentence_start, figure.start)
    if not aim and not own_done and _future(context, clause, figure):
        aim = True
    if not aim:
        return
    figure.aim = True
    if figure.role == "change":
        if figure.form == "ratio":
            return
        figure.role = "target"
        figure.basis = "plan" if reading.is_plan else None
        return
    basis = figure.basis if figure.role == "share" else None
    figure.role, figure.form = "target", None
    figure.measure = "level"
    figure.maintain = re.search(r"(?<!\w)(?:duy trì|giữ vững|giữ ổn định|kiềm giữ)(?!\w)", own) is not None
    figure.basis = basis or ("plan" if reading.is_plan else None)
    if figure.basis is None:
        figure.basis = "assigned" if re.search(r"(?<!\w)giao(?!\w| thông| quân| dịch)", own) else None


def _in_bracket_of_share(reading: Reading, clause: _Clause, figure: RawFigure, lead: Lead, span: tuple[int, int]) -> str | None:
    """The basis of the share right before, where a bracket only adds its figure: "vượt 5,6% chỉ tiêu giao (9.500 tỷ đồng)"."""
    if not lead.bracket or lead.verbs or clause.last is None or span != clause.name:
        return None
    share = reading.figures[clause.last]
    percent = figure.unit is not None and figure.unit.dimension == "percent"
    return share.basis if share.role == "share" and not percent and share.end >= clause.sentence_start else None


def _planned_level(flow: str, clause: _Clause, figure: RawFigure, lead: Lead) -> str | None:
    """The basis, where the words before a figure are themselves "dự toán năm là", "kế hoạch"."""
    words = flow[clause.before : lead.edge]
    match = _PLANNED_NAME.search(words)
    if match is None:
        return None
    text = match[0]
    percent = figure.unit is not None and figure.unit.dimension == "percent"
    if percent and lead.nearest != "level" and re.search(r"(?:đạt|bằng|vượt|so với|hoàn thành)\W*$", words[: match.start() + 1]):
        return None
    if re.search(r"(?<!\w)(?:giao|pháp lệnh)(?!\w)", text):
        return "assigned"
    return "estimate" if "dự toán" in text else "plan"


def _future(context: Context, clause: _Clause, figure: RawFigure) -> bool:
    """Whether the clause names a horizon after the time of the text."""
    year = context.year
    return year is not None and any(
        m.limit and m.year is not None and m.year > year for m in context.mentions_between(clause.sentence_start, figure.start)
    )


# --- when ----------------------------------------------------------------------------------------


def _period(context: Context, clause: _Clause, section: _Section, figure: RawFigure, lead: Lead, limit: int) -> RawPeriod | None:
    """The period of a figure: own clause, else sentence, paragraph, heading, report."""
    flow = context.flow
    bracket = _bracketed(flow, clause.sentence_start, figure.start)
    year = clause.period.end.year if clause.period is not None else None
    best = None
    for mention in context.mentions_between(clause.sentence_start, figure.start + 1):
        if mention.compared or (mention.kind == "day"):
            continue
        opened = _bracketed(flow, clause.sentence_start, mention.start)
        if opened is not None and opened != bracket:
            continue
        best = mention
    close = next((m for m in context.mentions_between(figure.end, min(limit, figure.end + 60)) if not m.compared and m.kind != "day"), None)
    if close is not None and _OWN_TIME.fullmatch(flow, figure.end, close.start):
        best = close
    since = _SINCE_JANUARY.search(flow, clause.sentence_start, figure.start)
    monthly = _THIS_MONTH.search(flow, clause.start, figure.start)
    if best is None:
        after = [m for m in context.mentions_between(figure.end, min(limit, figure.end + 70)) if not m.compared and m.kind not in ("day", "years")]
        if after and not re.search(r"[;()]", flow[figure.end : after[0].start]) and not _compared_after(flow, figure.end, after[0].start):
            best = after[0]
    if best is not None and (resolved := context.resolve(best, best.year or _year_near(context, clause, best) or year)) is not None:
        period = resolved
    elif clause.paragraph is not None and (resolved := context.resolve(clause.paragraph)) is not None:
        period = resolved
    else:
        period = _heading_period(context, section) or context.period
    before = _SAME_TIME.match(flow, figure.end)
    if period is not None and before is not None:
        period = _in_year(period, int(before["year"]) if before["year"] else period.end.year - 1)
        return period
    if period is not None and since is not None and (best is None or best.end <= since.start()):
        period = RawPeriod(period.end.replace(month=1, day=1), period.end, "months")
    if period is not None and monthly is not None and period.kind in ("months", "up_to", "year") and (best is None or best.end < monthly.start()):
        period = RawPeriod(period.end.replace(day=1), period.end, "month")
    if period is not None and figure.role in ("actual", "target"):
        own = flow[clause.start : figure.start]
        shifted = _YEAR_BEFORE.search(own)
        if shifted and lead.nearest in ("level", None) and "so" not in own[max(0, shifted.start() - 8) : shifted.start()] and best is None:
            period = _year_before(period)
    if figure.planned and period is not None and (best is None or best.end < clause.before):
        period = RawPeriod(period.start.replace(month=1, day=1), period.end.replace(month=12, day=31), "year")
    clause.period = period
    return period


_OWN_TIME = re.compile(r" ?\(?(?:của|trong|vào|năm)? ?")


def _compared_after(flow: str, start: int, end: int) -> bool:
    return re.search(r"(?<!\w)(?:so|cùng kỳ|bằng|kế hoạch|dự toán)(?!\w)", flow[start:end]) is not None


def _year_near(context: Context, clause: _Clause, mention: Mention) -> int | None:
    """The year that a mention without one belongs to: of its sentence, else its paragraph."""
    years = [m.year for m in context.mentions_between(clause.sentence_start, clause.sentence_end) if m.year and not m.compared and m.start < mention.start]
    if years:
        return years[-1]
    return clause.paragraph.year if clause.paragraph is not None else None


def _heading_period(context: Context, section: _Section) -> RawPeriod | None:
    for heading in section.over():
        inside = [m for m in context.mentions_between(heading.start, heading.end) if not m.compared and m.kind != "day"]
        for mention in inside:
            if (resolved := context.resolve(mention)) is not None:
                return resolved
    return None


_SINCE_JANUARY = re.compile(r"(?<!\w)(?:lũy kế )?(?:tính )?từ đầu năm(?: đến nay)?(?!\w)")
_THIS_MONTH = re.compile(r"(?<!\w)(?:trong tháng|tháng này|trong kỳ)(?! \d)(?!\w)")
_SAME_TIME = re.compile(r" ?\(?của cùng (?:kỳ|thời điểm)(?: năm (?:trước|ngoái)| (?:năm )?(?P<year>(?:19|20)\d\d))?(?!\w)")


def _year_before(period: RawPeriod) -> RawPeriod:
    return _in_year(period, period.end.year - 1)


def _in_year(period: RawPeriod, year: int) -> RawPeriod:
    """The same stretch in another year."""
    back = period.end.year - year
    end = period.end
    day = 28 if (end.month, end.day) == (2, 29) else end.day
    return RawPeriod(period.start.replace(year=max(1, period.start.year - back), day=min(period.start.day, 28)), end.replace(year=max(1, year), day=day), period.kind)


def _finish(context: Context, clause: _Clause, figure: RawFigure, lead: Lead, tail: Tail, span: tuple[int, int]) -> None:
    """Name, price base and accumulation as the words say."""
    text = context.copy.text
    if span[0] < span[1]:
        if span[1] <= figure.start and figure.entry is None:
            span = _without_clauses(context.flow, span)
        name = " ".join(text[span[0] : span[1]].replace("*", " ").split())
        if span[0] < figure.start < span[1]:
            name = _without(text, span, figure)
        figure.name = name
        figure.name_spans = (span,)
    words = context.flow[clause.start : figure.start]
    if "lũy kế" in words:
        figure.accumulation = "cumulative"
    if "giá hiện hành" in words:
        figure.price_base = "current"
    elif "giá so sánh" in words or "giá cố định" in words:
        figure.price_base = "constant"


_CLAUSES = re.compile(r"\s(?:của các|của những|tại|qua|thuộc|do|trên địa bàn|nhằm|trong khi|với các)\s|\s?\((?!\w{1,12}\))")


def _without_clauses(flow: str, span: tuple[int, int]) -> tuple[int, int]:
    """A very long name without what only qualifies its head."""
    start, end = span
    if flow[start:end].count(" ") < 12:
        return span
    for match in _CLAUSES.finditer(flow, start, end):
        if flow[start : match.start()].count(" ") >= 2:
            return start, match.start()
    return span


def _without(text: str, span: tuple[int, int], figure: RawFigure) -> str:
    """A name that surrounds its figure, without the number."""
    number_end = figure.upper_end if figure.upper_end > 0 else figure.number_end
    return " ".join((text[span[0] : figure.start] + " " + text[number_end : span[1]]).replace("*", " ").split())
