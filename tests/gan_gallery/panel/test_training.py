"""The training page with children that the test plays."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtGui import QAccessible

from gan_gallery.faces.export import grid, save_png
from gan_gallery.panel.training import TrainingPage
from gan_gallery.training.messages import Evaluated, Finished, Sample, Started, Step, Warned
from gan_gallery.training.run_folder import RunFolder
from resources.runs.checkpoint import Checkpoint
from tests.gan_gallery.fake_job import FakeJob

_SCANNED = {
    "event": "scanned",
    "num_images": 19_000,
    "formats": {"JPEG": 18_000, "PNG": 1_000},
    "smallest": [64, 64],
    "largest": [640, 480],
    "unreadable": {"bad.jpg": "it is damaged: it cannot be decoded"},
    "truncated": {},
    "too_small": {"dot.png": "it is too small: 1 x 1"},
    "duplicates": {"b.jpg": "a.jpg"},
}


# What Qt's off-screen platform says whenever a window's smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


class Stage:
    """The page, its three children, and its folders."""

    def __init__(self, qtbot, folder):
        self.qtbot, self.folder = qtbot, folder
        self.chosen = folder / "pictures.zip"
        self.open()

    def open(self):
        jobs = []

        def make_job():
            jobs.append(FakeJob())
            return jobs[-1]

        chooser = SimpleNamespace(folder=lambda title: self.chosen, open_path=lambda title, kinds: self.chosen)
        self.page = TrainingPage(make_job, chooser, self.folder, self.folder / "models", self.folder / "cache")
        self.train, self.speed, self.scan = jobs
        self.said = []
        self.page.said.connect(self.said.append)
        self.qtbot.addWidget(self.page)
        self.page.show()

    def choose(self):
        self.page.scan.scan(self.chosen)
        self.scan.tell(_SCANNED)
        self.scan.end("DONE")

    def begin(self):
        self.choose()
        self.page.start.click()
        self.train.tell(Started(0, 19_000, 1_800_000, 32, "cpu", "the installed MXNet is built for the CPU"))

    @property
    def run(self):
        return RunFolder(self.folder / "models" / "my faces.training")

    def checkpoint(self, step):
        self.run.create()
        self.run.save(step, Checkpoint({"a": np.zeros(1, np.float32)}, {}), 0)


@pytest.fixture
def stage(qtbot, tmp_path):
    return Stage(qtbot, tmp_path)


def _step(step, fraction=0.5):
    return Step(step, fraction, 1.1, 1.6, 165.0, 2e-4, 90.0)


def test_nothing_can_start_before_pictures_are_chosen(stage):
    assert not stage.page.start.isEnabled()
    stage.choose()
    assert stage.page.start.isEnabled()


def test_report_counts_and_names_every_bad_file_with_its_reason(stage):
    stage.choose()
    assert "19,000 pictures (18,000 JPEG, 1,000 PNG)" in stage.page.scan.report.text()
    assert "3 files are left out" in stage.page.scan.report.text()
    rows = stage.page.scan.left_out
    assert [rows.item(row).text() for row in range(rows.count())] == [
        "bad.jpg: it is damaged: it cannot be decoded",
        "dot.png: it is too small: 1 x 1",
        "b.jpg: the same as a.jpg",
    ]


def test_pictures_that_cannot_be_read_are_said(stage):
    stage.page.scan.scan(stage.chosen)
    stage.scan.end("FAILED", "pictures.zip holds no usable picture")
    assert stage.page.scan.report.text() == "pictures.zip holds no usable picture"
    assert not stage.page.start.isEnabled()


def test_time_is_estimated_from_the_speed_measured_here(stage):
    stage.choose()
    stage.speed.tell({"event": "estimated", "images_per_second": 160.0, "device": "cpu", "device_reason": "no GPU"})
    assert stage.page.preset.itemText(0) == "Quick: 2,000 steps, about 6 min 40 s"
    assert "CPU: no GPU" in stage.page.device.text()


def test_start_runs_the_trainer_on_the_chosen_pictures(stage):
    stage.begin()
    command = stage.train.commands[-1]
    assert command[:2] == ("train", str(stage.chosen))
    assert command[command.index("--steps") + 1] == "2000"
    assert command[command.index("--out") + 1] == str(stage.folder / "models" / "my faces")
    assert "--resume" not in command


@pytest.mark.parametrize("name", ["", "  ", "../x", "a/b", ".hidden"])
def test_name_that_is_no_folder_is_refused(stage, name):
    stage.choose()
    stage.page.name.setText(name)
    stage.page.start.click()
    assert stage.train.commands == []
    assert "name" in stage.said[-1]


def test_progress_is_told_in_figures_and_curves(stage):
    stage.begin()
    for step in (10, 20, 30):
        stage.train.tell(_step(step))
    assert stage.page.progress.figures.text() == "Step 30 · 165 images/s · 1 min 30 s left"
    assert stage.page.progress.bar.value() == 500
    assert stage.page.progress.curves.points[-1] == (30, 1.1, 1.6)


def test_time_line_follows_the_newest_sample_until_one_looks_back(stage, tmp_path):
    stage.begin()
    for step in (100, 200, 300):
        path = tmp_path / f"step_{step:08d}.png"
        save_png(path, grid(np.zeros((4, 8, 8, 3), np.uint8)), {})
        stage.train.tell(Sample(step, str(path)))
        if step == 200:
            assert stage.page.progress.time_line.step == 200
            stage.page.progress.time_line.slider.setValue(0)
    assert stage.page.progress.time_line.step == 100
    assert stage.page.progress.time_line.slider.maximum() == 2


def test_quality_is_told_with_n_and_the_best_model_is_announced(qtbot, stage):
    stage.begin()
    with qtbot.waitSignal(stage.page.model_published):
        stage.train.tell(Evaluated(500, 59.2, 2.1, 1000, 0.6, 0.5, True))
    assert "FID 59.2" in stage.page.progress.quality.text()
    assert "n = 1,000" in stage.page.progress.quality.text()


def test_collapse_is_told_in_words(stage):
    stage.begin()
    stage.train.tell(Warned(500, "The faces have become alike; go back with --resume --back-to 400"))
    assert stage.page.progress.warning.text() == "⚠ The faces have become alike; pause, and go back to step 400"
    stage.page.hide()
    stage.train.tell(Warned(600, "The faces are worse than they were"))
    assert stage.said == ["The faces are worse than they were"]


def test_pause_keeps_the_run_and_goes_on_where_it_was(stage):
    stage.begin()
    stage.page.pause.click()
    assert stage.train.was_cancelled
    stage.checkpoint(40)
    stage.train.end("CANCELLED")
    assert stage.page.pause.text() == "&Go on"
    stage.page.pause.click()
    assert stage.train.commands[-1] == (*stage.train.commands[0], "--resume")


def test_stop_and_keep_ends_the_run(stage):
    stage.begin()
    stage.page.keep.click()
    assert stage.train.was_cancelled
    stage.checkpoint(40)
    stage.train.end("CANCELLED")
    assert "best faces so far" in stage.page.progress.figures.text()
    assert stage.page.start.isEnabled()
    stage.open()
    assert not stage.page.pause.isEnabled()


def test_going_back_to_a_step_is_asked_of_the_trainer_once(stage):
    stage.begin()
    stage.checkpoint(20)
    stage.checkpoint(40)
    stage.page.pause.click()
    stage.train.end("CANCELLED")
    stage.page.back_to.setCurrentIndex(0)
    stage.page.go_back.click()
    assert stage.train.commands[-1][-3:] == ("--back-to", "20", "--resume")
    stage.page.pause.click()
    stage.train.end("CANCELLED")
    stage.page.pause.click()
    assert "--back-to" not in stage.train.commands[-1]


def test_run_that_a_crash_left_is_offered_at_the_next_start(stage):
    stage.begin()
    stage.checkpoint(40)
    stage.open()
    assert "interrupted at step 40" in stage.page.progress.figures.text()
    stage.page.pause.click()
    assert stage.train.commands[-1][-1] == "--resume"
    assert stage.train.commands[-1][1] == str(stage.chosen)


def test_failure_is_told_as_the_trainer_said_it(stage):
    stage.begin()
    stage.train.end("FAILED", "there are 3 usable pictures and a batch needs 32")
    assert stage.page.progress.figures.text() == stage.said[-1] == "there are 3 usable pictures and a batch needs 32"
    assert stage.page.start.isEnabled()


def test_killed_child_leaves_a_run_to_go_on_with(stage):
    stage.begin()
    stage.checkpoint(40)
    stage.train.end("CRASHED", "the training process was killed by signal 9")
    assert stage.page.pause.text() == "&Go on"
    assert stage.page.pause.isEnabled()


def test_finished_run_is_announced_and_forgotten(qtbot, stage):
    stage.begin()
    with qtbot.waitSignal(stage.page.model_published) as published:
        stage.train.tell(Finished(2000, "done", 2000, 30.0, 0.6, 1000, 64_000, 400.0))
    assert published.args == [stage.folder / "models" / "my faces"]
    stage.train.end("DONE")
    assert "done at step" in stage.page.progress.figures.text()
    stage.open()
    assert not stage.page.pause.isEnabled()


def test_damaged_note_of_a_run_is_passed_over(stage):
    for content in ("{", "[]", '{"format_version": 1, "pictures": 1, "out": "x", "steps": 3}'):
        Path(stage.folder / "training.json").write_text(content)
        stage.open()
        assert not stage.page.pause.isEnabled()


def test_every_control_has_a_name_for_the_screen_reader(stage):
    page = stage.page
    for widget in (
        page.name,
        page.preset,
        page.start,
        page.back_to,
        page.progress.bar,
        page.progress.time_line.slider,
        page.progress.curves,
    ):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_long_run_keeps_few_points(stage):
    stage.begin()
    for step in range(1, 3000):
        stage.page.progress.curves.add(step, 1.0, 2.0)
    points = stage.page.progress.curves.points
    assert len(points) <= 600
    assert points[-1][0] == 2999
