"""HTML documents in the window: the HTML model answers and the status bar says so."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor

from editor.program.foretype import Foretype
from lm.errors import ModelError
from tests.editor.conftest import FakeEngine
from tests.editor.keyboard import type_keys

HTML = Path("shipped") / "html"


@pytest.fixture
def loaded() -> dict[str, FakeEngine]:
    """The engines that were loaded, by name."""
    return {}


@pytest.fixture
def program(qtbot, paths, loaded):
    """The program with a fake default model and a fake model for HTML."""

    def load(folder: Path) -> FakeEngine:
        if folder.name == "broken":
            raise ModelError(f"{folder} is broken")
        engine = FakeEngine({"a": "bc" if folder == HTML else "nd"})
        engine.name = folder.name
        loaded[folder.name] = engine
        return engine

    made = []

    def start(html_model: Path | None = HTML) -> Foretype:
        made.append(Foretype(paths, load, html_model=html_model))
        with qtbot.waitSignal(made[-1].model_changed):
            made[-1].start(Path("english"))
        return made[-1]

    yield start
    for each in made:
        each.stop()


def open_document(qtbot, foretype, path=None):
    window = foretype.open_window(path)
    window.tab.text_edit.setFocus()
    qtbot.waitExposed(window.main_window)
    return window


def test_an_html_file_is_answered_by_the_html_model(qtbot, program, loaded, tmp_path):
    window = open_document(qtbot, program(), tmp_path / "page.html")
    qtbot.waitUntil(lambda: "◆ html" in window.tab.status.texts())
    type_keys(window, "a")
    qtbot.waitUntil(lambda: window.tab.controller.ghost == "bc")
    assert loaded["english"].contexts == []


def test_any_other_document_is_answered_by_the_default_and_the_html_model_is_not_loaded(qtbot, program, loaded):
    window = open_document(qtbot, program())
    type_keys(window, "a")
    qtbot.waitUntil(lambda: window.tab.controller.ghost == "nd")
    assert "◆ english" in window.tab.status.texts()
    assert list(loaded) == ["english"]


def test_untitled_text_becomes_html_when_it_begins_so_and_is_plain_again_when_it_does_not(qtbot, program):
    window = open_document(qtbot, program())
    type_keys(window, "<!doctype html>")
    qtbot.waitUntil(lambda: "◆ html" in window.tab.status.texts())
    window.tab.text_edit.load("Dear reader")
    assert "◆ english" in window.tab.status.texts()


def test_two_windows_have_each_their_model(qtbot, program, tmp_path):
    foretype = program()
    letter, page = open_document(qtbot, foretype), open_document(qtbot, foretype, tmp_path / "page.html")
    qtbot.waitUntil(lambda: "◆ html" in page.tab.status.texts())
    assert "◆ english" in letter.tab.status.texts()


def test_the_preference_gives_html_documents_to_the_default_model(qtbot, program, loaded, tmp_path):
    foretype = program()
    window = open_document(qtbot, foretype, tmp_path / "page.html")
    qtbot.waitUntil(lambda: "◆ html" in window.tab.status.texts())
    foretype.preferences.change(html_model_on=False)
    assert "◆ english" in window.tab.status.texts()
    type_keys(window, "a")
    qtbot.waitUntil(lambda: window.tab.controller.ghost == "nd")


def test_where_the_html_model_is_broken_the_default_answers_and_the_window_says_why(qtbot, program, tmp_path):
    window = open_document(qtbot, program(Path("broken")), tmp_path / "page.html")
    qtbot.waitUntil(lambda: "broken is broken" in window.tab.status.currentMessage())
    assert "◆ english" in window.tab.status.texts()
    type_keys(window, "a")
    qtbot.waitUntil(lambda: window.tab.controller.ghost == "nd")


def test_the_whole_text_before_an_end_tag_is_asked_about_and_otherwise_its_last_part(qtbot, program, loaded, tmp_path):
    page = tmp_path / "page.html"
    text = "<main>" + "<p>one 🙂 two</p>\n" * 400
    page.write_text(text)
    window = open_document(qtbot, program(), page)
    window.tab.text_edit.moveCursor(QTextCursor.MoveOperation.End)
    type_keys(window, "</m")
    qtbot.waitUntil(lambda: not window.tab.controller.is_busy)
    assert loaded["html"].contexts[-1] == text + "</m"
    type_keys(window, "ain> a")
    qtbot.waitUntil(lambda: not window.tab.controller.is_busy)
    last = loaded["html"].contexts[-1]
    assert (text + "</main> a").endswith(last)
    assert len(last) <= 2000
