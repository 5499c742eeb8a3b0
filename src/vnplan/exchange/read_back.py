"""Records → figures: the tables that vnplan writes, read back (đọc lại bảng số liệu)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from itertools import groupby, pairwise
from os import PathLike
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

from vnplan import catalogue as catalogues
from vnplan.catalogue import Catalogue
from vnplan.errors import InvalidValueError, ParseError, RecordError
from vnplan.exchange.columns import FILE_COLUMN
from vnplan.exchange.given_rows import records_of
from vnplan.lexicon import reading_with
from vnplan.loading.build import frame_of
from vnplan.model.actual import YEAR_ON_YEAR, Actual, Change, ChangeForm, Share, ShareForm, Status, Tally
from vnplan.model.figure import Basis
from vnplan.model.indicator import Indicator
from vnplan.model.interval import negated
from vnplan.model.locality import LOCALITY_CLASSES, Level, Locality
from vnplan.model.period import Period
from vnplan.model.plan import Plan, PlanEntry
from vnplan.model.quantity import Quantity
from vnplan.model.report import Report
from vnplan.model.source import Source
from vnplan.model.stated import Comparator, Hedge, Stated
from vnplan.model.target import Measure, Target
from vnplan.parsing import parse_period, parse_unit

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Figure = Target | Actual | Change | Share | Tally
E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")


def read_records(
    given: str | PathLike[str] | Iterable[Mapping[str, Any]] | pd.DataFrame | pl.DataFrame | pa.Table,
    *,
    catalogue: Catalogue | None = None,
) -> tuple[Report, ...]:
    """The figures of a table of records, as the reports that they came from (đọc lại bảng số liệu).

    Each document gives one report, without its text; its `to_records` gives the same rows again, and
    scorecards and audits take it as any other. What has no column is gone: accumulation, price base,
    whether a plan decrees its target; `to_json` keeps it.

    Args:
        given: A CSV, JSON Lines or Parquet file, a folder of part files, records, a frame of pandas or
            polars, an Arrow table. Columns that are no record's are passed over.
        catalogue: The indicators and places to look ids and names up in; None takes vnplan's own.

    Raises:
        RecordError: A column is missing, or a value is not what its column holds.
        MissingFileError, UnknownFormatError: There is no such file, or it is none that holds records.
        MissingExtraError: It is a Parquet file, and pyarrow is not installed.
        InvalidValueError: `given` holds no rows at all, such as a number.
    """
    known = catalogues.default() if catalogue is None else catalogue
    reader = _Reader(known)
    documents: dict[tuple[str, str | None], list[_Row]] = {}
    for number, record in enumerate(records_of(given)):
        documents.setdefault((record["document"], record.get(FILE_COLUMN)), []).append(_Row(number, record))
    with reading_with(known.lexicon):
        return tuple(reader.report(document, rows) for (document, _), rows in documents.items())


class _Row:
    """One record, and where it stands in the table given."""

    def __init__(self, number: int, record: Mapping[str, Any]) -> None:
        self.number = number
        self.record = record

    def __getitem__(self, column: str) -> Any:
        return self.record[column]

    def fault(self, column: str, expected: str) -> RecordError:
        return RecordError(self.number, column, self.record[column], expected)

    def take(self, column: str, make: Callable[[str], V]) -> V | None:
        """What the text of a column stands for; None where it is empty."""
        text = self.record[column]
        if text is None:
            return None
        try:
            return make(text)
        except (ParseError, InvalidValueError) as error:
            raise self.fault(column, getattr(error, "expected", "another value")) from error

    def member(self, column: str, enum: type[E]) -> E | None:
        """The member of an enum that a column names."""
        text = self.record[column]
        if text is None:
            return None
        try:
            return enum(text)
        except ValueError as error:
            raise self.fault(column, f"one of {', '.join(enum)}") from error

    def needed(self, column: str, enum: type[E]) -> E:
        """The same for a column that may not be empty."""
        found = self.member(column, enum)
        if found is None:
            raise self.fault(column, f"one of {', '.join(enum)}")
        return found


class _Fields(TypedDict):
    name: str
    indicator: Indicator | None
    locality: Locality | None
    period: Period | None
    stated: Stated
    source: Source | None


class _Reader:
    """Records on their way back into the model."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.places: dict[tuple[str, Period | None], Locality] = {}

    def report(self, document: str, rows: list[_Row]) -> Report:
        ordered = sorted(rows, key=lambda row: row["row"])
        for before, after in pairwise(ordered):
            if before["row"] == after["row"]:
                raise after.fault("row", f"one row of that number in document {document!r}")
        made: dict[int, Figure] = {}
        for row in sorted(ordered, key=lambda row: row["of"] is not None):  # levels before what belongs to them
            made[row["row"]] = self.figure(row, made)
        figures = [(row, made[row["row"]]) for row in ordered]
        entries = tuple(_entries(figures))
        return Report(
            text="",
            document=document,
            plan=Plan(entries=entries) if entries else None,
            targets=tuple(one for _, one in figures if isinstance(one, Target)),
            actuals=tuple(one for _, one in figures if isinstance(one, Actual)),
            changes=tuple(one for _, one in figures if isinstance(one, Change)),
            shares=tuple(one for _, one in figures if isinstance(one, Share)),
            tallies=tuple(one for _, one in figures if isinstance(one, Tally)),
        )

    def figure(self, row: _Row, made: Mapping[int, Figure]) -> Figure:
        match row["role"]:
            case "target":
                return _target(row, self.fields(row, _printed(row)))
            case "actual":
                return Actual(**self.fields(row, _printed(row)), status=_status(row))
            case "change":
                return self.change(row, made)
            case "share":
                return self.share(row, made)
            case "tally":
                return _tally(row)
        raise row.fault("role", "target, actual, change, share or tally")

    def change(self, row: _Row, made: Mapping[int, Figure]) -> Change:
        form = row.needed("form", ChangeForm)
        stated, measure = _unsigned(row)
        if measure is None:
            measure = Measure.LEVEL if form in {ChangeForm.RATIO, ChangeForm.TIMES} else Measure.INCREASE
        return Change(
            **self.fields(row, stated),
            form=form,
            measure=measure,
            basis=row.take("basis", _basis),
            of=_level(row, made),
            status=_status(row),
        )

    def share(self, row: _Row, made: Mapping[int, Figure]) -> Share:
        form = row.needed("form", ShareForm)
        stated, measure = _unsigned(row)
        if measure is None:
            measure = Measure.LEVEL if form is ShareForm.RATIO else Measure.INCREASE
        return Share(
            **self.fields(row, stated),
            form=form,
            measure=measure,
            basis=row.member("basis", Basis),
            of=_level(row, made),
            status=_status(row),
        )

    def fields(self, row: _Row, stated: Stated) -> _Fields:
        period = row.take("period", parse_period)
        return _Fields(
            name=row["name"],
            indicator=self.indicator(row),
            locality=None if row["locality"] is None else self.locality(row["locality"], period),
            period=period,
            stated=stated,
            source=_source(row),
        )

    def indicator(self, row: _Row) -> Indicator | None:
        id_ = row["indicator"]
        if id_ is None:
            return None
        if id_ not in self.catalogue.indicators:
            raise row.fault("indicator", "an id of the catalogue; give a catalogue that holds it")
        return self.catalogue.indicators[id_]

    def locality(self, name: str, period: Period | None) -> Locality:
        key = name, period
        if key not in self.places:
            self.places[key] = self.looked_up(name, period)
        return self.places[key]

    def looked_up(self, name: str, period: Period | None) -> Locality:
        on = None if period is None else period.end
        found = [one for one in self.catalogue.localities_called(name, on=on) if one.name == name]
        if len(found) == 1:
            return found[0]
        kind = next((kind for kind in _LEVELS if name.lower().startswith(f"{kind} ")), "")
        level = _LEVELS.get(kind, Level.DISTRICT)
        return LOCALITY_CLASSES[level](name=name, short_name=name[len(kind) :].strip(), kind=kind)


_LEVELS = {
    "cả nước": Level.COUNTRY,
    "tỉnh": Level.PROVINCE,
    "thành phố": Level.PROVINCE,
    "quận": Level.DISTRICT,
    "huyện": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "phường": Level.COMMUNE,
    "xã": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
}
"""Level of a place that no table holds under that name, or several do, by its kind."""


# --- numbers ---------------------------------------------------------------------------------------


def _printed(row: _Row) -> Stated:
    """The figure with the sign that it has."""
    return _stated(row, Decimal(row["value"] or 0))


def _unsigned(row: _Row) -> tuple[Stated, Measure | None]:
    """The printed figure of a change or share, and decrease where its row is negative; else None.

    The far end of a range keeps its sign in a row, so that it tells which reading makes a range.
    """
    value, upper = Decimal(row["value"] or 0), Decimal(row["upper"] or 0)
    is_range = row["upper"] is not None
    if value < 0 and not (is_range and negated(value) > upper):
        return _stated(row, negated(value)), Measure.DECREASE
    if is_range and value > upper >= negated(value):
        return _stated(row, negated(value)), Measure.DECREASE
    return _stated(row, value), None


def _stated(row: _Row, value: Decimal) -> Stated:
    if row["value"] is None:
        return Stated()
    unit = row.take("unit", parse_unit)
    if unit is None:
        raise row.fault("unit", "the unit of the value")
    try:
        return Stated(
            comparator=row.needed("comparator", Comparator),
            quantity=Quantity(value, unit),
            upper=None if row["upper"] is None else Quantity(Decimal(row["upper"]), unit),
            hedge=row.member("hedge", Hedge),
        )
    except InvalidValueError as error:
        raise row.fault(error.field if error.field in row.record else "value", error.expected) from error


# --- parts -----------------------------------------------------------------------------------------


def _target(row: _Row, fields: _Fields) -> Target:
    measure = row.needed("measure", Measure)
    quantity = fields["stated"].quantity
    return Target(
        **fields,
        measure=measure,
        frame=frame_of(measure, "" if quantity is None else quantity.unit.dimension),
        authority=row.member("basis", Basis),
        decreed=row["item_number"] is not None or row["section"] is not None,
    )


def _tally(row: _Row) -> Tally:
    noun = row["unit"] or ""
    if row["value"] is None or "." in row["value"]:
        raise row.fault("value", "a whole number, since it is a tally")
    return Tally(
        count=int(row["value"]),
        noun=noun,
        scope=row["name"].removeprefix(noun).removeprefix(" " if noun else "") or None,
        source=_source(row),
    )


def _status(row: _Row) -> Status:
    return Status.ESTIMATED if row["estimated"] else Status.UNSPECIFIED


def _basis(text: str) -> str | Period:
    return text if text == YEAR_ON_YEAR else parse_period(text)


def _level(row: _Row, made: Mapping[int, Figure]) -> Target | Actual | None:
    """The level that a change or share belongs to; None where the table has not got its row."""
    found = None if row["of"] is None else made.get(row["of"])
    if found is None or isinstance(found, Target | Actual):
        return found
    raise row.fault("of", "the row of a target or an actual")


def _source(row: _Row) -> Source | None:
    if row["start"] is None or row["end"] is None:
        return None
    return Source(row["start"], row["end"], document=row["document"], quote=row["quote"])


def _entries(figures: list[tuple[_Row, Figure]]) -> Iterable[PlanEntry]:
    """The items of the plan: neighbouring targets of one number and section."""
    listed = [
        (row, one)
        for row, one in figures
        if isinstance(one, Target) and not (row["item_number"] is None and row["section"] is None)
    ]
    for (number, section), held in groupby(listed, key=lambda pair: (pair[0]["item_number"], pair[0]["section"])):
        targets = tuple(one for _, one in held)
        yield PlanEntry(number=number, section=section, text="; ".join(one.name for one in targets), targets=targets)
