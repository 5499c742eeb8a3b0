"""A set of reports, and what it tells of one indicator (tập báo cáo)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property

from attrs import evolve, field, frozen

from vnplan.attainment.comparability import same_place
from vnplan.attainment.frames import frame_of, unit_of
from vnplan.attainment.joining import Vintage, indicator_key, parts, place_key, results_in, targets_in
from vnplan.attainment.words import Assumption, Reason
from vnplan.errors import NoSuchFigureError, SeveralPlacesError
from vnplan.model.actual import Change
from vnplan.model.figure import Basis, fold
from vnplan.model.locality import Locality, LocalityKey
from vnplan.model.lookup import is_on
from vnplan.model.period import PeriodKind
from vnplan.model.report import Report, reports_of
from vnplan.model.shown import short
from vnplan.model.target import Target
from vnplan.series.observation import Observation, Role, Told, observed
from vnplan.series.series import LeftOut, Series

_Statement = Vintage[Told]


@frozen(slots=False)
class ReportSet:
    """Reports taken together (tập báo cáo): joined by indicator, place in its version, period and authority.

    Nothing is added up and nothing is averaged: each value is one that a text states.

    Attributes:
        reports: The reports, in the order given, which decides between vintages of unknown date.

    Raises:
        InvalidValueError: `reports` holds what is neither a report nor a plan.
    """

    reports: tuple[Report, ...] = field(converter=reports_of)

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    def __len__(self) -> int:
        return len(self.reports)

    @cached_property
    def _statements(self) -> tuple[_Statement, ...]:
        """Every target, result and change, with the place of its report where it names none itself."""
        told: list[_Statement] = [*targets_in(self.reports), *results_in(self.reports)]  # type: ignore[list-item]
        return tuple(map(self._placed, told))

    def _placed(self, one: _Statement) -> _Statement:
        place = self.reports[one.number].locality
        if one.figure.locality is not None or place is None:
            return one
        return evolve(one, figure=evolve(one.figure, locality=place))

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """Every fact that the reports state, in all its vintages, by indicator and in order of time."""
        groups = parts(self._statements, lambda one: (_role(one), *_matter(one), place_key(one.figure.locality)))
        return tuple(one for group in groups for one in observed(_role(group[0]), group))

    @property
    def revised(self) -> tuple[Observation, ...]:
        """The facts whose figure a later statement changed by more than rounding explains."""
        return tuple(one for one in self.observations if one.is_revised)

    @cached_property
    def indicators(self) -> tuple[str, ...]:
        """Catalogue ids, else wordings, of all that the reports state, those with most figures first."""
        counts = Counter(one.figure.label for one in self._statements)
        return tuple(label for label, _ in counts.most_common())

    def places(self, indicator: str) -> tuple[Locality, ...]:
        """The places that figures on that indicator are about, each version once, in order of appearance."""
        return _places(self._on(indicator, None))

    def series(
        self,
        indicator: str,
        *,
        role: Role = Role.ACTUAL,
        locality: Locality | None = None,
        authority: Basis | None = None,
        kind: PeriodKind | None = None,
        dimension: str | None = None,
        successors: bool = False,
    ) -> Series:
        """The values of one indicator over time, each with its source (chuỗi số liệu).

        A figure whose text names no place goes by the place of its report. Where figures have several
        dimensions or frames, the most frequent kind makes the series; all others stand in `left_out`.

        Args:
            indicator: Catalogue id or name, or the wording.
            role: Targets, results or changes.
            locality: The place, in its version; may be left out where the figures are about one.
            authority: Of targets, who set them.
            kind: Only periods named so: `PeriodKind.YEAR` for whole years.
            dimension: Only figures of that dimension: "money:VND", "percent".
            successors: Whether the places that followed the given one come in too; each value tells its place.

        Raises:
            NoSuchFigureError: The reports state none, or none of that authority and kind of period; `known` then
                tells which they do state.
            SeveralPlacesError: The figures are about several places, and none is named.
        """
        told = self._on(indicator, role)
        held = [one for one in told if _is_asked_for(one, authority, kind)]
        if told and not held:
            raise _of_another_kind(f"{role} on {indicator}", told, authority, kind)
        if not held:
            known = dict.fromkeys(one.figure.label for one in self._statements if _role(one) is role)
            raise NoSuchFigureError(f"{role} on {indicator}", tuple(known))
        place = locality if locality is not None else _only_place(indicator, _places(held), successors=successors)
        chosen, left_out = _chosen(held, place, dimension, successors=successors)
        first = held[0].figure
        return Series(
            label=first.label,
            indicator=first.indicator,
            role=role,
            locality=place,
            observations=tuple(observed(role, chosen)),
            left_out=tuple(left_out),
            assumed=_assumed(place, chosen),
        )

    def _on(self, indicator: str, role: Role | None) -> list[_Statement]:
        wanted = fold(indicator)
        return [
            one
            for one in self._statements
            if role is None or _role(one) is role
            if is_on(one.figure, indicator, wanted)
        ]

    def _repr_html_(self) -> str:
        from vnplan.html import to_html

        return to_html(self)

    def __str__(self) -> str:
        return f"{len(self.reports)} reports, {len(self.observations)} facts, {len(self.revised)} of them revised"

    __repr__ = short


def _role(one: _Statement) -> Role:
    match one.figure:
        case Target():
            return Role.TARGET
        case Change():
            return Role.CHANGE
        case _:
            return Role.ACTUAL


def _matter(one: _Statement) -> tuple[Hashable, ...]:
    return indicator_key(one.figure), *_kind(one)


def _kind(one: _Statement) -> tuple[Hashable, ...]:
    """What the figures of one series have in common: frame and dimension."""
    unit = unit_of(one.figure)
    return frame_of(one.figure), None if unit is None else unit.dimension


def _is_asked_for(one: _Statement, authority: Basis | None, kind: PeriodKind | None) -> bool:
    figure = one.figure
    if authority is not None and not (isinstance(figure, Target) and figure.authority is authority):
        return False
    return kind is None or (figure.period is not None and figure.period.kind is kind)


def _of_another_kind(
    wanted: str, told: Iterable[_Statement], authority: Basis | None, kind: PeriodKind | None
) -> NoSuchFigureError:
    """What is told where the indicator is known and only the authority or the kind of period asked for is not."""
    asked = [
        *([] if authority is None else [f"set as {authority}"]),
        *([] if kind is None else [f"for a period of kind {kind}"]),
    ]
    known = dict.fromkeys(_described(one.figure, authority, kind) for one in told)
    return NoSuchFigureError(" ".join([wanted, *asked]), tuple(known))


def _described(figure: Told, authority: Basis | None, kind: PeriodKind | None) -> str:
    """A figure by what was asked for: "plan for year 2023"."""
    words = []
    if authority is not None:
        words.append(
            "no authority told" if not isinstance(figure, Target) or figure.authority is None else figure.authority
        )
    if kind is not None:
        words.append("no period told" if figure.period is None else f"{figure.period.kind} {figure.period}")
    return " for ".join(words)


# --- the place -----------------------------------------------------------------------------------


def _places(statements: Iterable[_Statement]) -> tuple[Locality, ...]:
    found: list[Locality] = []
    for one in statements:
        place = one.figure.locality
        if place is not None and not any(same_place(place, other) for other in found):
            found.append(place)
    return tuple(found)


def _only_place(indicator: str, places: Sequence[Locality], *, successors: bool) -> Locality | None:
    """The one place; of places that follow one another the first, where successors are asked for."""
    if len(places) <= 1:
        return places[0] if places else None
    heads = [one for one in places if all(one is other or follows(other, one) for other in places)]
    if successors and heads:
        return heads[0]
    raise SeveralPlacesError(indicator, places, successors=bool(heads))


def follows(later: Locality, earlier: Locality) -> bool:
    """Whether one place is a successor of the other, over any number of steps."""
    from vnplan.catalogue import default

    known = default().localities
    reached: set[LocalityKey] = set()
    ahead = list(earlier.successors)
    while ahead:
        key = ahead.pop()
        if key not in reached:
            reached.add(key)
            ahead += () if key not in known else known[key].successors
    return later.key in reached


# --- what goes into a series ---------------------------------------------------------------------


def _chosen(
    held: Iterable[_Statement], place: Locality | None, dimension: str | None, *, successors: bool
) -> tuple[list[_Statement], list[LeftOut]]:
    left_out: list[LeftOut] = []
    fitting: list[_Statement] = []
    for one in held:
        reason = _why_not(one, place, successors=successors)
        if reason is None:
            fitting.append(one)
        else:
            left_out.append(LeftOut(vintage=one, reason=reason))
    kinds = Counter(_kind(one) for one in fitting if dimension is None or _kind(one)[1] == dimension)
    wanted = kinds.most_common(1)[0][0] if kinds else None
    for one in fitting:
        if _kind(one) != wanted:
            other_frame = wanted is not None and _kind(one)[0] != wanted[0]
            left_out.append(LeftOut(vintage=one, reason=Reason.FRAME if other_frame else Reason.UNIT))
    return [one for one in fitting if _kind(one) == wanted], left_out


def _why_not(one: _Statement, place: Locality | None, *, successors: bool) -> Reason | None:
    figure = one.figure
    if figure.stated.quantity is None:
        return Reason.NO_TARGET_FIGURE if isinstance(figure, Target) else Reason.NO_ACTUAL_FIGURE
    if place is None or figure.locality is None or same_place(place, figure.locality):
        return None
    return None if successors and follows(figure.locality, place) else Reason.PLACE


def _assumed(place: Locality | None, chosen: Iterable[_Statement]) -> tuple[Assumption, ...]:
    unplaced = place is not None and any(one.figure.locality is None for one in chosen)
    return (Assumption.PLACE,) if unplaced else ()
