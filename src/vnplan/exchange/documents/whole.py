"""Values as JSON documents and back (trao đổi dữ liệu dạng JSON)."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any, TypeVar, overload

from vnplan.errors import InvalidJsonError, InvalidValueError
from vnplan.exchange.documents.classes import CLASS_KEY, CLASSES, SUBCLASSES, VERSION_KEY, named
from vnplan.exchange.documents.faults import as_error, described, faults_in
from vnplan.exchange.documents.links import LINKED, Homes, join
from vnplan.exchange.documents.parsed import orjson, parsed
from vnplan.exchange.documents.reading import object_reader, reader
from vnplan.exchange.documents.scalars import Unexpected
from vnplan.exchange.documents.versions import VERSION, upgraded
from vnplan.exchange.documents.writing import HOMES, writer

T = TypeVar("T")

_TOO_DEEP = "figures nested less deeply"


def to_json(value: object, *, indent: int | None = None) -> str:
    """A value of the model, or a result, as a JSON document (ghi ra JSON); `from_json` gives it back.

    Nothing is lost: numbers are strings with every printed digit, days are ISO dates, and figures that a report
    or scorecard holds in several places stand in full in one and are pointed to from the others.
    The text is for any encoding that holds Vietnamese; where a text of the value holds half a surrogate pair,
    it is ASCII.

    Args:
        value: Of any class in `vnplan.exchange.documents.CLASSES`.
        indent: Spaces to indent by; None writes one line.

    Raises:
        InvalidValueError: It is no such value, holds what its class does not allow, or nests too deeply.
    """
    cls = type(value)
    if CLASSES.get(cls.__name__) is not cls:
        raise InvalidValueError("value", value, "a value or result that vnplan exchanges")
    token = HOMES.set(Homes.of(value))
    try:
        document = {VERSION_KEY: VERSION, CLASS_KEY: cls.__name__, **writer().unstructure(value, cls)}
        return _dumped(document, indent)
    except RecursionError:
        raise InvalidValueError("value", _bare(value), _TOO_DEEP) from None
    except (TypeError, AttributeError) as error:
        raise InvalidValueError("value", _bare(value), f"fields of the types that {cls.__name__} names") from error
    finally:
        HOMES.reset(token)


def _bare(value: object) -> object:
    """What to show of a value that may be too deep, or too wrong, to be shown."""
    return f"a {type(value).__name__}"


def _dumped(document: object, indent: int | None) -> str:
    quick = orjson() if indent is None else None
    if quick is not None:
        with suppress(
            TypeError
        ):  # of half surrogate pairs and numbers beyond 64 bits, which the standard library takes
            return str(quick.dumps(document, None, quick.OPT_PASSTHROUGH_DATETIME), "utf-8")
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(document, ensure_ascii=False, indent=indent, separators=separators, allow_nan=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(document, indent=indent, separators=separators)
    return text


@overload
def from_json(text: str | bytes, type: None = None) -> Any: ...
@overload
def from_json(text: str | bytes, type: type[T]) -> T: ...


def from_json(text: str | bytes, type: type[Any] | None = None) -> Any:  # noqa: A002  # as `json_schema` has it
    """The value that `to_json` wrote (đọc từ JSON), or that another program wrote in the same form.

    A key may be missing where the field has a default. Nothing else is let pass: unknown keys, keys that stand
    twice, numbers for text, text for numbers, and values that the model refuses are all told, each with its path.

    Args:
        text: One document, of the present version or an older one; bytes are UTF-8.
        type: The class that is wanted; a base class takes those derived from it. None takes what the document names.

    Raises:
        InvalidJsonError: The text is no JSON, no document of this kind, or holds what its class does not allow.
        InvalidValueError: `type` is no class that vnplan exchanges.
    """
    if type is not None and type not in CLASSES.values():
        raise InvalidValueError("type", type, "a class that vnplan exchanges")
    read = reader()
    try:
        cls, raw = _opened(text, type)
        join(cls, raw, read.structure)
        return read.structure(raw, cls)
    except InvalidJsonError:
        raise
    except RecursionError:
        raise InvalidJsonError("", _TOO_DEEP, "a deep nest") from None
    except Exception as error:  # noqa: BLE001  # whatever it is, a second look tells where
        raise _told(text, type, error) from None


def _opened(text: str | bytes, wanted: type[Any] | None) -> tuple[type[Any], dict[str, Any]]:
    """The class that a document names, and its fields."""
    found = parsed(text)
    if found.__class__ is not dict:
        raise InvalidJsonError("", "an object", described(found))
    try:
        document = upgraded(found)
    except Unexpected as fault:
        raise InvalidJsonError(fault.path, fault.expected, described(fault.found)) from None
    name = document.get(CLASS_KEY)
    del document[VERSION_KEY]
    allowed = CLASSES if wanted is None else {one.__name__: one for one in SUBCLASSES.get(wanted, (wanted,))}
    if name.__class__ is not str or name not in allowed:
        raise InvalidJsonError(CLASS_KEY, f"one of {', '.join(allowed)}", described(name))
    cls = allowed[name]
    if cls not in named():
        del document[CLASS_KEY]
    return cls, document


def _told(text: str | bytes, wanted: type[Any] | None, error: Exception) -> InvalidJsonError:
    """All faults of a document that the quick reader refused."""
    cls, raw = _opened(text, wanted)
    telling = reader(telling=True, trusts=cls in LINKED)
    try:
        object_reader(cls, telling)(raw, cls)
    except Exception as faults:  # noqa: BLE001  # they are told
        return as_error(faults_in(faults))
    return as_error(faults_in(error))
