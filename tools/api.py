"""Tells what changed in the public interface since the last release, and what of it breaks programs.

``python tools/api.py`` compares with tests/api.tsv, ``--write`` makes that file anew: at a release, and where a break
is meant and the changelog tells it. With a file as argument it compares with that one.

The interface is written down as facts, a key and a value each: names with their parameters, fields, members, columns
and bases; options of the command line; keys of JSON documents; audit rules, extras and ids of the catalogue.
"""

from __future__ import annotations

import argparse
import enum
import inspect
import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, is_typeddict

import attrs

import vnplan
from vnplan.audit import RULES
from vnplan.cli.main import _parser
from vnplan.exchange.documents import CLASSES, json_schema

ROOT = Path(__file__).parents[1]
SNAPSHOT = ROOT / "tests" / "api.tsv"
MODULES = ("attainment", "audit", "catalogue", "plot", "samples")
"""Whose names are public beside those of the package itself."""
_ACTS = "add sub mul truediv neg abs and contains iter len getitem lt le gt ge"
OPERATORS = frozenset(f"__{name}__" for name in _ACTS.split())

_CONTAINER = re.compile(r"(Collection|Iterable|Iterator|Sequence)\[(.*)\]")
"""Holds what is within a wider type where its contents are."""

Facts = Mapping[str, str]


def main(arguments: list[str] | None = None) -> int:
    """Print the changes; 1 where one breaks programs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("snapshot", nargs="?", type=Path, default=SNAPSHOT, help="compare with this file")
    parser.add_argument("--write", action="store_true", help="make the snapshot anew")
    options = parser.parse_args(arguments)
    now = dict(facts())
    if options.write:
        options.snapshot.write_text("".join(f"{key}\t{now[key]}\n" for key in sorted(now)), encoding="utf-8")
        return 0
    breaking, additive = changes(read(options.snapshot), now)
    sys.stdout.write("".join(f"breaking: {line}\n" for line in breaking))
    sys.stdout.write("".join(f"additive: {line}\n" for line in additive))
    return int(bool(breaking))


def read(path: Path) -> Facts:
    """The facts that a file holds."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {key: value for key, _, value in (line.partition("\t") for line in lines)}


# --- comparing -------------------------------------------------------------------------------------


def changes(old: Facts, new: Facts) -> tuple[list[str], list[str]]:
    """What breaks programs that were written against the old interface, and what does not."""
    breaking: list[str] = []
    additive: list[str] = []
    for key in sorted({*old, *new}):
        if old.get(key) == new.get(key):
            continue
        if key not in new:
            if _owner(key) not in {*old} - {*new}:  # told with its owner already
                breaking.append(f"{key} is gone")
        elif key not in old:
            is_break = new[key].startswith("required") and _owner(key) in old
            (breaking if is_break else additive).append(f"{key} is new{', and required' if is_break else ''}")
        else:
            is_break = not _is_compatible(key, old[key], new[key])
            (breaking if is_break else additive).append(f"{key}: {old[key]} → {new[key]}")
    return breaking, additive


def _owner(key: str) -> str:
    """What a part belongs to: the function of a parameter, the class of a field, the name of a type."""
    return re.sub(r"(: \w+| is \w+|\(\w+\)|\[\w+\]|\.\w+|(?<!JSON) [^ ]+)$", "", key)


def _is_compatible(key: str, old: str, new: str) -> bool:
    """Callers may be asked for less and given no more kinds of thing than before."""
    if key.endswith("): type"):
        return _covers(new, old)
    if key.endswith((": returns", ": type")):
        return _covers(old, new)
    return old.startswith("required") and new == old.replace("required", "optional", 1)


def _covers(wide: str, narrow: str) -> bool:
    """Whether every value of one type, as written, is of the other; the members of a union in any order."""
    return all(any(_is_within(one, other) for other in _alternatives(wide)) for one in _alternatives(narrow))


def _is_within(narrow: str, wide: str) -> bool:
    one, other = _CONTAINER.fullmatch(narrow), _CONTAINER.fullmatch(wide)
    if one and other and one[1] == other[1]:
        return _covers(other[2], one[2])
    return narrow == wide


def _alternatives(written: str) -> set[str]:
    """The members of a union, at its outermost level."""
    return set(re.split(r" \| (?![^\[]*\])", written))


# --- what there is ---------------------------------------------------------------------------------


def facts() -> Iterator[tuple[str, str]]:
    """Every fact of the interface."""
    for name in vnplan.__all__:
        if name not in MODULES or not isinstance(getattr(vnplan, name), ModuleType):
            yield from _named(f"vnplan.{name}", getattr(vnplan, name))
    for room in MODULES:
        module = import_module(f"vnplan.{room}")
        for name in getattr(module, "__all__", ()) or _own_names(module):
            if name not in vnplan.__all__ or getattr(vnplan, name) is not getattr(module, name):
                yield from _named(f"vnplan.{room}.{name}", getattr(module, name))
    yield from _commands(_parser(), "$ vnplan")
    for name, cls in CLASSES.items():
        yield from _keys(name, json_schema(cls))
    yield from ((f"audit rule {name}", "") for name in RULES)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    yield "Python", project["requires-python"]
    yield from ((f"extra {name}", "") for name in project["optional-dependencies"])
    yield from (
        (f"indicator {one.id}", " | ".join(one.dimensions)) for one in vnplan.Catalogue.own().indicators.values()
    )


def _own_names(module: ModuleType) -> list[str]:
    return [
        name
        for name, found in vars(module).items()
        if not name.startswith("_") and getattr(found, "__module__", "") == module.__name__
    ]


def _named(key: str, found: Any) -> Iterator[tuple[str, str]]:
    if inspect.isclass(found):
        yield from _class(key, found)
    elif inspect.isroutine(found):
        yield from _callable(key, found)
    else:
        yield key, "value"


def _class(key: str, cls: type) -> Iterator[tuple[str, str]]:
    yield key, "class"
    if is_typeddict(cls):
        yield from ((f"{key}[{name}]: type", _written(kind)) for name, kind in cls.__annotations__.items())
        return
    for base in cls.__mro__[1:-1]:
        if base.__name__ in vnplan.__all__ or base.__module__ == "builtins":
            yield f"{key} is {base.__name__}", ""
    if issubclass(cls, enum.Enum):
        yield from ((f"{key}.{member.name}", repr(member.value)) for member in cls)
    else:
        yield from _parameters(key, cls)
    if attrs.has(cls):
        names = [one.name for one in attrs.fields(cls) if not one.name.startswith("_")]
        yield from ((f"{key}.{name}: type", _annotation(cls, name)) for name in names)
    yield from _members(key, cls)


def _members(key: str, cls: type) -> Iterator[tuple[str, str]]:
    """Methods, properties and operators, those of our own bases among them."""
    fields = {one.name for one in attrs.fields(cls)} if attrs.has(cls) else set()
    ours = [base for base in cls.__mro__ if base.__module__.startswith("vnplan")]
    for name in sorted({name for base in ours for name in vars(base)} - fields):
        member = inspect.getattr_static(cls, name)
        if name in OPERATORS:
            yield f"{key}.{name}", "operator"
        elif name.startswith("_") or (issubclass(cls, enum.Enum) and isinstance(member, cls)):
            continue
        elif isinstance(member, property):
            yield f"{key}.{name}: type", _written(inspect.signature(member.fget or len).return_annotation)
        elif callable(getattr(cls, name)):
            yield from _callable(f"{key}.{name}", getattr(cls, name))


def _callable(key: str, found: Any) -> Iterator[tuple[str, str]]:
    yield key, "function"
    yield f"{key}: returns", _written(inspect.signature(found).return_annotation)
    yield from _parameters(key, found)


def _parameters(key: str, found: Any) -> Iterator[tuple[str, str]]:
    try:
        signature = inspect.signature(found)
    except ValueError:  # an error without a constructor of its own
        return
    private = {one.alias for one in attrs.fields(found) if one.name.startswith("_")} if attrs.has(found) else set()
    for place, one in enumerate(signature.parameters.values(), 1):
        if one.name in private | {"self"}:
            continue
        optional = one.default is not one.empty or one.kind in {one.VAR_POSITIONAL, one.VAR_KEYWORD}
        where = "by keyword" if one.kind is one.KEYWORD_ONLY else f"number {place}, {one.kind.description}"
        yield f"{key}({one.name})", f"{'optional' if optional else 'required'}, {where}"
        yield f"{key}({one.name}): type", _written(one.annotation)
        if one.default is not one.empty and one.default is not attrs.NOTHING:
            yield f"{key}({one.name}): default", _shown(one.default)


def _annotation(cls: type, name: str) -> str:
    """As written in the class, since attrs replaces its own record by what the names resolve to."""
    return next(
        _written(base.__annotations__[name]) for base in cls.__mro__ if name in vars(base).get("__annotations__", {})
    )


def _written(annotation: object) -> str:
    if annotation is inspect.Signature.empty:
        return ""
    if isinstance(annotation, str):
        return annotation
    return str(getattr(annotation, "__forward_arg__", None) or getattr(annotation, "__name__", annotation))


def _shown(default: object) -> str:
    plain = default is None or isinstance(default, str | int | tuple | frozenset)
    return repr(getattr(default, "value", default)) if plain else f"a {type(default).__name__}"


def _commands(parser: argparse.ArgumentParser, key: str) -> Iterator[tuple[str, str]]:
    yield key, "command"
    for action in parser._actions:  # noqa: SLF001  # argparse offers no other way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  # the same
            for name, command in action.choices.items():
                yield from _commands(command, f"{key} {name}")
            continue
        for name in action.option_strings or [str(action.metavar or action.dest)]:
            yield f"{key} {name}", f"{'required' if action.required else 'optional'}, takes {action.nargs}"
            yield from ((f"{key} {name} {choice}", "choice") for choice in action.choices or ())
            if action.default is not argparse.SUPPRESS:
                yield f"{key} {name}: default", repr(action.default)


def _keys(name: str, schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    classes = [one["properties"]["class"]["const"] for one in schema.get("anyOf", ())]
    yield f"JSON {name}", " | ".join(classes) or name
    for key, value in schema.get("properties", {}).items():
        if key in {"version", "class"}:
            continue
        plain = {word: told for word, told in value.items() if word not in {"description", "default"}}
        yield f"JSON {name}.{key}", "required" if key in schema["required"] else "optional"
        yield f"JSON {name}.{key}: holds", json.dumps(plain, ensure_ascii=False, sort_keys=True)


if __name__ == "__main__":
    sys.exit(main())
