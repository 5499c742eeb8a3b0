"""What is a document number or its date, and where (số, ký hiệu văn bản)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from attrs import evolve

from vnplan.lexicon import alternation, by_lexicon, own_rows, rows
from vnplan.reading.bodies import body_at, body_before, is_free
from vnplan.reading.clean import Clean
from vnplan.reading.directive_words import words_of
from vnplan.reading.raw import RawCitation

_CAPITAL = "A-ZĐƯÂÊÔƠĂỦ"
_SYMBOL = rf"[{_CAPITAL}][{_CAPITAL}a-z]{{0,7}}\d{{0,2}}"
_ISSUER = rf"[{_CAPITAL}][{_CAPITAL}&a-z]{{0,11}}\d{{0,2}}"
_AFTER_FIRST_DIGIT = (
    rf"\d{{0,4}}[a-z]?(?:/(?:19|20)\d\d/(?:(?:QH|UBTVQH)\d{{1,2}}|{_SYMBOL}-{_ISSUER})"
    rf"|/{_SYMBOL}-{_ISSUER}(?:-{_ISSUER})?|-{_SYMBOL}/{_ISSUER}(?:-{_ISSUER})?)"
)
NUMBER_PATTERN = rf"\d{_AFTER_FIRST_DIGIT}"
_CITED = re.compile(rf"\d(?<![\w/.,-]\d){_AFTER_FIRST_DIGIT}(?![\w/])")
_SPACED = rf"\d{{1,5}}[a-z]? ?[/-] ?(?:(?:19|20)\d\d ?/ ?)?{_SYMBOL} ?[/-] ?{_ISSUER}(?![\w/-])"
_BARE = r"\d{1,4}(?![\w/%])(?![.,-]\w)(?! ?[-–] ?\d)"
_ACTS = r"(?:Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Kết luận|Công văn|Công điện|Thông báo)"
"""Types that are cited by a number alone; a project or a programme is not."""
_LONGEST_LEAD = 40
_LONGEST_NAME_OF_A_LAW = 140
_DATED = re.compile(
    r"\s*,?\s*(?:(?:được\s+)?(?:ban\s+hành|ký(?:\s+ban\s+hành)?)\s+)?(?:ngày\s+)?(?P<d>\d{1,2})(?:\s*/\s*|\s*-\s*|\s+tháng\s+)(?P<m>\d{1,2})(?:\s*/\s*|\s*-\s*|\s*,?\s+năm\s+)(?P<y>(?:19|20)\d\d)"
)
_OF = re.compile(
    r"\s*,?\s*của\s+(?P<issuer>(?:(?!\s(?:về|quy định|ban hành|phê duyệt|v/v|ngày|thông qua|giao)\s)[^,;.()\n“\"])+)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\s*,?\s*(?:về(?:\s+việc)?|v/v)\s+(?P<title>(?:[^;.\n]|(?<=TP)\.|(?<=Tp)\.)+)", re.IGNORECASE)
_ABOUT_ACT = re.compile(r"\s*,?\s*(?P<title>(?:quy định|ban hành|phê duyệt|thông qua|giao)\s+[^;.\n]+)", re.IGNORECASE)
_BASIS = re.compile(r"(?:căn cứ|thực hiện|theo|trên cơ sở)\s*$", re.IGNORECASE)


@by_lexicon
def _lead() -> re.Pattern[str]:
    """What may stand before a document's number: its type, and số."""
    types = alternation(row["name"] for row in rows("document_types"))
    more = rf"(?:\s+(?!(?:{types}|tại|theo|của|trong|do)\s)[^\W\d_]{{2,7}}){{1,3}}"
    return re.compile(
        rf"(?:(?<!\w)(?P<type>{types})(?:{more}\s+(?=số)|(?:\s+của\s+[^,;:.\n]{{2,60}})?\s*:\s*(?=số)|\s+))?\(?(?:số\s*:?\s*)?$",
        re.IGNORECASE,
    )  # with words between: "Báo cáo thẩm tra số", "Kế hoạch hành động số"


@by_lexicon
def _loose() -> re.Pattern[str]:
    """A type with a number that is none by itself: "Quyết định số 488", "Nghị quyết 57 của", "số 1676/QĐ - TTg"."""
    types = alternation(row["name"] for row in rows("document_types"))
    after = r"(?= +(?:của|ngày|về|và) |\s*(?:[.,;:)\"”]|$))"
    return re.compile(
        rf"(?<!\w)(?:(?i:{types}) +(?:(?i:số) *:? *)?(?P<spaced>{_SPACED})|(?i:{_ACTS}) +(?i:số) *:? *(?P<bare>{_BARE})"
        rf"|{_ACTS} +(?P<short>{_BARE}){after})",
        re.MULTILINE,
    )


def read_citations(copy: Clean, flow: str) -> list[RawCitation]:
    """The documents that a text names by number, in order."""
    text = _joined(copy.text, flow)
    spans = [match.span() for match in _CITED.finditer(text)]
    known = {start for start, _ in spans}
    for match in _loose().finditer(text):
        start, end = match.span(match.lastgroup or 0)
        if start not in known:
            spans.append((start, end))
    spans.sort()
    found: list[RawCitation] = []
    for start, end in spans:
        one = _citation(text, flow, start, end)
        if one.type is None and found and _LISTED.fullmatch(text, found[-1].end, one.start):
            one = evolve(one, type=found[-1].type)
        found.append(one)
    return found


_LISTED = re.compile(r"\s*(?:[,;]|,?\s*và)\s*(?:số\s*)?")
"""What stands between two numbers of one type: "các Nghị quyết số 33/NQ-CP, 34/NQ-CP"."""


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


def _citation(text: str, flow: str, number_start: int, end: int) -> RawCitation:
    number, position = text[number_start:end].replace(" ", ""), end
    limit = min(len(text), end + 600)
    day = issuer = title = None
    for _ in range(2):
        dated = _DATED.match(text, position, limit)
        if dated and day is None:
            day = _day(dated)
            position = end = dated.end()
        of = _OF.match(text, position, limit)
        if of and issuer is None:
            issuer, position = _issuer(text, flow, of, limit)
            end = position
    about = _ABOUT.match(text, position, limit) or _ABOUT_ACT.match(text, position, limit)
    if about:
        title = _cut_title(" ".join(about["title"].split()))
    lead = _lead().search(text, max(0, number_start - _LONGEST_LEAD), number_start)
    kind = lead["type"] if lead else None
    if kind:
        kind = next(
            row["name"] for row in rows("document_types") if row["name"].lower() == " ".join(kind.lower().split())
        )
    start = lead.start("type") if lead and kind else number_start
    if (law := _law_named(text, number, number_start)) is not None:
        kind, start, title = "Luật", law.start(), " ".join(law["title"].split())
    basis = _BASIS.search(text, max(0, start - 24), start) is not None
    if issuer is None and (issued := _issued_before(text, flow, start)) is not None:
        issuer, day = issued[0], day or issued[1]
    return RawCitation(number, kind, issuer, day, title, basis, start, end)


_LAW = re.compile(r"(?<!\w)Luật\s+(?P<title>(?:(?!Luật\s|Nghị quyết\s)[^;.()\n\d])+?)\s+số\s*:?\s*$")


def _law_named(text: str, number: str, start: int) -> re.Match[str] | None:
    """A law with its name before its number: "Luật Ngân sách nhà nước số 83/2015/QH13"."""
    return _LAW.search(text, max(0, start - _LONGEST_NAME_OF_A_LAW), start) if "/QH" in number else None


_ISSUES = re.compile(r"(?:(?:đã|vừa|mới|cũng|tiếp tục)\s+){0,2}(?:ký\s+ban\s+hành|ban\s+hành|ký|có|ra)\s+(?:các\s+)?$")
_DAY_BEFORE = re.compile(
    r"ngày\s+(?P<d>\d{1,2})(?:\s*/\s*|-|\s+tháng\s+)(?P<m>\d{1,2})(?:\s*/\s*|-|\s+năm\s+)(?P<y>(?:19|20)\d\d)\s*,?\s*$"
)
_SENTENCE = 240
"""Characters before a document in which it is said who issued it, and when."""


def _issued_before(text: str, flow: str, start: int) -> tuple[str, date | None] | None:
    """Issuer and date of a document that somebody issues in this sentence: "Ngày 5/12/2022, UBND tỉnh ban hành …"."""
    issues = _ISSUES.search(flow, max(0, start - 40), start)
    if issues is None:
        return None
    low = max(0, start - _SENTENCE)
    low = max(flow.rfind(sign, low, issues.start()) for sign in (". ", ";", "\n")) + 1 or low
    body = body_before(text, flow, low, issues.start())
    if body is None or not is_free(flow, low, body.start):
        return None
    dated = _DAY_BEFORE.search(flow, low, body.start)
    return body.name, None if dated is None else _day(dated)


def _issuer(text: str, flow: str, of: re.Match[str], limit: int) -> tuple[str | None, int]:
    """The issuer behind "của", and where it ends: a known body, else all up to a verb."""
    start = of.start("issuer")
    reach = body_at(text, flow, start, limit)
    if reach is None:
        return _cut_issuer(" ".join(of["issuer"].split())), of.end()
    further = _further().search(text, start, reach)
    reach = further.start() if further else reach
    reach = next((at for at in _commas(flow, start, reach) if body_at(text, flow, at + 2, limit) is not None), reach)
    term = _TERM.match(text, reach, limit)
    reach = term.end() if term else reach
    return words_of(text, start, reach).strip(" *_,") or None, reach


def _commas(flow: str, start: int, end: int) -> Iterator[int]:
    """Where a comma stands; a further body behind it is another than the issuer."""
    at = start
    while (at := flow.find(", ", at + 1, end)) >= 0:
        yield at


@by_lexicon
def _further() -> re.Pattern[str]:
    """What ends an issuer: a bracket, or a further document, as in "của Chính phủ và Kế hoạch này"."""
    types = alternation(row["name"] for row in rows("document_types"))
    return re.compile(rf"\s*(?:\(|(?:,|,?\s+và)\s+(?:các\s+)?(?:{types})(?!\w))", re.IGNORECASE)


_TERM = re.compile(r"\s+(?:khóa|khoá)\s+[IVX]+(?!\w)", re.IGNORECASE)


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


_SO_FOLLOWS = re.compile(r",?\s+(?:cụ thể\s+)?(?:như sau|sau đây)\s*:?$")


def _cut_title(title: str) -> str:
    """The title without what a list or a further basis adds to it."""
    for stop in (
        r"\s+và\s+(?:Quyết định|Nghị quyết|Chỉ thị|Thông báo|Kế hoạch|Kết luận)\b",
        r",\s+(?:trên cơ sở|Ủy ban|UBND|Hội đồng|HĐND)\b",
    ):
        head = re.split(stop, title, maxsplit=1)[0]
        if head.count("“") == head.count("”"):  # a name in quotation marks may hold all these words
            title = head
    title = _SO_FOLLOWS.sub("", title)
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


_PARTS = re.compile(
    rf"""(?P<number>\d{{1,5}})(?P<suffix>[a-z]?)
    (?:/(?P<year>(?:19|20)\d\d)/(?:(?P<assembly>QH|UBTVQH)(?P<term>\d{{1,2}})|(?P<t1>{_SYMBOL})-(?P<i1>{_ISSUER}))
      |/(?P<t2>{_SYMBOL})-(?P<i2>{_ISSUER})(?:-(?P<u2>{_ISSUER}))?
      |-(?P<t3>{_SYMBOL})/(?P<i3>{_ISSUER})(?:-(?P<u3>{_ISSUER}))?)""",
    re.VERBOSE,
)


def number_parts(text: str) -> dict[str, str | None] | None:
    """The parts of a document number by name; None where the text is none.

    They are family, number, suffix, year, symbol, issuer, unit and term.
    """
    match = _PARTS.fullmatch(text)
    if match is None:
        return None
    parts = {"number": match["number"], "suffix": match["suffix"], "year": match["year"], "term": match["term"]}
    symbol, issuer, unit = (
        match["t1"] or match["t2"] or match["t3"],
        match["i1"] or match["i2"] or match["i3"],
        match["u2"] or match["u3"],
    )
    if match["assembly"]:
        return {**parts, "family": "assembly", "symbol": None, "issuer": match["assembly"], "unit": None}
    family = "normative" if match["year"] else "party" if match["t3"] else "administrative"
    if family == "administrative" and symbol not in _type_names():  # an official letter: issuer, then unit
        symbol, issuer, unit = None, symbol, issuer
    return {**parts, "family": family, "symbol": symbol, "issuer": issuer, "unit": unit}


@by_lexicon
def _type_names() -> dict[str, str]:
    """Types by symbol: of vnplan's own the first, before them what a lexicon adds."""
    own, found = len(own_rows("document_types")), rows("document_types")
    return {row["symbol"]: row["name"] for row in (*reversed(found[:own]), *found[own:]) if row["symbol"]}


def type_named(symbol: str | None) -> str | None:
    """The type that a symbol stands for."""
    return None if symbol is None else _type_names().get(symbol)


@by_lexicon
def _issuer_names() -> dict[str, str]:
    return {row["symbol"]: row["name"] for row in rows("issuers")}


def issuer_named(symbol: str | None) -> str | None:
    """The body that a symbol stands for; it does not say of which place."""
    return None if symbol is None else _issuer_names().get(symbol)
