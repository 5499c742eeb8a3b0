"""Targets against results: verdict, share, growth, pace, each with what the printed figures allow.

Everything here computes with intervals and frozen policies; no text is read, no clock,
no decimal context of the caller.
"""

from vnplan.attainment.acceptance import Acceptance, acceptance, preferred_direction
from vnplan.attainment.comparability import Comparability, comparability, is_flow, same_place
from vnplan.attainment.frames import Result, frame_of
from vnplan.attainment.numbers import Amount, Ratio, distance_travelled, gap, growth, implied_base
from vnplan.attainment.pace import Elapsed, PaceReading, Profile, pace, required_run_rate
from vnplan.attainment.policy import DEFAULT, Policy, Rounding
from vnplan.attainment.sets import possible_values
from vnplan.attainment.shares import realised_share
from vnplan.attainment.verdict import Verdict, assess
from vnplan.attainment.words import Assumption, Certainty, Consistency, Finality, Outcome, Pace, Reason

__all__ = [
    "DEFAULT",
    "Acceptance",
    "Amount",
    "Assumption",
    "Certainty",
    "Comparability",
    "Consistency",
    "Elapsed",
    "Finality",
    "Outcome",
    "Pace",
    "PaceReading",
    "Policy",
    "Profile",
    "Ratio",
    "Reason",
    "Result",
    "Rounding",
    "Verdict",
    "acceptance",
    "assess",
    "comparability",
    "distance_travelled",
    "frame_of",
    "gap",
    "growth",
    "implied_base",
    "is_flow",
    "pace",
    "possible_values",
    "preferred_direction",
    "realised_share",
    "required_run_rate",
    "same_place",
]
