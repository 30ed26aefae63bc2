"""A place in a text: turns what the networks would insert there into edits in the person's own hand."""

import re
from dataclasses import dataclass
from functools import cached_property

from lm.model.handwriting import Handwriting
from lm.model.suggestion import SuggestedEdit
from lm.model.words import leaves_room_for_space, typed_word

_ENDS_IN_WORD = re.compile(r"[^\W_]\Z|[\u0300-\u036f]\Z")


@dataclass(frozen=True)
class Place:
    """The caret's.

    Attributes:
        context: the text before the caret as it stands there.
        text: the same as the networks read it.
        following: the rest of the line after the caret.
        handwriting: how to write here.
    """

    context: str
    text: str
    following: str
    handwriting: Handwriting

    @cached_property
    def typed(self) -> str:
        """The word begun before the caret, as it stands there."""
        return typed_word(self.context)

    @cached_property
    def read_typed(self) -> str:
        """The same as the networks read it."""
        return typed_word(self.text)

    def ghost(self, text: str, confidence: float) -> SuggestedEdit:
        """Return the edit of a ghost; its `insert` is empty where all of it follows the caret already."""
        insert = self.handwriting.write(text)
        rest = self.following.strip()
        if rest:
            insert = insert.rstrip()
            kept = without_repeat(insert, rest)
            insert = kept if kept == insert else kept.rstrip()
        return SuggestedEdit(insert, "", insert, confidence, has_soft_space=self._takes_space(insert))

    def word(self, insert: str, confidence: float) -> SuggestedEdit:
        """Return the edit of a bar word, the next one where `insert` begins with a space."""
        insert = self.handwriting.write(insert)
        shown = insert[1:] if insert.startswith(" ") else self.typed + insert
        return SuggestedEdit(insert, "", shown, confidence, has_soft_space=self._takes_space(insert))

    def correction(self, word: str) -> SuggestedEdit:
        """Return the edit that puts `word` in the place of the one typed; letters that stay are left alone.

        Its confidence is 0: nothing takes it by itself.
        """
        if self.typed[:1].isupper():
            word = word[:1].upper() + word[1:]
        if len(self.typed) > 1 and self.typed.isupper():
            word = word.upper()
        word = self.handwriting.write(word)
        kept = _shared(self.typed, word)
        takes_space = self._takes_space(word)
        return SuggestedEdit(word[kept:], self.typed[kept:], word, 0.0, is_correction=True, has_soft_space=takes_space)

    def _takes_space(self, insert: str) -> bool:
        ends_in_word = _ENDS_IN_WORD.search(insert.removesuffix(" ")) is not None
        return ends_in_word and leaves_room_for_space(self.following)


def _shared(one: str, other: str) -> int:
    """Return how many characters two words begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def without_repeat(text: str, following: str) -> str:
    """Cut off the end of `text` that the line after the caret begins with."""
    for length in range(min(len(text), len(following)), 0, -1):
        if text.endswith(following[:length]):
            return text[: len(text) - length]
    return text
