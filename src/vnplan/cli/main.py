"""Arguments, streams and exit status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

DONE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130

JUDGED = ("not_met", "open", "indeterminate", "not_comparable", "no_actual")
READ_AS = ("text", "json", "jsonl", "csv", "parquet", "documents")
ROWS = ("json", "jsonl", "csv", "parquet")
WRITTEN_AS = ("jsonl", "csv", "parquet")
TABLES = ("figures", "directives")
ROLES = ("target", "actual", "change")
PERIODS = ("year", "half", "quarter", "month", "months", "years", "school_year", "up_to", "day")
AUTHORITIES = ("plan", "estimate", "assigned")
AUDITED = ("inconsistent", "only_if_truncated", "undecided")

_EPILOG = """\
PATH is a file, a folder, whose texts are read with those of its folders, or - for standard input.
Exit status: 0 done; 1 a file could not be read, --fail-on names what was found, or no text states the
indicator of a series; 2 wrong use."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    _make_streams_tell_all()
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever reads has seen enough
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _make_streams_tell_all() -> None:
    """Vietnamese on any terminal: UTF-8, and escapes for what even that cannot hold."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vnplan",
        description="Targets and results in Vietnamese local-government plans and reports.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"vnplan {_version()}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_read(commands)
    _add_scorecard(commands)
    _add_audit(commands)
    _add_series(commands)
    _add_schema(commands)
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse gives the type no public name


def _add_read(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "read", "the figures of each text, and what became of every number")
    command.add_argument(
        "--format", choices=READ_AS, help="default: text; with --out: parquet; documents: all of a text, a line each"
    )
    command.add_argument(
        "--out", metavar="FOLDER", help="write part files there, and go on where a run before was stopped"
    )
    command.add_argument(
        "--table", choices=TABLES, default="figures", help="what is written as rows (default: %(default)s)"
    )
    command.add_argument("--explain", action="store_true", help="the text itself, every number marked by what it is")
    command.set_defaults(run=_read)


def _add_scorecard(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "scorecard", "every target of the texts against its result, across texts")
    choices = ("text", "json", "csv", "markdown", "html")
    command.add_argument("--format", choices=choices, default="text", help="default: %(default)s")
    command.add_argument("--html", metavar="FILE", help="write a page to FILE, with the audit and all sentences read")
    command.add_argument(
        "--workbook", metavar="FILE", help="write an Excel workbook to FILE: figures, verdicts, findings, directives"
    )
    _add_fail_on(command, JUDGED, "a target")
    command.set_defaults(run=_scorecard)


def _add_audit(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "audit", "what does not add up in the texts and between them")
    command.add_argument("--format", choices=("text", "json", "csv"), default="text", help="default: %(default)s")
    command.add_argument(
        "--all",
        action="store_true",
        help="show what agrees, and what cannot be checked, too; both are only counted otherwise",
    )
    command.add_argument("--without", action="append", default=[], metavar="RULE", help="leave a rule out; repeatable")
    _add_fail_on(command, AUDITED, "a finding")
    command.set_defaults(run=_audit)


def _add_series(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "series", "one indicator over time, across texts")
    command.add_argument(
        "--indicator", metavar="ID", help="its id or wording; without it, what the texts state facts on is listed"
    )
    command.add_argument("--role", choices=ROLES, default="actual", help="default: %(default)s")
    command.add_argument("--place", metavar="NAME", help="its name or code, where the figures are about several")
    command.add_argument("--successors", action="store_true", help="follow the place to those that came after it")
    command.add_argument("--kind", choices=PERIODS, metavar="KIND", help=f"only periods named so: {', '.join(PERIODS)}")
    command.add_argument("--authority", choices=AUTHORITIES, help="only targets set so")
    choices = ("text", "json", "csv", "markdown")
    command.add_argument("--format", choices=choices, default="text", help="default: %(default)s")
    command.set_defaults(run=_series)


def _add_schema(commands: _Commands[argparse.ArgumentParser]) -> None:
    about = "the JSON Schema of the documents that vnplan writes"
    command = commands.add_parser("schema", help=about, description=about[0].upper() + about[1:])
    command.add_argument("--type", default="Report", metavar="CLASS", help="what they hold (default: %(default)s)")
    command.add_argument("--out", metavar="FILE", help="write to a file, not to standard output")
    command.set_defaults(command=command, run=_schema)


def _add_fail_on(command: argparse.ArgumentParser, results: tuple[str, ...], what: str) -> None:
    about = f"exit status 1 where {what} is so; repeatable: {', '.join(results)}"
    command.add_argument("--fail-on", action="append", default=[], choices=results, metavar="RESULT", help=about)


def _command(commands: _Commands[argparse.ArgumentParser], name: str, about: str) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        help=about,
        description=about[0].upper() + about[1:],
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("paths", nargs="+", metavar="PATH")
    command.add_argument("--bom", action="store_true", help="begin CSV with a byte order mark, which Excel wants")
    command.add_argument(
        "--lang", choices=("vi", "en"), default="vi", help="language of the words (default: %(default)s)"
    )
    command.add_argument("--extensions", action="store_true", help="use what installed packages add to vnplan")
    command.add_argument("--workers", type=_workers, default=None, metavar="N", help="processes to read in")
    command.set_defaults(command=command)
    return command


def _workers(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 256):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 to 256")
    return int(text)


def _read(options: argparse.Namespace) -> int:
    from vnplan.cli.read import run

    if options.format is None:
        options.format = "text" if options.out is None else "parquet"
    if options.out is not None and options.format not in WRITTEN_AS:
        options.command.error(f"--out goes with --format {', '.join(WRITTEN_AS)}")
    if options.out is None and options.format == "parquet":
        options.command.error("--format parquet goes with --out")
    if options.table != "figures" and options.format not in ROWS:
        options.command.error(f"--table goes with --format {', '.join(ROWS)}")
    if options.out is not None and "-" in options.paths:
        options.command.error("--out reads files and folders, not standard input")
    if options.explain and options.format != "text":
        options.command.error("--explain goes with --format text")
    return _run(options, run)


def _scorecard(options: argparse.Namespace) -> int:
    from vnplan.cli.scorecard import run

    for name in ("html", "workbook"):
        if getattr(options, name) is not None and options.format != "text":
            options.command.error(f"--{name} goes without --format")
    return _run(options, run)


def _audit(options: argparse.Namespace) -> int:
    from vnplan.cli.audit import run

    return _run(options, run)


def _series(options: argparse.Namespace) -> int:
    from vnplan.cli.series import run

    for name in ("role", "place", "successors", "kind", "authority", "format"):
        if options.indicator is None and getattr(options, name) != options.command.get_default(name):
            options.command.error(f"--{name} goes with --indicator")
    if options.authority is not None and options.role != "target":
        options.command.error("--authority goes with --role target")
    return _run(options, run)


def _schema(options: argparse.Namespace) -> int:
    from vnplan.cli.schema import run

    return FAILED if run(options) else DONE


def _run(options: argparse.Namespace, run: object) -> int:
    if options.bom and options.format != "csv":
        options.command.error("--bom goes with --format csv")
    assert callable(run)
    failed: bool = run(options)
    return FAILED if failed else DONE


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("vnplan")
    except PackageNotFoundError:
        return "(not installed)"
