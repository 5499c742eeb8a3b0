"""Many reports together: the same fact in all its vintages, and one indicator over time (chuỗi số liệu)."""

from vnplan.series.observation import Observation, Revision, Role
from vnplan.series.reports import ReportSet
from vnplan.series.rows import SeriesRow
from vnplan.series.series import LeftOut, Series

__all__ = ["LeftOut", "Observation", "ReportSet", "Revision", "Role", "Series", "SeriesRow"]
