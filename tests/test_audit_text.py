"""Findings that rest on the words between figures, from short texts."""

from __future__ import annotations

import pytest
from attrs import evolve

from vnplan.attainment import Consistency
from vnplan.audit import RULES, Finding, audit
from vnplan.loading import loads
from vnplan.model.actual import VerdictWord
from vnplan.model.figure import PriceBase

CONSISTENT, INCONSISTENT = Consistency.CONSISTENT, Consistency.INCONSISTENT
ONLY_IF_TRUNCATED, UNDECIDED = Consistency.ONLY_IF_TRUNCATED, Consistency.UNDECIDED


def found(rule: str, *texts: str) -> list[Finding]:
    reports = [loads(text, document=f"d{number}") for number, text in enumerate(texts)]
    return list(audit(reports, rules={rule: RULES[rule]}))


def results(rule: str, *texts: str) -> list[Consistency]:
    return [finding.result for finding in found(rule, *texts)]


class TestNamedParts:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Đàn bò có 48.200 con, gồm 31.100 con bò thịt và 17.100 con bò sữa.", [CONSISTENT]),
            ("Đàn bò có 48.200 con, gồm 31.100 con bò thịt và 15.100 con bò sữa.", [INCONSISTENT]),
            ("Đàn bò có 48.200 con, gồm 1.100 con bò thịt và 2.100 con bò sữa.", []),  # far off: no parts of it
            ("Đàn bò có 48.200 con, trong đó 31.100 con bò thịt và 16.100 con bò sữa.", []),
            ("Đàn bò có 48.200 con, chưa bao gồm 31.100 con bê.", []),
            ("Đàn bò có 48.200 con, chưa bao gồm 51.100 con bê.", []),  # more than the whole, and no part of it
            ("Đàn bò có 48.200 con, trong đó 51.100 con bê.", [INCONSISTENT]),
            # two lists told in turn: of what each is, nothing says
            (
                "Có 700 cơ sở đóng cửa, trong đó xã A có 105 cơ sở lớn và 344 cơ sở nhỏ, xã B có 78 cơ sở lớn và 300 cơ sở nhỏ.",
                [],
            ),
            # what is told of a part in another unit is no part
            ("Huyện trồng 500 ha, gồm 300 ha ngô, sản lượng 1.200 tấn và 200 ha lạc.", [CONSISTENT]),
            ("Sản lượng đạt 8.420 tấn. Trong đó: cá 5.310 tấn; tôm 1.090 tấn; thủy sản khác 2.020 tấn.", [CONSISTENT]),
            (
                "Sản lượng đạt 8.420 tấn. Trong đó: cá 5.310 tấn; tôm 1.090 tấn; thủy sản khác 2.200 tấn.",
                [INCONSISTENT],
            ),
            # two digits changed over, though nothing says that the parts are all
            (
                "Chi ngân sách đạt 9.842 tỷ đồng, trong đó chi đầu tư 5.117 tỷ đồng, chi thường xuyên 4.365 tỷ đồng.",
                [INCONSISTENT],
            ),
            (
                "Chi ngân sách đạt 98,42 tỷ đồng, trong đó chi đầu tư 51,17 tỷ đồng, chi thường xuyên 43,65 tỷ đồng.",
                [INCONSISTENT],
            ),
            # of what the parts are, the sentence before does not say
            ("Đàn bò có 48.200 con. Đàn lợn gồm 31.100 con lợn thịt và 15.100 con lợn nái.", []),
            # but one part alone is simply another number
            ("Chi ngân sách đạt 9.842 tỷ đồng, trong đó chi thường xuyên 9.824 tỷ đồng.", []),
            # a number among the parts was not read: they are not all
            ("Có 400 lao động, trong đó: thợ hàn 240 lao động, thợ mộc 35, lao động khác 125 lao động.", []),
            # what follows the bracket, or stands in another one, is no part
            (
                "Dịch bệnh làm chết 3.420 con lợn (gồm 410 con lợn nái và 3.010 con lợn thịt), còn 500 con lợn phải nuôi riêng.",
                [CONSISTENT],
            ),
            ("Đàn lợn (giống nội) có 3.420 con, gồm 410 con lợn nái (khỏe) và 3.010 con lợn thịt.", [CONSISTENT]),
            # a last part that is the rest tells that they are all
            (
                "Sản lượng đạt 8.420 tấn. Trong đó: cá 5.310 tấn; tôm 1.090 tấn; thủy sản khác 1.900 tấn.",
                [INCONSISTENT],
            ),
            ("Sản lượng đạt 8.420 tấn. Trong đó: cá 5.310 tấn; tôm 1.090 tấn; ốc 1.900 tấn.", []),
            ("Sản lượng đạt 8.420 tấn, trong đó thủy sản khác 8.220 tấn.", []),
            # "như sau" leads to all that the sentence lists
            (
                "Chi ngân sách đạt 845 tỷ đồng, bao gồm các khoản như sau: chi đầu tư 500 tỷ đồng; chi thường xuyên 345 tỷ đồng.",
                [CONSISTENT],
            ),
            # parts of parts
            ("Có 400 cơ sở, gồm 300 cơ sở lớn, trong đó 30 cơ sở mới, và 90 cơ sở nhỏ.", []),
            ("Có 400 cơ sở, bao gồm các loại, trong đó 30 cơ sở mới.", []),
            # a part of a part fits too
            ("Huyện có 215 điểm bán, gồm 135 điểm bán cũ, 80 điểm bán mới và 12 điểm bán lưu động.", []),
            ("Sản lượng lương thực đạt 4,28 triệu tấn, trong đó lúa 4.287.600 tấn.", [ONLY_IF_TRUNCATED]),
            ("Kết quả, nhập siêu 1,3 tỷ USD, trong đó khu vực trong nước nhập siêu 1,5 tỷ USD.", []),
        ],
    )
    def test_sums(self, text: str, expected: list[Consistency]) -> None:
        assert results("parts", text) == expected

    def test_a_list_of_lines(self) -> None:
        text = (
            "Thu ngân sách năm 2023 đạt 845 tỷ đồng, bao gồm:\n- Thu nội địa: 702 tỷ đồng.\n- Thu khác: 163 tỷ đồng.\n"
            "Thu hồi nợ thuế đạt 20 tỷ đồng.\n"
        )
        (finding,) = found("parts", text)
        assert finding.result is INCONSISTENT
        assert [source.quote for source in finding.sources] == ["845 tỷ đồng", "702 tỷ đồng", "163 tỷ đồng"]

    def test_parts_in_a_bracket(self) -> None:
        text = "Dịch bệnh làm chết 3.420 con lợn (trong đó 410 con lợn nái và 3.110 con lợn thịt), giảm mạnh."
        assert results("parts", text) == [INCONSISTENT]

    @pytest.mark.parametrize(
        ("shares", "expected"),
        [
            ("nông nghiệp 18,5%; công nghiệp 42,3%; dịch vụ 39,2%", CONSISTENT),
            ("nông nghiệp 18,5%; công nghiệp 42,3%; dịch vụ 35,2%", UNDECIDED),  # the rest may be taxes
            ("nông nghiệp 18,5%; công nghiệp 42,3%; dịch vụ 31,2%; thuế sản phẩm 4,0%", INCONSISTENT),
            ("nông nghiệp 18,5%; công nghiệp 42,3%; dịch vụ 49,2%", INCONSISTENT),
            (
                "vốn nhà nước 38,5%; vốn dân cư 42,3%; vốn nước ngoài 29,2%",
                INCONSISTENT,
            ),  # more than all, of whatever kind
            ("vốn nhà nước 38,5%; vốn dân cư 42,3%; vốn nước ngoài 18,2%", UNDECIDED),
            ("vốn nhà nước 38,5%; vốn dân cư 42,3%; vốn nước ngoài 18,7%", UNDECIDED),
            ("nông nghiệp 18,5%; công nghiệp 42,3%; dịch vụ 38,7%", INCONSISTENT),  # too little is left to be taxes
        ],
    )
    def test_structures(self, shares: str, expected: Consistency) -> None:
        assert results("parts", f"Cơ cấu kinh tế năm 2023: {shares}.") == [expected]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Nông nghiệp chiếm 18,5%; công nghiệp chiếm 42,3%; dịch vụ chiếm 49,2%", [INCONSISTENT]),  # all sectors
            ("Trẻ em chiếm 18,5%; học sinh chiếm 42,3%; sinh viên chiếm 49,2%", []),  # of no one whole
            ("Cơ cấu kinh tế: nông nghiệp 28,5%; công nghiệp 62,3%", []),  # two are hardly all
            ("Cơ cấu kinh tế: nông nghiệp 8,5%; công nghiệp 12,3%; dịch vụ 9,2%", []),  # rates, and no shares
            (
                "Cơ cấu kinh tế: nông nghiệp 18,5%; công nghiệp 42,3%; dịch vụ 39,2%; du lịch 12,1%",
                [],
            ),  # a part of a part
        ],
    )
    def test_what_is_no_structure(self, text: str, expected: list[Consistency]) -> None:
        assert results("parts", f"Năm 2023: {text}.") == expected

    def test_a_structure_with_a_bound_is_not_added(self) -> None:
        text = "Cơ cấu kinh tế năm 2023: nông nghiệp 18,5%; công nghiệp 42,3%; dịch vụ trên 39,0%."
        assert results("parts", text) == []


class TestGrowthInTheText:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Diện tích lúa đạt 4.880 ha, giảm 4,65% (giảm 238 ha) so với cùng kỳ.", [CONSISTENT]),
            ("Diện tích lúa đạt 4.880 ha, giảm 4,59% (giảm 238 ha) so với cùng kỳ.", [INCONSISTENT]),
            ("Diện tích ngô đạt 56.070 ha, giảm 0,65% (giảm 372 ha) so với cùng kỳ.", [ONLY_IF_TRUNCATED]),
        ],
    )
    def test_a_rate_beside_its_difference(self, text: str, expected: list[Consistency]) -> None:
        assert results("growth", text) == expected

    @pytest.mark.parametrize(("rate", "expected"), [("8,74", CONSISTENT), ("6,05", INCONSISTENT)])
    def test_growth_of_the_parts(self, rate: str, expected: Consistency) -> None:
        """900 ÷ 1,1 + 100 ÷ 0,98 is 920,2: the whole grows by 8,7 %."""
        text = (
            f"Doanh thu dịch vụ đạt 1.000 tỷ đồng, tăng {rate}% so với cùng kỳ. "
            "Trong đó: dịch vụ lưu trú 900 tỷ đồng, tăng 10,0%; dịch vụ khác 100 tỷ đồng, giảm 2,0%."
        )
        assert expected in results("growth", text)

    @pytest.mark.parametrize(
        "parts",
        [
            "Trong đó: dịch vụ lưu trú 1.000 tỷ đồng, tăng 10,0%.",  # one part
            "Trong đó: dịch vụ lưu trú 600 tỷ đồng, tăng 10,0%; dịch vụ ăn uống 100 tỷ đồng, giảm 2,0%.",  # not all
            # what fell by all of it had a base that the fall does not tell
            "Trong đó: dịch vụ lưu trú 1.000 tỷ đồng, tăng 10,0%; dịch vụ khác 0 tỷ đồng, giảm 100,0%.",
        ],
    )
    def test_growth_of_parts_that_are_not_all(self, parts: str) -> None:
        text = f"Doanh thu dịch vụ đạt 1.000 tỷ đồng, tăng 6,05% so với cùng kỳ. {parts}"
        assert INCONSISTENT not in results("growth", text)

    def test_a_base_in_brackets(self) -> None:
        text = "Năm 2023, thu ngân sách đạt 912 tỷ đồng, giảm 20,0% so với cùng kỳ năm 2022 (1.060 tỷ đồng)."
        (finding,) = found("growth", text)
        assert finding.result is INCONSISTENT
        assert "1.060 tỷ đồng" in finding.message_vi

    def test_a_change_after_a_bracket_is_of_the_level_outside(self) -> None:
        text = "Thu ngân sách đạt 437 tỷ đồng, đạt 69,4% chỉ tiêu giao (630 tỷ đồng), giảm 114 tỷ đồng (tương ứng 20,7%) so với cùng kỳ."
        assert results("growth", text) == [CONSISTENT]

    def test_a_yearly_average_is_no_change_of_the_stretch(self) -> None:
        text = "Tỷ lệ hộ nghèo giảm từ 5,4% xuống còn 4,2%, bình quân mỗi năm giảm 0,6%."
        assert results("gap", text) == []


class TestProportions:
    LIST = (
        "Các nước đầu tư: Nước A 680,7 triệu USD, chiếm 33,8% tổng vốn; Nước B 618,2 triệu USD, chiếm 30,7% tổng vốn; "
    )

    @pytest.mark.parametrize(("last", "expected"), [("9,9", CONSISTENT), ("9,1", INCONSISTENT)])
    def test_one_of_a_list_is_wrong(self, last: str, expected: Consistency) -> None:
        text = (
            f"{self.LIST}Nước C 221,3 triệu USD, chiếm 11,0% tổng vốn; Nước D 200,0 triệu USD, chiếm {last}% tổng vốn."
        )
        assert results("proportion", text) == [CONSISTENT, CONSISTENT, CONSISTENT, expected]

    def test_told_in_turn(self) -> None:
        """Two percentages after two counts: which is whose is not looked at."""
        text = "Có 84 doanh nghiệp giải thể và 550 doanh nghiệp tạm ngừng, lần lượt chiếm 33,7% và 36,2%."
        assert results("proportion", text) == []

    def test_another_subject(self) -> None:
        text = "Doanh thu đạt 74.246 tỷ đồng, trong đó ngành bất động sản chiếm 88,8% tổng doanh thu."
        assert results("proportion", text) == []

    @pytest.mark.parametrize(
        ("share", "expected"), [("77,8", [CONSISTENT]), ("77,7", [ONLY_IF_TRUNCATED]), ("87,8", [INCONSISTENT])]
    )
    def test_fractions(self, share: str, expected: list[Consistency]) -> None:
        assert results("proportion", f"Đến nay, có 14/18 xã đạt chuẩn nông thôn mới, chiếm tỷ lệ {share}%.") == expected


class TestBalancesAndTargets:
    def test_turnover(self) -> None:
        text = "Năm 2022, tổng kim ngạch xuất nhập khẩu đạt 2.230 triệu USD, trong đó kim ngạch xuất khẩu đạt 1.250 triệu USD, kim ngạch nhập khẩu đạt 980 triệu USD."
        assert results("balance", text) == [CONSISTENT]

    def test_another_balance(self) -> None:
        text = "Năm 2023, kim ngạch xuất khẩu đạt 1.250 triệu USD; kim ngạch nhập khẩu đạt 980 triệu USD; xuất siêu 12 triệu USD."
        assert results("balance", text) == []

    @pytest.mark.parametrize(
        ("half", "expected"), [("56,2", [CONSISTENT]), ("50,1", [INCONSISTENT]), ("90,0", []), ("trên 50", [])]
    )
    def test_implied_targets(self, half: str, expected: list[Consistency]) -> None:
        text = (
            "Quý I năm 2024, thu ngân sách nhà nước đạt 310,5 tỷ đồng, đạt 24,8% dự toán năm.\n"
            f"6 tháng đầu năm 2024, thu ngân sách nhà nước đạt 702,4 tỷ đồng, đạt {half}% dự toán năm."
        )
        assert results("implied", text) == expected

    @pytest.mark.parametrize(
        ("margin", "expected"),
        [("vượt 20 ha", [CONSISTENT]), ("vượt 35 ha", [INCONSISTENT]), ("vượt 4%", [CONSISTENT])],
    )
    def test_margin_implies_a_target_too(self, margin: str, expected: list[Consistency]) -> None:
        text = (
            "6 tháng đầu năm 2024, diện tích trồng lúa đạt 250 ha, đạt 50,0% kế hoạch năm.\n"
            f"Năm 2024, diện tích trồng lúa đạt 520 ha, {margin} so với kế hoạch năm."
        )
        findings = found("implied", text)
        assert [one.result for one in findings] == expected
        assert f"520 ha {margin}" in findings[0].message_vi

    @pytest.mark.parametrize(
        ("margin", "expected"),
        [("vượt 30 ha", CONSISTENT), ("hụt 30 ha", INCONSISTENT), ("vượt 36 ha", INCONSISTENT)],
    )
    def test_margins_of_parts(self, margin: str, expected: Consistency) -> None:
        text = (
            f"Năm 2024, diện tích cây hằng năm đạt 530 ha, {margin} so với kế hoạch, gồm lúa 300 ha, vượt 20 ha so với kế "
            "hoạch và ngô 230 ha, vượt 10 ha so với kế hoạch."
        )
        assert results("share", text)[:1] == [expected]

    @pytest.mark.parametrize(
        ("plan", "expected"), [("92", CONSISTENT), ("91,5", CONSISTENT), ("90", INCONSISTENT), ("90 người", UNDECIDED)]
    )
    def test_percentage_in_the_bracket_after_a_margin(self, plan: str, expected: Consistency) -> None:
        text = (
            "Năm 2023, tổng số người tham gia bảo hiểm y tế 118.900 người, đạt tỷ lệ 92,1% dân số, vượt 0,6% so với kế hoạch "
            f"({plan if ' ' in plan else f'{plan}%'})."
        )
        assert results("share", text)[0] is expected

    def test_target_named_after_its_share(self) -> None:
        text = "Năm 2023, thu ngân sách nhà nước đạt 352 tỷ đồng (86,1% dự toán) so với dự toán cả năm được giao là 405 tỷ đồng."
        (finding,) = found("share", text)
        assert finding.result is INCONSISTENT
        assert "405 tỷ đồng" in finding.message_vi

    @pytest.mark.parametrize(("result", "expected"), [("1.390,9", CONSISTENT), ("418,2", INCONSISTENT)])
    @pytest.mark.parametrize("joined", ["", "so với "])
    def test_target_told_right_after_its_share(self, result: str, expected: Consistency, joined: str) -> None:
        text = f"Năm 2023, thu ngân sách nhà nước đạt {result} tỷ đồng, đạt 26,7% {joined}dự toán năm là 5.208 tỷ đồng."
        assert results("share", text) == [expected]

    def test_the_target_in_a_bracket_is_of_the_share_before_it(self) -> None:
        text = (
            "Lũy kế 9 tháng năm 2020, thu ngân sách nhà nước đạt 40.101 tỷ đồng, đạt 59,9% so với chỉ tiêu Bộ Tài chính giao "
            "(67.000 tỷ đồng), đạt 56,5% so với chỉ tiêu Tổng cục giao."
        )
        assert results("share", text) == [CONSISTENT, UNDECIDED]

    def test_what_is_striven_for_is_another_target(self) -> None:
        text = "Phấn đấu thu ngân sách nhà nước năm 2023 đạt 103,5 tỷ đồng. Năm 2023, thu ngân sách nhà nước đạt 100,1 tỷ đồng, đạt 87,0% dự toán."
        assert results("share", text) == [UNDECIDED]


class TestAcrossReports:
    def test_what_told_the_running_months_may_be_revised(self) -> None:
        head = "BÁO CÁO\nTình hình kinh tế - xã hội huyện Tân Lộc {}\n\n"
        may = head.format("tháng 5 năm 2024") + "Tháng 5 năm 2024, doanh thu vận tải đạt 92,4 tỷ đồng."
        june = head.format("tháng 6 năm 2024") + (
            "Tháng 6 năm 2024, doanh thu vận tải đạt 95,4 tỷ đồng, tăng 5,1% so với tháng trước."
        )
        (finding,) = found("growth", may, june)
        assert (finding.result, finding.missing) == (UNDECIDED, ("revision",))

    def test_the_result_of_a_share_stands_in_another_report(self) -> None:
        told = "BÁO CÁO\nTình hình kinh tế - xã hội huyện Tân Lộc năm {}\n\n{}"
        first = told.format(2023, "Năm 2023, thu ngân sách nhà nước đạt 912,4 tỷ đồng.")
        second = told.format(2024, "Năm 2023, thu ngân sách nhà nước đạt 104,1% dự toán (dự toán 860 tỷ đồng).")
        (finding,) = found("share", first, second)
        assert (finding.result, finding.documents) == (INCONSISTENT, ("d1", "d0"))


class TestHarvests:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Diện tích ngô 1.560 ha, năng suất 38,5 tạ/ha, sản lượng 6.006 tấn.", [CONSISTENT]),
            ("Diện tích ngô 1.560 ha, năng suất 38,5 tạ/ha, sản lượng 6.606 tấn.", [INCONSISTENT]),
            ("Diện tích ngô 1.560 ha, sản lượng 6.006 tấn, năng suất 38,5 tạ/ha.", [CONSISTENT]),
            ("Diện tích ngô 1,56 nghìn ha, năng suất 3,85 tấn/ha, sản lượng 6,0 nghìn tấn.", [CONSISTENT]),
            ("Diện tích ngô 1,56 nghìn ha, năng suất 3,85 tấn/ha, sản lượng 6,1 nghìn tấn.", [INCONSISTENT]),
            # the most that rounding allows, and one tonne more
            ("Diện tích ngô 1.560 ha, năng suất 38,5 tạ/ha, sản lượng 6.016 tấn.", [CONSISTENT]),
            ("Diện tích ngô 1.560 ha, năng suất 38,5 tạ/ha, sản lượng 6.017 tấn.", [INCONSISTENT]),
            ("Diện tích ngô 1.560,00 ha, năng suất 38,50 tạ/ha, sản lượng 6.004 tấn.", [INCONSISTENT]),
            ("Diện tích ngô 1.560,00 ha, năng suất 38,50 tạ/ha, sản lượng 6,00 nghìn tấn.", [ONLY_IF_TRUNCATED]),
            # changes and brackets between them
            (
                "Diện tích lúa 27.840 ha, giảm 1,3% (kế hoạch 28.000 ha); năng suất 56,4 tạ/ha, tăng 0,7 tạ/ha; sản lượng 157.018 tấn.",
                [CONSISTENT],
            ),
            # so far off that they are of different things
            ("Diện tích ngô 1.560 ha, năng suất 38,5 tạ/ha, sản lượng 9.606 tấn.", []),
            # another crop, another season, a part
            ("Diện tích lúa 1.560 ha, năng suất 38,5 tạ/ha, sản lượng lương thực có hạt 6.606 tấn.", []),
            ("Diện tích lúa đông xuân 1.560 ha, năng suất 38,5 tạ/ha, sản lượng lúa cả năm 6.606 tấn.", []),
            ("Diện tích ngô 1.560 ha, năng suất 38,5 tạ/ha, trong đó sản lượng ngô sinh khối 5.606 tấn.", []),
            ("Diện tích ngô 1.560 ha, năng suất 38,5 tạ/ha, giá trị 6.606 tấn.", []),
            # of a crop that stands for years a part gives nothing yet
            ("Diện tích cà phê 1.560 ha, năng suất 38,5 tạ/ha, sản lượng 5.606 tấn.", []),
            ("Diện tích cà phê cho thu hoạch 1.560 ha, năng suất 38,5 tạ/ha, sản lượng 5.606 tấn.", [INCONSISTENT]),
            # the area nearest before is meant, and another figure between parts them
            ("Diện tích lúa 2.000 ha, đã thu hoạch 1.560 ha, năng suất 38,5 tạ/ha, sản lượng 6.006 tấn.", [CONSISTENT]),
            ("Diện tích ngô 1.560 ha, giá trị 25 tỷ đồng, năng suất 38,5 tạ/ha, sản lượng 6.606 tấn.", []),
            ("Diện tích ngô 1.560 ha, năng suất 38,5 tạ/ha. Đàn lợn 300 con, sản lượng 6.606 tấn.", []),
            ("Năm 2024, diện tích ngô 1.560 ha. Năm 2023, năng suất ngô 38,5 tạ/ha, sản lượng 6.606 tấn.", []),
            ("Năng suất ngô 38,5 tạ/ha, sản lượng 6.606 tấn.", []),
            # what a bracket tells is none of the three
            ("Diện tích ngô 1.560 ha, sản lượng 6.606 tấn (năng suất 38,5 tạ/ha).", []),
            ("Diện tích ngô 1.560 ha, năng suất 38,5 tạ/ha (sản lượng 6.606 tấn).", []),
            # no area, no yield, no output told beside them
            ("Ngô 15.600.000 cây, năng suất 38,5 tạ/ha, sản lượng 6.606 tấn.", []),
            ("Diện tích ngô 1.560 ha, bón 38,5 tạ/ha, sản lượng 6.606 tấn.", []),
            ("Diện tích ngô 1.560 ha, sản lượng 6.606 tấn, giá trị 25 tỷ đồng; năng suất 38,5 tạ/ha.", []),
            # what is only about known, or of two crops
            ("Diện tích ngô khoảng 1.560 ha, năng suất 38,5 tạ/ha, sản lượng 6.606 tấn.", []),
            ("Diện tích ngô 1.560 ha, năng suất khoảng 38,5 tạ/ha, sản lượng 6.606 tấn.", []),
            ("Diện tích ngô 1.560 ha, năng suất 38,5 tạ/ha, sản lượng khoảng 6.606 tấn.", []),
            ("Diện tích ngô và lạc cho thu hoạch 1.560 ha, năng suất 38,5 tạ/ha, sản lượng 5.606 tấn.", []),
            # of few digits, which may lie far apart
            ("Diện tích ngô 1 ha, năng suất 5 tạ/ha, sản lượng 1 tấn.", [CONSISTENT]),
            # several in one paragraph
            (
                "Diện tích ngô 1.560 ha, năng suất 38,5 tạ/ha, sản lượng 6.006 tấn; diện tích lạc 200 ha, năng suất 20,0 tạ/ha, sản lượng 450 tấn.",
                [CONSISTENT, INCONSISTENT],
            ),
        ],
    )
    def test_area_times_yield(self, text: str, expected: list[Consistency]) -> None:
        assert results("harvest", f"{text}\n" if text.startswith("Năm") else f"Năm 2024: {text}\n") == expected

    def test_words(self) -> None:
        (finding,) = found("harvest", "Diện tích ngô 1.560 ha, năng suất 38,5 tạ/ha, sản lượng 6.606 tấn.")
        assert (
            "sản lượng nêu 6.606 tấn không khớp với diện tích 1.560 ha nhân năng suất 38,5 tạ/ha" in finding.message_vi
        )
        assert "between 5,996.28 and 6,015.73 tonnes" in finding.message_en
        assert [one.quote for one in finding.sources] == ["6.606 tấn", "1.560 ha", "38,5 tạ/ha"]


class TestSections:
    def test_a_numeral_at_the_head_of_a_line_is_no_gap(self) -> None:
        text = "I. MỤC TIÊU\n\nGiữ vững ổn định.\n\nII. Tiếp tục thực hiện tốt các nhiệm vụ, đạt 95% kế hoạch năm.\n\nIII. TỔ CHỨC THỰC HIỆN\n\nCác phòng thực hiện.\n"
        assert results("sections", text) == [CONSISTENT]

    def test_a_single_heading(self) -> None:
        assert results("sections", "I. MỤC TIÊU\n\nGiữ vững ổn định.\n") == []


class TestVerdictsInProse:
    @pytest.mark.parametrize(
        ("after", "word"),
        [
            (", vượt kế hoạch đề ra", VerdictWord.EXCEEDED),
            (", đạt và vượt chỉ tiêu", VerdictWord.EXCEEDED),
            (" (đạt kế hoạch năm)", VerdictWord.MET),
            (", chưa đạt chỉ tiêu được giao", VerdictWord.NOT_MET),
            (", tăng 3,1% so với cùng kỳ, hoàn thành kế hoạch", VerdictWord.MET),
            (", vượt kế hoạch 12%", None),  # a margin, no word
            (", vượt cùng kỳ năm trước", None),
        ],
    )
    def test_words(self, after: str, word: VerdictWord | None) -> None:
        report = loads(f"Năm 2023, thu ngân sách nhà nước đạt 655,2 tỷ đồng{after}.")
        assert report.actuals[0].verdict_word is word


class TestSharesOfParts:
    """29.909 tỷ at 69,29 % implies the plan that the shares of its parts imply."""

    TEXT = (
        "Mười tháng năm 2025, vốn đầu tư do địa phương quản lý ước đạt 29.909 tỷ đồng, đạt {}% kế hoạch năm. "
        "Trong đó: vốn cấp tỉnh 17.476 tỷ đồng, đạt 64,86% kế hoạch năm; vốn cấp xã 12.433 tỷ đồng, đạt 76,64% {}."
    )

    @pytest.mark.parametrize(
        ("told", "result"),
        [("69,29", CONSISTENT), ("69,3", CONSISTENT), ("69,2", ONLY_IF_TRUNCATED), ("69,92", INCONSISTENT)],
    )
    def test_agree_with_that_of_the_whole(self, told: str, result: Consistency) -> None:
        findings = found("share", self.TEXT.format(told, "kế hoạch năm"))
        first, *others = findings
        assert first.result is result
        assert [source.quote for source in first.sources] == [f"{told}%", "29.909 tỷ đồng", "64,86%", "76,64%"]
        assert [one.missing for one in others] == [("target",), ("target",)]  # the parts themselves stay open

    def test_of_another_basis_tell_nothing(self) -> None:
        findings = found("share", self.TEXT.format("69,92", "dự toán"))
        assert {one.result for one in findings} == {UNDECIDED}
        assert len(findings) == 3


class TestBasesThatAreNone:
    def test_a_figure_is_no_base_of_itself(self) -> None:
        """A change told against the period that its level is read of: one of the two is of another."""
        text = "Diện tích lúa năm 2018 là 146.919 ha, giảm 1,46% so với năm 2018."
        assert {finding.result for finding in found("growth", text)} <= {UNDECIDED}

    def test_one_of_another_size_leaves_it_open(self) -> None:
        text = (
            "Năm 2011, tổng vốn FDI đăng ký là {} triệu USD. Năm 2012, tổng vốn FDI đăng ký là 180 triệu USD, "
            "tăng 88,2% so với năm 2011."
        )
        (finding,) = found("growth", text.format("2.420,9"))
        assert (finding.result, finding.missing) == (UNDECIDED, ("base",))
        (finding,) = found("growth", text.format("98,9"))
        assert finding.result is INCONSISTENT  # +82,0 %

    def test_a_count_that_the_percentage_is_not_of(self) -> None:
        text = "Toàn tỉnh có {} doanh nghiệp mới, giảm 7,55% so với cùng kỳ."
        assert results("whole_numbers", text.format("2")) == []
        assert results("whole_numbers", text.format("13")) == [INCONSISTENT]  # of 14 7,14 %


class TestTargetsToldBefore:
    TEXT = (
        "Năm 2020, Cục Hải quan được giao chỉ tiêu thu ngân sách nhà nước là 20.000 tỷ đồng. Nhưng đến ngày 18/8, "
        "số thu tại đơn vị mới đạt {} tỷ đồng, hoàn thành {}% chỉ tiêu dự toán năm 2020."
    )

    def test_are_in_the_unit_of_the_result(self) -> None:
        text = self.TEXT.format("10.236", "51,2").replace(
            "20.000 tỷ đồng.", "20.000 tỷ đồng, kế hoạch kiểm tra 300 doanh nghiệp."
        )
        (finding,) = found("share", text)
        assert finding.result is CONSISTENT

    @pytest.mark.parametrize(("share", "result"), [("51,2", CONSISTENT), ("51,1", ONLY_IF_TRUNCATED)])
    def test_are_those_of_a_share_that_fits(self, share: str, result: Consistency) -> None:
        (finding,) = found("share", self.TEXT.format("10.236", share))
        assert finding.result is result
        assert [source.quote for source in finding.sources] == [f"{share}%", "10.236 tỷ đồng", "20.000 tỷ đồng"]

    @pytest.mark.parametrize(("level", "share"), [("10.236", "47"), ("hơn 10.236", "51")])
    def test_one_that_does_not_fit_may_be_of_something_else(self, level: str, share: str) -> None:
        (finding,) = found("share", self.TEXT.format(level, share))
        assert (finding.result, finding.missing) == (UNDECIDED, ("target",))

    def test_what_was_not_planned_is_none(self) -> None:
        text = self.TEXT.replace("được giao chỉ tiêu thu ngân sách nhà nước là", "chi thường xuyên")
        assert results("share", text.format("10.236", "51,2")) == [UNDECIDED]

    def test_one_far_before_is_not_looked_at(self) -> None:
        text = self.TEXT.replace("Nhưng", "Tình hình chung còn nhiều khó khăn, vướng mắc. " * 6 + "Nhưng")
        assert results("share", text.format("10.236", "51")) == [UNDECIDED]


class TestOverlappingParts:
    """Women and minorities overlap; kinds that exclude one another do not."""

    def test_even_one_that_overlaps_is_no_more_than_the_whole(self) -> None:
        text = "Năm 2023, huyện đào tạo nghề cho 200 người, trong đó 210 người là nữ, 30 người dân tộc thiểu số."
        assert results("parts", text) == [INCONSISTENT]

    TEXT = "Năm 2023, huyện đào tạo nghề cho 200 người, trong đó 120 người {}, 115 người {}."

    @pytest.mark.parametrize(
        ("one", "other", "result"),
        [("là nữ", "dân tộc thiểu số", UNDECIDED), ("học nghề may", "học nghề hàn", INCONSISTENT)],
    )
    def test_may_be_more_than_the_whole(self, one: str, other: str, result: Consistency) -> None:
        assert results("parts", self.TEXT.format(one, other)) == [result]


class TestDeficits:
    """A deficit is imports less exports, a surplus the other way round."""

    TEXT = "Năm 2023, kim ngạch xuất khẩu đạt {} tỷ USD, kim ngạch nhập khẩu đạt {} tỷ USD. Cả nước {} {} tỷ USD."

    @pytest.mark.parametrize(
        ("exports", "imports", "word", "told", "result"),
        [
            ("14,3", "16,5", "nhập siêu", "2,2", CONSISTENT),
            ("14,3", "16,5", "xuất siêu", "2,2", INCONSISTENT),
            ("16,5", "14,3", "xuất siêu", "2,2", CONSISTENT),
            ("14,3", "16,5", "nhập siêu", "2,6", INCONSISTENT),
        ],
    )
    def test_are_told_by_their_word(
        self, exports: str, imports: str, word: str, told: str, result: Consistency
    ) -> None:
        assert results("balance", self.TEXT.format(exports, imports, word, told)) == [result]


class TestImpliedTargets:
    FIRST = "Quý I năm 2024, thu ngân sách nhà nước trên địa bàn huyện đạt 310,5 tỷ đồng, đạt 24,8% dự toán năm. "
    SECOND = "{}, tổng thu ngân sách nhà nước trên địa bàn huyện đạt {} tỷ đồng, đạt {}% dự toán năm."

    @pytest.mark.parametrize(
        ("when", "level", "share", "expected"),
        [
            ("Sáu tháng đầu năm 2024", "626,4", "50,1", [CONSISTENT]),
            ("Sáu tháng đầu năm 2024", "702,4", "53,1", [INCONSISTENT]),
            ("Sáu tháng đầu năm 2024", "702,4", "93,1", []),  # so far apart that they are of different things
            ("Quý I năm 2024", "320,9", "24,8", []),  # two figures of one period are another rule's matter
        ],
    )
    def test_of_two_periods_of_one_year(self, when: str, level: str, share: str, expected: list[Consistency]) -> None:
        assert results("implied", self.FIRST + self.SECOND.format(when, level, share)) == expected

    @pytest.mark.parametrize(("margin", "expected"), [("120%", [INCONSISTENT]), ("1,2 lần", [])])
    def test_a_margin_in_times_implies_none(self, margin: str, expected: list[Consistency]) -> None:
        """Of 100 it may be 220 or 120."""
        text = (
            f"Quý I năm 2024, thu ngân sách nhà nước trên địa bàn huyện đạt 220 tỷ đồng, vượt {margin} dự toán năm. "
            "Sáu tháng đầu năm 2024, thu ngân sách nhà nước trên địa bàn huyện đạt 240 tỷ đồng, đạt 220,0% dự toán năm."
        )
        assert results("implied", text) == expected


class TestContributions:
    TEXT = (
        "Năm 2023, GRDP tăng {}%, trong đó: khu vực nông nghiệp tăng 4,5% (đóng góp {} điểm phần trăm); công nghiệp - "
        "xây dựng tăng 12,1% (đóng góp 6,19 điểm phần trăm); dịch vụ tăng 8,4% (đóng góp 2,61 điểm phần trăm)."
    )

    @pytest.mark.parametrize(
        ("growth", "agriculture", "expected"),
        [
            ("9,6", "0,80", [CONSISTENT]),
            ("9,4", "0,80", [INCONSISTENT]),
            ("7,2", "0,80", []),  # so far off that they are to another growth
        ],
    )
    def test_make_the_growth(self, growth: str, agriculture: str, expected: list[Consistency]) -> None:
        assert results("contributions", self.TEXT.format(growth, agriculture)) == expected

    def test_say_nothing_of_a_growth_told_as_a_bound(self) -> None:
        assert results("contributions", self.TEXT.format("9,6", "0,80").replace("tăng 9,6", "tăng trên 9,0")) == []

    @pytest.mark.parametrize(
        ("before", "growth", "expected"),
        [
            ("nông nghiệp tăng 9,6%; ", "9,4", [INCONSISTENT]),  # of a sector
            ("GRDP quý IV tăng 9,2%, cả năm ", "9,6", [CONSISTENT]),  # the growth that fits
        ],
    )
    def test_make_one_of_the_growths_told_before(self, before: str, growth: str, expected: list[Consistency]) -> None:
        text = self.TEXT.format(growth, "0,80").replace("GRDP", f"{before}GRDP", 1)
        assert results("contributions", text) == expected

    def test_a_list_within_the_list_is_not_added(self) -> None:
        text = (
            "Năm 2023, GRDP tăng 8,6%; nông nghiệp làm giảm 0,3 điểm phần trăm; công nghiệp, xây dựng đóng góp 6,7 điểm "
            "phần trăm (trong đó công nghiệp đóng góp 0,3 điểm phần trăm); dịch vụ đóng góp 2,2 điểm phần trăm."
        )
        (finding,) = found("contributions", text)
        assert finding.result is CONSISTENT
        assert len(finding.sources) == 4

    def test_name_all_that_they_rest_on(self) -> None:
        (finding,) = found("contributions", self.TEXT.format("9,4", "0,80"))
        quotes = [source.quote for source in finding.sources]
        assert quotes == ["9,4%", "0,80 điểm phần trăm", "6,19 điểm phần trăm", "2,61 điểm phần trăm"]
        assert finding.residual is not None
        assert "cộng lại từ 9,58 đến 9,62 điểm phần trăm" in finding.message_vi
        assert "disagrees with what its sectors contribute" in finding.message_en


class TestExchange:
    TEXT = (
        "GRDP năm 2021 đạt 20.728 tỷ đồng (tương đương 896,1 triệu USD); "
        "GRDP bình quân đầu người đạt 59,6 triệu đồng (tương đương {} USD)."
    )

    @pytest.mark.parametrize(
        ("dollars", "result"),
        [
            ("2.577", CONSISTENT),  # 23.130 đồng a dollar, as the first
            ("2.560", CONSISTENT),  # 0,6 % more: converted on another day
            ("2.480", INCONSISTENT),  # 3,9 % more
            ("2.225", INCONSISTENT),
        ],
    )
    def test_two_amounts_imply_one_rate(self, dollars: str, result: Consistency) -> None:
        assert results("exchange", self.TEXT.format(dollars)) == [result]

    def test_those_far_apart_may_be_converted_otherwise(self) -> None:
        text = self.TEXT.format("2.225").replace("; ", "; " + "tình hình chung ổn định, " * 20)
        assert results("exchange", text) == []


class TestSameFactInBrackets:
    TEXT = "Năm 2023, thu ngân sách nhà nước đạt 500 tỷ đồng. Năm 2023, kinh tế phát triển{}thu ngân sách nhà nước đạt 520 tỷ đồng{}."

    @pytest.mark.parametrize(("opens", "closes", "expected"), [(", ", "", [INCONSISTENT]), (" (", ")", [])])
    def test_means_what_the_words_around_it_mean(self, opens: str, closes: str, expected: list[Consistency]) -> None:
        assert results("same_fact", self.TEXT.format(opens, closes)) == expected


class TestProportionsToldInTurn:
    TEXT = "Có 200 cơ sở sản xuất, gồm 105 cơ sở lớn và 95 cơ sở nhỏ, {}chiếm 52,5%{} tổng số cơ sở."

    @pytest.mark.parametrize(("turn", "other", "expected"), [("lần lượt ", " và 47,5%", []), ("", "", [INCONSISTENT])])
    def test_are_of_each_in_turn(self, turn: str, other: str, expected: list[Consistency]) -> None:
        assert results("proportion", self.TEXT.format(turn, other)) == expected


class TestTheWholeOfASentenceBefore:
    TEXT = "Có {} dự án cấp mới; 406 dự án tăng vốn. Trong đó, chế biến có {} dự án."

    @pytest.mark.parametrize(
        ("first", "part", "expected"),
        [
            ("980", "431", []),  # of the 980
            ("380", "431", [INCONSISTENT]),  # of neither
            ("980", "406", [CONSISTENT]),  # of the nearest, as usual
        ],
    )
    def test_is_the_nearest_that_holds_the_parts(self, first: str, part: str, expected: list[Consistency]) -> None:
        assert results("parts", self.TEXT.format(first, part)) == expected

    @pytest.mark.parametrize(("last", "expected"), [("16,1", [CONSISTENT]), ("17,6", [])])
    def test_rounded_parts_may_be_a_little_more(self, last: str, expected: list[Consistency]) -> None:
        text = f"Vốn cấp mới đạt 98,0 tỷ đồng; vốn tăng thêm 40,6 tỷ đồng. Trong đó, chế biến 24,6 tỷ đồng và xây dựng {last} tỷ đồng."
        assert results("parts", text) == expected


class TestSharesOfPartsThatAreNone:
    """Shares are held against those of parts only where the parts make the whole."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("gồm thu nội địa 600 tỷ đồng, đạt 60,0% dự toán và thu khác 400 tỷ đồng, đạt 60,0% dự toán", INCONSISTENT),
            (
                "trong đó thu nội địa 600 tỷ đồng, đạt 60,0% dự toán và thu khác 300 tỷ đồng, đạt 60,0% dự toán",
                UNDECIDED,
            ),
            ("trong đó thu nội địa 1.000 tỷ đồng, đạt 60,0% dự toán", UNDECIDED),
        ],
    )
    def test_are_left_alone(self, text: str, expected: Consistency) -> None:
        head = "Năm 2023, thu ngân sách nhà nước đạt 1.000 tỷ đồng, đạt 55,0% dự toán, "
        assert results("share", f"{head}{text}.")[0] is expected


class TestYearlyAverages:
    TEXT = "Thu ngân sách nhà nước năm 2020 đạt 380 tỷ đồng, tăng 249,9 tỷ đồng so với năm 2015, {}tăng 20,1%."

    @pytest.mark.parametrize(("words", "expected"), [("bình quân mỗi năm ", []), ("", [INCONSISTENT])])
    def test_are_not_the_growth_of_all_years(self, words: str, expected: list[Consistency]) -> None:
        assert results("growth", self.TEXT.format(words)) == expected

    @pytest.mark.parametrize(("words", "expected"), [("bình quân mỗi năm ", []), ("", [INCONSISTENT])])
    def test_are_no_growth_of_a_whole_base(self, words: str, expected: list[Consistency]) -> None:
        assert results("whole_numbers", f"Năm 2023, huyện có 12 hợp tác xã, {words}tăng 20,1%.") == expected

    @pytest.mark.parametrize(("words", "expected"), [("bình quân mỗi năm ", []), ("", [INCONSISTENT])])
    def test_do_not_add_up_over_parts(self, words: str, expected: list[Consistency]) -> None:
        text = (
            "Năm 2023, thu ngân sách đạt 1.000 tỷ đồng, {0}tăng 10%, gồm thu nội địa 400 tỷ đồng, {0}tăng 1% "
            "và thu khác 600 tỷ đồng, {0}tăng 25%."
        )
        assert results("growth", text.format(words)) == expected


class TestPrices:
    """Levels at current prices, and what is told at constant ones."""

    @pytest.mark.parametrize(("at", "expected"), [(None, INCONSISTENT), (PriceBase.CONSTANT, UNDECIDED)])
    def test_of_growth_and_levels_differ(self, at: PriceBase | None, expected: Consistency) -> None:
        told = loads(
            "Năm 2023, thu ngân sách đạt 1.000 tỷ đồng, tăng 10%, gồm thu nội địa 400 tỷ đồng, tăng 1% "
            "và thu khác 600 tỷ đồng, tăng 25%."
        )
        first, *others = told.changes
        held = evolve(told, changes=(first, *(evolve(one, price_base=at) for one in others)))
        (finding,) = audit(held, rules={"growth": RULES["growth"]})
        assert (finding.result, finding.missing) == (expected, () if at is None else ("price_base",))

    @pytest.mark.parametrize(("whole", "part"), [("giá hiện hành", "giá so sánh"), ("giá so sánh", "giá hiện hành")])
    def test_of_two_kinds_do_not_add_up(self, whole: str, part: str) -> None:
        text = (
            "Năm 2023, giá trị sản xuất theo {} đạt 1.000 tỷ đồng, gồm công nghiệp theo {} đạt 500 tỷ đồng "
            "và dịch vụ đạt 600 tỷ đồng."
        )
        assert results("parts", text.format(whole, part)) == []
        assert results("parts", text.format(whole, whole)) == [INCONSISTENT]
