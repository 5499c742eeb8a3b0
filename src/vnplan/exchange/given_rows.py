"""Rows out of files, frames and Arrow tables, as records (đọc bảng)."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from vnplan.errors import InvalidValueError, MissingFileError, RecordError, UnknownFormatError
from vnplan.exchange.cells import BOM
from vnplan.exchange.columns import EXACT_TEXT, FILE_COLUMN, Column, Kind, columns_of
from vnplan.exchange.extras import optional


def records_of(given: Any) -> Iterator[dict[str, Any]]:
    """The records in whatever holds them; each value as `Report.to_records` gives it.

    Raises:
        RecordError: A column is missing, or a value is not what its column holds.
        MissingFileError, UnknownFormatError: There is no such file, or it is none that holds records.
        MissingExtraError: It is a Parquet file, and pyarrow is not installed.
    """
    columns = columns_of("figures")
    for number, row in enumerate(_rows(given)):
        found = {column.name: _value(column, row, number) for column in columns}
        if FILE_COLUMN in row:
            found[FILE_COLUMN] = row[FILE_COLUMN]
        yield found


def _rows(given: Any) -> Iterable[Mapping[str, Any]]:
    if isinstance(given, str | os.PathLike):
        return _of_path(Path(given))
    for method, take in _HOLDERS.items():
        if hasattr(given, method):
            rows: Iterable[Mapping[str, Any]] = take(given)
            return rows
    if not isinstance(given, Iterable):
        raise InvalidValueError("given", given, "a path, records, a frame or an Arrow table")
    return given


_HOLDERS: dict[str, Callable[[Any], Any]] = {
    "to_pylist": lambda table: table.to_pylist(),  # Arrow
    "iter_rows": lambda frame: frame.iter_rows(named=True),  # polars
    "itertuples": lambda frame: frame.to_dict("records"),  # pandas
}
"""How each kind of table gives its rows, by a method that only it has."""


# --- files -----------------------------------------------------------------------------------------


def _of_path(path: Path) -> Iterator[Mapping[str, Any]]:
    if not path.exists():
        raise MissingFileError(str(path))
    if path.is_dir():
        for part in sorted(part for part in path.iterdir() if part.name.startswith("part-")):
            yield from _of_path(part)
        return
    read = _FILES.get(path.suffix.lower())
    if read is None:
        raise UnknownFormatError(str(path), f"holds no records; those stand in {', '.join(_FILES)}")
    yield from read(path)


def _csv(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        if file.read(1) != BOM:
            file.seek(0)
        yield from csv.DictReader(file)


def _jsonl(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _parquet(path: Path) -> Iterator[Mapping[str, Any]]:
    parquet = optional("pyarrow.parquet", feature="a Parquet file", extra="arrow")
    for batch in parquet.ParquetFile(path).iter_batches():
        yield from batch.to_pylist()


_FILES: dict[str, Callable[[Path], Iterator[Mapping[str, Any]]]] = {
    ".csv": _csv,
    ".jsonl": _jsonl,
    ".parquet": _parquet,
}


# --- values ----------------------------------------------------------------------------------------


def _value(column: Column, row: Mapping[str, Any], number: int) -> Any:
    if not isinstance(row, Mapping) or column.name not in row:
        raise RecordError(number, column.name, row, "a row with that column")
    exact = row.get(f"{column.name}{EXACT_TEXT}")
    value = row[column.name] if exact is None or _is_missing(exact) else exact
    if _is_missing(value) or (value == "" and column.can_be_empty):
        if column.can_be_empty:
            return None
        raise RecordError(number, column.name, None, "a value")
    found = _READ[column.kind](value)
    if found is None:
        raise RecordError(number, column.name, value, _EXPECTED[column.kind])
    return found


def _is_missing(value: Any) -> bool:
    return value is None or type(value).__name__ == "NAType" or (isinstance(value, float) and value != value)  # noqa: PLR0124  # NaN


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _decimal(value: Any) -> str | None:
    """Digits as printed; of a decimal of fixed scale without the zeros that only fill it up."""
    if isinstance(value, Decimal) and value.is_finite():
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return None
    sign, digits = value[:1].removesuffix("-"), value.removeprefix("-")
    whole, mark, rest = digits.partition(".")
    is_number = digits.isascii() and not sign.strip("0123456789") and whole.isdigit() and (rest.isdigit() or not mark)
    return value if is_number else None


def _integer(value: Any) -> int | None:
    if isinstance(value, str):
        return int(value) if value.isascii() and value.removeprefix("-").isdigit() else None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return int(value) if hasattr(value, "__index__") and not isinstance(value, bool) else None


def _flag(value: Any) -> bool | None:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.lower())
    return bool(value) if type(value).__name__.rstrip("_") in {"bool", "bool8"} else None


_READ: dict[Kind, Callable[[Any], Any]] = {
    Kind.TEXT: _text,
    Kind.DECIMAL: _decimal,
    Kind.INTEGER: _integer,
    Kind.FLAG: _flag,
}
_EXPECTED = {
    Kind.TEXT: "text",
    Kind.DECIMAL: "a decimal, or its digits as text such as '1390.9'; a float is not exact",
    Kind.INTEGER: "a whole number",
    Kind.FLAG: "true or false",
}
