"""The panel speaks the language whose translator is installed, and English without one."""

import pytest
from PySide6.QtCore import Qt, QTranslator

from gan_gallery.panel.gallery_panel import GalleryPanel
from gan_gallery.panel.words import decimal, numeral, tr
from resources import TRANSLATIONS
from tests.gan_gallery.fake_job import FakeJob

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def german(qapp):
    translator = QTranslator()
    assert translator.load(str(TRANSLATIONS / "gallery_de.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def _tabs(qtbot, tmp_path):
    panel = GalleryPanel(tmp_path / "data", tmp_path / "cache", FakeJob)
    qtbot.addWidget(panel)
    panel.stop()
    return panel, [panel.tabs.tabText(place) for place in range(panel.tabs.count())]


def test_panel_is_english_without_a_translator(qtbot, tmp_path):
    assert _tabs(qtbot, tmp_path)[1] == ["&Faces", "Fa&vourites", "&Training"]


@pytest.mark.usefixtures("german")
def test_panel_speaks_the_language_that_is_installed_when_it_is_made(qtbot, tmp_path):
    panel, tabs = _tabs(qtbot, tmp_path)
    assert tabs == ["Gesi&chter", "Fav&oriten", "&Training"]
    assert panel.training.preset.itemText(0) == "Kurz: 2.000 Schritte"
    assert panel.training.name.text() == "meine Gesichter"
    assert panel.faces.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole) == "Startwert 7, Gesicht 3"


@pytest.mark.usefixtures("german")
def test_german_groups_digits_by_points_and_has_a_comma_before_the_fraction():
    assert (numeral(1_234_567), decimal(0.256, 2)) == ("1.234.567", "0,26")


def test_english_groups_digits_by_commas():
    assert (numeral(1_234_567), decimal(0.256, 2)) == ("1,234,567", "0.26")


def test_what_nobody_translated_stays_english():
    assert tr("Nobody translated this: {name}") == "Nobody translated this: {name}"
