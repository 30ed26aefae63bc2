"""What a document is written in: told by its file's suffix, or where it has none by how it begins."""

import re

HTML_SUFFIXES = frozenset((".htm", ".html", ".xhtml"))
MARKDOWN_SUFFIXES = frozenset((".markdown", ".md", ".mdown"))
BEGINNING_CHARS = 200
"""So much of a document tells what it is."""

_BEGINS_AS_HTML = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def is_html(suffix: str, beginning: str) -> bool:
    """Tell whether a document is HTML; `suffix` is that of its file, in small letters, "" where it has none."""
    return suffix in HTML_SUFFIXES if suffix else _BEGINS_AS_HTML.match(beginning) is not None
