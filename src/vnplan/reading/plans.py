"""The parts of a plan: title, basis, objectives, tasks, reporting, signature (thành phần kế hoạch)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from vnplan.lexicon import alternation, by_lexicon, rows
from vnplan.reading.bodies import body_at, body_before
from vnplan.reading.clean import UPPER
from vnplan.reading.context import Context
from vnplan.reading.directive_words import Named, pattern, rank_of, skip, table, words_of
from vnplan.reading.documents import NUMBER_PATTERN
from vnplan.reading.layout import Block
from vnplan.reading.patterns import searched
from vnplan.reading.people import name_in
from vnplan.reading.raw import RawCitation, RawDuty, RawPerson, RawPlanParts, RawTask

_LETTERHEAD = 3000
_PREAMBLE = 12_000
_MARKS = " \n*_#|>\\"


def read_plan_parts(
    context: Context, citations: list[RawCitation], issuer: Named | None, *, is_plan: bool
) -> RawPlanParts:
    """What a text says of itself, and, where it is a plan, what it sets out besides figures.

    The citations come back with those marked on which the plan rests, and without the text's own number.
    """
    number, span = _own_number(context)
    title = _title(context, is_plan=is_plan)
    kept = [one for one in citations if span is None or not span[0] <= one.start < span[1]]
    parts = RawPlanParts(
        number=number,
        number_span=span,
        kind=_kind(context, number, is_plan=is_plan),
        title=title,
        issued=_issued(context),
        issuer=None if issuer is None else issuer.name,
        citations=tuple(kept),
    )
    if not is_plan:
        return evolve(parts, citations=tuple(evolve(one, is_basis=False) for one in kept))
    marked, others = _basis(context, kept)
    chapters = list(_chapters(context))
    return evolve(
        parts,
        citations=tuple(marked),
        other_basis=tuple(others),
        theme=_theme(context),
        objectives=tuple(_objectives(context, chapters)),
        tasks=tuple(_tasks(context, chapters)),
        reporting=tuple(_reporting(context, chapters)),
        signatory=_signatory(context),
        recipients=tuple(_recipients(context)),
    )


# --- the head ------------------------------------------------------------------------------------

_OWN_NUMBER = re.compile(rf"(?:^|[\n|])[\s*_]*[Ss]ố\s*:\s*(?P<number>{NUMBER_PATTERN})(?=[\s*_|]*(?:[\n|]|$))")
_NUMBERED = re.compile(r"[Ss]ố\s*:\s*\d")
_ISSUED = re.compile(
    rf"(?:^|[\n|])[\s*_]*(?P<place>(?:TP\.?\s?|Tp\.?\s?)?[{UPPER}][\w.]*(?:[ -]+(?:[{UPPER}][\w.]*|\d+)){{0,5}}),\s*"
    r"ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})"
)
_NO_PLACE = re.compile(r"thứ |chủ nhật|sáng|chiều|tối|hôm|ngày")


def _own_number(context: Context) -> tuple[str | None, tuple[int, int] | None]:
    text = context.copy.text
    match = _OWN_NUMBER.search(text, 0, _LETTERHEAD) if _NUMBERED.search(text, 0, _LETTERHEAD) else None
    return (match["number"], match.span("number")) if match else (None, None)


def _issued(context: Context) -> date | None:
    """The date of the letterhead; the date at the head of a web page is none."""
    match = _ISSUED.search(context.copy.text, 0, _LETTERHEAD)
    if match is None or _NO_PLACE.match(match["place"].lower()):
        return None
    return _day(match)


def _day(match: re.Match[str]) -> date | None:
    """The day of a match with the groups d, m, y; None where there is no such day."""
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


_DATE_LINE = re.compile(r"\W*(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|ngày|cập nhật|date|\d)")
_LONGEST_TITLE = 260


@by_lexicon
def _type_alone() -> re.Pattern[str]:
    """A line that holds a document's type and nothing else."""
    return re.compile(rf"[\s*_#]*(?P<type>{_types()})[\s*_:]*")


@by_lexicon
def _type_first() -> re.Pattern[str]:
    """A line that begins with a document's type."""
    return re.compile(rf"(?P<type>{_types()})\s")


def _types() -> str:
    return alternation(row["name"].lower() for row in rows("document_types"))


def _type_line(context: Context) -> tuple[int, str] | None:
    """The first line of the letterhead that holds a document's type alone: which block it is, and the type."""
    for index, block in enumerate(context.layout.blocks[:40]):
        match = _type_alone().fullmatch(context.flow, block.start, block.end)
        if match is not None and block.start <= _LETTERHEAD:
            return index, match["type"]
    return None


def _title(context: Context, *, is_plan: bool) -> str | None:
    """The title of a document behind its type, else the headline of a page."""
    text, flow = context.copy.text, context.flow
    blocks = context.layout.blocks
    if (typed := _type_line(context)) is not None:
        index, told = typed
        words = [told.capitalize()]
        for after in blocks[index + 1 : index + 4]:
            part = words_of(text, after.start, after.end).strip(_MARKS + "-")
            if not after.is_heading or after.mark or not part:
                break
            words.append(part)
        return " ".join(words) if len(words) > 1 else None
    if is_plan and (own := _plan_line(context)) is not None:
        return own
    for block in blocks[:3]:
        line = words_of(text, block.start, block.end).strip(_MARKS)
        if block.cell or not line or _DATE_LINE.match(flow, block.start, block.end):
            continue
        if len(line) > _LONGEST_TITLE or line.endswith((".", ";", ",", ":")) or block.mark or _is_caption(flow, block):
            return None
        return line
    return None


_QUOTED = searched(r"(?<!\w)(?:cho biết|cho hay|phóng viên|ảnh:)(?!\w)")
"""Words by which news tell who said or showed what."""


def _kind(context: Context, number: str | None, *, is_plan: bool) -> str:
    """The kind of document that a text says it is, by its type's line, its number or its first line; else news or other."""
    told = _own_type(context, number)
    if told in ("resolution", "report"):
        return told
    if is_plan:
        return "plan"
    chaptered = any(block.is_heading and block.mark for block in context.layout.blocks)
    return "news" if told is None and not chaptered and _QUOTED.search(context.flow) else "other"


def _own_type(context: Context, number: str | None) -> str | None:
    flow = context.flow
    types = {row["name"].lower(): row for row in rows("document_types")}
    if (typed := _type_line(context)) is not None:
        return types[typed[1]]["english"]
    symbols = {row["symbol"]: row["english"] for row in reversed(types.values()) if row["symbol"]}
    numbered = next((symbols[part] for part in re.split(r"[/-]", number or "")[1:] if part in symbols), None)
    if numbered is not None:
        return numbered
    first = next((b for b in context.layout.blocks if b.end > b.start), None)
    opening = None if first is None else _type_first().match(flow, first.start, first.end)
    return types[opening["type"]]["english"] if opening is not None else None


def _plan_line(context: Context) -> str | None:
    """A first line such as "Nghị quyết về kế hoạch … năm 2009"."""
    for block in context.layout.blocks[:6]:
        line = words_of(context.copy.text, block.start, block.end).strip(_MARKS)
        if _type_first().match(line.lower()) and len(line) <= _LONGEST_TITLE and not line.endswith((";", ":")):
            return line
    return None


def _is_caption(flow: str, block: Block) -> bool:
    """Whether a line tells what a picture shows: somebody speaks, hands over, works."""
    return (
        re.compile(r"(?<!\w)(?:phát biểu|trao|tặng|ảnh|quang cảnh|toàn cảnh|tiếp nhận)(?!\w)").search(
            flow, block.start, block.end
        )
        is not None
    )


# --- who issues it -------------------------------------------------------------------------------

_ENACTS = searched(
    r"(?<!\w)(?:xây dựng|ban hành|quyết nghị|thông qua|điều chỉnh|đề ra)\s+(?:và ban hành\s+|triển khai\s+)?(?:bản\s+)?(?:các\s+)?"
    r"(?:kế hoạch|nghị quyết|chương trình|quyết định|chỉ thị|đề án|phương án)(?!\w)"
)
_LETTER_LINE = re.compile(r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)(?!\w)")


def read_issuer(context: Context) -> Named | None:
    """The body that issues a plan: of its enacting sentence, else of its letterhead, else of its signature."""
    enacted = _enacted(context)
    return (enacted[1] if enacted is not None else None) or _letterhead(context) or _signing_body(context)


def _enacted(context: Context) -> tuple[int, Named] | None:
    """Where the enacting sentence says so, and who enacts."""
    text, flow = context.copy.text, context.flow
    for match in _ENACTS.finditer(flow, 0, _PREAMBLE):
        low = max(0, match.start() - 120)
        cut = max(flow.rfind(sign, low, match.start()) for sign in (";", ":", "\n"))
        body = body_before(text, flow, cut + 1 if cut >= 0 else low, match.start())
        if body is None:
            continue
        issuers = list(_LETTER_LINE.finditer(body.name.lower()))
        if issuers:
            name = body.name[issuers[-1].start() :]
            return match.start(), evolve(body, name=name, rank=rank_of(name.lower()))
    return None


_SESSION = re.compile(r",?\s+kh(?:óa|oá)\s+[IVXLC]+(?:,?\s+kỳ họp .*)?$", re.IGNORECASE)
"""Which assembly and session a council sits in: "HỘI ĐỒNG NHÂN DÂN TỈNH … KHÓA VII, KỲ HỌP THỨ 3"."""


def _letterhead(context: Context) -> Named | None:
    text, flow = context.copy.text, context.flow
    blocks = context.layout.blocks
    for index, block in enumerate(blocks[:6]):
        line = _SESSION.sub("", words_of(text, block.start, block.end).strip(_MARKS))
        if len(line) > 80 or not _LETTER_LINE.match(line.lower()):
            continue
        if not line.isupper():
            start = skip(flow, block.start, block.end, _MARKS)
            end = body_at(text, flow, start, block.end)
            if not block.is_heading or end is None:
                continue
            return Named(line, None, is_person=False, rank=rank_of(line.lower()))
        words = [line]
        for after in blocks[index + 1 : index + 3]:
            more = words_of(text, after.start, after.end).strip(_MARKS + "-")
            if (
                not more.isupper()
                or more.startswith("CỘNG")
                or (pattern("level").match(more.lower()) is None and not more.startswith("DÂN"))
            ):
                break
            words.append(more)
        name = _in_sentence_case(" ".join(words))
        return Named(name, None, is_person=False, rank=rank_of(name.lower()))
    return None


def _in_sentence_case(words: str) -> str:
    """As in "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH" as running text has it: "Ủy ban nhân dân tỉnh Hà Tĩnh"."""
    parts = words.lower().split()
    named = False
    for index, part in enumerate(parts):
        if part in ("tỉnh", "quận", "huyện", "phố", "xã", "phường", "trấn") and index + 1 < len(parts):
            named = True
        elif named:
            parts[index] = part.capitalize()
        elif part in ("ubnd", "hđnd", "tp"):
            parts[index] = part.upper()
    line = " ".join(parts)
    return line[:1].upper() + line[1:]


def _signing_body(context: Context) -> Named | None:
    if "tm" not in context.flow:
        return None
    match = re.compile(r"(?:^|[\n|])[\s*_]*tm\.?\s+(ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)(?!\w)").search(
        context.flow
    )
    if match is None:
        return None
    return Named(_in_sentence_case(match[1]), None, is_person=False)


# --- chapters ------------------------------------------------------------------------------------

_BEFORE_CHAPTER = re.compile(
    r"\W*(?:(?:phần thứ \w+|(?:phần|chương|mục|điều) (?:[ivx]+|\d+))\W+)?(?:các|một số|những|nhóm|về|nội dung|hệ thống)?(?:\s+các)?\s*"
)


def chapter_kinds(words: str, *, top: bool) -> list[str]:
    """What stands under a heading; a lower heading tells it by its first words only."""
    if top:
        return [table("chapter").get(found[0]) or "" for found in pattern("chapter").finditer(words)]
    start = _BEFORE_CHAPTER.match(words)
    found = table("chapter").at(words, start.end() if start else 0)
    return [] if found is None else [found[1]]


def heading_words(flow: str, block: Block, before: Block | None) -> str:
    """The words of a heading, with the heading right before it that it only goes on with."""
    goes_on = before is not None and not block.mark and before.mark and before.level == block.level
    start = before.body if goes_on and before is not None else block.body
    return " ".join(flow[start : block.end].split())


@frozen
class _Placed:
    """A block that is no heading, with what stands in its chapter and the heading over it."""

    block: Block
    kind: str
    heading: Block | None


def _chapters(context: Context) -> Iterator[_Placed]:
    """Every block that is no heading, with its chapter."""
    flow = context.flow
    over: list[tuple[Block, list[str]]] = []
    before: Block | None = None
    for block in context.layout.blocks:
        if block.is_heading:
            while over and over[-1][0].level >= block.level:
                over.pop()
            over.append((block, chapter_kinds(heading_words(flow, block, before), top=block.level == 1)))
            before = block
            continue
        before = None
        kinds = next((kinds for _, kinds in reversed(over) if kinds), [])
        yield _Placed(block, _one_kind(kinds), over[-1][0] if over else None)


def _one_kind(kinds: list[str]) -> str:
    found = set(kinds)
    if len(found) == 1:
        return next(iter(found))
    if "assignments" in found or "reporting" in found:
        return "assignments"
    return "tasks" if "tasks" in found and not found & {"objectives", "targets"} else ""


_WORDY = 12


def _words(context: Context, start: int, end: int) -> str:
    return words_of(context.copy.text, start, end).strip(_MARKS)


def _objectives(context: Context, chapters: list[_Placed]) -> Iterator[str]:
    """The paragraphs under "Mục tiêu tổng quát", and those that begin so."""
    flow = context.flow
    for placed in chapters:
        block = placed.block
        inline = re.compile(r"[\s*_]*mục tiêu (?:tổng quát|chung)[\s*_]*:[\s*_]*").match(flow, block.body, block.end)
        if inline is not None and inline.end() < block.end:
            yield _words(context, inline.end(), block.end)
        elif (
            placed.kind == "objectives"
            and not block.cell
            and len(words := _words(context, block.body, block.end)) >= _WORDY
        ):
            yield words


def _tasks(context: Context, chapters: list[_Placed]) -> Iterator[RawTask]:
    """The items and paragraphs under "nhiệm vụ, giải pháp"."""
    for placed in chapters:
        block = placed.block
        if placed.kind != "tasks" or block.cell or placed.heading is None:
            continue
        words = _words(context, block.body, block.end)
        if len(words) >= _WORDY:
            yield RawTask(
                words, _words(context, placed.heading.body, placed.heading.end).rstrip(":"), block.body, block.end
            )


_THEME = re.compile(r"chủ đề (?:công tác )?(?:của )?(?:năm|trọng tâm năm|thi đua)[^\"\n.;]{0,60}\"")


def _theme(context: Context) -> str | None:
    """The theme of the year, from its quotation marks."""
    match = _THEME.search(context.flow)
    if match is None:
        return None
    text = context.copy.text
    depth = 0
    for position in range(match.end() - 1, min(len(text), match.end() + 400)):
        if text[position] == "“":
            depth += 1
        elif text[position] == "”" or (text[position] == '"' and position >= match.end()):
            depth -= 1
            if depth <= 0:
                return words_of(text, match.end(), position)
    return None


# --- the basis -----------------------------------------------------------------------------------

_RESTS = searched(r"(?<!\w)(?:căn cứ|thực hiện|theo|trên cơ sở|thi hành)(?: vào| các| tinh thần)*\s*$")
_GOES_ON = re.compile(r"(?:[,;(]|(?<!\w)và)(?: căn cứ| và)?\s*$")
_OPENS_BASIS = re.compile(r"[\s*_-]*(?:căn cứ|thực hiện|theo|thi hành)(?!\w)")
_UNNUMBERED = re.compile(
    r"[\s*_-]*căn cứ\s+(?:vào\s+)?(?P<type>luật|nghị định|pháp lệnh|nghị quyết|quyết định|chỉ thị|quy chế|thông báo|kết luận|công văn|kế hoạch)\s+"
    r"(?P<title>[^;\n]{4,240})"
)
_OF_DAY = re.compile(r",?\s+ngày\s+(?P<d>\d{1,2})(?:\s+tháng\s+|[/-])(?P<m>\d{1,2})(?:\s+năm\s+|[/-])(?P<y>\d{4})")
_OPINION = re.compile(
    r"(?<!\w)(?:(?:các|những)\s+)?(?:ý kiến|kết luận|đề nghị|báo cáo,? đề xuất|đề xuất|tham mưu|chỉ đạo|tờ trình)"
    r"(?:\s+(?:thống nhất|góp ý|chỉ đạo|tham mưu|thảo luận|đóng góp|đề xuất))*\s+của\s"
)
_OPINION_ENDS = re.compile(
    r"\s+và\s+(?:(?:các|những)\s+)?(?:ý kiến|kết luận|đề nghị|đề xuất|tình hình)(?!\w)|\s+tại\s+(?:buổi|hội nghị|cuộc|phiên|kỳ|tờ trình|công văn)|\s+(?:về|ngày)\s|[;\n“\"]"
    r"|,\s+(?=(?:ủy ban|ubnd|hội đồng|hđnd)(?!\w))|\s+(?:xây dựng|ban hành)\s"
)


def _basis(context: Context, citations: list[RawCitation]) -> tuple[list[RawCitation], list[str]]:
    """The citations with those marked on which the plan rests, and its other grounds."""
    flow = context.flow
    enacted = _enacted(context) or _enacting_verb(context)
    limit = enacted[0] if enacted is not None else _first_chapter(context)
    resting: set[int] = set()
    added: list[RawCitation] = []
    others: list[str] = []
    for block in context.layout.blocks:
        if block.start >= limit:
            break
        enacts = block.start < limit <= block.end
        if block.is_heading or not (enacts or _OPENS_BASIS.match(flow, block.body, block.end)):
            continue
        stop = min(block.end, limit)
        inside = [one for one in citations if block.start <= one.start < stop]
        found = _resting(flow, block.start, inside)
        resting |= found
        if not found and (unnumbered := _unnumbered(context, block)) is not None:
            added.append(unnumbered)
        if enacts or not inside:
            others += _opinions(context, block.start, stop)
    marked = [evolve(one, is_basis=one.start in resting) for one in citations]
    return sorted([*marked, *added], key=lambda one: one.start), others


def _enacting_verb(context: Context) -> tuple[int, None] | None:
    """The enacting words, where no known body stands before them."""
    match = _ENACTS.search(context.flow, 0, min(_PREAMBLE, _first_chapter(context)))
    return None if match is None else (match.start(), None)


def _first_chapter(context: Context) -> int:
    blocks = (block for block in context.layout.blocks if block.level == 1 and block.mark)
    first = next(blocks, None)
    return min(_PREAMBLE, first.start if first is not None else _LETTERHEAD)


def _resting(flow: str, start: int, citations: list[RawCitation]) -> set[int]:
    """Where the citations stand that are grounds themselves, not named in the title of another."""
    found: set[int] = set()
    numbers: set[str | None] = set()
    outer = False
    for one in citations:
        before = flow[max(start, one.start - 40) : one.start]
        if before.rstrip().endswith("(") and one.number in numbers:
            outer = True
            continue
        rests = not numbers and _RESTS.search(before) is not None
        outer = rests or (outer and _GOES_ON.search(before) is not None)
        if outer:
            found.add(one.start)
            numbers.add(one.number)
    return found


def _unnumbered(context: Context, block: Block) -> RawCitation | None:
    """A ground named without a number: "Căn cứ Luật Tổ chức chính quyền địa phương ngày …"."""
    match = _UNNUMBERED.match(context.flow, block.body, block.end)
    if match is None:
        return None
    start, end = match.span("title")
    dated = _OF_DAY.search(context.flow, start, end)
    end = dated.start() if dated is not None else end
    return RawCitation(
        number=None,
        type=match["type"].capitalize(),
        issuer=None,
        date=None if dated is None else _day(dated),
        title=words_of(context.copy.text, start, end).strip(_MARKS + ".,;"),
        is_basis=True,
        start=match.start("type"),
        end=end,
    )


def _opinions(context: Context, start: int, end: int) -> Iterator[str]:
    """Opinions and conclusions on which a plan rests, as worded."""
    flow = context.flow
    position = start
    while (match := _OPINION.search(flow, position, end)) is not None:
        stop = _OPINION_ENDS.search(flow, match.end(), end)
        position = stop.start() if stop is not None else end
        yield words_of(context.copy.text, match.start(), position).strip(_MARKS + ",.;")


# --- reporting -----------------------------------------------------------------------------------

_OFTEN = re.compile(
    r"(?<!\w)(?:(?P<month>(?:hàng|hằng|từng) tháng|báo cáo tháng)|(?P<quarter>(?:hàng|hằng|từng) quý|báo cáo (?:định kỳ )?quý|quý(?! [ivx\d]))"
    r"|(?P<half>6 tháng|sáu tháng|nửa năm)|(?P<year>(?:hàng|hằng) năm|báo cáo (?:tổng kết )?(?:cả )?năm|cuối năm|cả năm|tổng kết năm))(?!\w)"
)
_DUE = re.compile(
    r"(?<!\w)(?P<lead>trước|chậm nhất(?: là)?(?: vào| trước)?|muộn nhất(?: là)?(?: vào)?|đến hết|vào)\s+(?:ngày\s+)(?:mùng\s+)?(?P<d>\d{1,2})"
    r"(?:(?:\s+tháng\s+|\s?[/-]\s?)(?P<m>\d{1,2})(?!\d)(?:(?:\s+năm\s+|\s?[/-]\s?)(?P<y>\d{4}))?)?"
    r"(?P<of>\s+(?:của\s+)?tháng\s+(?P<which>cuối|đầu|thứ hai|thứ ba|sau|tiếp theo)(?:\s+(?:của\s+)?(?:mỗi\s+)?quý)?|\s+(?:của\s+)?(?:hàng|hằng|mỗi)\s+(?:tháng|quý|năm))?"
)
_MONTHS_OF_QUARTER = {"cuối": 3, "thứ ba": 3, "đầu": 1, "thứ hai": 2}


def _reporting(context: Context, chapters: list[_Placed]) -> Iterator[RawDuty]:
    """The lines of the reporting schedule."""
    flow = context.flow
    for placed in chapters:
        block = placed.block
        if block.cell or "báo cáo" not in flow[block.body : block.end]:
            continue
        position = block.body
        for due in _DUE.finditer(flow, block.body, block.end):
            begin = max(position, max(flow.rfind(sign, position, due.start()) for sign in ".;\n") + 1)
            position = due.end()
            if "báo cáo" not in flow[begin : due.start()] and placed.kind not in ("reporting", "assignments"):
                continue
            often = _last_often(flow, begin, due)
            if often is None:
                continue
            yield _duty(context, begin, due, often)


def _last_often(flow: str, begin: int, due: re.Match[str]) -> re.Match[str] | None:
    """How often: named before the day it is due, else within its words."""
    found = None
    for match in _OFTEN.finditer(flow, begin, due.end()):
        found = match if found is None or match.start() < due.start() else found
    return found


def _duty(context: Context, begin: int, due: re.Match[str], often: re.Match[str]) -> RawDuty:
    text, flow = context.copy.text, context.flow
    start = skip(flow, begin, due.start(), _MARKS + "-+,.:;")
    colon = flow.find(":", start, due.start())
    report = words_of(text, start, colon if colon >= 0 else due.start()).strip(_MARKS + ",(")
    every = next((kind for kind in ("month", "quarter", "year") if often[kind]), None)
    month = _MONTHS_OF_QUARTER.get(due["which"] or "") if every == "quarter" else None
    return RawDuty(
        report=report,
        due=words_of(text, due.start(), due.end()),
        every=every,
        day=int(due["d"]) if 1 <= int(due["d"]) <= 31 else None,
        month_of_quarter=month,
        date=_day(due) if due["y"] else None,
        inclusive="trước" not in due["lead"],
        start=start,
        end=due.end(),
    )


# --- the end -------------------------------------------------------------------------------------

_LONGEST_LIST = 600
_SIGNED_AS = re.compile(r"(?:(?:tm|kt|tl|tuq|q)\.?\s.*)?", re.DOTALL)


def _signatory(context: Context) -> RawPerson | None:
    """Who signed: a name under an office in capitals."""
    text, flow = context.copy.text, context.flow
    blocks = context.layout.blocks
    for index, block in enumerate(blocks):
        line = words_of(text, block.start, block.end).strip(_MARKS)
        if not line or len(line) > 90 or not line.isupper():
            continue
        low = line.lower()
        office = table("role").before(low, len(low))
        if office is None or not _SIGNED_AS.fullmatch(low[: office[0]]):
            continue
        for after in blocks[index + 1 : index + 4]:
            start = skip(flow, after.start, after.end, _MARKS)
            end = after.end
            while end > start and text[end - 1] in _MARKS:
                end -= 1
            if start < end and name_in(text, flow, start, end) == start:
                return RawPerson(words_of(text, start, end), office[1], start, end)
            if text[start:end].isupper():
                break
    return None


def _recipients(context: Context) -> Iterator[str]:
    """The lines of the "Nơi nhận" list."""
    blocks = context.layout.blocks
    flow = context.flow
    for index, block in enumerate(blocks):
        start = skip(flow, block.start, block.end, _MARKS)
        if not flow.startswith("nơi nhận", start) or block.end - start > _LONGEST_LIST:
            continue
        inline = flow.find(":", start, block.end)
        rest = _words(context, inline + 1, block.end) if inline >= 0 else ""
        for part in (*rest.split(";"), *_bulleted(context, blocks[index + 1 : index + 60])):
            if recipient := part.strip(_MARKS + " -.;,"):
                yield recipient
        return


def _bulleted(context: Context, blocks: tuple[Block, ...]) -> Iterator[str]:
    """The items of a list; one that ends in a comma goes on in the next line."""
    pending = ""
    for block in blocks:
        words = _words(context, block.body, block.end).strip("- ")
        if not words:
            continue
        if block.bullet:
            yield pending
            pending = words
        elif pending.endswith((",", ":")):
            pending = f"{pending} {words}"
        else:
            break
    yield pending


# --- targets without a figure --------------------------------------------------------------------
