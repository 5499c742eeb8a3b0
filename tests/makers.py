"""Short ways to make values by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from vnplan.model.actual import Actual
from vnplan.model.indicator import Indicator
from vnplan.model.quantity import Quantity
from vnplan.model.source import Source
from vnplan.model.stated import Comparator, Stated
from vnplan.model.target import Target
from vnplan.model.units import Unit

BILLION = Unit("tỷ đồng", "money:VND", 9)
ENTERPRISES = Unit("doanh nghiệp", "count:doanh nghiệp", 0)

REVENUE = Indicator(id="state_budget_revenue", name="Thu ngân sách nhà nước", english="State budget revenue")
NEW_ENTERPRISES = Indicator(id="new_enterprises", name="Doanh nghiệp thành lập mới", english="New enterprises")


def stated(value: str, unit: Unit = BILLION, comparator: Comparator = Comparator.EQUAL) -> Stated:
    """A printed figure."""
    return Stated(comparator=comparator, quantity=Quantity(Decimal(value), unit))


def revenue_target(value: str, **fields: Any) -> Target:
    """A target on state budget revenue, in tỷ đồng."""
    return Target(**_of_revenue(value, fields))


def revenue(value: str, **fields: Any) -> Actual:
    """A result on state budget revenue, in tỷ đồng."""
    return Actual(**_of_revenue(value, fields))


def _of_revenue(value: str, fields: dict[str, Any]) -> dict[str, Any]:
    return {"name": "Thu ngân sách", "indicator": REVENUE, "stated": stated(value)} | fields


def at(text: str, quote: str) -> Source:
    """Where a quote stands in a text, the first time."""
    start = text.index(quote)
    return Source(start, start + len(quote), quote=quote)
