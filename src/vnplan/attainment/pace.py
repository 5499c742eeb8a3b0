"""How a flow stands against the time elapsed (tiến độ thực hiện)."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from vnplan.attainment.acceptance import Acceptance, acceptance
from vnplan.attainment.comparability import is_flow
from vnplan.attainment.frames import Result, frame_of, reading_of, unit_of
from vnplan.attainment.numbers import Amount, Ratio, amount_of, is_exact, nearest_of
from vnplan.attainment.policy import DEFAULT, Policy
from vnplan.attainment.sets import ZERO, Reading
from vnplan.attainment.shares import realised_share
from vnplan.attainment.words import Pace, Reason
from vnplan.model.actual import Actual
from vnplan.model.checked import checked
from vnplan.model.interval import Interval, exact, nearest
from vnplan.model.period import Period, last_day
from vnplan.model.shown import short
from vnplan.model.target import Frame, Target
from vnplan.model.units import Unit

LINEAR = "linear"
"""Pace against equal parts of the period; revenue and disbursement are seasonal, so mind the label."""


@frozen(kw_only=True, field_transformer=checked)
class Elapsed:
    """How much of a period is over (thời gian đã qua).

    Attributes:
        months, of_months: Whole months elapsed and in all; None where either end is not a month's.
        days, of_days: Days elapsed and in all.
    """

    months: int | None
    of_months: int | None
    days: int
    of_days: int

    @classmethod
    def of(cls, whole: Period, until: Period) -> Elapsed:
        """What of the whole period is over at the end of `until`, which lies within it."""
        months = _months(whole, until)
        days = (until.end - whole.start).days + 1
        return cls(
            months=months, of_months=None if months is None else whole.whole_months, days=days, of_days=whole.days
        )

    @property
    def parts(self) -> tuple[int, int]:
        """Elapsed and all: in months where both end with a month, else in days."""
        if self.months is None or self.of_months is None:
            return self.days, self.of_days
        return self.months, self.of_months

    @property
    def share(self) -> Decimal:
        """The elapsed share of the period, to 34 digits."""
        done, whole = self.parts
        return nearest().divide(Decimal(done), Decimal(whole))

    @property
    def by_days(self) -> Decimal:
        """The elapsed share counted in days."""
        return nearest().divide(Decimal(self.days), Decimal(self.of_days))

    @property
    def is_over(self) -> bool:
        """Whether nothing of the period is left."""
        return self.days >= self.of_days

    def __str__(self) -> str:
        done, whole = self.parts
        return f"{done}/{whole} {'days' if self.months is None else 'months'}"


def _months(whole: Period, until: Period) -> int | None:
    end = until.end
    if whole.whole_months is None or end != last_day(end.year, end.month):
        return None
    return 12 * (end.year - whole.start.year) + end.month - whole.start.month + 1


@frozen(field_transformer=checked)
class Profile:
    """The share of a whole year that another year had reached by each month (tiến độ theo mùa).

    Attributes:
        name: What it rests on: "2023".
        shares: Month of the period (1 is the first) and the share reached by its end.
    """

    name: str
    shares: tuple[tuple[int, Decimal], ...]

    @classmethod
    def of(cls, name: str, whole: Actual, parts: tuple[Actual, ...]) -> Profile | None:
        """From last year's cumulative results and its total; None where they give no share."""
        points = [(_month_of(whole, part), realised_share(_as_whole(whole), part).value) for part in parts]
        shares = tuple(
            (month, share) for month, share in points if month is not None and share is not None and share > 0
        )
        return cls(name, shares) if shares else None

    def at(self, elapsed: Elapsed) -> Decimal | None:
        """The share reached at that point; None where the profile does not tell."""
        return next((share for month, share in self.shares if month == elapsed.months), None)

    def __str__(self) -> str:
        months = ", ".join(f"{share:.1%} by month {month}" for month, share in self.shares)
        return f"{self.name}: {months}"

    __repr__ = short


def _as_whole(whole: Actual) -> Target:
    return Target(
        name=whole.name,
        indicator=whole.indicator,
        locality=whole.locality,
        period=whole.period,
        stated=whole.stated,
        accumulation=whole.accumulation,
        price_base=whole.price_base,
    )


def _month_of(whole: Actual, part: Actual) -> int | None:
    if whole.period is None or part.period is None:
        return None
    return Elapsed.of(whole.period, part.period).months


@frozen(kw_only=True, field_transformer=checked)
class PaceReading:
    """How far a flow is, against the time elapsed (tiến độ).

    Attributes:
        pace: The class, by the policy's cuts.
        ratio: Share realised over share expected; 1 is exactly on pace.
        elapsed: How much of the target's period is over; None where a period is not known.
        run_rate: What is still to come, per month (or day) left.
        against: What was expected: ``linear``, or the name of a profile.
    """

    pace: Pace
    ratio: Ratio
    elapsed: Elapsed | None = None
    run_rate: Amount | None = None
    against: str = LINEAR

    @property
    def reason(self) -> Reason | None:
        """Why the pace is undefined."""
        return self.ratio.reason

    def __str__(self) -> str:
        if self.ratio.value is None:
            return f"{self.pace} ({self.ratio.reason})"
        return f"{self.pace}: {nearest_of(self.ratio.value, 3):f} of a {self.against} pace"

    __repr__ = short


def pace(
    target: Target,
    actual: Result,
    *,
    exact_target: bool | None = None,
    policy: Policy = DEFAULT,
    profile: Profile | None = None,
) -> PaceReading:
    """The pace of a flow at the end of the actual's period (tiến độ thực hiện).

    Measured at the period's end, never at the day of publication, and no clock is read.

    Args:
        target: For its whole period.
        actual: Cumulative from the start of the target's period.
        exact_target: As in `realised_share`.
        policy: The cuts of the classes.
        profile: What another year had reached by each month; without one time counts evenly.
    """
    accepted = acceptance(target, policy=policy, exact_target=is_exact(target, exact_target))
    share = realised_share(target, actual, exact_target=exact_target, policy=policy)
    run_rate = run_rate_of(target, actual, accepted, reading_of(actual, policy))
    return pace_of(target, actual, share, run_rate, policy=policy, profile=profile)


def pace_of(
    target: Target, actual: Result, share: Ratio, run_rate: Amount, *, policy: Policy, profile: Profile | None
) -> PaceReading:
    """The pace of a share already computed."""
    elapsed = elapsed_of(target, actual)
    reason = _no_pace(target, actual, elapsed)
    if reason is not None or elapsed is None:
        return PaceReading(pace=Pace.UNDEFINED, ratio=Ratio(reason=reason), elapsed=elapsed)
    expected = None if profile is None else profile.at(elapsed)
    ratio = _by_time(share, elapsed) if expected is None else _by_profile(share, expected)
    return PaceReading(
        pace=_class(ratio, policy),
        ratio=ratio,
        elapsed=elapsed,
        run_rate=run_rate,
        against=LINEAR if profile is None or expected is None else profile.name,
    )


def elapsed_of(target: Target, actual: Result) -> Elapsed | None:
    """How much of the target's period is over at the end of the actual's; None where that is not known."""
    if target.period is None or actual.period is None or not target.period.contains(actual.period):
        return None
    return Elapsed.of(target.period, actual.period)


def _no_pace(target: Target, actual: Result, elapsed: Elapsed | None) -> Reason | None:
    if elapsed is None:
        known = target.period is not None and actual.period is not None
        return Reason.PERIOD if known else Reason.NO_PERIOD
    if frame_of(target) is not Frame.LEVEL:
        return Reason.NOT_A_FLOW
    flow = is_flow(target, actual)
    if flow is None:
        return Reason.FLOW_UNKNOWN
    return None if flow else Reason.NOT_A_FLOW


def _by_time(share: Ratio, elapsed: Elapsed) -> Ratio:
    """Share × all / elapsed: the elapsed share itself would be rounded."""
    done, whole = (Decimal(part) for part in elapsed.parts)
    return _scaled(share, whole, done)


def _by_profile(share: Ratio, expected: Decimal) -> Ratio:
    return _scaled(share, Decimal(1), expected)


def _scaled(share: Ratio, factor: Decimal, divisor: Decimal) -> Ratio:
    interval = share.interval
    if interval is not None:
        interval = interval * Interval.point(factor) / Interval.point(divisor)
    value = None if share.value is None else nearest().divide(exact().multiply(share.value, factor), divisor)
    return Ratio(value=value, interval=interval, reason=share.reason)


def _class(ratio: Ratio, policy: Policy) -> Pace:
    if ratio.value is None:
        return Pace.UNDEFINED
    cuts = (
        (policy.ahead, Pace.AHEAD),
        (policy.on_pace, Pace.ON_PACE),
        (policy.behind, Pace.BEHIND),
        (ZERO, Pace.FAR_BEHIND),
    )
    return next((name for cut, name in cuts if ratio.value >= cut), Pace.REGRESSING)


def required_run_rate(
    target: Target, actual: Result, *, exact_target: bool | None = None, policy: Policy = DEFAULT
) -> Amount:
    """What must still come per month left, or per day where no month ends with the actual's period (mức cần đạt).

    Zero where the target is reached already.
    """
    accepted = acceptance(target, policy=policy, exact_target=is_exact(target, exact_target))
    return run_rate_of(target, actual, accepted, reading_of(actual, policy))


def run_rate_of(target: Target, actual: Result, accepted: Acceptance | None, reading: Reading | None) -> Amount:
    """What of the target's threshold is missing, over the time left."""
    elapsed, unit = elapsed_of(target, actual), unit_of(actual)
    if frame_of(target) is not Frame.LEVEL:
        return Amount(reason=Reason.NOT_A_FLOW)
    if elapsed is None or elapsed.is_over:
        return Amount(reason=Reason.NO_PERIOD if elapsed is None else Reason.PERIOD_OVER)
    if accepted is None or reading is None or unit is None:
        return Amount(reason=Reason.NO_TARGET_FIGURE if accepted is None else Reason.NO_ACTUAL_FIGURE)
    if reading.values is None:
        return Amount(reason=Reason.ABOUT)
    return _run_rate(accepted, reading.face, reading.values, unit, elapsed)


def _run_rate(accepted: Acceptance, face: Decimal, values: Interval, unit: Unit, elapsed: Elapsed) -> Amount:
    done, whole = elapsed.parts
    left = Decimal(whole - done)
    missing = max(exact().subtract(accepted.threshold, face), ZERO)
    value = nearest().divide(missing, left)
    interval = (accepted.threshold_values - values) / Interval.point(left)
    positive = interval.intersection(Interval(ZERO, None)) or Interval.point(ZERO)
    return amount_of(value, positive, unit, per="day" if elapsed.months is None else "month")
