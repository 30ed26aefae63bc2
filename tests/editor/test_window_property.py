"""Whatever comes over the window, its text is the reference's: keys, mouse, input methods, suggestions, files.

`FORETYPE_EVENTS=200000` does so many events; `FORETYPE_SEED` begins with another seed.
"""

import os
import random
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler

from editor.files.dialogs import Choice
from tests.editor.tortured_document import Event
from tests.editor.tortured_window import TorturedWindow

_EVENTS = int(os.environ.get("FORETYPE_EVENTS", "5000"))
_FIRST_SEED = int(os.environ.get("FORETYPE_SEED", "1"))
_EVENTS_A_WINDOW = 500
_SHRINKING_S = 60.0

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_MODIFIERS = (_NONE, _NONE, _SHIFT, _CTRL, _CTRL | _SHIFT)
_ARROWS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
_LINE_KEYS = (
    (Qt.Key.Key_D, _CTRL),
    (Qt.Key.Key_K, _CTRL | _SHIFT),
    (Qt.Key.Key_Up, _ALT),
    (Qt.Key.Key_Down, _ALT),
    (Qt.Key.Key_BracketRight, _CTRL),
    (Qt.Key.Key_BracketLeft, _CTRL),
)
_DEAD_KEYS = ((Qt.Key.Key_F9, _NONE), (Qt.Key.Key_Q, _CTRL | _ALT | _SHIFT), (Qt.Key.Key_Insert, _NONE))

_LETTERS = [
    *"abcde wor",
    *"äßñ",
    "é",
    "\u0301",
    "\u0308",
    "😀",
    "👩‍👩‍👧",
    "𝒷",
    "א",
    "ש",
    "م",
    "漢",
    "(",
    ")",
    "<",
    "/",
    ">",
    '"',
    "\xa0",
    ".",
]
_GHOSTS = [
    "ab cd-ef, gh",
    "a",
    " wörter and more",
    "😀 smile",
    "word",
    "e\u0301 x",
    "can't. Next",
    "אב גד",
    "</b>",
    "  two",
]
_WORDS = ["word", "Wörter", "can't", "𝒷old"]
_PIECES = [
    "x",
    "two\nlines",
    "\tindented\n\t\tmore\n",
    "    four\n    spaces\n  two",
    "a\r\nb\rc\u2028d\u2029e",
    "no\xa0break \u202f thin",
    "<p>bold <b>text</b>\n</p>\n",
    "# head\n\n- item\n- [x] `code`\n",
    "naïve café 😀 👩‍👩‍👧 \U0001f1e9\U0001f1ea",
    "שלום עולם abc العربية",
    "e\u0301\u0302\u0303 combined",
    "\n\n\n",
    "aaa aaa AAA",
    "word " * 40,
    "\ufffc \ufeff \u200b\u200d \x0b \x0c \x7f",
    "\ufdd2 \ufdd3 \ufdd4 \ufdd5",
]
_DATA = [
    b"",
    b"plain\ntext\n",
    b"dos\r\nlines\r\n",
    b"mac\rlines\r",
    "\ufeffmarked ü\n".encode(),
    b"\xff\xfe" + "wide €\r\n😀".encode("utf-16-le"),
    b"\xfe\xff" + "weit €\n".encode("utf-16-be"),
    "grün\n".encode("latin-1"),
    "“grün” €\n".encode("cp1252"),
    b"\tindented\n\t\tmore\n" * 5,
    ("word " * 60 + "\n").encode() * 3,
    "😀".encode() * 20,
    b"<html><body>\n<p>one\n</body></html>\n",
    "kept \u2029 as\ufdd0they\ufdd1are\u2028\nhere\n".encode(),
    "\ufdd2\u2029\ufdd3\n\ue000".encode() * 3,
]
_NAMES = ["a.txt", "b.html.txt", "c.md.txt", "ü 😀.txt"]


def _events(seed: int, count: int) -> list[Event]:
    """Return random events; they are data, so that some can be left out."""
    rng = random.Random(seed)
    makers: list[tuple[int, Callable[[], Event]]] = [
        (200, lambda: ("letter", rng.choice(_LETTERS))),
        (30, lambda: ("enter", rng.random() < 0.3)),
        (30, lambda: ("tab",)),
        (12, lambda: ("backtab",)),
        (60, lambda: ("backspace",)),
        (25, lambda: ("delete",)),
        (12, lambda: ("delete_word", rng.random() < 0.6)),
        (90, lambda: ("move", rng.choice(_ARROWS), rng.choice(_MODIFIERS))),
        (15, lambda: ("word",)),
        (10, lambda: ("escape",)),
        (8, lambda: ("modifier",)),
        (5, lambda: ("nothing_key", *rng.choice(_DEAD_KEYS))),
        (160, lambda: ("answer", rng.choice(_GHOSTS), _some(rng, _GHOSTS), _some(rng, _WORDS), rng.randint(1, 3))),
        (3, lambda: ("fail",)),
        (15, lambda: ("cycle", rng.choice((Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight)))),
        (10, lambda: ("ask",)),
        (25, lambda: ("bar", rng.randint(0, 2), rng.random() < 0.5)),
        (5, lambda: ("write",)),
        (12, lambda: ("written", rng.choice([*_PIECES, *_GHOSTS]), rng.random() < 0.3)),
        (8, lambda: ("writing_accepted",)),
        (3, lambda: ("writing_discarded",)),
        (25, lambda: ("paste", rng.choice(_PIECES))),
        (12, lambda: ("cut",)),
        (5, lambda: ("copy",)),
        (6, lambda: ("select_all",)),
        (40, lambda: ("lines", *rng.choice(_LINE_KEYS))),
        (50, lambda: ("undo", rng.random() < 0.5)),
        (25, lambda: ("redo",)),
        (20, lambda: ("preedit", rng.choice(["", "ˇ", "かな", "abc", "😀"]))),
        (15, lambda: ("commit", rng.choice(["仮名", "é", "a", "", "😀"]), rng.choice(["", "", "か"]))),
        (6, lambda: ("commit_instead", rng.choice(["word", "é", ""]), rng.randint(0, 5))),
        (30, lambda: ("click", *(rng.random() for _ in range(4)), rng.choice((_NONE, _NONE, _SHIFT)))),
        (8, lambda: ("double_click", rng.random(), rng.random())),
        (8, lambda: ("wheel", rng.choice((-240, -120, 120, 240)), rng.choice((_NONE, _CTRL)))),
        (8, lambda: ("drop", rng.choice(_PIECES), rng.random(), rng.random())),
        (10, lambda: ("paint",)),
        (5, lambda: ("focus",)),
        (15, lambda: ("wait",)),
        (
            6,
            lambda: (
                "find",
                rng.choice(["a", "wo", "\xa0", "é", "😀", "AAA", " ", "."]),
                rng.choice(["", "b", "😀", "a\\1"]),
                rng.random() < 0.5,
                rng.random() < 0.2,
            ),
        ),
        (12, lambda: ("find_step", rng.choice(("find_next", "find_previous", "replace", "replace", "replace_all")))),
        (3, lambda: ("find_close",)),
        (12, lambda: ("save", rng.choice(["", "", *_NAMES]), rng.random() < 0.5, rng.random() < 0.5)),
        (5, lambda: ("format", rng.randint(0, 5), rng.choice(("\n", "\r\n", "\r")))),
        (6, lambda: ("elsewhere", rng.choice([None, *_DATA]))),
        (6, lambda: ("noticed",)),
        (5, lambda: ("reload",)),
        (3, lambda: ("keep",)),
        (3, lambda: ("save_again",)),
        (4, lambda: ("load", rng.choice(_NAMES), rng.choice(_DATA))),
        (8, lambda: ("journal",)),
        (4, lambda: ("new_tab",)),
        (8, lambda: ("switch", rng.random() < 0.5)),
        (4, lambda: ("rearrange", rng.random(), rng.random())),
        (3, lambda: ("close_tab", rng.choice(list(Choice)))),
        (1, lambda: ("close_window", rng.choice(list(Choice)))),
        (4, lambda: ("preferences", _preferences(rng))),
        (1, lambda: ("full_screen",)),
    ]
    weights, choices = [weight for weight, _ in makers], [maker for _, maker in makers]
    return [maker() for maker in rng.choices(choices, weights, k=count)]


def _some(rng: random.Random, choices: Sequence[str]) -> tuple[str, ...]:
    return tuple(rng.sample(choices, rng.randint(0, 3)))


def _preferences(rng: random.Random) -> tuple[tuple[str, object], ...]:
    changes: dict[str, object] = {
        "indent_spaces": rng.choice((0, 2, 4, 8)),
        "tab_width": rng.choice((2, 4, 8)),
        "detect_indent": rng.random() < 0.5,
        "wrap_on": rng.random() < 0.5,
        "auto_indent": rng.random() < 0.7,
        "tab_moves_focus": rng.random() < 0.2,
        "font_size_pt": rng.choice((8, 12, 30)),
        "line_numbers_on": rng.random() < 0.5,
        "current_line_on": rng.random() < 0.5,
        "markup_on": rng.random() < 0.5,
        "bar_on": rng.random() < 0.8,
        "ghost_on": rng.random() < 0.9,
        "suggestions_on": rng.random() < 0.9,
        "blocked_words": rng.choice(((), ("more",))),
    }
    return tuple(rng.sample(sorted(changes.items()), 3))


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what Qt warns of, and exceptions in methods that Qt called."""
    found: list[str] = []

    def note(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "does not support" not in message:
            found.append(f"Qt says: {message}")

    def hook(type_: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        found.append("".join(traceback.format_exception(type_, value, trace)))

    old_note, old_hook = qInstallMessageHandler(note), sys.excepthook
    sys.excepthook = hook
    try:
        yield found
    finally:
        sys.excepthook = old_hook
        qInstallMessageHandler(old_note)


def _failure(folder: Path, events: Sequence[Event]) -> tuple[int, str]:
    """Do the events to a fresh window; return how many were done and what went wrong, "" when nothing did."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with _complaints() as complaints:
        window = TorturedWindow(folder)
        done = 0
        try:
            for event in events:
                done += 1
                window.do(event)
                assert not complaints, complaints[0]
        except Exception:  # noqa: BLE001  # whatever goes wrong is what is looked for
            return done, complaints[0] if complaints else traceback.format_exc()
        finally:
            window.close()
    return done, ""


def _shortest(folder: Path, events: list[Event]) -> list[Event]:
    """Leave out what the failure does not need, as far as time allows."""
    until = time.monotonic() + _SHRINKING_S
    size = len(events) // 2
    while size and time.monotonic() < until:
        first = 0
        while first < len(events) and time.monotonic() < until:
            fewer = events[:first] + events[first + size :]
            done, failure = _failure(folder, fewer)
            if failure:
                events = fewer[:done]
            else:
                first += size
        size = min(size // 2, len(events)) if size > 1 else 0
    return events


def _seeds() -> list[object]:
    """Return the seeds; the first two are for every run, the others are a soak."""
    last = _FIRST_SEED + max(1, _EVENTS // _EVENTS_A_WINDOW)
    soak = [pytest.param(seed, marks=pytest.mark.soak) for seed in range(_FIRST_SEED + 2, last)]
    return [*range(_FIRST_SEED, min(last, _FIRST_SEED + 2)), *soak]


@pytest.mark.parametrize("seed", _seeds())
def test_the_text_is_the_references_whatever_comes(qapp, tmp_path, seed):
    events = _events(seed, min(_EVENTS, _EVENTS_A_WINDOW))
    done, failure = _failure(tmp_path / "docs", events)
    if failure:
        short = _shortest(tmp_path / "docs", events[:done])
        _, failure = _failure(tmp_path / "docs", short)
        shown = "\n".join(f"    {event!r}," for event in short)
        pytest.fail(f"seed {seed}, event {done}, shrunk to:\n{shown}\n{failure}", pytrace=False)
