"""Values of the model, made at random; every other property test draws from here."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal

from hypothesis import strategies as st

from vnplan.model.actual import Actual, Change, ChangeForm, Share, ShareForm, Status, VerdictWord
from vnplan.model.figure import Accumulation, Basis, PriceBase
from vnplan.model.indicator import Direction, Indicator, Measurement, NaturalDomain
from vnplan.model.interval import Interval
from vnplan.model.locality import Commune, Country, District, Locality, Province
from vnplan.model.period import Period
from vnplan.model.quantity import Quantity
from vnplan.model.source import Source
from vnplan.model.stated import Comparator, Hedge, Stated
from vnplan.model.target import Frame, Measure, Target
from vnplan.model.units import PERCENT, PERCENTAGE_POINT, Unit

WIDE = Context(prec=5000)
"""For checking results: wide enough that the check itself never rounds."""

UNITS = (
    Unit("đồng", "money:VND", 0),
    Unit("triệu đồng", "money:VND", 6),
    Unit("tỷ đồng", "money:VND", 9),
    Unit("nghìn tỷ đồng", "money:VND", 12),
    Unit("USD", "money:USD", 0),
    Unit("người", "count:người", 0),
    Unit("triệu người", "count:người", 6),
    Unit("doanh nghiệp", "count:doanh nghiệp", 0),
    Unit("m²", "area", 0),
    Unit("ha", "area", 4),
    Unit("triệu đồng/người/năm", "money:VND/count:người/năm", 6),
    Unit("điểm", "score", 0),
    Unit("lần", "times", 0),
    Unit("‰", "percent", -1),
    PERCENT,
    PERCENTAGE_POINT,
)


def numbers(*, places: int = 6, largest: int = 10**15) -> st.SearchStrategy[Decimal]:
    """Finite decimals such as reports print, trailing zeros and negative ones among them."""
    coefficients = st.integers(-largest, largest) | st.integers(-20, 20)
    return st.tuples(coefficients, st.integers(0, places)).map(lambda parts: Decimal(parts[0]).scaleb(-parts[1], WIDE))


units = st.sampled_from(UNITS)


def quantities(unit: st.SearchStrategy[Unit] = units) -> st.SearchStrategy[Quantity]:
    """Printed and computed quantities."""
    printed = st.builds(Quantity, numbers(), unit)
    computed = st.builds(Quantity, numbers(), unit, st.none())
    return printed | computed


def _of_dimension(dimension: str) -> st.SearchStrategy[Quantity]:
    unit = st.sampled_from([unit for unit in UNITS if unit.dimension == dimension])
    close = st.sampled_from([Decimal("1.4"), Decimal(1400), Decimal("1400.0"), Decimal(0)])
    return quantities(unit) | st.builds(Quantity, close, unit)


_BY_DIMENSION = [_of_dimension(dimension) for dimension in sorted({unit.dimension for unit in UNITS})]
_PAIRS, _TRIPLES = ([st.tuples(*[each] * count) for each in _BY_DIMENSION] for count in (2, 3))


def alike(count: int) -> st.SearchStrategy[tuple[Quantity, ...]]:
    """Two or three quantities of one dimension, in whatever of its units."""
    return st.one_of(*(_PAIRS if count == 2 else _TRIPLES))


# Strategies are costly to make: what is drawn again and again is made once.
_NUMBERS = numbers()
_ENDS = st.tuples(*[_NUMBERS | st.sampled_from([Decimal(0), Decimal(1), Decimal(-1)])] * 2)
_AWAY = _NUMBERS.map(Decimal.copy_abs) | st.sampled_from([Decimal(0), Decimal("1e-30")])
_MILLIONTHS = st.integers(0, 10**6).map(lambda n: Decimal(n).scaleb(-6))
_BOOLEANS = st.booleans()


@st.composite
def intervals(draw: st.DrawFn, *, bounded: bool = False) -> Interval:
    """Intervals with open, closed and unbounded ends, points among them."""
    low, high = sorted(draw(_ENDS))
    if low == high:
        return Interval.point(low)
    lower = low if bounded or draw(_BOOLEANS) else None
    upper = high if bounded or draw(_BOOLEANS) else None
    return Interval(lower, upper, draw(_BOOLEANS), draw(_BOOLEANS))


@st.composite
def members(draw: st.DrawFn, interval: Interval) -> Decimal:
    """A member of an interval, its closed ends and values close to its open ends among them."""
    low, high = interval.lower, interval.upper
    if low is None and high is None:
        return draw(_NUMBERS)
    if low is None or high is None:
        end = low if low is not None else high
        assert end is not None
        away = draw(_AWAY)
        value = WIDE.add(end, away) if low is not None else WIDE.subtract(end, away)
    else:
        share = draw(_MILLIONTHS)
        value = WIDE.add(low, WIDE.multiply(WIDE.subtract(high, low), share))
    if value in interval:
        return value
    inwards = Decimal("1e-40") if value == low else Decimal("-1e-40")
    return WIDE.add(value, inwards)


days = st.dates(date(1950, 1, 1), date(2150, 12, 31))
years = st.integers(1950, 2150)
year_months = st.tuples(years, st.integers(1, 12))


def _month_range(ends: tuple[tuple[int, int], tuple[int, int]]) -> Period:
    (start, end) = sorted(ends)
    return Period.month_range(*start, *end)


periods: st.SearchStrategy[Period] = st.one_of(
    st.builds(Period.year, years),
    st.builds(Period.half, years, st.integers(1, 2)),
    st.builds(Period.quarter, years, st.integers(1, 4)),
    st.builds(Period.month, years, st.integers(1, 12)),
    st.builds(Period.months, years, st.integers(1, 12)),
    st.tuples(year_months, year_months).map(_month_range),
    st.tuples(years, years).map(lambda ends: Period.years(*sorted(ends))),
    st.builds(Period.school_year, years),
    st.builds(Period.up_to, days),
    st.builds(Period.at, days),
    st.tuples(days, days).map(lambda ends: Period(*sorted(ends))),
)

words = st.text(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyĐàáảãạếờ 0123456789"), min_size=1, max_size=20)


_ALIKE = alike(2)
_COMPARATORS = st.sampled_from(Comparator)
_HEDGES = st.sampled_from(Hedge)
_QUANTITIES = st.none() | quantities()


@st.composite
def stated_figures(draw: st.DrawFn) -> Stated:
    """Printed figures with every bound and hedge, and without a figure."""
    comparator = draw(_COMPARATORS)
    if comparator is Comparator.BETWEEN:
        one, other = draw(_ALIKE)
        return Stated(comparator=comparator, quantity=min(one, other), upper=max(one, other))
    hedge = draw(_HEDGES) if comparator is Comparator.ABOUT else None
    return Stated(comparator=comparator, quantity=draw(_QUANTITIES), hedge=hedge)


indicators = st.builds(
    Indicator,
    id=st.from_regex(r"[a-z]{1,8}(_[a-z]{1,8})?", fullmatch=True),
    name=words,
    english=words,
    dimensions=st.sets(units.map(lambda unit: unit.dimension), max_size=2).map(lambda found: tuple(sorted(found))),
    direction=st.sampled_from(Direction),
    measurement=st.none() | st.sampled_from(Measurement),
    additive=st.booleans(),
    domain=st.sampled_from(NaturalDomain),
)


def _locality(kind: type[Locality]) -> st.SearchStrategy[Locality]:
    return st.builds(
        kind,
        name=words,
        short_name=words,
        kind=st.sampled_from(["quận", "huyện", "phường", "tỉnh"]),
        code=st.none() | st.from_regex(r"[0-9]{3}", fullmatch=True),
        valid_from=st.none() | days,
    )


localities: st.SearchStrategy[Locality] = st.one_of(*map(_locality, (Country, Province, District, Commune)))

sources = st.tuples(st.integers(0, 500), st.integers(0, 40), words).map(
    lambda parts: Source(parts[0], parts[0] + parts[1], document=parts[2], name_spans=((parts[0], parts[0] + 1),))
)

_COMMON = {
    "name": words,
    "indicator": st.none() | indicators,
    "locality": st.none() | localities,
    "period": st.none() | periods,
    "stated": stated_figures(),
    "source": st.none() | sources,
    "accumulation": st.none() | st.sampled_from(Accumulation),
    "price_base": st.none() | st.sampled_from(PriceBase),
    "denominator": st.none() | words,
    "as_of": st.none() | days,
}

targets = st.builds(
    Target,
    frame=st.sampled_from(Frame),
    measure=st.sampled_from(Measure),
    maintain=st.booleans(),
    authority=st.none() | st.sampled_from(Basis),
    issued=st.none() | days,
    **_COMMON,
)
actuals = st.builds(
    Actual, status=st.sampled_from(Status), verdict_word=st.none() | st.sampled_from(VerdictWord), **_COMMON
)
changes = st.builds(
    Change,
    form=st.sampled_from(ChangeForm),
    measure=st.sampled_from(Measure),
    basis=st.none() | st.just("yoy") | periods,
    of=st.none() | actuals | targets,
    status=st.sampled_from(Status),
    **_COMMON,
)
shares = st.builds(
    Share,
    form=st.sampled_from(ShareForm),
    measure=st.sampled_from(Measure),
    basis=st.none() | st.sampled_from(Basis),
    of=st.none() | actuals | targets,
    status=st.sampled_from(Status),
    **_COMMON,
)
figures: st.SearchStrategy[Target | Actual | Change | Share] = st.one_of(targets, actuals, changes, shares)
