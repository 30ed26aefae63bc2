"""The engine as an editor or the command line sees it: context in, suggestion out."""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lm.html.tag_guard import TagGuard
from lm.model.blocked_words import blocked_words
from lm.model.handwriting import Handwriting, read, straight
from lm.model.language_model import AnyModel
from lm.model.suggestion import DEFAULT_MIN_CONFIDENCE, SuggestedEdit, Suggestion
from lm.model.word_bytes import typed_prefix
from lm.model.words import is_inside_word, may_show_ghost
from lm.predicting.bar import PROBABLY_OVER, bar_words
from lm.predicting.completion import Completer, Point, Stopped, WordGuess, gain
from lm.predicting.context_reader import ContextReader
from lm.predicting.generation import READABLE, steps
from lm.predicting.learner import Learner
from lm.predicting.ngram import History
from lm.predicting.offers import Offers
from lm.predicting.opinions import Opinion, opinions
from lm.predicting.place import Place, without_repeat
from lm.predicting.predictor import Predictor, load_predictor
from lm.predicting.sieve import Sieve
from lm.text.dictionary import FindDictionary, no_dictionary
from lm.text.lexicon import Lexicon
from lm.text.own_words import is_of_word
from lm.text.written_words import WrittenWords

_CONTEXT_CHARS = 4096
_LANGUAGE = "en"
"""Of a model whose card names none."""
_NUM_ALTERNATIVES = 4
_NUM_FOLLOWING = 3
"""Words for the bar after one that is probably over."""
_HARDLY_OVER = 0.02
"""A word begun is over with less than this probability: what would follow it is not worth the time."""
_MOST_GLUE_BYTES = 3
"""`r`, `s` and `rs` after a word that may be over."""
_LEAST_LETTERS = 2
"""Of a ghost: one letter takes a look and a key, and saves none."""
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
        self._written = WrittenWords()
        self._lexicon: Lexicon | None = None
        self._use(model, quick, learner)
        self._guard = TagGuard()
        self._ghost_offers = Offers()
        self._bar_offers = Offers()

    @classmethod
    def load(cls, folder: Path, find_dictionary: FindDictionary = no_dictionary) -> "Suggester":
        """Load a published model; `find_dictionary` is asked for the one of its language.

        Raises:
            ModelError: if it is missing or damaged.
        """
        return cls.of(load_predictor(folder), find_dictionary)

    @classmethod
    def of(cls, predictor: Predictor, find_dictionary: FindDictionary = no_dictionary) -> "Suggester":
        """Return one that answers with a predictor, and can forget all that it learns."""
        made = cls(predictor.name, predictor.model, predictor.quick, predictor.learner)
        made._predictor = predictor
        if predictor.ngram is not None:
            units = (unit.decode("utf-8", "replace").strip() for unit in predictor.ngram.vocabulary.units)
            language = str(predictor.card.get("language", _LANGUAGE))
            made._lexicon = Lexicon(units, made._written, find_dictionary(language))
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
            following: the rest of the line after the caret, which no suggestion repeats. Where it goes on with text
                there is no ghost, and inside a word nothing at all.
            num_words: words for the bar.
            min_confidence: probability of the first word under which `inline` is None.
            blocked: words and phrases never offered.
            is_silent: `inline` will not be shown, so that typing on says nothing about it.
            should_stop: asked before every step of the model.
        """
        started = time.perf_counter()
        tag = self._guard.closing_tag(context)
        if tag is not None:
            return _closing(without_repeat(tag, following), started)
        text, handwriting = self._read_as(context, _CONTEXT_CHARS)
        text_bytes = text.encode("utf-8", "replace")
        # Before anything can be stopped: two letters that were typed must not look like one take.
        self._ghost_offers.follow(text_bytes)
        self._bar_offers.follow(text_bytes)
        if is_inside_word(following):
            return Suggestion(None, (), (), 0.0, _ms_since(started))
        sieve = Sieve(text, following, self._lexicon, blocked_words(blocked))
        place = Place(context, text, following, handwriting)
        try:
            point = self._reader.read(text_bytes, should_stop)
            passed = max(self._ghost_offers.num_passed, self._bar_offers.num_passed)
            count = max(num_words, _NUM_ALTERNATIVES) + passed
            found = self._completer.words(point, text_bytes, count, should_stop, sieve.accepts)
            over = self._over(point, text_bytes, should_stop, sieve)
            bar = bar_words(place, point, self._bar_offers.weigh(found), over, self.model, self._lexicon)[:num_words]
            if not sieve.accepts(b"", place.read_typed.encode("utf-8", "replace")):
                bar = [word for word in bar if word.insert or word.edit.is_correction]  # the word itself is blocked
            ghosts = []
            if may_show_ghost(following):
                ghosts = self._ghosts(point, found, over, is_wanted=min_confidence <= 0.0)
            texts = [_decode(self._completer.extend(ghosts[0], should_stop, sieve.accepts))] if ghosts else []
        except Stopped:
            return None
        confidence = math.exp(ghosts[0].log_prob) if ghosts else 0.0
        texts += [_decode(ghost.insert) for ghost in ghosts[1:_NUM_ALTERNATIVES]]
        edits = [place.ghost(text, math.exp(ghost.log_prob)) for text, ghost in zip(texts, ghosts, strict=False)]
        alternatives = tuple({edit.insert: edit for edit in edits if edit.insert}.values())
        least = _least_confidence(alternatives[0].insert, min_confidence) if alternatives else math.inf
        is_shown = bool(edits) and bool(edits[0].insert) and confidence >= least
        if is_shown and not is_silent:
            self._ghost_offers.offer([ghosts[0].insert])
        # A word that needs a space before it is not taken from the bar but typed on to.
        self._bar_offers.offer(word.insert for word in bar if word.insert and not word.insert.startswith(b" "))
        return Suggestion(
            inline=edits[0] if is_shown else None,
            words=tuple(word.edit for word in bar),
            alternatives=alternatives,
            confidence=confidence,
            ms=_ms_since(started),
        )

    def opinions(self, context: str, should_stop: Callable[[], bool] = _never) -> tuple[Opinion, ...] | None:
        """Return what each part of the model expects after `context`, None when `should_stop` said so.

        It reads `context` as `suggest` does, and where `suggest` has read it there is nothing left to compute.
        """
        text, _ = self._read_as(context, _CONTEXT_CHARS)
        try:
            return opinions(self.model, self._reader.read(text.encode("utf-8", "replace"), should_stop))
        except Stopped:
            return None

    def write_on(self, context: str, *, length: int, temperature: float, seed: int) -> Iterator[str]:
        """Write on from the end of `context`, in the middle of a word too, to the end of a sentence.

        Yields after every step of the model: the next character, or "" while none is complete; `suggest` and `learn`
        may be called in between. Text all in capitals goes on so.
        """
        prompt, handwriting = self._read_as(context, _WRITING_CONTEXT_CHARS)
        sampling = replace(READABLE, temperature=temperature, seed=seed)
        text = written = ""
        for piece in steps(self.model, prompt, length, sampling, quick=self._quick, ends_sentence=True):
            text += piece
            before, written = written, handwriting.write(text)
            yield written[len(before) :]

    def learn(self, text: str, *, continues: bool = False, keeps_state: bool = False) -> int:
        """Take in the user's text at once; return how many characters were learned.

        `continues` says that it follows what was learned last, as when someone goes on typing. With `keeps_state` the
        networks' state at the caret stays though it knows nothing of it yet: reading anew costs 70 ms.
        """
        if self._learner is None or not text:
            return 0
        self._learner.learn(straight(text).encode("utf-8", "replace"), continues=continues)
        self._written.add(text, continues=continues)
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
        data = straight(text).encode("utf-8", "replace")
        self._counted = ngram.learn(data, self._counted if continues else ())
        self._written.add(text, continues=continues)
        return len(text)

    def forget_spellings(self, word: str) -> bool:
        """Remove everything that was counted of a word in any case, and of its genitive; say whether there was any.

        False also says that the word is counted as several units, such as one of another script.
        """
        word = straight(word)
        if self._learner is None or not word:
            return False
        self._written.forget(word)
        units = {unit.strip(b" ").decode("utf-8", "replace") for unit in self._learner.words()}
        forgotten = [self._forget_unit(unit) for unit in units if is_of_word(unit, word)]
        return any(forgotten)

    def forget_everything(self) -> None:
        """Remove everything that was learned: afterwards it is as it was loaded."""
        self._written.clear()
        if self._predictor is not None:
            self._predictor = fresh = self._predictor.emptied()
            self._use(fresh.model, fresh.quick, fresh.learner)

    def _forget_unit(self, unit: str) -> bool:
        assert self._learner is not None  # it named the unit
        self._reader.forget()
        return self._learner.forget(unit.encode("utf-8", "replace"))

    def _use(self, model: AnyModel, quick: AnyModel | None, learner: Learner | None) -> None:
        self.model = model
        self._quick = quick
        self._learner = learner
        self._counted = ()
        self._reader = ContextReader(model, quick)
        self._completer = Completer(model, quick)

    def _read_as(self, context: str, most_chars: int) -> tuple[str, Handwriting]:
        """Return the end of a context as the networks read it, and how to write after it."""
        knows = self._lexicon.begins_capitals if self._lexicon is not None else _knows_none
        return read(context[-most_chars:], knows)

    def _over(self, point: Point, context: bytes, should_stop: Callable[[], bool], sieve: Sieve) -> list[WordGuess]:
        """Return what may follow the word typed if it is over: the likeliest, or some for the bar where it is."""
        is_over = Completer.over(point) if typed_prefix(context) else 0.0
        if is_over < _HARDLY_OVER:
            return []
        count = _NUM_FOLLOWING if is_over >= PROBABLY_OVER else 1
        return self._completer.next_words(point, count, should_stop, sieve.accepts)

    def _ghosts(
        self, point: Point, guesses: Sequence[WordGuess], over: Sequence[WordGuess], *, is_wanted: bool
    ) -> list[WordGuess]:
        """Return what may be ghosted first, best first: the typed word's end, or what follows it if it is over.

        To a word that is sooner over than it goes on so nothing is glued, unless the best guess `is_wanted` whatever it
        is; a misspelling is not finished.
        """
        if over and not is_wanted:
            is_over = Completer.over(point)
            guesses = [guess for guess in guesses if not _is_glue(guess, is_over)]
        if self._lexicon is not None:
            meant_by = self._lexicon.meant_by
            guesses = [guess for guess in guesses if not meant_by(_decode(guess.word))]
        weighed = self._ghost_offers.weigh([*guesses, *over[:1]])
        return sorted(weighed, key=lambda guess: (-gain(guess), -guess.log_prob))


def _is_glue(guess: WordGuess, is_over: float) -> bool:
    """Say whether a guess goes on with a word that is over with the probability `is_over`, which is greater."""
    may_be_over = is_over >= PROBABLY_OVER or len(guess.insert) <= _MOST_GLUE_BYTES
    return may_be_over and math.exp(guess.log_prob) <= is_over


def _least_confidence(ghost: str, wanted: float) -> float:
    """Return how sure a ghost has to be: one letter saves no key, and is shown only where it was asked for."""
    return math.inf if wanted > 0.0 and len(ghost.strip()) < _LEAST_LETTERS else wanted


def _closing(text: str, started: float) -> Suggestion:
    """Return the end of an end tag, which is certain."""
    edit = SuggestedEdit(text, "", text, 1.0)
    return Suggestion(edit if text else None, (), (edit,) if text else (), 1.0, _ms_since(started))


def _knows_none(_word: str) -> bool:
    return False


def _decode(text: bytes) -> str:
    return text.decode("utf-8", "ignore")


def _ms_since(started: float) -> float:
    return (time.perf_counter() - started) * 1000.0
