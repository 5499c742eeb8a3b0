"""The words of findings: figures, periods and intervals as every other sentence has them (cách viết).

Formatting words findings too, so it is imported where it is used.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from attrs import evolve

from vnplan.attainment import Consistency
from vnplan.attainment.numbers import nearest_of
from vnplan.model.actual import Change, ChangeForm, Share, ShareForm, Tally
from vnplan.model.directive import Citation
from vnplan.model.figure import Figure
from vnplan.model.interval import Interval, exact
from vnplan.model.period import Period
from vnplan.model.stated import Stated
from vnplan.model.target import Measure
from vnplan.model.units import PERCENT, Unit

_Language = Literal["vi", "en"]
_PLACES, _SMALL_PLACES = 2, 4
_SMALL = Decimal("0.1")
"""Below this a number is told to four decimals, else to two."""

RESULT_VI = {
    Consistency.CONSISTENT: "khớp với",
    Consistency.ONLY_IF_TRUNCATED: "chỉ khớp nếu bỏ bớt chữ số (không làm tròn) với",
    Consistency.INCONSISTENT: "không khớp với",
    Consistency.UNDECIDED: "chưa đủ căn cứ để đối chiếu với",
}
RESULT_EN = {
    Consistency.CONSISTENT: "agrees with",
    Consistency.ONLY_IF_TRUNCATED: "agrees, only if digits were cut off and not rounded, with",
    Consistency.INCONSISTENT: "disagrees with",
    Consistency.UNDECIDED: "cannot be held against",
}


def number_vi(value: Decimal) -> str:
    """A number as Vietnamese documents write it: 5.574,5."""
    return _number(value, "vi")


def number_en(value: Decimal) -> str:
    """A number as English texts write it: 5,574.5."""
    return _number(value, "en")


def _number(value: Decimal, language: _Language, places: int | None = None) -> str:
    from vnplan.formatting.numbers import format_number

    return format_number(_shown(value), decimals=places, locale=language)


def _shown(value: Decimal) -> Decimal:
    """The number to as many decimals as a sentence tells."""
    places = _PLACES if value.copy_abs() >= _SMALL else _SMALL_PLACES
    shown = nearest_of(value, places)
    return shown.normalize(exact()) if shown else Decimal(0)


def _places(*values: Decimal | None) -> int:
    """As many decimals as the longest of the numbers has."""
    return max((-int(_shown(one).as_tuple().exponent) for one in values if one is not None), default=0)


def subject_vi(figure: Figure) -> str:
    """What a figure is about, as worded; the catalogue's name where it has no wording."""
    known = figure.indicator
    return figure.name or ("" if known is None else known.name)


def subject_en(figure: Figure) -> str:
    """What a figure is about, in English where the catalogue knows it; else as worded."""
    known = figure.indicator
    name = figure.name if known is None or not known.english else known.english
    return f"{name[:1].upper()}{name[1:]}"


def stated_vi(stated: Stated, *, negative: bool = False) -> str:
    """A stated figure in Vietnamese, digits as printed: từ 75% trở lên; "—" where there is none."""
    return _stated(stated, "vi", negative=negative)


def stated_en(stated: Stated, *, negative: bool = False) -> str:
    """A stated figure in English: VND 5,574.5 billion, 75% or more; "—" where there is none."""
    return _stated(stated, "en", negative=negative)


def _stated(stated: Stated, language: _Language, *, negative: bool) -> str:
    from vnplan.formatting.quantities import format_stated

    if stated.quantity is None:
        return "—"
    return f"{'−' if negative else ''}{format_stated(stated, locale=language)}"


def change_vi(change: Change) -> str:
    """A stated change in Vietnamese: giảm 4,59%, bằng 96,4%, gấp 3,2 lần."""
    verb = _VERBS_VI.get(change.form) or ("giảm" if change.measure is Measure.DECREASE else "tăng")
    return f"{verb} {stated_vi(change.stated)}"


def change_en(change: Change) -> str:
    """A stated change in English: fall of 4.59%, ratio of 96.4%."""
    noun = _NOUNS_EN.get(change.form) or ("fall" if change.measure is Measure.DECREASE else "rise")
    return f"{noun} of {stated_en(change.stated)}"


def share_vi(share: Share) -> str:
    """A stated share in Vietnamese: đạt 26,7%, vượt 5,6%."""
    margin = "thấp hơn" if share.measure is Measure.DECREASE else "vượt"
    return f"{margin if share.form is ShareForm.MARGIN else 'đạt'} {stated_vi(share.stated)}"


def share_en(share: Share) -> str:
    """A stated share in English: share of 26.7%, margin of 5.6%."""
    below = " below" if share.measure is Measure.DECREASE else ""
    return f"{f'margin{below}' if share.form is ShareForm.MARGIN else 'share'} of {stated_en(share.stated)}"


_VERBS_VI = {ChangeForm.RATIO: "bằng", ChangeForm.TIMES: "gấp"}
_NOUNS_EN = {ChangeForm.RATIO: "ratio", ChangeForm.TIMES: "multiple"}


def day_en(day: date) -> str:
    """A day in English."""
    from vnplan.formatting.dates import format_date

    return format_date(day, locale="en")


def cited_en(cited: Citation) -> str:
    """A cited document in English: Decision 200/QĐ-UBND."""
    from vnplan.formatting.documents import format_citation

    return format_citation(evolve(cited, date=None, title=None, issuer=None), locale="en")


def tally_en(tally: Tally) -> str:
    """A stated count in English: 18/20 targets."""
    from vnplan.formatting.units import noun_in

    whole = "" if tally.of is None else f"/{tally.of}"
    return f"{tally.count}{whole} {noun_in(tally.noun, 'en', singular=tally.count == 1 and tally.of is None)}"


def period_vi(period: Period | None) -> str:
    """A period in Vietnamese: quý I năm 2024; words for none where the text names no time."""
    from vnplan.formatting.periods import format_period

    return "không nêu kỳ" if period is None else format_period(period)


def period_en(period: Period | None) -> str:
    """A period in English: the first quarter of 2024."""
    from vnplan.formatting.periods import format_period

    return "no period told" if period is None else format_period(period, locale="en")


def interval_vi(interval: Interval, unit: Unit = PERCENT) -> str:
    """An interval in a unit, in Vietnamese: từ 26,7% đến 26,71%; one number where both ends print alike."""
    return _interval(interval, unit, "vi", ("từ {} đến {}", "trên {}", "dưới {}", "mọi giá trị"))


def interval_en(interval: Interval, unit: Unit = PERCENT) -> str:
    """An interval in a unit, in English: between 26.7% and 26.71%."""
    return _interval(interval, unit, "en", ("between {} and {}", "above {}", "below {}", "any value"))


def _interval(interval: Interval, unit: Unit, language: _Language, words: tuple[str, str, str, str]) -> str:
    from vnplan.formatting.units import beside, is_tight

    between, above, below, anything = words
    ends = [None if end is None else exact().scaleb(end, -unit.power) for end in (interval.lower, interval.upper)]
    places = max(_places(*ends), 0)
    lower, upper = (None if end is None else _number(end, language, places) for end in ends)
    if lower is not None and upper is not None:
        if lower == upper:
            return beside(lower, unit.symbol, language)
        if is_tight(unit.symbol):
            return between.format(*(beside(one, unit.symbol, language) for one in (lower, upper)))
        if language == "vi":
            return beside(between.format(lower, upper), unit.symbol, language)
        return f"between {beside(f'{lower} and {upper}', unit.symbol, language)}"
    told = above if upper is None else below
    end = lower if upper is None else upper
    return anything if end is None else told.format(beside(end, unit.symbol, language))
