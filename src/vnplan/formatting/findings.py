"""Findings of an audit in words (kết quả rà soát)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnplan.formatting.locales import Locale, Words, capitalised, pick
from vnplan.formatting.terms import format_enum

if TYPE_CHECKING:
    from vnplan.audit.finding import Finding


def format_finding(finding: Finding, *, locale: Locale = "vi") -> str:
    """What a rule found: "Số công bố và số tìm thấy, không khớp: Mục “…” nêu 4 chỉ tiêu; danh sách có 5 mục".

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    told = pick((finding.message_vi, finding.message_en), locale) or finding.subject
    head = f"{capitalised(rule_title(finding.rule, locale))}, {format_enum(finding.result, locale=locale)}"
    return f"{head}: {told}" if told else head


def rule_title(rule: str, locale: Locale = "vi") -> str:
    """What a rule looks at; a rule of a caller's own stays by its name."""
    return pick(RULE_TITLES.get(rule, (rule, rule)), locale)


RULE_TITLES: dict[str, Words] = {
    "share": ("tỷ lệ thực hiện", "share realised"),
    "growth": ("tốc độ tăng, giảm", "change"),
    "gap": ("mức vượt, hụt", "margin"),
    "whole_numbers": ("tỷ lệ của số nguyên", "percentage of whole numbers"),
    "parts": ("tổng và thành phần", "total and parts"),
    "proportion": ("tỷ trọng", "proportion"),
    "contributions": ("đóng góp vào tăng trưởng", "contributions to growth"),
    "balance": ("cán cân", "balance"),
    "exchange": ("quy đổi ngoại tệ", "conversion of currencies"),
    "average": ("bình quân đầu người", "amounts per head"),
    "harvest": ("diện tích, năng suất, sản lượng", "area, yield, output"),
    "implied": ("chỉ tiêu suy ra", "implied targets"),
    "counts": ("số công bố và số tìm thấy", "announced and found"),
    "numbering": ("số thứ tự", "numbering"),
    "sections": ("số thứ tự đề mục", "section numbers"),
    "same_fact": ("một số liệu nêu nhiều lần", "one fact told twice"),
    "cumulative_order": ("số lũy kế", "cumulative figures"),
    "verdict_words": ("lời đánh giá", "verdict in words"),
    "domain": ("miền giá trị", "possible values"),
    "periods": ("kỳ của chỉ tiêu", "periods"),
    "dates": ("ngày tháng", "dates"),
}
"""What each rule of the audit looks at."""
