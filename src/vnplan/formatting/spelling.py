"""Numbers in words, and back (đọc số, viết bằng chữ).

The standard reading: a zero group is dropped, a group below another says its missing
hundreds ("hai nghìn không trăm hai mươi ba"), decimals of one digit are that digit and
longer ones are read as a number after their zeros ("ba phẩy không năm").
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from vnplan.errors import InvalidValueError, ParseError
from vnplan.formatting.english_spelling import amount_in_english, number_in_english
from vnplan.formatting.locales import Locale, is_vietnamese
from vnplan.formatting.units import spoken

if TYPE_CHECKING:
    from vnplan.model.quantity import Quantity

Dialect = Literal["north", "south"]
"""nghìn and linh in the North, ngàn and lẻ in the South."""

Four = Literal["tư", "bốn"]
"""How 4 is said after mươi; both are right."""

LIMIT = 10**21
"""Numbers from here on have no usual reading; tỷ tỷ is 10**18."""
_BILLION = 10**9
_LONGEST_FRACTION = 18
_MOST_WORDS = 150

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_THOUSAND: dict[Dialect, str] = {"north": "nghìn", "south": "ngàn"}
_ZERO_TENS: dict[Dialect, str] = {"north": "linh", "south": "lẻ"}


def number_to_words(
    value: Decimal | int, *, dialect: Dialect = "north", four: Four = "tư", locale: Locale = "vi"
) -> str:
    """A number as it is read aloud (số viết bằng chữ): 5208 is năm nghìn hai trăm linh tám.

    Args:
        value: Below 10**21 either side of zero, with at most 18 decimals; printed zeros
            after the decimal mark are read too.
        dialect: North or South.
        four: 24 is hai mươi tư, or hai mươi bốn.
        locale: English reads its own words: "five thousand two hundred and eight".

    Raises:
        InvalidValueError: The value has no usual reading, or an option is unknown.
    """
    negative, whole, fraction = _parts(value)
    if not is_vietnamese(locale):
        return number_in_english(negative, whole, fraction)
    reader = _Reader(dialect, four)
    words = ["âm"] if negative else []
    words += reader.integer(whole)
    if fraction:
        words += ["phẩy", *reader.fraction(fraction)]
    return " ".join(words)


def format_amount_in_words(
    quantity: Quantity, *, dialect: Dialect = "north", four: Four = "tư", locale: Locale = "vi"
) -> str:
    """An amount written out (số tiền bằng chữ): năm nghìn hai trăm linh tám tỷ đồng.

    The scale word stays where the document has it; symbols are said ("phần trăm", "mét vuông").

    Raises:
        InvalidValueError: As `number_to_words`.
    """
    number = number_to_words(quantity.value, dialect=dialect, four=four, locale=locale)
    if not is_vietnamese(locale):
        return amount_in_english(number, quantity.unit.symbol)
    unit = spoken(quantity.unit.symbol)
    if dialect == "south":
        unit = unit.replace("nghìn", "ngàn")
    return f"{number} {unit}".rstrip()


def words_to_number(text: str) -> Decimal:
    """The number that Vietnamese words say (đọc số từ chữ): the inverse of `number_to_words`.

    Both dialects are read, tỉ for tỷ, and decimals said digit by digit. What is said for two
    numbers is refused: "một trăm năm" may be 105 or 150.

    Raises:
        ParseError: The words are no number.
    """
    words = unicodedata.normalize("NFC", text).lower().split()
    negative = words[:1] == ["âm"]
    parser = _Parser(text, words[1:] if negative else words)
    value = parser.number()
    return value.copy_negate() if negative else value


def _parts(value: Decimal | int) -> tuple[bool, int, str]:
    """Sign, whole part and digits after the decimal mark."""
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        raise InvalidValueError("value", value, "a Decimal or an int; floats are not exact")
    exact = Decimal(value)
    if not exact.is_finite() or exact.adjusted() > 20 or int(exact.as_tuple().exponent) < -_LONGEST_FRACTION:
        raise InvalidValueError("value", value, f"below 10**21, with at most {_LONGEST_FRACTION} decimals")
    whole, _, fraction = f"{exact:f}".lstrip("-").partition(".")
    return exact < 0, int(whole), fraction


class _Reader:
    """Vietnamese words for numbers, in one dialect."""

    def __init__(self, dialect: Dialect, four: Four) -> None:
        if dialect not in _THOUSAND:
            raise InvalidValueError("dialect", dialect, "'north' or 'south'")
        if four not in {"tư", "bốn"}:
            raise InvalidValueError("four", four, "'tư' or 'bốn'")
        self._thousand = _THOUSAND[dialect]
        self._zero_tens = _ZERO_TENS[dialect]
        self._after_tens = {1: "mốt", 4: four, 5: "lăm"}

    def integer(self, number: int) -> list[str]:
        if number == 0:
            return [_DIGITS[0]]
        billions, rest = divmod(number, _BILLION)
        if not billions:
            return self._below_billion(rest, below=False)
        return [*self.integer(billions), "tỷ", *self._below_billion(rest, below=True)]

    def fraction(self, digits: str) -> list[str]:
        rest = digits.lstrip("0")
        zeros = [_DIGITS[0]] * (len(digits) - len(rest))
        return zeros + (self.integer(int(rest)) if rest else [])

    def _below_billion(self, number: int, *, below: bool) -> list[str]:
        words: list[str] = []
        for size, scale in ((10**6, ["triệu"]), (10**3, [self._thousand]), (1, [])):
            group, number = divmod(number, size)
            if group:
                words += [*self._group(group, below=below or bool(words)), *scale]
        return words

    def _group(self, number: int, *, below: bool) -> list[str]:
        """Three digits; `below` another group the hundreds are said even where they are zero."""
        hundreds, rest = divmod(number, 100)
        words = [_DIGITS[hundreds], "trăm"] if hundreds or below else []
        tens, unit = divmod(rest, 10)
        if tens == 0:
            linked = [self._zero_tens] if words else []
            return [*words, *linked, _DIGITS[unit]] if unit else words
        words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
        if unit:
            words.append(self._unit(tens, unit))
        return words

    def _unit(self, tens: int, unit: int) -> str:
        if tens == 1 and unit != 5:
            return _DIGITS[unit]
        return self._after_tens.get(unit, _DIGITS[unit])


_VALUES = {word: number for number, word in enumerate(_DIGITS)} | {"bẩy": 7}
_UNITS = {word: value for word, value in _VALUES.items() if value}
_NO_FIVE = {word: value for word, value in _UNITS.items() if value != 5}  # "hai mươi năm" is twenty years
_AFTER_TEN = _NO_FIVE | {"lăm": 5, "nhăm": 5}
_AFTER_TENS = _AFTER_TEN | {"mốt": 1, "tư": 4}
_BELOW_HUNDRED = (
    _UNITS
    | {f"linh {unit}": value for unit, value in (_UNITS | {"tư": 4}).items()}
    | {"mười": 10}
    | {f"mười {unit}": 10 + value for unit, value in _AFTER_TEN.items()}
    | {f"{tens} mươi": 10 * ten for tens, ten in _UNITS.items() if ten > 1}
    | {
        f"{tens} mươi {unit}": 10 * ten + value
        for tens, ten in _UNITS.items()
        if ten > 1
        for unit, value in _AFTER_TENS.items()
    }
)
_SPELLED_DIGITS = _VALUES | {"tư": 4, "lăm": 5}
_SAME = {"tỉ": "tỷ", "ngàn": "nghìn", "lẻ": "linh"}


class _Parser:
    """Vietnamese number words, by the grammar of the standard reading."""

    def __init__(self, text: str, words: list[str]) -> None:
        self._text = text
        self._words = [_SAME.get(word, word) for word in words]

    def number(self) -> Decimal:
        words = self._words
        if len(words) > _MOST_WORDS:
            raise self._error()
        if "phẩy" not in words:
            return Decimal(self._integer(words))
        mark = words.index("phẩy")
        return Decimal(f"{self._integer(words[:mark])}.{self._fraction(words[mark + 1 :])}")

    def _error(self) -> ParseError:
        return ParseError(self._text, "a number in Vietnamese words")

    def _integer(self, words: list[str]) -> int:
        if words == [_DIGITS[0]]:
            return 0
        number = self._positive(words) if words[:1] != ["linh"] else 0
        if not 0 < number < LIMIT:
            raise self._error()
        return number

    def _positive(self, words: list[str]) -> int:
        """The last tỷ multiplies all that stands before it."""
        if "tỷ" not in words:
            return self._below_billion(words, below=False)
        last = len(words) - 1 - words[::-1].index("tỷ")
        billions = self._positive(words[:last])
        rest = words[last + 1 :]
        return billions * _BILLION + (self._below_billion(rest, below=True) if rest else 0)

    def _below_billion(self, words: list[str], *, below: bool) -> int:
        total = 0
        for size, scale in ((10**6, "triệu"), (10**3, "nghìn")):
            if scale in words:
                mark = words.index(scale)
                total += size * self._group(words[:mark])
                words = words[mark + 1 :]
                below = True
                if not words:
                    return total
        if below and len(words) == 1:  # "một nghìn hai" is said for 1200
            raise self._error()
        return total + self._group(words)

    def _group(self, words: list[str]) -> int:
        hundreds = 0
        if "trăm" in words:
            if words[1:2] != ["trăm"] or words[0] not in _VALUES:
                raise self._error()
            hundreds, words = 100 * _VALUES[words[0]], words[2:]
            if not words:
                return hundreds
            if words[0] in _VALUES and len(words) == 1:  # "một trăm năm" is said for 150
                raise self._error()
        rest = _BELOW_HUNDRED.get(" ".join(words))
        if rest is None:
            raise self._error()
        return hundreds + rest

    def _fraction(self, words: list[str]) -> str:
        if words and all(word in _SPELLED_DIGITS for word in words):
            return "".join(str(_SPELLED_DIGITS[word]) for word in words)
        zeros = next((place for place, word in enumerate(words) if word != _DIGITS[0]), len(words))
        if not words:
            raise self._error()
        return "0" * zeros + str(self._integer(words[zeros:]))
