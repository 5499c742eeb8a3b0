"""Pages and notebook views (trình bày trên trang mạng): one self-contained piece of HTML, no script."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from vnplan.attainment import Outcome, Verdict
from vnplan.audit import Finding
from vnplan.errors import InvalidValueError
from vnplan.formatting import Locale, format_finding, format_percent, format_verdict, summarise, to_text
from vnplan.formatting.locales import pick
from vnplan.model.figure import Figure
from vnplan.model.interval import exact
from vnplan.model.plan import Plan
from vnplan.model.report import Report
from vnplan.scorecard import Entry, Scorecard
from vnplan.series import Observation, ReportSet, Series
from vnplan.tables import Row, Table, report_table, reports_table, revision_of, scorecard_table, series_table

_STYLE = """
.vnplan{font:14px/1.45 system-ui,sans-serif;color:#1a1a1a;background:#fff;padding:.5em;overflow-x:auto}
.vnplan table{border-collapse:collapse}
.vnplan caption{text-align:left;font-weight:600;padding:.3em .6em}
.vnplan th,.vnplan td{text-align:left;vertical-align:top;padding:.25em .6em;border-bottom:1px solid #8884}
.vnplan td{min-width:5em}.vnplan .right{text-align:right;white-space:nowrap}
.vnplan .section{font-weight:600;background:#8882}
.vnplan p{margin:.3em .6em;white-space:pre-line}
.vnplan .met{color:#176a35}.vnplan .missed{color:#a8231c}.vnplan .open{color:#1c5f9e}.vnplan .none{color:#666}
.vnplan svg{display:block;margin:.3em .6em}.vnplan .right svg{margin:0 0 0 auto}.vnplan .track{fill:#8884}.vnplan .bar{fill:currentColor}
.vnplan .even{stroke:#888;stroke-width:1.5}
@media(prefers-color-scheme:dark){.vnplan{color:#e6e6e6;background:#16181c}
.vnplan .met{color:#63c98a}.vnplan .missed{color:#f08a80}.vnplan .open{color:#7db8f0}.vnplan .none{color:#a0a0a0}}
"""

CLASSES = {
    Outcome.EXCEEDED: "met",
    Outcome.MET: "met",
    Outcome.NOT_MET: "missed",
    Outcome.OPEN: "open",
}
_WIDTH = 120
"""Pixels that stand for a share of 100 %."""
_FULL = Decimal("1.5")
"""The longest share that a bar shows."""


def to_html(
    obj: Report | Plan | Figure | Verdict | Entry | Scorecard | ReportSet | Series | Observation | Finding,
    *,
    locale: Locale = "vi",
) -> str:
    """A document, figure, verdict, scorecard, set of reports, series or finding as a piece of HTML (trang mạng).

    It needs nothing from outside, holds no script, follows light and dark mode, and escapes all text.

    Args:
        obj: What to show.
        locale: Language of the words, "vi" or "en".

    Raises:
        InvalidValueError: It is nothing that vnplan shows so.
    """
    match obj:
        case Report() | Scorecard() | Series() | ReportSet():
            body = _table(_table_of(obj, locale))
        case Observation():
            body = _observation(obj, locale)
        case Entry():
            body = _verdict(obj.verdict, locale)
        case Verdict():
            body = _verdict(obj, locale)
        case Plan():
            body = _paragraph(summarise(obj, locale=locale))
        case Finding():
            body = _finding(obj, locale)
        case Figure():
            body = _paragraph(to_text(obj, locale))
        case _:
            raise InvalidValueError(
                "obj", obj, "a report, plan, figure, verdict, scorecard, set of reports, series or finding"
            )
    return f'<div class="vnplan" lang="{pick(("vi", "en"), locale)}"><style>{_STYLE}</style>{body}</div>'


def _table_of(obj: Report | Scorecard | Series | ReportSet, locale: Locale) -> Table:
    match obj:
        case Report():
            return report_table(obj, locale)
        case Scorecard():
            return scorecard_table(obj, locale)
        case Series():
            return series_table(obj, locale)
        case ReportSet():
            return reports_table(obj, locale)


def _paragraph(text: str) -> str:
    return f"<p>{escaped(text)}</p>"


def _verdict(verdict: Verdict, locale: Locale) -> str:
    kind = class_of(verdict)
    told = f'<p class="{kind}">{escaped(format_verdict(verdict, locale=locale))}</p>'
    bar = _bar(verdict, locale)
    return f'{told}<div class="{kind}">{bar}</div>' if bar else told


def _observation(one: Observation, locale: Locale) -> str:
    """The figure that counts, and below it what was stated before."""
    told = _paragraph(to_text(one.figure, locale))
    before = "\n".join(revision_of(each, locale) for each in one.revisions)
    return told + _paragraph(before) if before else told


def _finding(finding: Finding, locale: Locale) -> str:
    """What was found, and below it the words that it rests on, each once."""
    kind = "missed" if finding.is_contradiction else "open" if finding.needs_attention else "met"
    quotes = dict.fromkeys(f"{source.document}: “{source.quote}”" for source in finding.sources if source.quote)
    told = f'<p class="{kind}">{escaped(format_finding(finding, locale=locale))}</p>'
    return told + _paragraph("\n".join(quotes)) if quotes else told


def _table(table: Table) -> str:
    head = "".join(
        f'<th scope="col"{_right(table, number)}>{escaped(title)}</th>' for number, title in enumerate(table.columns)
    )
    body = "".join(_section(row, table) if isinstance(row, str) else _row(row, table) for row in table.rows)
    notes = "".join(map(_paragraph, table.notes))
    caption = f"<caption>{escaped(table.title)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{notes}"


def _section(title: str, table: Table) -> str:
    return f'<tr><th class="section" scope="rowgroup" colspan="{len(table.columns)}">{escaped(title)}</th></tr>'


def _row(row: Row, table: Table) -> str:
    if isinstance(row.of, Entry):
        return _score_row(row, row.of.verdict, table)
    return f"<tr>{_cells(row, table)}</tr>"


def _score_row(row: Row, verdict: Verdict, table: Table) -> str:
    bar = _bar(verdict, "vi")
    return f'<tr class="{class_of(verdict)}">{_cells(row, table, bar)}</tr>'


def _cells(row: Row, table: Table, bar: str = "") -> str:
    """The cells; a bar stands below the number of the column at the right."""
    return "".join(
        f"<td{_right(table, number)}>{escaped(text)}{bar if number in table.right else ''}</td>"
        for number, text in enumerate(row.cells)
    )


def _right(table: Table, number: int) -> str:
    return ' class="right"' if number in table.right else ""


def class_of(verdict: Verdict) -> str:
    """The style of an outcome: met, missed, open or none."""
    return CLASSES.get(verdict.outcome, "none")


def _bar(verdict: Verdict, locale: Locale) -> str:
    """The share realised as a bar; of an open period a line shows the time elapsed."""
    share = None if verdict.share is None else verdict.share.value
    if share is None or share < 0:
        return ""
    label = escaped(format_percent(share, decimals=1, locale=locale))
    even = ""
    if verdict.elapsed is not None and not verdict.elapsed.is_over:
        place = _pixels(verdict.elapsed.share)
        even = f'<line class="even" x1="{place}" x2="{place}" y1="0" y2="10"/>'
    return (
        f'<svg role="img" aria-label="{label}" width="{_pixels(_FULL)}" height="10">'
        f'<rect class="track" y="3" width="{_WIDTH}" height="4"/>'
        f'<rect class="bar" y="3" width="{_pixels(min(share, _FULL))}" height="4"/>{even}</svg>'
    )


def _pixels(share: Decimal) -> str:
    return f"{exact().multiply(share, Decimal(_WIDTH)):.1f}"


def escaped(text: str) -> str:
    """Text for HTML; what no page may hold, and what turns the direction of text, becomes a replacement mark."""
    return "".join(char if _is_allowed(char) else "\ufffd" for char in escape(text))


_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks by which a text could show its characters in another order than they stand in."""


def _is_allowed(char: str) -> bool:
    if char in _TURNING:
        return False
    return char in "\t\n" or (char >= " " and not ("\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff"))
