"""Faces side by side, as large as the person wants them: arrow keys move, marks say what is locked or kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPainterPath, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gan_gallery.panel.face_model import FAVOURITE_ROLE, LOCKED_ROLE, FaceModel

SMALLEST_PX, LARGEST_PX, FIRST_PX = 48, 320, 84
_GAP_PX = 6
_MARK_PX = 14
_WHEEL_STEP = 12


@dataclass(frozen=True, slots=True)
class FaceAction:
    """Something that can be done with faces: the words of its button, its key while the faces have the focus."""

    name: str
    label: str
    key: str
    tip: str
    slot: Callable[[], None]


class _FaceDelegate(QStyledItemDelegate):
    """Paints one face, its marks, and a frame that shows selection and focus."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colors = option.palette
        rect = QRectF(option.rect).adjusted(_GAP_PX / 2, _GAP_PX / 2, -_GAP_PX / 2, -_GAP_PX / 2)
        state = option.state
        image = index.data(Qt.ItemDataRole.DecorationRole)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(rect, 4, 4)
        painter.fillPath(shape, colors.color(QPalette.ColorRole.Mid))
        if image is not None:
            painter.setClipPath(shape)
            painter.drawImage(rect, image)
            painter.setClipping(False)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(colors.color(QPalette.ColorRole.Highlight), 3))
            painter.drawPath(shape)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colors.color(QPalette.ColorRole.Text), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), 3, 3)
        if index.data(LOCKED_ROLE):
            _draw_mark(painter, _padlock(), rect.topLeft() + QPointF(4, 4))
        if index.data(FAVOURITE_ROLE):
            _draw_mark(painter, _heart(), rect.topRight() + QPointF(-4 - _MARK_PX, 4))
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002  # Qt's signature
    ) -> QSize:
        size = option.decorationSize
        return QSize(size.width() + _GAP_PX, size.height() + _GAP_PX)


class FaceView(QListView):
    """The grid of faces.

    Signals:
        zoomed(int): the person turned the wheel with Ctrl; the new side of a face in pixels.
        selection_moved(): other faces are selected.
    """

    zoomed = Signal(int)
    selection_moved = Signal()

    def __init__(self, model: FaceModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_FaceDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setModel(model)
        self.set_face_size(FIRST_PX)
        self.selectionModel().selectionChanged.connect(self.selection_moved)

    def set_face_size(self, side_px: int) -> None:
        """Show faces `side_px` wide."""
        side_px = max(SMALLEST_PX, min(LARGEST_PX, side_px))
        self.setIconSize(QSize(side_px, side_px))
        self.setGridSize(QSize(side_px + _GAP_PX, side_px + _GAP_PX))

    def add_actions(self, wanted: Sequence[FaceAction]) -> dict[str, QAction]:
        """Offer actions by key and by the menu of the right button; return them by name."""
        actions = {}
        for each in wanted:
            action = QAction(each.label, self)
            key = QKeySequence(each.key)
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setToolTip(f"{each.tip} ({key.toString(QKeySequence.SequenceFormat.NativeText)})")
            action.triggered.connect(each.slot)
            self.addAction(action)
            actions[each.name] = action
        return actions

    def selected_places(self) -> list[int]:
        """Return the places of the selected faces, in reading order; the faces may just have become fewer."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [row for row in rows if row < self.model().rowCount()]

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        change = _WHEEL_STEP if event.angleDelta().y() > 0 else -_WHEEL_STEP
        self.zoomed.emit(self.iconSize().width() + change)
        event.accept()


def _draw_mark(painter: QPainter, path: QPainterPath, corner: QPointF) -> None:
    """Draw white on a dark disc, readable on any face."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 170))
    painter.drawEllipse(QRectF(corner, QSize(_MARK_PX, _MARK_PX)).adjusted(-3, -3, 3, 3))
    painter.setBrush(QColor(255, 255, 255))
    painter.drawPath(path.translated(corner))


def _padlock() -> QPainterPath:
    s = _MARK_PX
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.16 * s, 0.44 * s, 0.68 * s, 0.5 * s), 1.5, 1.5)
    path.addRoundedRect(QRectF(0.26 * s, 0.06 * s, 0.48 * s, 0.6 * s), 0.24 * s, 0.24 * s)
    hole = QPainterPath()
    hole.addRoundedRect(QRectF(0.38 * s, 0.18 * s, 0.24 * s, 0.26 * s), 0.1 * s, 0.1 * s)
    path.setFillRule(Qt.FillRule.WindingFill)
    return path.subtracted(hole)


def _heart() -> QPainterPath:
    s = _MARK_PX
    path = QPainterPath(QPointF(0.5 * s, 0.92 * s))
    path.cubicTo(-0.25 * s, 0.35 * s, 0.2 * s, -0.15 * s, 0.5 * s, 0.25 * s)
    path.cubicTo(0.8 * s, -0.15 * s, 1.25 * s, 0.35 * s, 0.5 * s, 0.92 * s)
    return path
