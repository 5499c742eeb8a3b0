"""What names are looked up in: indicators, places, and the rows that are read with (danh mục)."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from attrs import field, frozen

from vnplan.catalogue.added import Added, Given, read_tables
from vnplan.catalogue.rows import folded, indicator_of, locality_of
from vnplan.errors import AmbiguousLocalityError, ExtensionError, InvalidValueError, UnknownLocalityError
from vnplan.extensions import offered
from vnplan.lexicon import Lexicon, own_rows
from vnplan.model.checked import checked
from vnplan.model.indicator import Indicator
from vnplan.model.locality import Level, Locality, LocalityKey
from vnplan.model.shown import short
from vnplan.model.units import Unit

__all__ = ["LAST_DISTRICT_DAY", "Catalogue", "default", "folded", "indicator", "locality", "read_tables"]

LAST_DISTRICT_DAY = date(2025, 6, 30)
"""The district level existed until this day (resolution 203/2025/QH15)."""


_TAIL = re.compile(
    r"""\s*(?:,?\s*(?:trên\ địa\ bàn(?:\ [\w.-]+){0,6}
        |(?:của|toàn|cả)\ (?:tỉnh|huyện|quận|thành\ phố|tp|xã|phường|thị\ xã|nước|địa\ phương|ngành|đơn\ vị|cục|chi\ cục|sở)(?:\ [\w.]+){0,3}
        |\d{1,2}\ tháng\ (?:đầu|cuối)\ năm(?:\ \d{4})?|cuối(?:\ năm)?|thực\ hiện
        |qua\ (?:địa\ bàn|cảng|cửa\ khẩu)(?:\ [\w.-]+){0,5}|tại\ (?:đơn\ vị|địa\ bàn)|tính|liên\ tục\ tăng|bình\ quân
        |(?:trong\ )?(?:năm|tháng|quý)\ [\divx]+(?:\ năm\ \d+)?|theo\ giá\ (?:hiện\ hành|so\ sánh)(?:\ (?:năm\ )?\d{4})?|\([^()]*\)))+\s*$""",
    re.VERBOSE,
)
_IN_TAIL = (
    "trên địa bàn",
    "của ",
    "toàn ",
    "cả ",
    "năm ",
    "tháng ",
    "quý ",
    "theo giá ",
    ")",
    "cuối",
    "thực hiện",
    "qua ",
    "tại ",
    "tính",
    "liên tục",
    "bình quân",
)
"""What a name holds one of that ends in such words."""
_HEAD = re.compile(
    r"^(?:ước |đạt |chỉ tiêu |chỉ tiêu về |về |duy trì |tiến độ |kết quả |công tác |tình hình |dự toán |dự báo |huy động |quy mô |dòng |cây |hạ |nâng |phải |thu hút |đón |vận động |kết nạp |công nhận |tiếp nhận |thành lập mới |cấp mới )+"
)


_GROWTH = re.compile(
    r"^(?:(?:kiềm|kiểm|kèm) giữ )?(?:tốc độ (?:gia tăng|tăng trưởng|tăng|phát triển)|mức (?:tăng trưởng|tăng|giảm)|tỷ lệ (?:tăng|giảm)) (?:bình quân )?"
)


GROUP = "vnplan.catalogue"
"""Entry points of this group are functions that extend a catalogue."""


@frozen(field_transformer=checked)
class Catalogue:
    """The indicators and localities that names are looked up in, and the units and words that are read beside vnplan's.

    `Catalogue.own` holds vnplan's own tables; `extended` adds rows without touching them. Where a catalogue is
    taken as an argument, its rows count for that call alone.

    Attributes:
        indicators: By id.
        wordings: Ids by folded wording.
        localities: By key.
        lexicon: Rows of the tables under the reading beside vnplan's own; None where there are none.
    """

    indicators: dict[str, Indicator] = field(factory=dict, hash=False)
    wordings: dict[str, str] = field(factory=dict, hash=False)
    localities: dict[LocalityKey, Locality] = field(factory=dict, hash=False)
    lexicon: Lexicon | None = field(default=None, kw_only=True, repr=False)
    _added: tuple[Added, ...] | None = field(default=None, kw_only=True, eq=False, repr=False)
    _by_name: dict[str, tuple[Locality, ...]] = field(init=False, factory=dict, hash=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        for place in self.localities.values():
            for name in {folded(place.short_name), folded(place.name), folded(f"{place.kind} {place.short_name}")}:
                self._by_name[name] = (*self._by_name.get(name, ()), place)

    @staticmethod
    def own() -> Catalogue:
        """Vnplan's own tables; the same object each time."""
        return default()

    @staticmethod
    def installed() -> Catalogue:
        """Vnplan's own tables with what installed packages add to them.

        A package adds by an entry point of the group ``vnplan.catalogue``: a function that takes a catalogue
        and returns it extended. They are called in order of their names.

        Raises:
            ExtensionError: One cannot be imported, fails, or returns something else.
        """
        found = default()
        for name, extend in offered(GROUP):
            try:
                found = extend(found)
            except Exception as error:
                raise ExtensionError(GROUP, name, f"it fails: {error}") from error
            if not isinstance(found, Catalogue):
                raise ExtensionError(GROUP, name, f"it returns a {type(found).__name__} and no Catalogue")
        return found

    def extended(
        self,
        *,
        indicators: Iterable[Indicator] = (),
        wordings: Mapping[str, str] | None = None,
        localities: Iterable[Locality] = (),
        units: Mapping[str, Unit] | None = None,
        words: Iterable[tuple[str, str, str]] = (),
        tables: Given | None = None,
    ) -> Catalogue:
        """A catalogue with further entries; this one stays as it is. Of two with one key the new one counts.

        Args:
            indicators: Further indicators, found by their id and their Vietnamese name.
            wordings: Ids by further wordings.
            localities: Further places, each with its code.
            units: Units by spelling, counted nouns among them: ``Unit("tàu", "count:tàu")``.
            words: Phrases as in ``vnplan/data/words.tsv``, each with its kind and value: a verb that states a level
                is ``("chạm mốc", "verb", "level")``.
            tables: Rows of any table in ``vnplan/data`` that reading or the catalogue uses, by its name: scales,
                nouns, table_heads, directive_words, document_types, issuers, and those above. `read_tables` takes
                them from files.

        Raises:
            InvalidValueError: A wording belongs to no indicator, a place has no code, or a row does not fit its table.
        """
        return self._with(
            Added.of(
                indicators=indicators,
                wordings=wordings or {},
                localities=localities,
                units=units or {},
                words=words,
                tables=tables or {},
            )
        )

    def _with(self, added: Added) -> Catalogue:
        known = {**self.indicators, **{one.id: one for one in added.indicators}}
        for wording, id_ in added.wordings:
            if id_ not in known:
                raise InvalidValueError("wordings", f"{wording}: {id_}", "the id of an indicator")
        names = {folded(one.name): one.id for one in added.indicators}
        return Catalogue(
            known,
            {**self.wordings, **names, **{folded(wording): id_ for wording, id_ in added.wordings}},
            {**self.localities, **{place.key: place for place in added.localities if place.key is not None}},
            lexicon=added.beside(self.lexicon),
            added=None if self._added is None else (*self._added, added),
        )

    def __reduce__(self) -> tuple[Any, ...]:
        """Vnplan's own tables stay out of the pickle, so that other processes take an extended one quickly."""
        if self._added is None:
            return Catalogue, (self.indicators, self.wordings, self.localities)
        return _again, (pickle.dumps(self._added),)

    def indicator(self, id_or_wording: str) -> Indicator | None:
        """The indicator of that id, or that Vietnamese wording; None where none is surely meant."""
        if id_or_wording in self.indicators:
            return self.indicators[id_or_wording]
        name = folded(id_or_wording)
        for form in _forms(name):
            if form in self.wordings:
                return self.indicators[self.wordings[form]]
        head, of, place = name.rpartition(" của ")
        if of and any(form in self._by_name for form in _place_forms(place)):
            return self.indicator(head)
        return None

    def localities_called(self, name: str, *, on: date | None = None) -> tuple[Locality, ...]:
        """All places of that name that exist on that day."""
        wanted = _place_forms(folded(name))
        found: dict[LocalityKey | None, Locality] = {}
        for form in wanted:
            for place in self._by_name.get(form, ()):
                if on is None or place.is_valid_on(on):
                    found[place.key] = place
        return tuple(found.values())

    def locality(self, name: str, *, on: date | None = None) -> Locality:
        """The place of that name on that day: ``locality("Q.3, TPHCM", on=date(2023, 1, 1))``.

        Without a day, the latest version of the place.

        Raises:
            UnknownLocalityError: No place bears that name at that time.
            AmbiguousLocalityError: Several do; name the place above after a comma.
        """
        head, _, above = name.partition(",")
        found = self._of_kind(head, self.localities_called(head, on=on))
        if above.strip() and found:
            parents = {p.key for p in self.localities_called(above)}
            found = tuple(p for p in found if self._ancestors(p) & parents)
        if on is None:
            found = _latest(found)
        if not found:
            raise UnknownLocalityError(name, tuple(str(p) for p in self.localities_called(head)))
        if len(found) > 1:
            raise AmbiguousLocalityError(name, tuple(self._full_name(p) for p in found))
        return found[0]

    def _of_kind(self, name: str, found: tuple[Locality, ...]) -> tuple[Locality, ...]:
        """Those whose kind the name tells; else provinces before the rest, where a bare name is a province's."""
        exact = [p for p in found if folded(p.name) in _place_forms(folded(name))]
        if exact:
            return tuple(exact)
        provinces = tuple(p for p in found if p.level is Level.PROVINCE)
        return provinces or found

    def _ancestors(self, place: Locality) -> set[LocalityKey | None]:
        keys: set[LocalityKey | None] = set()
        parent = place.parent
        while parent is not None:
            keys |= {key for key in self.localities if (key.level, key.code) == (parent.level, parent.code)}
            above = self.localities.get(parent)
            parent = None if above is None else above.parent
        return keys

    def _full_name(self, place: Locality) -> str:
        parent = None if place.parent is None else self.localities.get(place.parent)
        return str(place) if parent is None else f"{place}, {parent}"

    def __str__(self) -> str:
        return f"{len(self.indicators)} indicators, {len(self.localities)} places"

    __repr__ = short


def _latest(found: tuple[Locality, ...]) -> tuple[Locality, ...]:
    """Of several versions of one unit the latest; what exists today before what is past."""
    by_code: dict[tuple[Level, str | None], Locality] = {}
    for place in found:
        key = (place.level, place.code)
        kept = by_code.get(key)
        if kept is None or (place.valid_from or date.min) > (kept.valid_from or date.min):
            by_code[key] = place
    current = tuple(p for p in by_code.values() if p.valid_to is None)
    return current or tuple(by_code.values())


def _forms(name: str) -> Iterable[str]:
    """The wording, and what is left of it without adverbs of place, time and prices."""
    yield name
    bare = _TAIL.sub("", name) if any(word in name for word in _IN_TAIL) else name
    yield bare
    headless = _HEAD.sub("", bare)
    yield headless
    yield _GROWTH.sub("", headless)
    for lead in ("tổng ", "số ", "tổng số ", "vụ ", "số vụ "):
        if headless.startswith(lead):
            yield headless.removeprefix(lead)


_CITY = {
    "tphcm",
    "tp.hcm",
    "tp hcm",
    "tp. hcm",
    "hcm",
    "tp.hồ chí minh",
    "tp. hồ chí minh",
    "tp hồ chí minh",
    "tphồ chí minh",
    "sài gòn",
}
_SHORT_KINDS = (("tp. ", "thành phố "), ("tp.", "thành phố "), ("tp ", "thành phố "), ("tx. ", "thị xã "), ("tx.", "thị xã "), ("q. ", "quận "), ("q.", "quận "), ("p. ", "phường "), ("p.", "phường "), ("h. ", "huyện "), ("tt. ", "thị trấn "))  # fmt: skip


def _place_forms(name: str) -> tuple[str, ...]:
    """The spellings under which a place may stand in the tables."""
    if name in _CITY:
        return ("thành phố hồ chí minh",)
    for brief, long in _SHORT_KINDS:
        if name.startswith(brief):
            name = long + name.removeprefix(brief)
            break
    compact = re.fullmatch(r"(q|p)(\d+)", name)
    if compact:
        name = f"{'quận' if compact[1] == 'q' else 'phường'} {compact[2]}"
    return (re.sub(r"(?<=\s)0+(?=\d)", "", name),)


@lru_cache(maxsize=8)
def _again(pickled: bytes) -> Catalogue:
    """An extended catalogue out of what was added; a process that gets it with each task makes it once."""
    found = default()
    for added in pickle.loads(pickled):  # noqa: S301  # part of a pickle itself
        found = found._with(added)  # noqa: SLF001
    return found


@cache
def default() -> Catalogue:
    """Vnplan's own tables, read once."""
    return Catalogue(
        {one.id: one for one in map(indicator_of, own_rows("indicators"))},
        {row["wording"]: row["id"] for row in own_rows("indicator_wordings")},
        {key: place for place in map(locality_of, own_rows("localities")) if (key := place.key) is not None},
        added=(),
    )


def indicator(id_or_wording: str) -> Indicator | None:
    """The indicator of that id or Vietnamese wording, or None: never a wrong one.

    Examples:
        >>> indicator("thu NSNN trên địa bàn").id
        'state_budget_revenue'
    """
    return default().indicator(id_or_wording)


def locality(name: str, *, on: date | None = None) -> Locality:
    """The place of that name on that day; see `Catalogue.locality`.

    Raises:
        UnknownLocalityError, AmbiguousLocalityError: As there.
    """
    return default().locality(name, on=on)
