"""Short ways to make targets and results by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from vnplan.model.actual import Actual, Change, ChangeForm, Share
from vnplan.model.indicator import Direction, Indicator, Measurement, NaturalDomain
from vnplan.model.locality import District
from vnplan.model.period import Period
from vnplan.model.plan import Plan, PlanEntry
from vnplan.model.quantity import Quantity
from vnplan.model.report import Report
from vnplan.model.source import Source
from vnplan.model.stated import Comparator, Hedge, Stated
from vnplan.model.target import Frame, Measure, Target
from vnplan.model.units import PERCENT, PERCENTAGE_POINT, Unit

BILLION = Unit("tỷ đồng", "money:VND", 9)
TRILLION = Unit("nghìn tỷ đồng", "money:VND", 12)
FIRMS = Unit("doanh nghiệp", "count:doanh nghiệp")
PEOPLE = Unit("người", "count:người")
THOUSAND_PEOPLE = Unit("nghìn người", "count:người", 3)
HOUSEHOLDS = Unit("hộ", "count:hộ")
SCORE = Unit("điểm", "score")
TIMES = Unit("lần", "times")
UNITS = {
    unit.symbol: unit
    for unit in (
        BILLION,
        TRILLION,
        FIRMS,
        PEOPLE,
        THOUSAND_PEOPLE,
        HOUSEHOLDS,
        SCORE,
        TIMES,
        PERCENT,
        PERCENTAGE_POINT,
        Unit("triệu đồng", "money:VND", 6),
        Unit("USD", "money:USD"),
        Unit("m²", "area"),
    )
}

YEAR = Period.year(2023)
QUAN_3 = District(name="Quận 3", short_name="3", kind="quận", code="770")
QUAN_7 = District(name="Quận 7", short_name="7", kind="quận", code="778")


def q(text: str) -> Quantity:
    """A quantity from a plain decimal and a unit: ``q("1390.9 tỷ đồng")``, ``q("26.7 %")``."""
    number, symbol = text.split(" ", 1)
    return Quantity(Decimal(number), UNITS[symbol])


_WORDS = {
    ">=": (Comparator.AT_LEAST, None),
    ">": (Comparator.MORE_THAN, None),
    "<=": (Comparator.AT_MOST, None),
    "<": (Comparator.LESS_THAN, None),
    "near": (Comparator.ABOUT, Hedge.NEAR),
    "about": (Comparator.ABOUT, Hedge.ABOUT),
}


def stated(text: str) -> Stated:
    """A stated figure: ``stated(">= 95 %")``, ``stated("6.6–6.8 %")``, ``stated("about 4 %")``, ``stated("")``."""
    if not text:
        return Stated()
    if "–" in text:
        lower, rest = text.split("–")
        upper = q(rest)
        return Stated(comparator=Comparator.BETWEEN, quantity=Quantity(Decimal(lower), upper.unit), upper=upper)
    word, _, rest = text.partition(" ")
    if word in _WORDS:
        comparator, hedge = _WORDS[word]
        return Stated(comparator=comparator, hedge=hedge, quantity=q(rest))
    return Stated(quantity=q(text))


def indicator(
    name: str = "x",
    direction: Direction = Direction.HIGHER,
    measurement: Measurement | None = None,
    domain: NaturalDomain = NaturalDomain.FREE,
) -> Indicator:
    return Indicator(id=name, name=name, english=name, direction=direction, measurement=measurement, domain=domain)


UP = indicator()
DOWN = indicator(direction=Direction.LOWER)
NEUTRAL = indicator(direction=Direction.NEUTRAL)
KEEP = indicator(direction=Direction.KEEP)
FLOW = indicator(measurement=Measurement.FLOW)
STOCK = indicator(measurement=Measurement.STOCK)
SHARE_OF_WHOLE = indicator(domain=NaturalDomain.SHARE)


def target(text: str, about: Indicator | None = UP, **more: Any) -> Target:
    more.setdefault("period", YEAR)
    return Target(name="x", indicator=about, stated=stated(text), **more)


def growth_target(text: str, measure: Measure = Measure.INCREASE, **more: Any) -> Target:
    more.setdefault("frame", Frame.RELATIVE_CHANGE)
    return target(text, measure=measure, **more)


def actual(text: str, about: Indicator | None = UP, **more: Any) -> Actual:
    more.setdefault("period", YEAR)
    return Actual(name="x", indicator=about, stated=stated(text), **more)


def change(text: str, measure: Measure = Measure.INCREASE, about: Indicator | None = UP, **more: Any) -> Change:
    more.setdefault("period", YEAR)
    more.setdefault("form", ChangeForm.RATE)
    return Change(name="x", indicator=about, stated=stated(text), measure=measure, **more)


def share(text: str, about: Indicator | None = UP, **more: Any) -> Share:
    more.setdefault("period", YEAR)
    return Share(name="x", indicator=about, stated=stated(text), **more)


def source(start: int = 0, document: str = "news") -> Source:
    return Source(start, start + 5, document=document, quote="…")


def plan_report(*targets: Target, document: str = "plan", **more: Any) -> Report:
    """A report that is a plan, one entry a target."""
    entries = tuple(
        PlanEntry(number=number, section="kinh tế", targets=(one,)) for number, one in enumerate(targets, start=1)
    )
    plan = Plan(period=YEAR, entries=entries)
    return Report(text="", document=document, plan=plan, targets=targets, period=YEAR, **more)


def report(*figures: Target | Actual | Change | Share, document: str = "report", **more: Any) -> Report:
    return Report(
        text="",
        document=document,
        targets=tuple(one for one in figures if isinstance(one, Target)),
        actuals=tuple(one for one in figures if isinstance(one, Actual)),
        changes=tuple(one for one in figures if isinstance(one, Change)),
        shares=tuple(one for one in figures if isinstance(one, Share)),
        **more,
    )
