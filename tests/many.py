"""Synthetic reports, as many as wanted, each different and the same for the same number."""

from __future__ import annotations

from pathlib import Path

_TEXT = """ỦY BAN NHÂN DÂN
HUYỆN SỐ {number}

BÁO CÁO
Tình hình kinh tế - xã hội năm {year}

Tổng thu ngân sách nhà nước đạt {revenue} tỷ đồng, bằng {share},{digit}% dự toán và tăng {digit},{digit}% so với cùng kỳ.
Tổng mức bán lẻ hàng hóa ước đạt {sales} tỷ đồng. Tỷ lệ hộ nghèo còn {digit},{share}%.
Phấn đấu năm {next_year} thu ngân sách nhà nước đạt từ {revenue} tỷ đồng trở lên.
"""


def text_of(number: int) -> str:
    """The report of that number."""
    year = 2010 + number % 15
    return _TEXT.format(
        number=number,
        year=year,
        next_year=year + 1,
        revenue=f"{1 + number % 7}.{number % 1000:03}",
        sales=100 + number * 13 % 900,
        share=80 + number % 20,
        digit=number % 9 + 1,
    )


def reports_in(folder: Path, count: int, *, bad: frozenset[int] = frozenset()) -> list[str]:
    """Write so many reports, those of the bad numbers without text; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"báo cáo {number:06}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text("" if number in bad else text_of(number), encoding="utf-8")
    return [str(path) for path in paths]
