"""How a person writes what the networks know in one form: capitals, apostrophes, hyphens, quotes, composed letters.

A text is read in that form, straight and composed, and what is suggested is written back as the person writes.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from lm.model.letter_case import LetterCase, Raised, letter_case
from lm.model.words import typed_word

_STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "“": '"', "”": '"'})
_MARK = re.compile("[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Handwriting:
    """How what is suggested is to be written."""

    case: LetterCase
    apostrophe: str = "'"
    hyphen: str = "-"
    closing_quote: str = '"'
    is_decomposed: bool = False

    def write(self, text: str) -> str:
        """Return a suggested text as the person would write it."""
        text = self.case.write(text)
        if self.apostrophe != "'":
            text = text.replace("'", self.apostrophe)
        if self.hyphen != "-":
            text = text.replace("-", self.hyphen)
        if self.closing_quote != '"':
            text = text.replace('"', self.closing_quote)
        return unicodedata.normalize("NFD", text) if self.is_decomposed else text


def straight(text: str) -> str:
    """Return a text as the networks know it: straight apostrophes, quotes and hyphens, composed letters."""
    if text.isascii():
        return text
    text = text.translate(_STRAIGHT)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def read(context: str, is_written_so: Callable[[str], bool] = lambda _: False) -> tuple[str, Handwriting]:
    """Return a context as the networks read it, and how what is suggested after it is to be written.

    `is_written_so` says of the beginning of a word in capitals that it is known so, as `NAS` is: then it is read so.
    """
    text = straight(context)
    case = letter_case(text)
    if case.raised is Raised.WORD and is_written_so(text[case.start :]):
        case = LetterCase(Raised.NOTHING, len(text))
    if context.isascii():
        return case.read(text), Handwriting(case)
    word = typed_word(context)
    handwriting = Handwriting(
        case,
        apostrophe=_last_of(word, "'’ʼ") or _apostrophe_of(context),
        hyphen=_last_of(word, "-‐‑") or "-",
        closing_quote="”" if context.rfind("“") > context.rfind('"') else '"',
        is_decomposed=_MARK.search(context[-1024:]) is not None,
    )
    return case.read(text), handwriting


def _apostrophe_of(context: str) -> str:
    """Return the kind that was written last, or that goes with the quotes."""
    curly, straight_one = context.rfind("’"), context.rfind("'")
    if curly < 0 and straight_one < 0:
        return "’" if "“" in context else "'"
    return "’" if curly > straight_one else "'"


def _last_of(word: str, kinds: str) -> str:
    return max(kinds, key=word.rfind) if any(kind in word for kind in kinds) else ""
