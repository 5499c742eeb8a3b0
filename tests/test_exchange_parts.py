"""Part files of very many documents: whole, in order, gone on with after a stop."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.many import reports_in
from vnplan import (
    InvalidValueError,
    MissingExtraError,
    OutputFolderError,
    RecordError,
    Report,
    load,
    read_records,
    samples,
    write_parts,
)
from vnplan.exchange import given_rows, parts
from vnplan.exchange.given_rows import records_of
from vnplan.exchange.manifest import Manifest
from vnplan.loading import LoadFailure

ROOT = Path(__file__).parents[1]
FORMATS = ["csv", "jsonl", "parquet"]
UNIX = pytest.mark.skipif(os.name != "posix", reason="processes are killed as Unix kills them")


def rows_in(folder: Path) -> list[dict[str, Any]]:
    """All rows of the part files, in order."""
    return list(records_of(folder))


def manifest(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    return reports_in(tmp_path / "báo cáo", 12)


class TestParts:
    @pytest.mark.parametrize("workers", [1, 2])
    @pytest.mark.parametrize("file_format", FORMATS)
    def test_hold_the_records_in_order(self, tmp_path: Path, paths: list[str], file_format: str, workers: int) -> None:
        if file_format == "parquet":
            pytest.importorskip("pyarrow")
        out = tmp_path / "out"
        written = write_parts(out, paths, file_format=file_format, workers=workers, part_size=5)
        expected = [{**row, "file": path} for path in paths for row in load(path).to_records()]
        assert rows_in(out) == expected
        assert (written.documents, written.rows, written.parts, written.failed) == (12, len(expected), 3, {})
        names = [f"part-0000{number}.{file_format}" for number in range(3)]
        assert sorted(path.name for path in out.iterdir()) == ["manifest.jsonl", *names]

    def test_manifest_lists_parts_and_documents(self, tmp_path: Path, paths: list[str]) -> None:
        write_parts(tmp_path / "out", paths, file_format="csv", workers=1, part_size=10)
        head, first, second = manifest(tmp_path / "out")
        assert head == {"vnplan": "figures", "version": 1, "format": "csv"}
        assert (first["part"], second["part"]) == ("part-00000.csv", "part-00001.csv")
        assert list(first["documents"]) + list(second["documents"]) == paths
        assert sum(first["documents"].values()) == first["rows"]

    @pytest.mark.parametrize("file_format", FORMATS)
    @pytest.mark.parametrize("workers", [1, 2])
    def test_of_directives(self, tmp_path: Path, file_format: str, workers: int) -> None:
        paths = [samples.path(name) for name in samples.names()]
        out = tmp_path / "out"
        write_parts(out, paths, file_format=file_format, table="directives", workers=workers, part_size=2)
        expected = [one.text for path in paths for one in load(path).directives]
        assert expected
        assert [row["text"] for part in sorted(out.glob("part-*")) for row in given_rows._of_path(part)] == expected
        assert manifest(out)[0]["vnplan"] == "directives"
        with pytest.raises(OutputFolderError, match="asked for is"):
            write_parts(out, paths, file_format=file_format)
        with pytest.raises(RecordError, match="column of"):
            read_records(out)

    @UNIX
    def test_others_may_read_them_as_any_file(self, tmp_path: Path, paths: list[str]) -> None:
        (tmp_path / "any").touch()
        write_parts(tmp_path / "out", paths, file_format="csv", workers=1)
        modes = {path.stat().st_mode for path in (tmp_path / "any", *(tmp_path / "out").iterdir())}
        assert len(modes) == 1

    def test_marked_for_excel(self, tmp_path: Path, paths: list[str]) -> None:
        write_parts(tmp_path, paths, file_format="csv", workers=1, part_size=5, bom=True)
        assert [part.read_bytes()[:3] for part in tmp_path.glob("part-*")] == [b"\xef\xbb\xbf"] * 3
        assert len(read_records(tmp_path)) == 12

    def test_give_their_reports_back(self, tmp_path: Path, paths: list[str]) -> None:
        """Two documents of one name are two reports."""
        twins = reports_in(tmp_path / "báo cáo khác", 3)
        write_parts(tmp_path / "out", [*paths, *twins], file_format="csv", workers=1)
        found = read_records(tmp_path / "out")
        assert [one.document for one in found] == [Path(path).stem for path in (*paths, *twins)]

    def test_a_path_given_twice_counts_once(self, tmp_path: Path, paths: list[str]) -> None:
        assert write_parts(tmp_path / "out", paths * 2, file_format="csv", workers=1).documents == 12

    def test_of_nothing(self, tmp_path: Path) -> None:
        written = write_parts(tmp_path / "out", [], file_format="csv")
        assert (written.documents, written.parts) == (0, 0)
        assert rows_in(tmp_path / "out") == []

    def test_tells_how_far_it_is(
        self, tmp_path: Path, paths: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        write_parts(tmp_path / "out", paths, file_format="csv", workers=1, progress=True)
        assert "12/12 100%" in capsys.readouterr().err


class TestFailures:
    def test_are_told_and_tried_again(self, tmp_path: Path) -> None:
        out = tmp_path / "out"
        paths = reports_in(tmp_path / "in", 6, bad=frozenset({1, 4, 5}))
        written = write_parts(out, paths, file_format="csv", workers=1, part_size=2)
        assert written.documents == 3
        assert set(written.failed) == {paths[1], paths[4], paths[5]}
        assert "is empty" in written.failed[paths[4]]
        assert written.parts == 2  # where nothing could be read there is no part
        reports_in(tmp_path / "in", 6, bad=frozenset({5}))
        again = write_parts(out, paths, file_format="csv", workers=1, part_size=2)
        assert (again.documents, set(again.failed)) == (5, {paths[5]})
        assert sorted(row["file"] for row in rows_in(out) if row["row"] == 0) == paths[:5]

    @UNIX
    def test_a_dying_process_costs_its_own_document(
        self, tmp_path: Path, paths: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(parts, "load_one", _die)
        written = write_parts(tmp_path / "out", paths, file_format="csv", workers=2, part_size=4)
        assert list(written.failed) == [paths[7]]
        assert "ended unexpectedly" in written.failed[paths[7]]
        assert written.documents == 11
        assert {row["file"] for row in rows_in(tmp_path / "out")} == {*paths} - {paths[7]}
        write_parts(tmp_path / "out", [], file_format="csv")
        assert not list((tmp_path / "out").glob(".part-*"))  # what the process left behind

    @pytest.mark.parametrize(
        ("options", "fault"),
        [
            ({"file_format": "xml"}, "one of parquet"),
            ({"table": "verdicts"}, "one of figures, directives"),
            ({"part_size": 0}, "1"),
        ],
    )
    def test_wrong_use(self, tmp_path: Path, options: dict[str, Any], fault: str) -> None:
        with pytest.raises(InvalidValueError, match=fault):
            write_parts(tmp_path / "out", [], **options)

    def test_parquet_without_its_extra(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
        with pytest.raises(MissingExtraError, match="arrow"):
            write_parts(tmp_path / "out", [])
        assert not (tmp_path / "out").exists()


def _die(path: Path, **_: object) -> Report | LoadFailure:
    """Load, or end the process: what a fault below Python does."""
    if path.name.endswith("07.txt"):
        os._exit(1)
    return load(path)


class TestFolder:
    def test_of_another_format(self, tmp_path: Path, paths: list[str]) -> None:
        write_parts(tmp_path, paths, file_format="csv", workers=1)
        with pytest.raises(OutputFolderError, match="asked for is"):
            write_parts(tmp_path, paths, file_format="jsonl", workers=1)

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("ghi chú\n", "holds what another run wrote: ghi chú"),
            ("{head}\nghi chú\n", r"line 2 of manifest\.jsonl is none"),
            ('{head}\n{"part": null, "documents": [], "failed": {}}\n', r"line 2 of manifest\.jsonl is none"),
            ('{head}\n{"part": [], "documents": {}, "failed": {}}\n', r"line 2 of manifest\.jsonl is none"),
            ("{head}\n{}\n", r"line 2 of manifest\.jsonl is none"),
        ],
    )
    def test_with_a_manifest_that_no_run_wrote(self, tmp_path: Path, paths: list[str], text: str, fault: str) -> None:
        (tmp_path / "part-00000.csv").write_text("mine", encoding="utf-8")
        head = '{"vnplan": "figures", "version": 1, "format": "csv"}'
        (tmp_path / "manifest.jsonl").write_text(text.replace("{head}", head), encoding="utf-8")
        with pytest.raises(OutputFolderError, match=fault):
            write_parts(tmp_path, paths, file_format="csv", workers=1)
        assert (tmp_path / "part-00000.csv").read_text(encoding="utf-8") == "mine"

    def test_with_parts_of_unknown_origin(self, tmp_path: Path, paths: list[str]) -> None:
        (tmp_path / "part-00000.csv").write_text("mine", encoding="utf-8")
        with pytest.raises(OutputFolderError, match=r"no manifest\.jsonl that lists it"):
            write_parts(tmp_path, paths, file_format="csv", workers=1)
        assert (tmp_path / "part-00000.csv").read_text(encoding="utf-8") == "mine"

    @UNIX
    def test_that_another_run_holds(self, tmp_path: Path, paths: list[str]) -> None:
        held = Manifest(tmp_path, ".csv")
        with held, pytest.raises(OutputFolderError, match="written by another run"):
            write_parts(tmp_path, paths, file_format="csv", workers=1)
        assert write_parts(tmp_path, paths, file_format="csv", workers=1).documents == 12

    def test_other_files_stay(self, tmp_path: Path, paths: list[str]) -> None:
        (tmp_path / "ghi chú.txt").write_text("mine", encoding="utf-8")
        write_parts(tmp_path, paths, file_format="csv", workers=1)
        assert (tmp_path / "ghi chú.txt").exists()


class TestAfterAStop:
    """What is listed is kept, what is not is made anew: nothing is lost, nothing stands twice."""

    def test_goes_on(self, tmp_path: Path, paths: list[str]) -> None:
        out = tmp_path / "out"
        write_parts(out, paths[:5], file_format="csv", workers=1, part_size=5)
        first = (out / "part-00000.csv").stat().st_mtime_ns
        assert write_parts(out, paths, file_format="csv", workers=1, part_size=5).parts == 3
        assert (out / "part-00000.csv").stat().st_mtime_ns == first
        assert [row["file"] for row in rows_in(out) if row["row"] == 0] == paths

    @pytest.mark.parametrize("cut", [1, 30, -1])
    def test_in_the_middle_of_a_line(self, tmp_path: Path, paths: list[str], cut: int) -> None:
        out = tmp_path / "out"
        write_parts(out, paths, file_format="csv", workers=1, part_size=5)
        whole = (out / "manifest.jsonl").read_bytes()
        last = whole.rstrip(b"\n").rfind(b"\n") + 1
        (out / "manifest.jsonl").write_bytes(whole[: last + cut] if cut > 0 else whole[:-1])
        (out / ".part-abc.tmp").touch()
        assert write_parts(out, paths, file_format="csv", workers=1, part_size=5).documents == 12
        assert [row["file"] for row in rows_in(out) if row["row"] == 0] == paths
        assert not list(out.glob(".part-*"))

    def test_what_failed_before_is_told_until_it_is_read(self, tmp_path: Path) -> None:
        paths, out = reports_in(tmp_path / "in", 6, bad=frozenset({1, 4})), tmp_path / "out"
        write_parts(out, paths, file_format="csv", workers=1, part_size=2)
        reports_in(tmp_path / "in", 2)
        again = write_parts(out, paths, file_format="csv", workers=1, part_size=2)
        assert (again.documents, again.parts, list(again.failed)) == (5, 4, [paths[4]])
        assert again.rows == len(rows_in(out))
        assert write_parts(out, paths[:1], file_format="csv", workers=1) == again

    def test_before_the_head_was_written(self, tmp_path: Path, paths: list[str]) -> None:
        (tmp_path / "manifest.jsonl").write_bytes(b'{"vnplan')
        assert write_parts(tmp_path, paths, file_format="csv", workers=1).documents == 12

    @UNIX
    def test_killed_again_and_again(self, tmp_path: Path) -> None:
        file_format = "jsonl"
        paths = reports_in(tmp_path / "in", 150, bad=frozenset({17, 140}))
        whole, out = tmp_path / "whole", tmp_path / "out"
        write_parts(whole, paths, file_format=file_format, workers=1, part_size=7)
        out.mkdir()
        for wait in (0.0, 0.05, 0.15):
            with started(tmp_path / "in", out, file_format) as run:
                lines = len(list(lines_of(out)))
                until = time.monotonic() + 20
                while run.poll() is None and len(list(lines_of(out))) <= lines and time.monotonic() < until:
                    time.sleep(0.01)
                time.sleep(wait)
                os.kill(run.pid, signal.SIGKILL)
                run.wait()
                assert gone(run.pid)  # its processes end with it
        write_parts(out, paths, file_format=file_format, workers=2, part_size=7)
        assert rows_in(out) == rows_in(whole)


def lines_of(folder: Path) -> Iterator[bytes]:
    if (folder / "manifest.jsonl").exists():
        yield from (folder / "manifest.jsonl").read_bytes().splitlines()


def started(given: Path, out: Path, file_format: str) -> subprocess.Popen[bytes]:
    """A run in processes of its own, in a group of their own."""
    program = (
        "import sys, vnplan, pathlib\n"
        "given, out, form = sys.argv[1:]\n"
        "paths = sorted(map(str, pathlib.Path(given).iterdir()))\n"
        "vnplan.write_parts(out, paths, file_format=form, workers=2, part_size=7)\n"
    )
    command = [sys.executable, "-c", program, str(given), str(out), file_format]
    return subprocess.Popen(command, start_new_session=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")})


def gone(group: int) -> bool:
    """Whether no process of the group is left, within some seconds."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False
