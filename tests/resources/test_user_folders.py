"""A person's files have a place of their own, wherever the program is started."""

import sys
from pathlib import Path

import pytest

from resources.user_folders import cache_folder, config_folder, data_folder, log_folder

FOLDERS = (config_folder, data_folder, cache_folder, log_folder)
BASES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="XDG base directories")


@pytest.mark.parametrize("value", ["", "data", "./data"])
def test_a_base_that_is_empty_or_relative_counts_as_not_set(monkeypatch, tmp_path, value):
    monkeypatch.setenv("HOME", str(tmp_path))
    for base in BASES:
        monkeypatch.setenv(base, value)
    given = [folder() for folder in FOLDERS]
    for base in BASES:
        monkeypatch.delenv(base, raising=False)
    assert given == [folder() for folder in FOLDERS]
    assert all(tmp_path in folder.parents for folder in given)


def test_a_base_that_is_set_is_followed(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert data_folder() == tmp_path / "data" / "foretype"


def test_nothing_is_made(monkeypatch, tmp_path):
    for base in BASES:
        monkeypatch.setenv(base, str(tmp_path / base))
    assert all(isinstance(folder(), Path) for folder in FOLDERS)
    assert list(tmp_path.iterdir()) == []
