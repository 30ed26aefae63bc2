"""The one owner of a suggestion's state: asks after each edit, shows what still fits, takes what the person accepts."""

import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from editor.page import ghost_text
from editor.page.ghost_text import Ghost
from editor.page.latency import LatencyLog
from editor.page.text_surface import Edit, EditKind, TextSurface
from editor.process.request_queue import RequestQueue
from editor.settings.shortcuts import Command
from editor.suggestions.messages import Reply, Request, RequestIds
from editor.suggestions.suggestion_policy import SuggestionPolicy
from editor.suggestions.worth import Worth

_NUM_WORDS = 3
# The order of the bar, left to right: the best word stands in the middle.
BAR_ORDER = (1, 0, 2)
_BAR_PLACE = {Command.TAKE_FIRST: 0, Command.TAKE_SECOND: 1, Command.TAKE_THIRD: 2}


class SuggestionController(QObject):
    """Turns edits into requests and replies into a ghost; lives on the GUI thread.

    Signals:
        requested(Request): for the worker.
        words_changed(tuple[str, ...]): for the bar, best first.
        ghost_appeared(str): a new suggestion is painted; for screen readers.
        taken(): the person took a ghost or a part of it.
        replied(float): a request was answered, after so many milliseconds.
        failed(str): the engine failed, in a sentence.
        settled(): the last edit's request has been answered, dropped or never needed.
        switched(): suggestions went on or off, or snooze.
    """

    requested = Signal(object)
    words_changed = Signal(object)
    ghost_appeared = Signal(str)
    taken = Signal()
    replied = Signal(float)
    failed = Signal(str)
    settled = Signal()
    switched = Signal()

    def __init__(
        self,
        surface: TextSurface,
        ids: RequestIds,
        latency: LatencyLog,
        parent: QObject | None = None,
        worth: Worth | None = None,
    ) -> None:
        """`worth` counts what becomes of suggestions."""
        super().__init__(parent)
        self._worth = worth or Worth()
        self._surface = surface
        self._ids = ids
        self._latency = latency
        self._queue = RequestQueue[Request]()
        self._policy = SuggestionPolicy()
        self._is_snoozed = False
        self._has_model = False
        self._model: Path | None = None
        self._revision = 0
        self._expected_caret = 0
        self._is_taking = False
        self._was_typed = False  # and the caret is where that left it
        self._newest: Request | None = None
        self._manual_id: int | None = None
        self._ghost: Ghost | None = None
        self._is_held = False
        self._is_asked_for = False
        self._has_appeared = False
        self._alternatives: tuple[str, ...] = ()
        self._words: tuple[str, ...] = ()

    @property
    def ghost(self) -> str:
        """What is painted at the caret, "" for nothing."""
        return self._ghost.remaining if self._ghost is not None and self._is_visible else ""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the bar, best first."""
        return self._words

    @property
    def is_on(self) -> bool:
        """Whether edits are answered with suggestions."""
        return self._policy.is_on and not self._is_snoozed

    @property
    def is_snoozed(self) -> bool:
        """Whether suggestions rest for a while."""
        return self._is_snoozed

    @property
    def is_busy(self) -> bool:
        """Whether an answer for the caret's place is still to come."""
        return self._newest is not None

    def set_policy(self, policy: SuggestionPolicy) -> None:
        """Show suggestions as `policy` says from now on."""
        if policy != self._policy:
            self._policy = policy
            self._forget()
        self.switched.emit()

    def set_snoozed(self, is_snoozed: bool) -> None:
        """Rest, or wake up."""
        self._is_snoozed = is_snoozed
        self._forget()
        self.switched.emit()

    @Slot(bool)
    def set_held(self, is_held: bool) -> None:
        """Show what is suggested while a key is held, where it is shown only then."""
        if is_held == self._is_held:
            return
        self._is_held = is_held
        if self._ghost is not None and self._policy.is_held_only and not self._is_asked_for:
            if not is_held:
                self._latency.ghost_cleared()
            self._show(self._ghost)

    def set_model(self, model: Path | None, *, can_ask: bool) -> None:
        """Ask `model`, None meaning the default; without an engine to ask nothing is asked.

        What was typed before there was one is asked about now.
        """
        if (model, can_ask) != (self._model, self._has_model):
            is_first = can_ask and not self._has_model
            self._model, self._has_model = model, can_ask
            self._forget()
            if is_first and self._was_typed:
                self._ask(at=time.perf_counter())

    # Keys.

    def can_perform(self, command: Command) -> bool:
        """Tell whether a suggestion key has its special meaning now."""
        if command in (Command.TAKE_ALL, Command.TAKE_WORD, Command.DISMISS):
            return bool(self.ghost)
        if command in (Command.NEXT_ALTERNATIVE, Command.PREVIOUS_ALTERNATIVE):
            return bool(self._choices())
        if command in _BAR_PLACE:
            return self._bar_word(_BAR_PLACE[command]) != ""
        return command is Command.ASK_NOW

    def perform(self, command: Command) -> bool:
        """Carry out a suggestion key; False when it has nothing to do."""
        if not self.can_perform(command):
            return False
        if command is Command.TAKE_ALL:
            self._take(self.ghost, is_ghost=True)
        elif command is Command.TAKE_WORD:
            self._take(ghost_text.next_unit(self.ghost, self._surface.context()), is_ghost=True)
        elif command is Command.DISMISS:
            self._forget()
        elif command is Command.NEXT_ALTERNATIVE:
            self._cycle(1)
        elif command is Command.PREVIOUS_ALTERNATIVE:
            self._cycle(-1)
        elif command is Command.ASK_NOW:
            self._forget()
            self._ask(is_manual=True)
        else:
            self.take_bar_word(_BAR_PLACE[command])
        return True

    @Slot(int)
    def take_bar_word(self, place: int) -> None:
        """Take the word at a place of the bar, 0 to 2 from the left, with the space after it."""
        word = self._bar_word(place)
        if not word:
            return
        prefix = ghost_text.typed_prefix(self._surface.context())
        word = ghost_text.word_in_case(word, prefix)
        if not self._surface.following().strip():
            word += " "
        if word.startswith(prefix):
            self._take(word[len(prefix) :])
        else:
            self._take(word, replaced=len(prefix))

    # The surface's signals.

    @Slot(object)
    def on_edited(self, edit: Edit) -> None:
        """Keep the ghost that an edit agrees with, drop any other, and ask."""
        self._revision += 1
        was_at = self._expected_caret
        self._expected_caret = self._surface.caret_position()
        self._was_typed = edit.kind is EditKind.TYPED
        kept = self._kept_ghost(edit, was_at)
        self._count(edit, is_ghost_kept=kept is not None)
        if kept is None:
            self._forget()
        else:
            self._show(kept)
        if edit.kind in (EditKind.UNDONE, EditKind.LOADED):
            self._forget()
            self.settled.emit()
            return
        if kept is not None and kept.remaining:
            self._cancel()
            if self._policy.has_bar:
                self._ask(is_silent=True)
            else:
                self.settled.emit()
            return
        self._ask()

    @Slot()
    def on_caret_moved(self) -> None:
        """Drop the ghost when the caret moved by anything but an edit, or a selection began."""
        if self._surface.caret_position() != self._expected_caret or self._surface.has_selection():
            self._expected_caret = self._surface.caret_position()
            self._was_typed = False
            self._forget()

    @Slot()
    def on_interrupted(self) -> None:
        """Drop the ghost."""
        self._was_typed = False
        self._forget()

    # The worker's signal.

    @Slot(object)
    def on_replied(self, reply: Reply) -> None:
        """Show an answer that still fits the text; drop any other."""
        request = reply.request
        waiting = self._queue.finish(request)
        if waiting is not None:
            self.requested.emit(waiting)
        if reply.failure:
            self.failed.emit(reply.failure)
        if self._newest is None or request.id != self._newest.id:
            return
        self._newest = None
        fits = request.revision == self._revision and request.position == self._surface.caret_position()
        suggestion = reply.suggestion
        if suggestion is not None and fits and not self._surface.is_composing():
            self.replied.emit(self._latency.replied(request.asked_at))
            self._set_words(self._policy.fitting_words(suggestion.words, request.context))
            if not request.is_silent:
                self._alternatives = self._policy.fitting(suggestion.alternatives, request.context, request.following)
                inline = self._policy.fitting((suggestion.inline,), request.context, request.following)
                if inline and self._may_show_ghost(request):
                    self._is_asked_for = request.id == self._manual_id
                    self._has_appeared = False
                    if self._is_visible:
                        self._latency.ghost_changed(request.asked_at)
                    self._show(Ghost(inline[0]))
        self.settled.emit()

    # Inside.

    def _may_show_ghost(self, request: Request) -> bool:
        is_wanted = self._policy.has_ghost or request.id == self._manual_id
        return is_wanted and self._surface.has_room_for_ghost()

    def _kept_ghost(self, edit: Edit, was_at: int) -> Ghost | None:
        if self._ghost is None or self._surface.has_selection():
            return None
        is_one_key = edit.kind is EditKind.TYPED and (len(edit.added) <= 2 or self._is_taking)
        if is_one_key and edit.position == was_at and edit.removed == 0:
            return self._ghost.after_insert(edit.added)
        if edit.kind is EditKind.TYPED and edit.position == was_at - edit.removed and not edit.added:
            return self._ghost.after_backspace(edit.removed)
        return None

    def _ask(self, *, is_silent: bool = False, is_manual: bool = False, at: float | None = None) -> None:
        context, following = self._surface.context(), self._surface.following()
        may_ask = (
            self._has_model
            and (self.is_on or is_manual)
            and (self._policy.has_ghost or self._policy.has_bar or is_manual)
            and not self._surface.is_composing()
            and not self._surface.has_selection()
            and not self._surface.is_read_only()
            and ghost_text.may_suggest(following)
        )
        if not may_ask:
            self._forget()
            self.settled.emit()
            return
        request = Request(
            id=self._ids.issue(),
            revision=self._revision,
            position=self._surface.caret_position(),
            context=context,
            following=following,
            num_words=_NUM_WORDS,
            min_confidence=0.0 if is_manual else self._policy.min_confidence,
            blocked=self._policy.blocked,
            is_silent=is_silent,
            asked_at=self._latency.key_at if at is None else at,
            model=self._model,
        )
        self._newest = request
        self._manual_id = request.id if is_manual else None
        ready = self._queue.put(request)
        if ready is not None:
            self.requested.emit(ready)

    def _choices(self) -> list[str]:
        used = self._ghost.text[: self._ghost.used] if self._ghost is not None else ""
        return [text for text in self._alternatives if text.startswith(used) and len(text) > len(used)]

    def _cycle(self, step: int) -> None:
        choices = self._choices()
        used = self._ghost.used if self._ghost is not None else 0
        if self._ghost is not None and self._ghost.text in choices:
            text = choices[(choices.index(self._ghost.text) + step) % len(choices)]
        else:
            text = choices[0 if step > 0 else -1]
        is_first = not self.ghost
        self._is_asked_for = True
        self._has_appeared = not is_first
        self._show(Ghost(text, used))
        if not is_first:
            self.ghost_appeared.emit(self.ghost)

    def _take(self, text: str, replaced: int = 0, *, is_ghost: bool = False) -> None:
        self._is_taking = True
        self._surface.take(text, replaced)
        self._is_taking = False
        self._worth.taken(len(text) - replaced, is_ghost=is_ghost)
        if is_ghost:
            self.taken.emit()

    def _count(self, edit: Edit, *, is_ghost_kept: bool) -> None:
        if edit.kind is EditKind.UNDONE:
            self._worth.undone()
        elif edit.kind is EditKind.TYPED and edit.added and not self._is_taking:
            self._worth.typed(len(edit.added))
            if self.ghost and not is_ghost_kept:
                self._worth.ghost_contradicted()

    def _bar_word(self, place: int) -> str:
        rank = BAR_ORDER[place]
        return self._words[rank] if self._policy.has_bar and rank < len(self._words) else ""

    @property
    def _is_visible(self) -> bool:
        return not self._policy.is_held_only or self._is_held or self._is_asked_for

    def _show(self, ghost: Ghost) -> None:
        self._ghost = ghost
        self._surface.paint_ghost(self.ghost)
        if self.ghost and not self._has_appeared:
            self._has_appeared = True
            self._worth.ghost_shown()
            self.ghost_appeared.emit(self.ghost)

    def _forget(self) -> None:
        self._cancel()
        self._is_asked_for = False
        if self._ghost is not None:
            self._ghost = None
            self._latency.ghost_cleared()
            self._surface.paint_ghost("")
        self._alternatives = ()
        self._set_words(())

    def _cancel(self) -> None:
        if self._newest is not None:
            self._newest = None
            self._ids.issue()
            self._queue.drop_waiting()

    def _set_words(self, words: tuple[str, ...]) -> None:
        if words != self._words:
            self._words = words
            self.words_changed.emit(words)
