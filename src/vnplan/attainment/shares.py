"""Shares of a target that are realised, and stated ones held against them (tỷ lệ thực hiện)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from attrs import evolve, frozen

from vnplan.attainment.acceptance import Acceptance, acceptance, preferred_direction
from vnplan.attainment.agreement import agree, is_positive, smallest_change
from vnplan.attainment.frames import TIMES_DIMENSION, Result, frame_of, reading_of, unit_of
from vnplan.attainment.numbers import Ratio, as_result, as_target, check, gap, is_exact, level_values, quotient_of
from vnplan.attainment.policy import DEFAULT, Policy
from vnplan.attainment.sets import HUNDRED, ZERO, Reading, read_signed
from vnplan.attainment.words import Consistency, Reason
from vnplan.model.actual import Share, ShareForm
from vnplan.model.indicator import Direction
from vnplan.model.interval import Interval, exact
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Comparator
from vnplan.model.target import Frame, Measure, Target
from vnplan.model.units import PERCENT, PERCENTAGE_POINT, Unit

SCORE_DIMENSION = "score"
"""Dimension of the points of an index (điểm)."""

_HUNDRED = Interval.point(HUNDRED)


def realised_share(
    target: Target | Quantity,
    actual: Result | Quantity,
    *,
    stated: Share | None = None,
    exact_target: bool | None = None,
    policy: Policy = DEFAULT,
    strict: bool = False,
) -> Ratio:
    """Share of the target that is realised (tỷ lệ thực hiện so với dự toán, kế hoạch).

    Never capped, and computed for open periods too. Of a bound or range the end to be reached counts.

    Args:
        target: For its whole period; a level above zero where more is better.
        actual: Cumulative from the start of the target's period.
        stated: The share that the text states, to be held against the computed one; a margin in units of the
            result ("vượt 20 ha") is held against the difference of the two.
        exact_target: Whether the target's number is exact by decree, as in the plan itself, or a printed
            figure, as in a news report. None: exact for a target made by hand, printed for one that was
            read and for a quantity.
        policy: How printed figures were shortened.
        strict: Raise where the two may not be compared.

    Returns:
        0.267 is 26,7 %. No value, with the reason, where a share means nothing: for changes, scores, levels
        to be maintained or lowered, and for a target that is zero or negative.

    Raises:
        NotComparableError: Only with ``strict=True``; all reasons are in it.
    """
    if stated is not None:
        held = hold_share(stated, target, actual, exact_target=exact_target, policy=policy, strict=strict)
        return evolve(held.ratio, stated=stated.stated, consistency=held.consistency)
    exactly = is_exact(target, exact_target)
    target, actual = as_target(target), as_result(actual)
    reason = check(target, actual, strict=strict)
    if reason is not None:
        return Ratio(reason=reason)
    accepted = acceptance(target, policy=policy, exact_target=exactly)
    return share_of(target, accepted, reading_of(actual, policy))


def share_of(target: Target, accepted: Acceptance | None, reading: Reading | None) -> Ratio:
    """The share of a target that a comparable result realises."""
    if frame_of(target) is not Frame.LEVEL:
        return Ratio(reason=Reason.CHANGE)
    if accepted is None or reading is None:
        return Ratio(reason=Reason.NO_TARGET_FIGURE if accepted is None else Reason.NO_ACTUAL_FIGURE)
    reason = _no_share(target, accepted)
    return (
        Ratio(reason=reason)
        if reason is not None
        else quotient_of(reading, accepted.threshold, accepted.threshold_values)
    )


def _no_share(target: Target, accepted: Acceptance) -> Reason | None:
    """Why a share of this level means nothing."""
    unit = unit_of(target)
    if unit is not None and unit.dimension == SCORE_DIMENSION:
        return Reason.SCORE
    if target.maintain:
        return Reason.MAINTAIN
    if accepted.direction is Direction.LOWER:
        return Reason.LOWER_IS_BETTER
    if accepted.reason is Reason.ABOUT:
        return Reason.ABOUT
    if accepted.threshold <= 0:
        return Reason.NEGATIVE_TARGET if accepted.threshold else Reason.ZERO_TARGET
    return None


# --- what a stated share may stand for -----------------------------------------------------------


def share_values(share: Share, policy: Policy = DEFAULT) -> Interval | None:
    """The values that a stated share may stand for, in per cent of its whole; a margin counts from 100.

    None for a margin in units of the result, "vượt dự toán 0,4 tỷ đồng": that is a difference, see `margin_values`.
    """
    values, unit = _signed_values(share, policy), _unit(share)
    if values is None or unit is None or is_in_units(share):
        return None
    if unit.dimension == TIMES_DIMENSION:
        values = values * _HUNDRED
    return values + _HUNDRED if share.form is ShareForm.MARGIN else values


def margin_values(share: Share, policy: Policy = DEFAULT) -> Interval | None:
    """The values of result minus target that a margin may stand for, in base units or percentage points, or in times.

    Negative for one below the target. None for a share that is no margin.
    """
    return _signed_values(share, policy) if share.form is ShareForm.MARGIN else None


def is_in_units(share: Share) -> bool:
    """Whether a share is told in units of the result ("vượt 20 ha", "vượt 0,2 điểm %"), not in parts of the target."""
    unit = _unit(share)
    return unit is not None and not unit.is_percent and unit.dimension != TIMES_DIMENSION


def _unit(share: Share) -> Unit | None:
    return None if share.stated.quantity is None else share.stated.quantity.unit


def _signed_values(share: Share, policy: Policy) -> Interval | None:
    reading = read_signed(share.stated, policy, negative=share.measure is Measure.DECREASE)
    return None if reading is None else reading.values


def implied_target(share: Share, policy: Policy = DEFAULT) -> Interval | None:
    """The target that a plainly stated share of a result implies (chỉ tiêu suy ra), in base units.

    None where that is not above zero, and where a margin leaves open what it means: told in times, in per cent of
    percentages, or of something of which less is better.
    """
    level = level_values(share.of, policy)
    if level is None or share.stated.comparator is not Comparator.EQUAL or is_open(share):
        return None
    part = margin_values(share, policy) if is_in_units(share) else share_values(share, policy)
    if part is None or (not is_in_units(share) and not is_positive(part)):
        return None
    implied = level - part if is_in_units(share) else level * _HUNDRED / part
    return implied if is_positive(implied) else None


def share_given_by(share: Share, target: Interval, policy: Policy = DEFAULT) -> Interval | None:
    """What a target above zero makes of the result of a share, told as that share is: per cent, or a difference."""
    level = level_values(share.of, policy)
    if level is None:
        return None
    return level - target if is_in_units(share) else level * _HUNDRED / target


def as_told(share: Share, values: Interval) -> Interval:
    """A computed share as the text would tell it: a margin in per cent counts from 0, where `share_values` has 100."""
    return values - _HUNDRED if share.form is ShareForm.MARGIN and not is_in_units(share) else values


def is_open(share: Share) -> bool:
    """Whether a margin may mean more than one thing, as `hold_share` has it, or is in other units than its result."""
    if share.form is not ShareForm.MARGIN or share.of is None:
        return False
    told, unit = _unit(share), unit_of(share.of)
    if told is None or unit is None or told.dimension == TIMES_DIMENSION or (told.is_percent and unit.is_percent):
        return True
    is_difference = is_in_units(share)
    lower = share.indicator is not None and share.indicator.direction is Direction.LOWER
    return is_difference and (lower or told.dimension != _difference_unit(unit).dimension)


def _difference_unit(unit: Unit) -> Unit:
    """The unit of a difference of two levels: points for percentages."""
    return PERCENTAGE_POINT if unit.is_percent else unit


# --- a stated share against what the two figures give --------------------------------------------


@frozen
class HeldShare:
    """A stated share beside what result and target give (tỷ lệ nêu và tính được).

    Attributes:
        ratio: The share that the two figures give.
        stated, computed: What is stated and what follows, in per cent of the target; of a margin that is a
            difference in base units, of percentages in points, of one told in times that means the whole in times.
            None where there is none.
        unit: Per cent; of a margin that is told otherwise its unit.
        consistency: Whether the two agree.
    """

    ratio: Ratio
    stated: Interval | None
    computed: Interval | None
    unit: Unit
    consistency: Consistency


def hold_share(
    share: Share,
    target: Target | Quantity,
    actual: Result | Quantity,
    *,
    exact_target: bool | None = None,
    policy: Policy = DEFAULT,
    strict: bool = False,
) -> HeldShare:
    """Hold a stated share against result ÷ target, a margin in units of the result against result − target.

    A margin of percentages told in per cent ("vượt 0,5% so với kế hoạch", of 95 %) may mean either: the one that
    fits is taken, or else comes nearer. So is one told in times: "vượt 2 lần kế hoạch" is often said of twice the target. Where less
    is better, a target is exceeded on either side.

    Raises:
        NotComparableError: Only with ``strict=True``; all reasons are in it.
    """
    ratio = realised_share(target, actual, exact_target=exact_target, policy=policy, strict=strict)
    part: _Reading = (partial(share_values, share), ratio.percent_interval, PERCENT)
    readings = [] if is_in_units(share) else [part]
    if share.form is ShareForm.MARGIN:
        difference = gap(target, actual, exact_target=exact_target, policy=policy).interval
        readings += _as_difference(share, as_target(target), as_result(actual), difference)
        readings += _as_multiple(share, ratio.interval)
    held = (_held(ratio, one, policy) for one in readings or [part])
    return min(held, key=lambda one: (_BEST_FIRST.index(one.consistency), _distance(one)))


_Reading = tuple[Callable[[Policy], Interval | None], Interval | None, Unit]
"""What a stated share may stand for under a policy, what two figures give for it, and the unit of both."""


def _as_difference(share: Share, target: Target, actual: Result, difference: Interval | None) -> Iterator[_Reading]:
    """A margin as result − target; where less is better, target − result is one too."""
    told, unit = _unit(share), unit_of(actual)
    if told is None or unit is None:
        return
    both_percent = told.is_percent and unit.is_percent
    if both_percent or told.dimension == _difference_unit(unit).dimension:
        shown = PERCENTAGE_POINT if both_percent else told
        yield partial(margin_values, share), difference, shown
        if difference is not None and preferred_direction(target) is Direction.LOWER:
            yield partial(margin_values, share), -difference, shown


def _as_multiple(share: Share, ratio: Interval | None) -> Iterator[_Reading]:
    """A margin told in times as the whole result in times of the target."""
    told = _unit(share)
    if told is not None and told.dimension == TIMES_DIMENSION and share.measure is not Measure.DECREASE:
        yield partial(margin_values, share), ratio, told


_BEST_FIRST = (
    Consistency.CONSISTENT,
    Consistency.ONLY_IF_TRUNCATED,
    Consistency.INCONSISTENT,
    Consistency.UNDECIDED,
)


def _held(ratio: Ratio, reading: _Reading, policy: Policy) -> HeldShare:
    values_of, computed, unit = reading
    return HeldShare(ratio, values_of(policy), computed, unit, agree(values_of, computed, policy))


def _distance(held: HeldShare) -> Decimal:
    """How far what is stated lies from what was computed: per cent, points or base units; 0 where one of them is missing."""
    if held.stated is None or held.computed is None:
        return ZERO
    change = smallest_change(held.stated, held.computed).copy_abs()
    return exact().scaleb(change, 2) if held.unit.dimension == TIMES_DIMENSION else change
