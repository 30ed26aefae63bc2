"""The questions that a document asks; the window asks them in dialogs, tests answer with a fake."""

from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from editor.files.document import TextFile


class Choice(Enum):
    """What to do with unsaved text."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class DiskChoice(Enum):
    """What to do with a text that differs from its file on disk; `KEEP` keeps the page's."""

    KEEP = auto()
    TAKE_DISK = auto()
    SAVE_COPY = auto()
    CANCEL = auto()


class Dialogs(Protocol):
    """Everything the window asks or tells in a dialog."""

    def ask_open_path(self) -> Path | None: ...
    def ask_save_path(self, current: Path | None) -> Path | None: ...
    def ask_unsaved(self, name: str) -> Choice: ...
    def ask_overwrite(self, sentence: str, file: TextFile, text: str) -> DiskChoice: ...
    def ask_comparison(self, file: TextFile, text: str) -> DiskChoice: ...
    def ask_utf8(self, sentence: str) -> bool: ...
    def ask_line(self, current: int, last: int) -> int | None: ...
    def tell(self, title: str, text: str) -> None: ...
    def warn(self, sentence: str) -> None: ...
