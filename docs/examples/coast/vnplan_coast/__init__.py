"""Fishing fleets for vnplan (đội tàu cá): what a package adds without touching vnplan itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from vnplan import Actual, Catalogue, Commune, Direction, Finding, Indicator, Level, LocalityKey, Unit
from vnplan.attainment import Consistency
from vnplan.audit import Evidence, Fact
from vnplan.catalogue import read_tables

FLEET_POWER = Indicator(
    id="fleet_power",
    name="Tổng công suất tàu cá",
    english="Engine power of the fishing fleet",
    dimensions=("power:hp",),
    direction=Direction.NEUTRAL,
)
TRACKED_VESSELS = Indicator(
    id="tracked_vessels",
    name="Số tàu cá lắp thiết bị giám sát hành trình",
    english="Fishing vessels with a tracking device",
    dimensions=("count",),
    direction=Direction.HIGHER,
)
CUA_BIEN = Commune(
    name="Xã Cửa Biển",
    short_name="Cửa Biển",
    kind="xã",
    code="99001",
    parent=LocalityKey(Level.PROVINCE, "99", date(2025, 7, 1)),
    valid_from=date(2025, 7, 1),
)


def extend(catalogue: Catalogue) -> Catalogue:
    """The catalogue with fishing fleets; entry point of the group ``vnplan.catalogue``."""
    return catalogue.extended(
        indicators=[FLEET_POWER, TRACKED_VESSELS],
        wordings={"số tàu cá lắp máy giám sát hành trình": "tracked_vessels"},
        localities=[CUA_BIEN],
        units={"mã lực": Unit("mã lực", "power:hp"), "cv": Unit("mã lực", "power:hp")},
        words=[("chạm mốc", "verb", "level")],
        tables=read_tables(files("vnplan_coast") / "data"),
    )


def check_tracked_vessels(evidence: Evidence) -> Iterator[Finding]:
    """No more vessels carry a tracking device than there are; entry point of the group ``vnplan.audit_rules``."""
    for tracked in evidence.actuals:
        for fleet in evidence.actuals:
            if _are_of_one_fleet(tracked, fleet):
                yield _compared(tracked, fleet)


def _are_of_one_fleet(tracked: Fact[Actual], fleet: Fact[Actual]) -> bool:
    one, other = tracked.figure, fleet.figure
    labels = (one.label, other.label) == ("tracked_vessels", "fishing_vessels")
    return labels and (one.locality, one.period) == (other.locality, other.period)


def _compared(tracked: Fact[Actual], fleet: Fact[Actual]) -> Finding:
    one, other = tracked.figure.stated.quantity, fleet.figure.stated.quantity
    fits = one is None or other is None or one.amount <= other.amount
    return Finding(
        rule="tracked_vessels",
        result=Consistency.CONSISTENT if fits else Consistency.INCONSISTENT,
        subject="tracked_vessels",
        documents=(tracked.report.document,),
        sources=tuple(fact.figure.source for fact in (tracked, fleet) if fact.figure.source is not None),
        message_vi=f"{one} lắp thiết bị giám sát, trong tổng số {other}.",
        message_en=f"{one} carry a tracking device, of {other} in all.",
    )
