"""The whole program learns, with the model that ships: a made-up name is offered until it is forgotten."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Slot

from editor.learning.messages import ForgetEverything, ForgetWords
from editor.process.paths import Paths
from editor.program.foretype import Foretype
from editor.settings.shortcuts import Command
from editor.suggestions.messages import LoadModel
from editor.suggestions.suggestion_engine import load_engine
from resources import shipped_model
from tests.editor.keyboard import type_keys

pytestmark = pytest.mark.skipif(not (shipped_model("english") / "card.json").exists(), reason="needs the shipped model")

NAME = "Zyxwindra"
SENTENCES = f"I met {NAME} today. Then {NAME} left. "


class Idles(QObject):
    """Counts on the GUI thread how often the teacher had nothing left to do."""

    def __init__(self):
        super().__init__()
        self.count = 0

    @Slot()
    def on_idle(self):
        self.count += 1


class Desk:
    """The program with one window, and what a test does with it."""

    def __init__(self, qtbot, paths: Paths) -> None:
        self._qtbot = qtbot
        self._idles = Idles()
        self.foretype = Foretype(paths, load_engine)
        self.foretype.inference.teacher.idle.connect(self._idles.on_idle)
        with self.learned():
            self.foretype.start(None)
        self.window = self.foretype.open_window()
        self.window.tab.text_edit.setFocus()
        qtbot.waitExposed(self.window.main_window)

    def learned(self):
        desk = self

        class Wait:
            def __enter__(self):
                self.before = desk._idles.count

            def __exit__(self, *_):
                desk._qtbot.waitUntil(lambda: desk._idles.count > self.before, timeout=20_000)

        return Wait()

    def write(self, text):
        with self.learned():
            type_keys(self.window, text)
            self.window.tab.learning._hand_over()

    def offered(self, text):
        """What is offered at the end of `text` on an empty page."""
        self.window.tab.text_edit.load("")
        type_keys(self.window, text)
        self._qtbot.waitUntil(lambda: not self.window.tab.controller.is_busy, timeout=20_000)
        return [word.shown for word in self.window.tab.controller.words]

    def stop(self):
        self.foretype.stop()


@pytest.fixture
def desks(qtbot, paths) -> Iterator:
    opened = []

    def open_() -> Desk:
        opened.append(Desk(qtbot, paths))
        return opened[-1]

    yield open_
    for desk in opened:
        desk.stop()


def bytes_of(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_made_up_name_is_offered_today_and_tomorrow_until_it_is_forgotten(qtbot, desks, paths):
    today = desks()
    assert NAME not in today.offered("Today Zyxwi")
    today.write(SENTENCES)
    assert NAME in today.offered("I met Zyxwi")
    today.stop()
    tomorrow = desks()
    assert NAME in tomorrow.offered("I met Zyxwi")
    assert NAME.encode() in bytes_of(paths.learned)
    with qtbot.waitSignal(tomorrow.foretype.learning.store.finished), tomorrow.learned():
        tomorrow.foretype.learning.store.wished.emit(ForgetWords((NAME,)))
    assert NAME not in tomorrow.offered("I met Zyxwi")
    assert NAME.encode() not in bytes_of(paths.learned)


def test_a_misspelling_typed_once_is_not_offered(desks):
    desk = desks()
    desk.write("They Zyxwindra all of it. ")
    assert NAME not in desk.offered("I met Zyxwi")


def test_a_forgotten_document_is_offered_no_more(qtbot, desks, tmp_path, paths):
    path = tmp_path / "letter.txt"
    path.write_text(SENTENCES * 3)
    desk = desks()
    with desk.learned():
        desk.window.tab.session.load(path)
    assert NAME in desk.offered("I met Zyxwi")
    with desk.learned():
        desk.window.tab.learning.on_commanded(Command.LEARN_DOCUMENT)
    assert NAME not in desk.offered("I met Zyxwi")
    assert NAME.encode() not in bytes_of(paths.learned)


def test_nothing_of_private_mode_is_offered_or_kept(qtbot, desks, paths):
    desk = desks()
    desk.window.main_window.commanded.emit(Command.PRIVATE_MODE)
    other = desk.foretype.open_window()
    assert other.tab.learning.is_private
    type_keys(desk.window, SENTENCES)
    desk.window.main_window.commanded.emit(Command.PRIVATE_MODE)
    desk.write("other words. ")
    assert NAME not in desk.offered("I met Zyxwi")
    assert NAME.encode() not in bytes_of(paths.learned)


def test_another_model_is_taught_what_was_learned(qtbot, desks):
    desk = desks()
    desk.write(SENTENCES)
    with desk.learned():
        desk.foretype.inference.load_requested.emit(LoadModel(shipped_model("english")))
    assert NAME in desk.offered("I met Zyxwi")


def test_the_dialog_shows_forgets_and_blocks(qtbot, desks):
    desk = desks()
    desk.write(SENTENCES)
    desk.window.main_window.commanded.emit(Command.LEARNED)
    dialog = desk.foretype.learning._dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.words.total > 0)
    assert dialog.words.row_at(0) == (NAME, 2)
    dialog.word_view.selectRow(0)
    dialog.never.click()
    assert NAME.lower() in desk.foretype.preferences.now.blocked_words
    assert NAME not in desk.offered("I met Zyxwi")
    with desk.learned():
        dialog.wished.emit(ForgetEverything())
    qtbot.waitUntil(lambda: dialog.words.total == 0)
    assert dialog.outcome.text() == "Forgot everything"
    dialog.reject()
    assert desk.foretype.learning._dialog is None


def test_the_dialog_goes_with_its_window(qtbot, desks):
    desk = desks()
    other = desk.foretype.open_window()
    other.main_window.commanded.emit(Command.LEARNED)
    other.main_window.close()
    assert desk.foretype.learning._dialog is None
