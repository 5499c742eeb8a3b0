"""Files and texts → Report (nạp báo cáo)."""

from vnplan.loading.build import load, loads

__all__ = ["load", "loads"]
