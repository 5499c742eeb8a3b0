"""When a figure is of: own clause, else sentence, paragraph, heading, report (kỳ của số liệu)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from vnplan.reading.context import WINDOW, Context, open_bracket
from vnplan.reading.patterns import searched
from vnplan.reading.periods import Mention
from vnplan.reading.raw import RawFigure, RawPeriod
from vnplan.reading.scene import AIM_HEAD, RESULT_HEAD, Sight
from vnplan.reading.topics import (
    PASSING,
    TILL_NOW,
    bracket_of,
    is_of_an_event,
    is_of_one,
    is_past,
    names_a_document,
    only_starts,
    reaches_to_now,
)

_YEAR_BEFORE = searched(
    r"(?<!\w)(?<!so )(?<!so với )(?<!kế hoạch và )cùng (?:kỳ|thời điểm)(?: (?:năm (?:trước|ngoái)|(?:năm )?\d{4}))?(?!\w)"
    r"|(?<!\w)(?<!so )(?<!so với )(?<!cùng kỳ )(?<!hơn )(?<!bằng )(?<!mức )(?<!như )năm ngoái(?!\w)|\(năm trước(?!\w)"
)
_OWN_TIME = re.compile(r" ?\(?(?:của|trong|vào|từ|năm|tính (?:đến )?hết|tính đến|đến(?: hết)?)? ?")
_COMPARES = searched(r"(?<!\w)(?:so|cùng kỳ|bằng|kế hoạch|dự toán)(?!\w)|[;()]")
_SINCE_JANUARY = searched(r"(?<!\w)(?:lũy kế )?(?:tính )?từ đầu năm(?: đến nay)?(?!\w)")
_THIS_MONTH = searched(r"(?<!\w)(?:trong tháng|tháng này)(?! \d)(?!\w)")
_NOW = searched(r"(?<!\w)(?:hiện nay|hiện tại|hiện có|hiện)(?!\w)")
_PLACED_HALF = searched(r"(?<!\w)(?:đầu|cuối)(?!\w)")
_RUNNING = searched(r"(?<!\w)(?:lũy kế|từ đầu năm|tính chung|cộng dồn|cả năm|đến nay)(?!\w)")
_OF = re.compile(r" (?:của \w{0,3}|của)")
_SAME_TIME = re.compile(
    r" ?\(?của cùng (?:kỳ|thời điểm)(?: năm (?:trước|ngoái)| (?:năm )?(?P<year>(?:19|20)\d\d))?(?!\w)"
)
_COMPARED_BEFORE = searched(
    r"(?<!\w)(?:cùng (?:kỳ|thời điểm)(?: năm)?|năm)(?: (?:trước|ngoái)| (?P<year>(?:19|20)\d\d))?\s*$"
)
_CLOSE, _LATER = 60, 70
"""Characters after a figure in which its own period may follow."""
_OPENS_NEXT = re.compile(r" (?:tăng|giảm|đạt|là|có|ước|còn)(?!\w)")
"""Verbs after a period that make it the time of what follows: "kế hoạch 9,4%, năm 2017 tăng 9,53%"."""
_POINTS = ("day",)


def find_period(sight: Sight) -> RawPeriod | None:
    """The period of a figure."""
    best = _of_the_sentence(sight)
    if best is not None and reaches_to_now(sight.context, best):
        return None
    if best is None and sight.figure.role == "actual" and sight.context.aims_from is not None:
        return None  # how things are in a text that otherwise looks ahead
    if (edge := _edge_of_the_year(sight)) is not None:
        return edge
    if best is None and (planned := _year_planned(sight)) is not None:
        return planned
    if best is not None and best.limit and best.start < sight.figure.start and sight.figure.role == "target":
        sight.clause.horizon = best
    if best is None and (beside := _of_the_term(sight)) is not None:
        return beside
    return _period_of(sight, best)


def _period_of(sight: Sight, best: Mention | None) -> RawPeriod | None:
    """The period of a mention, else of what stands around a figure, as its words narrow it."""
    period = _resolved(sight, best) or sight.clause.before_details or _of_the_paragraph(sight) or sight.clause.inferred
    period = period or _of_the_section(sight) or _of_the_text(sight)
    if period is None:
        return None
    if period == sight.context.period and sight.figure.role != "target":
        period = _term_before(sight, period)
    same_time = _SAME_TIME.match(sight.flow, sight.figure.end) or compared_level(sight)
    if same_time is not None:  # the figure that something is compared with: the sentence goes on with its own
        return in_year(period, int(same_time["year"]) if same_time["year"] else period.end.year - 1)
    if best is None and (beside := _beside_in_bracket(sight)) is not None:
        return beside
    own = _narrowed(sight, period, best)
    ahead = best is not None and (sight.context.is_horizon(best) or _inside_a_bracket(sight, best))
    if own.end.year >= period.end.year and not ahead:  # nothing goes on with the level of the year before or after
        sight.clause.period = own
    return own


def _inside_a_bracket(sight: Sight, mention: Mention) -> bool:
    """Whether a period stands in a bracket, and so is not what the sentence goes on about: "(7 tháng năm 2020 tăng 4%)"."""
    return open_bracket(sight.flow, sight.clause.sentence_start, mention.start) is not None


_EDGE = re.compile(
    r"(?<!\w)(?<!từ )(?<!tháng )(?<!quý )(?<!ngày )(?<!dịp )(?P<edge>đầu|cuối) năm(?: (?:là|có|còn|đạt|chỉ|xuống|giảm|:))*\s*$"
)


_AT_START = re.compile(r" (?:vào )?đầu năm(?: (?:xuống|lên|còn|nay)|[,;)])")
"""Behind a level from which it fell or rose since: "giảm từ 14,2% đầu năm xuống còn 11,9%"."""


def _at_start(sight: Sight) -> RawPeriod | None:
    """The day before the main year, for a level told to be that of its start."""
    main, year = sight.context.period, sight.clause.paragraph
    if main is None or sight.figure.role != "actual" or _AT_START.match(sight.flow, sight.figure.end) is None:
        return None
    if sight.reading.is_plan or (year is not None and year.year not in (None, main.end.year)):
        return None
    sight.figure.at_start = True
    return _day_before(main)


def _day_before(main: RawPeriod) -> RawPeriod:
    """The last day before the year of the text."""
    last = date(main.end.year - 1, 12, 31)
    return RawPeriod(last, last, "day")


def _edge_of_the_year(sight: Sight) -> RawPeriod | None:
    """The start of the main year for what was so then, all of it for what is to be so at its end.

    As in "tỷ lệ hộ nghèo đầu năm 14,86%, phấn đấu cuối năm còn 11,2%".
    """
    main, figure = sight.context.period, sight.figure
    before = sight.last
    if sight.lead.bracket and not sight.lead.verbs and before is not None and before.at_start:
        figure.at_start = True
        return before.period  # "đầu năm 14,86% (2.712 hộ)"
    if (begun := _at_start(sight)) is not None:
        return begun
    told = sight.flow[sight.clause.before : figure.start]
    edge = None
    if main is not None and ("đầu năm" in told or "cuối năm" in told):
        edge = _EDGE.search(sight.flow, sight.clause.before, figure.start)
    if main is None or edge is None or figure.role not in ("actual", "target"):
        return None
    first = sight.clause.before <= sight.clause.sentence_start
    if not first and not sight.flow[sight.clause.before : edge.start()].strip():
        return None  # it is of the figure before: "giảm từ 4,8% đầu năm xuống còn 3,6%"
    if any(m.end > edge.start() for m in sight.context.mentions_between(sight.clause.before, figure.start)):
        return None  # "6 tháng đầu năm"
    if edge["edge"] == "đầu":
        figure.at_start = figure.role == "actual"
        return _day_before(main) if figure.at_start else None
    return (
        RawPeriod(date(main.end.year, 1, 1), date(main.end.year, 12, 31), "year") if figure.role == "target" else None
    )


_NEXT_YEAR = searched(r"(?<!\w)(?:sang năm|năm tới|năm sau|năm tiếp theo)(?!\w)")


def _year_planned(sight: Sight) -> RawPeriod | None:
    """The year of an aim that a sentence leaves open: the next one, that of the points' intro, or of the plan told of.

    In a report "về tình hình năm 2020, kế hoạch năm 2021" what is aimed at is of 2021.
    """
    figure, clause, main = sight.figure, sight.clause, sight.context.period
    if figure.role != "target" or figure.planned:
        return None
    if clause.horizon is not None:
        return sight.context.resolve(clause.horizon)
    if main is None or sight.reading.is_plan:
        return None
    if _NEXT_YEAR.search(sight.own_words):
        return RawPeriod(date(main.end.year + 1, 1, 1), date(main.end.year + 1, 12, 31), "year")
    if sight.section.intro is not None and sight.section.intro.end <= clause.block.start:
        inside = sight.context.mentions_between(sight.section.intro.start, sight.section.intro.end)
        told = [
            m
            for m in inside
            if m.kind in ("year", "years") and not m.compared and not names_a_document(sight.context, m)
        ]
        if told:
            return sight.context.resolve(told[0])
    own = clause.paragraph is not None and clause.paragraph.start >= clause.block.start
    return None if own or _of_the_heading(sight) is not None else sight.context.planned


def _of_the_term(sight: Sight) -> RawPeriod | None:
    """The term of the result before, which a bracket holds against its plan: "đạt 9,2% (mục tiêu 8,5%)"."""
    before = sight.last
    if (
        not sight.figure.planned
        or before is None
        or before.start < sight.clause.sentence_start
        or before.period is None
    ):
        return None
    return before.period if before.period.kind == "years" else None


_OTHER_RATE = searched(
    r"(?<!\w)(?:cao|thấp) hơn (?:mức|tốc độ) (?:tăng|giảm)(?: trưởng)?(?: của)?(?:[^,;.()]{0,20} và)? cùng kỳ"
    r"(?: năm (?:trước|ngoái)| (?:năm )?(?P<year>(?:19|20)\d\d))?(?: là| đạt|,)* ?\(?$"
)
"""What a rate is held against that was reached before: "tăng 4,8%, thấp hơn mức tăng của cùng kỳ năm 2011 (8,8%)"."""


def compared_level(sight: Sight) -> re.Match[str] | None:
    """Where a bracket adds the level of the year compared with: "giảm 21% so với cùng kỳ năm 2019 (63.312 tỷ đồng)"."""
    if sight.is_percent and (rate := _OTHER_RATE.search(sight.own_words)) is not None:
        return rate
    again = sight.figure.role == "change" and sight.own_words.startswith(")")
    if not sight.lead.bracket or sight.lead.verbs or not (again or sight.figure.role == "actual"):
        return None
    return _COMPARED_BEFORE.search(sight.flow, sight.clause.before, sight.lead.edge)


def _beside_in_bracket(sight: Sight) -> RawPeriod | None:
    """The period of the figure before, in the same bracket: "(năm 2018 là: 39,72%; 19,37% và 40,91%)"."""
    before = sight.last
    if before is None or before.start < sight.clause.sentence_start:
        return None
    opened = open_bracket(sight.flow, sight.clause.sentence_start, sight.figure.start)
    return before.period if opened is not None and opened <= before.start else None


def own_period(sight: Sight) -> RawPeriod | None:
    """The period named right after a figure, and no other: of the level that a change started from."""
    if (begun := _at_start(sight)) is not None:
        return begun
    own = _right_after(sight, sight.context.mentions_between(sight.figure.end, sight.limit))
    if own is None:
        return None
    sight.clause.started.append(own)
    return _resolved(sight, own)


def _right_after(sight: Sight, after: list[Mention]) -> Mention | None:
    end = sight.figure.end
    plain = [m for m in after if not m.compared and m.kind not in _POINTS and m.end <= end + _CLOSE]
    if not plain or not _OWN_TIME.fullmatch(sight.flow, end, plain[0].start):
        return None
    bracketed = "(" in sight.flow[end : plain[0].start]
    return plain[0] if not bracketed or sight.flow[plain[0].end : plain[0].end + 1] == ")" else None


def _of_the_sentence(sight: Sight) -> Mention | None:
    """The mention that holds for a figure: one right after it, the last one before it, else a later one."""
    context, figure, clause = sight.context, sight.figure, sight.clause
    after = context.mentions_between(figure.end, min(sight.limit, figure.end + _LATER))
    whose = next((m for m in after if m.year is not None and m.kind not in _POINTS), None)
    if whose is not None and _OF.fullmatch(sight.flow, figure.end, whose.start + len("của")):
        return whose  # "cao hơn mức tăng 9,86% của 6 tháng đầu năm 2023"
    if (close := _right_after(sight, after)) is not None:
        clause.told_after.append(close)
        return close
    bracket = open_bracket(sight.flow, clause.sentence_start, figure.start)
    for mention in reversed(context.mentions_between(clause.sentence_start, figure.start + 1)):
        if _may_date(sight, mention) and bracket_of(context, clause.sentence_start, mention) in (None, bracket):
            return mention
    later = next((m for m in after if not m.compared and m.kind not in PASSING), None)
    if later is not None and _THIS_MONTH.search(sight.flow, clause.sentence_start, figure.start):
        return None  # "trong tháng trồng mới 35 ha, lũy kế 10 tháng 412 ha"
    opens = (
        later is not None and _OPENS_NEXT.match(sight.flow, later.end) and "," in sight.flow[figure.end : later.start]
    )
    if later is not None and not opens and not _COMPARES.search(sight.flow, figure.end, later.start):
        return later
    return None


def _may_date(sight: Sight, mention: Mention) -> bool:
    """Whether a period told before a figure may be its own."""
    context, figure, clause = sight.context, sight.figure, sight.clause
    if mention.compared or mention.kind in _POINTS or _of_a_plan_before(sight, mention):
        return False
    if mention in clause.started or (mention.aside and mention.kind == "years"):
        return False  # of what a change started from, or the term of a council
    if only_starts(context, mention) or is_past(context, mention, figure.start):
        return False
    of_another = mention in clause.told_after or is_of_one(context, mention, clause.sentence_start)
    of_another = of_another or _ends_a_member(context, mention)
    return not (of_another and ";" in sight.flow[mention.end : figure.start])  # "25% đến năm 2025, 40% đến năm 2030; …"


_WHEN = re.compile(r"(?<!\w)(?:vào|trong) (?:cuối |đầu |giữa )?$")


def _ends_a_member(context: Context, mention: Mention) -> bool:
    """Whether a time is the last word of a member of a list: "đạt chuẩn vào cuối năm 2020; tỷ lệ hộ nghèo còn 2%"."""
    ends = context.flow.startswith(";", mention.end)
    return ends and _WHEN.search(context.flow, max(0, mention.start - 12), mention.start) is not None


_PLAN_OF = re.compile(r"\d ?%[^,;.()]{0,20} (?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|kịch bản)[^,;.()]{0,20}$")
_PLAN_BACK = 50


def _of_a_plan_before(sight: Sight, mention: Mention) -> bool:
    """Whether a year only names the plan of a share told before: "đạt 51,3% kế hoạch năm 2017; trong đó khách …"."""
    low, start = sight.clause.sentence_start, mention.start
    if mention.kind != "year" or start >= sight.clause.start:
        return False
    return _PLAN_OF.search(sight.flow, max(low, start - _PLAN_BACK), start) is not None


def _resolved(sight: Sight, mention: Mention | None) -> RawPeriod | None:
    if mention is None:
        return None
    last = sight.clause.period.end.year if sight.clause.period is not None else None
    return _main_again(sight.context, mention) or sight.context.resolve(
        mention, mention.year or _year_near(sight, mention) or last
    )


def _main_again(context: Context, mention: Mention) -> RawPeriod | None:
    """The main period, where a mention without a year names it again: "qua 6 tháng" in a report on the second half."""
    main = context.period
    if mention.year is not None or main is None:
        return None
    if mention.kind in ("year", "years"):
        return main if mention.kind == main.kind == "years" else None
    unplaced = mention.kind == "half" and not _PLACED_HALF.search(context.flow, mention.start, mention.end)
    return main if mention.resolve(main.end.year) == main or (unplaced and main.kind == "half") else None


def _year_near(sight: Sight, mention: Mention) -> int | None:
    """The year that a mention without one belongs to: of its sentence, else its paragraph."""
    clause = sight.clause
    for earlier in reversed(sight.context.mentions_between(clause.sentence_start, mention.start)):
        passing = earlier.compared or earlier.kind in PASSING or sight.context.is_horizon(earlier)
        if earlier.year is not None and not passing:
            return earlier.year
    topic_, named = clause.paragraph, sight.context.last_named(mention.start)
    if topic_ is None or topic_.year is None or topic_.kind == "school_year":
        return None
    if sight.context.is_passed_by(topic_, mention.start):
        return None
    later = named is not None and named.start > topic_.start and not is_of_an_event(sight.context, named)
    return named.year if named is not None and later else topic_.year


def _of_the_paragraph(sight: Sight) -> RawPeriod | None:
    topic, clause = sight.clause.paragraph, sight.clause
    if (
        topic is not None
        and topic.start < clause.block.start
        and _NOW.search(sight.flow, clause.sentence_start, sight.figure.start)
    ):
        return None  # what a paragraph before was about is not now
    return None if topic is None else _main_again(sight.context, topic) or sight.context.resolve(topic)


def _of_the_section(sight: Sight) -> RawPeriod | None:
    """The period of the headings; a yearly rate in the paper of a term is of all of it, not of the year they end with."""
    heading, main, unit = _of_the_heading(sight), sight.context.period, sight.figure.unit
    yearly = unit is not None and unit.symbol.endswith("/năm") and sight.is_percent
    if yearly and heading is not None and heading.kind == "year" and main is not None and main.kind == "years":
        return main
    return heading


def _of_the_text(sight: Sight) -> RawPeriod | None:
    """The main period; a text of many years gives it only to what it tells as news, by a comparison or as an estimate."""
    main, clause = sight.context.period, sight.clause
    if main is None or not sight.context.many_years:
        return main
    if (year := _year_after_compared(sight)) is not None:
        return RawPeriod(date(year, 1, 1), date(year, 12, 31), "year")
    now = TILL_NOW.search(sight.flow, clause.before, sight.figure.start) is not None
    told_as_news = now or sight.figure.estimated or sight.figure.basis == "yoy" or sight.dimension == "percentage_point"
    return main if told_as_news else clause.period


_CONGRESS = re.compile(r"(?<!nghị quyết )đại hội[^.;\n]{0,80}nhiệm kỳ (?P<first>\d{4}) ?- ?\d{4}")
_OPENING = 1500
"""Characters in which a text names the congress that it is about."""


def _term_before(sight: Sight, main: RawPeriod) -> RawPeriod:
    """What the paper of a congress tells as reached is of the term before the one that opens."""
    if main.kind != "years":
        return main
    congress = _CONGRESS.search(sight.flow, 0, _OPENING)
    if congress is None or int(congress["first"]) != main.start.year:
        return main
    return RawPeriod(
        main.start.replace(year=2 * main.start.year - main.end.year), main.end.replace(year=main.start.year), "years"
    )


def _of_the_heading(sight: Sight) -> RawPeriod | None:
    """The period that the headings above name, which is the same for all figures below them."""
    kept = sight.section.period
    if not kept:
        kept.append(_named_above(sight))
    return kept[0]


_TELLS_A_FIGURE = re.compile(r"(?:đạt|tăng|giảm|còn|là|hơn|gần|trên|khoảng) \d[\d.,]* ?(?:%|tỷ|tỉ|triệu|nghìn)")


def _named_above(sight: Sight) -> RawPeriod | None:
    context = sight.context
    for heading, title in sight.section.over():
        if _TELLS_A_FIGURE.search(context.flow, heading.start, heading.end):
            continue  # it is news by itself: "Phấn đấu đến năm 2030 thu nhập đạt 90 triệu đồng"
        told = [
            m for m in context.mentions_between(heading.start, heading.end) if not m.compared and m.kind not in _POINTS
        ]
        times = [m for m in told if not names_a_document(context, m)]
        if len(times) > 1 and any(context.resolve(m, m.year or context.year) == context.period for m in times):
            return context.period  # "tháng 10 và 10 tháng năm 2023"
        for mention in told:
            if mention.year is None and context.period is not None and not context.many_years:
                return _within_the_main(sight, mention, title)
            resolved = context.resolve(mention)
            if resolved is not None:
                return resolved
    return None


def _within_the_main(sight: Sight, mention: Mention, title: str) -> RawPeriod | None:
    """What a heading without a year is of: the year above it, else that of the text, and for duties what comes next.

    "Nhiệm vụ quý I" in a report on the year 2023 is of 2024.
    """
    main = sight.context.period
    years = (m.year for block, _ in sight.section.over() for m in sight.context.mentions_between(block.start, block.end)
             if m.year is not None and not m.compared and not m.limit and m.kind not in PASSING)  # fmt: skip
    named = next(years, None)
    year = main.end.year if named is None and main is not None else named
    found = mention.resolve(year)
    ahead = AIM_HEAD.search(title) and not RESULT_HEAD.search(title) and not sight.reading.is_plan
    if found is None or main is None or named is not None or not ahead or found.end >= main.end:
        return found
    return in_year(found, found.end.year + 1)


def _narrowed(sight: Sight, period: RawPeriod, best: Mention | None) -> RawPeriod:
    """What words such as "từ đầu năm", "trong tháng", "cùng kỳ năm trước" make of a period."""
    flow, clause, figure = sight.flow, sight.clause, sight.figure
    since = None
    if flow.find("từ đầu năm", clause.sentence_start, figure.start) >= 0:
        since = _SINCE_JANUARY.search(flow, clause.sentence_start, figure.start)
    if since is not None and (best is None or best.end <= since.start()):
        period = RawPeriod(period.end.replace(month=1, day=1), period.end, "months")
    _note_month(sight, best)
    if clause.monthly and period.kind in _SEVERAL_MONTHS and period.start.day == 1:
        period = month_of(period)
    _note_total(sight, best)
    if clause.running and period.kind == "month":
        period = RawPeriod(period.start.replace(month=1), period.end, "months")
    level = figure.role in ("actual", "target") and sight.lead.nearest in ("level", None)
    same_time = _YEAR_BEFORE.search(sight.own_words)
    grew = figure.role == "change" and best is None and _GREW.search(sight.own_words) is not None
    if grew or (same_time and ((level and best is None) or _IN_BRACKET.search(sight.own_words, 0, same_time.start()))):
        period = in_year(period, period.end.year - 1)
    elif best is None and not _dated_here(sight) and (year := _year_after_compared(sight)) is not None:
        period = clause.inferred = in_year(period, year)
        if clause.paragraph is not None and clause.paragraph.start < clause.block.start:
            clause.paragraph = None  # told by a paragraph before; this one speaks for itself
    if (figure.planned and (best is None or best.end < clause.before)) or _of_this_year(sight, period, best):
        period = RawPeriod(period.start.replace(month=1, day=1), period.end.replace(month=12, day=31), "year")
    return period


_THIS_YEAR = re.compile(r"[\s\"*_-]*(?:[^.;:,]{2,20}: ?)?(?:trong |dự kiến )?năm nay(?!\w)(?! (?:so|cao|cũng))")


def _of_this_year(sight: Sight, period: RawPeriod, best: Mention | None) -> bool:
    """Whether a sentence opens with the whole year in a report on a part of it: "Năm nay thu ngân sách sẽ đạt 352 tỷ đồng"."""
    start = sight.clause.sentence_start
    if period.kind not in ("months", "month", "up_to", "half", "quarter") or (best is not None and best.start >= start):
        return False
    return _THIS_YEAR.match(sight.flow, start) is not None and not _RUNNING.search(
        sight.flow, start, sight.figure.start
    )


def _dated_here(sight: Sight) -> bool:
    """Whether the paragraph itself named the year that it tells of, which a comparison with an earlier one leaves as it is."""
    told = sight.clause.paragraph
    return told is not None and told.year is not None and told.start >= sight.clause.block.start


_GREW = searched(
    r"(?<!\w)(?<!so )(?<!với )cùng kỳ(?: năm (?:trước|ngoái))?(?: có)?(?: mức| tốc độ)? (?:tăng|giảm)(?: \w+){0,2}\s*$"
)
"""As in "tăng 7,25%, cùng kỳ tăng 6,67%": what was told of the year before."""
_SEVERAL_MONTHS = ("months", "up_to", "year", "half", "quarter")


def _note_month(sight: Sight, best: Mention | None) -> None:
    """Whether figures are of the month alone: from "trong tháng" until another period, or a running total."""
    flow, clause, figure = sight.flow, sight.clause, sight.figure
    month = _THIS_MONTH.search(flow, clause.start, figure.start)
    against = figure.basis == "previous" and "tháng trước" in flow[figure.end : sight.tail.end]
    if against or (month is not None and (best is None or best.end < month.start())):
        clause.monthly = True
    elif _RUNNING.search(flow, clause.start, figure.start) or (best is not None and best.start >= clause.start):
        clause.monthly = False


_TOTAL = searched(r"(?<!\w)(?:lũy kế|cộng dồn)(?!\w)")


def _note_total(sight: Sight, best: Mention | None) -> None:
    """Whether figures are of all months so far: "tháng 10 ước 215 tỷ đồng, lũy kế 1.980 tỷ đồng, bằng 84,6% kế hoạch"."""
    clause = sight.clause
    if best is not None and best.start >= clause.start:
        clause.running = False
    elif _TOTAL.search(sight.flow, clause.start, sight.figure.start):
        clause.running = True


_IN_BRACKET = re.compile(r"\(\s*(?:của )?$")


def _year_after_compared(sight: Sight) -> int | None:
    """The year after the one that a sentence compares with, where it names no other: "so với cùng kỳ năm 2019"."""
    clause = sight.clause
    low, high = (
        max(clause.sentence_start, sight.figure.start - WINDOW),
        min(clause.sentence_end, sight.figure.end + WINDOW),
    )
    named = [m for m in sight.context.mentions_between(low, high) if m.year is not None and not m.base]
    known, main = sight.context.year, sight.context.period
    if main is not None and main.kind == "years" and not sight.context.many_years:
        return None  # what is told of a term, held against its start
    years = {
        m.year + 1
        for m in named
        if m.year is not None
        and m.compared
        and not (m.kind == "year" and _is_long_ago(sight, m))
        and not (m.kind in ("month", "quarter") and main is not None and m.year == main.end.year)
        and m.kind in ("year", "month", "months", "quarter", "half")
    }
    if len(years) != 1 or any(not m.compared for m in named):
        return None
    if known is not None and max(years) > known + 1:  # a misprint rather than a figure of years to come
        return None
    return years.pop()


def _is_long_ago(sight: Sight, mention: Mention) -> bool:
    """Whether a year compared with is not the one before that of the text: "giảm 5,6% so với năm 2011" in one on 2014."""
    main = sight.context.period
    if main is None or sight.context.many_years or mention.year is None or main.kind == "years":
        return False
    same_time = sight.flow.find("cùng kỳ", max(0, mention.start - _PLAN_BACK // 2), mention.start) >= 0
    return not same_time and mention.year + 2 < main.end.year


def month_of(period: RawPeriod) -> RawPeriod:
    """The month that a period ends in."""
    last = period.end.replace(day=monthrange(period.end.year, period.end.month)[1])
    return RawPeriod(period.end.replace(day=1), last, "month")


def narrow_to_months(flow: str, start: int, end: int, changes: list[RawFigure]) -> None:
    """Changes against the month before are of a month, though the text tells of several."""
    if "tháng trước" not in flow[start:end]:
        return
    for figure in changes:
        if figure.basis == "previous" and figure.period is not None and figure.period.kind in ("months", "up_to"):
            figure.period = month_of(figure.period)


_IN_TURN = searched(r"(?<!\w)lần lượt(?!\w)")
_TIMES = ("year", "quarter", "month", "half")


def times_in_turn(context: Context, start: int, end: int, figures: list[RawFigure]) -> None:
    """Figures told of several times in turn: "năm 2017 và 2018 lần lượt là 14,6% và 7,6%"."""
    told = _IN_TURN.search(context.flow, start, end)
    if told is None:
        return
    times = [m for m in context.mentions_between(start, told.start()) if m.kind in _TIMES and not m.compared]
    while times and _TOGETHER.fullmatch(context.flow, times[-1].end, told.start()) is None:
        times.pop()
    for before in range(len(times) - 2, -1, -1):
        if _TOGETHER.fullmatch(context.flow, times[before].end, times[before + 1].start) is None:
            times = times[before + 1 :]
            break
    mine = [figure for figure in figures if figure.start > told.start()][: len(times)]
    alike = len({(figure.name, figure.role, figure.unit and figure.unit.symbol) for figure in mine}) == 1
    if len(times) < 2 or len(mine) < len(times) or not alike:
        return
    for figure, time in zip(mine, times, strict=True):
        figure.period = context.resolve(time) or figure.period


_TOGETHER = re.compile(r"[^\d.:]*")


def in_year(period: RawPeriod, year: int) -> RawPeriod:
    """The same stretch in another year."""
    back = period.end.year - year
    end = period.end
    day = 28 if (end.month, end.day) == (2, 29) else end.day
    return RawPeriod(
        period.start.replace(year=max(1, period.start.year - back), day=min(period.start.day, 28)),
        end.replace(year=max(1, year), day=day),
        period.kind,
    )
