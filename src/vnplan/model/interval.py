"""Sets of possible values, each with two ends (khoảng giá trị)."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from functools import cache

from attrs import frozen

from vnplan.errors import DivisorError, InvalidValueError
from vnplan.model.shown import short

DIGITS = 34
"""Significant digits of a division; ends are rounded outwards at this precision."""


@cache
def _context(prec: int, rounding: str) -> Context:
    return Context(prec=prec, rounding=rounding, Emin=MIN_EMIN, Emax=MAX_EMAX, capitals=1, clamp=0, flags=[], traps=[])


def exact() -> Context:
    """A context in which sums and products of the model's figures lose no digit."""
    return _context(1000, ROUND_HALF_EVEN)


def nearest() -> Context:
    """A context for one division, rounded to the nearest of 34 digits."""
    return _context(DIGITS, ROUND_HALF_EVEN)


def negated(value: Decimal) -> Decimal:
    """The value with the other sign; zero has none."""
    return value.copy_negate() if value else value.copy_abs()


_divided_down = _context(DIGITS, ROUND_FLOOR).divide
_divided_up = _context(DIGITS, ROUND_CEILING).divide

End = tuple[Decimal | None, bool]
"""An end of an interval: its value (None: unbounded) and whether it belongs to the set."""


class _Ends:
    """The fields of an interval before it is frozen: a quotient is made in a third of the time that a frozen class takes."""

    __slots__ = ("__weakref__", "lower", "lower_closed", "upper", "upper_closed")
    lower: Decimal | None
    upper: Decimal | None
    lower_closed: bool
    upper_closed: bool


@frozen(order=False)
class Interval(_Ends):
    """All values between two ends (khoảng giá trị).

    An end of None is unbounded. Each end knows whether it belongs to the set.
    Sums, products and quotients hold every result of the members of the operands;
    quotients are rounded outwards to 34 digits.

    Attributes:
        lower, upper: The ends, in whatever unit the holder counts in; those of a quantity in its base unit.
        lower_closed, upper_closed: Whether the end itself belongs to the set.

    Raises:
        InvalidValueError: The set would be empty, or an end is no finite number.
        DivisorError: One is divided by a set that holds zero.
    """

    lower: Decimal | None = None
    upper: Decimal | None = None
    lower_closed: bool = True
    upper_closed: bool = True

    def __attrs_post_init__(self) -> None:
        for name, end in (("lower", self.lower), ("upper", self.upper)):
            if end is not None and not (isinstance(end, Decimal) and end.is_finite()):
                raise InvalidValueError(name, end, "a finite Decimal, or None for an unbounded end")
        for name, closed in (("lower_closed", self.lower_closed), ("upper_closed", self.upper_closed)):
            if closed.__class__ is not bool:
                raise InvalidValueError(name, closed, "True or False")
        if self.lower is None and self.lower_closed:
            object.__setattr__(self, "lower_closed", False)
        if self.upper is None and self.upper_closed:
            object.__setattr__(self, "upper_closed", False)
        if self.lower is not None and self.upper is not None:
            if self.lower > self.upper:
                raise InvalidValueError("upper", self.upper, f"not less than the lower end {self.lower}")
            if self.lower == self.upper and not (self.lower_closed and self.upper_closed):
                raise InvalidValueError("upper", self.upper, "an end above the lower one where an end is open")

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        """The set of one value."""
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Whether the set holds one value only."""
        return self.lower is not None and self.lower == self.upper

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are numbers."""
        return self.lower is not None and self.upper is not None

    def __contains__(self, value: Decimal) -> bool:
        if not value.is_finite():
            return False
        above = self.lower is None or value > self.lower or (self.lower_closed and value == self.lower)
        below = self.upper is None or value < self.upper or (self.upper_closed and value == self.upper)
        return above and below

    def contains(self, other: Interval) -> bool:
        """Whether every value of `other` is in this set."""
        return _low_key(self._low) <= _low_key(other._low) and _high_key(other._high) <= _high_key(self._high)

    def intersection(self, other: Interval) -> Interval | None:
        """The values that both sets hold; None where there is none."""
        low = max(self._low, other._low, key=_low_key)
        high = min(self._high, other._high, key=_high_key)
        if low[0] is None or high[0] is None or low[0] < high[0] or (low[0] == high[0] and low[1] and high[1]):
            return Interval(low[0], high[0], low[1], high[1])
        return None

    def overlaps(self, other: Interval) -> bool:
        """Whether the two sets share a value."""
        return self.intersection(other) is not None

    @property
    def _low(self) -> End:
        return self.lower, self.lower_closed

    @property
    def _high(self) -> End:
        return self.upper, self.upper_closed

    def __neg__(self) -> Interval:
        lower = None if self.upper is None else negated(self.upper)
        upper = None if self.lower is None else negated(self.lower)
        return Interval(lower, upper, self.upper_closed, self.lower_closed)

    def __add__(self, other: Interval) -> Interval:
        if not isinstance(other, Interval):
            return NotImplemented
        low = _plus(self._low, other._low)
        high = _plus(self._high, other._high)
        return Interval(low[0], high[0], low[1], high[1])

    def __sub__(self, other: Interval) -> Interval:
        if not isinstance(other, Interval):
            return NotImplemented
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if not isinstance(other, Interval):
            return NotImplemented
        return _hull([_product(x, y) for x in _ends(self) for y in _ends(other)])

    def __truediv__(self, other: Interval) -> Interval:
        """Raises `DivisorError` where the divisor may be zero."""
        if not isinstance(other, Interval):
            return NotImplemented
        low, high, least, most = self.lower, self.upper, other.lower, other.upper
        if low is not None and high is not None and least is not None and most is not None and low > _ZERO < least:
            # Shares and growth are nearly all of this kind: two divisions do.
            return _made(
                _divided_down(low, most),
                _divided_up(high, least),
                self.lower_closed and other.upper_closed,
                self.upper_closed and other.lower_closed,
            )
        if _ZERO in other:
            raise DivisorError(f"{other} holds zero")
        side = 1 if other.upper is None or other.upper > 0 else -1
        return _hull([corner for x in _ends(self) for y in _ends(other) for corner in _quotients(x, y, side)])

    def __str__(self) -> str:
        opening = "[" if self.lower_closed else "("
        closing = "]" if self.upper_closed else ")"
        lower = "−∞" if self.lower is None else f"{self.lower:f}"
        upper = "∞" if self.upper is None else f"{self.upper:f}"
        return f"{{{lower}}}" if self.is_point else f"{opening}{lower}, {upper}{closing}"

    __repr__ = short


# Inside this module alone an unbounded end is an infinite Decimal: it makes the corner rules short.
_ZERO = Decimal(0)
_INFINITY = Decimal("Infinity")
_Corner = tuple[Decimal, bool]


def _low_key(end: End) -> tuple[Decimal, bool]:
    value, closed = end
    return (_INFINITY.copy_negate() if value is None else value), not closed


def _high_key(end: End) -> tuple[Decimal, bool]:
    value, closed = end
    return (_INFINITY if value is None else value), closed


def _made(lower: Decimal, upper: Decimal, lower_closed: bool, upper_closed: bool) -> Interval:  # noqa: FBT001
    """An interval whose ends are known to be finite and in order, frozen once they are set."""
    made = _Ends()
    made.lower = lower
    made.upper = upper
    made.lower_closed = lower_closed
    made.upper_closed = upper_closed
    made.__class__ = Interval
    return made  # type: ignore[return-value]


def _plus(one: End, other: End) -> End:
    if one[0] is None or other[0] is None:
        return None, False
    return exact().add(one[0], other[0]), one[1] and other[1]


def _ends(interval: Interval) -> tuple[_Corner, _Corner]:
    return (_low_key(interval._low)[0], interval.lower_closed), (_high_key(interval._high)[0], interval.upper_closed)  # noqa: SLF001


def _product(one: _Corner, other: _Corner) -> _Corner:
    if not one[0] or not other[0]:  # zero times any member is zero, however large the other set
        return _ZERO, (not one[0] and one[1]) or (not other[0] and other[1])
    return exact().multiply(one[0], other[0]), one[1] and other[1]


def _quotients(one: _Corner, other: _Corner, side: int) -> list[_Corner]:
    (x, x_closed), (y, y_closed) = one, other
    if not x:
        return [(_ZERO, x_closed)]
    if y.is_infinite():
        return [] if x.is_infinite() else [(_ZERO, False)]
    if not y:
        return [(_INFINITY if (x > 0) == (side > 0) else _INFINITY.copy_negate(), False)]  # an open end at zero
    closed = x_closed and y_closed
    return [(_divided_down(x, y), closed), (_divided_up(x, y), closed)]


def _hull(corners: list[_Corner]) -> Interval:
    low = min(value for value, _ in corners)
    high = max(value for value, _ in corners)
    return Interval(
        None if low.is_infinite() else low,
        None if high.is_infinite() else high,
        any(closed for value, closed in corners if value == low),
        any(closed for value, closed in corners if value == high),
    )
