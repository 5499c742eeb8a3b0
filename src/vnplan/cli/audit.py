"""``vnplan audit``."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from vnplan.attainment import Consistency
from vnplan.audit import RULES, Finding, FindingRow, Rule, audit, installed_rules
from vnplan.cli.inputs import Inputs, catalogue_of
from vnplan.cli.rows import write_rows
from vnplan.cli.text import ALARM, BLUE, BOLD, DIM, GREEN, RED, USUAL_WIDTH, coloured, flat, wrapped
from vnplan.errors import ExtensionError
from vnplan.formatting import Locale, format_enum
from vnplan.formatting.findings import rule_title
from vnplan.formatting.locales import pick

_ORDER = (
    Consistency.INCONSISTENT,
    Consistency.ONLY_IF_TRUNCATED,
    Consistency.UNDECIDED,
    Consistency.CONSISTENT,
)
_COLOURS = {
    Consistency.INCONSISTENT: ALARM,
    Consistency.ONLY_IF_TRUNCATED: RED,
    Consistency.UNDECIDED: BLUE,
    Consistency.CONSISTENT: GREEN,
}
_INDENT = "  "
_MOST_QUOTES = 3
_LONGEST_QUOTE = 90


def run(options: argparse.Namespace) -> bool:
    """Print what was asked for; whether something failed."""
    rules = _rules(options)
    for rule in options.without:
        if rule not in rules:
            options.command.error(f"--without {rule}: no such rule; there are {', '.join(rules)}")
    inputs = Inputs(options.paths, workers=options.workers, catalogue=catalogue_of(options))
    reports = tuple(inputs)
    found = sorted(
        audit(reports, rules=rules, without=options.without), key=lambda finding: _ORDER.index(finding.result)
    )
    if options.format == "text":
        _print(found, len(reports), options)
    else:
        shown = (one for one in found if options.all or one.needs_attention)
        write_rows((one.to_row() for one in shown), tuple(FindingRow.__annotations__), options)
    return inputs.failed or any(str(finding.result) in options.fail_on for finding in found)


def _rules(options: argparse.Namespace) -> Mapping[str, Rule]:
    if not options.extensions:
        return RULES
    try:
        return installed_rules()
    except ExtensionError as error:
        return options.command.error(str(error))  # type: ignore[no-any-return]  # it leaves


def _print(found: Sequence[Finding], reports: int, options: argparse.Namespace) -> None:
    locale: Locale = options.lang
    width = shutil.get_terminal_size((USUAL_WIDTH, 24)).columns
    title = pick((f"Rà soát số liệu: {reports} văn bản", f"Audit of {reports} document(s)"), locale)
    sys.stdout.write(f"{coloured(title, BOLD)}\n")
    for finding in found:
        if options.all or _tells_people(finding):
            sys.stdout.write("\n")
            sys.stdout.writelines(f"{line}\n" for line in _told(finding, locale, width))
    sys.stdout.write(f"\n{_counted(found, locale)}\n")


def _tells_people(finding: Finding) -> bool:
    """Contradictions, and undecided cases in which figures were held against one another; the rest is counted."""
    compared = bool(finding.intervals) or finding.residual is not None
    return finding.is_contradiction or (finding.needs_attention and compared)


def _told(finding: Finding, locale: Locale, width: int) -> Iterator[str]:
    """Result, rule and documents; the sentence; the words it rests on."""
    result = coloured(format_enum(finding.result, locale=locale), _COLOURS[finding.result])
    rule = f"{rule_title(finding.rule, locale)} ({finding.rule})"
    yield f"{result} · {rule} · {flat(', '.join(finding.documents))}"
    for line in wrapped(flat(pick((finding.message_vi, finding.message_en), locale)), width - len(_INDENT)):
        yield f"{_INDENT}{line}"
    several = len(finding.documents) > 1
    quotes = list(dict.fromkeys(_quoted(one.quote, one.document if several else "") for one in finding.sources))
    more = len(quotes) - _MOST_QUOTES
    rest = [pick((f"và {more} chỗ khác", f"and {more} more"), locale)] if more > 0 else []
    for line in wrapped("; ".join((*quotes[:_MOST_QUOTES], *rest)), width - len(_INDENT)):
        if line:
            yield f"{_INDENT}{coloured(line, DIM)}"


def _quoted(quote: str, document: str) -> str:
    told = flat(quote)
    if len(told) > _LONGEST_QUOTE:
        told = f"{told[:_LONGEST_QUOTE].rstrip()}…"
    return f"{flat(document)}: “{told}”" if document else f"“{told}”"


def _counted(found: Sequence[Finding], locale: Locale) -> str:
    """How many there are of each result, those that agree last."""
    counts = Counter(finding.result for finding in found)
    told = [f"{counts[one]} {format_enum(one, locale=locale)}" for one in _ORDER if counts[one]]
    return ", ".join(told) or pick(("Không có số liệu để đối chiếu", "Nothing to compare"), locale)
