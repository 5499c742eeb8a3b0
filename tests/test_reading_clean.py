"""The working copy of a text, and the way back to the text as given."""

from __future__ import annotations

import unicodedata

import pytest

from vnplan.reading.clean import Clean, clean, fold


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


class TestFold:
    @pytest.mark.parametrize(
        ("text", "folded"),
        [
            ("Hoà Bình", "hòa bình"),  # the tone mark moves to the first vowel of an open syllable
            ("uỷ ban, luỹ kế, thuỷ sản", "ủy ban, lũy kế, thủy sản"),
            ("khoẻ, toả, loè", "khỏe, tỏa, lòe"),
            ("quý, quỹ, quỳ", "quý, quỹ, quỳ"),  # after q the u is no vowel
            ("hoàn, hoạt, thoát, khoản", "hoàn, hoạt, thoát, khoản"),  # a closed syllable keeps its place
            ("tỉ lệ, tỉ trọng, tỉ suất, 5 tỉ đồng", "tỷ lệ, tỷ trọng, tỷ suất, 5 tỷ đồng"),
            ("tỉnh, tỉ mỉ", "tỉnh, tỉ mỉ"),  # not every tỉ is tỷ
            ("2020 – 2025 — −5", "2020 - 2025 - -5"),  # one dash
            ("“nước” ‘sạch’ «xanh»", '"nước" \'sạch\' "xanh"'),  # one quote
            ("1\u00a0390\u202f000\t5", "1 390 000 5"),  # one space
            ("ðạt", "đạt"),  # the Icelandic eth of old scans
            ("một*hai\\ba", "một hai ba"),  # marks of Markdown
            ("a\u2028b\x0cc\x85d", "a\nb\nc\nd"),  # one line end
            ("ĐẠT", "đạt"),
        ],
    )
    def test_words_are_compared_in_one_form(self, text: str, folded: str) -> None:
        assert fold(text) == folded

    @pytest.mark.parametrize("text", ["İstanbul İ", "ẞ ǅ ﬁ", "HOÀ uỷ — “x”", "", "\U0001f600 5%"])
    def test_folding_keeps_the_length(self, text: str) -> None:
        """Places in the folded twin are places in the text, even where lower case is longer."""
        assert len(fold(text)) == len(text)


class TestClean:
    def test_a_clean_text_is_its_own_copy(self) -> None:
        copy = clean("Thu đạt 5 tỷ đồng")
        assert copy.text is copy.given
        assert (copy.origin(4), copy.span(4, 7), copy.span(4, 4)) == (4, (4, 7), (4, 4))

    @pytest.mark.parametrize(
        ("given", "text"),
        [
            ("ngân\u00ad sách", "ngân sách"),  # a soft hyphen
            ("\ufeffThu", "Thu"),  # a byte order mark
            ("5\u200b558 tỷ", "5558 tỷ"),  # a space without width
            ("a\u200b\u2060\ufeffb", "ab"),
            ("một\r\nhai", "một\nhai"),
            ("một\rhai", "một\rhai"),  # a lone carriage return stays; folding makes it a space
            ("312 m\n3, giảm", "312 m³, giảm"),  # torn off its letter
            ("312 m\n3. Chăn nuôi", "312 m\n3. Chăn nuôi"),  # may be a heading
            ("2.000 m<sup>2</sup> sàn", "2.000 m² sàn"),
            ("5 m<sup>3</sup>", "5 m³"),
            ("10<sup>6</sup>", "10<sup>6</sup>"),  # no unit is squared here
        ],
    )
    def test_the_copy_has_no_invisible_characters(self, given: str, text: str) -> None:
        assert clean(given).text == text

    @pytest.mark.parametrize("text", ["tổng thu ngân sách đạt 5,5 tỷ đồng", "ủy ban", "Đường", "m²"])
    def test_decomposed_letters_are_composed(self, text: str) -> None:
        copy = clean(decomposed(text))
        assert copy.text == text
        assert copy.span(0, len(text)) == (0, len(decomposed(text)))

    def test_marks_that_make_no_letter_stay(self) -> None:
        assert clean("q\u0301 5%").text == "q\u0301 5%"

    @pytest.mark.parametrize(
        ("given", "part", "printed"),
        [
            ("\ufeff  Thu 5 tỷ", "5 tỷ", "5 tỷ"),
            ("ngân\u00ad sách đạt 5\u00ad,5 tỷ", "5,5 tỷ", "5\u00ad,5 tỷ"),
            ("sàn 2.000 m<sup>2</sup>, đạt", "m²", "m<sup>2</sup>"),
            ("sàn 2.000 m<sup>2</sup>, đạt 9", "9", "9"),
            ("một\r\nhai 7%", "7%", "7%"),
            (decomposed("tỷ lệ hộ nghèo còn 3%"), "nghèo", decomposed("nghèo")),
            (decomposed("tỷ lệ hộ nghèo còn 3%"), "3%", "3%"),
        ],
    )
    def test_every_place_maps_back_to_the_text_as_given(self, given: str, part: str, printed: str) -> None:
        copy = clean(given)
        start = copy.text.index(part)
        first, last = copy.span(start, start + len(part))
        assert given[first:last] == printed

    def test_a_place_before_the_first_change_is_itself(self) -> None:
        copy = clean("abc\u00addef")
        assert [copy.origin(place) for place in range(6)] == [0, 1, 2, 4, 5, 6]
        assert copy.span(3, 3) == (4, 4)

    def test_copies_are_compared_and_hashed(self) -> None:
        assert clean("m<sup>2</sup>") == clean("m<sup>2</sup>")
        assert isinstance(hash(clean("m<sup>2</sup>")), int)
        assert clean("a") == Clean("a", "a", "a")
