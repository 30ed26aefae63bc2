"""How the text of a page differs from the file on disk; read and compared in one go, on any thread."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from editor.comparison.comparison_rows import Rows, rows, text_rows
from editor.comparison.text_comparison import TextComparison, compare
from editor.errors import DocumentError
from editor.files.document import TextFile, read_file, stamp_of
from editor.files.file_format import FileFormat
from editor.settings.numerals import numeral
from editor.translation import reason_of, tr

_NOTHING = Rows((), ())


@dataclass(frozen=True, slots=True)
class DiskComparison:
    """The file on disk (old) against the text (new).

    Attributes:
        file: as it is on disk; None when there is none, or when it cannot be read.
        comparison: None for a text without a file, and when the file cannot be read.
        rows: what to show of it.
        remark: a sentence on what the rows do not show, "" when they show all.
        error: why the file cannot be read, "" when it can.
    """

    file: TextFile | None
    comparison: TextComparison | None
    rows: Rows
    remark: str = ""
    error: str = ""

    @property
    def is_same(self) -> bool:
        """Whether both hold the same letters."""
        return self.file is not None and self.comparison is not None and not self.comparison.changes


def compare_with_disk(
    path: Path | None, text: str, format_: FileFormat, *, should_stop: Callable[[], bool] = lambda: False
) -> DiskComparison:
    """Compare `text`, which is to be written in `format_`, with the file `path`; without one show the text alone."""
    if path is None:
        return DiskComparison(None, None, text_rows(text))
    try:
        if stamp_of(path) is None:
            comparison = compare(None, text, should_stop=should_stop)
            return DiskComparison(None, comparison, rows(comparison), tr("There is no such file on disk"))
        file, old = read_file(path)
    except OSError as exc:
        error = tr("{path} cannot be read: {reason}").format(path=path, reason=reason_of(exc))
        return DiskComparison(None, None, _NOTHING, error=error)
    except DocumentError as exc:
        return DiskComparison(None, None, _NOTHING, error=str(exc))
    comparison = compare(old, text, should_stop=should_stop)
    remarks = []
    if comparison.is_coarse:
        remarks.append(tr("The texts differ so much that lines shown as changed may be the same"))
    if file.format != format_:
        remarks.append(tr("On disk it is {old}, here {new}").format(old=file.format, new=format_))
    return DiskComparison(file, comparison, rows(comparison), ". ".join(remarks))


def difference_text(result: DiskComparison) -> str:
    """Return how much differs, in words, as the end of a sentence."""
    if result.error:
        return tr("the file on disk cannot be read")
    if result.comparison is None:
        return tr("it was never saved")
    if result.file is None:
        return tr("the file is no longer on disk")
    if result.is_same:
        return tr("the file on disk holds the same text")
    lines = max(result.comparison.added, result.comparison.removed)
    if lines > 1:
        return tr("{count} lines differ from the file on disk").format(count=numeral(lines))
    return tr("1 line differs from the file on disk")
