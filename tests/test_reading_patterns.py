"""Patterns that are quick to search for find what they found before."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.reading.patterns import searched

PATTERNS = (
    r"(?<!\w)(?:phấn đấu|mục tiêu(?! quốc gia)|đặt (?:ra|chỉ tiêu)|đề ra)(?!\w)",  # words, alike in their first letter
    r"[;:.()\n]|,\s|(?<!\w)(?:và(?= \d)|với)(?!\w)",  # signs beside words
    r"(?<!\w)(?<!so )(?<!so với )cùng (?:kỳ|thời điểm)",  # several looks behind
    r"(?<!\w)(?:lũy kế )?(?:tính )?từ đầu năm(?: nay)?",  # words that may be missing
    r"so (?:với|cùng)|(?<!\w)so|(?:cao|thấp) hơn",  # what begins alike in several alternatives keeps its order
    r"(?:đó|đây) là|(?<=[,;] )(?:đặc biệt|nhất là)",
    r"(?<!\w)(?:h|hà nội|h\.)",  # shorter before longer
)
WORDS = ("phấn đấu", "mục tiêu", " quốc gia", "đặt ra", "đề ra", "cùng kỳ", "so với ", "so", "lũy kế ", "tính ", "từ đầu năm",
         "cao hơn", "đó là", ", ", ";", " ", "\n", "(", "và 5", "với", "đặc biệt", "x", "hà nội", "h.")  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
def test_finds_the_same(pattern: str, text: str) -> None:
    """Every match is where the pattern as written has it."""
    expected = [match.span() for match in re.finditer(pattern, text)]
    assert expected == [match.span() for match in searched(pattern).finditer(text)]


@pytest.mark.parametrize("pattern", [r"\w+ là", r"(?<!\w)(?:a|b)*c", r"[^a]b|c"])
def test_needs_a_character_to_look_for(pattern: str) -> None:
    """A pattern that may begin with anything cannot be made quicker so."""
    with pytest.raises(ValueError, match="begin"):
        searched(pattern)
