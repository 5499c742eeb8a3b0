"""A document rebuilt from its objects alone (bản tóm tắt)."""

from __future__ import annotations

import re
from itertools import chain, groupby
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

from vnplan.formatting.documents import format_citation, format_directive, format_duty, format_entry
from vnplan.formatting.locales import Locale, Words, capitalised, pick
from vnplan.formatting.periods import format_period
from vnplan.formatting.places import format_locality
from vnplan.formatting.sentences import (
    aim_of,
    format_actual,
    format_change,
    format_share,
    format_tally,
    format_target,
    name_of,
)
from vnplan.formatting.terms import format_enum, format_field
from vnplan.model.figure import Basis
from vnplan.model.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vnplan.model.actual import Actual, Change, Share
    from vnplan.model.figure import Figure
    from vnplan.model.plan import Plan, PlanEntry
    from vnplan.model.target import Target

S = TypeVar("S", "Change", "Share")

_ENDS = re.compile(r"(?<!\bTP)[.;](?=\s)")
"""Where a sentence or a clause is over; "TP. Hồ Chí Minh" is one name."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def summarise(report: Report | Plan, *, locale: Locale = "vi") -> str:
    """A report or plan in short, rebuilt from its objects alone (bản tóm tắt).

    Heading with place and period, theme, results with their changes and shares, targets by
    section, tallies, directives, the documents it rests on, the reporting schedule, the
    signatory; parts of which nothing is known are left out. Wordings of the document stay
    Vietnamese in both languages.

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    held = report if isinstance(report, Report) else Report(text="", plan=report, targets=report.targets)
    parts = [(title, list(dict.fromkeys(lines(held, locale)))) for title, lines in _PARTS]
    told = [(title, lines) for title, lines in parts if lines]
    numbered = [
        [f"{number}. {pick(title, locale).upper()}", *lines]
        for number, (title, lines) in zip(_ROMAN, told, strict=False)
    ]
    return "\n\n".join("\n".join(lines) for lines in (_heading(held, locale), *numbered, _signature(held)) if lines)


# --- heading and signature -------------------------------------------------------------------------


def _heading(report: Report, locale: Locale) -> list[str]:
    plan = report.plan
    kind = format_enum(report.kind, locale=locale)
    if plan is not None and not report.text:
        kind = pick(("kế hoạch", "plan"), locale)
    lines = [pick(("tóm tắt {}", "summary of the {}"), locale).format(kind).upper()]
    title = (plan.title if plan is not None else None) or report.title
    if title:
        lines.append(title.strip())
    place = report.locality or (plan.locality if plan is not None else None)
    period = report.period or (plan.period if plan is not None else None)
    subject = [
        format_locality(place, locale=locale) if place is not None else "",
        format_period(period, locale=locale) if period is not None else "",
    ]
    lines.append(", ".join(part for part in subject if part))
    if plan is not None and plan.number:
        lines.append(pick(("Số: {}", "No. {}"), locale).format(plan.number))
    return [line for line in lines if line]


def _signature(report: Report) -> list[str]:
    signatory = report.plan.signatory if report.plan is not None else None
    if signatory is None:
        return []
    return [(signatory.role or "").upper(), signatory.name] if signatory.role else [signatory.name]


# --- parts -----------------------------------------------------------------------------------------


def _objectives(report: Report, locale: Locale) -> Iterator[str]:
    if report.plan is None:
        return
    if report.plan.theme:
        yield pick(("Chủ đề năm: “{}”.", "Theme of the year: “{}”."), locale).format(report.plan.theme.strip(' “”"'))
    for objective in report.plan.objectives:
        yield _item(objective)


def _results(report: Report, locale: Locale) -> Iterator[str]:
    """Every result with its changes and share, then the changes and shares that stand alone."""
    changes, shares = _by_result(report.changes), _by_result(report.shares)
    for actual in report.actuals:
        told = _told_result(report, actual, changes.pop(id(actual), []), shares.pop(id(actual), []), locale)
        yield _line(report, actual, told, locale)
    for change in chain.from_iterable(changes.values()):
        yield _line(report, change, format_change(change, locale=locale, with_period=_differs(report, change)), locale)
    for share in chain.from_iterable(shares.values()):
        yield _line(report, share, _told_share(report, share, locale, with_period=_differs(report, share)), locale)


def _told_result(report: Report, actual: Actual, changes: list[Change], shares: list[Share], locale: Locale) -> str:
    """The first share goes into the sentence, others follow in their own."""
    share = shares[0] if shares else None
    sentence = format_actual(
        actual,
        changes=changes,
        share=share,
        target=_target_of(report, share) if share is not None else None,
        locale=locale,
        with_period=_differs(report, actual),
    )
    return "; ".join([sentence, *(_told_share(report, one, locale, with_period=False) for one in shares[1:])])


def _told_share(report: Report, share: Share, locale: Locale, *, with_period: bool) -> str:
    return format_share(share, target=_target_of(report, share), locale=locale, with_period=with_period)


def _targets(report: Report, locale: Locale) -> Iterator[str]:
    """The items of the plan by section, then the targets outside it."""
    entries = report.plan.entries if report.plan is not None else ()
    number = 0
    for section, items in groupby(entries, key=lambda entry: entry.section):
        if section is not None:
            number += 1
            yield f"{number}. {format_field(section, locale=locale)}"
        told = [_entry(report, entry, locale) for entry in items]
        yield from (f"{item};" for item in told[:-1])
        yield f"{told[-1]}."
    others = list(_other_targets(report, locale))
    if number and others:
        yield f"{number + 1}. {pick(('Chỉ tiêu khác', 'Other targets'), locale)}"
    yield from others


def _other_targets(report: Report, locale: Locale) -> Iterator[str]:
    """The targets that no item of the plan holds and no share is told against."""
    told = set(report.plan.targets if report.plan is not None else ())
    told.update(target for share in report.shares if (target := _target_of(report, share)) is not None)
    for target in report.targets:
        if target not in told:
            is_own = target.authority in (None, Basis.PLAN)
            told_of = _aimed(report, target, locale) if is_own else format_target(target, locale=locale)
            yield _line(report, target, told_of, locale)


def _entry(report: Report, entry: PlanEntry, locale: Locale) -> str:
    """An item from its targets; as worded where it has none, or one without a figure."""
    if not entry.targets or any(target.stated.quantity is None for target in entry.targets):
        return format_entry(entry, locale=locale)
    number = f"({entry.number}) " if entry.number is not None else "- "
    return number + "; ".join(_aimed(report, target, locale) for target in entry.targets)


def _aimed(report: Report, target: Target, locale: Locale) -> str:
    name = name_of(target, locale=locale)
    when = ""
    if _differs(report, target) and target.period is not None:
        when = f" ({format_period(target.period, locale=locale)})"
    return f"{name}{when}: {aim_of(target, locale, name=name)}"


def _tallies(report: Report, locale: Locale) -> Iterator[str]:
    """Counts with what they count; one whose scope is the title of the document needs none."""
    for tally in report.tallies:
        is_of_all = tally.scope is not None and tally.scope == report.title
        yield _item(format_tally(evolve(tally, scope=None) if is_of_all else tally, locale=locale))


def _tasks(report: Report, _: Locale) -> Iterator[str]:
    section = None
    for task in report.plan.tasks if report.plan is not None else ():
        if task.section != section and task.section:
            section = task.section
            yield f"{capitalised(section)}:"
        yield _item(_gist(task.text))


def _directives(report: Report, locale: Locale) -> Iterator[str]:
    for directive in report.directives:
        yield _item(format_directive(directive, locale=locale))


def _basis(report: Report, locale: Locale) -> Iterator[str]:
    plan = report.plan
    legal = plan.legal_basis if plan is not None else ()
    for citation in legal or (one for one in report.citations if one.is_basis):
        yield _item(format_citation(citation, locale=locale))
    for other in plan.other_basis if plan is not None else ():
        yield _item(other)


def _cited(report: Report, locale: Locale) -> Iterator[str]:
    basis = set(_basis(report, locale))
    for citation in report.citations:
        line = _item(format_citation(citation, locale=locale))
        if line not in basis:
            yield line


def _schedule(report: Report, locale: Locale) -> Iterator[str]:
    for duty in report.plan.reporting if report.plan is not None else ():
        yield _item(format_duty(duty, locale=locale))


_PARTS: tuple[tuple[Words, Callable[[Report, Locale], Iterator[str]]], ...] = (
    (("Chủ đề, mục tiêu", "Theme and objectives"), _objectives),
    (("Kết quả thực hiện", "Results"), _results),
    (("Chỉ tiêu", "Targets"), _targets),
    (("Số chỉ tiêu, nhiệm vụ được nêu", "Stated counts of targets and tasks"), _tallies),
    (("Nhiệm vụ, giải pháp", "Tasks and measures"), _tasks),
    (("Ý kiến chỉ đạo, giao việc", "Directives"), _directives),
    (("Căn cứ", "Basis"), _basis),
    (("Văn bản được nhắc đến", "Documents cited"), _cited),
    (("Chế độ thông tin, báo cáo", "Reporting schedule"), _schedule),
)


# --- what belongs together -------------------------------------------------------------------------


def _by_result(figures: Iterable[S]) -> dict[int, list[S]]:
    """Changes or shares by the very result that they belong to, in order."""
    found: dict[int, list[S]] = {}
    for figure in figures:
        found.setdefault(id(figure.of), []).append(figure)
    return found


def _target_of(report: Report, share: Share) -> Target | None:
    """The one target that a share is a share of: same indicator, set by its basis, for a period around its own."""
    found = {
        target
        for target in report.targets
        if target.same_indicator(share) and target.authority == share.basis and share.basis is not None
        if target.period is not None and (share.period is None or target.period.contains(share.period))
    }
    return next(iter(found)) if len(found) == 1 else None


def _differs(report: Report, figure: Figure) -> bool:
    """Whether the period must be told, not being the report's own."""
    period = report.period or (report.plan.period if report.plan is not None else None)
    return figure.period != period


def _line(report: Report, figure: Figure, sentence: str, locale: Locale) -> str:
    """One item of a list; the place is told where it is not the report's own."""
    own = figure.locality is None or figure.locality == report.locality
    if not own and figure.locality is not None:
        sentence += f" ({format_locality(figure.locality, locale=locale)})"
    return _item(sentence)


def _gist(text: str) -> str:
    """The first sentence or clause of a task, which says what is to be done; quotations stay whole."""
    for end in _ENDS.finditer(text):
        head = text[: end.start()]
        if head.count("“") == head.count("”") and head.count("(") == head.count(")"):
            return head
    return text


def _item(text: str) -> str:
    return f"- {capitalised(text.strip().rstrip('.;'))}."
