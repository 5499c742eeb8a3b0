"""From files and texts to reports."""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from vnplan import audit, samples
from vnplan.errors import (
    InvalidValueError,
    LoadError,
    MissingFileError,
    NoTextError,
    ReadingError,
    ReportIssuesError,
    UnknownFormatError,
)
from vnplan.loading import LoadFailure, batch, load, load_many, loads, single
from vnplan.loading.progress import bar
from vnplan.model.actual import Change, Share
from vnplan.model.report import Issue, Report, Severity

SENTENCE = "Năm 2023, tổng thu ngân sách Nhà nước đạt 5.574,5 tỷ đồng."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("một", "hai", "ba"):
        (tmp_path / f"{name}.txt").write_text(f"{SENTENCE} {name}", encoding="utf-8")
    (tmp_path / "rỗng.txt").touch()
    return tmp_path


class TestLoad:
    def test_document_is_the_file_name_without_suffix(self, folder: Path) -> None:
        report = load(folder / "một.txt")
        assert report.document == "một"
        assert [actual.source and actual.source.document for actual in report.actuals] == ["một"]

    def test_a_binary_file_gives_the_same_as_its_path(self, folder: Path) -> None:
        with (folder / "một.txt").open("rb") as file:
            assert load(file) == load(folder / "một.txt")

    def test_bytes_in_memory_have_no_document_id(self) -> None:
        assert load(io.BytesIO(SENTENCE.encode())).document == ""

    def test_html(self) -> None:
        report = load(io.BytesIO(f"<p>{SENTENCE}</p>".encode()), file_format="html")
        assert [str(actual.stated) for actual in report.actuals] == ["5574.5 tỷ đồng"]

    @pytest.mark.parametrize(
        ("name", "error"),
        [
            ("không có.txt", MissingFileError),
            ("rỗng.txt", NoTextError),
            ("a.docx", UnknownFormatError),
            ("", LoadError),
        ],
    )
    def test_says_why_no_text_can_be_had(self, folder: Path, name: str, error: type[LoadError]) -> None:
        (folder / "a.docx").write_bytes(b"PK\x03\x04")
        with pytest.raises(error) as caught:
            load(folder / name)
        assert caught.value.path == str(folder / name)
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)

    @pytest.mark.parametrize("name", samples.names())
    def test_line_ends_do_not_change_what_is_read(self, name: str) -> None:
        windows = loads(samples.text(name).replace("\n", "\r\n"))
        assert [one.stated for one in windows.actuals] == [one.stated for one in samples.load(name).actuals]


class TestLoads:
    def test_bytes_are_no_text(self) -> None:
        with pytest.raises(InvalidValueError, match=r"text is b'x'; expected a string"):
            loads(b"x")  # type: ignore[arg-type]

    def test_offsets_count_in_the_text_as_given(self) -> None:
        report = loads(f"\ufeff  {SENTENCE}", document="d")
        source = report.actuals[0].source
        assert source is not None
        assert report.text[source.start : source.end] == source.quote == "5.574,5 tỷ đồng"

    @pytest.mark.parametrize("text", ["", " ", "\n", "Không có số nào."])
    def test_a_text_without_figures_is_a_report_with_an_issue(self, text: str) -> None:
        report = loads(text)
        assert report.text == text
        assert [issue.severity for issue in report.issues] == [Severity.INFO]
        assert loads(text, strict=True) == report

    @pytest.mark.parametrize(
        "text",
        [
            "\ud800 5%",  # half of a surrogate pair
            "đạt " + "9" * 5000 + " tỷ đồng",
            "5.5.5.5,5,5 tỷ",
            "từ 10% đến 5%",
            "năm 9999, quý V, tháng 13, ngày 31/02/2024",
            "\x00\x1f\x85\u2028 5 %",
            "٣٫٥ tỷ đồng",
            "(1) (1) (1) 1. 1. 1.",
            "| | | 5 | |",
        ],
    )
    def test_strange_texts_give_reports(self, text: str) -> None:
        assert loads(text).text == text

    def test_one_catalogue_for_all_names(self) -> None:
        from vnplan.catalogue import Catalogue

        report = loads(SENTENCE, catalogue=Catalogue())
        assert [actual.indicator for actual in report.actuals] == [None]


class TestStrict:
    @pytest.fixture(autouse=True)
    def _faults(self, monkeypatch: pytest.MonkeyPatch) -> None:
        issues = (
            Issue(Severity.ERROR, "two marks", 3, 5),
            Issue(Severity.WARNING, "odd", 0, 1),
            Issue(Severity.ERROR, "no unit", 6, 7),
        )
        monkeypatch.setattr(single, "build", lambda text, **_: Report(text=text, document="d", issues=issues))

    def test_raises_the_errors_together(self) -> None:
        with pytest.raises(ReportIssuesError, match="d could not be read rightly") as caught:
            loads("0123456789", strict=True)
        faults = [one for one in caught.value.exceptions if isinstance(one, ReadingError)]
        assert [(one.reason, one.quote) for one in faults] == [("two marks", "34"), ("no unit", "6")]

    def test_is_off_by_default(self) -> None:
        assert len(loads("0123456789").issues) == 3


def _die(path: Path) -> Report | LoadFailure:
    """Load, or end the process: what a fault below Python does."""
    if path.name == "hai.txt":
        os._exit(1)
    return LoadFailure(path, ValueError(path.name))


class TestLoadMany:
    @pytest.mark.parametrize("workers", [None, 0, 1, 2])
    def test_keeps_the_order_and_goes_on_after_a_bad_file(self, folder: Path, workers: int | None) -> None:
        names = ["ba.txt", "rỗng.txt", "một.txt", "nowhere.txt", "hai.txt"]
        found = list(load_many([folder / name for name in names], workers=workers))
        assert [one.document if isinstance(one, Report) else one.path.name for one in found] == [
            "ba",
            "rỗng.txt",
            "một",
            "nowhere.txt",
            "hai",
        ]
        errors = [type(one.error) for one in found if isinstance(one, LoadFailure)]
        assert errors == [NoTextError, MissingFileError]

    def test_processes_give_what_one_process_gives(self, folder: Path) -> None:
        paths = [folder / "một.txt", folder / "hai.txt"] * 12  # more than are handed out at once
        alone, together = load_many(paths, workers=1), load_many(paths, workers=2)
        assert [str(one) for one in together] == [str(one) for one in alone]

    def test_is_lazy(self, folder: Path) -> None:
        found = load_many([folder / "một.txt", folder / "hai.txt"])
        assert isinstance(found, Iterator)
        assert isinstance(next(found), Report)

    def test_may_be_left_early(self, folder: Path) -> None:
        found = load_many([folder / "một.txt"] * 40, workers=2)
        next(found)
        found.close()  # type: ignore[attr-defined]

    def test_of_nothing(self) -> None:
        assert list(load_many([], workers=2)) == []

    def test_a_dying_process_costs_its_own_file_only(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(batch, "load_one", _die)
        names = ["một.txt", "hai.txt", "ba.txt"] + ["một.txt"] * 20
        found = list(load_many([folder / name for name in names], workers=2))
        assert [one.path.name for one in found if isinstance(one, LoadFailure)] == names
        assert "ended unexpectedly" in str(found[1])
        assert str(found[2]).endswith("ValueError('ba.txt')")

    @pytest.mark.parametrize(("count", "processors", "expected"), [(batch.FEW, 4, 1), (batch.FEW + 1, 4, 4)])
    def test_many_files_take_all_processors(
        self, monkeypatch: pytest.MonkeyPatch, count: int, processors: int, expected: int
    ) -> None:
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(processors)), raising=False)
        assert batch._workers_for(count) == expected

    @pytest.mark.parametrize(
        ("done", "total", "rate", "expected"),
        [
            (0, 100, 0.0, f"[{'.' * 30}] 0/100 0%, 0/s, 0:00 left"),
            (50, 100, 2.0, f"[{'#' * 15}{'.' * 15}] 50/100 50%, 2/s, 0:25 left"),
            (1, 10_000, 1.0, f"[{'.' * 30}] 1/10000 0%, 1/s, 2:46:39 left"),
            (7, None, 3.4, "7 files, 3/s"),
            (0, 0, 0.0, "0 files, 0/s"),
        ],
    )
    def test_the_bar(self, done: int, total: int | None, rate: float, expected: str) -> None:
        assert bar(done, total, rate) == expected

    def test_counts_on_a_terminal(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        list(load_many([folder / "một.txt", folder / "hai.txt"], progress=True))
        told = capsys.readouterr().err
        assert f"[{'#' * 30}] 2/2 100%" in told
        assert told.endswith("\r")

    def test_counts_what_has_no_length(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        list(load_many(iter([folder / "một.txt"]), progress=True))
        assert "\r1 files, " in capsys.readouterr().err

    @pytest.mark.parametrize("workers", [1, 2])
    def test_draws_few_paths_ahead(self, folder: Path, workers: int) -> None:
        """Memory does not grow with the number of files."""
        drawn = []

        def paths() -> Iterator[Path]:
            for number in range(10_000):
                drawn.append(number)
                yield folder / "nowhere.txt"

        found = load_many(paths(), workers=workers)
        for _ in range(100):
            next(found)
        assert len(drawn) <= 100 + batch.FEW + 8 * workers
        if workers > 1:
            found.close()  # type: ignore[attr-defined]

    def test_counts_nothing_elsewhere(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        list(load_many([folder / "một.txt"], progress=True))
        assert capsys.readouterr().err == ""


class TestLedger:
    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            ("Toàn huyện có 18/18 xã đạt chuẩn nông thôn mới.", ["18", "18"]),  # the unit is no number
            ("Doanh thu tăng gấp đôi so với năm trước.", ["đôi"]),  # a number told in a word is one
            ("Các chỉ tiêu chủ yếu:\n1) Duy trì tỷ lệ hộ nghèo theo chỉ tiêu giao;", ["1"]),  # an aim without figure
        ],
    )
    def test_an_entry_for_every_number_and_for_nothing_else(self, text: str, numbers: list[str]) -> None:
        assert [text[entry.start : entry.end] for entry in loads(text).ledger] == numbers


class TestVersionsOfThePlace:
    """A figure is about the version that the place had on the last day of the figure's period."""

    CITY = "TP. Hồ Chí Minh\n\nNăm 2024, tổng thu ngân sách nhà nước đạt 500 tỷ đồng; năm 2025 đạt 700 tỷ đồng."
    PLAN = "UBND QUẬN 3\nTHÀNH PHỐ HỒ CHÍ MINH\n\nKẾ HOẠCH phát triển kinh tế 5 năm 2021 - 2025\n\n1. Thu ngân sách nhà nước đến năm 2025 đạt 6.000 tỷ đồng."

    def test_each_figure_has_its_own(self) -> None:
        places = [one.locality for one in loads(self.CITY).actuals]
        assert [place and place.valid_to for place in places] == [date(2025, 6, 30), None]
        assert [place and place.code for place in places] == ["79", "79"]

    def test_a_place_that_ends_within_the_period_is_known(self) -> None:
        (target,) = loads(self.PLAN).targets
        assert target.locality is not None
        assert target.locality.code == "770"

    def test_a_place_without_a_version_then_is_the_one_of_the_text(self) -> None:
        report = loads(
            "UBND PHƯỜNG THỦ DẦU MỘT\n\nNăm 2025, thu ngân sách nhà nước đạt 9 tỷ đồng; năm 2023 đạt 7 tỷ đồng."
        )
        assert {one.locality for one in report.actuals} == {report.locality}


class TestIndicators:
    @pytest.mark.parametrize(
        ("text", "indicator"),
        [
            ("Diện tích một số cây: ngô 1.307 ha, tăng 13 ha.", "maize_area"),
            ("Năm 2025, trồng rừng 120 ha, vượt kế hoạch năm 20 ha.", "forest_planted"),
        ],
    )
    def test_what_is_told_of_a_level_is_of_its_indicator(self, text: str, indicator: str) -> None:
        report = loads(text)
        found: list[Change | Share] = [*report.changes, *report.shares]
        (told,) = found
        assert (told.of, told.indicator and told.indicator.id) == (report.actuals[0], indicator)


class TestPlanOfAReport:
    TEXT = (
        "BÁO CÁO\nTình hình kinh tế - xã hội năm 2024 và phương hướng năm 2025\n\nI. KẾT QUẢ NĂM 2024\n"
        "Thu ngân sách đạt 231 tỷ đồng.\n\nII. PHƯƠNG HƯỚNG NĂM 2025\n1. Các chỉ tiêu chủ yếu\n"
        "(1) Thu ngân sách 240 tỷ đồng.\n(2) Sản lượng lương thực 41.000 tấn.\n"
    )

    def test_is_for_the_year_that_its_points_are_for(self) -> None:
        report = loads(self.TEXT)
        assert report.plan is not None
        assert (str(report.period), str(report.plan.period)) == ("2024", "2025")
        assert not [finding for finding in audit(report) if finding.is_contradiction]

    def test_is_for_no_one_year_where_they_differ(self) -> None:
        plan = loads(self.TEXT.replace("41.000 tấn.", "đến năm 2030 đạt 41.000 tấn.")).plan
        assert plan is not None
        assert [str(target.period) for target in plan.targets] == ["2025", "2030"]
        assert plan.period is None
