"""``vnplan scorecard``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from vnplan.cli.inputs import Inputs, catalogue_of
from vnplan.cli.rows import write_rows
from vnplan.cli.text import fault_in, print_markdown, print_table
from vnplan.errors import MissingExtraError
from vnplan.formatting import format_scorecard
from vnplan.model.report import Report
from vnplan.scorecard import Scorecard, ScoreRow, scorecard
from vnplan.tables import scorecard_table


def run(options: argparse.Namespace) -> bool:
    """Print what was asked for; whether something failed."""
    inputs = Inputs(options.paths, workers=options.workers, catalogue=catalogue_of(options))
    reports = tuple(inputs)
    card = scorecard(reports)
    written = _write(reports, card, options)
    return inputs.failed or not written or any(str(entry.verdict.outcome) in options.fail_on for entry in card)


def _write(reports: Sequence[Report], card: Scorecard, options: argparse.Namespace) -> bool:
    """Whether everything could be written."""
    if options.html is not None or options.workbook is not None:
        written = [
            _write_file(make, path, card, options) for make, path in _files(reports, options)
        ]  # one after a fault too
        return all(written)
    match options.format:
        case "text":
            print_table(scorecard_table(card, options.lang))
        case "markdown":
            print_markdown(scorecard_table(card, options.lang))
        case "html":
            sys.stdout.write(_page(reports, options))
        case _:
            write_rows(card.rows(), tuple(ScoreRow.__annotations__), options)
    return True


def _files(reports: Sequence[Report], options: argparse.Namespace) -> Iterator[tuple[Callable[[str], None], str]]:
    """What writes each file that was asked for, and where to."""
    if options.html is not None:
        page = _page(reports, options)
        yield lambda path: _write_text(path, page), options.html
    if options.workbook is not None:
        from vnplan.exchange.workbook import write_workbook

        yield lambda path: write_workbook(path, reports), options.workbook


def _write_text(path: str, text: str) -> None:
    Path(path).write_text(text, encoding="utf-8", newline="\n")


def _write_file(write: Callable[[str], None], path: str, card: Scorecard, options: argparse.Namespace) -> bool:
    try:
        write(path)
    except (OSError, MissingExtraError) as error:
        sys.stderr.write(f"vnplan: {fault_in(path, error)}\n")
        return False
    sys.stdout.write(f"{path}: {format_scorecard(card, locale=options.lang)}\n")
    return True


def _page(reports: Sequence[Report], options: argparse.Namespace) -> str:
    from vnplan.page import scorecard_page

    return scorecard_page(reports, locale=options.lang)
