"""What an audit finds, and the shape of a rule (kết quả rà soát)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import evolve, frozen

from vnplan.attainment import DEFAULT, Consistency, Policy
from vnplan.attainment.agreement import smallest_change
from vnplan.attainment.joining import Joined, indicator_key, join, place_key
from vnplan.audit.breakdowns import Breakdown, breakdowns
from vnplan.audit.passages import Passages
from vnplan.audit.wording import subject_vi
from vnplan.model.actual import Actual, Change, Share, Status
from vnplan.model.checked import checked
from vnplan.model.figure import Figure
from vnplan.model.interval import Interval
from vnplan.model.period import Period
from vnplan.model.report import Report
from vnplan.model.shown import short
from vnplan.model.source import Source
from vnplan.model.target import Target

if TYPE_CHECKING:
    from vnplan.audit.rows import FindingRow

F = TypeVar("F", bound=Figure)
F_co = TypeVar("F_co", bound=Figure, covariant=True)


@frozen(kw_only=True, field_transformer=checked)
class Finding:
    """The result of one rule on one case (kết quả rà soát).

    Attributes:
        rule: Name of the rule.
        result: Whether what is stated holds together.
        subject: What it is about: the indicator's id or wording, a section, a document number.
        documents: Ids of the documents compared, each once.
        sources: Where both sides were read, the stated one first; hand-made figures have none.
        intervals: What is stated and what follows from the other side, in one base unit; empty where no
            numbers are compared.
        residual: The smallest change of the stated value that reconciles the two, in that unit: 0 where they
            agree; for parts that are not all known, what is left for the others. None where nothing can be told.
        missing: What an undecided case lacks: ``target``, ``base``, ``part``, ``figure`` …
        message_vi, message_en: One sentence in Vietnamese and in English.
    """

    rule: str
    result: Consistency
    subject: str = ""
    documents: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    intervals: tuple[Interval, ...] = ()
    residual: Decimal | None = None
    missing: tuple[str, ...] = ()
    message_vi: str = ""
    message_en: str = ""

    @property
    def needs_attention(self) -> bool:
        """Whether anything but agreement was found."""
        return self.result is not Consistency.CONSISTENT

    @property
    def is_contradiction(self) -> bool:
        """Whether the figures do not fit as they stand; undecided ones only lack something."""
        return self.result in (Consistency.INCONSISTENT, Consistency.ONLY_IF_TRUNCATED)

    def to_row(self) -> FindingRow:
        """The same as a plain row, for JSON and CSV: strings, lists of strings and None."""
        from vnplan.audit.rows import row_of

        return row_of(self)

    def _repr_html_(self) -> str:
        from vnplan.html import to_html

        return to_html(self)

    def __str__(self) -> str:
        return f"{self.rule}: {self.result}: {self.message_en}"

    __repr__ = short


_YEAR, _MONTH = 365, 31


@frozen
class Fact(Generic[F_co]):
    """A figure and the report that states it."""

    figure: F_co
    report: Report

    @property
    def is_planned(self) -> bool:
        """Whether the report is the plan that sets the target."""
        plan = self.report.plan
        return plan is not None and self.figure in plan.targets

    @property
    def place(self) -> Hashable:
        """What makes it a figure of one place; texts that name none are each of a place of their own."""
        known = place_key(self.figure.locality)
        return ("unnamed", id(self.report)) if known is None and self.report.text else known

    @property
    def is_provisional(self) -> bool:
        """Whether a result may be revised: an estimate, or told by the report on the months that just end."""
        figure, told = self.figure, self.report.period
        if isinstance(figure, Actual) and figure.status is Status.ESTIMATED:
            return True
        if told is None or figure.period is None or told.days >= _YEAR:
            return False
        return 0 <= (told.end - figure.period.end).days <= _MONTH

    @property
    def label(self) -> str:
        """The name as worded, for people."""
        return subject_vi(self.figure)


@frozen(slots=False)
class Evidence:
    """What a rule looks at: all reports of one audit, and how figures are read.

    Attributes:
        reports: The reports.
        policy: How printed figures were shortened.
    """

    reports: tuple[Report, ...]
    policy: Policy = DEFAULT

    @cached_property
    def targets(self) -> tuple[Fact[Target], ...]:
        """All targets, those of plan entries among them, each once."""
        return tuple(
            Fact(one, report)
            for report in self.reports
            for one in dict.fromkeys((*(() if report.plan is None else report.plan.targets), *report.targets))
        )

    @cached_property
    def actuals(self) -> tuple[Fact[Actual], ...]:
        """All results."""
        return tuple(Fact(one, report) for report in self.reports for one in report.actuals)

    @cached_property
    def changes(self) -> tuple[Fact[Change], ...]:
        """All changes."""
        return tuple(Fact(one, report) for report in self.reports for one in report.changes)

    @cached_property
    def shares(self) -> tuple[Fact[Share], ...]:
        """All shares of a target."""
        return tuple(Fact(one, report) for report in self.reports for one in report.shares)

    @cached_property
    def passages(self) -> dict[int, Passages]:
        """The text of each report with its figures in order, by the report's identity."""
        return {id(one): Passages(one) for one in self.reports}

    @cached_property
    def breakdowns(self) -> dict[int, tuple[Breakdown, ...]]:
        """The wholes of each report with the parts that the text names, by the report's identity."""
        return {key: tuple(breakdowns(passages)) for key, passages in self.passages.items()}

    def passages_of(self, fact: Fact[Figure]) -> Passages:
        """The text in which a figure stands."""
        return self.passages[id(fact.report)]

    @cached_property
    def joined(self) -> tuple[Joined, ...]:
        """Every target with the results that answer it."""
        return join(self.reports)

    @cached_property
    def targets_by_indicator(self) -> dict[tuple[bool, str], list[Fact[Target]]]:
        """The targets by catalogue id, else wording."""
        return by_indicator(self.targets)

    @cached_property
    def _actuals_by_period(self) -> dict[Hashable, list[Fact[Actual]]]:
        found: dict[Hashable, list[Fact[Actual]]] = {}
        for fact in self.actuals:
            found.setdefault((indicator_key(fact.figure), fact.figure.period), []).append(fact)
        return found

    def actuals_in(self, figure: Figure, period: Period) -> Sequence[Fact[Actual]]:
        """The results on a figure's indicator, by catalogue id, else wording, in a period."""
        return self._actuals_by_period.get((indicator_key(figure), period), ())

    @cached_property
    def _shares_by_level(self) -> dict[int, list[Share]]:
        found: dict[int, list[Share]] = {}
        for fact in self.shares:
            found.setdefault(id(fact.figure.of), []).append(fact.figure)
        return found

    def shares_beside(self, share: Share) -> list[Share]:
        """The other shares of the level that a share is of."""
        return [one for one in self._shares_by_level[id(share.of)] if share.of is not None and one is not share]


def by_indicator(facts: Iterable[Fact[F]]) -> dict[tuple[bool, str], list[Fact[F]]]:
    """Figures on one indicator together, in order."""
    found: dict[tuple[bool, str], list[Fact[F]]] = {}
    for fact in facts:
        found.setdefault(indicator_key(fact.figure), []).append(fact)
    return found


Rule = Callable[[Evidence], Iterator[Finding]]
"""A rule looks at all reports and yields what it finds; it never raises for what they hold."""


def sources_of(*figures: Figure | None) -> tuple[Source, ...]:
    """Where figures were read, those made by hand left out."""
    return tuple(one.source for one in figures if one is not None and one.source is not None)


def compared(
    rule: str,
    result: Consistency,
    pair: tuple[Interval | None, Interval | None],
    *,
    told: Figure,
    beside: Iterable[Figure | None],
    documents: tuple[str, ...],
    missing: tuple[str, ...] = (),
    message_vi: str,
    message_en: str,
) -> Finding:
    """The finding of a figure held against others.

    Args:
        rule: Name of the rule.
        result: What came of it.
        pair: What is stated and what follows from the others, in one base unit.
        told: The figure that is held.
        beside: Those that it is held against.
        documents: Ids of the documents.
        missing: What an undecided case lacks.
        message_vi: One sentence in Vietnamese.
        message_en: The same in English.
    """
    stated, computed = pair
    known = () if stated is None or computed is None else (stated, computed)
    return Finding(
        rule=rule,
        result=result,
        subject=told.label,
        documents=documents,
        sources=sources_of(told, *beside),
        intervals=known,
        residual=smallest_change(*known) if known else None,
        missing=missing,
        message_vi=message_vi,
        message_en=message_en,
    )


def documents_of(*facts: Fact[Figure]) -> tuple[str, ...]:
    """The documents that state the figures, each once."""
    return tuple(dict.fromkeys(one.report.document for one in facts))


def unless_revised(finding: Finding, *facts: Fact[Actual]) -> Finding:
    """A contradiction between reports, one of whose figures is provisional, may be a later revision."""
    return unless(finding, revised=any(one.is_provisional for one in facts), facts=facts)


def unless(finding: Finding, *, revised: bool, facts: Sequence[Fact[Actual]]) -> Finding:
    """A contradiction between reports is undecided where a figure may have been revised."""
    revisable = revised and len({id(one.report) for one in facts}) > 1
    if not revisable or finding.result is not Consistency.INCONSISTENT:
        return finding
    return evolve(
        finding,
        result=Consistency.UNDECIDED,
        missing=("revision",),
        message_vi=f"{finding.message_vi[:-1]}; số ước thực hiện có thể đã được điều chỉnh.",
        message_en=f"{finding.message_en[:-1]}; an estimate may have been revised.",
    )


def is_dated(evidence: Evidence, fact: Fact[Actual]) -> bool:
    """Whether a figure's own sentence names its period; figures made by hand do by themselves."""
    passages = evidence.passages_of(fact)
    placed = passages.placed(fact.figure)
    return placed is None or (passages.names_period(placed) and not passages.is_part(placed))
