"""What all values of the model have in common."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import typing
from decimal import Decimal
from enum import Enum, StrEnum
from types import ModuleType

import attrs
import pytest

from vnplan import model
from vnplan.model.quantity import Quantity
from vnplan.model.units import PERCENT

MODULES = [importlib.import_module(f"vnplan.model.{found.name}") for found in pkgutil.iter_modules(model.__path__)]


def classes(module: ModuleType) -> list[type]:
    return [cls for _, cls in inspect.getmembers(module, inspect.isclass) if cls.__module__ == module.__name__]


VALUES = [cls for module in MODULES for cls in classes(module) if attrs.has(cls)]
ENUMS = [cls for module in MODULES for cls in classes(module) if issubclass(cls, Enum)]

every_value = pytest.mark.parametrize("cls", VALUES, ids=lambda cls: cls.__name__)


def test_there_are_values_and_enums() -> None:
    assert len(VALUES) > 20
    assert len(ENUMS) > 10


@every_value
def test_is_slotted(cls: type) -> None:
    assert not any("__dict__" in vars(base) for base in cls.__mro__[:-1])


@every_value
def test_is_frozen(cls: type) -> None:
    value: object = object.__new__(cls)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, attrs.fields(cls)[0].name, None)


@every_value
def test_many_fields_are_keyword_only(cls: type) -> None:
    """A few values may be given by position; more are told apart by name."""
    positional = [one for one in attrs.fields(cls) if one.init and not one.kw_only]
    assert len(positional) <= 5


@every_value
def test_holds_nothing_that_can_be_changed(cls: type) -> None:
    for annotation in typing.get_type_hints(cls).values():
        parts = {annotation, *typing.get_args(annotation)}
        assert not any(typing.get_origin(part) in {list, dict, set} or part in {list, dict, set} for part in parts)


@every_value
def test_annotations_resolve_when_running(cls: type) -> None:
    """Converters look them up."""
    hints = typing.get_type_hints(cls)
    assert all(one.name in hints for one in attrs.fields(cls))


@every_value
def test_docstring_names_every_field_or_the_class_is_plain(cls: type) -> None:
    """A field that its class adds is told in the docstring, unless all of them speak for themselves."""
    told = inspect.getdoc(cls) or ""
    assert told
    if "Attributes:" in told:
        own = [one.name for one in attrs.fields(cls) if not one.inherited and not one.name.startswith("_")]
        assert [name for name in own if name not in told] == []


@pytest.mark.parametrize("cls", ENUMS, ids=lambda cls: cls.__name__)
def test_enums_are_lower_case_words(cls: type[Enum]) -> None:
    assert issubclass(cls, StrEnum)
    assert all(str(member) == str(member).lower() for member in cls)


def test_values_have_no_truth_of_their_own() -> None:
    """Zero is a figure: ask ``is None``."""
    assert bool(Quantity(Decimal(0), PERCENT)) is True
    assert not any("__bool__" in vars(cls) for cls in VALUES)
