"""JSON documents: nothing is lost, nothing is let pass, every fault is told with its path."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest

import vnplan
from tests.exchange_makers import FINAL, PLACE, QUARTER, YEAR, card, differences, everything, report, revised
from tests.makers import BILLION, revenue, revenue_target
from vnplan import from_json, samples, to_json
from vnplan.attainment import Policy
from vnplan.audit import audit
from vnplan.errors import InvalidJsonError, InvalidValueError
from vnplan.exchange.documents import CLASSES, parsed, whole
from vnplan.exchange.documents.classes import CLASS_KEY, REFERENCE_KEY, VERSION_KEY, fields_of, is_class
from vnplan.exchange.documents.classes import everything as all_types
from vnplan.exchange.documents.scalars import Unexpected
from vnplan.exchange.documents.versions import STEPS, VERSION, upgraded
from vnplan.loading import load, loads
from vnplan.model.actual import Actual, Change, Tally
from vnplan.model.figure import Figure
from vnplan.model.interval import Interval
from vnplan.model.locality import District, Locality
from vnplan.model.period import Period
from vnplan.model.quantity import Quantity
from vnplan.model.report import Report
from vnplan.model.stated import Stated
from vnplan.model.target import Target
from vnplan.scorecard import Scorecard, scorecard
from vnplan.series import ReportSet

CORPUS = Path(__file__).parent / "corpus"
SENTENCES = CORPUS / "sentences.jsonl"
REPORTS = sorted(path for path in (CORPUS / "reports").iterdir() if path.suffix in {".txt", ".md", ".html"})
VALUES = everything()


@cache
def sample_reports() -> tuple[Report, ...]:
    return tuple(samples.load_all())


def plain(value: object) -> dict[str, Any]:
    """A document as plain objects, to be changed."""
    document: dict[str, Any] = json.loads(to_json(value))
    return document


def refused(document: Any, wanted: type[Any] | None = None) -> InvalidJsonError:
    """The error that a document gives."""
    with pytest.raises(InvalidJsonError) as caught:
        from_json(document if isinstance(document, str | bytes) else json.dumps(document), wanted)
    return caught.value


def assert_comes_back(value: Any) -> None:
    text = to_json(value)
    again = from_json(text)
    assert differences(value, again) == []
    assert again == value
    assert to_json(again) == text


class TestRoundTrip:
    def test_every_public_class_is_exchanged(self) -> None:
        """All but a failure, which holds an exception, a run of writing, and the catalogue, which is no document."""
        found = {name: getattr(vnplan, name) for name in vnplan.__all__}
        public = {name for name, one in found.items() if isinstance(one, type) and attrs.has(one)}
        assert public - set(CLASSES) == {"LoadFailure", "Catalogue", "Written"}
        assert {name: CLASSES[name] for name in public & set(CLASSES)} == {
            name: found[name] for name in public & set(CLASSES)
        }

    @pytest.mark.parametrize("name", CLASSES)
    def test_a_value_of_every_class(self, name: str) -> None:
        assert_comes_back(VALUES[name])
        assert type(from_json(to_json(VALUES[name]), CLASSES[name])) is CLASSES[name]

    @pytest.mark.parametrize("number", range(5))
    def test_samples(self, number: int) -> None:
        assert_comes_back(sample_reports()[number])

    def test_results_on_samples(self) -> None:
        assert_comes_back(scorecard(sample_reports()))
        for finding in audit(sample_reports()):
            assert_comes_back(finding)

    def test_single_sentences(self) -> None:
        for line in SENTENCES.read_text(encoding="utf-8").splitlines():
            assert_comes_back(loads(json.loads(line)["text"]))

    @pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
    def test_reports_of_the_corpus(self, path: Path) -> None:
        assert_comes_back(load(path))

    @pytest.mark.parametrize(
        "digits", ["1E+3", "0.00", "-0", "1390.90", "1E-9", "0E+2", "123456789012345678901234567890"]
    )
    def test_digits_stay_as_printed(self, digits: str) -> None:
        found = from_json(to_json(Interval(Decimal(digits), None)), Interval)
        assert str(found.lower) == digits

    def test_resolution_and_wording(self) -> None:
        for text in ("1,4 nghìn tỷ đồng", "1.400 tỷ đồng", "5,50 %"):
            quantity = Quantity.of(text)
            assert from_json(to_json(quantity), Quantity).same_wording(quantity)
        computed = Quantity(Decimal("1.50"), BILLION, None)
        assert from_json(to_json(computed), Quantity).decimals is None

    def test_what_equality_passes_over(self) -> None:
        period = Period(date(2024, 1, 1), date(2024, 3, 31), wording="3 tháng đầu năm")
        assert from_json(to_json(period), Period).wording == "3 tháng đầu năm"
        assert from_json(to_json(PLACE), District).within == "TP. HCM"

    @pytest.mark.parametrize(
        "text", ["\ud800", 'a"b\\c\n\t\x00\x7f', "kế hoạch", "ke\u0302\u0301 hoa\u0323ch", "😀", ""]
    )
    def test_any_characters(self, text: str) -> None:
        """Composed or not, and half a surrogate pair, which a text read from bytes may hold."""
        assert from_json(to_json(Report(text=text)), Report).text == text
        to_json(Report(text=text)).encode()

    def test_indented(self) -> None:
        text = to_json(report(), indent=2)
        assert text.startswith('{\n  "version": 1,\n  "class": "Report",\n')
        assert from_json(text) == report()

    def test_bytes(self) -> None:
        assert from_json(to_json(report()).encode()) == report()

    def test_keys_with_defaults_may_be_missing(self) -> None:
        assert from_json('{"version": 1, "class": "Target", "name": "Thu"}', Target) == Target(name="Thu")

    def test_a_base_class_takes_what_derives_from_it(self) -> None:
        assert from_json(to_json(PLACE), Locality) == PLACE
        assert from_json(to_json(FINAL), Figure) == FINAL


class TestLinks:
    def test_figures_are_shared_again(self) -> None:
        again = from_json(to_json(report()), Report)
        assert again.plan is not None
        assert again.plan.entries[0].targets[0] is again.targets[0]
        assert again.plan.entries[0].targets[1] is again.targets[1]
        assert again.targets[0].supersedes is again.targets[2]
        assert again.changes[0].of is again.actuals[0]
        assert again.changes[1].of is again.targets[0]
        assert again.shares[0].of is again.actuals[0]

    def test_places_and_indicators_are_shared_too(self) -> None:
        again = from_json(to_json(report()), Report)
        assert again.targets[0].indicator is again.actuals[0].indicator
        assert again.targets[0].locality is again.locality

    def test_a_figure_stands_in_full_once(self) -> None:
        document = plain(report())
        assert document["plan"]["entries"][0]["targets"] == [{"$ref": "#/targets/0"}, {"$ref": "#/targets/1"}]
        assert document["targets"][0]["supersedes"] == {"$ref": "#/targets/2"}
        assert document["changes"][0]["of"] == {"$ref": "#/actuals/0"}

    def test_a_figure_from_elsewhere_is_written_where_it_stands(self) -> None:
        change = Change(name="x", of=revenue("1"))
        assert plain(Report(text="", changes=(change,)))["changes"][0]["of"]["class"] == "Actual"
        assert_comes_back(Report(text="", changes=(change,)))

    def test_equal_figures_are_not_taken_for_one(self) -> None:
        made = Report(text="", actuals=(revenue("1"),), changes=(Change(name="x", of=revenue("1")),))
        again = from_json(to_json(made), Report)
        assert again.changes[0].of is not again.actuals[0]

    def test_a_scorecard_shares_what_it_judged(self) -> None:
        made = card()
        assert len(made) == 2
        again = from_json(to_json(made), Scorecard)
        for entry, before in zip(again, made, strict=True):
            assert [one.figure is entry.actual for one in entry.actuals] == [
                one.figure is before.actual for one in before.actuals
            ]
            assert any(one.figure is entry.target for one in entry.targets)
        assert again.entries[0].actual is again.entries[1].actual
        assert again.rows() == made.rows()

    def test_a_scorecard_holds_each_figure_once(self) -> None:
        text = to_json(card())
        assert text.count('"value":"1390.9"') == 1
        assert text.count('"value":"5300"') == 1

    def test_several_reports_each_hold_their_own(self) -> None:
        document = plain(revised())
        assert [one["changes"][0]["of"] for one in document["reports"]] == [
            {"$ref": f"#/reports/{number}/actuals/0"} for number in range(3)
        ]
        again = from_json(json.dumps(document), ReportSet)
        assert [one.changes[0].of is one.actuals[0] for one in again] == [True] * 3
        assert again.series("state_budget_revenue") == revised().series("state_budget_revenue")

    def test_a_target_replaced_by_another_vintage(self) -> None:
        again = from_json(to_json(card()), Scorecard)
        assert again.entries[0].target.supersedes is again.entries[0].targets[0].figure

    def test_long_chains_in_a_report(self) -> None:
        """Two thousand targets, each replacing the next, are no deeper than one."""
        chain = [revenue_target("1")]
        for _ in range(2000):
            chain.append(revenue_target("1", supersedes=chain[-1]))
        text = to_json(Report(text="", targets=tuple(reversed(chain))))
        again = from_json(text, Report)
        assert again.targets[0].supersedes is again.targets[1]
        assert to_json(again) == text

    def test_writing_is_linear(self) -> None:
        """Changes that all hang on one level add the same number of characters each."""
        level = revenue("1")
        sizes = [
            len(to_json(Report(text="", actuals=(level,), changes=(Change(name="x", of=level),) * count)))
            for count in (10, 20, 30)
        ]
        assert sizes[2] - sizes[1] == sizes[1] - sizes[0]

    @pytest.mark.parametrize(
        ("where", "pointer", "expected"),
        [
            ("changes", "#/actuals/7", "a reference to a figure that this document holds"),
            ("changes", "#/shares/0", "a reference to a figure of class Actual or Target"),
            ("changes", "nowhere", "a reference to a figure that this document holds"),
        ],
    )
    def test_references_that_lead_nowhere(self, where: str, pointer: str, expected: str) -> None:
        document = plain(report())
        document[where][0]["of"] = {"$ref": pointer}
        error = refused(document)
        assert (error.path, error.expected, error.found) == (f"{where}[0].of", expected, repr(pointer))

    def test_references_in_plan_entries(self) -> None:
        document = plain(report())
        document["plan"]["entries"][0]["targets"][1] = {"$ref": "#/actuals/0"}
        error = refused(document)
        assert error.path == "plan.entries[0].targets[1]"
        assert error.expected == "a reference to a figure of class Target"

    def test_circles(self) -> None:
        document = plain(report())
        document["targets"][2]["supersedes"] = {"$ref": "#/targets/0"}
        error = refused(document)
        assert error.expected == "no figure that leads back to itself"

    def test_a_value_alone_holds_no_references(self) -> None:
        document = plain(report().changes[0])
        document["of"] = {"$ref": "#/actuals/0"}
        error = refused(document)
        assert (error.path, error.expected, error.found) == ("of", "a figure in full", "an object")


def put(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    """Put a value at a path of a plain document."""

    def change(document: dict[str, Any]) -> None:
        *way, last = [int(key) if key.isdigit() else key for key in path.split("/")]
        held: Any = document
        for key in way:
            held = held[key]
        held[last] = value

    return change


REFUSED = [
    ("targets/0/maintain", "False", "targets[0].maintain", "true or false", "'False'"),
    ("targets/0/maintain", 0, "targets[0].maintain", "true or false", "0"),
    ("tallies/0/count", 2.9, "tallies[0].count", "a whole number", "2.9"),
    ("tallies/0/count", "2", "tallies[0].count", "a whole number", "'2'"),
    ("tallies/0/count", True, "tallies[0].count", "a whole number", "true"),
    ("text", 1, "text", "text", "1"),
    ("title", 1, "title", "text", "1"),
    ("document", None, "document", "text", "null"),
    ("issued", "1/4/2024", "issued", "a date such as 2024-03-31", "'1/4/2024'"),
    ("issued", "2024-02-30", "issued", "a day of the calendar", "'2024-02-30'"),
    ("issued", "20240401", "issued", "a date such as 2024-03-31", "'20240401'"),
    ("kind", "letter", "kind", "one of plan, resolution, report, news, other", "'letter'"),
    ("kind", ["plan"], "kind", "one of plan, resolution, report, news, other", "a list of 1"),
    ("targets", {}, "targets", "a list", "an object"),
    ("targets", "ab", "targets", "a list", "'ab'"),
    ("targets/1", [], "targets[1]", "an object", "a list of 0"),
    ("plan", [], "plan", "an object", "a list of 0"),
    ("locality/class", "Ward", "locality.class", "one of Locality, Country, Province, District, Commune", "'Ward'"),
    ("directives/0/issuer/class", "Ghost", "directives[0].issuer.class", "one of Person, Body", "'Ghost'"),
    ("changes/0/basis", 5, "changes[0].basis", "an object", "5"),
    (
        "ledger/entries/0/claims/0/name_spans/0",
        [1],
        "ledger.entries[0].claims[0].name_spans[0]",
        "a list of 2",
        "a list of 1",
    ),
    *(
        (
            "ledger/entries/0/claims/0/name_spans/0",
            [1, end],
            "ledger.entries[0].claims[0].name_spans[0]",
            "a whole number",
            found,
        )
        for end, found in (("2", "'2'"), (2.0, "2.0"), (True, "true"))
    ),
]

NO_DECIMALS = (
    5208,
    5208.0,
    "5.208,5",
    "1_000",
    " 1",
    "NaN",
    "Infinity",
    "٣",
    "1e3",
    "",
    "0x1",
    "1" * 1001,
    "1E+99999",
    None,
)


class TestRefusals:
    @pytest.mark.parametrize(("where", "value", "path", "expected", "found"), REFUSED)
    def test_strict_types(self, where: str, value: object, path: str, expected: str, found: str) -> None:
        document = plain(report())
        put(where, value)(document)
        error = refused(document, Report)
        assert (error.path, error.expected, error.found) == (path, expected, found)
        assert error.others == ()

    @pytest.mark.parametrize("value", NO_DECIMALS)
    def test_decimals(self, value: object) -> None:
        document = plain(report())
        put("targets/0/stated/quantity/value", value)(document)
        error = refused(document)
        assert (error.path, error.expected) == ("targets[0].stated.quantity.value", "a decimal number in quotes")

    @pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
    def test_numbers_that_are_none(self, constant: str) -> None:
        error = refused(to_json(Tally(count=5, noun="x")).replace("5", constant, 1))
        assert (error.path, error.expected) == ("", "JSON")
        assert constant in error.found

    def test_unknown_keys(self) -> None:
        document = plain(report())
        document["targets"][0]["stated"]["unit"] = "đồng"
        error = refused(document)
        assert error.path == "targets[0].stated.unit"
        assert error.expected == "no such key; Stated has comparator, quantity, upper, hedge"

    @pytest.mark.parametrize("extra", [True, False])
    def test_keys_that_stand_twice(self, monkeypatch: pytest.MonkeyPatch, *, extra: bool) -> None:
        """Which of the two values is meant nobody can say; a text of one line is looked at like any other."""
        if not extra:
            monkeypatch.setattr(parsed, "orjson", lambda: None)
        for text in (to_json(report()), to_json(report(), indent=2)):
            error = refused(re.sub(r'"(supersedes|comparator)":', r'"\1":"other","\1":', text, count=2))
            assert [(one.path, one.expected, one.found) for one in (error, *error.others)] == [
                (path, "a key that stands once", "2 of them")
                for path in ("targets[0].supersedes", "targets[0].stated.comparator")
            ]

    @pytest.mark.parametrize("given", [5, None, {"version": 1}])
    def test_what_is_no_text(self, given: Any) -> None:
        with pytest.raises(TypeError, match="must be str, bytes"):
            from_json(given)

    @pytest.mark.parametrize("text", ['{"version": 1, "version": 1}', '{"version": 1, "a": [{}, {"b": 1, "b": 1}]}'])
    def test_keys_that_stand_twice_are_told_first(self, text: str) -> None:
        assert refused(text).path in {"version", "a[1].b"}

    def test_what_the_schema_lets_pass_for_a_whole_number(self) -> None:
        """To JSON Schema 2.0 is an integer; here it is none, since its printed form would be lost."""
        schema = vnplan.json_schema(Tally)
        document = plain(Tally(count=2, noun="x")) | {"count": 2.0}
        jsonschema.validate(document, schema, cls=jsonschema.Draft202012Validator)
        assert refused(document).expected == "a whole number"

    def test_a_class_named_where_there_is_only_one(self) -> None:
        document = plain(report())
        document["ledger"]["class"] = "Ledger"
        assert refused(document).path == "ledger.class"

    def test_missing_keys(self) -> None:
        document = plain(report())
        del document["tallies"][0]["noun"]
        error = refused(document)
        assert (error.path, error.expected, error.found) == ("tallies[0].noun", "a value", "nothing")

    def test_what_the_model_refuses(self) -> None:
        document = plain(report())
        document["targets"][0]["stated"]["comparator"] = "between"
        error = refused(document)
        assert error.path == "targets[0].stated.upper"
        assert error.expected == "an upper end exactly where the comparator is 'between'"

    def test_numbers_that_the_model_refuses(self) -> None:
        document = plain(report())
        document["targets"][0]["stated"]["quantity"]["value"] = "1E+200"
        assert refused(document).path == "targets[0].stated.quantity.value"

    def test_repeats_in_a_set(self) -> None:
        document = plain(card().entries[0].verdict)
        document["possible"] = ["met", "met"]
        error = refused(document)
        assert (error.path, error.expected, error.found) == ("possible", "a list without repeats", "a list of 2")

    def test_what_computing_refuses(self) -> None:
        """Whatever else a constructor raises is told with its place too."""
        document = plain(Policy())
        document["ahead"] = "0.1"
        error = refused(document)
        assert error.expected == "cuts in descending order, above 0"

    def test_all_faults_together(self) -> None:
        document = plain(report())
        put("targets/0/maintain", "no")(document)
        put("actuals/0/period/start", "x")(document)
        put("extra", 1)(document)
        error = refused(document)
        assert [one.path for one in (error, *error.others)] == [
            "targets[0].maintain",
            "actuals[0].period.start",
            "extra",
        ]
        assert str(error) == (
            "targets[0].maintain: expected true or false, found 'no'; 2 more faults at actuals[0].period.start, extra"
        )

    @pytest.mark.parametrize("text", ["", "{", "[", '{"version": 1', b"\xff\xfe\xfd", '{"a": ' + "9" * 5000 + "}"])
    def test_no_json(self, text: str | bytes) -> None:
        error = refused(text)
        assert (error.path, error.expected) == ("", "JSON")

    @pytest.mark.parametrize(("text", "found"), [("[]", "a list of 0"), ("1", "1"), ("null", "null"), ('"a"', "'a'")])
    def test_no_object(self, text: str, found: str) -> None:
        error = refused(text)
        assert (error.path, error.expected, error.found) == ("", "an object", found)

    @pytest.mark.parametrize("opening", ["[", '{"a":', '{"version":1,"class":"Target","name":"x","supersedes":'])
    def test_deep_nests(self, opening: str) -> None:
        error = refused(opening * 100_000)
        assert (error.path, error.expected) == ("", "figures nested less deeply")

    def test_deep_chains(self) -> None:
        link = '{"class":"Target","name":"x","supersedes":'
        text = f'{{"version":1,{link[1:]}{link * 400}null{"}" * 401}'
        assert refused(text).expected == "figures nested less deeply"

    def test_another_class_than_wanted(self) -> None:
        error = refused(plain(PLACE), Target)
        assert (error.path, error.expected, error.found) == ("class", "one of Target", "'District'")

    @pytest.mark.parametrize("wanted", [int, "Target", object(), vnplan.LoadFailure])
    def test_wanting_what_is_no_class_of_ours(self, wanted: Any) -> None:
        with pytest.raises(InvalidValueError) as caught:
            from_json(to_json(PLACE), wanted)
        assert caught.value.field == "type"

    @pytest.mark.parametrize("name", [None, "LoadFailure", "Record", 1, ["Report"]])
    def test_no_class_of_ours(self, name: object) -> None:
        assert refused({"version": 1, "class": name}).path == "class"

    def test_the_error_survives_pickling(self) -> None:
        document = plain(report())
        document["text"], document["title"] = 1, 2
        error = refused(document)
        again = pickle.loads(pickle.dumps(error))
        assert str(again) == str(error)
        assert again.others[0].path == "title"

    def test_it_is_a_value_error_of_ours(self) -> None:
        assert isinstance(refused("x"), ValueError)
        assert isinstance(refused("x"), vnplan.VnplanError)

    def test_what_is_kept_at_hand_passes_nothing(self) -> None:
        """1 equals True and 1.0, but only one of them is what the place asks for."""
        document = plain(report())
        from_json(json.dumps(document))
        for value in (1, 1.0, "true"):
            document["targets"][0]["indicator"]["additive"] = value
            assert refused(document).path == "targets[0].indicator.additive"


def unchecked(cls: type, **given: object) -> object:
    """An object as only a program makes it that switches validators off."""
    with attrs.validators.disabled():
        return cls(**given)


class TestWriting:
    @pytest.mark.parametrize("value", [object(), "x", None, 1, [report()], Report, Decimal(1)])
    def test_what_is_no_value_of_ours(self, value: object) -> None:
        with pytest.raises(InvalidValueError) as caught:
            to_json(value)
        assert caught.value.field == "value"

    @pytest.mark.parametrize(
        "value",
        [
            unchecked(Target, name=b"x"),
            unchecked(Target, name="x", issued="2024-01-01"),
            unchecked(Target, name="x", indicator=5),
            unchecked(Target, name=datetime(2024, 1, 1)),  # noqa: DTZ001
            unchecked(Target, name="x", locality="Quận 3"),
            unchecked(vnplan.Ratio, value=2.5),
            vnplan.Ratio(value=Decimal("NaN")),
            vnplan.Ratio(value=Decimal("1E+100000")),
        ],
    )
    def test_fields_of_other_types(self, value: object) -> None:
        with pytest.raises(InvalidValueError):
            to_json(value)

    def test_deep_chains(self) -> None:
        target = Target(name="x")
        for _ in range(3000):
            target = Target(name="x", supersedes=target)
        with pytest.raises(InvalidValueError) as caught:
            to_json(target)
        assert caught.value.expected == "figures nested less deeply"

    def test_the_extra_writes_the_same(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("orjson")
        quick = [to_json(one) for one in VALUES.values()]
        monkeypatch.setattr(whole, "orjson", lambda: None)
        assert [to_json(one) for one in VALUES.values()] == quick

    def test_the_standard_library_does(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for module in (whole, parsed):
            monkeypatch.setattr(module, "orjson", lambda: None)
        assert_comes_back(report())

    def test_numbers_beyond_64_bits(self) -> None:
        assert_comes_back(Tally(count=10**30, noun="x"))

    def test_equal_sets_are_written_alike(self) -> None:
        outcomes = plain(card().entries[0].verdict)["possible"]
        assert outcomes == sorted(outcomes)


def from_version_zero(document: dict[str, Any]) -> dict[str, Any]:
    """Version 0, for this test: `name` was `title`, and amounts stood beside their comparator."""
    stated = {"comparator": document.pop("comparator"), "quantity": document.pop("quantity")}
    return document | {"name": document.pop("title"), "stated": stated}


class TestVersions:
    OLD: dict[str, Any] = {  # noqa: RUF012  # never changed: each test takes a copy
        "version": 0,
        "class": "Actual",
        "title": "Thu ngân sách",
        "comparator": ">=",
        "quantity": {"value": "5.0", "unit": {"symbol": "%", "dimension": "percent"}},
    }

    def test_every_document_tells_it(self) -> None:
        assert [plain(one)["version"] for one in VALUES.values()] == [VERSION] * len(VALUES)

    def test_the_version_before_is_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A step turns plain dictionaries into plain dictionaries."""
        monkeypatch.setitem(STEPS, 0, from_version_zero)
        found = from_json(json.dumps(self.OLD), Actual)
        assert str(found) == "Thu ngân sách: >= 5.0%"

    def test_steps_follow_one_another(self) -> None:
        steps: dict[int, Any] = {
            1: lambda found: found | {"one": 1},
            2: lambda found: found | {"two": found["one"] + 1},
        }
        assert upgraded({"version": 1}, steps=steps, to=3) == {"version": 3, "one": 1, "two": 2}
        assert upgraded({"version": 3}, steps=steps, to=3) == {"version": 3}

    def test_versions_that_no_step_leads_away_from(self) -> None:
        with pytest.raises(Unexpected) as caught:
            upgraded({"version": 0}, steps={1: dict}, to=2)
        assert caught.value.expected == "a format version that is read here: 1, 2"

    @pytest.mark.parametrize("version", [0, 2, "1", True, 1.0, None, [1]])
    def test_other_versions(self, version: object) -> None:
        error = refused(plain(report()) | {"version": version})
        assert (error.path, error.expected) == ("version", "a format version that is read here: 1")

    def test_no_version(self) -> None:
        document = plain(report())
        del document["version"]
        assert refused(document).path == "version"

    def test_a_step_that_fails_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(STEPS, 0, from_version_zero)
        error = refused({"version": 0, "class": "Actual"})
        assert error.expected == "a document of version 0"

    def test_no_field_takes_a_key_of_the_format(self) -> None:
        names = {name for cls in all_types() if is_class(cls) for name in fields_of(cls)}
        assert not names & {VERSION_KEY, CLASS_KEY, REFERENCE_KEY}


class TestTyping:
    def test_wanted_class(self) -> None:
        target: Target = from_json(to_json(revenue_target("1", period=YEAR)), Target)
        assert target.period == YEAR
        assert from_json(to_json(QUARTER), type=Period) == QUARTER

    def test_same_wording(self) -> None:
        stated = Stated.of("gần 1.400,50 tỷ đồng")
        assert from_json(to_json(stated), Stated).same_wording(stated)


def test_writing_loads_neither_babel_nor_the_tables_of_places() -> None:
    program = "import sys, vnplan; vnplan.to_json(vnplan.Period.year(2024)); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert not {"babel", "vnplan.catalogue", "vnplan.loading"} & set(done.stdout.split())
