"""Figures for the laws of attainment."""

from __future__ import annotations

from decimal import Decimal

import hypothesis.strategies as st

from tests.attainment_makers import BILLION, FIRMS, TRILLION
from vnplan.attainment import Policy, Rounding
from vnplan.model.indicator import Direction, Indicator
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Comparator, Hedge, Stated
from vnplan.model.units import PERCENT, Unit

UNITS = (BILLION, TRILLION, PERCENT)


def amounts(least: int = -20_000, most: int = 20_000, places: int = 3) -> st.SearchStrategy[Decimal]:
    """Decimals as printed, with zero to three decimals."""
    return st.builds(
        lambda digits, decimals: Decimal(digits).scaleb(-decimals), st.integers(least, most), st.integers(0, places)
    )


def quantities(unit: Unit, least: int = -20_000) -> st.SearchStrategy[Quantity]:
    return st.builds(Quantity, amounts(least), st.just(unit))


@st.composite
def stateds(draw: st.DrawFn, unit: Unit = PERCENT, least: int = -20_000) -> Stated:
    """A stated figure of any wording."""
    comparator = draw(st.sampled_from(Comparator))
    quantity = draw(quantities(unit, least))
    if comparator is Comparator.BETWEEN:
        other = draw(quantities(unit, least))
        lower, upper = sorted((quantity, other))
        return Stated(comparator=comparator, quantity=lower, upper=upper)
    hedge = draw(st.sampled_from(Hedge)) if comparator is Comparator.ABOUT else None
    return Stated(comparator=comparator, quantity=quantity, hedge=hedge)


def points(unit: Unit = PERCENT, least: int = -20_000) -> st.SearchStrategy[Stated]:
    """A plain printed number."""
    return quantities(unit, least).map(lambda quantity: Stated(quantity=quantity))


def counts() -> st.SearchStrategy[Quantity]:
    return st.integers(1, 10_000).map(lambda number: Quantity(Decimal(number), FIRMS))


policies = st.builds(
    Policy,
    rounding=st.sampled_from(Rounding),
    about=st.none() | st.sampled_from([Decimal(0), Decimal("2.5"), Decimal(10)]),
    bound_exceeds=st.booleans(),
)

indicators = st.none() | st.builds(
    Indicator, id=st.just("x"), name=st.just("x"), english=st.just("x"), direction=st.sampled_from(Direction)
)
