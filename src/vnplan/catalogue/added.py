"""What others add to the tables, checked where it is added and not where it is first met (dữ liệu bổ sung)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from itertools import zip_longest
from typing import Any, TypeVar

from attrs import frozen

from vnplan.catalogue.rows import folded, indicator_of, locality_of
from vnplan.errors import InvalidValueError
from vnplan.lexicon import Lexicon, Rows, own_rows, parse_rows
from vnplan.model.indicator import Indicator
from vnplan.model.locality import Locality
from vnplan.model.units import Unit

T = TypeVar("T")

Given = Mapping[str, Iterable[Mapping[str, str]]]
"""Rows by table; a column that a row lacks is empty."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "units": ("spelling",),
    "scales": ("spelling",),
    "nouns": ("noun", "same_as"),
    "words": ("phrase",),
    "table_heads": ("phrase",),
    "directive_words": ("phrase",),
    "document_types": (),
    "issuers": (),
}
"""The tables under the reading, with those of their columns that are compared with folded text."""

ENTRIES = "indicators", "indicator_wordings", "localities"
"""The tables of the catalogue itself."""

_OPEN = {("directive_words", "role"), ("table_heads", "counts")}
"""Kinds whose value may be any words; of the others it is one of those that vnplan's own rows have."""


def read_tables(folder: Traversable) -> dict[str, Rows]:
    """The rows of each ``.tsv`` file of a folder, by its name without suffix (đọc các bảng của gói mở rộng).

    The files are like those of ``vnplan/data``: UTF-8, tabs between cells, the columns named in the first line,
    comments after ``#``.

    Args:
        folder: A path, or the data of a package: ``importlib.resources.files("my_package") / "data"``.
    """
    found = sorted((one for one in folder.iterdir() if one.name.endswith(".tsv")), key=lambda one: one.name)
    return {one.name.removesuffix(".tsv"): parse_rows(one.read_text(encoding="utf-8-sig")) for one in found}


@frozen
class Added:
    """What one extension adds.

    Attributes:
        indicators, wordings, localities: Entries of the catalogue; wordings with the id they stand for.
        tables: Rows of the tables under the reading.
    """

    indicators: tuple[Indicator, ...] = ()
    wordings: tuple[tuple[str, str], ...] = ()
    localities: tuple[Locality, ...] = ()
    tables: tuple[tuple[str, Rows], ...] = ()

    @classmethod
    def of(
        cls,
        *,
        indicators: Iterable[Indicator],
        wordings: Mapping[str, str],
        localities: Iterable[Locality],
        units: Mapping[str, Unit],
        words: Iterable[tuple[str, str, str]],
        tables: Given,
    ) -> Added:
        """The arguments of an extension as rows and entries.

        Raises:
            InvalidValueError: A row does not fit its table, a place has no code, or something is of another class.
        """
        given = {name: _rows("tables", name, rows) for name, rows in tables.items()}
        entries = {name: given.pop(name, ()) for name in ENTRIES}
        found = cls(
            (*_each(Indicator, "indicators", indicators), *_entries(indicator_of, "indicators", entries)),
            (*wordings.items(), *((row["wording"], row["id"]) for row in entries["indicator_wordings"])),
            (*_each(Locality, "localities", localities), *_entries(locality_of, "localities", entries)),
            (
                ("units", _rows("units", "units", map(_unit_row, units, _each(Unit, "units", units.values())))),
                ("words", _rows("words", "words", map(_word_row, words))),
                *given.items(),
            ),
        )
        for place in found.localities:
            if place.code is None:
                raise InvalidValueError("localities", place.name, "a place with its code")
        return found

    def beside(self, before: Lexicon | None) -> Lexicon | None:
        """The lexicon so far with what is added; where nothing is, the very same."""
        places = tuple(map(_place_row, self.localities))
        new = [(name, rows) for name, rows in (*self.tables, ("localities", places)) if rows]
        if not new:
            return before
        held: dict[str, Rows] = {} if before is None else dict(before.tables)
        for name, rows in new:
            held[name] = held.get(name, ()) + rows
        return Lexicon(held)


def _unit_row(spelling: str, unit: Unit) -> dict[str, str]:
    return {"spelling": spelling, "symbol": unit.symbol, "dimension": unit.dimension, "power": str(unit.power)}


def _word_row(word: tuple[str, str, str]) -> dict[str, str]:
    return dict(zip_longest(("phrase", "kind", "value"), word, fillvalue=""))


def _place_row(place: Locality) -> dict[str, str]:
    """What reading knows of a place."""
    return {"level": place.level.value, "short_name": place.short_name, "kind": place.kind}


def _each(kind: type[T], field: str, given: Iterable[T]) -> Iterable[T]:
    for one in given:
        if not isinstance(one, kind):
            raise InvalidValueError(field, one, f"objects of the class {kind.__name__}")
        yield one


def _entries(make: Callable[[dict[str, str]], Any], table: str, found: Mapping[str, Rows]) -> Iterable[Any]:
    for row in found[table]:
        try:
            yield make(row)
        except ValueError as error:
            raise InvalidValueError(
                "tables", f"{table}: {row}", f"a row as in vnplan/data/{table}.tsv: {error}"
            ) from error


# --- rows ----------------------------------------------------------------------------------------


def _rows(field: str, table: str, given: Iterable[Mapping[str, str]]) -> Rows:
    """Rows of that table, complete and folded."""
    if table not in WORDS and table not in ENTRIES:
        raise InvalidValueError(field, table, f"one of the tables {', '.join((*ENTRIES, *WORDS))}")
    return tuple(_row(field, table, row) for row in given)


def _row(field: str, table: str, given: Mapping[str, str]) -> dict[str, str]:
    if not isinstance(given, Mapping) or not all(isinstance(cell, str) for cell in given.values()):
        raise InvalidValueError(field, f"{table}: {given}", "a row of texts by their columns")
    columns = tuple(own_rows(table)[0])
    row = {column: given.get(column, "") for column in columns} | dict(given)
    row |= {column: folded(row[column]) for column in WORDS.get(table, ())}
    expected = _fault(table, columns, row)
    if expected is not None:
        told = ": ".join(filter(None, row.values())) if field != "tables" else f"{table}: {dict(given)}"
        raise InvalidValueError(field, told, expected)
    return row


def _fault(table: str, columns: tuple[str, ...], row: Mapping[str, str]) -> str | None:
    """What a row should have been; None where it fits."""
    if set(row) != set(columns):
        return f"a row of the columns {', '.join(columns)}"
    if not row[columns[0]]:
        return f"something in the column {columns[0]}"
    if "power" in row and not row["power"].removeprefix("-").isdecimal():
        return "a whole number as the power of ten"
    kinds = _kinds(table)
    if table in WORDS and kinds and row["kind"] not in kinds:
        return f"one of the kinds {', '.join(kinds)}"
    values = kinds.get(row.get("kind", ""), frozenset())
    if table in WORDS and values and row["value"] not in values:
        return f"as the value one of {', '.join(sorted(map(repr, values)))}"
    return None


@cache
def _kinds(table: str) -> dict[str, frozenset[str]]:
    """The kinds that rows of a table are of, with the values that each may have; none where it may have any."""
    found: dict[str, set[str]] = {}
    for row in own_rows(table):
        if "kind" in row:
            values = found.setdefault(row["kind"], set())
            if "value" in row and (table, row["kind"]) not in _OPEN:
                values.add(row["value"])
    return {kind: frozenset(values) for kind, values in found.items()}
