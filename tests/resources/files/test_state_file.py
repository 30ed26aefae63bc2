"""The program's own files: read as they were written, by nobody else, and never trusted."""

import json
import logging
import stat
import sys

import pytest

from resources.files.state_file import StateFile


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "state.json"


def file_at(path):
    return StateFile(path, 3, "beginning anew")


def names(values):
    if not all(isinstance(name, str) for name in values["names"]):
        raise TypeError("no names")
    return values["names"]


def test_what_is_written_is_read_again_even_a_name_that_is_no_utf8(path):
    file_at(path).write({"names": ["café", "caf\udce9"]})
    assert file_at(path).read(names) == ["café", "caf\udce9"]


def test_without_a_file_there_is_nothing_to_read_and_nothing_to_say(path, caplog):
    assert file_at(path).read(names) is None
    file_at(path).remove()
    assert caplog.records == []


def test_values_of_an_earlier_version_are_upgraded(path):
    StateFile(path, 2, "").write({"name": "a"})
    upgraded = StateFile(path, 3, "beginning anew", {2: lambda values: {"names": [values["name"]]}})
    assert upgraded.read(names) == ["a"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_nobody_else_may_read_it_even_where_an_earlier_version_let_them(path):
    file_at(path).write({"names": []})
    path.chmod(0o644)
    file_at(path).write({"names": ["letter.txt"]})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [child.name for child in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b"{}",
        json.dumps({"format_version": 2, "names": []}).encode(),
        json.dumps({"format_version": 3}).encode(),
        json.dumps({"format_version": 3, "names": [1]}).encode(),
        json.dumps({"format_version": 3, "names": ["x" * (4 << 20)]}).encode(),
    ],
    ids=["empty", "torn", "list", "bytes", "deep", "none", "version", "missing", "kind", "large"],
)
def test_a_broken_file_is_none_with_one_line_that_says_what_is_done_without(path, caplog, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        assert file_at(path).read(names) is None
    assert len(caplog.records) == 1
    assert str(path) in caplog.text
    assert "beginning anew" in caplog.text


def test_a_file_that_is_removed_leaves_nothing(path):
    file_at(path).write({"names": ["secret"]})
    file_at(path).remove()
    assert list(path.parent.iterdir()) == []
