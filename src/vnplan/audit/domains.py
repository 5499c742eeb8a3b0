"""Figures that are not possible at all (miền giá trị)."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.attainment import Consistency
from vnplan.attainment.frames import Result, frame_of, reading_of, unit_of
from vnplan.attainment.sets import counts_whole_things, domain_of, natural_domain
from vnplan.audit.finding import Evidence, Fact, Finding, compared, sources_of
from vnplan.audit.passages import pattern
from vnplan.audit.wording import interval_en, interval_vi, stated_en, stated_vi, subject_en
from vnplan.model.indicator import NaturalDomain
from vnplan.model.interval import Interval
from vnplan.model.target import Frame, Target
from vnplan.model.units import Unit

Told = Target | Result


def check_domains(evidence: Evidence) -> Iterator[Finding]:
    """Shares of a whole lie in 0–100 %, counts are whole and not negative. Only what fails is told."""
    facts: tuple[Fact[Told], ...] = (*evidence.targets, *evidence.actuals)
    for fact in facts:
        unit = unit_of(fact.figure)
        if unit is None or frame_of(fact.figure) is not Frame.LEVEL:
            continue
        values, possible = _values(fact, evidence), natural_domain(unit, domain_of(fact.figure))
        if values is not None and possible is not None and not values.overlaps(possible):
            yield _outside(fact, values, possible, unit)
        elif _is_broken(fact.figure, unit):
            yield _not_whole(fact, unit, average=_is_average(evidence, fact))


def _values(fact: Fact[Told], evidence: Evidence) -> Interval | None:
    reading = reading_of(fact.figure, evidence.policy)
    return None if reading is None else reading.values


def _is_broken(figure: Told, unit: Unit) -> bool:
    """Whether a count of things is no whole number; ends of a range alike."""
    ends = (figure.stated.quantity, figure.stated.upper)
    amounts = [one.amount for one in ends if one is not None]
    return counts_whole_things(unit) and any(amount != amount.to_integral_value() for amount in amounts)


def _outside(fact: Fact[Told], values: Interval, possible: Interval, unit: Unit) -> Finding:
    figure = fact.figure
    return compared(
        "domain",
        Consistency.INCONSISTENT,
        (values, possible),
        told=figure,
        beside=(),
        documents=(fact.report.document,),
        message_vi=f"{fact.label}: {stated_vi(figure.stated)} nằm ngoài miền giá trị ({interval_vi(possible, unit)}).",
        message_en=f"{subject_en(figure)}: {stated_en(figure.stated)} is not possible ({interval_en(possible, unit)}).",
    )


def _is_average(evidence: Evidence, fact: Fact[Told]) -> bool:
    """Whether the sentence speaks of an average."""
    passages = evidence.passages_of(fact)
    placed = passages.placed(fact.figure)
    if placed is None:
        return False
    return pattern("average").search(passages.flow, *passages.sentence(placed.start)) is not None


def _not_whole(fact: Fact[Told], unit: Unit, *, average: bool) -> Finding:
    """Wrong for an indicator that counts; elsewhere it may be an average ("bình quân 16,85 tiêu chí")."""
    figure = fact.figure
    counts = domain_of(figure) is NaturalDomain.COUNT and not average
    return Finding(
        rule="domain",
        result=Consistency.INCONSISTENT if counts else Consistency.UNDECIDED,
        subject=figure.label,
        documents=(fact.report.document,),
        sources=sources_of(figure),
        missing=() if counts else ("denominator",),
        message_vi=(
            f"{fact.label}: {stated_vi(figure.stated)} không phải số nguyên, trong khi đơn vị “{unit}” đếm từng đơn vị"
            f"{'' if counts else '; có thể là số bình quân'}."
        ),
        message_en=(
            f"{subject_en(figure)}: {stated_en(figure.stated)} is no whole number, and the unit counts whole things"
            f"{'' if counts else '; it may be an average'}."
        ),
    )
