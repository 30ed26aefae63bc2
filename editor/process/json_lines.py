"""The events that a child writes on stdout, out of bytes that come in any pieces and may be anything."""

import json
import logging
from collections.abc import Iterator
from typing import Any

_log = logging.getLogger(__name__)

_LONGEST_LINE_BYTES = 1 << 20


class JsonLines:
    """Puts lines together; one that is no JSON object with an `event`, or is too long, is left out with a log line."""

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
            _log.warning("a line of the trainer is too long and was left out")
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
    _log.warning("the trainer wrote something that is no event: %.200r", line)
    return None
