"""One value from text."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest

from vnplan.errors import ParseError
from vnplan.model.period import Period
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Comparator, Stated
from vnplan.model.units import Unit
from vnplan.parsing import (
    parse_document_number,
    parse_number,
    parse_period,
    parse_quantity,
    parse_stated,
    parse_unit,
    period_of,
    quantity_of,
    stated_of,
    unit_of,
)
from vnplan.reading.periods import read_periods
from vnplan.reading.raw import RawFigure, RawUnit


class TestNumber:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("1.390,9", "1390.9"),
            (" 5.558 ", "5558"),
            ("1 390,9", "1390.9"),
            ("1\u00a0390\u00a0000", "1390000"),
            ("1\u202f390,9", "1390.9"),
            ("-5", "-5"),
            ("\u22125", "-5"),  # the minus of typesetters
            ("\u20135,5", "-5.5"),  # a dash in its place
            ("- 5", "-5"),
            ("01", "1"),
            ("12.34", "12.34"),
            ("1,390.9", "1390.9"),
            ("2,50", "2.50"),  # decimals as printed
            ("-0", "-0"),
        ],
    )
    def test_in_vietnamese(self, text: str, value: str) -> None:
        assert str(parse_number(text)) == str(Decimal(value))

    @pytest.mark.parametrize(
        "text", ["", " ", "năm", "5%", "1.2.3", "1  390", "1 39", "٣", "５", "--5", "5-", "1e5", "NaN", "9" * 41]
    )
    def test_what_is_none(self, text: str) -> None:
        with pytest.raises(ParseError) as caught:
            parse_number(text)
        assert caught.value.text == text


class TestUnit:
    @pytest.mark.parametrize(
        ("text", "unit"),
        [
            ("tỷ đồng", Unit("tỷ đồng", "money:VND", 9)),
            ("tỉ đồng", Unit("tỷ đồng", "money:VND", 9)),
            (" M2 ", Unit("m²", "area", 0)),
            ("triệu đồng/người/năm", Unit("triệu đồng/người/năm", "money:VND/count:người", 6)),
            ("%", Unit("%", "percent", 0)),
            ("hộ", Unit("hộ", "count:hộ", 0)),
        ],
    )
    def test_of_that_spelling(self, text: str, unit: Unit) -> None:
        assert parse_unit(text) == unit

    def test_one_object_for_each(self) -> None:
        assert unit_of(RawUnit("ha", "area", 4)) is unit_of(RawUnit("ha", "area", 4))

    @pytest.mark.parametrize(("text", "position"), [("", 0), ("abc", 0), ("ha abc", 2), ("5 ha", 0)])
    def test_what_is_none(self, text: str, position: int) -> None:
        with pytest.raises(ParseError) as caught:
            parse_unit(text)
        assert caught.value.position == position


class TestStated:
    @pytest.mark.parametrize(
        ("text", "printed"),
        [
            ("từ 75% trở lên", ">= 75%"),
            ("trên 5 tỷ đồng", "> 5 tỷ đồng"),
            ("khoảng 4%", "~ 4%"),
            ("không quá 3 xã", "<= 3 xã"),
            ("- 5%", "-5%"),
            ("−5,5%", "-5.5%"),
            ("5.208 tỷ đồng", "5208 tỷ đồng"),
            ("từ 5% đến 10%", None),
        ],
    )
    def test_a_figure_with_its_bound_words(self, text: str, printed: str | None) -> None:
        stated = parse_stated(text)
        if printed is None:
            assert stated.comparator is Comparator.BETWEEN
            assert (str(stated.quantity), str(stated.upper)) == ("5%", "10%")
        else:
            sign = "" if stated.comparator is Comparator.EQUAL else f"{stated.comparator.value} "
            assert f"{sign}{stated.quantity}" == printed

    @pytest.mark.parametrize(
        "text", ["", "không có số", "5", "4711 abc", "5 tỷ và 6 tỷ", "đạt 5 tỷ đồng", "5 tỷ đồng nữa", "1.2.3 tỷ đồng"]
    )
    def test_what_is_none(self, text: str) -> None:
        with pytest.raises(ParseError):
            parse_stated(text)

    def test_of_raw_parts(self) -> None:
        assert stated_of(RawFigure(0, 0, 0, 0, "0", None)) == Stated()
        raw = RawFigure(0, 0, 0, 0, "5", RawUnit("ha", "area", 4), comparator="~", hedge="near")
        assert str(stated_of(raw).hedge) == "near"
        assert quantity_of("5.50", RawUnit("ha", "area", 4)) == Quantity(Decimal("5.50"), Unit("ha", "area", 4))


class TestQuantity:
    @pytest.mark.parametrize(
        ("text", "value", "unit"),
        [
            ("5.208 tỷ đồng", "5208", "tỷ đồng"),
            ("26,7%", "26.7", "%"),
            ("-5 %", "-5", "%"),
            ("22.367 tỷ 235 triệu đồng", "22367235", "triệu đồng"),
            ("107,1 bé trai/100 bé gái", "107.1", "bé trai/100 bé gái"),
            (unicodedata.normalize("NFD", "5 tỷ đồng"), "5", "tỷ đồng"),
        ],
    )
    def test_one_number_with_one_unit(self, text: str, value: str, unit: str) -> None:
        quantity = parse_quantity(text)
        assert (str(quantity.value), quantity.unit.symbol) == (value, unit)

    @pytest.mark.parametrize("text", ["trên 5%", "từ 5% đến 10%", "5%, 6%", "gần 5 ha", "", "ha"])
    def test_what_is_none(self, text: str) -> None:
        with pytest.raises(ParseError):
            parse_quantity(text)


class TestPeriod:
    @pytest.mark.parametrize(
        ("text", "canonical"),
        [
            ("quý I năm 2024", "2024-Q1"),
            ("Quý 1/2024", "2024-Q1"),
            ("6 tháng đầu năm 2021", "2021-H1"),
            ("9 tháng năm 2024", "2024-01/2024-09"),
            ("trong năm 2023", "2023"),
            ("cả năm 2023.", "2023"),
            ("2023", "2023"),
            ("năm học 2023 - 2024", "SY2023"),
            ("tính đến ngày 15/11/2024", "2024-01-01/2024-11-15"),
            ("ngày 15 tháng 11 năm 2024", "2024-11-15"),
            ("giai đoạn 2021 – 2025", "2021/2025"),
            ("2024-Q1", "2024-Q1"),
            ("2021-H2", "2021-H2"),
            ("2024-01/2024-09", "2024-01/2024-09"),
            ("2024-02", "2024-02"),
            ("2021/2025", "2021/2025"),
            ("SY2023", "SY2023"),
            ("2024-01-01/2024-11-15", "2024-01-01/2024-11-15"),
            (" 2024-11-15 ", "2024-11-15"),
        ],
    )
    def test_in_vietnamese_or_canonical_form(self, text: str, canonical: str) -> None:
        period = parse_period(text)
        assert str(period) == canonical

    def test_keeps_the_wording(self) -> None:
        assert parse_period(" nhiệm kỳ 2020 - 2025 ").wording == "nhiệm kỳ 2020 - 2025"

    def test_the_year_may_come_from_the_caller(self) -> None:
        assert parse_period("tháng 5", year=2023) == Period.month(2023, 5)
        assert parse_period("quý II", year=2023) == Period.quarter(2023, 2)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "tháng 5",  # of which year?
            "năm nào",
            "từ năm 2020 rồi năm 2023",  # two
            "báo cáo năm 2023",
            "năm 2023 tăng",
            "2024-13",
            "2024-02-30",
            "2025/2021",
            "2024-05/2024-01",
            "9999",
            "ngày 31/02/2024",
        ],
    )
    def test_what_is_none(self, text: str) -> None:
        with pytest.raises(ParseError) as caught:
            parse_period(text)
        assert caught.value.text == text

    def test_of_raw_parts(self) -> None:
        raw = read_periods("quý i năm 2024")[0].resolve(None)
        assert raw is not None
        assert period_of(raw) == Period.quarter(2024, 1)
        assert period_of(raw).wording is None


class TestDocumentNumber:
    @pytest.mark.parametrize(
        "text", ["200/QĐ-UBND", " 19-CT/TU ", "98/2023/QH15", unicodedata.normalize("NFD", "200/QĐ-UBND")]
    )
    def test_as_written(self, text: str) -> None:
        assert str(parse_document_number(text)) == unicodedata.normalize("NFC", text).strip()

    @pytest.mark.parametrize("text", ["", "200", "1/2000", "200/qđ-ubnd", "số 200/QĐ-UBND", "200/QĐ-UBND ngày 5"])
    def test_what_is_none(self, text: str) -> None:
        with pytest.raises(ParseError) as caught:
            parse_document_number(text)
        assert caught.value.text == text
