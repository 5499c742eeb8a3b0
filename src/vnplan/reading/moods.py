"""Whether a figure is aimed at or reached, and whose plan it is (mục tiêu hay kết quả)."""

from __future__ import annotations

import re

from vnplan.reading.context import open_bracket
from vnplan.reading.patterns import searched
from vnplan.reading.places import is_place
from vnplan.reading.raw import RawFigure
from vnplan.reading.roles import GIVING, closed_before
from vnplan.reading.scene import Clause, Sight
from vnplan.reading.statements import following_name
from vnplan.reading.timing import compared_level

_AIM = searched(
    r"(?<!\w)(?:ph[ấâầ]n đ[ấầâ]u|mục tiêu(?! quốc gia)|đặt (?:ra|chỉ tiêu)|đề ra"
    r"|giao(?= (?:chỉ tiêu|nhiệm vụ|kế hoạch|dự toán|thu|cho|cục|ngành|các|đơn vị|chi cục) )|(?<!sự )quyết tâm|cần đạt|phải đạt|còn phải|đề nghị(?! thanh toán| quyết toán)|yêu cầu(?<!đạt yêu cầu)(?<!ứng yêu cầu)(?<!theo yêu cầu)(?<!bảo yêu cầu)"
    r"|nhiệm vụ(?: cụ thể| chủ yếu| trọng tâm)*(?: đến năm \d{4})? là|nhu cầu (?:vốn|kinh phí)"
    r"|với (?:một số|các|những) chỉ tiêu(?: chủ yếu| cụ thể| cơ bản| quan trọng)*(?! (?:chủ yếu|cụ thể|cơ bản|quan trọng|đạt|vượt|hoàn thành|không|chưa|đã|kinh tế|này))"
    r"|(?:quyết nghị|nghị quyết) thông qua|chỉ tiêu(?: [^,;.:\d]{0,40})? (?:không|chưa|khó) (?:đạt|hoàn thành)(?: được)? là(?![^(]*\()|dự báo (?:không|khó) đạt|(?:kế hoạch|kh) (?:là|đề|đặt)|chỉ tiêu (?:phấn đấu|đến|đề ra|là|đạt(?! và vượt|,? vượt|/vượt| cao| khá| thấp| tốt)|năm \d{4}(?: là(?!\w)|(?=:)))"
    r"|chỉ tiêu (?:chủ yếu|cụ thể|cơ bản)(?:,? \w+){0,6} (?:gồm|như)|xác định (?:các )?(?:mục tiêu|chỉ tiêu|nhiệm vụ)|điều chỉnh (?:chỉ tiêu|mục tiêu|grdp)|cố gắng|tầm nhìn|định hướng(?<!theo định hướng)(?! nghề| người| nhân dân| nông dân| bà con)|hướng (?:tới|đến)|nhắm|để đạt|có kế hoạch|phải(?<!số phải)(?<!tuy phải)(?<!dù phải)(?<!đã phải) (?:thu|tăng|giảm|hoàn thành|duy trì|đảm bảo|bảo đảm|có)|cần (?:có|thu|phải)"
    r"|sẽ (?:đạt|tăng|giảm|có|đưa|thu|xây dựng|hoàn thành|trồng|gieo|xuống giống|khởi công|đầu tư|bố trí|nâng cấp|sửa chữa|đào tạo|giải quyết|tạo|hỗ trợ|kết nạp|thành lập|tuyển|giải ngân|huy động|phát triển|mở|cấp)|dự kiến|(?:[Đđ]ảm|bảo) (?:bảo|đảm)(?= (?:\d|trên|ít nhất)))(?!\w)"
)
_SET_AND_REACHED = searched(
    r"(?<!\w)(?:đạt|vượt|hoàn thành) (?:được |mức |các )*(?:chỉ tiêu|kế hoạch|mục tiêu)(?: [^,;.\d]{0,30})? (?:đề|đặt)(?: ra)?$"
)
"""What was reached of what had been set: "vượt kế hoạch đề ra"."""
_BIDS = re.compile(
    r"\W*(?:nâng|đưa|duy trì|giữ vững|(?:bảo|đảm) (?:đảm|bảo)|hoàn thành|xây dựng|phát triển|kéo giảm|giảm)(?!\w)"
)
"""A sentence that opens with what is to be done: "Nâng tỷ lệ che phủ rừng đến năm 2030 đạt 16%"."""
_SETS = searched(r"(?<!\w)đặt (?:mục tiêu|chỉ tiêu)(?!\w)")
_DONE = searched(
    r"(?<!\w)(?:đã (?:đạt|thực hiện|hoàn thành|giải ngân|thu)|kết quả|so (?:với )?cùng kỳ"
    r"|ước (?:đạt|thực hiện|tính)|hoàn thành (?:\d|chỉ tiêu|vượt)|vượt (?:chỉ tiêu|kế hoạch|mục tiêu)"
    r"|thực (?:thu|chi)|thực hiện được|tính đến|đến nay|lũy kế)(?!\w)"
)
_ESTIMATED = re.compile(r"ướ[ct](?<!\wướ[ct])(?!\w)")
_ESTIMATES_ALL = re.compile(
    r"(?:^|[,.;:] ?)\s*ước(?: tính| thực hiện)?(?: (?:đến|tại|cả|cuối|trong|hết|năm|tháng|quý)[^,;:]{0,30})?,"
)
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
_STATED = searched(r"(?<!\w)là\s*$")
_GIVEN_AFTER = re.compile(r" (?:(?:đã )?được (?:[^\W\d]+ ){0,4}?giao(?!\w)|\((?:[^\W\d]+ ){1,3}giao\))")
"""As in "đạt số thu 268.780 tỷ đồng được giao năm 2018", "30.287 người (tỉnh giao)"."""
_GIVEN_BEFORE = re.compile(
    r"(?<!\w)(?:vốn(?: [^\W\d]+){0,6}? (?=giao)|(?=(?:đã )?được))(?P<given>(?:(?:đã )?được (?:[^\W\d]+ ){0,7}?)?giao(?: (?:năm|trong năm)(?: \d{4})?)?)\s*$"
)
"""As in "tổng chi được HĐND tỉnh giao là 26.811 tỷ đồng", "vốn đầu tư công giao 32,6 tỷ đồng"."""
_ESTIMATE = re.compile(r"(?:^ |%[^,;.]{0,12}(?<!\w))(?:dự toán|dt)(?!\w)")
_REACHING = re.compile(r"(?:đạt|bằng|vượt|so với|hoàn thành)\W*$")
_AFTER_PLAN = re.compile(r"(?<!\w)theo (?:các )?$")
"""Before a plan that a result is reckoned by: "thu ngân sách theo dự toán tỉnh giao đạt 425 tỷ đồng"."""
_WITH = re.compile(r"(?<!\w)(?<!so )với (?:khoảng |hơn |gần |trên )?$")
_NEAR = 40
"""Characters after a plan in which its share is told."""


def decide_mood(sight: Sight) -> None:
    """Whether a figure is aimed at, or reached."""
    figure = sight.figure
    figure.estimated = _ESTIMATED.search(sight.own_words) is not None
    all_of_it = figure.estimated and _ESTIMATES_ALL.search(sight.own_words) is not None
    sight.clause.estimated = sight.clause.estimated or all_of_it
    figure.estimated = figure.estimated or (sight.clause.estimated and figure.role == "actual")
    if sight.last is not None and sight.last.unit == figure.unit and sight.own_words.strip() in ("-", "–"):
        figure.estimated = sight.last.estimated  # "cơ cấu kinh tế ước đạt 8,8% - 59,7% - 31,5%"
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
    if before is None or not before.planned or before.start < sight.clause.told_from or closed_before(sight, before):
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
    if done is not None and clause.sets_aims and own.endswith("đạt và ", 0, done.start()):
        return False  # "thu ngân sách tăng 5%; đạt và vượt chỉ tiêu giảm hộ nghèo; …"
    return done is not None or _TURNS.search(own) is not None


def _is_aimed_at(sight: Sight) -> bool:
    figure, clause = sight.figure, sight.clause
    aim, done = _note_aim(sight)
    if figure.role == "share" and not _share_may_be_aimed_at(sight, aim=aim, done=done):
        return False
    if figure.form == "ratio" and figure.role == "change":
        return False
    if clause.aim or sight.entry is not None:
        return True
    if done:
        return False
    if clause.aimed_before and not _tells_otherwise(sight):
        clause.aim = clause.sets_aims = True
        return True
    begun = sight.context.aims_from
    only_aims = begun is not None and begun <= figure.start and not _tells_how_it_is(sight)
    return only_aims or _future(sight) or (not figure.estimated and _announced(sight))


def _note_aim(sight: Sight) -> tuple[bool, bool]:
    """Whether the words before a figure set an aim, and whether they tell what was done; the clause keeps its mood."""
    clause = sight.clause
    told = _last(_TOLD_BY, sight.own_words) if "cho " in sight.own_words else None
    own = sight.own_words if told is None else sight.own_words[told.end() :]
    aim, done = _aim_told(own), _last(_DONE, own)
    aim = aim or _PLAN_TOLD.match(sight.flow, clause.sentence_start, sight.figure.start)
    if aim and aim[0].startswith(("dự kiến", "sẽ ")) and sight.figure.estimated:
        aim = None  # "ước thu cả năm dự kiến vào khoảng 5.057 tỷ đồng"
    if aim and not (done and done.start() > aim.start()):
        clause.aim = True
        clause.sets_aims = _SETS_THEM.match(aim[0]) is not None
    elif _ends_the_aims(clause, own, done):
        clause.aim = False
    return aim is not None, done is not None


def _share_may_be_aimed_at(sight: Sight, *, aim: bool, done: bool) -> bool:
    """Whether a share is of a plan yet to be reached: "đạt 100% kế hoạch", "tăng 10% so với dự toán" among aims."""
    clause, listed = sight.clause, sight.entry is not None
    if sight.figure.form == "margin":
        return clause.level is None and not done and (listed or clause.aim)
    if sight.figure.form != "ratio" or _of_a_level(sight):
        return False
    return (
        aim
        or listed
        or sight.reading.is_plan
        or (sight.section.aims() is True and not done)
        or (clause.aim and clause.level is not None)
    )


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(words):  # noqa: B007  # the last one stays
        pass
    return found


_TURNS = searched(r"(?<!\w)(?:trong khi(?: đó)?|tuy nhiên)(?!\w)")
"""Words behind which a sentence that set aims tells of what is."""
_PLAN_TOLD = re.compile(
    r"\W*(?:(?:các )?(?:(?:chỉ tiêu )?kế hoạch|mục tiêu|chỉ tiêu) (?:năm|quý|giai đoạn|\d tháng|đến năm)(?!\w)[^.;:%]{0,60}:"
    r"|theo (?:kế hoạch|lộ trình),(?![^.;]{0,120}(?<!\w)(?:đã|đạt|được)(?!\w)))"
)
"""A sentence that opens by naming a plan: "Kế hoạch năm 2023 của huyện: thu 5 tỷ đồng", "Theo kế hoạch, trồng 30 ha"."""
_TOLD_BY = searched(r"(?<!\w)(?:cho biết|cho hay)(?!\w)")
"""Behind these, words of aims before them are those of a meeting, not of the figures."""
_SETS_THEM = re.compile(r"với|ph[ấâầ]n đ[ấầâ]u|mục tiêu|chỉ tiêu|đặt|đề ra|quyết tâm|kế hoạch")
_TELLS = searched(
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
    opens = told is not None and not sight.flow[sight.clause.sentence_start : told.start()].strip(" -+•")
    return told is None or (aims is True and (told[0] == "lũy kế" or (opens and told[0].startswith("hoàn thành"))))


_REALISED = re.compile(
    r"(?: ?/ ?[\d.,]+ (?:tỷ|triệu) đồng)?,? (?P<estimated>ước )?đạt (?:khoảng |trên |gần |hơn )?[\d.,]+ ?%"
    r" (?:so với )?(?:dự toán|kế hoạch|chỉ tiêu|kh|dt)(?!\w)"
)
"""A level whose share of the plan is told behind it: "chi giáo dục 627 tỷ đồng ước đạt 92% dự toán"."""


def _looks_back(sight: Sight) -> bool:
    """Whether the paragraph of a plan tells of a year before the one that is planned."""
    main, told = sight.context.period, sight.clause.paragraph
    before = sight.context.mentions_between(sight.clause.sentence_start, sight.figure.start)
    dated = [m for m in reversed(before) if m.year is not None and not m.compared]
    if dated:
        told = next((m for m in dated if m not in sight.clause.told_after), None)
    if main is None or told is None or told.year is None or told.compared:
        return False
    return told.kind == "year" and told.year < main.start.year


_HAS = re.compile(
    r"[\s\"*_-]*(?P<who>[^,;.:()\d\n]{2,40}?) (?:hiện )?(?:có|gồm) (?:hơn |trên |gần |khoảng |tổng số )?(?=\d)"
)


def _tells_how_it_is(sight: Sight) -> bool:
    """Whether a sentence tells what a place has, before its paragraph looks ahead: "Xã Tân Lập có 12 thôn với 3.450 hộ"."""
    clause, context = sight.clause, sight.context
    has = None if clause.block.mark else _HAS.match(sight.flow, clause.sentence_start, sight.figure.end)
    if has is None or not is_place(context, *has.span("who")):
        return False
    return not any(mention.limit for mention in context.mentions_between(clause.block.start, sight.figure.start))


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
    margin = figure.measure if figure.form == "margin" and "đạt và vượt" not in sight.own_words else None
    figure.role, figure.form, figure.measure, figure.basis = "target", None, margin or "level", basis
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
    if _given_by_another(sight):
        return "assigned"
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
    if (reaching and _REACHING.search(words[: match.start()])) or _is_beside_its_plan(sight, words[: match.start()]):
        return None
    if _GIVEN.search(match[0]) or GIVING.search(words, 0, match.start()):
        return "assigned"
    return "estimate" if match[0].lstrip("( ").startswith(("dự toán", "dt")) else "plan"


def _is_beside_its_plan(sight: Sight, before: str) -> bool:
    """Whether what is reckoned by a plan, or comes with a share of it, is told, and not the plan.

    As in "thu theo dự toán tỉnh giao đạt 425 tỷ đồng" and "đạt 100% chỉ tiêu với 185 thanh niên".
    """
    flow, start = sight.flow, sight.figure.start
    if _AFTER_PLAN.search(before) and _REACHES.search(flow, sight.lead.edge, start):
        return True
    return not sight.is_percent and _WITH.search(flow, sight.clause.before, start) is not None


_ANOTHER_GIVES = re.compile(
    r"[,;]? ?(?:và |còn )?(?:trung ương|tw|tỉnh|thành phố|tp|huyện|quận|thị xã|hđnd \w+) giao(?: là)? ?"
)


def _given_by_another(sight: Sight) -> bool:
    """Whether an amount is what another body assigned beside a planned one: "dự toán tỉnh giao 983 tỷ đồng, thành phố giao 1.050 tỷ đồng"."""
    before = sight.last
    beside = before is not None and before.planned and before.unit == sight.figure.unit
    return beside and _ANOTHER_GIVES.fullmatch(sight.own_words) is not None


def _given_by_name(sight: Sight, words: str) -> bool:
    """Whether the words before a figure end in that it was assigned, which is no part of its name."""
    match = _GIVEN_BEFORE.search(words)
    start, end = sight.span
    given = None if match is None else sight.flow.rfind(match["given"], start, end)
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
