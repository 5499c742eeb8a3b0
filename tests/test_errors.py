"""Every error: its fields, its sentence, its builtin kin; it pickles and copies."""

from __future__ import annotations

import copy
import errno
import inspect
import pickle
from typing import Any

import pytest

from vnplan import errors
from vnplan.errors import (
    AmbiguousFigureError,
    AmbiguousLocalityError,
    DivisorError,
    ExtensionError,
    FigureLookupError,
    InvalidJsonError,
    InvalidValueError,
    LoadError,
    LocalityLookupError,
    MissingExtraError,
    MissingFileError,
    NoSuchFigureError,
    NotComparableError,
    NoTextError,
    OutputFolderError,
    ParseError,
    ReadingError,
    RecordError,
    ReportIssuesError,
    SeveralPlacesError,
    UnitMismatchError,
    UnknownFormatError,
    UnknownLocalityError,
    UnreadableTextError,
    VnplanError,
)
from vnplan.model.target import Target

ISSUES = [ReadingError("no period", 4, 9, "1.200"), ReadingError("two units", 20, 25, "30 ha")]

CASES: list[tuple[VnplanError, type[Exception], dict[str, Any], str]] = [
    (VnplanError("no"), Exception, {}, "no"),
    (
        ParseError("5.20 tỷ", "a number", 2),
        ValueError,
        {"text": "5.20 tỷ", "expected": "a number", "position": 2},
        "expected a number at position 2 of '5.20 tỷ'",
    ),
    (
        UnitMismatchError("đồng", "USD", "add"),
        TypeError,
        {"left": "đồng", "right": "USD", "operation": "add"},
        "cannot add 'đồng' and 'USD': they measure different things",
    ),
    (DivisorError("[0, 1] holds zero"), ZeroDivisionError, {}, "[0, 1] holds zero"),
    (
        InvalidValueError("month", 13, "a whole number from 1 to 12"),
        ValueError,
        {"field": "month", "value": 13, "expected": "a whole number from 1 to 12"},
        "month is 13; expected a whole number from 1 to 12",
    ),
    (
        OutputFolderError("out", "is being written by another run"),
        ValueError,
        {"path": "out", "reason": "is being written by another run"},
        "out: is being written by another run",
    ),
    (
        RecordError(3, "unit", "parsec", "a unit such as tỷ đồng"),
        ValueError,
        {"row": 3, "column": "unit", "value": "parsec", "expected": "a unit such as tỷ đồng"},
        "row 3, column unit: 'parsec'; expected a unit such as tỷ đồng",
    ),
    (
        InvalidJsonError("targets[3].maintain", "true or false", "'no'"),
        ValueError,
        {"path": "targets[3].maintain", "expected": "true or false", "found": "'no'", "others": ()},
        "targets[3].maintain: expected true or false, found 'no'",
    ),
    (
        InvalidJsonError("", "JSON", "no value"),
        ValueError,
        {"path": ""},
        "the text: expected JSON, found no value",
    ),
    (
        ExtensionError("vnplan.catalogue", "coast", "two packages offer it"),
        ImportError,
        {"group": "vnplan.catalogue", "extension": "coast", "reason": "two packages offer it"},
        "coast of vnplan.catalogue: two packages offer it",
    ),
    (FigureLookupError("no"), LookupError, {}, "no"),
    (
        NoSuchFigureError("target on x", ["a", "b"]),
        LookupError,
        {"wanted": "target on x", "known": ("a", "b")},
        "no target on x; the report holds: a, b",
    ),
    (
        NoSuchFigureError("target on x"),
        LookupError,
        {"known": ()},
        "no target on x; the report holds: none with a catalogue id",
    ),
    (
        AmbiguousFigureError("x", [Target(name="a"), Target(name="b")]),
        LookupError,
        {"wanted": "x", "candidates": (Target(name="a"), Target(name="b"))},
        "2 figures match x: a: —; b: —",
    ),
    (
        LocalityLookupError("Quận 99", ["Quận 9"]),
        LookupError,
        {"name": "Quận 99", "candidates": ("Quận 9",)},
        "('Quận 99', ('Quận 9',))",
    ),
    (
        UnknownLocalityError("Quận 99"),
        LookupError,
        {"name": "Quận 99", "candidates": ()},
        "no place is called 'Quận 99'",
    ),
    (
        UnknownLocalityError("Quận 9", ["Quận 9"]),
        LookupError,
        {"candidates": ("Quận 9",)},
        "no place is called 'Quận 9'; at other dates: Quận 9",
    ),
    (
        AmbiguousLocalityError("Châu Thành", ["Châu Thành, An Giang", "Châu Thành, Bến Tre"]),
        LookupError,
        {"name": "Châu Thành", "candidates": ("Châu Thành, An Giang", "Châu Thành, Bến Tre")},
        "'Châu Thành' may be Châu Thành, An Giang, Châu Thành, Bến Tre",
    ),
    (
        SeveralPlacesError("state_budget_revenue", ["Quận 3", "Quận 7"], successors=True),
        LookupError,
        {"wanted": "state_budget_revenue", "successors": True},
        "figures on state_budget_revenue are about 2 places, name one as locality: Quận 3, Quận 7; successors=True follows the first to those after it",
    ),
    (
        NotComparableError(["unit", "period"]),
        ValueError,
        {"reasons": ("unit", "period")},
        "not comparable: unit, period",
    ),
    (LoadError("a.txt", "broken"), Exception, {"path": "a.txt", "reason": "broken"}, "a.txt: broken"),
    (
        MissingFileError("a.txt"),
        FileNotFoundError,
        {"path": "a.txt", "reason": "no such file", "filename": "a.txt", "errno": errno.ENOENT},
        "a.txt: no such file",
    ),
    (NoTextError("a.txt"), ValueError, {"path": "a.txt", "reason": "holds no text"}, "a.txt: holds no text"),
    (UnreadableTextError("a.txt", "no text"), ValueError, {"path": "a.txt"}, "a.txt: no text"),
    (UnknownFormatError("a.xyz", "unknown"), ValueError, {"path": "a.xyz"}, "a.xyz: unknown"),
    (
        MissingExtraError("reading PDF", "pdf"),
        ImportError,
        {"feature": "reading PDF", "extra": "pdf"},
        "reading PDF needs an optional dependency: pip install 'vnplan[pdf]'",
    ),
    (
        ReadingError("no period", 4, 9, "1.200"),
        ValueError,
        {"reason": "no period", "start": 4, "end": 9, "quote": "1.200"},
        "no period: '1.200' at 4–9",
    ),
    (ReportIssuesError("2 issues", ISSUES), ExceptionGroup, {"message": "2 issues"}, "2 issues (2 sub-exceptions)"),
]

IDS = [type(case[0]).__name__ for case in CASES]


def same(one: object, other: object) -> bool:
    """Equality for fields, errors among them, which Python compares by identity."""
    if isinstance(one, Exception):
        return type(one) is type(other) and str(one) == str(other) and same(vars(one), vars(other))
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    return one == other


class TestEvery:
    @pytest.mark.parametrize(("error", "kin"), [(error, kin) for error, kin, _, _ in CASES], ids=IDS)
    def test_has_one_base_and_a_builtin_kin(self, error: VnplanError, kin: type[Exception]) -> None:
        assert isinstance(error, VnplanError)
        assert isinstance(error, kin)

    @pytest.mark.parametrize(("error", "fields"), [(error, fields) for error, _, fields, _ in CASES], ids=IDS)
    def test_carries_its_fields(self, error: VnplanError, fields: dict[str, Any]) -> None:
        assert {name: getattr(error, name) for name in fields} == fields

    @pytest.mark.parametrize(("error", "sentence"), [(error, sentence) for error, _, _, sentence in CASES], ids=IDS)
    def test_says_what_is_wrong(self, error: VnplanError, sentence: str) -> None:
        assert str(error) == sentence

    @pytest.mark.parametrize("error", [error for error, *_ in CASES], ids=IDS)
    def test_pickles_and_copies(self, error: VnplanError) -> None:
        for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
            assert same(twin, error)
            assert same(twin.args, error.args)


def test_none_is_left_out() -> None:
    """An error that is added needs a case above."""
    known = {cls for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, VnplanError)}
    assert {type(error) for error, *_ in CASES} == known


def test_names_end_in_error() -> None:
    assert all(type(error).__name__.endswith("Error") for error, *_ in CASES)


class TestParseError:
    def test_shows_the_text_around_a_far_position(self) -> None:
        error = ParseError("x" * 500 + "!" + "y" * 500, "a unit", 500)
        assert "!" in str(error)
        assert len(str(error)) < 150
        assert error.text == "x" * 500 + "!" + "y" * 500


class TestInvalidValueError:
    def test_shortens_long_values(self) -> None:
        assert len(str(InvalidValueError("value", "9" * 1000, "less"))) < 100


class TestReportIssuesError:
    def test_splits_into_its_own_kind(self) -> None:
        error = ReportIssuesError("2 issues", ISSUES)
        first = error.subgroup(lambda one: isinstance(one, ReadingError) and one.start == 4)
        assert isinstance(first, ReportIssuesError)
        assert first.exceptions == (ISSUES[0],)

    def test_is_caught_by_except_star(self) -> None:
        caught: list[Exception] = []
        try:
            raise ReportIssuesError("2 issues", ISSUES)
        except* ReadingError as group:
            caught.extend(one for one in group.exceptions if isinstance(one, Exception))
        assert caught == ISSUES
