"""Values → JSON objects, by cattrs (ghi ra JSON)."""

from __future__ import annotations

import typing
from collections.abc import Callable
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from cattrs import Converter
from cattrs.fns import identity
from cattrs.gen import make_dict_unstructure_fn, override

from vnplan.errors import InvalidValueError
from vnplan.exchange.documents.classes import (
    CLASS_KEY,
    LINKS,
    MOST_KEPT,
    REFERENCE_KEY,
    SHARED,
    SHARING,
    SUBCLASSES,
    alternatives,
    fields_of,
    is_class,
    members,
    named,
    with_parameter,
)
from vnplan.exchange.documents.links import Homes
from vnplan.exchange.documents.scalars import decimal_text

Hook = Callable[[Any], Any]

HOMES: ContextVar[Homes] = ContextVar("homes")
"""Where the figures of the document that is being written stand."""


@cache
def writer() -> Converter:
    """A converter that writes what `reader` reads."""
    converter = Converter()
    converter.register_unstructure_hook(Decimal, decimal_text)
    converter.register_unstructure_hook(date, date.isoformat)
    makers: tuple[tuple[Callable[[Any], bool], Callable[[Any, Converter], Hook]], ...] = (
        (lambda kind: isinstance(kind, type) and issubclass(kind, StrEnum), lambda *_: identity),
        (lambda kind: typing.get_origin(kind) in {tuple, frozenset}, _sequence_writer),
        (lambda kind: len(members(kind)) > 1 or len(alternatives(kind)) > 1, _union_writer),
        (lambda kind: len(alternatives(kind)) == 1 and is_class(kind), object_writer),
    )
    for is_so, make in makers:
        converter.register_unstructure_hook_factory(is_so, _bound(make, converter))
    return converter


def _bound(make: Callable[[Any, Converter], Hook], converter: Converter) -> Callable[[Any], Hook]:
    return lambda kind: make(kind, converter)


def _sequence_writer(kind: Any, converter: Converter) -> Hook:
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is frozenset:
        return sorted  # of enums, so that equal sets are written alike
    if parts[-1] is not ...:
        hooks = [converter.get_unstructure_hook(part) for part in parts]
        if all(write is identity for write in hooks):
            return identity
        return lambda row: [write(item) for write, item in zip(hooks, row, strict=True)]
    write = converter.get_unstructure_hook(parts[0])
    return identity if write is identity else lambda items: [write(item) for item in items]


def _union_writer(kind: Any, converter: Converter) -> Hook:
    parts = [part for part in members(kind) if part is not type(None)]
    classes = alternatives(kind)
    if len(parts) == 1 and len(classes) < 2:
        return _optional(converter.get_unstructure_hook(parts[0]))
    hooks: dict[type[Any], Hook] = dict.fromkeys(set(parts) - set(classes), identity)
    hooks |= {one: _hook_of(one, converter) for one in classes}
    return _optional(_chosen(hooks))


def _hook_of(cls: type[Any], converter: Converter) -> Hook:
    """The hook of a class, one and the same everywhere; of a base class that for itself alone."""
    return object_writer(cls, converter) if cls in SUBCLASSES else converter.get_unstructure_hook(cls)


def _optional(write: Hook) -> Hook:
    return identity if write is identity else lambda value: None if value is None else write(value)


def _chosen(hooks: dict[type[Any], Hook]) -> Hook:
    def write_one(value: Any) -> Any:
        write = hooks.get(value.__class__)
        if write is None:
            raise InvalidValueError("value", value, f"one of {', '.join(one.__name__ for one in hooks)}")
        return write(value)

    return write_one


def object_writer(cls: Any, converter: Converter) -> Hook:
    """Writes every field of one class, those that hold their default too."""
    origin = typing.get_origin(cls) or cls
    links: dict[str, Any] = {
        name: override(unstruct_hook=_link_writer(kind, converter, may_be_home=origin in SHARING))
        for name, (_, kind) in fields_of(cls).items()
        if (origin, name) in LINKS
    }
    write = make_dict_unstructure_fn(with_parameter(cls), converter, **links)
    if origin in named():
        write = _naming(origin.__name__, write)
    return _once(write) if origin in SHARED else write


def _naming(name: str, write: Hook) -> Hook:
    return lambda value: {CLASS_KEY: name, **write(value)}


def _once(write: Hook) -> Hook:
    """Writes what figures share only once; it is known by identity, and kept so that no other takes its id."""
    written: dict[int, tuple[Any, Any]] = {}

    def write_once(value: Any) -> Any:
        found = written.get(id(value))
        if found is None:
            found = value, write(value)
            if len(written) >= MOST_KEPT:
                written.clear()
            written[id(value)] = found
        return found[1]

    return write_once


def _link_writer(kind: Any, converter: Converter, *, may_be_home: bool) -> Hook:
    """A reference to where the figure stands in full, or the figure itself; resolved late, since figures hold figures."""
    if typing.get_origin(kind) is tuple:
        write = _link_writer(typing.get_args(kind)[0], converter, may_be_home=may_be_home)
        return lambda figures: [write(one) for one in figures]

    def write_link(figure: Any) -> Any:
        home = HOMES.get().elsewhere(figure, may_be_home=may_be_home)
        return converter.unstructure(figure, kind) if home is None else {REFERENCE_KEY: home}

    return write_link
