"""The page of a scorecard in a browser, where one is installed: headless Chromium, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.page_makers import BOTH, hostile
from vnplan import samples
from vnplan.page import scorecard_page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None:
    pytest.skip("no Chromium is installed", allow_module_level=True)

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("pages")
    pages = {"both": BOTH, "hostile": [hostile()], "samples": list(samples.load_all()), "nothing": []}
    for name, reports in pages.items():
        (found / f"{name}.html").write_text(scorecard_page(reports), encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def page(browser: Any, folder: Path) -> Any:
    """One page for what needs no fresh one: what is searched for is typed anew each time."""
    found = browser.new_context(viewport=DESK).new_page()
    found.goto((folder / "both.html").as_uri())
    return found


class Opener:
    """Opens pages, and keeps what the browser complained of and asked for."""

    def __init__(self, browser: Any, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.contexts: list[Any] = []

    def __call__(self, name: str = "both", anchor: str = "", **options: Any) -> Any:
        self.contexts.append(self.browser.new_context(**{"viewport": DESK, **options}))
        page = self.contexts[-1].new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(f"{(self.folder / name).as_uri()}.html{anchor}")
        return page


@pytest.fixture
def opened(browser: Any, folder: Path) -> Iterator[Opener]:
    opener = Opener(browser, folder)
    yield opener
    for context in opener.contexts:
        context.close()
    assert opener.complaints == []
    assert all(url.startswith("file:") for url in opener.requests)


def rows(page: Any) -> list[str]:
    """Names of the targets that are shown."""
    names: list[str] = page.locator("tr.target:visible th").all_inner_texts()
    return names


def search(page: Any, words: str) -> list[str]:
    page.fill("#search", words)
    return rows(page)


class TestLayout:
    @pytest.mark.parametrize("name", ["both", "samples", "hostile", "nothing"])
    def test_nothing_reaches_beyond_the_screen(self, opened: Opener, name: str) -> None:
        page = opened(name)
        page.evaluate("[...document.querySelectorAll('button.figure')].slice(0, 20).forEach(one => one.click())")
        for viewport in (PHONE, DESK, {"width": 800, "height": 600}, {"width": 320, "height": 600}):
            page.set_viewport_size(viewport)
            room = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
            wanted, there = page.evaluate(room)
            assert wanted <= there, viewport

    @pytest.mark.parametrize("viewport", [PHONE, DESK])
    def test_no_cell_is_cut_and_none_overlap(self, opened: Opener, viewport: dict[str, int]) -> None:
        page = opened("samples", viewport=viewport)
        cut = "one => one.scrollWidth > one.clientWidth + 1"
        assert (
            page.evaluate(f"[...document.querySelectorAll('td:not(.empty), th, h3, .quote, p')].filter({cut}).length")
            == 0
        )
        boxes = [row.bounding_box() for row in page.locator("tr.target").all()]
        assert all(one["y"] + one["height"] <= other["y"] + 1 for one, other in pairwise(boxes))

    def test_phone_shows_cards_with_the_headings_in_them(self, opened: Opener) -> None:
        page = opened(viewport=PHONE)
        assert "Kết quả" in page.locator("#t1 .c2").inner_text()
        assert page.locator("#t1 .c2").evaluate("one => getComputedStyle(one).display") == "flex"
        assert "Kết quả" not in opened(viewport=DESK).locator("#t1 .c2").inner_text()

    def test_dark_and_light(self, opened: Opener) -> None:
        colour = "getComputedStyle(document.body).backgroundColor"
        assert opened(color_scheme="light").evaluate(colour) == "rgb(255, 255, 255)"
        assert opened(color_scheme="dark").evaluate(colour) == "rgb(22, 24, 28)"

    def test_print_leaves_out_what_paper_cannot_do(self, opened: Opener) -> None:
        page = opened(color_scheme="dark")
        page.emulate_media(media="print")
        assert not page.locator(".filters").is_visible()
        assert not page.locator(".switch").is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


class TestFigures:
    def test_a_press_opens_the_sentence_and_another_closes_it(self, opened: Opener) -> None:
        page = opened()
        figure = page.locator("#t1 button.figure").nth(1)
        assert not page.locator("#t1b").is_visible()
        figure.click()
        assert page.locator("#t1b mark").inner_text() == "5.100,5 tỷ đồng"
        assert page.locator("#t1b").is_visible()
        assert not page.locator("#t1a").is_visible()
        assert figure.get_attribute("aria-expanded") == "true"
        figure.click()
        assert not page.locator("#t1b").is_visible()

    def test_by_keyboard_alone(self, opened: Opener) -> None:
        page = opened()
        page.locator("#section").focus()
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('#t1 button.figure')"):
                break
        page.keyboard.press("Enter")
        assert page.locator("#t1a").is_visible()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Escape")
        assert not page.locator("#t1a").is_visible()

    def test_escape_in_the_sentence_goes_back_to_the_figure(self, opened: Opener) -> None:
        page = opened()
        page.locator("#t1 button.figure").first.click()
        page.locator("#t1a").focus()
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.matches('#t1 button.figure')")

    def test_without_the_script_all_is_shown(self, opened: Opener) -> None:
        page = opened(java_script_enabled=False)
        assert page.locator("#t1a").is_visible()
        assert page.locator("#t5a").is_visible()
        assert page.locator("h1").inner_text() == "Bảng đánh giá thực hiện chỉ tiêu"


class TestSearch:
    def test_finds_with_and_without_marks(self, page: Any) -> None:
        assert len(search(page, "")) == 5
        for words in ("thu ngân sách", "thu ngan sach", "THU NGÂN", "ngân thu", "  sách "):
            assert search(page, words) == ["1. Thu ngân sách 2023"]

    def test_a_word_with_marks_finds_that_word_only(self, page: Any) -> None:
        assert search(page, "ngấn") == []
        assert page.locator("#nothing").is_visible()
        assert search(page, "ngan") == ["1. Thu ngân sách 2023"]

    def test_both_ways_to_set_a_tone_mark_are_one(self, page: Any) -> None:
        assert search(page, "hòa giải") == search(page, "hoà giải") == ["2. Hoà giải thành 2023"]

    def test_marks_composed_or_not_are_one(self, page: Any) -> None:
        assert search(page, "nghe\u0300o")[:1] == ["3. Hộ nghèo 2023"]

    def test_d_finds_its_barred_form_too(self, page: Any) -> None:
        assert search(page, "duoi")[:1] == ["3. Hộ nghèo 2023"]

    def test_finds_words_of_the_sentence(self, page: Any) -> None:
        assert search(page, "Binh An") == ["3. Hộ nghèo 2023", "5. Khác 2023"]

    def test_tells_how_many_are_shown(self, page: Any) -> None:
        search(page, "binh an")
        assert page.locator("[role=status]").inner_text() == "2/5 chỉ tiêu đang hiện"


class TestFilters:
    def test_by_outcome(self, opened: Opener) -> None:
        page = opened()
        page.get_by_label("Vượt").uncheck()
        assert "1. Thu ngân sách 2023" not in rows(page)
        assert len(rows(page)) == 4

    def test_by_section_hides_the_other_headings(self, opened: Opener) -> None:
        page = opened()
        page.select_option("#section", index=2)
        assert rows(page) == ["3. Hộ nghèo 2023", "4. Việc làm mới 2023", "5. Khác 2023"]
        assert page.locator("section.group h3:visible").count() == 1

    def test_hide_open_sentences_with_their_row(self, opened: Opener) -> None:
        page = opened()
        page.locator("#t1 button.figure").first.click()
        page.get_by_label("Vượt").uncheck()
        assert not page.locator("#t1a").is_visible()
        page.get_by_label("Vượt").check()
        assert page.locator("#t1a").is_visible()

    def test_a_link_shows_its_target_whatever_is_filtered(self, opened: Opener) -> None:
        page = opened(anchor="#t4")
        page.wait_for_function("document.activeElement.closest('#t4')", timeout=5000)
        search(page, "thu ngân sách")
        page.locator("section[aria-labelledby=left] summary").first.click()
        page.locator("section[aria-labelledby=left] a:visible").first.click()
        assert len(rows(page)) == 5


class TestLanguage:
    def test_switch(self, opened: Opener) -> None:
        page = opened()
        assert page.title() == "Bảng đánh giá thực hiện chỉ tiêu"
        page.get_by_role("button", name="English").click()
        assert page.title() == "Scorecard of targets"
        assert page.evaluate("document.documentElement.lang") == "en"
        assert page.locator("h1").inner_text() == "Scorecard of targets"
        assert "exceeded, certain" in page.locator("#t1").inner_text()
        assert "vượt, chắc chắn" not in page.locator("#t1").inner_text()
        assert page.locator("#section option").first.inner_text() == "All sections"
        assert page.locator("#t1 svg").get_attribute("aria-label").startswith("Result VND 5,100.5 billion")
        page.get_by_role("button", name="Tiếng Việt").click()
        assert page.title() == "Bảng đánh giá thực hiện chỉ tiêu"

    def test_what_was_read_stays_vietnamese(self, opened: Opener) -> None:
        page = opened()
        page.get_by_role("button", name="English").click()
        page.locator("#t1 button.figure").first.click()
        assert page.locator("#t1a q").get_attribute("lang") == "vi"
        assert page.locator("#t1a q").inner_text() == "1. Thu ngân sách: 5.000 tỷ đồng."


class TestAccess:
    def test_tables_are_tables_to_a_screen_reader(self, opened: Opener) -> None:
        for viewport in (DESK, PHONE):
            page = opened(viewport=viewport)
            table = page.get_by_role("table", name="Quận 3 · Kinh tế · kế hoạch")
            assert table.get_by_role("columnheader").count() == 7
            assert table.get_by_role("rowheader").count() == 2
            assert table.get_by_role("cell").count() == 12

    def test_landmarks_and_names(self, opened: Opener) -> None:
        page = opened()
        for role, name in (
            ("search", "Lọc chỉ tiêu"),
            ("region", "Từng chỉ tiêu"),
            ("region", "Rà soát số liệu"),
            ("group", "Ngôn ngữ"),
            ("searchbox", "Tìm"),
            ("combobox", "Phần"),
        ):
            assert page.get_by_role(role, name=name).count() == 1, (role, name)
        assert page.get_by_role("main").count() == 1
        assert page.get_by_role("img").first.get_attribute("aria-label").startswith("Kết quả 5.100,5 tỷ đồng")


class TestHostileText:
    def test_runs_nothing_and_adds_no_element(self, opened: Opener) -> None:
        page = opened("hostile")
        assert page.evaluate("window.broken") is None
        assert page.locator("img").count() == 0
        page.get_by_role("button", name="English").click()
        assert page.evaluate("window.broken") is None

    def test_is_read_in_the_order_it_stands_in(self, opened: Opener) -> None:
        page = opened("hostile")
        page.locator("button.figure").first.click()
        assert "\u202e" not in page.inner_text("body")
        assert page.locator("#t1a mark").inner_text() == "5 tỷ đồng"
