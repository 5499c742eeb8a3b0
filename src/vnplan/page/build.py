"""The page as a whole (trang bảng đánh giá)."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from vnplan.attainment import DEFAULT, Policy
from vnplan.audit import audit
from vnplan.formatting import Locale
from vnplan.formatting.locales import pick
from vnplan.model.plan import Plan
from vnplan.model.report import Report, reports_of
from vnplan.page.head import TITLE, filters, header, legend, summary
from vnplan.page.ink import PATTERNS
from vnplan.page.markup import both, joined, label
from vnplan.page.tail import documents, findings, footer, unassessed
from vnplan.page.targets import Targets, sections
from vnplan.scorecard import scorecard


def scorecard_page(
    reports: Iterable[Report | Plan] | Report | Plan, *, policy: Policy = DEFAULT, locale: Locale = "vi"
) -> str:
    """The scorecard and the audit of some reports as one self-contained page (trang bảng đánh giá).

    The page needs nothing from outside, works from a file without a network, and without its script shows
    everything at once. It holds both languages and a switch between them, filters, a search that finds
    Vietnamese with and without marks, and for each figure the sentence it was read from. All text is escaped.

    Args:
        reports: What to judge.
        policy: The choices that the verdicts rest on.
        locale: The language shown first.

    Raises:
        InvalidValueError: `reports` holds what is neither a report nor a plan, or `locale` is neither "vi" nor "en".
    """
    held = reports_of(reports)
    card = scorecard(held, policy=policy)
    groups = sections(card.entries)
    targets = Targets(reports=held, policy=policy)
    body = joined(
        (
            header(held),
            "<main>",
            summary(card),
            filters(card, groups),
            f'<section aria-labelledby="targets"><h2 id="targets">{both(("Từng chỉ tiêu", "Target by target"))}</h2>',
            legend(),
            joined(targets.section(number, group) for number, group in enumerate(groups)),
            f'<p id="nothing" hidden>{both(("Không có chỉ tiêu nào như vậy.", "No such target."))}</p></section>',
            unassessed(card),
            findings(audit(held, policy=policy), held),
            documents(held),
            "</main>",
            footer(card),
        )
    )
    return _page(body, locale)


def _page(body: str, locale: Locale) -> str:
    style, script = _resource("page.css"), _resource("page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")
    allowed = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    return (
        f'<!DOCTYPE html>\n<html lang="{locale}" data-lang="{locale}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{allowed}">\n'
        f"<title {label(TITLE, 'text')}>{pick(TITLE, locale)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n{PATTERNS}{body}\n<script>{script}</script>\n</body>\n</html>\n"
    )


@cache
def _resource(name: str) -> str:
    return files("vnplan.page").joinpath(name).read_text(encoding="utf-8")
