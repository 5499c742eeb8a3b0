"""Figures with their words → rows: the steps in their order (ghép số liệu)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from vnplan.lexicon import alternation, by_lexicon, phrases
from vnplan.reading.context import Context, open_bracket
from vnplan.reading.figureless import read_figureless
from vnplan.reading.layout import Block, sentences
from vnplan.reading.moods import decide_mood
from vnplan.reading.name_words import name_respectively, write_name
from vnplan.reading.named_places import Places
from vnplan.reading.naming import find_name
from vnplan.reading.patterns import searched
from vnplan.reading.periods import Mention
from vnplan.reading.raw import RawEntry, RawFigure, RawPeriod, RawTable, Reading
from vnplan.reading.roles import decide_role
from vnplan.reading.scene import Clause, Section, Sight
from vnplan.reading.statements import following_name, read_lead
from vnplan.reading.tails import Tail, announced_comparison, read_front, read_tail
from vnplan.reading.timing import find_period, narrow_to_months, own_period, times_in_turn
from vnplan.reading.topics import topic
from vnplan.reading.whose import find_place

_SUBJECT = 110
"""Characters of a paragraph in which a period still belongs to what it is about."""
_YOY = searched(r"(?<!\w)(?:so(?: với)?|hơn) (?:cùng kỳ|cùng thời điểm|năm (?:trước|ngoái))")


_YOY_BEFORE = re.compile(r"so(?: với)? cùng (?:kỳ|thời điểm)(?: năm (?:trước|ngoái|\d{4}))?[^,;.\n]{0,12}[.:]?\s*$")
_MONTH_BEFORE = searched(r"(?<!\w)so(?: với)? (?:tháng|quý) trước(?!\w)")
_BEFORE = 90
"""Characters before a sentence in which the one before may end in a comparison."""


def _parted(flow: str, figure: RawFigure, known: RawFigure) -> bool:
    """Whether a semicolon stands between two changes of different things, before the comparison is named."""
    units = figure.unit is not None and known.unit is not None and figure.unit.dimension != known.unit.dimension
    return units and figure.start < known.start and ";" in flow[figure.end : known.start]


def _yearly(figure: RawFigure) -> bool:
    return figure.unit is not None and figure.unit.symbol.endswith("/năm")


def _as_long(context: Context, figure: RawFigure, known: RawFigure) -> bool:
    """Whether a change may be against the month before, as the one that says so: an average of months is not."""
    if known.basis == "period" and _yearly(figure) and not _yearly(known):
        return False  # "tăng 249 tỷ đồng so với năm 2015, bình quân tăng 20,1%/năm"
    averaged = any(m.kind in ("months", "half") for m in context.mentions_between(known.end, figure.start))
    if known.basis == "period" and known.basis_period is not None and known.basis_period.kind == "month":
        return not averaged  # "tăng 3,11% so với tháng 12/2022; bình quân 9 tháng tăng 2,97%"
    if known.basis != "previous" or figure.period == known.period:
        return True
    return not averaged


_DATELINE = re.compile(r"\W*\([^()\d]{2,30}\) ?[-:,] ")
"""What the first sentence of a news item opens with: "(Báo X) - Theo số liệu …"."""
_DETAILS = re.compile(r"[\s\"*_-]*(?:cụ thể|trong đó|gồm|bao gồm|chi tiết|riêng)(?!\w)")
_OPENS_A_LIST = re.compile(
    r"(?:(?!so (?:với|cùng) )[^.;:\n]){4,160}?(?:như sau|sau đây|cụ thể|gồm|chi tiết|là|như) ?:|phân theo [^.;:\n]{2,60}:"
)
"""A sentence that lists in detail what was told of: "Một số khoản thu nội địa như sau: …"."""
_SOON = 16
"""Characters after a count of aims in which it is told that they are reached."""
_REACHED = searched(
    r"(?<!\w)(?:đạt|hoàn thành|vượt|thực hiện xong"
    r"|đã(?! (?:đề ra|đặt ra|xác định|thông qua|giao|xây dựng|thống nhất|quyết nghị|quyết định|phê duyệt)))(?!\w)"
)
_LIST_TITLE = re.compile(r"\W*(?:các\s+)?(?:nhóm\s+)?chỉ tiêu(?:\s+chủ yếu)?(?:\s+về)?(?:\s+lĩnh vực)?\s*")
_LIST_COUNT = re.compile(r"\s*(?:\(\s*\d+\s+chỉ tiêu\s*\))?[\W_]*$")


def assemble(context: Context, reading: Reading, found: list[RawFigure], places: Places) -> None:
    """Give every figure its meaning; fills `reading` with figures, tallies and entries."""
    section = Section(context, places)
    index = 0
    tables = reading.tables[::-1]
    inside = 0
    """End of the table that the blocks stand in."""
    for block in context.layout.blocks:
        while tables and tables[-1].start < block.end:
            inside = tables[-1].end
            _add_table(reading, tables.pop())
        if block.is_heading and block.start >= inside:
            section.push(block)
        section.introduce(block)
        mine: list[RawFigure] = []
        while index < len(found) and found[index].start < block.end:
            mine.append(found[index])
            index += 1
        entry = None
        if block.start >= inside and not block.is_heading and block.number is not None and section.lists_targets():
            entry = _entry(context, block, section)
            reading.entries.append(entry)
        if mine:
            clause = _clause(context, reading, block, section.time)
            _read_block(reading, section, clause, mine, entry)
            section.tell(clause.topics[-1][1] if clause.topics else None)
        if entry is not None:
            _add_figureless(context, reading, entry)
        if not block.is_heading and not block.mark and not block.bullet and not block.cell:
            section.tell_time(_topic_of(context, block))


def _clause(context: Context, reading: Reading, block: Block, carried: Mention | None) -> Clause:
    """What the figures of a block start with: one that only details the block before is of its time."""
    clause = Clause(block, paragraph=carried)
    index = context.layout.index_at(block.start)
    above = context.layout.blocks[index - 1] if index > 0 else None
    clause.announced = None if above is None else announced_comparison(context, above.start, above.end)
    if above is None or above.is_heading or _DETAILS.match(context.flow, block.body) is None:
        return clause
    levels = (f for f in reversed(reading.figures)
              if f.role in ("actual", "target") and open_bracket(context.flow, above.start, f.start) is None)  # fmt: skip
    last = next(levels, None)
    clause.compared = next(
        (f for f in reversed(reading.figures) if f.role == "change" and f.start >= above.start), None
    )
    clause.period = last.period if last is not None and last.start >= above.start else None
    clause.told_from = above.start
    return clause


def _add_table(reading: Reading, table: RawTable) -> None:
    """The figures of a table, which need nothing from the words around it."""
    places: dict[int, int] = {}
    for figure, level in table.figures:
        figure.of = None if level is None else places[id(level)]
        places[id(figure)] = len(reading.figures)
        reading.figures.append(figure)
    if reading.is_plan:
        known = {entry.number for entry in reading.entries if entry.number is not None}
        again = any(entry.number in known for entry in table.entries)  # a further table counts from one again
        for entry in table.entries:
            entry.number = None if again else entry.number
        reading.entries += table.entries


_ASIDE = searched(r"(?<!\w)riêng(?: trong)?\s*$")
_ASIDE_BACK = 14
"""Characters before a period in which it is told to be an exception: "Riêng tháng 10, …"."""


def _topic_of(context: Context, block: Block) -> Mention | None:
    """The period that a paragraph is about, for the paragraphs after it."""
    opening = min(block.end, block.start + _SUBJECT)
    found = topic(context, block.start, block.end, framing=True) or topic(context, block.start, opening, subject=True)
    if found is not None and _ASIDE.search(context.flow, max(0, found.start - _ASIDE_BACK), found.start):
        return None
    return found


def _entry(context: Context, block: Block, section: Section) -> RawEntry:
    title = next((_list_title(context, heading) for heading, words in section.over() if "chỉ tiêu" in words), None)
    text = context.copy.text[block.body : block.end].strip()
    return RawEntry(block.number, title or None, text, block.body, block.end)


def _list_title(context: Context, heading: Block) -> str:
    """The field of a list of targets: "kinh tế" of "Chỉ tiêu về kinh tế (04 chỉ tiêu)"."""
    words = context.flow[heading.body : heading.end]
    head, count = _LIST_TITLE.match(words), _LIST_COUNT.search(words)
    start = head.end() if head else 0
    end = count.start() if count and count.start() > start else len(words)
    return context.copy.text[heading.body + start : heading.body + end]


def _add_figureless(context: Context, reading: Reading, entry: RawEntry) -> None:
    """The aims of an item that state no figure."""
    for figure in read_figureless(context, entry):
        figure.period = figure.period or context.period
        entry.figures.append(figure)
        reading.figures.append(figure)


def _read_block(
    reading: Reading,
    section: Section,
    clause: Clause,
    mine: list[RawFigure],
    entry: RawEntry | None,
) -> None:
    context, block = section.context, clause.block
    body = block.body if block.body < mine[0].start else block.start
    dateline = _DATELINE.match(context.flow, body, mine[0].start)
    body = body if dateline is None else dateline.end()
    position = 0
    compared = clause.compared
    for start, end in sentences(context.copy.text, context.flow, body, block.end):
        clause.begin(start, end, goes_on=_DETAILS.match(context.flow, start) is not None)
        first = len(reading.figures)
        while position < len(mine) and mine[position].start < end:
            figure = mine[position]
            position += 1
            limit = mine[position].start if position < len(mine) and mine[position].start < end else end
            front = read_front(context, clause.start, figure.start)
            lead = read_lead(context, clause.start if front is None else front.end, figure.start)
            tail = read_tail(context, figure, limit)
            if front is not None and tail.basis is None and lead.has("up", "down"):
                tail.basis, tail.period = front.basis, front.period
            _read_figure(Sight(context, reading, clause, section, figure, lead, tail, limit, entry))
        clause.paragraph = topic(context, start, end) or clause.paragraph
        changes = [f for f in reading.figures[first:] if f.role == "change"]
        compared = _share_basis(context, changes, start, compared)
        front = read_front(context, start, end)
        if front is not None and front.basis is not None and "\n" in context.copy.text[front.end : front.end + 3]:
            clause.announced = front.basis, front.period  # a line by itself, over all of the paragraph
        _compare_as_announced(clause, changes, front)
        narrow_to_months(context.flow, start, end, changes)
        times_in_turn(context, start, end, reading.figures[first:])


def _read_figure(sight: Sight) -> None:
    figure, clause, reading = sight.figure, sight.clause, sight.reading
    if figure.kind == "tally":
        _read_tally(sight)
        reached = _REACHED.search(sight.own_words) or _REACHED.search(
            sight.flow, figure.end, min(figure.end + _SOON, clause.sentence_end)
        )
        clause.aim = clause.aim or not reached  # a count of aims announces them
        clause.start = figure.end
        return
    sight.span = find_name(sight)
    decide_role(sight)
    decide_mood(sight)
    figure.period = own_period(sight) if figure.baseline else find_period(sight)
    write_name(sight)
    name_respectively(sight)
    figure.topic = _topic_told(sight)
    _note_base(sight)
    if sight.entry is not None:
        sight.entry.figures.append(figure)
    _relate(sight)
    figure.place = find_place(sight)
    reading.figures.append(figure)
    clause.last = len(reading.figures) - 1
    if figure.role in ("actual", "target"):
        clause.level = clause.last
    named_after = sight.span[1] if figure.end < sight.span[1] <= sight.limit else 0
    clause.start = max(figure.end, sight.tail.end, named_after, sight.told_to)
    clause.before = figure.end
    in_respect = figure.role == "change" and sight.span[0] >= figure.end
    if sight.span[0] < sight.span[1] and not in_respect:
        clause.name = sight.span


@by_lexicon
def _topic_words() -> re.Pattern[str]:
    return searched(rf"(?<!\w)(?:{alternation(phrases('topic'))})(?!\w)")


def _topic_told(sight: Sight) -> str:
    """How the names of things begin by what the block said last that it tells of them: "Về GRDP, dịch vụ tăng 7%"."""
    clause, flow = sight.clause, sight.flow
    if clause.topics is None:
        found = _topic_words().finditer(flow, clause.block.start, clause.block.end)
        clause.topics = [(match.start(), phrases("topic").get(match[0]) or "") for match in found]
    before = bisect_left(clause.topics, sight.figure.start, key=itemgetter(0))
    return clause.topics[before - 1][1] if before else sight.section.topic


def _relate(sight: Sight) -> None:
    """A change or share belongs to the level of the same name before it, and is as certain."""
    figure, level = sight.figure, sight.clause.level
    if level is None or figure.role not in ("change", "share"):
        return
    level = _outside_brackets(sight, level)
    before = sight.reading.figures[level]
    other = figure.form == "difference" and _dimension(before) != _dimension(figure)
    if other or before.name_spans != figure.name_spans:
        alike = [i for i in _levels_before(sight) if sight.reading.figures[i].name_spans == figure.name_spans]
        same = (i for i in alike if _dimension(sight.reading.figures[i]) == _dimension(figure))
        level = next(same, alike[0] if alike else level) if other else alike[0] if alike else level
        before = sight.reading.figures[level]
    if before.name == figure.name:
        figure.of = level
        figure.estimated = figure.estimated or before.estimated


def _dimension(figure: RawFigure) -> str | None:
    return None if figure.unit is None else figure.unit.dimension


def _levels_before(sight: Sight) -> Iterator[int]:
    """The levels of the sentence, the nearest first."""
    figures = sight.reading.figures
    for number in range(len(figures) - 1, -1, -1):
        if figures[number].start < sight.clause.sentence_start:
            return
        if figures[number].role in ("actual", "target"):
            yield number


def _outside_brackets(sight: Sight, level: int) -> int:
    """The level that the sentence speaks of, past one in a bracket that is closed again.

    In "thu 43 tỷ đồng, đạt 69% chỉ tiêu (63 tỷ đồng), giảm 11 tỷ đồng" the fall is that of the 43.
    """
    figures, flow, start = sight.reading.figures, sight.flow, sight.clause.sentence_start
    inside = open_bracket(flow, start, figures[level].start)
    if inside is None or open_bracket(flow, start, sight.figure.start) == inside:
        return level
    for number in range(level - 1, -1, -1):
        before = figures[number]
        if before.start < start:
            break
        if before.role in ("actual", "target") and open_bracket(flow, start, before.start) is None:
            return number
    return level


def _note_base(sight: Sight) -> None:
    words = sight.own_words
    if "lũy kế" in words:
        sight.figure.accumulation = "cumulative"
    if "giá hiện hành" in words:
        sight.figure.price_base = "current"
    elif "giá so sánh" in words or "giá cố định" in words:
        sight.figure.price_base = "constant"


def _read_tally(sight: Sight) -> None:
    """A count of indicators or tasks, with the field that it counts."""
    context, figure = sight.context, sight.figure
    start, end = following_name(context, figure, sight.limit)
    figure.role, figure.name = "tally", context.copy.text[start:end]
    figure.name_spans = ((start, end),) if start < end else ()
    if not figure.name and sight.clause.block.is_heading:
        figure.name = _list_title(context, sight.clause.block)
    sight.reading.tallies.append(figure)


def _share_in_brackets(context: Context, changes: list[RawFigure], start: int) -> None:
    """What a bracket takes apart is compared with the same as the change before it: "tăng 0,4% (thành thị tăng 0,3%)"."""
    outer = None
    for figure in changes:
        if open_bracket(context.flow, start, figure.start) is None:
            outer = figure
        elif figure.basis is None and outer is not None and outer.basis is not None:
            figure.basis, figure.basis_period = outer.basis, outer.basis_period


def _share_in_turn(changes: list[RawFigure]) -> None:
    """Two changes of one thing after two of another are compared with the same in turn.

    As in "khai khoáng giảm 4,3% so với tháng trước nhưng tăng 9,4% so với cùng kỳ; điện tăng 2,2% và 14,4%".
    """
    told: list[RawFigure] = []
    for _, group in groupby(changes, key=lambda change: change.name_spans):
        pair = list(group)
        if len(pair) != _IN_TURN:
            continue
        known = {figure.basis for figure in pair}
        month = any(f.basis_period is not None and f.basis_period.kind == "month" for f in pair)
        if known == {"yoy", "previous"} or (known == {"yoy", "period"} and month):
            told = pair
        elif told and known == {None}:
            for figure, like in zip(pair, told, strict=True):
                figure.basis, figure.basis_period = like.basis, like.basis_period


_IN_TURN = 2


def _tells_of_the_same(compared: RawFigure | None, changes: list[RawFigure]) -> bool:
    """Whether a sentence goes on with things of one kind: "dư nợ ngắn hạn tăng 13%. Dư nợ bằng nội tệ tăng 14,7%"."""
    if compared is None or not changes:
        return False
    before, after = compared.name.lower().split()[:_KIND], changes[0].name.lower().split()[:_KIND]
    return len(before) == _KIND and before == after and compared.name.lower() != changes[0].name.lower()


_KIND = 2
"""Words in which a name says of what kind a thing is."""


def _compare_as_announced(clause: Clause, changes: list[RawFigure], front: Tail | None) -> None:
    """Changes are held against what their sentence, or the paragraph above, opens with.

    As in "So với cùng kỳ năm trước, số vụ giảm 17 vụ; số tiền phạt giảm 655 triệu đồng" and under "Mức tăng so với
    tháng trước của các nhóm hàng như sau:".
    """
    if front is not None and front.basis is not None:
        current: tuple[str, RawPeriod | None] = front.basis, front.period
    elif clause.announced is not None and all(figure.basis is None for figure in changes):
        current = clause.announced
    else:
        return
    for figure in changes:
        if figure.basis is not None:
            current = figure.basis, figure.basis_period
        elif not figure.apart:
            figure.basis, figure.basis_period = current


def _share_basis(
    context: Context, changes: list[RawFigure], start: int, compared: RawFigure | None
) -> RawFigure | None:
    """A comparison named once in a sentence holds for the changes beside it, and for those that detail them.

    Returns the last change of the block whose basis is known.
    """
    changes = [figure for figure in changes if not figure.apart]
    details = _DETAILS.match(context.flow, start) is not None
    goes_on = details or _OPENS_A_LIST.match(context.flow, start) or _tells_of_the_same(compared, changes)
    known = compared if goes_on and all(figure.basis is None for figure in changes) else None
    _share_in_brackets(context, changes, start)
    _share_in_turn(changes)
    for figure in [*reversed(changes), *changes]:
        if figure.basis is not None:
            known = figure
        elif known is not None and not _parted(context.flow, figure, known) and _as_long(context, figure, known):
            figure.basis, figure.basis_period = known.basis, known.basis_period
    for figure in changes:
        if figure.basis is None and _YOY.search(context.flow, start, figure.start):
            figure.basis = "yoy"
        elif figure.basis is None and _MONTH_BEFORE.search(context.flow, start, changes[0].start):
            figure.basis = "previous"
        elif figure.basis is None and details and _YOY_BEFORE.search(context.flow, max(0, start - _BEFORE), start):
            figure.basis = "yoy"  # "… đều tăng so với cùng kỳ năm trước. Cụ thể, thủy sản tăng 19,6%; …"
    return known or compared
