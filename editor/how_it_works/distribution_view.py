"""One model's opinion of the next character: the likeliest ten, as bars with their probabilities."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.translation import QT_TR_NOOP, tr
from lm.predicting.opinions import Opinion

COUNT = 10
_WIDTH_PX = 150
_NAMES = {ord(" "): QT_TR_NOOP("space"), ord("\n"): QT_TR_NOOP("line end"), ord("\t"): QT_TR_NOOP("tab")}
_SIGNS = {ord(" "): "␣", ord("\n"): "⏎", ord("\t"): "⇥"}


class DistributionView(QWidget):
    """A title, a line under it and ten rows; empty while the model has no opinion."""

    def __init__(self, title: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._note = note
        self._rows: tuple[tuple[int, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Next character, {title}").format(title=title))

    @property
    def rows(self) -> tuple[tuple[int, float], ...]:
        """The bytes that are shown with their probabilities, likeliest first."""
        return self._rows

    def show_opinion(self, opinion: Opinion | None) -> None:
        """Show what a model expects; None when it has nothing to say."""
        self._rows = () if opinion is None else opinion.likeliest(COUNT)
        if opinion is not None and opinion.weight is not None:
            self._note = tr("heard with {weight:.0f} %").format(weight=100 * opinion.weight)
        said = ", ".join(f"{tr(_NAMES.get(byte, sign(byte)))} {100 * share:.1f} %" for byte, share in self._rows)
        self.setAccessibleDescription(said or tr("no opinion"))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        return QSize(_WIDTH_PX, round(metrics.height() * (COUNT + 2.8)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDTH_PX * 2 // 3, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        line = metrics.height()
        text, quiet = self._color(QPalette.ColorRole.Text), self._color(QPalette.ColorRole.PlaceholderText)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(text)
        room = self.width() - 6.0
        heading = QFontMetricsF(bold).elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(0, 0, room, line), Qt.AlignmentFlag.AlignLeft, heading)
        painter.setFont(self.font())
        painter.setPen(quiet)
        note = metrics.elidedText(self._note, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(0, line, room, line), Qt.AlignmentFlag.AlignLeft, note)
        if not self._rows:
            painter.drawText(QRectF(0, 2.4 * line, room, line), Qt.AlignmentFlag.AlignLeft, "–")
        bar = QColor(self._color(QPalette.ColorRole.Highlight))
        left, number = metrics.averageCharWidth() * 2.4, metrics.horizontalAdvance("100 % ")
        width = max(10.0, room - left - number)
        for index, (byte, share) in enumerate(self._rows):
            top = (2.4 + index) * line
            painter.setPen(text)
            painter.drawText(QRectF(0, top, left, line), Qt.AlignmentFlag.AlignLeft, sign(byte))
            bar.setAlphaF(0.85)
            painter.fillRect(QRectF(left, top + line * 0.2, max(1.0, width * share), line * 0.62), bar)
            painter.setPen(quiet)
            said = f"{100 * share:.0f} %" if share >= 0.005 else "< 1 %"
            painter.drawText(QRectF(room - number, top, number, line), Qt.AlignmentFlag.AlignRight, said)
        if self.hasFocus():
            painter.setPen(self._color(QPalette.ColorRole.Highlight))
            painter.drawRect(QRectF(0, 0, self.width() - 1, self.height() - 1))

    def _color(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)


def sign(byte: int) -> str:
    """Return what stands for a byte: its character, a sign for white space, its number where it is part of a letter."""
    if byte in _SIGNS:
        return _SIGNS[byte]
    character = chr(byte)
    return character if byte < 0x80 and character.isprintable() else f"{byte:02x}"
