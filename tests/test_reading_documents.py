"""Documents cited by number: their type, issuer, date and title."""

from __future__ import annotations

from datetime import date

import pytest

from vnplan.loading import loads
from vnplan.model.directive import Citation
from vnplan.reading.documents import number_parts

NUMBERS = [
    # normative: number, year, type and issuer
    "163/2016/NĐ-CP", "19/2025/QĐ-TTg", "06/2025/TT-BNV", "55/2012/QĐ-UBND", "18/2012/NQ-HĐND", "32/2017/TT-BTTTT",
    # of the National Assembly and its Standing Committee: the term stands for the issuer
    "98/2023/QH15", "112/2025/UBTVQH15", "131/2020/QH14", "17/2015/L-CTN",
    # administrative: type and issuer, or for a letter issuer and unit
    "200/QĐ-UBND", "11/NQ-HĐND", "1111/NQ-UBTVQH14", "293/QĐ-TTg", "61/TTr-CTK", "4800/UBND-NC", "2618/BHXH-KHTC",
    "1685/NQ-UBTVQH15", "26/VBHN-VPQH", "01/NQ-CP",
    # of the Party: a hyphen first, a slash second
    "16-NQ/QU", "19-CT/TU", "31-NQ/TW", "36-HD/VPTW", "05-TB/BCĐTW", "399-QĐ/TW",
]  # fmt: skip

NO_NUMBERS = [
    "1/2000",  # a map scale
    "11/1",  # a date
    "KH.2023/Bg",  # an archive mark
    "NCTH-VP/UB",  # who typed it
    "TT. QU-UBND",  # recipients
    "10%/năm",
    "2021-2025",
    "107,1 bé trai/100 bé gái",
    "17/18 chỉ tiêu",
    "15/03/2023",
]


def citations(text: str) -> tuple[Citation, ...]:
    return loads(text).citations


def only(text: str) -> Citation:
    (citation,) = citations(text)
    return citation


class TestNumbers:
    @pytest.mark.parametrize("number", NUMBERS)
    def test_numbers_of_the_four_families(self, number: str) -> None:
        assert number_parts(number) is not None
        assert only(f"Thực hiện văn bản số {number} của cấp trên.").number == number

    @pytest.mark.parametrize("text", NO_NUMBERS)
    def test_what_only_looks_like_one(self, text: str) -> None:
        assert number_parts(text) is None
        assert citations(f"Như vậy {text} là rõ.") == ()

    @pytest.mark.parametrize("text", ["200/qđ-ubnd", "200 /QĐ-UBND", "A200/QĐ-UBND", "200/QĐ-UBND/5", "1.200/QĐ-UBND"])
    def test_case_and_spaces_count(self, text: str) -> None:
        assert number_parts(text) is None

    def test_a_letter_behind_the_number(self) -> None:
        assert number_parts("15a/KH-UBND") is not None

    def test_an_ampersand_in_the_issuer(self) -> None:
        assert number_parts("12/QĐ-LĐTB&XH") is not None


class TestTypes:
    @pytest.mark.parametrize(
        ("text", "type_"),
        [
            ("Nghị quyết số 11/NQ-HĐND", "Nghị quyết"),
            ("NGHỊ QUYẾT SỐ 11/NQ-HĐND", "Nghị quyết"),
            ("quyết định số: 200/QĐ-UBND", "Quyết định"),
            ("Quy định số 399-QĐ/TW", "Quy định"),  # QĐ of the Party is either; the word before tells
            ("Quyết định số 259-QĐ/TW", "Quyết định"),
            ("Chỉ thị 19-CT/TU", "Chỉ thị"),
            ("Nghị quyết 98/2023/QH15", "Nghị quyết"),  # the number itself does not say
            ("theo số 200/QĐ-UBND", None),
            ("theo 200/QĐ-UBND", None),
        ],
    )
    def test_the_word_before_the_number_is_the_type(self, text: str, type_: str | None) -> None:
        assert only(f"{text} đã nêu").type == type_

    @pytest.mark.parametrize(
        ("text", "number", "type_"),
        [
            ("Báo cáo giám sát số 31/BC-KTNS ngày 02/12/2016", "31/BC-KTNS", "Báo cáo"),
            ("Chương trình hành động số 12-CTr/HU", "12-CTr/HU", "Chương trình"),
            ("theo quy định tại Nghị định số 60/2021/NĐ-CP", "60/2021/NĐ-CP", "Nghị định"),  # the nearest type
            ("các thông tư của Bộ Tài chính: Số 12/2018/TT-BTC", "12/2018/TT-BTC", "Thông tư"),
            ("Công văn (số 48/TTg-KTN)", "48/TTg-KTN", "Công văn"),
        ],
    )
    def test_words_may_stand_between_type_and_number(self, text: str, number: str, type_: str) -> None:
        found = only(f"{text} đã nêu")
        assert (found.number, found.type) == (number, type_)

    def test_a_law_has_its_name_before_its_number(self) -> None:
        found = only("Căn cứ Luật Phòng, chống ma túy số 73/2021/QH14 ngày 30/3/2021.")
        assert (found.type, found.title, found.date) == ("Luật", "Phòng, chống ma túy", date(2021, 3, 30))
        found = only("theo quy định của pháp luật tại Nghị quyết số 43/2022/QH15 của Quốc hội")
        assert (found.type, found.title) == ("Nghị quyết", None)

    @pytest.mark.parametrize("joint", [", ", " và ", " và số ", "; "])
    def test_a_list_has_the_type_of_its_first(self, joint: str) -> None:
        found = citations(f"Thực hiện các Nghị quyết số 12/NQ-HĐND{joint}13/NQ-HĐND của Hội đồng nhân dân huyện.")
        assert [(one.number, one.type) for one in found] == [
            ("12/NQ-HĐND", "Nghị quyết"),
            ("13/NQ-HĐND", "Nghị quyết"),
        ]

    def test_what_stands_in_another_clause_is_in_no_list(self) -> None:
        found = citations("Nghị quyết số 12/NQ-HĐND được thay bằng văn bản 13/NQ-HĐND.")
        assert [one.type for one in found] == ["Nghị quyết", None]


class TestLooseNumbers:
    @pytest.mark.parametrize(
        ("text", "number", "type_"),
        [
            ("Quyết định số 1502 của UBND tỉnh", "1502", "Quyết định"),
            ("quyết định số 1502 ngày 6/5/2019", "1502", "Quyết định"),
            ("Nghị quyết 68 của Chính phủ", "68", "Nghị quyết"),
            ("Chỉ thị 16, các huyện", "16", "Chỉ thị"),
            ("Quyết định số 915/QĐ - UBND ngày 6/5/2019", "915/QĐ-UBND", "Quyết định"),
            ("Nghị quyết số 21 -NQ/HU", "21-NQ/HU", "Nghị quyết"),
            ("Chỉ thị 09/CT- UBND", "09/CT-UBND", "Chỉ thị"),
        ],
    )
    def test_a_type_before_it_makes_a_number_one_of_a_document(self, text: str, number: str, type_: str) -> None:
        found = only(f"Theo {text}")
        assert (found.number, found.type) == (number, type_)

    @pytest.mark.parametrize(
        "text",
        [
            "Quyết định 12 dự án đầu tư mới.",
            "Dự án số 3 của chương trình chậm tiến độ.",
            "tỉnh quyết định 5, huyện quyết định 7.",  # a verb
            "Nghị quyết 2020-2025 của Đại hội.",  # a term
            "Kết luận 5% là sai.",
            "trình HĐND tỉnh Quyết định\n\n5. Các năm tiếp theo điều chỉnh.",  # the number of a point
        ],
    )
    def test_other_numbers_behind_such_words(self, text: str) -> None:
        assert citations(text) == ()

    def test_a_party_number_may_name_its_unit(self) -> None:
        assert only("Hướng dẫn 07-HD/TU-BTC nêu rõ").number == "07-HD/TU-BTC"
        assert number_parts("07-HD/TU-BTC") is not None


class TestIssuing:
    def test_who_issues_a_document_in_this_sentence_and_when(self) -> None:
        found = only("Ngày 14/02/2019, UBND huyện Lạc Sơn đã ban hành Kế hoạch số 18/KH-UBND triển khai chương trình.")
        assert (found.issuer, found.date) == ("UBND huyện Lạc Sơn", date(2019, 2, 14))

    def test_what_is_said_behind_the_number_counts_first(self) -> None:
        found = only(
            "Ngày 3/3/2019, UBND huyện ban hành Kế hoạch số 18/KH-UBND ngày 14/02/2019 của UBND huyện Lạc Sơn."
        )
        assert (found.issuer, found.date) == ("UBND huyện Lạc Sơn", date(2019, 2, 14))

    @pytest.mark.parametrize(
        "text",
        [
            "Ngày 14/02/2019, huyện triển khai Kế hoạch số 18/KH-UBND.",  # carried out, not issued
            "Ngày 14/02/2019, hội nghị bế mạc. Theo đó, ban hành Kế hoạch số 18/KH-UBND.",  # nobody named
            "Dự thảo của UBND huyện ban hành Kế hoạch số 18/KH-UBND.",  # the body hangs on another noun
        ],
    )
    def test_who_only_stands_near_issued_nothing(self, text: str) -> None:
        found = only(text)
        assert (found.issuer, found.date) == (None, None)


class TestDates:
    @pytest.mark.parametrize(
        "wording",
        [
            "ngày 05 tháng 01 năm 2023",
            "ngày 5/1/2023",
            "ngày 05-01-2023",
            ", ngày 05 tháng 01, năm 2023",
            "ban hành ngày 05/01/2023",
            "ngày 5 tháng 1\nnăm 2023",  # wrapped
        ],
    )
    def test_behind_the_number(self, wording: str) -> None:
        assert only(f"Căn cứ Quyết định số 200/QĐ-UBND {wording} của UBND Thành phố").date == date(2023, 1, 5)

    def test_behind_the_issuer(self) -> None:
        found = only("Nghị quyết số 11/NQ-HĐND của Hội đồng nhân dân Thành phố ngày 14/3/2024 về sắp xếp khu phố.")
        assert (found.issuer, found.date) == ("Hội đồng nhân dân Thành phố", date(2024, 3, 14))

    @pytest.mark.parametrize("wording", ["ngày 31/02/2023", "", "của UBND Thành phố", "ngày 5/1"])
    def test_a_day_that_never_was_or_without_a_year_is_none(self, wording: str) -> None:
        assert only(f"Quyết định số 200/QĐ-UBND {wording}").date is None


class TestIssuersAndTitles:
    @pytest.mark.parametrize(
        ("text", "issuer", "title"),
        [
            ("Nghị quyết 98/2023/QH15 của Quốc hội về cơ chế đặc thù.", "Quốc hội", "cơ chế đặc thù"),
            (
                "Quyết định số 200/QĐ-UBND của UBND Thành phố về việc giao chỉ tiêu; tiếp",
                "UBND Thành phố",
                "giao chỉ tiêu",
            ),
            ("Nghị quyết số 68/NQ-CP về hỗ trợ người lao động", None, "hỗ trợ người lao động"),
            ("Nghị định số 86/2023/NĐ-CP quy định khung tiêu chuẩn.", None, "quy định khung tiêu chuẩn"),
            ("Quyết định số 200/QĐ-UBND của UBND tỉnh phê duyệt đề án.", "UBND tỉnh", "phê duyệt đề án"),
            ("Kế hoạch số 12/KH-UBND của UBND huyện và Quyết định số 3/QĐ-UBND", "UBND huyện", None),
            ("Chỉ thị 19-CT/TU của Thành ủy trong thời gian tới", "Thành ủy", None),
            ("Chỉ thị 19-CT/TU.", None, None),
            ("Kế hoạch số 12/KH-UBND về vụ đông năm 2021, cụ thể như sau:", None, "vụ đông năm 2021"),
            # the issuer ends where the body does
            ("Nghị quyết số 7/NQ-CP của Chính phủ và các văn bản hướng dẫn", "Chính phủ", None),
            ("Kế hoạch số 12/KH-UBND của UBND tỉnh, UBND huyện triển khai", "UBND tỉnh", None),
            ("Kế hoạch số 12/KH-UBND của UBND huyện Bình Lục (cũ) nêu", "UBND huyện Bình Lục", None),
            ("Báo cáo số 9/BC-TTr của Thanh tra Sở cho thấy sai phạm", "Thanh tra Sở", None),
            ("Quyết định số 8/QĐ-BYT của Bộ trưởng Bộ Y tế và Kế hoạch này", "Bộ trưởng Bộ Y tế", None),
            ("Quyết định số 4/QĐ-SVH của Sở Văn hóa, Thể thao và Du lịch về", "Sở Văn hóa, Thể thao và Du lịch", None),
            ("Nghị quyết số 5/2021/QH15 của Quốc hội khóa XV thì", "Quốc hội khóa XV", None),
            (
                "Nghị quyết số 5/NQ-HĐND về phát triển kinh tế và Quyết định khác",
                None,
                "phát triển kinh tế",
            ),
        ],
    )
    def test_follow_the_number(self, text: str, issuer: str | None, title: str | None) -> None:
        found = citations(text)[0]
        assert (found.issuer, found.title) == (issuer, title)

    def test_a_title_in_quotation_marks_keeps_its_commas(self) -> None:
        found = only("Kế hoạch số 12/KH-UBND về thực hiện cuộc vận động “Sạch, đẹp, Ủy ban thân thiện” năm 2023.")
        assert found.title is not None
        assert "thân thiện" in found.title


class TestGrounds:
    PLAN = (
        "ỦY BAN NHÂN DÂN QUẬN 3\n\nKẾ HOẠCH\n\nPhát triển kinh tế - xã hội năm 2023\n\n"
        "Căn cứ Nghị quyết số 16-NQ/QU ngày 30 tháng 12 năm 2022 của Quận ủy;\n\n"
        "Ủy ban nhân dân Quận 3 xây dựng Kế hoạch năm 2023 như sau:\n\n"
        "I. CHỈ TIÊU\n\n(1) Thu ngân sách 5.558 tỷ đồng.\n\nTheo Quyết định số 5/QĐ-UBND thì tiếp tục."
    )

    def test_a_plan_rests_on_what_stands_before_its_enacting_words(self) -> None:
        found = {one.number: one.is_basis for one in citations(self.PLAN)}
        assert found == {"16-NQ/QU": True, "5/QĐ-UBND": False}

    def test_a_news_item_rests_on_nothing(self) -> None:
        assert not only("Căn cứ Nghị quyết số 16-NQ/QU, quận triển khai thực hiện.").is_basis

    def test_the_number_of_the_text_itself_is_no_citation(self) -> None:
        report = loads(self.PLAN.replace("KẾ HOẠCH\n", "Số: 27/KH-UBND\n\nKẾ HOẠCH\n", 1))
        assert "27/KH-UBND" not in {one.number for one in report.citations}
        assert report.plan is not None
        assert report.plan.number == "27/KH-UBND"

    def test_every_citation_says_where_it_stands(self) -> None:
        text = "Căn cứ Nghị quyết số 16-NQ/QU ngày 30 tháng 12 năm 2022 của Quận ủy."
        source = only(text).source
        assert source is not None
        assert source.quote == text[source.start : source.end]
        assert source.quote.startswith("Nghị quyết số 16-NQ/QU")
