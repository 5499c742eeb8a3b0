"""Wholes and the parts that the text names after them: "gồm", "trong đó" (tổng số và thành phần trong câu)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from vnplan.audit.passages import Level, Passages, Placed, Span, meanings, outside_brackets, pattern

_OPENS_LIST = ":"


@frozen(eq=False)
class Breakdown:
    """A whole and its parts, as one sentence or list tells them.

    Attributes:
        whole: The whole.
        parts: What is named after it in the same unit, in order.
        complete: Whether the words say that the parts are all: "gồm", or a last part "khác", "còn lại"; never
            where a number among them was not read.
    """

    whole: Placed
    parts: tuple[Placed, ...]
    complete: bool

    @property
    def total(self) -> Level:
        """The figure of the whole."""
        return _level(self.whole)

    @property
    def figures(self) -> tuple[Level, ...]:
        """The figures of the parts."""
        return tuple(map(_level, self.parts))


def _level(placed: Placed) -> Level:
    assert placed.level is not None
    return placed.level


def breakdowns(passages: Passages) -> Iterator[Breakdown]:
    """Every whole with parts of the report that may add up, in the order of the text."""
    flow = passages.flow
    marks = list(pattern("parts").finditer(flow))
    for mark, after in zip(marks, (*marks[1:], None), strict=bool(marks)):
        value = meanings("parts").get(mark[0])
        if value == "none":
            continue
        limit = len(flow) if after is None else after.start()
        scope = _scope(passages, mark.start(), mark.end())
        parts = _levels(passages, scope)
        whole = _whole(passages, mark.start(), parts)
        if whole is None:
            continue
        nested = any(start < limit < end for start, end in outside_brackets(flow, *scope))
        told = tuple(one for one in parts if one.sort == whole.sort and (not nested or one.start < limit))
        if told and not _are_at_several_prices(whole, *told):
            complete = not nested and (value == "all" or _ends_with_rest(passages, told))
            yield Breakdown(whole, told, complete and not passages.has_unread(told[0].start, told[-1].end))


def _are_at_several_prices(*levels: Placed) -> bool:
    """Whether some are told at current and others at constant prices: those do not add up."""
    return len({one.figure.price_base for one in levels if one.figure.price_base is not None}) > 1


def _scope(passages: Passages, start: int, after: int) -> Span:
    """Where the parts may stand: to the end of the bracket, of the sentence, or of the list that follows."""
    flow = passages.flow
    sentence = passages.sentence(start)
    close = _closing(flow, sentence, start)
    if close is not None:
        return after, close
    begin, end = after, sentence[1]
    rest = flow[begin:end].lstrip()
    if rest.rstrip(" .") in ("", _OPENS_LIST):
        return begin, _list_end(passages, end)
    if rest.startswith(_OPENS_LIST) or "như sau" in rest[:30]:
        return begin, end
    stop = flow.find(";", begin, end)
    return begin, end if stop < 0 else stop


def _closing(flow: str, sentence: Span, place: int) -> int | None:
    """The bracket that closes the one in which a place stands."""
    depth = 0
    for position in range(sentence[0], place):
        depth += (flow[position] in "([") - (flow[position] in ")]")
    if depth <= 0:
        return None
    return min((at for at in (flow.find(mark, place, sentence[1]) for mark in ")]") if at >= 0), default=None)


def _list_end(passages: Passages, end: int) -> int:
    """The end of the bulleted lines that follow."""
    flow, here = passages.flow, end
    index = passages.sentence_index(end)
    for start, stop in passages.sentences[index + 1 :]:
        if flow[start:stop].lstrip()[:1] not in ("-", "+", "•"):
            break
        here = stop
    return here


def _levels(passages: Passages, scope: Span) -> list[Placed]:
    """Levels of the passage that stand in no bracket."""
    return [
        one
        for start, end in outside_brackets(passages.flow, *scope)
        for one in passages.within(start, end)
        if one.level is not None
    ]


def _whole(passages: Passages, mark: int, parts: Sequence[Placed]) -> Placed | None:
    """The nearest level before the mark in the unit of the first part; in the sentence before, where the mark begins one.

    There a larger one is meant where the parts are more than the nearest: "980 dự án mới; 406 dự án tăng vốn. Trong
    đó, chế biến 431 dự án".
    """
    if not parts:
        return None
    index = passages.sentence_index(mark)
    start = passages.sentences[index][0]
    if not passages.flow[start:mark].strip(" -+•(\n") and index:
        start = passages.sentences[index - 1][0]
    found = [one for one in _levels(passages, (start, mark)) if one.sort == parts[0].sort]
    if len(found) > 1 and start != passages.sentences[index][0]:
        least = sum(_amount(one) for one in parts if one.sort == parts[0].sort) * _ROUNDED
        return next((one for one in reversed(found) if _amount(one) >= least), found[-1])
    return found[-1] if found else None


_ROUNDED = Fraction(99, 100)
"""Rounded parts may be a little more than their whole."""


def _amount(placed: Placed) -> Fraction:
    quantity = _level(placed).stated.quantity
    assert quantity is not None
    return Fraction(quantity.amount)


def _ends_with_rest(passages: Passages, parts: Sequence[Placed]) -> bool:
    """Whether the last part is "khác" or "còn lại"."""
    if len(parts) < 2:
        return False
    words = passages.flow[parts[-2].end : parts[-1].start]
    return pattern("rest_of_parts").search(words) is not None
