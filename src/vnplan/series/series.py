"""The values of one indicator over time (chuỗi số liệu theo thời gian)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from attrs import frozen

from vnplan.attainment.comparability import same_place
from vnplan.attainment.joining import Vintage
from vnplan.attainment.numbers import Ratio, growth
from vnplan.attainment.policy import DEFAULT, Policy
from vnplan.attainment.words import Assumption, Reason
from vnplan.model.actual import Actual
from vnplan.model.checked import checked
from vnplan.model.indicator import Indicator
from vnplan.model.locality import Locality
from vnplan.model.period import Period
from vnplan.model.shown import short
from vnplan.series.observation import Observation, Role, Told

if TYPE_CHECKING:
    from vnplan.series.rows import SeriesRow


@frozen(kw_only=True, field_transformer=checked)
class LeftOut:
    """A figure on the indicator that the series does not hold.

    Attributes:
        vintage: The figure, and the document that states it.
        reason: Why: another place, unit or frame, or no figure.
    """

    vintage: Vintage[Told]
    reason: Reason

    def __str__(self) -> str:
        return f"{self.vintage}: {self.reason}"

    __repr__ = short


@frozen(kw_only=True, field_transformer=checked)
class Series:
    """One indicator at one place over time (chuỗi số liệu), each value with its source.

    Attributes:
        label: The indicator's catalogue id, or else its wording.
        indicator: The catalogue entry, where one is known.
        role: Whether these are targets, results or changes.
        locality: The place; None where no text names one.
        observations: The facts in order of the end of their period, each in all its vintages.
        left_out: Every other figure on the indicator, with the reason.
        assumed: What the texts do not say and the series takes for granted.
    """

    label: str
    indicator: Indicator | None
    role: Role
    locality: Locality | None
    observations: tuple[Observation, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    assumed: tuple[Assumption, ...] = ()

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.observations)

    def __len__(self) -> int:
        return len(self.observations)

    def at(self, period: Period) -> tuple[Observation, ...]:
        """The observations of that period; several where texts tell different things in it."""
        return tuple(one for one in self.observations if one.period == period)

    def growth_of(self, observation: Observation, *, policy: Policy = DEFAULT) -> Ratio:
        """Growth of a result against the same stretch of the year before; 0.141 is +14,1 %.

        No value, with the reason, where that year's figure is missing, several are told, or it is of another
        place: what a successor is larger by is no growth.
        """
        period, figure = observation.period, observation.figure
        if period is None:
            return Ratio(reason=Reason.NO_PERIOD)
        if not isinstance(figure, Actual):
            return Ratio(reason=Reason.FRAME)
        bases = self.at(period.year_before())
        if len(bases) != 1:
            return Ratio(reason=Reason.NO_BASELINE)
        before, now = bases[0].locality, observation.locality
        if before is not None and now is not None and not same_place(before, now):
            return Ratio(reason=Reason.PLACE)
        return growth(cast("Actual", bases[0].figure), figure, policy=policy)

    def rows(self) -> list[SeriesRow]:
        """One plain row an observation, for pandas, JSON and CSV; figures as decimal strings."""
        from vnplan.series.rows import row_of

        return [row_of(one, self.label) for one in self.observations]

    def _repr_html_(self) -> str:
        from vnplan.html import to_html

        return to_html(self)

    def __str__(self) -> str:
        place = "?" if self.locality is None else str(self.locality)
        told = "; ".join(f"{one.period}: {one.figure.stated}" for one in self.observations)
        return f"{self.label} · {place}: {told}"

    __repr__ = short
