"""Whether suggestions are on for a document: said in the status bar, switched there and in the menu."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from editor.files.session import DocumentSession
from editor.settings.preferences_keeper import PreferencesKeeper
from editor.settings.shortcuts import Command
from editor.suggestions.suggestion_controller import SuggestionController
from editor.translation import tr
from editor.window.status_line import StatusLine


class SuggestionSwitch(QObject):
    """Switches suggestions on and off, everywhere or in files of the document's type."""

    def __init__(
        self,
        controller: SuggestionController,
        session: DocumentSession,
        status: StatusLine,
        preferences: PreferencesKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._session = session
        self._status = status
        self._preferences = preferences
        self._menu = QMenu(tr("Suggestions"), status)
        self._everywhere = self._menu.addAction(tr("Suggestions"))
        self._everywhere.triggered.connect(self._on_everywhere)
        self._here = self._menu.addAction("")
        self._here.triggered.connect(self._on_here)
        for action in (self._everywhere, self._here):
            action.setCheckable(True)
        status.set_switch_menu(self._menu)

    @property
    def is_on_here(self) -> bool:
        """Whether files of the document's type are written with suggestions."""
        return self._session.suffix not in self._preferences.now.off_suffixes

    def show(self) -> None:
        """Say how things stand."""
        preferences = self._preferences.now
        suffix = self._session.suffix
        if not self.is_on_here:
            state = tr("Suggestions off for {suffix}").format(suffix=suffix)
        elif not preferences.suggestions_on:
            state = tr("Suggestions off")
        elif self._controller.is_snoozed:
            state = tr("Suggestions snoozing")
        elif preferences.held_only:
            state = tr("Suggestions with {key}").format(key=tr(preferences.held_key))
        else:
            state = tr("Suggestions on")
        self._status.show_switch(state)
        self._everywhere.setChecked(preferences.suggestions_on)
        self._here.setText(tr("Suggestions in {suffix} files").format(suffix=suffix))
        self._here.setVisible(bool(suffix))
        self._here.setChecked(self.is_on_here)

    @Slot(object)
    def on_commanded(self, command: Command) -> None:
        """Carry out the command about the document's type of file."""
        if command is Command.TYPE_SUGGESTIONS:
            self._on_here()

    @Slot()
    def _on_everywhere(self) -> None:
        self._preferences.toggle("suggestions_on")

    @Slot()
    def _on_here(self) -> None:
        suffix = self._session.suffix
        if not suffix:
            self._status.say(tr("This text has no type yet: save it under a name such as notes.txt first"))
            self.show()
            self._controller.switched.emit()
            return
        off = set(self._preferences.now.off_suffixes) ^ {suffix}
        self._preferences.change(off_suffixes=sorted(off))
