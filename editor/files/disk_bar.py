"""The strip that asks what to do when another program changed or deleted the file of the window."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from editor.files.session import DiskChange
from editor.translation import QT_TR_NOOP, tr
from editor.widgets.strip import Strip

_QUESTIONS = {
    DiskChange.CHANGED: QT_TR_NOOP("{name} was changed by another program. Which text do you want?"),
    DiskChange.DELETED: QT_TR_NOOP("{name} was deleted or moved away. The text is only here now."),
}


class DiskBar(Strip):
    """Hidden until there is something to ask.

    Signals:
        reload_wanted(): show what is on disk now.
        keep_wanted(): go on with this text; the next save replaces what is on disk.
        compare_wanted(): show what differs.
        save_wanted(): write the text to where the file was.
        asked(str): the question was shown.
    """

    reload_wanted = Signal()
    keep_wanted = Signal()
    compare_wanted = Signal()
    save_wanted = Signal()
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("diskBar", tr("The file on disk"), parent)
        before = tr("Shows what differs, before you choose")
        self.compare = self.add_button(tr("&Compare…"), self.compare_wanted, before)
        undone = tr("Shows what is on disk; undo brings this text back")
        self.reload = self.add_button(tr("&Reload it"), self.reload_wanted, undone)
        self.save = self.add_button(tr("Save it &again"), self.save_wanted)
        self.keep = self.add_button(tr("&Keep mine"), self.keep_wanted, tr("The next save replaces what is on disk"))
        self.hide()

    def ask(self, name: str, change: DiskChange) -> None:
        """Ask about a change of the file `name`; nothing when there is none."""
        if change is DiskChange.NONE:
            self.hide()
            return
        question = tr(_QUESTIONS[change]).format(name=name)
        is_news = question != self.sentence.text() or self.isHidden()
        self.sentence.setText(question)
        self.compare.setVisible(change is DiskChange.CHANGED)
        self.reload.setVisible(change is DiskChange.CHANGED)
        self.save.setVisible(change is DiskChange.DELETED)
        self.keep.setText(tr("&Keep mine") if change is DiskChange.CHANGED else tr("&Not now"))
        self.show()
        if is_news:
            self.asked.emit(question)

    @Slot()
    def dismiss(self) -> None:
        """Hide the question."""
        self.hide()
