"""The five seed texts as data (văn bản mẫu), from the package or from ``seeds/`` beside an editable install."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from vnplan.errors import MissingFileError

if TYPE_CHECKING:
    from vnplan.model.report import Report


def _folder() -> Path:
    here = Path(__file__).resolve()
    packed = here.with_name("samples_data")
    return packed if packed.is_dir() else here.parents[2] / "seeds"


def names() -> tuple[str, ...]:
    """The names of the samples, in order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.txt")))


def path(name: str) -> Path:
    """Where a sample stands on disk.

    Args:
        name: The whole name, or a beginning that only one sample has: ``"001"``.

    Raises:
        MissingFileError: No sample, or more than one, is called so.
    """
    found = [one for one in names() if one.startswith(name)]
    if len(found) != 1:
        raise MissingFileError(name, f"not one sample; there are {', '.join(names())}")
    return _folder() / f"{found[0]}.txt"


def text(name: str) -> str:
    """A sample as text, characters as given.

    Raises:
        MissingFileError: No sample, or more than one, is called so.
    """
    return path(name).read_bytes().decode("utf-8")


def load(name: str) -> Report:
    """A sample as a report.

    Raises:
        MissingFileError: No sample, or more than one, is called so.
    """
    from vnplan.loading import load as load_report

    return load_report(path(name))


def load_all() -> Iterator[Report]:
    """All samples as reports, in order, each read when it is reached."""
    return map(load, names())
