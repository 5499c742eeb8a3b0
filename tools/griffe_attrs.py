"""Shows the constructors of attrs classes in the reference, which static reading cannot see, and public names alone."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import Any

import attrs
from griffe import Attribute, Class, Extension, Function, Module, Parameter, ParameterKind, Parameters

import vnplan

WHOLE = frozenset({"vnplan.samples"})
"""Rooms that list no names of their own, and whose names are public all the same."""


class Constructors(Extension):
    """Gives each attrs class the `__init__` that it has when running."""

    def on_class(self, *, cls: Class, **_: Any) -> None:
        """Add the constructor, with the annotations as written and plain defaults."""
        found = getattr(import_module(cls.module.path), cls.name, None)
        if isinstance(found, type) and attrs.has(found) and "__init__" not in cls.members:
            cls.set_member("__init__", _constructor(found))

    def on_module_members(self, *, mod: Module, **_: Any) -> None:
        """Leave out what a room without a list of its own holds for other rooms."""
        if mod.exports is None and mod.path not in WHOLE | {"vnplan"}:
            own = [
                name for name, one in mod.members.items() if not one.is_alias and isinstance(one, Function | Attribute)
            ]
            for name in {*own} - {*vnplan.__all__}:
                mod.del_member(name)


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
