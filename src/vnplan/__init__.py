"""The typed domain model of Vietnamese local-government plans."""

from vnplan.loading import load, loads

__all__ = ["load", "loads"]
