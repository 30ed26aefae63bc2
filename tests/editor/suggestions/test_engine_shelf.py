"""Each model is loaded once, and one that cannot be loaded leaves the default answering."""

from pathlib import Path

from editor.suggestions.engine_shelf import EngineShelf
from editor.suggestions.messages import LoadModel, ModelState
from lm.errors import ModelError
from tests.editor.conftest import FakeEngine

ENGLISH, HTML = Path("english"), Path("html")


def named(name: str) -> FakeEngine:
    engine = FakeEngine()
    engine.name = name
    return engine


def load(folder: Path) -> FakeEngine:
    if folder.name == "broken":
        raise ModelError(f"{folder} is broken")
    return named(folder.name)


def shelf_with_english() -> EngineShelf:
    shelf = EngineShelf(load)
    shelf.load(LoadModel(ENGLISH))
    return shelf


def test_a_request_is_answered_by_the_model_it_names():
    shelf = shelf_with_english()
    assert shelf.load(LoadModel(HTML, is_default=False)) == ModelState("html", "", HTML)
    assert shelf.engine(HTML).name == "html"
    assert shelf.engine(None).name == "english"


def test_a_named_model_is_lacking_until_it_was_tried():
    shelf = shelf_with_english()
    assert shelf.lacks(HTML)
    assert not shelf.lacks(None)
    shelf.load(LoadModel(HTML, is_default=False))
    assert not shelf.lacks(HTML)


def test_where_a_named_model_cannot_be_loaded_the_default_answers_with_a_sentence():
    shelf = shelf_with_english()
    broken = Path("broken")
    state = shelf.load(LoadModel(broken, is_default=False))
    assert state == ModelState("", "broken is broken", broken)
    assert shelf.engine(broken).name == "english"
    assert not shelf.lacks(broken)


def test_another_default_leaves_the_named_models_where_they_are():
    shelf = shelf_with_english()
    shelf.load(LoadModel(HTML, is_default=False))
    html = shelf.engine(HTML)
    shelf.load(LoadModel(Path("mine")))
    assert [engine.name for engine in shelf.engines()] == ["mine", "html"]
    assert shelf.engine(HTML) is html


def test_a_named_model_that_two_windows_ask_for_is_loaded_once():
    shelf = shelf_with_english()
    states = [shelf.load(LoadModel(HTML, is_default=False)) for _ in range(2)]
    assert states[0] == states[1]
    first = shelf.engine(HTML)
    shelf.load(LoadModel(HTML, is_default=False))
    assert shelf.engine(HTML) is first
