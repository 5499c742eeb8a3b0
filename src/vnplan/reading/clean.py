"""A working copy of the text that keeps its places (chuẩn hóa văn bản).

The copy is NFC, without invisible characters, and has a folded twin of the same length in which
all matching is done: lower case, tone marks where the modern spelling has them (hoà → hòa,
thuỷ → thủy), a missing horn (uớc → ước), tỉ → tỷ, one kind of dash, space and quote. Places in either map back to the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from attrs import field, frozen

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u2060\ufeff]+|\r(?=\n)|\\[sửa \\| sửa mã nguồn\\]|<sup>([23])</sup>|(?<=m)\n([23])(?:\n(?=[ ,;.)])|(?=[,;)]))"
)
_SIGNS = (*"\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "\r\n", "<sup>", "m\n2", "m\n3", "[sửa |")
"""What a text holds at least one of where the pattern finds anything."""
_SUPERSCRIPT = {"2": "²", "3": "³"}

_FOLDED = {
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
    ),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‘’", "'"),
    "ð": "đ",
    "\r": " ",
    "*": " ",
    "\\": " ",
    "\x0b": "\n",
    "\x0c": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}
_UNFOLDED = re.compile(f"[{re.escape(''.join(_FOLDED))}]")
_LETTER = "a-zà-ỹđ"
_TONES = {
    **{f"o{a}": f"{o}a" for a, o in zip("àáảãạ", "òóỏõọ", strict=True)},
    **{f"o{e}": f"{o}e" for e, o in zip("èéẻẽẹ", "òóỏõọ", strict=True)},
    "kì": "kỳ",
    **{f"u{y}": f"{u}y" for y, u in zip("ỳýỷỹỵ", "ùúủũụ", strict=True)},
    **{f"u{o}": f"ư{o}" for o in "ơớờởợỡ"},
}
_MISPLACED = re.compile(
    rf"u[ơớờởợỡ](?<!qu.)(?=[cimnptu])|u[ỳýỷỹỵ](?<!qu.)(?![{_LETTER}])|o[àáảãạèéẻẽẹ](?![{_LETTER}])|kì(?<![{_LETTER}]kì)(?![{_LETTER}])|tỉ(?<![{_LETTER}]tỉ)(?= (?:lệ|trọng|suất|số|đồng|usd)| *đồng)"
)
"""Each begins with a letter, by which the search is far faster than by a look behind."""


UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper() and chr(code).isalpha())
"""The capital letters of Vietnamese, for a character class."""


def fold(text: str) -> str:
    """The form in which words are compared; as long as `text`, which is NFC."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    if _UNFOLDED.search(low) is not None:  # mostly there is none in a name; in a text, a table costs 20 times as much
        for char, folded in _FOLDED.items():
            low = low.replace(char, folded)
    return _MISPLACED.sub(lambda found: _TONES.get(found[0], "tỷ"), low)


@frozen
class Clean:
    """A text as given, its working copy, and the way back.

    Attributes:
        given: The text as given.
        text: The working copy.
        low: The folded twin of `text`, as long as it.
    """

    given: str
    text: str
    low: str
    _starts: tuple[int, ...] = ()
    _shifts: tuple[int, ...] = ()
    _widths: dict[int, int] = field(factory=dict, hash=False)

    def origin(self, position: int) -> int:
        """The offset in the text as given of a place in the working copy."""
        if not self._starts:
            return position
        index = bisect_right(self._starts, position) - 1
        return position if index < 0 else position + self._shifts[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the text as given from which ``text[start:end]`` was made."""
        if not self._starts:
            return start, max(start, end)
        if end <= start:
            return self.origin(start), self.origin(start)
        return self.origin(start), self.origin(end - 1) + self._widths.get(end - 1, 1)


def clean(given: str) -> Clean:
    """The working copy of a text."""
    composed = unicodedata.is_normalized("NFC", given)
    if composed and not any(sign in given for sign in _SIGNS):
        return Clean(given, given, fold(given))
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    widths: dict[int, int] = {}
    length = position = 0
    for start, end, replacement in _changes(given, composed=composed):
        pieces += (given[position:start], replacement)
        length += start - position
        if replacement:
            widths[length] = end - start
            length += 1
        position = end
        starts.append(length)
        shifts.append(position - length)
    pieces.append(given[position:])
    text = "".join(pieces)
    return Clean(given, text, fold(text), tuple(starts), tuple(shifts), widths)


_CLUSTER = re.compile(r"[^\W\d_][\u0300-\u036f]+")


def _changes(given: str, *, composed: bool) -> list[tuple[int, int, str]]:
    """Start, end and replacement (one character or none) of all that the copy has otherwise, in order."""
    found = [(m.start(), m.end(), _SUPERSCRIPT.get(m[1] or m[2] or "", "")) for m in _INVISIBLE.finditer(given)]
    if not composed:
        for m in _CLUSTER.finditer(given):
            whole = unicodedata.normalize("NFC", m[0])
            if len(whole) == 1:
                found.append((m.start(), m.end(), whole))
        found.sort()
    return found
