"""Somebody writes a letter with the shipped model: nothing that was not meant is on the page, at any time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.process.paths import Paths
from editor.program.foretype import Foretype
from editor.suggestions.suggestion_engine import load_engine
from resources import shipped_model
from tests.bench.writer import LETTERS, not_words
from tests.writer import Account, write

pytestmark = pytest.mark.skipif(not (shipped_model("english") / "card.json").exists(), reason="needs the shipped model")


@pytest.fixture
def real_window(qtbot, paths: Paths) -> Iterator[object]:
    program = Foretype(paths, load_engine)
    window = program.open_window()
    window.tab.text_edit.setFocus()
    with qtbot.waitSignal(program.model_changed, timeout=60_000):
        program.start(None)
    qtbot.waitExposed(window.main_window)
    yield window
    program.stop()


def test_a_letter_is_what_was_meant_whatever_was_taken_and_corrected(real_window):
    text = (Path(LETTERS) / "02-meeting.txt").read_text(encoding="utf-8")
    account = Account()
    write(real_window, text, account, seed=2, key_ms=0)
    assert real_window.tab.text_edit.text() == text
    assert account.unmeant == 0
    assert account.keys < 0.8 * account.characters
    assert len(account.right) > 10
    assert not [ghost for ghost in account.ghosts if len(ghost.strip()) == 1]
    assert not not_words(account.words, [text])
