"""What reading hands over: strings and places, nothing interpreted by the model."""

from __future__ import annotations

from datetime import date

from attrs import define, field, frozen

from vnplan.reading.clean import Clean
from vnplan.reading.layout import Layout


@frozen
class RawPeriod:
    """A stretch of days with the kind of its wording."""

    start: date
    end: date
    kind: str
    wording: str = field(default="", eq=False)


@frozen
class RawUnit:
    """A unit as read: canonical spelling, dimension key, power of ten."""

    symbol: str
    dimension: str
    power: int = 0


@define
class RawFigure:
    """A number with its unit and what the words around it say.

    Places are in the working copy until `loading` maps them back.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: str
    unit: RawUnit | None
    upper: str | None = None
    comparator: str = "="
    hedge: str | None = None
    kind: str = "figure"
    """figure, tally or count: what the noun makes of it."""
    whole: str | None = None
    """The denominator of "17/18 chỉ tiêu"."""
    fault: str | None = None
    """What is wrong with the printed number, where it was read in spite of it."""
    upper_start: int = -1
    upper_end: int = -1

    role: str = "actual"
    name: str = ""
    name_spans: tuple[tuple[int, int], ...] = ()
    measure: str = "level"
    form: str | None = None
    basis: str | None = None
    basis_period: RawPeriod | None = None
    period: RawPeriod | None = None
    estimated: bool = False
    maintain: bool = False
    part_of_whole: bool = False
    """Whether it is a share of a structure: "chiếm 38,5%"."""
    at_start: bool = False
    """Whether it tells how things stood when the year began: "tỷ lệ hộ nghèo đầu năm 14,86%"."""
    baseline: bool = False
    """Whether it is the level that a change started from: "giảm từ 34 hộ xuống còn 21 hộ"."""
    planned: bool = False
    """Whether it is a planned figure named beside a result: "dự toán năm là 5.208 tỷ đồng"."""
    apart: bool = False
    """Whether it tells how much more or less something is than another thing: "cao hơn bình quân của tỉnh 2,3 triệu đồng"."""
    topic: str = ""
    """What the words before say that is told of several things: the beginnings of its name, parted by semicolons."""
    of: int | None = None
    """Index of the level that a change or share belongs to."""
    place: RawPlace | None = None
    accumulation: str | None = None
    price_base: str | None = None
    verdict: str | None = None
    """The verdict that the text states beside a result, as of `vnplan.VerdictWord`."""
    issue: str | None = None


@frozen
class RawPlace:
    """A place as named in the text."""

    name: str
    kind: str
    short: str
    start: int = field(default=0, eq=False)
    end: int = field(default=0, eq=False)


@frozen
class RawCitation:
    """A cited document as printed."""

    number: str | None
    type: str | None
    issuer: str | None
    date: date | None
    title: str | None
    is_basis: bool
    start: int
    end: int


@frozen
class RawDirective:
    """An instruction as printed."""

    issuer: str
    role: str | None
    is_person: bool
    text: str
    addressee: str | None
    verb: str
    deadline: str | None
    deadline_date: date | None
    inclusive: bool
    start: int
    end: int


@define
class RawEntry:
    """An item of a list of targets."""

    number: int | None
    section: str | None
    text: str
    start: int
    end: int
    figures: list[RawFigure] = field(factory=list)


@frozen
class RawPerson:
    """Somebody who signs, with the office as printed."""

    name: str
    office: str | None
    start: int
    end: int


@frozen
class RawTask:
    """A task of a plan with the heading it stands under."""

    text: str
    section: str | None
    start: int
    end: int


@frozen
class RawDuty:
    """One line of a reporting schedule; `every` is month, quarter, year or None."""

    report: str
    due: str
    every: str | None
    day: int | None
    month_of_quarter: int | None
    date: date | None
    inclusive: bool
    start: int
    end: int


@frozen
class RawPlanParts:
    """What a document says of itself, and what a plan holds besides figures.

    Attributes:
        number, number_span: The document's own number, and where it stands.
        kind: What kind of document it is, as the field's English term (plan, resolution, report, news, other).
        title: Its title as worded.
        issued: The date of its letterhead.
        issuer: The body that issues it.
        citations: The documents named, without its own number, those marked on which it rests.
        other_basis: Opinions and conclusions without a number on which it rests.
        theme: Theme of the year.
        objectives: General objectives.
        tasks: Tasks by section.
        reporting: Reporting schedule.
        signatory: Who signed.
        recipients: The "Nơi nhận" list.
    """

    number: str | None = None
    number_span: tuple[int, int] | None = None
    kind: str = "other"
    title: str | None = None
    issued: date | None = None
    issuer: str | None = None
    citations: tuple[RawCitation, ...] = ()
    other_basis: tuple[str, ...] = ()
    theme: str | None = None
    objectives: tuple[str, ...] = ()
    tasks: tuple[RawTask, ...] = ()
    reporting: tuple[RawDuty, ...] = ()
    signatory: RawPerson | None = None
    recipients: tuple[str, ...] = ()


@frozen
class RawIssue:
    """Something that reading could not decide."""

    severity: str
    reason: str
    start: int
    end: int


@frozen
class NumberClaim:
    """A number, or several, that are no figures.

    Attributes:
        start, end: The characters claimed.
        kind: What they are, as of the ledger.
        reason: The rule, in words.
    """

    start: int
    end: int
    kind: str
    reason: str


@frozen
class RawTable:
    """A table of figures.

    Attributes:
        start, end: Its characters.
        figures: Row by row, each with the level of its row that it belongs to.
        claims: Its numbers that are no figures.
        entries: Its rows with aims, for a text that is a plan.
    """

    start: int
    end: int
    figures: list[tuple[RawFigure, RawFigure | None]]
    claims: list[NumberClaim]
    entries: list[RawEntry] = field(factory=list)


@define
class Reading:
    """Everything read from one text; places are in the working copy."""

    copy: Clean
    layout: Layout
    figures: list[RawFigure] = field(factory=list)
    entries: list[RawEntry] = field(factory=list)
    tables: list[RawTable] = field(factory=list)
    tallies: list[RawFigure] = field(factory=list)
    claims: list[NumberClaim] = field(factory=list)
    citations: list[RawCitation] = field(factory=list)
    directives: list[RawDirective] = field(factory=list)
    issues: list[RawIssue] = field(factory=list)
    period: RawPeriod | None = None
    place: RawPlace | None = None
    province: RawPlace | None = None
    is_plan: bool = False
    title: str | None = None
    parts: RawPlanParts = field(factory=RawPlanParts)
