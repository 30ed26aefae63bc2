"""Writing on from a prompt: sampling from any byte-level model, one character at a time."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lm.language_model import AnyModel
from lm.word_bytes import CONTINUATION, missing_continuations

_TEXT = np.zeros(256, dtype=bool)
_TEXT[[9, 10]] = True
_TEXT[0x20:0x7F] = True
_TEXT[0xC2:0xF5] = True
"""Bytes that may begin a character: no control characters, no stray continuation."""


@dataclass(frozen=True, slots=True)
class Sampling:
    """How to choose the next byte.

    Attributes:
        temperature: 0 takes the most probable byte, 1 samples from the model as it is.
        top_k: only the k most probable bytes; 0 for all.
        seed: of the random numbers; the same seed and model write the same text.
    """

    temperature: float = 0.7
    top_k: int = 0
    seed: int = 1


def generate(model: AnyModel, prompt: str, length: int, sampling: Sampling) -> Iterator[str]:
    """Yield `length` characters that follow `prompt`, one by one."""
    rng = np.random.default_rng(sampling.seed)
    log_probs, (state,) = model.step([ord("\n")], [model.begin_state()])
    for byte in prompt.encode("utf-8"):
        log_probs, (state,) = model.step([byte], [state])
    character = b""
    written = 0
    while written < length:
        allowed = CONTINUATION if missing_continuations(character) else _TEXT
        byte = _choose(np.where(allowed, log_probs[0], -np.inf).astype(np.float64), sampling, rng)
        character += bytes([byte])
        if not missing_continuations(character):
            text = character.decode("utf-8", "ignore")  # a surrogate or beyond U+10FFFF is dropped
            written += max(1, len(text))
            if text:
                yield text
            character = b""
        log_probs, (state,) = model.step([byte], [state])


def _choose(
    log_probs: "np.ndarray[tuple[int], np.dtype[np.float64]]", sampling: Sampling, rng: np.random.Generator
) -> int:
    if sampling.temperature <= 0.0:
        return int(log_probs.argmax())
    scores = log_probs / sampling.temperature
    if 0 < sampling.top_k < len(scores):
        scores[scores < np.partition(scores, -sampling.top_k)[-sampling.top_k]] = -math.inf
    # Gumbel's trick samples from the softmax without computing it.
    return int((scores + rng.gumbel(size=len(scores))).argmax())
