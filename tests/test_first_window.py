"""What the first window does without: every module that it needs is a part of the time until it is on the screen."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

LATER = {
    # the engine, read on its own thread when the window stands
    *(
        "numpy",
        "onnxruntime",
        "safetensors",
        "lm.predicting.suggester",
        "lm.predicting.completion",
        "resources.model_folder",
    ),
    # training
    *(
        "mxnet",
        "cv2",
        "onnx",
        "lm.finetuning.messages",
        "lm.text.documents",
        "lm.text.corpus",
        "editor.process.training_job",
    ),
    *(
        "editor.tuning.document_survey",
        "editor.tuning.tuning_progress",
        "editor.tuning.tuning_run",
        "editor.tuning.tuning_session",
    ),
    # dialogs, paper and pictures
    *(
        "editor.tuning.finetune_dialog",
        "editor.profiles.profiles_dialog",
        "editor.learning.learned_dialog",
        "editor.learning.learned_table",
    ),
    *(
        "editor.window.preferences_dialog",
        "editor.window.command_finder",
        "editor.files.export",
        "PySide6.QtPrintSupport",
    ),
    *(
        "editor.files.picture_reference",
        "editor.desks.gallery_job",
        "gan_gallery.panel.gallery_panel",
        "gan_gallery.network.generator",
    ),
    # spelling, looked at some time later
    *(
        "enchant",
        "editor.spelling.spell_checker",
        "editor.spelling.page_spelling",
        "editor.spelling.spelled_words",
        "editor.spelling.word_list",
    ),
    # what only a demo or a failure wants
    *("editor.program.demo", "editor.program.typing_driver", "platform"),
}

SCRIPT = """
import sys
from pathlib import Path
from editor.program.foretype import Foretype, make_application
from editor.process.error_report import ErrorReporter
from editor.process.log_file import LogFile
from editor.process.paths import Paths
from editor.process.single_instance import SingleInstance
from editor.spelling.spelling import EnchantDictionaries
from editor.suggestions.suggestion_engine import load_engine

application = make_application([])
folder = Path(sys.argv[1])
paths = Paths(folder / "preferences.json", folder / "recovery", folder)
foretype = Foretype(paths, load_engine, dictionaries=EnchantDictionaries())
window = foretype.open_window()
application.processEvents()
assert window.main_window.isVisible()
print(" ".join(sys.modules))
foretype.stop()
"""


def test_what_the_first_window_does_not_need_is_not_read_before_it_stands(tmp_path):
    child = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    loaded = set(child.stdout.split())
    assert "editor.window.editor_window" in loaded
    assert loaded & LATER == set()
