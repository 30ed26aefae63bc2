import math
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lm.errors import CorpusError, TrainingError, TrainingStopped
from lm.model.architecture import Architecture
from lm.model.vocabulary import ByteVocabulary, WordVocabulary
from lm.text.corpus import Split
from lm.training.config import TrainConfig
from lm.training.messages import Checkpointed, Evaluated, Event, Finished, Started, Step
from lm.training.trainer import Trainer
from lm.training.training_data import TrainingData, encode_split
from resources.runs.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from resources.runs.device import Device
from tests.lm.small_models import garden_text

CPU = Device("cpu", "the CPU was asked for")
SPLIT = Split(garden_text(120, seed=1), garden_text(20, seed=2))
BYTES = encode_split(SPLIT, ByteVocabulary())
WORDS = WordVocabulary.build([SPLIT.train], 100)
CONFIG = TrainConfig(
    Architecture("lstm", 256, 8, 16, 2, dropout=0.2),
    batch_size=4,
    bptt=16,
    epochs=0.5,
    lr=1e-2,
    evaluations=5,
)
WORD_CONFIG = replace(
    CONFIG,
    architecture=Architecture("lstm", len(WORDS), 8, 16, dropout=0.1, tied=True),
    bptt=8,
    epochs=2.2,
    num_candidates=20,
)
FACTORED_CONFIG = replace(
    WORD_CONFIG,
    architecture=Architecture("lstm", len(WORDS), 8, 16, dropout=0.1, tied=True, num_words=len(WORDS.factors.words)),
)


def _trainer(config: TrainConfig = CONFIG, data: TrainingData = BYTES, path: Path | None = None) -> Trainer:
    return Trainer(config, data, CPU, path)


def _losses(events: list[Event]) -> list[float]:
    return [event.val_loss for event in events if isinstance(event, Evaluated | Finished)]


def _first_loss(trainer: Trainer) -> float:
    with closing(trainer.events()) as events:
        return next(event.train_loss for event in events if isinstance(event, Step))


def _stop_after(trainer: Trainer, num_evaluations: int) -> list[Event]:
    """Take events until that many evaluations have come, then close, as a person who presses Cancel."""
    seen: list[Event] = []
    events = trainer.events()
    for event in events:
        seen.append(event)
        if sum(isinstance(event, Evaluated) for event in seen) == num_evaluations:
            break
    events.close()
    return seen


@pytest.mark.parametrize("kind", ["lstm", "gru", "rnn_tanh", "rnn_relu", "unrolled"])
def test_held_out_loss_falls_for_every_kind_of_network(kind):
    architecture = Architecture(kind, 256, 8, 16, window=4 if kind == "unrolled" else 0)
    events = list(_trainer(replace(CONFIG, architecture=architecture, epochs=1.0)).events())
    losses = _losses(events)
    assert losses[-1] < losses[0] - 0.1


@pytest.mark.parametrize("config", [WORD_CONFIG, FACTORED_CONFIG], ids=["whole units", "factored units"])
def test_held_out_loss_falls_with_a_sampled_softmax(config):
    losses = _losses(list(_trainer(config, encode_split(SPLIT, WORDS)).events()))
    assert losses[-1] < losses[0] - 0.3


def test_run_begins_with_started_and_ends_with_finished():
    events = list(_trainer().events())
    assert isinstance(events[0], Started)
    assert events[0].num_parameters == CONFIG.architecture.num_parameters()
    assert events[0].train_bytes == len(SPLIT.train)
    assert isinstance(events[-1], Finished)
    assert events[-1].reason == "done"
    assert events[-1].train_chars_seen == events[-1].step * CONFIG.batch_size * CONFIG.bptt


def test_same_seed_gives_the_same_losses_and_another_one_others():
    first, again, other = (
        _losses(list(_trainer(replace(CONFIG, seed=seed, epochs=0.2)).events())) for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other


@pytest.mark.parametrize(
    ("config", "data"),
    [(CONFIG, BYTES), (WORD_CONFIG, encode_split(SPLIT, WORDS)), (FACTORED_CONFIG, encode_split(SPLIT, WORDS))],
    ids=["bytes with dropout", "words, sampled, over several epochs", "factored units"],
)
def test_resumed_run_goes_on_exactly_as_one_that_was_never_interrupted(config, data, tmp_path):
    unbroken = _losses(list(_trainer(config, data).events()))
    path = tmp_path / "checkpoint"
    before = _losses(_stop_after(_trainer(config, data, path), 2))

    resumed = _trainer(config, data, path)
    resumed.resume()

    assert before + _losses(list(resumed.events())) == pytest.approx(unbroken, rel=1e-6)


def test_best_weights_survive_a_resume(tmp_path):
    path = tmp_path / "checkpoint"
    first = _trainer(path=path)
    _stop_after(first, 2)
    second = _trainer(path=path)
    second.resume()
    for name, value in first.best_weights.items():
        np.testing.assert_array_equal(second.best_weights[name], value)


def test_run_stops_early_and_keeps_the_best_weights():
    # What is learned says nothing of what is held out, which therefore only gets worse.
    data = encode_split(Split(garden_text(100), bytes(range(97, 123)) * 20), ByteVocabulary())
    config = replace(CONFIG, epochs=50.0, evaluations=200, patience=3)
    events = list(_trainer(config, data).events())
    evaluated = [event for event in events if isinstance(event, Evaluated)]
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert finished.reason == "stopped early: no gain in 3 evaluations"
    assert [event.is_best for event in evaluated[-4:]] == [True, False, False, False]
    assert finished.val_loss == pytest.approx(min(event.val_loss for event in evaluated), rel=1e-6)


def test_run_that_is_asked_to_stop_writes_its_checkpoint_and_says_so(tmp_path):
    path = tmp_path / "checkpoint"
    asked = 0

    def should_stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 10

    trainer = Trainer(CONFIG, BYTES, CPU, path, should_stop=should_stop)
    with pytest.raises(TrainingStopped, match="--resume"):
        list(trainer.events())
    assert 0 < load_checkpoint(path).facts["progress"]["step"] <= 10


def test_loss_that_is_no_longer_finite_is_an_error_with_its_step():
    config = replace(CONFIG, architecture=Architecture("rnn_relu", 256, 8, 16, 2), lr=1e15)
    with pytest.raises(TrainingError, match=r"no longer finite at step \d+: resume with a smaller --lr"):
        list(_trainer(config).events())


def test_text_too_short_for_a_batch_is_an_error():
    data = encode_split(Split(b"x" * 60, b"y" * 30), ByteVocabulary())
    with pytest.raises(CorpusError, match="one batch needs 65"):
        list(_trainer(data=data).events())


def test_held_out_text_shorter_than_the_window_is_an_error():
    config = replace(CONFIG, architecture=Architecture("unrolled", 256, 8, 16, window=12))
    with pytest.raises(TrainingError, match="too short to measure"):
        list(_trainer(config, encode_split(Split(SPLIT.train, b"ten bytes."), ByteVocabulary())).events())


def test_checkpoint_of_another_network_is_refused(tmp_path):
    path = tmp_path / "checkpoint"
    _stop_after(_trainer(path=path), 1)
    other = _trainer(replace(CONFIG, architecture=Architecture("lstm", 256, 8, 17)), path=path)
    with pytest.raises(TrainingError, match="another network"):
        other.resume()


def test_checkpoint_of_another_text_is_refused(tmp_path):
    path = tmp_path / "checkpoint"
    _stop_after(_trainer(path=path), 1)
    other = _trainer(data=encode_split(Split(SPLIT.train + b"!", SPLIT.held_out), ByteVocabulary()), path=path)
    with pytest.raises(TrainingError, match="other texts"):
        other.resume()


@pytest.mark.parametrize("lost", ["config", "digest", "progress", "adam_steps"])
def test_checkpoint_that_lacks_a_fact_is_refused(tmp_path, lost):
    path = tmp_path / "checkpoint"
    _stop_after(_trainer(path=path), 1)
    whole = load_checkpoint(path)
    save_checkpoint(path, Checkpoint(whole.arrays, {name: fact for name, fact in whole.facts.items() if name != lost}))
    with pytest.raises(TrainingError, match="is damaged"):
        _trainer(path=path).resume()


@pytest.mark.parametrize("name", ["weights/decoder.bias", "best/decoder.bias", "adam/mean/decoder.bias"])
def test_checkpoint_with_a_wrong_shape_is_refused(tmp_path, name):
    path = tmp_path / "checkpoint"
    _stop_after(_trainer(path=path), 1)
    whole = load_checkpoint(path)
    save_checkpoint(path, Checkpoint(whole.arrays | {name: np.zeros(3, np.float32)}, whole.facts))
    with pytest.raises(TrainingError, match="is damaged"):
        _trainer(path=path).resume()


def test_sampled_loss_is_told_on_the_scale_of_the_full_one():
    data = encode_split(SPLIT, WORDS)
    full, sampled = (
        Trainer(replace(WORD_CONFIG, num_candidates=k), data, CPU, report_seconds=0.0) for k in (0, len(WORDS))
    )
    assert _first_loss(sampled) == pytest.approx(_first_loss(full), rel=0.01)


def test_measure_after_a_run_is_of_its_best_weights():
    trainer = _trainer()
    *_, finished = trainer.events()
    assert isinstance(finished, Finished)
    assert trainer.measure(BYTES.held_out) == pytest.approx(finished.val_loss, rel=1e-6)


def test_epochs_cut_the_text_into_different_segments():
    data = encode_split(Split(garden_text(12, seed=1), SPLIT.held_out), ByteVocabulary())
    architecture = replace(CONFIG.architecture, dropout=0.0)
    config = replace(CONFIG, architecture=architecture, batch_size=1, lr=1e-9, final_lr=1e-9, epochs=2.0, seed=3)
    trainer = Trainer(config, data, CPU, report_seconds=0.0)
    losses: dict[int, list[float]] = {1: [], 2: []}
    for event in trainer.events():
        if isinstance(event, Step) and event.epoch <= 2.0:
            losses[math.ceil(event.epoch)].append(event.train_loss)
    assert len(losses[1]) > 5
    # With a learning rate of nearly nothing, the same segments would cost the same again.
    assert losses[2][:5] != pytest.approx(losses[1][:5], rel=1e-5)


def test_pace_of_a_step_is_timed():
    assert _trainer().seconds_per_step() > 0.0


def test_checkpoint_is_written_as_often_as_asked(tmp_path):
    trainer = Trainer(replace(CONFIG, epochs=0.05), BYTES, CPU, tmp_path / "checkpoint", checkpoint_seconds=0.0)
    events = list(trainer.events())
    steps = [event.step for event in events if isinstance(event, Checkpointed)]
    assert steps == list(range(1, len(steps) + 1))
    assert len(steps) > 1


def test_progress_is_told_as_often_as_asked():
    trainer = Trainer(replace(CONFIG, epochs=0.1), BYTES, CPU, report_seconds=0.0)
    events = list(trainer.events())
    steps = [event.step for event in events if isinstance(event, Step)]
    assert steps == list(range(1, len(steps) + 1))
    assert len(steps) > 1
