"""Characters that Qt takes for line ends though the text does not: on the page each is another that the text lacks.

To Qt's document U+2029 (paragraph separator), U+FDD0 and U+FDD1 are what parts its blocks and frames. Put in as they
are they would come out as line feeds, and a file that holds one would lose it with the first save.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from editor.errors import DocumentError
from editor.translation import tr

TAKEN_BY_QT = ("\u2029", "\ufdd0", "\ufdd1")
# No text says anything with the first, and hardly one with all of the second: Unicode's noncharacters, its private use.
_SPARE = (range(0xFDD2, 0xFDF0), range(0xE000, 0xF900))


class KeptCharacters:
    """Which character of the page stands for which of the text; both are one UTF-16 unit, so that places are equal."""

    def __init__(self) -> None:
        self._on_page: dict[str, str] = {}  # text's to page's
        self._in_text: dict[int, str] = {}  # page's to text's

    def forget(self) -> None:
        """Begin anew: the page is empty, and so is its past."""
        self._on_page.clear()
        self._in_text.clear()

    def put_in(self, text: str, page: Callable[[], str]) -> str:
        """Return what to put on a page, on which `page()` is now, for a text.

        Raises DocumentError when the text holds all that could stand in.
        """
        known = map(chr, tuple(self._in_text))
        # What stands in for another cannot stand for itself.
        wanted = [char for char in chain(TAKEN_BY_QT, known) if char in text]
        if not wanted:
            return text
        missing = [char for char in wanted if char not in self._on_page]
        if missing:
            spare = self._spare(text, page())
            for char in missing:
                stand_in = next(spare, None)
                if stand_in is None:
                    name = f"U+{ord(char):04X}"
                    raise DocumentError(
                        tr("it holds {name}, and every character that could stand for it here").format(name=name)
                    )
                self._on_page[char] = stand_in
                self._in_text[ord(stand_in)] = char
        return text.translate({ord(char): self._on_page[char] for char in wanted})

    def take_out(self, page: str) -> str:
        """Return the text for what stands on the page."""
        return page.translate(self._in_text) if self._in_text else page

    def _spare(self, text: str, page: str) -> Iterator[str]:
        used = {*text, *page, *map(chr, self._in_text)}
        return (char for char in map(chr, chain(*_SPARE)) if char not in used)


def as_line_ends(text: str) -> str:
    """Return a text that another program offers: there these are line ends, as Qt has them."""
    for char in TAKEN_BY_QT:
        text = text.replace(char, "\n")
    return text
