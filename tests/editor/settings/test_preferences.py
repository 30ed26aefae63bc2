"""Preferences are stored, checked and shown."""

import json
from dataclasses import fields, replace

import pytest

from editor.settings.preferences import Preferences
from editor.settings.preferences_keeper import PreferencesKeeper
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


def as_dict(preferences):
    return {item.name: getattr(preferences, item.name) for item in fields(preferences)}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "preferences.json"


def test_what_is_written_is_read_again(path):
    PreferencesKeeper(path).change(**as_dict(CHOSEN))
    assert PreferencesKeeper(path).now == CHOSEN


def test_without_a_file_the_defaults_hold(path):
    assert PreferencesKeeper(path).now == Preferences()


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
    PreferencesKeeper(path).change(**as_dict(CHOSEN))
    stored = json.loads(path.read_text())
    stored[name] = value
    path.write_text(json.dumps(stored))
    assert PreferencesKeeper(path).now == replace(CHOSEN, **{name: getattr(Preferences(), name)})
    assert len(caplog.records) == 1
    assert name in caplog.text


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format_version": 99}', b"\xff\xfe"])
def test_a_broken_file_falls_back_with_a_line_in_the_log(path, caplog, content):
    path.parent.mkdir()
    path.write_bytes(content)
    assert PreferencesKeeper(path).now == Preferences()
    assert len(caplog.records) == 1


def test_an_unknown_command_among_the_keys_is_ignored(path):
    PreferencesKeeper(path).change(keys={"fly": "F2", "find": "F3"})
    assert PreferencesKeeper(path).now.keys == {"find": "F3"}


@pytest.mark.parametrize("preferences", [Preferences(), CHOSEN])
def test_the_dialog_gives_back_what_it_shows(qtbot, preferences):
    dialog = PreferencesDialog(preferences)
    qtbot.addWidget(dialog)
    assert replace(Preferences(), **dialog.chosen()) == replace(preferences, hint_seen=False, suggestions_on=True)


def test_the_dialog_reads_lists_as_people_write_them(qtbot):
    dialog = PreferencesDialog(Preferences())
    qtbot.addWidget(dialog)
    dialog.blocked.setPlainText("Worse\n bad  bad")
    dialog.suffixes.setText("py, *.CSV .")
    assert dialog.chosen()["blocked_words"] == ("bad", "worse")
    assert dialog.chosen()["off_suffixes"] == (".csv", ".py")


@pytest.mark.parametrize("change", [{"font_size_pt": 5}, {"theme": "pink"}, {"keys": {"find": 3}}, {"bar_on": 1}])
def test_a_change_that_makes_no_sense_is_refused_whole(path, change):
    keeper = PreferencesKeeper(path)
    with pytest.raises((ValueError, TypeError)):
        keeper.change(wrap_on=False, **change)
    assert keeper.now == Preferences()
    assert not path.exists()


def test_who_follows_hears_a_change_once_and_finds_it_in_the_file(qtbot, path):
    keeper = PreferencesKeeper(path)
    heard = []
    keeper.changed.connect(heard.append)
    keeper.toggle("wrap_on")
    assert heard == [Preferences(wrap_on=False)]
    assert PreferencesKeeper(path).now == heard[0]


def test_what_holds_for_this_run_alone_is_not_written(path):
    keeper = PreferencesKeeper(path)
    keeper.change_for_now(theme=ThemeName.DARK, hint_seen=True)
    keeper.change(bar_on=False)
    assert (keeper.now.theme, keeper.now.hint_seen) == (ThemeName.DARK, True)
    assert PreferencesKeeper(path).now == Preferences(bar_on=False)
    keeper.change(theme=ThemeName.LIGHT)
    assert keeper.now.theme is ThemeName.LIGHT


def test_a_change_that_cannot_be_written_holds_and_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    keeper = PreferencesKeeper(tmp_path / "file" / "preferences.json")
    said = []
    keeper.failed.connect(said.append)
    keeper.change(wrap_on=False)
    assert not keeper.now.wrap_on
    assert said[0].startswith("The preferences cannot be saved: ")
