"""Lines → blocks: headings, numbered items, paragraphs, cells (bố cục văn bản).

A line break inside a wrapped sentence is no boundary: in the `flow` of the layout it is a space.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from attrs import define, frozen

from vnplan.reading.clean import UPPER, Clean

_MARKER = re.compile(
    r"""[ >]*(?:[#]+[ ]*)?(?:\*\*[ ]*)?(?P<bullet>[-+•–—*\\⁃▪●◦]+[ ]*)*(?:\*\*[ ]*)?
        (?P<mark>\((?P<n1>\d{1,3})\)|(?P<n2>\d{1,3}(?:\.\d{1,2}){0,4})[.)](?!\d)|(?P<n4>\d{1,2}(?:\.\d{1,2}){1,3})(?=[ ]\D)|(?P<n3>\d{1,3})[ ]?[-–][ ](?=\D)
          |(?P<roman>[IVX]{1,5})[.)/][ ]|(?P<letter>[a-zđA-ZĐ])[.)](?=[ ]|\S\S))?""",
    re.VERBOSE,
)
_HASHES = re.compile(r"[ ]*(#+)")
_ENDING = re.compile(r"[.;:!?…|,][\"”*_)\] ]*$")
_FULL_STOP = re.compile(r"[.;!?…|][\"”*_)\] ]*$")
_LETTERS = re.compile(r"[^\W\d_]")
_WRAP = 58
"""Lines shorter than this are not taken for wrapped ones before a capital."""
_HALF = 25
"""Characters of a line that breaks off before a figure."""
_LONGEST_HEADING = 220


@define
class Block:
    """A heading, item, paragraph or cell of the text.

    Attributes:
        start, end: Its characters in the working copy.
        body: Where its text begins, after number and bullet.
        mark: Its number as printed: "(12)", "I.", "2.1"; empty where it has none.
        mark_start: Where the number begins.
        bullet: Whether a dash or star stands before it.
        level: 1 for chapters, more for what lies below; 0 for what is no heading.
        cell: Whether it is a cell of a table.
    """

    start: int
    end: int
    body: int
    mark: str = ""
    mark_start: int = 0
    bullet: bool = False
    level: int = 0
    cell: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it names what follows."""
        return self.level > 0

    @property
    def number(self) -> int | None:
        """The number of a numbered item: 12 of "(12)"."""
        digits = self.mark.strip("().- ")
        return int(digits) if digits.isascii() and digits.isdigit() else None


@frozen
class Layout:
    """The blocks of a text, and its folded form with wrapped lines joined.

    Attributes:
        flow: Folded text, as long as the working copy; a newline is a true boundary.
        blocks: In order; they do not overlap.
    """

    flow: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]

    def block_at(self, position: int) -> Block | None:
        """The block that holds a place."""
        index = bisect_right(self.starts, position) - 1
        return self.blocks[index] if index >= 0 and position < self.blocks[index].end else None

    def index_at(self, position: int) -> int:
        """Index of the last block that begins at or before a place; -1 before all."""
        return bisect_right(self.starts, position) - 1


def read_layout(copy: Clean) -> Layout:
    """Blocks and flow of a text."""
    lines = [part for line in _lines(copy.low) for part in _items_in_line(copy.text, *line)]
    soft = _soft_breaks(copy.text, lines)
    flow = copy.low
    cut = [after for (_, before), (after, _) in pairwise(lines) if copy.text[before] != "\n"]
    if soft or cut:
        chars = list(flow)
        for position in soft:
            chars[position] = " "
        for position in cut:
            chars[position - 1] = "\n"
        flow = "".join(chars)
    blocks = tuple(_blocks(copy.text, lines, soft))
    return Layout(flow, blocks, tuple(block.start for block in blocks))


_Line = tuple[int, int]


def _lines(text: str) -> list[_Line]:
    found = []
    start = 0
    for part in text.split("\n"):
        found.append((start, start + len(part)))
        start += len(part) + 1
    return found


_ITEM = re.compile(rf"(?:(?<=[.;:)%] )|(?<=[^\W\d] ))(?P<number>\d{{1,2}})\. (?=[{UPPER}])")
_PART = re.compile(rf"(?:I{{1,3}}|IV|VI{{0,3}})\. (?=[{UPPER}])")
_TITLED = re.compile(
    rf"\W*(?:Các |Một số |Những )?(?:[Cc]hỉ tiêu|[Mm]ục tiêu) chủ yếu[^.;:()]{{0,60}}"
    rf"\((?:nhiệm kỳ|giai đoạn) \d{{4}} ?[-–] ?\d{{4}}\) (?=[{UPPER}])"
)
"""The title of a list of aims that its text follows on the same line."""
_ITEMS = 4
"""Numbered items in one line from which it is a list that lost its breaks."""
_PART_BACK = 60


def _items_in_line(text: str, start: int, end: int) -> list[_Line]:
    """A line, or its items where a list was printed in one: "1. Thu ngân sách 5 tỷ đồng. 2. Hộ nghèo 3%. 3. …"."""
    if end - start < _LONGEST_HEADING or "|" in text[start:end]:
        return [(start, end)]
    titled = _TITLED.match(text, start, end)
    if titled is not None:
        return [(start, titled.end() - 1), *_items_in_line(text, titled.end(), end)]
    if text.find("1. ", start, end) < 0:
        return [(start, end)]
    found: list[re.Match[str]] = []
    for match in _ITEM.finditer(text, start, end):
        if int(match["number"]) == (int(found[-1]["number"]) if found else 0) + 1:
            found.append(match)
    if len(found) < _ITEMS:
        return [(start, end)]
    cuts = []
    for match in found:
        part = next(_PART.finditer(text, max(start, match.start() - _PART_BACK), match.start()), None)
        cuts += [match.start()] if part is None or part.start() <= start else [part.start(), match.start()]
    edges = [start, *cuts, end + 1]
    return [(first, after - 1) for first, after in pairwise(edges) if after - 1 > first]


def _soft_breaks(text: str, lines: list[_Line]) -> set[int]:
    """Places of newlines that only wrap a sentence."""
    full = [line for line in lines if not text[line[0] : line[1]].isspace() and line[0] < line[1]]
    wrapped = _is_wrapped(text, full)
    soft: set[int] = set()
    for before, after in pairwise(full):
        gap = after[0] - before[1]
        if gap > 3 or not _continues(text, before, after, wrapped=wrapped, adjacent=gap == 1):
            continue
        soft.update(range(before[1], after[0]))
    return {position for position in soft if text[position] == "\n"}


def _is_wrapped(text: str, lines: list[_Line]) -> bool:
    """Whether lines are broken at a width rather than at paragraphs."""
    if len(lines) < 4:
        return False
    long = [line for line in lines if _WRAP <= line[1] - line[0] <= 130]
    broken = sum(text[end - 1].isalnum() for _, end in long)
    return len(long) * 3 >= len(lines) and broken * 2 >= len(long)


def _continues(text: str, before: _Line, after: _Line, *, wrapped: bool, adjacent: bool) -> bool:
    """Whether a line goes on with the sentence of the line before."""
    first = text[after[0] : after[1]].lstrip(" *_")[:1]
    previous = text[before[0] : before[1]].rstrip()
    if not first or first in "|-+•#>" or _is_finished(previous, bold_matters=not first.islower()):
        return False
    marker = _MARKER.match(text, *after)
    assert marker is not None
    if first.islower():
        return adjacent or not (marker["letter"] or previous.endswith(":"))
    if not adjacent or (first.isdigit() and marker["mark"]):
        return False
    if _CHAPTER_CUT.match(previous) and text[after[0] : after[1]].isupper():
        return True
    if _FIGURE_FIRST.match(text, *after) and before[1] - before[0] >= _HALF and _breaks_off(previous):
        return True
    long_enough = wrapped and before[1] - before[0] >= _WRAP and not previous.endswith(":")
    return long_enough or previous.endswith((",", "(")) or _cut_short(previous)


_FIGURE_FIRST = re.compile(
    r" *\d[\d.,]* ?(?:%|(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng|ha|tấn|tạ|kg|km|m2|m3|USD|người|hộ|con|lượt|doanh nghiệp|dự án)(?!\w))"
)
_INSIDE = re.compile(r"[,;:.(] ")


def _breaks_off(line: str) -> bool:
    """Whether a line ends in the midst of a sentence that has told something before: "…; xuất khẩu 2.000 tỷ đồng; hộ gia đình"."""
    return line[-1:].islower() and _INSIDE.search(line) is not None


def _is_finished(line: str, *, bold_matters: bool) -> bool:
    """Whether a line is a sentence, a heading or a cell by itself."""
    bold = line.count("**") >= 2 and line.endswith("**")
    return (
        "|" in line[-2:] or _FULL_STOP.search(line) is not None or line.lstrip()[:1] == "#" or (bold and bold_matters)
    )


_CUT = re.compile(
    r"\s(?:ngày|tháng|năm|số|đạt|chiếm|khoảng|trên|gần|hơn|dưới|tăng|giảm|hàng năm|quý|từ|đến|và|của|các|về|theo|sở|phòng|tỉnh|ủy ban|hội đồng|do|cho|với|là)$"
)
_CHAPTER_CUT = re.compile(r"\s*[IVX]+\.\s+\S+$")


def _cut_short(line: str) -> bool:
    """Whether a line ends in a word that needs another after it."""
    return _CUT.search(line.rstrip().lower()) is not None


def _blocks(text: str, lines: list[_Line], soft: set[int]) -> list[Block]:
    found: list[Block] = []
    start: int | None = None
    for line_start, line_end in lines:
        if start is None:
            start = line_start
        if line_end in soft:
            continue
        if text[start:line_end].strip():
            found += _cells(text, start, line_end) if "|" in text[start:line_end] else [_block(text, start, line_end)]
        start = None
    return found


def _cells(text: str, start: int, end: int) -> list[Block]:
    cells = []
    position = start
    for part in text[start:end].split("|"):
        stripped = part.strip()
        if stripped and set(stripped) - set("-: "):
            begin = position + part.index(stripped[0])
            cells.append(Block(begin, position + len(part.rstrip()), begin, cell=True))
        position += len(part) + 1
    return cells


def _block(text: str, start: int, end: int) -> Block:
    marker = _MARKER.match(text, start, end)
    assert marker is not None
    body = marker.end()
    while body < end and text[body] in " *.\t":
        body += 1
    mark = marker["mark"] or ""
    if mark and body >= end:  # a bare number is text, not a mark without text
        mark, body = "", start
    block = Block(start, end, body, mark, marker.start("mark") if mark else start, bool(marker["bullet"]))
    block.level = _heading_level(text, block, marker)
    return block


_FIGURES = re.compile(r"\d ?%|\d (?:tỷ|triệu)")


@frozen
class _Look:
    """How a line is set."""

    body: str
    hashed: bool
    capitals: bool
    starred: bool

    @property
    def is_set_off(self) -> bool:
        """Whether type alone makes it a heading."""
        return self.hashed or self.capitals or self.starred

    @property
    def is_open(self) -> bool:
        """Whether it ends like no sentence."""
        return self.body.endswith(":") or not _ENDING.search(self.body)


def _heading_level(text: str, block: Block, marker: re.Match[str]) -> int:
    """1 for chapters, more for what lies below, 0 for what is no heading."""
    whole = text[block.start : block.end].strip()
    body = text[block.body : block.end].strip(" *_\n")
    if not body or len(whole) > _LONGEST_HEADING:
        return 0
    letters = _LETTERS.findall(body) if body.isupper() else ()
    look = _Look(
        body,
        hashed=_HASHES.match(whole) is not None,
        capitals=len(letters) > 4 and all(letter.isupper() for letter in letters),
        starred=whole.startswith("*") and whole.endswith("*"),
    )
    if not look.is_set_off and not look.is_open:
        return 0
    if marker["roman"]:
        return 1
    if block.mark and not block.mark.startswith("("):
        return _numbered_level(block, look, marker)
    return _plain_level(block, look)


def _numbered_level(block: Block, look: _Look, marker: re.Match[str]) -> int:
    longest = 90 if look.body.endswith(":") else 140
    if not look.is_set_off and (len(look.body) > longest or _FIGURES.search(look.body)):
        return 0
    return 5 if marker["letter"] else 2 + block.mark.strip(".)").count(".")


def _plain_level(block: Block, look: _Look) -> int:
    if look.capitals and not block.bullet:
        return 1
    if look.is_set_off:
        return 5 if block.bullet or look.starred else 2
    short = len(look.body) < 100
    if block.bullet or block.mark:
        return 6 if short and (look.body.endswith(":") or _TITLE_OF_A_TIME.fullmatch(look.body)) else 0
    title = short and look.body[:1].isupper() and not re.search(r"\d ?%", look.body)
    return 6 if title else 0


_TITLE_OF_A_TIME = re.compile(
    r"(?:Mục tiêu|Chỉ tiêu|Tầm nhìn|Quy hoạch|Kế hoạch|Định hướng|Phương hướng|Giai đoạn|Thời kỳ|Đến năm|Năm)"
    r"(?: [^\W\d]+){0,5} \d{4}(?: ?[-–] ?\d{4})?"
)
"""What a numbered line names that holds for those below it: "(1) Mục tiêu đến năm 2030"."""
_SENTENCE_END = re.compile(
    rf"[.!?…\n](?:(?<=\n)|[.!?…]*[\"”)]*(?:\[\d+\])*\s+(?=(?:[-–+•] )?[\"“(\[-]*[{UPPER}]|\d)|(?<=…)(?=[{UPPER}])|(?<=[^\W\d{UPPER}]\.)(?=[{UPPER}][^\W\d{UPPER}]))"
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(.\"“])(?:tp|q|p|tx|tt|h|x|ts|ths|gs|pgs|bs|ks|cn|đ/c|st|tr|nxb|cv|ubnd tp|[a-zđ])\.$"
)


def sentences(text: str, flow: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a stretch of text."""
    found = []
    begin = start
    for stop in _SENTENCE_END.finditer(text, start, end):
        if flow[stop.start()] == "." and _ABBREVIATED.search(flow, max(begin, stop.start() - 8), stop.start() + 1):
            continue
        if flow[stop.start()] == " ":
            continue
        found.append((begin, stop.start() + 1))
        begin = stop.end()
    if begin < end:
        found.append((begin, end))
    return [piece for sentence in found for piece in _pieces(flow, *sentence)]


_LONGEST_SENTENCE = 2000
"""Characters beyond which a sentence is cut, so that an endless line costs no more than many short ones."""


def _pieces(flow: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > _LONGEST_SENTENCE:
        cut = flow.rfind("; ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > 0 else flow.rfind(", ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > 0 else flow.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut + 1 if cut > 0 else start + _LONGEST_SENTENCE
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]
