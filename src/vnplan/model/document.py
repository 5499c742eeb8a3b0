"""Numbers of documents, taken apart (số, ký hiệu văn bản)."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from vnplan.model.checked import checked
from vnplan.model.shown import short


class NumberFamily(StrEnum):
    """The four ways in which Vietnamese documents are numbered."""

    NORMATIVE = "normative"
    """55/2012/QĐ-UBND: numbered by type and year."""
    ASSEMBLY = "assembly"
    """98/2023/QH15: the type is the word before the number."""
    ADMINISTRATIVE = "administrative"
    """200/QĐ-UBND, and letters such as 4800/UBND-NC: numbered by year."""
    PARTY = "party"
    """19-CT/TU: numbered by type and term of the committee."""


@frozen(kw_only=True, field_transformer=checked)
class DocumentNumber:
    """The number and symbol of a document (số, ký hiệu), case and diacritics kept.

    A number alone is not unique: what a document is also takes its issuer's place, and its date.
    Forms: Decree 30/2020/NĐ-CP for administrative documents, Party Guideline 36-HD/VPTW for those of the Party.

    Attributes:
        text: As written.
        family: How documents of this form are numbered.
        number: The number; "05" and "5" are one.
        suffix: Letter after the number: a of "12a".
        year: Year in a normative number.
        symbol: Symbol of the type: QĐ, NQ; None in numbers of the Assembly and in letters.
        type: Name of the type, where the symbol is known.
        issuer_symbol: Symbol of the issuer: UBND, TU, QH.
        issuer: Name of the issuer, where the symbol is known; it does not say which place.
        unit: Symbol of the unit that drafted it.
        term: Term of the Assembly: 15 of QH15.
    """

    text: str
    family: NumberFamily
    number: int
    suffix: str = ""
    year: int | None = None
    symbol: str | None = None
    type: str | None = None
    issuer_symbol: str | None = None
    issuer: str | None = None
    unit: str | None = None
    term: int | None = None

    def same_number(self, other: DocumentNumber) -> bool:
        """Whether both number the same document of the same issuer's symbol, leading zeros aside."""
        return self._key() == other._key()

    def _key(self) -> tuple[object, ...]:
        issuer = self.issuer_symbol, self.unit, self.term
        return self.family, self.number, self.suffix, self.year, self.symbol, *issuer

    def __str__(self) -> str:
        return self.text

    __repr__ = short
