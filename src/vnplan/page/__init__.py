"""A scorecard as one self-contained page (trang bảng đánh giá): both languages, every figure with its sentence."""

from vnplan.page.build import scorecard_page

__all__ = ["scorecard_page"]
