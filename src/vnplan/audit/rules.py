"""The table of rules, and the audit that runs them (rà soát số liệu)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from vnplan.attainment import DEFAULT, Policy
from vnplan.audit.balances import check_balances
from vnplan.audit.contributions import check_contributions
from vnplan.audit.counts import check_counts, check_numbering
from vnplan.audit.dates import check_dates, check_periods
from vnplan.audit.domains import check_domains
from vnplan.audit.equivalents import check_averages, check_exchange
from vnplan.audit.facts import check_cumulative_order, check_same_fact
from vnplan.audit.finding import Evidence, Finding, Rule
from vnplan.audit.growths import check_gaps, check_growth
from vnplan.audit.harvests import check_harvests
from vnplan.audit.implied import check_implied_targets
from vnplan.audit.judged import check_verdict_words
from vnplan.audit.parts import check_parts
from vnplan.audit.proportions import check_proportions
from vnplan.audit.sections import check_sections
from vnplan.audit.shares import check_shares
from vnplan.audit.whole_numbers import check_whole_numbers
from vnplan.errors import ExtensionError, InvalidValueError
from vnplan.extensions import offered
from vnplan.model.plan import Plan
from vnplan.model.report import Report, reports_of

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "share": check_shares,
        "growth": check_growth,
        "gap": check_gaps,
        "whole_numbers": check_whole_numbers,
        "parts": check_parts,
        "proportion": check_proportions,
        "contributions": check_contributions,
        "balance": check_balances,
        "implied": check_implied_targets,
        "exchange": check_exchange,
        "average": check_averages,
        "harvest": check_harvests,
        "counts": check_counts,
        "numbering": check_numbering,
        "sections": check_sections,
        "same_fact": check_same_fact,
        "cumulative_order": check_cumulative_order,
        "verdict_words": check_verdict_words,
        "domain": check_domains,
        "periods": check_periods,
        "dates": check_dates,
    }
)
"""Every rule by its name, in the order in which they run."""


GROUP = "vnplan.audit_rules"
"""Entry points of this group are rules, each under its name."""


def installed_rules() -> Mapping[str, Rule]:
    """`RULES`, and after them what installed packages add: ``audit(reports, rules=installed_rules())``.

    A package adds by an entry point of the group ``vnplan.audit_rules``, whose name is the rule's.

    Raises:
        ExtensionError: One cannot be imported, cannot be called, or bears a name that is taken.
    """
    found = dict(RULES)
    for name, rule in offered(GROUP):
        if name in RULES:
            raise ExtensionError(GROUP, name, "vnplan has a rule of this name")
        if not callable(rule):
            raise ExtensionError(GROUP, name, f"it is a {type(rule).__name__} and no function")
        found[name] = rule
    return MappingProxyType(found)


def audit(
    reports: Iterable[Report | Plan] | Report | Plan,
    *,
    rules: Mapping[str, Rule] | None = None,
    without: Collection[str] = (),
    policy: Policy = DEFAULT,
) -> tuple[Finding, ...]:
    """What adds up in the reports and what does not (rà soát số liệu): findings, never exceptions.

    Agreement is told too, where figures were held against one another; see `Finding.needs_attention`.

    Args:
        reports: Held against one another as well as each in itself.
        rules: By name; by default `RULES`. ``{**RULES, "mine": my_rule}`` adds one, `installed_rules` those of
            installed packages.
        without: Names of rules to leave out.
        policy: How printed figures were shortened.

    Raises:
        InvalidValueError: `without` names no such rule.
    """
    table = RULES if rules is None else rules
    for name in without:
        if name not in table:
            raise InvalidValueError("without", name, f"names of rules: {', '.join(table)}")
    held = reports_of(reports)
    evidence = Evidence(held, policy)
    return tuple(finding for name, rule in table.items() if name not in without for finding in rule(evidence))
