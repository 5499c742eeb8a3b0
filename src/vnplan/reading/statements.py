"""clause → what stands before and after a figure: its name, its verbs (mệnh đề)."""

from __future__ import annotations

import re

from attrs import define, field

from vnplan.lexicon import Phrases, Word, by_lexicon, phrases, words
from vnplan.reading.clean import UPPER
from vnplan.reading.context import Context
from vnplan.reading.patterns import searched
from vnplan.reading.places import is_agent
from vnplan.reading.raw import RawFigure

_CHAIN = ("verb", "verb_aux", "basis", "noun_end")
_CHANGE_VERBS = ("up", "down")
_LONGEST_NAME = 260

_BOUNDARY = searched(
    r"[;:\n]|(?<=[,;] )(?:đặc biệt|nhất là|nổi bật)(?: là)?(?!\w)|(?<!\w)(?:trong đó|gồm(?: có)?|bao gồm|cụ thể|như sau|cơ cấu(?: [^\W\d]+){0,4} (?:là|gồm)|trên cơ sở(?: toàn bộ| nguyên trạng)*|những ngày (?:này|qua)|(?:một số|các|những) chỉ tiêu (?:chủ yếu|cụ thể|cơ bản)(?: (?:như|sau|là))*|từ chỗ|bởi(?<!ra bởi)(?: vì)?|(?:tổng )?điều tra dân số(?: và nhà ở)?(?: (?:năm|ngày))?(?: [\d/]+)?|riêng(?<!tính riêng)(?<!sầu riêng)(?! rẽ| biệt| lẻ)|trong khi(?: đó)?|còn lại|tiêu biểu(?: là| như)?|như|(?:đó|đây|này|trước|nhất|kể|tiếp theo|chính|chủ yếu|yếu tố|ngành) là|nhóm (?:tăng|giảm)(?: [^\W\d]+){0,2} là|(?:thứ (?:nhất|hai|ba|tư|năm)|kế tiếp|tiếp theo|tiếp đến|sau đó) là|(?:mục tiêu|chỉ tiêu|nhiệm vụ)[^,;.:()]{2,40} là|(?:được )?giao(?: (?:đơn vị|ngành|cục|chi cục))?(?= (?:dự toán|chỉ tiêu|kế hoạch|thu) )|cho biết|cho thấy|nhận định|đã(?<!qua đã)(?! qua)|nên(?<!trở nên)(?<!gây nên)(?<!tạo nên)(?<!xây nên)|khiến(?: cho)?|làm cho|giúp(?<!trợ giúp)(?! đỡ)|cũng|vẫn|yêu cầu|đề nghị(?! thanh toán| quyết toán)|(?:mà )?trọng tâm là|dự tính|mặc dù|chưa kể|chỉ trong|dự kiến|sẽ đạt|ước(?= số| tổng| thu [^\W\d])|tập trung vào|tuy nhiên|nhưng|song(?<!song song)(?! song)(?! phương)|đồng thời|nâng(?= tổng số| số)|đưa(?= tổng số| số)|với(?<!so với)(?<!đối với)(?<!cùng với)(?<!hợp với)(?<!gắn với)(?<!ứng với)(?<!công với)(?<!bằng với)(?<!lòng với)(?! nhau)|(?:đặt |đề ra )?(?:mục tiêu|chỉ tiêu)(?: phấn đấu)? (?:đạt|là|đến|có)|đạt(?: được)?(?= (?:mục tiêu|chỉ tiêu) tăng)|thì|(?:cuối cùng|sau cùng) là|so với (?:cùng kỳ )?(?:năm (?:trước|\d{4}) )?là(?= [^\W\d])|và(?= tổng mức đầu tư)|góp phần (?:đưa|nâng)|ph[ấâ]n đ[ấầâ]u(?: đạt| hoàn thành)?|quyết tâm(?: thực hiện| hoàn thành)?|thay vì|phải(?= (?:thu|chi) )|để(?: nâng| đưa)?(?= (?:cả năm |hết năm |năm \d{4} )?(?:grdp|gdp|tổng|thu ngân sách|tỷ lệ|giá trị|tốc độ|kim ngạch|sản lượng|thu nhập)(?!\w)))(?!\w)"
)
_ALPHA = re.compile(r"[^\W\d_]")
_COMMA = re.compile(r",(?!\d)\s*")
_NOUN_STOP = searched(
    r"[;:()\n\[]|\.(?!\d)(?<!tp\.)(?<!tx\.)|\"(?= [-,.])|,\s|(?<!\w)(?:nhưng|tuy nhiên|trong khi|và(?= (?:\d|trên|gần|hơn|khoảng|định hướng|phấn đấu|dự kiến|mục tiêu|đến năm|năm|tỷ lệ|tổng số|số lượng|sản lượng)(?!\w|$))|với(?= (?:\d|tổng|số|vốn|diện tích|kinh phí|chi phí|trị giá|doanh thu|công suất|mật độ|chiều dài|trọng lượng|khối lượng|mức|giá|sản lượng|năng suất|thu nhập|quy mô|kim ngạch))|theo (?:quyết định|nghị quyết|nghị định|thông tư|chỉ thị|kế hoạch) số|(?<=\w )tổng (?:công suất|vốn|diện tích|mức đầu tư|chiều dài|kinh phí|số vốn)|đứng|xếp|đạt(?! chuẩn| nông thôn mới| ntm| đô thị văn minh| phổ cập| và (?:cơ bản|giữ vững|duy trì)| (?:từ |dưới |trên )?\d[\d/-]* tiêu chí| tiêu| bộ tiêu| mức độ| kiểm| danh| từ| loại)|tăng|giảm(?! nghèo)|chiếm|bằng|so với|so cùng|trong đó|(?:bao )?gồm|ước|(?:xuống|lên)(?= (?:còn|tới|đến|\d))|(?:là|được|cho|trên)(?= \d|:|\s*$)|(?:đem|mang) lại|tạo ra|nhằm|vào năm|trong năm|trong quý|trong tháng|(?:trong|vào|đến|tính đến|từ|trước) (?:ngày|tháng|năm|quý|cuối)|vượt|làm(?= \d|\s*$)|(?:số tiền|trị giá|kinh phí)(?= (?:là |đạt |khoảng |trên |gần |hơn )?\d|\s*$)|(?<!tăng )(?<!số )vốn(?: đăng ký| đầu tư)?(?= \d|\s*$)|thuộc(?= \d)|trước(?= \d{1,2}/\d))(?!\w)"
)
_PARTS = re.compile(r"(?<!\w)(?:lần lượt|tương ứng)(?!\w)")


Span = tuple[int, int]


@define
class Lead:
    """What stands between the figure before and this one.

    Attributes:
        verbs: The verbs and their like right before the figure, the nearest first.
        start, end: Where the noun phrase lies; empty where there is none.
        colon: Whether a colon stands right before the verbs.
        bracket: Whether a bracket opens right before them.
        edge: Where the words before the verbs end.
        stop: Where the figure begins.
        text: The noun phrase.
    """

    verbs: list[Word] = field(factory=list)
    start: int = 0
    end: int = 0
    colon: bool = False
    bracket: bool = False
    cut: bool = False
    """Whether a comma parts the noun phrase from the verbs."""
    edge: int = 0
    stop: int = 0
    text: str = ""
    against: Span | None = None
    """The time that the verb is held against: "giảm so với năm 2017 là 231.000 người"."""

    def has(self, *values: str) -> bool:
        """Whether one of the verbs says one of these."""
        for verb in self.verbs:  # noqa: SIM110  # asked many times of each figure, and a generator costs more
            if verb.value in values:
                return True
        return False

    @property
    def names(self) -> bool:
        """Whether there is a noun phrase."""
        return self.start < self.end

    @property
    def nearest(self) -> str | None:
        """What the nearest true verb says."""
        for verb in self.verbs:
            if verb.kind == "verb":
                return verb.value
        return None


_MOVES_AGAINST = searched(r"(?<!\w)(?:tăng|giảm)(?P<against> so với(?: năm| tháng| quý)? ?)$")
"""Words between a verb of change and the time compared with: "giảm so với năm 2017 là 231.000 người"."""


def read_lead(context: Context, start: int, end: int) -> Lead:
    """The verbs before a figure and the noun phrase before them, within `start` and `end`."""
    flow = context.flow
    lead = Lead()
    chain: Phrases[Word] = words(*_CHAIN)
    stated = False
    position = end - len("từ ") if flow.endswith("(từ ", start, end) else end  # "(từ 47,7% xuống còn 44,6%)"
    while position > start:
        char = flow[position - 1]
        if char == " ":
            position -= 1
            continue
        if char == ":":
            lead.colon = True
            position -= 1
            continue
        if char == "(" and not lead.bracket:
            lead.bracket = True
            position -= 1
            break
        if char in ",+" and position == end:
            position -= 1
            continue
        mention = context.mention_ending(position)
        if mention is not None and mention.start >= start:
            moved = _MOVES_AGAINST.search(flow, start, mention.start) if mention.compared else None
            position = mention.start
            if moved is not None:
                position, lead.against = moved.start("against"), (mention.start, mention.end)
            continue
        found = chain.before(flow, position, start)
        if found is None or found[1].kind == "noun_end":
            break
        lead.verbs.append(found[1])
        stated = stated or found[1].kind in ("verb", "verb_aux")
        position = found[0]
    lead.edge = position
    lead.stop = end
    lead.start = lead.end = position
    if not lead.bracket:
        lead.cut = bool(lead.verbs or position < end) and flow[start:position].rstrip()[-1:] in (",", ";")
        lead.start, lead.end = _noun_phrase(context, start, position, stated=stated)
    lead.text = flow[lead.start : lead.end]
    return lead


def _noun_phrase(context: Context, start: int, end: int, *, stated: bool = False) -> tuple[int, int]:
    """The nearest noun phrase that ends before `end`; `stated` where a verb follows it."""
    flow = context.flow
    closed = _closing(context, start, end)
    begin = max(closed, _after_boundary(context, closed, end, stated=stated))
    listed = stated and flow.startswith("; ", start) and begin <= start + 2
    commas: list[re.Match[str]] = []
    if flow.find(",", begin, end) >= 0:
        commas = [m for m in _COMMA.finditer(flow, begin, end) if _depth_closed(flow, m.end(), end)]
    for number in range(len(commas) - 1, -1, -1):
        comma = commas[number]
        own = trim(context, comma.end(), end)
        if own[0] >= own[1] or _joined(flow, comma.start(), comma.end()):
            continue
        segment = commas[number - 1].end() if number else begin
        if flow.startswith("có ", comma.end()) and _HEADS.match(flow, own[0]):
            return own  # "gồm 3 xã (huyện Tân Kỳ cũ), có diện tích tự nhiên 112 km2"
        counted = begin == start and segment == begin and flow[begin : begin + 1] == " "  # what the figure before is of
        if not counted and _same_phrase(context, segment, comma.start(), comma.end(), end, listed=listed):
            continue
        return own
    return trim(context, _after_time(context, begin, end), end)


def _after_time(context: Context, start: int, end: int) -> int:
    """Where the name begins after words that only say when: "theo báo cáo kinh tế 9 tháng năm 2023 giá trị sản xuất đạt"."""
    for mention in reversed(context.mentions_between(start, end)):
        if context.flow.startswith(" ", mention.end) and _HEADS.match(context.flow, mention.end + 1, end):
            return mention.end if MEASURES.search(context.flow, start, mention.start) is None else start
    return start


_PREDICATE = searched(
    r"(?<!\w)(?:chuyển dịch|được (?:nâng|cải thiện|duy trì|quan tâm|tăng cường|giữ vững|đẩy mạnh|bảo đảm|đảm bảo|kiểm soát)|đã|đang|là|có|tiếp tục|gặp|sẽ|vẫn|cũng|nên|góp phần|tăng|giảm|đạt|bị|đề ra|giúp|nhằm|làm|khi|do|vì|khiến|cho thấy|không|còn|thấp|cao|công bố|cho biết|cho hay|khẳng định|nhấn mạnh)(?!\w)"
)
_TELLS_IN_A_LIST = searched(
    r"(?<!\w)(?:chuyển dịch|đã|đang|là|tiếp tục|gặp|sẽ|vẫn|cũng|nên|góp phần|tăng|giảm|đạt|bị|đề ra|giúp|nhằm|làm|khi|do|vì|khiến|cho thấy|còn|công bố|cho biết|cho hay|khẳng định|nhấn mạnh)(?!\w)"
)
"""Those of them that tell something even of a member of a list."""
_INTRODUCES = re.compile(
    r"(?:theo|trong|bên cạnh|cùng|nhờ|do|tại|đến|năm|với|mặc dù|dù|tính|từ|để|về|trước|sau|qua|ngoài|đối|nếu|khi|tuy|như|kết quả|riêng|đặc biệt|hiện|theo đó|tháng|quý|ước|cụ thể|trên|nhìn|ngay|nhất|dưới (?:tác động|ảnh hưởng|sự)|theo báo cáo)(?!\w)"
)


_MOVES = searched(r"(?<!\w)(?:đạt|tăng(?<!tốc độ tăng)(?<!giá trị tăng)(?<!mức tăng)|giảm|là|đã|bằng)(?!\w)")
_HEADS = re.compile(
    r"(?:tỷ lệ|tỷ trọng|tổng|số|diện tích|sản lượng|năng suất|kim ngạch|chỉ số|giá trị|doanh thu|doanh số|vốn|dân số|grdp|gdp|thu nhập|thu ngân sách|chi ngân sách|mức|tốc độ|dư nợ|lượng khách|lượt khách|k[iè][ềểm]m? giữ|kiềm giữ|đàn|khu vực|ngành|công suất|chiều dài|trị giá|sản xuất (?:công|nông) nghiệp)(?!\w)"
)

_HEADS_NEXT = re.compile(rf"(?:tăng |giảm |nâng |đạt )?{_HEADS.pattern}")


MEASURES = searched(
    r"(?<!\w)(?:tỷ lệ|tỷ trọng|diện tích|sản lượng|năng suất|kim ngạch|xuất khẩu|nhập khẩu|chỉ số|giá trị|doanh thu|tổng vốn|vốn|dân số|grdp"
    r"|gdp|thu nhập|thu ngân sách|chi ngân sách|số thu|tốc độ tăng(?: trưởng)?|tăng trưởng|mức tăng|dư nợ|lao động|số \w+)(?!\w)"
)
"""Nouns that say what is measured."""


_SHORT_BEFORE = re.compile(r"(?<!\w)[A-ZĐ]{3,}$")
_SHORT_AFTER = re.compile(r" ?[A-ZĐ]{3,}(?!\w)")


def _same_phrase(context: Context, start: int, comma: int, after: int, end: int, *, listed: bool) -> bool:
    """Whether the comma only separates members of one noun phrase: "được phát hiện, bắt giữ".

    Where things are listed one after another, "; thép không gỉ, dạng cuộn, tăng 3%", more may stand in a phrase.
    """
    text, flow = context.copy.text, context.flow
    if _SHORT_AFTER.match(text, after, end) and _SHORT_BEFORE.search(text, start, comma):
        return True  # "tổng số thu BHXH, BHYT, BHTN"
    if text[after : after + 1].isupper() or _HEADS_NEXT.match(flow, after) or context.mentions_between(start, comma):
        return False
    first = trim(context, start, comma)
    if first[0] >= first[1]:
        return False
    words_before = flow[first[0] : first[1]]
    lead = flow[start:comma].lstrip(" ,;:-")
    if _HEADS.match(lead) and not _MOVES.search(words_before):
        return end - first[0] < _LONGEST_NAME
    predicate = _TELLS_IN_A_LIST if listed else _PREDICATE
    if _INTRODUCES.match(lead) or predicate.search(words_before) or words_before.count(" ") > 14:
        return False
    return end - first[0] < _LONGEST_NAME


_RELATIVE = 3
"""Spaces in what follows "đã" where it only says which things are counted: "số vụ đã phát hiện tăng"."""


_TOLD_LONG = 6
"""The same where a noun stands before it that says what is measured: "tổng sản lượng đã tiêu thụ của toàn tỉnh"."""


def _after_boundary(context: Context, start: int, end: int, *, stated: bool = False) -> int:
    flow = context.flow
    begin = start
    for match in _BOUNDARY.finditer(flow, start, end):
        if match[0] == "đã" and _says_which(context, begin, match.span(), end, stated=stated):
            continue
        if _depth_closed(flow, match.end(), end) and (match.end() < end or match[0][0] in ";\n"):
            begin = match.end()
    opened = _open_bracket(flow, begin, end)
    return opened + 1 if opened is not None and opened + 1 < end else begin


def _says_which(context: Context, begin: int, done: Span, end: int, *, stated: bool) -> bool:
    """Whether what was done only says which things are counted: "số vụ đã phát hiện tăng"."""
    things = trim(context, begin, done[0])
    headed = _HEADS.match(context.flow, things[0]) is not None
    near = context.flow.count(" ", done[1], end) <= (_TOLD_LONG if headed else _RELATIVE)
    return near and (stated or headed) and not is_agent(context, *things)


def _closing(context: Context, start: int, end: int) -> int:
    """Where a bracket closes that was open at `start`, or opens there or behind a date; `start` where none does."""
    flow = context.flow
    close, opened = flow.find(")", start, end), flow.find("(", start, end)
    if close < 0:
        return start
    if opened < 0 or close < opened:
        return close + 1
    again = flow.find("(", opened + 1, close)
    if again >= 0 or close + 1 >= end:
        return start
    dated = (
        opened - start <= _DATE and _TIME_IN_A_BRACKET.match(flow, opened) and not _stands_alone(context, start, opened)
    )
    return close + 1 if dated or flow[start:opened].isspace() else start


_DATE = 30
_TIME_IN_A_BRACKET = re.compile(r"\((?:tính |kể )?(?:từ|đến) ")
"""As in "Năm 2014 (tính từ 21/12/2013 đến 20/12/2014) cấp mới 45 dự án"."""


def _open_bracket(flow: str, start: int, end: int) -> int | None:
    if flow.find("(", start, end) < 0:
        return None
    depth = 0
    for position in range(end - 1, start - 1, -1):
        if flow[position] == ")":
            depth += 1
        elif flow[position] == "(":
            if depth == 0:
                return position
            depth -= 1
    return None


def _depth_closed(flow: str, start: int, end: int) -> bool:
    """Whether no bracket that opened before `start` closes before `end`."""
    if flow.find(")", start, end) < 0:
        return True
    depth = 0
    for position in range(start, end):
        if flow[position] == "(":
            depth += 1
        elif flow[position] == ")":
            depth -= 1
            if depth < 0:
                return False
    return True


def _joined(flow: str, comma: int, after: int) -> bool:
    """Whether the comma stands inside a compound: "nông, lâm nghiệp và thủy sản"."""
    compounds = _compounds()
    if not flow.startswith(tuple(compounds), after):
        return False
    return any(
        flow.startswith(second, after) and flow.endswith(firsts, 0, comma) for second, firsts in compounds.items()
    )


@by_lexicon
def _compounds() -> dict[str, tuple[str, ...]]:
    """What stands before the comma of a compound, by what stands after it."""
    found: dict[str, tuple[str, ...]] = {}
    for compound in phrases("compound"):
        first, second = compound.split(", ", 1)
        found[second] = (*found.get(second, ()), first)
    return found


def _stands_alone(context: Context, start: int, end: int) -> bool:
    trimmed = trim(context, start, end)
    return trimmed[0] < trimmed[1]


_FOOTNOTE = re.compile(r"[ ,.]*(?:\[\d{1,3}\]\s*)+")
_LEADING_MARKS = " ,.-+*:;\"'•()/|–…\t\n"
_TRAILING_MARKS = " ,.-+*:;\"'•/|…(\t\n"


def trim(context: Context, start: int, end: int) -> Span:
    """A stretch without connectives, dates and adverbs at its ends; empty where nothing is left."""
    flow = context.flow
    bare, known = _without_marks(flow, start, end), None
    while bare != known:
        known = bare
        start, end = _without_words(flow, *_without_dates(context, *bare))
        bare = _without_marks(flow, start, end)
    if start >= end or not (flow[start].isalpha() or _ALPHA.search(flow, start, end)):
        return end, end
    return start, end


def _without_marks(flow: str, start: int, end: int) -> Span:
    if start < end and flow[start].isalnum() and flow[end - 1].isalnum():
        return start, end
    note = _FOOTNOTE.match(flow, start, end) if flow.find("[", start, end) >= 0 else None
    start = start if note is None else note.end()
    while start < end and flow[start] in _LEADING_MARKS:
        if flow[start] == "(" and ")" in flow[start:end]:
            break
        start += 1
    while end > start and flow[end - 1] in _TRAILING_MARKS:
        if flow[end - 1] == '"' and flow.count('"', start, end) % 2 == 0:
            break
        end -= 1
    if (
        end > start and flow[start] == "(" and flow.find(")", start, end) == end - 1
    ):  # only an aside: "(sau điều chỉnh)"
        return end, end
    if end > start and flow[end - 1] == ")" and "(" not in flow[start:end]:
        end -= 1
    return start, end


def _without_dates(context: Context, start: int, end: int) -> Span:
    mention = context.mention_starting(start)
    if mention is not None and mention.end <= end:
        start = mention.end
    mention = context.mention_ending(end)
    if mention is not None and mention.start >= start:
        end = mention.start
    return start, end


def _without_words(flow: str, start: int, end: int) -> Span:
    lead, kept, trail, kept_end = _edge_words()
    found = lead.at(flow, start, end)
    if found is not None and kept.at(flow, start, end) is None:
        start = found[0]
    ending = trail.before(flow, end, start)
    whole = kept_end.before(flow, end, start)
    if ending is None or (whole is not None and whole[0] <= ending[0]):
        return start, end
    if _COUNTED_TIME.search(flow, start, end):
        return start, end
    return start, ending[0]


_COUNTED_TIME = re.compile(r"\d (?:năm|tháng)$")
"""A stretch of time at the end of a name, which keeps its unit: "tốc độ tăng bình quân 3 năm"."""


@by_lexicon
def _edge_words() -> tuple[Phrases[str], Phrases[str], Phrases[str], Phrases[str]]:
    """What is taken off the two ends of a phrase, each with what is kept there in spite of it."""
    return phrases("lead"), phrases("kept"), phrases("trail"), phrases("kept_end")


_SHARE_ASIDE = re.compile(r" \(\d[\d.,]*%\)")
"""A share in brackets between a count and what it counts: "2.745 xã (30,76%) đạt chuẩn nông thôn mới"."""


def following_name(context: Context, figure: RawFigure, limit: int) -> tuple[int, int]:
    """The noun phrase after a figure that precedes what it counts: "100% chỗ học cho học sinh"."""
    flow = context.flow
    aside = _SHARE_ASIDE.match(flow, figure.end)
    start, limit = (figure.end, limit) if aside is None else (aside.end(), len(flow))
    if flow[start : start + 1] not in (" ", "\n") or flow.startswith(" và ", start):
        return start, start
    stop = min(limit, start + _LONGEST_NAME)
    for match in _NOUN_STOP.finditer(flow, start, stop):
        if (
            match[0].startswith(",")
            and not _HEADS.match(flow, match.end())
            and _stands_alone(context, start, match.start())
            and not _PLACE_NEXT.match(context.copy.text, match.end())
            and _list_goes_on(flow, start, match.start(), match.end())
        ):
            continue
        stop = match.start()
        break
    whole = _PART_IS.match(flow, start, stop)
    stop = stop if whole is None else whole.end("whole")
    others = _OTHER_SUBJECT.finditer(context.copy.text, start, stop)
    other = next((one for one in others if not _OFFICE.search(flow, start, one.start())), None)
    return trim(context, start, stop if other is None else other.start())


_PLACE_NEXT = re.compile(rf"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh) [{UPPER}\d]")
"""What a comma then parts from the words before: "10 cột hạ thế, xã Tân Lập 12 cột"."""
_PART_IS = re.compile(r"(?P<whole> (?:của )?(?:grdp|gdp|tổng) ?(?:[^\W\d]+ ){0,8}?)là [^\W\d]")
"""As in "chiếm 65% tổng thu ngân sách là dầu thô nhập khẩu"."""
_OFFICE = re.compile(r"(?<!\w)(?:sở|bộ|phòng|ban|cục) (?:[^\W\d]+ ?){1,4}$")
"""Before an "và" that belongs to the name of an office: "Sở Kế hoạch và Đầu tư"."""
_OTHER_SUBJECT = re.compile(rf" và (?=[{UPPER}])")


def _list_goes_on(flow: str, start: int, comma: int, after: int) -> bool:
    """Whether what follows a comma still belongs to a listing of things, not to a new clause."""
    acts = words("verb", "verb_aux").at(flow, after) or phrases("doing").at(flow, after)
    if acts is not None or flow[after : after + 1].isdigit() or _OPENS_CLAUSE.match(flow, after):
        return False
    if _STATES_ITSELF.match(flow, after):
        return False  # "3,2 tỷ đồng nợ thuế, nợ đọng còn 12,8 tỷ đồng"
    if flow[start:comma].count(" ") <= 5:
        return True
    return _MEMBER.match(flow, after) is not None


_STATES_ITSELF = re.compile(
    r"(?:[^\W\d]+ ){1,5}?(?:còn|đạt|là|tăng|giảm|chiếm|ước đạt)(?: (?:khoảng|gần|hơn|trên|lên))* \d|(?:[^\W\d]+ ){3,7}\d+(?![\w.,]*\w)(?=[,;.])|(?:(?!và )[^\W\d]+ ){2,5}\d[\d.,]* ?(?:%|tỷ|triệu)"
)
_OPENS_CLAUSE = re.compile(
    r"(?:chủ yếu|phần lớn|đa số|góp phần|nhằm|qua đó|từ đó|đáp ứng|(?:bảo|đảm) (?:đảm|bảo)|nâng|đưa|gây|thiệt hại|thu được|phạt|xử phạt|tịch thu|nộp)(?!\w)"
)
_MEMBER = re.compile(r"[^,;.()\d\n]{2,40}?(?:,| và |$)")


_A_RATE = re.compile(r"tỷ (?:lệ|suất) (?:tăng|giảm) (?:dân số|tự nhiên|sinh)")


def is_growth_name(flow: str, start: int, end: int) -> str | None:
    """Whether a name is the name of a rise or fall: "tốc độ tăng trưởng …", "có tốc độ tăng trưởng cao"."""
    if _A_RATE.match(flow, start, end):  # a level by itself: "tỷ lệ tăng dân số tự nhiên"
        return None
    if phrases("growth").at(flow, start, end) is not None or _GROWTH.search(flow, start, end):
        return "increase"
    return "decrease" if phrases("decline").at(flow, start, end) is not None else None


_GROWTH = searched(
    r"(?<!\w)(?:tốc độ|mức) tăng(?: trưởng)?(?!\w)|(?<!\w)tăng trưởng (?:nhanh|khá|cao|mạnh|tốt|ổn định|liên tục)(?:, đạt(?: trung bình| bình quân)?)?$|(?<!\w)tốc độ$"
)
