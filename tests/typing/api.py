"""The public names in use: type-checked by mypy, and run by the tests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, assert_type

import vnplan
from vnplan import (
    Actual,
    Amount,
    Basis,
    Change,
    District,
    Finding,
    Indicator,
    Interval,
    LoadFailure,
    Locality,
    MetCount,
    Outcome,
    Period,
    Plan,
    PlanEntry,
    Quantity,
    Ratio,
    Record,
    Report,
    Scorecard,
    Series,
    SeriesRow,
    Share,
    Stated,
    Target,
    Unit,
    Verdict,
    VnplanError,
)

# --- by hand -----------------------------------------------------------------------------------------

district = District(name="Quận 3", short_name="3", kind="quận")
year = Period.year(2024)
revenue = vnplan.indicator("state_budget_revenue")
estimate = Target(
    name="Thu ngân sách Nhà nước",
    indicator=revenue,
    locality=district,
    period=year,
    stated=Stated.of("5.208 tỷ đồng"),
    authority=Basis.ESTIMATE,
)
result = Actual(
    name="Thu ngân sách Nhà nước",
    indicator=revenue,
    locality=district,
    period=Period.quarter(2024, 1),
    stated=Stated.of("1.390,9 tỷ đồng"),
)
plan = Plan(locality=district, period=year, entries=(PlanEntry(number=1, section="kinh tế", targets=(estimate,)),))
report = Report(text="", document="by hand", locality=district, period=year, plan=plan, actuals=(result,))

assert_type(revenue, Indicator | None)
assert_type(plan.target("state_budget_revenue"), Target)
assert_type(plan.targets, tuple[Target, ...])
assert_type(report.actuals_of("state_budget_revenue"), tuple[Actual, ...])
assert_type(report.to_records(), list[Record])

# --- values ------------------------------------------------------------------------------------------

amount = Quantity.of("1,4 nghìn tỷ đồng")
assert_type(amount.interval(), Interval)
assert_type(amount.value, Decimal)
assert_type(amount + amount, Quantity)
assert_type(amount.unit, Unit)
assert_type(vnplan.parse_number("1.390,9"), Decimal)
assert_type(vnplan.parse_period("quý I năm 2024"), Period)
assert_type(vnplan.parse_stated("từ 75% trở lên"), Stated)
assert_type(vnplan.locality("Quận 3, TP. Hồ Chí Minh", on=date(2023, 1, 1)), Locality)

# --- comparison --------------------------------------------------------------------------------------

verdict = vnplan.assess(estimate, result)
card = vnplan.scorecard([report])
assert_type(verdict, Verdict)
assert_type(verdict.outcome, Outcome)
assert_type(verdict.actual, Actual | Change | None)
assert_type(vnplan.realised_share(estimate, result), Ratio)
assert_type(vnplan.growth(result, result), Ratio)
assert_type(card, Scorecard)
assert_type(card.met, MetCount)
assert_type(vnplan.audit([report]), tuple[Finding, ...])

# --- words -------------------------------------------------------------------------------------------

assert_type(vnplan.format_quantity(amount), str)
assert_type(vnplan.format_verdict(verdict, locale="en"), str)
assert_type(vnplan.explain(verdict), str)
assert_type(vnplan.explain(report), str)
assert_type(vnplan.to_html(card), str)
assert_type(vnplan.to_text(estimate), str)

# --- documents ---------------------------------------------------------------------------------------

text = vnplan.loads("Năm 2023, thu ngân sách đạt 5.574,5 tỷ đồng, đạt 100,3% dự toán.", document="d")
assert_type(text, Report)
assert_type(text.shares, tuple[Share, ...])
assert_type(vnplan.samples.load("001"), Report)

# --- exchange ----------------------------------------------------------------------------------------

assert_type(vnplan.to_json(text), str)
assert_type(vnplan.from_json(vnplan.to_json(text), Report), Report)
assert_type(vnplan.from_json(vnplan.to_json(estimate), type=Target), Target)
assert_type(vnplan.json_schema(Report), dict[str, Any])
catalogue = vnplan.Catalogue.own().extended(units={"mã lực": vnplan.Unit("mã lực", "power:hp")})
assert_type(vnplan.loads("", catalogue=catalogue), Report)

# --- across reports, and shown -----------------------------------------------------------------------

together = vnplan.ReportSet([report])
course = together.series("state_budget_revenue", locality=district)
assert_type(course, Series)
assert_type(course.observations[0].figure, Target | Actual | Change)
assert_type(course.observations[0].revisions[0].difference if course.observations[0].revisions else None, Amount | None)
assert_type(course.growth_of(course.observations[0]), Ratio)
assert_type(course.rows(), list[SeriesRow])
assert_type(together.places("state_budget_revenue"), tuple[Locality, ...])
assert_type(vnplan.scorecard_page(together), str)


def told(paths: list[str]) -> Iterator[str]:
    """What becomes of some files."""
    for loaded in vnplan.load_many(paths):
        match loaded:
            case Report():
                yield str(loaded.locality)
            case LoadFailure(path=path):
                yield path.name


def first(path: str) -> Report | None:
    """A report, or nothing."""
    try:
        return vnplan.load(path, strict=True)
    except VnplanError:
        return None


# --- what a type checker must refuse -----------------------------------------------------------------


def refused() -> None:
    """Each line has a mistake; an ignore that is not needed is an error."""
    Quantity(1.5, amount.unit)  # type: ignore[arg-type]
    Target("Thu ngân sách")  # type: ignore[call-arg]
    estimate.period = year  # type: ignore[misc]
    vnplan.assess(result, estimate)  # type: ignore[arg-type]
    vnplan.no_such_name  # type: ignore[attr-defined]  # noqa: B018
