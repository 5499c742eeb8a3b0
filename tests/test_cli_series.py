"""``vnplan series``, as people and programs meet it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from vnplan.cli import main
from vnplan.cli.main import AUTHORITIES, PERIODS, ROLES
from vnplan.model.figure import Basis
from vnplan.model.period import PeriodKind
from vnplan.series import Role, SeriesRow

SEEDS = str(Path(__file__).parents[1] / "seeds")
REVENUE = "state_budget_revenue"
TEXT = "{place}\nNăm {year}, tổng thu ngân sách Nhà nước trên địa bàn đạt {amount} tỷ đồng."
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """The city before and after 1 July 2025, which is not the same area."""
    for year, amount in ((2024, "500.000"), (2025, "700.000"), (2026, "770.000")):
        text = TEXT.format(place="TP. Hồ Chí Minh", year=year, amount=amount)
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    return str(tmp_path)


class TestForPeople:
    def test_one_indicator_over_time(self, capsys: Capture) -> None:
        assert main(["series", SEEDS, "--indicator", REVENUE]) == 0
        told = capsys.readouterr().out
        assert "Thu ngân sách nhà nước trên địa bàn · Quận 3 · kết quả" in told
        assert told.index("5.574,5 tỷ đồng") < told.index("1.390,9 tỷ đồng")

    def test_in_english(self, capsys: Capture) -> None:
        assert main(["series", SEEDS, "--indicator", REVENUE, "--lang", "en"]) == 0
        assert "VND 5,574.5 billion" in capsys.readouterr().out

    @pytest.mark.parametrize("wording", ["thu ngân sách nhà nước", "Tổng thu ngân sách nhà nước trên địa bàn"])
    def test_a_wording_stands_for_the_indicator(self, wording: str, capsys: Capture) -> None:
        main(["series", SEEDS, "--indicator", REVENUE])
        expected = capsys.readouterr().out
        assert main(["series", SEEDS, "--indicator", wording]) == 0
        assert capsys.readouterr().out == expected

    def test_as_markdown(self, capsys: Capture) -> None:
        assert main(["series", SEEDS, "--indicator", REVENUE, "--format", "markdown"]) == 0
        assert "| 2023 | 5.574,5 tỷ đồng |" in capsys.readouterr().out

    def test_lists_what_can_be_asked_for(self, capsys: Capture) -> None:
        assert main(["series", SEEDS]) == 0
        told = capsys.readouterr().out
        row = next(line for line in told.splitlines() if line.startswith(REVENUE))
        assert row.split()[-4:] == ["2", "2", "0", "1"]  # targets, results, changes, places
        assert "chỉ tiêu" in told.splitlines()[-1]


class TestForPrograms:
    def test_json(self, capsys: Capture) -> None:
        assert main(["series", SEEDS, "--indicator", REVENUE, "--format", "json"]) == 0
        rows = json.loads(capsys.readouterr().out)
        assert [(row["period"], row["value"], row["quote"]) for row in rows] == [
            ("2023", "5574.5", "5.574,5 tỷ đồng"),
            ("2024-Q1", "1390.9", "1.390,9 tỷ đồng"),
        ]
        assert rows[0].keys() == SeriesRow.__annotations__.keys()

    def test_csv_of_targets_of_one_authority(self, capsys: Capture) -> None:
        asked = ["--role", "target", "--authority", "estimate", "--format", "csv"]
        assert main(["series", SEEDS, "--indicator", REVENUE, *asked]) == 0
        (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
        assert (row["period"], row["value"], row["authority"]) == ("2024", "5208", "estimate")

    def test_periods_of_one_kind(self, capsys: Capture) -> None:
        assert main(["series", SEEDS, "--indicator", REVENUE, "--kind", "quarter", "--format", "json"]) == 0
        assert [row["period"] for row in json.loads(capsys.readouterr().out)] == ["2024-Q1"]

    def test_no_period_of_that_kind(self, capsys: Capture) -> None:
        assert main(["series", SEEDS, "--indicator", REVENUE, "--kind", "month"]) == 1
        told = capsys.readouterr().err
        assert f"no actual on {REVENUE} for a period of kind month" in told
        assert told.endswith("the report holds: year 2023, quarter 2024-Q1\n")

    def test_choices_are_those_of_the_library(self) -> None:
        assert [set(ROLES), set(PERIODS), set(AUTHORITIES)] == [set(Role), set(PeriodKind), set(Basis)]


class TestPlaces:
    def test_are_not_mixed(self, folder: str, capsys: Capture) -> None:
        with pytest.raises(SystemExit) as caught:
            main(["series", folder, "--indicator", REVENUE])
        assert caught.value.code == 2
        told = capsys.readouterr().err
        assert "TP. Hồ Chí Minh (to 2025-06-30), TP. Hồ Chí Minh (from 2025-07-01)" in told
        assert "--successors" in told

    def test_one_is_named_with_its_days(self, folder: str, capsys: Capture) -> None:
        place = "TP. Hồ Chí Minh (from 2025-07-01)"
        assert main(["series", folder, "--indicator", REVENUE, "--place", place]) == 0
        told = capsys.readouterr().out
        assert "700.000 tỷ đồng" in told
        assert "tăng 10,0%" in told
        assert "500.000 tỷ đồng" not in told
        assert "Không đưa vào chuỗi: 1 số liệu (1 khác địa bàn)" in told

    def test_one_is_named_by_its_code(self, capsys: Capture) -> None:
        assert main(["series", SEEDS, "--indicator", REVENUE, "--place", "770"]) == 0
        assert "5.574,5 tỷ đồng" in capsys.readouterr().out

    def test_those_after_it_come_in_when_asked_for(self, folder: str, capsys: Capture) -> None:
        """And by what a later place is larger is no growth."""
        assert main(["series", folder, "--indicator", REVENUE, "--successors"]) == 0
        told = capsys.readouterr().out
        assert "500.000 tỷ đồng" in told
        assert "700.000 tỷ đồng" in told
        assert "tăng 10,0%" in told
        assert "tăng 40,0%" not in told
        assert [line.split("  ")[1] for line in told.splitlines() if line.startswith("202")] == [
            "TP. Hồ Chí Minh (đến 30/6/2025)",
            "TP. Hồ Chí Minh (từ 01/7/2025)",
            "TP. Hồ Chí Minh (từ 01/7/2025)",
        ]

    def test_rows_tell_the_version(self, folder: str, capsys: Capture) -> None:
        assert main(["series", folder, "--indicator", REVENUE, "--successors", "--format", "json"]) == 0
        rows = json.loads(capsys.readouterr().out)
        assert [row["locality_from"] for row in rows] == [None, "2025-07-01", "2025-07-01"]
        assert [row["locality_to"] for row in rows] == ["2025-06-30", None, None]

    def test_of_a_name_the_first_version_when_those_after_it_come_in(self, folder: str, capsys: Capture) -> None:
        assert main(["series", folder, "--indicator", REVENUE, "--place", "Hồ Chí Minh", "--successors"]) == 0
        told = capsys.readouterr().out
        assert "500.000 tỷ đồng" in told
        assert "700.000 tỷ đồng" in told

    def test_those_that_match_are_told_alone(self, folder: str, tmp_path: Path, capsys: Capture) -> None:
        text = TEXT.format(place="Tỉnh Thanh Hóa", year=2023, amount="40.000")
        (tmp_path / "2023.txt").write_text(text, encoding="utf-8")
        for name, told in (("TP. Hồ Chí Minh", False), ("Quận 3", True)):
            with pytest.raises(SystemExit):
                main(["series", folder, "--indicator", REVENUE, "--place", name])
            assert ("Thanh Hóa" in capsys.readouterr().err) is told

    def test_only_those_that_follow_one_another_are_offered_so(self, tmp_path: Path, capsys: Capture) -> None:
        for place in ("Tỉnh Thanh Hóa", "Tỉnh Nghệ An"):
            text = TEXT.format(place=place, year=2023, amount="40.000")
            (tmp_path / f"{place}.txt").write_text(text, encoding="utf-8")
        with pytest.raises(SystemExit):
            main(["series", str(tmp_path), "--indicator", REVENUE])
        told = capsys.readouterr().err
        assert "name one by --place" in told
        assert "follow the first" not in told

    def test_without_any_place_none_can_be_named(self, tmp_path: Path, capsys: Capture) -> None:
        (tmp_path / "a.txt").write_text("Năm 2023, thu ngân sách nhà nước đạt 40 tỷ đồng.", encoding="utf-8")
        with pytest.raises(SystemExit):
            main(["series", str(tmp_path), "--indicator", REVENUE, "--place", "Quận 3"])
        assert "name one of none" in capsys.readouterr().err

    @pytest.mark.parametrize("name", ["TP. Hồ Chí Minh", "Hồ Chí Minh", "Quận 3"])
    def test_a_name_of_several_or_none_is_told(self, name: str, folder: str, capsys: Capture) -> None:
        with pytest.raises(SystemExit) as caught:
            main(["series", folder, "--indicator", REVENUE, "--place", name])
        assert caught.value.code == 2
        assert "name one of TP. Hồ Chí Minh (to 2025-06-30)" in capsys.readouterr().err


class TestFaults:
    def test_an_indicator_that_no_text_states(self, capsys: Capture) -> None:
        assert main(["series", SEEDS, "--indicator", "sản lượng cà phê"]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        assert "vnplan: no actual on sản lượng cà phê" in captured.err

    def test_an_indicator_that_the_catalogue_does_not_know(self, capsys: Capture) -> None:
        assert main(["series", SEEDS, "--indicator", "độ sáng của trăng"]) == 1
        assert "vnplan: no actual on độ sáng của trăng" in capsys.readouterr().err

    def test_a_file_that_is_missing(self, capsys: Capture) -> None:
        assert main(["series", SEEDS, "missing.txt", "--indicator", REVENUE]) == 1
        captured = capsys.readouterr()
        assert "5.574,5 tỷ đồng" in captured.out
        assert "missing.txt" in captured.err

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (["--format", "csv"], "--format goes with --indicator"),
            (["--place", "Quận 3"], "--place goes with --indicator"),
            (["--successors"], "--successors goes with --indicator"),
            (["--indicator", REVENUE, "--authority", "plan"], "--authority goes with --role target"),
            (["--indicator", REVENUE, "--bom"], "--bom goes with --format csv"),
        ],
    )
    def test_wrong_use(self, arguments: list[str], reason: str, capsys: Capture) -> None:
        with pytest.raises(SystemExit) as caught:
            main(["series", SEEDS, *arguments])
        assert caught.value.code == 2
        assert reason in capsys.readouterr().err
