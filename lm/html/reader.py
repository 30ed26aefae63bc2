"""Reads HTML up to a place in it and says which elements are open there; a second reading begins at what changed.

The rules of the tokens are those of the HTML Living Standard, 13.2.5, as Python's `html.parser` follows them too:
comments, attributes with `>`, raw text in script and style, CDATA in SVG. A tag that the text breaks off is what the
person meant it to be.
"""

import re
from dataclasses import dataclass

from lm.html.element_stack import Stack, after_end, after_start

_SPACE = r"\x20\t\n\r\f"
_NAME = rf"[A-Za-z][^{_SPACE}/>\0]*+"
_ATTRIBUTES = rf"""(?:[^>=]++|=[{_SPACE}]*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^{_SPACE}>]*+))*+"""
_TOKEN = re.compile(
    rf"""<(?:
        (?P<start>{_NAME}){_ATTRIBUTES}>
      | /(?P<end>{_NAME}){_ATTRIBUTES}>
      | (?P<comment>!--)(?:-?>|(?:[^-]++|-(?!-!?>))*+--!?>)
      | (?P<cdata>!\[CDATA\[)
      | (?!!--)[!?/][^>]*+>
    )""",
    re.VERBOSE,
)
_BROKEN_QUOTE = re.compile(rf"<({_NAME})[^>]*+>")
_BROKEN_TAG = re.compile(rf"<({_NAME}){_ATTRIBUTES}\Z")
_MAY_BE_MARKUP = re.compile(r"<(?:[A-Za-z!/?]|\Z)")
_RAW_END = re.compile(rf"(?=[{_SPACE}/>])[^>]*+>")
_SPACING_CHARS = 1024
"""Characters between two checkpoints: reading again from one takes under a millisecond, a megabyte has a thousand."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is known at the end of a text.

    Attributes:
        stack: the innermost open element.
        is_markup: an end tag may stand here; not so in a comment, a declaration or an attribute.
        has_tags: the text has a tag or a declaration at all.
    """

    stack: Stack
    is_markup: bool
    has_tags: bool


class HtmlReader:
    """Reads one text after another; where the new one begins like the last, that part is not read again.

    Attributes:
        chars_read: all that it has read so far, each character as often as it was read.
    """

    def __init__(self) -> None:
        self.chars_read = 0
        self._text = ""
        # A checkpoint lies after a token, and nothing that follows can change what comes before it.
        self._positions: list[int] = [0]
        self._stacks: list[Stack] = [None]

    def place(self, text: str) -> Place:
        """Return what is known at the end of `text`."""
        kept = self._kept(text)
        del self._positions[kept + 1 :], self._stacks[kept + 1 :]
        self._text = text
        position, stack = self._positions[kept], self._stacks[kept]
        self.chars_read += len(text) - position
        return self._read(text, position, stack)

    def _kept(self, text: str) -> int:
        """Return the index of the last checkpoint before which `text` is what was read last."""
        positions, old = self._positions, self._text
        if text.startswith(old):
            return len(positions) - 1
        low, high = 0, len(positions) - 1
        while low < high:
            middle = (low + high + 1) // 2
            part = slice(positions[low], positions[middle])
            if positions[middle] <= len(text) and text[part] == old[part]:
                low = middle
            else:
                high = middle - 1
        return low

    def _read(self, text: str, position: int, stack: Stack) -> Place:
        is_xml = text.startswith("<?xml")
        is_sure = True
        start = position
        next_checkpoint = position + _SPACING_CHARS
        while True:
            if stack is not None and stack.is_raw:
                end = _end_of_raw(text, position, stack.name)
                if end < 0:
                    return Place(stack, is_markup=True, has_tags=True)
                position, stack = end, stack.outer
            else:
                start = text.find("<", position)
                if start < 0:
                    break
                token = _TOKEN.match(text, start)
                if token is None:
                    if _MAY_BE_MARKUP.match(text, start) is None:
                        position = start + 1
                        continue
                    broken = _BROKEN_QUOTE.match(text, start)
                    if broken is None or text.startswith("<!--", start):
                        return self._broken_off(text, start, stack)
                    # A quote that nothing ends would swallow the rest: the tag ends at its first `>`.
                    is_sure = False
                    position, stack = broken.end(), after_start(stack, broken[1], has_slash=False, is_xml=is_xml)
                    continue
                position = token.end()
                kind = token.lastgroup
                if kind == "start":
                    has_slash = text[position - 2] == "/"
                    stack = after_start(stack, token["start"], has_slash=has_slash, is_xml=is_xml)
                elif kind == "end":
                    stack = after_end(stack, token["end"], is_xml=is_xml)
                elif kind == "cdata":
                    is_data = is_xml or (stack is not None and stack.is_foreign)
                    closer = "]]>" if is_data else ">"
                    end = text.find(closer, position)
                    if end < 0:
                        return Place(stack, is_markup=False, has_tags=True)
                    position = end + len(closer)
            if is_sure and position >= next_checkpoint:
                self._positions.append(position)
                self._stacks.append(stack)
                next_checkpoint = position + _SPACING_CHARS
        return Place(stack, is_markup=True, has_tags=position > 0)

    def _broken_off(self, text: str, start: int, stack: Stack) -> Place:
        """Return the place in a tag, comment or declaration that has no end yet."""
        tag = _BROKEN_TAG.match(text, start)
        if tag is not None:
            # Its `>` was forgotten.
            return Place(after_start(stack, tag[1], has_slash=False), is_markup=True, has_tags=True)
        return Place(stack, is_markup=False, has_tags=True)


def _end_of_raw(text: str, position: int, name: str) -> int:
    """Return where the end tag of a raw-text element ends, -1 where it has none."""
    if name == "plaintext":
        return -1
    while (position := text.find("</", position)) >= 0:
        if text[position + 2 : position + 2 + len(name)].lower() == name:
            end = _RAW_END.match(text, position + 2 + len(name))
            if end is not None:
                return end.end()
        position += 2
    return -1
