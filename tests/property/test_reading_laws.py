"""Laws of reading: what is printed is read back, and any text is accounted for."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, localcontext
from itertools import pairwise

from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.property.strategies import numbers, periods
from vnplan.formatting import format_period, format_quantity
from vnplan.lexicon import rows
from vnplan.loading import loads
from vnplan.model.period import Period
from vnplan.model.quantity import Quantity
from vnplan.model.report import Report
from vnplan.model.units import Unit
from vnplan.parsing import parse_period, parse_quantity, unit_of
from vnplan.reading.clean import clean, fold
from vnplan.reading.figures import read_unit
from vnplan.reading.layout import read_layout

NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
MARKS = [" ", " ", " ", "\n", "\n\n", ".", ", ", "; ", ": ", "(", ")", "/", "-", "–", "%", "|", "\u00a0", "\u00ad", "1. ", "(2) ", "- "]  # fmt: skip
GENRE = [
    "năm ", "tháng ", "quý ", "ngày ", "đến ", "từ ", "đạt ", "tăng ", "giảm ", "còn ", "gấp ", "bằng ", "vượt ", "ước ",
    "trên ", "dưới ", "gần ", "khoảng ", "so với ", "cùng kỳ ", "dự toán ", "kế hoạch ", "phấn đấu ", "Thu ngân sách ",
    "tỷ lệ hộ nghèo ", "trong đó ", "lũy kế ", "trở lên", "tỷ đồng", "triệu ", "điểm phần trăm", "lần", "ha", "người",
    "hộ", "chỉ tiêu", "xã", "giai đoạn ", "Quyết định số ", "/QĐ-UBND ", "Quận ", "TP. Hồ Chí Minh ", "I. KẾT QUẢ\n", "m<sup>2</sup>",
]  # fmt: skip
_DIGITS = st.from_regex(r"[0-9]{1,4}([.,][0-9]{1,3}){0,2}", fullmatch=True)
_YEARS = st.integers(1990, 2035).map(str)
TEXTS = st.lists(st.sampled_from(GENRE) | st.sampled_from(MARKS) | _DIGITS | _YEARS, max_size=30).map("".join)

MEASURES = [unit_of(found[1]) for row in rows("units") if (found := read_unit(row["spelling"], 0)) is not None]
COUNTS = [
    Unit(row["noun"], found[1].dimension, 0)
    for row in rows("nouns")
    if row["kind"] == "figure" and (found := read_unit(row["noun"], 0)) is not None
]


class TestWhatIsPrintedIsReadBack:
    @given(numbers(places=4, largest=10**12), st.sampled_from(MEASURES))
    @example(Decimal("-0.5"), Unit("%", "percent", 0))
    def test_quantities(self, value: Decimal, unit: Unit) -> None:
        """What is printed without decimals is read without them."""
        quantity = Quantity(value, unit)
        read = parse_quantity(format_quantity(quantity))
        assert (read.value, read.unit, read.decimals) == (quantity.value, unit, quantity.decimals)

    @given(st.integers(0, 10**9), st.sampled_from(COUNTS))
    def test_counts(self, value: int, unit: Unit) -> None:
        read = parse_quantity(format_quantity(Quantity(Decimal(value), unit)))
        assert (read.value, read.unit.dimension) == (Decimal(value), unit.dimension)

    @given(periods.filter(lambda period: period.end.year < 2100))  # no report names a later year
    @example(Period.quarter(2024, 1))
    @example(Period.school_year(2023))
    def test_periods(self, period: Period) -> None:
        wording = format_period(period)
        assume(not wording.startswith("từ "))  # two days, or two months, have no form of one period
        read = parse_period(wording)
        assert (read.start, read.end) == (period.start, period.end)

    @given(periods)
    def test_canonical_forms(self, period: Period) -> None:
        assert parse_period(str(period)) == period


class TestTheLedger:
    @given(TEXTS)
    def test_covers_every_number_once_and_exactly(self, text: str) -> None:
        spans = [(entry.start, entry.end) for entry in loads(text).ledger]
        numbers_ = [match.span() for match in NUMBER.finditer(text)]
        assert [span for span in spans if span in set(numbers_)] == numbers_
        assert all(before[1] <= after[0] for before, after in pairwise(spans))

    @given(TEXTS)
    def test_every_source_quotes_its_place(self, text: str) -> None:
        report = loads(text)
        sources = [one.source for one in (*report.targets, *report.actuals, *report.changes, *report.shares)]
        sources += [one.source for one in report.tallies]
        sources += [one.source for one in report.citations] + [one.source for one in report.directives]
        for source in sources:
            assert source is not None
            assert source.quote == text[source.start : source.end]
            assert all(0 <= start <= end <= len(text) for start, end in source.name_spans)


class TestTheReport:
    @given(TEXTS)
    def test_is_a_function_of_the_text(self, text: str) -> None:
        report = loads(text)
        assert isinstance(report, Report)
        assert loads(text) == report

    @given(TEXTS, st.integers(1, 6))
    def test_does_not_depend_on_the_decimal_context(self, text: str, precision: int) -> None:
        report = loads(text)
        with localcontext() as context:
            context.prec = precision
            context.rounding = "ROUND_UP"
            assert loads(text) == report
            assert loads(text).to_records() == report.to_records()

    @given(TEXTS)
    def test_says_the_same_of_decomposed_letters(self, text: str) -> None:
        """How letters are composed is no part of what a text says."""
        columns = ("role", "value", "upper", "unit", "comparator", "period", "basis", "estimated")
        composed, decomposed = loads(text), loads(unicodedata.normalize("NFD", text))
        assert [[row[key] for key in columns] for row in composed.to_records()] == [  # type: ignore[literal-required]
            [row[key] for key in columns]  # type: ignore[literal-required]
            for row in decomposed.to_records()
        ]


class TestTheWorkingCopy:
    @given(TEXTS | st.text())
    def test_folding_and_joining_keep_the_length(self, text: str) -> None:
        copy = clean(text)
        assert len(copy.text) == len(copy.low) == len(fold(copy.text)) == len(read_layout(copy).flow)

    @given(TEXTS | st.text())
    def test_places_map_back_in_order(self, text: str) -> None:
        copy = clean(text)
        places = [copy.origin(place) for place in range(len(copy.text))]
        assert places == sorted(places)
        assert all(0 <= place < len(text) for place in places)

    @given(TEXTS)
    def test_blocks_do_not_overlap(self, text: str) -> None:
        blocks = read_layout(clean(text)).blocks
        assert all(before.end <= after.start for before, after in pairwise(blocks))
        assert all(block.start <= block.body <= block.end for block in blocks)
