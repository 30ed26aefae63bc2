"""HTML pages to measure on: the end tags that are written in them, and how far back each element was opened.

`html.parser` of Python's library reads them, a parser that shares nothing with the guard that is measured.
"""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from lm.errors import CorpusError
from lm.html.elements import VOID
from lm.model.document_kind import HTML_SUFFIXES
from lm.text.corpus import read_text


@dataclass(frozen=True, slots=True)
class EndTag:
    """One end tag of a page.

    Attributes:
        position: of its `<`, in characters.
        name: as it is written.
        distance: characters between the start tag's end and `position`; None where no open element has the name.
    """

    position: int
    name: str
    distance: int | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its end tags, in order.

    Attributes:
        is_well_formed: every element but the void ones is closed, by its own end tag, in the right order.
    """

    path: Path
    text: str
    end_tags: tuple[EndTag, ...]
    is_well_formed: bool


def read_pages(path: Path) -> tuple[list[Page], list[str]]:
    """Read a page, or all pages in a folder and those below it; return them and why others were left out.

    Raises:
        CorpusError: if there is none.
    """
    skipped: list[str] = []
    pages: list[Page] = []
    for file in _files(path):
        try:
            pages.append(parse_page(file, read_text(file).decode("utf-8")))
        except CorpusError as exc:
            skipped.append(str(exc))
    if not pages:
        raise CorpusError(
            skipped[0] if skipped else f"{path} holds no page ({', '.join(sorted(HTML_SUFFIXES))}): name another"
        )
    return pages, skipped


def parse_page(path: Path, text: str) -> Page:
    """Find the end tags of a page."""
    parser = _EndTagFinder(text)
    parser.feed(text)
    parser.close()
    return Page(path, text, tuple(parser.end_tags), parser.is_sound and not parser.stack)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    yield from sorted(file for file in path.rglob("*") if file.suffix.lower() in HTML_SUFFIXES)


class _EndTagFinder(HTMLParser):
    _NAME = re.compile(r"</([^\s/>]+)")

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)  # so that positions stay those of the text
        self._text = text
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.stack: list[tuple[str, int]] = []
        self.end_tags: list[EndTag] = []
        self.is_sound = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in VOID:
            self.stack.append((tag, self._position() + len(self.get_starttag_text() or "")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave an element alone that its own slash closes."""

    def handle_endtag(self, tag: str) -> None:
        position = self._position()
        written = self._NAME.match(self._text, position)
        if written is None:
            return
        names = [name for name, _ in self.stack]
        self.is_sound &= names[-1:] == [tag]
        distance = None
        if tag in names:
            index = len(names) - 1 - names[::-1].index(tag)
            distance = position - self.stack[index][1]
            del self.stack[index:]
        self.end_tags.append(EndTag(position, written[1], distance))

    def _position(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def bucket_of(distance: int, bounds: tuple[int, ...]) -> int:
    """Return the index of the stretch between `bounds` in which a distance lies."""
    return bisect.bisect_left(bounds, distance)
