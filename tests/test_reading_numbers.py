"""What a printed number is worth, and which numbers are no figures."""

from __future__ import annotations

import pytest

from vnplan.loading import loads
from vnplan.reading.numbers import LONGEST, Numeral, address_spans, claim_by_context, parse_numeral, special_claim


class TestNumerals:
    @pytest.mark.parametrize(
        ("printed", "value"),
        [
            ("1.234", "1234"),  # one dot and three digits group
            ("149.740", "149740"),
            ("1.234.567", "1234567"),
            ("53,8", "53.8"),
            ("357.519,7", "357519.7"),
            ("1.260,500", "1260.500"),  # the decimals stay as printed
            ("0,9", "0.9"),
            ("01", "1"),  # the clerical zero
            ("04", "4"),
            ("007,50", "7.50"),
            ("000", "0"),
            ("0", "0"),
            ("1234,5", "1234.5"),  # not grouped
            ("0,123", "0.123"),
        ],
    )
    def test_in_the_vietnamese_order(self, printed: str, value: str) -> None:
        assert parse_numeral(printed) == Numeral(value)

    @pytest.mark.parametrize(
        ("printed", "value", "fault"),
        [
            ("1,234", "1.234", "ambiguous decimal comma"),  # the English habit
            ("12.34", "12.34", "decimal point instead of comma"),  # a group has three digits
            ("0.5", "0.5", "decimal point instead of comma"),
            ("99.9", "99.9", "decimal point instead of comma"),
            ("1.2345", "1.2345", "decimal point instead of comma"),
            ("1,390.9", "1390.9", "English separators"),  # the last mark is the decimal one
            ("1,234,567", "1234567", "English separators"),
            ("1.234.5", "1234.5", "one mark for groups and decimals"),
            ("1,234,56", "1234.56", "one mark for groups and decimals"),
        ],
    )
    def test_in_another_order_with_a_fault(self, printed: str, value: str, fault: str) -> None:
        assert parse_numeral(printed) == Numeral(value, fault)

    @pytest.mark.parametrize("printed", ["1.2.3", "1,2,3", "5.5.5,5,5", "", "a", "1.", "9" * (LONGEST + 1)])
    def test_what_is_no_number(self, printed: str) -> None:
        assert parse_numeral(printed) is None

    def test_up_to_forty_digits(self) -> None:
        assert parse_numeral("9" * LONGEST) == Numeral("9" * LONGEST)


def claims(text: str) -> dict[str, str]:
    """What each number of a text is."""
    report = loads(text)
    return {text[entry.start : entry.end]: entry.claimed_by.value for entry in report.ledger}


class TestNoFigures:
    @pytest.mark.parametrize(
        ("text", "number", "claim"),
        [
            ("tiêm cho trẻ dưới 5 tuổi", "5", "age"),
            ("trẻ từ 12-17 tuổi", "12", "age"),
            ("trẻ 24 tháng tuổi", "24", "age"),
            ("điện thoại 028 3930 5555 để được hướng dẫn", "028", "contact"),
            ("Đường dây nóng: 0283.9305.555", "0283.9305.555", "contact"),
            ("gọi (0283) 9305 555 khi cần", "0283", "contact"),
            ("thư gửi vp123@hue.gov.vn", "123", "contact"),
            ("xem https://hue.gov.vn/tin/4567", "4567", "contact"),
            ("xem www.hue.gov.vn/8", "8", "contact"),
            ("quy hoạch tỷ lệ 1/2000", "1", "scale"),
            ("đồ án phân khu 1/5.000 của huyện", "5.000", "scale"),
            ("bắt đầu lúc 8 giờ 30 phút", "30", "time"),
            ("khai mạc lúc 14h30 tại hội trường", "14", "time"),
            ("lúc 07:30 sáng", "30", "time"),
            ("trực cấp cứu 24/7", "24", "time"),
            ("như đã nêu[12] ở trên", "12", "other"),
            ("hội nghị lần thứ 7 của huyện", "7", "ordinal"),
            ("kỳ họp thứ 15 của Hội đồng", "15", "ordinal"),
            ("xếp hạng 2/30 toàn quốc", "2", "ordinal"),
            ("Hội đồng khóa 10", "10", "ordinal"),
            ("học sinh lớp 12 của trường", "12", "name"),
            ("dịch vụ công mức độ 4", "4", "name"),
            ("phòng chống covid-19", "19", "name"),
            ("tuyến quốc lộ 14 qua huyện", "14", "name"),
            ("giống lúa OM5451 cho năng suất", "5451", "name"),
            ("đạt chuẩn ISO 9001", "9001", "name"),
            ("tại Phường 12 và quận 8", "12", "locality"),
            ("ở khu phố 3 của phường", "3", "locality"),
            ("theo Điều 5 của Luật", "5", "document_number"),
            ("tại khoản 2 của quy định", "2", "document_number"),
            ("tại Phụ lục 3 kèm theo", "3", "document_number"),
            ("Nghị quyết số 68 của Chính phủ", "68", "document_number"),
            ("cho 15 ngày làm việc", "15", "period"),
            ("trong thời hạn 6 tháng kể từ khi nhận", "6", "period"),
            ("kỷ niệm 80 năm thành lập", "80", "period"),
            ("nhiệt độ thấp nhất 12°C về đêm", "12", "other"),
            ("từ 25 độ trở lên thì nóng", "25", "other"),
            ("gồm 7 đồng chí", "7", "count"),
            ("UBND 12 phường phối hợp", "12", "count"),
            ("tặng 15 suất quà cho hộ nghèo", "15", "count"),
            ("Ngày 5/3, họp giao ban", "5", "date"),
            ("ngày 15 tháng 10 năm 2023", "15", "date"),
            ("năm 2023 là năm khó khăn", "2023", "period"),
            ("(2019) là mốc so sánh", "2019", "period"),
            ("Quyết định số 200/QĐ-UBND của Quận", "200", "document_number"),
            ("1. Về kinh tế", "1", "list_number"),
            ("(3) Thu ngân sách.", "3", "list_number"),
            ("mã 4711 trong danh mục", "4711", "unread"),
            ("bình quân trên 1 ha đạt cao", "1", "unit"),
        ],
    )
    def test_numbers_that_measure_nothing_say_what_they_are(self, text: str, number: str, claim: str) -> None:
        assert claims(text)[number] == claim
        assert loads(text).to_records() == []

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("diện tích lúa hạng 2.500 ha", "2500"),  # a figure follows the word, not an ordinal
            ("Có số hộ nghèo là 25 hộ", "25"),
            ("Sản lượng đạt 500tấn", "500"),  # the unit stands right behind
            ("Sản lượng đạt500 tấn", "500"),  # and so does the verb
            ("Số xã loại 12%", "12"),
        ],
    )
    def test_words_that_number_things_do_not_hide_figures(self, text: str, value: str) -> None:
        assert [row["value"] for row in loads(text).to_records()] == [value]

    def test_a_numeral_beyond_all_measure_is_no_figure(self) -> None:
        digits = "9" * (LONGEST + 1)
        claim = claim_by_context(f"đạt {digits} tỷ đồng", 4, 4 + len(digits))
        assert claim is not None
        assert (claim.kind, claim.reason) == ("other", "numeral of more than 40 digits")

    def test_a_plain_number_is_claimed_by_nothing(self) -> None:
        assert special_claim("đạt 5 tỷ", 4, 5) is None
        assert claim_by_context("đạt 5 tỷ", 4, 5) is None

    def test_addresses_are_looked_for_only_where_there_may_be_one(self) -> None:
        assert address_spans("thu đạt 5 tỷ đồng") == []
        (span,) = address_spans("gửi về a.b@c.vn nhé")
        assert (span.kind, span.start, span.end) == ("contact", 7, 15)
