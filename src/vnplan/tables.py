"""Reports and scorecards as tables of words (bảng trình bày), for terminal and page alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from vnplan.attainment import Certainty, Outcome, Ratio, Verdict
from vnplan.attainment.joining import place_key
from vnplan.explaining import ROLES
from vnplan.formatting import (
    Locale,
    format_date,
    format_enum,
    format_locality,
    format_percent,
    format_period,
    format_quantity,
    format_scorecard,
    format_stated,
)
from vnplan.formatting.locales import Words, capitalised, pick
from vnplan.formatting.sentences import aim_of, change_clause, move_of, name_of, share_clause
from vnplan.formatting.terms import format_field
from vnplan.formatting.verdicts import result_of
from vnplan.model.actual import Actual, Change, Share, Status
from vnplan.model.figure import Figure
from vnplan.model.locality import Locality
from vnplan.model.plan import Plan
from vnplan.model.report import Claim, LedgerEntry, Report
from vnplan.model.target import Target
from vnplan.scorecard import Entry, Scorecard
from vnplan.series import Observation, ReportSet, Revision, Role, Series

NOTHING = "—"
_MOST_LISTED = 10
_AROUND = 40


@frozen
class Row:
    """One line of a table; `of` is the object that it tells of."""

    cells: tuple[str, ...]
    of: object = None


@frozen(kw_only=True)
class Table:
    """A table of words.

    Attributes:
        title: What it is about.
        columns: Headings of the columns.
        rows: Rows, and strings that head the rows below them.
        notes: Sentences below the table.
        right: Columns that stand at the right, by number.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row | str, ...]
    notes: tuple[str, ...] = ()
    right: frozenset[int] = frozenset()


# --- reports ---------------------------------------------------------------------------------------

_REPORT_COLUMNS: tuple[Words, ...] = (
    ("Nội dung", "Indicator"),
    ("Số liệu", "Figure"),
    ("Vai trò", "Role"),
    ("Kỳ", "Period"),
    ("So sánh", "Beside it"),
)


def report_table(report: Report, locale: Locale = "vi") -> Table:
    """All figures of a report, changes and shares beside their level; what became of every number below."""
    levels: tuple[Target | Actual, ...] = (*report.targets, *report.actuals)
    beside: dict[Figure, list[Change | Share]] = {level: [] for level in levels}
    alone: list[Change | Share] = []
    parts: tuple[Change | Share, ...] = (*report.changes, *report.shares)
    for one in parts:
        (alone if one.of is None else beside.get(one.of, alone)).append(one)
    figures = sorted((*levels, *alone), key=_position)
    rows = list(_with_sections(figures, beside, _places(report.plan), locale))
    return Table(
        title=_title(report, locale),
        columns=tuple(pick(words, locale) for words in _REPORT_COLUMNS),
        rows=tuple(rows),
        notes=tuple(_report_notes(report, locale)),
    )


def _position(figure: Figure) -> tuple[bool, int]:
    return (True, 0) if figure.source is None else (False, figure.source.start)


def _title(report: Report, locale: Locale) -> str:
    parts = [report.document or pick(("văn bản", "text"), locale)]
    if report.locality is not None:
        parts.append(format_locality(report.locality, locale=locale))
    if report.period is not None:
        parts.append(format_period(report.period, locale=locale))
    return " · ".join(parts)


_Places = dict[Target, tuple[int | None, str | None]]


def _places(plan: Plan | None) -> _Places:
    """Item number and section of the targets that a plan lists."""
    entries = () if plan is None else plan.entries
    return {target: (entry.number, entry.section) for entry in entries for target in entry.targets}


def _with_sections(
    figures: Sequence[Figure], beside: dict[Figure, list[Change | Share]], places: _Places, locale: Locale
) -> Iterator[Row | str]:
    told: str | None = None
    for figure in figures:
        number, section = places.get(figure, (None, None)) if isinstance(figure, Target) else (None, None)
        if section is not None and section != told:
            yield format_field(section, locale=locale)
        told = section if section is not None else told
        yield _figure_row(figure, number, beside.get(figure, []), locale)


def _figure_row(figure: Figure, number: int | None, beside: list[Change | Share], locale: Locale) -> Row:
    name = name_of(figure, locale=locale) or NOTHING
    cells = (
        name if number is None else f"({number}) {name}",
        value_of(figure, locale),
        role_of(figure, locale),
        NOTHING if figure.period is None else format_period(figure.period, style="short", locale=locale),
        "; ".join(clause_of(one, locale) for one in beside),
    )
    return Row(cells, figure)


def value_of(figure: Figure, locale: Locale = "vi") -> str:
    """The figure alone: "từ 75% trở lên", "ước 41,5%", "tăng 14,53% so với cùng kỳ năm trước"."""
    if isinstance(figure, Target):
        return aim_of(figure, locale, name=figure.name)
    if isinstance(figure, Change | Share):
        return clause_of(figure, locale)
    told = format_stated(figure.stated, locale=locale)
    if isinstance(figure, Actual) and figure.status is Status.ESTIMATED:
        return pick((f"ước {told}", f"{told} (estimated)"), locale)
    return told


def clause_of(one: Change | Share, locale: Locale = "vi") -> str:
    """What a change or share says, without its subject."""
    return change_clause(one, locale) if isinstance(one, Change) else share_clause(one, locale)


def role_of(figure: Figure, locale: Locale = "vi") -> str:
    """What kind of figure it is; of a target who set it, where the text says so."""
    if isinstance(figure, Target) and figure.authority is not None:
        return format_enum(figure.authority, locale=locale)
    words = ROLES.get(type(figure).__name__, (NOTHING, NOTHING))
    return pick(words, locale)


def _report_notes(report: Report, locale: Locale) -> Iterator[str]:
    counts = report.ledger.counts()
    told = ", ".join(f"{count} {format_enum(claim, locale=locale)}" for claim, count in counts.items())
    pattern: Words = ("Con số trong văn bản: {}", "Numbers in the text: {}")
    yield pick(pattern, locale).format(f"{len(report.ledger)} ({told})" if told else "0")
    found = (
        (len(report.citations), _CITATIONS),
        (len(report.directives), _DIRECTIVES),
        (len(report.tallies), _TALLIES),
    )
    parts = [f"{count} {pick(words, locale)}" for count, words in found if count]
    if parts:
        yield pick(("Ngoài ra: {}", "Besides: {}"), locale).format(", ".join(parts))
    unread = report.ledger.unread
    if unread:
        yield pick(("Chưa đọc được: {}", "Unread: {}"), locale).format(
            _listed([_in_context(report.text, entry) for entry in unread], locale)
        )
    if report.issues:
        words: Words = ("Lưu ý khi đọc: {}", "Issues: {}")
        told = _listed(
            [f"{format_enum(issue.severity, locale=locale)}: {issue.reason}" for issue in report.issues], locale
        )
        yield pick(words, locale).format(told)


_CITATIONS: Words = ("văn bản viện dẫn", "citations")
_DIRECTIVES: Words = ("ý kiến chỉ đạo", "directives")
_TALLIES: Words = (format_enum(Claim.TALLY), "tallies")


def _listed(parts: list[str], locale: Locale) -> str:
    more = len(parts) - _MOST_LISTED
    rest = [pick((f"và {more} chỗ khác", f"and {more} more"), locale)] if more > 0 else []
    return "; ".join((*parts[:_MOST_LISTED], *rest))


def _in_context(text: str, entry: LedgerEntry) -> str:
    before = " ".join(text[max(0, entry.start - _AROUND) : entry.start].split(" ")[-4:])
    after = " ".join(text[entry.end : entry.end + _AROUND].split(" ")[:4])
    return f"“{' '.join(f'{before}{text[entry.start : entry.end]}{after}'.split())}”"


# --- scorecards ------------------------------------------------------------------------------------

_SCORE_COLUMNS: tuple[Words, ...] = (
    ("Chỉ tiêu", "Target"),
    ("Kỳ", "Period"),
    ("Mức đề ra", "Aim"),
    ("Kết quả", "Result"),
    ("Tỷ lệ", "Share"),
    ("Đánh giá", "Outcome"),
    ("Tiến độ", "Pace"),
)
_LINEAR: Words = (
    "Tiến độ: so với mức chia đều theo thời gian của kỳ kế hoạch",
    "Pace: against an even pace over the target's period",
)


def scorecard_table(card: Scorecard, locale: Locale = "vi") -> Table:
    """Every target against its result; counts as an interval and what is not assessed below."""
    rows: list[Row | str] = []
    told: tuple[str, str | None] | None = None
    for entry in card:
        if (entry.document, entry.section) != told:
            told = entry.document, entry.section
            rows.append(_heading(entry, locale))
        rows.append(Row(_score_cells(entry, locale), entry))
    return Table(
        title=pick(("Bảng đánh giá thực hiện chỉ tiêu", "Scorecard"), locale),
        columns=tuple(pick(words, locale) for words in _SCORE_COLUMNS),
        rows=tuple(rows),
        notes=tuple(_score_notes(card, locale)),
        right=frozenset((4,)),
    )


def _heading(entry: Entry, locale: Locale) -> str:
    parts = [entry.document or pick(("văn bản", "text"), locale)]
    if entry.target.locality is not None:
        parts.append(format_locality(entry.target.locality, locale=locale))
    if entry.section is not None:
        parts.append(format_field(entry.section, locale=locale))
    return " · ".join(parts)


def _score_cells(entry: Entry, locale: Locale) -> tuple[str, ...]:
    verdict = entry.verdict
    target = verdict.target
    name = name_of(target, locale=locale) or NOTHING
    return (
        name if entry.item_number is None else f"({entry.item_number}) {name}",
        NOTHING if target.period is None else format_period(target.period, style="short", locale=locale),
        aimed(entry, locale),
        reached(verdict, locale),
        share_of(verdict, locale),
        outcome_of(verdict, locale),
        pace_of(verdict, locale),
    )


def aimed(entry: Entry, locale: Locale) -> str:
    """What is aimed at; who set it where that is not the plan which lists it."""
    target = entry.target
    told = aim_of(target, locale, name=target.name)
    if target.authority is None or entry.section is not None:
        return told
    return f"{told} ({format_enum(target.authority, locale=locale)})"


def reached(verdict: Verdict, locale: Locale) -> str:
    """The result, with its period where that is not the target's."""
    result = verdict.actual
    if result is None:
        return NOTHING
    if verdict.base is not None:
        told = result_of(verdict, locale)
    else:
        told = move_of(result, locale) if isinstance(result, Change) else value_of(result, locale)
    if result.period is None or result.period == verdict.target.period:
        return told
    return f"{told} ({format_period(result.period, style='short', locale=locale)})"


def share_of(verdict: Verdict, locale: Locale = "vi") -> str:
    """The share realised, in per cent to one decimal."""
    value = None if verdict.share is None else verdict.share.value
    return NOTHING if value is None else format_percent(value, decimals=1, locale=locale)


def outcome_of(verdict: Verdict, locale: Locale = "vi") -> str:
    """The outcome, and how certain it is or why nothing is decided."""
    told = format_enum(verdict.outcome, locale=locale)
    if verdict.certainty is not None:
        return f"{told}, {format_enum(verdict.certainty, locale=locale)}"
    if verdict.outcome in _SAY_WHY:
        reasons = [format_enum(reason, locale=locale) for reason in verdict.reasons]
        return f"{told}: {', '.join(reasons)}" if reasons else told
    return told


_SAY_WHY = frozenset((Outcome.INDETERMINATE, Outcome.NOT_COMPARABLE))
"""The other outcomes say why themselves."""


def pace_of(verdict: Verdict, locale: Locale = "vi") -> str:
    """The class of the pace, with its ratio to an even pace."""
    if verdict.pace is None:
        return NOTHING
    told = format_enum(verdict.pace, locale=locale)
    ratio = None if verdict.pace_reading is None else verdict.pace_reading.ratio.value
    return told if ratio is None else f"{told} ({format_percent(ratio, decimals=1, locale=locale)})"


def _score_notes(card: Scorecard, locale: Locale) -> Iterator[str]:
    yield format_scorecard(card, locale=locale)
    held = card.unassessed
    if held:
        told = "; ".join(f"{len(entries)} {format_enum(reason, locale=locale)}" for reason, entries in held.items())
        total = sum(map(len, held.values()))
        yield pick(("Chưa đánh giá: {} chỉ tiêu ({})", "Not assessed: {} targets ({})"), locale).format(total, told)
    if any(entry.verdict.certainty is Certainty.ROUNDING_SENSITIVE for entry in card):
        yield pick(_SENSITIVE, locale)
    if any(entry.verdict.pace is not None for entry in card):
        yield pick(_LINEAR, locale)


_SENSITIVE: Words = (
    "Phụ thuộc cách làm tròn: theo số in thì như trên; giá trị trước khi làm tròn có thể cho kết quả khác",
    "Depends on rounding: so by the printed digits; the values before rounding may say otherwise",
)


# --- sets of reports -------------------------------------------------------------------------------

_REPORTS_COLUMNS: tuple[Words, ...] = (
    ("Văn bản", "Document"),
    ("Loại", "Kind"),
    ("Địa bàn", "Place"),
    ("Kỳ", "Period"),
    ("Ngày", "Issued"),
    ("Chỉ tiêu", "Targets"),
    ("Kết quả", "Results"),
)


def reports_table(reports: ReportSet, locale: Locale = "vi") -> Table:
    """The reports of a set, and how many facts they state."""
    counted: Words = ("{} số liệu, {} đã điều chỉnh", "{} facts, {} of them revised")
    return Table(
        title=pick((f"{len(reports)} văn bản", f"{len(reports)} document(s)"), locale),
        columns=tuple(pick(words, locale) for words in _REPORTS_COLUMNS),
        rows=tuple(Row(_reports_cells(one, locale), one) for one in reports),
        notes=(pick(counted, locale).format(len(reports.observations), len(reports.revised)),),
        right=frozenset((5, 6)),
    )


def _reports_cells(report: Report, locale: Locale) -> tuple[str, ...]:
    place, period, issued = report.locality, report.period, report.issued
    return (
        report.document or NOTHING,
        format_enum(report.kind, locale=locale),
        NOTHING if place is None else format_locality(place, locale=locale),
        NOTHING if period is None else format_period(period, style="short", locale=locale),
        NOTHING if issued is None else format_date(issued, style="short", locale=locale),
        str(len(report.targets)),
        str(len(report.actuals)),
    )


_INDICATORS_COLUMNS: tuple[Words, ...] = (
    ("Mã chỉ tiêu", "Indicator"),
    ("Chỉ tiêu", "Name"),
    ("Chỉ tiêu đặt ra", "Targets"),
    ("Kết quả", "Results"),
    ("Tăng, giảm", "Changes"),
    ("Địa bàn", "Places"),
)


def indicators_table(reports: ReportSet, locale: Locale = "vi") -> Table:
    """What the reports state facts on: id, else the wording, and how many facts of each kind; those with most first."""
    found: dict[str, list[Observation]] = {}
    for one in reports.observations:
        found.setdefault(one.figure.label, []).append(one)
    counted: Words = ("{} chỉ tiêu, {} số liệu", "{} indicators, {} facts")
    return Table(
        title=pick((f"{len(reports)} văn bản", f"{len(reports)} document(s)"), locale),
        columns=tuple(pick(words, locale) for words in _INDICATORS_COLUMNS),
        rows=tuple(
            Row(_indicator_cells(label, held, locale), held[0])
            for label, held in sorted(found.items(), key=lambda pair: -len(pair[1]))
        ),
        notes=(pick(counted, locale).format(len(found), len(reports.observations)),),
        right=frozenset((2, 3, 4, 5)),
    )


def _indicator_cells(label: str, held: list[Observation], locale: Locale) -> tuple[str, ...]:
    roles = [str(sum(one.role is role for one in held)) for role in (Role.TARGET, Role.ACTUAL, Role.CHANGE)]
    places = {place_key(one.locality) for one in held} - {None}
    return label, name_of(held[0].figure, locale=locale), *roles, str(len(places))


# --- series ----------------------------------------------------------------------------------------

_SERIES_COLUMNS: tuple[Words, ...] = (
    ("Kỳ", "Period"),
    ("Số liệu", "Figure"),
    ("So với cùng kỳ năm trước", "On the year before"),
    ("Văn bản", "Document"),
    ("Các lần công bố trước", "Earlier statements"),
)
_PLACE_COLUMN: Words = ("Địa phương", "Place")
_DAYS: tuple[Words, Words] = (("từ {}", "from {}"), ("đến {}", "to {}"))
_LEFT_OUT: Words = ("Không đưa vào chuỗi: {} số liệu ({})", "Left out: {} figures ({})")


def series_table(series: Series, locale: Locale = "vi") -> Table:
    """One indicator over time: each value, its growth, where it stands and what was stated before.

    Of a series about several places, or versions of one, a column tells which each value is of.
    """
    several = len({one.locality for one in series} - {None}) > 1
    period, *others = _SERIES_COLUMNS
    columns = (period, _PLACE_COLUMN, *others) if several else _SERIES_COLUMNS
    return Table(
        title=_series_title(series, locale),
        columns=tuple(pick(words, locale) for words in columns),
        rows=tuple(Row(_series_cells(series, one, locale, several=several), one) for one in series),
        notes=tuple(_series_notes(series, locale)),
        right=frozenset((2, 3) if several else (1, 2)),
    )


def _series_title(series: Series, locale: Locale) -> str:
    known = series.indicator
    name = series.label if known is None else pick((known.name, known.english), locale)
    parts = [capitalised(name)]
    if series.locality is not None:
        parts.append(format_locality(series.locality, locale=locale))
    return " · ".join((*parts, pick(ROLES[str(series.role).capitalize()], locale)))


def _series_cells(series: Series, one: Observation, locale: Locale, *, several: bool) -> tuple[str, ...]:
    period = NOTHING if one.period is None else format_period(one.period, style="short", locale=locale)
    if one.authority is not None:
        period = f"{period} ({format_enum(one.authority, locale=locale)})"
    growth = series.growth_of(one)
    return (
        period,
        *((_version_of(one.locality, locale),) if several else ()),
        value_of(one.figure, locale),
        growth_of(growth, locale),
        _dated_document(one.latest.document, None if one.latest.as_of is None else one.latest.as_of, locale),
        "; ".join(revision_of(each, locale) for each in one.revisions),
    )


def _version_of(place: Locality | None, locale: Locale) -> str:
    """A place with the days on which that version of it begins and ends: "TP. Hồ Chí Minh (từ 01/7/2025)"."""
    if place is None:
        return NOTHING
    days = zip(_DAYS, (place.valid_from, place.valid_to), strict=True)
    told = " ".join(
        pick(words, locale).format(format_date(day, style="short", locale=locale))
        for words, day in days
        if day is not None
    )
    name = format_locality(place, locale=locale)
    return f"{name} ({told})" if told else name


def growth_of(growth: Ratio, locale: Locale = "vi", *, decimals: int | None = 1) -> str:
    """Growth in per cent to so many decimals, or with None to all of them, which way in words."""
    if growth.value is None:
        return NOTHING
    words: Words = ("giảm {}", "down {}") if growth.value < 0 else ("tăng {}", "up {}")
    return pick(words, locale).format(format_percent(growth.value.copy_abs(), decimals=decimals, locale=locale))


def _dated_document(document: str, as_of: date | None, locale: Locale) -> str:
    return document if as_of is None else f"{document} ({format_date(as_of, style='short', locale=locale)})"


def revision_of(revision: Revision, locale: Locale = "vi") -> str:
    """What was stated before, where, and how far the later figure is from it."""
    before = revision.before
    told = f"{value_of(before.figure, locale)} ({before.document})"
    if revision.is_within_rounding:
        return f"{told}: {pick(('khớp khi làm tròn', 'the same when rounded'), locale)}"
    by = revision.difference.value
    if by is None:
        return told
    words: Words = ("{}, sau giảm {}", "{}, then down {}") if by.value < 0 else ("{}, sau tăng {}", "{}, then up {}")
    return pick(words, locale).format(told, format_quantity(-by if by.value < 0 else by, locale=locale))


def _series_notes(series: Series, locale: Locale) -> Iterator[str]:
    if series.left_out:
        reasons: dict[str, int] = {}
        for one in series.left_out:
            word = format_enum(one.reason, locale=locale)
            reasons[word] = reasons.get(word, 0) + 1
        told = "; ".join(f"{count} {word}" for word, count in reasons.items())
        yield pick(_LEFT_OUT, locale).format(len(series.left_out), told)
    if series.assumed:
        told = "; ".join(format_enum(one, locale=locale) for one in series.assumed)
        yield pick(("Giả định: {}", "Assumed: {}"), locale).format(told)
