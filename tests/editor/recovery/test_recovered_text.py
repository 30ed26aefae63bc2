"""How a recovered text is listed, and what is said of its file."""

import os
from pathlib import Path

import pytest

from editor.comparison.disk_comparison import compare_with_disk
from editor.files.document import TextFile, stamp_of
from editor.files.file_format import FileFormat
from editor.files.recovery import Unsaved
from editor.recovery.recovered_text import counts_text, described, described_journal, disk_news, folder_text, time_text


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "letter.txt"
    made.write_text("one\ntwo\n")
    return made


def unsaved(path: Path, text: str = "one\n2\n", written_at: float | None = None) -> Unsaved:
    return Unsaved(TextFile(path, FileFormat(), stamp_of(path)), text, written_at)


def news(lost: Unsaved) -> str:
    assert lost.file is not None
    return disk_news(lost, compare_with_disk(lost.file.path, lost.text, FileFormat()))


def test_a_text_with_a_file_is_listed_with_name_folder_and_time(path):
    listed = described(unsaved(path, written_at=1_700_000_000))
    assert (listed.name, listed.place) == ("letter.txt", folder_text(path))
    assert listed.written == time_text(1_700_000_000)


def test_an_untitled_text_is_listed_by_its_beginning():
    assert described(Unsaved(None, "Dear\n all, " + "x" * 100)).name == "Untitled: Dear all, " + "x" * 30 + "…"
    assert described(Unsaved(None, "")).name == "Untitled"


def test_a_damaged_journal_is_listed_with_its_path(tmp_path):
    path = tmp_path / "a.broken"
    path.write_text("")
    assert described_journal(path).place == str(path)


def test_the_home_folder_is_a_tilde():
    assert folder_text(Path.home() / "texts" / "a.txt") == str(Path("~") / "texts")


def test_of_a_file_that_nobody_touched_nothing_is_said(path):
    assert news(unsaved(path)) == ""


def test_a_file_that_changed_after_the_text_was_kept_is_said(path):
    lost = unsaved(path, written_at=1_700_000_000)
    os.utime(path, (1_700_000_600, 1_700_000_600))
    assert news(lost).endswith(f"on {time_text(1_700_000_600)}, after this text was last backed up")


def test_a_file_that_changed_before_is_said_too(path):
    lost = unsaved(path, written_at=1_700_000_000)
    os.utime(path, (1_600_000_000, 1_600_000_000))
    assert news(lost).endswith("while it was open here")


def test_a_file_that_is_gone_is_said(path):
    lost = unsaved(path)
    path.unlink()
    assert news(lost) == "The file is no longer on disk"


def test_counts_are_given_in_signs(path):
    assert counts_text(compare_with_disk(path, "one\n2\nthree\n", FileFormat())) == "+2 −1 lines"
    assert counts_text(compare_with_disk(path, "one\ntwo\n", FileFormat())) == "same as on disk"
    assert counts_text(compare_with_disk(None, "one", FileFormat())) == ""
