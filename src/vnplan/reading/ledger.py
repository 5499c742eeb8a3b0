"""What each number of a text is: merges the claims of all steps (sổ chữ số)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from vnplan.reading.clean import UPPER
from vnplan.reading.context import Context, open_bracket
from vnplan.reading.figures import in_words, read_figure
from vnplan.reading.labelled import read_labelled, read_life_expectancy
from vnplan.reading.layout import Block
from vnplan.reading.norms import read_norms
from vnplan.reading.numbers import NUMBER, address_spans, claim_by_context
from vnplan.reading.patterns import searched
from vnplan.reading.periods import Mention, bare_year
from vnplan.reading.raw import NumberClaim, RawFigure, Reading


def claim_numbers(context: Context, reading: Reading) -> list[RawFigure]:
    """Claim every number of the text; the figures among them are returned, years are added to the context."""
    taken = _claimed_digits(context.flow, list(_in_tables(reading)))
    numbers = _Numbers(
        context.copy.text, context.flow, _claimed_digits(context.flow, list(_spans(context, reading))) | taken
    )
    numbers.read()
    reading.claims += numbers.claims
    context.add(numbers.years)
    return numbers.figures


_FIGURE = "figure"
"""Kind of the claim on a number that a table has read; its figure claims it in the ledger."""


def _in_tables(reading: Reading) -> Iterator[NumberClaim]:
    """What tables claim, before all others."""
    for table in reading.tables:
        yield from table.claims
        for figure, _ in table.figures:
            yield NumberClaim(figure.start, figure.end, _FIGURE, "a figure of a table")


def _spans(context: Context, reading: Reading) -> Iterator[NumberClaim]:
    """What the patterns of documents, lists, addresses and dates claim; the first to claim a number keeps it."""
    for citation in reading.citations:
        if citation.number is not None:
            yield NumberClaim(citation.start, citation.end, "document_number", "a cited document")
    if reading.parts.number_span is not None:
        yield NumberClaim(*reading.parts.number_span, "document_number", "the document's own number")
    for block in context.layout.blocks:
        if block.mark:
            yield NumberClaim(block.mark_start, block.mark_start + len(block.mark), "list_number", "numbers an item")
        elif (block.cell and _numbers_row(context.flow, block)) or _numbers_what_follows(context, block):
            yield NumberClaim(block.start, block.end, "list_number", "numbers a row")
    for match in _INLINE.finditer(context.flow):
        yield NumberClaim(match.start(), match.end(), "list_number", "numbers a point of a sentence")
    yield from address_spans(context.flow)
    for mention in context.mentions:
        kind = "date" if mention.is_date else "period"
        yield NumberClaim(mention.start, mention.end, kind, f"names a {mention.kind}")
    yield from read_norms(context.flow)


_ROW_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,3}\.?")
_INLINE = re.compile(r"\((?<=[.;:,] \()\d{1,2}\)(?=\s+[^\W\d])")


def _numbers_row(flow: str, block: Block) -> bool:
    """Whether a cell holds the number of its row: the first that is filled, with words after it."""
    if not _ROW_NUMBER.fullmatch(flow, block.start, block.end):
        return False
    line = flow.rfind("\n", 0, block.start) + 1
    after = flow[block.end : block.end + _GAP].lstrip(" |\n")
    return not flow[line : block.start].strip(" |") and after[:1].isalpha()


_ALONE = re.compile(r"(?:\d{1,2}\.){1,3}|\d{1,2}(?:\.\d{1,2}){1,3}")
_LONE_ROW = re.compile(r"\|\s*\n\s*\|\s*\n\s*$")


def _numbers_what_follows(context: Context, block: Block) -> bool:
    """Whether a number stands on a line of its own before the words that it numbers: "1.", "Sở Nội vụ"."""
    flow = context.flow
    if block.end - block.start > _LONGEST_MARK or flow[block.start] not in "0123456789":
        return False
    opens_row = _LONE_ROW.search(flow, max(0, block.start - _GAP), block.start) is not None
    if not (_ALONE.fullmatch(flow, block.start, block.end) or (opens_row and flow[block.start : block.end].isdigit())):
        return False
    after = context.copy.text[block.end : block.end + _GAP].lstrip(" |\n*")
    return after[:1].isupper()


_LONGEST_MARK = 9
_GAP = 24
"""Characters after the number of a row in which its words begin."""


def _claimed_digits(flow: str, spans: list[NumberClaim]) -> dict[int, NumberClaim]:
    """Each number's start inside a claimed span, with its claim, cut to the number."""
    taken: dict[int, NumberClaim] = {}
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        for match in NUMBER.finditer(flow, span.start, span.end):
            taken.setdefault(match.start(), NumberClaim(match.start(), match.end(), span.kind, span.reason))
    return taken


_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?![\d/.,%]|\s?%)")


@define
class _Numbers:
    """One pass over the numbers of a text."""

    text: str
    flow: str
    taken: dict[int, NumberClaim]
    figures: list[RawFigure] = field(factory=list)
    years: list[Mention] = field(factory=list)
    claims: list[NumberClaim] = field(factory=list)

    def read(self) -> None:
        """Claim the numbers from left to right."""
        reach = 0
        for match in NUMBER.finditer(self.flow):
            start, end = match.span()
            if start < reach:
                continue
            claim = self.taken.get(start) or self._claim(start, end)
            if claim is not None:
                if claim.kind != _FIGURE:
                    self.claims.append(claim)
                reach = claim.end
            else:
                figure = self.figures[-1]
                reach = max(figure.number_end, figure.upper_end, figure.end)
        words = [figure for figure in in_words(self.flow) if _claim_on_figure(self.text, self.flow, figure) is None]
        if words:
            self.figures = sorted([*self.figures, *words], key=lambda figure: figure.start)

    def _claim(self, start: int, end: int) -> NumberClaim | None:
        """The claim on a number that no pattern took; None where it is a figure, which is kept."""
        claim = claim_by_context(self.flow, start, end)
        if claim is not None:
            before = self.figures[-1] if self.figures else None
            lived = read_life_expectancy(self.flow, start, end, before) if claim.kind in _STRETCHES else None
            if lived is not None:
                self.figures.append(lived)
            return claim if lived is None else None
        figure = read_figure(self.flow, start, end, self.taken)
        if figure is not None:
            claim = _claim_on_figure(self.text, self.flow, figure)
            if claim is None:
                self.figures.append(figure)
            return claim
        labelled = read_labelled(self.flow, start, end, self.figures[-1] if self.figures else None)
        if labelled is not None and not self._numbers_a_name(start, end):
            self.figures.append(labelled)
            return None
        return self._without_unit(start, end)

    def _numbers_a_name(self, start: int, end: int) -> bool:
        """Whether a bare number belongs to the proper name before it, which in brackets would be a part's: "Vân Canh 1, Vân Canh 2"."""
        if end - start > _NUMERAL or self.flow[start - 1] != " " or open_bracket(self.flow, 0, start) is not None:
            return False
        return _PROPER.search(self.text, max(0, start - _LONGEST_PROPER), start) is not None

    def _without_unit(self, start: int, end: int) -> NumberClaim:
        """The claim on a number without a unit: a year, a day, a note mark, part of a name, else unread."""
        flow = self.flow
        year = bare_year(flow, start, end)
        if year is not None:
            self.years.append(year)
            return NumberClaim(start, end, "period", "a year")
        if _OLD_YEAR.match(flow, start, end) and flow.endswith("năm ", 0, start):
            return NumberClaim(start, end, "period", "a year")
        if day := _DAY.match(flow, start):
            return NumberClaim(start, day.end(), "date", "a day and a month")
        if end - start <= _NUMERAL and flow.endswith("(", 0, start) and _CLOSED_NOTE.match(flow, end):
            return NumberClaim(start, end, "other", "a note mark")
        if end - start <= _NUMERAL and _PROPER.search(self.text, max(0, start - _LONGEST_PROPER), start):
            return NumberClaim(start, end, "name", "part of a proper name")
        return NumberClaim(start, end, "unread", "no unit that is known")


_CLOSED_NOTE = re.compile(r"\) ?(?:[.;,]|\n|$)")
_NUMERAL = 2
_LONGEST_PROPER = 24
_PROPER = re.compile(rf"(?<![\w.])[{UPPER}][^\W\d_]+ [{UPPER}][^\W\d_]+ $")
"""Two words of a proper name before a number: "nhà máy Nghi Sơn 2"."""
_STRETCHES = ("age", "period")
_OLD_YEAR = re.compile(r"1[0-8]\d\d")


def _claim_on_figure(text: str, flow: str, figure: RawFigure) -> NumberClaim | None:
    """The claim on a number with a unit that measures nothing of the place."""
    span = figure.number_start, figure.number_end
    if _is_per_unit(flow, figure):
        return NumberClaim(*span, "unit", "the measure of another figure")
    if _UNIT_NAMED.search(flow, max(0, figure.start - _NEAR_PART), figure.start):
        return NumberClaim(*span, "unit", "the unit of a table")
    if figure.unit is not None and figure.unit.symbol == "vụ" and _SEASONS.match(flow, figure.end):
        return NumberClaim(*span, "name", "seasons of a crop")
    if _is_class(flow, figure) or _is_generation(flow, figure):
        return NumberClaim(*span, "name", "bounds a class of things")
    counts = figure.unit is not None and figure.unit.dimension.startswith("count:")
    if counts and _RANKS_AMONG.search(flow, max(0, figure.start - _NEAR_PART), figure.start):
        return NumberClaim(*span, "count", "how many something is ranked among, or was made of")
    counted = (
        figure.kind == "count" and _OF_A_BODY.search(flow, max(0, figure.start - _NEAR_NUMBER), figure.start) is None
    )
    if counted or _is_award(flow, figure) or _is_headcount(flow, figure) or _refers(text, flow, figure):
        return NumberClaim(*span, "count", "counts what measures nothing of the place")
    return None


_SEASONS = re.compile(r" (?:lúa )?(?:đông xuân|hè thu|thu đông|xuân|mùa|chiêm)(?!\w)")
_RANKS_AMONG = searched(
    r"(?<!\w)(?:(?:thứ|hạng|vị trí(?: thứ)?) [\w]+ (?:trong|trên)(?: (?:tổng )?số)?|(?:sau|trước|từ)(?: khi)? (?:hợp nhất|sáp nhập|chia tách)) $"
)
"""As in "đứng thứ 5 trong 14 tỉnh của vùng" and "sau khi hợp nhất 2 tỉnh"."""
_NEAR_NUMBER = 60
_OF_A_BODY = searched(
    r"(?<!\w)số (?:lượng )?(?:đảng viên|cán bộ|công chức|viên chức|biên chế)(?: [^\W\d]+){0,7}?(?:,? (?:lên|là|đạt|còn|có))?(?: (?:tới|thành|gần|hơn|trên))* $"
)
"""Before people who are counted as members of a body: "nâng tổng số đảng viên toàn Đảng bộ lên 6.120 đồng chí"."""
_UNIT_NAMED = searched(r"(?<!\w)(?:đơn vị(?: tính)?|đvt|đv tính) ?: ?$")
"""Before a number that belongs to a unit: "Đơn vị tính: 1000 đồng"."""
_BODIES = searched(
    r"(?<!\w)(?:ubnd|ủy ban nhân dân|đơn vị|phòng,? ban|ban,? ngành|chủ tịch|đoàn thể|sở, ngành|lãnh đạo|đại diện|bí thư|địa phương)(?: thuộc \w+| \w+)?(?: và|,)? *(?:của |các )?$"
)
_ADMINISTRATIVE = frozenset(["phường", "xã", "quận", "huyện", "tỉnh", "thôn", "ấp", "bản"]) | {
    "khu phố",
    "thị trấn",
    "đơn vị",
    "xã, phường",
    "phường, xã",
    "tỉnh, thành phố",
    "tỉnh, thành",
    "cơ quan",
    "sở, ngành",
    "địa phương",
}
_CHARGED = searched(r"(?<!\w)(?:giao|phân công)(?: (?:nhiệm vụ|việc|công việc|trách nhiệm|chỉ tiêu))? cho $")
"""Before bodies that somebody charges with work: "giao nhiệm vụ cho 17 sở, ngành"."""
_PER_MANY = frozenset(["1", "100", "1000", "10000", "100000"])
_PEOPLE = ("người", "dân")
_PER_ONE = searched(
    r"(?<!\w)(?:thu (?:được )?từ|giá trị(?: sản xuất| sản phẩm)? của|tính trên|trên|mỗi|một|bình quân|cho)\s*$|/(?<!\d/)(?<!\d /) ?$"
)


def _is_headcount(flow: str, figure: RawFigure) -> bool:
    """Whether it counts the bodies that somebody addresses: "UBND 12 phường"."""
    noun = "" if figure.unit is None else figure.unit.dimension.removeprefix("count:")
    before = max(0, figure.start - 48)
    told = _BODIES.search(flow, before, figure.start) or _CHARGED.search(flow, before, figure.start)
    return noun in _ADMINISTRATIVE and told is not None


_GENERATION = frozenset("2345")
_DOSES = frozenset("12345")


def _is_generation(flow: str, figure: RawFigure) -> bool:
    """Whether it names a generation of networks, or how many doses one has: "5G", "tiêm đủ 2 mũi"."""
    if figure.unit is not None and figure.unit.symbol == "mũi":
        return figure.value in _DOSES
    return figure.value in _GENERATION and flow[figure.number_end : figure.end] == "g"


_NAMED_PLACES = re.compile(rf" (?=[{UPPER}])(?![{UPPER}]{{2,}}(?!\w))|,? ?(?:TP|thành phố) (?:trực thuộc|[{UPPER}])")
_PLACES = frozenset(["tỉnh", "huyện", "xã", "phường", "quận", "khu công nghiệp", "tỉnh, thành phố", "thị xã"])


def _refers(text: str, flow: str, figure: RawFigure) -> bool:
    """Whether it counts what is named beside it or was told before: "2 tỉnh Ninh Bình, Thanh Hóa", "8 đơn vị này"."""
    if figure.unit is None or not figure.unit.dimension.startswith("count:"):
        return False
    noun = figure.unit.dimension.removeprefix("count:")
    named = noun in _PLACES and _NAMED_PLACES.match(text, figure.end) is not None
    return named or _THESE.match(flow, figure.end) is not None


_CLASS = searched(
    r"(?<!\w)(?:hữu hạn|tnhh|trách nhiệm hữu hạn)\s*$|(?:quy mô vốn|vốn điều lệ|quy mô)(?: (?:dưới|trên|từ|hơn))?\s*$|(?:các|những) [^,;.()\d]{0,40}có (?:tỷ lệ|mức|quy mô|thu nhập|vốn)[^,;.()\d]{0,30}$"
)


_CONDITION = re.compile(r"[^,;.\n\d]{0,20} (?:thì|sẽ)(?!\w)")
"""What a bound then only sets: "chủ đầu tư nào giải ngân dưới 50% sẽ bị cắt vốn"."""
_WHOLLY_OWNED = re.compile(r" vốn (?:đầu tư )?(?:trực tiếp )?(?:nước ngoài|nhà nước|fdi|tư nhân)(?!\w)")
"""What "100%" then only describes: "doanh nghiệp 100% vốn nước ngoài"."""
_PROGRAMME = searched(r"(?<!\w)(?:dự án|đề án|chương trình|phong trào)(?: trồng(?: mới)?)? $")
_MANY = 5
"""Power of ten from which a quantity right behind these only names a programme: "dự án 5 triệu ha rừng"."""
_NEAR_PART = 30
_SIZES = ("length", "area", "mass", "volume")
_PART_OF = re.compile(r"\d ?% (?:số )?[^\W\d]+(?: [^\W\d]+)? $")
"""What a bound then describes: "98,7% tàu từ 15 m trở lên"."""
_THESE = re.compile(r" (?:này|nói trên|trên đây|kể trên)(?!\w)")

_LEFT_BELOW = re.compile(
    r"(?<!\w)(?:không còn|còn|số|các|những) (?:\d+ )?(?:xã|thôn|bản|ấp)(?: nào)?(?: chỉ)?(?: đạt)? $"
)
"""What a bound on criteria then describes: "không còn xã dưới 12 tiêu chí"."""

_OF_A_CLASS = ("hữu hạn", "tnhh", "quy mô", "vốn điều lệ", "có ")
"""Words of which the pattern needs one."""


def _fills_a_bracket(flow: str, figure: RawFigure) -> bool:
    return flow.startswith(")", figure.end) and flow.endswith("(", 0, figure.start)


def _is_class(flow: str, figure: RawFigure) -> bool:
    """Whether a figure only bounds a class: "doanh nghiệp quy mô vốn dưới 10 tỷ đồng"."""
    if figure.unit is None:
        return False
    if figure.comparator in (">=", "<=") and figure.unit.dimension in _SIZES and _fills_a_bracket(flow, figure):
        return True  # "60 mô hình sản xuất lúa tập trung (từ 5 ha trở lên)"
    seats = figure.unit.symbol in ("chỗ", "chỗ ngồi") and figure.comparator != "="
    sized = figure.unit.dimension in _SIZES and figure.comparator != "="
    if (
        figure.unit.symbol == "tiêu chí"
        and figure.comparator == "<"
        and _LEFT_BELOW.search(flow, max(0, figure.start - 40), figure.start)
    ):
        return True
    if sized and _PART_OF.search(flow, max(0, figure.start - _NEAR_PART), figure.start):
        return True
    before = flow[max(0, figure.start - 90) : figure.start]
    if figure.comparator != "=" and " nào " in before and _CONDITION.match(flow, figure.end):
        return True
    if figure.value == "100" and _WHOLLY_OWNED.match(flow, figure.end):
        return True
    if figure.unit.power >= _MANY and not figure.unit.dimension.startswith("money") and _PROGRAMME.search(before):
        return True
    return seats or (any(map(before.__contains__, _OF_A_CLASS)) and _CLASS.search(before) is not None)


def _is_per_unit(flow: str, figure: RawFigure) -> bool:
    """Whether a one is the measure of another figure: "trên 01 ha", "trên 1 vạn dân", "1 USD đổi 25.410 đồng"."""
    if figure.value == "1" and _EXCHANGED.match(flow, figure.end):
        return True
    return (
        figure.value in _PER_MANY
        and figure.comparator in (">", "=")
        and _PER_ONE.search(flow, max(0, figure.number_start - 12), figure.number_start) is not None
        and figure.unit is not None
        and (
            (figure.value == "1" and figure.unit.dimension in ("area", "count:vạn dân", "mass"))
            or figure.unit.symbol.endswith(_PEOPLE)
        )
        and _REACHED.search(flow, max(0, figure.number_start - 24), figure.number_start) is None
    )


_EXCHANGED = re.compile(r"(?<= usd| eur| jpy| cny) ?(?:=|xấp xỉ|bằng|đổi|tương đương|ăn|quanh mức)(?!\w)")
_REACHED = searched(
    r"(?<!\w)(?:(?:đạt|còn|lên|có|là|được|cho) trên|(?:hỗ trợ|giải quyết|tạo|cấp|trao|tổ chức|phục vụ)(?: [^\W\d]+){0,2} cho) $"
)
"""Words after which so many are told, not another figure's measure: "phấn đấu đạt trên 10.000 người"."""


_AWARD = searched(
    r"(?<!\w)(?:tặng|trao|khen thưởng|tuyên dương|biểu dương|vinh danh|dự hội nghị|tham dự|thăm hỏi)(?!\w)[^.;\n]{0,60}$"
)


_GIFT = 140
"""Characters before an amount in which a gift is told."""
_WORTH = searched(
    r"(?<!\w)(?:tặng|trao)(?!\w)(?:[^.;\n]|\.(?=\d))*(?:trị giá|phần thưởng(?: là)?)(?: là| khoảng| trên)?\s*$"
)


def _is_award(flow: str, figure: RawFigure) -> bool:
    """Whether a count stands where something is awarded or given, or an amount says what that is worth."""
    unit = figure.unit
    if unit is not None and unit.dimension.startswith("money"):
        return _WORTH.search(flow, max(0, figure.start - _GIFT), figure.start) is not None
    return (
        unit is not None
        and unit.dimension.startswith("count:")
        and _AWARD.search(flow, max(0, figure.start - 80), figure.start) is not None
    )
