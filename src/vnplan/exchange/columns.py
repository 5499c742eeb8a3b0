"""The columns of vnplan's tables: kinds, units, meanings, headers (cột của bảng)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache

from attrs import evolve, frozen

from vnplan.lexicon import rows

PRECISION, SCALE = 38, 12
"""Numbers in typed tables are decimal128 of 38 digits, 12 of them behind the mark."""

EXACT_TEXT = "_text"
"""Columns of this ending hold the digits as printed, which a decimal of fixed scale cannot: 1,40 is not 1,4."""

FILE_COLUMN = "file"
"""The last column of part files: the path as given, since two files may bear one name."""

Row = Mapping[str, object]


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    FLAG = "flag"
    DECIMAL = "decimal"
    LIST = "list"


@frozen(kw_only=True)
class Column:
    """One column of a table.

    Attributes:
        name: Its English name.
        kind: What it holds.
        can_be_empty: Whether a row may have nothing in it.
        header: Its Vietnamese header.
        unit: Unit of its numbers, in words.
        meaning: What it tells.
        width: Characters on a sheet; None where a workbook leaves it out.
    """

    name: str
    kind: Kind
    can_be_empty: bool
    header: str
    unit: str
    meaning: str
    width: int | None


Columns = tuple[Column, ...]


@cache
def columns_of(table: str) -> Columns:
    """The columns of a table of rows: figures, directives, verdicts, findings."""
    return tuple(
        Column(
            name=row["column"],
            kind=Kind(row["kind"]),
            can_be_empty=row["empty"] == "yes",
            header=row["vietnamese"],
            unit=row["unit"],
            meaning=row["meaning"],
            width=int(row["width"]) if row["width"] else None,
        )
        for row in rows("columns")
        if row["table"] == table
    )


@cache
def typed_columns(table: str) -> Columns:
    """The columns of a typed table: those of its rows; of figures the digits as printed besides."""
    columns = columns_of(table)
    if table != "figures":
        return columns
    return columns + tuple(_as_printed(one) for one in columns if one.kind is Kind.DECIMAL)


def _as_printed(column: Column) -> Column:
    return evolve(
        column,
        name=f"{column.name}{EXACT_TEXT}",
        kind=Kind.TEXT,
        header=f"{column.header} (nguyên dạng)",
        meaning=f"{column.name} with its digits as printed, however many they are",
        width=None,
    )


def typed_rows(table: str, given: Iterable[Row]) -> tuple[Columns, list[dict[str, object]]]:
    """Rows whose numbers are Decimals, and the columns that they fit.

    A number that does not fit 38 digits, 12 behind the mark, is left to the text column where its table has
    one; elsewhere its whole column stays text.
    """
    held = list(given)
    columns = typed_columns(table)
    names = {column.name for column in columns}
    found = tuple(one if f"{one.name}{EXACT_TEXT}" in names else _fitted(one, held) for one in columns)
    return found, [{column.name: _cell(column, row) for column in found} for row in held]


def _fitted(column: Column, held: list[Row]) -> Column:
    """The column as text where one of its numbers does not fit."""
    if column.kind is not Kind.DECIMAL:
        return column
    given = (row[column.name] for row in held)
    return column if all(one is None or fits(Decimal(str(one))) for one in given) else evolve(column, kind=Kind.TEXT)


def _cell(column: Column, row: Row) -> object:
    value = row[column.name.removesuffix(EXACT_TEXT)]
    match column.kind:
        case Kind.TEXT if isinstance(value, str):
            return _encodable(value)
        case Kind.LIST if isinstance(value, list):
            return list(map(_encodable, value))
        case Kind.DECIMAL if value is not None:
            number = Decimal(str(value))
            return number if fits(number) else None
    return value


def _encodable(text: str) -> str:
    """The text without halves of surrogate pairs, which no UTF-8 can hold."""
    return text.encode("utf-8", "replace").decode()


def fits(number: Decimal) -> bool:
    """Whether a decimal128 of the tables' scale holds exactly this number."""
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        return False
    if not number:
        return True
    trailing = next((count for count, digit in enumerate(reversed(digits)) if digit))
    behind = -exponent - trailing
    return behind <= SCALE and number.adjusted() < PRECISION - SCALE
