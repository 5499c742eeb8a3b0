"""The public names: one list, one home each, all in the reference, and light to import."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import vnplan

REFERENCE = Path(__file__).parents[1] / "docs" / "reference.md"
HEAVY = ("babel", "cattrs", "json.decoder", "unittest", "asyncio", "multiprocessing", "lxml", "rich")


def documented() -> list[tuple[str, object]]:
    """What the reference page shows, each with its name."""
    shown: list[tuple[str, object]] = []
    for room in re.findall(r"^::: ([\w.]+)$", REFERENCE.read_text(encoding="utf-8"), re.MULTILINE):
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


def test_import_is_light() -> None:
    """babel, cattrs and the heavy readers load on first use."""
    program = "import sys, vnplan; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert set(done.stdout.split()) & set(HEAVY) == set()


def test_is_typed() -> None:
    assert (Path(vnplan.__file__).parent / "py.typed").exists()
