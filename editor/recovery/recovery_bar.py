"""The strip under a text that a crash left: it stands there already: what it differs in, and what can be done."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from editor.translation import QT_TR_NOOP, tr

_RESTORED = QT_TR_NOOP("Foretype ended without saving this text. It is restored here")


class RecoveryBar(QFrame):
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
        super().__init__(parent)
        self.setObjectName("recoveryBar")
        self.setAccessibleName(tr("A text that was not saved"))
        self.sentence = QLabel(f"{tr(_RESTORED)}.")
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.compare = QPushButton(tr("Co&mpare…") if has_file else tr("Show i&t…"))
        self.compare.setToolTip(tr("Shows what was restored, and what differs from the file on disk"))
        self.compare.clicked.connect(self.compare_wanted)
        # Without a letter of its own: Ctrl+S does the same, and its letters are those of menus and of the find strip.
        self.save = QPushButton(tr("Save") if has_file else tr("Save…"))
        self.save.clicked.connect(self.save_wanted)
        self.take = QPushButton(tr("&Take the file on disk"))
        self.take.setToolTip(tr("Shows what is on disk instead; undo brings this text back"))
        self.take.setVisible(has_file)
        self.take.clicked.connect(self.take_wanted)
        self.dismiss = QPushButton(tr("D&ismiss"))
        self.dismiss.setToolTip(tr("The text stays as it is, still unsaved"))
        self.dismiss.clicked.connect(self._on_dismissed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 10, 7)
        layout.addWidget(self.sentence)
        for button in (self.compare, self.save, self.take, self.dismiss):
            layout.addWidget(button)

    def show_difference(self, difference: str, news: str, *, can_take: bool) -> None:
        """Say how much differs, and in a sentence of its own what became of the file; "" for nothing."""
        said = f"{tr(_RESTORED)}: {difference}."
        self.sentence.setText(f"{said} {news}." if news else said)
        self.take.setEnabled(can_take)

    @Slot()
    def _on_dismissed(self) -> None:
        self.hide()
        self.dismissed.emit()
