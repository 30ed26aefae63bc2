"""Takes in the user's text: counts its units, and learns how far the counts are to be trusted.

A long text is counted in bulk; its end is also read by the word network, unit by unit, so that the trust in network,
table and counts sees how each would have predicted it.
"""

from dataclasses import dataclass

import numpy as np

from lm.model.vocabulary import UNIT, WordVocabulary
from lm.predicting.engine import Engine, Row
from lm.predicting.ngram import AdaptiveNgram, History

_JUDGED_UNITS = 800
"""Units at the end of a long text that teach trust: 2 s on one core, most of it the network's."""
_WARM_UP_UNITS = 20
"""Units that the network reads before its opinion counts."""


@dataclass(slots=True)
class _Stream:
    """Where the learned text stands: the network's state after it and the last units."""

    row: Row
    symbol: int
    history: History


class Learner:
    """Feeds an `AdaptiveNgram` with text."""

    def __init__(self, engine: Engine, vocabulary: WordVocabulary, ngram: AdaptiveNgram) -> None:
        self._engine = engine
        self._ngram = ngram
        self._newline = vocabulary.symbol(b"\n")
        self._stream = self._begin()

    def learn(self, text: bytes, *, continues: bool) -> None:
        """Count the units of `text`; `continues` says that it follows what was learned last."""
        if not continues:
            self._stream = self._begin()
        units = UNIT.findall(text)
        judged = len(units) if continues else min(len(units), _JUDGED_UNITS)
        bulk, rest = units[: len(units) - judged], units[len(units) - judged :]
        if bulk:
            self._stream.history = self._ngram.learn(b"".join(bulk), self._stream.history)
        for index, unit in enumerate(rest):
            self._take_in(unit, teaches=continues or not bulk or index >= _WARM_UP_UNITS)

    def forget(self, word: bytes) -> bool:
        """Remove a word, with and without the space before it; say whether there was one."""
        return self._ngram.forget((word, b" " + word))

    def words(self) -> dict[bytes, int]:
        """Return the units that were counted, with their counts."""
        return self._ngram.words()

    def _begin(self) -> _Stream:
        return _Stream(self._engine.begin_state(), self._newline, self._ngram.after((), self._newline))

    def _take_in(self, unit: bytes, *, teaches: bool) -> None:
        stream, ngram = self._stream, self._ngram
        size = self._engine.vocab_size
        fed = stream.symbol if stream.symbol < size else WordVocabulary.UNKNOWN
        log_probs, (stream.row,) = self._engine.step([fed], [stream.row])
        if teaches and not ngram.is_empty:
            by_network = np.exp(log_probs[0], dtype=np.float64)
            ngram.teach(by_network, stream.history, ngram.symbol(unit))
        stream.history = ngram.learn(unit, stream.history)
        stream.symbol = ngram.symbol(unit)
