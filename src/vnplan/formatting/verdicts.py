"""Verdicts in words, and how they come about (đánh giá, diễn giải)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnplan.attainment import DEFAULT, Assumption, Certainty, Finality, Outcome, Policy, Verdict, acceptance
from vnplan.attainment.frames import frame_of
from vnplan.attainment.sets import ZERO, Shape
from vnplan.errors import InvalidValueError
from vnplan.formatting.intervals import (
    OUTWARD_DECIMALS,
    format_amount,
    format_interval,
    format_ratio,
    format_share_value,
)
from vnplan.formatting.locales import Locale, Words, pick
from vnplan.formatting.numbers import format_percent, rounded
from vnplan.formatting.periods import format_period
from vnplan.formatting.quantities import format_quantity, format_stated
from vnplan.formatting.sentences import aim_of, format_actual, format_change, format_target, move_of, name_of
from vnplan.formatting.terms import format_enum
from vnplan.model.actual import Change
from vnplan.model.interval import Interval, exact
from vnplan.model.quantity import Quantity
from vnplan.model.target import Frame, Measure
from vnplan.model.units import PERCENT, PERCENTAGE_POINT, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from vnplan.attainment import Acceptance, Result
    from vnplan.model.source import Source
    from vnplan.model.target import Target
    from vnplan.scorecard import Scorecard

_FINALITY: dict[Finality, Words] = {
    Finality.FINAL: ("số liệu chính thức", "final"),
    Finality.PROVISIONAL: ("số liệu chưa chính thức", "provisional"),
    Finality.IRREVERSIBLE: ("không thể thay đổi", "irreversible"),
}


# --- one sentence ----------------------------------------------------------------------------------


def format_verdict(verdict: Verdict, *, locale: Locale = "vi") -> str:
    """A verdict as a sentence (đánh giá thực hiện chỉ tiêu).

    "Thu ngân sách Nhà nước năm 2023: vượt; kết quả 5.574,5 tỷ đồng so với chỉ tiêu 5.558 tỷ đồng
    (100,3%); chắc chắn; số liệu chưa chính thức". Why nothing is decided is told where it is not.

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    parts = [f"{_heading(verdict.target, locale)}: {format_enum(verdict.outcome, locale=locale)}"]
    parts.extend(_figures(verdict, locale))
    if verdict.pace is not None:
        parts.append(format_enum(verdict.pace, locale=locale))
    if verdict.certainty is not None:
        parts.append(format_enum(verdict.certainty, locale=locale))
    if verdict.finality is not None and verdict.outcome is not Outcome.OPEN:
        parts.append(pick(_FINALITY[verdict.finality], locale))
    if verdict.outcome not in _NEEDS_NO_REASON:
        parts.extend(format_enum(reason, locale=locale) for reason in verdict.reasons)
    parts.extend(_disagreement(verdict, locale))
    return "; ".join(parts)


_NEEDS_NO_REASON = frozenset((Outcome.OPEN, Outcome.NO_ACTUAL))
"""Their word says the reason."""


def format_scorecard(card: Scorecard, *, locale: Locale = "vi") -> str:
    """The counts of a scorecard as a sentence: "25/39 chỉ tiêu đạt (24–26 tùy cách làm tròn): 12 vượt, 13 đạt, …".

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    met = card.met
    outcomes = ", ".join(
        f"{count} {format_enum(outcome, locale=locale)}" for outcome, count in card.counts.items() if count
    )
    pattern = pick(("{face}/{of} chỉ tiêu đạt{span}", "{face} of {of} targets met{span}"), locale)
    span = ""
    if met.least != met.most:
        span = pick((" ({}–{} tùy cách làm tròn)", " ({}–{} depending on rounding)"), locale).format(
            met.least, met.most
        )
    told = pattern.format(face=met.face, of=met.of, span=span)
    return f"{told}: {outcomes}" if outcomes else told


def _heading(target: Target, locale: Locale) -> str:
    name = name_of(target, locale=locale)
    if target.period is None:
        return name
    return name + pick((" {}", ", {}"), locale).format(format_period(target.period, locale=locale))


def _figures(verdict: Verdict, locale: Locale) -> Iterator[str]:
    """Both sides as printed, with the share, and the time elapsed."""
    target, actual = verdict.target, verdict.actual
    if actual is not None and actual.stated.quantity is not None and target.stated.quantity is not None:
        told = pick(("kết quả {} so với chỉ tiêu {}", "result {} against {}"), locale)
        share = verdict.share.value if verdict.share is not None else None
        yield told.format(result_of(verdict, locale), aim_of(target, locale)) + (
            f" ({format_share_value(share, locale)})" if share is not None else ""
        )
    if verdict.outcome is Outcome.OPEN and verdict.elapsed is not None:
        yield pick(("sau {}", "after {}"), locale).format(_elapsed(verdict, locale))


def result_of(verdict: Verdict, locale: Locale = "vi") -> str:
    """The figure that answers a target; computed of two levels: "tăng 10% (từ 640 tỷ đồng lên 704 tỷ đồng)"."""
    actual, base = verdict.actual, verdict.base
    if actual is None:
        return format_enum(Outcome.NO_ACTUAL, locale=locale)
    if base is None:
        return _told(actual, locale)
    reading = verdict.reading()
    falls = reading is not None and reading.face < 0
    levels = pick(_FROM_TO[falls], locale).format(_told(base, locale), _told(actual, locale))
    if reading is None or reading.shape is not Shape.POINT:
        return levels
    return f"{_move(reading.face, verdict, locale)} ({levels})"


_FROM_TO: dict[bool, Words] = {
    False: ("từ {} lên {}", "from {} to {}"),
    True: ("từ {} xuống {}", "from {} down to {}"),
}
_MOVE: dict[bool, Words] = {False: ("tăng {}", "up {}"), True: ("giảm {}", "down {}")}
_MOVE_DECIMALS = 2


def _move_decimals(verdict: Verdict) -> int:
    """Two, and more where a computed change misses its target by less than they show."""
    gap = None if verdict.gap is None else verdict.gap.value
    return _MOVE_DECIMALS if gap is None or not gap.value else max(_MOVE_DECIMALS, -gap.value.adjusted())


def _move(face: Decimal, verdict: Verdict, locale: Locale) -> str:
    """A computed change in words, relative ones to as many decimals as show on which side of the target it is."""
    unit = _unit_of(verdict.target)
    value = exact().scaleb(face.copy_abs(), -unit.power)
    if unit.is_percent:
        value = rounded(value, _move_decimals(verdict))
    shown = value.to_integral_value() if value == value.to_integral_value() else value.normalize(exact())
    return pick(_MOVE[face < 0], locale).format(format_quantity(Quantity(shown, unit, None), locale=locale))


def _told(actual: Result, locale: Locale) -> str:
    """The figure of a result; a change says which way."""
    return move_of(actual, locale) if isinstance(actual, Change) else format_stated(actual.stated, locale=locale)


def _elapsed(verdict: Verdict, locale: Locale) -> str:
    assert verdict.elapsed is not None
    done, whole = verdict.elapsed.parts
    unit: Words = ("ngày", "days") if verdict.elapsed.months is None else ("tháng", "months")
    return pick(("{}/{} {}", "{} of {} {}"), locale).format(done, whole, pick(unit, locale))


def _disagreement(verdict: Verdict, locale: Locale) -> Iterator[str]:
    """The text's own verdict, where it says something else than the figures."""
    word = verdict.stated_word
    if word is not None and verdict.outcome.is_decided and str(word) != str(verdict.outcome):
        yield pick(("văn bản nêu: {}", "the text says: {}"), locale).format(format_enum(word, locale=locale))


# --- the derivation --------------------------------------------------------------------------------


def explain(verdict: Verdict, *, policy: Policy = DEFAULT, locale: Locale = "vi") -> str:
    """How a verdict comes about, line by line (diễn giải kết quả đánh giá).

    Both figures as printed and the values that they stand for, the comparison, share, gap and
    pace, the conclusion, what was assumed, and the sources.

    Args:
        verdict: What to explain.
        policy: The policy that it was made with.
        locale: Vietnamese or English.

    Raises:
        InvalidValueError: The verdict was made with another policy.
    """
    if policy.id != verdict.policy:
        raise InvalidValueError("policy", policy.id, f"the policy of the verdict, {verdict.policy}")
    exactly = Assumption.PRINTED_TARGET not in verdict.assumed
    accepted = acceptance(verdict.target, policy=policy, exact_target=exactly)
    lines = [
        *_target_lines(verdict, accepted, locale),
        *_actual_lines(verdict, policy, locale),
        *_comparison_lines(verdict, locale),
        *_number_lines(verdict, locale),
        *_conclusion_lines(verdict, locale),
    ]
    return "\n".join(f"{pick(label, locale)}: {text}." for label, text in lines)


_Line = tuple[Words, str]


def _target_lines(verdict: Verdict, accepted: Acceptance | None, locale: Locale) -> Iterator[_Line]:
    target = verdict.target
    yield ("Chỉ tiêu", "Target"), format_target(target, locale=locale) + _from(target.source)
    if accepted is None:
        return
    if accepted.accepted is None:
        told = format_enum(accepted.reason or Outcome.INDETERMINATE, locale=locale)
    else:
        told = _values(accepted.accepted, target, locale)
    yield ("Giá trị được coi là đạt", "Values that meet it"), told


def _actual_lines(verdict: Verdict, policy: Policy, locale: Locale) -> Iterator[_Line]:
    actual = verdict.actual
    if actual is None:
        yield ("Kết quả", "Result"), format_enum(Outcome.NO_ACTUAL, locale=locale)
        return
    told = format_change(actual, locale=locale) if isinstance(actual, Change) else format_actual(actual, locale=locale)
    yield ("Kết quả", "Result"), told + _from(actual.source)
    reading = verdict.reading(policy)
    if verdict.base is not None:
        before = format_actual(verdict.base, locale=locale) + _from(verdict.base.source)
        yield ("Mức năm trước", "Level of the year before"), before
        yield ("Mức tăng, giảm tính được", "Computed change"), result_of(verdict, locale)
    if reading is not None and reading.values is not None:
        if verdict.base is None:
            values = _values(reading.values, actual, locale)
        else:
            values = _values(reading.values, verdict.target, locale, decimals=OUTWARD_DECIMALS)
        label: Words = ("Giá trị mà số liệu có thể là", "Values that the figure stands for")
        yield label, values


def _comparison_lines(verdict: Verdict, locale: Locale) -> Iterator[_Line]:
    if not verdict.possible:
        return
    words = ", ".join(format_enum(one, locale=locale) for one in Outcome if one in verdict.possible)
    pattern: Words = (
        ("mọi giá trị có thể đều cho: {}", "every possible value gives: {}")
        if len(verdict.possible) == 1
        else ("các giá trị có thể cho: {}", "the possible values give: {}")
    )
    yield ("So sánh", "Comparison"), pick(pattern, locale).format(words)


def _number_lines(verdict: Verdict, locale: Locale) -> Iterator[_Line]:
    if verdict.share is not None:
        yield (
            ("Tỷ lệ thực hiện", "Share realised"),
            _division(verdict, locale) + format_ratio(verdict.share, locale=locale),
        )
    gap = shown_gap(verdict)
    if gap is not None:
        yield ("Chênh lệch", "Gap"), _gap(verdict, gap, locale)
    elapsed = verdict.elapsed
    if elapsed is not None and not elapsed.is_over:
        share = format_percent(elapsed.share, decimals=1, locale=locale)
        yield ("Thời gian đã qua", "Time elapsed"), f"{_elapsed(verdict, locale)} ({share})"
    if verdict.pace_reading is not None:
        yield ("Tiến độ", "Pace"), _pace(verdict, locale)
    if verdict.run_rate is not None and verdict.run_rate.value is not None:
        rate = format_amount(verdict.run_rate, decimals=_printed_decimals(verdict), locale=locale)
        yield ("Mức cần thực hiện trong thời gian còn lại", "Needed for the rest of the period"), rate


def _division(verdict: Verdict, locale: Locale) -> str:
    """Both figures of the division, as printed; of a range the end to be reached is its lower one."""
    actual, aimed = verdict.actual, verdict.target.stated.quantity
    if verdict.share is None or verdict.share.value is None or aimed is None or actual is None:
        return ""
    return f"{_told(actual, locale)} ÷ {format_quantity(aimed, locale=locale)} = "


def shown_gap(verdict: Verdict) -> Quantity | None:
    """The gap as people tell it: of a computed change to two decimals, a smaller one to its first digit, else exactly."""
    gap, decimals = None if verdict.gap is None else verdict.gap.value, _move_decimals(verdict)
    if gap is None or verdict.base is None or -int(gap.value.as_tuple().exponent) <= decimals:
        return gap
    return Quantity(rounded(gap.value, decimals), gap.unit, None)


def _gap(verdict: Verdict, gap: Quantity, locale: Locale) -> str:
    if not gap.value:
        return pick(("bằng chỉ tiêu", "equal to the target"), locale)
    above = gap.value > 0
    falls = frame_of(verdict.target) is not Frame.LEVEL and verdict.target.measure is Measure.DECREASE
    return pick(_GAPS[falls, above], locale).format(format_quantity(gap if above else -gap, locale=locale))


_GAPS: dict[tuple[bool, bool], Words] = {
    (False, True): ("cao hơn chỉ tiêu {}", "{} above the target"),
    (False, False): ("thấp hơn chỉ tiêu {}", "{} below the target"),
    (True, True): ("giảm ít hơn chỉ tiêu {}", "a fall {} smaller than the target"),
    (True, False): ("giảm nhiều hơn chỉ tiêu {}", "a fall {} larger than the target"),
}
"""By whether the target is on a fall, and whether the result is above it."""


def _pace(verdict: Verdict, locale: Locale) -> str:
    reading = verdict.pace_reading
    assert reading is not None
    word = format_enum(reading.pace, locale=locale)
    if reading.ratio.value is None:
        reason = reading.ratio.reason
        return word if reason is None else f"{word} ({format_enum(reason, locale=locale)})"
    ratio = format_percent(reading.ratio.value, decimals=1, locale=locale)
    if reading.against == "linear":
        told = pick(("bằng {} mức chia đều theo thời gian", "{} of an even pace"), locale)
        return f"{told.format(ratio)}, {word}"
    told = pick(("bằng {} mức cùng thời điểm của {}", "{} of what {} had reached by then"), locale)
    return f"{told.format(ratio, reading.against)}, {word}"


def _conclusion_lines(verdict: Verdict, locale: Locale) -> Iterator[_Line]:
    words = [format_enum(verdict.outcome, locale=locale)]
    if verdict.certainty is not None:
        words.append(pick(_CERTAINTY[verdict.certainty], locale))
    if verdict.finality is not None:
        words.append(pick(_FINALITY[verdict.finality], locale))
    yield ("Kết luận", "Conclusion"), "; ".join(words)
    lists = (
        (("Lý do", "Reasons"), verdict.reasons),
        (("Giả định", "Assumed"), verdict.assumed),
    )
    for label, members in lists:
        if members:
            yield label, "; ".join(format_enum(member, locale=locale) for member in members)
    for told in _disagreement(verdict, locale):
        yield ("Lưu ý", "Note"), told
    yield ("Quy ước đánh giá", "Policy"), verdict.policy


_CERTAINTY: dict[Certainty, Words] = {
    Certainty.CERTAIN: ("chắc chắn dù làm tròn thế nào", "certain however the figures were rounded"),
    Certainty.ROUNDING_SENSITIVE: (
        "theo số in; giá trị trước khi làm tròn có thể cho kết quả khác",
        "by the printed digits; the values before rounding may say otherwise",
    ),
}


def _from(source: Source | None) -> str:
    if source is None:
        return ""
    quote = f"“{source.quote}”, " if source.quote else ""
    return f" [{quote}{source}]"


def _values(values: Interval, figure: Target | Result, locale: Locale, *, decimals: int | None = None) -> str:
    """A set in the figure's unit; changes of one sign as rises or falls. Ends are rounded outwards to the decimals."""

    def told(one: Interval) -> str:
        return format_interval(one, unit=_unit_of(figure), decimals=decimals, locale=locale)

    if frame_of(figure) is not Frame.LEVEL and values != Interval.point(ZERO):
        if values.lower is not None and values.lower >= 0:
            return pick(("tăng {}", "a rise of {}"), locale).format(told(values))
        if values.upper is not None and values.upper <= 0:
            return pick(("giảm {}", "a fall of {}"), locale).format(told(-values))
    return told(values)


def _unit_of(figure: Target | Result) -> Unit:
    """In which the values of a figure are told: per cent for relative changes, else as printed."""
    frame = frame_of(figure)
    if frame is Frame.RELATIVE_CHANGE or figure.stated.quantity is None:
        return PERCENT
    return PERCENTAGE_POINT if frame is Frame.POINTS else figure.stated.quantity.unit


def _printed_decimals(verdict: Verdict) -> int:
    """As many decimals as the printed figures have, and one at least."""
    figures = (verdict.target, verdict.actual, verdict.base)
    quantities = [one.stated.quantity for one in figures if one is not None and one.stated.quantity is not None]
    return max([one.decimals or 0 for one in quantities] + [1])
