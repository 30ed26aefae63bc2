"""How surprised a model is at each character of a text, in bits: -log2 of the probability that it gave.

A text is cut into chunks of some thousand characters at ends of lines, each read after the last few hundred bytes
before it, so that several are computed side by side and the one on the screen first. Summed up, the bits of the first
chunk are exactly those of `evaluation.bits`; the later ones differ by what a longer memory would have known.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lm.predicting.engine import Engine

CHUNK_CHARS = 4096
WARM_UP_CHARS = 256
_STREAMS = 8
"""Chunks read side by side: a step for eight costs 1.4 times one for one."""
_NEWLINE = ord("\n")

Bits = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of a text.

    Attributes:
        start, end: in characters of the text.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Surprise:
    """The surprise of one chunk.

    Attributes:
        chunk: which.
        bits: of each of its characters, [end - start]; a character's are the sum of its bytes'.
    """

    chunk: Chunk
    bits: Bits


def chunks(text: str, size: int = CHUNK_CHARS) -> list[Chunk]:
    """Cut a text into chunks of at most `size` characters, after the last line's end in each where there is one."""
    found = []
    start = 0
    while start < len(text):
        end = min(start + size, len(text))
        if end < len(text):
            cut = text.rfind("\n", start, end) + 1
            end = cut if cut > start else end
        found.append(Chunk(start, end))
        start = end
    return found


def surprise(
    engine: Engine, text: str, wanted: Iterable[Chunk], should_stop: Callable[[], bool] = lambda: False
) -> Iterator[Surprise]:
    """Yield the surprise of the chunks `wanted`, in their order; ends early when `should_stop` says so.

    Args:
        engine: a network over bytes.
        text: all of it.
        wanted: chunks of it, such as those on the screen first.
        should_stop: asked before every step of the network.
    """
    waiting = list(wanted)
    while waiting:
        group, waiting = waiting[:_STREAMS], waiting[_STREAMS:]
        found = _side_by_side(engine, text, group, should_stop)
        if found is None:
            return
        yield from found


def _side_by_side(
    engine: Engine, text: str, group: Sequence[Chunk], should_stop: Callable[[], bool]
) -> list[Surprise] | None:
    before = [_encoded(text[max(0, chunk.start - WARM_UP_CHARS) : chunk.start]) for chunk in group]
    read = [_encoded(text[chunk.start : chunk.end]) for chunk in group]
    streams = [first + then for first, then in zip(before, read, strict=True)]
    costs = [np.empty(len(stream), dtype=np.float32) for stream in streams]
    order = sorted(range(len(group)), key=lambda index: -len(streams[index]))  # those that end first are the last rows
    state = np.stack([engine.begin_state() for _ in order])
    log_probs, state = engine.step_rows(np.full(len(order), _NEWLINE, dtype=np.int64), state)
    for place in range(len(streams[order[0]])):
        if should_stop():
            return None
        alive = sum(len(streams[index]) > place for index in order)
        symbols = np.array([streams[index][place] for index in order[:alive]], dtype=np.int64)
        for row, index in enumerate(order[:alive]):
            costs[index][place] = log_probs[row, symbols[row]]
        log_probs, state = engine.step_rows(symbols, np.ascontiguousarray(state[:alive]))
    return [
        Surprise(chunk, _per_character(text[chunk.start : chunk.end], cost[len(first) :]))
        for chunk, first, cost in zip(group, before, costs, strict=True)
    ]


def _per_character(text: str, log_probs: Bits) -> Bits:
    """Sum the bytes' costs to their characters', in bits."""
    sizes = np.array([len(_encoded(character)) for character in text], dtype=np.int64)
    starts = np.cumsum(sizes) - sizes
    return (np.add.reduceat(log_probs, starts) / -math.log(2.0)).astype(np.float32)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")
