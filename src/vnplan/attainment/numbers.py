"""Shares, growth, gaps and bases, each with the interval that the printed figures allow (các phép tính)."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import partial

from attrs import evolve, frozen

from vnplan.attainment.acceptance import Acceptance, acceptance
from vnplan.attainment.agreement import agree
from vnplan.attainment.comparability import comparability
from vnplan.attainment.frames import Result, frame_of, reading_of, unit_of
from vnplan.attainment.policy import DEFAULT, Policy
from vnplan.attainment.sets import HUNDRED, ZERO, Reading, Shape, read
from vnplan.attainment.words import Consistency, Reason
from vnplan.errors import NotComparableError
from vnplan.model.actual import Actual, Change
from vnplan.model.checked import checked
from vnplan.model.indicator import Direction
from vnplan.model.interval import Interval, exact, nearest
from vnplan.model.quantity import LARGEST_EXPONENT, Quantity
from vnplan.model.shown import short
from vnplan.model.stated import Stated
from vnplan.model.target import Frame, Target
from vnplan.model.units import PERCENTAGE_POINT, Unit

_ONE = Decimal(1)
_MOST_DECIMALS = 6


@frozen(kw_only=True, field_transformer=checked)
class Ratio:
    """A computed ratio and the interval that the printed figures allow (tỷ lệ): 0.267 is 26,7 %.

    Attributes:
        value: The ratio of the printed numbers, to 34 digits; None, with the reason, where it means nothing.
        interval: Every ratio that the possible values give, ends rounded outwards; None where there is none.
        reason: Why there is no value.
        stated: The ratio that the text states, where one was given.
        consistency: Whether the stated ratio agrees with the computed one.
    """

    value: Decimal | None = None
    interval: Interval | None = None
    reason: Reason | None = None
    stated: Stated | None = None
    consistency: Consistency | None = None

    @property
    def percent(self) -> Decimal | None:
        """The value in per cent."""
        return None if self.value is None else exact().scaleb(self.value, 2)

    @property
    def percent_interval(self) -> Interval | None:
        """The interval in per cent."""
        return None if self.interval is None else self.interval * Interval.point(HUNDRED)

    def __str__(self) -> str:
        if self.interval is None:
            return f"— ({self.reason})"
        shown = _shown(self.interval * Interval.point(HUNDRED))
        return f"in {shown}" if self.percent is None else f"{_face(self.percent):f} %, in {shown}"

    __repr__ = short


@frozen(kw_only=True, field_transformer=checked)
class Amount:
    """A computed amount and the interval that the printed figures allow (mức chênh lệch, mức gốc).

    Attributes:
        value: The amount from the printed numbers; None, with the reason, where there is none.
        interval: Every amount that the possible values give, in base units of the dimension.
        reason: Why there is no value.
        per: What stretch of time it is for: "month" or "day"; None for a plain amount.
    """

    value: Quantity | None = None
    interval: Interval | None = None
    reason: Reason | None = None
    per: str | None = None

    def __str__(self) -> str:
        if self.value is None:
            return f"— ({self.reason})"
        told = _short(self.value)
        return told if self.per is None else f"{told} per {self.per}"

    __repr__ = short


def _short(quantity: Quantity) -> str:
    """A computed quantity for people: of a quotient, which goes on for 34 digits, four decimals."""
    if -int(quantity.value.as_tuple().exponent) <= _MOST_DECIMALS:
        return str(quantity)
    return f"≈ {evolve(quantity, value=nearest_of(quantity.value, 4), decimals=None)}"


def nearest_of(value: Decimal, places: int) -> Decimal:
    """The value to a number of decimals, ties to even."""
    return value.quantize(Decimal((0, (1,), -places)), context=exact())


def _face(percent: Decimal) -> Decimal:
    """A percentage to two decimals, or to as many as keep one just off 100 from reading as 100."""
    return next(
        shown
        for places in (2, 4, 6, 34)
        if (shown := nearest_of(percent, places)) != HUNDRED or percent == HUNDRED or places == 34
    )


def _shown(interval: Interval) -> str:
    """An interval in per cent for people, ends rounded outwards to four decimals."""
    opening = "[" if interval.lower_closed else "("
    closing = "]" if interval.upper_closed else ")"
    lower = "−∞" if interval.lower is None else f"{_outwards(interval.lower, ROUND_FLOOR):f}"
    upper = "∞" if interval.upper is None else f"{_outwards(interval.upper, ROUND_CEILING):f}"
    return f"{opening}{lower}, {upper}{closing} %"


def _outwards(end: Decimal, rounding: str) -> Decimal:
    return end.quantize(Decimal((0, (4,), -4)), rounding, exact())


# --- operands ------------------------------------------------------------------------------------


def as_target(target: Target | Quantity) -> Target:
    """A quantity alone as a target: a printed figure of nothing in particular."""
    return Target(name="", stated=Stated(quantity=target)) if isinstance(target, Quantity) else target


def as_result(actual: Result | Quantity) -> Result:
    """A quantity alone as a result."""
    return Actual(name="", stated=Stated(quantity=actual)) if isinstance(actual, Quantity) else actual


def is_exact(target: Target | Quantity, exact_target: bool | None) -> bool:  # noqa: FBT001
    """Whether a target's plain number is exact: as told, else where the plan itself sets it or it was made by hand."""
    if exact_target is not None:
        return exact_target
    return isinstance(target, Target) and (target.decreed or target.source is None)


def check(target: Target, actual: Result, *, strict: bool) -> Reason | None:
    """The first reason against comparing the two."""
    found = comparability(target, actual)
    if strict and found.reasons:
        raise NotComparableError(found.reasons)
    return found.reasons[0] if found.reasons else None


def _no_face(reading: Reading) -> Reason | None:
    """Why the printed number is no value to compute with."""
    match reading.shape:
        case Shape.POINT:
            return None
        case Shape.BOUND:
            return Reason.ONE_SIDED
        case Shape.RANGE:
            return Reason.RANGE
        case _:
            return Reason.ABOUT


def quotient_of(reading: Reading, divisor: Decimal, divisor_values: Interval) -> Ratio:
    """A reading over a divisor: the face values' ratio, and that of all possible values."""
    if ZERO in divisor_values:
        return Ratio(reason=Reason.DIVISOR_SPANS_ZERO)
    interval = None if reading.values is None else reading.values / divisor_values
    reason = _no_face(reading)
    value = None if reason is not None else nearest().divide(reading.face, divisor)
    return Ratio(value=value, interval=interval, reason=reason)


# --- growth and base -----------------------------------------------------------------------------

Level = Target | Actual | Quantity
"""What can be the base of a growth, or its later value."""


def growth(base: Level, current: Level, *, stated: Change | None = None, policy: Policy = DEFAULT) -> Ratio:
    """Growth from the base to the current level (tốc độ tăng): 0.141 is +14,1 %, a decline is negative.

    Args:
        base: Level of the earlier period.
        current: Level of the later one.
        stated: The change that the text states, to be held against the computed one.
        policy: How printed figures were shortened.

    Returns:
        No value, with the reason, for different indicators, units or places, and for a base of zero or below.
    """
    ratio = _growth(base, current, policy)
    if stated is None:
        return ratio
    consistency = agree(partial(change_values, stated), ratio.percent_interval, policy)
    return evolve(ratio, stated=stated.stated, consistency=consistency)


def _growth(base: Level, current: Level, policy: Policy) -> Ratio:
    reason = _no_growth(base, current)
    if reason is not None:
        return Ratio(reason=reason)
    before, after = level_reading(base, policy), level_reading(current, policy)
    if before is None or after is None:
        return Ratio(reason=Reason.NO_ACTUAL_FIGURE)
    if before.values is None or after.values is None:
        return Ratio(reason=Reason.ABOUT)
    if before.face <= 0:
        return Ratio(reason=Reason.NEGATIVE_BASE if before.face else Reason.ZERO_BASE)
    ratio = quotient_of(after, before.face, before.values)
    if ratio.interval is None:
        return ratio
    reason = _no_face(before) or ratio.reason
    value = None if reason is not None or ratio.value is None else exact().subtract(ratio.value, _ONE)
    return Ratio(value=value, interval=ratio.interval - Interval.point(_ONE), reason=reason)


def _no_growth(base: Level, current: Level) -> Reason | None:
    one, other = _level_unit(base), _level_unit(current)
    if one is not None and other is not None and one.dimension != other.dimension:
        return Reason.UNIT
    if isinstance(base, Quantity) or isinstance(current, Quantity):
        return None
    if not base.same_indicator(current):
        return Reason.INDICATOR
    if Frame.LEVEL is not frame_of(base) or Frame.LEVEL is not frame_of(current):
        return Reason.FRAME
    known = base.price_base is not None and current.price_base is not None
    return Reason.PRICE_BASE if known and base.price_base is not current.price_base else None


def _level_unit(level: Level) -> Unit | None:
    return level.unit if isinstance(level, Quantity) else unit_of(level)


def level_reading(level: Level, policy: Policy) -> Reading | None:
    """A level, or a quantity alone, as a set; targets as printed figures."""
    return read(Stated(quantity=level), policy) if isinstance(level, Quantity) else reading_of(level, policy)


def level_values(level: Level | None, policy: Policy) -> Interval | None:
    """The values that a level may stand for, in base units; None for none, and for one only about known."""
    reading = None if level is None else level_reading(level, policy)
    return None if reading is None else reading.values


def change_values(change: Change, policy: Policy = DEFAULT) -> Interval | None:
    """The values that a stated change may stand for: per cent of the base, points or base units."""
    reading = reading_of(change, policy)
    return None if reading is None else reading.values


def implied_base(current: Level, change: Change | Quantity, *, policy: Policy = DEFAULT) -> Amount:
    """The base that a stated growth implies (mức gốc suy ra): ``[a_lo / (1 + r_hi), a_hi / (1 + r_lo)]``.

    Args:
        current: The level after the change.
        change: A relative change, or an absolute one in the level's unit; as a quantity, signed:
            per cent for a relative change.
        policy: How printed figures were shortened.

    Returns:
        No value, with the reason, where a figure is missing or only about known, and where the
        growth may be −100 %.
    """
    change = _as_change(change)
    after, by = level_reading(current, policy), reading_of(change, policy)
    unit = _level_unit(current)
    if after is None or by is None or unit is None:
        return Amount(reason=Reason.NO_ACTUAL_FIGURE)
    if after.values is None or by.values is None:
        return Amount(reason=Reason.ABOUT)
    if frame_of(change) is Frame.RELATIVE_CHANGE:
        return _base_by_rate(after, by, unit)
    if not _same_scale(unit, unit_of(change)):
        return Amount(reason=Reason.UNIT)
    value = exact().subtract(after.face, by.face)
    return amount_of(value, after.values - by.values, unit, _no_face(after) or _no_face(by))


def _as_change(change: Change | Quantity) -> Change:
    return Change(name="", stated=Stated(quantity=change)) if isinstance(change, Quantity) else change


def _same_scale(level: Unit, change: Unit | None) -> bool:
    """Whether a change in that unit may be taken from the level: points from percentages, else like from like."""
    assert change is not None
    return level.dimension == change.dimension or (level.is_percent and change.dimension == PERCENTAGE_POINT.dimension)


def _base_by_rate(after: Reading, by: Reading, unit: Unit) -> Amount:
    assert after.values is not None
    assert by.values is not None
    hundred = Interval.point(HUNDRED)
    divisor = by.values + hundred
    if ZERO in divisor:
        return Amount(reason=Reason.DIVISOR_SPANS_ZERO)
    interval = after.values * hundred / divisor
    value = nearest().divide(exact().scaleb(after.face, 2), exact().add(by.face, HUNDRED))
    return amount_of(value, interval, unit, _no_face(after) or _no_face(by))


def amount_of(
    value: Decimal, interval: Interval, unit: Unit, reason: Reason | None = None, per: str | None = None
) -> Amount:
    """An amount in base units as a computed quantity; without a value where there is a reason, or none so large."""
    if value and abs(value.adjusted() - unit.power) > LARGEST_EXPONENT:
        reason = reason or Reason.OUT_OF_RANGE
    if reason is not None:
        return Amount(interval=interval, reason=reason, per=per)
    number = exact().scaleb(value, -unit.power) if value else ZERO
    return Amount(value=Quantity(number, unit, None), interval=interval, per=per)


# --- gap and distance ----------------------------------------------------------------------------


def gap(
    target: Target | Quantity,
    actual: Result | Quantity,
    *,
    exact_target: bool | None = None,
    policy: Policy = DEFAULT,
    strict: bool = False,
) -> Amount:
    """Actual minus target (chênh lệch so với chỉ tiêu); percentage points where both are percentages.

    Of a bound or range the end to be reached counts. `exact_target` as in `realised_share`.

    Raises:
        NotComparableError: Only with ``strict=True``; all reasons are in it.
    """
    exactly = is_exact(target, exact_target)
    target, actual = as_target(target), as_result(actual)
    reason = check(target, actual, strict=strict)
    if reason is not None:
        return Amount(reason=reason)
    accepted = acceptance(target, policy=policy, exact_target=exactly)
    return gap_of(target, actual, accepted, reading_of(actual, policy))


def gap_of(target: Target, actual: Result, accepted: Acceptance | None, reading: Reading | None) -> Amount:
    """A comparable result minus the target's threshold."""
    unit = unit_of(actual)
    if accepted is None or reading is None or unit is None:
        return Amount(reason=Reason.NO_TARGET_FIGURE if accepted is None else Reason.NO_ACTUAL_FIGURE)
    if reading.values is None:
        return Amount(reason=Reason.ABOUT)
    value = exact().subtract(reading.face, accepted.threshold)
    return amount_of(value, reading.values - accepted.threshold_values, _gap_unit(target, unit), _no_face(reading))


def _gap_unit(target: Target, unit: Unit) -> Unit:
    """The difference of two percentages is in points, of two relative changes too."""
    return PERCENTAGE_POINT if unit.is_percent or frame_of(target) is Frame.RELATIVE_CHANGE else unit


def distance_travelled(
    baseline: Level | None,
    target: Target,
    actual: Actual,
    *,
    exact_target: bool | None = None,
    policy: Policy = DEFAULT,
) -> Ratio:
    """How much of the way from the baseline to the target is done: below 0 regression, above 1 beyond.

    Returns:
        No value without a baseline, and where the baseline already met the target: BASELINE_REACHED, or REGRESSION where the
        actual is worse than that baseline.
    """
    if baseline is None:
        return Ratio(reason=Reason.NO_BASELINE)
    reason = check(target, actual, strict=False) or _no_growth(baseline, target)
    accepted = acceptance(target, policy=policy, exact_target=is_exact(target, exact_target))
    start, now = level_reading(baseline, policy), reading_of(actual, policy)
    if reason is not None:
        return Ratio(reason=reason)
    if accepted is None or start is None or now is None:
        return Ratio(reason=Reason.NO_TARGET_FIGURE if accepted is None else Reason.NO_BASELINE)
    if accepted.outcome(start.face).is_met:
        return Ratio(reason=_after_baseline(start.face, now.face, accepted.direction))
    return _distance(start, now, accepted.threshold, accepted.threshold_values)


def _after_baseline(start: Decimal, now: Decimal, direction: Direction | None) -> Reason:
    worse = (direction is Direction.HIGHER and now < start) or (direction is Direction.LOWER and now > start)
    return Reason.REGRESSION if worse else Reason.BASELINE_REACHED


def _distance(start: Reading, now: Reading, threshold: Decimal, threshold_values: Interval) -> Ratio:
    reason = _no_face(start) or _no_face(now)
    way = exact().subtract(threshold, start.face)
    if not way:
        return Ratio(reason=Reason.BASELINE_REACHED)
    done = exact().subtract(now.face, start.face)
    value = None if reason is not None else nearest().divide(done, way)
    return Ratio(value=value, interval=_distance_interval(start, now, threshold_values), reason=reason)


def _distance_interval(start: Reading, now: Reading, threshold_values: Interval) -> Interval | None:
    """Wide enough for every value of the three; None where the baseline may lie on the target."""
    if start.values is None or now.values is None:
        return None
    way = threshold_values - start.values
    return None if ZERO in way else (now.values - start.values) / way
