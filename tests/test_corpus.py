"""The reading of single sentences, scored as the seeds are: thresholds only ever rise."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import define, field

from vnplan.loading import loads

HERE = Path(__file__).parent
SENTENCES = [
    json.loads(line) for line in (HERE / "corpus" / "sentences.jsonl").read_text(encoding="utf-8").splitlines() if line
]
LEAST_VALUE, LEAST_FULL = 0.97, 0.90


@cache
def scorer() -> Any:
    """The scorer of the seeds."""
    spec = importlib.util.spec_from_file_location("score", HERE / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@define
class Score:
    """How many rows agree, and what differs.

    Attributes:
        value: Rows that agree in value, rows too many, rows missed.
        full: The same, for all columns.
        misses: What differs, in words.
    """

    value: list[int] = field(factory=lambda: [0, 0, 0])
    full: list[int] = field(factory=lambda: [0, 0, 0])
    misses: list[str] = field(factory=list)

    def add(self, text: str, want: list[dict[str, Any]]) -> None:
        """Read a sentence and compare."""
        score, report = scorer(), loads(text)
        rows = [row for row in report.to_records() if row["role"] != "tally"]
        pairs = score.best_pairs(rows, want)
        faults = [(r, g, score.wrong_in_full(rows[r], want[g], text)) for r, g in pairs]
        good = sum(not bad for *_, bad in faults)
        extra, missed = len(rows) - len(pairs), len(want) - len(pairs)
        for total, right in ((self.value, len(pairs)), (self.full, good)):
            total[0] += right
            total[1] += extra + len(pairs) - right
            total[2] += missed + len(pairs) - right
        if good < len(pairs) or extra or missed:
            self.misses += self._told(text, rows, want, faults)

    @staticmethod
    def _told(
        text: str, rows: list[Any], want: list[dict[str, Any]], faults: list[tuple[int, int, list[str]]]
    ) -> list[str]:
        columns = ("role", "name", "value", "upper", "unit", "comparator", "period", "basis", "measure", "estimated")
        told = [f"\n{text}"]
        told += [
            f"  differs in {', '.join(bad)}: { {key: rows[r][key] for key in columns} } <> {want[g]}"
            for r, g, bad in faults
            if bad
        ]
        used_rows, used = {r for r, *_ in faults}, {g for _, g, _ in faults}
        told += [f"  extra { {key: row[key] for key in columns} }" for r, row in enumerate(rows) if r not in used_rows]
        return told + [f"  missed {row}" for g, row in enumerate(want) if g not in used]


@pytest.fixture(scope="module")
def score() -> Score:
    total = Score()
    for sentence in SENTENCES:
        total.add(sentence["text"], sentence["rows"])
    return total


def test_there_are_enough_sentences() -> None:
    assert len(SENTENCES) >= 120
    assert len({sentence["text"] for sentence in SENTENCES}) == len(SENTENCES)


def test_values_of_single_sentences(score: Score) -> None:
    """Role, value and unit agree with what a careful reader finds."""
    *_, f1 = scorer().f1(*score.value)
    print(*score.misses, sep="\n")  # noqa: T201 - shown where the assertion fails
    assert f1 >= LEAST_VALUE, score.value


def test_rows_of_single_sentences(score: Score) -> None:
    """So do all other columns."""
    *_, f1 = scorer().f1(*score.full)
    print(*score.misses, sep="\n")  # noqa: T201
    assert f1 >= LEAST_FULL, score.full
