"""What the suggestions are worth to their user: counts of events, never text. Rules without Qt.

    keystrokes saved   characters that accepted suggestions inserted, less the keys pressed to accept them; a click
                       counts as a key, and an accept that is undone at once counts as never made
    saved share        keystrokes saved / (characters typed + characters inserted by accepts)
    accept rate        ghosts of which something was taken / ghosts shown
    wrong-show rate    ghosts shown and then typed against, with nothing taken / ghosts shown
    latency            from the key to the end of the paint that shows its ghost, in milliseconds

A ghost that is typed along with to its end, dismissed, or left by the caret is neither accepted nor wrong. Another
alternative of a ghost on show is the same ghost. What continued writing inserts counts nowhere.
"""

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

_BUCKET_FACTOR = 1.05
"""Latencies are kept as counts in buckets, each this much wider than the one before: percentiles are 5 % exact."""
LAST_BUCKET = 250
"""Some 200 seconds."""


def bucket_of(latency_ms: float) -> int:
    """Return the bucket of a latency, 0 for up to a millisecond."""
    if not latency_ms > 1.0:
        return 0
    return min(LAST_BUCKET, math.ceil(math.log(latency_ms) / math.log(_BUCKET_FACTOR)))


@dataclass(slots=True)
class Tally:
    """The counts of a stretch of time.

    Attributes:
        typed: characters typed key by key.
        inserted: characters that accepts inserted beyond those they replaced.
        accept_keys: keys and clicks that accepted.
        shown, accepted, contradicted: ghosts.
        words: words taken from the bar.
        latencies: by bucket.
    """

    typed: int = 0
    inserted: int = 0
    accept_keys: int = 0
    shown: int = 0
    accepted: int = 0
    contradicted: int = 0
    words: int = 0
    latencies: Counter[int] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        """Count what `other` has counted too."""
        self.typed += other.typed
        self.inserted += other.inserted
        self.accept_keys += other.accept_keys
        self.shown += other.shown
        self.accepted += other.accepted
        self.contradicted += other.contradicted
        self.words += other.words
        self.latencies.update(other.latencies)

    @property
    def saved(self) -> int:
        """Keystrokes saved."""
        return self.inserted - self.accept_keys

    @property
    def saved_share(self) -> float | None:
        """Keystrokes saved of all characters written, None before the first."""
        written = self.typed + self.inserted
        return self.saved / written if written > 0 else None

    @property
    def accept_rate(self) -> float | None:
        """Ghosts accepted of those shown, None before the first."""
        return self.accepted / self.shown if self.shown > 0 else None

    @property
    def wrong_show_rate(self) -> float | None:
        """Ghosts typed against of those shown, None before the first."""
        return self.contradicted / self.shown if self.shown > 0 else None

    def latency_ms(self, percent: int) -> float | None:
        """Return a percentile of the latencies by nearest rank, None before the first."""
        total = self.latencies.total()
        rank = max(1, math.ceil(percent * total / 100))
        for bucket in sorted(self.latencies):
            rank -= self.latencies[bucket]
            if rank <= 0:
                # The middle of the bucket.
                return float(_BUCKET_FACTOR ** (bucket - 0.5)) if bucket else 1.0
        return None


@dataclass(slots=True)
class Totals:
    """What was counted until now: of the day `day`, and since `since`."""

    since: date
    day: date
    today: Tally = field(default_factory=Tally)
    overall: Tally = field(default_factory=Tally)

    def add(self, tally: Tally, day: date) -> None:
        """Count `tally`, of the day `day`; with a new day `today` begins anew."""
        if day != self.day:
            self.day, self.today = day, Tally()
        self.today.add(tally)
        self.overall.add(tally)


class Worth:
    """Counts what happens to suggestions; each event costs an addition."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        self._today = today
        self._fresh = Tally()
        self._is_ghost_open = False
        self._last_taken: tuple[int, bool, bool] | None = None

    def typed(self, characters: int) -> None:
        """Note that a key typed so many characters."""
        self._fresh.typed += characters
        self._last_taken = None

    def ghost_shown(self) -> None:
        """Note a new ghost."""
        self._fresh.shown += 1
        self._is_ghost_open = True

    def ghost_contradicted(self) -> None:
        """Note that the ghost on show was typed against."""
        if self._is_ghost_open:
            self._fresh.contradicted += 1
            self._is_ghost_open = False

    def taken(self, characters: int, *, is_ghost: bool) -> None:
        """Note an accept that inserted so many characters with one key or click: of the ghost, or a word of the bar."""
        is_first = is_ghost and self._is_ghost_open
        self._count_taken(characters, 1, is_ghost=is_ghost, is_first=is_first)
        # The rest of a ghost of which something was taken is no longer wrong.
        self._is_ghost_open = False
        self._last_taken = (characters, is_ghost, is_first)

    def space_spent(self, *, is_typed: bool) -> None:
        """Note that the space after an accepted word saved nothing: a mark took its place, or it was typed anyway."""
        self._fresh.inserted -= 1
        self._fresh.typed += is_typed
        self._last_taken = None

    def undone(self) -> None:
        """Note an undo: of an accept, if that came directly before."""
        if self._last_taken is not None:
            characters, is_ghost, is_first = self._last_taken
            self._count_taken(characters, -1, is_ghost=is_ghost, is_first=is_first)
            self._last_taken = None

    def ghost_painted(self, latency_ms: float) -> None:
        """Note how long a ghost took from its key."""
        self._fresh.latencies[bucket_of(latency_ms)] += 1

    def take_fresh(self) -> tuple[Tally, date]:
        """Return what was counted since the last call, and the day."""
        fresh, self._fresh = self._fresh, Tally()
        # An accept that has been handed over is not taken back any more.
        self._last_taken = None
        return fresh, self._today()

    @property
    def fresh(self) -> tuple[Tally, date]:
        """What was counted since `take_fresh`, still to be taken, and the day."""
        return self._fresh, self._today()

    @property
    def has_fresh(self) -> bool:
        """Whether anything was counted since `take_fresh`."""
        return self._fresh != Tally()

    def _count_taken(self, characters: int, sign: int, *, is_ghost: bool, is_first: bool) -> None:
        fresh = self._fresh
        fresh.inserted += sign * characters
        fresh.accept_keys += sign
        fresh.accepted += sign * is_first
        fresh.words += sign * (not is_ghost)
