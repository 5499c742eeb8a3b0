"""What is a document number or its date, and where (số, ký hiệu văn bản)."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from vnplan.lexicon import alternation, by_lexicon, own_rows, rows
from vnplan.reading.clean import Clean
from vnplan.reading.raw import RawCitation

_CAPITAL = "A-ZĐƯÂÊÔƠĂỦ"
_SYMBOL = rf"[{_CAPITAL}][{_CAPITAL}a-z]{{0,7}}\d{{0,2}}"
_ISSUER = rf"[{_CAPITAL}][{_CAPITAL}&a-z]{{0,11}}\d{{0,2}}"
_AFTER_FIRST_DIGIT = (
    rf"\d{{0,4}}[a-z]?(?:/(?:19|20)\d\d/(?:(?:QH|UBTVQH)\d{{1,2}}|{_SYMBOL}-{_ISSUER})"
    rf"|/{_SYMBOL}-{_ISSUER}(?:-{_ISSUER})?|-{_SYMBOL}/{_ISSUER})"
)
NUMBER_PATTERN = rf"\d{_AFTER_FIRST_DIGIT}"
_CITED = re.compile(rf"\d(?<![\w/.,-]\d){_AFTER_FIRST_DIGIT}(?![\w/])")
_LONGEST_LEAD = 40
_DATED = re.compile(
    r"\s*,?\s*(?:ngày\s+)?(?P<d>\d{1,2})(?:\s*/\s*|\s*-\s*|\s+tháng\s+)(?P<m>\d{1,2})(?:\s*/\s*|\s*-\s*|\s*,?\s+năm\s+)(?P<y>(?:19|20)\d\d)"
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
    return re.compile(rf"(?:(?<!\w)(?P<type>{types})\s+)?(?:số\s*:?\s*)?$", re.IGNORECASE)


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
    lead = _lead().search(text, max(0, number_start - _LONGEST_LEAD), number_start)
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


_PARTS = re.compile(
    rf"""(?P<number>\d{{1,5}})(?P<suffix>[a-z]?)
    (?:/(?P<year>(?:19|20)\d\d)/(?:(?P<assembly>QH|UBTVQH)(?P<term>\d{{1,2}})|(?P<t1>{_SYMBOL})-(?P<i1>{_ISSUER}))
      |/(?P<t2>{_SYMBOL})-(?P<i2>{_ISSUER})(?:-(?P<u2>{_ISSUER}))?
      |-(?P<t3>{_SYMBOL})/(?P<i3>{_ISSUER}))""",
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
        match["u2"],
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
