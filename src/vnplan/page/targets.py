"""The targets of the page: a table a section, a row a target, the sentences below it (các chỉ tiêu)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import frozen

from vnplan.attainment import Policy, Result
from vnplan.attainment.joining import Vintage
from vnplan.bars import Bar, bar_of
from vnplan.formatting import Locale, explain, format_locality, format_period, format_quantity
from vnplan.formatting.locales import Words
from vnplan.formatting.terms import format_field
from vnplan.formatting.verdicts import shown_gap
from vnplan.html import class_of
from vnplan.model.report import Report
from vnplan.model.target import Target
from vnplan.page.ink import GLYPHS, drawn, values_of
from vnplan.page.markup import Say, both, given, joined, named
from vnplan.page.quoting import quotation
from vnplan.scorecard import Entry
from vnplan.tables import NOTHING, aimed, outcome_of, pace_of, reached, share_of, value_of

_COLUMNS: tuple[Words, ...] = (
    ("Chỉ tiêu", "Target"),
    ("Mức đề ra", "Aim"),
    ("Kết quả", "Result"),
    ("So sánh", "Comparison"),
    ("Tỷ lệ, chênh lệch", "Share, gap"),
    ("Đánh giá", "Outcome"),
    ("Tiến độ", "Pace"),
)


Statement = Vintage[Target] | Vintage[Result]
"""A target or a result, and the document that states it."""


@frozen(kw_only=True)
class Section:
    """Targets under one heading.

    Attributes:
        document: Id of the document.
        field: Section of the plan; None outside any.
        entries: The targets, each with its number on the page.
    """

    document: str
    field: str | None
    entries: tuple[tuple[int, Entry], ...]

    def title(self, locale: Locale) -> str:
        """Place, field and document."""
        place = next((one.target.locality for _, one in self.entries if one.target.locality is not None), None)
        parts = [
            "" if place is None else format_locality(place, locale=locale),
            "" if self.field is None else format_field(self.field, locale=locale),
            self.document,
        ]
        return " · ".join(filter(None, parts)) or NOTHING


def sections(entries: Sequence[Entry]) -> list[Section]:
    """Targets that follow one another under one heading together."""
    numbered = enumerate(entries, start=1)
    groups = groupby(numbered, key=lambda one: (one[1].document, one[1].section))
    return [Section(document=document, field=field, entries=tuple(held)) for (document, field), held in groups]


@frozen(kw_only=True)
class Targets:
    """What the rows of targets are made with.

    Attributes:
        reports: The reports, by the number that a vintage tells.
        policy: The policy of the verdicts.
    """

    reports: Sequence[Report]
    policy: Policy

    def section(self, number: int, section: Section) -> str:
        """A heading and its table."""
        met = sum(one.verdict.outcome.is_met for _, one in section.entries)
        counted: Words = (
            f"{met}/{len(section.entries)} chỉ tiêu đạt",
            f"{met} of {len(section.entries)} targets met",
        )
        head = joined(f'<th scope="col" role="columnheader">{both(words)}</th>' for words in _COLUMNS)
        rows = joined(self._rows(place, entry, number) for place, entry in section.entries)
        return (
            f'<section class="group" data-section="{number}"><h3 id="s{number}">{both(section.title)} '
            f'<small>{both(counted)}</small></h3><div class="wide"><table class="targets" role="table" aria-labelledby="s{number}">'
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
            f'<tbody role="rowgroup">{rows}</tbody></table></div></section>'
        )

    def _rows(self, place: int, entry: Entry, section: int) -> str:
        """The row of a target, and below it where its figures were read."""
        verdict = entry.verdict
        bar = bar_of(verdict, policy=self.policy)
        cells = (
            _name(entry),
            _opens(place, "a", lambda locale: aimed(entry, locale)),
            NOTHING if entry.actual is None else _opens(place, "b", lambda locale: reached(verdict, locale)),
            NOTHING if bar is None else drawn(bar, verdict),
            both(lambda locale: _measured(entry, locale)),
            f'<span class="sign" aria-hidden="true">{GLYPHS[verdict.outcome]}</span> '
            + both(lambda locale: outcome_of(verdict, locale)),
            both(lambda locale: pace_of(verdict, locale)),
        )
        shown = joined(map(_cell, _COLUMNS, cells, range(len(cells))))
        return (
            f'<tr role="row" id="t{place}" class="target {class_of(verdict)}" data-outcome="{verdict.outcome}" '
            f'data-section="{section}">{shown}</tr>'
            f'<tr role="row" class="more" data-for="t{place}"><td role="cell" colspan="{len(cells)}">'
            f"{joined(self._read(place, entry, bar))}</td></tr>"
        )

    def _read(self, place: int, entry: Entry, bar: Bar | None) -> Iterator[str]:
        verdict = entry.verdict
        aim = next(one for one in entry.targets if one.figure is entry.target)
        yield self._quoted(f"t{place}a", ("Chỉ tiêu đọc từ", "Target read from"), aim)
        result = next((one for one in entry.actuals if one.figure is entry.actual), None)
        base = next((one for one in entry.actuals if one.figure is verdict.base), None)
        if result is not None:
            yield self._quoted(f"t{place}b", ("Kết quả đọc từ", "Result read from"), result)
        if base is not None:
            yield self._quoted(f"t{place}c", ("Mức năm trước đọc từ", "Level of the year before read from"), base)
        if bar is not None and bar.values is not None and not bar.values.is_point:
            told = both(lambda locale: values_of(bar, locale))
            yield f"<p>{both(('Giá trị mà kết quả có thể là', 'Values that the result stands for'))}: {told}</p>"
        every: tuple[Statement, ...] = (*entry.targets, *entry.actuals)
        others = [one for one in every if all(one is not known for known in (aim, result, base))]
        if others:
            yield _others(others)
        if entry.actual is not None:
            yield self._explained(entry)

    def _quoted(self, name: str, words: Words, one: Statement) -> str:
        source = one.figure.source
        document = given(one.document) if one.document else both(("văn bản", "text"))
        if source is None:
            told = both(("nhập tay, không có văn bản", "made by hand, from no text"))
        else:
            told = quotation(self.reports[one.number].text, source)
            place = source.locator or f"{source.start}–{source.end}"
            document += f" <small>{both(('ký tự', 'characters'))} {given(place)}</small>"
        return f'<div class="read" id="{name}" tabindex="-1"><p>{both(words)} {document}:</p>{told}</div>'

    def _explained(self, entry: Entry) -> str:
        def lines(locale: Locale) -> str:
            return explain(entry.verdict, policy=self.policy, locale=locale)

        return (
            f'<details class="why"><summary>{both(("Cách tính và đánh giá", "How this comes about"))}</summary>'
            f'<p class="lines">{both(lines)}</p></details>'
        )


def _cell(words: Words, told: str, number: int) -> str:
    """A cell; its heading stands in it too, for screens too narrow for columns."""
    shown = f'<span class="head" aria-hidden="true">{both(words)}</span>{told}'
    if not number:
        return f'<th scope="row" role="rowheader">{told}</th>'
    return f'<td role="cell" class="c{number}{" empty" if told == NOTHING else ""}">{shown}</td>'


def _name(entry: Entry) -> str:
    target = entry.target
    number = "" if entry.item_number is None else f'<span class="number">{entry.item_number}.</span> '
    period = target.period
    told = "" if period is None else both(lambda locale: format_period(period, style="short", locale=locale))
    name = both(named(target))
    return f"{number}{name}{f' <small>{told}</small>' if told else ''}"


def _opens(place: int, which: str, say: Say) -> str:
    """A figure that opens the sentence below."""
    return f'<button type="button" class="figure" aria-expanded="true" aria-controls="t{place}{which}">{both(say)}</button>'


def _measured(entry: Entry, locale: Locale) -> str:
    """The share realised where that means something, and how far the result is from the target."""
    verdict = entry.verdict
    gap = shown_gap(verdict)
    parts = [share_of(verdict, locale)]
    if gap is not None and gap.value:
        sign, size = ("+", gap) if gap.value > 0 else ("−", -gap)
        parts.append(f"{sign}{format_quantity(size, locale=locale)}")
    told = [part for part in parts if part != NOTHING]
    return "; ".join(told) or NOTHING


def _others(others: Sequence[Statement]) -> str:
    items = joined(f"<li>{both(_stated(one))} {given(one.document)}</li>" for one in others)
    return f"<p>{both(('Số liệu khác về chỉ tiêu này', 'Other figures on this'))}:</p><ul>{items}</ul>"


def _stated(one: Statement) -> Say:
    figure, period = one.figure, one.figure.period

    def told(locale: Locale) -> str:
        when = "" if period is None else f" ({format_period(period, style='short', locale=locale)})"
        return f"{value_of(figure, locale)}{when}"

    return told
