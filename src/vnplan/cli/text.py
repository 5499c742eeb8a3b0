"""Tables for a terminal, and as Markdown."""

from __future__ import annotations

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from vnplan.attainment import Outcome
from vnplan.scorecard import Entry
from vnplan.tables import Row, Table

_GAP = "  "
_NARROWEST = 6
USUAL_WIDTH = 120
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

BOLD, DIM, RED, GREEN, BLUE, ALARM = "1", "2", "31", "32", "36", "1;97;41"


def is_coloured() -> bool:
    """Whether standard output is a terminal that may be coloured (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def coloured(text: str, code: str) -> str:
    """Text in a colour, where the terminal may have one."""
    return f"\x1b[{code}m{text}\x1b[0m" if is_coloured() else text


def harmless(text: str) -> str:
    """Text without characters that command a terminal."""
    return _CONTROL.sub("\ufffd", text)


def fault_in(path: str, error: Exception) -> str:
    """Why a path could not be written to, on one line; vnplan's own errors tell it whole."""
    return f"{path}: {error.strerror or error}" if isinstance(error, OSError) else str(error)


def flat(text: str) -> str:
    """Text for one cell: composed, on one line, harmless."""
    return harmless(" ".join(unicodedata.normalize("NFC", text).split()))


def width_of(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def print_table(table: Table) -> None:
    """A table for people: aligned, wrapped to the terminal, notes below."""
    sys.stdout.write(f"{coloured(flat(table.title), BOLD)}\n")
    if table.rows and not _print_rich(table):
        sys.stdout.writelines(f"{line}\n" for line in _lines(table))
    sys.stdout.writelines(f"{flat(note)}\n" for note in table.notes)


# --- aligned ---------------------------------------------------------------------------------------


def _lines(table: Table) -> Iterator[str]:
    rows = [_flat_cells(row.cells) for row in table.rows if isinstance(row, Row)]
    head = _flat_cells(table.columns)
    widths = _fitted([head, *rows], shutil.get_terminal_size((USUAL_WIDTH, 24)).columns)
    for line in _aligned(head, widths, table.right):
        yield coloured(line, BOLD)
    yield _GAP.join("─" * width for width in widths)
    for row in table.rows:
        if isinstance(row, str):
            yield coloured(flat(row), BOLD)
        else:
            yield from _aligned(_flat_cells(row.cells), widths, table.right)


_Cells = tuple[str, ...]


def _flat_cells(cells: Sequence[str]) -> _Cells:
    return tuple(map(flat, cells))


def _fitted(rows: Sequence[_Cells], room: int) -> list[int]:
    """Widths of the columns: as wide as they need, else the widest give way."""
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    room -= len(_GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _aligned(cells: _Cells, widths: Sequence[int], right: frozenset[int]) -> Iterator[str]:
    """The lines of one row."""
    columns = [list(wrapped(cell, width)) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, columns))):
        parts = [
            _padded(column[number] if number < len(column) else "", width, at_right=index in right)
            for index, (column, width) in enumerate(zip(columns, widths, strict=True))
        ]
        yield _GAP.join(parts).rstrip()


def _padded(text: str, width: int, *, at_right: bool) -> str:
    space = " " * (width - width_of(text))
    return space + text if at_right else text + space


def wrapped(text: str, width: int) -> Iterator[str]:
    """Lines of at most that width, broken between words; a longer word is cut."""
    line = ""
    for word in text.split(" "):
        if line and width_of(line) + 1 + width_of(word) > width:
            yield line
            line = ""
        line = f"{line} {word}" if line else word
        while width_of(line) > width and len(line) > 1:
            cut = _most_that_fits(line, width)
            yield line[:cut]
            line = line[cut:]
    yield line


def _most_that_fits(text: str, width: int) -> int:
    taken = 0
    for index, char in enumerate(text):
        taken += _width(char)
        if taken > width:
            return max(1, index)
    return len(text)


# --- with rich, where it is installed ----------------------------------------------------------------


def _print_rich(table: Table) -> bool:
    """Print it by rich, on a terminal where that is installed."""
    if not is_coloured():
        return False
    try:
        from rich.console import Console
        from rich.table import Table as RichTable
        from rich.text import Text
    except ImportError:
        return False
    console = Console(file=sys.stdout, highlight=False)
    head = _flat_cells(table.columns)
    widths = _fitted([head, *(_flat_cells(row.cells) for row in table.rows if isinstance(row, Row))], console.width)

    def part(rows: Sequence[Row], *, with_head: bool) -> RichTable:
        shown = RichTable(box=None, pad_edge=False, show_header=with_head, header_style="bold", padding=(0, 2, 0, 0))
        for number, (title, width) in enumerate(zip(head, widths, strict=True)):
            justify: Literal["left", "right"] = "right" if number in table.right else "left"
            shown.add_column(title, justify=justify, width=width, overflow="fold")
        for row in rows:
            shown.add_row(*map(Text, _flat_cells(row.cells)), style=_style_of(row))
        return shown

    console.print(part((), with_head=True))
    for is_heading, rows in groupby(table.rows, key=lambda row: isinstance(row, str)):
        if is_heading:
            console.print(*(Text(flat(row), style="bold") for row in rows if isinstance(row, str)), sep="\n")
        else:
            console.print(part([row for row in rows if isinstance(row, Row)], with_head=False))
    return True


_STYLES = {Outcome.EXCEEDED: "green", Outcome.MET: "green", Outcome.NOT_MET: "red", Outcome.OPEN: "cyan"}


def _style_of(row: Row) -> str:
    """The colour of a row of a scorecard; the words say the same."""
    return _STYLES.get(row.of.verdict.outcome, "dim") if isinstance(row.of, Entry) else ""


# --- Markdown --------------------------------------------------------------------------------------


def print_markdown(table: Table) -> None:
    """The same as Markdown; headings of rows become bold cells."""
    empty = ("",) * (len(table.columns) - 1)
    marks = ["--:" if number in table.right else "---" for number in range(len(table.columns))]
    lines = [_piped(table.columns), f"|{'|'.join(marks)}|"]
    for row in table.rows:
        cells = (f"**{_escaped(row)}**", *empty) if isinstance(row, str) else tuple(map(_escaped, row.cells))
        lines.append(_piped(cells))
    notes = "".join(f"\n{_escaped(note)}\n" for note in table.notes)
    sys.stdout.write(f"# {_escaped(table.title)}\n\n" + "\n".join(lines) + "\n" + notes)


def _piped(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>|#])", r"\\\1", flat(text))
