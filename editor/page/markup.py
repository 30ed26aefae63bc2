"""The words of HTML and Markdown that are coloured, line by line. No Qt.

It is for the eye alone: what it takes for a tag need not be one.
"""

import re
from enum import Enum, IntEnum, auto

from lm.model.document_kind import HTML_SUFFIXES, MARKDOWN_SUFFIXES, is_html

_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")
# An astral character takes two places of Qt's.
_TWO_PLACES = "\ue000\ue000"


class Language(Enum):
    """What a document is written in."""

    PLAIN = auto()
    HTML = auto()
    MARKDOWN = auto()


class Kind(Enum):
    """What a token is; the theme has a colour for each."""

    TAG = auto()
    ATTRIBUTE = auto()
    VALUE = auto()
    REMARK = auto()
    CODE = auto()  # a script or a style sheet: in the text's own colour


class LineState(IntEnum):
    """What a line leaves open for the next."""

    NONE = 0
    COMMENT = 1
    TAG = 2
    FENCE = 3
    SCRIPT = 4
    STYLE = 5
    SCRIPT_TAG = 6
    STYLE_TAG = 7


Token = tuple[int, int, Kind]
"""Start and length in UTF-16 units, and what it is."""

_TAGGED = HTML_SUFFIXES | {".svg", ".xml"}

_COMMENT_END = re.compile(r"-->")
_CODE_END = {
    LineState.SCRIPT: re.compile(r"</script\b", re.IGNORECASE),
    LineState.STYLE: re.compile(r"</style\b", re.IGNORECASE),
}
_TAG_STATES = {"<script": LineState.SCRIPT_TAG, "<style": LineState.STYLE_TAG}
_AFTER_TAG = {LineState.SCRIPT_TAG: LineState.SCRIPT, LineState.STYLE_TAG: LineState.STYLE}
_HTML_OPENING = re.compile(r"(?P<comment><!--)|(?P<tag></?[A-Za-z][\w:.-]*|<[!?]\w*)|(?P<entity>&#?\w{1,32};)")
_IN_TAG = re.compile(
    r"""(?P<end>/?>)|(?P<attribute>[^\s"'<>/=]+)|(?P<value>=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s"'<>]+))|(?P<other>.)""",
    re.DOTALL,
)
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_MARKDOWN = re.compile(
    r"(?P<VALUE>(?P<ticks>`+)[^`]+(?P=ticks))"
    r"|(?P<ATTRIBUTE>\*\*[^*\s][^*]*\*\*|(?<!\w)__[^_\s][^_]*__(?!\w)|\*[^*\s][^*]*\*|(?<!\w)_[^_\s][^_]*_(?!\w))"
    r"|(?P<REMARK>\]\([^()\s]*\)|<https?:[^<>\s]+>)"
    r"|(?P<TAG>^\s{0,12}(?:[-*+]|\d{1,9}[.)])(?=\s)|^\s{0,3}(?:>\s?)+|^\s{0,3}(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$)",
)


def language_of(suffix: str, beginning: str) -> Language:
    """Return the language of a file by its suffix (such as ".md"); an unnamed one by how it begins."""
    if suffix in _TAGGED or is_html(suffix, beginning):
        return Language.HTML
    return Language.MARKDOWN if suffix in MARKDOWN_SUFFIXES else Language.PLAIN


def tokens(language: Language, line: str, state: LineState) -> tuple[list[Token], LineState]:
    """Return a line's tokens from left to right, and what the line leaves open."""
    if not line.isascii():
        line = _BEYOND_BMP.sub(_TWO_PLACES, line)
    if language is Language.HTML:
        return _html(line, state)
    if language is Language.MARKDOWN:
        return _markdown(line, state)
    return [], LineState.NONE


def _html(line: str, state: LineState) -> tuple[list[Token], LineState]:
    found: list[Token] = []
    place = 0
    while place < len(line):
        if state is LineState.COMMENT:
            end = _COMMENT_END.search(line, place)
            stop = len(line) if end is None else end.end()
            found.append((place, stop - place, Kind.REMARK))
            state = LineState.COMMENT if end is None else LineState.NONE
            place = stop
        elif state in _CODE_END:
            end = _CODE_END[state].search(line, place)
            stop = len(line) if end is None else end.start()
            if stop > place:
                found.append((place, stop - place, Kind.CODE))
            state = state if end is None else LineState.NONE
            place = stop
        elif state is not LineState.NONE:
            place, state = _in_tag(line, place, found, state)
        else:
            opening = _HTML_OPENING.search(line, place)
            if opening is None:
                break
            place = opening.start() if opening["comment"] else opening.end()
            if opening["comment"]:
                state = LineState.COMMENT
            elif opening["tag"]:
                found.append((opening.start(), len(opening.group()), Kind.TAG))
                state = _TAG_STATES.get(opening.group().lower(), LineState.TAG)
            else:
                found.append((opening.start(), len(opening.group()), Kind.VALUE))
    return found, state


def _in_tag(line: str, place: int, found: list[Token], state: LineState) -> tuple[int, LineState]:
    """Go on to the end of the tag or of the line."""
    for match in _IN_TAG.finditer(line, place):
        size = match.end() - match.start()
        if match["end"]:
            found.append((match.start(), size, Kind.TAG))
            is_closed = match["end"] != ">"
            return match.end(), LineState.NONE if is_closed else _AFTER_TAG.get(state, LineState.NONE)
        if match["attribute"]:
            found.append((match.start(), size, Kind.ATTRIBUTE))
        elif match["value"]:
            found.append((match.start() + 1, size - 1, Kind.VALUE))
        elif match["other"] == "<":
            # Another tag begins: this one was never closed.
            return match.start(), LineState.NONE
    return len(line), state


def _markdown(line: str, state: LineState) -> tuple[list[Token], LineState]:
    is_fence = _FENCE.match(line) is not None
    if state is LineState.FENCE:
        return [(0, len(line), Kind.VALUE)], LineState.NONE if is_fence else LineState.FENCE
    if is_fence:
        return [(0, len(line), Kind.VALUE)], LineState.FENCE
    if _HEADING.match(line):
        return [(0, len(line), Kind.TAG)], LineState.NONE
    found = []
    for match in _MARKDOWN.finditer(line):
        name = "VALUE" if match["VALUE"] else match.lastgroup
        found.append((match.start(), len(match.group()), Kind[name or "TAG"]))
    return found, LineState.NONE
