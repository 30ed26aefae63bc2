"""The text of a training run, encoded in the vocabulary of its network."""

import hashlib
from dataclasses import dataclass

from lm.model.factored_units import Factors
from lm.model.vocabulary import Symbols, Vocabulary, WordVocabulary
from lm.text.corpus import Split


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Encoded text: symbols [T], the bytes they stand for, and a digest by which a resumed run knows its text.

    `factors` are those of the symbols, None for bytes.
    """

    train: Symbols
    held_out: Symbols
    train_bytes: int
    held_out_bytes: int
    digest: str
    factors: Factors | None = None

    @property
    def bytes_per_symbol(self) -> float:
        """How many bytes of the training text one symbol stands for, on average."""
        return self.train_bytes / max(1, len(self.train))

    @property
    def held_out_symbols_per_byte(self) -> float:
        """How many symbols one byte of the held-out text takes, on average."""
        return len(self.held_out) / max(1, self.held_out_bytes)


def encode_split(split: Split, vocabulary: Vocabulary) -> TrainingData:
    """Encode both halves of `split`."""
    digest = hashlib.sha256(split.train)
    digest.update(split.held_out)
    return TrainingData(
        vocabulary.encode(split.train),
        vocabulary.encode(split.held_out),
        len(split.train),
        len(split.held_out),
        digest.hexdigest(),
        vocabulary.factors if isinstance(vocabulary, WordVocabulary) else None,
    )
