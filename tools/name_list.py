"""Lists every public name on the first page of the reference, with what it is in a line.

Each links to its entry, so that the strict build fails where the reference leaves one out.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

import vnplan

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

MARK = "<!-- names -->"
ROOMS = ("attainment", "audit", "catalogue", "plot", "samples")


def on_page_markdown(markdown: str, *, page: Page, **_: object) -> str:
    """Put the lists in the place of their mark."""
    return markdown.replace(MARK, "\n".join(lists())) if page.file.src_uri == "reference.md" else markdown


def lists() -> Iterator[str]:
    """The names of `vnplan`, then of each room those that `vnplan` does not offer itself."""
    listed = {name: getattr(vnplan, name) for name in vnplan.__all__}
    yield from (_line(name, one) for name, one in listed.items() if not inspect.ismodule(one))
    for room in ROOMS:
        module = import_module(f"vnplan.{room}")
        yield f"\n### Only from `vnplan.{room}`\n"
        yield from (_line(name, one, room) for name, one in _offered(module) if listed.get(name) is not one)


def _offered(room: Any) -> Iterator[tuple[str, Any]]:
    """What a room lists, else what is defined in it; constants are told by what they hold."""
    for name, one in vars(room).items():
        own = getattr(one, "__module__", "") == room.__name__ and not name.startswith("_")
        if name in getattr(room, "__all__", [name] if own else []):
            yield name, one


def _line(name: str, one: Any, room: str = "") -> str:
    if not inspect.isclass(one) and not inspect.isroutine(one):
        return f"- [`{name}`][vnplan.{room}.{name}]"
    first = " ".join((inspect.getdoc(one) or "").partition("\n\n")[0].split())
    return f"- [`{name}`][{one.__module__}.{name}]: {first.replace('``', '`')}"
