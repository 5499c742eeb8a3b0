"""Where in a file its text comes from: cells, pages (vị trí trong tệp)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from attrs import frozen


@frozen
class Note:
    """Something about a file that its reader should know.

    Attributes:
        reason: What, in words.
        start, end: Where in the text it shows; both 0 where nowhere.
    """

    reason: str
    start: int = 0
    end: int = 0


@frozen
class Places:
    """Stretches of a text, in order, and the place in the file that each comes from.

    Attributes:
        starts, ends: The stretches, half-open.
        names: Their places: "Sheet1!C7".
    """

    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    names: Sequence[str] = ()

    def at(self, position: int) -> str | None:
        """The place that a character comes from; None where the file tells none."""
        index = bisect_right(self.starts, position) - 1
        return self.names[index] if index >= 0 and position < self.ends[index] else None
