"""The form of the documents as JSON Schema 2020-12, made from the classes themselves (lược đồ JSON)."""

from __future__ import annotations

import json
import typing
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import attrs

from vnplan.errors import InvalidValueError
from vnplan.exchange.documents.classes import (
    CLASS_KEY,
    CLASSES,
    LINKS,
    REFERENCE_KEY,
    SUBCLASSES,
    VERSION_KEY,
    alternatives,
    fields_of,
    is_class,
    members,
    name_of,
    named,
)
from vnplan.exchange.documents.docstrings import attributes_told, first_line
from vnplan.exchange.documents.links import POINTER_PATTERN
from vnplan.exchange.documents.scalars import DATE_PATTERN, DECIMAL_PATTERN
from vnplan.exchange.documents.versions import VERSION
from vnplan.exchange.documents.writing import writer
from vnplan.model.report import Report

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
REFERENCE = "Reference"

_SCALARS: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Decimal: {"type": "string", "pattern": f"^{DECIMAL_PATTERN}$"},
    date: {"type": "string", "format": "date", "pattern": f"^{DATE_PATTERN}$"},
}


def json_schema(type: type[Any] = Report) -> Schema:  # noqa: A002  # as `from_json` has it
    """The JSON Schema, draft 2020-12, of the documents that hold a value of that class (lược đồ JSON).

    Its ``$id`` is ``urn:vnplan:json-schema:VERSION:CLASS``, with the version of the format.
    What a schema cannot say is left to `from_json`: that a range has two ends, that a reference leads somewhere.

    Args:
        type: Any class in `vnplan.exchange.documents.CLASSES`; a base class stands for those derived from it.

    Raises:
        InvalidValueError: It is no such class.
    """
    if type not in CLASSES.values():
        raise InvalidValueError("type", type, f"one of {', '.join(CLASSES)}")
    from vnplan.exchange.documents.examples import example_of

    classes = SUBCLASSES.get(type, (type,))
    roots = [_root(cls) for cls in classes]
    examples = [example for cls in classes if (example := example_of(cls)) is not None]
    schema = {
        "$schema": DIALECT,
        "$id": f"urn:vnplan:json-schema:{VERSION}:{type.__name__}",
        "title": type.__name__,
        **({"anyOf": roots} if len(roots) > 1 else roots[0]),
        "$defs": dict(sorted(_definitions(classes).items())),
        **({"examples": examples} if examples else {}),
    }
    plain: Schema = json.loads(json.dumps(schema))  # defaults hold tuples and enums
    return plain


def _root(cls: Any) -> Schema:
    """A class at the root of a document, where it always names itself and the version."""
    schema = _object(cls)
    head: Schema = {VERSION_KEY: {"const": VERSION}, CLASS_KEY: {"const": cls.__name__}}
    required = [*head, *(name for name in schema["required"] if name not in head)]
    return schema | {"properties": head | schema["properties"], "required": required}


def _definitions(classes: tuple[Any, ...]) -> dict[str, Schema]:
    """The classes and enums that those hold, by name."""
    found: dict[str, Schema] = {}
    waiting = [kind for cls in classes for kind in _held(cls)]
    while waiting:
        kind = waiting.pop()
        if name_of(kind) not in found:
            found[name_of(kind)] = _object(kind) if is_class(kind) else _enum(kind)
            waiting += _held(kind) if is_class(kind) else []
    if any(_holds_link(cls) for cls in classes) or any(_refers(one) for one in found.values()):
        found[REFERENCE] = _reference()
    return found


def _held(cls: Any) -> list[Any]:
    return [one for _, kind in fields_of(cls).values() for one in _parts(kind) if one not in _SCALARS]


def _parts(kind: Any) -> list[Any]:
    if is_class(kind):
        return list(alternatives(kind))
    inner = [part for part in typing.get_args(kind) if part is not ...]
    return [one for part in inner for one in _parts(part)] if inner else [kind]


def _holds_link(cls: Any) -> bool:
    return any((typing.get_origin(cls) or cls, name) in LINKS for name in fields_of(cls))


def _refers(schema: Schema) -> bool:
    return f"#/$defs/{REFERENCE}" in json.dumps(schema)


# --- parts ---------------------------------------------------------------------------------------


def _object(cls: Any) -> Schema:
    origin = typing.get_origin(cls) or cls
    told = attributes_told(origin)
    properties: Schema = {CLASS_KEY: {"const": origin.__name__}} if origin in named() else {}
    required = list(properties)
    for name, (one, kind) in fields_of(cls).items():
        schema = _schema(kind, links=(origin, name) in LINKS)
        if name in told:
            schema = {"description": told[name], **schema}
        if one.default is attrs.NOTHING:
            required.append(name)
        elif not isinstance(one.default, attrs.Factory):  # type: ignore[arg-type]  # a class, though typed as none
            schema |= {"default": writer().unstructure(one.default, kind)}
        properties[name] = schema
    return {
        "description": first_line(origin),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _enum(kind: type[StrEnum]) -> Schema:
    return {"description": first_line(kind), "type": "string", "enum": [one.value for one in kind]}


def _reference() -> Schema:
    return {
        "description": "Points to a figure that stands in full elsewhere in the document.",
        "type": "object",
        "properties": {REFERENCE_KEY: {"type": "string", "pattern": f"^{POINTER_PATTERN}$"}},
        "required": [REFERENCE_KEY],
        "additionalProperties": False,
    }


def _schema(kind: Any, *, links: bool = False) -> Schema:
    if kind in _SCALARS:
        return dict(_SCALARS[kind])
    if typing.get_origin(kind) in {tuple, frozenset}:
        return _array(kind, links=links)
    choices: list[Schema] = [{"$ref": f"#/$defs/{REFERENCE}"}] if links else []
    for part in members(kind):
        choices += [{"$ref": f"#/$defs/{name_of(one)}"} for one in alternatives(part)] or [_plain(part)]
    return choices[0] if len(choices) == 1 else _either(choices)


def _plain(kind: Any) -> Schema:
    return dict(_SCALARS[kind]) if kind in _SCALARS else {"$ref": f"#/$defs/{name_of(kind)}"}


def _either(choices: list[Schema]) -> Schema:
    """Text, numbers or null as one type of several names; all else as alternatives."""
    if all(set(one) <= {"type", "pattern", "format"} for one in choices):
        merged: Schema = {}
        for one in choices:
            merged |= one
        return merged | {"type": [one["type"] for one in choices]}
    return {"anyOf": choices}


def _array(kind: Any, *, links: bool) -> Schema:
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple and parts[-1] is not ...:
        fixed = {"minItems": len(parts), "maxItems": len(parts)}
        return {"type": "array", "prefixItems": [_schema(part) for part in parts], "items": False, **fixed}
    schema: Schema = {"type": "array", "items": _schema(parts[0], links=links)}
    return schema | {"uniqueItems": True} if origin is frozenset else schema
