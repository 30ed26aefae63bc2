"""The menu of encodings and line endings: what the document is saved as, and how its file is read again."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.files.file_format import ENCODINGS, NEWLINES, FileFormat
from editor.files.session import DocumentSession
from editor.translation import tr


class FormatMenu(QMenu):
    """Shows and changes the format of one document; built anew whenever it is shown."""

    def __init__(self, session: DocumentSession, parent: QWidget) -> None:
        super().__init__(tr("&Encoding and line ending"), parent)
        self._session = session
        self._reopen: QMenu | None = None
        self.aboutToShow.connect(self._on_about_to_show)

    @Slot()
    def _on_about_to_show(self) -> None:
        self.clear()
        if self._reopen is not None:
            self._reopen.deleteLater()
        format_ = self._session.format
        self._add_title(tr("Save as", "a heading: what follows are encodings"))
        for number, encoding in enumerate(ENCODINGS):
            action = self._add(self, number, encoding)
            action.setCheckable(True)
            action.setChecked(_is_same(encoding, format_))
            action.triggered.connect(self._on_encoding_chosen)
        self.addSeparator()
        self._add_title(tr("Line ending"))
        for newline, name in NEWLINES.items():
            action = self.addAction(name)
            action.setData(newline)
            action.setCheckable(True)
            action.setChecked(newline == format_.newline)
            action.triggered.connect(self._on_newline_chosen)
        self.addSeparator()
        self._reopen = QMenu(tr("&Read the file again as"), self)
        self._reopen.setEnabled(self._session.is_on_disk)
        self.addMenu(self._reopen)
        for number, encoding in enumerate(ENCODINGS):
            # A mark in the file is found whatever is chosen.
            if not (encoding.has_bom and encoding.encoding == "utf-8"):
                self._add(self._reopen, number, encoding).triggered.connect(self._on_reopen_chosen)

    def _add_title(self, title: str) -> None:
        # Styled menus do not show the text of a section.
        self.addAction(title).setEnabled(False)

    def _add(self, menu: QMenu, number: int, encoding: FileFormat) -> QAction:
        action = menu.addAction(encoding.encoding_name)
        action.setData(number)
        return action

    def _chosen(self) -> QAction | None:
        sender = self.sender()
        return sender if isinstance(sender, QAction) else None

    @Slot()
    def _on_encoding_chosen(self) -> None:
        if (action := self._chosen()) is not None:
            self._session.set_encoding(ENCODINGS[action.data()])

    @Slot()
    def _on_newline_chosen(self) -> None:
        if (action := self._chosen()) is not None:
            self._session.set_newline(action.data())

    @Slot()
    def _on_reopen_chosen(self) -> None:
        if (action := self._chosen()) is not None:
            self._session.reload(ENCODINGS[action.data()].encoding)


def _is_same(encoding: FileFormat, format_: FileFormat) -> bool:
    # UTF-16 is written with a mark here, and read without one.
    is_wide = encoding.encoding.startswith("utf-16")
    return encoding.encoding == format_.encoding and (is_wide or encoding.has_bom == format_.has_bom)
