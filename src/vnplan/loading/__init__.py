"""files → reading → model: documents and texts as reports (nạp báo cáo)."""

from vnplan.loading.batch import LoadFailure, load_many
from vnplan.loading.single import load, loads

__all__ = ["LoadFailure", "load", "load_many", "loads"]
