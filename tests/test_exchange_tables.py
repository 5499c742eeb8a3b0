"""Tables out of vnplan: Arrow, Parquet, frames, CSV."""

from __future__ import annotations

import csv
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import vnplan
from tests.makers import BILLION, revenue
from vnplan import (
    DirectiveRow,
    FindingRow,
    InvalidValueError,
    MissingExtraError,
    Record,
    Report,
    ScoreRow,
    SeriesRow,
    samples,
)
from vnplan.exchange.columns import Kind, columns_of, fits, typed_columns
from vnplan.exchange.tabular import TABLES
from vnplan.model.quantity import Quantity
from vnplan.model.stated import Comparator, Stated

pyarrow = pytest.importorskip("pyarrow")

TYPES = {
    "figures": Record,
    "directives": DirectiveRow,
    "verdicts": ScoreRow,
    "findings": FindingRow,
    "series": SeriesRow,
}
BACKENDS = ("pandas", "polars")


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [samples.load(name) for name in samples.names()]


class TestColumns:
    @pytest.mark.parametrize("table", TABLES)
    def test_are_those_of_the_rows(self, table: str) -> None:
        hints = get_type_hints(TYPES[table])
        assert [column.name for column in columns_of(table)] == list(hints)
        for column in columns_of(table):
            assert column.can_be_empty == (type(None) in getattr(hints[column.name], "__args__", ()))

    @pytest.mark.parametrize("table", TABLES)
    def test_hold_what_the_rows_hold(self, table: str) -> None:
        kinds = {"str": {Kind.TEXT, Kind.DECIMAL}, "int": {Kind.INTEGER}, "bool": {Kind.FLAG}, "list": {Kind.LIST}}
        for column in columns_of(table):
            hint = str(get_type_hints(TYPES[table])[column.name]).replace("<class '", "").split(" ")[0]
            assert column.kind in kinds[hint.split("[")[0].rstrip("'>")]

    @pytest.mark.parametrize("table", TABLES)
    def test_are_told(self, table: str) -> None:
        for column in columns_of(table):
            assert column.header
            assert column.meaning
            assert bool(column.unit) >= (column.kind is Kind.DECIMAL)
        assert len({column.header for column in columns_of(table)}) == len(columns_of(table))


class TestFits:
    @pytest.mark.parametrize(
        ("number", "expected"),
        [
            ("0", True),
            ("0.000000000001", True),  # the smallest step
            ("0.0000000000001", False),
            ("1.50000000000000000000", True),  # zeros behind the mark cost nothing
            ("99999999999999999999999999.999999999999", True),  # 26 digits before it
            ("100000000000000000000000000", False),
            ("-1E+25", True),
            ("1E+26", False),
            ("0E-40", True),
            ("NaN", False),
        ],
    )
    def test_what_a_decimal128_holds(self, number: str, expected: bool) -> None:
        assert fits(Decimal(number)) is expected

    def test_agrees_with_arrow(self) -> None:
        for number in ("9" * 26 + "." + "9" * 12, "0.000000000001", "-1E+25", "1.50000000000000000000", "0E-40"):
            assert pyarrow.array([Decimal(number)], pyarrow.decimal128(38, 12))[0].as_py() == Decimal(number)
        for number in ("0.0000000000001", "1E+26"):
            with pytest.raises(pyarrow.ArrowInvalid):
                pyarrow.array([Decimal(number)], pyarrow.decimal128(38, 12))


class TestArrow:
    def test_figures_of_all_reports(self, reports: list[Report]) -> None:
        rows = [row for report in reports for row in report.to_records()]
        found = vnplan.to_arrow(reports).to_pylist()
        assert len(found) == len(rows)
        for row, made in zip(rows, found, strict=True):
            assert made["value"] == (None if row["value"] is None else Decimal(row["value"]))
            assert made["value_text"] == row["value"]
            assert {name: made[name] for name in row if name not in {"value", "upper"}} == {
                name: value for name, value in row.items() if name not in {"value", "upper"}
            }

    def test_fields_tell_meaning_unit_and_header(self) -> None:
        field = vnplan.to_arrow([]).schema.field("value")
        assert field.type == pyarrow.decimal128(38, 12)
        assert field.metadata[b"unit"] == b"as in column unit"
        assert field.metadata[b"vi"].decode() == "Giá trị"
        assert b"meaning" in field.metadata
        assert not vnplan.to_arrow([]).schema.field("role").nullable

    def test_schema_does_not_hang_on_the_rows(self, reports: list[Report]) -> None:
        assert vnplan.to_arrow([]).schema.equals(vnplan.to_arrow(reports).schema, check_metadata=True)

    @pytest.mark.parametrize("value", ["1" * 40, "0." + "0" * 20 + "1"])
    def test_a_number_that_does_not_fit_stands_in_the_text_alone(self, value: str) -> None:
        report = Report(text="", actuals=(revenue(value), revenue("1.40")))
        rows = vnplan.to_arrow(report).to_pylist()
        assert [(row["value"], row["value_text"]) for row in rows] == [(None, value), (Decimal("1.4"), "1.40")]

    def test_elsewhere_its_column_becomes_text(self) -> None:
        aim = vnplan.Target(name="Thu", stated=Stated(quantity=Quantity(Decimal("1" * 40), BILLION)))
        table = vnplan.to_arrow(vnplan.scorecard(Report(text="", targets=(aim,))))
        assert table.schema.field("target_value").type == pyarrow.string()
        assert table["target_value"].to_pylist() == ["1" * 40]
        assert table.schema.field("actual_value").type == pyarrow.decimal128(38, 12)

    def test_the_far_end_stands_in_the_unit_of_the_near_one(self) -> None:
        low = Quantity(Decimal(500), vnplan.Unit("triệu đồng", "money:VND", 6))
        stated = Stated(comparator=Comparator.BETWEEN, quantity=low, upper=Quantity(Decimal("1.5"), BILLION))
        (row,) = Report(text="", actuals=(vnplan.Actual(name="Thu", stated=stated),)).to_records()
        assert (row["value"], row["upper"], row["unit"]) == ("500", "1500", "triệu đồng")

    def test_half_a_surrogate_pair_becomes_a_question_mark(self) -> None:
        report = Report(text="", actuals=(vnplan.Actual(name="\ud800 thu"),))
        assert vnplan.to_arrow(report)["name"].to_pylist() == ["? thu"]
        assert list(vnplan.to_frame(report)["name"]) == ["? thu"]

    def test_verdicts_findings_directives(self, reports: list[Report]) -> None:
        card, found = vnplan.scorecard(reports), vnplan.audit(reports)
        assert vnplan.to_arrow(card)["outcome"].to_pylist() == [str(entry.verdict.outcome) for entry in card]
        assert vnplan.to_arrow(found)["documents"].to_pylist() == [list(one.documents) for one in found]
        told = vnplan.to_arrow(reports, table="directives")["text"].to_pylist()
        assert told == [one.text for report in reports for one in report.directives]
        assert told

    def test_series(self, reports: list[Report]) -> None:
        series = vnplan.ReportSet(reports).series("state_budget_revenue")
        assert vnplan.to_arrow(series)["value"].to_pylist() == [Decimal(row["value"] or 0) for row in series.rows()]
        assert vnplan.to_arrow([series, series]).num_rows == 2 * len(series.rows()) > 0

    def test_observations(self, reports: list[Report]) -> None:
        """Of a set of reports every fact once; those of one series as the series has them."""
        held = vnplan.ReportSet(reports)
        series = held.series("state_budget_revenue")
        assert vnplan.to_arrow(series.observations).to_pylist() == vnplan.to_arrow(series).to_pylist()
        panel = vnplan.to_arrow(held, table="series").to_pylist()
        assert len(panel) == len(held.observations)
        assert [row["value"] for row in panel if row["indicator"] == "new_enterprises" and row["role"] == "actual"] == [
            Decimal(534)
        ]
        assert vnplan.to_arrow(held).num_rows > len(panel)

    def test_reports_that_are_no_set_make_no_series(self, reports: list[Report]) -> None:
        with pytest.raises(InvalidValueError):
            vnplan.to_arrow(reports, table="series")

    def test_parquet_keeps_all(self, reports: list[Report], tmp_path: Path) -> None:
        from pyarrow import parquet

        vnplan.write_parquet(tmp_path / "số liệu.parquet", reports)
        found = parquet.read_table(tmp_path / "số liệu.parquet")
        assert found.equals(vnplan.to_arrow(reports), check_metadata=True)


class TestFrames:
    @pytest.mark.parametrize("backend", BACKENDS)
    def test_have_the_columns_and_decimals(self, reports: list[Report], backend: Any) -> None:
        pytest.importorskip(backend)
        frame = vnplan.to_frame(reports, backend)
        assert list(frame.columns) == [column.name for column in typed_columns("figures")]
        values = [row["value"] for report in reports for row in report.to_records()]
        assert list(frame["value"]) == [None if value is None else Decimal(value) for value in values]

    @pytest.mark.parametrize("backend", BACKENDS)
    @pytest.mark.parametrize("made", [vnplan.scorecard, vnplan.audit])
    def test_of_verdicts_and_findings(self, reports: list[Report], made: Any, backend: Any) -> None:
        pytest.importorskip(backend)
        assert len(vnplan.to_frame(made(reports), backend)) == len(made(reports))

    @pytest.mark.parametrize("backend", BACKENDS)
    def test_of_nothing(self, backend: Any) -> None:
        pytest.importorskip(backend)
        assert len(vnplan.to_frame([], backend)) == 0
        assert "outcome" in vnplan.to_frame(vnplan.scorecard([]), backend).columns
        assert "issuer" in vnplan.to_frame([], backend, table="directives").columns

    def test_pandas_tells_the_columns(self) -> None:
        pytest.importorskip("pandas")
        assert vnplan.to_frame([]).attrs["columns"]["start"]["unit"] == "code points"

    def test_unknown_backend(self) -> None:
        with pytest.raises(InvalidValueError, match="'pandas' or 'polars'"):
            vnplan.to_frame([], "dask")  # type: ignore[call-overload]


class TestCsv:
    def test_is_the_records(self, reports: list[Report], tmp_path: Path) -> None:
        vnplan.write_csv(tmp_path / "a.csv", reports)
        with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
            found = list(csv.DictReader(file))
        rows = [row for report in reports for row in report.to_records()]
        assert [row["value"] for row in found] == [row["value"] or "" for row in rows]
        assert [row["quote"] for row in found] == [row["quote"] for row in rows]
        assert {row["estimated"] for row in found} == {"true", "false"}
        assert list(found[0]) == list(Record.__annotations__)

    def test_a_mark_for_excel_on_request(self, tmp_path: Path) -> None:
        vnplan.write_csv(tmp_path / "a.csv", [], bom=True)
        vnplan.write_csv(tmp_path / "b.csv", [])
        assert (tmp_path / "a.csv").read_bytes().removeprefix(b"\xef\xbb\xbf") == (tmp_path / "b.csv").read_bytes()

    def test_items_of_a_list_stand_in_one_cell(self, reports: list[Report], tmp_path: Path) -> None:
        vnplan.write_csv(tmp_path / "a.csv", vnplan.audit(reports))
        assert " | " in (tmp_path / "a.csv").read_text(encoding="utf-8")


class TestWhatIsGiven:
    def test_an_iterator_of_reports(self, reports: list[Report]) -> None:
        assert vnplan.to_arrow(iter(reports)).equals(vnplan.to_arrow(reports))

    def test_one_report(self, reports: list[Report]) -> None:
        assert vnplan.to_arrow(reports[0]).equals(vnplan.to_arrow(reports[:1]))

    def test_rows(self, reports: list[Report]) -> None:
        assert vnplan.to_arrow(reports[0].to_records()).equals(vnplan.to_arrow(reports[0]))
        rows = vnplan.scorecard(reports).rows()
        assert vnplan.to_arrow(rows).equals(vnplan.to_arrow(vnplan.scorecard(reports)))

    @pytest.mark.parametrize(
        ("given", "table", "expected"),
        [
            (5, None, "a report or several"),
            ([5], None, "a report or several"),
            ([{"estimated": True}], None, "it lacks document, row"),
            ([Report(text=""), {}], None, "it lacks document"),
            ([Report(text=""), 5], None, "rows of the table figures"),
            ([Report(text="")], "verdicts", "rows of the table verdicts"),
            ([], "figure", "one of figures, directives"),
        ],
    )
    def test_what_makes_no_table(self, given: Any, table: str | None, expected: str) -> None:
        with pytest.raises(InvalidValueError, match=expected):
            vnplan.to_arrow(given, table=table)


class TestMissingExtras:
    @pytest.mark.parametrize(
        ("module", "extra", "use"),
        [
            ("pandas", "pandas", lambda _: vnplan.to_frame([])),
            ("polars", "polars", lambda _: vnplan.to_frame([], "polars")),
            ("pyarrow", "arrow", lambda _: vnplan.to_arrow([])),
            ("pyarrow.parquet", "arrow", lambda path: vnplan.write_parquet(path / "a.parquet", [])),
        ],
    )
    def test_the_error_names_the_extra(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, module: str, extra: str, use: Any
    ) -> None:
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(MissingExtraError, match=rf"pip install 'vnplan\[{extra}\]'") as caught:
            use(tmp_path)
        assert caught.value.extra == extra

    def test_csv_needs_none(self) -> None:
        program = (
            "import sys; sys.modules.update(dict.fromkeys(['pandas', 'polars', 'pyarrow', 'openpyxl']))\n"
            "import vnplan; vnplan.write_csv('/dev/stdout', vnplan.samples.load('001'))"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
        assert "1390.9" in done.stdout
