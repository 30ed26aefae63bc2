"""The settings: one frozen dataclass in which each field names its own rule."""

import dataclasses
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from editor.settings.indentation import STEPS, TAB_WIDTHS
from editor.settings.shortcuts import Command
from editor.settings.theme import ThemeName
from editor.translation import LANGUAGES, QT_TR_NOOP, SYSTEM
from lm.model.suggestion import DEFAULT_MIN_CONFIDENCE

# Keys that do nothing by themselves on a page, by their portable names.
HELD_KEYS = (QT_TR_NOOP("Alt"), QT_TR_NOOP("Ctrl"), QT_TR_NOOP("Shift"), "F8", "F9")
MIN_FONT_PT, MAX_FONT_PT, DEFAULT_FONT_PT = 6, 72, 14

Rule = Callable[[Any], Any]
"""Makes a field's value of one that was stored or chosen; raises TypeError or ValueError where it is none."""
_RULE = "rule"


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("is not true or false")
    return value


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("is not a text")
    return value


def _strings(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError("is not a list of texts")
    return tuple(_string(item) for item in value)


def _number(kind: type[int] | type[float], least: float, greatest: float) -> Rule:
    def rule(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | kind) or not least <= value <= greatest:
            raise ValueError(f"is not between {least} and {greatest}")
        return kind(value)

    return rule


def _one_of(*choices: str | int) -> Rule:
    def rule(value: Any) -> str | int:
        if isinstance(value, bool) or value not in choices:
            raise ValueError(f"is none of {', '.join(map(str, choices))}")
        return choices[choices.index(value)]

    return rule


def _keys(value: Any) -> Mapping[str, str]:
    if not isinstance(value, Mapping):
        raise TypeError("is not a table of keys")
    known = {command.id for command in Command}
    return types.MappingProxyType({name: _string(key) for name, key in value.items() if name in known})


def _kept(default: Any, rule: Rule) -> Any:
    return field(default=default, metadata={_RULE: rule})


def _switch(is_on: bool) -> Any:
    return _kept(is_on, _boolean)


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
        detect_indent: a document that is already indented in another way keeps that way.
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

    suggestions_on: bool = _switch(True)
    ghost_on: bool = _switch(True)
    bar_on: bool = _switch(True)
    announce: bool = _switch(True)
    min_confidence: float = _kept(DEFAULT_MIN_CONFIDENCE, _number(float, 0, 1))
    held_only: bool = _switch(False)
    held_key: str = _kept(HELD_KEYS[0], _one_of(*HELD_KEYS))
    hint_seen: bool = _switch(False)
    tab_moves_focus: bool = _switch(False)
    font_family: str = _kept("", _string)
    font_size_pt: int = _kept(DEFAULT_FONT_PT, _number(int, MIN_FONT_PT, MAX_FONT_PT))
    theme: ThemeName = field(default=ThemeName.SYSTEM, metadata={_RULE: ThemeName})
    line_numbers_on: bool = _switch(False)
    current_line_on: bool = _switch(True)
    wrap_on: bool = _switch(True)
    auto_indent: bool = _switch(True)
    indent_spaces: int = _kept(0, _one_of(*STEPS))
    tab_width: int = _kept(4, _one_of(*TAB_WIDTHS))
    detect_indent: bool = _switch(True)
    markup_on: bool = _switch(True)
    blocked_words: tuple[str, ...] = _kept((), _strings)
    off_suffixes: tuple[str, ...] = _kept((), _strings)
    keys: Mapping[str, str] = field(default_factory=lambda: types.MappingProxyType({}), metadata={_RULE: _keys})
    model: str = _kept("", _string)
    html_model_on: bool = _switch(True)
    learning_on: bool = _switch(True)
    unlearned_paths: tuple[str, ...] = _kept((), _strings)
    spelling: str = _kept("", _string)
    restore_session: bool = _switch(True)
    language: str = _kept(SYSTEM, _one_of(SYSTEM, *LANGUAGES))


RULES: Mapping[str, Rule] = types.MappingProxyType(
    {item.name: item.metadata[_RULE] for item in dataclasses.fields(Preferences)}
)
"""The rule of each field, by its name."""
