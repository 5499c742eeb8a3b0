"""What a figure is seen with: the words around it, the figures before it, the headings above (bối cảnh)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from vnplan.reading.context import Context
from vnplan.reading.layout import Block
from vnplan.reading.named_places import Places
from vnplan.reading.patterns import searched
from vnplan.reading.periods import Mention
from vnplan.reading.raw import RawEntry, RawFigure, RawPeriod, RawPlace, Reading
from vnplan.reading.statements import Lead, Span
from vnplan.reading.tails import Tail

RESULT_HEAD = searched(
    r"(?<!\w)(?:kết quả|tình hình(?! thực t| mới)|đánh giá(?<!tiêu chí đánh giá)(?<!kiểm tra, đánh giá)(?<!giám sát, đánh giá)|thực hiện nhiệm vụ|đạt được|thực trạng|hiện trạng)(?!\w)"
)
_OPENS_WITH = 30
"""Characters of a heading without a number in which it says what it is about."""
_PARAGRAPHS = 4
"""Paragraphs for which what was told of still holds."""
CAPTION = 6
"""Level of a short line alone, such as the headline or caption of a news item."""
_DECREES = r"(?:thông qua|phê duyệt|quyết định|phân bổ|giao) (?:dự toán|kế hoạch|chỉ tiêu|ngân sách|vốn)"
_SETS_AIMS = searched(
    rf"(?<!\w)(?:{_DECREES}|(?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết)[^.;:]{{0,120}}thông qua|chỉ tiêu cụ thể(?<!thực hiện chỉ tiêu cụ thể)(?<!các chỉ tiêu cụ thể đạt)|đề ra|phấn đấu|đặt (?:ra|mục tiêu|chỉ tiêu)|mục tiêu(?! quốc gia)|nhiệm vụ)(?!\w)"
)
_AIMS_OF_A_TIME = re.compile(r"chỉ tiêu(?: [^\W\d.]+){0,12} \(?(?:nhiệm kỳ|giai đoạn|đến năm|năm) \d{4}")
_TITLE_OF_AIMS = re.compile(
    r"(?:các |một số |những )?(?:mục tiêu|chỉ tiêu)(?:,? \w+){0,12} \(?(?:nhiệm kỳ|giai đoạn|đến năm) \d{4}"
)
AIM_HEAD = searched(
    r"(?<!\w)(?:chỉ tiêu|mục tiêu(?! quốc gia)|phương hướng|nhiệm vụ|kế hoạch|định hướng|giải pháp|dự kiến(?! (?:thực hiện|kết quả|ước)))(?!\w)"
)

_PART = re.compile(r"\W*phần (?:thứ )?(?:nhất|hai|ba|tư|[ivx]{1,3}|[a-d]|\d)(?!\w)\W*")
_NEXT_LINE = 8
"""Characters between the number of a part and its heading."""
_LOOKS_AHEAD = searched(
    r"(?<!\w)(?:phương hướng|mục tiêu(?! quốc gia)|định hướng|giải pháp|phấn đấu|kế hoạch năm|thời gian tới|cuối năm)(?!\w)"
)
_DETAILS = re.compile(r"\W*(?:trong đó|gồm|bao gồm|cụ thể)\W*:\W*")
_SIGN = re.compile(r"\(\s*([+–-])\s?$")
_BOUND_AFTER = re.compile(r"\s*trở (?:lên|xuống|về trước)$")
JOINED = re.compile(r"(?:,| và|;) ?")
"""All that stands between two figures told together."""
_STROKE = re.compile(r" *(?:\[\d{1,3}\] *)?/ ?")
_SCALED = re.compile(r"[^\w]*(?:(?:trăm|nghìn|ngàn|vạn|triệu|tỷ) +)*")


@define
class Clause:
    """What the figures of a block hand on to one another.

    Attributes:
        block: The block they stand in.
        start: Where the words of the next figure begin.
        sentence_start, sentence_end: The sentence.
        sentence_before: Where the sentence before begins, in this block.
        told_from: Where the sentence begins that it goes on with, else where it begins itself.
        before: End of the figure before.
        name: Where the name of the figure before stands.
        head: Where the last name stands that is no place.
        level: Index of the last level of the sentence.
        last: Index of the last figure.
        period: Of the last figure of the sentence.
        before_details: Of the sentence before, where this one details it.
        paragraph: The period that the paragraph is about.
        inferred: The period that a comparison in the block implies: "so với cùng kỳ năm 2019".
        announced: What the paragraph above, which ends in a colon, compares with.
        turn: Where the names of the next figures stand, where they are told in turn.
        running: Whether figures are of all months so far, though the sentence names the last alone.
        estimated: Whether the sentence opens as an estimate of all that it tells.
        monthly: Whether figures are of the month alone, though the text is of several.
        topics: Where the block says what it tells of several things, and how their names then begin.
        compared: The last change of the block before, where this one details it.
        told_after: The periods of the sentence that stood right after a figure, and so are its own.
        started: Those among them of what a change started from.
        aim: Whether the sentence speaks of an aim.
        planned_parts: Whether it takes a planned figure apart.
        sets_aims: Whether it does so by setting them.
        horizon: The year until which its aims, or those that it goes on with, are set: "phấn đấu đến năm 2030 …".
        told: Whether the sentence tells of a result.
        aimed_before: Whether the sentence before set aims and told of nothing else.
    """

    block: Block
    start: int = 0
    sentence_start: int = 0
    sentence_end: int = 0
    sentence_before: int | None = None
    told_from: int = -1
    before: int = 0
    name: Span | None = None
    head: Span | None = None
    level: int | None = None
    last: int | None = None
    period: RawPeriod | None = None
    before_details: RawPeriod | None = None
    paragraph: Mention | None = None
    inferred: RawPeriod | None = None
    monthly: bool = False
    running: bool = False
    estimated: bool = False
    announced: tuple[str, RawPeriod | None] | None = None
    turn: list[Span] = field(factory=list)
    compared: RawFigure | None = None
    topics: list[tuple[int, str]] | None = None
    told_after: list[Mention] = field(factory=list)
    started: list[Mention] = field(factory=list)
    aim: bool = False
    planned_parts: bool = False
    sets_aims: bool = False
    horizon: Mention | None = None
    told: bool = False
    aimed_before: bool = False

    def begin(self, start: int, end: int, *, goes_on: bool = False) -> None:
        """A further sentence; one that goes on with the last keeps its mood."""
        self.sentence_before = self.sentence_start if self.sentence_end else None
        self.told_from = self.told_from if goes_on and self.told_from >= 0 else start
        self.start = self.sentence_start = self.before = start
        self.sentence_end = end
        self.before_details = self.period if goes_on else None
        self.period = self.level = None
        self.aimed_before = self.sets_aims and not self.told
        self.horizon = self.horizon if self.aimed_before else None
        self.sets_aims = self.told = self.planned_parts = False
        self.aim = self.aim and goes_on
        self.estimated = self.running = False
        self.told_after = []
        self.started = []


@define
class Section:
    """The headings above a block."""

    context: Context
    places: Places
    titles: list[tuple[int, Block]] = field(factory=list)
    intro: Block | None = None
    """The paragraph that ends in a colon above a list of points."""
    _aims: list[bool | None] = field(factory=list)
    """What the headings announce, once it was asked for."""
    _place: list[RawPlace | None] = field(factory=list)
    """The place that they name, once it was asked for."""
    period: list[RawPeriod | None] = field(factory=list)
    """The period that they name, once it was asked for."""
    topic: str = ""
    """What the paragraphs before said last that they tell of several things."""
    _told_since: int = 0
    time: Mention | None = None
    """The period that the paragraphs before were about."""
    _timed_under: Block | None = None
    letters_lead: bool | None = None
    """Whether lettered parts (A, B) stand above the roman numbers, as the first of both tells."""

    def push(self, block: Block) -> None:
        """A further heading; it ends those of its level and below. One that only says "Trong đó:" is none."""
        if _DETAILS.fullmatch(self.context.flow, block.start, block.end):
            return
        self._aims.clear()
        self._place.clear()
        self.period.clear()
        self.topic = ""
        level = self._level(block)
        while self.titles and self.titles[-1][0] >= level:
            self.titles.pop()
        self.titles.append((level, block))
        left = self._timed_under is not None and all(above is not self._timed_under for _, above in self.titles)
        if left or any(not m.compared for m in self.context.mentions_between(block.start, block.end)):
            self.time = None

    def tell(self, topic: str | None) -> None:
        """Note what a paragraph tells of; it holds for a few paragraphs that say nothing else."""
        self._told_since = 0 if topic is not None else self._told_since + 1
        if topic is not None or self._told_since > _PARAGRAPHS:
            self.topic = topic or ""

    def tell_time(self, told: Mention | None) -> None:
        """Note the period of a paragraph; it holds until another is told, or the part of the text ends that tells it."""
        if told is not None:
            self.time = told
            self._timed_under = next((block for level, block in reversed(self.titles) if level < CAPTION), None)

    def introduce(self, block: Block) -> None:
        """Note a paragraph that ends in a colon; any other ends what such a one announced."""
        self._aims.clear()
        details = _DETAILS.fullmatch(self.context.flow, block.start, block.end)
        if not (block.bullet or block.mark or block.is_heading or details):
            self.intro = block if self.context.flow[block.end - 1] == ":" else None

    def _level(self, block: Block) -> int:
        if self._opens_part(block) or self._is_title_of_aims(block):
            return 0
        mark = block.mark.strip(".) ")
        lettered = len(mark) == 1 and mark.isupper() and mark not in "IVX"
        if self.letters_lead is None and mark and (lettered or block.level == 1):
            self.letters_lead = lettered
        return 0 if lettered and self.letters_lead else block.level

    def _opens_part(self, block: Block) -> bool:
        """Whether a heading is that of a part: "Phần thứ nhất", and the unnumbered one below it."""
        flow = self.context.flow
        if _PART.match(flow, block.start, block.end):
            return True
        above = self.titles[-1][1] if self.titles else None
        alone = (
            above is not None and _PART.fullmatch(flow, above.start, above.end) and above.end > block.start - _NEXT_LINE
        )
        return bool(alone) and not block.mark

    def over(self) -> Iterator[tuple[Block, str]]:
        """The headings above with their words, the nearest first."""
        for _, block in reversed(self.titles):
            yield block, self.context.flow[block.start : block.end]

    def place(self) -> RawPlace | None:
        """The place that the headings name, the nearest first."""
        if not self._place:
            named = (self.places.titled(block) for _, block in reversed(self.titles))
            self._place.append(next((place for place in named if place is not None), None))
        return self._place[0]

    def lists_targets(self) -> bool:
        """Whether numbered items here are a list of targets."""
        for block, title in self.over():
            if "chỉ tiêu" in title or "mục tiêu cụ thể" in title:
                return not self._reports(block)
            if block.level <= 3 and (RESULT_HEAD.search(title) or "nhiệm vụ" in title):
                return False
        return False

    def aims(self) -> bool | None:
        """Whether the headings announce aims; None where they announce neither aims nor results."""
        if not self._aims:
            self._aims.append(self._announce_aims())
        return self._aims[0]

    def _announce_aims(self) -> bool | None:
        if self.intro is not None and (announced := self._announced(self.intro)) is not None:
            return announced
        for block, title in self.over():
            if self._is_title_of_aims(block):
                return True
            if block.level >= CAPTION:  # a short line alone, such as the headline of a news item
                if title.rstrip().endswith(":") and self._sets_aims(block.start, block.end):
                    return True
                continue
            if RESULT_HEAD.search(title):
                return False
            if AIM_HEAD.search(title, 0, len(title) if block.mark or block.level <= 2 else _OPENS_WITH):
                return _LOOKS_AHEAD.search(title) is not None or not self._reports(block)
        return None

    def _is_title_of_aims(self, block: Block) -> bool:
        """Whether a text opens with the title of a list of aims: "Các chỉ tiêu chủ yếu (nhiệm kỳ 2020-2025)"."""
        if block is not self.context.layout.blocks[0] or RESULT_HEAD.search(self.context.flow, block.start, block.end):
            return False
        return _TITLE_OF_AIMS.match(self.context.flow, block.body, block.end) is not None

    def _reports(self, inner: Block) -> bool:
        """Whether a heading stands in a part that reports: "1. Các chỉ tiêu HĐND giao" under "KẾT QUẢ NĂM 2023"."""
        outer = (title for block, title in self.over() if block.start < inner.start)
        return any(RESULT_HEAD.search(title) and not _LOOKS_AHEAD.search(title) for title in outer)

    def _announced(self, intro: Block) -> bool | None:
        """Whether the sentence before a list of points announces aims: "Một số chỉ tiêu đáng chú ý:"."""
        flow = self.context.flow
        return self._sets_aims(max(intro.start, flow.rfind(". ", intro.start, intro.end) + 1), intro.end)

    def _sets_aims(self, start: int, end: int) -> bool | None:
        """Whether words before a colon announce aims; None where they announce neither aims nor results."""
        flow = self.context.flow
        if RESULT_HEAD.search(flow, start, end):
            return False
        sets = _SETS_AIMS.search(flow, start, end) or _AIMS_OF_A_TIME.search(flow, start, end)
        return True if sets else None


@define
class Sight:
    """One figure with all that says what it means."""

    context: Context
    reading: Reading
    clause: Clause
    section: Section
    figure: RawFigure
    lead: Lead
    tail: Tail
    limit: int
    """Where the words of the next figure begin."""
    entry: RawEntry | None = None
    span: Span = (0, 0)
    """Where the name stands."""
    told_to: int = 0
    """End of the words after the figure that name again what was named before."""
    flow: str = field(init=False)
    """The folded text."""
    dimension: str = field(init=False)
    """Dimension of the unit."""
    own_words: str = field(init=False)
    """The words between the figure before and this one."""
    is_percent: bool = field(init=False)
    """Whether the figure is a percentage."""
    is_counted: bool = field(init=False)
    """Whether the figure counts things, and not per others."""
    last: RawFigure | None = field(init=False)
    """The figure before, in this block."""
    behind_stroke: bool = field(init=False)
    """Whether it is the plan behind the stroke of a level: "186,4/612 tỷ đồng"."""

    def __attrs_post_init__(self) -> None:
        self.flow = self.context.flow
        self.dimension = self.figure.unit.dimension if self.figure.unit is not None else ""
        self.own_words = self.flow[self.clause.start : self.figure.start]
        self.is_percent = self.dimension == "percent"
        self.is_counted = self.dimension.startswith("count:") and "/" not in self.dimension
        self.last = None if self.clause.last is None else self.reading.figures[self.clause.last]
        level = self.last is not None and self.last.unit == self.figure.unit
        self.behind_stroke = level and _STROKE.fullmatch(self.own_words) is not None

    @property
    def is_beside_a_change(self) -> bool:
        """Whether an amount is told beside one that changed: "giảm 2 vụ (-4%) và 1,9 ha so với cùng kỳ"."""
        if self.is_percent or self.last is None or self.clause.last is None:
            return False
        before, words = self.last, self.own_words
        if before.form == "rate" and words.startswith(")") and self.clause.last > 0:
            before, words = self.reading.figures[self.clause.last - 1], words[1:]
        return (before.role, before.form) == ("change", "difference") and JOINED.fullmatch(words) is not None

    @property
    def unit_start(self) -> int:
        """Where the counted noun of the figure begins: "lượt khách" of "5,5 triệu lượt khách"."""
        start = self.figure.upper_end if self.figure.upper_end > 0 else self.figure.number_end
        scale = _SCALED.match(self.flow, start, self.figure.end)
        return start if scale is None else scale.end()

    @property
    def unit_end(self) -> int:
        """Where it ends, without a bound behind it: "110 đảng viên trở lên"."""
        bound = _BOUND_AFTER.search(self.flow, self.unit_start, self.figure.end)
        return self.figure.end if bound is None else bound.start()

    @property
    def sign(self) -> str | None:
        """The direction of a change that a bracket gives by its sign: "tăng 1.475 tỷ đồng (+6,2%)", "30 vụ (-5 vụ)"."""
        match = _SIGN.search(self.flow, self.clause.before, self.figure.start)
        return None if match is None else "increase" if match[1] == "+" else "decrease"
