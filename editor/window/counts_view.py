"""Words in the status bar, and the menu behind them: every count of the text and of what is selected."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu, QWidget

from editor.page.running_count import RunningCount
from editor.page.text_counts import WORDS_PER_MINUTE, Counts
from editor.page.text_edit import TextEdit
from editor.process.timers import single_shot
from editor.settings.numerals import numeral
from editor.settings.shortcuts import Command
from editor.translation import tr
from editor.window.status_line import StatusLine

# A selection that grows is counted so often at the most.
_SELECTION_MS = 80


class CountsView(QObject):
    """Shows what a page counts, in its status line."""

    def __init__(self, status: StatusLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._status = status
        self._edit: TextEdit | None = None
        self._counts: RunningCount | None = None
        self.menu = QMenu(tr("Word count"), parent)
        self.menu.aboutToShow.connect(self._on_about_to_show)
        status.set_words_menu(self.menu)
        self._pause = single_shot(self, _SELECTION_MS, self._show)

    def show_page(self, text_edit: TextEdit, counts: RunningCount) -> None:
        """Count this page from now on."""
        if self._edit is not None and self._counts is not None:
            self._edit.selectionChanged.disconnect(self._on_selection_changed)
            self._counts.changed.disconnect(self._show)
        self._edit, self._counts = text_edit, counts
        text_edit.selectionChanged.connect(self._on_selection_changed)
        counts.changed.connect(self._show)
        self._show()

    def stop(self) -> None:
        """Leave no timer running."""
        self._pause.stop()

    @Slot(object)
    def on_commanded(self, command: Command) -> None:
        """Open the menu above its place in the status bar, if that is the command."""
        if command is Command.COUNTS:
            self._status.open_words_menu()

    def rows(self) -> list[tuple[str, str]]:
        """Return each count's name and figure; beside the text's stands the selection's when there is one."""
        total, selected = self._total(), self._selected()
        rows = [
            (tr("Words"), total.words, selected.words if selected else None),
            (tr("Characters"), total.characters, selected.characters if selected else None),
            (tr("Characters without spaces"), total.solid, selected.solid if selected else None),
            (tr("Paragraphs"), total.paragraphs, selected.paragraphs if selected else None),
            (tr("Lines"), total.lines, selected.lines if selected else None),
        ]
        found = [(name, _figure(all_, part)) for name, all_, part in rows]
        minutes = reading_time(total if selected is None else selected)
        return [*found, (tr("Reading time at {count} words a minute").format(count=WORDS_PER_MINUTE), minutes)]

    def _total(self) -> Counts:
        if self._counts is None or self._edit is None:
            return Counts()
        return _whole_lines(self._counts.total(), len(self._edit.breaks.starts))

    def _selected(self) -> Counts | None:
        if self._edit is None or self._counts is None or not self._edit.has_selection():
            return None
        cursor = self._edit.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        breaks = self._edit.breaks
        pieces = end - start - (breaks.offset(end) - breaks.offset(start))
        return _whole_lines(self._counts.between(start, end), pieces)

    @Slot()
    def _on_selection_changed(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _show(self) -> None:
        total, selected = self._total(), self._selected()
        is_complete = self._counts is None or self._counts.is_complete
        words = tr("1 word") if total.words == 1 else tr("{count} words").format(count=numeral(total.words))
        if selected is not None:
            words = tr("{count} of {total} words").format(count=numeral(selected.words), total=numeral(total.words))
        elif not is_complete:
            words = tr("counting… {count}").format(count=numeral(total.words))
        self._status.show_words(words, "\n".join(f"{name}: {figure}" for name, figure in self.rows()))

    @Slot()
    def _on_about_to_show(self) -> None:
        self.menu.clear()
        for name, figure in self.rows():
            # What stands after a tab is set to the right.
            self.menu.addAction(f"{name}\t{figure}")


def _figure(all_: int, part: int | None) -> str:
    if part is None:
        return numeral(all_)
    return tr("{part} of {total}").format(part=numeral(part), total=numeral(all_))


def _whole_lines(counts: Counts, pieces: int) -> Counts:
    """Count a long line that stands in pieces as one."""
    return replace(counts, lines=counts.lines - pieces, paragraphs=max(0, counts.paragraphs - pieces))


def reading_time(counts: Counts) -> str:
    """Say how long it takes to read a text."""
    minutes = round(counts.reading_minutes)
    if not counts.words:
        return tr("none")
    if minutes < 1:
        return tr("less than a minute")
    if minutes < 60:
        return tr("{minutes} min").format(minutes=minutes)
    return tr("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
