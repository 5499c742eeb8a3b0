"""The runner of console blocks, which must be able to fail."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.console import arguments, commands, difference

BLOCK = """$ vnplan read 'a b.txt'
hai  dòng
đầu ra
$ make demo
whatever
"""


@pytest.fixture(autouse=True)
def echo(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command line that prints its arguments."""
    module = ModuleType("vnplan.cli")

    def main(argv: list[str]) -> int:
        sys.stdout.write(" ".join(argv) + "\n")
        raise SystemExit(1)

    monkeypatch.setattr(module, "main", main, raising=False)
    monkeypatch.setitem(sys.modules, "vnplan.cli", module)


def test_commands_with_what_is_shown_below() -> None:
    assert commands(BLOCK) == [("vnplan read 'a b.txt'", "hai  dòng\nđầu ra\n"), ("make demo", "whatever\n")]


def test_arguments_are_split_and_spread_like_a_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert arguments("vnplan read 'x y' *.txt") == ["read", "x y", "a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("block", "agrees"),
    [
        ("$ vnplan đọc\nđọc\n", True),
        ("$ vnplan đọc\nviết\n", False),
        ("$ vnplan đọc\n", False),  # output that is not shown
        ("$ vnplan a b c\na … c\n", True),
        ("$ vnplan a b c\n…\n", True),
        ("$ make demo\nanything\n", True),  # another program
    ],
)
def test_difference(block: str, agrees: bool) -> None:
    assert (difference(block) == "") == agrees
