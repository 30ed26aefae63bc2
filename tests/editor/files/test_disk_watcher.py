"""All documents share one watcher, and what happens to a file concerns its own document."""

import pytest
from PySide6.QtCore import QObject

from editor.files.disk_watcher import DiskWatcher


@pytest.fixture
def watcher(qapp):
    made = DiskWatcher()
    yield made
    made.deleteLater()


@pytest.fixture
def files(tmp_path):
    made = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in made:
        path.write_text("one")
    return made


def test_folder_is_watched_as_long_as_anyone_follows_it(watcher, files, tmp_path):
    followers = [QObject(watcher), QObject(watcher)]
    for follower, path in zip(followers, files, strict=True):
        watcher.follow(follower, {str(path), str(tmp_path)})
    assert watcher.watched == {str(tmp_path), *map(str, files)}
    watcher.follow(followers[0], set())
    assert watcher.watched == {str(tmp_path), str(files[1])}
    watcher.follow(followers[1], set())
    assert watcher.watched == set()


def test_file_that_comes_later_is_taken_when_asked_again(watcher, tmp_path):
    path = tmp_path / "new.txt"
    watcher.follow(watcher, {str(path)})
    assert watcher.watched == set()
    path.write_text("here")
    watcher.follow(watcher, {str(path)})
    assert watcher.watched == {str(path)}


def test_documents_of_the_program_share_one_and_each_hears_of_its_own_file(qtbot, foretype, window, files):
    for path in files:
        foretype.open_file(path)
    tabs = {tab.session.path: tab for tab in window.tabs.all()}
    watches = [tabs[path].file_watch for path in files]
    assert len({watch._watcher for watch in watches}) == 1
    for watch in watches:
        watch._timer.setInterval(1)
    with qtbot.waitSignal(watches[1].noticed), qtbot.assertNotEmitted(watches[0].noticed):
        files[1].write_text("somebody else")
    window.close_tab(tabs[files[1]])
    with qtbot.waitSignal(watches[0].noticed):
        files[0].write_text("somebody else again")
