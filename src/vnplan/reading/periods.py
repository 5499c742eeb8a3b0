"""What is a date or a period, and where (ngày tháng, kỳ báo cáo)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from attrs import frozen

from vnplan.reading.raw import RawPeriod

_MONTH_WORDS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

_YEAR = r"(?:19|20)\d\d"
_COUNT = r"\d{1,2}|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười\ một|mười"
_MONTH = r"\d{1,2}|giêng|một|hai|ba|tư|sáu|bảy|bẩy|tám|chín|mười hai|mười một|mười|chạp|năm(?= (?:năm|và|,|/)| (?=\d{4}))"
_OF_YEAR = rf"(?:[ ,]*(?:/|-|của\ năm|trong\ năm|,[ ]?năm|năm)?[ ]*(?P<%s>{_YEAR})(?![\d.,]\d|\d|[ ]?(?:%%|tỷ|triệu|người|hộ|ha|tấn)))?"

_PERIOD = re.compile(
    rf"""(?<![\w/.,])(?:
    (?:ngày\s+)?(?P<d1>\d{{1,2}})\s*(?:tháng|th)\s*(?P<m1>\d{{1,2}})[ ,]*(?:năm|/)?[ ]*(?P<y1>{_YEAR})(?!\d)
  | (?:ngày\s+)?(?P<d2>\d{{1,2}})\s?(?P<sep>[/.-])\s?(?P<m2>\d{{1,2}})\s?(?P=sep)\s?(?P<y2>{_YEAR})(?!\d)
  | (?:ngày|sáng|chiều|tối|trưa|đến|tới|từ|hôm|hết|điểm)\s+(?:ngày\s+|hết\s+)?(?P<d3>\d{{1,2}})\s?[/-]\s?(?P<m3>\d{{1,2}})(?![\d/]|\s?%|[.,]\d)
  | (?P<n5>{_COUNT})\s+tháng(?=\s+(?:đầu|cuối|năm|qua|/)|\s?/\s?\d|\s+{_YEAR}|[\s,.;:)])
      (?:\s+(?P<which5>đầu|cuối)(?:\s+năm)?)?{_OF_YEAR % "y5"}
  | tháng\s+(?P<m4>{_MONTH})(?!\d|\s*%)(?P<more4>(?:\s*(?:,|và|-)\s*(?:tháng\s+)?\d{{1,2}}(?!\d|[.,]\d|\s?%|/\d|\s+tháng))*){_OF_YEAR % "y4"}
  | qu[ýí]\s+(?P<q6>iv|i{{1,3}}|[1-4])(?![\w,])(?:\s*(?:,|và|-)\s*(?:quý\s+)?(?P<q6b>iv|i{{1,3}}|[1-4])(?![\w]))?{_OF_YEAR % "y6"}
  | (?P<pre7>giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|năm\s+học|niên\s+khóa|niên\s+vụ|vụ(?:\s+\w+){{0,2}}|khóa|năm|từ\s+năm|từ|trong)?\s*(?P<y7>{_YEAR})\s*(?:-|đến(?:\s+năm)?|tới)\s*(?P<z7>{_YEAR})(?![\d/])
  | (?P<lead8>(?:đến|tới|trước|hết|cuối|đầu|giữa|trong|cả|của)\s+)*năm\s+(?:tài\s+chính\s+|báo\s+cáo\s+)?(?P<y8>{_YEAR})(?!\d|\.\d)
  | (?P<whole10>cả\s+năm(?!\s*(?:học|{_YEAR})))
  | (?P<half9>nửa)\s+(?P<which9>đầu|cuối)\s+năm{_OF_YEAR % "y9"}
  )""",
    re.X,
)
_BARE_YEAR = re.compile(rf"(?<![\w/.,%])(?P<y>{_YEAR})(?![\w/]|[.,]\d| ?%)")
_COMPARED = re.compile(
    r"(?:so (?:với|cùng)|(?<!\w)so|cùng kỳ|cùng thời điểm|cùng thời gian|giá so sánh|giá gốc|giá cố định|năm gốc|gấp \S+ lần|bằng \S+ ?%|với)"
    r"(?: (?:của|cùng kỳ|cùng|với|kỳ|mức|tháng|năm|quý|trung bình|bình quân|tổng số|thực hiện|giai đoạn|đầu|cuối|ước thực hiện|kế hoạch|số|thời điểm|ngày))* *[(]?$"
)
_LOOK_BACK = 46


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

    def resolve(self, year: int | None) -> RawPeriod | None:
        """The days meant, given the year that the context is about."""
        year = self.year if self.year is not None else year
        if year is None:
            return None
        try:
            start, end = self._days(year)
        except ValueError:
            return None
        return RawPeriod(start, end, "day" if self.kind == "at" else self.kind) if start <= end else None

    def _days(self, year: int) -> tuple[date, date]:
        if self.kind in ("day", "up_to", "at"):
            day = date(year, self.first, self.last)
            return (day, day) if self.kind != "up_to" else (date(year, 1, 1), day)
        if self.kind == "years":
            return date(year, 1, 1), date(self.last_year or year, 12, 31)
        if self.kind == "school_year":
            return date(year, 9, 1), date(year + 1, 5, 31)
        first, last = {
            "year": (1, 12),
            "half": (6 * self.first - 5, 6 * self.first),
            "quarter": (3 * self.first - 2, 3 * (self.last or self.first)),
            "month": (self.first, self.last or self.first),
            "months": (self.first, self.last),
        }[self.kind]
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])

    @property
    def is_date(self) -> bool:
        """Whether it names a day."""
        return self.kind in ("day", "up_to", "at")


def read_periods(flow: str) -> list[Mention]:
    """All dates and periods of a folded text, in order."""
    found = []
    for match in _PERIOD.finditer(flow):
        mention = _mention(flow, match)
        if mention is not None:
            found.append(mention)
    return found


def bare_year(flow: str, start: int, end: int) -> Mention | None:
    """A year that stands alone at that place: "(2019)", "so với 2019"."""
    match = _BARE_YEAR.match(flow, start, end)
    if match is None or match.end() != end:
        return None
    return Mention(start, end, "year", int(match["y"]), compared=_is_compared(flow, start))


def _is_compared(flow: str, start: int) -> bool:
    return _COMPARED.search(flow, max(0, start - _LOOK_BACK), start) is not None


_OPENS = re.compile(r"(?:^|[.:;!?…\n]|- )[\s\"*_()-]*(?:(?:báo cáo cho biết|cụ thể|theo đó|như vậy|tính chung|riêng)[,: ]*)?(?:(?:trong|đến|tính đến|tính|hết|lũy kế|ước|giai đoạn|cả|từ đầu|của|kết thúc|qua)\s+)*$")


_COVERS = re.compile(r"(?<!\w)(?:tính chung|lũy kế|tính đến|tính chung trong|tính đến hết)\s*$")


def _frames(flow: str, start: int) -> bool:
    return _OPENS.search(flow, max(0, start - 40), start) is not None or _COVERS.search(flow, max(0, start - 16), start) is not None


def _mention(flow: str, match: re.Match[str]) -> Mention | None:
    start, end = match.span()
    while flow[start] == " ":
        start += 1
    compared = _is_compared(flow, start)
    parts = match.groupdict()

    def make(kind: str, year: int | None, first: int = 0, last: int = 0, last_year: int | None = None, *, limit: bool = False) -> Mention:
        return Mention(start, end, kind, year, first, last, last_year, compared, limit, _frames(flow, start))

    for day, month, year in (("d1", "m1", "y1"), ("d2", "m2", "y2"), ("d3", "m3", "")):
        if parts[day]:
            m, d = int(parts[month]), int(parts[day])
            if not (1 <= m <= 12 and 1 <= d <= 31):
                return None
            upto = re.search(r"(?:đến|tới|hết)(?: hết| ngày| thời điểm)*\s*$", flow[max(0, start - 20) : start]) or flow[start:end].startswith(("đến", "tới"))
            at = _MOMENT.search(flow, max(0, start - 16), start) or flow.startswith("điểm", start)
            return make("at" if at else "up_to" if upto else "day", int(parts[year]) if year else None, m, d)
    if parts["y8"]:
        horizon = parts["lead8"] is not None and any(word in parts["lead8"] for word in ("đến", "tới", "trước"))
        return make("year", int(parts["y8"]), limit=horizon)
    if parts["y7"]:
        return _range(make, parts)
    if parts["n5"]:
        count = _number(parts["n5"])
        if not 1 <= count <= 12:
            return None
        if parts["which5"] is None and parts["y5"] is None and not re.match(r"\s*(?:năm|/)", flow[end:]) and not _is_cumulative(flow, start, end):
            return None
        year5 = int(parts["y5"]) if parts["y5"] else None
        if count == 6 or parts["which5"] == "cuối":
            return make("half", year5, 2 if parts["which5"] == "cuối" else 1) if count == 6 else make("months", year5, 13 - count, 12)
        return make("months", year5, 1, count)
    if parts["m4"]:
        month4 = _number(parts["m4"])
        if not 1 <= month4 <= 12:
            return None
        more = [int(n) for n in re.findall(r"\d+", parts["more4"] or "")]
        last = more[-1] if more and month4 < more[-1] <= 12 else 0
        if more and not last:
            return None if flow[match.end("m4")] != " " else Mention(start, match.end("m4"), "month", None, month4, 0, None, compared)
        year4 = int(parts["y4"]) if parts["y4"] else None
        if not last and _UP_TO.search(flow, max(0, start - 24), start):
            return make("months", year4, 1, month4)
        return make("months" if last else "month", year4, month4, last)
    if parts["whole10"]:
        return make("year", None)
    if parts["q6"]:
        first, last = _number(parts["q6"]), _number(parts["q6b"]) if parts["q6b"] else 0
        return make("quarter", int(parts["y6"]) if parts["y6"] else None, first, last if last > first else 0)
    return make("half", int(parts["y9"]) if parts["y9"] else None, 1 if parts["which9"] == "đầu" else 2)


_MOMENT = re.compile(r"(?:thời điểm|tại)(?: ngày)?\s*$")
_UP_TO = re.compile(r"(?:lũy kế|tính|đến|tới|hết)(?: đến| tới)?(?: hết| cuối)?\s*$")


def _range(make: object, parts: dict[str, str]) -> Mention | None:
    first, last = int(parts["y7"]), int(parts["z7"])
    lead = parts["pre7"] or ""
    if last < first:
        return None
    if lead.startswith(("năm học", "niên khóa")) and last == first + 1:
        return make("school_year", first)  # type: ignore[operator,no-any-return]
    if lead.startswith(("vụ", "niên vụ")):
        return make("year", last)  # type: ignore[operator,no-any-return]
    return make("years", first, 0, 0, last)  # type: ignore[operator,no-any-return]


def _is_cumulative(flow: str, start: int, end: int) -> bool:
    """Whether "9 tháng" without a year means the first nine, not a duration."""
    before = flow[max(0, start - 24) : start]
    after = flow[end : end + 12]
    if re.search(r"(?:trong|thời hạn|dưới|trên|từ|hơn|gần|sau|kéo dài|tối đa|cứ|mỗi|thứ|\d|nghỉ|qua|vòng)\s*$", before):
        return bool(re.search(r"(?:lũy kế|trong|sau|qua)\s*$", before)) and not re.match(r"\s+(?:tuổi|kể|tính|liên tiếp)", after)
    return not re.match(r"\s+(?:tuổi|kể|tính từ|liên tiếp|một|/|lần|nữa)", after)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _ROMAN.get(text) or _MONTH_WORDS[text]
