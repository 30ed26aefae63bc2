"""What a dictionary can tell, and the system's own, read with Enchant where it is installed.

A dictionary belongs to the thread that opened it.
"""

from collections.abc import Callable, Iterable
from typing import Any, Protocol


class Dictionary(Protocol):
    """The words of a language."""

    def check(self, word: str) -> bool:
        """Tell whether `word`, not empty and with straight apostrophes, is spelled right."""


FindDictionary = Callable[[str], Dictionary | None]
"""Returns the dictionary of a language, such as "en"; None where there is none."""


def no_dictionary(_language: str) -> Dictionary | None:
    """Do without one."""
    return None


class SystemDictionary:
    """Several dictionaries of one language, such as those of two countries: a word of one of them is right."""

    def __init__(self, dictionaries: Iterable[Dictionary]) -> None:
        self._dictionaries = tuple(dictionaries)

    def check(self, word: str) -> bool:
        return any(dictionary.check(word) for dictionary in self._dictionaries)


def system_dictionary(language: str) -> Dictionary | None:
    """Return the system's dictionary of a language, such as "en"; None where Enchant or a dictionary is missing."""
    try:
        import enchant
    except ImportError:
        return None
    broker: Any = enchant.Broker()
    # Aspell's word lists have names such as "en-variant_0".
    tags = sorted(tag for tag in broker.list_languages() if tag.partition("_")[0] == language)
    opened = []
    for tag in tags:
        try:
            opened.append(broker.request_dict(tag))
        except enchant.errors.Error:
            continue
    return SystemDictionary(opened) if opened else None
