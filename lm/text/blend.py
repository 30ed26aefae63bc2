"""Blending texts of several kinds: what people write most counts most, however much there is of it.

Each text is cut into stretches of whole documents, each stretch is taken as often as its text's share says, and all
stretches are shuffled, so that a training run that ends early has seen every kind.
"""

import json
import math
import random
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lm.errors import CorpusError
from lm.model.handwriting import straight
from lm.text.corpus import read_text

_STRETCH_BYTES = 6000
"""Long enough for a network to read on in, short enough that thousands of them mix well."""


def read_shares(path: Path) -> dict[str, float]:
    """Return how often one pass takes each text, by file name: a JSON object, {"mail.txt": 6, "manuals.txt": 0.5}.

    Raises:
        CorpusError: if it cannot be read or is anything else.
    """
    try:
        shares = json.loads(read_text(path))
    except ValueError:
        shares = None
    if not isinstance(shares, dict) or not all(_is_share(share) for share in shares.values()):
        raise CorpusError(f"{path} is not a JSON object of file names and numbers above 0: mend it")
    return {name: float(share) for name, share in shares.items()}


def blend(texts: Iterable[tuple[str, bytes]], shares: Mapping[str, float], seed: int) -> bytes:
    """Return one text of all named `texts`, each as often as its share says, once where it has none."""
    rng = random.Random(seed)
    stretches = []
    for name, text in texts:
        share = shares.get(name, 1.0)
        for stretch in _stretches(as_it_is_read(text)):
            whole = math.floor(share)
            stretches += [stretch] * (whole + (rng.random() < share - whole))
    rng.shuffle(stretches)
    return b"".join(stretches)


def as_it_is_read(text: bytes) -> bytes:
    """Return UTF-8 text in the spelling in which a suggester reads what people type."""
    return straight(text.decode("utf-8")).encode("utf-8")


def _is_share(share: object) -> bool:
    return isinstance(share, int | float) and not isinstance(share, bool) and 0.0 < share < 1000.0


def _stretches(text: bytes) -> Iterator[bytes]:
    """Yield runs of whole documents, or of whole lines where no blank line parts them; together they are `text`."""
    start = 0
    while start < len(text):
        goal = start + _STRETCH_BYTES
        blank_line = text.find(b"\n\n", goal, goal + _STRETCH_BYTES)
        end = blank_line + 2 if blank_line >= 0 else text.find(b"\n", goal) + 1 or len(text)
        yield text[start:end]
        start = end
