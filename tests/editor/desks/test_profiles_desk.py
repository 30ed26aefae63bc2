"""Profiles in the program: another answers between two requests, a broken one does not, and names follow."""

import json
from pathlib import Path

import pytest

from editor.desks.profiles_desk import ProfilesDesk
from editor.program.foretype import Foretype
from editor.settings.preferences_keeper import PreferencesKeeper
from editor.settings.shortcuts import Command
from lm.errors import ModelError
from tests.editor.conftest import FakeEngine
from tests.editor.keyboard import type_keys


def publish(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "card.json").write_text(json.dumps({"family": "lm-pair", "parent": "english"}))
    return folder


class Loader:
    """Loads a fake engine that names its folder; one whose folder holds `broken` is refused."""

    def __init__(self) -> None:
        self.folders: list[Path] = []

    def __call__(self, folder: Path) -> FakeEngine:
        if (folder / "broken").exists():
            raise ModelError(f"{folder} is truncated")
        self.folders.append(folder)
        engine = FakeEngine()
        engine.name = f"card of {folder.name}"
        return engine


@pytest.fixture
def loader():
    return Loader()


@pytest.fixture
def started(qtbot, paths, loader):
    """The program with two profiles, started with the model that ships."""
    publish(paths.profiles / "letters" / "0001")
    publish(paths.profiles / "letters" / "0002")
    publish(paths.profiles / "novel" / "0001")
    made = Foretype(paths, loader)
    made.profiles._ask_whether = lambda _parent, _question: True
    with qtbot.waitSignal(made.model_changed):
        made.start(None)
    yield made
    made.stop()


def open_profiles(foretype):
    foretype.profiles.on_commanded(Command.PROFILES)
    return foretype.profiles.profiles_dialog


def choose(dialog, name: str) -> None:
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        if dialog.chosen().name == name:
            return
    raise AssertionError(name)


def use(qtbot, foretype, name: str) -> None:
    dialog = open_profiles(foretype)
    choose(dialog, name)
    with qtbot.waitSignal(foretype.model_changed):
        dialog.use.click()


def preferred(paths) -> str:
    return PreferencesKeeper(paths.preferences).now.model


def test_profile_that_is_chosen_answers_and_is_remembered_and_typing_goes_on(qtbot, started, paths, loader):
    window = started.open_window()
    use(qtbot, started, "letters")
    type_keys(window, "ab")
    assert window.tab.text_edit.text() == "ab"
    assert loader.folders[-1] == paths.profiles / "letters" / "0002"
    assert "◆ letters" in window.tab.status.texts()
    assert preferred(paths) == str(paths.profiles / "letters")


def test_next_start_answers_from_the_profile_and_its_newest_version(qtbot, started, paths, loader):
    use(qtbot, started, "letters")
    started.stop()
    publish(paths.profiles / "letters" / "0003")
    again = Foretype(paths, loader)
    with qtbot.waitSignal(again.model_changed):
        again.start(None)
    assert loader.folders[-1].name == "0003"
    assert again.models.state(None).name == "letters"
    again.stop()


def test_broken_profile_leaves_the_old_model_and_the_preference(qtbot, started, paths):
    use(qtbot, started, "novel")
    (paths.profiles / "letters" / "0002" / "broken").touch()
    use(qtbot, started, "letters")
    assert started.models.state(None).name == "novel"
    assert "truncated" in started.models.state(None).failure
    assert preferred(paths) == str(paths.profiles / "novel")
    assert "The previous model stays in use" in started.profiles.profiles_dialog.message.text()


def test_preferred_profile_that_broke_gives_way_to_the_model_that_ships(qtbot, started, paths, loader):
    use(qtbot, started, "novel")
    started.stop()
    (paths.profiles / "novel" / "0001" / "broken").touch()
    again = Foretype(paths, loader)
    again.start(None)
    qtbot.waitUntil(lambda: bool(again.models.state(None).name))
    assert loader.folders[-1].name == "english"
    assert preferred(paths) == str(paths.profiles / "novel")  # it may be repaired
    again.stop()


def test_roll_back_of_the_profile_in_use_answers_from_the_version_before(qtbot, started, loader):
    use(qtbot, started, "letters")
    with qtbot.waitSignal(started.model_changed):
        started.profiles.profiles_dialog.roll_back.click()
    assert loader.folders[-1].name == "0001"
    assert not started.profiles.profiles_dialog.roll_back.isEnabled()


def test_renamed_profile_in_use_is_still_preferred(qtbot, started, paths):
    use(qtbot, started, "letters")
    dialog = started.profiles.profiles_dialog
    dialog.name.setText("post")
    dialog.rename.click()
    assert preferred(paths) == str(paths.profiles / "post")
    assert started.profiles.current() == paths.profiles / "post"
    assert dialog.chosen().name == "post"


def test_name_that_will_not_do_is_said_in_the_dialog(qtbot, started):
    dialog = open_profiles(started)
    choose(dialog, "novel")
    dialog.name.setText("letters")
    dialog.rename.click()
    assert "already" in dialog.message.text()
    assert started.profiles.session.profiles.find("novel") is not None


def test_deleted_profile_in_use_gives_way_to_the_model_that_ships(qtbot, started, paths, loader):
    use(qtbot, started, "novel")
    with qtbot.waitSignal(started.model_changed):
        started.profiles.profiles_dialog.delete.click()
    assert loader.folders[-1].name == "english"
    assert preferred(paths) == ""
    assert not (paths.profiles / "novel").exists()


def test_deletion_is_asked_about(qtbot, started):
    dialog = open_profiles(started)
    dialog._ask = lambda _parent, _question: False
    choose(dialog, "novel")
    dialog.delete.click()
    assert started.profiles.session.profiles.find("novel") is not None


def test_shipped_model_cannot_be_renamed_or_deleted(qtbot, started):
    dialog = open_profiles(started)
    choose(dialog, "english")
    assert not dialog.rename.isEnabled()
    assert not dialog.delete.isEnabled()
    assert not dialog.roll_back.isEnabled()
    assert dialog.use.text() == "In use"


def test_model_named_on_the_command_line_is_for_that_run_alone(qtbot, paths, loader, tmp_path):
    made = Foretype(paths, loader)
    with qtbot.waitSignal(made.model_changed):
        made.start(publish(tmp_path / "other"))
    assert not paths.preferences.exists()
    made.stop()


def test_menu_opens_the_dialogs_beside_the_window_and_not_over_it(qtbot, started):
    window = started.open_window()
    window.main_window.commanded.emit(Command.FINETUNE)
    dialog = started.profiles.finetune_dialog
    assert dialog.isVisible()
    assert not dialog.isModal()


def test_nothing_is_offered_where_nothing_is_unfinished(qtbot, started):
    assert started.profiles.finetune_dialog is None


def test_desk_without_a_data_folder_makes_none(qtbot, tmp_path):
    desk = ProfilesDesk(tmp_path / "none" / "profiles", tmp_path / "english")
    desk.offer_unfinished()
    assert not (tmp_path / "none").exists()
    desk.stop()
