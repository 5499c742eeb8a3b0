"""Who asks what of whom, by when (ý kiến chỉ đạo, giao việc).

``[speaker] + verb + [addressee] + (cần | phải)? + task + deadline?``. Sentences that follow take speaker and
addressee over. In a plan the issuing body speaks; under "tổ chức thực hiện" it does so without a verb.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator

from vnplan.reading.assignments import read_inherited, read_later, read_one_by_one
from vnplan.reading.bodies import body_at, body_before, is_weak
from vnplan.reading.context import Context
from vnplan.reading.deadlines import read_deadline
from vnplan.reading.directive_words import Named, before_spaces, pattern, skip, table, words_of
from vnplan.reading.layout import Block, sentences
from vnplan.reading.orders import EDGES, LEAST_TASK, read_explicit
from vnplan.reading.people import read_register
from vnplan.reading.plans import chapter_kinds, heading_words
from vnplan.reading.raw import RawDirective
from vnplan.reading.speakers import SUBJECT_WINDOW, Part, State, read_subject

_LONGEST_OWNER = 240
_OPENING_BLOCKS = 30
_LONGEST_QUOTE = 3000
_CLOSE = 6
"""Characters before a speaker in which a quotation is closed."""
_CLOSED = re.compile(r'"[\s,.–-]*$')


def read_directives(context: Context, issuer: Named | None) -> list[RawDirective]:
    """The instructions and assignments of a text that a body issues, in order."""
    if pattern("verb", "chapter").search(context.flow) is None:
        return []
    text, flow = context.copy.text, context.flow
    state = State(read_register(text, flow), issuer or _issuer_told(context))
    before: Block | None = None
    for block in context.layout.blocks:
        if block.is_heading:
            _heading(context, state, block, before)
        else:
            _paragraph(context, state, block)
        before = block if block.is_heading else None
    return state.found


_ISSUES = re.compile(
    r"(?:đã )?(?:xây dựng và )?(?:ban hành|xây dựng|triển khai|đề ra) (?:kế hoạch|chương trình|chỉ thị|quyết định|nghị quyết|đề án)"
    r"(?!\w)[^\n]*?(?:như sau|sau đây|nội dung sau|chủ yếu sau) ?[:.]?\W*"
)


def _issuer_told(context: Context) -> Named | None:
    """Who issues a text without a letterhead: "UBND thành phố ban hành Kế hoạch thực hiện …, như sau:"."""
    text, flow = context.copy.text, context.flow
    for block in context.layout.blocks[:_OPENING_BLOCKS]:
        start = flow.rfind(". ", block.start, block.end) + 1 or block.start
        for match in _ISSUES.finditer(flow, start, block.end):
            if match.end() >= block.end:
                return body_before(text, flow, start, match.start())
    return None


def _heading(context: Context, state: State, block: Block, before: Block | None) -> None:
    """A heading may open the chapter of assignments, name whose tasks follow, or itself be an assignment."""
    flow = context.flow
    words = heading_words(flow, block, before)
    state.active = state.follows = False
    state.speaker = state.named = None
    state.cuts.clear()
    if words.startswith("nơi nhận"):
        state.assigning, state.owner, state.owner_mark, state.presiding = 0, None, "", None
        return
    kinds = chapter_kinds(words, top=block.level == 1)
    state.reviewing = "other" in kinds
    if "assignments" in kinds and "tasks" not in kinds:
        state.assigning, state.owner, state.owner_mark = block.level, None, ""
        return
    if state.assigning and block.level <= state.assigning:
        state.assigning = 0
    if block.level <= state.owner_level:
        state.owner, state.owner_level, state.owner_mark = None, 0, ""
    parts = list(read_explicit(context, state, block.body, block.end))
    if parts:
        _finish(context, state, parts, block.end)
        return
    if _announces(state):
        return
    if (state.assigning or block.mark) and state.giver is not None:
        _own(context, state, block)


def _own(context: Context, state: State, block: Block) -> bool:
    """Whether a block only names a body ("2. Sở Nội vụ", "Đề nghị Ủy ban Mặt trận"), whose tasks follow."""
    text, flow = context.copy.text, context.flow
    start = skip(flow, block.body, block.end, EDGES)
    verb = table("verb").at(flow, start, block.end)
    begin = skip(flow, verb[0], block.end, " :") if verb else start
    end = body_at(text, flow, begin, block.end)
    if end is None or skip(flow, end, block.end, EDGES) < block.end or is_weak(text, flow, begin, end):
        return False
    if table("place").at(flow, begin, end) is not None:
        return False
    _owned_by(state, block, words_of(text, begin, end))
    return True


def _owned_by(state: State, block: Block, owner: str) -> None:
    """Note whose tasks a block opens."""
    state.owner, state.owner_level, state.owner_mark = owner, block.level or 9, _ANY_LETTER.sub("a", block.mark)


_ANY_LETTER = re.compile(r"\w+")
_COLON = re.compile(r" ?:\s*(?:\w\)|[-+•])?\s*")
_POINT = re.compile(r"\s*\n\s*(?:a\)|[-+•])\s*")


def _opens(context: Context, state: State, block: Block) -> int:
    """Where the tasks begin in a block; behind its body where a point names one: "2. Sở Tài chính: rà soát …"."""
    text, flow = context.copy.text, context.flow
    if not block.mark or state.giver is None:
        return block.body if block.mark or block.bullet else block.start
    end = body_at(text, flow, block.body, block.end)
    if end is None or is_weak(text, flow, block.body, end) or table("place").at(flow, block.body, end) is not None:
        return block.body
    listed = state.owner_mark or state.presiding or state.listing
    opens = _POINT.match(text, end, block.end) or (_COLON.match(flow, end, block.end) if listed else None)
    if opens is None or opens.end() >= block.end:
        return block.body
    _owned_by(state, block, words_of(text, block.body, end))
    return opens.end()


def _paragraph(context: Context, state: State, block: Block) -> None:
    """The directives of a block that is no heading."""
    text, flow = context.copy.text, context.flow
    before = len(state.found)
    opens = _opens(context, state, block)
    if not _concerns(context, state, block):
        return
    quotes = deque(_quotes(context, state, block))
    for start, end in sentences(text, flow, opens, block.end):
        _sentence(context, state, start, end, quotes)
    if len(state.found) == before and state.owner is not None and state.giver is not None:
        start, end = _trim(flow, opens, block.end)
        if table("task").at(flow, start, end) is not None or table("edge").at(flow, start, end) is not None:
            part = Part(start, start, state.giver, state.owner, "", end)
            _finish(context, state, [part], end)
    if _announces(state):
        return
    if len(state.found) == before:
        state.active = state.follows = False
    state.listing = len(state.found) > before and (
        flow[block.start : block.end].rstrip(" *_").endswith(":") or (state.listing and block.bullet)
    )


def _concerns(context: Context, state: State, block: Block) -> bool:
    """Whether a block may hold directives; where the issuer hands out the work, it speaks in each."""
    flow = context.flow
    listed = state.owner_mark != "" and _ANY_LETTER.sub("a", block.mark) == state.owner_mark
    if state.giver is None or not (state.assigning or state.owner is not None or state.presiding or listed):
        return state.active or pattern("verb", "say").search(flow, block.start, block.end) is not None
    if block.end - block.start < _LONGEST_OWNER and _own(context, state, block):
        return False
    state.speaker, state.active = state.giver, True
    if listed and not _is_owned(context, state, block):
        state.owner, state.addressee, state.follows = None, None, True
    elif state.owner is not None:
        state.addressee, state.follows = state.owner, False
    elif state.presiding is not None and not state.assigning:
        state.addressee, state.follows = (
            None,
            (state.listing or bool(block.mark or block.bullet)) and not state.reviewing,
        )
    elif not state.listing:
        state.addressee, state.follows = None, False
    return True


def _is_owned(context: Context, state: State, block: Block) -> bool:
    """Whether it is the owner whom a point names itself."""
    end = body_at(context.copy.text, context.flow, block.body, block.end)
    return end is not None and state.owner == words_of(context.copy.text, block.body, end)


def _announces(state: State) -> bool:
    """Whether the blocks that follow are tasks which this one hands out; they go on from it."""
    announced, state.announced = state.announced, False
    if announced:
        state.active = state.follows = state.listing = True
    return announced


def _sentence(context: Context, state: State, start: int, end: int, quotes: deque[tuple[int, int, Named]]) -> None:
    """The directives of one sentence; what it says of the speaker is kept for the next."""
    state.since = start
    state.stressed, state.handed = None, False
    state.named = None
    state.cuts.clear()
    while quotes and quotes[0][1] <= start:
        quotes.popleft()
    quoted = quotes[0] if quotes and quotes[0][0] < end else None
    if quoted is not None:
        if state.speaker != quoted[2]:
            state.addressee, state.follows = None, False
        state.speaker, state.active = quoted[2], True
    parts = list(read_explicit(context, state, start, end))
    parts = sorted([*parts, *read_one_by_one(context, parts, end)], key=lambda part: part.cut)
    bound = min((part.cut for part in parts), default=end)
    if state.active and state.speaker is not None:
        stop = min(end, quoted[1]) if quoted is not None else end
        inherited = list(
            read_inherited(context, state, start if quoted is not None else state.since, min(bound, stop), stop)
        )
        if parts:
            inherited += read_later(context, parts, stop)
        parts = sorted([*parts, *inherited], key=lambda part: part.cut)
        if quoted is not None:
            end = stop
    state.follows = bool(parts) or state.handed
    if parts:
        _finish(context, state, parts, end)


def _finish(context: Context, state: State, parts: list[Part], end: int) -> None:
    """Give each part its end, and keep it."""
    text, flow = context.copy.text, context.flow
    cuts = sorted(state.cuts)
    for index, part in enumerate(parts):
        limit = parts[index + 1].cut if index + 1 < len(parts) else end
        told = bisect_right(cuts, part.start)
        limit = min(limit, cuts[told]) if told < len(cuts) else limit
        start, stop = _trim(flow, part.start, min(limit, part.end) if part.end is not None else limit)
        if stop - start < LEAST_TASK:
            continue
        deadline = read_deadline(context, start, stop)
        state.found.append(
            RawDirective(
                issuer=part.speaker.name,
                role=part.speaker.office,
                is_person=part.speaker.is_person,
                text=words_of(text, start, stop),
                addressee=part.addressee,
                verb=part.verb,
                deadline=None if deadline is None else deadline[0],
                deadline_date=None if deadline is None else deadline[1],
                inclusive=deadline is None or deadline[2],
                start=start,
                end=stop,
            )
        )
        state.speaker, state.addressee, state.active, state.follows = part.speaker, part.addressee, True, True


def _trim(flow: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the marks around it, nor "và" and "đồng thời" at its end."""
    start = skip(flow, start, end, EDGES)
    while end > start and flow[end - 1] in EDGES:
        end -= 1
    opening = table("opening").before(flow, end, start)
    if opening is not None and _hangs(flow, start, opening[0], end):
        end = opening[0]
        while end > start and flow[end - 1] in EDGES:
            end -= 1
    if start > 0 and _closes_alone(flow, start, end):
        end -= 1
    return start, end


def _hangs(flow: str, start: int, opening: int, end: int) -> bool:
    """Whether an opening word at the end of a task belongs to what follows: "…, đồng thời"."""
    back = before_spaces(flow, opening, start)
    return start < back and (flow[back - 1] in ",;.:" or flow[opening:end] in ("và", "đồng thời", "cùng với đó"))


def _closes_alone(flow: str, start: int, end: int) -> bool:
    """Whether a closing bracket ends the stretch that was opened before it."""
    return flow[end - 1] == ")" and flow.count("(", start, end) < flow.count(")", start, end)


def _quotes(context: Context, state: State, block: Block) -> Iterator[tuple[int, int, Named]]:
    """The quotations of a block with their speakers: “…” – đồng chí X nhấn mạnh."""
    flow = context.flow
    if '"' not in flow[block.start : block.end]:
        return
    position = block.start
    while (match := pattern("verb", "say").search(flow, position, block.end)) is not None:
        position = match.end()
        low = max(block.start, match.start() - SUBJECT_WINDOW)
        if flow.find('"', max(block.start, low - _CLOSE), match.start()) < 0:
            continue
        subject = read_subject(context, state, low, match.start())
        if subject is None or not (subject[0].is_person or subject[0].office is None):
            continue
        close = _CLOSED.search(flow, max(block.start, subject[1] - _CLOSE), subject[1])
        if close is None:
            continue
        verb = table("verb").at(flow, match.start(), block.end)
        if verb is None and subject[0].name not in {d.issuer for d in state.found[-12:]}:
            continue
        yield _opening_quote(context.copy.text, block.start, close.start()), close.start(), subject[0]


def _opening_quote(text: str, start: int, close: int) -> int:
    """Where the quotation begins that ends at a place; quotations inside it are passed over."""
    start = max(start, close - _LONGEST_QUOTE)
    depth = 0
    position = close
    while position > start:
        position -= 1
        if text[position] == "”":
            depth += 1
        elif text[position] == "“":
            if depth == 0:
                return position
            depth -= 1
        elif text[position] == '"':
            return position
    return start
