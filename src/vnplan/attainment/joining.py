"""Targets and results of many reports, joined (ghép chỉ tiêu với kết quả thực hiện)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import Generic, TypeVar, cast

from attrs import evolve, field, frozen

from vnplan.attainment.comparability import comparability, same_place
from vnplan.attainment.frames import Result, frame_of, unit_of
from vnplan.attainment.two_levels import comparability_of_levels
from vnplan.model.actual import Actual, Status
from vnplan.model.checked import checked
from vnplan.model.figure import Figure, PriceBase
from vnplan.model.locality import Locality
from vnplan.model.report import Report
from vnplan.model.shown import short
from vnplan.model.target import Frame, Target

F = TypeVar("F", bound=Figure)


@frozen(kw_only=True, field_transformer=checked)
class Vintage(Generic[F]):
    """One statement of a figure in one document (lần công bố).

    Attributes:
        figure: The figure as stated.
        document: Id of the document.
        number: Position of the document among those given.
        as_of: Day by which vintages are ordered: of issue, else the end of the report's period, or for a
            plan its start; None where the text gives no date.
        position: Position of the figure in the document.
        section, item_number: Where a plan lists the target.
        exact: Whether the plan itself sets it, so that its number is exact by decree.
    """

    figure: F
    document: str
    number: int
    as_of: date | None
    position: int
    section: str | None = None
    item_number: int | None = None
    exact: bool = False

    @property
    def age(self) -> tuple[date, int]:
        """Sorts vintages from old to new; where no date is known the order given decides."""
        return self.as_of or date.min, self.number

    def __str__(self) -> str:
        return f"{self.figure} in {self.document}"

    __repr__ = short


@frozen
class Joined:
    """One target, in all its vintages, with every result that may answer it.

    Attributes:
        target: The vintage that decides.
        targets: All vintages of the target, oldest first.
        actual: The result that decides; None where there is none.
        actuals: All results that may answer, oldest first.
        base: For a target on a change that no text states: the level one year before `actual`, which is a level too.
    """

    target: Vintage[Target]
    targets: tuple[Vintage[Target], ...]
    actual: Vintage[Result] | None
    actuals: tuple[Vintage[Result], ...] = field(default=())
    base: Vintage[Actual] | None = None


def join(reports: Sequence[Report]) -> tuple[Joined, ...]:
    """Every target of the reports with the results that answer it, in the order of the targets."""
    results = _Results(results_in(reports))
    return tuple(_answered(group, results) for group in _groups(targets_in(reports)))


# --- what the reports hold -----------------------------------------------------------------------


def targets_in(reports: Sequence[Report]) -> Iterator[Vintage[Target]]:
    """Every target of the reports, each once a report, with its place in the plan that lists it."""
    for number, report in enumerate(reports):
        listed = {} if report.plan is None else {t: e for e in report.plan.entries for t in e.targets}
        targets = dict.fromkeys((*listed, *report.targets))
        for position, target in enumerate(targets):
            entry = listed.get(target)
            yield Vintage(
                figure=target,
                document=report.document,
                number=number,
                as_of=target.issued or _as_of(report),
                position=position,
                section=None if entry is None else entry.section,
                item_number=None if entry is None else entry.number,
                exact=entry is not None,
            )


def results_in(reports: Sequence[Report]) -> Iterator[Vintage[Result]]:
    """Levels and changes; a change of a planned level is no result."""
    for number, report in enumerate(reports):
        results: list[Result] = [*report.actuals, *(one for one in report.changes if not isinstance(one.of, Target))]
        for position, result in enumerate(results):
            yield Vintage(
                figure=result, document=report.document, number=number, as_of=_as_of(report), position=position
            )


def _as_of(report: Report) -> date | None:
    if report.issued is not None or report.period is None:
        return report.issued
    return report.period.end if report.plan is None else report.period.start


def indicator_key(figure: Figure) -> tuple[bool, str]:
    """What two figures on the same indicator share: the catalogue id, else the folded wording."""
    known = figure.indicator
    return (False, figure.folded_name) if known is None else (True, known.id)


class _Results:
    """Results by indicator, time and place, so that many reports join without being compared one by one."""

    def __init__(self, results: Iterable[Vintage[Result]]) -> None:
        self._held: dict[Hashable, list[Vintage[Result]]] = {}
        for one in results:
            key, period = indicator_key(one.figure), one.figure.period
            years = () if period is None else (period.start.year,)
            for time in (_document(one), *years):
                for place in (_ANYWHERE, *_tokens(one.figure.locality)):
                    self._held.setdefault((key, time, place), []).append(one)

    def near(self, target: Vintage[Target]) -> Iterator[Vintage[Result]]:
        """Results that may answer the target, each once; without a period those of its own document."""
        key, period, place = indicator_key(target.figure), target.figure.period, target.figure.locality
        years = () if period is None else range(period.start.year, period.end.year + 1)
        return self._at(key, (_document(target), *years), place)

    def before(self, actual: Vintage[Actual]) -> Iterator[Vintage[Result]]:
        """Results on the same of the year before, each once."""
        figure = actual.figure
        years = () if figure.period is None else (figure.period.year_before().start.year,)
        return self._at(indicator_key(figure), years, figure.locality)

    def _at(self, key: Hashable, times: Iterable[Hashable], place: Locality | None) -> Iterator[Vintage[Result]]:
        places = (_ANYWHERE,) if place is None else (*_tokens(place), *_tokens(None))
        found = (self._held.get((key, time, spot), ()) for time in times for spot in places)
        yield from {id(one): one for bucket in found for one in bucket}.values()


def _document(one: Vintage[F]) -> tuple[str, int]:
    return "document", one.number


_ANYWHERE = ("anywhere", "")


def _tokens(place: Locality | None) -> tuple[tuple[str, str], ...]:
    """By what a place is found: its code, and its name for where a code is missing; None where none is told."""
    if place is None:
        return (("unknown", ""),)
    name = ("name", place.name.casefold())
    return (name,) if place.code is None else (("code", place.code), name)


# --- vintages of one target ----------------------------------------------------------------------

_Group = list[Vintage[Target]]


def _groups(targets: Iterable[Vintage[Target]]) -> list[_Group]:
    """Targets on one thing, set by one authority, each group in all its vintages."""
    groups = [part for bucket in parts(targets, _identity) for part in settle(bucket)]
    return _merge_unsigned(groups)


def _identity(one: Vintage[Target]) -> Hashable:
    return (*_matter(one), one.figure.authority)


def place_key(place: Locality | None) -> Hashable:
    """What two figures on the same place in the same version share."""
    return None if place is None else (type(place), place.code or place.name.casefold(), place.valid_from)


def _matter(one: Vintage[Target]) -> tuple[Hashable, ...]:
    target = one.figure
    unit = unit_of(target)
    return (
        indicator_key(target),
        place_key(target.locality),
        target.period,
        frame_of(target),
        target.measure,
        None if unit is None else unit.dimension,
    )


def parts(vintages: Iterable[Vintage[F]], key: Callable[[Vintage[F]], Hashable]) -> list[list[Vintage[F]]]:
    """Statements with the same key together, in order."""
    found: dict[Hashable, list[Vintage[F]]] = {}
    for one in vintages:
        found.setdefault(key(one), []).append(one)
    return list(found.values())


def settle(group: list[Vintage[F]]) -> list[list[Vintage[F]]]:
    """Two different figures in one document are two facts, never vintages of one."""
    return _settle(group, (lambda one: one.figure.folded_name, lambda one: one.figure.stated))


def _settle(group: list[Vintage[F]], ways: Sequence[Callable[[Vintage[F]], Hashable]]) -> list[list[Vintage[F]]]:
    if not ways or not _is_at_odds(group):
        return [group]
    return [part for first in parts(group, ways[0]) for part in _settle(first, ways[1:])]


def _is_at_odds(group: list[Vintage[F]]) -> bool:
    replaced = {one.figure.supersedes for one in group if isinstance(one.figure, Target)}
    told: dict[int, set[Hashable]] = {}
    for one in group:
        if one.figure not in replaced:
            told.setdefault(one.number, set()).add(one.figure.stated)
    return any(len(figures) > 1 for figures in told.values())


def _merge_unsigned(groups: list[_Group]) -> list[_Group]:
    """A target without an authority is that of the one authority that set the same figure for the same thing."""
    signed: dict[Hashable, list[_Group]] = {}
    for group in groups:
        if group[0].figure.authority is not None:
            signed.setdefault(_matter(group[0]), []).append(group)
    kept: list[_Group] = []
    for group in groups:
        head = group[0]
        like = [] if head.figure.authority is not None else signed.get(_matter(head), [])
        same = [other for other in like if same_figure(head.figure, other[0].figure)]
        if len(same) == 1:
            same[0].extend(group)
        else:
            kept.append(group)
    return kept


def same_figure(one: Figure, other: Figure) -> bool:
    """Whether both state the same bound on the same amount, whatever the digits printed."""
    mine, theirs = one.stated, other.stated
    if (mine.comparator, mine.hedge) != (theirs.comparator, theirs.hedge):
        return False
    pairs = ((mine.quantity, theirs.quantity), (mine.upper, theirs.upper))
    return all(a is b or (a is not None and b is not None and a.same_amount(b)) for a, b in pairs)


def deciding(vintages: Sequence[Vintage[Target]]) -> Vintage[Target]:
    """The newest; where the plan itself sets the same figure, the plan's, which is exact."""
    replaced = {one.figure.supersedes for one in vintages}
    current = [one for one in vintages if one.figure not in replaced] or vintages
    newest = max(current, key=lambda one: (one.age, -one.position))
    return next((one for one in vintages if one.exact and same_figure(one.figure, newest.figure)), newest)


# --- results that answer a target ----------------------------------------------------------------


def _answered(group: _Group, results: _Results) -> Joined:
    vintages = tuple(sorted(group, key=lambda one: one.age))
    target = _with_place_in_plan(deciding(vintages), vintages)
    found = [one for one in results.near(target) if _answers(target, one)]
    found.sort(key=lambda one: (one.age, one.position))
    actual = max(found, key=lambda one: _weight(target.figure, one)) if found else None
    if actual is None or not comparability(target.figure, actual.figure).is_given:
        pair = _two_levels(target, results)
        if pair is not None:
            base, level = pair
            return Joined(target, vintages, cast("Vintage[Result]", level), tuple(found), base)
    return Joined(target, vintages, actual, tuple(found))


def _two_levels(target: Vintage[Target], results: _Results) -> tuple[Vintage[Actual], Vintage[Actual]] | None:
    """The levels whose change answers a target on a change: the year before, and now; None where none may."""
    if frame_of(target.figure) is Frame.LEVEL or target.figure.period is None:
        return None
    pairs = [
        (base, level)
        for level in _levels(results.near(target))
        for base in _levels(results.before(level))
        if _may_answer(target.figure, base.figure, level.figure)
    ]
    return max(pairs, key=lambda pair: _pair_weight(target.figure, pair), default=None)


def _pair_weight(target: Target, pair: tuple[Vintage[Actual], Vintage[Actual]]) -> tuple[object, ...]:
    """Reaching farthest into the period first, then worded alike, then the newest of each."""
    base, level = pair
    alike = base.figure.folded_name == level.figure.folded_name
    period = level.figure.period
    return (None if period is None else period.end, alike, _newest(target, level), _newest(target, base))


def _levels(results: Iterable[Vintage[Result]]) -> Iterator[Vintage[Actual]]:
    """Those results that are levels with a period."""
    for one in results:
        if isinstance(one.figure, Actual) and one.figure.period is not None:
            yield cast("Vintage[Actual]", one)


def _may_answer(target: Target, base: Actual, level: Actual) -> bool:
    """Whether two levels tell the change that a target asks for; growth is meant at constant prices, unless it says so."""
    if level.price_base is PriceBase.CURRENT and target.price_base is None:
        return False
    return comparability_of_levels(target, base, level).is_given


def _with_place_in_plan(target: Vintage[Target], vintages: Sequence[Vintage[Target]]) -> Vintage[Target]:
    """A figure that a later report adjusted keeps its item in the plan."""
    listed = next((one for one in vintages if one.item_number is not None or one.section is not None), None)
    if listed is None or target.exact:
        return target
    return evolve(target, section=listed.section, item_number=listed.item_number)


def _answers(target: Vintage[Target], result: Vintage[Result]) -> bool:
    aim, figure = target.figure, result.figure
    if frame_of(aim) is not frame_of(figure):
        return False
    if aim.locality is not None and figure.locality is not None and not same_place(aim.locality, figure.locality):
        return False
    if aim.period is None or figure.period is None:
        return target.number == result.number  # without a period only the document itself joins them
    return aim.period.contains(figure.period)


RANK = {Status.FINAL: 3, Status.UNSPECIFIED: 2, Status.PRELIMINARY: 1, Status.ESTIMATED: 0}
"""Of two results that are equally new the more settled one counts."""


def _weight(target: Target, one: Vintage[Result]) -> tuple[object, ...]:
    """Comparable first, then reaching farthest into the period, then newest."""
    return (comparability(target, one.figure).is_given, *_newest(target, one))


def _newest(target: Target, one: Vintage[Result] | Vintage[Actual]) -> tuple[object, ...]:
    figure = one.figure
    period = figure.period
    return (
        date.min if period is None else period.end,
        0 if period is None else period.days,
        one.age,
        figure.folded_name == target.folded_name,
        RANK[figure.status],
        -one.position,
    )
