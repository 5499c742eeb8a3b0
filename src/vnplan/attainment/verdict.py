"""The verdict on a target: separate answers, never one colour (đánh giá thực hiện chỉ tiêu)."""

from __future__ import annotations

from attrs import frozen

from vnplan.attainment.acceptance import Acceptance, acceptance
from vnplan.attainment.comparability import Comparability, comparability, is_flow
from vnplan.attainment.frames import Result, frame_of, reading_of
from vnplan.attainment.numbers import Amount, Ratio, gap_of, is_exact
from vnplan.attainment.pace import Elapsed, PaceReading, Profile, elapsed_of, pace_of, run_rate_of
from vnplan.attainment.policy import DEFAULT, Policy
from vnplan.attainment.sets import Reading, Shape
from vnplan.attainment.shares import share_of
from vnplan.attainment.two_levels import comparability_of_levels, reading_of_levels
from vnplan.attainment.words import Assumption, Certainty, Finality, Outcome, Pace, Reason
from vnplan.errors import InvalidValueError, NotComparableError
from vnplan.model.actual import Actual, Change, Status, VerdictWord
from vnplan.model.checked import checked
from vnplan.model.interval import Interval
from vnplan.model.shown import short
from vnplan.model.stated import Comparator
from vnplan.model.target import Frame, Target


@frozen(kw_only=True, field_transformer=checked)
class Verdict:
    """What the figures say about a target (đánh giá thực hiện chỉ tiêu).

    Attributes:
        outcome: Whether the target is met.
        certainty: Whether the printed digits alone decide; None where nothing is decided.
        finality: Whether that can change; None where nothing was compared.
        possible: Every outcome that the possible values of both sides allow, where one is decided.
        pace: Of an open period; None for others.
        share: Share realised; None where nothing was compared.
        gap: Actual minus target.
        elapsed: How much of the target's period is over.
        run_rate: What must still come per month, or day, left; of an open period.
        pace_reading: All that the pace rests on.
        reasons: Why nothing is decided.
        assumed: What the texts do not say and the comparison took for granted.
        stated_word: The verdict that the text itself states; kept, never followed.
        policy: Id of the policy, with which the verdict can be repeated.
        target, actual: Both sides, with their sources.
        base: The level of the year before, where the change that answers the target was computed from two levels.
    """

    outcome: Outcome
    certainty: Certainty | None = None
    finality: Finality | None = None
    possible: frozenset[Outcome] = frozenset()
    pace: Pace | None = None
    share: Ratio | None = None
    gap: Amount | None = None
    elapsed: Elapsed | None = None
    run_rate: Amount | None = None
    pace_reading: PaceReading | None = None
    reasons: tuple[Reason, ...] = ()
    assumed: tuple[Assumption, ...] = ()
    stated_word: VerdictWord | None = None
    policy: str
    target: Target
    actual: Result | None = None
    base: Actual | None = None

    def reading(self, policy: Policy = DEFAULT) -> Reading | None:
        """What answers the target, as a set in its frame: the result, or the change between two levels.

        None where nothing was compared, or the text gives no figure.
        """
        if self.actual is None:
            return None
        if self.base is None:
            return reading_of(self.actual, policy)
        assert isinstance(self.actual, Actual)
        found = reading_of_levels(self.target, self.base, self.actual, policy)
        return found if isinstance(found, Reading) else None

    def _repr_html_(self) -> str:
        from vnplan.html import to_html

        return to_html(self)

    def __str__(self) -> str:
        words = [one for one in (self.outcome, self.certainty, self.finality, self.pace) if one is not None]
        told = ", ".join(str(one) for one in words)
        reasons = f" ({', '.join(self.reasons)})" if self.reasons else ""
        actual = "no figure" if self.actual is None else str(self.actual.stated)
        if self.base is not None:
            actual += f" after {self.base.stated}"
        return f"{self.target}, actual {actual}: {told}{reasons}"

    __repr__ = short


@frozen
class _Finding:
    """Outcome, certainty and reasons, before the period is looked at."""

    outcome: Outcome
    possible: frozenset[Outcome]
    reasons: tuple[Reason, ...] = ()

    @property
    def certainty(self) -> Certainty | None:
        if not self.outcome.is_decided:
            return None
        return Certainty.CERTAIN if len(self.possible) == 1 else Certainty.ROUNDING_SENSITIVE


def assess(
    target: Target,
    actual: Result | None,
    *,
    base: Actual | None = None,
    policy: Policy = DEFAULT,
    exact_target: bool | None = None,
    profile: Profile | None = None,
    strict: bool = False,
) -> Verdict:
    """Judge a target by its result (đánh giá thực hiện chỉ tiêu).

    Args:
        target: A level, or a change.
        actual: Its result: a level, or for a target on a change the change. None: no figure is known.
        base: For a target on a change that no text states: the level one year before `actual`, then a level
            too. The change is computed from both, with every value that they may stand for.
        policy: The choices that the verdict rests on.
        exact_target: Whether the target's number is exact by decree, as in the plan itself, or a printed
            figure, as in a news report. None: exact for a target made by hand, printed for one that was read.
            The verdict lists what was taken under `assumed`.
        profile: What another year had reached by each month, for the pace.
        strict: Raise where the two may not be compared.

    Raises:
        InvalidValueError: `target` is no target, `actual` no result, or `base` no level.
        NotComparableError: Only with ``strict=True``; all reasons are in it.
    """
    _check(target, actual, base)
    by_levels = base is not None and isinstance(actual, Actual) and frame_of(target) is not Frame.LEVEL
    exactly = is_exact(target, exact_target)
    case = _Case(target, actual, base if by_levels else None, policy, exactly, profile)
    accepted = acceptance(target, policy=policy, exact_target=exactly)
    if actual is None:
        if accepted is None:
            return case.undecided(Outcome.QUALITATIVE, Reason.NO_TARGET_FIGURE)
        return case.undecided(Outcome.NO_ACTUAL, Reason.NO_ACTUAL)
    compared = _compared(target, case.base, actual)
    if compared.reasons:
        if strict:
            raise NotComparableError(compared.reasons)
        return case.undecided(Outcome.NOT_COMPARABLE, *compared.reasons, assumed=compared.assumed)
    if accepted is None:
        return case.undecided(Outcome.QUALITATIVE, Reason.NO_TARGET_FIGURE, assumed=compared.assumed)
    reading = _read(target, case.base, actual, policy)
    if isinstance(reading, Reason):
        outcome = Outcome.QUALITATIVE if reading is Reason.NO_ACTUAL_FIGURE else Outcome.INDETERMINATE
        return case.undecided(outcome, reading, assumed=compared.assumed)
    return _judge(case, actual, accepted, reading, compared.assumed)


@frozen
class _Case:
    """What is judged, and by which choices."""

    target: Target
    actual: Result | None
    base: Actual | None
    policy: Policy
    exact_target: bool
    profile: Profile | None

    @property
    def stated_word(self) -> VerdictWord | None:
        """The verdict that the text states; that of a level is on the level, and not on its change."""
        return None if self.actual is None or self.base is not None else self.actual.verdict_word

    def undecided(self, outcome: Outcome, *reasons: Reason, assumed: tuple[Assumption, ...] = ()) -> Verdict:
        """A verdict without numbers."""
        return Verdict(
            outcome=outcome,
            reasons=reasons,
            assumed=assumed,
            stated_word=self.stated_word,
            policy=self.policy.id,
            target=self.target,
            actual=self.actual,
            base=self.base,
        )


def _check(target: object, actual: object, base: object) -> None:
    """Refuses what is easily given in the place of another."""
    if not isinstance(target, Target):
        raise InvalidValueError("target", target, "a Target; its result comes second")
    if not isinstance(actual, Actual | Change | None):
        raise InvalidValueError("actual", actual, "an Actual or a Change, or None")
    if not isinstance(base, Actual | None):
        raise InvalidValueError("base", base, "an Actual of the year before, or None")


def _compared(target: Target, base: Actual | None, actual: Result) -> Comparability:
    if base is None:
        return comparability(target, actual)
    assert isinstance(actual, Actual)
    return comparability_of_levels(target, base, actual)


def _read(target: Target, base: Actual | None, actual: Result, policy: Policy) -> Reading | Reason:
    if base is None:
        return reading_of(actual, policy) or Reason.NO_ACTUAL_FIGURE
    assert isinstance(actual, Actual)
    return reading_of_levels(target, base, actual, policy)


def _judge(
    case: _Case, actual: Result, accepted: Acceptance, reading: Reading, assumed: tuple[Assumption, ...]
) -> Verdict:
    target, policy = case.target, case.policy
    elapsed = elapsed_of(target, actual)
    is_open = elapsed is not None and not elapsed.is_over
    found, finality = _in_time(target, (actual, case.base), accepted, reading, is_open=is_open)
    share = share_of(target, accepted, reading)
    rate = None
    if is_open:
        run_rate = run_rate_of(target, actual, accepted, reading)
        rate = pace_of(target, actual, share, run_rate, policy=policy, profile=case.profile)
    return Verdict(
        outcome=found.outcome,
        certainty=found.certainty,
        finality=finality,
        possible=found.possible,
        pace=None if rate is None else rate.pace,
        share=share,
        gap=gap_of(target, actual, accepted, reading),
        elapsed=elapsed,
        run_rate=None if rate is None else rate.run_rate,
        pace_reading=rate,
        reasons=found.reasons,
        assumed=assumed + _about_target(target, exact_target=case.exact_target),
        stated_word=case.stated_word,
        policy=policy.id,
        target=target,
        actual=actual,
        base=case.base,
    )


def _about_target(target: Target, *, exact_target: bool) -> tuple[Assumption, ...]:
    """How a plain number of the target was taken; a bound is exact either way."""
    if target.stated.comparator is not Comparator.EQUAL:
        return ()
    return (Assumption.EXACT_TARGET if exact_target else Assumption.PRINTED_TARGET,)


# --- outcome -------------------------------------------------------------------------------------


def _in_time(
    target: Target, told: tuple[Result, Actual | None], accepted: Acceptance, reading: Reading, *, is_open: bool
) -> tuple[_Finding, Finality]:
    found, actual = _at_face(accepted, reading), told[0]
    if not is_open:
        final = all(_is_final(one) for one in told if one is not None)
        return found, Finality.FINAL if final else Finality.PROVISIONAL
    if _is_growing(target, actual) and _is_settled(accepted, reading):
        return found, Finality.IRREVERSIBLE
    return _Finding(Outcome.OPEN, frozenset(), (Reason.PERIOD_OPEN, *found.reasons)), Finality.PROVISIONAL


def _at_face(accepted: Acceptance, reading: Reading) -> _Finding:
    if reading.values is None:
        return _Finding(Outcome.INDETERMINATE, frozenset(), (Reason.ABOUT,))
    possible = accepted.outcomes(reading.values)
    outcome = accepted.outcome(reading.face) if reading.shape is Shape.POINT else _common(possible)
    if outcome is not Outcome.INDETERMINATE:
        return _Finding(outcome, possible)
    return _Finding(outcome, possible, (accepted.reason or _UNDECIDED[reading.shape],))


_UNDECIDED = {
    Shape.POINT: Reason.NO_DIRECTION,
    Shape.BOUND: Reason.ONE_SIDED,
    Shape.RANGE: Reason.RANGE,
    Shape.ABOUT: Reason.ABOUT,
}


def _common(possible: frozenset[Outcome]) -> Outcome:
    """What all values of a set have in common: met at the least, or not met, or neither."""
    if len(possible) == 1:
        return next(iter(possible))
    return Outcome.MET if all(one.is_met for one in possible) else Outcome.INDETERMINATE


def _is_final(actual: Result) -> bool:
    """Final only where the text says so, and not before the period's end."""
    early = actual.as_of is not None and actual.period is not None and actual.as_of < actual.period.end
    return actual.status is Status.FINAL and not early


def _is_growing(target: Target, actual: Result) -> bool:
    """Whether the level can only grow until the end of the period: a cumulative flow."""
    return frame_of(target) is Frame.LEVEL and is_flow(target, actual) is True


def _is_settled(accepted: Acceptance, reading: Reading) -> bool:
    """Whether everything from the present level up is met, or is not met (đã đạt, đã vỡ trần)."""
    if reading.values is None or reading.values.lower is None:
        return False
    onwards = Interval(reading.values.lower, None, lower_closed=reading.values.lower_closed)
    ahead = accepted.outcomes(onwards)
    return all(one.is_met for one in ahead) or ahead == {Outcome.NOT_MET}
