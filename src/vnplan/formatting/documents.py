"""Directives, cited documents, plans' items and schedules in words (chỉ đạo, văn bản, chế độ báo cáo)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vnplan.formatting.dates import format_date
from vnplan.formatting.locales import Locale, capitalised, is_vietnamese, pick
from vnplan.formatting.places import format_issuer
from vnplan.lexicon import rows
from vnplan.model.directive import Person

if TYPE_CHECKING:
    from vnplan.model.directive import Citation, Deadline, Directive, Issuer
    from vnplan.model.plan import PlanEntry, ReportingDuty

_MODALS = frozenset(("cần", "phải", "cần phải", "cần tiếp tục"))
"""Verbs that bind the addressee; what the issuer does must be said before them."""

_DETERMINERS = ("các", "từng", "mỗi", "những", "tất cả", "toàn thể")

_UNSAID = "yêu cầu"


def format_directive(directive: Directive, *, locale: Locale = "vi") -> str:
    """An instruction as a sentence (ý kiến chỉ đạo).

    "Chủ tịch UBND Quận 9 Trần Văn Bảy đề nghị các phòng ban tiếp tục bám sát nhiệm vụ". The task
    stays as worded; English quotes it.

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    text = directive.text.strip().rstrip(".;")
    addressee = directive.addressee.name if directive.addressee is not None else ""
    due = _due(directive.deadline, text, locale)
    if is_vietnamese(locale):
        return f"{_speaker(directive.issuer)}{_task(directive.verb, addressee, text)}{due}"
    to = f", to {addressee}" if addressee else ""
    return f"{capitalised(format_issuer(directive.issuer, locale=locale))}{to}: “{text}”{due}"


def format_citation(citation: Citation, *, locale: Locale = "vi") -> str:
    """A cited document (văn bản viện dẫn).

    "Quyết định số 200/QĐ-UBND ngày 18 tháng 01 năm 2023 của Ủy ban nhân dân Thành phố về giao nhiệm vụ",
    the order of Decree 30/2020/NĐ-CP; "Decision No. 200/QĐ-UBND of 18 January 2023 by …".

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    kind = citation.type or pick(("Văn bản", "Document"), locale)
    if is_vietnamese(locale):
        parts = (
            (capitalised(kind), "{}"),
            (citation.number, "số {}"),
            (citation.date and format_date(citation.date), "{}"),
            (citation.issuer, "của {}"),
            (citation.title, "{}" if _begins(citation.title, "về") else "về {}"),
        )
    else:
        parts = (
            (capitalised(_document_types().get(kind.lower(), kind)), "{}"),
            (citation.number, "No. {}"),
            (citation.date and format_date(citation.date, locale=locale), "of {}"),
            (citation.issuer, "by {}"),
            (citation.title, "on “{}”"),
        )
    return " ".join(pattern.format(part) for part, pattern in parts if part)


def format_entry(entry: PlanEntry, *, locale: Locale = "vi") -> str:
    """An item of a list of targets (mục chỉ tiêu), as worded in either language: "(3) Thu ngân sách …".

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    number = f"({entry.number}) " if entry.number is not None else ""
    return number + pick((entry.text, entry.text), locale).strip().rstrip(";.")


def format_duty(duty: ReportingDuty, *, locale: Locale = "vi") -> str:
    """A line of a reporting schedule (chế độ báo cáo): "Báo cáo quý: trước ngày 10 của tháng cuối quý".

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    due = duty.due.strip().rstrip(";.")
    if is_vietnamese(locale):
        return f"{capitalised(duty.report.strip())}: {due}"
    return f"{capitalised(duty.report.strip())}: due {due}"


def format_deadline(deadline: Deadline, *, locale: Locale = "vi") -> str:
    """A deadline (thời hạn) as worded; English tells the day where there is one, "before" where it is excluded.

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    if is_vietnamese(locale):
        return deadline.text
    if deadline.date is None:
        return f"“{deadline.text}”"
    return f"{'by' if deadline.inclusive else 'before'} {format_date(deadline.date, locale=locale)}"


def _speaker(issuer: Issuer) -> str:
    if isinstance(issuer, Person) and issuer.role is None:
        return f"Đồng chí {issuer.name}"
    return capitalised(format_issuer(issuer))


def _task(verb: str | None, addressee: str, text: str) -> str:
    """Verb, addressee and task, none of them said twice."""
    verb = (verb or _UNSAID).strip().lower()
    if _begins(text, verb):
        return f": {text}"
    modal = f"{verb} " if verb in _MODALS else ""
    said = _UNSAID if modal else verb
    if not addressee or _begins(text, addressee):
        return f" {said}: {_uncapitalised(text)}"
    return f" {said} {_within(addressee)} {modal}{_uncapitalised(text)}"


def _within(addressee: str) -> str:
    """An addressee inside a sentence: "Các phòng ban" gives up its capital, "Ủy ban nhân dân Quận 3" does not."""
    return _uncapitalised(addressee) if _begins_with_any(addressee, _DETERMINERS) else addressee


def _begins_with_any(text: str, words: tuple[str, ...]) -> bool:
    return any(_begins(text, word) for word in words)


def _due(deadline: Deadline | None, text: str, locale: Locale) -> str:
    if deadline is None or (is_vietnamese(locale) and deadline.text.lower() in text.lower()):
        return ""
    return f" ({format_deadline(deadline, locale=locale)})"


def _begins(text: str | None, word: str) -> bool:
    """Whether the text begins with that word or name, whatever the capitals."""
    folded = (text or "").lower()
    return folded == word.lower() or folded.startswith(f"{word.lower()} ")


def _uncapitalised(text: str) -> str:
    """A sentence's capital taken back; names and abbreviations keep theirs."""
    first, _, rest = text.partition(" ")
    following = rest[:1]
    is_name = not first[1:].islower() or following.isupper()
    return text if is_name else text[:1].lower() + text[1:]


@cache
def _document_types() -> dict[str, str]:
    return {row["name"].lower(): row["english"] for row in rows("document_types") if row.get("english")}
