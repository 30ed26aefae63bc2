"""Completion on top of any byte-level language model: whole words, and the text to ghost.

One beam search finds how the word at the caret may end, or which word comes next, with each word's probability; the
best one is followed by further words while the probability of all of it stays high. A word's probability is that of
its letters times that of any byte which ends it, so that `the` does not hide behind `then`.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from lm.model.language_model import AnyModel
from lm.model.word_bytes import CONTINUATION, GOES_ON, STARTS_WORD, missing_continuations, typed_prefix

LogRow = npt.NDArray[np.float32]
Accepts = Callable[[bytes, bytes], bool]
"""Says whether a word may be offered, given all that would be inserted up to its end, and the word."""

_ENDS = ~GOES_ON
_JOINERS = (ord("'"), ord("-"))
_SPACE = ord(" ")
_CLOSING_MARKS = b'.!?,;:)"'
_LEAST_LOG_PROB = -30.0
_MOST_REFUSED = 6
"""Words that may be refused beyond those wanted: after `elep` comes `elephant` and little else."""
_STARTS_AFTER = b" \n\t\r(\"'[{<>/-=_"
"""Bytes after which a word may begin without a space."""


def accept_all(_insert: bytes, _word: bytes) -> bool:
    """Take whatever the model spells."""
    return True


class Stopped(Exception):  # noqa: N818  # it says what happened, nothing is wrong
    """The search was asked to stop."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place in a text: the model's state there and the log-probabilities of the next byte, [256]."""

    state: Any
    log_probs: LogRow


@dataclass(frozen=True, slots=True)
class Settings:
    """How far to look.

    Attributes:
        beam: hypotheses kept side by side for the word at the caret.
        further_beam: the same for the words after it.
        max_word_bytes: longest word.
        max_bytes: longest text to ghost.
        max_words: most words in it.
        further_confidence: least probability of the whole text for one more word, or a mark, to be added.
    """

    beam: int = 8
    further_beam: int = 4
    max_word_bytes: int = 24
    max_bytes: int = 48
    max_words: int = 5
    further_confidence: float = 0.1


@dataclass(frozen=True, slots=True)
class WordGuess:
    """A whole word and how probable it is.

    Attributes:
        word: with the letters that were typed.
        insert: what the caret lacks of it; a space first, when the word before is over and none was typed.
        log_prob: of the letters not yet typed and of the word's end.
        end: the place after its last letter.
    """

    word: bytes
    insert: bytes
    log_prob: float
    end: Point


@dataclass(frozen=True, slots=True)
class _Hypothesis:
    log_prob: float
    text: bytes  # what has been added to the caret
    word: bytes  # with the typed prefix
    point: Point


class Completer:
    """Searches a model for what comes next."""

    def __init__(self, model: AnyModel, quick: AnyModel | None = None, settings: Settings | None = None) -> None:
        """`quick` may be a cheaper model that shares its states with `model`; beams run on it."""
        self._model = model
        self._quick = quick or model
        self._look_ahead: Callable[[Any], tuple[LogRow, Any]] | None = getattr(model, "look_ahead", None)
        self.settings = settings or Settings()

    def words(
        self, point: Point, context: bytes, count: int, should_stop: Callable[[], bool], accepts: Accepts
    ) -> list[WordGuess]:
        """Return up to `count` words for the one being typed at the end of `context`, or the next, best first.

        Raises:
            Stopped: when `should_stop` says so; it is asked before every step.
        """
        prefix = typed_prefix(context)
        if prefix or not context or context[-1] in _STARTS_AFTER:
            start = _Hypothesis(0.0, b"", prefix, point)
        else:
            start = self._after_space(point, should_stop)
        return self._search(start, count, self.settings.beam, should_stop, accepts)

    def next_words(
        self, point: Point, count: int, should_stop: Callable[[], bool], accepts: Accepts
    ) -> list[WordGuess]:
        """Return up to `count` words that may follow when the word at the caret is over already.

        Raises:
            Stopped: when `should_stop` says so.
        """
        spaced = self._after_space(point, should_stop)
        return self._search(spaced, count, self.settings.further_beam, should_stop, accepts)

    def extend(self, guess: WordGuess, should_stop: Callable[[], bool], accepts: Accepts) -> bytes:
        """Return `guess.insert` with what follows it, marks or further words, while all of it stays probable.

        Raises:
            Stopped: when `should_stop` says so.
        """
        settings = self.settings
        text, log_prob, letters = guess.insert, guess.log_prob, len(guess.insert)
        point = self._exact(guess.end, should_stop)
        for _ in range(settings.max_words):
            mark, share = _most_probable_end(point)
            if mark != _SPACE:
                is_probable = share * math.exp(log_prob) >= settings.further_confidence
                return text + bytes([mark]) if is_probable and mark in _CLOSING_MARKS else text
            if not is_space_worth(letters, share):
                return text
            text += b" "
            spaced = self._step(_Hypothesis(log_prob + math.log(share), text, b"", point), _SPACE, should_stop)
            following = self._search(spaced, 1, settings.further_beam, should_stop, accepts)
            if (
                not following
                or math.exp(following[0].log_prob) < settings.further_confidence
                or len(following[0].insert) > settings.max_bytes
            ):
                return text
            letters = len(following[0].insert) - len(text)
            text, log_prob = following[0].insert, following[0].log_prob
            point = self._exact(following[0].end, should_stop)
        return text

    @staticmethod
    def over(point: Point) -> float:
        """Return the probability that the word at the caret is over."""
        return float(np.exp(point.log_probs[_ENDS].astype(np.float64)).sum())

    def _after_space(self, point: Point, should_stop: Callable[[], bool]) -> _Hypothesis:
        return self._step(_Hypothesis(float(point.log_probs[_SPACE]), b" ", b"", point), _SPACE, should_stop)

    def _step(self, start: _Hypothesis, symbol: int, should_stop: Callable[[], bool]) -> _Hypothesis:
        if should_stop():
            raise Stopped
        log_probs, (state,) = self._model.step([symbol], [start.point.state])
        return _Hypothesis(start.log_prob, start.text, b"", Point(state, log_probs[0]))

    def _exact(self, point: Point, should_stop: Callable[[], bool]) -> Point:
        """Return the point that the whole model would have reached where `quick` went."""
        if self._look_ahead is None:
            return point
        if should_stop():
            raise Stopped
        log_probs, state = self._look_ahead(point.state)
        return Point(state, log_probs)

    def _search(
        self,
        start: _Hypothesis,
        count: int,
        beam: int,
        should_stop: Callable[[], bool],
        accepts: Accepts,
    ) -> list[WordGuess]:
        """Find the `count` most probable words that begin with `start.word`, except itself."""
        finished: dict[bytes, WordGuess] = {}
        refused: list[float] = []
        active = [start]
        for _ in range(self.settings.max_word_bytes):
            active = list(self._expand(active, beam, _threshold(finished, refused, count), should_stop))
            if not active:
                break
            for guess in sorted(_finish(active), key=lambda guess: -guess.log_prob):
                if guess.log_prob <= _threshold(finished, refused, count):
                    break
                known = finished.get(guess.word)
                if known is not None and known.log_prob >= guess.log_prob:
                    continue
                if accepts(guess.insert, guess.word):
                    finished[guess.word] = guess
                else:
                    refused.append(guess.log_prob)
        return sorted(finished.values(), key=lambda guess: -guess.log_prob)[:count]

    def _expand(
        self, active: Sequence[_Hypothesis], beam: int, threshold: float, should_stop: Callable[[], bool]
    ) -> Iterator[_Hypothesis]:
        """Step to the best letters that may follow, all hypotheses in one batch."""
        scores = np.stack([hypothesis.point.log_probs for hypothesis in active])  # [N, 256]
        for row, hypothesis in enumerate(active):
            scores[row, ~_allowed(hypothesis.word)] = -np.inf
            scores[row] += hypothesis.log_prob
        flat = scores.reshape(-1)
        best = np.argpartition(-flat, min(beam, len(flat) - 1))[:beam]
        chosen = [(int(index) // 256, int(index) % 256) for index in best if flat[index] > threshold]
        if not chosen:
            return
        if should_stop():
            raise Stopped
        log_probs, states = self._quick.step(
            [symbol for _, symbol in chosen], [active[row].point.state for row, _ in chosen]
        )
        for (row, symbol), state, next_log_probs in zip(chosen, states, log_probs, strict=True):
            old, letter = active[row], bytes([symbol])
            yield _Hypothesis(
                float(scores[row, symbol]), old.text + letter, old.word + letter, Point(state, next_log_probs)
            )


def is_space_worth(letters: int, probability: float) -> bool:
    """Say whether a ghost that adds `letters` should end in a space of this probability.

    The space saves a key when it is right and costs the whole word when it is wrong, so that the longer the word, the
    surer it must be. The bound saved most keys on the phrases: 31.1 %, against 29.0 % for a fixed 0.6.
    """
    return probability > letters / (letters + 1)


def gain(guess: WordGuess) -> float:
    """Return the probability that taking this guess is right, or 0 when it would save no key."""
    mark, share = _most_probable_end(guess.end)
    saves = len(guess.insert) - 1 + (mark == _SPACE and is_space_worth(len(guess.insert), share))
    return math.exp(guess.log_prob) if saves else 0.0


def _most_probable_end(point: Point) -> tuple[int, float]:
    """Return the byte that most probably follows a word that ends here, and its probability then."""
    ends = np.where(_ENDS, np.exp(point.log_probs, dtype=np.float64), 0.0)
    mark = int(ends.argmax())
    return mark, float(ends[mark] / max(ends.sum(), 1e-300))


def _allowed(word: bytes) -> npt.NDArray[np.bool_]:
    if missing_continuations(word):
        return CONTINUATION
    if not word or word[-1] in _JOINERS:
        return STARTS_WORD
    return GOES_ON & ~CONTINUATION


def _threshold(finished: dict[bytes, WordGuess], refused: Sequence[float], count: int) -> float:
    """Return the log-probability below which no hypothesis can still enter the best `count`.

    Where most of what is found is refused, the search ends after some more than were wanted.
    """
    accepted = [guess.log_prob for guess in finished.values()]
    bound = sorted(accepted, reverse=True)[count - 1] if 0 < count <= len(accepted) else _LEAST_LOG_PROB
    both = sorted([*accepted, *refused], reverse=True)
    most = count + _MOST_REFUSED
    return max(bound, both[most - 1]) if len(both) >= most else bound


def _finish(active: Sequence[_Hypothesis]) -> Iterator[WordGuess]:
    """Yield the words that end here."""
    for hypothesis in active:
        if hypothesis.word[-1] in _JOINERS or missing_continuations(hypothesis.word):
            continue
        end = Completer.over(hypothesis.point)
        if end > 0.0:
            yield WordGuess(hypothesis.word, hypothesis.text, hypothesis.log_prob + math.log(end), hypothesis.point)
