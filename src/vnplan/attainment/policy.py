"""The choices that a verdict rests on (quy ước đánh giá)."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import evolve, field, fields, frozen

from vnplan.errors import InvalidValueError
from vnplan.model.checked import checked
from vnplan.model.shown import short


class Rounding(StrEnum):
    """How printed figures were shortened."""

    ROUNDED = "rounded"
    """To the nearest digit, ties unknown: ``[v−h, v+h]``."""
    HALF_UP = "half_up"
    """To the nearest digit, ties away from zero: ``[v−h, v+h)``."""
    TRUNCATED = "truncated"
    """Digits cut off: ``[v, v+2h)``."""


RULES = "vnplan-1"
"""Edition of the rules; part of every policy's id."""


@frozen(kw_only=True, field_transformer=checked)
class Policy:
    """The choices that a verdict rests on (quy ước đánh giá); the `id` names them all.

    Attributes:
        rounding: How printed figures were shortened.
        about: Tolerance of "khoảng x" in per cent of x, either side; None leaves such figures undecided.
        bound_exceeds: Whether a value strictly better than a bound ("27 trở lên") exceeds it.
        full_and_none_exact: Whether 100 % and 0 % of a whole stand for themselves alone.
        ahead, on_pace, behind: Least ratio of share to elapsed time of each class of pace.
        id: Edition of the rules and every choice that differs from the default:
            ``vnplan-1+rounding=truncated``.

    Raises:
        InvalidValueError: A negative tolerance, or cuts of pace that do not descend to above zero.
    """

    rounding: Rounding = Rounding.ROUNDED
    about: Decimal | None = None
    bound_exceeds: bool = False
    full_and_none_exact: bool = True
    ahead: Decimal = field(default=Decimal("1.05"))
    on_pace: Decimal = field(default=Decimal("0.95"))
    behind: Decimal = field(default=Decimal("0.60"))
    id: str = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.about is not None and not self.about >= 0:
            raise InvalidValueError("about", self.about, "a tolerance in per cent, not below 0")
        if not self.ahead > self.on_pace > self.behind > 0:
            cuts = (self.ahead, self.on_pace, self.behind)
            raise InvalidValueError("ahead, on_pace, behind", cuts, "cuts in descending order, above 0")
        object.__setattr__(self, "id", _id(self))

    def __str__(self) -> str:
        return self.id

    __repr__ = short


def _id(policy: Policy) -> str:
    chosen = [
        f"{one.name}={_word(getattr(policy, one.name))}"
        for one in fields(Policy)
        if one.init and getattr(policy, one.name) != one.default
    ]
    return "+".join([RULES, *chosen])


def _word(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value).lower()


DEFAULT = Policy()
"""Ties unknown, no tolerance for "khoảng", bounds are met and not exceeded, full shares exact."""


def truncating(policy: Policy) -> Policy:
    """The same policy for figures whose digits were cut off."""
    return evolve(policy, rounding=Rounding.TRUNCATED)
