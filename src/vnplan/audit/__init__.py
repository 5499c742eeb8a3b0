"""What does not add up in reports, as findings and never as exceptions."""

from vnplan.audit.finding import Evidence, Fact, Finding, Rule
from vnplan.audit.rows import FindingRow
from vnplan.audit.rules import RULES, audit, installed_rules
from vnplan.audit.sums import check_structure, check_sum

__all__ = [
    "RULES",
    "Evidence",
    "Fact",
    "Finding",
    "FindingRow",
    "Rule",
    "audit",
    "check_structure",
    "check_sum",
    "installed_rules",
]
