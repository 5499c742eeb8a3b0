"""The typed domain model of Vietnamese local-government plans (mô hình dữ liệu kế hoạch địa phương).

Every public name is loaded from its room when it is first used, so that the import stays light.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vnplan import plot, samples
    from vnplan.attainment import (
        Amount,
        Assumption,
        Certainty,
        Consistency,
        Finality,
        Outcome,
        Pace,
        Policy,
        Ratio,
        Reason,
        Rounding,
        Verdict,
        assess,
        growth,
        realised_share,
    )
    from vnplan.attainment.joining import Vintage
    from vnplan.attainment.pace import Elapsed, PaceReading, Profile, pace
    from vnplan.audit import Finding, FindingRow, audit, installed_rules
    from vnplan.catalogue import Catalogue, indicator, locality
    from vnplan.errors import (
        AmbiguousFigureError,
        AmbiguousLocalityError,
        DivisorError,
        ExtensionError,
        FigureLookupError,
        InvalidJsonError,
        InvalidValueError,
        LoadError,
        LocalityLookupError,
        MissingExtraError,
        MissingFileError,
        NoSuchFigureError,
        NotComparableError,
        NoTextError,
        OutputFolderError,
        ParseError,
        ReadingError,
        RecordError,
        ReportIssuesError,
        SeveralPlacesError,
        UnitMismatchError,
        UnknownFormatError,
        UnknownLocalityError,
        UnreadableTextError,
        VnplanError,
    )
    from vnplan.exchange.arrow import to_arrow, write_parquet
    from vnplan.exchange.delimited import write_csv
    from vnplan.exchange.documents import from_json, json_schema, to_json
    from vnplan.exchange.engine import read_batches, spark_schema
    from vnplan.exchange.frames import to_frame
    from vnplan.exchange.parts import Written, write_parts
    from vnplan.exchange.read_back import read_records
    from vnplan.exchange.workbook import write_workbook
    from vnplan.explaining import explain
    from vnplan.formatting import (
        format_actual,
        format_amount,
        format_amount_in_words,
        format_change,
        format_citation,
        format_date,
        format_deadline,
        format_directive,
        format_duty,
        format_entry,
        format_enum,
        format_finding,
        format_interval,
        format_issuer,
        format_locality,
        format_number,
        format_percent,
        format_period,
        format_points,
        format_quantity,
        format_ratio,
        format_scorecard,
        format_share,
        format_stated,
        format_tally,
        format_target,
        format_verdict,
        number_to_words,
        summarise,
        to_text,
        words_to_number,
    )
    from vnplan.html import to_html
    from vnplan.loading import LoadFailure, load, load_many, loads
    from vnplan.model.actual import Actual, Change, ChangeForm, Share, ShareForm, Status, Tally, VerdictWord
    from vnplan.model.directive import Body, Citation, Deadline, Directive, Person
    from vnplan.model.document import DocumentNumber, NumberFamily
    from vnplan.model.figure import Accumulation, Basis, Figure, PriceBase
    from vnplan.model.indicator import Direction, Indicator, Measurement, NaturalDomain
    from vnplan.model.interval import Interval
    from vnplan.model.locality import Commune, Country, District, Level, Locality, LocalityKey, Province
    from vnplan.model.period import Period, PeriodKind
    from vnplan.model.plan import Plan, PlanEntry, Recurrence, ReportingDuty, Task
    from vnplan.model.quantity import Quantity
    from vnplan.model.records import DirectiveRow, Record
    from vnplan.model.report import Claim, Issue, Ledger, LedgerEntry, Report, ReportKind, Severity
    from vnplan.model.source import Source
    from vnplan.model.stated import Comparator, Hedge, Stated
    from vnplan.model.target import Frame, Measure, Target
    from vnplan.model.units import Unit
    from vnplan.page import scorecard_page
    from vnplan.parsing import (
        parse_document_number,
        parse_number,
        parse_period,
        parse_quantity,
        parse_stated,
        parse_unit,
    )
    from vnplan.scorecard import Entry, MetCount, Scorecard, ScoreRow, scorecard
    from vnplan.series import LeftOut, Observation, ReportSet, Revision, Role, Series, SeriesRow

# fmt: off
__all__ = [
    "Accumulation", "Actual", "AmbiguousFigureError", "AmbiguousLocalityError", "Amount", "Assumption", "Basis",
    "Body", "Catalogue", "Certainty", "Change", "ChangeForm", "Citation", "Claim", "Commune", "Comparator",
    "Consistency", "Country", "Deadline", "Direction", "Directive", "DirectiveRow", "District", "DivisorError",
    "DocumentNumber", "Elapsed", "Entry", "ExtensionError", "Figure", "FigureLookupError", "Finality", "Finding",
    "FindingRow", "Frame", "Hedge", "Indicator", "Interval", "InvalidJsonError", "InvalidValueError", "Issue",
    "Ledger", "LedgerEntry", "LeftOut", "Level", "LoadError", "LoadFailure", "Locality", "LocalityKey",
    "LocalityLookupError", "Measure", "Measurement", "MetCount", "MissingExtraError", "MissingFileError",
    "NaturalDomain", "NoSuchFigureError", "NoTextError", "NotComparableError", "NumberFamily", "Observation",
    "Outcome", "OutputFolderError", "Pace", "PaceReading", "ParseError", "Period", "PeriodKind", "Person", "Plan",
    "PlanEntry", "Policy", "PriceBase", "Profile", "Province", "Quantity", "Ratio", "ReadingError", "Reason",
    "Record", "RecordError", "Recurrence", "Report", "ReportIssuesError", "ReportKind", "ReportSet",
    "ReportingDuty", "Revision", "Role", "Rounding", "ScoreRow", "Scorecard", "Series", "SeriesRow",
    "SeveralPlacesError", "Severity", "Share", "ShareForm", "Source", "Stated", "Status", "Tally", "Target", "Task",
    "Unit", "UnitMismatchError", "UnknownFormatError", "UnknownLocalityError", "UnreadableTextError", "Verdict",
    "VerdictWord", "Vintage", "VnplanError", "Written", "assess", "audit", "explain", "format_actual",
    "format_amount", "format_amount_in_words", "format_change", "format_citation", "format_date", "format_deadline",
    "format_directive", "format_duty", "format_entry", "format_enum", "format_finding", "format_interval",
    "format_issuer", "format_locality", "format_number", "format_percent", "format_period", "format_points",
    "format_quantity", "format_ratio", "format_scorecard", "format_share", "format_stated", "format_tally",
    "format_target", "format_verdict", "from_json", "growth", "indicator", "installed_rules", "json_schema", "load",
    "load_many", "loads", "locality", "number_to_words", "pace", "parse_document_number", "parse_number",
    "parse_period", "parse_quantity", "parse_stated", "parse_unit", "plot", "read_batches", "read_records",
    "realised_share", "samples", "scorecard", "scorecard_page", "spark_schema", "summarise", "to_arrow", "to_frame",
    "to_html", "to_json", "to_text", "words_to_number", "write_csv", "write_parquet", "write_parts",
    "write_workbook",
]
# fmt: on

_ROOMS = {
    "attainment": (
        "Amount Assumption Certainty Consistency Finality Outcome Pace Policy Ratio Reason Rounding Verdict "
        "assess growth realised_share"
    ),
    "attainment.joining": "Vintage",
    "attainment.pace": "Elapsed PaceReading Profile pace",
    "audit": "Finding FindingRow audit installed_rules",
    "catalogue": "Catalogue indicator locality",
    "errors": (
        "AmbiguousFigureError AmbiguousLocalityError DivisorError ExtensionError FigureLookupError InvalidJsonError InvalidValueError "
        "LoadError LocalityLookupError MissingExtraError MissingFileError NoSuchFigureError NoTextError "
        "NotComparableError OutputFolderError ParseError ReadingError RecordError ReportIssuesError SeveralPlacesError UnitMismatchError UnknownFormatError "
        "UnknownLocalityError UnreadableTextError VnplanError"
    ),
    "exchange.arrow": "to_arrow write_parquet",
    "exchange.delimited": "write_csv",
    "exchange.documents": "from_json json_schema to_json",
    "exchange.engine": "read_batches spark_schema",
    "exchange.frames": "to_frame",
    "exchange.parts": "Written write_parts",
    "exchange.read_back": "read_records",
    "exchange.workbook": "write_workbook",
    "explaining": "explain",
    "formatting": (
        "format_actual format_amount format_amount_in_words format_change format_citation format_date "
        "format_deadline format_directive format_duty format_entry format_enum format_finding format_interval "
        "format_issuer format_locality format_number format_percent format_period format_points format_quantity "
        "format_ratio format_scorecard format_share format_stated format_tally format_target format_verdict "
        "number_to_words summarise to_text words_to_number"
    ),
    "html": "to_html",
    "loading": "LoadFailure load load_many loads",
    "model.actual": "Actual Change ChangeForm Share ShareForm Status Tally VerdictWord",
    "model.directive": "Body Citation Deadline Directive Person",
    "model.document": "DocumentNumber NumberFamily",
    "model.figure": "Accumulation Basis Figure PriceBase",
    "model.indicator": "Direction Indicator Measurement NaturalDomain",
    "model.interval": "Interval",
    "model.locality": "Commune Country District Level Locality LocalityKey Province",
    "model.period": "Period PeriodKind",
    "model.plan": "Plan PlanEntry Recurrence ReportingDuty Task",
    "model.quantity": "Quantity",
    "model.records": "DirectiveRow Record",
    "model.report": "Claim Issue Ledger LedgerEntry Report ReportKind Severity",
    "model.source": "Source",
    "model.stated": "Comparator Hedge Stated",
    "model.target": "Frame Measure Target",
    "model.units": "Unit",
    "page": "scorecard_page",
    "parsing": "parse_document_number parse_number parse_period parse_quantity parse_stated parse_unit",
    "scorecard": "Entry MetCount ScoreRow Scorecard scorecard",
    "series": "LeftOut Observation ReportSet Revision Role Series SeriesRow",
}
_MODULES = ("plot", "samples")
_HOMES = {name: f"{__name__}.{room}" for room, names in _ROOMS.items() for name in names.split()}


class _Package(ModuleType):
    """Keeps `scorecard` the function when the room of the same name is loaded."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


if not TYPE_CHECKING:  # else every name would be taken for one of vnplan's

    def __getattr__(name: str) -> Any:
        if name in _MODULES:
            return import_module(f"{__name__}.{name}")
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        found = getattr(import_module(_HOMES[name]), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
