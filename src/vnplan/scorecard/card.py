"""Every target against its result, counted (bảng đánh giá thực hiện chỉ tiêu)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from attrs import frozen

from vnplan.attainment import DEFAULT, Outcome, Policy, Reason, Result, Verdict, assess
from vnplan.attainment.joining import Joined, Vintage, join
from vnplan.model.checked import checked
from vnplan.model.plan import Plan
from vnplan.model.report import Report, reports_of
from vnplan.model.shown import short
from vnplan.model.target import Target

if TYPE_CHECKING:
    from vnplan.scorecard.rows import ScoreRow


@frozen(kw_only=True, field_transformer=checked)
class Entry:
    """One target of the scorecard: its verdict, and all that was joined for it.

    Attributes:
        verdict: Of the deciding target on the deciding result.
        document: Document of the deciding target.
        section, item_number: Where a plan lists it.
        targets: All vintages of the target, oldest first; none is dropped.
        actuals: All results that may answer it, oldest first; then the two levels of a computed change.
    """

    verdict: Verdict
    document: str
    section: str | None = None
    item_number: int | None = None
    targets: tuple[Vintage[Target], ...] = ()
    actuals: tuple[Vintage[Result], ...] = ()

    @property
    def target(self) -> Target:
        """The target that was judged."""
        return self.verdict.target

    @property
    def actual(self) -> Result | None:
        """The result that it was judged by."""
        return self.verdict.actual

    def _repr_html_(self) -> str:
        from vnplan.html import to_html

        return to_html(self)

    def __str__(self) -> str:
        return str(self.verdict)

    __repr__ = short


@frozen(field_transformer=checked)
class MetCount:
    """How many targets are met, as an interval (số chỉ tiêu đạt).

    Attributes:
        face: Met or exceeded at face value of the printed figures.
        least: Those of them that every possible value meets.
        most: `least` and every rounding-sensitive one whose possible values reach the target.
        of: All targets, assessed or not.
    """

    face: int
    least: int
    most: int
    of: int

    def __str__(self) -> str:
        return f"{self.face} of {self.of} met ({self.least}–{self.most})"


@frozen(kw_only=True, field_transformer=checked)
class Scorecard:
    """Every target of the reports against its result (bảng đánh giá thực hiện chỉ tiêu).

    Targets are counted, not items, and always over the full denominator.

    Attributes:
        entries: One a target, in the order of the reports.
        policy: Id of the policy of all verdicts.
    """

    entries: tuple[Entry, ...]
    policy: str

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def counts(self) -> dict[Outcome, int]:
        """Targets by outcome, every outcome named; they add up to all targets."""
        found = Counter(entry.verdict.outcome for entry in self.entries)
        return {outcome: found[outcome] for outcome in Outcome}

    @property
    def met(self) -> MetCount:
        """How many targets are met, with what rounding leaves open."""
        verdicts = [entry.verdict for entry in self.entries]
        return MetCount(
            face=sum(one.outcome.is_met for one in verdicts),
            least=sum(_is_surely_met(one) for one in verdicts),
            most=sum(_is_possibly_met(one) for one in verdicts),
            of=len(verdicts),
        )

    @property
    def sections(self) -> dict[str | None, Scorecard]:
        """The same by section of the plan, in order; None holds the targets outside any."""
        found: dict[str | None, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.section, []).append(entry)
        return {name: Scorecard(entries=tuple(held), policy=self.policy) for name, held in found.items()}

    @property
    def unassessed(self) -> dict[Reason, tuple[Entry, ...]]:
        """The targets that are not judged, by their first reason."""
        found: dict[Reason, list[Entry]] = {}
        for entry in self.entries:
            if not entry.verdict.outcome.is_decided:
                found.setdefault(entry.verdict.reasons[0], []).append(entry)
        return {reason: tuple(held) for reason, held in found.items()}

    def rows(self) -> list[ScoreRow]:
        """One plain row a target, for JSON and CSV: strings, whole numbers and None; figures as decimal strings."""
        from vnplan.scorecard.rows import row_of

        return [row_of(entry) for entry in self.entries]

    def _repr_html_(self) -> str:
        from vnplan.html import to_html

        return to_html(self)

    def __str__(self) -> str:
        told = ", ".join(f"{count} {outcome}" for outcome, count in self.counts.items() if count)
        return f"{self.met}: {told}"

    __repr__ = short


def _is_surely_met(verdict: Verdict) -> bool:
    return verdict.outcome.is_met and all(one.is_met for one in verdict.possible)


def _is_possibly_met(verdict: Verdict) -> bool:
    return verdict.outcome.is_decided and any(one.is_met for one in verdict.possible)


def scorecard(reports: Iterable[Report | Plan] | Report | Plan, *, policy: Policy = DEFAULT) -> Scorecard:
    """Judge every target of the reports by its result (đánh giá thực hiện chỉ tiêu).

    Targets are joined to results across all reports: same indicator, same place where both are known, the
    result's period inside the target's. A target on a change is answered by the change; where no text states it, by
    the change between two levels, a year apart. Of several statements
    of one thing the newest decides, and none is dropped. A target that its own plan sets is exact by decree;
    one that another text quotes is a printed figure.

    Args:
        reports: One report or plan, or several.
        policy: The choices that the verdicts rest on.

    Raises:
        InvalidValueError: `reports` holds what is neither a report nor a plan, as a file that could not be read.
    """
    held = reports_of(reports)
    return Scorecard(entries=tuple(_entry(one, policy) for one in join(held)), policy=policy.id)


def _entry(joined: Joined, policy: Policy) -> Entry:
    target = joined.target
    actual = None if joined.actual is None else joined.actual.figure
    exactly = True if target.exact else None
    base = None if joined.base is None else joined.base.figure
    levels: tuple[Vintage[Result], ...] = ()
    if joined.base is not None and joined.actual is not None:
        levels = (cast("Vintage[Result]", joined.base), joined.actual)
    return Entry(
        verdict=assess(target.figure, actual, base=base, policy=policy, exact_target=exactly),
        document=target.document,
        section=target.section,
        item_number=target.item_number,
        targets=joined.targets,
        actuals=(*joined.actuals, *levels),
    )
