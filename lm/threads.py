"""The environment of a training process of this package."""

import os
from collections.abc import Mapping

from resources.training_process import training_threads


def training_environment(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return `environment` (this process's) with the threads that training wants, NumPy's too; what is set stays."""
    found = dict(os.environ if environment is None else environment)
    found |= training_threads(found)
    found["OPENBLAS_NUM_THREADS"] = found["OMP_NUM_THREADS"]
    return found
