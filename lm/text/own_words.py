"""Finds and counts the words of a person's text, and removes the ones to be forgotten."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from lm.model.handwriting import straight
from lm.text.secret_text import BREAK

WORD = re.compile("(?:[^\\W_][\u0300-\u036f]*)+(?:['’](?:[^\\W_][\u0300-\u036f]*)+)*")
"""A run of letters and digits in any script, with the marks of decomposed ones; `don't` is one."""
_CHUNK_CHARS = 8192
"""Takes a regular expression 1 ms, during which every other thread of the process waits."""


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count the words that have a letter, as they are spelled."""
    counts: Counter[str] = Counter()
    for text in texts:
        for piece in chunks(text, _CHUNK_CHARS):
            counts.update(word for word in WORD.findall(piece) if not word.isdigit())
    return counts


def is_of_word(spelling: str, word: str) -> bool:
    """Say whether a spelling is forgotten with `word`: in any case, and as its genitive."""
    return straight(word).casefold() in roots(spelling.strip(" '’"))


def roots(spelling: str) -> tuple[str, ...]:
    """Return the words that a spelling is forgotten with: in lower case, with and without a genitive ending.

    Apostrophes are straight in them, and letters composed, whatever they are in the spelling.
    """
    folded = straight(spelling).casefold()
    return (folded, folded[:-2]) if folded.endswith("'s") else (folded,)


def without_words(text: str, is_left_out: Callable[[str], bool]) -> str:
    """Return `text` with `BREAK` wherever a spelling is left out."""

    def replacement(match: re.Match[str]) -> str:
        return BREAK if is_left_out(match.group()) else match.group()

    return "".join(WORD.sub(replacement, piece) for piece in chunks(text, _CHUNK_CHARS))


def without_word(text: str, word: str) -> str:
    """Return `text` with `BREAK` wherever the word stood, so that the words beside it do not become neighbours.

    A word of several, such as one with a hyphen, is left out where it stands whole.
    """
    word = straight(word)
    if word.casefold() not in straight(text).casefold():
        return text
    if WORD.fullmatch(word):
        return without_words(text, lambda spelling: is_of_word(spelling, word))
    pattern = re.escape(word).replace("'", "['’]").replace(r"\-", "[‐‑-]")
    return re.sub(rf"(?<!\w){pattern}(?:['’]s)?(?!\w)", BREAK, text, flags=re.IGNORECASE)


def chunks(text: str, size: int) -> Iterator[str]:
    """Cut a text into pieces of about `size` characters, at the ends of lines or before spaces where it has any."""
    start = 0
    while start < len(text):
        end = start + size
        if end < len(text):
            cut = max(text.rfind("\n", start, end) + 1, text.rfind(" ", start + 1, end))
            end = cut if cut > start else end
        yield text[start:end]
        start = end
