"""A text that a crash left, in words: what it is called, when it was written, what became of its file since."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from editor.comparison.disk_comparison import DiskComparison
from editor.files.recovery import Unsaved
from editor.settings.numerals import numeral
from editor.translation import QT_TR_NOOP, tr

_UNTITLED = QT_TR_NOOP("Untitled")
_BEGINNING_CHARS = 40


@dataclass(frozen=True, slots=True)
class RecoveredText:
    """What stands in the list of recovered texts; no text itself.

    Attributes:
        name: the file's, or how an untitled text begins.
        place: its folder, or where a broken journal is kept.
        written: when it was last written to its journal, in words.
    """

    name: str
    place: str
    written: str


def described(unsaved: Unsaved) -> RecoveredText:
    """Return how a recovered text is listed."""
    written = "" if unsaved.written_at is None else time_text(unsaved.written_at)
    if unsaved.file is None:
        beginning = " ".join(unsaved.text[: 4 * _BEGINNING_CHARS].split())
        short = beginning if len(beginning) <= _BEGINNING_CHARS else f"{beginning[:_BEGINNING_CHARS].rstrip()}\u2026"
        return RecoveredText(f"{tr(_UNTITLED)}: {short}" if short else tr(_UNTITLED), tr("In no file yet"), written)
    return RecoveredText(unsaved.file.path.name, folder_text(unsaved.file.path), written)


def described_journal(path: Path) -> RecoveredText:
    """Return how a journal that cannot be read is listed."""
    try:
        written = time_text(path.stat().st_mtime)
    except OSError:
        written = ""
    return RecoveredText(tr("A damaged journal"), str(path), written)


def disk_news(unsaved: Unsaved, result: DiskComparison) -> str:
    """Return what another program did to the file since the text was begun, "" when nothing is known."""
    known = unsaved.file.stamp if unsaved.file is not None else None
    if unsaved.file is None or result.error or (known is None and result.file is None):
        return ""
    if result.file is None:
        return tr("The file is no longer on disk")
    found = result.file.stamp
    if found is None or found == known:
        return ""
    changed_at = found.modified_ns / 1e9
    is_later = unsaved.written_at is not None and changed_at > unsaved.written_at
    if is_later:
        news = tr("Another program changed the file on disk on {time}, after this text was last backed up")
    else:
        news = tr("Another program changed the file on disk on {time}, while it was open here")
    return news.format(time=time_text(changed_at))


def counts_text(result: DiskComparison) -> str:
    """Return how much differs, in a few signs: `+3 \u22121 lines`."""
    if result.comparison is None:
        return ""
    if not result.comparison.changes:
        return tr("same as on disk")
    added, removed = numeral(result.comparison.added), numeral(result.comparison.removed)
    return tr("+{added} −{removed} lines").format(added=added, removed=removed)


def folder_text(path: Path) -> str:
    """Return the folder of a file, with `~` for the person's own."""
    try:
        return str(Path("~") / path.parent.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path.parent)


def time_text(seconds: float) -> str:
    """Return a moment of this computer's time zone."""
    try:
        return datetime.fromtimestamp(seconds).strftime(tr("%Y-%m-%d %H:%M"))
    except (OverflowError, OSError, ValueError):
        return tr("an unknown day")
