"""The settings: one frozen dataclass, kept as JSON in the user's configuration folder."""

import dataclasses
import logging
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from editor.settings.indentation import STEPS, TAB_WIDTHS
from editor.settings.shortcuts import SHORTCUTS
from editor.settings.theme import ThemeName
from editor.translation import LANGUAGES, QT_TR_NOOP, SYSTEM
from lm.model.suggestion import DEFAULT_MIN_CONFIDENCE
from resources.files.state_file import StateFile

_log = logging.getLogger(__name__)
_FORMAT_VERSION = 1

# Keys that do nothing by themselves on a page, by their portable names.
HELD_KEYS = (QT_TR_NOOP("Alt"), QT_TR_NOOP("Ctrl"), QT_TR_NOOP("Shift"), "F8", "F9")
MIN_FONT_PT, MAX_FONT_PT, DEFAULT_FONT_PT = 6, 72, 14


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the person has chosen.

    Attributes:
        min_confidence: a ghost is shown from this confidence on, 0 to 1.
        held_only: ghosts are shown only while `held_key` is held.
        hint_seen: the person knows the keys of the ghost.
        tab_moves_focus: Tab goes to the next widget and takes no suggestion.
        wrap_on: lines end at the page's edge.
        indent_spaces: of one step of indentation; 0 stands for a tab, which is `tab_width` columns wide.
        detect_indent: a document that is indented otherwise is gone on with in its own way.
        blocked_words: never suggested, in lower case.
        off_suffixes: file types without suggestions, such as ".py".
        keys: the keys that differ from the defaults, by command.
        model: the folder of the model to use; "" is the one that ships.
        html_model_on: HTML documents are answered by the HTML model that ships.
        learning_on: what is typed and opened is learned.
        unlearned_paths: documents that nothing is learned from.
        spelling: the language that is looked up, such as "en_US"; "" is the system's, "off" none.
        restore_session: a start without files opens those that were open at the end.
        language: of the window, such as "de"; "system" is the desktop's.
    """

    suggestions_on: bool = True
    ghost_on: bool = True
    bar_on: bool = True
    announce: bool = True
    min_confidence: float = DEFAULT_MIN_CONFIDENCE
    held_only: bool = False
    held_key: str = HELD_KEYS[0]
    hint_seen: bool = False
    tab_moves_focus: bool = False
    font_family: str = ""
    font_size_pt: int = DEFAULT_FONT_PT
    theme: ThemeName = ThemeName.SYSTEM
    line_numbers_on: bool = False
    current_line_on: bool = True
    wrap_on: bool = True
    auto_indent: bool = True
    indent_spaces: int = 0
    tab_width: int = 4
    detect_indent: bool = True
    markup_on: bool = True
    blocked_words: tuple[str, ...] = ()
    off_suffixes: tuple[str, ...] = ()
    keys: Mapping[str, str] = field(default_factory=lambda: types.MappingProxyType({}))
    model: str = ""
    html_model_on: bool = True
    learning_on: bool = True
    unlearned_paths: tuple[str, ...] = ()
    spelling: str = ""
    restore_session: bool = True
    language: str = SYSTEM


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("is not true or false")
    return value


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("is not a text")
    return value


def _confidence(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError("is not between 0 and 1")
    return float(value)


def _font_size(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not MIN_FONT_PT <= value <= MAX_FONT_PT:
        raise ValueError(f"is not between {MIN_FONT_PT} and {MAX_FONT_PT}")
    return value


def _strings(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError("is not a list of texts")
    return tuple(value)


def _held_key(value: Any) -> str:
    if value not in HELD_KEYS:
        raise ValueError(f"is none of {', '.join(HELD_KEYS)}")
    return str(value)


def _step(value: Any) -> int:
    if isinstance(value, bool) or value not in STEPS:
        raise ValueError(f"is none of {STEPS}")
    return int(value)


def _tab_width(value: Any) -> int:
    if isinstance(value, bool) or value not in TAB_WIDTHS:
        raise ValueError(f"is none of {TAB_WIDTHS}")
    return int(value)


def _language(value: Any) -> str:
    if value != SYSTEM and value not in LANGUAGES:
        raise ValueError(f"is none of {', '.join((SYSTEM, *LANGUAGES))}")
    return str(value)


def _keys(value: Any) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise TypeError("is not a table of keys")
    known = {shortcut.command.value for shortcut in SHORTCUTS}
    return types.MappingProxyType({name: _string(key) for name, key in value.items() if name in known})


# A few values know more limits than their type.
_READERS_BY_NAME: dict[str, Callable[[Any], Any]] = {
    "held_key": _held_key,
    "indent_spaces": _step,
    "tab_width": _tab_width,
    "language": _language,
}
_READERS: dict[object, Callable[[Any], Any]] = {
    bool: _boolean,
    float: _confidence,
    int: _font_size,
    str: _string,
    ThemeName: ThemeName,
    tuple[str, ...]: _strings,
    Mapping[str, str]: _keys,
}


class PreferencesFile:
    """Where the preferences are kept.

    A file that cannot be read, or a value that makes no sense, falls back to the default with one line in the log.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = StateFile(path, _FORMAT_VERSION, "using the defaults")

    def read(self) -> Preferences:
        """Return what is stored, with defaults for the rest."""
        return self._file.read(self._checked) or Preferences()

    def write(self, preferences: Preferences) -> None:
        """Store `preferences`; raises OSError."""
        values: dict[str, Any] = {}
        for item in dataclasses.fields(preferences):
            value = getattr(preferences, item.name)
            if isinstance(value, ThemeName):
                value = value.value
            values[item.name] = dict(value) if isinstance(value, Mapping) else value
        self._file.write(values, sync=True)

    def _checked(self, stored: dict[str, Any]) -> Preferences:
        hints = typing.get_type_hints(Preferences)
        values: dict[str, Any] = {}
        for item in dataclasses.fields(Preferences):
            if item.name not in stored:
                continue
            try:
                read = _READERS_BY_NAME.get(item.name) or _READERS[hints[item.name]]
                values[item.name] = read(stored[item.name])
            except (TypeError, ValueError) as exc:
                _log.warning("%s: %s %s: using the default", self._path, item.name, exc)
        return Preferences(**values)
