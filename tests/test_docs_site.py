"""The site of the docs: found with and without marks, from disk too, with nothing from elsewhere."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tools.columns import PAGE, page
from tools.fold_search import bare_form, on_post_build
from tools.whole_options import on_page_content
from vnplan.attainment import Outcome
from vnplan.audit import RULES
from vnplan.formatting import format_enum

DOCS = Path(__file__).parents[1] / "docs"
SHIM = DOCS / "assets" / "search-from-disk.js"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class TestSearch:
    @pytest.mark.parametrize(
        ("word", "bare"), [("kế", "ke"), ("Đặc", "Dac"), ("khu", "khu"), ("ke\u0302\u0301", "ke"), ("ưỡn", "uon")]
    )
    def test_bare_form(self, word: str, bare: str) -> None:
        assert bare_form(word) == bare

    def test_index_holds_both_forms_as_json_and_as_script(self, tmp_path: Path) -> None:
        index = tmp_path / "search" / "search_index.json"
        index.parent.mkdir()
        page = {"title": "<b>Kế</b> hoạch", "text": "đặc khu, đặc", "location": "a.html"}
        index.write_text(json.dumps({"docs": [page]}), encoding="utf-8")
        config: Any = SimpleNamespace(site_dir=str(tmp_path))
        on_post_build(config)
        text = index.read_text(encoding="utf-8")
        found = json.loads(text)["docs"][0]
        assert found["title"] == "<b>Kế</b> hoạch <span hidden>Ke hoach</span>"
        assert found["text"] == "đặc khu, đặc <span hidden>dac</span>"
        assert index.with_suffix(".js").read_text(encoding="utf-8") == f"var __index = {text}"

    def test_searches_from_disk_in_a_frame_of_the_page(self, tmp_path: Path) -> None:
        """A page opened from disk may start no worker."""
        playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
        if CHROMIUM is None:
            pytest.skip("no Chromium is installed")
        (tmp_path / "worker.js").write_text(
            "addEventListener('message', async event => {"
            " await importScripts('more.js'); self.postMessage(more(event.data)) })"
        )
        (tmp_path / "more.js").write_text("var more = data => data + ' and back'")
        shutil.copy(SHIM, tmp_path)
        page = tmp_path / "page.html"
        page.write_text(f"<!doctype html><body><script src={SHIM.name}></script>")
        ask = """() => new Promise(done => {
            const worker = new Worker('worker.js')
            worker.addEventListener('message', event => done(event.data))
            worker.postMessage('there')
        })"""
        with playwright.sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            opened = browser.new_page()
            opened.goto(page.as_uri())
            assert opened.evaluate(ask) == "there and back"
            browser.close()


def test_nothing_is_fetched_from_elsewhere() -> None:
    settings = (DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8")
    assert "font: false" in settings
    assert "assets/search-from-disk.js" in settings
    assert re.findall(r"https?://\S+", settings) == []


def test_every_page_is_in_the_navigation() -> None:
    settings = (DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8")
    assert [page.name for page in DOCS.glob("*.md") if f"{page.name}\n" not in settings] == []


def test_pictures_that_pages_show_are_there() -> None:
    shown = {
        (page.parent / target)
        for page in (*DOCS.glob("*.md"), *DOCS.parent.glob("README*.md"))
        for target in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    }
    assert [path for path in shown if not path.exists()] == []
    assert {path.resolve() for path in shown} == set((DOCS / "img").iterdir())


def test_the_guide_lists_every_rule_of_the_audit() -> None:
    rules = (DOCS / "auditing.md").read_text(encoding="utf-8").partition("## The rules")[2]
    assert set(re.findall(r"`([a-z_]+)`", rules)) >= set(RULES)


def test_the_glossary_has_the_words_that_pages_show() -> None:
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")
    assert [word for one in Outcome if (word := format_enum(one)) not in glossary] == []


def test_the_page_of_columns_is_what_the_code_gives() -> None:
    """Else: ``python tools/columns.py``."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_options_are_not_broken() -> None:
    told = on_page_content(
        "<p><code>vnplan read --out a-b</code> -- <code>x--y</code></p><pre><code>$ <b>--all</b></code></pre>"
    )
    assert told.count('<span class="option">') == 1
    assert '<code>vnplan read <span class="option">--out</span> a-b</code>' in told
