"""What is a number, and which numbers are no figures (chữ số và vai trò của chúng)."""

from __future__ import annotations

import re

from attrs import frozen

from vnplan.lexicon import phrases
from vnplan.reading.raw import NumberClaim

NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
LONGEST = 40
"""Digits beyond which a numeral is no figure."""

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMA = re.compile(r"\d+,\d+")
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2},\d{3}")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
_POINT = re.compile(r"\d+\.(?:\d{1,2}|\d{4,})")
_MIXED = re.compile(r"\d{1,3}(?:\.\d{3})*\.\d{1,2}|\d{1,3}(?:,\d{3})+,\d{1,2}")


@frozen
class Numeral:
    """The value of a printed number.

    Attributes:
        value: As a decimal string, digits after the mark as printed.
        fault: What is unusual about its marks; None for the Vietnamese order.
    """

    value: str
    fault: str | None = None


def parse_numeral(printed: str) -> Numeral | None:
    """The value of a number as printed in Vietnamese; None where it is no number.

    A dot groups thousands and a comma stands before decimals (Law on Accounting 2015, Art. 11).
    Where only the English order makes sense of a number, it is read so, with the fault named.
    """
    if len(printed) > LONGEST:
        return None
    if printed.isdecimal():
        return Numeral(printed.lstrip("0") or "0")
    if _GROUPED.fullmatch(printed):
        return Numeral(_plain(printed.replace(".", "").replace(",", ".")))
    if _COMMA.fullmatch(printed):
        ambiguous = _AMBIGUOUS.fullmatch(printed)
        return Numeral(_plain(printed.replace(",", ".")), "ambiguous decimal comma" if ambiguous else None)
    if _ENGLISH.fullmatch(printed):
        return Numeral(_plain(printed.replace(",", "")), "English separators")
    if _POINT.fullmatch(printed):
        return Numeral(_plain(printed), "decimal point instead of comma")
    if _MIXED.fullmatch(printed):
        mark = printed[-2] if printed[-2] in ".," else printed[-3]
        head, _, tail = printed.rpartition(mark)
        return Numeral(_plain(re.sub(r"[.,]", "", head) + "." + tail), "one mark for groups and decimals")
    return None


def _plain(value: str) -> str:
    whole, mark, decimals = value.partition(".")
    return (whole.lstrip("0") or "0") + mark + decimals


_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,300}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}")
_PHONE = re.compile(
    r"0\d{1,3}\)?[. -]?\d{3,4}[. -]?\d{3,4}(?:[. -]?\d{2,4})?(?![\w,%]| ?%)|84\)?[. -]?\d{2,3}[. -]?\d{3,4}[. -]?\d{3,4}(?!\w)"
)
_SCALE = re.compile(r"1\s?[/:]\s?(?:50\.?000|25\.?000|10\.?000|5\.?000|2\.?000|1\.?000|500|200)(?!\d)")
_TIME = re.compile(
    r"(?:[01]?\d|2[0-4])\s?(?:h\s?[0-5]\d|h(?!\w)|:[0-5]\d(?::[0-5]\d)?(?!\d)|giờ(?:\s?[0-5]\d(?!\d|,|\.\d|\s?%)(?:\s?phút)?)?)(?!\w)|24\s?/\s?(?:24h?|7)(?!\w)"
)
_HOUR = 2
"""Digits of an hour."""
_NOTE = re.compile(r"\d{1,3}(?:[,;-] ?\d{1,3})*\]")
_TAGGED = re.compile(r"\d{1,6}[a-zđ]\d{0,6}(?!\w)|\d{1,6}x\d{1,6}(?:x\d{1,6})*(?!\w)")


def special_claim(flow: str, start: int, end: int) -> NumberClaim | None:
    """A phone number, map scale, time of day, note mark, or name with digits that begins here."""
    before, after = flow[start - 1] if start else " ", flow[end : end + 1]
    if before == "[" and (note := _NOTE.match(flow, start)):
        return NumberClaim(start, note.end() - 1, "other", "a note mark")
    if before in "(+ \n:." and flow[start] in "08" and (phone := _PHONE.match(flow, start)):
        return NumberClaim(start, phone.end(), "contact", "a telephone number")
    if before not in "/.,":
        if flow[start] == "1" and (scale := _SCALE.match(flow, start)):
            return NumberClaim(start, scale.end(), "scale", "a map scale")
        if end - start <= _HOUR and (time := _TIME.match(flow, start)):
            return NumberClaim(start, time.end(), "time", "a time of day")
    if before.isalpha() or (before == "-" and start > 1 and flow[start - 2].isalpha()):
        return (
            None
            if _GLUED_WORD.search(flow, max(0, start - 12), end)
            else NumberClaim(start, end, "name", "part of a name")
        )
    tagged = _TAGGED.match(flow, start) if after.isalpha() else None
    if tagged and not _GLUED_UNIT.match(flow, start):
        return NumberClaim(start, tagged.end(), "name", "part of a name")
    return None


def address_spans(flow: str) -> list[NumberClaim]:
    """Web and mail addresses, which may hold digits."""
    if "@" not in flow and "www." not in flow and "http" not in flow:
        return []
    return [NumberClaim(m.start(), m.end(), "contact", "an address") for m in _ADDRESS.finditer(flow)]


_GLUED_UNIT = re.compile(
    r"\d{1,40}(?:ha|kg|km|m|m2|m3|tr|đ|vnđ|usd|kwh|mw|kw|kv|g|ca|tấn|tỷ|con|hộ|người|triệu|nghìn|lít)(?![^\W\d])"
)
_GLUED_WORD = re.compile(
    r"(?<![^\W\d])(?:đạt|tăng|giảm|là|và|được|còn|có|trên|gần|hơn|từ|đến|năm|tháng|ngày|với|bằng|khoảng)\d[\d.,]{0,40}$"
)
_AGE = re.compile(r"(?:\s?[-–]\s?\d{1,3})?\s*(?:\+\s*)?(?:tháng )?tuổi")
_DURATION = re.compile(
    r"\s*(?:\+\s*)?(?:năm|tháng(?! (?:tuổi|đầu))|ngày(?! công| khách)|tuần|giờ|phút|giây|quý|thế kỷ|thập kỷ|thập niên|nhiệm kỳ|lần/|tiếng|kỳ báo cáo|vụ/năm|buổi ?/ ?ngày|ca/ngày|tiết)(?![\wà-ỹ])"
)
_RANK = re.compile(r"\s*/\s*\d+")
_OPENS_DURATION = "+-°bcđgklnpqtv"
"""First characters of the words of ages, durations and degrees."""
_NEAR = 12
"""Characters after a number in which the next word begins."""
_MARKS = 3
"""Marks and spaces that may part a number from the word that it belongs to."""
_NOT_HAPPENED = re.compile(r"không (?:để )?xảy ra [^,;.:()\n\d]*$")
"""What a threshold then describes: "không xảy ra ngộ độc thực phẩm từ 30 người trở lên"."""
_CLAUSE = 90
_ARC = ("′", "″")
_BIT_RATE = re.compile(r" ?[gmk]b(?:ps|/s)(?!\w)")
_DEGREE = re.compile(r"\s*(?:-\s*\d+(?:,\d+)?\s*)?(?:°|độ(?: c)?(?!\w))")


def claim_by_context(flow: str, start: int, end: int) -> NumberClaim | None:
    """What the words right before or after a number make of it, if no figure."""
    if end - start > LONGEST:
        return NumberClaim(start, end, "other", "numeral of more than 40 digits")
    special = special_claim(flow, start, end)
    if special is not None:
        return special
    follows = flow[end : end + _NEAR].lstrip()[:1]
    after = _AGE.match(flow, end) if follows in "-–+t" else None
    if after:
        return NumberClaim(start, after.end(), "age", "an age")
    if follows in _ARC or flow[max(0, start - 1) : start] == "°":
        return NumberClaim(start, end, "other", "coordinates")
    if follows in "gmk" and _BIT_RATE.match(flow, end):
        return NumberClaim(start, end, "name", "a rate of transmission")
    numbered = _by_the_word_before(flow, start, end)
    if numbered is not None or follows not in _OPENS_DURATION:
        return numbered
    after = _DURATION.match(flow, end)
    if after and not flow.startswith("tháng đầu", end + 1):
        return NumberClaim(start, end, "period", "a stretch of time")
    return NumberClaim(start, end, "other", "a temperature") if _DEGREE.match(flow, end) else None


def _by_the_word_before(flow: str, start: int, end: int) -> NumberClaim | None:
    """A number after a word that numbers things, or that tells how bad what did not happen would have been."""
    criteria = _CRITERIA.match(flow, end) if flow[end : end + 1] in ("-", "/", " ") else None
    if criteria is not None and (part := _criteria(flow, start, criteria.start(1))) is not None:
        return part
    if (flow.endswith("ngày ", 0, start) or flow.endswith("(", 0, start)) and (
        days := _DAYS.match(flow, start)
    ) is not None:
        return NumberClaim(start, days.end(), "date", "days of a month")
    if flow[max(0, start - 3) : start].endswith((", ", "và ")) and _LISTED.search(flow, max(0, start - _CLAUSE), start):
        return NumberClaim(start, end, "list_number", "one of several that are listed by number")
    told = flow.find(" có ", max(0, start - _CLAUSE), start) >= 0
    described = _DESCRIBED.search(flow, max(0, start - _CLAUSE), start) if told else None
    if described is not None and (described["bound"] or _OR_MORE.match(flow, end)):
        return NumberClaim(start, end, "name", "a threshold of those that are counted")
    if flow.endswith("giai đoạn ", 0, start) and _STAGE.match(flow, end):
        return NumberClaim(start, end, "name", "numbers a stage")
    if flow.startswith("từ ", start - 3) and _NOT_HAPPENED.search(flow, max(0, start - _CLAUSE), start):
        return NumberClaim(start, end, "name", "part of what did not happen")
    position = start
    while position > 0 and flow[position - 1] in " .:|" and start - position < _MARKS:
        position -= 1
    before = phrases("claim").before(flow, position, max(0, start - 40))
    if before is None and position < start and flow[position] in ".:":
        before = phrases("claim").before(flow, position + 1, max(0, start - 40))
    if before is None or _is_figure(flow, before, (position, start, end)):
        return None
    rank = _RANK.match(flow, end) if before[1] == "ordinal" else None
    return NumberClaim(start, rank.end() if rank else end, before[1], f"after {flow[before[0] : position].strip()!r}")


_DESCRIBED = re.compile(
    r"\d (?:hộ|người|lao động|doanh nghiệp|hợp tác xã|htx|trang trại|cơ sở|dự án|xã|tàu|phương tiện)(?: [^\W\d]+){0,4} có (?:mức )?"
    r"(?:thu nhập|doanh thu|vốn|diện tích|quy mô|công suất|giá trị|chiều dài|trọng tải)(?: [^\W\d]+){0,3}? (?:từ \d[\d.,]* ?[^\W\d]{1,4} đến )?(?P<bound>từ |trên |dưới |hơn )?$"
)
_OR_MORE = re.compile(r"[^,;.\d\n]{0,28} trở (?:lên|xuống)")
_STAGE = re.compile(r"(?<!\d\d)(?![\d.,/]\d| ?-|[^\W\d]| (?:năm|tháng)(?!\w))")
_DAYS = re.compile(r"\d{1,2}(?: ?[-,] ?| và | đến )\d{1,2} ?[/.-] ?(?:0?[1-9]|1[0-2])(?![\d/.,-]?\d|\s?%)")
"""Several days of one month: "trong hai ngày 24-25/6", "ngày 10 và 11.7"."""
_ENUMERATED = r"(?:mức độ|tuyến(?: [^\W\d]+){0,3} số|phụ lục|biểu(?: số)?|mẫu(?: số)?|điều|khoản|chương)"
_LISTED = re.compile(rf"(?<!\w){_ENUMERATED} \d{{1,3}}(?:(?:,| và) \d{{1,3}})*(?:,| và) $")
_CRITERIA = re.compile(r"(?: ?(?:[-/]|đến) ?\d{1,2})?( )(?:tiêu chí|mặt)(?!\w)")
_OF_COMMUNES = re.compile(
    r"(?:\d (?:xã|phường|thôn|xóm|ấp|bản|huyện|hộ|trường)|(?:số|các|không còn|còn) xã)(?: [^\W\d]+){0,3} (?:đạt|hoàn thành|duy trì|giữ vững)(?: và (?:cơ bản đạt|giữ vững|duy trì))? (?:được |chuẩn )?(?:từ |dưới |trên )?(?:\d+ ?(?:-|đến) ?)?(?:\d+/)?$"
)
_IN_ALL = re.compile(r"(?:(?:tăng|giảm)(?: đồng thời)?(?: cả| trên cả)?|(?:trên|ở|về) cả) $")
_BACK = 60
"""Characters before a number of criteria in which it is told whose they are."""


def _criteria(flow: str, start: int, end: int) -> NumberClaim | None:
    """A number of criteria that describes what is counted, "8 xã đạt 19 tiêu chí", or in which accidents fell."""
    if _OF_COMMUNES.search(flow, max(0, start - _BACK), start):
        return NumberClaim(start, end, "name", "criteria met by those that are counted")
    if "," not in flow[start:end] and _IN_ALL.search(flow, max(0, start - _BACK), start):
        return NumberClaim(start, end, "count", "criteria that rose or fell")
    return None


_NAMING = frozenset(("name", "ordinal", "locality"))
"""Claims of a bare number that only says which one of several is meant."""
_LARGE = re.compile(r"\d{1,3}(?:\.\d{3})+")
_GRADES = 20
"""From this number on, "cấp" hands something out and is no grade."""


_GRANTED = (" giấy", " thẻ", " chứng chỉ", " sổ ", " phiếu", " bằng ")
"""Words after a number of what is granted ("cấp 7 giấy phép"), not of a level ("cấp 3")."""


def _is_figure(flow: str, before: tuple[int, str], place: tuple[int, int, int]) -> bool:
    """Whether the word before a number does not number things here: "nâng cấp 12 km", "trên địa bàn: 28.000"."""
    lead, claim = before
    position, start, end = place
    if claim == "figure" or flow[end : end + _NEAR].lstrip()[:1] in ("%", "‰"):
        return True
    if claim in _NAMING:
        told = flow[lead:position] == "cấp" and flow[start:end].isdigit()
        grants = told and (int(flow[start:end]) > _GRADES or flow.startswith(_GRANTED, end))
        if grants or ":" in flow[position:start] or _LARGE.fullmatch(flow, start, end):
            return True
    if claim == "contact" and _MEASURED.match(flow, end):
        return True  # "điện thoại 21,4 triệu cái" is no number to call
    return _names_a_figure(flow, lead, start, end)


_MEASURED = re.compile(
    r"(?:\s*(?:-|–|đến)\s*\d[\d.,]*)?\s*(?:%|‰|tỷ|tỉ|triệu|nghìn|ngàn|đồng|usd|điểm|ha(?!\w)|tấn(?!\w)|tạ(?!\w)|kg(?!\w)|m²|m2|km|người|hộ|doanh nghiệp|lượt|dự án|trường(?! tiểu)|vụ|con(?!\w)|ca(?!\w)|giường|hồ sơ|lần(?!\w)|trạm|điều kiện)"
)
_AMBIGUOUS_LEAD = frozenset(
    [
        "lần",
        "ngày",
        "loại",
        "số",
        "nhóm",
        "vùng",
        "đội",
        "tổ",
        "ca",
        "lô",
        "đường",
        "khu",
        "cụm",
        "bản",
        "thôn",
        "đề",
        "mục",
        "khoản",
        "bảng",
        "biểu",
        "thứ",
        "xếp",
        "chương",
        "bàn",
        "cấp",
        "hạng",
        "hẻm",
        "phường",
        "quận",
        "km",
        "st",
        "om",
        "dt",
        "tl",
    ]
)


def _names_a_figure(flow: str, lead: int, start: int, end: int) -> bool:
    """Whether a word that often numbers things is followed by a measured figure instead."""
    word = flow[lead:start].split()
    if (
        word[:1] in (["lớp"], ["mức"])
        or word[:2] == ["cấp", "độ"]
        or flow[lead:start].strip() in ("lần thứ", "kỳ họp thứ")
    ):
        return False
    if not word or (
        word[0].rstrip(".:") not in _AMBIGUOUS_LEAD
        and word[0] not in ("nghị", "quyết", "điều", "khóa", "vị", "chương", "khu", "vành", "top", "số")
    ):
        return False
    if "," in flow[start:end]:
        return True
    return _MEASURED.match(flow, end) is not None
