"""Lookup of indicators by wording and of places by name and day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from vnplan.catalogue import LAST_DISTRICT_DAY, Catalogue, default, folded, indicator, locality
from vnplan.errors import AmbiguousLocalityError, InvalidValueError, UnknownLocalityError
from vnplan.lexicon import rows
from vnplan.model.indicator import Direction, Indicator
from vnplan.model.locality import Commune, District, Level, Locality, LocalityKey, Province

IN_2020, IN_2023, IN_2026 = date(2020, 6, 1), date(2023, 6, 1), date(2026, 6, 1)


class TestLocalities:
    @pytest.mark.parametrize(
        ("name", "on", "code", "found"),
        [
            ("Quận 3", IN_2023, "770", "Quận 3"),
            ("quận 3", IN_2023, "770", "Quận 3"),
            ("Q.3", IN_2023, "770", "Quận 3"),
            ("Q. 3", IN_2023, "770", "Quận 3"),
            ("Q3", IN_2023, "770", "Quận 3"),
            ("Quận 03", IN_2023, "770", "Quận 3"),  # older lists pad the number
            ("Q.3, TPHCM", IN_2023, "770", "Quận 3"),
            ("Quận 3, TP. Hồ Chí Minh", IN_2023, "770", "Quận 3"),
            ("TP.HCM", IN_2023, "79", "TP. Hồ Chí Minh"),
            ("TP HCM", IN_2023, "79", "TP. Hồ Chí Minh"),
            ("Thành phố Hồ Chí Minh", IN_2023, "79", "TP. Hồ Chí Minh"),
            ("Hồ Chí Minh", IN_2023, "79", "TP. Hồ Chí Minh"),
            ("sài gòn", IN_2023, "79", "TP. Hồ Chí Minh"),
            ("Quận 9", IN_2020, "763", "Quận 9"),
            ("quận Thủ Đức", IN_2020, "762", "Quận Thủ Đức"),
            ("TP. Thủ Đức", IN_2023, "769", "Thành phố Thủ Đức"),
            ("Quận 2", IN_2020, "769", "Quận 2"),  # one code, two units
            ("Bình Dương", IN_2023, "74", "Tỉnh Bình Dương"),  # a bare name is the province's
            ("Bình Dương", IN_2026, "25760", "Phường Bình Dương"),  # since July 2025 only a ward has it
            ("Hoà Bình", IN_2023, "17", "Tỉnh Hòa Bình"),  # either place of the tone mark
            ("Đồng Nai", IN_2023, "75", "Tỉnh Đồng Nai"),
            ("Đồng Nai", IN_2026, "75", "Thành phố Đồng Nai"),  # a kind changes too
            ("phường Bàn Cờ", IN_2026, "27154", "Phường Bàn Cờ"),
        ],
    )
    def test_by_name_on_a_day(self, name: str, on: date, code: str, found: str) -> None:
        place = locality(name, on=on)
        assert (place.code, place.name) == (code, found)

    @pytest.mark.parametrize(
        ("name", "code", "valid_from"),
        [
            ("TP. Hồ Chí Minh", "79", date(2025, 7, 1)),
            ("Quận 3", "770", None),  # past, but never anything else
            ("Đồng Nai", "75", date(2026, 4, 30)),
        ],
    )
    def test_without_a_day_the_latest(self, name: str, code: str, valid_from: date | None) -> None:
        place = locality(name)
        assert (place.code, place.valid_from) == (code, valid_from)

    @pytest.mark.parametrize(
        ("name", "on"),
        [
            ("Quận 9", IN_2023),  # merged into Thủ Đức
            ("Quận 3", IN_2026),  # no district outlived June 2025
            ("Quận 99", IN_2023),
            ("", IN_2023),
            ("Quận 3, Hà Nội", IN_2023),  # of another province
            ("xyz", None),
        ],
    )
    def test_unknown(self, name: str, on: date | None) -> None:
        with pytest.raises(UnknownLocalityError) as caught:
            locality(name, on=on)
        assert caught.value.name == name

    def test_an_unknown_name_tells_what_bears_it_at_another_time(self) -> None:
        with pytest.raises(UnknownLocalityError) as caught:
            locality("Quận 3, Hà Nội", on=IN_2023)
        assert caught.value.candidates == ("Quận 3",)

    def test_several_of_one_name_are_ambiguous(self) -> None:
        first, second = (
            District(
                name="Huyện Tân Lộc",
                short_name="Tân Lộc",
                kind="huyện",
                code=code,
                parent=LocalityKey(Level.PROVINCE, above),
            )
            for code, above in (("991", "01"), ("992", "75"))
        )
        both = default().extended(localities=[first, second])
        with pytest.raises(AmbiguousLocalityError) as caught:
            both.locality("huyện Tân Lộc")
        assert sorted(caught.value.candidates) == ["Huyện Tân Lộc, Thành phố Hà Nội", "Huyện Tân Lộc, Tỉnh Đồng Nai"]
        assert both.locality("huyện Tân Lộc, Đồng Nai").code == "992"
        assert both.locality("Tân Lộc, Hà Nội").code == "991"

    def test_a_place_without_a_place_above(self) -> None:
        """A name above that the place does not lie in finds nothing."""
        with pytest.raises(UnknownLocalityError):
            locality("Đồng Nai, Hà Nội")

    def test_all_places_of_a_name(self) -> None:
        names = {place.name for place in default().localities_called("Thủ Đức")}
        assert {"Quận Thủ Đức", "Thành phố Thủ Đức", "Phường Thủ Đức"} <= names


class TestTables:
    def test_no_district_outlives_the_district_level(self) -> None:
        for place in default().localities.values():
            if place.level is Level.DISTRICT:
                assert place.valid_to is not None
                assert place.valid_to <= LAST_DISTRICT_DAY, place

    def test_parents_and_successors_stand_in_the_table(self) -> None:
        """Each link is the key of one version that the table holds."""
        for place in default().localities.values():
            for key in (*([place.parent] if place.parent else []), *place.successors):
                assert key in default().localities, place

    def test_versions_of_a_code_never_overlap(self) -> None:
        """On no day does one code of a level stand for two units."""
        versions: dict[tuple[Level, str | None], list[Locality]] = {}
        for place in default().localities.values():
            versions.setdefault((place.level, place.code), []).append(place)
        for several in versions.values():
            several.sort(key=lambda place: place.valid_from or date.min)
            for earlier, later in pairwise(several):
                assert earlier.valid_to is not None
                assert later.valid_from is not None
                assert earlier.valid_to < later.valid_from, later

    def test_levels_are_classes(self) -> None:
        kinds = {Level.PROVINCE: Province, Level.DISTRICT: District, Level.COMMUNE: Commune}
        assert all(isinstance(place, kinds[place.level]) for place in default().localities.values())

    @pytest.mark.parametrize(("on", "provinces"), [(IN_2023, 63), (IN_2026, 34)])
    def test_number_of_provinces(self, on: date, provinces: int) -> None:
        found = [p for p in default().localities.values() if p.level is Level.PROVINCE and p.is_valid_on(on)]
        assert len(found) == provinces

    def test_every_wording_is_folded_and_has_an_indicator(self) -> None:
        for row in rows("indicator_wordings"):
            assert row["wording"] == folded(row["wording"])
            assert row["id"] in default().indicators

    def test_no_wording_means_two_indicators(self) -> None:
        wordings = [row["wording"] for row in rows("indicator_wordings")]
        assert len(set(wordings)) == len(wordings)

    def test_every_indicator_is_found_by_its_own_name(self) -> None:
        wrong = [
            (one.id, found.id)
            for one in default().indicators.values()
            if (found := indicator(one.name)) is not None and found != one
        ]
        assert wrong == []


class TestIndicators:
    @pytest.mark.parametrize(
        ("wording", "id_"),
        [
            ("state_budget_revenue", "state_budget_revenue"),  # an id
            ("Thu ngân sách", "state_budget_revenue"),
            ("Tổng thu ngân sách Nhà nước", "state_budget_revenue"),
            ("thu NSNN trên địa bàn", "state_budget_revenue"),
            ("tổng thu ngân sách nhà nước trên địa bàn quận", "state_budget_revenue"),
            ("thu ngân sách năm 2023", "state_budget_revenue"),
            ("tổng thu ngân sách của Quận 3", "state_budget_revenue"),
            ("tổng thu ngân sách của huyện", "state_budget_revenue"),
            ("chỉ tiêu thu ngân sách", "state_budget_revenue"),
            ("Tốc độ tăng trưởng tổng giá trị sản xuất", "gross_output"),
            ("giá trị sản xuất công nghiệp theo giá hiện hành", "industrial_output"),
            ("tỉ lệ hộ dân sử dụng nước sạch", "clean_water_households"),
        ],
    )
    def test_by_id_or_wording(self, wording: str, id_: str) -> None:
        found = indicator(wording)
        assert found is not None
        assert found.id == id_

    @pytest.mark.parametrize(
        "wording",
        [
            "",
            "tỷ lệ",
            "số",
            "thu",
            "người",
            "kế hoạch",
            "giao quân của ai đó",
            "tỷ lệ giảm",
            "thu ngân sách của nhà hàng",  # of no place
            "doanh thu của Quận 3 và bạn",
            "hộ",
            "tốc độ tăng",
            "mức độ 4",
        ],
    )
    def test_never_a_wrong_one(self, wording: str) -> None:
        """Where a wording does not surely mean an indicator, it means none."""
        assert indicator(wording) is None

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("chi ngân sách", "thu ngân sách"),
            ("tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng", "tổng doanh thu bán hàng hóa và dịch vụ"),
            ("tỷ lệ hộ nghèo", "tỷ lệ hộ cận nghèo"),
            ("doanh nghiệp thành lập mới", "doanh nghiệp giải thể"),
            ("kim ngạch xuất khẩu", "kim ngạch nhập khẩu"),
            ("thu nội địa", "thu ngân sách nhà nước"),
        ],
    )
    def test_neighbours_are_kept_apart(self, one: str, other: str) -> None:
        assert indicator(one) != indicator(other)


class TestExtended:
    TREES = Indicator(id="trees", name="Cây xanh trồng mới", english="New trees", direction=Direction.HIGHER)
    PLACE = District(name="Huyện Tân Lộc", short_name="Tân Lộc", kind="huyện", code="999")

    def test_adds_rows_to_a_copy(self) -> None:
        more = default().extended(indicators=[self.TREES], wordings={"Số  CÂY trồng": "trees"}, localities=[self.PLACE])
        assert more.indicator("trees") is self.TREES
        assert more.indicator("số cây trồng") is self.TREES
        assert more.locality("Tân Lộc") is self.PLACE
        assert more.indicator("thu ngân sách") == indicator("thu ngân sách")
        assert indicator("trees") is None
        assert default().localities_called("Tân Lộc") == ()

    def test_a_place_without_a_key_cannot_be_held(self) -> None:
        nameless = District(name="Huyện X", short_name="X", kind="huyện")
        with pytest.raises(InvalidValueError) as caught:
            default().extended(localities=[nameless])
        assert (caught.value.field, caught.value.value) == ("localities", "Huyện X")

    def test_an_empty_catalogue_knows_nothing(self) -> None:
        empty = Catalogue()
        assert empty.indicator("thu ngân sách") is None
        with pytest.raises(UnknownLocalityError):
            empty.locality("Quận 3")

    def test_a_report_is_read_with_it(self) -> None:
        from vnplan.loading import loads

        more = default().extended(wordings={"mức thu đặc biệt": "trees"}, indicators=[self.TREES])
        report = loads("Năm 2023, mức thu đặc biệt đạt 5 tỷ đồng.", catalogue=more)
        assert [one.indicator for one in report.actuals] == [self.TREES]
