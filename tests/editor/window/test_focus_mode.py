"""F11 leaves the page alone on the screen and brings everything back."""

from PySide6.QtCore import Qt

from tests.editor.keyboard import press, type_keys


def test_f11_hides_what_stands_around_and_brings_back_what_it_hid(window, foretype):
    main = window.main_window
    press(window, Qt.Key.Key_F11)
    assert main.isFullScreen()
    assert main.menuBar().isHidden()
    assert main.statusBar().isHidden()
    assert window.tab.bar.isHidden()
    foretype.preferences.change(font_size_pt=20)
    assert window.tab.bar.isHidden()
    type_keys(window, "ab")
    assert window.tab.text_edit.text() == "ab"
    press(window, Qt.Key.Key_F11)
    assert not main.isFullScreen()
    assert not main.menuBar().isHidden()
    assert not main.statusBar().isHidden()
    assert not window.tab.bar.isHidden()


def test_a_bar_that_was_hidden_stays_hidden(window, foretype):
    foretype.preferences.change(bar_on=False)
    press(window, Qt.Key.Key_F11)
    press(window, Qt.Key.Key_F11)
    assert window.tab.bar.isHidden()


def test_keys_of_menus_work_without_the_menu_bar(window):
    press(window, Qt.Key.Key_F11)
    type_keys(window, "ab")
    press(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert window.tab.text_edit.text() == "ab\nab"
    press(window, Qt.Key.Key_F11)
