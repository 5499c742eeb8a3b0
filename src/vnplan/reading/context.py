"""What a figure inherits: own clause, else sentence, paragraph, heading, report (ngữ cảnh)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from attrs import define, field

from vnplan.reading.clean import Clean
from vnplan.reading.layout import Layout
from vnplan.reading.periods import Mention
from vnplan.reading.raw import RawPeriod

WINDOW = 600
"""Characters within which a bracket, a comparison or a mood is looked for."""


@define
class Context:
    """A text with its layout and dates, and the year that it is about.

    Attributes:
        copy: The working copy.
        layout: Its blocks.
        mentions: All dates and periods, in order.
        period: The main period of the document, once known.
        year: The year that mentions without one belong to.
        flow: The folded text with wrapped lines joined.
    """

    copy: Clean
    layout: Layout
    mentions: list[Mention]
    period: RawPeriod | None = None
    many_years: bool = False
    """Whether the text tells of many years and none is its own, so that a figure without a year is of an unknown one."""
    planned: RawPeriod | None = None
    """The year after the main period that the opening names as planned for."""
    aims_from: int | None = None
    """Where a text begins to tell of nothing but aims; None where it tells of results too."""
    year: int | None = None
    flow: str = field(init=False)
    _starts: list[int] = field(factory=list)
    _ends: list[int] = field(factory=list)
    _by_start: dict[int, Mention] = field(factory=dict)
    _by_end: dict[int, Mention] = field(factory=dict)
    _years: list[int] = field(factory=list)
    _named: list[Mention] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.flow = self.layout.flow
        framing = [
            m
            for m in self.mentions
            if m.year is not None and not m.compared and not m.limit and m.kind not in ("years", "school_year", "day")
            if open_bracket(self.flow, 0, m.start) is None  # "(năm 2022: 98,6%)" sets no year for what follows
        ]
        self._years = [m.start for m in framing]
        self._named = framing
        self._starts = [mention.start for mention in self.mentions]
        self._ends = [mention.end for mention in self.mentions]
        self._by_start = {mention.start: mention for mention in reversed(self.mentions)}
        self._by_end = {mention.end: mention for mention in reversed(self.mentions)}

    def add(self, mentions: list[Mention]) -> None:
        """Merge further mentions."""
        if mentions:
            self.mentions = sorted([*self.mentions, *mentions], key=lambda mention: mention.start)
            self.__attrs_post_init__()

    def mentions_between(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie between two places."""
        low = bisect_left(self._starts, start)
        high = bisect_right(self._ends, end)
        return self.mentions[low:high]

    def mention_ending(self, position: int) -> Mention | None:
        """The mention that ends at a place."""
        return self._by_end.get(position)

    def mention_starting(self, position: int) -> Mention | None:
        """The mention that begins at a place."""
        return self._by_start.get(position)

    def resolve(self, mention: Mention, year: int | None = None) -> RawPeriod | None:
        """The days of a mention; where it names no year, the year told here, else the last one named."""
        if mention.year is not None or year is not None:
            return mention.resolve(year)
        return mention.resolve(self.near_year(mention.start))

    def last_named(self, position: int) -> Mention | None:
        """The last mention before a place that names a year which sets the time of figures."""
        for index in range(bisect_left(self._years, position) - 1, -1, -1):
            named = self._named[index]
            if not self.is_horizon(named) and not self.is_planned_for(named):
                return named
        return None

    def is_planned_for(self, mention: Mention) -> bool:
        """Whether a sentence only speaks of what is planned for a time after that of the text: "triển khai nhiệm vụ năm 2026"."""
        if self.period is None or not self._is_ahead(mention, self.period):
            return False
        block = self.layout.block_at(mention.start)
        inside = block is not None and not block.is_heading
        return inside and _DUTIES.search(self.flow, max(0, mention.start - _DUTIES_BACK), mention.start) is not None

    def _is_ahead(self, mention: Mention, main: RawPeriod) -> bool:
        if mention.year is not None:
            return mention.year > main.end.year
        found = mention.resolve(main.end.year)  # "nhiệm vụ 6 tháng cuối năm" in a report on the first six
        return found is not None and found.start > main.end

    def is_horizon(self, mention: Mention) -> bool:
        """Whether a mention reaches beyond the year of the text: "đến hết 31/01/2024 giải ngân trên 95%"."""
        beyond = self.period is not None and mention.year is not None and mention.year > self.period.end.year
        return beyond and mention.kind == "up_to"

    def near_year(self, position: int) -> int | None:
        """The year last named before a place, else the one that the text is about."""
        named = self.last_named(position)
        if named is not None and self.period is not None and self.is_passed_by(named, position):
            return self.period.end.year
        return self.year if named is None else named.year

    def is_passed_by(self, named: Mention, position: int) -> bool:
        """Whether another paragraph of a report on one year told of another: "Cuối năm 2024 có 96 hộ nghèo"."""
        main = self.period
        if main is None or main.kind == "years" or self.many_years or named.year == main.end.year:
            return False
        block = self.layout.block_at(position)
        if block is None or block is self.layout.block_at(named.start):
            return False
        return all(mention.year is None for mention in self.mentions_between(block.start, position))


_DUTIES = re.compile(
    r"(?<!\w)(?:triển khai|phương hướng|bàn|đề ra|thông qua|báo cáo)[^,;.:\n]{0,24} ?(?:,? ?(?:nhiệm vụ|kế hoạch|mục tiêu|giải pháp))[^;.:\n]{0,24}$"
    r"|(?:,|(?<!\w)và) (?:phương hướng,? )?(?:nhiệm vụ|giải pháp)(?: [^\W\d]+){0,4} $"
)
_DUTIES_BACK = 80


def of_many_years(mentions: list[Mention]) -> bool:
    """Whether no year stands out among those that a text names."""
    years = Counter(
        m.year
        for m in mentions
        if m.year is not None and not m.compared and not m.limit and m.kind not in ("years", "school_year", "day")
    )
    return len(years) >= _MANY_YEARS and max(years.values()) <= _MOST * years.total()


_MANY_YEARS, _MOST = 3, 0.6


_AIMS = re.compile(
    r"(?<!\w)(?:phấn đấu|dự kiến|giao (?:đơn vị|cục|chi cục|tỉnh|huyện|xã|thu)"
    r"|(?:mục tiêu(?! quốc gia)|chỉ tiêu|kế hoạch|dự toán)(?<!% \w\w\w \w\w\w\w)(?<!% \w\w \w\w\w\w)(?<!% \w\w \w\w\w\w\w))(?!\w)"
)
"""Words that set aims; behind a percentage they only say what it is a share of."""
_SENTENCE = 160
"""Characters around a year in which its sentence may say that it is aimed at."""


def main_year(flow: str, mentions: list[Mention]) -> int | None:
    """The year that a text is most likely about.

    Years named count, more so where they open a clause, and less where the sentence sets aims; "so với cùng kỳ năm
    2019" speaks for 2020.
    """
    votes: Counter[int] = Counter()
    for mention in mentions:
        if mention.year is None or mention.kind in ("years", "school_year") or mention.limit or mention.base:
            continue
        year = mention.year + 1 if mention.compared else mention.year
        counts = 2 if mention.compared else 1 if mention.kind in ("day", "at") else 3 if mention.frames else 2
        votes[year] += 1 if _is_aimed_at(flow, mention) else counts
    return max(votes, key=lambda year: (votes[year], year)) if votes else None


_COMPARED_BACK = 24
"""Characters before a year in which results are compared with the same stretch of it."""


def _is_aimed_at(flow: str, mention: Mention) -> bool:
    """Whether the sentence of a year sets aims: "Năm 2024, tỉnh đặt mục tiêu kéo giảm 5% so với năm 2023"."""
    low, high = max(0, mention.start - _SENTENCE), mention.end + _SENTENCE
    if mention.compared and flow.find("cùng kỳ", max(0, mention.start - _COMPARED_BACK), mention.start) >= 0:
        return False
    start = max(flow.rfind(sign, low, mention.start) for sign in (". ", "\n"))
    ends = [end for sign in (". ", "\n") if (end := flow.find(sign, mention.end, high)) >= 0]
    aims = _AIMS.search(flow, max(low, start), min(ends, default=high))
    return aims is not None and not (mention.compared and mention.start < aims.start())


def open_bracket(flow: str, start: int, position: int) -> int | None:
    """Where the bracket begins that is open at a place; None where none is."""
    opened = flow.rfind("(", max(start, position - WINDOW), position)
    if opened < 0 or flow.find(")", opened, position) >= 0:
        return None
    return opened + 1
