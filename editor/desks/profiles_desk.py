"""The person's own models: connects the profiles, the fine-tuning and their two dialogs."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor.errors import ProfileError
from editor.profiles.profile_choice import ProfileChoice
from editor.profiles.profiles import Profile, Profiles, has_leftovers
from editor.settings.shortcuts import Command
from editor.suggestions.messages import ModelState
from editor.translation import tr

if TYPE_CHECKING:  # the window opens before the dialogs and the fine-tuning are read
    from editor.process.training_job import TrainingJob
    from editor.profiles.profiles_dialog import Confirm, ProfilesDialog
    from editor.tuning.finetune_dialog import AskPaths, FinetuneDialog
    from editor.tuning.tuning_session import TuningSession


class ProfilesDesk(QObject):
    """Lives as long as the program; the fine-tuning and the dialogs are made when they are first wanted.

    Attributes:
        choice: which profile answers.

    Signals:
        said(str): something that the status bars should say.
        model_changed(ModelState): what the worker said of a model, which has the name of its profile here.
    """

    said = Signal(str)
    model_changed = Signal(object)

    def __init__(
        self,
        folder: Path,
        default: Path,
        parent: QObject | None = None,
        *,
        job: "TrainingJob | None" = None,
        ask: "AskPaths | None" = None,
        ask_whether: "Confirm | None" = None,
    ) -> None:
        """`folder` holds the profiles; `default` is the model that ships; tests ask and answer in their own way."""
        super().__init__(parent)
        self.choice = ProfileChoice(default, self)
        self.choice.failed.connect(self._on_choice_failed)
        self.choice.chosen.connect(self._on_chosen)
        self._folder = folder
        self._job = job
        self._session: TuningSession | None = None
        self._ask, self._ask_whether = ask, ask_whether
        self.finetune_dialog: FinetuneDialog | None = None
        self.profiles_dialog: ProfilesDialog | None = None

    @property
    def session(self) -> "TuningSession":
        """The fine-tuning."""
        if self._session is None:
            from editor.tuning.tuning_session import TuningSession

            self._session = TuningSession(Profiles(self._folder), self._job, self)
            self._session.ended.connect(self._on_ended)
        return self._session

    def current(self) -> Path:
        """Return the folder of the profile that answers."""
        return self.choice.folder

    def offer_unfinished(self) -> None:
        """Show what an earlier run of the program left unfinished, if anything, without taking the focus."""
        if has_leftovers(self._folder) and any(not run.is_refused for run in self.session.unfinished()):
            dialog = self._finetune_dialog()
            dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            dialog.show()
            dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)

    def stop(self) -> None:
        """End the training, which can be resumed, and close the dialogs."""
        for dialog in (self.finetune_dialog, self.profiles_dialog):
            if dialog is not None:
                dialog.hide()
                dialog.deleteLater()
        self.finetune_dialog = self.profiles_dialog = None
        if self._session is not None:
            self._session.stop()

    @Slot(object)
    def on_commanded(self, command: Command) -> None:
        """Open one of the dialogs."""
        if command is Command.FINETUNE:
            dialog: FinetuneDialog | ProfilesDialog = self._finetune_dialog()
        elif command is Command.PROFILES:
            dialog = self._profiles_dialog()
            dialog.refresh()
        else:
            return
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _finetune_dialog(self) -> "FinetuneDialog":
        if self.finetune_dialog is None:
            from editor.tuning.finetune_dialog import FinetuneDialog, ask_paths

            self.finetune_dialog = FinetuneDialog(self.session, self.current, self._ask or ask_paths)
            self.finetune_dialog.use_wanted.connect(self._on_use_wanted)
        return self.finetune_dialog

    def _profiles_dialog(self) -> "ProfilesDialog":
        if self.profiles_dialog is None:
            from editor.profiles.profiles_dialog import ProfilesDialog, confirm

            ask = self._ask_whether or confirm
            dialog = ProfilesDialog(self.session.profiles, self.current, self.session.is_in_use, ask)
            dialog.use_wanted.connect(self._on_use_wanted)
            dialog.renamed.connect(self._on_renamed)
            dialog.removed.connect(self._on_removed)
            dialog.changed_back.connect(self._on_changed_back)
            self.profiles_dialog = dialog
        return self.profiles_dialog

    @Slot(object)
    def on_model_changed(self, state: ModelState) -> None:
        """Take note of the worker's answer to a wish for a model."""
        if state.model is None:
            self.choice.on_model_changed(state)
        self.model_changed.emit(self.choice.named(state))

    @Slot(object)
    def _on_use_wanted(self, profile: Profile) -> None:
        self.choice.use(profile)

    @Slot(object, object)
    def _on_renamed(self, profile: Profile, renamed: Profile) -> None:
        self.choice.moved(profile, renamed)

    @Slot(object)
    def _on_removed(self, profile: Profile) -> None:
        self._forget_run(profile)
        if profile.folder == self.current():
            self.choice.use_default()

    @Slot(object)
    def _on_changed_back(self, profile: Profile) -> None:
        if profile.folder == self.current():
            self.choice.use(profile)

    @Slot(str)
    def _on_chosen(self, _folder: str) -> None:
        if self.profiles_dialog is not None:
            self.profiles_dialog.refresh()

    @Slot(str)
    def _on_choice_failed(self, sentence: str) -> None:
        whole = tr("The previous model stays in use: {sentence}").format(sentence=sentence)
        self.said.emit(whole)
        if self.profiles_dialog is not None:
            self.profiles_dialog.say(whole)

    @Slot()
    def _on_ended(self) -> None:
        if self.finetune_dialog is None or not self.finetune_dialog.isVisible():
            self.said.emit(tr("{sentence} See Learning, Fine-tune.").format(sentence=self.session.sentence))
        if self.profiles_dialog is not None:
            self.profiles_dialog.refresh()

    def _forget_run(self, profile: Profile) -> None:
        """A run of a profile that is gone went with its folder; the dialog must not offer it."""
        run = self.session.run
        if run is not None and run.profile == profile.name:
            try:
                self.session.give_up(run)
            except ProfileError:  # it is under way, which `is_in_use` has ruled out
                return
