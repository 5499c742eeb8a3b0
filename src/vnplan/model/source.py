"""Where a figure stands in its text (vị trí trong văn bản)."""

from __future__ import annotations

from attrs import field, frozen

from vnplan.model.checked import checked
from vnplan.model.shown import short


@frozen(field_transformer=checked)
class Source:
    """Where something was read: half-open code-point offsets into `Report.text`.

    Attributes:
        start, end: Offsets; for a figure from hedge to unit.
        document: Id of the document.
        locator: Place inside a file that has pages or cells: "page 3", "Sheet1!C7".
        name_spans: Where the wording of the name stands, which may be elsewhere.
        quote: The characters ``text[start:end]``.
    """

    start: int
    end: int
    document: str = field(default="", kw_only=True)
    locator: str | None = field(default=None, kw_only=True)
    name_spans: tuple[tuple[int, int], ...] = field(default=(), kw_only=True)
    quote: str = field(default="", kw_only=True)

    def __str__(self) -> str:
        place = self.locator or f"{self.start}–{self.end}"
        return f"{self.document}:{place}" if self.document else place

    __repr__ = short
