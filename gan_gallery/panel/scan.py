"""Choosing pictures to learn from: a folder or a ZIP, read in a child process, with a report of what cannot be used."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from gan_gallery.panel.files import FileChooser
from gan_gallery.panel.training_child import Job, Outcome
from gan_gallery.panel.way import FacePicture
from gan_gallery.panel.words import numeral, tr

_PREVIEW = "scan_preview.png"
_PREVIEW_PX = 200
_LIST_HEIGHT_PX = 90
_MOST_LISTED = 1_000


class PictureScan(QWidget):
    """Says what a folder or ZIP holds.

    Attributes:
        pictures: what was chosen last and holds usable pictures, else None.

    Signals:
        scanned(Path): these pictures can be learned from.
        said(str): a sentence for the person.
    """

    scanned = Signal(object)
    said = Signal(str)

    def __init__(self, job: Job, chooser: FileChooser, cache_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._chooser = chooser
        self._cache_folder = cache_folder
        self._path: Path | None = None
        self._report: dict[str, Any] | None = None
        self.pictures: Path | None = None
        self._folder_button = QPushButton(tr("F&older…"))
        self._folder_button.setToolTip(tr("A folder of pictures: JPEG, PNG, WebP, BMP or GIF, nested as you like"))
        self._folder_button.clicked.connect(self._on_folder_wanted)
        self._zip_button = QPushButton(tr("&ZIP…"))
        self._zip_button.setToolTip(tr("A ZIP of pictures; nothing is unpacked"))
        self._zip_button.clicked.connect(self._on_zip_wanted)
        self.crop = QComboBox()
        self.crop.addItem(tr("centre square"), "centre")
        self.crop.addItem(tr("face, in photographs"), "face")
        self.crop.setAccessibleName(tr("Which part of each picture is kept"))
        self.crop.setToolTip(tr("Drawn faces are not found: frame them in the centre"))
        self.crop.currentIndexChanged.connect(self._on_crop_chosen)
        self.report = QLabel(tr("Choose pictures to learn from."))
        self.report.setWordWrap(True)
        self.report.setAccessibleName(tr("Report on the pictures"))
        self._preview = FacePicture(tr("Some of the pictures"))
        self._preview.setMinimumSize(_PREVIEW_PX, _PREVIEW_PX)
        self._preview.hide()
        self.left_out = QListWidget()
        self.left_out.setAccessibleName(tr("Files left out, with the reason"))
        self.left_out.setMaximumHeight(_LIST_HEIGHT_PX)
        self.left_out.hide()
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Pictures")))
        row.addWidget(self._folder_button)
        row.addWidget(self._zip_button)
        row.addWidget(self.crop, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.report)
        layout.addWidget(self._preview)
        layout.addWidget(self.left_out)
        job.reported.connect(self._on_reported)
        job.finished.connect(self._on_finished)

    def scan(self, path: Path) -> None:
        """Read a folder or ZIP."""
        preview = self._cache_folder / _PREVIEW
        if not self._job.run(("scan", str(path), "--preview", str(preview), *self._more_arguments(), "--json")):
            self.said.emit(tr("The pictures chosen before are still being read"))
            return
        self._path, self._report, self.pictures = path, None, None
        self._set_enabled(False)
        self._preview.hide()
        self.left_out.hide()
        self.report.setText(tr("Reading {name} …").format(name=path.name))

    def set_locked(self, is_locked: bool) -> None:
        """While a training runs no others can be chosen."""
        self._set_enabled(not is_locked)

    def _more_arguments(self) -> tuple[str, ...]:
        return ("--crop", self.crop.currentData(), "--cache", str(self._cache_folder / "pictures"))

    def _set_enabled(self, is_enabled: bool) -> None:
        self._folder_button.setEnabled(is_enabled)
        self._zip_button.setEnabled(is_enabled)
        self.crop.setEnabled(is_enabled)

    @Slot()
    def _on_crop_chosen(self) -> None:
        if self._path is not None:
            self.scan(self._path)

    @Slot()
    def _on_folder_wanted(self) -> None:
        path = self._chooser.folder(tr("A folder of pictures"))
        if path is not None:
            self.scan(path)

    @Slot()
    def _on_zip_wanted(self) -> None:
        path = self._chooser.open_path(tr("A ZIP of pictures"), "ZIP (*.zip)")
        if path is not None:
            self.scan(path)

    @Slot(object)
    def _on_reported(self, event: dict[str, Any]) -> None:
        if event["event"] == "scanning":
            said = tr("Reading picture {done} of {total} …")
            self.report.setText(said.format(done=numeral(event.get("done", 0)), total=numeral(event.get("total", 0))))
        elif event["event"] == "scanned":
            self._report = event

    @Slot(object)
    def _on_finished(self, outcome: Outcome) -> None:
        self._set_enabled(True)
        if outcome.ending.name != "DONE" or self._report is None or self._path is None:
            self.report.setText(outcome.sentence)
            return
        found = self._report
        left_out = _left_out(found)
        self.report.setText(_words(self._path, found, len(left_out)))
        image = QImage(str(self._cache_folder / _PREVIEW))
        self._preview.show_image(image)
        self._preview.setVisible(not image.isNull())
        self.left_out.clear()
        self.left_out.addItems(left_out[:_MOST_LISTED])
        self.left_out.setVisible(bool(left_out))
        self.pictures = self._path
        self.scanned.emit(self._path)


def _left_out(found: dict[str, Any]) -> list[str]:
    """Return a line for each file left out: its name and why."""
    lines = [
        f"{name}: {reason}"
        for kind in ("unreadable", "truncated", "too_small")
        for name, reason in dict(found.get(kind) or {}).items()
    ]
    same = tr("{name}: the same as {first}")
    return lines + [same.format(name=name, first=first) for name, first in dict(found.get("duplicates") or {}).items()]


def _words(path: Path, found: dict[str, Any], num_left_out: int) -> str:
    formats = ", ".join(f"{numeral(count)} {name}" for name, count in dict(found.get("formats") or {}).items())
    sizes = [" x ".join(str(side) for side in found.get(size) or ()) for size in ("smallest", "largest")]
    size = tr("all {size}") if sizes[0] == sizes[1] else tr("from {size} to {largest}")
    out = (
        tr(" {count} files are left out:").format(count=numeral(num_left_out))
        if num_left_out
        else tr(" No file is left out.")
    )
    return tr("{name}: {count} pictures ({formats}), {size} pixels.{left_out}").format(
        name=path.name,
        count=numeral(found.get("num_images", 0)),
        formats=formats,
        size=size.format(size=sizes[0], largest=sizes[1]),
        left_out=out,
    )
