import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QUrl

from editor.settings.shortcuts import Command
from gan_gallery.panel.dragging import FACE_MIME_TYPE
from tests.picture_files import png_bytes


@pytest.fixture
def gallery(foretype, window):
    window.main_window.commanded.emit(Command.GALLERY)
    return foretype.gallery


def test_editor_starts_without_the_gallery(foretype, window):
    assert foretype.gallery.panel is None


def test_sixteen_faces_of_the_shipped_model_appear_within_five_seconds_of_the_command(qtbot, gallery):
    qtbot.waitUntil(lambda: all(cell.image is not None for cell in gallery.panel.faces.model.cells), timeout=5000)
    assert len(gallery.panel.faces.model.cells) == 16


def test_pictures_are_read_by_a_child_and_bad_ones_named(qtbot, gallery, tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    picture = np.random.default_rng(0).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    (folder / "good.png").write_bytes(png_bytes(picture))
    (folder / "bad.png").write_bytes(png_bytes(picture)[:500])
    scan = gallery.panel.training.scan

    with qtbot.waitSignal(scan.scanned, timeout=20_000):
        scan.scan(folder)

    assert "1 pictures (1 PNG)" in scan.report.text()
    assert scan.left_out.item(0).text() == "bad.png: it is truncated: its end is missing"
    gallery.panel.training.stop()


def test_keyboard_goes_to_the_faces_and_back_to_the_page(qtbot, window, gallery):
    qtbot.waitUntil(gallery.panel.faces.view.hasFocus)
    window.main_window.commanded.emit(Command.GALLERY)
    qtbot.waitUntil(window.tab.text_edit.hasFocus)


def test_command_closes_it_again(window, gallery):
    window.main_window.commanded.emit(Command.GALLERY)
    assert not gallery.panel.isVisible()


def test_it_moves_to_the_window_that_asks_and_survives_the_others_end(qtbot, foretype, window, gallery):
    panel = gallery.panel
    other = foretype.open_window()
    other.main_window.commanded.emit(Command.GALLERY)
    assert panel.window() is other.main_window
    other.main_window.close()
    assert gallery.panel is panel
    window.main_window.commanded.emit(Command.GALLERY)
    assert panel.window() is window.main_window


def test_dropped_face_lies_beside_the_document_and_is_named_in_it(foretype, window, tmp_path):
    document = tmp_path / "page.md"
    document.write_text("see ")
    window.tab.session.load(document)
    window.tab.text_edit.moveCursor(window.tab.text_edit.textCursor().MoveOperation.End)
    face = tmp_path / "cache" / "face_7_0001.png"
    face.parent.mkdir()
    face.write_bytes(b"picture")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(face))])
    dropped.setData(FACE_MIME_TYPE, b"1")

    window.tab.text_edit.insertFromMimeData(dropped)

    assert window.tab.text_edit.text() == "see ![face 7 0001](face_7_0001.png)"
    assert (tmp_path / "face_7_0001.png").read_bytes() == b"picture"
    window.tab.text_edit.undo()
    assert window.tab.text_edit.text() == "see "
