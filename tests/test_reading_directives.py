"""Who asks what of whom, by when; and what only looks so."""

from __future__ import annotations

from datetime import date

import pytest

from vnplan.reading.raw import RawDirective
from vnplan.reading.read import read


def directives(text: str) -> list[RawDirective]:
    return read(text).directives


def only(text: str) -> RawDirective:
    (found,) = directives(text)
    return found


def told(text: str) -> list[tuple[str, str | None, str]]:
    """Speaker, addressee and task of each directive."""
    return [(one.issuer, one.addressee, one.text) for one in directives(text)]


class TestSpeakers:
    @pytest.mark.parametrize(
        ("subject", "name", "office"),
        [
            # the office before the name
            ("Chủ tịch UBND huyện Trần Minh Khoa", "Trần Minh Khoa", "Chủ tịch UBND huyện"),
            # two offices, the second joined by a comma
            (
                "Phó Bí thư Huyện ủy, Chủ tịch UBND huyện Lê Thu Hà",
                "Lê Thu Hà",
                "Phó Bí thư Huyện ủy, Chủ tịch UBND huyện",
            ),
            # a place name right before the person's: both are capitals
            ("Chủ tịch UBND tỉnh Bình Thuận Đỗ Văn Lâm", "Đỗ Văn Lâm", "Chủ tịch UBND tỉnh Bình Thuận"),
            # a place whose name begins like a family name
            ("Bí thư Quận ủy quận Hoàng Mai Nguyễn Thị Yến", "Nguyễn Thị Yến", "Bí thư Quận ủy quận Hoàng Mai"),
            # a city that goes without its name
            ("Chủ tịch UBND TP Vũ Đình Long", "Vũ Đình Long", "Chủ tịch UBND TP"),
            # the office behind the name, between commas
            ("Đồng chí Phạm Quốc Anh, Bí thư Huyện ủy,", "Phạm Quốc Anh", "Bí thư Huyện ủy"),
            # a form of address, no office
            ("Ông Bùi Văn Sơn", "Bùi Văn Sơn", None),
            # adverbs between subject and verb
            ("Chủ tịch UBND huyện Trần Minh Khoa cũng", "Trần Minh Khoa", "Chủ tịch UBND huyện"),
        ],
    )
    def test_a_person_is_named_with_the_office_before_or_behind(
        self, subject: str, name: str, office: str | None
    ) -> None:
        found = only(f"{subject} yêu cầu các phòng, ban khẩn trương rà soát hồ sơ tồn đọng.")
        assert found.is_person
        assert (found.issuer, found.role) == (name, office)

    @pytest.mark.parametrize(
        "subject",
        ["UBND tỉnh", "Sở Giáo dục và Đào tạo", "Lãnh đạo Cục Thuế tỉnh", "Bộ Giao thông vận tải đã", "Phòng Nội vụ"],
    )
    def test_a_body_speaks_too(self, subject: str) -> None:
        found = only(f"{subject} yêu cầu các đơn vị trực thuộc tăng cường kiểm tra, giám sát.")
        assert not found.is_person
        assert found.issuer == subject.removesuffix(" đã")

    def test_an_office_without_a_name_is_the_person_who_holds_it(self) -> None:
        text = (
            "Chủ trì cuộc họp, Chủ tịch UBND thành phố Lý Hải Nam nghe báo cáo.\n"
            "Chủ tịch UBND thành phố giao Sở Tài chính tham mưu phương án phân bổ vốn."
        )
        assert only(text).issuer == "Lý Hải Nam"

    def test_a_given_name_stands_for_the_full_one(self) -> None:
        text = (
            "Ông Đặng Hữu Phước, Phó Chủ tịch UBND quận, chủ trì buổi làm việc.\n"
            "Ông Phước đề nghị các phường đẩy nhanh tiến độ giải phóng mặt bằng."
        )
        assert told(text)[0][0] == "Đặng Hữu Phước"

    def test_nobody_is_made_up_where_no_speaker_is_known(self) -> None:
        assert not directives("Yêu cầu các đơn vị khẩn trương báo cáo kết quả.")


class TestAddressees:
    @pytest.mark.parametrize(
        ("words", "addressee"),
        [
            ("các phòng, ban, đơn vị thuộc quận tập trung", "các phòng, ban, đơn vị thuộc quận"),
            ("UBND 12 phường tập trung", "UBND 12 phường"),  # the number belongs to it
            (
                "thủ trưởng các phòng ban và Chủ tịch UBND 10 xã tập trung",
                "thủ trưởng các phòng ban và Chủ tịch UBND 10 xã",
            ),
            ("Phòng Tài chính – Kế hoạch tập trung", "Phòng Tài chính – Kế hoạch"),  # a dash within a name
            ("Sở Văn hóa, Thể thao và Du lịch tập trung", "Sở Văn hóa, Thể thao và Du lịch"),  # a comma within a name
            ("Sở NN&PTNT tập trung", "Sở NN&PTNT"),
            ("Sở Y tế tập trung", "Sở Y tế"),  # a capital letter alone is no abbreviation
            ("Quận 5 phải tập trung", "Quận 5"),  # a place is addressed
            ("mỗi đơn vị cần tập trung", "mỗi đơn vị"),
            ("từng cơ quan, đơn vị tập trung", "từng cơ quan, đơn vị"),
            ("các sở, ngành, UBND các huyện, thành phố tập trung", "các sở, ngành, UBND các huyện, thành phố"),
            ("Phòng Quản lý đô thị, UBND 10 phường tập trung", "Phòng Quản lý đô thị, UBND 10 phường"),
        ],
    )
    def test_the_addressee_ends_where_the_task_begins(self, words: str, addressee: str) -> None:
        found = only(f"Đồng chí Trần Minh Khoa đề nghị {words} xử lý dứt điểm các vụ việc kéo dài.")
        assert found.addressee == addressee
        assert found.text == "tập trung xử lý dứt điểm các vụ việc kéo dài"

    def test_there_may_be_none(self) -> None:
        found = only("Đồng chí Trần Minh Khoa đề nghị trước hết cần rà soát lại quy hoạch.")
        assert (found.addressee, found.text) == (None, "rà soát lại quy hoạch")

    def test_words_of_time_may_stand_between(self) -> None:
        text = "Đồng chí Trần Minh Khoa đề nghị các phòng ban sang năm 2022 phải bám sát chương trình công tác."
        assert only(text).text == "bám sát chương trình công tác"

    def test_a_comma_may_follow_the_verb(self) -> None:
        assert only("Đồng chí Trần Minh Khoa yêu cầu, các xã tổ chức trực 24/24 giờ.").addressee == "các xã"


class TestInheritance:
    SPOKEN = "Đồng chí Trần Minh Khoa đề nghị các phòng, ban đẩy nhanh tiến độ giải ngân. "

    @pytest.mark.parametrize(
        ("sentence", "addressee", "task"),
        [
            # a modal, nobody named
            ("Ngoài ra, cần chấn chỉnh kỷ luật công vụ.", "các phòng, ban", "chấn chỉnh kỷ luật công vụ"),
            # another addressee
            ("Bên cạnh đó, mỗi đơn vị cần nêu cao trách nhiệm.", "mỗi đơn vị", "nêu cao trách nhiệm"),
            ("Phòng Nội vụ cần tham mưu phương án.", "Phòng Nội vụ", "tham mưu phương án"),
            # a bare task
            ("Tăng cường kiểm tra thực tế tại cơ sở.", "các phòng, ban", "Tăng cường kiểm tra thực tế tại cơ sở"),
            (
                "Trước hết là tập trung chăm lo gia đình chính sách.",
                "các phòng, ban",
                "tập trung chăm lo gia đình chính sách",
            ),
            # a body with its task, no modal
            ("Phòng Tư pháp rà soát các văn bản hết hiệu lực.", "Phòng Tư pháp", "rà soát các văn bản hết hiệu lực"),
        ],
    )
    def test_the_next_sentence_takes_the_speaker_over(self, sentence: str, addressee: str, task: str) -> None:
        assert told(self.SPOKEN + sentence)[1] == ("Trần Minh Khoa", addressee, task)

    def test_a_paragraph_goes_on_where_it_begins_with_a_task(self) -> None:
        text = self.SPOKEN.strip() + "\nKhẩn trương hoàn thiện hồ sơ quyết toán các công trình."
        assert len(told(text)) == 2

    @pytest.mark.parametrize(
        "sentence",
        [
            "Dịp này, UBND huyện đã tặng giấy khen cho 10 tập thể.",  # something done
            "Tiếp tục đẩy mạnh cải cách, huyện đã giảm 20 thủ tục.",  # a result in the words of a task
            "Hội nghị kết thúc lúc 17 giờ.",
            "Nhiều hộ dân cần vốn để sản xuất.",  # a need, and nobody addressed
        ],
    )
    def test_what_is_told_is_not_asked(self, sentence: str) -> None:
        assert len(told(self.SPOKEN + sentence)) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "Giám đốc Sở Nội vụ Trần Văn An biểu dương nỗ lực của ngành, đồng thời chỉ đạo các đơn vị rà soát hồ sơ tồn đọng.",
            "Giám đốc Sở Nội vụ Trần Văn An chúc mừng kết quả của xã. Đồng thời, đề nghị các đơn vị rà soát hồ sơ tồn đọng.",
            "Giám đốc Sở Nội vụ Trần Văn An đánh giá đây là việc khó và chỉ đạo các đơn vị rà soát hồ sơ tồn đọng.",
            "Giám đốc Sở Nội vụ Trần Văn An đã trao bằng. Tại lễ, đồng chí cũng yêu cầu: Các đơn vị rà soát hồ sơ tồn đọng.",
        ],
    )
    def test_who_praises_may_go_on_to_ask(self, text: str) -> None:
        (issuer, addressee, task) = told(text)[0]
        assert (issuer, (addressee or "").lower(), task) == ("Trần Văn An", "các đơn vị", "rà soát hồ sơ tồn đọng")

    def test_a_pronoun_without_anybody_before_it_means_nobody(self) -> None:
        assert told("Tại lễ, đồng chí cũng yêu cầu: Các đơn vị rà soát hồ sơ tồn đọng.") == []

    def test_a_stressed_fact_makes_the_next_sentence_an_instruction(self) -> None:
        text = (
            "Phát biểu tại hội nghị, đồng chí Lê Thu Hà nhấn mạnh, năm nay là năm cuối của nhiệm kỳ. "
            "Từ đó, UBND huyện, các phòng, ban cần tập trung hoàn thành các chỉ tiêu còn lại."
        )
        assert told(text) == [
            ("Lê Thu Hà", "UBND huyện, các phòng, ban", "tập trung hoàn thành các chỉ tiêu còn lại"),
        ]

    def test_somebody_who_only_reports_asks_nothing(self) -> None:
        text = (
            self.SPOKEN + "Giám đốc Sở Y tế Vũ Đình Long cho biết, các trạm y tế đã đủ thuốc. Tăng cường thêm bác sĩ."
        )
        assert [speaker for speaker, *_ in told(text)] == ["Trần Minh Khoa"]

    def test_a_task_ends_where_another_begins(self) -> None:
        text = (
            "Chủ tịch UBND huyện Trần Minh Khoa giao Phòng Nội vụ tham mưu kế hoạch thi tuyển; "
            "giao Phòng Tài chính bố trí kinh phí thực hiện, và yêu cầu UBND các xã phối hợp rà soát biên chế."
        )
        assert [(to, task) for _, to, task in told(text)] == [
            ("Phòng Nội vụ", "tham mưu kế hoạch thi tuyển"),
            ("Phòng Tài chính", "bố trí kinh phí thực hiện"),
            ("UBND các xã", "phối hợp rà soát biên chế"),
        ]

    def test_tasks_may_be_announced_with_a_colon(self) -> None:
        text = (
            "Chủ tịch UBND huyện Trần Minh Khoa giao:\n"
            "- Phòng Nội vụ chủ trì tham mưu đề án vị trí việc làm.\n"
            "- Công an huyện xây dựng phương án bảo vệ.\n"
        )
        assert [to for _, to, _ in told(text)] == ["Phòng Nội vụ", "Công an huyện"]


class TestQuotations:
    @pytest.mark.parametrize(
        "text",
        [
            "“Các xã cần chủ động nguồn lực, không trông chờ” – đồng chí Lê Thu Hà nhấn mạnh.",
            '"Các xã cần chủ động nguồn lực, không trông chờ", đồng chí Lê Thu Hà nhấn mạnh.',
        ],
    )
    def test_the_speaker_stands_behind_the_quotation(self, text: str) -> None:
        assert told(text) == [("Lê Thu Hà", "Các xã", "chủ động nguồn lực, không trông chờ")]

    def test_a_quotation_may_hold_another(self) -> None:
        text = (
            "“Các xã cần thực hiện chủ đề “Kỷ cương, hiệu quả” ngay từ tháng 1; phân công cụ thể” "
            "– đồng chí Lê Thu Hà nhấn mạnh."
        )
        ((speaker, _, task),) = told(text)
        assert speaker == "Lê Thu Hà"
        assert task.endswith("phân công cụ thể")


class TestNoDirectives:
    @pytest.mark.parametrize(
        "text",
        [
            # giao in other words
            "UBND huyện giao thông báo cho các hộ dân giao thông nông thôn.",
            "Huyện hoàn thành công tác giao quân năm 2023.",
            "Chủ tịch UBND huyện Trần Minh Khoa giao ban với các phòng ban.",
            "Các xã tổ chức phiên giao dịch việc làm.",
            # done to somebody, or by whom a target was set
            "Huyện đã hoàn thành các chỉ tiêu được tỉnh giao các đơn vị.",
            "Thu ngân sách đạt 95% chỉ tiêu do UBND tỉnh giao.",
            # nouns
            "Huyện lắng nghe yêu cầu chính đáng của người dân.",
            "Trường học đáp ứng yêu cầu dạy và học.",
            "Phát biểu chỉ đạo hội nghị, đồng chí Lê Thu Hà ghi nhận kết quả đạt được.",
            "Được sự chỉ đạo của Huyện ủy, các xã đã hoàn thành kế hoạch.",
            "Huyện thực hiện nghiêm chỉ đạo của Chính phủ và các bộ, ngành.",
            # paired verbs inside a task, or a result
            "Huyện ủy tập trung lãnh đạo, chỉ đạo các cấp ủy phát triển đảng viên.",
            "Ban Chỉ đạo các xã họp hằng tháng.",
            # upward: a request binds nobody
            "UBND huyện kiến nghị UBND tỉnh bố trí thêm vốn.",
            "UBND huyện đề nghị UBND tỉnh xem xét bố trí thêm vốn.",
            "Cục Thuế tỉnh đề nghị Bộ Tài chính xem xét điều chỉnh dự toán.",
            "Quận xin ý kiến Thành phố về phương án bồi thường.",
            # what an inspection found
            "Thanh tra tỉnh chỉ rõ UBND huyện chưa thực hiện đầy đủ quy định về đấu thầu.",
            # a caption
            "Chủ tịch UBND huyện Trần Minh Khoa trao quyết định giao nhiệm vụ cho các đơn vị",
            "",
        ],
    )
    def test_false_friends(self, text: str) -> None:
        assert not directives(text)


class TestDeadlines:
    @pytest.mark.parametrize(
        ("words", "text", "day", "inclusive"),
        [
            ("trước ngày 20/2/2024", "trước ngày 20/2/2024", date(2024, 2, 20), False),  # the day is too late
            ("xong trước ngày 05 tháng 3 năm 2024", "xong trước ngày 05 tháng 3 năm 2024", date(2024, 3, 5), False),
            ("chậm nhất là ngày 15/6/2024", "chậm nhất là ngày 15/6/2024", date(2024, 6, 15), True),
            ("chậm nhất ngày 17 tháng 12 năm 2024", "chậm nhất ngày 17 tháng 12 năm 2024", date(2024, 12, 17), True),
            ("trong tháng 11/2024", "trong tháng 11/2024", date(2024, 11, 30), True),  # its last day
            ("trong quý I/2024", "trong quý I/2024", date(2024, 3, 31), True),
            ("trước ngày 15 hàng tháng", "trước ngày 15 hàng tháng", None, False),  # comes again: no one day
        ],
    )
    def test_a_deadline_has_wording_day_and_inclusiveness(
        self, words: str, text: str, day: date | None, *, inclusive: bool
    ) -> None:
        found = only(f"UBND tỉnh giao Sở Nội vụ tổng hợp, báo cáo kết quả {words}.")
        assert (found.deadline, found.deadline_date, found.inclusive) == (text, day, inclusive)

    @pytest.mark.parametrize(
        "task",
        [
            "khắc phục những hạn chế trong năm 2022",  # when, not by when
            "thực hiện Chương trình nhà ở giai đoạn 2021 - 2025",  # part of a name
            "thường xuyên kiểm tra cơ sở",
        ],
    )
    def test_not_every_date_is_one(self, task: str) -> None:
        assert only(f"UBND tỉnh giao Sở Nội vụ {task}.").deadline is None


PLAN = """ỦY BAN NHÂN DÂN
HUYỆN AN BÌNH

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2024

Căn cứ Nghị quyết số 12/NQ-HĐND ngày 20 tháng 12 năm 2023 của Hội đồng nhân dân huyện, Ủy ban nhân dân huyện An Bình \
ban hành Kế hoạch như sau:

I. NHIỆM VỤ, GIẢI PHÁP
- Tăng cường quản lý đất đai; có biện pháp yêu cầu các chủ đầu tư khắc phục vi phạm.

II. TỔ CHỨC THỰC HIỆN
1. Giao thủ trưởng các phòng, ban căn cứ chức năng, nhiệm vụ xây dựng kế hoạch cụ thể.
2. Phòng Nội vụ

a) Tham mưu công tác thi đua, khen thưởng.
b) Theo dõi, đôn đốc việc thực hiện.
3. Đề nghị Ủy ban Mặt trận Tổ quốc huyện
- Tổ chức giám sát việc thực hiện Kế hoạch.
4. Các xã, thị trấn chủ động cân đối nguồn lực.
Trên đây là Kế hoạch năm 2024, yêu cầu các phòng, ban nghiêm túc thực hiện./.

Nơi nhận:
- UBND tỉnh;
- Các phòng, ban;
- Lưu: VT.
"""


class TestPlans:
    def test_the_issuer_speaks_and_headings_name_who_is_addressed(self) -> None:
        assert [(to, task) for _, to, task in told(PLAN)] == [
            ("thủ trưởng các phòng, ban", "căn cứ chức năng, nhiệm vụ xây dựng kế hoạch cụ thể"),
            ("Phòng Nội vụ", "Tham mưu công tác thi đua, khen thưởng"),
            ("Phòng Nội vụ", "Theo dõi, đôn đốc việc thực hiện"),
            ("Ủy ban Mặt trận Tổ quốc huyện", "Tổ chức giám sát việc thực hiện Kế hoạch"),
            ("Các xã, thị trấn", "chủ động cân đối nguồn lực"),
            ("các phòng, ban", "nghiêm túc thực hiện"),
        ]

    def test_all_in_the_name_of_the_issuing_body(self) -> None:
        assert {speaker for speaker, *_ in told(PLAN)} == {"Ủy ban nhân dân huyện An Bình"}


class TestPlaces:
    @pytest.mark.parametrize("text", [PLAN, TestInheritance.SPOKEN])
    def test_the_task_is_a_stretch_of_the_text(self, text: str) -> None:
        reading = read(text)
        for one in reading.directives:
            assert one.text == " ".join(reading.copy.text[one.start : one.end].split())

    def test_long_runs_of_the_same_words_take_time_in_proportion(self) -> None:
        for piece in ("cần phải yêu cầu ", "Chủ tịch UBND ", "các phòng, ban, ", '"cần" yêu cầu ”', "giao Sở Y tế, "):
            read(piece * 300)


class TestBareProvinces:
    def test_a_province_is_asked_by_its_bare_name(self) -> None:
        text = "Phó Thủ tướng Vương Văn An làm việc tại tỉnh. Phó Thủ tướng cũng yêu cầu Đồng Nai cần chú trọng phát triển công nghiệp."
        assert told(text) == [("Vương Văn An", "Đồng Nai", "chú trọng phát triển công nghiệp")]

    def test_what_a_bare_province_needs_to_do(self) -> None:
        text = "Ông Lê Văn Nam, Phó Chủ tịch UBND tỉnh dự họp. Ông cũng lưu ý để giảm tai nạn, Bạc Liêu cần rà soát các điểm đen."
        assert told(text) == [("Lê Văn Nam", "Bạc Liêu", "rà soát các điểm đen")]

    def test_a_province_behind_a_preposition_is_not_asked(self) -> None:
        text = "Ông Lê Văn Nam, Phó Chủ tịch UBND tỉnh dự họp. Ông cũng lưu ý tình hình tại Bạc Liêu cần rà soát các điểm đen."
        assert told(text) == []

    def test_a_word_that_only_sounds_like_a_province(self) -> None:
        assert directives("Chủ tịch UBND tỉnh yêu cầu thái bình cho nhân dân.") == []


class TestWhoSpeaksToDirect:
    def test_a_speech_that_directs_binds_though_its_verb_only_tells(self) -> None:
        text = "Phát biểu chỉ đạo tại hội nghị, ông Lê Văn Nam, Chủ tịch UBND tỉnh cho rằng, Công an TP. HCM cần cải tiến quy chế làm việc."
        assert told(text) == [("Lê Văn Nam", "Công an TP. HCM", "cải tiến quy chế làm việc")]
        assert told(text.replace("Phát biểu chỉ đạo tại hội nghị", "Trả lời báo chí")) == []

    def test_those_who_are_to_know_are_asked_what_follows(self) -> None:
        text = "Sở Công Thương lưu ý các doanh nghiệp được biết, chủ động đưa hàng hóa đến cửa khẩu."
        assert told(text) == [("Sở Công Thương", "các doanh nghiệp", "chủ động đưa hàng hóa đến cửa khẩu")]

    def test_a_pronoun_means_the_office_that_spoke_where_nobody_was_named(self) -> None:
        text = "Đồng chí Chủ tịch UBND tỉnh yêu cầu các sở giải ngân hết vốn. Đồng chí giao Sở Tài chính rà soát vốn."
        assert told(text) == [
            ("Chủ tịch UBND tỉnh", "các sở", "giải ngân hết vốn"),
            ("Chủ tịch UBND tỉnh", "Sở Tài chính", "rà soát vốn"),
        ]
