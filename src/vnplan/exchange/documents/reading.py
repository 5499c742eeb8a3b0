"""JSON objects → values, by cattrs with strict hooks of our own (đọc từ JSON)."""

from __future__ import annotations

import typing
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from vnplan.exchange.documents.classes import (
    CLASS_KEY,
    LINKS,
    SHARED,
    SUBCLASSES,
    alternatives,
    enums,
    fields_of,
    is_class,
    members,
    named,
    with_parameter,
)
from vnplan.exchange.documents.links import is_reference
from vnplan.exchange.documents.quick import quick_reader
from vnplan.exchange.documents.scalars import (
    Unexpected,
    enum_reader,
    read_date,
    read_decimal,
    read_text,
    read_text_or_nothing,
    read_truth,
    read_whole_number,
)

Hook = Callable[[Any, Any], Any]

_SCALARS: dict[Any, Hook] = {
    str: read_text,
    int: read_whole_number,
    bool: read_truth,
    Decimal: read_decimal,
    date: read_date,
}


class Reader(Converter):
    """A converter that reads; a telling one is slower and gathers every fault with its place.

    One that trusts takes every reference for granted; to others a reference is a fault, since those of a
    document are resolved before it is read.
    """

    def __init__(self, *, telling: bool, trusts: bool) -> None:
        super().__init__(detailed_validation=telling, forbid_extra_keys=True)
        self.trusts = trusts


@cache
def reader(*, telling: bool = False, trusts: bool = False) -> Reader:
    """A reader of each kind, made once."""
    converter = Reader(telling=telling, trusts=trusts)
    for scalar, read in _SCALARS.items():
        converter.register_structure_hook(scalar, read)
    for kind in enums():  # one by one, else that for text would win
        converter.register_structure_hook(kind, enum_reader(kind))
    makers: tuple[tuple[Callable[[Any], bool], Callable[[Any, Reader], Hook]], ...] = (
        (lambda kind: typing.get_origin(kind) in {tuple, frozenset}, _sequence_reader),
        (lambda kind: len(members(kind)) > 1 or len(alternatives(kind)) > 1, _union_reader),
        (lambda kind: len(alternatives(kind)) == 1 and is_class(kind), object_reader),
    )
    for is_so, make in makers:
        converter.register_structure_hook_factory(is_so, _bound(make, converter))
    return converter


def _bound(make: Callable[[Any, Reader], Hook], converter: Reader) -> Callable[[Any], Hook]:
    return lambda kind: make(kind, converter)


# --- lists ---------------------------------------------------------------------------------------


def _sequence_reader(kind: Any, converter: Reader) -> Hook:
    """Lists of any length, and of a fixed one where each place has its own type."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple and parts[-1] is not ...:
        return _row_reader(parts, converter)
    if origin is frozenset:
        return list_reader(_distinct, converter.get_structure_hook(parts[0]), converter)
    return list_reader(origin, converter.get_structure_hook(parts[0]), converter)


def _distinct(items: list[Any]) -> frozenset[Any]:
    found = frozenset(items)
    if len(found) != len(items):
        raise Unexpected("a list without repeats", items)
    return found


def list_reader(origin: Callable[[list[Any]], Any], read: Hook, converter: Reader) -> Hook:
    """Reads every item alike."""
    empty = origin([])

    def read_list(raw: Any, _: Any = None) -> Any:
        if raw.__class__ is not list:
            raise Unexpected("a list", raw)
        return origin([read(item, None) for item in raw]) if raw else empty

    def read_and_tell(raw: Any, _: Any = None) -> Any:
        if raw.__class__ is not list:
            raise Unexpected("a list", raw)
        return origin(_all_of(read, raw))

    return read_and_tell if converter.detailed_validation else read_list


def _all_of(read: Hook, raw: list[Any]) -> list[Any]:
    """Every item, or every fault with its index."""
    made, faults = [], []
    for index, item in enumerate(raw):
        try:
            made.append(read(item, None))
        except Exception as fault:  # noqa: BLE001  # told together
            fault.add_note(IterableValidationNote("", index, None))
            faults.append(fault)
    if faults:
        raise IterableValidationError("", faults, list)
    return made


def _row_reader(parts: tuple[Any, ...], converter: Reader) -> Hook:
    if all(part is int for part in parts):
        return _row_of_whole_numbers(len(parts))
    hooks = [converter.get_structure_hook(part) for part in parts]

    def read_row(raw: Any, _: Any = None) -> tuple[Any, ...]:
        if raw.__class__ is not list or len(raw) != len(hooks):
            raise Unexpected(f"a list of {len(hooks)}", raw)
        return tuple([read(item, None) for read, item in zip(hooks, raw, strict=True)])  # quicker than a generator

    return read_row


def _row_of_whole_numbers(count: int) -> Hook:
    """The same of numbers alone, in one step, since every figure has spans."""

    def read_row(raw: Any, _: Any = None) -> tuple[int, ...]:
        if raw.__class__ is not list or len(raw) != count:
            raise Unexpected(f"a list of {count}", raw)
        return tuple(raw) if {*map(type, raw)} == {int} else tuple(map(read_whole_number, raw))

    return read_row


# --- alternatives --------------------------------------------------------------------------------


def _union_reader(kind: Any, converter: Reader) -> Hook:
    parts = [part for part in members(kind) if part is not type(None)]
    classes = alternatives(kind)
    if len(classes) > 1:
        read = _one_of({one.__name__: _hook_of(one, converter) for one in classes})
    elif len(parts) == 1:
        read = converter.get_structure_hook(parts[0])
    else:
        read = _text_or(converter.get_structure_hook(classes[0]))
    if type(None) not in members(kind):
        return read
    if read is read_text:
        return read_text_or_nothing

    def read_optional(raw: Any, _: Any = None) -> Any:
        return None if raw is None else read(raw, None)

    return read_optional


def _hook_of(cls: type[Any], converter: Reader) -> Hook:
    """The hook of a class, one and the same everywhere; of a base class that for itself alone."""
    return object_reader(cls, converter) if cls in SUBCLASSES else converter.get_structure_hook(cls)


def _text_or(read: Hook) -> Hook:
    """Text, or the object beside it."""

    def read_either(raw: Any, _: Any = None) -> Any:
        return raw if raw.__class__ is str else read(raw, None)

    return read_either


def _one_of(hooks: dict[str, Hook]) -> Hook:
    """One of several classes, told apart by name."""

    def read_one(raw: Any, _: Any = None) -> Any:
        name = raw.get(CLASS_KEY) if raw.__class__ is dict else raw.__class__.__name__  # a figure made before
        if name.__class__ is str and name in hooks:
            return hooks[name](raw, None)
        if raw.__class__ is not dict:
            raise Unexpected("an object", raw)
        raise Unexpected(f"one of {', '.join(hooks)}", name, CLASS_KEY)

    return read_one


# --- objects -------------------------------------------------------------------------------------


def object_reader(cls: Any, converter: Reader) -> Hook:
    """Reads the fields of one class; a value that was made before stays as it is."""
    origin = typing.get_origin(cls) or cls
    links: dict[str, Any] = {
        name: override(struct_hook=_link_reader(kind, converter))
        for name, (_, kind) in fields_of(cls).items()
        if (origin, name) in LINKS
    }
    make: Hook = make_dict_structure_fn(with_parameter(cls), converter, **links)
    name = origin.__name__ if origin in named() else None

    def read_object(raw: Any, _: Any = None) -> Any:
        if raw.__class__ is dict:
            if name is not None and raw.pop(CLASS_KEY, None) != name:
                raise Unexpected(name, None, CLASS_KEY)
            return make(raw, cls)
        if raw.__class__ is origin:
            return raw
        raise Unexpected("an object", raw)

    if converter.detailed_validation:
        return read_object

    hooks = {key: one.struct_hook for key, one in links.items()}
    return quick_reader(cls, name, hooks, converter.get_structure_hook, read_object, keeps=origin in SHARED)


def _link_reader(kind: Any, converter: Reader) -> Hook:
    """A figure in full, or one that a reference has led to; resolved late, since figures hold figures."""
    if typing.get_origin(kind) is tuple:
        return list_reader(tuple, _link_reader(typing.get_args(kind)[0], converter), converter)

    def read_link(raw: Any, _: Any = None) -> Any:
        if is_reference(raw):
            if converter.trusts:
                return alternatives(kind)[0](name="")  # anything that the field takes: only faults are wanted
            raise Unexpected("a figure in full", raw)
        return converter.structure(raw, kind)

    return read_link
