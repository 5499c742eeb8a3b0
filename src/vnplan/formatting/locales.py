"""The two languages in which vnplan has words (ngôn ngữ)."""

from __future__ import annotations

from typing import Literal

from vnplan.errors import InvalidValueError

Locale = Literal["vi", "en"]
"""Vietnamese, the language of the documents, or English beside it."""

Words = tuple[str, str]
"""One meaning in Vietnamese and in English, in this order."""


def pick(words: Words, locale: Locale) -> str:
    """The word in that language.

    Raises:
        InvalidValueError: vnplan has no words in that language.
    """
    if locale == "vi":
        return words[0]
    if locale == "en":
        return words[1]
    raise InvalidValueError("locale", locale, "'vi' or 'en'")


def is_vietnamese(locale: Locale) -> bool:
    """Whether to write Vietnamese rather than English.

    Raises:
        InvalidValueError: vnplan has no words in that language.
    """
    return pick(("vi", "en"), locale) == "vi"


def capitalised(text: str) -> str:
    """The text with a capital first letter; all others stay."""
    return text[:1].upper() + text[1:]
