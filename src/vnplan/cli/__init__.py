"""The command line: ``vnplan read``, ``vnplan scorecard``, ``vnplan audit``, ``vnplan schema`` (dòng lệnh); presentation only."""

from vnplan.cli.main import main

__all__ = ["main"]
