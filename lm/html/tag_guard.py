"""The closing tag that is due where an end tag is begun: the innermost open element's, however far back it was opened.

No network has to remember it: the whole text before the caret is read by a parser's rules (see `reader`).
"""

import re

from lm.html.element_stack import outwards
from lm.html.elements import VOID
from lm.html.reader import HtmlReader

__all__ = ["VOID", "TagGuard", "begins_end_tag", "closing_tag", "open_elements"]

_UNFINISHED_END_TAG = re.compile(r"</([A-Za-z][\w.:-]*)?\Z")
_LONGEST_NAME = 64
_LOOKS_LIKE_HTML = re.compile(r"<[A-Za-z!][^<>]*>")


class TagGuard:
    """Completes end tags; a text that is asked about again and again, as it grows, is read once."""

    def __init__(self) -> None:
        self._reader = HtmlReader()

    @property
    def chars_read(self) -> int:
        """How many characters were read so far, which is what answers cost."""
        return self._reader.chars_read

    def closing_tag(self, context: str) -> str | None:
        """Return what completes an end tag that `context` ends in, None where it ends in none.

        An empty string means that an end tag was begun and no open element fits it.
        """
        begun = _begun(context)
        if begun is None:
            return None
        before = context[: len(context) - len(begun[0])]
        place = self._reader.place(before)
        if not place.is_markup or (place.stack is None and _LOOKS_LIKE_HTML.search(before) is None):
            return None
        typed = begun[1] or ""
        if place.stack is not None and place.stack.is_raw:
            # Text like any other, in a script for instance, unless it is the element's own end.
            fits = place.stack.name.startswith(typed.lower())
            return place.stack.written[len(typed) :] + ">" if fits else None
        for element in outwards(place.stack):
            if element.name.startswith(typed.lower()):
                return element.written[len(typed) :] + ">"
        return ""


def begins_end_tag(context: str) -> bool:
    """Tell whether `context` ends in the beginning of an end tag: `</`, perhaps with letters of a name."""
    return _begun(context) is not None


def closing_tag(context: str) -> str | None:
    """Return what completes an end tag that `context` ends in, as `TagGuard` does, for one text alone."""
    return TagGuard().closing_tag(context)


def open_elements(text: str) -> list[str]:
    """Return the elements that are open at the end of `text`, in lower case, innermost last."""
    return [element.name for element in outwards(HtmlReader().place(text).stack)][::-1]


def _begun(context: str) -> re.Match[str] | None:
    return _UNFINISHED_END_TAG.search(context[-_LONGEST_NAME - 2 :])
