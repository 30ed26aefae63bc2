"""From a published model folder to a language model over bytes, whatever the folder holds.

family `lm`       one network: over bytes it is the model, over words it is projected onto bytes
family `lm-pair`  a byte-level and a word-level network in the folders `bytes` and `words`, mixed, and a phrase table
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lm.errors import ModelError
from lm.model.folder_layout import (
    BYTES,
    FP32_STEP,
    INT8_STEP,
    PHRASES,
    VOCABULARY,
    WORDS,
    architecture_of,
    find_model,
)
from lm.model.language_model import AnyModel, LanguageModel
from lm.model.vocabulary import WordVocabulary
from lm.predicting.engine import Engine, Row, fastest_engine
from lm.predicting.learner import Learner
from lm.predicting.mixture import Mixture
from lm.predicting.ngram import AdaptiveNgram
from lm.predicting.phrase_table import PhraseTable
from lm.predicting.uniform import UniformBytes
from lm.predicting.word_projection import WordProjection
from resources.model_folder import CARD, WEIGHTS, ModelFolder, ModelFolderError, family_of, open_model


@dataclass(frozen=True, slots=True)
class Predictor:
    """A loaded model.

    Attributes:
        name: as its card has it.
        model: predicts the next byte.
        quick: shares its states with `model` and knows less of what follows a word.
        learner: what takes in the user's text; None where there is no word network.
        ngram: where it is counted; None likewise.
        card: of the folder.
        emptied: returns the same networks with nothing learned.
    """

    name: str
    model: AnyModel
    quick: AnyModel
    learner: Learner | None
    ngram: AdaptiveNgram | None
    card: dict[str, Any]
    emptied: "Callable[[], Predictor]"


def load_predictor(folder: Path) -> Predictor:
    """Load a model folder of either family.

    Raises:
        ModelError: if it is missing, damaged or of another kind.
    """
    try:
        if family_of(folder) == "lm-pair":
            pair = open_model(folder, "lm-pair")
            byte_engine, _ = _load_network(open_model(folder / BYTES, "lm"), "bytes")
            word_engine, vocabulary = _load_network(open_model(folder / WORDS, "lm"), "words")
            return _mixed(pair, byte_engine, word_engine, vocabulary, _load_phrases(pair))
        single = open_model(folder, "lm")
        engine, vocabulary = _load_network(single, str(single.card.get("symbols")))
    except ModelFolderError as exc:
        raise ModelError(str(exc)) from exc
    if vocabulary is None:
        return _alone(single, engine)
    return _mixed(single, UniformBytes(), engine, vocabulary)


def load_parts(byte_folder: Path, word_folder: Path) -> Predictor:
    """Load two published networks as the pair that they would make.

    Raises:
        ModelError: if one is missing, damaged or of another kind.
    """
    try:
        words = open_model(word_folder, "lm")
        byte_engine, _ = _load_network(open_model(byte_folder, "lm"), BYTES)
        word_engine, vocabulary = _load_network(words, WORDS)
    except ModelFolderError as exc:
        raise ModelError(str(exc)) from exc
    return _mixed(words, byte_engine, word_engine, vocabulary)


def load_network(folder: Path) -> tuple[Engine, WordVocabulary | None]:
    """Load one network of family `lm`; the vocabulary is None for bytes.

    Raises:
        ModelError: if it is missing, damaged or of another kind.
    """
    try:
        single = open_model(folder, "lm")
        return _load_network(single, str(single.card.get("symbols")))
    except ModelFolderError as exc:
        raise ModelError(str(exc)) from exc


def _load_network(folder: ModelFolder, symbols: str) -> tuple[Engine, WordVocabulary | None]:
    architecture = architecture_of(folder)
    if symbols not in (BYTES, WORDS) or folder.card.get("symbols") != symbols:
        raise ModelError(f"{folder.path} predicts {folder.card.get('symbols')!r}, not {symbols}: choose another model")
    vocabulary = _load_vocabulary(folder) if symbols == WORDS else None
    expected = len(vocabulary) if vocabulary else 256
    if architecture.vocab_size != expected:
        raise ModelError(f"{folder.path} has {architecture.vocab_size} symbols and a vocabulary of {expected}")
    if folder.has(WEIGHTS):
        folder.check_weights(architecture.parameter_shapes())
    graph = folder.verified(INT8_STEP if folder.has(INT8_STEP) else FP32_STEP)
    factors = vocabulary.factors if vocabulary and architecture.is_factored else None
    if factors and len(factors.words) != architecture.num_words:
        raise ModelError(f"{folder.path} has {architecture.num_words} words and a vocabulary of {len(factors.words)}")
    return fastest_engine(graph, architecture, factors), vocabulary


def _load_vocabulary(folder: ModelFolder) -> WordVocabulary:
    try:
        return WordVocabulary.from_json(folder.json(VOCABULARY))
    except ValueError as exc:
        raise ModelError(f"the vocabulary of {folder.path} is broken ({exc}): copy the model again") from exc


def _load_phrases(pair: ModelFolder) -> PhraseTable | None:
    """Load the pair's own phrase table, or that of the shipped model that its card names; None where neither is."""
    if pair.has(f"{PHRASES}/{CARD}"):
        return PhraseTable.load(pair.path / PHRASES)
    shared = pair.card.get(PHRASES)
    return PhraseTable.load(find_model(shared) / PHRASES) if isinstance(shared, str) else None


def _alone(folder: ModelFolder, engine: Engine) -> Predictor:
    return Predictor(_name(folder), engine, engine, None, None, dict(folder.card), lambda: _alone(folder, engine))


def _mixed(
    folder: ModelFolder,
    byte_engine: LanguageModel[Row],
    word_engine: Engine,
    vocabulary: WordVocabulary | None,
    phrases: PhraseTable | None = None,
) -> Predictor:
    assert vocabulary is not None  # a network over words has one
    ngram = AdaptiveNgram(vocabulary, phrases)
    mixture = Mixture(byte_engine, WordProjection(word_engine, vocabulary, ngram))
    learner = Learner(word_engine, vocabulary, ngram)

    def emptied() -> Predictor:
        return _mixed(folder, byte_engine, word_engine, vocabulary, phrases)

    return Predictor(_name(folder), mixture, mixture.quick(), learner, ngram, dict(folder.card), emptied)


def _name(folder: ModelFolder) -> str:
    return str(folder.card.get("name") or folder.path.name)
