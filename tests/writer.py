"""Somebody who writes a letter in a real window, with the reflexes of real people, and takes what is right.

The bench types twenty letters at human speed with it, the tests one as fast as suggestions come.
"""

import math
import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from editor.program.typing_driver import right_prefix
from editor.suggestions.suggestion_controller import BAR_ORDER
from editor.window.editor_window import EditorWindow
from lm.model.suggestion import SuggestedEdit

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_BAR_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
_TAKES_SPACE = tuple(".,;:!?)]}’”…\n")
# How often a reflex comes: of takes by Tab, of takes that end in a space, of letters, of words.
_TAB_TWICE, _SPACE_ANYWAY, _SLIP, _WRONG_WORD = 0.3, 0.25, 0.02, 0.03
_WRONG_WORDS = ("because", "their", "werk", "house", "teh")
_LEAST_SAVED = 2
"""Nobody reads the bar for a single key."""
_SAMPLE_MS = 5


@dataclass(frozen=True, slots=True)
class Key:
    """One key, the milliseconds before it (None: the writer's usual pace), and whether it is a reflex or a mistake."""

    key: int
    modifiers: Qt.KeyboardModifier = _NONE
    text: str = ""
    pause_ms: float | None = None
    is_extra: bool = False


@dataclass(slots=True)
class Account:
    """What became of the writing.

    Attributes:
        characters: of the letters.
        keys: pressed, without reflexes that did nothing and mistakes of the writer's own.
        unmeant: characters that came onto the page and were not meant.
        ghosts, right, words: ghosts shown; those that were right, as far as they were; all words of the bar.
        blank, samples: looks at the bar, and how often it was empty.
    """

    characters: int = 0
    keys: int = 0
    unmeant: int = 0
    ghosts: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    blank: int = 0
    samples: int = 0
    letters: list[str] = field(default_factory=list)

    def lines(self, not_words: int | None) -> Iterator[str]:
        """Say it; `not_words` is None where no dictionary could be asked."""
        ghosts, right = self.ghosts, self.right
        several = sum(len(ghost.split()) > 1 for ghost in ghosts)
        single = sum(len(ghost.strip()) == 1 for ghost in ghosts)
        yield f"characters                    {self.characters}"
        yield f"not what was meant            {self.unmeant}"
        yield f"ghosts shown / right          {len(ghosts)} / {len(right)}"
        yield f"right ghosts, mean letters    {_mean(len(each.strip()) for each in right):.1f}"
        yield f"right ghosts, mean words      {_mean(len(each.split()) for each in right):.2f}"
        yield f"ghosts of two words and more  {several / len(ghosts) if ghosts else 0:.1%}"
        yield f"ghosts of one letter          {single}"
        yield f"bar words that are no words   {'no hunspell' if not_words is None else not_words}"
        yield f"bar blank                     {self.blank / self.samples if self.samples else 0:.1%} of the time"
        yield f"keys saved                    {1 - self.keys / self.characters if self.characters else 0:.1%}"


class Writer(QObject):
    """Writes one text; lives on the GUI thread.

    Signals:
        finished(): the text is on the page.
    """

    finished = Signal()

    def __init__(self, window: EditorWindow, text: str, account: Account, *, seed: int, key_ms: float) -> None:
        """Press a key every `key_ms` or so; 0 goes on as soon as the suggestion is there."""
        super().__init__(window.main_window)
        self._window, self._tab = window, window.tab
        self._text, self._account = text, account
        self._random = random.Random(seed)
        self._key_ms = key_ms
        self._typed = 0
        self._coming: deque[Key] = deque()
        self._has_space_too_much = self._is_repairing = False
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)
        self._sample = QTimer(self)
        self._sample.setInterval(_SAMPLE_MS)
        self._sample.timeout.connect(self._on_sample)
        self._tab.controller.ghost_appeared.connect(self._on_ghost_appeared)
        self._tab.controller.words_changed.connect(self._on_words_changed)

    def start(self) -> None:
        """Begin."""
        self._account.characters += len(self._text)
        self._account.letters.append(self._text)
        self._tick.start(0)

    # What the writer sees.

    @Slot(str)
    def _on_ghost_appeared(self, ghost: str) -> None:
        page = self._tab.text_edit.text()
        self._account.ghosts.append(ghost)
        if self._text.startswith(page):
            right = right_prefix(ghost, self._text[len(page) :], page)
            if right:
                self._account.right.append(right)

    @Slot(object)
    def _on_words_changed(self, words: tuple[SuggestedEdit, ...]) -> None:
        self._account.words.update(word.shown for word in words)

    @Slot()
    def _on_sample(self) -> None:
        self._account.samples += 1
        self._account.blank += not any(self._tab.bar.words())

    # What the writer does.

    @Slot()
    def _on_tick(self) -> None:
        if self._key_ms and self._typed and not self._sample.isActive():
            self._sample.start()
        if not self._coming:
            self._look()
            if self._typed >= len(self._text) and not (self._has_space_too_much or self._is_repairing):
                self._sample.stop()
                self.finished.emit()
                return
            if not self._key_ms and self._tab.controller.is_busy:
                self._tick.start(1)
                return
            self._coming.extend(self._next_keys())
        key = self._coming.popleft()
        self._account.keys += not key.is_extra
        target = self._window.main_window.windowHandle()
        for type_ in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(target, QKeyEvent(type_, key.key, key.modifiers, key.text))
        self._tick.start(self._pause_ms(self._coming[0].pause_ms if self._coming else None))

    def _pause_ms(self, pause_ms: float | None) -> int:
        if not self._key_ms:
            reading = self._tab.controller.reading_seconds if self._tab.text_edit.ghost_text() else 0.0
            return math.ceil(reading * 1000) if pause_ms is None else 0
        if pause_ms is not None:
            return round(pause_ms)
        return round(self._key_ms * min(2.5, max(0.4, self._random.gauss(1.0, 0.3))))

    def _look(self) -> None:
        """Compare the page with what was meant."""
        page = self._tab.text_edit.text()
        self._has_space_too_much = self._tab.text_edit.has_soft_space and not self._text.startswith(page)
        kept = page[:-1] if self._has_space_too_much else page
        self._is_repairing = not self._text.startswith(kept)
        if self._is_repairing:
            same = next(i for i in range(len(kept)) if not self._text.startswith(kept[: i + 1]))
            self._account.unmeant += len(kept) - same
            self._coming.extend(_BACKSPACE for _ in range(len(page) - same))
            self._typed = same
        else:
            self._typed = len(kept)

    def _next_keys(self) -> Iterator[Key]:
        coming, before = self._text[self._typed :], self._text[: self._typed]
        if self._has_space_too_much and not coming.startswith(_TAKES_SPACE):
            yield Key(Qt.Key.Key_Backspace, text="\b")
            return
        at_word = (not before or before[-1].isspace()) and coming[:1].isalpha()
        if at_word and self._random.random() < _WRONG_WORD:
            yield from self._write_over()
            return
        if self._random.random() < _SLIP and coming[:1].isalpha():
            yield _letter(self._random.choice("qxzj"), is_extra=True)
            yield _BACKSPACE
            return
        taken = list(self._taking_keys(coming, before))
        yield from taken or [_letter(coming[0])]

    def _taking_keys(self, coming: str, before: str) -> Iterator[Key]:
        edit, controller = self._tab.text_edit, self._tab.controller
        ghost = edit.ghost_text()
        right = right_prefix(ghost, coming, before) if ghost else ""
        if right and controller.reading_seconds:
            right = ""  # it came just now
        if len(right.strip()) >= _LEAST_SAVED:
            if right == ghost:
                yield Key(Qt.Key.Key_Tab, text="\t")
                if self._random.random() < _TAB_TWICE:
                    yield Key(Qt.Key.Key_Tab, text="\t", pause_ms=self._random.uniform(20, 200), is_extra=True)
            else:
                yield Key(Qt.Key.Key_Right, _CTRL)
            yield from self._space_anyway(coming[len(right.rstrip(" ")) :])
            return
        for rank, word in enumerate(controller.words):
            after = word.applied_to(before) if not word.is_correction else None
            written = after[len(before) :] if after is not None and after.startswith(before) else ""
            rest = coming[len(written) :]
            is_whole = not rest[:1].isalnum() and rest[:1] not in ("'", "’", "-")
            if len(written) >= _LEAST_SAVED and coming.startswith(written) and is_whole:
                place = BAR_ORDER.index(rank)
                yield Key(_BAR_KEYS[place], _CTRL)
                yield from self._space_anyway(rest)
                return

    def _space_anyway(self, rest: str) -> Iterator[Key]:
        if rest.startswith(" ") and not rest.startswith("  ") and self._random.random() < _SPACE_ANYWAY:
            yield Key(Qt.Key.Key_Space, text=" ")

    def _write_over(self) -> Iterator[Key]:
        """Write another word, select it and go on over it."""
        for char in self._random.choice(_WRONG_WORDS):
            yield _letter(char, is_extra=True)
        yield Key(Qt.Key.Key_Left, _CTRL | _SHIFT, is_extra=True)
        yield _letter(self._text[self._typed])


_BACKSPACE = Key(Qt.Key.Key_Backspace, text="\b", is_extra=True)


def write(window: EditorWindow, text: str, account: Account, *, seed: int, key_ms: float) -> None:
    """Write a text on the empty page of a window, and wait in an event loop until it is done."""
    writer = Writer(window, text, account, seed=seed, key_ms=key_ms)
    loop = QEventLoop()
    writer.finished.connect(loop.quit)
    writer.start()
    loop.exec()
    writer.deleteLater()


def _letter(char: str, *, is_extra: bool = False) -> Key:
    if char == "\n":
        return Key(Qt.Key.Key_Return, text="\r", is_extra=is_extra)
    key = ord(char.upper()) if char.isascii() else 0
    return Key(key, _SHIFT if char.isupper() else _NONE, char, is_extra=is_extra)


def _mean(values: Iterator[int]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0
