"""What is a place, and whose report this is (địa danh)."""

from __future__ import annotations

import re
from collections import Counter

from attrs import evolve

from vnplan.lexicon import alternation, by_lexicon, phrases, rows
from vnplan.reading.clean import UPPER, fold
from vnplan.reading.context import Context
from vnplan.reading.patterns import searched
from vnplan.reading.raw import RawPlace

_SYLLABLE = rf"[{UPPER}][^\W\d_]*"
_NUMBERED = r"(?P<kn>[Qq]uận|[Pp]hường|QUẬN|PHƯỜNG|Q\.?|P\.)\s?(?P<n>\d{1,2})(?![\d/.,%]\d|\d| ?%|[ /]20\d\d)"
_NAMED = (
    rf"(?P<k>[Tt]ỉnh|TỈNH|[Tt]hành phố|THÀNH PHỐ|TP\.?|Tp\.?|[Tt]hị xã|THỊ XÃ|TX\.?|[Hh]uyện|HUYỆN|H\.|[Qq]uận|QUẬN|[Pp]hường|PHƯỜNG|[Xx]ã(?! hội)|XÃ(?! HỘI)|[Tt]hị trấn|THỊ TRẤN|[Đđ]ặc khu|ĐẶC KHU)"
    rf"\s{{1,2}}(?P<name>{_SYLLABLE}(?:(?: |-| - | ?– ?){_SYLLABLE}){{0,3}})"
)
_CITY_NAME = r"(?P<city>(?:(?:TP|Tp)\.?\s?HCM|(?:TP|Tp)\.?\s?Hồ Chí Minh|[Tt]hành phố (?:Hồ Chí Minh|HCM))(?!\w))"
_OPENINGS = alternation(
    ("Quận", "quận", "QUẬN", "Q", "Phường", "phường", "PHƯỜNG", "P.", "Tỉnh", "tỉnh", "TỈNH", "Thành phố", "thành phố", "THÀNH PHỐ",
     "TP", "Tp", "Thị xã", "thị xã", "THỊ XÃ", "TX", "Huyện", "huyện", "HUYỆN", "H.", "Xã", "xã", "XÃ", "Thị trấn", "thị trấn", "THỊ TRẤN",
     "Đặc khu", "đặc khu", "ĐẶC KHU")
)  # fmt: skip
_PLACE = re.compile(rf"(?={_OPENINGS})(?<!\w)(?:{_CITY_NAME}|{_NUMBERED}|{_NAMED})")
"""Looks first whether one of the words stands here with which all alternatives begin: that is five times as fast."""
_KINDS = {
    "h.": "huyện",
    "q": "quận",
    "q.": "quận",
    "p.": "phường",
    "tp": "thành phố",
    "tp.": "thành phố",
    "tx": "thị xã",
    "tx.": "thị xã",
}
_LEVELS = {
    "tỉnh": 1,
    "thành phố": 1,
    "quận": 2,
    "huyện": 2,
    "thị xã": 2,
    "phường": 3,
    "xã": 3,
    "thị trấn": 3,
    "đặc khu": 3,
}
_TWO_LEVELS = 2025
"""From this year on communes report themselves; before, a text that names one is mostly about the district."""
_COMMUNE_PENALTY = 3
_HEAD = 1200


def read_places(context: Context) -> list[RawPlace]:
    """All places named with their kind, and provinces named without, in order."""
    text = context.copy.text
    found = []
    headline = _HEADLINE.match(text)  # "Châu Đức (huyện) - Kinh tế"
    if headline is not None:
        kind, short = headline["kind"], headline["name"]
        found.append(RawPlace(f"{kind.capitalize()} {short}", kind, short, *headline.span("name")))
    for match in _PLACE.finditer(text):
        place = _place(match)
        if place is not None:
            found.append(place)
    return found


def _place(match: re.Match[str]) -> RawPlace | None:
    if match["city"]:
        return RawPlace("TP. Hồ Chí Minh", "thành phố", "Hồ Chí Minh", match.start(), match.end())
    if match["n"]:
        kind = _KINDS.get(match["kn"].lower(), match["kn"].lower())
        short = match["n"].lstrip("0") or "0"
        return RawPlace(f"{kind.capitalize()} {short}", kind, short, match.start(), match.end())
    kind = _KINDS.get(match["k"].lower(), match["k"].lower())
    short = _NUMBERED_ONE.sub("", " ".join(match["name"].split()))
    if not short:
        return None
    known = _longest_known(short)
    if known:
        short = known
    elif short.isupper():
        short = " ".join(word.capitalize() for word in short.split())
    if not known and (kind == "tỉnh" or match["k"] == "H." or fold(short).split()[0] in _SURNAMES):
        return None  # no such province; "Chủ tịch UBND TP Nguyễn Văn An"
    words = short.split()
    ends = (i for i, word in enumerate(words) if fold(word) in _NOT_NAMES and not (i and word == words[-1] == "Hội"))
    stop = next(ends, len(words))
    short = " ".join(words[:stop])
    if not short:
        return None
    end = match.start("name") + len(short)
    if short == "Hồ Chí Minh":
        return RawPlace("TP. Hồ Chí Minh", "thành phố", short, match.start(), end)
    return RawPlace(f"{kind.capitalize()} {short}", kind, short, match.start(), end)


_NUMBERED_ONE = re.compile(r"(?:^| )(?:Lần|LẦN|Khóa|KHÓA|Nhiệm|NHIỆM)(?: .*)?$")
"""What follows a place in the title of a congress: "ĐẢNG BỘ XÃ TÂN LẬP LẦN THỨ NHẤT"."""
_SURNAMES = frozenset(
    ["nguyễn", "trần", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương"]
)
_NOT_NAMES = frozenset(
    [
        "nhân",
        "ủy",
        "hội",
        "đoàn",
        "mặt",
        "tổ",
        "tháng",
        "năm",
        "quý",
        "báo",
        "độc",
        "cộng",
        "khóa",
        "số",
        "kế",
        "nghị",
        "phòng",
        "ban",
        "huyện",
        "tỉnh",
    ]
)


_COMMON_PLACE = re.compile(
    r"(?:toàn |các |cả |mỗi |trong |trên địa bàn )?"
    r"(?:tỉnh|thành phố|tp\.?|tphcm|huyện|quận|thị xã|xã|phường|thị trấn|địa phương|nước|địa bàn|ngành|việt nam)"
    r"(?: này| ta| cũ| mới| nhà)?"
)
_PROPER = re.compile(rf"(?P<name>{_SYLLABLE}(?:(?: |-| - ){_SYLLABLE}){{0,3}})(?: cũ| mới)?")
_HAMLET = re.compile(
    rf"(?:[Tt]hôn|[Xx]óm|[Bb]ản|[Bb]uôn|[Ấấ]p|[Ll]àng|[Kk]hu phố|[Tt]ổ dân phố|[Kk]hu dân cư)(?: (?:{_SYLLABLE}|\d+[A-Z]?)){{1,4}}"
)
"""A part of a commune, which is no place of the catalogue."""
_BODY = re.compile(
    r"(?:(?:các|toàn|một số|nhiều) )?(?:đảng bộ|ubnd|hđnd|hội đồng nhân dân|quốc hội|chính phủ|hải quan|ủy ban|cục|chi cục|sở|công an|ban|đơn vị|trung tâm|bộ phận một cửa|đoàn thanh tra|đoàn kiểm tra|thanh tra|chính quyền|lực lượng|các lực lượng|nông dân|ngư dân|bà con|nhân dân|người dân|hộ dân|địa phương)(?!\w)"
)


def is_place(context: Context, start: int, end: int) -> bool:
    """Whether a stretch of text is the name of a place and nothing more: "TPHCM", "huyện Ân Thi", "cả nước"."""
    if end - start > _LONGEST_PLACE:
        return False
    if context.flow[start:end].endswith((" cũ", " mới")):
        end = context.flow.rfind(" ", start, end)
    if _COMMON_PLACE.fullmatch(context.flow, start, end):
        return True
    text = context.copy.text
    if _PLACE.fullmatch(text, start, end):
        return True
    if phrases("country").get(context.flow[start:end]) is not None or _HAMLET.fullmatch(text, start, end):
        return True
    proper = _PROPER.fullmatch(text, start, end) if text[start : start + 1].isupper() else None
    return proper is not None and context.flow[slice(*proper.span("name"))] in _known()


def place_in(text: str, start: int, end: int) -> RawPlace | None:
    """The place that a stretch of text names and nothing more."""
    match = _PLACE.match(text, start, end)
    named = _place(match) if match is not None else None
    if named is not None and not text[named.end : end].strip(" *.:"):
        return named
    bare = next((one for one in bare_provinces(text[start:end]) if one.start == 0 and one.end == end - start), None)
    return None if bare is None else evolve(bare, start=start, end=end)


def is_agent(context: Context, start: int, end: int) -> bool:
    """Whether a stretch of text is a place or a body that may act: "Thành phố", "Cục Hải quan Long An"."""
    return is_place(context, start, end) or _BODY.match(context.flow, start, end) is not None


def is_reporter(context: Context, start: int, end: int) -> bool:
    """Whether it is a place, or the body that the text is by: "đơn vị", or one that the text opens with."""
    if is_place(context, start, end):
        return True
    flow = context.flow
    if _BODY.match(flow, start, end) is None:
        return False
    return context.copy.text[start + 1 : end].islower() or flow.find(flow[start:end], 0, _OPENING) >= 0


_OPENING = 600
"""Characters in which a text names the body that reports."""
_LONGEST_PLACE = 40


@by_lexicon
def _known() -> dict[str, str]:
    return {fold(row["short_name"]): row["short_name"] for row in rows("localities")}


def _longest_known(name: str) -> str | None:
    known = _known()
    parts = re.sub(r"\s*-\s*", " - ", fold(name)).split()
    for count in range(len(parts), 0, -1):
        hit = known.get(" ".join(parts[:count]))
        if hit and (count > 1 or len(parts) == 1):
            longer = len(parts) == count + 1 and parts[count] not in _NOT_NAMES
            return None if longer else hit  # one more word makes another name, more are a person's
    return None


_NAMED_OF = searched(
    r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|quận ủy|huyện ủy|tỉnh ủy|địa bàn|đảng bộ|kinh tế - xã hội|nhân dân)\s*$"
)
"""Words after which the place is named that a text is by or about."""


def main_place(context: Context, places: list[RawPlace]) -> tuple[RawPlace | None, RawPlace | None]:
    """The place that a text is about, and the province it lies in, where they are told."""
    flow, blocks = context.flow, context.layout.blocks
    headline = context.copy.text[: blocks[0].end] if blocks else ""
    weight: Counter[RawPlace] = Counter()
    for place in places:
        if _fills_a_cell(context, place):
            continue
        score = 4.0 if place.start < _HEAD else 1.0
        if place.start < 200:
            score += 3
        if place.kind != "tỉnh" and place.short in headline:
            score += _IN_HEADLINE
        if _NAMED_OF.search(flow, max(0, place.start - 40), place.start):
            score += 2
        weight[place] += int(score)
    if _is_national(context, places):
        return None, None
    for place in bare_provinces(context.copy.text[: _HEAD * 2]):
        weight[place] += 3 if place.start < 120 else 1
        weight[place] += _IN_HEADLINE if place.end <= len(headline) else 0
    own = _own_kinds(flow)
    for place in weight:
        weight[place] += _SPOKEN_OF if place.kind in own else 0
    titled = next((place for place in places if _HEADLINE.match(context.copy.text) and place.start < _TITLE), None)
    best = titled or _heaviest(context, weight)
    if best is None:
        return None, None
    province = next((p for p, _ in weight.most_common() if _LEVELS.get(p.kind) == 1), None)
    return best, province


def _heaviest(context: Context, weight: Counter[RawPlace]) -> RawPlace | None:
    """The place that most speaks for; None where there is none, or only a commune in a district that is not named."""
    if not weight:
        return None
    penalty = _COMMUNE_PENALTY if context.year is None or context.year < _TWO_LEVELS else 0
    best = max(
        weight, key=lambda place: (weight[place] - (penalty if _LEVELS.get(place.kind) == 3 else 0), -place.start)
    )
    return None if _LEVELS.get(best.kind) == 3 and _is_of_a_district(context.flow, weight) else best


def _own_kinds(flow: str) -> set[str]:
    """The kinds of places that the head of a text calls its own as a whole: "toàn huyện"."""
    return {found["kind"] for found in _WHOLE.finditer(flow, 0, _HEAD * 2)}


def _is_of_a_district(flow: str, weight: Counter[RawPlace]) -> bool:
    """Whether a text calls a district its own that it does not name, so that the communes named are only in it."""
    named = {place.kind for place in weight}
    own = _own_kinds(flow)
    return any(_LEVELS.get(kind) == 2 for kind in own - named) and not any(_LEVELS.get(kind) == 3 for kind in own)


def _fills_a_cell(context: Context, place: RawPlace) -> bool:
    """Whether a place is only one of those that a table compares."""
    block = context.layout.block_at(place.start)
    return block is not None and block.cell and (block.start, block.end) == (place.start, place.end)


_NATIONAL = searched(
    r"(?<!\w)(?:cả nước|toàn quốc|việt nam|tổng cục|bộ công thương|cục đầu tư nước ngoài|toàn ngành)(?!\w)"
)


_AUTHORITY = searched(
    r"(?<!\w)(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|tỉnh ủy|thành ủy|huyện ủy|quận ủy|kế hoạch)(?!\w)"
)


def _is_national(context: Context, places: list[RawPlace]) -> bool:
    """Whether a text is of the whole country: its headline names no place, and its opening names the country."""
    blocks = context.layout.blocks
    headline = blocks[0].end if blocks else 0
    if any(place.start < headline for place in places) or _province_pattern().search(context.copy.text, 0, headline):
        return False
    if any(place.start < _HEAD for place in places) and _AUTHORITY.search(context.flow, 0, _HEAD):
        return False
    return _NATIONAL.search(context.flow, 0, _HEAD) is not None


_IN_HEADLINE = 4
_SPOKEN_OF = 3
"""For a place of the kind that the text calls its own: "toàn tỉnh", "UBND huyện"."""
_KINDS_OF_PLACES = ("tỉnh", "thành phố", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu")
_WHOLE = searched(rf"(?<!\w)(?:toàn|ubnd|hđnd) (?P<kind>{'|'.join(_KINDS_OF_PLACES)})(?= [a-zà-ỹđ]| ?[,.;:(]|\n)")
_TITLE = 8
"""Characters in which the place of a headline such as "Châu Đức (huyện) - Kinh tế" begins."""
_HEADLINE = re.compile(
    rf"\W*(?P<name>{_SYLLABLE}(?:[ -]{_SYLLABLE}){{0,3}}) \((?P<kind>huyện|thành phố|thị xã|quận|xã|phường|tỉnh)\)"
)


@by_lexicon
def _province_kinds() -> dict[str, str]:
    provinces = [row for row in rows("localities") if row["level"] == "province"]
    return {row["short_name"]: row["kind"] for row in reversed(provinces)}  # the kind of most years goes first


@by_lexicon
def _province_pattern() -> re.Pattern[str]:
    return searched(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _province_kinds()), key=len, reverse=True))})(?!\w)")


def bare_provinces(text: str) -> list[RawPlace]:
    """Provinces, also those named without their kind, in order."""
    found = []
    for match in _province_pattern().finditer(text):
        kind = _province_kinds()[match[0]]
        name = "TP. Hồ Chí Minh" if match[0] == "Hồ Chí Minh" else f"{kind.capitalize()} {match[0]}"
        found.append(RawPlace(name, kind, match[0], match.start(), match.end()))
    return found
