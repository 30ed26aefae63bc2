import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage

from editor.how_it_works.forger_page import ForgerPage, read_square
from gan_gallery.judging.judge import Judge
from gan_gallery.network.generator import FaceGenerator, latents
from resources import JUDGE
from tests.picture_files import png_bytes

RED = np.full((64, 64, 3), (200, 30, 30), np.uint8)


@pytest.fixture
def page(qtbot) -> ForgerPage:
    made = ForgerPage(JUDGE, seed=7)
    qtbot.addWidget(made)
    made.begin()
    yield made
    made.end()


def test_scores_are_the_judges_of_the_generators_faces(page):
    generator = FaceGenerator.load()
    faces = generator.render(latents(7, 6, generator.latent_size))
    expected = Judge.load(JUDGE).scores(faces)
    assert [face.score for face in page.faces] == pytest.approx(expected.tolist())
    taken = int((expected > 0).sum())
    assert f"would take {taken} of these 6" in page.said.text()


def test_new_forgeries_are_others(page):
    before = [face.score for face in page.faces]
    page.again.click()
    assert [face.score for face in page.faces] != before


def test_dropped_picture_is_judged(page, tmp_path):
    path = tmp_path / "mine.png"
    path.write_bytes(png_bytes(RED))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(drop)
    expected = float(Judge.load(JUDGE).scores(RED[None])[0])
    assert page.own.score == pytest.approx(expected)
    assert f"mine.png scores {expected:+.1f}" in page.said.text()


def test_file_that_is_no_picture_is_refused_with_a_sentence(page, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("no picture")
    page.judge_file(path)
    assert "notes.txt cannot be read as a picture: choose" in page.said.text()
    assert page.own.score is None


def test_way_is_judged_step_by_step_and_stops(qtbot, page):
    seen = []
    page.walk.click()
    qtbot.waitUntil(lambda: seen.append(page.walker.score) or len(set(seen)) > 3, timeout=10_000)
    page.walk.click()
    assert not page._timer.isActive()


def test_missing_judge_is_said(qtbot, tmp_path):
    page = ForgerPage(tmp_path / "nobody")
    qtbot.addWidget(page)
    page.begin()
    assert "Nothing can be shown" in page.said.text()
    assert not page.again.isEnabled()
    page.end()


def test_picture_is_cut_to_its_middle_square(tmp_path):
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    for x in range(100, 200):
        for y in range(100):
            image.setPixel(x, y, 0xFFFFFFFF)
    image.save(str(tmp_path / "wide.png"))
    faces = read_square(tmp_path / "wide.png")
    assert faces.shape == (1, 64, 64, 3)
    assert faces.min() == 255


def test_crowds_are_told_apart_by_the_shipped_judge():
    judge = Judge.load(JUDGE)
    assert judge.real.count == judge.generated.count == 5000
    assert judge.real.quantiles[50] > judge.generated.quantiles[95]
