"""Which noun phrase says what a figure measures (tên chỉ tiêu)."""

from __future__ import annotations

import re

from vnplan.lexicon import phrases
from vnplan.reading.context import WINDOW, open_bracket
from vnplan.reading.own_names import (
    COUNTED_NAME,
    HAVING,
    OF_A_WHOLE,
    UNNAMED,
    in_a_whole,
    is_name,
    measured,
    out_of_a_count,
    own_name,
    presents,
    states,
)
from vnplan.reading.patterns import searched
from vnplan.reading.raw import RawFigure
from vnplan.reading.scene import CAPTION, Sight
from vnplan.reading.statements import MEASURES, Span, following_name, read_lead, trim

_ONLY_PLANNED = re.compile(
    r"(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu|kịch bản)(?: [\w ]{0,40})?(?: giao| đề ra| đặt ra| pháp lệnh)"
    r"|(?:(?!tổng (?!cục|công ty)|số |biên chế|vốn )[\w ]{0,40} )?(?:giao|đề ra)|(?:(?:chưa|không) đạt )?(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)(?: (?:năm|cả năm|phấn đấu))*"
    r"|(?:chỉ tiêu|mục tiêu|kế hoạch)? ?(?:nghị quyết|nq|đại hội)(?: (?:đại hội|đảng bộ|hđnd|tỉnh|huyện|xã))*"
)
RESPECT = re.compile(
    r" về (?P<name>(?:số|tổng|lượt|tấn|sản lượng|khối lượng|giá trị|trị giá|kim ngạch|vốn|lượng|diện tích|năng suất|doanh thu|quy mô)"
    r"(?: (?!và |so |với |trong |tăng |giảm |nhưng )\w+){0,8})"
)
"""In which respect something changed: "tăng 12,9% về số doanh nghiệp và tăng 39% về số vốn"."""
LONG_LIST = 24
"""Figures before in which the members of a list are looked for."""
RESPECTS = ("lượng", "số lượng", "sản lượng", "khối lượng", "trị giá", "giá trị", "kim ngạch")
"""Those that name nothing by themselves."""
_MORE_OR_LESS = re.compile(r"(?:(?:cao|thấp|nhiều|ít|nhanh|chậm) hơn|xấp xỉ|tương đương|so với tổng)(?!\w)")
_AT_PRICES = re.compile(r"(?:nếu )?(?:tính )?(?:theo )?giá (?:so sánh|hiện hành|cố định|thực tế)(?: (?:năm )?\d{4})?")
_CAUSE = searched(r"(?<!\w)(?:do|vì|bởi|nhờ)(?: có)? $")
_GROUP = re.compile(r"(?:nhóm|giá|chỉ số|khu vực|ngành)(?!\w)")
"""What a cause may itself tell of: "CPI tăng 2,67% do nhóm hàng ăn tăng 9,39%"."""
_RANKS = re.compile(r"(?:xếp|đứng) (?:thứ|hạng|đầu|vị trí)|khá \w+ \w+$")
_PART = searched(r"(?<!\w)chiếm(?: [^\W\d]+){0,3}\s*$")
_SOON = 200
"""Characters in which a sentence that names only its time goes on with the level before."""
_LONG_TITLE = 16
"""Spaces in words before a colon that name what follows."""
_ONLY_RESULT = re.compile(
    r"\W*(?:(?:kết quả|ước|dự ước|ước kết quả) )?(?:thực hiện|thực thu|thực chi)"
    r"(?: (?:đến|hết|trong|ước|cả năm|năm \d{4}|quý \w+|\d+ tháng(?: đầu năm)?(?: \d{4})?|(?:ngày )?[\d/]+|tháng [\d/]+))*(?: (?:là|đạt|được))* "
)
"""A sentence that opens by telling how much was realised, of what the sentence before tells: "Ước thực hiện năm 2025 là …"."""
_GRADE = re.compile(r"[;, ]*(?P<name>xuất sắc|giỏi|khá|trung bình|yếu|kém|tốt)[ :]*")
"""What pupils are graded: "học lực giỏi 12,4%; khá 34,1%"."""
_GROWTH_ALONE = re.compile(
    r"[^\w(]*(?P<name>tăng trưởng(?: kinh tế)?(?: (?:bình quân|trung bình))?)(?= (?:giai đoạn|năm|quý|ước|đạt|thời kỳ|hàng năm|hằng năm|là|\d)(?!\w))"
)
"""A sentence that tells of growth and names nothing that grows: "Tăng trưởng bình quân giai đoạn 2016-2018 đạt 7,9%"."""
_ALTERNATIVE = re.compile(r" \([^()\d]+\)(?:,? (?:và|hoặc|hay) | ?/ ?)")
"""What stands between two figures of one thing: "75,96 triệu đồng (có nhiệt điện) và 62,04 triệu đồng (không có)"."""
_NOWHERE: Span = (0, 0)


def find_name(sight: Sight) -> Span:
    """Where the noun phrase stands that says what a figure measures."""
    lead, clause = sight.lead, sight.clause
    moves = lead.has("up", "down", "ratio")
    if (named := _named_elsewhere(sight, moves=moves)) is not None:
        return named
    after = _following(sight)
    if _moves_alone(sight, after):
        return sight.unit_start, max(after[1], sight.unit_end)
    lacks = sight.is_counted and sight.own_words.rstrip().endswith("còn thiếu")
    relative = sight.tail.basis is not None or moves or (lead.has("over", "under", "times") and not lacks)
    relative = relative or (
        clause.name is not None and "chiếm" in sight.own_words and _PART.search(sight.own_words) is not None
    )
    if (beside := _counted_before(sight, after) or _both_told_after(sight, after)) is not None:
        return beside
    named_so = _plans_other(sight, after) or _is_a_part_by_itself(sight) or _acts_on(sight, after)
    weak = _is_weak(sight) and not named_so
    first = (clause.before <= clause.sentence_start or _opens_with_subject(sight)) and not is_name(after)
    if lead.names and not weak and (not lead.cut or first) and not _counts_by_itself(sight):
        return out_of_a_count(sight, after) or in_a_whole(sight, after) or own_name(sight, after, relative=relative)
    if lead.bracket and (inside := _of_a_bracket(sight, after, relative=relative)) is not None:
        return inside
    tells = bool(lead.verbs)
    if _changes_what_follows(sight, after):
        return after
    if sight.is_counted:
        tells = states(lead) and HAVING.search(sight.flow[lead.start : lead.stop].strip()) is None
        tells = tells and not _parted_from_other(sight) and not sight.own_words.rstrip().endswith(_PURPOSES)
    tells = tells and not (is_name(after) or _counts_another_sort(sight))
    if clause.name is not None and (relative or weak or lead.bracket or tells):
        return _outside_a_closed_bracket(sight) or _told_in_this_sentence(sight) or clause.name
    return _other_name(sight, after, relative=relative)


_SUBJECT_FIRST = re.compile(r" ?; ?")
_SAYS = re.compile(r"\w (?:chiếm|tăng|giảm|tiếp tục|vẫn|duy trì|phát triển|đạt)(?!\w)")


def _opens_with_subject(sight: Sight) -> bool:
    """Whether a new clause names or tells of its subject before a comma, and then how much.

    As in "; tỷ lệ hộ nghèo, đạt 3%" and "; khu vực tư nhân chiếm tỷ lệ cao, đạt 5 tỷ đồng".
    """
    opening = _SUBJECT_FIRST.match(sight.own_words)
    if opening is None:
        return False
    text = sight.lead.text
    names = MEASURES.match(text) is not None or "chiếm" in sight.own_words
    return (names and sight.own_words.startswith(text, opening.end())) or _SAYS.search(text) is not None


def _acts_on(sight: Sight, after: Span) -> bool:
    """Whether so much was done to what is named behind it: "thu hút được 650 triệu USD vốn FDI"."""
    acts = bool(sight.lead.verbs) and phrases("doing").get(sight.lead.text) is not None
    return acts and is_name(after) and not (sight.is_counted or sight.is_percent)


_MEANWHILE = re.compile(
    r"[,;] (?:đến nay|hiện nay|toàn (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)|cả (?:tỉnh|huyện|xã))(?!\w)"
)


def _counts_by_itself(sight: Sight) -> bool:
    """Whether a clause of its own counts things, after one that says how: "được tập trung chỉ đạo, đến nay toàn huyện đạt 100 tiêu chí"."""
    lead = sight.lead
    if not sight.is_counted or sight.dimension in UNNAMED or lead.colon or COUNTED_NAME.match(lead.text):
        return False
    return _MEANWHILE.search(sight.flow, lead.end, sight.figure.start) is not None


def _told_of(sight: Sight) -> Span | None:
    """The name of the first level of the sentence before, else of the paragraph before."""
    clause, layout = sight.clause, sight.context.layout
    start = clause.sentence_before
    if start is None:
        index = layout.index_at(clause.block.start)
        before = layout.blocks[index - 1] if index > 0 else None
        if before is None or before.is_heading or ":" in sight.flow[clause.block.start : sight.figure.start]:
            return None
        start = before.start
    recent = sight.reading.figures[-LONG_LIST:]
    levels = (f for f in recent if f.start >= start and f.role in ("actual", "target") and len(f.name_spans) == 1)
    first = next(levels, None)
    return None if first is None else first.name_spans[0]


def _named_elsewhere(sight: Sight, *, moves: bool) -> Span | None:
    """The name of the figure before, of the sentence before, or told after in which respect something changed."""
    clause = sight.clause
    if clause.name is not None and (sight.behind_stroke or _tells_another(sight) or _of_the_same_whole(sight)):
        return clause.name
    if (about := _told_about(sight)) is not None:
        return about
    if _ONLY_RESULT.fullmatch(sight.flow, clause.sentence_start, sight.figure.start) and (told := _told_of(sight)):
        return told
    if (grade := _GRADE.fullmatch(sight.own_words)) is not None and sight.is_percent:
        return clause.start + grade.start("name"), clause.start + grade.end("name")
    alone = (
        None
        if sight.lead.names or not sight.is_percent
        else _GROWTH_ALONE.match(sight.flow, clause.sentence_start, sight.lead.stop)
    )
    if alone is not None:
        return alone.span("name")
    respect = RESPECT.match(sight.flow, sight.figure.end, sight.limit) if moves else None
    return respect.span("name") if respect is not None and respect["name"] not in RESPECTS else None


_ABOUT_IT = re.compile(r"[\s*_\"-]*(?:về|đối với) (?P<name>[^,;:.()\d]{6,80}?)\*?[,:] ")


def _told_about(sight: Sight) -> Span | None:
    """What a sentence opens with, where its verb names nothing: "Về thu hút đầu tư, đã thu hút được 808 triệu USD"."""
    lead, start = sight.lead, sight.clause.sentence_start
    if sight.is_counted or sight.is_percent or phrases("doing").get(lead.text) is None:
        return None
    about = _ABOUT_IT.match(sight.flow, start, lead.start)
    following = following_name(sight.context, sight.figure, sight.limit)
    return None if about is None or is_name(following) else trim(sight.context, *about.span("name"))


def _of_the_same_whole(sight: Sight) -> bool:
    """Whether a percentage is followed by the same words as the one before: "đạt 13,5% diện tích; đến năm 2020 đạt 14,7% diện tích"."""
    before, flow = sight.last, sight.flow
    if before is None or not sight.is_percent or before.unit != sight.figure.unit or sight.lead.nearest != "level":
        return False
    start, end = following_name(sight.context, sight.figure, sight.limit)
    told = flow[sight.figure.end : end]
    return start < end and not sight.lead.names and flow.startswith(told, before.end) and before.name != flow[start:end]


def _tells_another(sight: Sight) -> bool:
    """Whether a figure is of what the one before is, under another condition: "30 người (tỉnh giao) / 31 người (huyện giao)"."""
    between = _ALTERNATIVE.fullmatch(sight.own_words)
    return between is not None and (not sight.is_counted or between[0].rstrip().endswith("/"))


_AFTER_THE_OTHER = re.compile(r" (?:[^\W\d]+ ){1,8}và ")
_AMOUNTS_ARE_NAMED_IN = 3
"""Words in which an amount is named behind it."""


def _both_told_after(sight: Sight, after: Span) -> Span | None:
    """The name behind, where two things are each told of so: "1.620 nghìn tấn vận chuyển và 217 triệu tấn luân chuyển"."""
    before, unit, own = sight.last, sight.figure.unit, sight.own_words
    if before is None or before.unit is None or unit is None or sight.is_percent or before.role != "actual":
        return None
    alike = before.unit.dimension == unit.dimension and sight.clause.start == before.end and bool(before.name_spans)
    if not alike or _AFTER_THE_OTHER.fullmatch(own) is None:
        return None
    amounts = is_name(after) and not sight.lead.verbs and own.count(" ") <= _AMOUNTS_ARE_NAMED_IN + 1
    return (sight.unit_start, max(after[1], sight.unit_end)) if sight.is_counted or amounts else None


def _counts_another_sort(sight: Sight) -> bool:
    """Whether a unit says that others are counted than were named: "242 hộ cận nghèo; đến nay còn 121 hộ nghèo"."""
    told, carried = sight.flow[sight.unit_start : sight.unit_end], sight.clause.name
    if not sight.is_counted or carried is None or " " not in told or sight.dimension.endswith(f":{told}"):
        return False
    return told not in sight.flow[slice(*carried)]


def _changes_what_follows(sight: Sight, after: Span) -> bool:
    """Whether a clause opens with a rise or fall of what it names after: "; giảm 20% số hộ nghèo"."""
    lead, start = sight.lead, sight.clause.start
    opens = sight.own_words.lstrip()[:1] in (";", ":") or start <= sight.clause.sentence_start
    opens = opens or (
        sight.clause.aim and sight.tail.basis is None and sight.own_words.startswith(",")
    )  # aims are told one after another
    told = sight.is_percent and is_name(after) and not lead.names and lead.nearest in ("up", "down")
    return told and (opens or sight.flow.startswith(("số ", "tổng số "), after[0]))


def _outside_a_closed_bracket(sight: Sight) -> Span | None:
    """The name before a bracket that is closed again: "55.590 lượt (nhập 31.746 lượt), tăng 24%"."""
    before, clause, flow = sight.last, sight.clause, sight.flow
    if before is None or flow.find(")", before.end, sight.figure.start) < 0:
        return None
    changes = sight.lead.has("up", "down") and not any(f.name_spans for f in _levels(sight))
    told = sight.reading.figures[-LONG_LIST:] if changes else _levels(sight)
    outer = [
        f
        for f in told
        if f.start >= clause.sentence_start
        and f.name_spans
        and open_bracket(flow, clause.sentence_start, f.start) is None
    ]
    inner = open_bracket(flow, clause.sentence_start, before.start) is not None
    return _whole_name(outer[-1]) if outer and inner else None


_AIMED_AT = re.compile(r"(?:chỉ tiêu|kế hoạch) (?=tuyển|giao|huấn|thu |kết nạp|phát triển|đào tạo)(?!giao(?! quân))")
"""What a share is of, before the name of what was planned: "hoàn thành 100% chỉ tiêu tuyển quân"."""


def _following(sight: Sight) -> Span:
    """The noun phrase after a figure, unless it is the plan that the figure is a share of."""
    after = following_name(sight.context, sight.figure, sight.limit)
    after = after if (aimed := _AIMED_AT.match(sight.flow, *after)) is None else (aimed.end(), after[1])
    shares = sight.tail.basis is not None and sight.lead.names and after[0] < sight.tail.end
    return (sight.figure.end, sight.figure.end) if shares and sight.is_percent else after


def _counted_before(sight: Sight, after: Span) -> Span | None:
    """The name of the level that a rise or fall is of, by the words after it or by its unit.

    In "31 vụ, làm chết 17 người; giảm 4 vụ, tăng 2 người chết" the fall is of the accidents, the rise of the dead.
    """
    moves = sight.lead.has("up", "down") or sight.sign is not None or sight.is_beside_a_change
    other = sight.is_beside_a_change and sight.last is not None and sight.last.unit != sight.figure.unit
    if sight.lead.names or not moves or (sight.dimension.startswith(_NOT_ADDED) and not other):
        return None
    told = sight.flow[slice(*after)] if sight.is_counted else ""
    sort = _sort_of(sight.figure)
    alike = [figure for figure in _levels(sight) if _sort_of(figure) == sort and figure.name_spans]
    levels = [figure for figure in alike if figure.unit == sight.figure.unit] or alike
    outer = [f for f in levels if open_bracket(sight.flow, sight.clause.sentence_start, f.start) is None]
    levels = outer or levels
    named = [_whole_name(f) for f in levels if told and told in sight.flow[slice(*f.name_spans[-1])]]
    if named:
        sight.told_to = after[1]
        return named[-1]
    if told or not levels:
        return None
    if sight.is_counted and sight.dimension not in UNNAMED and levels[-1].unit == sight.figure.unit:
        return _whole_name(levels[-1])  # "2 vụ, …, lũy kế 17 vụ, 9 người chết, giảm 5 vụ"
    one = levels if len(levels) == 1 else alike[:1] if sight.is_counted and alike[0] not in levels else ()
    return _whole_name(one[0]) if one else None


def _whole_name(figure: RawFigure) -> Span:
    """Where a name begins and ends, with what stands in its midst."""
    return figure.name_spans[0][0], figure.name_spans[-1][1]


_NOT_ADDED = ("percent", "times", "money")
"""Dimensions of which a rise is told of what was named last."""


def _sort_of(figure: RawFigure) -> str | None:
    """What a unit measures, counts by their first word: accidents at work are accidents."""
    return None if figure.unit is None else figure.unit.dimension.split(" ")[0]


def _moves_alone(sight: Sight, after: Span) -> bool:
    """Whether a count rises or falls of which nothing was told before: "thu đạt 100%; giảm 10 hộ nghèo"."""
    if sight.lead.names or not sight.is_counted or not sight.lead.has("up", "down"):
        return False
    if sight.clause.before <= sight.clause.sentence_start:
        return True
    before = sight.last
    parted = ";" in sight.flow[sight.clause.before : sight.figure.start]
    other = before is not None and before.role == "change" and is_name(after)
    parted = parted or (other and before is not None and sight.flow[slice(*after)] not in before.name.lower())
    told = is_name(after) or " " in sight.flow[sight.unit_start : sight.figure.end].strip()
    priced = before.unit.dimension if sight.lead.bracket and before is not None and before.unit is not None else ""
    of_money = priced.startswith("money")  # "cấp mới 342 giấy phép với tổng vốn 118 tỷ đồng (giảm 21 hộ)"
    return ((parted and told) or of_money) and all(level.unit != sight.figure.unit for level in _levels(sight))


_PURPOSES = ("để thực hiện", "để triển khai", "để đầu tư", "để xây dựng")
"""Words before a count of what other things are done for: "thu hồi 412 ha để thực hiện 58 công trình"."""


def _plans_other(sight: Sight, after: Span) -> bool:
    """Whether a plan is told to have so many of other things: "Kế hoạch năm 2022 có thêm 2 xã về đích"."""
    planned = is_name(after) and _ONLY_PLANNED.fullmatch(sight.lead.text) is not None
    other = sight.last is not None and sight.last.unit != sight.figure.unit
    return planned and other and sight.is_counted and presents(sight.flow, sight.lead)


_LOCAL_PART = searched(r"trong đó,? (?:thu|chi) trên địa bàn(?!\w)")


def _is_a_part_by_itself(sight: Sight) -> bool:
    """Whether a part is told in the unit of its whole, whose name it cannot have: "tổng thu 285 tỷ đồng, trong đó thu trên địa bàn 24 tỷ đồng"."""
    return not sight.is_percent and _LOCAL_PART.search(sight.own_words) is not None


def _parted_from_other(sight: Sight) -> bool:
    """Whether a semicolon parts a count from a figure of another unit: "đạt 81%; còn 9 thôn"."""
    before = sight.last
    return before is not None and before.unit != sight.figure.unit and sight.own_words.lstrip().startswith(";")


def _levels(sight: Sight) -> list[RawFigure]:
    """The levels of the sentence before a figure."""
    recent = sight.reading.figures[-LONG_LIST:]
    return [f for f in recent if f.start >= sight.clause.sentence_start and f.role in ("actual", "target")]


def _is_weak(sight: Sight) -> bool:
    """Whether the phrase before only compares or plans, and so names nothing by itself."""
    lead = sight.lead
    if not lead.names:
        return False
    if lead.text in RESPECTS and _in_other_measure(sight):
        return False  # "tổng sản lượng đạt 87.400 tấn và giá trị đạt 153 triệu USD"
    if phrases("weak").get(lead.text) is not None or _RANKS.match(lead.text) or _AT_PRICES.fullmatch(lead.text):
        acts = sight.is_counted and phrases("doing").get(lead.text) is not None
        return not acts  # "thu hút 12 dự án" names the projects
    carried = sight.clause.name is not None
    grows = lead.nearest in ("up", "down") and _GROUP.match(lead.text) is not None
    caused = (
        carried
        and not grows
        and "chiếm" not in sight.own_words
        and _CAUSE.search(sight.flow, max(0, lead.start - 8), lead.start)
    )
    if caused or (carried and _MORE_OR_LESS.match(lead.text)):
        return True  # "Năm 2021 do dịch bệnh chỉ còn 2,75 triệu lượt"
    counts = carried or sight.is_percent or sight.is_counted
    return counts and _ONLY_PLANNED.fullmatch(lead.text) is not None


def _is_per_something(sight: Sight) -> bool:
    return sight.figure.unit is not None and "/" in sight.figure.unit.symbol


def _in_other_measure(sight: Sight) -> bool:
    level = None if sight.clause.level is None else sight.reading.figures[sight.clause.level]
    return (
        level is not None
        and level.unit is not None
        and level.unit.dimension != sight.dimension
        and (sight.lead.nearest == "level" or (sight.lead.nearest is None and _is_per_something(sight)))
    )


def _of_the_plan(sight: Sight) -> bool:
    """Whether a bracket only adds the plan of which a share was told: "đạt 68% chỉ tiêu giao của Bộ (5.250 tỷ đồng)"."""
    share = sight.last
    if share is None or share.role != "share" or share.start < sight.clause.sentence_start or sight.lead.verbs:
        return False
    return not re.search(r"[,;(\d]", sight.flow[share.end : sight.lead.edge])


def _of_a_bracket(sight: Sight, after: Span, *, relative: bool) -> Span | None:
    """The name of the first figure in a bracket: of the plan, of a part that it names itself, else of what is before."""
    if sight.clause.name is not None and _of_the_plan(sight):
        return sight.clause.name
    part = not (relative or sight.lead.verbs or sight.is_percent) and (
        sight.flow.count(" ", *after) >= 1 or (sight.is_counted and is_name(after)) or _counts_a_sort(sight)
    )
    if part:
        return (
            (sight.unit_start, max(after[1], sight.unit_end)) if sight.is_counted else after
        )  # "54 ha (31 ha đất rừng và 23 ha đất bồi)"
    return _before_bracket(sight)


def _counts_a_sort(sight: Sight) -> bool:
    """Whether a unit itself says which of the things before are counted: "56 trường (19 trường mầm non, …)"."""
    before, unit = sight.last, sight.figure.unit
    if not sight.is_counted or before is None or before.unit is None or unit is None or before.unit == unit:
        return False
    sort = before.unit.symbol.split(" ")[0]
    return unit.symbol.startswith(f"{sort} ") and sight.flow.count(" ", sight.unit_start, sight.unit_end) > 1


_BESIDE_MEAN = re.compile(r"(?:cao|thấp) hơn (?:mức |tốc độ )?(?:bình quân|trung bình|tăng|giảm)(?!\w)")


def _before_bracket(sight: Sight) -> Span | None:
    opened = sight.flow.rfind("(", sight.clause.start, sight.figure.start)
    if opened <= 0:
        return None
    before = read_lead(sight.context, sight.clause.start, opened)
    last = sight.last
    of_whole = last is not None and last.part_of_whole and OF_A_WHOLE.match(sight.flow, last.end) is not None
    if of_whole and sight.clause.name is not None:
        return sight.clause.name  # "thu hải quan chiếm 20,7% tổng thu (tăng 0,9%)"
    if (
        sight.clause.name is not None
        and before.names
        and (_ONLY_PLANNED.fullmatch(before.text) or _BESIDE_MEAN.match(before.text))
    ):
        return sight.clause.name  # "không đạt chỉ tiêu (94%)", "cao hơn bình quân chung của tỉnh (41,8%)"
    return (before.start, before.end) if before.names else None


def _other_name(sight: Sight, after: Span, *, relative: bool) -> Span:
    """The name where the words before give none: after the figure, of the figure before, of the heading."""
    lead, carried = sight.lead, sight.clause.name
    if not relative:
        counts = sight.is_counted or _other_rate(sight)
        if counts and not (carried is not None and not is_name(after) and _goes_on(sight)):
            return sight.unit_start, after[1] if is_name(after) else sight.unit_end
        money = sight.dimension.startswith("money")
        if is_name(after) and not (money and carried is not None and lead.verbs):
            return after
    if carried is not None:
        return carried
    if _is_weak(sight) and not is_name(after) and (titled := _before_colon(sight)) is not None:
        return titled
    if _is_weak(sight) and (subject := measured(sight, (sight.clause.sentence_start, lead.start))) is not None:
        return subject
    if lead.names and not (is_name(after) and _is_weak(sight)):
        return lead.start, lead.end
    if is_name(after):
        return after
    named = (None if lead.names else _subject(sight)) or _cell_before(sight) or _heading_name(sight)
    carries = not is_name(named) and (relative or _like_the_last(sight))
    return _of_the_paragraph_before(sight) if carries else named


_RATE_OF_GROWTH = re.compile(
    r"[,;]? ?với (?:mức|tốc độ) (?:tăng|giảm)(?: trưởng)?(?: (?:trên|gần|hơn|khoảng|là|đạt))* ?"
)


def _told_in_this_sentence(sight: Sight) -> Span | None:
    """The subject of a sentence that tells only how much it grew: "Giá trị sản xuất vẫn khá, với mức tăng trên 15%"."""
    clause = sight.clause
    first = clause.name is not None and clause.name[1] <= clause.sentence_start
    words = sight.flow[sight.lead.edge : sight.figure.start]
    told = first and (_RATE_OF_GROWTH.search(sight.own_words) is not None or "mức" in words)
    return _subject(sight) if told else None


def _subject(sight: Sight) -> Span | None:
    """What the sentence before a figure says is measured, outside of brackets: "tăng trưởng vẫn khá, song chỉ đạt 10,2%"."""
    start, end = sight.clause.sentence_start, sight.lead.start
    return None if open_bracket(sight.flow, start, sight.figure.start) is not None else measured(sight, (start, end))


def _before_colon(sight: Sight) -> Span | None:
    """A few words before a colon that name what is planned after it: "Cấp xã: tỉnh giao 2%"."""
    start = max(sight.clause.sentence_start, sight.clause.block.body)
    colon = sight.flow.rfind(":", start, sight.lead.start)
    if colon < 0 or "," in sight.flow[colon : sight.lead.start]:
        return None
    titled = trim(sight.context, start, colon)
    head = MEASURES.search(sight.flow, *titled)
    titled = titled if head is None else (head.start(), titled[1])
    return titled if is_name(titled) and sight.flow.count(" ", *titled) <= _LONG_TITLE else None


def _other_rate(sight: Sight) -> bool:
    """Whether other things are counted per head than right before: "8,5 bác sĩ và 34 giường bệnh/vạn dân"."""
    before, unit = sight.last, sight.figure.unit
    counts = sight.dimension.startswith("count:") and not sight.lead.verbs and not sight.lead.names
    return counts and before is not None and unit is not None and before.unit is not None and before.unit != unit


def _goes_on(sight: Sight) -> bool:
    """Whether a count goes on with the one before: "năm 2008 có 3.856.500 người, năm 2009 là 3.868.500 người"."""
    before = sight.last
    if before is None or before.unit != sight.figure.unit or before.start < sight.clause.sentence_start:
        return False
    if "lũy kế" in sight.own_words or "cộng dồn" in sight.own_words:
        return True  # "15 ca, cộng dồn 10 tháng 156 ca"
    return sight.lead.nearest in ("level", "to") and not HAVING.search(sight.own_words.rstrip())


def _heading_name(sight: Sight) -> Span:
    layout = sight.context.layout
    index = layout.index_at(sight.clause.block.start)
    for block in reversed(layout.blocks[max(0, index - 3) : index]):
        if block.is_heading and (block.level < CAPTION or sight.flow[block.end - 1] == ":"):
            return block.body, block.end
    return _NOWHERE


def _cell_before(sight: Sight) -> Span | None:
    """The words of the cell before in the same row: "| Diện tích | 3.895 km² |"."""
    layout, block = sight.context.layout, sight.clause.block
    index = layout.index_at(block.start)
    before = layout.blocks[index - 1] if block.cell and index > 0 else None
    if before is None or not before.cell or "\n" in sight.flow[before.end : block.start]:
        return None
    named = trim(sight.context, before.body, before.end)
    return named if is_name(named) else None


def _like_the_last(sight: Sight) -> bool:
    """Whether an amount that nothing names has the unit of the last level told: "năm 2018 đạt 6.000 USD. Năm 2020 ước đạt 7.500 USD"."""
    if sight.is_counted or sight.is_percent:
        return False
    levels = (f for f in reversed(sight.reading.figures) if f.role in ("actual", "target"))
    last = next(levels, None)
    if last is None or last.unit != sight.figure.unit or last.end < sight.figure.start - _SOON:
        return False
    return bool(sight.context.mentions_between(sight.clause.sentence_start, sight.figure.start))


def _of_the_paragraph_before(sight: Sight) -> Span:
    """The name of the last level told before, which a paragraph goes on with: "Phân theo quý: quý I tăng 8%"."""
    levels = (f for f in reversed(sight.reading.figures) if f.role in ("actual", "target") and f.name_spans)
    last = next(levels, None)
    return _NOWHERE if last is None or last.end < sight.figure.start - WINDOW else last.name_spans[0]
