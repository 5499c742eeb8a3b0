"""A figure as printed: bound word, amount, hedge (số liệu như văn bản nêu)."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from vnplan.errors import InvalidValueError
from vnplan.model.checked import checked
from vnplan.model.quantity import Quantity
from vnplan.model.shown import short


class Comparator(StrEnum):
    """The printed bound word (từ chỉ giới hạn); what follows from it is attainment's work."""

    EQUAL = "="
    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    BETWEEN = "between"
    ABOUT = "~"


class Hedge(StrEnum):
    """Why a figure is only roughly stated."""

    NEAR = "near"
    """gần: just below the figure."""
    ABOUT = "about"
    """khoảng, xấp xỉ: either side of it."""


@frozen(kw_only=True, field_transformer=checked)
class Stated:
    """A figure as printed (số liệu như văn bản nêu).

    Attributes:
        comparator: The printed bound word.
        quantity: The amount; None where the text gives no figure.
        upper: Far end of a range; None elsewhere.
        hedge: Set exactly where the comparator is ``~``.

    Raises:
        InvalidValueError: A range lacks an end, has ends of two dimensions or in the wrong
            order, or comparator and hedge disagree.
    """

    comparator: Comparator = Comparator.EQUAL
    quantity: Quantity | None = None
    upper: Quantity | None = None
    hedge: Hedge | None = None

    def __attrs_post_init__(self) -> None:
        if (self.comparator is Comparator.BETWEEN) != (self.upper is not None):
            raise InvalidValueError("upper", self.upper, "an upper end exactly where the comparator is 'between'")
        if (self.comparator is Comparator.ABOUT) != (self.hedge is not None):
            raise InvalidValueError("hedge", self.hedge, "a hedge exactly where the comparator is '~'")
        if self.upper is not None and not self._is_upper_end(self.upper):
            raise InvalidValueError("upper", self.upper, "an amount of the lower end's dimension, not below it")

    def _is_upper_end(self, upper: Quantity) -> bool:
        lower = self.quantity
        return lower is not None and lower.unit.dimension == upper.unit.dimension and lower <= upper

    @classmethod
    def of(cls, text: str) -> Stated:
        """Read a stated figure from Vietnamese text: ``Stated.of("từ 75% trở lên")``.

        Raises:
            ParseError: The text is not one figure with its bound words.
        """
        from vnplan.parsing import parse_stated

        return parse_stated(text)

    def same_wording(self, other: Stated) -> bool:
        """Whether both are printed alike: same bound, digits and unit."""
        if (self.comparator, self.hedge) != (other.comparator, other.hedge):
            return False
        pairs = ((self.quantity, other.quantity), (self.upper, other.upper))
        return all(a is b or (a is not None and b is not None and a.same_wording(b)) for a, b in pairs)

    def __str__(self) -> str:
        if self.quantity is None:
            return "—"
        if self.upper is not None:
            return f"{self.quantity.value:f}–{self.upper}"
        return str(self.quantity) if self.comparator is Comparator.EQUAL else f"{self.comparator} {self.quantity}"

    __repr__ = short
