"""Lets the search of the docs find Vietnamese words typed without marks: "ke hoach" finds "kế hoạch".

It works on pages opened from disk too, which may fetch no JSON: the index is written as a script beside it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    """Add the bare form of every marked word to the text that is searched."""
    index = Path(config.site_dir) / "search" / "search_index.json"
    content = json.loads(index.read_text(encoding="utf-8"))
    for page in content["docs"]:
        words = dict.fromkeys(f"{page['title']} {page['text']}".split())
        bare = [bare_form(word) for word in words if bare_form(word) != word]
        page["text"] += "".join(f" {word}" for word in dict.fromkeys(bare))
    text = json.dumps(content, ensure_ascii=False)
    index.write_text(text, encoding="utf-8")
    index.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")


def bare_form(word: str) -> str:
    """The word without tone and vowel marks, d for đ."""
    bare = "".join(char for char in normalize("NFD", word) if not combining(char))
    return bare.replace("đ", "d").replace("Đ", "D")
