"""The package gives its names when they are used, each from one room."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import vnplan

SOURCE = Path(vnplan.__file__).read_text(encoding="utf-8")
FUNCTIONS_CALLED_LIKE_A_ROOM = ("scorecard", "audit")


def typed_names() -> dict[str, str]:
    """What type checkers see: each name with the room it is imported from."""
    (checked,) = [
        node
        for node in ast.parse(SOURCE).body
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    ]
    imports = [node for node in checked.body if isinstance(node, ast.ImportFrom)]
    return {name.name: node.module or "" for node in imports for name in node.names}


def run(program: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    return done.stdout


class TestNames:
    def test_type_checkers_see_what_runs(self) -> None:
        assert typed_names() == vnplan._HOMES | dict.fromkeys(vnplan._MODULES, "vnplan")

    def test_all_lists_them(self) -> None:
        assert set(vnplan.__all__) == {*vnplan._HOMES, *vnplan._MODULES}

    @pytest.mark.parametrize("name", vnplan.__all__)
    def test_is_told_by_a_docstring(self, name: str) -> None:
        assert (getattr(vnplan, name).__doc__ or "").strip()

    @pytest.mark.parametrize("name", sorted(vnplan._HOMES))
    def test_comes_from_its_room(self, name: str) -> None:
        found = getattr(vnplan, name)
        assert found is getattr(importlib.import_module(vnplan._HOMES[name]), name)
        assert found.__module__.startswith(vnplan._HOMES[name])

    def test_dir_shows_them(self) -> None:
        assert set(vnplan.__all__) <= set(dir(vnplan))

    def test_unknown_name(self) -> None:
        with pytest.raises(AttributeError, match="'vnplan' has no attribute 'scorecrad'") as caught:
            vnplan.scorecrad  # type: ignore[attr-defined]  # noqa: B018
        assert caught.value.name == "scorecrad"

    def test_star_import(self) -> None:
        assert run("from vnplan import *; print(scorecard.__name__, samples.__name__)").split() == [
            "scorecard",
            "vnplan.samples",
        ]


class TestRoomsOfTheSameName:
    @pytest.mark.parametrize("name", FUNCTIONS_CALLED_LIKE_A_ROOM)
    def test_stays_a_function_when_the_room_is_loaded_first(self, name: str) -> None:
        program = f"import vnplan.{name}, vnplan; print(callable(vnplan.{name}))"
        assert run(program).strip() == "True"

    @pytest.mark.parametrize("name", FUNCTIONS_CALLED_LIKE_A_ROOM)
    def test_the_room_is_still_there_to_import_from(self, name: str) -> None:
        assert run(f"from vnplan.{name} import {name} as one; import vnplan; print(vnplan.{name} is one)") == "True\n"

    def test_other_rooms_are_modules(self) -> None:
        import vnplan.model.report

        assert isinstance(vnplan.model, ModuleType)


class TestImport:
    def test_loads_no_room(self) -> None:
        program = "import sys, vnplan; print([name for name in sys.modules if name.startswith('vnplan.')])"
        assert run(program).strip() == "[]"

    @pytest.mark.parametrize(
        ("use", "rooms"),
        [
            ("vnplan.Stated", {"catalogue", "reading", "formatting", "attainment"}),  # the model stands alone
            ("vnplan.assess", {"catalogue", "reading", "formatting", "html"}),  # comparison reads nothing
            ("vnplan.load", {"formatting", "attainment", "scorecard", "html"}),  # reading compares nothing
        ],
    )
    def test_a_name_loads_only_what_it_needs(self, use: str, rooms: set[str]) -> None:
        loaded = set(run(f"import sys, vnplan; {use}; print(*sys.modules)").split())
        assert not {f"vnplan.{room}" for room in rooms} & loaded
        assert not {"babel", "cattrs"} & loaded


def test_the_typed_example_runs() -> None:
    from tests.typing import api

    assert list(api.told(["nowhere.txt"])) == ["nowhere.txt"]
    assert api.first("nowhere.txt") is None
    assert str(api.verdict.pace) == "ahead"
