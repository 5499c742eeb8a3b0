"""Which of vnplan's errors can leave which of its functions, told from the source alone.

Calls are followed through names, modules, classes and `self`; methods of other values and operators are not, since
their types are not in the source. An error that is caught, or asked for by a keyword that is not given, goes no further.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import vnplan
from vnplan import errors

ROOT = Path(vnplan.__file__).parent
ERRORS = {name: one for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, Exception)}
Function = ast.FunctionDef
Caught = frozenset[str]

ON_REQUEST = {"NotComparableError", "ReportIssuesError"}
"""Raised only where the caller hands on ``strict``."""


class Place(NamedTuple):
    """A function or class and where it stands."""

    node: Function | ast.ClassDef
    module: str
    owner: str | None = None


class Leaving(NamedTuple):
    """What may raise within a function: an error, or a call of another function."""

    target: str
    caught: Caught
    is_error: bool


def raised() -> dict[str, set[str]]:
    """The errors that can leave each function, by its full name; of a class, those of its making."""
    leavings = {name: set(_Body(name).leavings()) for name, place in _places().items() if _is_function(place)}
    for name, place in _places().items():
        if not _is_function(place):
            leavings[name] = {Leaving(made, frozenset(), is_error=False) for made in _makers(name)}
    found: dict[str, set[str]] = {name: set() for name in leavings}
    changed = True
    while changed:
        changed = False
        for name, inside in leavings.items():
            new = {error for one in inside for error in _out_of(one, found)} - found[name]
            if not _hands_on_strict(name):
                new = {error for error in new if error not in ON_REQUEST}
            found[name] |= new
            changed = changed or bool(new)
    return found


def _out_of(one: Leaving, found: dict[str, set[str]]) -> Iterator[str]:
    for error in [one.target] if one.is_error else found.get(one.target, ()):
        kinds = {base.__name__ for base in ERRORS[error].__mro__}
        if not kinds & one.caught:
            yield error


def _hands_on_strict(name: str) -> bool:
    return "strict" in ast.unparse(_places()[name].node)


def _is_function(place: Place) -> bool:
    return isinstance(place.node, Function)


# --- what there is -------------------------------------------------------------------------------


@cache
def _modules() -> dict[str, ast.Module]:
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


@cache
def _places() -> dict[str, Place]:
    found = {}
    for module, tree in _modules().items():
        for node in tree.body:
            if isinstance(node, Function | ast.ClassDef):
                found[f"{module}.{node.name}"] = Place(node, module)
            if isinstance(node, ast.ClassDef):
                owner = f"{module}.{node.name}"
                methods = (one for one in node.body if isinstance(one, Function))
                found |= {f"{owner}.{one.name}": Place(one, module, owner) for one in methods}
    return found


@cache
def _names(module: str) -> dict[str, str]:
    """What the names of a module stand for."""
    own = {place.node.name: name for name, place in _places().items() if (place.module, place.owner) == (module, None)}
    return _imported(_modules()[module]) | own


def _imported(tree: ast.AST) -> dict[str, str]:
    return {
        one.asname or one.name: f"{node.module}.{one.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for one in node.names
    }


def home_of(name: str) -> str | None:
    """Where a name is defined, through all that hand it on."""
    while name not in _places() and name not in _modules():
        module, _, last = name.rpartition(".")
        if module == "vnplan" and last in vnplan.__all__:
            name = f"{getattr(vnplan, last).__module__}.{last}"
        elif module in _modules() and last in _names(module):
            name = _names(module)[last]
        else:
            return None
    return name


def bases_of(name: str) -> Iterator[str]:
    """A class and ours above it, the nearest first."""
    yield name
    place = _places()[name]
    assert isinstance(place.node, ast.ClassDef)
    for base in place.node.bases:
        home = home_of(_names(place.module).get(base.id, "")) if isinstance(base, ast.Name) else None
        if home is not None:
            yield from bases_of(home)


def method_of(owner: str, name: str) -> str | None:
    """The method of that name, its own or inherited."""
    return next((f"{base}.{name}" for base in bases_of(owner) if f"{base}.{name}" in _places()), None)


def _makers(name: str) -> Iterator[str]:
    """What runs when a value of a class is made: its own checks, and those that its fields name."""
    for base in bases_of(name):
        place = _places()[base]
        assert isinstance(place.node, ast.ClassDef)
        for one in place.node.body:
            if isinstance(one, Function) and (one.name == "__attrs_post_init__" or _is_check(one)):
                yield f"{base}.{one.name}"
            elif isinstance(one, ast.AnnAssign) and one.value is not None:
                held = (word.id for word in ast.walk(one.value) if isinstance(word, ast.Name))
                homes = (home_of(_names(place.module).get(word, "")) for word in held)
                yield from (home for home in homes if home is not None and _is_function(_places()[home]))


def _is_check(method: Function) -> bool:
    return any(isinstance(one, ast.Attribute) and one.attr == "validator" for one in method.decorator_list)


# --- what a function does ------------------------------------------------------------------------


class _Body:
    """One function, read for what it raises and calls."""

    def __init__(self, name: str) -> None:
        place = _places()[name]
        self.node, self.owner = place.node, place.owner
        self.names = _names(place.module) | _imported(place.node)

    def leavings(self) -> Iterator[Leaving]:
        for statement in self.node.body:
            yield from self.read(statement, frozenset())

    def read(self, node: ast.AST, caught: Caught) -> Iterator[Leaving]:
        children: list[ast.AST] = list(ast.iter_child_nodes(node))
        if isinstance(node, ast.Try):
            inner = caught.union(*map(_kinds, node.handlers))
            yield from (one for child in node.body for one in self.read(child, inner))
            children = [*node.handlers, *node.orelse, *node.finalbody]
        if isinstance(node, ast.Raise) and node.exc is not None:
            yield from (Leaving(error, caught, is_error=True) for error in self.errors(node.exc))
        if isinstance(node, ast.Call):
            handed = node.args[:1] if ast.unparse(node.func) == "map" else []
            for one in (node.func, *handed):
                target = self.target(one)
                if target is not None:
                    yield Leaving(target, caught, is_error=False)
        for child in children:
            yield from self.read(child, caught)

    def errors(self, raised: ast.expr) -> Iterator[str]:
        """The error that is named or made there, by a helper too."""
        made = raised.func if isinstance(raised, ast.Call) else raised
        word = ast.unparse(made)
        if word in ERRORS:
            yield word
        target = self.target(made)
        node = None if target is None else _places()[target].node
        if isinstance(node, Function) and node.returns is not None and ast.unparse(node.returns) in ERRORS:
            yield ast.unparse(node.returns)

    def target(self, called: ast.expr) -> str | None:
        """The function that is called; making a value of a class checks what was given, which is its caller's matter."""
        home = None
        if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Call):
            home = self.on_result(called.value, called.attr)
        elif isinstance(called, ast.Name):
            home = home_of(self.names.get(called.id, ""))
        elif isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            word = called.value.id
            holder = self.owner if word in {"self", "cls"} else home_of(self.names.get(word, ""))
            if holder in _modules():
                home = home_of(f"{holder}.{called.attr}")
            elif holder is not None and not _is_function(_places()[holder]):
                home = method_of(holder, called.attr)
        return home if home in _places() and _is_function(_places()[home]) else None

    def on_result(self, call: ast.Call, method: str) -> str | None:
        """A method of what another function says that it returns."""
        target = self.target(call.func)
        node = None if target is None else _places()[target].node
        if target is None or not isinstance(node, Function) or node.returns is None:
            return None
        holder = home_of(_names(_places()[target].module).get(ast.unparse(node.returns), ""))
        return method_of(holder, method) if holder in _places() else None


def _kinds(handler: ast.ExceptHandler) -> set[str]:
    """The names of what a handler catches for good."""
    if any(isinstance(one, ast.Raise) and one.exc is None for one in ast.walk(handler)):
        return set()
    if handler.type is None:
        return {"BaseException"}
    return {ast.unparse(one) for one in getattr(handler.type, "elts", [handler.type])} & {*dir(builtins), *ERRORS}
