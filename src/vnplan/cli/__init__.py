"""The command line: ``vnplan read``, ``vnplan scorecard``, ``vnplan audit`` (dòng lệnh); presentation only."""

from vnplan.cli.main import main

__all__ = ["main"]
