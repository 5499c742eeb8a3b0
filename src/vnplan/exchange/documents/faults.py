"""What cattrs and the model object to, as one error of ours with paths (lỗi khi đọc JSON)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from vnplan.errors import InvalidJsonError, InvalidValueError
from vnplan.exchange.documents.scalars import Unexpected

_MISSING = "nothing"


def as_error(faults: Iterable[InvalidJsonError]) -> InvalidJsonError:
    """The first fault, which holds the others."""
    first, *others = faults
    return InvalidJsonError(first.path, first.expected, first.found, tuple(others))


def faults_in(error: Exception, path: str = "") -> Iterator[InvalidJsonError]:
    """Every fault that a telling reader found, with its path."""
    match error:
        case BaseValidationError():
            for one in error.exceptions:
                yield from _below(one, path, error.cl)
        case Unexpected():
            yield InvalidJsonError(joined(path, error.path), error.expected, described(error.found))
        case ForbiddenExtraKeysError():
            known = ", ".join(one.name for one in attrs.fields(error.cl) if one.init)
            for key in sorted(error.extra_fields):
                yield InvalidJsonError(joined(path, key), f"no such key; {error.cl.__name__} has {known}", "a value")
        case _:
            yield InvalidJsonError(path, "a value that the model takes", f"{type(error).__name__}: {error}")


def _below(error: Exception, path: str, cls: Any) -> Iterator[InvalidJsonError]:
    note = _note(error)
    if note is None and isinstance(error, InvalidValueError):
        own = error.field if error.field in attrs.fields_dict(cls) else ""
        yield InvalidJsonError(joined(path, own), error.expected, described(error.value))
    elif isinstance(note, AttributeValidationNote) and isinstance(error, KeyError):
        yield InvalidJsonError(joined(path, note.name), "a value", _MISSING)
    elif isinstance(note, AttributeValidationNote):
        yield from faults_in(error, joined(path, note.name))
    elif isinstance(note, IterableValidationNote):
        yield from faults_in(error, f"{path}[{note.index}]")
    else:
        yield from faults_in(error, path)


def _note(error: Exception) -> str | None:
    """The place of an error in its parent: the note that was added last."""
    notes: list[str] = getattr(error, "__notes__", [])
    kinds = AttributeValidationNote | IterableValidationNote
    return next((note for note in reversed(notes) if isinstance(note, kinds)), None)


def joined(path: str, name: str) -> str:
    """The path of a key below another."""
    return f"{path}.{name}" if path and name else path or name


def described(found: object) -> str:
    """What was found, in the words of JSON."""
    match found:
        case None:
            return "null"
        case bool():
            return str(found).lower()
        case str():
            return repr(found)
        case list():
            return f"a list of {len(found)}"
        case dict():
            return "an object"
        case _:
            return str(found)
