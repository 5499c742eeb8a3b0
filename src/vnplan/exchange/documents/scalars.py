"""Strings for what JSON has no type for, and strict reading of what it has (giá trị đơn)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from vnplan.errors import InvalidValueError

DECIMAL_PATTERN = r"-?[0-9]{1,1000}(?:\.[0-9]{1,1000})?(?:E[+-]?[0-9]{1,4})?"
"""A number as `Decimal` prints it: every digit kept, no NaN, no infinity, of bearable size."""

DATE_PATTERN = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

_decimal = re.compile(DECIMAL_PATTERN).fullmatch
_date = re.compile(DATE_PATTERN).fullmatch


class Unexpected(ValueError):  # noqa: N818  # never leaves this room
    """What was found, at a path below the value being read, is not what its place asks for."""

    def __init__(self, expected: str, found: object, path: str = "") -> None:
        super().__init__(expected, found, path)
        self.expected = expected
        self.found = found
        self.path = path


def decimal_text(value: Decimal) -> str:
    """A number as text, digits and exponent kept."""
    text = str(value)
    if value.__class__ is not Decimal or _decimal(text) is None:
        raise InvalidValueError("value", value, "a finite Decimal of at most 1000 digits")
    return text


def read_decimal(raw: Any, _: Any = None) -> Decimal:
    """The number that a text is."""
    if raw.__class__ is not str or _decimal(raw) is None:
        raise Unexpected("a decimal number in quotes", raw)
    return Decimal(raw)


def read_date(raw: Any, _: Any = None) -> date:
    """The day that a text is."""
    if raw.__class__ is not str or _date(raw) is None:
        raise Unexpected("a date such as 2024-03-31", raw)
    try:
        return date.fromisoformat(raw)
    except ValueError:
        raise Unexpected("a day of the calendar", raw) from None


def read_text(raw: Any, _: Any = None) -> str:
    """Text and nothing else."""
    if raw.__class__ is not str:
        raise Unexpected("text", raw)
    return raw


def read_text_or_nothing(raw: Any, _: Any = None) -> str | None:
    """Text or null, in one step, since so many fields hold it."""
    if raw is not None and raw.__class__ is not str:
        raise Unexpected("text", raw)
    return raw


def read_whole_number(raw: Any, _: Any = None) -> int:
    """A whole number and nothing else: 2.0 and true are none."""
    if raw.__class__ is not int:
        raise Unexpected("a whole number", raw)
    return raw


def read_truth(raw: Any, _: Any = None) -> bool:
    """True or false and nothing else."""
    if raw.__class__ is not bool:
        raise Unexpected("true or false", raw)
    return raw


def enum_reader(kind: type[StrEnum]) -> Callable[[Any, Any], StrEnum]:
    """Reads the members of an enum by their values."""
    by_value: dict[Any, StrEnum] = {one.value: one for one in kind}

    def read_member(raw: Any, _: Any = None) -> StrEnum:
        found = by_value.get(raw) if raw.__class__ is str else None
        if found is None:
            raise Unexpected(f"one of {', '.join(by_value)}", raw)
        return found

    return read_member
