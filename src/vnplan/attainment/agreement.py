"""Whether what a text states agrees with what its figures give (đối chiếu)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from vnplan.attainment.policy import Policy, truncating
from vnplan.attainment.words import Consistency
from vnplan.model.interval import Interval, exact


def agree(values_of: Callable[[Policy], Interval | None], computed: Interval | None, policy: Policy) -> Consistency:
    """Whether a stated figure overlaps a computed interval.

    Args:
        values_of: The values that the stated figure may stand for under a policy; None where there are none.
        computed: What other figures give, in the same unit.
        policy: How printed figures were shortened; where they do not overlap, cut-off digits are tried too.
    """
    stated = values_of(policy)
    if stated is None or computed is None:
        return Consistency.UNDECIDED
    if stated.overlaps(computed):
        return Consistency.CONSISTENT
    truncated = values_of(truncating(policy))
    fits = truncated is not None and truncated.overlaps(computed)
    return Consistency.ONLY_IF_TRUNCATED if fits else Consistency.INCONSISTENT


def is_positive(values: Interval) -> bool:
    """Whether all values lie above zero, so that they may be a base or a whole."""
    return values.lower is not None and values.lower > 0


def smallest_change(stated: Interval, computed: Interval) -> Decimal:
    """How far the stated set must move to touch the computed one: 0 where they overlap."""
    if stated.overlaps(computed):
        return Decimal(0)
    if stated.upper is not None and computed.lower is not None and stated.upper <= computed.lower:
        return exact().subtract(computed.lower, stated.upper)
    assert computed.upper is not None
    assert stated.lower is not None
    return exact().subtract(computed.upper, stated.lower)
