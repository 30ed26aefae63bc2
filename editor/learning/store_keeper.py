"""Keeps the personal store on a thread of its own, so that neither a key nor a suggestion waits for the disk."""

import logging
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QThread, Signal, Slot

from editor.learning.messages import (
    ExportLearned,
    ForgetEverything,
    ForgetSources,
    ForgetWords,
    Learned,
    OpenedText,
    Outcome,
    Wish,
    WrittenText,
    listed,
)
from editor.process.worker_thread import WorkerThread
from editor.suggestions.lessons import Lesson, UnlearnWord, WholeLesson
from editor.translation import QT_TR_NOOP, tr
from lm.keeping.personal_store import LOG_NAME, PersonalStore, day_key, document_key
from lm.text.secret_text import BEFORE_CHARS, BREAK, without_secrets
from resources.files.atomic_file import write_atomically
from resources.files.record_log import StoreError

_log = logging.getLogger(__name__)
_ELSEWHERE = QT_TR_NOOP(
    "another Foretype keeps what is learned: this one learns only until it is closed, and cannot forget for good"
)


class StoreKeeper(QObject):
    """Writes down what is learned, hands it on to the teacher, and forgets; its slots run on its own thread.

    Signals:
        lesson_ready(Lesson | WholeLesson | UnlearnWord): for the teacher, in order.
        learned_listed(Learned): the answer to `on_list_requested`.
        finished(Outcome): a wish was fulfilled or not.
    """

    lesson_ready = Signal(object)
    learned_listed = Signal(object)
    finished = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._store: PersonalStore | None = None
        self._lock: QLockFile | None = None
        self._note = ""
        self._last_run = 0
        self._before = ""  # the end of what was written last in that run, to know a secret by its name
        self._failure = ""

    @Slot()
    def on_started(self) -> None:
        """Read the store."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = QLockFile(str(self._folder / (LOG_NAME + ".lock")))
            # Only a dead owner makes a lock stale, not its age.
            lock.setStaleLockTime(0)
            is_mine = lock.tryLock(0)
            self._lock = lock if is_mine else None
            self._note = "" if is_mine else tr(_ELSEWHERE)
            self._store = PersonalStore(self._folder, is_writable=is_mine)
        except (StoreError, OSError) as exc:
            self._note = str(exc)
            _log.warning("nothing is kept of what is learned: %s", exc)

    @Slot()
    def on_stopping(self) -> None:
        """Release the store to other processes."""
        if self._lock is not None:
            self._lock.unlock()

    @Slot(object)
    def on_written(self, written: WrittenText) -> None:
        """Keep and teach what was typed or pasted, less what looks like a secret."""
        continues = written.continues and written.run == self._last_run
        before = self._before if continues else ""
        text = without_secrets(written.text, before)
        self._last_run, self._before = written.run, (before + written.text)[-BEFORE_CHARS:]
        if self._store is not None:
            key = day_key(date.today()) if written.path is None else document_key(written.path)
            self._store.add(key, text, continues=continues)
            self._say_failure()
        if text.strip(BREAK):
            self.lesson_ready.emit(Lesson(text, written.run, written.continues, written.is_pasted))

    @Slot(object)
    def on_opened(self, opened: OpenedText) -> None:
        """Keep a document, and teach what is new in it, less what looks like a secret."""
        text = without_secrets(opened.text)
        if self._store is not None:
            text = self._store.put_document(opened.path, text)
            self._say_failure()
        if text:
            self.lesson_ready.emit(Lesson(text, 0, continues=False, is_document=True))

    @Slot(bool)
    def on_lessons_wanted(self, replaces: bool) -> None:
        """Teach everything."""
        texts = tuple(source.text for source in self._store.sources()) if self._store is not None else ()
        self.lesson_ready.emit(WholeLesson(texts, replaces))

    @Slot(object)
    def on_wished(self, wish: Wish) -> None:
        """Forget or export; say how it went and what is left."""
        if self._store is None:
            self.finished.emit(Outcome(self._note or tr("nothing was learned"), is_failure=True))
            return
        try:
            sentence = self._fulfil(self._store, wish)
        except (StoreError, OSError) as exc:
            self.finished.emit(Outcome(str(exc), is_failure=True))
            return
        self.finished.emit(Outcome(sentence))
        if not isinstance(wish, ExportLearned):
            self.on_list_requested()

    @Slot()
    def on_list_requested(self) -> None:
        """Say what was learned."""
        sources = self._store.sources() if self._store is not None else []
        words = self._store.words() if self._store is not None else {}
        ranked = sorted(words.items(), key=lambda item: (-item[1], item[0].casefold()))
        self.learned_listed.emit(Learned(tuple(map(listed, reversed(sources))), tuple(ranked), self._note))

    def _fulfil(self, store: PersonalStore, wish: Wish) -> str:
        match wish:
            case ForgetWords(words):
                if not store.forget_words(words):
                    several = tr("none of these {count} words was learned")
                    sentence = several if len(words) > 1 else tr("“{word}” was not learned")
                    return sentence.format(count=len(words), word=words[0])
                for word in words:
                    self.lesson_ready.emit(UnlearnWord(word))
                sentence = tr("Forgot {count} words") if len(words) > 1 else tr("Forgot “{word}”")
                return sentence.format(count=len(words), word=words[0])
            case ForgetSources(keys):
                if not store.forget_sources(keys):
                    return tr("Nothing was learned from it")
                self.on_lessons_wanted(replaces=True)
                return tr("Forgot {count} texts").format(count=len(keys)) if len(keys) > 1 else tr("Forgot it")
            case ForgetEverything():
                store.forget_everything()
                self.on_lessons_wanted(replaces=True)
                return tr("Forgot everything")
            case ExportLearned(path):
                write_atomically(path, "".join(store.export()).encode("utf-8", "replace"))
                return tr("Exported to {path}").format(path=path)

    def _say_failure(self) -> None:
        assert self._store is not None
        if self._store.failure != self._failure:
            self._failure = self._store.failure
            if self._failure:
                _log.warning("%s", self._failure)
                self.finished.emit(Outcome(self._failure, is_failure=True))


class StoreThread(WorkerThread):
    """The thread of the keeper; it starts with reading the store, and stops when all it was told is written down.

    Signals:
        written(WrittenText), opened(OpenedText), wished(Wish), list_requested(): to the keeper.
        learned_listed(Learned), finished(Outcome): from the keeper, emitted on the GUI thread.
    """

    written = Signal(object)
    opened = Signal(object)
    wished = Signal(object)
    list_requested = Signal()
    learned_listed = Signal(object)
    finished = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__("personal store", parent, priority=QThread.Priority.LowPriority)
        self.keeper = self.take(StoreKeeper(folder))
        self.written.connect(self.keeper.on_written)
        self.opened.connect(self.keeper.on_opened)
        self.wished.connect(self.keeper.on_wished)
        self.list_requested.connect(self.keeper.on_list_requested)
        self.keeper.learned_listed.connect(self.learned_listed)
        self.keeper.finished.connect(self.finished)
