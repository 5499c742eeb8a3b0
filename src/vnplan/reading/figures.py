"""number + scale + unit + bound + hedge → a figure (số liệu)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from vnplan.lexicon import Phrases, Word, by_lexicon, phrases, rows, words
from vnplan.reading.numbers import NUMBER, Numeral, parse_numeral
from vnplan.reading.patterns import searched
from vnplan.reading.raw import RawFigure, RawUnit

_PER = re.compile(
    r"(?:(?: sàn| đất)? ?/ ?| mỗi (?=người|hộ|ha(?!\w)|năm(?! \d)|tháng(?! \d)))(?P<size>1\.000|10 ?(?:nghìn|ngàn)|1 (?:nghìn|ngàn)|nghìn(?= )|100|1000|10\.000|một|vạn|1)?(?:\s?vạn)? ?(?P<noun>[^\W\d_²³]+[²³2]?)(?: (?P<second>[^\W\d_]+))?"
)
_DAY_AND_NIGHT = re.compile(r"ngày(?: ?[-.]? ?| và )đêm")
_TIMES = ("năm", "tháng", "ngày", "quý", "vụ", "lần", "giờ", "tuần", "đêm", "nhiệm kỳ")
_RANGE = re.compile(r"(?P<unit>(?:[^\d\n]|(?<=m)[23](?!\d)){0,24}?)\s*(?P<sep>-|đến|tới|~)\s*(?=\d)")
_FAR = 40
"""Characters after the first number in which the second number of a range begins."""
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?(?![\d.,]\d|\d)")
_FRACTION = re.compile(r"(?: ?(?:\[\d{1,3}\] ?)?/ ?| trong (?:tổng )?số )(?P<whole>\d+(?:[.,]\d+)*)(?![\d/])")
_POWERS = {"100": 2, "1.000": 3, "1000": 3, "10.000": 4, "vạn": 4, None: 0, "1": 0, "một": 0}


@by_lexicon
def _units() -> Phrases[RawUnit]:
    return Phrases(
        (row["spelling"], RawUnit(row["symbol"], row["dimension"], int(row["power"]))) for row in rows("units")
    )


@by_lexicon
def _scales() -> Phrases[tuple[str, int]]:
    return Phrases((row["spelling"], (row["word"], int(row["power"]))) for row in rows("scales"))


@by_lexicon
def nouns() -> Phrases[tuple[str, str]]:
    """Counted nouns with what a number before them is, and the noun that they count like."""
    return Phrases((row["noun"], (row["kind"], row["same_as"] or row["noun"])) for row in rows("nouns"))


_SPACES = 3
"""Spaces that may stand between a number and its unit."""


def _skip(flow: str, position: int) -> int:
    for _ in range(_SPACES):
        if flow[position : position + 1] != " ":
            break
        position += 1
    return position


_COUNTED = re.compile(
    r"(?<!\w)(?:tổng|số|đón|đón được|phục vụ) (?P<noun>lượt khách|lượt)(?!\w)[^,;.\n]{0,40}? [\d.,]+ ?$"
)
"""What millions without a noun are of: "nâng tổng lượt khách cả năm lên 2,9 triệu"."""
_NAME_BACK = 70


def read_unit(flow: str, position: int) -> tuple[int, RawUnit, str] | None:
    """End, unit and kind (figure, tally, count) of the unit that begins at a place."""
    here = _skip(flow, position)
    if here >= len(flow):
        return None
    scale = _scales().at(flow, here)
    spelled = _units().at(flow, here)
    if scale is not None and (spelled is None or spelled[0] <= scale[0]):
        after = _skip(flow, scale[0])
        found = _base(flow, after, _units().at(flow, after))
        word, power = scale[1]
        if (
            found is not None
            and found[2] != "tally"
            and not (found[1].power and found[1].dimension.startswith("money"))
        ):
            return _per(
                flow,
                found[0],
                RawUnit(f"{word} {found[1].symbol}", found[1].dimension, found[1].power + power),
                found[2],
            )
        if power >= 6 and (counted := _COUNTED.search(flow, max(0, position - _NAME_BACK), position)) is not None:
            noun = counted["noun"]
            return _per(flow, scale[0], RawUnit(f"{word} {noun}", f"count:{noun}", power), "figure")
        if power >= 6:
            return _per(flow, scale[0], RawUnit(f"{word} đồng", "money:VND", power), "figure")
        return None
    found = _base(flow, here, spelled)
    return None if found is None else _per(flow, *found)


def _base(flow: str, here: int, unit: tuple[int, RawUnit] | None) -> tuple[int, RawUnit, str] | None:
    """A unit that is spelled here, or a counted noun, whichever is longer."""
    noun = nouns().at(flow, here)
    if unit is not None and (noun is None or unit[0] >= noun[0]):
        if unit[1].symbol == "lần" and flow.startswith(("lần thứ", "lần lượt"), here):
            return None
        return unit[0], unit[1], "figure"
    if noun is None:
        return None
    kind, counted = noun[1]
    return noun[0], RawUnit(_canonical(flow[here : noun[0]], counted), f"count:{counted}"), kind


_SPELLED_OUT = {
    "dn": "doanh nghiệp",
    "kcn": "khu công nghiệp",
    "ccn": "cụm công nghiệp",
    "tthc": "thủ tục hành chính",
    "htx": "HTX",
    "clb": "CLB",
    "ng": "người",
}


def _canonical(written: str, counted: str) -> str:
    """The noun as written, without what only specifies it: "dự án" of "dự án đầu tư"."""
    if written.startswith(counted + " "):
        return counted
    return _SPELLED_OUT.get(written, written)


def _per(flow: str, end: int, unit: RawUnit, kind: str) -> tuple[int, RawUnit, str]:
    """The unit with what follows a slash: "triệu đồng/người/năm", "bé trai/100 bé gái"."""
    symbol, dimension, power = unit.symbol, unit.dimension, unit.power
    while True:
        match = _PER.match(flow, end)
        if match is None:
            break
        noun_start = match.start("noun")
        base = _base(flow, noun_start, _units().at(flow, noun_start))
        word = match["noun"]
        if flow.startswith(
            (" giao", " tiêu", " hoạch", " toán"), match.end("noun")
        ):  # "126,8 tỷ đồng/tỉnh giao 98 tỷ đồng"
            break
        if word in _TIMES:
            whole = _DAY_AND_NIGHT.match(flow, noun_start)
            symbol, end = (
                f"{symbol}/{word if whole is None else 'ngày đêm'}",
                (whole or match).end(0 if whole else "noun"),
            )
            continue
        if base is not None:
            stop, per, _ = base
            written = flow[noun_start:stop] if per.dimension.startswith("count:") else per.symbol
        elif word in ("đầu", "thuê", "ngày") and match["second"]:
            stop, written, per = match.end("second"), f"{word} {match['second']}", RawUnit(word, f"count:{word}")
        elif word in ("dân", "chỉ", "lượng"):
            stop, written, per = match.end("noun"), word, RawUnit(word, f"count:{word}")
        else:
            break
        size = match["size"]
        size_power = _POWERS.get(size, 4 if size is not None and size.startswith("10") else 3)
        if "vạn" in flow[match.start() : noun_start] and size != "vạn":
            size_power, size = 4, "vạn"
        symbol = f"{symbol}/{size + ' ' if size not in (None, '1') else ''}{written}"
        dimension, power, end = f"{dimension}/{per.dimension}", power - per.power - size_power, stop
    return end, RawUnit(symbol, dimension, power), kind


def read_figure(flow: str, start: int, end: int, taken: Container[int]) -> RawFigure | None:
    """The figure whose number stands at a place, with the bounds around it; None without a unit.

    `taken` holds the places where a number begins that something else claims.
    """
    spaced = _SPACED.match(flow, start) if flow[end : end + 1] == " " and flow[end + 1 : end + 2].isdigit() else None
    if spaced and spaced.end() > end and not any(p in taken for p in range(start + 1, spaced.end())):
        printed, end = spaced[0].replace(" ", "."), spaced.end()
    else:
        printed = flow[start:end]
    numeral = parse_numeral(printed)
    if numeral is None:
        return None
    figure = (
        _range(flow, start, end, numeral, taken)
        or _fraction(flow, start, end, numeral)
        or _single(flow, start, end, numeral)
    )
    if figure is not None:
        read_bounds(flow, figure)
    return figure


def _single(flow: str, start: int, end: int, numeral: Numeral) -> RawFigure | None:
    found = read_unit(flow, end)
    if found is None:
        return None
    stop, unit, kind = found
    figure = RawFigure(start, stop, start, end, numeral.value, unit, kind=kind, fault=numeral.fault)
    return _compound(flow, figure)


_COMPOUND = re.compile(r",? (?P<n>\d{1,3}(?:,\d+)?) (?P<scale>triệu|nghìn|ngàn)(?: đồng)?")


_HALF = re.compile(r" rưỡi(?: đồng)?(?!\w)")


def _compound(flow: str, figure: RawFigure) -> RawFigure:
    """As in "22.367 tỷ 235 triệu đồng", "6 triệu 325 nghìn hồ sơ", in the smaller scale."""
    unit = figure.unit
    if (
        unit is None
        or unit.dimension != "money:VND"
        or unit.power not in (6, 9)
        or "." in figure.value
        or flow[figure.end - 4 : figure.end] == "đồng"
    ):
        return figure
    half = _HALF.match(flow, figure.end)
    if half is not None:
        figure.value, figure.end = f"{figure.value}.5", half.end()
        return figure
    match = _COMPOUND.match(flow, figure.end)
    if match is None:
        return figure
    power = 6 if match["scale"] == "triệu" else 3
    if power >= unit.power:
        return figure
    small = match["n"].replace(",", ".")
    whole, _, decimals = small.partition(".")
    figure.value = str(int(figure.value) * 10 ** (unit.power - power) + int(whole)) + (
        f".{decimals}" if decimals else ""
    )
    figure.unit = RawUnit("triệu đồng" if power == 6 else "nghìn đồng", unit.dimension, power)
    figure.end = figure.number_end = match.end()
    counted = None if match[0].endswith("đồng") else _base(flow, _skip(flow, figure.end), None)
    if counted is not None:
        figure.end, figure.unit = (
            counted[0],
            RawUnit(f"{match['scale']} {counted[1].symbol}", counted[1].dimension, power),
        )
        figure.kind = counted[2]
    if flow.startswith(" usd", figure.end):
        figure.unit, figure.end = RawUnit("triệu USD", "money:USD", power), figure.end + len(" usd")
    return figure


def _range(flow: str, start: int, end: int, numeral: Numeral, taken: Container[int]) -> RawFigure | None:
    """Two ends with one unit: "5% đến 10%", "6,6 – 6,8%", "15-16%"."""
    near = flow[end : end + _FAR]
    parted = "-" in near or "đến" in near or "tới" in near or "~" in near
    match = _RANGE.match(flow, end, end + _FAR) if parted else None
    if match is None:
        return None
    second = NUMBER.match(flow, match.end())
    if second is None or second.start() in taken or end in taken:
        return None
    upper = parse_numeral(second[0])
    found = read_unit(flow, second.end())
    if upper is None or found is None or found[2] == "tally":
        return None
    between = match["unit"].strip()
    stop, unit, kind = found
    if between:
        first = read_unit(flow, end)
        if first is None or flow[first[0] : match.start("sep")].strip() or first[1].dimension != unit.dimension:
            return None
    if float(upper.value) * 10 ** (unit.power) < float(numeral.value) * 10 ** (
        first[1].power if between and first else unit.power
    ):
        return None
    if between and first and first[1].power != unit.power:
        return None
    if match["sep"] == "-" and (
        "-" in flow[max(0, start - 2) : start] or re.match(r"\s*-\s*\d", flow[stop : stop + 6])
    ):
        return None
    return RawFigure(start, stop, start, end, numeral.value, unit, upper=upper.value, comparator="between", kind=kind,
                     fault=numeral.fault or upper.fault, upper_start=second.start(), upper_end=second.end())  # fmt: skip


def _fraction(flow: str, start: int, end: int, numeral: Numeral) -> RawFigure | None:
    """Part of a whole: "53,5/52 ha", "17/18 chỉ tiêu"; the level alone where the plan stands behind the stroke."""
    match, first = _FRACTION.match(flow, end), None
    if match is None and "/" in flow[end : end + _FAR] and (first := read_unit(flow, end)) is not None:
        match = _FRACTION.match(flow, first[0])  # "121,4 tỷ đồng/420 tỷ đồng"
    if match is None:
        return None
    whole = parse_numeral(match["whole"])
    found = read_unit(flow, match.end())
    if whole is None or found is None or (first is not None and first[1] != found[1]):
        return None
    stop, unit, kind = found
    if not unit.dimension.startswith("count:") and _SHARE_OF_PLAN.match(flow, stop):
        part_end = end if first is None else first[0]
        return RawFigure(start, part_end, start, end, numeral.value, unit, kind=kind, fault=numeral.fault)
    return RawFigure(
        start, stop, start, match.end(), numeral.value, unit, whole=whole.value, kind=kind, fault=numeral.fault
    )


_SHARE_OF_PLAN = re.compile(
    r" (?:kế hoạch|kh|dự toán)(?!\w)|,?(?: (?:ước|chỉ|mới|đã))* \(?(?:đạt|bằng|vượt)(?: \w+)? \d[\d.,]* ?% (?:so (?:với )?)?(?:kế hoạch|dự toán|kh|dt|chỉ tiêu)(?!\w)"
)
"""What follows a level and its plan: "186,4/612 tỷ đồng, đạt 30,5% kế hoạch", "5.120 ha/5.100 ha kế hoạch"."""


_NUMBER_WORDS = {
    "đôi": "2", "rưỡi": "1.5", "nửa": "0.5", "một": "1", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "sáu": "6",
    "bảy": "7", "bẩy": "7", "tám": "8", "chín": "9", "mười": "10",
}  # fmt: skip
_MULTIPLE = re.compile(
    r"gấp (?<!\wgấp )(?:hơn |gần |khoảng )?(?P<word>đôi|rưỡi|(?:hai|ba|bốn|năm|mười)(?= lần))(?P<unit> lần)?(?!\w)"
)
_WORDED = searched(
    r"(?<!\w)(?:nửa|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)(?= (?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w| lệ)| (?<!một )chỉ tiêu(?!\w))"
)


_SCALE_WORDS = ("triệu", "tỷ", "tỉ")
"""At the end of a number in words they count what is not told."""


def in_words(flow: str) -> Iterator[RawFigure]:
    """Figures whose number is told in words: "tăng gấp đôi so với cùng kỳ", "hơn hai triệu con", "một tỷ rưỡi đồng"."""
    for match in _MULTIPLE.finditer(flow):
        start, end = match.span("word")
        unit = RawUnit("lần", "times")
        figure = RawFigure(start, match.end(), start, end, _NUMBER_WORDS[match["word"]], unit, kind="figure")
        read_bounds(flow, figure)
        yield figure
    for match in _WORDED.finditer(flow):
        worded = _single(flow, *match.span(), Numeral(_NUMBER_WORDS[match[0]]))
        if worded is None or any(map(str.isdigit, flow[worded.start : worded.end])):
            continue
        if not flow.endswith(_SCALE_WORDS, worded.start, worded.end):
            read_bounds(flow, worded)
            yield worded


_HEDGED_AFTER = re.compile(r"\s*(trở lên|trở xuống|trở về trước)")


_OR_MORE_LATER = re.compile(r"(?: [^\W\d]+){1,12} trở lên(?!\w)(?<!thứ \w\w trở lên)")
"""As in "từ 80% tổ chức đảng hoàn thành tốt nhiệm vụ trở lên"."""
_COMPARATIVE = searched(
    r"(?<!\w)(?:(?:cao|thấp|nhiều|ít|nhanh|chậm|lớn|nhỏ) hơn|(?<!cung )(?<!nâng )(?:cấp|bên|kể) trên)$"
)


def read_bounds(flow: str, figure: RawFigure) -> None:
    """Bound words before the number and after the unit; widens the figure's span over them."""
    bounds = words("bound")
    position = figure.start
    while True:
        edge = position
        while edge > 0 and flow[edge - 1] == " ":
            edge -= 1
        found = bounds.before(flow, edge, max(0, edge - 24))
        if found is None:
            break
        if found[1].value == ">" and _COMPARATIVE.search(flow, max(0, edge - 12), edge):
            break
        position = found[0]
        _apply(flow, figure, found[1], position)
    after = _HEDGED_AFTER.match(flow, figure.end)
    if after:
        bound = phrases("bound_after").get(after[1])
        if bound and figure.comparator in ("=", "~", "from"):
            figure.comparator, figure.hedge = bound, None
            figure.end = after.end()
    if figure.comparator == "from":
        figure.comparator = "="


def _apply(flow: str, figure: RawFigure, bound: Word, position: int) -> None:
    if bound.value == "from":
        if figure.comparator == "=" and _OR_MORE_LATER.match(flow, figure.end):
            figure.start, figure.comparator = position, ">="
        if figure.comparator == "between" or _HEDGED_AFTER.match(flow, figure.end):
            figure.start = position
        return
    if figure.comparator != "=":
        return
    figure.start = position
    figure.comparator, _, hedge = (
        bound.value.partition("~") if not bound.value.startswith("~") else ("~", "", bound.value[1:])
    )
    figure.hedge = hedge or None
