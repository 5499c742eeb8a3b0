"""Optional libraries, each loaded when something needs it (thư viện tùy chọn)."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from vnplan.errors import MissingExtraError


def optional(module: str, *, feature: str, extra: str) -> Any:
    """The library of that name.

    Raises:
        MissingExtraError: It is not installed; the error names the extra that brings it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(feature, extra) from error
