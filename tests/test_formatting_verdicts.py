"""Verdicts in words, and their derivation as a person would write it down."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from vnplan.attainment import (
    Amount,
    Consistency,
    Policy,
    Profile,
    Ratio,
    Reason,
    Rounding,
    assess,
    growth,
    required_run_rate,
)
from vnplan.audit import RULES, Finding
from vnplan.errors import InvalidValueError
from vnplan.formatting import (
    explain,
    format_amount,
    format_finding,
    format_interval,
    format_ratio,
    format_scorecard,
    format_verdict,
    to_text,
)
from vnplan.formatting.findings import RULE_TITLES
from vnplan.model.actual import Actual, Change, Status, VerdictWord
from vnplan.model.figure import Basis
from vnplan.model.indicator import Direction, Indicator, Measurement
from vnplan.model.interval import Interval
from vnplan.model.period import Period
from vnplan.model.quantity import Quantity
from vnplan.model.report import Report
from vnplan.model.source import Source
from vnplan.model.stated import Comparator, Hedge, Stated
from vnplan.model.target import Measure, Target
from vnplan.model.units import PERCENT, PERCENTAGE_POINT, Unit
from vnplan.scorecard import scorecard

BILLION_DONG = Unit("tỷ đồng", "money:VND", 9)
REVENUE = Indicator(
    id="state_budget_revenue",
    name="thu ngân sách nhà nước",
    english="state budget revenue",
    direction=Direction.HIGHER,
    measurement=Measurement.FLOW,
)


def money(number: str) -> Stated:
    return Stated(quantity=Quantity(Decimal(number), BILLION_DONG))


def percent(number: str, comparator: Comparator = Comparator.EQUAL, upper: str | None = None) -> Stated:
    end = None if upper is None else Quantity(Decimal(upper), PERCENT)
    return Stated(comparator=comparator, quantity=Quantity(Decimal(number), PERCENT), upper=end)


ESTIMATE = Target(
    name="tổng thu ngân sách Nhà nước",
    indicator=REVENUE,
    period=Period.year(2024),
    stated=money("5208"),
    authority=Basis.ESTIMATE,
)
QUARTER = Actual(name="tổng thu ngân sách", indicator=REVENUE, period=Period.quarter(2024, 1), stated=money("1390.9"))
PLANNED = evolve(
    ESTIMATE,
    name="thu ngân sách Nhà nước",
    period=Period.year(2023),
    stated=money("5558"),
    authority=Basis.PLAN,
    source=Source(10, 23, document="002", quote="5.558 tỷ đồng"),
)
YEAR = evolve(QUARTER, name="thu ngân sách", period=Period.year(2023), stated=money("5574.5"))
JOBLESS = Target(
    name="tỷ lệ thất nghiệp",
    period=Period.year(2023),
    stated=percent("3", Comparator.LESS_THAN),
    authority=Basis.PLAN,
)
ACCIDENTS = Target(
    name="tai nạn giao thông",
    period=Period.year(2023),
    stated=percent("5", Comparator.BETWEEN, "10"),
    measure=Measure.DECREASE,
)
FEWER = Change(
    name="tai nạn giao thông",
    period=Period.year(2023),
    stated=percent("12.5"),
    measure=Measure.DECREASE,
    basis="yoy",
)


def jobless(number: str, **more: object) -> Actual:
    known = Actual(name="tỷ lệ thất nghiệp", period=Period.year(2023), stated=percent(number))
    return evolve(known, **more)  # type: ignore[arg-type]


class TestFormatVerdict:
    """One sentence: outcome, both figures, what makes it more or less sure."""

    def test_of_a_year_that_is_over(self) -> None:
        verdict = assess(PLANNED, YEAR, exact_target=True)
        assert format_verdict(verdict) == (
            "Thu ngân sách Nhà nước năm 2023: vượt; kết quả 5.574,5 tỷ đồng so với chỉ tiêu 5.558 tỷ đồng (100,3%); "
            "chắc chắn; số liệu chưa chính thức"
        )
        assert format_verdict(verdict, locale="en") == (
            "State budget revenue, 2023: exceeded; result VND 5,574.5 billion against VND 5,558 billion (100.3%); "
            "certain; provisional"
        )

    def test_of_an_open_year(self) -> None:
        verdict = assess(ESTIMATE, QUARTER)
        assert format_verdict(verdict) == (
            "Tổng thu ngân sách Nhà nước năm 2024: đang thực hiện; kết quả 1.390,9 tỷ đồng so với chỉ tiêu "
            "5.208 tỷ đồng (26,7%); sau 3/12 tháng; vượt tiến độ"
        )
        assert format_verdict(verdict, locale="en") == (
            "State budget revenue, 2024: in progress; result VND 1,390.9 billion against VND 5,208 billion (26.7%); "
            "after 3 of 12 months; ahead of pace"
        )

    def test_the_texts_own_word_where_it_differs(self) -> None:
        differs = jobless("3.0", status=Status.FINAL, verdict_word=VerdictWord.MET)
        assert format_verdict(assess(JOBLESS, differs)) == (
            "Tỷ lệ thất nghiệp năm 2023: không đạt; kết quả 3,0% so với chỉ tiêu dưới 3%; phụ thuộc cách làm tròn; "
            "số liệu chính thức; văn bản nêu: đạt"
        )
        agrees = jobless("2.8", verdict_word=VerdictWord.MET)
        assert "văn bản nêu" not in format_verdict(assess(JOBLESS, agrees))

    def test_of_a_change(self) -> None:
        told = format_verdict(assess(ACCIDENTS, FEWER))
        assert told.startswith(
            "Tai nạn giao thông năm 2023: vượt; kết quả giảm 12,5% so với chỉ tiêu giảm từ 5% đến 10%"
        )
        assert "result down 12.5% against a fall by between 5% and 10%" in format_verdict(
            assess(ACCIDENTS, FEWER), locale="en"
        )

    @pytest.mark.parametrize(
        ("target", "actual", "vietnamese"),
        (
            (ESTIMATE, None, "Tổng thu ngân sách Nhà nước năm 2024: chưa có số liệu"),
            (Target(name="mức sinh hợp lý"), None, "Mức sinh hợp lý: định tính; chỉ tiêu không nêu số"),
            (
                ESTIMATE,
                jobless("3"),
                (
                    "Tổng thu ngân sách Nhà nước năm 2024: không so sánh được; kết quả 3% so với chỉ tiêu 5.208 tỷ đồng; "
                    "khác chỉ tiêu; khác đơn vị tính; kỳ báo cáo không nằm trong kỳ kế hoạch"
                ),
            ),
        ),
    )
    def test_why_nothing_is_decided(self, target: Target, actual: Actual | None, vietnamese: str) -> None:
        assert format_verdict(assess(target, actual)) == vietnamese


class TestExplain:
    """Line by line from the printed figures to the conclusion."""

    def test_a_year_that_is_over(self) -> None:
        assert explain(assess(PLANNED, YEAR, exact_target=True)).split("\n") == [
            "Chỉ tiêu: Thu ngân sách Nhà nước theo kế hoạch năm 2023 là 5.558 tỷ đồng [“5.558 tỷ đồng”, 002:10–23].",
            "Giá trị được coi là đạt: từ 5.558 tỷ đồng trở lên.",
            "Kết quả: Thu ngân sách năm 2023 đạt 5.574,5 tỷ đồng.",
            "Giá trị mà số liệu có thể là: từ 5.574,45 tỷ đồng đến 5.574,55 tỷ đồng.",
            "So sánh: mọi giá trị có thể đều cho: vượt.",
            "Tỷ lệ thực hiện: 5.574,5 tỷ đồng ÷ 5.558 tỷ đồng = 100,3% (từ 100,2959% đến 100,2978%).",
            "Chênh lệch: cao hơn chỉ tiêu 16,5 tỷ đồng.",
            "Kết luận: vượt; chắc chắn dù làm tròn thế nào; số liệu chưa chính thức.",
            (
                "Giả định: coi như cùng địa bàn; coi như cùng cách tính lũy kế; coi như cùng giá tính; "
                "coi chỉ tiêu là số chính xác."
            ),
            "Quy ước đánh giá: vnplan-1.",
        ]

    def test_an_open_year_in_english(self) -> None:
        assert explain(assess(ESTIMATE, QUARTER), locale="en").split("\n") == [
            "Target: The budget estimate for 2024 sets state budget revenue at VND 5,208 billion.",
            "Values that meet it: VND 5,208 billion or more.",
            "Result: State budget revenue in the first quarter of 2024 came to VND 1,390.9 billion.",
            "Values that the figure stands for: VND 1,390.85 billion to VND 1,390.95 billion.",
            "Share realised: VND 1,390.9 billion ÷ VND 5,208 billion = 26.7% (26.706% to 26.708%).",
            "Gap: VND 3,817.1 billion below the target.",
            "Time elapsed: 3 of 12 months (25.0%).",
            "Pace: 106.8% of an even pace, ahead of pace.",
            "Needed for the rest of the period: VND 424.1 billion a month.",
            "Conclusion: in progress; provisional.",
            "Reasons: the target's period is not over.",
            "Assumed: the same place; the same accumulation; the same price base; the target as an exact number.",
            "Policy: vnplan-1.",
        ]

    def test_digits_that_decide_alone(self) -> None:
        lines = explain(assess(JOBLESS, jobless("3.0", verdict_word=VerdictWord.MET))).split("\n")
        assert "So sánh: các giá trị có thể cho: đạt, không đạt." in lines
        assert "Tỷ lệ thực hiện: — (càng thấp càng tốt nên không có tỷ lệ thực hiện)." in lines
        assert "Chênh lệch: bằng chỉ tiêu." in lines
        assert "Lưu ý: văn bản nêu: đạt." in lines
        assert any(line.startswith("Kết luận: không đạt; theo số in; giá trị trước khi làm tròn") for line in lines)

    def test_falls_are_told_as_falls(self) -> None:
        lines = explain(assess(ACCIDENTS, FEWER)).split("\n")
        assert "Giá trị được coi là đạt: giảm từ 5% trở lên." in lines
        assert "Giá trị mà số liệu có thể là: giảm từ 12,45% đến 12,55%." in lines
        assert "Chênh lệch: giảm nhiều hơn chỉ tiêu 7,5 điểm phần trăm." in lines
        short = explain(assess(ACCIDENTS, evolve(FEWER, stated=percent("2")))).split("\n")
        assert "Chênh lệch: giảm ít hơn chỉ tiêu 3 điểm phần trăm." in short
        rise = evolve(ACCIDENTS, measure=Measure.INCREASE)
        assert "Giá trị được coi là đạt: tăng từ 5% trở lên." in explain(assess(rise, None)).split("\n")

    def test_points_are_no_percentages(self) -> None:
        fall = Stated(quantity=Quantity(Decimal("1.2"), PERCENTAGE_POINT))
        target = evolve(ACCIDENTS, stated=fall)
        told = explain(assess(target, evolve(FEWER, stated=fall)))
        assert "Giá trị được coi là đạt: giảm từ 1,2 điểm phần trăm trở lên." in told.split("\n")

    def test_no_result_and_no_direction(self) -> None:
        assert "Kết quả: chưa có số liệu." in explain(assess(ESTIMATE, None)).split("\n")
        plain = Target(name="x", stated=percent("100"))
        lines = explain(assess(plain, None)).split("\n")
        assert "Giá trị được coi là đạt: không rõ cao hơn hay thấp hơn là tốt." in lines

    def test_pace_that_is_not_defined(self) -> None:
        stock = evolve(REVENUE, measurement=Measurement.STOCK)
        verdict = assess(evolve(ESTIMATE, indicator=stock), evolve(QUARTER, indicator=stock))
        told = "Tiến độ: không xác định tiến độ (không phải chỉ tiêu cộng dồn)."
        assert told in explain(verdict).split("\n")

    def test_pace_against_another_year(self) -> None:
        last = Profile("2023", ((3, Decimal("0.30")),))
        lines = explain(assess(ESTIMATE, QUARTER, profile=last)).split("\n")
        assert "Tiến độ: bằng 89,0% mức cùng thời điểm của 2023, chậm tiến độ." in lines

    def test_a_target_without_a_figure(self) -> None:
        lines = explain(assess(Target(name="mức sinh hợp lý"), None), locale="en").split("\n")
        assert lines[:2] == ["Target: The target names mức sinh hợp lý without a figure.", "Result: no figure yet."]

    def test_a_range_or_an_approximation(self) -> None:
        ranged = evolve(ESTIMATE, stated=percent("60", Comparator.BETWEEN, "62"))
        about = Stated(comparator=Comparator.ABOUT, hedge=Hedge.ABOUT, quantity=Quantity(Decimal(61), PERCENT))
        lines = explain(assess(ranged, evolve(QUARTER, period=Period.year(2024), stated=about))).split("\n")
        assert lines[1:4] == [
            "Giá trị được coi là đạt: từ 60% trở lên.",
            "Kết quả: Tổng thu ngân sách năm 2024 đạt khoảng 61%.",
            "Tỷ lệ thực hiện: — (số liệu chỉ nêu khoảng chừng).",
        ]

    def test_the_policy_must_be_the_verdicts(self) -> None:
        policy = Policy(rounding=Rounding.TRUNCATED)
        verdict = assess(PLANNED, YEAR, policy=policy, exact_target=True)
        assert "từ 5.574,5 tỷ đồng đến dưới 5.574,6 tỷ đồng" in explain(verdict, policy=policy)
        with pytest.raises(InvalidValueError) as caught:
            explain(verdict)
        assert (caught.value.field, caught.value.value) == ("policy", "vnplan-1")


class TestNumbersOfAttainment:
    """Sets, ratios and amounts."""

    @pytest.mark.parametrize(
        ("interval", "vietnamese", "english"),
        (
            (Interval(Decimal(5), Decimal(10)), "từ 5% đến 10%", "5% to 10%"),
            (Interval(Decimal(5), Decimal(10), lower_closed=False), "trên 5% đến 10%", "above 5% and up to 10%"),
            (Interval(Decimal(5), Decimal(10), upper_closed=False), "từ 5% đến dưới 10%", "5% to below 10%"),
            (
                Interval(Decimal(5), Decimal(10), lower_closed=False, upper_closed=False),
                "trên 5% đến dưới 10%",
                "above 5% and below 10%",
            ),
            (Interval(Decimal(5), None), "từ 5% trở lên", "5% or more"),
            (Interval(Decimal(5), None, lower_closed=False), "trên 5%", "more than 5%"),
            (Interval(None, Decimal(5)), "không quá 5%", "no more than 5%"),
            (Interval(None, Decimal(5), upper_closed=False), "dưới 5%", "less than 5%"),
            (Interval.point(Decimal(5)), "đúng 5%", "exactly 5%"),
            (Interval(), "mọi giá trị", "any value"),
        ),
    )
    def test_intervals(self, interval: Interval, vietnamese: str, english: str) -> None:
        assert format_interval(interval) == vietnamese
        assert format_interval(interval, locale="en") == english
        assert to_text(interval) == vietnamese

    def test_ends_are_rounded_outwards(self) -> None:
        third = Interval(Decimal(1) / 3, Decimal(2) / 3)
        assert format_interval(third, decimals=2) == "từ 0,33% đến 0,67%"
        assert format_interval(-third, decimals=2) == "từ -0,67% đến -0,33%"

    def test_ratios(self) -> None:
        rise = growth(Quantity(Decimal("4840.1"), BILLION_DONG), Quantity(Decimal("5208.0"), BILLION_DONG))
        assert format_ratio(rise) == "7,6% (từ 7,5989% đến 7,6033%)"
        assert format_ratio(Ratio(reason=Reason.ZERO_TARGET)) == "— (chỉ tiêu bằng 0)"
        assert format_ratio(Ratio()) == "— (—)"
        one_sided = Ratio(interval=Interval(Decimal("0.98"), None), reason=Reason.ONE_SIDED)
        assert format_ratio(one_sided) == "từ 98% trở lên (số liệu chỉ nêu một phía)"
        assert to_text(Ratio(value=Decimal("0.5")), "en") == "50.0%"

    @pytest.mark.parametrize(
        ("value", "told"),
        (("0.9997", "99,97%"), ("0.99999", "99,999%"), ("1", "100,0%"), ("1.0004", "100,04%"), ("0.267", "26,7%")),
    )
    def test_just_short_of_all_is_not_all(self, value: str, told: str) -> None:
        assert format_ratio(Ratio(value=Decimal(value))) == told

    def test_amounts(self) -> None:
        rate = required_run_rate(ESTIMATE, QUARTER)
        assert format_amount(rate, decimals=1) == "424,1 tỷ đồng mỗi tháng"
        assert format_amount(rate, decimals=1, locale="en") == "VND 424.1 billion a month"
        assert to_text(Amount(reason=Reason.PERIOD_OVER)) == "— (kỳ kế hoạch đã kết thúc)"
        assert format_amount(Amount()) == "—"


class TestScorecard:
    """Counts over the full denominator."""

    def test_counts(self) -> None:
        plan = Report(text="", document="a", targets=(evolve(PLANNED, source=None), JOBLESS, ACCIDENTS))
        year = Report(text="", document="b", actuals=(YEAR, jobless("3.0")))
        card = scorecard([plan, year])
        assert format_scorecard(card) == (
            "1/3 chỉ tiêu đạt (1–2 tùy cách làm tròn): 1 vượt, 1 không đạt, 1 chưa có số liệu"
        )
        assert (
            to_text(card, "en")
            == "1 of 3 targets met (1–2 depending on rounding): 1 exceeded, 1 not met, 1 no figure yet"
        )
        assert to_text(card.entries[2]) == "Tai nạn giao thông năm 2023: chưa có số liệu"
        assert format_scorecard(scorecard([])) == "0/0 chỉ tiêu đạt"


class TestFindings:
    FINDING = Finding(
        rule="counts", result=Consistency.INCONSISTENT, message_vi="Bốn nêu năm.", message_en="Four is five."
    )

    def test_both_languages(self) -> None:
        assert to_text(self.FINDING) == "Số công bố và số tìm thấy, không khớp: Bốn nêu năm."
        assert format_finding(self.FINDING, locale="en") == "Announced and found, inconsistent: Four is five."

    def test_without_a_sentence(self) -> None:
        assert format_finding(Finding(rule="mine", result=Consistency.CONSISTENT)) == "Mine, khớp"

    def test_every_rule_has_a_title(self) -> None:
        assert RULE_TITLES.keys() == RULES.keys()
