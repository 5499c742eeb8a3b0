"""Model and results in Vietnamese and English words (trình bày số liệu bằng lời).

The one room that knows babel, which it imports when a day of the week or a locale other than
Vietnamese and English is asked for.
"""

from __future__ import annotations

from vnplan.formatting.dates import format_date
from vnplan.formatting.locales import Locale
from vnplan.formatting.numbers import format_number, format_percent, format_points
from vnplan.formatting.periods import format_period
from vnplan.formatting.quantities import format_quantity, format_stated
from vnplan.formatting.spelling import Dialect, Four, format_amount_in_words, number_to_words, words_to_number

__all__ = [
    "Dialect",
    "Four",
    "Locale",
    "format_amount_in_words",
    "format_date",
    "format_number",
    "format_percent",
    "format_period",
    "format_points",
    "format_quantity",
    "format_stated",
    "number_to_words",
    "words_to_number",
]
