"""Whose figure it is, in sentences, paragraphs, lists and tables."""

from __future__ import annotations

from datetime import date

import pytest

import vnplan
from vnplan import Actual, Country, Report, loads

_OPENS = "UBND tỉnh Hà Giang báo cáo tình hình kinh tế - xã hội năm 2023.\n\n"


def told(text: str) -> list[tuple[str, str | None]]:
    """The values of a text with the names of their places."""
    return [(str(row["value"]), row["locality"]) for row in loads(_OPENS + text).to_records()]


OWN = "Tỉnh Hà Giang"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu ngân sách đạt 900 tỷ đồng.", [("900", OWN)]),
        ("Toàn tỉnh thu 900 tỷ đồng.", [("900", OWN)]),
        ("Huyện Bắc Quang thu 100 tỷ đồng, tăng 5%.", [("100", "Huyện Bắc Quang"), ("5", "Huyện Bắc Quang")]),
        (
            "Huyện Bắc Quang thu 100 tỷ đồng; huyện Vị Xuyên 90 tỷ đồng; toàn tỉnh đạt 900 tỷ đồng.",
            [("100", "Huyện Bắc Quang"), ("90", "Huyện Vị Xuyên"), ("900", OWN)],
        ),
        ("Năm 2023, Lào Cai tăng trưởng 5,1%, Yên Bái tăng 6,2%.", [("5.1", "Tỉnh Lào Cai"), ("6.2", "Tỉnh Yên Bái")]),
        ("Tỷ lệ hộ nghèo còn 9%, trong khi tỷ lệ của cả nước là 3%.", [("9", OWN), ("3", "Cả nước")]),
        ("Giải ngân 48%, cao hơn bình quân chung cả nước (42%).", [("48", OWN), ("42", "Cả nước")]),
        ("GRDP tăng 8% (cả nước tăng 5%), thu nhập đạt 40 triệu đồng.", [("8", OWN), ("5", "Cả nước"), ("40", OWN)]),
        (
            "Xảy ra 5 vụ cháy tại huyện Bắc Quang (3 vụ), huyện Vị Xuyên (2 vụ).",
            [("5", OWN), ("3", "Huyện Bắc Quang"), ("2", "Huyện Vị Xuyên")],
        ),
        (
            "Tại huyện Bắc Quang, diện tích cam đạt 500 ha. Sản lượng đạt 4.000 tấn.",
            [("500", "Huyện Bắc Quang"), ("4000", "Huyện Bắc Quang")],
        ),
        (
            "Tại huyện Bắc Quang, diện tích cam đạt 500 ha. Của tỉnh Lào Cai là 300 ha.",
            [("500", "Huyện Bắc Quang"), ("300", "Tỉnh Lào Cai")],
        ),
        (
            "1. Huyện Bắc Quang\n\nDiện tích cam đạt 500 ha.\n\n2. Huyện Vị Xuyên\n\nDiện tích cam đạt 300 ha.",
            [("500", "Huyện Bắc Quang"), ("300", "Huyện Vị Xuyên")],
        ),
        (
            "Huyện Bắc Quang thu 90 tỷ đồng. Trong đó: thuế đạt 50 tỷ đồng.",
            [("90", "Huyện Bắc Quang"), ("50", "Huyện Bắc Quang")],
        ),
    ],
)
def test_a_figure_is_of_the_place_that_its_words_tell_of(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thu ngân sách đạt 900 tỷ đồng, cao hơn tỉnh Lào Cai.",
        "UBND huyện Bắc Quang giao thu 900 tỷ đồng.",
        "Huyện Bắc Quang và huyện Vị Xuyên thu 900 tỷ đồng.",
        "Theo báo cáo của huyện Bắc Quang, thu đạt 900 tỷ đồng.",
        "Là trung tâm tôm giống lớn của cả nước với 900 cơ sở.",
        "Số vụ tập trung nhiều nhất ở huyện Bắc Quang (9%).",
        "Hàn Quốc có 900 dự án.",
    ],
)
def test_a_place_that_is_only_named_has_no_figure(text: str) -> None:
    assert {place for _, place in told(text)} == {OWN}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Giải ngân ở Lào Cai\n\nToàn tỉnh giải ngân 5 tỷ đồng; huyện Bắc Hà đạt 60%, huyện Bảo Thắng 70%.",
            "Tỉnh Lào Cai",
        ),
        ("Kết quả năm 2020\n\nUBND huyện Bắc Hà, tỉnh Lào Cai cho biết, toàn huyện thu 5 tỷ đồng.", "Huyện Bắc Hà"),
    ],
)
def test_a_text_is_about_the_place_of_the_kind_that_it_calls_its_own(text: str, place: str) -> None:
    assert str(loads(text).locality) == place


def test_the_whole_country_is_a_place_of_its_own() -> None:
    (own, country) = loads(_OPENS + "GRDP tăng 8%; cả nước tăng 5%.").changes
    assert isinstance(country.locality, Country)
    assert vnplan.format_locality(country.locality, locale="en") == "Viet Nam"
    assert str(own.locality) == OWN


def test_a_place_is_taken_in_its_version() -> None:
    (row,) = loads(_OPENS + "Năm 2023, tỉnh Lào Cai thu 900 tỷ đồng.").actuals
    assert row.locality is not None
    assert row.locality.is_valid_on(date(2023, 12, 31))


def _value(one: Actual) -> str:
    return "" if one.stated.quantity is None else str(one.stated.quantity.value)


def _report() -> Report:
    return loads(_OPENS + "Thu ngân sách năm 2023 đạt 900 tỷ đồng; Lào Cai thu ngân sách đạt 700 tỷ đồng.")


def test_the_figures_of_the_own_place_go_before_others() -> None:
    report = _report()
    assert _value(report.actual("state_budget_revenue")) == "900"
    (other,) = (one for one in report.actuals if _value(one) == "700")
    assert report.actual("state_budget_revenue", locality=other.locality) == other
    assert len(report.actuals_of("state_budget_revenue")) == 2


def test_figures_of_others_are_found_where_the_own_place_has_none() -> None:
    report = loads(_OPENS + "Lào Cai thu ngân sách đạt 700 tỷ đồng.")
    assert _value(report.actual("state_budget_revenue")) == "700"


_ROWS = """| STT | Địa phương | Diện tích (km²) | Số hộ nghèo |
|---|---|---|---|
| 1 | Huyện Bắc Quang | 1.105,7 | 2.355 |
| 2 | Huyện Vị Xuyên | 1.478,4 | 3.095 |
| | Tổng cộng | 2.584,1 | 5.450 |
| 3 | Khu vực khác | 7 | 8 |
"""
_COLUMNS = """| Chỉ tiêu | Huyện Bắc Quang | Huyện Vị Xuyên |
|---|---|---|
| Diện tích (km²) | 1.105,7 | 1.478,4 |
| Mật độ (người/km²) | 120 | - |
"""


def test_the_rows_of_a_table_may_be_places() -> None:
    assert told(_ROWS) == [
        ("1105.7", "Huyện Bắc Quang"),
        ("2355", "Huyện Bắc Quang"),
        ("1478.4", "Huyện Vị Xuyên"),
        ("3095", "Huyện Vị Xuyên"),
        ("2584.1", OWN),
        ("5450", OWN),
    ]


def test_the_columns_of_a_table_may_be_places() -> None:
    assert told(_COLUMNS) == [
        ("1105.7", "Huyện Bắc Quang"),
        ("1478.4", "Huyện Vị Xuyên"),
        ("120", "Huyện Bắc Quang"),
    ]


def test_places_that_a_table_compares_are_not_what_a_text_is_about() -> None:
    assert loads(f"Số liệu năm 2023\n\n{_COLUMNS}").locality is None
