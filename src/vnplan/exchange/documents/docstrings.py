"""What docstrings tell of classes and their fields."""

from __future__ import annotations

import inspect
import re
from functools import cache
from typing import Any

_SECTION = re.compile(r"^Attributes:\n(.+?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_ENTRY = re.compile(r"^ {4}(?=\S)([\w, ]+): (.*(?:\n {5,}.*|\n$)*)", re.MULTILINE)


def first_line(cls: type[Any]) -> str:
    """The sentence that a class's docstring begins with."""
    paragraph = (inspect.getdoc(cls) or "").partition("\n\n")[0]
    return " ".join(paragraph.split())


@cache
def attributes_told(cls: type[Any]) -> dict[str, str]:
    """What the docstrings of a class and its bases tell of each field; the class's own word counts."""
    told: dict[str, str] = {}
    for one in reversed(cls.__mro__):
        for section in _SECTION.findall(inspect.cleandoc(vars(one).get("__doc__") or "") + "\n"):
            for names, text in _ENTRY.findall(section):
                told |= dict.fromkeys(names.split(", "), " ".join(text.split()))
    return told
