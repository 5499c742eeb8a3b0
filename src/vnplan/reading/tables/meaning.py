"""A cell, its column and its row → what the figure is (ý nghĩa của một ô)."""

from __future__ import annotations

from attrs import define, field

from vnplan.reading.raw import RawFigure, RawUnit
from vnplan.reading.tables.cells import Value
from vnplan.reading.tables.columns import PERCENT, Frame, is_percent
from vnplan.reading.tables.heads import Column


@define
class Line:
    """What the labels of a row say.

    Attributes:
        start, end: The name of the row.
        unit: Its unit, from the column of units or from the name.
        measure: "increase" or "decrease" where the name is of a rise or fall.
        growth: Whether the name itself says so: "tốc độ tăng …".
        rise_start, rise_end: Where the name begins and ends without a verb of change; 0 where it has none there.
        counts: The unit that the name itself counts in.
        structure: Whether the row is a part of a structure in per cent.
        levels: Targets and results of the row so far.
    """

    start: int
    end: int
    unit: RawUnit | None = None
    measure: str = "level"
    growth: bool = False
    rise_start: int = 0
    rise_end: int = 0
    counts: RawUnit | None = None
    structure: bool = False
    levels: list[RawFigure] = field(factory=list)


def give_meaning(value: Value, column: Column, line: Line, frame: Frame) -> bool:
    """Say what the figure of a cell is; False where its unit or sense is not told."""
    figure = value.figure
    figure.unit = figure.unit or _unit(line, column, frame)
    if figure.unit is None:
        return False
    figure.period = column.period or frame.base
    figure.estimated = column.estimated
    figure.accumulation = "cumulative" if column.cumulative else None
    if column.kind in ("level", "structure"):
        return _level(value, column, line)
    return _comparison(value, column)


def _unit(line: Line, column: Column, frame: Frame) -> RawUnit | None:
    """The unit of a cell that names none."""
    percent = PERCENT if column.percent else None
    if column.kind == "level":
        return line.unit or column.unit or percent or line.counts or frame.unit
    in_units = column.kind == "change" and column.moves
    return column.unit or percent or ((line.unit or line.counts) if in_units else None)


def _is_relative(unit: RawUnit | None) -> bool:
    return unit is not None and unit.dimension in ("percent", "percentage_point")


def _level(value: Value, column: Column, line: Line) -> bool:
    figure = value.figure
    if column.kind == "level" and column.percent and line.unit is not None and not is_percent(line.unit):
        return False  # a percentage of what is counted in something else: of which whole is not said
    figure.role = column.role
    figure.basis = column.basis if column.role == "target" else None
    figure.part_of_whole = column.kind == "structure" or (line.structure and is_percent(figure.unit))
    measure = line.measure if _is_relative(figure.unit) and not figure.part_of_whole else "level"
    if value.move:
        measure = "decrease" if value.sign < 0 else "increase"
    elif value.sign < 0 and measure == "level":
        figure.value = f"-{figure.value}"
    elif value.sign < 0:
        measure = "increase" if measure == "decrease" else "decrease"
    figure.measure = measure
    if measure != "level" and column.role == "actual":
        figure.role, figure.form = "change", "rate" if is_percent(figure.unit) else "difference"
    return True


def _comparison(value: Value, column: Column) -> bool:
    figure = value.figure
    if figure.whole is not None or figure.upper is not None:
        return False
    moves = value.move or column.moves or ("both" if value.sign else "")
    falls = value.sign < 0 or (moves == "down" and value.sign == 0)
    figure.role, figure.basis, figure.basis_period = column.kind, column.basis, column.basis_period
    if moves:
        figure.measure = "decrease" if falls else "increase"
    if column.kind == "share":
        figure.form = "margin" if moves else "ratio"
        return is_percent(figure.unit)
    if figure.unit is not None and figure.unit.dimension == "times":
        figure.form, figure.measure = "times", "level"
        return True
    if not moves:
        figure.form = "ratio"
        return is_percent(figure.unit)
    figure.form = "rate" if is_percent(figure.unit) else "difference"
    return True


def level_of(figure: RawFigure, column: Column, line: Line) -> RawFigure | None:
    """The level that a change or share speaks of: the last before it, of a share the last result."""
    if figure.role not in ("change", "share") or column.kind == "level":
        return None
    levels = [level for level in line.levels if level.role == "actual" or figure.role == "change"]
    if column.period is not None:
        levels = [level for level in levels if level.period == column.period] or levels
    return levels[-1] if levels else None
