"""Verbs of directing with those who speak, those spoken to, and those who only ask."""

from __future__ import annotations

from datetime import date

import pytest

from vnplan.reading.raw import RawDirective
from vnplan.reading.read import read


def directives(text: str) -> list[RawDirective]:
    return read(text).directives


def told(text: str) -> list[tuple[str, str | None, str]]:
    """Speaker, addressee and task of each directive."""
    return [(one.issuer, one.addressee, one.text) for one in directives(text)]


TASK = "rà soát các hồ sơ tồn đọng"


class TestSpeakers:
    @pytest.mark.parametrize(
        ("subject", "issuer"),
        [
            # an office without a name
            ("Phó Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh"),
            ("Phó Thủ tướng", "Phó Thủ tướng"),
            ("Đồng chí Phó Bí thư Thường trực Huyện ủy", "Phó Bí thư Thường trực Huyện ủy"),
            # the office between dashes, or a bracket behind the name
            ("Ông Vũ Đức Hải - Chủ tịch UBND thị xã -", "Vũ Đức Hải"),
            ("Bà Ngô Thị Mai (Bí thư Đảng ủy phường)", "Ngô Thị Mai"),
            ("Chủ tịch UBND huyện Lê Quốc Bảo (ảnh)", "Lê Quốc Bảo"),
            # a further office behind a name that has one
            ("Phó Thủ tướng Hồ Văn Lợi, Tổ trưởng Tổ công tác số 3", "Hồ Văn Lợi"),
            # a body's name with a dash and "và" in it
            ("Giám đốc Sở Lao động - Thương binh và Xã hội Hà Thị Nhung", "Hà Thị Nhung"),
            # an abbreviated city with a space behind its stop
            ("Chủ tịch UBND TP. HCM Đinh Công Danh", "Đinh Công Danh"),
        ],
    )
    def test_who_speaks(self, subject: str, issuer: str) -> None:
        assert told(f"{subject} yêu cầu các phòng, ban {TASK}.") == [(issuer, "các phòng, ban", TASK)]

    def test_an_office_in_full(self) -> None:
        (found,) = directives(f"Giám đốc Sở Lao động - Thương binh và Xã hội Hà Thị Nhung yêu cầu các phòng {TASK}.")
        assert found.role == "Giám đốc Sở Lao động - Thương binh và Xã hội"
        (found,) = directives(
            f"Chủ tịch UBND huyện Hà Thị Nhung và Bí thư Huyện ủy Lê Văn Ba yêu cầu các phòng {TASK}."
        )
        assert (found.issuer, found.role) == ("Lê Văn Ba", "Bí thư Huyện ủy")

    @pytest.mark.parametrize(
        "issued",
        [
            "vừa có Công văn số 812/UBND-NN ngày 4/5/2022",
            "đã ký ban hành Chỉ thị số 07/CT-UBND",
            "vừa ban hành chỉ thị",
            "có Công điện (số 03/CĐ-UBND)",
            "vừa có văn bản gửi các đơn vị",
        ],
    )
    def test_by_a_document(self, issued: str) -> None:
        assert told(f"UBND tỉnh {issued} yêu cầu các sở, ngành {TASK}.") == [("UBND tỉnh", "các sở, ngành", TASK)]

    def test_many_documents_only_tell_what_was_done(self) -> None:
        assert told(f"UBND tỉnh đã ban hành nhiều văn bản chỉ đạo các sở, ngành {TASK}.") == []

    def test_the_document_itself_as_the_subject(self) -> None:
        text = f"UBND tỉnh giao Sở Y tế {TASK}. Chỉ thị yêu cầu các huyện báo cáo hằng tuần."
        assert told(text)[1] == ("UBND tỉnh", "các huyện", "báo cáo hằng tuần")
        assert told("Trong khi đó, chỉ thị yêu cầu các huyện báo cáo hằng tuần.") == []

    def test_whoever_agrees_goes_on_to_ask(self) -> None:
        text = f"Chủ tịch UBND huyện Lê Quốc Bảo thống nhất với đề xuất của xã và giao Phòng Nội vụ {TASK}."
        assert told(text) == [("Lê Quốc Bảo", "Phòng Nội vụ", TASK)]
        assert told(f"UBND tỉnh đồng ý chủ trương và giao Sở Xây dựng {TASK}.") == [("UBND tỉnh", "Sở Xây dựng", TASK)]

    def test_a_province_is_no_person(self) -> None:
        assert told("Lãnh đạo thành phố Hà Nội đã chỉ đạo quyết liệt công tác chỉnh trang đô thị.") == []

    def test_a_verb_may_be_the_task_of_another(self) -> None:
        text = "UBND tỉnh yêu cầu UBND các huyện, thành phố chỉ đạo các xã nạo vét kênh mương."
        assert told(text) == [("UBND tỉnh", "UBND các huyện, thành phố", "chỉ đạo các xã nạo vét kênh mương")]


class TestAddressees:
    @pytest.mark.parametrize(
        "addressee",
        [
            # "giao ban" and "hàng" are other words only as such
            "Ban Thường vụ Huyện đoàn",
            "Ban Quản lý dự án đầu tư xây dựng khu vực 2",
            "các bộ ngành",
            "các doanh nghiệp viễn thông",
            "UBND các huyện: Ba Chẽ, Giao Thủy, Bình Liêu",
            "Sở NN và PTNT",
            "Ban chỉ đạo phòng, chống hạn mặn huyện",
            "các thành viên Ban chỉ đạo",
            "UBND các huyện, thành, thị",
            "các Bộ, cơ quan ngang Bộ",
            "đồng chí Trịnh Văn Phú, Phó Chủ tịch UBND huyện,",
            "Phó Chủ tịch UBND huyện Trịnh Văn Phú và Phó Chủ tịch UBND huyện Tạ Thị Lan",
        ],
    )
    def test_whole(self, addressee: str) -> None:
        text = f"Chủ tịch UBND tỉnh giao {addressee} {TASK}."
        assert told(text) == [("Chủ tịch UBND tỉnh", addressee.rstrip(","), TASK)]

    @pytest.mark.parametrize(
        ("words", "task"),
        [
            ("cụ thể hóa Nghị quyết", None),
            ("phải niêm yết kết quả", "niêm yết kết quả"),
            ("cần tiếp tục niêm yết kết quả", "tiếp tục niêm yết kết quả"),
            ("không được chủ quan với dịch bệnh", None),  # without its first words it would ask for the opposite
            ("chịu trách nhiệm về tiến độ", None),
        ],
    )
    def test_the_task_is_whole(self, words: str, task: str | None) -> None:
        assert told(f"HĐND tỉnh yêu cầu UBND tỉnh {words}.") == [("HĐND tỉnh", "UBND tỉnh", task or words)]

    def test_at_once_to_a_body(self) -> None:
        assert told(f"UBND huyện giao ngay cho Phòng Y tế {TASK}.") == [("UBND huyện", "Phòng Y tế", TASK)]

    def test_an_amount_is_no_task(self) -> None:
        assert told("UBND huyện giao các đơn vị sự nghiệp tự chủ 12 tỷ đồng.") == []

    @pytest.mark.parametrize(
        "start", ["giao nhiệm vụ cho các sở: Sở Y tế lập danh sách", "chỉ đạo: Sở Y tế lập danh sách"]
    )
    def test_one_by_one(self, start: str) -> None:
        text = (
            f"Phó Chủ tịch UBND tỉnh Tạ Minh Đăng {start}; Sở Tài chính, Kho bạc Nhà nước bố trí kinh phí; "
            "vận chuyển kịp thời; các huyện tổ chức tiếp nhận."
        )
        assert told(text) == [
            ("Tạ Minh Đăng", "Sở Y tế", "lập danh sách"),
            ("Tạ Minh Đăng", "Sở Tài chính, Kho bạc Nhà nước", "bố trí kinh phí; vận chuyển kịp thời"),
            ("Tạ Minh Đăng", "các huyện", "tổ chức tiếp nhận"),
        ]

    @pytest.mark.parametrize("text", ["giao ban với các huyện", "giao dịch tại ngân hàng", "giao thông nông thôn"])
    def test_words_that_only_begin_like_a_verb(self, text: str) -> None:
        assert told(f"UBND tỉnh tổ chức {text} hằng tháng.") == []


class TestRequests:
    @pytest.mark.parametrize(
        "text",
        [
            "Công ty Hải Long đề nghị UBND tỉnh gia hạn thời gian thuê đất.",
            "Các doanh nghiệp có văn bản đề nghị Cục Thuế hướng dẫn thủ tục hoàn thuế.",
            "Đại biểu Phan Văn Tới đề nghị Chính phủ bố trí thêm vốn.",
            "Cử tri yêu cầu các ngành chức năng xử lý điểm gây ô nhiễm.",
            "Người dân đề nghị các cơ quan chức năng kiểm tra lại.",
        ],
    )
    def test_those_who_are_governed_direct_nobody(self, text: str) -> None:
        assert told(text) == []

    def test_nor_is_what_follows_their_request_an_order(self) -> None:
        assert told("Cử tri đề nghị UBND huyện sửa đường. Tiếp tục nâng cấp trạm bơm. Cử tri mong có cầu mới.") == []

    def test_a_group_directs_its_own_companies(self) -> None:
        text = f"Tập đoàn Điện lực yêu cầu các đơn vị thành viên {TASK}."
        assert told(text) == [("Tập đoàn Điện lực", "các đơn vị thành viên", TASK)]

    @pytest.mark.parametrize("body", ["Đảng bộ huyện", "các cán bộ xã", "Bộ Chỉ huy Quân sự tỉnh"])
    def test_a_word_that_only_holds_the_word_for_a_ministry(self, body: str) -> None:
        text = f"Phó Bí thư Tỉnh ủy Đàm Văn Khôi đề nghị {body} {TASK}."
        assert told(text) == [("Đàm Văn Khôi", body, TASK)]

    def test_a_request_that_goes_upward_binds_nobody(self) -> None:
        assert told(f"Phó Bí thư Tỉnh ủy Đàm Văn Khôi đề nghị Bộ Tài chính {TASK}.") == []


class TestStress:
    def test_what_is_only_stressed_is_no_task(self) -> None:
        text = (
            f"Ông Vũ Đức Hải, Chủ tịch UBND thị xã, yêu cầu các phường {TASK}.\n\n"
            "Ông Vũ Đức Hải nhấn mạnh đột phá ở đây là con người."
        )
        assert len(told(text)) == 1

    def test_an_office_alone_may_stress_what_others_must_do(self) -> None:
        assert told("Bí thư Huyện ủy nhấn mạnh, các xã cần tập trung thu nợ.") == [
            ("Bí thư Huyện ủy", "các xã", "tập trung thu nợ")
        ]

    def test_a_reminder_goes_on_from_the_order_before(self) -> None:
        text = f"Ông Vũ Đức Hải, Chủ tịch UBND thị xã, yêu cầu các phường {TASK}. Trong đó, lưu ý bổ sung số liệu năm trước."
        assert told(text)[1] == ("Vũ Đức Hải", "các phường", "bổ sung số liệu năm trước")

    def test_a_reminder_of_a_list_is_no_task_of_its_own(self) -> None:
        text = (
            f"Ông Vũ Đức Hải, Chủ tịch UBND thị xã, yêu cầu các phường {TASK}, trong đó lưu ý thực hiện một số việc sau:\n\n"
            "1. Niêm yết công khai kết quả.\n\n2. Bố trí cán bộ trực."
        )
        assert [task for *_, task in told(text)] == [TASK, "Niêm yết công khai kết quả", "Bố trí cán bộ trực"]

    def test_a_body_behind_the_place_of_another(self) -> None:
        text = "Ông Vũ Đức Hải, Phó Chủ tịch UBND tỉnh, nhắc nhở trong dịp lễ tại huyện Phú Lâm, Ban Tổ chức lễ hội cần bảo đảm an toàn."
        assert told(text) == [("Vũ Đức Hải", "Ban Tổ chức lễ hội", "bảo đảm an toàn")]


class TestDeadlines:
    @pytest.mark.parametrize(
        ("wording", "inclusive"), [("trước 15/5", False), ("chậm nhất 15/5", True), ("xong trước 15.5", False)]
    )
    def test_a_day_and_a_month(self, wording: str, inclusive: bool) -> None:
        (found,) = directives(f"Năm 2023, UBND huyện giao Phòng Nội vụ hoàn thiện hồ sơ {wording}.")
        assert (found.deadline, found.deadline_date, found.inclusive) == (wording, date(2023, 5, 15), inclusive)

    @pytest.mark.parametrize("wording", ["trước 15/18 chỉ tiêu", "trước 31/2"])
    def test_no_day(self, wording: str) -> None:
        (found,) = directives(f"Năm 2023, UBND huyện giao Phòng Nội vụ hoàn thiện hồ sơ {wording}.")
        assert found.deadline_date is None
        assert found.deadline is None

    def test_without_a_year_only_its_words(self) -> None:
        (found,) = directives("UBND huyện giao Phòng Nội vụ hoàn thiện hồ sơ trước 15/5.")
        assert (found.deadline, found.deadline_date) == ("trước 15/5", None)
