"""What is said often: a static n-gram table over words, read where it lies on disk.

The table holds the word sequences that many documents share, pruned and quantised, as a trie in flat arrays: the
followers of a sequence are one run of the next level, in the order of their words. Each follower carries a share of
its sequence's probability, interpolated modified Kneser-Ney (Chen and Goodman 1999); what the shares of a run leave
goes to the shorter sequence, so that no back-off weights are stored and every distribution sums to 1.

Arrays of our own rather than KenLM: the whole distribution is asked for, not one word's probability, and a run of
followers is then one slice and one addition; nothing has to be compiled. The file is mapped, so that processes share
its pages and only those that are used are read.

    unigram   [W] float32
    words.n   [K_n] uint16, shares.n [K_n] uint8       the followers of all sequences of n - 1 words, n = 2..N
    blocks.n uint32, offsets.n uint16 or uint32        where each sequence's run begins, [K_(n-1) + 1]; see `RUN_BLOCK`
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from lm.errors import ModelError
from resources.model_folder import ModelFolder, ModelFolderError, open_model

FAMILY = "lm-phrases"
TABLE = "phrases.safetensors"
WORD_LIST = "words.json"
RUN_BLOCK = 64
"""A run begins at blocks[i // RUN_BLOCK] + offsets[i]: mostly two bytes and a little instead of four."""
_LEAST_SHARE_BITS = 16.0
SHARES: npt.NDArray[np.float64] = 2.0 ** (-_LEAST_SHARE_BITS * (255 - np.arange(256)) / 255)
"""[256], the share that each byte stands for: steps of 4.4 %."""
_LEAST_BACKOFF = 1e-4
_DTYPES = {"F32": np.float32, "U8": np.uint8, "U16": np.uint16, "U32": np.uint32}
_LARGEST_HEADER_BYTES = 1 << 20
_UNKNOWN = 0

Probabilities = npt.NDArray[np.float64]
Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class PhraseExpectation:
    """What the table expects next.

    Attributes:
        probabilities: [W], summing to 1.
        order: words of the longest sequence that was found, 0 for none.
        backoff: what that sequence leaves to shorter ones.
    """

    probabilities: Probabilities
    order: int
    backoff: float


@dataclass(frozen=True, slots=True)
class _Level:
    words: Array
    shares: Array
    blocks: Array
    offsets: Array

    def run(self, node: int) -> tuple[int, int]:
        """Return where the followers of a sequence begin and end."""
        start = int(self.blocks[node // RUN_BLOCK]) + int(self.offsets[node])
        node += 1
        return start, int(self.blocks[node // RUN_BLOCK]) + int(self.offsets[node])


class PhraseTable:
    """Answers what may follow the last few words."""

    def __init__(self, words: Sequence[bytes], arrays: dict[str, Array]) -> None:
        """`words` [W] name the arrays' words, the unknown first.

        Raises:
            ValueError: if the arrays do not fit together.
        """
        self.words = tuple(words)
        self._unigram = np.asarray(arrays["unigram"], dtype=np.float64)
        self._levels: list[_Level] = []
        parents = len(words)
        if self._unigram.shape != (parents,) or not abs(self._unigram.sum() - 1.0) < 1e-3:
            raise ValueError("its single words are no distribution")
        while f"words.{len(self._levels) + 2}" in arrays:
            names = (f"{part}.{len(self._levels) + 2}" for part in ("words", "shares", "blocks", "offsets"))
            level = _Level(*(arrays[name] for name in names))
            _check_level(level, parents, len(words))
            self._levels.append(level)
            parents = len(level.words)

    @classmethod
    def load(cls, folder: Path) -> "PhraseTable":
        """Map the table of a published folder.

        Raises:
            ModelError: if it is missing, damaged or of another kind.
        """
        try:
            opened = open_model(folder, FAMILY)
            words = _word_list(opened)
            return cls(words, _mapped(opened.verified(TABLE)))
        except ModelFolderError as exc:
            raise ModelError(str(exc)) from exc
        except (OSError, ValueError, KeyError, TypeError) as exc:
            raise ModelError(f"the phrase table {folder} is broken ({exc}): copy the model again") from exc

    @property
    def longest_history(self) -> int:
        """Words before the next that are looked at."""
        return len(self._levels)

    def expect(self, history: Sequence[int]) -> PhraseExpectation:
        """Return what may follow the words of `history`, the last of which stands last."""
        probabilities = self._unigram.copy()
        order, backoff = 0, 1.0
        for length in range(1, min(self.longest_history, len(history)) + 1):
            node = self._find(history[len(history) - length :])
            if node is None:
                break
            level = self._levels[length - 1]
            start, end = level.run(node)
            if start == end:
                continue
            shares = SHARES[level.shares[start:end]]
            order, backoff = length, max(1.0 - float(shares.sum()), _LEAST_BACKOFF)
            probabilities *= backoff
            probabilities[level.words[start:end]] += shares
        return PhraseExpectation(probabilities, order, backoff)

    def _find(self, sequence: Sequence[int]) -> int | None:
        """Return the number of a sequence among those of its length, None if the table does not hold it."""
        node = sequence[0]
        if node == _UNKNOWN:
            return None
        for level, word in zip(self._levels, sequence[1:], strict=False):
            start, end = level.run(node)
            node = start + int(np.searchsorted(level.words[start:end], word))
            if word == _UNKNOWN or node == end or level.words[node] != word:
                return None
        return node


class KnownPhrases:
    """A phrase table in the numbers of another vocabulary."""

    def __init__(self, table: PhraseTable, words: Sequence[bytes]) -> None:
        """`words` are the vocabulary's, the unknown first; to it goes what the table has of others."""
        self._table = table
        self._size = len(words)
        self._is_same = table.words == tuple(words)
        numbers = {word: number for number, word in enumerate(words) if number}
        self._to_vocabulary = np.array([numbers.get(word, _UNKNOWN) for word in table.words], dtype=np.int64)
        inside = {word: number for number, word in enumerate(table.words) if number}
        self._to_table = [inside.get(word, _UNKNOWN) for word in words]

    def expect(self, history: Sequence[int]) -> PhraseExpectation:
        """Return what may follow `history`; words beyond the vocabulary are unknown ones."""
        recent = history[-self._table.longest_history :]
        expected = self._table.expect([self._to_table[word] if word < self._size else _UNKNOWN for word in recent])
        if self._is_same:
            return expected
        words = np.bincount(self._to_vocabulary, weights=expected.probabilities, minlength=self._size)
        return replace(expected, probabilities=words.astype(np.float64))


def _check_level(level: _Level, parents: int, num_words: int) -> None:
    runs, blocks = parents + 1, parents // RUN_BLOCK + 1
    is_sound = (
        level.words.shape == level.shares.shape == (len(level.words),)
        and level.offsets.shape == (runs,)
        and level.blocks.shape == (blocks,)
        and level.run(parents - 1)[1] == len(level.words)
        and (len(level.words) == 0 or int(level.words.max()) < num_words)
    )
    if not is_sound:
        raise ValueError("its levels do not fit together")


def _word_list(folder: ModelFolder) -> list[bytes]:
    words = folder.json(WORD_LIST)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ValueError("its words are no list of strings")
    return [b"", *(word.encode("utf-8", "surrogateescape") for word in words)]


def _mapped(path: Path) -> dict[str, Array]:
    """Map the arrays of a safetensors file: eight bytes of length, a JSON header, and the arrays as they are."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if length > _LARGEST_HEADER_BYTES:
            raise ValueError("its header is too large")
        header = json.loads(file.read(length))
    data = np.memmap(path, dtype=np.uint8, mode="r", offset=8 + length)
    arrays: dict[str, Array] = {}
    for name, entry in header.items():
        if name != "__metadata__":
            start, end = entry["data_offsets"]
            if not 0 <= start <= end <= len(data):
                raise ValueError(f"{name} lies outside the file")
            arrays[name] = data[start:end].view(_DTYPES[entry["dtype"]]).reshape(entry["shape"])
    return arrays
