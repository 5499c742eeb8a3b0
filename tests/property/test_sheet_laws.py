"""Sheets as text: no cell is lost, none stands twice, and each knows its place."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from tests.property.strategies import numbers
from vnplan.errors import LoadError
from vnplan.files.delimited import csv_text
from vnplan.files.sheets import SheetCell, SheetRow, text_of_sheets
from vnplan.files.xlsx import number_text
from vnplan.parsing import parse_number

_TEXTS = st.text(st.sampled_from("aăđ 1.,|\n\t%"), max_size=6)
_SHEETS = st.lists(
    st.lists(st.dictionaries(st.integers(0, 6), st.tuples(_TEXTS, st.booleans()), max_size=6), max_size=8), max_size=2
)


def cleaned(text: str) -> str:
    return " ".join(text.split()).replace("|", "/")


class TestSheets:
    """The places of a text are its cells, each once, in order."""

    @given(_SHEETS)
    def test_every_cell_stands_once_where_its_place_says(
        self, given_sheets: list[list[dict[int, tuple[str, bool]]]]
    ) -> None:
        sheets: list[list[SheetRow]] = [
            [
                {
                    column: SheetCell(text, f"{sheet}!{row}:{column}", is_number=is_number)
                    for column, (text, is_number) in cells.items()
                }
                for row, cells in enumerate(rows)
            ]
            for sheet, rows in enumerate(given_sheets)
        ]
        found = text_of_sheets(sheets)
        shown = [cell for rows in sheets for row in rows for _, cell in sorted(row.items()) if cleaned(cell.text)]
        places = found.places
        assert list(places.names) == [cell.place for cell in shown]
        spans = zip(places.starts, places.ends, strict=True)
        assert [found.text[start:end] for start, end in spans] == [cleaned(cell.text) for cell in shown]
        assert [places.at(start) for start in places.starts] == list(places.names)


class TestCsv:
    @given(st.text(max_size=80) | st.text(st.sampled_from('a1",;\t\n\r '), max_size=80))
    @example("\ud800,b\n")
    def test_any_text_is_cells_or_our_error(self, text: str) -> None:
        with suppress(LoadError):
            found = csv_text(text, "a.csv")
            assert len(found.places.names) == len(set(found.places.names))


class TestNumbers:
    """What a sheet holds in fifteen digits is written without loss."""

    @given(numbers(places=6, largest=10**15 - 1))
    def test_lose_nothing(self, number: Decimal) -> None:
        assert parse_number(number_text(float(number))) == number

    @given(numbers(places=6, largest=10**12))
    def test_nor_as_percentages(self, number: Decimal) -> None:
        text = number_text(float(number), "0.00%")
        assert text.endswith("%")
        assert parse_number(text.removesuffix("%")) == number * 100
