"""Preferences are stored, checked and shown."""

import json
from dataclasses import replace

import pytest

from editor.settings.preferences import Preferences, PreferencesFile
from editor.settings.theme import ThemeName
from editor.window.preferences_dialog import PreferencesDialog

CHOSEN = Preferences(
    suggestions_on=False,
    ghost_on=False,
    bar_on=False,
    announce=False,
    min_confidence=0.6,
    held_only=True,
    held_key="F8",
    hint_seen=True,
    tab_moves_focus=True,
    font_size_pt=20,
    theme=ThemeName.DARK,
    line_numbers_on=True,
    current_line_on=False,
    wrap_on=False,
    auto_indent=False,
    indent_spaces=2,
    tab_width=8,
    detect_indent=False,
    markup_on=False,
    blocked_words=("bad", "worse"),
    off_suffixes=(".csv", ".py"),
    keys={"take_all": "Right"},
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "preferences.json"


def test_what_is_written_is_read_again(path):
    PreferencesFile(path).write(CHOSEN)
    assert PreferencesFile(path).read() == CHOSEN


def test_without_a_file_the_defaults_hold(path):
    assert PreferencesFile(path).read() == Preferences()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("min_confidence", 7),
        ("indent_spaces", 3),
        ("indent_spaces", False),
        ("tab_width", "wide"),
        ("tab_width", []),
        ("held_key", "A"),
        ("held_key", []),
        ("min_confidence", "high"),
        ("bar_on", 1),
        ("font_size_pt", 4000),
        ("theme", "pink"),
        ("blocked_words", "bad"),
        ("keys", []),
        ("model", 3),
    ],
)
def test_a_broken_value_falls_back_with_a_line_in_the_log(path, caplog, name, value):
    PreferencesFile(path).write(CHOSEN)
    stored = json.loads(path.read_text())
    stored[name] = value
    path.write_text(json.dumps(stored))
    assert PreferencesFile(path).read() == replace(CHOSEN, **{name: getattr(Preferences(), name)})
    assert len(caplog.records) == 1
    assert name in caplog.text


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format_version": 99}', b"\xff\xfe"])
def test_a_broken_file_falls_back_with_a_line_in_the_log(path, caplog, content):
    path.parent.mkdir()
    path.write_bytes(content)
    assert PreferencesFile(path).read() == Preferences()
    assert len(caplog.records) == 1


def test_an_unknown_command_among_the_keys_is_ignored(path):
    PreferencesFile(path).write(replace(CHOSEN, keys={"fly": "F2", "find": "F3"}))
    assert PreferencesFile(path).read().keys == {"find": "F3"}


@pytest.mark.parametrize("preferences", [Preferences(), CHOSEN])
def test_the_dialog_gives_back_what_it_shows(qtbot, preferences):
    dialog = PreferencesDialog(preferences)
    qtbot.addWidget(dialog)
    assert dialog.preferences() == preferences


def test_the_dialog_reads_lists_as_people_write_them(qtbot):
    dialog = PreferencesDialog(Preferences())
    qtbot.addWidget(dialog)
    dialog._blocked.setPlainText("Worse\n bad  bad")
    dialog._suffixes.setText("py, *.CSV .")
    assert dialog.preferences().blocked_words == ("bad", "worse")
    assert dialog.preferences().off_suffixes == (".csv", ".py")
