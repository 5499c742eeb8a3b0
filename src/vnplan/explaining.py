"""How a report was read, and how a verdict comes about (diễn giải)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from vnplan import formatting
from vnplan.attainment import DEFAULT, Policy, Verdict
from vnplan.errors import InvalidValueError
from vnplan.formatting import Locale, format_enum
from vnplan.formatting.locales import Words, pick
from vnplan.model.report import Claim, LedgerEntry, Report

if TYPE_CHECKING:
    from vnplan.model.actual import Tally
    from vnplan.model.figure import Figure
    from vnplan.model.source import Source

ROLES: dict[str, Words] = {
    "Target": ("chỉ tiêu", "target"),
    "Actual": ("kết quả", "result"),
    "Change": ("tăng, giảm", "change"),
    "Share": ("tỷ lệ thực hiện", "share"),
    "Tally": ("số chỉ tiêu, nhiệm vụ", "tally"),
}
"""The words for the kinds of figures, by the name of the class."""


@frozen
class Piece:
    """A stretch of a text: plain, or one number with what it was read as.

    Attributes:
        text: The characters.
        claim: What claimed the number; None for plain text.
        label: The same in words; of a figure its role.
    """

    text: str
    claim: Claim | None = None
    label: str = ""


def explain(obj: Report | Verdict, *, policy: Policy = DEFAULT, locale: Locale = "vi") -> str:
    """A report's text with every number marked by what it was read as, or how a verdict comes about (diễn giải).

    In the text a number becomes ``[5.208: chỉ tiêu]``, and one that no rule could place
    ``[17: ??? chưa đọc được]``.

    Args:
        obj: A report or a verdict.
        policy: The policy that the verdict was made with.
        locale: Language of the words added, "vi" or "en".

    Raises:
        InvalidValueError: It is neither, or the verdict was made with another policy.
    """
    if isinstance(obj, Verdict):
        return formatting.explain(obj, policy=policy, locale=locale)
    if isinstance(obj, Report):
        return "".join(map(_marked, pieces(obj, locale)))
    raise InvalidValueError("obj", obj, "a report or a verdict")


def _marked(piece: Piece) -> str:
    if piece.claim is None:
        return piece.text
    doubt = "??? " if piece.claim is Claim.UNREAD else ""
    return f"[{piece.text}: {doubt}{piece.label}]"


def pieces(report: Report, locale: Locale = "vi") -> Iterator[Piece]:
    """The text of a report, in pieces that give it back when joined."""
    roles = _roles(report)
    position = 0
    for entry in sorted(report.ledger, key=lambda entry: entry.start):
        if entry.start < position:
            continue
        if entry.start > position:
            yield Piece(report.text[position : entry.start])
        yield Piece(report.text[entry.start : entry.end], entry.claimed_by, _label(entry, roles, locale))
        position = entry.end
    if position < len(report.text):
        yield Piece(report.text[position:])


def _roles(report: Report) -> dict[Source | None, Words]:
    """What was made of each source."""
    figures: tuple[Figure | Tally, ...] = (
        *report.targets,
        *report.actuals,
        *report.changes,
        *report.shares,
        *report.tallies,
    )
    return {one.source: ROLES[type(one).__name__] for one in figures}


def _label(entry: LedgerEntry, roles: dict[Source | None, Words], locale: Locale) -> str:
    if entry.claimed_by is Claim.FIGURE:
        words = dict.fromkeys(roles[source] for source in entry.claims if source in roles)
        if words:
            return ", ".join(pick(word, locale) for word in words)
    return format_enum(entry.claimed_by, locale=locale)
