"""Bodies that are named: a head ("UBND", "các phòng, ban") with what goes on from it, up to the verb (cơ quan)."""

from __future__ import annotations

import re

from attrs import define

from vnplan.lexicon import Phrases, alternation, by_lexicon, rows
from vnplan.reading.clean import fold
from vnplan.reading.directive_words import Named, rank_of, skip, table, words_of

TOKEN = re.compile(r"\w+(?:[&/'-]\w+)*|[^\w\s]")
_TABLE = "directive_words"
_QUANTITY = re.compile(r"[.,]\d|\s?(?:%|tỷ|triệu)")
_COUNT = re.compile(r"\d{1,3}(?= )")
_LONGEST_BODY = 260
_JOINTS = frozenset((",", ";", "và", "cùng", "&", "-", "–", "/", "với"))
_PREPOSITION = re.compile(
    r"(?<!\w)(?:của|với|cho|tại|ở|do|từ|đến|thuộc|mà|để|theo|bởi|được|tới|về|trong|giữa|cùng|khi|vào|lên|bị|nhờ|từng)\s*$"
)


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
        token = TOKEN.match(self.text, here, self.end)
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
        return last > 0 and self.reach > self.head_end and is_acronym(self.text[last : self.reach])

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
        return self._to(token.end(), named=not is_acronym(token[0]))

    def _abbreviated(self, position: int) -> bool:
        """Whether a full stop belongs to "TP.HCM", "TP. HCM", "Q.3"."""
        position += self.text.startswith(" ", position)
        before = self.flow[max(0, self.reach - 2) : self.reach].strip()
        return position < self.end and self.text[position].isupper() and before in ("tp", "q", "h", "p")

    def _listed(self, position: int) -> bool:
        """Go on behind a colon with the names of places: "UBND các huyện: Hải Hậu, Trực Ninh"."""
        here = skip(self.flow, position, self.end)
        name = TOKEN.match(self.text, here, self.end)
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
        token = TOKEN.match(self.text, here, self.end)
        if sign == "và" and token is not None and is_acronym(token[0]) and self._ends_with_acronym():
            return self._to(token.end())  # "Sở NN và PTNT"
        if (self.named or self.trailing) and token is not None and token[0][0].isupper():
            return self._to(token.end(), named=not is_acronym(token[0]))
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
def provinces() -> Phrases[str]:
    """Provinces without the word that says what they are."""
    return Phrases(
        (fold(row["short_name"]), row["short_name"]) for row in rows("localities") if row["kind"] in _PROVINCIAL
    )


_PROVINCIAL = ("tỉnh", "thành phố")


def province_at(text: str, flow: str, position: int, end: int) -> int | None:
    """End of the bare name of a province that is spoken to: "yêu cầu Đồng Nai rà soát"."""
    found = provinces().at(flow, position, end) if text[position : position + 1].isupper() else None
    return None if found is None else found[0]


def province_before(text: str, flow: str, start: int, position: int) -> Named | None:
    """The bare name of a province that ends right before a verb, and hangs on nothing."""
    found = provinces().before(flow, position, start)
    if found is None or not text[found[0]].isupper() or not is_free(flow, start, found[0]):
        return None
    return Named(words_of(text, found[0], position), None, is_person=False, start=found[0])


def is_acronym(word: str) -> bool:
    """Whether a word is of capitals only: "UBND"."""
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
        token = TOKEN.search(flow, here, position)
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


def is_weak(text: str, flow: str, here: int, end: int) -> bool:
    """Whether the body is one that is spoken of rather than spoken to."""
    bare = True
    for _ in range(3):
        each = table("each").at(flow, here, end)
        number = _COUNT.match(flow, here, end)
        stop = each[0] if each else number.end() if number else None
        head = table("head").at(flow, here, end)
        if head is not None and (stop is None or head[0] > stop):
            weak = table("weak").get(flow[here : head[0]])
            return weak is not None and not text[here].isupper() and (bare or weak != "bare")
        if stop is None:
            return True
        here, bare = skip(flow, stop, end), False
    return True
