"""Plans stand where reports are asked for: in a scorecard, an audit, a page and a set."""

from __future__ import annotations

from pathlib import Path

import pytest

import vnplan
from vnplan import samples
from vnplan.errors import InvalidValueError
from vnplan.loading import LoadFailure
from vnplan.model.plan import Plan
from vnplan.model.report import Report, ReportKind, reports_of

PLAN, YEAR = samples.load("002").plan, samples.load("000")
assert PLAN is not None


def test_a_scorecard_joins_a_plan_to_a_report() -> None:
    assert PLAN is not None
    whole = vnplan.scorecard([samples.load("002"), YEAR])
    alone = vnplan.scorecard([PLAN, YEAR])
    listed = [entry for entry in whole if entry.item_number is not None]
    assert [entry.verdict for entry in alone] == [entry.verdict for entry in listed]
    assert {entry.document for entry in alone} == {samples.load("002").document}


def test_an_audit_finds_what_the_plan_itself_shows() -> None:
    assert PLAN is not None
    found = {finding.rule for finding in vnplan.audit(PLAN) if finding.is_contradiction}
    assert found == {"periods", "dates"}


def test_a_page_quotes_its_figures() -> None:
    assert PLAN is not None
    assert "<mark>5.558 tỷ đồng</mark>" in vnplan.scorecard_page([PLAN, YEAR])


def test_a_set_tells_its_targets() -> None:
    assert PLAN is not None
    series = vnplan.ReportSet([PLAN]).series("state_budget_revenue", role=vnplan.Role.TARGET)
    assert [str(one.period) for one in series] == ["2023"]


def test_what_a_plan_says_of_itself_stays() -> None:
    assert PLAN is not None
    alone = Report.of(PLAN)
    assert alone.kind is ReportKind.PLAN
    assert (alone.plan, alone.title, alone.locality, alone.period) == (PLAN, PLAN.title, PLAN.locality, PLAN.period)
    assert (alone.targets, alone.citations) == (PLAN.targets, PLAN.legal_basis)
    assert None not in (alone.title, alone.locality, alone.period)
    assert alone.citations


def test_one_made_by_hand_has_no_document() -> None:
    assert Report.of(Plan()).document == ""


@pytest.mark.parametrize("given", [3, LoadFailure(Path("x.txt"), InvalidValueError("x", 1, "y"))])
def test_what_is_neither_is_named(given: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        reports_of([given])  # type: ignore[list-item]
    assert caught.value.value is given
