"""A verb of directing, who speaks, and to whom: "đồng chí A giao Sở B …" (động từ chỉ đạo)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field, frozen

from vnplan.reading.context import Context
from vnplan.reading.patterns import searched
from vnplan.reading.people import (
    Named,
    Register,
    body_at,
    body_before,
    is_free,
    pattern,
    person_before,
    province_at,
    rank_of,
    skip,
    table,
    words_of,
)
from vnplan.reading.raw import RawDirective

EDGES = ' \n*_.,;:-–/"“”'
_CLAUSE = ',;:"“”(–-.…'
SUBJECT_WINDOW = 240
LEAST_TASK = 8
_NUMBER = re.compile(r"\d{1,3}(?= )")
_JOINED = re.compile(r"(?<!\w)(?:và|đồng thời|cũng như)\s+$")
NOT_A_TASK = re.compile(r"(?:là|đã|được|có nghĩa|đang|vẫn|rất|cũng|của|này|sẽ|xong|vì|bởi|mới)(?!\w)")


@frozen
class Part:
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
class State:
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


def read_explicit(context: Context, state: State, start: int, end: int) -> Iterator[Part]:
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


def _told(context: Context, state: State, start: int, match: re.Match[str]) -> None:
    """Note who speaks where somebody only tells; what follows is no instruction of theirs."""
    subject = read_subject(context, state, start, match.start())
    if subject is not None:
        state.cuts.append(subject[1])
    if subject is not None and subject[0].is_person:
        state.named = state.told = subject[0]
    if subject is not None and subject[0].is_person and _DIRECTS.search(context.flow, start, subject[1]):
        state.speaker, state.active, state.since = subject[0], True, match.end()
    elif subject is not None and subject[0].is_person and subject[0] != state.speaker:
        state.speaker, state.active, state.addressee, state.follows = subject[0], False, None, False


_DIRECTS = searched(r"(?<!\w)(?:phát biểu(?: ý kiến)?|có ý kiến) (?:chỉ đạo|kết luận)(?!\w)")
"""How a sentence opens whose words bind, though its verb only tells: "Phát biểu chỉ đạo, ông A cho rằng …"."""


def read_subject(context: Context, state: State, start: int, position: int) -> tuple[Named, int] | None:
    """Who is named right before a verb, adverbs aside."""
    text, flow = context.copy.text, context.flow
    end = position
    for _ in range(3):
        end = before_spaces(flow, end, start)
        adverb = table("adverb").before(flow, end, start)
        if adverb is None:
            break
        end = adverb[0]
    end = before_spaces(flow, end, start)
    low = max(start, end - SUBJECT_WINDOW)
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


def _whom_a_pronoun_means(context: Context, state: State, end: int) -> Named | None:
    """The person with an office who was named last before "đồng chí", "ông" or "bà" alone."""
    pronoun = _PRONOUN.search(context.flow, max(0, end - 10), end)
    if pronoun is None:
        return None
    name = state.register.last_named(context.copy.text, max(0, end - _PRONOUN_BACK), end)
    if name is None:
        return None
    office = state.register.office_of(name)
    return Named(name, office, is_person=True, start=pronoun.start(), rank=rank_of((office or "").lower()))


def before_spaces(flow: str, position: int, start: int) -> int:
    """Where the words before a place end."""
    while position > start and flow[position - 1] in " \n":
        position -= 1
    return position


def _with_verb(
    context: Context, state: State, sentence: tuple[int, int], at: int, found: tuple[int, str]
) -> Part | None:
    """The directive of one verb, where it is one."""
    text, flow = context.copy.text, context.flow
    start, end = sentence
    after, force = found
    words = words_of(flow, at, after)
    if _is_noun(flow, start, end, at, after):
        return None
    subject = read_subject(context, state, start, at)
    if subject is not None:
        speaker, cut = subject
        is_body = not speaker.is_person and speaker.office is None
        if not is_free(flow, start, cut) or (is_body and is_weak(text, flow, cut, at)):
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
        clause_start(flow, start, at),
        state.named or (state.speaker if state.active else None) or _goes_on(flow, state, start, at) or state.issuer,
    )
    if opening is None and state.named is not None and (joint := _JOINED.search(flow, max(start, at - 12), at)):
        opening, known = joint.start(), state.named
    unnamed = force == "direct" and (state.named is None or not state.named.is_person)
    if opening is None or known is None or unnamed or force in ("stress", "remind"):
        return None
    return _task_of(context, end, _Verb(words, force, after, opening, known, named=False))


_ONGOING = re.compile(r"\W*(?:đồng thời|bên cạnh đó|cùng với đó|ngoài ra|qua đó|trên cơ sở đó)[, ]*(?:cũng )?$")


def _goes_on(flow: str, state: State, start: int, at: int) -> Named | None:
    """Who told something in the sentence before, where this one opens by going on: "Đồng thời, đề nghị …"."""
    return state.told if _ONGOING.match(flow[start:at]) else None


def _task_of(context: Context, end: int, verb: _Verb) -> Part | None:
    """Addressee and task behind a verb."""
    text, flow = context.copy.text, context.flow
    speaker, cut = verb.speaker, verb.cut
    here = skip(flow, verb.end, end, ' ,:"')
    here = skip_phrases(flow, here, end, "opening")
    for word in ("cho ", "đối với ", "với ", "tới ", "đến "):
        if flow.startswith(word, here):
            here = skip(flow, here + len(word), end)
            break
    reach = body_at(text, flow, here, end) or province_at(text, flow, here, end)
    if reach is None:
        unasked = verb.force == "direct" and not speaker.is_person
        if unasked or verb.force in ("assign", "remind") or (not verb.named and flow[cut - 1 : cut] == ","):
            return None
        begin = _modal_or_task(flow, here, end)
        return None if begin is None else Part(cut, begin, speaker, None, verb.words)
    if verb.force == "ask" and _asks_upward(speaker, rank_of(flow[here:reach])):
        return None
    begin = _task_start(flow, reach, end)
    return None if begin is None else Part(cut, begin, speaker, words_of(text, here, reach), verb.words)


def _asks_upward(speaker: Named, rank: int) -> bool:
    """Whether a request goes to a body above, or from one ministry to another; then it binds nobody."""
    return 0 < speaker.rank < rank or (
        speaker.rank == rank == 4 and speaker.name.lower().startswith(("bộ ", "tổng cục "))
    )


def _task_start(flow: str, reach: int, end: int) -> int | None:
    """Where the task begins behind an addressee; None where none follows."""
    here = skip(flow, reach, end, " ,:*")
    here = skip_phrases(flow, here, end, "opening")
    edge = table("edge").at(flow, here, end)
    modal = table("modal").at(flow, here, end)
    if modal is None and edge is not None:
        later = pattern("modal").search(flow, here, min(end, here + 40))
        if (
            later is not None
            and not any(sign in flow[here : later.start()] for sign in ";.(")
            and not not_modal(flow, later.end())
        ):
            return skip(flow, later.end(), end)
    if modal is not None:
        return skip(flow, modal[0], end)
    if NOT_A_TASK.match(flow, here, end) and table("task").at(flow, here, end) is None:
        return None
    return here if end - here >= LEAST_TASK else None


def _modal_or_task(flow: str, here: int, end: int) -> int | None:
    here = skip_phrases(flow, here, end, "opening")
    modal = table("modal").at(flow, here, end)
    if modal is not None and not not_modal(flow, modal[0]):
        return skip(flow, modal[0], end)
    return here if table("task").at(flow, here, end) is not None else None


def skip_phrases(flow: str, here: int, end: int, kind: str) -> int:
    """Where a stretch goes on after up to three phrases of a kind."""
    for _ in range(3):
        found = table(kind).at(flow, here, end)
        if found is None:
            return here
        here = skip(flow, found[0], end, " ,:")
    return here


def _is_noun(flow: str, start: int, end: int, at: int, after: int) -> bool:
    """Whether the verb is a noun here, part of another word, or done to somebody."""
    if table("not_after").before(flow, before_spaces(flow, at, start), start) is not None:
        return True
    return table("not_before").at(flow, skip(flow, after, end), end) is not None


def clause_start(flow: str, start: int, at: int) -> int | None:
    """Where the words that bind begin, if the verb stands at the head of its clause."""
    here = at
    for _ in range(3):
        back = before_spaces(flow, here, start)
        found = table("adverb").before(flow, back, start) or table("opening").before(flow, back, start)
        if found is None:
            here = back
            break
        here = found[0]
    back = before_spaces(flow, here, start)
    if back <= start or skip(flow, start, back, EDGES) >= back:
        return start
    if flow[back - 1] not in _CLAUSE:
        return None
    opening = table("opening").before(flow, before_spaces(flow, back - 1, start), start)
    return min(here, opening[0]) if opening is not None else back


def is_weak(text: str, flow: str, here: int, end: int) -> bool:
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


def not_modal(flow: str, end: int) -> bool:
    """Whether cần or phải, which ends here, is part of another word: "cần thiết"."""
    return table("not_modal").at(flow, skip(flow, end, len(flow)), min(len(flow), end + 12)) is not None
