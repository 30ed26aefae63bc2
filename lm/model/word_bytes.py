"""Which bytes make a word, for completion: letters and digits, inner apostrophes and hyphens, letters beyond ASCII."""

import re

import numpy as np
import numpy.typing as npt

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_JOINERS = b"'-"

STARTS_WORD: npt.NDArray[np.bool_] = np.zeros(256, dtype=bool)
STARTS_WORD[list(_LETTERS)] = True
STARTS_WORD[0xC3:0xF5] = True
STARTS_WORD[0xE2] = False
"""Bytes that may begin a word: ASCII letters and digits, and lead bytes of UTF-8 from U+00C0 on, but for U+2000 to
U+2FFF, where dashes, quotes and symbols live."""

GOES_ON: npt.NDArray[np.bool_] = STARTS_WORD.copy()
GOES_ON[list(_JOINERS)] = True
GOES_ON[0x80:0xC0] = True
"""Bytes that may stand inside a word; every other one ends it."""

CONTINUATION: npt.NDArray[np.bool_] = np.zeros(256, dtype=bool)
CONTINUATION[0x80:0xC0] = True

_LETTER = rb"(?:[A-Za-z0-9]|[\xc3-\xdf][\x80-\xbf]|[\xe0\xe1\xe3-\xef][\x80-\xbf]{2})"
_TYPED_PREFIX = re.compile(rb"(?:" + _LETTER + rb"+['-])*" + _LETTER + rb"+['-]?\Z")
_LONGEST_PREFIX_BYTES = 64


def typed_prefix(context: bytes) -> bytes:
    """Return the part of a word that stands at the end of `context`, empty between words.

    `don't` and `well-known` are one word; dashes and curly quotes are none.
    """
    found = _TYPED_PREFIX.search(context[-_LONGEST_PREFIX_BYTES:])
    return found.group() if found else b""


def missing_continuations(text: bytes) -> int:
    """Count the bytes that are still needed to complete the last UTF-8 character of `text`."""
    for back, byte in enumerate(reversed(text[-4:])):
        if 0x80 <= byte < 0xC0:
            continue
        length = 4 if byte >= 0xF0 else 3 if byte >= 0xE0 else 2 if byte >= 0xC0 else 1
        return max(0, length - 1 - back)
    return 0
