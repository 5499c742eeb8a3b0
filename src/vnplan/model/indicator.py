"""Entries of the indicator catalogue (chỉ tiêu thống kê)."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from vnplan.model.checked import checked
from vnplan.model.shown import short


class Direction(StrEnum):
    """Which way is better; a judgement, which a plan's wording overrules."""

    HIGHER = "higher"
    LOWER = "lower"
    KEEP = "keep"
    NEUTRAL = "neutral"


class Measurement(StrEnum):
    """Whether a level adds up over time (flow) or is a state (stock)."""

    FLOW = "flow"
    STOCK = "stock"
    RATIO = "ratio"


class NaturalDomain(StrEnum):
    """Which values are possible at all."""

    SHARE = "share"
    """A share of a whole: 0 to 100 %."""
    COUNT = "count"
    """Whole numbers from zero up."""
    NONNEGATIVE = "nonnegative"
    FREE = "free"


@frozen(kw_only=True, field_transformer=checked)
class Indicator:
    """What a figure measures (chỉ tiêu), as the catalogue defines it.

    Attributes:
        id: English snake_case id.
        name: Vietnamese name.
        english: English name.
        dimensions: Unit dimensions of its level; ``count`` stands for any counted noun.
        direction: Which way is better.
        measurement: Flow, stock or ratio; None where not known.
        additive: Whether values of parts or places may be summed.
        domain: Which values are possible.
        sector: Field of government.
        official_code: Code in the national list (Decision 05/2023/QĐ-TTg), where one exists.
    """

    id: str
    name: str
    english: str
    dimensions: tuple[str, ...] = ()
    direction: Direction = Direction.NEUTRAL
    measurement: Measurement | None = None
    additive: bool = False
    domain: NaturalDomain = NaturalDomain.FREE
    sector: str | None = None
    official_code: str | None = None

    def measures_in(self, dimension: str) -> bool:
        """Whether a level of this indicator may stand in that unit dimension."""
        if not self.dimensions or dimension in self.dimensions:
            return True
        return (
            "/".join("count" if part.startswith("count:") else part for part in dimension.split("/")) in self.dimensions
        )

    @property
    def counts(self) -> bool:
        """Whether its level is a number of things: households, communes, enterprises."""
        return bool(self.dimensions) and set(self.dimensions) <= {"count"}

    def __str__(self) -> str:
        return self.id

    __repr__ = short
