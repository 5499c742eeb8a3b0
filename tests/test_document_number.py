"""Document numbers: four families, symbols kept, parts named."""

from __future__ import annotations

import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan import DocumentNumber, NumberFamily, ParseError, parse_document_number


class TestParts:
    """A number says its family, type and issuer."""

    @pytest.mark.parametrize(
        ("text", "family", "number", "year", "type_", "issuer", "unit"),
        [
            ("55/2012/QĐ-UBND", "normative", 55, 2012, "Quyết định", "Ủy ban nhân dân", None),
            ("163/2016/NĐ-CP", "normative", 163, 2016, "Nghị định", "Chính phủ", None),
            ("98/2023/QH15", "assembly", 98, 2023, None, "Quốc hội", None),  # the type is the word before it
            ("112/2025/UBTVQH15", "assembly", 112, 2025, None, "Ủy ban Thường vụ Quốc hội", None),
            ("200/QĐ-UBND", "administrative", 200, None, "Quyết định", "Ủy ban nhân dân", None),
            ("624/KH-UBND-TH", "administrative", 624, None, "Kế hoạch", "Ủy ban nhân dân", "TH"),
            ("4800/UBND-NC", "administrative", 4800, None, None, "Ủy ban nhân dân", "NC"),  # an official letter
            ("05-TB/BCĐTW", "party", 5, None, "Thông báo", "Ban Chỉ đạo Trung ương", None),
            ("19-CT/TU", "party", 19, None, "Chỉ thị", "Tỉnh ủy, Thành ủy", None),
            ("7-ABC/XYZ", "party", 7, None, None, None, None),  # symbols that no table knows are kept
        ],
    )
    def test_family_type_and_issuer(  # noqa: PLR0917  (one column a part)
        self,
        text: str,
        family: str,
        number: int,
        year: int | None,
        type_: str | None,
        issuer: str | None,
        unit: str | None,
    ) -> None:
        found = parse_document_number(text)
        assert (found.family, found.number, found.year) == (family, number, year)
        assert (found.type, found.issuer, found.unit) == (type_, issuer, unit)
        assert str(found) == text

    def test_case_and_diacritics_tell_types_apart(self) -> None:
        """CT is no CTr, and HD no HĐ."""
        types = [parse_document_number(f"1/{symbol}-UBND").type for symbol in ("CT", "CTr", "HD", "HĐ", "QĐ", "QyĐ")]
        assert types == ["Chỉ thị", "Chương trình", "Hướng dẫn", "Hợp đồng", "Quyết định", "Quy định"]

    def test_leading_zeros_do_not_make_another_number(self) -> None:
        """01/NQ-CP and 1/NQ-CP number one document, 1/NQ-HĐND another."""
        one = parse_document_number("01/NQ-CP")
        assert one.same_number(parse_document_number("1/NQ-CP"))
        assert not one.same_number(parse_document_number("1/NQ-HĐND"))
        assert one != parse_document_number("1/NQ-CP")  # the wording differs

    def test_a_term_and_a_suffix_are_kept(self) -> None:
        """QH15 is the 15th term; 12a is not 12."""
        assert parse_document_number("98/2023/QH15").term == 15
        assert parse_document_number("12a/QĐ-UBND").suffix == "a"

    @pytest.mark.parametrize("text", ["1/2000", "11/1", "KH.2023/Bg", "10%/năm", "2021-2025", ""])
    def test_what_is_no_number_is_refused(self, text: str) -> None:
        """The error holds the text."""
        with pytest.raises(ParseError) as caught:
            parse_document_number(text)
        assert caught.value.text == text


class TestLaws:
    """What holds of every document number."""

    @given(
        st.integers(1, 99999),
        st.sampled_from(("QĐ", "NQ", "KH", "CTr", "TTr", "BC")),
        st.sampled_from(("UBND", "HĐND", "CTK")),
        st.none() | st.integers(1990, 2099),
    )
    def test_parts_make_the_text_again(self, number: int, symbol: str, issuer: str, year: int | None) -> None:
        """What was taken apart can be put together."""
        text = f"{number}/{symbol}-{issuer}" if year is None else f"{number}/{year}/{symbol}-{issuer}"
        found = parse_document_number(text)
        assert isinstance(found, DocumentNumber)
        assert found.family is (NumberFamily.ADMINISTRATIVE if year is None else NumberFamily.NORMATIVE)
        assert (found.number, found.year, found.symbol, found.issuer_symbol) == (number, year, symbol, issuer)

    @given(st.text(max_size=30))
    def test_any_text_is_read_or_refused(self, text: str) -> None:
        """Nothing but our own error comes out, and what is read is the text itself."""
        with contextlib.suppress(ParseError):
            assert str(parse_document_number(text)) == unicodedata.normalize("NFC", text).strip()
