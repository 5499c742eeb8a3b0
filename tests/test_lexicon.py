"""Tables and phrases under the reading."""

from __future__ import annotations

import re

import pytest

from vnplan.lexicon import Phrases, Word, alternation, parse_rows, phrases, rows, words
from vnplan.reading.clean import fold

TABLES = ("units", "scales", "nouns", "words", "directive_words", "document_types", "indicators", "indicator_wordings", "localities", "columns", "audit_words")  # fmt: skip


class TestTables:
    def test_a_row_is_data_under_its_header(self) -> None:
        table = "# a comment\nnoun\tkind\tsame_as\nhộ\tfigure\n\n# another\nDN\tfigure\tdoanh nghiệp\n"
        assert parse_rows(table) == (
            {"noun": "hộ", "kind": "figure", "same_as": ""},  # a missing cell is empty
            {"noun": "DN", "kind": "figure", "same_as": "doanh nghiệp"},
        )

    @pytest.mark.parametrize("table", TABLES)
    def test_every_row_has_no_more_cells_than_the_header(self, table: str) -> None:
        assert rows(table)
        widths = {len(row) for row in rows(table)}
        assert len(widths) == 1

    @pytest.mark.parametrize("table", ["units", "nouns", "words", "scales", "audit_words"])
    def test_phrases_are_folded_as_texts_are(self, table: str) -> None:
        """A phrase that is not in the folded form could never match."""
        first = next(iter(rows(table)[0]))
        assert [row[first] for row in rows(table) if fold(row[first]) != row[first]] == []

    def test_a_noun_counts_like_a_noun(self) -> None:
        known = {row["noun"] for row in rows("nouns")}
        assert {row["same_as"] for row in rows("nouns") if row["same_as"]} <= known

    def test_kinds_of_nouns(self) -> None:
        assert {row["kind"] for row in rows("nouns")} == {"figure", "tally", "count"}

    def test_units_have_a_dimension_and_a_power(self) -> None:
        for row in rows("units"):
            assert row["dimension"]
            assert int(row["power"]) in range(-3, 16)

    def test_a_table_is_read_once(self) -> None:
        assert rows("units") is rows("units")


class TestPhrases:
    KNOWN = Phrases([("so với", 1), ("so với cùng kỳ", 2), ("trên", 3), ("%", 4), ("điểm %", 5), ("tỷ.đ", 6)])

    @pytest.mark.parametrize(
        ("text", "position", "found"),
        [
            ("so với cùng kỳ năm", 0, (14, 2)),  # the longest
            ("so với cùng", 0, (6, 1)),
            ("tăng so với", 5, (11, 1)),
            ("trênh", 0, None),  # no part of a word
            ("trên", 0, (4, 3)),
            ("%", 0, (1, 4)),
            ("%a", 0, (1, 4)),  # a mark joins nothing
            ("tỷ.đ,", 0, (4, 6)),
            ("so", 0, None),
            ("", 0, None),
            (" trên", 0, None),
        ],
    )
    def test_at_a_place(self, text: str, position: int, found: tuple[int, int] | None) -> None:
        assert self.KNOWN.at(text, position) == found

    @pytest.mark.parametrize(
        ("text", "position", "found"),
        [
            ("tăng so với cùng kỳ", 19, (5, 2)),
            ("tăng so với", 11, (5, 1)),
            ("bêntrên", 7, None),
            ("5 điểm %", 8, (2, 5)),
            ("5%", 2, (1, 4)),
            ("", 0, None),
            ("trên ", 5, None),
        ],
    )
    def test_before_a_place(self, text: str, position: int, found: tuple[int, int] | None) -> None:
        assert self.KNOWN.before(text, position) == found

    def test_within_limits(self) -> None:
        assert self.KNOWN.at("so với cùng kỳ", 0, 8) == (6, 1)
        assert self.KNOWN.before("so với", 6, 3) is None

    @pytest.mark.parametrize(
        ("text", "position", "after", "ahead"),
        [
            ("ha", 0, (2, 1), None),
            ("ha", 2, None, (0, 1)),
            ("5 ha", 2, (4, 1), None),
            ("ha.", 0, (2, 1), None),
            ("hai", 0, None, None),
            ("tha", 3, None, None),
            ("ha nội", 0, (6, 2), None),
            ("ha nam", 0, (2, 1), None),
        ],
    )
    def test_of_few_letters(
        self, text: str, position: int, after: tuple[int, int] | None, ahead: tuple[int, int] | None
    ) -> None:
        """Also where the text ends with them, or a longer phrase begins as they do."""
        known = Phrases([("ha", 1), ("ha nội", 2)])
        assert (known.at(text, position), known.before(text, position)) == (after, ahead)

    def test_is_a_mapping_of_phrases(self) -> None:
        assert "trên" in self.KNOWN
        assert "dưới" not in self.KNOWN
        assert (len(self.KNOWN), next(iter(self.KNOWN))) == (6, "so với")
        assert (self.KNOWN.get("trên"), self.KNOWN.get("dưới")) == (3, None)

    def test_of_the_table(self) -> None:
        assert words("bound").get("trên") == Word("bound", ">")
        assert phrases("bound").get("trên") == ">"
        assert words("bound") is words("bound")


def test_alternation_tries_the_longest_first() -> None:
    pattern = re.compile(alternation(["Kế hoạch", "Kế hoạch số", "a.b"]))
    match = pattern.match("Kế hoạch số 5")
    assert match is not None
    assert match[0] == "Kế hoạch số"
    assert pattern.match("axb") is None
