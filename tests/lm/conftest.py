"""Tiny networks, trained once per session on a text of our own, and the commands run in this process."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from lm.__main__ import main
from lm.model.architecture import Architecture
from lm.model.vocabulary import ByteVocabulary, Vocabulary, WordVocabulary
from lm.text.corpus import Split
from lm.training.config import TrainConfig
from lm.training.messages import Finished
from tests.lm.small_models import Outcome, Trained, garden_text, one_thread

# A busy machine is no failure, and the same examples come at every run.
settings.register_profile("foretype", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("foretype")


@pytest.fixture(scope="session")
def small_split() -> Split:
    return Split(garden_text(600, seed=1), garden_text(40, seed=2))


@pytest.fixture(scope="session")
def trained_bytes(small_split: Split, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    config = TrainConfig(Architecture("lstm", 256, 16, 32), batch_size=8, bptt=32, epochs=3.0, lr=1e-2, evaluations=3)
    return _train(config, ByteVocabulary(), small_split, tmp_path_factory.mktemp("models") / "small-bytes")


@pytest.fixture(scope="session")
def trained_words(small_split: Split, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    vocabulary = WordVocabulary.build([small_split.train], 200)
    architecture = Architecture("lstm", len(vocabulary), 16, 24, tied=True, num_words=len(vocabulary.factors.words))
    config = TrainConfig(architecture, batch_size=8, bptt=16, epochs=5.0, lr=1e-2, num_candidates=32, evaluations=3)
    return _train(config, vocabulary, small_split, tmp_path_factory.mktemp("models") / "small-words")


@pytest.fixture(scope="session")
def pair_folder(trained_bytes: Trained, trained_words: Trained, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from lm.training.publishing import publish_pair

    folder = tmp_path_factory.mktemp("models") / "small-pair"
    publish_pair(folder, "small pair", trained_bytes.folder, trained_words.folder, {"measured": {}})
    return folder


@pytest.fixture
def run_lm(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Run `python -m lm` with these arguments in this process."""
    for name, value in one_thread().items():
        monkeypatch.setenv(name, value)  # `train` sets them for its process, which is this one

    def run(*arguments: object) -> Outcome:
        before = signal.getsignal(signal.SIGTERM)
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as exc:
            code = exc.code if isinstance(exc.code, int) else 1
        finally:
            signal.signal(signal.SIGTERM, before)
        written = capsys.readouterr()
        return Outcome(code, written.out, written.err)

    return run


def _train(config: TrainConfig, vocabulary: Vocabulary, split: Split, folder: Path) -> Trained:
    from lm.training.publishing import publish_trained
    from lm.training.trainer import Trainer
    from lm.training.training_data import encode_split
    from resources.runs.device import choose_device

    trainer = Trainer(config, encode_split(split, vocabulary), choose_device("cpu"))
    *_, finished = trainer.events()
    assert isinstance(finished, Finished)
    weights = trainer.best_weights
    publish_trained(
        folder,
        name=folder.name,
        config=config,
        vocabulary=vocabulary,
        weights=weights,
        finished=finished,
        texts=["garden.txt"],
    )
    return Trained(config, vocabulary, split, weights, finished, folder)
