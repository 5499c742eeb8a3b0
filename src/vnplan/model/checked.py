"""Classes whose fields refuse what is not of their type, where an object is made (kiểm tra kiểu dữ liệu)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin

from vnplan.errors import InvalidValueError

if TYPE_CHECKING:
    from attrs import Attribute

Validator = Callable[[object, "Attribute[Any]", object], None]

_EXAMPLES = {
    "Indicator": 'vnplan.indicator("state_budget_revenue")',
    "Locality": 'vnplan.locality("Quận 3", on=…)',
    "Period": "Period.year(2023)",
    "Quantity": 'Quantity.of("5.558 tỷ đồng")',
    "Stated": 'Stated.of("5.558 tỷ đồng")',
    "Unit": 'Unit("tỷ đồng", "money:VND", 9)',
}
"""How an object of a class is made that is easily given as bare text."""

_WORDS = {
    str: "text",
    bool: "True or False",
    int: "a whole number",
    Decimal: "a Decimal; floats are not exact",
    date: "a date without a time",
    NoneType: "None",
}
_STRICTER = {int: bool, date: datetime}
"""Subclasses that stand for something else: True is no number of items, and no day compares with an instant."""


def checked(cls: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """Field transformer of attrs: every field without a validator of its own refuses what its annotation does not name.

    ``@frozen(field_transformer=checked)``. The objects made raise `InvalidValueError` with the field, the value
    and what would be valid. Of a tuple every member is looked at.
    """
    return [one if one.validator is not None else one.evolve(validator=_validator(cls, one.type)) for one in fields]


def _validator(cls: type, annotation: Any) -> Validator:
    """A check that knows the classes that it has met: the usual one costs a look into a set."""
    known: set[type] = set()
    resolved: list[tuple[Any, _Test]] = []  # when first asked: the annotation may name classes that are made later

    def check(_: object, attribute: Attribute[Any], value: object) -> None:
        if value.__class__ in known:
            return
        if not resolved:
            kind = eval(annotation, vars(sys.modules[cls.__module__])) if isinstance(annotation, str) else annotation  # noqa: S307
            resolved.append((kind, _test(kind)))
        kind, is_one = resolved[0]
        if not is_one(value):
            raise InvalidValueError(attribute.name, value, expected(kind))
        if not _is_container(value.__class__):
            known.add(value.__class__)

    return check


_Test = Callable[[Any], bool]


def _test(kind: Any) -> _Test:
    """Whether a value is of an annotated type: a class, a union, or a container of one kind or of given kinds."""
    if isinstance(kind, TypeVar):
        return _test(kind.__bound__)
    origin, inner = get_origin(kind), [one for one in get_args(kind) if one is not ...]
    if origin in (Union, UnionType):
        tests = [_test(one) for one in inner]
        return lambda value: any(is_one(value) for is_one in tests)
    if _is_container(origin):
        return _container_test(origin, inner, is_fixed=... not in get_args(kind))
    cls = origin or kind
    stricter = _STRICTER.get(cls, ())
    return lambda value: isinstance(value, cls) and not isinstance(value, stricter)


def _is_container(origin: Any) -> bool:
    return isinstance(origin, type) and issubclass(origin, tuple | frozenset | Mapping)


def _container_test(origin: Any, inner: list[Any], *, is_fixed: bool) -> _Test:
    if issubclass(origin, Mapping):
        holds_keys, holds_members = (_member_test(one) for one in inner)
        return lambda value: isinstance(value, origin) and holds_keys(value) and holds_members(value.values())
    if not issubclass(origin, tuple) or not is_fixed:
        holds = _member_test(inner[0])
        return lambda value: isinstance(value, origin) and holds(value)
    if len(set(inner)) == 1:
        holds, length = _member_test(inner[0]), len(inner)
        return lambda value: isinstance(value, origin) and len(value) == length and holds(value)
    tests = [_test(one) for one in inner]
    return lambda value: (
        isinstance(value, origin)
        and len(value) == len(tests)
        and all(is_one(one) for is_one, one in zip(tests, value, strict=True))
    )


def _member_test(kind: Any) -> Callable[[Iterable[Any]], bool]:
    """Whether all members are of one type; again it costs a look at their classes, where these tell."""
    is_member, known = _test(kind), set[type]()
    if _is_container(get_origin(kind)):
        return lambda members: all(map(is_member, members))

    def holds(members: Iterable[Any]) -> bool:
        if known.issuperset(map(type, members)):
            return True
        if not all(map(is_member, members)):
            return False
        known.update(map(type, members))
        return True

    return holds


def expected(kind: Any) -> str:
    """What a type is, in words: "a Period, such as Period.year(2023), or None"."""
    if isinstance(kind, TypeVar):
        return expected(kind.__bound__)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        *most, last = (expected(one) for one in inner)
        comma = "," if any("," in one for one in most) else ""
        return f"{', '.join(most)}{comma} or {last}"
    if origin is not None and inner:
        members = [expected(one) for one in inner if one is not ...]
        return f"a {origin.__name__} that holds {', '.join(members)}"
    return _WORDS.get(kind) or _of_class(kind)


def _of_class(cls: type) -> str:
    article = "an" if cls.__name__[0] in "AEIOU" else "a"
    if issubclass(cls, Enum):
        return f"{article} {cls.__name__}: {', '.join(str(one.value) for one in cls)}"
    example = next((_EXAMPLES[one.__name__] for one in cls.__mro__ if one.__name__ in _EXAMPLES), None)
    return f"{article} {cls.__name__}{'' if example is None else f', such as {example}'}"
