"""The plain rows under the reading: words that bind, units, nouns (từ điển).

A row is data; what it means is told by the header of its file. No model types here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from importlib.resources import files
from itertools import zip_longest
from typing import Any, Generic, ParamSpec, TypeVar, cast
from weakref import WeakKeyDictionary

from attrs import field, frozen

V = TypeVar("V")
P = ParamSpec("P")

Rows = tuple[dict[str, str], ...]


@frozen(eq=False)
class Lexicon:
    """Rows that stand beside those of vnplan's own tables (từ điển bổ sung).

    Attributes:
        tables: Rows by table.
    """

    tables: Mapping[str, Rows] = field(factory=dict)


_ADDED: ContextVar[Lexicon | None] = ContextVar("lexicon", default=None)
_MADE: WeakKeyDictionary[Lexicon, dict[Any, Any]] = WeakKeyDictionary()
"""What was made of the tables with each lexicon, as long as it is held."""


@contextmanager
def reading_with(lexicon: Lexicon | None) -> Iterator[None]:
    """Within this, and in this thread alone, the rows of the lexicon count too."""
    token = _ADDED.set(lexicon)
    try:
        yield
    finally:
        _ADDED.reset(token)


def by_lexicon(make: Callable[P, V]) -> Callable[P, V]:
    """Keeps what a function makes of the tables: once for vnplan's own, and once for each lexicon beside them.

    The function is called without keywords, which would cost as much as the rest of a call.
    """
    own: Callable[..., V] = cache(make)

    @wraps(make)
    def made(*args: Any) -> V:
        lexicon = _ADDED.get()
        if lexicon is None:
            return own(*args)
        held = _MADE.setdefault(lexicon, {})
        key = make, args
        if key not in held:
            held[key] = cast("Callable[..., V]", make)(*args)
        found: V = held[key]
        return found

    return cast("Callable[P, V]", made)


def rows(table: str) -> Rows:
    """The rows of a table in ``vnplan/data``, and those of the lexicon that is read with."""
    lexicon = _ADDED.get()
    return own_rows(table) if lexicon is None else (*own_rows(table), *lexicon.tables.get(table, ()))


@cache
def own_rows(table: str) -> Rows:
    """The rows as they come with vnplan; lines that begin with ``#`` are comments."""
    return parse_rows((files("vnplan") / "data" / f"{table}.tsv").read_text(encoding="utf-8"))


def parse_rows(text: str) -> Rows:
    """The rows of a tab-separated table, its first line being the header; a cell beyond it is of the column ""."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t") if lines else []
    return tuple(dict(zip_longest(header, line.split("\t"), fillvalue="")) for line in lines[1:])


_END = 3
"""Characters at the beginning or end of a phrase by which it is looked up."""


class Phrases(Generic[V]):
    """Longest match of known phrases at, or just before, a place in folded text.

    A lookup costs a slice and a dictionary access for each length of phrase that shares the
    first (or last) three characters, however many phrases there are; mostly there is none.
    """

    def __init__(self, entries: Iterable[tuple[str, V]]) -> None:
        self._values: dict[str, V] = dict(entries)
        short = [phrase for phrase in self._values if 0 < len(phrase) < _END]
        self._short = _lengths(short)
        self._short_heads, self._short_tails = {phrase[0] for phrase in short}, {phrase[-1] for phrase in short}
        self._by_head = self._lengths_by(lambda phrase: phrase[:_END], lambda head, length: head[:length])
        self._by_tail = self._lengths_by(lambda phrase: phrase[-_END:], lambda tail, length: tail[-length:])

    def _lengths_by(self, key: Callable[[str], str], shorter: Callable[[str, int], str]) -> dict[str, tuple[int, ...]]:
        """The lengths of phrases by their first or last characters, and of the shorter ones that these hold."""
        found: dict[str, set[int]] = {}
        for phrase in self._values:
            if len(phrase) >= _END:
                found.setdefault(key(phrase), set()).add(len(phrase))
        for characters, lengths in found.items():
            lengths.update(length for length in self._short if shorter(characters, length) in self._values)
        return {characters: tuple(sorted(lengths, reverse=True)) for characters, lengths in found.items()}

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._values

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def get(self, phrase: str) -> V | None:
        """The value of exactly that phrase."""
        return self._values.get(phrase)

    def at(self, text: str, position: int, end: int | None = None) -> tuple[int, V] | None:
        """End and value of the longest phrase that begins at `position` and ends with a word."""
        head = text[position : position + _END]
        lengths = self._by_head.get(head)
        if lengths is None:
            if head[:1] not in self._short_heads:
                return None
            lengths = self._short
        for length in lengths:
            stop = position + length
            phrase = text[position:stop]
            if phrase in self._values and stop <= (len(text) if end is None else end) and not _joins(text, stop):
                return stop, self._values[phrase]
        return None

    def before(self, text: str, position: int, start: int = 0) -> tuple[int, V] | None:
        """Start and value of the longest phrase that ends at `position`, not before `start`."""
        tail = text[max(0, position - _END) : position]
        lengths = self._by_tail.get(tail)
        if lengths is None:
            if tail[-1:] not in self._short_tails:
                return None
            lengths = self._short
        for length in lengths:
            begin = position - length
            if begin >= start and (phrase := text[begin:position]) in self._values and not _joins(text, begin):
                return begin, self._values[phrase]
        return None


def _lengths(phrases_: Iterable[str]) -> tuple[int, ...]:
    """The lengths of phrases, the longest first."""
    return tuple(sorted(set(map(len, phrases_)), reverse=True))


def _joins(text: str, place: int) -> bool:
    """Whether a place lies inside a word."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


@frozen
class Word:
    """One row of ``words.tsv``: what a phrase does, and with what value."""

    kind: str
    value: str


@by_lexicon
def words(*kinds: str) -> Phrases[Word]:
    """The phrases of those kinds."""
    return Phrases((row["phrase"], Word(row["kind"], row["value"])) for row in rows("words") if row["kind"] in kinds)


@by_lexicon
def phrases(kind: str) -> Phrases[str]:
    """The phrases of one kind with their values."""
    return Phrases((row["phrase"], row["value"]) for row in rows("words") if row["kind"] == kind)


def alternation(entries: Iterable[str]) -> str:
    """A regular expression of those phrases, the longest first; what they begin with alike is tried once."""
    alike: dict[str, list[str]] = {}
    for entry in sorted(set(entries) - {""}):
        alike.setdefault(entry[0], []).append(entry)
    return "|".join(map(_branch, alike.values()))


def _branch(entries: list[str]) -> str:
    """A regular expression of phrases with the same first letter."""
    first, last = entries[0], entries[-1]  # they are in order, so that these two differ the soonest
    same = (n for n, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    head = first[: next(same, len(first))]
    tails = [entry[len(head) :] for entry in entries]
    more = alternation(tails)
    optional = "?" if "" in tails else ""
    return re.escape(head).replace(r"\ ", " ") + (f"(?:{more}){optional}" if more else "")
