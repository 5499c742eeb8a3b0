"""What a figure is: a level, a change, a share; aimed at or reached (vai trò của số liệu)."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from vnplan.reading.context import open_bracket
from vnplan.reading.naming import OF_A_WHOLE
from vnplan.reading.patterns import searched
from vnplan.reading.places import is_place
from vnplan.reading.raw import RawFigure
from vnplan.reading.scene import JOINED, Clause, Sight
from vnplan.reading.statements import following_name, is_growth_name
from vnplan.reading.timing import compared_level

_PLANNED = frozenset(("plan", "estimate", "assigned"))
_COMPARED = frozenset(("yoy", "previous", "period"))

_AIM = searched(
    r"(?<!\w)(?:ph[ấâầ]n đ[ấầâ]u|mục tiêu(?! quốc gia)|đặt (?:ra|chỉ tiêu)|đề ra"
    r"|giao(?= (?:chỉ tiêu|nhiệm vụ|kế hoạch|dự toán|thu|cho|cục|ngành|các|đơn vị|chi cục) )|(?<!sự )quyết tâm|cần đạt|phải đạt|còn phải|đề nghị(?! thanh toán| quyết toán)|yêu cầu(?<!đạt yêu cầu)(?<!ứng yêu cầu)(?<!theo yêu cầu)(?<!bảo yêu cầu)"
    r"|nhiệm vụ(?: cụ thể| chủ yếu| trọng tâm)*(?: đến năm \d{4})? là|nhu cầu (?:vốn|kinh phí)"
    r"|(?:quyết nghị|nghị quyết) thông qua|chỉ tiêu(?: [^,;.:\d]{0,40})? (?:không|chưa|khó) (?:đạt|hoàn thành)(?: được)? là(?![^(]*\()|dự báo (?:không|khó) đạt|(?:kế hoạch|kh) (?:là|đề|đặt)|chỉ tiêu (?:phấn đấu|đến|đề ra|là|đạt(?! và vượt|,? vượt|/vượt)|năm \d{4}(?: là(?!\w)|(?=:)))"
    r"|chỉ tiêu (?:chủ yếu|cụ thể|cơ bản)(?:,? \w+){0,6} (?:gồm|như)|xác định (?:các )?(?:mục tiêu|chỉ tiêu|nhiệm vụ)|điều chỉnh (?:chỉ tiêu|mục tiêu|grdp)|cố gắng|tầm nhìn|định hướng(?! nghề| người| nhân dân| nông dân| bà con)|hướng (?:tới|đến)|nhắm|để đạt|có kế hoạch|phải(?<!số phải) (?:thu|tăng|giảm|hoàn thành|duy trì|đảm bảo|bảo đảm|có)|cần (?:có|thu|phải)"
    r"|sẽ (?:đạt|tăng|giảm|có|đưa|thu|xây dựng|hoàn thành)|dự kiến|(?:[Đđ]ảm|bảo) (?:bảo|đảm)(?= (?:\d|trên|ít nhất)))(?!\w)"
)
_SET_AND_REACHED = searched(
    r"(?<!\w)(?:đạt|vượt|hoàn thành) (?:được |mức |các )*(?:chỉ tiêu|kế hoạch|mục tiêu)(?: [^,;.\d]{0,30})? (?:đề|đặt)(?: ra)?$"
)
"""What was reached of what had been set: "vượt kế hoạch đề ra"."""
_BIDS = re.compile(
    r"\W*(?:nâng|đưa|duy trì|giữ vững|(?:bảo|đảm) (?:đảm|bảo)|hoàn thành|xây dựng|phát triển|kéo giảm|giảm)(?!\w)"
)
"""A sentence that opens with what is to be done: "Nâng tỷ lệ che phủ rừng đến năm 2030 đạt 16%"."""
_SETS = re.compile(r"(?<!\w)đặt (?:mục tiêu|chỉ tiêu)(?!\w)")
_DONE = searched(
    r"(?<!\w)(?:đã (?:đạt|thực hiện|hoàn thành|giải ngân|thu)|kết quả|so (?:với )?cùng kỳ"
    r"|ước (?:đạt|thực hiện|tính)|hoàn thành (?:\d|chỉ tiêu|vượt)|vượt (?:chỉ tiêu|kế hoạch|mục tiêu)"
    r"|thực (?:thu|chi)|thực hiện được|tính đến|đến nay|lũy kế)(?!\w)"
)
_ESTIMATED = re.compile(r"ướ[ct](?<!\wướ[ct])(?!\w)")
_ESTIMATES_ALL = re.compile(
    r"(?:^|[,.;:] ?)\s*ước(?: tính| thực hiện)?(?: (?:đến|cả|cuối|trong|hết|năm|tháng|quý)[^,;:]{0,30})?,"
)
_STRUCTURE = searched(r"(?<!\w)(?:chiếm|cơ cấu|tỷ trọng|đóng góp)(?!\w)")
_OF_LAST_YEAR = re.compile(
    r"\((?:của )?(?:cùng kỳ|cùng thời điểm)(?: năm (?:trước|ngoái|\d{4}))?(?: tương ứng| lần lượt)?(?: là| đạt|:| chiếm)*\s*$"
)
_BESIDE_PLAN = re.compile(
    r"(?<!\w)(cao|thấp|nhiều|ít|nhanh|chậm) hơn(?: so)?(?: với)? (kế hoạch|chỉ tiêu|mục tiêu|dự toán)(?: đề ra| năm| giao)?"
    r"(?: là)?\s*$"
)
_OVER_PLAN = searched(
    r"(?<!\w)vượt (?:mức )?(?:so với )?(kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết)(?: (?!là(?!\w))[^\W\d]+){0,7}\s*$"
)
_MAKES_UP = searched(r"(?<!\w)chiếm(?: [^\W\d]+){0,3}\s*$")
_MORE_OR_LESS = searched(r"(?<!\w)(?:cao|thấp|nhiều|ít|nhanh|chậm) hơn[^,;.]{0,40}$")
_MAINTAINED = searched(r"(?<!\w)(?:duy trì|giữ vững|giữ ổn định|kiềm giữ)(?!\w)")
_GIVEN = searched(r"(?<!\w)(?:giao|pháp lệnh)(?!\w| thông| quân| dịch)")
_PLANNED_NAME = searched(
    r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|kịch bản|kh|nq|nghị quyết|pháp lệnh|nhiệm vụ(?= thu))"
    r"(?: (?:năm|nhiệm kỳ|toàn khóa|đại hội|nghị quyết|đầu|tư|công|tỉnh|huyện|thành phố|tp|tw|trung ương|quận|hđnd|ubnd|được|giao|vốn|cả|đề ra|đặt ra"
    r"|thu|của|là|phấn đấu|pháp lệnh|\d{4}))*[^\w;,)]*$"
    r"|/\s*(?:trung ương|tw|tỉnh|thành phố|tp|huyện|quận|hđnd \w+) giao\W*$"
)
_ESTIMATE_SHORT = re.compile(r"(?<!\w)dt[ :]*$")
"""Of areas it stands for diện tích."""
_PLANNED_HEAD = re.compile(
    r"(?:tổng )?(?:số )?(dự toán|kế hoạch|nhiệm vụ(?= thu)) (?!giao(?!\w)|vốn (?!đầu tư toàn)|sử dụng|đầu tư công|hành động)\w"
)
_STATED = re.compile(r"(?<!\w)là\s*$")
_GIVEN_AFTER = re.compile(r" (?:(?:đã )?được (?:[^\W\d]+ ){0,4}?giao(?!\w)|\((?:[^\W\d]+ ){1,3}giao\))")
"""As in "đạt số thu 268.780 tỷ đồng được giao năm 2018", "30.287 người (tỉnh giao)"."""
_GIVEN_BEFORE = re.compile(r"(?<!\w)(?:đã )?được (?:[^\W\d]+ ){0,7}?giao(?: (?:năm|trong năm)(?: \d{4})?)?\s*$")
"""As in "tổng chi được HĐND tỉnh giao là 26.811 tỷ đồng"."""
_ESTIMATE = re.compile(r"%[^,;.]{0,12}(?<!\w)(?:dự toán|dt)(?!\w)")
_GIVING = re.compile(r"(?<!\w)giao\s*$")
_REACHING = re.compile(r"(?:đạt|bằng|vượt|so với|hoàn thành)\W*$")
_ADDED = re.compile(r"(?:vốn|vốn đăng ký|số tiền|kinh phí|tổng vốn) (?:đầu tư )?tăng thêm(?: là| đạt)?\s*$")
_NEW_LEVEL = re.compile(r"(?: ?\([^()\n]{0,30}\))?[^,;.\n]{0,30}?(?<!\w)(?<!trở )(?:lên|xuống|còn)(?!\w)")
_STARTS_FROM = re.compile(r"(?<!\w)từ\s*$")
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
    margin = _BESIDE_PLAN.search(sight.own_words) if " hơn" in sight.own_words else None
    if margin is not None:  # "thấp hơn kế hoạch 4,6 điểm phần trăm"
        figure.basis = "estimate" if margin[2] == "dự toán" else "plan"
        figure.role, figure.form = "share", "margin"
        figure.measure = "decrease" if margin[1] in ("thấp", "ít", "chậm") else "increase"
        return
    if (over := _OVER_PLAN.search(sight.own_words)) is not None and _tells_how_much(sight):
        given = "assigned" if _GIVING.search(sight.own_words) else "plan"
        figure.basis = figure.basis or ("estimate" if over[1] == "dự toán" and given == "plan" else given)
        figure.role, figure.form, figure.measure = "share", "margin", "increase"
        return
    if _starts_from(sight):
        _as_baseline(sight)
        return
    _BY_VERB.get(lead.nearest or "", _by_unit)(sight)
    _like_the_one_before(sight)


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


_RATE_LEFT = re.compile(
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
    return ratios[-1].basis if ratios and all(figure.basis in _COMPARED for figure in ratios) else None


def _as_level(sight: Sight) -> None:
    sight.figure.role, sight.figure.basis = "actual", None


def _starts_from(sight: Sight) -> bool:
    """Whether a level is left for another: "giảm từ 412 hộ (2,19%) xuống 350 hộ", the one in the bracket as well."""
    before = sight.last
    if before is not None and before.baseline and sight.own_words.strip() == "(":
        return True
    starts = _STARTS_FROM.search(sight.own_words) is not None
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
    if before is None or figure.role != "actual" or lead.colon or lead.nearest is not None:
        return
    same = before.unit is not None and figure.unit is not None and before.unit.symbol == figure.unit.symbol
    if same and before.role == "change" and _RATE_OF_ANOTHER_YEAR.fullmatch(sight.own_words):
        figure.role, figure.form, figure.measure = before.role, before.form, before.measure
        return
    same = same and not _closed_before(sight, before) and not _is_a_level_beside(sight, before)
    if same and before.start >= sight.clause.sentence_start and (before.role, before.form) == ("change", "rate"):
        figure.role, figure.form, figure.measure = before.role, before.form, before.measure


_RATE_OF_ANOTHER_YEAR = re.compile(r"\)(?:,| và) (?:so với )?cùng kỳ (?:năm )?\d{4} \(")
"""Between the rates of two years, each in its bracket: "mức tăng của cùng kỳ năm 2011 (8,8%) và cùng kỳ năm 2010 (13,5%)"."""
_RATE_BY_ITSELF = re.compile(r"(?:tỷ (?:lệ|trọng|suất)|công suất|mức độ|độ che phủ)(?!\w)")


def _is_a_level_beside(sight: Sight, before: RawFigure) -> bool:
    """Whether a percentage is a rate like the one that changed before: "nhẹ cân 9,6%, giảm 0,3%; thấp còi 19,8%"."""
    if _RATE_BY_ITSELF.match(sight.flow, *sight.span):
        return True
    level = None if before.of is None else sight.reading.figures[before.of]
    return level is not None and level.unit == sight.figure.unit


def _closed_before(sight: Sight, before: RawFigure) -> bool:
    """Whether the figure before stands in a bracket that is closed again: "34% (giảm 11,3%); công nghiệp 35%"."""
    inside = open_bracket(sight.flow, sight.clause.sentence_start, before.start)
    return inside is not None and open_bracket(sight.flow, sight.clause.sentence_start, sight.figure.start) != inside


_BY_VERB: dict[str, Callable[[Sight], None]] = {
    "up": _by_change,
    "down": _by_change,
    "fromto": _by_change,
    "times": _by_times,
    "over": _by_margin,
    "under": _by_margin,
}
"""The rule that decides on a figure, by what the nearest verb says."""


# --- aimed at, or reached ------------------------------------------------------------------------


def decide_mood(sight: Sight) -> None:
    """Whether a figure is aimed at, or reached."""
    figure = sight.figure
    figure.estimated = _ESTIMATED.search(sight.own_words) is not None
    all_of_it = figure.estimated and _ESTIMATES_ALL.search(sight.own_words) is not None
    sight.clause.estimated = sight.clause.estimated or all_of_it
    figure.estimated = figure.estimated or (sight.clause.estimated and figure.role == "actual")
    planned = _planned_level(sight) or _basis_outside_bracket(sight)
    if planned and figure.role in ("actual", "change") and figure.form != "ratio":
        figure.role, figure.basis, figure.form, figure.planned = "target", planned, None, True
        _like_the_change_before(sight)
        told = _PLAN_TOLD.match(sight.flow, sight.clause.sentence_start, figure.start)
        sight.clause.aim = sight.clause.aim or told is not None or _SETS.search(sight.own_words) is not None
    elif _is_aimed_at(sight) and not figure.baseline and compared_level(sight) is None:
        _as_target(sight)
    elif (whole := _part_of_planned(sight)) is not None:
        figure.role, figure.basis, figure.form, figure.planned = "target", whole.basis, None, True
    sight.clause.told = sight.clause.told or figure.role != "target"


_PARTS = searched(r"(?<!\w)(?:trong đó|gồm|bao gồm)(?!\w)")
_REACHES = searched(r"(?<!\w)(?:đạt|thực hiện|giải ngân|còn|đang|hiện|ước|đã|chiếm|tăng|giảm|bằng)(?!\w)")


def _part_of_planned(sight: Sight) -> RawFigure | None:
    """The planned figure that a sentence goes on to take apart: "giao dự toán là 10.200 tỷ đồng, trong đó …"."""
    before = sight.last
    if before is None or not before.planned or before.start < sight.clause.told_from or _closed_before(sight, before):
        return None
    if sight.figure.role != "actual" or before.unit != sight.figure.unit or _REACHES.search(sight.own_words):
        return None
    known = sight.clause.planned_parts or _PARTS.search(sight.own_words) is not None
    sight.clause.planned_parts = known
    return before if known else None


def _like_the_change_before(sight: Sight) -> None:
    """What a bracket says was planned is planned of the change before it: "GRDP tăng 9,16% (kế hoạch 8,5%)"."""
    before, figure = sight.last, sight.figure
    if before is not None and sight.is_percent and before.role == "change":
        if sight.lead.nearest == "to":
            return  # "(kế hoạch giảm còn 7,45%)"
        beside = sight.lead.bracket or open_bracket(sight.flow, sight.clause.sentence_start, figure.start) is not None
        figure.measure = before.measure if beside and before.form == "rate" else figure.measure  # of percentages


def _aim_told(own: str) -> re.Match[str] | None:
    """The last word that sets an aim, unless it only says of one that it was reached."""
    aim = _last(_AIM, own)
    if aim is None or _SET_AND_REACHED.search(own, 0, aim.end()) is None:
        return aim
    goes_on = re.search(r"[,;]", own[aim.end() :])  # not in "vượt kế hoạch đề ra 45%"
    return None if goes_on else aim


def _ends_the_aims(clause: Clause, own: str, done: re.Match[str] | None) -> bool:
    if done is not None and done[0] == "lũy kế" and clause.sets_aims:
        return False  # "phấn đấu thu quý II 50 tỷ đồng, lũy kế 6 tháng 120 tỷ đồng"
    return done is not None or _TURNS.search(own) is not None


def _is_aimed_at(sight: Sight) -> bool:
    figure, clause = sight.figure, sight.clause
    told = _last(_TOLD_BY, sight.own_words)
    own = sight.own_words if told is None else sight.own_words[told.end() :]
    aim, done = _aim_told(own), _last(_DONE, own)
    aim = aim or _PLAN_TOLD.match(sight.flow, clause.sentence_start, figure.start)
    if (
        aim and aim[0].startswith(("dự kiến", "sẽ ")) and figure.estimated
    ):  # "ước thu cả năm dự kiến vào khoảng 5.057 tỷ đồng"
        aim = None
    if aim and not (done and done.start() > aim.start()):
        clause.aim = True
        clause.sets_aims = _SETS_THEM.match(aim[0]) is not None
    elif _ends_the_aims(clause, own, done):
        clause.aim = False
    listed = sight.entry is not None
    if figure.role == "share":
        aims = aim or listed or sight.reading.is_plan or (sight.section.aims() is True and not done)
        if figure.form != "ratio" or _of_a_level(sight) or not (aims or (clause.aim and clause.level is not None)):
            return False
    if figure.form == "ratio" and figure.role == "change":
        return False
    if clause.aim or listed:
        return True
    if done:
        return False
    if clause.aimed_before and not _tells_otherwise(sight):
        clause.aim = clause.sets_aims = True
        return True
    return sight.context.only_aims or _future(sight) or (not figure.estimated and _announced(sight))


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    return max(pattern.finditer(words), key=lambda match: match.start(), default=None)


_TURNS = searched(r"(?<!\w)(?:trong khi(?: đó)?|tuy nhiên)(?!\w)")
"""Words behind which a sentence that set aims tells of what is."""
_PLAN_TOLD = re.compile(
    r"\W*(?:các )?(?:(?:chỉ tiêu )?kế hoạch|mục tiêu|chỉ tiêu) (?:năm|quý|giai đoạn|\d tháng|đến năm)(?!\w)[^.;:%]{0,60}:"
)
"""A sentence that opens by naming a plan: "Kế hoạch năm 2023 của huyện: thu ngân sách 5 tỷ đồng"."""
_TOLD_BY = searched(r"(?<!\w)(?:cho biết|cho hay)(?!\w)")
"""Behind these, words of aims before them are those of a meeting, not of the figures."""
_SETS_THEM = re.compile(r"ph[ấâầ]n đ[ấầâ]u|mục tiêu|chỉ tiêu|đặt|đề ra|quyết tâm|kế hoạch")
_TELLS = re.compile(
    r"(?<!\w)(?:đã|ước|hiện|đang|kết quả|cùng kỳ|so với|trong khi|tuy nhiên|thực tế|trước đó|vừa qua|thời gian qua|được)(?!\w)"
)


def _tells_otherwise(sight: Sight) -> bool:
    """Whether a sentence after one that sets aims has a time of its own or words of a result."""
    start, end = sight.clause.sentence_start, sight.clause.sentence_end
    named = any(not m.limit for m in sight.context.mentions_between(start, end))
    return named or sight.figure.estimated or _TELLS.search(sight.flow, start, end) is not None


def _of_a_level(sight: Sight) -> bool:
    """Whether the sentence gave the level that a share is of."""
    level = sight.clause.level
    if level is not None and sight.is_percent and sight.reading.figures[level].unit == sight.figure.unit:
        return False
    return level is not None and sight.span in (sight.reading.figures[level].name_spans[:1] or (sight.span,))


def _announced(sight: Sight) -> bool:
    """Whether heading or document announce aims, and the sentence tells of no result."""
    if sight.reading.is_plan and _looks_back(sight):
        return False
    aims = sight.section.aims()
    if not (aims is True or (sight.reading.is_plan and aims is not False)):
        return False
    realised = _REALISED.match(sight.flow, sight.figure.end)
    if realised is not None and (realised["estimated"] or aims is not True):
        return False
    told = _DONE.search(sight.flow, sight.clause.sentence_start, sight.figure.start)
    return told is None or (told[0] == "lũy kế" and aims is True)


_REALISED = re.compile(
    r"(?: ?/ ?[\d.,]+ (?:tỷ|triệu) đồng)?,? (?P<estimated>ước )?đạt (?:khoảng |trên |gần |hơn )?[\d.,]+ ?%"
    r" (?:so với )?(?:dự toán|kế hoạch|chỉ tiêu|kh|dt)(?!\w)"
)
"""A level whose share of the plan is told behind it: "chi giáo dục 627 tỷ đồng ước đạt 92% dự toán"."""


def _looks_back(sight: Sight) -> bool:
    """Whether the paragraph of a plan tells of a year before the one that is planned."""
    main, told = sight.context.period, sight.clause.paragraph
    before = sight.context.mentions_between(sight.clause.sentence_start, sight.figure.start)
    told = next((m for m in reversed(before) if m.year is not None and not m.compared), told)
    if main is None or told is None or told.year is None or told.compared:
        return False
    return told.kind == "year" and told.year < main.start.year


def _future(sight: Sight) -> bool:
    """Whether the clause names a horizon after the time of the text."""
    year = sight.context.year
    mentions = sight.context.mentions_between(sight.clause.sentence_start, sight.figure.start)
    limits = [m.year for m in mentions if m.limit and m.year is not None]
    bids = _BIDS.match(sight.flow, sight.clause.sentence_start) is not None
    return bool(limits) and (bids or (year is not None and max(limits) > year))


def _as_target(sight: Sight) -> None:
    figure = sight.figure
    basis = "plan" if sight.reading.is_plan else None
    if figure.role == "change":
        figure.role, figure.basis = "target", basis
        return
    if figure.role == "share":
        basis = figure.basis or basis
    if basis is None and _GIVEN.search(sight.own_words):
        basis = "assigned"
    figure.role, figure.form, figure.measure, figure.basis = "target", None, "level", basis
    figure.maintain = _MAINTAINED.search(sight.own_words) is not None


def _basis_outside_bracket(sight: Sight) -> str | None:
    """The basis of the share before a bracket that only adds its figure: "vượt 5,6% chỉ tiêu giao (9.500 tỷ đồng)"."""
    lead, share = sight.lead, sight.last
    if not lead.bracket or lead.verbs or share is None or sight.span != sight.clause.name:
        return None
    if sight.is_percent and share.form != "margin":
        return None
    return share.basis if share.role == "share" and share.end >= sight.clause.sentence_start else None


def _planned_level(sight: Sight) -> str | None:
    """The basis, where the words before a figure are themselves "dự toán năm là", "kế hoạch"."""
    if sight.behind_stroke:
        share = sight.flow[sight.figure.end : sight.figure.end + _NEAR]
        return "estimate" if _ESTIMATE.search(share) else "plan"
    moves = sight.lead.nearest in (
        "up",
        "down",
        "times",
        "ratio",
        "over",
        "under",
    )  # the plan of the share before: "đạt 80% kế hoạch, tăng 22%"
    words = sight.flow[sight.clause.start if moves else sight.clause.before : sight.lead.edge]
    match = _PLANNED_NAME.search(words) or (
        _ESTIMATE_SHORT.search(words) if sight.dimension.startswith("money") else None
    )
    given = match is None and not sight.is_percent
    if given and (_GIVEN_AFTER.match(sight.flow, sight.figure.end) or _given_by_name(sight, words)):
        return "assigned"
    if match is None:
        return _planned_by_name(sight)
    beside = sight.last is not None and sight.last.unit is not None and sight.last.unit.dimension == "percentage_point"
    level = None if sight.clause.level is None else sight.reading.figures[sight.clause.level]
    beside = beside or (sight.lead.bracket and level is not None and level.unit == sight.figure.unit)
    reaching = sight.is_percent and not beside and sight.lead.nearest != "level"
    if reaching and _REACHING.search(words[: match.start()]):
        return None
    if _GIVEN.search(match[0]) or _GIVING.search(words, 0, match.start()):
        return "assigned"
    return "estimate" if match[0].lstrip("( ").startswith(("dự toán", "dt")) else "plan"


def _given_by_name(sight: Sight, words: str) -> bool:
    """Whether the words before a figure end in that it was assigned, which is no part of its name."""
    match = _GIVEN_BEFORE.search(words)
    start, end = sight.span
    given = None if match is None else sight.flow.rfind(match[0].strip(), start, end)
    if given is not None and given > start:
        sight.span = start, given - 1
        after = following_name(sight.context, sight.figure, sight.limit)
        if is_place(sight.context, *sight.span) and after[0] < after[1]:
            sight.span = after  # "thị xã được giao 250 tỷ đồng vốn đầu tư công"
    return match is not None


def _planned_by_name(sight: Sight) -> str | None:
    """The basis, where the name begins with it: "dự toán thu ngân sách năm 2022 là 860 tỷ đồng"."""
    start, end = sight.span
    match = _PLANNED_HEAD.match(sight.flow, start, end)
    if match is None or sight.is_percent:
        return None
    amount = match[1] == "dự toán" and sight.dimension.startswith("money") and not sight.lead.verbs
    if not amount and _STATED.search(sight.flow, end, sight.figure.start) is None:
        return None
    sight.span = match.end() - 1, end  # what is planned is the name
    if sight.flow.endswith("giao ", 0, start):
        return "assigned"
    return {"dự toán": "estimate", "nhiệm vụ": "assigned"}.get(match[1], "plan")
