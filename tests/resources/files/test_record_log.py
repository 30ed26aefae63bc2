"""A file of records that survives torn ends and damage, and from which what is rewritten away is gone."""

import os
import stat
from pathlib import Path

import pytest

from resources.files.record_log import RecordLog, StoreError


@pytest.fixture
def log(tmp_path):
    return RecordLog(tmp_path / "data" / "a.log")


def reread(log):
    return RecordLog(log.path).read()


def test_what_is_appended_is_read(log):
    log.append({"text": "one\ntwo\r\x1e\u2028 é"})
    log.append({"n": 2})
    assert reread(log) == [{"text": "one\ntwo\r\x1e\u2028 é"}, {"n": 2}]


def test_no_file_is_no_records(log):
    assert log.read() == []


@pytest.mark.parametrize("cut", [1, 5, 12])
def test_a_torn_end_costs_the_last_record_and_is_said_once(log, caplog, cut):
    log.append({"n": 1})
    log.append({"n": 2})
    os.truncate(log.path, log.path.stat().st_size - cut)
    assert reread(log) == [{"n": 1}]
    assert "torn end" in caplog.text
    log.append({"n": 3})
    caplog.clear()
    assert reread(log) == [{"n": 1}, {"n": 3}]
    assert caplog.text == ""


def test_a_damaged_record_is_left_out(log, caplog):
    for n in range(3):
        log.append({"word": f"w{n}"})
    log.path.write_bytes(log.path.read_bytes().replace(b"w1", b"wX"))
    assert reread(log) == [{"word": "w0"}, {"word": "w2"}]
    assert "1 damaged" in caplog.text


def test_bytes_that_are_no_log_are_no_records(log, caplog):
    log.path.parent.mkdir()
    log.path.write_bytes(b"\xff\x00 nonsense\n\n12345678 {}\n")
    assert log.read() == []


def test_another_format_is_left_alone(log):
    newer = b'{"format_version":99}'
    import zlib

    log.path.parent.mkdir()
    log.path.write_bytes(b"%08x %s\n" % (zlib.crc32(newer), newer))
    with pytest.raises(StoreError, match="another version"):
        log.read()


def test_rewriting_leaves_nothing_of_what_was_there(log):
    log.append({"text": "Quentanar"})
    log.rewrite([{"text": "other"}])
    assert reread(log) == [{"text": "other"}]
    assert all(b"Quentanar" not in path.read_bytes() for path in log.path.parent.iterdir())


def test_what_a_killed_rewriting_left_is_removed_at_the_next_start(log):
    log.append({"n": 1})
    left = log.path.with_name(".a.log.0123abcd.tmp")
    left.write_bytes(b"Quentanar")
    reread(log)
    assert not left.exists()


def test_a_reader_changes_nothing(log):
    log.append({"n": 1})
    os.truncate(log.path, log.path.stat().st_size - 2)
    before = log.path.read_bytes()
    reader = RecordLog(log.path, is_writable=False)
    reader.read()
    reader.append({"n": 2})
    reader.rewrite([])
    reader.remove()
    assert log.path.read_bytes() == before


def test_file_and_folder_are_the_persons_alone(log):
    log.append({"n": 1})
    log.rewrite([{"n": 1}])
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.path.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said_in_a_sentence(tmp_path):
    (tmp_path / "a.log").symlink_to("/dev/full")
    with pytest.raises(StoreError, match="No space left"):
        RecordLog(tmp_path / "a.log").append({"n": 1})


def test_a_failed_rewriting_keeps_the_old_file(log, monkeypatch):
    log.append({"n": 1})

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreError):
        log.rewrite([])
    assert reread(log) == [{"n": 1}]
    assert [path.name for path in log.path.parent.iterdir()] == ["a.log"]
