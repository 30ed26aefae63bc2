"""A file is the old one or the new one, whole; what documents need of it is tested with them."""

import pytest

from resources.files.atomic_file import replaced, write_atomically


def _write_and_fail(path, data):
    def write():
        with replaced(path) as temporary:
            temporary.write_bytes(data)
            raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        write()


def test_what_was_written_in_parts_takes_the_files_place(tmp_path):
    path = tmp_path / "deep" / "weights"
    with replaced(path) as temporary:
        temporary.write_bytes(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_an_error_in_between_leaves_the_old_file(tmp_path):
    path = tmp_path / "weights"
    path.write_bytes(b"old")
    _write_and_fail(path, b"ne")
    assert path.read_bytes() == b"old"


def test_what_a_killed_process_left_is_written_over(tmp_path):
    path = tmp_path / "weights"
    _write_and_fail(path, b"a longer rest")
    with replaced(path) as temporary:
        temporary.write_bytes(b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_small_file_is_written_in_one_move(tmp_path):
    path = tmp_path / "favourites.json"
    for content in (b"1", b"22"):
        write_atomically(path, content, sync=False)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]
