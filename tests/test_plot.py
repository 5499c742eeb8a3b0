"""Charts: what is drawn, not only that something is."""

from __future__ import annotations

import io
import subprocess
import sys
import warnings
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

import vnplan
from tests.attainment_makers import (
    DOWN,
    FLOW,
    QUAN_3,
    UP,
    actual,
    change,
    growth_target,
    plan_report,
    report,
    target,
)
from vnplan import plot
from vnplan.attainment import Outcome, Policy, Profile, Rounding, assess
from vnplan.errors import InvalidValueError, MissingExtraError
from vnplan.formatting import Locale
from vnplan.model.actual import Status
from vnplan.model.period import Period
from vnplan.model.target import Measure
from vnplan.plot.canvas import FALL, FONT, LOOKS, RISE, spread
from vnplan.scorecard import Scorecard, scorecard
from vnplan.series import ReportSet, Role, Series

matplotlib = pytest.importorskip("matplotlib", reason="matplotlib is not installed")
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.legend import Legend  # noqa: E402
from matplotlib.text import Text  # noqa: E402

Q1 = Period.quarter(2023, 1)


def card(*pairs: tuple[Any, Any]) -> Scorecard:
    """A scorecard of targets with their results, each its own indicator."""
    aims, results = [], []
    for number, (aim, result) in enumerate(pairs):
        name = f"chỉ tiêu {number}"
        about = evolve(aim.indicator, id=name, name=name, english=f"target {number}")
        aims.append(evolve(aim, name=name, indicator=about))
        if result is not None:
            results.append(evolve(result, name=name, indicator=about))
    return scorecard([plan_report(*aims), report(*results)])


def drawn(figure: Figure, gid: str) -> list[Any]:
    """The artists of one kind, in order of drawing."""
    return [one for one in figure.axes[0].get_children() if one.get_gid() == gid]


def spans(figure: Figure, gid: str) -> list[tuple[float, float]]:
    """From where to where lines of one kind reach, along the way they run."""
    found = []
    for one in drawn(figure, gid):
        start, end = one.get_segments()[0]
        axis = 0 if start[1] == end[1] else 1
        found.append((round(float(start[axis]), 6), round(float(end[axis]), 6)))
    return found


def places(figure: Figure, gid: str) -> list[float]:
    """Where upright lines of one kind stand."""
    return [round(float(one.get_segments()[0][0][0]), 6) for one in drawn(figure, gid)]


def points(figure: Figure, gid: str) -> list[tuple[float, float]]:
    return [(float(one.get_xdata()[0]), float(one.get_ydata()[0])) for one in drawn(figure, gid)]


def named(figure: Figure) -> list[Any]:
    """The names beside points."""
    return list(figure.axes[0].texts)


def texts(figure: Figure) -> list[str]:
    found = [one.get_text() for one in figure.findobj(Text)]
    return [" ".join(one.split()) for one in found if one]


CARD = card(
    (target("200 tỷ đồng"), actual("190.0 tỷ đồng")),
    (target("50 %"), actual("60 %")),
    (target("100 tỷ đồng", FLOW), actual("20 tỷ đồng", FLOW, period=Q1)),
    (target("4 %", DOWN), actual("3 %", DOWN)),
    (target("5 tỷ đồng"), None),
    (target("0 hộ"), actual("0 hộ")),
)


class TestBullets:
    def test_a_bar_for_each_result_in_per_cent_of_its_target(self) -> None:
        figure = plot.bullets(CARD)
        assert [round(one.get_width(), 6) for one in drawn(figure, "result")] == [95, 120, 20, 75]
        assert places(figure, "mark") == [100] * 4

    def test_rounding_interval(self) -> None:
        figure = plot.bullets(CARD)
        assert spans(figure, "interval") == [(94.975, 95.025), (119, 121), (19.5, 20.5), (62.5, 87.5)]
        assert len(drawn(figure, "cap")) == 8

    def test_places_are_told_where_there_are_several(self) -> None:
        def of(place: str, amount: str) -> vnplan.Report:
            plan = f"UBND HUYỆN {place}\n\nNăm 2023, thu ngân sách nhà nước đạt {amount} tỷ đồng, đạt 102% kế hoạch năm là 400 tỷ đồng."
            return vnplan.loads(plan, document=place)

        several = plot.bullets(scorecard([of("BÌNH AN", "408"), of("TÂN HÒA", "407")]))
        told = " ".join(" ".join(one.get_text().split()) for one in several.axes[0].get_yticklabels())
        assert "· Huyện Bình An (2023)" in told
        assert "· Huyện Tân Hòa (2023)" in told
        (alone,) = plot.bullets(scorecard([of("BÌNH AN", "408")])).axes[0].get_yticklabels()
        assert "Bình An" not in alone.get_text()

    def test_an_open_end_reaches_the_edge_and_has_no_cap(self) -> None:
        figure = plot.bullets(card((target("50 %"), actual("> 60 %"))))
        (span,) = spans(figure, "interval")
        assert span[0] == 120
        assert span[1] == pytest.approx(figure.axes[0].get_xlim()[1])
        assert len(drawn(figure, "cap")) == 1

    def test_what_is_only_about_known_has_no_interval(self) -> None:
        assert drawn(plot.bullets(card((target("50 %"), actual("about 60 %")))), "interval") == []

    def test_the_values_that_meet_the_target_lie_on_the_better_side(self) -> None:
        zones = drawn(plot.bullets(CARD), "accepted")
        edge = plot.bullets(CARD).axes[0].get_xlim()[1]
        assert [round(one.get_x(), 6) for one in zones] == [100, 100, 100, 0]
        assert [round(one.get_x() + one.get_width(), 6) for one in zones] == [round(edge, 6)] * 3 + [100]

    def test_a_single_value_that_meets_the_target_is_seen(self) -> None:
        (zone,) = drawn(plot.bullets(card((target("100 %", maintain=True), actual("100 %")))), "accepted")
        assert zone.get_width() > 0

    def test_the_interval_is_the_thin_dark_line_on_its_light_ground(self) -> None:
        figure = plot.bullets(CARD)
        widths = {gid: {one.get_linewidth()[0] for one in drawn(figure, gid)} for gid in ("interval", "halo")}
        assert widths == {"interval": {1.5}, "halo": {3.4}}

    def test_the_even_pace_is_explained_where_one_is_drawn(self) -> None:
        def explained(*pairs: tuple[Any, Any]) -> int:
            (legend,) = plot.bullets(card(*pairs)).findobj(Legend)
            return len([one for one in legend.get_lines() if one.get_linestyle() == "--"])

        assert explained((target("100 tỷ đồng", FLOW), actual("20 tỷ đồng", FLOW, period=Q1))) == 1
        assert explained((target("50 %"), actual("60 %"))) == 0

    def test_a_target_without_a_name_is_a_dash(self) -> None:
        bare = scorecard([report(evolve(target("50 %", None), name=""), evolve(actual("60 %", None), name=""))])
        (label,) = plot.bullets(bare).axes[0].get_yticklabels()
        assert label.get_text() == "— (2023)"

    def test_a_fall_by_more_reaches_farther(self) -> None:
        aim = growth_target(">= 5 %", Measure.DECREASE)
        figure = plot.bullets(card((aim, change("7.5 %", Measure.DECREASE, basis="yoy"))))
        assert [one.get_width() for one in drawn(figure, "result")] == [150]
        assert spans(figure, "interval") == [(149, 151)]
        (zone,) = drawn(figure, "accepted")
        assert zone.get_x() == 100
        assert zone.get_width() > 0

    def test_even_pace_of_open_periods_only(self) -> None:
        assert places(plot.bullets(CARD), "even") == [25]

    def test_nothing_is_cut(self) -> None:
        figure = plot.bullets(card((target("10 %"), actual("95 %"))))
        assert drawn(figure, "result")[0].get_width() == 950
        assert figure.axes[0].get_xlim()[1] > 955

    def test_below_zero(self) -> None:
        figure = plot.bullets(card((growth_target("5 %"), change("2 %", Measure.DECREASE, basis="yoy"))))
        assert drawn(figure, "result")[0].get_width() == -40
        assert figure.axes[0].get_xlim()[0] < -50

    def test_tells_what_is_not_drawn(self) -> None:
        assert any("Không vẽ 2 chỉ tiêu chưa có kết quả so sánh được." in one for one in texts(plot.bullets(CARD)))
        assert not any("Không vẽ" in one for one in texts(plot.bullets(card((target("50 %"), actual("60 %"))))))

    def test_words_in_both_languages(self) -> None:
        told = texts(plot.bullets(CARD))
        assert "Chỉ tiêu 0 (2023)" in told
        assert "190 tỷ đồng / 200 tỷ đồng không đạt, 95,0%" in [one.replace("190,0", "190") for one in told]
        assert {"Vượt", "mức cần đạt", "giá trị trước khi làm tròn", "mức chia đều theo thời gian"} <= set(told) | {
            one for part in told for one in part.split(", ")
        }
        english = texts(plot.bullets(CARD, locale="en"))
        assert "Target 0 (2023)" in english
        assert "VND 20 billion (Q1 2023) / VND 100 billion in progress, 20.0%" in english

    def test_outcomes_differ_without_colour(self) -> None:
        bars = drawn(plot.bullets(CARD), "result")
        assert [one.get_hatch() for one in bars] == ["////", "", "....", ""]

    def test_of_entries_and_of_nothing(self) -> None:
        assert len(drawn(plot.bullets(CARD.entries[:1]), "result")) == 1
        assert drawn(plot.bullets([]), "result") == []

    def test_on_axes_given(self) -> None:
        figure = Figure()
        above, below = figure.subplots(2)
        assert plot.bullets(CARD, ax=below) is figure
        assert above.get_children()
        assert not [one for one in above.get_children() if one.get_gid()]
        assert [one for one in below.get_children() if one.get_gid() == "result"]

    def test_other_policy_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="policy of the verdict"):
            plot.bullets(CARD, policy=Policy(rounding=Rounding.TRUNCATED))

    def test_dollars_are_no_formula(self) -> None:
        aim = evolve(target("5 %"), name="a $x_1$ b", indicator=evolve(UP, id="a $x_1$ b"))
        result = evolve(actual("6 %"), name=aim.name, indicator=aim.indicator)
        figure = plot.bullets(scorecard([plan_report(aim), report(result)]))
        assert r"A \$x_1\$ b (2023)" in texts(figure)
        figure.savefig(io.BytesIO(), format="svg")


class TestPace:
    VERDICTS = tuple(
        assess(evolve(target("100 tỷ đồng", FLOW), name=name), actual(f"{done} tỷ đồng", FLOW, period=Q1))
        for name, done in (("a", "26.7"), ("b", "25"), ("c", "20"), ("d", "5"), ("e", "-3"))
    )

    def test_a_point_for_each_open_flow(self) -> None:
        figure = plot.pace(self.VERDICTS)
        assert points(figure, "share") == [(25, -3), (25, 5), (25, 20), (25, 25), (25, 26.7)]
        assert spans(figure, "interval")[-1] == (26.65, 26.75)

    def test_classes_differ_in_their_sign(self) -> None:
        signs = [one.get_marker() for one in drawn(plot.pace(self.VERDICTS), "share")]
        assert signs == ["s", "X", "v", "o", "^"]

    def test_an_even_pace_and_the_cuts_of_the_policy(self) -> None:
        figure = plot.pace(self.VERDICTS)
        assert [one.get_slope() for one in drawn(figure, "even")] == [1]
        assert [one.get_slope() for one in drawn(figure, "cut")] == [1.05, 0.95, 0.6]
        assert "105% · 95% · 60% của mức chia đều" in texts(figure)

    def test_names_stand_apart(self) -> None:
        figure = plot.pace(self.VERDICTS)
        low, high = figure.axes[0].get_ylim()
        heights = sorted(one.xyann[1] for one in named(figure))
        assert len(heights) == 5
        assert min(b - a for a, b in pairwise(heights)) >= (high - low) * 0.05
        assert "A: 26,7%" in texts(figure)

    def test_of_a_scorecard_what_has_a_pace(self) -> None:
        assert points(plot.pace(CARD), "share") == [(25, 20)]
        assert points(plot.pace([]), "share") == []

    def test_what_has_no_even_pace_is_not_drawn(self) -> None:
        """Measured by another year's course, of no known flow, or without a share."""
        profile = Profile("2022", ((3, Decimal("0.15")),))
        aim, done = target("100 tỷ đồng", FLOW), actual("20 tỷ đồng", FLOW, period=Q1)
        assert points(plot.pace([assess(aim, done, profile=profile)]), "share") == []
        assert points(plot.pace([assess(target("100 tỷ đồng"), actual("20 tỷ đồng", period=Q1))]), "share") == []
        assert points(plot.pace([assess(aim, actual("> 20 tỷ đồng", FLOW, period=Q1))]), "share") == []

    def test_late_in_the_year_names_stand_at_the_left(self) -> None:
        late = assess(target("100 tỷ đồng", FLOW), actual("80 tỷ đồng", FLOW, period=Period.months(2023, 11)))
        (text,) = named(plot.pace([late]))
        assert text.get_horizontalalignment() == "right"
        assert text.xyann[0] < text.xy[0]

    def test_in_english(self) -> None:
        assert {"ahead of pace", "even pace", "% of the target realised"} <= set(
            texts(plot.pace(self.VERDICTS, locale="en"))
        )


def years(*told: tuple[int, str], **more: Any) -> Series:
    held = [
        report(
            actual(text, FLOW, period=Period.year(year), locality=QUAN_3, **more),
            document=f"d{year}",
            issued=date(year + 1, 1, 9),
        )
        for year, text in told
    ]
    return ReportSet(held).series("x")


class TestSeries:
    SERIES = years((2021, "310.5 tỷ đồng"), (2022, "298 tỷ đồng"), (2023, "0.35 nghìn tỷ đồng"))

    def test_a_point_for_each_value_in_one_unit(self) -> None:
        figure = plot.series(self.SERIES)
        assert points(figure, "figure") == [(0, 0.3105), (1, 0.298), (2, 0.35)]
        assert spans(figure, "interval") == [(0.31045, 0.31055), (0.2975, 0.2985), (0.345, 0.355)]
        assert [one.get_text() for one in figure.axes[0].get_xticklabels()] == ["2021", "2022", "2023"]
        assert figure.axes[0].get_ylabel() == "nghìn tỷ đồng"
        assert plot.series(self.SERIES, locale="en").axes[0].get_ylabel() == "VND trillion"

    def test_estimates_are_hollow(self) -> None:
        told = report(
            actual("5 tỷ đồng", status=Status.ESTIMATED),
            actual("4 tỷ đồng", period=Period.year(2022), status=Status.FINAL),
        )
        figure = plot.series(ReportSet([told]).series("x"))
        assert [one.get_markerfacecolor() for one in drawn(figure, "figure")] == ["#1a1a1a", "white"]

    def test_what_was_stated_before_is_a_cross(self) -> None:
        early = report(actual("5 tỷ đồng"), document="a", issued=date(2024, 1, 1))
        late = report(actual("6 tỷ đồng"), document="b", issued=date(2024, 6, 1))
        figure = plot.series(ReportSet([early, late]).series("x"))
        assert points(figure, "before") == [(0, 5)]
        assert points(figure, "figure") == [(0, 6)]
        assert "lần công bố trước" in texts(figure)

    def test_targets_lie_across_their_period(self) -> None:
        told = ReportSet([plan_report(target("300 tỷ đồng")), report(actual("290 tỷ đồng", FLOW))])
        figure = plot.series(told.series("x"), targets=told.series("x", role=Role.TARGET))
        (line,) = drawn(figure, "target")
        assert line.get_segments()[0][:, 1].tolist() == [300, 300]
        assert "chỉ tiêu" in texts(figure)
        assert "chỉ tiêu" not in texts(plot.series(told.series("x")))

    def test_a_line_joins_periods_of_one_length_only(self) -> None:
        told = report(
            *(actual(f"{one} tỷ đồng", FLOW, period=Period.year(year)) for one, year in ((4, 2021), (5, 2022))),
            *(actual(f"{one} tỷ đồng", FLOW, period=Period.quarter(year, 1)) for one, year in ((1, 2022), (2, 2023))),
        )
        figure = plot.series(ReportSet([told]).series("x"))
        assert [one.get_ydata().tolist() for one in drawn(figure, "run")] == [[4, 5], [1, 2]]
        names = [one.get_text().replace("\n", " ") for one in figure.axes[0].get_xticklabels()]
        assert names == ["2021", "quý I/2022", "2022", "quý I/2023"]

    def test_tells_what_was_left_out(self) -> None:
        told = report(actual("5 tỷ đồng"), actual("6 tỷ đồng", period=Q1), actual("7 %"))
        assert any(
            "Không đưa vào chuỗi: 1 số liệu." in one for one in texts(plot.series(ReportSet([told]).series("x")))
        )

    def test_targets_alone(self) -> None:
        told = ReportSet([plan_report(target("300 tỷ đồng"))])
        (point,) = drawn(plot.series(told.series("x", role=Role.TARGET)), "figure")
        assert point.get_markerfacecolor() == "#1a1a1a"  # what is aimed at is no estimate

    def test_a_figure_without_a_point_is_left_out(self) -> None:
        percentage = ReportSet([report(actual("7 %"))]).series("x")
        apart = evolve(self.SERIES, observations=(*percentage, *self.SERIES))
        assert len(points(plot.series(apart), "figure")) == 3

    def test_a_line_joins_stretches_of_days_and_of_months_apart(self) -> None:
        days = [Period(date(year, 1, 2), date(year, 1, 13)) for year in (2022, 2023)]
        assert {one.days for one in days} == {12}  # as many days as a year has months
        told = report(
            *(actual("2 tỷ đồng", FLOW, period=one) for one in days),
            *(actual("5 tỷ đồng", FLOW, period=Period.year(year)) for year in (2022, 2023)),
        )
        figure = plot.series(ReportSet([told]).series("x"))
        assert sorted(one.get_ydata().tolist() for one in drawn(figure, "run")) == [[2, 2], [5, 5]]

    def test_of_nothing(self) -> None:
        empty = evolve(self.SERIES, observations=())
        assert points(plot.series(empty), "figure") == []


class TestGrowth:
    def test_on_the_year_before(self) -> None:
        figure = plot.growth(years((2021, "100 tỷ đồng"), (2022, "110 tỷ đồng"), (2023, "99 tỷ đồng")))
        bars = drawn(figure, "growth")
        assert [round(one.get_height(), 6) for one in bars] == [10, -10]
        assert [one.get_hatch() for one in bars] == [RISE.hatch, FALL.hatch]
        assert {"tăng 10,0%", "giảm 10,0%"} <= set(texts(figure))
        low, high = spans(figure, "interval")[0]
        assert low == pytest.approx((109.5 / 100.5 - 1) * 100)
        assert high == pytest.approx((110.5 / 99.5 - 1) * 100)

    def test_the_number_stands_beyond_the_end_of_its_bar(self) -> None:
        figure = plot.growth(years((2021, "100 tỷ đồng"), (2022, "110 tỷ đồng"), (2023, "99 tỷ đồng")))
        up, down = named(figure)
        rises, falls = spans(figure, "interval")
        assert (up.xy[1], up.xyann, up.get_verticalalignment()) == (pytest.approx(rises[1]), (0, 5), "bottom")
        assert (down.xy[1], down.xyann, down.get_verticalalignment()) == (pytest.approx(falls[0]), (0, -5), "top")

    def test_as_stated(self) -> None:
        told = report(change("14.1 %", basis="yoy"), change("5 hộ", period=Q1))
        figure = plot.growth(ReportSet([told]).series("x", role=Role.CHANGE, dimension="percent"))
        assert [one.get_height() for one in drawn(figure, "growth")] == [14.1]
        assert spans(figure, "interval") == [(14.05, 14.15)]
        assert "mức tăng, giảm như văn bản nêu (%)" in texts(figure)
        assert "tăng 14,1%" in texts(figure)
        assert "up 14.1%" in texts(
            plot.growth(ReportSet([told]).series("x", role=Role.CHANGE, dimension="percent"), locale="en")
        )
        counted = ReportSet([told]).series("x", role=Role.CHANGE, dimension="count:hộ")
        assert drawn(plot.growth(counted), "growth") == []

    def test_stated_digits_are_all_told(self) -> None:
        told = report(change("14.53 %", basis="yoy"))
        assert "tăng 14,53%" in texts(plot.growth(ReportSet([told]).series("x", role=Role.CHANGE)))

    @pytest.mark.parametrize(("locale", "thousand"), [("vi", "1.000"), ("en", "1,000")])
    def test_numbers_of_an_axis_have_the_marks_of_the_language(self, locale: Locale, thousand: str) -> None:
        axes = plot.series(years((2021, "1000 tỷ đồng"), (2022, "1400 tỷ đồng")), locale=locale).axes[0]
        assert axes.yaxis.get_major_formatter()(1000.0000000000001) == thousand


EVERY = {
    "bullets": lambda: plot.bullets(CARD),
    "pace": lambda: plot.pace(TestPace.VERDICTS),
    "series": lambda: plot.series(TestSeries.SERIES),
    "growth": lambda: plot.growth(TestSeries.SERIES),
}


@pytest.mark.parametrize("name", EVERY)
class TestEveryChart:
    def test_is_written_as_png_and_svg(self, name: str) -> None:
        figure = EVERY[name]()
        for form, start in (("png", b"\x89PNG"), ("svg", b"<?xml")):
            held = io.BytesIO()
            figure.savefig(held, format=form)
            assert held.getvalue().startswith(start)
        svg = ET.fromstring(held.getvalue())  # noqa: S314  # of our own making
        ids = {one.get("id") for one in svg.iter()}
        assert ids & {"result", "share", "figure", "growth"}

    def test_has_a_font_with_every_vietnamese_letter(self, name: str) -> None:
        figure = EVERY[name]()
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a letter that the font lacks is a warning
            figure.savefig(io.BytesIO(), format="png")
        assert {one.get_fontfamily()[0] for one in figure.findobj(Text) if one.get_text()} == {FONT}

    def test_no_text_is_cut(self, name: str) -> None:
        figure = EVERY[name]()
        figure.draw_without_rendering()
        box, (width, height) = figure.get_tightbbox(), figure.get_size_inches()
        assert min(box.x0, box.y0) >= -0.01
        assert box.x1 <= width + 0.01
        assert box.y1 <= height + 0.01

    def test_leaves_no_global_state(self, name: str) -> None:
        from matplotlib import pyplot as plt

        EVERY[name]()
        assert plt.get_fignums() == []

    def test_shows_itself_in_a_notebook(self, name: str) -> None:
        assert EVERY[name]()._repr_png_().startswith(b"\x89PNG")  # type: ignore[attr-defined]


def test_looks_differ_in_lightness_or_hatch() -> None:
    """On a black and white print no two kinds of outcome are alike."""
    looks = [*LOOKS.values()]
    assert len({one.hatch for one in looks}) == len(looks)
    assert RISE.hatch != FALL.hatch
    assert set(LOOKS) >= {"met", "missed", "open", "none"}
    assert len(Outcome) == 8


def test_spread_keeps_order_and_distance() -> None:
    assert spread([1, 1, 5], least=1, top=9) == [1, 2, 5]
    assert spread([8, 8.5, 9], least=1, top=9) == [7, 8, 9]
    assert spread([], least=1, top=9) == []


def test_matplotlib_is_loaded_on_first_use_only() -> None:
    program = "import sys, vnplan; vnplan.plot.bullets; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "False"


def test_without_matplotlib_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'vnplan\[plot\]'") as caught:
        plot.bullets([])
    assert (caught.value.feature, caught.value.extra) == ("a chart", "plot")
