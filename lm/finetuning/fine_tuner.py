"""Fine-tuning a published model on the user's documents, as a generator of events.

    documents -> a part held out -> the parent measured on it and timed -> each network trained on, words first
              -> measured again -> what got better is published; if nothing did, the run is refused

A folder beside the new model's holds what is unfinished, from which a run that was stopped or killed resumes.
The parent is never changed.
"""

import time
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from lm.errors import TrainingError, TrainingRefused, TrainingStopped
from lm.finetuning.messages import (
    Estimated,
    Event,
    Figures,
    Measured,
    Options,
    Read,
    Tuned,
    TuningEvaluated,
    TuningFinished,
    TuningStarted,
    Typed,
)
from lm.finetuning.parent_model import ParentModel, ParentNetwork
from lm.finetuning.plan import NetworkPlan, Pace, Plan, first_config, share_time
from lm.finetuning.tuned_model import chosen_folders, network_facts, publish_tuned_pair, typing_facts
from lm.finetuning.typing_test import TypingTest
from lm.finetuning.unfinished_run import UnfinishedRun
from lm.finetuning.vocabulary_growth import grow_vocabulary, grow_weights
from lm.finetuning.yardstick import Spelling, Yardstick
from lm.model.architecture import Architecture
from lm.model.folder_layout import BYTES, WORDS
from lm.model.vocabulary import Vocabulary, WordVocabulary
from lm.text.corpus import Split
from lm.text.documents import Documents, split_documents
from lm.training import messages as training
from lm.training.batches import num_batches
from lm.training.publishing import publish_trained
from lm.training.trainer import Trainer
from lm.training.training_data import encode_split
from resources.model_folder import ModelFolderError, check_target
from resources.runs.device import Device

_HELD_OUT = 0.1
_MOST_GENERAL = 0.1
"""How much general text is mixed in, as a part of the user's own, so that less of it is forgotten."""
_CHECKPOINT_SECONDS = 30.0
_REPORT_SECONDS = 0.5
"""Somebody watches a run that lasts minutes."""
_LEAST_LEFT = 0.5
"""The part of the time that is left for training, however long the parent took to measure."""


class FineTuner:
    """One fine-tuning run; `events()` does the work."""

    def __init__(
        self,
        parent: ParentModel,
        documents: Documents,
        general: bytes,
        out: Path,
        options: Options,
        device: Device,
        *,
        name: str = "",
        resume: bool = False,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> None:
        """`general` is text by nobody in particular: half of its paragraphs are learned too, half are measured.

        Raises:
            TrainingError: if `out` cannot be written, or `resume` finds the run of another parent or other documents.
        """
        self._parent = parent
        self._documents = documents
        self._out = out
        self._options = options
        self._device = device
        self._name = name or out.name
        self._should_stop = should_stop
        self._check_target()
        self._run = UnfinishedRun(out, [network.digest for network in parent.networks], documents.digest())
        self._plan = self._run.load_plan() if resume else None
        if self._plan is None:
            self._run.clear()
        seed = self._plan.networks[0].config.seed if self._plan else options.seed
        self._split, self._general = with_general_text(split_documents(documents, _HELD_OUT, seed), general)
        self._vocabularies = {network.name: self._grown(network.vocabulary) for network in parent.networks}
        words = next((n.vocabulary for n in parent.networks if isinstance(n.vocabulary, WordVocabulary)), None)
        self._spelling = Spelling(words.units[1:] if words else ())
        self._typing = TypingTest(self._split.held_out, self._general, should_stop) if options.typing else None

    def events(self) -> Generator[Event, None, None]:
        """Fine-tune and publish, yielding what happens; closing the generator stops and checkpoints.

        Raises:
            LmError: with a sentence for the user, also if no network got better.
            TrainingStopped: if `should_stop` said so; the run can be resumed.
        """
        started = time.monotonic()
        names = tuple(network.name for network in self._parent.networks)
        yield TuningStarted(self._parent.name, names, self._plan is not None, self._device.name, self._device.reason)
        yield Read(
            len(self._documents.texts), self._documents.size_bytes, self._documents.skipped, len(self._split.held_out)
        )
        try:
            plan = self._plan or (yield from self._make_plan())
            seconds = {part.network: part.seconds for part in plan.networks}
            whole = sum(seconds.values()) + plan.typing_seconds
            yield Estimated(whole, seconds.get(WORDS, 0.0), seconds.get(BYTES, 0.0), plan.typing_seconds)
            tuned: list[Tuned] = []
            for index, network in enumerate(self._parent.networks):
                result = self._run.done(network.name) or (yield from self._tune(plan, index))
                tuned.append(replace(result, kept=self._is_kept(result)))
                yield tuned[-1]
            typed = self._typed(plan, tuned)
            if typed:
                yield typed
        except TrainingStopped as exc:
            raise TrainingStopped(
                "stopped before the end, what was published before is untouched: continue with --resume"
            ) from exc
        self._publish(tuned, typed)
        self._run.clear()
        yield TuningFinished(str(self._out), tuple(tuned), typed, time.monotonic() - started)

    def _check_target(self) -> None:
        out, parent = self._out.resolve(), self._parent.folder.resolve()
        if out == parent or out in parent.parents or parent in out.parents:
            raise TrainingError(f"{self._out} would change the model to begin from: choose another --out")
        try:
            check_target(self._out)
        except ModelFolderError as exc:
            raise TrainingError(str(exc)) from exc

    def _grown(self, vocabulary: Vocabulary) -> Vocabulary:
        return grow_vocabulary(vocabulary, self._split.train) if isinstance(vocabulary, WordVocabulary) else vocabulary

    def _make_plan(self) -> Generator[Event, None, Plan]:
        """Measure the parent, and how fast this machine trains it."""
        began = time.monotonic()
        parts, paces = [], []
        for network in self._parent.networks:
            data = encode_split(self._split, network.vocabulary)
            config = first_config(network.architecture, network.name, data.train, self._options)
            probe = Trainer(config, data, self._device, initial=network.weights(), should_stop=self._should_stop)
            started = time.monotonic()
            before = self._figures(probe, network.vocabulary)
            measure_seconds = time.monotonic() - started
            steps = max(1, num_batches(data.train, config.batch_size, config.bptt))
            paces.append(Pace(steps, probe.seconds_per_step(), measure_seconds))
            grown = _grown_architecture(network.architecture, self._vocabularies[network.name])
            parts.append(NetworkPlan(network.name, replace(config, architecture=grown), before, 0.0, 0.0))
            yield Measured(network.name, before)
        typing = self._typing.begin(self._parent.folder, self._options.minutes) if self._typing else None
        spent = (time.monotonic() - began + (typing.seconds if typing else 0.0)) / 60.0
        minutes = max(self._options.minutes - spent, _LEAST_LEFT * self._options.minutes)
        return self._run.save_plan(share_time(parts, paces, minutes), typing)

    def _tune(self, plan: Plan, index: int) -> Generator[Event, None, Tuned]:
        """Train one network from where it stands, and publish it in the folder of the unfinished run."""
        part, network = plan.networks[index], self._parent.networks[index]
        vocabulary = self._vocabularies[network.name]
        data = encode_split(self._split, vocabulary)
        checkpoint = self._run.checkpoint(network.name)
        trainer = Trainer(
            part.config,
            data,
            self._device,
            checkpoint,
            self._first_weights(network),
            self._should_stop,
            _CHECKPOINT_SECONDS,
            _REPORT_SECONDS,
        )
        if checkpoint.exists():
            trainer.resume()
        yardstick = Yardstick.of(self._split.held_out, vocabulary, self._spelling)
        finished: training.Finished | None = None
        with closing(trainer.events()) as events:
            for event in events:
                match event:
                    case training.Step():
                        yield plan.step(event, index)
                    case training.Evaluated():
                        bits_per_char = yardstick.bits_per_char(event.val_loss)
                        yield TuningEvaluated(
                            part.network, event.step, event.val_loss, bits_per_char, part.before.user, event.is_best
                        )
                    case training.Finished():
                        finished = event
        assert finished is not None  # the generator ends with it or raises
        new_units = len(vocabulary) - len(network.vocabulary)
        after = self._figures(trainer, vocabulary)
        tuned = Tuned(network.name, part.before, after, True, new_units, finished.reason)
        publish_trained(
            self._run.network_folder(network.name),
            name=f"{self._name} {network.name}" if self._parent.is_pair else self._name,
            config=part.config,
            vocabulary=vocabulary,
            weights=trainer.best_weights,
            finished=finished,
            texts=[],
            facts=network_facts(self._parent.name, network, part, self._documents, tuned, finished),
        )
        checkpoint.unlink(missing_ok=True)
        return tuned

    def _first_weights(self, network: ParentNetwork) -> dict[str, Any]:
        weights, grown = network.weights(), self._vocabularies[network.name]
        if isinstance(network.vocabulary, WordVocabulary) and isinstance(grown, WordVocabulary):
            return grow_weights(weights, network.vocabulary, grown, self._split.train, self._options.seed)
        return weights

    def _figures(self, trainer: Trainer, vocabulary: Vocabulary) -> Figures:
        def figure(text: bytes) -> float:
            yardstick = Yardstick.of(text, vocabulary, self._spelling)
            return yardstick.bits_per_char(trainer.measure(yardstick.symbols))

        return Figures(user=figure(self._split.held_out), general=figure(self._general))

    def _typed(self, plan: Plan, tuned: list[Tuned]) -> Typed | None:
        """Type with the model that would be published; if there is none, with everything that was tuned."""
        if self._typing is None or plan.typing is None:
            return None
        is_kept = any(result.kept for result in tuned)
        folders = chosen_folders(self._parent, self._run, [replace(r, kept=r.kept or not is_kept) for r in tuned])
        after = self._typing.finish(plan.typing, folders)
        return Typed(plan.typing.before, after, plan.typing.user_chars, plan.typing.general_chars)

    def _is_kept(self, tuned: Tuned) -> bool:
        return self._options.keep or tuned.after.user < tuned.before.user

    def _publish(self, tuned: list[Tuned], typed: Typed | None) -> None:
        if not any(result.kept for result in tuned):
            figures = ", ".join(f"{r.network} {r.before.user:.3f} -> {r.after.user:.3f}" for r in tuned)
            raise TrainingRefused(
                f"refused: no network got better on the held-out text ({figures} bits/char), so {self._out} is not "
                "published: add documents, lower --lr, or publish it anyway with --resume --keep"
            )
        if self._parent.is_pair:
            held_out_bytes = len(self._split.held_out)
            publish_tuned_pair(
                self._out, self._name, self._parent, self._run, self._documents, held_out_bytes, tuned, typed
            )
        else:
            self._run.publish_network(tuned[0].network, self._out, typing_facts(typed))


def _grown_architecture(architecture: Architecture, vocabulary: Vocabulary) -> Architecture:
    num_words = 0
    if architecture.is_factored and isinstance(vocabulary, WordVocabulary):
        num_words = len(vocabulary.factors.words)
    return replace(architecture, vocab_size=len(vocabulary), num_words=num_words)


def with_general_text(split: Split, general: bytes) -> tuple[Split, bytes]:
    """Add every second paragraph of `general` to what is learned, and return the others, on which it is measured."""
    paragraphs = general.split(b"\n\n")
    learned = b"\n\n".join(paragraphs[0::2])[: round(_MOST_GENERAL * len(split.train))]
    whole = learned[: learned.rfind(b" ") + 1]  # no half word, nor half a character
    return Split(split.train + whole + b"\n" * bool(whole), split.held_out), b"\n\n".join(paragraphs[1::2])
