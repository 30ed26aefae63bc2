"""Slips of the fingers: what is one letter away from a word, by the kind of slip. A first letter is hardly ever one."""

from collections.abc import Iterator

_LETTERS = "etaoinsrhldcumfpgwybvkxjqz'"


def swapped_or_doubled(word: str) -> Iterator[str]:
    """Yield what a word is with two letters swapped, or a doubled letter once, or a letter doubled."""
    for i in range(len(word) - 1):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        else:
            yield word[:i] + word[i + 1 :]
    for i in range(len(word)):
        yield word[: i + 1] + word[i:]


def missing_or_extra(word: str) -> Iterator[str]:
    """Yield what a word is with one letter more or less."""
    for i in range(1, len(word) + 1):
        for letter in _LETTERS:
            yield word[:i] + letter + word[i:]
    for i in range(1, len(word)):
        yield word[:i] + word[i + 1 :]


def replaced(word: str) -> Iterator[str]:
    """Yield what a word is with another letter in place of one."""
    for i in range(1, len(word)):
        for letter in _LETTERS:
            if letter != word[i]:
                yield word[:i] + letter + word[i + 1 :]


KINDS = (swapped_or_doubled, missing_or_extra, replaced)
"""The likeliest first."""


def skeleton(word: str) -> str:
    """Return a word with each doubled letter once: `tommorow` and `tomorrow` have the same."""
    return "".join(char for i, char in enumerate(word) if not i or char != word[i - 1])
