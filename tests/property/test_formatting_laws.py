"""Laws of formatting, over arbitrary values."""

from __future__ import annotations

from decimal import Decimal, localcontext

import hypothesis.strategies as st
from babel.numbers import format_decimal
from hypothesis import given

from vnplan.formatting import format_number

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
