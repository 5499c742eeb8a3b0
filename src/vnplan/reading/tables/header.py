"""The rows above the figures → one head for each column (phần đầu bảng)."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from attrs import frozen

from vnplan.reading.clean import Clean
from vnplan.reading.tables.cells import read_value
from vnplan.reading.tables.grid import Cell, Grid, Row
from vnplan.reading.tables.heads import label_of, part_of_head, read_head

_MOST_ROWS = 4
"""Rows beyond which a head is none."""
_INDEX = re.compile(r"\(?(?:[a-zđ]|\d{1,2})\)?(?:\s*=\s*[\d\s()/:x*+%-]{1,24})?")
_LAST_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/]\s?(?:19|20)\d\d)?")


@frozen
class Header:
    """The head of a table.

    Attributes:
        captions: Cells that stand over the whole table.
        heads: For each column the cells that make its head, from the top.
        index: The row that only numbers the columns; empty where there is none.
        body: The rows below.
    """

    captions: tuple[Cell, ...]
    heads: tuple[tuple[Cell, ...], ...]
    index: Row
    body: tuple[Row, ...]


_OPENING = frozenset(("number", "name", "unit", "time", "class"))
CAPTION_UNIT = re.compile(r"(?<!\w)(?:đơn vị(?: tính)?|đvt|đv tính)\s*:\s*(?P<unit>[^);\n|]{1,40})")


def tables_of(low: str, grid: Grid) -> list[Grid]:
    """The tables of a run of rows: each begins at a row of heads, with the captions right before it."""
    cuts = [n for n, row in enumerate(grid.rows) if n and _opens(low, row)]
    starts = [0]
    for cut in cuts:
        start = cut
        while start > starts[-1] and _is_caption(low, grid.rows[start - 1]):
            start -= 1
        starts.append(start)
    pieces = [grid.rows[a:b] for a, b in pairwise([*starts, len(grid.rows)])]
    return [Grid(rows, rows[0][0].start, max(cell.end for cell in rows[-1])) for rows in pieces if len(rows) > 1]


def _opens(low: str, row: Row) -> bool:
    """Whether a row holds heads: two labels, or one and words that are no label of a row."""
    words = [" ".join(low[cell.start : cell.end].split()) for cell in row if cell.end - cell.start <= _LONGEST_LABEL]
    labels = [label for label in map(label_of, words) if label in _OPENING]
    return len(labels) > 1 or (len(labels) == 1 and any(read_head(w, None).is_value for w in words))


def _is_caption(low: str, row: Row) -> bool:
    filled = [cell for cell in row if not cell.is_empty]
    return len(filled) == 1 or any(CAPTION_UNIT.search(low, cell.start, cell.end) for cell in filled)


_LONGEST_LABEL = 60


def split_header(copy: Clean, grid: Grid) -> Header | None:
    """Head and body of a table; None where it has no head."""
    low = copy.low
    first = next((n for n, row in enumerate(grid.rows[: _MOST_ROWS + 4]) if _holds_figures(low, row)), None)
    if not first:
        return None
    body = list(grid.rows[first:])
    width = Counter(len(row) for row in body).most_common(1)[0][0]
    over = [row for row in grid.rows[:first] if width > 1 and _is_caption(low, row)]
    above = [row for row in grid.rows[:first] if row not in over]
    below = [row for row in over if above and row[0].start > above[0][0].start]  # the first heading among the rows
    captions = [cell for row in over if row not in below for cell in row]
    index: Row = ()
    if above and _is_index(low, above[-1]):
        index = above.pop()
    if _is_index(low, body[0]):
        index = body.pop(0)
    section = [row for row in above[1:] if _is_section(low, row)]  # a heading among the rows, before the first figure
    above = [row for row in above if row not in section]
    section = sorted([*section, *below], key=lambda row: row[0].start)
    if not 1 <= len(above) <= _MOST_ROWS:
        return None
    heads = _heads(low, above, width)
    return None if heads is None else Header(tuple(captions), heads, index, (*section, *body))


def side_by_side(low: str, header: Header) -> list[Header]:
    """The two tables of which one stands beside the other, under the same heads: "Thu | Dự toán | Chi | Dự toán"."""
    width = len(header.heads)
    half = width // 2
    words = [" ".join(low[cell.start : cell.end] for cell in cells) for cells in header.heads]
    labels = [label_of(head) for head in words]
    if (
        width % 2
        or not half
        or "name" not in labels[:half]
        or [*map(_alike, words[:half])] != [*map(_alike, words[half:])]
    ):
        return [header]
    parts = []
    for low_end, high in ((0, half), (half, width)):
        body = tuple(row[low_end:high] for row in header.body if len(row) > low_end)
        index = header.index[low_end:high]
        parts.append(Header(header.captions, header.heads[low_end:high], index, tuple(row for row in body if row)))
    return parts


def _alike(words: str) -> str:
    """What a head is for telling whether another says the same: names of any kind do."""
    return label_of(words) or " ".join(words.split())


def _holds_figures(low: str, row: Row) -> bool:
    """Whether a row belongs to the body: a cell after the first holds a number that is no year."""
    for cell in row[1:]:
        if not cell.is_empty and not _YEAR.fullmatch(low, cell.start, cell.end) and read_value(low, cell) is not None:
            return True
    return False


def _is_index(low: str, row: Row) -> bool:
    cells = [low[cell.start : cell.end] for cell in row if not cell.is_empty]
    numbers = [
        int(cell.strip("()").split("=")[0].strip(" )"))
        for cell in cells
        if re.match(r"\(?\d", cell) and _INDEX.fullmatch(cell)
    ]
    ascending = all(a < b for a, b in pairwise(numbers))
    return len(cells) > 1 and len(numbers) > 1 and ascending and all(_INDEX.fullmatch(cell) for cell in cells)


def _is_section(low: str, row: Row) -> bool:
    filled = [cell for cell in row if not cell.is_empty]
    return (
        len(filled) == 2
        and re.fullmatch(r"[ivx]{1,5}\.?|[a-zđ]\.?|\d{1,2}\.?", low[filled[0].start : filled[0].end]) is not None
    )


def _heads(low: str, above: list[Row], width: int) -> tuple[tuple[Cell, ...], ...] | None:
    """For each column the cells over it; a cell over several columns stands over each of them."""
    if len(above) > 1 and all(len(row) < width for row in above[:2]):
        return _spread(low, above[0], above[1], width)
    columns: list[list[Cell]] = [[] for _ in range(width)]
    last = len(above) - 1
    for number, row in enumerate(above):
        over: Cell | None = None
        for column in range(width):
            cell = row[column] if column < len(row) else None
            if cell is not None and not cell.is_empty:
                over = cell
            elif number < last and over is not None and _is_filled(above[number + 1], column):
                cell = over
            if cell is not None and not cell.is_empty:
                columns[column].append(cell)
    return tuple(tuple(cells) for cells in columns)


def _is_filled(row: Row, column: int) -> bool:
    return column < len(row) and not row[column].is_empty


def spans(parts: list[str], lower: int, width: int) -> list[int] | None:
    """How many columns each head spans that stands over `lower` others; None where that is not told.

    Those that leave something open share the others evenly; where all say all, these do.
    """
    over = [part == "open" for part in parts]
    if not any(over):
        over = [part == "closed" for part in parts]
    split = sum(over)
    if not split or len(parts) - split + lower != width or lower % split:
        return None
    return [lower // split if one else 0 for one in over]


def _over_the_running_year(low: str, tops: list[Cell], lower: int, width: int) -> list[int] | None:
    """How many columns each head spans, where the first of several years alone has parts: plan and expected result."""
    years = [int(found[0]) if (found := _LAST_YEAR.search(low, cell.start, cell.end)) else None for cell in tops]
    named = [n for n, year in enumerate(years) if year is not None]
    rising = all(a < b for a, b in pairwise(year for year in years if year is not None))
    if len(named) < 2 or not rising or len(tops) - 1 + lower != width:
        return None
    return [lower if n == named[0] else 0 for n in range(len(tops))]


def _under_the_last(lower: Row, tops: int, below: int, width: int) -> list[int] | None:
    """How many columns each head spans, where empty cells before the lower ones put these under the last head."""
    leading = next((n for n, cell in enumerate(lower) if not cell.is_empty), 0)
    if not leading or leading + below != len(lower) or tops - 1 + below != width:
        return None
    return [*[0] * (tops - 1), below]


def _spread(low: str, upper: Row, lower: Row, width: int) -> tuple[tuple[Cell, ...], ...] | None:
    """The heads where joined cells are written once."""
    tops = [cell for cell in upper if not cell.is_empty]
    below = [cell for cell in lower if not cell.is_empty]
    found = _under_the_last(lower, len(tops), len(below), width)
    if found is None:
        found = spans([part_of_head(" ".join(low[cell.start : cell.end].split())) for cell in tops], len(below), width)
    if found is None:
        found = _over_the_running_year(low, tops, len(below), width)
    if found is None:
        return None
    rest = iter(below)
    heads: list[tuple[Cell, ...]] = []
    for cell, columns in zip(tops, found, strict=True):
        heads += [(cell, next(rest)) for _ in range(columns)] or [(cell,)]
    return tuple(heads)
