"""Labels of the dialogs: titles, sentences that wrap, quiet remarks; and sizes in words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

MARGIN_PX = 20


def title_label() -> QLabel:
    """Return an empty title."""
    label = QLabel()
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 1.35)
    font.setBold(True)
    label.setFont(font)
    label.setWordWrap(True)
    return label


def sentence_label(*, is_quiet: bool = False) -> QLabel:
    """Return an empty label whose text wraps and is no markup."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if is_quiet:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def size_text(size_bytes: int) -> str:
    """Return a size: `640 B`, `12 kB`, `3.4 MB`."""
    if size_bytes < 1000:
        return f"{size_bytes} B"
    return f"{size_bytes / 1e3:,.0f} kB" if size_bytes < 1e6 else f"{size_bytes / 1e6:,.1f} MB"
