"""Administrative units in their versions (đơn vị hành chính)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from attrs import field, frozen

from vnplan.model.checked import checked
from vnplan.model.shown import short


class Level(StrEnum):
    """Level of an administrative unit (cấp hành chính); the district level ended on 30 June 2025.

    Resolution 203/2025/QH15 of the National Assembly ended it.
    """

    COUNTRY = "country"
    """The whole of Viet Nam (cả nước), with which reports compare their place."""
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


@frozen(field_transformer=checked)
class LocalityKey:
    """Key of one version of a unit: a code is no stable key over history.

    Attributes:
        level: Level of the unit.
        code: Official code, a zero-padded string.
        valid_from: First day of the version; None where the tables know no beginning.
    """

    level: Level
    code: str
    valid_from: date | None = None

    def __str__(self) -> str:
        since = f" from {self.valid_from}" if self.valid_from else ""
        return f"{self.level} {self.code}{since}"

    __repr__ = short


@frozen(kw_only=True, field_transformer=checked)
class Locality:
    """An administrative unit in one version (đơn vị hành chính).

    Attributes:
        name: Name with its kind: "Quận 3".
        short_name: Name without it: "3".
        kind: Vietnamese kind: quận, huyện, tỉnh, phường …
        code: Official code (Decision 124/2004/QĐ-TTg, since July 2025 Decision
            19/2025/QĐ-TTg); None for a place that no table holds.
        parent: Key of the unit above.
        valid_from, valid_to: First and last day of this version; None where open.
        successors: Keys of the units that followed it, many to many.
        within: Name of the unit above, for people.
    """

    level: ClassVar[Level]

    name: str
    short_name: str
    kind: str
    code: str | None = None
    parent: LocalityKey | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[LocalityKey, ...] = ()
    within: str | None = field(default=None, eq=False)

    @property
    def key(self) -> LocalityKey | None:
        """Key of this version; None where the unit has no code."""
        return None if self.code is None else LocalityKey(self.level, self.code, self.valid_from)

    def is_valid_on(self, day: date) -> bool:
        """Whether this version was in force on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def __str__(self) -> str:
        return self.name

    __repr__ = short


@frozen(kw_only=True, field_transformer=checked)
class Country(Locality):
    """The whole country (cả nước): no unit, but what the figures of units are held against."""

    level = Level.COUNTRY

    __repr__ = short


@frozen(kw_only=True, field_transformer=checked)
class Province(Locality):
    """A province or a city under the central government (tỉnh, thành phố trực thuộc trung ương)."""

    level = Level.PROVINCE

    __repr__ = short


@frozen(kw_only=True, field_transformer=checked)
class District(Locality):
    """A district-level unit (quận, huyện, thị xã, thành phố thuộc tỉnh); none since 1 July 2025."""

    level = Level.DISTRICT

    __repr__ = short


@frozen(kw_only=True, field_transformer=checked)
class Commune(Locality):
    """A commune-level unit (phường, xã, thị trấn, đặc khu)."""

    level = Level.COMMUNE

    __repr__ = short


LOCALITY_CLASSES: dict[Level, type[Locality]] = {
    Level.COUNTRY: Country,
    Level.PROVINCE: Province,
    Level.DISTRICT: District,
    Level.COMMUNE: Commune,
}
