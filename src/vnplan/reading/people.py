"""Persons who are named with their offices (người, chức vụ).

A person is an office with a name, a form of address with a name, or a name with its office behind a comma.
"""

from __future__ import annotations

import re

from attrs import define, field

from vnplan.reading.bodies import TOKEN, is_acronym, is_free, provinces
from vnplan.reading.directive_words import Named, before_spaces, pattern, rank_of, skip, table, words_of

_PLACE = re.compile(r"(?:quận|huyện|tỉnh|thành phố|tp|phường|xã|thị xã)\.?\s*$")
_APPOSED = re.compile(r"\s?[,(–-]\s?$")
_LONGEST_OFFICE = 180
_LONGEST_NAME = 5


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
    token = TOKEN.match(text, here, end)
    role = table("role").at(flow, here, end)
    if token is None or role is not None:
        return None if role is None else role[0]
    if reach == position:
        return None
    if token[0] in (",", "-", "–", "và"):
        after = skip(flow, token.end(), end)
        role = table("role").at(flow, after, end)
        if role is None and token[0] != "," and _goes_on_behind(text, flow, (position, reach, after), end):
            return after
        return None if role is None or token[0] == "và" else role[0]
    after = skip(flow, token.end(), end) if flow.endswith(("tp", "q", "tx"), 0, here) else token.end()
    dotted = token[0] == "." and after < end and text[after].isupper()
    if token[0][0].isupper() or token[0][0].isdigit() or dotted:
        return token.end()
    known = table("role_tail").at(flow, here, end) or table("honour").at(flow, here, end)
    if known is not None:
        return known[0]
    goes_on = _syllable_of_name(text, reach, token) and name_in(text, flow, position, reach) is None
    return token.end() if goes_on else None


def _goes_on_behind(text: str, flow: str, places: tuple[int, int, int], end: int) -> bool:
    """Whether a body's name goes on behind a dash or "và", "Sở Lao động - Thương binh và Xã hội", where no person is named."""
    start, reach, after = places
    if not text[after : after + 1].isupper() or table("surname").at(flow, after, end) is not None:
        return False
    return name_in(text, flow, start, reach) is None


def _syllable_of_name(text: str, reach: int, token: re.Match[str]) -> bool:
    """Whether it is the second syllable of a proper noun: "quan" of "Hải quan", "vụ" of "Nội vụ"."""
    begin = reach
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:reach]
    return word[:1].isupper() and not is_acronym(word) and token[0].isalpha() and token.start() == reach + 1


def name_in(text: str, flow: str, start: int, end: int) -> int | None:
    """Where the person's name begins that ends at `end`; None where no name does."""
    run: list[re.Match[str]] = []
    for token in reversed(list(TOKEN.finditer(text, max(start, end - 70), end))):
        word = token[0]
        if not word[0].isupper() or not word.isalpha() or is_acronym(word):
            break
        if run and flow[token.end() : run[-1].start()].strip(" "):
            break
        run.append(token)
    run.reverse()
    if not run or provinces().get(flow[run[0].start() : run[-1].end()]) is not None:
        return None
    if len(run) > 1 and table("honour").get(flow[run[0].start() : run[0].end()]) is not None:
        return run[1].start() if len(run) - 1 <= _LONGEST_NAME else None
    honour = table("honour").before(flow, before_spaces(flow, run[0].start(), start), start)
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
            office_end = before_spaces(flow, name, match.start())
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
    reach = None
    while (named := _named_end(text, flow, position, end)) is not None:
        reach = _behind_office(text, flow, named, end)
        joint = _JOINT.match(flow, reach, end)
        if joint is None:
            break
        position = joint.end()
    return reach


def _named_end(text: str, flow: str, position: int, end: int) -> int | None:
    """End of one person named here: an office with a name, or a form of address with one."""
    honour = table("honour").at(flow, position, end)
    here = skip(flow, honour[0], end) if honour else position
    office = _office_end(text, flow, here, end)
    if office > here and name_in(text, flow, here, office) is not None:
        return office
    reach = _capitals_end(text, here, end) if honour else here
    return reach if reach > here else None


def _behind_office(text: str, flow: str, reach: int, end: int) -> int:
    """Where the office ends that stands behind a name: "ông A, Phó Chủ tịch UBND huyện"."""
    joint = _JOINT.match(flow, reach, end)
    if joint is None:
        return reach
    office = _office_end(text, flow, joint.end(), end)
    return office if office > joint.end() and name_in(text, flow, joint.end(), office) is None else reach


def _capitals_end(text: str, here: int, end: int) -> int:
    """End of the words with a capital that begin here."""
    reach = here
    while (token := TOKEN.match(text, here, end)) is not None and token[0][0].isupper():
        reach = token.end()
        here = skip(text, reach, end)
    return reach


_JOINT = re.compile(r"(?:,? và |, | [-–] )")


_ASIDE = re.compile(r"\s*(?:,|\([^()\n]{1,60}\)|\s[-–])\s*$")


def _behind_aside(flow: str, start: int, position: int) -> int:
    """Where a naming ends that a comma, a dash or a bracket closes: "ông A - Chủ tịch UBND xã - nhấn mạnh"."""
    aside = _ASIDE.search(flow, max(start, position - 66), position)
    return aside.start() if aside else before_spaces(flow, position, start)


def _person(text: str, flow: str, start: int, span: tuple[int, int], register: Register) -> Named:
    name, end = span
    words = words_of(text, name, end)
    begin = before_spaces(flow, name, start)
    honour = table("honour").before(flow, begin, start)
    begin = before_spaces(flow, honour[0], start) if honour else begin
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
