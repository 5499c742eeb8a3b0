"""Every exception of vnplan; one base, `VnplanError`."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTED = 60
_MOST_PLACES = 5


def _shorten(text: str) -> str:
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…"


class VnplanError(Exception):
    """Base of every error that vnplan raises on purpose."""


class ParseError(VnplanError, ValueError):
    """A text is not what it was read as (văn bản không đọc được).

    Attributes:
        text: The whole text given.
        expected: What would have been valid.
        position: Offset in `text` at which reading failed.
    """

    def __init__(self, text: str, expected: str, position: int = 0) -> None:
        super().__init__(text, expected, position)
        self.text = text
        self.expected = expected
        self.position = position

    def __str__(self) -> str:
        start = max(0, self.position - _QUOTED // 2)
        shown = _shorten(self.text[start:])
        return f"expected {self.expected} at position {self.position} of {shown!r}"


class UnitMismatchError(VnplanError, TypeError):
    """Two quantities whose units measure different things were combined.

    Attributes:
        left, right: The symbols of the two units.
        operation: What was asked of them.
    """

    def __init__(self, left: str, right: str, operation: str) -> None:
        super().__init__(left, right, operation)
        self.left = left
        self.right = right
        self.operation = operation

    def __str__(self) -> str:
        return f"cannot {self.operation} {self.left!r} and {self.right!r}: they measure different things"


class DivisorError(VnplanError, ZeroDivisionError):
    """A division by zero, or by an interval that holds zero."""


class InvalidValueError(VnplanError, ValueError):
    """A value that the model refuses, with the field and what would be valid.

    Every class raises it where a field is given what is not of its type.

    Attributes:
        field: Name of the field.
        value: What was given.
        expected: What would be valid.
    """

    def __init__(self, field: str, value: object, expected: str) -> None:
        super().__init__(field, value, expected)
        self.field = field
        self.value = value
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.field} is {_shorten(repr(self.value))}; expected {self.expected}"


class RecordError(VnplanError, ValueError):
    """A row of a table is no record of a figure (dòng dữ liệu không đúng).

    Attributes:
        row: Number of the row in the table given, from 0.
        column: The column at fault.
        value: What stands there.
        expected: What would be valid.
    """

    def __init__(self, row: int, column: str, value: object, expected: str) -> None:
        super().__init__(row, column, value, expected)
        self.row = row
        self.column = column
        self.value = value
        self.expected = expected

    def __str__(self) -> str:
        shown = _shorten(repr(self.value))
        return f"row {self.row}, column {self.column}: {shown}; expected {self.expected}"


class InvalidJsonError(VnplanError, ValueError):
    """A JSON text does not hold what it is loaded as (dữ liệu JSON không hợp lệ).

    Attributes:
        path: Where: ``targets[3].stated.quantity.value``; empty for the text as a whole.
        expected: What would be valid there.
        found: What stands there, in words.
        others: Further faults of the same text.
    """

    def __init__(self, path: str, expected: str, found: str, others: Sequence[InvalidJsonError] = ()) -> None:
        super().__init__(path, expected, found, tuple(others))
        self.path = path
        self.expected = expected
        self.found = found
        self.others = tuple(others)

    def __str__(self) -> str:
        told = f"{self.path or 'the text'}: expected {self.expected}, found {_shorten(self.found)}"
        places = ", ".join(one.path or "the text" for one in self.others[:_MOST_PLACES])
        more = ", …" if len(self.others) > _MOST_PLACES else ""
        return f"{told}; {len(self.others)} more faults at {places}{more}" if self.others else told


_MOST_NAMED = 20


class FigureLookupError(VnplanError, LookupError):
    """Base of the ways in which asking reports for figures can fail."""


class NoSuchFigureError(FigureLookupError):
    """The report, or set of reports, holds no such figure.

    Attributes:
        wanted: What was asked for, as words.
        known: Ids that it does hold; of a known indicator the authorities and periods that it has figures for.
    """

    def __init__(self, wanted: str, known: Sequence[str] = ()) -> None:
        super().__init__(wanted, tuple(known))
        self.wanted = wanted
        self.known = tuple(known)

    def __str__(self) -> str:
        more = len(self.known) - _MOST_NAMED
        named = (*self.known[:_MOST_NAMED], *([f"and {more} more"] if more > 0 else ()))
        held = ", ".join(named) or "none with a catalogue id"
        return f"no {self.wanted}; the report holds: {held}"


class AmbiguousFigureError(FigureLookupError):
    """Several figures of the report answer the question.

    Attributes:
        wanted: What was asked for, as words.
        candidates: The figures that match.
    """

    def __init__(self, wanted: str, candidates: Sequence[Any]) -> None:
        super().__init__(wanted, tuple(candidates))
        self.wanted = wanted
        self.candidates = tuple(candidates)

    def __str__(self) -> str:
        shown = "; ".join(str(one) for one in self.candidates)
        return f"{len(self.candidates)} figures match {self.wanted}: {shown}"


class SeveralPlacesError(FigureLookupError):
    """The figures are about several places, which no series mixes.

    Attributes:
        wanted: What was asked for, as words.
        places: The places, in order of appearance.
        successors: Whether a later one is a successor of an earlier one, which ``successors=True`` lets in.
    """

    def __init__(self, wanted: str, places: Sequence[Any], *, successors: bool = False) -> None:
        super().__init__(wanted, tuple(places), successors)
        self.wanted = wanted
        self.places = tuple(places)
        self.successors = successors

    def __reduce__(self) -> tuple[object, ...]:
        return _several_places, (self.wanted, self.places, self.successors)

    def __str__(self) -> str:
        shown = ", ".join(dated(one) for one in self.places)
        hint = "; successors=True follows the first to those after it" if self.successors else ""
        return f"figures on {self.wanted} are about {len(self.places)} places, name one as locality: {shown}{hint}"


def _several_places(wanted: str, places: Sequence[Any], successors: bool) -> SeveralPlacesError:  # noqa: FBT001
    return SeveralPlacesError(wanted, places, successors=successors)


def dated(place: Any) -> str:
    """A place with the days between which that version of it exists."""
    days = (("from", getattr(place, "valid_from", None)), ("to", getattr(place, "valid_to", None)))
    told = " ".join(f"{word} {day}" for word, day in days if day is not None)
    return f"{place} ({told})" if told else str(place)


class LocalityLookupError(VnplanError, LookupError):
    """Base of the two ways in which looking up a place can fail.

    Attributes:
        name: The name as given.
        candidates: Names of the places that match, or that come near.
    """

    def __init__(self, name: str, candidates: Sequence[str] = ()) -> None:
        super().__init__(name, tuple(candidates))
        self.name = name
        self.candidates = tuple(candidates)


class UnknownLocalityError(LocalityLookupError):
    """No place of that name is in the tables at that date."""

    def __str__(self) -> str:
        near = f"; at other dates: {', '.join(self.candidates)}" if self.candidates else ""
        return f"no place is called {self.name!r}{near}"


class AmbiguousLocalityError(LocalityLookupError):
    """Several places bear that name; name the one above it."""

    def __str__(self) -> str:
        return f"{self.name!r} may be {', '.join(self.candidates)}"


class NotComparableError(VnplanError, ValueError):
    """A target and an actual may not be compared (không so sánh được).

    Attributes:
        reasons: All reasons, as codes.
    """

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(tuple(reasons))
        self.reasons = tuple(reasons)

    def __str__(self) -> str:
        return f"not comparable: {', '.join(self.reasons)}"


class ExtensionError(VnplanError, ImportError):
    """What an installed package adds cannot be used (phần mở rộng không dùng được).

    Attributes:
        group: The entry-point group.
        extension: The name of the entry point.
        reason: Why, in words.
    """

    def __init__(self, group: str, extension: str, reason: str) -> None:
        super().__init__(group, extension, reason)
        self.group = group
        self.extension = extension
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.extension} of {self.group}: {self.reason}"


class LoadError(VnplanError):
    """Base of what can keep a document from being loaded.

    Attributes:
        path: Path or name of the document.
        reason: Why, in words.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class MissingFileError(LoadError, FileNotFoundError):
    """There is no such file."""

    def __init__(self, path: str, reason: str = "no such file") -> None:
        super().__init__(path, reason)
        self.errno, self.strerror, self.filename = errno.ENOENT, reason, path

    def __reduce__(self) -> tuple[type[MissingFileError], tuple[str, str]]:
        return type(self), (self.path, self.reason)  # OSError would add the file name

    __str__ = LoadError.__str__


class NoTextError(LoadError, ValueError):
    """The document holds no text at all."""

    def __init__(self, path: str, reason: str = "holds no text") -> None:
        super().__init__(path, reason)


class UnreadableTextError(LoadError, ValueError):
    """The bytes of the document are no text in any encoding that vnplan reads."""


class UnknownFormatError(LoadError, ValueError):
    """The kind of file is not one that vnplan reads."""


class OutputFolderError(VnplanError, ValueError):
    """Nothing can be written into a folder as it stands (thư mục kết quả không dùng được).

    Attributes:
        path: The folder.
        reason: Why, in words.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class MissingExtraError(VnplanError, ImportError):
    """A feature needs an optional dependency that is not installed.

    Attributes:
        feature: What was asked for.
        extra: The extra that brings it: ``pip install vnplan[extra]``.
    """

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(feature, extra)
        self.feature = feature
        self.extra = extra

    def __str__(self) -> str:
        return f"{self.feature} needs an optional dependency: pip install 'vnplan[{self.extra}]'"


class ReportIssuesError(VnplanError, ExceptionGroup[Exception]):
    """The issues of severity error of one report, raised together under ``strict=True``."""

    def derive(self, excs: Sequence[Exception], /) -> ReportIssuesError:  # type: ignore[override]
        """The same group with other issues, as splitting it asks for."""
        return ReportIssuesError(self.message, excs)


class ReadingError(VnplanError, ValueError):
    """One issue of a report as an exception.

    Attributes:
        reason: What reading could not decide.
        start, end: Where in the text.
        quote: The characters there.
    """

    def __init__(self, reason: str, start: int, end: int, quote: str) -> None:
        super().__init__(reason, start, end, quote)
        self.reason = reason
        self.start = start
        self.end = end
        self.quote = quote

    def __str__(self) -> str:
        return f"{self.reason}: {_shorten(self.quote)!r} at {self.start}–{self.end}"
