"""How the benches time: many short runs, the median, and ratios within one process."""

import statistics
import time
from collections.abc import Callable


def median_ms(run: Callable[[], object], seconds: float = 1.0, least: int = 20) -> float:
    """Call `run` for about `seconds` after a warm-up and return the median duration in milliseconds."""
    run()
    durations: list[float] = []
    end = time.perf_counter() + seconds
    while len(durations) < least or time.perf_counter() < end:
        started = time.perf_counter()
        run()
        durations.append((time.perf_counter() - started) * 1000.0)
    return statistics.median(durations)
