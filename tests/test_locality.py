"""Localities in their versions."""

from __future__ import annotations

from datetime import date

import pytest

from vnplan.model.locality import LOCALITY_CLASSES, Commune, District, Level, Locality, LocalityKey, Province

DISTRICT_3 = District(
    name="Quận 3",
    short_name="3",
    kind="quận",
    code="770",
    parent=LocalityKey(Level.PROVINCE, "79"),
    valid_to=date(2025, 6, 30),
    within="Thành phố Hồ Chí Minh",
)


class TestKey:
    def test_is_level_code_and_first_day(self) -> None:
        assert DISTRICT_3.key == LocalityKey(Level.DISTRICT, "770", None)

    def test_is_none_where_no_table_holds_the_place(self) -> None:
        assert District(name="Quận X", short_name="X", kind="quận").key is None

    def test_tells_versions_apart(self) -> None:
        older = Commune(name="Phường 1", short_name="1", kind="phường", code="27160", valid_to=date(2025, 6, 30))
        newer = Commune(name="Phường 1", short_name="1", kind="phường", code="27160", valid_from=date(2025, 7, 1))
        assert older.key != newer.key


class TestValidity:
    @pytest.mark.parametrize(
        ("first", "last", "day", "expected"),
        [
            (None, None, (2000, 1, 1), True),  # open at both ends
            (None, (2025, 6, 30), (2025, 6, 30), True),  # the last day still counts
            (None, (2025, 6, 30), (2025, 7, 1), False),
            ((2025, 7, 1), None, (2025, 7, 1), True),  # so does the first
            ((2025, 7, 1), None, (2025, 6, 30), False),
        ],
    )
    def test_both_days_count(
        self,
        first: tuple[int, int, int] | None,
        last: tuple[int, int, int] | None,
        day: tuple[int, int, int],
        expected: bool,
    ) -> None:
        place = District(
            name="Quận 3",
            short_name="3",
            kind="quận",
            valid_from=None if first is None else date(*first),
            valid_to=None if last is None else date(*last),
        )
        assert place.is_valid_on(date(*day)) == expected


class TestEquality:
    def test_levels_differ(self) -> None:
        province: Locality = Province(name="Cần Thơ", short_name="Cần Thơ", kind="thành phố")
        assert province != District(name="Cần Thơ", short_name="Cần Thơ", kind="thành phố")

    def test_name_of_the_place_above_is_for_people_only(self) -> None:
        bare = District(
            name="Quận 3", short_name="3", kind="quận", code="770", parent=DISTRICT_3.parent, valid_to=date(2025, 6, 30)
        )
        assert bare == DISTRICT_3


def test_each_level_has_its_class() -> None:
    assert {level: cls.level for level, cls in LOCALITY_CLASSES.items()} == {level: level for level in Level}


def test_str_is_the_name() -> None:
    assert str(DISTRICT_3) == "Quận 3"
