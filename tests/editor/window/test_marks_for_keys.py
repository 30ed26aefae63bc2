"""The letters behind & are told apart within a menu, a strip and a dialog, in every language."""

import re
from collections import Counter

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QPushButton, QTabWidget, QWidget

from editor.comparison.comparison_dialog import ComparisonDialog
from editor.comparison.disk_comparer import CompareRequest
from editor.files.file_format import FileFormat
from editor.recovery.recovery_bar import RecoveryBar
from editor.recovery.recovery_view import RecoveryView
from editor.settings.preferences import Preferences
from editor.translation import LANGUAGES, speak
from editor.window.preferences_dialog import PreferencesDialog
from tests.editor.speaking import forget_language


def _twice(labels: list[str]) -> list[str]:
    marks = [found[1].lower() for label in labels if (found := re.search(r"&([^&])", label.replace("&&", "")))]
    return [mark for mark, count in Counter(marks).items() if count > 1]


def _labels(widget: QWidget) -> list[str]:
    found = [*widget.findChildren(QAbstractButton), *widget.findChildren(QLabel)]
    return [each.text() for each in found if each.window() is widget.window()]


@pytest.fixture(params=LANGUAGES)
def language(request, qapp):
    """Speaks one language after the other; asked for before the window."""
    speak(qapp, request.param)
    yield request.param
    forget_language(qapp)


def test_menus_and_their_bar(language, window):
    main = window.main_window
    assert _twice([action.text() for action in main.menuBar().actions()]) == []
    menus = [menu for menu in main.findChildren(QMenu) if menu.actions()]
    assert len(menus) > 6
    assert {menu.title(): _twice([action.text() for action in menu.actions()]) for menu in menus} == {
        menu.title(): [] for menu in menus
    }


def test_strips_leave_the_menus_their_letters(language, window):
    of_menus = [action.text() for action in window.main_window.menuBar().actions()]
    recovery = RecoveryBar(has_file=True)
    for strip in (window.tab.find_bar, window.tab.disk_bar, recovery):
        assert _twice([*of_menus, *_labels(strip)]) == []
    recovery.deleteLater()


@pytest.mark.parametrize("has_file", [True, False])
def test_find_strip_leaves_the_recovered_texts_their_letters(language, window, has_file):
    of_menus = [action.text() for action in window.main_window.menuBar().actions()]
    strip, view = RecoveryBar(has_file=has_file), RecoveryView()
    of_strip = [each.text() for each in strip.findChildren(QPushButton) if not each.isHidden()]
    assert len(_labels(view)) > 5
    assert _twice([*of_menus, *_labels(window.tab.find_bar), *of_strip, *_labels(view)]) == []
    strip.deleteLater()
    view.deleteLater()


def test_pages_of_the_preferences(language, qtbot):
    dialog = PreferencesDialog(Preferences())
    qtbot.addWidget(dialog)
    tabs = dialog.findChild(QTabWidget)
    for place in range(tabs.count()):
        assert _twice(_labels(tabs.widget(place))) == []


def test_comparison(language, qtbot, tmp_path):
    dialog = ComparisonDialog("a.txt", CompareRequest(0, tmp_path / "a.txt", "a", FileFormat()))
    qtbot.addWidget(dialog)
    assert len(_labels(dialog)) > 5
    assert _twice(_labels(dialog)) == []
    dialog.done(0)
