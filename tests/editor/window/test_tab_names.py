"""What stands on the tabs tells the documents apart, and says no more than that takes."""

from pathlib import Path

import pytest

from editor.window.tab_names import tab_names


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["/a/one.txt", "/a/two.txt"], ["one.txt", "two.txt"]),
        (["/a/x.txt", "/b/x.txt", "/b/y.txt"], ["x.txt — a", "x.txt — b", "y.txt"]),
        (["/a/b/x.txt", "/c/b/x.txt", "/d/x.txt"], ["x.txt — a/b", "x.txt — c/b", "x.txt — d"]),
        (["/b/x.txt", "/a/b/x.txt"], ["x.txt — //b", "x.txt — a/b"]),
        (["/x.txt", "/a/x.txt"], ["x.txt — /", "x.txt — a"]),
    ],
)
def test_the_same_name_is_told_apart_by_its_folders(paths, names):
    assert tab_names([(Path(path).name, Path(path)) for path in paths]) == names


def test_texts_without_a_file_have_no_folder_and_the_same_file_ends(tmp_path):
    untitled = ("Untitled", None)
    assert tab_names([untitled, untitled]) == ["Untitled", "Untitled"]
    twice = ("a", Path("/b/a"))
    assert len(set(tab_names([twice, twice]))) == 1
