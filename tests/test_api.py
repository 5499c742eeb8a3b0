"""The public names: one list, one home each, all in the reference, and light to import."""

from __future__ import annotations

import importlib
import inspect
import re
import subprocess
import sys
from functools import cached_property
from pathlib import Path

import pytest

import vnplan

REFERENCE = sorted((Path(__file__).parents[1] / "docs").glob("reference*.md"))
HEAVY = ("babel", "cattrs", "json.decoder", "unittest", "asyncio", "multiprocessing", "lxml", "rich")


def rooms() -> list[str]:
    """The rooms that the pages of the reference show whole."""
    pages = "\n".join(one.read_text(encoding="utf-8") for one in REFERENCE)
    return re.findall(r"^::: ([\w.]+)$(?!\n +options)", pages, re.MULTILINE)


def documented() -> list[tuple[str, object]]:
    """What the reference shows, each with its name."""
    shown: list[tuple[str, object]] = []
    for room in rooms():
        module = importlib.import_module(room)
        names = getattr(module, "__all__", None) or [name for name in vars(module) if not name.startswith("_")]
        shown += [(name, getattr(module, name)) for name in names] + [(room.rpartition(".")[2], module)]
    return shown


def test_names_are_sorted_and_there() -> None:
    assert sorted(vnplan.__all__) == list(vnplan.__all__)
    assert len(set(vnplan.__all__)) == len(vnplan.__all__)
    assert [name for name in vnplan.__all__ if not hasattr(vnplan, name)] == []


@pytest.mark.parametrize("name", vnplan.__all__)
def test_name_is_in_the_reference(name: str) -> None:
    assert any(name == shown and getattr(vnplan, name) is found for shown, found in documented())


@pytest.mark.parametrize("name", sorted(set(vnplan.__all__) - {"plot", "samples"}))
def test_name_and_all_that_it_offers_is_told(name: str) -> None:
    """Its docstring tells what it is; so do those of its methods and properties, its own and those of our bases."""
    found = getattr(vnplan, name)
    offered = {name: found}
    if inspect.isclass(found):
        ours = [base for base in found.__mro__ if base.__module__.startswith("vnplan")]
        told = {member: one for base in reversed(ours) for member, one in vars(base).items()}
        offered |= {
            member: one
            for member, one in told.items()
            if not member.startswith("_") and (inspect.isroutine(one) or isinstance(one, property | cached_property))
        }
    assert [member for member, one in offered.items() if not inspect.getdoc(one)] == []


@pytest.mark.parametrize("name", vnplan.__all__)
def test_name_has_one_home(name: str) -> None:
    """Rooms of the reference that list what they offer list it once."""
    assert len(rooms()) == len(set(rooms()))
    offering = [module for module in map(importlib.import_module, rooms()) if name in getattr(module, "__all__", ())]
    assert len([module for module in offering if getattr(module, name) is getattr(vnplan, name)]) <= 1


def test_import_is_light() -> None:
    """babel, cattrs and the heavy readers load on first use."""
    program = "import sys, vnplan; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert set(done.stdout.split()) & set(HEAVY) == set()


def test_is_typed() -> None:
    assert (Path(vnplan.__file__).parent / "py.typed").exists()
