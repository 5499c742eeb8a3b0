"""What headings and sentences announce against what is found (số lượng công bố và thực tế)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from vnplan.attainment import Consistency
from vnplan.audit.finding import Evidence, Finding
from vnplan.audit.passages import Passages, pattern
from vnplan.audit.wording import tally_en
from vnplan.model.actual import Tally
from vnplan.model.figure import fold
from vnplan.model.interval import Interval
from vnplan.model.plan import PlanEntry
from vnplan.model.report import Report
from vnplan.model.source import Source


def check_counts(evidence: Evidence) -> Iterator[Finding]:
    """Numbers of items announced against items found, per section and in all."""
    for report in evidence.reports:
        yield from _sections(report)
        told = set[int]()
        for finding, tallies in _in_sentences(report, evidence.passages[id(report)]):
            told.update(map(id, tallies))
            yield finding
        yield from _parts_of_wholes(report, told)


def check_numbering(evidence: Evidence) -> Iterator[Finding]:
    """Item numbers of a plan run on without holes or repeats."""
    for report in evidence.reports:
        for entries in _lists(_entries(report)):
            yield _numbering(report, entries)


def _lists(entries: Sequence[PlanEntry]) -> Iterator[list[PlanEntry]]:
    """Numbered items, list by list: each begins anew at 1."""
    found: list[PlanEntry] = []
    for entry in entries:
        if entry.number == 1 and found:
            yield found
            found = []
        if entry.number is not None:
            found.append(entry)
    if found:
        yield found


# --- items of a plan -----------------------------------------------------------------------------


def _entries(report: Report) -> tuple[PlanEntry, ...]:
    return () if report.plan is None else report.plan.entries


def _by_section(report: Report) -> dict[str, list[PlanEntry]]:
    found: dict[str, list[PlanEntry]] = {}
    for entry in _entries(report):
        if entry.section is not None:
            found.setdefault(fold(entry.section), []).append(entry)
    return found


def _announcing(report: Report) -> dict[str, Tally]:
    """The tally that announces each section, by the section's folded name."""
    sections = _by_section(report)
    found: dict[str, Tally] = {}
    for tally in report.tallies:
        scope = fold(tally.scope) if tally.scope is not None else ""
        if scope in sections:
            found.setdefault(scope, tally)
    return found


def _sections(report: Report) -> Iterator[Finding]:
    sections, announced = _by_section(report), _announcing(report)
    for name, tally in announced.items():
        yield _section(report, tally, sections[name])
    if announced and len(announced) == len(sections):
        yield _all_sections(report, list(announced.values()))


def _section(report: Report, tally: Tally, entries: list[PlanEntry]) -> Finding:
    found = len(entries)
    where = _run(entries)
    return _count_finding(
        report,
        str(tally.scope),
        (tally.count, found),
        (tally.source, *(entry.source for entry in entries)),
        vi=f"Mục “{tally.scope}” nêu {tally}; danh sách có {found} mục{where}.",
        en=f"The section “{tally.scope}” announces {tally_en(tally)}; the list holds {found}{where}.",
    )


def _run(entries: list[PlanEntry]) -> str:
    """The numbers of the items, for people: " (24–28)"."""
    numbers = [entry.number for entry in entries if entry.number is not None]
    return f" ({min(numbers)}–{max(numbers)})" if numbers else ""


def _all_sections(report: Report, tallies: list[Tally]) -> Finding:
    announced, found = sum(tally.count for tally in tallies), len(_entries(report))
    told = " + ".join(str(tally.count) for tally in tallies)
    return _count_finding(
        report,
        "",
        (announced, found),
        tuple(tally.source for tally in tallies),
        vi=f"Các đề mục nêu {told} = {announced} chỉ tiêu; danh sách có {found} mục.",
        en=f"The headings announce {told} = {announced} indicators; the lists hold {found} items.",
    )


def _count_finding(
    report: Report, subject: str, counts: tuple[int, int], sources: tuple[Source | None, ...], *, vi: str, en: str
) -> Finding:
    announced, found = counts
    return Finding(
        rule="counts",
        result=Consistency.CONSISTENT if announced == found else Consistency.INCONSISTENT,
        subject=subject,
        documents=(report.document,),
        sources=tuple(one for one in sources if one is not None),
        intervals=(Interval.point(Decimal(announced)), Interval.point(Decimal(found))),
        residual=Decimal(found - announced),
        message_vi=vi,
        message_en=en,
    )


def _numbering(report: Report, numbered: Sequence[PlanEntry]) -> Finding:
    numbers = [entry.number for entry in numbered if entry.number is not None]
    missing = sorted(set(range(min(numbers), max(numbers) + 1)) - set(numbers))
    repeated = sorted({number for number in numbers if numbers.count(number) > 1})
    result = Consistency.INCONSISTENT if missing or repeated else Consistency.CONSISTENT
    entries = [entry for entry in numbered if entry.source is not None]
    return Finding(
        rule="numbering",
        result=result,
        documents=(report.document,),
        sources=tuple(entry.source for entry in (entries[0], entries[-1]) if entry.source) if entries else (),
        residual=Decimal(len(missing) + len(repeated)),
        message_vi=f"Các mục đánh số từ {min(numbers)} đến {max(numbers)}{_faults('thiếu', missing)}{_faults('trùng', repeated)}.",
        message_en=f"Items are numbered {min(numbers)} to {max(numbers)}{_faults('missing', missing)}{_faults('repeated', repeated)}.",
    )


def _faults(word: str, numbers: Sequence[int]) -> str:
    return f"; {word}: {', '.join(map(str, numbers))}" if numbers else ""


# --- tallies of a whole and its parts --------------------------------------------------------------


def _in_sentences(report: Report, passages: Passages) -> Iterator[tuple[Finding, Sequence[Tally]]]:
    """Counts told in one sentence, "15 chỉ tiêu, trong đó 9 …, 6 …", and those reached and missed of all."""
    for sentence, tallies in passages.by_sentence(report.tallies):
        whole, *rest = tallies
        alike = [one for one in rest if fold(one.noun) == fold(whole.noun) and one.of is None]
        if whole.of is None and len(alike) > 1 and _opens_parts(passages, whole, alike[0]):
            yield _told_parts(report, whole, alike), tallies
        elif whole.of is not None and len(alike) == 1 and pattern("missed").search(passages.flow, *sentence):
            yield from _reached_and_missed(report, whole, alike[0])


def _opens_parts(passages: Passages, whole: Tally, part: Tally) -> bool:
    first, second = passages.place_of(whole.source), passages.place_of(part.source)
    words = passages.flow[first:second]
    return pattern("parts").search(words) is not None or ":" in words


def _told_parts(report: Report, whole: Tally, parts: Sequence[Tally]) -> Finding:
    added = sum(part.count for part in parts)
    if added <= whole.count:
        return _residual(report, whole, parts)
    told = " + ".join(str(part.count) for part in parts)
    return _count_finding(
        report,
        whole.scope or whole.noun,
        (whole.count, added),
        (whole.source, *(part.source for part in parts)),
        vi=f"Nêu {whole}; các phần được nêu {told} = {added}, nhiều hơn tổng số.",
        en=f"Announced are {tally_en(whole)}; the parts named, {told} = {added}, are more than that.",
    )


def _reached_and_missed(report: Report, reached: Tally, missed: Tally) -> Iterator[tuple[Finding, Sequence[Tally]]]:
    added = reached.count + missed.count
    if reached.of is None or added <= reached.of:
        return
    finding = _count_finding(
        report,
        reached.scope or reached.noun,
        (reached.of, added),
        (reached.source, missed.source),
        vi=f"“{reached}” và {missed} chưa đạt cộng lại {added}, nhiều hơn {reached.of}.",
        en=f"“{tally_en(reached)}” reached and {tally_en(missed)} missed make {added}, more than {reached.of}.",
    )
    yield finding, (reached, missed)


def _parts_of_wholes(report: Report, told: Collection[int]) -> Iterator[Finding]:
    """A first count of something, then smaller counts of the same thing: do the parts fill the whole?"""
    announced = _announcing(report)
    by_noun: dict[str, list[Tally]] = {}
    for tally in report.tallies:
        if tally.of is not None and tally.count > tally.of:
            yield _more_than_all(report, tally)
        if tally not in announced.values() and tally.of is None and id(tally) not in told:
            by_noun.setdefault(fold(tally.noun), []).append(tally)
    for tallies in by_noun.values():
        whole, *rest = tallies
        parts = [tally for tally in rest if tally.count != whole.count]
        # Larger counts after the first, or more in all, mean that the first is no whole.
        added = sum(tally.count for tally in parts)
        if len(parts) > 1 and added <= whole.count and all(tally.count < whole.count for tally in parts):
            yield _residual(report, whole, parts)


def _more_than_all(report: Report, tally: Tally) -> Finding:
    assert tally.of is not None
    return _count_finding(
        report,
        tally.scope or tally.noun,
        (tally.count, tally.of),
        (tally.source,),
        vi=f"“{tally}” nêu nhiều hơn tổng số.",
        en=f"“{tally_en(tally)}” counts more than there are.",
    )


def _residual(report: Report, whole: Tally, parts: Sequence[Tally]) -> Finding:
    told = " + ".join(str(part.count) for part in parts)
    left = whole.count - sum(part.count for part in parts)
    sources = (whole.source, *(part.source for part in parts))
    return Finding(
        rule="counts",
        result=Consistency.CONSISTENT if left == 0 else Consistency.UNDECIDED,
        subject=whole.scope or whole.noun,
        documents=(report.document,),
        sources=tuple(one for one in sources if one is not None),
        intervals=(Interval.point(Decimal(whole.count)), Interval.point(Decimal(whole.count - left))),
        residual=Decimal(left),
        missing=("part",) if left else (),
        message_vi=f"Nêu {whole}; các phần được nêu {told} = {whole.count - left}, còn lại {left} chưa nêu.",
        message_en=f"Announced are {tally_en(whole)}; the parts named, {told} = {whole.count - left}, leave {left} not named.",
    )
