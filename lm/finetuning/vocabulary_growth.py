"""Adds the user's frequent new words to a vocabulary, and rows for them to the network.

A new unit begins as a share of the unknown: with the unknown's row and as much less bias as it is rarer, the network
gives it just the part of the unknown's probability that its count in the user's text asks for. (The row of the same
word in another spelling, with or without its space, ended worse: 2.086 against 2.076 bits/char after 1.5 epochs.)
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from lm.model.factored_units import factor
from lm.model.vocabulary import UNIT, WordVocabulary

Weights = dict[str, npt.NDArray[np.float32]]

_LEAST_COUNT = 3
_MOST_NEW_UNITS = 4000
_LONGEST_UNIT_BYTES = 48
"""Longer ones are keys, addresses and encoded data."""
_NOISE = 0.1
"""Of the new rows, in standard deviations of the table: enough for two of them to become different."""
_TABLES = ("embedding.weight", "decoder.weight")
_FORM_TABLES = ("space.bias", "case.bias")
"""A new word is written as unknown words are."""


def grow_vocabulary(vocabulary: WordVocabulary, text: bytes) -> WordVocabulary:
    """Return `vocabulary` with the frequent units of `text` that it lacks after its own, the most frequent first."""
    counts = _unknown_units(vocabulary, text)
    new = sorted(
        (-count, unit) for unit, count in counts.items() if count >= _LEAST_COUNT and len(unit) <= _LONGEST_UNIT_BYTES
    )
    return WordVocabulary([*vocabulary.units[1:], *(unit for _, unit in new[:_MOST_NEW_UNITS])])


def grow_weights(
    weights: Mapping[str, npt.NDArray[np.float32]],
    vocabulary: WordVocabulary,
    grown: WordVocabulary,
    text: bytes,
    seed: int,
) -> Weights:
    """Return the weights of a network over `vocabulary` for the `grown` one; the old units keep their rows.

    A network over factored units gains a row for each new word; a known word in a new form needs none.
    """
    result = {name: np.array(array) for name, array in weights.items()}
    if "form_embedding.weight" in weights:
        new: Sequence[bytes] = grown.factors.words[len(vocabulary.factors.words) :]
        counts: Counter[bytes] = Counter()
        for unit, count in _unknown_units(vocabulary, text).items():
            counts[factor(unit)[0]] += count
    else:
        new, counts = grown.units[len(vocabulary) :], _unknown_units(vocabulary, text)
    if not new:
        return result
    rng = np.random.default_rng(seed)
    unknown = WordVocabulary.UNKNOWN
    for name in _TABLES:
        if name in result:
            table = result[name]
            noise = rng.normal(0.0, _NOISE * float(table.std()), (len(new), table.shape[1]))
            result[name] = np.concatenate([table, (table[unknown] + noise).astype(np.float32)])
    for name in _FORM_TABLES:
        if name in result:
            table = result[name]
            result[name] = np.concatenate([table, np.repeat(table[unknown : unknown + 1], len(new), axis=0)])
    total = counts.total()
    shares = np.array([counts[each] for each in new]) / total
    rest = max(total - sum(counts[each] for each in new), 1) / total
    bias = result["decoder.bias"]
    own = bias[unknown] + np.log(shares)
    bias[unknown] += np.float32(np.log(rest))
    result["decoder.bias"] = np.concatenate([bias, own.astype(np.float32)])
    return result


def _unknown_units(vocabulary: WordVocabulary, text: bytes) -> Counter[bytes]:
    return Counter(unit for unit in UNIT.findall(text) if vocabulary.symbol(unit) == WordVocabulary.UNKNOWN)
