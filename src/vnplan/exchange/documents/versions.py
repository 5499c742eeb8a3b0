"""Versions of the format, and the way from an older one to the present (phiên bản định dạng).

A field with a default may be added without a new version, since a missing one takes its default.
Whatever else changes takes a new version, and a step that makes a document of the version before one of the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from vnplan.exchange.documents.classes import VERSION_KEY
from vnplan.exchange.documents.scalars import Unexpected

VERSION = 1
"""The version that is written."""

Step = Callable[[dict[str, Any]], dict[str, Any]]
"""Makes a plain document of one version one of the next."""

STEPS: Mapping[int, Step] = {}
"""The step that leads away from each older version."""


def upgraded(document: dict[str, Any], *, steps: Mapping[int, Step] = STEPS, to: int = VERSION) -> dict[str, Any]:
    """The document in the present version, step by step.

    Raises:
        Unexpected: It is of no version, or of one that no step leads away from.
    """
    version = document.get(VERSION_KEY)
    if version.__class__ is not int or not (version == to or version in steps):
        known = ", ".join(map(str, sorted({*steps, to})))
        raise Unexpected(f"a format version that is read here: {known}", version, VERSION_KEY)
    while version != to:
        try:
            document = steps[version](document)
        except Exception as error:
            raise Unexpected(f"a document of version {version}", document) from error
        version += 1
    return {**document, VERSION_KEY: to}
