"""HTML → text (trang mạng): paragraphs, headings, lists and tables as lines."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from attrs import define, field

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096

_LISTS = frozenset(("ol", "ul", "menu"))
_HEADINGS = {f"h{depth}": "#" * depth + " " for depth in range(1, 7)}
_HIDDEN = frozenset(
    "script style head title template noscript svg math select iframe object audio video".split()  # noqa: SIM905
)
_BLOCKS = _LISTS.union(
    _HEADINGS,
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure".split(),  # noqa: SIM905
    "footer form header hr html legend li main nav p pre section summary table".split(),  # noqa: SIM905
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACES = re.compile(r"[ \t\n\r\f]+")


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the page names."""
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    return None if found is None else found[1].decode("ascii", "replace")


def html_text(page: str) -> str:
    """What a reader of the page sees, a paragraph a line; rows of tables as ``| cell | cell |``.

    Headings are marked as in Markdown, items of ordered lists by their number, raised digits as ``²``.
    A table that only lays out the page gives the lines of its cells.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.text()


@define
class _Table:
    """A table that is being read: the cells of its present row, each a list of lines."""

    row: list[list[str]] = field(factory=list)
    is_cell_open: bool = False
    is_layout: bool = False


class _Reader(HTMLParser):
    """Collects lines: of the page in the first sink, of each open cell in one of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sinks: list[list[str]] = [[]]
        self.tables: list[_Table] = []
        self.line: list[str] = []
        self.lead = self.hidden = ""
        self.raised = self.preformatted = 0
        self.counters: list[int | None] = []

    # --- what the parser meets -----------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; a body shows again what an unclosed head would hide."""
        if self.hidden and tag != "body":
            return
        self.hidden = tag if tag in _HIDDEN else ""
        if tag in _BLOCKS:
            self.end_line()
        self.raised += tag == "sup"
        self.preformatted += tag == "pre"
        match tag:
            case _ if tag in _LISTS:
                self.counters.append(_number(dict(attrs).get("start")) if tag == "ol" else None)
            case "li":
                self.lead = self.item_mark(dict(attrs).get("value"))
            case _ if tag in _HEADINGS:
                self.lead = _HEADINGS[tag]
            case "table":
                self.tables.append(_Table())
            case "tr":
                self.end_row()
            case "td" | "th":
                self.start_cell()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if self.hidden:
            self.hidden = "" if tag == self.hidden else self.hidden
            return
        if tag in _BLOCKS:
            self.end_line()
        match tag:
            case "sup":
                self.raised = max(0, self.raised - 1)
            case "pre":
                self.preformatted = max(0, self.preformatted - 1)
            case "td" | "th":
                self.end_cell()
            case "tr":
                self.end_row()
            case "table":
                self.end_table()
            case _ if tag in _LISTS:
                del self.counters[-1:]

    def handle_data(self, data: str) -> None:
        """Characters between tags."""
        if self.hidden:
            return
        if self.raised:
            data = data.translate(_SUPERSCRIPTS)
        if not self.preformatted:
            self.line.append(_SPACES.sub(" ", data))
            return
        first, *rest = data.split("\n")
        self.line.append(first)
        for part in rest:
            self.end_line()
            self.line.append(part)

    # --- lines ---------------------------------------------------------------------------------------

    def item_mark(self, value: str | None) -> str:
        """The number or dash before an item of a list."""
        if not self.counters or self.counters[-1] is None:
            return "- "
        number = self.counters[-1] if value is None else _number(value)
        self.counters[-1] = number + 1
        return f"{number}. "

    def end_line(self) -> None:
        """What was collected becomes a line of the page or of the open cell."""
        line = re.sub(" {2,}", " ", "".join(self.line)).strip(" ")
        self.line = []
        if line:
            self.sinks[-1].append(self.lead + line)
            self.lead = ""

    # --- tables --------------------------------------------------------------------------------------

    def start_cell(self) -> None:
        """A cell, whose end tag may be left out."""
        self.end_cell()
        self.end_line()
        if self.tables:
            self.tables[-1].is_cell_open = True
            self.sinks.append([])

    def end_cell(self) -> None:
        """The open cell of the innermost table, if there is one."""
        if not self.tables or not self.tables[-1].is_cell_open:
            return
        self.end_line()
        self.lead = ""
        self.tables[-1].is_cell_open = False
        self.tables[-1].row.append(self.sinks.pop())

    def end_row(self) -> None:
        """The present row of the innermost table, as one line or as the lines of its cells."""
        self.end_cell()
        self.end_line()
        if not self.tables:
            return
        table = self.tables[-1]
        row, table.row = table.row, []
        filled = [lines for lines in row if lines]
        if table.is_layout or len(filled) < 2:
            self.sinks[-1] += [line for lines in filled for line in lines]
        else:
            self.sinks[-1].append(f"| {' | '.join(' '.join(lines).replace('|', '/') for lines in row)} |")

    def end_table(self) -> None:
        """The innermost table; one that holds another only lays out the page."""
        self.end_row()
        del self.tables[-1:]
        if self.tables and self.tables[-1].is_cell_open:
            self.tables[-1].is_layout = True

    def text(self) -> str:
        """All lines; a blank line between paragraphs, none within tables and lists."""
        while self.tables:
            self.end_table()
        self.end_line()
        parts: list[str] = []
        before = ""
        for line in self.sinks[0]:
            if before:
                parts.append("\n" if before[:2] == line[:2] and line[:2] in {"| ", "- "} else "\n\n")
            parts.append(line)
            before = line
        return "".join((*parts, "\n")) if parts else ""


def _number(text: str | None) -> int:
    return int(text) if text is not None and re.fullmatch("[0-9]{1,6}", text.strip()) else 1
