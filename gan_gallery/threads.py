"""How many threads training uses, and where they sit; MXNet reads this from the environment when it is imported.

The same variables as `lm` sets, which this package does not know: a window that keeps one thread for itself starts
children that want every core.
"""

import os
from collections.abc import Mapping

_AFFINITY = "granularity=fine,compact,1,0"
"""Each thread keeps its core: waiting ones are otherwise preempted in the middle of a step."""


def training_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables to set; `FORETYPE_TRAINING_THREADS` says how many threads, else every core has one."""
    cores = str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    threads = environment.get("FORETYPE_TRAINING_THREADS", cores)
    found = {"OMP_NUM_THREADS": threads}
    if threads == cores and "KMP_AFFINITY" not in environment:
        found["KMP_AFFINITY"] = _AFFINITY
    return found
