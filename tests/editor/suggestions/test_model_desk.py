"""HTML documents have a model of their own, where there is one and the person wants it."""

from pathlib import Path

import pytest

from editor.suggestions.messages import LoadModel, ModelState
from editor.suggestions.model_desk import ModelDesk

HTML = Path("html")


@pytest.fixture
def desk():
    made = ModelDesk(HTML)
    made.wanted = []
    made.load_requested.connect(made.wanted.append)
    return made


def test_html_is_answered_by_its_own_model_and_anything_else_by_the_default(desk):
    assert desk.model_for(".html", "", is_html_wanted=True) == HTML
    assert desk.model_for(".txt", "", is_html_wanted=True) is None


def test_a_model_is_loaded_once_when_the_first_document_wants_it(desk):
    desk.model_for(".txt", "", is_html_wanted=True)
    assert desk.wanted == []
    desk.model_for(".html", "", is_html_wanted=True)
    desk.model_for(".htm", "", is_html_wanted=True)
    assert desk.wanted == [LoadModel(HTML, is_default=False)]


@pytest.mark.parametrize(("model", "is_wanted"), [(None, True), (HTML, False)])
def test_without_an_html_model_or_the_wish_for_it_the_default_answers(model, is_wanted):
    assert ModelDesk(model).model_for(".html", "", is_html_wanted=is_wanted) is None


def test_a_model_that_is_being_loaded_can_be_asked_already(desk):
    assert desk.state(HTML) == ModelState("", "", HTML)
    assert desk.can_ask(HTML)
    assert not desk.can_ask(None)
    desk.on_model_changed(ModelState("html", "", HTML))
    assert desk.state(HTML).name == "html"


def test_where_the_html_model_failed_the_default_is_shown_with_the_reason(desk):
    desk.on_model_changed(ModelState("", "it is broken", HTML))
    assert not desk.can_ask(HTML)
    desk.on_model_changed(ModelState("english"))
    assert desk.state(HTML) == ModelState("english", "it is broken", HTML)
    assert desk.can_ask(HTML)
