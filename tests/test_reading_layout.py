"""Lines become headings, items, paragraphs and cells."""

from __future__ import annotations

import pytest

from vnplan.reading.clean import clean
from vnplan.reading.layout import Block, Layout, read_layout, sentences


def layout_of(text: str) -> Layout:
    return read_layout(clean(text))


def blocks(text: str) -> list[str]:
    """The blocks as worded, with line breaks inside as spaces."""
    return [" ".join(text[block.start : block.end].split()) for block in layout_of(text).blocks]


def only(text: str) -> Block:
    (block,) = layout_of(text).blocks
    return block


def split(text: str) -> list[str]:
    layout = layout_of(text)
    return [text[start:end].strip() for start, end in sentences(text, layout.flow, 0, len(text))]


WRAPPED = """Trong năm qua, ngành nông nghiệp của huyện tiếp tục phát triển ổn định và
Đạt được nhiều kết quả quan trọng, góp phần nâng cao đời sống của nhân dân
Trên địa bàn; sản lượng lương thực cả năm tăng so với kế hoạch đã được giao
từ đầu năm, diện tích gieo trồng đạt 12.500 ha.
"""


class TestWrappedLines:
    @pytest.mark.parametrize(
        "text",
        [
            "Tổng thu ngân sách\nđạt 5 tỷ đồng.",  # goes on in lower case
            "Thu hút được 15 dự án,\nTổng vốn 20 tỷ đồng.",  # after a comma
            "Thu ngân sách đạt\n5.558 tỷ đồng.",  # the verb needs its number
            "Họp ngày\n15 tháng 3.",
            "gồm (\n5 trường)",
            "dân số trung\n\nbình của tỉnh",  # one empty line inside a sentence
        ],
    )
    def test_a_line_break_inside_a_sentence_is_no_boundary(self, text: str) -> None:
        assert len(blocks(text)) == 1
        assert "\n" not in layout_of(text).flow.strip()

    @pytest.mark.parametrize(
        "text",
        [
            "Thu ngân sách đạt 5 tỷ đồng.\nchi ngân sách 4 tỷ đồng",  # a full stop ends
            "Thu ngân sách đạt 5 tỷ đồng\nChi ngân sách 4 tỷ đồng",  # a capital begins
            "# Kinh tế\nvà xã hội",  # a heading of Markdown ends with its line
            "**Kinh tế**\nXã hội",  # so does one in bold
            "Các chỉ tiêu:\n- thu ngân sách",  # a dash begins an item
            "Các chỉ tiêu\n| thu |",
            "| thu |\n| chi |",
            "Kinh tế\n\n\n\nvà xã hội",  # far apart
            "Các chỉ tiêu:\n\na) thu ngân sách",
            "Các chỉ tiêu sau:\n\nthu ngân sách",
            "Kinh tế\n\nXã hội",
        ],
    )
    def test_other_line_breaks_part_blocks(self, text: str) -> None:
        assert len(blocks(text)) == 2

    def test_text_broken_at_a_width_is_joined_even_before_a_capital(self) -> None:
        assert len(blocks(WRAPPED)) == 1

    def test_a_numbered_item_never_joins_a_wrapped_line(self) -> None:
        assert len(blocks(WRAPPED.replace("Trên địa bàn", "12. Trên địa bàn"))) == 2

    def test_a_number_at_the_head_of_a_wrapped_line_joins(self) -> None:
        assert len(blocks(WRAPPED.replace("Trên địa bàn", "12.500 ha trên địa bàn"))) == 1

    def test_flow_is_as_long_as_the_text(self) -> None:
        assert len(layout_of(WRAPPED).flow) == len(WRAPPED)


class TestMarks:
    @pytest.mark.parametrize(
        ("line", "mark", "number", "body"),
        [
            ("(12) Thu ngân sách.", "(12)", 12, "Thu ngân sách."),
            ("1. Thu ngân sách.", "1", 1, "Thu ngân sách."),
            ("1) Thu ngân sách.", "1", 1, "Thu ngân sách."),
            ("2.1. Thu ngân sách.", "2.1", None, "Thu ngân sách."),
            ("2.1 Thu ngân sách.", "2.1", None, "Thu ngân sách."),
            ("3 - Thu ngân sách.", "3", 3, "Thu ngân sách."),
            ("II. Kinh tế.", "II.", None, "Kinh tế."),
            ("IV/ Kinh tế.", "IV/", None, "Kinh tế."),
            ("a) Thu ngân sách.", "a)", None, "Thu ngân sách."),
            ("đ. Thu ngân sách.", "đ.", None, "Thu ngân sách."),
            ("- (3) Thu ngân sách.", "(3)", 3, "Thu ngân sách."),
            ("**4.** Thu ngân sách.", "4", 4, "Thu ngân sách."),
        ],
    )
    def test_a_mark_is_the_number_of_an_item(self, line: str, mark: str, number: int | None, body: str) -> None:
        block = only(line)
        assert block.mark.rstrip(".) -") == mark.rstrip(".) -")
        assert (block.number, line[block.body :]) == (number, body)
        assert line.startswith(block.mark, block.mark_start)

    @pytest.mark.parametrize(
        "line",
        [
            "1.390,9 tỷ đồng.",  # a figure opens the line
            "15 doanh nghiệp.",
            "5",
            "7.",  # nothing is numbered
            "TP. Huế có 5 phường.",
            "2023 - 2025 là giai đoạn khó khăn.",
        ],
    )
    def test_other_numbers_and_letters_are_no_marks(self, line: str) -> None:
        assert only(line).mark == ""

    @pytest.mark.parametrize("line", ["- Thu ngân sách.", "+ Thu ngân sách.", "• Thu ngân sách.", "* Thu ngân sách."])
    def test_bullets(self, line: str) -> None:
        block = only(line)
        assert (block.bullet, line[block.body :]) == (True, "Thu ngân sách.")


class TestHeadings:
    @pytest.mark.parametrize(
        ("line", "level"),
        [
            ("I. KINH TẾ", 1),
            ("II. Về văn hóa - xã hội", 1),
            ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ", 1),
            ("1. Công nghiệp", 2),
            ("2.1. Trồng trọt", 3),
            ("2.1.3. Cây lâu năm", 4),
            ("a) Trồng trọt", 5),
            ("## Kinh tế", 2),
            ("**Kinh tế**", 5),
            ("- Về kinh tế:", 6),
            ("(1) Về kinh tế:", 6),
            ("Về kinh tế:", 6),
            ("Về kinh tế", 6),
        ],
    )
    def test_level(self, line: str, level: int) -> None:
        block = only(line)
        assert (block.level, block.is_heading) == (level, True)

    @pytest.mark.parametrize(
        "line",
        [
            "Kinh tế tăng trưởng khá.",  # a sentence
            "1. Thu ngân sách đạt 98% dự toán",  # it states a figure
            "2. Thu ngân sách 5.558 tỷ đồng",
            "- Thu ngân sách của huyện",  # an item
            "Tỷ lệ hộ nghèo 3%",
            "về kinh tế",  # goes on from somewhere
            "Đường " * 60,  # far too long
            "---",
        ],
    )
    def test_what_is_no_heading(self, line: str) -> None:
        assert only(line).level == 0


class TestCells:
    def test_a_row_of_a_table_becomes_cells(self) -> None:
        text = "| STT | Chỉ tiêu | Kế hoạch |\n|---|:---:|---|\n| 1 | Thu ngân sách | 5.558 |"
        found = layout_of(text).blocks
        assert all(block.cell for block in found)
        assert [text[block.start : block.end] for block in found] == [
            "STT", "Chỉ tiêu", "Kế hoạch", "1", "Thu ngân sách", "5.558",
        ]  # fmt: skip

    def test_empty_cells_are_no_blocks(self) -> None:
        assert blocks("| | 5 | |") == ["5"]


class TestLookup:
    def test_the_block_at_a_place(self) -> None:
        text = "\n\nMột hai.\n\nBa bốn."
        layout = layout_of(text)
        assert layout.block_at(0) is None
        assert layout.index_at(0) == -1
        second = layout.block_at(text.index("Ba"))
        assert second is not None
        assert text[second.start : second.end] == "Ba bốn."
        assert layout.index_at(len(text)) == 1
        assert layout.block_at(text.index("\n\nBa")) is None  # between two blocks

    @pytest.mark.parametrize("text", ["", "\n", "   \n \n"])
    def test_an_empty_text_has_no_blocks(self, text: str) -> None:
        assert layout_of(text).blocks == ()

    def test_one_endless_line_is_one_block(self) -> None:
        line = "thu ngân sách đạt 5 tỷ đồng, " * 2000
        assert len(layout_of(line).blocks) == 1


class TestSentences:
    @pytest.mark.parametrize(
        ("text", "parts"),
        [
            ("Thu đạt 5 tỷ. Chi đạt 4 tỷ.", ["Thu đạt 5 tỷ.", "Chi đạt 4 tỷ."]),
            ("Thu tăng! 15 xã đạt chuẩn.", ["Thu tăng!", "15 xã đạt chuẩn."]),  # before a number
            ("Thu tăng. “Chi giảm”.", ["Thu tăng.", "“Chi giảm”."]),
            ("Thu tăng.[1] Chi giảm.", ["Thu tăng.", "Chi giảm."]),  # a note mark is of neither
            ("Thu tăng…Chi giảm", ["Thu tăng…", "Chi giảm"]),
            ("Thu đạt 1.390,9 tỷ đồng.", ["Thu đạt 1.390,9 tỷ đồng."]),  # marks inside a number
            ("Tại TP. Huế và Q. Bình Thạnh có 5 trường.", ["Tại TP. Huế và Q. Bình Thạnh có 5 trường."]),
            ("Do TS. Nguyễn An và ThS. Lê Bình chủ trì.", ["Do TS. Nguyễn An và ThS. Lê Bình chủ trì."]),
            ("Do đ/c. Nguyễn An chủ trì.", ["Do đ/c. Nguyễn An chủ trì."]),
            ("gồm thu, chi v.v. và khác", ["gồm thu, chi v.v. và khác"]),  # goes on in lower case
        ],
    )
    def test_end_at_a_mark_before_a_capital_unless_it_abbreviates(self, text: str, parts: list[str]) -> None:
        assert [part for part in split(text) if part] == parts
