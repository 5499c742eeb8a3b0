"""Who asks what of whom, by when (ý kiến chỉ đạo, giao việc).

``[speaker] + verb + [addressee] + (cần | phải)? + task + deadline?``. Sentences that follow take speaker and
addressee over. In a plan the issuing body speaks; under "tổ chức thực hiện" it does so without a verb.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from datetime import date

from attrs import define, field, frozen

from vnplan.reading.context import Context
from vnplan.reading.layout import Block, sentences
from vnplan.reading.patterns import searched
from vnplan.reading.people import (
    Named,
    Register,
    body_at,
    body_before,
    is_free,
    name_in,
    pattern,
    person_before,
    rank_of,
    read_register,
    skip,
    table,
    words_of,
)
from vnplan.reading.plans import chapter_kinds, heading_words
from vnplan.reading.raw import RawDirective

_EDGES = ' \n*_.,;:-–/"“”'
_CLAUSE = ',;:"“”(–-.…'
_SUBJECT_WINDOW = 240
_LEAST_TASK = 8
_LONGEST_OWNER = 240
_LONGEST_QUOTE = 3000
_CLOSE = 6
"""Characters before a speaker in which a quotation is closed."""
_NUMBER = re.compile(r"\d{1,3}(?= )")
_JOINED = re.compile(r"(?<!\w)(?:và|đồng thời|cũng như)\s+$")
_CLOSED = re.compile(r'"[\s,.–-]*$')
_PAST = searched(r"(?<!\w)(?:đã|đạt (?:\d|hơn|trên|gần|khoảng)|ước (?:đạt|tính)|so với cùng kỳ)(?!\w)")
_NOT_A_TASK = re.compile(r"(?:là|đã|được|có nghĩa|đang|vẫn|rất|cũng|của|này|sẽ|xong|vì|bởi|mới)(?!\w)")


@frozen
class _Part:
    """One directive inside a sentence, before its end is known."""

    cut: int
    """Where the words that bind begin; the task before ends there."""
    start: int
    speaker: Named
    addressee: str | None
    verb: str
    end: int | None = None


@frozen
class _Verb:
    """A verb of directing, with who directs."""

    words: str
    force: str
    end: int
    """Where the verb ends."""
    cut: int
    """Where the words that bind begin."""
    speaker: Named
    named: bool
    """Whether the speaker stands before the verb."""


@define
class _State:
    """What the sentences of a text hand on to one another."""

    register: Register
    issuer: Named | None
    speaker: Named | None = None
    addressee: str | None = None
    since: int = 0
    """Where in the sentence the speaker was named; cần and phải before it are not theirs."""
    named: Named | None = None
    """Who directs in this sentence: "X giao …, và yêu cầu …"."""
    told: Named | None = None
    """Who was last said to tell something: the person of "Đồng thời, đề nghị …" after it."""
    cuts: list[int] = field(factory=list)
    """Where in the sentence somebody begins to speak; a task before ends there."""
    active: bool = False
    """Whether the speaker still asks: cần and phải of the next sentences are theirs."""
    follows: bool = False
    """Whether the sentence before was a directive."""
    listing: bool = False
    """Whether the block before announced a list of tasks."""
    announced: bool = False
    """Whether somebody says, with a colon, that tasks are handed out below."""
    assigning: int = 0
    """Level of the heading under which the issuer hands out the work; 0 where none does."""
    owner: str | None = None
    """The body that the heading names."""
    owner_level: int = 0
    found: list[RawDirective] = field(factory=list)


def read_directives(context: Context, issuer: Named | None) -> list[RawDirective]:
    """The instructions and assignments of a text that a body issues, in order."""
    if pattern("verb", "chapter").search(context.flow) is None:
        return []
    text, flow = context.copy.text, context.flow
    state = _State(read_register(text, flow), issuer)
    before: Block | None = None
    for block in context.layout.blocks:
        if block.is_heading:
            _heading(context, state, block, before)
        else:
            _paragraph(context, state, block)
        before = block if block.is_heading else None
    return state.found


# --- headings ------------------------------------------------------------------------------------


def _heading(context: Context, state: _State, block: Block, before: Block | None) -> None:
    """A heading may open the chapter of assignments, name whose tasks follow, or itself be an assignment."""
    flow = context.flow
    words = heading_words(flow, block, before)
    state.active = state.follows = False
    state.speaker = state.named = None
    state.cuts.clear()
    if words.startswith("nơi nhận"):
        state.assigning, state.owner = 0, None
        return
    kinds = chapter_kinds(words, top=block.level == 1)
    if "assignments" in kinds and "tasks" not in kinds:
        state.assigning, state.owner = block.level, None
        return
    if state.assigning and block.level <= state.assigning:
        state.assigning = 0
    if state.owner is not None and block.level <= state.owner_level:
        state.owner = None
    parts = list(_explicit(context, state, block.body, block.end))
    if parts:
        _finish(context, state, parts, block.end)
        return
    if _announces(state):
        return
    if (state.assigning or block.mark) and state.issuer is not None:
        _own(context, state, block)


def _own(context: Context, state: _State, block: Block) -> bool:
    """Whether a block only names a body ("2. Sở Nội vụ", "Đề nghị Ủy ban Mặt trận"), whose tasks follow."""
    text, flow = context.copy.text, context.flow
    start = skip(flow, block.body, block.end, _EDGES)
    verb = table("verb").at(flow, start, block.end)
    begin = skip(flow, verb[0], block.end, " :") if verb else start
    end = body_at(text, flow, begin, block.end)
    if end is None or skip(flow, end, block.end, _EDGES) < block.end or _is_weak(text, flow, begin, end):
        return False
    if table("place").at(flow, begin, end) is not None:
        return False
    state.owner, state.owner_level = words_of(text, begin, end), block.level or 9
    return True


# --- paragraphs ----------------------------------------------------------------------------------


def _paragraph(context: Context, state: _State, block: Block) -> None:
    """The directives of a block that is no heading."""
    text, flow = context.copy.text, context.flow
    before = len(state.found)
    if not _concerns(context, state, block):
        return
    quotes = deque(_quotes(context, state, block))
    for start, end in sentences(text, flow, block.body if block.mark or block.bullet else block.start, block.end):
        _sentence(context, state, start, end, quotes)
    if len(state.found) == before and state.owner is not None and state.issuer is not None:
        start, end = _trim(flow, block.body, block.end)
        if table("task").at(flow, start, end) is not None or table("edge").at(flow, start, end) is not None:
            part = _Part(start, start, state.issuer, state.owner, "", end)
            _finish(context, state, [part], end)
    if _announces(state):
        return
    if len(state.found) == before:
        state.active = state.follows = False
    state.listing = len(state.found) > before and (
        flow[block.start : block.end].rstrip(" *_").endswith(":") or (state.listing and block.bullet)
    )


def _concerns(context: Context, state: _State, block: Block) -> bool:
    """Whether a block may hold directives; where the issuer hands out the work, it speaks in each."""
    flow = context.flow
    if state.issuer is None or not (state.assigning or state.owner is not None):
        return state.active or pattern("verb", "say").search(flow, block.start, block.end) is not None
    if block.end - block.start < _LONGEST_OWNER and _own(context, state, block):
        return False
    state.speaker, state.active = state.issuer, True
    if state.owner is not None:
        state.addressee, state.follows = state.owner, False
    elif not state.listing:
        state.addressee, state.follows = None, False
    return True


def _announces(state: _State) -> bool:
    """Whether the blocks that follow are tasks which this one hands out; they go on from it."""
    announced, state.announced = state.announced, False
    if announced:
        state.active = state.follows = state.listing = True
    return announced


def _sentence(context: Context, state: _State, start: int, end: int, quotes: deque[tuple[int, int, Named]]) -> None:
    """The directives of one sentence; what it says of the speaker is kept for the next."""
    state.since = start
    state.named = None
    state.cuts.clear()
    while quotes and quotes[0][1] <= start:
        quotes.popleft()
    quoted = quotes[0] if quotes and quotes[0][0] < end else None
    if quoted is not None:
        if state.speaker != quoted[2]:
            state.addressee, state.follows = None, False
        state.speaker, state.active = quoted[2], True
    parts = list(_explicit(context, state, start, end))
    bound = min((part.cut for part in parts), default=end)
    if state.active and state.speaker is not None:
        stop = min(end, quoted[1]) if quoted is not None else end
        inherited = list(
            _inherited(context, state, start if quoted is not None else state.since, min(bound, stop), stop)
        )
        if parts:
            inherited += _later(context, parts, stop)
        parts = sorted([*parts, *inherited], key=lambda part: part.cut)
        if quoted is not None:
            end = stop
    state.follows = bool(parts)
    if parts:
        _finish(context, state, parts, end)


def _finish(context: Context, state: _State, parts: list[_Part], end: int) -> None:
    """Give each part its end, and keep it."""
    text, flow = context.copy.text, context.flow
    cuts = sorted(state.cuts)
    for index, part in enumerate(parts):
        limit = parts[index + 1].cut if index + 1 < len(parts) else end
        told = bisect_right(cuts, part.start)
        limit = min(limit, cuts[told]) if told < len(cuts) else limit
        start, stop = _trim(flow, part.start, min(limit, part.end) if part.end is not None else limit)
        if stop - start < _LEAST_TASK:
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
    start = skip(flow, start, end, _EDGES)
    while end > start and flow[end - 1] in _EDGES:
        end -= 1
    opening = table("opening").before(flow, end, start)
    if opening is not None and _hangs(flow, start, opening[0], end):
        end = opening[0]
        while end > start and flow[end - 1] in _EDGES:
            end -= 1
    if start > 0 and _closes_alone(flow, start, end):
        end -= 1
    return start, end


def _hangs(flow: str, start: int, opening: int, end: int) -> bool:
    """Whether an opening word at the end of a task belongs to what follows: "…, đồng thời"."""
    back = _back(flow, opening, start)
    return start < back and (flow[back - 1] in ",;.:" or flow[opening:end] in ("và", "đồng thời", "cùng với đó"))


def _closes_alone(flow: str, start: int, end: int) -> bool:
    """Whether a closing bracket ends the stretch that was opened before it."""
    return flow[end - 1] == ")" and flow.count("(", start, end) < flow.count(")", start, end)


# --- with a verb ---------------------------------------------------------------------------------


def _explicit(context: Context, state: _State, start: int, end: int) -> Iterator[_Part]:
    """The directives whose verb stands in the sentence; tells the state who speaks."""
    flow = context.flow
    position = start
    while (match := pattern("verb", "say").search(flow, position, end)) is not None:
        position = match.end()
        verb = table("verb").at(flow, match.start(), end)
        if verb is None or ((say := table("say").at(flow, match.start(), end)) is not None and say[0] > verb[0]):
            _told(context, state, start, match)
            continue
        position = verb[0]
        part = _with_verb(context, state, (start, end), match.start(), verb)
        if part is not None:
            yield part
            position = max(position, part.start)


def _told(context: Context, state: _State, start: int, match: re.Match[str]) -> None:
    """Note who speaks where somebody only tells; what follows is no instruction of theirs."""
    subject = _subject(context, state, start, match.start())
    if subject is not None:
        state.cuts.append(subject[1])
    if subject is not None and subject[0].is_person:
        state.named = state.told = subject[0]
    if subject is not None and subject[0].is_person and subject[0] != state.speaker:
        state.speaker, state.active, state.addressee, state.follows = subject[0], False, None, False


def _subject(context: Context, state: _State, start: int, position: int) -> tuple[Named, int] | None:
    """Who is named right before a verb, adverbs aside."""
    text, flow = context.copy.text, context.flow
    end = position
    for _ in range(3):
        end = _back(flow, end, start)
        adverb = table("adverb").before(flow, end, start)
        if adverb is None:
            break
        end = adverb[0]
    end = _back(flow, end, start)
    low = max(start, end - _SUBJECT_WINDOW)
    cut = max(flow.rfind(sign, low, end) for sign in (";", ":", "\n"))
    low = cut + 1 if cut >= 0 else low
    named = person_before(text, flow, low, end, state.register) or _whom_a_pronoun_means(context, state, end)
    if named is None and (body := body_before(text, flow, low, end)) is not None:
        comma = flow.rfind(",", body.start, end)
        begin = skip(flow, comma + 1, end)
        named = body if comma < 0 else body_before(text, flow, begin, end) or body
    return None if named is None else (named, named.start)


_PRONOUN = re.compile(r"(?<!\w)(?:đồng chí|ông|bà)$")
_PRONOUN_BACK = 900
"""Characters in which whom a pronoun means was named."""


def _whom_a_pronoun_means(context: Context, state: _State, end: int) -> Named | None:
    """The person with an office who was named last before "đồng chí", "ông" or "bà" alone."""
    pronoun = _PRONOUN.search(context.flow, max(0, end - 10), end)
    if pronoun is None:
        return None
    name = state.register.last_named(context.copy.text, max(0, end - _PRONOUN_BACK), end)
    if name is None:
        return None
    office = state.register.office_of(name)
    return Named(name, office, is_person=True, start=pronoun.start(), rank=rank_of((office or "").lower()))


def _back(flow: str, position: int, start: int) -> int:
    while position > start and flow[position - 1] in " \n":
        position -= 1
    return position


def _with_verb(
    context: Context, state: _State, sentence: tuple[int, int], at: int, found: tuple[int, str]
) -> _Part | None:
    """The directive of one verb, where it is one."""
    text, flow = context.copy.text, context.flow
    start, end = sentence
    after, force = found
    words = words_of(flow, at, after)
    if _is_noun(flow, start, end, at, after):
        return None
    subject = _subject(context, state, start, at)
    if subject is not None:
        speaker, cut = subject
        is_body = not speaker.is_person and speaker.office is None
        if not is_free(flow, start, cut) or (is_body and _is_weak(text, flow, cut, at)):
            return None
        state.cuts.append(cut)
        state.named = speaker
        if flow[after:end].strip(" *_") == ":":
            state.speaker, state.addressee, state.announced = speaker, None, True
            return None
        if force in ("stress", "remind") and speaker.is_person:
            state.addressee = None if speaker != state.speaker else state.addressee
            state.speaker, state.active, state.since = speaker, True, after
        if force == "stress":
            return None
        return _task_of(context, end, _Verb(words, force, after, cut, speaker, named=True))
    opening, known = (
        _clause_start(flow, start, at),
        state.named or (state.speaker if state.active else None) or _goes_on(flow, state, start, at) or state.issuer,
    )
    if opening is None and state.named is not None and (joint := _JOINED.search(flow, max(start, at - 12), at)):
        opening, known = joint.start(), state.named
    unnamed = force == "direct" and (state.named is None or not state.named.is_person)
    if opening is None or known is None or unnamed or force in ("stress", "remind"):
        return None
    return _task_of(context, end, _Verb(words, force, after, opening, known, named=False))


_ONGOING = re.compile(r"\W*(?:đồng thời|bên cạnh đó|cùng với đó|ngoài ra|qua đó|trên cơ sở đó)[, ]*(?:cũng )?$")


def _goes_on(flow: str, state: _State, start: int, at: int) -> Named | None:
    """Who told something in the sentence before, where this one opens by going on: "Đồng thời, đề nghị …"."""
    return state.told if _ONGOING.match(flow[start:at]) else None


def _task_of(context: Context, end: int, verb: _Verb) -> _Part | None:
    """Addressee and task behind a verb."""
    text, flow = context.copy.text, context.flow
    speaker, cut = verb.speaker, verb.cut
    here = skip(flow, verb.end, end, ' ,:"')
    here = _skip_phrases(flow, here, end, "opening")
    for word in ("cho ", "đối với ", "với ", "tới ", "đến "):
        if flow.startswith(word, here):
            here = skip(flow, here + len(word), end)
            break
    reach = body_at(text, flow, here, end)
    if reach is None:
        unasked = verb.force == "direct" and not speaker.is_person
        if unasked or verb.force in ("assign", "remind") or (not verb.named and flow[cut - 1 : cut] == ","):
            return None
        begin = _modal_or_task(flow, here, end)
        return None if begin is None else _Part(cut, begin, speaker, None, verb.words)
    if verb.force == "ask" and _asks_upward(speaker, rank_of(flow[here:reach])):
        return None
    begin = _task_start(flow, reach, end)
    return None if begin is None else _Part(cut, begin, speaker, words_of(text, here, reach), verb.words)


def _asks_upward(speaker: Named, rank: int) -> bool:
    """Whether a request goes to a body above, or from one ministry to another; then it binds nobody."""
    return 0 < speaker.rank < rank or (
        speaker.rank == rank == 4 and speaker.name.lower().startswith(("bộ ", "tổng cục "))
    )


def _task_start(flow: str, reach: int, end: int) -> int | None:
    """Where the task begins behind an addressee; None where none follows."""
    here = skip(flow, reach, end, " ,:*")
    here = _skip_phrases(flow, here, end, "opening")
    edge = table("edge").at(flow, here, end)
    modal = table("modal").at(flow, here, end)
    if modal is None and edge is not None:
        later = pattern("modal").search(flow, here, min(end, here + 40))
        if (
            later is not None
            and not any(sign in flow[here : later.start()] for sign in ";.(")
            and not _not_modal(flow, later.end())
        ):
            return skip(flow, later.end(), end)
    if modal is not None:
        return skip(flow, modal[0], end)
    if _NOT_A_TASK.match(flow, here, end) and table("task").at(flow, here, end) is None:
        return None
    return here if end - here >= _LEAST_TASK else None


def _modal_or_task(flow: str, here: int, end: int) -> int | None:
    here = _skip_phrases(flow, here, end, "opening")
    modal = table("modal").at(flow, here, end)
    if modal is not None and not _not_modal(flow, modal[0]):
        return skip(flow, modal[0], end)
    return here if table("task").at(flow, here, end) is not None else None


def _skip_phrases(flow: str, here: int, end: int, kind: str) -> int:
    for _ in range(3):
        found = table(kind).at(flow, here, end)
        if found is None:
            return here
        here = skip(flow, found[0], end, " ,:")
    return here


def _is_noun(flow: str, start: int, end: int, at: int, after: int) -> bool:
    """Whether the verb is a noun here, part of another word, or done to somebody."""
    if table("not_after").before(flow, _back(flow, at, start), start) is not None:
        return True
    return table("not_before").at(flow, skip(flow, after, end), end) is not None


def _clause_start(flow: str, start: int, at: int) -> int | None:
    """Where the words that bind begin, if the verb stands at the head of its clause."""
    here = at
    for _ in range(3):
        back = _back(flow, here, start)
        found = table("adverb").before(flow, back, start) or table("opening").before(flow, back, start)
        if found is None:
            here = back
            break
        here = found[0]
    back = _back(flow, here, start)
    if back <= start or skip(flow, start, back, _EDGES) >= back:
        return start
    if flow[back - 1] not in _CLAUSE:
        return None
    opening = table("opening").before(flow, _back(flow, back - 1, start), start)
    return min(here, opening[0]) if opening is not None else back


# --- without a verb ------------------------------------------------------------------------------


def _inherited(context: Context, state: _State, start: int, end: int, limit: int) -> Iterator[_Part]:
    """The directives of a sentence that takes its speaker over: by cần or phải, or a bare task."""
    flow = context.flow
    speaker = state.speaker
    assert speaker is not None
    found = False
    for cut, begin, addressee, modal in _modals(context, start, end, limit):
        found = True
        yield _Part(cut, begin, speaker, addressee or state.addressee, modal)
    if found or end < limit or end <= start:
        return
    here = _skip_phrases(flow, skip(flow, start, end, _EDGES), end, "opening")
    here = skip(flow, here, end, _EDGES)
    bare = table("task").at(flow, here, end) is not None
    if bare and state.follows and not _PAST.search(flow, here, end):
        yield _Part(start, here, speaker, state.addressee, "")
        return
    yield from _by_body(context, state, here, end)


def _by_body(context: Context, state: _State, here: int, end: int) -> Iterator[_Part]:
    """A sentence that begins with a body and its task: "Sở Nội vụ rà soát …"."""
    text, flow = context.copy.text, context.flow
    speaker = state.speaker
    if speaker is None or not (state.follows or state.assigning) or _PAST.search(flow, here, end):
        return
    here = _behind_ground(flow, here, end)
    reach = body_at(text, flow, here, end)
    if reach is None or _is_weak(text, flow, here, end) or name_in(text, flow, here, reach) is not None:
        return
    begin = _behind_most(text, flow, skip(flow, reach, end, " ,:*"), end)
    edge = table("edge").at(flow, begin, end)
    if table("task").at(flow, begin, end) is not None or (
        edge is not None and state.assigning and not _NOT_A_TASK.match(flow, begin, end)
    ):
        yield _Part(here, begin, speaker, words_of(text, here, reach), "")


_WITH_RATE = re.compile(r"có (?:tỷ lệ|kết quả|số) [^,;.\n]{0,60}\d ?% *")


def _behind_most(text: str, flow: str, here: int, end: int) -> int:
    """Behind "nhất là các đơn vị có tỷ lệ … dưới 50%", which singles out some of those addressed."""
    for word in ("nhất là ", "đặc biệt là "):
        if flow.startswith(word, here) and (reach := body_at(text, flow, here + len(word), end)) is not None:
            here = skip(flow, reach, end, " ,")
            rate = _WITH_RATE.match(flow, here, end)
            return rate.end() if rate else here
    return here


def _behind_ground(flow: str, here: int, end: int) -> int:
    """Behind "Căn cứ Kế hoạch này," and the like."""
    if flow.startswith(("căn cứ ", "trên cơ sở ", "trong quá trình "), here):
        comma = flow.find(",", here, min(end, here + 90))
        return skip(flow, comma + 1, end) if comma >= 0 else here
    return here


def _is_weak(text: str, flow: str, here: int, end: int) -> bool:
    """Whether the body is one that is spoken of rather than spoken to."""
    bare = True
    for _ in range(3):
        each = table("each").at(flow, here, end)
        number = _NUMBER.match(flow, here, end)
        stop = each[0] if each else number.end() if number else None
        head = table("head").at(flow, here, end)
        if head is not None and (stop is None or head[0] > stop):
            weak = table("weak").get(flow[here : head[0]])
            return weak is not None and not text[here].isupper() and (bare or weak != "bare")
        if stop is None:
            return True
        here, bare = skip(flow, stop, end), False
    return True


def _later(context: Context, parts: list[_Part], limit: int) -> Iterator[_Part]:
    """Further tasks with cần or phải behind the first of a sentence: another addressee, or a new clause."""
    for index, part in enumerate(parts):
        stop = parts[index + 1].cut if index + 1 < len(parts) else limit
        for cut, begin, addressee, modal in _modals(context, part.start, stop, limit):
            if addressee is not None and cut > part.start:
                yield _Part(cut, begin, part.speaker, addressee, modal)


def _modals(context: Context, start: int, end: int, limit: int) -> Iterator[tuple[int, int, str | None, str]]:
    """Each cần or phải that binds a body, or opens a clause: cut, start of the task, addressee, word."""
    flow = context.flow
    position = floor = start
    while (match := pattern("modal").search(flow, position, end)) is not None:
        position = match.end()
        if _not_modal(flow, match.end()):
            continue
        body = _body_of_modal(context, floor, match.start())
        modal = words_of(flow, match.start(), match.end())
        begin = skip(flow, match.end(), limit)
        if body is not None:
            cut, addressee = body
            yield cut, begin, addressee, modal
            floor = position
            continue
        opening = _clause_start(flow, floor, match.start())
        if opening is None or table("task").at(flow, begin, limit) is None:
            continue
        if floor == start or flow[_back(flow, opening, start) - 1] == ";":
            yield opening, begin, None, modal
            floor = position


def _not_modal(flow: str, end: int) -> bool:
    """Whether cần or phải, which ends here, is part of another word: "cần thiết"."""
    return table("not_modal").at(flow, skip(flow, end, len(flow)), min(len(flow), end + 12)) is not None


def _body_of_modal(context: Context, start: int, position: int) -> tuple[int, str] | None:
    """The body that cần or phải binds, right before it or with a word of time between."""
    text, flow = context.copy.text, context.flow
    end = position
    for _ in range(2):
        end = _back(flow, end, start)
        adverb = table("adverb").before(flow, end, start)
        if adverb is None:
            break
        end = adverb[0]
    mention = context.mention_ending(end)
    if mention is not None:
        end = mention.start
    end = _back(flow, end, start)
    if end > start and flow[end - 1] == ",":
        end = _back(flow, end - 1, start)
    low = max(start, end - _SUBJECT_WINDOW)
    cut = max(flow.rfind(sign, low, end) for sign in (";", ":", "\n"))
    low = cut + 1 if cut >= 0 else low
    body = body_before(text, flow, low, end)
    if body is None or _is_weak(text, flow, body.start, end):
        return None
    return body.start, body.name


# --- quotes --------------------------------------------------------------------------------------


def _quotes(context: Context, state: _State, block: Block) -> Iterator[tuple[int, int, Named]]:
    """The quotations of a block with their speakers: “…” – đồng chí X nhấn mạnh."""
    flow = context.flow
    if '"' not in flow[block.start : block.end]:
        return
    position = block.start
    while (match := pattern("verb", "say").search(flow, position, block.end)) is not None:
        position = match.end()
        low = max(block.start, match.start() - _SUBJECT_WINDOW)
        if flow.find('"', max(block.start, low - _CLOSE), match.start()) < 0:
            continue
        subject = _subject(context, state, low, match.start())
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


# --- deadlines -----------------------------------------------------------------------------------

_RECURRING = re.compile(
    r"(?<!\w)(?P<lead>trước|chậm nhất(?: là)?(?: vào| trước)?|đến hết|vào|muộn nhất(?: là)?) ngày (?:mùng )?(?P<day>\d{1,2})"
    r"(?P<rest>(?: (?:của )?(?:hàng|hằng|mỗi) (?:tháng|quý|năm)| (?:của )?tháng (?:cuối|đầu|tiếp theo|sau)[^,;.\n]{0,20}?(?:quý|kỳ)?))(?!\w)"
)
_SOFT_YEAR = re.compile(r"(?:chậm nhất|trước|ngay trong|hoàn thành|hết)")


def read_deadline(context: Context, start: int, end: int) -> tuple[str, date | None, bool] | None:
    """Wording, day and inclusiveness of the first deadline in a stretch; None where there is none."""
    text, flow = context.copy.text, context.flow
    match = _RECURRING.search(flow, start, end)
    if match is not None:
        return words_of(text, match.start(), match.end()), None, not match["lead"].startswith("trước")
    for mention in context.mentions_between(start, end):
        if mention.kind in ("years", "school_year") or mention.compared:
            continue
        back = _back(flow, mention.start, start)
        if back > start and flow[back - 1] == ":":
            back = _back(flow, back - 1, start)
        lead = table("deadline").before(flow, back, start)
        begin = mention.start
        if lead is None:
            lead = table("deadline").at(flow, mention.start, mention.end)
            if lead is None:
                continue
            inclusive = lead[1] == "yes"
            words = flow[mention.start : lead[0]]
        else:
            begin, inclusive = lead[0], lead[1] == "yes"
            words = flow[begin:back]
        if mention.kind == "year" and not _SOFT_YEAR.search(words):
            continue
        resolved = context.resolve(mention)
        day = None if resolved is None else resolved.end if inclusive or mention.is_date else resolved.start
        return words_of(text, begin, mention.end), day, inclusive
    return None
