"""The notebooks of the docs: the docs build runs them, so that none is kept with its outputs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "docs" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_is_kept_without_outputs(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    assert cells[0]["source"][0].startswith("# ")
    assert not [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")]


def test_every_notebook_is_in_the_nav_and_is_run() -> None:
    nav = (FOLDER.parents[1] / "mkdocs.yml").read_text(encoding="utf-8")
    assert NOTEBOOKS
    assert all(f"notebooks/{path.name}" in nav for path in NOTEBOOKS)
    assert "execute: true" in nav
    assert "allow_errors: false" in nav
