"""Words by which persons, bodies and directives are known, and how they are looked for."""

from __future__ import annotations

import re

from attrs import field, frozen

from vnplan.lexicon import Phrases, alternation, by_lexicon, rows
from vnplan.reading.patterns import searched

_TABLE = "directive_words"


@by_lexicon
def table(kind: str) -> Phrases[str]:
    """The phrases of one kind of ``directive_words.tsv`` with their values."""
    return Phrases((row["phrase"], row["value"]) for row in rows(_TABLE) if row["kind"] == kind)


@by_lexicon
def pattern(*kinds: str) -> re.Pattern[str]:
    """Any phrase of those kinds, as whole words."""
    return searched(rf"(?<!\w)(?:{alternation(row['phrase'] for row in rows(_TABLE) if row['kind'] in kinds)})(?!\w)")


@frozen
class Named:
    """Somebody who speaks, as named at one place.

    Attributes:
        name: Name of the person, else of the body or the bare office.
        office: Office of the person as worded.
        is_person: Whether it is a person's name.
        start: Where the naming begins.
        rank: 4 central, 3 province, 2 district, 1 commune, 0 unknown.
    """

    name: str
    office: str | None
    is_person: bool
    start: int = field(default=0, eq=False)
    rank: int = field(default=0, eq=False)


def words_of(text: str, start: int, end: int) -> str:
    """Characters of the text with their white space made single."""
    return " ".join(text[start:end].split())


def rank_of(words: str) -> int:
    """The rank of a body or office, by the first word that tells it."""
    found = (table("level").get(match[0]) for match in pattern("level").finditer(words))
    return next((int(value) for value in found if value), 0)


def skip(flow: str, position: int, end: int, characters: str = " ") -> int:
    """The next place that holds none of those characters."""
    while position < end and flow[position] in characters:
        position += 1
    return position


def before_spaces(flow: str, position: int, start: int) -> int:
    """Where the words before a place end."""
    while position > start and flow[position - 1] in " \n":
        position -= 1
    return position
