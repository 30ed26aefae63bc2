"""Which profile answers: the worker loads it between two requests, and the preferences keep it once it does."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from editor.profiles.profiles import Profile, chosen_model
from editor.suggestions.messages import LoadModel, ModelState


@dataclass(frozen=True, slots=True)
class _Wish:
    """A folder to answer from; `is_kept` puts it into the preferences, `is_named` came from the command line."""

    folder: Path
    is_kept: bool = False
    is_named: bool = False


class ProfileChoice(QObject):
    """Asks for models and notes the answers; lives on the GUI thread.

    Signals:
        load_requested(LoadModel): for the worker.
        chosen(str): the folder for the preferences, "" for the model that ships; it answers now.
        failed(str): what was wished cannot be used, in a sentence; what answered before goes on.
    """

    load_requested = Signal(object)
    chosen = Signal(str)
    failed = Signal(str)

    def __init__(self, default: Path, parent: QObject | None = None) -> None:
        """`default` is the model that ships and answers when nothing else is chosen."""
        super().__init__(parent)
        self._default = default
        self._folder = default
        self._wished: list[_Wish] = []

    @property
    def folder(self) -> Path:
        """The folder of the profile that answers, or is to."""
        return self._folder

    def start(self, model: Path | None, preferred: str) -> None:
        """Ask for `model` if one was named for this run, else for the preferred one, else for the one that ships."""
        self._wish(_Wish(model or (Path(preferred) if preferred else self._default), is_named=model is not None))

    def use(self, profile: Profile) -> None:
        """Ask for another profile, or for the newest version of the same."""
        self._wish(_Wish(profile.folder, is_kept=True))

    def use_default(self) -> None:
        """Ask for the model that ships."""
        self._wish(_Wish(self._default, is_kept=True))

    def moved(self, profile: Profile, renamed: Profile) -> None:
        """A profile has another name: if it answers, the preferences must know."""
        if self._folder == profile.folder:
            self._folder = renamed.folder
            self.chosen.emit(str(renamed.folder))

    def named(self, state: ModelState) -> ModelState:
        """Return the state with the profile's name, which may have changed since the card was written."""
        if not state.name or state.model is not None or chosen_model(self._folder) == self._folder:
            return state
        return ModelState(self._folder.name, state.failure)

    @Slot(object)
    def on_model_changed(self, state: ModelState) -> None:
        """Take note of the answer to the oldest wish; a profile that fails at the start gives way to the default."""
        if not self._wished:
            return
        wish = self._wished.pop(0)
        if not state.failure:
            self._folder = wish.folder
            if wish.is_kept:
                self.chosen.emit("" if wish.folder == self._default else str(wish.folder))
            return
        self.failed.emit(state.failure)
        # A profile that broke is no reason to suggest nothing; a model that was named for this run is not replaced.
        if not state.name and wish.folder != self._default and not wish.is_named:
            self._wish(_Wish(self._default))

    def _wish(self, wish: _Wish) -> None:
        self._wished.append(wish)
        self.load_requested.emit(LoadModel(chosen_model(wish.folder)))
