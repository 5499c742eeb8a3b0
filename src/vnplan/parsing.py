"""One value from text: number, unit, quantity, stated figure, period (đọc giá trị)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from decimal import Decimal
from functools import cache

from vnplan.catalogue import Catalogue
from vnplan.errors import ParseError
from vnplan.lexicon import reading_with
from vnplan.model.document import DocumentNumber, NumberFamily
from vnplan.model.period import Period, PeriodKind
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Comparator, Hedge, Stated
from vnplan.model.units import Unit
from vnplan.reading.clean import fold
from vnplan.reading.documents import issuer_named, number_parts, type_named
from vnplan.reading.figures import read_figure, read_unit
from vnplan.reading.numbers import NUMBER, parse_numeral
from vnplan.reading.periods import bare_year, read_periods
from vnplan.reading.raw import RawFigure, RawPeriod, RawUnit

_MINUS = re.compile(r"^\s*[-−–]\s*(?=\d)")
_ISO: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period]], ...] = (
    (re.compile(r"(\d{4})-Q([1-4])"), lambda m: Period.quarter(int(m[1]), int(m[2]))),
    (re.compile(r"(\d{4})-H([12])"), lambda m: Period.half(int(m[1]), int(m[2]))),
    (
        re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)"),
        lambda m: Period.month_range(int(m[1]), int(m[2]), int(m[3]), int(m[4])),
    ),
    (re.compile(r"(\d{4})-(\d\d)"), lambda m: Period.month(int(m[1]), int(m[2]))),
    (re.compile(r"(\d{4})"), lambda m: Period.year(int(m[1]))),
    (re.compile(r"(\d{4})/(\d{4})"), lambda m: Period.years(int(m[1]), int(m[2]))),
    (re.compile(r"SY(\d{4})"), lambda m: Period.school_year(int(m[1]))),
    (re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)"), lambda m: _days(m[1], m[2])),
    (re.compile(r"(\d{4}-\d\d-\d\d)"), lambda m: Period.at(date.fromisoformat(m[1]))),
)


def _days(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end), kind=PeriodKind.UP_TO)


def _prepared(text: str) -> str:
    return fold(unicodedata.normalize("NFC", text)).strip()


def _reading(catalogue: Catalogue | None) -> AbstractContextManager[None]:
    """With a catalogue's rows; without one as it was before."""
    return nullcontext() if catalogue is None else reading_with(catalogue.lexicon)


def parse_number(text: str) -> Decimal:
    """The value of a number printed in Vietnamese: dot before thousands, comma before decimals.

    The order is that of the Law on Accounting 88/2015/QH13, article 11.

    Examples:
        >>> parse_number("1.390,9")
        Decimal('1390.9')

    Raises:
        ParseError: The text is no number; "12.34" and "1,390.9", in the English order, are read.
    """
    folded = _prepared(text)
    minus = _MINUS.match(folded)
    digits = folded[minus.end() :] if minus else folded
    if re.fullmatch(r"\d{1,3}(?: \d{3})+(?:,\d+)?", digits):
        digits = digits.replace(" ", ".")
    numeral = parse_numeral(digits) if digits.isascii() else None
    if numeral is None:
        raise ParseError(text, "a number such as 1.390,9")
    value = Decimal(numeral.value)
    return value.copy_negate() if minus else value


@cache
def unit_of(raw: RawUnit) -> Unit:
    """The unit of the model for a unit as read; one object for each."""
    return Unit(raw.symbol, raw.dimension, raw.power)


def parse_unit(text: str, *, catalogue: Catalogue | None = None) -> Unit:
    """The unit of that spelling: "tỷ đồng", "m2", "triệu đồng/người/năm".

    Args:
        text: The wording.
        catalogue: Its units and words count too; None takes vnplan's own.

    Raises:
        ParseError: No such unit is known.
    """
    folded = _prepared(text)
    with _reading(catalogue):
        found = read_unit(folded, 0)
    if found is None or folded[found[0] :].strip():
        raise ParseError(text, "a unit such as tỷ đồng, %, m², hộ", 0 if found is None else found[0])
    return unit_of(found[1])


def quantity_of(value: str, unit: RawUnit) -> Quantity:
    """The quantity of a number and unit as read."""
    return Quantity(Decimal(value), unit_of(unit), decimals=len(value.partition(".")[2]))


def stated_of(raw: RawFigure) -> Stated:
    """The stated figure of a figure as read."""
    if raw.unit is None:
        return Stated()
    return Stated(
        comparator=Comparator(raw.comparator),
        quantity=quantity_of(raw.value, raw.unit),
        upper=None if raw.upper is None else quantity_of(raw.upper, raw.unit),
        hedge=None if raw.hedge is None else Hedge(raw.hedge),
    )


def parse_stated(text: str, *, catalogue: Catalogue | None = None) -> Stated:
    """A figure with its bound words: "từ 75% trở lên", "khoảng 4%", "từ 5% đến 10%".

    Args:
        text: The wording.
        catalogue: Its units and words count too; None takes vnplan's own.

    Raises:
        ParseError: The text is not one figure with its bound words.
    """
    folded = _prepared(text)
    match = NUMBER.search(folded)
    if match is None:
        raise ParseError(text, "a figure such as 5.558 tỷ đồng", len(folded))
    with _reading(catalogue):
        raw = read_figure(folded, match.start(), match.end(), frozenset())
    if raw is None:
        raise ParseError(text, "a unit after the number", match.end())
    before = folded[: raw.start].strip()
    if folded[raw.end :].strip() or before not in ("", "-", "từ"):
        raise ParseError(text, "one figure with its bound words", raw.end if before == "" else 0)
    stated = stated_of(raw)
    if before == "-" and stated.quantity is not None:
        return Stated(comparator=stated.comparator, quantity=-stated.quantity, hedge=stated.hedge)
    return stated


def parse_quantity(text: str, *, catalogue: Catalogue | None = None) -> Quantity:
    """One number with one unit: "5.208 tỷ đồng".

    Args:
        text: The wording.
        catalogue: Its units and words count too; None takes vnplan's own.

    Raises:
        ParseError: The text is something else, or has a bound word.
    """
    stated = parse_stated(text, catalogue=catalogue)
    if stated.comparator is not Comparator.EQUAL or stated.quantity is None:
        raise ParseError(text, "one number with one unit and no bound word")
    return stated.quantity


def period_of(raw: RawPeriod) -> Period:
    """The period of the model for a period as read."""
    return Period(raw.start, raw.end, kind=PeriodKind(raw.kind), wording=raw.wording or None)


def parse_period(text: str, *, year: int | None = None) -> Period:
    """A period in Vietnamese, or in canonical form: "quý I năm 2024", "2024-Q1".

    Args:
        text: The wording.
        year: The year that a wording without one belongs to ("tháng 5").

    Raises:
        ParseError: The text names no period that can be placed in time.
    """
    given = text.strip()
    for pattern, make in _ISO:
        match = pattern.fullmatch(given)
        if match:
            try:
                return make(match)
            except ValueError as error:
                raise ParseError(text, "a period that exists") from error
    folded = _prepared(text)
    mentions = read_periods(folded)
    if not mentions and (alone := bare_year(folded, 0, len(folded))) is not None:
        mentions = [alone]
    if (
        len(mentions) != 1
        or folded[: mentions[0].start].strip() not in _BEFORE
        or folded[mentions[0].end :].strip() not in _AFTER
    ):
        raise ParseError(text, "one period such as quý I năm 2024")
    raw = mentions[0].resolve(year)
    if raw is None:
        raise ParseError(text, "a period with its year")
    return Period(raw.start, raw.end, kind=PeriodKind(raw.kind), wording=given)


_BEFORE = frozenset(("", "trong", "tính đến", "đến", "đến hết", "hết", "cả", "kỳ"))
_AFTER = frozenset(("", "."))


def parse_document_number(text: str, *, catalogue: Catalogue | None = None) -> DocumentNumber:
    """A document number taken apart: "200/QĐ-UBND", "19-CT/TU", "98/2023/QH15".

    Examples:
        >>> parse_document_number("19-CT/TU").type
        'Chỉ thị'

    Args:
        text: Nothing but the number.
        catalogue: Its document types and issuers count too; None takes vnplan's own.

    Raises:
        ParseError: The text is no document number of one of the four families.
    """
    given = unicodedata.normalize("NFC", text).strip()
    with _reading(catalogue):
        parts = number_parts(given)
        names = {} if parts is None else {"type": type_named(parts["symbol"]), "issuer": issuer_named(parts["issuer"])}
    if parts is None:
        raise ParseError(text, "a document number such as 200/QĐ-UBND or 19-CT/TU")
    year, term = parts["year"], parts["term"]
    return DocumentNumber(
        text=given,
        family=NumberFamily(str(parts["family"])),
        number=int(str(parts["number"])),
        suffix=parts["suffix"] or "",
        year=None if year is None else int(year),
        symbol=parts["symbol"],
        issuer_symbol=parts["issuer"],
        unit=parts["unit"],
        term=None if term is None else int(term),
        **names,
    )
