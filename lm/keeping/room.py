"""Chooses what goes when the store is full: of what is oldest, the parts with the rarest words."""

import math
from collections import Counter
from collections.abc import Iterable

from lm.text.own_words import chunks, count_words
from lm.text.secret_text import BREAK

_PART_CHARS = 400
"""About a paragraph: text is removed in parts of this size."""


def without_rarest(texts: Iterable[tuple[str, str]], counts: Counter[str], excess: int) -> dict[str, str]:
    """Return, by key, the texts that become shorter, so that about `excess` bytes less are left.

    The oldest text is looked at, twice as much as must go, and the half with the rarest words is removed.

    Args:
        texts: keys and texts, the oldest first.
        counts: how often each word occurs in all of them.
        excess: bytes of UTF-8.
    """
    candidates: list[tuple[float, int, str, int]] = []
    parts: dict[str, list[str]] = {}
    looked_at = 0
    for key, text in texts:
        parts[key] = list(chunks(text, _PART_CHARS))
        for index, part in enumerate(parts[key]):
            size = len(part.encode("utf-8", "replace"))
            candidates.append((_frequency(part, counts), size, key, index))
            looked_at += size
            if looked_at >= 2 * excess:
                break
        if looked_at >= 2 * excess:
            break
    for _, size, key, index in sorted(candidates):
        if excess <= 0:
            break
        parts[key][index] = BREAK
        excess -= size
    return {key: _joined(each) for key, each in parts.items()}


def _frequency(part: str, counts: Counter[str]) -> float:
    """Return the mean logarithm of how often the part's words occur."""
    words = [counts[word] for word in count_words([part]).elements()]
    return sum(map(math.log1p, words)) / len(words) if words else 0.0


def _joined(parts: list[str]) -> str:
    """Put the parts together again, with one break for a run of those that are gone."""
    kept: list[str] = []
    for part in parts:
        if part != BREAK or (kept and kept[-1] != BREAK):
            kept.append(part)
    return "".join(kept).strip(BREAK)
