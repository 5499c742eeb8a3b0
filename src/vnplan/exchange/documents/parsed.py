"""Text → plain JSON values, in which no key is lost (phân tích JSON)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any

from vnplan.errors import InvalidJsonError
from vnplan.exchange.documents.faults import as_error, joined

Pairs = list[tuple[str, Any]]


@cache
def orjson() -> Any:
    """The extra that writes and reads the same text faster, where it is installed."""
    try:
        return import_module("orjson")
    except ImportError:
        return None


def parsed(text: str | bytes) -> Any:
    """The value that a text is.

    Raises:
        InvalidJsonError: It is no JSON, or a key stands twice in an object.
    """
    found = _as_written(text)
    if found is not None:
        return found
    doubled: list[_Doubled] = []

    def object_of(pairs: Pairs) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            found = _Doubled(pairs)
            doubled.append(found)
        return found

    try:
        found = json.loads(text, parse_constant=_refused, object_pairs_hook=object_of)
    except ValueError as error:
        raise InvalidJsonError("", "JSON", str(error)) from None
    if doubled:
        raise as_error(_faults(found, ""))
    return found


def _as_written(text: str | bytes) -> Any:
    """The value of a text that is as `to_json` writes it on one line; None for all others.

    Writing it again gives the same text only where no key stood twice.
    """
    quick = orjson()
    if quick is None:
        return None
    with suppress(ValueError, TypeError):  # what it cannot read or write, the standard library may
        data = text.encode() if isinstance(text, str) else text
        found = quick.loads(data)
        return found if quick.dumps(found) == data else None
    return None


def _refused(constant: str) -> None:
    message = f"{constant} is no number of JSON"
    raise ValueError(message)


class _Doubled(dict[str, Any]):
    """An object in which a key stood twice; `times` tells how often each stood."""

    def __init__(self, pairs: Pairs) -> None:
        super().__init__(pairs)
        self.times = Counter(key for key, _ in pairs)


def _faults(value: Any, path: str) -> Iterator[InvalidJsonError]:
    """The keys that stood twice, with their paths."""
    if isinstance(value, _Doubled):
        for key, times in value.times.items():
            if times > 1:
                yield InvalidJsonError(joined(path, key), "a key that stands once", f"{times} of them")
    if isinstance(value, dict):
        for key, held in value.items():
            yield from _faults(held, joined(path, key))
    elif isinstance(value, list):
        for index, held in enumerate(value):
            yield from _faults(held, f"{path}[{index}]")
