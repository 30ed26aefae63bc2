import json

import numpy as np
import pytest

from editor.how_it_works.distribution_view import sign
from editor.how_it_works.next_page import NextPage
from editor.suggestions.messages import Opinions, OpinionsRequest
from lm.predicting.context_reader import ContextReader
from lm.predicting.opinions import LETTERS, TOGETHER, WORDS, Opinion
from lm.predicting.predictor import load_network


@pytest.fixture
def page(qtbot, watched, thread, networks) -> NextPage:
    cards = {name: json.loads((folder / "card.json").read_text()) for name, folder in networks.items()}
    made = NextPage(watched, thread, cards)
    qtbot.addWidget(made)
    made.begin()
    return made


def _rows(folder, context: str) -> list[tuple[int, float]]:
    engine, _ = load_network(folder)
    point = ContextReader(engine).read(context.encode(), lambda: False)
    order = np.argsort(-point.log_probs, kind="stable")[:10]
    return [(int(byte), float(np.exp(point.log_probs[byte]))) for byte in order]


@pytest.mark.parametrize("name", ["lstm", "unrolled"])
def test_bars_are_the_networks_own_probabilities_after_the_caret(qtbot, page, text_edit, networks, name):
    qtbot.keyClicks(text_edit, "The quick brown fox")
    expected = _rows(networks[name], "The quick brown fox")
    qtbot.waitUntil(
        lambda: [byte for byte, _ in page.views[name].rows] == [byte for byte, _ in expected], timeout=10_000
    )
    shown = [share for _, share in page.views[name].rows]
    assert shown == pytest.approx([share for _, share in expected], abs=1e-5)


def test_models_of_the_suggestions_are_asked_for_the_context_and_shown_with_their_weights(qtbot, page, text_edit):
    with qtbot.waitSignal(page.opinions_wanted, timeout=10_000) as asked:
        qtbot.keyClicks(text_edit, "ab")
    assert "ab".startswith(asked.args[0])
    shares = np.full(256, 0.5 / 255)
    shares[ord("z")] = 0.5
    found = (Opinion(LETTERS, shares, 0.25), Opinion(WORDS, shares, 0.75), Opinion(TOGETHER, shares))
    page.on_opinions(Opinions(OpinionsRequest("ab"), found))
    assert page.views[TOGETHER].rows[0] == (ord("z"), 0.5)
    assert "25 %" in page.views[LETTERS]._note
    assert page.views["yours"].rows == ()


def test_failure_is_said(page):
    page.on_opinions(Opinions(OpinionsRequest(""), (), "There is no model that could have an opinion."))
    assert "no model" in page.said.text()


def test_page_that_is_not_looked_at_asks_nothing(qtbot, page, text_edit):
    page.end()
    with qtbot.assertNotEmitted(page.opinions_wanted, wait=150):
        qtbot.keyClicks(text_edit, "ab")


def test_screen_reader_hears_the_likeliest(qtbot, page, text_edit):
    qtbot.keyClicks(text_edit, "x")
    qtbot.waitUntil(lambda: "%" in page.views["lstm"].accessibleDescription(), timeout=10_000)


@pytest.mark.parametrize(("byte", "shown"), [(ord("a"), "a"), (32, "␣"), (10, "⏎"), (0xC3, "c3"), (0, "00")])
def test_every_byte_has_a_sign(byte, shown):
    assert sign(byte) == shown
