"""What figures mean in their sentence: name, role, period and basis, each wording with what it must give."""

from __future__ import annotations

import pytest

from vnplan.loading import loads
from vnplan.model.report import ReportKind

Told = tuple[str, str, str, str | None, str | None]


def told(text: str) -> list[Told]:
    """Role, name, value, period and basis of the figures of a text."""
    return [
        (row["role"], row["name"], row["value"] or "", row["period"], row["basis"])
        for row in loads(text).to_records()
        if row["role"] != "tally"
    ]


def names(text: str) -> list[str]:
    return [name for _, name, *_ in told(text)]


def periods(text: str) -> list[str | None]:
    return [period for *_, period, _ in told(text)]


class TestNames:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Giảm 15 hộ nghèo.", ["hộ nghèo"]),
            ("Trợ cấp 5,3% số hộ khó khăn.", ["Trợ cấp"]),  # no rank follows "cấp" with a per cent sign
            ("Giá vàng sụt xuống còn 61 triệu đồng/lượng.", ["Giá vàng"]),
            ("Trên địa bàn huyện có 214 hợp tác xã.", ["hợp tác xã"]),  # not the place that has them
            ("Hết tháng 6, Lâm Đồng có 12.400 doanh nghiệp.", ["doanh nghiệp"]),
            ("Xã còn 17 hộ cận nghèo.", ["hộ cận nghèo"]),
            ("Theo số liệu của Ban An toàn giao thông, xảy ra 17 vụ tai nạn giao thông.", ["vụ tai nạn giao thông"]),
            ("Kiểm tra 32 gói thầu thuộc 22 dự án.", ["Kiểm tra gói thầu", "dự án"]),
            ("Tỷ lệ sinh con thứ 3 trở lên là 11,2%.", ["Tỷ lệ sinh con thứ 3 trở lên"]),
            ("Điện thoại 21,4 triệu cái.", ["Điện thoại"]),
            ("Có 41 dự án trong nước vốn đăng ký 21.400 tỷ đồng.", ["dự án trong nước", "vốn đăng ký"]),
            ("Số doanh nghiệp thành lập mới 1.305, tăng 18%.", ["Số doanh nghiệp thành lập mới"] * 2),
            ("Toàn tỉnh có 29 xã NTM nâng cao.", ["xã NTM nâng cao"]),
            ("Có 98,7% tàu từ 15m trở lên lắp máy.", ["tàu từ 15m trở lên lắp máy"]),
            ("Vận tải 3 triệu lượt khách, giảm 2% về lượt khách đi và tăng 3% về lượt khách đến.",
             ["Vận tải", "lượt khách đi", "lượt khách đến"]),
            ("Tốc độ tăng trưởng bình quân 3 năm đạt 9,7%/năm.", ["Tốc độ tăng trưởng bình quân"]),
            ("Doanh nghiệp hoạt động từ 3 đến 9 năm chiếm 48%.", ["Doanh nghiệp hoạt động từ 3 đến 9 năm"]),
            ("Tổng diện tích cây hằng năm 9.842 ha.", ["Tổng diện tích cây hằng năm"]),
            ("Đàn trâu có 5.210 con.", ["Đàn trâu"]),  # animals are counted by a mere classifier
            ("UBND thị xã phê duyệt 64 quy trình nội bộ.", ["phê duyệt quy trình nội bộ"]),
            ("Năm nay thị xã đón 2,6 triệu lượt khách tham quan.", ["đón lượt khách tham quan"]),
            ("Huyện có 151 ha đất trồng chè.", ["đất trồng chè"]),
            ("Toàn tỉnh có 48 dự án còn hiệu lực với tổng vốn đăng ký 910 triệu USD.",
             ["dự án còn hiệu lực", "tổng vốn đăng ký"]),
            ("Có 37 doanh nghiệp thành lập mới, vốn đăng ký 88 tỷ đồng.", ["doanh nghiệp thành lập mới", "vốn đăng ký"]),
            ("Số vụ đã phát hiện tăng 6 vụ.", ["Số vụ đã phát hiện"]),  # "đã" only says which are counted
            ("Sở cho biết tỉnh đã thu hút 12 dự án.", ["thu hút dự án"]),
            ("Số liệu sơ bộ cho thấy sản lượng cá đạt 40 tấn.", ["sản lượng cá"]),
            ("Mục tiêu cơ bản của năm là thu ngân sách đạt 90 tỷ đồng.", ["thu ngân sách"]),
            ("Hoạt động xuất khẩu tiếp tục khởi sắc, đạt 30 triệu USD.", ["Hoạt động xuất khẩu"]),
            ("Đóng góp lớn thứ ba là Hàn Quốc với 20 dự án.", ["dự án"]),
            ("Năm 2021 có 96 xã (41,5%) đạt chuẩn nông thôn mới.", ["xã đạt chuẩn nông thôn mới"] * 2),
            ("Huyện đạt 12/12 xã. Bình quân mỗi năm thu hút 7 dự án.", ["xã", "thu hút dự án"]),
            ("Tỉnh thu hút 14 dự án với tổng vốn đăng ký 2.310 tỷ đồng.", ["thu hút dự án", "tổng vốn đăng ký"]),
            ("Toàn Đảng bộ hiện có 3.105 đảng viên.", ["đảng viên"]),
            ("Trung tâm Phục vụ hành chính công tiếp nhận 8.340 hồ sơ.", ["tiếp nhận hồ sơ"]),
            ("Riêng tháng 5, đơn vị thu được 61,2 tỷ đồng.", ["thu"]),
            ("Phấn đấu thu cả năm đạt 100% chỉ tiêu pháp lệnh.", ["thu"]),
            ("Lượng khách đạt 2 triệu lượt. Năm 2021 do dịch bệnh chỉ còn 1,1 triệu lượt.", ["Lượng khách"] * 2),
            ("Tỷ lệ hộ nghèo từ 24,1% đầu nhiệm kỳ xuống còn 6,3%.", ["Tỷ lệ hộ nghèo"] * 2),
            ("Công nghiệp từ 51% năm 2020 lên 58% năm 2025, nông nghiệp giảm từ 19% xuống 12%.",
             ["Công nghiệp", "Công nghiệp", "nông nghiệp", "nông nghiệp"]),
            ("Tỷ lệ hộ dùng nước sạch đạt 81%, thấp hơn bình quân cả nước 4,1 điểm phần trăm; còn 9 thôn.",
             ["Tỷ lệ hộ dùng nước sạch", "Tỷ lệ hộ dùng nước sạch", "thôn"]),
            ("Thu hồi 416 triệu đồng, giảm trừ quyết toán 534 triệu đồng.", ["Thu hồi", "giảm trừ quyết toán"]),
            ("Có 6/9 xã đạt bộ tiêu chí quốc gia về y tế.", ["xã đạt bộ tiêu chí quốc gia về y tế"]),
            ("Chỉ số tồn kho tại thời điểm 31/5/2024 tăng 0,5%.", ["Chỉ số tồn kho"]),
            ("Có 8 xã đạt 19 tiêu chí và 9 xã đạt 15-18 tiêu chí.", ["xã đạt 19 tiêu chí", "xã đạt 15-18 tiêu chí"]),
            ("Tỉnh tiếp tục giữ vững mức xuất siêu 1,7 tỷ USD.", ["xuất siêu"]),
            ("Các đơn vị khối huyện đã giải ngân được 842 tỷ đồng.", ["giải ngân"]),
            ("Xã Tân Lập có tổng dân số là 1.788 người.", ["tổng dân số"]),
            ("Tỉnh là địa phương dẫn đầu cả nước về thu hút vốn đầu tư nước ngoài với 1,9 tỷ USD.",
             ["thu hút vốn đầu tư nước ngoài"]),
            ("Rừng hiện có 54 ha (31 ha đất rừng nội địa và 23 ha đất bãi bồi).",
             ["Rừng", "đất rừng nội địa", "đất bãi bồi"]),
            ("Nâng cấp ít nhất 20% sản phẩm OCOP.", ["Nâng cấp sản phẩm OCOP"]),
            ("Toàn ngành triển khai các lĩnh vực, cụ thể: 140 người được xuất khẩu lao động.",
             ["người được xuất khẩu lao động"]),
            ("Bán lẻ hàng hóa ước thu 50 tỷ đồng đạt 106% kế hoạch.", ["Bán lẻ hàng hóa"] * 2),
            ("Thu ngân sách tăng trưởng tốt, trung bình đạt 121% so với mục tiêu.", ["Thu ngân sách"]),
            ("Trung Quốc chiếm 26% tỷ trọng xuất khẩu và thâm hụt thương mại lên đến 41 triệu USD.",
             ["Trung Quốc", "thâm hụt thương mại"]),
            ("Nhóm tiêu chí về quy hoạch: 100% các xã đã được phê duyệt đồ án.", ["xã đã được phê duyệt đồ án"]),
            ("Bán lẻ hàng hóa tính riêng trong tháng 7 đạt 87 tỷ đồng.", ["Bán lẻ hàng hóa"]),
            ("Giảm tỷ lệ hộ nghèo, cận nghèo vùng miền núi: tỉnh giao 95%, địa phương giao 96%.",
             ["tỷ lệ hộ nghèo, cận nghèo vùng miền núi"] * 2),
            ("Số trường đạt 80%; giảm 20% số hộ nghèo theo chuẩn mới.", ["Số trường", "số hộ nghèo theo chuẩn mới"]),
            ("Có 55 lượt xe (nhập 31 lượt và xuất 24 lượt), tăng 24% so với cùng kỳ.",
             ["lượt xe", "nhập", "xuất", "lượt xe"]),
            ("GRDP đạt 260 tỷ đồng. Tính theo giá so sánh 2010 đạt 197 tỷ đồng.", ["GRDP", "GRDP"]),
            ("Trên 2.700 xã đã đạt chuẩn nông thôn mới nhưng nhiều xã rớt chuẩn.", ["xã đã đạt chuẩn nông thôn mới"]),
            ("TPHCM ghi nhận sự gia tăng mạnh của dòng vốn đầu tư với trên 6,8 tỷ USD.", ["dòng vốn đầu tư"]),
            ("Cấp xã: tỉnh giao 2%, địa phương giao 3%.", ["Cấp xã", "Cấp xã"]),
            ("GRDP 9 tháng đạt 114 tỷ đồng.\nPhân theo quý: quý I tăng 8,8%; quý II tăng 7,4%.", ["GRDP"] * 3),
        ],
    )  # fmt: skip
    def test_are_those_of_what_is_measured(self, text: str, expected: list[str]) -> None:
        assert names(text) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Tăng trưởng GRDP của các tỉnh như sau: Sơn La tăng 7,9%; Lai Châu tăng 6,2%.",
             ["Tăng trưởng GRDP Sơn La", "Tăng trưởng GRDP Lai Châu"]),
            ("Các huyện có diện tích chè giảm như: huyện Mộc Châu (giảm 28 ha); huyện Yên Châu (giảm 9 ha).",
             ["diện tích chè huyện Mộc Châu", "diện tích chè huyện Yên Châu"]),
            ("Thu ngân sách của huyện đạt 30 tỷ đồng, trong đó xã Tân Lập đạt 3 tỷ đồng.",
             ["Thu ngân sách", "Thu ngân sách xã Tân Lập"]),
        ],
    )  # fmt: skip
    def test_of_a_list_of_places_tell_what_is_told_of_them(self, text: str, expected: list[str]) -> None:
        assert names(text) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Dịch vụ và nông nghiệp lần lượt tăng 8,4% và 1,1%.", ["Dịch vụ", "nông nghiệp"]),
            ("Nông nghiệp chiếm 20,5%, dịch vụ 46% (cùng kỳ tương ứng là 21,5%; 44,8%).",
             ["Nông nghiệp", "dịch vụ", "Nông nghiệp", "dịch vụ"]),
        ],
    )  # fmt: skip
    def test_told_in_turn(self, text: str, expected: list[str]) -> None:
        assert names(text) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Gạo đạt 300 tấn, giảm 5% về lượng và 8% về trị giá.", ["Gạo", "Gạo (lượng)", "Gạo (trị giá)"]),
            ("Doanh nghiệp mới tăng 12,9% về số doanh nghiệp.", ["số doanh nghiệp"]),
        ],
    )
    def test_say_in_which_respect_something_changed(self, text: str, expected: list[str]) -> None:
        assert names(text) == expected

    def test_aims_told_in_turn_by_dashes(self) -> None:
        text = "Năm 2023: nông nghiệp 31,2%; công nghiệp 38,4%; dịch vụ 30,4% (mục tiêu đến năm 2025: 28% - 40% - 32%)."
        assert names(text)[3:] == ["nông nghiệp", "công nghiệp", "dịch vụ"]

    def test_levels_change_in_turn(self) -> None:
        text = (
            "Tổng đàn trâu 3.120 con, đàn bò 12.480 con (trong đó bò lai chiếm 68,5%), đàn lợn 5,62 triệu con,"
            " tăng lần lượt 0,3%, 2,1% và 6,7% so với cùng kỳ."
        )
        changes = loads(f"Năm 2024: {text}").changes
        assert [change.name for change in changes] == ["Tổng đàn trâu", "đàn bò", "đàn lợn"]
        assert [change.of and change.of.name for change in changes] == ["Tổng đàn trâu", "đàn bò", "đàn lợn"]

    def test_of_a_bracket_are_those_before_the_bracket(self) -> None:
        text = "Kim ngạch hàng không thuế (75% là hàng gia công) đạt 36 tỷ USD."
        assert names(text)[-1] == "Kim ngạch hàng không thuế"


class TestRoles:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Thu ngân sách đạt 80% kế hoạch, tăng 22% so với cùng kỳ.", ["share", "change"]),
            ("Vốn của Hàn Quốc đạt 2 tỷ USD, chiếm 31,5% tổng vốn đầu tư.", ["actual", "actual"]),
            ("Kinh tế nhà nước đạt 26 triệu USD, bằng 80% so cùng kỳ; kinh tế tư nhân đạt 40 triệu USD, bằng 58,8%.",
             ["actual", "change", "actual", "change"]),
            ("Sản lượng lúa đã vượt 2 triệu tấn.", ["actual"]),
            ("Có 29/38 trường đạt chuẩn quốc gia, đạt 76,3%.", ["actual", "actual"]),
            ("Số hộ nghèo còn 47 hộ (1,12%).", ["actual", "actual"]),
            ("Tỷ lệ tăng dân số tự nhiên là 8,9‰.", ["actual"]),
            ("Ngành nông nghiệp tăng trưởng 2,6%.", ["change"]),
            ("Dịch vụ tăng trưởng âm 0,18%.", ["change"]),
            ("Cục được giao dự toán năm (4.100 tỷ đồng).", ["target"]),
            ("Huyện có kế hoạch gieo trồng 230 ha lúa.", ["target"]),
            ("Thu ngân sách phải đạt 40 tỷ đồng, giải ngân sẽ tăng 5%.", ["target", "target"]),
            ("Giải ngân vốn chương trình mục tiêu quốc gia được 6 tỷ đồng.", ["actual"]),
            ("GRDP tăng 9,1% (kế hoạch 8,5%).", ["change", "target"]),
            ("Số thu bằng 91,5% 6 tháng đầu năm 2024.", ["change"]),
        ],
    )  # fmt: skip
    def test_of_wordings(self, text: str, expected: list[str]) -> None:
        assert [role for role, *_ in told(text)] == expected

    def test_a_fall_is_negative(self) -> None:
        assert [value for _, _, value, *_ in told("Dịch vụ tăng trưởng âm 0,18%.")] == ["-0.18"]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Tỷ lệ hộ nghèo còn 3,6%, vượt chỉ tiêu đề ra 0,2 điểm %.", ("share", "plan")),
            ("Tỷ lệ hộ nghèo còn 3,6%, vượt chỉ tiêu HĐND huyện giao 0,2%.", ("share", "assigned")),
            ("Thu ngân sách đạt 5,4 tỷ đồng, vượt dự toán năm 8%.", ("share", "estimate")),
            ("Trồng rừng 120 ha, vượt kế hoạch đề ra 20 ha.", ("share", "plan")),
            ("Độ che phủ đạt 47%, vượt kế hoạch đề ra 45%.", ("target", None)),
            ("Trồng rừng 120 ha, vượt kế hoạch đề ra là 100 ha.", ("target", "plan")),
        ],
    )
    def test_by_how_much_a_plan_is_exceeded(self, text: str, expected: tuple[str, str | None]) -> None:
        role, _, _, _, basis = told(f"Năm 2024: {text}")[-1]
        assert (role, basis) == expected

    def test_a_part_of_the_product_is_no_share_of_a_plan(self) -> None:
        text = "Năm 2024, tổng vốn đầu tư toàn xã hội 42.000 tỷ đồng, bằng 38% GRDP."
        assert [(role, value) for role, _, value, *_ in told(text)] == [("actual", "42000"), ("actual", "38")]

    def test_what_is_planned_beside_a_growth_is_a_growth(self) -> None:
        target = loads("GRDP tăng 9,1% (kế hoạch 8,5%).").targets[0]
        assert target.measure == "increase"

    def test_a_sentence_on_a_plan_does_not_make_a_plan_of_a_text(self) -> None:
        text = "Bình Thuận - Kinh tế\n\nĐây là năm tăng tốc của Kế hoạch phát triển kinh tế xã hội 5 năm. GRDP đạt 81 tỷ đồng."
        assert [role for role, *_ in told(text)] == ["actual"]

    def test_an_aim_behind_what_is_told_makes_no_aims_of_it(self) -> None:
        text = "BÁO CÁO\nTình hình năm 2013\n\nTỉnh có 5 huyện. Thu ngân sách đạt 30 tỷ đồng.\n\nPhấn đấu đến năm 2015, tỷ lệ hộ nghèo còn 3%."
        assert [role for role, *_ in told(text)] == ["actual", "actual", "target"]

    REPORT = (
        "BÁO CÁO\nKết quả công tác y tế năm 2023, kế hoạch năm 2024\nPhần thứ nhất\nKẾT QUẢ THỰC HIỆN NĂM 2023\n"
        "I. Các chỉ tiêu HĐND tỉnh giao\n1. Số giường bệnh/10.000 dân đạt 32,4 giường.\n"
        "2. Tỷ lệ trạm y tế có bác sĩ đạt 91,5%, không đạt chỉ tiêu (94%).\n"
        "Phần thứ hai\nKẾ HOẠCH NĂM 2024\nPhấn đấu tỷ lệ bao phủ BHYT đạt 95%.\n"
    )

    def test_a_report_tells_results_though_a_part_of_it_is_a_plan(self) -> None:
        assert loads(self.REPORT).kind is not ReportKind.PLAN
        assert [(role, name, period) for role, name, _, period, _ in told(self.REPORT)] == [
            ("actual", "Số giường bệnh/10.000 dân", "2023"),
            ("actual", "Tỷ lệ trạm y tế có bác sĩ", "2023"),
            ("target", "Tỷ lệ trạm y tế có bác sĩ", "2023"),
            ("target", "tỷ lệ bao phủ BHYT", "2024"),
        ]

    def test_a_bracket_after_a_plan_that_was_reached_tells_the_plan_or_how_far(self) -> None:
        assert told("Năm 2024, hộ nghèo 3%, đạt kế hoạch (3,2%).")[-1][0] == "target"
        assert told("Năm 2024, thu ngân sách 5 tỷ đồng, hoàn thành kế hoạch (100%).")[-1][0] == "share"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Tội phạm xảy ra 88 vụ, kéo giảm 14,6% (15 vụ).", ("change", "Tội phạm", "-15")),
            ("Kết nạp 412 đảng viên, đạt 68,7% chỉ tiêu cả nhiệm kỳ là 600 đảng viên.", ("target", "đảng viên", "600")),
            ("97,4% hộ dùng nước hợp vệ sinh (NQ: 98%).", ("target", "hộ dùng nước hợp vệ sinh", "98")),
            (
                "Tỷ lệ hộ nghèo giảm 1,85%/năm, vượt mục tiêu Nghị quyết (giảm 1,5%/năm).",
                ("target", "Tỷ lệ hộ nghèo", "1.5"),
            ),
        ],
    )
    def test_of_what_stands_behind_a_share_or_change(self, text: str, expected: tuple[str, str, str]) -> None:
        assert told(f"Năm 2023: {text}")[-1][:3] == expected

    def test_an_aim_after_a_comma_is_no_plan_of_the_share_before(self) -> None:
        text = "Năm 2023, có 9/14 xã đạt chuẩn (64,3%), mục tiêu đến năm 2025 có 12 xã."
        assert [(role, basis) for role, *_, basis in told(text)] == [
            ("actual", None),
            ("actual", None),
            ("target", "plan"),
        ]

    def test_aims_go_on_after_what_they_are_compared_with(self) -> None:
        text = (
            "BÁO CÁO\nTình hình năm 2022\n\nNăm 2023, đặt mục tiêu thu ngân sách tăng 8% so với ước thực hiện năm 2022,"
            " kim ngạch xuất khẩu 5,6 tỷ USD, giảm thêm 1,2% hộ nghèo."
        )
        assert [(role, name) for role, name, *_ in told(text)] == [
            ("target", "thu ngân sách"),
            ("target", "kim ngạch xuất khẩu"),
            ("target", "hộ nghèo"),
        ]

    def test_what_meets_demands_is_no_aim(self) -> None:
        assert told("Năm 2023, 2.512 cơ sở đạt yêu cầu chiếm 88,3%; xử phạt 96 cơ sở.")[-1][0] == "actual"

    def test_points_below_an_announcement_are_aims(self) -> None:
        text = "Năm 2026, phường đề ra các chỉ tiêu sau:\n- Tỷ lệ hộ nghèo còn 1,2%;\n- Trồng mới 500 cây xanh."
        assert [(role, period) for role, _, _, period, _ in told(text)] == [("target", "2026"), ("target", "2026")]

    @pytest.mark.parametrize(
        "text",
        [
            "Tuyến đường qua địa phận 2 tỉnh Ninh Bình, Thanh Hóa.",  # named beside the count
            "Hải quan báo cáo về thu tại 8 đơn vị này.",  # told before
            "Toàn thành phố phủ sóng 5G.",
            "Huyện có 26 xã đạt từ 15 tiêu chí trở lên.",
        ],
    )
    def test_counts_that_measure_nothing(self, text: str) -> None:
        assert not [row for row in told(text) if not row[1].startswith("xã")]


class TestPeriods:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Từ ngày 15/12/2024 đến ngày 14/6/2025, xảy ra 17 vụ cháy.", ["2024-12-15/2025-06-14"]),
            ("Từ ngày 15/12 đến hết ngày 14/6/2025, xảy ra 3 vụ cháy.", ["2024-12-15/2025-06-14"]),
            ("Từ đầu năm 2012 đến ngày 30/01/2013, thu được 309 tỷ đồng.", ["2012-01-01/2013-01-30"]),
            ("Năm 2020 thu 50 tỷ đồng, giảm 21% so với cùng kỳ năm 2019 (63 tỷ đồng).", ["2020", "2020", "2019"]),
            ("Năm 2019 dịch vụ chiếm 38,3% (năm 2018 là 40,9%).", ["2019", "2018"]),
            ("Thu 8 tỷ đồng, tăng 5% so với cùng kỳ năm 2018. Chi 3 tỷ đồng.", ["2019", "2019", "2019"]),
            ("Lũy kế 10 tháng năm 2022 xuất khẩu 90 tỷ đồng. Trong tháng, tỉnh đón 45 nghìn lượt khách.",
             ["2022-01/2022-10", "2022-10"]),
            ("Năm 2025\nTrong quý IV, xã gieo 15 ha lúa.", ["2025-Q4"]),
            ("10 tháng năm 2022 thu 90 tỷ đồng; gạo tăng 5% so với tháng trước.", ["2022-01/2022-10", "2022-10"]),
            ("Tổng giá trị sản xuất (giá so sánh 2010) năm 2022 đạt 29 tỷ đồng.", ["2022"]),
            ("Thu nhập tăng từ 42 triệu đồng năm 2020 lên 51 triệu đồng năm 2023.", ["2020", "2023"]),
            ("Trong tháng đầu tiên của năm 2021, xuất khẩu đạt 2 tỷ USD.", ["2021-01"]),
            ("Vụ đông xuân 2021-2022, sản lượng đạt 9 nghìn tấn.", ["2021/2022"]),
            ("GRDP năm 2024 tăng 8%, cao hơn mức tăng 6% của năm 2023. Thu ngân sách 5 tỷ đồng.",
             ["2024", "2023", "2024"]),
        ],
    )  # fmt: skip
    def test_of_wordings(self, text: str, expected: list[str]) -> None:
        assert periods(text) == expected

    def test_of_a_headline_is_that_of_its_report_not_of_its_outlook(self) -> None:
        text = "BÁO CÁO\nKết quả thực hiện nhiệm vụ năm 2022, phương hướng năm 2023\n\nThu ngân sách 5 tỷ đồng."
        report = loads(text)
        assert (str(report.period), periods(text)) == ("2022", ["2022"])

    def test_of_a_term(self) -> None:
        text = "NGHỊ QUYẾT ĐẠI HỘI, NHIỆM KỲ 2020 - 2025\n\nTổng thu ngân sách 5 năm đạt 700 tỷ đồng."
        assert periods(text) == ["2020/2025"]

    def test_an_aside_ends_with_its_paragraph(self) -> None:
        text = "10 tháng năm 2023, thu 90 tỷ đồng.\n\nRiêng tháng 10, thu 8 tỷ đồng.\n\nĐơn vị làm thủ tục cho 40 doanh nghiệp."
        assert periods(text) == ["2023-01/2023-10", "2023-10", "2023-01/2023-10"]

    def test_a_text_of_many_years_leaves_open_what_it_tells_in_passing(self) -> None:
        text = (
            "Hà Giang - Kinh tế\n\nNăm 2008 thu 5 tỷ đồng.\n\nNăm 2012 thu 6 tỷ đồng.\n\nNăm 2019 thu 7 tỷ đồng."
            "\n\nỞ vùng cao có 12 chợ phiên."
        )
        assert periods(text)[:3] == ["2008", "2012", "2019"]

    def test_a_later_year_named_nearer_goes_before_the_paragraphs(self) -> None:
        text = "Năm 2018 thu 5 tỷ đồng.\n\nSản lượng lúa cả năm 2012 là 30 tấn. Trong tháng 10, sản lượng cá là 4 tấn."
        assert periods(text) == ["2018", "2012", "2012-10"]

    def test_what_is_due_after_the_report_is_of_itself_only(self) -> None:
        text = (
            "BÁO CÁO\nTình hình năm 2024\n\n1. Đầu tư\nĐã giải ngân 171 tỷ đồng; ước đến 31/01/2025 giải ngân đạt 95%."
            " Trong đó: vốn tỉnh giải ngân 64 tỷ đồng.\n2. Giáo dục\nToàn huyện có 42 trường học."
        )
        assert periods(text) == ["2024", "2025-01", "2024", "2024"]

    def test_the_whole_year_is_that_of_the_report_not_of_a_date_after_it(self) -> None:
        text = (
            "BÁO CÁO\nTình hình 9 tháng năm 2023\n\nPhấn đấu giải ngân đến 31/1/2024 đạt 95% kế hoạch,"
            " thu ngân sách cả năm vượt 3% dự toán."
        )
        assert periods(text) == ["2024-01", "2023"]

    def test_a_running_date_ends_with_its_part_of_the_text(self) -> None:
        text = (
            "BÁO CÁO\nTình hình năm 2024\n\n1. Đầu tư\nĐến ngày 30/11/2024 đã giải ngân 171 tỷ đồng.\n\n"
            "Vốn huyện 90 tỷ đồng.\n\n2. Giáo dục\nToàn huyện có 42 trường học."
        )
        assert periods(text) == ["2024-01/2024-11", "2024-01/2024-11", "2024"]

    def test_a_stretch_between_two_days_holds_for_its_paragraph(self) -> None:
        text = (
            "BÁO CÁO\nTình hình quý I năm 2025\n\n6. Giao thông\nTheo Ban An toàn giao thông tỉnh, từ ngày 15/02/2025 đến 14/3/2025, xảy ra 17 vụ tai nạn."
            " So với cùng kỳ năm trước, số vụ tai nạn giảm 32 vụ."
        )
        assert periods(text) == ["2025-02-15/2025-03-14"] * 2

    def test_may_is_a_month_and_a_year_is_none(self) -> None:
        text = "Năm 2025\nDoanh thu tháng Năm ước đạt 615 tỷ đồng. Năm tháng đầu năm, doanh thu đạt 2.000 tỷ đồng."
        assert periods(text) == ["2025-05", "2025-01/2025-05"]


class TestBases:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("CPI tăng 3% so với bình quân cùng kỳ năm 2022.", ["yoy"]),
            ("Sản lượng tăng 3,8% so với tháng cùng kỳ.", ["yoy"]),
            ("Tỷ lệ tốt nghiệp tăng 0,1% so với năm học trước.", ["yoy"]),
            ("Gạo tăng 9% về lượng và tăng 2% về trị giá so với năm 2017.", ["2017", "2017"]),
            ("Kim ngạch đều tăng so với cùng kỳ năm trước. Cụ thể, thủy sản tăng 19,6%; cao su tăng 14%.",
             ["yoy", "yoy"]),
            ("Giá trị thấp hơn kế hoạch 4,6 điểm phần trăm.", ["plan"]),
            ("Thu 126 tỷ đồng/tỉnh giao 98 tỷ đồng.", [None, "assigned"]),
        ],
    )  # fmt: skip
    def test_of_wordings(self, text: str, expected: list[str | None]) -> None:
        assert [basis for *_, basis in told(text)] == expected


class TestWords:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Lượng khách tăng gấp đôi cùng kỳ năm trước.", "2"),
            ("Thu ngân sách tăng gấp rưỡi so với năm 2021.", "1.5"),
            ("Sản lượng gấp ba lần năm 2020.", "3"),
        ],
    )
    def test_multiples(self, text: str, value: str) -> None:
        report = loads(text)
        assert [(row["role"], row["form"], row["value"]) for row in report.to_records()] == [("change", "times", value)]
        word = report.changes[0].source
        assert word is not None
        assert any(
            (entry.start, entry.end) == (word.start, word.start + len(word.quote.split()[0])) for entry in report.ledger
        )


class TestPlaces:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("TÌNH HÌNH KINH TẾ - XÃ HỘI TỈNH HÀ NAM THÁNG MƯỜI NĂM 2023\n\nThu 5 tỷ đồng.", "Tỉnh Hà Nam"),
            ("Châu Đức (huyện) - Kinh tế\n\nThu 5 tỷ đồng.", "Huyện Châu Đức"),
            ("UBND XÃ BÌNH PHÚ ĐÔNG\n\nThu ngân sách 5 tỷ đồng.", "Xã Bình Phú Đông"),
            ("Xuất khẩu khởi sắc\n\nTheo Tổng cục Thống kê, cả nước xuất khẩu 5 tỷ USD. TP. Hồ Chí Minh đạt 1 tỷ USD.", None),
        ],
    )  # fmt: skip
    def test_whose_report(self, text: str, name: str | None) -> None:
        place = loads(text).locality
        assert (None if place is None else place.name) == name


class TestNoFalseFigure:
    """Wordings in which a rule of thumb took a figure for what it is not."""

    @pytest.mark.parametrize(
        ("duty", "period"),
        [
            ("Phấn đấu thu ngân sách cả năm đạt 640 tỷ đồng.", "2023"),
            ("Thu ngân sách phấn đấu đạt 210 tỷ đồng.", "2023-Q4"),
        ],
    )
    @pytest.mark.parametrize(
        "result",
        [
            "Tỷ lệ đỗ tốt nghiệp đạt 98,4% (năm 2022: 97,9%).",
            "Giải ngân đạt 51%, đến hết 31/01/2024 đạt 100% kế hoạch.",
        ],
    )
    def test_a_passing_year_sets_none_for_the_duties(self, result: str, duty: str, period: str) -> None:
        title = "BÁO CÁO\nTình hình kinh tế - xã hội 9 tháng đầu năm và nhiệm vụ quý IV năm 2023"
        report = loads(f"{title}\n\nI. KẾT QUẢ\n\n{result}\n\nII. NHIỆM VỤ QUÝ IV\n\n{duty}")
        assert str(report.targets[-1].period) == period

    def test_duties_of_a_quarter_gone_by_are_of_the_next_year(self) -> None:
        report = loads(
            "BÁO CÁO\nTình hình kinh tế - xã hội năm 2023\n\nI. KẾT QUẢ\n\nThu ngân sách đạt 310 tỷ đồng.\n\n"
            "II. NHIỆM VỤ QUÝ I\n\nPhấn đấu thu ngân sách đạt 80 tỷ đồng."
        )
        assert [str(target.period) for target in report.targets] == ["2024-Q1"]

    def test_changes_belong_to_the_counts_that_they_name(self) -> None:
        report = loads(
            "Tai nạn giao thông xảy ra 28 vụ, làm chết 14 người, bị thương 19 người; "
            "so với cùng kỳ giảm 6 vụ, tăng 3 người chết và giảm 5 người bị thương."
        )
        told = [(row["name"], row["value"], row["of"]) for row in report.to_records() if row["role"] == "change"]
        assert told == [("Tai nạn giao thông", "-6", 0), ("chết", "3", 1), ("bị thương", "-5", 2)]

    def test_a_whole_with_its_unit_told_again_is_no_further_result(self) -> None:
        report = loads("Thu tiền sử dụng đất 36,5 tỷ đồng/150 tỷ đồng, đạt 24,3%.")
        assert [row["value"] for row in report.to_records()] == ["36.5", "24.3"]
        assert not report.ledger.unread

    @pytest.mark.parametrize(
        ("text", "basis"),
        [
            ("Thu tiền sử dụng đất 36,5 tỷ đồng/150 tỷ đồng, đạt 24,3% dự toán.", "estimate"),
            ("Thu tiền sử dụng đất 36,5/150 tỷ đồng, mới đạt 24,3% kế hoạch.", "plan"),
            ("Thu tiền sử dụng đất 36,5 tỷ đồng [3]/150 tỷ đồng, ước đạt 24,3% so với kế hoạch.", "plan"),
        ],
    )
    def test_behind_a_stroke_stands_the_plan_of_which_a_share_is_told(self, text: str, basis: str) -> None:
        level, plan, share = loads(text).to_records()
        assert (level["role"], level["value"]) == ("actual", "36.5")
        assert (plan["role"], plan["value"], plan["basis"]) == ("target", "150", basis)
        assert level["name"] == plan["name"] == share["name"] == "Thu tiền sử dụng đất"

    def test_a_thousand_behind_a_stroke_is_no_measure(self) -> None:
        _, plan, _ = loads("Gieo trồng 1.050/1.000 ha, đạt 105% kế hoạch.").to_records()
        assert (plan["role"], plan["value"]) == ("target", "1000")

    @pytest.mark.parametrize(
        "text",
        [
            "Phấn đấu giảm tỷ lệ hộ nghèo từ 5,2% xuống còn 3,1%.",
            "Phấn đấu đến năm 2025 tỷ lệ hộ nghèo giảm từ 5,2% xuống dưới 3,1%.",
        ],
    )
    def test_what_an_aim_starts_from_is_known_already(self, text: str) -> None:
        start, aim = loads(text).to_records()
        assert (start["role"], start["value"], start["period"]) == ("actual", "5.2", None)
        assert (aim["role"], aim["value"]) == ("target", "3.1")

    def test_where_a_bound_begins_is_no_level_to_start_from(self) -> None:
        (aim,) = loads("Phấn đấu tốc độ tăng trưởng kinh tế từ 7,5% trở lên.").to_records()
        assert (aim["role"], aim["comparator"]) == ("target", ">=")

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Tổng chi ngân sách năm 2025 được HĐND tỉnh giao là 26.811 tỷ đồng.", "Tổng chi ngân sách"),
            ("Năm 2023, thị xã được giao 250 tỷ đồng vốn đầu tư công.", "vốn đầu tư công"),
        ],
    )
    def test_what_a_body_was_given_is_assigned(self, text: str, name: str) -> None:
        (row,) = loads(text).to_records()
        assert (row["role"], row["basis"], row["name"]) == ("target", "assigned", name)

    @pytest.mark.parametrize(
        "text",
        [
            "Tổng chi năm 2025 được tỉnh giao 811 tỷ đồng; trong đó chi đầu tư 311 tỷ đồng. Ước thực hiện cả năm 827 tỷ đồng.",
            "Tổng chi được tỉnh giao là 811 tỷ đồng, chi đầu tư 311 tỷ đồng.\n\nThực hiện đến 30/6/2025 là 400 tỷ đồng.",
        ],
    )
    def test_what_only_says_that_it_was_realised_is_of_the_sentence_before(self, text: str) -> None:
        *_, last = loads(text).to_records()
        assert (last["role"], last["name"]) == ("actual", "Tổng chi")

    def test_what_only_says_that_it_was_realised_keeps_its_label(self) -> None:
        report = loads("Tổng chi là 811 tỷ đồng.\n\nChi thường xuyên: Ước thực hiện cả năm 15 tỷ đồng.")
        assert [row["name"] for row in report.to_records()] == ["Tổng chi", "Chi thường xuyên"]

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Tốc độ tăng trưởng kinh tế giảm còn 5,2%.", "5.2"),
            ("Xuất khẩu quý IV mức giảm chỉ còn 0,3% so với cùng kỳ.", "-0.3"),
        ],
    )
    def test_a_rate_that_shrinks_is_still_a_rate(self, text: str, value: str) -> None:
        (row,) = loads(text).to_records()
        assert (row["role"], row["form"], row["value"]) == ("change", "rate", value)

    def test_a_level_that_shrinks_is_still_a_level(self) -> None:
        (row,) = loads("Tỷ lệ hộ nghèo giảm chỉ còn 2,3%.").to_records()
        assert (row["role"], row["value"]) == ("actual", "2.3")

    def test_capital_that_falls_is_no_plan(self) -> None:
        _, fall = loads("Thu hút FDI được 2,6 tỷ USD, giảm 32% tổng vốn so với cùng kỳ năm trước.").to_records()
        assert (fall["role"], fall["basis"], fall["value"]) == ("change", "yoy", "-32")
        _, part = loads("Giải ngân 26 tỷ đồng, đạt 32% tổng vốn đầu tư.").to_records()
        assert (part["role"], part["basis"]) == ("share", "plan")

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Nông thôn phát triển với 95,8% xã đạt chuẩn nông thôn mới.", "xã đạt chuẩn nông thôn mới"),
            ("Dẫn đầu là dịch vụ với 45% GRDP.", "Dẫn đầu là dịch vụ"),
        ],
    )
    def test_with_a_percentage_of_things(self, text: str, name: str) -> None:
        assert [row["name"] for row in loads(text).to_records()] == [name]

    def test_what_one_hectare_yields(self) -> None:
        report = loads("Giá trị sản phẩm thu được từ 1 ha đất trồng trọt đạt 112 triệu đồng.")
        assert [row["value"] for row in report.to_records()] == ["112"]
        assert not report.ledger.unread

    def test_a_number_of_things_with_an_aside(self) -> None:
        (row,) = loads("Tổng số doanh nghiệp (có mã số thuế) đang hoạt động là 254.899.").to_records()
        assert (row["value"], row["unit"]) == ("254899", "doanh nghiệp")

    def test_a_sentence_that_goes_on_with_aims_keeps_their_horizon(self) -> None:
        report = loads(
            "Năm 2013, dân số đạt 1 triệu người. Phấn đấu đến năm 2030, GRDP tăng 8%/năm. Thu nhập đạt 120 triệu đồng. "
            "Tỷ lệ đô thị hóa 62%. Năm 2012, sản lượng lúa đạt 50 nghìn tấn."
        )
        assert [str(row["period"]) for row in report.to_records()] == ["2013", "2030", "2030", "2030", "2012"]

    def test_alternatives_share_a_name(self) -> None:
        report = loads("GRDP bình quân đầu người đạt 75,9 triệu đồng (có nhiệt điện) và 62 triệu đồng (không có).")
        assert [row["name"] for row in report.to_records()] == ["GRDP bình quân đầu người"] * 2
        rooms = loads("Trường có 36 phòng học (gồm mầm non và tiểu học) và 78 phòng chức năng.")
        assert rooms.to_records()[1]["name"] == "phòng chức năng"

    def test_what_a_school_year_opens_with_is_counted(self) -> None:
        (row,) = loads("Đầu năm học 2022-2023, cả tỉnh có 120 trường mầm non.").to_records()
        assert (row["name"], row["period"]) == ("trường mầm non", "SY2022")

    @pytest.mark.parametrize(
        ("text", "rows"),
        [
            (
                "GRDP 9 tháng tăng 6,9%. Trong đó: khu vực dịch vụ ước đạt 7,2%; khu vực nông nghiệp đạt 5,4%.",
                [("change", "6.9"), ("change", "7.2"), ("change", "5.4")],
            ),
            (
                "Tỷ trọng nông nghiệp đạt 34% (giảm 11,3%); công nghiệp 35% (tăng 9,6%); dịch vụ 31%.",
                [("actual", "34"), ("change", "-11.3"), ("actual", "35"), ("change", "9.6"), ("actual", "31")],
            ),
            (
                "Năm học 2022-2023 có 392 trường với 5.759 lớp, tăng 27 trường, 306 lớp so với năm học trước.",
                [("actual", "392"), ("actual", "5759"), ("change", "27"), ("change", "306")],
            ),
            (
                "Sản lượng vải dự kiến đạt 32.000 tấn, bằng 50% so với sản lượng của năm 2018 (64.000 tấn).",
                [("target", "32000"), ("change", "50"), ("actual", "64000")],
            ),
            ("Kinh tế tăng trưởng nhanh, đạt trung bình 7,4% mỗi năm.", [("change", "7.4")]),
            ("Tổng vốn tăng trung bình hàng năm 15,2%.", [("change", "15.2")]),
            ("Chỉ có một chỉ tiêu không hoàn thành là thu nhập bình quân đạt 98 triệu đồng.", [("target", "98")]),
            ("Hai chỉ tiêu không đạt là tỷ lệ thu gom rác (đạt 93%).", [("tally", "2"), ("actual", "93")]),
            ("Do xã định hướng người dân chuyển sang trồng vải nên sản lượng đạt 2.000 tấn.", [("actual", "2000")]),
        ],
    )
    def test_what_a_figure_is_by_the_words_around_it(self, text: str, rows: list[tuple[str, str]]) -> None:
        assert [(row["role"], row["value"]) for row in loads(text).to_records()] == rows

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            (
                "CPI tăng 2,7% so với năm trước do nhóm hàng ăn tăng 9,4%; nhóm giáo dục tăng 2,5%.",
                ["CPI", "nhóm hàng ăn", "nhóm giáo dục"],
            ),
            ("Thành phố duy trì thực hiện 100% hồ sơ đăng ký qua mạng.", ["hồ sơ đăng ký qua mạng"]),
            ("Nếu không tính tiền sử dụng đất thì thu nội địa tăng 9%.", ["thu nội địa"]),
            ("Dân số: 30.287 người (tỉnh giao) / 30.278 người (huyện giao).", ["Dân số", "Dân số"]),
            ("(Báo Mới) – Theo cơ quan thống kê, số lượt khách đạt 5,8 triệu lượt.", ["số lượt khách"]),
            ("Năm 2018 GRDP đạt 6.000 tỷ đồng. Năm 2020 ước đạt 7.500 tỷ đồng.", ["GRDP", "GRDP"]),
        ],
    )
    def test_names_are_found_where_the_sentence_tells_them(self, text: str, names: list[str]) -> None:
        assert [row["name"] for row in loads(text).to_records()] == names

    @pytest.mark.parametrize(
        ("text", "rows"),
        [
            ("Diện tích đạt 530 ha, thấp hơn 30 ha so với kế hoạch.", [("actual", "530"), ("share", "-30")]),
            ("Kế hoạch năm 2023 của huyện: thu ngân sách 5 tỷ đồng.", [("target", "5")]),
            ("Thực hiện kế hoạch năm 2023: thu ngân sách đạt 5 tỷ đồng.", [("actual", "5")]),
            (
                "Tuổi thọ trung bình là 72,9 tuổi, trong đó nam giới là 70,3 tuổi. Có 20 tuổi.",
                [("actual", "72.9"), ("actual", "70.3")],
            ),
            ("Có 11 xã đạt và cơ bản đạt từ 14-18 tiêu chí.", [("actual", "11")]),
            ("Thu nội địa 24 tỷ đồng, tăng nhẹ +0,04%.", [("actual", "24"), ("change", "0.04")]),
            ("Các thị trường: Nhật Bản: 240, Đài Loan: 35 và nơi khác là 55 người.", [("actual", "55")]),
        ],
    )
    def test_further_figures(self, text: str, rows: list[tuple[str, str]]) -> None:
        assert [(row["role"], row["value"]) for row in loads(text).to_records()] == rows

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Tổng sản lượng đạt 87.400 tấn và giá trị đạt 153 triệu USD.", ["Tổng sản lượng", "giá trị"]),
            (
                "Tỉnh thực hiện trồng 103 ha rừng đặc dụng và 425 ha rừng phòng hộ.",
                ["thực hiện trồng rừng đặc dụng", "rừng phòng hộ"],
            ),
            ("Tăng trưởng bình quân giai đoạn 2016-2018 ước đạt 7,9%.", ["Tăng trưởng bình quân"]),
            ("Hộ nghèo là đồng bào dân tộc còn cao, chiếm đến 86,5%.", ["Hộ nghèo là đồng bào dân tộc"]),
            (
                "GRDP (giá so sánh) đạt 124 tỷ đồng, tăng 3%; theo giá hiện hành đạt 209 tỷ đồng.",
                ["GRDP (giá so sánh)"] * 3,
            ),
            ("Thu hải quan chiếm 20,7% tổng thu ngân sách (tăng 0,9%).", ["Thu hải quan"] * 2),
            (
                "Tổng sản lượng vải đã tiêu thụ của toàn tỉnh là 211 tấn.",
                ["Tổng sản lượng vải đã tiêu thụ"],
            ),
            ("Bán được 4 con bò giống, gần 28.500 tấm da.", ["con bò giống, gần 28.500 tấm da"]),
        ],
    )
    def test_further_names(self, text: str, names: list[str]) -> None:
        assert [row["name"] for row in loads(text).to_records()] == names

    def test_a_part_that_stands_out_is_not_what_a_text_goes_on_with(self) -> None:
        report = loads(
            "Năm 2020, GRDP tăng 3%. Đó là nỗ lực lớn của tỉnh, đặc biệt trong 4 tháng cuối năm 2020. Xuất khẩu tăng 5%."
        )
        assert [str(row["period"]) for row in report.to_records()] == ["2020", "2020"]

    def test_a_number_in_a_bracket_at_the_end_is_a_note(self) -> None:
        report = loads("Tỷ lệ đạt 70,3% (2).\n\nCó 5 xã đạt chuẩn (3).")
        assert not report.ledger.unread

    @pytest.mark.parametrize(
        ("text", "rows"),
        [
            (
                "Thu đạt 318 tỷ đồng, đạt 70,8% dự toán, chiếm 52% tổng thu.",
                [("actual", "318"), ("share", "70.8"), ("actual", "52")],
            ),
            (
                "Có 6 xã đạt chuẩn (60%, vượt 10% so với mục tiêu), 2 xã đạt kiểu mẫu.",
                [("actual", "6"), ("actual", "60"), ("share", "10"), ("actual", "2")],
            ),
            ("Lệ phí đạt 41 tỷ đồng (DT 48 tỷ đồng).", [("actual", "41"), ("target", "48")]),
            ("Diện tích lúa (DT 48 ha).", [("actual", "48")]),
            (
                "Giải ngân 20 tỷ đồng, đạt 48% kế hoạch; vốn tỉnh 13 tỷ đồng, đạt 52%.",
                [("actual", "20"), ("share", "48"), ("actual", "13"), ("share", "52")],
            ),
            (
                "Chương trình được giao 742 tỷ đồng, giải ngân 229 tỷ đồng, đạt 30,9%.",
                [("target", "742"), ("actual", "229"), ("share", "30.9")],
            ),
            (
                "Phấn đấu giảm hộ cận nghèo từ 412 hộ (2,19%) xuống 350 hộ (1,86%).",
                [("actual", "412"), ("actual", "2.19"), ("target", "350"), ("target", "1.86")],
            ),
            (
                "Nhu cầu vốn 850 tỷ đồng, trong khi số đã bố trí đáp ứng 57%.",
                [("target", "850"), ("actual", "57")],
            ),
            (
                "Tỉnh phấn đấu giải ngân trên 80% và đạt ít nhất 95% tổng kế hoạch vốn.",
                [("target", "80"), ("target", "95")],
            ),
            ("Chủ đầu tư nào giải ngân dưới 50% sẽ bị cắt vốn.", []),
            ("Phấn đấu tăng 20% số nhóm trẻ; 100% cơ sở đạt chuẩn.", [("target", "20"), ("target", "100")]),
        ],
    )
    def test_plans_beside_results(self, text: str, rows: list[tuple[str, str]]) -> None:
        assert [(row["role"], row["value"]) for row in loads(text).to_records()] == rows

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            (
                "So với tháng trước giảm 2 vụ, giảm 1 người chết, tăng 3 người bị thương.",
                ["vụ", "người chết", "người bị thương"],
            ),
            ("Có 4 huyện giảm trên 20% số người chết.", ["huyện", "số người chết"]),
            ("Ban An toàn giao thông đặt mục tiêu kéo giảm ít nhất 5% số vụ.", ["số vụ"]),
            (
                "So với tháng trước, CPI tăng 0,38% (thành thị tăng 0,31%); so với cùng kỳ năm trước tăng 3%.",
                ["CPI", "thành thị", "CPI"],
            ),
            ("Hai nhóm tăng; nhóm giảm là giao thông giảm 2,04%.", ["giao thông"]),
        ],
    )
    def test_names_of_what_moved(self, text: str, names: list[str]) -> None:
        assert [row["name"] for row in loads(text).to_records()] == names

    def test_a_percentage_in_a_bracket_tells_a_change_again(self) -> None:
        report = loads("Tai nạn có 78 người chết; so với cùng kỳ giảm 9 người chết (10,3%).")
        assert [(row["role"], row["value"]) for row in report.to_records()][1:] == [
            ("change", "-9"),
            ("change", "-10.3"),
        ]

    def test_a_bracket_compares_like_the_change_before_it(self) -> None:
        report = loads(
            "So với tháng trước, CPI tháng 7/2022 tăng 0,38% (thành thị tăng 0,31%); so với tháng 12 năm trước tăng 3,12% "
            "và so với cùng kỳ năm trước tăng 3,05%."
        )
        assert [str(row["basis"]) for row in report.to_records()] == ["2022-06", "2022-06", "2021-12", "yoy"]

    @pytest.mark.parametrize(
        ("text", "period"),
        [
            (
                (
                    "Tai nạn 11 tháng\n\nĐến ngày 14/11/2023 xảy ra 13 vụ. So với cùng kỳ năm 2022 giảm 21 vụ.\n\n"
                    "Năm 2024, tỉnh đặt mục tiêu kéo giảm 5% số vụ so với năm 2023."
                ),
                "2023-01/2023-11",
            ),
            (
                (
                    "Du lịch tăng tốc\n\n6 tháng đầu năm nay tỉnh đón 2 triệu lượt khách, tăng 22% so với cùng kỳ năm 2023.\n\n"
                    "Đến năm 2025 phấn đấu đón 3 triệu lượt; năm 2030 là 6 triệu lượt."
                ),
                "2024-H1",
            ),
        ],
    )
    def test_years_aimed_at_are_not_what_a_text_is_about(self, text: str, period: str) -> None:
        assert str(loads(text).period) == period

    def test_a_comparison_leaves_the_year_that_the_paragraph_names(self) -> None:
        report = loads(
            "Đến tháng 6/2025, có 10 xã đạt chuẩn. Bình quân đạt 19 tiêu chí, tăng 1,6 tiêu chí so với năm 2020."
        )
        assert {str(row["period"]) for row in report.to_records()} == {"2025-H1"}

    @pytest.mark.parametrize(
        ("text", "unit"),
        [
            ("Nâng tổng lượt khách cả năm lên 2,9 triệu.", "triệu lượt khách"),
            ("Tổng lượt khách tăng, doanh thu đạt 2,9 triệu.", "triệu đồng"),
            ("Thời gian lưu trú bình quân 1,8 ngày/khách.", "ngày/khách"),
        ],
    )
    def test_units_told_by_what_is_counted(self, text: str, unit: str) -> None:
        assert [row["unit"] for row in loads(text).to_records()] == [unit]

    def test_what_a_heading_expects_is_aimed_at(self) -> None:
        text = "Báo cáo 9 tháng năm 2024\n\nI. DỰ KIẾN QUÝ IV\n\nChi quý IV khoảng 455 tỷ đồng."
        (row,) = loads(text).to_records()
        assert (row["role"], row["period"]) == ("target", "2024-Q4")

    @pytest.mark.parametrize(
        ("text", "rows"),
        [
            (
                "Giải quyết việc làm cho 24.850 lao động, đạt 103,5% kế hoạch (24.000 lao động), trong đó cho vay 2.412 lao động.",
                [("actual", "24850"), ("share", "103.5"), ("target", "24000"), ("actual", "2412")],
            ),
            ("Đào tạo nghề cho 4.705/4.500 người, đạt 104,6%.", [("actual", "4705"), ("share", "104.6")]),
            ("Có 31/57 trường đạt chuẩn, đạt 54,4%.", [("actual", "31"), ("actual", "54.4")]),
            ("Năm 2022, Tổng cục giao đơn vị thu 10.000 tỷ đồng.", [("target", "10000")]),
            ("Có 2.214 giáo viên; còn thiếu 176 giáo viên.", [("actual", "2214"), ("actual", "176")]),
            ("Phường tặng 2.180 suất quà Tết trị giá 1,09 tỷ đồng.", []),
            (
                "Toàn huyện có 57 trường (mầm non 18, tiểu học 19) và 90 lớp.",
                [("actual", "57"), ("actual", "18"), ("actual", "19"), ("actual", "90")],
            ),
            (
                "Tổng số cán bộ là 214 người, trong đó quản lý 38, giáo viên 176.",
                [("actual", "214"), ("actual", "38"), ("actual", "176")],
            ),
            ("Sắp xếp còn 3 đơn vị, bao gồm: Vân Canh 1, Vân Canh 2.", [("actual", "3")]),
        ],
    )
    def test_counts_and_their_parts(self, text: str, rows: list[tuple[str, str]]) -> None:
        assert [(row["role"], row["value"]) for row in loads(text).to_records()] == rows

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            (
                "Xảy ra 21 vụ cháy rừng, diện tích thiệt hại 28,7 ha, tăng 9 vụ và tăng 11,3 ha.",
                ["vụ cháy rừng", "diện tích thiệt hại", "vụ cháy rừng", "diện tích thiệt hại"],
            ),
            (
                "Xảy ra 31 vụ tai nạn làm 33 người bị nạn; so với năm 2018 tăng 4 vụ.",
                ["vụ tai nạn", "người bị nạn", "vụ tai nạn"],
            ),
            (
                "Có 57 trường (mầm non 18) với 168 lớp; so với năm học trước giảm 1 trường.",
                ["trường", "mầm non", "lớp", "trường"],
            ),
            ("Học lực giỏi 12,4%; khá 34,1%; trung bình 48,6%.", ["Học lực giỏi", "khá", "trung bình"]),
            ("Kết nạp 110 đảng viên trở lên.", ["Kết nạp đảng viên"]),
            ("Đảng bộ phường có 119 tổ chức đảng.", ["tổ chức đảng"]),
            ("Số ca mắc 7 ca (Kim Động 1, Ân Thi 6).", ["Số ca mắc", "Kim Động", "Ân Thi"]),
            (
                "GRDP đạt 90 nghìn tỷ đồng; GRDP đầu người 60 triệu đồng/người, tăng 4 triệu đồng.",
                ["GRDP", *["GRDP đầu người"] * 2],
            ),
        ],
    )
    def test_names_of_counts_and_of_what_moved(self, text: str, names: list[str]) -> None:
        assert [row["name"] for row in loads(text).to_records()] == names

    def test_a_paragraph_at_the_end_is_no_headline(self) -> None:
        report = loads(
            "Hải quan thu vượt chỉ tiêu\n\nTính đến ngày 15/12/2021, đơn vị thu ngân sách đạt 12.106 tỷ đồng, bằng 134,5% "
            "chỉ tiêu pháp lệnh và tăng 17,4% so với cùng kỳ năm 2020, trong đó thuế giá trị gia tăng 9.845 tỷ đồng, thuế khác 402 tỷ đồng.\n\n"
            "Năm 2022, Tổng cục giao đơn vị thu 10.000 tỷ đồng, tăng 11,1% so với dự toán năm 2021."
        )
        assert str(report.period) == "2021-01-01/2021-12-15"

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Năm 2021, diện tích đất công nghiệp đã cho thuê 312 ha.", ["diện tích đất công nghiệp đã cho thuê"]),
            ("Năm 2021, vốn thực hiện ước đạt 412 triệu USD, bằng 79,1% vốn đăng ký.", ["vốn thực hiện"] * 2),
            (
                "Năm 2021, có 12 xã được hỗ trợ số tiền 3,4 tỷ đồng.",
                ["xã được hỗ trợ", "số tiền"],
            ),
            (
                "Năm 2021, tỷ lệ bao phủ bảo hiểm y tế đạt 91,2%, chưa đạt chỉ tiêu (95%).",
                ["tỷ lệ bao phủ bảo hiểm y tế", "tỷ lệ bao phủ bảo hiểm y tế"],
            ),
        ],
    )
    def test_names_to_their_last_word(self, text: str, names: list[str]) -> None:
        assert [row["name"] for row in loads(text).to_records()] == names

    def test_rates_beside_a_rate_that_changed_are_levels(self) -> None:
        text = "Năm 2021, tỷ lệ suy dinh dưỡng thể nhẹ cân 9,6%, giảm 0,3%; thể thấp còi 19,8%, giảm 0,4%."
        assert [row["role"] for row in loads(text).to_records()] == ["actual", "change", "actual", "change"]

    def test_a_bracketed_aim_has_the_term_of_its_result(self) -> None:
        rows = loads("Giai đoạn 2021-2025, tốc độ tăng GRDP bình quân đạt 9,2% (mục tiêu 8,5%).").to_records()
        assert [(row["role"], row["period"]) for row in rows] == [("change", "2021/2025"), ("target", "2021/2025")]

    def test_the_hour_belongs_to_the_date(self) -> None:
        (row,) = loads("Tính đến 16 giờ ngày 25/12/2021, toàn tỉnh có 12.345 ca mắc.").to_records()
        assert (row["value"], row["period"]) == ("12345", "2021-01-01/2021-12-25")

    def test_how_many_doses_one_has_is_no_figure(self) -> None:
        (row,) = loads("Năm 2021, toàn tỉnh có 412.000 người đã tiêm đủ 2 mũi.").to_records()
        assert row["value"] == "412000"

    def test_aims_told_before_a_colon(self) -> None:
        rows = loads("Mục tiêu năm 2022: tổng thu ngân sách 512 tỷ đồng, giá trị sản xuất tăng 9,5%.").to_records()
        assert [(row["role"], row["period"]) for row in rows] == [("target", "2022"), ("target", "2022")]

    def test_running_totals_among_aims_are_aims(self) -> None:
        rows = loads("Phấn đấu thu ngân sách quý II năm 2022 đạt 50 tỷ đồng, lũy kế 6 tháng 120 tỷ đồng.").to_records()
        assert [(row["role"], row["period"]) for row in rows] == [("target", "2022-Q2"), ("target", "2022-H1")]

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Năm 2022 thu hồi đất 412 ha để thực hiện 58 công trình.", ["thu hồi đất", "công trình"]),
            ("Tổng số thu BHXH, BHYT, BHTN năm 2022 là 2.486 tỷ đồng.", ["Tổng số thu BHXH, BHYT, BHTN"]),
            ("Năm 2022, hoàn thành 100% chỉ tiêu tuyển quân.", ["tuyển quân"]),
            ("Năm 2022, học lực khá, giỏi đạt 82,5%.", ["học lực khá, giỏi"]),
            ("Năm 2022 thu giữ 1,35 kg heroin.", ["thu giữ heroin"]),
            (
                "Năm 2022 thu hồi 412 ha đất, trồng mới 35 ha rừng, tiêu hủy 12 tấn thịt lợn.",
                ["thu hồi đất", "trồng mới rừng", "tiêu hủy thịt lợn"],
            ),
            ("Tháng 9/2022, trong 11 nhóm hàng hóa chính, có 9 nhóm tăng giá.", ["nhóm hàng hóa chính"]),
            ("Năm 2022, cấp 7 giấy phép khai thác.", ["cấp giấy phép khai thác"]),
            ("Năm 2023, tổng biên chế được giao là 1.486 người.", ["tổng biên chế"]),
            (
                "Năm 2023, khám bệnh 1,42 triệu lượt người với chi phí đề nghị thanh toán 812 tỷ đồng.",
                ["khám bệnh lượt người", "chi phí đề nghị thanh toán"],
            ),
            ("Trợ cấp hằng tháng năm 2022 cho 52.430 người.", ["Trợ cấp hằng tháng"]),
        ],
    )
    def test_names_of_what_was_done(self, text: str, names: list[str]) -> None:
        assert [row["name"] for row in loads(text).to_records()] == names

    def test_dues_are_no_aims(self) -> None:
        rows = loads("Năm 2022, nợ chiếm 1,89% số phải thu, giảm 0,32% so với cùng kỳ.").to_records()
        assert [(row["role"], row["value"]) for row in rows] == [("actual", "1.89"), ("change", "-0.32")]

    def test_an_average_is_not_against_the_month_that_the_change_before_is(self) -> None:
        rows = loads("Tháng 9/2023 CPI tăng 3,11% so với tháng 12/2022; bình quân 9 tháng tăng 2,97%.").to_records()
        assert [row["basis"] for row in rows] == ["2022-12", None]

    def test_what_was_set_and_reached_sets_no_aim(self) -> None:
        text = "Năm 2025, có 629 trường đạt chuẩn, vượt kế hoạch đề ra; 3 trường ngoài công lập đạt chuẩn."
        assert [row["role"] for row in loads(text).to_records()] == ["actual", "actual"]

    def test_a_text_that_only_strives_tells_of_aims(self) -> None:
        aims = "Phấn đấu có 2 hợp tác xã.\nPhấn đấu trồng 5 ha rừng.\nThu nhập bình quân đầu người đạt 65 triệu đồng."
        roles = {row["role"] for row in loads(aims + "\nPhấn đấu giữ vững an ninh.").to_records()}
        assert roles == {"target"}
        assert "actual" in {row["role"] for row in loads(aims).to_records()}

    def test_within_a_day(self) -> None:
        (row,) = loads("Số xe thông quan trong ngày 23/1/2024 là 1.238 xe.").to_records()
        assert row["period"] == "2024-01-23"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "Năm 2023 gieo cấy 5.120 ha/5.100 ha kế hoạch, đạt 100,4%.",
                [("actual", "5120", None), ("target", "5100", "plan"), ("share", "100.4", "plan")],
            ),
            (
                "Năm 2023, nạo vét kênh mương 86.500 m3/92.000 m3 kế hoạch.",
                [("actual", "86500", None), ("target", "92000", "plan")],
            ),
            ("Năm 2023 trồng 17/18 ha rừng.", [("actual", "17", None)]),
        ],
    )
    def test_the_plan_behind_a_stroke_with_units(self, text: str, expected: list[tuple[str, str, str | None]]) -> None:
        assert [(row["role"], row["value"], row["basis"]) for row in loads(text).to_records()] == expected

    def test_last_years_level_in_a_bracket(self) -> None:
        rows = loads("Năm 2023, công suất sử dụng phòng đạt 61,5% (cùng kỳ 54,2%).").to_records()
        assert [(row["role"], row["period"]) for row in rows] == [("actual", "2023"), ("actual", "2022")]

    def test_a_round_of_the_year_is_no_month(self) -> None:
        (row,) = loads("Tiêm phòng đợt 1/2023 đạt 6.120 liều.").to_records()
        assert row["period"] == "2023"

    def test_the_mean_of_the_country_in_a_bracket(self) -> None:
        report = loads("Năm 2023, tỉnh Gia Lai giải ngân đạt 47,4%, cao hơn bình quân cả nước (42,35%).")
        assert [row["name"] for row in report.to_records()] == ["giải ngân", "giải ngân"]
        assert [row["locality"] for row in report.to_records()] == ["Tỉnh Gia Lai", "Cả nước"]

    def test_a_year_that_something_is_above_is_not_its_period(self) -> None:
        rows = loads("9 tháng năm 2022, giá trị na trên 900 tỷ đồng, cao hơn năm 2021 khoảng 150 tỷ đồng.").to_records()
        assert [(row["role"], row["period"]) for row in rows] == [
            ("actual", "2022-01/2022-09"),
            ("change", "2022-01/2022-09"),
        ]

    def test_what_falls_together(self) -> None:
        text = "Năm 2022, xảy ra 3 vụ cháy rừng, thiệt hại 5,7 ha, giảm 2 vụ và 1,9 ha so với cùng kỳ."
        rows = [(row["role"], row["name"], row["value"], row["basis"]) for row in loads(text).to_records()]
        assert rows[2:] == [("change", "vụ cháy rừng", "-2", "yoy"), ("change", "thiệt hại", "-1.9", "yoy")]

    def test_the_year_of_a_plan_is_not_that_of_the_next_sentence(self) -> None:
        text = "9 tháng năm 2022, thu 5 tỷ đồng. Kế hoạch năm 2022 có thêm 2 xã về đích. Vốn huy động đạt 74,3 tỷ đồng."
        rows = [(row["role"], row["name"], row["period"]) for row in loads(text).to_records()]
        assert rows[1:] == [("target", "xã về đích", "2022"), ("actual", "Vốn huy động", "2022-01/2022-09")]

    def test_the_start_and_the_end_of_the_year(self) -> None:
        text = "9 tháng năm 2022, tỷ lệ hộ nghèo đầu năm 14,86% (2.712 hộ), phấn đấu cuối năm còn 11,2%."
        rows = [(row["role"], row["name"], row["period"]) for row in loads(text).to_records()]
        assert rows == [
            ("actual", "tỷ lệ hộ nghèo", "2021-12-31"),
            ("actual", "tỷ lệ hộ nghèo", "2021-12-31"),
            ("target", "tỷ lệ hộ nghèo", "2022"),
        ]

    def test_the_start_of_the_year_told_behind_a_figure_is_of_that_figure(self) -> None:
        rows = loads("Năm 2024, tỷ lệ hộ nghèo giảm từ 4,8% đầu năm xuống còn 3,6%.").to_records()
        assert [(row["value"], row["period"]) for row in rows] == [("4.8", "2023-12-31"), ("3.6", "2024")]

    def test_local_revenue_is_not_all_revenue(self) -> None:
        text = "Năm 2024, tổng thu ngân sách đạt 285,3 tỷ đồng; trong đó, thu trên địa bàn huyện được 24,02 tỷ đồng."
        assert [row["name"] for row in loads(text).to_records()] == ["tổng thu ngân sách", "thu trên địa bàn huyện"]

    def test_an_amount_that_tells_a_change_again(self) -> None:
        text = "Năm 2017, thu nhập bình quân đạt 22,4 triệu đồng (tăng 7,7% tương đương 1,6 triệu đồng)."
        rows = [(row["role"], row["value"]) for row in loads(text).to_records()]
        assert rows == [("actual", "22.4"), ("change", "7.7"), ("change", "1.6")]

    def test_what_grew_is_named_without_that(self) -> None:
        text = "Năm 2017, tổng sản lượng lương thực đã tăng so với năm 2016, ước đạt 39 vạn tấn."
        assert loads(text).to_records()[0]["name"] == "tổng sản lượng lương thực"

    def test_a_month_with_a_stop(self) -> None:
        (row,) = loads("Tổng thu ngân sách lũy kế đến tháng 6.2018 gần 327 tỷ đồng.").to_records()
        assert (row["name"], row["period"]) == ("Tổng thu ngân sách", "2018-H1")

    def test_a_commune_in_a_district_that_is_not_named(self) -> None:
        text = (
            "Năm 2023, toàn huyện thu 45 tỷ đồng. Trên địa bàn huyện có xã Cường Lợi đạt chuẩn; xã Kim Lư đạt nâng cao."
        )
        assert loads(text).locality is None

    def test_a_first_sentence_that_tells_what_was_done_is_no_title(self) -> None:
        text = (
            "Trong 9 tháng, UBND thành phố đã triển khai các nhiệm vụ phát triển kinh tế - xã hội năm 2019. \n\n"
            "Một số chỉ tiêu tăng so với cùng kỳ năm 2018. Giá trị sản xuất ước đạt 27.415 tỷ đồng, bằng 75,7% KH năm."
        )
        report = loads(text)
        assert str(report.period) == "2019-01/2019-09"
        assert {row["period"] for row in report.to_records()} == {"2019-01/2019-09"}

    def test_visitors_of_a_page_are_no_figure(self) -> None:
        assert loads("Chủ nhật, 08.12.2019\n148 lượt xem\n\nNăm 2019, thu 5 tỷ đồng.").to_records()[0]["value"] == "5"

    def test_a_second_bracket_is_of_what_stands_outside_the_first(self) -> None:
        text = "Năm 2018, GRDP tăng 8,56% (cách tính mới là 7,37%) và cao hơn năm trước (2017 tăng 8,48%)."
        assert [row["name"] for row in loads(text).to_records()] == ["GRDP", "cách tính mới", "GRDP"]

    def test_japan_is_no_village(self) -> None:
        text = "Năm 2022 đưa 45 người đi làm việc ở nước ngoài (Đài Loan 28, Nhật Bản 12, Hàn Quốc 5)."
        assert [(row["name"], row["value"]) for row in loads(text).to_records()][1:] == [
            ("Đài Loan", "28"),
            ("Nhật Bản", "12"),
            ("Hàn Quốc", "5"),
        ]

    def test_the_end_of_last_year(self) -> None:
        text = "Tính đến 31/8/2024, dư nợ tăng 5% so với cuối năm trước."
        assert [row["basis"] for row in loads(text).to_records()] == ["2023-12-31"]

    def test_what_is_of_the_term_of_a_deposit(self) -> None:
        text = "Tính đến 31/8/2024, lãi suất tiền gửi kỳ hạn 12 tháng phổ biến 4,7%/năm."
        (row,) = loads(text).to_records()
        assert (row["name"], row["period"]) == ("lãi suất tiền gửi kỳ hạn 12 tháng phổ biến", "2024-01/2024-08")

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("UBND HUYỆN TÂN LẬP\nBÁO CÁO\nKết quả cải cách hành chính năm 2023\n\nThu 5 tỷ đồng.", ReportKind.REPORT),
            ("UBND HUYỆN TÂN LẬP\nSố: 12/BC-UBND\n\nNăm 2023, thu 5 tỷ đồng.", ReportKind.REPORT),
            ("Nghị quyết về kế hoạch phát triển năm 2023\n\nThu ngân sách 5 tỷ đồng.", ReportKind.RESOLUTION),
            ("KẾ HOẠCH\nPhát triển kinh tế năm 2023\n\nThu ngân sách 5 tỷ đồng.", ReportKind.PLAN),
            ("Huyện thu vượt\n\nÔng Nam cho biết năm 2023 huyện thu 5 tỷ đồng.", ReportKind.NEWS),
            ("Huyện thu vượt\n\nNăm 2023 huyện thu 5 tỷ đồng.", ReportKind.OTHER),
            ("I. KẾT QUẢ\n\nÔng Nam cho biết năm 2023 huyện thu 5 tỷ đồng.", ReportKind.OTHER),
        ],
    )
    def test_the_kind_that_a_text_says_it_is(self, text: str, kind: ReportKind) -> None:
        assert loads(text).kind is kind

    def test_what_one_body_gave_and_another(self) -> None:
        rows = loads("Dân số: 30.287 người (tỉnh giao) / 30.278 người (huyện giao).").to_records()
        assert [(row["role"], row["basis"]) for row in rows] == [("target", "assigned")] * 2

    @pytest.mark.parametrize(
        ("text", "value", "unit"),
        [
            ("Tuổi thọ trung bình đạt trên 74,5 tuổi.", "74.5", "tuổi"),
            ("Tuổi thọ bình quân của người dân: 74 năm.", "74", "năm"),
            ("Thu nhập đạt 3.910 USD mỗi người.", "3910", "USD/người"),
            ("Thiết lập 6 triệu 325 nghìn hồ sơ sức khỏe.", "6325", "nghìn hồ sơ"),
            ("- Hợp tác xã thành lập mới: 2", "2", "hợp tác xã"),
            ("Tổng số hợp tác xã: 38", "38", "hợp tác xã"),
        ],
    )
    def test_what_is_counted(self, text: str, value: str, unit: str) -> None:
        (row,) = loads(text).to_records()
        assert (row["value"], row["unit"]) == (value, unit)

    @pytest.mark.parametrize(
        "text",
        [
            "Trên 60 tuổi; trong 5 năm.",
            "Doanh nghiệp 100% vốn nước ngoài; dự án 5 triệu ha rừng.",
            "Nhà máy nước giai đoạn 2 và thủy điện Nậm Na 3; mức độ 3, 4.",
            "- Mã số: 250",
        ],
    )
    def test_what_only_describes_is_no_figure(self, text: str) -> None:
        report = loads(text)
        assert report.to_records() == []
        assert not [e for e in report.ledger.unread if text[e.start : e.end] != "250"]

    def test_since_when_is_not_when(self) -> None:
        rows = loads("Tháng 9/2020, việc nhập khẩu từ cuối năm 2019 giúp thu ngân sách đạt 1.765 tỷ đồng.").to_records()
        assert [str(row["period"]) for row in rows] == ["2020-09"]

    def test_a_figure_after_a_broken_line_goes_on_with_its_sentence(self) -> None:
        report = loads(
            "Dư nợ đạt 83.000 tỷ đồng, trong đó: xuất khẩu 2.000 tỷ đồng; doanh nghiệp nhỏ và vừa\n24.500 tỷ đồng, tăng 4,7%."
        )
        assert [row["name"] for row in report.to_records()][2:] == ["doanh nghiệp nhỏ và vừa"] * 2

    def test_a_missing_horn_is_no_other_word(self) -> None:
        (row,) = loads("Uớc thu ngân sách đạt 5 tỷ đồng.").to_records()
        assert row["estimated"]

    def test_the_next_sentence_takes_an_assigned_amount_apart(self) -> None:
        rows = loads("Chi ngân sách được tỉnh giao là 811 tỷ đồng. Trong đó: chi đầu tư 311 tỷ đồng.").to_records()
        assert [row["role"] for row in rows] == ["target", "target"]

    def test_other_units_make_no_whole(self) -> None:
        assert len(loads("Chi hỗ trợ 36,5 tỷ đồng/150 hộ.").actuals) == 2

    def test_what_points_are_missing_to_is_aimed_at(self) -> None:
        report = loads("Tỷ lệ bao phủ BHYT đạt 90,2%, thấp hơn 2,3 điểm phần trăm so với chỉ tiêu 92,5%.")
        assert [target.name for target in report.targets] == ["Tỷ lệ bao phủ BHYT"]
        assert len(report.actuals) == 1

    def test_the_year_of_prices_stays_in_the_name(self) -> None:
        assert names("Giá trị sản xuất (giá so sánh 2010) đạt 940 tỷ đồng.") == ["Giá trị sản xuất (giá so sánh 2010)"]

    def test_a_share_is_of_the_count_in_the_midst_of_its_name(self) -> None:
        report = loads("Giải quyết việc làm 2.740 lao động, đạt 91% kế hoạch.")
        assert [row["of"] for row in report.to_records() if row["role"] == "share"] == [0]

    @pytest.mark.parametrize(
        ("text", "name", "value"),
        [
            ("Đã cấp 143 giấy phép xây dựng.", "cấp giấy phép xây dựng", "143"),
            ("Nâng cấp 9 km đường liên thôn.", "Nâng cấp đường liên thôn", "9"),
            ("Thu trên địa bàn: 2.600 - 2.700 tỷ đồng.", "Thu", "2600"),
            ("Doanh số 17 - 18 tỷ đồng.", "Doanh số", "17"),
            ("Chi cho đường: 31 - 33 tỷ đồng.", "Chi cho đường", "31"),
            ("Cấp 4.310 thẻ căn cước.", "Cấp thẻ căn cước", "4310"),
        ],
    )  # fmt: skip
    def test_figures_after_words_that_also_number_things(self, text: str, name: str, value: str) -> None:
        assert [(row["name"], row["value"]) for row in loads(text).to_records()] == [(name, value)]

    @pytest.mark.parametrize(
        "text", ["Gió giật cấp 8.", "Trường cấp 3.", "Đường tỉnh 765.", "Đạt hạng 2.", "Khu vực 3."]
    )
    def test_numbers_of_things_are_no_figures(self, text: str) -> None:
        assert [entry.claimed_by.value for entry in loads(text).ledger] in (["name"], ["ordinal"])

    def test_a_threshold_of_what_did_not_happen(self) -> None:
        assert told("Trong tháng không xảy ra ngộ độc thực phẩm từ 30 người trở lên.") == []

    def test_a_percentage_of_what_is_counted_is_its_rate(self) -> None:
        row, counted = loads("Hộ nghèo từ 4,87% giảm còn 0,61%."), loads("Hộ nghèo còn 61 hộ.")
        assert [a.indicator and a.indicator.id for a in row.actuals] == ["poor_household_rate"] * 2
        assert [a.indicator and a.indicator.id for a in counted.actuals] == ["poor_households"]

    def test_shares_of_the_plan_that_are_announced_are_aims(self) -> None:
        text = "Năm 2026, phường đề ra 22 chỉ tiêu. Một số chỉ tiêu đáng chú ý:\n- Thu ngân sách đạt 100% dự toán giao;"
        assert [(role, basis) for role, *_, basis in told(text)] == [("target", "assigned")]
        text = "Phấn đấu thu ngân sách thêm 48 tỷ đồng; giải ngân trên 95% kế hoạch vốn."
        assert [role for role, *_ in told(text)] == ["target", "target"]

    def test_what_is_a_share_of_a_level_told_stays_a_share(self) -> None:
        text = "Phấn đấu thu ngân sách 480 tỷ đồng, đạt 104% dự toán."
        assert [role for role, *_ in told(text)] == ["target", "share"]

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Tạo việc làm cho trên 10.000 lao động.", "10000"),
            ("Đào tạo nghề cho 1.000 lao động.", "1000"),
            ("Số giường bệnh trên 1 vạn dân đạt 24,5 giường.", "24.5"),
        ],
    )
    def test_many_people_are_no_measure_of_others(self, text: str, value: str) -> None:
        assert [row[2] for row in told(text)] == [value]

    def test_parts_of_what_is_planned_are_planned(self) -> None:
        text = "Cục được giao dự toán thu là 102 tỷ đồng, trong đó, thuế xuất khẩu là 22 tỷ đồng; thuế nhập khẩu 11 tỷ đồng."
        assert [(role, basis) for role, *_, basis in told(text)] == [("target", "assigned")] * 3
        text = "Cục được giao dự toán thu là 102 tỷ đồng, trong đó, thuế xuất khẩu đạt 22 tỷ đồng."
        assert [role for role, *_ in told(text)] == ["target", "actual"]

    @pytest.mark.parametrize(
        "text",
        [
            "Với sự quyết tâm, nỗ lực của đơn vị, số thu đạt 106 tỷ đồng.",
            "Nửa năm 2018, Cục ước số thu sẽ đạt 17 tỷ đồng.",
            "**Hỗ trợ doanh nghiệp gặp khó bằng giải pháp thiết thực**\n\nNgành dịch vụ chiếm trên 60% cơ cấu kinh tế.",
        ],
    )
    def test_words_that_also_tell_of_aims(self, text: str) -> None:
        assert [role for role, *_ in told(text)] == ["actual"]

    @pytest.mark.parametrize(
        "text",
        [
            "Xã tặng 1 căn nhà trị giá 25 triệu đồng.",
            "Tai nạn giao thông giảm cả 3 tiêu chí so với cùng kỳ.",
            "Toàn xã có hộ có thu nhập cao.",
            "Đính kèm các phụ lục 01, 03, 04 và 06.",
            "Hội nghị tại 20 điểm cầu trong tỉnh.",
            "Đoạn từ kênh 130 đến đê biển.",
        ],
    )
    def test_what_is_no_result(self, text: str) -> None:
        report = loads(text)
        assert [row for row in report.to_records() if row["unit"] not in ("căn nhà", None)] == []
        assert not [entry for entry in report.ledger if str(entry.claimed_by) == "unread"]

    def test_a_threshold_describes_what_is_counted(self) -> None:
        text = "Toàn xã có 585 hộ có thu nhập 100 triệu đồng/năm trở lên, chiếm 37% tổng số hộ."
        assert [value for _, _, value, *_ in told(text)] == ["585", "37"]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Có 991 cán bộ y tế (Bác sỹ: 249; Dược: 106; Điều dưỡng: 261).",
             [("cán bộ y tế", "991"), ("Bác sỹ", "249"), ("Dược", "106"), ("Điều dưỡng", "261")]),
            ("Chăn nuôi: Trâu: 1.200, Bò: 1.700, Lợn: 320.", [("Trâu", "1200"), ("Bò", "1700"), ("Lợn", "320")]),
            ("Đưa 400 lao động, trong đó Nhật Bản: 240, Hàn Quốc: 70.",
             [("lao động", "400"), ("Nhật Bản", "240"), ("Hàn Quốc", "70")]),
            ("Tổng số học sinh của 3 cấp học là 418.", [("Tổng số học sinh của 3 cấp học", "418")]),
            ("Dân số của toàn tỉnh đạt 622.168, tăng 2%.", [("Dân số", "622168"), ("Dân số", "2")]),
            ("Điện thoại: 091234, Fax: 123456.", []),
            ("Kết quả: 240, trung bình: 70.", []),  # nothing says what is counted
            ("Trâu: 1.200.", []),  # alone it is no list
            ("Số hồ sơ là 12,5.", []),  # no count
        ],
    )  # fmt: skip
    def test_counts_by_their_label(self, text: str, expected: list[tuple[str, str]]) -> None:
        assert [(name, value) for _, name, value, *_ in told(text)] == expected

    def test_a_share_in_a_bracket_tells_a_fall_again(self) -> None:
        text = "Diện tích lúa là 146 ha, giảm 21 ha (bằng 14,6%) so với cả năm 2018."
        assert [(role, value) for role, _, value, *_ in told(text)][1:] == [("change", "-21"), ("change", "-14.6")]

    def test_a_yearly_average_is_not_against_the_year_before_all(self) -> None:
        text = "Năm 2020 thu đạt 90 tỷ đồng, tăng 24 tỷ đồng so với năm 2015, bình quân tăng 20,1%/năm."
        assert [basis for *_, basis in told(text)] == [None, "2015", None]

    def test_a_share_told_beside_another_keeps_its_direction(self) -> None:
        text = "Xuất khẩu đạt 19 tỷ USD, nhập khẩu đạt 14 tỷ USD, giảm lần lượt 2,2% và 6,9% so với năm 2019."
        assert [value for role, _, value, *_ in told(text) if role == "change"] == ["-2.2", "-6.9"]

    def test_the_fall_of_a_rate_is_not_the_rate(self) -> None:
        assert told("Mức giảm tỷ lệ sinh đạt 0,2‰.")[0][:3] == ("change", "Mức giảm tỷ lệ sinh", "-0.2")

    def test_a_rate_of_other_things_has_their_name(self) -> None:
        assert names("Toàn tỉnh có 9,1 bác sĩ và 31 giường bệnh/vạn dân.") == ["bác sĩ", "giường bệnh/vạn dân"]

    def test_respects_of_a_ratio(self) -> None:
        text = "Tổng vốn đăng ký 640 tỷ đồng, bằng 62% về số dự án nhưng tăng 30% về vốn so với cùng kỳ."
        assert [(role, name, basis) for role, name, _, _, basis in told(text)] == [
            ("actual", "Tổng vốn đăng ký", None), ("change", "số dự án", "yoy"), ("change", "vốn", "yoy"),
        ]  # fmt: skip

    def test_an_average_of_months_is_not_against_the_month_before(self) -> None:
        text = "BÁO CÁO 7 tháng năm 2023\n\nCPI tháng 7 tăng 0,11% so với tháng trước; bình quân 7 tháng tăng 2,9%."
        assert [(period, basis) for *_, period, basis in told(text)] == [
            ("2023-07", "2023-06"), ("2023-01/2023-07", None),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Có thêm 04 xã đạt chuẩn nông thôn mới, nâng tổng số xã đạt chuẩn lên 21 xã.",
             ["xã đạt chuẩn nông thôn mới", "tổng số xã đạt chuẩn"]),
            ("Xảy ra 7 vụ cháy rừng, thiệt hại 12,4 ha.", ["vụ cháy rừng", "thiệt hại"]),
            ("Thu ngân sách đạt 98% kế hoạch; giảm 14 hộ nghèo.", ["Thu ngân sách", "hộ nghèo"]),
            ("Khách đạt 52.000 lượt; tăng 3.000 lượt.", ["Khách", "Khách"]),
            ("Hoàn thành 3 tiêu chí trước 30/11.", ["tiêu chí"]),
        ],
    )  # fmt: skip
    def test_a_further_clause_ends_a_name(self, text: str, expected: list[str]) -> None:
        assert names(text) == expected

    def test_a_count_and_its_part_joined_by_a_sign(self) -> None:
        text = "Hộ nghèo: 38 hộ = 3,1%; hộ cận nghèo 44 hộ = 3,6%."
        assert [role for role, *_ in told(text)] == ["actual"] * 4

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Dư nợ đạt 870 tỷ đồng, tăng 41 tỷ đồng (+4,9%).", [("rate", "4.9")]),
            ("Dân số tăng 164 người (1,3%).", [("rate", "1.3")]),
            ("Thu đạt 26 tỷ đồng, giảm 2 tỷ đồng (tương ứng 7,1%).", [("rate", "-7.1")]),
            ("Thu ngân sách 26 tỷ đồng (-7,1%).", [("rate", "-7.1")]),
            ("Tai nạn xảy ra 24 vụ (-3 vụ).", [("difference", "-3")]),
        ],
    )
    def test_a_change_in_a_bracket_is_no_result(self, text: str, expected: list[tuple[str, str]]) -> None:
        changes = [row for row in loads(text).to_records() if row["role"] == "change"]
        assert [(row["form"], row["value"]) for row in changes][-1:] == expected
        assert len({row["name"] for row in changes}) == 1
        assert len(loads(text).actuals) == (0 if text.startswith("Dân số") else 1)

    @pytest.mark.parametrize(
        ("text", "name", "basis"),
        [
            ("So với 31/12/2021 dư nợ tăng 41 tỷ đồng.", "dư nợ", "2021-12-31"),
            ("Dư nợ đạt 870 tỷ đồng; so với 31/12/2021 tăng 41 tỷ đồng.", "Dư nợ", "2021-12-31"),
            (
                "Số lao động tại thời điểm 01/5/2024 tăng 0,8% so với cùng thời điểm tháng trước.",
                "Số lao động",
                "2024-04",
            ),
            ("BÁO CÁO tháng 5 năm 2022\n\nSo với tháng trước, giá vàng tăng 2%.", "giá vàng", "2022-04"),
            ("So với tháng 4/2022, giá vàng tăng 2%.", "giá vàng", "2022-04"),
        ],
    )
    def test_what_a_clause_opens_by_comparing_with(self, text: str, name: str, basis: str) -> None:
        change = next(row for row in loads(text).to_records() if row["role"] == "change")
        assert (change["name"], change["basis"]) == (name, basis)


def ids(text: str) -> list[str | None]:
    return [row["indicator"] for row in loads(text).to_records() if row["role"] != "tally"]


class TestTopics:
    """Indicators whose names the text says once for several things."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("GRDP tăng 7%, trong đó khu vực dịch vụ tăng 8%; khu vực I tăng 3%.",
             ["grdp", "grdp_services", "grdp_agriculture"]),
            ("Cơ cấu kinh tế: dịch vụ chiếm 41%; công nghiệp - xây dựng chiếm 38%.",
             ["share_services", "share_industry_construction"]),
            ("Chỉ số sản xuất công nghiệp tăng 9%; ngành khai khoáng giảm 2%.",
             ["industrial_production_index", "iip_mining"]),
            ("Toàn huyện trồng ngô 120 ha.", [None]),
            ("Ngô 120 ha; năng suất 40 tạ/ha.", ["maize_area", None]),
            ("Sản lượng thịt trâu 40 tấn, thịt bò 90 tấn.", ["buffalo_meat_output", "beef_output"]),
            ("Xuất khẩu: ngô 90 tấn.", [None]),  # what is exported is not what is grown
            ("Vụ mùa: lúa 90 ha.", [None]),  # of a season, not of the year
            ("Dịch vụ tăng 8%.", [None]),  # nothing says of what
            ("Dịch vụ chiếm 41% số lao động.", [None]),
        ],
    )  # fmt: skip
    def test_are_told_before(self, text: str, expected: list[str | None]) -> None:
        assert ids(text) == expected


class TestAims:
    """What is aimed at, where no verb of the sentence says so."""

    @pytest.mark.parametrize(
        "text",
        [
            "Đại hội đã đề ra 18 chỉ tiêu, trong đó thu nhập bình quân đạt 75 triệu đồng. Trong đó: Tỷ lệ bao phủ y tế 97%.",
            "Nâng tỷ lệ che phủ rừng đến năm 2015 đạt 13%; đến năm 2020 đạt 14%.",
            "Nhiệm vụ cụ thể đến năm 2020 là bảo vệ diện tích rừng hiện có 540 ha; trồng rừng 226 ha.",
            "Điều 1. Thông qua dự toán ngân sách năm 2017 như sau:\n1. Tổng thu: 379 triệu đồng;\n2. Tổng chi: 93 triệu đồng.",
            "Điều 2. Phân bổ ngân sách năm 2017 như sau:\n1. Tổng chi là 61 tỷ đồng.\nTrong đó:\n2.1. Chi cân đối: 60 tỷ đồng.",
            "Các chỉ tiêu năm 2026 được Quốc hội thông qua, cụ thể:\n\n(1) Tỷ trọng công nghiệp đạt khoảng 24%.\n\n(2) Tỷ lệ thất nghiệp dưới 4%.",
            "Một số chỉ tiêu chủ yếu của Đảng bộ nhiệm kỳ 2015-2020:\n- Tỷ lệ hộ nghèo còn 2%.\n- Thu nhập đạt 90 triệu đồng.",
            "Huyện phấn đấu thu nhập bình quân đầu người đạt 95 triệu đồng. Thu ngân sách trên địa bàn tăng bình quân 30%.",
            "KẾ HOẠCH SẢN XUẤT NÔNG NGHIỆP NĂM 2025\n\nDiện tích lúa: 63 ha\nSản lượng: 418 tấn",
            "Tổng nhu cầu vốn đầu tư là 198 tỷ đồng, trong đó giai đoạn 2014 - 2015 là 115 tỷ.",
            "Cục phấn đấu đạt số thu 268 tỷ đồng được giao năm 2018.",
            "Nợ thuế phải giảm 20% so với cuối năm.",
            "Nhiệm vụ thu ngân sách năm 2019 của tỉnh là 39 tỷ đồng.",
        ],
    )
    def test_are_told_by_what_stands_above_or_before(self, text: str) -> None:
        assert {role for role, *_ in told(text)} == {"target"}

    @pytest.mark.parametrize(
        "text",
        [
            "Huyện phấn đấu thu nhập đạt 95 triệu đồng. Trong 3 tháng đầu năm, thu ngân sách đạt 30 tỷ đồng.",
            "Huyện phấn đấu thu nhập đạt 95 triệu đồng. Thu ngân sách đã đạt 30 tỷ đồng.",
            "Các chỉ tiêu chủ yếu đạt được trong năm 2023:\n- Tỷ lệ hộ nghèo còn 2%.",
            "Tại phiên họp đề ra nhiệm vụ tháng 9, Giám đốc cho biết, thu ngân sách trên địa bàn đạt 524 tỷ đồng.",
            "Về kết quả thực hiện phương hướng năm 2021, huyện cho biết kết quả thu ngân sách đạt 30 tỷ đồng.",
        ],
    )
    def test_end_where_results_are_told(self, text: str) -> None:
        assert told(text)[-1][0] == "actual"

    def test_a_growth_told_as_what_is_reached_stays_one(self) -> None:
        report = loads("Phấn đấu năng suất lao động tăng bình quân đến năm 2030 đạt 7%.")
        assert [target.measure.value for target in report.targets] == ["increase"]


class TestTitles:
    def test_a_meeting_that_sets_out_duties_reports_on_what_it_reviewed(self) -> None:
        text = "Triển khai kế hoạch sản xuất 6 tháng cuối năm 2018\n\nNgày 14/6, Sở tổ chức Hội nghị sơ kết 6 tháng đầu năm 2018."
        assert str(loads(text).period) == "2018-H1"

    def test_a_congress_tells_of_the_term_before(self) -> None:
        text = "ĐẠI HỘI ĐẢNG BỘ XÃ TÂN LẬP NHIỆM KỲ 2025 - 2030\n\nTrên địa bàn xã có 342 hộ kinh doanh. Phấn đấu có 400 hộ."
        assert periods(text) == ["2020/2025", "2025/2030"]

    def test_the_plan_of_a_share_sets_no_time(self) -> None:
        text = (
            "6 tháng đầu năm 2017, khách đạt 3 triệu lượt, đạt 51% kế hoạch năm 2017; khách quốc tế đạt 1 triệu lượt."
        )
        assert periods(text)[-1] == "2017-H1"

    def test_what_grew_in_the_same_period_is_of_the_year_before(self) -> None:
        text = "Quý I/2018\n\nNgành xây dựng tăng 8,4%, cùng kỳ tăng 10,1%; công nghiệp so với cùng kỳ tăng 7,2%."
        assert periods(text) == ["2018-Q1", "2017-Q1", "2018-Q1"]

    def test_the_growth_of_another_quarter(self) -> None:
        assert periods("Quý I/2018\n\nGRDP tăng 7,6%, cao hơn mức tăng 7,4% của quý I/2017.")[-1] == "2017-Q1"

    def test_a_time_told_after_a_figure_is_its_own(self) -> None:
        text = "Năm 2025\n\nKinh tế số đóng góp 25% đến năm 2030; vốn đầu tư xã hội chiếm 35%."
        assert periods(text) == ["2030", "2025"]

    def test_the_year_of_a_document_is_not_what_a_paragraph_is_about(self) -> None:
        text = "Mục tiêu giai đoạn 2026-2030 nêu tại Kế hoạch 88/KH-UBND năm 2025 như sau:\n\n- Phấn đấu 90% hộ dùng nước sạch."
        assert periods(text)[-1] != "2025"

    def test_a_year_that_opens_the_next_clause_is_not_of_the_figure_before(self) -> None:
        text = "Năm 2018\n\nGRDP tăng 10,3% (kế hoạch 9,4%, năm 2017 tăng 9,5%)."
        assert periods(text) == ["2018", "2018", "2017"]

    def test_a_paragraph_that_details_the_one_before_is_of_its_time(self) -> None:
        text = "Năm 2020\n\nTổng kim ngạch xuất khẩu hàng hoá của doanh nghiệp thành phố xuất qua cảng thành phố (gồm cả dầu thô) trong tháng 11 năm 2020 đạt 35 triệu USD, tăng 4% so với cùng kỳ.\n\nTrong đó, khu vực nhà nước đạt 13 triệu USD, giảm 5%."
        assert periods(text)[2:] == ["2020-11"] * 2
        assert told(text)[3][4] == "yoy"

    @pytest.mark.parametrize(
        ("text", "period"),
        [
            (
                (
                    "HĐND thành phố thông qua Nghị quyết về tình hình kinh tế - xã hội năm 2020, kế hoạch phát triển năm 2021.\n\n"
                    "Các đại biểu thông qua 23 chỉ tiêu, trong đó vốn đầu tư đạt 12 tỷ đồng."
                ),
                "2021",
            ),
            ("Năm 2014\n\nÔng An cho biết sang năm quận sẽ phấn đấu thu 66 tỷ đồng.", "2015"),
            (
                (
                    "Ngày 04/12/2025, UBND tỉnh ban hành chương trình.\n\n"
                    "Mục tiêu cụ thể giai đoạn 2026-2030 như sau:\n\n- Đối với trẻ em\n\n+ Phấn đấu 90% trẻ em đến trường."
                ),
                "2026/2030",
            ),
            ("Năm 2014\n\nQuận phấn đấu thu 66 tỷ đồng.", "2014"),
        ],
    )
    def test_aims_are_of_the_year_planned_for(self, text: str, period: str) -> None:
        assert [(role, time) for role, *_, time, _ in told(text)] == [("target", period)]

    def test_what_is_left_of_a_year(self) -> None:
        assert periods("Năm 2020\n\nTrong 2 tháng còn lại của năm, huyện phấn đấu thu 85 tỷ đồng.") == [
            "2020-11/2020-12"
        ]

    @pytest.mark.parametrize(
        ("told_of", "period"),
        [
            ("9 tháng đầu năm và nhiệm vụ quý IV năm 2023", "2023-01/2023-09"),
            ("9 tháng đầu năm, phương hướng nhiệm vụ năm 2024", "2023-01/2023-09"),
            ("tháng 12 và nhiệm vụ tháng 01 năm 2024", "2023-12"),
            ("6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2023", "2023-H1"),
            ("năm 2022, phương hướng năm 2023", "2022"),
        ],
    )
    def test_what_is_planned_names_the_year_of_what_is_reported(self, told_of: str, period: str) -> None:
        report = loads(f"BÁO CÁO\nTình hình kinh tế - xã hội {told_of}\n\nĐến 31/01/2025 giải ngân 5 tỷ đồng.")
        assert str(report.period) == period
