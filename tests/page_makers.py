"""Reports for pages: one that tells everything, one that tries to break out."""

from __future__ import annotations

from attrs import evolve

from tests.attainment_makers import FLOW, PEOPLE, QUAN_3, YEAR
from vnplan.model.actual import Actual
from vnplan.model.figure import Basis
from vnplan.model.period import Period
from vnplan.model.plan import Plan, PlanEntry
from vnplan.model.quantity import Quantity
from vnplan.model.report import Report
from vnplan.model.source import Source
from vnplan.model.stated import Stated
from vnplan.model.target import Target

HOSTILE = "</script><script>window.broken=1</script>\"'><img src=x onerror=window.broken=1>\u202edcba\u2066&amp;\x00"
"""Ends a script, opens a tag and an attribute, turns the direction of text."""

PLAN_TEXT = """KẾ HOẠCH NĂM 2023
I. KINH TẾ
1. Thu ngân sách: 5.000 tỷ đồng.
2. Hoà giải thành: 95%
3. Hộ nghèo: dưới 3%; giao UBND TP. Bình An theo dõi.
4. Việc làm mới: 2.000 người
"""
REPORT_TEXT = """Kết quả năm 2023 của quận. Thu ngân sách đạt 5.100,5 tỷ đồng, vượt kế hoạch!
Tỷ lệ hòa giải thành đạt 95%. Tỷ lệ hộ nghèo còn 3,4%. Đã giải quyết việc làm cho 700 người trong quý I."""


def read(text: str, quote: str, document: str, name: str = "") -> Source:
    """Where a quote stands in a text."""
    start = text.index(quote)
    spans = ((text.index(name), text.index(name) + len(name)),) if name else ()
    return Source(start, start + len(quote), document=document, name_spans=spans, quote=quote)


def _target(name: str, quote: str, **more: object) -> Target:
    about = evolve(FLOW, id=name, name=name, english=f"{name} in English")
    given = {"indicator": about, "locality": QUAN_3, "period": YEAR, "authority": Basis.PLAN, **more}
    return Target(
        name=name,
        stated=Stated.of(quote),
        source=read(PLAN_TEXT, quote, "kế hoạch", name),
        **given,  # type: ignore[arg-type]
    )


def _actual(aim: Target, quote: str, **more: object) -> Actual:
    given = {"period": YEAR, "locality": QUAN_3, "indicator": aim.indicator, **more}
    source = read(REPORT_TEXT, quote, "báo cáo")
    return Actual(name=aim.name, stated=Stated.of(quote), source=source, **given)  # type: ignore[arg-type]


REVENUE = _target("Thu ngân sách", "5.000 tỷ đồng")
SETTLED = _target("Hoà giải thành", "95%")
POOR = _target("Hộ nghèo", "dưới 3%")
JOBS = evolve(
    _target("Việc làm mới", "2.000 người"), stated=Stated(quantity=Quantity(Quantity.of("2.000 người").value, PEOPLE))
)
PLAN = Report(
    text=PLAN_TEXT,
    document="kế hoạch",
    locality=QUAN_3,
    period=YEAR,
    plan=Plan(
        locality=QUAN_3,
        period=YEAR,
        entries=tuple(
            PlanEntry(number=number, section="kinh tế" if number < 3 else "xã hội", targets=(one,))
            for number, one in enumerate((REVENUE, SETTLED, POOR, JOBS, evolve(POOR, name="Khác", indicator=None)), 1)
        ),
    ),
)
RESULTS = Report(
    text=REPORT_TEXT,
    document="báo cáo",
    locality=QUAN_3,
    period=YEAR,
    actuals=(
        _actual(REVENUE, "5.100,5 tỷ đồng"),
        _actual(SETTLED, "95%"),
        _actual(POOR, "3,4%"),
        _actual(JOBS, "700 người", period=Period.quarter(2023, 1)),
    ),
)
BOTH = (PLAN, RESULTS)
"""One exceeded, one that rounding leaves open, one missed, one open, one without a result."""


def hostile() -> Report:
    """Every text that a page shows is hostile."""
    text = f"{HOSTILE} 5 tỷ đồng {HOSTILE}"
    place = evolve(QUAN_3, name=HOSTILE, short_name=HOSTILE, kind=HOSTILE, code=None)
    at = read(text, "5 tỷ đồng", HOSTILE)
    aim = Target(name=HOSTILE, locality=place, period=YEAR, stated=Stated.of("5 tỷ đồng"), source=at)
    result = Actual(name=HOSTILE, locality=place, period=YEAR, stated=Stated.of("6 tỷ đồng"), source=at)
    other = evolve(result, stated=Stated.of("9 tỷ đồng"))
    plan = Plan(entries=(PlanEntry(number=1, section=HOSTILE, text=HOSTILE, targets=(aim,)),))
    return Report(
        text=text, document=HOSTILE, title=HOSTILE, locality=place, period=YEAR, plan=plan, actuals=(result, other)
    )
