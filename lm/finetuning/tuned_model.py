"""Publishes a fine-tuned pair, from the networks that got better and the parent's others, and writes the cards.

A card tells only the number and the size of the documents, because a model may be given away.
"""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lm.finetuning.messages import Tuned, Typed
from lm.finetuning.parent_model import ParentModel, ParentNetwork
from lm.finetuning.plan import NetworkPlan
from lm.finetuning.unfinished_run import UnfinishedRun
from lm.model.folder_layout import BYTES, PHRASES, WORDS
from lm.text.documents import Documents
from lm.training.messages import Finished
from lm.training.publishing import publish_pair
from resources import shipped_models
from resources.model_folder import CARD


def network_facts(
    parent: str,
    network: ParentNetwork,
    part: NetworkPlan,
    documents: Documents,
    tuned: Tuned,
    finished: Finished,
) -> dict[str, Any]:
    """Return what one network's card says, which includes how the parent was trained and on which texts."""
    return {
        "training": {
            "parent": {"name": parent, "weights_sha256": network.digest, "training": network.training},
            "documents": len(documents.texts),
            "bytes": documents.size_bytes,
            "recipe": part.config.to_json(),
            "chars_seen": finished.train_chars_seen,
            "seconds": round(finished.train_seconds),
            "ended": finished.reason,
        },
        "measured": {"held_out_bytes": finished.held_out_bytes, "fine_tuning": asdict(tuned)},
    }


def typing_facts(typed: Typed | None) -> dict[str, Any]:
    """Return what a card says of the keystrokes saved."""
    return {"typing": asdict(typed)} if typed else {}


def chosen_folders(parent: ParentModel, run: UnfinishedRun, tuned: Sequence[Tuned]) -> dict[str, Path]:
    """Return where each network of the new model lies: in `run` what is kept, with the parent what is not."""
    folders = {network.name: network.folder for network in parent.networks}
    return folders | {result.network: run.network_folder(result.network) for result in tuned if result.kept}


def publish_tuned_pair(
    out: Path,
    name: str,
    parent: ParentModel,
    run: UnfinishedRun,
    documents: Documents,
    held_out_bytes: int,
    tuned: Sequence[Tuned],
    typed: Typed | None,
) -> None:
    """Publish the networks of `run` that are kept; the parent's take the place of the others.

    Raises:
        ModelError: if one of them is damaged or the disk refuses.
    """
    folders = chosen_folders(parent, run, tuned)
    facts: dict[str, Any] = {
        "parent": parent.name,
        "training": {"documents": len(documents.texts), "bytes": documents.size_bytes},
        "measured": {"held_out_bytes": held_out_bytes}
        | {result.network: asdict(result) for result in tuned}
        | typing_facts(typed),
    }
    phrases = parent.folder / PHRASES if f"{PHRASES}/{CARD}" in parent.card["files"] else None
    shared = parent.name if phrases else parent.card.get(PHRASES)
    if shared in shipped_models():  # the table is not tuned: all models share the one that ships
        facts[PHRASES], phrases = shared, None
    if "note" in parent.card:
        facts["note"] = parent.card["note"]
    publish_pair(out, name, folders[BYTES], folders[WORDS], facts, phrases=phrases)
