"""A verb of directing, who speaks, and to whom: "đồng chí A giao Sở B …" (động từ chỉ đạo)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from vnplan.reading.bodies import body_at, is_free, is_weak, province_at
from vnplan.reading.context import Context
from vnplan.reading.directive_words import Named, before_spaces, pattern, rank_of, skip, table, words_of
from vnplan.reading.patterns import searched
from vnplan.reading.people import person_at
from vnplan.reading.speakers import Part, State, behind_document, is_said_by, is_somebody, petitioner_at, read_subject

EDGES = ' \n*_.,;:-–/"“”'
_CLAUSE = ',;:"“”(–-.…'
LEAST_TASK = 8
_JOINED = re.compile(r"(?<!\w)(?:và|đồng thời|cũng như)\s+$")
NOT_A_TASK = re.compile(r"(?:là|đã|được|có nghĩa|đang|vẫn|rất|cũng|của|này|sẽ|xong|vì|bởi|mới)(?!\w)")


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
            own = table("verb").at(flow, part.start, end)  # a verb that is the task itself: "yêu cầu Sở X chỉ đạo …"
            position = max(position, part.start, own[0] if own and part.addressee else 0)


def _told(context: Context, state: State, start: int, match: re.Match[str]) -> None:
    """Note who speaks where somebody only tells; what follows is no instruction of theirs."""
    subject = read_subject(context, state, start, match.start())
    if subject is not None:
        state.cuts.append(subject[1])
    if subject is not None and (is_somebody(context.flow, subject[0]) or _agrees(context.flow, match)):
        state.named = state.told = subject[0]
    if subject is not None and subject[0].is_person and _DIRECTS.search(context.flow, start, subject[1]):
        state.speaker, state.active, state.since = subject[0], True, match.end()
    elif subject is not None and subject[0].is_person and subject[0] != state.speaker:
        state.speaker, state.active, state.addressee, state.follows = subject[0], False, None, False


def _agrees(flow: str, match: re.Match[str]) -> bool:
    """Whether the verb is one after which a body goes on to ask: "UBND tỉnh thống nhất chủ trương và giao …"."""
    return table("say").get(flow[match.start() : match.end()]) == "agree"


_DIRECTS = searched(r"(?<!\w)(?:phát biểu(?: ý kiến)?|có ý kiến) (?:chỉ đạo|kết luận)(?!\w)")
"""How a sentence opens whose words bind, though its verb only tells: "Phát biểu chỉ đạo, ông A cho rằng …"."""


def _with_verb(
    context: Context, state: State, sentence: tuple[int, int], at: int, found: tuple[int, str]
) -> Part | None:
    """The directive of one verb, where it is one."""
    text, flow = context.copy.text, context.flow
    start, end = sentence
    after, force = found
    words = words_of(flow, at, after)
    if _is_noun(text, flow, (start, end), at, after):
        return None
    subject = read_subject(context, state, start, at)
    if subject is not None:
        return _by_subject(
            context, state, (start, end), at, _Verb(words, force, after, subject[1], subject[0], named=True)
        )
    if force == "remind" and (state.named or (state.active and state.speaker)):
        return _reminded(flow, state, (start, end), at, after)
    opening, known = (
        clause_start(flow, start, at),
        state.named or (state.speaker if state.active else None) or _goes_on(flow, state, start, at) or state.giver,
    )
    if opening is None and state.named is not None and (joint := _JOINED.search(flow, max(start, at - 12), at)):
        opening, known = joint.start(), state.named
    if opening is None and known is not None and (document := _DOCUMENT.match(flow, start, at)) is not None:
        if document.end() == at and (state.active or state.told is not None):
            return _task_of(context, state, end, _Verb(words, force, after, start, known, named=True))
        return None
    unnamed = force == "direct" and (state.named is None or not state.named.is_person)
    if opening is None or known is None or unnamed or force in ("stress", "remind"):
        return None
    return _task_of(context, state, end, _Verb(words, force, after, opening, known, named=False))


_DOCUMENT = re.compile(
    r"\W*(?:chỉ thị|công văn|công điện|văn bản|quyết định|kế hoạch|nghị quyết|thông báo|kết luận)(?: (?:này|trên))?(?: (?:cũng|còn|nêu rõ))?,? "
)
"""A document as the subject of a sentence: "Chỉ thị yêu cầu UBND các huyện …", said by whoever issued it."""


def _reminded(flow: str, state: State, sentence: tuple[int, int], at: int, after: int) -> Part | None:
    """A task behind "lưu ý" of whoever asked before: "Trong đó, lưu ý bổ sung số liệu"."""
    start, end = sentence
    opening, begin = clause_start(flow, start, at), _modal_or_task(flow, skip(flow, after, end, " ,:"), end)
    if opening is None or begin is None:
        return None
    if _LIST.fullmatch(flow, begin, end):
        state.announced = True
        state.cuts.append(opening)
        return None
    if state.named is not None or state.speaker is None:
        return None  # more of the task before it in the sentence
    return Part(opening, begin, state.speaker, state.addressee, words_of(flow, at, after))


def _by_subject(context: Context, state: State, sentence: tuple[int, int], at: int, verb: _Verb) -> Part | None:
    """The directive of a verb with its subject before it; tells the state who speaks."""
    text, flow = context.copy.text, context.flow
    start, end = sentence
    speaker, cut = verb.speaker, verb.cut
    if not is_free(flow, start, cut) or (not is_somebody(flow, speaker) and is_weak(text, flow, cut, at)):
        return None
    handed_on = (state.assigning or state.owner) and not is_somebody(flow, speaker)
    if handed_on and state.giver is not None and not is_said_by(speaker.name, state.giver):
        return None  # what a body to which work is handed out hands on is its work
    state.named = speaker
    if verb.force != "direct":
        state.cuts.append(cut)
    if _ANNOUNCES.fullmatch(flow, verb.end, end):
        state.speaker, state.addressee, state.announced = speaker, None, True
        state.presiding = speaker if verb.words.endswith(("kết luận", "ý kiến")) else state.presiding
        return None
    if verb.force in ("stress", "remind") and is_somebody(flow, speaker):
        state.addressee = None if speaker != state.speaker else state.addressee
        state.speaker, state.active, state.since = speaker, True, verb.end
        state.stressed = verb.end
    if verb.force == "stress":
        return None
    part = _task_of(context, state, end, verb)
    if part is not None and verb.force == "direct":
        state.cuts.append(cut)
    return part


_LIST = re.compile(
    r"(?:(?:tập trung|tổ chức|triển khai|thực hiện|làm)(?: tốt)? ){1,3}(?:một số|các|những) [^,.;:\n]{0,50}sau(?: đây)?[ *_]*:[ *_]*"
)
_ANNOUNCES = re.compile(
    r"(?:(?:,|,? và)? (?:chỉ đạo|yêu cầu|giao nhiệm vụ))?(?: (?:về|tại) [^,.;:\n]{1,90}?)?"
    r"(?: (?:một số|các|những))?(?: (?:nội dung|nhiệm vụ|vấn đề|việc|ý)){0,2}(?: (?:cụ thể|trọng tâm|chính|chủ yếu))?"
    r"(?:,? (?:như sau|sau đây|sau))?[ *_]*:[ *_]*"
)
"""What goes on from a verb to the colon behind which tasks are told: "kết luận, chỉ đạo một số nội dung sau:"."""


_ONGOING = re.compile(r"\W*(?:đồng thời|bên cạnh đó|cùng với đó|ngoài ra|qua đó|trên cơ sở đó)[, ]*(?:cũng )?$")


def _goes_on(flow: str, state: State, start: int, at: int) -> Named | None:
    """Who told something in the sentence before, where this one opens by going on: "Đồng thời, đề nghị …"."""
    return state.told if _ONGOING.match(flow[start:at]) else None


def _task_of(context: Context, state: State, end: int, verb: _Verb) -> Part | None:
    """Addressee and task behind a verb."""
    text, flow = context.copy.text, context.flow
    speaker, cut = verb.speaker, verb.cut
    here = skip(flow, verb.end, end, ' ,:"')
    here = skip_phrases(flow, here, end, "opening")
    for word in ("ngay ", "cụ thể "):
        here += len(word) if flow.startswith(f"{word}cho ", here) else 0
    for word in ("cho ", "đối với ", "với ", "tới ", "đến "):
        if flow.startswith(word, here):
            here = skip(flow, here + len(word), end)
            break
    reach = body_at(text, flow, here, end) or province_at(text, flow, here, end) or person_at(text, flow, here, end)
    if reach is None:
        unasked = verb.force == "direct" and not speaker.is_person
        if unasked or verb.force in ("assign", "remind") or (not verb.named and flow[cut - 1 : cut] == ","):
            return None
        begin = _modal_or_task(flow, here, end)
        return None if begin is None else Part(cut, begin, speaker, None, verb.words)
    if verb.force in ("ask", "order") and _only_asks(flow, verb, rank_of(flow[here:reach])):
        state.active = state.follows = False
        return None
    listed = _first_listed(text, flow, reach, end)
    if listed is not None:
        (here, reach), begin = listed
        return Part(cut, begin, speaker, words_of(text, here, reach), verb.words)
    begin = _task_start(flow, reach, end)
    if begin is None and verb.force == "assign" and skip(flow, reach, end, EDGES) >= end:
        state.speaker, state.addressee, state.active, state.handed = speaker, words_of(text, here, reach), True, True
    return None if begin is None else Part(cut, begin, speaker, words_of(text, here, reach), verb.words)


def _first_listed(text: str, flow: str, reach: int, end: int) -> tuple[tuple[int, int], int] | None:
    """The first of those told one by one behind a colon, and its task: "giao các sở: Sở Y tế lập danh sách; …"."""
    return tasked_body(text, flow, reach + 1, end) if flow.startswith(":", reach) else None


def tasked_body(text: str, flow: str, here: int, end: int) -> tuple[tuple[int, int], int] | None:
    """A body that is spoken to, and where its task begins right behind it; None where nothing of this stands here."""
    here = skip_phrases(flow, skip(flow, here, end), end, "opening")
    reach = body_at(text, flow, here, end)
    if reach is None or is_weak(text, flow, here, end):
        return None
    begin = skip(flow, reach, end, " ,:")
    return ((here, reach), begin) if table("task").at(flow, begin, end) is not None else None


def _only_asks(flow: str, verb: _Verb, rank: int) -> bool:
    """Whether a request binds nobody: it goes to a body above, from one ministry to another, or from those governed."""
    speaker = verb.speaker
    if verb.named and (petitioner := petitioner_at(flow, speaker.start)) is not None and (rank or petitioner):
        return True
    return verb.force == "ask" and (
        0 < speaker.rank < rank or (speaker.rank == rank == 4 and speaker.name.lower().startswith(("bộ ", "tổng cục ")))
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
            return behind_modal(flow, later.start(), later.end())
    if modal is not None:
        return behind_modal(flow, here, modal[0])
    if NOT_A_TASK.match(flow, here, end) and table("task").at(flow, here, end) is None:
        return None
    if flow[here : here + 1].isdigit():
        return None  # "giao các đơn vị 12 tỷ đồng"
    return here if end - here >= LEAST_TASK else None


def behind_modal(flow: str, start: int, end: int) -> int:
    """Where the task begins behind a modal word; "không được" is part of it."""
    dropped = table("modal").get(flow[start:end])
    kept = start if dropped == "nothing" else start + len(dropped) if dropped else end
    return skip(flow, kept, len(flow))


def _modal_or_task(flow: str, here: int, end: int) -> int | None:
    here = skip_phrases(flow, here, end, "opening")
    modal = table("modal").at(flow, here, end)
    if modal is not None and not not_modal(flow, modal[0]):
        return behind_modal(flow, here, modal[0])
    return here if table("task").at(flow, here, end) is not None else None


def skip_phrases(flow: str, here: int, end: int, kind: str) -> int:
    """Where a stretch goes on after up to three phrases of a kind."""
    for _ in range(3):
        found = table(kind).at(flow, here, end)
        if found is None or ((task := table("task").at(flow, here, end)) is not None and task[0] > found[0]):
            return here  # "cụ thể" opens, "cụ thể hóa" is a task
        here = skip(flow, found[0], end, " ,:")
    return here


def _is_noun(text: str, flow: str, sentence: tuple[int, int], at: int, after: int) -> bool:
    """Whether the verb is a noun here, part of another word, or done to somebody."""
    start, end = sentence
    hindered = table("not_after").before(flow, before_spaces(flow, at, start), start)
    if hindered is not None and behind_document(flow, start, at) == at:
        return True
    here = skip(flow, after, end)
    other = None if _ANNOUNCES.fullmatch(flow, after, end) else table("not_before").at(flow, here, end)
    # "giao ban" is a word, "giao Ban Quản lý" and "đề nghị ban quản lý" speak to a body
    return other is not None and (not other[1] or (flow[at:after] == other[1] and text[here].islower()))


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


def not_modal(flow: str, end: int) -> bool:
    """Whether cần or phải, which ends here, is part of another word: "cần thiết"."""
    return table("not_modal").at(flow, skip(flow, end, len(flow)), min(len(flow), end + 12)) is not None
