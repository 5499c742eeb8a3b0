"""bytes → characters (bảng mã): UTF-8, UTF-16 with its mark, Windows-1258.

Nothing is composed or repaired here: Windows-1258 gives vowels followed by tone marks, and stays so.
"""

from __future__ import annotations

import codecs
import re

from vnplan.errors import UnreadableTextError

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_FITTING = re.compile(
    "[AaĂăÂâEeÊêIiOoÔôƠơUuƯưYy][\u0300\u0301\u0303\u0309\u0323]"  # a tone stands on a vowel
    "|[ÀàÁáĂăÂâÈèÉéÊêÍíÓóÔôƠơÙùÚúƯưĐđ₫‘’“”«»–—…•·°±²³½¼¾×÷\u00a0]"
)


def decode(data: bytes, *, name: str = "", declared: str | None = None) -> str:
    """The characters of a text.

    Args:
        data: The bytes; a byte order mark is left out of the text.
        name: What errors call the document.
        declared: The encoding that the document itself names.

    Raises:
        UnreadableTextError: The bytes are no text in these encodings.
    """
    if data.startswith(_UTF16_MARKS):
        return _decoded(data, "utf-16", name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = error
    if _is_western(declared):
        return _decoded(data, "cp1252", name)
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError:
        text = ""
    if text and _is_likely(text):
        return text
    reason = f"neither UTF-8 (byte {data[fault.start]:#04x} at {fault.start}) nor Vietnamese in Windows-1258"
    raise UnreadableTextError(name, reason) from fault


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableTextError(name, f"not {encoding}: {error.reason} at byte {error.start}") from error


def _is_western(declared: str | None) -> bool:
    try:
        return declared is not None and codecs.lookup(declared).name in {"cp1252", "iso8859-1"}
    except LookupError:
        return False


def _is_likely(text: str) -> bool:
    """Whether it reads as Vietnamese: what is not ASCII are its letters and marks, but for one in twenty.

    Other one-byte encodings of Vietnamese give foreign letters and signs when they are read so.
    """
    if _CONTROL.search(text):
        return False
    foreign = sum(not char.isascii() for char in _FITTING.sub("", text))
    return foreign * 20 <= sum(not char.isascii() for char in text)
