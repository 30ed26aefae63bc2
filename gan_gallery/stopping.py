"""Ctrl+C and SIGTERM as a request that long work looks at: the step in hand is finished and kept."""

import signal
from types import FrameType, TracebackType
from typing import Self

from resources.training_process import is_orphan


class StopRequest:
    """While entered, the first signal sets `is_set`, and a second one interrupts at once."""

    def __init__(self) -> None:
        self._is_set = False
        self._before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def __enter__(self) -> Self:
        for number in self._before:
            signal.signal(number, self._on_signal)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def is_set(self) -> bool:
        """Say whether a stop was asked for, or the program is gone that started this one for itself."""
        return self._is_set or is_orphan()

    def _on_signal(self, _signum: int, _frame: FrameType | None) -> None:
        if self._is_set:
            raise KeyboardInterrupt
        self._is_set = True
