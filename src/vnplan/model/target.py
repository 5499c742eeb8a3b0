"""Aims that a plan sets (chỉ tiêu kế hoạch)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen

from vnplan.model.checked import checked
from vnplan.model.figure import Basis, Figure
from vnplan.model.shown import short


class Frame(StrEnum):
    """What the figure of a target is a value of."""

    LEVEL = "level"
    RELATIVE_CHANGE = "relative_change"
    ABSOLUTE_CHANGE = "absolute_change"
    POINTS = "points"
    """Percentage points."""
    TIMES = "times"


class Measure(StrEnum):
    """A target on the level, or on its increase or decrease."""

    LEVEL = "level"
    INCREASE = "increase"
    DECREASE = "decrease"


def moved(measure: Measure) -> str:
    """Which way a change goes, in a word."""
    return "down" if measure is Measure.DECREASE else "up"


@frozen(kw_only=True, field_transformer=checked)
class Target(Figure):
    """An aim set for a period (chỉ tiêu), by a plan, an estimate or a higher level.

    `stated` has no quantity where the aim is qualitative or stands elsewhere
    ("theo chỉ tiêu Thành phố giao"). Which values meet it is computed by
    `vnplan.attainment`, never stored.

    Attributes:
        frame: What the figure is a value of.
        measure: Whether the aim is on the level or on its change.
        maintain: Whether the text asks to hold a level (duy trì, giữ vững).
        authority: Who set it: plan, estimate (dự toán), assigned (pháp lệnh, được giao);
            None where the text does not say.
        issued: Day on which it was set.
        supersedes: The target that it replaces.
        decreed: Whether the plan or decision itself sets it, so that its number is exact;
            quoted elsewhere it is a printed figure.

    Raises:
        InvalidValueError: A field is not of its type; text is read by `Stated.of`, `Period.of`, `indicator` and `locality`.
    """

    frame: Frame = Frame.LEVEL
    measure: Measure = Measure.LEVEL
    maintain: bool = False
    authority: Basis | None = None
    issued: date | None = None
    supersedes: Target | None = None
    decreed: bool = False

    def __str__(self) -> str:
        way = "" if self.measure is Measure.LEVEL else f"{moved(self.measure)} "
        return f"{self._head}: {way}{self.stated}"

    __repr__ = short
