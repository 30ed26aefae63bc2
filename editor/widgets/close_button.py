"""The cross at the right of a tab."""

from PySide6.QtCore import QEvent, QLineF, QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from editor.translation import tr

_SIZE_PX = 20
_ARM_PX = 3.5
_PEN_PX = 1.3
_RADIUS_PX = 4


class CloseButton(QAbstractButton):
    """A quiet cross that stands out under the pointer; it never takes the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Close tab"))
        self.setToolTip(tr("Close tab"))
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(_SIZE_PX, _SIZE_PX)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        is_hot = self.underMouse()
        if is_hot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Dark if self.isDown() else QPalette.ColorRole.Mid))
            painter.drawRoundedRect(self.rect(), _RADIUS_PX, _RADIUS_PX)
        group = QPalette.ColorGroup.Active if is_hot else QPalette.ColorGroup.Disabled
        painter.setPen(QPen(palette.color(group, QPalette.ColorRole.WindowText), _PEN_PX))
        middle = QPointF(self.width() / 2, self.height() / 2)
        for arm in (QPointF(_ARM_PX, _ARM_PX), QPointF(_ARM_PX, -_ARM_PX)):
            painter.drawLine(QLineF(middle - arm, middle + arm))
        painter.end()
