"""What a plan holds besides its figures, and what a document says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from vnplan.reading.raw import RawDuty, RawPlanParts
from vnplan.reading.read import read

PLAN = """|
ỦY BAN NHÂN DÂN
HUYỆN AN BÌNH
-------
|
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
|
|
Số: 58/KH-UBND
|
*An Bình, ngày 05 tháng 01 năm 2024*
|

KẾ HOẠCH

Phát triển kinh tế - xã hội huyện An Bình năm 2024

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

Căn cứ Nghị quyết số 12/NQ-HĐND ngày 20 tháng 12 năm 2023 của Hội đồng nhân dân huyện về nhiệm vụ năm 2024;

Căn cứ Kế hoạch số 40/KH-UBND ngày 02 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh triển khai Nghị quyết số 01/NQ-CP \
ngày 01 tháng 01 năm 2024 của Chính phủ;

Trên cơ sở tiếp thu các ý kiến của các sở, ngành tỉnh và kết luận của đồng chí Phó Chủ tịch Ủy ban nhân dân tỉnh \
Lý Hải Nam tại buổi làm việc ngày 03 tháng 01, Ủy ban nhân dân huyện An Bình ban hành Kế hoạch như sau:

I. MỤC TIÊU VÀ CÁC CHỈ TIÊU

1. Mục tiêu tổng quát

Giữ vững ổn định kinh tế, nâng cao đời sống nhân dân.

2. Các chỉ tiêu chủ yếu

(1) Thu ngân sách Nhà nước: 1.250 tỷ đồng;

(2) Giảm số hộ nghèo theo chỉ tiêu Tỉnh giao;

II. NHIỆM VỤ, GIẢI PHÁP

1. Về kinh tế

- Thực hiện hiệu quả chủ đề năm 2024 “Kỷ cương, “đột phá”, phát triển”.

- Triển khai Chỉ thị số 07-CT/TU của Ban Thường vụ Tỉnh ủy về thu hút đầu tư.

2. Về văn hóa - xã hội

- Nâng cao chất lượng giáo dục, y tế.

III. TỔ CHỨC THỰC HIỆN

1. Giao các phòng, ban xây dựng kế hoạch chi tiết.

2. Chế độ thông tin, báo cáo

- Báo cáo hàng tháng: trước ngày 20 hàng tháng;

- Báo cáo quý: chậm nhất ngày 15 của tháng cuối quý;

- Báo cáo năm: trước ngày 15 tháng 11 năm 2024.

Nơi nhận:
- UBND tỉnh (để báo cáo);
- Các phòng, ban,
đơn vị thuộc huyện;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lê Thu Hà
"""


@pytest.fixture(scope="module")
def parts() -> RawPlanParts:
    return read(PLAN).parts


class TestHead:
    def test_number_date_and_title_are_its_own(self, parts: RawPlanParts) -> None:
        assert parts.number == "58/KH-UBND"
        assert parts.issued == date(2024, 1, 5)
        assert parts.title == "Kế hoạch Phát triển kinh tế - xã hội huyện An Bình năm 2024"
        assert parts.issuer == "Ủy ban nhân dân huyện An Bình"

    def test_its_own_number_is_no_citation(self) -> None:
        assert "58/KH-UBND" not in [one.number for one in read(PLAN).citations]

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            (
                "Huyện An Bình đặt 12 chỉ tiêu cho năm 2024\n\nNgày 5/1, UBND huyện họp.",
                "Huyện An Bình đặt 12 chỉ tiêu cho năm 2024",
            ),
            # the date at the head of a page is skipped
            (
                "Thứ Hai, ngày 8 tháng 1 năm 2024\n\nAn Bình vượt thu ngân sách\n\nNăm qua, huyện thu 5 tỷ đồng.",
                "An Bình vượt thu ngân sách",
            ),
            # captions
            ("Đồng chí Lê Thu Hà phát biểu tại hội nghị\n\nNăm qua, huyện thu 5 tỷ đồng.", None),
            ("Quang cảnh hội nghị\n\nNăm qua, huyện thu 5 tỷ đồng.", None),
            # a sentence
            ("Năm qua, huyện thu 5 tỷ đồng.", None),
            ("", None),
        ],
    )
    def test_headlines(self, text: str, title: str | None) -> None:
        assert read(text).parts.title == title

    def test_the_date_of_a_page_is_not_the_date_of_issue(self) -> None:
        assert read("Thứ Bảy, ngày 1 tháng 4 năm 2023\n\nHuyện họp tổng kết.").parts.issued is None

    @pytest.mark.parametrize(
        ("text", "issuer"),
        [
            # the last body before the verb issues, not those listed before
            (
                "KẾ HOẠCH\nTheo ý kiến của UBND các huyện: An Bình, Tân Phú, Ủy ban nhân dân tỉnh Bình Thuận xây dựng Kế hoạch năm 2024.",
                "Ủy ban nhân dân tỉnh Bình Thuận",
            ),
            # only a letterhead, in capitals
            (
                "HỘI ĐỒNG NHÂN DÂN\nTHÀNH PHỐ TÂN AN\n\nNGHỊ QUYẾT\n\nĐiều 1. Thông qua.",
                "Hội đồng nhân dân thành phố Tân An",
            ),
            (
                "HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH KHÓA VII, KỲ HỌP THỨ 3\n\nNGHỊ QUYẾT\n\nĐiều 1. Thông qua.",
                "Hội đồng nhân dân tỉnh Hà Tĩnh",
            ),
            # only a signature
            ("KẾ HOẠCH\n\nNăm 2024\n\nTM. ỦY BAN NHÂN DÂN\n", "Ủy ban nhân dân"),
            ("Huyện họp tổng kết.", None),
        ],
    )
    def test_issuers(self, text: str, issuer: str | None) -> None:
        assert read(text).parts.issuer == issuer


class TestBasis:
    def test_grounds_are_told_from_what_their_titles_name(self, parts: RawPlanParts) -> None:
        assert [one.number for one in parts.citations if one.is_basis] == [None, "12/NQ-HĐND", "40/KH-UBND"]
        assert "01/NQ-CP" in [one.number for one in parts.citations]

    def test_a_law_without_a_number_is_a_ground(self, parts: RawPlanParts) -> None:
        law = parts.citations[0]
        assert (law.type, law.title, law.date) == ("Luật", "Tổ chức chính quyền địa phương", date(2015, 6, 19))

    def test_what_is_carried_out_later_is_no_ground(self, parts: RawPlanParts) -> None:
        (directive,) = [one for one in parts.citations if one.number == "07-CT/TU"]
        assert not directive.is_basis
        assert (directive.type, directive.issuer) == ("Chỉ thị", "Ban Thường vụ Tỉnh ủy")

    def test_opinions_and_conclusions(self, parts: RawPlanParts) -> None:
        assert parts.other_basis == (
            "các ý kiến của các sở, ngành tỉnh",
            "kết luận của đồng chí Phó Chủ tịch Ủy ban nhân dân tỉnh Lý Hải Nam",
        )

    def test_grounds_named_in_one_sentence(self) -> None:
        text = (
            "KẾ HOẠCH\n\nThực hiện Nghị quyết số 16-NQ/HU ngày 12 tháng 01 năm 2024 của Huyện ủy về nhiệm vụ năm 2024 "
            "(Nghị quyết số 16-NQ/HU) và Quyết định số 90/QĐ-UBND ngày 18 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh về "
            "giao chỉ tiêu, Ủy ban nhân dân huyện An Bình xây dựng Kế hoạch như sau:"
        )
        assert {one.number for one in read(text).citations if one.is_basis} == {"16-NQ/HU", "90/QĐ-UBND"}

    def test_a_report_rests_on_nothing(self) -> None:
        text = "Thực hiện Nghị quyết số 16-NQ/HU, năm qua huyện đã thu 5 tỷ đồng."
        assert not any(one.is_basis for one in read(text).citations)


class TestContents:
    def test_objectives_are_the_general_ones(self, parts: RawPlanParts) -> None:
        assert parts.objectives == ("Giữ vững ổn định kinh tế, nâng cao đời sống nhân dân.",)

    def test_an_objective_may_stand_in_its_heading(self) -> None:
        text = "KẾ HOẠCH\n\nNăm 2024\n\nI. MỤC TIÊU\n\n1. Mục tiêu chung: Phát triển kinh tế nhanh và bền vững, bảo đảm an sinh xã hội trên địa bàn huyện."
        assert read(text).parts.objectives == (
            "Phát triển kinh tế nhanh và bền vững, bảo đảm an sinh xã hội trên địa bàn huyện.",
        )

    def test_tasks_by_section(self, parts: RawPlanParts) -> None:
        assert [(task.section, task.text[:20]) for task in parts.tasks] == [
            ("Về kinh tế", "Thực hiện hiệu quả c"),
            ("Về kinh tế", "Triển khai Chỉ thị s"),
            ("Về văn hóa - xã hội", "Nâng cao chất lượng "),
        ]

    def test_the_theme_keeps_quotation_marks_inside(self, parts: RawPlanParts) -> None:
        assert parts.theme == "Kỷ cương, “đột phá”, phát triển"

    def test_signature_and_recipients(self, parts: RawPlanParts) -> None:
        assert parts.signatory is not None
        assert (parts.signatory.name, parts.signatory.office) == ("Lê Thu Hà", "Phó Chủ tịch")
        assert parts.recipients == ("UBND tỉnh (để báo cáo)", "Các phòng, ban, đơn vị thuộc huyện", "Lưu: VT")


def due(duty: RawDuty) -> tuple[str | None, int | None, int | None, date | None, bool]:
    return duty.every, duty.day, duty.month_of_quarter, duty.date, duty.inclusive


class TestReporting:
    def test_the_schedule(self, parts: RawPlanParts) -> None:
        assert [duty.report for duty in parts.reporting] == ["Báo cáo hàng tháng", "Báo cáo quý", "Báo cáo năm"]
        assert [due(duty) for duty in parts.reporting] == [
            ("month", 20, None, None, False),  # trước ngày: the day is too late
            ("quarter", 15, 3, None, True),  # chậm nhất: it still counts
            ("year", 15, None, date(2024, 11, 15), False),
        ]

    @pytest.mark.parametrize(
        ("line", "wanted"),
        [
            (
                "Định kỳ hằng năm báo cáo tình hình về Sở Nội vụ chậm nhất ngày 17 tháng 12.",
                ("year", 17, None, None, True),
            ),
            ("Gửi báo cáo quý trước ngày 05 của tháng đầu quý.", ("quarter", 5, 1, None, False)),
            ("Báo cáo 6 tháng trước ngày 15/6.", (None, 15, None, None, False)),  # a half year has no name
        ],
    )
    def test_wordings(self, line: str, wanted: tuple[object, ...]) -> None:
        (duty,) = read(f"KẾ HOẠCH\n\nNăm 2024\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. {line}").parts.reporting
        assert due(duty) == wanted

    @pytest.mark.parametrize(
        "line",
        ["Báo cáo của các xã nêu rõ tồn tại.", "Họp giao ban trước ngày 15 hàng tháng.", "Báo cáo trước ngày 15."],
    )
    def test_what_is_no_duty_to_report(self, line: str) -> None:
        assert not read(f"KẾ HOẠCH\n\nNăm 2024\n\nI. NHIỆM VỤ\n\n1. {line}").parts.reporting


class TestFigureless:
    @staticmethod
    def targets(item: str) -> list[tuple[str, str, str | None, bool]]:
        """Name, measure, basis and maintain of the targets of an item that have no figure."""
        text = f"KẾ HOẠCH\n\nPhát triển kinh tế - xã hội năm 2024\n\n### Các chỉ tiêu chủ yếu\n\n(1) Phát triển mới 50 doanh nghiệp;\n\n(2) {item}\n"
        return [(f.name, f.measure, f.basis, f.maintain) for f in read(text).figures if f.unit is None]

    @pytest.mark.parametrize(
        ("item", "wanted"),
        [
            # what the city assigns is told elsewhere
            (
                "Phấn đấu giảm số hộ nghèo, hộ cận nghèo theo chỉ tiêu Tỉnh giao;",
                ("số hộ nghèo, hộ cận nghèo", "decrease", "assigned", False),
            ),
            ("Duy trì mức sinh hợp lý;", ("mức sinh hợp lý", "level", "plan", True)),
            ("Tăng tỷ lệ che phủ rừng theo kế hoạch đề ra;", ("tỷ lệ che phủ rừng", "increase", "plan", False)),
            ("Thu ngân sách Nhà nước: đạt chỉ tiêu Tỉnh giao;", ("Thu ngân sách Nhà nước", "level", "assigned", False)),
        ],
    )
    def test_an_aim_without_a_figure_is_a_target(self, item: str, wanted: tuple[str, str, str | None, bool]) -> None:
        assert self.targets(item) == [wanted]

    def test_one_clause_without_beside_one_with_a_figure(self) -> None:
        assert [name for name, *_ in self.targets("Duy trì mức sinh hợp lý, giảm tỷ lệ hộ nghèo còn 1,5%;")] == [
            "mức sinh hợp lý"
        ]

    @pytest.mark.parametrize("item", ["Tỷ lệ hộ dân dùng nước sạch: 100%;", "Vận hành trung tâm điều hành thông minh;"])
    def test_a_figure_or_a_task_is_none(self, item: str) -> None:
        assert not self.targets(item)


class TestOtherTexts:
    @pytest.mark.parametrize(
        "text", ["", "Nơi nhận:", "KẾ HOẠCH", "chủ đề năm “", "Số: 1", "CHỦ TỊCH", "Căn cứ ", "|" * 9]
    )
    def test_scraps_give_nothing(self, text: str) -> None:
        parts = read(text).parts
        assert (parts.tasks, parts.reporting, parts.recipients, parts.signatory, parts.theme) == (
            (),
            (),
            (),
            None,
            None,
        )

    def test_a_report_has_no_parts_of_a_plan(self) -> None:
        parts = read("Năm 2023, huyện thu 5 tỷ đồng.\n\nNhiệm vụ, giải pháp:\n- Tăng cường thu ngân sách.").parts
        assert (parts.tasks, parts.objectives) == ((), ())
