"""The documents of a window: one page in front, the others behind it, and a strip of tabs while there are several."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from editor.translation import tr
from editor.widgets.close_button import CloseButton
from editor.window.document_tab import DocumentTab
from editor.window.tab_names import tab_names

# Where there is no room for all names in full, they are cut to this before the strip scrolls.
_CUT_WIDTH_PX = 170
_LEAST_WIDTH_PX, _GREATEST_WIDTH_PX = 96, 240


class TabStrip(QTabBar):
    """The tabs; a click on the cross closes one, and so does the middle button.

    Signals:
        close_clicked(int): the tab at this place.
        menu_wanted(int, QPoint): for the tab at this place, at this place of the screen.
        left(): who was here by keys goes on to the page.
    """

    close_clicked = Signal(int)
    left = Signal()
    menu_wanted = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentTabs")
        self.setAccessibleName(tr("Open documents"))
        # A click must not take the keys from the page; who goes there by keys can move about and open the menu.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionBehaviorOnRemove(QTabBar.SelectionBehavior.SelectPreviousTab)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802  # Qt's name
        """Return a width between two that can be read and clicked."""
        hint = super().tabSizeHint(index)
        return QSize(max(_LEAST_WIDTH_PX, min(hint.width(), _GREATEST_WIDTH_PX)), hint.height())

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802  # Qt's name
        """Return a width at which most names can be told."""
        hint = self.tabSizeHint(index)
        return QSize(min(hint.width(), _CUT_WIDTH_PX), hint.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and index >= 0:
            self.close_clicked.emit(index)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            # Qt itself knows the menu key alone.
            self._want_menu()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._want_menu()
        elif (index := self.tabAt(event.pos())) >= 0:
            self.menu_wanted.emit(index, event.globalPos())

    def tabInserted(self, index: int) -> None:  # noqa: N802  # Qt's name
        """Give a tab its cross."""
        super().tabInserted(index)
        button = CloseButton(self)
        button.clicked.connect(self._on_cross_clicked)
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, button)

    def _want_menu(self) -> None:
        index = self.currentIndex()
        if index >= 0:
            self.menu_wanted.emit(index, self.mapToGlobal(self.tabRect(index).bottomLeft()))

    @Slot()
    def _on_cross_clicked(self) -> None:
        cross = self.sender()
        for index in range(self.count()):
            if self.tabButton(index, QTabBar.ButtonPosition.RightSide) is cross:
                self.close_clicked.emit(index)
                return


class DocumentTabs(QWidget):
    """Keeps the tabs in their order and one of them in front.

    Signals:
        current_changed(DocumentTab, DocumentTab | None): this one is in front now, that one was.
        close_wanted(DocumentTab): the person clicked it away.
        menu_wanted(DocumentTab, QPoint): a right click or the menu key, at this place of the screen.
        rearranged(): one was added, moved or taken away.
    """

    current_changed = Signal(object, object)
    close_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    rearranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[DocumentTab] = []
        self._current: DocumentTab | None = None
        self._is_alone = False
        self.strip = TabStrip(self)
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self._stack, 1)
        self.strip.hide()
        self.strip.currentChanged.connect(self._on_current_changed)
        self.strip.tabMoved.connect(self._on_tab_moved)
        self.strip.close_clicked.connect(self._on_close_clicked)
        self.strip.left.connect(self._on_strip_left)
        self.strip.menu_wanted.connect(self._on_menu_requested)

    @property
    def current(self) -> DocumentTab | None:
        """The tab in front; None before the first is added."""
        return self._current

    def all(self) -> list[DocumentTab]:
        """Return the tabs, from the left."""
        return list(self._tabs)

    def add(self, tab: DocumentTab, place: int | None = None) -> None:
        """Put a tab at a place from the left, else behind the one in front; the first comes to the front."""
        if place is None:
            place = self._tabs.index(self._current) + 1 if self._current is not None else 0
        self._tabs.insert(place, tab)
        tab.set_alone(self._is_alone)
        self._stack.addWidget(tab)
        self.strip.insertTab(place, "")
        self._on_rearranged()

    def remove(self, tab: DocumentTab) -> None:
        """Take a tab out; another comes to the front."""
        place = self._tabs.index(tab)
        self._tabs.remove(tab)
        self.strip.removeTab(place)
        self._stack.removeWidget(tab)
        tab.setParent(None)
        if self._current is tab:
            self._current = None
        self._on_rearranged()

    def show_tab(self, tab: DocumentTab) -> None:
        """Bring a tab to the front."""
        self.strip.setCurrentIndex(self._tabs.index(tab))

    def step(self, count: int) -> None:
        """Bring the tab so many places to the right to the front, from the left again at the end."""
        self.strip.setCurrentIndex((self.strip.currentIndex() + count) % len(self._tabs))

    def arrange(self, tabs: list[DocumentTab]) -> None:
        """Bring the tabs into this order."""
        for place, tab in enumerate(tabs):
            self.strip.moveTab(self._tabs.index(tab), place)

    def set_alone(self, is_alone: bool) -> None:
        """Show the page without anything around it, or with what belongs there."""
        self._is_alone = is_alone
        for tab in self._tabs:
            tab.set_alone(is_alone)
        self._show_strip()

    @Slot()
    def show_names(self) -> None:
        """Write on the tabs what their documents are called, and which of them are not saved."""
        names = tab_names([(tab.session.name, tab.session.path) for tab in self._tabs])
        for place, (tab, name) in enumerate(zip(self._tabs, names, strict=True)):
            mark = "• " if tab.session.is_modified else ""
            self.strip.setTabText(place, f"{mark}{name}".replace("&", "&&"))
            path = tab.session.path
            self.strip.setTabToolTip(place, str(path) if path is not None else tr("Not saved to a file yet"))

    def _on_rearranged(self) -> None:
        self.show_names()
        self._show_strip()
        self.rearranged.emit()

    def _show_strip(self) -> None:
        self.strip.setVisible(len(self._tabs) > 1 and not self._is_alone)

    @Slot(int)
    def _on_current_changed(self, place: int) -> None:
        tab = self._tabs[place] if 0 <= place < len(self._tabs) else None
        if tab is None or tab is self._current:
            return
        before, self._current = self._current, tab
        is_by_keys = self.strip.hasFocus()
        self._stack.setCurrentWidget(tab)
        self.current_changed.emit(tab, before)
        if is_by_keys:
            # Who goes from tab to tab by the arrow keys goes on.
            self.strip.setFocus()

    @Slot(int, int)
    def _on_tab_moved(self, place: int, to: int) -> None:
        self._tabs.insert(to, self._tabs.pop(place))
        self.rearranged.emit()

    @Slot(int)
    def _on_close_clicked(self, place: int) -> None:
        self.close_wanted.emit(self._tabs[place])

    @Slot()
    def _on_strip_left(self) -> None:
        if self._current is not None:
            self._current.take_focus()

    @Slot(int, QPoint)
    def _on_menu_requested(self, place: int, point: QPoint) -> None:
        self.menu_wanted.emit(self._tabs[place], point)
