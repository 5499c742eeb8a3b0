"""What a figure is: a level, a change, or a share of a plan (vai trò của số liệu)."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from vnplan.reading.context import open_bracket
from vnplan.reading.own_names import OF_A_WHOLE
from vnplan.reading.patterns import searched
from vnplan.reading.raw import RawFigure
from vnplan.reading.scene import JOINED, Sight
from vnplan.reading.statements import following_name, is_growth_name
from vnplan.reading.tails import compared_with

_PLANNED = frozenset(("plan", "estimate", "assigned"))
_COMPARED = frozenset(("yoy", "previous", "period"))

_STRUCTURE = searched(r"(?<!\w)(?:chiếm|cơ cấu|tỷ trọng|đóng góp)(?!\w)")
_OF_LAST_YEAR = re.compile(
    r"\((?:của )?(?:cùng kỳ|cùng thời điểm)(?: năm (?:trước|ngoái|\d{4}))?(?: tương ứng| lần lượt)?(?: là| đạt|:| chiếm)*\s*$"
)
_BESIDE_PLAN = re.compile(
    r"(?<!\w)(cao|thấp|nhiều|ít|nhanh|chậm) hơn(?: so)?(?: với)? (kế hoạch|chỉ tiêu|mục tiêu|dự toán)(?: đề ra| năm| (?:được )?giao)?"
    r"(?: là)?\s*$"
)
_OVER_PLAN = searched(
    r"(?<!\w)vượt (?:mức )?(?:so với )?(kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết)(?: (?!là(?!\w))[^\W\d]+){0,7}\s*$"
)
_MAKES_UP = searched(r"(?<!\w)chiếm(?: [^\W\d]+){0,3}\s*$")
_MORE_OR_LESS = searched(r"(?<!\w)(?:cao|thấp|nhiều|ít|nhanh|chậm) hơn[^,;.]{0,40}$")
GIVING = searched(r"(?<!\w)giao\s*$")
_ADDED = re.compile(r"(?:vốn|vốn đăng ký|số tiền|kinh phí|tổng vốn) (?:đầu tư )?tăng thêm(?: là| đạt)?\s*$")
_NEW_LEVEL = re.compile(r"(?: ?\([^()\n]{0,30}\))?[^,;.\n]{0,30}?(?<!\w)(?<!trở )(?:lên|xuống|còn)(?!\w)")
_STARTS_FROM = searched(r"(?<!\w)từ\s*$")
_FALLS = searched(r"(?<!\w)giảm từ\s*$")
_VERB_OF_CHANGE = re.compile(r"(?<!\w)(kéo giảm|giảm|tăng)\s*$")
_FIGURES_BACK = 12
"""Figures before in which the ratios of a sentence are looked for."""
_NEAR = 40
"""Characters before a figure or name in which a verb of change is looked for."""


def decide_role(sight: Sight) -> None:
    """What a figure is, by its nearest verb, its unit and what it is compared with."""
    figure, lead = sight.figure, sight.lead
    named = next((verb.value for verb in lead.verbs if verb.kind == "basis"), None)
    figure.basis = sight.tail.basis or named
    if _OF_LAST_YEAR.search(sight.own_words):
        figure.basis = None  # the level of the year before: "(cùng kỳ tương ứng là 23,9%; 39,8%)"
    if (
        "chiếm" in sight.own_words
        and _MAKES_UP.search(sight.own_words)
        and "kế hoạch" not in sight.flow[figure.end : sight.tail.end]
    ):
        figure.basis = None  # "chiếm 31,5% tổng vốn đầu tư" tells a part, not what was realised of a plan
    figure.basis_period = sight.tail.period
    if figure.basis is None and lead.against is not None:
        figure.basis, figure.basis_period = compared_with(sight.context, *lead.against, "năm")
    margin = _BESIDE_PLAN.search(sight.own_words) if " hơn" in sight.own_words else None
    if margin is not None:  # "thấp hơn kế hoạch 4,6 điểm phần trăm"
        planned = "estimate" if margin[2] == "dự toán" else "plan"
        figure.basis = "assigned" if " giao" in margin[0] else planned
        figure.role, figure.form = "share", "margin"
        figure.measure = "decrease" if margin[1] in ("thấp", "ít", "chậm") else "increase"
        return
    if (over := _OVER_PLAN.search(sight.own_words)) is not None and _tells_how_much(sight):
        given = "assigned" if GIVING.search(sight.own_words) else "plan"
        figure.basis = figure.basis or ("estimate" if over[1] == "dự toán" and given == "plan" else given)
        figure.role, figure.form, figure.measure = "share", "margin", "increase"
        return
    if _starts_from(sight):
        _as_baseline(sight)
        return
    if " hơn " in sight.own_words and _beside_another(sight):
        return
    _BY_VERB.get(lead.nearest or "", _by_unit)(sight)
    _like_the_one_before(sight)


_BESIDE_OTHER = re.compile(
    r"(?<!\w)(?P<way>cao|thấp|nhiều|ít) hơn (?!(?:mức|tốc độ)(?: tăng| giảm)?\s*$)(?P<other>[^,;.()%\d]{2,40}(?:(?:19|20)\d\d)?)"
    r"(?: (?:là|khoảng|gần|hơn|trên|tới))*\s*$"
)
_LAST_YEAR = re.compile(r"(?:mức |của )*(?:cùng kỳ|(?:năm|vụ|mùa|kỳ thi) (?:trước|ngoái))")


def _beside_another(sight: Sight) -> bool:
    """Whether a figure tells how much more or less something is than what the words before it name; it is then a change."""
    told, figure = _BESIDE_OTHER.search(sight.own_words), sight.figure
    if told is None or not _is_by_how_much(sight):
        return False
    _as_change(sight, "increase" if told["way"] in ("cao", "nhiều") else "decrease")
    if figure.basis is None and _LAST_YEAR.match(told["other"]):
        figure.basis = "yoy"
    figure.apart = figure.basis is None
    return True


def _is_by_how_much(sight: Sight) -> bool:
    """Whether a figure beside what something is more or less than says by how much: "cao hơn vụ trước 0,7 tạ/ha".

    One as large as the level itself is the other's: "thấp hơn bình quân cả nước là 32,5%".
    """
    if sight.dimension == "percentage_point":
        return True
    level = None if sight.clause.level is None else sight.reading.figures[sight.clause.level]
    return level is not None and level.unit == sight.figure.unit and _tells_how_much(sight)


def _tells_how_much(sight: Sight) -> bool:
    """Whether a figure behind a plan that is exceeded says by how much, rather than what was planned.

    "Còn 3,6%, vượt chỉ tiêu đề ra 0,2%" does; "đạt 47%, vượt kế hoạch đề ra 45%" does not.
    """
    figure, clause = sight.figure, sight.clause
    level = None if clause.level is None else sight.reading.figures[clause.level]
    if level is None or level.unit != figure.unit:
        return sight.is_percent or sight.dimension == "percentage_point"
    return abs(Decimal(figure.value)) <= abs(Decimal(level.value)) / 2


def _by_change(sight: Sight) -> None:
    """As in "tăng 14,1%", "giảm 35 vụ"; against a plan it is a margin."""
    figure, verb = sight.figure, sight.lead.nearest
    planned = figure.basis in _PLANNED
    window = (max(0, figure.start - _NEAR), figure.start)
    if verb == "fromto":
        verb = "down" if _FALLS.search(sight.flow, *window) else "up"
    if verb == "up" and not sight.is_percent and not planned and _ADDED.search(sight.flow, *window):
        _as_level(sight)
        return
    _as_change(sight, "decrease" if verb == "down" else "increase")
    if planned:
        figure.role, figure.form = "share", "margin"


def _by_times(sight: Sight) -> None:
    """As in "gấp 2,2 lần"."""
    sight.figure.role, sight.figure.form, sight.figure.measure = "change", "times", "level"


def _by_margin(sight: Sight) -> None:
    """As in "vượt 19% kế hoạch", "cao hơn 1,2 điểm phần trăm"."""
    figure = sight.figure
    figure.measure = "increase" if sight.lead.nearest == "over" else "decrease"
    points = sight.dimension in ("percentage_point", "score")
    if figure.basis in _PLANNED:  # "thấp hơn 30 ha so với kế hoạch"
        figure.role, figure.form = "share", "margin"
    elif figure.basis in _COMPARED or points or _MORE_OR_LESS.search(sight.own_words):
        _as_change(sight, figure.measure)
    elif figure.basis is None and sight.dimension in ("mass", "area", "length") and sight.lead.nearest == "over":
        _as_level(sight)  # "sản lượng đã vượt 2 triệu tấn"
    elif figure.basis is None and sight.is_counted and sight.own_words.rstrip().endswith("còn thiếu"):
        _as_level(sight)  # "còn thiếu 176 giáo viên"
    else:
        figure.role, figure.form = "share", "margin"


def _by_unit(sight: Sight) -> None:
    """The role where the verb only states, or is missing."""
    figure, verb = sight.figure, sight.lead.nearest
    if verb is None and sight.sign is not None:
        _as_change(sight, sight.sign)
        return
    before = sight.last
    if (again := _changed_again(sight)) is not None:
        _as_change(sight, again.measure)
        return
    if (
        verb is None
        and sight.is_percent
        and before is not None
        and before.form == "rate"
        and figure.basis not in _PLANNED
        and sight.span[0] < figure.start
        and JOINED.fullmatch(sight.own_words)
    ):
        _as_change(sight, before.measure)  # "giảm lần lượt 2,27% và 6,91%"
        return
    if verb is None and figure.basis in _COMPARED and sight.is_beside_a_change:
        _as_change(sight, "decrease" if before is not None and before.measure == "decrease" else "increase")
        return
    leading = None if verb is not None or figure.basis in _PLANNED else _leading_change(sight)
    if leading is not None:
        _as_change(sight, leading)
    elif sight.dimension == "times" and figure.basis in _COMPARED:
        _by_times(sight)
    elif sight.dimension == "percentage_point" and verb != "to":
        _as_change(sight, "increase")
    elif sight.is_percent and verb != "to":
        _by_percentage(sight)
    elif sight.is_percent and (rate := _growth_named(sight)) is not None:
        _as_change(sight, rate)  # "tốc độ tăng trưởng giảm còn 5,2%"
    else:
        _as_level(sight)


def _by_percentage(sight: Sight) -> None:
    """A percentage of a plan, of another period, of what was said before, or one by itself."""
    figure, verb = sight.figure, sight.lead.nearest
    growth = _growth_named(sight)
    if growth is None and sight.lead.has("up") and "tăng bình quân" in sight.own_words:
        growth = "increase"  # "năng suất tăng bình quân đến năm 2025 đạt 7%"
    whole = figure.basis is None and OF_A_WHOLE.match(sight.flow, figure.end) is not None
    part = Decimal(figure.value) <= _ALL and _tells_fraction(sight)
    figure.part_of_whole = whole or _STRUCTURE.search(sight.own_words) is not None or part
    figure.part_of_whole = figure.part_of_whole or verb in ("to", "fromto")
    told = _told_before(sight)
    if verb == "ratio" and told is not None and sight.lead.bracket:
        _as_change(sight, told.measure)  # "giảm 2.170 ha (bằng 1,46%)"
        return
    if verb == "ratio" and figure.basis is None:
        figure.basis = _basis_of_the_list(sight)
        if (
            sight.span[0] >= figure.end and figure.basis is None
        ):  # "bằng 70% về số dự án nhưng tăng 45% về vốn so cùng kỳ"
            figure.role, figure.form = "change", "ratio"
            return
    if figure.basis in _PLANNED or (
        verb == "ratio" and figure.basis is None and sight.clause.level is not None and not figure.part_of_whole
    ):
        figure.role, figure.form = "share", "ratio"
    elif told is not None:
        _as_change(sight, told.measure)
    elif figure.basis in _COMPARED and growth is not None and verb in ("level", None):
        _as_change(sight, growth)  # "tốc độ tăng trưởng đạt 1,39% so với cùng kỳ"
    elif figure.basis in _COMPARED:
        figure.role, figure.form = "change", "ratio"
    elif verb in ("level", None) and not figure.part_of_whole:
        _by_bare_percentage(sight, growth)
    else:
        _as_level(sight)


def _by_bare_percentage(sight: Sight, growth: str | None) -> None:
    """A percentage with nothing beside it: of the plan told before, a growth by its name or by what it details."""
    stated = sight.lead.nearest == "level"
    if stated and (planned := _share_again(sight)) is not None:
        sight.figure.role, sight.figure.form, sight.figure.basis = "share", "ratio", planned
    elif stated and _is_more_than_all(sight):
        sight.figure.role, sight.figure.form = "share", "ratio"
    elif growth is not None:
        _as_change(sight, growth)
    elif stated and _is_part_of_growth(sight):
        _as_change(sight, "increase")
    else:
        _as_level(sight)


def _is_more_than_all(sight: Sight) -> bool:
    """Whether more than all of an amount can only be of its plan: "đào tạo nghề cho 4.705 người, đạt 104,6%"."""
    level = None if sight.clause.level is None else sight.reading.figures[sight.clause.level]
    amount = level is not None and level.unit is not None and level.unit.dimension != "percent"
    return amount and not sight.lead.names and Decimal(sight.figure.value) > _ALL


_ALL = Decimal(100)


def _share_again(sight: Sight) -> str | None:
    """The plan of a share told before, where an amount is followed by a bare one: "chi 1.356 tỷ đồng, đạt 52%"."""
    clause, figures = sight.clause, sight.reading.figures
    after = following_name(sight.context, sight.figure, sight.limit)
    if (
        sight.lead.names
        or after[0] < after[1]  # "nâng số xã đạt chuẩn lên 25 xã (đạt 83,3% số xã toàn huyện)"
        or clause.level is None
        or clause.level != len(figures) - 1
        or figures[clause.level].unit == sight.figure.unit
    ):
        return None
    recent = [f for f in reversed(figures[-_FIGURES_BACK:]) if f.start >= clause.block.start]
    given = (f for f in recent if f.planned and f.start >= clause.sentence_start and f.unit == figures[-1].unit)
    before = next(given, None) or next((f for f in recent if f.form == "ratio"), None)
    told = before is not None and (before.planned or before.role == "share") and before.basis in _PLANNED
    return before.basis if before is not None and told else None


_SECTOR = re.compile(r"(?:khu vực|ngành|lĩnh vực)(?!\w)")


def _is_part_of_growth(sight: Sight) -> bool:
    """Whether a sector's percentage details a growth: "GRDP tăng 6,9%. Trong đó: khu vực dịch vụ đạt 7,2%"."""
    before = sight.last
    if before is None or before.start < sight.clause.told_from or (before.role, before.form) != ("change", "rate"):
        return False
    return _SECTOR.match(sight.flow, *sight.span) is not None


_RATE_LEFT = searched(
    r"(?<!\w)(?:mức|đà|tốc độ|nhịp độ) (tăng|giảm)(?: trưởng)?(?: chỉ| giảm| tăng| lên| xuống)* (?:còn|là|ở mức|lên|xuống)\s*$"
)
"""As in "quý IV mức giảm chỉ còn 0,3%"."""


def _growth_named(sight: Sight) -> str | None:
    """The direction of a change, where the name is that of a rise or fall."""
    left = _RATE_LEFT.search(sight.own_words)
    if left is not None:
        return "increase" if left[1] == "tăng" else "decrease"
    growth = is_growth_name(sight.flow, *sight.span) if sight.span[0] < sight.span[1] else None
    if growth is None and sight.lead.names:
        growth = is_growth_name(sight.flow, sight.lead.start, sight.lead.end)
    return growth


_AGAIN = re.compile(
    r"(?: [^\W\d]+){0,4} ?\((?:bằng )?|\W*(?:tương ứng|tương đương|tức)(?: (?:với|là|khoảng|mức|gần|hơn|trên))*\W*"
)


def _told_before(sight: Sight) -> RawFigure | None:
    """The change that a percentage only tells again: "giảm 13.267 tỷ đồng (tương ứng 21%)", "tăng 208 người (1,2%)"."""
    before = sight.last
    if before is None or before.role != "change" or before.form != "difference" or before.unit is None:
        return None
    if before.unit.dimension in ("percent", "percentage_point"):
        return None
    return before if _AGAIN.fullmatch(sight.flow, before.end, sight.figure.start) else None


def _changed_again(sight: Sight) -> RawFigure | None:
    """The change in per cent that an amount only tells again: "88 vụ, giảm 14,6% (15 vụ)", "tăng 7,7% tương đương 1,6 triệu đồng"."""
    before, clause = sight.last, sight.clause
    level = None if clause.level is None else sight.reading.figures[clause.level]
    if before is None or level is None or (before.role, before.form) != ("change", "rate") or sight.is_percent:
        return None
    alike = level.unit == sight.figure.unit and level.start >= clause.sentence_start
    between = sight.flow[before.end : sight.figure.start]
    told = between == " (" or _SAME_AS.fullmatch(between) is not None
    less = Decimal(sight.figure.value) < abs(Decimal(level.value))
    told = told or (less and _EQUALS.fullmatch(sight.own_words) is not None)
    return before if alike and told else None


_EQUALS = re.compile(r"(?:,| ?\() ?bằng ")
"""As in "284.000 con, tăng 2,6%, bằng 7.300 con so với cùng kỳ"."""


_SAME_AS = re.compile(r"[ ,(]*(?:tương ứng|tương đương|tức)(?: (?:với|là|khoảng|mức|gần|hơn|trên|tăng|giảm))* ")


def _tells_fraction(sight: Sight) -> bool:
    """Whether a percentage only tells again what part a count is: "29/38 trường đạt chuẩn, đạt 76,3%", "47 hộ (1,12%)"."""
    before, figure = sight.last, sight.figure
    if before is None or figure.basis is not None or before.unit is None or before.end < sight.clause.sentence_start:
        return False
    counted = before.unit.dimension.startswith("count:") and before.role == "actual"
    beside = (sight.lead.bracket and not sight.lead.verbs) or sight.own_words.strip() == "="
    return counted and (beside or (before.whole is not None and not sight.lead.has("up", "down", "ratio")))


def _basis_of_the_list(sight: Sight) -> str | None:
    """What the ratios of the sentence compare with, where it is a time: "bằng 80,4% so cùng kỳ, gồm … bằng 58,8%"."""
    ratios = [
        figure
        for figure in sight.reading.figures[-_FIGURES_BACK:]
        if figure.start >= sight.clause.sentence_start and figure.form == "ratio"
    ]
    told = ratios[-1:] if "bằng" in sight.own_words else ratios
    return ratios[-1].basis if told and all(figure.basis in _COMPARED for figure in told) else None


def _as_level(sight: Sight) -> None:
    sight.figure.role, sight.figure.basis = "actual", None


def _starts_from(sight: Sight) -> bool:
    """Whether a level is left for another: "giảm từ 412 hộ (2,19%) xuống 350 hộ", the one in the bracket as well."""
    before = sight.last
    if before is not None and before.baseline and sight.own_words.strip() == "(":
        return True
    starts = "từ" in sight.own_words and _STARTS_FROM.search(sight.own_words) is not None
    return starts and _NEW_LEVEL.match(sight.flow, sight.figure.end, sight.clause.sentence_end) is not None


def _as_baseline(sight: Sight) -> None:
    """The level that a change starts from, which is known even where the change is an aim."""
    _as_level(sight)
    sight.figure.baseline = True


def _as_change(sight: Sight, measure: str) -> None:
    figure = sight.figure
    figure.role, figure.measure = "change", measure
    figure.form = "rate" if sight.is_percent else "times" if sight.dimension == "times" else "difference"


def _leading_change(sight: Sight) -> str | None:
    """A verb of change at the head of the clause: "Giảm phạm pháp hình sự từ 5%"."""
    start = sight.span[0]
    if sight.span != (sight.lead.start, sight.lead.end):
        return None
    match = _VERB_OF_CHANGE.search(sight.flow, max(0, start - _NEAR), start)
    if match is None:
        return None
    return "increase" if match[1] == "tăng" else "decrease"


def _like_the_one_before(sight: Sight) -> None:
    """A list leaves the verb out after its first member: "công nghiệp tăng 12,2%, xây dựng 10,1%"."""
    figure, lead, before = sight.figure, sight.lead, sight.last
    if before is not None and lead.nearest == "level" and _grows_like(sight, before):
        figure.role, figure.form, figure.measure = "change", "rate", before.measure
        return
    if before is None or lead.colon or lead.nearest is not None:
        return
    if (figure.role, before.role, before.form) == ("share", "share", "margin") and sight.own_words.strip() == "và":
        figure.form, figure.measure = before.form, before.measure  # "vượt 32% dự toán và 19% kế hoạch"
    if figure.role != "actual":
        return
    same = before.unit is not None and figure.unit is not None and before.unit.symbol == figure.unit.symbol
    if same and before.role == "change" and _RATE_OF_ANOTHER_YEAR.fullmatch(sight.own_words):
        figure.role, figure.form, figure.measure = before.role, before.form, before.measure
        return
    same = same and not closed_before(sight, before) and not _is_a_level_beside(sight, before)
    if same and before.start >= sight.clause.sentence_start and (before.role, before.form) == ("change", "rate"):
        figure.role, figure.form, figure.measure = before.role, before.form, before.measure


_SECTOR = re.compile(r"(?:lĩnh vực|khu vực|nhóm ngành|ngành)(?!\w)")


def _grows_like(sight: Sight, before: RawFigure) -> bool:
    """Whether a sector's rate goes on with one of growth: "tốc độ tăng trưởng lĩnh vực nông nghiệp đạt 4,5%; lĩnh vực dịch vụ đạt 8%"."""
    if sight.figure.role != "actual" or not sight.is_percent or before.unit != sight.figure.unit:
        return False
    grows = before.measure in ("increase", "decrease") and before.role in ("change", "target")
    listed = sight.own_words.lstrip()[:1] in (";", ",") and before.start >= sight.clause.sentence_start
    growth = bool(before.name_spans) and is_growth_name(sight.flow, *before.name_spans[0]) is not None
    kind = _SECTOR.match(sight.flow, *sight.span)
    again = _SECTOR.match(before.name.lower()) is not None and sight.flow.endswith("đạt ", 0, before.start)
    return grows and listed and kind is not None and (growth or again)


_RATE_OF_ANOTHER_YEAR = re.compile(r"\)(?:,| và) (?:so với )?cùng kỳ (?:năm )?\d{4} \(")
"""Between the rates of two years, each in its bracket: "mức tăng của cùng kỳ năm 2011 (8,8%) và cùng kỳ năm 2010 (13,5%)"."""
_RATE_BY_ITSELF = re.compile(r"(?:tỷ (?:lệ|trọng|suất)|công suất|mức độ|độ che phủ)(?!\w)")


def _is_a_level_beside(sight: Sight, before: RawFigure) -> bool:
    """Whether a percentage is a rate like the one that changed before: "nhẹ cân 9,6%, giảm 0,3%; thấp còi 19,8%"."""
    if _RATE_BY_ITSELF.match(sight.flow, *sight.span):
        return True
    level = None if before.of is None else sight.reading.figures[before.of]
    return level is not None and level.unit == sight.figure.unit


def closed_before(sight: Sight, before: RawFigure) -> bool:
    """Whether the figure before stands in a bracket that is closed again: "34% (giảm 11,3%); công nghiệp 35%"."""
    low = min(sight.clause.sentence_start, sight.clause.told_from)
    inside = open_bracket(sight.flow, low, before.start)
    return inside is not None and open_bracket(sight.flow, low, sight.figure.start) != inside


_BY_VERB: dict[str, Callable[[Sight], None]] = {
    "up": _by_change,
    "down": _by_change,
    "fromto": _by_change,
    "times": _by_times,
    "over": _by_margin,
    "under": _by_margin,
}
"""The rule that decides on a figure, by what the nearest verb says."""
