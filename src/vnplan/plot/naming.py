"""What the rows and points of a chart are called (tên trên biểu đồ)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vnplan.formatting import format_locality
from vnplan.formatting.locales import Locale
from vnplan.formatting.sentences import name_of

if TYPE_CHECKING:
    from vnplan.model.target import Target


def names_of(targets: Iterable[Target], locale: Locale) -> list[str]:
    """The name of each target, with its place where they are about several."""
    held = tuple(targets)
    places = ["" if one.locality is None else format_locality(one.locality, locale=locale) for one in held]
    names = [name_of(one, locale=locale) for one in held]
    if len({*places} - {""}) < 2:
        return names
    return [" · ".join(filter(None, pair)) for pair in zip(names, places, strict=True)]
