"""The longest sample to JSON and back, against pydantic v2 on the same documents, side by side in one run.

    pip install pydantic orjson
    PYTHONPATH=src python benchmarks/bench_json.py

The pydantic models are made from vnplan's classes, field by field, and checked to write the same document.
Exit status 1 where writing takes more than 0.75 of pydantic's time, or loading more than 1.5.
"""

from __future__ import annotations

import json
import sys
import timeit
import typing
from typing import Annotated, Any, ForwardRef, Literal, Union

import attrs
from pydantic import ConfigDict, Field, create_model

from vnplan import samples
from vnplan.exchange.documents import from_json, to_json
from vnplan.exchange.documents.classes import (
    CLASS_KEY,
    LINKS,
    REFERENCE_KEY,
    alternatives,
    fields_of,
    is_class,
    members,
    name_of,
    named,
)
from vnplan.model.report import Report

WRITE, LOAD = 0.75, 1.5
_CONFIG = ConfigDict(extra="forbid", populate_by_name=True)

Reference: Any = create_model("Reference", __config__=_CONFIG, ref=(str, Field(alias=REFERENCE_KEY)))
_MODELS: dict[str, Any] = {"Reference": Reference}


def model_of(cls: Any) -> Any:
    """A reference by name to the pydantic model with the fields of a class, which is made once."""
    name = name_of(cls)
    if name not in _MODELS:
        _MODELS[name] = None
        fields: dict[str, Any] = (
            {"class_": (Literal[cls.__name__], Field(alias=CLASS_KEY))} if cls in named() or cls is Report else {}
        )
        for key, (one, kind) in fields_of(cls).items():
            links = (typing.get_origin(cls) or cls, key) in LINKS
            fields[key] = (_type(kind, links=links), ... if one.default is attrs.NOTHING else None)
        _MODELS[name] = create_model(name, __config__=_CONFIG, **fields)
    return ForwardRef(name)


def complete(cls: Any) -> Any:
    """The pydantic model of a class, its references by name resolved."""
    name = model_of(cls).__forward_arg__
    for model in _MODELS.values():
        model.model_rebuild(_types_namespace=_MODELS)
    return _MODELS[name]


def _type(kind: Any, *, links: bool) -> Any:
    if typing.get_origin(kind) is tuple:
        return tuple[tuple(one if one is ... else _type(one, links=links) for one in typing.get_args(kind))]  # type: ignore[misc]
    classes = alternatives(kind)
    others = [part for part in members(kind) if not is_class(part)]
    models: list[Any] = [model_of(one) for one in classes]
    if len(models) > 1:
        models = [Annotated[_any_of(models), Field(discriminator="class_")]]
    return _any_of([*([Reference] if links else []), *models, *others])


def _any_of(kinds: list[Any]) -> Any:
    return Union.__getitem__(tuple(kinds))


def main() -> int:
    """Check, measure, judge."""
    report = samples.load("002")
    text = to_json(report)
    document = json.loads(text)
    version = document.pop("version")
    model = complete(Report)
    bare = json.dumps(document, ensure_ascii=False)
    theirs = model.model_validate_json(bare)
    assert json.loads(theirs.model_dump_json(by_alias=True)) == document, version
    assert from_json(text) == report
    write = ratio(lambda: to_json(report), lambda: theirs.model_dump_json(by_alias=True))
    load = ratio(lambda: from_json(text), lambda: model.model_validate_json(bare))
    for name, (mine, other), wanted in (("write", write, WRITE), ("load", load, LOAD)):
        print(f"{name:<5} {mine:6.2f} ms, pydantic {other:6.2f} ms: {mine / other:.2f} (wanted: {wanted})")
    return int(write[0] / write[1] > WRITE or load[0] / load[1] > LOAD)


def ratio(ours: Any, theirs: Any, rounds: int = 1, repeats: int = 300) -> tuple[float, float]:
    """Best milliseconds of each, measured in turns."""
    timers = timeit.Timer(ours), timeit.Timer(theirs)
    best = [min(times) for times in zip(*((t.timeit(rounds) for t in timers) for _ in range(repeats)), strict=True)]
    return best[0] * 1000 / rounds, best[1] * 1000 / rounds


if __name__ == "__main__":
    sys.exit(main())
