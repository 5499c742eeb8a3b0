"""The command line, as people and programs meet it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import vnplan
from vnplan import Consistency, Finding, FindingRow, Outcome, Record, ScoreRow, samples
from vnplan.audit import Evidence
from vnplan.cli import main, text
from vnplan.cli.main import AUDITED, JUDGED
from vnplan.cli.text import flat, harmless, width_of, wrapped
from vnplan.tables import Row, Table

ROOT = Path(__file__).parents[1]
SEEDS = str(ROOT / "seeds")
Q1 = str(samples.path("001"))
PLAN = "KẾ HOẠCH\nChỉ tiêu năm 2023\nI. Kinh tế\n(1) Tỷ lệ hộ nghèo: dưới 3%.\n"
MISSED = "Năm 2023, tỷ lệ hộ nghèo còn 4,5%."


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("NO_COLOR", raising=False)


Capture = pytest.CaptureFixture[str]


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let standard output pass for a terminal."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")


def vnplan_(*arguments: str, given: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "vnplan", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **variables}
    return subprocess.run(command, input=given, capture_output=True, env=environment, check=False)


class TestScorecard:
    def test_joins_the_seeds(self, capsys: Capture) -> None:
        assert main(["scorecard", SEEDS]) == 0
        told = " ".join(capsys.readouterr().out.split())
        for words in (
            "5.208 tỷ đồng (dự",
            "26,7% đang thực hiện vượt tiến độ (106,8%)",
            "5.574,5 tỷ đồng",
            "100,3% vượt, chắc chắn",
            "chưa có số liệu thực hiện",
            "Tiến độ: so với mức chia đều theo thời gian",
        ):
            assert words in told

    def test_english(self, capsys: Capture) -> None:
        assert main(["scorecard", Q1, "--lang", "en"]) == 0
        told = capsys.readouterr().out
        assert "VND 5,208 billion" in told
        assert "ahead of pace (106.8%)" in told

    def test_json_is_the_rows(self, capsys: Capture) -> None:
        assert main(["scorecard", Q1, "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out) == vnplan.scorecard(vnplan.load(Q1)).rows()

    def test_csv(self, capsys: Capture) -> None:
        assert main(["scorecard", Q1, "--format", "csv"]) == 0
        rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        assert list(rows[0]) == list(ScoreRow.__annotations__)
        assert (rows[0]["target_value"], rows[0]["pace"]) == ("5208", "ahead")

    def test_markdown(self, capsys: Capture) -> None:
        assert main(["scorecard", Q1, "--format", "markdown"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[0] == "# Bảng đánh giá thực hiện chỉ tiêu"
        assert lines[3] == "|---|---|---|---|--:|---|---|"
        assert {line.count("|") for line in lines if line.startswith("|")} == {8}
        assert "| **001\\_0a371d95c916fa0b · Quận 3** |" in lines[4]

    def test_html(self, capsys: Capture) -> None:
        assert main(["scorecard", Q1, "--format", "html"]) == 0
        told = capsys.readouterr().out
        assert told == vnplan.scorecard_page(vnplan.load(Q1))
        assert told.startswith('<!DOCTYPE html>\n<html lang="vi"')

    def test_html_into_a_file(self, tmp_path: Path, capsys: Capture) -> None:
        page = tmp_path / "bảng.html"
        assert main(["scorecard", Q1, "--html", str(page), "--lang", "en"]) == 0
        assert capsys.readouterr().out == f"{page}: 0 of 1 targets met: 1 in progress\n"
        assert page.read_bytes().decode("utf-8") == vnplan.scorecard_page(vnplan.load(Q1), locale="en")
        assert main(["scorecard", Q1, "--html", str(page), "--fail-on", "open"]) == 1

    def test_html_where_nothing_can_be_written(self, tmp_path: Path, capsys: Capture) -> None:
        assert main(["scorecard", Q1, "--html", str(tmp_path)]) == 1
        told = capsys.readouterr()
        assert (told.out, told.err) == ("", f"vnplan: {tmp_path}: Is a directory\n")

    @pytest.mark.parametrize("option", ["--html", "--workbook"])
    def test_files_go_without_a_format(self, option: str, capsys: Capture) -> None:
        with pytest.raises(SystemExit) as caught:
            main(["scorecard", Q1, option, "page", "--format", "csv"])
        assert caught.value.code == 2
        assert f"{option} goes without --format" in capsys.readouterr().err

    def test_page_and_workbook(self, tmp_path: Path, capsys: Capture) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        page, book = tmp_path / "bảng.html", tmp_path / "bảng.xlsx"
        assert main(["scorecard", Q1, "--html", str(page), "--workbook", str(book), "--lang", "en"]) == 0
        told = "0 of 1 targets met: 1 in progress"
        assert capsys.readouterr().out == f"{page}: {told}\n{book}: {told}\n"
        assert page.exists()
        assert openpyxl.load_workbook(book)["Đánh giá"].max_row == 2

    def test_workbook_where_it_cannot_be_written(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
    ) -> None:
        """One file that fails does not keep the other from being written."""
        page = tmp_path / "bảng.html"
        monkeypatch.setitem(sys.modules, "openpyxl", None)
        assert main(["scorecard", Q1, "--html", str(page), "--workbook", str(tmp_path / "b.xlsx")]) == 1
        assert "pip install 'vnplan[excel]'" in capsys.readouterr().err
        assert page.exists()

    @pytest.mark.parametrize(("extra", "status"), [([], 0), (["--fail-on", "not_met"], 1), (["--fail-on", "open"], 0)])
    def test_judges_only_where_asked(self, tmp_path: Path, extra: list[str], status: int, capsys: Capture) -> None:
        (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
        (tmp_path / "result.txt").write_text(MISSED, encoding="utf-8")
        assert main(["scorecard", str(tmp_path), *extra]) == status
        assert "không đạt" in capsys.readouterr().out

    def test_of_nothing(self, tmp_path: Path, capsys: Capture) -> None:
        (tmp_path / "a.txt").write_text("Không có gì.", encoding="utf-8")
        assert main(["scorecard", str(tmp_path)]) == 0
        assert "0/0 chỉ tiêu đạt" in capsys.readouterr().out


class TestAudit:
    def test_tells_what_does_not_add_up_in_the_seeds(self, capsys: Capture) -> None:
        assert main(["audit", SEEDS]) == 0
        told = " ".join(capsys.readouterr().out.split())
        for words in (
            "Rà soát số liệu: 5 văn bản",
            "không khớp · số công bố và số tìm thấy (counts) · 002_ad9a79524a1881a9 Mục “cải cách hành chính” nêu 4 chỉ tiêu; danh sách có 5 mục",
            "chỉ khớp nếu bỏ bớt chữ số · tỷ lệ của số nguyên (whole_numbers) · 001_0a371d95c916fa0b",
            "534, nêu tăng 73,3%",
            "“73,3%”; “534 doanh nghiệp”",
            "chưa đủ căn cứ đối chiếu · số công bố và số tìm thấy (counts) · 003_24b2c0b745255965",
            "còn lại 4 chưa nêu",
            "chỉ tiêu nêu cho năm 2022, khác kỳ kế hoạch năm 2023",
            "Quyết định 200/QĐ-UBND ngày 18/01/2022 giao chỉ tiêu của năm 2023, sớm hơn thường lệ",
        ):
            assert words in told
        assert re.search(r"\d khớp$", told)
        assert "khớp · tỷ lệ thực hiện" not in told

    def test_all_in_english(self, capsys: Capture) -> None:
        assert main(["audit", SEEDS, "--all", "--lang", "en"]) == 0
        told = " ".join(capsys.readouterr().out.split())
        assert "consistent · share realised (share) · 000_556f14c6dea0f014, 002_ad9a79524a1881a9" in told
        assert "002_ad9a79524a1881a9: “5.558 tỷ đồng”" in told

    def test_json_is_the_rows(self, capsys: Capture) -> None:
        assert main(["audit", SEEDS, "--all", "--format", "json"]) == 0
        rows = json.loads(capsys.readouterr().out)
        found = vnplan.audit(vnplan.load(path) for path in sorted(Path(SEEDS).glob("*.txt")))
        assert sorted(map(str, rows)) == sorted(str(one.to_row()) for one in found)

    def test_csv(self, capsys: Capture) -> None:
        assert main(["audit", Q1, "--format", "csv"]) == 0
        (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
        assert list(row) == list(FindingRow.__annotations__)
        assert (row["rule"], row["result"]) == ("whole_numbers", "only_if_truncated")
        assert row["quotes"] == "73,3% | 534 doanh nghiệp"

    @pytest.mark.parametrize(
        ("extra", "status"),
        [
            ([], 0),
            (["--fail-on", "only_if_truncated"], 1),
            (["--fail-on", "inconsistent"], 0),
            (["--fail-on", "inconsistent", "--fail-on", "only_if_truncated"], 1),
            (["--fail-on", "only_if_truncated", "--without", "whole_numbers"], 0),
        ],
    )
    def test_status(self, extra: list[str], status: int, capsys: Capture) -> None:
        assert main(["audit", Q1, *extra]) == status
        assert "khớp" in capsys.readouterr().out

    def test_of_nothing(self, tmp_path: Path, capsys: Capture) -> None:
        (tmp_path / "a.txt").write_text("Không có gì.", encoding="utf-8")
        assert main(["audit", str(tmp_path)]) == 0
        assert "Không có số liệu để đối chiếu" in capsys.readouterr().out

    def test_results_to_fail_on_are_those_of_the_model(self) -> None:
        assert set(JUDGED) < set(Outcome)
        assert {*AUDITED, Consistency.CONSISTENT} == set(Consistency)


class TestJudging:
    """What makes the exit status 1 though nothing that was found does, and what is left to a line that counts."""

    @pytest.mark.parametrize("command", ["audit", "scorecard"])
    def test_a_text_that_is_missing(self, command: str, capsys: Capture) -> None:
        assert main([command, Q1]) == 0
        assert main([command, Q1, "missing.txt"]) == 1
        assert "missing.txt" in capsys.readouterr().err

    def test_undecided_cases_without_figures_are_only_counted(self, tmp_path: Path, capsys: Capture) -> None:
        path = tmp_path / "a.txt"
        path.write_text("Năm 2023, thu ngân sách nhà nước đạt 90 tỷ đồng, đạt 98% dự toán.", encoding="utf-8")
        assert main(["audit", str(path)]) == 0
        told = capsys.readouterr().out
        assert "1 chưa đủ căn cứ" in told
        assert "98%" not in told
        assert main(["audit", str(path), "--all"]) == 0
        assert "98%" in capsys.readouterr().out

    def test_a_workbook_alone_takes_the_place_of_the_table(self, tmp_path: Path, capsys: Capture) -> None:
        pytest.importorskip("openpyxl")
        assert main(["scorecard", Q1, "--workbook", str(tmp_path / "a.xlsx")]) == 0
        assert "5.208" not in capsys.readouterr().out
        assert (tmp_path / "a.xlsx").exists()

    def test_rules_of_installed_packages_only_where_asked_for(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Capture
    ) -> None:
        def mine(_: Evidence) -> Iterator[Finding]:
            yield Finding(rule="mine", result=Consistency.INCONSISTENT, message_vi="một phát hiện riêng")

        monkeypatch.setattr(import_module("vnplan.audit.rules"), "offered", lambda _: [("mine", mine)])
        assert main(["audit", Q1]) == 0
        assert "một phát hiện riêng" not in capsys.readouterr().out
        assert main(["audit", Q1, "--extensions"]) == 0
        assert "một phát hiện riêng" in capsys.readouterr().out.casefold()


class TestRead:
    def test_table(self, capsys: Capture) -> None:
        assert main(["read", Q1]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[0] == "001_0a371d95c916fa0b · Quận 3 · quý I năm 2024"
        assert lines[1].split() == ["Nội", "dung", "Số", "liệu", "Vai", "trò", "Kỳ", "So", "sánh"]
        (revenue,) = [line for line in lines if "1.390,9 tỷ đồng" in line]
        assert "đạt 26,7% so với dự toán" in revenue
        (counts,) = [line for line in lines if line.startswith("Con số trong văn bản: ")]
        assert f"{len(vnplan.load(Q1).ledger)} (" in counts

    def test_tells_unread_numbers_and_issues(self, tmp_path: Path, capsys: Capture) -> None:
        path = tmp_path / "a.txt"
        path.write_text("Tổng số là 17 qwertz hôm nay.", encoding="utf-8")
        assert main(["read", str(path)]) == 0
        told = capsys.readouterr().out
        assert "Chưa đọc được: “Tổng số là 17 qwertz hôm nay.”" in told
        assert "Lưu ý khi đọc: thông tin: no figure was found" in told

    def test_json_is_the_records(self, capsys: Capture) -> None:
        assert main(["read", Q1, "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out) == vnplan.load(Q1).to_records()

    def test_json_of_nothing(self, tmp_path: Path, capsys: Capture) -> None:
        (tmp_path / "a.txt").write_text("Không có gì.", encoding="utf-8")
        assert main(["read", str(tmp_path), "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out) == []

    @pytest.mark.parametrize(("extra", "mark"), [([], ""), (["--bom"], "\ufeff")])
    def test_csv(self, extra: list[str], mark: str, capsys: Capture) -> None:
        assert main(["read", Q1, "--format", "csv", *extra]) == 0
        told = capsys.readouterr().out
        assert told.startswith(f"{mark}document,row,of,role,")
        rows = list(csv.DictReader(io.StringIO(told.removeprefix("\ufeff"))))
        assert list(rows[0]) == list(Record.__annotations__)
        assert len(rows) == len(vnplan.load(Q1).to_records())
        assert {row["estimated"] for row in rows} == {"true", "false"}

    def test_directives(self, capsys: Capture) -> None:
        assert main(["read", Q1, "--format", "json", "--table", "directives"]) == 0
        rows = json.loads(capsys.readouterr().out)
        assert [row["text"] for row in rows] == [one.text for one in vnplan.load(Q1).directives]

    def test_explains(self, capsys: Capture) -> None:
        assert main(["read", "--explain", Q1]) == 0
        assert "[1.390,9: kết quả] tỷ đồng" in capsys.readouterr().out

    def test_explains_in_colour(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
        path = tmp_path / "a.txt"
        path.write_text("Năm 2023, thu đạt 5 tỷ đồng, 17 qwertz.", encoding="utf-8")
        on_a_terminal(monkeypatch)
        assert main(["read", "--explain", str(path)]) == 0
        told = capsys.readouterr().out
        assert "\x1b[1;36m5\x1b[0m\x1b[2m⟨kết quả⟩\x1b[0m" in told
        assert "\x1b[1;97;41m 17 ← chưa đọc được \x1b[0m" in told

    def test_several_stand_apart(self, capsys: Capture) -> None:
        assert main(["read", SEEDS]) == 0
        assert capsys.readouterr().out.count("\n\n") == 4


class TestPaths:
    def test_folders_give_their_texts_in_order(self, tmp_path: Path, capsys: Capture) -> None:
        for name in ("b.txt", "a.md", "c/d.html", ".hidden.txt", ".git/x.txt", "README.md", "picture.png"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("Thu đạt 5 tỷ đồng.", encoding="utf-8")
        assert main(["read", str(tmp_path), "--format", "json"]) == 0
        assert [row["document"] for row in json.loads(capsys.readouterr().out)] == ["a", "b", "d"]

    def test_a_readme_named_is_read(self, tmp_path: Path, capsys: Capture) -> None:
        path = tmp_path / "README.md"
        path.write_text("Thu đạt 5 tỷ đồng.", encoding="utf-8")
        assert main(["read", str(path)]) == 0
        assert "5 tỷ đồng" in capsys.readouterr().out

    def test_bad_files_are_told_and_the_rest_goes_on(self, tmp_path: Path, capsys: Capture) -> None:
        (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
        (tmp_path / "empty").mkdir()
        paths = [str(tmp_path / name) for name in ("a.txt", "b.pdf", "empty")]
        assert main(["read", *paths, Q1]) == 1
        told = capsys.readouterr()
        assert "1.390,9" in told.out
        assert [line.removeprefix(f"vnplan: {tmp_path}/").partition(":")[0] for line in told.err.splitlines()] == [
            "empty",
            "a.txt",
            "b.pdf",
        ]
        assert "Traceback" not in told.err

    def test_standard_input(self) -> None:
        done = vnplan_("read", "-", Q1, "--format", "json", given="Thu đạt 5 tỷ đồng.".encode())
        documents = [row["document"] for row in json.loads(done.stdout)]
        assert documents[:2] == ["stdin", "001_0a371d95c916fa0b"]

    def test_empty_standard_input(self) -> None:
        done = vnplan_("read", "-")
        assert (done.returncode, done.stderr) == (1, b"vnplan: stdin: is empty\n")


class TestWrongUse:
    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["read"],
            ["reed", Q1],
            ["read", Q1, "--format", "xml"],
            ["read", Q1, "--bom"],
            ["read", Q1, "--explain", "--format", "csv"],
            ["read", Q1, "--workers", "0"],
            ["audit", Q1, "--without", "x"],
            ["audit", Q1, "--fail-on", "consistent"],
        ],
    )
    def test_ends_with_two_and_a_reason(self, arguments: list[str], capsys: Capture) -> None:
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 2
        assert "usage: vnplan" in capsys.readouterr().err

    @pytest.mark.parametrize(
        "arguments", [["--help"], ["read", "--help"], ["scorecard", "--help"], ["audit", "--help"], ["--version"]]
    )
    def test_help(self, arguments: list[str], capsys: Capture) -> None:
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 0
        assert "vnplan" in capsys.readouterr().out


class TestStreams:
    def test_vietnamese_on_any_terminal(self) -> None:
        done = vnplan_("read", Q1, PYTHONIOENCODING="ascii", LC_ALL="C")
        assert "tỷ đồng" in done.stdout.decode("utf-8")

    def test_what_utf_8_cannot_hold_is_escaped(self, tmp_path: Path) -> None:
        path = tmp_path / "a.html"
        path.write_text("Thu&#xD800; đạt 5 tỷ đồng.", encoding="utf-8")
        assert vnplan_("read", str(path)).returncode == 0

    def test_a_reader_that_leaves_early_is_no_fault(self) -> None:
        command = [sys.executable, "-m", "vnplan", "read", SEEDS, "--explain"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait() == 0

    def test_interruption(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(_: object) -> bool:
            raise KeyboardInterrupt

        monkeypatch.setattr("vnplan.cli.read.run", interrupt)
        assert main(["read", Q1]) == 130


class TestText:
    @pytest.mark.parametrize(
        ("given", "width"),
        [("tỷ đồng", 7), ("ty\u0309 đồng", 7), ("漢字", 4), ("", 0)],
    )
    def test_width(self, given: str, width: int) -> None:
        assert width_of(given) == width

    @pytest.mark.parametrize(
        ("given", "width", "lines"),
        [
            ("thu ngân sách", 20, ["thu ngân sách"]),
            ("thu ngân sách", 8, ["thu ngân", "sách"]),
            ("xxxxxxxxxx y", 4, ["xxxx", "xxxx", "xx y"]),
            ("漢字", 1, ["漢", "字"]),  # wider than the column
            ("", 5, [""]),
        ],
    )
    def test_wraps(self, given: str, width: int, lines: list[str]) -> None:
        assert list(wrapped(given, width)) == lines

    def test_cells_are_composed_and_on_one_line(self) -> None:
        assert flat("ty\u0309\n  đồng") == "tỷ đồng"

    @pytest.mark.parametrize(
        ("error", "expected"),
        [
            (OSError(28, "No space left on device", "elsewhere"), "out: No space left on device"),
            (OSError("the disk is gone"), "out: the disk is gone"),  # as libraries raise it, without a number
            (vnplan.OutputFolderError("out", "is being written"), "out: is being written"),
        ],
    )
    def test_faults_tell_the_path_once(self, error: Exception, expected: str) -> None:
        assert text.fault_in("out", error) == expected

    def test_nothing_commands_the_terminal(self) -> None:
        assert harmless("a\x1b[2Jb\u202ec\n\t") == "a\ufffd[2Jb\ufffdc\n\t"

    @pytest.mark.parametrize("columns", ["20", "60", "200"])
    def test_tables_fit_the_terminal(self, columns: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        table = Table(
            title="t",
            columns=("Chỉ tiêu", "Tỷ lệ"),
            rows=("Kinh tế", Row(("thu ngân sách " * 9, "26,7%"))),
            right=frozenset((1,)),
        )
        text.print_table(table)
        lines = capsys.readouterr().out.splitlines()
        assert max(map(width_of, lines)) <= int(columns)
        assert lines[4].endswith(" 26,7%")

    @pytest.mark.parametrize(
        ("variable", "value", "expected"),
        [("TERM", "xterm", True), ("TERM", "dumb", False), ("NO_COLOR", "1", False), ("NO_COLOR", "", True)],
    )
    def test_colours(self, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, *, expected: bool) -> None:
        on_a_terminal(monkeypatch)
        monkeypatch.setenv(variable, value)
        assert text.is_coloured() is expected


class TestTerminal:
    def test_rich_draws_where_it_is_installed(self, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
        pytest.importorskip("rich")
        on_a_terminal(monkeypatch)
        monkeypatch.setenv("COLUMNS", "70")
        assert main(["scorecard", str(samples.path("002")), Q1]) == 0
        told = re.sub("\x1b\\[[0-9;]*m", "", capsys.readouterr().out)
        assert "5.208 tỷ" in told
        assert "\n002_ad9a79524a1881a9 · Quận 3 · Quốc phòng an ninh, an ninh trật tự\n" in told  # headings are not cut
        assert max(map(len, told.splitlines()[1:-3])) <= 70
        assert "…" not in told

    def test_rich_colours_by_outcome(self, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
        pytest.importorskip("rich")
        on_a_terminal(monkeypatch)
        assert main(["scorecard", Q1]) == 0
        assert "\x1b[36mTổng thu ngân sách" in capsys.readouterr().out

    def test_plain_tables_elsewhere(self, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
        on_a_terminal(monkeypatch)
        monkeypatch.setitem(sys.modules, "rich.console", None)
        assert main(["scorecard", Q1]) == 0
        told = capsys.readouterr().out
        assert "───" in told
        assert "\x1b[1mBảng đánh giá thực hiện chỉ tiêu\x1b[0m" in told


class TestReadOut:
    """Part files instead of a table on the screen."""

    def test_writes_and_tells(self, tmp_path: Path, capsys: Capture) -> None:
        pytest.importorskip("pyarrow")
        assert main(["read", SEEDS, "--out", str(tmp_path), "--workers", "1", "--lang", "en"]) == 0
        rows = sum(len(samples.load(name).to_records()) for name in samples.names())
        assert capsys.readouterr().out == f"5 documents, {rows} rows, 1 parts in {tmp_path}\n"
        assert [one.document for one in vnplan.read_records(tmp_path)] == list(samples.names())

    @pytest.mark.parametrize("form", ["csv", "jsonl"])
    def test_inside_the_folder_that_is_read(self, tmp_path: Path, capsys: Capture, form: str) -> None:
        (tmp_path / "a.txt").write_text(MISSED, encoding="utf-8")
        arguments = ["read", str(tmp_path), "--out", str(tmp_path / "out"), "--format", form, "--workers", "1"]
        assert [main(arguments), main(arguments)] == [0, 0]
        told = capsys.readouterr().out.splitlines()
        assert told[0] == told[1] == f"1 văn bản, 1 dòng, 1 phần trong {tmp_path / 'out'}"

    def test_directives_for_excel(self, tmp_path: Path) -> None:
        out = ["--out", str(tmp_path), "--format", "csv", "--bom", "--table", "directives", "--workers", "1"]
        assert main(["read", Q1, *out]) == 0
        rows = list(csv.DictReader(io.StringIO((tmp_path / "part-00000.csv").read_text(encoding="utf-8-sig"))))
        assert [row["text"] for row in rows] == [one.text for one in vnplan.load(Q1).directives]
        assert rows

    def test_tells_what_cannot_be_read(self, tmp_path: Path, capsys: Capture) -> None:
        (tmp_path / "a.txt").touch()
        out = str(tmp_path / "out")
        assert main(["read", str(tmp_path), "--out", out, "--format", "csv", "--workers", "1"]) == 1
        assert "a.txt: is empty" in capsys.readouterr().err

    def test_tells_what_cannot_be_written(self, tmp_path: Path, capsys: Capture) -> None:
        (tmp_path / "part-00000.csv").touch()
        assert main(["read", Q1, "--out", str(tmp_path), "--format", "csv"]) == 1
        assert "no manifest.jsonl that lists it" in capsys.readouterr().err

    def test_tells_that_the_folder_is_a_file(self, tmp_path: Path, capsys: Capture) -> None:
        (tmp_path / "out").touch()
        assert main(["read", Q1, "--out", str(tmp_path / "out"), "--format", "csv"]) == 1
        assert capsys.readouterr().err == f"vnplan: {tmp_path / 'out'}: File exists\n"

    @pytest.mark.parametrize(
        ("arguments", "fault"),
        [
            ([Q1, "--out", "x", "--format", "json"], "--out goes with --format jsonl, csv, parquet"),
            ([Q1, "--format", "parquet"], "--format parquet goes with --out"),
            (["-", "--out", "x"], "not standard input"),
            ([Q1, "--table", "directives"], "--table goes with --format json, jsonl, csv, parquet"),
        ],
    )
    def test_wrong_use(self, capsys: Capture, arguments: list[str], fault: str) -> None:
        with pytest.raises(SystemExit) as caught:
            main(["read", *arguments])
        assert caught.value.code == 2
        assert fault in capsys.readouterr().err

    def test_json_lines_on_the_screen(self, capsys: Capture) -> None:
        assert main(["read", Q1, "--format", "jsonl"]) == 0
        rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert rows == vnplan.load(Q1).to_records()
