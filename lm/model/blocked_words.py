"""Words and phrases that are never to be suggested: in no case, with no genitive, and in no kind of apostrophe."""

import re
from collections.abc import Iterable
from functools import lru_cache

from lm.model.handwriting import straight

_SEPARATOR = re.compile(r"[,;\n\r]+")
_PIECE = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def parse_blocked(text: str) -> tuple[str, ...]:
    """Return the words and phrases of a list with commas or lines between them, in lower case, each once, sorted."""
    phrases = (" ".join(straight(part).casefold().split()) for part in _SEPARATOR.split(text))
    return tuple(sorted({phrase for phrase in phrases if phrase}))


class BlockedWords:
    """Says which suggestions a person does not want."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the phrases as `parse_blocked` returns them, or as somebody typed them."""
        pieces = (tuple(_pieces(phrase)) for phrase in phrases)
        self._phrases = frozenset(each for each in pieces if each)
        self._longest = max(map(len, self._phrases), default=0)

    def __bool__(self) -> bool:
        return bool(self._phrases)

    def hides(self, text: str, word_chars: int) -> bool:
        """Say whether a phrase ends in the last word of `text`, which has `word_chars` characters."""
        if not self._phrases:
            return False
        pieces = _pieces(text[-(word_chars + 32 * self._longest) :])
        last = len(_pieces(text[len(text) - word_chars :]))
        for end in range(len(pieces) - last + 1, len(pieces) + 1):
            for length in range(1, min(self._longest, end) + 1):
                if not self._phrases.isdisjoint(_forms(pieces[end - length : end])):
                    return True
        return False


@lru_cache(maxsize=4)
def blocked_words(phrases: frozenset[str]) -> BlockedWords:
    """Return the same list for the same phrases, read once."""
    return BlockedWords(phrases)


def _pieces(text: str) -> list[str]:
    return _PIECE.findall(straight(text).casefold())


def _forms(words: list[str]) -> Iterable[tuple[str, ...]]:
    """Yield the words as they are, and without the last one's genitive."""
    yield tuple(words)
    if words[-1].endswith("'s"):
        yield (*words[:-1], words[-1][:-2])
