"""Numbers with their units, scales, bounds and fractions; and what only looks like that."""

from __future__ import annotations

import pytest

from vnplan.loading import loads
from vnplan.reading.clean import fold
from vnplan.reading.figures import read_figure, read_unit
from vnplan.reading.numbers import NUMBER
from vnplan.reading.raw import RawFigure


def figure(text: str, taken: frozenset[int] = frozenset()) -> RawFigure:
    """The figure of the first number of a text."""
    found = maybe(text, taken)
    assert found is not None
    return found


def maybe(text: str, taken: frozenset[int] = frozenset()) -> RawFigure | None:
    flow = fold(text)
    match = NUMBER.search(flow)
    assert match is not None
    return read_figure(flow, *match.span(), taken)


class TestUnits:
    @pytest.mark.parametrize(
        ("text", "symbol", "dimension", "power"),
        [
            ("tỷ đồng", "tỷ đồng", "money:VND", 9),
            ("tỉ đồng", "tỷ đồng", "money:VND", 9),
            ("tỷ", "tỷ đồng", "money:VND", 9),  # đồng goes without saying
            ("nghìn tỷ đồng", "nghìn tỷ đồng", "money:VND", 12),
            ("triệu tỷ đồng", "triệu tỷ đồng", "money:VND", 15),
            ("ngàn đồng", "nghìn đồng", "money:VND", 3),
            ("trđ", "triệu đồng", "money:VND", 6),
            ("tỷ.đ", "tỷ đồng", "money:VND", 9),
            ("triệu USD", "triệu USD", "money:USD", 6),
            ("%", "%", "percent", 0),
            ("‰", "‰", "percent", -1),
            ("điểm phần trăm", "điểm phần trăm", "percentage_point", 0),
            ("điểm %", "điểm phần trăm", "percentage_point", 0),
            ("điểm", "điểm", "score", 0),
            ("lần", "lần", "times", 0),
            ("m2", "m²", "area", 0),
            ("ha", "ha", "area", 4),
            ("nghìn ha", "nghìn ha", "area", 7),
            ("km2", "km²", "area", 6),
            ("nghìn tấn", "nghìn tấn", "mass", 6),
            ("người", "người", "count:người", 0),
            ("triệu người", "triệu người", "count:người", 6),
            ("lượt người", "lượt người", "count:lượt người", 0),
            ("doanh nghiệp", "doanh nghiệp", "count:doanh nghiệp", 0),
            ("DN", "doanh nghiệp", "count:doanh nghiệp", 0),
            ("triệu đồng/người/năm", "triệu đồng/người/năm", "money:VND/count:người", 6),
            ("giường/vạn dân", "giường/vạn dân", "count:giường/count:người", -4),
            ("bé trai/100 bé gái", "bé trai/100 bé gái", "count:bé trai/count:bé gái", -2),
            ("người/km2", "người/km²", "count:người/area", -6),
            ("tạ/ha", "tạ/ha", "mass/area", -2),
            ("%/năm", "%/năm", "percent", 0),
            ("m2/người", "m²/người", "area/count:người", 0),
        ],
    )
    def test_spelling_dimension_and_size(self, text: str, symbol: str, dimension: str, power: int) -> None:
        folded = fold(text)
        found = read_unit(folded, 0)
        assert found is not None
        end, unit, kind = found
        assert (unit.symbol, unit.dimension, unit.power) == (symbol, dimension, power)
        assert (end, kind) == (len(folded), "figure")

    @pytest.mark.parametrize("text", ["", "   ", "nghìn", "trăm", "lần thứ 5", "abc", "("])
    def test_what_is_none(self, text: str) -> None:
        assert read_unit(text, 0) is None

    @pytest.mark.parametrize(("text", "kind"), [("chỉ tiêu", "tally"), ("tập thể", "count"), ("hộ", "figure")])
    def test_the_noun_says_whether_it_measures(self, text: str, kind: str) -> None:
        found = read_unit(text, 0)
        assert found is not None
        assert found[2] == kind


class TestBounds:
    @pytest.mark.parametrize(
        ("text", "comparator", "hedge", "quote"),
        [
            ("đạt 75%", "=", None, "75%"),
            ("trên 75%", ">", None, "trên 75%"),
            ("hơn 75%", ">", None, "hơn 75%"),
            ("dưới 3%", "<", None, "dưới 3%"),
            ("từ 75% trở lên", ">=", None, "từ 75% trở lên"),
            ("75% trở lên", ">=", None, "75% trở lên"),
            ("5% trở xuống", "<=", None, "5% trở xuống"),
            ("ít nhất 3 xã", ">=", None, "ít nhất 3 xã"),
            ("tối thiểu 3 xã", ">=", None, "tối thiểu 3 xã"),
            ("không dưới 3 xã", ">=", None, "không dưới 3 xã"),
            ("không thấp hơn 3 xã", ">=", None, "không thấp hơn 3 xã"),
            ("không quá 3 xã", "<=", None, "không quá 3 xã"),
            ("không vượt quá 3 xã", "<=", None, "không vượt quá 3 xã"),
            ("tối đa 3 xã", "<=", None, "tối đa 3 xã"),
            ("gần 4 tỷ đồng", "~", "near", "gần 4 tỷ đồng"),
            ("khoảng 4 tỷ đồng", "~", "about", "khoảng 4 tỷ đồng"),
            ("xấp xỉ 4 tỷ đồng", "~", "about", "xấp xỉ 4 tỷ đồng"),
            ("khoảng 4 tỷ đồng trở lên", ">=", None, "khoảng 4 tỷ đồng trở lên"),  # the bound wins over the hedge
            ("từ 75%", "=", None, "75%"),
        ],
    )
    def test_words_of_bound(self, text: str, comparator: str, hedge: str | None, quote: str) -> None:
        found = figure(text)
        assert (found.comparator, found.hedge) == (comparator, hedge)
        assert text[found.start : found.end] == quote


class TestRanges:
    @pytest.mark.parametrize(
        ("text", "lower", "upper", "unit"),
        [
            ("từ 5% đến 10%", "5", "10", "%"),
            ("5% - 10%", "5", "10", "%"),
            ("15-16%", "15", "16", "%"),
            ("6,6 – 6,8%", "6.6", "6.8", "%"),
            ("7,5 đến 8 tỷ đồng", "7.5", "8", "tỷ đồng"),
            ("120 tới 150 hộ", "120", "150", "hộ"),
        ],
    )
    def test_two_ends_share_a_unit(self, text: str, lower: str, upper: str, unit: str) -> None:
        found = figure(text)
        assert found.unit is not None
        assert (found.value, found.upper, found.unit.symbol, found.comparator) == (lower, upper, unit, "between")
        assert found.end == len(text)

    @pytest.mark.parametrize(
        "text",
        [
            "10% đến 5%",  # the wrong way round
            "5 tỷ đồng đến 10%",  # two dimensions
            "900 triệu đồng đến 2 tỷ đồng",  # two scales
            "12% lên 15%",  # a change
            "12% và 15%",
            "5 - 10 chỉ tiêu",  # no one counts so
            "5% - abc",
        ],
    )
    def test_what_is_no_range(self, text: str) -> None:
        found = maybe(text)
        assert found is None or found.upper is None

    def test_an_end_that_is_claimed_makes_no_range(self) -> None:
        assert figure("5% - 10%", frozenset([5])).upper is None

    def test_a_chain_is_no_range(self) -> None:
        found = maybe("1-2-3%")
        assert found is None or found.upper is None


class TestFractions:
    @pytest.mark.parametrize(
        ("text", "value", "whole", "kind"),
        [
            ("17/18 chỉ tiêu", "17", "18", "tally"),
            ("53,5/52 ha", "53.5", "52", "figure"),
            ("18/24 trường", "18", "24", "figure"),
            ("1.200 / 1.500 hộ", "1200", "1500", "figure"),
        ],
    )
    def test_part_of_a_whole(self, text: str, value: str, whole: str, kind: str) -> None:
        found = figure(text)
        assert (found.value, found.whole, found.kind) == (value, whole, kind)

    @pytest.mark.parametrize("text", ["2/30 toàn quốc", "1/2000", "5/3/2024", "15/3", "2/1.2.3 hộ"])
    def test_what_is_none(self, text: str) -> None:
        found = maybe(text)
        assert found is None or found.whole is None


class TestNumbersOfSeveralParts:
    @pytest.mark.parametrize(
        ("text", "value", "unit"),
        [
            ("22.367 tỷ 235 triệu đồng", "22367235", "triệu đồng"),
            ("5 tỷ 20 triệu đồng", "5020", "triệu đồng"),
            ("5 tỷ, 20 triệu đồng", "5020", "triệu đồng"),
            ("15 triệu 500 nghìn đồng", "15500", "nghìn đồng"),
            ("5 tỷ 20,5 triệu đồng", "5020.5", "triệu đồng"),
            ("5,5 tỷ 20 triệu đồng", "5.5", "tỷ đồng"),  # decimals end it
            ("5 tỷ đồng 20 triệu đồng", "5", "tỷ đồng"),  # two amounts
            ("5 triệu 20 triệu đồng", "5", "triệu đồng"),
            ("5 tỷ 20 hộ", "5", "tỷ đồng"),
        ],
    )
    def test_compound_money(self, text: str, value: str, unit: str) -> None:
        found = figure(text)
        assert found.unit is not None
        assert (found.value, found.unit.symbol) == (value, unit)

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("1 390,9 tỷ đồng", "1390.9"),
            ("1\u00a0390\u00a0500 đồng", "1390500"),
            ("1\u202f390 ha", "1390"),
            ("12 345 hộ", "12345"),
        ],
    )
    def test_groups_parted_by_spaces(self, text: str, value: str) -> None:
        assert figure(text).value == value

    def test_a_group_that_is_claimed_is_no_group(self) -> None:
        assert maybe("5 200 ha", frozenset([2])) is None


class TestNoFigures:
    @pytest.mark.parametrize("text", ["4711", "1.2.3 tỷ đồng", "5 abc", "9" * 41 + " tỷ đồng", "5 lần thứ"])
    def test_without_a_unit_or_a_value(self, text: str) -> None:
        assert maybe(text) is None

    @pytest.mark.parametrize(
        "text",
        [
            "Doanh nghiệp quy mô vốn dưới 10 tỷ đồng được ưu đãi.",  # bounds a class
            "Xe ô tô dưới 9 chỗ được miễn phí.",
            "Bình quân trên 01 ha đất nông nghiệp.",  # the measure of another figure
            "Trao 20 suất quà và 5 xe đạp cho học sinh.",  # given away
            "Chủ tịch UBND 12 phường dự họp.",  # who is addressed
        ],
    )
    def test_figures_that_measure_nothing_of_the_place(self, text: str) -> None:
        assert loads(text).to_records() == []


class TestFaults:
    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("đạt 99.9%", "decimal point instead of comma"),
            ("đạt 1,390.9 tỷ đồng", "English separators"),
            ("đạt 1,234 tỷ đồng", "ambiguous decimal comma"),
            ("đạt 99,9%", None),
            ("từ 5,5% đến 6.5%", "decimal point instead of comma"),
        ],
    )
    def test_a_number_in_another_order_is_read_and_named(self, text: str, fault: str | None) -> None:
        assert figure(text).fault == fault
