"""The commands of the editor: each with its place in the menus, its name there and its key."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from editor.translation import QT_TR_NOOP, tr

_FILE = QT_TR_NOOP("&File")
_EDIT = QT_TR_NOOP("&Edit")
_VIEW = QT_TR_NOOP("&View")
_SUGGESTION = QT_TR_NOOP("&Suggestion")
_LEARNING = QT_TR_NOOP("&Learning")
_HELP = QT_TR_NOOP("&Help")


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A command's place in the menus and its default key, "" for none.

    Attributes:
        is_typing: the key means this only while there is something to do, else it keeps its plain meaning; the
            typing surface handles it, not the menu.
        is_checkable: the menu shows a tick.
        switch: the field of the preferences that the command flips; the menu shows its tick.
        has_separator: a line follows in the menu.
        also: further keys, as long as the person gave the command no other and them to nothing else.
    """

    menu: str
    label: str
    key: str = ""
    is_typing: bool = False
    is_checkable: bool = False
    has_separator: bool = False
    switch: str = ""
    also: tuple[str, ...] = ()


class Command(Enum):
    """Everything that a key or a menu can do, in the order of the menus."""

    NEW = Shortcut(_FILE, QT_TR_NOOP("&New"), "Ctrl+N", also=("Ctrl+T",))
    NEW_WINDOW = Shortcut(_FILE, QT_TR_NOOP("New &window"), "Ctrl+Alt+N")
    OPEN = Shortcut(_FILE, QT_TR_NOOP("&Open…"), "Ctrl+O")
    SAVE = Shortcut(_FILE, QT_TR_NOOP("&Save"), "Ctrl+S")
    SAVE_AS = Shortcut(_FILE, QT_TR_NOOP("Save &as…"), "Ctrl+Shift+S")
    RELOAD = Shortcut(_FILE, QT_TR_NOOP("Re&load from disk"), "F5")
    COMPARE = Shortcut(_FILE, QT_TR_NOOP("Co&mpare with the file on disk…"))
    RECOVERED = Shortcut(_FILE, QT_TR_NOOP("Reco&vered texts"), has_separator=True)
    PRINT = Shortcut(_FILE, QT_TR_NOOP("&Print…"), "Ctrl+P")
    EXPORT_PDF = Shortcut(_FILE, QT_TR_NOOP("Export as P&DF…"))
    EXPORT_HTML = Shortcut(_FILE, QT_TR_NOOP("Export as &HTML…"), has_separator=True)
    REOPEN = Shortcut(_FILE, QT_TR_NOOP("Reopen closed &tab"), "Ctrl+Shift+T")
    CLOSE = Shortcut(_FILE, QT_TR_NOOP("&Close tab"), "Ctrl+W")
    CLOSE_WINDOW = Shortcut(_FILE, QT_TR_NOOP("Close w&indow"))
    QUIT = Shortcut(_FILE, QT_TR_NOOP("&Quit"), "Ctrl+Q")
    UNDO = Shortcut(_EDIT, QT_TR_NOOP("&Undo"), "Ctrl+Z")
    REDO = Shortcut(_EDIT, QT_TR_NOOP("&Redo"), "Ctrl+Shift+Z", has_separator=True)
    CUT = Shortcut(_EDIT, QT_TR_NOOP("Cu&t"), "Ctrl+X")
    COPY = Shortcut(_EDIT, QT_TR_NOOP("&Copy"), "Ctrl+C")
    PASTE = Shortcut(_EDIT, QT_TR_NOOP("&Paste"), "Ctrl+V")
    SELECT_ALL = Shortcut(_EDIT, QT_TR_NOOP("Select &all"), "Ctrl+A", has_separator=True)
    FIND = Shortcut(_EDIT, QT_TR_NOOP("&Find and replace"), "Ctrl+F")
    FIND_NEXT = Shortcut(_EDIT, QT_TR_NOOP("Find &next"), "F3")
    FIND_PREVIOUS = Shortcut(_EDIT, QT_TR_NOOP("Find pre&vious"), "Shift+F3")
    GO_TO_LINE = Shortcut(_EDIT, QT_TR_NOOP("&Go to line…"), "Ctrl+G")
    NEXT_MISSPELLING = Shortcut(_EDIT, QT_TR_NOOP("Next &misspelled word"), "F7", has_separator=True)
    MOVE_LINES_UP = Shortcut(_EDIT, QT_TR_NOOP("Move line up"), "Alt+Up")
    MOVE_LINES_DOWN = Shortcut(_EDIT, QT_TR_NOOP("Move line down"), "Alt+Down")
    DUPLICATE_LINES = Shortcut(_EDIT, QT_TR_NOOP("&Duplicate line"), "Ctrl+D")
    DELETE_LINES = Shortcut(_EDIT, QT_TR_NOOP("Delete &line"), "Ctrl+Shift+K")
    INDENT_LINES = Shortcut(_EDIT, QT_TR_NOOP("&Indent"), "Ctrl+]")
    OUTDENT_LINES = Shortcut(_EDIT, QT_TR_NOOP("&Outdent"), "Ctrl+[", has_separator=True)
    PREFERENCES = Shortcut(_EDIT, QT_TR_NOOP("Pr&eferences…"), "Ctrl+,")
    ZOOM_IN = Shortcut(_VIEW, QT_TR_NOOP("Zoom &in"), "Ctrl++")
    ZOOM_OUT = Shortcut(_VIEW, QT_TR_NOOP("Zoom &out"), "Ctrl+-")
    ZOOM_RESET = Shortcut(_VIEW, QT_TR_NOOP("&Normal size"), "Ctrl+0", has_separator=True)
    FULL_SCREEN = Shortcut(_VIEW, QT_TR_NOOP("Full screen, &page only"), "F11", is_checkable=True, has_separator=True)
    NEXT_TAB = Shortcut(_VIEW, QT_TR_NOOP("Ne&xt tab"), "Ctrl+PgDown", also=("Ctrl+Tab",))
    PREVIOUS_TAB = Shortcut(
        _VIEW, QT_TR_NOOP("Pre&vious tab"), "Ctrl+PgUp", has_separator=True, also=("Ctrl+Shift+Tab",)
    )
    WORD_WRAP = Shortcut(_VIEW, QT_TR_NOOP("W&rap lines"), "Alt+Z", switch="wrap_on")
    LINE_NUMBERS = Shortcut(_VIEW, QT_TR_NOOP("&Line numbers"), switch="line_numbers_on")
    CURRENT_LINE = Shortcut(_VIEW, QT_TR_NOOP("Mark the &current line"), switch="current_line_on")
    MARKUP = Shortcut(_VIEW, QT_TR_NOOP("Colour &HTML and Markdown"), switch="markup_on")
    TOGGLE_BAR = Shortcut(_VIEW, QT_TR_NOOP("Suggestion &bar"), switch="bar_on")
    GALLERY = Shortcut(_VIEW, QT_TR_NOOP("&Gallery"), "Ctrl+Shift+G", is_checkable=True)
    TAB_MOVES_FOCUS = Shortcut(_VIEW, QT_TR_NOOP("&Tab moves the focus"), "Ctrl+M", switch="tab_moves_focus")
    COUNTS = Shortcut(_VIEW, QT_TR_NOOP("Word co&unt…"))
    SHOW_WORTH = Shortcut(_VIEW, QT_TR_NOOP("&What it is worth"), "Ctrl+Shift+W", is_checkable=True)
    TAKE_ALL = Shortcut(_SUGGESTION, QT_TR_NOOP("Take &all"), "Tab", is_typing=True)
    TAKE_WORD = Shortcut(_SUGGESTION, QT_TR_NOOP("Take next &word"), "Ctrl+Right", is_typing=True)
    DISMISS = Shortcut(
        _SUGGESTION, QT_TR_NOOP("&Dismiss until the next edit"), "Esc", is_typing=True, has_separator=True
    )
    NEXT_ALTERNATIVE = Shortcut(_SUGGESTION, QT_TR_NOOP("&Next alternative"), "Alt+]", is_typing=True)
    PREVIOUS_ALTERNATIVE = Shortcut(_SUGGESTION, QT_TR_NOOP("&Previous alternative"), "Alt+[", is_typing=True)
    ASK_NOW = Shortcut(_SUGGESTION, QT_TR_NOOP("As&k now"), "Alt+\\", is_typing=True)
    CONTINUE_WRITING = Shortcut(_SUGGESTION, QT_TR_NOOP("&Continue writing"), "Ctrl+Return", has_separator=True)
    TAKE_FIRST = Shortcut(_SUGGESTION, QT_TR_NOOP("Take the &left word of the bar"), "Ctrl+1", is_typing=True)
    TAKE_SECOND = Shortcut(_SUGGESTION, QT_TR_NOOP("Take the &middle word of the bar"), "Ctrl+2", is_typing=True)
    TAKE_THIRD = Shortcut(
        _SUGGESTION, QT_TR_NOOP("Take the &right word of the bar"), "Ctrl+3", is_typing=True, has_separator=True
    )
    TOGGLE_SUGGESTIONS = Shortcut(_SUGGESTION, QT_TR_NOOP("&Suggestions on"), "Ctrl+Space", switch="suggestions_on")
    TYPE_SUGGESTIONS = Shortcut(_SUGGESTION, QT_TR_NOOP("Suggestions in this t&ype of file"), is_checkable=True)
    HELD_ONLY = Shortcut(_SUGGESTION, QT_TR_NOOP("&Only while a key is held"), switch="held_only")
    SNOOZE = Shortcut(_SUGGESTION, QT_TR_NOOP("Snoo&ze for 10 minutes"), is_checkable=True)
    LEARNED = Shortcut(_LEARNING, QT_TR_NOOP("&What was learned…"), "Ctrl+Shift+L", has_separator=True)
    LEARN_DOCUMENT = Shortcut(_LEARNING, QT_TR_NOOP("Learn from this &document"), is_checkable=True)
    PRIVATE_MODE = Shortcut(
        _LEARNING, QT_TR_NOOP("&Private mode: learn nothing"), "Ctrl+Shift+N", is_checkable=True, has_separator=True
    )
    FINETUNE = Shortcut(_LEARNING, QT_TR_NOOP("&Fine-tune on your documents…"), "Ctrl+Shift+F")
    PROFILES = Shortcut(_LEARNING, QT_TR_NOOP("&Models…"), "Ctrl+Shift+M")
    HOW_IT_WORKS = Shortcut(_HELP, QT_TR_NOOP("How it &works"), "Ctrl+Shift+H", is_checkable=True, has_separator=True)
    PALETTE = Shortcut(_HELP, QT_TR_NOOP("&Commands…"), "Ctrl+Shift+P")
    SHORTCUTS = Shortcut(_HELP, QT_TR_NOOP("&Keys"), "F1")
    WHATS_NEW = Shortcut(_HELP, QT_TR_NOOP("What is &new"))
    ABOUT = Shortcut(_HELP, QT_TR_NOOP("&About Foretype"))

    @property
    def shortcut(self) -> Shortcut:
        """Its place in the menus and its key."""
        return self.value

    @property
    def id(self) -> str:
        """Its name in the preferences file."""
        return self.name.lower()


# What a key means to somebody who writes, with or without Shift.
_EDITING_KEYS = frozenset(
    {"Return", "Enter", "Backspace", "Del", "Tab", "Backtab"}
    | {"Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"}
)


def keys(overrides: Mapping[str, str]) -> dict[Command, str]:
    """Return each command's key, portable names, as the preferences override them."""
    return {command: overrides.get(command.id, command.shortcut.key) for command in Command}


def also_keys(command: Command, overrides: Mapping[str, str]) -> tuple[str, ...]:
    """Return a command's further keys; what the person chose goes before them."""
    if command.id in overrides:
        return ()
    taken = set(keys(overrides).values())
    return tuple(key for key in command.shortcut.also if key not in taken)


def typing_bindings(overrides: Mapping[str, str]) -> dict[str, Command]:
    """Return the keys that the typing surface handles, by portable name."""
    chosen = keys(overrides)
    return {chosen[each]: each for each in Command if each.shortcut.is_typing and chosen[each]}


def plain_label(command: Command) -> str:
    """Return a command's name without what menus need."""
    return tr(command.shortcut.label).replace("&", "").rstrip("…")


def conflicts(chosen: Mapping[Command, str]) -> dict[str, tuple[Command, ...]]:
    """Return the keys that more than one command has, each with its commands."""
    owners: dict[str, list[Command]] = {}
    for command, key in chosen.items():
        if key:
            owners.setdefault(key, []).append(command)
    return {key: tuple(commands) for key, commands in owners.items() if len(commands) > 1}


def types_text(key: str, *, is_typing: bool) -> bool:
    """Tell whether a key, by its portable name, is needed to write or to move about and cannot be a command's.

    A key that means its command only while there is a suggestion (`is_typing`) may move or edit, but not write.
    """
    bare = key.removeprefix("Shift+")
    return len(bare) == 1 or bare == "Space" or (not is_typing and bare in _EDITING_KEYS)
