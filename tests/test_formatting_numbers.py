"""Numbers, amounts and bounds as Vietnamese documents print them."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal, localcontext

import pytest

from vnplan.errors import InvalidValueError
from vnplan.formatting import format_number, format_percent, format_points, format_quantity, format_stated
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Comparator, Hedge, Stated
from vnplan.model.units import PERCENT, PERCENTAGE_POINT, Unit

BILLION_DONG = Unit("tỷ đồng", "money:VND", 9)


def amount(number: str, symbol: str, dimension: str = "count:x", power: int = 0) -> Quantity:
    return Quantity(Decimal(number), Unit(symbol, dimension, power))


class TestFormatNumber:
    """Dots between groups, a comma before decimals, every printed digit kept."""

    @pytest.mark.parametrize(
        ("value", "vietnamese", "english"),
        (
            ("0", "0", "0"),
            ("83", "83", "83"),
            ("534", "534", "534"),  # three digits: no group
            ("5208", "5.208", "5,208"),  # grouping begins at four digits
            ("149740", "149.740", "149,740"),
            ("357519.7", "357.519,7", "357,519.7"),
            ("26.7", "26,7", "26.7"),
            ("8.385", "8,385", "8.385"),  # babel's default pattern would stop at three places
            ("0.12345", "0,12345", "0.12345"),
            ("30.00", "30,00", "30.00"),  # printed zeros are precision
            ("-12.5", "-12,5", "-12.5"),  # U+002D
            ("-1390.9", "-1.390,9", "-1,390.9"),
            ("5.558E+12", "5.558.000.000.000", "5,558,000,000,000"),
            ("1E-7", "0,0000001", "0.0000001"),
        ),
    )
    def test_marks(self, value: str, vietnamese: str, english: str) -> None:
        assert format_number(Decimal(value)) == vietnamese
        assert format_number(Decimal(value), locale="en") == english

    def test_an_int_is_exact_too(self) -> None:
        class Amount(Decimal):
            """A Decimal of somebody else's."""

        assert format_number(5208) == "5.208"
        assert format_number(Amount("5208")) == "5.208"

    @pytest.mark.parametrize(
        ("value", "decimals", "expected"),
        (
            ("26.707", 2, "26,71"),
            ("0.125", 2, "0,13"),  # half up, not half even
            ("2.5", 0, "3"),
            ("-2.5", 0, "-3"),
            ("5", 1, "5,0"),
            ("999.95", 1, "1.000,0"),
        ),
    )
    def test_decimals_round_half_up(self, value: str, decimals: int, expected: str) -> None:
        assert format_number(Decimal(value), decimals=decimals) == expected

    def test_the_callers_decimal_context_has_no_say(self) -> None:
        with localcontext(prec=3):
            assert format_number(Decimal("1234567.891")) == "1.234.567,891"
            assert format_number(Decimal("1234567.891"), decimals=1) == "1.234.567,9"
            assert format_number(Decimal("1234567.891"), locale="fr") == "1\u202f234\u202f567,891"

    @pytest.mark.parametrize(
        ("locale", "expected"),
        (("de", "1.234.567,50"), ("pt-BR", "1.234.567,50"), ("en_IN", "12,34,567.50"), ("ja", "1,234,567.50")),
    )
    def test_other_locales_go_through_babel(self, locale: str, expected: str) -> None:
        assert format_number(Decimal("1234567.50"), locale=locale) == expected

    @pytest.mark.parametrize("value", (1.5, True, "5", None))
    def test_only_exact_numbers(self, value: object) -> None:
        with pytest.raises(InvalidValueError) as caught:
            format_number(value)  # type: ignore[arg-type]
        assert (caught.value.field, caught.value.value) == ("value", value)

    @pytest.mark.parametrize("value", ("NaN", "Infinity", "-Infinity", "1E+5000", "1E-5000"))
    def test_what_cannot_be_written_out(self, value: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            format_number(Decimal(value))
        assert caught.value.field == "value"

    def test_absurd_decimals(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            format_number(Decimal(1), decimals=5000)
        assert caught.value.field == "decimals"

    @pytest.mark.parametrize("locale", ("xx", "", "not a locale", "vi/VN"))
    def test_unknown_locales(self, locale: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            format_number(Decimal(1), locale=locale)
        assert (caught.value.field, caught.value.value) == ("locale", locale)


class TestPercent:
    """Per cent without a space; percentage points are another thing."""

    def test_a_ratio_in_per_cent(self) -> None:
        assert format_percent(Decimal("0.1453")) == "14,53%"
        assert format_percent(Decimal("0.1453"), locale="en") == "14.53%"
        assert format_percent(Decimal("1.00297229"), decimals=1) == "100,3%"
        assert format_percent(1) == "100%"

    def test_no_number_no_percentage(self) -> None:
        with pytest.raises(InvalidValueError):
            format_percent(Decimal("NaN"))

    def test_points(self) -> None:
        assert format_points(Decimal("1.2")) == "1,2 điểm phần trăm"
        assert format_points(Decimal("1.2"), locale="en") == "1.2 percentage points"
        assert format_points(Decimal(-1), locale="en") == "-1 percentage point"


class TestFormatQuantity:
    """Digits as printed, the unit as written."""

    @pytest.mark.parametrize(
        ("quantity", "vietnamese", "english"),
        (
            (Quantity(Decimal(5208), BILLION_DONG), "5.208 tỷ đồng", "VND 5,208 billion"),
            (Quantity(Decimal("26.7"), PERCENT), "26,7%", "26.7%"),
            (Quantity(Decimal("1.2"), PERCENTAGE_POINT), "1,2 điểm phần trăm", "1.2 percentage points"),
            (amount("107.1", "bé trai/100 bé gái"), "107,1 bé trai/100 bé gái", "107.1 boys per 100 girls"),
            (amount("10", "%/năm"), "10%/năm", "10% per year"),
            (amount("9.5", "‰"), "9,5‰", "9.5‰"),
            (
                amount("82.5", "triệu đồng/người/năm"),
                "82,5 triệu đồng/người/năm",
                "VND 82.5 million per person per year",
            ),
            (amount("1.4", "nghìn tỷ đồng"), "1,4 nghìn tỷ đồng", "VND 1.4 trillion"),
            (amount("3000", "doanh nghiệp"), "3.000 doanh nghiệp", "3,000 enterprises"),
            (amount("1", "doanh nghiệp"), "1 doanh nghiệp", "1 enterprise"),
            (amount("1", "triệu người"), "1 triệu người", "1 million people"),
            (amount("12000", "lượt người"), "12.000 lượt người", "12,000 instances"),
            (amount("20", "bác sĩ/vạn dân"), "20 bác sĩ/vạn dân", "20 doctors per 10,000 people"),
            (amount("200000", "m²"), "200.000 m²", "200,000 m²"),
            (amount("0.55", "m²/người"), "0,55 m²/người", "0.55 m² per person"),
            (amount("2", "triệu USD"), "2 triệu USD", "USD 2 million"),
            (amount("300", "con"), "300 con", "300 con"),  # of animals or children: the word alone does not tell
            (amount("2.1", "con/phụ nữ"), "2,1 con/phụ nữ", "2.1 children per woman"),
            (amount("3", "chòi canh"), "3 chòi canh", "3 chòi canh"),  # open vocabulary stays Vietnamese
            (amount("5", "tỷ"), "5 tỷ", "5 billion"),
            (amount("4", ""), "4", "4"),
        ),
    )
    def test_units(self, quantity: Quantity, vietnamese: str, english: str) -> None:
        assert format_quantity(quantity) == vietnamese
        assert format_quantity(quantity, locale="en") == english

    def test_a_computed_amount_shows_no_precision_that_it_lacks(self) -> None:
        total = Quantity(Decimal("1390.9"), BILLION_DONG) + Quantity(Decimal("0.1"), BILLION_DONG)
        assert format_quantity(total) == "1.391 tỷ đồng"
        assert format_quantity(Quantity(Decimal("1.5000"), BILLION_DONG, None)) == "1,5 tỷ đồng"

    def test_printed_decimals_are_kept(self) -> None:
        assert format_quantity(Quantity(Decimal("3.0"), PERCENT)) == "3,0%"
        assert format_quantity(Quantity(Decimal(3), PERCENT, 1)) == "3,0%"

    def test_a_locale_without_words_is_refused(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            format_quantity(amount("1", "%"), locale="fr")  # type: ignore[arg-type]
        assert caught.value.field == "locale"


class TestFormatStated:
    """Bound words around the amount."""

    @pytest.mark.parametrize(
        ("comparator", "number", "vietnamese", "english"),
        (
            (Comparator.EQUAL, "26.7", "26,7%", "26.7%"),
            (Comparator.AT_LEAST, "75", "từ 75% trở lên", "75% or more"),
            (Comparator.MORE_THAN, "95", "trên 95%", "more than 95%"),
            (Comparator.LESS_THAN, "3", "dưới 3%", "less than 3%"),
            (Comparator.AT_MOST, "3", "không quá 3%", "no more than 3%"),
        ),
    )
    def test_bounds(self, comparator: Comparator, number: str, vietnamese: str, english: str) -> None:
        stated = Stated(comparator=comparator, quantity=Quantity(Decimal(number), PERCENT))
        assert format_stated(stated) == vietnamese
        assert format_stated(stated, locale="en") == english

    def test_hedges(self) -> None:
        four = amount("4", "")
        near = Stated(comparator=Comparator.ABOUT, quantity=four, hedge=Hedge.NEAR)
        about = Stated(comparator=Comparator.ABOUT, quantity=four, hedge=Hedge.ABOUT)
        assert [format_stated(near), format_stated(about)] == ["gần 4", "khoảng 4"]
        assert [format_stated(near, locale="en"), format_stated(about, locale="en")] == ["nearly 4", "about 4"]

    @pytest.mark.parametrize(
        ("lower", "upper", "vietnamese", "english"),
        (
            (amount("5", "%"), amount("10", "%"), "từ 5% đến 10%", "between 5% and 10%"),
            (
                amount("6.6", "tỷ đồng"),
                amount("6.8", "tỷ đồng"),
                "từ 6,6 đến 6,8 tỷ đồng",
                "between VND 6.6 and 6.8 billion",
            ),
            (
                amount("900", "triệu đồng", power=6),
                amount("1", "tỷ đồng", power=9),
                "từ 900 triệu đồng đến 1 tỷ đồng",
                "between VND 900 million and VND 1 billion",
            ),
        ),
    )
    def test_ranges(self, lower: Quantity, upper: Quantity, vietnamese: str, english: str) -> None:
        stated = Stated(comparator=Comparator.BETWEEN, quantity=lower, upper=upper)
        assert format_stated(stated) == vietnamese
        assert format_stated(stated, locale="en") == english

    def test_no_figure(self) -> None:
        assert format_stated(Stated()) == "không nêu số liệu"
        assert format_stated(Stated(), locale="en") == "no figure given"


def test_babel_is_imported_on_need_only() -> None:
    code = (
        "import sys; from datetime import date; from decimal import Decimal;"
        "from vnplan.formatting import *; from vnplan.model.period import Period;"
        "format_number(Decimal(5208)); format_date(date(2023, 7, 5)); format_period(Period.month(2023, 1), locale='en');"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
