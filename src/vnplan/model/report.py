"""Everything that one document states (báo cáo)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from vnplan.errors import InvalidValueError
from vnplan.model.actual import Actual, Change, Share, Tally
from vnplan.model.checked import checked
from vnplan.model.directive import Citation, Directive
from vnplan.model.figure import Basis
from vnplan.model.locality import Locality
from vnplan.model.lookup import of_own_place, only, select
from vnplan.model.period import Period
from vnplan.model.plan import Plan
from vnplan.model.shown import short
from vnplan.model.source import Source
from vnplan.model.target import Target

if TYPE_CHECKING:
    from vnplan.model.records import Record


class Claim(StrEnum):
    """What a number of the text was read as."""

    FIGURE = "figure"
    UNIT = "unit"
    """Part of a unit: 100 in "bé trai/100 bé gái"."""
    TALLY = "tally"
    COUNT = "count"
    """A headcount that measures nothing of the place: attendance, awards."""
    DATE = "date"
    PERIOD = "period"
    TIME = "time"
    DOCUMENT_NUMBER = "document_number"
    LIST_NUMBER = "list_number"
    LOCALITY = "locality"
    NAME = "name"
    """Part of a name: lớp 10, mức độ 4."""
    ORDINAL = "ordinal"
    SCALE = "scale"
    AGE = "age"
    CONTACT = "contact"
    OTHER = "other"
    UNREAD = "unread"


@frozen(field_transformer=checked)
class LedgerEntry:
    """One number of the text and what became of it.

    Attributes:
        start, end: The characters of the number, exactly.
        claimed_by: What it was read as.
        claims: Sources of the objects that it went into.
        reason: The rule that claimed it, in words.
    """

    start: int
    end: int
    claimed_by: Claim
    claims: tuple[Source, ...] = ()
    reason: str = field(default="", eq=False)

    def __str__(self) -> str:
        told = f" ({self.reason})" if self.reason else ""
        return f"{self.start}–{self.end}: {self.claimed_by}{told}"

    __repr__ = short


@frozen(field_transformer=checked)
class Ledger:
    """One entry for every number of the text (sổ đối chiếu số liệu): no number is lost."""

    entries: tuple[LedgerEntry, ...] = ()

    def __iter__(self) -> Iterator[LedgerEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def unread(self) -> tuple[LedgerEntry, ...]:
        """The numbers that no rule could place."""
        return tuple(entry for entry in self.entries if entry.claimed_by is Claim.UNREAD)

    def counts(self) -> dict[Claim, int]:
        """How many numbers each kind of claim took, most first."""
        found: dict[Claim, int] = {}
        for entry in self.entries:
            found[entry.claimed_by] = found.get(entry.claimed_by, 0) + 1
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    def __str__(self) -> str:
        kinds = ", ".join(f"{number} {claim}" for claim, number in self.counts().items())
        return f"{len(self)} numbers: {kinds}" if self.entries else "no numbers"

    __repr__ = short


class Severity(StrEnum):
    """How much an issue matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@frozen(field_transformer=checked)
class Issue:
    """Something that reading could not decide, or read in spite of a fault.

    Attributes:
        severity: How much it matters.
        reason: What and why, in words.
        start, end: Where in the text.
    """

    severity: Severity
    reason: str
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        return f"{self.severity} at {self.start}–{self.end}: {self.reason}"

    __repr__ = short


class ReportKind(StrEnum):
    """What kind of document a report is."""

    PLAN = "plan"
    RESOLUTION = "resolution"
    REPORT = "report"
    NEWS = "news"
    OTHER = "other"


@frozen(kw_only=True, field_transformer=checked)
class Report:
    """Everything that one document states (báo cáo, kế hoạch, tin).

    Attributes:
        text: The text, decoded, otherwise as given; all offsets count in it.
        document: Id of the document, by default its file name without suffix.
        kind: What kind of document it is.
        title: Title as worded.
        issued: Day on which it was issued or published, where the text says so.
        locality: The place that it is mainly about.
        period: The period that it is mainly about.
        plan: The plan that it sets out, if it does.
        targets: All targets, the plan's entries' first; each stored once.
        actuals, changes, shares, tallies: What it states.
        directives: Who asks what of whom.
        citations: Documents that it names.
        issues: What reading could not decide.
        ledger: What became of every number.
    """

    text: str
    document: str = ""
    kind: ReportKind = ReportKind.OTHER
    title: str | None = None
    issued: date | None = None
    locality: Locality | None = None
    period: Period | None = None
    plan: Plan | None = None
    targets: tuple[Target, ...] = ()
    actuals: tuple[Actual, ...] = ()
    changes: tuple[Change, ...] = ()
    shares: tuple[Share, ...] = ()
    tallies: tuple[Tally, ...] = ()
    directives: tuple[Directive, ...] = ()
    citations: tuple[Citation, ...] = ()
    issues: tuple[Issue, ...] = ()
    ledger: Ledger = Ledger()

    @classmethod
    def of(cls, plan: Plan) -> Report:
        """A plan alone as the report that sets it out: its targets, without text and what stands around them."""
        sources = (*(one.source for one in plan.entries), *(one.source for one in plan.targets))
        return cls(
            text="",
            document=next((one.document for one in sources if one is not None), ""),
            kind=ReportKind.PLAN,
            title=plan.title,
            locality=plan.locality,
            period=plan.period,
            plan=plan,
            targets=plan.targets,
            citations=plan.legal_basis,
        )

    def target(
        self,
        indicator: str,
        *,
        period: Period | None = None,
        locality: Locality | None = None,
        authority: Basis | None = None,
    ) -> Target:
        """The one target on that indicator (catalogue id or name, or the wording).

        Without `locality`, targets of the report's own place go before those of others.

        Raises:
            NoSuchFigureError: The report states none.
            AmbiguousFigureError: It states several that differ.
        """
        found = self.targets_of(indicator, period=period, locality=locality, authority=authority)
        return only(self.targets, of_own_place(found, self.locality), indicator)

    def targets_of(
        self,
        indicator: str,
        *,
        period: Period | None = None,
        locality: Locality | None = None,
        authority: Basis | None = None,
    ) -> tuple[Target, ...]:
        """All targets on that indicator (catalogue id or name, or the wording), in order."""
        found = select(self.targets, indicator, period=period, locality=locality)
        return tuple(one for one in found if authority is None or one.authority == authority)

    def actual(self, indicator: str, *, period: Period | None = None, locality: Locality | None = None) -> Actual:
        """The one result on that indicator (catalogue id or name, or the wording).

        Without `locality`, results of the report's own place go before those of others.

        Raises:
            NoSuchFigureError: The report states none.
            AmbiguousFigureError: It states several that differ.
        """
        found = self.actuals_of(indicator, period=period, locality=locality)
        return only(self.actuals, of_own_place(found, self.locality), indicator)

    def actuals_of(
        self, indicator: str, *, period: Period | None = None, locality: Locality | None = None
    ) -> tuple[Actual, ...]:
        """All results on that indicator (catalogue id or name, or the wording), in order."""
        return select(self.actuals, indicator, period=period, locality=locality)

    def quote(self, source: Source | None) -> str:
        """The characters that something was read from; a report without its text has those that the source keeps."""
        return "" if source is None else self.text[source.start : source.end] or source.quote

    def to_records(self) -> list[Record]:
        """The tidy table: one row a figure, and one a figureless target of a list."""
        from vnplan.model.records import to_records

        return to_records(self)

    def _repr_html_(self) -> str:
        from vnplan.html import to_html

        return to_html(self)

    def __str__(self) -> str:
        who = str(self.locality) if self.locality is not None else "?"
        return (
            f"{self.document or 'report'} · {who} · {self.period}: {len(self.targets)} targets, {len(self.actuals)} actuals, "
            f"{len(self.changes)} changes, {len(self.shares)} shares"
        )

    __repr__ = short


def reports_of(given: Iterable[Report | Plan] | Report | Plan) -> tuple[Report, ...]:
    """One report or several, plans among them, as reports.

    Raises:
        InvalidValueError: Something else is among them, as a file that could not be read.
    """
    if isinstance(given, Report | Plan):
        return (_report(given),)
    if not isinstance(given, Iterable):
        raise InvalidValueError("reports", given, "reports and plans")
    return tuple(map(_report, given))


def _report(given: Report | Plan) -> Report:
    if isinstance(given, Plan):
        return Report.of(given)
    if not isinstance(given, Report):
        raise InvalidValueError("reports", given, "reports and plans")
    return given
