"""Loads the dictionaries and looks words up on a thread of its own; no failure ends it."""

import logging
from itertools import zip_longest

from PySide6.QtCore import QObject, Signal, Slot

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
