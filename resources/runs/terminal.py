"""How a command talks: JSON lines on stdout, or a progress line on stderr when that is a terminal."""

import json
import sys
from abc import ABC, abstractmethod
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

_BAR_WIDTH = 24

Event = TypeVar("Event")


def print_json(data: dict[str, Any]) -> None:
    """Write one JSON line to stdout at once."""
    sys.stdout.write(json.dumps(data) + "\n")
    sys.stdout.flush()


def duration(seconds: float) -> str:
    """Return a duration as people read it: `45 s`, `3 min 20 s`, `2 h 05 min`."""
    if seconds != seconds or seconds < 0:  # NaN: not known yet
        return "?"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"


def bar(fraction: float) -> str:
    """Return `[######------]  50%`."""
    filled = round(fraction * _BAR_WIDTH)
    return f"[{'#' * filled}{'-' * (_BAR_WIDTH - filled)}] {fraction:4.0%}"


class ProgressLine:
    """One line on stderr that is written again and again, when stderr is a terminal; a context that ends it."""

    def __init__(self, as_json: bool) -> None:
        self._live = not as_json and sys.stderr.isatty()
        self._open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def show(self, fraction: float, words: str) -> None:
        """Write the line."""
        if self._live:
            sys.stderr.write(f"\r{bar(fraction)}  {words}\x1b[K")
            sys.stderr.flush()
            self._open = True

    def say(self, sentence: str) -> None:
        """Write a line that stays."""
        self.end()
        print(sentence, file=sys.stderr)

    def end(self) -> None:
        """End an open line."""
        if self._open:
            sys.stderr.write("\n")
            self._open = False


class EventReporter(ProgressLine, ABC, Generic[Event]):
    """Reports a run's events: JSON lines on stdout for programs, sentences and a progress line on stderr for people."""

    def __init__(self, as_json: bool) -> None:
        super().__init__(as_json)
        self._as_json = as_json

    def report(self, event: Event) -> None:
        """Report one event."""
        if self._as_json:
            print_json(self._to_json(event))
        else:
            self._tell(event)

    @abstractmethod
    def _to_json(self, event: Event) -> dict[str, Any]: ...

    @abstractmethod
    def _tell(self, event: Event) -> None: ...
