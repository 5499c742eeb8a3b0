"""How objects show themselves to programmers (cách hiển thị khi lập trình)."""

from __future__ import annotations

LONGEST = 100
"""Characters of an object's text that are shown."""


def short(obj: object) -> str:
    """The class and the text of an object on one short line: ``<Target poor_household_rate (2023): <= 1%>``."""
    return f"<{type(obj).__name__} {clipped(str(obj), LONGEST)}>"


def clipped(text: str, longest: int) -> str:
    """A text on one line, cut where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
