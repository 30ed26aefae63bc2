"""The one owner of a suggestion's state: asks after each edit, shows what still fits, takes what the person accepts.

What is offered is an edit of the engine's: it is shown as it says and taken as it says, or not at all.
"""

import math
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from editor.page import ghost_text
from editor.page.ghost_text import Ghost
from editor.page.latency import LatencyLog
from editor.page.text_surface import Edit, EditKind, TextSurface
from editor.process.request_queue import RequestQueue
from editor.settings.shortcuts import Command
from editor.suggestions.bar_words import BarWords, in_places
from editor.suggestions.ghost_choice import GhostChoice
from editor.suggestions.messages import Reply, Request, RequestIds
from editor.suggestions.suggestion_policy import SuggestionPolicy
from editor.suggestions.worth import Worth
from lm.model.suggestion import SuggestedEdit, Suggestion

_NUM_WORDS = 3
# The order of the bar, left to right: the best word stands in the middle.
BAR_ORDER = (1, 0, 2)
_READING_SECONDS = 0.25
"""Nobody has read a ghost that came so shortly after an accept: a key that is struck twice does not take it."""
BAR_COMMANDS = (Command.TAKE_FIRST, Command.TAKE_SECOND, Command.TAKE_THIRD)
_BAR_PLACE = {command: place for place, command in enumerate(BAR_COMMANDS)}


class SuggestionController(QObject):
    """Turns edits into requests and replies into a ghost; lives on the GUI thread.

    Signals:
        requested(Request): for the worker.
        words_changed(tuple[SuggestedEdit, ...]): for the bar, best first.
        alternative_changed(int, int): the place of the ghost on show, from 1 on, among so many; 0, 0 where there is no
            other.
        ghost_appeared(str): a new suggestion is painted; for screen readers.
        taken(): the person took a ghost or a part of it.
        replied(float): a request was answered, after so many milliseconds.
        failed(str): the engine failed, in a sentence.
        settled(): the last edit's request has been answered, dropped or never needed.
        switched(): suggestions went on or off, or snooze.
    """

    requested = Signal(object)
    words_changed = Signal(object)
    alternative_changed = Signal(int, int)
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
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`worth` counts what becomes of suggestions; `clock` tells the seconds since an accept."""
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
        self._choice = GhostChoice()
        self._is_held = False
        self._is_asked_for = False
        self._has_appeared = False
        self._words = BarWords()
        self._shown_words: tuple[SuggestedEdit, ...] = ()
        self._shown_alternative = 0, 0
        self._clock = clock
        self._taken_at = -math.inf
        self._is_older_than_take = False  # the ghost, or what of it remains

    @property
    def ghost(self) -> str:
        """What is painted at the caret, "" for nothing."""
        return self._choice.ghost.remaining if self._choice.ghost is not None and self._is_visible else ""

    @property
    def words(self) -> tuple[SuggestedEdit, ...]:
        """The words of the bar, best first."""
        return self._shown_words

    @property
    def reading_seconds(self) -> float:
        """How long the keys that take a ghost leave it alone still, because it came just after an accept."""
        is_known = self._is_older_than_take and bool(self.ghost)
        return 0.0 if is_known else max(0.0, self._taken_at + _READING_SECONDS - self._clock())

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
        if self._choice.ghost is not None and self._policy.is_held_only and not self._is_asked_for:
            if not is_held:
                self._latency.ghost_cleared()
            self._show(self._choice.ghost)

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
            return self._choice.has_choices
        if command in _BAR_PLACE:
            return self._bar_word(_BAR_PLACE[command]) is not None
        return command is Command.ASK_NOW

    def perform(self, command: Command) -> bool:
        """Carry out a suggestion key; False when it has nothing to do."""
        if not self.can_perform(command):
            return False
        if command in (Command.TAKE_ALL, Command.TAKE_WORD, Command.ASK_NOW) and self.reading_seconds:
            return True
        if command is Command.TAKE_ALL:
            self._take_ghost(self.ghost)
        elif command is Command.TAKE_WORD:
            self._take_ghost(ghost_text.next_unit(self.ghost, self._surface.context()))
        elif command is Command.DISMISS:
            self._forget()
        elif command is Command.NEXT_ALTERNATIVE:
            self._cycle(1)
        elif command is Command.PREVIOUS_ALTERNATIVE:
            self._cycle(-1)
        elif command is Command.ASK_NOW:
            self._forget_ghost()
            self._ask(is_manual=True)
        else:
            self.take_bar_word(_BAR_PLACE[command])
        return True

    @Slot(int)
    def take_bar_word(self, place: int) -> None:
        """Take the word at a place of the bar, 0 to 2 from the left, with the space after it."""
        word = self._bar_word(place)
        if word is not None and not self._take(word.insert, word.replaced, is_soft=word.has_soft_space):
            self._forget()

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
        words = self._kept_words(edit, was_at)
        if kept is None:
            self._forget_ghost()
        else:
            self._show(kept)
        self._set_words(words)
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
            self._give_up()

    @Slot(bool)
    def on_soft_space_spent(self, is_typed: bool) -> None:
        """Note that the space after an accepted word saved no key."""
        self._worth.space_spent(is_typed=is_typed)

    @Slot()
    def on_interrupted(self) -> None:
        """Drop the ghost."""
        self._give_up()

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
            words = tuple(word for word in suggestion.words if request.context.endswith(word.replaced))
            self._set_words(BarWords(in_places(words)))
            if not request.is_silent:
                self._offer(suggestion, request)
        self.settled.emit()

    # Inside.

    def _offer(self, suggestion: Suggestion, request: Request) -> None:
        self._choice.note_alternatives(suggestion)
        inline = suggestion.inline
        if inline is None or inline.replaced or not inline.insert or not self._may_show_ghost(request):
            return
        self._is_asked_for = request.id == self._manual_id
        self._has_appeared = self._is_older_than_take = False
        if self._is_visible:
            self._latency.ghost_changed(request.asked_at)
        self._show(Ghost(inline.insert, has_soft_space=inline.has_soft_space))

    def _may_show_ghost(self, request: Request) -> bool:
        is_wanted = self._policy.has_ghost or request.id == self._manual_id
        return is_wanted and self._surface.has_room_for_ghost()

    def _kept_ghost(self, edit: Edit, was_at: int) -> Ghost | None:
        if self._choice.ghost is None or self._surface.has_selection():
            return None
        is_one_key = edit.kind is EditKind.TYPED and (len(edit.added) <= 2 or self._is_taking)
        if is_one_key and edit.position == was_at and edit.removed == 0:
            return self._choice.ghost.after_insert(edit.added)
        if edit.kind is EditKind.TYPED and edit.position == was_at - edit.removed and not edit.added:
            return self._choice.ghost.after_backspace(edit.removed)
        return None

    def _kept_words(self, edit: Edit, was_at: int) -> BarWords:
        if edit.kind is not EditKind.TYPED or self._is_taking or self._surface.has_selection():
            return BarWords()
        if edit.position == was_at and edit.removed == 0:
            return self._words.after_insert(edit.added)
        is_backspace = edit.position == was_at - edit.removed and not edit.added
        return self._words.after_backspace(edit.removed) if is_backspace else BarWords()

    def _ask(self, *, is_silent: bool = False, is_manual: bool = False, at: float | None = None) -> None:
        context, following = self._surface.context(), self._surface.following()
        may_ask = (
            self._has_model
            and (self.is_on or is_manual)
            and (self._policy.has_ghost or self._policy.has_bar or is_manual)
            and not self._surface.is_composing()
            and not self._surface.has_selection()
            and not self._surface.is_read_only()
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

    def _cycle(self, step: int) -> None:
        is_first = not self.ghost
        self._is_asked_for = self._is_older_than_take = True
        self._has_appeared = not is_first
        self._show(self._choice.other(step))
        if not is_first:
            self.ghost_appeared.emit(self.ghost)

    def _take_ghost(self, text: str) -> None:
        is_soft = self._choice.ghost is not None and self._choice.ghost.is_soft_behind(text)
        if self._take(text, is_soft=is_soft, is_ghost=True):
            self.taken.emit()

    def _take(self, text: str, replaced: str = "", *, is_soft: bool, is_ghost: bool = False) -> bool:
        self._is_taking = self._is_older_than_take = True
        self._taken_at = self._clock()
        is_taken = self._surface.take(text, replaced, has_soft_space=is_soft)
        self._is_taking = False
        if is_taken:
            size = len(text) + (is_soft and not text.endswith(" "))
            self._worth.taken(size - len(replaced), is_ghost=is_ghost)
        return is_taken

    def _count(self, edit: Edit, *, is_ghost_kept: bool) -> None:
        if edit.kind is EditKind.UNDONE:
            self._worth.undone()
        elif edit.kind is EditKind.TYPED and edit.added and not self._is_taking:
            self._worth.typed(len(edit.added))
            if self.ghost and not is_ghost_kept:
                self._worth.ghost_contradicted()

    def _bar_word(self, place: int) -> SuggestedEdit | None:
        rank = BAR_ORDER[place]
        words = self._shown_words if self._policy.has_bar else ()
        return words[rank] if rank < len(words) and words[rank].shown else None

    @property
    def _is_visible(self) -> bool:
        return not self._policy.is_held_only or self._is_held or self._is_asked_for

    def _show(self, ghost: Ghost) -> None:
        self._choice.ghost = ghost
        self._surface.paint_ghost(self.ghost)
        self._say_place()
        if self.ghost and not self._has_appeared:
            self._has_appeared = True
            self._worth.ghost_shown()
            self.ghost_appeared.emit(self.ghost)

    def _say_place(self) -> None:
        shown = self._choice.place if self.ghost else (0, 0)
        if shown != self._shown_alternative:
            self._shown_alternative = shown
            self.alternative_changed.emit(*shown)

    def _give_up(self) -> None:
        """Offer nothing here. What is selected is mostly typed over at once: the bar need not blink in between."""
        was_busy, self._was_typed = self.is_busy, False
        self._forget()
        if was_busy:
            self.settled.emit()

    def _forget(self) -> None:
        self._forget_ghost()
        self._set_words(BarWords())

    def _forget_ghost(self) -> None:
        self._cancel()
        self._is_asked_for = self._is_older_than_take = False
        had_ghost = self._choice.ghost is not None
        self._choice.clear()
        if had_ghost:
            self._latency.ghost_cleared()
            self._surface.paint_ghost("")
        self._say_place()

    def _cancel(self) -> None:
        if self._newest is not None:
            self._newest = None
            self._ids.issue()
            self._queue.drop_waiting()

    def _set_words(self, words: BarWords) -> None:
        self._words = words
        if words.fitting != self._shown_words:
            self._shown_words = words.fitting
            self.words_changed.emit(self._shown_words)
