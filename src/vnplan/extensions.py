"""What installed packages offer under an entry-point group (phần mở rộng); looked for only when asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vnplan.errors import ExtensionError


def offered(group: str) -> Iterator[tuple[str, Any]]:
    """The objects of a group with their names, in order of these.

    Raises:
        ExtensionError: One cannot be imported, or two packages offer one name.
    """
    from importlib.metadata import entry_points

    last = None
    for point in sorted(entry_points(group=group), key=lambda one: (one.name, one.value)):
        if point.name == last:
            raise ExtensionError(group, point.name, "two packages offer it")
        last = point.name
        try:
            found = point.load()
        except Exception as error:
            raise ExtensionError(group, point.name, f"{point.value} cannot be imported: {error}") from error
        yield point.name, found
