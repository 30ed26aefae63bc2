"""What is done about a document's lines: their commands, the marks of the caret's line and brackets, their numbers."""

from PySide6.QtCore import QObject, QTimer, Slot

from editor.page.brackets import matching_brackets
from editor.page.current_line import CurrentLine
from editor.page.highlighter import Highlighter
from editor.page.indent_choice import IndentChoice
from editor.page.line_editing import LineEditing
from editor.page.line_numbers import LineNumbers
from editor.page.markup import Language, language_of
from editor.page.page_marks import Mark, PageMarks
from editor.page.room_ahead import RoomAhead
from editor.page.running_count import RunningCount
from editor.page.tab_meaning import holds_tabs
from editor.page.text_direction import TextDirection
from editor.page.text_edit import TextEdit
from editor.settings.indentation import Indentation
from editor.settings.preferences import Preferences
from editor.settings.shortcuts import Command
from editor.settings.theme import Theme

# Brackets wait for a pause between two keys.
_BRACKET_DELAY_MS = 60


class PageEditing(QObject):
    """Follows the caret of one page."""

    def __init__(self, text_edit: TextEdit, marks: PageMarks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit = text_edit
        self._marks = marks
        self.current_line = CurrentLine(text_edit, self)
        self.lines = LineEditing(text_edit)
        self.room = RoomAhead(text_edit, self)
        self.direction = TextDirection(text_edit, self)
        self.indent = IndentChoice(text_edit, self)
        self.counts = RunningCount(text_edit.document(), self)
        self.numbers = LineNumbers(text_edit)
        self.highlighter = Highlighter(text_edit, self)
        self._is_colored = True
        text_edit.set_line_keys(self.lines.handle_key, self.lines.tab_asks)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_BRACKET_DELAY_MS)
        self._pause.timeout.connect(self._mark_brackets)
        text_edit.caret_moved.connect(self._on_caret_moved)
        self.indent.changed.connect(self._on_indent_changed)

    def apply(self, preferences: Preferences, theme: Theme) -> None:
        """Look and behave as `preferences` say."""
        self.lines.auto_indent = preferences.auto_indent
        usual = Indentation(preferences.indent_spaces, preferences.tab_width)
        self.indent.set_usual(usual, detects=preferences.detect_indent)
        self.room.set_wrap(preferences.wrap_on)
        self.current_line.set_look(theme, is_on=preferences.current_line_on)
        self.numbers.set_look(theme, is_on=preferences.line_numbers_on)
        self._marks.set_theme(theme)
        self._is_colored = preferences.markup_on
        self.highlighter.set_theme(theme)
        self._on_caret_moved()

    def show_kind(self, name: str, suffix: str, beginning: str) -> None:
        """Colour the page, and let Tab write tabs, as a file with this name, suffix and beginning is to have it."""
        self.lines.holds_tabs = holds_tabs(name)
        self.highlighter.set_language(language_of(suffix, beginning) if self._is_colored else Language.PLAIN)

    def stop(self) -> None:
        """Leave no timer running."""
        self._pause.stop()
        self.counts.stop()

    @Slot(object)
    def on_commanded(self, command: Command) -> None:
        """Carry out a command about lines."""
        self.lines.perform(command)

    @Slot()
    def on_ghost_appeared(self) -> None:
        """Marks count the ghost's letters as text: a bracket behind it would be marked elsewhere."""
        self._marks.show(Mark.BRACKET, ())

    @Slot(object)
    def _on_indent_changed(self, indentation: Indentation) -> None:
        self.lines.indentation = indentation
        self._edit.set_tab_width(indentation.tab_width)

    @Slot()
    def _on_caret_moved(self) -> None:
        self._pause.start()

    @Slot()
    def _mark_brackets(self) -> None:
        found = None
        if not self._edit.ghost_text() and not self._edit.has_selection():
            found = matching_brackets(self._edit.document(), self._edit.caret_position())
        self._marks.show(Mark.BRACKET, () if found is None else [(place, place + 1) for place in found])
