import json

import numpy as np
import pytest

from lm.errors import ModelError
from lm.model.folder_layout import FP32_STEP, INT8_STEP, VOCABULARY
from lm.model.vocabulary import WordVocabulary
from lm.predicting.predictor import load_predictor
from lm.training.publishing import network_files, publish_pair, publish_trained
from resources.model_folder import CARD, WEIGHTS, open_model
from tests.lm.small_models import Trained


def test_published_network_holds_its_weights_and_both_steps(trained_bytes: Trained):
    model = open_model(trained_bytes.folder, "lm")
    assert sorted(model.card["files"]) == sorted([WEIGHTS, FP32_STEP, INT8_STEP])
    read = model.weights(trained_bytes.config.architecture.parameter_shapes())
    for name, value in trained_bytes.weights.items():
        np.testing.assert_array_equal(read[name], value)


def test_card_says_how_the_network_was_made_and_what_it_is_worth(trained_bytes: Trained):
    card = open_model(trained_bytes.folder, "lm").card
    assert card["symbols"] == "bytes"
    assert card["architecture"] == trained_bytes.config.architecture.to_json()
    assert card["training"]["recipe"] == json.loads(json.dumps(trained_bytes.config.to_json()))
    assert card["training"]["texts"] == ["garden.txt"]
    assert card["measured"]["held_out_bytes"] == len(trained_bytes.split.held_out)
    assert card["measured"]["bits_per_char"] == pytest.approx(trained_bytes.finished.bits_per_char, abs=1e-4)


def test_word_network_carries_its_vocabulary(trained_words: Trained):
    listed = open_model(trained_words.folder, "lm").json(VOCABULARY)
    assert isinstance(trained_words.vocabulary, WordVocabulary)
    assert WordVocabulary.from_json(listed).units == trained_words.vocabulary.units


def test_same_network_gives_the_same_files(trained_bytes: Trained):
    first, again = (
        network_files(trained_bytes.config, trained_bytes.vocabulary, trained_bytes.weights) for _ in range(2)
    )
    assert first == again


def test_pair_holds_both_networks_whole(pair_folder, trained_bytes: Trained, trained_words: Trained):
    assert load_predictor(pair_folder).name == "small pair"
    for part, trained in (("bytes", trained_bytes), ("words", trained_words)):
        for file in trained.folder.iterdir():
            assert (pair_folder / part / file.name).read_bytes() == file.read_bytes()


def test_pair_of_swapped_folders_is_refused(trained_bytes: Trained, trained_words: Trained, tmp_path):
    with pytest.raises(ModelError, match="swap the folders"):
        publish_pair(tmp_path / "m", "m", trained_words.folder, trained_bytes.folder, {})
    assert not (tmp_path / "m").exists()


def test_pair_with_a_damaged_network_is_refused(trained_bytes: Trained, tmp_path):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / CARD).write_text("{")
    with pytest.raises(ModelError, match="is not JSON"):
        publish_pair(tmp_path / "m", "m", trained_bytes.folder, tmp_path / "broken", {})


def test_place_that_cannot_be_written_is_a_sentence(trained_bytes: Trained, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ModelError, match="cannot write"):
        publish_trained(
            tmp_path / "file" / "m",
            name="m",
            config=trained_bytes.config,
            vocabulary=trained_bytes.vocabulary,
            weights=trained_bytes.weights,
            finished=trained_bytes.finished,
            texts=[],
        )
