"""Aims of a plan that state no figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.reading.context import Context
from vnplan.reading.directive_words import skip, words_of
from vnplan.reading.patterns import searched
from vnplan.reading.raw import RawEntry, RawFigure

_STARTS_AIM = re.compile(
    r"[\W_]*(?:(?:ph[ấâ]n đ[ấầâ]u|tiếp tục|thực hiện|bảo đảm|đảm bảo|quyết tâm|tập trung|từng bước|hàng năm|hằng năm|cơ bản)[ ,]+)*"
    r"(?P<verb>duy trì|giữ vững|giữ ổn định|giữ|ki[ềểế]m (?:giữ|chế)|kèm giữ|kéo giảm|giảm|hạ|tăng|nâng)(?: dần| mạnh| còn| thêm)?\s+"
)
_GIVEN = re.compile(
    r"[\s,:]*(?:đạt |bằng |hoàn thành |vượt |đúng )?(?:theo |so với )?(?:chỉ tiêu|kế hoạch|dự toán|mức|nghị quyết|yêu cầu)(?:[^,;]{0,40}?)(?:giao|đề ra|quy định|phân bổ)(?!\w)[^,;]{0,20}"
)
_ASSIGNED = searched(r"(?<!\w)giao(?!\w)")


def read_figureless(context: Context, entry: RawEntry) -> list[RawFigure]:
    """The targets of an item whose clauses hold no figure: "giảm số hộ nghèo theo chỉ tiêu Thành phố giao".

    They have no unit, which stands for a target without a quantity.
    """
    text, flow = context.copy.text, context.flow
    found = []
    for first, last in _goals(flow, entry.start, entry.end):
        if any(first <= figure.number_start < last for figure in entry.figures):
            continue
        lead = _STARTS_AIM.match(flow, first, last)
        given = _GIVEN.search(flow, lead.end() if lead else first, last)
        if lead is None and given is None:
            continue
        start = lead.end() if lead is not None else skip(flow, first, last, " -:")
        end = given.start() if given is not None else last
        while end > start and flow[end - 1] in " .,;:\n*(":
            end -= 1
        if end - start < 4:
            continue
        verb = lead["verb"] if lead is not None else ""
        stop = last
        while stop > end and flow[stop - 1] in " .,;:\n*":
            stop -= 1
        found.append(
            RawFigure(
                start=start,
                end=stop,
                number_start=stop,
                number_end=stop,
                value="0",
                unit=None,
                role="target",
                name=words_of(text, start, end),
                name_spans=((start, end),),
                measure="decrease"
                if verb.endswith(("giảm", "hạ"))
                else "increase"
                if verb in ("tăng", "nâng")
                else "level",
                basis="assigned" if given is not None and _ASSIGNED.search(given[0]) else "plan",
                period=context.period,
                maintain=verb not in ("", "giảm", "kéo giảm", "hạ", "tăng", "nâng"),
            )
        )
    return found


def _goals(flow: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of an item; a comma parts them only where a verb of aiming follows."""
    begin = start
    for match in re.compile(r"[;,.](?=\s)").finditer(flow, start, end):
        if match[0] == "," and not _STARTS_AIM.match(flow, match.end(), end):
            continue
        yield begin, match.start()
        begin = match.end()
    if begin < end:
        yield begin, end
