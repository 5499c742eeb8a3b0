"""Rows of the tables → Indicator, Locality (dòng dữ liệu của danh mục)."""

from __future__ import annotations

import unicodedata
from datetime import date

from vnplan.model.indicator import Direction, Indicator, Measurement, NaturalDomain
from vnplan.model.locality import LOCALITY_CLASSES, Level, Locality, LocalityKey
from vnplan.reading.clean import fold


def folded(name: str) -> str:
    """The form in which names are compared: NFC, lower case, modern tone marks, single spaces."""
    return " ".join(fold(unicodedata.normalize("NFC", name)).split())


def indicator_of(row: dict[str, str]) -> Indicator:
    """The indicator of a row of ``indicators.tsv``."""
    return Indicator(
        id=row["id"],
        name=row["vietnamese"],
        english=row["english"],
        dimensions=tuple(filter(None, row["dimensions"].split(";"))),
        direction=Direction(row["direction"] or "neutral"),
        measurement=Measurement(row["kind"]) if row["kind"] else None,
        additive=row["additive"] == "yes",
        domain=NaturalDomain(row["domain"] or "free"),
        sector=row["sector"] or None,
        official_code=row["official_code"] or None,
    )


def locality_of(row: dict[str, str]) -> Locality:
    """The place of a row of ``localities.tsv``."""
    level = Level(row["level"])
    short, kind = row["short_name"], row["kind"]
    name = "TP. Hồ Chí Minh" if short == "Hồ Chí Minh" else f"{kind.capitalize()} {short}"
    return LOCALITY_CLASSES[level](
        name=name,
        short_name=short,
        kind=kind,
        code=row["code"] or None,
        parent=_key(row["parent"]) if row["parent"] else None,
        valid_from=_date(row["valid_from"]),
        valid_to=_date(row["valid_to"]),
        successors=tuple(_key(key) for key in row["successors"].split(";") if key),
    )


def _key(text: str) -> LocalityKey:
    level, code, valid_from = text.split(":")
    return LocalityKey(Level(level), code, _date(valid_from))


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
