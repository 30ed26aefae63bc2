"""The exceptions of the editor: each carries one sentence for the user.

EditorError
├── DocumentError       a file that cannot be opened or saved
│   ├── ChangedOnDiskError   a file that another program changed since it was opened
│   └── LostCharactersError  a text with characters that its file's encoding does not have
├── SpellingError       spelling that is off, or a word that cannot be kept
├── ProfileError        a fine-tuned model that cannot be named, changed or removed so
└── UsageError          a command line that cannot be done
"""

from collections.abc import Callable

from resources.user_error import UserError


class EditorError(UserError):
    """Something the user can act on; `str()` is the sentence to show."""


class DocumentError(EditorError):
    """A file cannot be opened or saved; the text stays as it is."""


class ChangedOnDiskError(DocumentError):
    """Another program changed the file since it was opened."""


class LostCharactersError(DocumentError):
    """The file's encoding does not have some of the text's characters."""


class SpellingError(EditorError):
    """Why there is no spelling, or why a word cannot be kept; it comes from modules without Qt."""

    def __init__(self, sentence: str, **fields: object) -> None:
        """`fields` stand in the sentence's braces."""
        super().__init__(sentence.format(**fields) if fields else sentence)
        self._sentence = sentence
        self._fields = fields

    def said(self, say: Callable[[str], str]) -> str:
        """Return the sentence as `say` puts it into the window's language."""
        return say(self._sentence).format(**self._fields) if self._fields else say(self._sentence)


class ProfileError(EditorError):
    """A profile cannot be named, changed or removed in this way; it stays as it is."""


class UsageError(EditorError):
    """The command line asks for something that cannot be done."""
