"""The user's documents: files as they are named, folders walked for what is text, the unreadable ones listed."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lm.errors import CorpusError
from lm.model.document_kind import HTML_SUFFIXES, MARKDOWN_SUFFIXES
from lm.text.corpus import Split, hold_out, read_text

_PLAIN_SUFFIXES = frozenset((".txt", ".text", ".rst", ".adoc", ".org", ".tex"))
_CODE_SUFFIXES = frozenset((".css", ".js", ".ts", ".py", ".sh", ".c", ".h", ".cpp", ".java", ".go", ".rs"))
_SUFFIXES = _PLAIN_SUFFIXES | MARKDOWN_SUFFIXES | HTML_SUFFIXES | _CODE_SUFFIXES
"""What is read from a folder; a file that is named is read whatever its suffix."""
_LARGEST_TOTAL_BYTES = 256 << 20
"""All of it is held in memory, and even hours of training would not get through more."""
SMALLEST_TOTAL_BYTES = 2000
_SMALLEST_HELD_OUT_BYTES = 100


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that was not read, and the sentence that says why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Documents:
    """The texts that were read, each UTF-8 and ending in a newline, and what was not."""

    texts: tuple[bytes, ...]
    skipped: tuple[Skipped, ...]

    @property
    def size_bytes(self) -> int:
        """Count the bytes of all texts."""
        return sum(map(len, self.texts))

    def digest(self) -> str:
        """Return a checksum by which a resumed run knows its documents."""
        found = hashlib.sha256()
        for text in self.texts:
            found.update(hashlib.sha256(text).digest())
        return found.hexdigest()


def read_documents(paths: Sequence[Path]) -> Documents:
    """Read files and folders, each file once.

    Raises:
        CorpusError: if nothing can be read, or all of it is too little to learn from.
    """
    skipped: list[Skipped] = []
    texts = [text for _, text in each_document(paths, skipped)]
    if not texts:
        raise CorpusError(f"none of the documents can be read: {skipped[0].reason}")
    documents = Documents(tuple(texts), tuple(skipped))
    if documents.size_bytes < SMALLEST_TOTAL_BYTES:
        raise CorpusError(
            f"the documents hold {documents.size_bytes} bytes, too few to learn from: add more, "
            f"{SMALLEST_TOTAL_BYTES} at the least"
        )
    return documents


def each_document(paths: Sequence[Path], skipped: list[Skipped]) -> Iterator[tuple[Path, bytes]]:
    """Yield what `read_documents` reads, one at a time: each file once, its text ending in a newline.

    What cannot be read is added to `skipped`.
    """
    seen: set[Path] = set()
    total = 0
    for path in _files(paths, skipped):
        try:
            real = path.resolve()
            if real in seen:
                continue
            seen.add(real)
            text = read_text(path)
        except (CorpusError, OSError, RuntimeError) as exc:  # the last: a link that leads to itself
            skipped.append(Skipped(str(path), str(exc)))
            continue
        if total + len(text) > _LARGEST_TOTAL_BYTES:
            skipped.append(
                Skipped(str(path), f"{path} is beyond the {_LARGEST_TOTAL_BYTES >> 20} MB that can be learned at once")
            )
            continue
        total += len(text)
        yield path, text if text.endswith(b"\n") else text + b"\n"


def split_documents(documents: Documents, fraction: float, seed: int) -> Split:
    """Hold out about `fraction` of all text as whole paragraphs, or its end where it has none to choose from.

    The documents are one text here: of a hundred short notes a few are held out, not a paragraph of each.
    """
    whole = b"\n".join(documents.texts)  # each text ends with a newline, so this leaves a blank line between two
    split = hold_out([whole], fraction, seed)
    if len(split.held_out) >= _SMALLEST_HELD_OUT_BYTES and split.train:
        return split
    end = max(_SMALLEST_HELD_OUT_BYTES, round(fraction * len(whole)))
    cut = whole.rfind(b" ", 0, len(whole) - end)
    cut = cut if cut > 0 else len(whole) - end
    return Split(whole[:cut], whole[cut:])


def _files(paths: Iterable[Path], skipped: list[Skipped]) -> Iterator[Path]:
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises where a folder above may not be entered
            yield path
            continue
        found = False
        for file in _walk(path, skipped):
            found = True
            yield file
        if not found:
            skipped.append(Skipped(str(path), f"{path} holds no documents: name files, or a folder of text files"))


def _walk(folder: Path, skipped: list[Skipped]) -> Iterator[Path]:
    """Yield the documents of a folder and of those in it, in alphabetical order, without hidden ones."""

    def note(error: OSError) -> None:
        skipped.append(Skipped(str(error.filename), f"cannot read {error.filename}: {error.strerror or error}"))

    for parent, folders, files in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in _SUFFIXES:
                yield Path(parent, name)
