"""What is a document number or its date, and where (số, ký hiệu văn bản)."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from vnplan.lexicon import alternation, rows
from vnplan.reading.clean import Clean
from vnplan.reading.raw import RawCitation

_CAPITAL = "A-ZĐƯÂÊÔƠĂỦ"
_SYMBOL = rf"[{_CAPITAL}][{_CAPITAL}a-z]{{0,7}}\d{{0,2}}"
_ISSUER = rf"[{_CAPITAL}][{_CAPITAL}&a-z]{{0,11}}\d{{0,2}}"
NUMBER_PATTERN = (
    rf"\d{{1,5}}[a-z]?(?:/(?:19|20)\d\d/(?:(?:QH|UBTVQH)\d{{1,2}}|{_SYMBOL}-{_ISSUER})"
    rf"|/{_SYMBOL}-{_ISSUER}(?:-{_ISSUER})?|-{_SYMBOL}/{_ISSUER})"
)
_TYPES = alternation(row["name"] for row in rows("document_types"))
_CITED = re.compile(rf"(?<![\w/.,-]){NUMBER_PATTERN}(?![\w/])")
_TYPE = re.compile(rf"(?:(?<!\w)(?P<type>{_TYPES})\s+)?(?:số\s*:?\s*)?$", re.IGNORECASE)
_LONGEST_LEAD = 40
_EXACT = re.compile(NUMBER_PATTERN)
_DATED = re.compile(
    r"\s*,?\s*(?:ngày\s+)?(?P<d>\d{1,2})(?:\s*/\s*|\s*-\s*|\s+tháng\s+)(?P<m>\d{1,2})(?:\s*/\s*|\s*-\s*|\s*,?\s+năm\s+)(?P<y>(?:19|20)\d\d)"
)
_OF = re.compile(
    r"\s*,?\s*của\s+(?P<issuer>(?:(?!\s(?:về|quy định|ban hành|phê duyệt|v/v|ngày|thông qua|giao)\s)[^,;.()\n“\"])+)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\s*,?\s*(?:về(?:\s+việc)?|v/v)\s+(?P<title>[^;.\n]+)", re.IGNORECASE)
_ABOUT_ACT = re.compile(r"\s*,?\s*(?P<title>(?:quy định|ban hành|phê duyệt|thông qua|giao)\s+[^;.\n]+)", re.IGNORECASE)
_BASIS = re.compile(r"(?:căn cứ|thực hiện|theo|trên cơ sở)\s*$", re.IGNORECASE)
_OWN = re.compile(r"(?:^|\n|\|)\s*[*_]*(?:số|luật số)\s*:?\s*$", re.IGNORECASE)


def read_citations(copy: Clean, flow: str) -> list[RawCitation]:
    """The documents that a text names by number, in order."""
    text = _joined(copy.text, flow)
    return [_citation(text, match.start(), match.end()) for match in _CITED.finditer(text)]


def _joined(text: str, flow: str) -> str:
    """The text with wrapped lines joined as in `flow`."""
    pieces = text.split("\n")
    if len(pieces) == 1:
        return text
    position = -1
    joined = [pieces[0]]
    for before, piece in pairwise(pieces):
        position += len(before) + 1
        joined += (" " if flow[position] == " " else "\n", piece)
    return "".join(joined)


def _citation(text: str, number_start: int, end: int) -> RawCitation:
    number, position = text[number_start:end], end
    limit = min(len(text), end + 600)
    day = issuer = title = None
    for _ in range(2):
        dated = _DATED.match(text, position, limit)
        if dated and day is None:
            day = _day(dated)
            position = end = dated.end()
        of = _OF.match(text, position, limit)
        if of and issuer is None:
            issuer = " ".join(of["issuer"].split())
            position = end = of.end()
    about = _ABOUT.match(text, position, limit) or _ABOUT_ACT.match(text, position, limit)
    if about:
        title = _cut_title(" ".join(about["title"].split()))
    lead = _TYPE.search(text, max(0, number_start - _LONGEST_LEAD), number_start)
    kind = lead["type"] if lead else None
    if kind:
        kind = next(
            row["name"] for row in rows("document_types") if row["name"].lower() == " ".join(kind.lower().split())
        )
    start = lead.start("type") if lead and kind else number_start
    basis = _BASIS.search(text, max(0, start - 24), start) is not None
    return RawCitation(number, kind, _cut_issuer(issuer), day, title, basis, start, end)


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def _cut_title(title: str) -> str:
    """The title without what a list or a further basis adds to it."""
    for stop in (
        r"\s+và\s+(?:Quyết định|Nghị quyết|Chỉ thị|Thông báo|Kế hoạch|Kết luận)\b",
        r",\s+(?:trên cơ sở|Ủy ban|UBND|Hội đồng|HĐND)\b",
    ):
        head = re.split(stop, title, maxsplit=1)[0]
        if head.count("“") == head.count("”"):  # a name in quotation marks may hold all these words
            title = head
    if title.count("“") > title.count("”"):
        return title
    return title.strip(" ,")


def _cut_issuer(issuer: str | None) -> str | None:
    if issuer is None:
        return None
    return (
        re.split(
            r"\s+(?:và (?:Quyết|Nghị|Chỉ)|trong|được|để|đã|là|quy định|hướng dẫn|phê duyệt|với|ban hành)\b",
            issuer,
            maxsplit=1,
        )[0].strip(" *_")
        or None
    )


def is_document_number(text: str) -> bool:
    """Whether a text is one document number and nothing else."""
    return _EXACT.fullmatch(text) is not None
