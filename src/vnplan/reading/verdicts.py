"""Verdicts that a sentence states beside a result: "vượt kế hoạch", "không đạt chỉ tiêu đề ra" (lời đánh giá)."""

from __future__ import annotations

import re

from vnplan.reading.raw import RawFigure, Reading

_WORDS = (
    ("not_met", r"(?:không|chưa) (?:đạt|hoàn thành)"),
    ("exceeded", r"(?:đạt và |hoàn thành )?vượt(?: mức)?"),
    ("met", r"(?:đạt|hoàn thành)(?: 100%)?"),
)
_VERDICT = re.compile(
    r"(?:\s*so (?:với )?(?:cùng kỳ|năm|tháng|quý)[^,;.\n]{0,25})?[\s,;(]*(?:và )?(?:đã )?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _WORDS)
    + r") (?:so với )?(?:các )?(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết)"
    r"(?: (?:đề ra|đặt ra|được giao|giao|năm|cả năm|năm \d{4}|của (?:huyện|tỉnh|quận|xã|thành phố|thị xã)))*[\s]*(?=[.,;)\n]|$)"
)


def read_verdicts(reading: Reading) -> None:
    """Give results the verdicts told right after them, or after a share or change of them."""
    flow = reading.layout.flow
    for number, figure in enumerate(reading.figures):
        level = _level(reading, figure)
        if level is None or level.verdict is not None:
            continue
        after = reading.figures[number + 1] if number + 1 < len(reading.figures) else None
        found = _VERDICT.match(flow, figure.end)
        if found is not None and (after is None or after.start < figure.end or found.end() <= after.start):
            level.verdict = found.lastgroup


def _level(reading: Reading, figure: RawFigure) -> RawFigure | None:
    """The result that a figure states, or tells more of."""
    if figure.role == "actual":
        return figure
    told = figure.role in ("share", "change") and figure.of is not None
    level = reading.figures[figure.of] if told and figure.of is not None else None
    return level if level is not None and level.role == "actual" else None
