"""The folder beside the new model that holds an unfinished fine-tuning run, until it is over.

OUT.finetuning/plan.json            the plan, with checksums of the parent and the documents it was made for
OUT.finetuning/NETWORK.safetensors  a network's checkpoint
OUT.finetuning/NETWORK/             a network that is done, as it may be published
"""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lm.errors import ModelError, TrainingError
from lm.finetuning.messages import Figures, Tuned
from lm.finetuning.plan import NetworkPlan, Plan
from lm.finetuning.typing_test import TypingPlan
from lm.model.folder_layout import BYTES, WORDS
from resources.model_folder import ModelFolderError, open_model, publish

_PLAN = "plan.json"
_CARD_FACTS = ("name", "created", "symbols", "architecture", "parameters", "training", "measured")


class UnfinishedRun:
    """The folder beside `out` in which one run keeps its state; a kill at any moment leaves it readable."""

    def __init__(self, out: Path, parent: Sequence[str], documents: str) -> None:
        """`parent` are its networks' checksums, `documents` that of the texts."""
        self._folder = out.with_name(out.name + ".finetuning")
        self._parent = tuple(parent)
        self._documents = documents

    def load_plan(self) -> Plan | None:
        """Return the plan, or None if the run was stopped before it made one.

        Raises:
            TrainingError: if it is damaged, or was made for another parent or other documents.
        """
        plan = Plan.load(self._folder / _PLAN)
        if plan is None:
            return None
        if plan.parent != self._parent:
            raise TrainingError(f"the run in {self._folder} began from another --model: name it, or omit --resume")
        if plan.documents != self._documents:
            raise TrainingError(
                f"the run in {self._folder} has read other documents, or these before they were changed: "
                "name the same ones, or omit --resume"
            )
        return plan

    def save_plan(self, networks: Sequence[NetworkPlan], typing: TypingPlan | None) -> Plan:
        """Keep the plan for a resume, and return it.

        Raises:
            TrainingError: if the disk refuses.
        """
        plan = Plan(self._parent, self._documents, tuple(networks), typing)
        plan.save(self._folder / _PLAN)
        return plan

    def checkpoint(self, network: str) -> Path:
        """Return the path of a network's checkpoint."""
        return self._folder / f"{network}.safetensors"

    def network_folder(self, network: str) -> Path:
        """Return the folder of a network that is done."""
        return self._folder / network

    def done(self, network: str) -> Tuned | None:
        """Return the result of a network that was finished before the run was interrupted, None if it was not."""
        folder = self.network_folder(network)
        if not folder.exists():
            return None
        try:
            facts = dict(open_model(folder, "lm").card["measured"]["fine_tuning"])
            before, after = Figures(**facts.pop("before")), Figures(**facts.pop("after"))
            return Tuned(before=before, after=after, **facts)
        except (ModelFolderError, KeyError, TypeError, ValueError) as exc:
            raise TrainingError(f"{folder} is damaged ({exc}): start without --resume") from exc

    def publish_network(self, network: str, out: Path, measured: Mapping[str, Any]) -> None:
        """Publish a network that is done as a model of its own; `measured` is added to the figures in its card.

        Raises:
            ModelError: if the disk refuses.
        """
        try:
            done = open_model(self.network_folder(network), "lm")
            files = {file: done.verified(file).read_bytes() for file in done.card["files"]}
            facts = {fact: done.card[fact] for fact in _CARD_FACTS}
            publish(out, "lm", files, facts | {"measured": dict(facts["measured"]) | dict(measured)})
        except (ModelFolderError, OSError) as exc:
            raise ModelError(str(exc)) from exc

    def clear(self) -> None:
        """Remove what a run has left; if the folder holds a file that is not ours, both stay."""
        for network in (WORDS, BYTES):
            shutil.rmtree(self.network_folder(network), ignore_errors=True)
            checkpoint = self.checkpoint(network)
            for path in (checkpoint, checkpoint.with_name(checkpoint.name + ".tmp")):
                path.unlink(missing_ok=True)
        for path in (self._folder / _PLAN, *self._folder.glob(f".{_PLAN}.*.tmp")):
            path.unlink(missing_ok=True)
        # A kill while a network was being published leaves a temporary folder.
        for folder in self._folder.glob(".*"):
            shutil.rmtree(folder, ignore_errors=True)
        if self._folder.is_dir() and not any(self._folder.iterdir()):
            self._folder.rmdir()
