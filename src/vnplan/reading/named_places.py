"""The places that a text names, and the one that it is about (các địa phương được nêu)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from attrs import define, field

from vnplan.reading.context import Context
from vnplan.reading.layout import Block
from vnplan.reading.patterns import searched
from vnplan.reading.places import bare_provinces
from vnplan.reading.raw import RawPlace

COUNTRY = RawPlace("Cả nước", "nước", "Việt Nam")
_COUNTRY = searched(r"(?<!\w)(?:cả nước|toàn nước|toàn quốc)(?!\w)")
_OWN = searched(
    r"(?<!\w)(?:toàn (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?!\w)"
    r"|(?:tỉnh|thành phố|huyện|quận|thị xã|địa phương) (?:đạt|ước|đã|có|thu|chi)(?!\w))"
)
_PROVINCE_LEVEL = ("tỉnh", "thành phố")


_LETTERHEAD = 300
"""Characters in which an unnumbered line that is a place belongs to the head of a document."""


@define
class Places:
    """The places that a text names, and the one that it is about."""

    context: Context
    named: list[RawPlace]
    main: RawPlace | None
    _starts: list[int] = field(factory=list)
    _titled: dict[int, RawPlace | None] = field(factory=dict)

    @classmethod
    def of(cls, context: Context, named: list[RawPlace], main: RawPlace | None) -> Places:
        """All places named, those without their kind and general ones too, in order."""
        ends = {place.end for place in named}
        bare = [place for place in bare_provinces(context.copy.text) if place.end not in ends]
        found = sorted([*named, *bare, *_general(context, main)], key=lambda place: (place.start, -place.end))
        return cls(context, found, main, [place.start for place in found])

    def between(self, start: int, end: int) -> list[RawPlace]:
        """The places named between two places of the text."""
        return self.named[bisect_left(self._starts, start) : bisect_right(self._starts, end - 1)]

    def titled(self, block: Block) -> RawPlace | None:
        """The place that a heading is: "1. Huyện Bắc Quang"."""
        if block.start not in self._titled:
            inside = self.between(block.body, block.end)
            letterhead = block.start < _LETTERHEAD and not block.mark
            whole = (
                len(inside) == 1 and not letterhead and not self.context.flow[block.body : inside[0].start].strip(" *_")
            )
            whole = whole and not self.context.flow[inside[0].end : block.end].strip(" *_:.")
            self._titled[block.start] = inside[0] if whole else None
        return self._titled[block.start]

    def other(self, place: RawPlace | None) -> RawPlace | None:
        """The place, where it is another than the one that the text is about."""
        if place is None or place == self.main:
            return None
        main = self.main
        alike = main is not None and main.short == place.short and {main.kind, place.kind} <= set(_PROVINCE_LEVEL)
        return None if alike else place


def _general(context: Context, main: RawPlace | None) -> list[RawPlace]:
    """The whole country, and the place that the text is about where it is named by its kind alone."""
    found = [RawPlace(COUNTRY.name, COUNTRY.kind, COUNTRY.short, *m.span()) for m in _COUNTRY.finditer(context.flow)]
    if main is not None:
        found += [RawPlace(main.name, main.kind, main.short, *m.span()) for m in _OWN.finditer(context.flow)]
    return found
