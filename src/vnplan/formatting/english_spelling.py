"""Numbers in English words, beside the Vietnamese ones."""

from __future__ import annotations

from vnplan.formatting.units import beside

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ("", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion")
_SAID = {
    "VND": "dong",
    "USD": "US dollars",
    "EUR": "euros",
    "%": "per cent",
    "‰": "per mille",
    "m²": "square metres",
    "km²": "square kilometres",
    "ha": "hectares",
}


def number_in_english(negative: bool, whole: int, fraction: str) -> str:  # noqa: FBT001
    """The words: decimals are read digit by digit."""
    words = ["minus"] if negative else []
    words.append(_integer(whole))
    if fraction:
        words += ["point", *(_SMALL[int(digit)] for digit in fraction)]
    return " ".join(words)


def amount_in_english(number: str, symbol: str) -> str:
    """The words with their unit; a currency is said after them."""
    before, _, after = beside("{}", symbol, "en").partition("{}")
    unit, per, divisor = after.partition(" per ")
    said = _SAID.get(unit.strip(), unit.strip())
    words = [number, said, _SAID.get(before.strip(), "")]
    return " ".join(word for word in words if word) + per + divisor


def _integer(number: int) -> str:
    if number == 0:
        return _SMALL[0]
    groups: list[str] = []
    for scale in _SCALES:
        number, group = divmod(number, 1000)
        if group:
            linked = "and " if not scale and number and group < 100 else ""
            groups.insert(0, f"{linked}{_group(group)} {scale}".rstrip())
    return " ".join(groups)


def _group(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    if rest:
        words.append(_below_hundred(rest))
    return " and ".join(words)


def _below_hundred(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    tens, unit = divmod(number, 10)
    return f"{_TENS[tens]}-{_SMALL[unit]}" if unit else _TENS[tens]
