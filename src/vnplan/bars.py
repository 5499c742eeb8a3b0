"""What a bar of a scorecard shows (thanh so sánh): a target, its result and the rounding interval on one line."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from vnplan.attainment import DEFAULT, Assumption, Outcome, Policy, Verdict, acceptance, frame_of
from vnplan.attainment.pace import LINEAR
from vnplan.attainment.sets import ZERO
from vnplan.errors import InvalidValueError
from vnplan.model.interval import Interval, exact, nearest
from vnplan.model.target import Frame, Target
from vnplan.model.units import PERCENT, PERCENTAGE_POINT, Unit

_MARGIN = Decimal("0.05")
"""Part of the line that stays free beyond the farthest value."""
_DIGITS = Decimal("0.0001")


@frozen(kw_only=True)
class Bar:
    """A target and its result as values on one line, in one unit (thanh so sánh).

    Attributes:
        unit: The target's unit; per cent for relative changes, declines negative.
        mark: The value to reach.
        accepted: The values that meet the target; None where it leaves them open.
        face: The printed number of the result; of a range the lower end.
        values: The values that the printed figure stands for; None where it bounds nothing.
        even: What an even pace would have reached by the end of the result's period; None where no pace is told.
    """

    unit: Unit
    mark: Decimal
    accepted: Interval | None
    face: Decimal
    values: Interval | None
    even: Decimal | None = None

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The line: zero, every value shown, and a margin beyond the farthest."""
        shown = [ZERO, self.mark, self.face]
        for one in (self.values, self.accepted):
            shown += [end for end in (() if one is None else (one.lower, one.upper)) if end is not None]
        if self.even is not None:
            shown.append(self.even)
        low, high = min(shown), max(shown)
        if low == high:
            return ZERO, Decimal(1)
        room = exact().multiply(exact().subtract(high, low), _MARGIN)
        return (exact().subtract(low, room) if low < 0 else low), (exact().add(high, room) if high > 0 else high)

    def place(self, value: Decimal | None, *, default: Decimal = ZERO) -> Decimal:
        """Where on the line a value stands, from 0 to 1, to four decimals; the default for an unbounded end."""
        if value is None:
            return default
        low, high = self.ends
        part = nearest().divide(exact().subtract(value, low), exact().subtract(high, low))
        return max(ZERO, min(Decimal(1), part)).quantize(_DIGITS, context=exact())


_SHOWN = frozenset((Outcome.EXCEEDED, Outcome.MET, Outcome.NOT_MET, Outcome.OPEN, Outcome.INDETERMINATE))


def bar_of(verdict: Verdict, *, policy: Policy = DEFAULT) -> Bar | None:
    """What a bar shows of a verdict; None where target and result were not compared.

    Raises:
        InvalidValueError: The verdict was made with another policy.
    """
    if policy.id != verdict.policy:
        raise InvalidValueError("policy", policy.id, f"the policy of the verdict, {verdict.policy}")
    target = verdict.target
    if verdict.actual is None or verdict.outcome not in _SHOWN:
        return None
    exactly = Assumption.PRINTED_TARGET not in verdict.assumed
    accepted = acceptance(target, policy=policy, exact_target=exactly)
    reading = verdict.reading(policy)
    if accepted is None or reading is None:
        return None
    unit = _unit(target)
    return Bar(
        unit=unit,
        mark=scaled(accepted.threshold, unit),
        accepted=None if accepted.accepted is None else scaled_values(accepted.accepted, unit),
        face=scaled(reading.face, unit),
        values=None if reading.values is None else scaled_values(reading.values, unit),
        even=_even(verdict, scaled(accepted.threshold, unit)),
    )


def _unit(target: Target) -> Unit:
    frame = frame_of(target)
    if frame is Frame.POINTS:
        return PERCENTAGE_POINT
    if frame is Frame.RELATIVE_CHANGE or target.stated.quantity is None:
        return PERCENT
    return target.stated.quantity.unit


def scaled(value: Decimal, unit: Unit) -> Decimal:
    """A value in base units as one in that unit."""
    return exact().scaleb(value, -unit.power)


def scaled_values(values: Interval, unit: Unit) -> Interval:
    """Values in base units as values in that unit."""
    return values * Interval.point(Decimal((0, (1,), -unit.power)))


def _even(verdict: Verdict, mark: Decimal) -> Decimal | None:
    """What of the target is due by now, where the pace was measured by the time elapsed."""
    reading, elapsed = verdict.pace_reading, verdict.elapsed
    if reading is None or elapsed is None or reading.ratio.value is None or reading.against != LINEAR:
        return None
    return nearest().multiply(mark, elapsed.share)
