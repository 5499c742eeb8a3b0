"""Units beside a number, in Vietnamese and in English (đơn vị tính)."""

from __future__ import annotations

from functools import lru_cache

from vnplan.formatting.locales import Locale, is_vietnamese

_SCALES = {
    "triệu tỷ": "quadrillion",
    "nghìn tỷ": "trillion",
    "ngàn tỷ": "trillion",
    "tỷ tỷ": "quintillion",
    "tỷ": "billion",
    "triệu": "million",
    "vạn": "ten thousand",
    "nghìn": "thousand",
    "ngàn": "thousand",
}
"""Scale words, the longer first (Law on Accounting 88/2015/QH13, article 11)."""

_CURRENCIES = {"đồng": "VND", "USD": "USD", "đô la Mỹ": "USD", "EUR": "EUR", "Euro": "EUR"}
"""In English a currency stands before its number, as in the publications of the Ministry of Finance."""

_NOUNS = {
    "%": ("%", "%"),
    "‰": ("‰", "‰"),
    "điểm phần trăm": ("percentage point", "percentage points"),
    "điểm": ("point", "points"),
    "lần": ("time", "times"),
    "người": ("person", "people"),
    "lượt": ("instance", "instances"),
    "lượt người": ("instance", "instances"),
    "lượt khách": ("visit", "visits"),
    "khách": ("visitor", "visitors"),
    "dân": ("person", "people"),
    "hộ": ("household", "households"),
    "hộ nghèo": ("poor household", "poor households"),
    "hộ cận nghèo": ("near-poor household", "near-poor households"),
    "lao động": ("worker", "workers"),
    "người lao động": ("worker", "workers"),
    "việc làm": ("job", "jobs"),
    "học sinh": ("pupil", "pupils"),
    "trẻ": ("child", "children"),
    "trẻ em": ("child", "children"),
    "bé trai": ("boy", "boys"),
    "bé gái": ("girl", "girls"),
    "con/phụ nữ": ("child per woman", "children per woman"),
    "phụ nữ": ("woman", "women"),
    "bác sĩ": ("doctor", "doctors"),
    "giường bệnh": ("hospital bed", "hospital beds"),
    "giường": ("bed", "beds"),
    "đảng viên": ("Party member", "Party members"),
    "doanh nghiệp": ("enterprise", "enterprises"),
    "hợp tác xã": ("cooperative", "cooperatives"),
    "hộ kinh doanh": ("household business", "household businesses"),
    "cơ sở": ("establishment", "establishments"),
    "dự án": ("project", "projects"),
    "công trình": ("construction work", "construction works"),
    "công trình thi đua": ("commemorative work", "commemorative works"),
    "điểm thu gom": ("collection point", "collection points"),
    "đồ án quy hoạch": ("zoning plan", "zoning plans"),
    "đồ án": ("zoning plan", "zoning plans"),
    "hồ sơ": ("dossier", "dossiers"),
    "thủ tục": ("procedure", "procedures"),
    "văn bản": ("document", "documents"),
    "đơn": ("petition", "petitions"),
    "vụ": ("case", "cases"),
    "vụ việc": ("case", "cases"),
    "ca": ("case", "cases"),
    "trường hợp": ("case", "cases"),
    "cuộc": ("event", "events"),
    "trường": ("school", "schools"),
    "lớp": ("class", "classes"),
    "trạm": ("station", "stations"),
    "trạm y tế": ("health station", "health stations"),
    "hẻm": ("alley", "alleys"),
    "tuyến hẻm": ("alley", "alleys"),
    "tuyến": ("line", "lines"),
    "cửa xả": ("outfall", "outfalls"),
    "cống xả": ("outfall", "outfalls"),
    "căn": ("dwelling", "dwellings"),
    "căn hộ": ("flat", "flats"),
    "phường": ("ward", "wards"),
    "xã": ("commune", "communes"),
    "quận": ("district", "districts"),
    "huyện": ("district", "districts"),
    "khu phố": ("neighbourhood", "neighbourhoods"),
    "chỉ tiêu": ("target", "targets"),
    "nhóm chỉ tiêu": ("group of targets", "groups of targets"),
    "nhiệm vụ": ("task", "tasks"),
    "nội dung": ("item", "items"),
    "nhiệm vụ trọng tâm": ("key task", "key tasks"),
    "nội dung trọng tâm": ("key item", "key items"),
    "chỉ tiêu chủ yếu": ("main target", "main targets"),
    "giải pháp": ("measure", "measures"),
    "lĩnh vực": ("field", "fields"),
    "mô hình": ("model", "models"),
    "tập thể": ("collective", "collectives"),
    "cá nhân": ("individual", "individuals"),
    "ngày": ("day", "days"),
    "tháng": ("month", "months"),
    "năm": ("year", "years"),
    "tấn": ("tonne", "tonnes"),
}

_SPOKEN = {
    "%": "phần trăm",
    "‰": "phần nghìn",
    "m²": "mét vuông",
    "m2": "mét vuông",
    "m³": "mét khối",
    "km²": "ki-lô-mét vuông",
    "km": "ki-lô-mét",
    "m": "mét",
    "ha": "héc-ta",
    "kg": "ki-lô-gam",
    "USD": "đô la Mỹ",
}
"""How symbols that are no words are said."""


def beside(number: str, symbol: str, locale: Locale = "vi") -> str:
    """A printed number with its unit: ``5.208 tỷ đồng``, ``26,7%``, "VND 5,208 billion".

    Counted nouns are open vocabulary; one that has no English word here stays Vietnamese.
    """
    if is_vietnamese(locale):
        return f"{number}{symbol}" if is_tight(symbol) else f"{number} {symbol}".rstrip()
    before, after = _english(symbol, singular=number in {"1", "-1"})
    return f"{before}{number}{after}"


def is_tight(symbol: str) -> bool:
    """Whether the unit stands right after the number, as % and ‰ do."""
    return symbol.startswith(("%", "‰"))


def noun_in(noun: str, locale: Locale = "vi", *, singular: bool = False) -> str:
    """What is counted; English tells one from many where it has the word."""
    return noun if is_vietnamese(locale) else _NOUNS.get(noun.lower(), (noun, noun))[0 if singular else 1]


def spoken(symbol: str) -> str:
    """A unit as it is read aloud: ``%`` is phần trăm, ``người/km²`` is người trên ki-lô-mét vuông."""
    return " trên ".join(_SPOKEN.get(part, part) for part in symbol.split("/"))


@lru_cache(maxsize=512)
def _english(symbol: str, *, singular: bool) -> tuple[str, str]:
    """What stands before and after the number."""
    head, *divisors = (symbol,) if symbol in _NOUNS else symbol.split("/")
    scale, noun = _scale(head)
    pers = "".join(f" per {_divisor(one)}" for one in divisors)
    scaled = f" {_SCALES[scale]}" if scale else ""
    if noun in _CURRENCIES:
        return f"{_CURRENCIES[noun]} ", scaled + pers
    words = _NOUNS.get(noun.lower(), (noun, noun))[0 if singular and not scale else 1]
    return "", scaled + (words if is_tight(words) else f" {words}".rstrip()) + pers


def _scale(head: str) -> tuple[str, str]:
    for word in _SCALES:
        if head == word or head.startswith(f"{word} "):
            return word, head[len(word) :].strip()
    return "", head


def _divisor(part: str) -> str:
    """One of a per-unit: năm is year, 100 bé gái is 100 girls, vạn dân is 10,000 people."""
    count, _, noun = part.partition(" ")
    if count.isdecimal():
        return f"{count} {_NOUNS.get(noun, (noun, noun))[1]}"
    if count == "vạn":
        return f"10,000 {_NOUNS.get(noun, (noun, noun))[1]}"
    return _NOUNS.get(part, (part, part))[0]
