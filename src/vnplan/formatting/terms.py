"""The words of the closed vocabularies (thuật ngữ): a row for every member of every enum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnplan.errors import InvalidValueError
from vnplan.formatting.locales import Locale, Words, capitalised, pick

if TYPE_CHECKING:
    from enum import StrEnum


def format_enum(member: StrEnum, *, locale: Locale = "vi") -> str:
    """The word for a member of one of vnplan's enums: ``Outcome.EXCEEDED`` is vượt.

    Raises:
        InvalidValueError: It is no member of vnplan's enums.
    """
    words = TERMS.get(type(member).__name__, {}).get(str(member))
    if words is None:
        raise InvalidValueError("member", member, "a member of one of vnplan's enums")
    return pick(words, locale)


def format_field(name: str, *, locale: Locale = "vi") -> str:
    """A field of government as a heading (lĩnh vực): "Kinh tế", "Economy"; an unknown one stays as worded."""
    folded = " ".join(name.lower().replace("–", "-").replace(",", " ").replace(" - ", " ").split())
    return capitalised(pick((name, _FIELDS.get(folded, name)), locale))


_FIELDS = {
    "kinh tế": "economy",
    "xã hội": "society",
    "văn hóa xã hội": "culture and society",
    "kinh tế xã hội": "economy and society",
    "đô thị": "urban development",
    "môi trường": "environment",
    "đô thị và môi trường": "urban development and environment",
    "đô thị môi trường": "urban development and environment",
    "cải cách hành chính": "administrative reform",
    "an ninh quốc phòng": "security and defence",
    "quốc phòng an ninh": "defence and security",
    "quốc phòng an ninh an ninh trật tự": "defence, security and public order",
    "xây dựng đảng": "Party building",
    "xây dựng chính quyền": "building of government",
}

TERMS: dict[str, dict[str, Words]] = {
    # --- what a plan and a report say -------------------------------------------------------------
    "Accumulation": {
        "cumulative": ("lũy kế", "cumulative"),
        "in_period": ("trong kỳ", "in the period"),
        "point": ("thời điểm", "at a point in time"),
    },
    "Basis": {
        "plan": ("kế hoạch", "plan"),
        "estimate": ("dự toán", "budget estimate"),
        "assigned": ("chỉ tiêu được giao", "assigned target"),
    },
    "ChangeForm": {
        "rate": ("tốc độ tăng, giảm", "rate of change"),
        "ratio": ("tỷ lệ so với kỳ gốc", "ratio to the base period"),
        "times": ("số lần", "multiple"),
        "difference": ("mức tăng, giảm", "difference"),
    },
    "Claim": {
        "figure": ("số liệu", "figure"),
        "unit": ("đơn vị tính", "part of a unit"),
        "tally": ("số chỉ tiêu, nhiệm vụ", "tally of targets or tasks"),
        "count": ("số đếm khác", "other count"),
        "date": ("ngày tháng", "date"),
        "period": ("kỳ", "period"),
        "time": ("giờ", "time of day"),
        "document_number": ("số, ký hiệu văn bản", "document number"),
        "list_number": ("số thứ tự", "list number"),
        "locality": ("đơn vị hành chính", "place"),
        "name": ("tên gọi", "part of a name"),
        "ordinal": ("số thứ bậc", "ordinal"),
        "scale": ("tỷ lệ bản đồ", "scale"),
        "age": ("tuổi", "age"),
        "contact": ("thông tin liên lạc", "contact"),
        "other": ("khác", "other"),
        "unread": ("chưa đọc được", "unread"),
    },
    "Comparator": {
        "=": ("bằng", "equal to"),
        ">=": ("từ … trở lên", "at least"),
        ">": ("trên", "more than"),
        "<=": ("không quá", "at most"),
        "<": ("dưới", "less than"),
        "between": ("từ … đến …", "between"),
        "~": ("khoảng", "about"),
    },
    "Direction": {
        "higher": ("càng cao càng tốt", "higher is better"),
        "lower": ("càng thấp càng tốt", "lower is better"),
        "keep": ("giữ ổn định", "to be kept"),
        "neutral": ("không xét chiều", "neutral"),
    },
    "Frame": {
        "level": ("mức", "level"),
        "relative_change": ("mức tăng, giảm tương đối", "relative change"),
        "absolute_change": ("mức tăng, giảm tuyệt đối", "absolute change"),
        "points": ("điểm phần trăm", "percentage points"),
        "times": ("số lần", "multiple"),
    },
    "Hedge": {"near": ("gần", "nearly"), "about": ("khoảng", "about")},
    "Level": {
        "province": ("cấp tỉnh", "province level"),
        "district": ("cấp huyện", "district level"),
        "commune": ("cấp xã", "commune level"),
        "country": ("cả nước", "national level"),
    },
    "Measure": {
        "level": ("mức", "level"),
        "increase": ("tăng", "increase"),
        "decrease": ("giảm", "decrease"),
    },
    "Measurement": {
        "flow": ("chỉ tiêu thời kỳ", "flow"),
        "stock": ("chỉ tiêu thời điểm", "stock"),
        "ratio": ("tỷ lệ", "ratio"),
    },
    "NaturalDomain": {
        "share": ("từ 0% đến 100%", "from 0% to 100%"),
        "count": ("số nguyên không âm", "whole numbers from zero up"),
        "nonnegative": ("số không âm", "zero and above"),
        "free": ("không giới hạn", "any number"),
    },
    "PeriodKind": {
        "year": ("năm", "year"),
        "half": ("6 tháng", "half-year"),
        "quarter": ("quý", "quarter"),
        "month": ("tháng", "month"),
        "months": ("nhiều tháng", "months"),
        "years": ("giai đoạn, nhiệm kỳ", "stage or term"),
        "school_year": ("năm học", "school year"),
        "up_to": ("tính đến ngày", "up to a day"),
        "day": ("ngày", "day"),
    },
    "PriceBase": {
        "current": ("giá hiện hành", "current prices"),
        "constant": ("giá so sánh", "constant prices"),
    },
    "Recurrence": {
        "month": ("hàng tháng", "monthly"),
        "quarter": ("hàng quý", "quarterly"),
        "year": ("hàng năm", "yearly"),
    },
    "ReportKind": {
        "plan": ("kế hoạch", "plan"),
        "resolution": ("nghị quyết", "resolution"),
        "report": ("báo cáo", "report"),
        "news": ("bản tin", "news item"),
        "other": ("văn bản", "document"),
    },
    "NumberFamily": {
        "normative": ("văn bản quy phạm pháp luật", "normative document"),
        "assembly": ("văn bản của Quốc hội", "document of the National Assembly"),
        "administrative": ("văn bản hành chính", "administrative document"),
        "party": ("văn bản của Đảng", "Party document"),
    },
    "Role": {
        "target": ("chỉ tiêu", "target"),
        "actual": ("kết quả", "result"),
        "change": ("mức tăng, giảm", "change"),
    },
    "Severity": {
        "info": ("thông tin", "information"),
        "warning": ("cảnh báo", "warning"),
        "error": ("lỗi", "error"),
    },
    "ShareForm": {
        "ratio": ("tỷ lệ thực hiện", "share realised"),
        "margin": ("mức vượt, hụt", "margin"),
    },
    "Status": {
        "estimated": ("ước thực hiện", "estimated"),
        "preliminary": ("sơ bộ", "preliminary"),
        "final": ("chính thức", "final"),
        "unspecified": ("không nêu", "not said"),
    },
    "VerdictWord": {
        "exceeded": ("vượt", "exceeded"),
        "met": ("đạt", "met"),
        "not_met": ("không đạt", "not met"),
    },
    # --- what attainment answers ------------------------------------------------------------------
    "Outcome": {
        "exceeded": ("vượt", "exceeded"),
        "met": ("đạt", "met"),
        "not_met": ("không đạt", "not met"),
        "open": ("đang thực hiện", "in progress"),
        "indeterminate": ("chưa đủ căn cứ", "indeterminate"),
        "not_comparable": ("không so sánh được", "not comparable"),
        "no_actual": ("chưa có số liệu", "no figure yet"),
        "qualitative": ("định tính", "qualitative"),
    },
    "Certainty": {
        "certain": ("chắc chắn", "certain"),
        "rounding_sensitive": ("phụ thuộc cách làm tròn", "depends on rounding"),
    },
    "Finality": {
        "final": ("chính thức", "final"),
        "provisional": ("tạm thời", "provisional"),
        "irreversible": ("không thể thay đổi", "irreversible"),
    },
    "Pace": {
        "ahead": ("vượt tiến độ", "ahead of pace"),
        "on_pace": ("đúng tiến độ", "on pace"),
        "behind": ("chậm tiến độ", "behind pace"),
        "far_behind": ("chậm nhiều so với tiến độ", "far behind pace"),
        "regressing": ("thụt lùi", "regressing"),
        "undefined": ("không xác định tiến độ", "pace undefined"),
    },
    "Reason": {
        "indicator": ("khác chỉ tiêu", "different indicators"),
        "frame": ("một bên là mức, một bên là mức tăng, giảm", "a level against a change"),
        "unit": ("khác đơn vị tính", "different units"),
        "period": ("kỳ báo cáo không nằm trong kỳ kế hoạch", "the result's period is not within the target's"),
        "period_start": ("kỳ báo cáo không bắt đầu cùng kỳ kế hoạch", "the periods do not start together"),
        "place": ("khác địa bàn", "different places"),
        "basis": ("khác cách tính lũy kế hoặc khác kỳ gốc", "different accumulation or base period"),
        "price_base": ("khác giá tính", "different price bases"),
        "denominator": ("khác mẫu số", "different denominators"),
        "no_actual": ("chưa có số liệu thực hiện", "no result is known"),
        "no_target_figure": ("chỉ tiêu không nêu số", "the target has no figure"),
        "no_actual_figure": ("kết quả không nêu số", "the result has no figure"),
        "no_direction": ("không rõ cao hơn hay thấp hơn là tốt", "which way is better is not known"),
        "one_sided": ("số liệu chỉ nêu một phía", "the figure is bounded on one side only"),
        "range": ("số liệu là một khoảng", "the figure is a range"),
        "about": ("số liệu chỉ nêu khoảng chừng", "the figure is only approximate"),
        "period_open": ("kỳ kế hoạch chưa kết thúc", "the target's period is not over"),
        "zero_target": ("chỉ tiêu bằng 0", "the target is zero"),
        "negative_target": ("chỉ tiêu âm", "the target is negative"),
        "zero_base": ("mức gốc bằng 0", "the base is zero"),
        "negative_base": ("mức gốc âm", "the base is negative"),
        "divisor_spans_zero": ("số chia có thể bằng 0", "the divisor may be zero"),
        "change": ("chỉ tiêu về mức tăng, giảm không có tỷ lệ thực hiện", "a change has no share realised"),
        "score": ("điểm số không có tỷ lệ thực hiện", "a score has no share realised"),
        "maintain": ("chỉ tiêu duy trì không có tỷ lệ thực hiện", "a level to be kept has no share realised"),
        "lower_is_better": ("càng thấp càng tốt nên không có tỷ lệ thực hiện", "lower is better, so no share realised"),
        "no_baseline": ("không có mức gốc", "no baseline is known"),
        "baseline_reached": ("mức gốc đã đạt chỉ tiêu", "the baseline already met the target"),
        "regression": ("kém hơn mức gốc", "worse than the baseline"),
        "not_a_flow": ("không phải chỉ tiêu cộng dồn", "the indicator does not add up over time"),
        "flow_unknown": (
            "không rõ chỉ tiêu có cộng dồn hay không",
            "not known whether the indicator adds up over time",
        ),
        "no_period": ("không rõ kỳ", "a period is not known"),
        "period_over": ("kỳ kế hoạch đã kết thúc", "the target's period is over"),
        "out_of_range": ("vượt quá giới hạn tính toán", "beyond what can be computed"),
    },
    "Assumption": {
        "period": ("coi như cùng kỳ", "the same period"),
        "period_start": ("coi như cùng ngày bắt đầu", "the same first day"),
        "place": ("coi như cùng địa bàn", "the same place"),
        "accumulation": ("coi như cùng cách tính lũy kế", "the same accumulation"),
        "price_base": ("coi như cùng giá tính", "the same price base"),
        "denominator": ("coi như cùng mẫu số", "the same denominator"),
        "basis": ("coi như so với cùng kỳ năm trước", "a change against the same period of the year before"),
        "exact_target": ("coi chỉ tiêu là số chính xác", "the target as an exact number"),
        "printed_target": ("coi chỉ tiêu là số đã làm tròn", "the target as a rounded number"),
        "computed_change": ("mức tăng, giảm được tính từ hai số liệu", "the change is computed from two levels"),
    },
    "Consistency": {
        "consistent": ("khớp", "consistent"),
        "only_if_truncated": ("chỉ khớp nếu bỏ bớt chữ số", "consistent only if digits were cut off"),
        "inconsistent": ("không khớp", "inconsistent"),
        "undecided": ("chưa đủ căn cứ đối chiếu", "undecided"),
    },
    "Rounding": {
        "rounded": ("làm tròn", "rounded"),
        "half_up": ("làm tròn lên khi bằng nửa đơn vị", "rounded half up"),
        "truncated": ("bỏ bớt chữ số", "cut off"),
    },
    "Shape": {
        "point": ("một số", "one number"),
        "bound": ("giới hạn một phía", "one-sided bound"),
        "range": ("một khoảng", "range"),
        "about": ("khoảng chừng", "approximate"),
    },
}
"""Vietnamese and English words by the name of the enum and the value of the member."""
