"""What of that which a model finds may be offered at a place: words that are words, and that the person wants."""

import re

from lm.model.blocked_words import BlockedWords
from lm.model.words import script
from lm.text.lexicon import Lexicon

_BEFORE_CHARS = 256
_LEAST_TYPED_OF_MARKUP = 2
"""Letters of a word such as `table` that ask for it, whatever tags were learned."""
_LONGEST_TAG = 2048
_TAG_BEGINS = re.compile(r"<(?:[/!?]?[A-Za-z]|/?\Z)")
_NEXT_WORD = re.compile(r"[^\w]*(\w+(?:['’-]\w+)*)")


class Sieve:
    """Judges words that would be inserted after one text.

    Inside a tag of a page names of tags and attributes are words too, and so is what has digits.
    """

    def __init__(self, before: str, following: str, lexicon: Lexicon | None, blocked: BlockedWords) -> None:
        """Take the text before the caret in the networks' form and the rest of the line after it."""
        self._before = before[-_BEFORE_CHARS:]
        self._blocked = blocked
        self._lexicon = None if is_in_tag(before) else lexicon
        self._is_prose = not is_in_tag(before)
        self._is_other_script = script(self._before) not in ("", "LATIN")
        follows = _NEXT_WORD.match(following)
        self._follows = follows.group(1).casefold() if follows else ""

    def accepts(self, insert: bytes, word: bytes) -> bool:
        """Say whether a word may be offered whose end is that of `insert`, all that would come after the caret."""
        added, whole = insert.decode("utf-8", "replace"), word.decode("utf-8", "replace")
        typed = whole[: max(0, len(whole) - len(added))]
        rest = whole[len(typed) :]
        if self._is_other_script and script(rest) == "LATIN":
            return False
        if self._is_prose and (_has_digit(rest) or _is_acronym(rest, typed)) and not self._is_written(whole):
            return False
        if self._lexicon is not None and len(typed) < _LEAST_TYPED_OF_MARKUP and self._lexicon.is_markup_alone(whole):
            return False
        if self._follows and whole.casefold() == self._follows:
            return False
        if self._blocked.hides(self._before + added, len(whole)):
            return False
        return self._lexicon is None or self._lexicon.knows(whole, typed)

    def _is_written(self, word: str) -> bool:
        return self._lexicon is not None and self._lexicon.is_written(word)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_acronym(rest: str, typed: str) -> bool:
    """Say whether a word is all in capitals of which none was typed."""
    return not typed and len(rest) > 1 and rest.isupper()


def is_in_tag(before: str) -> bool:
    """Tell whether a text ends inside a tag of a page."""
    start = before.rfind("<", -_LONGEST_TAG)
    return start >= 0 and ">" not in before[start:] and _TAG_BEGINS.match(before, start) is not None
