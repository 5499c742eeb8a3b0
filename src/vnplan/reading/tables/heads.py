"""The head of a column → what stands in it (đầu cột của bảng)."""

from __future__ import annotations

import re

from attrs import define, evolve, field, frozen

from vnplan.lexicon import Phrases, Word, by_lexicon, rows
from vnplan.reading.figures import read_unit
from vnplan.reading.periods import Mention, read_periods
from vnplan.reading.raw import RawPeriod, RawUnit
from vnplan.reading.tables.cells import unit_at
from vnplan.reading.timing import in_year

_FORMULA = re.compile(
    r"\(?\d{1,2}\s*=\s*[\d\s()/:x*+-]{1,24}%?\)?|\(\d{1,2}\)(?:\s*[/:]\s*\(\d{1,2}\))?|\(\d{1,2}\s*[/:]\s*\d{1,2}\)"
)
_MONTHS = re.compile(r"(?<![\w,.])(\d{1,2})\s?t(?:háng)?(?=[^\w]|$)")
_STROKE = re.compile(r"/(?=\d{1,2} tháng|quý |tháng |năm )")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_YEAR_IN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SKIPPED = re.compile(r"[\s,.;:()\[\]\"'*–-]+")
_WORD = re.compile(r"\w+|\S")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_LONGEST = 200
"""Characters beyond which words are no head of a column."""


@frozen
class Column:
    """What a column holds, as far as its head says.

    Attributes:
        kind: number, name, time, unit, note; level, change, share, structure, verdict; rate where the head
            says no more than "tỷ lệ"; entity where the rows are things; empty where it is not understood.
        role: Of a level: target or actual; empty where the head names only a period.
        basis: Of a target its authority, of a share or change what it is compared with.
        basis_period: The period compared with, where the head names it.
        moves: Whether a change or share tells the move alone (tăng, giảm), not the ratio.
        divides: Whether it is a quotient: "TH/KH".
        percent: Whether the head speaks of per cent.
        unit: The unit that the head names.
        words: The head, folded.
    """

    kind: str = ""
    role: str = ""
    basis: str | None = None
    basis_period: RawPeriod | None = None
    period: RawPeriod | None = None
    estimated: bool = False
    moves: str = ""
    divides: bool = False
    percent: bool = False
    unit: RawUnit | None = None
    cumulative: bool = False
    words: str = ""

    @property
    def is_value(self) -> bool:
        """Whether figures stand in it."""
        return self.kind in ("level", "change", "share", "structure")


_OTHER = frozenset(("label", "entity", "place", "verdict_word", "counts", "measure"))


@by_lexicon
def head_words(*kinds: str) -> Phrases[Word]:
    """The words of the table of heads that are of those kinds; of all that say what a column holds else."""
    return Phrases(
        (row["phrase"], Word(row["kind"], row["value"]))
        for row in rows("table_heads")
        if (row["kind"] in kinds if kinds else row["kind"] not in _OTHER)
    )


def label_of(words: str) -> str:
    """number, name, unit, note, time or entity, where a head is one of these; else empty."""
    found = head_words("label", "entity").get(words.strip(" .,:;*"))
    if found is None:
        return ""
    return found.value if found.kind == "label" else "entity"


_PERCENT = Word("percent", "")


def part_of_head(words: str) -> str:
    """What a head is that may stand over others: a label; closed, where it says all; open, where others tell the rest."""
    if label_of(_BRACKET.sub("", words)):
        return "label"
    column = read_head(words, None)
    return "closed" if column.kind in ("share", "change", "structure", "verdict") or column.role else "open"


def names_year(words: str) -> bool:
    """Whether a head names a year."""
    return _YEAR_IN.search(words) is not None


@define
class _Said:
    """The words of a head, before and after what makes a comparison of it."""

    left: list[Word] = field(factory=list)
    right: list[Word] = field(factory=list)
    left_times: list[Mention] = field(factory=list)
    right_times: list[Mention] = field(factory=list)
    compares: bool = False
    divides: bool = False
    percent_at: int = -1
    unit: RawUnit | None = None
    strange: bool = False

    def take(self, word: Word) -> None:
        """A word, on the side where the listening is."""
        if word.kind == "against":
            self.compares, self.right, self.right_times = True, [], []
        else:
            (self.right if self.compares else self.left).append(word)

    def take_time(self, mention: Mention) -> None:
        """A period."""
        (self.right_times if self.compares else self.left_times).append(mention)

    def divide(self) -> None:
        """A stroke: in "so sánh TH/KH" what stands before it is compared with what follows."""
        if self.compares and not self.divides:
            self.left, self.left_times = [*self.left, *self.right], [*self.left_times, *self.right_times]
        self.compares = self.divides = True
        self.right, self.right_times = [], []

    def has(self, kind: str) -> bool:
        """Whether a word of that kind was heard."""
        return any(word.kind == kind for word in (*self.left, *self.right))

    @property
    def is_percent_first(self) -> bool:
        """Whether the head begins with per cent: "% thực hiện", "tỷ lệ thực hiện"."""
        return self.percent_at == 0 or (bool(self.left) and self.left[0].kind in ("share", "percent"))


def read_head(words: str, base: RawPeriod | None) -> Column:
    """What a column holds whose head reads so, folded; `base` is the period that the table is about."""
    words = " ".join(words.split())
    label = label_of(_BRACKET.sub("", words))
    if label or not words or len(words) > _LONGEST:
        return Column(label, words=words)
    said = _listen(words)
    column = Column() if said.strange else _decide(said, base)
    return evolve(column, words=words, unit=said.unit, percent=said.percent_at >= 0)


_SHORT_YEAR = re.compile(r"(?<!\w)(kh|th|dt|ước|năm) ?'?([012]\d)(?![\w.,])")
"""As in "KH24/ƯTH23"."""


def _listen(words: str) -> _Said:
    words = _SHORT_YEAR.sub(r"\1 20\2", words.replace("ưth", "ước th"))
    words = _STROKE.sub("/ ", _MONTHS.sub(r"\1 tháng ", _FORMULA.sub(" ", words))).strip()
    said = _Said(unit=None if head_words().get(words) is not None else unit_at(words, 0, len(words)))
    if said.unit is not None:
        said.percent_at = 0 if said.unit.dimension == "percent" else -1
        return said
    times = {mention.start: mention for mention in read_periods(words + ")")}
    position = 0
    while position < len(words):
        if skipped := _SKIPPED.match(words, position):
            position = skipped.end()
        elif (mention := times.get(position)) is not None:
            said.take_time(mention)
            position = mention.end
        else:
            position = _hear(said, words, position)
    return said


def _hear(said: _Said, words: str, position: int) -> int:
    """Take in the word at a place; the place after it."""
    if (found := head_words().at(words, position)) is not None:
        said.take(found[1])
        if "%" in words[position : found[0]] and said.percent_at < 0:
            said.percent_at = position
        return found[0]
    if words[position] == "%":
        said.percent_at = position if said.percent_at < 0 else said.percent_at
        said.take(_PERCENT)
        return position + 1
    if words[position] == "/" and (said.left or said.right or said.left_times or said.right_times):
        said.divide()
        return position + 1
    if (year := _YEAR.match(words, position)) is not None:
        said.take_time(Mention(position, year.end(), "year", int(year[0])))
        return year.end()
    unit = read_unit(words, position)
    if unit is not None and said.unit is None:
        said.unit = unit[1]
        return unit[0]
    said.strange = True
    word = _WORD.match(words, position)
    return len(words) if word is None else word.end()


def _decide(said: _Said, base: RawPeriod | None) -> Column:
    """What the words of a head say together."""
    plain = Column(
        period=_period(said.left_times, said.left, base),
        estimated=any(word.value.startswith("estimated") for word in said.left),
        cumulative=said.has("cumulative"),
        divides=said.divides,
    )
    if any(word.kind == "verdict" for word in said.left):
        return evolve(plain, kind="verdict")
    if said.has("structure"):
        return evolve(plain, kind="structure", role="actual")
    if said.compares and (said.right or said.right_times):
        return _comparison(said, plain, base)
    return _part(said, plain) or _move(said, plain, base) or _level(said, plain)


def _part(said: _Said, plain: Column) -> Column | None:
    """A share without a word of comparison: "% thực hiện kế hoạch", "mức độ hoàn thành"."""
    planned = _authority(said.left)
    told = {word.value for word in said.left}
    reached = "reached" in told or ("part" in told and said.percent_at >= 0)
    if planned is None:
        first = next((word.kind for word in said.left if word.kind not in ("share", "percent", "filler")), None)
        if first is None and said.has("share") and not reached:
            return evolve(plain, kind="rate")
        is_part = reached or (first == "result" and (said.is_percent_first or said.has("share")))
    else:
        is_part = said.is_percent_first or reached
    return evolve(plain, kind="share", basis=planned) if is_part else None


def _move(said: _Said, plain: Column, base: RawPeriod | None) -> Column | None:
    """A change, or the level of an earlier time: "tốc độ tăng (%)", "cùng kỳ năm trước"."""
    if _authority(said.left) is not None:
        return None
    past = next((word.value for word in said.left if word.kind == "past"), None)
    compared = None if past is None else "previous" if past.startswith("previous") else "yoy"
    moves = next((word.value for word in said.left if word.kind == "change"), "")
    if moves or (past is not None and said.is_percent_first):
        return evolve(plain, kind="change", moves=moves, basis=compared)
    if past is None:
        return None
    return evolve(plain, kind="level", role="actual", period=_before(past, said.left_times, base))


def _level(said: _Said, plain: Column) -> Column:
    """A target, a result, or the figures of a period of which the head says no more."""
    first = next((word.kind for word in said.left if word.kind in ("plan", "result")), None)
    if first == "plan":
        return evolve(plain, kind="level", role="target", basis=_authority(said.left), estimated=False)
    if first == "result" or plain.cumulative:
        return evolve(plain, kind="level", role="actual")
    return evolve(plain, kind="level") if said.left_times and not said.has("share") else plain


def _comparison(said: _Said, plain: Column, base: RawPeriod | None) -> Column:
    """The head of a column that compares: "TH/KH (%)", "so với cùng kỳ (%)"."""
    moves = next((word.value for word in (*said.left, *said.right) if word.kind == "change"), "")
    past = next((word.value for word in said.right if word.kind == "past"), None)
    planned = _authority(said.right)
    if past == "previous_month":
        month = plain.period or _last_month(base)
        return plain if month is None else evolve(plain, kind="change", basis="previous", period=month, moves=moves)
    if past is not None:
        return evolve(plain, kind="change", basis="previous" if past == "previous" else "yoy", moves=moves)
    if planned is not None:  # of one plan against another the text does not say what it is
        both = _authority(said.left) is not None
        return plain if both else evolve(plain, kind="share", basis=planned, moves=moves)
    compared = _period(said.right_times, said.right, base) if said.right_times else None
    if compared is None:
        return plain
    if base is not None and base.kind != "year" and _is_year(compared, base.end.year - 1):
        own = base if plain.period is not None and _is_year(plain.period, base.end.year) else plain.period
        return evolve(plain, kind="change", basis="yoy", period=own, moves=moves)
    return evolve(plain, kind="change", basis="period", basis_period=compared, moves=moves)


def _last_month(base: RawPeriod | None) -> RawPeriod | None:
    """The month that a table of some months compares with the one before."""
    if base is None or base.kind not in ("month", "months", "quarter", "half"):
        return None
    return RawPeriod(base.end.replace(day=1), base.end, "month")


def _is_year(period: RawPeriod, year: int) -> bool:
    return period.kind == "year" and period.end.year == year


def _authority(words: list[Word]) -> str | None:
    """The authority of a plan; the giver wins over the noun."""
    values = [word.value for word in words if word.kind == "plan"]
    return "assigned" if "assigned" in values else values[0] if values else None


def _period(times: list[Mention], words: list[Word], base: RawPeriod | None) -> RawPeriod | None:
    """The period that a head names; a part of a year goes before the year that stands over it."""
    year = None if base is None else base.end.year
    named = next((mention.year for mention in times if mention.kind == "year"), year)
    for mention in sorted(times, key=lambda mention: mention.kind == "year"):
        if (found := mention.resolve(named)) is not None:
            return found
    whole = any(word.kind == "annual" or word.value == "estimated_year" for word in words)
    return Mention(0, 0, "year", year).resolve(None) if whole and year is not None else None


def _before(past: str, times: list[Mention], base: RawPeriod | None) -> RawPeriod | None:
    """The same time of the year before, or of the year that the head names."""
    named = next((mention.year for mention in times if mention.year is not None), None)
    if past.startswith("previous") or base is None:
        return None
    if past == "year_before" and not times:
        return Mention(0, 0, "year", base.end.year - 1).resolve(None)
    own = next((m.resolve(base.end.year - 1) for m in times if m.kind != "year"), None)
    return own or in_year(base, named if named is not None else base.end.year - 1)
