"""Whether a target and a result may be compared at all (có so sánh được không)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from vnplan.attainment.frames import Result, frame_of, unit_of
from vnplan.attainment.words import Assumption, Reason
from vnplan.model.actual import YEAR_ON_YEAR, Change
from vnplan.model.figure import Accumulation, Figure, fold
from vnplan.model.indicator import Measurement
from vnplan.model.locality import Locality
from vnplan.model.period import Period
from vnplan.model.target import Frame, Target


@frozen
class Comparability:
    """What keeps two figures apart, and what the texts do not say (khả năng so sánh).

    Attributes:
        reasons: Every reason against the comparison; none where it may be made.
        assumed: What the comparison takes for granted.
    """

    reasons: tuple[Reason, ...] = ()
    assumed: tuple[Assumption, ...] = ()

    @property
    def is_given(self) -> bool:
        """Whether the figures may be compared."""
        return not self.reasons


def comparability(target: Target, actual: Result) -> Comparability:
    """Every reason against comparing the two, and every assumption that it would rest on."""
    found = [*_same_thing(target, actual), *same_period(target, actual), *_same_terms(target, actual)]
    reasons = tuple(one for one in found if isinstance(one, Reason))
    assumed = tuple(one for one in found if isinstance(one, Assumption))
    return Comparability(reasons, assumed)


Remark = Reason | Assumption


def _same_thing(target: Target, actual: Result) -> Iterator[Remark]:
    if not target.same_indicator(actual):
        yield Reason.INDICATOR
    if frame_of(target) is not frame_of(actual):
        yield Reason.FRAME
    if _units_differ(target, actual):
        yield Reason.UNIT
    if target.locality is None or actual.locality is None:
        yield Assumption.PLACE
    elif not same_place(target.locality, actual.locality):
        yield Reason.PLACE


def _units_differ(target: Target, actual: Result) -> bool:
    one, other = unit_of(target), unit_of(actual)
    if one is None or other is None or frame_of(target) is frame_of(actual) is Frame.RELATIVE_CHANGE:
        return False
    return one.dimension != other.dimension


def same_place(one: Locality, other: Locality) -> bool:
    """Whether both are one unit in one version; where a code is missing, of one kind and name."""
    if one.code is not None and other.code is not None:
        mine, theirs = (one.code, one.valid_from), (other.code, other.valid_from)
    else:
        mine, theirs = (one.name.casefold(), None), (other.name.casefold(), None)
    return type(one) is type(other) and mine == theirs


def same_period(target: Target, actual: Result) -> Iterator[Remark]:
    """The result's period lies in the target's; a flow begins with it."""
    if target.period is None or actual.period is None:
        yield Assumption.PERIOD
        return
    if not target.period.contains(actual.period):
        yield Reason.PERIOD
    elif target.period.start != actual.period.start:
        flow = is_flow(target, actual)
        if flow:
            yield Reason.PERIOD_START
        elif flow is None:
            yield Assumption.PERIOD_START


def is_flow(target: Figure, actual: Figure) -> bool | None:
    """Whether the figures add up over time; None where neither text nor catalogue says.

    A percentage is a flow only where it is told as cumulative, as disbursement is.
    """
    told = {target.accumulation, actual.accumulation}
    if Accumulation.POINT in told:
        return False
    if Accumulation.CUMULATIVE in told:
        return True
    indicator = target.indicator or actual.indicator
    if indicator is not None and indicator.measurement is not None:
        return indicator.measurement is Measurement.FLOW
    return True if Accumulation.IN_PERIOD in told else None


def _same_terms(target: Target, actual: Result) -> Iterator[Remark]:
    yield from same_accumulation(target, actual)
    yield from same_prices(target, actual)
    yield from same_denominator(target, actual)
    if isinstance(actual, Change):
        yield from _same_base_period(actual)


def same_accumulation(target: Target | Result, actual: Result) -> Iterator[Remark]:
    """Both cumulative, or both in their period, or both of a day."""
    one, other = target.accumulation, actual.accumulation
    if one is None or other is None:
        if is_flow(target, actual) is not False:
            yield Assumption.ACCUMULATION
    elif one is not other and (Accumulation.POINT in (one, other) or not _start_together(target, actual)):
        yield Reason.BASIS


def _start_together(target: Figure, actual: Figure) -> bool:
    """From the first day of the target's period on, cumulative and in-period are one thing."""
    return target.period is not None and actual.period is not None and target.period.start == actual.period.start


def same_prices(target: Target | Result, actual: Result) -> Iterator[Remark]:
    """Both at current, or both at constant prices."""
    one, other = target.price_base, actual.price_base
    if one is not None and other is not None:
        if one is not other:
            yield Reason.PRICE_BASE
    elif one is not other or _is_money(target) or _is_money(actual):
        yield Assumption.PRICE_BASE


def _is_money(figure: Target | Result) -> bool:
    """Whether prices matter: a value in money, or the growth of one."""
    unit = unit_of(figure)
    if unit is not None and unit.dimension.startswith("money:"):
        return True
    dimensions = () if figure.indicator is None else figure.indicator.dimensions
    return any(dimension.startswith("money:") for dimension in dimensions)


def same_denominator(target: Target | Result, actual: Result) -> Iterator[Remark]:
    """Percentages of one whole."""
    one, other = target.denominator, actual.denominator
    if one is not None and other is not None:
        if fold(one) != fold(other):
            yield Reason.DENOMINATOR
    elif one is not other or (frame_of(target) is Frame.LEVEL and _is_percentage(target)):
        yield Assumption.DENOMINATOR


def _is_percentage(figure: Target | Result) -> bool:
    unit = unit_of(figure)
    return unit is not None and unit.is_percent


def _same_base_period(change: Change) -> Iterator[Remark]:
    """A target on a change asks for the change against the same stretch of the year before."""
    if change.basis is None:
        yield Assumption.BASIS
    elif isinstance(change.basis, Period):
        if change.period is not None and change.basis != change.period.year_before():
            yield Reason.BASIS
    elif change.basis != YEAR_ON_YEAR:
        yield Reason.BASIS
