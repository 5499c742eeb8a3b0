"""Runs every Python and `vnplan` block of README and docs."""

from __future__ import annotations

import doctest
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

from tests.console import difference

ROOT = Path(__file__).parent


def run_console(example: Example) -> str:
    """Run the `vnplan` commands of one console block."""
    return difference(str(example.parsed))


@pytest.fixture(scope="module")
def _at_root() -> Iterator[None]:
    """Paths in README and docs count from the project's folder; the terminal is plain."""
    before = Path.cwd()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "120")
        patch.setenv("NO_COLOR", "1")
        os.chdir(ROOT)
        yield
        os.chdir(before)


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS),
        CodeBlockParser(language="console", evaluator=run_console),
        SkipParser(),
    ],
    patterns=["README*.md", "docs/*.md"],
    fixtures=["_at_root"],
).pytest()
