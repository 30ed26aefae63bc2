"""The list of recent files: order, bound, broken files."""

import json
import logging
from pathlib import Path

import pytest

from editor.files.recent_files import MAX_FILES, RecentFiles


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "recent.json"


def test_the_newest_is_first_and_none_stands_twice(path):
    recent = RecentFiles(path)
    for name in ("a", "b", "a"):
        recent.add(Path("/docs") / name)
    assert RecentFiles(path).paths() == [Path("/docs/a"), Path("/docs/b")]


def test_the_oldest_falls_off(path):
    recent = RecentFiles(path)
    for number in range(MAX_FILES + 3):
        recent.add(Path(f"/docs/{number}"))
    assert recent.paths() == [Path(f"/docs/{number}") for number in range(MAX_FILES + 2, 2, -1)]


def test_what_another_foretype_added_is_kept(path):
    one, other = RecentFiles(path), RecentFiles(path)
    one.add(Path("/a"))
    other.add(Path("/b"))
    one.remove(Path("/a"))
    assert other.paths() == [Path("/b")]


def test_clearing_leaves_no_name_behind(path):
    recent = RecentFiles(path)
    recent.add(Path("/secret"))
    recent.clear()
    assert recent.paths() == []
    assert not path.exists()


def test_a_name_that_is_no_utf8_comes_back(path):
    odd = Path("/docs/caf\udce9")
    RecentFiles(path).add(odd)
    assert RecentFiles(path).paths() == [odd]


@pytest.mark.parametrize(
    "content",
    ["{", "[]", json.dumps({"format_version": 9, "paths": []}), json.dumps({"format_version": 1, "paths": [3]})],
)
def test_a_broken_list_is_empty_with_one_line_in_the_log(path, caplog, content):
    path.parent.mkdir()
    path.write_text(content)
    with caplog.at_level(logging.WARNING):
        assert RecentFiles(path).paths() == []
    assert len(caplog.records) == 1
    RecentFiles(path).add(Path("/a"))
    assert RecentFiles(path).paths() == [Path("/a")]
