"""The words that a person wrote as prose, counted, so that their own words are offered and a word seen once is not.

Names of tags and attributes are no words of theirs: what stands between `<` and `>` is left out.
"""

import re
from collections import Counter

from lm.model.handwriting import straight
from lm.text.own_words import WORD, chunks, is_of_word
from lm.text.secret_text import BREAK

_TAG = re.compile(r"<[/!?A-Za-z][^<>]*>")
_NAME = re.compile(r"[A-Za-z]+")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_BEGUN_TAG = re.compile(r"<(?:[/!?A-Za-z][^<>]*)?\Z")
_CHUNK_CHARS = 8192
_LONGEST_TAG = 2048


class WrittenWords:
    """Counts spellings; used by one thread.

    Attributes:
        markup: names of the tags and attributes between which they stood, in small letters.
    """

    def __init__(self) -> None:
        self.markup: set[str] = set()
        self._counts: Counter[str] = Counter()
        self._begun_tag = ""

    def add(self, text: str, *, continues: bool = False) -> None:
        """Count the words of a text; `continues` says that it goes on where the last one ended, perhaps in a tag."""
        text = (self._begun_tag if continues else "") + straight(text).replace(BREAK, "\n")
        begun = _BEGUN_TAG.search(text[-_LONGEST_TAG:]) if "<" in text else None
        self._begun_tag = begun.group() if begun else ""
        text = text[: len(text) - len(self._begun_tag)]
        if "<" in text:
            tags = " ".join(_TAG.findall(text))
            self.markup.update(name.lower() for name in _NAME.findall(_VALUE.sub("", tags)))
        for piece in chunks(_TAG.sub("\n", text) if "<" in text else text, _CHUNK_CHARS):
            self._counts.update(word for word in WORD.findall(piece) if not word.isdigit() or len(word) > 1)

    def times(self, word: str) -> int:
        """Return how often a word was written in just this spelling, or as the first word of a sentence."""
        count = self._counts[word]
        if word[:1].isupper():
            lower = word[:1].lower() + word[1:]
            count += self._counts.get(lower, 0)
        return count

    def forget(self, word: str) -> bool:
        """Forget a word in every spelling, and its genitive; say whether there was one."""
        forgotten = [spelling for spelling in self._counts if is_of_word(spelling, word)]
        for spelling in forgotten:
            del self._counts[spelling]
        return bool(forgotten)

    def clear(self) -> None:
        """Forget everything."""
        self._counts.clear()
        self.markup.clear()
        self._begun_tag = ""
