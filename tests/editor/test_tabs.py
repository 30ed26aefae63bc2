"""Several documents in one window: tabs that open, close, move and come back, and each keeps what is its own."""

import gc
import json
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from editor.files.dialogs import Choice
from editor.program.foretype import Foretype
from editor.settings.shortcuts import Command
from editor.window.tab_menu import TabMenu
from editor.window.window_place import place_of
from tests.editor.desks.test_last_session import no_model
from tests.editor.dragging import drag_over, drop
from tests.editor.fake_dialogs import FakeDialogs
from tests.editor.keyboard import CTRL, NONE, SHIFT, press, type_keys

# What Qt's off-screen platform says whenever a menu opens.
a_menu_opens = pytest.mark.qt_log_ignore(
    r"does not support (propagateSizeHints|raise\(\)|grabbing the keyboard)", extend=True
)


@pytest.fixture
def files(tmp_path):
    made = [tmp_path / f"{name}.txt" for name in ("one", "two", "three")]
    for path in made:
        path.write_text(f"this is {path.stem}")
    return made


@pytest.fixture
def three(foretype, window, files):
    """A window with three files."""
    foretype.documents.open_files(files, window)
    return window


def names(window):
    return [tab.session.name for tab in window.tabs.all()]


def labels(window):
    return [window.tabs.strip.tabText(place) for place in range(window.tabs.strip.count())]


def answer(window, choice):
    """Answer what the window's documents ask; return what they asked."""
    dialogs = FakeDialogs()
    dialogs.choice = choice
    for tab in window.tabs.all():
        tab.session.dialogs = tab.dialogs = dialogs
    return dialogs.asked


def test_one_document_has_no_tabs_and_a_second_shows_them(window):
    assert window.tabs.strip.isHidden()
    press(window, Qt.Key.Key_N, CTRL)
    assert not window.tabs.strip.isHidden()
    press(window, Qt.Key.Key_T, CTRL)
    assert names(window) == ["Untitled"] * 3
    press(window, Qt.Key.Key_W, CTRL)
    press(window, Qt.Key.Key_W, CTRL)
    assert window.tabs.strip.isHidden()


def test_keys_go_to_the_page_in_front_and_nowhere_else(three):
    press(three, Qt.Key.Key_T, CTRL)
    type_keys(three, "new")
    press(three, Qt.Key.Key_PageUp, CTRL)
    type_keys(three, "x")
    texts = [tab.text_edit.text() for tab in three.tabs.all()]
    assert texts == ["this is one", "this is two", "xthis is three", "new"]


def test_both_pairs_of_keys_go_round(three):
    shown = []
    for key, modifier in (
        (Qt.Key.Key_PageDown, CTRL),
        (Qt.Key.Key_Tab, CTRL),
        (Qt.Key.Key_PageUp, CTRL),
        (Qt.Key.Key_Backtab, CTRL | SHIFT),
    ):
        press(three, key, modifier)
        shown.append(three.tab.session.name)
    assert shown == ["one.txt", "two.txt", "one.txt", "three.txt"]


def test_a_key_that_the_person_gave_away_is_no_second_key(qtbot, foretype, window):
    foretype.preferences.change(keys={"word_wrap": "Ctrl+T", "next_tab": "Alt+F5"})
    press(window, Qt.Key.Key_T, CTRL)
    assert names(window) == ["Untitled"]
    press(window, Qt.Key.Key_N, CTRL)
    press(window, Qt.Key.Key_Tab, CTRL)
    assert window.tabs.all().index(window.tab) == 1
    press(window, Qt.Key.Key_F5, Qt.KeyboardModifier.AltModifier)
    assert window.tabs.all().index(window.tab) == 0


def test_title_status_and_ticks_follow_the_document_in_front(three):
    three.tab.commanded.emit(Command.LEARN_DOCUMENT)
    action = three.main_window.action
    assert three.main_window.windowTitle().startswith("three.txt")
    assert not action(Command.LEARN_DOCUMENT).isChecked()
    assert three.tab.status.isVisible()
    press(three, Qt.Key.Key_PageDown, CTRL)
    assert three.main_window.windowTitle().startswith("one.txt")
    assert action(Command.LEARN_DOCUMENT).isChecked()
    assert [tab.status.isVisible() for tab in three.tabs.all()] == [True, False, False]


def test_the_menus_show_the_format_of_the_document_in_front(three):
    def formats():
        actions = three.main_window._menus[Command.PRINT].actions()
        return [action.menu() for action in actions if action.menu() in [tab.format_menu for tab in three.tabs.all()]]

    assert formats() == [three.tab.format_menu]
    press(three, Qt.Key.Key_PageDown, CTRL)
    assert formats() == [three.tab.format_menu]


def test_a_suggestion_does_not_wait_in_a_document_that_is_left(qtbot, foretype, window, engine):
    engine.answers = {"a": "pple"}
    press(window, Qt.Key.Key_N, CTRL)
    type_keys(window, "a")
    left = window.tab
    qtbot.waitUntil(lambda: left.text_edit.ghost_text() == "pple")
    left.find_bar.needle.setFocus()
    window.tabs.step(1)
    assert left.text_edit.ghost_text() == ""
    press(window, Qt.Key.Key_Tab)
    assert left.text_edit.text() == "a"


def test_an_answer_that_comes_after_the_switch_is_dropped(qtbot, foretype, window, engine):
    engine.answers = {"a": "pple"}
    press(window, Qt.Key.Key_N, CTRL)
    engine.gate = threading.Event()
    type_keys(window, "a")
    left = window.tab
    press(window, Qt.Key.Key_PageUp, CTRL)
    engine.gate.set()
    type_keys(window, "a")
    qtbot.waitUntil(lambda: window.tab.text_edit.ghost_text() == "pple")
    assert left.text_edit.ghost_text() == ""


def test_snooze_rests_in_all_documents_of_the_window(three):
    three.commands.on_commanded(Command.SNOOZE)
    press(three, Qt.Key.Key_T, CTRL)
    assert [tab.controller.is_snoozed for tab in three.tabs.all()] == [True] * 4
    three.commands.on_commanded(Command.SNOOZE)


def test_a_file_comes_to_a_free_page_and_else_to_a_tab_beside(foretype, window, files):
    answer(window, Choice.CANCEL)
    window.tab.dialogs.open_path = files[0]
    press(window, Qt.Key.Key_O, CTRL)
    assert names(window) == ["one.txt"]
    window.tab.dialogs.open_path = files[1]
    press(window, Qt.Key.Key_O, CTRL)
    assert names(window) == ["one.txt", "two.txt"]
    assert window.tab.text_edit.text() == "this is two"


def test_an_open_file_comes_to_the_front_in_whichever_window(foretype, three, files, tmp_path):
    other = foretype.open_window()
    (tmp_path / "link.txt").symlink_to(files[0])
    other.files_requested.emit([tmp_path / "sub" / ".." / "link.txt"])
    assert names(other) == ["Untitled"]
    assert three.tab.session.name == "one.txt"


def test_files_dropped_on_the_page_open_and_are_not_written_into_it(foretype, window, files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files[:2]])
    page = window.tab.text_edit.viewport()
    drag_over(page, QPoint(20, 20), data)
    drop(page, QPoint(20, 20), data)
    assert names(window) == ["one.txt", "two.txt"]


def test_what_cannot_be_opened_is_told_and_the_others_open(foretype, window, files, tmp_path):
    answer(window, Choice.CANCEL)
    dialogs = window.tab.dialogs
    foretype.documents.open_files([tmp_path, files[0]], window)
    assert "is a folder" in dialogs.warnings[0]
    assert names(window) == ["one.txt"]


def test_closing_asks_only_when_there_is_something_to_lose(three):
    asked = answer(three, Choice.CANCEL)
    press(three, Qt.Key.Key_W, CTRL)
    assert (names(three), asked) == (["one.txt", "two.txt"], [])
    type_keys(three, "x")
    press(three, Qt.Key.Key_W, CTRL)
    assert (names(three), asked) == (["one.txt", "two.txt"], ["two.txt"])
    three.tab.session.dialogs.choice = Choice.DISCARD
    press(three, Qt.Key.Key_W, CTRL)
    assert names(three) == ["one.txt"]


def test_the_last_tab_closes_the_window(foretype, window):
    press(window, Qt.Key.Key_W, CTRL)
    assert foretype.windows == []


def test_cross_and_middle_button_close(qtbot, three):
    strip = three.tabs.strip
    cross = strip.tabButton(0, QTabBar.ButtonPosition.RightSide)
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert names(three) == ["two.txt", "three.txt"]
    QTest.mouseClick(strip, Qt.MouseButton.MiddleButton, pos=strip.tabRect(0).center())
    assert names(three) == ["three.txt"]


def test_the_keys_still_go_to_the_page_after_a_click_on_a_tab(three):
    QTest.mouseClick(three.tabs.strip, Qt.MouseButton.LeftButton, pos=three.tabs.strip.tabRect(0).center())
    type_keys(three, "x")
    assert three.tabs.all()[0].text_edit.text() == "xthis is one"


def test_a_tab_that_was_dragged_keeps_its_document(three):
    three.tabs.strip.moveTab(2, 0)
    assert names(three) == ["three.txt", "one.txt", "two.txt"]
    assert three.tab.session.name == "three.txt"
    press(three, Qt.Key.Key_PageDown, CTRL)
    assert three.tab.session.name == "one.txt"
    assert labels(three) == ["three.txt", "one.txt", "two.txt"]


def test_labels_say_what_is_unsaved_and_tell_namesakes_apart(foretype, window, tmp_path):
    for folder in ("a & b", "c"):
        (tmp_path / folder).mkdir()
        foretype.documents.open_file(tmp_path / folder / "x.txt", window)
    assert labels(window) == ["x.txt — a && b", "x.txt — c"]
    assert window.tabs.strip.tabToolTip(1) == str(tmp_path / "c" / "x.txt")
    type_keys(window, "x")
    assert labels(window)[1] == "• x.txt — c"
    window.tab.session.save()
    assert labels(window)[1] == "x.txt — c"


def test_a_closed_file_comes_back_at_its_caret(foretype, three, files):
    three.tab.text_edit.moveCursor(three.tab.text_edit.textCursor().MoveOperation.End)
    press(three, Qt.Key.Key_W, CTRL)
    press(three, Qt.Key.Key_W, CTRL)
    press(three, Qt.Key.Key_T, CTRL | SHIFT)
    press(three, Qt.Key.Key_T, CTRL | SHIFT)
    assert sorted(names(three)) == ["one.txt", "three.txt", "two.txt"]
    assert three.tab.session.name == "three.txt"
    assert three.tab.text_edit.caret_position() == len("this is three")
    press(three, Qt.Key.Key_T, CTRL | SHIFT)
    assert three.tab.status.currentMessage() == "No closed file is left to reopen"


def test_the_files_of_a_closed_window_come_back_in_another(foretype, three):
    other = foretype.open_window()
    three.main_window.close()
    for _ in range(3):
        press(other, Qt.Key.Key_T, CTRL | SHIFT)
    assert sorted(names(other)) == ["one.txt", "three.txt", "two.txt"]


def test_a_window_with_unsaved_documents_asks_for_each_and_shows_it(foretype, three):
    dialogs = FakeDialogs()
    shown = []
    answers = [Choice.DISCARD, Choice.CANCEL]

    def ask(name):
        shown.append((name, three.tab.session.name))
        return answers.pop(0)

    dialogs.ask_unsaved = ask
    for tab in three.tabs.all()[:2]:
        tab.text_edit.insertPlainText("x")
        tab.session.dialogs = dialogs
    assert not three.main_window.close()
    assert shown == [("one.txt", "one.txt"), ("two.txt", "two.txt")]
    assert [tab.text_edit.text()[:1] for tab in three.tabs.all()] == ["x", "x", "t"]
    answers[:] = [Choice.DISCARD, Choice.DISCARD]
    assert three.main_window.close()
    assert foretype.windows == []


def test_a_quit_asks_in_all_windows_before_it_closes_one(foretype, window):
    other = foretype.open_window()
    asked = [answer(each, Choice.DISCARD) for each in (window, other)]
    for each in (window, other):
        each.tab.text_edit.insertPlainText("x")
    other.tab.session.dialogs.choice = Choice.CANCEL
    window.commands.on_commanded(Command.QUIT)
    assert foretype.windows == [window, other]
    other.tab.session.dialogs.choice = Choice.DISCARD
    assert window.main_window.close()
    assert foretype.windows == [other]
    other.commands.on_commanded(Command.QUIT)
    assert foretype.windows == []
    assert asked == [["Untitled", "Untitled"], ["Untitled", "Untitled"]]


def chosen(window, place, label):
    """Choose an item of a tab's menu."""
    strip = window.tabs.strip
    point = strip.tabRect(place).center()
    reason = QContextMenuEvent.Reason.Mouse
    QCoreApplication.sendEvent(strip, QContextMenuEvent(reason, point, strip.mapToGlobal(point)))
    menu = window.main_window.findChildren(TabMenu)[-1]
    next(action for action in menu.actions() if action.text().replace("&", "") == label).trigger()
    menu.close()


@a_menu_opens
def test_the_menu_of_a_tab_closes_the_others_and_copies_the_path(three, files):
    chosen(three, 1, "Copy path")
    assert QGuiApplication.clipboard().text() == str(files[1])
    chosen(three, 1, "Close others")
    assert names(three) == ["two.txt"]


def test_tab_key_goes_round_the_window_when_it_is_to_move_the_focus(three):
    press(three, Qt.Key.Key_M, CTRL)
    page, strip = three.tab.text_edit, three.tabs.strip
    for modifier in (NONE, SHIFT):
        seen = []
        while not seen or seen[-1] is not page:
            press(three, Qt.Key.Key_Tab, modifier)
            seen.append(three.main_window.focusWidget())
            assert len(seen) < 20
        assert strip in seen
        assert len(seen) > 3  # what stands in the status bar
    for tab in three.tabs.all()[1:]:
        three.close_tab(tab)
    press(three, Qt.Key.Key_Tab)
    assert three.main_window.focusWidget() is not three.tab.text_edit


@a_menu_opens
def test_tabs_and_their_menu_are_reached_by_keys(three):
    strip, names_seen = three.tabs.strip, []
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(strip, key)
        names_seen.append(three.tab.session.name)
        assert strip.hasFocus()
    assert names_seen == ["two.txt", "one.txt"]
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, strip.rect().center(), QPoint())
    opens = (lambda: QTest.keyClick(strip, Qt.Key.Key_F10, SHIFT), lambda: QCoreApplication.sendEvent(strip, by_key))
    for open_menu in opens:
        open_menu()
        menu = three.main_window.findChildren(TabMenu)[-1]
        assert menu.isVisible()
        assert menu.pos().x() == strip.mapToGlobal(strip.tabRect(0).bottomLeft()).x()
        if open_menu is not opens[-1]:
            menu.close()
    next(action for action in menu.actions() if "Close" in action.text()).trigger()
    menu.close()
    assert names(three) == ["two.txt", "three.txt"]
    QTest.keyClick(strip, Qt.Key.Key_Return)
    type_keys(three, "x")
    assert three.tab.text_edit.text() == "xthis is two"


@a_menu_opens
def test_a_document_moves_to_a_window_of_its_own_as_it_is(qtbot, foretype, three, engine):
    engine.answers = {"x": "ylophone"}
    moved = three.tab
    type_keys(three, "hello")
    chosen(three, 2, "Move to a new window")
    assert [names(window) for window in foretype.windows] == [["one.txt", "two.txt"], ["three.txt"]]
    there = foretype.windows[1]
    assert there.tab is moved
    assert there.main_window.windowTitle().startswith("three.txt")
    moved.text_edit.undo()
    assert moved.text_edit.text() == "this is three"
    moved.text_edit.moveCursor(moved.text_edit.textCursor().MoveOperation.End)
    type_keys(there, " x")
    qtbot.waitUntil(lambda: moved.text_edit.ghost_text() == "ylophone")
    there.commands.on_commanded(Command.SNOOZE)
    assert not three.tab.controller.is_snoozed
    there.commands.on_commanded(Command.SNOOZE)


def test_the_page_alone_has_no_tabs_and_no_bar_in_any_document(three):
    press(three, Qt.Key.Key_F11)
    press(three, Qt.Key.Key_T, CTRL)
    press(three, Qt.Key.Key_PageUp, CTRL)
    assert three.tabs.strip.isHidden()
    assert [tab.bar.isHidden() for tab in three.tabs.all()] == [True] * 4
    press(three, Qt.Key.Key_F11)
    assert not three.tabs.strip.isHidden()
    assert [tab.bar.isHidden() for tab in three.tabs.all()] == [False] * 4


def test_nothing_of_a_closed_tab_stays_in_memory(foretype, three):
    def gone():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()

    tab = three.tab
    watched = [
        weakref.ref(each)
        for each in (
            tab,
            tab.text_edit,
            tab.controller,
            tab.session,
            tab.learning,
            tab.find_bar,
            tab.status,
            tab.writing,
        )
    ]
    document = weakref.ref(tab.text_edit.document())
    destroyed = []
    tab.destroyed.connect(lambda: destroyed.append("tab"))
    tab.status.destroyed.connect(lambda: destroyed.append("status"))
    press(three, Qt.Key.Key_W, CTRL)
    del tab
    gone()
    assert sorted(destroyed) == ["status", "tab"]
    assert [each() for each in [*watched, document]] == [None] * 9


@pytest.fixture
def start(qtbot, paths):
    started = []

    def begin():
        started.append(Foretype(paths, no_model))
        return started[-1]

    yield begin
    for each in started:
        each.stop()


def test_windows_come_back_with_their_tabs_and_each_with_its_places(start, tmp_path):
    wrapped = "\n".join(f"paragraph {number} " + "of many words " * 60 for number in range(200))
    files = [tmp_path / f"{number}.txt" for number in range(4)]
    for path in files:
        path.write_text(wrapped)
    first = start()
    one, other = first.open_window(files[0]), first.open_window(files[3])
    one.main_window.setGeometry(40, 50, 700, 500)
    other.main_window.setGeometry(60, 70, 600, 400)
    first.documents.open_files(files[1:3], one)
    one.tabs.strip.moveTab(2, 0)
    for number, tab in enumerate(one.tabs.all()):
        cursor = tab.text_edit.textCursor()
        cursor.setPosition(1000 + number)
        one.show_tab(tab)
        tab.text_edit.setTextCursor(cursor)
        top = tab.text_edit.document().findBlockByNumber(100 + number)
        tab.text_edit.verticalScrollBar().setValue(top.firstLineNumber())
    one.show_tab(one.tabs.all()[1])
    before = [place_of(window) for window in (one, other)]
    assert [(tab.caret, tab.top_line) for tab in before[0].tabs] == [(1000, 100), (1001, 101), (1002, 102)]
    one.commands.on_commanded(Command.QUIT)
    first.stop()

    again = start()
    again.restore_session()

    assert [names(window) for window in again.windows] == [["2.txt", "0.txt", "1.txt"], ["3.txt"]]
    assert [place_of(window) for window in again.windows] == before
    for tab in again.windows[0].tabs.all():
        again.windows[0].show_tab(tab)
        QCoreApplication.sendPostedEvents()
        assert tab.text_edit.cursorForPosition(QPoint(0, 0)).blockNumber() in (100, 101, 102)
    again.windows[0].show_tab(again.windows[0].tabs.all()[1])
    assert [place_of(window) for window in again.windows] == before


def test_the_document_in_front_does_not_wait_for_those_behind(qtbot, start, files, paths):
    places = [{"path": str(path), "caret": 2, "anchor": 2, "top_line": 0} for path in files]
    places.insert(1, {**places[0], "path": str(files[0].with_name("gone.txt"))})
    session = json.dumps({"format_version": 2, "windows": [{"tabs": places, "current": 3, "geometry": ""}]})
    paths.last_session.parent.mkdir(parents=True, exist_ok=True)
    paths.last_session.write_text(session)
    again = start()
    again.restore_session(at_leisure=True)
    (window,) = again.windows
    assert names(window) == ["one.txt", "three.txt"]
    again.last_session.write()
    assert paths.last_session.read_text() == session
    type_keys(window, "x")
    with qtbot.waitSignal(again.restore.finished) as finished:
        assert names(window) == ["one.txt", "three.txt"]
    assert finished.args == [["gone.txt no longer exists"]]
    assert names(window) == ["one.txt", "two.txt", "three.txt"]
    assert [tab.text_edit.caret_position() for tab in window.tabs.all()] == [2, 2, 3]
    assert window.tab.text_edit.text() == "thxis is three"


def test_who_quits_before_all_is_back_loses_nothing_of_the_session(start, files, paths):
    first = start()
    first.documents.open_files(files, first.open_window())
    first.stop()
    again = start()
    again.restore_session(at_leisure=True)
    again.windows[0].commands.on_commanded(Command.QUIT)
    again.stop()
    last = start()
    last.restore_session()
    assert [names(window) for window in last.windows] == [["one.txt", "two.txt", "three.txt"]]


def test_recovered_texts_stand_in_tabs_and_those_of_files_in_their_place(start, files):
    first = start()
    window = first.open_window(files[0])
    first.documents.open_files(files[1:], window)
    window.show_tab(window.tabs.all()[1])
    type_keys(window, "unsaved ")
    press(window, Qt.Key.Key_T, CTRL)
    type_keys(window, "no name yet")
    first.last_session.write()
    first.stop()  # keeps the texts, as a kill does

    again = start()
    assert again.recovery.restore() == 2
    again.restore_session()

    (window,) = again.windows
    assert names(window) == ["one.txt", "two.txt", "three.txt", "Untitled"]
    texts = [tab.text_edit.text() for tab in window.tabs.all()]
    assert texts == ["this is one", "unsaved this is two", "this is three", "no name yet"]


def test_the_session_of_an_older_foretype_is_read(start, files, paths):
    old = [{"path": str(path), "caret": 3, "anchor": 1, "top_line": 0, "geometry": ""} for path in files[:2]]
    paths.last_session.parent.mkdir(parents=True, exist_ok=True)
    paths.last_session.write_text(json.dumps({"format_version": 1, "windows": old}))
    again = start()
    again.restore_session()
    assert [names(window) for window in again.windows] == [["one.txt"], ["two.txt"]]
    assert again.windows[1].tab.text_edit.textCursor().selectedText() == "hi"


def test_a_file_in_two_windows_of_a_broken_session_opens_once(start, files, paths):
    tab = {"path": str(files[0]), "caret": 0, "anchor": 0, "top_line": 0}
    place = {"tabs": [tab, tab], "current": 1, "geometry": ""}
    paths.last_session.parent.mkdir(parents=True, exist_ok=True)
    paths.last_session.write_text(json.dumps({"format_version": 2, "windows": [place, place]}))
    again = start()
    again.restore_session()
    assert [names(window) for window in again.windows] == [["one.txt"]]


def test_another_start_opens_its_files_in_the_window_that_had_the_keys_last(foretype, window, files):
    other = foretype.open_window()
    other.tab.session.load(files[0])
    foretype.documents._on_activated(other)
    foretype.on_files_received([files[1]])
    assert names(other) == ["one.txt", "two.txt"]
    assert Path(other.tab.session.path) == files[1]
