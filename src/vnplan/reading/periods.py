"""What is a date or a period, and where (ngày tháng, kỳ báo cáo)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from attrs import evolve, frozen

from vnplan.lexicon import alternation
from vnplan.reading.patterns import searched
from vnplan.reading.raw import RawPeriod

_MONTH_WORDS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

_YEAR = r"(?:19|20)\d\d"
_COUNT = r"\d{1,2}|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười\ một|mười"
_MONTH = (
    r"\d{1,2}|giêng|một|hai|ba|tư|sáu|bảy|bẩy|tám|chín|mười\ hai|mười\ một|mười|chạp"
    r"|năm(?=\ (?:năm|ước|đạt|tăng|giảm|có|là|thu|của|trên|toàn|so)(?!\w)|[,;.)]|\ \()(?<!ngày\ tháng\ năm)"
)
_OF_YEAR = rf"(?:[ ,]*(?:/|-|\.(?=\d)|của\ năm|trong\ năm|,[ ]?năm|năm)?[ ]*(?P<%s>{_YEAR})(?![\d.,]\d|\d|[ ]?(?:%%|tỷ|triệu|người|hộ|ha|tấn)))?"

_ONE_OF_MANY = r"(?<!các\ )(?<!những\ )(?<!mấy\ )(?<!nhiều\ )(?<!\d\ )"
"""Before a month that is not one of several: "những tháng đầu năm"."""

_OPENINGS = alternation(
    ("ngày", "sáng", "chiều", "tối", "trưa", "đến", "tới", "từ", "hôm", "hết", "điểm", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy",
     "tám", "chín", "mười", "tháng", "quý", "quí", "giai", "thời", "nhiệm", "niên", "vụ", "khóa", "trong", "trước", "cuối", "đầu", "giữa",
     "cả", "của", "nửa", "lễ", "dịp", "các")
)  # fmt: skip
"""The words with which the alternatives of a period begin, looked for before any of them is tried."""
_PERIOD = re.compile(
    rf"""(?<![\w/.,])(?=\d|\s+\d|{_OPENINGS})(?:
    (?:ngày\s+)?(?P<d1>\d{{1,2}})\s*(?:tháng|th)\s*(?P<m1>\d{{1,2}})[ ,]*(?:năm|/)?[ ]*(?P<y1>{_YEAR})(?!\d)
  | (?:ngày\s+)?(?P<d2>\d{{1,2}})\s?(?P<sep>[/.-])\s?(?P<m2>\d{{1,2}})\s?(?P=sep)\s?(?P<y2>{_YEAR})(?!\d)
  | (?:ngày|sáng|chiều|tối|trưa|đến|tới|từ|hôm|hết|điểm|lễ|dịp)\s+(?:ngày\s+|hết\s+)?(?P<d3>\d{{1,2}})\s?(?:[/-]|(?<=(?:ngày|hiều|sáng)\ \d\d)\.)\s?(?P<m3>\d{{1,2}})(?![\d/]|\s?%|[.,]\d)
  | (?:ngày|hôm|sáng|chiều|tối|trưa)\s+(?P<d15>\d{{1,2}})\s*tháng\s*(?P<m15>\d{{1,2}})(?!\d|\s?%|[.,]\d){_OF_YEAR % "y15"}
  | (?<!ngày\ )(?P<n5>{_COUNT})\s+tháng(?=\s+(?:đầu|cuối|còn\s+lại|năm|qua|/)|\s?/\s?\d|\s+{_YEAR}|[\s,.;:)])
      (?:\s+(?P<which5>đầu|cuối|còn\s+lại)(?:(?:\s+của)?\s+năm(?:\s+nay)?)?)?{_OF_YEAR % "y5"}
  | tháng\s+(?P<m4>{_MONTH})(?!\d|\s*%)(?P<more4>(?:\s*(?:,|và|-)\s*(?:tháng\s+)?\d{{1,2}}(?!\d|[.,]\d|\s?%|/\d|\s+tháng))*){_OF_YEAR % "y4"}
  | qu[ýí]\s+(?P<q6>iv|i{{1,3}}|[1-4]|một|hai|ba|bốn)(?!\w|,\d)(?:\s*(?:,|và|-)\s*(?:quý\s+)?(?P<q6b>iv|i{{1,3}}|[1-4])(?![\w]))?{_OF_YEAR % "y6"}
  | (?:(?:đầu|cuối|hết)\s+(?=năm\s+học|nhiệm|giai))?(?P<pre7>giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|năm\s+học|niên\s+khóa|niên\s+vụ|(?<!dịch\ )(?<!nhiệm\ )(?<!nghiệp\ )vụ(?:\s+\w+){{0,2}}|khóa|năm|từ\s+năm|từ|trong)?\s*(?P<y7>{_YEAR})\s*(?:-|/|đến(?:\s+năm)?|tới)\s*(?P<z7>{_YEAR})(?![\d/])
  | (?P<lead8>(?:đến|tới|trước|hết|cuối|đầu|giữa|trong|cả|của)\s+)*năm\s*(?:tài\s+chính\s+|báo\s+cáo\s+)?(?P<y8>{_YEAR})(?!\d|\.\d)
  | (?P<m11>0?[1-9]|1[0-2])\s?/\s?(?P<y11>{_YEAR})(?![\d/]|[.,]\d|\s?%)
  | (?P<whole10>cả\s+năm(?!\s*(?:học|{_YEAR})))
  | (?P<term14>(?:trong|cả)\s+nhiệm\s+kỳ)(?!\s*(?:\d|qua|trước))
  | (?P<term12>\d|năm)\s+năm(?=\s+(?:qua|đạt|ước|là|khoảng)|,)
  | {_ONE_OF_MANY}(?P<edge13>tháng|qu[ýí])\s+(?P<which13>đầu|cuối)(?:\s+tiên|\s+cùng)?(?:\s+của)?(?=\s+năm(?!\s+học)){_OF_YEAR % "y13"}
  | (?P<n16>hai|ba|[23])\s+quý\s+(?P<which16>đầu|cuối)(?=\s+năm){_OF_YEAR % "y16"}
  | (?:(?:{_COUNT})|các)\s+năm\s+(?P<y17>{_YEAR})(?:\s*(?:,|và)\s*(?:năm\s+)?{_YEAR})*\s*(?:,|và)\s*(?:năm\s+)?(?P<z17>{_YEAR})(?![\d/]|,\s*{_YEAR})(?![^.;\n]{{0,200}}(?:lần\s+lượt|tương\s+ứng))
  | (?P<half9>nửa)\s+(?:(?P<which9>đầu|cuối)\s+|(?=năm\s+20\d\d))năm{_OF_YEAR % "y9"}
  )""",
    re.VERBOSE,
)
_BARE_YEAR = re.compile(rf"(?<![\w/.,%])(?P<y>{_YEAR})(?![\w/]|[.,]\d| ?%)")
_COMPARED = searched(
    r"(?:so (?:với|cùng)|(?<!\w)so(?: với)? (?:kế hoạch|dự toán|mức|con số|số|tổng|lượng|thực hiện)[^,;.()\d]{0,30}|(?:cao|thấp|nhiều|ít|nhanh|chậm) hơn (?:mức|số|tỷ lệ|tốc độ|bình quân)[^;.]{0,24}|(?:cao|thấp|nhiều|ít) hơn|(?<!\w)so|cùng kỳ|cùng thời điểm|cùng thời gian|giá so sánh|giá gốc|giá cố định|năm gốc|gấp \S+ lần|bằng \S+ ?%|(?<!\w)bằng|(?<!đối )với)"
    r"(?: (?:vụ(?: (?:đông xuân|hè thu|thu đông|xuân|mùa|đông))?|(?:dịp )?tết(?: nguyên đán)?(?: (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) \w+)?|của|cùng kỳ|cùng|với|kỳ|mức|tháng|năm|quý|trung bình|bình quân|tổng số|thực hiện|giai đoạn|đầu|cuối|ước thực hiện|kế hoạch|số|thời điểm|ngày))* *[(]?$"
)
_PRICES = searched(r"(?<!\w)(?:giá (?:so sánh|cố định|gốc|thực tế)|năm gốc)(?: (?:của|năm|tại))*\s*$")
_CAUSE = searched(r"(?<!\w)(?:do|vì|bởi|nhờ)(?: trong| vào)?\s*$")
_LOOK_BACK = 46


_MONTHS = {"half": 6, "quarter": 3, "month": 1, "months": 1}
"""How many months one is of those that a period is counted in, by its kind."""


@frozen
class Mention:
    """A date or period as named in the text, its year perhaps left to the context.

    Attributes:
        start, end: Its characters.
        kind: As of `vnplan.PeriodKind`; "at" for a day at which something is measured.
        year: The year, or None where the context tells it.
        first, last: Month, quarter, half or count, by kind; for days month and day.
        last_year: Last year of a range.
        compared: Whether it is what something is compared with.
        limit: Whether it is a horizon: "đến năm 2030".
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    first: int = 0
    last: int = 0
    last_year: int | None = None
    compared: bool = False
    limit: bool = False
    frames: bool = False
    """Whether it opens its clause and so sets the time of what follows."""
    base: bool = False
    """Whether it only names the year whose prices are used: "giá so sánh 2010"."""
    aside: bool = False
    """Whether it only tells of a cause: "giảm mạnh do tháng 1/2020 có dự án lớn"."""
    since: tuple[int | None, int, int] | None = None
    """Year, month and day from which it reaches up to its last: "từ ngày 15/12/2024 đến 14/6/2025"."""

    def resolve(self, year: int | None) -> RawPeriod | None:
        """The days meant, given the year that the context is about."""
        year = self.year if self.year is not None else year
        if year is None or (self.kind == "years" and self.last_year is None):
            return None
        try:
            start, end = self._days(year)
        except ValueError:
            return None
        return RawPeriod(start, end, "day" if self.kind == "at" else self.kind) if start <= end else None

    def _days(self, year: int) -> tuple[date, date]:
        if self.kind in ("day", "up_to", "at"):
            day = date(year, self.first, self.last)
            return (day, day) if self.kind != "up_to" else (self._first_day(day), day)
        if self.kind == "years":
            return date(year, 1, 1), date(self.last_year or year, 12, 31)
        if self.kind == "school_year":
            return date(year, 9, 1), date(year + 1, 5, 31)
        if self.kind == "year":
            return date(year, 1, 1), date(year, 12, 31)
        months = _MONTHS[self.kind]
        first, last = months * (self.first - 1) + 1, months * (self.last or self.first)
        end = date(year, last, monthrange(year, last)[1])
        return (date(year, first, 1) if self.since is None else self._first_day(end)), end

    def _first_day(self, last: date) -> date:
        """The day from which a stretch up to `last` counts."""
        if self.since is None:
            return date(last.year, 1, 1)
        year, month, day = self.since
        if year is None:
            year = last.year if (month, day) <= (last.month, last.day) else last.year - 1
        return date(year, month, day)

    @property
    def is_date(self) -> bool:
        """Whether it names a day."""
        return self.kind in ("day", "up_to", "at")


def read_periods(flow: str) -> list[Mention]:
    """All dates and periods of a folded text, in order."""
    found: list[Mention] = []
    for match in _PERIOD.finditer(flow):
        mention = _mention(flow, match)
        if mention is None:
            continue
        joined = _stretch(flow, found[-1], mention) if found else None
        if joined is not None:
            found.pop()
        found.append(joined or mention)
    return found


_UP_TO_A_DAY = re.compile(r"\s*(?:-|đến|tới|cho đến)(?:\s+hết)?(?:\s+ngày)?\s*(?=\d)")
_FROM_A_DAY = searched(r"(?<!\w)từ(?:\s+ngày)?\s*$")


def _stretch(flow: str, first: Mention, last: Mention) -> Mention | None:
    """Two times that bound a stretch, as one: "từ ngày 15/12/2024 đến hết ngày 14/6/2025", "từ năm 2016 đến tháng 11/2018"."""
    if last.kind == "months":
        return _months_since(flow, first, last)
    if last.kind not in ("day", "up_to") or last.start - first.end > _GAP:
        return None
    between = _UP_TO_A_DAY.match(flow, first.end, last.end)
    if between is None or flow[between.end() : last.start].strip():
        return None
    if first.kind == "year":
        if not flow.startswith("đầu", first.start) or not _FROM_A_DAY.search(
            flow, max(0, first.start - _GAP), first.start
        ):
            return None
        since = (first.year, 1, 1)
    elif first.kind == "day" and (
        flow.startswith("từ", first.start) or _FROM_A_DAY.search(flow, max(0, first.start - _GAP), first.start)
    ):
        since = (first.year, first.first, first.last)
    else:
        return None
    return evolve(
        last, start=first.start, kind="up_to", since=since, compared=first.compared, frames=first.frames or last.frames
    )


def _months_since(flow: str, first: Mention, last: Mention) -> Mention | None:
    """A stretch of months that begins in a year or month told before."""
    if (
        first.kind not in ("year", "month")
        or last.first != 1
        or _UP_TO_A_MONTH.fullmatch(flow, first.end, last.start) is None
    ):
        return None
    if _FROM_A_DAY.search(flow, max(0, first.start - _GAP), first.start) is None:
        return None
    return evolve(
        last,
        start=first.start,
        since=(first.year, first.first or 1, 1),
        compared=first.compared,
        frames=first.frames or last.frames,
    )


_UP_TO_A_MONTH = re.compile(r"\s*(?:-|đến|tới|cho đến)(?:\s+hết)?\s*")
_GAP = 12
"""Characters that may lie between the two days of a stretch."""


def bare_year(flow: str, start: int, end: int) -> Mention | None:
    """A year that stands alone at that place: "(2019)", "so với 2019"."""
    match = _BARE_YEAR.match(flow, start, end)
    if match is None or match.end() != end:
        return None
    base = _PRICES.search(flow, max(0, start - _LOOK_BACK), start) is not None
    return Mention(start, end, "year", int(match["y"]), compared=_is_compared(flow, start), base=base)


def _is_compared(flow: str, start: int) -> bool:
    return _COMPARED.search(flow, max(0, start - _LOOK_BACK), start) is not None


_OPENS = re.compile(
    r"(?:^|[.:;!?…\n]|- )[\s\"*_()-]*(?:(?:báo cáo cho biết|cụ thể|theo đó|như vậy|tính chung|riêng)[,: ]*)?(?:(?:trong|đến|tính đến|tính|hết|lũy kế|ước|giai đoạn|cả|từ đầu|từ|của|kết thúc|qua)\s+)*$"
)


_COVERS = searched(r"(?<!\w)(?:tính chung|lũy kế|tính đến|tính chung trong|tính đến hết|từ đầu năm|lũy kế từ)\s*$")


def _frames(flow: str, start: int) -> bool:
    return (
        _OPENS.search(flow, max(0, start - 40), start) is not None
        or _COVERS.search(flow, max(0, start - 16), start) is not None
    )


@frozen
class _Shape:
    """A period as worded, without its place; `end` is set where the wording reaches less far than its match."""

    kind: str
    year: int | None = None
    first: int = 0
    last: int = 0
    last_year: int | None = None
    limit: bool = False
    end: int | None = None


def _mention(flow: str, match: re.Match[str]) -> Mention | None:
    start, end = match.span()
    while flow[start] == " ":
        start += 1
    hour = _HOUR.search(flow, max(0, start - _GAP), start)
    shape = next((read(flow, start, match) for group, read in _READERS if match[group]), None)
    if shape is None:
        return None
    return Mention(
        start if hour is None or shape.kind not in ("day", "up_to", "at") else hour.start(),
        end if shape.end is None else shape.end,
        shape.kind,
        shape.year,
        shape.first,
        shape.last,
        shape.last_year,
        compared=_is_compared(flow, start),
        limit=shape.limit,
        aside=_CAUSE.search(flow, max(0, start - _LOOK_BACK), start) is not None
        or _of_a_council(flow, start, shape.kind),
        base=_PRICES.search(flow, max(0, start - _LOOK_BACK), start) is not None,
        frames=_frames(flow, start),
    )


_COUNCIL = re.compile(r"(?:khóa \w{1,6}|hđnd[^,;.:()\n]{0,24}|hội đồng nhân dân[^,;.:()\n]{0,24}),? ?[(]?$")


def _of_a_council(flow: str, start: int, kind: str) -> bool:
    """Whether years are only the term that a council sits for: "HĐND phường khóa I, nhiệm kỳ 2021-2026"."""
    return (
        kind == "years"
        and flow.startswith("nhiệm kỳ", start)
        and _COUNCIL.search(flow, max(0, start - 42), start) is not None
    )


def _year(match: re.Match[str], group: str) -> int | None:
    return int(match[group]) if match[group] else None


_DAYS = ("1", "2", "3", "15")
"""The groups of a day and its month, by number."""
_DAY_ENDS = re.compile(r" (?:đến|tới|năm \d)|[,.;)]")


def _a_day(flow: str, start: int, match: re.Match[str]) -> _Shape | None:
    """As in "ngày 05 tháng 7 năm 2023", "15/11/2024", "ngày 15/11"."""
    number = next(n for n in _DAYS if match[f"d{n}"])
    day, month = int(match[f"d{number}"]), int(match[f"m{number}"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if day < month and "-" in match[0] and flow.startswith("từ", start) and _DAY_ENDS.match(flow, match.end()) is None:
        return None  # "từ 1-5 điểm", "nằm trong nhóm từ 01 - 10"
    if _MOMENT.search(flow, max(0, start - 36), start) or flow.startswith("điểm", start):
        kind = "at"
    elif _UNTIL.search(flow, max(0, start - 20), start) or flow.startswith(("đến", "tới", "hết"), start):
        kind = "up_to"
    else:
        kind = "day"
    return _Shape(kind, None if number == "3" else _year(match, f"y{number}"), month, day)


def _a_year(_flow: str, _start: int, match: re.Match[str]) -> _Shape:
    """As in "năm 2023"; "đến năm 2030" is a horizon."""
    lead = match["lead8"] or ""
    return _Shape("year", _year(match, "y8"), limit=lead.startswith(("đến", "tới", "trước")))


def _some_years(_flow: str, _start: int, match: re.Match[str]) -> _Shape | None:
    """As in "giai đoạn 2021-2025", "năm học 2023-2024"."""
    first, last = int(match["y7"]), int(match["z7"])
    lead = match["pre7"] or ""
    if last < first:
        return None
    if lead.startswith(("năm học", "niên khóa")) and last == first + 1:
        return _Shape("school_year", first)
    return _Shape("years", first, last_year=last)


def _first_months(flow: str, start: int, match: re.Match[str]) -> _Shape | None:
    """As in "9 tháng đầu năm 2024", "6 tháng cuối năm"; a bare "9 tháng" only where it is no duration."""
    count, which, year = _number(match["n5"]), match["which5"], _year(match, "y5")
    if not 1 <= count <= 12:
        return None
    placed = which or year or _YEAR_FOLLOWS.match(flow, match.end())
    if not placed and not _is_cumulative(flow, start, match.end()):
        return None
    last = which not in (None, "đầu")
    if count == 6:
        return _Shape("half", year, 2 if last else 1)
    if last:
        return _Shape("months", year, 13 - count, 12)
    return _Shape("months", year, 1, count)


def _a_month(flow: str, start: int, match: re.Match[str]) -> _Shape | None:
    """As in "tháng 4 năm 2019", "tháng 9, 10 và 11"; "đến hết tháng 11" is cumulative."""
    month, year = _number(match["m4"]), _year(match, "y4")
    if not 1 <= month <= 12:
        return None
    more = [int(number) for number in _DIGITS.findall(match["more4"] or "")]
    if more:
        if month < more[-1] <= 12:
            return _Shape("months", year, month, more[-1])
        return _Shape("month", None, month, end=match.end("m4"))
    if _UP_TO.search(flow, max(0, start - 24), start):
        return _Shape("months", year, 1, month)
    return _Shape("month", year, month)


_ROUND = re.compile(r"(?:đợt|lần|vòng|số|phiên)(?: thứ)? $")


def _a_short_month(flow: str, start: int, match: re.Match[str]) -> _Shape | None:
    """As in "9/2020"; 1/2000 is the scale of a map, and "đợt 1/2023" the first time in the year."""
    if _ROUND.search(flow, max(0, start - 10), start):
        return _Shape("year", int(match["y11"]))
    if match["y11"] == "2000" and match["m11"] == "1":
        return None
    return _Shape("month", int(match["y11"]), int(match["m11"]))


def _whole_year(_flow: str, _start: int, _match: re.Match[str]) -> _Shape:
    """As in "cả năm"."""
    return _Shape("year")


def _at_an_end(_flow: str, _start: int, match: re.Match[str]) -> _Shape:
    """As in "tháng đầu tiên của năm 2021", "quý cuối năm"."""
    kind, last = ("month", 12) if match["edge13"] == "tháng" else ("quarter", 4)
    return _Shape(kind, _year(match, "y13"), last if match["which13"] == "cuối" else 1)


def _quarters(_flow: str, _start: int, match: re.Match[str]) -> _Shape:
    """As in "ba quý đầu năm"."""
    count = _number(match["n16"])
    first, last = (1, count) if match["which16"] == "đầu" else (5 - count, 4)
    return _Shape("quarter", _year(match, "y16"), first, last)


def _years_told(_flow: str, _start: int, match: re.Match[str]) -> _Shape | None:
    """As in "hai năm 2021 và 2022", "các năm 2020, 2021"."""
    first, last = int(match["y17"]), int(match["z17"])
    return _Shape("years", first, last_year=last) if first < last else None


def _whole_term(_flow: str, _start: int, _match: re.Match[str]) -> _Shape:
    """As in "tổng thu ngân sách 5 năm đạt …": the term that the text is about."""
    return _Shape("years")


def _a_quarter(_flow: str, _start: int, match: re.Match[str]) -> _Shape:
    """As in "quý I năm 2024", "quý I và II"."""
    first, last = _number(match["q6"]), _number(match["q6b"]) if match["q6b"] else 0
    return _Shape("quarter", _year(match, "y6"), first, last if last > first else 0)


def _half_year(_flow: str, _start: int, match: re.Match[str]) -> _Shape:
    """As in "nửa đầu năm 2024"."""
    return _Shape("half", _year(match, "y9"), 2 if match["which9"] == "cuối" else 1)


_READERS: tuple[tuple[str, Callable[[str, int, re.Match[str]], _Shape | None]], ...] = (
    ("d1", _a_day),
    ("d2", _a_day),
    ("d3", _a_day),
    ("d15", _a_day),
    ("y8", _a_year),
    ("y7", _some_years),
    ("n5", _first_months),
    ("m4", _a_month),
    ("m11", _a_short_month),
    ("whole10", _whole_year),
    ("q6", _a_quarter),
    ("half9", _half_year),
    ("term12", _whole_term),
    ("term14", _whole_term),
    ("edge13", _at_an_end),
    ("n16", _quarters),
    ("y17", _years_told),
)
_DIGITS = re.compile(r"\d+")
_YEAR_FOLLOWS = re.compile(r"\s*(?:năm|/)")
_CLOCK = r"\d{1,2} ?(?:h|g|giờ)(?: ?\d\d)?(?: phút)?"
_UNTIL = re.compile(rf"(?:đến|tới|hết)(?: hết| ngày| thời điểm| {_CLOCK})*\s*$")
_HOUR = re.compile(rf"{_CLOCK} $")
_MOMENT = re.compile(
    rf"(?:(?<!đến )(?<!tới )thời điểm {_CLOCK}|thời điểm|tại|trong|điều tra(?: dân số| nhà ở| dân số và nhà ở)?)(?: ngày)?\s*$"
)
_UP_TO = re.compile(r"(?:(?:lũy kế|tính)(?: đến| tới| hết)|lũy kế|đến|tới|hết)(?: hết| cuối| giữa)?\s*$")
_LASTING = re.compile(
    r"(?:trong|thời hạn|kỳ hạn|dưới|trên|từ|hơn|gần|sau|kéo dài|tối đa|cứ|mỗi|thứ|\d|nghỉ|qua|vòng)\s*$"
)
_SO_FAR = re.compile(r"(?:lũy kế|trong|sau|qua)\s*$")
_LASTS = re.compile(r"\s+(?:tuổi|kể|tính|liên tiếp)")
_LASTS_OR_ENDS = re.compile(r"\s+(?:tuổi|kể|tính từ|liên tiếp|một|/|lần|nữa)")


def _is_cumulative(flow: str, start: int, end: int) -> bool:
    """Whether "9 tháng" without a year means the first nine, not a duration."""
    low = max(0, start - 24)
    if _LASTING.search(flow, low, start):
        return _SO_FAR.search(flow, low, start) is not None and not _LASTS.match(flow, end)
    return not _LASTS_OR_ENDS.match(flow, end)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _ROMAN.get(text) or _MONTH_WORDS[text]
