"""Every target of many reports against its result, counted as an interval."""

from vnplan.attainment.joining import Vintage
from vnplan.scorecard.card import Entry, MetCount, Scorecard, scorecard
from vnplan.scorecard.rows import ScoreRow

__all__ = ["Entry", "MetCount", "ScoreRow", "Scorecard", "Vintage", "scorecard"]
