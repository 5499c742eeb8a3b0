"""Values as JSON documents and back, and the schema of these documents (văn bản JSON)."""

from vnplan.exchange.documents.classes import CLASSES
from vnplan.exchange.documents.schema import json_schema
from vnplan.exchange.documents.versions import VERSION
from vnplan.exchange.documents.whole import from_json, to_json

__all__ = ["CLASSES", "VERSION", "from_json", "json_schema", "to_json"]
