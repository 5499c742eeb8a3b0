"""What every stated figure carries (số liệu)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from unicodedata import normalize

from attrs import frozen

from vnplan.model.checked import checked
from vnplan.model.indicator import Indicator
from vnplan.model.locality import Locality
from vnplan.model.period import Period
from vnplan.model.shown import short
from vnplan.model.source import Source
from vnplan.model.stated import Stated


class Accumulation(StrEnum):
    """What stretch of its period a figure covers."""

    CUMULATIVE = "cumulative"
    """lũy kế: from the start of the year."""
    IN_PERIOD = "in_period"
    POINT = "point"
    """thời điểm: at the end of the period."""


class PriceBase(StrEnum):
    """At which prices a value is told."""

    CURRENT = "current"
    """giá hiện hành."""
    CONSTANT = "constant"
    """giá so sánh."""


class Basis(StrEnum):
    """What a share is a share of, and who set a target."""

    PLAN = "plan"
    """kế hoạch, nghị quyết."""
    ESTIMATE = "estimate"
    """dự toán."""
    ASSIGNED = "assigned"
    """pháp lệnh, được giao."""


def fold(wording: str) -> str:
    """A wording for comparison: composed letters, lower case, single spaces."""
    return " ".join(normalize("NFC", wording).lower().split())


@frozen(kw_only=True, field_transformer=checked)
class Figure:
    """Base of Target, Actual, Change and Share.

    Attributes:
        name: The indicator as the text words it.
        indicator: The catalogue entry, where one is known.
        locality: The place that the figure is about.
        period: The period that the figure is about.
        stated: The figure as printed.
        source: Where it was read; None for a figure made by hand.
        accumulation, price_base, denominator, as_of: None where the text does not say.

    Raises:
        InvalidValueError: A field is of another type, as bare text for `stated` or `indicator`.
    """

    name: str
    indicator: Indicator | None = None
    locality: Locality | None = None
    period: Period | None = None
    stated: Stated = Stated()
    source: Source | None = None
    accumulation: Accumulation | None = None
    price_base: PriceBase | None = None
    denominator: str | None = None
    as_of: date | None = None

    @property
    def folded_name(self) -> str:
        """The name for comparison: composed letters, lower case, single spaces."""
        return fold(self.name)

    def same_indicator(self, other: Figure) -> bool:
        """Same catalogue id, or neither known and the same folded name."""
        if self.indicator is None and other.indicator is None:
            return self.folded_name == other.folded_name
        return self.indicator is not None and other.indicator is not None and self.indicator.id == other.indicator.id

    @property
    def label(self) -> str:
        """The catalogue id, or else the wording."""
        return self.indicator.id if self.indicator is not None else self.name

    @property
    def _head(self) -> str:
        return self.label if self.period is None else f"{self.label} ({self.period})"

    def _repr_html_(self) -> str:
        from vnplan.html import to_html

        return to_html(self)

    def __str__(self) -> str:
        return f"{self._head}: {self.stated}"

    __repr__ = short
