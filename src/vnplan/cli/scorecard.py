"""``vnplan scorecard``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from vnplan.cli.inputs import Inputs, catalogue_of
from vnplan.cli.rows import write_rows
from vnplan.cli.text import print_markdown, print_table
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
    if options.html is not None:
        return _write_page(reports, card, options)
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


def _write_page(reports: Sequence[Report], card: Scorecard, options: argparse.Namespace) -> bool:
    try:
        Path(options.html).write_text(_page(reports, options), encoding="utf-8", newline="\n")
    except OSError as error:
        sys.stderr.write(f"vnplan: {options.html}: {error.strerror}\n")
        return False
    sys.stdout.write(f"{options.html}: {format_scorecard(card, locale=options.lang)}\n")
    return True


def _page(reports: Sequence[Report], options: argparse.Namespace) -> str:
    from vnplan.page import scorecard_page

    return scorecard_page(reports, locale=options.lang)
