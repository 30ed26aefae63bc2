"""The strip under a text that a crash left: it stands there already: what it differs in, and what can be done."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from editor.translation import QT_TR_NOOP, tr
from editor.widgets.strip import Strip

_RESTORED = QT_TR_NOOP("Foretype ended without saving this text. It is restored here")


class RecoveryBar(Strip):
    """Asks nothing: to go on typing is to keep the text.

    Signals:
        compare_wanted(): show what differs from the file on disk.
        save_wanted(): save the text.
        take_wanted(): show what is on disk instead.
        dismissed(): the person has read it.
    """

    compare_wanted = Signal()
    save_wanted = Signal()
    take_wanted = Signal()
    dismissed = Signal()

    def __init__(self, *, has_file: bool, parent: QWidget | None = None) -> None:
        """`has_file`: the text belongs to a file, which it can be compared with."""
        super().__init__("recoveryBar", tr("A text that was not saved"), parent)
        self.sentence.setText(f"{tr(_RESTORED)}.")
        shown = tr("Shows what was restored, and what differs from the file on disk")
        self.compare = self.add_button(tr("Co&mpare…") if has_file else tr("Show i&t…"), self.compare_wanted, shown)
        # Without a letter of its own: Ctrl+S does the same, and its letters are those of menus and of the find strip.
        self.save = self.add_button(tr("Save") if has_file else tr("Save…"), self.save_wanted)
        undone = tr("Shows what is on disk instead; undo brings this text back")
        self.take = self.add_button(tr("&Take the file on disk"), self.take_wanted, undone)
        self.take.setVisible(has_file)
        stays = tr("The text stays as it is, still unsaved")
        self.dismiss = self.add_button(tr("D&ismiss"), self._on_dismissed, stays)

    def show_difference(self, difference: str, news: str, *, can_take: bool) -> None:
        """Say how much differs, and in a sentence of its own what became of the file; "" for nothing."""
        said = f"{tr(_RESTORED)}: {difference}."
        self.sentence.setText(f"{said} {news}." if news else said)
        self.take.setEnabled(can_take)

    @Slot()
    def _on_dismissed(self) -> None:
        self.hide()
        self.dismissed.emit()
