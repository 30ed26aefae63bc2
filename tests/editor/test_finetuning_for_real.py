"""The whole way with the real trainer: a tiny model, a real child, kills at random moments, and nothing is lost."""

import os
import random
import signal
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from editor.process.training_job import JobCommand, TrainingJob
from editor.profiles.profiles import Profile, Profiles
from editor.tuning.tuning_run import TuningRuns
from editor.tuning.tuning_session import Stage, TuningSession, TuningWish
from lm.model.architecture import Architecture
from lm.model.vocabulary import ByteVocabulary, WordVocabulary
from lm.predicting.predictor import load_predictor
from lm.training.config import TrainConfig
from lm.training.messages import Finished
from lm.training.publishing import publish_pair, publish_trained
from tests.lm.small_models import garden_text, one_thread

pytestmark = [pytest.mark.training, pytest.mark.mxnet]

FINISHED = Finished(1, "done", 1.0, 2.0, 3.0, 100, 100, 1.0)
KILLS = int(os.environ.get("FORETYPE_KILLS", "1"))
"""A fault test of an afternoon sets it to 20 and more."""
CHILD_MS = 60_000


def publish_untrained(folder: Path, vocabulary: ByteVocabulary | WordVocabulary, symbols: str) -> Path:
    """Publish a network that knows nothing, which any training makes better."""
    architecture = Architecture("lstm", len(vocabulary), 8, 12, tied=symbols == "words")
    rng = np.random.default_rng(1)
    weights = {
        name: (0.1 * rng.standard_normal(shape)).astype(np.float32)
        for name, shape in architecture.parameter_shapes().items()
    }
    publish_trained(
        folder,
        name=symbols,
        config=TrainConfig(architecture, batch_size=4, bptt=16, epochs=1.0, lr=1e-2),
        vocabulary=vocabulary,
        weights=weights,
        finished=FINISHED,
        texts=[],
    )
    return folder


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Profile:
    folder = tmp_path_factory.mktemp("tiny")
    words = WordVocabulary.build([garden_text(100)], 60)
    publish_pair(
        folder / "pair",
        "tiny",
        publish_untrained(folder / "bytes", ByteVocabulary(), "bytes"),
        publish_untrained(folder / "words", words, "words"),
        {"measured": {}},
    )
    return Profile("tiny", folder / "pair", folder / "pair", None, True, {"name": "tiny"})


class QuickRuns(TuningRuns):
    """As in the program, on one thread, with nothing typed."""

    def command(self, run, *, keep):
        command = super().command(run, keep=keep)
        quick = (*command.arguments, "--no-typing", "--device", "cpu", "--lr", "0.01")
        return JobCommand(quick, dict(command.environment) | one_thread())


@pytest.fixture
def session(qtbot, tmp_path):
    made = TuningSession(Profiles(tmp_path / "profiles"))
    made.runs = QuickRuns(made.profiles)
    yield made
    made.stop()


@pytest.fixture
def wish(tmp_path, base) -> TuningWish:
    (tmp_path / "garden.txt").write_bytes(garden_text(50 * KILLS, seed=3))  # many kills want a long run
    return TuningWish((tmp_path / "garden.txt",), base, "garden", 0.013 * KILLS)


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_tiny_model_is_fine_tuned_killed_resumed_cancelled_and_used(qtbot, session, wish, base):
    before = content(base.model)
    rng = random.Random(os.environ.get("FORETYPE_SEED", "1"))
    job: TrainingJob = session._job
    told: list[str] = []
    job.reported.connect(lambda event: told.append(event["event"]))

    kills = 0
    session.begin(wish)
    for _ in range(KILLS):
        told.clear()
        moment = rng.choice([0, 1, 3, 5, 8, 13])
        qtbot.waitUntil(lambda: job.process_id != 0 or session.stage.is_over, timeout=CHILD_MS)
        qtbot.waitUntil(lambda: len(told) >= moment or session.stage.is_over, timeout=CHILD_MS)  # noqa: B023
        if session.stage is Stage.DONE:  # it was quicker than the killer
            break
        os.kill(job.process_id, signal.SIGKILL)
        kills += 1
        qtbot.waitUntil(lambda: session.stage.is_over, timeout=CHILD_MS)
        assert content(base.model) == before
        if session.stage is Stage.DONE:
            break
        assert session.stage is Stage.FAILED
        assert session.profiles.find("garden") is None
        (unfinished,) = session.unfinished()
        session.take_up(unfinished)

    qtbot.waitUntil(lambda: session.stage.is_over, timeout=CHILD_MS)
    assert session.stage is Stage.DONE, session.sentence
    assert kills > KILLS // 3, kills
    garden = session.profiles.find("garden")
    assert garden is not None
    assert load_predictor(garden.model).name == "garden"
    assert content(base.model) == before
    bits = [comparison for comparison in session.tracker.progress.comparisons if comparison.is_bits]
    assert all(comparison.user[1] < comparison.user[0] for comparison in bits)
    assert session.unfinished() == []

    published = content(garden.model)
    told.clear()
    wish.paths[0].write_bytes(garden_text(10_000, seed=4))  # minutes of training, of which it gets none
    session.begin(replace(wish, base=garden, minutes=5.0))
    qtbot.waitUntil(lambda: "step" in told or session.stage.is_over, timeout=CHILD_MS)
    with qtbot.waitSignal(session.ended, timeout=CHILD_MS):
        session.cancel()
        assert job._grace.remainingTime() < 2_000  # then it would be killed
    assert session.stage is Stage.CANCELLED
    assert content(garden.model) == published
    assert [run.version for run in session.unfinished()] == [str(garden.folder / "0002")]
