"""What a figure is held against, by the words before and after it (so với …)."""

from __future__ import annotations

import re
from datetime import date

from attrs import define

from vnplan.reading.context import Context
from vnplan.reading.patterns import searched
from vnplan.reading.raw import RawFigure, RawPeriod

_BASIS = re.compile(
    r"""[ ,)]{0,3}\(?(?:chỉ\ )?(?P<lead>(?:(?:về|cả)\ [\w ]{2,14}?\ (?=so|cùng|kế))?(?:so\ với|so|với|của|trên|bằng|tổng|cả|nghị\ quyết|theo|tính\ trên|trong)?(?:\ (?:với|tổng|mức|(?<=với\ )(?:sản\ lượng|kim\ ngạch|doanh\ thu|diện\ tích|năng\ suất|số\ lượng|con\ số)(?:\ của)?|cả|số|cả\ kỳ|mục\ tiêu|ước\ thực\ hiện|ước|thực\ hiện|kết\ quả|bình\ quân|trung\ bình|thời\ điểm|tháng(?=\ cùng)|quý(?=\ cùng)))*)\s?
        (?P<what>(?:tw|trung\ ương|bộ|tỉnh|thành\ phố|huyện|quận|thị\ xã|xã|phường|(?:hđnd|ubnd)(?:\ \w+){1,2}?)\ giao(?!\w)|cùng\ kỳ|cùng\ thời\ (?:điểm|gian)|dự\ toán|kế\ hoạch|chỉ\ tiêu|pháp\ lệnh|nghị\ quyết|nhiệm\ vụ|mục\ tiêu|kịch\ bản|khkh|kh(?![\w])|dt(?!\w)|ck(?!\w)|số\ giao|vốn\ (?:được\ )?giao|tổng\ vốn|tổng\ kế\ hoạch|(?:đầu|cuối)\ năm(?:\ (?:trước|ngoái|\d{4}))?|năm\ (?:học\ )?(?:trước|ngoái)|tháng\ trước|quý\ trước|kỳ\ trước|(?:tháng|quý|năm|giai\ đoạn|vụ|\d\d?\ tháng)[ ]|(?:ngày\ )?\d{1,2}(?:(?P<sep>[/-])\d{1,2}(?P=sep)|\ tháng\ \d{1,2}\ năm\ )(?:19|20)\d\d|(?:19|20)\d\d)
        (?P<rest>(?:\ do\ [^,;.()\d\n]{2,60},\ [^,;.()\d\n]{2,40}\ giao)?[^,;.()\n]{0,70})""",
    re.VERBOSE,
)
_SO_VOI = searched(r"(?<!\w)(?:so với|so cùng|so (?=kế hoạch|dự toán|năm|tháng|quý)|cùng kỳ|bằng)")
_GIVEN = searched(r"(?<!\w)(?:giao|pháp lệnh|phân bổ)(?!\w| thông)")
_PLAN_WORDS = {"dự toán": "estimate", "dt": "estimate", "kế hoạch": "plan", "chỉ tiêu": "plan", "nghị quyết": "plan",
               "mục tiêu": "plan", "kịch bản": "plan", "kh": "plan", "pháp lệnh": "assigned",
               "số giao": "assigned", "nhiệm vụ": "plan", "tổng kế hoạch": "plan"}  # fmt: skip
_STOP_REST = searched(
    r"(?<!\w)(?:và(?![^,;.\d]{0,40} giao(?!\w))|là|thì|với|trong đó|tăng|giảm|đạt|bằng|ước|tương đương|do(?! \S+(?: \S+){0,7} giao)|nhưng|để|cao|thấp|đã|vượt|chiếm|gồm|tuy|còn|nâng|ở mức|khi)(?!\w)"
)


@define
class Tail:
    """What follows a figure: whom it is compared with, and how far that reaches."""

    end: int
    basis: str | None = None
    period: RawPeriod | None = None


_BEFORE = 8
"""Characters before a figure in which "bằng" stands: "bằng 91,5% 6 tháng đầu năm"."""


def read_tail(context: Context, figure: RawFigure, limit: int) -> Tail:
    """The basis named after a figure, within `limit`."""
    flow = context.flow
    tail = Tail(figure.end)
    times = figure.unit is not None and figure.unit.dimension == "times"
    ratio = times or flow[max(0, figure.start - _BEFORE) : figure.start].rstrip().endswith("bằng")
    match = _comparison(flow, figure.end, limit, times=ratio)
    if match is None:
        return tail
    what, rest = match["what"].strip(), match["rest"]
    if what.startswith("tổng vốn") and (figure.unit is None or figure.unit.dimension != "percent"):
        return tail  # "164 doanh nghiệp, tổng vốn đăng ký 89 tỷ đồng"
    stop = _STOP_REST.search(rest)
    if stop:
        rest = rest[: stop.start()]
    tail.end = match.start("rest") + len(rest.rstrip())
    if what in _PLAN_WORDS or what.startswith(("vốn", "tổng")) or what.endswith(" giao"):
        tail.basis = "assigned" if _GIVEN.search(f"{what} {rest}") else _PLAN_WORDS.get(what, "plan")
    else:
        tail.basis, tail.period = compared_with(context, match.start("what"), tail.end, what)
    return tail


def _comparison(flow: str, end: int, limit: int, *, times: bool) -> re.Match[str] | None:
    """The comparison that speaks of the figure which ends here, right after it or a few words on."""
    match = _BASIS.match(flow, end, limit)
    if match is not None:
        if (
            not match["lead"].strip()
            and match["what"].strip() in _PLAN_WORDS
            and "," in flow[end : match.start("lead")]
        ):
            return None  # "đạt 64,3%, mục tiêu đến năm 2025 …" goes on to another figure
        if match["what"] == "tổng vốn" and (against := _SO_VOI.search(flow, match.end("what"), match.end())):
            match = _BASIS.match(flow, against.start(), limit)  # "giảm 32% tổng vốn đầu tư so với cùng kỳ"
        return match if match is not None and _belongs(flow, end, match) and (times or _compares(match)) else None
    comma = flow.find(",", end, min(limit, end + 60))
    found = _SO_VOI.search(flow, end, min(limit if comma < 0 else comma, end + 48))
    if found is None or found[0] == "bằng" or not _plain_words(flow, end, found.start()):
        return None
    match = _BASIS.match(flow, found.start(), limit)
    if match is None or _NEXT_VERB.match(flow, match.start("rest")):
        return None  # "tăng 3,1% và so với cùng kỳ tăng 3%" goes on to another figure
    return match if _compares(match) else None


_IN_RESPECT = re.compile(r"^(?:về|cả) [\w ]{2,14}? (?=so)")


def _compares(match: re.Match[str]) -> bool:
    """Whether a period named after a figure is one that it is compared with: "so với năm 2019"."""
    what, lead = match["what"].strip(), _IN_RESPECT.sub("", match["lead"].strip())
    if what == "tổng vốn" and lead == "với":  # "68 dự án với tổng vốn đăng ký 18.450 tỷ đồng"
        return False
    named = (
        what in ("năm", "tháng", "quý", "giai đoạn", "vụ")
        or what[:1].isdigit()
        or what.startswith(("đầu", "cuối", "ngày"))
    )
    return not named or lead.startswith(("so", "bằng"))


_NEXT_VERB = re.compile(
    r"\s*(?:(?:năm (?:trước|ngoái|\d{4})|\d{4})\s*)?(?:có )?(?:mức |tốc độ )?(?:tăng|giảm|bằng|đạt|vượt|là|chiếm|gấp)(?!\w)"
)


def _belongs(flow: str, end: int, match: re.Match[str]) -> bool:
    """Whether a comparison after a comma or bracket still speaks of the figure before it."""
    opening = _OPENING.match(flow, end)
    if opening is None:
        return True
    if _NEXT_VERB.match(flow, match.start("rest")):
        return False
    if match["lead"].startswith(("so", "bằng", "với")):
        return True
    return match["what"].startswith("cùng kỳ") and opening[0].endswith(",")


_OPENING = re.compile(r" *[,(]")


def _plain_words(flow: str, start: int, end: int) -> bool:
    between = flow[start:end]
    return not re.search(r"[;:()\d]|(?<!\w)(?:tăng|giảm|đạt|là)(?!\w)", between)


_LAST_MONTH = re.compile(r" (?:của )?(?:tháng|quý|kỳ) trước(?!\w)")
_END_OF_LAST_YEAR = searched(r"cuối năm (?:trước|ngoái)(?!\w)")


def compared_with(context: Context, start: int, end: int, what: str) -> tuple[str, RawPeriod | None]:
    """The basis that such words name: the same time of the year before, the time before, or a period."""
    if what.startswith(("cùng kỳ", "cùng thời", "ck")):
        return ("previous" if _LAST_MONTH.match(context.flow, start + len(what)) else "yoy"), None
    first_day = what == "đầu năm" and context.flow.startswith(" học trước", start + len(what))
    if first_day or what in ("năm trước", "năm ngoái", "năm học trước"):
        return "yoy", None
    year = context.near_year(start)
    if what.startswith(("tháng 12 năm trước", "tháng 12 năm ngoái")) and year is not None:
        return "period", RawPeriod(date(year - 1, 12, 1), date(year - 1, 12, 31), "month")
    if what in ("tháng trước", "quý trước", "kỳ trước"):
        return "previous", None
    words = context.flow[start:end]
    if year is not None and (what == "đầu năm" or _END_OF_LAST_YEAR.search(words)):
        last = date(year - 1, 12, 31)
        return "period", RawPeriod(last, last, "day")
    if "năm trước" in words or "năm ngoái" in words:
        return "yoy", None
    for mention in context.mentions_between(start - 6, end + 1):
        resolved = context.resolve(mention)
        if resolved is not None:
            return "period", resolved
    return "period", None


_FRONT = re.compile(
    r"[\s,;:+*)-]*(?:và )?so (?:với )?(?:thời điểm |(?:tháng|quý) (?=cùng))?(?P<what>cùng (?:kỳ|tháng)(?: năm (?:trước|ngoái|\d{4}))?|tháng 12 năm (?:trước|ngoái)|(?:đầu|cuối) năm(?: (?:trước|ngoái|\d{4}))?|(?:tháng|quý|kỳ) trước"
    r"|(?:ngày )?\d{1,2}/\d{1,2}/\d{4}|(?:\d{1,2}|sáu|chín) tháng(?: (?:đầu|cuối))?(?: năm)? \d{4}|(?:tháng \d{1,2}|quý (?:\d|i{1,3}|iv)) năm \d{4}|(?:năm|tháng|quý) [\d/]+|năm (?:học )?(?:trước|ngoái))(?! đó)(?![\w/])"
)


def read_front(context: Context, start: int, end: int) -> Tail | None:
    """The comparison with which a clause opens: "so với 31/12/2021 tăng 208 tỷ đồng"."""
    match = _FRONT.match(context.flow, start, end)
    if match is None:
        return None
    basis, period = compared_with(context, match.start("what"), match.end("what"), match["what"])
    return Tail(match.end(), basis, period)


def announced_comparison(context: Context, start: int, end: int) -> tuple[str, RawPeriod | None] | None:
    """What the paragraph above says that all below is compared with: by a colon, or by telling nothing else."""
    flow = context.flow
    alone = _FRONT.match(flow, start, end)
    if alone is not None and flow[alone.end() : end].strip(" ,:*_"):
        alone = None
    found = alone or (_announced_before_a_colon(flow, start, end) if flow[end - 1] == ":" else None)
    return None if found is None else compared_with(context, found.start("what"), found.end("what"), found["what"])


def _announced_before_a_colon(flow: str, start: int, end: int) -> re.Match[str] | None:
    """As in "Mức tăng so với tháng trước của một số nhóm hàng như sau:"."""
    told = _SO_VOI.search(flow, max(start, flow.rfind(". ", start, end)), end)
    return None if told is None else _FRONT.match(flow, told.start(), end)
