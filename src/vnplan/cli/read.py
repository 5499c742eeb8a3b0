"""``vnplan read``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from vnplan.cli.inputs import Inputs
from vnplan.cli.rows import write_rows
from vnplan.cli.text import ALARM, BLUE, BOLD, DIM, coloured, harmless, is_coloured, print_table
from vnplan.explaining import Piece, explain, pieces
from vnplan.formatting import Locale
from vnplan.model.records import Record
from vnplan.model.report import Claim, Report
from vnplan.tables import report_table


def run(options: argparse.Namespace) -> bool:
    """Print what was asked for; whether something failed."""
    inputs = Inputs(options.paths, workers=options.workers)
    if options.format != "text":
        write_rows(_records(inputs), tuple(Record.__annotations__), options)
        return inputs.failed
    for number, report in enumerate(inputs):
        sys.stdout.write("\n" if number else "")
        if options.explain:
            _print_explained(report, options.lang)
        else:
            print_table(report_table(report, options.lang))
    return inputs.failed


def _records(inputs: Inputs) -> Iterator[Record]:
    for report in inputs:
        yield from report.to_records()


def _print_explained(report: Report, locale: Locale) -> None:
    sys.stdout.write(f"{coloured(harmless(report.document), BOLD)}\n")
    if is_coloured():
        told = "".join(_shown(piece) for piece in pieces(report, locale))
    else:
        told = harmless(explain(report, locale=locale))
    sys.stdout.write(f"{told.rstrip()}\n")


def _shown(piece: Piece) -> str:
    """A piece for a coloured terminal: figures bright, the unread alarming, all else dim."""
    text = harmless(piece.text)
    if piece.claim is None:
        return text
    if piece.claim is Claim.UNREAD:
        return coloured(f" {text} ← {piece.label} ", ALARM)
    is_figure = piece.claim in {Claim.FIGURE, Claim.TALLY}
    return coloured(text, f"{BOLD};{BLUE}" if is_figure else BLUE) + coloured(f"⟨{piece.label}⟩", DIM)
