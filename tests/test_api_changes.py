"""The public interface keeps what programs were written against, and the tool that says so tells right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.api import SNAPSHOT, Facts, changes, facts, main, read

REQUIRED, OPTIONAL = "required, by keyword", "optional, by keyword"

BREAKING = [
    ({"vnplan.load": "function"}, {}, "vnplan.load is gone"),
    ({"vnplan.Basis.PLAN": "'plan'"}, {"vnplan.Basis.PLAN": "'scheme'"}, "vnplan.Basis.PLAN: 'plan' → 'scheme'"),
    (
        {"vnplan.load": "function"},
        {"vnplan.load": "function", "vnplan.load(how)": REQUIRED},
        "vnplan.load(how) is new, and required",
    ),
    ({"vnplan.load(how)": OPTIONAL}, {"vnplan.load(how)": REQUIRED}, f"vnplan.load(how): {OPTIONAL} → {REQUIRED}"),
    # a parameter that takes less, a result that may be more
    ({"vnplan.f(a): type": "int | str"}, {"vnplan.f(a): type": "int"}, "vnplan.f(a): type: int | str → int"),
    ({"vnplan.f: returns": "int"}, {"vnplan.f: returns": "int | None"}, "vnplan.f: returns: int → int | None"),
    ({"vnplan.T.a: type": "int"}, {"vnplan.T.a: type": "str"}, "vnplan.T.a: type: int → str"),
    # the parts of a union within brackets belong together
    ({"vnplan.f: returns": "a[b | c]"}, {"vnplan.f: returns": "a[b"}, "vnplan.f: returns: a[b | c] → a[b"),
    (
        {"vnplan.f(a): type": "Iterable[int | str]"},
        {"vnplan.f(a): type": "Iterable[int]"},
        "vnplan.f(a): type: Iterable[int | str] → Iterable[int]",
    ),
    (
        {"vnplan.f(a): type": "Iterable[int]"},
        {"vnplan.f(a): type": "Sequence[int]"},
        "vnplan.f(a): type: Iterable[int] → Sequence[int]",
    ),
    ({"vnplan.f(a): default": "1"}, {"vnplan.f(a): default": "2"}, "vnplan.f(a): default: 1 → 2"),
    ({"vnplan.E is ValueError": ""}, {}, "vnplan.E is ValueError is gone"),
    ({"$ vnplan read --format csv": "choice"}, {}, "$ vnplan read --format csv is gone"),
    ({"JSON T": "T"}, {"JSON T": "T", "JSON T.a": "required"}, "JSON T.a is new, and required"),
    ({"indicator revenue": "money:VND"}, {}, "indicator revenue is gone"),
    ({"Python": ">=3.11"}, {"Python": ">=3.12"}, "Python: >=3.11 → >=3.12"),
]
ADDITIVE = [
    ({}, {"vnplan.load": "function", "vnplan.load(how)": REQUIRED}, ["vnplan.load is new", "vnplan.load(how) is new"]),
    ({"vnplan.f": "function"}, {"vnplan.f": "function", "vnplan.f(a)": OPTIONAL}, ["vnplan.f(a) is new"]),
    ({"vnplan.f(a)": REQUIRED}, {"vnplan.f(a)": OPTIONAL}, [f"vnplan.f(a): {REQUIRED} → {OPTIONAL}"]),
    ({"vnplan.f(a): type": "int"}, {"vnplan.f(a): type": "int | str"}, ["vnplan.f(a): type: int → int | str"]),
    (
        {"vnplan.f(a): type": "Iterable[int]"},
        {"vnplan.f(a): type": "Iterable[str | int] | int"},
        ["vnplan.f(a): type: Iterable[int] → Iterable[str | int] | int"],
    ),
    ({"vnplan.f: returns": "int | None"}, {"vnplan.f: returns": "int"}, ["vnplan.f: returns: int | None → int"]),
    ({"vnplan.B": "class"}, {"vnplan.B": "class", "vnplan.B.NEW": "'new'"}, ["vnplan.B.NEW is new"]),
]


@pytest.fixture(scope="module")
def present() -> Facts:
    return dict(facts())


def test_nothing_breaks_programs(present: Facts) -> None:
    """Where a break is meant: tell it in the changelog, then ``python tools/api.py --write``."""
    breaking, _ = changes(read(SNAPSHOT), present)
    assert breaking == []


@pytest.mark.parametrize(("old", "new", "told"), BREAKING)
def test_breaking(old: dict[str, str], new: dict[str, str], told: str) -> None:
    assert changes(old, new) == ([told], [])


@pytest.mark.parametrize(("old", "new", "told"), ADDITIVE)
def test_additive(old: dict[str, str], new: dict[str, str], told: list[str]) -> None:
    assert changes(old, new) == ([], told)


def test_what_is_gone_is_told_once() -> None:
    old = {"vnplan.f": "function", "vnplan.f(a)": REQUIRED, "vnplan.f(a): type": "int"}
    assert changes(old, {}) == (["vnplan.f is gone"], [])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("vnplan.load(file_format): type", "str | None"),
        ("vnplan.Target(stated)", OPTIONAL),  # constructors of attrs classes
        ("vnplan.Target.supersedes: type", "Target | None"),
        ("vnplan.Interval.__add__", "operator"),
        ("vnplan.Period.quarter(quarter)", "required, number 2, positional or keyword"),
        ("vnplan.Basis.ESTIMATE", "'estimate'"),
        ("vnplan.Record[value]: type", "str | None"),
        ("vnplan.NoSuchFigureError is LookupError", ""),
        ("vnplan.plot.bullets(ax)", OPTIONAL),
        ("vnplan.samples.text(name)", "required, number 1, positional or keyword"),
        ("$ vnplan audit --fail-on inconsistent", "choice"),
        ("$ vnplan audit PATH", "required, takes +"),
        ("JSON Quantity.value", "required"),
        ("audit rule counts", ""),
        ("extra plot", ""),
        ("indicator state_budget_revenue", "money:VND"),
    ],
)
def test_fact(present: Facts, key: str, value: str) -> None:
    assert present.get(key) == value


def test_tool_writes_and_compares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "api.tsv"
    assert main([str(path), "--write"]) == 0
    assert main([str(path)]) == 0
    assert not capsys.readouterr().out
    text = path.read_text(encoding="utf-8").replace("vnplan.load\t", "vnplan.open\t", 1)
    path.write_text(text, encoding="utf-8")
    assert main([str(path)]) == 1
    assert capsys.readouterr().out == "breaking: vnplan.open is gone\nadditive: vnplan.load is new\n"
