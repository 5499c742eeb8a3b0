"""What the tests of the exchange share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from tests.makers import BILLION, REVENUE, revenue, revenue_target
from vnplan.attainment import DEFAULT, Policy, Rounding, assess
from vnplan.attainment.pace import Profile
from vnplan.audit import audit
from vnplan.exchange.documents import CLASSES
from vnplan.model.actual import Actual, Change, Share, Status, Tally
from vnplan.model.directive import Body, Citation, Deadline, Directive, Person
from vnplan.model.figure import Basis, Figure
from vnplan.model.indicator import Indicator
from vnplan.model.locality import Commune, Country, District, Level, Locality, LocalityKey, Province
from vnplan.model.period import Period, PeriodKind
from vnplan.model.plan import Plan, PlanEntry, Recurrence, ReportingDuty, Task
from vnplan.model.quantity import Quantity
from vnplan.model.report import Claim, Issue, Ledger, LedgerEntry, Report, ReportKind, Severity
from vnplan.model.source import Source
from vnplan.model.stated import Comparator, Hedge, Stated
from vnplan.model.units import PERCENT
from vnplan.parsing import parse_document_number
from vnplan.scorecard import Scorecard, scorecard
from vnplan.series import ReportSet

PLACE = District(name="Quận 3", short_name="3", kind="quận", code="770", valid_to=date(2025, 6, 30), within="TP. HCM")
COMMUNE = Commune(name="Xã Bình Minh", short_name="Bình Minh", kind="xã")
SOURCE = Source(3, 16, document="a", locator="Sheet1!C7", name_spans=((0, 2), (18, 20)), quote="5.208 tỷ đồng")
YEAR, QUARTER = Period.year(2024), Period.quarter(2024, 1)


def report() -> Report:
    """A report by hand whose figures hold one another in every way there is."""
    old = revenue_target("5000", period=YEAR, authority=Basis.ESTIMATE)
    target = revenue_target(
        "5208", period=YEAR, locality=PLACE, source=SOURCE, supersedes=old, issued=date(2023, 12, 9)
    )
    lone = revenue_target("7", name="Xây dựng trường học", indicator=None)
    level = revenue("1390.90", period=QUARTER, locality=PLACE, status=Status.ESTIMATED)
    change = Change(name="Thu", stated=percent("14.1"), basis=Period.year(2023), of=level)
    planned = Change(name="Thu", stated=percent("3"), basis="yoy", of=target)
    share = Share(name="Thu", stated=percent("26.7"), basis=Basis.ESTIMATE, of=level)
    entry = PlanEntry(number=1, section="kinh tế", text="Thu ngân sách", targets=(target, lone), source=SOURCE)
    return Report(
        text="a" * 40,
        document="a",
        kind=ReportKind.PLAN,
        issued=date(2024, 4, 1),
        locality=PLACE,
        period=Period(date(2024, 1, 1), date(2024, 3, 31), kind=PeriodKind.MONTHS, wording="3 tháng đầu năm"),
        plan=Plan(entries=(entry,), tasks=(Task(text="Rà soát"),), signatory=Person("Nguyễn An", "Chủ tịch")),
        targets=(target, lone, old),
        actuals=(level,),
        changes=(change, planned),
        shares=(share,),
        tallies=(Tally(count=17, noun="chỉ tiêu", of=18),),
        directives=(directive(Person("Trần Bình")), directive(Body("UBND quận"))),
        citations=(Citation(number="19-CT/TU", type="Chỉ thị", date=date(2023, 2, 1)),),
        issues=(Issue(Severity.WARNING, "hai dấu thập phân", 3, 9),),
        ledger=Ledger((LedgerEntry(3, 8, Claim.FIGURE, (SOURCE,), "target"), LedgerEntry(9, 10, Claim.UNREAD))),
    )


def directive(issuer: Person | Body) -> Directive:
    """An instruction with a deadline."""
    return Directive(issuer=issuer, text="Rà soát", addressee=Body("Phòng Tài chính"), deadline=Deadline(text="quý II"))


def percent(value: str) -> Stated:
    """A printed percentage."""
    return Stated(quantity=Quantity(Decimal(value), PERCENT))


def card() -> Scorecard:
    """A scorecard in which two targets are answered by one result, and one target has two vintages."""
    early = revenue_target("5208", period=YEAR, authority=Basis.ESTIMATE)
    later = revenue_target("5300", period=YEAR, authority=Basis.ESTIMATE, supersedes=early)
    ordered = revenue_target("5000", period=YEAR, authority=Basis.ASSIGNED)
    first = Report(text="", document="a", issued=date(2023, 12, 1), targets=(early, ordered))
    second = Report(
        text="", document="b", issued=date(2024, 7, 1), targets=(later,), actuals=(revenue("1390.9", period=QUARTER),)
    )
    return scorecard([first, second])


def revised() -> ReportSet:
    """Two reports that state one result, the later one otherwise, and one that states it in another unit."""
    results = (revenue("1390.9", period=QUARTER), revenue("1400.0", period=QUARTER), share_of_revenue())
    days = (date(2024, 4, 1), date(2024, 7, 1), date(2024, 8, 1))
    return ReportSet(
        Report(text="", document=f"d{n}", issued=day, locality=PLACE, actuals=(result,), changes=(growth_of(result),))
        for n, (day, result) in enumerate(zip(days, results, strict=True))
    )


def share_of_revenue() -> Actual:
    """The same indicator in per cent."""
    return Actual(name="Thu ngân sách", indicator=REVENUE, period=QUARTER, stated=percent("20"))


def growth_of(level: Actual) -> Change:
    """A change that belongs to a result."""
    return Change(name="Thu ngân sách", indicator=REVENUE, period=QUARTER, stated=percent("3.1"), of=level)


def everything() -> dict[str, Any]:
    """A value of every class that is exchanged."""
    made = report()
    series = revised().series(REVENUE.id)
    values: list[Any] = [
        *(revised(), series, *series.observations, *series.observations[0].revisions, *series.left_out),
        *(made, made.plan, *made.targets, *made.actuals, *made.changes, *made.shares, *made.tallies),
        *(*made.directives, *made.citations, *made.issues, made.ledger, made.period),
        *(card(), card().met, *card().entries, *audit([made])),
        *(
            PLACE,
            COMMUNE,
            Country(name="Cả nước", short_name="Việt Nam", kind="nước"),
            Province(name="Tỉnh A", short_name="A", kind="tỉnh"),
            LocalityKey(Level.DISTRICT, "770"),
        ),
        *(Locality(name="Nơi ấy", short_name="ấy", kind="?"), Figure(name="x"), REVENUE, BILLION, SOURCE),
        *(ReportingDuty(report="Báo cáo", due="ngày 15", every=Recurrence.QUARTER, day=15), DEFAULT),
        *(Profile("2023", ((3, Decimal("0.25")), (6, Decimal("0.61")))), parse_document_number("200/QĐ-UBND")),
        Policy(rounding=Rounding.TRUNCATED, about=Decimal("2.50")),
        assess(revenue_target("5", period=YEAR), revenue("1", period=QUARTER, as_of=date(2024, 2, 1))),
    ]
    found: dict[str, Any] = {}
    for value in values:
        for one in parts(value):
            found.setdefault(type(one).__name__, one)
    return {name: found[name] for name in CLASSES}


def parts(value: Any) -> Iterator[Any]:
    """A value and all values of classes inside it."""
    if isinstance(value, tuple):
        for one in value:
            yield from parts(one)
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from parts(getattr(value, field.name))


def differences(one: Any, other: Any, path: str = "") -> list[str]:
    """Where two values differ in anything at all: class, digits, wording, what equality passes over."""
    if type(one) is not type(other):
        return [f"{path}: {type(one).__name__} <> {type(other).__name__}"]
    if isinstance(one, Decimal):
        return [] if one.as_tuple() == other.as_tuple() else [f"{path}: {one} <> {other}"]
    if isinstance(one, tuple) and len(one) == len(other):
        pairs = zip(one, other, strict=True)
        return [found for n, (a, b) in enumerate(pairs) for found in differences(a, b, f"{path}[{n}]")]
    if attrs.has(type(one)):
        names = [field.name for field in attrs.fields(type(one))]
        return [
            found for name in names for found in differences(getattr(one, name), getattr(other, name), f"{path}.{name}")
        ]
    return [] if one == other else [f"{path}: {one!r} <> {other!r}"]


def hedged(value: str, hedge: Hedge = Hedge.NEAR) -> Stated:
    """A figure stated roughly."""
    return Stated(comparator=Comparator.ABOUT, quantity=Quantity(Decimal(value), BILLION), hedge=hedge)


UNKNOWN = Indicator(id="x", name="x", english="x")
FINAL = Actual(name="x", indicator=UNKNOWN, stated=hedged("1E+2"), status=Status.FINAL)
