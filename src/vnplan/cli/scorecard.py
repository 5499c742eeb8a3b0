"""``vnplan scorecard``."""

from __future__ import annotations

import argparse
import sys

from vnplan.cli.inputs import Inputs
from vnplan.cli.rows import write_rows
from vnplan.cli.text import print_markdown, print_table
from vnplan.scorecard import Scorecard, ScoreRow, scorecard
from vnplan.tables import scorecard_table


def run(options: argparse.Namespace) -> bool:
    """Print what was asked for; whether something failed."""
    inputs = Inputs(options.paths, workers=options.workers)
    card = scorecard(inputs)
    _print(card, options)
    return inputs.failed or any(str(entry.verdict.outcome) in options.fail_on for entry in card)


def _print(card: Scorecard, options: argparse.Namespace) -> None:
    match options.format:
        case "text":
            print_table(scorecard_table(card, options.lang))
        case "markdown":
            print_markdown(scorecard_table(card, options.lang))
        case "html":
            from vnplan.html import to_html

            title = scorecard_table(card, options.lang).title
            page = f'<!DOCTYPE html><html lang="{options.lang}"><meta charset="utf-8"><title>{title}</title>'
            sys.stdout.write(f"{page}{to_html(card, locale=options.lang)}</html>\n")
        case _:
            write_rows(card.rows(), tuple(ScoreRow.__annotations__), options)
