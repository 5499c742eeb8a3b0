"""A series as plain rows (bảng phẳng)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypedDict

from vnplan.attainment.frames import reading_of
from vnplan.attainment.policy import DEFAULT
from vnplan.model.actual import Change
from vnplan.model.target import Target
from vnplan.series.observation import Observation, Told


class SeriesRow(TypedDict):
    """One observation of a series; the page on columns in the docs tells what they hold, and further ones may follow.

    `locality_from` and `locality_to` are the first and last day of the version of the place; None where open.
    `value` and `upper` are decimal strings in `unit`, declines negative. `least` and `most` are the ends of
    the values that the printed figure may stand for, in base units (đồng, not tỷ đồng); None where open.
    Quote and offsets are of the statement that counts; `vintages` tells how many there are.
    """

    indicator: str
    name: str
    role: str
    locality: str | None
    locality_from: str | None
    locality_to: str | None
    period: str | None
    period_start: str | None
    period_end: str | None
    authority: str | None
    value: str | None
    upper: str | None
    unit: str | None
    comparator: str
    least: str | None
    most: str | None
    status: str | None
    document: str
    as_of: str | None
    quote: str | None
    start: int | None
    end: int | None
    vintages: int
    revised: bool


def row_of(observation: Observation, label: str | None = None) -> SeriesRow:
    """One observation as a plain row, under the label of its series or its own."""
    latest = observation.latest
    figure, period, source = latest.figure, observation.period, latest.figure.source
    place = observation.locality
    quantity = figure.signed if isinstance(figure, Change) else figure.stated.quantity
    reading = reading_of(figure, DEFAULT)
    values = None if reading is None else reading.values
    return {
        "indicator": figure.label if label is None else label,
        "name": figure.name,
        "role": str(observation.role),
        "locality": None if place is None else place.name,
        "locality_from": None if place is None else _day(place.valid_from),
        "locality_to": None if place is None else _day(place.valid_to),
        "period": None if period is None else str(period),
        "period_start": None if period is None else str(period.start),
        "period_end": None if period is None else str(period.end),
        "authority": None if observation.authority is None else str(observation.authority),
        "value": None if quantity is None else f"{quantity.value:f}",
        "upper": _upper(figure),
        "unit": None if quantity is None else quantity.unit.symbol,
        "comparator": str(figure.stated.comparator),
        "least": None if values is None else _plain(values.lower),
        "most": None if values is None else _plain(values.upper),
        "status": None if isinstance(figure, Target) else str(figure.status),
        "document": latest.document,
        "as_of": _day(latest.as_of),
        "quote": None if source is None else source.quote,
        "start": None if source is None else source.start,
        "end": None if source is None else source.end,
        "vintages": len(observation.vintages),
        "revised": observation.is_revised,
    }


def _upper(figure: Told) -> str | None:
    return None if figure.stated.upper is None else f"{figure.stated.upper.value:f}"


def _day(day: date | None) -> str | None:
    return None if day is None else str(day)


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
