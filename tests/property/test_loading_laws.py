"""Whatever the text, there is a report of it."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from vnplan.lexicon import rows
from vnplan.loading import loads
from vnplan.model.report import Claim, Report

NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates too
_WORDS = [next(iter(row.values())) for table in ("units", "nouns", "words", "scales") for row in rows(table)]
_JOINTS = [
    *"năm tháng quý ngày từ đến tăng giảm đạt ước trên dưới gần khoảng so với cùng kỳ dự toán kế hoạch nhiệm".split(),  # noqa: SIM905
    *"2023 2024 2999 99 I IV 31/02/2024 12/NQ-HĐND 100% 5.558 1.390,9 1,390.9 0 (1) 1. a) ( ) - – | : ; . , / %".split(),  # noqa: SIM905
    "\n",
]
_NUMERALS = st.from_regex(r"[0-9]{1,6}(?:[.,][0-9]{1,4}){0,3}", fullmatch=True)
_PIECES = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_JOINTS), _NUMERALS, st.text(max_size=3))
_LIKE_REPORTS = st.builds(
    lambda joint, pieces: joint.join(pieces), st.sampled_from([" ", ""]), st.lists(_PIECES, max_size=40)
)
TEXTS = st.one_of(_ANY_TEXT, _LIKE_REPORTS)


def places(report: Report) -> list[tuple[str, int, int]]:
    """The quote and place of every figure."""
    figures = (*report.targets, *report.actuals, *report.changes, *report.shares)
    sources = [one.source for one in figures] + [one.source for one in report.tallies]
    return [(one.quote, one.start, one.end) for one in sources if one is not None]


class TestAnyText:
    """`loads` never raises without `strict`: any text is a report."""

    @given(TEXTS)
    @example("\ud800 5%")
    @example("")
    def test_gives_a_report_that_keeps_the_text(self, text: str) -> None:
        report = loads(text, document="d")
        assert (report.text, report.document) == (text, "d")

    @given(TEXTS)
    @example("1.2.3, 4,5.")
    def test_its_ledger_covers_every_number_once(self, text: str) -> None:
        spans = [(entry.start, entry.end) for entry in loads(text).ledger]
        numbers = [span for span in spans if NUMBER.fullmatch(text[slice(*span)])]
        assert numbers == [match.span() for match in NUMBER.finditer(text)]
        assert all(before[1] <= after[0] for before, after in pairwise(spans))

    @given(TEXTS)
    def test_every_quote_stands_where_it_says(self, text: str) -> None:
        for quote, start, end in places(loads(text)):
            assert quote == text[start:end]
            assert 0 <= start < end <= len(text)

    @given(TEXTS)
    def test_figures_in_the_ledger_name_their_sources(self, text: str) -> None:
        for entry in loads(text).ledger:
            if entry.claimed_by is Claim.FIGURE:
                assert entry.claims

    @given(TEXTS)
    def test_reading_twice_reads_the_same(self, text: str) -> None:
        report = loads(text)
        assert loads(text) == report
        assert hash(loads(text)) == hash(report)

    @given(TEXTS)
    def test_it_becomes_rows(self, text: str) -> None:
        rows_ = loads(text).to_records()
        assert [row["row"] for row in rows_] == list(range(len(rows_)))
