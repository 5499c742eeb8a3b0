"""Laws of formatting, over arbitrary values."""

from __future__ import annotations

from decimal import Decimal, localcontext

import hypothesis.strategies as st
from babel.numbers import format_decimal
from hypothesis import given

from vnplan.errors import ParseError
from vnplan.formatting import Dialect, Four, format_number, number_to_words, words_to_number

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20).filter(
    lambda value: -60 < int(value.as_tuple().exponent) < 60
)


def babel_form(value: Decimal, locale: str) -> str:
    """What babel prints, with the trailing zeros that it drops."""
    places = max(0, -int(value.as_tuple().exponent))
    with localcontext(prec=200):
        return format_decimal(value, "#,##0." + "0" * places if places else "#,##0", locale=locale)


class TestNumbersAsBabelPrintsThem:
    """The fast path prints what babel prints, plus the zeros that the source printed."""

    @given(DECIMALS)
    def test_vietnamese(self, value: Decimal) -> None:
        assert format_number(value) == babel_form(value, "vi")

    @given(DECIMALS)
    def test_english(self, value: Decimal) -> None:
        assert format_number(value, locale="en") == babel_form(value, "en")

    @given(DECIMALS)
    def test_unquantised_babel_but_for_trailing_zeros(self, value: Decimal) -> None:
        with localcontext(prec=200):
            expected = format_decimal(value, locale="vi", decimal_quantization=False)
        printed = format_number(value)
        assert expected == (printed.rstrip("0").rstrip(",") if "," in printed else printed)

    @given(DECIMALS)
    def test_the_number_comes_back(self, value: Decimal) -> None:
        back = Decimal(format_number(value).replace(".", "").replace(",", "."))
        assert back == value


DIALECTS: st.SearchStrategy[Dialect] = st.sampled_from(("north", "south"))
FOURS: st.SearchStrategy[Four] = st.sampled_from(("tư", "bốn"))
SPOKEN_WORDS = st.sampled_from(
    [
        "âm",
        "không",
        "một",
        "hai",
        "bốn",
        "tư",
        "năm",
        "lăm",
        "mốt",
        "mười",
        "mươi",
        "trăm",
        "linh",
        "lẻ",
        "nghìn",
        "ngàn",
        "triệu",
        "tỷ",
        "phẩy",
        "x",
    ]
)


class TestWordsAndNumbers:
    """What is read aloud is heard as the same number, in both dialects."""

    @given(st.integers(-(10**21) + 1, 10**21 - 1), DIALECTS, FOURS)
    def test_whole_numbers(self, number: int, dialect: Dialect, four: Four) -> None:
        assert words_to_number(number_to_words(number, dialect=dialect, four=four)) == number

    @given(st.integers(-(10**30), 10**30), st.integers(10, 18), DIALECTS, FOURS)
    def test_decimals_to_the_last_zero(self, digits: int, places: int, dialect: Dialect, four: Four) -> None:
        number = Decimal(digits).scaleb(-places)
        back = words_to_number(number_to_words(number, dialect=dialect, four=four))
        assert back.as_tuple() == number.as_tuple() or (not number and not back)

    @given(st.lists(SPOKEN_WORDS, max_size=12).map(" ".join) | st.text())
    def test_any_text_gives_a_number_or_our_error(self, text: str) -> None:
        try:
            words_to_number(text)
        except ParseError as error:
            assert error.text == text  # noqa: PT017
