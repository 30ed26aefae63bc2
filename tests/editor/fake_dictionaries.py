"""Dictionaries of a few words, that a test can look into and hold."""

import threading

from editor.errors import SpellingError


class FakeDictionaries:
    """Two languages.

    Attributes:
        words: the words of each language.
        meant: what may be meant by a word, in all languages or by language.
        failure: why there is no library.
        asked: every word that was looked up, in order.
    """

    def __init__(self):
        self.words = {"en_US": {"a", "b", "good", "word", "letter", "don't", "and"}, "de_DE": {"gut", "und"}}
        self.meant = {"lettr": ["letter", "better"], "dont": ["don't"]}
        self.failure = ""
        self.asked = []
        self.opened = []
        self.gate: threading.Event | None = None
        self.thread = None

    def languages(self):
        self.thread = threading.current_thread()
        if self.failure:
            raise SpellingError(self.failure)
        return sorted(self.words)

    def open(self, language):
        self.opened.append(language)
        return _FakeDictionary(self, language)


class _FakeDictionary:
    def __init__(self, owner, language):
        self._owner = owner
        self._language = language

    def check(self, word):
        if self._owner.gate is not None:
            assert self._owner.gate.wait(5)
        if word == "explode":
            raise ValueError("a broken dictionary")
        self._owner.asked.append(word)
        return word in self._owner.words[self._language] or word.lower() in self._owner.words[self._language]

    def suggest(self, word):
        if word == "explode":
            raise ValueError("a broken dictionary")
        meant = self._owner.meant.get(word, [])
        return meant if isinstance(meant, list) else meant[self._language]
