"""Numbers and amounts in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from vnplan.errors import InvalidValueError, ParseError
from vnplan.formatting import format_amount_in_words, number_to_words, words_to_number
from vnplan.model.quantity import Quantity
from vnplan.model.units import PERCENT, Unit

READINGS = (
    # what a well-known converter gets wrong or right, and the standard reading
    ("0", "không"),
    ("21", "hai mươi mốt"),
    ("25", "hai mươi lăm"),
    ("105", "một trăm linh năm"),
    ("24", "hai mươi tư"),
    ("1005", "một nghìn không trăm linh năm"),  # not the colloquial "một nghìn linh năm"
    ("2023", "hai nghìn không trăm hai mươi ba"),
    ("5208", "năm nghìn hai trăm linh tám"),
    ("1390.9", "một nghìn ba trăm chín mươi phẩy chín"),  # not "phẩy chín mươi"
    ("14.1", "mười bốn phẩy một"),
    ("53.8", "năm mươi ba phẩy tám"),
    ("3.05", "ba phẩy không năm"),
    ("1.01", "một phẩy không một"),
    ("8.385", "tám phẩy ba trăm tám mươi lăm"),  # decimals are not cut to two
    ("99.999", "chín mươi chín phẩy chín trăm chín mươi chín"),
    ("145001000", "một trăm bốn mươi lăm triệu không trăm linh một nghìn"),
    ("10000000000", "mười tỷ"),
    ("1E+15", "một triệu tỷ"),
    ("1E+18", "một tỷ tỷ"),
    ("5558E+9", "năm nghìn năm trăm năm mươi tám tỷ"),
    ("-1", "âm một"),
    ("-5", "âm năm"),
    ("-12.5", "âm mười hai phẩy năm"),
    ("14.53", "mười bốn phẩy năm mươi ba"),
    ("325.431", "ba trăm hai mươi lăm phẩy bốn trăm ba mươi mốt"),
    # edges of the rules
    ("10", "mười"),
    ("11", "mười một"),  # một after mười, mốt after mươi
    ("14", "mười bốn"),  # tư only after mươi
    ("15", "mười lăm"),
    ("100", "một trăm"),
    ("104", "một trăm linh bốn"),
    ("110", "một trăm mười"),
    ("1000000", "một triệu"),  # zero groups are dropped
    ("1000000005", "một tỷ không trăm linh năm"),
    ("1001000", "một triệu không trăm linh một nghìn"),
    ("0.5", "không phẩy năm"),
    ("-0.05", "âm không phẩy không năm"),
    ("5.00", "năm phẩy không không"),
    ("1.50", "một phẩy năm mươi"),
)


class TestNumberToWords:
    """The standard reading of Vietnamese numbers."""

    @pytest.mark.parametrize(("number", "words"), READINGS)
    def test_northern_reading(self, number: str, words: str) -> None:
        assert number_to_words(Decimal(number)) == words

    @pytest.mark.parametrize(("number", "words"), READINGS)
    def test_it_comes_back_digit_for_digit(self, number: str, words: str) -> None:
        back = words_to_number(words)
        assert back == Decimal(number)
        assert max(0, -int(Decimal(number).as_tuple().exponent)) == max(0, -int(back.as_tuple().exponent))

    def test_southern_words(self) -> None:
        assert number_to_words(5208, dialect="south") == "năm ngàn hai trăm lẻ tám"

    def test_both_ways_to_say_four(self) -> None:
        assert [number_to_words(24, four="tư"), number_to_words(24, four="bốn")] == ["hai mươi tư", "hai mươi bốn"]

    @pytest.mark.parametrize(
        ("number", "words"),
        [
            ("5208", "five thousand two hundred and eight"),
            ("1005", "one thousand and five"),
            ("1001000", "one million one thousand"),
            ("-26.7", "minus twenty-six point seven"),
            ("3.05", "three point zero five"),
            ("0", "zero"),
            ("40", "forty"),
            ("1E+18", "one quintillion"),
        ],
    )
    def test_english(self, number: str, words: str) -> None:
        assert number_to_words(Decimal(number), locale="en") == words

    @pytest.mark.parametrize("value", [10**21, Decimal("NaN"), Decimal("1E-19"), 1.5, True, "5"])
    def test_what_has_no_reading(self, value: object) -> None:
        with pytest.raises(InvalidValueError) as caught:
            number_to_words(value)  # type: ignore[arg-type]
        assert caught.value.field == "value"

    def test_unknown_options(self) -> None:
        for options in ({"dialect": "centre"}, {"four": "bon"}, {"locale": "fr"}):
            with pytest.raises(InvalidValueError) as caught:
                number_to_words(5, **options)  # type: ignore[arg-type]
            assert {caught.value.field: caught.value.value} == options


class TestWordsToNumber:
    """What the words say, and no more."""

    @pytest.mark.parametrize(
        ("words", "number"),
        [
            ("Năm ngàn hai trăm lẻ tám", "5208"),  # South, capital
            ("hai mươi bốn", "24"),
            ("hai mươi nhăm", "25"),
            ("một nghìn linh năm", "1005"),  # colloquial, yet unmistakable
            ("hai nghìn hai mươi ba", "2023"),
            ("ba tỉ", "3000000000"),
            ("một triệu hai nghìn", "1002000"),
            ("mười bốn phẩy năm ba", "14.53"),  # digit by digit
            ("hai nghìn không trăm", "2000"),
            ("năm", "5"),
            ("ba\u0309y", "7"),  # decomposed
            ("âm bẩy", "-7"),
        ],
    )
    def test_further_wordings(self, words: str, number: str) -> None:
        assert words_to_number(words) == Decimal(number)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "âm",
            "phẩy năm",
            "ba phẩy",
            "một trăm năm",  # 105 or 150
            "một nghìn hai",  # 1002 or 1200
            "hai mươi năm",  # twenty years
            "linh năm",
            "trăm năm",
            "nghìn",
            "tỷ tỷ",
            "không mươi",
            "một mươi",
            "mười mốt",
            "năm 2023",
            "hai phẩy ba phẩy bốn",
            "một triệu một triệu",
            "không trăm",
            "một tỷ tỷ tỷ",
            "tỷ " * 20_000,
        ],
    )
    def test_no_number(self, text: str) -> None:
        with pytest.raises(ParseError) as caught:
            words_to_number(text)
        assert caught.value.text == text


class TestAmountInWords:
    """Amounts keep the scale of the document."""

    @pytest.mark.parametrize(
        ("number", "unit", "vietnamese", "english"),
        [
            (
                "5208",
                Unit("tỷ đồng", "money:VND", 9),
                "năm nghìn hai trăm linh tám tỷ đồng",
                "five thousand two hundred and eight billion dong",
            ),
            ("26.7", PERCENT, "hai mươi sáu phẩy bảy phần trăm", "twenty-six point seven per cent"),
            ("2.5", Unit("‰", "percent", -1), "hai phẩy năm phần nghìn", "two point five per mille"),
            ("200000", Unit("m²", "area"), "hai trăm nghìn mét vuông", "two hundred thousand square metres"),
            (
                "82",
                Unit("triệu đồng/người/năm", "money:VND/count:người", 6),
                "tám mươi hai triệu đồng trên người trên năm",
                "eighty-two million dong per person per year",
            ),
            ("3", Unit("triệu USD", "money:USD", 6), "ba triệu USD", "three million US dollars"),
            ("534", Unit("doanh nghiệp", "count:doanh nghiệp"), "năm trăm ba mươi tư doanh nghiệp", None),
        ],
    )
    def test_units(self, number: str, unit: Unit, vietnamese: str, english: str | None) -> None:
        quantity = Quantity(Decimal(number), unit)
        assert format_amount_in_words(quantity) == vietnamese
        if english is not None:
            assert format_amount_in_words(quantity, locale="en") == english

    def test_the_unit_follows_the_dialect(self) -> None:
        quantity = Quantity(Decimal("1.4"), Unit("nghìn tỷ đồng", "money:VND", 12))
        assert format_amount_in_words(quantity, dialect="south") == "một phẩy bốn ngàn tỷ đồng"
