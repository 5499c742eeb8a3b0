"""Pages and notebook views."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

import vnplan
from vnplan import (
    Actual,
    Change,
    Consistency,
    Finding,
    InvalidValueError,
    Period,
    Plan,
    PlanEntry,
    Report,
    ReportSet,
    Scorecard,
    Share,
    Source,
    Stated,
    Target,
    Verdict,
    samples,
)
from vnplan.html import to_html

YEAR = Period.year(2024)
TARGET = Target(
    name="Thu <b>ngân sách</b> & phí",
    period=YEAR,
    stated=Stated.of("5.208 tỷ đồng"),
    indicator=vnplan.indicator("state_budget_revenue"),
)
ACTUAL = Actual(
    name="Thu ngân sách",
    period=Period.quarter(2024, 1),
    stated=Stated.of("1.390,9 tỷ đồng"),
    indicator=vnplan.indicator("state_budget_revenue"),
)
PLAN = Plan(period=YEAR, entries=(PlanEntry(number=1, section="kinh tế", targets=(TARGET,)),))
REPORT = Report(text="", document="<i>", period=YEAR, plan=PLAN, targets=(TARGET,), actuals=(ACTUAL,))
VERDICT = vnplan.assess(TARGET, ACTUAL)
CARD = vnplan.scorecard(REPORT)
FINDING = Finding(
    rule="mine",
    result=Consistency.INCONSISTENT,
    sources=(Source(0, 3, document="a", quote="<i>"),),
    message_vi="Hai số không khớp.",
    message_en="The two differ.",
)
REPORTS = ReportSet([REPORT])
SERIES = REPORTS.series("state_budget_revenue")
CHANGE = Change(name="Thu <b>", period=YEAR, stated=Stated.of("5%"))
SHARE = Share(name="Thu <b>", period=YEAR, stated=Stated.of("26,7%"))
SHOWN = [
    *(TARGET, ACTUAL, CHANGE, SHARE, PLAN, REPORT, VERDICT),
    *(CARD, CARD.entries[0], FINDING, REPORTS, SERIES, SERIES.observations[0]),
]


class _Checker(HTMLParser):
    """Collects tags, and what would be fetched or run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("shown", SHOWN, ids=lambda one: type(one).__name__)
class TestEverything:
    def test_is_well_formed(self, shown: Report) -> None:
        ET.fromstring(to_html(shown))  # noqa: S314  # of our own making

    def test_fetches_and_runs_nothing(self, shown: Report) -> None:
        page = _Checker(to_html(shown))
        assert not page.tags & {"script", "link", "img", "iframe", "a", "b", "i"}
        assert not {name for name in page.attributes if name.startswith("on") or name in {"src", "href"}}
        assert "url(" not in page.words

    def test_has_colours_for_dark_mode(self, shown: Report) -> None:
        assert "prefers-color-scheme:dark" in to_html(shown)

    def test_speaks_english_too(self, shown: Report) -> None:
        assert 'lang="en"' in to_html(shown, locale="en")

    def test_is_small(self, shown: Report) -> None:
        assert len(to_html(shown)) < 4000

    def test_is_the_notebook_view(self, shown: Report) -> None:
        assert shown._repr_html_() == to_html(shown)


class TestText:
    def test_is_escaped(self) -> None:
        assert "Thu &lt;b&gt;ngân sách&lt;/b&gt; &amp; phí" in to_html(TARGET)

    def test_what_no_page_may_hold_becomes_a_mark(self) -> None:
        name = "a\x00\x1b\x85\ud800b"
        page = to_html(Actual(name=name, stated=Stated.of("5%")))
        assert "A\ufffd\ufffd\ufffd\ufffdb" in page
        page.encode("utf-8")


class TestVerdict:
    def test_bar_shows_share_and_time_elapsed(self) -> None:
        page = to_html(VERDICT)
        assert '<rect class="bar" y="3" width="32.0"' in page  # 26,7 % of 120
        assert 'class="even" x1="30.0"' in page  # a quarter of the year
        assert 'aria-label="26,7%"' in page

    def test_no_bar_without_a_share(self) -> None:
        assert "<svg" not in to_html(vnplan.assess(TARGET, None))

    @pytest.mark.parametrize(("result", "style"), [("6.000", "met"), ("5.000", "missed")])
    def test_colour_follows_the_outcome(self, result: str, style: str) -> None:
        actual = Actual(name="x", period=YEAR, stated=Stated.of(f"{result} tỷ đồng"), indicator=TARGET.indicator)
        page = to_html(vnplan.assess(TARGET, actual))
        assert f'<p class="{style}">' in page
        assert 'class="even"' not in page  # the year is over

    def test_long_bars_are_cut(self) -> None:
        actual = Actual(name="x", period=YEAR, stated=Stated.of("50.000 tỷ đồng"), indicator=TARGET.indicator)
        assert 'class="bar" y="3" width="180.0"' in to_html(vnplan.assess(TARGET, actual))


class TestFinding:
    def test_sentence_and_words(self) -> None:
        page = to_html(FINDING)
        assert '<p class="missed">Mine, không khớp: Hai số không khớp.</p><p>a: “&lt;i&gt;”</p>' in page

    def test_made_by_hand(self) -> None:
        assert to_html(evolve(FINDING, sources=(), result=Consistency.UNDECIDED)).count("<p") == 1


class TestSeveralReports:
    def test_a_set_tells_its_documents(self) -> None:
        page = to_html(REPORTS)
        assert "<td>&lt;i&gt;</td>" in page
        assert "<p>2 số liệu, 0 đã điều chỉnh</p>" in page

    def test_an_observation_tells_what_was_stated_before(self) -> None:
        figure = evolve(ACTUAL, stated=Stated.of("1.400 tỷ đồng"))
        later = Report(text="", document="b", issued=date(2024, 6, 1), actuals=(figure,))
        (one,) = ReportSet([REPORT, later]).series("state_budget_revenue")
        assert "1.390,9 tỷ đồng (&lt;i&gt;), sau tăng 9,1 tỷ đồng" in to_html(one)

    def test_an_entry_is_its_verdict(self) -> None:
        assert to_html(CARD.entries[0]) == to_html(CARD.entries[0].verdict)


class TestTables:
    def test_scorecard_has_sections_and_counts(self) -> None:
        page = to_html(CARD)
        assert 'colspan="7">&lt;i&gt; · Kinh tế</th>' in page
        assert "0/1 chỉ tiêu đạt" in page

    def test_report_of_a_sample(self) -> None:
        page = to_html(samples.load("001"))
        assert "1.390,9 tỷ đồng" in page
        assert "quý I/2024" in page

    def test_empty(self) -> None:
        assert "<tbody></tbody>" in to_html(Report(text=""))
        assert "<tbody></tbody>" in to_html(Scorecard(entries=(), policy="x"))


def test_refuses_what_it_cannot_show() -> None:
    with pytest.raises(InvalidValueError, match="a report, plan"):
        to_html("x")  # type: ignore[arg-type]


def test_verdict_type_is_exported() -> None:
    assert isinstance(VERDICT, Verdict)
