"""A figure of a target or result in the frame in which both are compared (hệ quy chiếu)."""

from __future__ import annotations

from decimal import Decimal

from vnplan.attainment.policy import Policy
from vnplan.attainment.sets import HUNDRED, Reading, domain_of, read, read_signed
from vnplan.model.actual import Actual, Change, ChangeForm
from vnplan.model.interval import Interval, exact
from vnplan.model.target import Frame, Measure, Target
from vnplan.model.units import PERCENT_DIMENSION, POINT_DIMENSION, Unit

TIMES_DIMENSION = "times"
"""Dimension of a factor: "gấp 2,2 lần"."""

Result = Actual | Change
"""What may answer a target: a level, or for a target on a change the change."""


def frame_of(figure: Target | Result) -> Frame:
    """The frame in which a figure is compared; a growth by factor counts as a relative change."""
    match figure:
        case Target():
            return _target_frame(figure)
        case Change():
            return _change_frame(figure)
        case _:
            return Frame.LEVEL


def _target_frame(target: Target) -> Frame:
    if target.frame is Frame.TIMES:
        return Frame.RELATIVE_CHANGE
    if target.frame is not Frame.LEVEL or target.measure is Measure.LEVEL:
        return target.frame
    return _by_unit(target)


def _change_frame(change: Change) -> Frame:
    if change.form is ChangeForm.DIFFERENCE:
        return Frame.POINTS if _dimension(change) == POINT_DIMENSION else Frame.ABSOLUTE_CHANGE
    if change.form in (ChangeForm.RATIO, ChangeForm.TIMES):
        return Frame.RELATIVE_CHANGE
    return _by_unit(change)


def _by_unit(figure: Target | Change) -> Frame:
    """An increase or decrease is of the kind that its unit says."""
    dimension = _dimension(figure)
    if dimension in (PERCENT_DIMENSION, TIMES_DIMENSION, None):
        return Frame.RELATIVE_CHANGE
    return Frame.POINTS if dimension == POINT_DIMENSION else Frame.ABSOLUTE_CHANGE


def _dimension(figure: Target | Result) -> str | None:
    unit = unit_of(figure)
    return None if unit is None else unit.dimension


def unit_of(figure: Target | Result) -> Unit | None:
    """The printed unit; None for a figureless one."""
    return None if figure.stated.quantity is None else figure.stated.quantity.unit


def reading_of(figure: Target | Result, policy: Policy, *, exact_value: bool = False) -> Reading | None:
    """The figure as a set in its frame: relative changes in per cent, declines negative.

    None where the text gives no figure.
    """
    if frame_of(figure) is Frame.LEVEL:
        return read(figure.stated, policy, exact_value=exact_value, domain=domain_of(figure))
    assert not isinstance(figure, Actual)
    factor = _factor(figure)
    reading = read_signed(figure.stated, policy, negative=is_fall(figure), exact_value=exact_value)
    return reading if reading is None or factor is None else _from_factor(reading, factor)


def is_fall(figure: Target | Change) -> bool:
    """Whether its values are negative: a decline, unless it is told as a multiple of its base ("giảm còn 0,8 lần")."""
    return frame_of(figure) is not Frame.LEVEL and figure.measure is Measure.DECREASE and _factor(figure) is None


def _factor(figure: Target | Change) -> Decimal | None:
    """What turns a growth told as a multiple of its base into per cent of the base; None for others."""
    if frame_of(figure) is not Frame.RELATIVE_CHANGE:
        return None
    if _dimension(figure) == TIMES_DIMENSION:
        return HUNDRED
    return Decimal(1) if isinstance(figure, Change) and figure.form is ChangeForm.RATIO else None


def _from_factor(reading: Reading, factor: Decimal) -> Reading:
    """A factor as growth: "bằng 102,7% cùng kỳ" is +2,7 %, "gấp 2,2 lần" is +120 %."""
    face = exact().subtract(exact().multiply(reading.face, factor), HUNDRED)
    if reading.values is None:
        return Reading(reading.shape, face, None)
    values = reading.values * Interval.point(factor) - Interval.point(HUNDRED)
    return Reading(reading.shape, face, values)
