"""Raw records → model: the one place where reading meets the model (dựng báo cáo)."""

from __future__ import annotations

from decimal import Decimal

from vnplan import catalogue as catalogues
from vnplan.catalogue import Catalogue
from vnplan.model.actual import Actual, Change, ChangeForm, Share, ShareForm, Status, Tally
from vnplan.model.directive import Body, Citation, Deadline, Directive, Person
from vnplan.model.figure import Accumulation, Basis, PriceBase
from vnplan.model.indicator import Indicator
from vnplan.model.locality import LOCALITY_CLASSES, Level, Locality
from vnplan.model.period import Period
from vnplan.model.plan import Plan, PlanEntry
from vnplan.model.report import Claim, Issue, Ledger, LedgerEntry, Report, ReportKind, Severity
from vnplan.model.source import Source
from vnplan.model.target import Frame, Measure, Target
from vnplan.parsing import period_of, stated_of
from vnplan.reading.numbers import NUMBER
from vnplan.reading.raw import RawFigure, RawPeriod, RawPlace, Reading
from vnplan.reading.read import read

_ = (Decimal, Body, Deadline, Person, Directive)


def build(text: str, *, document: str = "", catalogue: Catalogue | None = None) -> Report:
    """The report of a text; never raises."""
    return _Loader(read(text), document, catalogue or catalogues.default()).report()


class _Loader:
    """One reading on its way into the model."""

    def __init__(self, reading: Reading, document: str, catalogue: Catalogue) -> None:
        self.reading = reading
        self.document = document
        self.catalogue = catalogue
        self.periods: dict[RawPeriod, Period] = {}
        self.made: list[Target | Actual | Change | Share] = []
        self.issues: list[Issue] = []
        self.main = self.period(reading.period)
        self.place = self.locality(reading.place)

    # --- parts -----------------------------------------------------------------------------------

    def period(self, raw: RawPeriod | None) -> Period | None:
        if raw is None:
            return None
        if raw not in self.periods:
            self.periods[raw] = period_of(raw)
        return self.periods[raw]

    def locality(self, raw: RawPlace | None) -> Locality | None:
        if raw is None:
            return None
        on = None if self.main is None else self.main.end
        found = [p for p in self.catalogue.localities_called(raw.name, on=on) if p.kind == raw.kind]
        if len(found) > 1 and self.reading.province is not None:
            province = self.reading.province.short
            near = [p for p in found if p.parent and (above := self.catalogue.localities.get(p.parent)) and above.short_name == province]
            found = near or found
        if len(found) == 1:
            return found[0]
        level = {"tỉnh": Level.PROVINCE, "thành phố": Level.PROVINCE, "phường": Level.COMMUNE, "xã": Level.COMMUNE, "thị trấn": Level.COMMUNE, "đặc khu": Level.COMMUNE}.get(raw.kind, Level.DISTRICT)
        return LOCALITY_CLASSES[level](name=raw.name, short_name=raw.short, kind=raw.kind)

    def source(self, start: int, end: int, names: tuple[tuple[int, int], ...] = ()) -> Source:
        copy = self.reading.copy
        first, last = copy.span(start, end)
        return Source(first, last, document=self.document, name_spans=tuple(copy.span(*span) for span in names), quote=copy.given[first:last])

    def figure(self, raw: RawFigure) -> Target | Actual | Change | Share:
        indicator = self.indicator(raw)
        role, form = self.settled(raw, indicator)
        common = {
            "name": raw.name,
            "indicator": indicator,
            "locality": self.place,
            "period": self.period(raw.period),
            "stated": stated_of(raw),
            "source": self.source(raw.start, raw.end, raw.name_spans),
            "accumulation": None if raw.accumulation is None else Accumulation(raw.accumulation),
            "price_base": None if raw.price_base is None else PriceBase(raw.price_base),
        }
        status = Status.ESTIMATED if raw.estimated else Status.UNSPECIFIED
        measure = Measure(raw.measure)
        if role == "target":
            basis = Basis(raw.basis) if raw.basis in Basis._value2member_map_ else None
            return Target(**common, measure=measure, frame=_frame(raw), maintain=raw.maintain, authority=basis)  # type: ignore[arg-type]
        if role == "actual":
            return Actual(**common, status=status)  # type: ignore[arg-type]
        of = self.made[raw.of] if raw.of is not None else None
        level = of if isinstance(of, Target | Actual) else None
        if role == "change":
            return Change(**common, form=ChangeForm(form), measure=measure, basis=self.basis(raw), of=level, status=status)  # type: ignore[arg-type]
        basis = Basis(raw.basis) if raw.basis in Basis._value2member_map_ else None
        return Share(**common, form=ShareForm(form), measure=measure, basis=basis, of=level, status=status)  # type: ignore[arg-type]

    def settled(self, raw: RawFigure, indicator: Indicator | None) -> tuple[str, str | None]:
        """Role and form; a bare percentage of what is no percentage itself is a share."""
        unit = raw.unit
        if raw.role == "actual" and unit is not None and unit.dimension == "percent" and indicator is not None:
            if not indicator.measures_in("percent") and raw.maintain is False:
                return "share", "ratio"
        return raw.role, raw.form

    def indicator(self, raw: RawFigure) -> Indicator | None:
        found = self.catalogue.indicator(raw.name)
        if found is None or raw.unit is None or raw.role in ("change", "share"):
            return found
        if raw.measure != "level" or raw.unit.dimension == "percent" or found.measures_in(raw.unit.dimension):
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
            self.made.append(self.figure(raw))
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
            plan = Plan(locality=self.place, period=self.main, entries=entries, legal_basis=tuple(c for c in citations if c.is_basis))
        if not reading.figures and not entries:
            self.issues.append(Issue(Severity.INFO, "no figure was found"))
        return Report(
            text=reading.copy.given,
            document=self.document,
            kind=ReportKind.PLAN if reading.is_plan else ReportKind.OTHER,
            locality=self.place,
            period=self.main,
            plan=plan,
            targets=(*listed, *(t for t in self.made if isinstance(t, Target) and id(t) not in ids)),
            actuals=tuple(f for f in self.made if isinstance(f, Actual)),
            changes=tuple(f for f in self.made if isinstance(f, Change)),
            shares=tuple(f for f in self.made if isinstance(f, Share)),
            tallies=tuple(self.tally(raw) for raw in reading.tallies),
            citations=citations,
            issues=tuple(self.issues),
            ledger=self.ledger(),
        )

    def citation(self, raw: object) -> Citation:
        return Citation(number=raw.number, type=raw.type, issuer=raw.issuer, date=raw.date, title=raw.title, is_basis=raw.is_basis, source=self.source(raw.start, raw.end))  # type: ignore[attr-defined]

    def tally(self, raw: RawFigure) -> Tally:
        noun = raw.unit.dimension.removeprefix("count:") if raw.unit is not None else ""
        return Tally(count=int(Decimal(raw.value)), noun=noun, scope=raw.name or None, of=int(raw.whole) if raw.whole else None, source=self.source(raw.start, raw.end))

    def ledger(self) -> Ledger:
        """One entry for every number of the text as given, and for every number word that was read."""
        copy = self.reading.copy
        taken: list[tuple[int, int, Claim, tuple[Source, ...], str]] = []
        for claim in self.reading.claims:
            start, end = copy.span(claim.start, claim.end)
            taken.append((start, end, Claim(claim.kind), (), claim.reason))
        for raw, made in zip(self.reading.figures, self.made, strict=True):
            taken += _figure_claims(copy, raw, Claim.FIGURE, made.source)
        for raw in self.reading.tallies:
            taken += _figure_claims(copy, raw, Claim.TALLY, self.source(raw.start, raw.end))
        taken.sort(key=lambda one: (one[0], one[1]))
        entries = []
        index = 0
        for match in NUMBER.finditer(copy.given):
            while index < len(taken) and taken[index][1] <= match.start():
                index += 1
            here = index
            found = None
            while here < len(taken) and taken[here][0] < match.end():
                if taken[here][0] <= match.start() and match.end() <= taken[here][1]:
                    found = taken[here]
                    break
                here += 1
            if found is None:
                entries.append(LedgerEntry(match.start(), match.end(), Claim.UNREAD, reason="no rule read it"))
            else:
                entries.append(LedgerEntry(match.start(), match.end(), found[2], found[3], found[4]))
        return Ledger(tuple(entries))


def _figure_claims(copy: object, raw: RawFigure, claim: Claim, source: Source | None) -> list[tuple[int, int, Claim, tuple[Source, ...], str]]:
    sources = () if source is None else (source,)
    numbers = [(raw.number_start, raw.number_end)]
    if raw.upper_start >= 0:
        numbers.append((raw.upper_start, raw.upper_end))
    found = [(*copy.span(*number), claim, sources, f"{raw.role} {raw.name!r}") for number in numbers]  # type: ignore[attr-defined]
    last = numbers[-1][1]
    if raw.end > last:
        found.append((*copy.span(last, raw.end), Claim.UNIT if raw.whole is None else claim, sources, "part of a unit"))  # type: ignore[attr-defined]
    return found


def _frame(raw: RawFigure) -> Frame:
    dimension = "" if raw.unit is None else raw.unit.dimension
    if raw.measure == "level":
        return Frame.TIMES if raw.form == "times" else Frame.LEVEL
    if dimension == "percent":
        return Frame.RELATIVE_CHANGE
    return {"percentage_point": Frame.POINTS, "times": Frame.TIMES}.get(dimension, Frame.ABSOLUTE_CHANGE)


def _previous(period: Period | None) -> Period | None:
    """The period of the same length right before: last month, last quarter."""
    if period is None:
        return None
    months = period.whole_months
    if months is None:
        return None
    first = 12 * period.start.year + period.start.month - 1 - months
    last = first + months - 1
    return Period.month_range(first // 12, first % 12 + 1, last // 12, last % 12 + 1)
