"""What a person drags over a widget and drops there: the events that Qt would send."""

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, __version_info__
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

_HOW = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
_COPY = Qt.DropAction.CopyAction


def drag_over(widget: QWidget, point: QPoint, data: QMimeData) -> None:
    """Enter `widget` at `point` and stay over it."""
    # Since Qt 6.12 whole pixels are deprecated, until then nothing else was taken.
    place = QPointF(point) if __version_info__ >= (6, 12) else point
    QCoreApplication.sendEvent(widget, QDragEnterEvent(place, _COPY, data, *_HOW))
    QCoreApplication.sendEvent(widget, QDragMoveEvent(place, _COPY, data, *_HOW))


def drop(widget: QWidget, point: QPoint, data: QMimeData) -> None:
    """Let go of `data` over `widget` at `point`."""
    QCoreApplication.sendEvent(widget, QDropEvent(QPointF(point), _COPY, data, *_HOW))
