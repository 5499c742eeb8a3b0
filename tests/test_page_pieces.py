"""The pieces of the page, each by what it draws or says."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from tests.attainment_makers import DOWN, FLOW, QUAN_3, actual, plan_report, report, target
from vnplan import Finding, Policy, Report, Source, Unit, Verdict, assess, scorecard
from vnplan.attainment import Consistency
from vnplan.bars import Bar, bar_of
from vnplan.model.interval import Interval
from vnplan.model.locality import District
from vnplan.model.period import Period
from vnplan.page import scorecard_page
from vnplan.page.head import filters, header, summary
from vnplan.page.ink import drawn
from vnplan.page.markup import label, named
from vnplan.page.quoting import excerpt, quotation
from vnplan.page.tail import documents, findings
from vnplan.page.targets import Targets, sections

Q1 = Period.quarter(2023, 1)
VERDICT = assess(target("200 tỷ đồng"), actual("190.0 tỷ đồng"))


def bar(verdict: Verdict, **changed: object) -> str:
    held = bar_of(verdict)
    assert held is not None
    return drawn(evolve(held, **changed), verdict)  # type: ignore[arg-type]


def line(piece: str, inside: str) -> tuple[Decimal, Decimal]:
    found = re.search(rf'{inside}<line class="halo" x1="([\d.]+)" x2="([\d.]+)"', piece)
    assert found is not None
    return Decimal(found[1]), Decimal(found[2])


class TestBars:
    def test_whisker_reaches_over_the_possible_values(self) -> None:
        piece = bar(VERDICT, values=Interval(Decimal(150), Decimal(190)))
        low, high = line(piece, '<g class="whisker">')
        assert high - low > 20
        assert piece.count('y1="9" y2="17"') == 2

    def test_one_value_is_still_seen(self) -> None:
        piece = bar(VERDICT, values=Interval.point(Decimal(190)))
        low, high = line(piece, '<g class="whisker">')
        assert high - low == 3
        assert low + high == 2 * Decimal(re.findall(r'fill="url[^"]*" x="0\.0" y="8" width="([\d.]+)"', piece)[0])

    def test_an_open_end_has_no_cap(self) -> None:
        assert bar(VERDICT, values=Interval(Decimal(150), None)).count('y1="9" y2="17"') == 1
        assert bar(VERDICT, values=Interval()).count('y1="9" y2="17"') == 0

    def test_what_bounds_nothing_has_no_whisker(self) -> None:
        assert "whisker" not in bar(VERDICT, values=None)

    def test_an_even_pace_is_drawn_and_said_where_there_is_one(self) -> None:
        running = assess(target("100 tỷ đồng", FLOW), actual("20 tỷ đồng", FLOW, period=Q1))
        assert 'class="even"' in bar(running)
        assert "mức chia đều: 25 tỷ đồng" in bar(running)
        assert 'class="even"' not in bar(VERDICT)
        assert "mức chia đều" not in bar(VERDICT)

    def test_possible_values_are_said_where_there_are_several(self) -> None:
        assert "giá trị có thể: từ 189,95 tỷ đồng đến 190,05 tỷ đồng" in bar(VERDICT)
        assert "giá trị có thể" not in bar(VERDICT, values=Interval.point(Decimal(190)))
        assert "giá trị có thể" not in bar(VERDICT, values=None)

    @pytest.mark.parametrize(
        ("value", "said"),
        [
            ("66.66667", "66,6667 tỷ đồng"),
            ("66.6666", "66,6666 tỷ đồng"),
            ("66.50", "66,5 tỷ đồng"),
            ("1500", "1.500 tỷ đồng"),
        ],
    )
    def test_long_numbers_are_said_to_four_decimals(self, value: str, said: str) -> None:
        assert f"mức chia đều: {said}" in bar(VERDICT, even=Decimal(value))

    def test_values_are_of_the_unit_that_is_shown(self) -> None:
        held = Bar(unit=Unit("%", "percent"), mark=Decimal(5), accepted=None, face=Decimal(4), values=None)
        assert "Kết quả 4%; mức cần đạt 5%" in drawn(held, VERDICT)
        assert 'class="zone"' not in drawn(held, VERDICT)


class TestHead:
    @pytest.mark.parametrize(("count", "told"), [(6, ""), (7, ", và 1 nữa"), (9, ", và 3 nữa")])
    def test_six_places_are_named(self, count: int, told: str) -> None:
        places = [District(name=f"Quận {number}", short_name=str(number), kind="quận") for number in range(count)]
        head = header([Report(text="", locality=one) for one in places])
        assert f"Quận 5{told}" in head
        assert "Quận 6" not in head
        assert ("nữa" in head) == bool(told)

    def test_outcomes_that_no_target_has_are_left_out(self) -> None:
        card = scorecard([plan_report(target("50 %")), report(actual("60 %"))])
        assert summary(card).count('class="part ') == 1
        assert filters(card, ()).count('type="checkbox"') == 1
        assert "(0)" not in filters(card, ())


class TestMarkup:
    def test_a_figure_without_a_name_is_a_dash(self) -> None:
        bare = evolve(target("5 %", None), name="")
        assert (named(bare)("vi"), named(bare)("en")) == ("—", "—")
        assert named(target("5 %", None))("vi") == "X"

    def test_the_text_of_an_element_is_no_attribute(self) -> None:
        assert label(("một", "one")).startswith('aria-label="một" data-of="aria-label"')
        assert label(("một", "one"), "text").startswith('data-of="text"')


class TestQuotations:
    def test_a_sentence_begins_right_at_its_figure(self) -> None:
        text = "Một câu.\n\n5 tỷ đồng"
        start = text.index("5")
        assert excerpt(text, start, len(text)) == (start, len(text))

    @pytest.mark.parametrize("more", [0, 1])
    def test_points_stand_where_something_is_left_out(self, more: int) -> None:
        text = "a" * (400 + more) + "5 tỷ đồng" + "b" * (400 + more)
        told = quotation(text, Source(400 + more, 409 + more))
        assert ("… " in told, " …" in told) == (bool(more), bool(more))

    def test_spaces_of_the_figure_itself_stay(self) -> None:
        assert "<mark>  </mark>" in quotation("a.  b", Source(2, 4))
        assert quotation("  5  ", Source(2, 3)) == '<q class="quote" lang="vi"><bdi><mark>5</mark></bdi></q>'


class TestTail:
    def found(self, *sources: Source) -> str:
        finding = Finding(
            rule="share", result=Consistency.INCONSISTENT, sources=sources, message_vi="x", message_en="y"
        )
        return findings([finding], [Report(text="Thu đạt 5 tỷ đồng.", document="a")])

    def test_a_finding_opens_what_it_was_read_from(self) -> None:
        told = self.found(Source(8, 17, document="a"))
        assert "<details>" in told
        assert "<mark>5 tỷ đồng</mark>" in told

    @pytest.mark.parametrize("source", [Source(8, 17, document="b"), Source(8, 99, document="a")])
    def test_what_no_text_holds_is_not_opened(self, source: Source) -> None:
        assert "<details>" not in self.found(source)
        assert "<details>" not in self.found()

    def test_documents_go_by_their_name_or_are_texts(self) -> None:
        assert "báo cáo năm" in documents([Report(text="", document="báo cáo năm")])
        assert "văn bản</span>" in documents([Report(text="", locality=QUAN_3)])


def rows(*held: Report) -> str:
    """The tables of a card, with the sentences below each target."""
    card = scorecard(held)
    table = Targets(reports=held, policy=Policy())
    return "".join(table.section(number, one) for number, one in enumerate(sections(card.entries)))


def cells(told: str) -> list[str]:
    """The cells of the first row, after its name, in Vietnamese, without what narrow screens show."""
    found = re.findall(r'<td role="cell" class="c\d[^"]*"><span class="head".*?</span></span>(.*?)</td>', told)
    return [re.sub(r"<[^>]+>", "", re.sub(r'<span class="en".*?</span>', "", one)).strip() for one in found[:6]]


class TestTargets:
    def test_a_section_is_headed_by_place_field_and_document(self) -> None:
        plan = plan_report(target("50 %", locality=QUAN_3), document="kế hoạch")
        assert "Quận 3 · Kinh tế · kế hoạch</span>" in rows(plan) or "Quận 3 · kinh tế · kế hoạch" in rows(plan)
        (bare,) = sections(scorecard([report(target("50 %"), document="")]).entries)
        assert bare.title("vi") == "—"
        (mixed,) = sections(scorecard([report(target("50 %"), target("7 %", DOWN, locality=QUAN_3))]).entries)
        assert mixed.title("vi") == "Quận 3 · report"

    def test_the_name_is_the_heading_of_its_row_with_number_and_period(self) -> None:
        told = rows(plan_report(target("50 %")))
        assert told.count('<th scope="row" role="rowheader"><span class="number">1.</span> ') == 1
        assert "2023</small></th>" in told
        bare = rows(report(target("50 %", period=None)))
        assert 'class="number"' not in bare
        assert "<small>" not in re.findall(r'<th scope="row".*?</th>', bare)[0]

    @pytest.mark.parametrize(
        ("aim", "result", "measured"),
        [
            ("200 tỷ đồng", "190.0 tỷ đồng", "95,0%; −10 tỷ đồng"),
            ("200 tỷ đồng", "210.0 tỷ đồng", "105,0%; +10 tỷ đồng"),
            ("200 tỷ đồng", "200.0 tỷ đồng", "100,0%"),
        ],
    )
    def test_share_and_gap(self, aim: str, result: str, measured: str) -> None:
        assert cells(rows(plan_report(target(aim)), report(actual(result))))[3] == measured

    def test_a_gap_alone_where_a_share_means_nothing(self) -> None:
        told = rows(plan_report(target("5 %", DOWN)), report(actual("4 %", DOWN)))
        assert cells(told)[3] == "−1 điểm phần trăm"

    def test_what_cannot_be_measured_is_a_dash_and_empty(self) -> None:
        told = rows(plan_report(target("200 tỷ đồng")))
        assert cells(told)[1:4] == ["—", "—", "—"]
        assert re.findall(r'class="c(\d) empty"', told) == ["2", "3", "4", "6"]
        lower = rows(plan_report(target("5 %", DOWN)), report(actual("5 %", DOWN)))
        assert cells(lower)[3] == "—"

    def test_possible_values_and_the_way_to_the_verdict_stand_below(self) -> None:
        told = rows(plan_report(target("50 %")), report(actual("60 %")))
        assert "Giá trị mà kết quả có thể là" in told
        assert "Cách tính và đánh giá" in told
        assert "Số liệu khác" not in told
        people = plan_report(target("50 người")), report(actual("60 người"))
        assert "Giá trị mà kết quả có thể là" not in rows(*people)
        assert "Giá trị mà kết quả có thể là" not in rows(plan_report(target("50 %")), report(actual("about 60 %")))
        assert "Cách tính và đánh giá" not in rows(plan_report(target("50 %")))

    def test_other_statements_stand_below(self) -> None:
        early, late = (
            report(actual(amount), document=name, issued=day)
            for amount, name, day in (("55 %", "sớm", date(2023, 6, 1)), ("60 %", "muộn", date(2024, 1, 1)))
        )
        told = rows(plan_report(target("50 %")), early, late)
        assert told.count("<li>") == 1
        assert "55% (2023)" in told

    def test_a_source_is_a_cell_or_characters(self) -> None:
        text = "Chỉ tiêu 50 %"
        read = Source(9, 13, document="a")
        sheet = evolve(read, locator="Sheet1!C7")
        for source, place in ((read, "9–13"), (sheet, "Sheet1!C7")):
            aim = target("50 %", source=source)
            told = rows(Report(text=text, document="a", targets=(aim,)))
            assert f'<bdi lang="vi">{place}</bdi></small>' in told
        nameless = rows(Report(text=text, targets=(target("50 %", source=evolve(read, document="")),)))
        assert "Chỉ tiêu đọc từ</span>" in nameless
        assert "văn bản</span>" in nameless


def test_a_page_of_another_policy_draws_its_bars() -> None:
    policy = Policy(about=Decimal(10))
    page = scorecard_page([plan_report(target("50 %")), report(actual("about 60 %"))], policy=policy)
    assert 'class="whisker"' in page.split("</main>", maxsplit=1)[0].split('id="targets"')[1]
