"""``vnplan schema``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from vnplan.cli.text import fault_in
from vnplan.exchange.documents import CLASSES, json_schema


def run(options: argparse.Namespace) -> bool:
    """Write the schema that was asked for; whether something failed."""
    if options.type not in CLASSES:
        options.command.error(f"--type {options.type}: no such class; there are {', '.join(CLASSES)}")
    text = f"{json.dumps(json_schema(CLASSES[options.type]), ensure_ascii=False, indent=2)}\n"
    if options.out is None:
        sys.stdout.write(text)
        return False
    try:
        Path(options.out).write_text(text, encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"vnplan: {fault_in(options.out, error)}\n")
        return True
    return False
