"""The reading of the seeds, scored against gold: thresholds only ever rise."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"

LEAST_F1 = {"value": 1.0, "full": 1.0, "directives": 1.0, "citations": 1.0}
LEAST_HEADS = {"locality": 5, "period": 5}
LEAST_IDS, MOST_WRONG_IDS = 36, 0
LEAST_TALLIES = 16
MOST_UNACCOUNTED = 0
MOST_UNREAD = 7


@pytest.fixture(scope="module")
def summary() -> str:
    """The last line that the scorer prints, over the seeds."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    lines: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(score, "print", lambda *words: lines.append(" ".join(map(str, words))), raising=False)
        assert score.main([str(ROOT / "seeds"), str(GOLD)]) == 0
    return lines[-1]


def numbers(pattern: str, summary: str) -> tuple[int, ...]:
    found = re.search(pattern, summary)
    assert found, summary
    return tuple(map(int, found.groups()))


def test_reads_all_five_without_a_crash(summary: str) -> None:
    assert numbers(r"(\d+) documents, (\d+) crashed", summary) == (5, 0)


@pytest.mark.parametrize("what", list(LEAST_F1))
def test_f1(summary: str, what: str) -> None:
    found = re.search(rf"{what} P [\d.]+ R [\d.]+ F1 ([\d.]+)", summary)
    assert found, summary
    assert float(found[1]) >= LEAST_F1[what], summary


@pytest.mark.parametrize("what", list(LEAST_HEADS))
def test_place_and_period_of_the_document(summary: str, what: str) -> None:
    (right, _) = numbers(rf"{what} (\d+)/(\d+)", summary)
    assert right >= LEAST_HEADS[what], summary


def test_indicator_ids(summary: str) -> None:
    right, _, wrong = numbers(r"ids (\d+)/(\d+) \((\d+) wrong\)", summary)
    assert right >= LEAST_IDS, summary
    assert wrong <= MOST_WRONG_IDS, summary


def test_tallies(summary: str) -> None:
    (right, _) = numbers(r"tallies (\d+)/(\d+)", summary)
    assert right >= LEAST_TALLIES, summary


def test_ledger_accounts_for_every_number(summary: str) -> None:
    (lost,) = numbers(r"unaccounted numbers (\d+)", summary)
    assert lost <= MOST_UNACCOUNTED, summary


def test_few_numbers_stay_unread(summary: str) -> None:
    unread, _ = numbers(r"unread (\d+) of (\d+)", summary)
    assert unread <= MOST_UNREAD, summary
