"""A training of the gallery's: the child that it is, and how much of the machine it may take."""

import os
from collections.abc import Sequence

from editor.process.training_job import JobCommand, TrainingJob
from resources.runs.child_process import module_arguments
from resources.runs.threads import THREADS_VARIABLE


class GalleryJob(TrainingJob):
    """Runs `python -m gan_gallery` for the panel, with a core left to the window where there is more than one."""

    def run(self, arguments: Sequence[str], *, resume: bool = False) -> bool:
        """Start a child with these arguments, `--resume` added when it goes on; False if one runs."""
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        environment = {THREADS_VARIABLE: str(max(1, cores - 1))} | os.environ
        return self.start(JobCommand(module_arguments("gan_gallery", *arguments), environment), resume=resume)
