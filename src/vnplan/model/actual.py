"""Results, their changes and shares (kết quả thực hiện)."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from vnplan.model.checked import checked
from vnplan.model.figure import Basis, Figure
from vnplan.model.period import Period
from vnplan.model.quantity import Quantity
from vnplan.model.shown import short
from vnplan.model.source import Source
from vnplan.model.target import Measure, Target, moved


class Status(StrEnum):
    """How final a result is."""

    ESTIMATED = "estimated"
    """ước thực hiện."""
    PRELIMINARY = "preliminary"
    """sơ bộ."""
    FINAL = "final"
    """chính thức, quyết toán."""
    UNSPECIFIED = "unspecified"


class VerdictWord(StrEnum):
    """A verdict that the text itself states."""

    EXCEEDED = "exceeded"
    """vượt."""
    MET = "met"
    """đạt."""
    NOT_MET = "not_met"
    """không đạt, chưa đạt."""


@frozen(kw_only=True, field_transformer=checked)
class Actual(Figure):
    """A result that a report states (kết quả thực hiện).

    Attributes:
        status: How final it is.
        verdict_word: The verdict that the text states beside it.

    Raises:
        InvalidValueError: A field is not of its type; text is read by `Stated.of`, `Period.of`, `indicator` and `locality`.
    """

    status: Status = Status.UNSPECIFIED
    verdict_word: VerdictWord | None = None

    __repr__ = short


class ChangeForm(StrEnum):
    """How a change is told."""

    RATE = "rate"
    """tăng 14,1%."""
    RATIO = "ratio"
    """bằng 102,7% cùng kỳ."""
    TIMES = "times"
    """gấp 2,2 lần."""
    DIFFERENCE = "difference"
    """tăng 35 doanh nghiệp, tăng 1,2 điểm phần trăm."""


YEAR_ON_YEAR = "yoy"
"""Basis of a change against the same period of the year before (so với cùng kỳ)."""


@frozen(kw_only=True, field_transformer=checked)
class Change(Figure):
    """A change against another period (mức tăng, giảm so với kỳ khác).

    `stated` is the printed figure, without sign; `signed` is negative for a decline.

    Attributes:
        form: How it is told.
        measure: Increase or decrease; level for a ratio ("bằng 102,7% cùng kỳ").
        basis: ``yoy``, or the period compared with; None where the text does not say.
        of: The level beside which it stands.
        status: As of the level.
        verdict_word: The verdict that the text states beside it.

    Raises:
        InvalidValueError: A field is not of its type; text is read by `Stated.of`, `Period.of`, `indicator` and `locality`.
    """

    form: ChangeForm = ChangeForm.RATE
    measure: Measure = Measure.INCREASE
    basis: str | Period | None = None
    of: Actual | Target | None = None
    status: Status = Status.UNSPECIFIED
    verdict_word: VerdictWord | None = None

    @property
    def signed(self) -> Quantity | None:
        """The figure with its sign: negative for a decline."""
        return _signed(self.stated.quantity, self.measure)

    def __str__(self) -> str:
        before = "the year before" if self.basis == YEAR_ON_YEAR else self.basis
        if self.form in {ChangeForm.RATIO, ChangeForm.TIMES}:
            return f"{self._head}: {self.stated} of {before or 'before'}"
        return f"{self._head}: {moved(self.measure)} {self.stated}{f' on {before}' if before else ''}"

    __repr__ = short


def _signed(quantity: Quantity | None, measure: Measure) -> Quantity | None:
    return -quantity if quantity is not None and measure is Measure.DECREASE else quantity


class ShareForm(StrEnum):
    """How a share is told."""

    RATIO = "ratio"
    """đạt 26,7% dự toán."""
    MARGIN = "margin"
    """vượt 19% kế hoạch, thấp hơn 3% kế hoạch."""


@frozen(kw_only=True, field_transformer=checked)
class Share(Figure):
    """The part of a target that is realised (tỷ lệ thực hiện so với dự toán, kế hoạch).

    Attributes:
        form: How it is told.
        measure: Decrease for a margin below the plan, increase for one above; level for a ratio.
        basis: What it is a share of; None where the text does not say.
        of: The level beside which it stands.
        status: As of the level.

    Raises:
        InvalidValueError: A field is not of its type; text is read by `Stated.of`, `Period.of`, `indicator` and `locality`.
    """

    form: ShareForm = ShareForm.RATIO
    measure: Measure = Measure.LEVEL
    basis: Basis | None = None
    of: Actual | Target | None = None
    status: Status = Status.UNSPECIFIED

    @property
    def signed(self) -> Quantity | None:
        """The figure with its sign: negative for a margin below the plan."""
        return _signed(self.stated.quantity, self.measure)

    def __str__(self) -> str:
        of = self.basis or "target"
        if self.form is ShareForm.RATIO:
            return f"{self._head}: {self.stated} of {of}"
        return f"{self._head}: {moved(self.measure)} {self.stated} on {of}"

    __repr__ = short


@frozen(kw_only=True, field_transformer=checked)
class Tally:
    """A stated count of indicators or tasks ("04 chỉ tiêu", "17/18 chỉ tiêu").

    Attributes:
        count: The number stated.
        noun: What is counted: chỉ tiêu, nhiệm vụ, nội dung.
        scope: The field or list that it counts, as worded.
        of: The whole of which it is a part, where the text says one.
        source: Where it was read.
    """

    count: int
    noun: str
    scope: str | None = None
    of: int | None = None
    source: Source | None = None

    def __str__(self) -> str:
        whole = f"/{self.of}" if self.of is not None else ""
        return f"{self.count}{whole} {self.noun}"

    __repr__ = short
