"""The panel "How it works" beside the page, about the document in front."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from editor.desks.shared_dock import SharedDock
from editor.settings.shortcuts import Command
from editor.suggestions.messages import Opinions, OpinionsRequest
from editor.translation import tr
from editor.window.document_tab import DocumentTab
from editor.window.editor_window import EditorWindow

if TYPE_CHECKING:  # the window opens before the panel is read
    from editor.how_it_works.panel import HowItWorksPanel


class HowItWorksDock(SharedDock):
    """Shows and hides the panel, and tells it which document is in front.

    Signals:
        opinions_requested(OpinionsRequest): what the parts of a model expect.
    """

    panel: "HowItWorksPanel | None"
    opinions_requested = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Command.HOW_IT_WORKS, tr("How it works"), "howItWorksDock", parent)
        self._tab: DocumentTab | None = None

    @Slot(object)
    def on_opined(self, opinions: Opinions) -> None:
        """Show what the parts of a model expect."""
        if self.panel is not None:
            self.panel.on_opinions(opinions)

    def _make_panel(self) -> QWidget:
        from editor.how_it_works.panel import HowItWorksPanel

        self.panel = HowItWorksPanel()
        self.panel.opinions_wanted.connect(self._on_opinions_wanted)
        return self.panel

    def _entered(self, window: EditorWindow) -> None:
        window.tabs.current_changed.connect(self._on_current_changed)
        self._watch(window.tab)

    def _left(self, window: EditorWindow) -> None:
        window.tabs.current_changed.disconnect(self._on_current_changed)
        self._watch(None)

    def _watch(self, tab: DocumentTab | None) -> None:
        self._tab = tab
        if self.panel is not None:
            self.panel.watched.watch(*((None, None) if tab is None else (tab.text_edit, tab.marks)))

    @Slot(object, object)
    def _on_current_changed(self, tab: DocumentTab, _before: DocumentTab | None) -> None:
        self._watch(tab)

    @Slot(str)
    def _on_opinions_wanted(self, context: str) -> None:
        if self._tab is not None:
            self.opinions_requested.emit(OpinionsRequest(context, self._tab.model))
