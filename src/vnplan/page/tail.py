"""Below the targets: what is not judged, what does not add up, what was read (cuối trang)."""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.attainment import Consistency
from vnplan.audit import Finding
from vnplan.formatting import format_date, format_locality, format_period
from vnplan.formatting.findings import rule_title
from vnplan.formatting.locales import Words, capitalised
from vnplan.html import escaped
from vnplan.model.report import Report
from vnplan.model.source import Source
from vnplan.page.markup import both, given, joined, named, term
from vnplan.page.quoting import by_sentence, quotation
from vnplan.scorecard import Scorecard
from vnplan.tables import NOTHING


def unassessed(card: Scorecard) -> str:
    """The targets that are not judged, by the reason."""
    if not card.unassessed:
        return ""
    numbers = {id(entry): number for number, entry in enumerate(card, start=1)}
    blocks = []
    for reason, entries in card.unassessed.items():
        links = joined(
            f'<li><a href="#t{numbers[id(entry)]}">{both(named(entry.target))}</a></li>' for entry in entries
        )
        why = both(term(reason))
        blocks.append(f"<details><summary>{why}: {len(entries)}</summary><ul>{links}</ul></details>")
    return (
        f'<section aria-labelledby="left"><h2 id="left">{both(("Chưa đánh giá được, vì sao", "Not assessed, and why"))}</h2>'
        f"{joined(blocks)}</section>"
    )


_ORDER = (Consistency.INCONSISTENT, Consistency.ONLY_IF_TRUNCATED, Consistency.UNDECIDED, Consistency.CONSISTENT)
_MARKS = {
    Consistency.INCONSISTENT: ("✕", "missed"),
    Consistency.ONLY_IF_TRUNCATED: ("≈", "missed"),
    Consistency.UNDECIDED: ("?", "open"),
    Consistency.CONSISTENT: ("●", "met"),
}


def findings(found: Sequence[Finding], reports: Sequence[Report]) -> str:
    """What the audit found, each with the sentences that it rests on."""
    texts: dict[str, str] = {}
    for report in reports:
        texts.setdefault(report.document, report.text)
    blocks = []
    for result in _ORDER:
        held = [one for one in found if one.result is result]
        if held:
            items = f"<ul class='findings'>{joined(_finding(one, texts) for one in held)}</ul>"
            sign, kind = _MARKS[result]
            title = both(term(result))
            head = f'<span class="sign {kind}" aria-hidden="true">{sign}</span> {title}: {len(held)}'
            if result is Consistency.CONSISTENT:
                blocks.append(f"<details><summary>{head}</summary>{items}</details>")
            else:
                blocks.append(f"<h3>{head}</h3>{items}")
    nothing = f"<p>{both(('Không có số liệu để đối chiếu.', 'Nothing to compare.'))}</p>"
    return (
        f'<section aria-labelledby="audit"><h2 id="audit">{both(("Rà soát số liệu", "Audit of the figures"))}</h2>'
        f"{joined(blocks) or nothing}</section>"
    )


def _finding(finding: Finding, texts: dict[str, str]) -> str:
    sentences = capitalised(finding.message_vi), capitalised(finding.message_en)
    told = both(sentences) if finding.message_vi else given(finding.subject)
    rule = both(lambda locale: capitalised(rule_title(finding.rule, locale)))
    return f"<li><p><strong>{rule}.</strong> {told}</p>{_grounds(finding, texts)}</li>"


def _grounds(finding: Finding, texts: dict[str, str]) -> str:
    """The sentences that it rests on, each once with all its figures marked."""
    held: dict[str, list[Source]] = {}
    for source in dict.fromkeys(finding.sources):
        if source.document in texts and source.end <= len(texts[source.document]):
            held.setdefault(source.document, []).append(source)
    quotes = joined(
        f"<li>{given(document)}: {quotation(texts[document], *sentence)}</li>"
        for document, sources in held.items()
        for sentence in by_sentence(texts[document], sources)
    )
    if not quotes:
        return ""
    return f"<details><summary>{both(('Căn cứ', 'Read from'))}</summary><ul>{quotes}</ul></details>"


_DOCUMENT_COLUMNS: tuple[Words, ...] = (
    ("Văn bản", "Document"),
    ("Loại", "Kind"),
    ("Địa bàn", "Place"),
    ("Kỳ", "Period"),
    ("Ngày", "Issued"),
    ("Chỉ tiêu", "Targets"),
    ("Kết quả", "Results"),
    ("Số chưa đọc được", "Unread numbers"),
)


def documents(reports: Sequence[Report]) -> str:
    """The documents and what was read in them."""
    head = joined(f'<th scope="col" role="columnheader">{both(words)}</th>' for words in _DOCUMENT_COLUMNS)
    return (
        f'<section aria-labelledby="documents"><h2 id="documents">{both(("Văn bản đã đọc", "Documents read"))}</h2>'
        f'<div class="wide"><table class="documents" role="table" aria-labelledby="documents"><thead role="rowgroup">'
        f'<tr role="row">{head}</tr></thead><tbody role="rowgroup">{joined(map(_document, reports))}</tbody></table></div></section>'
    )


def _document(report: Report) -> str:
    place, period, issued = report.locality, report.period, report.issued
    title = f"<br><small>{given(report.title)}</small>" if report.title else ""
    cells = (
        both(term(report.kind)),
        NOTHING if place is None else both(lambda locale: format_locality(place, locale=locale)),
        NOTHING if period is None else both(lambda locale: format_period(period, style="short", locale=locale)),
        NOTHING if issued is None else both(lambda locale: format_date(issued, style="short", locale=locale)),
        str(len(report.targets)),
        str(len(report.actuals)),
        str(len(report.ledger.unread)),
    )
    shown = joined(
        f'<td role="cell"><span class="head" aria-hidden="true">{both(words)}</span>{cell}</td>'
        for words, cell in zip(_DOCUMENT_COLUMNS[1:], cells, strict=True)
    )
    name = given(report.document) if report.document else both(("văn bản", "text"))
    return f'<tr role="row"><th scope="row" role="rowheader">{name}{title}</th>{shown}</tr>'


_NOTES: tuple[Words, ...] = (
    (
        "Mỗi số in ra là một tập giá trị có thể; kết quả “chắc chắn” đúng với mọi giá trị đó.",
        "Every printed figure stands for a set of values; a “certain” outcome holds for all of them.",
    ),
    (
        "Tiến độ so với mức chia đều theo thời gian; thu ngân sách và giải ngân theo mùa nên cần đọc thận trọng.",
        "Pace is against an even pace over time; revenue and disbursement are seasonal, so read it with care.",
    ),
    ("Không lấy trung bình các tỷ lệ.", "Percentages are not averaged."),
)


def footer(card: Scorecard) -> str:
    """How to take the figures, and the policy."""
    return f"<footer>{joined(f'<p>{both(words)}</p>' for words in _NOTES)}<p>{both(('Quy ước đánh giá', 'Policy'))}: <code>{escaped(card.policy)}</code> · vnplan</p></footer>"
