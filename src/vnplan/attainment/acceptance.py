"""Which values meet a target, and which way is better (tập giá trị đạt)."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from vnplan.attainment.frames import frame_of, is_fall, reading_of
from vnplan.attainment.policy import DEFAULT, Policy
from vnplan.attainment.sets import Reading, Shape, counts_whole_things
from vnplan.attainment.words import Outcome, Reason
from vnplan.model.indicator import Direction
from vnplan.model.interval import Interval
from vnplan.model.stated import Comparator
from vnplan.model.target import Frame, Measure, Target

_MET, _NOT_MET, _EXCEEDED, _UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.EXCEEDED, Outcome.INDETERMINATE


@frozen
class Acceptance:
    """The line of values cut in three by a target: below, inside and above its core.

    Values are in base units of the target's dimension, changes in per cent or
    points, declines negative.

    Attributes:
        core: The values named by the target.
        below, inside, above: The outcome of a value there.
        direction: Which way is better, by the wording, else by the indicator; None where neither says.
        threshold: The value to reach.
        threshold_values: The values that the threshold may stand for; a single one where it is exact.
        reason: Why an outcome above is INDETERMINATE.
    """

    core: Interval
    below: Outcome
    inside: Outcome
    above: Outcome
    direction: Direction | None
    threshold: Decimal
    threshold_values: Interval
    reason: Reason | None = None

    @property
    def accepted(self) -> Interval | None:
        """The values that meet the target, or better it (tập giá trị đạt); None where the target leaves them open."""
        if not self.inside.is_met:
            return None
        down, up = self.below.is_met, self.above.is_met
        return Interval(
            None if down else self.core.lower,
            None if up else self.core.upper,
            self.core.lower_closed and not down,
            self.core.upper_closed and not up,
        )

    def outcome(self, value: Decimal) -> Outcome:
        """The outcome of one value, at face value of the target."""
        if value in self.core:
            return self.inside
        return self.below if self.core.lower is not None and value <= self.core.lower else self.above

    def outcomes(self, values: Interval) -> frozenset[Outcome]:
        """The outcomes of all values of a set, for every value that the threshold may stand for."""
        if not self.threshold_values.is_point:
            # Moving the threshold by d is moving the value by −d.
            values = values + (Interval.point(self.threshold) - self.threshold_values)
        core = self.core
        reached = set()
        if not (_lies_below(values, core) or _lies_below(core, values)):
            reached.add(self.inside)
        if _begins_below(values, core):
            reached.add(self.below)
        if _ends_above(values, core):
            reached.add(self.above)
        return frozenset(reached)


# Bare comparisons of ends: a verdict is made of these, so they stay cheap.


def _lies_below(one: Interval, other: Interval) -> bool:
    """Whether every value of one set is less than every value of the other."""
    high, low = one.upper, other.lower
    if high is None or low is None:
        return False
    return high < low or (high == low and not (one.upper_closed and other.lower_closed))


def _begins_below(values: Interval, core: Interval) -> bool:
    low, edge = values.lower, core.lower
    if low is None or edge is None:
        return edge is not None
    return low < edge or (low == edge and values.lower_closed and not core.lower_closed)


def _ends_above(values: Interval, core: Interval) -> bool:
    high, edge = values.upper, core.upper
    if high is None or edge is None:
        return edge is not None
    return high > edge or (high == edge and values.upper_closed and not core.upper_closed)


def acceptance(target: Target, *, policy: Policy = DEFAULT, exact_target: bool = True) -> Acceptance | None:
    """Which values meet a target (tập giá trị đạt); None where it has no figure.

    Args:
        target: Its wording decides the direction, else its indicator.
        policy: What "khoảng" tolerates, and whether bounds can be exceeded.
        exact_target: Whether a plain number is exact by decree, or a printed figure.
    """
    reading = reading_of(target, policy, exact_value=exact_target)
    if reading is None:
        return None
    match reading.shape:
        case Shape.POINT:
            assert reading.values is not None
            return _point(reading.face, reading.values, preferred_direction(target), maintain=target.maintain)
        case Shape.BOUND if target.stated.comparator is not Comparator.ABOUT:
            return _bound(reading, policy, up=_asks_for_more(target))
        case Shape.RANGE:
            return _range(reading, preferred_direction(target))
        case _:
            return _about(reading, preferred_direction(target))


def preferred_direction(target: Target) -> Direction | None:
    """Which way is better: by the wording (giảm, tăng), else by the indicator; None where neither says."""
    if frame_of(target) is not Frame.LEVEL:
        if target.measure is Measure.LEVEL:
            return Direction.HIGHER if target.frame is Frame.TIMES else _of_indicator(target)
        return Direction.HIGHER if target.measure is Measure.INCREASE else Direction.LOWER
    return _of_indicator(target) or _of_zero(target)


def _of_indicator(target: Target) -> Direction | None:
    direction = None if target.indicator is None else target.indicator.direction
    return None if direction is Direction.NEUTRAL else direction


def _of_zero(target: Target) -> Direction | None:
    """No case at all ("không để xảy ra"): of counted things none is the fewest."""
    quantity = target.stated.quantity
    none = quantity is not None and not quantity.value and counts_whole_things(quantity.unit)
    return Direction.LOWER if none else None


def _sides(direction: Direction | None, better: Outcome) -> tuple[Outcome, Outcome]:
    """The outcomes below and above the core."""
    match direction:
        case Direction.HIGHER:
            return _NOT_MET, better
        case Direction.LOWER:
            return better, _NOT_MET
        case Direction.KEEP:
            return _NOT_MET, _NOT_MET
        case _:
            return _UNKNOWN, _UNKNOWN


def _why_unknown(direction: Direction | None) -> Reason | None:
    return Reason.NO_DIRECTION if direction is None else None


def _point(face: Decimal, values: Interval, direction: Direction | None, *, maintain: bool) -> Acceptance:
    below, above = _sides(direction, _EXCEEDED)
    inside = _UNKNOWN if direction is None and not maintain else _MET
    core = Interval.point(face)
    return Acceptance(core, below, inside, above, direction, face, values, _why_unknown(direction))


def _asks_for_more(target: Target) -> bool:
    """Whether a bound is from below; at least so much of a fall is a bound of the change from above.

    The ends of its values do not tell: a natural domain closes the far one, as 100 % does "từ 95% trở lên".
    """
    upward = target.stated.comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN)
    return upward is not is_fall(target)


def _bound(reading: Reading, policy: Policy, *, up: bool) -> Acceptance:
    """A bound names its own direction: ``[x, ∞)`` asks for more, ``(−∞, x]`` for less."""
    core = reading.values
    assert core is not None
    threshold = core.lower if up else core.upper
    assert threshold is not None
    direction = Direction.HIGHER if up else Direction.LOWER
    below, above = _sides(direction, _MET)
    inside = _MET
    if policy.bound_exceeds:
        below, above = _sides(direction, _EXCEEDED)
        if threshold in core:
            core = Interval.point(threshold)
        else:
            inside = _EXCEEDED
    return Acceptance(core, below, inside, above, direction, threshold, Interval.point(threshold))


def _range(reading: Reading, direction: Direction | None) -> Acceptance:
    core = reading.values
    assert core is not None
    assert core.lower is not None
    assert core.upper is not None
    below, above = _sides(direction, _EXCEEDED)
    threshold = core.upper if direction is Direction.LOWER else core.lower
    return Acceptance(
        core, below, _MET, above, direction, threshold, Interval.point(threshold), _why_unknown(direction)
    )


def _about(reading: Reading, direction: Direction | None) -> Acceptance:
    """Without a tolerance only a value better than the figure named is decided: it exceeds."""
    face = reading.face
    if reading.shape is Shape.ABOUT and reading.values is not None:
        return _range(reading, direction)
    if direction is Direction.HIGHER:
        core, below, above = Interval(face, None, lower_closed=False), _UNKNOWN, _EXCEEDED
    elif direction is Direction.LOWER:
        core, below, above = Interval(None, face, upper_closed=False), _EXCEEDED, _UNKNOWN
    else:
        whole = Interval()
        return Acceptance(whole, _UNKNOWN, _UNKNOWN, _UNKNOWN, direction, face, Interval.point(face), Reason.ABOUT)
    return Acceptance(core, below, _EXCEEDED, above, direction, face, Interval.point(face), Reason.ABOUT)
