"""Batches for truncated backpropagation through time: N streams read side by side, T symbols at a time.

Stream n continues in row n of the next batch, so the recurrent state can be carried over.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lm.errors import CorpusError
from lm.model.vocabulary import Symbols


@dataclass(frozen=True, slots=True)
class Batch:
    """One segment of all streams: `targets` is `inputs` one symbol later, both [T, N]."""

    inputs: Symbols
    targets: Symbols


def num_batches(symbols: Symbols, batch_size: int, bptt: int, offset: int = 0) -> int:
    """Count the batches of one pass over `symbols`, [T]."""
    return ((len(symbols) - offset - 1) // batch_size) // bptt


def stream_batches(symbols: Symbols, batch_size: int, bptt: int, offset: int = 0, skip: int = 0) -> Iterator[Batch]:
    """Yield one pass over `symbols`, [T], beginning at `offset`, without the first `skip` batches.

    Raises:
        CorpusError: if the text is too short for even one batch.
    """
    count = num_batches(symbols, batch_size, bptt, offset)
    if count < 1:
        needed = offset + batch_size * bptt + 1
        raise CorpusError(
            f"the text has {len(symbols)} symbols and one batch needs {needed}: "
            "add text, or choose a smaller --batch-size or --bptt"
        )
    length = (len(symbols) - offset - 1) // batch_size
    inputs = symbols[offset : offset + length * batch_size].reshape(batch_size, length).T  # [length, N]
    targets = symbols[offset + 1 : offset + 1 + length * batch_size].reshape(batch_size, length).T
    for index in range(skip, count):
        rows = slice(index * bptt, (index + 1) * bptt)
        yield Batch(inputs[rows].copy(), targets[rows].copy())
