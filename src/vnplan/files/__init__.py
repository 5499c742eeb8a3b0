"""bytes → text (đọc tệp): plain text, Markdown and HTML; knows nothing of the model."""

from vnplan.files.encodings import decode
from vnplan.files.formats import Format, format_of
from vnplan.files.read import TextFile, read_bytes, read_file

__all__ = ["Format", "TextFile", "decode", "format_of", "read_bytes", "read_file"]
