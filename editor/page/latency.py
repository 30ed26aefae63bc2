"""How long the person waited: key to glyph, and key to ghost, in milliseconds."""

import math
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

# Enough for an hour of fast typing; older figures fall out.
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Percentiles:
    """Percentiles in milliseconds of `count` measurements; NaN of none."""

    count: int
    p50: float
    p90: float
    p99: float

    def __str__(self) -> str:
        if not self.count:
            return "none"
        return f"p50 {self.p50:.1f}  p90 {self.p90:.1f}  p99 {self.p99:.1f} ms  (n {self.count})"


def percentiles(values_ms: Iterable[float]) -> Percentiles:
    """Return nearest-rank percentiles: each is a value that was measured."""
    ordered = sorted(values_ms)
    if not ordered:
        return Percentiles(0, math.nan, math.nan, math.nan)

    def rank(percent: int) -> float:
        return ordered[max(0, math.ceil(percent * len(ordered) / 100) - 1)]

    return Percentiles(len(ordered), rank(50), rank(90), rank(99))


class LatencyLog:
    """Collects latencies of one document, on the GUI thread.

    Attributes:
        key_to_glyph_ms: from a key press to the end of the paint that shows it.
        key_to_ghost_ms: from a key press to the end of the paint that shows its suggestion.
        key_to_reply_ms: from a key press to the engine's answer, shown or not.
        key_at: when the last key was pressed (`time.perf_counter`).
        ghost_listener: is told each of `key_to_ghost_ms`.
    """

    def __init__(self) -> None:
        self.key_to_glyph_ms: deque[float] = deque(maxlen=_KEPT)
        self.key_to_ghost_ms: deque[float] = deque(maxlen=_KEPT)
        self.key_to_reply_ms: deque[float] = deque(maxlen=_KEPT)
        self.key_at = time.perf_counter()
        self.ghost_listener: Callable[[float], None] | None = None
        self._due_at: float | None = None
        self._unpainted_key_at: float | None = None
        self._unpainted_ghost_at: float | None = None

    def key_due(self, at: float) -> None:
        """Say when the next key should have come, so that a late timer counts as latency."""
        self._due_at = at

    def key_pressed(self) -> None:
        """Note the start of a key's handling."""
        self.key_at = self._due_at if self._due_at is not None else time.perf_counter()
        self._due_at = None

    def glyph_changed(self) -> None:
        """Note that the key changed the text, so that the next paint shows it."""
        if self._unpainted_key_at is None:
            self._unpainted_key_at = self.key_at

    def replied(self, asked_at: float) -> float:
        """Note an answer to the key pressed at `asked_at`; return its latency in milliseconds."""
        latency_ms = (time.perf_counter() - asked_at) * 1000
        self.key_to_reply_ms.append(latency_ms)
        return latency_ms

    def ghost_changed(self, asked_at: float) -> None:
        """Note that the next paint shows the suggestion for the key pressed at `asked_at`."""
        self._unpainted_ghost_at = asked_at

    def ghost_cleared(self) -> None:
        """Note that the ghost went away before it was painted."""
        self._unpainted_ghost_at = None

    def painted(self) -> None:
        """Note the end of a paint."""
        now = time.perf_counter()
        if self._unpainted_key_at is not None:
            self.key_to_glyph_ms.append((now - self._unpainted_key_at) * 1000)
        if self._unpainted_ghost_at is not None:
            latency_ms = (now - self._unpainted_ghost_at) * 1000
            self.key_to_ghost_ms.append(latency_ms)
            if self.ghost_listener is not None:
                self.ghost_listener(latency_ms)
        self._unpainted_key_at = self._unpainted_ghost_at = None
