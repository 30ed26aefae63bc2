"""How many threads training uses, and where they sit.

Half as fast again on two cores when each thread keeps its core: OpenMP's workers otherwise move, and its waiting
threads are preempted in the middle of a step.
"""

import os
from collections.abc import Mapping

_AFFINITY = "granularity=fine,compact,1,0"


def training_environment(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return `environment` (this process's) with the threads that training wants; what is set stays."""
    found = dict(os.environ if environment is None else environment)
    cores = str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    threads = found.get("FORETYPE_TRAINING_THREADS", cores)
    found["OMP_NUM_THREADS"] = threads
    found["OPENBLAS_NUM_THREADS"] = threads
    if threads == cores:
        found.setdefault("KMP_AFFINITY", _AFFINITY)
    return found
