"""The pages of "How it works", each made when it is first looked at."""

import json
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from editor.how_it_works.heights_page import HeightsPage
from editor.how_it_works.lesson_worker import LessonThread
from editor.how_it_works.memory_page import MemoryPage
from editor.how_it_works.next_page import NextPage
from editor.how_it_works.page import LessonPage
from editor.how_it_works.race_page import RacePage
from editor.how_it_works.surprise_page import SurprisePage
from editor.how_it_works.watched_text import WatchedText
from editor.suggestions.messages import Opinions
from editor.translation import QT_TR_NOOP, tr
from lm.model.folder_layout import BYTES, DEFAULT_MODEL
from resources import DEPENDENCY, JUDGE, companion_models, shipped_model
from resources.model_folder import CARD

_log = logging.getLogger(__name__)
_WIDTH_PX = 440
_LETTERS = "letters"


class HowItWorksPanel(QWidget):
    """Tabs of lessons about the document at hand.

    Signals:
        opinions_wanted(str): what the models of the suggestions expect after this context.
        shown(bool): it was opened, or closed.

    Attributes:
        watched: the document that the pages speak of.
    """

    opinions_wanted = Signal(str)
    shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("howItWorks")
        self.watched = WatchedText(self)
        companions = companion_models()
        self._networks = {_LETTERS: shipped_model(DEFAULT_MODEL) / BYTES} | companions
        self._cards = {name: card for name, folder in companions.items() if (card := _card(folder)) is not None}
        self.thread_of_networks = LessonThread(companions, self._networks, self)
        self._makers: dict[int, Callable[[], LessonPage]] = {}
        self._pages: dict[int, LessonPage] = {}
        self._current: LessonPage | None = None
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._add(HeightsPage.title, HeightsPage)
        self._add(NextPage.title, self._make_next)
        self._add(SurprisePage.title, self._make_surprise)
        self._add(MemoryPage.title, self._make_memory)
        self._add(RacePage.title, self._make_race)
        self._add(QT_TR_NOOP("Forger"), self._make_forger)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.tabs.currentChanged.connect(self._on_current_changed)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH_PX, 640)

    def page(self, index: int) -> LessonPage:
        """Return a page; it is made if it was not."""
        if index not in self._pages:
            page = self._makers[index]()
            self._pages[index] = page
            area = self.tabs.widget(index)
            assert isinstance(area, QScrollArea)
            area.setWidget(page)
        return self._pages[index]

    def take_focus(self) -> None:
        """Put the keyboard on the tabs."""
        self.tabs.tabBar().setFocus()

    def stop(self) -> None:
        """End what runs."""
        self._turn_to(None)
        for page in self._pages.values():
            page.stop()
        self.watched.watch(None, None)
        self.thread_of_networks.stop()

    @Slot(object)
    def on_opinions(self, opinions: Opinions) -> None:
        """Hand on what the models of the suggestions expect."""
        for page in self._pages.values():
            if isinstance(page, NextPage):
                page.on_opinions(opinions)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._turn_to(self.page(self.tabs.currentIndex()))
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._turn_to(None)
        self.shown.emit(False)

    def _add(self, title: str, make: Callable[[], LessonPage]) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._makers[self.tabs.addTab(area, tr(title))] = make

    def _make_next(self) -> LessonPage:
        page = NextPage(self.watched, self.thread_of_networks, self._cards)
        page.opinions_wanted.connect(self.opinions_wanted)
        return page

    def _make_surprise(self) -> LessonPage:
        return SurprisePage(self.watched, self.thread_of_networks, self._networks)

    def _make_memory(self) -> LessonPage:
        dependency = DEPENDENCY
        return MemoryPage(self.watched, self.thread_of_networks, self._networks, dependency)

    def _make_race(self) -> LessonPage:
        return RacePage(self.watched, self.thread_of_networks)

    def _make_forger(self) -> LessonPage:
        # Here, not above: it brings the gallery's engine along.
        from editor.how_it_works.forger_page import ForgerPage

        return ForgerPage(JUDGE)

    def _turn_to(self, page: LessonPage | None) -> None:
        if page is self._current:
            return
        if self._current is not None:
            self._current.end()
        self._current = page
        if page is not None:
            page.begin()

    @Slot(int)
    def _on_current_changed(self, index: int) -> None:
        if self.isVisible():
            self._turn_to(self.page(index))


def _card(folder: Path) -> Mapping[str, Any] | None:
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        float(card["measured"]["bits_per_char"])
    except (OSError, ValueError, KeyError, TypeError) as exc:
        _log.warning("the card of %s cannot be read (%s)", folder, exc)
        return None
    assert isinstance(card, dict)
    return card
