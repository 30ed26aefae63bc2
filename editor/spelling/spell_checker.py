"""Which words are misspelled: what the dictionary said, the person's own words, what is still to be asked."""

from PySide6.QtCore import QObject, QThread, Signal, Slot

from editor.process.worker_thread import WorkerThread
from editor.spelling.spelled_words import lookup_form, parts
from editor.spelling.spelling import OFF, Dictionaries, is_of_script
from editor.spelling.spelling_messages import CheckWords, OpenDictionary, SpellingState, SuggestFor, Verdicts
from editor.spelling.spelling_worker import SpellingWorker
from editor.spelling.word_list import WordList

# At most some 0.05 s of the dictionary's time, so that a request for suggestions does not wait.
_MOST_WORDS = 300
# More words than a book has; then all are asked about anew.
_MOST_VERDICTS = 200_000

Parts = tuple[tuple[int, int], ...]
"""Start and length of what is wrong in a word."""


class SpellChecker(QObject):
    """One for all windows; lives on the GUI thread. Nothing is loaded before something is asked.

    Attributes:
        state: the languages in use, or why there is none; None as long as nobody asked.

    Signals:
        changed(): other words are misspelled now than before.
        state_changed(): the languages changed, or whether there are any.
        suggested(Meant): the answer to `suggest`.
    """

    changed = Signal()
    state_changed = Signal()
    suggested = Signal(object)
    _open_requested = Signal(object)
    _check_requested = Signal(object)
    _suggest_requested = Signal(object)

    def __init__(
        self,
        dictionaries: Dictionaries,
        own_words: WordList,
        locale: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state: SpellingState | None = None
        self._own_words = own_words
        self._locale = locale
        self._wish = ""
        self._opens = 0  # the answers to these are still to come
        self._is_started = False
        self._verdicts: dict[str, bool] = {}
        self._parts: dict[str, Parts] = {}
        self._wanted: dict[str, None] = {}
        self._asked: frozenset[str] = frozenset()  # the answer is still to come
        self._ids = 0
        # Someone may be typing meanwhile.
        self._thread = WorkerThread("spelling", self, priority=QThread.Priority.LowPriority)
        worker = self._worker = self._thread.take(SpellingWorker(dictionaries))
        self._open_requested.connect(worker.on_open_requested)
        self._check_requested.connect(worker.on_check_requested)
        self._suggest_requested.connect(worker.on_suggest_requested)
        worker.opened.connect(self._on_opened)
        worker.checked.connect(self._on_checked)
        worker.suggested.connect(self.suggested)

    @property
    def wish(self) -> str:
        """The language that the person chose, "" for the system's, "off" for none."""
        return self._wish

    @property
    def is_on(self) -> bool:
        """Whether words are looked up, now or as soon as the dictionary is there."""
        return self._wish != OFF and (self.state is None or bool(self._opens) or bool(self.state.in_use))

    def set_wish(self, wish: str) -> None:
        """Look words up in this language from now on."""
        if wish == self._wish:
            return
        self._wish = wish
        if self._is_started:
            self._open()
        self.changed.emit()

    def look_again(self) -> None:
        """Find out which dictionaries are installed now."""
        self._open()

    def stop(self) -> None:
        """Let the worker finish what it does, some 0.1 s at most, and end the thread."""
        self._thread.stop()

    def wrong_parts(self, word: str) -> Parts | None:
        """Return what is misspelled in a word; None when that is not known: `ask` then finds out."""
        known = self._parts.get(word)
        if known is not None:
            return known
        found = self._judged(word)
        if found is not None:
            self._parts[word] = found
        return found

    def ask(self) -> None:
        """Look up all words that were not known."""
        if not self._wanted or not self.is_on:
            return
        if not self._is_started:
            self._open()
            return
        if self._asked or self._opens or self.state is None or not self.state.in_use:
            return
        words = tuple(self._wanted)[:_MOST_WORDS]
        for word in words:
            del self._wanted[word]
        self._asked = frozenset(words)
        self._check_requested.emit(CheckWords(self.state.in_use, words))

    def suggest(self, word: str) -> int:
        """Ask for what may be meant; return the id that the answer will carry."""
        self._ids += 1
        self._suggest_requested.emit(SuggestFor(self._ids, lookup_form(word)))
        return self._ids

    def add(self, word: str) -> None:
        """Accept a word for good; raises SpellingError when it cannot be stored for the next start."""
        self._parts.clear()
        try:
            self._own_words.add(lookup_form(word))
        finally:
            self.changed.emit()

    def _judged(self, word: str) -> Parts | None:
        if self.state is None or not self.state.in_use:
            self._wanted[lookup_form(word)] = None
            return None
        whole = self._is_right(word)
        if whole:
            return ()
        pieces = parts(word)
        if len(pieces) == 1 and pieces[0][1] == word:
            return None if whole is None else ((0, len(word)),)
        verdicts = [(start, piece, self._is_right(piece)) for start, piece in pieces]
        if whole is None or any(verdict is None for _, _, verdict in verdicts):
            return None
        return tuple((start, len(piece)) for start, piece, verdict in verdicts if not verdict)

    def _is_right(self, word: str) -> bool | None:
        word = lookup_form(word)
        if word in self._own_words:
            return True
        verdict = self._verdicts.get(word)
        if verdict is None:
            assert self.state is not None
            if not any(is_of_script(word, language) for language in self.state.in_use):
                return True
            if word not in self._asked:
                self._wanted[word] = None
        return verdict

    def _open(self) -> None:
        self._is_started = True
        self._opens += 1
        self._thread.start()
        self._open_requested.emit(OpenDictionary(self._wish, self._locale))

    @Slot(object)
    def _on_opened(self, state: SpellingState) -> None:
        self._opens -= 1
        before, self.state = self.state, state
        if before is None or before.in_use != state.in_use:
            self._verdicts.clear()
            self._parts.clear()
            self._wanted.clear()
            self.changed.emit()
        self.state_changed.emit()
        self.ask()

    @Slot(object)
    def _on_checked(self, verdicts: Verdicts) -> None:
        self._asked = frozenset()
        if self.state is not None and verdicts.languages == self.state.in_use:
            if len(self._verdicts) > _MOST_VERDICTS:
                self._verdicts.clear()
                self._parts.clear()
            self._verdicts.update(verdicts.is_right)
            self.changed.emit()
        self.ask()
