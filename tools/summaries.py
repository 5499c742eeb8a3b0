"""Writes docs/summaries.md: each sample as the model tells it again."""

from __future__ import annotations

from pathlib import Path

from vnplan import samples, summarise

PAGE = Path(__file__).parents[1] / "docs" / "summaries.md"

_HEAD = """\
# The samples, told again

Each of the five texts that come with vnplan, rebuilt from its objects alone: `vnplan.summarise(report)` looks at targets, results, plan, directives and citations, and never at the text.
What is missing here was not read; what is worded wrongly here was read wrongly, or stands so in the text.
Of a task only its first clause is told; `locale="en"` words the same in English.

This page is written by `python tools/summaries.py`, and the tests compare it with what the code gives.
"""

_TITLES = {
    "000": "Quận 3: results of 2023",
    "001": "Quận 3: first quarter of 2024",
    "002": "Quận 3: plan for 2023",
    "003": "Quận 7: targets of 2023, in a news report",
    "004": "Quận 9: results of 2020",
}


def page() -> str:
    """The whole page."""
    parts = [f"\n## {title}\n\n```text\n{summarise(samples.load(sample))}\n```\n" for sample, title in _TITLES.items()]
    return _HEAD + "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
