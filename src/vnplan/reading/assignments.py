"""Work that is handed out without a verb: by the body named, or by what must be done (giao việc không có động từ)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.reading.bodies import body_at, body_before, is_weak, province_before
from vnplan.reading.context import Context
from vnplan.reading.directive_words import before_spaces, pattern, skip, table, words_of
from vnplan.reading.orders import EDGES, NOT_A_TASK, behind_modal, clause_start, not_modal, skip_phrases, tasked_body
from vnplan.reading.patterns import searched
from vnplan.reading.people import name_in
from vnplan.reading.speakers import SUBJECT_WINDOW, Part, State, is_said_by

_PAST = searched(r"(?<!\w)(?:đã|đạt (?:\d[\d.,]*|hơn|trên|gần|khoảng)|ước (?:đạt|tính)|so với cùng kỳ)(?!\w)")


_OF_OLD = re.compile(
    r"(?:chỉ tiêu|nhiệm vụ|kế hoạch|vốn|dự án|nội dung|mục tiêu|dự toán|chương trình|nghị quyết|giải pháp|kết quả|công trình"
    r"|quy hoạch|đề án|văn bản|quy định|cam kết|hợp đồng|kết luận)(?: [^\s,;:.]+){0,8} $"
)
_EARLIER = re.compile(
    r" (?:được )?(?:[^,;:.]{0,50} )?(?:giao|chấp thuận|phê duyệt|ban hành|đề ra|ký|ký kết|cam kết|bố trí|phân bổ|thông qua"
    r"|quy định|xác định|thống nhất|đăng ký|chỉ đạo|nêu|cấp|hoàn thành|đạt được)(?!\w)"
)


def _tells_past(flow: str, here: int, end: int) -> bool:
    """Whether a stretch tells what was done; a task may speak of a plan that was set: "kế hoạch vốn đã được giao"."""
    for match in _PAST.finditer(flow, here, end):
        of_old = match[0] == "đã" and _OF_OLD.search(flow, max(here, match.start() - 70), match.start())
        if not of_old or _EARLIER.match(flow, match.end(), end) is None:
            return True
    return False


def read_inherited(context: Context, state: State, start: int, end: int, limit: int) -> Iterator[Part]:
    """The directives of a sentence that takes its speaker over: by cần or phải, or a bare task."""
    flow = context.flow
    speaker = state.speaker
    assert speaker is not None
    found = False
    for cut, begin, addressee, modal in _modals(context, start, end, limit):
        found = True
        yield Part(cut, begin, speaker, addressee or state.addressee, modal)
    if found or end < limit or end <= start:
        return
    here = skip_phrases(flow, skip(flow, start, end, EDGES), end, "opening")
    here = skip(flow, here, end, EDGES)
    topic = _TOPIC.match(flow, here, end) if state.follows else None
    here = topic.end() if topic else here
    task, head = table("task").at(flow, here, end), table("head").at(flow, here, end)
    bare = task is not None and (head is None or head[0] <= task[0]) and not _is_led(context, here, end)
    if bare and state.follows and _is_asked(flow, state, here) and not _tells_past(flow, here, end):
        yield Part(start, here, speaker, state.addressee, "")
        return
    yield from _by_body(context, state, here, end)


_TOPIC = re.compile(r"(?:về|đối với) (?!đích)[^,;:.\n]{3,120}[,:] ?")
"""What a task is about, told before it: "Về giải ngân vốn đầu tư công, tập trung …"."""


def _is_led(context: Context, here: int, end: int) -> bool:
    """Whether "lãnh đạo" names who leads and is no task: "Lãnh đạo huyện cũng giao …"."""
    text, flow = context.copy.text, context.flow
    if not flow.startswith("lãnh đạo ", here) or (reach := body_at(text, flow, here, end)) is None:
        return False
    after = skip(flow, reach, end)
    return any(table(kind).at(flow, after, end) is not None for kind in ("adverb", "verb", "say"))


def _is_asked(flow: str, state: State, here: int) -> bool:
    """Whether a bare task is no part of what somebody only stresses: "nhấn mạnh đột phá là …"."""
    return state.stressed is None or ":" in flow[state.stressed : here]


def _by_body(context: Context, state: State, here: int, end: int) -> Iterator[Part]:
    """A sentence that begins with a body and its task: "Sở Nội vụ rà soát …"."""
    text, flow = context.copy.text, context.flow
    speaker = state.speaker
    if speaker is None or not (state.follows or state.assigning) or _tells_past(flow, here, end):
        return
    here = _behind_ground(flow, here, end)
    reach = body_at(text, flow, here, end)
    if reach is None or is_weak(text, flow, here, end) or name_in(text, flow, here, reach) is not None:
        return
    addressee = _GIVEN.sub("", words_of(text, here, reach))
    if is_said_by(addressee, speaker):
        return  # "Thủ tướng phân công …" tells what the speaker does
    passive = _PASSIVE.match(flow, skip(flow, here + len(addressee), end), end)
    begin = passive.end() if passive else _behind_most(text, flow, skip(flow, reach, end, " ,:*"), end)
    by_right = _BY_RIGHT.match(flow, begin, end)
    edge = table("edge").at(flow, begin, end)
    asked = begin, by_right.end() if by_right else begin
    if any(table("task").at(flow, at, end) is not None for at in asked) or (
        edge is not None and state.assigning and not NOT_A_TASK.match(flow, begin, end)
    ):
        yield Part(here, begin, speaker, addressee, "")


_GIVEN = re.compile(r" được (?:phân công|giao)$")
_PASSIVE = re.compile(r"(?:cũng |đã )?được (?:giao nhiệm vụ|giao trách nhiệm|giao|phân công|yêu cầu|đề nghị) ")
_BY_RIGHT = re.compile(
    r"(?:theo|căn cứ(?: vào)?|trong phạm vi) (?:chức năng, (?:nhiệm vụ|quyền hạn)|chức năng|nhiệm vụ)(?:, quyền hạn)?"
    r"(?: (?:được (?:giao|phân công)|của (?:mình|đơn vị|ngành)))?,? "
)


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


def read_later(context: Context, parts: list[Part], limit: int) -> Iterator[Part]:
    """Further tasks with cần or phải behind the first of a sentence: another addressee, or a new clause."""
    for index, part in enumerate(parts):
        stop = parts[index + 1].cut if index + 1 < len(parts) else limit
        for cut, begin, addressee, modal in _modals(context, part.start, stop, limit):
            if addressee is not None and cut > part.start:
                yield Part(cut, begin, part.speaker, addressee, modal)


def read_one_by_one(context: Context, parts: list[Part], limit: int) -> Iterator[Part]:
    """Bodies with their tasks behind semicolons: "giao Sở Y tế …; Sở Tài chính bố trí kinh phí"."""
    text, flow = context.copy.text, context.flow
    for index, part in enumerate(parts):
        stop = parts[index + 1].cut if index + 1 < len(parts) else limit
        position = part.start
        while part.addressee is not None and (position := flow.find(";", position, stop) + 1) > 0:
            found = tasked_body(text, flow, position, stop)
            if found is not None:
                (here, reach), begin = found
                yield Part(here, begin, part.speaker, words_of(text, here, reach), "")


def _modals(context: Context, start: int, end: int, limit: int) -> Iterator[tuple[int, int, str | None, str]]:
    """Each cần or phải that binds a body, or opens a clause: cut, start of the task, addressee, word."""
    flow = context.flow
    position = floor = start
    while (match := pattern("modal").search(flow, position, end)) is not None:
        position = match.end()
        if not_modal(flow, match.end()):
            continue
        body = _body_of_modal(context, floor, match.start())
        begin = behind_modal(flow, match.start(), match.end())
        modal = words_of(flow, match.start(), min(begin, match.end()))
        if body is not None:
            cut, addressee = body
            yield cut, begin, addressee, modal
            floor = position
            continue
        opening = clause_start(flow, floor, match.start())
        if opening is None or table("task").at(flow, skip(flow, match.end(), limit), limit) is None:
            continue
        if floor == start or flow[before_spaces(flow, opening, start) - 1] == ";":
            yield opening, begin, None, modal
            floor = position


def _body_of_modal(context: Context, start: int, position: int) -> tuple[int, str] | None:
    """The body that cần or phải binds, right before it or with a word of time between."""
    text, flow = context.copy.text, context.flow
    end = position
    for _ in range(2):
        end = before_spaces(flow, end, start)
        adverb = table("adverb").before(flow, end, start)
        if adverb is None:
            break
        end = adverb[0]
    mention = context.mention_ending(end)
    if mention is not None:
        end = mention.start
    end = before_spaces(flow, end, start)
    if end > start and flow[end - 1] == ",":
        end = before_spaces(flow, end - 1, start)
    low = max(start, end - SUBJECT_WINDOW)
    cut = max(flow.rfind(sign, low, end) for sign in (";", ":", "\n"))
    low = cut + 1 if cut >= 0 else low
    body = body_before(text, flow, low, end)
    if body is None and (province := province_before(text, flow, low, end)) is not None:
        return province.start, province.name
    if body is None or is_weak(text, flow, body.start, end):
        return None
    return body.start, body.name
