"""Raw records → model: the one place where reading meets the model (dựng báo cáo)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import TypedDict

from vnplan import catalogue as catalogues
from vnplan.catalogue import Catalogue
from vnplan.files.places import Note, Places
from vnplan.lexicon import reading_with
from vnplan.model.actual import Actual, Change, ChangeForm, Share, ShareForm, Status, Tally, VerdictWord
from vnplan.model.directive import Body, Citation, Deadline, Directive, Person
from vnplan.model.figure import Accumulation, Basis, PriceBase
from vnplan.model.indicator import Indicator
from vnplan.model.locality import LOCALITY_CLASSES, Level, Locality
from vnplan.model.period import Period
from vnplan.model.plan import Plan, PlanEntry, Recurrence, ReportingDuty, Task
from vnplan.model.report import Claim, Issue, Ledger, LedgerEntry, Report, ReportKind, Severity
from vnplan.model.source import Source
from vnplan.model.stated import Stated
from vnplan.model.target import Frame, Measure, Target
from vnplan.parsing import period_of, stated_of
from vnplan.reading.clean import Clean
from vnplan.reading.numbers import NUMBER
from vnplan.reading.raw import RawCitation, RawDirective, RawDuty, RawFigure, RawPeriod, RawPlace, Reading
from vnplan.reading.read import read


def build(
    text: str,
    *,
    document: str = "",
    catalogue: Catalogue | None = None,
    places: Places = Places(),  # noqa: B008  # frozen
    notes: tuple[Note, ...] = (),
) -> Report:
    """The report of a text; never raises."""
    known = catalogues.default() if catalogue is None else catalogue
    with reading_with(known.lexicon):
        loader = _Loader(read(text), document, known, places)
    loader.issues += [Issue(Severity.WARNING, note.reason, note.start, note.end) for note in notes]
    return loader.report()


class _Fields(TypedDict):
    """What every figure carries."""

    name: str
    indicator: Indicator | None
    locality: Locality | None
    period: Period | None
    stated: Stated
    source: Source
    accumulation: Accumulation | None
    price_base: PriceBase | None


_BASES = frozenset(basis.value for basis in Basis)
_OF_ITS_OWN = "-"
"""Topic of what is told of a season or of trade, which other names than those of a place's whole belong to."""
_PROPORTION = "tỷ trọng"
_BY_DIMENSION = {"area": ("diện tích",), "mass": ("sản lượng",), "mass/area": ("năng suất",)}
"""How the name of what is grown begins, by the unit that it is told in."""
_ALL = 100
"""Percent."""
_LEVELS = {
    "nước": Level.COUNTRY,
    "tỉnh": Level.PROVINCE,
    "thành phố": Level.PROVINCE,
    "phường": Level.COMMUNE,
    "xã": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
}
"""Level of a place that no table holds, by its kind; a district else."""
_CLAIMS = {claim.value: claim for claim in Claim}
_Taken = tuple[int, int, Claim, tuple[Source, ...], str]


class _Loader:
    """One reading on its way into the model."""

    def __init__(self, reading: Reading, document: str, catalogue: Catalogue, places: Places) -> None:
        self.reading = reading
        self.document = document
        self.catalogue = catalogue
        self.places = places
        self.periods: dict[RawPeriod, Period] = {}
        self.known: dict[str, Indicator | None] = {}
        self.made: list[Target | Actual | Change | Share] = []
        self.issues: list[Issue] = []
        self.main = self.period(reading.period)
        self.place = self.locality(reading.place, self.main)
        self.versions: dict[Period | None, Locality | None] = {None: self.place, self.main: self.place}

    # --- parts -----------------------------------------------------------------------------------

    def period(self, raw: RawPeriod | None) -> Period | None:
        if raw is None:
            return None
        if raw not in self.periods:
            self.periods[raw] = period_of(raw)
        return self.periods[raw]

    def locality_at(self, period: Period | None) -> Locality | None:
        """The place that the text is about, in the version of that time; where it had none, in that of the text."""
        if period not in self.versions:
            then = self.locality(self.reading.place, period)
            is_known = then is not None and then.code is not None and self.place is not None and self.place.code
            self.versions[period] = then if is_known else self.place
        return self.versions[period]

    def locality(self, raw: RawPlace | None, period: Period | None) -> Locality | None:
        if raw is None:
            return None
        found = self._called(raw, None if period is None else period.end)
        if not found and period is not None:
            found = self._called(raw, period.start)  # a plan for years in which the place came to its end
        if len(found) > 1 and self.reading.province is not None:
            province = self.reading.province.short
            near = [
                p
                for p in found
                if p.parent and (above := self.catalogue.localities.get(p.parent)) and above.short_name == province
            ]
            found = near or found
        if len(found) == 1:
            return found[0]
        level = _LEVELS.get(raw.kind, Level.DISTRICT)
        return LOCALITY_CLASSES[level](name=raw.name, short_name=raw.short, kind=raw.kind)

    def _called(self, raw: RawPlace, on: date | None) -> list[Locality]:
        return [place for place in self.catalogue.localities_called(raw.name, on=on) if place.kind == raw.kind]

    def source(self, start: int, end: int, names: tuple[tuple[int, int], ...] = ()) -> Source:
        copy = self.reading.copy
        first, last = copy.span(start, end)
        return Source(
            first,
            last,
            document=self.document,
            locator=self.places.at(first),
            name_spans=tuple(copy.span(*span) for span in names),
            quote=copy.given[first:last],
        )

    def figure(self, raw: RawFigure) -> Target | Actual | Change | Share:
        of = self.made[raw.of] if raw.of is not None else None
        level = of if isinstance(of, Target | Actual) else None
        indicator = (level.indicator if level is not None and level.name == raw.name else None) or self.indicator(raw)
        role, form = self.settled(raw, indicator)
        period = self.period(raw.period)
        fields = _Fields(
            name=raw.name,
            indicator=indicator,
            locality=self.locality_at(period) if raw.place is None else self.locality(raw.place, period),
            period=period,
            stated=stated_of(raw),
            source=self.source(raw.start, raw.end, raw.name_spans),
            accumulation=None if raw.accumulation is None else Accumulation(raw.accumulation),
            price_base=None if raw.price_base is None else PriceBase(raw.price_base),
        )
        status = Status.ESTIMATED if raw.estimated else Status.UNSPECIFIED
        measure = Measure(raw.measure)
        planned = Basis(raw.basis) if raw.basis in _BASES else None
        verdict = None if raw.verdict is None else VerdictWord(raw.verdict)
        if role == "target":
            return Target(
                **fields,
                measure=measure,
                frame=frame_of(raw.measure, "" if raw.unit is None else raw.unit.dimension, raw.form),
                maintain=raw.maintain,
                authority=planned,
                decreed=self.reading.is_plan,
            )
        if role == "actual":
            return Actual(**fields, status=status, verdict_word=verdict)
        if role == "change":
            change = ChangeForm(form or "rate")
            return Change(**fields, form=change, measure=measure, basis=self.basis(raw), of=level, status=status)
        share = ShareForm(form or "ratio")
        return Share(**fields, form=share, measure=measure, basis=planned, of=level, status=status)

    def note(self, raw: RawFigure, made: Target | Actual | Change | Share) -> None:
        """The issues of a figure that was read in spite of a fault, or without its basis being told."""
        if raw.fault is not None:
            self.issues.append(Issue(Severity.WARNING, raw.fault, *self.reading.copy.span(raw.start, raw.end)))
        percent = raw.unit is not None and raw.unit.dimension == "percent"
        if isinstance(made, Actual) and percent and made.indicator is None:
            reason = "a bare percentage of an indicator that is not known: a result, or a share of a plan"
            self.issues.append(Issue(Severity.INFO, reason, *self.reading.copy.span(raw.start, raw.end)))

    def settled(self, raw: RawFigure, indicator: Indicator | None) -> tuple[str, str | None]:
        """Role and form; a bare percentage of what is no percentage itself is a share."""
        percent = raw.unit is not None and raw.unit.dimension == "percent"
        bare = raw.role == "actual" and percent and not raw.part_of_whole
        if bare and indicator is not None and not indicator.measures_in("percent"):
            return "share", "ratio"
        return raw.role, raw.form

    def named(self, name: str) -> Indicator | None:
        """The indicator of a wording."""
        if name not in self.known:
            self.known[name] = self.catalogue.indicator(name)
        return self.known[name]

    def indicator(self, raw: RawFigure) -> Indicator | None:
        found = self.named(raw.name)
        if found is None and raw.unit is not None:
            return self.by_topic(raw)
        if found is None or raw.unit is None or raw.role in ("change", "share"):
            return found
        if raw.unit.dimension == "percent" and found.counts and Decimal(raw.value) <= _ALL:
            rate = self.named(f"tỷ lệ {raw.name.lower()}")  # "hộ nghèo còn 0,61%": a part of those that are counted
            return rate if rate is not None and rate.measures_in("percent") else None
        if raw.part_of_whole:
            return found if found.measures_in(raw.unit.dimension) else None
        if raw.measure != "level" or raw.unit.dimension == "percent" or found.measures_in(raw.unit.dimension):
            return found
        return None

    def by_topic(self, raw: RawFigure) -> Indicator | None:
        """The indicator that a name stands for by what is told of it: "dịch vụ tăng 7%" of GRDP, "ngô 120 ha"."""
        assert raw.unit is not None
        dimension = raw.unit.dimension
        grows = raw.role == "change" or (raw.role == "target" and raw.measure != "level")
        if (
            raw.topic == _OF_ITS_OWN
            or not raw.name
            or raw.role == "share"
            or (grows and raw.form not in ("rate", None))
        ):
            return None
        told = [beginning for beginning in raw.topic.split(";") if beginning]
        told = [one for one in told if grows != (one == _PROPORTION)] if grows or dimension == "percent" else told
        measured = () if grows else _BY_DIMENSION.get(dimension, ())
        for beginning in (*told, *measured):
            found = self.named(f"{beginning} {raw.name.lower().removeprefix('cây ')}")
            if found is not None and (grows or found.measures_in(dimension)):
                return found
        return None

    def basis(self, raw: RawFigure) -> str | Period | None:
        if raw.basis == "period":
            return self.period(raw.basis_period)
        if raw.basis == "previous":
            return _previous(self.period(raw.period))
        return raw.basis

    # --- the whole -------------------------------------------------------------------------------

    def report(self) -> Report:
        reading = self.reading
        self.made = []
        for raw in reading.figures:
            made_of = self.figure(raw)
            self.made.append(made_of)
            self.note(raw, made_of)
        made = dict(zip(map(id, reading.figures), self.made, strict=True))
        entries = tuple(
            PlanEntry(
                number=entry.number,
                section=entry.section,
                text=entry.text,
                targets=tuple(t for f in entry.figures if isinstance(t := made[id(f)], Target)),
                source=self.source(entry.start, entry.end),
            )
            for entry in reading.entries
        )
        listed = [t for e in entries for t in e.targets]
        ids = {id(t) for t in listed}
        citations = tuple(self.citation(c) for c in reading.citations)
        plan = None
        if reading.is_plan or entries:
            plan = self.plan(entries, citations)
        if not reading.figures and not entries:
            self.issues.append(Issue(Severity.INFO, "no figure was found"))
        return Report(
            text=reading.copy.given,
            document=self.document,
            kind=ReportKind(reading.parts.kind),
            title=reading.parts.title,
            issued=reading.parts.issued,
            locality=self.place,
            period=self.main,
            plan=plan,
            targets=(*listed, *(t for t in self.made if isinstance(t, Target) and id(t) not in ids)),
            actuals=tuple(f for f in self.made if isinstance(f, Actual)),
            changes=tuple(f for f in self.made if isinstance(f, Change)),
            shares=tuple(f for f in self.made if isinstance(f, Share)),
            tallies=tuple(self.tally(raw) for raw in reading.tallies),
            directives=tuple(self.directive(d) for d in reading.directives),
            citations=citations,
            issues=tuple(self.issues),
            ledger=self.ledger(),
        )

    def plan(self, entries: tuple[PlanEntry, ...], citations: tuple[Citation, ...]) -> Plan:
        parts = self.reading.parts
        basis = {c.number or c.title: c for c in reversed(citations) if c.is_basis}
        signed = parts.signatory
        return Plan(
            locality=self.place,
            period=self.planned(entries),
            number=parts.number,
            title=parts.title,
            theme=parts.theme,
            objectives=parts.objectives,
            entries=entries,
            tasks=tuple(Task(text=t.text, section=t.section, source=self.source(t.start, t.end)) for t in parts.tasks),
            legal_basis=tuple(reversed(basis.values())),
            other_basis=parts.other_basis,
            reporting=tuple(self.duty(d) for d in parts.reporting),
            signatory=None if signed is None else Person(signed.name, signed.office),
            recipients=parts.recipients,
        )

    def planned(self, entries: tuple[PlanEntry, ...]) -> Period | None:
        """What the plan is for: a report on one year may set out the next, and its points say which."""
        told = {target.period for entry in entries for target in entry.targets}
        if self.reading.is_plan or not told:
            return self.main
        return told.pop() if len(told) == 1 else None

    def duty(self, raw: RawDuty) -> ReportingDuty:
        return ReportingDuty(
            report=raw.report,
            due=raw.due,
            every=None if raw.every is None else Recurrence(raw.every),
            day=raw.day,
            month_of_quarter=raw.month_of_quarter,
            date=raw.date,
            inclusive=raw.inclusive,
            source=self.source(raw.start, raw.end),
        )

    def directive(self, raw: RawDirective) -> Directive:
        deadline = None
        if raw.deadline is not None:
            deadline = Deadline(text=raw.deadline, date=raw.deadline_date, inclusive=raw.inclusive)
        return Directive(
            issuer=Person(raw.issuer, raw.role) if raw.is_person else Body(raw.issuer),
            text=raw.text,
            addressee=None if raw.addressee is None else Body(raw.addressee),
            verb=raw.verb or None,
            deadline=deadline,
            source=self.source(raw.start, raw.end),
        )

    def citation(self, raw: RawCitation) -> Citation:
        return Citation(
            number=raw.number,
            type=raw.type,
            issuer=raw.issuer,
            date=raw.date,
            title=raw.title,
            is_basis=raw.is_basis,
            source=self.source(raw.start, raw.end),
        )

    def tally(self, raw: RawFigure) -> Tally:
        noun = raw.unit.dimension.removeprefix("count:") if raw.unit is not None else ""
        return Tally(
            count=int(Decimal(raw.value)),
            noun=noun,
            scope=raw.name or None,
            of=int(raw.whole) if raw.whole else None,
            source=self.source(raw.start, raw.end),
        )

    def ledger(self) -> Ledger:
        """One entry for every number of the text as given."""
        copy = self.reading.copy
        taken: list[_Taken] = []
        for claim in self.reading.claims:
            start, end = copy.span(claim.start, claim.end)
            taken.append((start, end, _CLAIMS[claim.kind], (), claim.reason))
        for raw, made in zip(self.reading.figures, self.made, strict=True):
            taken += _figure_claims(copy, raw, Claim.FIGURE, made.source)
        for raw in self.reading.tallies:
            taken += _figure_claims(copy, raw, Claim.TALLY, self.source(raw.start, raw.end))
        taken.sort(key=itemgetter(0, 1))
        return Ledger(tuple(_entries(copy.given, taken)))


def _entries(given: str, taken: list[_Taken]) -> Iterator[LedgerEntry]:
    """An entry for each number, by the first claim that covers it; `taken` is in order."""
    index = 0
    digits = [match.span() for match in NUMBER.finditer(given)]
    words = [(start, end) for start, end, claim, *_ in taken if claim is Claim.FIGURE and _is_word(given, start, end)]
    for start, end in sorted([*digits, *words]):
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        here = index
        while here < len(taken) and taken[here][0] <= start and taken[here][1] < end:
            here += 1
        if here < len(taken) and taken[here][0] <= start and end <= taken[here][1]:
            _, _, claim, sources, reason = taken[here]
            yield LedgerEntry(start, end, claim, sources, reason)
        else:
            yield LedgerEntry(start, end, Claim.UNREAD, reason="no rule read it")


def _is_word(given: str, start: int, end: int) -> bool:
    """Whether a figure's number is told in words: "đôi"."""
    return (
        start < end and not given[start].isdigit() and NUMBER.search(given, start, end) is None
    )  # an aim may state no figure at all


def _figure_claims(copy: Clean, raw: RawFigure, claim: Claim, source: Source | None) -> Iterator[_Taken]:
    """The claims of a figure on its numbers, and on those in its unit."""
    sources = () if source is None else (source,)
    numbers = [(raw.number_start, raw.number_end)]
    if raw.upper_start >= 0:
        numbers.append((raw.upper_start, raw.upper_end))
    for number in numbers:
        yield (*copy.span(*number), claim, sources, f"{raw.role} {raw.name!r}")
    last = numbers[-1][1]
    if raw.end > last:
        yield (*copy.span(last, raw.end), Claim.UNIT, sources, "part of a unit")


def frame_of(measure: str, dimension: str, form: str | None = None) -> Frame:
    """What the figure of a target is a value of, by its measure, the dimension of its unit, and its form."""
    if measure == "level":
        return Frame.TIMES if form == "times" else Frame.LEVEL
    if dimension == "percent":
        return Frame.RELATIVE_CHANGE
    return {"percentage_point": Frame.POINTS, "times": Frame.TIMES}.get(dimension, Frame.ABSOLUTE_CHANGE)


def _previous(period: Period | None) -> Period | None:
    """The period of the same length right before: last month, last quarter; of a day, the month before."""
    if period is None:
        return None
    months = 1 if period.start == period.end else period.whole_months
    if months is None:
        return None
    first = 12 * period.start.year + period.start.month - 1 - months
    last = first + months - 1
    return Period.month_range(first // 12, first % 12 + 1, last // 12, last % 12 + 1)
