"""Places named in a text, and whose report it is."""

from __future__ import annotations

import pytest

from vnplan.loading import loads
from vnplan.reading.clean import clean
from vnplan.reading.context import Context
from vnplan.reading.layout import read_layout
from vnplan.reading.places import main_place, read_places


def context_of(text: str) -> Context:
    copy = clean(text)
    return Context(copy, read_layout(copy), [])


def places(text: str) -> list[str]:
    return [place.name for place in read_places(context_of(text))]


class TestNames:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("tại Quận 3 hôm nay", "Quận 3"),
            ("tại quận 03 hôm nay", "Quận 3"),  # older lists pad the number
            ("tại Q.3 hôm nay", "Quận 3"),
            ("tại Q3 hôm nay", "Quận 3"),
            ("tại P.12 hôm nay", "Phường 12"),
            ("UBND QUẬN 7", "Quận 7"),
            ("tỉnh Đồng Nai đã", "Tỉnh Đồng Nai"),
            ("TỈNH ĐỒNG NAI", "Tỉnh Đồng Nai"),
            ("huyện Củ Chi đã", "Huyện Củ Chi"),
            ("Thị xã Tân Uyên đã", "Thị xã Tân Uyên"),
            ("TX. Tân Uyên đã", "Thị xã Tân Uyên"),
            ("thành phố Thủ Đức đã", "Thành phố Thủ Đức"),
            ("TP. Thủ Đức đã", "Thành phố Thủ Đức"),
            ("TP.HCM đã", "TP. Hồ Chí Minh"),
            ("TPHCM đã", "TP. Hồ Chí Minh"),
            ("Thành phố Hồ Chí Minh đã", "TP. Hồ Chí Minh"),
            ("xã Bình Mỹ đã", "Xã Bình Mỹ"),
            ("đặc khu Côn Đảo đã", "Đặc khu Côn Đảo"),
            ("tỉnh Bà Rịa - Vũng Tàu đã", "Tỉnh Bà Rịa - Vũng Tàu"),
            ("huyện Tân Lộc đã", "Huyện Tân Lộc"),  # in no table
            ("huyện Tân Lộc Nhân dân", "Huyện Tân Lộc"),  # no word of office belongs to a name
            ("HUYỆN TÂN LỘC", "Huyện Tân Lộc"),
        ],
    )
    def test_kind_and_name(self, text: str, name: str) -> None:
        assert places(text) == [name]

    @pytest.mark.parametrize(
        "text",
        [
            "toàn quận có 3 trường",
            "quận 3,5% dân số",
            "tỉnh ta",
            "huyện Ủy ban",  # a body, not a place
            "Quận 1.500 hộ",
            "xã hội",
            "ĐẢNG BỘ HUYỆN LẦN THỨ XII",
            "thu hút FDI Q1 2024 tăng",  # a quarter of a year
        ],
    )
    def test_what_is_none(self, text: str) -> None:
        assert places(text) == []


class TestWhose:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("ỦY BAN NHÂN DÂN QUẬN 3\n\nTổng kết năm 2023. Lãnh đạo Quận 7 đến dự.", "Quận 3"),  # the letterhead
            ("Quận 7: kinh tế tăng trưởng\n\nNăm 2023, thu ngân sách tăng.", "Quận 7"),  # the headline
            ("Đồng Nai thu hút 1,2 tỷ USD\n\nNăm 2023, vốn đầu tư tăng.", "Tỉnh Đồng Nai"),  # a province needs no kind
            ("Họp tại Phường 5. Quận 3 tổng kết năm 2023.", "Quận 3"),  # communes step back
            ("UBND tỉnh Đồng Nai họp. Xã Bình Mỹ dự.", "Tỉnh Đồng Nai"),
        ],
    )
    def test_the_place_that_a_text_is_about(self, text: str, name: str) -> None:
        context = context_of(text)
        best, _ = main_place(context, read_places(context))
        assert best is not None
        assert best.name == name

    def test_none_is_named(self) -> None:
        context = context_of("Thu ngân sách tăng.")
        assert main_place(context, read_places(context)) == (None, None)

    def test_the_province_above(self) -> None:
        context = context_of("UBND Quận 3, TP. Hồ Chí Minh tổng kết. Quận 3 tăng thu.")
        best, province = main_place(context, read_places(context))
        assert best is not None
        assert province is not None
        assert (best.name, province.name) == ("Quận 3", "TP. Hồ Chí Minh")

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("UBND Quận 9 tổng kết năm 2020", "763"),  # as it stood on the day
            ("UBND Quận 3 tổng kết năm 2023", "770"),
            ("UBND phường Bàn Cờ tổng kết năm 2025", "27154"),
            ("UBND Quận 9 tổng kết năm 2023", None),  # it was no more
            ("UBND huyện Tân Lộc tổng kết năm 2023", None),
        ],
    )
    def test_is_looked_up_in_its_time(self, text: str, code: str | None) -> None:
        found = loads(f"{text}\n\nThu ngân sách đạt 5 tỷ đồng.").locality
        assert found is not None
        assert found.code == code

    def test_a_ward_is_found_in_its_city(self) -> None:
        text = "UBND phường Tân Thuận tổng kết năm 2025\n\nPhường Tân Thuận (TP. Hồ Chí Minh) thu 5 tỷ đồng."
        report = loads(text)
        assert report.locality is not None
        assert report.locality.code == "27478"
