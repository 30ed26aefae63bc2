"""Loads the dictionaries and looks words up on a thread of its own; no failure ends it."""

import logging
from itertools import zip_longest

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from editor.errors import SpellingError
from editor.spelling.spelling import OFF, Dictionaries, Dictionary, chosen_languages
from editor.spelling.spelling_messages import CheckWords, Meant, OpenDictionary, SpellingState, SuggestFor, Verdicts
from editor.translation import tr

_log = logging.getLogger(__name__)
_NUM_SUGGESTIONS = 5


class SpellingWorker(QObject):
    """The thread's half; its slots run there.

    Signals:
        opened(SpellingState), checked(Verdicts), suggested(Meant): one for every request, in order.
    """

    opened = Signal(object)
    checked = Signal(object)
    suggested = Signal(object)

    def __init__(self, dictionaries: Dictionaries) -> None:
        super().__init__()
        self._dictionaries = dictionaries
        self._opened: dict[str, Dictionary] = {}

    @Slot(object)
    def on_open_requested(self, wanted: OpenDictionary) -> None:
        """Load the dictionaries of a wish, those in use excepted; say which there are."""
        languages: list[str] = []
        try:
            languages = self._dictionaries.languages()
            chosen = chosen_languages(wanted.wish, wanted.locale, languages)
            self._opened = {tag: self._opened.get(tag) or self._dictionaries.open(tag) for tag in chosen}
        except SpellingError as exc:
            failure = "" if wanted.wish == OFF and languages else exc.said(tr)
            self._opened = {}
            self.opened.emit(SpellingState(tuple(languages), (), failure))
            return
        except Exception as exc:  # noqa: BLE001  # a failure is an answer; the worker goes on
            _log.exception("no dictionary")
            self._opened = {}
            failure = tr("Spelling is off: {reason}").format(reason=exc)
            self.opened.emit(SpellingState(tuple(languages), (), failure))
            return
        self.opened.emit(SpellingState(tuple(languages), chosen))

    @Slot(object)
    def on_check_requested(self, wanted: CheckWords) -> None:
        """Look words up; one that cannot be looked up counts as right."""
        found = {}
        for word in wanted.words:
            try:
                found[word] = not self._opened or any(each.check(word) for each in self._opened.values())
            except Exception:  # noqa: BLE001  # a failure is an answer; the worker goes on
                _log.exception("a word could not be looked up")
                found[word] = True
        self.checked.emit(Verdicts(wanted.languages, found))

    @Slot(object)
    def on_suggest_requested(self, wanted: SuggestFor) -> None:
        """Find words that may be meant: the likeliest of each language, then the next ones."""
        found: list[str] = []
        try:
            ranks = zip_longest(*(each.suggest(wanted.word) for each in self._opened.values()))
            found = list(dict.fromkeys(word for rank in ranks for word in rank if word))[:_NUM_SUGGESTIONS]
        except Exception:  # noqa: BLE001  # a failure is an answer; the worker goes on
            _log.exception("no suggestion for a word")
        self.suggested.emit(Meant(wanted.id, tuple(found)))

    @Slot()
    def on_stopping(self) -> None:
        """Give the dictionaries back on the thread that they belong to."""
        self._opened = {}


class SpellingThread(QObject):
    """Owns the worker and its thread; lives on the GUI thread. The thread starts with the first request.

    Signals:
        opened(SpellingState), checked(Verdicts), suggested(Meant): from the worker, emitted on the GUI thread.
    """

    opened = Signal(object)
    checked = Signal(object)
    suggested = Signal(object)
    _open_requested = Signal(object)
    _check_requested = Signal(object)
    _suggest_requested = Signal(object)
    _stopping = Signal()

    def __init__(self, dictionaries: Dictionaries, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = SpellingWorker(dictionaries)
        self._thread = QThread()
        self._thread.setObjectName("spelling")
        self._worker.moveToThread(self._thread)
        self._open_requested.connect(self._worker.on_open_requested)
        self._check_requested.connect(self._worker.on_check_requested)
        self._suggest_requested.connect(self._worker.on_suggest_requested)
        self._stopping.connect(self._worker.on_stopping, Qt.ConnectionType.BlockingQueuedConnection)
        self._worker.opened.connect(self.opened)
        self._worker.checked.connect(self.checked)
        self._worker.suggested.connect(self.suggested)

    def open(self, wanted: OpenDictionary) -> None:
        """Ask for a language."""
        if not self._thread.isRunning():
            # Someone may be typing meanwhile.
            self._thread.start(QThread.Priority.LowPriority)
        self._open_requested.emit(wanted)

    def check(self, wanted: CheckWords) -> None:
        """Ask about words."""
        self._check_requested.emit(wanted)

    def suggest(self, wanted: SuggestFor) -> None:
        """Ask for suggestions."""
        self._suggest_requested.emit(wanted)

    def stop(self) -> None:
        """Let the worker finish what it does, some 0.1 s at most, and end the thread."""
        if self._thread.isRunning():
            self._stopping.emit()
        self._thread.quit()
        self._thread.wait()
