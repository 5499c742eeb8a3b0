"""Which columns name and which hold figures (các cột của bảng)."""

from __future__ import annotations

from statistics import median

from attrs import define, evolve, field, frozen

from vnplan.reading.context import Context
from vnplan.reading.raw import RawPeriod, RawUnit
from vnplan.reading.tables.cells import DITTO, Value, is_blank, numbers_row, read_value, unit_at
from vnplan.reading.tables.grid import Cell, Row
from vnplan.reading.tables.header import Header
from vnplan.reading.tables.heads import Column, head_words, read_head

PERCENT = RawUnit("%", "percent")
_LONGEST_UNIT = 40
_RATIO_FROM = 50
"""Half of the percentages of a column are at least that where they compare levels, and do not tell moves."""
_QUOTIENT_FROM = 10
"""A quotient is told in per cent where half of the column is at least that."""


def is_percent(unit: RawUnit | None) -> bool:
    """Whether a unit is per cent or per mille."""
    return unit is not None and unit.dimension == "percent"


@frozen
class Frame:
    """What holds for a whole table.

    Attributes:
        base: The period that it is about.
        unit: The unit that its caption names.
        planned: Whether caption or document speak of what is planned.
        year: From which year on figures are aims, where it is planned; up to which they are results, where not.
    """

    base: RawPeriod | None
    unit: RawUnit | None
    planned: bool
    year: int | None

    def role_in(self, period: RawPeriod | None) -> str:
        """Whether the figures of a period are aimed at or reached; empty where that is not told."""
        if period is None:
            return ""
        if self.planned:
            return "" if self.year is None else "target" if period.end.year >= self.year else "actual"
        return "actual" if self.year is None or period.end.year <= self.year else ""


def is_place(context: Context, cell: Cell) -> bool:
    """Whether a cell names a place."""
    found = head_words("place").at(context.flow, cell.start, cell.end)
    following = "" if found is None else context.copy.text[found[0] : cell.end].lstrip()[:1]
    return following.isupper() or following.isdigit()


@define
class Columns:
    """The columns of a table.

    Attributes:
        context, frame, body: The text, what holds for the whole table, and its rows.
        heads: What each column holds.
        name, number, unit: Which columns name the rows, number them, and tell their units; -1 for none.
    """

    context: Context
    frame: Frame
    body: tuple[Row, ...]
    heads: list[Column]
    name: int = -1
    number: int = -1
    unit: int = -1
    _values: dict[Cell, Value | None] = field(factory=dict)

    @property
    def flow(self) -> str:
        """The folded text."""
        return self.context.flow

    def cell(self, row: Row, column: int) -> Cell:
        """The cell of a column; an empty one where the row has none."""
        return row[column] if 0 <= column < len(row) else Cell(row[-1].end, row[-1].end)

    def words(self, cell: Cell) -> str:
        """The folded words of a cell."""
        return " ".join(self.flow[cell.start : cell.end].split())

    def value(self, cell: Cell) -> Value | None:
        """The figure that a cell holds and nothing else."""
        if cell not in self._values:
            self._values[cell] = read_value(self.flow, cell)
        return self._values[cell]

    def settle(self) -> bool:
        """Find which columns are labels; whether the table holds figures of indicators."""
        if any(column.kind == "entity" for column in self.heads):
            return False
        self._place_rates()
        width = len(self.heads)
        values = [n for n in range(width) if self.heads[n].is_value]
        if not values and sum(column.kind == "name" for column in self.heads) < 2:
            return False
        self.number, self.unit = self._labelled("number"), self._labelled("unit")
        if self.number < 0 and 0 not in values and not self.heads[0].words and self._are_row_numbers(0):
            self.number = 0
        self.name = next((n for n in range(width) if self.heads[n].kind == "name" and self._are_words(n)), -1)
        if self.name < 0:
            free = (
                n
                for n in range(width)
                if n not in (self.number, self.unit)
                and self.heads[n].kind in ("", "class", "level")
                and self._are_words(n)
            )
            self.name = next(free, -1)
        if self.name < 0 or (self.unit >= 0 and not self._are_units(self.unit)):
            return False
        self.heads = [self._settled(n, column) for n, column in enumerate(self.heads)]
        self._drop_unclear()
        self._name_the_plan()
        return any(column.is_value for column in self.heads) and not self._lists_places()

    def _place_rates(self) -> None:
        """What is headed "tỷ lệ" and no more is of the plan before it, where a result stands between; else unclear."""
        heads: list[Column] = []
        for column in self.heads:
            levels = [(one.role, one.basis) for one in heads if one.kind == "level"]
            plan = next((basis for role, basis in reversed(levels) if role == "target"), None)
            settled = plan is not None and levels[-1][0] == "actual"
            rate = evolve(column, kind="share", basis=plan) if settled else evolve(column, kind="")
            heads.append(rate if column.kind == "rate" else column)
        self.heads = heads

    def _drop_unclear(self) -> None:
        """A percentage beside levels in other units, such as "Thực hiện (%)", is of a whole that is not told."""
        units = [column.unit for column in self.heads if column.kind == "level" and column.unit is not None]
        if any(not is_percent(unit) for unit in units):
            self.heads = [evolve(c, kind="") if c.kind == "level" and c.percent else c for c in self.heads]

    def _name_the_plan(self) -> None:
        """A share of which the head names no plan is of the only plan that the table holds."""
        plans = [column.basis for column in self.heads if column.role == "target"]
        if len(plans) == 1:
            lacks = (column.kind == "share" and column.basis is None for column in self.heads)
            self.heads = [
                evolve(column, basis=plans[0]) if lack else column
                for lack, column in zip(lacks, self.heads, strict=True)
            ]

    def _labelled(self, kind: str) -> int:
        return next((n for n, column in enumerate(self.heads) if column.kind == kind), -1)

    def _filled(self, column: int) -> list[Cell]:
        cells = (self.cell(row, column) for row in self.body)
        return [cell for cell in cells if not cell.is_empty]

    def _are_row_numbers(self, column: int) -> bool:
        cells = self._filled(column)
        return bool(cells) and all(numbers_row(self.flow, cell) for cell in cells)

    def _are_words(self, column: int) -> bool:
        cells = self._filled(column)
        return sum(self.value(cell) is None for cell in cells) * 2 > len(cells)

    def _are_units(self, column: int) -> bool:
        cells = [cell for cell in self._filled(column) if not is_blank(self.flow, cell)]
        known = sum(self.unit_of(cell) is not None or self.repeats(cell) for cell in cells)
        return known * 2 >= len(cells)

    def _lists_places(self) -> bool:
        """Whether most rows are places: then the caption names what is measured, not the rows."""
        rows = [row for row in self.body if not self.cell(row, self.name).is_empty]
        return sum(is_place(self.context, self.cell(row, self.name)) for row in rows) * 2 > len(rows)

    def _settled(self, number: int, column: Column) -> Column:
        """The column with what its figures add to its head."""
        held = column.is_value or column.kind in ("", "name", "verdict")
        if number in (self.number, self.unit, self.name) or not held:
            return evolve(column, kind="" if column.is_value else column.kind)
        cells = self._filled(number)
        values = [value for cell in cells if (value := self.value(cell)) is not None]
        if not values:
            words = sum(self.verdict(cell) is not None for cell in cells)
            return evolve(column, kind="verdict" if words * 2 > len(cells) else "")
        if not column.kind:
            return column
        if column.kind == "name":  # "chỉ tiêu" over figures: the aims
            column = evolve(column, kind="level", role="target", basis="plan")
        if column.kind == "level" and not column.role:
            column = evolve(column, role=self.frame.role_in(column.period))
        if column.kind in ("share", "change"):
            column = self._compared(column, values)
        return column if column.role or column.kind != "level" else evolve(column, kind="")

    def _compared(self, column: Column, values: list[Value]) -> Column:
        """Whether the figures of a comparison are ratios or moves, and whether they are percentages."""
        sizes = [float(value.figure.value) for value in values if value.sign == 0]
        middle = median(sizes) if sizes else 0.0
        moves = column.moves
        if not moves and column.kind == "change" and middle < _RATIO_FROM:
            moves = "both"
        percent = column.percent or (is_percent(self.frame.unit) and self.unit < 0)
        percent = percent or ((column.divides or column.kind == "share") and middle >= _QUOTIENT_FROM)
        return evolve(column, moves=moves, percent=percent or any(is_percent(value.figure.unit) for value in values))

    def verdict(self, cell: Cell) -> str | None:
        """The verdict that a cell states in words."""
        return None if (found := head_words("verdict_word").get(self.words(cell))) is None else found.value

    def unit_of(self, cell: Cell) -> RawUnit | None:
        """The unit that a cell names, None where it names none."""
        if cell.is_empty or cell.end - cell.start > _LONGEST_UNIT:
            return None
        words = self.words(cell)
        return unit_at(words, 0, len(words))

    def repeats(self, cell: Cell) -> bool:
        """Whether a cell only repeats the one above it."""
        return not cell.is_empty and DITTO.fullmatch(self.words(cell)) is not None


def _in_its_time(words: list[str], frame: Frame) -> Column | None:
    """The head of a comparison under which the time stands that it is of: "So với cùng kỳ (%)" over "Tháng 9"."""
    if len(words) < 2:
        return None
    over, time = read_head(" ".join(words[:-1]), frame.base), read_head(words[-1], frame.base)
    timed = time.kind == "level" and not time.role and time.period is not None
    return evolve(over, period=time.period) if timed and over.kind in ("change", "share") else None


def read_columns(context: Context, header: Header, frame: Frame) -> Columns | None:
    """The columns of a table; None where it holds no figures of indicators."""
    heads = []
    for cells in header.heads:
        words = [*dict.fromkeys(context.flow[cell.start : cell.end] for cell in cells)]
        heads.append(_in_its_time(words, frame) or read_head(" ".join(words), frame.base))
    columns = Columns(context, frame, header.body, heads)
    return columns if columns.settle() else None
