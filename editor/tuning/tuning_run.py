"""What a fine-tuning run was asked for, kept beside the profile until it is over, so that any run can be resumed.

The documents are copied when the run begins: a person goes on writing in them, and a run that is resumed must find
what it had read. The copies go when the run is over or given up.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from editor.errors import ProfileError
from editor.process.training_job import JobCommand
from editor.profiles.profiles import RUN_NAME, Profiles
from editor.translation import reason_of, tr
from lm.text.documents import Skipped, each_document
from resources.files.state_file import StateFile
from resources.runs.child_process import module_arguments
from resources.runs.threads import training_environment

_FORMAT_VERSION = 1
_COPIES = "documents"
_UNFINISHED = ".finetuning"


@dataclass(frozen=True, slots=True)
class TuningRun:
    """One run.

    Attributes:
        profile: the name of the profile that it makes or continues.
        version: the folder that it publishes.
        base: the model folder that it begins from.
        base_name: the profile of that model.
        minutes: of training at the most.
        num_documents: how many were copied, of `num_bytes` in all.
        is_refused: it came to its end, and nothing got better.
    """

    profile: str
    version: str
    base: str
    base_name: str
    minutes: float
    num_documents: int
    num_bytes: int
    is_refused: bool = False


def copy_documents(paths: Sequence[Path], folder: Path, should_stop: Callable[[], bool]) -> tuple[int, int]:
    """Copy the texts of `paths` into `folder`, in their order; return how many and their bytes.

    Raises:
        ProfileError: if the disk refuses, or `should_stop` said so.
    """
    count = size_bytes = 0
    skipped: list[Skipped] = []
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # of documents that nobody else may perhaps read
        for path, text in each_document(paths, skipped):
            if should_stop():
                raise ProfileError(tr("the copying was stopped"))
            if folder.resolve() in path.resolve().parents:  # someone learns from the folder in which we keep ours
                continue
            count, size_bytes = count + 1, size_bytes + len(text)
            (folder / f"{count:07d}.txt").write_bytes(text)
    except OSError as exc:
        sentence = tr("the documents cannot be copied to {folder} ({reason}): free space")
        raise ProfileError(sentence.format(folder=folder, reason=reason_of(exc))) from exc
    return count, size_bytes


class TuningRuns:
    """The runs under way or unfinished among the profiles: one for each profile at the most."""

    def __init__(self, profiles: Profiles) -> None:
        self._profiles = profiles

    def copies(self, profile: str) -> Path:
        """Return the folder of a run's copied documents."""
        return self._profiles.folder / profile / _COPIES

    def save(self, run: TuningRun) -> None:
        """Keep what a run was asked for.

        Raises:
            ProfileError: if the disk refuses.
        """
        path = self._profiles.folder / run.profile / RUN_NAME
        try:
            _file(path).write(asdict(run), sync=True)
        except OSError as exc:
            sentence = tr("{path} cannot be written ({reason}): free some space")
            raise ProfileError(sentence.format(path=path, reason=reason_of(exc))) from exc

    def unfinished(self) -> list[TuningRun]:
        """Return the runs that can be resumed, or kept after all."""
        found = (_load(path) for path in sorted(self._profiles.folder.glob(f"*/{RUN_NAME}")))
        return [run for run in found if run is not None]

    def discard(self, run: TuningRun) -> None:
        """Remove all that a run left: its copies, its checkpoints, and a profile that never came to be.

        Raises:
            ProfileError: if the disk refuses.
        """
        folder = self._profiles.folder / run.profile
        # The file that tells of the run goes first: without it nothing is offered that is half gone.
        for name in (RUN_NAME, _COPIES, Path(run.version).name + _UNFINISHED):
            self._profiles.discard(folder / name)
        for hidden in folder.glob(".*"):  # of a publishing that was killed
            self._profiles.discard(hidden)
        self._profiles.remove_if_empty(run.profile)

    def has_published(self, run: TuningRun) -> bool:
        """Say whether a run's version stands, which it does even if the editor was killed at that moment."""
        return Path(run.version).is_dir()

    def command(self, run: TuningRun, *, keep: bool) -> JobCommand:
        """Return the child that does a run; `keep` publishes what got worse too."""
        arguments = ["finetune", str(self.copies(run.profile)), "--out", run.version, "--json"]
        arguments += ["--model", run.base, "--minutes", repr(run.minutes), "--name", run.profile]
        arguments += ["--keep"] if keep else []
        return JobCommand(module_arguments("lm", *arguments), training_environment())


def _file(path: Path) -> StateFile:
    return StateFile(path, _FORMAT_VERSION, "its training cannot be resumed")


def _load(path: Path) -> TuningRun | None:
    return _file(path).read(lambda values: _checked(values, path.parent))


def _checked(data: dict[str, Any], folder: Path) -> TuningRun:
    run = TuningRun(**data)
    texts = (run.profile, run.version, run.base, run.base_name)
    if not all(isinstance(text, str) for text in texts) or not math.isfinite(run.minutes) or run.minutes <= 0:
        raise ValueError("it describes no run")
    # A profile may have been renamed since, its run with it.
    base = Path(run.base)
    is_own = base.parent == folder.parent / run.profile
    return TuningRun(
        folder.name,
        str(folder / Path(run.version).name),
        str(folder / base.name) if is_own else run.base,
        run.base_name,
        float(run.minutes),
        int(run.num_documents),
        int(run.num_bytes),
        bool(run.is_refused),
    )
