"""text → raw reading: the steps in their order (đọc văn bản)."""

from __future__ import annotations

import re

from vnplan.reading.assembly import assemble
from vnplan.reading.clean import clean
from vnplan.reading.context import Context, main_year, of_many_years
from vnplan.reading.directives import read_directives
from vnplan.reading.documents import read_citations
from vnplan.reading.headline import main_period
from vnplan.reading.layout import read_layout
from vnplan.reading.ledger import claim_numbers
from vnplan.reading.periods import read_periods
from vnplan.reading.places import main_place, read_places
from vnplan.reading.plans import read_plan_parts
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
    context.year = main_year(mentions)
    context.many_years = of_many_years(mentions)
    reading.period = context.period = main_period(context)
    if context.period is not None and context.year is None:
        context.year = context.period.end.year
    places = read_places(context)
    reading.place, reading.province = main_place(context, places)
    reading.is_plan = is_plan(context)
    reading.parts = read_plan_parts(context, reading.citations, is_plan=reading.is_plan)
    reading.citations = list(reading.parts.citations)
    reading.directives = read_directives(context)
    reading.tables = read_tables(context, is_plan=reading.is_plan) if _DIGIT.search(copy.low) else []
    found = claim_numbers(context, reading)
    assemble(context, reading, found)
    read_verdicts(reading)
    return reading


_LETTERHEAD = 400
"""Characters in which a text names its own kind."""
_PLAN_HEAD = re.compile(
    r"(?:^|\n)\W*(?:kế hoạch|nghị quyết|chương trình|đề án)\W*(?:\n|$)|kế hoạch phát triển|(?:^|\n)\W*kế hoạch\n"
)


def is_plan(context: Context) -> bool:
    """Whether a text is itself a plan or a resolution."""
    head = context.flow[:1500]
    return _PLAN_HEAD.search(head) is not None and "báo cáo kết quả" not in head[:_LETTERHEAD]
