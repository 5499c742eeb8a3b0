"""Units of measure (đơn vị tính)."""

from __future__ import annotations

from attrs import frozen

from vnplan.model.checked import checked

PERCENT_DIMENSION = "percent"
POINT_DIMENSION = "percentage_point"


@frozen(field_transformer=checked)
class Unit:
    """A unit of measure (đơn vị tính) as reports write it: ``tỷ đồng``, ``%``, ``m²``.

    Two units measure the same thing when their dimensions are equal.
    One unit is ``10 ** power`` base units of its dimension.

    Attributes:
        symbol: Canonical spelling, scale word kept.
        dimension: Exact key: ``money:VND``, ``count:hộ``, ``area``, ``percent`` …;
            per-units compose with ``/``.
        power: Power of ten from the base unit of the dimension.
    """

    symbol: str
    dimension: str
    power: int = 0

    @property
    def is_count(self) -> bool:
        """Whether the unit counts whole things, one by one."""
        return self.dimension.startswith("count:") and "/" not in self.dimension and self.power == 0

    @property
    def is_percent(self) -> bool:
        """Whether figures in this unit are percentages or per mille."""
        return self.dimension == PERCENT_DIMENSION

    def __str__(self) -> str:
        return self.symbol


PERCENT = Unit("%", PERCENT_DIMENSION, 0)
"""Per cent (phần trăm)."""

PERCENTAGE_POINT = Unit("điểm phần trăm", POINT_DIMENSION, 0)
"""Percentage point (điểm phần trăm), the difference of two percentages."""
