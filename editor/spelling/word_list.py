"""The person's own words: a text file with one word in a line, for all languages. No Qt."""

import logging
import re
from pathlib import Path

from editor.errors import SpellingError
from resources.files.atomic_file import write_atomically
from resources.marked_sentence import QT_TR_NOOP

_log = logging.getLogger(__name__)
_HEADER = "# Foretype's own words, format 1: one in a line"
_FORMAT = re.compile(r"#.*\bformat (\d+)")
_FORMAT_VERSION = 1
_LARGEST_BYTES = 4_000_000


class WordList:
    """The words; another program, or the person, may change the file between two starts.

    A file that cannot be read counts as an empty list, with one line in the log, and is never written over.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._words: set[str] | None = None

    def __contains__(self, word: str) -> bool:
        """Tell whether a word is in the list; one in small letters is there with a capital, and with 's, too."""
        if self._words is None:
            try:
                self._words = set(self._read())
            except SpellingError as exc:
                _log.warning("%s", exc)
                self._words = set()
        stem = word.removesuffix("'s")
        return any(each in self._words for each in (word, stem, stem.lower()))

    def add(self, word: str) -> None:
        """Store a word for good; raises SpellingError where that fails, and knows the word until the program ends."""
        self._words = {*(self._words or ()), word}
        known = self._read()
        self._words.update(known)
        if word in known:
            return
        lines = [*(self._lines() or [_HEADER]), word]
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, ("\n".join(lines) + "\n").encode())
        except OSError as exc:
            raise SpellingError(
                QT_TR_NOOP("“{word}” is known only until Foretype ends: {path} cannot be written: {reason}"),
                word=word,
                path=self._path,
                reason=exc.strerror or exc,
            ) from exc

    def _read(self) -> list[str]:
        lines = self._lines()
        version = _FORMAT.match(lines[0]) if lines else None
        if version is not None and int(version[1]) > _FORMAT_VERSION:
            sentence = QT_TR_NOOP("{path} was written by a newer Foretype: it is left as it is")
            raise SpellingError(sentence, path=self._path)
        return [line.strip() for line in lines if line.strip() and not line.startswith("#")]

    def _lines(self) -> list[str]:
        try:
            with self._path.open("rb") as file:
                data = file.read(_LARGEST_BYTES + 1)
            text = data.decode("utf-8-sig")
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as exc:
            reason = exc.strerror if isinstance(exc, OSError) else exc
            raise SpellingError(
                QT_TR_NOOP("Your own words cannot be read: {path}: {reason}; repair the file, or move it away"),
                path=self._path,
                reason=reason,
            ) from exc
        if len(data) > _LARGEST_BYTES:
            sentence = QT_TR_NOOP("{path} is too large for a list of words: it is not read")
            raise SpellingError(sentence, path=self._path)
        return text.splitlines()
