"""The scorer of the seeds, on any folder of texts with gold."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import field, frozen

GOLD = Path(__file__).parent / "gold"


@cache
def scorer() -> Any:
    """The scorer, kept byte for byte as it came."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@frozen(kw_only=True)
class Summary:
    """What the scorer says of a folder.

    Attributes:
        line: Its last line, as printed.
        details: Every miss and every extra, as printed.
    """

    line: str
    details: str = field(repr=False)

    @classmethod
    def of(cls, texts: Path, gold: Path) -> Summary:
        """Score the texts of a folder."""
        lines: list[str] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(scorer(), "print", lambda *words: lines.append(" ".join(map(str, words))), raising=False)
            assert scorer().main(["--show", str(texts), str(gold)]) == 0, f"no texts in {texts}"
        return cls(line=lines[-1], details="\n".join(lines[:-1]))

    def counts(self, pattern: str) -> tuple[int, ...]:
        """The whole numbers that a pattern finds in the last line."""
        found = re.search(pattern, self.line)
        assert found, self.line
        return tuple(map(int, found.groups()))

    def f1(self, what: str) -> float:
        """The F1 of value, full, directives or citations."""
        found = re.search(rf"{what} P [\d.]+ R [\d.]+ F1 ([\d.]+)", self.line)
        assert found, self.line
        return float(found[1])
