"""Colours markup on the screen: the lines that are seen and the line that changes, whatever the document's size."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat

from editor.page.ghost_layout import color_text
from editor.page.markup import Kind, Language, LineState, tokens
from editor.page.page_marks import last_visible_block
from editor.page.text_edit import TextEdit
from editor.settings.theme import Theme

# From so many lines above the screen on is read what they leave open, unless it is known.
_READ_LINES = 300
_STATES = 8


class Highlighter(QObject):
    """The owner of the colours in the text of one page.

    A line's user state says what it leaves open, and in which generation it was coloured; the next generation begins
    when a change may concern all lines after it.
    """

    def __init__(self, text_edit: TextEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit = text_edit
        self._language = Language.PLAIN
        self._formats: dict[Kind, QTextCharFormat] = {}
        self._generation = 1
        self._is_stale = False
        text_edit.document().contentsChange.connect(self._on_contents_change)
        text_edit.textChanged.connect(self._on_text_changed)
        text_edit.verticalScrollBar().valueChanged.connect(self._on_seen)
        text_edit.viewport().installEventFilter(self)

    def set_language(self, language: Language) -> None:
        """Colour the words of `language`."""
        if language is not self._language:
            self._language = language
            self._begin_anew()

    def set_theme(self, theme: Theme) -> None:
        """Colour as `theme` says."""
        colors = {
            Kind.TAG: theme.markup_tag,
            Kind.ATTRIBUTE: theme.markup_attribute,
            Kind.VALUE: theme.markup_value,
            Kind.REMARK: theme.ghost,
        }
        for kind, color in colors.items():
            self._formats[kind] = QTextCharFormat()
            self._formats[kind].setForeground(QColor(color))
        self._begin_anew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Resize:
            self._on_seen()
        return super().eventFilter(watched, event)

    def _begin_anew(self) -> None:
        self._generation += 1
        self._on_seen()

    @Slot()
    def _on_seen(self) -> None:
        """Colour the lines on the screen that are not."""
        first = self._edit.firstVisibleBlock()
        if self._generation == 1 or not self._formats or not first.isValid():
            return
        self._color_to(first, last_visible_block(self._edit))

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        if self._language is Language.PLAIN:
            return
        document = self._edit.document()
        block, last = document.findBlock(position), document.findBlock(position + added)
        if not last.isValid():
            last = document.lastBlock()
        if last.blockNumber() - block.blockNumber() > _READ_LINES:
            # A document was loaded, or nearly: it is coloured where it is seen.
            self._generation += 1
            self._is_stale = True
            return
        before = self._known_state(last)
        while True:
            self._color(block)
            if block == last:
                break
            block = block.next()
        if self._known_state(last) != before and last.next().isValid():
            self._generation += 1
            self._is_stale = True

    @Slot()
    def _on_text_changed(self) -> None:
        # The lines have their places again.
        if self._is_stale:
            self._is_stale = False
            self._on_seen()

    def _color_to(self, first: QTextBlock, last: QTextBlock) -> None:
        block = first
        while block.isValid():
            if self._known_state(block) is None:
                self._color(block)
            if block == last:
                break
            block = block.next()

    def _color(self, block: QTextBlock) -> None:
        found, state = tokens(self._language, block.text(), self._state_before(block))
        block.setUserState(self._generation * _STATES + state)
        formats = self._formats
        looks = [(start, size, formats[kind]) for start, size, kind in found if kind in formats]
        color_text(self._edit.document(), block, looks)

    def _known_state(self, block: QTextBlock) -> LineState | None:
        generation, state = divmod(block.userState(), _STATES)
        return LineState(state) if generation == self._generation else None

    def _state_before(self, block: QTextBlock) -> LineState:
        """Return what the lines before leave open; reading them when none of them is known."""
        unread: list[QTextBlock] = []
        state: LineState | None = LineState.NONE
        for _ in range(_READ_LINES):
            if block.blockNumber() == 0:
                break
            block = block.previous()
            state = self._known_state(block)
            if state is not None:
                break
            unread.append(block)
        state = state or LineState.NONE
        for each in reversed(unread):
            _, state = tokens(self._language, each.text(), state)
        return state
