"""The dialog shows what a session does and what it was worth, and asks for no more than is needed."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPixmap

from editor.profiles.profiles import Profiles
from editor.settings.theme import CONTRAST, DARK, LIGHT, palette
from editor.tuning.finetune_dialog import FinetuneDialog
from editor.tuning.loss_curve import LossCurve
from editor.tuning.running_page import RunningPage
from editor.tuning.tuning_progress import Curve, TuningProgress
from editor.tuning.tuning_session import Stage, TuningSession
from tests.editor.tuning.scripted_job import GOOD, REFUSED, WAITING, ScriptedJob

ENOUGH = "The heron waited in the reeds. " * 100


@pytest.fixture
def letters(tmp_path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a.txt").write_text(ENOUGH)
    (folder / "photo.txt").write_bytes(b"\0\1")
    return folder


@pytest.fixture
def job():
    return ScriptedJob(GOOD)


@pytest.fixture
def session(qtbot, tmp_path, job):
    made = TuningSession(Profiles(tmp_path / "profiles"), job)
    yield made
    made.stop()


@pytest.fixture
def dialog(qtbot, session, letters):
    made = FinetuneDialog(session, lambda: session.profiles.all()[0].folder, lambda _parent, _is_folder: [letters])
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()


def pick(qtbot, dialog, name: str = "mine") -> None:
    dialog.picking.folder_wanted.emit()
    dialog.picking.name.setText(name)
    qtbot.waitUntil(lambda: dialog.picking.start.isEnabled(), timeout=5_000)


def train(qtbot, dialog, session) -> None:
    pick(qtbot, dialog)
    with qtbot.waitSignal(session.ended, timeout=10_000):
        dialog.picking.start.click()


def listed(dialog) -> list[tuple[str, str]]:
    tree = dialog.picking.tree
    return [(tree.topLevelItem(i).text(0), tree.topLevelItem(i).text(1)) for i in range(tree.topLevelItemCount())]


def test_documents_are_listed_with_their_size_and_text_and_what_cannot_be_read_with_the_reason(qtbot, dialog):
    pick(qtbot, dialog)
    assert listed(dialog) == [("a.txt", "3 kB"), ("⚠ photo.txt", "skipped")]
    assert dialog.picking.preview.toPlainText().startswith("The heron waited")
    dialog.picking.tree.setCurrentItem(dialog.picking.tree.topLevelItem(1))
    assert "binary" in dialog.picking.preview.toPlainText()
    assert dialog.picking.summary.text() == "1 document, 3 kB; 1 other cannot be read."


def test_too_little_to_learn_from_is_said_and_cannot_be_started(qtbot, dialog, letters):
    (letters / "a.txt").write_text("Too short.")
    dialog.picking.files_wanted.emit()
    qtbot.waitUntil(lambda: "too little" in dialog.picking.summary.text(), timeout=5_000)
    assert not dialog.picking.start.isEnabled()
    dialog.picking.clear()
    assert listed(dialog) == []


@pytest.mark.parametrize(("name", "words"), [("a/b", "file names cannot"), ("english", "already"), ("mine", "")])
def test_name_is_checked_while_it_is_typed(qtbot, dialog, name, words):
    dialog.picking.name.setText(name)
    hint = dialog.picking.hint.text()
    assert words in hint
    assert bool(words) == bool(hint)


def test_start_without_a_name_asks_for_one(qtbot, dialog, session):
    pick(qtbot, dialog, name="")
    dialog.picking.start.click()
    assert "needs a name" in dialog.picking.hint.text()
    assert session.stage is Stage.IDLE


def test_result_shows_both_texts_before_and_after_and_the_profile_can_be_used(qtbot, dialog, session):
    train(qtbot, dialog, session)
    texts = dialog.outcome.texts()
    assert "2.500 → 2.250   better" in texts
    assert "1.500 → 1.625   worse" in texts
    assert "50.0% → 50.0%   same" in texts
    with qtbot.waitSignal(dialog.use_wanted) as wanted:
        dialog.outcome.button("use").click()
    assert wanted.args[0].name == "mine"
    assert not dialog.isVisible()


def test_refused_result_can_be_kept_anyway(qtbot, dialog, session, job):
    job.deeds = REFUSED
    train(qtbot, dialog, session)
    assert dialog.outcome.title.text() == "No better than before"
    assert dialog.focusWidget() is dialog.outcome.button("new")  # no key removes anything by accident
    job.deeds = GOOD
    with qtbot.waitSignal(session.ended, timeout=10_000):
        dialog.outcome.button("keep").click()
    assert dialog.outcome.title.text() == "Done"
    assert session.profiles.find("mine") is not None


def test_pause_resume_and_cancel_are_buttons(qtbot, dialog, session, job):
    job.deeds = WAITING
    pick(qtbot, dialog)
    dialog.picking.start.click()
    qtbot.waitUntil(lambda: dialog.running.bar.value() == 500, timeout=10_000)
    assert dialog.focusWidget() is dialog.running
    assert "left" in dialog.running.left.text()
    dialog.running.pause.click()
    qtbot.waitUntil(lambda: session.stage is Stage.PAUSED, timeout=10_000)
    assert "even if you quit" in dialog.running.phase.text()
    assert dialog.running.pause.text() == "&Resume"
    assert "50% done" in dialog.running.left.text()
    with qtbot.waitSignal(session.ended, timeout=10_000):
        dialog.running.cancel.click()
    assert dialog.outcome.button("resume") is not None
    dialog.outcome.button("give_up").click()
    assert session.unfinished() == []


def test_training_goes_on_when_the_dialog_is_closed_and_is_shown_when_it_is_opened(qtbot, dialog, session, job):
    job.deeds = WAITING
    pick(qtbot, dialog)
    dialog.picking.start.click()
    dialog.close()
    qtbot.waitUntil(lambda: session.tracker.progress.fraction == 0.5, timeout=10_000)
    assert not dialog._tick.isActive()
    dialog.show()
    assert dialog._tick.isActive()
    assert dialog.running.bar.value() == 500


def test_unfinished_run_of_an_earlier_start_is_offered(qtbot, dialog, session, job, letters):
    job.deeds = WAITING
    pick(qtbot, dialog)
    dialog.picking.start.click()
    qtbot.waitUntil(lambda: session.tracker.progress.fraction == 0.5, timeout=10_000)
    session.stop()
    later = TuningSession(Profiles(session.profiles.folder), ScriptedJob(WAITING))
    offered = FinetuneDialog(later, lambda: Path(), lambda _parent, _is_folder: [])
    qtbot.addWidget(offered)
    offered.show()
    assert offered.banner.isVisible()
    assert "“mine”" in offered.banner_text.text()
    with qtbot.waitSignal(later.ended, timeout=10_000):
        offered.resume.click()
    assert later.stage is Stage.DONE
    later.stop()


def test_existing_profile_gets_a_new_version_and_the_dialog_says_so(qtbot, dialog, session):
    train(qtbot, dialog, session)
    dialog.outcome.button("new").click()
    dialog.picking.name.setText("")
    dialog.picking.name.setText("mine")
    assert "new version" in dialog.picking.hint.text()


def test_time_left_is_not_invented(qtbot):
    page = RunningPage()
    qtbot.addWidget(page)
    page.show_progress(TuningProgress(), None, is_paused=False)
    assert page.left.text() == "time left: being measured"
    assert page.bar.maximum() == 0
    page.show_progress(TuningProgress(fraction=0.5, estimate_seconds=100.0), 50.0, is_paused=False)
    assert page.left.text() == "about 50 s left"
    assert "on this machine" in page.details.text()


CURVE = Curve(2.5, ((0.0, 2.5), (0.5, 2.3), (1.0, 2.2)), tuple((i / 300, 2.6 - i / 1000) for i in range(300)), 1.0)


def _picture(plot: LossCurve, theme) -> QPixmap:
    plot.setPalette(palette(theme))
    return plot.grab()


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_curve_is_drawn_in_the_colours_of_the_theme(qtbot, theme):
    plot = LossCurve("Words")
    qtbot.addWidget(plot)
    plot.resize(280, 170)
    empty = _picture(plot, theme).toImage()
    plot.show_curve(CURVE)
    image = _picture(plot, theme).toImage()
    colors = {image.pixelColor(x, y).name() for x in range(280) for y in range(170)}
    assert theme.accent in colors
    assert theme.accent not in {empty.pixelColor(x, y).name() for x in range(280) for y in range(170)}
    assert plot.accessibleDescription() == "2.500 bits per character before, 2.200 now"


@pytest.mark.parametrize("curve", [None, Curve(float("nan")), Curve(2.0), Curve(2.0, ((0.0, 2.0), (0.5, 2.0)))])
def test_curve_without_a_range_is_drawn(qtbot, curve):
    plot = LossCurve("Words")
    qtbot.addWidget(plot)
    plot.show_curve(curve)
    assert not plot.grab().isNull()
