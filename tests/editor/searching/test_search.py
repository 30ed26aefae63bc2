"""Matches, words, groups and places in UTF-16 units; the child that searches."""

import io
import json
import subprocess
import sys

import pytest

from editor.searching.search import Change, Query, SearchError, find, replace_all, replace_one
from editor.searching.search_child import answers


@pytest.mark.parametrize(
    ("query", "text", "spans"),
    [
        (Query("an"), "an Anna", [(0, 2), (3, 5)]),
        (Query("an", is_case=True), "an Anna", [(0, 2)]),
        (Query("a.c"), "abc a.c", [(4, 7)]),
        (Query("art", is_word=True), "art start art_", [(0, 3)]),
        (Query("a|b", is_regex=True, is_word=True), "ab a b", [(3, 4), (5, 6)]),
        (Query("^b", is_regex=True), "a\nb", [(2, 3)]),
        (Query("x*", is_regex=True), "aaa", []),
        (Query("b"), "😀b😀b", [(2, 3), (5, 6)]),
        (Query("b", within=(3, 6)), "😀b😀b", [(5, 6)]),
        (Query("ß"), "straße", [(4, 5)]),
    ],
)
def test_what_is_found(query, text, spans):
    assert find(query, text) == spans


@pytest.mark.parametrize("needle", ["(", "a)", "[", "a{5000000000}", "(?P<n"])
def test_a_broken_expression_is_an_error_with_a_reason(needle):
    with pytest.raises(SearchError, match="no regular expression"):
        find(Query(needle, is_regex=True, is_word=True), "aaa")


def test_groups_stand_in_the_replacement():
    done = replace_all(Query(r"(\w)(\d)", is_regex=True), "😀a1 b2", r"\2\g<1>")
    assert done.changes == (Change(2, 4, "1a"), Change(5, 7, "2b"))
    assert replace_one(Query("a(.)", is_regex=True), "ab ac", r"\1", (3, 5)).changes == (Change(3, 5, "c"),)
    assert replace_one(Query("a"), "ab ac", "", (1, 2)).count == 0


def test_many_changes_are_joined_to_one():
    done = replace_all(Query("b"), "a" + "b😀" * 900 + "z", "cc")
    assert done.count == 900
    assert done.changes == (Change(1, 1 + 899 * 3 + 1, ("cc😀" * 899) + "cc"),)


def test_the_child_keeps_the_text_and_says_what_makes_no_sense():
    ask = {"id": 1, "op": "find", "needle": "b", "is_regex": True, "is_case": True, "is_word": False, "within": None}
    lines = [{**ask, "text": "abab"}, {**ask, "needle": "("}, {**ask, "within": [2, 4]}]
    replies = list(answers(io.StringIO("".join(json.dumps(line) + "\n" for line in lines))))
    assert replies[0] == {"id": 1, "spans": [(1, 2), (3, 4)]}
    assert "no regular expression" in replies[1]["error"]
    assert replies[2]["spans"] == [(3, 4)]


@pytest.mark.skipif(sys.platform == "win32", reason="no alarm there")
def test_the_child_ends_by_its_own_alarm_in_the_middle_of_a_match():
    script = "import io, sys; from editor.searching.search_child import answers; list(answers(sys.stdin, 0.2))"
    ask = {"id": 1, "op": "find", "needle": "(a+)+b", "is_regex": True, "is_case": True, "is_word": False}
    line = json.dumps({**ask, "within": None, "text": "a" * 60})
    child = subprocess.run([sys.executable, "-c", script], input=line, text=True, check=False, timeout=60)
    assert child.returncode < 0
