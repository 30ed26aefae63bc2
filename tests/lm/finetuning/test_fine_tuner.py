import json
import random
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from lm.errors import TrainingError, TrainingStopped
from lm.evaluating.ideal_typist import type_text
from lm.finetuning.fine_tuner import FineTuner, with_general_text
from lm.finetuning.messages import (
    Estimated,
    Event,
    Figures,
    KeysSaved,
    Measured,
    Options,
    Read,
    Savings,
    Tuned,
    TuningEvaluated,
    TuningFinished,
    TuningStarted,
    Typed,
)
from lm.finetuning.parent_model import read_parent
from lm.finetuning.plan import NetworkPlan, Plan
from lm.finetuning.typing_test import TypingPlan
from lm.model.suggestion import NOTHING
from lm.predicting.predictor import load_network, load_predictor
from lm.predicting.suggester import Suggester
from lm.text.documents import Documents, Skipped, split_documents
from lm.training import messages as training
from resources import GENERAL_SAMPLE
from resources.model_folder import open_model
from resources.runs.device import Device
from tests.lm.small_models import Trained, never

CPU = Device("cpu", "the CPU was asked for")
OPTIONS = Options(minutes=1.0, epochs=2.0, lr=1e-2, typing=False)
RUINOUS = replace(OPTIONS, epochs=0.2, lr=5.0)


def lighthouse_text(num_sentences: int, seed: int) -> bytes:
    """Return sentences with words that the garden of the small models lacks."""
    rng = random.Random(seed)
    who = ("Marigold", "the lighthouse keeper", "a zoologist")
    did = ("polished", "photographed", "described")
    what = ("the quicksilver lamp", "every albatross", "an enormous wave")
    return "".join(
        f"{rng.choice(who)} {rng.choice(did)} {rng.choice(what)}." + ("\n\n" if number % 4 == 0 else " ")
        for number in range(num_sentences)
    ).encode()


DOCUMENTS = Documents(
    tuple(lighthouse_text(90, seed) for seed in (1, 2, 3)), (Skipped("secret/photo.jpg", "it is a binary file"),)
)
GENERAL = GENERAL_SAMPLE.read_bytes()


def _tuner(parent: Path, out: Path, options: Options = OPTIONS, documents: Documents = DOCUMENTS, **more) -> FineTuner:
    return FineTuner(read_parent(parent), documents, GENERAL, out, options, CPU, **more)


def _content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _stop_at_first(kind: type[Event], network: str, parent: Path, out: Path) -> None:
    """Begin a run, and close it at the first event of a kind from a network."""
    events = _tuner(parent, out).events()
    for event in events:
        if isinstance(event, kind) and event.network == network:
            break
    events.close()


@pytest.fixture(scope="module")
def before(pair_folder: Path) -> dict[str, bytes]:
    return _content(pair_folder)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tuned") / "mine"


@pytest.fixture(scope="module")
def events(before, pair_folder: Path, out: Path) -> list[Event]:
    """One whole run on a pair, short enough that little is typed."""
    return list(_tuner(pair_folder, out, replace(OPTIONS, minutes=0.2, typing=True)).events())


def test_both_networks_code_the_users_held_out_text_in_fewer_bits(events):
    finished = events[-1]
    assert isinstance(finished, TuningFinished)
    assert [tuned.network for tuned in finished.networks] == ["words", "bytes"]
    for tuned in finished.networks:
        assert tuned.kept
        assert tuned.after.user < tuned.before.user - 0.2


def test_run_tells_in_order_what_it_reads_measures_estimates_and_does(events):
    kinds = [type(event) for event in events]
    assert kinds[:5] == [TuningStarted, Read, Measured, Measured, Estimated]
    assert kinds.index(TuningEvaluated) > kinds.index(Estimated)
    assert kinds[-3:] == [Tuned, Typed, TuningFinished]
    read = events[1]
    assert isinstance(read, Read)
    assert (read.files, read.bytes, read.skipped) == (3, DOCUMENTS.size_bytes, DOCUMENTS.skipped)
    assert 0.03 < read.held_out_bytes / read.bytes < 0.2


def test_estimate_is_of_both_networks_and_the_typing(events):
    estimated = next(event for event in events if isinstance(event, Estimated))
    assert estimated.words_seconds > 0
    assert estimated.bytes_seconds > 0
    assert estimated.typing_seconds > 0
    parts = estimated.words_seconds + estimated.bytes_seconds + estimated.typing_seconds
    assert estimated.seconds == pytest.approx(parts)


def test_keystrokes_are_counted_on_both_texts_with_the_parent_and_with_what_is_published(events, out):
    typed = next(event for event in events if isinstance(event, Typed))
    assert typed.after.user.ksr_bar > typed.before.user.ksr_bar + 0.05
    assert typed.after.user.ksr_inline > typed.before.user.ksr_inline
    assert 300 <= typed.general_chars <= 1500
    assert typed.after.general != typed.after.user
    held_out = split_documents(DOCUMENTS, 0.1, OPTIONS.seed).held_out.decode()
    suggester = Suggester.load(out)
    inline, bar = (
        type_text(held_out[: typed.user_chars], lambda context: suggester.suggest(context) or NOTHING, **way)
        for way in ({"bar": False}, {"inline": False})
    )
    assert typed.after.user.ksr_inline == pytest.approx(inline.ksr_inline, abs=1e-4)
    assert typed.after.user.ksr_bar == pytest.approx(bar.ksr_bar, abs=1e-4)
    finished = events[-1]
    assert isinstance(finished, TuningFinished)
    assert finished.typed == typed
    assert open_model(out, "lm-pair").card["measured"]["typing"]["after"] == asdict(typed.after)


def test_frequent_new_word_becomes_a_symbol_of_the_published_vocabulary(events, out, pair_folder):
    _, old = load_network(pair_folder / "words")
    engine, new = load_network(out / "words")
    assert old is not None
    assert new is not None
    assert new.units[: len(old)] == old.units
    assert old.symbol(b" quicksilver") == old.UNKNOWN
    assert new.symbol(b" quicksilver") != new.UNKNOWN
    assert engine.vocab_size == len(new)


def test_published_model_can_be_used_at_once(events, out):
    predictor = load_predictor(out)
    assert predictor.name == "mine"
    log_probs, _ = predictor.model.step([ord("\n")], [predictor.model.begin_state()])
    assert log_probs.shape == (1, 256)


def test_parent_is_not_changed_by_a_byte(events, before, pair_folder):
    assert _content(pair_folder) == before


def test_nothing_unfinished_is_left_beside_the_new_model(events, out):
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_card_tells_parent_figures_and_recipe_but_no_document(events, out):
    card = open_model(out, "lm-pair").card
    assert card["parent"] == "small pair"
    assert card["training"] == {"documents": 3, "bytes": DOCUMENTS.size_bytes}
    assert card["measured"]["words"]["after"]["user"] < card["measured"]["words"]["before"]["user"]
    words = open_model(out / "words", "lm").card
    assert words["training"]["recipe"]["lr"] == OPTIONS.lr
    assert words["training"]["parent"]["name"] == "small pair"
    assert "photo.jpg" not in (out / "card.json").read_text() + (out / "words" / "card.json").read_text()


def test_worse_result_is_refused_and_can_be_kept_on_demand_without_another_training(pair_folder, tmp_path):
    with pytest.raises(TrainingError, match=r"^refused: no network got better .* --keep$"):
        list(_tuner(pair_folder, tmp_path / "m", RUINOUS).events())
    assert not (tmp_path / "m").exists()

    again = list(_tuner(pair_folder, tmp_path / "m", replace(RUINOUS, keep=True), resume=True).events())

    assert [type(event) for event in again] == [TuningStarted, Read, Estimated, Tuned, Tuned, TuningFinished]
    assert all(tuned.kept for tuned in again[-1].networks)
    assert [path.name for path in tmp_path.iterdir()] == ["m"]
    load_predictor(tmp_path / "m")


def test_worse_result_is_published_when_it_is_to_be_kept(trained_bytes: Trained, tmp_path):
    *_, finished = _tuner(trained_bytes.folder, tmp_path / "m", replace(RUINOUS, keep=True)).events()
    assert isinstance(finished, TuningFinished)
    assert finished.networks[0].after.user > finished.networks[0].before.user
    load_network(tmp_path / "m")


def test_network_that_got_worse_keeps_its_old_weights(pair_folder, tmp_path):
    out = tmp_path / "m"
    _stop_at_first(TuningEvaluated, "words", pair_folder, out)
    plan_path = tmp_path / "m.finetuning" / "plan.json"
    plan = json.loads(plan_path.read_text())
    plan["networks"][0]["before"]["user"] = 0.1  # no fine-tuning reaches that
    plan_path.write_text(json.dumps(plan))

    *_, finished = _tuner(pair_folder, out, resume=True).events()

    assert isinstance(finished, TuningFinished)
    assert [tuned.kept for tuned in finished.networks] == [False, True]
    assert _content(out / "words") == _content(pair_folder / "words")
    assert _content(out / "bytes") != _content(pair_folder / "bytes")


@pytest.mark.parametrize("symbols", ["bytes", "words"])
def test_single_network_can_be_tuned(symbols, trained_bytes: Trained, trained_words: Trained, tmp_path):
    parent = {"bytes": trained_bytes, "words": trained_words}[symbols].folder
    *_, finished = _tuner(parent, tmp_path / "m", name="My words").events()
    assert isinstance(finished, TuningFinished)
    assert [tuned.network for tuned in finished.networks] == [symbols]
    assert load_predictor(tmp_path / "m").name == "My words"
    assert [path.name for path in tmp_path.iterdir()] == ["m"]


def test_interrupted_run_goes_on_and_ends_published(pair_folder, tmp_path):
    out = tmp_path / "m"
    _stop_at_first(TuningEvaluated, "bytes", pair_folder, out)
    assert not out.exists()

    events = list(_tuner(pair_folder, out, resume=True).events())

    assert isinstance(events[0], TuningStarted)
    assert events[0].resumed
    assert {event.network for event in events if isinstance(event, TuningEvaluated)} == {"bytes"}  # words were done
    assert isinstance(events[-1], TuningFinished)
    assert [tuned.kept for tuned in events[-1].networks] == [True, True]
    assert [path.name for path in tmp_path.iterdir()] == ["m"]


def test_run_that_is_asked_to_stop_says_how_to_go_on(pair_folder, tmp_path):
    asked = 0

    def should_stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 40

    with pytest.raises(TrainingStopped, match="untouched: continue with --resume"):
        list(_tuner(pair_folder, tmp_path / "m", should_stop=should_stop).events())
    assert not (tmp_path / "m").exists()


def test_resume_with_nothing_to_go_on_from_begins(trained_bytes: Trained, tmp_path):
    events = _tuner(trained_bytes.folder, tmp_path / "m", resume=True, should_stop=never).events()
    started = next(events)
    assert isinstance(started, TuningStarted)
    assert not started.resumed


def test_new_run_clears_what_an_older_one_left(pair_folder, trained_bytes: Trained, tmp_path):
    _stop_at_first(TuningEvaluated, "words", pair_folder, tmp_path / "m")
    assert (tmp_path / "m.finetuning").exists()
    _tuner(trained_bytes.folder, tmp_path / "m")
    assert not (tmp_path / "m.finetuning").exists()


def test_resume_with_other_documents_or_another_parent_is_refused(pair_folder, trained_bytes: Trained, tmp_path):
    _stop_at_first(TuningEvaluated, "words", pair_folder, tmp_path / "m")
    others = Documents((lighthouse_text(90, 9),), ())
    with pytest.raises(TrainingError, match="other documents"):
        _tuner(pair_folder, tmp_path / "m", documents=others, resume=True)
    with pytest.raises(TrainingError, match="another --model"):
        _tuner(trained_bytes.folder, tmp_path / "m", resume=True)


def test_damaged_plan_is_refused(pair_folder, tmp_path):
    plan = tmp_path / "m.finetuning" / "plan.json"
    plan.parent.mkdir()
    plan.write_text('{"format_version": 1, "networks": [{}]')
    with pytest.raises(TrainingError, match=r"plan\.json is damaged"):
        _tuner(pair_folder, tmp_path / "m", resume=True)


@pytest.mark.parametrize("place", [".", "inside", ".."])
def test_model_is_never_published_over_its_parent(place, pair_folder, before):
    with pytest.raises(TrainingError, match="choose another --out"):
        _tuner(pair_folder, pair_folder / place)
    assert _content(pair_folder) == before


def test_progress_and_remaining_time_are_of_the_whole_run(trained_words: Trained, trained_bytes: Trained):
    parts = tuple(
        NetworkPlan(name, trained.config, Figures(2.0, 2.0), training_seconds=seconds, measuring_seconds=10.0)
        for name, trained, seconds in (("words", trained_words, 90.0), ("bytes", trained_bytes, 190.0))
    )
    plan = Plan(("a", "b"), "c", parts)
    halfway = training.Step(7, 0.5, 0.5, 1.5, 2.0, 1000.0, 1e-3, 0.1, eta_seconds=45.0)
    first, second = plan.step(halfway, 0), plan.step(halfway, 1)
    assert (first.fraction, first.eta_seconds) == pytest.approx((50 / 300, 45 + 5 + 200))
    assert (second.fraction, second.eta_seconds) == pytest.approx((200 / 300, 45 + 5))
    nothing = KeysSaved(0.0, 0.0)
    typing = replace(plan, typing=TypingPlan(Savings(nothing, nothing), 300, 300, seconds=100.0))
    assert typing.step(halfway, 1).eta_seconds == pytest.approx(45 + 5 + 100)
    assert typing.step(halfway, 1).fraction == pytest.approx(200 / 400)


def test_general_text_that_is_measured_is_not_learned():
    split = split_documents(DOCUMENTS, 0.1, OPTIONS.seed)
    mixed, measured = with_general_text(split, GENERAL)
    assert mixed.held_out == split.held_out
    assert mixed.train.startswith(split.train)
    assert len(mixed.train) > len(split.train)
    paragraphs = measured.split(b"\n\n")
    assert paragraphs
    assert not any(paragraph in mixed.train for paragraph in paragraphs)
