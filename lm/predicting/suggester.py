"""The engine as an editor or the command line sees it: context in, suggestion out."""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lm.html.tag_guard import TagGuard
from lm.model.language_model import AnyModel
from lm.model.letter_case import capitals_start, lowered
from lm.model.suggestion import DEFAULT_MIN_CONFIDENCE, Suggestion
from lm.model.word_bytes import typed_prefix
from lm.predicting.completion import Completer, Point, Stopped, WordGuess, gain
from lm.predicting.context_reader import ContextReader
from lm.predicting.generation import READABLE, steps
from lm.predicting.learner import Learner
from lm.predicting.ngram import History
from lm.predicting.offers import Offers
from lm.predicting.opinions import Opinion, opinions
from lm.predicting.predictor import Predictor, load_predictor
from lm.text.own_words import is_of_word

_CONTEXT_CHARS = 4096
_NUM_ALTERNATIVES = 4
_WRITING_CONTEXT_CHARS = 1024
"""Read before writing on: some ten sentences, 0.3 s on one core."""


def _never() -> bool:
    return False


class Suggester:
    """Answers requests one after the other; used by one thread."""

    def __init__(
        self, name: str, model: AnyModel, quick: AnyModel | None = None, learner: Learner | None = None
    ) -> None:
        """`quick` is a cheaper model that shares its states with `model`; without a learner nothing is learned."""
        self.name = name
        self._predictor: Predictor | None = None
        self._counted: History = ()
        self._use(model, quick, learner)
        self._guard = TagGuard()
        self._ghost_offers = Offers()
        self._bar_offers = Offers()

    @classmethod
    def load(cls, folder: Path) -> "Suggester":
        """Load a published model.

        Raises:
            ModelError: if it is missing or damaged.
        """
        return cls.of(load_predictor(folder))

    @classmethod
    def of(cls, predictor: Predictor) -> "Suggester":
        """Return one that answers with a predictor, and can forget all that it learns."""
        made = cls(predictor.name, predictor.model, predictor.quick, predictor.learner)
        made._predictor = predictor
        return made

    def suggest(
        self,
        context: str,
        *,
        following: str = "",
        num_words: int = 3,
        min_confidence: float = DEFAULT_MIN_CONFIDENCE,
        blocked: frozenset[str] = frozenset(),
        is_silent: bool = False,
        should_stop: Callable[[], bool] = _never,
    ) -> Suggestion | None:
        """Return what may come after `context`, or None when `should_stop` said so.

        Args:
            context: the text before the caret, whole or its last part.
            following: the rest of the line after the caret, which no suggestion repeats.
            num_words: words for the bar.
            min_confidence: probability of the first word under which `inline` is empty.
            blocked: words never offered, in lower case.
            is_silent: `inline` will not be shown, so that typing on says nothing about it.
            should_stop: asked before every step of the model.
        """
        started = time.perf_counter()
        tag = self._guard.closing_tag(context)
        if tag is not None:
            text = _without_repeat(tag, following)
            return Suggestion(text, (), (text,) if text else (), 1.0, _ms_since(started))
        text, is_shouted = _as_read(context, _CONTEXT_CHARS)
        text_bytes = text.encode("utf-8", "replace")
        blocked_bytes = frozenset(word.lower().encode() for word in blocked)
        # Before anything can be stopped: two letters that were typed must not look like one take.
        self._ghost_offers.follow(text_bytes)
        self._bar_offers.follow(text_bytes)
        try:
            point = self._reader.read(text_bytes, should_stop)
            passed = max(self._ghost_offers.num_passed, self._bar_offers.num_passed)
            found = self._completer.words(
                point, text_bytes, max(num_words, _NUM_ALTERNATIVES) + passed, should_stop, blocked_bytes
            )
            guesses = sorted(self._bar_offers.weigh(found), key=lambda guess: -guess.log_prob)
            ghosts = self._ghosts(point, text_bytes, found, should_stop, blocked_bytes)
            confidence = math.exp(ghosts[0].log_prob) if ghosts else 0.0
            texts = [_decode(self._completer.extend(ghosts[0], should_stop, blocked_bytes))] if ghosts else []
        except Stopped:
            return None
        if ghosts and confidence >= min_confidence and not is_silent:
            self._ghost_offers.offer([ghosts[0].insert])
        # A word that needs a space before it is not taken from the bar but typed on to.
        in_bar = [guess.insert for guess in guesses[:num_words] if not guess.insert.startswith(b" ")]
        self._bar_offers.offer(in_bar)
        texts += [_decode(ghost.insert) for ghost in ghosts[1:_NUM_ALTERNATIVES]]
        words = [_decode(guess.word) for guess in guesses[:num_words]]
        if is_shouted:
            texts, words = [text.upper() for text in texts], [word.upper() for word in words]
        texts = [_without_repeat(text, following) for text in texts]
        alternatives = tuple(dict.fromkeys(filter(None, texts)))
        return Suggestion(
            inline=texts[0] if texts and confidence >= min_confidence else "",
            words=tuple(words),
            alternatives=alternatives,
            confidence=confidence,
            ms=_ms_since(started),
        )

    def opinions(self, context: str, should_stop: Callable[[], bool] = _never) -> tuple[Opinion, ...] | None:
        """Return what each part of the model expects after `context`, None when `should_stop` said so.

        It reads `context` as `suggest` does, and where `suggest` has read it there is nothing left to compute.
        """
        text, _ = _as_read(context, _CONTEXT_CHARS)
        try:
            return opinions(self.model, self._reader.read(text.encode("utf-8", "replace"), should_stop))
        except Stopped:
            return None

    def write_on(self, context: str, *, length: int, temperature: float, seed: int) -> Iterator[str]:
        """Write on from the end of `context`, in the middle of a word too, to the end of a sentence.

        Yields after every step of the model: the next character, or "" while none is complete; `suggest` and `learn`
        may be called in between. Text all in capitals goes on so.
        """
        prompt, is_shouted = _as_read(context, _WRITING_CONTEXT_CHARS)
        sampling = replace(READABLE, temperature=temperature, seed=seed)
        for piece in steps(self.model, prompt, length, sampling, quick=self._quick, ends_sentence=True):
            yield piece.upper() if is_shouted else piece

    def learn(self, text: str, *, continues: bool = False, keeps_state: bool = False) -> int:
        """Take in the user's text at once; return how many characters were learned.

        `continues` says that it follows what was learned last, as when someone goes on typing. With `keeps_state` the
        networks' state at the caret stays though it knows nothing of it yet: reading anew costs 70 ms.
        """
        if self._learner is None or not text:
            return 0
        self._learner.learn(text.encode("utf-8", "replace"), continues=continues)
        if not continues and not keeps_state:
            self._reader.forget()
        return len(text)

    def count(self, text: str, *, continues: bool = False) -> int:
        """Take in the user's text by counting alone, a microsecond a character; return how many were counted.

        The networks do not read it: what is at the caret keeps its state. `continues` says that it follows what was
        counted last.
        """
        ngram = self._predictor.ngram if self._predictor is not None else None
        if ngram is None or not text:
            return 0
        self._counted = ngram.learn(text.encode("utf-8", "replace"), self._counted if continues else ())
        return len(text)

    def forget_spellings(self, word: str) -> bool:
        """Remove everything that was counted of a word in any case, and of its genitive; say whether there was any."""
        if self._learner is None or not word:
            return False
        units = {unit.strip(b" ").decode("utf-8", "replace") for unit in self._learner.words()}
        forgotten = [self.forget(unit) for unit in units if is_of_word(unit, word)]
        return any(forgotten)

    def forget_everything(self) -> None:
        """Remove everything that was learned: afterwards it is as it was loaded."""
        if self._predictor is not None:
            self._predictor = fresh = self._predictor.emptied()
            self._use(fresh.model, fresh.quick, fresh.learner)

    def forget(self, word: str) -> bool:
        """Remove everything that was counted of a word, in this spelling; say whether there was anything."""
        if self._learner is None or not word:
            return False
        self._reader.forget()
        return self._learner.forget(word.encode("utf-8", "replace"))

    def _use(self, model: AnyModel, quick: AnyModel | None, learner: Learner | None) -> None:
        self.model = model
        self._quick = quick
        self._learner = learner
        self._counted = ()
        self._reader = ContextReader(model, quick)
        self._completer = Completer(model, quick)

    def _ghosts(
        self,
        point: Point,
        context: bytes,
        guesses: Sequence[WordGuess],
        should_stop: Callable[[], bool],
        blocked: frozenset[bytes],
    ) -> list[WordGuess]:
        """Return what may be ghosted first, best first: the typed word's end, or what follows it if it is over."""
        over = self._completer.next_words(point, 1, should_stop, blocked) if typed_prefix(context) else []
        weighed = self._ghost_offers.weigh([*guesses, *over])
        return sorted(weighed, key=lambda guess: (-gain(guess), -guess.log_prob))


def _as_read(context: str, most_chars: int) -> tuple[str, bool]:
    """Return the end of a context as the networks read it, capitals lowered, and whether it ends in capitals."""
    context = context[-most_chars:]
    capitals = capitals_start(context)
    return lowered(context, capitals), capitals < len(context)


def _decode(text: bytes) -> str:
    return text.decode("utf-8", "ignore")


def _ms_since(started: float) -> float:
    return (time.perf_counter() - started) * 1000.0


def _without_repeat(text: str, following: str) -> str:
    """Cut off the end of `text` that the line after the caret begins with."""
    for length in range(min(len(text), len(following)), 0, -1):
        if text.endswith(following[:length]):
            return text[: len(text) - length]
    return text
