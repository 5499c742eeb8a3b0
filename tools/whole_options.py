"""Keeps options such as ``--format`` whole where a line of the docs is broken: browsers break behind each hyphen."""

from __future__ import annotations

import re

_INLINE = re.compile(r"<code>[^<]*</code>")
_OPTION = re.compile(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*")


def on_page_content(html: str, **_: object) -> str:
    """Put each option within inline code into an element that is not broken."""
    return _INLINE.sub(lambda code: _OPTION.sub(r'<span class="option">\g<0></span>', code[0]), html)
