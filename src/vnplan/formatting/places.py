"""Places, people and authorities in words (địa danh, chức danh)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnplan.formatting.locales import Locale, capitalised, is_vietnamese

if TYPE_CHECKING:
    from vnplan.model.directive import Issuer
    from vnplan.model.locality import Locality

_KINDS = {
    "tỉnh": "Province",
    "thành phố": "City",
    "thành phố trực thuộc trung ương": "City",
    "thành phố thuộc tỉnh": "City",
    "thành phố thuộc thành phố trực thuộc trung ương": "City",
    "quận": "District",
    "huyện": "District",
    "thị xã": "Town",
    "thị trấn": "Town",
    "phường": "Ward",
    "xã": "Commune",
    "đặc khu": "Special Zone",
}
"""Circular 03/2009/TT-BNG; đặc khu came later."""

_CUSTOMARY = {"Hồ Chí Minh": "Ho Chi Minh City", "Hà Nội": "Hanoi"}


def format_locality(locality: Locality, *, locale: Locale = "vi") -> str:
    """A place (địa danh): "Quận 3"; in English "District 3", after Circular 03/2009/TT-BNG.

    English keeps the diacritics of the name, except where custom has dropped them.

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    if is_vietnamese(locale):
        return capitalised(locality.name)
    if locality.kind == "nước":
        return "Viet Nam"
    kind, name = _KINDS.get(locality.kind.lower()), locality.short_name
    if kind is None:
        return locality.name
    if kind == "City" and name in _CUSTOMARY:
        return _CUSTOMARY[name]
    return f"{kind} {name}" if name[:1].isdecimal() else f"{name} {kind}"


def format_issuer(issuer: Issuer, *, locale: Locale = "vi") -> str:
    """Who speaks (người, cơ quan ban hành): role before the name, as reports have it.

    Names and roles stay Vietnamese; English puts the role behind the name.

    Raises:
        InvalidValueError: `locale` is neither "vi" nor "en".
    """
    role = getattr(issuer, "role", None)
    if role is None:
        return issuer.name
    return f"{role} {issuer.name}" if is_vietnamese(locale) else f"{issuer.name} ({role})"
