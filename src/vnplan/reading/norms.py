"""Norms by which points are given, which measure nothing of a place (định mức tính điểm)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.reading.patterns import searched
from vnplan.reading.raw import NumberClaim

_SCORED = searched(r"(?<!\w)(?:tính|số|thang|chấm) điểm(?!\w)")
_GIVEN = re.compile(
    r"(?<!\w)(?:được|tính|thêm|cộng)(?:\s+(?:tính|thêm|cộng))*\s+\d[\d,.]*\s+điểm(?!\w)(?!\s+(?:phần trăm|%))"
)
_CONDITION = searched(r"(?<!\w)(?:cứ|mỗi|trên|dưới|đến|từ)\s+(?=\d)|(?<!\w)(?:cứ|mỗi)\s+(?:tăng|giảm)\s")
_ITEM = re.compile(r"\n\s*(?:[-+•*|]|\n)|[.;] (?=\D)")
_COMPUTED = re.compile(
    r"\(\s*\d[\d.,]*\s?x\s?\d[\d.,]*\s*\)\s*/(?:[^;|\n]|\n(?!\s*[-+•*|\n])){0,80}=(?:[^;|\n]|\n(?!\s*[-+•*|\n])){0,80}(?!\d|[.,]\d)"
)
"""As in "A = (8.857.500x500.000)/ 1.300.081 = 43.719 người (làm tròn 44.000 người)"."""
_LONGEST = 300
"""Characters of an item in which a condition stands before the points that it gives."""


def read_norms(flow: str) -> Iterator[NumberClaim]:
    """Where norms stand: "Trên 500.000 đến 1.000.000 người, cứ tăng thêm 100.000 người được thêm 2 điểm"."""
    if "điểm" not in flow or _SCORED.search(flow) is None:
        return
    for start, end in _items(flow):
        yield NumberClaim(start, end, "other", "a norm by which points are given")


def _items(flow: str) -> Iterator[tuple[int, int]]:
    for computed in _COMPUTED.finditer(flow):
        yield computed.span()
    for given in _GIVEN.finditer(flow):
        begun = max(0, given.start() - _LONGEST)
        for item in _ITEM.finditer(flow, begun, given.start()):
            begun = item.end()
        if _CONDITION.search(flow, begun, given.start()) is not None:
            yield begun, given.end()
