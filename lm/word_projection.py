"""A word-level model asked about the next byte: the middle of a word included.

A unit's probability is spread over its bytes: after a prefix, the next byte has the share of all units that go on
with it. Where a unit may end, the next unit's distribution says which byte begins it; the cut into units needs one
byte of lookahead and no more, so no second reading of the same text has to be followed. What the vocabulary lacks is
spelled by a byte-level model, with the probability that the word model gives the unknown.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lm.engine import Engine
from lm.unit_trie import ENDS, NOWHERE, PLACES, ROOT, START, UnitTrie
from lm.vocabulary import WordVocabulary

Probabilities = npt.NDArray[np.float64]

_LEAST = 1e-12


@dataclass(frozen=True, slots=True)
class NextUnit:
    """What the word model expects after a unit.

    Attributes:
        row: the engine's state.
        cumulative: [U + 1], sums of the units' probabilities in the trie's order, the unknown left out.
        first_byte: [256], probability of each byte to begin the next unit.
        unknown: probability of a unit outside the vocabulary.
    """

    row: npt.NDArray[np.float32]
    cumulative: Probabilities
    first_byte: Probabilities
    unknown: float


@dataclass(frozen=True, slots=True)
class Position:
    """One stream's place: what came before the current unit, and the unit so far.

    Attributes:
        before: what was expected before the current unit.
        node: the trie's node of the unit so far, `NOWHERE` when no known unit begins so.
        place: where in the cut one stands, an index of `PLACES`.
        spelled: probability with which the byte model has spelled the unit so far.
        after: what is expected after the unit if it ends here; None where no known unit ends.
    """

    before: NextUnit
    node: int
    place: int
    spelled: float
    after: NextUnit | None


class WordProjection:
    """Follows streams of bytes and says what the word model expects of the next byte."""

    def __init__(self, engine: Engine, vocabulary: WordVocabulary, trie: UnitTrie) -> None:
        self._engine = engine
        self._trie = trie
        self._newline = vocabulary.symbol(b"\n")
        roots = slice(trie.first_child[ROOT], trie.first_child[ROOT + 1])
        self._root_bytes = trie.child_byte[roots]
        self._root_nodes = trie.child_node[roots]
        self._root_low = trie.low[self._root_nodes]
        self._root_high = trie.high[self._root_nodes]

    def begin(self) -> Position:
        """Return the place at the start of a text, which a line's end precedes."""
        (first,) = self._expect([self._newline], [self._engine.begin_state()])
        return Position(first, ROOT, START, 1.0, None)

    def advance(
        self, positions: Sequence[Position], symbols: Sequence[int], spelling: Sequence[float], *, look_ahead: bool
    ) -> list[Position]:
        """Feed one byte to each stream; `spelling` is the probability that the byte model gave it.

        Without `look_ahead`, places where a known unit could end do not yet know what would follow; `distribution`
        then leaves the share of the next unit's bytes to the byte model.
        """
        moved: list[Position] = [self._within(*each) for each in zip(positions, symbols, spelling, strict=True)]
        ended = [i for i, position in enumerate(moved) if position.place == START]
        if ended:
            self._begin_units(moved, positions, symbols, spelling, ended)
        if look_ahead:
            self._look_ahead(moved)
        return moved

    def distribution(self, position: Position, by_byte: Probabilities) -> Probabilities:
        """Return the next byte's probabilities [256]; `by_byte` are the byte model's, which spells the unknown."""
        trie, node, before = self._trie, position.node, position.before
        if node == NOWHERE:
            return by_byte
        result = np.zeros(256)
        known = slice(trie.first_child[node], trie.first_child[node + 1])
        nodes = trie.child_node[known]
        result[trie.child_byte[known]] = before.cumulative[trie.high[nodes]] - before.cumulative[trie.low[nodes]]
        unknown = before.unknown * position.spelled
        if trie.symbol[node] >= 0:
            low = trie.low[node]
            ending = before.cumulative[low + 1] - before.cumulative[low]
            may_follow = PLACES[position.place] == ENDS
            starts = (position.after.first_byte if position.after else by_byte) * may_follow
            result += starts * (ending / max(starts.sum(), _LEAST))
        result += unknown * by_byte
        total = result.sum()
        return result / total if total > _LEAST else by_byte

    def look_ahead(self, position: Position) -> Position:
        """Return the place with what is expected after the unit, if a known unit may end there."""
        moved = [position]
        self._look_ahead(moved)
        return moved[0]

    def _within(self, position: Position, symbol: int, spelling: float) -> Position:
        place = int(PLACES[position.place, symbol])
        if place == ENDS:
            return Position(position.before, position.node, START, 1.0, position.after)
        node = self._trie.child(position.node, symbol) if position.node != NOWHERE else NOWHERE
        return Position(position.before, node, place, position.spelled * spelling, None)

    def _begin_units(
        self,
        moved: list[Position],
        positions: Sequence[Position],
        symbols: Sequence[int],
        spelling: Sequence[float],
        ended: Sequence[int],
    ) -> None:
        """Close the units of the streams `ended` and put their byte at the start of the next unit."""
        trie = self._trie
        missing = [i for i in ended if positions[i].after is None]
        if missing:
            units = [
                max(0, int(trie.symbol[p.node])) if p.node != NOWHERE else 0 for p in (positions[i] for i in missing)
            ]
            expected = self._expect(units, [positions[i].before.row for i in missing])
        computed = dict(zip(missing, expected, strict=True)) if missing else {}
        for i in ended:
            following = computed.get(i) or positions[i].after
            assert following is not None  # it is in one of the two
            symbol = symbols[i]
            moved[i] = Position(following, trie.child(ROOT, symbol), int(PLACES[START, symbol]), spelling[i], None)

    def _symbol(self, node: int) -> int:
        """Return the symbol of the unit that ends at `node`, the unknown's if none does."""
        return max(WordVocabulary.UNKNOWN, int(self._trie.symbol[node])) if node != NOWHERE else WordVocabulary.UNKNOWN

    def _look_ahead(self, moved: list[Position]) -> None:
        """Ask the word model what follows wherever a known unit may end."""
        trie = self._trie
        terminal = [
            i
            for i, position in enumerate(moved)
            if position.node != NOWHERE and trie.symbol[position.node] >= 0 and position.after is None
        ]
        if not terminal:
            return
        units = [int(trie.symbol[moved[i].node]) for i in terminal]
        expected = self._expect(units, [moved[i].before.row for i in terminal])
        for i, following in zip(terminal, expected, strict=True):
            old = moved[i]
            moved[i] = Position(old.before, old.node, old.place, old.spelled, following)

    def _expect(self, units: Sequence[int], rows: Sequence[npt.NDArray[np.float32]]) -> list[NextUnit]:
        log_probs, after = self._engine.step(units, rows)
        probabilities = np.exp(log_probs)
        found = []
        for row, probability in zip(after, probabilities, strict=True):
            cumulative = np.zeros(len(self._trie.order) + 1)
            np.cumsum(probability[self._trie.order], dtype=np.float64, out=cumulative[1:])
            first_byte = np.zeros(256)
            first_byte[self._root_bytes] = cumulative[self._root_high] - cumulative[self._root_low]
            found.append(NextUnit(row, cumulative, first_byte, float(probability[WordVocabulary.UNKNOWN])))
        return found
