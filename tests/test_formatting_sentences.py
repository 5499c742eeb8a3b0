"""Figures and documents as whole sentences, in Vietnamese and English."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from attrs import evolve

import vnplan.attainment
import vnplan.model
import vnplan.series
from vnplan.errors import InvalidValueError
from vnplan.formatting import (
    format_actual,
    format_change,
    format_citation,
    format_directive,
    format_enum,
    format_locality,
    format_share,
    format_tally,
    format_target,
    summarise,
    to_text,
)
from vnplan.formatting.terms import TERMS, format_field
from vnplan.model.actual import Actual, Change, ChangeForm, Share, ShareForm, Status, Tally, VerdictWord
from vnplan.model.directive import Body, Citation, Deadline, Directive, Person
from vnplan.model.figure import Basis
from vnplan.model.indicator import Indicator
from vnplan.model.locality import Commune, District, Locality, Province
from vnplan.model.period import Period
from vnplan.model.plan import Plan, PlanEntry, Recurrence, ReportingDuty, Task
from vnplan.model.quantity import Quantity
from vnplan.model.report import Report, ReportKind
from vnplan.model.stated import Comparator, Hedge, Stated
from vnplan.model.target import Frame, Measure, Target
from vnplan.model.units import PERCENT, Unit

BILLION_DONG = Unit("tỷ đồng", "money:VND", 9)
REVENUE = Indicator(id="state_budget_revenue", name="thu ngân sách nhà nước", english="state budget revenue")
Q1 = Period.quarter(2024, 1)


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
ACTUAL = Actual(name="Tổng thu ngân sách Nhà nước", indicator=REVENUE, period=Q1, stated=money("1390.9"))
SHARE = Share(
    name="Tổng thu ngân sách Nhà nước",
    indicator=REVENUE,
    period=Q1,
    stated=percent("26.7"),
    basis=Basis.ESTIMATE,
    of=ACTUAL,
)
CHANGE = Change(
    name="Tổng doanh thu bán hàng hóa và dịch vụ",
    period=Q1,
    stated=percent("14.53"),
    basis="yoy",
    status=Status.ESTIMATED,
)


class TestTarget:
    """What is aimed at, by whom and for when."""

    @pytest.mark.parametrize(
        ("target", "vietnamese", "english"),
        [
            (
                ESTIMATE,
                "Tổng thu ngân sách Nhà nước theo dự toán năm 2024 là 5.208 tỷ đồng",
                "The budget estimate for 2024 sets state budget revenue at VND 5,208 billion",
            ),
            (
                evolve(ESTIMATE, authority=Basis.ASSIGNED, period=Period.year(2023), stated=money("5558")),
                "Tổng thu ngân sách Nhà nước theo chỉ tiêu được giao năm 2023 là 5.558 tỷ đồng",
                "The assigned target for 2023 sets state budget revenue at VND 5,558 billion",
            ),
            (
                Target(name="tỷ lệ thất nghiệp", stated=percent("3", Comparator.LESS_THAN), authority=Basis.PLAN),
                "Tỷ lệ thất nghiệp theo kế hoạch là dưới 3%",
                "The plan sets tỷ lệ thất nghiệp at less than 3%",  # no catalogue entry: the wording stays
            ),
            (
                Target(
                    name="tai nạn giao thông",
                    period=Period.years(2021, 2025),
                    stated=percent("5", Comparator.BETWEEN, "10"),
                    measure=Measure.DECREASE,
                ),
                "Tai nạn giao thông theo chỉ tiêu giai đoạn 2021 – 2025 giảm từ 5% đến 10%",
                "The target for the 2021–2025 period asks for tai nạn giao thông to fall by between 5% and 10%",
            ),
            (
                Target(name="tốc độ tăng trưởng", stated=percent("10"), measure=Measure.INCREASE),
                "Tốc độ tăng trưởng theo chỉ tiêu là 10%",  # the name says the rise already
                "The target sets tốc độ tăng trưởng at 10%",
            ),
            (
                Target(name="hộ dân sử dụng nước sạch", stated=percent("100"), maintain=True),
                "Hộ dân sử dụng nước sạch theo chỉ tiêu duy trì ở mức 100%",
                "The target keeps hộ dân sử dụng nước sạch at 100%",
            ),
            (
                Target(
                    name="khách du lịch",
                    stated=Stated(quantity=Quantity(Decimal(2), Unit("lần", "times"))),
                    frame=Frame.TIMES,
                    measure=Measure.INCREASE,
                ),
                "Khách du lịch theo chỉ tiêu gấp 2 lần",
                "The target asks for khách du lịch to reach 2 times its base",
            ),
            (
                Target(name="mức sinh hợp lý"),
                "Mức sinh hợp lý theo chỉ tiêu không nêu số cụ thể",
                "The target names mức sinh hợp lý without a figure",
            ),
        ],
    )
    def test_sentence(self, target: Target, vietnamese: str, english: str) -> None:
        assert format_target(target) == vietnamese
        assert format_target(target, locale="en") == english


class TestActual:
    """A result, with its change, share and target."""

    def test_with_share_and_target(self) -> None:
        told = format_actual(ACTUAL, share=SHARE, target=ESTIMATE, with_period=False)
        assert told == (
            "Tổng thu ngân sách Nhà nước đạt 1.390,9 tỷ đồng, đạt 26,7% so với dự toán năm là 5.208 tỷ đồng"
        )
        told = format_actual(ACTUAL, share=SHARE, target=ESTIMATE, locale="en")
        assert told == (
            "State budget revenue in the first quarter of 2024 came to VND 1,390.9 billion, "
            "26.7% of the annual budget estimate of VND 5,208 billion"
        )

    def test_with_target_alone(self) -> None:
        assert format_actual(ACTUAL, target=ESTIMATE) == (
            "Tổng thu ngân sách Nhà nước quý I năm 2024 đạt 1.390,9 tỷ đồng, dự toán năm là 5.208 tỷ đồng"
        )
        assert format_actual(ACTUAL, target=ESTIMATE, locale="en", with_period=False) == (
            "State budget revenue came to VND 1,390.9 billion, against the annual budget estimate of VND 5,208 billion"
        )

    def test_a_target_for_the_same_year_is_dated(self) -> None:
        actual = evolve(ACTUAL, period=Period.year(2024))
        told = format_actual(actual, share=evolve(SHARE, period=Period.year(2024)), target=ESTIMATE)
        assert told.endswith("đạt 26,7% so với dự toán năm 2024 là 5.208 tỷ đồng")

    def test_with_change(self) -> None:
        change = evolve(CHANGE, stated=percent("73.3"), status=Status.UNSPECIFIED)
        assert format_actual(ACTUAL, changes=[change], with_period=False) == (
            "Tổng thu ngân sách Nhà nước đạt 1.390,9 tỷ đồng, tăng 73,3% so với cùng kỳ năm trước"
        )
        assert format_actual(ACTUAL, changes=[change], with_period=False, locale="en") == (
            "State budget revenue came to VND 1,390.9 billion, up 73.3% on the same period of the previous year"
        )

    @pytest.mark.parametrize(
        ("changes", "vietnamese", "english"),
        [
            ({"status": Status.ESTIMATED}, "X ước đạt 1.390,9 tỷ đồng", "X came to VND 1,390.9 billion (estimated)"),
            (
                {"status": Status.PRELIMINARY},
                "X sơ bộ đạt 1.390,9 tỷ đồng",
                "X came to VND 1,390.9 billion (preliminary)",
            ),
            ({"status": Status.FINAL}, "X đạt 1.390,9 tỷ đồng", "X came to VND 1,390.9 billion"),
            ({"stated": percent("98", Comparator.MORE_THAN)}, "X đạt trên 98%", "X came to more than 98%"),
            ({"stated": percent("3", Comparator.LESS_THAN)}, "X ở mức dưới 3%", "X came to less than 3%"),
            (
                {"verdict_word": VerdictWord.EXCEEDED},
                "X đạt 1.390,9 tỷ đồng, vượt chỉ tiêu",
                "X came to VND 1,390.9 billion, exceeding the target",
            ),
            (
                {"stated": Stated(), "verdict_word": VerdictWord.NOT_MET},
                "X không đạt chỉ tiêu",
                "X missed the target",
            ),
            ({"stated": Stated()}, "X không nêu số liệu", "X is told without a figure"),
        ],
    )
    def test_status_bound_and_verdict(self, changes: dict[str, object], vietnamese: str, english: str) -> None:
        actual = evolve(Actual(name="x", stated=money("1390.9")), **changes)  # type: ignore[arg-type]
        assert format_actual(actual) == vietnamese
        assert format_actual(actual, locale="en") == english

    def test_a_day_is_told_with_on(self) -> None:
        actual = evolve(ACTUAL, period=Period.at(date(2024, 12, 31)))
        assert "ngày 31 tháng 12 năm 2024 đạt" in format_actual(actual)
        assert "on 31 December 2024 came to" in format_actual(actual, locale="en")


class TestChange:
    """Rates, ratios, multiples and differences against their base."""

    @pytest.mark.parametrize(
        ("changes", "vietnamese", "english"),
        [
            ({}, "X tăng 14,53%", "X rose by 14.53%"),
            ({"measure": Measure.DECREASE}, "X giảm 14,53%", "X fell by 14.53%"),
            ({"stated": percent("-3")}, "X giảm 3%", "X fell by 3%"),  # a sign by hand
            ({"stated": percent("-3"), "measure": Measure.DECREASE}, "X tăng 3%", "X rose by 3%"),
            ({"measure": Measure.LEVEL}, "X thay đổi 14,53%", "X changed by 14.53%"),
            (
                {"basis": "yoy"},
                "X tăng 14,53% so với cùng kỳ năm trước",
                "X rose by 14.53% on the same period of the previous year",
            ),
            ({"basis": Period.year(2022)}, "X tăng 14,53% so với năm 2022", "X rose by 14.53% on 2022"),
            ({"basis": "đầu nhiệm kỳ"}, "X tăng 14,53% so với đầu nhiệm kỳ", "X rose by 14.53% on đầu nhiệm kỳ"),
            (
                {"form": ChangeForm.RATIO, "measure": Measure.LEVEL, "basis": "yoy"},
                "X bằng 14,53% so với cùng kỳ năm trước",
                "X came to 14.53% of the level of the same period of the previous year",
            ),
            (
                {
                    "form": ChangeForm.TIMES,
                    "stated": Stated(quantity=Quantity(Decimal("2.2"), Unit("lần", "times"))),
                    "basis": Period.year(2022),
                },
                "X gấp 2,2 lần so với năm 2022",
                "X came to 2.2 times the level of 2022",
            ),
            ({"stated": Stated()}, "X tăng", "X rose"),
            (
                {"status": Status.ESTIMATED, "stated": percent("5", Comparator.AT_LEAST)},
                "X ước tăng từ 5% trở lên",
                "X rose by 5% or more (estimated)",
            ),
            (
                {"name": "tốc độ tăng trưởng"},
                "Tốc độ tăng trưởng đạt 14,53%",
                "Tốc độ tăng trưởng came to 14.53%",
            ),
        ],
    )
    def test_sentence(self, changes: dict[str, object], vietnamese: str, english: str) -> None:
        change = evolve(Change(name="x", stated=percent("14.53")), **changes)  # type: ignore[arg-type]
        assert format_change(change) == vietnamese
        assert format_change(change, locale="en") == english

    def test_with_period(self) -> None:
        assert format_change(CHANGE) == (
            "Tổng doanh thu bán hàng hóa và dịch vụ quý I năm 2024 ước tăng 14,53% so với cùng kỳ năm trước"
        )


class TestShare:
    """Parts of a target and margins."""

    @pytest.mark.parametrize(
        ("changes", "vietnamese", "english"),
        [
            ({}, "X đạt 26,7%", "X came to 26.7%"),
            ({"basis": Basis.PLAN}, "X đạt 26,7% so với kế hoạch", "X came to 26.7% of the plan"),
            (
                {"basis": Basis.ASSIGNED, "status": Status.ESTIMATED},
                "X ước đạt 26,7% so với chỉ tiêu được giao",
                "X came to 26.7% of the assigned target (estimated)",
            ),
            (
                {"form": ShareForm.MARGIN, "measure": Measure.INCREASE, "basis": Basis.PLAN},
                "X vượt 26,7% so với kế hoạch",
                "X came to 26.7% above the plan",
            ),
            (
                {"form": ShareForm.MARGIN, "measure": Measure.DECREASE},
                "X thấp hơn 26,7%",
                "X came to 26.7% below the target",
            ),
            ({"stated": percent("98", Comparator.MORE_THAN)}, "X đạt trên 98%", "X came to more than 98%"),
            ({"stated": percent("50", Comparator.LESS_THAN)}, "X ở mức dưới 50%", "X came to less than 50%"),
        ],
    )
    def test_sentence(self, changes: dict[str, object], vietnamese: str, english: str) -> None:
        share = evolve(Share(name="x", stated=percent("26.7")), **changes)  # type: ignore[arg-type]
        assert format_share(share) == vietnamese
        assert format_share(share, locale="en") == english

    def test_against_a_target(self) -> None:
        assert format_share(SHARE, target=ESTIMATE).endswith("đạt 26,7% so với dự toán năm là 5.208 tỷ đồng")
        figureless = evolve(ESTIMATE, stated=Stated(), period=None)
        assert format_share(SHARE, target=figureless).endswith("đạt 26,7% so với dự toán")
        assert format_share(SHARE, target=figureless, locale="en").endswith("26.7% of the budget estimate")
        term = evolve(ESTIMATE, period=Period.years(2021, 2025))
        assert format_share(SHARE, target=term, locale="en").endswith(
            "of the budget estimate for the 2021–2025 period of VND 5,208 billion"
        )


class TestTally:
    """Counts of targets and tasks."""

    def test_sentence(self) -> None:
        assert format_tally(Tally(count=17, of=18, noun="chỉ tiêu")) == "17/18 chỉ tiêu"
        assert format_tally(Tally(count=17, of=18, noun="chỉ tiêu"), locale="en") == "17 of 18 targets"
        assert format_tally(Tally(count=1, noun="chỉ tiêu"), locale="en") == "1 target"
        assert format_tally(Tally(count=4, noun="chỉ tiêu", scope="kinh tế")) == "4 chỉ tiêu (kinh tế)"


CHAIR = Person("Trần Văn Bảy", "Chủ tịch UBND Quận 9")


class TestDirective:
    """Who asks what of whom, by when; nothing said twice."""

    @pytest.mark.parametrize(
        ("directive", "vietnamese"),
        [
            (
                Directive(
                    issuer=CHAIR,
                    verb="đề nghị",
                    addressee=Body("các phòng ban, đơn vị"),
                    text="Tiếp tục bám sát nhiệm vụ.",
                ),
                "Chủ tịch UBND Quận 9 Trần Văn Bảy đề nghị các phòng ban, đơn vị tiếp tục bám sát nhiệm vụ",
            ),
            (
                Directive(issuer=Person("Nguyễn Thị Lệ"), verb="cần", addressee=Body("Quận 3"), text="UBND vào cuộc"),
                "Đồng chí Nguyễn Thị Lệ yêu cầu Quận 3 cần UBND vào cuộc",  # an abbreviation keeps its capitals
            ),
            (
                Directive(issuer=Body("UBND Quận 3"), verb="giao", text="Giao Phòng Tài chính theo dõi"),
                "UBND Quận 3: Giao Phòng Tài chính theo dõi",
            ),
            (
                Directive(issuer=Body("UBND Quận 3"), addressee=Body("Phòng X"), text="Phòng X báo cáo"),
                "UBND Quận 3 yêu cầu: Phòng X báo cáo",
            ),
            (
                Directive(
                    issuer=Body("UBND Quận 3"),
                    text="báo cáo",
                    deadline=Deadline(text="trước ngày 15/11", date=date(2023, 11, 15), inclusive=False),
                ),
                "UBND Quận 3 yêu cầu: báo cáo (trước ngày 15/11)",
            ),
            (
                Directive(
                    issuer=Body("UBND Quận 3"),
                    text="báo cáo trước ngày 15/11",
                    deadline=Deadline(text="trước ngày 15/11"),
                ),
                "UBND Quận 3 yêu cầu: báo cáo trước ngày 15/11",
            ),
        ],
    )
    def test_vietnamese(self, directive: Directive, vietnamese: str) -> None:
        assert format_directive(directive) == vietnamese

    def test_english_quotes_the_task(self) -> None:
        deadline = Deadline(text="trước ngày 15/11", date=date(2023, 11, 15), inclusive=False)
        directive = Directive(issuer=CHAIR, addressee=Body("các phòng ban"), text="báo cáo", deadline=deadline)
        assert format_directive(directive, locale="en") == (
            "Trần Văn Bảy (Chủ tịch UBND Quận 9), to các phòng ban: “báo cáo” (before 15 November 2023)"
        )
        soft = evolve(directive, addressee=None, deadline=Deadline(text="thường xuyên"))
        assert format_directive(soft, locale="en").endswith(": “báo cáo” (“thường xuyên”)")


class TestCitation:
    """Type, number, date, issuer, subject: the order of Decree 30/2020/NĐ-CP."""

    def test_all_parts(self) -> None:
        citation = Citation(
            number="200/QĐ-UBND",
            type="Quyết định",
            issuer="Ủy ban nhân dân Thành phố",
            date=date(2023, 1, 18),
            title="về giao nhiệm vụ",
        )
        assert format_citation(citation) == (
            "Quyết định số 200/QĐ-UBND ngày 18 tháng 01 năm 2023 của Ủy ban nhân dân Thành phố về giao nhiệm vụ"
        )
        assert format_citation(evolve(citation, title="giao nhiệm vụ")).endswith("Thành phố về giao nhiệm vụ")
        assert format_citation(citation, locale="en") == (
            "Decision No. 200/QĐ-UBND of 18 January 2023 by Ủy ban nhân dân Thành phố on “về giao nhiệm vụ”"
        )

    def test_parts_that_are_missing_are_left_out(self) -> None:
        assert format_citation(Citation(number="19-CT/TU")) == "Văn bản số 19-CT/TU"
        assert format_citation(Citation(type="chỉ thị"), locale="en") == "Directive"
        assert format_citation(Citation(), locale="en") == "Document"


class TestLocality:
    """English names after Circular 03/2009/TT-BNG."""

    @pytest.mark.parametrize(
        ("locality", "vietnamese", "english"),
        [
            (District(name="Quận 3", short_name="3", kind="quận"), "Quận 3", "District 3"),
            (District(name="huyện Củ Chi", short_name="Củ Chi", kind="huyện"), "Huyện Củ Chi", "Củ Chi District"),
            (
                Province(name="Thành phố Hồ Chí Minh", short_name="Hồ Chí Minh", kind="thành phố"),
                "Thành phố Hồ Chí Minh",
                "Ho Chi Minh City",
            ),
            (
                Province(name="tỉnh Bình Dương", short_name="Bình Dương", kind="tỉnh"),
                "Tỉnh Bình Dương",
                "Bình Dương Province",
            ),
            (Commune(name="Phường 6", short_name="6", kind="phường"), "Phường 6", "Ward 6"),
            (Commune(name="Khu X", short_name="X", kind="khu"), "Khu X", "Khu X"),  # no kind of the circular
        ],
    )
    def test_names(self, locality: Locality, vietnamese: str, english: str) -> None:
        assert format_locality(locality) == vietnamese
        assert format_locality(locality, locale="en") == english


def enums() -> dict[str, type[StrEnum]]:
    """Every enum of the model, of attainment and of series."""
    modules = [
        importlib.import_module(info.name)
        for package in (vnplan.model, vnplan.attainment, vnplan.series)
        for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    ]
    return {
        name: one
        for module in modules
        for name, one in inspect.getmembers(module, inspect.isclass)
        if issubclass(one, StrEnum) and one.__module__ == module.__name__
    }


class TestTerms:
    """Every member of every enum has its words, and no word is left without a member."""

    @pytest.mark.parametrize("name", sorted(enums()))
    def test_every_member_has_words(self, name: str) -> None:
        assert {str(member) for member in enums()[name]} == set(TERMS[name])
        for member in enums()[name]:
            assert format_enum(member)
            assert format_enum(member, locale="en")

    def test_no_words_without_an_enum(self) -> None:
        assert not TERMS.keys() - enums().keys()

    def test_a_foreign_enum(self) -> None:
        class Colour(StrEnum):
            RED = "red"

        with pytest.raises(InvalidValueError) as caught:
            format_enum(Colour.RED)
        assert caught.value.value is Colour.RED

    def test_fields_of_government(self) -> None:
        assert format_field("văn hóa – xã hội", locale="en") == "Culture and society"
        assert format_field("quốc phòng an ninh, an ninh trật tự", locale="en") == "Defence, security and public order"
        assert format_field("lạ") == "Lạ"


PLAN_TARGET = evolve(ESTIMATE, authority=Basis.PLAN, period=Period.year(2023), stated=money("5558"))
PLAN = Plan(
    locality=District(name="Quận 3", short_name="3", kind="quận", code="770"),
    period=Period.year(2023),
    number="12/KH-UBND",
    title="Thực hiện nhiệm vụ phát triển kinh tế - xã hội Quận 3 năm 2023",
    theme="“Nâng cao hiệu quả hoạt động công vụ”",
    objectives=("Giữ vững ổn định.",),
    entries=(
        PlanEntry(number=3, section="kinh tế", text="Thu ngân sách", targets=(PLAN_TARGET,)),
        PlanEntry(
            number=4,
            section="kinh tế",
            targets=(
                Target(name="giải ngân", period=Period.year(2022), stated=percent("95", Comparator.AT_LEAST)),
                Target(name="x", period=Period.year(2023), stated=percent("5"), measure=Measure.DECREASE),
            ),
        ),
        PlanEntry(number=14, section="xã hội", text="Giảm hộ nghèo theo chỉ tiêu Thành phố giao;"),
    ),
    tasks=(Task(text="Cải cách hành chính", section="tổ chức"), Task(text="Chuyển đổi số", section="tổ chức")),
    legal_basis=(Citation(number="16-NQ/QU", type="Nghị quyết"),),
    other_basis=("kết luận của đồng chí Phó Chủ tịch",),
    reporting=(ReportingDuty(report="báo cáo quý", due="trước ngày 10 của tháng cuối quý.", every=Recurrence.QUARTER),),
    signatory=Person("Võ Văn Đức", "Chủ tịch"),
)


class TestSummary:
    """A document rebuilt from its objects alone."""

    def test_a_plan(self) -> None:
        assert summarise(PLAN) == (
            "TÓM TẮT KẾ HOẠCH\n"
            "Thực hiện nhiệm vụ phát triển kinh tế - xã hội Quận 3 năm 2023\n"
            "Quận 3, năm 2023\n"
            "Số: 12/KH-UBND\n"
            "\n"
            "I. CHỦ ĐỀ, MỤC TIÊU\n"
            "Chủ đề năm: “Nâng cao hiệu quả hoạt động công vụ”.\n"
            "- Giữ vững ổn định.\n"
            "\n"
            "II. CHỈ TIÊU\n"
            "1. Kinh tế\n"
            "(3) Tổng thu ngân sách Nhà nước: 5.558 tỷ đồng;\n"
            "(4) Giải ngân (năm 2022): từ 95% trở lên; X: giảm 5%.\n"
            "2. Xã hội\n"
            "(14) Giảm hộ nghèo theo chỉ tiêu Thành phố giao.\n"
            "\n"
            "III. NHIỆM VỤ, GIẢI PHÁP\n"
            "Tổ chức:\n"
            "- Cải cách hành chính.\n"
            "- Chuyển đổi số.\n"
            "\n"
            "IV. CĂN CỨ\n"
            "- Nghị quyết số 16-NQ/QU.\n"
            "- Kết luận của đồng chí Phó Chủ tịch.\n"
            "\n"
            "V. CHẾ ĐỘ THÔNG TIN, BÁO CÁO\n"
            "- Báo cáo quý: trước ngày 10 của tháng cuối quý.\n"
            "\n"
            "CHỦ TỊCH\n"
            "Võ Văn Đức"
        )

    def test_a_plan_in_english(self) -> None:
        told = summarise(PLAN, locale="en")
        assert told.startswith("SUMMARY OF THE PLAN\n")
        assert "\nDistrict 3, 2023\n" in told
        assert "\n1. Economy\n(3) State budget revenue: VND 5,558 billion;\n" in told

    def test_a_report_of_results(self) -> None:
        other = District(name="Quận 7", short_name="7", kind="quận", code="778")
        report = Report(
            text="…",
            kind=ReportKind.NEWS,
            locality=PLAN.locality,
            period=Q1,
            targets=(ESTIMATE, Target(name="hẻm", stated=percent("10", Comparator.AT_LEAST))),
            actuals=(ACTUAL, Actual(name="y", locality=other, period=Period.year(2023), stated=percent("30.37"))),
            changes=(CHANGE, evolve(CHANGE, of=ACTUAL)),
            shares=(SHARE, evolve(SHARE, name="v", of=None, basis=Basis.PLAN), evolve(SHARE, name="u")),
            tallies=(Tally(count=5, noun="chỉ tiêu"),),
            directives=(Directive(issuer=CHAIR, text="báo cáo"),),
            citations=(Citation(number="11/NQ-HĐND", is_basis=True), Citation(number="98/2023/QH15")),
        )
        assert summarise(report).split("\n") == [
            "TÓM TẮT BẢN TIN",
            "Quận 3, quý I năm 2024",
            "",
            "I. KẾT QUẢ THỰC HIỆN",
            (
                "- Tổng thu ngân sách Nhà nước đạt 1.390,9 tỷ đồng, tăng 14,53% so với cùng kỳ năm trước, "
                "đạt 26,7% so với dự toán năm là 5.208 tỷ đồng; "
                "U đạt 26,7% so với dự toán năm là 5.208 tỷ đồng."
            ),
            "- Y năm 2023 đạt 30,37% (Quận 7).",
            "- Tổng doanh thu bán hàng hóa và dịch vụ ước tăng 14,53% so với cùng kỳ năm trước.",
            "- V đạt 26,7% so với kế hoạch.",
            "",
            "II. CHỈ TIÊU",
            "- Hẻm: từ 10% trở lên.",
            "",
            "III. SỐ CHỈ TIÊU, NHIỆM VỤ ĐƯỢC NÊU",
            "- 5 chỉ tiêu.",
            "",
            "IV. Ý KIẾN CHỈ ĐẠO, GIAO VIỆC",
            "- Chủ tịch UBND Quận 9 Trần Văn Bảy yêu cầu: báo cáo.",
            "",
            "V. CĂN CỨ",
            "- Văn bản số 11/NQ-HĐND.",
            "",
            "VI. VĂN BẢN ĐƯỢC NHẮC ĐẾN",
            "- Văn bản số 98/2023/QH15.",
        ]

    def test_targets_outside_the_plan_come_last(self) -> None:
        report = Report(text="…", kind=ReportKind.PLAN, plan=PLAN, targets=(*PLAN.targets, ESTIMATE))
        assert summarise(report).split("\n")[15:17] == [
            "3. Chỉ tiêu khác",
            "- Tổng thu ngân sách Nhà nước theo dự toán năm 2024 là 5.208 tỷ đồng.",
        ]

    def test_nothing_known(self) -> None:
        assert summarise(Report(text="")) == "TÓM TẮT VĂN BẢN"

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Hoàn thành quy hoạch. Rà soát; bổ sung.", "- Hoàn thành quy hoạch."),
            ("Đẩy mạnh thi đua; khen thưởng.", "- Đẩy mạnh thi đua."),
            ("Nhắc “Học tập; lao động” ở TP. Hồ Chí Minh; tổng kết.", "- Nhắc “Học tập; lao động” ở TP. Hồ Chí Minh."),
        ],
    )
    def test_of_a_task_the_first_clause(self, text: str, told: str) -> None:
        assert summarise(Plan(tasks=(Task(text=text),))).endswith(f"\n{told}")

    def test_a_count_of_the_whole_title(self) -> None:
        report = Report(
            text="",
            title="Quận 7 đề ra 5 chỉ tiêu",
            tallies=(Tally(count=5, noun="chỉ tiêu", scope="Quận 7 đề ra 5 chỉ tiêu"),),
        )
        assert summarise(report).endswith("\n- 5 chỉ tiêu.")

    def test_signatory_alone(self) -> None:
        assert summarise(Plan(signatory=Person("Võ Văn Đức"))) == "TÓM TẮT KẾ HOẠCH\n\nVõ Văn Đức"


class TestToText:
    """One door for everything."""

    @pytest.mark.parametrize(
        ("obj", "vietnamese", "english"),
        [
            (Decimal("1390.9"), "1.390,9", "1,390.9"),
            (5208, "5.208", "5,208"),
            (date(2023, 7, 5), "ngày 05 tháng 7 năm 2023", "5 July 2023"),
            (Status.ESTIMATED, "ước thực hiện", "estimated"),
            (Quantity(Decimal(5208), BILLION_DONG), "5.208 tỷ đồng", "VND 5,208 billion"),
            (percent("75", Comparator.AT_LEAST), "từ 75% trở lên", "75% or more"),
            (
                Stated(comparator=Comparator.ABOUT, hedge=Hedge.NEAR, quantity=money("4").quantity),
                "gần 4 tỷ đồng",
                None,
            ),
            (Q1, "quý I năm 2024", "the first quarter of 2024"),
            (PLAN.locality, "Quận 3", "District 3"),
            (REVENUE, "Thu ngân sách nhà nước", "State budget revenue"),
            (CHAIR, "Chủ tịch UBND Quận 9 Trần Văn Bảy", "Trần Văn Bảy (Chủ tịch UBND Quận 9)"),
            (Body("UBND Quận 3"), "UBND Quận 3", "UBND Quận 3"),
            (Deadline(text="chậm nhất ngày 15", date=date(2023, 11, 15)), "chậm nhất ngày 15", "by 15 November 2023"),
            (PLAN.entries[2], "(14) Giảm hộ nghèo theo chỉ tiêu Thành phố giao", None),
            (PLAN.tasks[0], "Cải cách hành chính", "Cải cách hành chính"),
            (
                PLAN.reporting[0],
                "Báo cáo quý: trước ngày 10 của tháng cuối quý",
                "Báo cáo quý: due trước ngày 10 của tháng cuối quý",
            ),
            (SHARE, format_share(SHARE), format_share(SHARE, locale="en")),
            (PLAN, summarise(PLAN), summarise(PLAN, locale="en")),
        ],
        ids=lambda one: type(one).__name__,
    )
    def test_kinds(self, obj: object, vietnamese: str, english: str | None) -> None:
        assert to_text(obj) == vietnamese
        if english is not None:
            assert to_text(obj, "en") == english

    def test_what_has_no_words(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            to_text(object())
        assert caught.value.field == "obj"

    def test_a_locale_without_words(self) -> None:
        for obj in (ESTIMATE, ACTUAL, CHANGE, SHARE, PLAN, PLAN.tasks[0], PLAN.entries[0], Q1, REVENUE):
            with pytest.raises(InvalidValueError) as caught:
                to_text(obj, "fr")  # type: ignore[arg-type]
            assert caught.value.field == "locale"
