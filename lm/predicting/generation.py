"""Writing on from a prompt: sampling from any byte-level model, one character at a time.

The unreliable tail of each distribution is cut off (nucleus sampling: Holtzman et al. 2020, The Curious Case of Neural
Text Degeneration), and the loops of low temperatures are left where a word begins, so that every word stays a word.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lm.model.language_model import AnyModel
from lm.model.word_bytes import CONTINUATION, GOES_ON, STARTS_WORD, missing_continuations

_TEXT = np.zeros(256, dtype=bool)
_TEXT[[9, 10]] = True
_TEXT[0x20:0x7F] = True
_TEXT[0xC2:0xF5] = True
"""Bytes that may begin a character: no control characters, no stray continuation."""

_OVERTIME = 160
"""Characters that a text may go on beyond its length to end its sentence."""
_REMEMBERED_BYTES = 8192
"""Of the text, in which repetitions are looked for."""
_LEAST_CHOICE = 0.05
"""Probability that must be left when a repetition is left out: "United" may be followed by "States" every time."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\Z")


@dataclass(frozen=True, slots=True)
class Sampling:
    """How to choose the next byte.

    Attributes:
        temperature: 0 takes the most probable byte, 1 samples from the model as it is.
        top_k: only the k most probable bytes; 0 for all.
        top_p: only the most probable bytes that together have this probability; 1 for all.
        longest_repeat: bytes after which text that was there before is not written again; 0 for any.
        seed: of the random numbers; the same seed and model write the same text.
    """

    temperature: float = 0.7
    top_k: int = 0
    seed: int = 1
    top_p: float = 1.0
    longest_repeat: int = 0


READABLE = Sampling(temperature=0.9, top_p=0.9, longest_repeat=20)
"""What the window and the command line begin with."""


def generate(
    model: AnyModel, prompt: str, length: int, sampling: Sampling, *, quick: AnyModel | None = None
) -> Iterator[str]:
    """Yield `length` characters that follow `prompt`, one by one."""
    return filter(None, steps(model, prompt, length, sampling, quick=quick))


def steps(
    model: AnyModel,
    prompt: str,
    length: int,
    sampling: Sampling,
    *,
    quick: AnyModel | None = None,
    ends_sentence: bool = False,
) -> Iterator[str]:
    """Yield after every step of the model: the next character, or "" while none is complete.

    Whoever has other things to do looks after them between two steps.

    Args:
        model: over bytes.
        prompt: is read first.
        length: characters to write.
        sampling: how.
        quick: a cheaper model that shares its states with `model`, to read the prompt.
        ends_sentence: go on to the end of a sentence, for at most 160 characters more.
    """
    rng = np.random.default_rng(sampling.seed)
    text = bytearray(b"\n" + prompt.encode("utf-8", "replace"))
    state = model.begin_state()
    for index, byte in enumerate(text):
        reader = model if quick is None or index == len(text) - 1 else quick
        log_probs, (state,) = reader.step([byte], [state])
        yield ""
    character = b""
    written = 0
    line = ""
    while written < length or (ends_sentence and written < length + _OVERTIME):
        allowed = CONTINUATION if missing_continuations(character) else _TEXT
        scores = np.where(allowed, log_probs[0], -np.inf).astype(np.float64)
        if sampling.longest_repeat and not character:
            scores = _without_repeat(scores, text, sampling.longest_repeat)
        byte = _choose(scores, sampling, rng)
        character += bytes([byte])
        text.append(byte)
        piece = ""
        if not missing_continuations(character):
            piece = character.decode("utf-8", "ignore")  # a surrogate or beyond U+10FFFF is dropped
            written += max(1, len(piece))
            character = b""
            if ends_sentence and written > length and piece.isspace() and _SENTENCE_END.search(line):
                return
            line = (line + piece)[-8:]
        yield piece
        log_probs, (state,) = model.step([byte], [state])


def _without_repeat(scores: npt.NDArray[np.float64], text: bytearray, longest: int) -> npt.NDArray[np.float64]:
    """Leave out what followed the last `longest` bytes where they stood before, if a word may begin here.

    Inside a word nothing is left out: another letter there would make it no word.
    """
    recent = bytes(text[-_REMEMBERED_BYTES:])
    tail = recent[-longest:]
    if len(tail) < longest or GOES_ON[tail[-1]] or not STARTS_WORD[list(tail)].any():
        return scores
    left = scores.copy()
    found = recent.find(tail)
    while 0 <= found < len(recent) - longest:
        left[recent[found + longest]] = -math.inf
        found = recent.find(tail, found + 1)
    return left if np.exp(left).sum() >= _LEAST_CHOICE * np.exp(scores).sum() else scores


def _choose(scores: npt.NDArray[np.float64], sampling: Sampling, rng: np.random.Generator) -> int:
    if sampling.temperature <= 0.0:
        return int(scores.argmax())
    scores = scores / sampling.temperature
    if 0 < sampling.top_k < len(scores):
        scores[scores < np.partition(scores, -sampling.top_k)[-sampling.top_k]] = -math.inf
    if sampling.top_p < 1.0:
        order = np.argsort(-scores)
        probabilities = np.exp(scores[order] - scores.max())
        # Those before which the nucleus was not yet full; the first always.
        before = np.cumsum(probabilities) - probabilities
        scores[order[before >= sampling.top_p * probabilities.sum()]] = -math.inf
    # Gumbel's trick samples from the softmax without computing it.
    return int((scores + rng.gumbel(size=len(scores))).argmax())
