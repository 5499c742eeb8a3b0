"""The JSON Schema says what the documents hold, and refuses what the loader refuses."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.exchange_makers import card, everything, report
from vnplan import from_json, json_schema, samples, to_json
from vnplan.audit import audit
from vnplan.errors import InvalidJsonError, InvalidValueError
from vnplan.exchange.documents import CLASSES
from vnplan.exchange.documents.classes import enums, fields_of, name_of
from vnplan.exchange.documents.docstrings import attributes_told, first_line
from vnplan.model.locality import Locality
from vnplan.model.report import Report
from vnplan.model.source import Source
from vnplan.model.target import Target
from vnplan.scorecard import Scorecard, scorecard

VALUES = everything()
WITHOUT_EXAMPLES = {"Locality", "Figure", "Profile", "Deadline", "Issue", "Revision", "LeftOut"}
"""What the samples do not hold."""


@cache
def validator(name: str) -> Any:
    return Draft202012Validator(json_schema(CLASSES[name]), format_checker=Draft202012Validator.FORMAT_CHECKER)


def loads_as_json(value: object) -> Any:
    return json.loads(to_json(value))


class TestForm:
    @pytest.mark.parametrize("name", CLASSES)
    def test_is_a_schema(self, name: str) -> None:
        schema = json_schema(CLASSES[name])
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["$id"] == f"urn:vnplan:json-schema:1:{name}"
        json.dumps(schema, allow_nan=False)

    @pytest.mark.parametrize("name", CLASSES)
    def test_examples_are_valid_and_load(self, name: str) -> None:
        examples = json_schema(CLASSES[name]).get("examples", [])
        for example in examples:
            validator(name).validate(example)
            from_json(json.dumps(example), CLASSES[name])
        assert bool(examples) is (name not in WITHOUT_EXAMPLES) or name in {"Locality", "Figure"}

    def test_definitions_bear_the_names_of_classes(self) -> None:
        names = {*CLASSES, *(one.__name__ for one in enums()), "Reference"}
        assert set(json_schema(Report)["$defs"]) <= names
        assert set(json_schema(Scorecard)["$defs"]) - names == {
            "VintageOfTarget",
            "VintageOfActualOrChange",
        }

    def test_every_definition_is_used(self) -> None:
        for cls in (Report, Scorecard, Target):
            text = json.dumps(json_schema(cls))
            assert [name for name in json_schema(cls)["$defs"] if f'"#/$defs/{name}"' not in text] == []

    def test_keys(self) -> None:
        target = json_schema(Report)["$defs"]["Target"]
        assert target["required"] == ["class", "name"]
        assert list(target["properties"]) == ["class", *fields_of(Target)]
        assert target["additionalProperties"] is False

    def test_descriptions_come_from_docstrings(self) -> None:
        target = json_schema(Report)["$defs"]["Target"]
        assert target["description"] == first_line(Target)
        assert target["properties"]["name"]["description"] == "The indicator as the text words it."
        assert target["properties"]["authority"]["description"] == (
            "Who set it: plan, estimate (dự toán), assigned (pháp lệnh, được giao); None where the text does not say."
        )

    def test_several_fields_told_together(self) -> None:
        assert attributes_told(Source)["start"] == attributes_told(Source)["end"]
        assert attributes_told(Report)["shares"] == "What it states."

    def test_enums_are_values(self) -> None:
        for kind in enums():
            schema = json_schema(Scorecard)["$defs"].get(name_of(kind)) or json_schema(Report)["$defs"].get(
                name_of(kind)
            )
            assert schema is None or schema["enum"] == [one.value for one in kind]

    def test_defaults(self) -> None:
        properties = json_schema(Target)["properties"]
        assert properties["frame"]["default"] == "level"
        assert properties["stated"]["default"] == {"comparator": "=", "quantity": None, "upper": None, "hedge": None}
        assert "default" not in json_schema(CLASSES["Quantity"])["properties"]["decimals"]

    def test_a_base_class_stands_for_those_derived_from_it(self) -> None:
        schema = json_schema(Locality)
        names = [one["properties"]["class"]["const"] for one in schema["anyOf"]]
        assert names == ["Locality", "Country", "Province", "District", "Commune"]

    @pytest.mark.parametrize("kind", [int, "Report", None, object, Exception])
    def test_other_classes(self, kind: Any) -> None:
        with pytest.raises(InvalidValueError):
            json_schema(kind)

    def test_report_is_the_default(self) -> None:
        assert json_schema() == json_schema(Report)


class TestDocuments:
    @pytest.mark.parametrize("name", CLASSES)
    def test_every_class(self, name: str) -> None:
        validator(name).validate(loads_as_json(VALUES[name]))

    def test_samples_and_results(self) -> None:
        reports = list(samples.load_all())
        for one in reports:
            validator("Report").validate(loads_as_json(one))
        validator("Scorecard").validate(loads_as_json(scorecard(reports)))
        for finding in audit(reports):
            validator("Finding").validate(loads_as_json(finding))

    def test_what_derives_is_valid_as_its_base(self) -> None:
        validator("Locality").validate(loads_as_json(VALUES["District"]))
        validator("Figure").validate(loads_as_json(VALUES["Change"]))


def places(document: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place of a document."""
    yield path
    items = (
        document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()
    )
    for key, held in items:
        yield from places(held, (*path, key))


def at(document: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        document = document[key]
    return document


def changed(document: Any) -> Iterator[tuple[str, Any]]:
    """The document with one fault, at every place in turn; of a list one item stands for all."""
    seen = set()
    for path in places(document):
        held = at(document, path)
        kind = tuple("*" if isinstance(key, int) else key for key in path)[-2:], type(held)
        if kind in seen:
            continue
        seen.add(kind)
        for what, wrong in faulty(held, path):
            again = copy.deepcopy(document)
            if path:
                at(again, path[:-1])[path[-1]] = wrong
            yield f"{what} at {path}", again if path else wrong


def faulty(held: Any, path: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """What may not stand in the place of a value."""
    if isinstance(held, dict):
        yield "unknown key", held | {"no_such_key": 1}
        yield "list for object", [held]
        for key in required(held, path):
            yield f"without {key}", {name: one for name, one in held.items() if name != key}
    elif isinstance(held, list):
        yield "object for list", {"0": held}
        yield "text for list", "x"
    elif isinstance(held, bool):
        yield "text for truth", str(held)
        yield "number for truth", int(held)
    elif isinstance(held, int):
        yield "fraction", held + 0.5
        yield "text for number", str(held)
        yield "truth for number", True
    elif isinstance(held, str):
        yield "number for text", 2.9
        yield "truth for text", False
        yield "list for text", [held]
    else:
        yield "fraction for nothing", 0.5


REQUIRED = ("class", "name", "symbol", "dimension", "noun", "count", "id", "$ref", "verdict", "target", "outcome")


def required(held: dict[str, Any], path: tuple[Any, ...]) -> Iterator[str]:
    """The keys without which an object is none of its class."""
    if not path:
        yield from ("version", "class")
    if {"name_spans", "claimed_by", "wording"} & set(held):
        yield from ("start", "end")
    yield from (key for key in REQUIRED if key in held and path)


class TestFaults:
    @pytest.mark.parametrize("document", [loads_as_json(report()), loads_as_json(card())], ids=["report", "scorecard"])
    def test_schema_and_loader_refuse_alike(self, document: Any) -> None:
        """Drop a required key, add an unknown one, change a type: everywhere in a report and a scorecard."""
        checked = validator(document["class"])
        let_pass = []
        count = 0
        for what, again in changed(document):
            count += 1
            if checked.is_valid(again):
                let_pass.append(f"schema: {what}")
            try:
                from_json(json.dumps(again))
            except InvalidJsonError:
                continue
            let_pass.append(f"loader: {what}")
        assert count > 150
        assert let_pass == []

    @pytest.mark.parametrize(
        ("path", "wrong"),
        [
            (("issued",), "1/4/2024"),
            (("kind",), "letter"),
            (("targets", 0, "stated", "quantity", "value"), "5.208,0"),
            (("targets", 0, "stated", "quantity", "value"), "NaN"),
            (("changes", 0, "of", "$ref"), "#/nowhere"),
            (("locality", "class"), "Ward"),
            (("version",), 2),
        ],
    )
    def test_patterns_and_enums(self, path: tuple[Any, ...], wrong: object) -> None:
        document = loads_as_json(report())
        at(document, path[:-1])[path[-1]] = wrong
        assert not validator("Report").is_valid(document)
        with pytest.raises(InvalidJsonError):
            from_json(json.dumps(document))


def test_the_docs_publish_every_schema() -> None:
    """The hook adds them to the site; the page on the format links them."""
    page = (Path(__file__).parents[1] / "docs" / "json.md").read_text(encoding="utf-8")
    assert "(schema/Report.json)" in page
    assert "(schema/Scorecard.json)" in page
