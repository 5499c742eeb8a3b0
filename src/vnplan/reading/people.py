"""Who is named: persons with their offices, and bodies (người, chức vụ, cơ quan).

A body is a head ("UBND", "các phòng, ban") with what goes on from it, up to the verb; a person is an
office with a name, a form of address with a name, or a name with its office behind a comma.
"""

from __future__ import annotations

import re

from attrs import define, field, frozen

from vnplan.lexicon import Phrases, alternation, by_lexicon, rows
from vnplan.reading.clean import fold
from vnplan.reading.patterns import searched

_TOKEN = re.compile(r"\w+(?:[&/'-]\w+)*|[^\w\s]")
_TABLE = "directive_words"
_QUANTITY = re.compile(r"[.,]\d|\s?(?:%|tỷ|triệu)")
_COUNT = re.compile(r"\d{1,3}(?= )")
_PLACE = re.compile(r"(?:quận|huyện|tỉnh|thành phố|tp|phường|xã|thị xã)\.?\s*$")
_APPOSED = re.compile(r"\s?[,(–-]\s?$")
_LONGEST_BODY = 260
_LONGEST_OFFICE = 180
_LONGEST_NAME = 5
_JOINTS = frozenset((",", ";", "và", "cùng", "&", "-", "–", "/", "với"))
_PREPOSITION = re.compile(
    r"(?<!\w)(?:của|với|cho|tại|ở|do|từ|đến|thuộc|mà|để|theo|bởi|được|tới|về|trong|giữa|cùng|khi|vào|lên|bị|nhờ|từng)\s*$"
)


@by_lexicon
def table(kind: str) -> Phrases[str]:
    """The phrases of one kind of ``directive_words.tsv`` with their values."""
    return Phrases((row["phrase"], row["value"]) for row in rows(_TABLE) if row["kind"] == kind)


@by_lexicon
def pattern(*kinds: str) -> re.Pattern[str]:
    """Any phrase of those kinds, as whole words."""
    return searched(rf"(?<!\w)(?:{alternation(row['phrase'] for row in rows(_TABLE) if row['kind'] in kinds)})(?!\w)")


@frozen
class Named:
    """Somebody who speaks, as named at one place.

    Attributes:
        name: Name of the person, else of the body or the bare office.
        office: Office of the person as worded.
        is_person: Whether it is a person's name.
        start: Where the naming begins.
        rank: 4 central, 3 province, 2 district, 1 commune, 0 unknown.
    """

    name: str
    office: str | None
    is_person: bool
    start: int = field(default=0, eq=False)
    rank: int = field(default=0, eq=False)


def words_of(text: str, start: int, end: int) -> str:
    """Characters of the text with their white space made single."""
    return " ".join(text[start:end].split())


def rank_of(words: str) -> int:
    """The rank of a body or office, by the first word that tells it."""
    found = pattern("level").search(words)
    return int(table("level").get(found[0]) or 0) if found else 0


def skip(flow: str, position: int, end: int, characters: str = " ") -> int:
    """The next place that holds none of those characters."""
    while position < end and flow[position] in characters:
        position += 1
    return position


# --- bodies --------------------------------------------------------------------------------------


@by_lexicon
def _opening() -> re.Pattern[str]:
    """What a body begins with: a head, or words before it ("các", "12")."""
    kinds = ("each", "head")
    known = alternation(row["phrase"] for row in rows(_TABLE) if row["kind"] in kinds)
    return re.compile(rf"\d{{1,3}} |(?:{known})(?!\w)")


def _head_at(flow: str, position: int, end: int) -> int | None:
    """End of the head of a body that begins here, with the words before it ("các", "12")."""
    if _opening().match(flow, position, end) is None:
        return None
    for _ in range(3):
        each = table("each").at(flow, position, end)
        number = _COUNT.match(flow, position, end)
        stop = each[0] if each else number.end() if number else None
        head = table("head").at(flow, position, end)
        if head is not None and (stop is None or head[0] > stop):
            other = table("not_head").at(flow, position, end)
            task = table("task").at(flow, position, end)
            if (other and other[0] >= head[0]) or (task and task[0] > head[0]):
                return None
            return head[0]
        if stop is None:
            return None
        position = skip(flow, stop, end)
    return None


_PLACES = re.compile(r"(?<!\w)(?:các|\d+) (?:[\w, ]{0,10})?(?:huyện|xã|quận|phường|tỉnh|thành phố|thị xã|thị trấn)$")


@define
class _Body:
    """A body as far as it has been read."""

    text: str
    flow: str
    end: int
    """Where the search stops."""
    reach: int
    head_end: int
    named: bool = False
    """Whether the last word is a proper noun: a lower-case syllable may go on with it."""
    trailing: bool = False
    """Whether the last word is such a syllable: "vụ" of "Nội vụ"."""

    def step(self) -> bool:
        """Take one more word, or more; False where the body has ended."""
        here = skip(self.flow, self.reach, self.end)
        token = _TOKEN.match(self.text, here, self.end)
        if token is None:
            return False
        word, low = token[0], self.flow[token.start() : token.end()]
        if word[0].isupper() or word[0].isdigit():
            return self._capital(token)
        if not word.isalnum():
            return self._sign(token.end(), low)
        if low in _JOINTS:
            return self._joint(token.end(), low)
        if self.reach == self.head_end and (topic := _topic_end(self.flow, self.reach, self.end)) is not None:
            return self._to(topic)
        step = _go_on(self.flow, here, self.end, fresh=self.reach == self.head_end)
        if step is not None:
            head = _head_at(self.flow, here, self.end)
            self.head_end = head if head is not None else self.head_end
            return self._to(step)
        if self.named and word.isalpha() and (self._in_name(token.end()) or not _is_edge(self.flow, here, self.end)):
            return self._to(token.end(), trailing=True)
        return False

    def _sign(self, position: int, sign: str) -> bool:
        """Go on behind a mark."""
        if sign in _JOINTS:
            return self._joint(position, sign)
        if sign == "(":
            close = self.flow.find(")", position, min(self.end, position + 80))
            return close >= 0 and self._to(close + 1)
        if sign == ":":
            return self._listed(position)
        return sign == "." and self._abbreviated(position) and self._to(position)

    def _in_name(self, end: int) -> bool:
        """Whether the last word and the one that ends here are one noun: "Đào tạo", where "tạo" alone is a verb."""
        start = self.reach
        while start > 0 and self.text[start - 1].isalpha():
            start -= 1
        tail = table("tail").at(self.flow, start, self.end)
        return tail is not None and tail[0] >= end

    def _ends_with_acronym(self) -> bool:
        last = self.text.rfind(" ", 0, self.reach) + 1
        return last > 0 and self.reach > self.head_end and _is_acronym(self.text[last : self.reach])

    def _to(self, reach: int, *, named: bool = False, trailing: bool = False) -> bool:
        self.reach, self.named, self.trailing = reach, named, trailing
        return True

    def _capital(self, token: re.Match[str]) -> bool:
        if token[0][0].isdigit() and _QUANTITY.match(self.flow, token.end(), self.end) is not None:
            return False
        head = _head_at(self.flow, token.start(), self.end)
        if head is not None and _is_edge(self.flow, skip(self.flow, token.end(), head), self.end):
            self.head_end = head  # "Ban chỉ đạo", where "chỉ đạo" alone is a task
            return self._to(head)
        return self._to(token.end(), named=not _is_acronym(token[0]))

    def _abbreviated(self, position: int) -> bool:
        """Whether a full stop belongs to "TP.HCM", "TP. HCM", "Q.3"."""
        position += self.text.startswith(" ", position)
        before = self.flow[max(0, self.reach - 2) : self.reach].strip()
        return position < self.end and self.text[position].isupper() and before in ("tp", "q", "h", "p")

    def _listed(self, position: int) -> bool:
        """Go on behind a colon with the names of places: "UBND các huyện: Hải Hậu, Trực Ninh"."""
        here = skip(self.flow, position, self.end)
        name = _TOKEN.match(self.text, here, self.end)
        if _PLACES.search(self.flow, max(0, self.reach - 24), self.reach) is None or name is None:
            return False
        second = self.text[name.end() + 1 : name.end() + 2].isupper()  # "Giao Thủy", where "giao" alone is a task
        if not name[0].istitle() or (not second and _is_edge(self.flow, here, self.end)):
            return False
        if _head_at(self.flow, here, self.end) is not None:
            return False
        return self._to(name.end(), named=True)

    def _joint(self, position: int, sign: str) -> bool:
        """Go on behind a comma or "và" with a further body, or with more of a name."""
        here = skip(self.flow, position, self.end)
        if sign == "," and self.flow.startswith("và ", here):
            here = skip(self.flow, here + 3, self.end)
        head = _head_at(self.flow, here, self.end)
        if head is not None:
            self.head_end = head
            return self._to(head)
        if sign in (";", "cùng", "với"):
            return False
        token = _TOKEN.match(self.text, here, self.end)
        if sign == "và" and token is not None and _is_acronym(token[0]) and self._ends_with_acronym():
            return self._to(token.end())  # "Sở NN và PTNT"
        if (self.named or self.trailing) and token is not None and token[0][0].isupper():
            return self._to(token.end(), named=not _is_acronym(token[0]))
        tail = table("tail").at(self.flow, here, self.end)
        if sign not in (",", "và") or tail is None or _is_edge(self.flow, here, self.end):
            return False
        after = skip(self.flow, tail[0], self.end)
        listed = after < self.end and (self.flow[after] == "," or self.flow.startswith("và ", after))
        return (listed or _is_edge(self.flow, after, self.end)) and self._to(tail[0])


_TOPIC = re.compile(
    r" (?:phòng, chống |phòng chống )?[^,;:.()\n]{3,60}? (?:tỉnh|huyện|quận|xã|phường|thành phố|các cấp|địa phương)(?!\w)(?: [a-zà-ỹ]{1,2}(?=,))?"
)


def _topic_end(flow: str, reach: int, end: int) -> int | None:
    """Where a committee's name ends that says what it is for: "Ban chỉ đạo diệt chuột huyện phối hợp …"."""
    if not flow.endswith(("ban chỉ đạo", "tổ công tác", "ban điều hành"), max(0, reach - 12), reach):
        return None
    topic = _TOPIC.match(flow, reach, end)
    if topic is None:
        return None
    after = skip(flow, topic.end(), end, " ,")
    return topic.end() if any(table(kind).at(flow, after, end) for kind in ("task", "modal")) else None


def body_at(text: str, flow: str, position: int, end: int) -> int | None:
    """End of the body or list of bodies that is named here; None where there is none."""
    end = min(end, position + _LONGEST_BODY)
    head = _head_at(flow, position, end)
    if head is None:
        return None
    body = _Body(text, flow, end, head, head)
    while body.step():
        pass
    return body.reach


@by_lexicon
def _provinces() -> Phrases[str]:
    """Provinces without the word that says what they are."""
    return Phrases(
        (fold(row["short_name"]), row["short_name"]) for row in rows("localities") if row["kind"] in _PROVINCIAL
    )


_PROVINCIAL = ("tỉnh", "thành phố")


def province_at(text: str, flow: str, position: int, end: int) -> int | None:
    """End of the bare name of a province that is spoken to: "yêu cầu Đồng Nai rà soát"."""
    found = _provinces().at(flow, position, end) if text[position : position + 1].isupper() else None
    return None if found is None else found[0]


def province_before(text: str, flow: str, start: int, position: int) -> Named | None:
    """The bare name of a province that ends right before a verb, and hangs on nothing."""
    found = _provinces().before(flow, position, start)
    if found is None or not text[found[0]].isupper() or not is_free(flow, start, found[0]):
        return None
    return Named(words_of(text, found[0], position), None, is_person=False, start=found[0])


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_edge(flow: str, position: int, end: int) -> bool:
    return any(table(kind).at(flow, position, end) is not None for kind in ("modal", "task", "edge"))


def _go_on(flow: str, position: int, end: int, *, fresh: bool) -> int | None:
    """End of a lower-case word that belongs to the body, None where the body ends before it."""
    if table("modal").at(flow, position, end) is not None:
        return None
    tail = table("tail").at(flow, position, end)
    stops = [found[0] for kind in ("task", "edge") if (found := table(kind).at(flow, position, end)) is not None]
    stop = max(stops, default=0)
    head = _head_at(flow, position, end)
    if head is not None and head > stop:
        return max(head, tail[0] if tail else 0)
    if tail is not None and (tail[0] > stop or (fresh and tail[0] == stop)):
        return tail[0]
    return None


def is_free(flow: str, start: int, position: int) -> bool:
    """Whether what is named here hangs on no preposition before it."""
    before = _PREPOSITION.search(flow, max(start, position - 8), position)
    return before is None or flow.endswith(("thời gian tới ", "sắp tới "), max(start, before.start() - 12), position)


_PLACED = re.compile(r"(?<!\w)(?:tại|ở)\s*$")


def body_before(text: str, flow: str, start: int, position: int) -> Named | None:
    """The body whose naming ends right before a verb; "tại huyện Đông Hải, Ban Tổ chức cần" names the second."""
    opening = _opening()
    here = start
    while here < position:
        token = _TOKEN.search(flow, here, position)
        if token is None:
            return None
        here = token.start()
        end = body_at(text, flow, here, position) if opening.match(flow, here, position) else None
        if end is None:
            here = token.end()
            continue
        if skip(flow, end, position) >= position:
            if not is_free(flow, start, here):
                comma = flow.find(", ", here, end) if _PLACED.search(flow, max(start, here - 5), here) else -1
                second = text[comma + 2 : comma + 3].isupper()
                return body_before(text, flow, comma + 2, position) if comma >= 0 and second else None
            words = words_of(text, here, end)
            return Named(words, None, is_person=False, start=here, rank=rank_of(flow[here:end]))
        here = max(end, token.end())
    return None


# --- persons -------------------------------------------------------------------------------------


def _office_end(text: str, flow: str, position: int, end: int) -> int:
    """End of an office, with the name behind it, that begins here; `position` where none does."""
    end = min(end, position + _LONGEST_OFFICE)
    reach = position
    while (further := _office_step(text, flow, position, reach, end)) is not None:
        reach = further
    return reach


def _office_step(text: str, flow: str, position: int, reach: int, end: int) -> int | None:
    """End of the next word of an office that has been read up to `reach`; None where it has ended."""
    here = skip(flow, reach, end)
    token = _TOKEN.match(text, here, end)
    role = table("role").at(flow, here, end)
    if token is None or role is not None:
        return None if role is None else role[0]
    if reach == position:
        return None
    if token[0] in (",", "-", "–"):
        role = table("role").at(flow, skip(flow, token.end(), end), end)
        return None if role is None else role[0]
    after = skip(flow, token.end(), end) if flow.endswith(("tp", "q", "tx"), 0, here) else token.end()
    dotted = token[0] == "." and after < end and text[after].isupper()
    if token[0][0].isupper() or token[0][0].isdigit() or dotted:
        return token.end()
    known = table("role_tail").at(flow, here, end) or table("honour").at(flow, here, end)
    if known is not None:
        return known[0]
    goes_on = _syllable_of_name(text, reach, token) and name_in(text, flow, position, reach) is None
    return token.end() if goes_on else None


def _syllable_of_name(text: str, reach: int, token: re.Match[str]) -> bool:
    """Whether it is the second syllable of a proper noun: "quan" of "Hải quan", "vụ" of "Nội vụ"."""
    begin = reach
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:reach]
    return word[:1].isupper() and not _is_acronym(word) and token[0].isalpha() and token.start() == reach + 1


def name_in(text: str, flow: str, start: int, end: int) -> int | None:
    """Where the person's name begins that ends at `end`; None where no name does."""
    run: list[re.Match[str]] = []
    for token in reversed(list(_TOKEN.finditer(text, max(start, end - 70), end))):
        word = token[0]
        if not word[0].isupper() or not word.isalpha() or _is_acronym(word):
            break
        if run and flow[token.end() : run[-1].start()].strip(" "):
            break
        run.append(token)
    run.reverse()
    if not run or _provinces().get(flow[run[0].start() : run[-1].end()]) is not None:
        return None
    if len(run) > 1 and table("honour").get(flow[run[0].start() : run[0].end()]) is not None:
        return run[1].start() if len(run) - 1 <= _LONGEST_NAME else None
    honour = table("honour").before(flow, _strip_back(flow, run[0].start(), start), start)
    if honour is not None and len(run) <= _LONGEST_NAME:
        return run[0].start()
    place = _PLACE.search(flow, max(start, run[0].start() - 12), run[0].start())
    starts = [
        index
        for index, token in enumerate(run)
        if table("surname").get(flow[token.start() : token.end()]) is not None
        and 2 <= len(run) - index <= _LONGEST_NAME
    ]
    if place is not None:
        starts = [index for index in starts if index >= 2] or [index for index in starts if index == 0]
    return run[starts[0]].start() if starts else None


def _strip_back(flow: str, position: int, start: int) -> int:
    while position > start and flow[position - 1] in " \n":
        position -= 1
    return position


@define
class Register:
    """The persons whom a text names with their offices, in the order of naming.

    Attributes:
        offices: Office by name; the fullest wording is kept.
    """

    offices: dict[str, str] = field(factory=dict)

    def add(self, name: str, office: str | None) -> None:
        """Note a person; a name once known keeps its longest office."""
        if office and len(office) >= len(self.offices.get(name, "")):
            self.offices.pop(name, None)
            self.offices[name] = office

    def office_of(self, name: str) -> str | None:
        """The office of a person by full name."""
        return self.offices.get(name)

    def full_name(self, short: str) -> str:
        """The full name that a given name ("Phong") stands for, else itself."""
        return next((name for name in reversed(self.offices) if name.endswith(f" {short}")), short)

    def last_named(self, text: str, start: int, end: int) -> str | None:
        """Whoever with an office is named last in a stretch, for a pronoun after it: "đồng chí cũng yêu cầu"."""
        places = {name: text.rfind(name, start, end) for name in self.offices}
        found = max(places, key=lambda name: places[name], default=None)
        return found if found is not None and places[found] >= 0 else None

    def holder_of(self, office: str) -> str | None:
        """Whoever holds an office named without a name: "Chủ tịch UBND TP"."""
        wanted = _folded_office(office)
        for name, known in reversed(self.offices.items()):
            for part in re.split(r"\s*,\s*", known):
                have = _folded_office(part)
                if have == wanted or have.startswith(f"{wanted} ") or wanted.startswith(f"{have} "):
                    return name
        return None


def _folded_office(office: str) -> str:
    low = (
        office.lower()
        .replace("thành phố", "tp")
        .replace("ủy ban nhân dân", "ubnd")
        .replace("hội đồng nhân dân", "hđnd")
    )
    return " ".join(low.replace("tphcm", "tp").replace("chủ tịch tp", "chủ tịch ubnd tp").split())


def read_register(text: str, flow: str) -> Register:
    """The persons of a text with their offices."""
    register = Register()
    reach = 0
    for match in pattern("role").finditer(flow):
        if match.start() < reach:
            continue
        end = _office_end(text, flow, match.start(), len(flow))
        reach = max(end, match.end())
        line = flow.find("\n", match.start(), end)
        end = end if line < 0 else line
        name = name_in(text, flow, match.start(), end)
        if name is not None and name > match.start():
            office_end = _strip_back(flow, name, match.start())
            honour = table("honour").before(flow, office_end, match.start())
            register.add(words_of(text, name, end), words_of(text, match.start(), honour[0] if honour else office_end))
            continue
        before = _APPOSED.search(flow, max(0, match.start() - 3), match.start())
        if (
            before is not None
            and (start := name_in(text, flow, max(0, before.start() - 60), before.start())) is not None
        ):
            register.add(words_of(text, start, before.start()), words_of(text, match.start(), end))
    return register


def person_before(text: str, flow: str, start: int, position: int, register: Register) -> Named | None:
    """The person or office named right before a verb."""
    end = _behind_aside(flow, start, position)
    name = name_in(text, flow, start, end)
    if name is not None:
        return _person(text, flow, start, (name, end), register)
    offices = [
        match.start()
        for match in pattern("role").finditer(flow, max(start, end - _LONGEST_OFFICE), end)
        if _office_end(text, flow, match.start(), end) >= end
    ]
    for at in offices:
        before = _APPOSED.search(flow, max(start, at - 3), at)
        if before is not None and (begin := name_in(text, flow, start, before.start())) is not None:
            office = words_of(text, at, end)
            return Named(
                words_of(text, begin, before.start()), office, is_person=True, start=begin, rank=rank_of(office.lower())
            )
    return _holder(text, flow, (start, end), offices[0], register) if offices else None


def _holder(text: str, flow: str, within: tuple[int, int], at: int, register: Register) -> Named | None:
    """Whoever holds the office that is named at a place without a name, else the office itself."""
    start, end = within
    if not is_free(flow, start, at):
        return None
    office = words_of(text, at, end)
    holder = register.holder_of(office)
    if holder is None:
        return Named(office, None, is_person=False, start=at, rank=rank_of(office.lower()))
    known = register.office_of(holder)
    return Named(holder, known, is_person=True, start=at, rank=rank_of((known or office).lower()))


def person_at(text: str, flow: str, position: int, end: int) -> int | None:
    """End of the persons named here with their offices: "Phó Thủ tướng A và Phó Thủ tướng B"; None where there is none."""
    reach, here = None, position
    while True:
        honour = table("honour").at(flow, here, end)
        here = skip(flow, honour[0], end) if honour else here
        office = _office_end(text, flow, here, end)
        name = name_in(text, flow, here, office) if office > here else None
        if name is None and honour and (run := _NAME.match(text, here, end)) is not None:
            name, office = run.start(), run.end()
        if name is None:
            return reach
        reach = office
        apposed = _JOINT.match(flow, reach, end)
        if apposed and (title := _office_end(text, flow, apposed.end(), end)) > apposed.end():
            further = name_in(text, flow, apposed.end(), title)
            reach = title if further is None else reach
            apposed = _JOINT.match(flow, reach, end) if further is None else apposed
        if apposed is None:
            return reach
        here = apposed.end()


_NAME = re.compile(r"[^\W\d_a-zà-ỹ]\w+(?: [^\W\d_a-zà-ỹ]\w*){1,4}")
_JOINT = re.compile(r"(?:,? và |, | [-–] )")


_ASIDE = re.compile(r"\s*(?:,|\([^()\n]{1,60}\)|\s[-–])\s*$")


def _behind_aside(flow: str, start: int, position: int) -> int:
    """Where a naming ends that a comma, a dash or a bracket closes: "ông A - Chủ tịch UBND xã - nhấn mạnh"."""
    aside = _ASIDE.search(flow, max(start, position - 66), position)
    return aside.start() if aside else _strip_back(flow, position, start)


def _person(text: str, flow: str, start: int, span: tuple[int, int], register: Register) -> Named:
    name, end = span
    words = words_of(text, name, end)
    begin = _strip_back(flow, name, start)
    honour = table("honour").before(flow, begin, start)
    begin = _strip_back(flow, honour[0], start) if honour else begin
    first = honour[0] if honour else name
    office = None
    for match in pattern("role").finditer(flow, max(start, begin - _LONGEST_OFFICE), begin):
        if _office_end(text, flow, match.start(), begin) >= begin:
            office, first = words_of(text, match.start(), begin), match.start()
            break
    if " " not in words:
        words = register.full_name(words)
    known = register.office_of(words)
    if known is not None and (office is None or len(known) > len(office)):
        office = known
    return Named(words, office, is_person=True, start=first, rank=rank_of((office or "").lower()))
