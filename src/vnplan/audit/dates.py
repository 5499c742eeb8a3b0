"""Periods and dates that do not fit together (kỳ, ngày tháng)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vnplan.attainment import Consistency
from vnplan.attainment.joining import indicator_key
from vnplan.audit.finding import Evidence, Fact, Finding, sources_of
from vnplan.audit.wording import cited_en, day_en, period_en, period_vi, subject_en
from vnplan.model.actual import Status
from vnplan.model.directive import Citation
from vnplan.model.period import Period
from vnplan.model.report import Report
from vnplan.model.source import Source
from vnplan.model.target import Target

NOVEMBER = 11


def check_periods(evidence: Evidence) -> Iterator[Finding]:
    """A target's own period against its plan's. Only what differs is told; a longer term that holds the plan's is none.

    Beside a target for the plan's own period another year's is there to compare with.
    """
    for report in evidence.reports:
        plan = report.plan
        if plan is None or plan.period is None:
            continue
        apart = [one for one in plan.targets if one.period is not None and not _meet(one.period, plan.period)]
        own = {indicator_key(one) for one in plan.targets if one.period is not None and _meet(one.period, plan.period)}
        for target in dict.fromkeys(apart):
            if target.period is not None and indicator_key(target) not in own:
                yield _other_period(Fact(target, report), target.period, plan.period)


def _meet(period: Period, planned: Period) -> bool:
    return planned.contains(period) or period.contains(planned)


def _other_period(fact: Fact[Target], period: Period, planned: Period) -> Finding:
    figure = fact.figure
    return Finding(
        rule="periods",
        result=Consistency.INCONSISTENT,
        subject=figure.label,
        documents=(fact.report.document,),
        sources=sources_of(figure),
        message_vi=f"{fact.label}: chỉ tiêu nêu cho {period_vi(period)}, khác kỳ kế hoạch {period_vi(planned)}.",
        message_en=f"{subject_en(figure)}: the target is for {period_en(period)}, and the plan for {period_en(planned)}.",
    )


# --- dates ---------------------------------------------------------------------------------------


def check_dates(evidence: Evidence) -> Iterator[Finding]:
    """Dates of the documents that a report rests on, and results told before their period was over.

    Only what fails is told.
    """
    for report in evidence.reports:
        for cited in _cited(report):
            if cited.date is not None:
                yield from _cited_date(report, cited, cited.date)
        yield from _early_results(report)


def _cited(report: Report) -> tuple[Citation, ...]:
    basis = () if report.plan is None else report.plan.legal_basis
    return tuple(dict.fromkeys((*basis, *report.citations)))


def _cited_date(report: Report, cited: Citation, day: date) -> Iterator[Finding]:
    if report.issued is not None and day > report.issued:
        yield _date_finding(
            report,
            cited,
            f"{cited} ngày {day:%d/%m/%Y} sau ngày văn bản {report.issued:%d/%m/%Y}.",
            f"{cited_en(cited)} of {day_en(day)} is later than the document itself, of {day_en(report.issued)}.",
        )
    period = None if report.plan is None else report.plan.period
    if period is not None and assigns_targets_of(cited, period) and day < _earliest(period):
        yield _date_finding(
            report,
            cited,
            f"{cited} ngày {day:%d/%m/%Y} giao chỉ tiêu của {period_vi(period)}, sớm hơn thường lệ (từ tháng 11 năm trước).",
            f"{cited_en(cited)} of {day_en(day)} assigns targets of {period_en(period)}: earlier than plausible (the November before).",
        )


def assigns_targets_of(cited: Citation, period: Period) -> bool:
    """Whether a document assigns the targets of that year, by its title: "giao nhiệm vụ, chỉ tiêu … năm 2023"."""
    words = (cited.title or "").casefold().replace(",", " ").split()
    return period.is_year and "giao" in words and _names_year(words, str(period))


def _names_year(words: list[str], year: str) -> bool:
    """Whether the year stands alone ("năm 2023"), not as the end of a stage ("đến năm 2025")."""
    padded = ["", *words]
    return any(
        (one, two) == ("năm", year) and before != "đến"
        for before, one, two in zip(padded, words, words[1:], strict=False)
    )


def _earliest(period: Period) -> date:
    """The National Assembly and the Prime Minister set a year's targets in the November before, others after them."""
    return date(period.start.year - 1, NOVEMBER, 1)


def _early_results(report: Report) -> Iterator[Finding]:
    for actual in report.actuals:
        if report.issued is None or actual.period is None or actual.status is not Status.FINAL:
            continue
        if actual.period.end > report.issued:
            yield Finding(
                rule="dates",
                result=Consistency.INCONSISTENT,
                subject=actual.label,
                documents=(report.document,),
                sources=sources_of(actual),
                message_vi=f"{actual.name}: số liệu chính thức của {period_vi(actual.period)} nêu ngày {report.issued:%d/%m/%Y}, khi kỳ chưa kết thúc.",
                message_en=f"{subject_en(actual)}: a final figure for {period_en(actual.period)}, told on {day_en(report.issued)}, before its end.",
            )


def _date_finding(report: Report, cited: Citation, vi: str, en: str) -> Finding:
    sources: tuple[Source, ...] = () if cited.source is None else (cited.source,)
    return Finding(
        rule="dates",
        result=Consistency.INCONSISTENT,
        subject=str(cited),
        documents=(report.document,),
        sources=sources,
        message_vi=vi,
        message_en=en,
    )
