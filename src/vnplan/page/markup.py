"""Pieces of HTML, every text escaped, in both languages at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from vnplan.formatting import Locale, format_enum
from vnplan.formatting.locales import Words, capitalised
from vnplan.formatting.sentences import name_of
from vnplan.html import escaped
from vnplan.model.figure import Figure
from vnplan.tables import NOTHING

Say = Callable[[Locale], str]
"""What tells a text in one language."""


def both(words: Words | Say) -> str:
    """A text in Vietnamese and in English, of which the page shows one."""
    vietnamese, english = words if isinstance(words, tuple) else (words("vi"), words("en"))
    if vietnamese == english:
        return escaped(vietnamese)
    return (
        f'<span class="vi" lang="vi">{escaped(vietnamese)}</span><span class="en" lang="en">{escaped(english)}</span>'
    )


def label(words: Words | Say, name: str = "aria-label") -> str:
    """An attribute in both languages, which the script of the page changes; `text` is the text of the element."""
    vietnamese, english = words if isinstance(words, tuple) else (words("vi"), words("en"))
    now = "" if name == "text" else f'{name}="{escaped(vietnamese)}" '
    return f'{now}data-of="{name}" data-vi="{escaped(vietnamese)}" data-en="{escaped(english)}"'


def term(member: StrEnum) -> Say:
    """The word for a member of an enum, with a capital letter."""
    return lambda locale: capitalised(format_enum(member, locale=locale))


def named(figure: Figure) -> Say:
    """The name of an indicator: as worded, in English that of the catalogue."""
    return lambda locale: name_of(figure, locale=locale) or NOTHING


def given(text: str) -> str:
    """A text of a document: Vietnamese, and kept from turning the text around it."""
    return f'<bdi lang="vi">{escaped(text)}</bdi>'


def joined(parts: Iterable[str]) -> str:
    """Pieces one after another."""
    return "".join(parts)
