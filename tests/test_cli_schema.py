"""``vnplan schema``, and the documents that it describes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vnplan import from_json, json_schema, samples
from vnplan.cli import main
from vnplan.model.target import Target


def test_prints_the_schema_of_reports(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json_schema()


def test_prints_that_of_another_class(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--type", "Target"]) == 0
    assert json.loads(capsys.readouterr().out) == json_schema(Target)


def test_writes_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "lược đồ.json"
    assert main(["schema", "--type", "Target", "--out", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8")) == json_schema(Target)
    assert capsys.readouterr().out == ""


def test_tells_where_it_cannot_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--type", "Unit", "--out", str(tmp_path / "no" / "x.json")]) == 1
    assert "No such file or directory" in capsys.readouterr().err


def test_other_classes_are_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["schema", "--type", "Letter"])
    assert caught.value.code == 2
    assert "--type Letter: no such class; there are Unit, Quantity" in capsys.readouterr().err


def test_read_writes_such_documents(capsys: pytest.CaptureFixture[str]) -> None:
    """One a line, without loss."""
    assert main(["read", "--format", "documents", *(str(samples.path(name)) for name in ("001", "004"))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [from_json(line) for line in lines] == [samples.load("001"), samples.load("004")]


def test_help_begins_with_a_capital_and_changes_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["schema", "--help"])
    assert "The JSON Schema of the documents" in capsys.readouterr().out
