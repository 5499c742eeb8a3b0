"""Runs the `vnplan …` lines of console blocks in this process and compares what they print."""

from __future__ import annotations

import contextlib
import doctest
import glob
import io
import shlex

PROMPT = "$ "


def commands(block: str) -> list[tuple[str, str]]:
    """The command lines of a block, each with the output shown below it."""
    found: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if line.startswith(PROMPT):
            found.append((line.removeprefix(PROMPT).strip(), ""))
        elif found:
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def arguments(command: str) -> list[str]:
    """The words after the program, file patterns spread out as a shell would."""
    words = shlex.split(command)[1:]
    return [each for word in words for each in (sorted(glob.glob(word)) if "*" in word else [word])]  # noqa: PTH207


def output_of(command: str) -> str:
    """What the command prints."""
    from vnplan.cli import main

    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(stream), contextlib.suppress(SystemExit):
        main(arguments(command))
    stream.seek(0)
    return stream.read()


def difference(block: str) -> str:
    """What a block shows otherwise than `vnplan` prints it; empty where they agree.

    `…` stands for any text, alone on a line for any lines. Other programs are not run.
    """
    checker = doctest.OutputChecker()
    for command, shown in commands(block):
        if command.split()[0] != "vnplan":
            continue
        printed = output_of(command)
        if not checker.check_output(shown.replace("…", "..."), printed.replace("…", "..."), doctest.ELLIPSIS):
            return f"{PROMPT}{command}\nshown:\n{shown}\nprinted:\n{printed}"
    return ""
