from pathlib import Path

import numpy as np
import pytest

from editor.how_it_works.lesson_worker import LessonThread
from editor.how_it_works.watched_text import WatchedText
from editor.page.latency import LatencyLog
from editor.page.page_marks import PageMarks
from editor.page.text_edit import TextEdit
from editor.settings.theme import LIGHT
from lm.model.architecture import Architecture
from lm.model.folder_layout import FP32_STEP
from lm.training.initialization import initial_weights
from lm.training.onnx_export import export_step
from resources.model_folder import publish

NAMES = ("lstm", "unrolled")


@pytest.fixture(scope="session")
def networks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Networks that nobody trained: each has an opinion all the same."""
    folder = tmp_path_factory.mktemp("networks")
    for seed, kind in enumerate(NAMES):
        architecture = Architecture(kind, 256, 8, 12, window=4 if kind == "unrolled" else 0)
        weights = initial_weights(architecture, seed, np.full(256, 1.0 / 256))
        card = {
            "name": kind,
            "symbols": "bytes",
            "architecture": architecture.to_json(),
            "measured": {"bits_per_char": 2.5 + seed, "held_out_bytes": 1000},
        }
        publish(folder / kind, "lm", {FP32_STEP: export_step(architecture, weights, int8=False)}, card)
    return {kind: folder / kind for kind in NAMES}


@pytest.fixture
def thread(networks, qapp):
    made = LessonThread(NAMES, networks)
    yield made
    made.stop()


@pytest.fixture
def text_edit(qtbot) -> TextEdit:
    edit = TextEdit(LatencyLog())
    qtbot.addWidget(edit)
    edit.resize(500, 400)
    edit.show()
    return edit


@pytest.fixture
def marks(text_edit) -> PageMarks:
    made = PageMarks(text_edit)
    made.set_theme(LIGHT)
    return made


@pytest.fixture
def watched(text_edit, marks) -> WatchedText:
    made = WatchedText()
    made.watch(text_edit, marks)
    yield made
    made.watch(None, None)
