"""The usual object, read in one function that is made for its class (đọc nhanh).

A document that `to_json` wrote holds every key of its class. For such an object one function checks the types of all
fields and reads them, as attrs and cattrs make theirs. Whatever is otherwise goes to the reader that cattrs made,
which takes defaults, and refuses what is to be refused.
"""

from __future__ import annotations

import marshal
import typing
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Any

from attrs import evolve, frozen

from vnplan.exchange.documents.classes import CLASS_KEY, MOST_KEPT, fields_of, members

Hook = Callable[[Any, Any], Any]

_AS_THEY_ARE = (str, int, bool)
_TEXTS = (Decimal, date)


@frozen
class _Field:
    """How one field is read.

    Attributes:
        types: Names of the types that its raw value may be of; empty where its reader looks itself.
        reader: What makes the value; None where it stays as it is, a dictionary where it is a member of an enum.
        made: The expression for that, of the raw value `{}`.
        is_optional: Whether null is None.
        argument: How the constructor takes it: with "name=" before it, or by position.
    """

    types: tuple[str, ...]
    reader: Any
    made: str
    is_optional: bool
    argument: str = ""

    @property
    def is_hashable(self) -> bool:
        """Whether the raw value may itself be part of a key, or else is refused."""
        return bool(self.types) and self.types != ("list",)


def quick_reader(
    cls: Any, name: str | None, links: dict[str, Hook], hook_of: Callable[[Any], Hook], slow: Hook, *, keeps: bool
) -> Hook:
    """Makes the function.

    Args:
        cls: The class; a generic one with its parameter.
        name: What the object calls itself; None where it does not.
        links: What reads fields that may refer to figures.
        hook_of: Gives the reader of any other type.
        slow: The reader for everything else.
        keeps: Whether equal objects give one value, the last of which are kept at hand.
    """
    fields = {
        key: evolve(_field(key, kind, links.get(key), hook_of), argument=f"{one.alias}=" if one.kw_only else "")
        for key, (one, kind) in fields_of(cls).items()
    }
    made: dict[Any, Any] = {}

    def keep(key: Any, value: Any) -> Any:
        if len(made) >= MOST_KEPT:
            made.clear()
        made[key] = value  # a race between threads at most makes a value twice
        return value

    origin = typing.get_origin(cls) or cls
    held = {"cls": origin, "slow": slow, "made": made, "keep": keep, "dumps": marshal.dumps}
    held |= {f"read_{key}": field.reader for key, field in fields.items()}
    source = "\n".join(_lines(fields, name, keeps=keeps))
    exec(compile(source, f"<quick reader of {origin.__name__}>", "exec"), held)  # noqa: S102  # of the fields' names alone
    found: Hook = held["read"]
    return found


def _field(key: str, kind: Any, link: Hook | None, hook_of: Callable[[Any], Hook]) -> _Field:
    others = [one for one in members(kind) if one is not type(None)]
    optional = len(others) < len(members(kind))
    first = others[0]
    if link is not None:
        return _Field((), link, f"read_{key}({{}}, None)", optional)
    if all(one in _AS_THEY_ARE for one in others):
        return _Field(tuple(one.__name__ for one in others), None, "{}", optional)
    if len(others) == 1 and isinstance(first, type) and issubclass(first, StrEnum):
        return _Field(("str",), {one.value: one for one in first}, f"read_{key}[{{}}]", optional)
    if len(others) == 1 and typing.get_origin(first) is tuple and typing.get_args(first)[-1] is ...:
        items = f"tuple([read_{key}(one, None) for one in {{0}}]) if {{0}} else ()"
        return _Field(("list",), hook_of(typing.get_args(first)[0]), items, optional)
    types = ("str",) if first in _TEXTS else ()
    return _Field(types, hook_of(reduce(or_, others)), f"read_{key}({{}}, None)", optional)


# --- source --------------------------------------------------------------------------------------


def _lines(fields: dict[str, _Field], name: str | None, *, keeps: bool) -> Iterator[str]:
    named = "" if name is None else f" or raw.get({CLASS_KEY!r}) != {name!r}"
    yield "def read(raw, _=None):"
    yield f" if raw.__class__ is not dict or len(raw) != {len(fields) + (name is not None)}{named}:"
    yield "  return raw if raw.__class__ is cls else slow(raw)"
    yield from (f" v_{key} = raw[{key!r}]" for key in fields)
    misfits = [_misfit(f"v_{key}", field) for key, field in fields.items() if field.types]
    if misfits:
        yield f" if {' or '.join(misfits)}:"
        yield "  return slow(raw)"
    given = ", ".join(field.argument + _made(f"v_{key}", field) for key, field in fields.items())
    if keeps:
        yield f" key = {_key(fields)}"
        yield " value = made.get(key)"
        yield f" return keep(key, cls({given})) if value is None else value"
    else:
        yield f" return cls({given})"


def _misfit(value: str, field: _Field) -> str:
    """When a value is of another type."""
    told = [
        *(f"{value}.__class__ is not {one}" for one in field.types),
        *([f"{value} is not None"] * field.is_optional),
    ]
    return f"({' and '.join(told)})" if len(told) > 1 else told[0]


def _made(value: str, field: _Field) -> str:
    made = field.made.format(value)
    return f"None if {value} is None else {made}" if field.is_optional and made != value else made


def _key(fields: dict[str, _Field]) -> str:
    """What tells an object from others; in lists and objects `marshal` tells true from 1, and 1 from 1.0."""
    plain = [f"v_{key}" for key, field in fields.items() if field.is_hashable]
    others = [f"v_{key}" for key, field in fields.items() if not field.is_hashable]
    told = [f"dumps(({', '.join(others)},), 2)"] if others else []
    return f"({', '.join([*plain, *told])},)"
