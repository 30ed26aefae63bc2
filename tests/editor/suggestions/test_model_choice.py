"""HTML documents have a model of their own, where there is one and the person wants it."""

from pathlib import Path

import pytest

from editor.suggestions.messages import ModelState
from editor.suggestions.model_choice import ModelChoice

HTML = Path("html")


def test_html_is_answered_by_its_own_model_and_anything_else_by_the_default():
    choice = ModelChoice(HTML)
    assert choice.choose(".html", "", is_wanted=True)
    assert choice.model == HTML
    assert not choice.choose(".htm", "", is_wanted=True)
    assert choice.choose(".txt", "", is_wanted=True)
    assert choice.model is None


@pytest.mark.parametrize(("model", "is_wanted"), [(None, True), (HTML, False)])
def test_without_an_html_model_or_the_wish_for_it_the_default_answers(model, is_wanted):
    choice = ModelChoice(model)
    assert not choice.choose(".html", "", is_wanted=is_wanted)
    assert choice.model is None


def test_a_model_that_is_being_loaded_can_be_asked_already():
    choice = ModelChoice(HTML)
    choice.choose(".html", "", is_wanted=True)
    assert choice.state == ModelState("", "", HTML)
    assert choice.can_ask
    choice.note(ModelState("html", "", HTML))
    assert choice.state.name == "html"


def test_where_the_html_model_failed_the_default_is_shown_with_the_reason():
    choice = ModelChoice(HTML)
    choice.choose(".html", "", is_wanted=True)
    choice.note(ModelState("", "it is broken", HTML))
    assert not choice.can_ask
    choice.note(ModelState("english"))
    assert choice.state == ModelState("english", "it is broken", HTML)
    assert choice.can_ask
