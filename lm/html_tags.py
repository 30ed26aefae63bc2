"""The stack of open HTML elements before the caret, and the closing tag that is due.

Python's `html.parser` reads the text: it knows comments, attributes with `>`, raw text in script and style. The
stack follows HTML's own rules for void elements and for elements whose end tag may be left out.
"""

import re
from html.parser import HTMLParser

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_CLOSED_BY_START: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "option": frozenset({"option"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
}
"""A start tag of the key ends an open element of the value on top of the stack (HTML, optional tags)."""
_CLOSES_PARAGRAPH = frozenset(
    (
        *("address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "menu", "nav", "ol", "p"),
        *("pre", "section", "table", "ul"),
    )
)
_UNFINISHED_END_TAG = re.compile(r"</([A-Za-z][A-Za-z0-9:-]*)?\Z")
_LOOKS_LIKE_HTML = re.compile(r"<[A-Za-z!][^<>]*>")


class _OpenElements(HTMLParser):
    """Keeps the names of the elements that are open, innermost last."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.stack: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _CLOSES_PARAGRAPH and self.stack and self.stack[-1] == "p":
            self.stack.pop()
        ended = _CLOSED_BY_START.get(tag, frozenset())
        while self.stack and self.stack[-1] in ended:
            self.stack.pop()
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # In HTML the slash of `<div/>` means nothing; in SVG and void elements it closes.
        if tag not in VOID and "svg" not in self.stack and "math" not in self.stack and tag != "svg":
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.stack:
            while self.stack.pop() != tag:
                pass


def open_elements(text: str) -> list[str]:
    """Return the elements that are open at the end of `text`, innermost last; broken HTML is read as browsers do."""
    parser = _OpenElements()
    parser.feed(text)
    return parser.stack


def closing_tag(context: str) -> str | None:
    """Return what completes an end tag that `context` ends in (`</` and perhaps a name's beginning), else None.

    An empty string means that an end tag was begun and no open element fits it.
    """
    begun = _UNFINISHED_END_TAG.search(context)
    if begun is None or not _LOOKS_LIKE_HTML.search(context):
        return None
    typed = (begun.group(1) or "").lower()
    for name in reversed(open_elements(context[: begun.start()])):
        if name.startswith(typed):
            return name[len(typed) :] + ">"
    return ""
