"""The log is written, stays small, and its absence is no error."""

import faulthandler
import logging
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from editor.process.log_file import LogFile


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[LogFile]:
    was_on = faulthandler.is_enabled()
    made = LogFile(tmp_path / "log")
    assert made.open()
    yield made
    made.close()
    if was_on:
        faulthandler.enable()


def test_a_warning_is_in_the_file_with_its_place(log_file):
    logging.getLogger("editor.somewhere").warning("that went wrong")
    assert "WARNING editor.somewhere: that went wrong" in log_file.path.read_text(encoding="utf-8")


def test_it_rotates(log_file):
    (handler,) = (each for each in logging.getLogger().handlers if isinstance(each, RotatingFileHandler))
    for _ in range(40):
        handler.handle(logging.makeLogRecord({"msg": "x" * 50_000, "levelno": logging.ERROR}))
    files = list(log_file.path.parent.glob("foretype.log*"))
    assert 2 <= len(files) <= 4
    assert sum(file.stat().st_size for file in files) < 1_100_000


def test_the_stack_of_a_crash_has_a_file(log_file):
    assert faulthandler.is_enabled()
    assert (log_file.path.parent / "crash.log").exists()


def test_nothing_is_logged_after_the_end(log_file):
    log_file.close()
    logging.getLogger("editor").warning("too late")
    assert "too late" not in log_file.path.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path, caplog):
    (tmp_path / "log").write_text("no folder")
    assert not LogFile(tmp_path / "log").open()
    assert len(caplog.records) == 1
