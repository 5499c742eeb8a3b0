"""Shows the constructors of attrs classes in the reference, which static reading cannot see, and public names alone."""

from __future__ import annotations

import inspect
import re
from enum import EnumType
from importlib import import_module
from typing import Any

import attrs
from griffe import (
    Attribute,
    Class,
    Docstring,
    Extension,
    Function,
    Module,
    Object,
    Parameter,
    ParameterKind,
    Parameters,
)

import vnplan
from vnplan.formatting import format_enum
from vnplan.formatting.terms import TERMS

WHOLE = frozenset({"vnplan.samples"})
"""Rooms that list no names of their own, and whose names are public all the same."""

OFFERED = frozenset(vnplan.__all__).union(
    *(import_module(f"vnplan.{room}").__dict__["__all__"] for room in ("attainment", "audit", "catalogue", "plot"))
)
"""Names that programs may import."""


class Constructors(Extension):
    """Gives each attrs class the `__init__` that it has when running."""

    def on_class(self, *, cls: Class, **_: Any) -> None:
        """Add the constructor, with the annotations as written and plain defaults."""
        found = getattr(import_module(cls.module.path), cls.name, None)
        if isinstance(found, type) and attrs.has(found) and "__init__" not in cls.members:
            cls.set_member("__init__", _constructor(found))

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Give each of several names that are told together an entry of its own."""
        if obj.docstring is not None:
            obj.docstring.value = _TOGETHER.sub(_apart, obj.docstring.value)

    def on_attribute(self, *, attr: Attribute, **_: Any) -> None:
        """Leave out labels that say nothing here, and tell members of enums by their words where nothing else does."""
        attr.labels -= {"class-attribute", "instance-attribute"}
        holder = getattr(import_module(attr.module.path), attr.parent.name, None) if attr.parent else None
        if isinstance(holder, EnumType) and holder.__name__ in TERMS and attr.docstring is None:
            words = (format_enum(holder[attr.name], locale=locale) for locale in ("vi", "en"))
            attr.docstring = Docstring("; ".join(dict.fromkeys(words)), parent=attr)

    def on_module_members(self, *, mod: Module, **_: Any) -> None:
        """Leave out what a room holds for other rooms."""
        if mod.path not in WHOLE | {"vnplan"}:
            own = [
                name for name, one in mod.members.items() if not one.is_alias and isinstance(one, Function | Attribute)
            ]
            for name in {*own} - OFFERED - {"__all__"}:
                mod.del_member(name)


_TOGETHER = re.compile(r"^ {4}(\w+(?:, \w+)+)(:.*(?:\n {8}.*)*)", re.MULTILINE)
"""An entry of a section that is about several names."""


def _apart(entry: re.Match[str]) -> str:
    return "\n".join(f"    {name}{entry[2]}" for name in entry[1].split(", "))


def _constructor(cls: type) -> Function:
    itself = Parameter("self", kind=ParameterKind.positional_or_keyword)
    parameters = map(_parameter, inspect.signature(cls).parameters.values())
    return Function("__init__", parameters=Parameters(itself, *parameters), returns="None")


def _parameter(one: inspect.Parameter) -> Parameter:
    keyword_only = one.kind is one.KEYWORD_ONLY
    return Parameter(
        one.name,
        annotation=str(one.annotation),
        kind=ParameterKind.keyword_only if keyword_only else ParameterKind.positional_or_keyword,
        default=None if one.default is one.empty else _shown(one.default),
    )


def _shown(default: object) -> str:
    if default is attrs.NOTHING:
        return "…"
    return f"{type(default).__name__}()" if attrs.has(type(default)) else repr(getattr(default, "value", default))
