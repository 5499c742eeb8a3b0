"""Finding one figure among many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from vnplan.errors import AmbiguousFigureError, NoSuchFigureError
from vnplan.model.figure import Figure, fold
from vnplan.model.locality import Locality
from vnplan.model.period import Period

F = TypeVar("F", bound=Figure)


def select(
    figures: Iterable[F], indicator: str, *, period: Period | None = None, locality: Locality | None = None
) -> tuple[F, ...]:
    """The figures on that indicator (catalogue id or name, or the wording), in order."""
    wanted = fold(indicator)
    return tuple(
        figure
        for figure in figures
        if is_on(figure, indicator, wanted)
        if period is None or figure.period == period
        if locality is None or figure.locality == locality
    )


def is_on(figure: Figure, indicator: str, folded: str) -> bool:
    """Whether a figure is on that indicator: catalogue id, or folded the wording or a name of the catalogue."""
    if figure.folded_name == folded:
        return True
    known = figure.indicator
    return known is not None and (known.id == indicator or folded in {fold(known.name), fold(known.english)})


def of_own_place(found: tuple[F, ...], place: Locality | None) -> tuple[F, ...]:
    """The figures of a report's own place where it holds such, in any version of it; else all of them."""
    if place is None:
        return found
    own = tuple(one for one in found if one.locality is None or _called_alike(one.locality, place))
    return own or found


def _called_alike(one: Locality, other: Locality) -> bool:
    alike = (one.name == other.name) if one.code is None or other.code is None else (one.code == other.code)
    return alike and type(one) is type(other)


def only(held: Iterable[F], found: Sequence[F], wanted: str) -> F:
    """The one figure found; repeats of the same fact count as one."""
    facts: dict[object, F] = {}
    for one in found:
        facts.setdefault((one.period, one.locality, one.stated), one)
    if not facts:
        known = dict.fromkeys(one.indicator.id for one in held if one.indicator is not None)
        raise NoSuchFigureError(wanted, tuple(known))
    if len(facts) > 1:
        raise AmbiguousFigureError(wanted, tuple(facts.values()))
    return next(iter(facts.values()))
