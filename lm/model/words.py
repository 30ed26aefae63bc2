"""What a word is, in a text as a person writes it; `word_bytes` says the same of the bytes that the networks read.

A word is letters and digits of any script, `_` among them, joined by apostrophes and hyphens, straight or curly.
"""

import re
import unicodedata

APOSTROPHES = "'’ʼ"
HYPHENS = "-‐‑"
_LETTER = "[^\\W\\u02bc]|[\\u0300-\\u036f\\u200c\\u200d]|[\\u0900-\\u0dff\\u0e30-\\u0e4e]"
_LETTERS = f"(?:{_LETTER})+"
_JOINER = f"[{APOSTROPHES}{HYPHENS[1:]}\\-]"
WORD = rf"\d+(?:[.,]\d+)+|{_LETTERS}(?:{_JOINER}{_LETTERS})*"
"""The source of a pattern: one whole word, or a number with its points and commas."""
_TYPED = re.compile(rf"{_LETTERS}(?:{_JOINER}{_LETTERS})*{_JOINER}?\Z")
_GOES_ON = re.compile(rf"{_LETTER}|{_JOINER}{_LETTER}")
_LONGEST_WORD = 64
_CLOSERS = frozenset(")]}>\"'”’»›`.,;:!?…")
"""What may stand between the caret and the end of the line while a ghost is shown."""
_TAKES_THE_SPACE = frozenset('.,;:!?)]}”’"»›…')
_END_TAG = re.compile(r"</[A-Za-z][\w:.\-]*\s*>")


def typed_word(before: str) -> str:
    """Return the part of a word that stands before the caret, "" between words; `don’` and `well-` are such parts."""
    found = _TYPED.search(before[-_LONGEST_WORD:])
    return found.group() if found else ""


def is_inside_word(following: str) -> bool:
    """Tell whether what follows the caret goes on with the word before it."""
    return _GOES_ON.match(following) is not None


def may_show_ghost(following: str) -> bool:
    """Tell whether nothing but closing marks and end tags follows the caret on its line."""
    if "</" in following:
        following = _END_TAG.sub("", following)
    return all(char in _CLOSERS or char.isspace() for char in following)


def leaves_room_for_space(following: str) -> bool:
    """Tell whether a word that ends before `following` lacks the space after it."""
    return not following or not (following[0].isspace() or following[0] in _TAKES_THE_SPACE)


def script(text: str) -> str:
    """Return what the last letter of `text` is written in, such as "LATIN" or "CYRILLIC"; "" without a letter."""
    for char in reversed(text):
        if char.isascii():
            if char.isalpha():
                return "LATIN"
        elif char.isalpha():
            return unicodedata.name(char, "").partition(" ")[0]
    return ""
