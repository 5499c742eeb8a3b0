"""One fact in all its vintages (một số liệu qua các lần công bố)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from enum import StrEnum
from itertools import pairwise
from typing import cast

from attrs import frozen

from vnplan.attainment.frames import Result, frame_of, reading_of, unit_of
from vnplan.attainment.joining import RANK, Vintage, deciding, parts, same_figure, settle
from vnplan.attainment.numbers import Amount, amount_of
from vnplan.attainment.policy import DEFAULT, Policy
from vnplan.attainment.sets import ZERO, Shape
from vnplan.attainment.words import Reason
from vnplan.model.actual import Change
from vnplan.model.checked import checked
from vnplan.model.figure import Accumulation, Basis, fold
from vnplan.model.interval import exact
from vnplan.model.locality import Locality
from vnplan.model.period import Period
from vnplan.model.shown import short
from vnplan.model.target import Frame, Target
from vnplan.model.units import PERCENT, PERCENTAGE_POINT, Unit

Told = Target | Result
"""What a series is made of: targets, results, or changes."""


class Role(StrEnum):
    """Which figures on an indicator are meant."""

    TARGET = "target"
    ACTUAL = "actual"
    CHANGE = "change"


@frozen(kw_only=True, field_transformer=checked)
class Revision:
    """From one statement of a fact to the next one (điều chỉnh số liệu).

    Attributes:
        before, after: The two statements.
        difference: After minus before, with the interval that the printed figures allow.
    """

    before: Vintage[Told]
    after: Vintage[Told]
    difference: Amount

    @property
    def is_within_rounding(self) -> bool:
        """Whether both may stand for one value, printed to other digits."""
        interval = self.difference.interval
        return interval is not None and ZERO in interval

    @property
    def is_settling(self) -> bool:
        """Whether an estimate or preliminary result became a more settled one."""
        one, other = self.before.figure, self.after.figure
        if isinstance(one, Target) or isinstance(other, Target):
            return False
        return RANK[one.status] < RANK[other.status]

    def __str__(self) -> str:
        told = "within rounding" if self.is_within_rounding else str(self.difference)
        return f"{self.before.figure.stated} → {self.after.figure.stated}: {told}"

    __repr__ = short


@frozen(kw_only=True, field_transformer=checked)
class Observation:
    """One fact: an indicator at a place in a period, in all its vintages (số liệu qua các lần công bố).

    Attributes:
        role: Whether it is a target, a result or a change.
        period: What stretch of time it is about; None where no text says.
        locality: What place it is about; None where no text says.
        authority: Who set a target; None for others, and where the text does not say.
        vintages: Every statement of it, oldest first; none is dropped.
    """

    role: Role
    period: Period | None
    locality: Locality | None
    authority: Basis | None = None
    vintages: tuple[Vintage[Told], ...]

    @property
    def latest(self) -> Vintage[Told]:
        """The statement that counts: the newest, of equally new ones the most settled."""
        if self.role is Role.TARGET:
            return cast("Vintage[Told]", deciding(cast("tuple[Vintage[Target], ...]", self.vintages)))
        return max(self.vintages, key=lambda one: (one.age, _settled(one.figure), -one.position))

    @property
    def figure(self) -> Told:
        """The figure that counts, with its source."""
        return self.latest.figure

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """What each statement changed of the one before; none where all state the same figure."""
        return tuple(
            Revision(before=one, after=other, difference=difference(one.figure, other.figure))
            for one, other in pairwise(self.vintages)
            if not same_figure(one.figure, other.figure)
        )

    @property
    def is_revised(self) -> bool:
        """Whether any statement changed the one before by more than rounding explains."""
        return any(not one.is_within_rounding for one in self.revisions)

    def _repr_html_(self) -> str:
        from vnplan.html import to_html

        return to_html(self)

    def __str__(self) -> str:
        return str(self.figure)

    __repr__ = short


def _settled(figure: Told) -> int:
    return 0 if isinstance(figure, Target) else RANK[figure.status]


def difference(before: Told, after: Told, *, policy: Policy = DEFAULT) -> Amount:
    """The later figure minus the earlier one; percentage points for percentages."""
    one, other, unit = reading_of(before, policy), reading_of(after, policy), unit_of(after)
    if one is None or other is None or unit is None:
        return Amount(reason=Reason.NO_ACTUAL_FIGURE)
    if one.values is None or other.values is None:
        return Amount(reason=Reason.ABOUT)
    value = exact().subtract(other.face, one.face)
    plain = one.shape is Shape.POINT and other.shape is Shape.POINT
    return amount_of(value, other.values - one.values, _unit(after, unit), None if plain else Reason.RANGE)


def _unit(figure: Told, unit: Unit) -> Unit:
    """Of two percentages the difference is in points."""
    is_percent = unit.dimension == PERCENT.dimension or frame_of(figure) is Frame.RELATIVE_CHANGE
    return PERCENTAGE_POINT if is_percent else unit


# --- which statements are of one fact ------------------------------------------------------------


def observed(role: Role, statements: Iterable[Vintage[Told]]) -> list[Observation]:
    """Statements on one indicator at one place as observations, in order of time."""
    found = [
        _observation(role, group)
        for fact in parts(statements, _fact_key)
        for terms in _by_terms(fact)
        for group in settle(terms)
    ]
    return sorted(found, key=_time)


def _observation(role: Role, group: list[Vintage[Told]]) -> Observation:
    vintages = tuple(sorted(group, key=lambda one: (one.age, one.position)))
    figures = [one.figure for one in vintages]
    first = figures[0]
    return Observation(
        role=role,
        period=first.period,
        locality=next((one.locality for one in figures if one.locality is not None), None),
        authority=first.authority if isinstance(first, Target) else None,
        vintages=vintages,
    )


def _time(one: Observation) -> tuple[object, ...]:
    period = one.period
    return (
        period is None,
        *(() if period is None else (period.end, period.start)),
        one.latest.number,
        one.latest.position,
    )


def _fact_key(one: Vintage[Told]) -> Hashable:
    figure = one.figure
    if figure.period is None:
        return "document", one.number, figure.stated  # without a period nothing joins two documents
    if isinstance(figure, Target):
        return figure.period, figure.authority, figure.measure
    return figure.period, figure.basis if isinstance(figure, Change) else None


def _by_terms(group: list[Vintage[Told]]) -> list[list[Vintage[Told]]]:
    """Apart where texts name different terms; what a text does not say keeps no two apart."""
    found = [group]
    for term in (_price_base, _denominator, _accumulation):
        found = [
            part
            for one in found
            for part in (parts(one, term) if len({term(each) for each in one} - {None}) > 1 else [one])
        ]
    return found


def _price_base(one: Vintage[Told]) -> Hashable:
    return one.figure.price_base


def _denominator(one: Vintage[Told]) -> Hashable:
    return None if one.figure.denominator is None else fold(one.figure.denominator)


def _accumulation(one: Vintage[Told]) -> Hashable:
    """In one period cumulative and in-period say the same; a level at its end is something else."""
    told = one.figure.accumulation
    return None if told is None else told is Accumulation.POINT
