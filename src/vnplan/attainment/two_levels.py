"""A target on a change against two levels: the growth that no text states (tính mức tăng, giảm từ hai số liệu)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from vnplan.attainment.comparability import (
    Comparability,
    Remark,
    same_accumulation,
    same_denominator,
    same_period,
    same_place,
    same_prices,
)
from vnplan.attainment.frames import frame_of, unit_of
from vnplan.attainment.numbers import growth, level_reading
from vnplan.attainment.policy import Policy
from vnplan.attainment.sets import HUNDRED, Reading, Shape
from vnplan.attainment.words import Assumption, Reason
from vnplan.model.actual import Actual
from vnplan.model.figure import Figure
from vnplan.model.interval import Interval, exact, nearest
from vnplan.model.target import Frame, Target

_YEAR = 366
"""Days: a change against the year before is one of a year or of a part of it."""


def comparability_of_levels(target: Target, base: Actual, actual: Actual) -> Comparability:
    """Every reason against judging a target on a change by two levels, and every assumption of it.

    Both must be levels of the target's indicator at its place, the base one year before the actual.
    """
    found = [*_of_one_thing(target, base, actual), *_of_one_course(target, base, actual)]
    reasons = dict.fromkeys(one for one in found if isinstance(one, Reason))
    assumed = dict.fromkeys(one for one in found if isinstance(one, Assumption))
    return Comparability(tuple(reasons), (*assumed, Assumption.COMPUTED_CHANGE))


def _of_one_thing(target: Target, base: Actual, actual: Actual) -> Iterator[Remark]:
    if not (target.same_indicator(actual) and actual.same_indicator(base)):
        yield Reason.INDICATOR
    yield from _same_units(target, base, actual)
    for one, other in ((target, actual), (actual, base)):
        yield from _same_place(one, other)


def _same_place(one: Figure, other: Figure) -> Iterator[Remark]:
    if one.locality is None or other.locality is None:
        yield Assumption.PLACE
    elif not same_place(one.locality, other.locality):
        yield Reason.PLACE


def _same_units(target: Target, base: Actual, actual: Actual) -> Iterator[Remark]:
    """Of percentages only the change in points is clear: "giảm 1%" of a rate may mean points or per cent of it."""
    aim, now, before = unit_of(target), unit_of(actual), unit_of(base)
    if aim is None or now is None or before is None:
        return
    if now.dimension != before.dimension:
        yield Reason.UNIT
    frame = frame_of(target)
    if frame is Frame.LEVEL or now.is_percent is not (frame is Frame.POINTS):
        yield Reason.FRAME
    elif frame is Frame.ABSOLUTE_CHANGE and aim.dimension != now.dimension:
        yield Reason.UNIT


def _of_one_course(target: Target, base: Actual, actual: Actual) -> Iterator[Remark]:
    yield from same_period(target, actual)
    if target.period is not None and target.period.days > _YEAR:
        yield Reason.PERIOD  # a change over several years is not that of one
    if actual.period is None or base.period is None:
        yield Assumption.BASIS
    elif base.period != actual.period.year_before():
        yield Reason.BASIS
    for one in (target, evolve(base, period=actual.period)):  # told of one stretch of its year
        yield from same_accumulation(one, actual)
        yield from same_prices(one, actual)
        yield from same_denominator(one, actual)


def reading_of_levels(target: Target, base: Actual, actual: Actual, policy: Policy) -> Reading | Reason:
    """The change from one level to the other as a set in the target's frame; the reason where there is none.

    In per cent for a relative change, else in points or base units: everything that the possible values of both
    levels give.
    """
    before, after = level_reading(base, policy), level_reading(actual, policy)
    if before is None or after is None:
        return Reason.NO_ACTUAL_FIGURE
    if before.values is None or after.values is None:
        return Reason.ABOUT
    shape = next((one.shape for one in (before, after) if one.shape is not Shape.POINT), Shape.POINT)
    if frame_of(target) is not Frame.RELATIVE_CHANGE:
        return Reading(shape, exact().subtract(after.face, before.face), after.values - before.values)
    ratio = growth(base, actual, policy=policy)
    if ratio.interval is None:
        return ratio.reason or Reason.NO_BASELINE
    face = exact().multiply(nearest().divide(after.face, before.face), HUNDRED)
    return Reading(shape, exact().subtract(face, HUNDRED), ratio.interval * Interval.point(HUNDRED))
