"""Runs every Python and `vnplan` block of README and docs."""

from __future__ import annotations

import contextlib
import doctest
import glob
import io
import os
import shlex
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent
PROMPT = "$ vnplan"


def commands(block: str) -> list[tuple[str, str]]:
    """The command lines of a console block, each with the output shown below it."""
    found: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].strip(), ""))
        elif found:
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def arguments(command: str) -> list[str]:
    """The words of a command line, file patterns spread out as a shell would."""
    words = shlex.split(command)[1:]
    return [each for word in words for each in (sorted(glob.glob(word)) if "*" in word else [word])]  # noqa: PTH207


def output_of(command: str) -> str:
    """What `vnplan …` prints, run in this process."""
    from vnplan.cli import main

    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(stream), contextlib.suppress(SystemExit):
        main(arguments(command))
    stream.seek(0)
    return stream.read()


def run_console(example: Example) -> str:
    """Run the `vnplan` commands of one console block; `…` alone on a line stands for any lines."""
    checker = doctest.OutputChecker()
    for command, shown in commands(str(example.parsed)):
        if not f"$ {command}".startswith(PROMPT):
            continue
        want = shown.replace("…\n", "...\n")
        got = output_of(command)
        if not checker.check_output(want, got, doctest.ELLIPSIS):
            return f"{command}\nshown:\n{shown}\nprinted:\n{got}"
    return ""


@pytest.fixture(scope="module")
def _at_root() -> object:
    """Paths in README and docs count from the project's folder."""
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


@pytest.fixture(scope="module")
def _plain_terminal() -> object:
    """The same width and no colour everywhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "120")
        patch.setenv("NO_COLOR", "1")
        yield


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE),
        CodeBlockParser(language="console", evaluator=run_console),
        SkipParser(),
    ],
    patterns=["README*.md", "docs/*.md"],
    fixtures=["_at_root", "_plain_terminal"],
).pytest()
