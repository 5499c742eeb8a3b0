"""Lets the search of the docs find Vietnamese words typed without marks: "ke hoach" finds "kế hoạch".

It works on pages opened from disk too, which may fetch no JSON: the index is written as a script beside it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    """Add the bare form of every marked word to the titles and texts that are searched."""
    index = Path(config.site_dir) / "search" / "search_index.json"
    content = json.loads(index.read_text(encoding="utf-8"))
    for page in content["docs"]:
        for part in ("title", "text"):
            page[part] += _hidden(page[part])
    text = json.dumps(content, ensure_ascii=False)
    index.write_text(text, encoding="utf-8")
    index.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")


def _hidden(text: str) -> str:
    """The bare form of every marked word, once, for the search and not for the eye."""
    words = re.sub(r"<[^>]*>", " ", text).split()
    bare = dict.fromkeys(bare_form(word) for word in words if bare_form(word) != word)
    return f" <span hidden>{' '.join(bare)}</span>" if bare else ""


def bare_form(word: str) -> str:
    """The word without tone and vowel marks, d for đ."""
    bare = "".join(char for char in normalize("NFD", word) if not combining(char))
    return bare.replace("đ", "d").replace("Đ", "D")
