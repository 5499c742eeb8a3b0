"""Model and results in Vietnamese and English words (trình bày số liệu bằng lời).

The one room that knows babel, which it imports when a day of the week or a locale other than
Vietnamese and English is asked for.
"""

from __future__ import annotations

from vnplan.formatting.dates import format_date
from vnplan.formatting.dispatch import to_text
from vnplan.formatting.documents import (
    format_citation,
    format_deadline,
    format_directive,
    format_duty,
    format_entry,
)
from vnplan.formatting.findings import format_finding
from vnplan.formatting.intervals import format_amount, format_interval, format_ratio
from vnplan.formatting.locales import Locale
from vnplan.formatting.numbers import format_number, format_percent, format_points
from vnplan.formatting.periods import format_period
from vnplan.formatting.places import format_issuer, format_locality
from vnplan.formatting.quantities import format_quantity, format_stated
from vnplan.formatting.sentences import format_actual, format_change, format_share, format_tally, format_target
from vnplan.formatting.spelling import Dialect, Four, format_amount_in_words, number_to_words, words_to_number
from vnplan.formatting.summary import summarise
from vnplan.formatting.terms import format_enum
from vnplan.formatting.verdicts import explain, format_scorecard, format_verdict

__all__ = [
    "Dialect",
    "Four",
    "Locale",
    "explain",
    "format_actual",
    "format_amount",
    "format_amount_in_words",
    "format_change",
    "format_citation",
    "format_date",
    "format_deadline",
    "format_directive",
    "format_duty",
    "format_entry",
    "format_enum",
    "format_finding",
    "format_interval",
    "format_issuer",
    "format_locality",
    "format_number",
    "format_percent",
    "format_period",
    "format_points",
    "format_quantity",
    "format_ratio",
    "format_scorecard",
    "format_share",
    "format_stated",
    "format_tally",
    "format_target",
    "format_verdict",
    "number_to_words",
    "summarise",
    "to_text",
    "words_to_number",
]
