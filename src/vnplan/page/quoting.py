"""The sentence that a figure was read from, its characters marked (trích nguyên văn)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from vnplan.html import escaped
from vnplan.model.source import Source

_BREAK = re.compile(
    r"""\n\s*\n                        # an empty line
    |\n(?=\s*(?:[-+*•#|]|\d{1,3}[.)/]))  # the next item of a list, heading, row of a table
    |(?<=[.!?…;])\s+(?=["“(]?[A-ZÀ-ỸĐ])  # the end of a sentence""",
    re.VERBOSE,
)
_SHORTENED = re.compile(
    r"(?:(?:^|\n)\s*\d{1,3}|\b(?:TP|Tp|Q|P|TX|Tx|TT|Tt|H|ThS|TS|GS|PGS|BS|KS|CN|Nxb|tr|St)|\b[A-ZĐ])\.$"
)
"""A full stop after these ends no sentence: numbers of items, short forms, initials."""
_MOST = 400
"""Characters that an excerpt keeps on either side."""


def excerpt(text: str, start: int, end: int) -> tuple[int, int]:
    """The ends of the sentence around some characters, at most 400 of it on either side."""
    first, last = max(0, start - _MOST), min(len(text), end + _MOST)
    for found in _BREAK.finditer(text, first, last):
        if _SHORTENED.search(text[max(0, found.start() - 6) : found.start()]):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.start()
            break
    return first, last


def quotation(text: str, *sources: Source) -> str:
    """One sentence as HTML: the figures' very characters marked, those of their names underlined.

    Of several sources all must stand in the sentence around the first. Where the text itself is not at hand, as of
    a plan alone, the figures' own characters are all there is.
    """
    if len(text) < sources[0].end:
        alone = "; ".join(_piece(one.quote, "figure") for one in sources)
        return f'<q class="quote" lang="vi"><bdi>{alone}</bdi></q>'
    first, last = excerpt(text, sources[0].start, sources[0].end)
    while first < sources[0].start and text[first].isspace():
        first += 1
    while last > sources[0].end and text[last - 1].isspace():
        last -= 1
    before = "… " if first and first == sources[0].start - _MOST else ""
    after = " …" if last < len(text) and last == sources[0].end + _MOST else ""
    pieces = "".join(_piece(text[start:end], kind) for start, end, kind in _pieces(sources, first, last))
    return f'<q class="quote" lang="vi"><bdi>{before}{pieces}{after}</bdi></q>'


def by_sentence(text: str, sources: Iterable[Source]) -> list[list[Source]]:
    """Sources that stand in one sentence together, in order of appearance."""
    found: dict[tuple[int, int], list[Source]] = {}
    for source in sources:
        found.setdefault(excerpt(text, source.start, source.end), []).append(source)
    return list(found.values())


def _pieces(sources: Sequence[Source], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Stretches of the excerpt: figure, name or plain."""
    figures = [(one.start, one.end) for one in sources]
    names = [span for one in sources for span in one.name_spans]
    cuts = sorted({first, last, *(min(max(cut, first), last) for span in (*figures, *names) for cut in span)})

    def kind(stretch: tuple[int, int]) -> str:
        return next((word for word, spans in (("figure", figures), ("name", names)) if _holds(spans, stretch[0])), "")

    for word, stretches in groupby(pairwise(cuts), key=kind):
        held = list(stretches)
        yield held[0][0], held[-1][1], word


def _holds(spans: Iterable[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in spans)


def _piece(text: str, kind: str) -> str:
    match kind:
        case "figure":
            return f"<mark>{escaped(text)}</mark>"
        case "name":
            return f"<u>{escaped(text)}</u>"
        case _:
            return escaped(text)
