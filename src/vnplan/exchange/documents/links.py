"""Figures that stand in one place of a document and are pointed to from others (liên kết trong văn bản).

A report keeps each figure once: the targets of a plan's entries, the level of a change or share, and the target
that another supersedes are written as ``{"$ref": "#/targets/3"}`` where the report itself holds that very object.
In a scorecard the first place that holds a figure has it in full.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from attrs import define, field, frozen

from vnplan.attainment import Result
from vnplan.exchange.documents.classes import REFERENCE_KEY, alternatives
from vnplan.exchange.documents.scalars import Unexpected
from vnplan.model.actual import Actual, Change, Share
from vnplan.model.report import Report
from vnplan.model.target import Target
from vnplan.scorecard import Entry, Scorecard
from vnplan.series import ReportSet

_LISTS: dict[str, Any] = {"targets": Target, "actuals": Actual, "changes": Change, "shares": Share}
_NESTED: dict[str, Any] = {"of": Actual | Target, "supersedes": Target}
"""Fields of a figure that hold another figure."""

LINKED = frozenset({Report, ReportSet, Scorecard, Entry})
"""What holds figures that others point to."""

POINTER_PATTERN = (
    r"#/(?:(?:reports/[0-9]+/)?(?:targets|actuals|changes|shares)/[0-9]+"
    r"|(?:entries/[0-9]+/)?(?:verdict/(?:target|actual)|(?:targets|actuals)/[0-9]+/figure))"
)
"""All places that a reference may name."""


def is_reference(raw: Any) -> bool:
    """Whether an object points to a figure elsewhere in its document."""
    return raw.__class__ is dict and raw.keys() == {REFERENCE_KEY} and raw[REFERENCE_KEY].__class__ is str


def path_of(pointer: str) -> str:
    """A pointer as a path: ``#/targets/3`` is ``targets[3]``."""
    return re.sub(r"/(\d+)", r"[\1]", pointer.removeprefix("#/")).replace("/", ".")


# --- writing -------------------------------------------------------------------------------------


@define
class Homes:
    """Where the figures of one value stand in full.

    Attributes:
        pointers: By identity of the figure.
        due: Identities of those that are still to be written in full at a place that others share.
    """

    pointers: dict[int, str] = field(factory=dict)
    due: set[int] = field(factory=set)

    @classmethod
    def of(cls, value: object) -> Homes:
        """The homes in reports, a scorecard, or an entry of one; other values have none."""
        homes: dict[int, str] = {}
        for pointer, figure in _figures(value):
            homes.setdefault(id(figure), pointer)
        return cls(homes, set() if isinstance(value, Report | ReportSet) else set(homes))

    def elsewhere(self, figure: object, *, may_be_home: bool) -> str | None:
        """The place to point to; None where the figure is to be written in full, here."""
        if may_be_home and id(figure) in self.due:
            self.due.discard(id(figure))
            return None
        return self.pointers.get(id(figure))


def _figures(value: object) -> Iterator[tuple[str, object]]:
    """The figures of a value with their places, in the order in which they are written."""
    match value:
        case Report():
            yield from _figures_of_report(value, "#")
        case ReportSet():
            for number, report in enumerate(value.reports):
                yield from _figures_of_report(report, f"#/reports/{number}")
        case Scorecard():
            for index, entry in enumerate(value.entries):
                yield from _figures_of_entry(entry, f"#/entries/{index}")
        case Entry():
            yield from _figures_of_entry(value, "#")


def _figures_of_report(report: Report, start: str) -> Iterator[tuple[str, object]]:
    for name in _LISTS:
        for index, figure in enumerate(getattr(report, name)):
            yield f"{start}/{name}/{index}", figure


def _figures_of_entry(entry: Entry, start: str) -> Iterator[tuple[str, object]]:
    yield f"{start}/verdict/target", entry.target
    if entry.actual is not None:
        yield f"{start}/verdict/actual", entry.actual
    for name in ("targets", "actuals"):
        for index, vintage in enumerate(getattr(entry, name)):
            yield f"{start}/{name}/{index}/figure", vintage.figure


# --- reading -------------------------------------------------------------------------------------


@define
class _Place:
    """A place of a raw document that holds a figure or a reference to one."""

    pointer: str
    holder: Any
    key: Any
    kind: Any

    @property
    def raw(self) -> Any:
        return self.holder[self.key]

    @property
    def reference(self) -> str:
        return str(self.raw[REFERENCE_KEY])


def join(cls: type[Any], raw: dict[str, Any], read: Callable[[Any, Any], Any]) -> None:
    """Put the figures of a raw document, made once, into all places that hold or name them.

    Raises:
        Unexpected: A reference leads nowhere, to itself, or to a figure of another class.
    """
    places = list(_places(cls, raw))
    homes = {one.pointer: one for one in places if not is_reference(one.raw)}
    figures = _Figures(homes, read)
    for place in (*places, *_mentions(cls, raw)):
        home = place.pointer in homes
        place.holder[place.key] = figures.made_at(place.pointer) if home else figures.at(place)


def _places(cls: type[Any], raw: Any) -> Iterator[_Place]:
    """Where a document holds its figures."""
    for report, start in _reports(cls, raw):
        yield from _places_of_report(report, start)
    if cls is Scorecard:
        for index, entry in enumerate(raw["entries"]):
            yield from _places_of_entry(entry, f"#/entries/{index}")
    elif cls is Entry:
        yield from _places_of_entry(raw, "#")


def _reports(cls: type[Any], raw: Any) -> Iterator[tuple[Any, str]]:
    if cls is Report:
        yield raw, "#"
    elif cls is ReportSet:
        yield from ((report, f"#/reports/{number}") for number, report in enumerate(raw["reports"]))


def _places_of_report(raw: Any, start: str) -> Iterator[_Place]:
    for name, kind in _LISTS.items():
        figures = raw.get(name, [])
        for index in range(len(figures)):
            yield _Place(f"{start}/{name}/{index}", figures, index, kind)


def _places_of_entry(entry: Any, start: str) -> Iterator[_Place]:
    verdict = entry["verdict"]
    yield _Place(f"{start}/verdict/target", verdict, "target", Target)
    if verdict.get("actual") is not None:
        yield _Place(f"{start}/verdict/actual", verdict, "actual", Result)
    for name, kind in (("targets", Target), ("actuals", Result)):
        for index, vintage in enumerate(entry.get(name, ())):
            yield _Place(f"{start}/{name}/{index}/figure", vintage, "figure", kind)


def _mentions(cls: type[Any], raw: Any) -> Iterator[_Place]:
    """Where reports only mention figures: the entries of their plans."""
    for report, start in _reports(cls, raw):
        plan = report.get("plan")
        for number, entry in enumerate(plan.get("entries", ()) if plan is not None else ()):
            targets = entry.get("targets", [])
            for index, target in enumerate(targets):
                if is_reference(target):
                    yield _Place(f"{start}/plan/entries/{number}/targets/{index}", targets, index, Target)


def _nested(raw: Any, pointer: str) -> Iterator[_Place]:
    """References inside a figure, and inside figures that it holds in full."""
    for key, kind in _NESTED.items():
        held = raw.get(key)
        if held is None:
            continue
        if is_reference(held):
            yield _Place(f"{pointer}/{key}", raw, key, kind)
        else:
            yield from _nested(held, f"{pointer}/{key}")


@frozen
class _Figures:
    """Makes each figure once, those that it holds by reference first, without recursion."""

    places: dict[str, _Place]
    read: Callable[[Any, Any], Any]
    made: dict[str, Any] = field(factory=dict)

    def at(self, place: _Place) -> Any:
        """The figure that a reference leads to."""
        self._check(place)
        figure = self.made_at(place.reference)
        if type(figure) not in alternatives(place.kind):
            names = " or ".join(one.__name__ for one in alternatives(place.kind))
            raise Unexpected(f"a reference to a figure of class {names}", place.reference, path_of(place.pointer))
        return figure

    def _check(self, place: _Place) -> None:
        if place.reference not in self.places:
            raise Unexpected(
                "a reference to a figure that this document holds", place.reference, path_of(place.pointer)
            )

    def made_at(self, pointer: str) -> Any:
        """The figure at a place."""
        if pointer not in self.made:
            self._make(pointer)
        return self.made[pointer]

    def _make(self, pointer: str) -> None:
        place = self.places[pointer]
        if not any(_nested(place.raw, pointer)):
            self.made[pointer] = self.read(place.raw, place.kind)
            return
        under_way = dict.fromkeys((pointer,))
        while pointer not in self.made:
            last = next(reversed(under_way))
            place = self.places[last]
            needed = list(_nested(place.raw, last))
            waiting = next((one for one in needed if one.reference not in self.made), None)
            if waiting is None:
                for one in needed:
                    one.holder[one.key] = self.at(one)
                self.made[last] = self.read(place.raw, place.kind)
                del under_way[last]
                continue
            self._check(waiting)
            if waiting.reference in under_way:
                raise Unexpected("no figure that leads back to itself", waiting.reference, path_of(waiting.pointer))
            under_way[waiting.reference] = None
