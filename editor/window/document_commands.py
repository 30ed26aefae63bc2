"""What the commands of the menus do to the one document that is in front."""

from PySide6.QtCore import QObject, Slot

from editor.files.session import DocumentSession
from editor.page.text_edit import TextEdit
from editor.searching.find_bar import FindBar
from editor.settings.shortcuts import Command
from editor.suggestions.suggestion_controller import SuggestionController


class DocumentCommands(QObject):
    """Carries out what concerns file, text and suggestion; lines, writing, learning and export listen by themselves."""

    def __init__(
        self,
        text_edit: TextEdit,
        session: DocumentSession,
        find_bar: FindBar,
        controller: SuggestionController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._edit = text_edit
        self._session = session
        self._find_bar = find_bar
        self._controller = controller

    @Slot(object)
    def on_commanded(self, command: Command) -> None:
        """Carry out a command of the menus; one that concerns something else does nothing."""
        edit, session, find_bar = self._edit, self._session, self._find_bar
        match command:
            case Command.SAVE:
                session.save()
            case Command.SAVE_AS:
                session.save_as()
            case Command.RELOAD:
                session.reload()
            case Command.COMPARE:
                session.compare()
            case Command.UNDO:
                edit.undo()
            case Command.REDO:
                edit.redo()
            case Command.CUT:
                edit.cut()
            case Command.COPY:
                edit.copy()
            case Command.PASTE:
                edit.paste()
            case Command.SELECT_ALL:
                edit.selectAll()
            case Command.FIND:
                find_bar.open()
            case Command.FIND_NEXT:
                find_bar.find_next()
            case Command.FIND_PREVIOUS:
                find_bar.find_previous()
            case Command.GO_TO_LINE:
                session.go_to_line()
            case _:
                self._controller.perform(command)
