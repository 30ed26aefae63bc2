"""How one of our modules is started in a process of its own, and how the events that it writes are read; no Qt.

A child is `python -m MODULE`. It finds the packages of the program that started it, whatever folder it stands in, and
writes its events as JSON lines on stdout. How it ended is its last event, `{"event": "ended", ...}`, where it had no
success (see `command`).
"""

import json
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)

PYTHON = sys.executable
"""What runs a child. A frozen program has its own file here, and takes what `module_arguments` returns."""
PACKAGES = Path(__file__).resolve().parents[2]
"""The folder that a child stands in: a folder `lm` where the window was started is not ours."""
PARENT_VARIABLE = "FORETYPE_PARENT"
"""The process id of a window that starts a child for itself: without it the child would work for nobody."""
ENDED = "ended"
"""The event that a child without success writes last."""
_LONGEST_LINE_BYTES = 1 << 20


def module_arguments(module: str, *arguments: str) -> tuple[str, ...]:
    """Return what `PYTHON` is started with to run `module`; paths in `arguments` are absolute."""
    return ("-m", module, *arguments)


def child_environment(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return `environment` (this process's) for a child that ends when this process does."""
    return {**(os.environ if environment is None else environment), PARENT_VARIABLE: str(os.getpid())}


def is_orphan() -> bool:
    """Say whether the program is gone that started this one for itself."""
    parent = os.environ.get(PARENT_VARIABLE, "")
    return hasattr(os, "getppid") and parent.isdigit() and os.getppid() != int(parent)


class EventLines:
    """Puts events together that come in pieces of any size.

    A line that is no JSON object with an `event`, or is too long, is left out with a line in the log.
    """

    def __init__(self) -> None:
        self._line = bytearray()
        self._is_too_long = False

    def feed(self, data: bytes) -> Iterator[dict[str, Any]]:
        """Yield the events that `data` completes."""
        *lines, rest = data.split(b"\n")
        for line in lines:
            self._add(line)
            yield from self.end()
        self._add(rest)

    def end(self) -> Iterator[dict[str, Any]]:
        """Yield the event of a line that is over, or at the end of all of one without a newline."""
        line, was_too_long = bytes(self._line), self._is_too_long
        self._line.clear()
        self._is_too_long = False
        if was_too_long:
            _log.warning("a line of a child is too long and was left out")
        elif line.strip():
            event = _event(line)
            if event is not None:
                yield event

    def _add(self, piece: bytes) -> None:
        if not self._is_too_long:
            self._line += piece
            if len(self._line) > _LONGEST_LINE_BYTES:
                self._line.clear()
                self._is_too_long = True


def _event(line: bytes) -> dict[str, Any] | None:
    try:
        event = json.loads(line)
    except (ValueError, RecursionError):
        event = None
    if isinstance(event, dict) and isinstance(event.get("event"), str):
        return event
    _log.warning("a child wrote something that is not an event: %.200r", line)
    return None
