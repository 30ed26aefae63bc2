"""The person's own text, kept on disk apart from any model, so that every model can be taught from it.

It is a list of sources: a document by its path, and what was typed or pasted elsewhere by its day. A document that is
opened again takes the place of what it held. What is forgotten is in no file afterwards: the log is written anew.
So that no document teaches a forgotten word again, a keyed digest of it is kept until the word is typed once more.
"""

import hashlib
import re
import secrets
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lm.keeping.room import without_rarest
from lm.text.own_words import WORD, count_words, roots, without_word, without_words
from lm.text.secret_text import BREAK, SafeText
from resources.files.record_log import Record, RecordLog, StoreError

LOG_NAME = "learned.log"
MAX_BYTES = 2_000_000
MAX_DOCUMENT_BYTES = 1_000_000
"""Of a longer document only the end is kept: that is where people write on."""
_ROOM = 0.1
"""The share that is freed when the store is full, so that this does not happen at every word."""
_DEAD_BYTES = 65_536
_LINE_ENDS = "\r\n" + BREAK
_FILE, _DAY = "file:", "day:"


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that was learned from.

    Attributes:
        key: tells it from the others.
        text: with `BREAK` where something was left out.
        changed_at: seconds since 1970, when it was last added to.
    """

    key: str
    text: SafeText
    changed_at: float

    @property
    def path(self) -> Path | None:
        """The path of the document; None for what was typed elsewhere."""
        return Path(self.key.removeprefix(_FILE)) if self.key.startswith(_FILE) else None

    @property
    def size_bytes(self) -> int:
        """The size of the text in UTF-8."""
        return len(self.text.encode("utf-8", "replace"))

    @property
    def name(self) -> str:
        """Its name in lists."""
        path = self.path
        return f"Typed on {self.key.removeprefix(_DAY)}" if path is None else str(path)


@dataclass(slots=True)
class _Held:
    parts: list[str] = field(default_factory=list)
    changed_at: float = 0.0
    size_bytes: int = 0

    def add(self, text: str, changed_at: float) -> None:
        self.parts.append(text)
        self.changed_at = max(self.changed_at, changed_at)
        self.size_bytes += len(text.encode("utf-8", "replace"))

    def text(self) -> str:
        self.parts = ["".join(self.parts)]
        return self.parts[0]


def document_key(path: Path) -> str:
    """Return the key of a document."""
    return _FILE + str(path)


def day_key(day: date) -> str:
    """Return the key of what was typed into no document on that day."""
    return _DAY + day.isoformat()


class PersonalStore:
    """Reads and writes the store in a folder; used by one thread of one process at a time.

    Attributes:
        is_writable: whether the files are written at all.
        failure: a sentence that says why the last addition is only in memory; "" when it is on disk.
    """

    def __init__(
        self,
        folder: Path,
        *,
        is_writable: bool = True,
        max_bytes: int = MAX_BYTES,
        max_document_bytes: int = MAX_DOCUMENT_BYTES,
    ) -> None:
        """Read what is there; a store that is not writable keeps additions in memory only.

        Raises:
            StoreError: if there is something that cannot be read.
        """
        self._max_bytes = max_bytes
        self._max_document_bytes = max_document_bytes
        self.is_writable = is_writable
        self.failure = ""
        self._log = RecordLog(folder / LOG_NAME, is_writable=is_writable)
        self._held: dict[str, _Held] = {}
        self._salt = b""
        self._marks: set[str] = set()  # of forgotten words
        for record in self._log.read():
            self._apply(record)

    @property
    def size_bytes(self) -> int:
        """The size of all text in UTF-8."""
        return sum(held.size_bytes for held in self._held.values())

    def sources(self) -> list[Source]:
        """Return everything, the oldest first."""
        found = [Source(key, SafeText(held.text()), held.changed_at) for key, held in self._held.items()]
        return sorted(found, key=lambda source: (source.changed_at, source.key))

    def words(self) -> Counter[str]:
        """Count the words, as they are spelled."""
        return count_words(held.text() for held in self._held.values())

    def add(self, key: str, text: SafeText, *, continues: bool, now: float | None = None) -> None:
        """Add typed or pasted text to a source; `continues` says that it goes on where the source's text ends."""
        held = self._held.get(key)
        if not text.strip(BREAK):
            return
        self._lift_marks(text)
        is_first = held is None or not held.parts
        self._record(
            {
                "kind": "more",
                "key": key,
                "at": time.time() if now is None else now,
                "text": text if continues or is_first else BREAK + text,
            }
        )

    def put_document(self, path: Path, text: SafeText, *, now: float | None = None) -> SafeText:
        """Take in a document as it is now; return what is new in it: the lines that it had not."""
        key, at = document_key(path), time.time() if now is None else now
        text = SafeText(self._without_marked(self._end_of(text)))
        before = self._held[key].text() if key in self._held else ""
        if text == before:
            if text:
                self._record({"kind": "seen", "key": key, "at": at})
            return SafeText("")
        self._record({"kind": "whole", "key": key, "at": at, "text": text})
        known = Counter(before.replace(BREAK, "\n").splitlines())
        fresh = []
        for line in text.splitlines(keepends=True):
            if known[line.rstrip(_LINE_ENDS)] > 0:
                known[line.rstrip(_LINE_ENDS)] -= 1
                fresh.append(BREAK)
            else:
                fresh.append(line)
        return SafeText("".join(fresh).strip(BREAK))

    def forget_words(self, words: Iterable[str]) -> bool:
        """Take words out of every text and every file, in any case; say whether there was one.

        No document teaches them again, but typing them does.

        Raises:
            StoreError: if the files cannot be rewritten; nothing is forgotten then.
        """
        self._must_be_writable()
        changed = {key: held.text() for key, held in self._held.items()}
        words = tuple(words)
        for word in words:
            changed = {key: without_word(text, word) for key, text in changed.items()}
        changed = {key: text for key, text in changed.items() if text != self._held[key].text()}
        if changed:
            before = self._salt, set(self._marks)
            self._salt = self._salt or secrets.token_bytes(16)
            self._marks |= {self._mark(roots(word)[0]) for word in words}
            try:
                self._replace(changed)
            except StoreError:
                self._salt, self._marks = before
                raise
        return bool(changed)

    def forget_sources(self, keys: Iterable[str]) -> bool:
        """Take sources out of every file; say whether there was one.

        Raises:
            StoreError: if the files cannot be rewritten; nothing is forgotten then.
        """
        self._must_be_writable()
        known = {key: "" for key in keys if key in self._held}
        if known:
            self._replace(known)
        return bool(known)

    def forget_everything(self) -> None:
        """Remove the files.

        Raises:
            StoreError: if they cannot be removed.
        """
        self._must_be_writable()
        self._log.remove()
        self._held.clear()
        self._salt, self._marks = b"", set()

    def export(self) -> Iterator[str]:
        """Yield all of it in parts, as a text to read: the words with their counts, then the sources."""
        yield f"What Foretype has learned, {date.today().isoformat()}\n\nWords, and how often\n\n"
        for word, count in sorted(self.words().items(), key=lambda item: (-item[1], item[0])):
            yield f"{count:7} {word}\n"
        for source in reversed(self.sources()):
            yield f"\n\n{source.name}\n{'-' * len(source.name)}\n{source.text.replace(BREAK, ' … ')}\n"

    def _end_of(self, text: str) -> str:
        data = text.encode("utf-8", "replace")
        if len(data) <= self._max_document_bytes:
            return text
        tail = data[-self._max_document_bytes :].decode("utf-8", "ignore")
        cut = min((place for place in (tail.find("\n"), tail.find(" ")) if place >= 0), default=-1)
        return tail[cut + 1 :]

    def _record(self, record: Record) -> None:
        self._apply(record)
        try:
            self._log.append(record)
            if self.size_bytes > self._max_bytes:
                self._make_room()
            elif self._log.size_bytes > 2 * self.size_bytes + _DEAD_BYTES:
                self._log.rewrite(self._records())
        except StoreError as exc:
            self.failure = str(exc)
        else:
            self.failure = ""

    def _apply(self, record: Record) -> None:
        """Do what a record says; ignore one that makes no sense."""
        key, at, text = record.get("key"), record.get("at"), record.get("text", "")
        if not isinstance(key, str) or not isinstance(at, int | float) or not isinstance(text, str):
            return
        kind = record.get("kind")
        if kind == "salt":
            self._salt = bytes.fromhex(text) if re.fullmatch("[0-9a-f]{32}", text) else b""
        elif kind == "forgotten":
            self._marks.add(key)
        elif kind == "lifted":
            self._marks.discard(key)
        elif kind in ("more", "whole", "seen"):
            held = self._held.get(key, _Held()) if kind != "whole" else _Held()
            if text:
                held.add(text, at)
            held.changed_at = max(held.changed_at, at)
            self._held[key] = held
            if not held.size_bytes:
                del self._held[key]

    def _records(self) -> Iterator[Record]:
        if self._marks:
            yield {"kind": "salt", "key": "", "at": 0, "text": self._salt.hex()}
            for mark in sorted(self._marks):
                yield {"kind": "forgotten", "key": mark, "at": 0}
        for source in self.sources():
            yield {"kind": "whole", "key": source.key, "at": source.changed_at, "text": source.text}

    def _mark(self, word: str) -> str:
        return hashlib.blake2b(word.encode("utf-8", "replace"), key=self._salt, digest_size=16).hexdigest()

    def _is_marked(self, spelling: str) -> bool:
        return any(self._mark(word) in self._marks for word in roots(spelling))

    def _without_marked(self, text: str) -> str:
        return without_words(text, self._is_marked) if self._marks else text

    def _lift_marks(self, text: str) -> None:
        if self._marks:
            marks = {self._mark(word) for spelling in WORD.findall(text) for word in roots(spelling)}
            for mark in sorted(marks & self._marks):
                self._record({"kind": "lifted", "key": mark, "at": 0})

    def _must_be_writable(self) -> None:
        if not self.is_writable:
            raise StoreError(
                "another Foretype is running and keeps what is learned: forget it there, or close that one first"
            )

    def _replace(self, texts: dict[str, str]) -> None:
        """Replace the texts of sources, "" removes one; if the file cannot be written, nothing changes."""
        before = dict(self._held)
        for key, text in texts.items():
            at = self._held.pop(key).changed_at
            if text.strip(BREAK):
                self._held[key] = _Held()
                self._held[key].add(text, at)
        try:
            self._log.rewrite(self._records())
        except StoreError:
            self._held = before
            raise

    def _make_room(self) -> None:
        excess = self.size_bytes - int(self._max_bytes * (1.0 - _ROOM))
        texts = [(source.key, source.text) for source in self.sources()]
        self._replace(without_rarest(texts, self.words(), excess))
