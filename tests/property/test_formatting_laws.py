"""Laws of formatting, over arbitrary values."""

from __future__ import annotations

from decimal import Decimal, localcontext

import hypothesis.strategies as st
from attrs import evolve
from babel.numbers import format_decimal
from hypothesis import given

from tests.property.strategies import actuals, changes, figures, numbers, periods, quantities, stated_figures, targets
from vnplan.attainment import Result, assess
from vnplan.errors import ParseError
from vnplan.formatting import (
    Dialect,
    Four,
    Locale,
    explain,
    format_number,
    format_period,
    format_quantity,
    format_stated,
    number_to_words,
    to_text,
    words_to_number,
)
from vnplan.formatting.quantities import format_digits
from vnplan.model.figure import Figure
from vnplan.model.period import Period, PeriodKind
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Stated
from vnplan.model.target import Target
from vnplan.parsing import parse_number, parse_period, parse_quantity, parse_stated

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


def same_print(one: Quantity | None, other: Quantity | None) -> bool:
    """Same digits before the same unit."""
    if one is None or other is None:
        return one is other
    return (one.value, one.unit.symbol) == (other.value, other.unit.symbol) and other.decimals in {one.decimals, None}


def is_named(period: Period) -> bool:
    """Whether reports have a name for it; runs of days or months are printed, but not read."""
    run = period.kind in {PeriodKind.MONTHS, PeriodKind.UP_TO}
    from_new_year = (period.start.month, period.start.day) == (1, 1) and period.start.year == period.end.year
    return period.end.year < 2100 and (from_new_year or not run)


class TestWhatIsPrintedIsReadBack:
    """Reading what was printed gives the same value."""

    @given(numbers())
    def test_numbers(self, value: Decimal) -> None:
        assert parse_number(format_number(value)) == value

    @given(quantities())
    def test_quantities(self, quantity: Quantity) -> None:
        assert same_print(parse_quantity(format_quantity(quantity)), quantity)

    @given(stated_figures())
    def test_stated_figures(self, stated: Stated) -> None:
        if stated.quantity is None or stated.quantity.value < 0:
            return  # nobody writes a bound below zero: the word giảm carries the sign
        if stated.upper is not None and stated.upper.unit != stated.quantity.unit:
            return  # a range in two units is printed, but not read
        back = parse_stated(format_stated(stated))
        assert (back.comparator, back.hedge) == (stated.comparator, stated.hedge)
        assert same_print(back.quantity, stated.quantity)
        assert same_print(back.upper, stated.upper)

    @given(periods.filter(is_named))
    def test_periods(self, period: Period) -> None:
        assert parse_period(format_period(period)) == period
        assert parse_period(format_period(period, style="short")) == period


LOCALES: st.SearchStrategy[Locale] = st.sampled_from(("vi", "en"))


class TestSentences:
    """Any object has words, and they hold its figure."""

    @given(figures, LOCALES)
    def test_every_figure_is_told(self, figure: Figure, locale: Locale) -> None:
        told = to_text(evolve(figure, name="x", indicator=None), locale)
        quantity = figure.stated.quantity
        assert told
        assert "None" not in told
        if quantity is not None:
            magnitude = quantity if quantity.value >= 0 else -quantity
            assert format_digits(magnitude, locale=locale) in told

    @given(targets, st.none() | actuals | changes, LOCALES)
    def test_every_verdict_is_explained(self, target: Target, actual: Result | None, locale: Locale) -> None:
        verdict = assess(evolve(target, name="x"), actual)
        told = explain(verdict, locale=locale)
        assert to_text(verdict.outcome, locale) in told
        assert to_text(verdict.outcome, locale) in to_text(verdict, locale)
