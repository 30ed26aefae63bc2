"""The commands of the editor, their names in menus and their keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from editor.translation import QT_TR_NOOP, tr


class Command(Enum):
    """Everything that a key can do; the value is its name in the preferences file."""

    TAKE_ALL = "take_all"
    TAKE_WORD = "take_word"
    DISMISS = "dismiss"
    NEXT_ALTERNATIVE = "next_alternative"
    PREVIOUS_ALTERNATIVE = "previous_alternative"
    ASK_NOW = "ask_now"
    CONTINUE_WRITING = "continue_writing"
    TAKE_FIRST = "take_first"
    TAKE_SECOND = "take_second"
    TAKE_THIRD = "take_third"
    TOGGLE_SUGGESTIONS = "toggle_suggestions"
    TYPE_SUGGESTIONS = "type_suggestions"
    HELD_ONLY = "held_only"
    SNOOZE = "snooze"
    TAB_MOVES_FOCUS = "tab_moves_focus"
    NEW = "new"
    OPEN = "open"
    SAVE = "save"
    SAVE_AS = "save_as"
    RELOAD = "reload"
    COMPARE = "compare"
    RECOVERED = "recovered"
    PRINT = "print"
    EXPORT_PDF = "export_pdf"
    EXPORT_HTML = "export_html"
    CLOSE = "close"
    CLOSE_WINDOW = "close_window"
    NEW_WINDOW = "new_window"
    REOPEN = "reopen"
    NEXT_TAB = "next_tab"
    PREVIOUS_TAB = "previous_tab"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    CUT = "cut"
    COPY = "copy"
    PASTE = "paste"
    SELECT_ALL = "select_all"
    FIND = "find"
    FIND_NEXT = "find_next"
    FIND_PREVIOUS = "find_previous"
    GO_TO_LINE = "go_to_line"
    NEXT_MISSPELLING = "next_misspelling"
    MOVE_LINES_UP = "move_lines_up"
    MOVE_LINES_DOWN = "move_lines_down"
    DUPLICATE_LINES = "duplicate_lines"
    DELETE_LINES = "delete_lines"
    INDENT_LINES = "indent_lines"
    OUTDENT_LINES = "outdent_lines"
    WORD_WRAP = "word_wrap"
    COUNTS = "counts"
    LINE_NUMBERS = "line_numbers"
    CURRENT_LINE = "current_line"
    MARKUP = "markup"
    FULL_SCREEN = "full_screen"
    PALETTE = "palette"
    PREFERENCES = "preferences"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    ZOOM_RESET = "zoom_reset"
    TOGGLE_BAR = "toggle_bar"
    GALLERY = "gallery"
    PRIVATE_MODE = "private_mode"
    LEARN_DOCUMENT = "learn_document"
    LEARNED = "learned"
    SHOW_WORTH = "show_worth"
    HOW_IT_WORKS = "how_it_works"
    FINETUNE = "finetune"
    PROFILES = "profiles"
    SHORTCUTS = "shortcuts"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A command's place in the menus and its default key.

    Attributes:
        is_typing: the key means this only while there is something to do, else it keeps its plain meaning; the
            typing surface handles it, not the menu.
        is_checkable: the menu shows a tick.
        has_separator: a line follows in the menu.
        also: further keys, as long as the person gave the command no other and them to nothing else.
    """

    command: Command
    menu: str
    label: str
    key: str
    is_typing: bool = False
    is_checkable: bool = False
    has_separator: bool = False
    also: tuple[str, ...] = ()


_FILE = QT_TR_NOOP("&File")
_EDIT = QT_TR_NOOP("&Edit")
_VIEW = QT_TR_NOOP("&View")
_SUGGESTION = QT_TR_NOOP("&Suggestion")
_LEARNING = QT_TR_NOOP("&Learning")
_HELP = QT_TR_NOOP("&Help")
SHORTCUTS = (
    Shortcut(Command.NEW, _FILE, QT_TR_NOOP("&New"), "Ctrl+N", also=("Ctrl+T",)),
    Shortcut(Command.NEW_WINDOW, _FILE, QT_TR_NOOP("New &window"), "Ctrl+Alt+N"),
    Shortcut(Command.OPEN, _FILE, QT_TR_NOOP("&Open…"), "Ctrl+O"),
    Shortcut(Command.SAVE, _FILE, QT_TR_NOOP("&Save"), "Ctrl+S"),
    Shortcut(Command.SAVE_AS, _FILE, QT_TR_NOOP("Save &as…"), "Ctrl+Shift+S"),
    Shortcut(Command.RELOAD, _FILE, QT_TR_NOOP("Re&load from disk"), "F5"),
    Shortcut(Command.COMPARE, _FILE, QT_TR_NOOP("Co&mpare with the file on disk…"), ""),
    Shortcut(Command.RECOVERED, _FILE, QT_TR_NOOP("Reco&vered texts"), "", has_separator=True),
    Shortcut(Command.PRINT, _FILE, QT_TR_NOOP("&Print…"), "Ctrl+P"),
    Shortcut(Command.EXPORT_PDF, _FILE, QT_TR_NOOP("Export as P&DF…"), ""),
    Shortcut(Command.EXPORT_HTML, _FILE, QT_TR_NOOP("Export as &HTML…"), "", has_separator=True),
    Shortcut(Command.REOPEN, _FILE, QT_TR_NOOP("Reopen closed &tab"), "Ctrl+Shift+T"),
    Shortcut(Command.CLOSE, _FILE, QT_TR_NOOP("&Close tab"), "Ctrl+W"),
    Shortcut(Command.CLOSE_WINDOW, _FILE, QT_TR_NOOP("Close w&indow"), ""),
    Shortcut(Command.QUIT, _FILE, QT_TR_NOOP("&Quit"), "Ctrl+Q"),
    Shortcut(Command.UNDO, _EDIT, QT_TR_NOOP("&Undo"), "Ctrl+Z"),
    Shortcut(Command.REDO, _EDIT, QT_TR_NOOP("&Redo"), "Ctrl+Shift+Z", has_separator=True),
    Shortcut(Command.CUT, _EDIT, QT_TR_NOOP("Cu&t"), "Ctrl+X"),
    Shortcut(Command.COPY, _EDIT, QT_TR_NOOP("&Copy"), "Ctrl+C"),
    Shortcut(Command.PASTE, _EDIT, QT_TR_NOOP("&Paste"), "Ctrl+V"),
    Shortcut(Command.SELECT_ALL, _EDIT, QT_TR_NOOP("Select &all"), "Ctrl+A", has_separator=True),
    Shortcut(Command.FIND, _EDIT, QT_TR_NOOP("&Find and replace"), "Ctrl+F"),
    Shortcut(Command.FIND_NEXT, _EDIT, QT_TR_NOOP("Find &next"), "F3"),
    Shortcut(Command.FIND_PREVIOUS, _EDIT, QT_TR_NOOP("Find pre&vious"), "Shift+F3"),
    Shortcut(Command.GO_TO_LINE, _EDIT, QT_TR_NOOP("&Go to line…"), "Ctrl+G"),
    Shortcut(Command.NEXT_MISSPELLING, _EDIT, QT_TR_NOOP("Next &misspelled word"), "F7", has_separator=True),
    Shortcut(Command.MOVE_LINES_UP, _EDIT, QT_TR_NOOP("Move line up"), "Alt+Up"),
    Shortcut(Command.MOVE_LINES_DOWN, _EDIT, QT_TR_NOOP("Move line down"), "Alt+Down"),
    Shortcut(Command.DUPLICATE_LINES, _EDIT, QT_TR_NOOP("&Duplicate line"), "Ctrl+D"),
    Shortcut(Command.DELETE_LINES, _EDIT, QT_TR_NOOP("Delete &line"), "Ctrl+Shift+K"),
    Shortcut(Command.INDENT_LINES, _EDIT, QT_TR_NOOP("&Indent"), "Ctrl+]"),
    Shortcut(Command.OUTDENT_LINES, _EDIT, QT_TR_NOOP("&Outdent"), "Ctrl+[", has_separator=True),
    Shortcut(Command.PREFERENCES, _EDIT, QT_TR_NOOP("Pr&eferences…"), "Ctrl+,"),
    Shortcut(Command.ZOOM_IN, _VIEW, QT_TR_NOOP("Zoom &in"), "Ctrl++"),
    Shortcut(Command.ZOOM_OUT, _VIEW, QT_TR_NOOP("Zoom &out"), "Ctrl+-"),
    Shortcut(Command.ZOOM_RESET, _VIEW, QT_TR_NOOP("&Normal size"), "Ctrl+0", has_separator=True),
    Shortcut(
        Command.FULL_SCREEN,
        _VIEW,
        QT_TR_NOOP("&Page alone on the screen"),
        "F11",
        is_checkable=True,
        has_separator=True,
    ),
    Shortcut(Command.NEXT_TAB, _VIEW, QT_TR_NOOP("Ne&xt tab"), "Ctrl+PgDown", also=("Ctrl+Tab",)),
    Shortcut(
        Command.PREVIOUS_TAB,
        _VIEW,
        QT_TR_NOOP("Pre&vious tab"),
        "Ctrl+PgUp",
        also=("Ctrl+Shift+Tab",),
        has_separator=True,
    ),
    Shortcut(Command.WORD_WRAP, _VIEW, QT_TR_NOOP("W&rap lines"), "Alt+Z", is_checkable=True),
    Shortcut(Command.LINE_NUMBERS, _VIEW, QT_TR_NOOP("&Line numbers"), "", is_checkable=True),
    Shortcut(Command.CURRENT_LINE, _VIEW, QT_TR_NOOP("Mark the &current line"), "", is_checkable=True),
    Shortcut(Command.MARKUP, _VIEW, QT_TR_NOOP("Colour &HTML and Markdown"), "", is_checkable=True),
    Shortcut(Command.TOGGLE_BAR, _VIEW, QT_TR_NOOP("Suggestion &bar"), "", is_checkable=True),
    Shortcut(Command.GALLERY, _VIEW, QT_TR_NOOP("&Gallery"), "Ctrl+Shift+G", is_checkable=True),
    Shortcut(Command.TAB_MOVES_FOCUS, _VIEW, QT_TR_NOOP("&Tab moves the focus"), "Ctrl+M", is_checkable=True),
    Shortcut(Command.COUNTS, _VIEW, QT_TR_NOOP("Word co&unt…"), ""),
    Shortcut(Command.SHOW_WORTH, _VIEW, QT_TR_NOOP("&What it is worth"), "Ctrl+Shift+W", is_checkable=True),
    Shortcut(Command.TAKE_ALL, _SUGGESTION, QT_TR_NOOP("Take &all"), "Tab", is_typing=True),
    Shortcut(Command.TAKE_WORD, _SUGGESTION, QT_TR_NOOP("Take next &word"), "Ctrl+Right", is_typing=True),
    Shortcut(
        Command.DISMISS,
        _SUGGESTION,
        QT_TR_NOOP("&Dismiss until the next edit"),
        "Esc",
        is_typing=True,
        has_separator=True,
    ),
    Shortcut(Command.NEXT_ALTERNATIVE, _SUGGESTION, QT_TR_NOOP("&Next alternative"), "Alt+]", is_typing=True),
    Shortcut(
        Command.PREVIOUS_ALTERNATIVE,
        _SUGGESTION,
        QT_TR_NOOP("&Previous alternative"),
        "Alt+[",
        is_typing=True,
    ),
    Shortcut(Command.ASK_NOW, _SUGGESTION, QT_TR_NOOP("As&k now"), "Alt+\\", is_typing=True),
    Shortcut(
        Command.CONTINUE_WRITING,
        _SUGGESTION,
        QT_TR_NOOP("&Continue writing"),
        "Ctrl+Return",
        has_separator=True,
    ),
    Shortcut(
        Command.TAKE_FIRST,
        _SUGGESTION,
        QT_TR_NOOP("Take the &left word of the bar"),
        "Ctrl+1",
        is_typing=True,
    ),
    Shortcut(
        Command.TAKE_SECOND,
        _SUGGESTION,
        QT_TR_NOOP("Take the &middle word of the bar"),
        "Ctrl+2",
        is_typing=True,
    ),
    Shortcut(
        Command.TAKE_THIRD,
        _SUGGESTION,
        QT_TR_NOOP("Take the &right word of the bar"),
        "Ctrl+3",
        is_typing=True,
        has_separator=True,
    ),
    Shortcut(
        Command.TOGGLE_SUGGESTIONS,
        _SUGGESTION,
        QT_TR_NOOP("&Suggestions on"),
        "Ctrl+Space",
        is_checkable=True,
    ),
    Shortcut(
        Command.TYPE_SUGGESTIONS,
        _SUGGESTION,
        QT_TR_NOOP("Suggestions in this t&ype of file"),
        "",
        is_checkable=True,
    ),
    Shortcut(Command.HELD_ONLY, _SUGGESTION, QT_TR_NOOP("&Only while a key is held"), "", is_checkable=True),
    Shortcut(Command.SNOOZE, _SUGGESTION, QT_TR_NOOP("Snoo&ze for 10 minutes"), "", is_checkable=True),
    Shortcut(Command.LEARNED, _LEARNING, QT_TR_NOOP("&What was learned…"), "Ctrl+Shift+L", has_separator=True),
    Shortcut(Command.LEARN_DOCUMENT, _LEARNING, QT_TR_NOOP("Learn from this &document"), "", is_checkable=True),
    Shortcut(
        Command.PRIVATE_MODE,
        _LEARNING,
        QT_TR_NOOP("&Private mode: learn nothing"),
        "Ctrl+Shift+N",
        is_checkable=True,
        has_separator=True,
    ),
    Shortcut(Command.FINETUNE, _LEARNING, QT_TR_NOOP("&Fine-tune on your documents…"), "Ctrl+Shift+F"),
    Shortcut(Command.PROFILES, _LEARNING, QT_TR_NOOP("&Models…"), "Ctrl+Shift+M"),
    Shortcut(
        Command.HOW_IT_WORKS,
        _HELP,
        QT_TR_NOOP("How it &works"),
        "Ctrl+Shift+H",
        is_checkable=True,
        has_separator=True,
    ),
    Shortcut(Command.PALETTE, _HELP, QT_TR_NOOP("&Commands…"), "Ctrl+Shift+P"),
    Shortcut(Command.SHORTCUTS, _HELP, QT_TR_NOOP("&Keys"), "F1"),
    Shortcut(Command.ABOUT, _HELP, QT_TR_NOOP("&About Foretype"), ""),
)


# What a key means to who writes, with or without Shift.
_EDITING_KEYS = frozenset(
    {"Return", "Enter", "Backspace", "Del", "Tab", "Backtab"}
    | {"Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"}
)


def keys(overrides: Mapping[str, str]) -> dict[Command, str]:
    """Return each command's key, portable names, as the preferences override them."""
    return {shortcut.command: overrides.get(shortcut.command.value, shortcut.key) for shortcut in SHORTCUTS}


def also_keys(shortcut: Shortcut, overrides: Mapping[str, str]) -> tuple[str, ...]:
    """Return a command's further keys; what the person chose goes before them."""
    if shortcut.command.value in overrides:
        return ()
    taken = set(keys(overrides).values())
    return tuple(key for key in shortcut.also if key not in taken)


def typing_bindings(overrides: Mapping[str, str]) -> dict[str, Command]:
    """Return the keys that the typing surface handles, by portable name."""
    chosen = keys(overrides)
    return {chosen[s.command]: s.command for s in SHORTCUTS if s.is_typing and chosen[s.command]}


def plain_label(shortcut: Shortcut) -> str:
    """Return a command's name without what menus need."""
    return tr(shortcut.label).replace("&", "").rstrip("…")


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
