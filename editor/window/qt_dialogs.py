"""The dialogs of a real window."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from editor.files.dialogs import Choice, DiskChoice
from editor.files.document import TextFile
from editor.translation import tr


class QtDialogs:
    """Asks with Qt's own dialogs, over a parent."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def ask_open_path(self) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self._parent, tr("Open"))
        return Path(name) if name else None

    def ask_save_path(self, current: Path | None) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._parent, tr("Save as"), str(current or tr("untitled.txt")))
        return Path(name) if name else None

    def ask_unsaved(self, name: str) -> Choice:
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._parent,
            "Foretype",
            tr("Save the changes to {name}?").format(name=name),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        return {buttons.Save: Choice.SAVE, buttons.Discard: Choice.DISCARD}.get(answer, Choice.CANCEL)

    def ask_overwrite(self, sentence: str, file: TextFile, text: str) -> DiskChoice:
        box = QMessageBox(QMessageBox.Icon.Warning, "Foretype", f"{sentence}.", parent=self._parent)
        box.setInformativeText(tr("Overwrite it with your text?"))
        overwrite = box.addButton(tr("&Overwrite it"), QMessageBox.ButtonRole.AcceptRole)
        compare = box.addButton(tr("Co&mpare…"), QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        if clicked is compare:
            return self._compare(file, text, tr("&Overwrite it"))
        return DiskChoice.KEEP if clicked is overwrite else DiskChoice.CANCEL

    def ask_comparison(self, file: TextFile, text: str) -> DiskChoice:
        return self._compare(file, text, tr("&Keep mine"))

    def ask_utf8(self, sentence: str) -> bool:
        buttons = QMessageBox.StandardButton
        question = tr("{sentence}. Save it as UTF-8 instead?").format(sentence=sentence)
        answer = QMessageBox.warning(self._parent, "Foretype", question, buttons.Yes | buttons.Cancel, buttons.Yes)
        return answer == buttons.Yes

    def ask_line(self, current: int, last: int) -> int | None:
        line, is_ok = QInputDialog.getInt(
            self._parent, tr("Go to line"), tr("Line, 1 to {last}:").format(last=last), current, 1, last
        )
        return line if is_ok else None

    def tell(self, title: str, text: str) -> None:
        QMessageBox.information(self._parent, title, text)

    def warn(self, sentence: str) -> None:
        QMessageBox.warning(self._parent, "Foretype", sentence)

    def _compare(self, file: TextFile, text: str, keep_label: str) -> DiskChoice:
        # Seldom wanted: the first window is there sooner without it.
        from editor.comparison.comparison_dialog import ComparisonDialog
        from editor.comparison.disk_comparer import CompareRequest

        request = CompareRequest(0, file.path, text, file.format)
        dialog = ComparisonDialog(file.path.name, request, self._parent, keep_label=keep_label)
        dialog.exec()
        dialog.deleteLater()
        return dialog.choice
