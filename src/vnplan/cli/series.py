"""``vnplan series``."""

from __future__ import annotations

import argparse
import sys

from vnplan.catalogue import default
from vnplan.cli.inputs import Inputs, catalogue_of
from vnplan.cli.rows import write_rows
from vnplan.cli.text import print_markdown, print_table
from vnplan.errors import NoSuchFigureError, SeveralPlacesError, dated
from vnplan.model.figure import Basis, fold
from vnplan.model.locality import Locality
from vnplan.model.period import PeriodKind
from vnplan.series import ReportSet, Role, Series, SeriesRow
from vnplan.series.reports import follows
from vnplan.tables import indicators_table, series_table


def run(options: argparse.Namespace) -> bool:
    """Print what was asked for; whether something failed."""
    inputs = Inputs(options.paths, workers=options.workers, catalogue=catalogue_of(options))
    reports = ReportSet(inputs)
    if options.indicator is None:
        print_table(indicators_table(reports, options.lang))
        return inputs.failed
    try:
        series = _series(reports, options)
    except NoSuchFigureError as error:
        sys.stderr.write(f"vnplan: {error}\n")
        return True
    except SeveralPlacesError as error:
        shown = ", ".join(map(dated, error.places))
        hint = ", or follow the first to those after it by --successors" if error.successors else ""
        options.command.error(f"figures on {options.indicator} are about {shown}: name one by --place{hint}")
    _write(series, options)
    return inputs.failed


def _write(series: Series, options: argparse.Namespace) -> None:
    match options.format:
        case "text":
            print_table(series_table(series, options.lang))
        case "markdown":
            print_markdown(series_table(series, options.lang))
        case _:
            write_rows(series.rows(), tuple(SeriesRow.__annotations__), options)


def _series(reports: ReportSet, options: argparse.Namespace) -> Series:
    indicator = _known(reports, options)
    return reports.series(
        indicator,
        role=Role(options.role),
        locality=None if options.place is None else _place(reports.places(indicator), options),
        authority=None if options.authority is None else Basis(options.authority),
        kind=None if options.kind is None else PeriodKind(options.kind),
        successors=options.successors,
    )


def _known(reports: ReportSet, options: argparse.Namespace) -> str:
    """The indicator as the reports have it: the catalogue's id of a wording, else as given."""
    known = (catalogue_of(options) or default()).indicator(options.indicator)
    return known.id if known is not None and known.id in reports.indicators else str(options.indicator)


def _place(places: tuple[Locality, ...], options: argparse.Namespace) -> Locality:
    """The place that is named: by its label, name with or without its kind, or code; where asked, the first of its versions."""
    wanted = fold(options.place)
    found = [one for one in places if wanted in {fold(dated(one)), fold(one.name), fold(one.short_name), one.code}]
    if options.successors:
        found = [one for one in found if all(one is other or follows(other, one) for other in found)]
    if len(found) != 1:
        shown = ", ".join(map(dated, found or places)) or "none"
        options.command.error(f"--place {options.place}: name one of {shown}")
    return found[0]
