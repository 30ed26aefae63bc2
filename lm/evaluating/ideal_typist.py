"""What a model is worth on a text: bits per character, keystrokes saved, next-word accuracy, latency.

An ideal user types the text character by character and takes a suggestion whenever it is right. Keystroke savings
(KSR) are 1 - keys / characters, in two ways: INLINE takes what is ghosted, 1 key for all of it or 1 key per word;
BAR takes the right word out of those shown, 1 key with its trailing space.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from lm.model.language_model import AnyModel
from lm.model.suggestion import Suggestion

WORD = re.compile(r"[A-Za-z0-9]+(?:['’‐‑-][A-Za-z0-9]+)*")
_UNIT = re.compile(r"[^A-Za-z0-9]*[A-Za-z0-9]+(?:['’‐‑-][A-Za-z0-9]+)* ?")
"""The first unit of a ghost: up to the end of a word, with the space after it."""

Suggest = Callable[[str], Suggestion]


@dataclass(frozen=True, slots=True)
class TypingResult:
    """The outcome of typing one text; ratios lie between 0 and 1."""

    chars: int
    ksr_inline: float
    ksr_bar: float
    top1: float
    top3: float
    shown: int
    shown_right: int
    p50_ms: float
    p95_ms: float
    p99_ms: float


def bits(model: AnyModel, text: bytes, preceding: bytes = b"") -> Iterator[float]:
    """Yield the bits that each byte of `text` costs, after `preceding`."""
    log_probs, (state,) = model.step([ord("\n")], [model.begin_state()])
    for index, byte in enumerate(preceding + text):
        if index >= len(preceding):
            yield -float(log_probs[0][byte]) / math.log(2.0)
        log_probs, (state,) = model.step([byte], [state])


def type_text(
    text: str,
    suggest: Suggest,
    progress: Callable[[float], None] = lambda _: None,
    *,
    inline: bool = True,
    bar: bool = True,
) -> TypingResult:
    """Type `text` with suggestions from `suggest`, which is given all that stands before the caret.

    With `inline` or `bar` off nobody takes suggestions that way, and its ratio is 0. If `suggest` learns from what is
    taken, use one way at a time: each stands for another person.
    """
    words = {match.start(): match.group() for match in WORD.finditer(text)}
    word_at = {place: start for start, word in words.items() for place in range(start, start + len(word))}
    inline_next, bar_next = (0 if inline else -1), (0 if bar else -1)
    inline_keys = bar_keys = 0
    starts = top1 = top3 = shown = shown_right = 0
    times: list[float] = []
    for position in range(len(text)):
        at_start = position in words and (position == 0 or text[position - 1].isspace())
        if position not in (inline_next, bar_next) and not at_start:
            continue
        if len(times) % 64 == 0:
            progress(position / len(text))
        suggestion = suggest(text[:position])
        times.append(suggestion.ms)
        if at_start:
            starts += 1
            top1 += words[position] in suggestion.shown_words[:1]
            top3 += words[position] in suggestion.shown_words[:3]
        if position == inline_next:
            keys, taken = take_inline(suggestion.ghost, text, position)
            inline_keys += keys
            inline_next += taken
            shown += bool(suggestion.ghost)
            shown_right += bool(suggestion.ghost) and _is_right(suggestion.ghost, text, position)
        if position == bar_next:
            bar_keys += 1
            bar_next += take_bar(suggestion.shown_words, text, position, words, word_at)
    progress(1.0)
    p50, p95, p99 = (float(np.percentile(times, p)) if times else 0.0 for p in (50, 95, 99))
    chars = max(1, len(text))
    return TypingResult(
        chars=len(text),
        ksr_inline=1.0 - inline_keys / chars if inline else 0.0,
        ksr_bar=1.0 - bar_keys / chars if bar else 0.0,
        top1=top1 / max(1, starts),
        top3=top3 / max(1, starts),
        shown=shown,
        shown_right=shown_right,
        p50_ms=p50,
        p95_ms=p95,
        p99_ms=p99,
    )


def take_inline(ghost: str, text: str, position: int) -> tuple[int, int]:
    """Return the keys spent and the characters gained at `position` when `ghost` is shown there."""
    if len(ghost) > 1 and text.startswith(ghost, position):
        return 1, len(ghost)
    length = units = 0
    for match in _UNIT.finditer(ghost):
        if match.start() != length or not text.startswith(ghost[: match.end()], position):
            break
        length, units = match.end(), units + 1
    return (units, length) if length > units else (1, 1)


def take_bar(shown: Sequence[str], text: str, position: int, words: dict[int, str], word_at: dict[int, int]) -> int:
    """Return the characters gained with one key at `position` when the words `shown` are in the bar."""
    start = word_at.get(position)
    if start is None or words[start] not in shown:
        return 1
    end = start + len(words[start])
    return end - position + text.startswith(" ", end)


def _is_right(ghost: str, text: str, position: int) -> bool:
    """Say whether the first word of a ghost is what comes."""
    unit = _UNIT.match(ghost)
    return text.startswith((unit.group() if unit else ghost).rstrip(" "), position)
