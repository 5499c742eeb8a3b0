"""Records back into figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import vnplan
from tests.makers import BILLION, REVENUE, revenue, revenue_target
from vnplan import (
    Change,
    ChangeForm,
    InvalidValueError,
    Measure,
    MissingExtraError,
    MissingFileError,
    RecordError,
    Report,
    Share,
    ShareForm,
    UnknownFormatError,
    read_records,
    samples,
)
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Comparator, Stated


def records(reports: Any) -> list[dict[str, Any]]:
    return [dict(row) for report in reports for row in report.to_records()]


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [samples.load(name) for name in samples.names()]


def as_csv(path: Path, reports: list[Report]) -> Any:
    vnplan.write_csv(path / "a.csv", reports, bom=True)
    return path / "a.csv"


def as_parquet(path: Path, reports: list[Report]) -> Any:
    pytest.importorskip("pyarrow")
    vnplan.write_parquet(path / "a.parquet", reports)
    return str(path / "a.parquet")


def as_lines(path: Path, reports: list[Report]) -> Any:
    lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in records(reports))
    (path / "a.jsonl").write_text(lines, encoding="utf-8")
    return path / "a.jsonl"


def as_folder(path: Path, reports: list[Report]) -> Any:
    for number, report in enumerate(reports):
        vnplan.write_csv(path / f"part-{number}.csv", report)
    (path / "manifest.jsonl").write_text("not records", encoding="utf-8")
    return path


def as_frame(backend: Any) -> Callable[[Path, list[Report]], Any]:
    def make(_: Path, reports: list[Report]) -> Any:
        pytest.importorskip(backend)
        return vnplan.to_frame(reports, backend)

    return make


def as_arrow(_: Path, reports: list[Report]) -> Any:
    pytest.importorskip("pyarrow")
    return vnplan.to_arrow(reports)


FORMS = {
    "records": lambda _, reports: records(reports),
    "csv": as_csv,
    "parquet": as_parquet,
    "lines": as_lines,
    "folder": as_folder,
    "pandas": as_frame("pandas"),
    "polars": as_frame("polars"),
    "arrow": as_arrow,
}


class TestIdentity:
    @pytest.mark.parametrize("form", FORMS)
    def test_of_the_samples_through_every_form(self, form: str, reports: list[Report], tmp_path: Path) -> None:
        found = read_records(FORMS[form](tmp_path, reports))
        assert records(found) == records(reports)
        assert [one.document for one in found] == [one.document for one in reports]

    def test_figures_are_those_that_were_read(self, reports: list[Report]) -> None:
        for back, report in zip(read_records(records(reports)), reports, strict=True):
            key = "source", "name", "indicator", "period", "stated", "locality"
            for kind in ("actuals", "changes", "shares"):
                for one, other in zip(getattr(back, kind), getattr(report, kind), strict=True):
                    for name in key[1:]:
                        assert getattr(one, name) == getattr(other, name)
            for one, other in zip(back.changes, report.changes, strict=True):
                assert (one.form, one.measure, one.basis) == (other.form, other.measure, other.basis)

    def test_order_of_the_rows_does_not_matter(self, reports: list[Report]) -> None:
        shuffled = records(reports)[::-1]
        assert sorted(map(str, records(read_records(shuffled)))) == sorted(map(str, records(reports)))

    def test_of_a_part_of_the_rows(self, reports: list[Report]) -> None:
        """A change whose level is not among the rows stands alone."""
        rows = [row for row in records(reports) if row["role"] == "change"]
        found = [change for report in read_records(rows) for change in report.changes]
        assert len(found) == len(rows)
        assert {change.of for change in found} == {None}

    def test_scorecards_come_out_the_same(self, reports: list[Report]) -> None:
        def told(given: Any) -> list[tuple[Any, ...]]:
            rows = vnplan.scorecard(given).rows()
            return sorted((row["document"], row["name"], row["outcome"], str(row["share"])) for row in rows)

        assert told(read_records(records(reports))) == told(reports)


class TestSigns:
    """A decline is negative in a row; which end of a range keeps its sign tells the two readings apart."""

    @pytest.mark.parametrize(
        ("value", "upper", "measure"),
        [
            ("-5", None, Measure.DECREASE),
            ("-5", "10", Measure.DECREASE),
            ("5", "10", Measure.INCREASE),
            ("-5", "-3", Measure.INCREASE),
            ("20", "-10", Measure.DECREASE),
            ("0", None, Measure.INCREASE),
        ],
    )
    def test_of_changes(self, value: str, upper: str | None, measure: Measure) -> None:
        shown = Quantity(Decimal(value), BILLION)
        quantity = -shown if measure is Measure.DECREASE else shown
        stated = Stated(quantity=quantity)
        if upper is not None:
            far = Quantity(Decimal(upper), BILLION)
            stated = Stated(comparator=Comparator.BETWEEN, quantity=quantity, upper=far)
        change = Change(name="Thu", form=ChangeForm.DIFFERENCE, measure=measure, stated=stated)
        rows = records([Report(text="", changes=(change,))])
        (back,) = read_records(rows)
        assert (rows[0]["value"], rows[0]["upper"]) == (value, upper)
        assert back.changes == (change,)

    def test_of_a_margin_below_plan(self) -> None:
        share = Share(
            name="Thu", form=ShareForm.MARGIN, measure=Measure.DECREASE, stated=Stated(quantity=Quantity.of("3%"))
        )
        (back,) = read_records(records([Report(text="", shares=(share,))]))
        assert back.shares == (share,)


class TestPlans:
    def test_targets_of_a_list_are_the_plan(self) -> None:
        aims = (revenue_target("5"), revenue_target("6"), revenue_target("7"))
        entries = (
            vnplan.PlanEntry(number=1, section="Kinh tế", targets=aims[:2]),
            vnplan.PlanEntry(number=2, targets=aims[2:]),
        )
        (back,) = read_records(Report(text="", plan=vnplan.Plan(entries=entries), targets=aims).to_records())
        assert back.plan is not None
        assert [(one.number, one.section) for one in back.plan.entries] == [(1, "Kinh tế"), (2, None)]
        assert back.plan.targets == back.targets
        assert {target.decreed for target in back.targets} == {True}


class TestPlaces:
    def test_one_of_the_tables(self, reports: list[Report]) -> None:
        place = read_records(records(reports))[0].actuals[0].locality
        assert place == reports[0].actuals[0].locality
        assert place is not None
        assert place.code == "770"

    @pytest.mark.parametrize(
        ("name", "kind", "cls"),
        [("Xã Ở Đâu", "xã", vnplan.Commune), ("Huyện Mới", "huyện", vnplan.District), ("Nơi ấy", "", vnplan.District)],
    )
    def test_one_that_no_table_holds(self, name: str, kind: str, cls: type) -> None:
        row = records([Report(text="", actuals=(revenue("5"),))])[0] | {"locality": name, "indicator": None}
        place = read_records([row])[0].actuals[0].locality
        assert place is not None
        assert (place.name, place.kind, type(place), place.code) == (name, kind, cls, None)


class TestFaults:
    ROW = records([Report(text="", document="d", targets=(revenue_target("5"),))])[0]

    @pytest.mark.parametrize(
        ("column", "value", "expected"),
        [
            ("role", "result", "target, actual, change, share or tally"),
            ("role", None, "a value"),
            ("row", "x", "a whole number"),
            ("row", 1.5, "a whole number"),
            ("row", True, "a whole number"),
            ("value", 5.0, "a float is not exact"),
            ("value", "5,0", "its digits as text"),
            ("value", "--5", "its digits as text"),
            ("value", "5.", "its digits as text"),
            ("value", Decimal("NaN"), "a decimal"),
            ("value", "1" * 300, "below 10**100"),
            ("upper", "9", "exactly where the comparator is 'between'"),
            ("unit", "parsec", "a unit such as"),
            ("unit", None, "the unit of the value"),
            ("unit", 5, "text"),
            ("comparator", "≥", "one of =, >="),
            ("comparator", None, "one of =, >="),
            ("hedge", "about", "exactly where the comparator is '~'"),
            ("measure", "rise", "one of level"),
            ("period", "quý V", "one period"),
            ("basis", "budget", "one of plan"),
            ("estimated", "yes", "true or false"),
            ("estimated", 1, "true or false"),
            ("indicator", "no_such_id", "give a catalogue that holds it"),
        ],
    )
    def test_tell_row_column_and_what_is_valid(self, column: str, value: Any, expected: str) -> None:
        with pytest.raises(RecordError) as caught:
            read_records([self.ROW, self.ROW | {"row": 1, column: value}])
        assert (caught.value.row, caught.value.column) == (1, column)
        assert expected in caught.value.expected
        assert str(caught.value).startswith(f"row 1, column {column}: ")

    def test_a_missing_column(self) -> None:
        with pytest.raises(RecordError, match=r"column period: .* expected a row with that column"):
            read_records([{name: value for name, value in self.ROW.items() if name != "period"}])

    def test_further_columns_are_passed_over(self) -> None:
        assert records(read_records([self.ROW | {"ghi chú": "?"}])) == [self.ROW]

    def test_one_number_twice(self) -> None:
        with pytest.raises(RecordError, match="one row of that number in document 'd'"):
            read_records([self.ROW, self.ROW])

    def test_a_change_of_a_change(self) -> None:
        change = {**self.ROW, "role": "change", "form": "rate", "basis": None}
        with pytest.raises(RecordError, match="the row of a target or an actual"):
            read_records([change, change | {"row": 1, "of": 0}])

    @pytest.mark.parametrize("change", [{"form": None}, {"form": "ratio", "basis": "someday"}])
    def test_a_change_needs_a_form_and_a_basis_in_time(self, change: dict[str, Any]) -> None:
        with pytest.raises(RecordError):
            read_records([self.ROW | {"role": "change"} | change])

    def test_a_tally_is_whole(self) -> None:
        with pytest.raises(RecordError, match="a whole number, since it is a tally"):
            read_records([self.ROW | {"role": "tally", "value": "1.5"}])

    @pytest.mark.parametrize(("given", "error"), [("nowhere.csv", MissingFileError), (5, InvalidValueError)])
    def test_nothing_to_read(self, given: Any, error: type[Exception]) -> None:
        with pytest.raises(error):
            read_records(given)

    def test_a_file_of_another_kind(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").touch()
        with pytest.raises(UnknownFormatError, match=r"those stand in \.csv"):
            read_records(tmp_path / "a.txt")

    def test_parquet_without_its_extra(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        (tmp_path / "a.parquet").touch()
        monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
        with pytest.raises(MissingExtraError, match="arrow"):
            read_records(tmp_path / "a.parquet")

    def test_a_catalogue_of_ones_own(self) -> None:
        mine = vnplan.Indicator(id="mine", name="Của tôi", english="Mine")
        catalogue = vnplan.Catalogue().extended(indicators=[mine])
        (back,) = read_records([self.ROW | {"indicator": "mine"}], catalogue=catalogue)
        assert back.targets[0].indicator is mine
        assert REVENUE.id not in catalogue.indicators


class TestValuesOfFrames:
    def test_missing_ones(self) -> None:
        row = TestFaults.ROW | {"of": float("nan"), "section": "", "start": None, "end": float("nan")}
        assert records(read_records([row])) == [TestFaults.ROW]

    def test_whole_numbers_that_a_frame_made_floats(self) -> None:
        row = TestFaults.ROW | {"row": 0.0, "value": 5, "start": 3.0, "end": 4.0, "quote": "5"}
        assert read_records([row])[0].targets[0].source == vnplan.Source(3, 4, document="d", quote="5")

    @pytest.mark.parametrize(("value", "text"), [("5.500", "5.5"), ("5", "5"), ("100", "100"), ("1E+2", "100")])
    def test_decimals_lose_the_zeros_that_only_fill_up(self, value: str, text: str) -> None:
        (row,) = records(read_records([TestFaults.ROW | {"value": Decimal(value)}]))
        assert row["value"] == text
