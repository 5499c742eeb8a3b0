"""Wordings of reports and of lists of aims, each with the rows that it must give."""

from __future__ import annotations

import pytest

from vnplan.loading import loads

Row = tuple[str, str, str, str | None, str | None]


def rows(text: str) -> list[Row]:
    """Role, name, value, period and basis of the figures of a text."""
    return [
        (row["role"], row["name"], row["value"] or "", row["period"], row["basis"])
        for row in loads(text).to_records()
        if row["role"] != "tally"
    ]


def kinds(text: str) -> list[str]:
    """What every number of a text was taken for."""
    return [str(entry.claimed_by) for entry in loads(text).ledger]


class TestNames:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "Có 26/44 dự án trong cụm công nghiệp đi vào hoạt động đem lại giá trị sản xuất là 566 tỷ đồng.",
                ["dự án trong cụm công nghiệp đi vào hoạt động", "giá trị sản xuất"],
            ),
            ("Huyện đã thu hút được 47 triệu USD vốn FDI.", ["thu hút vốn FDI"]),
            (
                "Đến 15/8/2024, nông dân đã gieo cấy được 2.430 ha lúa mùa, đạt 98,7% kế hoạch.",
                ["gieo cấy lúa mùa", "gieo cấy lúa mùa"],
            ),
            (
                "Sản lượng nhãn sớm giảm so với năm trước, song cũng đạt khoảng 700 tấn.",
                ["Sản lượng nhãn sớm"],
            ),
            (
                "Tốc độ tăng trưởng kinh tế vẫn ở mức khá, ước đạt 9,2%.",
                ["Tốc độ tăng trưởng kinh tế"],
            ),
            (
                "Cơ cấu kinh tế chuyển dịch đúng hướng, giảm tỷ trọng nông nghiệp (từ 47,6% xuống còn 44,6%) và dịch vụ (từ 31,1% lên 33,3%).",
                ["tỷ trọng nông nghiệp", "tỷ trọng nông nghiệp", "dịch vụ", "dịch vụ"],
            ),
            (
                "Cơ cấu kinh tế chuyển dịch tích cực, công nghiệp - xây dựng tăng 2,5%.",
                ["công nghiệp - xây dựng"],
            ),
            (
                "Giá trị sản xuất công nghiệp đạt 922 tỷ đồng; trong đó, khu vực tư nhân chiếm tỷ lệ cao, ước đạt 687 tỷ đồng.",
                ["Giá trị sản xuất công nghiệp", "khu vực tư nhân"],
            ),
            ("Mặt hàng xăng dầu nhập khẩu giảm sâu nhất, giảm 47%.", ["Mặt hàng xăng dầu nhập khẩu"]),
            (
                "Chương trình được cấp ủy, chính quyền các xã tập trung chỉ đạo, đến nay toàn huyện đạt 100 tiêu chí.",
                ["tiêu chí"],
            ),
            ("Trong quý, thu trên địa bàn huyện được 24 tỷ đồng.", ["thu trên địa bàn huyện"]),
            ("Cây rau các loại ước 6 tháng năm 2022 gieo trồng 351 ha.", ["Cây rau các loại gieo trồng"]),
            ("Dự ước diện tích thu hoạch là 38 ha.", ["diện tích thu hoạch"]),
            ("Tỷ lệ tăng dân số tự nhiên hàng năm: 1,1%.", ["Tỷ lệ tăng dân số tự nhiên"]),
            ("Tổng diện tích gieo trồng cây hàng năm là 842 ha.", ["Tổng diện tích gieo trồng cây hàng năm"]),
            (
                "Chất lượng tiêu chí được nâng lên, toàn huyện huy động trên 170 tỷ đồng.",
                ["huy động"],
            ),
            (
                "Vốn đầu tư toàn xã hội khoảng 35% GRDP (năm 2020 ước đạt 995 tỷ đồng).",
                ["Vốn đầu tư toàn xã hội", "Vốn đầu tư toàn xã hội"],
            ),
            (
                "Công an bắt giữ 206 vụ, 326 đối tượng về ma túy, so với cùng kỳ tăng 93 vụ.",
                ["bắt giữ vụ", "đối tượng về ma túy", "bắt giữ vụ"],
            ),
            ("Điều chỉnh tốc độ tăng trưởng kinh tế là 7,5%.", ["tốc độ tăng trưởng kinh tế"]),
            (
                "Sản lượng thủy sản tăng khá so với cùng kỳ, tăng 7,7%.",
                ["Sản lượng thủy sản"],
            ),
            ("Tỉnh có 57 dự án liên doanh tổng vốn đầu tư 278 triệu USD.", ["dự án liên doanh", "tổng vốn đầu tư"]),
            (
                "Cơ cấu kinh tế chuyển dịch tích cực. - Giá trị sản xuất công nghiệp ước đạt 33.840 tỷ đồng.",
                ["Giá trị sản xuất công nghiệp"],
            ),
            (
                "Tỷ lệ che phủ rừng đến năm 2015 đạt 13,5% diện tích tự nhiên; đến năm 2020 đạt 14,7% diện tích tự nhiên.",
                ["Tỷ lệ che phủ rừng", "Tỷ lệ che phủ rừng"],
            ),
            (
                "Đã có 06 thôn đạt danh hiệu thôn kiểu mẫu theo Quyết định số 488 của tỉnh.",
                ["thôn đạt danh hiệu thôn kiểu mẫu"],
            ),
            ("Thời điểm đó, toàn huyện mới có 11 nhà nghỉ.", ["nhà nghỉ"]),
            (
                "Có 02 xã đạt và giữ vững 19/19 tiêu chí; 3 xã đạt từ 15 đến 18 tiêu chí.",
                ["xã đạt và giữ vững 19/19 tiêu chí", "xã đạt từ 15 đến 18 tiêu chí"],
            ),
            (
                "Số xã đạt chuẩn nâng lên 25 xã (đạt 83,3% số xã toàn huyện).",
                ["Số xã đạt chuẩn", "Số xã đạt chuẩn"],
            ),
        ],
    )
    def test_what_a_figure_measures(self, text: str, expected: list[str]) -> None:
        assert [name for _, name, *_ in rows(text)] == expected


class TestRoles:
    def test_a_level_whose_share_is_told_is_a_result_though_the_text_plans(self) -> None:
        text = "KẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2025\n\n- Chi sự nghiệp giáo dục 627 tỷ đồng ước đạt 92% dự toán."
        assert [(role, basis) for role, *_, basis in rows(text)] == [("actual", None), ("share", "estimate")]

    def test_an_amount_named_as_an_estimate_is_planned(self) -> None:
        told = rows("Tổng dự toán thu ngân sách của thành phố gần 400.000 tỷ đồng.")
        assert told == [("target", "thu ngân sách", "400000", None, "estimate")]
        assert rows("Tỉnh giao dự toán thu phí 82 tỷ đồng.")[0][4] == "assigned"

    def test_aims_that_were_passed_are_none(self) -> None:
        text = "Một số chỉ tiêu đạt và vượt như: thu ngân sách 224 tỷ đồng."
        assert [role for role, *_ in rows(text)] == ["actual"]
        text = "Kỳ họp xác định nhiệm vụ năm 2020 với các chỉ tiêu cơ bản, trong đó bao gồm: sản xuất công nghiệp tăng 8,8%."
        assert [role for role, *_ in rows(text)] == ["target"]

    def test_a_rate_over_the_plan_that_is_named(self) -> None:
        assert [role for role, *_ in rows("Tốc độ tăng trưởng đạt 16,7%, vượt KH là 16,5%.")] == ["change", "target"]

    @pytest.mark.parametrize("whose", ["HĐND huyện giao", "tỉnh giao", "Trung ương giao"])
    def test_what_a_body_assigned(self, whose: str) -> None:
        assert rows(f"Thu ngân sách đạt 30 tỷ đồng, đạt 53,4% so với {whose}.")[1][4] == "assigned"

    def test_part_of_the_communes_is_no_share_of_a_plan(self) -> None:
        text = "Thu đạt 5 tỷ đồng (đạt 141% kế hoạch); nâng số xã đạt chuẩn lên 25 xã (đạt 83,3% số xã toàn huyện)."
        assert rows(text)[-1][0] == "actual"

    def test_an_amount_that_tells_a_change_again(self) -> None:
        told = rows("Đàn trâu có 283.000 con, tăng 2,6%, bằng 7.300 con so với cùng kỳ.")
        assert [(role, value) for role, _, value, *_ in told] == [
            ("actual", "283000"),
            ("change", "2.6"),
            ("change", "7300"),
        ]
        told = rows("Diện tích đạt 114.334 ha, tăng 0,7% so với cùng kỳ năm 2017 (bằng 837,2 ha).")
        assert told[-1][0] == "change"
        assert rows("Đàn trâu có 283 con, tăng 2,6%, bằng 7.300 con toàn vùng.")[-1][0] == "actual"

    def test_the_rates_of_two_years_in_brackets(self) -> None:
        text = "Lũy kế 7 tháng năm 2012, sản xuất tăng 4,8%, thấp hơn mức tăng của cùng kỳ năm 2011 (8,8%) và cùng kỳ năm 2010 (13,5%)."
        assert [(role, name, period) for role, name, _, period, _ in rows(text)] == [
            ("change", "sản xuất", f"{year}-01/{year}-07") for year in (2012, 2011, 2010)
        ]

    def test_a_poverty_rate_that_falls_every_year(self) -> None:
        (row,) = loads("Phấn đấu tỷ lệ hộ nghèo giảm hàng năm 1%.").to_records()
        assert (row["role"], row["measure"], row["name"]) == ("target", "decrease", "tỷ lệ hộ nghèo")


class TestBases:
    def test_two_rates_are_compared_in_turn_like_those_before(self) -> None:
        text = "Tháng 7 năm 2021, IIP tăng 1% so với tháng trước và tăng 7,8% so với cùng kỳ; điện tăng 9,5% và 7%; nước tương ứng giảm 2% và tăng 4%."
        assert [basis for *_, basis in rows(text)] == ["2021-06", "yoy"] * 3

    def test_two_ways_to_name_one_comparison_are_no_turn(self) -> None:
        text = "6 tháng năm 2025, GRDP tăng 7% so với cùng kỳ, tăng 3% so với 6 tháng năm 2023; dịch vụ tăng 6% và 5%."
        assert [basis for *_, basis in rows(text)][2:] != ["yoy", "2023-H1"]


class TestPeriods:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (  # a bracket's own time is of the bracket
                "Tính chung 7 tháng năm 2021, IIP tăng 8,5% (7 tháng năm 2020 tăng 4%). Trong đó, khai khoáng tăng 3%.",
                ["2021-01/2021-07", "2020-01/2020-07", "2021-01/2021-07"],
            ),
            (  # the term of an assembly is no year of what it looks at
                "Kỳ họp của HĐND nhiệm kỳ 2016 - 2021 xem xét 6 tháng đầu năm. 6 tháng đầu năm 2019, thu đạt 27 tỷ đồng.",
                ["2019-H1"],
            ),
            (
                "Tính chung năm 2014, xã có 71 hộ nghèo. Năm 2010 chỉ có 2 hợp tác xã, đến nay có 15 hợp tác xã.",
                ["2014", "2010", "2014"],
            ),
            ("Năm 2014\n\nTỷ lệ hộ nghèo còn 1,9%, giảm 5,6% so với năm 2011.", ["2014", "2014"]),
            (
                "6 tháng đầu năm 2016, năng suất tăng 0,1 tạ/ha so với vụ xuân 2015; sản lượng đạt 538 nghìn tấn.",
                ["2016-H1", "2016-H1"],
            ),
            (
                "6 tháng đầu năm 2016, thu đạt 5 tỷ đồng; đàn lợn tại thời điểm 1/4/2016 là 794 nghìn con; thịt hơi đạt 77 tấn.",
                ["2016-H1", "2016-04-01", "2016-H1"],
            ),
            ("Nhiệm kỳ 2015-2020\n\nĐàn lợn năm 2020: 3.000 con, bằng năm 2015; đàn gà: 40.000 con.", ["2020", "2020"]),
            ("Trong năm2023, thu ngân sách đạt5 tỷ đồng.", ["2023"]),
            (
                "Năm 2022, thu đạt 5 tỷ đồng. Từ năm 2020 đến nay, vốn đầu tư hạ tầng được 16 tỷ đồng. Từ năm 2022 đến nay có 2 hồ.",
                ["2022", None, "2022"],
            ),
            (
                "Nhiệm kỳ 2020-2025\n\nThu nhập đạt 67,5 triệu đồng, tăng 48,6 triệu đồng so với năm 2020.",
                ["2020/2025"] * 2,
            ),
            (
                "Năm 2016 thu tăng 20,4%. Tỷ lệ này năm 2017 và 2018 lần lượt là 14,6% và 7,6%.",
                ["2016", "2017", "2018"],
            ),
            ("Năm 2016, 2017 và 2018 sản lượng lần lượt đạt 5 tấn, 6 tấn và 7 tấn.", ["2016", "2017", "2018"]),
            ("Năm 2017 và 2018, dịch vụ và nông nghiệp lần lượt tăng 8,4% và 1,1%.", ["2018", "2018"]),
            ("Quý I năm 2018. Ngành công nghiệp tăng 7,2%, cùng kỳ có mức tăng 6,6%.", ["2018-Q1", "2017-Q1"]),
            (
                "Năm 2022, tổng đàn cũng tăng so với kế hoạch và cùng kỳ năm trước với đàn trâu 368 con.",
                ["2022"],
            ),
            (
                (
                    "Đại hội Đảng bộ tỉnh, nhiệm kỳ 2020 - 2025\n\nĐại hội diễn ra từ ngày 12 đến ngày 15 tháng 10 năm 2020. "
                    "Nhiều chỉ tiêu đạt cao như thu ngân sách 45.799 tỷ đồng."
                ),
                ["2015/2020"],
            ),
            ("Báo cáo tháng 10\n\nTừ ngày 15/9/2020 đến ngày 14/10/2020, xảy ra 12 vụ.", ["2020-09-15/2020-10-14"]),
        ],
    )
    def test_when_a_figure_is_of(self, text: str, expected: list[str]) -> None:
        assert [period for *_, period, _ in rows(text)] == expected

    def test_a_range_of_ranks_is_no_day(self) -> None:
        assert "date" not in kinds("Năm 2023, tỉnh nằm trong nhóm từ 01 - 10 cả nước, được từ 1-5 điểm.")
        assert "date" in kinds("Mùa khô kéo dài từ 1-5 đến 30-6.")

    @pytest.mark.parametrize("days", ["24-25/6", "18 - 19/12", "10 và 11.7", "20, 21/11", "3 đến 5/8"])
    def test_days_of_one_month(self, days: str) -> None:
        assert set(kinds(f"Các ngày {days}, hội đồng họp.")) == {"date"}


class TestNumbers:
    def test_a_number_glued_to_its_verb(self) -> None:
        assert kinds("Giá trị sản xuất ước đạt16.743 tỷ đồng, thu tăng12,5%, nộp13 hồ sơ.") == [
            "figure",
            "figure",
            "name",
        ]

    def test_money_glued_to_its_scale(self) -> None:
        told = loads("Kim ngạch đạt 1,37 tỷUSD, thu 25 tỷđồng.").to_records()
        assert [row["unit"] for row in told] == ["tỷ USD", "tỷ đồng"]

    def test_life_expectancy_of_men_and_women(self) -> None:
        text = "Tuổi thọ trung bình đạt 69,9 năm, trong đó nam 67,1 năm, nữ 72,9 năm."
        assert [value for _, _, value, *_ in rows(text)] == ["69.9", "67.1", "72.9"]

    def test_criteria_that_only_bound_what_is_left(self) -> None:
        assert rows("Toàn huyện không còn xã dưới 12 tiêu chí.") == []

    def test_lessons_twice_a_day_describe_a_school(self) -> None:
        assert len(rows("Có 60% học sinh được học 2 buổi/ ngày.")) == 1

    def test_a_note_between_a_level_and_its_plan(self) -> None:
        told = rows("Chi từ nguồn vay 22,6 tỷ đồng *[4]*/12,9 tỷ đồng, ước đạt 175% kế hoạch.")
        assert [role for role, *_ in told] == ["actual", "target", "share"]


_AIMS = """\
Các chỉ tiêu chủ yếu (nhiệm kỳ 2020-2025)
- Về kinh tế:
(1) Thu nhập bình quân đầu người đến năm 2025: 45 triệu đồng/năm.
(2) Tỷ lệ lao động qua đào tạo: trên 20%.
- Về văn hóa:
(3) Số trường đạt chuẩn (theo Chỉ thị 12-CT/TU ngày 13/2/2018): 04 trường.
"""
_IN_ONE_LINE = (
    "CÁC CHỈ TIÊU CHỦ YẾU TRONG NHIỆM KỲ 2020-2025 I. Về kinh tế (4 chỉ tiêu) 1. Tốc độ tăng giá trị sản xuất đạt 16%, trong đó: "
    "nông nghiệp tăng 6%. 2. Thu nhập bình quân đầu người đến năm 2025: 60 triệu đồng. 3. Sản lượng lương thực: 25.000 tấn. "
    "4. Tỷ lệ đô thị hóa: 16% trở lên. II. Về xã hội 5. Tỷ lệ lao động qua đào tạo: 65%."
)


class TestListsOfAims:
    def test_the_title_of_a_list_holds_for_its_points(self) -> None:
        assert [(role, period) for role, *_, period, _ in rows(_AIMS)] == [
            ("target", "2025"),
            ("target", "2020/2025"),
            ("target", "2020/2025"),
        ]

    def test_a_title_of_results_announces_no_aims(self) -> None:
        text = "Kết quả các chỉ tiêu chủ yếu nhiệm kỳ 2020-2025\n- Về kinh tế:\n(1) Tỷ lệ lao động qua đào tạo: 20%."
        assert [role for role, *_ in rows(text)] == ["actual"]

    def test_a_list_that_lost_its_line_breaks(self) -> None:
        assert {role for role, *_ in rows(_IN_ONE_LINE)} == {"target"}
        assert not loads(_IN_ONE_LINE).ledger.unread
        assert [row["item_number"] for row in loads(_IN_ONE_LINE).to_records() if row["role"] == "target"] == [
            1,
            1,
            2,
            3,
            4,
            5,
        ]

    def test_three_numbers_in_a_line_are_no_list(self) -> None:
        text = (
            "Đồng chí nêu việc phải làm. 1. Thu ngân sách 5 tỷ đồng. 2. Trồng 30 ha rừng. 3. Giảm 2% hộ nghèo. "
            + "Các xã làm theo. " * 12
        )
        assert len(loads(text).to_records()) == 3

    def test_a_title_that_its_text_follows(self) -> None:
        text = (
            "Một số chỉ tiêu chủ yếu và 3 khâu đột phá (nhiệm kỳ 2020 - 2025) Tốc độ tăng trưởng kinh tế bình quân đạt 12%. "
            "Cơ cấu kinh tế đến năm 2025: dịch vụ khoảng 28,5%. Tỷ lệ hộ dân sử dụng nước sạch trên 90%; giữ vững an ninh, trật tự xã hội trên địa bàn, "
            "xây dựng hệ thống chính trị vững mạnh toàn diện."
        )
        assert [(role, name) for role, name, *_ in rows(text)] == [
            ("target", "Tốc độ tăng trưởng kinh tế"),
            ("target", "dịch vụ"),
            ("target", "Tỷ lệ hộ dân sử dụng nước sạch"),
        ]

    def test_aims_without_a_time_stay_aims_where_a_whole_year_is_named(self) -> None:
        text = (
            "1. Trồng trọt: Sản lượng lúa cả năm.\n2. Hợp tác xã: Phấn đấu thành lập 02 hợp tác xã.\n3. Đường: Phấn đấu mỗi ấp có 01 tuyến đường mẫu."
            "\n4. Thu nhập: Thu nhập đạt 65 triệu đồng.\n5. Hộ nghèo: Phấn đấu giảm 1% hộ nghèo."
        )
        assert {role for role, *_ in rows(text)} == {"target"}

    def test_aims_of_a_term_held_against_its_start(self) -> None:
        text = "MỤC TIÊU CHỦ YẾU NHIỆM KỲ 2015-2020\n\n- Cơ cấu kinh tế: Dịch vụ: 56,9%, tăng 0,1 lần so với năm 2015."
        assert [period for *_, period, _ in rows(text)] == ["2015/2020"] * 2


def test_a_figure_that_opens_a_short_line() -> None:
    text = "Sản lượng thịt trâu đạt\n688 tấn, tăng 2,0%; sữa bò tươi\n1.693 tấn, tăng 7,9%; thịt lợn\n9.327 tấn."
    assert [(name, value) for _, name, value, *_ in rows(text)][2:3] == [("sữa bò tươi", "1693")]


class TestStretchesOfTime:
    @pytest.mark.parametrize(
        ("told", "period"),
        [
            ("Từ năm 2016 đến hết tháng 11/2018", "2016-01/2018-11"),
            ("Từ tháng 7/2016 đến tháng 11/2018", "2016-07/2018-11"),
            ("Từ tháng 9 đến tháng 11/2018", "2018-09/2018-11"),
            ("Đến tháng 11/2018", "2018-01/2018-11"),
            ("Trong 5 năm qua (2015 - 2020)", "2015/2020"),
            ("Tính riêng trong kỳ (từ 15/7/2020 đến 15/8/2020)", "2020-07-15/2020-08-15"),
            ("Theo kết quả điều tra dân số ngày 1/4/2019", "2019-04-01"),
            ("Đối với Tết Đinh Dậu 2017", "2017"),
        ],
    )
    def test_a_stretch_is_of_all_that_it_names(self, told: str, period: str) -> None:
        assert [row[-2] for row in rows(f"{told}, tỉnh thu hút được 515 dự án.")] == [period]

    def test_a_stretch_stays_when_a_part_is_held_against_the_month_before(self) -> None:
        text = (
            "Trong kỳ (từ 15/7/2020 đến 15/8/2020), đơn vị thu đạt 1.235 tỷ đồng, giảm 12,9% so với tháng trước. "
            "Trong đó, thuế xuất khẩu đạt 8 tỷ đồng."
        )
        assert rows(text)[2][-2] == "2020-07-15/2020-08-15"

    def test_a_feast_that_something_is_compared_with(self) -> None:
        text = "Dịp Tết năm 2019, toàn tỉnh xảy ra 7 vụ tai nạn. So với cùng kỳ Tết Mậu Tuất 2018, số vụ tăng 3 vụ."
        assert [(row[-2], row[-1]) for row in rows(text)] == [("2019", None), ("2019", "yoy")]


class TestNamesOfCounts:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Khu vực nội thị gồm 8 phường.", ["phường"]),
            ("Số cơ sở cá thể trên địa bàn gồm có 56 cơ sở.", ["Số cơ sở cá thể"]),
            ("Toàn tỉnh Hà Nam có: 29 trường trung học phổ thông là: trường A.", ["trường trung học phổ thông"]),
            ("Phường có dân số 41.511 nhân khẩu của thị trấn Phả Lại.", ["dân số"]),
            ("Có 22.749 buồng phòng bao gồm 67 khách sạn.", ["buồng phòng", "khách sạn"]),
            ("Đơn vị đã tăng cường tuần tra, kiểm soát 927 ca.", ["kiểm soát"]),
            (
                "Những ngày này, bà con nông dân đang tập trung thu hoạch 5.400 ha mía nguyên liệu.",
                ["thu hoạch mía nguyên liệu"],
            ),
            ("Doanh nghiệp tập trung nhiều nhất ở quận 1 với 8,5%.", ["Doanh nghiệp tập trung nhiều nhất ở quận 1"]),
        ],
    )
    def test_what_is_counted(self, text: str, names: list[str]) -> None:
        assert [(role, name) for role, name, *_ in rows(text)] == [("actual", name) for name in names]


class TestNamesInClauses:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            (
                "Tỷ lệ hộ dân dùng nước sạch, đạt 98,7%; tỷ lệ rác thải được thu gom, đạt 90,4%.",
                ["Tỷ lệ hộ dân dùng nước sạch", "tỷ lệ rác thải được thu gom"],
            ),
            ("Doanh nghiệp đã góp phần đưa giá trị sản xuất tăng 16,4%.", ["giá trị sản xuất"]),
            ("Diện tích sầu riêng của tỉnh tăng từ 4.126 ha lên 9.183 ha.", ["Diện tích sầu riêng"] * 2),
            ("Cầu rộng 12 m, tĩnh không sông cấp IV và tổng mức đầu tư 185 tỷ đồng.", ["Cầu rộng", "tổng mức đầu tư"]),
            ("Khoản tăng nhiều nhất so với năm 2017 là thuế bảo vệ môi trường tăng 61%.", ["thuế bảo vệ môi trường"]),
            ("Số vụ gây ra bởi xe máy là 10 vụ.", ["Số vụ gây ra bởi xe máy"]),
            (
                "Xã thành lập từ: Phú Sơn và Tân Hương (huyện Tân Kỳ cũ), có diện tích tự nhiên 112 km2.",
                ["diện tích tự nhiên"],
            ),
            (
                "Tỷ trọng nông nghiệp chiếm 34%; xây dựng - tiểu thủ công nghiệp, chiếm 24,3%.",
                ["Tỷ trọng nông nghiệp", "xây dựng - tiểu thủ công nghiệp"],
            ),
            ("Thu ngân sách hằng năm đều vượt chỉ tiêu, đạt 246% kế hoạch.", ["Thu ngân sách"]),
            ("Giá trị sản xuất 5 năm qua đạt 3.720 tỷ đồng.", ["Giá trị sản xuất"]),
            ("Phường được thành lập trên cơ sở toàn bộ diện tích tự nhiên 1.382 ha.", ["diện tích tự nhiên"]),
        ],
    )
    def test_the_clause_names_it(self, text: str, names: list[str]) -> None:
        assert [name for _, name, *_ in rows(text)] == names


_NEW_WARD = "Nghị quyết về việc thành lập phường Sao Đỏ\n\nĐiều 1. Thành lập phường với diện tích tự nhiên 561,6 ha, dân số 48.365 người."


def test_a_resolution_on_places_tells_what_they_are_like() -> None:
    assert [role for role, *_ in rows(_NEW_WARD)] == ["actual"] * 2
    other = _NEW_WARD.replace("thành lập phường Sao Đỏ", "kế hoạch phát triển kinh tế - xã hội")
    assert "target" in [role for role, *_ in rows(other)]


def test_a_numbered_title_with_a_year_holds_for_the_lines_below() -> None:
    text = (
        "Quy hoạch cảng đến năm 2050\n\n(1) Mục tiêu đến năm 2030\n\n- Hàng hóa: 30 triệu tấn.\n\n"
        "(2) Tầm nhìn đến năm 2050\n\n- Hàng hóa: 90 triệu tấn."
    )
    assert [row[-2] for row in rows(text)] == ["2030", "2050"]


def test_the_term_of_a_council_is_no_period_of_the_text() -> None:
    text = (
        "Hội đồng nhân dân phường khóa I, nhiệm kỳ 2021-2026, tổ chức kỳ họp thứ hai. "
        "Trong 6 tháng cuối năm 2025, phường phấn đấu thu 170 tỷ đồng."
    )
    report = loads(text)
    assert str(report.period) == "2025-H2"
    assert [row[-2] for row in rows(text)] == ["2025-H2"]
    assert not report.ledger.unread


def test_the_whole_year_of_a_crop_is_not_that_of_the_next_sentence() -> None:
    text = "Báo cáo 9 tháng đầu năm 2020\n\nNăng suất lúa cả năm đạt 54 tạ/ha. Sản lượng hải sản đạt 13.863 tấn."
    assert [row[-2] for row in rows(text)] == ["2020", "2020-01/2020-09"]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Thu bổ sung từ ngân sách cấp trên hơn 196 tỷ đồng.", "Thu bổ sung từ ngân sách cấp trên", "196"),
        ("Làng nghề cung cấp trên 40 tấn cá.", "Làng nghề cung cấp", "40"),
        ("Theo báo cáo kinh tế 9 tháng năm 2023 giá trị sản xuất đạt 2 tỷ đồng.", "giá trị sản xuất", "2"),
        ("Trong đó 01 xã đạt dưới 10 tiêu chí.", "xã đạt dưới 10 tiêu chí", "1"),
    ],
)
def test_words_that_belong_to_a_name(text: str, name: str, value: str) -> None:
    assert [(row[1], row[2]) for row in rows(text)] == [(name, value)]


def test_parts_are_of_what_stands_before_a_bracket_that_tells_the_plan() -> None:
    text = "Tổng thu đạt 216 tỷ đồng, tăng 4 lần so với dự toán đầu năm (hơn 53 tỷ đồng). Trong đó, thu bổ sung hơn 196 tỷ đồng."
    assert [role for role, *_ in rows(text)] == ["actual", "share", "target", "actual"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Diện tích đạt 7.000 ha, phấn đấu đạt trên 10.000 ha.", ["7000", "10000"]),
        ("Tỉnh hỗ trợ cho 1.000 người, thu hút được trên 10.000 người.", ["1000", "10000"]),
        ("Sâm Ngọc Linh: trên 1.000 ha.", ["1000"]),
        ("Đạt 8 bác sĩ trên 10.000 dân, thu 50 triệu đồng trên 1 ha.", ["8", "50"]),
    ],
)
def test_a_round_number_is_a_figure_unless_another_is_told_of_it(text: str, values: list[str]) -> None:
    assert [value for _, _, value, *_ in rows(text)] == values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Năm 2018, số người tham gia giảm so với năm 2017 là 231 người.", ("change", "-231", "2017")),
        ("Năm 2020, thu ngân sách tăng so với năm 2015 là 25%.", ("change", "25", "2015")),
        ("Tháng 6/2020, CPI tăng so với tháng 5/2020 là 0,2%.", ("change", "0.2", "2020-05")),
        ("Năm 2019, thu ngân sách tăng so với cùng kỳ là 5%.", ("change", "5", "yoy")),
    ],
)
def test_a_change_told_after_what_it_is_held_against(text: str, told: tuple[str, str, str]) -> None:
    assert [(row[0], row[2], row[-1]) for row in rows(text)] == [told]


_CONGRESS = """Đảng bộ phường tiến hành đại hội nhiệm kỳ 2020-2025.

Đại hội thông qua nghị quyết với một số chỉ tiêu chủ yếu: thu ngân sách tăng 5%; đạt và vượt chỉ tiêu giảm hộ nghèo; \
giảm tỷ suất sinh thô 0,30%0/năm; hộ gia đình văn hóa 85% trở lên.
"""


def test_a_congress_sets_the_aims_that_its_resolution_lists() -> None:
    report = loads(_CONGRESS)
    assert [(row[0], row[1], row[2]) for row in rows(_CONGRESS)] == [
        ("target", "thu ngân sách", "5"),
        ("target", "tỷ suất sinh thô", "0.30"),
        ("target", "hộ gia đình văn hóa", "85"),
    ]
    assert report.to_records()[1]["unit"] == "‰/năm"


def test_a_line_of_news_is_no_heading_that_dates_what_follows() -> None:
    text = "Đại hội xã nhiệm kỳ 2025-2030\n\nPhấn đấu đến năm 2030 thu nhập đạt 90 triệu đồng\n\nXã có dân số 22.312 người."
    assert [(row[0], row[-2]) for row in rows(text)] == [("target", "2030"), ("actual", "2020/2025")]


class TestBesideAnother:
    @pytest.mark.parametrize(
        ("told", "change"),
        [
            ("thu nhập đạt 64 triệu đồng, cao hơn bình quân của tỉnh 2,3 triệu đồng", ("change", "2.3", None)),
            ("năng suất đạt 66,8 tạ/ha (cao hơn vụ xuân 2023 là 0,7 tạ/ha)", ("change", "0.7", None)),
            ("năng suất đạt 66,8 tạ/ha, thấp hơn năm trước 0,7 tạ/ha", ("change", "-0.7", "yoy")),
            ("giải ngân đạt 30,4%, thấp hơn bình quân chung thành phố 2,1 điểm %", ("change", "-2.1", None)),
            ("giải ngân đạt 30,4%, thấp hơn bình quân cả nước là 2,1%", ("change", "-2.1", None)),
            ("giải ngân đạt 30,4%, thấp hơn bình quân cả nước là 32,5%", ("actual", "32.5", None)),
            ("tỷ lệ bao phủ đạt 93,6%, thấp hơn chỉ tiêu được giao 1,4%", ("share", "-1.4", "assigned")),
        ],
    )
    def test_by_how_much(self, told: str, change: tuple[str, str, str | None]) -> None:
        last = rows(f"Năm 2024, {told}.")[-1]
        assert (last[0], last[2], last[-1]) == change

    def test_it_takes_no_basis_from_the_change_beside_it(self) -> None:
        text = "Năm 2024, thu nhập 64 triệu đồng, tăng 5 triệu đồng so với năm 2023, cao hơn bình quân của tỉnh 2 triệu đồng."
        assert [row[-1] for row in rows(text)] == [None, "2023", None]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Năm 2024 huyện sẽ khởi công 14 dự án, bố trí 95 tỷ đồng.", ["target", "target"]),
        ("Theo kế hoạch, năm 2021 toàn tỉnh trồng 623.000 cây; 20 ha rừng.", ["target", "target"]),
        ("Theo kế hoạch, năm 2021 toàn tỉnh đã trồng 623.000 cây.", ["actual"]),
        ("Năm 2024 huyện khởi công 14 dự án, bố trí 95 tỷ đồng.", ["actual", "actual"]),
    ],
)
def test_what_will_be_done_is_aimed_at(text: str, roles: list[str]) -> None:
    assert [role for role, *_ in rows(text)] == roles


_MEETING = """Xã Tân Lập họp tổng kết năm 2025

Sáng 18/12, xã họp tổng kết năm 2025, triển khai nhiệm vụ năm 2026. Ba xã Tân Lập, Hòa Bình và Đồng Tiến có 14.872 nhân khẩu.

Trong 5 tháng cuối năm, trung tâm tiếp nhận 6.318 hồ sơ.
"""


def test_a_year_that_duties_are_for_is_not_that_of_what_is_told() -> None:
    assert [(row[1], row[-2]) for row in rows(_MEETING)] == [
        ("nhân khẩu", "2025"),
        ("tiếp nhận hồ sơ", "2025-08/2025-12"),
    ]


def test_a_school_year_names_no_year_for_what_follows() -> None:
    text = "Báo cáo năm 2024\n\nNăm học 2023-2024 có 89 trường.\n\nPhấn đấu giá trị sản xuất cả năm đạt 217 tỷ đồng."
    assert rows(text)[-1][-2] == "2024"


def test_lengths_of_ships_describe_them() -> None:
    text = "Tỉnh có 4.578 tàu có chiều dài dưới 12m, 976 tàu có chiều dài từ 12m đến dưới 15m và 86 tàu có chiều dài từ 15m trở lên."
    assert [value for _, _, value, *_ in rows(text)] == ["4578", "976", "86"]
    assert not loads(text).ledger.unread


def test_a_plan_behind_a_stroke_has_its_own_basis() -> None:
    text = "Thu ngân sách năm 2024 đạt 468,2 tỷ đồng/1.136 tỷ đồng dự toán, đạt 41,2%."
    assert [row[-1] for row in rows(text)] == [None, "estimate", "estimate"]


def test_a_count_beside_an_amount_keeps_what_is_counted() -> None:
    text = "Năm 2024, cấp mới 342 giấy phép với tổng vốn 118 tỷ đồng (giảm 21 hộ so với năm 2023)."
    assert [name for _, name, *_ in rows(text)] == ["cấp mới giấy phép", "tổng vốn", "hộ"]


def test_a_part_that_stands_out_does_not_date_what_follows() -> None:
    text = (
        "Báo cáo 11 tháng năm 2023\n\n11 tháng năm 2023 sản xuất ước 32.480 tỷ đồng; riêng tháng 11 đạt 3.105 tỷ đồng. "
        "Xuất khẩu 586 triệu USD."
    )
    assert [row[-2] for row in rows(text)] == ["2023-01/2023-11", "2023-11", "2023-01/2023-11"]


def test_what_each_body_assigned() -> None:
    text = (
        "Thu ngân sách đến hết tháng 11/2023 được 1.018 tỷ đồng, trong khi dự toán tỉnh giao cả năm là 983 tỷ đồng, "
        "thành phố giao 1.050 tỷ đồng. Chi đầu tư 274 tỷ đồng."
    )
    assert [(row[0], row[2], row[-2], row[-1]) for row in rows(text)] == [
        ("actual", "1018", "2023-01/2023-11", None),
        ("target", "983", "2023", "assigned"),
        ("target", "1050", "2023", "assigned"),
        ("actual", "274", "2023-01/2023-11", None),
    ]


def test_a_change_goes_on_behind_a_bracket() -> None:
    text = (
        "Trong tháng xảy ra 2 vụ tai nạn giao thông làm 1 người chết, lũy kế 11 tháng năm 2023 17 vụ, 9 người chết, "
        "giảm 5 vụ (-22,7%) và 3 người so với cùng kỳ."
    )
    assert [(row[0], row[1], row[2], row[-1]) for row in rows(text)[-3:]] == [
        ("change", "vụ", "-5", "yoy"),
        ("change", "vụ", "-22.7", "yoy"),
        ("change", "người chết", "-3", "yoy"),
    ]


@pytest.mark.parametrize(
    "development",
    [
        "Thu nhập bình quân đầu người: năm 2009 đạt 12,6 triệu đồng/người, đến năm 2018 là 51,4 triệu đồng/người.",
        "Kim ngạch xuất khẩu tăng mạnh, từ 214,5 triệu USD năm 2009 lên 1,2 tỷ USD năm 2018.",
    ],
)
def test_the_year_that_a_development_begins_with_is_not_that_of_what_follows(development: str) -> None:
    text = f"Giá trị sản xuất năm 2018 đạt 41,6 nghìn tỷ đồng.\n{development}\nTỷ lệ lao động qua đào tạo đạt 46,1%."
    assert rows(text)[-1][-2] == "2018"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Năm 2018, thu ngân sách theo chỉ tiêu tỉnh giao tăng 3,2 lần so với năm 2009.",
            ("change", "thu ngân sách theo chỉ tiêu tỉnh giao", "3.2", "2018", "2009"),
        ),
        (
            "Năm 2018, thu ngân sách theo dự toán tỉnh giao đạt 385 tỷ đồng.",
            ("actual", "thu ngân sách theo dự toán tỉnh giao", "385", "2018", None),
        ),
        (
            "Năm 2018, thu ngân sách theo dự toán tỉnh giao là 385 tỷ đồng.",
            ("target", "thu ngân sách theo dự toán tỉnh giao", "385", "2018", "assigned"),
        ),
    ],
)
def test_a_result_reckoned_by_a_plan_is_no_plan(text: str, expected: Row) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổng giá trị tăng thêm năm 2018 đạt 41,6 nghìn tỷ đồng.", ["Tổng giá trị tăng thêm"]),
        ("Xóm Bình Minh hiện chỉ còn 3 hộ nghèo.", ["hộ nghèo"]),
        ("Các chi cục phải thu ngân sách đạt ít nhất 12% dự toán.", ["thu ngân sách"]),
        ("Vùng trồng cam được mở rộng tới hơn 1.300 ha.", ["Vùng trồng cam"]),
        ("Tỷ lệ hộ nghèo cũng hạ từ 5,1% xuống còn 3,4%.", ["Tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo"]),
        (
            "Kim ngạch xuất khẩu tính đến 15/9/2021 đạt 982,4 triệu USD và số thu của đơn vị cũng mới được 1.745 tỷ đồng.",
            ["Kim ngạch xuất khẩu", "số thu của đơn vị"],
        ),
        (
            "Mật độ đường chính giai đoạn đến năm 2025 đạt 3,5 km/km2, giai đoạn đến năm 2030 đạt 4,5 km/km2.",
            ["Mật độ đường chính", "Mật độ đường chính"],
        ),
        (
            "Tỷ lệ lao động qua đào tạo đạt 47,2% so với tổng số lao động năm 2016 và tăng lên 48,8% năm 2017.",
            ["Tỷ lệ lao động qua đào tạo", "Tỷ lệ lao động qua đào tạo"],
        ),
        (
            "Phấn đấu đến năm 2025, trở thành huyện nông thôn mới, đạt tốc độ tăng trưởng bình quân 12%/năm.",
            ["tốc độ tăng trưởng bình quân"],
        ),
        ("Năm 2018, ngành công thương đi đầu, sản xuất công nghiệp tăng 8,1%.", ["sản xuất công nghiệp"]),
    ],
)
def test_what_is_measured_without_what_is_told_of_it(text: str, expected: list[str]) -> None:
    assert [name for _, name, *_ in rows(text)] == expected


@pytest.mark.parametrize(
    ("time", "period"),
    [
        ("Ngày 12 tháng 9", "2023"),
        ("Đến ngày 12 tháng 9", "2023-01-01/2023-09-12"),
        ("Đến 9h30 phút ngày 12 tháng 9", "2023-01-01/2023-09-12"),
        ("Tại thời điểm ngày 01 tháng 4", "2023-04-01"),
        ("Tại thời điểm 0h ngày 01/4", "2023-04-01"),
        ("Từ ngày 15 tháng 8 đến ngày 14 tháng 9", "2023-08-15/2023-09-14"),
        ("Tính tới thời điểm 12h ngày 15/9", "2023-01-01/2023-09-15"),
        ("Quý đầu năm", "2023-Q1"),
        ("Quý cuối năm 2022", "2022-Q4"),
        ("Ba quý đầu năm", "2023-01/2023-09"),
        ("Quý hai", "2023-Q2"),
        ("Tháng đầu năm", "2023-01"),
        ("Tháng cuối cùng của năm", "2023-12"),
        ("Những tháng đầu năm", "2023"),
        ("Hai năm 2021 và 2022", "2021/2022"),
        ("Trong các năm 2020, 2021", "2020/2021"),
        ("Trong 5 năm (2016-2020)", "2016/2020"),
    ],
)
def test_times_in_words(time: str, period: str) -> None:
    text = f"Báo cáo tình hình năm 2023 huyện Củ Chi\n\n{time}, thu ngân sách đạt 41,3 tỷ đồng."
    assert [(value, when) for _, _, value, when, _ in rows(text)] == [("41.3", period)]


def test_what_comes_due_before_a_day_of_a_month_is_of_no_stretch_of_months() -> None:
    text = "Báo cáo năm 2023\n\nTrước ngày 10 tháng cuối quý có 12 xã nộp báo cáo."
    assert rows(text)[0][-2] == "2023"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Huyện có 52 trường học (17 trường mầm non, 19 trường tiểu học).",
            ["trường học", "trường mầm non", "trường tiểu học"],
        ),
        ("Có 96 cán bộ (41 cán bộ nữ).", ["cán bộ", "cán bộ nữ"]),
        (
            "Đã giải quyết 4.180 hồ sơ (trước hạn 3.900 hồ sơ, quá hạn 12 hồ sơ), đạt tỷ lệ 99,4%.",
            ["giải quyết hồ sơ", "trước hạn", "quá hạn", "giải quyết hồ sơ"],
        ),
        (
            "Đã thu hồi 2,7 tỷ đồng nợ thuế, nợ đọng còn 11,3 tỷ đồng.",
            ["thu hồi nợ thuế", "nợ đọng"],
        ),
        ("Hoàn thành giải phóng mặt bằng 9,5 km đường.", ["giải phóng mặt bằng"]),
        ("Thu ngân sách đạt thấp, mới đạt 43% dự toán.", ["Thu ngân sách"]),
        ("Diện tích nhà ở bình quân đạt 27 m2 sàn/người.", ["Diện tích nhà ở"]),
        (
            "100% số xã đạt chuẩn nông thôn mới; trong đó, có 30% số xã đạt nông thôn mới nâng cao và 10% số xã đạt nông thôn mới kiểu mẫu.",
            ["số xã đạt chuẩn nông thôn mới", "số xã đạt nông thôn mới nâng cao", "số xã đạt nông thôn mới kiểu mẫu"],
        ),
        (
            "Đảng bộ kết nạp 63 đảng viên, nâng tổng số đảng viên toàn Đảng bộ lên 5.214 đồng chí.",
            ["kết nạp đảng viên", "tổng số đảng viên toàn Đảng bộ"],
        ),
    ],
)
def test_names_of_parts_and_of_what_is_told_behind_a_bracket(text: str, expected: list[str]) -> None:
    assert [name for _, name, *_ in rows(text)] == expected


def test_comrades_who_attend_are_no_figure() -> None:
    assert kinds("Tham dự hội nghị có 54 đồng chí. Có 12 đồng chí được khen.") == ["count", "count"]


def test_what_comes_with_a_share_is_no_plan() -> None:
    text = "Tuyển quân năm 2023 đạt 100% chỉ tiêu với 172 thanh niên nhập ngũ."
    assert [row[0] for row in rows(text)] == ["share", "actual"]


def test_an_aim_above_a_plan_is_a_target() -> None:
    plan = "KẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2024 huyện Củ Chi\n\nII. CÁC CHỈ TIÊU CHỦ YẾU\n\n"
    text = f"{plan}1. Thu ngân sách trên địa bàn tăng từ 10% đến 12% so với dự toán tỉnh giao."
    (row,) = loads(text).to_records()
    assert (row["role"], row["measure"], row["basis"], row["upper"]) == ("target", "increase", "assigned", "12")
    text = "Năm 2024, đơn vị phấn đấu thu ngân sách đạt và vượt 9.400 tỷ đồng chỉ tiêu được giao."
    (row,) = loads(text).to_records()
    assert (row["role"], row["measure"], row["value"]) == ("target", "level", "9400")


def test_all_the_criteria_that_something_fell_in_are_no_figure() -> None:
    assert kinds("Giảm từ 5 - 10% số vụ tai nạn giao thông trên cả 3 tiêu chí.") == ["figure", "figure", "count"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Báo cáo năm 2022\n\nTỷ lệ hộ nghèo giảm từ 13,6% đầu năm xuống còn 11,2%.",
            ["2021-12-31", "2022"],
        ),
        (
            "Báo cáo năm 2022\n\nTỷ lệ hộ nghèo giảm từ 13,6% năm 2021 xuống còn 11,2%, giảm 2,4%. Hộ cận nghèo còn 4,1%.",
            ["2021", "2022", "2022", "2022"],
        ),
        (
            "Báo cáo năm 2022\n\nTỷ lệ hộ nghèo giảm từ 13,6% năm 2015 xuống còn 4,9% năm 2020; thu nhập từ 21 triệu đồng năm 2015 lên 43 triệu đồng.",
            ["2015", "2020", "2015", "2022"],
        ),
    ],
)
def test_the_year_that_a_change_started_from_is_that_of_the_start_alone(text: str, expected: list[str]) -> None:
    assert [row[-2] for row in rows(text)] == expected


def test_things_told_of_together_share_what_is_told_of_them() -> None:
    text = (
        "Năm 2024 có 86% làng, bản và 91% gia đình đạt chuẩn văn hóa; có 14 xã và 1 thị trấn được công nhận đạt chuẩn."
    )
    assert [name for _, name, *_ in rows(text)] == [
        "làng, bản đạt chuẩn văn hóa",
        "gia đình đạt chuẩn văn hóa",
        "xã được công nhận đạt chuẩn",
        "thị trấn được công nhận đạt chuẩn",
    ]
    source = loads(text).actuals[0].source
    assert source is not None
    assert [text[slice(*span)] for span in source.name_spans] == ["làng, bản", "đạt chuẩn văn hóa"]


def test_a_unit_that_counts_another_sort_names_it() -> None:
    text = "Năm 2024, đầu năm có 230 hộ cận nghèo (0,8%); đến nay còn 117 hộ nghèo, chiếm 0,4%, giảm 62 hộ."
    figures = loads(text).to_records()
    assert [(row["name"], row["unit"], row["indicator"]) for row in figures[2:]] == [
        ("hộ nghèo", "hộ", "poor_households"),
        ("hộ nghèo", "%", "poor_household_rate"),
        ("hộ nghèo", "hộ", "poor_households"),
    ]


def test_numbers_of_people_that_rose_or_fell_without_a_unit() -> None:
    text = "Năm 2024 xảy ra 5 vụ tai nạn; so cùng kỳ số vụ không đổi, số người chết giảm 1, số người bị thương tăng 2."
    assert [(row["role"], row["name"], row["value"], row["unit"]) for row in loads(text).to_records()[1:]] == [
        ("change", "số người chết", "-1", "người"),
        ("change", "số người bị thương", "2", "người"),
    ]


def test_an_aim_that_opens_with_what_is_to_be_completed_is_aimed_at_whole() -> None:
    text = "Báo cáo năm 2024\n\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ IV\n1. Hoàn thành 3 tuyến hẻm với tổng chiều dài 1,2 km, kinh phí 4,6 tỷ đồng."
    assert [row[0] for row in rows(text)] == ["target", "target", "target"]


def test_among_how_many_something_ranks_is_no_figure() -> None:
    text = (
        "GRDP năm 2022 tăng 8,1%, đứng thứ 5 trong 14 tỉnh của vùng. Tỉnh xếp hạng 9 trên tổng số 63 tỉnh, thành phố."
    )
    assert [(row[1], row[2]) for row in rows(text)] == [("GRDP", "8.1")]
    assert kinds(text)[3:] == ["count", "ordinal", "count"]


def test_a_school_year_told_in_passing_dates_nothing_else() -> None:
    text = "Báo cáo 9 tháng năm 2022\n\nTỷ lệ tốt nghiệp THPT năm học 2021-2022 đạt 98,4%. Tạo việc làm cho 14.260 lao động."
    assert [row[-2] for row in rows(text)] == ["SY2021", "2022-01/2022-09"]


def test_places_of_several_kinds_are_counted_together() -> None:
    text = "Năm 2022 có 6/9 huyện, thị xã, thành phố đạt chuẩn phổ cập giáo dục; 11 thôn, bản đạt chuẩn văn hóa."
    assert [row[1] for row in rows(text)] == [
        "huyện, thị xã, thành phố đạt chuẩn phổ cập giáo dục",
        "thôn, bản đạt chuẩn văn hóa",
    ]


def test_what_something_is_done_for_begins_a_name() -> None:
    text = "Đồng chí Bí thư yêu cầu các ngành tập trung chỉ đạo để cả năm 2022 GRDP tăng 7,2% trở lên."
    assert [row[1] for row in rows(text)] == ["GRDP"]


@pytest.mark.parametrize(
    "day", ["31/12/2020", "ngày 31/12/2020", "thời điểm 31/12/2020", "ngày 31-12-2020", "ngày 31 tháng 12 năm 2020"]
)
def test_a_day_that_a_change_is_held_against(day: str) -> None:
    text = f"Năm 2021, nợ thuế 21,4 tỷ đồng, tăng 1.650 triệu đồng (8,4%) so với {day}."
    assert [row[-1] for row in rows(text)] == [None, "2020-12-31", "2020-12-31"]


def test_a_margin_over_two_plans() -> None:
    text = "Năm 2021 thu 235 tỷ đồng, vượt 31,6% dự toán pháp lệnh và 18,2% dự toán phấn đấu."
    figures = loads(text).to_records()[1:]
    assert [(row["role"], row["form"], row["basis"]) for row in figures] == [
        ("share", "margin", "assigned"),
        ("share", "margin", "estimate"),
    ]


def test_a_level_at_a_point_of_time_is_named_without_it() -> None:
    text = "Dư nợ tín dụng ước tính đến thời điểm 30/9/2024 đạt 41.200 tỷ đồng, tăng 7,1% so với 31/12/2023."
    assert [(row[1], row[-2], row[-1]) for row in rows(text)] == [
        ("Dư nợ tín dụng", "2024-09-30", None),
        ("Dư nợ tín dụng", "2024-09-30", "2023-12-31"),
    ]


def bases(text: str) -> list[str | None]:
    """What the changes of a text are held against."""
    return [row["basis"] for row in loads(text).to_records() if row["role"] == "change"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a list of parts
            (
                "Thu ngân sách tháng 5/2024 đạt 412 tỷ đồng, giảm 4,6% so với cùng kỳ năm trước. Một số khoản thu như sau: "
                "thu từ doanh nghiệp 21 tỷ đồng, giảm 3,5%; thu về đất 151 tỷ đồng, tăng 5,4%."
            ),
            ["yoy", "yoy", "yoy"],
        ),
        (  # things of the same kind
            (
                "Dư nợ 30/9/2024 đạt 4.120 tỷ đồng, tăng 7,1% so với 31/12/2023. Trong đó: dư nợ cho vay ngắn hạn tăng 6,2%. "
                "Dư nợ cho vay bằng nội tệ 3.900 tỷ đồng, tăng 7,3%."
            ),
            ["2023-12-31", "2023-12-31", "2023-12-31"],
        ),
        (  # a list with a comparison of its own
            "Bán lẻ tháng 5/2024 tăng 8% so với cùng kỳ năm trước. Doanh thu các nhóm so với tháng trước như sau: gạo tăng 1,2%.",
            ["yoy", "2024-04"],
        ),
        (  # what the paragraph above opens with, or tells alone
            (
                "Bán lẻ tháng 5/2024 đạt 30 tỷ đồng. Mức tăng so với tháng trước của một số nhóm hàng như sau:\n\n"
                "Gạo chiếm 34,1%, giảm 0,2%; may mặc chiếm 4,6%, tăng 3,5%."
            ),
            ["2024-04", "2024-04"],
        ),
        (
            (
                "Công nghiệp tháng 5/2024\n\nSo với tháng cùng kỳ năm trước,\n\nchỉ số sản xuất tháng 5 tăng 5,2%, trong đó: dệt tăng 4,1%. "
                "Sản phẩm giảm như: giấy giảm 2,2%."
            ),
            ["yoy", "yoy", "yoy"],
        ),
        (  # what a sentence opens with
            (
                "Tháng 5/2024. So với tháng trước, số vụ tăng 2 vụ. So với cùng kỳ năm 2023, số vụ giảm 17 vụ, tương ứng giảm 65,4%; "
                "số tiền phạt giảm 655 triệu đồng."
            ),
            ["2024-04", "yoy", "yoy", "yoy"],
        ),
        (  # nothing says it
            "Thu ngân sách tháng 5/2024 giảm 4,6% so với cùng kỳ năm trước. Xuất khẩu tăng 3,1%.",
            ["yoy", None],
        ),
    ],
)
def test_what_the_members_of_a_list_are_held_against(text: str, expected: list[str | None]) -> None:
    assert bases(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vận tải tháng 5/2024 đạt 162 nghìn tấn vận chuyển và 21.725 nghìn tấn luân chuyển, lần lượt tăng 3,1% về tấn hàng hóa vận chuyển và tăng 6,4% về tấn hàng hóa luân chuyển.",
            ["Vận tải", "tấn luân chuyển", "tấn hàng hóa vận chuyển", "tấn hàng hóa luân chuyển"],
        ),
        (
            "Tháng 5/2024 có 04 nhóm có chỉ số giá giảm và 06 nhóm có chỉ số giá tăng.",
            ["nhóm có chỉ số giá", "nhóm có chỉ số giá"],
        ),
        (
            "Tháng 5/2024, gạch tăng 1,2%; thanh, que thép không gỉ, mới được gia công nguội tăng 3,1%; ống thép không nối, dùng để dẫn dầu giảm 2,4%.",
            ["gạch", "thanh, que thép không gỉ, mới được gia công nguội", "ống thép không nối, dùng để dẫn dầu"],
        ),
        ("Năm 2024 có 52 mô hình lúa tập trung (từ 5 ha trở lên).", ["mô hình lúa tập trung"]),
    ],
)
def test_names_in_statistics(text: str, expected: list[str]) -> None:
    assert [name for _, name, *_ in rows(text)] == expected


def test_one_dollar_and_one_unit_of_gold_are_measures() -> None:
    text = "Tháng 5/2024, giá vàng 7.604.000 VNĐ/1 chỉ; tỷ giá 1 USD xấp xỉ 25.410 VNĐ."
    assert [(row["value"], row["unit"]) for row in loads(text).to_records()] == [
        ("7604000", "đồng/chỉ"),
        ("25410", "đồng"),
    ]


def test_months_before_a_bracket_and_the_year_of_an_event() -> None:
    text = (
        "Báo cáo 5 tháng năm 2024\n\nSố doanh nghiệp trở lại hoạt động trong tháng Năm (tính từ ngày 22/4/2024) là 18 doanh nghiệp."
        "\n\nTỉnh hướng tới Đại hội Thể thao lần thứ X năm 2026. Đoàn thể thao đạt 43 huy chương."
    )
    assert [row[-2] for row in rows(text)] == ["2024-05", "2024-05"]


def test_quarters_told_beside_one_another_date_nothing_that_follows() -> None:
    text = (
        "GRDP 9 tháng năm 2024 tăng 7,8% so với cùng kỳ năm trước. Phân theo quý: quý I tăng 8,1%; quý II tăng 7,2%; quý III tăng 8,0%. "
        "Phân theo khu vực kinh tế: nông nghiệp tăng 2,4%; công nghiệp tăng 9,3%."
    )
    assert [(row[-2], row[-1]) for row in rows(text)] == [
        ("2024-01/2024-09", "yoy"),
        ("2024-Q1", "yoy"),
        ("2024-Q2", "yoy"),
        ("2024-Q3", "yoy"),
        ("2024-01/2024-09", "yoy"),
        ("2024-01/2024-09", "yoy"),
    ]


def test_what_a_place_was_made_of_is_no_figure() -> None:
    text = "Sau khi hợp nhất 2 tỉnh, năm 2025 tỉnh mới có 104 xã. Tuần lễ Biển (01 - 08/6)."
    assert [(row[1], row[2]) for row in rows(text)] == [("xã", "104")]
    assert kinds(text) == ["count", "period", "figure", "date", "date", "date"]


def test_a_plan_is_of_the_year_of_its_aims_not_of_what_it_looks_out_to() -> None:
    text = (
        "KẾ HOẠCH\nPhát triển kinh tế biển tỉnh Bến Tre đến năm 2030, tầm nhìn đến năm 2050\n\nII. MỤC TIÊU\n"
        "- 35% diện tích nuôi tôm áp dụng công nghệ cao."
    )
    report = loads(text)
    assert str(report.period) == "2030"
    assert [str(target.period) for target in report.targets] == ["2030"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Năm 1998 cơ cấu kinh tế là nông nghiệp 51%, dịch vụ 35%, công nghiệp 14%.",
            ["nông nghiệp", "dịch vụ", "công nghiệp"],
        ),
        (
            "Năm 2012, tỉnh đạt thành tựu trong phát triển kinh tế.Tốc độ tăng trưởng kinh tế 10,5%.",
            ["Tốc độ tăng trưởng kinh tế"],
        ),
        (
            "Năm 2014 (tính từ 21/12/2013 đến 20/12/2014) cấp mới 39 dự án FDI.",
            ["cấp mới dự án FDI"],
        ),
        (
            "Năm 2006, Hải Dương đứng thứ 11 trong các tỉnh, thành trên cả nước về thu ngân sách với 3.127 tỷ đồng.",
            ["thu ngân sách"],
        ),
        (
            "Năm 1998 tỉnh Hải Dương có 4,2 bác sĩ/10 nghìn dân.",
            ["bác sĩ/10 nghìn dân"],
        ),
    ],
)
def test_names_of_what_provinces_tell_of_themselves(text: str, expected: list[str]) -> None:
    assert [name for _, name, *_ in rows(text)] == expected


@pytest.mark.parametrize(
    ("told", "unit"),
    [
        ("25.000 m3/ngày đêm", "m³/ngày đêm"),
        ("25.000 m3/ngày-đêm", "m³/ngày đêm"),
        ("25.000 m3/ngày", "m³/ngày"),
        ("4,2 bác sĩ/10 nghìn dân", "bác sĩ/10 nghìn dân"),
        ("4,2 bác sĩ/10nghìn dân", "bác sĩ/10nghìn dân"),
        ("27 m2 sàn/người", "m²/người"),
    ],
)
def test_units_per_others(told: str, unit: str) -> None:
    (row,) = loads(f"Năm 2014, mức đạt {told}.").to_records()
    assert row["unit"] == unit
    assert not loads(f"Năm 2014, mức đạt {told}.").ledger.unread


_NORMS = """NGHỊ QUYẾT

VỀ NGUYÊN TẮC, TIÊU CHÍ, ĐỊNH MỨC PHÂN BỔ VỐN TỈNH BẾN TRE NĂM 2026

Cách tính điểm của từng tiêu chí như sau:

- Dân số của tỉnh 1.214.000 người.
- Dân số khởi đầu: A = (1.214.000x500.000)/ 1.300.081 = 46.690 người (làm tròn 47.000 người).
- Đến 47.000 người được 10 điểm.
- Trên 47.000 đến 90.000 người, cứ tăng thêm 8.800 người được thêm 2 điểm.
"""


def test_norms_by_which_points_are_given_are_no_figures() -> None:
    assert [(row[0], row[1], row[2]) for row in rows(_NORMS)] == [("actual", "Dân số", "1214000")]
    assert kinds(_NORMS)[2:] == ["other"] * (len(kinds(_NORMS)) - 2)
    assert [row[2] for row in rows("Năm 2024, tỉnh được 85,6 điểm, tăng 2 điểm.")] == ["85.6", "2"]


def test_a_decision_that_approves_a_programme_sets_aims() -> None:
    text = (
        "Quyết định về việc phê duyệt chương trình phát triển nhà ở tỉnh Bến Tre đến năm 2010, định hướng đến năm 2020\n"
        "Điều 1. Phê duyệt chương trình với các nội dung như sau:\n"
        "1. Diện tích sàn bình quân đầu người là 11 m2/người năm 2010 và 14 m2/người năm 2020.\n"
        "2. Diện tích kho từ 2.000m2 - 3.000 m2."
    )
    assert [(row["role"], row["value"], row["upper"], row["period"]) for row in loads(text).to_records()] == [
        ("target", "11", None, "2010"),
        ("target", "14", None, "2020"),
        ("target", "2000", "3000", "2020"),
    ]


def test_the_real_situation_in_a_preamble_reports_nothing() -> None:
    text = (
        "KẾ HOẠCH\nPhát triển kinh tế biển tỉnh Bến Tre đến năm 2030\n\nCăn cứ tình hình thực tế, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:\n\n"
        "+ Phát triển thủy sản. Có ít nhất 02 vùng dự án nuôi tôm công nghệ cao."
    )
    assert [(row[0], row[1], row[2]) for row in rows(text)] == [("target", "vùng dự án nuôi tôm công nghệ cao", "2")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Năm 2011 có 159 doanh nghiệp ngừng hoạt động, doanh nghiệp chờ giải thể 121, doanh nghiệp khác 66.",
            [
                ("doanh nghiệp ngừng hoạt động", "159"),
                ("doanh nghiệp chờ giải thể", "121"),
                ("doanh nghiệp khác", "66"),
            ],
        ),
        (
            "Năm 2012, sản lượng lúa 2 vụ đông xuân và hè thu đạt 2,4 triệu tấn.",
            [("sản lượng lúa 2 vụ đông xuân và hè thu", "2.4")],
        ),
        (
            "Năm 2012 GDP đạt 31 tỷ đồng. Giá trị sản xuất công nghiệp vẫn khá lạc quan, với mức tăng trên 15%.",
            [("GDP", "31"), ("Giá trị sản xuất công nghiệp", "15")],
        ),
        (
            "Về thu hút đầu tư nước ngoài, năm 2019 đã thu hút được 608,3 triệu USD, tăng 25% so với năm 2018.",
            [("thu hút đầu tư nước ngoài", "608.3"), ("thu hút đầu tư nước ngoài", "25")],
        ),
        (
            "Năm 2010, sản phẩm ôxít đất hiếm riêng rẽ đạt 5.500 tấn.",
            [("sản phẩm ôxít đất hiếm riêng rẽ", "5500")],
        ),
    ],
)
def test_names_and_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(name, value) for _, name, value, *_ in rows(text)] == expected


def test_parts_behind_dashes_are_estimates_too() -> None:
    text = "Cơ cấu kinh tế năm 2019 ước đạt 8,8% - 59,7% - 31,5%."
    assert [row["estimated"] for row in loads(text).to_records()] == [True, True, True]


def test_a_bare_ratio_is_held_against_what_the_last_one_was() -> None:
    text = (
        "Nhập khẩu 6 tháng đầu năm 2012 đạt 125 triệu USD, đạt 36,9% kế hoạch và bằng 80,4% so cùng kỳ, gồm kinh tế nhà nước 26 triệu USD, "
        "tăng 38%; kinh tế tư nhân 40 triệu USD, bằng 58,8%."
    )
    assert rows(text)[-1][::2] == ("change", "58.8", "yoy")
    text = "So với 6 tháng đầu năm 2011, khu vực nông nghiệp tăng 5,6%. Khu vực công nghiệp tăng 13,1%."
    assert bases(f"Kinh tế 6 tháng đầu năm 2012\n\n{text}") == ["2011-H1", "2011-H1"]


def test_growth_rates_of_sectors_that_are_reached() -> None:
    text = (
        "Phấn đấu tốc độ tăng trưởng giá trị tăng thêm lĩnh vực nông lâm, thủy sản giai đoạn 2021-2025 đạt 4,5 - 5%; "
        "lĩnh vực công nghiệp, xây dựng giai đoạn 2021-2025 đạt 14 - 15%; lĩnh vực dịch vụ giai đoạn 2021-2025 đạt 8 - 9%."
    )
    assert [(row["role"], row["name"], row["measure"], row["period"]) for row in loads(text).to_records()] == [
        ("target", "tốc độ tăng trưởng giá trị tăng thêm lĩnh vực nông lâm, thủy sản", "increase", "2021/2025"),
        ("target", "lĩnh vực công nghiệp, xây dựng", "increase", "2021/2025"),
        ("target", "lĩnh vực dịch vụ", "increase", "2021/2025"),
    ]
    text = "Năm 2020, khu vực công nghiệp tăng 5%, chiếm tỷ trọng lớn; khu vực dịch vụ đạt 40%."
    assert [row[0] for row in rows(text)] == ["change", "actual"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Năm 2020 có 2.104 doanh nghiệp giải thể tại Sở Kế hoạch và Đầu tư.",
            "doanh nghiệp giải thể tại Sở Kế hoạch và Đầu tư",
        ),
        ("Thu ngân sách năm 2020 đều đạt và vượt dự toán, gấp khoảng 1,7 lần so với năm 2015.", "Thu ngân sách"),
    ],
)
def test_a_name_with_an_office_or_without_what_is_told_of_it(text: str, expected: str) -> None:
    assert [row[1] for row in rows(text)] == [expected]


def test_a_growth_rate_that_is_reached_is_a_rate_and_its_share_of_the_plan_a_share() -> None:
    text = "Năm 2013, tăng trưởng GDP đạt 10,87% so với cùng kỳ năm 2012, đạt trên 70% kế hoạch; thu ngân sách đạt 102,5% so với cùng kỳ."
    assert [(row["role"], row["form"], row["basis"]) for row in loads(text).to_records()] == [
        ("change", "rate", "yoy"),
        ("share", "ratio", "plan"),
        ("change", "ratio", "yoy"),
    ]


def test_what_is_cut_is_named_behind() -> None:
    text = "Thành phố năm 2020 cắt giảm 30% thời gian giải quyết thủ tục. Đó là báo cáo tại kỳ họp 23 của HĐND."
    assert [(row[0], row[1], row[2]) for row in rows(text)] == [("change", "thời gian giải quyết thủ tục", "-30")]
    assert not loads(text).ledger.unread


def test_bodies_that_are_charged_with_work_are_no_figure() -> None:
    assert kinds("Chủ tịch UBND TP đã giao nhiệm vụ cho 17 sở, ngành với 84 đầu công việc.") == ["count", "tally"]


_MONTHLY = "BÁO CÁO\nTình hình kinh tế - xã hội tháng 10 và 10 tháng năm 2023 huyện Củ Chi\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toàn huyện có 1.104 hộ nghèo.", [("hộ nghèo", "2023-01/2023-10")]),
        (
            "Trong tháng trồng mới 31 ha rừng, lũy kế 10 tháng 402 ha.",
            [("trồng mới rừng", "2023-10"), ("trồng mới rừng", "2023-01/2023-10")],
        ),
        (
            "Giá trị sản xuất công nghiệp tháng 10 ước 205 tỷ đồng, lũy kế 1.880 tỷ đồng, bằng 84,6% kế hoạch năm.",
            [
                ("Giá trị sản xuất công nghiệp", "2023-10"),
                ("Giá trị sản xuất công nghiệp", "2023-01/2023-10"),
                ("Giá trị sản xuất công nghiệp", "2023-01/2023-10"),
            ],
        ),
        (
            "Số ca sốt xuất huyết trong tháng là 15 ca, cộng dồn 10 tháng 146 ca, giảm 22 ca so với cùng kỳ.",
            [
                ("Số ca sốt xuất huyết", "2023-10"),
                ("Số ca sốt xuất huyết", "2023-01/2023-10"),
                ("Số ca sốt xuất huyết", "2023-01/2023-10"),
            ],
        ),
        (
            "Trong tháng có 18 doanh nghiệp đăng ký mới (lũy kế 10 tháng 154 doanh nghiệp), tổng vốn đăng ký 79 tỷ đồng.",
            [
                ("doanh nghiệp đăng ký mới", "2023-10"),
                ("doanh nghiệp đăng ký mới", "2023-01/2023-10"),
                ("tổng vốn đăng ký", "2023-01/2023-10"),
            ],
        ),
        (
            "Tháng 10, dư nợ là 602 tỷ đồng với 9.245 khách hàng còn dư nợ, nợ quá hạn 0,11%; xử lý 345 trường hợp vi phạm, phạt 602 triệu đồng.",
            [
                ("dư nợ", "2023-10"),
                ("khách hàng còn dư nợ", "2023-10"),
                ("nợ quá hạn", "2023-10"),
                ("xử lý trường hợp vi phạm", "2023-10"),
                ("phạt", "2023-10"),
            ],
        ),
    ],
)
def test_a_report_on_a_month_and_on_all_months_so_far(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(name, period) for _, name, _, period, _ in rows(_MONTHLY + text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đến hết tháng 10 thu đạt 210 tỷ đồng. Năm nay thu ngân sách sẽ đạt 352 tỷ đồng.",
            [("thu", "2020-01/2020-10"), ("thu ngân sách", "2020")],
        ),
        (
            "Đến hết tháng 10 thu đạt 210 tỷ đồng. Trong 10 tháng năm nay, chi ngân sách đạt 180 tỷ đồng.",
            [("thu", "2020-01/2020-10"), ("chi ngân sách", "2020-01/2020-10")],
        ),
    ],
)
def test_this_year_is_the_whole_year_of_the_text(text: str, expected: list[tuple[str, str]]) -> None:
    found = rows(f"KẾT QUẢ THU NGÂN SÁCH 10 THÁNG NĂM 2020\n\n{text}\n")
    assert [(name, period) for _, name, _, period, _ in found] == expected


def test_what_had_to_fall_is_no_aim() -> None:
    text = "Tuy phải giảm trên 12% số cuộc kiểm tra nhưng đơn vị vẫn thu về cho ngân sách 3,4 tỷ đồng, tăng 14% so với cùng kỳ."
    found = rows(f"KẾT QUẢ CÔNG TÁC NĂM 2020\n\n{text}\n")
    assert [(role, value) for role, _, value, _, _ in found] == [("change", "-12"), ("actual", "3.4"), ("change", "14")]


def test_the_least_that_is_estimated() -> None:
    text = "Cơ quan thuế ước số thu cả năm tối thiểu được 2.485 tỷ đồng, đạt 85,4% dự toán."
    level = loads(f"KẾT QUẢ THU NGÂN SÁCH NĂM 2020\n\n{text}\n").to_records()[0]
    assert (level["name"], level["comparator"]) == ("số thu", ">=")


def test_two_bodies_that_assign() -> None:
    text = "Đơn vị thu đạt 1.219 tỷ đồng, đạt 115% chỉ tiêu do Tổng cục Hải quan, UBND tỉnh giao (1.060 tỷ đồng)."
    found = rows(f"KẾT QUẢ THU NGÂN SÁCH NĂM 2020\n\n{text}\n")
    assert [basis for *_, basis in found] == [None, "assigned", "assigned"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dự kiến số thu năm 2020, Cục Hải quan tỉnh đạt 3.480 tỷ đồng, bằng 84,9% so với dự toán giao.",
            ["số thu", "số thu"],
        ),
        ("Về thu ngân sách, Cục Thuế tỉnh đạt 3.480 tỷ đồng.", ["thu ngân sách"]),
        ("Trong năm, Cục Thuế tỉnh đạt 3.480 tỷ đồng.", ["Cục Thuế tỉnh"]),
        ("Đơn vị tiếp nhận 179 C/O điện tử.", ["tiếp nhận C/O điện tử"]),
    ],
)
def test_what_a_body_reaches(text: str, expected: list[str]) -> None:
    assert [name for _, name, *_ in rows(f"KẾT QUẢ CÔNG TÁC NĂM 2020\n\n{text}\n")] == expected


def test_a_line_says_which_month_all_below_is_held_against() -> None:
    text = (
        "So với tháng trước,\nchỉ số giá tiêu dùng tháng Tám giảm 0,02%. Nhóm tăng là: giáo dục tăng 0,3%.\n"
        "So với tháng 12 năm 2024,\nchỉ số giá tiêu dùng tháng Tám tăng 2,35%. Nhóm tăng là: giáo dục tăng 2,1%."
    )
    found = rows(f"TÌNH HÌNH KINH TẾ - XÃ HỘI THÁNG 8 NĂM 2025\n\nb) Chỉ số giá\n{text}\n")
    assert [(value, basis) for _, _, value, _, basis in found] == [
        ("-0.02", "2025-07"),
        ("0.3", "2025-07"),
        ("2.35", "2024-12"),
        ("2.1", "2024-12"),
    ]


def test_an_estimate_at_a_day_is_of_all_that_the_sentence_tells() -> None:
    text = "Ước tính tại thời điểm 28/02/2025, số lượng gia súc như sau: trâu 4.640 con, giảm 4,2%; bò 30.350 con, tăng 0,6%."
    found = loads(f"TÌNH HÌNH KINH TẾ - XÃ HỘI THÁNG 2 NĂM 2025\n\n{text}\n").to_records()
    assert [(row["name"], row["estimated"]) for row in found if row["role"] == "actual"] == [
        ("trâu", True),
        ("bò", True),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Huyện có 5 hộ nghèo và 22 hộ cận nghèo, chiếm 1,2% và 3,6%.",
            [("hộ nghèo", "1.2"), ("hộ cận nghèo", "3.6")],
        ),
        (
            "Huyện có 5 hộ nghèo; xã Tân Lập có 22 hộ cận nghèo, chiếm 1,2% và 3,6%.",
            [("hộ cận nghèo", "1.2"), ("hộ cận nghèo", "3.6")],
        ),
        ("Toàn huyện có 5 hộ nghèo và 22 hộ cận nghèo, chiếm 3,6%.", [("hộ cận nghèo", "3.6")]),
    ],
)
def test_parts_of_two_counts_in_turn(text: str, expected: list[tuple[str, str]]) -> None:
    found = rows(f"BÁO CÁO KẾT QUẢ GIẢM NGHÈO NĂM 2024\n\n{text}\n")
    assert [(name, value) for _, name, value, *_ in found][-len(expected) :] == expected


@pytest.mark.parametrize(
    "text",
    [
        (
            "Theo dõi mục tiêu Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2025 - 2030\nKinh tế\n"
            "1. Tỷ trọng kinh tế số trong GRDP: 28%\n2. Tỷ lệ lao động qua đào tạo: 78%"
        ),
        (
            "Thành phố phấn đấu 85% người dân hài lòng về giải quyết thủ tục hành chính\n\n"
            "Trong chương trình chuyển đổi số vừa được phê duyệt, thành phố đặt ra mục tiêu đến năm 2025 có 85% người dân hài lòng.\n\n"
            "60% hệ thống thông tin đã đưa vào vận hành được kết nối; 70% hồ sơ công việc cấp huyện được xử lý trên môi trường mạng."
        ),
    ],
)
def test_a_text_that_only_looks_ahead(text: str) -> None:
    assert {role for role, *_ in rows(text)} == {"target"}


@pytest.mark.parametrize(
    "text",
    [
        "Kết quả thực hiện mục tiêu Nghị quyết Đại hội nhiệm kỳ 2020 - 2025\n1. Tỷ lệ lao động qua đào tạo: 78%",
        "Thành phố phấn đấu đến năm 2025 có thêm trường học\n\nĐến nay 85% người dân hài lòng về giải quyết thủ tục hành chính.",
    ],
)
def test_a_text_that_looks_back_too(text: str) -> None:
    assert "actual" in {role for role, *_ in rows(text)}


def test_what_a_place_has_before_a_text_looks_ahead() -> None:
    text = (
        "Xã Tân Lập phấn đấu đến năm 2030 thu nhập đạt 95 triệu đồng/người\n\n"
        "Xã Tân Lập có 12 thôn với 3.450 hộ; diện tích tự nhiên 4.215 ha.\n\n"
        "Đến năm 2030, xã đặt mục tiêu tỷ lệ hộ nghèo còn dưới 1%. Toàn xã có 9 thôn kiểu mẫu."
    )
    assert [(role, value, period) for role, _, value, period, _ in rows(text)] == [
        ("target", "95", "2030"),
        ("actual", "12", None),
        ("actual", "3450", None),
        ("actual", "4215", None),
        ("target", "1", "2030"),
        ("target", "9", "2030"),
    ]


_NINE_MONTHS = "BÁO CÁO\nKết quả thực hiện nhiệm vụ 9 tháng đầu năm, nhiệm vụ trọng tâm 3 tháng cuối năm 2025\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- Cuối năm 2024 xã có 96 hộ nghèo.\n- Phấn đấu thu ngân sách cả năm đạt 22,6 tỷ đồng trở lên.",
            [("actual", "hộ nghèo", "2024"), ("target", "thu ngân sách", "2025")],
        ),
        (
            "UBND xã thảo luận nhiệm vụ 9 tháng đầu năm, nhiệm vụ 3 tháng cuối năm. Tổng giá trị sản xuất ước đạt 3.868, đạt 49,2% kế hoạch.",
            [("share", "Tổng giá trị sản xuất", "2025-01/2025-09")],
        ),
        (
            "Vốn đầu tư xây dựng cơ bản giao 32,6 tỷ đồng, đến nay giải ngân 19,3 tỷ đồng.",
            [("target", "Vốn đầu tư xây dựng cơ bản", "2025"), ("actual", "giải ngân", "2025-01/2025-09")],
        ),
        ("Dự án đã bàn giao 53,5 ha.", [("actual", "bàn giao", "2025-01/2025-09")]),
        (
            "Tổng thu ngân sách nhà nước ước thực hiện lũy kế đến tháng 9 gần 32 tỷ đồng.",
            [("actual", "Tổng thu ngân sách nhà nước", "2025-01/2025-09")],
        ),
        (
            "Công tác giải ngân vốn đầu tư công được triển khai quyết liệt, đạt trên 70% kế hoạch.",
            [("share", "Công tác giải ngân vốn đầu tư công", "2025-01/2025-09")],
        ),
        (
            "Toàn xã thu hoạch 6.868 tấn lương thực, giá trị 104 triệu đồng/ha.",
            [
                ("actual", "thu hoạch lương thực", "2025-01/2025-09"),
                ("actual", "giá trị", "2025-01/2025-09"),
            ],
        ),
    ],
)
def test_a_report_on_nine_months(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(role, name, period) for role, name, _, period, _ in rows(_NINE_MONTHS + text)] == expected


def test_the_commune_assigns_too() -> None:
    found = rows(_NINE_MONTHS + "Thu ngân sách đạt 18,4 tỷ đồng, bằng 87% dự toán tỉnh giao và 81,5% xã giao.")
    assert [basis for *_, basis in found] == [None, "assigned", "assigned"]


def test_a_time_that_ends_a_member_of_a_list() -> None:
    text = "Đại hội thông qua các chỉ tiêu: đến năm 2025 thu nhập đạt 70 triệu đồng; đạt chuẩn nâng cao vào cuối năm 2021; tỷ lệ hộ nghèo còn 1%."
    found = rows(f"Đại hội Đảng bộ xã nhiệm kỳ 2020 - 2025\n\n{text}")
    assert [(value, period) for _, _, value, period, _ in found] == [("70", "2025"), ("1", "2025")]


def test_a_district_in_short() -> None:
    text = "H. Bù Đốp, Bình Phước: thu ngân sách tăng khá\n\n6 tháng đầu năm 2020, thu ngân sách đạt 34,5 tỷ đồng."
    place = loads(text).locality
    assert place is not None
    assert place.name == "Huyện Bù Đốp"


_OF_2023 = "ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN\nBÁO CÁO\nTình hình kinh tế - xã hội năm 2023\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bà con đóng góp hơn một tỷ rưỡi đồng làm đường.", [(">", "1.5", "tỷ đồng")]),
        ("Mỗi dự án có quy mô bình quân gần nửa triệu USD.", [("~", "0.5", "triệu USD")]),
        ("Toàn huyện có hơn ba triệu con gà và 86 nghìn con vịt.", [(">", "3", "triệu con"), ("=", "86", "nghìn con")]),
        ("Hội viên đã đóng góp hai trăm ngày công.", [("=", "2", "trăm ngày công")]),
        ("Cả năm triệu tập ba hội nghị.", []),
        ("Trong năm tỷ lệ hộ nghèo giảm mạnh.", []),
        ("Các dự án cần hàng trăm triệu USD, một triệu nữa là đủ.", []),
        ("Từ 80% tổ chức đảng hoàn thành tốt nhiệm vụ trở lên.", [(">=", "80", "%")]),
        ("Từ 85% lao động học nghề từ sơ cấp trở lên.", [(">=", "85", "%")]),
        ("Thu nội địa lần đầu vượt mốc 14.000 tỷ đồng.", [(">", "14000", "tỷ đồng")]),
    ],
)
def test_numbers_and_bounds_in_words(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = loads(_OF_2023 + text).to_records()
    assert [(row["comparator"], row["value"], row["unit"]) for row in found] == expected


def test_a_number_in_words_counts_indicators() -> None:
    report = loads(_OF_2023 + "Huyện hoàn thành vượt mức hai chỉ tiêu, còn ba chỉ tiêu chưa đạt; một chỉ tiêu khó.")
    assert [(row["role"], row["value"]) for row in report.to_records()] == [("tally", "2"), ("tally", "3")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Từ 80% tổ chức đảng hoàn thành tốt nhiệm vụ trở lên.", "tổ chức đảng hoàn thành tốt nhiệm vụ"),
        ("Từ 85% lao động học nghề từ sơ cấp trở lên.", "lao động học nghề từ sơ cấp trở lên"),
        ("Thu nội địa lần đầu vượt mốc 14.000 tỷ đồng.", "Thu nội địa"),
        ("Xuất khẩu lao động 38 người.", "Xuất khẩu lao động"),
        ("Tạo việc làm cho 38 người.", "Tạo việc làm cho người"),
    ],
)
def test_names_beside_bounds_and_acts(text: str, expected: str) -> None:
    assert [name for _, name, *_ in rows(_OF_2023 + text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm ngoái, huyện thu ngân sách 352 tỷ đồng; năm nay thu 400 tỷ đồng.", ["2022", "2023"]),
        ("Thu ngân sách 400 tỷ đồng (năm trước 352 tỷ đồng).", ["2023", "2022"]),
        ("Thu ngân sách tăng 13,6% so với năm ngoái, đạt 400 tỷ đồng.", ["2023", "2023"]),
    ],
)
def test_levels_of_the_year_before(text: str, expected: list[str]) -> None:
    assert [period for *_, period, _ in rows(_OF_2023 + text)] == expected
