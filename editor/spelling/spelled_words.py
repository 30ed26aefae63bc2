"""The words of a line whose spelling is checked: no tags, code, addresses or names of files. No Qt."""

import html
import re
from functools import lru_cache
from typing import NamedTuple

from editor.page.markup import Kind, Language, LineState, tokens

_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")
# As many places as Qt counts, no letters.
_TWO_PLACES = "\ue000\ue000"
_HIDDEN = " "
# What stands for a letter makes its word one that no dictionary can be asked about.
_UNKNOWN_LETTER = "0"

# Accents and vowel signs that Unicode keeps apart from their letters, soft hyphens, joiners.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0963\u0966-\u0dff\u200c\u200d"
)
_HYPHENS = "\\-\u2010\u2011"
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
_RUN = re.compile(rf"{_LETTER}+(?:['’{_HYPHENS}]{_LETTER}+)*")
_PART = re.compile(rf"[^{_HYPHENS}]+")
_UNSPELLED = re.compile(r"[\d²³¹]")
_CHUNK = re.compile(r"\S+")
# Where it ends does not depend on what is far before it: what is typed changes one piece.
_PIECE = re.compile(r".+?(?:[.!?]\s+|\w{8}\s+|$)", re.DOTALL)
# A shorter line is read again as a whole when it changes.
_SHORT_LINE = 1000
# An address, a path, a name of a file or in a program, an option, a tag.
_NO_PROSE = re.compile(
    r"://|www\.|@|\\|=|\w\.\w|\w_\w|\w\(\)|/.*/|^\W*?[~.]{0,2}/|^[([{\"'“‘]*-{1,2}\w|(?:^|\W)[#$%]\w", re.IGNORECASE
)
_SHORTENED = frozenset(("tis", "twas", "twere", "twill", "em", "til", "cause", "bout", "round"))
"""English words that begin with an apostrophe, without it."""

_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_LIST_ITEM = re.compile(r"\s{0,12}(?:[-*+]|\d{1,9}[.)])\s")
_INDENTED = re.compile(r" {4}| {0,3}\t")
_MARKDOWN_CODE = re.compile(
    r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|\]\([^()]*\)|\]\[[^\]]*\]|</?[A-Za-z!][^<>]*>|^ {0,3}\[[^\]]+\]:.*|&#?\w{1,32};"
)

_PROGRAM_SUFFIXES = (
    "bat c cc cfg clj conf cpp cs css csv d dart diff ex go gradle h hpp hs ini ipynb java jl js json jsonl "
    "jsx kt less lisp lock log lua m mk ml nix patch php pl po ps1 py pyi r rb rs s scala scss sh sql svg "
    "swift tcl tf toml ts tsv tsx vim vue xml yaml yml zig zsh"
)
"""Types of files that hold programs and data: their words are not those of a dictionary."""


class Word(NamedTuple):
    """A word where it stands: `start` in UTF-16 units within its line."""

    start: int
    text: str


class Before(NamedTuple):
    """What the lines before leave open."""

    markup: LineState = LineState.NONE
    is_in_list: bool = False
    is_in_paragraph: bool = False


NOTHING_BEFORE = Before()


def is_prose(suffix: str) -> bool:
    """Tell whether a file of this type, such as ".md", holds words that people read."""
    return suffix[1:] not in _PROGRAM_SUFFIXES.split()


def words(language: Language, line: str, before: Before) -> tuple[list[Word], Before]:
    """Return a line's words from left to right, and what is open after it."""
    if not line.isascii():
        line = _BEYOND_BMP.sub(_TWO_PLACES, line)
    if language is Language.HTML:
        line, before = _html(line, before)
    elif language is Language.MARKDOWN:
        line, before = _markdown(line, before)
    found = []
    for chunk in _CHUNK.finditer(line):
        if _NO_PROSE.search(chunk.group()):
            continue
        for run in _RUN.finditer(line, chunk.start(), chunk.end()):
            text = run.group()
            if _UNSPELLED.search(text) or not any(_is_spelled(part) for _, part in parts(text)):
                continue
            if text in _SHORTENED and line[run.start() - 1 : run.start()] in ("'", "‘", "’"):
                continue
            found.append(Word(run.start(), text))
    return found, before


class WordReader:
    """Reads lines, and reads those again that have changed since the last pass; of plain text, a piece of them."""

    def __init__(self) -> None:
        self._known: dict[tuple[Language, str, Before], tuple[list[Word], Before]] = {}
        self._earlier = self._known

    def begin_pass(self) -> None:
        """Forget what the last pass did not read."""
        self._earlier, self._known = self._known, {}

    def read(
        self, language: Language, line: str, before: Before, part: tuple[int, int] | None = None
    ) -> tuple[list[Word], Before]:
        """Do what `words` does, at least for a part of a long line, start and end in UTF-16 units."""
        if language is not Language.PLAIN or len(line) <= _SHORT_LINE:
            return self._read(language, line, before)
        start, end = part or (0, 2 * len(line))
        if not line.isascii():
            line = _BEYOND_BMP.sub(_TWO_PLACES, line)
        found = [
            Word(piece.start() + place, text)
            for piece in _PIECE.finditer(line)
            if piece.start() <= end and piece.end() >= start
            for place, text in self._read(language, piece.group(), before)[0]
        ]
        return found, before

    def _read(self, language: Language, text: str, before: Before) -> tuple[list[Word], Before]:
        key = (language, text, before)
        found = self._known.get(key) or self._earlier.get(key) or words(language, text, before)
        self._known[key] = found
        return found


def parts(text: str) -> list[tuple[int, str]]:
    """Return what hyphens divide a word into, each with its place; only what may be looked up."""
    return [(part.start(), part.group()) for part in _PART.finditer(text) if _is_spelled(part.group())]


@lru_cache(maxsize=4096)
def lookup_form(text: str) -> str:
    """Return a word as dictionaries know it: plain apostrophes and hyphens."""
    for char, plain in (("’", "'"), ("\u2010", "-"), ("\u2011", "-"), ("\u00ad", "")):
        text = text.replace(char, plain)
    return text


def _is_spelled(part: str) -> bool:
    """Leave out single letters, CAPITALS and CamelCase."""
    rest = part[1:]
    return bool(rest) and rest == rest.lower()


def _html(line: str, before: Before) -> tuple[str, Before]:
    found, state = tokens(Language.HTML, line, before.markup)
    for start, size, kind in found:
        piece = line[start : start + size]
        # An entity may be a letter: it is then a part of its word.
        is_letter = kind is Kind.VALUE and piece.startswith("&") and html.unescape(piece).isalpha()
        line = line[:start] + (_UNKNOWN_LETTER if is_letter else _HIDDEN) * size + line[start + size :]
    return line, Before(state)


def _markdown(line: str, before: Before) -> tuple[str, Before]:
    is_fence = _FENCE.match(line) is not None
    is_fenced = before.markup is LineState.FENCE
    if is_fence or is_fenced:
        return "", Before(LineState.NONE if is_fence and is_fenced else LineState.FENCE, before.is_in_list)
    if not line.strip():
        return "", Before(is_in_list=before.is_in_list)
    is_indented = _INDENTED.match(line) is not None
    if is_indented and not before.is_in_list and not before.is_in_paragraph:
        return "", before
    goes_on = before.is_in_list and (before.is_in_paragraph or line[0] in " \t")
    is_in_list = goes_on or _LIST_ITEM.match(line) is not None
    return _MARKDOWN_CODE.sub(_blank, line), Before(is_in_list=is_in_list, is_in_paragraph=True)


def _blank(match: re.Match[str]) -> str:
    piece = match.group()
    is_letter = piece.startswith("&") and html.unescape(piece).isalpha()
    return (_UNKNOWN_LETTER if is_letter else _HIDDEN) * len(piece)
