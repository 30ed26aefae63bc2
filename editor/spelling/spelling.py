"""The system's spelling dictionaries: which there are, which is the right one, what it says of a word.

Enchant reads hunspell's dictionaries. It is loaded when the languages are asked for, not before; both belong to one
thread.
"""

import unicodedata
from functools import cache
from typing import Any, Protocol

from PySide6.QtCore import QLocale

from editor.errors import SpellingError
from resources.marked_sentence import QT_TR_NOOP

OFF = "off"
"""The wish for no spelling; "" is the wish for the language of the system, and English."""

_LIBRARY_PACKAGE = "libenchant-2-2"
_ENGLISH = "en_US"
# Debian has a package for each country of these languages, one for all countries of the others.
_BY_COUNTRY = frozenset(("de", "en", "pt"))
_UNICODE_NAMES = {"BANGLA": "BENGALI", "KOREAN": "HANGUL", "DEFAULT": "LATIN"}
"""Scripts that Qt calls by another name than Unicode's letters have."""
_LAST_LATIN = "\u024f"
_NONE = QT_TR_NOOP(
    "Spelling is off: no hunspell dictionary is installed; on Debian or Ubuntu: apt-get install {package}"
)
_NONE_OF = QT_TR_NOOP(
    "Spelling is off: no hunspell dictionary of {language} is installed; on Debian or Ubuntu: apt-get install {package}"
)


class Dictionary(Protocol):
    """One language's words."""

    def check(self, word: str) -> bool:
        """Tell whether `word`, not empty, is spelled right."""

    def suggest(self, word: str) -> list[str]:
        """Return words that may be meant, the likeliest first; it may take 0.1 s."""


class Dictionaries(Protocol):
    """The dictionaries that are installed."""

    def languages(self) -> list[str]:
        """Return their languages, such as "en_US"; raises SpellingError when the library is missing."""

    def open(self, language: str) -> Dictionary:
        """Load one, in some 0.1 s; raises SpellingError."""


class EnchantDictionaries:
    """The dictionaries that Enchant finds."""

    def __init__(self) -> None:
        self._broker: Any = None

    def languages(self) -> list[str]:
        if self._broker is None:
            try:
                import enchant
            except ImportError as exc:
                raise SpellingError(
                    QT_TR_NOOP(
                        "Spelling is off: the library Enchant is not installed; "
                        "on Debian or Ubuntu: apt-get install {library} {package}"
                    ),
                    library=_LIBRARY_PACKAGE,
                    package=_package(_ENGLISH),
                ) from exc
            self._broker = enchant.Broker()
        # Aspell's word lists have names such as "en-variant_0".
        return sorted(str(tag) for tag in self._broker.list_languages() if "-" not in tag)

    def open(self, language: str) -> Dictionary:
        self.languages()
        import enchant

        try:
            dictionary: Dictionary = self._broker.request_dict(language)
        except enchant.errors.Error as exc:
            raise SpellingError(
                QT_TR_NOOP("Spelling is off: the dictionary of {language} cannot be read: {reason}"),
                language=language,
                reason=exc,
            ) from exc
        return dictionary


def chosen_languages(wish: str, locale: str, languages: list[str]) -> tuple[str, ...]:
    """Return the languages to use for a wish, () for none: a word is right when one of them has it.

    The wish for the system's language is one for English too, which much is written in, and the suggestions are. It
    takes the same language in another country where that of the system is missing. Raises SpellingError, whose
    sentence says what to install.
    """
    if wish == OFF:
        return ()
    if wish:
        if wish not in languages:
            raise SpellingError(_NONE_OF, language=wish, package=_package(wish))
        return (wish,)
    found = tuple(dict.fromkeys(filter(None, (_nearest(want, languages) for want in (locale, _ENGLISH)))))
    if not found:
        wanted = locale if "_" in locale else _ENGLISH
        raise SpellingError(_NONE_OF if languages else _NONE, language=wanted, package=_package(wanted))
    return found


def is_of_script(word: str, language: str) -> bool:
    """Tell whether a word is written in the script of a language, by its first letter."""
    script = _script(language)
    if script == "LATIN" and word[0] <= _LAST_LATIN:
        return True
    return unicodedata.name(word[0], "").startswith(script)


@cache
def _script(language: str) -> str:
    name = QLocale.scriptToString(QLocale(language.partition("_")[0]).script()).upper()
    return _UNICODE_NAMES.get(name, name)


def in_the_case_of(word: str, suggestion: str) -> str:
    """Return a suggestion with the capital and the kind of apostrophe that the word has."""
    if word[:1].isupper() and suggestion.islower():
        suggestion = suggestion[:1].upper() + suggestion[1:]
    return suggestion.replace("'", "’") if "’" in word else suggestion


def _nearest(want: str, languages: list[str]) -> str:
    """Return the installed language that is nearest to one, "" where none is like it."""
    speech = want.partition("_")[0]
    at_home = f"{speech}_{speech.upper()}"
    same = [each for each in languages if each.partition("_")[0] == speech]
    return next((each for each in (want, at_home, *same) if each in languages), "")


def _package(language: str) -> str:
    speech = language.partition("_")[0]
    return "hunspell-" + (language.lower().replace("_", "-") if speech in _BY_COUNTRY else speech)
