"""``vnplan read``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from decimal import Decimal

from vnplan.cli.inputs import Inputs, catalogue_of
from vnplan.cli.rows import Row, write_rows
from vnplan.cli.text import ALARM, BLUE, BOLD, DIM, coloured, fault_in, harmless, is_coloured, print_table
from vnplan.errors import VnplanError
from vnplan.exchange.columns import columns_of
from vnplan.exchange.tabular import rows_of
from vnplan.explaining import Piece, explain, pieces
from vnplan.formatting import Locale, format_number
from vnplan.formatting.locales import Words, pick
from vnplan.model.report import Claim, Report
from vnplan.tables import report_table


def run(options: argparse.Namespace) -> bool:
    """Print what was asked for; whether something failed."""
    if options.out is not None:
        return _write_parts(options)
    inputs = Inputs(options.paths, workers=options.workers, catalogue=catalogue_of(options))
    if options.format == "documents":
        _write_documents(inputs)
        return inputs.failed
    if options.format != "text":
        columns = tuple(column.name for column in columns_of(options.table))
        write_rows(_rows(inputs, options.table), columns, options)
        return inputs.failed
    for number, report in enumerate(inputs):
        sys.stdout.write("\n" if number else "")
        if options.explain:
            _print_explained(report, options.lang)
        else:
            print_table(report_table(report, options.lang))
    return inputs.failed


def _write_documents(inputs: Inputs) -> None:
    """Each report without loss, one JSON document a line."""
    from vnplan.exchange.documents import to_json

    for report in inputs:
        sys.stdout.write(f"{to_json(report)}\n")


def _write_parts(options: argparse.Namespace) -> bool:
    """Write part files and tell what stands in the folder; whether something failed."""
    from vnplan.exchange.parts import write_parts

    inputs = Inputs(options.paths, without=options.out)
    try:
        written = write_parts(
            options.out,
            inputs.expanded(),
            file_format=options.format,
            table=options.table,
            bom=options.bom,
            workers=options.workers,
            progress=True,
            catalogue=catalogue_of(options),
        )
    except (VnplanError, OSError) as error:
        sys.stderr.write(f"vnplan: {fault_in(options.out, error)}\n")
        return True
    for fault in written.failed.values():
        sys.stderr.write(f"vnplan: {fault}\n")
    told = pick(_WRITTEN, options.lang).format(
        *(
            format_number(Decimal(count), locale=options.lang)
            for count in (written.documents, written.rows, written.parts)
        ),
        options.out,
    )
    sys.stdout.write(f"{told}\n")
    return inputs.failed or bool(written.failed)


_WRITTEN: Words = ("{} văn bản, {} dòng, {} phần trong {}", "{} documents, {} rows, {} parts in {}")


def _rows(inputs: Inputs, table: str) -> Iterator[Row]:
    for report in inputs:
        yield from rows_of(report, table)


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
