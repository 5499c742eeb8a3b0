"""Who speaks in a text, and who is named as the subject of a verb (người chỉ đạo)."""

from __future__ import annotations

import re

from attrs import define, evolve, field, frozen

from vnplan.lexicon import alternation, by_lexicon, rows
from vnplan.reading.bodies import body_before
from vnplan.reading.clean import fold
from vnplan.reading.context import Context
from vnplan.reading.directive_words import Named, before_spaces, rank_of, skip, table
from vnplan.reading.patterns import searched
from vnplan.reading.people import Register, person_before
from vnplan.reading.raw import RawDirective

SUBJECT_WINDOW = 240
"""Characters in which a subject stands before its verb."""


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


@define
class State:
    """What the sentences of a text hand on to one another."""

    register: Register
    issuer: Named | None
    speaker: Named | None = None
    addressee: str | None = None
    since: int = 0
    """Where in the sentence the speaker was named; cần and phải before it are not theirs."""
    stressed: int | None = None
    """Where a verb ends in the sentence by which somebody only stresses something."""
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
    presiding: Named | None = None
    """Who concludes a meeting, or answers, for the rest of the text: "… kết luận như sau:"."""
    handed: bool = False
    """Whether this sentence only says to whom work is handed out; the next ones tell it."""
    assigning: int = 0
    """Level of the heading under which the issuer hands out the work; 0 where none does."""
    owner: str | None = None
    """The body that the heading names."""
    owner_level: int = 0
    owner_mark: str = ""
    """How the point is numbered that names the owner: "1.", "a)"; points numbered alike name others."""
    reviewing: bool = False
    """Whether the heading says that results are told under it."""
    found: list[RawDirective] = field(factory=list)

    @property
    def giver(self) -> Named | None:
        """Who hands out the work that the text lists: whoever concludes, else who issues it."""
        return self.presiding or self.issuer


def is_somebody(flow: str, named: Named) -> bool:
    """Whether it is a person, or the office of one, and no body."""
    told = table("role").at(flow, named.start) is not None or _PRONOUNS.match(flow, named.start) is not None
    return named.is_person or told


def is_said_by(name: str, speaker: Named) -> bool:
    """Whether a body or office is the speaker, or what it heads: "UBND tỉnh" of "UBND tỉnh Hà Tĩnh", or of its chairman."""
    words = fold(name)
    return fold(speaker.name).startswith(words) or (speaker.office is not None and words in fold(speaker.office))


def read_subject(context: Context, state: State, start: int, position: int) -> tuple[Named, int] | None:
    """Who is named right before a verb, adverbs aside."""
    text, flow = context.copy.text, context.flow
    end = behind_document(flow, start, position)
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
        named = body if comma < 0 or text[begin].islower() else body_before(text, flow, begin, end) or body
    return None if named is None else (named, named.start)


@by_lexicon
def _document() -> re.Pattern[str]:
    """A document by which somebody directs: "UBND tỉnh vừa có Công văn số 12/UBND-KT yêu cầu …"."""
    types = alternation([row["name"].lower() for row in rows("document_types")] + ["văn bản", "thông báo kết luận"])
    return re.compile(
        rf"(?<!\w)(?:ký ban hành|ban hành|có|ký|ra|phát đi)(?P<more> (?:\w+ ){{0,2}})(?:{types})"
        r"(?: \(?(?:số ?:? ?)?\d[\w/-]*\)?(?:,? \(?ngày [\d/-]+\)?)?)?(?: gửi [^,.;:\n]{1,60})?,? ?$"
    )


_LONGEST_DOCUMENT = 150
_NARRATED = re.compile(r" (?:nhiều|các|những|hàng loạt) ")


def behind_document(flow: str, start: int, position: int) -> int:
    """Where the subject ends of a verb behind a document that the subject issues; many documents only narrate."""
    low = max(start, position - _LONGEST_DOCUMENT)
    found = _document().search(flow, low, position) if _ISSUES.search(flow, low, position) else None
    return position if found is None or _NARRATED.match(found["more"]) else found.start()


_ISSUES = searched(r"(?<!\w)(?:ban hành|có|ký|ra|phát đi) ")


_PRONOUNS = re.compile(r"(?:đồng chí|ông|bà) ")
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
        said = state.speaker  # by an office alone: "đồng chí Chủ tịch UBND tỉnh yêu cầu …. Đồng chí giao …"
        somebody = said is not None and (said.is_person or table("role").at(fold(said.name), 0) is not None)
        return evolve(said, start=pronoun.start()) if said is not None and somebody else None
    office = state.register.office_of(name)
    return Named(name, office, is_person=True, start=pronoun.start(), rank=rank_of((office or "").lower()))


def petitioner_at(flow: str, start: int) -> str | None:
    """Whom a firm, a voter or a deputy named here does not direct: "anybody", else "" for bodies of the State."""
    each = table("each").at(flow, start)
    title = table("petitioner").before(flow, before_spaces(flow, start, 0), max(0, start - 40))
    found = title or table("petitioner").at(flow, skip(flow, each[0], len(flow)) if each else start)
    return None if found is None else found[1]
