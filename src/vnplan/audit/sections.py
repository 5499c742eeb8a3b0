"""Numbers of sections (số thứ tự đề mục): I, II, III without gaps or repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from vnplan.attainment import Consistency
from vnplan.audit.finding import Evidence, Finding
from vnplan.audit.passages import Passages
from vnplan.model.report import Report
from vnplan.model.source import Source

_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


@frozen
class Heading:
    """A heading with a Roman number."""

    number: int
    source: Source


def check_sections(evidence: Evidence) -> Iterator[Finding]:
    """Chapters numbered with Roman numerals run on; they begin anew at I, as under A and B."""
    for report in evidence.reports:
        passages = evidence.passages[id(report)]
        for run in _runs(list(_headings(passages))):
            if len(run) > 1:
                yield _finding(report, passages, run)


def _headings(passages: Passages) -> Iterator[Heading]:
    for mark, source in passages.headings():
        numeral = mark.strip(".)/ ")
        if numeral in _NUMERALS:
            yield Heading(_NUMERALS.index(numeral) + 1, source)


def _runs(headings: Sequence[Heading]) -> Iterator[list[Heading]]:
    run: list[Heading] = []
    for heading in headings:
        if heading.number == 1 and run:
            yield run
            run = []
        if heading.number == 1 or run:
            run.append(heading)
    if run:
        yield run


def _finding(report: Report, passages: Passages, run: Sequence[Heading]) -> Finding:
    numbers = [heading.number for heading in run]
    missing = [one for one in range(1, max(numbers)) if one not in numbers and not _is_somewhere(passages, run, one)]
    repeated = sorted({one for one in numbers if numbers.count(one) > 1})
    odd = [one for one in run if one.number - 1 in missing or one.number in repeated]
    result = Consistency.INCONSISTENT if missing or repeated else Consistency.CONSISTENT
    told = ", ".join(_NUMERALS[one - 1] for one in numbers)
    gaps, twice = (", ".join(_NUMERALS[one - 1] for one in some) for some in (missing, repeated))
    faults_vi = [f"thiếu {gaps}"] * bool(gaps) + [f"trùng {twice}"] * bool(twice)
    faults_en = [f"{gaps} {'is' if len(missing) == 1 else 'are'} missing"] * bool(gaps) + [f"{twice} repeated"] * bool(
        twice
    )
    return Finding(
        rule="sections",
        result=result,
        subject=told,
        documents=(report.document,),
        sources=tuple(one.source for one in odd or (run[0], run[-1])),
        message_vi=f"Các đề mục đánh số {told}: {'; '.join(faults_vi) or 'liên tục'}.",
        message_en=f"Sections are numbered {told}: {'; '.join(faults_en) or 'without gaps'}.",
    )


def _is_somewhere(passages: Passages, run: Sequence[Heading], number: int) -> bool:
    """Whether the number stands at the head of a line that was taken for no heading."""
    text = passages.report.text[run[0].source.start : run[-1].source.end]
    return re.search(rf"(?m)^\W*{_NUMERALS[number - 1]}(?!\w)", text) is not None
