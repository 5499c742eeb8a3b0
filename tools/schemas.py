"""Publishes the JSON Schema of every class with the docs, as ``schema/CLASS.json``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from vnplan.exchange.documents import CLASSES, json_schema

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the schemas to the files of the site."""
    for name, cls in CLASSES.items():
        content = json.dumps(json_schema(cls), ensure_ascii=False, indent=2)
        files.append(File.generated(config, f"schema/{name}.json", content=content))
    return files
