"""What other packages add: handed in or installed, asked for each time, and never left behind."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import vnplan
from vnplan import Catalogue, Indicator, Unit
from vnplan.audit import RULES, Evidence, Finding, installed_rules
from vnplan.catalogue import default, read_tables
from vnplan.catalogue.added import WORDS
from vnplan.cli import main
from vnplan.errors import ExtensionError, InvalidValueError, ParseError
from vnplan.lexicon import parse_rows, rows
from vnplan.loading import load_many, loads
from vnplan.model.locality import District, Province
from vnplan.model.report import Claim, Report

COAST = Path(__file__).parents[1] / "docs" / "examples" / "coast"
POWER = Indicator(id="fleet_power", name="Tổng công suất tàu cá", english="Engine power of the fleet")
TEXT = "Năm 2025, tổng công suất tàu cá chạm mốc 125.400 mã lực."
FLEET = "Xã Cửa Biển: năm 2025, số tàu cá là 120 tàu, số tàu cá lắp máy giám sát hành trình là 150 tàu."

PORT = """Năm 2025, sản lượng khai thác hải sản đạt 250 chục tấn; hiện có 120 thúng máy.

UBND xã cắt cử Hội nghề cá kiểm tra tàu cá trước ngày 30/6/2025.

Theo Phương án biển số 12/PAB-BĐBP ngày 1/3/2025 về khai thác hải sản.

| TT | Chỉ tiêu | Đơn vị tính | Đội giao | Cảng báo về |
|---|---|---|---|---|
| 1 | Sản lượng khai thác hải sản | tấn | 1.200 | 1.250 |
"""


@pytest.fixture
def coast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example package, installed where this process finds it."""
    monkeypatch.syspath_prepend(install(tmp_path / "site"))
    monkeypatch.delitem(sys.modules, "vnplan_coast", raising=False)
    return tmp_path / "site"


def install(site: Path, points: str | None = None, name: str = "vnplan_coast") -> Path:
    """What an installer leaves of the example package: its module, and a folder that tells of it."""
    told = site / f"{name}-1.0.dist-info"
    told.mkdir(parents=True)
    shutil.copytree(COAST / "vnplan_coast", site / "vnplan_coast", ignore=shutil.ignore_patterns("__pycache__"))
    project = tomllib.loads((COAST / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    groups = project["entry-points"].items()
    listed = "".join(
        f"[{group}]\n" + "".join(f"{key} = {value}\n" for key, value in of.items()) for group, of in groups
    )
    (told / "entry_points.txt").write_text(points or listed, encoding="utf-8")
    return site


def fleet_catalogue() -> Catalogue:
    return default().extended(
        indicators=[POWER], units={"mã lực": Unit("mã lực", "power:hp")}, words=[("chạm mốc", "verb", "level")]
    )


class TestCatalogue:
    def test_a_text_is_read_with_what_it_adds(self) -> None:
        report = loads(TEXT, catalogue=fleet_catalogue())
        assert str(report.actual("fleet_power")) == "fleet_power (2025): 125400 mã lực"
        assert report.actuals[0].name == "tổng công suất tàu cá"
        assert report.ledger.unread == ()

    def test_nothing_is_left_behind(self) -> None:
        catalogue = fleet_catalogue()
        before = rows("units"), rows("words"), default().indicators.copy()
        loads(TEXT, catalogue=catalogue)
        assert (rows("units"), rows("words"), default().indicators) == before
        assert rows("units") is before[0]
        assert [one.claimed_by for one in loads(TEXT).ledger] == [Claim.PERIOD, Claim.UNREAD]
        assert loads(TEXT, catalogue=catalogue).actuals

    def test_an_error_inside_leaves_nothing_behind(self) -> None:
        with pytest.raises(ParseError):
            vnplan.parse_unit("hải lý vuông", catalogue=fleet_catalogue())
        with pytest.raises(ParseError):
            vnplan.parse_unit("mã lực")

    def test_threads_keep_theirs_apart(self) -> None:
        with ThreadPoolExecutor(4) as pool:
            catalogues = [fleet_catalogue(), None] * 10
            found = list(pool.map(lambda one: len(loads(TEXT, catalogue=one).actuals), catalogues))
        assert found == [1, 0] * 10

    def test_each_word_is_needed(self) -> None:
        """Unit and verb both come from the catalogue."""
        unit = {"mã lực": Unit("mã lực", "power:hp")}
        assert loads(TEXT, catalogue=default().extended(units=unit)).actuals[0].indicator is None
        assert loads(TEXT, catalogue=default().extended(indicators=[POWER])).actuals == ()

    @pytest.mark.parametrize("spelling", ["mã lực", "MÃ LỰC", "Mã  lực"])
    def test_spellings_are_folded(self, spelling: str) -> None:
        catalogue = default().extended(units={spelling: Unit("mã lực", "power:hp")})
        assert vnplan.parse_unit("Mã lực", catalogue=catalogue) == Unit("mã lực", "power:hp")

    def test_units_combine_with_those_of_vnplan(self) -> None:
        catalogue = fleet_catalogue()
        assert str(vnplan.parse_quantity("5,5 nghìn mã lực", catalogue=catalogue)) == "5.5 nghìn mã lực"
        assert vnplan.parse_unit("triệu đồng/mã lực", catalogue=catalogue).dimension == "money:VND/power:hp"
        assert str(vnplan.parse_stated("trên 90 mã lực", catalogue=catalogue)) == "> 90 mã lực"

    def test_extending_twice(self) -> None:
        catalogue = fleet_catalogue().extended(units={"sải": Unit("sải", "length:fathom")})
        assert vnplan.parse_unit("sải", catalogue=catalogue).symbol == "sải"
        assert vnplan.parse_unit("mã lực", catalogue=catalogue).symbol == "mã lực"
        assert catalogue.indicator("fleet_power") is POWER

    def test_an_indicator_is_found_by_its_name(self) -> None:
        assert fleet_catalogue().indicator("Tổng công suất  tàu cá") is POWER

    @pytest.mark.parametrize(
        ("rows_added", "field"),
        [
            ({"wordings": {"công suất": "no_such_id"}}, "wordings"),
            ({"localities": [District(name="Huyện X", short_name="X", kind="huyện")]}, "localities"),
            ({"words": [("chạm mốc", "verbs", "level")]}, "words"),
            ({"words": [("chạm mốc", "verb", "high")]}, "words"),
            ({"words": [("chạm mốc", "verb")]}, "words"),
            ({"words": [("chạm mốc", "verb", "level", "đạt")]}, "words"),
            ({"words": [(5, "verb", "level")]}, "words"),
            ({"units": {"mã lực": "power:hp"}}, "units"),
            ({"units": {5: Unit("mã lực", "power:hp")}}, "units"),
            ({"indicators": ["fleet_power"]}, "indicators"),
            ({"localities": ["Xã Cửa Biển"]}, "localities"),
            ({"tables": {"scales": [{"spelling": "chục", "word": "chục", "power": 1}]}}, "tables"),
            ({"tables": {"scales": ["chục"]}}, "tables"),
            ({"tables": {"scales": parse_rows("spelling\tword\tpower\nchục\tchục\t1\t10")}}, "tables"),
            ({"tables": {"columns": [{"table": "figures"}]}}, "tables"),
            ({"tables": {"scales": [{"spelling": "chục", "word": "chục", "power": "ten"}]}}, "tables"),
            ({"tables": {"scales": [{"spelling": "chục", "worth": "10"}]}}, "tables"),
            ({"tables": {"scales": [{"word": "chục", "power": "1"}]}}, "tables"),
            ({"tables": {"table_heads": [{"phrase": "đội giao", "kind": "plans"}]}}, "tables"),
            ({"tables": {"directive_words": [{"phrase": "hội", "kind": "head", "value": "low"}]}}, "tables"),
            ({"tables": {"indicators": [{"id": "x", "vietnamese": "y", "direction": "up"}]}}, "tables"),
            ({"tables": {"indicator_wordings": [{"wording": "y", "id": "no_such_id"}]}}, "wordings"),
            ({"tables": {"localities": [{"level": "commune", "short_name": "X", "kind": "xã"}]}}, "localities"),
        ],
    )
    def test_faults_are_told_when_adding(self, rows_added: dict[str, Any], field: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            default().extended(**rows_added)
        assert caught.value.field == field

    def test_a_pickle_holds_only_what_was_added(self) -> None:
        pickled = pickle.dumps(fleet_catalogue())
        assert len(pickled) < 2000
        again = pickle.loads(pickled)
        assert loads(TEXT, catalogue=again).actuals[0].indicator == POWER
        assert pickle.loads(pickled) is again

    def test_a_pickle_holds_all_that_was_added(self) -> None:
        again = pickle.loads(pickle.dumps(fleet_catalogue().extended(units={"sải": Unit("sải", "length:fathom")})))
        assert again.indicator("fleet_power") == POWER
        assert [str(vnplan.parse_unit(one, catalogue=again)) for one in ("mã lực", "sải")] == ["mã lực", "sải"]

    def test_one_that_is_not_built_on_vnplan_s_is_pickled_whole(self) -> None:
        catalogue = pickle.loads(pickle.dumps(Catalogue({"fleet_power": POWER})))
        assert catalogue.indicators == {"fleet_power": POWER}
        assert catalogue.indicator("thu ngân sách") is None

    def test_a_fault_names_table_row_and_what_is_expected(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            default().extended(tables={"nouns": [{"noun": "thúng máy", "kind": "thing"}]})
        assert str(caught.value.value) == "nouns: {'noun': 'thúng máy', 'kind': 'thing'}"
        assert caught.value.expected == "one of the kinds tally, count, figure"

    def test_entries_as_rows(self) -> None:
        catalogue = default().extended(
            tables={
                "indicators": [{"id": "fleet_power", "vietnamese": "Tổng công suất tàu cá", "dimensions": "power:hp"}],
                "indicator_wordings": [{"wording": "Công suất đội tàu", "id": "fleet_power"}],
                "localities": [{"level": "commune", "code": "99001", "short_name": "Cửa Biển", "kind": "xã"}],
            }
        )
        assert catalogue.indicator("công suất đội tàu") is catalogue.indicators["fleet_power"]
        assert str(catalogue.locality("xã Cửa Biển")) == "Xã Cửa Biển"

    def test_a_new_row_goes_before_one_of_vnplan(self) -> None:
        catalogue = default().extended(tables={"document_types": [{"name": "Thông tri", "symbol": "TT"}]})
        assert vnplan.parse_document_number("5/TT-BTC").type == "Thông tư"
        assert vnplan.parse_document_number("5/TT-BTC", catalogue=catalogue).type == "Thông tri"

    def test_places_are_known_to_reading_without_their_kind(self) -> None:
        """A province named bare at the head of a text is the place that the text is about."""
        place = Province(name="Tỉnh Cửa Biển", short_name="Cửa Biển", kind="tỉnh", code="99")
        text = "Cửa Biển: kinh tế tiếp tục phát triển\n\nNăm 2025, thu ngân sách đạt 120 tỷ đồng."
        assert loads(text).locality is None
        assert loads(text, catalogue=default().extended(localities=[place])).locality == place

    def test_own_is_one_object(self) -> None:
        assert Catalogue.own() is default()
        assert pickle.loads(pickle.dumps(default())) is default()

    @pytest.mark.parametrize("workers", [1, 2])
    def test_many_files(self, workers: int, tmp_path: Path) -> None:
        paths = [tmp_path / f"{number}.txt" for number in range(4)]
        for path in paths:
            path.write_text(TEXT, encoding="utf-8")
        found = list(load_many(paths, workers=workers, catalogue=fleet_catalogue()))
        assert [len(one.actuals) for one in found if isinstance(one, Report)] == [1] * 4

    def test_records_are_read_back_with_it(self) -> None:
        report = loads(TEXT, catalogue=fleet_catalogue())
        (again,) = vnplan.read_records(report.to_records(), catalogue=fleet_catalogue())
        assert again.actuals[0].stated == report.actuals[0].stated


@pytest.mark.usefixtures("coast")
class TestInstalled:
    def test_catalogue(self) -> None:
        catalogue = Catalogue.installed()
        assert str(loads(TEXT, catalogue=catalogue).actuals[0]) == "fleet_power (2025): 125400 mã lực"
        report = loads(FLEET, catalogue=catalogue)
        assert report.locality is catalogue.locality("Xã Cửa Biển")
        assert str(report.actual("tracked_vessels").stated) == "150 tàu"

    def test_rows_of_every_table_in_its_files(self) -> None:
        catalogue = Catalogue.installed()
        assert loads(PORT).actuals == ()
        report = loads(PORT, catalogue=catalogue)
        assert [str(one.stated) for one in report.actuals] == ["250 chục tấn", "120 thúng máy", "1250 tấn"]
        assert report.actuals[1].stated.quantity == vnplan.Quantity.of("120 tàu")
        assert [(str(one.stated), one.authority) for one in report.targets] == [("1200 tấn", vnplan.Basis.ASSIGNED)]
        assert [(one.verb, str(one.addressee)) for one in report.directives] == [("cắt cử", "Hội nghề cá")]
        assert [one.type for one in report.citations] == ["Phương án biển"]
        number = vnplan.parse_document_number("12/PAB-BĐBP", catalogue=catalogue)
        assert (number.type, number.issuer) == ("Phương án biển", "Bộ đội Biên phòng")
        assert report.ledger.unread == ()

    def test_the_example_holds_a_row_of_each_table_of_words(self) -> None:
        given = read_tables(COAST / "vnplan_coast" / "data")
        assert {*given, "units", "words"} == set(WORDS)
        assert all(given.values())

    def test_only_when_asked(self) -> None:
        Catalogue.installed()
        assert Catalogue.own().indicator("fleet_power") is None
        assert loads(TEXT).actuals == ()
        assert "tracked_vessels" not in RULES

    def test_rules(self) -> None:
        rules = installed_rules()
        assert list(rules) == [*RULES, "tracked_vessels"]
        report = loads(FLEET, document="d", catalogue=Catalogue.installed())
        found = [one for one in vnplan.audit(report, rules=rules) if one.rule == "tracked_vessels"]
        assert [one.message_en for one in found] == ["150 tàu carry a tracking device, of 120 tàu in all."]
        assert [one for one in vnplan.audit(report) if one.rule == "tracked_vessels"] == []

    def test_command_line(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "đội tàu.txt"
        path.write_text(FLEET, encoding="utf-8")
        assert main(["audit", "--lang", "en", "--extensions", "--fail-on", "inconsistent", str(path)]) == 1
        assert "150 tàu carry a tracking device, of 120 tàu in all." in capsys.readouterr().out
        assert (
            main(["audit", "--extensions", "--without", "tracked_vessels", "--fail-on", "inconsistent", str(path)]) == 0
        )
        capsys.readouterr()
        assert main(["read", "--format", "csv", "--extensions", str(path)]) == 0
        assert ",tracked_vessels," in capsys.readouterr().out
        assert main(["read", "--format", "csv", str(path)]) == 0
        assert ",tracked_vessels," not in capsys.readouterr().out

    def test_part_files(self, tmp_path: Path) -> None:
        (tmp_path / "đội tàu.txt").write_text(FLEET, encoding="utf-8")
        out = tmp_path / "out"
        assert main(["read", "--extensions", "--format", "csv", "--out", str(out), str(tmp_path)]) == 0
        assert ",tracked_vessels," in (out / "part-00000.csv").read_text(encoding="utf-8")

    def test_batches(self) -> None:
        pa = pytest.importorskip("pyarrow")
        texts = pa.record_batch({"document": ["d"], "text": [FLEET]})
        (made,) = vnplan.read_batches([texts], catalogue=Catalogue.installed())
        assert "tracked_vessels" in made.column("indicator").to_pylist()


def no_catalogue(_: Catalogue) -> str:
    return "none"


def failing(_: Catalogue) -> Catalogue:
    raise RuntimeError("no tables")


def share(_: Evidence) -> Iterator[Finding]:
    yield from ()


class TestFaults:
    @pytest.mark.parametrize(
        ("point", "reason"),
        [
            (
                "coast = no_such_module:extend",
                "no_such_module:extend cannot be imported: No module named 'no_such_module'",
            ),
            ("coast = tests.test_extensions:nothing", "tests.test_extensions:nothing cannot be imported: "),
            ("coast = tests.test_extensions:no_catalogue", "it returns a str and no Catalogue"),
            ("coast = tests.test_extensions:failing", "it fails: no tables"),
            ("coast = tests.test_extensions:TEXT", "it fails: 'str' object is not callable"),
        ],
    )
    def test_catalogues(self, point: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.syspath_prepend(install(tmp_path / "site", f"[vnplan.catalogue]\n{point}\n"))
        with pytest.raises(ExtensionError) as caught:
            Catalogue.installed()
        assert (caught.value.group, caught.value.extension) == ("vnplan.catalogue", "coast")
        assert caught.value.reason.startswith(reason)

    @pytest.mark.parametrize(
        ("point", "reason"),
        [
            ("share = tests.test_extensions:share", "vnplan has a rule of this name"),
            ("coast = tests.test_extensions:TEXT", "it is a str and no function"),
        ],
    )
    def test_rules(self, point: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.syspath_prepend(install(tmp_path / "site", f"[vnplan.audit_rules]\n{point}\n"))
        with pytest.raises(ExtensionError) as caught:
            installed_rules()
        assert caught.value.reason == reason

    def test_two_packages_of_one_name(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("one", "other"):
            point = f"[vnplan.catalogue]\ncoast = tests.test_extensions:{name}\n"
            monkeypatch.syspath_prepend(install(tmp_path / name, point, name))
        monkeypatch.setattr(sys.modules[__name__], "one", lambda found: found, raising=False)
        with pytest.raises(ExtensionError) as caught:
            Catalogue.installed()
        assert caught.value.reason == "two packages offer it"

    def test_the_command_line_tells_them(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        points = "[vnplan.audit_rules]\ncoast = tests.test_extensions:TEXT\n"
        monkeypatch.syspath_prepend(install(tmp_path / "site", points))
        with pytest.raises(SystemExit) as caught:
            main(["audit", "--extensions", str(tmp_path)])
        assert caught.value.code == 2
        assert "coast of vnplan.audit_rules: it is a str and no function" in capsys.readouterr().err


def test_another_process_finds_the_package(tmp_path: Path) -> None:
    """As a user meets it: the package lies on the path, and a program asks for it."""
    program = (
        "import sys, vnplan; found = vnplan.Catalogue.installed(); "
        "print(found.indicator('fleet_power'), 'vnplan_coast' in sys.modules, vnplan.indicator('fleet_power'))"
    )
    path = os.pathsep.join([str(install(tmp_path)), *filter(None, sys.path)])
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.split() == ["fleet_power", "True", "None"]
