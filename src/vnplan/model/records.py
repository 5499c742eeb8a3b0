"""The tidy table of a report: one row a figure, and one a directive (bảng số liệu, bảng chỉ đạo)."""

from __future__ import annotations

from typing import TypedDict

from vnplan.model.actual import Actual, Change, Share, Status, Tally
from vnplan.model.directive import Directive, Person
from vnplan.model.interval import exact
from vnplan.model.quantity import Quantity
from vnplan.model.report import Report
from vnplan.model.stated import Stated
from vnplan.model.target import Target

AnyFigure = Target | Actual | Change | Share


class Record(TypedDict):
    """One row of the tidy table; the columns are told in the data format page of the docs."""

    document: str
    row: int
    of: int | None
    role: str
    indicator: str | None
    name: str
    value: str | None
    upper: str | None
    unit: str | None
    comparator: str | None
    hedge: str | None
    measure: str
    form: str | None
    period: str | None
    basis: str | None
    estimated: bool
    item_number: int | None
    section: str | None
    locality: str | None
    quote: str
    start: int | None
    end: int | None


class DirectiveRow(TypedDict):
    """One directive as a row; the page on columns in the docs tells what they hold."""

    document: str
    row: int
    issuer: str
    issuer_kind: str
    role: str | None
    addressee: str | None
    verb: str | None
    text: str
    deadline: str | None
    deadline_date: str | None
    inclusive: bool | None
    quote: str
    start: int | None
    end: int | None


def to_records(report: Report) -> list[Record]:
    """All figures of a report as rows, in the order of the text; pure."""
    entries = () if report.plan is None else report.plan.entries
    places = {target: (entry.number, entry.section) for entry in entries for target in entry.targets}
    figures: list[AnyFigure | Tally] = [
        *report.targets,
        *report.actuals,
        *report.changes,
        *report.shares,
        *report.tallies,
    ]
    figures.sort(key=lambda one: (one.source is None, one.source.start if one.source is not None else 0))
    rows = {one: number for number, one in reversed(list(enumerate(figures)))}
    return [_record(report, number, one, rows, places) for number, one in enumerate(figures)]


def _record(
    report: Report,
    number: int,
    one: AnyFigure | Tally,
    rows: dict[AnyFigure | Tally, int],
    places: dict[Target, tuple[int | None, str | None]],
) -> Record:
    record: Record = {
        "document": report.document,
        "row": number,
        "of": None,
        "role": type(one).__name__.lower(),
        "indicator": None,
        "name": "",
        "value": None,
        "upper": None,
        "unit": None,
        "comparator": None,
        "hedge": None,
        "measure": "level",
        "form": None,
        "period": None,
        "basis": None,
        "estimated": False,
        "item_number": None,
        "section": None,
        "locality": None,
        "quote": report.quote(one.source),
        "start": None if one.source is None else one.source.start,
        "end": None if one.source is None else one.source.end,
    }
    if isinstance(one, Tally):
        record["name"] = " ".join(part for part in (one.noun, one.scope) if part)
        record["value"] = str(one.count)
        record["unit"] = one.noun
        record["comparator"] = "="
        return record
    record["indicator"] = None if one.indicator is None else one.indicator.id
    record["name"] = one.name
    record["period"] = None if one.period is None else str(one.period)
    record["locality"] = None if one.locality is None else one.locality.name
    quantity = one.signed if isinstance(one, Change | Share) else one.stated.quantity
    if quantity is not None:
        record["value"] = decimal_text(quantity)
        record["unit"] = quantity.unit.symbol
        record["upper"] = _upper_text(one.stated)
        record["comparator"] = str(one.stated.comparator)
        record["hedge"] = None if one.stated.hedge is None else str(one.stated.hedge)
    if isinstance(one, Target):
        record["measure"] = str(one.measure)
        record["basis"] = None if one.authority is None else str(one.authority)
        record["item_number"], record["section"] = places.get(one, (None, None))
        return record
    record["estimated"] = one.status is Status.ESTIMATED
    if isinstance(one, Change | Share):
        record["form"] = str(one.form)
        record["basis"] = None if one.basis is None else str(one.basis)
        record["of"] = None if one.of is None else rows.get(one.of)
    return record


def _upper_text(stated: Stated) -> str | None:
    """The far end of a range in the unit of the near one, for which the row has one column."""
    if stated.upper is None or stated.quantity is None:
        return None
    apart = stated.upper.unit.power - stated.quantity.unit.power
    return decimal_text(stated.upper) if apart == 0 else f"{exact().scaleb(stated.upper.value, apart):f}"


def directive_rows(report: Report) -> list[DirectiveRow]:
    """All directives of a report as rows, in its order; pure."""
    return [_directive_row(report, number, one) for number, one in enumerate(report.directives)]


def _directive_row(report: Report, number: int, one: Directive) -> DirectiveRow:
    issuer, deadline, source = one.issuer, one.deadline, one.source
    is_person = isinstance(issuer, Person)
    day = None if deadline is None else deadline.date
    return {
        "document": report.document,
        "row": number,
        "issuer": issuer.name,
        "issuer_kind": "person" if is_person else "body",
        "role": issuer.role if isinstance(issuer, Person) else None,
        "addressee": None if one.addressee is None else one.addressee.name,
        "verb": one.verb,
        "text": one.text,
        "deadline": None if deadline is None else deadline.text,
        "deadline_date": None if day is None else day.isoformat(),
        "inclusive": None if deadline is None else deadline.inclusive,
        "quote": report.quote(source),
        "start": None if source is None else source.start,
        "end": None if source is None else source.end,
    }


def decimal_text(quantity: Quantity) -> str:
    """The number of a quantity as a decimal string, digits as printed."""
    return f"{quantity.value:f}"
