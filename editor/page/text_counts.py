"""What a text counts: words, characters, paragraphs, reading time. No Qt."""

import re
from dataclasses import dataclass

# Silent reading of English non-fiction, adults: M. Brysbaert, "How many words do we read per minute?",
# Journal of Memory and Language 109 (2019).
WORDS_PER_MINUTE = 238
# A word begins with a letter or digit and goes on to white space or a dash: "don't" and "well-known" are one,
# "yes—no" is two, "#" and "-" of a list are none.
_WORD = re.compile(r"\w[^\s\u2013\u2014]*")


@dataclass(frozen=True, slots=True)
class Counts:
    """Sums over lines of text.

    Attributes:
        characters: without line ends; solid: without white space, too.
        paragraphs: lines that are not empty.
    """

    words: int = 0
    characters: int = 0
    solid: int = 0
    paragraphs: int = 0
    lines: int = 0

    @property
    def reading_minutes(self) -> float:
        """How long an adult reads at this, silently."""
        return self.words / WORDS_PER_MINUTE

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.words + other.words,
            self.characters + other.characters,
            self.solid + other.solid,
            self.paragraphs + other.paragraphs,
            self.lines + other.lines,
        )


def line_counts(text: str) -> tuple[int, int, int]:
    """Return the words, characters and characters without white space of a line."""
    return len(_WORD.findall(text)), len(text), len("".join(text.split()))


def counted(text: str) -> Counts:
    """Count a whole text at once; for short ones."""
    total = Counts()
    for line in text.split("\n"):
        words, characters, solid = line_counts(line)
        total += Counts(words, characters, solid, int(solid > 0), 1)
    return total
