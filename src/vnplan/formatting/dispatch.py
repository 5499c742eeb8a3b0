"""Any object of the model in words (diễn đạt bằng lời)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from vnplan.attainment import Amount, Ratio, Verdict
from vnplan.audit import Finding
from vnplan.errors import InvalidValueError
from vnplan.formatting.dates import format_date
from vnplan.formatting.documents import (
    format_citation,
    format_deadline,
    format_directive,
    format_duty,
    format_entry,
)
from vnplan.formatting.findings import format_finding
from vnplan.formatting.intervals import format_amount, format_interval, format_ratio
from vnplan.formatting.locales import Locale, capitalised, pick
from vnplan.formatting.numbers import format_number
from vnplan.formatting.periods import format_period
from vnplan.formatting.places import format_issuer, format_locality
from vnplan.formatting.quantities import format_quantity, format_stated
from vnplan.formatting.sentences import format_actual, format_change, format_share, format_tally, format_target
from vnplan.formatting.summary import summarise
from vnplan.formatting.terms import format_enum
from vnplan.formatting.verdicts import format_scorecard, format_verdict
from vnplan.model.actual import Actual, Change, Share, Tally
from vnplan.model.directive import Body, Citation, Deadline, Directive, Person
from vnplan.model.indicator import Indicator
from vnplan.model.interval import Interval
from vnplan.model.locality import Locality
from vnplan.model.period import Period
from vnplan.model.plan import Plan, PlanEntry, ReportingDuty, Task
from vnplan.model.quantity import Quantity
from vnplan.model.report import Report
from vnplan.model.stated import Stated
from vnplan.model.target import Target
from vnplan.scorecard import Entry, Scorecard

if TYPE_CHECKING:
    from collections.abc import Callable


def to_text(obj: object, locale: Locale = "vi") -> str:
    """Any value, figure or document of the model in words (diễn đạt bằng lời).

    Each kind goes to its own ``format_…`` function with its defaults; a report or plan is
    summarised.

    Raises:
        InvalidValueError: It is nothing that vnplan words, or there are no words in that locale.
    """
    for kind in type(obj).__mro__:
        if kind in _FORMATTERS:
            return _FORMATTERS[kind](obj, locale=locale)
    raise InvalidValueError("obj", obj, "a value, figure or document of the model")


def _indicator(indicator: Indicator, *, locale: Locale) -> str:
    return capitalised(pick((indicator.name, indicator.english), locale))


def _task(task: Task, *, locale: Locale) -> str:
    return pick((task.text, task.text), locale)


def _entry(entry: Entry, *, locale: Locale) -> str:
    return format_verdict(entry.verdict, locale=locale)


_FORMATTERS: dict[type, Callable[..., str]] = {
    Decimal: format_number,
    int: format_number,
    date: format_date,
    StrEnum: format_enum,
    Quantity: format_quantity,
    Stated: format_stated,
    Period: format_period,
    Locality: format_locality,
    Indicator: _indicator,
    Target: format_target,
    Actual: format_actual,
    Change: format_change,
    Share: format_share,
    Tally: format_tally,
    Directive: format_directive,
    Person: format_issuer,
    Body: format_issuer,
    Deadline: format_deadline,
    Citation: format_citation,
    PlanEntry: format_entry,
    Task: _task,
    ReportingDuty: format_duty,
    Plan: summarise,
    Report: summarise,
    Interval: format_interval,
    Ratio: format_ratio,
    Amount: format_amount,
    Verdict: format_verdict,
    Entry: _entry,
    Scorecard: format_scorecard,
    Finding: format_finding,
}
