"""The rules of ghost text, without Qt: what survives a keystroke, what one accept takes, when to be silent."""

import re
from dataclasses import dataclass, replace

# A word holds its apostrophes and hyphens (`don't`, `well-known`), a number its points and commas (`3.14`, `1,000`).
_WORD = r"\d+(?:[.,]\d+)+|\w+(?:['’\-\u2010\u2011]\w+)*"
# One accept: a word or a run of punctuation, with the one space that follows it.
_UNIT = re.compile(rf"\s*(?:{_WORD}|[^\w\s]+)[ ]?|\s+")
_WORD_TAIL = re.compile(r"[\w'’\-\u2010\u2011.,]*\Z")
_LETTERS_TAIL = re.compile(r"\w+(?:['’\-\u2010\u2011]\w*)*\Z")
_LAST_WORDS = re.compile(r"(\w+)\W+\w*\Z")
_LEADING_WORD = re.compile(r"[\w'’\-\u2010\u2011]*")
# What may stand between the caret and the end of the line while a suggestion is shown.
_CLOSERS = frozenset(")]}>\"'”’»›`.,;:!?…")
_END_TAG = re.compile(r"</[A-Za-z][\w:.\-]*\s*>")


@dataclass(frozen=True, slots=True)
class Ghost:
    """A suggestion and how much of it is in the document by now.

    Attributes:
        text: the whole of what was suggested.
        used: how many of its characters have been typed or taken since.
    """

    text: str
    used: int = 0

    @property
    def remaining(self) -> str:
        """What is painted after the caret."""
        return self.text[self.used :]

    def after_insert(self, inserted: str) -> "Ghost | None":
        """Return the ghost after `inserted` entered at the caret; None when it contradicts the ghost."""
        if not inserted or not self.remaining.startswith(inserted):
            return None
        return replace(self, used=self.used + len(inserted))

    def after_backspace(self, count: int) -> "Ghost | None":
        """Give back `count` characters; None when more than the ghost's own were removed."""
        return replace(self, used=self.used - count) if 0 < count <= self.used else None


def units(text: str, before: str = "") -> list[str]:
    """Split a ghost into what one "next word" takes each; `before` is the text before the caret."""
    tail = None if text[:1].isspace() else _WORD_TAIL.search(before[-64:])
    joined = (tail.group() if tail else "") + text
    start = len(joined) - len(text)
    matches = _UNIT.finditer(joined)
    return [joined[max(match.start(), start) : match.end()] for match in matches if match.end() > start]


def next_unit(text: str, before: str = "") -> str:
    """Return what "next word" takes of the ghost: the rest of the word or a punctuation mark, and one space."""
    parts = units(text, before)
    return parts[0] if parts else ""


def typed_prefix(before: str) -> str:
    """Return the letters of the word that is being typed, "" between words."""
    match = _LETTERS_TAIL.search(before[-64:])
    return match.group() if match else ""


def may_suggest(following: str) -> bool:
    """Tell whether nothing but closing marks and end tags follows the caret on its line."""
    if "</" in following:
        following = _END_TAG.sub("", following)
    return all(char in _CLOSERS or char.isspace() for char in following)


def fitted(text: str, before: str, following: str) -> str:
    """Make a completion fit its place: one line, one space between words, nothing that already follows the caret."""
    text = re.sub(r"[ \t]+", " ", text.split("\n", 1)[0])
    if not before or before[-1].isspace():
        text = text.lstrip()
    rest = following.strip()
    if rest:
        text = text.rstrip()
        for size in range(min(len(rest), len(text)), 0, -1):
            if text.endswith(rest[:size]):
                text = text[:-size].rstrip()
                break
    return text


def follow_case(text: str, before: str) -> str:
    """Continue CAPITALS in capitals: the rest of the word, and all of it when the word before is in capitals too."""
    prefix = typed_prefix(before)
    previous = _LAST_WORDS.search(before[-128:])
    shouting = previous is not None and _is_capitals(previous.group(1))
    if shouting and (not prefix or prefix.isupper()):
        return text.upper()
    if not _is_capitals(prefix):
        return text
    match = _LEADING_WORD.match(text)
    end = match.end() if match else 0
    return text[:end].upper() + text[end:]


def word_in_case(word: str, prefix: str) -> str:
    """Write a whole word of the bar in the case of the letters typed so far."""
    if _is_capitals(prefix):
        return word.upper()
    if prefix[:1].isupper():
        return word[:1].upper() + word[1:]
    return word


def without_blocked(text: str, before: str, blocked: frozenset[str]) -> str:
    """Cut a ghost before the first word on the block list (lower case)."""
    if not blocked:
        return text
    kept = ""
    for part in units(text, before):
        words = re.findall(rf"{_WORD}", typed_prefix(before + kept) + part)
        if any(word.lower() in blocked for word in words):
            return kept.rstrip() if kept.strip() else ""
        kept += part
    return kept


def _is_capitals(word: str) -> bool:
    return len(word) >= 2 and word.isupper()
