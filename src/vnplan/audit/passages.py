"""Figures in the order of the text, and the words between them (mạch văn).

Some findings rest on what stands between two figures: "trong đó", "gồm", "chiếm", "từ … lên". The words that
bind are rows of ``audit_words.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

from attrs import frozen

from vnplan.attainment.frames import frame_of
from vnplan.lexicon import alternation, rows
from vnplan.model.actual import Actual, Change, Tally
from vnplan.model.figure import Figure
from vnplan.model.report import Claim, Report
from vnplan.model.source import Source
from vnplan.model.stated import Comparator
from vnplan.model.target import Frame, Target
from vnplan.model.units import Unit
from vnplan.reading.clean import Clean, clean
from vnplan.reading.layout import Layout, read_layout, sentences

Level = Actual | Target


@frozen(eq=False)
class Placed:
    """A figure and its place in the working copy of the text."""

    figure: Figure
    start: int
    end: int

    @property
    def unit(self) -> Unit | None:
        """The unit of the figure."""
        told = self.figure.stated.quantity
        return None if told is None else told.unit

    @property
    def sort(self) -> str | None:
        """What the figure measures or counts, by the first word: trường, for "trường mầm non"."""
        return None if self.unit is None else sort_of(self.unit)

    @property
    def level(self) -> Level | None:
        """The figure, where it is a plainly stated level that is no percentage."""
        figure, unit = self.figure, self.unit
        if not isinstance(figure, Actual | Target) or unit is None or unit.is_percent:
            return None
        plain = figure.stated.comparator is Comparator.EQUAL and frame_of(figure) is Frame.LEVEL
        return figure if plain else None

    @property
    def is_level(self) -> bool:
        """Whether the figure is a level, plainly stated or not, that is no percentage."""
        return isinstance(self.figure, Actual | Target) and self.unit is not None and not self.unit.is_percent

    @property
    def percentage(self) -> Figure | None:
        """The figure, where it is a percentage that is no change."""
        unit = self.unit
        return self.figure if unit is not None and unit.is_percent and not isinstance(self.figure, Change) else None


def sort_of(unit: Unit) -> str:
    """What a unit measures; counted things by their first word, since kinds of a thing add up."""
    kind, _, noun = unit.dimension.partition(":")
    return f"{kind}:{noun.split()[0]}" if kind == "count" and noun else unit.dimension


Span = tuple[int, int]


@frozen(slots=False, eq=False)
class Passages:
    """A report's figures in the order of its text."""

    report: Report

    @cached_property
    def _copy(self) -> Clean:
        return clean(self.report.text)

    @cached_property
    def _layout(self) -> Layout:
        return read_layout(self._copy)

    @cached_property
    def flow(self) -> str:
        """The folded text, as long as the working copy; a newline is a true boundary."""
        return self._layout.flow

    @cached_property
    def figures(self) -> tuple[Placed, ...]:
        """All figures that were read in the text, in order."""
        report = self.report
        planned = () if report.plan is None else report.plan.targets
        told = (*planned, *report.targets, *report.actuals, *report.changes, *report.shares)
        placed = (
            Placed(one, self._place(one.source.start), self._place(one.source.end))
            for one in {id(figure): figure for figure in told}.values()
            if one.source is not None and one.source.end <= len(report.text)
        )
        return tuple(sorted(placed, key=lambda one: (one.start, one.end)))

    @cached_property
    def _index(self) -> dict[int, int]:
        return {id(one): number for number, one in enumerate(self.figures)}

    def place_of(self, source: Source | None) -> int:
        """Where something begins that was read in the text."""
        return 0 if source is None else self._place(source.start)

    def by_sentence(self, tallies: Sequence[Tally]) -> Iterator[tuple[Span, list[Tally]]]:
        """Counts that stand in one sentence, in order."""
        found: dict[int, list[Tally]] = {}
        for tally in tallies:
            if tally.source is not None and tally.source.end <= len(self.report.text):
                found.setdefault(self.sentence_index(self.place_of(tally.source)), []).append(tally)
        for number, together in found.items():
            yield self.sentences[number], together

    def _place(self, offset: int) -> int:
        """The place in the working copy of an offset in the text as given."""
        if self._copy.text == self._copy.given:
            return offset
        return bisect_left(range(len(self._copy.text)), offset, key=self._copy.origin)

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.figures]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the text, in order."""
        return tuple(
            span
            for block in self._layout.blocks
            for span in sentences(self._copy.text, self.flow, block.start, block.end)
        )

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_index(self, position: int) -> int:
        """Number of the sentence that holds a place, or else of the one before it."""
        return max(bisect_right(self._sentence_starts, position) - 1, 0)

    def sentence(self, position: int) -> Span:
        """The sentence that holds a place."""
        return self.sentences[self.sentence_index(position)]

    def block(self, position: int) -> Span:
        """The paragraph, item or cell that holds a place."""
        block = self._layout.block_at(position)
        return (position, position) if block is None else (block.start, block.end)

    @cached_property
    def _by_figure(self) -> dict[int, Placed]:
        return {id(one.figure): one for one in self.figures}

    def placed(self, figure: Figure | None) -> Placed | None:
        """The place of a figure; None for one that was not read in this text."""
        return self._by_figure.get(id(figure))

    def after(self, placed: Placed) -> Placed | None:
        """The next figure of the text."""
        index = self._index[id(placed)] + 1
        return self.figures[index] if index < len(self.figures) else None

    def before(self, placed: Placed) -> Placed | None:
        """The figure before it in the text."""
        index = self._index[id(placed)]
        return self.figures[index - 1] if index else None

    def is_yearly(self, figure: Figure) -> bool:
        """Whether a change is an average of several years: "bình quân tăng 20,1%/năm"."""
        told, placed = figure.stated.quantity, self.placed(figure)
        if told is not None and "/" in told.unit.symbol and told.unit.is_percent:
            return True
        before = None if placed is None else self.before(placed)
        if placed is None or before is None:
            return False
        start = max(self.sentence(placed.start)[0], before.end)
        return pattern("average").search(self.flow, start, placed.start) is not None

    def is_part(self, placed: Placed) -> bool:
        """Whether a figure follows on "trong đó", "gồm" in its sentence, or stands in brackets."""
        start, _ = self.sentence(placed.start)
        words = self.flow[start : placed.start]
        return pattern("parts").search(words) is not None or words.count("(") > words.count(")")

    def _claimed(self, *kinds: Claim) -> list[int]:
        return [self._place(one.start) for one in self.report.ledger if one.claimed_by in kinds]

    @cached_property
    def _periods(self) -> list[int]:
        return self._claimed(Claim.PERIOD, Claim.DATE)

    @cached_property
    def _unread(self) -> list[int]:
        return self._claimed(Claim.UNREAD)

    def names_period(self, placed: Placed) -> bool:
        """Whether the sentence of a figure names a period before it."""
        return _any_within(self._periods, self.sentence(placed.start)[0], placed.start)

    def has_unread(self, start: int, end: int) -> bool:
        """Whether a stretch of text holds a number that was not read."""
        return _any_within(self._unread, start, end)

    def headings(self) -> Iterator[tuple[str, Source]]:
        """The marks of numbered headings ("III.") and where the headings stand."""
        for block in self._layout.blocks:
            if block.is_heading and block.mark:
                start, end = self._copy.span(block.mark_start, block.end)
                quote = self.report.text[start:end]
                yield block.mark, Source(start, end, document=self.report.document, quote=quote)

    def within(self, start: int, end: int) -> Sequence[Placed]:
        """The figures of a stretch of text."""
        return self.figures[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _any_within(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the places, in order, lies in a stretch of text."""
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """Any phrase of one kind of ``audit_words.tsv``, as whole words."""
    return re.compile(rf"(?<!\w)(?:{alternation(meanings(kind))})(?!\w)")


@cache
def meanings(kind: str) -> dict[str, str]:
    """The phrases of one kind of ``audit_words.tsv`` with their values."""
    return {row["phrase"]: row["value"] for row in rows("audit_words") if row["kind"] == kind}


def sector_of(figure: Figure) -> str | None:
    """The sector of the economy that a figure is named after, the first one named."""
    match = pattern("sector").search(figure.folded_name)
    return None if match is None else meanings("sector")[match[0]]


def has_all_sectors(figures: Iterable[Figure]) -> bool:
    """Whether agriculture, industry and services are named, each by a figure of its own."""
    return {sector_of(one) for one in figures} >= set(meanings("sector").values())


def phrase_before(kind: str, flow: str, place: int) -> int | None:
    """Where a phrase of that kind begins that ends right before a place, a bracket between them or not."""
    found = re.compile(rf"(?<!\w)(?:{alternation(meanings(kind))})(?!\w)[\s(]*\Z")
    match = found.search(flow[max(0, place - 40) : place])
    return None if match is None else max(0, place - 40) + match.start()


def outside_brackets(flow: str, start: int, end: int) -> Iterator[Span]:
    """The stretches of a passage that stand in no bracket opened within it."""
    depth, begin = 0, start
    for place in range(start, end):
        if flow[place] in "([":
            if depth == 0:
                yield begin, place
            depth += 1
        elif flow[place] in ")]" and depth:
            depth -= 1
            begin = place + 1
    if depth == 0:
        yield begin, end
