"""The page of a scorecard, as text."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

from tests.page_makers import BOTH, HOSTILE, PLAN, REPORT_TEXT, RESULTS, REVENUE, hostile
from vnplan import Consistency, Policy, Report, Rounding, Source, audit, samples, scorecard
from vnplan.page import scorecard_page
from vnplan.page.quoting import by_sentence, excerpt, quotation

VOID = {"meta", "input", "br", "rect", "line", "circle"}


class Page(HTMLParser):
    """What a browser would build; tags must close in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marks: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "mark":
            self.marks.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data
        if "mark" in self.open:
            self.marks[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


SAMPLES = tuple(samples.load_all())
PAGES = {
    "samples": scorecard_page(SAMPLES),
    "both": scorecard_page(BOTH),
    "hostile": scorecard_page(hostile()),
    "nothing": scorecard_page([]),
    "empty": scorecard_page(Report(text="")),
}


@pytest.fixture(params=PAGES, scope="module")
def page(request: pytest.FixtureRequest) -> str:
    return PAGES[request.param]


class TestEveryPage:
    def test_closes_its_tags(self, page: str) -> None:
        assert Page(page).open == []

    def test_fetches_nothing(self, page: str) -> None:
        built = Page(page)
        assert not {tag for tag, _ in built.tags} & {"link", "img", "iframe", "object", "base"}
        for _, attributes in built.tags:
            assert not {"src", "srcset", "action", "formaction", "data"} & attributes.keys()
            assert (attributes.get("href") or "#").startswith("#")
            assert not any(name.startswith("on") for name in attributes)
        assert set(re.findall(r"url\(([^)]*)\)", page)) <= {"#ink-met", "#ink-missed", "#ink-open", "#ink-none"}
        assert "@import" not in page
        assert "http" not in re.sub(r"http-equiv", "", page)

    def test_runs_one_script_that_its_policy_names(self, page: str) -> None:
        (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"script-src 'sha256-{digest}'" in page
        assert "default-src 'none'" in page

    def test_ids_are_unique_and_what_refers_to_them_finds_them(self, page: str) -> None:
        built = Page(page)
        ids = [attributes["id"] for _, attributes in built.tags if "id" in attributes]
        assert len(ids) == len(set(ids))
        for _, attributes in built.tags:
            for name in ("aria-controls", "aria-labelledby", "for"):
                assert attributes.get(name) in {None, *ids}
            assert attributes.get("href") in {None, *(f"#{one}" for one in ids)}

    def test_headings_skip_no_level(self, page: str) -> None:
        levels = [int(tag[1]) for tag, _ in Page(page).tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))

    def test_tables_keep_their_meaning_where_styles_change_their_layout(self, page: str) -> None:
        wanted = {"table": "table", "tr": "row", "td": "cell", "thead": "rowgroup", "tbody": "rowgroup"}
        for tag, attributes in Page(page).tags:
            if tag in wanted:
                assert attributes["role"] == wanted[tag]
            if tag == "th":
                assert attributes["role"] == {"col": "columnheader", "row": "rowheader"}[attributes["scope"] or ""]

    def test_is_the_same_each_time(self, page: str) -> None:
        assert page in {scorecard_page(held) for held in (SAMPLES, BOTH, [hostile()], [], [Report(text="")])}


class TestHostileText:
    def test_adds_no_tag(self) -> None:
        tags = {tag for tag, _ in Page(PAGES["hostile"]).tags}
        assert tags <= {tag for tag, _ in Page(PAGES["samples"]).tags} | {"h3", "li"}
        assert "img" not in tags
        assert "window.broken" not in re.sub(r"&lt;script&gt;window.broken|onerror=window.broken", "", PAGES["hostile"])

    def test_is_shown_as_it_stands_but_for_what_turns_or_breaks_text(self) -> None:
        shown = re.sub("[\u202e\u2066\x00]", "\ufffd", HOSTILE)
        assert Page(PAGES["hostile"]).words.count(shown) > 5
        assert not set(PAGES["hostile"]) & set("\u202e\u2066\x00")

    def test_is_kept_apart_from_the_text_around(self) -> None:
        shown = html.escape(re.sub("[\u202e\u2066\x00]", "\ufffd", HOSTILE))
        assert f'<bdi lang="vi">{shown}</bdi>' in PAGES["hostile"]


class TestFigures:
    def test_marked_are_the_very_characters(self) -> None:
        """Every figure of every row, in the order of the rows; what the audit rests on follows."""
        expected = [
            figure.source.quote
            for entry in scorecard(SAMPLES)
            for figure in (entry.target, entry.actual)
            if figure is not None and figure.source is not None
        ]
        assert Page(PAGES["samples"]).marks[: len(expected)] == expected

    def test_open_the_sentence_they_were_read_from(self) -> None:
        page = PAGES["both"]
        assert (
            '<q class="quote" lang="vi"><bdi>Thu ngân sách đạt <mark>5.100,5 tỷ đồng</mark>, vượt kế hoạch!</bdi></q>'
            in page
        )
        assert "<bdi>3. <u>Hộ nghèo</u>: <mark>dưới 3%</mark>; giao UBND TP. Bình An theo dõi.</bdi>" in page
        assert page.count('<button type="button" class="figure"') == page.count('class="read"') == 9

    def test_say_where_they_stand(self) -> None:
        start = REPORT_TEXT.index("5.100,5")
        assert f'<bdi lang="vi">{start}–{start + 15}</bdi>' in PAGES["both"]

    def test_made_by_hand_say_so(self) -> None:
        made = evolve(RESULTS, actuals=(evolve(RESULTS.actuals[0], source=None),))
        assert "nhập tay, không có văn bản" in scorecard_page([PLAN, made])

    def test_a_cell_of_a_sheet_is_told_as_such(self) -> None:
        source = RESULTS.actuals[0].source
        assert source is not None
        made = evolve(RESULTS, actuals=(evolve(RESULTS.actuals[0], source=evolve(source, locator="Sheet1!C7")),))
        assert "Sheet1!C7" in scorecard_page([PLAN, made])

    def test_of_other_documents_stand_below(self) -> None:
        figure = evolve(RESULTS.actuals[0], stated=REVENUE.stated)
        early = evolve(RESULTS, document="ước", actuals=(figure,))
        page = scorecard_page([early, *BOTH])
        assert "Số liệu khác về chỉ tiêu này" in page
        assert '<li>5.000 tỷ đồng (2023) <bdi lang="vi">ước</bdi></li>' in re.sub(
            r"<span[^>]*en.*?</span>|</?span[^>]*>", "", page
        )


class TestContents:
    @pytest.mark.parametrize(
        "told",
        [
            "Quận 3 · 2023",
            '<strong>2<span class="of">/5</span></strong>',
            "chắc chắn đạt 1, có thể đến 2 tùy cách làm tròn",
            "1 for certain, up to 2 depending on rounding",
            "Kỳ kế hoạch chưa kết thúc",
            "từ 5.100,45 tỷ đồng đến 5.100,55 tỷ đồng",
            "+100,5 tỷ đồng",
            "+0,4 điểm phần trăm",
            "mức chia đều: 500 người",
            "vượt, chắc chắn",
            "đạt, phụ thuộc cách làm tròn",
            "Thu ngân sách in English",
            "Văn bản đã đọc",
            "vnplan-1",
        ],
    )
    def test_tells(self, told: str) -> None:
        assert told in PAGES["both"]

    def test_certain_counts_have_no_interval(self) -> None:
        assert "dù làm tròn thế nào" in PAGES["samples"]

    def test_tells_what_the_audit_found(self) -> None:
        page = PAGES["samples"]
        assert "Mục “cải cách hành chính” nêu 4 chỉ tiêu; danh sách có 5 mục (24–28)." in page
        counts = Counter(one.result for one in audit(SAMPLES))
        words = Page(page).words
        titles = (
            f"Không khớpInconsistent: {counts[Consistency.INCONSISTENT]}",
            f"cut off: {counts[Consistency.ONLY_IF_TRUNCATED]}",
            f"KhớpConsistent: {counts[Consistency.CONSISTENT]}",
        )
        assert sorted(titles, key=words.index) == list(titles)

    def test_has_nothing_to_say_of_nothing(self) -> None:
        assert "Không có số liệu để đối chiếu" in PAGES["nothing"]
        assert "Chưa đánh giá được, vì sao" not in PAGES["nothing"]

    def test_a_sign_tells_each_outcome_without_colour(self) -> None:
        for sign in "▲●✕◐○":
            assert f'<span class="sign" aria-hidden="true">{sign}</span>' in PAGES["both"]
        assert set(re.findall(r'fill="url\(#ink-(\w+)\)" x=', PAGES["both"])) == {"met", "missed", "open"}

    def test_english_first_where_asked_for(self) -> None:
        page = scorecard_page(BOTH, locale="en")
        assert '<html lang="en" data-lang="en">' in page
        assert ">Scorecard of targets</title>" in page

    def test_policy_reaches_verdicts_bars_and_audit(self) -> None:
        page = scorecard_page(BOTH, policy=Policy(rounding=Rounding.TRUNCATED))
        assert "từ 5.100,5 tỷ đồng đến dưới 5.100,6 tỷ đồng" in page
        assert "vnplan-1+rounding=truncated" in page

    def test_is_utf_8_and_small(self) -> None:
        assert len(PAGES["samples"].encode("utf-8")) < 300_000


class TestExcerpt:
    @pytest.mark.parametrize(
        ("text", "quote", "sentence"),
        [
            ("Một câu. Thu đạt 5 tỷ đồng. Câu sau.", "5 tỷ đồng", "Thu đạt 5 tỷ đồng."),
            ("Tại TP. Huế thu đạt 5 tỷ đồng.", "5 tỷ đồng", "Tại TP. Huế thu đạt 5 tỷ đồng."),
            ("Ông Nguyễn V. An báo cáo 5 tỷ đồng.", "5 tỷ đồng", "Ông Nguyễn V. An báo cáo 5 tỷ đồng."),
            ("Dòng một\ndòng hai 5 tỷ đồng\n\nĐoạn sau", "5 tỷ đồng", "Dòng một\ndòng hai 5 tỷ đồng"),
            ("1. Thu: 5 tỷ đồng\n2. Chi: 4 tỷ đồng", "5 tỷ đồng", "1. Thu: 5 tỷ đồng"),
            ("- Thu: 5 tỷ đồng;\n- Chi: 4 tỷ đồng", "4 tỷ đồng", "- Chi: 4 tỷ đồng"),
            ("Tăng 1.234,5 tỷ đồng so với 5 tỷ đồng", "1.234,5 tỷ đồng", "Tăng 1.234,5 tỷ đồng so với 5 tỷ đồng"),
            ("5 tỷ đồng", "5 tỷ đồng", "5 tỷ đồng"),
        ],
    )
    def test_is_the_sentence(self, text: str, quote: str, sentence: str) -> None:
        start = text.index(quote)
        first, last = excerpt(text, start, start + len(quote))
        assert text[first:last].strip() == sentence

    def test_is_never_long(self) -> None:
        text = "a " * 5000 + "5 tỷ đồng" + " b" * 5000
        start = text.index("5 tỷ")
        told = quotation(text, Source(start, start + 9))
        assert len(told) < 1000
        assert told.startswith('<q class="quote" lang="vi"><bdi>… ')
        assert told.endswith(" …</bdi></q>")

    def test_several_figures_of_one_sentence_stand_in_it_together(self) -> None:
        text = "Thu 5 tỷ đồng, chi 4 tỷ đồng. Dư 1 tỷ đồng."
        sources = [Source(text.index(quote), text.index(quote) + 9) for quote in ("5 tỷ", "4 tỷ", "1 tỷ")]
        groups = by_sentence(text, sources)
        assert [len(group) for group in groups] == [2, 1]
        assert quotation(text, *groups[0]).count("<mark>") == 2

    def test_a_name_around_the_figure_leaves_the_figure_marked(self) -> None:
        text = "Thu 5 tỷ đồng"
        told = quotation(text, Source(4, 13, name_spans=((0, 13), (50, 60))))
        assert "<bdi><u>Thu </u><mark>5 tỷ đồng</mark></bdi>" in told


def test_style_and_script_are_in_the_package() -> None:
    folder = Path(scorecard_page.__code__.co_filename).parent
    assert {"page.css", "page.js"} <= {one.name for one in folder.iterdir()}
