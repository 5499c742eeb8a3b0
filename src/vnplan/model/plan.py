"""A plan: numbered targets, tasks, basis, schedule (kế hoạch)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from attrs import frozen

from vnplan.model.checked import checked
from vnplan.model.directive import Citation, Person
from vnplan.model.figure import Basis
from vnplan.model.locality import Locality
from vnplan.model.lookup import only, select
from vnplan.model.period import Period
from vnplan.model.shown import short
from vnplan.model.source import Source
from vnplan.model.target import Target


@frozen(kw_only=True, field_transformer=checked)
class PlanEntry:
    """One item of a list of targets (mục chỉ tiêu), with its one to many targets.

    Attributes:
        number: Number of the item as printed.
        section: Field under which it stands: "kinh tế".
        text: The item as worded.
        targets: The targets read from it.
        source: Where it stands.
    """

    number: int | None = None
    section: str | None = None
    text: str = ""
    targets: tuple[Target, ...] = ()
    source: Source | None = None

    def __str__(self) -> str:
        return f"({self.number}) {self.text}" if self.number is not None else self.text

    __repr__ = short


@frozen(kw_only=True, field_transformer=checked)
class Task:
    """A task or measure of a plan (nhiệm vụ, giải pháp)."""

    text: str
    section: str | None = None
    source: Source | None = None

    def __str__(self) -> str:
        return self.text

    __repr__ = short


class Recurrence(StrEnum):
    """How often a report falls due."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@frozen(kw_only=True, field_transformer=checked)
class ReportingDuty:
    """One line of a reporting schedule (chế độ báo cáo).

    Attributes:
        report: The report as worded.
        due: When it is due, as worded.
        every: How often.
        day: Day of the month before which, or by which, it is due.
        month_of_quarter: For quarterly reports, the month of the quarter (3: the last).
        date: The full date, where the text names one.
        inclusive: Whether the day itself still counts: "trước ngày" excludes it.
        source: Where it stands.
    """

    report: str
    due: str
    every: Recurrence | None = None
    day: int | None = None
    month_of_quarter: int | None = None
    date: date | None = None
    inclusive: bool = True
    source: Source | None = None

    def __str__(self) -> str:
        return f"{self.report}: {self.due}"

    __repr__ = short


@frozen(kw_only=True, field_transformer=checked)
class Plan:
    """A plan of a locality for a period (kế hoạch).

    Attributes:
        locality: Whose plan.
        period: For when.
        number: Document number, where the text shows one.
        title: Title as worded.
        theme: Theme of the year (chủ đề năm).
        objectives: General objectives, as worded.
        entries: The items of its lists of targets.
        tasks: Tasks by section.
        legal_basis: Documents on which it rests.
        other_basis: Opinions and conclusions without a number on which it rests.
        reporting: The reporting schedule.
        signatory: Who signed.
        recipients: The "Nơi nhận" list.
    """

    locality: Locality | None = None
    period: Period | None = None
    number: str | None = None
    title: str | None = None
    theme: str | None = None
    objectives: tuple[str, ...] = ()
    entries: tuple[PlanEntry, ...] = ()
    tasks: tuple[Task, ...] = ()
    legal_basis: tuple[Citation, ...] = ()
    other_basis: tuple[str, ...] = ()
    reporting: tuple[ReportingDuty, ...] = ()
    signatory: Person | None = None
    recipients: tuple[str, ...] = ()

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets of all entries, in order."""
        return tuple(target for entry in self.entries for target in entry.targets)

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections of the list of targets, in order, each once."""
        return tuple(dict.fromkeys(entry.section for entry in self.entries if entry.section is not None))

    def target(
        self,
        indicator: str,
        *,
        period: Period | None = None,
        locality: Locality | None = None,
        authority: Basis | None = None,
    ) -> Target:
        """The one target on that indicator (catalogue id or name, or the wording).

        Raises:
            NoSuchFigureError: The plan sets none.
            AmbiguousFigureError: It sets several that differ.
        """
        return only(
            self.targets, self.targets_of(indicator, period=period, locality=locality, authority=authority), indicator
        )

    def targets_of(
        self,
        indicator: str,
        *,
        period: Period | None = None,
        locality: Locality | None = None,
        authority: Basis | None = None,
    ) -> tuple[Target, ...]:
        """All targets on that indicator (catalogue id or name, or the wording), in order."""
        found: Iterable[Target] = select(self.targets, indicator, period=period, locality=locality)
        return tuple(one for one in found if authority is None or one.authority == authority)

    def _repr_html_(self) -> str:
        from vnplan.html import to_html

        return to_html(self)

    def __str__(self) -> str:
        who = str(self.locality) if self.locality is not None else "?"
        return f"{self.title or 'Plan'} · {who} · {self.period}: {len(self.entries)} items, {len(self.targets)} targets"

    __repr__ = short
