"""Renders faces on a thread of its own: at most one request of each kind runs and one waits, the newest."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QThread, Signal, Slot

from gan_gallery.errors import GalleryError
from gan_gallery.faces.export import save_gif
from gan_gallery.faces.face import Portrait
from gan_gallery.network.generator import FaceGenerator, Faces, Latents, interpolation, truncate
from gan_gallery.panel.words import tr

_log = logging.getLogger(__name__)

_KEPT_MODELS = 4

Kind = Literal["faces", "favourites", "way"]


@dataclass(frozen=True, slots=True)
class RenderFaces:
    """Portraits to render, of any models."""

    kind: Kind
    portraits: tuple[Portrait, ...]


@dataclass(frozen=True, slots=True)
class RenderWay:
    """The pictures on the way from one face to another, both included, as the first one's model paints them."""

    kind: Kind
    start: Portrait
    end: Portrait
    num_frames: int


RenderRequest = RenderFaces | RenderWay


@dataclass(frozen=True, slots=True)
class SaveAnimation:
    """RGB pictures [T, H, W, 3] to write as a GIF, with what goes into its metadata; it takes a second."""

    path: Path
    frames: Faces
    frames_per_second: float
    made_from: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The answer to a request.

    Attributes:
        pictures: RGB pictures [64, 64, 3]; None for a portrait whose model cannot be loaded.
        model_names: the models' names in their cards, by what the portraits call them.
        device_reason: where it was rendered and why, as a sentence.
        failure: a sentence when something could not be rendered.
    """

    request: RenderRequest
    pictures: tuple[npt.NDArray[np.uint8] | None, ...]
    model_names: Mapping[str, str]
    device_reason: str = ""
    failure: str = ""


class FaceWorker(QObject):
    """The worker's half; its slots run on the thread it was moved to. The models used last stay loaded.

    Signals:
        rendered(Rendered): one for every request, in order.
        saved(str): a sentence for every wish to save.
    """

    rendered = Signal(object)
    saved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._generators: dict[str, FaceGenerator] = {}

    @Slot()
    def on_reload_requested(self) -> None:
        """Load every model again at the next request."""
        self._generators.clear()

    @Slot(object)
    def on_requested(self, request: RenderRequest) -> None:
        """Answer one request, whatever happens."""
        try:
            answer = self._way(request) if isinstance(request, RenderWay) else self._faces(request)
        except GalleryError as exc:
            answer = Rendered(request, (), {}, failure=str(exc))
        except Exception as exc:  # noqa: BLE001  # a failure is an answer; the worker goes on
            _log.exception("rendering failed")
            answer = Rendered(request, (), {}, failure=tr("the faces cannot be rendered: {reason}").format(reason=exc))
        self.rendered.emit(answer)

    @Slot(object)
    def on_save_requested(self, wish: SaveAnimation) -> None:
        """Write an animation."""
        try:
            save_gif(wish.path, wish.frames, wish.frames_per_second, wish.made_from)
        except GalleryError as exc:
            self.saved.emit(str(exc))
        else:
            self.saved.emit(tr("Saved {path}").format(path=wish.path))

    def _way(self, request: RenderWay) -> Rendered:
        generator = self._loaded(request.start.model)
        start, end = (_latent(portrait, generator) for portrait in (request.start, request.end))
        pictures = generator.render(interpolation(start, end, request.num_frames))
        return Rendered(
            request, tuple(pictures), {request.start.model: generator.name}, device_reason=generator.device_reason
        )

    def _faces(self, request: RenderFaces) -> Rendered:
        """Render model by model; one that cannot be loaded leaves gaps."""
        pictures: list[npt.NDArray[np.uint8] | None] = [None] * len(request.portraits)
        names: dict[str, str] = {}
        reason = failure = ""
        for model in dict.fromkeys(portrait.model for portrait in request.portraits):
            places = [i for i, portrait in enumerate(request.portraits) if portrait.model == model]
            try:
                generator = self._loaded(model)
            except GalleryError as exc:
                failure = failure or str(exc)
                continue
            z = np.stack([_latent(request.portraits[place], generator) for place in places])
            for place, picture in zip(places, generator.render(z), strict=True):
                pictures[place] = picture
            names[model] = generator.name
            reason = generator.device_reason
        return Rendered(request, tuple(pictures), names, reason, failure)

    def _loaded(self, model: str) -> FaceGenerator:
        generator = self._generators.pop(model, None) or FaceGenerator.load(model)
        self._generators[model] = generator  # the last one is the one used last
        while len(self._generators) > _KEPT_MODELS:
            del self._generators[next(iter(self._generators))]
        return generator


class FaceThread(QObject):
    """Owns the worker and its thread; lives on the GUI thread.

    Signals:
        rendered(Rendered): an answer, in the order of the requests; those that were forgotten have none.
        saved(str): a sentence about a file that was to be written.
    """

    rendered = Signal(object)
    saved = Signal(str)
    _requested = Signal(object)
    _save_requested = Signal(object)
    _reload_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[Kind, RenderRequest] = {}
        self._waiting: dict[Kind, RenderRequest] = {}
        self._worker = FaceWorker()
        self._thread = QThread()
        self._thread.setObjectName("faces")
        self._worker.moveToThread(self._thread)
        self._requested.connect(self._worker.on_requested)
        self._reload_requested.connect(self._worker.on_reload_requested)
        self._save_requested.connect(self._worker.on_save_requested)
        self._worker.rendered.connect(self._on_rendered)
        self._worker.saved.connect(self.saved)

    def ask(self, request: RenderRequest) -> None:
        """Render, after what runs; a request that still waits is forgotten."""
        if not self._thread.isRunning():
            self._thread.start()
        if request.kind in self._running:
            self._waiting[request.kind] = request
            return
        self._running[request.kind] = request
        self._requested.emit(request)

    def save(self, wish: SaveAnimation) -> None:
        """Write a file that takes longer than a key may wait."""
        self._save_requested.emit(wish)

    def reload(self) -> None:
        """Load the model again: its folder has been published anew."""
        self._reload_requested.emit()

    def stop(self) -> None:
        """Let the worker finish what it does and end the thread."""
        self._waiting.clear()
        self._thread.quit()
        self._thread.wait()

    @Slot(object)
    def _on_rendered(self, answer: Rendered) -> None:
        kind = answer.request.kind
        self._running.pop(kind, None)
        newer = self._waiting.pop(kind, None)
        if newer is not None:
            self._running[kind] = newer
            self._requested.emit(newer)
        self.rendered.emit(answer)


def _latent(portrait: Portrait, generator: FaceGenerator) -> Latents:
    return truncate(portrait.face.latent(generator.latent_size), portrait.truncation)
