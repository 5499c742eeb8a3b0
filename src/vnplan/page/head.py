"""The head of the page: title, counts, filters, legend (đầu trang)."""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.formatting import Locale, format_locality, format_period, format_scorecard
from vnplan.formatting.locales import Words, pick
from vnplan.html import CLASSES, escaped
from vnplan.model.report import Report
from vnplan.page.ink import GLYPHS, even_drawing, result_drawing, target_drawing
from vnplan.page.markup import both, joined, label, term
from vnplan.page.targets import Section
from vnplan.scorecard import Scorecard

TITLE: Words = ("Bảng đánh giá thực hiện chỉ tiêu", "Scorecard of targets")


def header(reports: Sequence[Report]) -> str:
    """Title, places, periods and the switch of languages."""

    def told(locale: Locale) -> str:
        places = dict.fromkeys(
            format_locality(one.locality, locale=locale) for one in reports if one.locality is not None
        )
        periods = sorted(
            {one.period for one in reports if one.period is not None}, key=lambda one: (one.start, one.end)
        )
        times = [format_period(one, style="short", locale=locale) for one in periods]
        return " · ".join(filter(None, (_listed(list(places), locale), _listed(times, locale))))

    switch = joined(
        f'<button type="button" data-lang="{code}" lang="{code}" aria-pressed="false">{name}</button>'
        for code, name in (("vi", "Tiếng Việt"), ("en", "English"))
    )
    return (
        f'<a class="skip" href="#targets">{both(("Đến các chỉ tiêu", "Skip to the targets"))}</a>'
        f'<header><div><h1>{both(TITLE)}</h1><p class="about">{both(told)}</p></div>'
        f'<div class="switch" role="group" {label(("Ngôn ngữ", "Language"))}>{switch}</div></header>'
    )


def _listed(parts: Sequence[str], locale: Locale) -> str:
    most = 6
    more = len(parts) - most
    rest = [pick((f"và {more} nữa", f"and {more} more"), locale)] if more > 0 else []
    return ", ".join((*parts[:most], *rest))


def summary(card: Scorecard) -> str:
    """How many targets are met, as an interval, and a bar of all outcomes."""
    met = card.met
    span: Words = ("dù làm tròn thế nào", "however the figures were rounded")
    if met.least != met.most:
        span = (
            f"chắc chắn đạt {met.least}, có thể đến {met.most} tùy cách làm tròn",
            f"{met.least} for certain, up to {met.most} depending on rounding",
        )
    unassessed = sum(map(len, card.unassessed.values()))
    left: Words = (f"{unassessed} chưa đánh giá được", f"{unassessed} not assessed")
    return (
        f'<section class="summary" aria-labelledby="counts"><h2 id="counts">{both(("Kết quả chung", "Overall"))}</h2>'
        f'<p class="count"><strong>{met.face}<span class="of">/{met.of}</span></strong> '
        f"<span>{both(('chỉ tiêu đạt', 'targets met'))}<br><small>{both(span)}; {both(left)}</small></span></p>"
        f"{_stack(card)}<p>{both(lambda locale: format_scorecard(card, locale=locale))}.</p></section>"
    )


def _stack(card: Scorecard) -> str:
    """All targets as one bar, a part an outcome; the words below say the same."""
    parts = joined(
        f'<span class="part {CLASSES.get(outcome, "none")}" style="flex-grow:{count}"></span>'
        for outcome, count in card.counts.items()
        if count
    )
    return f'<div class="stack" aria-hidden="true">{parts}</div>'


def filters(card: Scorecard, groups: Sequence[Section]) -> str:
    """Search, section and outcomes."""
    boxes = joined(
        f'<label class="choice {CLASSES.get(outcome, "none")}"><input type="checkbox" name="outcome" value="{outcome}" checked> '
        f'<span class="sign" aria-hidden="true">{GLYPHS[outcome]}</span> '
        f"{both(term(outcome))} ({count})</label>"
        for outcome, count in card.counts.items()
        if count
    )
    options = joined(
        f'<option value="{number}" {label(group.title, "text")}>{escaped(group.title("vi"))}</option>'
        for number, group in enumerate(groups)
    )
    every: Words = ("Tất cả các phần", "All sections")
    return (
        f'<form class="filters" role="search" {label(("Lọc chỉ tiêu", "Filter the targets"))}>'
        f'<div class="field"><label for="search">{both(("Tìm", "Search"))}</label>'
        f'<input id="search" type="search" autocomplete="off" spellcheck="false" '
        f"{label(('thu ngân sách, giai ngan…', 'thu ngân sách, giai ngan…'), 'placeholder')}></div>"
        f'<div class="field"><label for="section">{both(("Phần", "Section"))}</label>'
        f'<select id="section"><option value="" {label(every, "text")}>{escaped(every[0])}</option>{options}</select></div>'
        f"<fieldset><legend>{both(('Đánh giá', 'Outcome'))}</legend>{boxes}</fieldset>"
        f'<p class="status" role="status" aria-live="polite"><span id="shown">{len(card)}</span>/{len(card)} '
        f"{both(('chỉ tiêu đang hiện', 'targets shown'))}</p></form>"
    )


_SHOWN: tuple[Words, ...] = (
    ("kết quả, với khoảng giá trị trước khi làm tròn", "result, with the values before rounding"),
    ("mức cần đạt, và các giá trị được coi là đạt", "value to reach, and the values that meet the target"),
    ("mức chia đều theo thời gian đã qua", "an even pace over the time elapsed"),
)


def legend() -> str:
    """What the drawings of a bar mean."""
    drawings = (result_drawing(), target_drawing(), even_drawing())
    items = joined(f"<li>{drawing} {both(words)}</li>" for drawing, words in zip(drawings, _SHOWN, strict=True))
    hint: Words = (
        "Bấm vào một số liệu để xem câu văn mà số liệu được đọc từ đó.",
        "Press a figure to see the sentence that it was read from.",
    )
    return f'<ul class="legend">{items}</ul><p class="hint">{both(hint)}</p>'
