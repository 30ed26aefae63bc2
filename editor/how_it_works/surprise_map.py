"""What is known of a text's surprise: bits of its characters, kept where an edit does not reach, and sums of lines."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lm.lessons.surprise import WARM_UP_CHARS, Bits, Chunk, Surprise, chunks

STRENGTHS_BITS = (2.0, 4.0, 6.0, 9.0, 13.0)
"""From how many bits on a character is tinted, and how strongly; most letters cost less than two."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lines:
    """The sums of a text's lines, [lines] each.

    Attributes:
        text: the text.
        starts, ends: of each line, in characters; its end is a part of it.
        bits: the sum of its characters', of those that are known.
        is_known: whether all of them are.
    """

    text: str
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    bits: npt.NDArray[np.float64]
    is_known: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.starts)

    def bits_per_char(self) -> npt.NDArray[np.float64]:
        """Return how surprising each line is for its length, [lines]."""
        rates: npt.NDArray[np.float64] = self.bits / np.maximum(1, self.ends - self.starts)
        return rates

    def snippet(self, line: int, most: int) -> str:
        """Return the beginning of a line."""
        start = int(self.starts[line])
        return self.text[start : min(int(self.ends[line]), start + most)].strip()


NO_LINES = Lines("", *(np.empty(0, dtype=np.int64),) * 2, np.empty(0), np.empty(0, dtype=np.bool_))


class SurpriseMap:
    """The owner of the bits; a new text keeps those of chunks that are the same and stand after the same."""

    def __init__(self) -> None:
        self.text = ""
        self._network = ""
        self._chunks: list[Chunk] = []
        self._known: dict[tuple[str, str, str], Bits] = {}
        self._bits = np.empty(0, dtype=np.float32)
        self._units: npt.NDArray[np.int64] | None = None

    def set_text(self, text: str, network: str) -> None:
        """Go on with this text, read by this network."""
        self.text, self._network = text, network
        self._chunks = chunks(text)
        self._bits = np.full(len(text), np.nan, dtype=np.float32)
        # Qt counts a character beyond 16 bits as two.
        self._units = None if text.isascii() or max(text) <= "\uffff" else _utf16_places(text)
        kept = {}
        for chunk in self._chunks:
            key = self._key(chunk)
            if key in self._known:
                kept[key] = self._known[key]
                self._bits[chunk.start : chunk.end] = kept[key]
        self._known = kept

    def wanted(self, first: int, last: int) -> tuple[Chunk, ...]:
        """Return the chunks not yet known: those that reach into `first` to `last` (UTF-16), then on, then back."""
        start, end = self._character(first), self._character(last)
        missing = [chunk for chunk in self._chunks if self._key(chunk) not in self._known]
        on_screen = [chunk for chunk in missing if chunk.end > start and chunk.start <= end]
        after = [chunk for chunk in missing if chunk.start > end]
        before = [chunk for chunk in missing if chunk.end <= start]
        return (*on_screen, *after, *reversed(before))

    def note(self, found: Surprise) -> None:
        """Keep what was computed of the text as it is now."""
        self._known[self._key(found.chunk)] = found.bits
        self._bits[found.chunk.start : found.chunk.end] = found.bits

    @property
    def total(self) -> tuple[float, int]:
        """The bits that are known so far, and of how many characters."""
        known = ~np.isnan(self._bits)
        return float(self._bits[known].sum(dtype=np.float64)), int(known.sum())

    def tints(self, first: int, last: int) -> dict[int, list[Span]]:
        """Return the spans to be tinted between two places, by strength from 1; places in UTF-16."""
        start, end = self._character(first), self._character(last)
        strengths = np.searchsorted(STRENGTHS_BITS, np.nan_to_num(self._bits[start:end]), side="right")
        found: dict[int, list[Span]] = {strength: [] for strength in range(1, len(STRENGTHS_BITS) + 1)}
        borders = np.flatnonzero(np.diff(strengths)) + 1
        for left, right in zip([0, *borders], [*borders, len(strengths)], strict=True):
            if right > left and strengths[left]:
                found[int(strengths[left])].append((self.place(start + int(left)), self.place(start + int(right))))
        return found

    def lines(self) -> Lines:
        """Return the sums of all lines."""
        if not self.text:
            return NO_LINES
        codes = np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        ends = np.flatnonzero(codes == ord("\n")) + 1
        if not len(ends) or ends[-1] < len(codes):
            ends = np.append(ends, len(codes))
        starts = np.concatenate([[0], ends[:-1]])
        bits = np.add.reduceat(np.nan_to_num(self._bits).astype(np.float64), starts)
        is_known = np.add.reduceat(np.isnan(self._bits).astype(np.int64), starts) == 0
        return Lines(self.text, starts, ends, bits, is_known)

    def place(self, character: int) -> int:
        """Return the place of a character in the document's own units (UTF-16)."""
        return character if self._units is None else int(self._units[character])

    def _key(self, chunk: Chunk) -> tuple[str, str, str]:
        before = self.text[max(0, chunk.start - WARM_UP_CHARS) : chunk.start]
        return self._network, before, self.text[chunk.start : chunk.end]

    def _character(self, place: int) -> int:
        if self._units is None:
            return min(place, len(self.text))
        return int(np.searchsorted(self._units, place, side="left"))


def _utf16_places(text: str) -> npt.NDArray[np.int64]:
    """Return the UTF-16 place of each character, and of the end, [characters + 1]."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    places = np.zeros(len(codes) + 1, dtype=np.int64)
    np.cumsum(1 + (codes > 0xFFFF), out=places[1:])
    return places
