"""An exact amount in one unit (số liệu kèm đơn vị tính)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import field, frozen

from vnplan.errors import DivisorError, InvalidValueError, UnitMismatchError
from vnplan.model.checked import checked
from vnplan.model.interval import Interval, exact, nearest, negated
from vnplan.model.shown import short
from vnplan.model.units import PERCENTAGE_POINT, Unit

LARGEST_EXPONENT = 100
"""Amounts beyond 10 to this power, or but for zero below its inverse, are refused, so that exact arithmetic stays small."""

MOST_DIGITS = 250
"""Values of more digits are refused, for the same reason."""


def normal_form(value: Decimal, power: int) -> tuple[int, int]:
    """Integer coefficient without trailing zeros, and exponent, of ``value`` times 10 to the ``power``."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    coefficient = int("".join(map(str, digits)) or "0")
    if coefficient == 0:
        return 0, 0
    exponent += power
    while coefficient % 10 == 0:
        coefficient //= 10
        exponent += 1
    return (-coefficient if sign else coefficient), exponent


@frozen(eq=False, order=False, field_transformer=checked)
class Quantity:
    """An exact amount in one unit (số liệu kèm đơn vị tính): 1.390,9 tỷ đồng.

    A printed figure stands for all values that round to it, so equal quantities have
    the same dimension, the same amount *and* the same resolution: 1,4 nghìn tỷ is not
    1.400 tỷ. `same_amount` compares amounts alone, ``<`` orders by amount within a
    dimension, `same_wording` compares the printed forms.

    Attributes:
        value: The number before the unit.
        unit: What it counts or measures.
        decimals: Digits printed after the decimal mark, by default those of `value`;
            None for a computed amount, whose precision is never inferred.

    Raises:
        InvalidValueError: `value` is no finite Decimal, is too large, too small or too long,
            or `decimals` is negative.
        UnitMismatchError: Quantities that measure different things are ordered, added, subtracted or divided.
        DivisorError: One is divided by zero.
    """

    value: Decimal
    unit: Unit
    decimals: int | None = field()

    @decimals.default
    def _decimals_as_printed(self) -> int:
        exponent = self.value.as_tuple().exponent if isinstance(self.value, Decimal) else 0
        return max(0, -exponent) if isinstance(exponent, int) else 0

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.value, Decimal):
            raise InvalidValueError("value", self.value, "a Decimal; floats are not exact")
        if not self.value.is_finite() or abs(self.value.adjusted() + self.unit.power) > LARGEST_EXPONENT:
            raise InvalidValueError("value", self.value, f"a finite number below 10**{LARGEST_EXPONENT}")
        if len(self.value.as_tuple().digits) > MOST_DIGITS:
            raise InvalidValueError("value", self.value, f"a number of at most {MOST_DIGITS} digits")
        if self.decimals is not None and self.decimals < 0:
            raise InvalidValueError("decimals", self.decimals, "a count of digits, or None for a computed amount")

    @classmethod
    def of(cls, text: str) -> Quantity:
        """Read a quantity from Vietnamese text: ``Quantity.of("5.208 tỷ đồng")``.

        Raises:
            ParseError: The text is not one number with one known unit.
        """
        from vnplan.parsing import parse_quantity

        return parse_quantity(text)

    # --- equality, order -------------------------------------------------------------------------

    @property
    def resolution(self) -> int | None:
        """Exponent of ten of the last printed digit, in base units; None for a computed amount."""
        return None if self.decimals is None else self.unit.power - self.decimals

    def _key(self) -> tuple[str, tuple[int, int], int | None]:
        return self.unit.dimension, normal_form(self.value, self.unit.power), self.resolution

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def same_amount(self, other: Quantity) -> bool:
        """Whether both are the same amount of the same dimension, whatever the resolution."""
        return self._key()[:2] == other._key()[:2]

    def same_wording(self, other: Quantity) -> bool:
        """Whether both are printed alike: same digits, same unit as written."""
        return self.value.as_tuple() == other.value.as_tuple() and (self.unit, self.decimals) == (
            other.unit,
            other.decimals,
        )

    def __lt__(self, other: Quantity) -> bool:
        return self._order(other, "order") < 0 if isinstance(other, Quantity) else NotImplemented

    def __le__(self, other: Quantity) -> bool:
        return self._order(other, "order") <= 0 if isinstance(other, Quantity) else NotImplemented

    def __gt__(self, other: Quantity) -> bool:
        return self._order(other, "order") > 0 if isinstance(other, Quantity) else NotImplemented

    def __ge__(self, other: Quantity) -> bool:
        return self._order(other, "order") >= 0 if isinstance(other, Quantity) else NotImplemented

    def _order(self, other: Quantity, operation: str) -> int:
        self._check_unit(other.unit, operation)
        mine, theirs = self.amount, other.amount
        return (mine > theirs) - (mine < theirs)

    # --- amounts ---------------------------------------------------------------------------------

    @property
    def amount(self) -> Decimal:
        """The amount in base units of the dimension (đồng, người, m² …), exact."""
        return exact().scaleb(self.value, self.unit.power)

    @property
    def is_whole_count(self) -> bool:
        """Whether this is a whole number of things counted one by one."""
        return self.unit.is_count and self.value == self.value.to_integral_value()

    def interval(self) -> Interval:
        """The values that the printed figure stands for, in base units, tie rule unknown.

        A whole count of countable things, and a computed amount, stand for themselves alone.
        """
        amount = self.amount
        resolution = self.resolution
        if resolution is None or self.is_whole_count:
            return Interval.point(amount)
        half = Decimal((0, (5,), resolution - 1))
        return Interval(exact().subtract(amount, half), exact().add(amount, half))

    def to(self, unit: Unit) -> Quantity:
        """The same amount in another unit of the dimension; a computed amount.

        Raises:
            UnitMismatchError: The units measure different things.
        """
        self._check_unit(unit, "convert")
        return Quantity(exact().scaleb(self.amount, -unit.power), unit, None)

    # --- arithmetic ------------------------------------------------------------------------------

    def _check_unit(self, unit: Unit, operation: str) -> None:
        if self.unit.dimension != unit.dimension:
            raise UnitMismatchError(self.unit.symbol, unit.symbol, operation)

    def _computed(self, amount: Decimal, unit: Unit) -> Quantity:
        return Quantity(exact().scaleb(amount, -unit.power), unit, None)

    def __add__(self, other: Quantity) -> Quantity:
        if not isinstance(other, Quantity):
            return NotImplemented
        self._check_unit(other.unit, "add")
        return self._computed(exact().add(self.amount, other.amount), self.unit)

    def __sub__(self, other: Quantity) -> Quantity:
        """Percent minus percent gives percentage points."""
        if not isinstance(other, Quantity):
            return NotImplemented
        self._check_unit(other.unit, "subtract")
        unit = PERCENTAGE_POINT if self.unit.is_percent else self.unit
        return self._computed(exact().subtract(self.amount, other.amount), unit)

    def __neg__(self) -> Quantity:
        return Quantity(negated(self.value), self.unit, self.decimals)

    def __mul__(self, factor: Decimal | int) -> Quantity:
        if isinstance(factor, bool) or not isinstance(factor, Decimal | int):
            return NotImplemented
        return Quantity(exact().multiply(self.value, Decimal(factor)), self.unit, None)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        """Like by like gives a Decimal of 34 digits; by a number gives a quantity."""
        if isinstance(other, Quantity):
            self._check_unit(other.unit, "divide")
            return _divide(self.amount, other.amount)
        if isinstance(other, bool) or not isinstance(other, Decimal | int):
            return NotImplemented
        return Quantity(_divide(self.value, Decimal(other)), self.unit, None)

    def __str__(self) -> str:
        value = f"{self.value:f}"
        return f"{value}{self.unit}" if self.unit.symbol.startswith(("%", "‰")) else f"{value} {self.unit}"

    __repr__ = short


def _divide(dividend: Decimal, divisor: Decimal) -> Decimal:
    if not divisor:
        raise DivisorError("division by a quantity of zero")
    return nearest().divide(dividend, divisor)
