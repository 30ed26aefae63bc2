"""The units of a word vocabulary as a trie over bytes, laid out for sums over everything that begins with a prefix.

Units are kept in byte order, so that those below a node are one run of that order: with the cumulative sum of their
probabilities at hand, the probability of any prefix is one subtraction.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

ROOT = 0
NOWHERE = -1
"""The node of a prefix that no unit has."""

Indices = npt.NDArray[np.int32]

# Where one stands inside a unit; the cut of `vocabulary.UNIT`, told one byte at a time.
_START, _SPACE, _WORD, _WORD_TAIL, _COMPLETE, _TAIL_1, _TAIL_2, _TAIL_3 = range(8)
ENDS = -1


def _transitions() -> npt.NDArray[np.int8]:
    table = np.full((8, 256), ENDS, dtype=np.int8)
    table[_START] = _COMPLETE
    for place in (_START, _SPACE):
        table[place, 0x21:0x80] = _COMPLETE
        table[place, 0xC2] = _TAIL_1
        table[place, 0xC3:0xE0] = _WORD_TAIL
        table[place, 0xE0:0xF0] = _TAIL_2
        table[place, 0xF0:0xF8] = _TAIL_3
        for first, last in (b"AZ", b"az", b"09"):
            table[place, first : last + 1] = _WORD
    table[_START, 0x20] = _SPACE
    for first, last in (b"AZ", b"az", b"09", b"''"):
        table[_WORD, first : last + 1] = _WORD
    table[_WORD, 0xC3:0xE0] = _WORD_TAIL
    table[_WORD_TAIL, 0x80:0xC0] = _WORD
    for tail, then in ((_TAIL_3, _TAIL_2), (_TAIL_2, _TAIL_1), (_TAIL_1, _COMPLETE)):
        table[tail, 0x80:0xC0] = then
    return table


PLACES = _transitions()
"""[place, byte] -> the place after it inside the same unit, or `ENDS` where the byte begins the next unit."""
START = _START


@dataclass(frozen=True, slots=True)
class UnitTrie:
    """Arrays over nodes, the root first.

    Attributes:
        order: [U], the symbol of each unit, units in byte order.
        low, high: [nodes], the run of `order` that lies below a node.
        symbol: [nodes], the symbol that ends exactly here, or -1; it is then `order[low]`.
        first_child: [nodes + 1], where a node's children begin among the two arrays below.
        child_byte, child_node: the children, by byte.
    """

    order: Indices
    low: Indices
    high: Indices
    symbol: Indices
    first_child: Indices
    child_byte: Indices
    child_node: Indices

    def child(self, node: int, byte: int) -> int:
        """Return the node after one more byte, `NOWHERE` if no unit goes on so."""
        if node == NOWHERE:
            return NOWHERE
        start, end = self.first_child[node], self.first_child[node + 1]
        index = start + int(np.searchsorted(self.child_byte[start:end], byte))
        return int(self.child_node[index]) if index < end and self.child_byte[index] == byte else NOWHERE


def build_trie(units: Sequence[bytes]) -> UnitTrie:
    """Build the trie of `units`, where symbol 0, the unknown, is no unit."""
    order = sorted(range(1, len(units)), key=units.__getitem__)
    low, high, symbol = [0], [len(order)], [-1]
    children: list[list[tuple[int, int]]] = [[]]
    path: list[int] = [ROOT]  # the nodes of the last unit's prefixes
    last = b""
    for rank, number in enumerate(order):
        unit = units[number]
        shared = 0
        while shared < len(last) and last[shared] == unit[shared]:
            shared += 1
        for node in path[shared + 1 :]:
            high[node] = rank
        del path[shared + 1 :]
        for byte in unit[shared:]:
            node = len(low)
            low.append(rank)
            high.append(len(order))
            symbol.append(-1)
            children.append([])
            children[path[-1]].append((byte, node))
            path.append(node)
        symbol[path[-1]] = number
        last = unit
    counts = np.array([0, *(len(each) for each in children)], dtype=np.int32)
    flat = [pair for each in children for pair in each]
    return UnitTrie(
        order=np.array(order, dtype=np.int32),
        low=np.array(low, dtype=np.int32),
        high=np.array(high, dtype=np.int32),
        symbol=np.array(symbol, dtype=np.int32),
        first_child=np.cumsum(counts, dtype=np.int32),
        child_byte=np.array([byte for byte, _ in flat], dtype=np.int32),
        child_node=np.array([node for _, node in flat], dtype=np.int32),
    )
