"""Reading texts to learn from, and holding some of them out.

Files are UTF-8 text, with or without a byte order mark; line ends become one newline. What is not text is refused
with a sentence. Held-out stretches are whole runs of paragraphs, chosen before anything else looks at the text.
"""

import codecs
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lm.errors import CorpusError

_LARGEST_FILE_BYTES = 1 << 30
_SMALLEST_TEXT_BYTES = 64
_BINARY_PROBE_BYTES = 8192
_STRETCH_BYTES = 32_768
"""A held-out stretch: long enough that a model must work without having seen its page, short enough that one
per cent of a corpus spreads over its kinds of text."""


@dataclass(frozen=True, slots=True)
class Split:
    """Text cut in two: what is learned and what is held out, both UTF-8 bytes."""

    train: bytes
    held_out: bytes


def read_text(path: Path) -> bytes:
    """Return one file's text as UTF-8 with newlines as line ends and no byte order mark.

    Raises:
        CorpusError: if it cannot be read or is not UTF-8 text.
    """
    try:
        if path.is_dir():
            raise CorpusError(f"{path} is a folder: name the text files in it")
        if path.exists() and not path.is_file():
            raise CorpusError(f"{path} is a device or a pipe: choose a file")
        size = path.stat().st_size
        if size > _LARGEST_FILE_BYTES:
            raise CorpusError(f"{path} has {size / 1e9:.1f} GB, more than the 1.1 GB read at once: split it")
        data = path.read_bytes()
    except OSError as exc:
        raise CorpusError(f"cannot read {path}: {exc.strerror or exc}: check the name and its permissions") from exc
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise CorpusError(f"{path} is empty: choose a file with text in it")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise CorpusError(f"{path} is UTF-16: save it as UTF-8 first")
    if b"\0" in data[:_BINARY_PROBE_BYTES]:
        raise CorpusError(f"{path} is a binary file: choose plain text")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise CorpusError(
            f"{path} is not UTF-8 (byte {exc.start} is 0x{data[exc.start]:02x}): save it as UTF-8"
        ) from exc
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def read_texts(paths: Iterable[Path]) -> list[bytes]:
    """Return the text of every file, in order, each ending in a newline.

    Raises:
        CorpusError: if one cannot be read, or all of them together hold too little to learn from.
    """
    texts = [text if text.endswith(b"\n") else text + b"\n" for text in map(read_text, paths)]
    total = sum(map(len, texts))
    if total < _SMALLEST_TEXT_BYTES:
        raise CorpusError(f"the texts hold {total} bytes, too few to learn from: add more text")
    return texts


def hold_out(texts: Sequence[bytes], fraction: float, seed: int) -> Split:
    """Split `texts`, all of them as one, as `hold_out_each` splits each."""
    splits = hold_out_each(texts, fraction, seed)
    return Split(b"".join(split.train for split in splits), b"".join(split.held_out for split in splits))


def hold_out_each(texts: Sequence[bytes], fraction: float, seed: int) -> list[Split]:
    """Split each of `texts`, holding out about `fraction` of it as runs of whole paragraphs.

    Each text is cut at blank lines, or else line ends, into stretches of 32 KiB (a text shorter than fifty of them
    into fifty), and the seed chooses among them, so that the same texts and seed give the same split at every run. A
    text of several stretches gives up at least one.
    """
    rng = random.Random(seed)
    splits = []
    for text in texts:
        stretches = list(_stretches(text, max(1, min(_STRETCH_BYTES, len(text) // 50))))
        wanted = fraction * len(text)
        chosen: set[int] = set()
        size = 0
        for index in rng.sample(range(len(stretches)), len(stretches)):
            is_needed = fraction > 0.0 and len(stretches) > 1 and not chosen
            if size + len(stretches[index]) / 2 > wanted and not is_needed:
                break
            chosen.add(index)
            size += len(stretches[index])
        train = b"".join(stretch for index, stretch in enumerate(stretches) if index not in chosen)
        splits.append(Split(train, b"".join(stretches[index] for index in sorted(chosen))))
    return splits


def _stretches(text: bytes, size_bytes: int) -> Iterator[bytes]:
    start = 0
    while start < len(text):
        goal = start + size_bytes
        blank_line = text.find(b"\n\n", goal, goal + size_bytes)
        if blank_line >= 0:
            end = blank_line + 2
        else:
            end = text.find(b"\n", goal) + 1 or len(text)
            end += text.startswith(b"\n", end)  # the line's end was half of a blank line
        yield text[start:end]
        start = end
