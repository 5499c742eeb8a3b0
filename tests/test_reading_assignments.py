"""Work handed out in lists: by whoever concludes a meeting, by the points of a letter, in the sentences that follow."""

from __future__ import annotations

import pytest

from vnplan.reading.read import read


def told(text: str) -> list[tuple[str, str | None, str]]:
    """Speaker, addressee and task of each directive."""
    return [(one.issuer, one.addressee, one.text) for one in read(text).directives]


class TestConclusions:
    @pytest.mark.parametrize(
        "words",
        [
            "kết luận như sau:",
            "kết luận, chỉ đạo như sau:",
            "đã có kết luận về cuộc họp như sau:",
            "kết luận và chỉ đạo một số nội dung trọng tâm sau:",
            "có ý kiến như sau:",
        ],
    )
    def test_whoever_concludes_speaks_to_the_end_of_the_text(self, words: str) -> None:
        text = (
            f"Sau khi nghe các sở báo cáo, Phó Chủ tịch UBND tỉnh Tạ Minh Đăng {words}\n\n"
            "I. Đánh giá chung\n\nTỉnh đạt nhiều kết quả tích cực, thu ngân sách đạt 9.100 tỷ đồng.\n\n"
            "II. Nhiệm vụ thời gian tới\n\n"
            "1. Các huyện cần đẩy nhanh giải phóng mặt bằng.\n\n2. Sắp xếp lại trụ sở dôi dư.\n\n"
            "III. Về kiến nghị của huyện\n\n1. Về tuyến đường ven sông: giao Sở Xây dựng thẩm định hồ sơ.\n\n"
            "2. Sở Tài chính bố trí vốn theo quy định.\n\nNơi nhận:\n\n- Các sở, ngành;\n\n- Lưu: Văn thư."
        )
        assert told(text) == [
            ("Tạ Minh Đăng", "Các huyện", "đẩy nhanh giải phóng mặt bằng"),
            ("Tạ Minh Đăng", None, "Sắp xếp lại trụ sở dôi dư"),
            ("Tạ Minh Đăng", "Sở Xây dựng", "thẩm định hồ sơ"),
            ("Tạ Minh Đăng", "Sở Tài chính", "bố trí vốn theo quy định"),
        ]

    def test_under_results_a_point_tells_what_was_done(self) -> None:
        text = (
            "Phó Chủ tịch UBND tỉnh Tạ Minh Đăng kết luận như sau:\n\n"
            "I. Kết quả đạt được\n\n1. Giải ngân vốn đầu tư công 450 tỷ đồng.\n\n"
            "II. Nhiệm vụ\n\n1. Giải ngân hết số vốn còn lại."
        )
        assert told(text) == [("Tạ Minh Đăng", None, "Giải ngân hết số vốn còn lại")]


class TestPoints:
    LETTER = (
        "ỦY BAN NHÂN DÂN TỈNH BẮC HÀ\n\nSố: 15/CT-UBND\n\nCHỈ THỊ\n\nVề thu ngân sách năm 2022\n\n"
        "Ủy ban nhân dân tỉnh yêu cầu các sở, ngành, địa phương thực hiện tốt các nội dung sau:\n\n"
    )
    ISSUER = "Ủy ban nhân dân tỉnh Bắc Hà"

    def test_points_name_whose_tasks_follow(self) -> None:
        text = self.LETTER + (
            "1. Cục Thuế tỉnh:\n\n- Rà soát các nguồn thu.\n\n2. Sở Tài chính: Tham mưu phương án điều hành.\n\n"
            "3. UBND các huyện, thành phố tập trung thu nợ.\n\n4. Các sở, ngành theo chức năng, nhiệm vụ phối hợp thực hiện.\n\n"
            "Giao Sở Tài chính đôn đốc việc thực hiện Chỉ thị này."
        )
        assert told(text)[1:] == [
            (self.ISSUER, "Cục Thuế tỉnh", "Rà soát các nguồn thu"),
            (self.ISSUER, "Sở Tài chính", "Tham mưu phương án điều hành"),
            (self.ISSUER, "UBND các huyện, thành phố", "tập trung thu nợ"),
            (self.ISSUER, "Các sở, ngành", "theo chức năng, nhiệm vụ phối hợp thực hiện"),
            (self.ISSUER, "Sở Tài chính", "đôn đốc việc thực hiện Chỉ thị này"),
        ]

    def test_a_first_letter_on_the_next_line(self) -> None:
        text = self.LETTER + "1. Sở Y tế\na) Tổ chức tiêm chủng mở rộng.\nb) Báo cáo kết quả hằng quý."
        assert [(whom, task.split(".")[0]) for _, whom, task in told(text)[1:]] == [
            ("Sở Y tế", "Tổ chức tiêm chủng mở rộng"),
            ("Sở Y tế", "Báo cáo kết quả hằng quý"),
        ]

    def test_what_a_body_hands_on_is_its_own_task(self) -> None:
        text = self.LETTER + "1. UBND các huyện:\n\n- Ủy ban nhân dân các xã phân công cán bộ theo dõi từng hộ."
        assert {issuer for issuer, *_ in told(text)[1:]} <= {self.ISSUER}

    def test_who_issues_is_told_in_the_opening_sentence(self) -> None:
        text = (
            "Ủy ban nhân dân huyện Ea Kar ban hành Kế hoạch phát triển cây ca cao, cụ thể như sau:\n\n"
            "I. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Nông nghiệp\n\nChủ trì hướng dẫn kỹ thuật cho các hộ."
        )
        assert told(text) == [
            ("Ủy ban nhân dân huyện Ea Kar", "Phòng Nông nghiệp", "Chủ trì hướng dẫn kỹ thuật cho các hộ")
        ]


class TestSentencesThatFollow:
    FIRST = "Chủ tịch UBND huyện Lê Quốc Bảo yêu cầu các xã khẩn trương thu hoạch lúa. "

    def rest(self, text: str) -> list[tuple[str | None, str]]:
        first, *further = told(self.FIRST + text)
        assert first == ("Lê Quốc Bảo", "các xã", "khẩn trương thu hoạch lúa")
        return [(whom, task) for _, whom, task in further]

    def test_work_that_is_only_announced(self) -> None:
        text = "Lãnh đạo huyện cũng giao các nhiệm vụ cụ thể cho từng phòng, ban. Trong đó, Phòng Nội vụ sớm hoàn thành đề án."
        assert told(text) == [("Lãnh đạo huyện", "Phòng Nội vụ", "sớm hoàn thành đề án")]

    @pytest.mark.parametrize("words", ["được giao", "được yêu cầu", "cũng được phân công", "được giao nhiệm vụ"])
    def test_a_body_that_is_given_work(self, words: str) -> None:
        assert self.rest(f"Phòng Tài chính {words} bố trí kinh phí.") == [("Phòng Tài chính", "bố trí kinh phí")]

    def test_a_task_may_name_a_plan_that_was_set(self) -> None:
        assert self.rest("Rà soát các dự án đã được phê duyệt.") == [("các xã", "Rà soát các dự án đã được phê duyệt")]
        assert self.rest("Giải ngân hết kế hoạch vốn năm 2022 đã giao.") == [
            ("các xã", "Giải ngân hết kế hoạch vốn năm 2022 đã giao")
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Thực hiện chủ trương này, huyện đã ban hành kế hoạch.",
            "Triển khai các dự án đã được phê duyệt, đạt 85% khối lượng.",
            "Giải ngân vốn đã có nhiều chuyển biến.",
            "UBND huyện hỗ trợ toàn bộ chi phí.",  # what the speaker does itself
            "Chủ tịch UBND huyện phân tích kết quả.",
            "Cử tri hoan nghênh.",  # "cử" alone is a task
        ],
    )
    def test_what_is_told(self, text: str) -> None:
        assert self.rest(text) == []

    def test_the_topic_before_a_task(self) -> None:
        assert self.rest("Về vụ đông, tập trung mở rộng diện tích rau màu.") == [
            ("các xã", "tập trung mở rộng diện tích rau màu")
        ]

    def test_whom_a_body_of_its_own_puts_to_work_is_its_task(self) -> None:
        assert self.rest("Phòng Nông nghiệp phân công cán bộ bám sát cơ sở.") == [
            ("Phòng Nông nghiệp", "phân công cán bộ bám sát cơ sở")
        ]

    @pytest.mark.parametrize(
        ("words", "verb", "task"),
        [
            ("cần tiếp tục nạo vét kênh", "cần", "tiếp tục nạo vét kênh"),
            ("phải nạo vét kênh", "phải", "nạo vét kênh"),
            ("không được chủ quan với sâu bệnh", "", "không được chủ quan với sâu bệnh"),
        ],
    )
    def test_verb_and_task_share_no_word(self, words: str, verb: str, task: str) -> None:
        found = read(f"{self.FIRST}Các huyện {words}.").directives[1]
        assert (found.addressee, found.verb, found.text) == ("Các huyện", verb, task)
