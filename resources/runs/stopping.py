"""Ctrl+C and SIGTERM as a request that long work looks at: the step in hand is finished and kept."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from resources.runs.child_process import is_orphan


@contextmanager
def stop_on_signals(patience_seconds: float = 0.0) -> Iterator[Callable[[], bool]]:
    """Turn Ctrl+C and SIGTERM into a request, the function that is yielded, which the work looks at between two steps.

    The end of the program that started this one for itself, whose process id is then in `FORETYPE_PARENT`, is one too.
    KeyboardInterrupt ends the work on a second signal, or when it has not ended `patience_seconds` after the first;
    0 waits for as long as it takes.
    """
    asked = False

    def ask(_signum: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True
        if patience_seconds and hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, patience_seconds)

    handlers = {signal.SIGINT: ask, signal.SIGTERM: ask}
    if hasattr(signal, "SIGALRM"):
        handlers[signal.SIGALRM] = interrupt
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield lambda: asked or is_orphan()
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0.0)
        for number, handler in before.items():
            signal.signal(number, handler)


def interrupt(_signum: int, _frame: FrameType | None) -> None:
    """Raise KeyboardInterrupt: a signal handler for work that has nothing to keep."""
    raise KeyboardInterrupt
