"""The words in which attainment answers (từ vựng đánh giá)."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """Whether a target is met (kết quả thực hiện chỉ tiêu)."""

    EXCEEDED = "exceeded"
    """vượt: better than a point, or past the far end of a range."""
    MET = "met"
    """đạt."""
    NOT_MET = "not_met"
    """không đạt."""
    OPEN = "open"
    """đang thực hiện: the period is not over."""
    INDETERMINATE = "indeterminate"
    """chưa đủ căn cứ."""
    NOT_COMPARABLE = "not_comparable"
    """không so sánh được."""
    NO_ACTUAL = "no_actual"
    """chưa có số liệu."""
    QUALITATIVE = "qualitative"
    """định tính: one side has no figure."""

    @property
    def is_met(self) -> bool:
        """Whether the target is reached: met or exceeded."""
        return self in _MET_SIDE

    @property
    def is_decided(self) -> bool:
        """Whether the target is judged: exceeded, met or not met."""
        return self in _DECIDED


_MET_SIDE = frozenset((Outcome.MET, Outcome.EXCEEDED))
_DECIDED = _MET_SIDE | {Outcome.NOT_MET}


class Certainty(StrEnum):
    """Whether every value that the printed figures stand for gives the same outcome."""

    CERTAIN = "certain"
    ROUNDING_SENSITIVE = "rounding_sensitive"
    """The printed digits decide, the possible values do not."""


class Finality(StrEnum):
    """Whether the outcome can still change."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    """Estimated, preliminary or of unknown status, or the period is not over."""
    IRREVERSIBLE = "irreversible"
    """Reached or broken before the end of the period."""


class Pace(StrEnum):
    """How a flow of an open period stands against the time elapsed (tiến độ)."""

    AHEAD = "ahead"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"
    REGRESSING = "regressing"
    UNDEFINED = "undefined"
    """No flow, or not known to be one."""


class Reason(StrEnum):
    """Why there is no outcome or no number, or why two figures are not comparable."""

    INDICATOR = "indicator"
    FRAME = "frame"
    """A level against a change, or one kind of change against another."""
    UNIT = "unit"
    PERIOD = "period"
    PERIOD_START = "period_start"
    """A flow that does not begin where the target's period begins."""
    PLACE = "place"
    BASIS = "basis"
    """Cumulative against in-period, or a change against another base period."""
    PRICE_BASE = "price_base"
    DENOMINATOR = "denominator"

    NO_ACTUAL = "no_actual"
    NO_TARGET_FIGURE = "no_target_figure"
    """Qualitative, or set elsewhere."""
    NO_ACTUAL_FIGURE = "no_actual_figure"
    NO_DIRECTION = "no_direction"
    """Neither wording nor indicator says which way is better."""
    ONE_SIDED = "one_sided"
    """As in "hơn 98%": values on both sides of the target are possible."""
    RANGE = "range"
    """As in "61–62": values on both sides of the target are possible."""
    ABOUT = "about"
    """As in "khoảng 4", and the policy gives no tolerance."""
    PERIOD_OPEN = "period_open"

    ZERO_TARGET = "zero_target"
    NEGATIVE_TARGET = "negative_target"
    ZERO_BASE = "zero_base"
    NEGATIVE_BASE = "negative_base"
    DIVISOR_SPANS_ZERO = "divisor_spans_zero"
    CHANGE = "change"
    """A share of a change means nothing."""
    SCORE = "score"
    """A score has no ratio scale."""
    MAINTAIN = "maintain"
    LOWER_IS_BETTER = "lower_is_better"
    NO_BASELINE = "no_baseline"
    BASELINE_REACHED = "baseline_reached"
    """The baseline already met the target: there was no distance to travel."""
    REGRESSION = "regression"
    """The baseline already met the target, and the actual is worse than the baseline."""
    NOT_A_FLOW = "not_a_flow"
    FLOW_UNKNOWN = "flow_unknown"
    NO_PERIOD = "no_period"
    PERIOD_OVER = "period_over"
    OUT_OF_RANGE = "out_of_range"
    """Beyond 10**100, which no quantity holds."""


class Assumption(StrEnum):
    """What the texts do not say and a comparison takes for granted (giả định)."""

    PERIOD = "period"
    PERIOD_START = "period_start"
    """Not known to be a flow, so that another first day was let pass."""
    PLACE = "place"
    ACCUMULATION = "accumulation"
    PRICE_BASE = "price_base"
    DENOMINATOR = "denominator"
    BASIS = "basis"
    """The period that a change is told against."""
    EXACT_TARGET = "exact_target"
    """The target was taken as exact by decree."""
    PRINTED_TARGET = "printed_target"
    """The target was taken as a printed, so rounded, figure."""
    COMPUTED_CHANGE = "computed_change"
    """No text states the change; it was computed from two levels."""


class Consistency(StrEnum):
    """Whether a stated figure agrees with a computed one (đối chiếu)."""

    CONSISTENT = "consistent"
    ONLY_IF_TRUNCATED = "only_if_truncated"
    """Digits were cut off, not rounded."""
    INCONSISTENT = "inconsistent"
    UNDECIDED = "undecided"
    """Something needed is missing."""
