"""Counts word sequences of large texts and makes the phrase table of them.

Everything is arrays: the n-grams of one length are sorted once, and each is a number, the number of its first n - 1
words times the vocabulary plus its last word, so that the next length needs only these numbers. 26 million words of
order 4 take half a minute and 3 GB.

Shares are interpolated modified Kneser-Ney with three discounts an order (Chen and Goodman 1999): below the longest
order a sequence counts as often as different words stand before it. A text may weigh more than another. Then whatever
fewer documents hold than asked for is left out, so that nobody's name or phrase comes back, and what it had goes to
the shorter sequences.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lm.predicting.phrase_table import RUN_BLOCK, SHARES

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_LEAST_UNIGRAM = 1e-8


@dataclass(frozen=True, slots=True)
class CountedText:
    """One text to count.

    Attributes:
        words: [T], the numbers of its words, 0 for unknown ones.
        documents: [T], the document of each, rising.
        weight: how much one occurrence counts.
    """

    words: Integers
    documents: Integers
    weight: float


@dataclass(frozen=True, slots=True)
class _Level:
    """All sequences of n words.

    Attributes:
        key: [K], number of the first n - 1 words times the vocabulary plus the last word, rising.
        times, weighted: [K], how often it occurs, and the sum of the weights.
        documents: [K], in how many documents.
        suffix: [K], the number of its last n - 1 words.
    """

    key: Integers
    times: Floats
    weighted: Floats
    documents: Integers
    suffix: Integers


@dataclass(frozen=True, slots=True)
class Pruning:
    """What is kept: sequences of n words that occur in `least_documents[n - 2]` documents; `len` + 1 is the order."""

    least_documents: tuple[int, ...] = (3, 3, 3)


def build_phrases(
    texts: Sequence[CountedText], vocab_size: int, pruning: Pruning | None = None
) -> dict[str, npt.NDArray[np.generic]]:
    """Return the arrays of a phrase table (see `lm.predicting.phrase_table`)."""
    least = (pruning or Pruning()).least_documents
    levels = list(_count(texts, vocab_size, len(least) + 1))
    unigram = np.full(vocab_size, _LEAST_UNIGRAM)
    preceded = _continuations(levels[0], levels[1])[1]
    unigram[levels[0].key] += preceded / preceded.sum()
    arrays: dict[str, npt.NDArray[np.generic]] = {"unigram": (unigram / unigram.sum()).astype(np.float32)}
    renumbered = np.full(len(levels[0].key), -1)
    renumbered[:] = levels[0].key  # the sequences of one word are all kept, each under its word's number
    num_parents = vocab_size
    for length, level in enumerate(levels[1:], start=2):
        longer = levels[length] if length < len(levels) else None
        share = _shares(level, longer, len(levels[length - 2].key), vocab_size)
        parent = renumbered[level.key // vocab_size]
        quantised = np.searchsorted(SHARES, share, side="right") - 1  # rounded down, so that no run exceeds 1
        kept = (level.documents >= least[length - 2]) & (parent >= 0) & (quantised >= 0)
        arrays[f"words.{length}"] = (level.key[kept] % vocab_size).astype(np.uint16)
        arrays[f"shares.{length}"] = quantised[kept].astype(np.uint8)
        arrays[f"blocks.{length}"], arrays[f"offsets.{length}"] = _runs(parent[kept], num_parents)
        renumbered = np.where(kept, np.cumsum(kept) - 1, -1)
        num_parents = int(kept.sum())
    return arrays


def _count(texts: Iterable[CountedText], vocab_size: int, order: int) -> Iterable[_Level]:
    texts = list(texts)
    words = np.concatenate([text.words for text in texts])
    weights = np.repeat([text.weight for text in texts], [len(text.words) for text in texts])
    last = np.cumsum([0, *(int(text.documents[-1]) + 1 for text in texts)])
    documents = np.concatenate([text.documents + shift for text, shift in zip(texts, last, strict=False)])
    number = before = np.zeros(len(words), dtype=np.int64)  # of the sequence that ends at each word
    for length in range(1, order + 1):
        key = words.astype(np.int64) if length == 1 else number[:-1] * vocab_size + words[length - 1 :]
        by_key = np.argsort(key, kind="stable")
        ordered = key[by_key]
        is_first = np.r_[True, ordered[1:] != ordered[:-1]]
        first = np.flatnonzero(is_first)
        of_document = documents[length - 1 :][by_key]
        is_new = np.r_[True, of_document[1:] != of_document[:-1]] | is_first
        number = np.empty(len(key), dtype=np.int64)
        number[by_key] = np.cumsum(is_first) - 1
        suffix = np.zeros(len(first), dtype=np.int64)
        if length > 1:
            suffix[number] = before[1:]
        yield _Level(
            ordered[first],
            np.diff(np.r_[first, len(ordered)]).astype(np.float64),
            np.add.reduceat(weights[length - 1 :][by_key], first),
            np.add.reduceat(is_new.astype(np.int64), first),
            suffix,
        )
        before = number


def _continuations(level: _Level, longer: _Level) -> tuple[Floats, Floats]:
    """Return how many different words stand before each sequence, plain and weighted as their texts are, [K]."""
    size = len(level.key)
    times = np.bincount(longer.suffix, minlength=size).astype(np.float64)
    weighted = np.bincount(longer.suffix, weights=longer.weighted / longer.times, minlength=size)
    return times, weighted.astype(np.float64)


def _shares(level: _Level, longer: _Level | None, num_parents: int, vocab_size: int) -> Floats:
    """Return the share of its context's probability that each sequence's last word has, [K]."""
    times, weighted = (level.times, level.weighted) if longer is None else _continuations(level, longer)
    discounts = _discounts(times)
    discount = discounts[np.clip(np.rint(times).astype(np.int64), 1, 3) - 1]
    parent = level.key // vocab_size
    total = np.bincount(parent, weights=weighted, minlength=num_parents)
    kept = weighted * np.maximum(0.0, 1.0 - discount / np.maximum(times, 1.0))
    share: Floats = kept / np.maximum(total[parent], 1e-9)
    return share


def _discounts(times: Floats) -> Floats:
    """Return what is taken from sequences that occur once, twice, and more often."""
    one, two, three, four = (max(float(np.count_nonzero(times == count)), 1.0) for count in (1, 2, 3, 4))
    y = one / (one + 2.0 * two)
    found = (1.0 - 2.0 * y * two / one, 2.0 - 3.0 * y * three / two, 3.0 - 4.0 * y * four / three)
    return np.clip(found, 0.1, (0.95, 1.9, 2.9))


def _runs(parent: Integers, num_parents: int) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.generic]]:
    """Return where the run of each parent begins, as blocks and offsets; `parent` rises."""
    begins = np.searchsorted(parent, np.arange(num_parents + 1))
    blocks = begins[::RUN_BLOCK]
    offsets = begins - np.repeat(blocks, RUN_BLOCK)[: len(begins)]
    fits = offsets.max(initial=0) <= np.iinfo(np.uint16).max  # not where the most frequent words stand together
    return blocks.astype(np.uint32), offsets.astype(np.uint16 if fits else np.uint32)
