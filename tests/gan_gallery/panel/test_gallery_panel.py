"""The panel with a small model, its dialogs answered by a fake."""

import gc
import json

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtGui import QAccessible, QImage

from gan_gallery.faces.face import Face, Portrait
from gan_gallery.network.generator import FaceGenerator, latents
from gan_gallery.panel.dragging import FACE_MIME_TYPE
from gan_gallery.panel.gallery_panel import GalleryPanel
from gan_gallery.panel.rendering import RenderFaces
from tests.gan_gallery.fake_job import FakeJob

# What Qt's off-screen platform says whenever a window's smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


class FakeChooser:
    """Answers every question with the same path."""

    def __init__(self, path=None):
        self.path = path

    def save_path(self, title, name, kinds):
        return self.path

    def open_path(self, title, kinds):
        return self.path

    def folder(self, title):
        return self.path


@pytest.fixture
def chooser():
    return FakeChooser()


@pytest.fixture
def panel(qtbot, tmp_path, tiny_model, chooser):
    """The panel on the screen, showing 16 faces of the small model."""
    gc.disable()  # as in the program: no widget is destroyed on the worker's thread
    seeds = iter(range(1000, 2000))
    made = GalleryPanel(tmp_path / "data", tmp_path / "cache", FakeJob, chooser, lambda: next(seeds))
    made._opened.append(tiny_model)
    made.list_models(str(tiny_model))
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.thread_of_faces.rendered):
        made.show()
    yield made
    made.stop()
    made.hide()
    gc.enable()


def _select(panel, *places):
    chosen = panel.faces.view.selectionModel()
    chosen.clearSelection()
    for place in places:
        chosen.select(panel.faces.model.index(place), QItemSelectionModel.SelectionFlag.Select)


def _act(qtbot, panel, name):
    with qtbot.waitSignal(panel.thread_of_faces.rendered):
        panel.faces.action(name).trigger()


def _pictures(panel):
    return [cell.picture for cell in panel.faces.model.cells]


def test_faces_on_show_are_those_of_the_command_line(panel, tiny_model):
    z = latents(7, 16, 10, truncation=0.8)
    assert np.array_equal(np.stack(_pictures(panel)), FaceGenerator.load(str(tiny_model)).render(z))


def test_same_seed_brings_the_same_faces_back(qtbot, panel):
    before = _pictures(panel)
    _act(qtbot, panel, "reroll")
    assert panel.faces.form.seed.value() == 1000
    assert not np.array_equal(_pictures(panel)[0], before[0])
    with qtbot.waitSignal(panel.thread_of_faces.rendered):
        panel.faces.form.seed.setValue(7)
    assert all(np.array_equal(now, then) for now, then in zip(_pictures(panel), before, strict=True))


def test_locked_face_survives_a_reroll(qtbot, panel):
    before = _pictures(panel)
    _select(panel, 5)
    panel.faces.action("lock").trigger()
    _act(qtbot, panel, "reroll")
    assert [np.array_equal(now, then) for now, then in zip(_pictures(panel), before, strict=True)].index(True) == 5


def test_no_variety_shows_the_average_face_everywhere(qtbot, panel):
    with qtbot.waitSignal(panel.thread_of_faces.rendered):
        panel.faces.form.truncation.setValue(0)
    assert len({picture.tobytes() for picture in _pictures(panel)}) == 1


def test_variations_keep_the_face_and_back_leads_back(qtbot, panel):
    before = _pictures(panel)
    _select(panel, 2)
    _act(qtbot, panel, "variations")
    assert np.array_equal(_pictures(panel)[0], before[2])
    assert len({picture.tobytes() for picture in _pictures(panel)}) == 16
    panel.faces.action("back").trigger()
    assert all(np.array_equal(now, then) for now, then in zip(_pictures(panel), before, strict=True))


def test_way_between_two_faces_begins_and_ends_with_them(qtbot, panel):
    _select(panel, 1, 6)
    _act(qtbot, panel, "way")
    frames = panel.faces.way.frames
    assert np.array_equal(frames[0], _pictures(panel)[1])
    assert np.array_equal(frames[-1], _pictures(panel)[6])
    qtbot.waitUntil(lambda: panel.faces.way.place > 1)
    panel.faces.way.hide()


def test_way_is_saved_as_gif_with_seed_and_model(qtbot, panel, chooser, tmp_path):
    _select(panel, 1, 6)
    _act(qtbot, panel, "way")
    chooser.path = tmp_path / "way"
    panel.faces.way.frames = panel.faces.way.frames[:3]
    with qtbot.waitSignal(panel.thread_of_faces.saved):
        panel.faces.way.save_requested.emit()
    content = (tmp_path / "way.gif").read_bytes()
    assert content.startswith(b"GIF89a")
    assert b'"seed": 7' in content
    assert b'"model": "tiny"' in content


def test_saved_face_says_what_renders_it_again(panel, chooser, tmp_path):
    _select(panel, 3)
    chooser.path = tmp_path / "face.png"
    panel.faces.action("save").trigger()
    facts = json.loads(QImage(str(chooser.path)).text("Comment"))
    assert facts == {"model": "tiny", "seed": 7, "index": 3, "truncation": 0.8}
    assert str(chooser.path) in panel.sentence


def test_several_faces_are_saved_into_a_folder(panel, chooser, tmp_path):
    _select(panel, 3, 4)
    chooser.path = tmp_path / "faces"
    panel.faces.action("save").trigger()
    assert sorted(path.name for path in chooser.path.iterdir()) == ["face_7_0003.png", "face_7_0004.png"]


def test_grid_holds_all_faces(panel, chooser, tmp_path):
    chooser.path = tmp_path / "grid.png"
    panel.faces.action("save_grid").trigger()
    assert QImage(str(chooser.path)).width() == 4 * 66 + 2


def test_disk_that_refuses_is_said(panel, chooser, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    chooser.path = tmp_path / "file" / "face.png"
    _select(panel, 3)
    panel.faces.action("save").trigger()
    assert "cannot write" in panel.sentence


def test_drag_carries_a_file_and_a_picture(panel, tmp_path):
    carried = panel.faces.model.mimeData([panel.faces.model.index(3)])
    path = carried.urls()[0].toLocalFile()
    assert QImage(path).text("Seed") == "7"
    assert carried.hasFormat(FACE_MIME_TYPE)
    assert carried.hasImage()


def test_favourite_is_shown_with_its_own_model_and_truncation(qtbot, panel):
    _select(panel, 4)
    panel.faces.action("favourite").trigger()
    picture = panel.faces.model.cells[4].picture
    with qtbot.waitSignal(panel.thread_of_faces.rendered):
        panel.faces.form.truncation.setValue(30)
    with qtbot.waitSignal(panel.thread_of_faces.rendered):
        panel.tabs.setCurrentWidget(panel.kept)
    assert np.array_equal(panel.kept.model.cells[0].picture, picture)


def test_favourite_of_a_model_that_is_gone_says_so_and_shows_the_others(qtbot, panel, tmp_path):
    panel.favourites.add(Portrait(Face(1, 0), 1.0, str(tmp_path / "gone")))
    panel.favourites.add(panel.faces.model.cells[0].portrait)
    panel.kept.refresh()
    with qtbot.waitSignal(panel.thread_of_faces.rendered):
        panel.tabs.setCurrentWidget(panel.kept)
    assert "gone" in panel.sentence
    assert [cell.picture is None for cell in panel.kept.model.cells] == [True, False]


def test_broken_model_folder_is_refused_with_a_sentence(panel, chooser, tmp_path):
    chooser.path = tmp_path
    panel.faces.open_model_requested.emit()
    assert str(tmp_path) in panel.sentence
    assert panel.faces.form.models.count() == 2


def test_inserted_face_is_a_file(qtbot, panel):
    _select(panel, 3)
    with qtbot.waitSignal(panel.insert_requested) as said:
        panel.faces.action("insert").trigger()
    assert QImage(str(said.args[0])).width() == 64


def test_keys_work_on_the_grid(qtbot, panel):
    view = panel.faces.view
    view.setCurrentIndex(panel.faces.model.index(0))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert panel.faces.model.index(1) == view.currentIndex()
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert panel.faces.model.cells[1].is_locked


def test_screen_reader_hears_which_face_it_is(panel):
    _select(panel, 1)
    panel.faces.action("lock").trigger()
    spoken = QAccessible.queryAccessibleInterface(panel.faces.view).child(1).text(QAccessible.Text.Name)
    assert spoken == "seed 7, face 2, locked"


def test_device_is_told_with_the_reason(panel):
    assert panel.faces.device.text().startswith("Faces render on the CPU: ")


def test_every_control_has_a_name_for_the_screen_reader(panel):
    for widget in (
        panel.faces.form.models,
        panel.faces.form.seed,
        panel.faces.form.truncation,
        panel.faces.form.zoom,
        panel.faces.view,
    ):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_faces_grow_and_shrink(panel):
    panel.faces.form.zoom.setValue(200)
    assert panel.faces.view.visualRect(panel.faces.model.index(0)).width() >= 200
    panel.faces.form.zoom.setValue(48)
    assert panel.faces.view.visualRect(panel.faces.model.index(0)) != QRect()


def test_only_the_newest_of_waiting_requests_is_rendered(qtbot, panel):
    answers = []
    panel.thread_of_faces.rendered.connect(answers.append)
    requests = [RenderFaces("faces", (Portrait(Face(n, 0), 1.0, str(panel._opened[0])),)) for n in range(5)]
    for request in requests:
        panel.thread_of_faces.ask(request)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert [answer.request for answer in answers] == [requests[0], requests[4]]
