"""A word-level model asked about the next byte: the middle of a word included.

A unit's probability is spread over its bytes: after a prefix, the next byte has the share of all units that go on
with it. Where a unit may end, the next unit's distribution says which byte begins it; the cut into units needs one
byte of lookahead and no more, so no second reading of the same text has to be followed. What the vocabulary lacks is
spelled by a byte-level model, with the probability that the word model gives the unknown.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from lm.model.unit_trie import ENDS, NOWHERE, PLACES, ROOT, START, UnitTrie, build_trie
from lm.model.vocabulary import WordVocabulary
from lm.predicting.engine import Engine
from lm.predicting.ngram import AdaptiveNgram, History, OwnUnits

Probabilities = npt.NDArray[np.float64]

_LEAST = 1e-12


@dataclass(frozen=True, slots=True)
class NextUnit:
    """What the word model and the user's counts expect after a unit.

    Attributes:
        row: the engine's state.
        history: the last words.
        cumulative: [units + 1], sums of the units' probabilities in the trie's order, the unknown left out.
        own: the user's own units as they were then.
        own_cumulative: the same for them.
        first_byte: [256], probability of each byte to begin the next unit.
        unknown: probability of a unit that has no symbol.
    """

    row: npt.NDArray[np.float32]
    history: History
    cumulative: Probabilities
    own: OwnUnits
    own_cumulative: Probabilities
    first_byte: Probabilities
    unknown: float


@dataclass(frozen=True, slots=True)
class Position:
    """One stream's place: what came before the current unit, and the unit so far.

    Attributes:
        before: what was expected before the current unit.
        node: the trie's node of the unit so far, `NOWHERE` when no unit of the vocabulary begins so.
        own_node: the same in the trie of the user's own units.
        place: where in the cut one stands, an index of `PLACES`.
        spelled: probability with which the byte model has spelled the unit so far.
        after: what is expected after the unit if it ends here; None where that was not asked.
    """

    before: NextUnit
    node: int
    own_node: int
    place: int
    spelled: float
    after: NextUnit | None


class WordProjection:
    """Follows streams of bytes and says what the word model expects of the next byte."""

    def __init__(self, engine: Engine, vocabulary: WordVocabulary, ngram: AdaptiveNgram) -> None:
        """`ngram` counts the user's units; it may be empty, and may learn between any two calls."""
        self._engine = engine
        self._ngram = ngram
        self._trie = trie = build_trie(vocabulary.units)
        self._units = vocabulary.units
        self._newline = vocabulary.symbol(b"\n")
        roots = slice(trie.first_child[ROOT], trie.first_child[ROOT + 1])
        self._root_bytes = trie.child_byte[roots]
        self._root_low = trie.low[trie.child_node[roots]]
        self._root_high = trie.high[trie.child_node[roots]]

    def begin(self) -> Position:
        """Return the place at the start of a text, which a line's end precedes."""
        (first,) = self._expect([self._newline], [self._engine.begin_state()], [()])
        return Position(first, ROOT, ROOT, START, 1.0, None)

    def advance(
        self, positions: Sequence[Position], symbols: Sequence[int], spelling: Sequence[float], *, look_ahead: bool
    ) -> list[Position]:
        """Feed one byte to each stream; `spelling` is the probability that the byte model gave it.

        Without `look_ahead`, places where a known unit could end do not yet know what would follow; `distribution`
        then leaves the share of the next unit's bytes to the byte model.
        """
        moved = [self._within(*each) for each in zip(positions, symbols, spelling, strict=True)]
        ended = [i for i, position in enumerate(moved) if position.place == START]
        if ended:
            self._begin_units(moved, positions, symbols, spelling, ended)
        if look_ahead:
            self._look_ahead(moved)
        return moved

    def look_ahead(self, position: Position) -> Position:
        """Return the place with what is expected after the unit, if a known unit may end there."""
        moved = [position]
        self._look_ahead(moved)
        return moved[0]

    def distribution(self, position: Position, by_byte: Probabilities) -> Probabilities:
        """Return the next byte's probabilities [256]; `by_byte` are the byte model's, which spells the unknown."""
        before = position.before
        result = np.zeros(256)
        ending = _spread(result, self._trie, position.node, before.cumulative)
        ending += _spread(result, before.own.trie, position.own_node, before.own_cumulative)
        if ending > 0.0:
            may_follow = PLACES[position.place] == ENDS
            starts = (position.after.first_byte if position.after else by_byte) * may_follow
            result += starts * (ending / max(starts.sum(), _LEAST))
        result += before.unknown * position.spelled * by_byte
        total = result.sum()
        return result / total if total > _LEAST else by_byte

    def likeliest(self, position: Position, prefix: bytes) -> tuple[bytes, float]:
        """Return the unit of the vocabulary that begins with `prefix` and is likeliest as the current one.

        What was typed of the current unit so far plays no part; the probability is 0 where no unit begins so.
        """
        node = ROOT
        for byte in prefix:
            node = self._trie.child(node, byte)
        if node == NOWHERE:
            return b"", 0.0
        low, high = int(self._trie.low[node]), int(self._trie.high[node])
        shares = np.diff(position.before.cumulative[low : high + 1])
        best = int(shares.argmax())
        return self._units[int(self._trie.order[low + best])], float(shares[best])

    def counted(self, position: Position) -> Probabilities | None:
        """Return the next byte's probabilities [256] by the user's counts alone, None where they say nothing."""
        before = self._counted(position.before)
        after = None if position.after is None else self._counted(position.after)
        place = replace(position, before=before, after=after)
        nothing = np.zeros(256)
        found = self.distribution(place, nothing)
        return None if found is nothing else found

    def _counted(self, expected: NextUnit) -> NextUnit:
        """Return what is expected there without the network and without words that were never written."""
        counts = self._ngram.counted(expected.history, expected.own)
        cumulative = _cumulative(counts.known[self._trie.order])
        own_cumulative = _cumulative(counts.own[expected.own.trie.order])
        first_byte = self._first_byte(cumulative, expected.own, own_cumulative)
        return NextUnit(expected.row, expected.history, cumulative, expected.own, own_cumulative, first_byte, 0.0)

    def _first_byte(self, cumulative: Probabilities, own: OwnUnits, own_cumulative: Probabilities) -> Probabilities:
        first_byte = np.zeros(256)
        first_byte[self._root_bytes] = cumulative[self._root_high] - cumulative[self._root_low]
        _spread(first_byte, own.trie, ROOT, own_cumulative)
        return first_byte

    def _within(self, position: Position, symbol: int, spelling: float) -> Position:
        place = int(PLACES[position.place, symbol])
        if place == ENDS:
            return Position(position.before, position.node, position.own_node, START, 1.0, position.after)
        node = self._trie.child(position.node, symbol)
        own_node = position.before.own.trie.child(position.own_node, symbol)
        return Position(position.before, node, own_node, place, position.spelled * spelling, None)

    def _begin_units(
        self,
        moved: list[Position],
        positions: Sequence[Position],
        symbols: Sequence[int],
        spelling: Sequence[float],
        ended: Sequence[int],
    ) -> None:
        """Close the units of the streams `ended` and put their byte at the start of the next unit."""
        missing = [i for i in ended if positions[i].after is None]
        computed = dict(zip(missing, self._expect_after([positions[i] for i in missing]), strict=True))
        for i in ended:
            following = computed.get(i) or positions[i].after
            assert following is not None  # it is in one of the two
            symbol = symbols[i]
            node, own_node = self._trie.child(ROOT, symbol), following.own.trie.child(ROOT, symbol)
            moved[i] = Position(following, node, own_node, int(PLACES[START, symbol]), spelling[i], None)

    def _look_ahead(self, moved: list[Position]) -> None:
        """Ask the word model what follows wherever a known unit may end."""
        terminal = [i for i, position in enumerate(moved) if position.after is None and self._symbol(position)]
        for i, following in zip(terminal, self._expect_after([moved[i] for i in terminal]), strict=True):
            old = moved[i]
            moved[i] = Position(old.before, old.node, old.own_node, old.place, old.spelled, following)

    def _symbol(self, position: Position) -> int:
        """Return the symbol of the unit that ends here, the unknown's if none does."""
        if position.node != NOWHERE and self._trie.symbol[position.node] >= 0:
            return int(self._trie.symbol[position.node])
        own = position.before.own
        if position.own_node != NOWHERE and own.trie.symbol[position.own_node] >= 0:
            return own.first_symbol + int(own.trie.symbol[position.own_node])
        return WordVocabulary.UNKNOWN

    def _expect_after(self, positions: Sequence[Position]) -> list[NextUnit]:
        symbols = [self._symbol(position) for position in positions]
        befores = [position.before for position in positions]
        return self._expect(symbols, [before.row for before in befores], [before.history for before in befores])

    def _expect(
        self, units: Sequence[int], rows: Sequence[npt.NDArray[np.float32]], histories: Sequence[History]
    ) -> list[NextUnit]:
        if not units:
            return []
        size = self._engine.vocab_size
        log_probs, after = self._engine.step([unit if unit < size else WordVocabulary.UNKNOWN for unit in units], rows)
        probabilities = np.exp(log_probs, dtype=np.float64)
        own = self._ngram.own_units()
        found = []
        for unit, row, old_history, by_network in zip(units, after, histories, probabilities, strict=True):
            history = self._ngram.after(old_history, unit)
            expected = self._ngram.expect(by_network, history, own)
            cumulative = _cumulative(expected.known[self._trie.order])
            own_cumulative = _cumulative(expected.own[own.trie.order])
            first_byte = self._first_byte(cumulative, own, own_cumulative)
            unknown = float(expected.known[WordVocabulary.UNKNOWN])
            found.append(NextUnit(row, history, cumulative, own, own_cumulative, first_byte, unknown))
        return found


def _cumulative(probabilities: Probabilities) -> Probabilities:
    sums = np.zeros(len(probabilities) + 1)
    np.cumsum(probabilities, out=sums[1:])
    return sums


def _spread(result: Probabilities, trie: UnitTrie, node: int, cumulative: Probabilities) -> float:
    """Add the share of each child of `node` to its byte's in `result` [256]; return the share of ending here."""
    if node == NOWHERE:
        return 0.0
    children = slice(trie.first_child[node], trie.first_child[node + 1])
    nodes = trie.child_node[children]
    result[trie.child_byte[children]] += cumulative[trie.high[nodes]] - cumulative[trie.low[nodes]]
    if trie.symbol[node] < 0:
        return 0.0
    low = trie.low[node]
    return float(cumulative[low + 1] - cumulative[low])
