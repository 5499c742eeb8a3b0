"""Texts that nobody wrote: own ones cut, spliced and spoilt at random. Reading never fails, and loses no number.

VNPLAN_ROBUSTNESS sets how many texts are made (2,000), VNPLAN_ROBUSTNESS_FROM a folder of further texts to make
them of. The same number of texts from the same folder are always the same ones.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from vnplan import Report, loads
from vnplan.reading.numbers import NUMBER

CORPUS = Path(__file__).parent / "corpus"
COUNT = int(os.environ.get("VNPLAN_ROBUSTNESS", "2000"))
FURTHER = os.environ.get("VNPLAN_ROBUSTNESS_FROM")
GROUPS = 20
ODD = "0123456789.,;:()[]{}|/%-–—+*#_\"“”'’ \t\n\r\x00\x0b\x0c\x85\u00a0\u00ad\u200b\u2028\u202f\ufeff\u0301²½٣Ⅳ𝟗㎡Đİßﬁ🙂\ud800"


def _sources() -> list[str]:
    """The texts that others are made of."""
    files = sorted(CORPUS.glob("**/*.txt"))
    files += sorted(Path(FURTHER).glob("**/*.txt")) if FURTHER else []
    return [path.read_text(encoding="utf-8", errors="replace") for path in files]


SOURCES = _sources()


def piece(random: Random, longest: int = 600) -> str:
    """A stretch of one of the sources."""
    text = random.choice(SOURCES)
    start = random.randrange(len(text))
    return text[start : start + random.randrange(1, longest)]


def without_marks(random: Random, text: str) -> str:
    """A text in which some letters have lost their diacritics."""
    share = random.random()
    apart = ((char, unicodedata.normalize("NFD", char)) for char in text)
    return "".join(base[0] if random.random() < share else char for char, base in apart)


def swapped(random: Random, text: str) -> str:
    """A text with its lines in another order."""
    lines = text.split("\n")
    random.shuffle(lines)
    return "\n".join(lines)


def half_apart(random: Random, text: str) -> str:
    """A text of which a part is in decomposed form."""
    cut = random.randrange(len(text) + 1)
    return text[:cut] + unicodedata.normalize("NFD", text[cut:])


def with_odd(random: Random, text: str) -> str:
    """A text with odd characters put in."""
    chars = list(text)
    for _ in range(random.randrange(1, 12)):
        chars.insert(random.randrange(len(chars) + 1), random.choice(ODD) * random.choice((1, 1, 1, 2, 40)))
    return "".join(chars)


def thinned(random: Random, text: str) -> str:
    """A text with characters missing."""
    return "".join(char for char in text if random.random() > 0.04)


def doubled(random: Random, text: str) -> str:
    """A text with a stretch of it told again."""
    start = random.randrange(len(text) + 1)
    stop = start + random.randrange(120)
    return text[:stop] + text[start:stop] + text[stop:]


def on_one_line(_random: Random, text: str) -> str:
    """A text on one long line."""
    return text.replace("\n", " ") * 2


def spliced(random: Random, text: str) -> str:
    """A text with a stretch of another in its midst."""
    cut = random.randrange(len(text) + 1)
    return text[:cut] + piece(random) + text[cut:]


MUTATIONS: tuple[Callable[[Random, str], str], ...] = (
    without_marks, swapped, half_apart, with_odd, thinned, doubled, on_one_line, spliced,
)  # fmt: skip


def spoilt(random: Random) -> str:
    """A text made at random."""
    text = piece(random)
    for mutation in random.choices(MUTATIONS, k=random.randrange(4)):
        text = mutation(random, text)
    return text


def check(text: str, report: Report) -> None:
    """Every number is in the ledger, and every figure quotes its text."""
    assert report.text == text
    entries = [(entry.start, entry.end) for entry in report.ledger]
    numerals = [match.span() for match in NUMBER.finditer(text)]
    assert [span for span in entries if NUMBER.fullmatch(text, *span)] == numerals
    words = [unicodedata.normalize("NFC", text[start:end]) for start, end in set(entries) - set(numerals)]
    assert all(word.isalpha() for word in words)  # number words: "đôi"
    figures = (*report.targets, *report.actuals, *report.changes, *report.shares)
    told = [
        *(figure.source for figure in figures),
        *(tally.source for tally in report.tallies),
        *(directive.source for directive in report.directives),
        *(citation.source for citation in report.citations),
    ]
    for source in told:
        assert source is not None
        assert 0 <= source.start <= source.end <= len(text)
        assert source.quote == text[source.start : source.end]
        assert all(0 <= start <= end <= len(text) for start, end in source.name_spans)


@pytest.mark.parametrize("group", range(GROUPS))
def test_nothing_fails_and_no_number_is_lost(group: int) -> None:
    for number in range(group, COUNT, GROUPS):
        text = spoilt(Random(number))  # noqa: S311  # no secrets
        try:
            check(text, loads(text))
        except Exception as error:
            error.add_note(f"text {number}: {text!r}")
            raise


def test_every_mutation_changes_texts() -> None:
    text = "Thu ngân sách đạt 12,5 tỷ đồng.\nChi đạt 3 tỷ đồng.\nTăng 4% so với cùng kỳ.\n" * 3
    for mutation in MUTATIONS:
        assert any(mutation(Random(seed), text) != text for seed in range(5)), mutation  # noqa: S311
