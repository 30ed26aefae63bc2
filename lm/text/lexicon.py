"""Which words are words: those of a dictionary, or of the vocabulary where there is none, and what was written twice.

A network spells what it has never seen, such as `lookinged`, and a vocabulary holds what its texts were cut into, such
as `wasn`: neither is offered. All words are in the networks' form: straight and composed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from lm.text.dictionary import Dictionary
from lm.text.slips import KINDS, skeleton
from lm.text.written_words import WrittenWords

_LEAST_WRITTEN = 2
"""A word seen once may be a slip."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ORDINAL = re.compile(r"\d*(?:1st|2nd|3rd|\dth)")
_STUMPS = re.compile(
    "ll|re|ve|im|ive|thats|whats|youre|theyre|(?:did|does|is|was|are|were|has|had|could|would|should|must|need|might)n|shan",
    re.IGNORECASE,
)
"""What is left of `wasn't` where a text was cut at its apostrophe, and what is written without it."""
_BRITISH = (
    *((r"our(?=$|s$|ed$|ing$|ite|able|er)", "or"), (r"is(e|ed|es|er|ers|ing|ation|ations)$", r"iz\1")),
    *((r"(?<=[^aeiou])re(s|d)?$", r"er\1"), (r"ll(ed|ing|er|ers)$", r"l\1"), (r"ogue(s?)$", r"og\1")),
    *((r"ys(e|ed|es|ing)$", r"yz\1"), (r"ence$", "ense"), (r"gement(s?)$", r"gment\1")),
)
_AMERICAN = tuple((re.compile(pattern), replacement) for pattern, replacement in _BRITISH)
_LEAST_SLIP_CHARS = (4, 6, 7)
"""Of a word that a person writes again and again, by the kind of slip: a shorter one is near too many others, as `wifi`
is near `wife`."""
_CACHED = 50_000


class Lexicon:
    """Knows words; used by one thread."""

    def __init__(
        self, vocabulary: Iterable[str], written: WrittenWords | None = None, dictionary: Dictionary | None = None
    ) -> None:
        """`vocabulary` are a model's words, the most frequent first."""
        words = (word for word in vocabulary if _WORD.fullmatch(word))
        self._ranks = {word: rank for rank, word in enumerate(dict.fromkeys(words))}
        self._written = written or WrittenWords()
        self._dictionary = dictionary
        self._checked: dict[str, bool] = {}
        self._meant: dict[str, str] = {}

    def knows(self, word: str, typed: str = "") -> bool:
        """Tell whether `word`, of which `typed` is there already, is one that a person would write.

        Of a compound every part has to be a word, and the last one has more than a letter.
        """
        if self._knows_part(word, typed):
            return True
        parts = re.split("[-_]", word)
        return len(parts) > 1 and len(parts[-1]) > 1 and all(self._knows_part(part, typed) for part in parts)

    def is_written(self, word: str) -> bool:
        """Tell whether the person wrote it twice."""
        return self._written.times(word) >= _LEAST_WRITTEN

    def is_markup_alone(self, word: str) -> bool:
        """Tell whether the person wrote a word between `<` and `>` and not twice as a word of theirs."""
        return word.lower() in self._written.markup and not self.is_written(word)

    def begins_capitals(self, typed: str) -> bool:
        """Tell whether the vocabulary knows a word in capitals that begins so, such as `NASA`."""
        begun = bisect_left(self._sorted, typed)
        return begun < len(self._sorted) and self._sorted[begun].startswith(typed) and self._sorted[begun].isupper()

    def begins_word(self, prefix: str) -> bool:
        """Tell whether a word of the vocabulary begins so."""
        begun = bisect_left(self._sorted, prefix)
        return begun < len(self._sorted) and self._sorted[begun].startswith(prefix)

    def meant_by(self, word: str) -> str:
        """Return the right spelling of a word that is known from the person's writing alone, "" where it is its own.

        A name is what it is written.
        """
        meant = self._meant.get(word)
        if meant is None:
            if len(self._meant) >= _CACHED:
                self._meant.clear()
            meant = self._meant[word] = self._find_meant(word)
        return meant

    def _find_meant(self, word: str) -> str:
        if not word.islower() or not _WORD.fullmatch(word) or self._is_common(word):
            return ""
        kinds = [kind for kind, least in zip(KINDS, _LEAST_SLIP_CHARS, strict=True) if len(word) >= least]
        for kind in kinds:
            near = sorted(filter(self._is_meant, kind(word)), key=self._rank)
            if near:
                return near[0]
        return self._of_skeleton(word) if kinds else ""

    def near(self, word: str) -> list[tuple[str, int]]:
        """Return the words that are one slip away from `word`, each with the number of its kind of slip."""
        found: dict[str, int] = {}
        for number, kind in enumerate(KINDS):
            for each in kind(word):
                if each not in found and self._is_meant(each):
                    found[each] = number
        same = self._of_skeleton(word)
        if same:
            found.setdefault(same, 0)
        return list(found.items())

    def _knows_part(self, word: str, typed: str) -> bool:
        if not word:
            return False
        if self.is_written(word):
            return True
        if any(map(str.isdigit, word)):
            return word.isdigit() or _ORDINAL.fullmatch(word) is not None
        if self._is_common(word) or self._is_as_british(word, typed):
            return True
        owner = word.removesuffix("'s")
        if owner == word or "'" in owner or owner + "'t" in self._ranks:
            return False
        # A dictionary that has `because` and not `because's` says that it owns nothing.
        is_no_owner = self._dictionary is not None and owner.isascii() and owner.islower() and self._is_common(owner)
        return self.is_written(owner) or (not is_no_owner and self._knows_part(owner, ""))

    def _is_common(self, word: str) -> bool:
        """Tell whether the dictionary has it, or where there is none the vocabulary."""
        verdict = self._checked.get(word)
        if verdict is None:
            if len(self._checked) >= _CACHED:
                self._checked.clear()
            verdict = self._checked[word] = self._look_up(word)
        return verdict

    def _is_meant(self, word: str) -> bool:
        """Tell whether a slip may have meant a word: the vocabulary has it and then the dictionary, slow to ask."""
        return word in self._ranks and self._is_common(word)

    def _look_up(self, word: str) -> bool:
        if _WORD.fullmatch(word) is None or _STUMPS.fullmatch(word) or self._lacks_apostrophe(word):
            return False
        if self._dictionary is not None and (word.isascii() or not self._has(word)):
            return self._dictionary.check(word)
        return self._has(word)

    def _has(self, word: str) -> bool:
        """Tell whether the vocabulary has a word, which may begin a sentence or be a name with an accent."""
        lower, upper = word[:1].lower() + word[1:], word[:1].upper() + word[1:]
        is_begun_large = word == upper and lower in self._ranks
        return word in self._ranks or is_begun_large or (not word.isascii() and upper in self._ranks)

    def _lacks_apostrophe(self, word: str) -> bool:
        """`dont` is in many texts, and no word."""
        whole = word[:-1] + "'t"
        return word.endswith("nt") and self._ranks.get(whole, len(self._ranks)) < self._ranks.get(word, 0)

    def _is_as_british(self, word: str, typed: str) -> bool:
        """Tell whether an American dictionary lacks a word of the vocabulary for its spelling alone.

        It is offered where the letters typed are those of the British spelling.
        """
        if self._dictionary is None or (word not in self._ranks and word.lower() not in self._ranks):
            return False
        for pattern, replacement in _AMERICAN:
            american = pattern.sub(replacement, word)
            if american != word and not american.startswith(typed or american) and self._is_common(american):
                return True
        return False

    def _rank(self, word: str) -> int:
        return self._ranks[word]

    def _of_skeleton(self, word: str) -> str:
        """Return the most frequent word that differs in doubled letters alone, "" for none."""
        same = self._skeletons.get(skeleton(word), ())
        return next((each for each in same if each != word and self._is_common(each)), "")

    @cached_property
    def _skeletons(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self._ranks:  # the most frequent first
            if word.islower():
                found.setdefault(skeleton(word), []).append(word)
        return found

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._ranks)
