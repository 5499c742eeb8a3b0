"""Planted contradictions and near misses: what the audit of short texts finds, and what it must leave alone."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import define, field

from vnplan.attainment import Consistency
from vnplan.audit import RULES, Finding, audit
from vnplan.loading import loads

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "corpus" / "contradictions.jsonl").read_text(encoding="utf-8").splitlines()
]
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.95
LEAST_OF_EACH = 60


@define
class Score:
    """Contradictions found, missed, and told where there is none; what went wrong, in words."""

    found: int = 0
    missed: int = 0
    false: int = 0
    faults: list[str] = field(factory=list)

    def add(self, case: dict[str, Any]) -> None:
        """Audit the texts of one case."""
        told = [one for one in audited(case) if one.result is Consistency.INCONSISTENT]
        hits = [one for one in told if is_meant(one, case)]
        false = [one for one in told if one not in hits and one.rule not in case.get("also", ())]
        self.false += len(false)
        if case["rule"] is not None:
            self.found += bool(hits)
            self.missed += not hits
        if false or (case["rule"] is not None and not hits):
            self.faults.append(f"{case['note']}: {case['texts']} {[str(one) for one in false]}")


def audited(case: dict[str, Any]) -> tuple[Finding, ...]:
    return audit([loads(text, document=f"d{number}") for number, text in enumerate(case["texts"])])


def is_meant(finding: Finding, case: dict[str, Any]) -> bool:
    """Whether the rule is the one named, and both figures are among the sources."""
    quotes = [source.quote for source in finding.sources]
    return finding.rule == case["rule"] and all(any(one in quote for quote in quotes) for one in case["quotes"])


@cache
def score() -> Score:
    total = Score()
    for case in CASES:
        total.add(case)
    return total


def test_there_are_enough_of_each() -> None:
    planted = sum(case["rule"] is not None for case in CASES)
    assert planted >= LEAST_OF_EACH
    assert len(CASES) - planted >= LEAST_OF_EACH


def test_precision() -> None:
    """Of the contradictions told, so many are planted."""
    result = score()
    assert result.found / (result.found + result.false) >= LEAST_PRECISION, "\n".join(result.faults)


def test_recall() -> None:
    """Of the contradictions planted, so many are told."""
    result = score()
    assert result.found / (result.found + result.missed) >= LEAST_RECALL, "\n".join(result.faults)


@pytest.mark.parametrize("case", CASES, ids=[case["note"] for case in CASES])
def test_each(case: dict[str, Any]) -> None:
    """What is right in the corpus stays so; the shares above forgive one case in twenty."""
    alone = Score()
    alone.add(case)
    assert alone.faults == []


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_both_kinds(rule: str) -> None:
    assert any(case["rule"] == rule for case in CASES)
    assert any(case["rule"] is None and case["near"] == rule for case in CASES)
