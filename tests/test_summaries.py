"""The page of summaries shows what the code gives."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_page_is_as_written_by_its_tool() -> None:
    """Otherwise: python tools/summaries.py."""
    told = runpy.run_path(str(ROOT / "tools" / "summaries.py"))["page"]()
    assert (ROOT / "docs" / "summaries.md").read_text(encoding="utf-8") == told
