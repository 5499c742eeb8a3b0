"""text → raw reading: the steps in their order (đọc văn bản)."""

from __future__ import annotations

import re

from vnplan.reading.assembly import assemble
from vnplan.reading.clean import clean
from vnplan.reading.context import Context, main_year, of_many_years
from vnplan.reading.directives import read_directives
from vnplan.reading.documents import read_citations
from vnplan.reading.headline import main_period, planned_period
from vnplan.reading.layout import read_layout
from vnplan.reading.ledger import claim_numbers
from vnplan.reading.named_places import Places
from vnplan.reading.patterns import searched
from vnplan.reading.periods import read_periods
from vnplan.reading.places import main_place, read_places
from vnplan.reading.plans import read_issuer, read_plan_parts
from vnplan.reading.raw import Reading
from vnplan.reading.tables import read_tables
from vnplan.reading.verdicts import read_verdicts

_DIGIT = re.compile(r"\d")


def read(text: str) -> Reading:
    """Everything that a text states, as raw records; never raises."""
    copy = clean(text)
    layout = read_layout(copy)
    reading = Reading(copy, layout)
    mentions = read_periods(layout.flow) if _DIGIT.search(copy.low) else []
    reading.citations = read_citations(copy, layout.flow)
    context = Context(copy, layout, mentions)
    context.year = main_year(layout.flow, mentions)
    context.many_years = of_many_years(mentions)
    context.aims_from = aims_from(context)
    reading.period = context.period = main_period(context)
    if context.period is not None and context.year is None:
        context.year = context.period.end.year
    context.planned = planned_period(context)
    places = read_places(context)
    reading.place, reading.province = main_place(context, places)
    reading.is_plan = is_plan(context)
    issuer = read_issuer(context)
    reading.parts = read_plan_parts(context, reading.citations, issuer, is_plan=reading.is_plan)
    reading.citations = list(reading.parts.citations)
    reading.directives = read_directives(context, issuer)
    reading.tables = read_tables(context, is_plan=reading.is_plan) if _DIGIT.search(copy.low) else []
    found = claim_numbers(context, reading)
    assemble(context, reading, found, Places.of(context, places, reading.place))
    read_verdicts(reading)
    return reading


_HEAD, _LETTERHEAD = 1500, 400
"""Characters in which a text may name its own kind, and in which a report does."""
_LONGEST_TITLE = 260
_PLAN_OF = re.compile(r"\W*(?:\w{1,3}\. ?)?kế hoạch (?!\d)\w")
_PLAN_TITLE = re.compile(
    r"(?:^|\n)\W*(?:kế hoạch|nghị quyết|chương trình|đề án)\W*(?:\n|$)|kế hoạch phát triển"
    r"|^\W*nghị quyết (?:về|thông qua|phê duyệt)(?!\w)"
    r"|^\W*(?:quyết định\W+)?(?:về việc|v/v) (?:phê duyệt|ban hành|giao) (?:điều chỉnh )?(?:chương trình|kế hoạch|đề án|quy hoạch|chiến lược|chỉ tiêu)(?!\w)"
    r"|^\W*quyết định\W+(?:phê duyệt|ban hành) (?:điều chỉnh )?(?:chương trình|kế hoạch|đề án|quy hoạch|chiến lược)(?!\w)"
)


_OPENING = 160
"""Characters in which a text opens."""
_RESULT = re.compile(
    r"(?<!\w)(?:đã|ước|cùng kỳ|kết quả|tính đến|đến nay|hiện nay|hiện tại|lũy kế|tổng kết|sơ kết|trong tháng|vừa qua|qua \d+ năm"
    r"|thực trạng|(?:tăng|giảm|đạt|thực hiện|chiếm|vượt) (?:được )?\d)(?!\w)"
)
_REACHED = searched(
    r"(?<!\w)(?:đã (?:đạt|tăng|giảm|thu|chi|có|hoàn thành|thực hiện|giải quyết)|ước|cùng kỳ|so với|tính đến|đến nay|hiện nay|hiện có|lũy kế|vừa qua)(?!\w)"
)
"""What has been reached, told by a text whatever it strives for."""
_STRIVES = searched(r"(?<!\w)(?:phấn đấu|(?:đặt|đề) ra mục tiêu|đặt mục tiêu)(?!\w)")
_OFTEN = 3


def aims_from(context: Context) -> int | None:
    """Where a text begins to tell of nothing but aims.

    From its first character, where the first time that it names is a year ahead, in its opening, and it tells of no
    result at all; so do a list under the aims of a term, and a text that names no time and says again and again what
    is striven for. Where all years lie ahead and the head strives, it is from the first of them below the title: what
    stands before tells how things are.
    """
    dated = [mention for mention in context.mentions if mention.year is not None]
    if not dated:
        strives = context.flow.count("phấn đấu") >= _OFTEN and _REACHED.search(context.flow) is None
        return 0 if strives else None
    first = context.mentions[0]
    if _RESULT.search(context.flow) is None:
        listed = _TITLE_OF_AIMS.search(context.flow, 0, _HEAD) is not None
        return 0 if listed or (first.limit and first.start < _OPENING) else None
    ahead = all(mention.limit for mention in dated) and "kết quả" not in context.flow
    if not ahead or _STRIVES.search(context.flow, 0, _HEAD) is None or _REACHED.search(context.flow) is not None:
        return None
    title = context.layout.blocks[0].end
    return next((mention.start for mention in dated if mention.start >= title), None)


_TITLE_OF_AIMS = searched(
    r"(?<!\w)(?:mục tiêu|chỉ tiêu)(?!\w)[^.;\n]{0,60}(?:nhiệm kỳ|giai đoạn) (?:19|20)\d\d ?[-–] ?(?:19|20)\d\d[^\w.;,]*(?:\n|$)"
)
"""As in "Mục tiêu Nghị quyết Đại hội Đảng bộ nhiệm kỳ 2025 - 2030"."""


_REPORT_TITLE = re.compile(
    r"\W*(?:báo cáo|thông báo|tờ trình)(?:\W*|\W+(?:kết quả|tình hình|sơ kết|tổng kết|đánh giá)(?!\w).*)", re.DOTALL
)


_OF_UNITS = re.compile(
    r"\W*nghị quyết\W+(?:về )?(?:việc )?(?:thông qua |tán thành )?(?:chủ trương |đề án )?(?:việc )?"
    r"(?:thành lập|sắp xếp|điều chỉnh|chia tách|sáp nhập|nhập|giải thể|mở rộng)[^.\n]{0,40}"
    r"(?<!\w)(?:thị xã|thành phố|phường|xã|thị trấn|huyện|quận|địa giới|đơn vị hành chính|thôn|tổ dân phố|khu phố|khu dân cư)(?!\w)"
)
"""The title of a resolution on places: how large they are and how many live there is so already."""


_OF_NORMS = re.compile(
    r"\W*(?:nghị quyết\W+)?(?:về |quy định |ban hành |việc )*(?:nguyên tắc, tiêu chí|định mức phân bổ)(?!\w)"
)
"""The title of a resolution on norms, which aims at nothing by itself."""


def is_plan(context: Context) -> bool:
    """Whether a text is itself a plan or a resolution, as the first of its lines says that names its type."""
    if "báo cáo kết quả" in context.flow[:_LETTERHEAD]:
        return False
    for block in context.layout.blocks:
        if block.start >= _HEAD:
            break
        title = context.flow[block.start : block.end]
        if _REPORT_TITLE.fullmatch(title) or _OF_UNITS.match(title):
            return False
        told = title.endswith(".") and not block.is_heading  # a sentence that only speaks of a plan
        capitals = context.copy.text[block.start : block.end].isupper() and _PLAN_OF.match(title)
        if len(title) <= _LONGEST_TITLE and not told and (capitals or _PLAN_TITLE.search(title)):
            return _OF_NORMS.search(context.flow, block.start, block.end + _LONGEST_TITLE) is None
    return False
