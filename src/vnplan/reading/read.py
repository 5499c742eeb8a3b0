"""text → raw reading: the steps in their order (đọc văn bản)."""

from __future__ import annotations

import re

from vnplan.reading.clean import clean
from vnplan.reading.assembly import assemble
from vnplan.reading.context import Context, main_year
from vnplan.reading.directives import read_directives
from vnplan.reading.documents import read_citations
from vnplan.reading.figures import read_figure
from vnplan.reading.layout import read_layout
from vnplan.reading.numbers import NUMBER, address_spans, claim_by_context
from vnplan.reading.periods import Mention, bare_year, read_periods
from vnplan.reading.plans import read_plan_parts
from vnplan.reading.raw import NumberClaim, RawFigure, RawPeriod, Reading
from vnplan.reading.places import main_place, read_places

_DIGIT = re.compile(r"\d")


def read(text: str) -> Reading:
    """Everything that a text states, as raw records; never raises."""
    copy = clean(text)
    layout = read_layout(copy)
    reading = Reading(copy, layout)
    mentions = read_periods(layout.flow) if _DIGIT.search(copy.low) else []
    reading.citations = read_citations(copy, layout.flow)
    context = Context(copy, layout, mentions)
    context.year = main_year(mentions)
    reading.period = context.period = main_period(context)
    if context.period is not None and context.year is None:
        context.year = context.period.end.year
    places = read_places(context)
    reading.place, reading.province = main_place(context, places)
    reading.is_plan = is_plan(context)
    reading.parts = read_plan_parts(context, reading.citations, is_plan=reading.is_plan)
    reading.citations = list(reading.parts.citations)
    reading.directives = read_directives(context)
    found = claim_numbers(context, reading)
    assemble(context, reading, found)
    return reading


_TITLE = re.compile(r"(?:kế hoạch|nghị quyết|báo cáo|tình hình|kết quả|chỉ tiêu|thực hiện|tổng kết|kinh tế)")
_OPENING = 700


def main_period(context: Context) -> RawPeriod | None:
    """The period that a text is mainly about: of its headline, else of its opening, else the commonest."""
    candidates = [m for m in context.mentions if not m.compared and m.kind != "day" and _open_bracket(context.flow, m.start) is False]
    for block in context.layout.blocks[:12]:
        if block.end - block.start > 400 or not _TITLE.search(context.flow, block.start, block.end):
            continue
        inside = [m for m in candidates if block.start <= m.start < block.end and m.kind not in ("years", "up_to") and not m.limit]
        if inside:
            return _widest(context, inside)
    near = [m for m in candidates if m.start < _OPENING and m.kind not in ("years", "school_year") and not m.limit]
    for wanted in (lambda m: m.frames and m.year in (None, context.year), lambda m: m.year in (None, context.year), lambda _: True):
        for mention in filter(wanted, near):
            if (resolved := context.resolve(mention)) is not None:
                return resolved
    spans = [m for m in candidates if m.kind == "years" and m.start < _OPENING]
    for mention in [*spans, *candidates]:
        if not mention.limit and (resolved := context.resolve(mention)) is not None:
            return resolved
    if context.year is not None:
        return Mention(0, 0, "year", context.year).resolve(None)
    return next((r for m in candidates if (r := context.resolve(m)) is not None), None)


def _open_bracket(flow: str, position: int) -> bool:
    before = flow[max(0, position - 120) : position]
    return before.rfind("(") > before.rfind(")")


def _widest(context: Context, mentions: list[Mention]) -> RawPeriod | None:
    """The longest period of a headline: of "tháng 10 và 10 tháng" the ten months."""
    year = next((m.year for m in mentions if m.year is not None), context.year)
    resolved = [r for m in mentions if (r := context.resolve(m, m.year or year)) is not None]
    return max(resolved, key=lambda r: (r.end - r.start, r.end), default=None)


_PLAN_HEAD = re.compile(r"(?:^|\n)\W*(?:kế hoạch|nghị quyết|chương trình|đề án)\W*(?:\n|$)|kế hoạch phát triển|(?:^|\n)\W*kế hoạch\n")


def is_plan(context: Context) -> bool:
    """Whether a text is itself a plan or a resolution."""
    head = context.flow[:1500]
    return _PLAN_HEAD.search(head) is not None and "báo cáo kết quả" not in head


def claim_numbers(context: Context, reading: Reading) -> list[RawFigure]:
    """What each number of the text is; the figures are returned."""
    flow = context.flow
    spans: list[NumberClaim] = []
    spans += (NumberClaim(c.start, c.end, "document_number", "a cited document") for c in reading.citations if c.number is not None)
    if reading.parts.number_span is not None:
        spans.append(NumberClaim(*reading.parts.number_span, "document_number", "the document's own number"))
    spans += (NumberClaim(b.mark_start, b.mark_start + len(b.mark), "list_number", "numbers an item") for b in context.layout.blocks if b.mark)
    spans += address_spans(flow)
    spans += (NumberClaim(m.start, m.end, "date" if m.is_date else "period", f"names a {m.kind}") for m in context.mentions)
    spans.sort(key=lambda span: (span.start, -span.end))
    taken = _claimed_digits(flow, spans)
    figures: list[RawFigure] = []
    years: list[Mention] = []
    reach = 0
    for match in NUMBER.finditer(flow):
        start, end = match.span()
        if start < reach:
            continue
        claim = taken.get(start)
        if claim is None:
            claim = _free_number(context, start, end, taken, figures, years)
        if claim is not None:
            reading.claims.append(claim)
            reach = max(reach, claim.end) if claim.start >= start else reach
        elif figures and figures[-1].number_start == start:
            reach = max(figures[-1].number_end, figures[-1].upper_end, figures[-1].end)
    context.add(years)
    return figures


def _claimed_digits(flow: str, spans: list[NumberClaim]) -> dict[int, NumberClaim]:
    """Each number's start inside a claimed span, with its claim, cut to the number."""
    taken: dict[int, NumberClaim] = {}
    for span in spans:
        for match in NUMBER.finditer(flow, span.start, span.end):
            taken.setdefault(match.start(), NumberClaim(match.start(), match.end(), span.kind, span.reason))
    return taken


def _free_number(
    context: Context, start: int, end: int, taken: dict[int, NumberClaim], figures: list[RawFigure], years: list[Mention]
) -> NumberClaim | None:
    """The claim on a number that no pattern took; None where it is a figure, which is appended."""
    flow = context.flow
    claim = claim_by_context(flow, start, end)
    if claim is not None:
        return claim
    figure = read_figure(flow, start, end, taken.keys())
    if figure is not None:
        if is_per_unit(flow, figure):
            return NumberClaim(start, end, "unit", "the measure of another figure")
        if is_class(flow, figure):
            return NumberClaim(start, end, "name", "bounds a class of things")
        if figure.kind == "count" or is_award(flow, figure) or is_headcount(flow, figure):
            return NumberClaim(start, end, "count", "counts what measures nothing of the place")
        figures.append(figure)
        return None
    year = bare_year(flow, start, end)
    if year is not None:
        years.append(year)
        return NumberClaim(start, end, "period", "a year")
    return NumberClaim(start, end, "unread", "no unit that is known")


_BODIES = re.compile(r"(?<!\w)(?:ubnd|ủy ban nhân dân|đơn vị|phòng,? ban|ban,? ngành|chủ tịch|đoàn thể|sở, ngành|lãnh đạo|đại diện|bí thư|địa phương)(?: thuộc \w+| \w+)?(?: và|,)? *(?:của |các )?$")
_ADMINISTRATIVE = frozenset("phường xã quận huyện tỉnh thôn ấp bản".split()) | {"khu phố", "thị trấn", "đơn vị", "xã, phường", "phường, xã", "tỉnh, thành phố", "tỉnh, thành", "cơ quan", "sở, ngành", "địa phương"}
_PER_ONE = re.compile(r"(?<!\w)(?:tính trên|trên|mỗi|một|bình quân|cho)\s*$")


def is_headcount(flow: str, figure: RawFigure) -> bool:
    """Whether it counts the bodies that somebody addresses: "UBND 12 phường"."""
    noun = "" if figure.unit is None else figure.unit.dimension.removeprefix("count:")
    return noun in _ADMINISTRATIVE and _BODIES.search(flow, max(0, figure.start - 48), figure.start) is not None


_CLASS = re.compile(r"(?<!\w)(?:hữu hạn|tnhh|trách nhiệm hữu hạn)\s*$|(?:quy mô vốn|vốn điều lệ|quy mô)(?: (?:dưới|trên|từ|hơn))?\s*$|(?:các|những) [^,;.()\d]{0,40}có (?:tỷ lệ|mức|quy mô|thu nhập|vốn)[^,;.()\d]{0,30}$")


def is_class(flow: str, figure: RawFigure) -> bool:
    """Whether a figure only bounds a class: "doanh nghiệp quy mô vốn dưới 10 tỷ đồng", "ô tô dưới 9 chỗ"."""
    if figure.unit is None:
        return False
    seats = figure.unit.symbol in ("chỗ", "chỗ ngồi") and figure.comparator != "="
    return seats or _CLASS.search(flow, max(0, figure.start - 90), figure.start) is not None


def is_per_unit(flow: str, figure: RawFigure) -> bool:
    """Whether a one is the measure of another figure: "trên 01 ha", "trên 1 vạn dân"."""
    return figure.value == "1" and figure.comparator in (">", "=") and _PER_ONE.search(flow, max(0, figure.number_start - 12), figure.number_start) is not None and figure.unit is not None and figure.unit.dimension in ("area", "count:dân", "count:vạn dân", "count:người", "mass")


_AWARD = re.compile(r"(?<!\w)(?:tặng|trao|khen thưởng|tuyên dương|biểu dương|vinh danh|dự hội nghị|tham dự|thăm hỏi)(?!\w)[^.;\n]{0,60}$")


def is_award(flow: str, figure: RawFigure) -> bool:
    """Whether a count stands where something is awarded or given."""
    unit = figure.unit
    return unit is not None and unit.dimension.startswith("count:") and _AWARD.search(flow, max(0, figure.start - 80), figure.start) is not None
