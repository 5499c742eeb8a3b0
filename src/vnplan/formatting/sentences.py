"""Targets, results, changes and shares as whole sentences (câu nêu số liệu).

A sentence begins with the indicator as its document words it and carries no final full stop,
so that it can stand in a list or take another clause.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from attrs import evolve

from vnplan.formatting.locales import Locale, Words, capitalised, is_vietnamese, pick
from vnplan.formatting.numbers import format_number
from vnplan.formatting.periods import format_period
from vnplan.formatting.quantities import format_stated
from vnplan.formatting.units import noun_in
from vnplan.model.actual import YEAR_ON_YEAR, Actual, Change, ChangeForm, Share, ShareForm, Status, Tally, VerdictWord
from vnplan.model.figure import Basis, Figure
from vnplan.model.period import Period, PeriodKind
from vnplan.model.stated import Comparator, Stated
from vnplan.model.target import Frame, Measure, Target

if TYPE_CHECKING:
    from collections.abc import Sequence

# --- words: Vietnamese, English --------------------------------------------------------------------

_AUTHORITY: dict[Basis | None, Words] = {
    Basis.PLAN: ("kế hoạch", "plan"),
    Basis.ESTIMATE: ("dự toán", "budget estimate"),
    Basis.ASSIGNED: ("chỉ tiêu được giao", "assigned target"),
    None: ("chỉ tiêu", "target"),
}
_STATUS: dict[Status, Words] = {
    Status.ESTIMATED: ("ước ", " (estimated)"),
    Status.PRELIMINARY: ("sơ bộ ", " (preliminary)"),
    Status.FINAL: ("", ""),
    Status.UNSPECIFIED: ("", ""),
}
"""Before the Vietnamese verb, after the English figure."""

_VERDICTS: dict[VerdictWord, Words] = {
    VerdictWord.EXCEEDED: ("vượt chỉ tiêu", "exceeding the target"),
    VerdictWord.MET: ("đạt chỉ tiêu", "meeting the target"),
    VerdictWord.NOT_MET: ("không đạt chỉ tiêu", "missing the target"),
}
_VERDICTS_ALONE: dict[VerdictWord, Words] = {
    VerdictWord.EXCEEDED: ("vượt chỉ tiêu", "exceeded the target"),
    VerdictWord.MET: ("đạt chỉ tiêu", "met the target"),
    VerdictWord.NOT_MET: ("không đạt chỉ tiêu", "missed the target"),
}
_MOVES: dict[Measure, Words] = {
    Measure.INCREASE: ("tăng", "up"),
    Measure.DECREASE: ("giảm", "down"),
    Measure.LEVEL: ("thay đổi", "changed by"),
}
_MOVED = {Measure.INCREASE: "rose", Measure.DECREASE: "fell", Measure.LEVEL: "changed"}
_CHANGED: dict[str, str] = {ChangeForm.RATIO: "bằng", ChangeForm.TIMES: "gấp", "named": "đạt"}
_OF_BASE: dict[str, str] = {ChangeForm.RATIO: "of the level of", ChangeForm.TIMES: "the level of", "named": "on"}
"""Changes told by a figure that is no rise or fall: the Vietnamese verb, the English link to the base."""

_MARGINS: dict[Measure, Words] = {
    Measure.INCREASE: ("vượt", "above"),
    Measure.DECREASE: ("thấp hơn", "below"),
    Measure.LEVEL: ("chênh lệch", "off"),
}
_OPPOSITE = {Measure.INCREASE: Measure.DECREASE, Measure.DECREASE: Measure.INCREASE}
_CAPS = frozenset((Comparator.LESS_THAN, Comparator.AT_MOST))
"""Bounds from above: such a figure is not reached (đạt), one stands at it (ở mức)."""

_CHANGE_NAMES = ("tốc độ tăng", "mức tăng", "tỷ lệ tăng", "tăng ", "mức giảm", "tỷ lệ giảm", "giảm ", "kéo giảm ")
"""Names that say the change themselves: their figure is told as a level."""

_AIMS = {
    "level": ("là {figure}", "sets {name} at {figure}", " of {figure}"),
    "keep": ("duy trì ở mức {figure}", "keeps {name} at {figure}", " of {figure}"),
    "increase": ("tăng {figure}", "asks for {name} to rise by {figure}", " of a rise by {figure}"),
    "decrease": ("giảm {figure}", "asks for {name} to fall by {figure}", " of a fall by {figure}"),
    "times": ("gấp {figure}", "asks for {name} to reach {figure} its base", " of {figure} the base"),
    "none": ("không nêu số cụ thể", "names {name} without a figure", ""),
}
"""What is aimed at: after "theo kế hoạch năm 2023", after "The plan for 2023", beside a result."""

_LISTED: dict[str, Words] = {
    "level": ("{figure}", "{figure}"),
    "keep": ("duy trì {figure}", "kept at {figure}"),
    "increase": ("tăng {figure}", "a rise by {figure}"),
    "decrease": ("giảm {figure}", "a fall by {figure}"),
    "times": ("gấp {figure}", "{figure} the base"),
    "none": ("không nêu số cụ thể", "no figure"),
}
"""The same in a list, after the name and a colon."""


# --- sentences -------------------------------------------------------------------------------------


def format_target(target: Target, *, locale: Locale = "vi", with_period: bool = True) -> str:
    """A target as a sentence (chỉ tiêu).

    "Thu ngân sách Nhà nước theo kế hoạch năm 2023 là 5.558 tỷ đồng"; in English "The plan for
    2023 sets state budget revenue at VND 5,558 billion".

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    authority = pick(_AUTHORITY[target.authority], locale)
    period = target.period if with_period else None
    name = name_of(target, locale=locale, first=is_vietnamese(locale))
    vietnamese, english, _ = _AIMS[_aim(target, name)]
    figure = format_stated(_magnitude(target.stated, target.measure)[0], locale=locale)
    if is_vietnamese(locale):
        when = f" {format_period(period)}" if period is not None else ""
        return f"{name} theo {authority}{when} {vietnamese.format(figure=figure)}"
    when = f" for {format_period(period, locale=locale)}" if period is not None else ""
    return f"The {authority}{when} {english.format(name=name, figure=figure)}"


def format_actual(
    actual: Actual,
    *,
    changes: Sequence[Change] = (),
    share: Share | None = None,
    target: Target | None = None,
    locale: Locale = "vi",
    with_period: bool = True,
) -> str:
    """A result as a sentence (kết quả thực hiện), with what stands beside it.

    "Tổng thu ngân sách Nhà nước đạt 1.390,9 tỷ đồng, đạt 26,7% so với dự toán năm là 5.208 tỷ đồng".

    Args:
        actual: The result.
        changes: Its changes against other periods; a period that several are against is said once.
        share: The share of the target that it realises.
        target: That target, told with the share, or alone where there is no share.
        locale: Vietnamese or English.
        with_period: Whether to tell the result's period.

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    clauses = [f"{_subject(actual, locale, with_period=with_period)} {_reached(actual, locale)}"]
    for change, following in zip_longest(changes, changes[1:]):
        told = change if following is None or following.basis != change.basis else evolve(change, basis=None)
        clauses.append(change_clause(told, locale))
    if share is not None:
        clauses.append(share_clause(share, locale, target=target))
    elif target is not None:
        clauses.append(_target_beside(target, actual, locale))
    if actual.verdict_word is not None and actual.stated.quantity is not None:
        clauses.append(pick(_VERDICTS[actual.verdict_word], locale))
    return ", ".join(clauses)


def format_change(change: Change, *, locale: Locale = "vi", with_period: bool = True) -> str:
    """A change as a sentence (mức tăng, giảm): "Tổng doanh thu … tăng 14,53% so với cùng kỳ năm trước".

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    subject = _subject(change, locale, with_period=with_period)
    status = pick(_STATUS[change.status], locale)
    named = _says_change(name_of(change, locale=locale))
    clause = change_clause(change, locale, finite=True, named=named)
    return f"{subject} {status}{clause}" if is_vietnamese(locale) else f"{subject} {clause}{status}"


def format_share(share: Share, *, target: Target | None = None, locale: Locale = "vi", with_period: bool = True) -> str:
    """A share as a sentence (tỷ lệ thực hiện): "Thu ngân sách đạt 100,3% so với chỉ tiêu được giao".

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    subject = _subject(share, locale, with_period=with_period)
    status = pick(_STATUS[share.status], locale)
    clause = share_clause(share, locale, target=target)
    return f"{subject} {status}{clause}" if is_vietnamese(locale) else f"{subject} came to {clause}{status}"


def format_tally(tally: Tally, *, locale: Locale = "vi") -> str:
    """A stated count (số chỉ tiêu, nhiệm vụ): "17/18 chỉ tiêu", "17 of 18 targets".

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    count = format_number(tally.count, locale=locale)
    scope = f" ({tally.scope})" if tally.scope else ""
    link = pick(("/", " of "), locale)
    whole = f"{link}{format_number(tally.of, locale=locale)}" if tally.of is not None else ""
    noun = noun_in(tally.noun, locale, singular=tally.count == 1 and tally.of is None)
    return f"{count}{whole} {noun}{scope}"


# --- clauses ---------------------------------------------------------------------------------------


def change_clause(change: Change, locale: Locale = "vi", *, finite: bool = False, named: bool = False) -> str:
    """What a change says, without its subject: "tăng 14,53% so với cùng kỳ năm trước".

    `finite` makes an English main clause of it: "rose by …" and not "up …". `named` says that the
    subject tells the change already ("tốc độ tăng trưởng"), so that only its size is said.
    """
    stated, measure = _magnitude(change.stated, change.measure)
    figure = f" {format_stated(stated, locale=locale)}" if stated.quantity is not None else ""
    base = _base(change.basis, locale)
    form = "named" if named else change.form
    if is_vietnamese(locale):
        verb = _CHANGED.get(form) or _MOVES[measure][0]
        return f"{verb}{figure}{f' so với {base}' if base else ''}"
    if form in _CHANGED:
        link = _OF_BASE[form]
        return f"{'came to' if finite else 'at'}{figure}{f' {link} {base}' if base else ''}"
    move = f"{_MOVED[measure]}{' by' if figure else ''}" if finite else _MOVES[measure][1]
    return f"{move}{figure}{f' on {base}' if base else ''}"


def share_clause(share: Share, locale: Locale = "vi", *, target: Target | None = None) -> str:
    """What a share says, without its subject: "đạt 26,7% so với dự toán năm là 5.208 tỷ đồng"."""
    stated, measure = _magnitude(share.stated, share.measure)
    figure = format_stated(stated, locale=locale)
    basis = _share_basis(share, target, locale)
    is_ratio = share.form is ShareForm.RATIO
    if is_vietnamese(locale):
        verb = ("ở mức" if stated.comparator in _CAPS else "đạt") if is_ratio else _MARGINS[measure][0]
        return f"{verb} {figure}{f' so với {basis}' if basis else ''}"
    if is_ratio:
        return f"{figure} of {basis}" if basis else figure
    return f"{figure} {_MARGINS[measure][1]} {basis or 'the target'}"


def name_of(figure: Figure, *, locale: Locale = "vi", first: bool = True) -> str:
    """The indicator as worded; in English the catalogue's name, where there is one.

    `first` capitalises it for the beginning of a sentence.
    """
    name = figure.name.strip()
    if figure.indicator is not None and not (is_vietnamese(locale) and name):
        name = pick((figure.indicator.name, figure.indicator.english), locale)
    return capitalised(name) if first else name


def aim_of(target: Target, locale: Locale = "vi", *, name: str = "") -> str:
    """What is aimed at, for a list "name: aim": "5.558 tỷ đồng", "giảm từ 5% trở lên"."""
    figure = format_stated(_magnitude(target.stated, target.measure)[0], locale=locale)
    return pick(_LISTED[_aim(target, name)], locale).format(figure=figure)


def move_of(change: Change, locale: Locale = "vi") -> str:
    """The size and way of a change alone: "tăng 14,53%", "up 14.53%"."""
    return change_clause(evolve(change, basis=None), locale)


def during(period: Period, locale: Locale = "vi") -> str:
    """When: "quý I năm 2024", "in the first quarter of 2024", "on 31 December 2024"."""
    told = format_period(period, locale=locale)
    if is_vietnamese(locale):
        return told
    return f"on {told}" if period.kind is PeriodKind.DAY and period.start == period.end else f"in {told}"


def _subject(figure: Figure, locale: Locale, *, with_period: bool) -> str:
    name = name_of(figure, locale=locale)
    if figure.period is None or not with_period:
        return name
    return f"{name} {during(figure.period, locale)}"


def _reached(actual: Actual, locale: Locale) -> str:
    stated, status = actual.stated, pick(_STATUS[actual.status], locale)
    if stated.quantity is None:
        if actual.verdict_word is not None:
            return pick(_VERDICTS_ALONE[actual.verdict_word], locale)
        return pick(("không nêu số liệu", "is told without a figure"), locale)
    figure = format_stated(stated, locale=locale)
    if is_vietnamese(locale):
        return f"{status}{'ở mức' if stated.comparator in _CAPS else 'đạt'} {figure}"
    return f"came to {figure}{status}"


# --- what is aimed at ------------------------------------------------------------------------------


def _aim(target: Target, name: str = "") -> str:
    """Which row of the aims words this target, told of that name."""
    measure = _magnitude(target.stated, target.measure)[1]
    if target.stated.quantity is None:
        return "none"
    if target.frame is Frame.TIMES:
        return "times"
    if measure is not Measure.LEVEL and not _says_change(name):
        return str(measure)
    return "keep" if target.maintain else "level"


def _says_change(name: str) -> bool:
    """Whether a name tells a change by itself, as "tốc độ tăng trưởng" does."""
    return name.lower().startswith(_CHANGE_NAMES)


def _target_beside(target: Target, actual: Actual, locale: Locale) -> str:
    """The target beside a result: "dự toán năm là 5.208 tỷ đồng"."""
    aimed = _aimed(pick(_AUTHORITY[target.authority], locale), target, actual.period, locale)
    return aimed if is_vietnamese(locale) else f"against {aimed}"


def _share_basis(share: Share, target: Target | None, locale: Locale) -> str:
    """What a share is a share of; empty where neither the share nor a target says."""
    if target is not None:
        return _aimed(pick(_AUTHORITY[share.basis or target.authority], locale), target, share.period, locale)
    if share.basis is None:
        return ""
    words = pick(_AUTHORITY[share.basis], locale)
    return words if is_vietnamese(locale) else f"the {words}"


def _aimed(authority: str, target: Target, within: Period | None, locale: Locale) -> str:
    vietnamese, _, english = _AIMS[_aim(target)]
    dated = _dated(authority, target.period, within, locale)
    if target.stated.quantity is None:
        return dated
    figure = format_stated(_magnitude(target.stated, target.measure)[0], locale=locale)
    return (
        f"{dated} {vietnamese.format(figure=figure)}"
        if is_vietnamese(locale)
        else dated + english.format(figure=figure)
    )


def _dated(authority: str, period: Period | None, within: Period | None, locale: Locale) -> str:
    """An estimate or plan with its period; beside a part of a year, the year's is simply "dự toán năm"."""
    if period is None:
        return authority if is_vietnamese(locale) else f"the {authority}"
    annual = period.is_year and (within is None or (period.contains(within) and period != within))
    if is_vietnamese(locale):
        return f"{authority} năm" if annual else f"{authority} {format_period(period)}"
    return f"the annual {authority}" if annual else f"the {authority} for {format_period(period, locale=locale)}"


def _base(basis: str | Period | None, locale: Locale) -> str:
    """The period compared with."""
    if basis == YEAR_ON_YEAR:
        return pick(("cùng kỳ năm trước", "the same period of the previous year"), locale)
    return format_period(basis, locale=locale) if isinstance(basis, Period) else basis or ""


def _magnitude(stated: Stated, measure: Measure) -> tuple[Stated, Measure]:
    """A change made by hand may carry its sign: up −3 % is down 3 %."""
    quantity = stated.quantity
    if measure not in _OPPOSITE or quantity is None or quantity.value >= 0 or stated.upper is not None:
        return stated, measure
    return evolve(stated, quantity=-quantity), _OPPOSITE[measure]
