"""The questions of a window, answered by the test."""

from pathlib import Path

from editor.files.dialogs import Choice, DiskChoice
from editor.files.document import TextFile


class FakeDialogs:
    """Answers every question from its attributes and remembers what it was told."""

    def __init__(self) -> None:
        self.open_path: Path | None = None
        self.save_path: Path | None = None
        self.choice = Choice.CANCEL
        self.overwrites = False
        self.takes_utf8 = False
        self.line: int | None = None
        self.disk_choice = DiskChoice.CANCEL
        self.asked: list[str] = []
        self.compared: list[tuple[Path, str]] = []
        self.warnings: list[str] = []
        self.told: list[str] = []

    def ask_open_path(self) -> Path | None:
        return self.open_path

    def ask_save_path(self, current: Path | None) -> Path | None:
        return self.save_path

    def ask_unsaved(self, name: str) -> Choice:
        self.asked.append(name)
        return self.choice

    def ask_overwrite(self, sentence: str, file: TextFile, text: str) -> DiskChoice:
        self.asked.append(sentence)
        self.compared.append((file.path, text))
        return DiskChoice.KEEP if self.overwrites else self.disk_choice

    def ask_comparison(self, file: TextFile, text: str) -> DiskChoice:
        self.compared.append((file.path, text))
        return self.disk_choice

    def ask_utf8(self, sentence: str) -> bool:
        self.asked.append(sentence)
        return self.takes_utf8

    def ask_line(self, current: int, last: int) -> int | None:
        return self.line

    def tell(self, title: str, text: str) -> None:
        self.asked.append(title)
        self.told.append(text)

    def warn(self, sentence: str) -> None:
        self.warnings.append(sentence)
